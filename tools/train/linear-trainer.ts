/**
 * Trains a linear model over hashed features (Adagrad, fixed order from a fixed seed) and quantises it to int8.
 *
 * `softmax`: exactly one label holds (language). `each`: labels hold independently of one another (intent, emotion).
 */
import { createHash } from 'node:crypto'

import { sigmoid, softmax } from '#engines/linear/linear-model.ts'
import type { Features, ModelFile } from '#engines/linear/linear-model.ts'

export type Example = {
  /** Feature hashes, as the engine makes them. */
  hashes: Int32Array
  /** Indices of the labels that hold; the others do not. */
  labels: number[]
  weight: number
  /** Indices of labels of which nothing is known here (another set names other emotions): they learn nothing from it. */
  unknown?: ReadonlySet<number> | undefined
}

export type TrainingPlan = {
  labels: readonly string[]
  buckets: number
  epochs: number
  rate: number
  loss: 'softmax' | 'each'
  /** Starting sum of squared gradients: the larger, the less a feature seen once may say (much text: 1e-4, few phrases: 0.1). */
  caution: number
  /** Share by which rarely used weights are pulled to zero at each use. */
  decay: number
  /** For `each`: how many times a label that holds weighs more than one that does not. */
  positiveWeight?: number
  /** Share of the features left out of an example each time it is seen, so that no single word carries a label alone. */
  dropout?: number
  /** Share of a label's weights that keep their size when quantised; the largest beyond are cut (0.999 unless told). */
  keptShare?: number
  seed: number
}

export type Trained = { plan: TrainingPlan; weights: Float32Array; biases: Float64Array }

export const keep = (features: Features, labels: number[], weight = 1, unknown?: ReadonlySet<number>): Example => ({
  hashes: features.hashes.slice(0, features.count),
  labels,
  weight,
  unknown,
})

export function trainLinear(examples: Example[], plan: TrainingPlan): Trained {
  const width = plan.labels.length
  const mask = plan.buckets - 1
  const weights = new Float32Array(plan.buckets * width)
  const squares = new Float32Array(plan.buckets * width).fill(plan.caution)
  const biases = new Float64Array(width)
  const biasSquares = new Float64Array(width).fill(1e-2)
  const logits = new Float64Array(width)
  const gradient = new Float64Array(width)
  const order = Int32Array.from(examples, (_, i) => i)
  const random = seededRandom(plan.seed)

  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    shuffle(order, random)
    const rate = plan.rate * (1 - (0.7 * epoch) / plan.epochs)
    for (const index of order) {
      const { hashes: whole, labels, weight, unknown } = examples[index]!
      const hashes = plan.dropout ? whole.filter(() => random() >= plan.dropout!) : whole
      if (hashes.length === 0) continue
      const norm = 1 / Math.sqrt(hashes.length)
      logits.set(biases)
      for (let i = 0; i < hashes.length; i++) {
        let at = (hashes[i]! & mask) * width
        for (let k = 0; k < width; k++) logits[k]! += norm * weights[at++]!
      }
      if (plan.loss === 'softmax') softmax(logits)
      else for (let k = 0; k < width; k++) logits[k] = sigmoid(logits[k]!)
      // With softmax the labels that hold share the whole.
      const share = plan.loss === 'softmax' ? 1 / Math.max(1, labels.length) : 1
      let any = false
      for (let k = 0; k < width; k++) {
        const holds = labels.includes(k)
        const error = logits[k]! - (holds ? share : 0)
        const step =
          Math.abs(error) < 0.002 || unknown?.has(k) ? 0 : error * weight * (holds ? (plan.positiveWeight ?? 1) : 1)
        gradient[k] = step
        if (step === 0) continue
        any = true
        biasSquares[k]! += step * step
        biases[k]! -= (rate * step) / Math.sqrt(biasSquares[k]!)
        gradient[k] = step * norm
      }
      if (!any) continue
      for (let i = 0; i < hashes.length; i++) {
        const start = (hashes[i]! & mask) * width
        for (let k = 0; k < width; k++) {
          const g = gradient[k]!
          if (g === 0) continue
          const at = start + k
          const total = g + plan.decay * weights[at]!
          squares[at]! += total * total
          weights[at]! -= (rate * total) / Math.sqrt(squares[at]!)
        }
      }
    }
  }
  return { plan, weights, biases }
}

/** The mean of several runs of one plan: what they agree on stays, what each learned by chance grows small. */
export function meanOf(runs: Trained[]): Trained {
  const [first] = runs
  const weights = first!.weights.map((_, at) => runs.reduce((sum, run) => sum + run.weights[at]!, 0) / runs.length)
  const biases = first!.biases.map((_, k) => runs.reduce((sum, run) => sum + run.biases[k]!, 0) / runs.length)
  return { plan: first!.plan, weights, biases }
}

/** The int8 file that the engine imports. Each label has its own scale, set by its largest weight without the outermost thousandth. */
export function quantise(trained: Trained, version: string, thresholds: number[] = []): ModelFile {
  const width = trained.plan.labels.length
  const bytes = new Int8Array(trained.weights.length)
  const scales: number[] = []
  for (let k = 0; k < width; k++) {
    const sizes: number[] = []
    for (let at = k; at < trained.weights.length; at += width) {
      const size = Math.abs(trained.weights[at]!)
      if (size > 0) sizes.push(size)
    }
    sizes.sort((a, b) => a - b)
    const scale = (sizes[Math.floor((sizes.length - 1) * (trained.plan.keptShare ?? 0.999))] ?? 1) / 127 || 1
    scales.push(scale)
    for (let at = k; at < bytes.length; at += width) {
      bytes[at] = Math.max(-127, Math.min(127, Math.round(trained.weights[at]! / scale)))
    }
  }
  return {
    version,
    labels: trained.plan.labels.join(' '),
    buckets: String(trained.plan.buckets),
    scales: scales.map((scale) => scale.toPrecision(6)).join(' '),
    biases: [...trained.biases].map((bias) => bias.toFixed(5)).join(' '),
    thresholds: thresholds.map((threshold) => threshold.toFixed(3)).join(' '),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    weights: Buffer.from(bytes.buffer).toString('base64'),
  }
}

/** Mulberry32: a small, fixed generator, so that the same inputs give the same weights. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffle(list: Int32Array, random: () => number) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = list[i]!
    list[i] = list[j]!
    list[j] = kept
  }
}

/** A fixed fifth of the families (0-4): 0 is held out for evaluation and never trained on (understanding-D53). */
export function fifthOf(family: string): number {
  return createHash('sha256').update(family).digest()[0]! % 5
}

/** Logits of one example by the weights before quantisation. */
export function logitsOf({ plan, weights, biases }: Trained, { hashes }: Example): Float64Array {
  const width = plan.labels.length
  const logits = Float64Array.from(biases)
  const norm = 1 / Math.sqrt(Math.max(1, hashes.length))
  for (const hash of hashes) {
    let at = (hash & (plan.buckets - 1)) * width
    for (let k = 0; k < width; k++) logits[k]! += norm * weights[at++]!
  }
  return logits
}
