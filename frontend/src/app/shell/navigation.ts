import {
  Bell,
  ChartNoAxesColumn,
  CircleUserRound,
  FolderGit2,
  FolderKanban,
  GitPullRequest,
  LayoutDashboard,
  ListTodo,
  ScrollText,
  Settings,
  SquareCheckBig,
  Users,
  UsersRound,
  type LucideIcon,
} from 'lucide-react'
import { can, hasPersonalDashboard, isManager } from '@/session/permissions'
import type { Session } from '@/session/session'

export interface NavigationItem {
  to: string
  label: string
  icon: LucideIcon
  /** Typed after `g` to go there. */
  key: string
  isOffered: (session: Session) => boolean
}

export interface NavigationGroup {
  label: string
  items: NavigationItem[]
}

const everybody = () => true

const groups: NavigationGroup[] = [
  {
    label: 'Work',
    items: [
      { to: '/my-work', label: 'My work', icon: SquareCheckBig, key: 'm', isOffered: hasPersonalDashboard },
      { to: '/overview', label: 'Overview', icon: LayoutDashboard, key: 'o', isOffered: isManager },
      { to: '/projects', label: 'Projects', icon: FolderKanban, key: 'p', isOffered: everybody },
      { to: '/tasks', label: 'Tasks', icon: ListTodo, key: 't', isOffered: everybody },
      { to: '/notifications', label: 'Notifications', icon: Bell, key: 'n', isOffered: everybody },
      { to: '/github', label: 'GitHub', icon: GitPullRequest, key: 'h', isOffered: everybody },
    ],
  },
  {
    label: 'Team',
    items: [
      { to: '/team', label: 'Team', icon: UsersRound, key: 'e', isOffered: isManager },
      {
        to: '/reports',
        label: 'Reports',
        icon: ChartNoAxesColumn,
        key: 'r',
        isOffered: (session) => can(session, 'can_generate_reports'),
      },
    ],
  },
  {
    label: 'Administration',
    items: [
      {
        to: '/admin/users',
        label: 'Users',
        icon: Users,
        key: 'u',
        isOffered: (session) => can(session, 'can_manage_users'),
      },
      {
        to: '/admin/repositories',
        label: 'Repositories',
        icon: FolderGit2,
        key: 'i',
        isOffered: (session) => can(session, 'can_link_github_repos'),
      },
      {
        to: '/admin/audit',
        label: 'Audit log',
        icon: ScrollText,
        key: 'a',
        isOffered: (session) => can(session, 'can_view_audit_logs'),
      },
      {
        to: '/admin/settings',
        label: 'Settings',
        icon: Settings,
        key: 's',
        isOffered: (session) => can(session, 'can_manage_system_settings'),
      },
    ],
  },
]

const personal: NavigationItem[] = [
  { to: '/profile', label: 'Profile', icon: CircleUserRound, key: 'f', isOffered: everybody },
]

/** The pages this person has, by group. */
export function navigationFor(session: Session): NavigationGroup[] {
  return groups
    .map((group) => ({ ...group, items: group.items.filter((item) => item.isOffered(session)) }))
    .filter((group) => group.items.length > 0)
}

/** The same as one list, with the personal pages, for the command palette and the keyboard. */
export function destinationsFor(session: Session): NavigationItem[] {
  return [...navigationFor(session).flatMap((group) => group.items), ...personal]
}
