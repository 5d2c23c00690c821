import { expect, test } from 'vitest'
import { aUser } from '@/test/fixtures'
import { mentionNames, mentionsIn } from './mentions'

const ada = aUser({ github_username: 'octoada' })
const ann = aUser({ id: 2, name: 'Ann', email: 'ann@example.com' })
const annabel = aUser({ id: 3, name: 'Annabel Lee', email: 'bel@example.com' })
const names = mentionNames([ada, ann, annabel])

function mentioned(text: string) {
  return mentionsIn(text, names).map(({ start, end }) => text.slice(start, end))
}

test.each([
  ['Ask @Ada.Moreau, please', ['@Ada.Moreau']],
  ['@ada_moreau @ADA-MOREAU @adamoreau', ['@ada_moreau', '@ADA-MOREAU', '@adamoreau']],
  ['by address: @ada@example.com.', ['@ada@example.com']],
  ['by its first part: (@ada)', ['@ada']],
  ['on GitHub: @octoada', ['@octoada']],
  ['in quotes: @"Ada Moreau"', ['@"Ada Moreau"']],
  ['the longest name: @annabel.lee and @ann.', ['@annabel.lee', '@ann']],
])('%s mentions', (text, expected) => {
  expect(mentioned(text)).toEqual(expected)
})

test.each(['no@ann', 'ann@example.com', '@annabelle', '@ann2', '@nobody', '@', 'a.@ann'])(
  '%s mentions nobody',
  (text) => {
    expect(mentioned(text)).toEqual([])
  },
)

test('a name that fits two people mentions neither, an address still does', () => {
  const other = aUser({ id: 4, name: 'Ann', email: 'ann@elsewhere.example' })
  const both = mentionNames([ann, other])
  expect(mentionsIn('@ann', both)).toEqual([])
  expect(mentionsIn('@ann@elsewhere.example', both)).toEqual([{ start: 0, end: 22 }])
})
