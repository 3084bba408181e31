/**
 * What our features and trainer reach on public intent sets: a model is trained on each set's training split and measured on its
 * validation split. Nothing of it ships; it shows how far the way of the intent engine carries with enough lines.
 */
import { intentFeatures } from '#engines/intent/intent-features.ts'
import { newFeatures } from '#engines/linear/linear-model.ts'
import { foldWords } from '#engines/linear/phrase-finder.ts'

import { readRows } from '../train/development-data.ts'
import { keep, logitsOf, trainLinear } from '../train/linear-trainer.ts'
import type { Example, TrainingPlan } from '../train/linear-trainer.ts'

import { areaUnder, share } from './measure.ts'
import type { Measure } from './measure.ts'

type Row = { text: string; intent: string }

const PLAN: Omit<TrainingPlan, 'labels'> = {
  buckets: 1 << 16,
  epochs: 10,
  rate: 2,
  loss: 'softmax',
  caution: 0.1,
  decay: 1e-4,
  dropout: 0.4,
  seed: 20261124,
}
const OUTSIDE = 'oos'
/** A hundred lines of everything else cannot say what else there is: they count half. */
const OUTSIDE_WEIGHT = 0.5

const sets = [
  { name: 'CLINC150', train: 'clinc150_train', valid: 'clinc150_val', target: 0.96, reference: 'BERT 96.9, DialogFlow 91.7 (Larson 2019)' },
  { name: 'HWU64', train: 'hwu64_train', valid: 'hwu64_valid', target: 0.915, reference: 'USE+ConveRT 92.6' },
  { name: 'BANKING77', train: 'banking77_train', valid: 'banking77_valid', target: 0.925, reference: 'USE+ConveRT 93.4' },
] // prettier-ignore

export function evaluatePublicIntents(): Measure[] {
  return sets.flatMap(({ name, train, valid, target, reference }) => {
    const known = readRows<Row>(`intent/${train}`)
    const asked = readRows<Row>(`intent/${valid}`)
    if (known.length === 0 || asked.length === 0) return []
    const labels = [...new Set(known.map(({ intent }) => intent))].sort()
    const trained = trainLinear(known.map((row) => exampleOf(row.text, [labels.indexOf(row.intent)])), { ...PLAN, labels }) // prettier-ignore
    const answers = asked.map((row) => ({ ...row, ...likeliest(logitsOf(trained, exampleOf(row.text, [])), labels.indexOf(OUTSIDE)) })) // prettier-ignore
    const inside = answers.filter(({ intent }) => intent !== OUTSIDE)
    const outside = answers.filter(({ intent }) => intent === OUTSIDE)
    const base = { engine: 'intent', reference, target: null }
    const accuracy: Measure = {
      ...base,
      set: `${name} valid, trained on its train split`,
      n: inside.length,
      metric: 'accuracy in scope',
      ours: share(inside, ({ label, intent }) => labels[label] === intent),
      target,
    }
    if (outside.length === 0) return [accuracy]
    const area = areaUnder(inside.map(({ sureness }) => sureness), outside.map(({ sureness }) => sureness)) // prettier-ignore
    return [accuracy, { ...base, set: `${name} valid, in against out of scope`, n: answers.length, metric: 'AUROC', ours: area, target: 0.97 }] // prettier-ignore
  })
}

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
