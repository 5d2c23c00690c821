import { projectStatusLabels } from '@/api/labels'
import type { ProjectStatus } from '@/api/types'
import { Badge, type BadgeTone } from '@/components/ui/badge'

const tones: Record<ProjectStatus, BadgeTone> = {
  active: 'info',
  on_hold: 'warning',
  completed: 'success',
  cancelled: 'neutral',
}

export function ProjectStatusBadge({ status }: { status: ProjectStatus }) {
  return <Badge tone={tones[status]}>{projectStatusLabels[status] ?? status}</Badge>
}
