/**
 * The shapes of the API as the contract describes them. Provisional: once the server's OpenAPI document is
 * in the tree these become re-exports of the generated schema, and nothing else imports the schema directly.
 */

export type Role = 'developer' | 'team_lead' | 'admin'
export type TaskStatus = 'backlog' | 'todo' | 'in_progress' | 'review' | 'done' | 'completed'
export type TaskPriority = 'low' | 'medium' | 'high' | 'urgent'
export type ProjectStatus = 'active' | 'completed' | 'on_hold' | 'cancelled'
export type DateTime = string

export type Permission =
  | 'can_view_tasks'
  | 'can_update_assigned_tasks'
  | 'can_comment_on_tasks'
  | 'can_view_notifications'
  | 'can_manage_personal_notifications'
  | 'can_view_own_profile'
  | 'can_update_own_profile'
  | 'can_link_github_account'
  | 'can_create_tasks'
  | 'can_assign_tasks'
  | 'can_update_any_task'
  | 'can_view_all_users'
  | 'can_view_system_stats'
  | 'can_generate_reports'
  | 'can_view_audit_logs'
  | 'can_manage_users'
  | 'can_manage_projects'
  | 'can_manage_system_settings'
  | 'can_link_github_repos'

export interface UserFull {
  id: number
  name: string
  email: string
  role: Role
  github_username: string | null
  github_connected: boolean
  avatar: null
  created_at: DateTime | null
}

export interface UserShort {
  id: number
  name: string
  email: string
  role: Role
}

export interface Member {
  id: number
  name: string
  role: Role
}

export interface ProjectItem {
  id: number
  name: string
  description: string | null
  status: ProjectStatus
  github_repo: string | null
  created_by: number
  team_members: Member[]
  created_at: DateTime
  updated_at: DateTime
  task_count: number
  completion_percentage: number
  version: number
}

export interface ProjectDetail extends ProjectItem {
  creator_name: string
}

export interface ProjectInput {
  name: string
  description: string | null
  status?: ProjectStatus
  github_repo?: string | null
  team_members?: number[]
}

export interface TaskItem {
  id: number
  title: string
  description: string | null
  status: TaskStatus
  priority: TaskPriority
  progress: number
  project_id: number | null
  project_name: string | null
  assigned_to: number | null
  assignee_name: string | null
  created_by: number
  creator_name: string | null
  deadline: DateTime | null
  created_at: DateTime
  updated_at: DateTime
  version: number
}

export interface TaskDetail extends TaskItem {
  github_links: GithubLink[]
}

export interface TaskInput {
  title: string
  description: string | null
  status: TaskStatus
  priority?: TaskPriority
  progress?: number
  assigned_to?: number | null
  project_id?: number | null
  deadline?: DateTime | null
}

export interface Pagination {
  page: number
  per_page: number
  total: number
  pages: number
}

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
  assigned_to?: number[]
  created_by?: number
  project_id?: number
  overdue?: boolean
  due_before?: string
}

export interface BulkTaskInput {
  ids: number[]
  status?: TaskStatus
  priority?: TaskPriority
  assigned_to?: number | null
  project_id?: number | null
  deadline?: DateTime | null
}

export interface BulkTaskResult {
  id: number
  status: number
  message: string
  task?: TaskItem
}

export interface HistoryChange {
  field: string
  from: unknown
  to: unknown
}

export interface HistoryEntry {
  seq: number
  type: string
  actor_id: number | null
  actor_name: string | null
  changes: HistoryChange[]
  created_at: DateTime
}

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

export interface GithubLink {
  id: number
  task_id: number
  repo_id: number
  repo_name: string | null
  repo_url: string | null
  issue_number: number | null
  pull_request_number: number | null
  created_at: DateTime | null
  issue_title: string | null
  pull_request_title: string | null
  issue_state: 'open' | 'closed' | null
}

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

export interface Permissions {
  role: Role
  permissions: Permission[]
}

export interface SignedInUser extends UserShort {
  github_connected: boolean
  github_username: string | null
}

export interface DeviceSession {
  id: string
  current: boolean
  created_at: DateTime
  last_seen_at: DateTime | null
  expires_at: DateTime
  ip: string | null
  user_agent: string | null
}

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
