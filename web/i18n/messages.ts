/**
 * The catalogues of one entry (desk, portal, widget) in one language.
 *
 * Each entry passes its own loaders, so that no page carries the words of another.
 */
import type { MessageFormatElement } from 'react-intl'
import { languageOf, type Locale } from './locale.ts'
import { pseudoMessages } from './pseudo.ts'

/** Every id the catalogues hold, parsed. */
export type Messages = Record<FormatjsIntl.Message['ids'], MessageFormatElement[]>
export type CatalogueLoader = () => Promise<{ default: unknown }>

/** For each language, the parts an entry needs: its own words, and those of the kit and of refusals. */
export type CatalogueParts = Record<'en' | 'es', CatalogueLoader[]>

export async function loadMessages(parts: CatalogueParts, locale: Locale): Promise<Messages> {
  const loaded = await Promise.all(parts[languageOf(locale)].map((load) => load()))
  const merged = Object.assign({}, ...loaded.map((part) => part.default)) as Messages
  return pseudoMessages(merged, locale)
}
