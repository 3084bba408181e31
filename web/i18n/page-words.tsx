/** A page that is fetched later brings its own words, so that no first load carries them (look.md). */
import { use, type ReactNode } from 'react'
import { IntlProvider, useIntl } from 'react-intl'
import type { Locale } from './locale.ts'
import { loadMessages, type CatalogueParts, type Messages } from './messages.ts'
import { useLanguage } from './words.tsx'

const fetched = new Map<CatalogueParts, Partial<Record<Locale, Promise<Messages>>>>()

/** Waits for the words with the page's own suspense; below it the entry's words are known too. */
export function PageWords({ parts, children }: { parts: CatalogueParts; children: ReactNode }) {
  const { locale } = useLanguage()
  const { messages } = useIntl()
  const own = use(wordsOf(parts, locale))
  return (
    <IntlProvider locale={locale} messages={{ ...messages, ...own }} defaultLocale="en">
      {children}
    </IntlProvider>
  )
}

function wordsOf(parts: CatalogueParts, locale: Locale): Promise<Messages> {
  const known = fetched.get(parts) ?? {}
  fetched.set(parts, known)
  known[locale] ??= loadMessages(parts, locale).catch((error: unknown) => {
    // Without a network once is not without words for ever.
    delete known[locale]
    throw error
  })
  return known[locale]
}
