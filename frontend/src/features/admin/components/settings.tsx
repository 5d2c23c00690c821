import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { QueryView } from '@/components/ui/query-view'
import { SkeletonRows } from '@/components/ui/skeleton'
import { preloadedComponent } from '@/lib/lazy-component'
import { settingsQuery } from '../api/settings'
import { RetentionRun } from './retention-run'

const SettingsForm = preloadedComponent(() => import('./settings-form'), 'SettingsForm')

export function Settings() {
  return (
    <QueryView query={useQuery(settingsQuery())} failure="The settings could not be loaded">
      {(settings) => (
        <div className="grid gap-4">
          <Suspense fallback={<SkeletonRows rows={10} />}>
            <SettingsForm settings={settings} />
          </Suspense>
          <RetentionRun settings={settings} />
        </div>
      )}
    </QueryView>
  )
}
