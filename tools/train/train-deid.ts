/**
 * Trains what tells the names of people and places from other words (engines/deid/tag-names.ts) on marked lines.
 *
 * In each line other names and towns of the lists are put in the place of those that stand there, some names that are also words, and the
 * lists are hidden from some of them, so that names of no list are learned; the line is also shown in small letters, and in capitals. Lines
 * without names are the project's own phrases and public ones in which names are masked; what the rules find there is left out.
 */
import { IS } from '#engines/deid/lexicon.ts'
import { ALSO_WORDS, FAMILY_NAMES, GIVEN_NAMES } from '#engines/deid/names.ts'
import nameLists from '#engines/deid/name-lists.json' with { type: 'json' }
import { findPhi } from '#engines/deid/phi.ts'
import { piecesOf, SHAPE } from '#engines/deid/pieces.ts'
import placeList from '#engines/deid/place-list.json' with { type: 'json' }
import { capitalsOf, mayBeNamed, TAG, tagFeatures, TAGS } from '#engines/deid/tag-names.ts'
import { newFeatures } from '#engines/linear/linear-model.ts'

import { TRIAGE_FILES, triageLines } from '../evaluate/written-lines.ts'

import { readRows } from './development-data.ts'
import { keep, quantise, seededRandom, trainLinear } from './linear-trainer.ts'
import type { Example, TrainingPlan } from './linear-trainer.ts'
import { markedLines } from './marked-lines.ts'
import type { MarkedLine } from './marked-lines.ts'
import { writeModel } from './model-folder.ts'
import { familyPhrases } from './phrase-families.ts'

const SEED = 20261127
const PLAN: TrainingPlan = {
  labels: TAGS,
  buckets: 1 << 15,
  epochs: 8,
  rate: 0.6,
  loss: 'softmax',
  caution: 0.1,
  decay: 1e-4,
  dropout: 0.2,
  seed: SEED,
}

/** Marked lines that are trained on; `fresh` and `later` are for measuring alone. */
const FILES = ['training', 'another', 'third-writer', 'build']
/** Times each marked line is shown, each time with other names. */
const SHOWN = 24
/** Shares of the words of names and places that the lists are hidden from, and of names that are also words. */
const HIDDEN = 0.3
const ALSO_WORD = 0.25
/** Shares of the lines in small letters alone and in capitals alone. */
const SMALL = 0.3
const CAPITALS = 0.06
const MOST_PUBLIC = 9000
const MOST_FILMS = 4000
const LISTED = IS.given | IS.family | IS.town | IS.alsoWord | IS.city

const given = [...GIVEN_NAMES, ...nameLists.given.split(' ')]
const family = [...FAMILY_NAMES, ...nameLists.family.split(' ')]
const alsoWords = [...ALSO_WORDS].filter((word) => word.length > 2)
const towns = placeList.towns.split(',')

export function trainDeid(): void {
  const random = seededRandom(SEED)
  const marked = FILES.flatMap((file) => markedLines(file))
  const plain = plainLines()
  const films = filmLines()
  const examples = [
    ...marked.flatMap((line) => Array.from({ length: SHOWN }, () => examplesOf(varied(line, random), random)).flat()),
    ...plain.flatMap((text) => examplesOf(withoutNames(text, random, false), random)),
    ...films.flatMap((text) => examplesOf(withoutNames(text, random, true), random)),
  ]
  const trained = trainLinear(examples, PLAN)
  const file = JSON.stringify(quantise(trained, '1'), null, 2) + '\n'
  writeModel('deid', { 'names.json': file }, ['own', 'goemotions', 'tico19', 'tatoeba', 'xed'])
  console.log(
    `deid: ${marked.length} marked lines, ${plain.length + films.length} without names, ${examples.length} words`,
  )
}

type Shown = { text: string; names: { tag: number; span: [number, number] }[]; left: [number, number][] }

function varied({ text, identifiers }: MarkedLine, random: () => number): Shown {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)]!
  const shown: Shown = { text: '', names: [], left: [] }
  const spans = [...identifiers].sort((a, b) => a.span[0] - b.span[0])
  let done = 0
  for (const { kind, span } of spans) {
    shown.text += text.slice(done, span[0])
    const words = text.slice(...span)
    const start = shown.text.length
    const isTown = kind === 'place' && !/\d|\b(?:ave|st|rd|ln|blvd|hwy|road|street|box|calle|av|colonia|barrio|school|hospital|elm)\b/i.test(words) // prettier-ignore
    if (kind === 'name' && random() < 0.9) shown.text += otherName(words, pick, random)
    else if (isTown && random() < 0.9) shown.text += likeWritten(pick(towns), words)
    else shown.text += words
    const shownSpan: [number, number] = [start, shown.text.length]
    if (kind === 'name' || kind === 'place') shown.names.push({ tag: kind === 'name' ? TAG.name : TAG.place, span: shownSpan })
    else shown.left.push(shownSpan)
    done = span[1]
  } // prettier-ignore
  shown.text += text.slice(done)
  const chance = random()
  const other = chance < SMALL ? shown.text.toLowerCase() : chance < SMALL + CAPITALS ? shown.text.toUpperCase() : shown.text // prettier-ignore
  return other.length === shown.text.length ? { ...shown, text: other } : shown
}

const KEPT = /^(?:de|la|del|los|las|bin|al|van|von|st|jr|sr|ii|iii|dr|mr|mrs|ms|don|y|da|dos|el|the|san|di)$/i

/** Each word of a name by another, written like it; particles, initials and titles stay. */
function otherName(words: string, pick: (list: readonly string[]) => string, random: () => number): string {
  let isFirst = !words.includes(',')
  const changed = words.replace(/\p{L}[\p{L}'’]*/gu, (word) => {
    if (word.length === 1 || KEPT.test(word)) return word
    const list = random() < ALSO_WORD ? alsoWords : isFirst ? given : family
    isFirst = false
    return likeWritten(pick(list), word)
  })
  // "Ana Lopez" is as often "Ana".
  const [first, ...others] = changed.split(' ')
  return others.length > 0 && random() < 0.2 && !first!.includes(',') && first!.length > 2 ? first! : changed
}

function likeWritten(word: string, model: string): string {
  if (model === model.toLowerCase()) return word
  if (model.length > 2 && model === model.toUpperCase()) return word.toUpperCase()
  return word.replace(/(?:^|[ -])[a-z]/g, (letter) => letter.toUpperCase())
}

/** A line without names: what the rules take for an identifier in it is left out of training. */
function withoutNames(text: string, random: () => number, isCased: boolean): Shown {
  const chance = isCased ? 0 : random()
  const shown = chance < SMALL ? text.toLowerCase() : chance < SMALL + CAPITALS ? text.toUpperCase() : text
  const same = shown.length === text.length ? shown : text
  const masked = [...same.matchAll(/\[[A-Z]+\]/gi)].map(({ index, 0: mask }): [number, number] => [index, index + mask.length]) // prettier-ignore
  // Whom a capital may name in a line of a film is nobody's word in small letters either.
  const capitals = isCased ? [...text.matchAll(/\p{Lu}[\p{L}'’]*/gu)].map(({ index, 0: word }): [number, number] => [index, index + word.length]) : [] // prettier-ignore
  return {
    text: same,
    names: [],
    left: [...capitals, ...findPhi(text, [], { learned: false }).map(({ span }) => span), ...masked],
  }
}

const features = newFeatures(64)

function examplesOf({ text, names, left }: Shown, random: () => number): Example[] {
  const pieces = piecesOf(text)
  const bits = Int32Array.from(pieces.classes.subarray(0, pieces.count))
  const tags = new Uint8Array(pieces.count)
  const isLeft = new Uint8Array(pieces.count)
  const inside = (at: number, [from, to]: [number, number]) => pieces.starts[at]! >= from && pieces.ends[at]! <= to
  for (let i = 0; i < pieces.count; i++) {
    const named = names.find(({ span }) => inside(i, span))
    if (named !== undefined && (pieces.shapes[i]! & SHAPE.word) !== 0) {
      tags[i] = named.tag
      if (random() < HIDDEN) bits[i]! &= ~LISTED
    }
    if (left.some((span) => pieces.starts[i]! < span[1] && span[0] < pieces.ends[i]!)) isLeft[i] = 1
  }
  const capitals = capitalsOf(pieces)
  const examples: Example[] = []
  for (let i = 0; i < pieces.count; i++) {
    if (isLeft[i] !== 0 || !mayBeNamed(pieces, i)) continue
    tagFeatures(pieces, i, capitals, tags, bits, features)
    examples.push(keep(features, [tags[i]!]))
  }
  return examples
}

/** The project's own phrases, and public ones whose names are masked. */
function plainLines(): string[] {
  const own = [
    ...familyPhrases('intent'), ...familyPhrases('intent', 'cues'), ...familyPhrases('emotion'),
    ...TRIAGE_FILES.flatMap((file) => triageLines(file)),
  ].filter(({ lang }) => lang === 'en' || lang === 'es').map(({ text }) => text) // prettier-ignore
  const health = readRows<{ en: string; translations: Record<string, string> }>('language/tico19_parallel_health')
  return [
    ...own,
    ...everyNth(readRows<{ text: string }>('emotion/goemotions_train').map(({ text }) => text), MOST_PUBLIC),
    ...health.flatMap(({ en, translations }) => [en, translations['es'] ?? translations['es-LA'] ?? '']),
  ]
} // prettier-ignore

/** Lines whose names are told by their capitals; they are shown in small letters, without these. */
function filmLines(): string[] {
  type Row = { text: string; lang: string }
  return [
    ...readRows<Row>('emotion/xed_es_train').map(({ text }) => text),
    ...everyNth(readRows<Row>('emotion/xed_en_train').map(({ text }) => text), MOST_FILMS),
    ...readRows<Row>('language/tatoeba_sentences').filter(({ lang }) => lang === 'en' || lang === 'es').map(({ text }) => text),
  ] // prettier-ignore
}

function everyNth(rows: string[], most: number): string[] {
  const step = Math.max(1, rows.length / most)
  return Array.from({ length: Math.min(rows.length, most) }, (_, i) => rows[Math.floor(i * step)]!)
}
