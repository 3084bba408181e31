/**
 * npm run understand < in.jsonl > out.jsonl
 *
 * One JSON object a line in, one out, in the same order (understanding-D5). A bad line gives `{id, error}` and the
 * run goes on. Nothing is kept, nothing is sent; no server is needed.
 */
import { createInterface } from 'node:readline'
import { once } from 'node:events'
import { readLine } from '#engines/understanding/input-line.ts'
import { understand } from '#engines/understanding/understand.ts'

/** Some programs begin a file with it; it is no part of the first line. */
const BYTE_ORDER_MARK = /^\uFEFF/

let isFirst = true
for await (const read of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const line = isFirst ? read.replace(BYTE_ORDER_MARK, '') : read
  isFirst = false
  if (line.trim() === '') continue
  if (!process.stdout.write(`${JSON.stringify(answer(line))}\n`)) await once(process.stdout, 'drain')
}

function answer(line: string): object {
  const read = readLine(line)
  if (!read.ok) return { id: read.id, error: read.error }
  try {
    const { id } = read.input
    return { ...(id === undefined ? {} : { id }), ...understand(read.input) }
  } catch {
    return { id: read.input.id ?? null, error: { code: 'NOT_UNDERSTOOD', message: 'The engines failed on this line.' } }
  }
}
