import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Page } from '@/components/ui/page'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { RecentAudit } from '@/features/admin/components/recent-audit'
import { Overview } from '@/features/dashboard/components/overview'
import { TeamSummary } from '@/features/team/components/team-summary'

const route = getRouteApi('/app/overview')
const ranges = [
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
] as const

export function OverviewPage() {
  const { range } = route.useSearch()
  const navigate = useNavigate({ from: '/overview' })
  return (
    <Page
      title="Overview"
      actions={
        <SegmentedControl
          label="Compare with the range before"
          value={range}
          onChange={(next) => void navigate({ search: { range: next }, replace: true })}
          options={ranges}
        />
      }
    >
      <Overview range={range}>
        <TeamSummary />
        <RecentAudit />
      </Overview>
    </Page>
  )
}
