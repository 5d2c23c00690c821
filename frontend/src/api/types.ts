import type { components } from './schema'

/**
 * The shapes of the API, by the names the client uses. What the server's OpenAPI document describes comes
 * from the generated schema; nothing else imports that directly.
 */

type Schemas = components['schemas']

/** A shape of the document where some fields are known more closely than `string`. */
type With<Shape, Fields> = Omit<Shape, keyof Fields> & Fields

export type Role = Schemas['Role']
export type TaskStatus = 'backlog' | 'todo' | 'in_progress' | 'review' | 'done' | 'completed'
export type TaskPriority = 'low' | 'medium' | 'high' | 'urgent'
export type ProjectStatus = 'active' | 'completed' | 'on_hold' | 'cancelled'
export type DateTime = string

export type Permission = Schemas['Permission']

export type UserFull = Schemas['UserDetails']
export type UserShort = Schemas['UserSummary']
export type Member = Schemas['Member']

export type ProjectItem = With<Schemas['ProjectItem'], { status: ProjectStatus }>
export type ProjectDetail = ProjectItem
export type ProjectInput = With<Schemas['NewProject'], { status?: ProjectStatus; team_members?: number[] }>

interface TaskWords {
  status: TaskStatus
  priority: TaskPriority
}

export type TaskItem = With<Schemas['TaskItem'], TaskWords>
export type TaskDetail = TaskItem & { github_links: GithubLink[] }
export type TaskInput = With<
  Omit<Schemas['NewTask'], 'assignee_id'>,
  { status: TaskStatus; priority?: TaskPriority; progress?: number }
>

export type Pagination = Schemas['Pagination']

export interface TaskPage {
  tasks: TaskItem[]
  pagination: Pagination
}

export type TaskSortField =
  'title' | 'status' | 'priority' | 'progress' | 'deadline' | 'created_at' | 'updated_at'

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

export type BulkTaskInput = With<
  Omit<Schemas['BulkPatch'], 'assignee_id'>,
  { status?: TaskStatus; priority?: TaskPriority }
>

export type BulkTaskResult = With<Schemas['BulkResult'], { task?: TaskItem | null }>

export type HistoryChange = Schemas['FieldChange']
export type HistoryEntry = Schemas['HistoryEntry']
export type HistoryPage = Schemas['TaskHistory']
export interface Comment {
  id: number
  content: string
  task_id: number
  user_id: number
  user_name: string
  author_name: string
  user_avatar: null
  parent_id: number | null
  created_at: DateTime
  updated_at: DateTime | null
  version: number
}

export interface Notification {
  id: number
  user_id: number
  notification_type: string
  type: string
  title: string
  message: string
  content: string
  reference_id: string | null
  task_id: number | null
  is_read: boolean
  read: boolean
  created_at: DateTime
  timestamp: DateTime
  read_at: DateTime | null
}

export interface NotificationList {
  notifications: Notification[]
  unread_count: number
}

export type GithubLink = With<Schemas['GithubLink'], { issue_state: 'open' | 'closed' | null }>

export type ReportType = 'tasks' | 'developers' | 'github'
export type ReportRange = 'week' | 'month' | 'quarter' | 'year'

export interface Report {
  id: number
  user_id: number
  type: ReportType
  dateRange: ReportRange
  summary: Record<string, unknown>
  details: unknown[]
  generatedAt: DateTime
}

export interface AuditLog {
  id: number
  actor_user_id: number | null
  actor_name: string | null
  actor_role: string | null
  action: string
  resource_type: string | null
  resource_id: string | null
  ip: string | null
  user_agent: string | null
  metadata: Record<string, unknown> | null
  created_at: DateTime
}

export interface AuditLogPage {
  logs: AuditLog[]
  total: number
  pages: number
  current_page: number
}

export type Permissions = Schemas['Permissions']
export type SignedInUser = Schemas['SignedInUser']
export type DeviceSession = Schemas['SessionItem']

export interface UserProgress {
  id: number
  name: string
  role: Role
  total_tasks: number
  completed_tasks: number
  active_tasks: number
  avg_progress: number
  due_soon: number
  recent_tasks: TaskItem[]
}

export interface TaskCounts {
  total: number
  assigned: number
  backlog: number
  todo: number
  in_progress: number
  review: number
  done: number
  due_soon: number
  overdue: number
}

export interface DashboardTask {
  id: number
  title: string
  description: string | null
  status: TaskStatus
  priority: TaskPriority
  progress: number
  deadline: DateTime | null
  project_id: number | null
  project_name: string | null
  updated_at: DateTime
  created_at: DateTime
}

export interface GithubActivity {
  id: number
  type: 'pull_request' | 'issue' | 'repository'
  title: string
  repo: string
  url: string
  date: DateTime | null
  label: string
}

export interface ClientDashboard {
  taskCounts: TaskCounts
  recentTasks: DashboardTask[]
  upcomingDeadlines: DashboardTask[]
  githubActivity: GithubActivity[]
  projects: {
    id: number
    name: string
    status: ProjectStatus
    task_count: number
    completion_percentage: number
  }[]
}

export interface AdminDashboard {
  users: { total: number; admin: number; team_lead: number; developer: number; change?: number }
  tasks: {
    total: number
    backlog: number
    todo: number
    in_progress: number
    review: number
    done: number
    overdue: number
    activeChange?: number
    completedChange?: number
  }
  projects: { total: number; change?: number }
  recentProjects: {
    id: number
    name: string
    status: ProjectStatus
    created_at: DateTime
    task_count: number
  }[]
  my_assigned_tasks: DashboardTask[]
  team_lead_kpis?: {
    in_review_tasks: number
    due_soon_tasks: number
    overdue_not_complete_tasks: number
    current_projects: number
  }
}

export interface ProjectDashboard {
  project: {
    id: number
    name: string
    description: string | null
    status: ProjectStatus
    completion_percentage: number
  }
  task_stats: {
    total: number
    backlog: number
    todo: number
    in_progress: number
    review: number
    done: number
  }
  tasks_due_soon: {
    id: number
    title: string
    deadline: DateTime
    status: TaskStatus
    assigned_to: number | null
  }[]
  recently_updated_tasks: { id: number; title: string; status: TaskStatus; updated_at: DateTime }[]
  team_members: Member[]
}

export interface SystemSettings {
  default_user_role: Role
  allow_self_registration: boolean
  audit_log_retention_days: number
  project_retention_days: number
  auto_archive_completed_projects: boolean
  notify_on_overdue_tasks: boolean
  notification_settings: Record<string, boolean>
  github_integration_enabled: boolean
  app_name: string
  allow_registration: boolean
}

export interface GithubStatus {
  connected: boolean
  username: string | null
}

export interface GithubRepository {
  id: number
  github_id: number
  name: string
  full_name: string
  owner: string
  html_url: string
  description: string | null
  private: boolean
  fork: boolean
  language: string | null
  default_branch: string
  created_at: DateTime
  updated_at: DateTime
  pushed_at: DateTime | null
  open_issues_count: number
  total_prs: number
  recent_commits: number
  last_updated: DateTime | null
  stargazers_count: number
  forks_count: number
  tracked: boolean
}

export interface GithubPerson {
  login: string
  avatar_url: string | null
}

export interface GithubIssue {
  id: number
  number: number
  title: string
  state: 'open' | 'closed'
  created_at: DateTime
  updated_at: DateTime
  html_url: string
  body: string | null
  user: GithubPerson
  labels: { name: string; color: string }[]
  assignees?: GithubPerson[]
}

export interface GithubPullRequest extends GithubIssue {
  merged: boolean
  mergeable: boolean | null
  draft: boolean
}

export interface SearchResults {
  tasks: TaskItem[]
  projects: ProjectItem[]
  people: Member[]
}

export interface Viewer {
  id: number
  name: string
  role: Role
  joined_at: DateTime
}

export type SyncRepository = Schemas['RepositorySync']
export type SyncEvent = Schemas['SyncEvent']
export type WebhookPing = Schemas['Ping']

type RuleStatus = TaskStatus | null
/** Which status the tasks of a repository's pull requests get when those get on. */
export type PullRequestRules = With<
  Schemas['PullRequestRules'],
  { opened: RuleStatus; review_requested: RuleStatus; merged: RuleStatus; closed: RuleStatus }
>
