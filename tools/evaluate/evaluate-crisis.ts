/** Words of danger over the project's own lines: found at all, found near enough, and alarms on near misses. */
import { crisis } from '#engines/crisis/crisis.ts'
import { CRISIS_LEVELS, type CrisisLevel } from '#engines/crisis/verdict.ts'
import { understand } from '#engines/understanding/understand.ts'
import { isHeldOutDanger } from '../train/train-crisis.ts'
import type { Measure } from './measure.ts'
import { share } from './measure.ts'
import { familyPhrases } from '../train/phrase-families.ts'
import { calmLines, dangerLines, dangerLinesOfOthers, unseenDangerLines, type DangerLine } from './written-lines.ts'

export function evaluateCrisis(): Measure[] {
  const judged = (line: DangerLine): Judged => ({
    ...line,
    got: understand({ text: line.text }, { identifiers: false }).crisis.level,
  })
  const all = dangerLines().map(judged)
  const byRules = (line: DangerLine): Judged => ({ ...line, got: crisis({ text: line.text }).level })
  const left = dangerLinesOfOthers().filter(isHeldOutDanger)
  const unseen = unseenDangerLines()
  const ordinary = everydayLines()
  const calm = calmLines().filter(isHeldOutDanger).map(judged)
  return [
    ...figures('own reserved lines', all.filter(({ reserved }) => reserved)), // prettier-ignore
    ...figures('own lines, all', all),
    ...heard('lines of other writers, not trained on', left.map(judged)),
    ...heard('lines of other writers, not trained on, by rules alone', left.map(byRules)),
    ...heard('lines of two unseen writers', unseen.map(judged)),
    ...heard('lines of two unseen writers, by rules alone', unseen.map(byRules)),
    { ...measure('unseen lines of everyday wants', ordinary, 'raised to danger (least is best)'), ours: share(ordinary, isAlarm), lessIsBetter: true },
    { ...measure('unseen lines of everyday wants', ordinary, 'people called (least is best)'), ours: share(ordinary, callsPeople), lessIsBetter: true },
    { ...measure('everyday lines that sound weary or hurt, not trained on', calm, 'raised to danger (least is best)'), ours: share(calm, isAlarm), lessIsBetter: true },
  ] // prettier-ignore
}

/** Languages that are listened to. */
const READ: ReadonlySet<string> = new Set(['en', 'es'])

/** Unseen lines that want something of a clinic; in a wish for help of the soul there may be danger. */
const everydayLines = (): Judged[] =>
  familyPhrases('intent', 'unseen')
    .filter(({ lang, labels }) => READ.has(lang) && !labels.includes('mental_health_support'))
    .map(({ lang, text }) => ({
      group: '',
      level: null,
      kind: null,
      lang,
      text,
      reserved: true,
      got: understand({ text }, { identifiers: false }).crisis.level,
    }))

type Judged = DangerLine & { got: CrisisLevel | null }

function heard(set: string, lines: Judged[]): Measure[] {
  const dangers = lines.filter(({ level }) => level !== null && level !== 'past')
  const now = dangers.filter(({ level }) => level !== 'possible')
  const nearMisses = lines.filter(({ level }) => level === null)
  return [
    { ...measure(set, dangers, 'recall'), ours: share(dangers, isAlarm), safety: true },
    { ...measure(set, now, 'of danger now, people called'), ours: share(now, callsPeople), safety: true },
    { ...measure(set, nearMisses, 'alarms on near misses (least is best)'), ours: share(nearMisses, isAlarm), lessIsBetter: true }, // prettier-ignore
  ]
}

function figures(set: string, lines: Judged[]): Measure[] {
  const dangers = lines.filter(({ level }) => level !== null)
  const nearMisses = lines.filter(({ level }) => level === null)
  return [
    { ...measure(set, dangers, 'recall'), ours: share(dangers, ({ got }) => got !== null), target: 1, safety: true },
    { ...measure(set, dangers, 'level at least as near'), ours: share(dangers, isNearEnough), target: 1, safety: true },
    {
      ...measure(set, nearMisses, 'alarms on near misses (least is best)'),
      ours: share(nearMisses, isAlarm),
      target: 0.1,
      lessIsBetter: true,
    },
  ]
}

const isNearEnough = ({ level, got }: Judged) =>
  got !== null && CRISIS_LEVELS.indexOf(got) <= CRISIS_LEVELS.indexOf(level!)
const callsPeople = ({ got }: Judged) => got === 'immediate' || got === 'present'
const isAlarm = ({ got }: Judged) => got !== null && got !== 'past'

const measure = (set: string, lines: unknown[], metric: string): Measure => ({
  engine: 'crisis',
  set,
  n: lines.length,
  metric,
  ours: 0,
  reference: '',
  target: null,
})
