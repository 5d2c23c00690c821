import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { renderComponent } from '@/test/render'
import { Combobox } from './combobox'
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from './dropdown-menu'
import { Popover, PopoverContent, PopoverTrigger } from './popover'
import { SegmentedControl } from './segmented-control'
import { Select } from './select'

const letters = [
  { value: 'a', label: 'Alpha' },
  { value: 'b', label: 'Beta' },
]

/** Somebody whose keys come faster than any timer. */
const quick = () => userEvent.setup({ delay: null })

/** After what the libraries put off until their own timers. */
const nextTurn = () => new Promise((resolve) => setTimeout(resolve))

function Letter() {
  const [chosen, setChosen] = useState('a')
  return (
    <>
      <Combobox aria-label="Letter" options={letters} selected={[chosen]} onSelect={setChosen} />
      <button>Next</button>
    </>
  )
}

test.each(['{Enter}', '{Escape}'])(
  'a tab right after %s goes on from the picker and stays there',
  async (key) => {
    renderComponent(<Letter />)
    const user = quick()
    await user.click(screen.getByRole('combobox', { name: 'Letter' }))
    await screen.findByRole('option', { name: 'Beta' })
    await user.keyboard(`{ArrowDown}${key}{Tab}`)
    expect(screen.getByRole('button', { name: 'Next' })).toHaveFocus()
    await nextTurn()
    expect(screen.getByRole('button', { name: 'Next' })).toHaveFocus()
  },
)

test('a tab right after a choice from a list leaves focus at what opened it', async () => {
  renderComponent(
    <>
      <Select aria-label="Letter" options={letters} value="a" onChange={() => {}} />
      <button>Next</button>
    </>,
  )
  const user = quick()
  await user.click(screen.getByRole('combobox', { name: 'Letter' }))
  await screen.findByRole('option', { name: 'Beta' })
  await user.keyboard('{ArrowDown}{Enter}{Tab}')
  await nextTurn()
  expect(screen.getByRole('combobox', { name: 'Letter' })).toHaveFocus()
})

test('a tab right after a choice from a menu leaves focus at what opened it', async () => {
  renderComponent(
    <>
      <DropdownMenu>
        <DropdownMenuTrigger>Menu</DropdownMenuTrigger>
        <DropdownMenuContent>
          <DropdownMenuItem>Alpha</DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
      <button>Next</button>
    </>,
  )
  const user = quick()
  await user.click(screen.getByRole('button', { name: 'Menu' }))
  await screen.findByRole('menuitem', { name: 'Alpha' })
  await user.keyboard('{ArrowDown}{Enter}{Tab}')
  await nextTurn()
  expect(screen.getByRole('button', { name: 'Menu' })).toHaveFocus()
})

function Segments() {
  const [chosen, setChosen] = useState('a')
  return <SegmentedControl label="Letter" options={letters} value={chosen} onChange={setChosen} />
}

test('an arrow key that is let go at once chooses what it moves to', async () => {
  renderComponent(<Segments />)
  const user = quick()
  await user.tab()
  expect(screen.getByRole('radio', { name: 'Alpha' })).toHaveFocus()
  await user.keyboard('{ArrowRight}')
  await nextTurn()
  expect(screen.getByRole('radio', { name: 'Beta' })).toHaveFocus()
  expect(screen.getByRole('radio', { name: 'Beta' })).toBeChecked()
})

test('a popover that is left by the mouse leaves focus where the mouse put it', async () => {
  renderComponent(
    <>
      <Popover>
        <PopoverTrigger>Open</PopoverTrigger>
        <PopoverContent>
          <button>Inside</button>
        </PopoverContent>
      </Popover>
      <button>Next</button>
    </>,
  )
  const user = quick()
  await user.click(screen.getByRole('button', { name: 'Open' }))
  await screen.findByRole('button', { name: 'Inside' })
  await user.click(screen.getByRole('button', { name: 'Next' }))
  await nextTurn()
  expect(screen.getByRole('button', { name: 'Next' })).toHaveFocus()
})
