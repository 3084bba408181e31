/** The widget's few sentences, in the languages that it speaks. */
import type en from '../i18n/en/widget.json'
import { sayIn, type PlainCatalogue } from '../i18n/say.ts'

export type WordId = keyof typeof en
export type Say = (id: WordId, values?: Record<string, string>) => string

const catalogues: Record<string, () => Promise<{ default: unknown }>> = {
  en: () => import('../i18n/en/widget.json'),
  es: () => import('../i18n/es/widget.json'),
  ar: () => import('../i18n/ar/widget.json'),
}

/** The first language that is asked for and spoken here, else English. */
export async function loadWords(asked: readonly string[]): Promise<{ language: string; say: Say }> {
  const language = asked.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in catalogues) ?? 'en'
  const { default: catalogue } = await catalogues[language]!()
  return { language, say: sayIn(catalogue as PlainCatalogue<WordId>) }
}
