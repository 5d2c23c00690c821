import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { RotateCw, type LucideIcon } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Dialog as Radix } from 'radix-ui'
import { errorMessage } from '@/api/errors'
import { useFocusBack } from '@/components/ui/use-focus-back'
import { Kbd } from '@/components/ui/kbd'
import { menuItemClasses } from '@/components/ui/menu-classes'
import { searchQuery } from '../api/search'
import { SearchHits } from './search-hits'

export interface PaletteCommand {
  label: string
  icon: LucideIcon
  shortcut?: string
  run: () => void
}

interface CommandPaletteProps {
  pages: PaletteCommand[]
  actions: PaletteCommand[]
  onClose: () => void
}

const groupClasses =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted'

/** Finds tasks, projects and people, opens pages and runs actions, from anywhere. */
export function CommandPalette({ pages, actions, onClose }: CommandPaletteProps) {
  const [text, setText] = useState('')
  const focusBack = useFocusBack()
  const search = useQuery(searchQuery(useDeferredValue(text.trim())))

  // The server has chosen its hits already; only our own commands are left to filter.
  function matches({ label }: PaletteCommand) {
    return label.toLowerCase().includes(text.trim().toLowerCase())
  }

  function choose(run: () => void) {
    onClose()
    run()
  }

  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-overlay" />
        <Radix.Content
          {...focusBack}
          aria-describedby={undefined}
          className="fixed inset-x-3 top-[10dvh] z-40 mx-auto max-w-xl appear overflow-hidden rounded-card border bg-raised text-ink shadow-floating outline-none"
        >
          <Radix.Title className="sr-only">Search or jump to</Radix.Title>
          <Command label="Search or jump to" loop shouldFilter={false}>
            <Command.Input
              value={text}
              onValueChange={setText}
              placeholder="Search tasks, projects, people, or type a page’s name"
              className="h-12 w-full border-b bg-transparent px-4 text-lg outline-none"
            />
            <Command.List className="max-h-[60dvh] overflow-y-auto p-1">
              {!search.isError && (
                <Command.Empty className="px-3 py-6 text-center text-muted">
                  {search.isFetching ? 'Searching' : 'Nothing found.'}
                </Command.Empty>
              )}
              {search.isError && <FailedSearch search={search} />}
              {search.data && text !== '' && (
                <SearchHits results={search.data} groupClasses={groupClasses} onChoose={choose} />
              )}
              <Commands heading="Go to" commands={pages.filter(matches)} onChoose={choose} />
              <Commands heading="Actions" commands={actions.filter(matches)} onChoose={choose} />
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Not the same as finding nothing. The way to try again is an entry like the others, so that the keys reach it. */
function FailedSearch({ search }: { search: UseQueryResult }) {
  return (
    <>
      <p role="alert" className="px-3 pt-3 pb-1 text-danger">
        The search failed: {errorMessage(search.error)}
      </p>
      <Command.Item
        value="try-again"
        onSelect={() => void search.refetch()}
        className={menuItemClasses}
        disabled={search.isFetching}
      >
        <RotateCw aria-hidden />
        {search.isFetching ? 'Searching' : 'Search again'}
      </Command.Item>
    </>
  )
}

interface CommandsProps {
  heading: string
  commands: PaletteCommand[]
  onChoose: (run: () => void) => void
}

function Commands({ heading, commands, onChoose }: CommandsProps) {
  if (commands.length === 0) return null
  return (
    <Command.Group heading={heading} className={groupClasses}>
      {commands.map(({ label, icon: Icon, shortcut, run }) => (
        <Command.Item key={label} value={label} onSelect={() => onChoose(run)} className={menuItemClasses}>
          <Icon aria-hidden />
          {label}
          {shortcut && (
            <span className="ml-auto flex gap-1" aria-hidden>
              {shortcut.split(' ').map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </span>
          )}
        </Command.Item>
      ))}
    </Command.Group>
  )
}
