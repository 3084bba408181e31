/** Gives every screen below it one language, one direction, and the means to change both. */
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { IntlProvider } from 'react-intl'
import { directionOf, rememberLocale, type Locale } from './locale.ts'
import { loadMessages, type CatalogueParts, type Messages } from './messages.ts'

export type SpokenWords = { locale: Locale; messages: Messages }

type Language = { locale: Locale; setLocale: (locale: Locale) => void }

const LanguageContext = createContext<Language>({ locale: 'en', setLocale: () => {} })

export const useLanguage = () => useContext(LanguageContext)

export function Words({ parts, first, children }: { parts: CatalogueParts; first: SpokenWords; children: ReactNode }) {
  const [words, setWords] = useState(first)

  // The document's own language and direction live outside React.
  useEffect(() => {
    document.documentElement.lang = words.locale
    document.documentElement.dir = directionOf(words.locale)
  }, [words.locale])

  const setLocale = (locale: Locale) => {
    rememberLocale(locale)
    void loadMessages(parts, locale).then((messages) => setWords({ locale, messages }))
  }

  return (
    <LanguageContext value={{ locale: words.locale, setLocale }}>
      <IntlProvider locale={words.locale} messages={words.messages} defaultLocale="en">
        {children}
      </IntlProvider>
    </LanguageContext>
  )
}
