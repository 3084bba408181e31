/**
 * What a person wants (understanding-D12-D16): several intents may hold, each with the words that say it, in the order said.
 *
 * English and Spanish by a linear model over words and letters, other languages by phrase lists, the wish for a person by rule in
 * all of them. Greetings and farewells count only when nothing else is said. `out_of_scope` stands alone. Pure: what the whole of an
 * English message means to the second stage (sentence-opinion.ts) comes in as a vector, and without it nothing changes.
 */
import { newFeatures, readModel, scoreFeatures, scoreSums, softmax } from '#engines/linear/linear-model.ts'
import { foldWords, LONGEST_RULE_TEXT, PhraseFinder } from '#engines/linear/phrase-finder.ts'
import type { FoldedWords, Found } from '#engines/linear/phrase-finder.ts'

import { clausesOf } from './clauses.ts'
import { intentFeatures } from './intent-features.ts'
import { INTENT_NAMES } from './intent-names.ts'
import type { IntentName } from './intent-names.ts'
import { keyPhrases } from './key-phrases.ts'
import weights from './model/weights.json' with { type: 'json' }
import { substringLists, wordLists } from './phrase-lists.ts'
import { joinOpinion } from './sentence-opinion.ts'
import { findHumanWish, hasOtherScript } from './speak-to-human.ts'

export { INTENT_NAMES } from './intent-names.ts'
export type { IntentName } from './intent-names.ts'

export type IntentGuess = {
  name: IntentName
  /** 0 to 1. */
  score: number
  /** The words that say it, [start, end) in UTF-16 units of the text as given. */
  span: [number, number]
}

/** Languages of which only wants of a clinic were learned: nothing else is known there. */
const ONLY_OURS = new Set(['pt', 'fr', 'zh', 'vi', 'ar'])
/** A want of the whole message holds from here; chosen on unseen phrases, see model/model-card.md. */
const HOLDS = 0.3
/** The likeliest want holds from here, when nothing else does; 38 wants share the whole. */
const FIRST_HOLDS = 0.2
/** One clause alone must be surer: it lacks the rest of the message. */
const CLAUSE_HOLDS = 0.6
/** What the model must reach on a message that was taken for a language it does not know. */
const UNNAMED_HOLDS = 0.7
/** A clause's chance below this gives no span. */
const WORTH_KEEPING = 0.05
/** A phrase of a list is written for its intent; it may still be a near miss. */
const PHRASE_SCORE = 0.8
/** More than this many wants in one message are noise. */
const MOST_INTENTS = 6
/** The word of courtesy is no want when something is asked as well. */
const COURTESY: readonly IntentName[] = ['greeting', 'goodbye']
/** Languages the model was trained on; it also reads what could not be named (`und`). */
const MODELLED = new Set(['en', 'es', 'und', 'pt', 'fr', 'zh', 'vi', 'ar'])

const model = readModel(weights)
export const INTENT_VERSION = `intent-${model.version}`

const names = model.labels as readonly IntentName[]
const features = newFeatures(LONGEST_RULE_TEXT * 5)
const sums = new Int32Array(names.length)
const wholeSums = new Int32Array(names.length)
const chances = new Float64Array(names.length)

const OUTSIDE = names.indexOf('out_of_scope')
const FEWEST_INSIDE = 0.05

/** What a key phrase adds to the logit of its want; a second one adds half. Chosen on training phrases left out. */
const KEY_WEIGHT = 2.5
/** More key phrases of one want say nothing new. */
const MOST_KEYS = 3
const keys = new PhraseFinder(keyPhrases.map(([phrase, name]): [string, number] => [phrase, names.indexOf(name)]))
const keyCounts = new Uint8Array(names.length)

const finders = new Map(
  Object.entries(wordLists).map(([language, lists]) => [language, new PhraseFinder(phrasesOf(lists))]),
)
const substrings = new Map(Object.entries(substringLists).map(([language, lists]) => [language, [...phrasesOf(lists)]]))

const LETTER = /\p{L}/u

type Candidates = Map<IntentName, { score: number; span: [number, number] }>

/** @param vector of the whole text, for English alone; null: the first stage by itself. */
export function guessIntents(text: string, language: string, vector: Float32Array | null = null): IntentGuess[] {
  const found: Candidates = new Map()
  const opinion = language === 'en' && text.length <= LONGEST_RULE_TEXT ? vector : null
  for (let from = 0; from === 0 || from < text.length; from += LONGEST_RULE_TEXT) {
    const to = Math.min(text.length, from + LONGEST_RULE_TEXT)
    const folded = foldWords(text, from, to)
    askPhrases(text, from, to, language, folded, found)
    if (MODELLED.has(language)) askModel(text, from, to, folded, found, { onlyOurs: ONLY_OURS.has(language), opinion })
    if (found.size === 0 && !MODELLED.has(language)) askDespiteLanguage(text, from, to, folded, found)
    askForPerson(text, from, to, folded, found)
  }
  return inOrder(found, text)
}

function askModel(
  text: string,
  from: number,
  to: number,
  folded: FoldedWords,
  found: Candidates,
  { onlyOurs = false, opinion = null }: { onlyOurs?: boolean; opinion?: Float32Array | null } = {},
) {
  const words = folded.words.length
  // A number alone answers something, and wants nothing.
  if (words === 0 || !LETTER.test(text)) return
  const clauses = clausesOf(text, from, to, folded)
  const said = keys.find(folded)
  const best: Candidates = new Map()
  let count = 0
  wholeSums.fill(0)
  for (const [first, last] of clauses) {
    intentFeatures(folded, first, last, features)
    scoreFeatures(model, features, sums, chances)
    for (let k = 0; k < sums.length; k++) wholeSums[k]! += sums[k]!
    count += features.count
    addKeys(said, first, last)
    softmax(chances)
    const span: [number, number] = [folded.starts[first]!, folded.ends[last - 1]!]
    for (let k = 0; k < chances.length; k++)
      if (chances[k]! >= WORTH_KEEPING) offer(best, names[k]!, chances[k]!, span, 0)
  }
  const whole: [number, number] = [folded.starts[0]!, folded.ends[words - 1]!]
  if (clauses.length > 1) {
    // The whole is read from the sums of its clauses: reading it again would double the time.
    scoreSums(model, wholeSums, count, chances)
    addKeys(said, 0, words)
    softmax(chances)
  }
  if (onlyOurs) leaveOutside()
  if (opinion) joinOpinion(chances, opinion)
  const isOnePart = opinion !== null && clauses.length === 1
  offerLikeliest(found, best, whole)
  for (let k = 0; k < chances.length; k++) {
    const inClause = best.get(names[k]!)
    const score = Math.max(
      chances[k]!,
      inClause !== undefined && !isOnePart && inClause.score >= CLAUSE_HOLDS ? inClause.score : 0,
    )
    offer(found, names[k]!, score, inClause?.span ?? whole, HOLDS)
  }
}

/** Raises the logits of the wants whose key phrases stand in words [first, last). */
function addKeys(said: Found<number>[], first: number, last: number) {
  keyCounts.fill(0)
  for (const { meaning, firstWord, lastWord } of said) {
    if (firstWord < first || lastWord >= last || keyCounts[meaning]! >= MOST_KEYS) continue
    keyCounts[meaning]! += 1
    chances[meaning]! += KEY_WEIGHT / keyCounts[meaning]!
  }
}

/** What is none of ours shares the whole no longer. */
function leaveOutside() {
  const inside = 1 - chances[OUTSIDE]!
  chances[OUTSIDE] = 0
  for (let k = 0; k < chances.length; k++) chances[k]! /= Math.max(inside, FEWEST_INSIDE)
}

/** A short English or Spanish message may be taken for another language: the model is asked too, and must be sure. */
function askDespiteLanguage(text: string, from: number, to: number, folded: FoldedWords, found: Candidates) {
  const guessed: Candidates = new Map()
  askModel(text, from, to, folded, guessed)
  for (const [name, { score, span }] of guessed) offer(found, name, score, span, UNNAMED_HOLDS)
}

function offerLikeliest(found: Candidates, best: Candidates, whole: [number, number]) {
  let top = 0
  for (let k = 1; k < chances.length; k++) if (chances[k]! > chances[top]!) top = k
  offer(found, names[top]!, chances[top]!, best.get(names[top]!)?.span ?? whole, FIRST_HOLDS)
}

function askPhrases(text: string, from: number, to: number, language: string, folded: FoldedWords, found: Candidates) {
  for (const each of finders.get(language)?.find(folded) ?? [])
    offer(found, each.meaning, PHRASE_SCORE, each.span, HOLDS)
  const list = substrings.get(language)
  if (list === undefined || !hasOtherScript(text)) return
  for (const [phrase, name] of list) {
    const at = text.indexOf(phrase, from)
    if (at >= 0 && at < to) offer(found, name, PHRASE_SCORE, [at, at + phrase.length], HOLDS)
  }
}

function askForPerson(text: string, from: number, to: number, folded: FoldedWords, found: Candidates) {
  const wish = findHumanWish(from === 0 && to === text.length ? text : text.slice(from, to), folded)
  if (wish === null) return
  offer(found, 'speak_to_human', wish.score, wish.span, HOLDS)
}

function offer(found: Candidates, name: IntentName, score: number, span: [number, number], least: number) {
  if (score < least || name === 'out_of_scope') return
  const before = found.get(name)
  if (before === undefined || score > before.score) found.set(name, { score, span })
}

function inOrder(found: Candidates, text: string): IntentGuess[] {
  const all = [...found].map(([name, { score, span }]): IntentGuess => ({ name, score: round(score), span }))
  const wants = all.filter(({ name }) => !COURTESY.includes(name))
  const told = (wants.length > 0 ? wants : all).sort((a, b) => b.score - a.score).slice(0, MOST_INTENTS)
  if (told.length === 0) return [{ name: 'out_of_scope', score: round(1 - HOLDS), span: [0, text.length] }]
  return told.sort((a, b) => a.span[0] - b.span[0] || b.score - a.score)
}

function* phrasesOf(lists: Partial<Record<IntentName, string>>): Generator<[string, IntentName]> {
  for (const name of INTENT_NAMES) {
    for (const phrase of (lists[name] ?? '').split('|')) if (phrase.trim() !== '') yield [phrase.trim(), name]
  }
}

const round = (score: number) => Math.round(score * 1000) / 1000
