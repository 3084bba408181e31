/**
 * Quoted text and mail footers: marked, and left out of the findings.
 *
 * A part counts as quoted only if it looks quoted and repeats an earlier message (90 % of its words); otherwise it is
 * read like the rest, whatever its marks say. A footer counts only by its own well-known words.
 */
import type { Span } from '#engines/text/normalise.ts'
import type { ReadTurn } from './turns.ts'

/** Share of a part's words that an earlier message must hold. */
export const QUOTED_SHARE = 0.9
/** Unmarked repetition counts from this many words on; shorter ones are what people say twice. */
const UNMARKED_WORDS = 12
/** Longest text in which parts are looked for; a longer one is read whole. */
const LONGEST_MARKED = 200_000

export type MarkedPart = Span & { kind: 'quoted' | 'footer' }

/** What a program adds; nothing of the writer stands behind it in its line, but what stands before it is his. */
const SIGNATURES =
  /(?:[-–—_]{1,3}\s?)?\b(?:sent from my (?:iphone|ipad|android)|enviado desde mi iphone|get outlook for (?:ios|android|mac)\b)[^\p{L}]{0,4}(?:please excuse[^\n]{0,60})?$/iu

/** The words of a notice. It is as long as its sentences: the one that holds them, and those of its line behind it that speak of a mail. */
const NOTICES =
  /\b(?:this e-?mail and any attachments|confidentiality notice|intended only for the addressee|aviso de confidencialidad|(?:if you are not|other than|for) the intended recipient)/i
const OF_MAIL =
  /\b(?:e-?mail|message|attachments?|recipient|addressee|sender|privileged|confidential|confidencial|mensaje|correo|destinatario|notice)\b/i

export function markedParts(text: string, turns: ReadTurn[]): MarkedPart[] {
  if (text.length > LONGEST_MARKED) return []
  const parts: MarkedPart[] = []
  const earlier = turns.map((turn) => new Set(wordsOf(turn.text)))
  let isReplyTail = false
  for (const line of linesOf(text)) {
    const content = text.slice(line.start, line.end)
    if (/^\s{0,4}(on .{3,120} wrote:|el .{3,120} escribi[oó]:|-{2,}\s?original message)/i.test(content))
      isReplyTail = true
    const footers = footersIn(content).map(({ start, end }) => ({ start: line.start + start, end: line.start + end, kind: 'footer' as const })) // prettier-ignore
    if (footers.length > 0) parts.push(...footers)
    else if (earlier.length > 0 && isQuoted(content, isReplyTail, earlier)) parts.push({ ...line, kind: 'quoted' })
  }
  return parts
}

function footersIn(line: string): Span[] {
  const signature = SIGNATURES.exec(line)
  const before = line.slice(0, signature?.index ?? line.length)
  const notices = NOTICES.test(before) ? sentencesOf(before).filter(({ start, end }) => isOfNotice(before.slice(start, end))) : [] // prettier-ignore
  return [...notices, ...(signature ? [{ start: signature.index, end: line.length }] : [])]
}

/** A notice speaks of the mail; a sentence in which somebody speaks of himself is no part of it. */
const isOfNotice = (sentence: string) =>
  OF_MAIL.test(sentence) && !/\b(?:i|i'm|i’m|my|me|mi|tengo|estoy)\b/i.test(sentence)

function sentencesOf(line: string): Span[] {
  const ends = [...line.matchAll(/[.!?:]+(?=\s|$)/g)].map(({ index, 0: mark }) => index + mark.length)
  return [...ends, line.length].map((end, n) => ({ start: n === 0 ? 0 : ends[n - 1]!, end }))
}

/** The text with marked parts blanked: every other character keeps its place. */
export function withoutQuotes(text: string, parts: MarkedPart[]): string {
  if (parts.length === 0) return text
  let at = 0
  const pieces: string[] = []
  for (const { start, end } of parts) {
    pieces.push(text.slice(at, start), ' '.repeat(end - start))
    at = end
  }
  return pieces.join('') + text.slice(at)
}

function isQuoted(line: string, isReplyTail: boolean, earlier: Set<string>[]): boolean {
  const isMarked = isReplyTail || /^\s{0,4}>/.test(line)
  const words = wordsOf(line)
  if (words.length < (isMarked ? 1 : UNMARKED_WORDS)) return false
  return earlier.some((known) => words.filter((word) => known.has(word)).length >= words.length * QUOTED_SHARE)
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] !== '\n') continue
    if (i > start) lines.push({ start, end: i })
    start = i + 1
  }
  return lines
}
