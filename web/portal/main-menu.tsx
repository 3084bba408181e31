/** The five places of the portal. */
import { CalendarDays, House, MessageCircle, ShieldCheck, UserRound, type LucideIcon } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useMessageNews, useMyConversations } from '../features/messages/use-my-conversations.ts'
import { PlaceLink } from '../places/place-link.tsx'
import type { Place } from '../places/places.ts'
import styles from './frame.module.css'

type Stop = {
  place: Place
  icon: LucideIcon
  id: 'portal.nav.home' | 'portal.nav.messages' | 'portal.nav.visits' | 'portal.nav.details' | 'portal.nav.privacy'
  holds: string[]
}

const stops: Stop[] = [
  { place: { name: 'home' }, icon: House, id: 'portal.nav.home', holds: ['home'] },
  {
    place: { name: 'messages' },
    icon: MessageCircle,
    id: 'portal.nav.messages',
    holds: ['messages', 'new-message', 'conversation', 'calls', 'video'],
  },
  { place: { name: 'visits' }, icon: CalendarDays, id: 'portal.nav.visits', holds: ['visits'] },
  { place: { name: 'details' }, icon: UserRound, id: 'portal.nav.details', holds: ['details'] },
  {
    place: { name: 'privacy' },
    icon: ShieldCheck,
    id: 'portal.nav.privacy',
    holds: ['privacy', 'consents', 'access', 'devices'],
  },
]

export function MainMenu({ place }: { place: string }) {
  const intl = useIntl()
  useMessageNews()
  const unread = useMyConversations().conversations.filter((conversation) => conversation.unread > 0).length
  return (
    <nav className={styles.places} aria-label={intl.formatMessage({ id: 'portal.nav' })}>
      <ul>
        {stops.map(({ place: to, icon: Icon, id, holds }) => (
          <li key={id}>
            <PlaceLink to={to} aria-current={holds.includes(place) ? 'page' : undefined}>
              <span className={styles.icon}>
                <Icon aria-hidden size="1.4em" strokeWidth={1.8} />
                {to.name === 'messages' && unread > 0 && <span className={styles.dot} aria-hidden />}
              </span>
              <FormattedMessage id={id} />
              {to.name === 'messages' && unread > 0 && (
                <span className="visually-hidden">
                  <FormattedMessage id="portal.nav.unread" values={{ count: unread }} />
                </span>
              )}
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
