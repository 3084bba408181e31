/** Words of danger over the project's own lines: found at all, found near enough, and alarms on near misses. */
import { crisis } from '#engines/crisis/crisis.ts'
import { CRISIS_LEVELS, type CrisisLevel } from '#engines/crisis/verdict.ts'
import { understand } from '#engines/understanding/understand.ts'
import { isHeldOutDanger } from '../train/train-crisis.ts'
import type { Measure } from './measure.ts'
import { share } from './measure.ts'
import { dangerLines, dangerLinesOfOthers, type DangerLine } from './written-lines.ts'

export function evaluateCrisis(): Measure[] {
  const judged = (line: DangerLine): Judged => ({ ...line, got: understand({ text: line.text }).crisis.level })
  const all = dangerLines().map(judged)
  const left = dangerLinesOfOthers().filter(isHeldOutDanger)
  return [
    ...figures('own reserved lines', all.filter(({ reserved }) => reserved)), // prettier-ignore
    ...figures('own lines, all', all),
    ...heard('lines of other writers, not trained on', left.map(judged)),
    ...heard('lines of other writers, not trained on, by rules alone', left.map((line) => ({ ...line, got: crisis({ text: line.text }).level }))),
  ] // prettier-ignore
}

type Judged = DangerLine & { got: CrisisLevel | null }

/** What is near enough is written, not learned: there only whether it is heard at all. */
function heard(set: string, lines: Judged[]): Measure[] {
  const dangers = lines.filter(({ level }) => level !== null && level !== 'past')
  const nearMisses = lines.filter(({ level }) => level === null)
  return [
    { ...measure(set, dangers, 'recall'), ours: share(dangers, isAlarm), safety: true },
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
