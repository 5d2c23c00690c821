import { roleLabels } from '@/api/labels'
import type { Role } from '@/api/types'
import { Badge, type BadgeTone } from '@/components/ui/badge'

const tones: Record<Role, BadgeTone> = { developer: 'neutral', team_lead: 'info', admin: 'review' }

export function RoleBadge({ role }: { role: Role }) {
  return <Badge tone={tones[role]}>{roleLabels[role] ?? role}</Badge>
}
