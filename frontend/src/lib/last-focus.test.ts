import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import './last-focus'

const row = (name: string) =>
  `<li id="${name}"><a href="/${name}">Open ${name}</a> <button>Delete ${name}</button></li>`

beforeEach(() => {
  document.body.innerHTML = `<main><h1>Notes</h1><div><ul>${['a', 'b', 'c'].map(row).join('')}</ul></div></main>`
})
afterEach(() => document.body.replaceChildren())

const remove = (selector: string) => document.querySelector(selector)?.remove()
const focus = (name: string) => screen.getByRole('button', { name }).focus()
const focused = (name: string) => waitFor(() => expect(screen.getByRole('button', { name })).toHaveFocus())

test('focus goes from a row that has gone to the same control of the next one', async () => {
  focus('Delete b')
  remove('#b')
  await focused('Delete c')
})

test('from the last row it goes to the one before', async () => {
  focus('Delete c')
  remove('#c')
  await focused('Delete b')
})

test('from one row to the next, as often as one deletes', async () => {
  focus('Delete a')
  remove('#a')
  await focused('Delete b')
  remove('#b')
  await focused('Delete c')
})

test('when the list has gone it goes to what says so, or to the heading', async () => {
  focus('Delete a')
  const list = document.querySelector('ul')
  list?.insertAdjacentHTML('beforebegin', '<p data-empty-state>No notes yet</p>')
  list?.remove()
  await waitFor(() => expect(screen.getByText('No notes yet')).toHaveFocus())
})

test('a control that has gone alone leaves focus in its row', async () => {
  focus('Delete b')
  remove('#b button')
  await waitFor(() => expect(screen.getByRole('link', { name: 'Open b' })).toHaveFocus())
})

test('a row that is put elsewhere takes its focus along', async () => {
  focus('Delete a')
  document.querySelector('ul')?.append(document.querySelector('#a') ?? '')
  await focused('Delete a')
})

test('from a row that goes while one is asked about it, when the question has closed', async () => {
  focus('Delete b')
  document.body.insertAdjacentHTML(
    'beforeend',
    '<div><p role="alertdialog"><button>Yes, delete it</button></p></div>',
  )
  focus('Yes, delete it')
  remove('#b')
  await new Promise(requestAnimationFrame)
  expect(screen.getByRole('button', { name: 'Yes, delete it' })).toHaveFocus()
  remove('body > div')
  await focused('Delete c')
})

test('focus that somebody has given up is left alone', async () => {
  focus('Delete b')
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  screen.getByRole('button', { name: 'Delete b' }).blur()
  document.body.dispatchEvent(new Event('pointerup', { bubbles: true }))
  remove('#b')
  await new Promise(requestAnimationFrame)
  expect(document.body).toHaveFocus()

  focus('Delete a')
  screen.getByRole('button', { name: 'Delete a' }).blur()
  await new Promise(requestAnimationFrame)
  remove('#a')
  await new Promise(requestAnimationFrame)
  expect(document.body).toHaveFocus()
})

test('focus that is elsewhere stays there', async () => {
  focus('Delete c')
  focus('Delete a')
  remove('#c')
  await new Promise(requestAnimationFrame)
  expect(screen.getByRole('button', { name: 'Delete a' })).toHaveFocus()
})
