/**
 * A linear model over hashed features with int8 weights: the arithmetic shared by the language, intent and emotion engines.
 *
 * The weights come as an imported JSON module (base64), because an engine does no I/O. They are written by `npm run train`.
 * All fields of the file are strings, so that one line holds one fact and the formatter leaves the file alone.
 *
 * Adding their rows is most of the time of understanding, so it is done sixteen labels at a time (`add-rows.wat`, decision 0227).
 */
import compiled from './add-rows.json' with { type: 'json' }
import { BASE_LETTER, LOWER_LETTER, SEPARATOR, SKIP } from './letters.ts'

export type ModelFile = {
  version: string
  /** Label names, separated by spaces. */
  labels: string
  /** Number of hash buckets; a power of two. */
  buckets: string
  /** One number per label: what one step of the int8 weight is worth. */
  scales: string
  /** One number per label. */
  biases: string
  /** Free numbers per label (decision thresholds); may be empty. */
  thresholds: string
  /** SHA-256 of the int8 bytes, hexadecimal. */
  sha256: string
  /** base64 of int8[buckets][labels]. */
  weights: string
}

export type LinearModel = {
  version: string
  labels: readonly string[]
  mask: number
  scales: Float64Array
  biases: Float64Array
  thresholds: Float64Array
  /** int8[buckets][stride]: behind the labels a row is filled up. */
  weights: Int8Array
  stride: number
  /** Of each label, the sum of the rows of these features: at most `ROWS_AT_ONCE`, from the `from`-th on. */
  rowsOf: (features: Features, from: number) => Int16Array
}

/** A reusable list of feature buckets (32-bit hashes; the model's mask picks the bucket). */
export type Features = { hashes: Int32Array; count: number }

/** Most features taken from one piece of text. 20,000 characters (understanding-D2) give at most about 80,000. */
export const MAX_FEATURES = 1 << 17

/** Once for each file: its text, longer than the model itself, is let go. */
export function readModel(file: ModelFile): LinearModel {
  const { weights } = file
  if (weights === '') throw new Error('the text of this model was let go')
  file.weights = ''
  const labels = file.labels.split(' ')
  const mask = Number(file.buckets) - 1
  const stride = Math.ceil(labels.length / LABELS_AT_ONCE) * LABELS_AT_ONCE
  return {
    version: file.version,
    labels,
    mask,
    scales: numbers(file.scales),
    biases: numbers(file.biases),
    thresholds: numbers(file.thresholds),
    stride,
    ...inMemory(atob(weights), labels.length, stride, mask),
  }
}

const LABELS_AT_ONCE = 16
/** 256 rows of int8 fit into sums of 16 bits. */
const ROWS_AT_ONCE = 256
const PAGE_BYTES = 65_536
const addingRows = new WebAssembly.Module(Uint8Array.from(atob(compiled.wasm), (sign) => sign.charCodeAt(0)))

/** Each model has a memory of its own: the features that are asked for, their sums, and the weights. */
function inMemory(
  binary: string,
  width: number,
  stride: number,
  mask: number,
): Pick<LinearModel, 'weights' | 'rowsOf'> {
  const sumsAt = ROWS_AT_ONCE * Int32Array.BYTES_PER_ELEMENT
  const weightsAt = sumsAt + stride * Int16Array.BYTES_PER_ELEMENT
  const rows = mask + 1
  const memory = new WebAssembly.Memory({ initial: Math.ceil((weightsAt + rows * stride) / PAGE_BYTES) })
  const { addRows } = new WebAssembly.Instance(addingRows, { model: { memory } }).exports as {
    addRows: (hashes: number, hashesEnd: number, mask: number, weights: number, stride: number, sums: number) => void
  }
  const hashes = new Int32Array(memory.buffer, 0, ROWS_AT_ONCE)
  const sums = new Int16Array(memory.buffer, sumsAt, width)
  const weights = new Int8Array(memory.buffer, weightsAt, rows * stride)
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < width; k++) weights[row * stride + k] = binary.charCodeAt(row * width + k)
  return {
    weights,
    rowsOf: (features, from) => {
      const count = Math.min(ROWS_AT_ONCE, features.count - from)
      for (let i = 0; i < count; i++) hashes[i] = features.hashes[from + i]!
      addRows(0, count * Int32Array.BYTES_PER_ELEMENT, mask, weightsAt, stride, sumsAt)
      return sums
    },
  }
}

const numbers = (list: string) => Float64Array.from(list === '' ? [] : list.split(' ').map(Number))

export const newFeatures = (capacity = MAX_FEATURES): Features => ({ hashes: new Int32Array(capacity), count: 0 })

/** Logit of each label, written into `out`. */
export function scoreFeatures(model: LinearModel, features: Features, sums: Int32Array, out: Float64Array): void {
  sums.fill(0)
  addFeatures(model, features, sums)
  scoreSums(model, sums, features.count, out)
}

/** Adds the int8 weights of all features to `sums`, one number per label. */
export function addFeatures(model: LinearModel, features: Features, sums: Int32Array): void {
  for (let from = 0; from < features.count; from += ROWS_AT_ONCE) {
    const added = model.rowsOf(features, from)
    for (let k = 0; k < added.length; k++) sums[k]! += added[k]!
  }
}

/** Logits from added weights. Features are weighed 1/sqrt(count), so that long and short texts compare. */
export function scoreSums(model: LinearModel, sums: Int32Array, count: number, out: Float64Array): void {
  const norm = count === 0 ? 0 : 1 / Math.sqrt(count)
  for (let k = 0; k < out.length; k++) out[k] = model.biases[k]! + model.scales[k]! * norm * sums[k]!
}

/** Turns logits into probabilities that add up to 1, in place. */
export function softmax(logits: Float64Array): void {
  let top = -Infinity
  for (const logit of logits) if (logit > top) top = logit
  let total = 0
  for (let k = 0; k < logits.length; k++) total += logits[k] = Math.exp(logits[k]! - top)
  for (let k = 0; k < logits.length; k++) logits[k]! /= total
}

export const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit))

const FNV_OFFSET = 0x811c9dc5 | 0
const FNV_PRIME = 0x01000193
const BOUNDARY = 0x20
const WORD_SEED = 0x5bd1e995 | 0
const PAIR_SEED = 0x27d4eb2f
const LONGEST_WORD = 40

const mix = (hash: number) => {
  const half = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return half ^ (half >>> 13)
}

const word = new Uint16Array(LONGEST_WORD + 2)

/**
 * Character n-grams of 1 to 4 letters, words padded by a boundary mark, of the letters `accepts` (a table over code units, 0 = no).
 * Reads text[from, to).
 */
export function letterGrams(text: string, from: number, to: number, accepts: Uint8Array, features: Features): void {
  features.count = 0
  word[0] = BOUNDARY
  let length = 1
  for (let i = from; i <= to; i++) {
    const code = i < to ? text.charCodeAt(i) : BOUNDARY
    const letter = LOWER_LETTER[code]!
    if (letter === SKIP) continue
    if (letter !== SEPARATOR && accepts[code] !== 0) {
      if (length <= LONGEST_WORD) word[length++] = letter
    } else if (length > 1) {
      word[length++] = BOUNDARY
      addGrams(length, 1, 4, FNV_OFFSET, features)
      length = 1
    }
  }
}

/** Words, pairs of neighbouring words, and character n-grams of 3 to 5 letters inside words, accents removed. Reads text[from, to). */
export function wordFeatures(text: string, from: number, to: number, features: Features): void {
  features.count = 0
  word[0] = BOUNDARY
  let length = 1
  let previous = 0
  for (let i = from; i <= to; i++) {
    const letter = i < to ? BASE_LETTER[text.charCodeAt(i)]! : SEPARATOR
    if (letter === SKIP) continue
    if (letter !== SEPARATOR) {
      if (length <= LONGEST_WORD) word[length++] = letter
    } else if (length > 1) {
      let hash = WORD_SEED
      for (let j = 1; j < length; j++) hash = Math.imul(hash ^ word[j]!, FNV_PRIME)
      pushFeature(features, hash)
      pushFeature(features, Math.imul(previous, PAIR_SEED) ^ hash)
      previous = hash
      word[length++] = BOUNDARY
      addGrams(length, 3, 5, FNV_OFFSET, features)
      length = 1
    }
  }
  pushFeature(features, Math.imul(previous, PAIR_SEED))
}

function addGrams(length: number, shortest: number, longest: number, seed: number, features: Features) {
  for (let start = 0; start < length; start++) {
    let hash = seed
    const end = Math.min(start + longest, length)
    for (let at = start; at < end; at++) {
      hash = Math.imul(hash ^ word[at]!, FNV_PRIME)
      // A boundary alone says nothing.
      if (at - start + 1 >= shortest && !(at === start && word[at] === BOUNDARY)) pushFeature(features, hash)
    }
  }
}

/** Adds one feature; a list that is full takes no more. */
export function pushFeature(features: Features, hash: number): void {
  if (features.count < features.hashes.length) features.hashes[features.count++] = mix(hash)
}
