/**
 * Trains what tells names, places, days and codes from other pieces of a text (engines/deid/tag-pieces.ts) on marked lines.
 *
 * In each line other names, towns, days and digits are put in the place of those that stand there, some names that are also words, and the
 * lists are hidden from some of them, so that names of no list are learned; the line is also shown in small letters, and in capitals. Lines
 * without names are the project's own phrases and public ones in which names are masked; what the rules find there is left out.
 */
import { IS } from '#engines/deid/lexicon.ts'
import { ALSO_WORDS, FAMILY_NAMES, GIVEN_NAMES } from '#engines/deid/names.ts'
import nameLists from '#engines/deid/name-lists.json' with { type: 'json' }
import { findPhi } from '#engines/deid/phi.ts'
import { piecesOf, SHAPE } from '#engines/deid/pieces.ts'
import placeList from '#engines/deid/place-list.json' with { type: 'json' }
import { capitalsOf, mayBeTold, MOST_FEATURES, pieceFeatures, TAG, TAGS } from '#engines/deid/tag-pieces.ts'
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

/** Marked lines that are trained on; `fresh`, `later` and `sixth-writer` are for measuring alone. */
const FILES = ['training', 'another', 'third-writer', 'fourth-writer', 'fifth-writer', 'seventh-writer', 'eighth-writer', 'ninth-writer', 'build'] // prettier-ignore
/** Times each marked line is shown, each time with other names. */
const SHOWN = 24
/** Shares of the words of names and places that the lists are hidden from, and of names that are also words. */
const HIDDEN = 0.3
const ALSO_WORD = 0.25
/** Shares of the lines in small letters alone and in capitals alone. */
const SMALL = 0.3
const CAPITALS = 0.06
/** How often what stands behind a piece is known already. */
const KNOWN = 0.5
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
  writeModel('deid', { 'pieces.json': file }, ['own', 'goemotions', 'tico19', 'tatoeba', 'xed'])
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
    else if (TAG_OF[kind] === TAG.code) shown.text += otherCode(words, random)
    else if (kind === 'date') shown.text += otherDay(words, random)
    else shown.text += words
    const shownSpan: [number, number] = [start, shown.text.length]
    const tag = TAG_OF[kind]
    if (tag === undefined) shown.left.push(shownSpan)
    else shown.names.push({ tag, span: shownSpan })
    done = span[1]
  } // prettier-ignore
  shown.text += text.slice(done)
  const chance = random()
  const other = chance < SMALL ? shown.text.toLowerCase() : chance < SMALL + CAPITALS ? shown.text.toUpperCase() : shown.text // prettier-ignore
  return other.length === shown.text.length ? { ...shown, text: other } : shown
}

/** What each kind is for the model; of the others, which rules find by their form, it learns nothing. */
const TAG_OF: Record<string, number | undefined> = {
  name: TAG.name, place: TAG.place, date: TAG.date, phone: TAG.code, fax: TAG.code, ssn: TAG.code, mrn: TAG.code, plan_id: TAG.code,
  account: TAG.code, licence: TAG.code, vehicle: TAG.code, device: TAG.code, biometric: TAG.code, other: TAG.code,
} // prettier-ignore

/** Another code of the same form. */
const otherCode = (words: string, random: () => number): string =>
  words.replace(/\d/g, () => String(Math.floor(random() * 10))).replace(/\b[A-Z]{1,3}(?=[\d -]*\d)/g, (letters) => letters.replace(/[A-Z]/g, () => String.fromCharCode(65 + Math.floor(random() * 26)))) // prettier-ignore

/** Another day written alike: a month stays one that could be a month, a year a year. */
const otherDay = (words: string, random: () => number): string =>
  words.replace(/\d+/g, (number) => {
    const value = Number(number)
    if (number.length > 4 || value === 0) return number
    if (number.length > 2) return value >= 1900 && value <= 2099 ? String(1930 + Math.floor(random() * 96)) : number
    const other = value <= 12 ? 1 + Math.floor(random() * 12) : value <= 31 ? 13 + Math.floor(random() * 16) : 32 + Math.floor(random() * 68)
    return number.startsWith('0') ? String(other).padStart(2, '0') : String(other).length === number.length ? String(other) : number
  }) // prettier-ignore

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

const features = newFeatures(MOST_FEATURES)

function examplesOf({ text, names, left }: Shown, random: () => number): Example[] {
  const pieces = piecesOf(text)
  const bits = Int32Array.from(pieces.classes.subarray(0, pieces.count))
  const tags = new Uint8Array(pieces.count)
  const isLeft = new Uint8Array(pieces.count)
  const inside = (at: number, [from, to]: [number, number]) => pieces.starts[at]! >= from && pieces.ends[at]! <= to
  for (let i = 0; i < pieces.count; i++) {
    const named = names.find(({ span }) => inside(i, span))
    if (named !== undefined && (pieces.shapes[i]! & SHAPE.sign) === 0) {
      tags[i] = named.tag
      if (named.tag <= TAG.place && random() < HIDDEN) bits[i]! &= ~LISTED
    }
    if (left.some((span) => pieces.starts[i]! < span[1] && span[0] < pieces.ends[i]!)) isLeft[i] = 1
  }
  const capitals = capitalsOf(pieces)
  const seen = new Uint8Array(pieces.count)
  const examples: Example[] = []
  for (let i = 0; i < pieces.count; i++) {
    if (isLeft[i] !== 0 || !mayBeTold(pieces, i)) continue
    // Of what stands behind, the rules have found some.
    const isKnown = random() < KNOWN
    for (let k = 0; k < pieces.count; k++) seen[k] = k < i || (isKnown && k > i) ? tags[k]! : 0
    pieceFeatures(pieces, i, capitals, seen, bits, features)
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
