import { screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { accessibilityProblems, renderComponent } from '@/test/render'
import { ConfirmDialog } from './alert-dialog'
import { Button } from './button'
import { Checkbox } from './checkbox'
import { Combobox } from './combobox'
import { DateField } from './date-field'
import { Dialog, DialogContent, DialogTrigger } from './dialog'
import { Field } from './field'
import { Input } from './input'
import { SearchInput } from './search-input'
import { SegmentedControl } from './segmented-control'
import { Select } from './select'
import { Switch } from './switch'
import { Tabs, TabsContent, TabsList, TabsTrigger } from './tabs'

test('a pending button keeps its focus and does nothing', async () => {
  const onClick = vi.fn()
  const { user } = renderComponent(
    <Button pending onClick={onClick}>
      Save
    </Button>,
  )
  const button = screen.getByRole('button', { name: 'Save' })
  await user.click(button)
  expect(onClick).not.toHaveBeenCalled()
  expect(button).toHaveFocus()
  expect(button).toHaveAttribute('aria-busy', 'true')
})

test('a link can look like a button', () => {
  renderComponent(
    <Button asChild variant="primary">
      <a href="/tasks">Tasks</a>
    </Button>,
  )
  expect(screen.getByRole('link', { name: 'Tasks' })).toHaveClass('bg-accent')
})

test('a field ties label, hint and error to its control', async () => {
  renderComponent(
    <Field label="Title" hint="Short and clear" error="Too short" required>
      {(control) => <Input {...control} />}
    </Field>,
  )
  const input = screen.getByRole('textbox', { name: /Title/ })
  expect(input).toBeInvalid()
  expect(input).toBeRequired()
  expect(input).toHaveAccessibleDescription('Short and clear Too short')
  expect(await accessibilityProblems()).toEqual([])
})

test('a select is opened and chosen from by keyboard', async () => {
  const onChange = vi.fn()
  const { user } = renderComponent(
    <Select
      aria-label="Status"
      value="todo"
      onChange={onChange}
      options={[
        { value: 'todo', label: 'To do' },
        { value: 'done', label: 'Done' },
      ]}
    />,
  )
  await user.tab()
  await user.keyboard('{Enter}')
  await screen.findByRole('listbox')
  await user.keyboard('{ArrowDown}{Enter}')
  expect(onChange).toHaveBeenCalledWith('done')
})

test('a combobox finds by keyword and closes after a choice', async () => {
  const onSelect = vi.fn()
  const { user } = renderComponent(
    <Combobox
      aria-label="Assignee"
      options={[
        { value: 1, label: 'Ada Moreau', keywords: ['ada@example.com'] },
        { value: 2, label: 'Ben Schulz', keywords: ['ben@example.com'] },
      ]}
      selected={[2]}
      onSelect={onSelect}
    />,
  )
  const trigger = screen.getByRole('combobox', { name: 'Assignee' })
  expect(trigger).toHaveTextContent('Ben Schulz')
  await user.click(trigger)
  await user.keyboard('ada@')
  expect(screen.getByRole('option')).toHaveTextContent('Ada Moreau')
  await user.keyboard('{Enter}')
  expect(onSelect).toHaveBeenCalledWith(1)
  await waitFor(() => expect(screen.queryByRole('option')).not.toBeInTheDocument())
})

test('a combobox whose options did not come says so and loads them again', async () => {
  const refetch = vi.fn()
  const source = { isPending: false, isFetching: false, error: new Error('x'), refetch }
  const combobox = (props: typeof source) => (
    <Combobox aria-label="Assignee" options={[]} source={props} selected={[]} onSelect={() => {}} />
  )
  const { user, unmount } = renderComponent(combobox(source))
  await user.click(screen.getByRole('combobox', { name: 'Assignee' }))
  expect(screen.getByRole('alert')).toHaveTextContent('The choices could not be loaded.')
  expect(screen.queryByText('Nothing found.')).not.toBeInTheDocument()
  await user.keyboard('{Enter}')
  expect(refetch).toHaveBeenCalledOnce()
  unmount()
  renderComponent(combobox({ ...source, isPending: true, error: null as never }))
  await user.click(screen.getByRole('combobox', { name: 'Assignee' }))
  expect(screen.getByText('Loading the choices')).toBeInTheDocument()
})

test('a combobox for several stays open', async () => {
  const { user } = renderComponent(
    <Combobox
      multiple
      aria-label="Members"
      options={[{ value: 1, label: 'Ada' }]}
      selected={[]}
      onSelect={() => {}}
    />,
  )
  await user.click(screen.getByRole('combobox', { name: 'Members' }))
  await user.click(screen.getByRole('option', { name: 'Ada' }))
  expect(screen.getByRole('option', { name: 'Ada' })).toBeInTheDocument()
})

test('a dialog takes focus to its first control and gives it back', async () => {
  const { user } = renderComponent(
    <Dialog>
      <DialogTrigger>Open</DialogTrigger>
      <DialogContent title="New task" description="It appears on the board at once.">
        <Input aria-label="Title" />
      </DialogContent>
    </Dialog>,
  )
  await user.click(screen.getByRole('button', { name: 'Open' }))
  expect(screen.getByRole('dialog', { name: 'New task' })).toHaveAccessibleDescription(
    'It appears on the board at once.',
  )
  expect(screen.getByRole('textbox', { name: 'Title' })).toHaveFocus()
  expect(await accessibilityProblems()).toEqual([])
  await user.keyboard('{Escape}')
  expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus()
})

test('confirming needs a click on what will happen, and shows why it failed', async () => {
  const onConfirm = vi.fn()
  const { user } = renderComponent(
    <ConfirmDialog
      open
      onOpenChange={() => {}}
      title="Delete the task?"
      description="Its comments go with it."
      confirmLabel="Delete task"
      error={new Error('boom')}
      onConfirm={onConfirm}
    />,
  )
  const dialog = screen.getByRole('alertdialog', { name: 'Delete the task?' })
  expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus()
  expect(within(dialog).getByRole('alert')).toHaveTextContent('Something went wrong.')
  await user.click(within(dialog).getByRole('button', { name: 'Delete task' }))
  expect(onConfirm).toHaveBeenCalledOnce()
})

function Toggles() {
  const [on, setOn] = useState(false)
  const [range, setRange] = useState('week')
  return (
    <>
      <Switch label="Overdue" description="Once per task" checked={on} onChange={setOn} />
      <Checkbox aria-label="All" checked="indeterminate" onCheckedChange={() => {}} />
      <SegmentedControl
        label="Range"
        value={range}
        onChange={setRange}
        options={[
          { value: 'week', label: 'Week' },
          { value: 'month', label: 'Month' },
        ]}
      />
    </>
  )
}

test('switches, checkboxes and segments say what state they are in', async () => {
  const { user } = renderComponent(<Toggles />)
  const toggle = screen.getByRole('switch', { name: 'Overdue' })
  await user.click(toggle)
  expect(toggle).toBeChecked()
  expect(screen.getByRole('checkbox', { name: 'All' })).toBePartiallyChecked()
  await user.click(screen.getByRole('radio', { name: 'Month' }))
  expect(screen.getByRole('radio', { name: 'Month' })).toBeChecked()
  expect(await accessibilityProblems()).toEqual([])
})

test('tabs are switched with the arrow keys', async () => {
  const { user } = renderComponent(
    <Tabs defaultValue="board">
      <TabsList aria-label="Project">
        <TabsTrigger value="board">Board</TabsTrigger>
        <TabsTrigger value="list">List</TabsTrigger>
      </TabsList>
      <TabsContent value="board">Cards</TabsContent>
      <TabsContent value="list">Rows</TabsContent>
    </Tabs>,
  )
  await user.tab()
  await user.keyboard('{ArrowRight}')
  expect(screen.getByRole('tabpanel', { name: 'List' })).toHaveTextContent('Rows')
  expect(await accessibilityProblems()).toEqual([])
})

test('a date field speaks the API’s instants', async () => {
  const onChange = vi.fn()
  const { user } = renderComponent(
    <DateField aria-label="Deadline" value="2026-05-20T00:00:00Z" onChange={onChange} />,
  )
  const input = screen.getByLabelText('Deadline')
  expect(input).toHaveValue('2026-05-20')
  await user.clear(input)
  expect(onChange).toHaveBeenLastCalledWith(null)
})

test('a search is reported when typing pauses, and clearing at once', async () => {
  const onChange = vi.fn()
  const { user } = renderComponent(<SearchInput label="Search tasks" value="" onChange={onChange} />)
  await user.type(screen.getByRole('textbox', { name: 'Search tasks' }), 'login')
  expect(onChange).not.toHaveBeenCalled()
  await waitFor(() => expect(onChange).toHaveBeenCalledExactlyOnceWith('login'))
  await user.click(screen.getByRole('button', { name: 'Clear search' }))
  expect(onChange).toHaveBeenLastCalledWith('')
})

test('a search follows the address when that changes', () => {
  const { rerender } = renderComponent(<SearchInput label="Search" value="a" onChange={() => {}} />)
  rerender(<SearchInput label="Search" value="b" onChange={() => {}} />)
  expect(screen.getByRole('textbox')).toHaveValue('b')
})
