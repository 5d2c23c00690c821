import type { BulkTaskResult } from '@/api/types'
import { counted } from '@/lib/count'
import { toast } from '@/lib/toast'

/** Says how many changed, and for those that did not, why. */
export function reportBulkResults(results: BulkTaskResult[]) {
  const refused = results.filter((result) => result.status >= 300)
  const changed = results.length - refused.length
  if (refused.length === 0) {
    toast.success(`${counted(changed, 'task')} changed`)
    return
  }
  const reasons = [...new Set(refused.map((result) => result.message))].join(' ')
  toast.error(`${counted(refused.length, 'task')} not changed${changed > 0 ? `, ${changed} changed` : ''}`, {
    description: reasons,
  })
}
