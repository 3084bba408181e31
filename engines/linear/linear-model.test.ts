import fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { COMPILED, compiledRows } from '../../tools/wasm.ts'
import { addFeatures, newFeatures, pushFeature, readModel } from './linear-model.ts'

const BUCKETS = 64

test('the compiled rows are those of the source', async () => {
  expect(await compiledRows()).toBe(await readFile(COMPILED, 'utf8'))
})

test('adding rows together is adding them one by one, however many labels and features there are', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 70 }),
      fc.array(fc.integer(), { maxLength: 700 }),
      fc.integer({ min: 1, max: 9999 }),
      (width, hashes, seed) => {
        const bytes = Int8Array.from({ length: BUCKETS * width }, (_, i) => Math.imul(i + seed, 0x9e3779b9) >> 24)
        // The outermost values, in rows that are hit again and again.
        bytes.fill(-128, 0, width)
        const model = readModel(fileOf(bytes, width))
        const features = newFeatures(1_000)
        for (const hash of hashes) pushFeature(features, hash)
        const sums = new Int32Array(width).fill(7)
        addFeatures(model, features, sums)
        const plain = new Int32Array(width).fill(7)
        for (const hash of features.hashes.subarray(0, features.count))
          for (let k = 0; k < width; k++) plain[k]! += bytes[(hash & (BUCKETS - 1)) * width + k]!
        expect(sums).toEqual(plain)
      },
    ),
  )
})

test('sums of the lowest and the highest weights do not run over', () => {
  for (const weight of [-128, 127]) {
    const model = readModel(fileOf(new Int8Array(BUCKETS * 3).fill(weight), 3))
    const features = newFeatures(2_000)
    for (let i = 0; i < 2_000; i++) pushFeature(features, i)
    const sums = new Int32Array(3)
    addFeatures(model, features, sums)
    expect([...sums]).toEqual([weight * 2_000, weight * 2_000, weight * 2_000])
  }
})

const fileOf = (bytes: Int8Array, width: number) => ({
  version: 'test',
  labels: Array.from({ length: width }, (_, k) => `l${k}`).join(' '),
  buckets: String(BUCKETS),
  scales: Array.from({ length: width }, () => '1').join(' '),
  biases: Array.from({ length: width }, () => '0').join(' '),
  thresholds: '',
  sha256: '',
  weights: Buffer.from(bytes.buffer).toString('base64'),
})
