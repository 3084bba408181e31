/**
 * Spelling repair against the words of a lexicon, and nothing else.
 *
 * A word that is neither known to the lexicon nor a real word of its own is read as the nearest lexicon words: one edit
 * away from four letters on, two from eight letters on. Where several are as near ("chst": cast, chest) all are read,
 * because the phrase around decides. Deletion index (Garbe's symmetric delete): constant time a word.
 */
import { stem } from './stem.ts'

export type Repaired = { text: string; stem: string }
export type Spelling = { repair: (word: string) => readonly Repaired[] }

/** Shorter words have too many neighbours; of three letters only a missing fourth is looked for ("tok", "bne"). */
export const SHORTEST_REPAIRED = 3
const SHORTEST_TARGET = 4
/** Most words that a misspelling is read as. */
const MOST_REPAIRS = 5
export const TWO_EDITS_FROM = 8
/** Hardly anybody mistypes the first letter; of so short a word too little would be left to know it by ("alas", "balas"). */
const SHORT_WORD = 5
/** Longer "words" are not words (a pasted key, a run of letters without spaces). */
export const LONGEST_REPAIRED = 24

/** Two words within the allowed edits share a shortened form of their first letters; the rest is measured. */
const PREFIX = 7

export function buildSpelling(words: string[], realWords: ReadonlySet<string>): Spelling {
  const byDeletion = new Map<string, string[]>()
  for (const word of new Set(words)) {
    if (word.length < SHORTEST_TARGET || word.length > LONGEST_REPAIRED || !/^[a-z]+$/.test(word)) continue
    for (const form of deletions(word.slice(0, PREFIX), word.length >= TWO_EDITS_FROM ? 2 : 1)) {
      const list = byDeletion.get(form)
      if (list) list.push(word)
      else byDeletion.set(form, [word])
    }
  }

  const repaired = new Map<string, readonly Repaired[]>()
  return {
    repair: (word) => {
      if (word.length < SHORTEST_REPAIRED || word.length > LONGEST_REPAIRED) return NONE
      const known = repaired.get(word)
      if (known) return known
      const answer = nearest(word, byDeletion, realWords).map((text) => ({ text, stem: stem(text) }))
      if (repaired.size < REPAIR_MEMORY) repaired.set(word, answer)
      return answer
    },
  }
}

/** Repairs that are remembered; bounds what a hostile text can fill. */
const REPAIR_MEMORY = 20_000

const NONE: readonly Repaired[] = []

function nearest(word: string, byDeletion: Map<string, string[]>, realWords: ReadonlySet<string>): string[] {
  if (realWords.has(word) || !/^[a-z]+$/.test(word)) return []
  const shortened = word.replace(/(.)\1{2,}/g, '$1$1')
  const single = word.replace(/(.)\1+/g, '$1')
  const allowed = word.length >= TWO_EDITS_FROM ? 2 : 1
  let best = new Set<string>()
  let bestDistance = allowed + 1
  for (const form of new Set([word, shortened, single])) {
    for (const deletion of deletions(form.slice(0, PREFIX), allowed)) {
      for (const candidate of byDeletion.get(deletion) ?? []) {
        if (candidate.length < TWO_EDITS_FROM && allowed === 2 && form === word && Math.abs(candidate.length - form.length) > 1) continue // prettier-ignore
        if (word.length < SHORTEST_TARGET && candidate.length <= word.length) continue
        if (word.length <= SHORT_WORD && !sameBeginning(form, candidate)) continue
        const distance = editDistance(form, candidate, allowed)
        if (distance > allowed || distance > bestDistance) continue
        if (distance < bestDistance) best = new Set()
        best.add(candidate)
        bestDistance = distance
      }
    }
  }
  return [...best].sort().slice(0, MOST_REPAIRS)
}

const sameBeginning = (form: string, candidate: string) =>
  form[0] === candidate[0] || (form[0] === candidate[1] && form[1] === candidate[0])

/** The word itself and every form with up to `count` letters left out. */
function deletions(word: string, count: number): Set<string> {
  const forms = new Set([word])
  let edge = [word]
  for (let round = 0; round < count; round++) {
    const next: string[] = []
    for (const form of edge) {
      for (let i = 0; i < form.length; i++) {
        const shorter = form.slice(0, i) + form.slice(i + 1)
        if (!forms.has(shorter)) {
          forms.add(shorter)
          next.push(shorter)
        }
      }
    }
    edge = next
  }
  return forms
}

/** Damerau distance (a swap of neighbours counts one); gives up above `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let value = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) value = Math.min(value, beforeLast[j - 2]! + 1) // prettier-ignore
      row.push(value)
    }
    beforeLast = last
    last = row
  }
  return last[b.length]!
}
