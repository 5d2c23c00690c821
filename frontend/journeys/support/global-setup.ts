import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { Api, type Person } from './api'
import { startDevsync, type Devsync } from './devsync'
import { startGithub } from './github'
import { freePort } from './ports'

declare module 'vitest' {
  export interface ProvidedContext {
    devsync: Devsync
    admin: Person
    /** Where the stand-in for GitHub answers. */
    github: string
  }
}

/** A server that somebody else runs knows already where it looks for GitHub. */
function expectedGithubPort() {
  const site = process.env.DEVSYNC_SHARED_SITE
  return site ? (JSON.parse(site) as Devsync).githubPort : undefined
}

/** One DevSync with one admin and one GitHub for all journeys; each brings its own people and projects. */
export default async function setup(project: TestProject) {
  // The journey that begins with nothing shares nothing.
  if (process.env.DEVSYNC_EMPTY_SITE) return
  const port = expectedGithubPort() ?? (await freePort())
  const [{ stop, ...devsync }, github] = await Promise.all([
    startDevsync(`http://127.0.0.1:${port}`),
    startGithub(port, mkdtempSync(join(tmpdir(), 'devsync-github-'))),
  ])
  project.provide('devsync', devsync)
  project.provide('github', github.origin)
  project.provide('admin', await new Api(devsync.serverOrigin).registerAdmin('Ida Brandt'))
  return () => Promise.all([stop(), github.stop()])
}
