import type { ReportRange, ReportType } from '@/api/types'

export const typeLabels: Record<ReportType, string> = {
  tasks: 'Tasks',
  developers: 'Developers',
  github: 'GitHub',
}

export const rangeLabels: Record<ReportRange, string> = {
  week: 'Week',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
}
