import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { ROLES } from '@/api/labels'
import type { SystemSettings } from '@/api/types'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { toast } from '@/lib/toast'
import { useUpdateSettings } from '../api/settings'
import {
  AccessSettings,
  IntegrationSettings,
  NotificationSettings,
  RetentionSettings,
} from './settings-sections'

const DAYS_MAX = 36_500

/** An emptied field is no number, rather than the 0 that keeps everything for ever. */
const days = z.pipe(
  z.pipe(
    z.coerce.string().check(z.regex(/^\d+$/, 'A whole number of days, 0 or more.')),
    z.transform(Number),
  ),
  z.number().check(z.lte(DAYS_MAX, `At most ${DAYS_MAX.toLocaleString()}.`)),
)

const schema = z.object({
  default_user_role: z.enum(ROLES),
  allow_self_registration: z.boolean(),
  audit_log_retention_days: days,
  project_retention_days: days,
  auto_archive_completed_projects: z.boolean(),
  notify_on_overdue_tasks: z.boolean(),
  notification_settings: z.record(z.string(), z.boolean()),
  github_integration_enabled: z.boolean(),
  app_name: z
    .string()
    .check(z.trim(), z.minLength(3, 'At least 3 characters.'), z.maxLength(100, 'At most 100 characters.')),
})

export type SettingsInput = z.input<typeof schema>
export type SettingsValues = z.output<typeof schema>

/** The older name of the registration switch is left to the server. */
function valuesOf(settings: SystemSettings): SettingsValues {
  const { allow_registration: _older, ...values } = settings
  return values
}

/** Only what differs, so that two admins who change different things do not undo each other. */
function changesIn(values: SettingsValues, settings: SystemSettings): Partial<SystemSettings> {
  const changed = Object.entries(values).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(settings[key as keyof SystemSettings]),
  )
  return Object.fromEntries(changed)
}

export function SettingsForm({ settings }: { settings: SystemSettings }) {
  const update = useUpdateSettings()
  const form = useForm<SettingsInput, unknown, SettingsValues>({
    resolver: zodResolver(schema),
    values: valuesOf(settings),
    // Somebody else's change arrives without undoing one's own.
    resetOptions: { keepDirtyValues: true },
  })
  const { isDirty } = form.formState

  /** The options above apply to every reset, so this one says that it means the edited fields too. */
  function undo() {
    form.reset(valuesOf(settings), { keepDirtyValues: false })
  }

  const submit = form.handleSubmit((values) => {
    const changes = changesIn(values, settings)
    if (Object.keys(changes).length === 0) return undo()
    update.mutate(changes, {
      onSuccess: (saved) => {
        form.reset(valuesOf(saved), { keepDirtyValues: false })
        toast.success('The settings are saved')
      },
    })
  })

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
      <AccessSettings form={form} />
      <NotificationSettings form={form} />
      <RetentionSettings form={form} />
      <IntegrationSettings form={form} />
      <FormError error={update.error} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={!isDirty} pending={update.isPending}>
          Save settings
        </Button>
        {isDirty && <Button onClick={undo}>Undo</Button>}
      </div>
    </form>
  )
}
