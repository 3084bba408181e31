/**
 * Which article answers a question, how sure that is, and why (understanding-D58, D82). Pure: the caller brings the articles that share
 * words with the question; what a word weighs is counted among them.
 *
 * A score is a number from 0 to 1. The question is compared with each way that people ask for the article; the nearest counts most, and
 * words that the article does not know at all count against it, so that a question about something else stays without an answer.
 */
import { editDistance } from '../text/spelling.ts'
import { isSmall, wordsOf, wordsSaid } from './question-words.ts'

export type Candidate = {
  id: string
  title: string
  /** The ways people ask. */
  questions: readonly string[]
  body: string
}
export type Scored = {
  id: string
  score: number
  /** The way of asking that is nearest; null: none shares a word. */
  nearest: string | null
  /** Words of the question that the article has, and those that it does not. */
  matched: string[]
  missing: string[]
}

/** From here on an article answers. Chosen on the written questions of match.test.ts, decision 0144. */
export const ANSWER_MIN = 0.55
/** Two articles whose scores lie nearer than this are equally good answers. */
export const EQUAL_WITHIN = 0.05
/** From here on two ways of asking are one question. */
export const SAME_QUESTION_MIN = 0.8
/** Articles that are compared at most; the caller brings the best by the index. */
export const CANDIDATES_MAX = 40

/** How much the nearest way of asking, the words people ask with, and all words of the article count. */
const SHARES = { nearest: 0.6, asked: 0.3, all: 0.1 }
/** A way of asking that is wholly said counts more than a question that says more besides. */
const BETA_SQUARED = 0.7
/** A small word tells two questions about one thing apart, and says nothing by itself. */
const SMALL_WEIGHT = 0.2
/** A title is a label; what people ask is nearer. */
const TITLE_SHARE = 0.95

/** Best first; equal ones in the order of their ids. */
export function scoreCandidates(question: string, candidates: readonly Candidate[]): Scored[] {
  const said = wordsSaid(question)
  const read = candidates.slice(0, CANDIDATES_MAX).map(readCandidate)
  const weightOf = weigh(read)
  return read
    .map((one) => scoreOne(said, one, weightOf))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}

export type Choice = { kind: 'answer'; best: Scored } | { kind: 'disagree'; rivals: Scored[] } | { kind: 'unknown' }

/** Two that are equally good for one question and say different things are no answer (understanding-D58). */
export function chooseAnswer(scored: readonly Scored[], candidates: readonly Candidate[]): Choice {
  const [best] = scored
  if (!best || best.score < ANSWER_MIN) return { kind: 'unknown' }
  const bodyOf = (id: string) => candidates.find((one) => one.id === id)?.body.trim()
  const rivals = scored.filter(
    (one) =>
      one !== best &&
      one.score >= ANSWER_MIN &&
      best.score - one.score <= EQUAL_WITHIN &&
      bodyOf(one.id) !== bodyOf(best.id) &&
      likeness(wordsOf(one.nearest ?? ''), wordsOf(best.nearest ?? '')) >= SAME_QUESTION_MIN,
  )
  return rivals.length > 0 ? { kind: 'disagree', rivals: [best, ...rivals] } : { kind: 'answer', best }
}

/** How alike two sets of words are, 0 to 1 (Dice). */
export function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0
  const shared = one.filter((word) => other.some((each) => isSameWord(word, each))).length
  return round(Math.min(1, (2 * shared) / (one.length + other.length)))
}

type Read = Candidate & {
  ways: { text: string; words: string[]; share: number }[]
  askedWords: Set<string>
  allWords: Set<string>
}

function readCandidate(candidate: Candidate): Read {
  const ways = [candidate.title, ...candidate.questions].map((text, n) => ({
    text,
    words: wordsOf(text),
    share: n === 0 ? TITLE_SHARE : 1,
  }))
  const askedWords = new Set(ways.flatMap(({ words }) => words))
  return { ...candidate, ways, askedWords, allWords: new Set([...askedWords, ...wordsOf(candidate.body)]) }
}

/** A word that most articles have says little of which is meant. */
function weigh(read: readonly Read[]): (word: string) => number {
  const counts = new Map<string, number>()
  for (const { askedWords } of read) for (const word of askedWords) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => (isSmall(word) ? SMALL_WEIGHT : 1 + Math.log((read.length + 1) / ((counts.get(word) ?? 0) + 1)) / 2)
}

function scoreOne(said: ReadonlyMap<string, string>, one: Read, weightOf: (word: string) => number): Scored {
  const asked = [...said.keys()]
  const total = sum(asked, weightOf)
  if (asked.length === 0) return { id: one.id, score: 0, nearest: null, matched: [], missing: [] }
  let nearest: string | null = null
  let best = 0
  for (const { text, words, share } of one.ways) {
    const both = asked.filter((word) => has(words, word))
    // Of small words alone only the very same question is known again.
    if (both.every(isSmall) && !(both.length > 1 && both.length === words.length && words.length === asked.length))
      continue
    const shared = sum(both, weightOf)
    const ofWay = Math.min(1, shared / sum(words, weightOf))
    const ofQuestion = shared / total
    const fit = (((1 + BETA_SQUARED) * ofWay * ofQuestion) / (BETA_SQUARED * ofWay + ofQuestion)) * share
    if (fit > best) [best, nearest] = [fit, text]
  }
  const matched = asked.filter((word) => has(one.allWords, word))
  const inAsked = asked.filter((word) => has(one.askedWords, word))
  const score =
    best === 0
      ? 0
      : SHARES.nearest * best +
        (SHARES.asked * sum(inAsked, weightOf)) / total +
        (SHARES.all * sum(matched, weightOf)) / total
  // As they were said: a reader knows no stems.
  const told = (words: readonly string[]) =>
    words.filter((word) => !isSmall(word)).map((word) => said.get(word) ?? word)
  return {
    id: one.id,
    score: round(Math.min(1, score)),
    nearest,
    matched: told(matched),
    missing: told(asked.filter((word) => !matched.includes(word))),
  }
}

function has(words: Iterable<string>, word: string): boolean {
  if (words instanceof Set && words.has(word)) return true
  for (const each of words) if (isSameWord(each, word)) return true
  return false
}

/** From so many letters on one slip is forgiven, and from so many two. */
const ONE_SLIP_FROM = 5
const TWO_SLIPS_FROM = 8

/** Equal, or a slip of the pen away, with the first letter right. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  const shorter = Math.min(one.length, other.length)
  if (isSmall(one) || shorter < ONE_SLIP_FROM || one[0] !== other[0]) return false
  const slips = shorter >= TWO_SLIPS_FROM ? 2 : 1
  return Math.abs(one.length - other.length) <= slips && editDistance(one, other, slips) <= slips
}

const sum = (words: readonly string[], weightOf: (word: string) => number): number =>
  words.reduce((total, word) => total + weightOf(word), 0)

const round = (value: number): number => Math.round(value * 1_000) / 1_000
