import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Dialog, DialogActions, DialogClose, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormError } from '@/components/ui/form-error'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { linkableItemsQuery, useLinkGithub, type LinkKind } from '../api/github'
import { RepositoryField } from './repository-field'

const kinds: { value: LinkKind; label: string }[] = [
  { value: 'issue', label: 'Issue' },
  { value: 'pull', label: 'Pull request' },
]

interface ItemFieldProps {
  repoId: number
  kind: LinkKind
  value: number | null
  onChange: (number: number, title: string) => void
}

function ItemField({ repoId, kind, value, onChange }: ItemFieldProps) {
  const source = useQuery(linkableItemsQuery(repoId, kind))
  const { data = [], isPending, error } = source
  const noun = kind === 'issue' ? 'issue' : 'pull request'
  return (
    <>
      <FormError error={error} />
      <Field label={kind === 'issue' ? 'Open issue' : 'Open pull request'} required>
        {(field) => (
          <Combobox<number>
            {...field}
            options={data.map(({ number, title }) => ({ value: number, label: `#${number} ${title}` }))}
            source={source}
            selected={value === null ? [] : [value]}
            onSelect={(number) => onChange(number, data.find((item) => item.number === number)?.title ?? '')}
            placeholder={isPending ? 'Loading…' : `Choose the ${noun}`}
            searchPlaceholder="Search by number or title"
            emptyText={`No open ${noun} found.`}
          />
        )}
      </Field>
    </>
  )
}

interface LinkGithubDialogProps {
  taskId: number
  onClose: () => void
}

export function LinkGithubDialog({ taskId, onClose }: LinkGithubDialogProps) {
  const [repoId, setRepoId] = useState<number | null>(null)
  const [kind, setKind] = useState<LinkKind>('issue')
  const [item, setItem] = useState<{ number: number; title: string } | null>(null)
  const link = useLinkGithub(taskId)

  function submit(event: FormEvent) {
    event.preventDefault()
    if (repoId === null || !item) return
    const { number, title } = item
    const input =
      kind === 'issue'
        ? { issue_number: number, issue_title: title }
        : { pull_request_number: number, pull_request_title: title }
    link.mutate({ repo_id: repoId, ...input }, { onSuccess: onClose })
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Link with GitHub"
        description="A linked issue is closed and opened again together with the task."
      >
        <form onSubmit={submit} className="grid gap-4">
          <FormError error={link.error} />
          <RepositoryField
            value={repoId}
            onChange={(id) => {
              setRepoId(id)
              setItem(null)
            }}
          />
          <SegmentedControl
            label="Kind"
            value={kind}
            options={kinds}
            onChange={(next) => {
              setKind(next)
              setItem(null)
            }}
          />
          {repoId !== null && (
            <ItemField
              repoId={repoId}
              kind={kind}
              value={item?.number ?? null}
              onChange={(number, title) => setItem({ number, title })}
            />
          )}
          <DialogActions>
            <DialogClose asChild>
              <Button>Cancel</Button>
            </DialogClose>
            <Button type="submit" variant="primary" pending={link.isPending} disabled={!item}>
              Link
            </Button>
          </DialogActions>
        </form>
      </DialogContent>
    </Dialog>
  )
}
