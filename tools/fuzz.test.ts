/** What once broke a parser never does again, and the tools that look for more see a fault of every kind (trust-D56). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inputOf } from './fuzz/mutate.ts'
import { BYTES_MAX, faultOf } from './fuzz/parser.ts'
import { PARSERS } from './fuzz/parsers.ts'
import { PARSERS as PLANTED } from './fuzz/planted.ts'
import { fuzz } from './fuzz/run.ts'

const FINDINGS = join(import.meta.dirname, 'fuzz', 'findings')
const filesIn = (parser: string): string[] =>
  existsSync(join(FINDINGS, parser)) ? readdirSync(join(FINDINGS, parser)) : []

/** Fresh inputs of each parser: `npm run fuzz` tries them by the minute. */
const FRESH = 40
/** On a machine with much other work. */
const TEST_MAX_MS = 120_000

describe.each(Object.entries(PARSERS))('%s', (name, parser) => {
  test(
    'trust-D56 its samples, what was found before, and some that nobody meant',
    { timeout: TEST_MAX_MS },
    async () => {
      const samples = await parser.samples()
      expect(samples.length).toBeGreaterThan(0)
      const source = { samples, words: parser.words, bytesMax: parser.bytesMax ?? BYTES_MAX }
      const found = filesIn(name).map((file) => ({ from: file, input: readFileSync(join(FINDINGS, name, file)) }))
      const fresh = Array.from({ length: FRESH }, (_, n) => ({
        from: `seed 1, number ${n}`,
        input: inputOf(source, 1, n),
      }))
      const tried = [...samples.map((input, n) => ({ from: `sample ${n}`, input })), ...found, ...fresh]
      const faults: string[] = []
      for (const { from, input } of tried) {
        const fault = await faultOf(parser, input)
        // A process in which other tests run measures their memory, too.
        if (fault && fault.what !== 'memory') faults.push(`${from}: ${fault.what}, ${fault.why}`)
      }
      expect(faults).toEqual([])
    },
  )
})

test('every finding is of a parser that is tried', () => {
  const kept = existsSync(FINDINGS) ? readdirSync(FINDINGS) : []
  expect(kept.filter((name) => !Object.hasOwn(PARSERS, name))).toEqual([])
  expect(kept.flatMap(filesIn).length).toBeGreaterThan(0)
})

const SECONDS_MAX = 12

test.each([
  ['is sound', 'sound', null],
  ['throws', 'throws', 'throws'],
  ['is slow', 'slow', 'slow'],
  ['never ends', 'endless', 'endless'],
  ['takes much memory', 'memory', 'memory'],
  ['takes its process along', 'died', 'died'],
])(
  'trust-D56 a parser that %s is seen, and what it read is kept',
  { timeout: TEST_MAX_MS },
  async (_is, parser, what) => {
    expect(PLANTED).toHaveProperty(parser)
    const module = join(import.meta.dirname, 'fuzz', 'planted.ts')
    // The less it waits for one that never comes back, the sooner it is known; the others may be slow on a busy machine.
    const silentMs = parser === 'endless' ? 1_500 : 20_000
    // On a busy machine a second may pass before the first input is read.
    let { count, found } = await fuzz({ module, parser, seed: 1, ms: 1_000, silentMs })
    for (let seed = 2; seed <= SECONDS_MAX && what !== null && found.length === 0; seed++)
      ({ count, found } = await fuzz({ module, parser, seed, ms: 1_000, silentMs }))
    expect(found.map(({ fault, isAgain }) => [fault.what, isAgain])).toEqual(what === null ? [] : [[what, true]])
    for (const { input } of found) expect(input.includes('!')).toBe(true)
    if (what === null) expect(count).toBeGreaterThan(100)
  },
)
