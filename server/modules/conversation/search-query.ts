/**
 * What somebody typed into search, read as words and quoted phrases (desk-D70). Pure. Broken quotes are plain words; nothing that can
 * be typed is a mistake.
 */
import { searchWords } from './store.ts'

export type SearchQuery = {
  /** Each must begin a word of the text. */
  words: string[]
  /** Words that must stand one after the other. */
  phrases: string[][]
}

/** Words and phrases of one search. */
const TERMS_MAX = 10
const WORD = /[\p{L}\p{N}][\p{L}\p{N}@._'’-]*/gu

export function readSearch(text: string): SearchQuery {
  const folded = searchWords(text)
  const query: SearchQuery = { words: [], phrases: [] }
  let rest = folded
  if ((folded.match(/"/g) ?? []).length % 2 === 0) {
    rest = folded.replace(/"([^"]*)"/g, (_, quoted: string) => {
      const words = wordsOf(quoted)
      if (words.length > 1 && query.phrases.length < TERMS_MAX) query.phrases.push(words)
      return words.length > 1 ? ' ' : ` ${quoted} `
    })
  }
  query.words = wordsOf(rest)
  return query
}

const wordsOf = (text: string): string[] => (text.match(WORD) ?? []).slice(0, TERMS_MAX)

export const isEmpty = ({ words, phrases }: SearchQuery): boolean => words.length + phrases.length === 0

/** Every word that is looked for, also those of phrases. */
export const allWords = ({ words, phrases }: SearchQuery): string[] => [...words, ...phrases.flat()]

/** The text of PostgreSQL's `to_tsquery('simple', …)`. */
export const toTsQuery = ({ words, phrases }: SearchQuery): string =>
  [...words.map((word) => `${quoted(word)}:*`), ...phrases.map((words) => `(${words.map(quoted).join(' <-> ')})`)].join(
    ' & ',
  )

const quoted = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

export type Found = { words: string; marks: [number, number][] }

/** Characters of the words shown around a hit, and hits marked in them. */
const SHOWN_MAX = 160
const BEFORE_MAX = 50
const MARKS_MAX = 20

/** The piece of a text around the first hit, with every hit in it marked; null when the text holds none. */
export function foundIn(text: string, query: SearchQuery): Found | null {
  const line = text.replace(/\s+/g, ' ').trim()
  const { folded, at } = fold(line)
  const hits = hitsIn(folded, query)
  const first = hits[0]
  if (!first) return null
  const from = wordStart(line, Math.max(0, (at[first[0]] ?? 0) - BEFORE_MAX))
  const to = Math.min(line.length, from + SHOWN_MAX)
  const before = from > 0 ? '…' : ''
  const marks = hits
    .map(([start, end]): [number, number] => [at[start] ?? 0, at[end] ?? line.length])
    .filter(([, end]) => end <= to)
    .slice(0, MARKS_MAX)
    .map(([start, end]): [number, number] => [start - from + before.length, end - from + before.length])
  return { words: before + line.slice(from, to) + (to < line.length ? '…' : ''), marks }
}

function hitsIn(folded: string, query: SearchQuery): [number, number][] {
  const terms = [
    ...query.words.map((word) => `${escaped(word)}[\\p{L}\\p{N}]*`),
    ...query.phrases.map((words) => words.map(escaped).join('[^\\p{L}\\p{N}]+')),
  ]
  if (terms.length === 0) return []
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${terms.join('|')})`, 'gu')
  return [...folded.matchAll(pattern)].map((match): [number, number] => [match.index, match.index + match[0].length])
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Small letters without accents, and for each of its characters where it came from. */
function fold(text: string): { folded: string; at: number[] } {
  let folded = ''
  const at: number[] = []
  let from = 0
  for (const character of text) {
    for (const one of searchWords(character)) {
      folded += one
      for (let n = 0; n < one.length; n++) at.push(from)
    }
    from += character.length
  }
  at.push(text.length)
  return { folded, at }
}

function wordStart(text: string, at: number): number {
  if (at === 0) return 0
  const space = text.indexOf(' ', at)
  return space === -1 || space - at > 20 ? at : space + 1
}
