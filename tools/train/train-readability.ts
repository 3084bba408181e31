/**
 * How often words are used, for the readability score (understanding-D41): counted from texts that people write and speak every day. Words
 * with their band only, no sentences. No rating of any set enters; the two features of the score are scaled on sentences of permitted sets.
 */
import { bandOf, scoreFeatures, wordsOf } from '#engines/plain-words/word-rarity.ts'

import { inRepository, readOwnRows, readRows } from './development-data.ts'
import { writeModel } from './model-folder.ts'

type TextRow = { text: string; lang?: string }
type HealthRow = { en: string; translations: Record<string, string> }

/** Languages beside English for which the sets hold enough lines. */
const OTHERS = ['es', 'pt', 'fr', 'de', 'it', 'pl'] as const
const FEWEST_USES = 2
const LONGEST = 24

export function trainReadability(): void {
  const texts = { en: englishTexts(), ...Object.fromEntries(OTHERS.map((language) => [language, textsOf(language)])) }
  const bands = Object.fromEntries(Object.entries(texts).map(([language, lines]) => [language, bandsOf(lines)]))
  const scale = scaleOf(bands['en']!)
  writeModel(
    'plain-words',
    { 'word-frequency.json': JSON.stringify({ version: 'readability-1', scale, ...bands }) + '\n' },
    ['own', 'goemotions', 'xed', 'clinc150', 'hwu64', 'banking77', 'tatoeba', 'tico19'],
  )
  for (const [language, list] of Object.entries(bands))
    console.log(`${language}: ${list.split(/[ |]/).length} words, scale ${scale}`)
}

const rows = (name: string) => readRows<TextRow>(name).map(({ text }) => text)

const tatoeba = (language: string) =>
  readRows<TextRow>('language/tatoeba_sentences')
    .filter(({ lang }) => lang === language)
    .map(({ text }) => text)

const own = (language: string) =>
  ['intent', 'emotion'].flatMap((engine) =>
    readOwnRows<TextRow>(inRepository('engines', engine, 'phrases', `${language}.jsonl`)).map(({ text }) => text),
  )

// Health information is left out of the English count: its words are what the score is to find hard.
const englishTexts = () => [
  ...rows('emotion/goemotions_train'),
  ...rows('emotion/xed_en_train'),
  ...rows('intent/clinc150_train'),
  ...rows('intent/hwu64_train'),
  ...rows('intent/banking77_train'),
  ...tatoeba('en'),
  ...own('en'),
]

/** Elsewhere the lines are few, so health information counts too: what it uses often is not rare. */
const textsOf = (language: string) => [
  ...rows(`emotion/xed_${language}_train`),
  ...tatoeba(language),
  ...(language === 'es' ? own('es') : []),
  ...readRows<HealthRow>('language/tico19_parallel_health').flatMap(
    ({ translations }) => translations[language] ?? translations['es-LA'] ?? [],
  ),
]

/** Words of each band, bands from rarest to commonest, separated by "|". */
function bandsOf(texts: string[]): string {
  const uses = new Map<string, number>()
  let total = 0
  for (const text of texts) {
    for (const written of wordsOf(text)) {
      const word = written.replace(/['’]/g, '')
      total += 1
      if (word.length <= LONGEST && /^\p{L}+$/u.test(word)) uses.set(word, (uses.get(word) ?? 0) + 1)
    }
  }
  const bands: string[][] = []
  for (const [word, count] of uses) {
    if (count < FEWEST_USES) continue
    const band = bandOf((count / total) * 1e6)
    ;(bands[band] ??= []).push(word)
  }
  return Array.from(bands, (words) => (words ?? []).sort().join(' ')).join('|')
}

/** Mean and spread of the two features over the English sentences of permitted sets. */
function scaleOf(english: string): string {
  const sentences = [...readRows<HealthRow>('language/tico19_parallel_health').map(({ en }) => en), ...tatoeba('en'), ...own('en')] // prettier-ignore
  const features = sentences.map((sentence) => scoreFeatures(wordsOf(sentence), english))
  return [0, 1]
    .flatMap((index) => {
      const values = features.map((pair) => pair[index]!)
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length
      const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
      return [mean, spread]
    })
    .map((value) => value.toFixed(4))
    .join(' ')
}
