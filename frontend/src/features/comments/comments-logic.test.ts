import { expect, test } from 'vitest'
import { aComment, aUser } from '@/test/fixtures'
import { completeMention, openMention, stillMentioned, suggestPeople } from './mentions'
import { toThreads } from './threads'

const ada = aUser()
const chloe = aUser({ id: 2, name: 'Chloé Martin', email: 'chloe@example.com' })

test('an @ at the start or after a space opens a mention, one inside an address does not', () => {
  expect(openMention('@ad', 3)).toEqual({ start: 0, text: 'ad' })
  expect(openMention('Ask @', 5)).toEqual({ start: 4, text: '' })
  expect(openMention('ada@example', 11)).toBeNull()
  expect(openMention('@ada is here', 12)).toBeNull()
})

test('people are found by any name, without accents or case', () => {
  const found = (typed: string) => suggestPeople([ada, chloe], typed).map((person) => person.id)
  expect(found('')).toEqual([1, 2])
  expect(found('CHLOE')).toEqual([2])
  expect(found('mor')).toEqual([1])
  expect(found('Ada.Mor')).toEqual([1])
  expect(found('zzz')).toEqual([])
})

test('a chosen person replaces what was typed and leaves the rest', () => {
  const text = 'Ask @ad about it'
  const mention = openMention(text, 7)
  expect(mention && completeMention(text, mention, ada)).toEqual({
    text: 'Ask @Ada.Moreau about it',
    caret: 15,
  })
})

test('somebody whose mention was deleted again is not mentioned', () => {
  expect(stillMentioned('Hello @Ada.Moreau', [ada, chloe, ada])).toEqual([1])
})

test('replies to replies stay in the thread, and orphans start one', () => {
  const threads = toThreads([
    aComment({ id: 1 }),
    aComment({ id: 2, parent_id: 1 }),
    aComment({ id: 3, parent_id: 2 }),
    aComment({ id: 4, parent_id: 99 }),
  ])
  expect(threads.map(({ comment, replies }) => [comment.id, replies.map((reply) => reply.id)])).toEqual([
    [1, [2, 3]],
    [4, []],
  ])
})
