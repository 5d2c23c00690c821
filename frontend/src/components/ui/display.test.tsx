import { useQuery } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import { Inbox } from 'lucide-react'
import { expect, test, vi } from 'vitest'
import { ApiError } from '@/api/errors'
import { announce } from '@/lib/announce'
import { toast } from '@/lib/toast'
import { accessibilityProblems, renderComponent } from '@/test/render'
import { Avatar } from './avatar'
import { Badge } from './badge'
import { Card } from './card'
import { DataTable, type Column } from './data-table'
import { EmptyState } from './empty-state'
import { Markdown } from './lazy-markdown'
import { Pagination } from './pagination'
import { Progress } from './progress'
import { QueryView } from './query-view'
import { Toaster } from './toaster'

interface Row {
  id: number
  title: string
}

const columns: Column<Row>[] = [
  { id: 'title', header: 'Title', cell: ({ row }) => row.original.title, meta: { sort: 'title' } },
  { id: 'id', header: 'Number', cell: ({ row }) => row.original.id },
]

function rowsUpTo(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({ id: index + 1, title: `Task ${index + 1}` }))
}

test('a table says how it is sorted and asks for another order', async () => {
  const onSort = vi.fn()
  const { user } = renderComponent(
    <DataTable
      caption="Tasks"
      columns={columns}
      rows={rowsUpTo(3)}
      rowId={(row) => row.id}
      sort="title"
      onSort={onSort}
    />,
  )
  expect(screen.getAllByRole('row')).toHaveLength(4)
  expect(screen.getByRole('columnheader', { name: 'Title' })).toHaveAttribute('aria-sort', 'ascending')
  expect(screen.getByRole('columnheader', { name: 'Number' })).not.toHaveAttribute('aria-sort')
  await user.click(screen.getByRole('button', { name: 'Title' }))
  expect(onSort).toHaveBeenCalledWith('-title')
  expect(await accessibilityProblems()).toEqual([])
})

test('of a long table only a part is in the document, and it says how long it is', () => {
  renderComponent(
    <DataTable caption="Tasks" columns={columns} rows={rowsUpTo(5000)} rowId={(row) => row.id} />,
  )
  expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '5001')
  expect(screen.getAllByRole('row').length).toBeLessThan(100)
})

test('paging counts one thing as one', () => {
  renderComponent(
    <Pagination one="entry" many="entries" page={1} pages={1} total={1} perPage={50} onChange={() => {}} />,
  )
  expect(screen.getByText('1 of 1 entry')).toBeInTheDocument()
  expect(screen.getByRole('navigation', { name: 'Pages of entries' })).toBeInTheDocument()
})

test('paging says where one is and goes both ways', async () => {
  const onChange = vi.fn()
  const { user } = renderComponent(
    <Pagination one="task" page={2} pages={3} total={120} perPage={50} onChange={onChange} />,
  )
  expect(screen.getByText('51–100 of 120 tasks')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Next page' }))
  await user.click(screen.getByRole('button', { name: 'Previous page' }))
  expect(onChange.mock.calls).toEqual([[3], [1]])
})

test('there is nothing to page through in an empty list', () => {
  renderComponent(<Pagination one="task" page={1} pages={0} total={0} perPage={50} onChange={() => {}} />)
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument()
})

function Loaded({ load }: { load: () => Promise<string> }) {
  const query = useQuery({ queryKey: ['loaded'], queryFn: load })
  return (
    <QueryView query={query} failure="The tasks could not be loaded">
      {(text) => <p>{text}</p>}
    </QueryView>
  )
}

test('a failed load says why and works again after a retry', async () => {
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new ApiError({ status: 500, message: 'Internal server error' }))
    .mockResolvedValue('Here they are')
  const { user } = renderComponent(<Loaded load={load} />)
  expect(screen.getByText('Loading')).toBeInTheDocument()
  expect(await screen.findByRole('alert')).toHaveTextContent('Internal server error')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Here they are')).toBeInTheDocument()
})

test('empty states, cards, badges and bars are named and pass axe', async () => {
  renderComponent(
    <main>
      <Card title="Inbox">
        <EmptyState icon={Inbox} title="Nothing here" action={<button type="button">Create one</button>}>
          Start with a task.
        </EmptyState>
        <Badge tone="success">Done</Badge>
        <Avatar name="Ada Moreau" />
        <Progress label="Portal" value={140} />
      </Card>
    </main>,
  )
  expect(screen.getByRole('region', { name: 'Inbox' })).toBeInTheDocument()
  expect(screen.getByRole('progressbar', { name: 'Portal' })).toHaveAttribute('aria-valuenow', '100')
  expect(screen.getByText('AM')).toHaveAttribute('aria-hidden')
  expect(await accessibilityProblems()).toEqual([])
})

test('a toast is shown, offers its action and can be dismissed', async () => {
  const run = vi.fn()
  const { user } = renderComponent(<Toaster />)
  act(() =>
    toast.error('The card went back', { description: 'Not allowed', action: { label: 'Retry', run } }),
  )
  expect(screen.getByText('Not allowed')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Retry' }))
  expect(run).toHaveBeenCalledOnce()
  act(() => toast.success('Saved'))
  await user.click(screen.getByRole('button', { name: 'Dismiss' }))
  await waitFor(() => expect(screen.queryByText('Saved')).not.toBeInTheDocument())
})

test('an announcement reaches the live region', () => {
  renderComponent(<p>Page</p>)
  act(() => announce('Card moved to Done'))
  expect(screen.getByRole('status')).toHaveTextContent('Card moved to Done')
})

test('what people write cannot run script, load pictures or pose as the page', async () => {
  renderComponent(
    <Markdown
      text={
        '# Title\n\n<script>alert(1)</script>\n\n**bold** [x](javascript:alert(1)) ![pixel](https://evil.example/p.png) [docs](https://example.com)'
      }
    />,
  )
  expect(await screen.findByRole('heading', { level: 3, name: 'Title' })).toBeInTheDocument()
  expect(document.querySelector('script, img')).toBeNull()
  expect(document.querySelector('[href^="javascript"]')).toBeNull()
  expect(screen.getByRole('link', { name: 'docs' })).toHaveAttribute(
    'rel',
    expect.stringContaining('noopener'),
  )
  expect(screen.getByText('bold')).toHaveRole('strong')
})
