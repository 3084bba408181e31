/** Trains the linear head over vectors of texts (Adagrad, softmax, fixed order from a fixed seed); `quantise` writes it like the other models. */
import { opinionFeatures, VECTOR_LENGTH } from '#engines/intent/sentence-opinion.ts'
import { softmax } from '#engines/linear/linear-model.ts'

import { seededRandom, shuffle } from './linear-trainer.ts'
import type { Trained, TrainingPlan } from './linear-trainer.ts'

export type DenseExample = { vector: Float32Array; labels: number[]; weight: number }

export const DENSE_PLAN: Omit<TrainingPlan, 'labels'> = {
  buckets: VECTOR_LENGTH,
  epochs: 12,
  rate: 0.05,
  loss: 'softmax',
  caution: 0.01,
  decay: 1e-3,
  dropout: 0.2,
  keptShare: 1,
  seed: 20261127,
}

/** Below this an answer is right enough to learn nothing from. */
const SMALL_ERROR = 0.002

export function trainDense(examples: DenseExample[], plan: TrainingPlan): Trained {
  const width = plan.labels.length
  const weights = new Float32Array(VECTOR_LENGTH * width)
  const squares = new Float64Array(weights.length).fill(plan.caution)
  const biases = new Float64Array(width)
  const biasSquares = new Float64Array(width).fill(plan.caution)
  const logits = new Float64Array(width)
  const inputs = new Float64Array(VECTOR_LENGTH)
  const order = Int32Array.from(examples, (_, i) => i)
  const random = seededRandom(plan.seed)
  const dropout = plan.dropout ?? 0
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    shuffle(order, random)
    const rate = plan.rate * (1 - (0.9 * epoch) / plan.epochs)
    for (const index of order) {
      const { vector, labels, weight } = examples[index]!
      opinionFeatures(vector, inputs)
      for (let d = 0; d < VECTOR_LENGTH; d++) inputs[d] = random() < dropout ? 0 : inputs[d]! / (1 - dropout)
      logitsFrom(weights, biases, inputs, logits)
      softmax(logits)
      const share = 1 / Math.max(1, labels.length)
      for (let k = 0; k < width; k++) {
        const error = (logits[k]! - (labels.includes(k) ? share : 0)) * weight
        if (Math.abs(error) < SMALL_ERROR) continue
        biasSquares[k]! += error * error
        biases[k]! -= (rate * error) / Math.sqrt(biasSquares[k]!)
        for (let d = 0; d < VECTOR_LENGTH; d++) {
          const at = d * width + k
          const step = error * inputs[d]! + plan.decay * weights[at]!
          squares[at]! += step * step
          weights[at]! -= (rate * step) / Math.sqrt(squares[at]!)
        }
      }
    }
  }
  return { plan, weights, biases }
}

/** Logits of one text by the weights before quantisation. */
export function denseLogitsOf({ weights, biases }: Trained, vector: Float32Array): Float64Array {
  const inputs = new Float64Array(VECTOR_LENGTH)
  const logits = new Float64Array(biases.length)
  opinionFeatures(vector, inputs)
  logitsFrom(weights, biases, inputs, logits)
  return logits
}

function logitsFrom(weights: Float32Array, biases: Float64Array, inputs: Float64Array, logits: Float64Array) {
  const width = logits.length
  logits.set(biases)
  for (let d = 0; d < VECTOR_LENGTH; d++) {
    const input = inputs[d]!
    if (input === 0) continue
    for (let k = 0, at = d * width; k < width; k++, at++) logits[k]! += input * weights[at]!
  }
}
