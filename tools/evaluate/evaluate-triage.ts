/**
 * Triage over the project's own lines. Safety figures first: an emergency that is missed, a self-care answer that is wrong.
 * The reserved lines are the ones that count; see engines/triage/lines for when each set was written and opened.
 */
import { understand } from '#engines/understanding/understand.ts'
import { ageInMonths } from '#engines/triage/facts.ts'
import { isMoreUrgent, type Urgency } from '#engines/triage/verdict.ts'
import { familyPhrases } from '../train/phrase-families.ts'
import { isEveryday, isHeldOutLine } from '../train/train-triage.ts'
import type { Measure } from './measure.ts'
import { share } from './measure.ts'
import { TRIAGE_FILES, triageLines, unseenTriageLines, type TriageLine } from './written-lines.ts'

type Judged = TriageLine & { got: Urgency }

export function evaluateTriage(): Measure[] {
  const all = TRIAGE_FILES.flatMap((file) => triageLines(file).map(judge))
  const unseen = unseenTriageLines().map(judge)
  const reserved = all.filter((line) => line.reserved)
  return [
    ...figures('own reserved lines', reserved),
    ...figures('own lines, all', all),
    ...figures('lines of an unseen writer', unseen),
    ...UNSEEN.flatMap(({ what, is }) => figures(`${what} of an unseen writer`, unseen.filter(is))),
    ...GROUPS.flatMap(({ who, is }) => foundAndFalse(`own lines, ${who}`, all.filter(is))),
    ...secondLook(all.filter((line) => (line.lang === 'en' || line.lang === 'es') && isHeldOutLine(line))),
    everydayRaised(),
    {
      ...measure('own traps and non-clinical lines', all.filter(isTrap), 'share sent to emergency (least is best)'),
      ours: share(all.filter(isTrap), isEmergency),
      target: 0.06,
      lessIsBetter: true,
    },
    {
      ...measure('own anxious lines of low acuity', all.filter(isAnxious), 'share sent to emergency (least is best)'),
      ours: share(all.filter(isAnxious), isEmergency),
      target: 0.2,
      lessIsBetter: true,
    },
  ]
}

const judge = (line: TriageLine): Judged => ({
  ...line,
  got: understand({ ...line.facts, text: line.text }, { identifiers: false }).triage.urgency,
})

const UNSEEN: { what: string; is: (line: TriageLine) => boolean }[] = [
  { what: 'cases, en,', is: ({ group }) => group === 'cases-en' },
  { what: 'messages, en,', is: ({ group }) => group === 'messages-en' },
  { what: 'cases and messages, es,', is: ({ group }) => group === 'es' },
]

/** By language, and of lines that say by their facts who it is about (D54). */
const GROUPS: { who: string; is: (line: TriageLine) => boolean }[] = [
  { who: 'en', is: ({ lang }) => lang === 'en' },
  { who: 'es', is: ({ lang }) => lang === 'es' },
  { who: 'of women', is: ({ facts }) => facts.sex === 'female' },
  { who: 'of men', is: ({ facts }) => facts.sex === 'male' },
  { who: 'under 18', is: ({ facts }) => yearsOf(facts) < 18 },
  { who: '18 to 64', is: ({ facts }) => yearsOf(facts) >= 18 && yearsOf(facts) < 65 },
  { who: '65 and over', is: ({ facts }) => yearsOf(facts) >= 65 },
]

/** Not a number where nothing is said: then it is of no group. */
const yearsOf = ({ age, age_unit: unit }: TriageLine['facts']): number => (ageInMonths(age, unit) ?? Number.NaN) / 12

function figures(set: string, lines: Judged[]): Measure[] {
  const emergencies = lines.filter(({ expected }) => expected === 'emergency')
  return [
    ...foundAndFalse(set, lines),
    { ...measure(set, emergencies, 'emergencies not answered self-care'), ours: share(emergencies, ({ got }) => got !== 'self_care'), target: 1, safety: true },
    { ...measure(set, lines, 'accuracy, three ways'), ours: share(lines, ({ expected, got }) => threeWay(expected) === threeWay(got)), target: 0.85, reference: 'checkers 0.57 (Semigran, BMJ 2015)' },
  ] // prettier-ignore
}

/** What is found, and beside it how many others are called an emergency, too. */
function foundAndFalse(set: string, lines: Judged[]): Measure[] {
  const emergencies = lines.filter(({ expected }) => expected === 'emergency')
  const others = lines.filter(({ expected }) => expected !== 'emergency')
  return [
    { ...measure(set, emergencies, 'emergencies found'), ours: share(emergencies, isEmergency), target: 1, safety: true, reference: 'checkers 0.80 (Semigran, BMJ 2015)' },
    { ...measure(set, others, 'others sent to emergency (least is best)'), ours: share(others, isEmergency), lessIsBetter: true },
  ] // prettier-ignore
}

/** Lines that the second look was not trained on: rules and it together. */
function secondLook(lines: Judged[]): Measure[] {
  const emergencies = lines.filter(({ expected }) => expected === 'emergency')
  const calm = lines.filter(({ expected }) => !['emergency', 'urgent', 'soon'].includes(expected))
  const set = 'own lines not trained on'
  return [
    { ...measure(set, emergencies, 'emergencies at least urgent'), ours: share(emergencies, isPressing), target: 1, safety: true },
    { ...measure(set, calm, 'routine and less called urgent or more (least is best)'), ours: share(calm, isPressing), lessIsBetter: true },
  ] // prettier-ignore
}

/** Unseen lines that ask something of a clinic which is not of health: to whom they are urgent, a nurse reads them for nothing. */
function everydayRaised(): Measure {
  const lines = familyPhrases('intent', 'unseen').filter((line) => (line.lang === 'en' || line.lang === 'es') && isEveryday(line)) // prettier-ignore
  return {
    ...measure('unseen lines of everyday wants', lines, 'called urgent or more (least is best)'),
    ours: share(lines, ({ text }) => isMoreUrgent(understand({ text }, { identifiers: false }).triage.urgency, 'soon')),
    lessIsBetter: true,
  }
}

const measure = (set: string, lines: unknown[], metric: string): Measure => ({
  engine: 'triage',
  set,
  n: lines.length,
  metric,
  ours: 0,
  reference: '',
  target: null,
})

const isPressing = ({ got }: Judged) => got === 'emergency' || got === 'urgent'
const isEmergency = ({ got }: Judged) => got === 'emergency'
const isTrap = ({ expected, group }: Judged) => expected === 'not_clinical' || group.endsWith('trap')
const isAnxious = ({ group }: Judged) => group === 'anxious'

/** Emergency, clinic, or neither (understanding.md section 2, for comparison with public data). */
const threeWay = (urgency: Urgency) =>
  urgency === 'emergency' ? 0 : urgency === 'self_care' || urgency === 'not_clinical' ? 2 : 1
