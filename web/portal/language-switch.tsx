import { OFFERED_LOCALES } from '../i18n/locale.ts'
import { useLanguage } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'

/** Each language by its own name, written in it. */
const names: Record<(typeof OFFERED_LOCALES)[number], string> = { en: 'English', es: 'Español' }

export function LanguageSwitch({ languages }: { languages: readonly string[] | undefined }) {
  const { locale, setLocale } = useLanguage()
  const others = OFFERED_LOCALES.filter(
    (other) => other !== locale.slice(0, 2) && (!languages || languages.includes(other) || other === 'en'),
  )
  return others.map((other) => (
    <Button key={other} tone="plain" lang={other} onClick={() => setLocale(other)}>
      {names[other]}
    </Button>
  ))
}
