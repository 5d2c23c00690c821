import type { AuditLog } from '@/api/types'

/** `user_role_changed` as "User role changed". */
export function actionInWords(action: string): string {
  const words = action.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function resourceInWords({ resource_type: type, resource_id: id }: AuditLog): string {
  if (!type) return ''
  const words = type.replaceAll('_', ' ')
  return id === null ? words : `${words} ${id}`
}
