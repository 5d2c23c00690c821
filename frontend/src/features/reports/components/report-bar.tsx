import { useNavigate } from '@tanstack/react-router'
import { Save } from 'lucide-react'
import type { ReportRange } from '@/api/types'
import { Button } from '@/components/ui/button'
import { toast } from '@/lib/toast'
import { useSaveReport } from '../api/reports'
import type { ReportContent } from '../figures/content'
import { ExportButtons } from './export-buttons'

interface ReportBarProps {
  content: ReportContent
  range: ReportRange
}

/** What can be done with a report that is on screen. */
export function ReportBar({ content, range }: ReportBarProps) {
  const save = useSaveReport()
  const navigate = useNavigate()

  function keep() {
    save.mutate(
      { content, range },
      {
        onSuccess: ({ id }) =>
          toast.success('The report is saved', {
            action: {
              label: 'Open it',
              run: () => void navigate({ to: '/reports/$reportId', params: { reportId: id } }),
            },
          }),
      },
    )
  }

  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Button variant="primary" pending={save.isPending} onClick={keep}>
        <Save aria-hidden />
        Save report
      </Button>
      <ExportButtons content={content} range={range} />
    </div>
  )
}
