/**
 * npm run route < cases.jsonl > answers.jsonl
 *
 * One JSON object a line in (`conversation`, `agents`, `load`, `policy`, `now`; engines/routing/input-line.ts says what may be left
 * out), one out, in the same order: `{id, ranked, excluded}`. A bad line gives `{id, error}` and the run goes on. Nothing is kept; no
 * server is needed.
 */
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { readRouteLine } from '#engines/routing/input-line.ts'
import { route } from '#engines/routing/route.ts'

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim() === '') continue
  if (!process.stdout.write(`${JSON.stringify(answer(line))}\n`)) await once(process.stdout, 'drain')
}

function answer(line: string): object {
  const read = readRouteLine(line)
  if (!read.ok) return { id: read.id, error: read.error }
  const { conversation, agents, load, policy, now } = read.input
  return { id: read.id, ...route(conversation, agents, load, policy, now) }
}
