import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessLanguage } from '#engines/language/language.ts'
import { readSentences } from '#engines/linear/runs.ts'
import { assess } from '#engines/triage/triage.ts'
import { conversationUrgency, reasonLine, understand } from '#engines/understanding/understand.ts'
import { unseenDangerLines } from '../../tools/evaluate/written-lines.ts'
import { familyPhrases } from '../../tools/train/phrase-families.ts'
import { listenAgain, raisedBy, SOUNDS_LIKE_DANGER, SOUNDS_PRESENT } from './second-listening.ts'
import { CRISIS_KINDS, CRISIS_LEVELS, type CrisisLevel, type CrisisVerdict } from './verdict.ts'

// No written rule knows these words; they are made up for these tests.
const NOW = 'he picks me up by the throat when dinner is late'
const HINT = 'nobody would notice if i did not come back from the next walk'
const CALM = 'I would like to change my visit on Tuesday to another day, please.'
const listenTo = (text: string) => listenAgain(readSentences(text))

describe('understanding-D36 danger that is told in no known words', () => {
  test('danger now calls people, a hint brings one today, both with the words that say so', () => {
    for (const [told, level] of [
      [NOW, 'present'],
      [HINT, 'possible'],
    ] as const) {
      const said = understand({ text: `${CALM} ${told}` })
      expect(said.crisis, told).toMatchObject({ level, rules: ['crisis-second-listening'] })
      expect(conversationUrgency(said)).toBe('asap')
      expect(reasonLine(said).en).toMatch(/danger/i)
    }
    expect(understand({ text: CALM }).crisis.level).toBeNull()
  })

  test('what stands before or behind takes nothing from it', () => {
    const alone = listenTo(`${NOW}.`)
    const around = fc.array(fc.constantFrom(CALM, HINT, 'How much is it?', 'Thank you!', 'ok', ''), { maxLength: 6 })
    fc.assert(
      fc.property(around, around, (before, behind) => {
        const among = listenTo([...before, `${NOW}.`, ...behind].join('\n'))
        expect(among.chance).toBeGreaterThanOrEqual(alone.chance - 1e-9)
        expect(among.now).toBeGreaterThanOrEqual(alone.now - 1e-9)
      }),
      { numRuns: 100 },
    )
  })

  test('lines of unseen writers: four of five dangers are heard, people are called for three of four that are there now, and few everyday messages are raised', () => {
    const levels = new Map<string, CrisisLevel | null>()
    const levelOf = ({ text }: { text: string }) => {
      if (!levels.has(text)) levels.set(text, assess({ text }, { language: guessLanguage(text) }).crisis.level)
      return levels.get(text) ?? null
    }
    const isHeard = (line: { text: string }) => ![null, 'past'].includes(levelOf(line))
    const callsPeople = (line: { text: string }) => ['present', 'immediate'].includes(levelOf(line) ?? '')
    const share = <T>(lines: T[], holds: (line: T) => boolean) => lines.filter(holds).length / lines.length
    const lines = unseenDangerLines()
    const dangers = lines.filter(({ level }) => level !== null && level !== 'past')
    const everyday = familyPhrases('intent', 'unseen').filter(
      ({ lang, labels }) => ['en', 'es'].includes(lang) && !labels.includes('mental_health_support'),
    )
    expect(share(dangers, isHeard)).toBeGreaterThan(0.8)
    expect(
      share(
        dangers.filter(({ level }) => level !== 'possible'),
        callsPeople,
      ),
    ).toBeGreaterThan(0.75)
    expect(share(lines.filter(({ level }) => level === null), isHeard)).toBeLessThan(0.18) // prettier-ignore
    expect(share(everyday, isHeard)).toBeLessThan(0.03)
    expect(share(everyday, callsPeople)).toBeLessThan(0.01)
  })
})

test('understanding-D36 a plain wish for a person is far from danger, and takes nothing from a danger beside it', () => {
  const plain = [
    'I have a question about my parking. I want to talk to a person',
    'I want to ask about the shuttle. I want to talk to somebody, not a machine',
    'My receipt is wrong and nobody calls me back. I want to speak to a person',
    'The lady at the counter was short with me and I went home sad. I want to talk to her boss',
    'Tengo una pregunta del estacionamiento. Quiero hablar con una persona',
    'Estoy cansada de esperar y nadie contesta. Quiero hablar con alguien de mi cuenta',
  ]
  for (const text of plain) {
    expect(listenTo(text).chance, text).toBeLessThan(0.5)
    for (const told of [NOW, HINT])
      expect(understand({ text: `${text}. ${told}` }).crisis.level, text).toBe(understand({ text: told }).crisis.level)
  }
})

test('understanding-D27 it raises to present and no further, over what is past to possible, and lowers nothing', () => {
  const verdict = fc.record({
    kinds: fc.subarray([...CRISIS_KINDS]),
    level: fc.constantFrom(null, ...CRISIS_LEVELS),
    spans: fc.constant<CrisisVerdict['spans']>([]),
    rules: fc.constant<string[]>([]),
    about_other: fc.boolean(),
  })
  const chance = fc.double({ min: 0, max: 1, noNaN: true })
  const heard = fc.record({
    chance,
    now: chance,
    kind: fc.constantFrom(...CRISIS_KINDS),
    span: fc.constant({ start: 0, end: 3 }),
  })
  const rank = ({ level }: Pick<CrisisVerdict, 'level'>) =>
    level === null ? CRISIS_LEVELS.length : CRISIS_LEVELS.indexOf(level)
  fc.assert(
    fc.property(verdict, heard, (before, listening) => {
      const after = raisedBy(before, listening)
      const most = before.level === 'past' ? 'possible' : 'present'
      expect(rank(after)).toBe(
        Math.min(
          rank(before),
          listening.now >= SOUNDS_PRESENT
            ? rank({ level: most })
            : listening.chance >= SOUNDS_LIKE_DANGER
              ? rank({ level: 'possible' })
              : Infinity,
        ),
      )
      expect(after.kinds).toEqual(expect.arrayContaining(before.kinds))
      expect(raisedBy(before, null)).toEqual(before)
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
      const { chance, now, span } = listenTo(text)
      expect(now).toBeLessThanOrEqual(chance + 1e-9)
      expect(chance).toBeGreaterThanOrEqual(0)
      expect(chance).toBeLessThanOrEqual(1)
      expect(span.start).toBeLessThanOrEqual(span.end)
      expect(span.end).toBeLessThanOrEqual(text.length)
    }),
  )
})
