/**
 * What may not leave without a reason: words that name another patient, on any way, and words that tell who somebody is, on a way that is
 * open (understanding-D49, decision 0159). Decided beside the gate, when a person's answer is written. Pure; says where, never what.
 */
import { flagPhi } from '#engines/deid/conceal.ts'
import { findPhi, type PhiKind, type PhiSpan } from '#engines/deid/phi.ts'
import type { SendChannel } from './gate.ts'

export type Span = [from: number, to: number]

/** `unverified`: we do not know for sure who reads there; `unencrypted`: others may read on the way. */
export type Openness = 'unverified' | 'unencrypted'

export type Disclosed = { why: 'other-patient' | 'identifier'; kind: PhiKind; span: Span }

/** Why it may leave all the same; the journal keeps which one. */
export const DISCLOSURE_REASONS = ['someone-else', 'asked-for', 'needed-for-care'] as const
export type DisclosureReason = (typeof DISCLOSURE_REASONS)[number]

/** A given and a family name that stand side by side, as written, and everywhere they do. */
export type NamePair = { given: string; family: string; spans: Span[] }
type Said = { given: string; family: string; span: Span }

/** Different pairs looked up for one text; what comes after them is not. */
const PAIRS_MAX = 200
const FOUND_MAX = 50
/** Words of one name that are put together in every way. */
const NAME_WORDS_MAX = 5

/** Who can read on this way beside the person we mean; null: nobody. A link leads to a place with a door. */
export function opennessOf(way: { channel: SendChannel; carriesText: boolean; isProven: boolean }): Openness | null {
  if (!way.carriesText) return null
  if (!way.isProven) return 'unverified'
  return way.channel === 'email' || way.channel === 'sms' ? 'unencrypted' : null
}

const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu

/** Everything in a text that could be the name of a patient: what the finder says, and two words with capitals side by side. */
export function namePairsIn(text: string): NamePair[] {
  const pairs = new Map<string, NamePair>()
  for (const { given, family, span } of saidPairs(text)) {
    const name = `${given}|${family}`.toLowerCase()
    const known = pairs.get(name)
    if (known) known.spans.push(span)
    else if (pairs.size < PAIRS_MAX) pairs.set(name, { given, family, spans: [span] })
  }
  return [...pairs.values()]
}

function saidPairs(text: string): Said[] {
  const pairs = findPhi(text).flatMap(({ kind, span }) => (kind === 'name' ? pairsOfName(text, span) : []))
  const words = [...text.matchAll(WORD)]
  for (let n = 0; n + 1 < words.length; n++) {
    const [one, two] = [words[n]!, words[n + 1]!]
    if (!/^\p{Lu}/u.test(one[0]) || !/^\p{Lu}/u.test(two[0])) continue
    if (!/^[\s,]{1,3}$/.test(text.slice(one.index + one[0].length, two.index))) continue
    const span: Span = [one.index, two.index + two[0].length]
    pairs.push({ given: one[0], family: two[0], span }, { given: two[0], family: one[0], span })
  }
  return pairs
}

/** "Ana María López García" is read as each given name of one or more words with each family name behind it, and the other way round. */
function pairsOfName(text: string, [from, to]: Span): Said[] {
  const words = [...text.slice(from, to).matchAll(WORD)].slice(0, NAME_WORDS_MAX)
  const said = (first: number, end: number) =>
    words
      .slice(first, end)
      .map(([word]) => word)
      .join(' ')
  const pairs: Said[] = []
  for (let middle = 1; middle < words.length; middle++) {
    for (let end = middle + 1; end <= words.length; end++) {
      const [one, two] = [said(0, middle), said(middle, end)]
      pairs.push({ given: one, family: two, span: [from, to] }, { given: two, family: one, span: [from, to] })
    }
  }
  // A middle name may stand between.
  const [first, last] = [words[0]?.[0], words.at(-1)?.[0]]
  if (words.length > 2 && first && last) pairs.push({ given: first, family: last, span: [from, to] })
  return pairs
}

/** Kinds that tell who somebody is. A place, a day, a link or a picture of ours is in every invitation. */
const TELLING: ReadonlySet<PhiKind> = new Set(['name', 'phone', 'fax', 'email', 'ssn', 'mrn', 'plan_id', 'account', 'licence', 'vehicle', 'device', 'biometric', 'other', 'age']) // prettier-ignore
const BIRTH = /(?:born|birth|birthday|dob|d\.o\.b\.?|nacid[oa]|naci[oó]|nacimiento)[^.!?\n]{0,24}$/i
const TITLE = /(?:^|[^\p{L}])(?:dr|dra|doctor|doctora|nurse|enfermer[oa])\.?\s{1,2}$/iu
/** How far before a place its title or cue may stand. */
const LOOK_BACK = 40

/** What in a text tells who somebody is; a doctor's name does not. */
export function identifiersIn(text: string): PhiSpan[] {
  return flagPhi(text).filter(({ kind, span }) => {
    const before = text.slice(Math.max(0, span[0] - LOOK_BACK), span[0])
    if (kind === 'date') return BIRTH.test(before)
    return TELLING.has(kind) && !(kind === 'name' && TITLE.test(before))
  })
}

/** Words and numbers of what was found, to be asked for whether they are known here. */
export const wordsOf = (text: string, found: readonly PhiSpan[]): string[] => [
  ...new Set(found.flatMap(({ kind, span }) => valuesOf(kind, text.slice(...span)))),
]

const valuesOf = (kind: PhiKind, words: string): string[] => {
  if (kind === 'name') return (words.match(WORD) ?? []).map((word) => word.toLowerCase())
  return kind === 'phone' || kind === 'fax' || kind === 'email' ? [contactValue(words)] : []
}

/** A number by its last ten digits, an address in small letters. */
export const contactValue = (words: string): string =>
  words.includes('@') ? words.toLowerCase() : words.replace(/\D/g, '').slice(-10)

/** Is everything in it known: names of the patient, of relatives and of colleagues, numbers of ours, what the person wrote here? */
function isKnown(text: string, { kind, span }: PhiSpan, known: ReadonlySet<string>): boolean {
  const values = valuesOf(kind, text.slice(...span))
  return values.length > 0 && values.every((value) => known.has(value))
}

export function decideDisclosure({
  text,
  openness,
  others,
  known,
}: {
  text: string
  openness: Openness | null
  /** Places that name a patient whom this conversation is not about. */
  others: readonly Span[]
  known: ReadonlySet<string>
}): Disclosed[] {
  const first = others.slice(0, FOUND_MAX)
  const found: Disclosed[] = first.map((span) => ({ why: 'other-patient', kind: 'name', span }))
  if (openness !== null) {
    for (const each of identifiersIn(text)) {
      const isTold = first.some(([from, to]) => from < each.span[1] && each.span[0] < to)
      if (!isTold && !isKnown(text, each, known)) found.push({ why: 'identifier', kind: each.kind, span: each.span })
    }
  }
  return found.toSorted((a, b) => a.span[0] - b.span[0]).slice(0, FOUND_MAX)
}
