/** What a kiosk and a display say. Both languages are there from the start: the first screen of a kiosk speaks all of them. */
import type english from '../i18n/en/kiosk.json'
import { sayIn, type PlainCatalogue } from '../i18n/say.ts'

export type KioskWord = keyof typeof english
export type Say = (id: KioskWord, values?: Record<string, string>) => string
export type Spoken = { language: string; name: string; say: Say }

const catalogues: [language: string, name: string, load: () => Promise<{ default: unknown }>][] = [
  ['en', 'English', () => import('../i18n/en/kiosk.json')],
  ['es', 'Español', () => import('../i18n/es/kiosk.json')],
]

/** Of the wanted languages those that are spoken here, in that order; English when there is none. */
export async function loadLanguages(wanted: readonly string[]): Promise<Spoken[]> {
  const all = await Promise.all(
    catalogues.map(async ([language, name, load]) => {
      const { default: catalogue } = await load()
      return { language, name, say: sayIn(catalogue as PlainCatalogue<KioskWord>) }
    }),
  )
  const spoken = wanted.flatMap((language) => all.filter((one) => one.language === language))
  return spoken.length > 0 ? spoken : all.slice(0, 1)
}
