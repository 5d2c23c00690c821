import type { BulkTaskResult } from '@/api/types'
import { toast } from '@/lib/toast'

function tasks(count: number): string {
  return count === 1 ? '1 task' : `${count} tasks`
}

/** Says how many changed, and for those that did not, why. */
export function reportBulkResults(results: BulkTaskResult[]) {
  const refused = results.filter((result) => result.status >= 300)
  const changed = results.length - refused.length
  if (refused.length === 0) {
    toast.success(`${tasks(changed)} changed`)
    return
  }
  const reasons = [...new Set(refused.map((result) => result.message))].join(' ')
  toast.error(`${tasks(refused.length)} not changed${changed > 0 ? `, ${changed} changed` : ''}`, {
    description: reasons,
  })
}
