/**
 * Trains the second look of triage (decision 0168): does a message read like messages of emergencies, of symptoms, of what is
 * cared for at home, or of none?
 *
 * On the project's own lines and phrases, everyday lines of other writers (decision 0226), intake complaints of NurseSim and ClinicaFlow, and lines
 * of public intent sets that want nothing of a clinic. What is no emergency as a whole is none in any of its sentences; a danger may stand in one of them alone.
 */
import { runsOf } from '#engines/linear/runs.ts'
import { SOUNDS } from '#engines/triage/second-look.ts'
import type { Urgency } from '#engines/triage/verdict.ts'
import { calmLines, TRIAGE_FILES, triageLines, type TriageLine } from '../evaluate/written-lines.ts'
import { readRows } from './development-data.ts'
import { fifthOf, meanOf, quantise, trainLinear, type Example, type TrainingPlan } from './linear-trainer.ts'
import { writeModel } from './model-folder.ts'
import { familyPhrases } from './phrase-families.ts'
import { firstRoundRows, isHeldOutPhrase, isNearOurs } from './train-intent.ts'

const PLAN: TrainingPlan = {
  labels: SOUNDS,
  buckets: 1 << 16,
  epochs: 12,
  rate: 2,
  loss: 'softmax',
  caution: 0.1,
  decay: 1e-4,
  dropout: 0.5,
  seed: 20261126,
}
/** What one run learned by chance the others did not. */
const SEEDS = [PLAN.seed, PLAN.seed + 1, PLAN.seed + 2]
const WEIGHT = { line: 3, sentence: 1, phrase: 0.5, everyday: 0.5, complaint: 2, note: 1, other: 0.3 }
/** One line of so many of each public set. */
const OTHER_EVERY = 12
export const OTHER_SETS = ['clinc150', 'hwu64', 'banking77'] as const
const OF_HEALTH: ReadonlySet<string> = new Set(['symptom_report', 'medication_question', 'mental_health_support'])
/** Wants in which a symptom may be told beside. */
const NEAR_HEALTH: ReadonlySet<string> = new Set([...OF_HEALTH, 'visit_prep', 'refill_prescription', 'vaccine', 'test_results']) // prettier-ignore

/** Held out: a fifth by hash of the text. */
export const isHeldOutLine = ({ text }: Pick<TriageLine, 'text'>): boolean => fifthOf(text) === 0

export function trainTriage(): void {
  const examples: Example[] = []
  const add = (text: string, sound: (typeof SOUNDS)[number], weight: number, sentenceWeight = 0) => {
    const { whole, runs } = runsOf(text)
    const labels = [SOUNDS.indexOf(sound)]
    examples.push({ hashes: whole, labels, weight })
    if (sentenceWeight > 0) for (const hashes of runs) examples.push({ hashes, labels, weight: sentenceWeight })
  }
  for (const { expected, text } of lines().filter((line) => !isHeldOutLine(line))) {
    const sound = soundOf(expected)
    add(text, sound, WEIGHT.line, sound === 'danger' ? 0 : WEIGHT.sentence)
  }
  for (const row of firstRoundRows().filter((one) => !isHeldOutPhrase(one)))
    add(row.text, row.intents.some((name) => OF_HEALTH.has(name)) ? 'symptom' : 'none', WEIGHT.phrase)
  for (const [name, weight] of [
    ['nursesim_lay', WEIGHT.complaint],
    ['clinicaflow_vignettes', WEIGHT.note],
  ] as const)
    for (const { text, label } of readRows<{ text: string; label: string }>(`triage/${name}`))
      add(text, label === 'emergency' ? 'danger' : 'symptom', weight)
  for (const text of everydayTexts()) add(text, 'none', WEIGHT.everyday)
  for (const text of otherThings()) add(text, 'none', WEIGHT.other)

  const trained = meanOf(SEEDS.map((seed) => trainLinear(examples, { ...PLAN, seed })))
  const file = { 'weights.json': JSON.stringify(quantise(trained, '3'), null, 2) + '\n' }
  writeModel('triage', file, ['own', 'nursesim', 'clinicaflow', ...OTHER_SETS])
  console.log(`triage: ${examples.length} examples`)
}

/** What people ask of a clinic that is not of health, by other writers. */
const everydayTexts = (): string[] => [
  ...familyPhrases('intent', 'lines').filter(isEveryday),
  ...calmLines().filter((line) => !isHeldOutLine(line)),
].filter(({ lang }) => lang === 'en' || lang === 'es').map(({ text }) => text) // prettier-ignore

export const isEveryday = ({ labels }: { labels: readonly string[] }): boolean => !labels.some((label) => NEAR_HEALTH.has(label)) // prettier-ignore

/** Lines of people who want nothing of a clinic. */
export const otherThings = (): string[] =>
  OTHER_SETS.flatMap((set) => readRows<{ text: string; intent: string }>(`intent/${set}_train`).filter((_, n) => n % OTHER_EVERY === 0))
    .filter(({ intent }) => !isNearOurs(intent))
    .map(({ text }) => text) // prettier-ignore

/** Only what the model reads. */
const lines = () =>
  TRIAGE_FILES.flatMap((file) => triageLines(file)).filter(({ lang }) => lang === 'en' || lang === 'es')

const soundOf = (expected: Urgency): (typeof SOUNDS)[number] =>
  expected === 'emergency' ? 'danger' : expected === 'not_clinical' ? 'none' : expected === 'self_care' ? 'mild' : 'symptom' // prettier-ignore
