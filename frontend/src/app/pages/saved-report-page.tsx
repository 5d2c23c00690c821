import { getRouteApi } from '@tanstack/react-router'
import { SavedReportView } from '@/features/reports/components/saved-report-view'

const route = getRouteApi('/app/reports/$reportId')

export function SavedReportPage() {
  const { reportId } = route.useParams()
  return <SavedReportView id={reportId} />
}
