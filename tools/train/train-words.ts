/**
 * The common words of English and Spanish, so that spelling repair leaves them alone: "cooking" is not "choking".
 *
 * A word is common when several sources use it; a misspelling seldom is. Only single words are kept, without counts.
 *
 * The rarer words are those written in small letters now and then, clinical ones too: what is none of both may be a name (engines/deid).
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'

import { tokenise } from '#engines/text/tokens.ts'

import { TRIAGE_FILES, triageLines } from '../evaluate/written-lines.ts'

import { dataFolder, inRepository, readOwnRows, readRows } from './development-data.ts'
import { writeModel } from './model-folder.ts'
import { familyPhrases } from './phrase-families.ts'
import { wordNeighbours } from './word-neighbours.ts'

/** Fewest uses, over all sources together, and fewest sources. */
const FEWEST_USES = 4
const FEWEST_SOURCES = 2
/** Shorter words are never repaired, longer ones are no words (see engines/text/spelling.ts). */
const SHORTEST = 3
const LONGEST = 24

/**
 * Misspellings that people make so often that several sources hold them. They must go on being repaired.
 */
const MISSPELT = new Set(
  'alot wierd definately recieve seperate tommorow tomorow untill becuase beleive freind thier realy diferent allergys'.split(' '), // prettier-ignore
)

type TextRow = { text: string; lang?: string }

export async function trainWords(): Promise<void> {
  const uses = new Map<string, { count: number; sources: Set<string> }>()
  for (const [source, texts] of Object.entries(textsBySource())) {
    for (const text of texts) {
      for (const { text: word, isNumber } of tokenise(text).tokens) {
        if (isNumber || word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) continue
        const use = uses.get(word) ?? { count: 0, sources: new Set() }
        use.count += 1
        use.sources.add(source)
        uses.set(word, use)
      }
    }
  }
  const words = [...uses]
    .filter(
      ([word, { count, sources }]) => count >= FEWEST_USES && sources.size >= FEWEST_SOURCES && !MISSPELT.has(word),
    )
    .map(([word]) => word)
    .sort()
  const rarer = rarerWords(new Set(words))
  const neighbours = await wordNeighbours()
  const files = {
    'common-words.json': words.join(' '),
    'rarer-words.json': rarer.join(' '),
    'neighbours.json': neighbours.join(','),
  }
  const written = Object.entries(files).map(([name, list]) => [name, JSON.stringify({ words: list }) + '\n'])
  writeModel('text', Object.fromEntries(written) as Record<string, string>, [
    'own', 'clinc150', 'hwu64', 'banking77', 'tatoeba', 'xed', 'goemotions', 'tico19', 'tico19-terms', 'icd-10-cm', 'use-lite',
  ]) // prettier-ignore
  console.log(`text: ${words.length} common words, ${rarer.length} rarer ones, ${neighbours.length} groups`)
}

function textsBySource(): Record<string, string[]> {
  const rows = (name: string) => readRows<TextRow>(name)
  const own = ['intent', 'emotion'].flatMap((engine) =>
    ['en', 'es'].flatMap((language) =>
      readOwnRows<TextRow>(inRepository('engines', engine, 'phrases', `${language}.jsonl`)),
    ),
  )
  const health = readRows<{ en: string; translations: Record<string, string> }>('language/tico19_parallel_health')
  return {
    own: own.map(({ text }) => text),
    clinc150: rows('intent/clinc150_train').map(({ text }) => text),
    hwu64: rows('intent/hwu64_train').map(({ text }) => text),
    banking77: rows('intent/banking77_train').map(({ text }) => text),
    tatoeba: rows('language/tatoeba_sentences').filter(({ lang }) => lang === 'en' || lang === 'es').map(({ text }) => text),
    xed: [...rows('emotion/xed_en_train'), ...rows('emotion/xed_es_train')].map(({ text }) => text),
    goemotions: rows('emotion/goemotions_train').map(({ text }) => text),
    tico19: health.flatMap(({ en, translations }) => [en, translations['es'] ?? translations['es-LA'] ?? '']),
  } // prettier-ignore
}

/** Fewest uses in small letters of a rarer word; with so many it is one however often it is a name. */
const FEWEST_SMALL = 2
const SURELY_SMALL = 5

function rarerWords(common: ReadonlySet<string>): string[] {
  const small = new Map<string, number>()
  const capital = new Map<string, number>()
  const { own, xed, goemotions, tatoeba, tico19, banking77 } = textsBySource()
  const lines = [own!, xed!, goemotions!, tatoeba!, tico19!, banking77!, ownLines(), healthTerms(), diagnoses()].flat()
  for (const text of lines) {
    for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}'’]*/gu)) {
      const plain = word.replace(/['’]s?$/, '').normalize('NFD').replace(/[^A-Za-z]/g, '') // prettier-ignore
      if (plain.length < 2 || plain.length > LONGEST) continue
      const isSmall = plain[0]! >= 'a'
      // A capital at the beginning of a sentence says nothing.
      if (!isSmall && (index === 0 || /[.!?¿¡"\n:-]\s*$/.test(text.slice(Math.max(0, index - 3), index)))) continue
      const uses = isSmall ? small : capital
      uses.set(plain.toLowerCase(), (uses.get(plain.toLowerCase()) ?? 0) + 1)
    }
  }
  return [...small]
    .filter(([word, uses]) => uses >= FEWEST_SMALL && (uses >= SURELY_SMALL || uses * 2 >= (capital.get(word) ?? 0)))
    .map(([word]) => word)
    .filter((word) => !common.has(word))
    .sort()
}

const ownLines = (): string[] =>
  [
    familyPhrases('intent'),
    familyPhrases('intent', 'cues'),
    familyPhrases('emotion'),
    TRIAGE_FILES.flatMap((file) => triageLines(file)),
  ].flatMap((rows) => rows.filter(({ lang }) => lang === 'en' || lang === 'es').map(({ text }) => text))

const healthTerms = (): string[] =>
  readRows<{ en: string; lang: string; text: string }>('language/tico19_health_terms').flatMap(({ en, lang, text }) =>
    lang.startsWith('es') ? [en.toLowerCase(), text.toLowerCase()] : [],
  )

/** Headings of ICD-10-CM, each counted twice: they say every word of the field once. */
function diagnoses(): string[] {
  const packed = readFileSync(path.join(dataFolder(), 'codes', 'icd-10-cm-2018-categories.csv.gz'))
  const headings = gunzipSync(packed).toString('utf8').split('\n').map((line) => line.slice(line.indexOf(',') + 1)) // prettier-ignore
  return [...headings, ...headings]
}
