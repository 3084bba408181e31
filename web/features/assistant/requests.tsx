/** What the patient asks for, as far as the assistant collected it: each value leads to the message that said it (understanding-D64). */
import { FormattedMessage, useIntl } from 'react-intl'
import type { client } from '../../api/client.ts'
import { Badge } from '../../ui/badge.tsx'
import styles from './requests.module.css'

type Request = Awaited<ReturnType<typeof client.assistant.inConversation>>['requests'][number]

export function Requests({ requests }: { requests: readonly Request[] }) {
  const intl = useIntl()
  if (requests.length === 0) return null
  return (
    <ul className={styles.requests} aria-label={intl.formatMessage({ id: 'assistant.requests' })}>
      {requests.map(({ id, kind, state, slots }) => (
        <li key={id} className={styles.request}>
          <p className={styles.kind}>
            <FormattedMessage id={`assistant.request.${kind}`} />
            <Badge tone={state === 'handed_off' ? 'waiting' : 'neutral'}>
              <FormattedMessage id={`assistant.request-is.${state}`} />
            </Badge>
          </p>
          {slots.length === 0 && (
            <p>
              <FormattedMessage id="assistant.request.none" />
            </p>
          )}
          <dl className={styles.slots}>
            {slots.map(({ name, shown, seq }) => (
              <div key={name}>
                <dt>
                  <FormattedMessage id={`assistant.slot.${name}`} />
                </dt>
                <dd>
                  <a
                    href={`#message-${seq}`}
                    aria-label={intl.formatMessage({ id: 'assistant.slot.from' }, { value: shown })}
                    onClick={(event) => {
                      event.preventDefault()
                      showMessage(seq)
                    }}
                  >
                    <bdi>{shown}</bdi>
                  </a>
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}

/** What is older than the messages on the screen is not there to be shown. */
function showMessage(seq: number) {
  const message = document.getElementById(`message-${seq}`)
  if (!message) return
  message.tabIndex = -1
  message.scrollIntoView({ block: 'center' })
  message.focus({ preventScroll: true })
}
