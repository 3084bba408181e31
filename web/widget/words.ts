/** The widget's few sentences, without the library: its messages hold plain text and named values only. */
import type en from '../i18n/en/widget.json'

export type WordId = keyof typeof en
type Part = { type: number; value: string }
type Catalogue = Record<WordId, Part[]>

/** Kinds of message part, as @formatjs/icu-messageformat-parser numbers them. */
const ARGUMENT = 1

const catalogues: Record<string, () => Promise<{ default: unknown }>> = {
  en: () => import('../i18n/en/widget.json'),
  es: () => import('../i18n/es/widget.json'),
  ar: () => import('../i18n/ar/widget.json'),
}

/** The first language that is asked for and spoken here, else English. */
export async function loadWords(asked: readonly string[]): Promise<{ language: string; say: Say }> {
  const language = asked.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in catalogues) ?? 'en'
  const { default: catalogue } = await catalogues[language]!()
  return { language, say: sayIn(catalogue as Catalogue) }
}

const sayIn =
  (catalogue: Catalogue) =>
  (id: WordId, values: Record<string, string> = {}): string =>
    catalogue[id].map((part) => (part.type === ARGUMENT ? (values[part.value] ?? '') : part.value)).join('')

export type Say = ReturnType<typeof sayIn>
