import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import type { Person, Row } from './api'
import { setStage, type Stage } from './stage'

/** A lead, two developers and a project of theirs, on a stage of their own. */
export interface Team {
  stage: Stage
  admin: Person
  lead: Person
  dev: Person
  other: Person
  project: Row
}

/** Closes the stage after the tests of a file; the browsers must have had nothing to complain about. */
export function closing(stage: () => Stage) {
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await stage().photographAll(`failed-${task.file.name.slice(0, 2)}`)
  })
  afterAll(async () => {
    const complaints = stage().watch.complaints()
    await stage().close()
    expect(complaints, 'what the browsers complained about').toEqual([])
  })
}

/** Prepares a team before the tests of a file; `project` names what they work on. */
export function withTeam(project: string, names: readonly [string, string, string]): () => Team {
  let team: Team
  beforeAll(async () => {
    const stage = await setStage(inject('devsync'))
    const admin = inject('admin')
    const [lead, dev, other] = await Promise.all([
      stage.api.addPerson(admin, names[0], 'team_lead'),
      stage.api.addPerson(admin, names[1], 'developer'),
      stage.api.addPerson(admin, names[2], 'developer'),
    ])
    const row = await stage.api.addProject(lead, project, [lead, dev, other])
    team = { stage, admin, lead, dev, other, project: row }
  })
  closing(() => team.stage)
  return () => team
}
