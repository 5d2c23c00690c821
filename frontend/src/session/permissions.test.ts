import { expect, test } from 'vitest'
import { aSession } from '@/test/fixtures'
import {
  canChangeComment,
  canDeleteReport,
  canDeleteTask,
  canManageProjects,
  canReassignTasks,
  canUpdateTask,
  canUseProject,
  hasPersonalDashboard,
  homePath,
} from './permissions'

const developer = aSession('developer', { id: 1 })
const lead = aSession('team_lead', { id: 2 })
const admin = aSession('admin', { id: 3 })

test('developers update what is assigned to them, managers everything', () => {
  expect(canUpdateTask(developer, { assigned_to: 1 })).toBe(true)
  expect(canUpdateTask(developer, { assigned_to: 9 })).toBe(false)
  expect(canUpdateTask(developer, { assigned_to: null })).toBe(false)
  expect(canUpdateTask(lead, { assigned_to: 9 })).toBe(true)
})

test('only managers hand tasks to others and manage projects', () => {
  expect([developer, lead, admin].map(canReassignTasks)).toEqual([false, true, true])
  expect([developer, lead, admin].map(canManageProjects)).toEqual([false, true, true])
})

test('a task is deleted by its assignee, its creator or a manager', () => {
  expect(canDeleteTask(developer, { assigned_to: 1, created_by: 9 })).toBe(true)
  expect(canDeleteTask(developer, { assigned_to: 9, created_by: 1 })).toBe(true)
  expect(canDeleteTask(developer, { assigned_to: 9, created_by: 9 })).toBe(false)
  expect(canDeleteTask(lead, { assigned_to: 9, created_by: 9 })).toBe(true)
})

test('a comment is changed by its author or an admin, not by a team lead', () => {
  expect(canChangeComment(developer, { user_id: 1 })).toBe(true)
  expect(canChangeComment(lead, { user_id: 1 })).toBe(false)
  expect(canChangeComment(admin, { user_id: 1 })).toBe(true)
})

test('team leads delete their own reports, admins any', () => {
  expect(canDeleteReport(lead, { user_id: 2 })).toBe(true)
  expect(canDeleteReport(lead, { user_id: 3 })).toBe(false)
  expect(canDeleteReport(admin, { user_id: 2 })).toBe(true)
  expect(canDeleteReport(developer, { user_id: 1 })).toBe(false)
})

test('developers use projects they belong to or created', () => {
  const member = { id: 1, name: 'Ada', role: 'developer' as const }
  expect(canUseProject(developer, { created_by: 9, team_members: [member] })).toBe(true)
  expect(canUseProject(developer, { created_by: 1, team_members: [] })).toBe(true)
  expect(canUseProject(developer, { created_by: 9, team_members: [] })).toBe(false)
  expect(canUseProject(lead, { created_by: 9, team_members: [] })).toBe(true)
})

test('each role starts on the page made for it', () => {
  expect([developer, lead, admin].map(homePath)).toEqual(['/my-work', '/overview', '/overview'])
  expect([developer, lead, admin].map(hasPersonalDashboard)).toEqual([true, true, false])
})
