/**
 * Sanitising in a worker thread with a deadline, so that no mail can hold the server (desk D56, trust D50).
 *
 * One worker serves one text at a time and is used again. A worker that misses the deadline or runs out of memory is ended;
 * its mail is shown as text, and the next one gets a fresh worker.
 */
import { Worker } from 'node:worker_threads'

export type Sanitised =
  | { ok: true; html: string }
  | { ok: false; limit: 'too_large' | 'too_deep' | 'too_many_nodes' | 'too_many_links' | 'deadline' | 'worker_failed' }

export type HtmlSanitiser = { sanitise: (html: string) => Promise<Sanitised>; close: () => Promise<void> }

/** Time for one text, in milliseconds. */
export const SANITISE_DEADLINE_MS = 1_000
/** Time for a worker to load its modules. */
const START_DEADLINE_MS = 20_000
/** Memory of the worker, in megabytes. */
const WORKER_MEMORY_MB = 256
/** Texts that may wait; more are shown as text. */
const MAX_WAITING = 1_000

type Job = { html: string; done: (result: Sanitised) => void }

export function startHtmlSanitiser(
  deadlineMs = SANITISE_DEADLINE_MS,
  script = new URL('./html-sanitiser-worker.ts', import.meta.url),
): HtmlSanitiser {
  const waiting: Job[] = []
  let worker: Worker | undefined
  let isReady = false
  let current: Job | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const finish = (result: Sanitised) => {
    clearTimeout(timer)
    const job = current
    current = undefined
    job?.done(result)
    next()
  }
  const discard = (reason: 'deadline' | 'worker_failed') => {
    const ended = worker
    worker = undefined
    isReady = false
    ended?.removeAllListeners()
    ended?.on('error', () => {})
    void ended?.terminate()
    finish({ ok: false, limit: reason })
  }
  const start = () => {
    worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: WORKER_MEMORY_MB } })
    worker.unref()
    worker.on('message', (message: 'ready' | Sanitised) => {
      if (message !== 'ready') return finish(message)
      isReady = true
      next()
    })
    worker.on('error', () => discard('worker_failed'))
    worker.on('exit', () => worker && discard('worker_failed'))
  }
  const next = () => {
    if (current || isClosed) return
    const job = waiting[0]
    if (!job) return worker?.unref()
    if (!worker) start()
    worker!.ref()
    if (!isReady) {
      clearTimeout(timer)
      timer = setTimeout(() => {
        current = waiting.shift()
        discard('worker_failed')
      }, START_DEADLINE_MS)
      return
    }
    clearTimeout(timer)
    current = waiting.shift()
    timer = setTimeout(() => discard('deadline'), deadlineMs)
    worker!.postMessage(job.html)
  }

  return {
    sanitise: (html) =>
      new Promise((resolve) => {
        if (isClosed || waiting.length >= MAX_WAITING) return resolve({ ok: false, limit: 'worker_failed' })
        waiting.push({ html, done: resolve })
        next()
      }),
    async close() {
      isClosed = true
      clearTimeout(timer)
      for (const job of [current, ...waiting.splice(0)]) job?.done({ ok: false, limit: 'worker_failed' })
      current = undefined
      const ended = worker
      worker = undefined
      ended?.removeAllListeners('exit')
      await ended?.terminate()
    },
  }
}
