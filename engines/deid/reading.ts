/** A text while its identifiers are looked for: its pieces, which of them are taken, and what was found. */
import { pieceFrom, type Pieces } from './pieces.ts'

/** The identifiers of 45 CFR 164.514(b)(2)(i); `place` is any geography below a state. */
export type PhiKind =
  | 'name'
  | 'place'
  | 'date'
  | 'age'
  | 'phone'
  | 'fax'
  | 'email'
  | 'ssn'
  | 'mrn'
  | 'plan_id'
  | 'account'
  | 'licence'
  | 'vehicle'
  | 'device'
  | 'url'
  | 'ip'
  | 'biometric'
  | 'photo'
  | 'other'

export type PhiSpan = {
  kind: PhiKind
  span: [number, number]
  /** 0 to 1. */
  confidence: number
}

export type Reading = { pieces: Pieces; taken: Uint8Array; found: PhiSpan[] }

/** Marks pieces `first` to `last` as one identifier, unless one of them is already part of another. */
export function mark(reading: Reading, kind: PhiKind, first: number, last: number, confidence: number): boolean {
  const { pieces, taken, found } = reading
  if (last < first || last >= pieces.count) return false
  for (let i = first; i <= last; i++) if (taken[i] !== 0) return false
  for (let i = first; i <= last; i++) taken[i] = 1
  found.push({ kind, span: [pieces.starts[first]!, pieces.ends[last]!], confidence })
  return true
}

/** Marks all pieces that lie in `text[from, to)`. */
export function markRange(reading: Reading, kind: PhiKind, from: number, to: number, confidence: number) {
  const { starts, count } = reading.pieces
  const first = pieceFrom(reading.pieces, from)
  if (first >= count || starts[first]! >= to) return false
  let last = first
  while (last + 1 < count && starts[last + 1]! < to) last++
  return mark(reading, kind, first, last, confidence)
}
