/** What the patient agreed to, for which of our numbers and mailboxes, and what proves it (desk-D38). Code and words come with it. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ban, CircleCheck } from 'lucide-react'
import { Fragment, useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import type { Consent, ConsentChoice, PersonPane } from '../../api/types.ts'
import type { CatalogueParts } from '../../i18n/messages.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import styles from './consent-card.module.css'
import { WriteConsentDialog } from './write-consent-dialog.tsx'

const words: CatalogueParts = {
  en: [() => import('../../i18n/en/consents.json', { with: { type: 'json' } })],
  es: [() => import('../../i18n/es/consents.json', { with: { type: 'json' } })],
}

type ConsentCardProps = { patient: PersonPane; conversationId: string; mayWrite: boolean }

export function ConsentCard({ patient, conversationId, mayWrite }: ConsentCardProps) {
  const consents = useQuery(api.consent.list.queryOptions({ input: { patientId: patient.id, conversationId } }))
  if (consents.isError && !consents.data)
    return <Failed error={consents.error} onRetry={() => void consents.refetch()} />
  return (
    <PageWords parts={words}>
      <ul className={styles.choices}>
        {consents.data?.choices.map((choice) => (
          <Choice key={choice.key} {...{ choice, patient, mayWrite }} lines={consents.data.lines} />
        ))}
      </ul>
    </PageWords>
  )
}

type ChoiceProps = { choice: ConsentChoice; patient: PersonPane; mayWrite: boolean; lines: readonly Line[] }
type Line = NonNullable<Consent['line']>
/** `ending`: what is taken back; null: an answer is written down. */
type Asking = { ending: Consent | null }

function Choice({ choice, patient, mayWrite, lines }: ChoiceProps) {
  const intl = useIntl()
  const { given, ofLines } = choice
  const provision = given?.provision ?? choice.byDefault
  const purpose = intl.formatMessage({
    id: `consents.purpose.${choice.kind === 'plain_mail' ? 'plain' : choice.purpose}`,
  })
  const channel = intl.formatMessage({ id: `desk.channel.${choice.channel}` })
  const [asking, setAsking] = useState<Asking | null>(null)
  const writing = useRef<HTMLButtonElement>(null)
  const hasEnded = useRef(false)
  useEffect(() => {
    // The button that the focus came back to is gone with what was agreed to.
    if (!hasEnded.current || document.activeElement !== document.body) return
    hasEnded.current = false
    writing.current?.focus()
  }, [choice])
  const end = (of: Consent | null) =>
    mayWrite && of?.provision === 'permit' ? (
      <End what={{ purpose, channel }} of={of} onEnd={() => setAsking({ ending: of })} />
    ) : null
  return (
    <li className={styles.choice}>
      <span>
        {purpose} <span className={styles.fact}>{channel}</span>
      </span>
      <Badge tone={provision === 'permit' ? 'done' : 'neutral'} icon={provision === 'permit' ? CircleCheck : Ban}>
        <FormattedMessage id={given ? `consents.${provision}` : `consents.default-${provision}`} />
      </Badge>
      {given && <Proof of={given} />}
      {ofLines.map((one) => (
        <Fragment key={one.id}>
          <Proof of={one} />
          {end(one)}
        </Fragment>
      ))}
      {mayWrite && (
        <div className={styles.actions}>
          <Button
            ref={writing}
            size="small"
            tone="plain"
            aria-label={intl.formatMessage({ id: 'consents.write.of' }, { purpose, channel })}
            onClick={() => setAsking({ ending: null })}
          >
            <FormattedMessage id="consents.write" />
          </Button>
          {end(given)}
        </div>
      )}
      {asking && (
        <WriteConsentDialog
          {...{ patient, choice, lines, ...asking }}
          onDone={() => {
            hasEnded.current = asking.ending !== null
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </li>
  )
}

type EndProps = { of: Consent; what: { purpose: string; channel: string }; onEnd: () => void }

function End({ of: { line }, what, onEnd }: EndProps) {
  const intl = useIntl()
  const values = { ...what, line: line ? 'one' : 'all', address: line?.address ?? '' }
  return (
    <Button
      size="small"
      tone="plain"
      aria-label={intl.formatMessage({ id: 'consents.end.of' }, values)}
      onClick={onEnd}
    >
      <FormattedMessage id="consents.end" />
    </Button>
  )
}

/** Each fact on a line of its own: what is long breaks, and nothing is glued together. */
function Proof({
  of: { line, provision, givenAt, givenBy, recordedBy, told, relatedPerson, message, textVersion },
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
      {told && (
        <li>
          <FormattedMessage id={`consents.told.${told}`} />
        </li>
      )}
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
