/** The frame of every page before signing in: one narrow card, and the choice of language. */
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { isOfferedLocale, OFFERED_LOCALES } from '../../i18n/locale.ts'
import { nativeName } from '../../i18n/native-name.ts'
import { useLanguage } from '../../i18n/words.tsx'
import { Banner } from '../../ui/banner.tsx'
import { useDocumentTitle } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Mark } from '../../ui/mark.tsx'
import styles from './session.module.css'

type EntranceProps = { title: string; lead?: ReactNode; isDemonstration?: boolean; children: ReactNode }

export function Entrance({ title, lead, isDemonstration, children }: EntranceProps) {
  const intl = useIntl()
  const { locale, setLocale } = useLanguage()
  useDocumentTitle(title)
  return (
    <div className={styles.entrance}>
      <header className={styles.brand}>
        <Mark />
        <span>Bedside</span>
      </header>
      <main className={styles.sheet} id="main">
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {isDemonstration && (
          <Banner announce="never">
            <FormattedMessage
              id="desk.demonstration"
              values={{
                people: (text) => (
                  <a key="people" href="/demo">
                    {text}
                  </a>
                ),
              }}
            />
          </Banner>
        )}
        {children}
      </main>
      <footer className={styles.foot}>
        <Select
          id="language"
          label={intl.formatMessage({ id: 'desk.language' })}
          labelHidden
          value={isOfferedLocale(locale) ? locale : 'en'}
          onChange={setLocale}
          options={OFFERED_LOCALES.map((value) => ({ value, label: nativeName(value) }))}
        />
      </footer>
    </div>
  )
}
