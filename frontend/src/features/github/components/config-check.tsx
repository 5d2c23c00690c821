import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleX } from 'lucide-react'
import type { GithubConfig } from '@/api/types'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { QueryView } from '@/components/ui/query-view'
import { configQuery } from '../api/config'

/** Whether people can connect their accounts at all, and what to set if not. */
export function ConfigCheck() {
  return (
    <Card title="GitHub application">
      <QueryView query={useQuery(configQuery())} failure="The configuration could not be checked">
        {(config) => <Findings config={config} />}
      </QueryView>
    </Card>
  )
}

function Findings({ config }: { config: GithubConfig }) {
  const {
    config_status: status,
    client_id: clientId,
    redirect_uri: callback,
    frontend_url: frontend,
  } = config
  const settings = [
    { name: 'GITHUB_CLIENT_ID', set: status.client_id_set, value: clientId },
    { name: 'GITHUB_CLIENT_SECRET', set: status.client_secret_set, value: null },
    { name: 'GITHUB_REDIRECT_URI', set: status.redirect_uri_set, value: callback },
  ]
  const missing = settings.filter(({ set }) => !set).map(({ name }) => name)
  return (
    <>
      <p className="mb-3 text-muted">
        {missing.length === 0
          ? 'The server has all it needs for people to connect their accounts. The callback must be registered at GitHub exactly as it stands here.'
          : `Nobody can connect an account yet. Set ${missing.join(' and ')} on the server, and start it again.`}
      </p>
      <ul className="grid gap-2">
        {settings.map((setting) => (
          <Setting key={setting.name} {...setting} />
        ))}
      </ul>
      {isElsewhere(frontend) && (
        <p className="mt-3 text-warning">
          GitHub sends people back to {frontend}, but you are at {window.location.origin}. FRONTEND_URL on the
          server says where.
        </p>
      )}
    </>
  )
}

interface SettingProps {
  name: string
  set: boolean
  value: string | null
}

function Setting({ name, set, value }: SettingProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <code className="text-sm">{name}</code>
      {set ? (
        <Badge tone="success" icon={<CircleCheck aria-hidden />}>
          Set
        </Badge>
      ) : (
        <Badge tone="danger" icon={<CircleX aria-hidden />}>
          Missing
        </Badge>
      )}
      {value && <span className="text-sm break-all text-muted">{value}</span>}
    </li>
  )
}

function isElsewhere(frontend: string): boolean {
  return !`${frontend}/`.startsWith(`${window.location.origin}/`)
}
