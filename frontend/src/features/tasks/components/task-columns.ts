import { cn } from '@/lib/cn'

/*
 * A task is a row of columns on a wide screen, and a card of two lines on a narrow one: the title above, the rest
 * below. The heads stand in the same columns, or in one line above the cards.
 */

/** In pixels, as `rowClasses` has them. */
export const ROW_HEIGHT = { wide: 40, narrow: 72 }
export const WIDE = '(min-width: 64rem)'

const GRID = 'lg:grid lg:grid-cols-[2.5rem_minmax(0,1fr)_9.5rem_6rem_8.5rem_9rem]'
const ALONE = cn(GRID, 'xl:grid-cols-[2.5rem_minmax(0,1fr)_9.5rem_6.5rem_10rem_10rem_8rem]')
const WITH_PROJECT = cn(
  GRID,
  'xl:grid-cols-[2.5rem_minmax(0,1fr)_9rem_9.5rem_6.5rem_9rem_10rem]',
  '2xl:grid-cols-[2.5rem_minmax(0,1fr)_9rem_9.5rem_6.5rem_10rem_10rem_8rem]',
)

export function gridClasses(withProject: boolean): string {
  return withProject ? WITH_PROJECT : ALONE
}

export const headClasses = 'flex flex-wrap items-center border-b max-lg:min-h-9'

export const rowClasses =
  'grid h-18 border-b contain-strict hover:bg-hover data-selected:bg-selected max-lg:grid-cols-[2.5rem_auto_auto_minmax(0,1fr)_auto] max-lg:grid-rows-2 lg:h-10'

const cell = 'flex min-w-0 items-center max-lg:px-1.5 max-sm:px-1 lg:px-3'
const below = cn(cell, 'max-lg:mb-1.5')

export const cellClasses = {
  select: 'max-lg:row-span-2',
  title: cn(cell, 'gap-2 max-lg:col-span-4 max-lg:mt-1 max-lg:pr-3 max-lg:pl-0'),
  project: 'hidden truncate px-3 leading-10 text-muted xl:block',
  status: cn(below, 'max-lg:pl-0'),
  priority: below,
  assignee: below,
  deadline: cn(below, 'max-lg:pr-3 max-sm:pr-2'),
}

/** Where the project stands as well, the last column has room on the widest screens only. */
export function updatedClasses(withProject: boolean): string {
  return cn('hidden truncate px-3 text-sm leading-10 text-muted', withProject ? '2xl:block' : 'xl:block')
}
