import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

type Scheme = 'light' | 'dark'

/** Least contrast of text, of signals on their ground, and of the edge of a control. Source: look.md, WCAG 2.2 1.4.11. */
const TEXT = 7
const SIGNAL = 4.5
const EDGE = 3

const pairs: [ink: string, ground: string, least: number][] = [
  ...['--canvas', '--surface', '--surface-raised', '--surface-sunken', '--surface-hover', '--surface-selected'].flatMap(
    (ground): [string, string, number][] => [
      ['--text', ground, TEXT],
      ['--text-muted', ground, SIGNAL],
      ['--brand', ground, SIGNAL],
    ],
  ),
  ['--text-muted', '--surface', TEXT],
  ['--text-muted', '--canvas', TEXT],
  ['--brand', '--surface', TEXT],
  ['--on-brand', '--brand-solid', TEXT],
  ['--on-brand', '--brand-solid-hover', TEXT],
  ['--on-emergency', '--emergency-solid', SIGNAL],
  ...['emergency', 'urgent', 'waiting', 'done', 'note'].flatMap((signal): [string, string, number][] => [
    [`--${signal}`, `--${signal}-soft`, SIGNAL],
    [`--${signal}`, '--surface', SIGNAL],
    ['--text', `--${signal}-soft`, TEXT],
  ]),
  ['--on-stage', '--stage', TEXT],
  ['--on-stage', '--stage-raised', TEXT],
  ['--stage-line', '--stage', EDGE],
  ['--line-strong', '--surface', EDGE],
  ['--line-strong', '--canvas', EDGE],
  ['--focus', '--surface', EDGE],
  ['--focus', '--canvas', EDGE],
]

const normal = tokensOf(css.slice(0, css.indexOf("[data-contrast='more']")))
const high = { ...normal, ...tokensOf(css.slice(css.indexOf("[data-contrast='more']"), css.indexOf('@media'))) }
const highAskedBySystem = tokensOf(css.slice(css.indexOf('@media (prefers-contrast')))

describe.each([
  ['normal contrast', normal],
  ['high contrast', high],
])('%s', (_, tokens) => {
  test.each(['light', 'dark'] as Scheme[])('every pair that is read can be read in the %s theme', (scheme) => {
    const tooFaint = pairs
      .map(([ink, ground, least]) => ({ ink, ground, least, ratio: contrast(tokens, scheme, ink, ground) }))
      .filter(({ ratio, least }) => ratio < least)
    expect(tooFaint).toEqual([])
  })
})

test('high contrast is the same, whether the system asks for it or the person', () => {
  expect(highAskedBySystem).toEqual(tokensOf(css.slice(css.indexOf("[data-contrast='more']"), css.indexOf('@media'))))
})

function tokensOf(part: string): Record<string, Record<Scheme, string>> {
  const found = part.matchAll(/(--[a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)
  return Object.fromEntries([...found].map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]))
}

function contrast(tokens: Record<string, Record<Scheme, string>>, scheme: Scheme, ink: string, ground: string): number {
  const [lighter, darker] = [ink, ground].map((name) => luminance(tokens[name]![scheme])).sort((a, b) => b - a)
  return (lighter! + 0.05) / (darker! + 0.05)
}

/** Relative luminance. Source: WCAG 2.2. */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
