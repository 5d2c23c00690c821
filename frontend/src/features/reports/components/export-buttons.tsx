import { FileDown, Printer } from 'lucide-react'
import type { ReportRange } from '@/api/types'
import { Button } from '@/components/ui/button'
import { toCsv } from '@/lib/csv'
import { download } from '@/lib/download'
import type { ReportContent } from '../figures/content'
import { reportColumns } from './report-columns'

interface ExportButtonsProps {
  content: ReportContent
  range: ReportRange
}

function csvOf(content: ReportContent): Blob {
  switch (content.type) {
    case 'tasks':
      return toCsv(reportColumns.tasks, content.rows)
    case 'developers':
      return toCsv(reportColumns.developers, content.rows)
    case 'github':
      return toCsv(reportColumns.github, content.rows)
  }
}

/** The browser's own printing makes the PDF: it is searchable, tagged, and knows every script names are in. */
export function ExportButtons({ content, range }: ExportButtonsProps) {
  const day = content.summary.as_of.slice(0, 10)
  return (
    <>
      <Button onClick={() => download(`${content.type}-${range}-${day}.csv`, csvOf(content))}>
        <FileDown aria-hidden />
        Export CSV
      </Button>
      <Button onClick={() => window.print()}>
        <Printer aria-hidden />
        Print or save as PDF
      </Button>
    </>
  )
}
