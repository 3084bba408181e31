/** "Need help now?", always in sight: the numbers to call, one press away. */
import { Phone, Siren } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { callLink, emergencyNumbersOf } from './emergency-numbers.ts'
import styles from './help-now.module.css'

export function HelpNow({ country }: { country: string }) {
  const intl = useIntl()
  const { emergency, crisis } = emergencyNumbersOf(country)
  return (
    <section className={styles.strip} aria-label={intl.formatMessage({ id: 'portal.help.name' })}>
      <p className={styles.question}>
        <Siren aria-hidden size="1.2em" />
        <FormattedMessage id="portal.help.question" />
      </p>
      <a href={callLink(emergency)} className={styles.call}>
        <Phone aria-hidden size="1em" />
        <span>
          <FormattedMessage id="portal.help.call" values={{ number: <bdi>{emergency}</bdi> }} />
        </span>
      </a>
      {crisis && (
        <a href={callLink(crisis.number)} className={styles.crisis}>
          <span>
            <FormattedMessage id="portal.help.crisis" values={{ number: <bdi>{crisis.number}</bdi> }} />
          </span>
        </a>
      )}
    </section>
  )
}
