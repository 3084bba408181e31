/** The patient's own words behind a flag: the sentences that hold what was found. Pure. */
import type { StoredSpan } from './stored-understanding.ts'

/** Characters of the quoted words. */
const WORDS_MAX = 200

/** The sentence around the first place that was found, with what follows as far as there is room; the beginning if none has a place. */
export function quoteWords(text: string, spans: readonly StoredSpan[]): string {
  const places = spans.filter(({ start, end }) => start >= 0 && end > start && end <= text.length)
  const first = Math.min(...places.map(({ start }) => start))
  const from = Number.isFinite(first) ? sentenceStart(text, first) : 0
  const line = text.slice(from).replace(/\s+/g, ' ').trim()
  return line.length <= WORDS_MAX ? line : `${cutAtWord(line.slice(0, WORDS_MAX - 1))}…`
}

function sentenceStart(text: string, at: number): number {
  const before = text.slice(0, at)
  const end = Math.max(before.lastIndexOf('\n'), ...['. ', '! ', '? '].map((stop) => before.lastIndexOf(stop) + 1))
  return end <= 0 ? 0 : end
}

function cutAtWord(text: string): string {
  const space = text.lastIndexOf(' ')
  return space > WORDS_MAX / 2 ? text.slice(0, space) : text
}
