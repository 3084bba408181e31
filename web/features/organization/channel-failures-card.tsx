/** What does not get through: when it last did, why not now, what waits, and when it is tried again. Nothing is shown while all is well. */
import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { api, type client } from '../../api/client.ts'
import { describeCause } from '../../api/describe-cause.ts'
import { ContactValue } from '../../ui/contact-value.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card } from '../../ui/page.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { CardStates } from './card-states.tsx'
import styles from './organization.module.css'

type Failure = Awaited<ReturnType<typeof client.desk.channelFailures>>[number]

/** How often is asked again, in milliseconds. */
const ASK_EVERY_MS = 10_000

export function ChannelFailuresCard() {
  const intl = useIntl()
  const query = useQuery(api.desk.channelFailures.queryOptions({ refetchInterval: ASK_EVERY_MS }))
  const { data, error } = query
  if (!error && !data?.length) return null
  return (
    <Card title={<FormattedMessage id="organization.failure" />}>
      <CardStates query={query} />
      {data && data.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'organization.failure' })}>
          {data.map((failure) => (
            <ListRow key={`${failure.what} ${failure.channel} ${failure.address}`} className={styles.door}>
              <TriangleAlert aria-hidden size="1.3em" strokeWidth={1.8} />
              <span className={styles.words}>
                <strong>
                  <FormattedMessage id={`desk.channel.${failure.channel}`} />
                  {failure.address && (
                    <>
                      {' · '}
                      <ContactValue value={failure.address} />
                    </>
                  )}
                </strong>
                <span>
                  <FormattedMessage id={`organization.failure.${failure.what}`} /> {causeOf(intl, failure)}
                </span>
                <Times {...failure} />
              </span>
            </ListRow>
          ))}
        </List>
      )}
    </Card>
  )
}

function Times({ lastSuccessAt, nextTryAt, waiting, what }: Failure) {
  return (
    <>
      <span className={styles.fact}>
        {lastSuccessAt ? (
          <FormattedMessage
            id="organization.failure.last"
            values={{ time: <Timestamp key="last" at={lastSuccessAt} style="exact" /> }}
          />
        ) : (
          <FormattedMessage id="organization.failure.never" />
        )}
      </span>
      {waiting > 0 && (
        <span className={styles.fact}>
          <FormattedMessage id="organization.failure.waiting" values={{ count: waiting }} />
        </span>
      )}
      {nextTryAt && (
        <span className={styles.fact}>
          <FormattedMessage
            id={what === 'silence' ? 'organization.failure.next-look' : 'organization.failure.next'}
            values={{ time: <Timestamp key="next" at={nextTryAt} style="exact" /> }}
          />
        </span>
      )}
    </>
  )
}

/** What a mail server said, as a code of its library, is one of three things to whoever looks after the mailbox. */
function causeOf(intl: IntlShape, { what, cause }: Failure): string | null {
  if (what === 'silence' || what === 'comparing') return null
  if (what === 'sending') return describeCause(intl, cause)
  const id =
    cause === 'sign-in-refused' ? 'refused' : /cert|altname|tls/.test(cause) ? 'certificate' : ('connection' as const)
  return intl.formatMessage({ id: `organization.failure.${id}` }, { code: cause })
}
