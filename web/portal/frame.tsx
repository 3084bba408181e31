/** What stands around each screen: the organization, the way to help in an emergency, and the small print. */
import type { MouseEvent, ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { HelpNow } from '../features/emergency/help-now.tsx'
import { PlaceLink } from '../places/place-link.tsx'
import type { Place } from '../places/places.ts'
import { Banner } from '../ui/banner.tsx'
import { laterPart } from '../ui/later-part.tsx'
import styles from './frame.module.css'
import { LanguageSwitch } from './language-switch.tsx'

const LookSwitch = laterPart(async () => (await import('./look-switch.tsx')).LookSwitch)

type FrameProps = {
  place: Place['name'] | 'door' | 'nowhere'
  organization: { name: string; country: string; languages: readonly string[]; isDemonstration: boolean } | undefined
  /** Beside the language: signing out. */
  account?: ReactNode
  /** Between the help and the screen: news about the connection, the menu. */
  above?: ReactNode
  children: ReactNode
}

export function Frame({ place, organization, account, above, children }: FrameProps) {
  return (
    <div className={styles.frame} data-place={place}>
      <a href="#main" className={styles.skip} onClick={skipToMain}>
        <FormattedMessage id="portal.skip" />
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <Brand name={organization?.name} isLink={account !== undefined} />
          <div className={styles.account}>
            <LanguageSwitch languages={organization?.languages} />
            {account}
          </div>
        </div>
        {organization?.isDemonstration && (
          <Banner flush announce="never">
            <FormattedMessage id="portal.demonstration" />{' '}
            {place === 'door' && (
              <a href="/demo">
                <FormattedMessage id="portal.demonstration.who" />
              </a>
            )}
          </Banner>
        )}
      </header>
      <div className={styles.help}>
        <HelpNow country={organization?.country ?? 'US'} />
      </div>
      {above}
      <div className={styles.content}>{children}</div>
      <footer className={styles.footer}>
        <LookSwitch />
      </footer>
    </div>
  )
}

// Focus without touching the address: the address belongs to the places.
function skipToMain(event: MouseEvent) {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

function Brand({ name, isLink }: { name: string | undefined; isLink: boolean }) {
  const words = (
    <>
      <img src="/icon.svg" alt="" width={36} height={36} />
      <span dir="auto">{name ?? 'Bedside'}</span>
    </>
  )
  return isLink ? (
    <PlaceLink to={{ name: 'home' }} className={styles.brand}>
      {words}
    </PlaceLink>
  ) : (
    <span className={styles.brand}>{words}</span>
  )
}
