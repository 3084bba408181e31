/**
 * `node bench/understand.ts`: what it costs to understand one message, on one core.
 *
 * No published triage reader is installed here, so the measure beside it is a physical one: one pass of a regular
 * expression that only splits the same text into words, in the same process. Times are medians; the machine should be idle.
 */
import { understand } from '#engines/understanding/understand.ts'
import { triageLines } from '../tools/evaluate/written-lines.ts'

const LENGTH = 500
const ROUNDS = 5
/** Understanding.md section 6: median and p95 at 500 characters, in milliseconds. */
const MEDIAN_LIMIT = 2
const P95_LIMIT = 5

const started = performance.now()
understand({ text: 'hello' })
const coldStart = performance.now() - started

const lines = (['bodily', 'context'] as const).flatMap((file) => triageLines(file)).map(({ text }) => text)
const chatter =
  'Hello, this is Ana. I called last week about the form for my school and nobody wrote back to me. Could you please tell me when it will be ready? '
const sets: [string, string[]][] = [
  ['an everyday message', lines.map((line) => (chatter + line + '. ' + chatter.repeat(3)).slice(0, LENGTH))],
  [
    'symptoms only',
    lines.map((_, i) =>
      lines
        .slice(i, i + 14)
        .join('. ')
        .slice(0, LENGTH),
    ),
  ],
]

console.log(`cold start of the knowledge: ${coldStart.toFixed(0)} ms`)
for (const [name, texts] of sets) {
  const before = process.cpuUsage()
  const [median, p95] = timesOf(texts, (text) => understand({ text }))
  const used = process.cpuUsage(before)
  const processor = (used.user + used.system) / 1000 / texts.length / (ROUNDS + 1)
  const [split] = timesOf(texts, (text) => text.match(/[\p{L}\p{N}']+/gu))
  console.log(
    `${name}, ${LENGTH} characters: median ${median.toFixed(2)} ms (${median <= MEDIAN_LIMIT ? 'pass' : 'above 2'}), ` +
      `p95 ${p95.toFixed(2)} ms (${p95 <= P95_LIMIT ? 'pass' : 'above 5'}), ${(LENGTH / median / 1000).toFixed(2)} million characters/s; ` +
      `processor time, mean ${processor.toFixed(2)} ms; splitting into words ${split.toFixed(3)} ms, ratio ${(median / split).toFixed(0)}`,
  )
}

function timesOf(texts: string[], run: (text: string) => unknown): [median: number, p95: number] {
  for (const text of texts) run(text)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const text of texts) {
      const start = performance.now()
      run(text)
      times.push(performance.now() - start)
    }
  }
  times.sort((a, b) => a - b)
  return [times[times.length >> 1]!, times[Math.floor(times.length * 0.95)]!]
}
