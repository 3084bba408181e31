/** Relations of understanding-D55 beside those of `lines.test.ts`: what changes how a thing is said and never makes it less urgent. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { understand } from '#engines/understanding/understand.ts'
import { TRIAGE_FILES, triageLines } from '../../tools/evaluate/written-lines.ts'
import { isMoreUrgent, type TriageInput, type Urgency } from './verdict.ts'

const lines = TRIAGE_FILES.flatMap((file) => triageLines(file))
const emergencies = lines.filter(({ expected }) => expected === 'emergency')
const urgencyOf = (text: string, facts: Partial<TriageInput> = {}) =>
  understand({ ...facts, text }, { identifiers: false }).triage.urgency
/** Of a line as it stands: each is asked about by many relations. */
const known = new Map<string, Urgency>()
function urgencyOfLine(text: string, facts: Partial<TriageInput>): Urgency {
  const urgency = known.get(text) ?? urgencyOf(text, facts)
  known.set(text, urgency)
  return urgency
}

/** Lines that fall, of those given, when they are changed. A line that the change does not touch is not looked at. */
const fallen = (of: typeof lines, change: (text: string) => string) =>
  of
    .map(({ text, facts }) => [text, change(text), facts] as const)
    .filter(([text, changed]) => text !== changed)
    .filter(([text, changed, facts]) => isMoreUrgent(urgencyOfLine(text, facts), urgencyOf(changed, facts)))
    .map(([, changed]) => changed)

/** As dictation writes it: no marks, no capitals, "period" where one was meant. */
const dictated = (text: string) => `${text.toLowerCase().replace(/[.!?](?=\s)/g, ' period').replace(/[.,](?!\d)|[!?;:]/g, '')}` // prettier-ignore

/** Everyday words for one another, English and Spanish; slang last. */
const SLANG: [RegExp, string][] = [
  [/\bvomiting\b/gi, 'puking'],
  [/\bthrowing up\b/gi, 'barfing'],
  [/\bstomach\b/gi, 'tummy'],
  [/\bbelly\b/gi, 'tummy'],
  [/\bgoing to\b/gi, 'gonna'],
  [/\bmy husband\b/gi, 'my hubby'],
  [/\bbecause\b/gi, 'cuz'],
  [/\breally\b/gi, 'hella'],
  [/\bmi estómago\b/gi, 'mi panza'],
  [/\bestá vomitando\b/gi, 'está guacareando'],
]

/** Every emergency that was ever written is read twice: seconds, and many more beside other work. */
const ALL_LINES = { timeout: 120_000 }

describe('understanding-D55 an emergency stays one', ALL_LINES, () => {
  test('as dictation writes it', () => expect(fallen(emergencies, dictated)).toEqual([]))

  test.each(SLANG.map(([word, slang]) => [word.source, slang, word] as const))(
    '%s said as "%s"',
    (_word, slang, word) => expect(fallen(emergencies, (text) => text.replace(word, slang))).toEqual([]),
  )

  test('whatever the order of its sentences', () => {
    const turned = (text: string) => text.split(/(?<=[.!?]) /).toReversed().join(' ') // prettier-ignore
    expect(fallen(emergencies, turned)).toEqual([])
  })

  test('told of "my child" in place of "I"', () => {
    const child: [RegExp, string][] = [
      [/\bI'm\b|\bim\b|\bi am\b/gi, 'my child is'],
      [/\bI've\b|\bive\b|\bi have\b/gi, 'my child has'],
      [/\bI\b/g, 'my child'],
      [/\bmy (chest|head|throat|belly|stomach|arm|leg|face|back|eye|heart)\b/gi, "my child's $1"],
    ]
    const said = (text: string) => child.reduce((now, [word, other]) => now.replace(word, other), text)
    const self = emergencies.filter(({ lang, text }) => lang === 'en' && /^i\b|^my (chest|head|throat|belly|arm|leg|face|back|eye|heart)/i.test(text)) // prettier-ignore
    expect(self.length).toBeGreaterThan(25)
    expect(fallen(self, said)).toEqual([])
  })
})

test('understanding-D55 English and Spanish agree', () => {
  const pairs: [string, string, Urgency][] = [
    ['I have chest pain and I am sweating', 'tengo dolor de pecho y estoy sudando', 'emergency'],
    ["I can't breathe", 'no puedo respirar', 'emergency'],
    ['my baby is 2 months old and has a fever', 'mi bebé tiene 2 meses y tiene fiebre', 'emergency'],
    ['half of my face is drooping', 'se me cayó la mitad de la cara', 'emergency'],
    ['I am pregnant and bleeding', 'estoy embarazada y sangrando', 'emergency'],
    ['I vomited blood', 'vomité sangre', 'emergency'],
    ['I want to kill myself tonight', 'quiero matarme esta noche', 'emergency'],
    ['my son swallowed a battery', 'mi hijo se tragó una pila', 'emergency'],
    ['I was stung by a bee and my throat is closing', 'me picó una abeja y se me cierra la garganta', 'emergency'],
    ['I want to die', 'me quiero morir', 'urgent'],
    ['I have fever and pain when I urinate and my kidney hurts', 'tengo fiebre, me arde al orinar y me duele el riñón', 'urgent'],
    ['a cough for a month', 'tos desde hace un mes', 'soon'],
    ['runny nose since yesterday', 'mocos desde ayer', 'self_care'],
    ['I tried to kill myself ten years ago, I am fine now', 'intenté matarme hace diez años, ahora estoy bien', 'soon'],
    ['I want to cancel my appointment', 'quiero cancelar mi cita', 'not_clinical'],
  ] // prettier-ignore
  expect(pairs.map(([en, es]) => [en, urgencyOf(en), urgencyOf(es)])).toEqual(
    pairs.map(([en, , expected]) => [en, expected, expected]),
  )
})

test('understanding-D55 an unrelated finding, before or behind, never lowers any line', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...lines),
      fc.constantFrom('My knee creaks.', 'I have a runny nose.', 'Me truena la rodilla.', 'Also I need my bill.'),
      fc.boolean(),
      ({ text, facts }, other, first) => {
        // Where the engine is not sure, the added words may be the ones it knows: those lines go to a nurse by another rule (D29).
        fc.pre(!understand({ ...facts, text }).triage.unsure)
        const changed = first ? `${other} ${text}` : `${text}. ${other}`
        expect([changed, isMoreUrgent(urgencyOfLine(text, facts), urgencyOf(changed, facts))]).toEqual([changed, false])
      },
    ),
    { numRuns: 300, seed: 7 },
  )
})

test('understanding-D22, D36 what is long past is told to a nurse, gently, and what comes back is not past', () => {
  for (const text of [
    'I tried to kill myself ten years ago, I am fine now',
    'I overdosed on pills when I was 17, doing great these days',
    'hace diez años intenté quitarme la vida, hoy estoy muy bien',
    'my ex beat me years ago, I am safe now',
  ]) {
    const { triage, crisis } = understand({ text })
    expect([text, triage.urgency, crisis.level ?? 'past']).toEqual([text, 'soon', 'past'])
    expect([text, triage.advice_key]).toEqual([text, 'crisis'])
  }
  for (const text of [
    'I tried to kill myself ten years ago and now I want to do it again',
    'hace diez años intenté matarme y otra vez me quiero morir',
    'I tried to kill myself years ago. I want to die.',
    'heart attack in 2019 and now my chest hurts again',
  ])
    expect([text, isMoreUrgent('urgent', urgencyOf(text))]).toEqual([text, false])
})

test('understanding-D22 "years ago" is heard in the other languages, too, and stays urgent', () => {
  for (const text of [
    'vor zehn Jahren hatte ich einen Herzinfarkt, Schmerzen in der Brust',
    'il y a dix ans j’ai eu une douleur à la poitrine',
    'há dez anos tive dor no peito',
    'десять лет назад у меня была боль в груди',
  ])
    expect([text, urgencyOf(text)]).toEqual([text, 'urgent'])
  expect(urgencyOf('Schmerzen in der Brust seit heute')).toBe('emergency')
})

test('understanding-D55, D36 a danger sent in pieces is heard with its last piece, and one that was heard before is not told again', () => {
  const turns = [{ from: 'patient', text: 'I want to' }]
  expect(understand({ text: 'kill myself tonight', turns }).crisis.level).toBe('immediate')
  const earlier = [{ from: 'patient', text: 'I want to kill myself tonight' }]
  const after = understand({ text: 'ok thanks', turns: earlier })
  expect([after.crisis.level, after.triage.urgency, after.triage.message_urgency]).toEqual([null, 'emergency', 'not_clinical']) // prettier-ignore
})
