import type { TestProject } from 'vitest/node'
import { Api, type Person } from './api'
import { startDevsync, type Devsync } from './devsync'

declare module 'vitest' {
  export interface ProvidedContext {
    devsync: Devsync
    admin: Person
  }
}

/** One DevSync with one admin for all journeys; each brings its own people and projects. */
export default async function setup(project: TestProject) {
  const { stop, ...devsync } = await startDevsync()
  project.provide('devsync', devsync)
  project.provide('admin', await new Api(devsync.serverOrigin).registerAdmin('Ida Brandt'))
  return stop
}
