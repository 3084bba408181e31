/**
 * The small language in which knowledge files write what people say.
 *
 *   chest pain                  these words, in this order
 *   (can't|cannot) breathe      one of several
 *   passed out (at work)?       an optional part
 *   sangr*                      any word that begins so
 *   <chest> ~ <pain>            two parts in either order, at most `NEAR` words between
 *   throw up ..2 blood          at most two words between
 *   <number> days               any number in digits
 *
 * `<name>` is a word class of `word-classes.ts`. A pattern expands to plain sequences, which the matcher holds in a trie.
 */
import { tokenise } from './tokens.ts'

export type Step = { kind: 'word'; stem: string; raw: string } | { kind: 'prefix'; text: string } | { kind: 'class'; name: string } | { kind: 'any'; words: Step[] } | { kind: 'gap'; max: number } // prettier-ignore
export type Sequence = Step[]
export type WordClasses = Record<string, string>

/** Words that may stand between the two sides of "~". */
export const NEAR = 5
/** Most sequences one line may expand to; more is a mistake of the author. */
export const EXPANSION_LIMIT = 1200

/** The lines of a knowledge text: one phrase a line or separated by " / "; "#" begins a remark. */
export function phraseLines(block: string): string[] {
  return block
    .split('\n')
    .map((line) => line.replace(/(^|\s)#.*$/, ''))
    .flatMap((line) => line.split(' / '))
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export function expandPattern(pattern: string, classes: WordClasses): Sequence[] {
  const sides = pattern.split(' ~ ')
  if (sides.length > 2) throw new Error(`Only one "~" in a phrase: ${pattern}`)
  const expanded = sides.map((side) => expandSide(side, classes, pattern))
  const [left, right] = expanded
  if (!left) return []
  if (!right) return guard(left, pattern)
  const gap: Step = { kind: 'gap', max: NEAR }
  const both = left.flatMap((a) => right.flatMap((b) => [[...a, gap, ...b], [...b, gap, ...a]])) // prettier-ignore
  return guard(both, pattern)
}

function guard(sequences: Sequence[], pattern: string): Sequence[] {
  if (sequences.length > EXPANSION_LIMIT) throw new Error(`Phrase expands to ${sequences.length} forms: ${pattern}`)
  return sequences
}

function expandSide(side: string, classes: WordClasses, pattern: string): Sequence[] {
  let sequences: Sequence[] = [[]]
  for (const part of splitOutside(side, ' ', pattern)) {
    const choices = choicesOf(part, classes, pattern)
    sequences = sequences.flatMap((sequence) => choices.map((choice) => [...sequence, ...choice]))
  }
  return sequences.map(withoutOuterGaps).filter((sequence) => sequence.length > 0)
}

/** A gap at an end stands before or behind an optional part that is left out: there it means nothing. */
function withoutOuterGaps(sequence: Sequence): Sequence {
  let first = 0
  let last = sequence.length
  while (first < last && sequence[first]!.kind === 'gap') first++
  while (last > first && sequence[last - 1]!.kind === 'gap') last--
  return first === 0 && last === sequence.length ? sequence : sequence.slice(first, last)
}

/** Splits at `mark` outside brackets. */
function splitOutside(text: string, mark: string, pattern: string): string[] {
  const parts: string[] = []
  let depth = 0
  let part = ''
  for (const char of text) {
    if (char === '(') depth++
    if (char === ')') depth--
    if (char === mark && depth === 0) {
      parts.push(part)
      part = ''
    } else part += char
  }
  if (depth !== 0) throw new Error(`Unbalanced brackets: ${pattern}`)
  return [...parts, part].filter((each) => each !== '')
}

function choicesOf(part: string, classes: WordClasses, pattern: string): Sequence[] {
  const optional = part.endsWith('?')
  const core = optional ? part.slice(0, -1) : part
  const choices = core.startsWith('(')
    ? grouped(splitOutside(core.slice(1, -1), '|', pattern).flatMap((choice) => expandSide(choice, classes, pattern)))
    : stepsOf(core, classes, pattern)
  return optional ? [[], ...choices] : choices
}

/** Choices of one word become one step, so that a line with many choices stays small. */
function grouped(choices: Sequence[]): Sequence[] {
  const isWord = (choice: Sequence) =>
    choice.length === 1 && (choice[0]!.kind === 'word' || choice[0]!.kind === 'prefix')
  const words = choices.filter(isWord).map(([step]) => step!)
  if (words.length < 2) return choices
  return [[{ kind: 'any', words }], ...choices.filter((choice) => !isWord(choice))]
}

/** How many plain phrases a sequence stands for. */
export const phrasesIn = (sequence: Sequence): number =>
  sequence.reduce((count, step) => (step.kind === 'any' ? count * step.words.length : count), 1)

function stepsOf(word: string, classes: WordClasses, pattern: string): Sequence[] {
  if (/.[()|]/.test(word)) throw new Error(`A bracket inside a word: ${pattern}`)
  if (word.startsWith('..')) return [[{ kind: 'gap', max: Number(word.slice(2)) }]]
  if (word.startsWith('<')) {
    const name = word.slice(1, -1)
    if (name === 'number') return [[{ kind: 'class', name }]]
    const members = classes[name]
    if (members === undefined) throw new Error(`Unknown word class <${name}> in: ${pattern}`)
    // Members of several words can not be one symbol: they are written out.
    const long = phraseLines(members)
      .filter((member) => member.includes(' '))
      .map((member) => member.split(' ').flatMap(plainStep))
    return [[{ kind: 'class', name }], ...long]
  }
  return [plainStep(word)]
}

/** Steps of the words already seen: knowledge files say the same words thousands of times. */
const stepsOfWord = new Map<string, Step[]>()

function plainStep(word: string): Step[] {
  const known = stepsOfWord.get(word)
  if (known) return known
  const steps = newSteps(word)
  stepsOfWord.set(word, steps)
  return steps
}

function newSteps(word: string): Step[] {
  if (word.endsWith('*')) {
    const token = tokenise(word.slice(0, -1)).tokens[0]
    return token ? [{ kind: 'prefix', text: token.text }] : []
  }
  return tokenise(word)
    .tokens.filter((token) => !token.isFiller)
    .map((token) => ({ kind: 'word', stem: token.stem, raw: token.text }))
}
