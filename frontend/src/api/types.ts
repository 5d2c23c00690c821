import type { components } from './schema'

/**
 * The shapes of the API, by the names the client uses. They come from the server's OpenAPI document by way of
 * the generated schema, which nothing else imports. Where the document only says `string` for a word of a
 * closed set, `With` says which words there are.
 */

type Schemas = components['schemas']

/** A shape of the document where some fields are known more closely. */
type With<Shape, Fields> = Omit<Shape, keyof Fields> & Fields

export type TaskStatus = 'backlog' | 'todo' | 'in_progress' | 'review' | 'done' | 'completed'
export type TaskPriority = 'low' | 'medium' | 'high' | 'urgent'
export type ProjectStatus = 'active' | 'completed' | 'on_hold' | 'cancelled'
type IssueState = 'open' | 'closed'
export type ReportType = 'tasks' | 'developers' | 'github'
export type ReportRange = 'week' | 'month' | 'quarter' | 'year'

interface TaskWords {
  status: TaskStatus
  priority: TaskPriority
}

export type Pagination = Schemas['Pagination']

// People
export type Role = Schemas['Role']
export type Permission = Schemas['Permission']
export type Permissions = Schemas['Permissions']
export type UserFull = Schemas['UserDetails']
export type DeviceSession = Schemas['SessionItem']
export type UserProgress = With<Schemas['PersonProgress'], { recent_tasks: TaskItem[] }>

// Projects
export type ProjectItem = With<Schemas['ProjectItem'], { status: ProjectStatus }>
export type ProjectDetail = ProjectItem
export type ProjectInput = With<Schemas['NewProject'], { status?: ProjectStatus; team_members?: number[] }>

// Tasks
export type TaskItem = With<Schemas['TaskItem'], TaskWords>
export type TaskDetail = TaskItem & { github_links: GithubLink[] }
export type TaskPage = With<Required<Schemas['TaskList']>, { tasks: TaskItem[] }>
export type TaskInput = With<
  Omit<Schemas['NewTask'], 'assignee_id'>,
  { status: TaskStatus; priority?: TaskPriority; progress?: number }
>
export type BulkTaskInput = With<
  Omit<Schemas['BulkPatch'], 'assignee_id'>,
  { status?: TaskStatus; priority?: TaskPriority }
>
export type BulkTaskResult = With<Schemas['BulkResult'], { task?: TaskItem | null }>
export type HistoryChange = Schemas['FieldChange']
export type HistoryEntry = Schemas['HistoryEntry']
export type HistoryPage = Schemas['TaskHistory']
export type Comment = Schemas['Comment']
export type Notification = Schemas['Notification']
export type NotificationList = Schemas['NotificationList']

export type NoteInput = Pick<Schemas['NewNotification'], 'message' | 'user_id' | 'task_id'>

/** What the task list can be asked for. The document has these as texts, as every query parameter. */
export interface TaskQuery {
  page?: number
  per_page?: number
  q?: string
  sort?: string
  status?: TaskStatus[]
  priority?: TaskPriority[]
  /** `none` stands for nobody. */
  assigned_to?: (number | 'none')[]
  created_by?: number
  project_id?: number
  overdue?: boolean
  due_before?: string
}

/** The document calls summary and metadata objects without saying of what: that is the writer's business. */
interface Anything {
  [name: string]: unknown
}

// Dashboards and reports
export type DashboardTask = With<Schemas['DashboardTask'], TaskWords>
export type GithubActivity = Schemas['GithubActivity']
export type ClientDashboard = With<
  Schemas['MemberDashboard'],
  {
    recentTasks: DashboardTask[]
    upcomingDeadlines: DashboardTask[]
    projects: With<Schemas['ProjectProgress'], { status: ProjectStatus }>[]
  }
>
export type AdminDashboard = With<
  Schemas['ManagementDashboard'],
  {
    recentProjects: With<Schemas['RecentProject'], { status: ProjectStatus }>[]
    my_assigned_tasks: DashboardTask[]
  }
>
export type ProjectDashboard = With<
  Schemas['ProjectDashboard'],
  {
    project: With<Schemas['ProjectHead'], { status: ProjectStatus }>
    tasks_due_soon: With<Schemas['AssignedDueTask'], { status: TaskStatus }>[]
    recently_updated_tasks: With<Schemas['ChangedTask'], { status: TaskStatus }>[]
  }
>
export type Report = With<Schemas['Report'], { type: ReportType; dateRange: ReportRange; summary: Anything }>

// Administration
export type AuditLog = With<Schemas['AuditLogEntry'], { metadata: Anything | null }>
export type AuditLogPage = With<Schemas['AuditLogPage'], { logs: AuditLog[] }>
export type SystemSettings = Schemas['Settings']

// GitHub
export type GithubStatus = Schemas['AccountStatus']
export type GithubRepository = Schemas['RepositoryItem']
export type GithubIssue = With<Schemas['IssueItem'], { state: IssueState }>
export type GithubPullRequest = With<Schemas['PullRequestItem'], { state: IssueState }>
export type GithubLink = With<Schemas['GithubLink'], { issue_state: IssueState | null }>
export type IssueRequest = Schemas['IssueRequest']
export type SyncRepository = Schemas['RepositorySync']
export type SyncEvent = Schemas['SyncEvent']
export type SyncEventPage = Schemas['SyncLog']
export type SyncAction = Schemas['SyncAction']
export type SyncOutcome = Schemas['SyncOutcome']
export type SyncDirection = 'to_github' | 'from_github'
export type SyncHealth = Schemas['SyncHealth']

// Search
export type SearchResults = With<
  Schemas['Findings'],
  { tasks: With<Schemas['FoundTask'], { status: TaskStatus }>[] }
>

/** Somebody looking at a page, as a presence event has it; events are not part of the document. */
export interface Viewer {
  id: number
  name: string
  role: Role
  joined_at: string
}

export type WebhookPing = Schemas['Ping']
export type GithubConfig = Schemas['ConfigCheck']

type RuleStatus = TaskStatus | null
/** Which status the tasks of a repository's pull requests get when those get on. */
export type PullRequestRules = With<
  Schemas['PullRequestRules'],
  { opened: RuleStatus; review_requested: RuleStatus; merged: RuleStatus; closed: RuleStatus }
>
