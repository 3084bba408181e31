/**
 * What somebody typed into search, read as words, quoted phrases and narrowings (desk-D70). Pure. Broken quotes and narrowings that
 * mean nothing are plain words; nothing that can be typed is a mistake.
 */
import { foldWords, pairsOf, piecesOf } from '#engines/text/search-words.ts'

export type SearchQuery = {
  /** Each must begin a word of the text. */
  words: string[]
  /** Words that must stand one after the other. */
  phrases: string[][]
  /** Characters of a script without spaces that must stand together. */
  runs: string[]
  narrow: Narrowing
}

export type Narrowing = {
  /** Words of the name or the address of whoever wrote. */
  from?: string[]
  channels?: readonly SearchChannel[]
  /** The first instant that is too late, and the first that is not too early; a day is one of UTC. */
  before?: Date
  after?: Date
  tags?: string[]
  hasFile?: true
}

const CHANNELS = {
  portal: ['portal-chat'],
  chat: ['portal-chat', 'widget'],
  widget: ['widget'],
  email: ['email'],
  mail: ['email'],
  sms: ['sms'],
  text: ['sms'],
  phone: ['voice'],
  voice: ['voice'],
  'front-desk': ['front-desk'],
  desk: ['desk'],
  correo: ['email'],
  texto: ['sms'],
  telefono: ['voice'],
  recepcion: ['front-desk'],
} as const satisfies Record<string, readonly string[]>
export type SearchChannel = (typeof CHANNELS)[keyof typeof CHANNELS][number]

/** The names of narrowings, in the languages of the desk. */
const NARROWINGS: Record<string, 'from' | 'channel' | 'before' | 'after' | 'tag' | 'has'> = {
  from: 'from',
  channel: 'channel',
  before: 'before',
  after: 'after',
  tag: 'tag',
  has: 'has',
  de: 'from',
  canal: 'channel',
  antes: 'before',
  despues: 'after',
  etiqueta: 'tag',
  con: 'has',
}
const FILE_WORDS = ['file', 'files', 'attachment', 'archivo', 'archivos', 'adjunto']

/** Words, phrases and runs of one search, each. */
const TERMS_MAX = 10
const WORD = /[\p{L}\p{N}][\p{L}\p{N}@._'’-]*/gu
const NARROWED = /(?<!\S)([a-z]+):(?:"([^"]+)"|([^\s"]+))/g

export function readSearch(text: string): SearchQuery {
  const query: SearchQuery = { words: [], phrases: [], runs: [], narrow: {} }
  let rest = foldWords(text).replace(NARROWED, (whole, name: string, quoted?: string, bare?: string) =>
    narrow(query.narrow, name, quoted ?? bare ?? '') ? ' ' : whole,
  )
  if ((rest.match(/"/g) ?? []).length % 2 === 0) {
    rest = rest.replace(/"([^"]*)"/g, (_, quoted: string) => {
      const words = wordsOf(quoted)
      const isPhrase = words.length > 1 && words.every((word) => piecesOf(word).every(({ isUnspaced }) => !isUnspaced))
      if (isPhrase) query.phrases.push(words)
      return isPhrase ? ' ' : ` ${quoted} `
    })
  }
  for (const { text: piece, isUnspaced } of wordsOf(rest).flatMap(piecesOf)) {
    // A piece that a change of script left behind may be signs alone.
    if (isUnspaced) query.runs.push(piece)
    else query.words.push(...wordsOf(piece))
  }
  query.words = query.words.slice(0, TERMS_MAX)
  query.phrases = query.phrases.slice(0, TERMS_MAX)
  query.runs = query.runs.slice(0, TERMS_MAX)
  return query
}

const wordsOf = (text: string): string[] => (text.match(WORD) ?? []).slice(0, TERMS_MAX)

/** @returns whether it meant something. */
function narrow(into: Narrowing, name: string, value: string): boolean {
  switch (NARROWINGS[name]) {
    case 'from': {
      const words = wordsOf(value)
      if (words.length === 0) return false
      into.from = [...(into.from ?? []), ...words].slice(0, TERMS_MAX)
      return true
    }
    case 'channel': {
      const channels = Object.hasOwn(CHANNELS, value) ? CHANNELS[value as keyof typeof CHANNELS] : undefined
      if (channels) into.channels = channels
      return channels !== undefined
    }
    case 'before':
    case 'after': {
      const day = dayOf(value)
      if (!day) return false
      if (NARROWINGS[name] === 'before') into.before = day
      else into.after = day
      return true
    }
    case 'tag':
      // Composed again, as people type tags: a syllable of Korean is one character there.
      into.tags = [...(into.tags ?? []), value.normalize('NFC')].slice(0, TERMS_MAX)
      return true
    case 'has':
      if (!FILE_WORDS.includes(value)) return false
      into.hasFile = true
      return true
    default:
      return false
  }
}

/** `2026-03-01`, in the years that a timestamp here may have. */
function dayOf(text: string): Date | undefined {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return undefined
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : undefined
}

/** Nothing to look for in words; it may still be narrowed. */
export const hasNoWords = ({ words, phrases, runs }: SearchQuery): boolean =>
  words.length + phrases.length + runs.length === 0

export const isEmpty = (query: SearchQuery): boolean => hasNoWords(query) && Object.keys(query.narrow).length === 0

/** Every word that is looked for, also those of phrases. */
export const allWords = ({ words, phrases, runs }: SearchQuery): string[] => [...words, ...phrases.flat(), ...runs]

/** Figures of the shortest telephone number that is looked for. */
const NUMBER_MIN = 7

/** The figures, where all that is looked for is a telephone number. */
export function figuresOf(query: SearchQuery): string | undefined {
  const written = allWords(query).join('')
  const figures = written.replace(/[._-]/g, '')
  return /^\d+$/.test(figures) && figures.length >= NUMBER_MIN ? figures : undefined
}

/** The text of PostgreSQL's `to_tsquery('simple', …)`. */
export const toTsQuery = ({ words, phrases, runs }: SearchQuery): string =>
  [
    ...words.map((word) => `${quoted(word)}:*`),
    ...phrases.map(inOrder),
    ...runs.map((run) => (pairsOf(run).length === 0 ? `${quoted(run)}:*` : inOrder(pairsOf(run)))),
  ].join(' & ')

const inOrder = (words: readonly string[]): string => `(${words.map(quoted).join(' <-> ')})`
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
  const spaced = [
    ...query.words.map((word) => `${escaped(word)}[\\p{L}\\p{N}]*`),
    ...query.phrases.map((words) => words.map(escaped).join('[^\\p{L}\\p{N}]+')),
  ]
  const patterns = [
    ...(spaced.length > 0 ? [`(?<![\\p{L}\\p{N}])(?:${spaced.join('|')})`] : []),
    ...query.runs.map(escaped),
  ]
  if (patterns.length === 0) return []
  const pattern = new RegExp(patterns.join('|'), 'gu')
  return [...folded.matchAll(pattern)].map((match): [number, number] => [match.index, match.index + match[0].length])
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** As search compares it, and for each of its characters where it came from. */
function fold(text: string): { folded: string; at: number[] } {
  let folded = ''
  const at: number[] = []
  let from = 0
  for (const character of text) {
    for (const one of foldWords(character)) {
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
