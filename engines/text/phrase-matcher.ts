/**
 * Finds the phrases of a lexicon in a text, in one pass.
 *
 * Sequences live in a trie over word symbols (a stem, a word beginning, a word class). A gap steps over a few words but
 * never over a sentence end, a clause mark or "but". Work per word is bounded by the trie's depth and its gaps.
 */
import { expandPattern, phraseLines, phrasesIn, type Sequence, type WordClasses } from './phrase-pattern.ts'
import { plainFormOf } from './spanish-tenses.ts'
import { buildSpelling, isSlip, type Spelling } from './spelling.ts'
import { stem } from './stem.ts'
import { PAUSE, type Token } from './tokens.ts'

/** What a lexicon is made of: a key and what people say for it. */
export type PhraseEntry = { key: string; phrases: string }

/**
 * `first` and `last` are indexes into the tokens of the text (inclusive); `skipped` are the ones a gap stepped over. `isGuess`: a word in it is a
 * slip of more words than one, and was read as each of them.
 */
export type Hit = { key: number; first: number; last: number; skipped: readonly number[]; isGuess: boolean }

export type Lexicon = {
  keys: string[]
  /** Keys of the hits are indexes of `keys`. `repairs`: unknown words are read as the nearest words of the lexicon. */
  find: (tokens: Token[], repairs: boolean) => Hit[]
  /** A word that stands in a phrase as it is, whether or not it is spelt as a dictionary has it. */
  holds: (word: string) => boolean
  /** How many plain phrases each key has (for the authors' test). */
  sizes: number[]
}

/** While it is built: what a symbol leads to, and what it leads to over a gap of at most so many words. */
type Growing = { next: Map<number, Growing>; overGap: { symbol: number; max: number; node: Growing }[]; ends: number[] }

const newGrowing = (): Growing => ({ next: new Map(), overGap: [], ends: [] })

/**
 * The trie in flat lists, a few hundred kilobytes that a processor keeps near: what belongs to node `n` stands from `[n]` to `[n + 1]` of its list.
 * The nodes of a phrase stand one behind the other.
 */
type Trie = {
  nextFrom: Int32Array
  nextSymbol: Int32Array
  nextNode: Int32Array
  gapFrom: Int32Array
  gapSymbol: Int32Array
  gapMax: Int32Array
  gapNode: Int32Array
  widestGap: Int32Array
  endFrom: Int32Array
  endKey: Int32Array
}

function flatten(root: Growing): Trie {
  const nodes: Growing[] = []
  const placeOf = new Map<Growing, number>()
  const number = (node: Growing): void => {
    placeOf.set(node, nodes.length)
    nodes.push(node)
    for (const child of node.next.values()) number(child)
    for (const gap of node.overGap) number(gap.node)
  }
  number(root)
  const offsets = (sizeOf: (node: Growing) => number): Int32Array => {
    const from = new Int32Array(nodes.length + 1)
    nodes.forEach((node, n) => (from[n + 1] = from[n]! + sizeOf(node)))
    return from
  }
  return {
    nextFrom: offsets(({ next }) => next.size),
    nextSymbol: Int32Array.from(nodes.flatMap(({ next }) => [...next.keys()])),
    nextNode: Int32Array.from(nodes.flatMap(({ next }) => [...next.values()].map((node) => placeOf.get(node)!))),
    gapFrom: offsets(({ overGap }) => overGap.length),
    gapSymbol: Int32Array.from(nodes.flatMap(({ overGap }) => overGap.map(({ symbol }) => symbol))),
    gapMax: Int32Array.from(nodes.flatMap(({ overGap }) => overGap.map(({ max }) => max))),
    gapNode: Int32Array.from(nodes.flatMap(({ overGap }) => overGap.map(({ node }) => placeOf.get(node)!))),
    widestGap: Int32Array.from(nodes, ({ overGap }) => Math.max(-1, ...overGap.map(({ max }) => max))),
    endFrom: offsets(({ ends }) => ends.length),
    endKey: Int32Array.from(nodes.flatMap(({ ends }) => ends)),
  }
}

/** Most hits reported for one text; a longer list tells a reader nothing new. */
export const HIT_LIMIT = 5_000

export function buildLexicon(entries: PhraseEntry[], classes: WordClasses, realWords: ReadonlySet<string>): Lexicon {
  const symbols = new SymbolTable(classes)
  const root = newGrowing()
  const keys = [...new Set(entries.map((entry) => entry.key))]
  const indexOf = new Map(keys.map((key, index) => [key, index]))
  const sizes = keys.map(() => 0)

  for (const entry of entries) {
    const key = indexOf.get(entry.key)!
    for (const line of phraseLines(entry.phrases)) {
      for (const sequence of expandPattern(line, classes)) {
        insert(root, sequence, key, symbols)
        sizes[key]! += phrasesIn(sequence)
      }
    }
  }

  const trie = flatten(root)
  const spelling = buildSpelling(symbols.words(), realWords)
  const beginnings = beginningsOf(root.next, trie)
  return {
    keys,
    sizes,
    holds: (word) => symbols.holds(word),
    find: (tokens, repairs) => findIn(trie, beginnings, symbols, repairs ? spelling : null, tokens),
  }
}

/** Where the symbols of a word begin a phrase: asked at every word, of sets that are kept for each word, so kept with them. */
function beginningsOf(next: Growing['next'], { nextNode }: Trie): (symbols: ReadonlySet<number>) => readonly number[] {
  const nodeOf = new Map([...next.keys()].map((symbol, at) => [symbol, nextNode[at]!]))
  const known = new WeakMap<ReadonlySet<number>, readonly number[]>()
  return (symbols) => {
    let nodes = known.get(symbols)
    if (!nodes) {
      nodes = [...symbols].map((symbol) => nodeOf.get(symbol)).filter((node) => node !== undefined)
      known.set(symbols, nodes)
    }
    return nodes
  }
}

function insert(root: Growing, sequence: Sequence, key: number, symbols: SymbolTable): void {
  let node = root
  let gap = -1
  for (const step of sequence) {
    if (step.kind === 'gap') {
      // Two gaps in a row, around an optional part that is left out, are one.
      gap = Math.max(gap, 0) + step.max
      continue
    }
    node = gap < 0 ? branch(node, symbols.of(step)) : branchOverGap(node, symbols.of(step), gap)
    gap = -1
  }
  if (!node.ends.includes(key)) node.ends.push(key)
}

function branch(node: Growing, symbol: number): Growing {
  const known = node.next.get(symbol)
  if (known) return known
  const made = newGrowing()
  node.next.set(symbol, made)
  return made
}

function branchOverGap(node: Growing, symbol: number, max: number): Growing {
  const known = node.overGap.find((gap) => gap.symbol === symbol && gap.max === max)
  if (known) return known.node
  const made = { symbol, max, node: newGrowing() }
  node.overGap.push(made)
  return made.node
}

function findIn(
  trie: Trie,
  beginnings: (symbols: ReadonlySet<number>) => readonly number[],
  symbols: SymbolTable,
  spelling: Spelling | null,
  tokens: Token[],
): Hit[] {
  // Phrases see the words that carry meaning; `places` leads back to the tokens.
  const places: number[] = []
  const symbolsAt: ReadonlySet<number>[] = []
  const stops: boolean[] = []
  // "Ha cortado" is read as "corto" too: phrases may step over the "ha".
  const isHelping: boolean[] = []
  const isGuess: boolean[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.isFiller) continue
    places.push(i)
    let found = symbols.read(token)
    let readings = 1
    if (spelling && !token.isNumber) {
      // "Bleednig" begins like "bleed*" and is "bleeding" as well; what is merely spelt alike is looked for where nothing was found.
      const written = token.written ?? token.text
      const repaired = spelling.repair(written)
      const slips = repaired.filter(({ text }) => isSlip(written, text))
      const meant = found.size === 0 ? repaired : slips
      readings = meant.length
      if (meant.length > 0) found = new Set([...found, ...meant.flatMap((word) => [...symbols.readWord(word)])])
    }
    const plain = token.pause === PAUSE.none ? plainFormOf(token.text, tokens[i - 1]?.text ?? '', tokens[i - 2]?.text ?? '') : null // prettier-ignore
    if (plain && plain.steps <= isHelping.length) {
      isHelping.fill(true, isHelping.length - plain.steps)
      found = new Set([...found, ...plain.forms.flatMap((text) => [...symbols.readWord({ text, stem: stem(text) })])])
    }
    isHelping.push(false)
    isGuess.push(readings > 1)
    symbolsAt.push(found)
    stops.push(token.pause >= PAUSE.clause || STOP_WORDS.has(token.text))
  }

  const hits: Hit[] = []
  const { nextFrom, nextSymbol, nextNode, gapFrom, gapSymbol, gapMax, gapNode, widestGap, endFrom, endKey } = trie
  const onward = (node: number, word: ReadonlySet<number>, from: number, at: number, skipped: readonly number[]) => {
    for (let i = nextFrom[node]!; i < nextFrom[node + 1]!; i++)
      if (word.has(nextSymbol[i]!)) walk(nextNode[i]!, from, at, skipped)
  }
  const walk = (node: number, from: number, at: number, skipped: readonly number[]): void => {
    for (let i = endFrom[node]!; i < endFrom[node + 1]!; i++) {
      if (hits.length < HIT_LIMIT) hits.push({ key: endKey[i]!, first: places[from]!, last: places[at - 1]!, skipped, isGuess: isGuess.slice(from, at).includes(true) }) // prettier-ignore
    }
    if (at >= places.length) return
    onward(node, symbolsAt[at]!, from, at + 1, skipped)
    for (let to = at; isHelping[to]; to++) onward(node, symbolsAt[to + 1]!, from, to + 2, skipped)
    for (let to = at, skip = 0; skip <= widestGap[node]! && to < places.length && !stops[to]; to++) {
      const word = symbolsAt[to]!
      for (let i = gapFrom[node]!; i < gapFrom[node + 1]!; i++) {
        if (gapMax[i]! < skip || !word.has(gapSymbol[i]!)) continue
        walk(gapNode[i]!, from, to + 1, to === at ? skipped : [...skipped, ...places.slice(at, to)])
      }
      if (!isHelping[to]) skip++
    }
  }
  for (let from = 0; from < places.length; from++) {
    for (const next of beginnings(symbolsAt[from]!)) walk(next, from, from + 1, NONE)
  }
  return longestOnly(hits)
}

const NONE: readonly never[] = []

/** Of two hits of one key where one lies inside the other, the longer stays. */
function longestOnly(hits: Hit[]): Hit[] {
  hits.sort((a, b) => a.key - b.key || a.first - b.first || b.last - a.last)
  const kept: Hit[] = []
  for (const hit of hits) {
    const previous = kept.at(-1)
    // A shorter form that steps over fewer words stays beside the longer one: it may stand where the longer one is denied.
    const isInside = previous !== undefined && previous.key === hit.key && hit.last <= previous.last
    if (isInside && hit.skipped.length >= previous.skipped.length) continue
    kept.push(hit)
  }
  return kept.sort((a, b) => a.first - b.first || a.key - b.key)
}

/** A gap does not step over a turn of thought. */
const STOP_WORDS = new Set(['but', 'pero', 'however', 'although', 'though', 'except', 'aunque', 'excepto', 'sino'])

/** Letters of a word beginning that a misspelling may be read as. */
const BEGINNING_REPAIRED_MIN = 6

type PlainStep = Exclude<Sequence[number], { kind: 'gap' }>

class SymbolTable {
  private readonly stems = new Map<string, number>()
  private readonly prefixes = new Map<string, number>()
  private readonly classSymbols = new Map<string, number>()
  private readonly classesOfStem = new Map<string, number[]>()
  private readonly classesOfPrefix = new Map<string, number[]>()
  private readonly raw = new Set<string>()
  private readonly known = new Map<string, ReadonlySet<number>>()
  private readonly groups = new Map<string, number>()
  private readonly ofStep = new Map<PlainStep, number>()
  private count = 0
  private number = 0

  private readonly classes: WordClasses

  constructor(classes: WordClasses) {
    this.classes = classes
  }

  /** The forms of one pattern share their steps: each is worked out once. */
  of(step: PlainStep): number {
    const known = this.ofStep.get(step)
    if (known !== undefined) return known
    const symbol = this.workOut(step)
    this.ofStep.set(step, symbol)
    return symbol
  }

  private workOut(step: PlainStep): number {
    if (step.kind === 'class') return this.classSymbol(step.name)
    if (step.kind === 'any') return this.groupSymbol(step.words)
    if (step.kind === 'prefix') return this.symbolIn(this.prefixes, step.text)
    this.raw.add(step.raw)
    return this.symbolIn(this.stems, step.stem)
  }

  private groupSymbol(words: Sequence): number {
    const name = words.map((word) => (word.kind === 'word' ? word.stem : word.kind === 'prefix' ? `${word.text}*` : '')).join('|') // prettier-ignore
    const known = this.groups.get(name)
    if (known !== undefined) return known
    const symbol = ++this.count
    this.groups.set(name, symbol)
    for (const word of words) this.addMember(word, symbol)
    return symbol
  }

  private addMember(step: Sequence[number], symbol: number): void {
    if (step.kind === 'prefix') add(this.classesOfPrefix, step.text, symbol)
    if (step.kind === 'word') {
      this.raw.add(step.raw)
      add(this.classesOfStem, step.stem, symbol)
    }
  }

  private symbolIn(map: Map<string, number>, text: string): number {
    let symbol = map.get(text)
    if (symbol === undefined) map.set(text, (symbol = ++this.count))
    return symbol
  }

  private classSymbol(name: string): number {
    const known = this.classSymbols.get(name)
    if (known !== undefined) return known
    const symbol = ++this.count
    this.classSymbols.set(name, symbol)
    if (name === NUMBER) return (this.number = symbol)
    for (const member of phraseLines(this.classes[name]!)) {
      if (member.includes(' ')) continue
      for (const [step] of expandPattern(member, this.classes)) if (step) this.addMember(step, symbol)
    }
    return symbol
  }

  /** Words of the lexicon, for spelling repair. A short beginning is near to too many words of every language ("cho", "chok*"). */
  words(): string[] {
    const beginnings = [...this.prefixes.keys(), ...this.classesOfPrefix.keys()]
    return [...this.raw, ...beginnings.filter((text) => text.length >= BEGINNING_REPAIRED_MIN)]
  }

  holds(word: string): boolean {
    return this.raw.has(word)
  }

  read(token: Token): ReadonlySet<number> {
    let symbols = this.lookUp(token.text, token.stem)
    if (token.written && this.holds(token.written))
      symbols = new Set([...symbols, ...this.lookUp(token.written, stem(token.written))])
    return token.isNumber && this.number ? new Set([...symbols, this.number]) : symbols
  }

  readWord(word: { text: string; stem: string }): ReadonlySet<number> {
    return this.lookUp(word.text, word.stem)
  }

  private lookUp(text: string, stemmed: string): ReadonlySet<number> {
    const cached = this.known.get(text)
    if (cached) return cached
    const found: number[] = []
    const own = this.stems.get(stemmed)
    if (own !== undefined) found.push(own)
    for (const symbol of this.classesOfStem.get(stemmed) ?? []) found.push(symbol)
    for (let length = 2; length <= text.length && length <= LONGEST_PREFIX; length++) {
      const beginning = text.slice(0, length)
      const prefix = this.prefixes.get(beginning)
      if (prefix !== undefined) found.push(prefix)
      for (const symbol of this.classesOfPrefix.get(beginning) ?? []) found.push(symbol)
    }
    const symbols = new Set(found)
    if (this.known.size < KNOWN_LIMIT && text.length <= LONGEST_WORD) this.known.set(text, symbols)
    return symbols
  }
}

/** The class of every number written in digits. */
const NUMBER = 'number'

function add(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const LONGEST_PREFIX = 20
/** Words whose symbols are remembered; bounds the memory a hostile text can take (about 4 MB). */
const KNOWN_LIMIT = 30_000
const LONGEST_WORD = 40
