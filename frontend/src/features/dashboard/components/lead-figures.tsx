import type { AdminDashboard } from '@/api/types'

type Figures = NonNullable<AdminDashboard['team_lead_kpis']>

const labels: Record<keyof Figures, (count: number) => string> = {
  current_projects: (count) => (count === 1 ? 'current project' : 'current projects'),
  in_review_tasks: () => 'in review',
  due_soon_tasks: () => 'due soon',
  overdue_not_complete_tasks: () => 'overdue',
}
const order = Object.keys(labels) as (keyof Figures)[]

/** What a team lead answers for. */
export function LeadFigures({ figures }: { figures: Figures }) {
  return (
    <section
      aria-label="In your projects"
      className="flex flex-wrap items-baseline gap-x-6 gap-y-1 rounded-card border bg-surface px-4 py-2.5"
    >
      <h2 className="text-base">In your projects</h2>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-muted">
        {order.map((key) => (
          <li key={key}>
            <span className="font-semibold text-ink tabular">{figures[key]}</span> {labels[key](figures[key])}
          </li>
        ))}
      </ul>
    </section>
  )
}
