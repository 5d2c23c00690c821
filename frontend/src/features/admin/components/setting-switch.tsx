import { Controller, type FieldPathByValue, type UseFormReturn } from 'react-hook-form'
import { Switch } from '@/components/ui/switch'
import type { SettingsInput, SettingsValues } from './settings-form'

interface SettingSwitchProps {
  form: UseFormReturn<SettingsInput, unknown, SettingsValues>
  name: FieldPathByValue<SettingsInput, boolean>
  label: string
  description: string
}

export function SettingSwitch({ form, name, label, description }: SettingSwitchProps) {
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field }) => (
        <Switch
          label={label}
          description={description}
          checked={field.value === true}
          onChange={field.onChange}
        />
      )}
    />
  )
}
