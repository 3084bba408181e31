/**
 * The meaning of English texts as vectors, in a worker thread (understanding-D13). Nothing waits for it beyond a limit, and everything goes without.
 *
 * The worker is started by the first text and reads its weights from the installed packages, without a network. One text is read at a time. A worker
 * that fails or is too slow is ended; after a few failures there are no vectors any more until the next start of the server.
 */
import { Worker } from 'node:worker_threads'

/** @returns null: no vector, for whatever reason. */
export type VectorOf = (text: string) => Promise<Float32Array | null>
export type SentenceVectors = { vectorOf: VectorOf; close: () => Promise<void> }

/** From the question to the vector, waiting and the start of the worker included. Source: decision 0169. */
export const VECTOR_WITHIN_MS = 2_000
/** A worker that reads one text for longer, its start included, is ended: it may never come back. */
const STUCK_MS = 20_000
/** Texts that may wait; more are answered without. */
const WAITING_MAX = 50
/** Memory of the worker's own objects, in megabytes; the weights lie outside of it. */
const WORKER_MEMORY_MB = 256
const FAILURES_MAX = 3

type Asked = { text: string; done: (vector: Float32Array | null) => void; timer: NodeJS.Timeout; isGivenUp: boolean }

export function startSentenceVectors({
  withinMs = VECTOR_WITHIN_MS,
  stuckMs = STUCK_MS,
  script = new URL('./sentence-vectors-worker.ts', import.meta.url),
}: { withinMs?: number; stuckMs?: number; script?: URL } = {}): SentenceVectors {
  const waiting: Asked[] = []
  let worker: Worker | undefined
  let current: Asked | undefined
  let watch: NodeJS.Timeout | undefined
  let failures = 0
  let isClosed = false

  const answer = (asked: Asked | undefined, vector: Float32Array | null) => {
    if (!asked || asked.isGivenUp) return
    asked.isGivenUp = true
    clearTimeout(asked.timer)
    asked.done(vector)
  }
  const end = async () => {
    clearTimeout(watch)
    const ended = worker
    worker = undefined
    ended?.removeAllListeners()
    ended?.on('error', () => {})
    await ended?.terminate()
  }
  const fail = () => {
    failures += 1
    void end()
    answer(current, null)
    current = undefined
    if (failures >= FAILURES_MAX) for (const asked of waiting.splice(0)) answer(asked, null)
    next()
  }
  const start = () => {
    worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB } })
    worker.on('message', (vector: Float32Array | null) => {
      clearTimeout(watch)
      answer(current, vector)
      current = undefined
      next()
    })
    worker.on('error', fail)
    worker.on('exit', fail)
  }
  const next = () => {
    if (current || isClosed) return
    while (waiting[0]?.isGivenUp) waiting.shift()
    current = waiting.shift()
    if (!current) return worker?.unref()
    if (!worker) start()
    worker!.ref()
    watch = setTimeout(fail, stuckMs)
    worker!.postMessage(current.text)
  }

  return {
    vectorOf: (text) =>
      new Promise((done) => {
        if (isClosed || failures >= FAILURES_MAX || waiting.length >= WAITING_MAX) return done(null)
        const asked: Asked = { text, done, isGivenUp: false, timer: setTimeout(() => answer(asked, null), withinMs) }
        waiting.push(asked)
        next()
      }),
    async close() {
      isClosed = true
      for (const asked of [current, ...waiting.splice(0)]) answer(asked, null)
      current = undefined
      await end()
    },
  }
}
