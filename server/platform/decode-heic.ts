/**
 * The points of a HEIC photo, read in a worker thread that ends with the photo (decision 0248): what a hostile file made of its memory is gone with it.
 *
 * One photo is read at a time. Whatever goes wrong, nothing is given: the photo stays closed, as it would without a reader.
 */
import { Worker } from 'node:worker_threads'

export type Points = { data: Uint8Array<ArrayBuffer>; width: number; height: number }
export type Decoded = Points | 'too-large' | 'unreadable'

/** For one photo, the start of the worker included, in milliseconds. */
const DECODE_WITHIN_MS = 10_000
/** Photos that may wait; more are not read. */
const WAITING_MAX = 8
/** Memory of the worker's own objects, in megabytes; that of the reader has a limit of its own (heic-worker.ts). */
const WORKER_MEMORY_MB = 64

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

export async function decodeHeic(
  bytes: Buffer,
  { pixelsMax, withinMs = DECODE_WITHIN_MS }: { pixelsMax: number; withinMs?: number },
): Promise<Decoded> {
  if (waiting >= WAITING_MAX) return 'unreadable'
  waiting += 1
  // One that could not even begin closes no other.
  const turn = last.then(() => decodeNow(bytes, pixelsMax, withinMs)).catch(() => 'unreadable' as const)
  last = turn
  try {
    return await turn
  } finally {
    waiting -= 1
  }
}

const decodeNow = (bytes: Buffer, pixelsMax: number, withinMs: number): Promise<Decoded> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), {
      workerData: { bytes, pixelsMax },
      resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB },
      // The reader tells on the console what it met.
      stdout: true,
      stderr: true,
    })
    const end = (decoded: Decoded) => {
      clearTimeout(timer)
      resolve(decoded)
      void worker.terminate()
    }
    const timer = setTimeout(() => end('unreadable'), withinMs)
    worker.on('message', end)
    worker.on('error', () => end('unreadable'))
    worker.on('exit', () => end('unreadable'))
  })
