/**
 * English words in groups of those that mean alike, by their vectors in the model of the second stage (decision 0195): a model that saw
 * "shots" should know "jabs" without asking the second stage.
 */
import { foldWords } from '#engines/linear/phrase-finder.ts'

import { readRows } from './development-data.ts'
import { seededRandom } from './linear-trainer.ts'
import { familyPhrases } from './phrase-families.ts'
import { vectorsOf } from './sentence-vectors.ts'

const SEED = 20261127
const GROUPS = 1500
const ROUNDS = 12
/** Numbers of a vector after it was thrown onto fewer. */
const WIDTH = 96
/** Uses of a word in public sets that make it worth a group; of the project's own phrases every word is. */
const FEWEST_USES = 6
const STEPS = 4096

/** Words of each group of two and more, in the order they were met. */
export async function wordNeighbours(): Promise<string[]> {
  const words = vocabulary()
  const points = narrowed(await vectorsOf(words))
  const groupOf = grouped(points, words.length)
  const groups = Array.from({ length: GROUPS }, (): string[] => [])
  words.forEach((word, i) => groups[groupOf[i]!]!.push(word))
  return groups.filter(({ length }) => length > 1).map((group) => group.join(' '))
}

function vocabulary(): string[] {
  const uses = new Map<string, number>()
  const count = (text: string, by: number) => {
    for (const word of foldWords(text).words) uses.set(word, (uses.get(word) ?? 0) + by)
  }
  for (const folder of ['families', 'cues', 'lines'] as const)
    for (const { text, lang } of familyPhrases('intent', folder)) if (lang === 'en') count(text, FEWEST_USES)
  for (const name of ['intent/clinc150_train', 'intent/hwu64_train', 'intent/banking77_train', 'emotion/goemotions_train', 'emotion/xed_en_train'])
    for (const { text } of readRows<{ text: string }>(name)) count(text, 1)
  return [...uses].filter(([word, count]) => count >= FEWEST_USES && /^[a-z]{2,20}$/.test(word)).map(([word]) => word)
} // prettier-ignore

/** The vectors about their mean, thrown onto fewer numbers and made one long. */
function narrowed(vectors: Float32Array[]): Float32Array {
  const long = vectors[0]!.length
  const rounded = vectors.map((vector) => vector.map((number) => Math.round(number * STEPS) / STEPS))
  const mean = new Float64Array(long)
  for (const vector of rounded) for (let d = 0; d < long; d++) mean[d]! += vector[d]! / rounded.length
  const random = seededRandom(SEED)
  const thrown = Float32Array.from({ length: long * WIDTH }, () => random() + random() + random() - 1.5)
  const points = new Float32Array(vectors.length * WIDTH)
  rounded.forEach((vector, i) => {
    for (let p = 0; p < WIDTH; p++) {
      let sum = 0
      for (let d = 0; d < long; d++) sum += (vector[d]! - mean[d]!) * thrown[d * WIDTH + p]!
      points[i * WIDTH + p] = sum
    }
    makeOneLong(points, i)
  })
  return points
}

/** k-means by the angle. */
function grouped(points: Float32Array, count: number): Int32Array {
  const random = seededRandom(SEED + 1)
  const middles = new Float32Array(GROUPS * WIDTH)
  for (let k = 0; k < GROUPS; k++) {
    const at = Math.floor(random() * count) * WIDTH
    middles.set(points.subarray(at, at + WIDTH), k * WIDTH)
  }
  const groupOf = new Int32Array(count)
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < count; i++) groupOf[i] = nearest(middles, points, i)
    middles.fill(0)
    for (let i = 0; i < count; i++)
      for (let p = 0; p < WIDTH; p++) middles[groupOf[i]! * WIDTH + p]! += points[i * WIDTH + p]!
    for (let k = 0; k < GROUPS; k++) makeOneLong(middles, k)
  }
  return groupOf
}

function nearest(middles: Float32Array, points: Float32Array, i: number): number {
  let best = 0
  let most = -Infinity
  for (let k = 0; k < GROUPS; k++) {
    let sum = 0
    for (let p = 0; p < WIDTH; p++) sum += middles[k * WIDTH + p]! * points[i * WIDTH + p]!
    if (sum > most) {
      most = sum
      best = k
    }
  }
  return best
}

function makeOneLong(list: Float32Array, i: number) {
  let square = 0
  for (let p = 0; p < WIDTH; p++) square += list[i * WIDTH + p]! ** 2
  const length = Math.sqrt(square) || 1
  for (let p = 0; p < WIDTH; p++) list[i * WIDTH + p]! /= length
}
