import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import * as z from 'zod/mini'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { toast } from '@/lib/toast'
import { useTrackRepository } from '../api/repositories'

const SECRET_MIN = 16

const schema = z.object({
  name: z
    .string()
    .check(z.trim(), z.regex(/^[\w.-]+\/[\w.-]+$/, 'Write it as owner/repository, such as acme/portal.')),
  secret: z
    .string()
    .check(
      z.refine((text) => text === '' || text.length >= SECRET_MIN, `At least ${SECRET_MIN} characters.`),
    ),
})

/** Takes a repository into the team's care. */
export function TrackRepository() {
  const track = useTrackRepository()
  const { register, handleSubmit, formState, reset } = useForm({
    resolver: zodResolver(schema),
    defaultValues: { name: '', secret: '' },
  })
  const { errors } = formState

  const submit = handleSubmit(({ name, secret }) =>
    track.mutate(
      {
        repository_name: name,
        repository_url: `https://github.com/${name}`,
        ...(secret && { webhook_secret: secret }),
      },
      {
        onSuccess: () => {
          reset()
          toast.success(`${name} is tracked`)
        },
      },
    ),
  )

  return (
    <Card title="Add a repository">
      <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-3">
        <FormError error={track.error} />
        <div className="grid items-start gap-3 sm:grid-cols-2">
          <Field label="Repository" hint="As owner/repository." error={errors.name?.message} required>
            {(control) => <Input {...control} {...register('name')} autoComplete="off" className="h-10" />}
          </Field>
          <Field
            label="Webhook secret"
            hint="Only for a webhook that exists already. “Set up webhook” makes one of its own."
            error={errors.secret?.message}
          >
            {(control) => <PasswordInput {...control} {...register('secret')} autoComplete="off" />}
          </Field>
        </div>
        <div>
          <Button type="submit" variant="primary" pending={track.isPending}>
            Track repository
          </Button>
        </div>
      </form>
    </Card>
  )
}
