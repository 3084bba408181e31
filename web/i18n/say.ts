/** A few sentences without the library, for entries that must stay small: their messages hold plain text and named values only. */
type Part = { type: number; value: string }
export type PlainCatalogue<Id extends string> = Record<Id, Part[]>

/** Kinds of message part, as @formatjs/icu-messageformat-parser numbers them. */
const ARGUMENT = 1

export const sayIn =
  <Id extends string>(catalogue: PlainCatalogue<Id>) =>
  (id: Id, values: Record<string, string> = {}): string =>
    catalogue[id].map((part) => (part.type === ARGUMENT ? (values[part.value] ?? '') : part.value)).join('')
