/** Vectors of texts from a worker (understanding-D13): they come without a network, and nothing waits for one that does not. */
import { afterAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { startSentenceVectors } from './sentence-vectors.ts'

const sentences = startSentenceVectors({ withinMs: 20_000 })
afterAll(() => sentences.close())

const likeness = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0)

test('understanding-D13 what means the same lies nearer than what shares its words', async () => {
  const [asked, same, other] = await Promise.all(
    ['When do you close today?', 'What are your opening hours?', 'Close the window, it rains today.'].map((text) => sentences.vectorOf(text)),
  ) // prettier-ignore
  expect(asked).toHaveLength(512)
  expect(likeness(asked!, asked!)).toBeCloseTo(1, 1)
  expect(likeness(asked!, same!)).toBeGreaterThan(likeness(asked!, other!))
  expect(await sentences.vectorOf('When do you close today?')).toEqual(asked)
})

test('understanding-D2 any text has a vector or none, and the next one is read all the same', async () => {
  for (const text of ['', '\ud800', '\u0000', '. ', '🙂'.repeat(200), 'x'.repeat(320)]) {
    const vector = await sentences.vectorOf(text)
    expect(vector === null || vector.length === 512).toBe(true)
  }
  expect(await sentences.vectorOf('hello')).toHaveLength(512)
})

const script = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; ${code}`)}`) // prettier-ignore

test('understanding-D13 a worker that says nothing keeps nobody waiting beyond the limit, and is ended', async () => {
  const slow = startSentenceVectors({
    withinMs: 50,
    stuckMs: 200,
    script: script(`parentPort.on('message', () => {})`),
  })
  const began = performance.now()
  expect(await Promise.all([slow.vectorOf('a'), slow.vectorOf('b')])).toEqual([null, null])
  expect(performance.now() - began).toBeLessThan(5_000)
  await slow.close()
  expect(await slow.vectorOf('c')).toBeNull()
})

test('understanding-D13 after three failures it is asked no more', async () => {
  const broken = startSentenceVectors({ withinMs: 5_000, script: script(`throw new Error('no model')`) })
  expect(await Promise.all(['a', 'b', 'c', 'd'].map((text) => broken.vectorOf(text)))).toEqual([null, null, null, null])
  const began = performance.now()
  expect(await broken.vectorOf('e')).toBeNull()
  expect(performance.now() - began).toBeLessThan(50)
  await broken.close()
})

test('understanding-D13 it is on unless it is switched off, and nothing else may be written there', () => {
  expect([readConfig({}).embeddings, readConfig({ EMBEDDINGS: 'off' }).embeddings]).toEqual([true, false])
  expect(() => readConfig({ EMBEDDINGS: 'maybe' })).toThrow('EMBEDDINGS')
})
