import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Page } from '@/components/ui/page'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs'
import { LiveReport } from '@/features/reports/components/live-report'
import { SavedReports } from '@/features/reports/components/saved-reports'
import { rangeLabels, typeLabels } from '@/features/reports/labels'

const route = getRouteApi('/app/reports')
const types = ['tasks', 'developers', 'github'] as const
const ranges = (['week', 'month', 'quarter', 'year'] as const).map((value) => ({
  value,
  label: rangeLabels[value],
}))

export function ReportsPage() {
  const { tab, range, page } = route.useSearch()
  const navigate = useNavigate({ from: '/reports' })
  const change = (part: Partial<ReturnType<typeof route.useSearch>>) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true })
  const saved = tab === 'saved'
  return (
    <Page
      title={saved ? 'Reports' : `Reports: ${typeLabels[tab]}, ${rangeLabels[range].toLowerCase()}`}
      heading="Reports"
      actions={
        !saved && (
          <SegmentedControl
            label="Range"
            value={range}
            onChange={(next) => change({ range: next })}
            options={ranges}
          />
        )
      }
    >
      <Tabs value={tab} onValueChange={(next) => change({ tab: next as typeof tab, page: 1 })}>
        <TabsList aria-label="Reports" className="print:hidden">
          {types.map((type) => (
            <TabsTrigger key={type} value={type}>
              {typeLabels[type]}
            </TabsTrigger>
          ))}
          <TabsTrigger value="saved">Saved</TabsTrigger>
        </TabsList>
        <TabsContent value={tab}>
          {saved ? (
            <SavedReports page={page} onPage={(next) => change({ page: next })} />
          ) : (
            <LiveReport type={tab} range={range} />
          )}
        </TabsContent>
      </Tabs>
    </Page>
  )
}
