/**
 * Spelling repair against the words of a lexicon, and against a slip of the finger in any word.
 *
 * A word that is no real word of its own is read as the real words that one slip makes it from, and as the nearest lexicon words: one edit
 * away from four letters on, two from eight letters on. Where several are as near ("chst": cast, chest) all are read,
 * because the phrase around decides. Deletion index (Garbe's symmetric delete): constant time a word.
 */
import { stem } from './stem.ts'

export type Repaired = { text: string; stem: string }
export type Spelling = { repair: (word: string) => readonly Repaired[] }

/** Of two letters only a lost one between them is looked for ("ot": out), of three a slip or a missing fourth ("otu", "tok"). */
const SHORTEST_REPAIRED = 2
/** Words of three letters have too many neighbours: only a slip of the finger leads to them. */
const SHORTEST_TARGET = 3
/** Most words that a misspelling is read as; slips of the finger first. */
const MOST_REPAIRS = 12
export const TWO_EDITS_FROM = 8
/** Hardly anybody mistypes the first letter; of so short a word too little would be left to know it by ("alas", "balas"). */
const SHORT_WORD = 5
/** Longer "words" are not words (a pasted key, a run of letters without spaces). */
export const LONGEST_REPAIRED = 24

/** Two words within the allowed edits share a shortened form of their first letters; the rest is measured. */
const PREFIX = 7

export function buildSpelling(words: string[], realWords: ReadonlySet<string>): Spelling {
  const byDeletion = new Map<string, string | string[]>()
  for (const word of new Set(words)) {
    // Of three letters only common words: an abbreviation of an illness is one slip from every other abbreviation ("st", "svt").
    if (
      word.length < SHORTEST_TARGET ||
      (word.length === SHORTEST_TARGET && !realWords.has(word)) ||
      word.length > LONGEST_REPAIRED ||
      !/^[a-z]+$/.test(word)
    )
      continue
    for (const form of deletions(word.slice(0, PREFIX), word.length >= TWO_EDITS_FROM ? 2 : 1)) {
      const known = byDeletion.get(form)
      // Most forms have one word, and there are some hundred thousand.
      if (known === undefined) byDeletion.set(form, word)
      else if (typeof known === 'string') byDeletion.set(form, [known, word])
      else known.push(word)
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

/** A word of its own, or a form of one ("soaks", "topped", "muddled"). */
export function isWord(word: string, realWords: ReadonlySet<string>): boolean {
  if (realWords.has(word)) return true
  if (word.endsWith('s')) return word.length >= SHORTEST_FORM && realWords.has(word.slice(0, -1))
  const base = word.endsWith('ed') ? word.slice(0, -2) : word.endsWith('ing') ? word.slice(0, -3) : ''
  if (base.length < SHORTEST_FORM) return false
  return (
    realWords.has(base) ||
    realWords.has(`${base}e`) ||
    (base.at(-1) === base.at(-2) && realWords.has(base.slice(0, -1)))
  )
}

/** Of fewer letters too much would be a form of something ("was": "wased"). */
const SHORTEST_FORM = 4

function nearest(word: string, byDeletion: Map<string, string | string[]>, realWords: ReadonlySet<string>): string[] {
  if (isWord(word, realWords) || !/^[a-z]+$/.test(word)) return []
  const shortened = word.replace(/(.)\1{2,}/g, '$1$1')
  const single = struckOnce(word)
  const allowed = word.length >= TWO_EDITS_FROM ? 2 : 1
  let best = new Set<string>()
  let bestDistance = allowed
  for (const form of new Set([word, shortened, single])) {
    for (const deletion of deletions(form.slice(0, PREFIX), allowed)) {
      const candidates = byDeletion.get(deletion) ?? []
      for (const candidate of typeof candidates === 'string' ? [candidates] : candidates) {
        if (candidate.length < TWO_EDITS_FROM && allowed === 2 && form === word && Math.abs(candidate.length - form.length) > 1) continue // prettier-ignore
        if (word.length <= SHORT_WORD && !sameBeginning(form, candidate)) continue
        if (candidate.length <= SHORTEST_TARGET && !isSlip(word, candidate)) continue
        if (word.length <= SHORTEST_TARGET && candidate.length <= word.length && !isSlip(word, candidate)) continue
        const edits = editDistance(form, candidate, allowed)
        // To strike a letter twice is an edit, too: "duee" is no nearer to "due" than to "duele".
        const distance = form === word ? edits : Math.max(1, edits)
        if (edits > allowed || distance > bestDistance) continue
        if (distance < bestDistance) best = new Set()
        best.add(candidate)
        bestDistance = distance
      }
    }
  }
  const behind = wordsBehind(word, realWords)
  const slips = [...new Set([...behind, ...[...best].filter((candidate) => isSlip(word, candidate))])].sort()
  // "Motheer" is "mother" and no "smother". A letter lost or swapped tells less: "hrad" may be "hard", and "head".
  const isPlain = slips.some((slip) => slip.length < word.length && slip.length >= SHORT_WORD)
  return [...new Set(isPlain ? slips : [...slips, ...[...best].sort()])].slice(0, MOST_REPAIRS)
}

/**
 * What a finger does to a word it knows: two neighbours swapped, a letter lost within, a letter struck more than once or once too few; the
 * first letter stands. Any other difference is a way of spelling, or another word.
 */
export function isSlip(written: string, meant: string): boolean {
  let same = 0
  while (same < written.length && written[same] === meant[same]) same++
  if (same === 0) return false
  const [left, right] = [written.slice(same), meant.slice(same)]
  const isSwap = left.length > 1 && left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2)
  const isLoss = left !== '' && left === right.slice(1)
  return isSwap || isLoss || struckOnce(written) === struckOnce(meant)
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** The words of the language that one slip makes this from. */
function wordsBehind(written: string, realWords: ReadonlySet<string>): string[] {
  const found = new Set<string>()
  const look = (word: string) => {
    if (word.length >= SHORTEST_TARGET && isWord(word, realWords)) found.add(word)
  }
  for (let i = 1; i < written.length; i++) {
    const [before, after] = [written.slice(0, i), written.slice(i)]
    if (written[i] === written[i - 1]) look(before + after.slice(1))
    if (after.length > 1) look(before + after[1]! + after[0]! + after.slice(2))
    for (const letter of LETTERS) look(before + letter + after)
  }
  found.delete(written)
  return [...found]
}

/** Swapped or struck twice: every letter is there. */
export const hasSameLetters = (written: string, meant: string) =>
  (written.length > meant.length && struckOnce(written) === struckOnce(meant)) ||
  [...written].sort().join('') === [...meant].sort().join('')

const struckOnce = (word: string) => word.replace(/(.)\1+/g, '$1')

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
