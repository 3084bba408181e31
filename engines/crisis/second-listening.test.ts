import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conversationUrgency, reasonLine, understand } from '#engines/understanding/understand.ts'
import { dangerLinesOfOthers } from '../../tools/evaluate/written-lines.ts'
import { isHeldOutDanger } from '../../tools/train/train-crisis.ts'
import { listenAgain, raisedBy, SOUNDS_LIKE_DANGER } from './second-listening.ts'
import { CRISIS_KINDS, CRISIS_LEVELS, type CrisisVerdict } from './verdict.ts'

// No written rule knows these words; they are made up for this test.
const HINT = 'i pretend to be asleep when he comes home from the bar so he has nobody to throw things at'
const CALM = 'I would like to change my visit on Tuesday to another day, please.'

describe('understanding-D36 danger that is told in no known words', () => {
  test('brings a person today, with the words that say so, and no text to the patient', () => {
    const said = understand({ text: `${CALM} ${HINT}` })
    expect(said.crisis).toMatchObject({ level: 'possible', rules: ['crisis-second-listening'] })
    expect(said.triage.urgency).toBe('urgent')
    expect(conversationUrgency(said)).toBe('asap')
    expect(reasonLine(said).en).toMatch(/danger/i)
    expect(understand({ text: CALM }).crisis.level).toBeNull()
  })

  test('what stands before or behind takes nothing from it', () => {
    const alone = listenAgain(`${HINT}.`).chance
    const around = fc.array(fc.constantFrom(CALM, 'How much is it?', 'Thank you!', 'ok', ''), { maxLength: 6 })
    fc.assert(
      fc.property(around, around, (before, behind) => {
        expect(listenAgain([...before, `${HINT}.`, ...behind].join('\n')).chance).toBeGreaterThanOrEqual(alone - 1e-9)
      }),
      { numRuns: 100 },
    )
  })

  test('of lines by other writers that were left out of training it with the rules hears three of five, twice what they hear alone, and raises one alarm in eight near misses at most', () => {
    const held = dangerLinesOfOthers().filter(isHeldOutDanger)
    const heard = ({ text }: { text: string }) => ![null, 'past'].includes(understand({ text }).crisis.level)
    const dangers = held.filter(({ level }) => level !== null && level !== 'past')
    const near = held.filter(({ level }) => level === null)
    expect(dangers.length).toBeGreaterThan(200)
    expect(dangers.filter(heard).length / dangers.length).toBeGreaterThan(0.58)
    expect(near.filter(heard).length / near.length).toBeLessThan(0.12)
  })
})

test('understanding-D27 it raises to possible and no further, and lowers nothing', () => {
  const verdict = fc.record({
    kinds: fc.subarray([...CRISIS_KINDS]),
    level: fc.constantFrom(null, ...CRISIS_LEVELS),
    spans: fc.constant<CrisisVerdict['spans']>([]),
    rules: fc.constant<string[]>([]),
    about_other: fc.boolean(),
  })
  const heard = fc.record({
    chance: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom(...CRISIS_KINDS),
    span: fc.constant({ start: 0, end: 3 }),
  })
  const rank = ({ level }: CrisisVerdict) => (level === null ? CRISIS_LEVELS.length : CRISIS_LEVELS.indexOf(level))
  fc.assert(
    fc.property(verdict, heard, (before, listening) => {
      const after = raisedBy(before, listening)
      const isRaised = rank(before) > CRISIS_LEVELS.indexOf('possible') && listening.chance >= SOUNDS_LIKE_DANGER
      expect(after.level).toBe(isRaised ? 'possible' : before.level)
      expect(after.kinds).toEqual(expect.arrayContaining(before.kinds))
    }),
  )
})

test('understanding-D22 what is denied or asked about for a class is no sign of it', () => {
  for (const text of ['no thoughts of hurting myself', 'I never think of suicide', 'no pienso en hacerme daño'])
    expect(understand({ text }).crisis.level, text).toBeNull()
})

test('understanding-D2 any text is listened to, within its own bounds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { chance, span } = listenAgain(text)
      expect(chance).toBeGreaterThanOrEqual(0)
      expect(chance).toBeLessThanOrEqual(1)
      expect(span.start).toBeLessThanOrEqual(span.end)
      expect(span.end).toBeLessThanOrEqual(text.length)
    }),
  )
})
