import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { statusLabels, TASK_STATUSES } from '@/api/labels'
import type { AdminDashboard } from '@/api/types'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { BarChart } from '@/components/ui/bar-chart'
import { QueryView } from '@/components/ui/query-view'
import { StatTile, StatTiles } from '@/components/ui/stat-tile'
import { counted } from '@/lib/count'
import { adminDashboardQuery, type OverviewRange } from '../api/dashboard'
import { DashboardSkeleton } from './dashboard-skeleton'
import { LeadFigures } from './lead-figures'
import { RecentProjects } from './recent-projects'
import { TaskRows } from './task-rows'

interface OverviewProps {
  range: OverviewRange
  /** Parts of other features: the team and the audit log. */
  children: ReactNode
}

/** Totals and what lies behind them, for managers. */
export function Overview({ range, children }: OverviewProps) {
  return (
    <QueryView
      query={useQuery(adminDashboardQuery(range))}
      failure="The overview could not be loaded"
      skeleton={<DashboardSkeleton />}
    >
      {(dashboard) => (
        <div className="grid gap-4">
          <Totals dashboard={dashboard} />
          {dashboard.team_lead_kpis && <LeadFigures figures={dashboard.team_lead_kpis} />}
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Card title="Tasks by status">
              <StatusBreakdown tasks={dashboard.tasks} />
            </Card>
            <RecentProjects projects={dashboard.recentProjects} />
            {children}
            {dashboard.my_assigned_tasks.length > 0 && (
              <Card
                title="Assigned to you"
                flush
                actions={
                  <Button asChild variant="ghost" size="sm">
                    <Link to="/tasks">All tasks</Link>
                  </Button>
                }
              >
                <TaskRows tasks={dashboard.my_assigned_tasks.slice(0, 5)} time="deadline" />
              </Card>
            )}
          </div>
        </div>
      )}
    </QueryView>
  )
}

function Totals({ dashboard: { projects, tasks, users } }: { dashboard: AdminDashboard }) {
  return (
    <StatTiles>
      <StatTile label="Projects" value={projects.total} change={projects.change} />
      <StatTile
        label="Active tasks"
        value={tasks.todo + tasks.in_progress + tasks.review}
        change={tasks.activeChange}
      />
      <StatTile label="Done" value={tasks.done} change={tasks.completedChange} />
      <StatTile label="Overdue" value={tasks.overdue} hint={`of ${counted(tasks.total, 'task')}`} />
      <StatTile label="People" value={users.total} change={users.change} />
    </StatTiles>
  )
}

const series = { key: 'tasks', label: 'Tasks' }

function StatusBreakdown({ tasks }: Pick<AdminDashboard, 'tasks'>) {
  return (
    <BarChart
      label="Tasks by status"
      pointLabel="Status"
      series={series}
      points={TASK_STATUSES.map((status) => ({
        label: statusLabels[status],
        values: { tasks: tasks[status] },
      }))}
    />
  )
}
