/** The worker of html-sanitiser.ts: counts the limits, then sanitises. */
import { parentPort } from 'node:worker_threads'
import { measureHtml, sanitiseMailHtml } from '#engines/mail/html-policy.ts'
import type { Sanitised } from './html-sanitiser.ts'

parentPort!.on('message', (html: string) => {
  const measure = measureHtml(html)
  const result: Sanitised = measure.ok ? { ok: true, html: sanitiseMailHtml(html) } : measure
  parentPort!.postMessage(result)
})
parentPort!.postMessage('ready')
