/** The widget's few sentences, without the library: its messages hold plain text and named values only. */
import en from '../i18n/en/widget.json' with { type: 'json' }

export type WordId = keyof typeof en
type Part = { type: number; value: string }
export type Catalogue = Record<WordId, Part[]>

/** Kinds of message part, as @formatjs/icu-messageformat-parser numbers them. */
const ARGUMENT = 1

export const sayIn =
  (catalogue: Catalogue) =>
  (id: WordId, values: Record<string, string> = {}): string =>
    catalogue[id].map((part) => (part.type === ARGUMENT ? (values[part.value] ?? '') : part.value)).join('')

export type Say = ReturnType<typeof sayIn>
