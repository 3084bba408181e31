/**
 * Splits a message into the parts that may each hold a want of their own: "cancel Tuesday | and how much do I owe".
 * A part is a range of words [first, last).
 */
import type { FoldedWords } from '#engines/linear/phrase-finder.ts'

/** Words that may begin another want. */
const LINKS = new Set(['and', 'also', 'plus', 'but', 'then', 'y', 'e', 'tambien', 'ademas', 'pero', 'luego', 'besides'])
/** A part shorter than this is no sentence of its own. */
const FEWEST_WORDS = 2
/** More parts than this are read as one: nobody asks thirty things, and each part costs a pass of the model. */
const MOST_CLAUSES = 30

export function clausesOf(text: string, from: number, to: number, folded: FoldedWords): [number, number][] {
  const breaks = breaksOf(text, from, to, folded)
  const clauses: [number, number][] = []
  let first = 0
  for (const at of [...breaks, folded.words.length]) {
    // A part too short for itself joins the next one, or the last.
    if (at - first < FEWEST_WORDS && at < folded.words.length) continue
    if (at - first < FEWEST_WORDS && clauses.length > 0) clauses.at(-1)![1] = at
    else if (at > first) clauses.push([first, at])
    first = at
  }
  return clauses.length > MOST_CLAUSES ? [[0, folded.words.length]] : clauses
}

/** Indices of the words that begin a new part. */
function breaksOf(text: string, from: number, to: number, folded: FoldedWords): number[] {
  const breaks: number[] = []
  let at = from
  for (let i = 0; i < folded.words.length; i++) {
    if (i > 0 && (LINKS.has(folded.words[i]!) || endsPart(text, at, folded.starts[i]!))) breaks.push(i)
    at = folded.ends[i]!
  }
  return breaks.filter((index) => folded.starts[index]! < to)
}

function endsPart(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const mark = text[i]!
    if (mark === '?' || mark === '!' || mark === ';' || mark === '\n' || mark === '。' || mark === '¿' || mark === '¡')
      return true
    if (mark === '.' && (i + 1 >= text.length || /\s/.test(text[i + 1]!))) return true
    if (mark === ',') return true
  }
  return false
}
