import { screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { renderComponent } from '@/test/render'
import { ConfirmDialog } from './alert-dialog'
import { Dialog, DialogContent } from './dialog'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from './dropdown-menu'
import { Sheet, SheetContent } from './sheet'

type Kind = 'dialog' | 'question' | 'sheet'

/** A page with a button and a menu, each of which opens what no trigger of the library knows about. */
function Openers({ kind }: { kind: Kind }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button onClick={() => setOpen(true)}>Open</button>
      <DropdownMenu>
        <DropdownMenuTrigger>Menu</DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem onSelect={() => setOpen(true)}>Open from here</DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      {kind === 'question' && (
        <ConfirmDialog
          open={open}
          onOpenChange={setOpen}
          title="Really?"
          description="It cannot be undone."
          confirmLabel="Yes"
          onConfirm={() => setOpen(false)}
        />
      )}
      {kind === 'dialog' && open && (
        <Dialog open onOpenChange={setOpen}>
          <DialogContent title="Form">
            <button onClick={() => setOpen(false)}>Save</button>
          </DialogContent>
        </Dialog>
      )}
      {kind === 'sheet' && open && (
        <Sheet open onOpenChange={setOpen}>
          <SheetContent title="Details">
            <button onClick={() => setOpen(false)}>Done</button>
          </SheetContent>
        </Sheet>
      )}
    </>
  )
}

const ends: [Kind, string][] = [
  ['dialog', 'Save'],
  ['dialog', 'Close'],
  ['question', 'Yes'],
  ['question', 'Cancel'],
  ['sheet', 'Done'],
]

test.each(ends)('after a %s is left by “%s” focus is where it was opened', async (kind, name) => {
  const { user } = renderComponent(<Openers kind={kind} />)
  await user.click(screen.getByRole('button', { name: 'Open' }))
  await user.click(await screen.findByRole('button', { name }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus())
})

test.each(ends)('after a %s from a menu is left by “%s” focus is at the menu', async (kind, name) => {
  const { user } = renderComponent(<Openers kind={kind} />)
  await user.click(screen.getByRole('button', { name: 'Menu' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Open from here' }))
  await user.click(await screen.findByRole('button', { name }))
  await waitFor(() => expect(screen.getByRole('button', { name: 'Menu' })).toHaveFocus())
})
