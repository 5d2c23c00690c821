import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const css = readFileSync('src/styles/tokens.css', 'utf8')

function token(name: string): [string, string] {
  const match = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css)
  if (!match?.[1] || !match[2]) throw new Error(`--${name} is not a pair of plain colours`)
  return [match[1], match[2]]
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = parseInt(hex.slice(start, start + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

const surfaces = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'selected']
const texts = ['ink', 'ink-muted', 'accent-text', 'danger']
const onTints = ['danger', 'warning', 'success', 'info', 'review', 'neutral']
const meanings = ['warning', 'success', 'info', 'review']

const pairs: [string, string, number][] = [
  ...surfaces.flatMap((surface) => texts.map((text): [string, string, number] => [text, surface, 4.5])),
  ...meanings.flatMap((text) =>
    ['surface', 'canvas', 'raised', 'hover'].map((surface): [string, string, number] => [text, surface, 4.5]),
  ),
  ...onTints.map((text): [string, string, number] => [text, `${text}-tint`, 4.5]),
  ['ink-faint', 'surface', 4.5],
  ['ink-faint', 'raised', 4.5],
  ['accent-ink', 'accent', 4.5],
  ['accent-ink', 'accent-hover', 4.5],
  ['edge', 'surface', 3],
  ['edge', 'canvas', 3],
  ['focus', 'canvas', 3],
  ['focus', 'surface', 3],
  ...[1, 2, 3, 4, 5].map((index): [string, string, number] => [`chart-${index}`, 'surface', 3]),
]

test.each(pairs)('%s on %s has a contrast of at least %d in both themes', (text, surface, least) => {
  const [textLight, textDark] = token(text)
  const [surfaceLight, surfaceDark] = token(surface)
  expect(contrast(textLight, surfaceLight)).toBeGreaterThanOrEqual(least)
  expect(contrast(textDark, surfaceDark)).toBeGreaterThanOrEqual(least)
})
