/**
 * Finds written phrases in a text, word by word, without accents and case: the rules beside the models.
 *
 * A phrase is words separated by spaces; `*` stands for any one word. All phrases are walked at once in a tree, so the time does
 * not grow with their number. Scripts without spaces are searched as plain substrings.
 */
import { BASE_LETTER, SEPARATOR, SKIP } from './letters.ts'

/** The words of a text in lower case without accents, and where each stands in the text. */
export type FoldedWords = { words: readonly string[]; starts: readonly number[]; ends: readonly number[] }

export type Found<Meaning> = { meaning: Meaning; span: [number, number]; firstWord: number; lastWord: number }

type Node<Meaning> = { next: Map<string, Node<Meaning>>; meanings: Meaning[] }

/** Read at most this much of one text for rules. Source: understanding-D2 (longer texts come in windows). */
export const LONGEST_RULE_TEXT = 20_000
/** Most places told for one text: more say nothing new. */
const MOST_FOUND = 200

/** Several engines ask for the words of one text, one after the other: the last answer is kept. */
let last: { text: string; from: number; to: number; folded: FoldedWords } | undefined

export function foldWords(text: string, from = 0, to = Math.min(text.length, from + LONGEST_RULE_TEXT)): FoldedWords {
  if (last?.from !== from || last.to !== to || last.text !== text)
    last = { text, from, to, folded: fold(text, from, to) }
  return last.folded
}

function fold(text: string, from: number, to: number): FoldedWords {
  const folded = { words: [] as string[], starts: [] as number[], ends: [] as number[] }
  let word = ''
  let start = from
  let end = from
  for (let i = from; i <= to; i++) {
    const letter = i < to ? BASE_LETTER[text.charCodeAt(i)]! : SEPARATOR
    if (letter === SKIP) continue
    if (letter !== SEPARATOR) {
      if (word === '') start = i
      word += String.fromCharCode(letter)
      end = i + 1
    } else if (word !== '') {
      folded.words.push(word)
      folded.starts.push(start)
      folded.ends.push(end)
      word = ''
    }
  }
  return folded
}

export class PhraseFinder<Meaning> {
  readonly #root: Node<Meaning> = { next: new Map(), meanings: [] }

  constructor(phrases: Iterable<[phrase: string, meaning: Meaning]>) {
    for (const [phrase, meaning] of phrases) {
      let node = this.#root
      for (const part of phrase.split(' ')) {
        const word = part === '*' ? part : foldWords(part).words.join('')
        let next = node.next.get(word)
        if (next === undefined) node.next.set(word, (next = { next: new Map(), meanings: [] }))
        node = next
      }
      node.meanings.push(meaning)
    }
  }

  find(text: FoldedWords): Found<Meaning>[] {
    const found: Found<Meaning>[] = []
    for (let first = 0; first < text.words.length && found.length < MOST_FOUND; first++) {
      this.#walk(this.#root, text, first, first, found)
    }
    return found
  }

  #walk(node: Node<Meaning>, text: FoldedWords, first: number, at: number, found: Found<Meaning>[]) {
    const word = text.words[at]
    if (word === undefined) return
    this.#enter(node.next.get(word), text, first, at, found)
    this.#enter(node.next.get('*'), text, first, at, found)
  }

  #enter(node: Node<Meaning> | undefined, text: FoldedWords, first: number, at: number, found: Found<Meaning>[]) {
    if (node === undefined) return
    for (const meaning of node.meanings) {
      found.push({ meaning, span: [text.starts[first]!, text.ends[at]!], firstWord: first, lastWord: at })
    }
    this.#walk(node, text, first, at + 1, found)
  }
}

const NEGATIONS = new Set(
  'not no never dont doesnt didnt isnt wasnt arent wont cant cannot couldnt without nunca jamas sin ni tampoco nor aint'.split(
    ' ',
  ),
)
/** How many words before a phrase may deny it. */
const NEGATION_REACH = 2

/** True when one of the two words before says no: "not happy", "no estoy enojada". */
export function isDenied(text: FoldedWords, found: { firstWord: number }): boolean {
  for (let i = Math.max(0, found.firstWord - NEGATION_REACH); i < found.firstWord; i++) {
    if (NEGATIONS.has(text.words[i]!)) return true
  }
  return false
}
