/** What the patient agreed to, for which of our numbers and mailboxes, and what proves it (desk-D38). Code and words come with it. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ban, CircleCheck } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import type { Consent, ConsentChoice } from '../../api/types.ts'
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import styles from './consent-card.module.css'

const words: CatalogueParts = {
  en: [() => import('../../i18n/en/consents.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/consents.json', { with: { type: 'json' } })],
}

type ConsentCardProps = { patientId: string; conversationId: string }

export function ConsentCard({ patientId, conversationId }: ConsentCardProps) {
  const consents = useQuery(api.consent.list.queryOptions({ input: { patientId, conversationId } }))
  if (consents.isError && !consents.data)
    return <Failed error={consents.error} onRetry={() => void consents.refetch()} />
  return (
    <PageWords parts={words}>
      <ul className={styles.choices}>
        {consents.data?.choices.map((choice) => (
          <Choice key={choice.key} choice={choice} />
        ))}
      </ul>
    </PageWords>
  )
}

function Choice({ choice }: { choice: ConsentChoice }) {
  const intl = useIntl()
  const { given, ofLines } = choice
  const provision = given?.provision ?? choice.byDefault
  return (
    <li className={styles.choice}>
      <span>
        <FormattedMessage id={`consents.purpose.${choice.kind === 'plain_mail' ? 'plain' : choice.purpose}`} />{' '}
        <span className={styles.fact}>{intl.formatMessage({ id: `desk.channel.${choice.channel}` })}</span>
      </span>
      <Badge tone={provision === 'permit' ? 'done' : 'neutral'} icon={provision === 'permit' ? CircleCheck : Ban}>
        <FormattedMessage id={given ? `consents.${provision}` : `consents.default-${provision}`} />
      </Badge>
      {given && <Proof of={given} />}
      {ofLines.map((one) => (
        <Proof key={one.id} of={one} />
      ))}
    </li>
  )
}

/** Each fact on a line of its own: what is long breaks, and nothing is glued together. */
function Proof({
  of: { line, provision, givenAt, givenBy, recordedBy, relatedPerson, message, textVersion },
}: {
  of: Consent
}) {
  return (
    <ul className={styles.proof}>
      {line && (
        <li>
          <FormattedMessage id="consents.of-line" values={{ address: <bdi>{line.address}</bdi>, answer: provision }} />
        </li>
      )}
      <li>
        <FormattedMessage id="consents.given" values={{ when: <Timestamp at={givenAt} style="day" />, by: givenBy }} />
      </li>
      {message && (
        <li>
          <Link
            to="/inbox/$view/$conversationId"
            params={{ view: 'all', conversationId: message.conversationId } as never}
          >
            <FormattedMessage id="consents.message" values={{ when: <Timestamp at={message.at} style="day" /> }} />
          </Link>
        </li>
      )}
      {relatedPerson && (
        <li>
          <FormattedMessage id="consents.told-by" values={{ name: relatedPerson }} />
        </li>
      )}
      {recordedBy && (
        <li>
          <FormattedMessage id="consents.recorded-by" values={{ name: recordedBy }} />
        </li>
      )}
      <li>
        <FormattedMessage id="consents.text" values={{ version: textVersion }} />
      </li>
    </ul>
  )
}
