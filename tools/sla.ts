/**
 * npm run sla < cases.jsonl > clocks.jsonl
 *
 * One JSON object a line in, `{id?, events, policies, calendars, now}`; one out, in the same order: `{id?, clocks}` (desk-D24). A bad
 * line gives `{id, error}` with the field, and the run goes on. Nothing is kept; no server is needed. Shapes: docs/clocks.md.
 */
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { clocks } from '#engines/sla/clocks.ts'
import { readLine } from '#engines/sla/input-line.ts'

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() === '') continue
  if (!process.stdout.write(`${JSON.stringify(answer(line))}\n`)) await once(process.stdout, 'drain')
}

function answer(line: string): object {
  const read = readLine(line)
  if (!read.ok) return { id: read.id, error: read.error }
  const { id, events, policies, calendars, now } = read.input
  try {
    return { ...(id === undefined ? {} : { id }), clocks: clocks(events, policies, calendars, now) }
  } catch (error) {
    return { id: id ?? null, error: { code: 'NOT_COMPUTED', message: error instanceof Error ? error.message : '' } }
  }
}
