import { expect, test } from 'vitest'
import { toCsv } from './csv'

const columns = [
  { header: 'Name', value: (row: { name: string; n: number | null }) => row.name },
  { header: 'Count, all', value: (row: { name: string; n: number | null }) => row.n },
]

async function linesOf(rows: { name: string; n: number | null }[]) {
  return (await toCsv(columns, rows).text()).replace('\uFEFF', '').split('\r\n')
}

test('texts with commas, quotes and line breaks are quoted', async () => {
  expect(await linesOf([{ name: 'Say "hi",\nthen go', n: 3 }])).toEqual([
    'Name,"Count, all"',
    '"Say ""hi"",\nthen go",3',
    '',
  ])
})

test('what a spreadsheet would run as a formula becomes text', async () => {
  expect((await linesOf([{ name: '=HYPERLINK(1)', n: -3 }]))[1]).toBe("'=HYPERLINK(1),-3")
})

test('nothing is an empty field', async () => {
  expect((await linesOf([{ name: '', n: null }]))[1]).toBe(',')
})
