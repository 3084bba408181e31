/**
 * What to do now, when words sounded like an emergency. It stays in sight for as long as the conversation says so, and
 * tells truly whether a person has read it yet (desk-D3).
 */
import { MessageSquareText, Phone, Siren, UserCheck } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import type { MyConversation } from '../../api/types.ts'
import { callLink, emergencyNumbersOf, textLink } from './emergency-numbers.ts'
import styles from './emergency-card.module.css'

type EmergencyCardProps = {
  country: string
  alert: MyConversation['alert']
  /** The reviewed text of this conversation, in the patient's language; without it, a line of our own. */
  text?: string | undefined
}

export function EmergencyCard({ country, alert, text }: EmergencyCardProps) {
  const { emergency, crisis } = emergencyNumbersOf(country)
  return (
    <section role="alert" className={styles.card} aria-labelledby="emergency-title">
      <h2 id="emergency-title" className={styles.title}>
        <Siren aria-hidden size="1.3em" />
        <FormattedMessage id="portal.emergency.title" />
      </h2>
      <p className={styles.text} dir="auto">
        {text ?? <FormattedMessage id="portal.emergency.text" values={{ number: emergency }} />}
      </p>
      <p className={styles.ways}>
        <a href={callLink(emergency)} className={styles.call}>
          <Phone aria-hidden size="1.1em" />
          <span>
            <FormattedMessage id="portal.help.call" values={{ number: <bdi>{emergency}</bdi> }} />
          </span>
        </a>
        {crisis && (
          <a href={callLink(crisis.number)} className={styles.other}>
            <Phone aria-hidden size="1.1em" />
            <span>
              <FormattedMessage id="portal.help.crisis" values={{ number: <bdi>{crisis.number}</bdi> }} />
            </span>
          </a>
        )}
        {crisis?.takesTexts && (
          <a href={textLink(crisis.number)} className={styles.other}>
            <MessageSquareText aria-hidden size="1.1em" />
            <span>
              <FormattedMessage id="portal.help.text" values={{ number: <bdi>{crisis.number}</bdi> }} />
            </span>
          </a>
        )}
      </p>
      <p className={styles.read}>
        {alert === 'accepted' ? <UserCheck aria-hidden size="1.2em" /> : null}
        {alert === 'unread' && <FormattedMessage id="portal.emergency.unread" />}
        {alert === 'accepted' && <FormattedMessage id="portal.emergency.accepted" />}
      </p>
    </section>
  )
}
