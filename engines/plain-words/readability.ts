/**
 * How hard a text is to read (understanding-D41).
 *
 * English: Flesch-Kincaid grade, reading ease, SMOG, and a score from 1 (easy) to 6 (hard). Spanish: Fernández-Huerta with the INFLESZ band.
 * Everywhere: sentence length, the share of rare words where a list of words exists, and how many terms the glossary would explain.
 * Formulas are absurd on short texts: `short` says when they should not decide (D42: under 30 words).
 */
import frequency from '#engines/plain-words/model/word-frequency.json' with { type: 'json' }

import { englishSyllables, spanishSyllables } from './syllables.ts'
import { featuresOf, frequenciesOf, wordsOf } from './word-rarity.ts'

export type InfleszBand = 'very_hard' | 'somewhat_hard' | 'normal' | 'fairly_easy' | 'very_easy'

export type HardSentence = { span: [number, number]; words: number; grade: number | null; score: number | null }

export type Readability = {
  language: string
  words: number
  sentences: number
  wordsPerSentence: number
  /** US school grade: Flesch-Kincaid in English, from Fernández-Huerta in Spanish, otherwise null. */
  grade: number | null
  /** Flesch reading ease in English, Fernández-Huerta in Spanish (0 hard - 100 easy), otherwise null. */
  ease: number | null
  /** SMOG grade, English only. */
  smog: number | null
  inflesz: InfleszBand | null
  /** 1 easy to 6 hard, English only: by sentence length and rare words; the mean over the sentences. */
  score: number | null
  /** Share of words that people seldom use, 0 to 1; null where we have no list of words. */
  rareShare: number | null
  /** Under 30 words: judge by words and length, not by grade (D42). */
  short: boolean
  hardSentences: HardSentence[]
}

export const READABILITY_VERSION = frequency.version

/** Source: understanding-D42. */
export const SHORT_TEXT_WORDS = 30
/** A sentence above this grade is shown as hard. Source: understanding-D42 (texts are at grade 6 or below). */
const HARD_GRADE = 8
/** A sentence of more words than this is hard in any language. Source: plain-language guidance of the CDC (15-20 words). */
const HARD_WORDS = 20
const MOST_HARD_SENTENCES = 50
/** Read at most this much: more text does not change the figure. Source: understanding-D2. */
const LONGEST_TEXT = 20_000
/** Below this many words the formula for one sentence is noise. */
const FEWEST_WORDS = 6
/** Marks per word in scripts without spaces, for sentence length only. Chinese words have about 1.5 signs. */
const SIGNS_PER_WORD = 1.5

type Sentence = { span: [number, number]; words: number; syllables: number; longWords: number; frequencies: number[] }

export function readability(text: string, language: string): Readability {
  const counted = sentencesOf(text.slice(0, LONGEST_TEXT), language)
  const words = sum(counted, (sentence) => sentence.words)
  const syllables = sum(counted, (sentence) => sentence.syllables)
  const longWords = sum(counted, (sentence) => sentence.longWords)
  const ease = words === 0 ? null : easeOf(language, words, counted.length, syllables)
  return {
    language,
    words,
    sentences: counted.length,
    wordsPerSentence: words === 0 ? 0 : round(words / counted.length),
    grade: words === 0 ? null : gradeOf(language, words, counted.length, syllables),
    ease,
    smog: language === 'en' && words > 0 ? smogGrade(longWords, counted.length) : null,
    inflesz: language === 'es' && ease !== null ? infleszBand(ease) : null,
    short: words < SHORT_TEXT_WORDS,
    score: language === 'en' && words > 0 ? scoreOf(counted) : null,
    rareShare: rareShareOf(counted, language),
    hardSentences: hardSentences(counted, language),
  }
}

/** Source: Kincaid et al. 1975. */
const fleschKincaid = (words: number, sentences: number, syllables: number) =>
  (0.39 * words) / sentences + (11.8 * syllables) / words - 15.59

/** Source: McLaughlin 1969, for any number of sentences. */
const smogGrade = (longWords: number, sentences: number) =>
  round(1.043 * Math.sqrt((longWords * 30) / sentences) + 3.1291)

function easeOf(language: string, words: number, sentences: number, syllables: number): number | null {
  // Source: Flesch 1948.
  if (language === 'en') return round(206.835 - (1.015 * words) / sentences - (84.6 * syllables) / words)
  // Source: Fernández Huerta 1959, in the corrected form (syllables per 100 words, words per sentence).
  if (language === 'es') return round(206.84 - (60 * syllables) / words - (1.02 * words) / sentences)
  return null
}

function gradeOf(language: string, words: number, sentences: number, syllables: number): number | null {
  if (language === 'en') return round(Math.max(0, fleschKincaid(words, sentences, syllables)))
  const ease = easeOf(language, words, sentences, syllables)
  return ease === null ? null : gradeFromFernandezHuerta(ease)
}

/** School grades of the Fernández-Huerta bands, interpolated. Source: the author's table (90+ is 4th grade, 30 and less university). */
const SPANISH_GRADES: [ease: number, grade: number][] = [
  [100, 3],
  [90, 4],
  [80, 5],
  [70, 6],
  [60, 8],
  [50, 10],
  [30, 13],
  [0, 16],
]

function gradeFromFernandezHuerta(ease: number): number {
  for (let i = 1; i < SPANISH_GRADES.length; i++) {
    const [upper, easier] = SPANISH_GRADES[i - 1]!
    const [lower, harder] = SPANISH_GRADES[i]!
    if (ease >= upper) return easier
    if (ease >= lower) return round(easier + ((upper - ease) / (upper - lower)) * (harder - easier))
  }
  return 16
}

/** Source: Barrio-Cantalejo 2008 (INFLESZ scale). */
function infleszBand(ease: number): InfleszBand {
  if (ease < 40) return 'very_hard'
  if (ease < 55) return 'somewhat_hard'
  if (ease < 65) return 'normal'
  return ease < 80 ? 'fairly_easy' : 'very_easy'
}

const [LENGTH_MEAN, LENGTH_SPREAD, RARITY_MEAN, RARITY_SPREAD] = frequency.scale.split(' ').map(Number) as [number, number, number, number] // prettier-ignore
/** An average sentence of everyday and health texts, and how much one step of the two features together is worth. */
const MIDDLE_SCORE = 2.5
const SCORE_STEP = 0.6
/** A sentence above this is shown as hard. */
const HARD_SCORE = 3.5

function sentenceScore(frequencies: number[]): number {
  const [length, rarity] = featuresOf(frequencies)
  const steps = (length - LENGTH_MEAN) / LENGTH_SPREAD + (rarity - RARITY_MEAN) / RARITY_SPREAD
  return Math.round(Math.min(6, Math.max(1, MIDDLE_SCORE + SCORE_STEP * steps)) * 100) / 100
}

const scoreOf = (sentences: Sentence[]) =>
  round(
    sum(sentences, ({ frequencies, words }) => sentenceScore(frequencies) * words) /
      sum(sentences, ({ words }) => words),
  )

/** Used less than ten times in a million words. */
const RARE = 1
const LISTS: Record<string, string> = { en: frequency.en, es: frequency.es, pt: frequency.pt, fr: frequency.fr, de: frequency.de, it: frequency.it, pl: frequency.pl } // prettier-ignore

function rareShareOf(sentences: Sentence[], language: string): number | null {
  if (LISTS[language] === undefined) return null
  const all = sum(sentences, ({ frequencies }) => frequencies.length)
  const rare = sum(sentences, ({ frequencies }) =>
    frequencies.reduce((count, each) => (each < RARE ? count + 1 : count), 0),
  )
  return all === 0 ? 0 : Math.round((rare / all) * 100) / 100
}

function hardSentences(sentences: Sentence[], language: string): HardSentence[] {
  const hard: HardSentence[] = []
  for (const { span, words, syllables, frequencies } of sentences) {
    const grade = words < FEWEST_WORDS ? null : gradeOf(language, words, 1, syllables)
    const score = language === 'en' && words >= FEWEST_WORDS ? sentenceScore(frequencies) : null
    const isHard =
      words > HARD_WORDS || (grade !== null && grade > HARD_GRADE) || (score !== null && score > HARD_SCORE)
    if (isHard) hard.push({ span, words, grade, score })
  }
  return hard.slice(0, MOST_HARD_SENTENCES)
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu
const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}]/u

type WordFacts = { words: number; syllables: number; frequencies: number[] }

/** Words whose facts are remembered, for each language; bounds what a hostile text can fill. */
const MOST_REMEMBERED = 20_000
const remembered = new Map<string, Map<string, WordFacts>>()

function sentencesOf(text: string, language: string): Sentence[] {
  const sentences: Sentence[] = []
  let memory = remembered.get(language)
  if (memory === undefined && (language in LISTS || remembered.size < MOST_LANGUAGES))
    remembered.set(language, (memory = new Map()))
  for (const span of sentenceSpans(text)) {
    const sentence: Sentence = { span, words: 0, syllables: 0, longWords: 0, frequencies: [] }
    for (const word of text.slice(span[0], span[1]).match(WORD) ?? []) {
      let facts = memory?.get(word)
      if (facts === undefined) {
        facts = factsOf(word, language)
        if (memory !== undefined && memory.size < MOST_REMEMBERED) memory.set(word, facts)
      }
      sentence.words += facts.words
      sentence.syllables += facts.syllables
      if (facts.syllables >= 3) sentence.longWords += 1
      for (const frequency of facts.frequencies) sentence.frequencies.push(frequency)
    }
    if (sentence.words > 0) sentences.push(sentence)
  }
  return sentences
}

/** Languages without a list of words that are remembered all the same. */
const MOST_LANGUAGES = 30

function factsOf(word: string, language: string): WordFacts {
  const list = LISTS[language]
  return {
    words: SIGNS.test(word) ? Math.ceil(word.length / SIGNS_PER_WORD) : 1,
    syllables: syllablesOf(word, language),
    frequencies: list === undefined ? [] : frequenciesOf(wordsOf(word), list),
  }
}

function syllablesOf(word: string, language: string): number {
  if (/^\p{N}/u.test(word)) return 1
  if (language === 'es') return spanishSyllables(word)
  return language === 'en' ? englishSyllables(word) : 1
}

const ENDS_SENTENCE = new Set('.!?…。！？।؟\n')
/** A full stop after one of these does not end the sentence. */
const ABBREVIATION = /(?:^|[\s(])(?:dr|dra|sr|sra|mr|mrs|ms|st|no|vs|e\.g|i\.e|p\.ej|a\.m|p\.m)$/i
const LONGEST_ABBREVIATION = 8

/** Where the sentences of a text stand. Line breaks end a sentence; "Dr." and "3.5" do not. */
export function sentenceSpans(text: string): [number, number][] {
  const spans: [number, number][] = []
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if (!ENDS_SENTENCE.has(text[i]!)) continue
    if (text[i] === '.' && !endsSentence(text, i)) continue
    if (i > start) spans.push([start, i + 1])
    start = i + 1
  }
  if (start < text.length) spans.push([start, text.length])
  return spans
}

function endsSentence(text: string, at: number): boolean {
  const next = text[at + 1]
  if (next !== undefined && !/\s/.test(next) && next !== '"' && next !== ')') return false
  const after = /^\s+(\S)/.exec(text.slice(at + 1, at + 4))?.[1] ?? ''
  // "2. 74" and "D. melanogaster", as some texts space them.
  if (/\d/.test(after) && /\d/.test(text[at - 1] ?? '')) return false
  if (/\p{Ll}/u.test(after) && /(?:^|[\s(])\p{L}$/u.test(text.slice(Math.max(0, at - 2), at))) return false
  return !ABBREVIATION.test(text.slice(Math.max(0, at - LONGEST_ABBREVIATION), at))
}

const sum = (sentences: Sentence[], read: (sentence: Sentence) => number) =>
  sentences.reduce((total, sentence) => total + read(sentence), 0)

const round = (value: number) => Math.round(value * 10) / 10
