import { KeyboardCode, type KeyboardCoordinateGetter } from '@dnd-kit/core'
import { TASK_STATUSES } from '@/api/labels'

const steps: Record<string, number> = { [KeyboardCode.Left]: -1, [KeyboardCode.Right]: 1 }
const INSET = 8

/** The arrow keys carry a lifted card to the neighbouring column. */
export const toNextColumn: KeyboardCoordinateGetter = (event, { context }) => {
  const step = steps[event.code]
  if (step === undefined) return undefined
  event.preventDefault()
  const status: unknown = context.over?.id ?? context.active?.data.current?.status
  const index = TASK_STATUSES.findIndex((each) => each === status)
  const next = index < 0 ? undefined : TASK_STATUSES[index + step]
  const rect = next && context.droppableRects.get(next)
  return rect ? { x: rect.left + INSET, y: rect.top + INSET } : undefined
}
