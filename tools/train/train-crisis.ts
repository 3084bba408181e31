/**
 * Trains the second listening (decisions 0213, 0218): does a message read like what people in danger write, of which kind, and is it danger now?
 *
 * On the project's own lines of danger and near misses, its triage lines, wants and tones, and lines of public intent sets. What holds no danger as a
 * whole holds none in any of its sentences; a danger may stand in one of them alone.
 */
import { HEARD } from '#engines/crisis/second-listening.ts'
import type { CrisisKind, CrisisLevel } from '#engines/crisis/verdict.ts'
import { runsOf } from '#engines/linear/runs.ts'
import {
  calmLines,
  dangerLines,
  dangerLinesOfOthers,
  nobodysWords,
  TRIAGE_FILES,
  triageLines,
  type DangerLine,
} from '../evaluate/written-lines.ts'
import { fifthOf, meanOf, quantise, trainLinear, type Example, type TrainingPlan } from './linear-trainer.ts'
import { writeModel } from './model-folder.ts'
import { familyPhrases } from './phrase-families.ts'
import { firstRoundRows, isHeldOutPhrase } from './train-intent.ts'
import { OTHER_SETS, otherThings } from './train-triage.ts'

const PLAN: TrainingPlan = {
  labels: HEARD,
  buckets: 1 << 15,
  epochs: 12,
  rate: 2,
  loss: 'softmax',
  caution: 0.1,
  decay: 1e-4,
  dropout: 0.5,
  seed: 20261127,
}
/** What one run learned by chance the others did not. */
const SEEDS = Array.from({ length: 7 }, (_, run) => PLAN.seed + run)
const WEIGHT = { line: 3, sentence: 1, symptom: 1, want: 1, wantSentence: 0.5, phrase: 0.5, other: 0.3 }
/** Wants and tones in which a danger may be told. */
const MAY_HOLD_DANGER: ReadonlySet<string> = new Set(['mental_health_support', 'sadness']) // prettier-ignore

/** Held out: a fifth by hash of the text. */
export const isHeldOutDanger = ({ text }: Pick<DangerLine, 'text'>): boolean => fifthOf(text) === 0

export function trainCrisis(): void {
  const examples: Example[] = []
  const add = (text: string, heard: (typeof HEARD)[number], weight: number, sentenceWeight = 0) => {
    const { whole, runs } = runsOf(text)
    const labels = [HEARD.indexOf(heard)]
    examples.push({ hashes: whole, labels, weight })
    if (sentenceWeight > 0) for (const hashes of runs) examples.push({ hashes, labels, weight: sentenceWeight })
  }
  const lines = [...dangerLines(), ...dangerLinesOfOthers(), ...calmLines()].filter((line) => !isHeldOutDanger(line))
  for (const { level, kind, text } of [...lines, ...nobodysWords()]) {
    // What was long ago is told apart by its time, which a model over words does not read.
    if (level === 'past') continue
    if (level && kind) add(text, heardOf(kind, level), WEIGHT.line)
    else add(text, 'none', WEIGHT.line, WEIGHT.sentence)
  }
  const calm = (labels: readonly string[]) => !labels.some((label) => MAY_HOLD_DANGER.has(label))
  for (const { lang, text } of TRIAGE_FILES.flatMap((file) => triageLines(file)))
    if (isRead(lang)) add(text, 'none', WEIGHT.symptom)
  for (const row of firstRoundRows())
    if (isRead(row.lang) && !isHeldOutPhrase(row) && calm(row.intents)) add(row.text, 'none', WEIGHT.phrase)
  for (const { lang, text, labels } of [...familyPhrases('intent', 'lines'), ...familyPhrases('emotion', 'lines')])
    if (isRead(lang) && calm(labels)) add(text, 'none', WEIGHT.want, WEIGHT.wantSentence)
  for (const text of otherThings()) add(text, 'none', WEIGHT.other)

  const trained = meanOf(SEEDS.map((seed) => trainLinear(examples, { ...PLAN, seed })))
  writeModel('crisis', { 'weights.json': JSON.stringify(quantise(trained, '3'), null, 2) + '\n' }, [
    'own',
    ...OTHER_SETS,
  ])
  console.log(`crisis: ${examples.length} examples`)
}

const isRead = (lang: string) => lang === 'en' || lang === 'es'
function heardOf(kind: CrisisKind, level: CrisisLevel): (typeof HEARD)[number] {
  const heard = kind === 'suicide_plan' ? 'self_harm' : kind
  return level === 'possible' ? `hinted_${heard}` : heard
}
