/**
 * The common words of English and Spanish, so that spelling repair leaves them alone: "cooking" is not "choking".
 *
 * A word is common when several sources use it; a misspelling seldom is. Only single words are kept, without counts.
 */
import { tokenise } from '#engines/text/tokens.ts'

import { readOwnRows, readRows, inRepository } from './development-data.ts'
import { writeModel } from './model-folder.ts'

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

export function trainWords(): void {
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
  writeModel('text', { 'common-words.json': JSON.stringify({ words: words.join(' ') }) + '\n' }, [
    'own', 'clinc150', 'hwu64', 'banking77', 'tatoeba', 'xed', 'goemotions', 'tico19',
  ]) // prettier-ignore
  console.log(`text: ${words.length} common words`)
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
