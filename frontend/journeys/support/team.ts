import { afterAll, beforeAll, expect, inject } from 'vitest'
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

/** Prepares a team before the tests of a file; `project` names what they work on. */
export function withTeam(project: string, names: readonly [string, string, string]): () => Team {
  let team: Team
  beforeAll(async () => {
    const stage = await setStage(inject('devsync'))
    const admin = inject('admin')
    const lead = await stage.api.addPerson(admin, names[0], 'team_lead')
    const dev = await stage.api.addPerson(admin, names[1], 'developer')
    const other = await stage.api.addPerson(admin, names[2], 'developer')
    const row = await stage.api.addProject(lead, project, [lead, dev, other])
    team = { stage, admin, lead, dev, other, project: row }
  })
  afterAll(async () => {
    await team.stage.close()
    expect(team.stage.complaints, 'what the consoles complained about').toEqual([])
  })
  return () => team
}
