import { useQuery } from '@tanstack/react-query'
import { QueryView } from '@/components/ui/query-view'
import { settingsQuery } from '../api/settings'
import { RetentionRun } from './retention-run'
import { SettingsForm } from './settings-form'

export function Settings() {
  return (
    <QueryView query={useQuery(settingsQuery())} failure="The settings could not be loaded">
      {(settings) => (
        <div className="grid gap-4">
          <SettingsForm settings={settings} />
          <RetentionRun settings={settings} />
        </div>
      )}
    </QueryView>
  )
}
