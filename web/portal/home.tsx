/** The first screen: what waits for the patient comes first, and there is one thing to do. */
import { ArrowRight, MailOpen } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Failed } from '../api/failed.tsx'
import type { MyConversation } from '../api/types.ts'
import { ConversationRow, ListSkeleton, WriteLink } from '../features/messages/conversation-list.tsx'
import { useMyConversations } from '../features/messages/use-my-conversations.ts'
import { EmergencyCard } from '../features/emergency/emergency-card.tsx'
import { usePatientSession, useWhose } from '../features/patient-session/patient-session.tsx'
import { PlaceLink } from '../places/place-link.tsx'
import { buttonClass } from '../ui/button.tsx'
import { laterPart } from '../ui/later-part.tsx'
import { List } from '../ui/list.tsx'
import { Page } from '../ui/page.tsx'
import styles from './home.module.css'

const NextVisit = laterPart(async () => (await import('../features/my-appointment/next-visit.tsx')).NextVisit)
const PasskeyOffer = laterPart(async () => (await import('../features/patient-session/passkey-offer.tsx')).PasskeyOffer)

/** More are on the messages page. */
const LATEST_SHOWN = 3

export function Home() {
  const intl = useIntl()
  const { organization } = usePatientSession()
  const { whose, name } = useWhose()
  const { list, conversations } = useMyConversations()
  const urgent = conversations.find(
    ({ alert, state }) => alert === 'unread' && (state === 'open' || state === 'waiting'),
  )
  const unread = conversations.filter((conversation) => conversation.unread > 0)
  const latest = conversations.filter((conversation) => conversation.unread === 0).slice(0, LATEST_SHOWN)
  return (
    <Page
      title={intl.formatMessage({ id: whose === 'mine' ? 'portal.home.title' : 'portal.home.title-for' }, { name })}
    >
      {urgent && (
        <div className={styles.urgent}>
          <EmergencyCard country={organization.country} alert={urgent.alert} />
          <PlaceLink to={{ name: 'conversation', conversationId: urgent.id }} className={buttonClass('secondary')}>
            <FormattedMessage id="portal.home.open-urgent" />
            <ArrowRight aria-hidden size="1.1em" className={styles.arrow} />
          </PlaceLink>
        </div>
      )}
      {list.isPending && <ListSkeleton />}
      {list.isError && conversations.length === 0 && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && (
        <>
          {unread.length > 0 ? <Unread unread={unread} /> : <NothingNew />}
          <NextVisit />
          {latest.length > 0 && (
            <section className={styles.section} aria-labelledby="latest">
              <h2 id="latest">
                <FormattedMessage id="portal.home.latest" />
              </h2>
              <List framed aria-labelledby="latest">
                {latest.map((conversation) => (
                  <ConversationRow key={conversation.id} conversation={conversation} />
                ))}
              </List>
              <PlaceLink to={{ name: 'messages' }} className={styles.all}>
                <FormattedMessage id="portal.messages.all" />
              </PlaceLink>
            </section>
          )}
          <PasskeyOffer />
        </>
      )}
    </Page>
  )
}

/** New messages come before anything else; reading the first is then the thing to do. */
function Unread({ unread }: { unread: MyConversation[] }) {
  const [first] = unread
  return (
    <section className={styles.unread} aria-labelledby="unread">
      <h2 id="unread">
        <FormattedMessage id="portal.home.unread" values={{ count: unread.length }} />
      </h2>
      <List framed aria-labelledby="unread">
        {unread.map((conversation) => (
          <ConversationRow key={conversation.id} conversation={conversation} />
        ))}
      </List>
      <div className={styles.actions}>
        {first && (
          <PlaceLink to={{ name: 'conversation', conversationId: first.id }} className={buttonClass('primary')}>
            <MailOpen aria-hidden size="1.15em" />
            <FormattedMessage id="portal.home.read" />
          </PlaceLink>
        )}
        <PlaceLink to={{ name: 'new-message' }} className={buttonClass('secondary')}>
          <FormattedMessage id="portal.messages.write" />
        </PlaceLink>
      </div>
    </section>
  )
}

const NothingNew = () => (
  <section className={styles.calm}>
    <h2>
      <FormattedMessage id="portal.home.nothing-new" />
    </h2>
    <p>
      <FormattedMessage id="portal.home.nothing-new.hint" />
    </p>
    <WriteLink />
  </section>
)
