import { Controller, type UseFormReturn } from 'react-hook-form'
import { ROLES, roleLabels } from '@/api/labels'
import type { Role } from '@/api/types'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { SettingSwitch } from './setting-switch'
import type { SettingsInput, SettingsValues } from './settings-form'

interface SectionProps {
  form: UseFormReturn<SettingsInput, unknown, SettingsValues>
}

const roleOptions = ROLES.map((role) => ({ value: role, label: roleLabels[role] }))

export function AccessSettings({ form }: SectionProps) {
  return (
    <Card title="Access">
      <div className="grid gap-4">
        <SettingSwitch
          form={form}
          name="allow_self_registration"
          label="Anybody may register"
          description="Otherwise only admins add users."
        />
        <Controller
          control={form.control}
          name="default_user_role"
          render={({ field: { value, onChange } }) => (
            <Field label="Role of new registrations" className="max-w-xs">
              {(control) => (
                <Select<Role> {...control} value={value} onChange={onChange} options={roleOptions} />
              )}
            </Field>
          )}
        />
      </div>
    </Card>
  )
}

export function NotificationSettings({ form }: SectionProps) {
  return (
    <Card title="Notifications">
      <div className="grid gap-4">
        <SettingSwitch
          form={form}
          name="notification_settings.task_assignments"
          label="Assignments"
          description="Tell people when a task becomes theirs."
        />
        <SettingSwitch
          form={form}
          name="notification_settings.project_updates"
          label="Projects"
          description="Tell people about changes of their projects."
        />
        <SettingSwitch
          form={form}
          name="notification_settings.email_notifications"
          label="Email"
          description="For servers that send email."
        />
        <SettingSwitch
          form={form}
          name="notify_on_overdue_tasks"
          label="Overdue tasks"
          description="Tell assignees once when a deadline has passed."
        />
      </div>
    </Card>
  )
}

export function RetentionSettings({ form }: SectionProps) {
  const { errors } = form.formState
  return (
    <Card title="Retention">
      <div className="grid gap-4">
        <Field
          label="Keep audit entries for days"
          hint="0 keeps them for ever."
          error={errors.audit_log_retention_days?.message}
          className="max-w-xs"
        >
          {(control) => (
            <Input {...control} {...form.register('audit_log_retention_days')} inputMode="numeric" />
          )}
        </Field>
        <SettingSwitch
          form={form}
          name="auto_archive_completed_projects"
          label="Delete completed projects"
          description="Projects that were completed long enough ago are deleted by themselves, with their tasks."
        />
        <Field
          label="Keep completed projects for days"
          hint="0 keeps them for ever."
          error={errors.project_retention_days?.message}
          className="max-w-xs"
        >
          {(control) => (
            <Input {...control} {...form.register('project_retention_days')} inputMode="numeric" />
          )}
        </Field>
      </div>
    </Card>
  )
}

export function IntegrationSettings({ form }: SectionProps) {
  return (
    <Card title="This server">
      <div className="grid gap-4">
        <SettingSwitch
          form={form}
          name="github_integration_enabled"
          label="GitHub"
          description="Connecting accounts, browsing repositories and synchronisation."
        />
        <Field
          label="Name of this server"
          hint="Shown by the API’s documentation."
          error={form.formState.errors.app_name?.message}
          className="max-w-xs"
          required
        >
          {(control) => <Input {...control} {...form.register('app_name')} />}
        </Field>
      </div>
    </Card>
  )
}
