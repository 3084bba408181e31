/**
 * Which languages the screens speak, and which way they read.
 *
 * `en` and `es` are complete. `en-XA` (long) and `ar-XB` (right to left) are made from English for our visual tests: a
 * screen that survives both survives German and Arabic.
 */
export const LOCALES = ['en', 'es', 'en-XA', 'ar-XB'] as const
export type Locale = (typeof LOCALES)[number]

/** The languages offered to people. */
export const OFFERED_LOCALES = ['en', 'es'] as const satisfies Locale[]

const CHOICE_KEY = 'bedside.locale'

export const isLocale = (text: unknown): text is Locale => LOCALES.includes(text as Locale)

export const isOfferedLocale = (text: unknown): text is (typeof OFFERED_LOCALES)[number] =>
  OFFERED_LOCALES.includes(text as (typeof OFFERED_LOCALES)[number])

/** The person's own choice first, then what the browser asks for, then English. */
export function chooseLocale(chosen: string | null, asked: readonly string[]): Locale {
  if (isLocale(chosen)) return chosen
  const match = asked.map((tag) => tag.slice(0, 2).toLowerCase()).find(isOfferedLocale)
  return match ?? 'en'
}

export const directionOf = (locale: string): 'ltr' | 'rtl' => (/^(ar|fa|he|ur|ps)\b/.test(locale) ? 'rtl' : 'ltr')

/** The language whose words a locale's screens are made of. */
export const languageOf = (locale: Locale): 'en' | 'es' => (locale === 'es' ? 'es' : 'en')

/** What somebody chose on this page or before it. */
let chosen: string | null = null

export function rememberedLocale(): Locale {
  chosen = safely(() => localStorage.getItem(CHOICE_KEY))
  return chooseLocale(chosen, navigator.languages)
}

/** Signing out empties the browser's storage; the language of the next sign-in stays the one that was chosen. */
export function keepLocale(): void {
  if (isLocale(chosen)) rememberLocale(chosen)
}

export function rememberLocale(locale: Locale): void {
  chosen = locale
  safely(() => localStorage.setItem(CHOICE_KEY, locale))
}

// A browser may refuse storage (private windows, embedded frames); the screens then follow the browser's language.
function safely<T>(use: () => T): T | null {
  try {
    return use()
  } catch {
    return null
  }
}
