import fc from 'fast-check'
import { expect, test } from 'vitest'
import { understand } from '#engines/understanding/understand.ts'
import { withoutCodes } from './codes.ts'

test('a code is blanked in its place, and what only looks like one is not', () => {
  expect(withoutCodes('my file de62f9a0-15c1-400d-bb3d-4c0daf9872f2 is late')).toBe(`my file ${' '.repeat(36)} is late`)
  expect(withoutCodes('see ?id=3f9bb3d07a41c2 please')).toBe(`see ?id=${' '.repeat(14)} please`)
  expect(withoutCodes('my file ab41c8b6.')).toBe(`my file ${' '.repeat(8)}.`)
  for (const words of [
    'temp 101f',
    'took 500mg',
    'defaced1',
    '1234567890123',
    'defaced facade',
    'bad bed',
    'call 202-555-0143',
    'a4',
  ])
    expect(withoutCodes(words)).toBe(words)
})

test('no code makes a calm message urgent', () => {
  fc.assert(
    fc.property(fc.uuid(), (code) => {
      const { triage } = understand({ text: `Hello, I write about ${code}. May I come on Tuesday instead?` })
      expect(triage.rules_fired).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('nor does a short one', () => {
  fc.assert(
    fc.property(fc.uuid(), (code) => {
      const short = code.slice(0, 8)
      fc.pre(withoutCodes(short).trim() === '')
      expect(understand({ text: `Opening hours ${short}. When are you open?` }).triage.rules_fired).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('an emergency beside a code is found, at its place', () => {
  const text = 'ref 7c6981cd-fc17-4628-afd2-33f68b2762eb my chest hurts and I cannot breathe'
  const { triage } = understand({ text })
  expect(triage.urgency).toBe('emergency')
  expect(triage.findings.some(({ spans }) => spans.some(({ start }) => text.slice(start).startsWith('chest')))).toBe(
    true,
  )
})
