/**
 * What our features, trainer and plan reach on public intent sets: a model is trained on each set's training split and measured on its
 * validation split. Nothing of it ships; it shows how far the way of the intent engine carries with enough lines: by the linear model
 * alone, and by both stages as the assistant asks them (decision 0169).
 */
import { intentFeatures } from '#engines/intent/intent-features.ts'
import { mixChances } from '#engines/intent/sentence-opinion.ts'
import { newFeatures, softmax } from '#engines/linear/linear-model.ts'
import { foldWords } from '#engines/linear/phrase-finder.ts'

import { DENSE_PLAN, denseLogitsOf, trainDense } from '../train/dense-trainer.ts'
import { readRows } from '../train/development-data.ts'
import { keep, logitsOf, trainLinear } from '../train/linear-trainer.ts'
import type { Example } from '../train/linear-trainer.ts'
import { vectorsOf } from '../train/sentence-vectors.ts'
import { INTENT_PLAN } from '../train/train-intent.ts'

import { areaUnder, share } from './measure.ts'
import type { Measure } from './measure.ts'

type Row = { text: string; intent: string }

const OUTSIDE = 'oos'
/** A hundred lines of everything else cannot say what else there is: they count half. */
const OUTSIDE_WEIGHT = 0.5

/** `both`: read by both stages, too. Vectors take a minute for every twenty thousand lines, so only where the first stage alone falls short. */
const sets = [
  { name: 'CLINC150', train: 'clinc150_train', valid: 'clinc150_val', both: true, target: 0.96, reference: 'BERT 96.9, DialogFlow 91.7 (Larson 2019)' },
  { name: 'HWU64', train: 'hwu64_train', valid: 'hwu64_valid', both: false, target: 0.915, reference: 'USE+ConveRT 92.6' },
  { name: 'BANKING77', train: 'banking77_train', valid: 'banking77_valid', both: true, target: 0.925, reference: 'USE+ConveRT 93.4' },
] // prettier-ignore

export async function evaluatePublicIntents(): Promise<Measure[]> {
  const measures: Measure[] = []
  for (const set of sets) measures.push(...(await evaluateSet(set)))
  return measures
}

async function evaluateSet({ name, train, valid, both, target, reference }: (typeof sets)[number]): Promise<Measure[]> {
  const known = readRows<Row>(`intent/${train}`)
  const asked = readRows<Row>(`intent/${valid}`)
  if (known.length === 0 || asked.length === 0) return []
  const labels = [...new Set(known.map(({ intent }) => intent))].sort()
  const trained = trainLinear(known.map((row) => exampleOf(row.text, [labels.indexOf(row.intent)])), { ...INTENT_PLAN, labels }) // prettier-ignore
  const logits = asked.map((row) => logitsOf(trained, exampleOf(row.text, [])))
  const answersBy = (said: Float64Array[]) => asked.map((row, i) => ({ ...row, ...likeliest(said[i]!, labels.indexOf(OUTSIDE)) })) // prettier-ignore
  const answers = answersBy(logits)
  const inside = answers.filter(({ intent }) => intent !== OUTSIDE)
  const outside = answers.filter(({ intent }) => intent === OUTSIDE)
  const base = { engine: 'intent', reference, target: null }
  const isRight = ({ label, intent }: { label: number; intent: string }) => labels[label] === intent
  const accuracy: Measure = {
    ...base,
    set: `${name} valid, trained on its train split`,
    n: inside.length,
    metric: 'accuracy in scope',
    ours: share(inside, isRight),
    target,
  }
  const measures = [accuracy]
  if (both) {
    const joined = answersBy(joinStages(logits, await opinionsOf(known, asked, labels)))
    const ours = share(joined.filter(({ intent }) => intent !== OUTSIDE), isRight) // prettier-ignore
    measures.push({ ...accuracy, set: `${accuracy.set}, both stages`, ours })
  }
  if (outside.length === 0) return measures
  const area = areaUnder(inside.map(({ sureness }) => sureness), outside.map(({ sureness }) => sureness)) // prettier-ignore
  return [...measures, { ...base, set: `${name} valid, in against out of scope`, n: answers.length, metric: 'AUROC', ours: area, target: 0.97 }] // prettier-ignore
}

/** What a head over the vectors of the training lines says of each line asked. */
async function opinionsOf(known: Row[], asked: Row[], labels: string[]): Promise<Float64Array[]> {
  const vectors = await vectorsOf([...known, ...asked].map(({ text }) => text))
  const examples = known.map(({ intent }, i) => ({ vector: vectors[i]!, labels: [labels.indexOf(intent)], weight: 1 }))
  const head = trainDense(examples, { ...DENSE_PLAN, labels })
  return asked.map((_, i) => denseLogitsOf(head, vectors[known.length + i]!))
}

/** As the engine joins them. */
const joinStages = (first: Float64Array[], second: Float64Array[]): Float64Array[] =>
  first.map((logits, i) => {
    const chances = Float64Array.from(logits)
    const opinions = Float64Array.from(second[i]!)
    softmax(chances)
    softmax(opinions)
    mixChances(chances, opinions)
    return chances
  })

const features = newFeatures()

function exampleOf(text: string, labels: number[]): Example {
  const folded = foldWords(text)
  intentFeatures(folded, 0, folded.words.length, features)
  return keep(features, labels)
}

/** The likeliest label, and how sure the model is that the line belongs to any but `outside`: the largest logit, less what speaks for that. */
function likeliest(logits: Float64Array, outside: number): { label: number; sureness: number } {
  let label = outside === 0 ? 1 : 0
  for (let k = 0; k < logits.length; k++) if (k !== outside && logits[k]! > logits[label]!) label = k
  return { label, sureness: logits[label]! - (outside < 0 ? 0 : OUTSIDE_WEIGHT * logits[outside]!) }
}
