/**
 * The second stage of intents (understanding-D13, decision 0169): what the meaning of a whole English message says beside its words.
 *
 * The vector comes from outside (server/platform/sentence-vectors.ts); a small linear head over it, trained on the same phrases, gives
 * the chance of each want. Pure.
 */
import { readModel, softmax } from '#engines/linear/linear-model.ts'

import head from './model/sentence-head.json' with { type: 'json' }

/** Numbers in the vector of a text. */
export const VECTOR_LENGTH = 512
/** Characters of a text that are read for its meaning; the time grows with the square of the words. */
export const OPINION_READS_CHARS = 320
/** Vectors have length one; their numbers are small. */
const SCALE = 10
/** Steps in one: machines may differ in the last digits of a vector, not in what is made of it. */
const STEPS = 4096
/** Both stages count alike. Chosen on training phrases left out. */
const SHARE = 0.5
/** What one stage holds for impossible, the other may still bring. */
const LEAST = 1e-6
/** What both hold for none of ours is believed this much less: together they are surer of it than either. Chosen likewise. */
const OUTSIDE_LESS = 0.5

const model = readModel(head)
export const SENTENCE_VERSION = `sentence-${model.version}`

const opinion = new Float64Array(model.labels.length)
const OUTSIDE = model.labels.indexOf('out_of_scope')

/** The features of the head, the same for training and use. */
export function opinionFeatures(vector: Float32Array, out: Float64Array): void {
  for (let d = 0; d < VECTOR_LENGTH; d++) out[d] = (SCALE * Math.round(vector[d]! * STEPS)) / STEPS
}

const inputs = new Float64Array(VECTOR_LENGTH)

/** Joins the head's chances with `chances`, in place: half and half of their logarithms. Both in the order of the intent names. */
export function joinOpinion(chances: Float64Array, vector: Float32Array): void {
  opinionFeatures(vector, inputs)
  const width = opinion.length
  for (let k = 0; k < width; k++) {
    let sum = 0
    for (let d = 0; d < VECTOR_LENGTH; d++) sum += inputs[d]! * model.weights[d * model.stride + k]!
    opinion[k] = model.biases[k]! + model.scales[k]! * sum
  }
  softmax(opinion)
  mixChances(chances, opinion)
  chances[OUTSIDE]! -= OUTSIDE_LESS
  softmax(chances)
}

/** What both stages say of each label, as a logit, into `chances`. */
export function mixChances(chances: Float64Array, opinions: Float64Array): void {
  for (let k = 0; k < chances.length; k++)
    chances[k] = (1 - SHARE) * Math.log(chances[k]! + LEAST) + SHARE * Math.log(opinions[k]! + LEAST)
}
