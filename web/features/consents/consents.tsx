/** What the patient agreed to, question by question, and what was answered before. An answer holds from the next request on. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { Consent, ConsentChoice } from '../../api/types.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, Page, Row } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { EmptyState } from '../../ui/view-states.tsx'
import { usePatientSession, useWhose } from '../patient-session/patient-session.tsx'
import { FileCheck } from 'lucide-react'
import styles from './consents.module.css'

export function Consents() {
  const intl = useIntl()
  const { patientId } = usePatientSession()
  const consents = useQuery(api.myConsent.list.queryOptions({ input: { patientId } }))
  return (
    <Page
      title={intl.formatMessage({ id: 'privacy.consents.title' }, useWhose())}
      lead={<FormattedMessage id="privacy.consents.lead" />}
    >
      {consents.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {consents.isError && !consents.data && <Failed error={consents.error} onRetry={() => void consents.refetch()} />}
      {consents.data?.choices.length === 0 && (
        <EmptyState icon={FileCheck} title={<FormattedMessage id="privacy.consents.empty" />} />
      )}
      {consents.data?.choices.map((choice) => (
        <ChoiceCard key={`${choice.kind}-${choice.purpose}-${choice.channel}`} choice={choice} />
      ))}
      {consents.data && consents.data.history.length > 0 && <History history={consents.data.history} />}
    </Page>
  )
}

function ChoiceCard({ choice }: { choice: ConsentChoice }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { patientId } = usePatientSession()
  const { kind, purpose, channel, textVersion, byDefault } = choice
  const shown = ownText(choice.texts, intl.locale.slice(0, 2))
  const given = choice.given?.state === 'active' ? choice.given : null
  /** What is said here counts for all lines; it changes nothing where each answer is that already. */
  const changes = (provision: Consent['provision']) =>
    given?.provision !== provision || choice.ofLines.some((one) => one.provision !== provision)
  const answer = useMutation({
    mutationFn: (provision: Consent['provision']) =>
      client.myConsent.give({
        patientId,
        kind,
        purpose,
        channel,
        provision,
        textVersion,
        language: shown?.language ?? intl.locale.slice(0, 2),
      }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: api.myConsent.list.key() })
      showToast({ text: intl.formatMessage({ id: 'portal.saved' }) })
    },
    onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
  })
  return (
    <Card
      title={questionOf(intl, choice)}
      actions={
        <Badge tone={given?.provision === 'permit' ? 'done' : 'neutral'}>
          {given === null ? (
            <FormattedMessage id="privacy.consent.open" />
          ) : given.provision === 'permit' ? (
            <FormattedMessage id="privacy.consent.yes" />
          ) : (
            <FormattedMessage id="privacy.consent.no" />
          )}
        </Badge>
      }
    >
      {shown ? (
        <p lang={shown.language} dir="auto">
          {shown.text}
        </p>
      ) : (
        <p>
          <FormattedMessage id={`privacy.consent.text.${kind}`} values={{ channel }} />
        </p>
      )}
      <p className={styles.fact}>
        {given ? (
          <FormattedMessage
            id="privacy.consent.given"
            values={{
              when: <Timestamp at={given.givenAt} style="day" />,
              version: given.textVersion,
              by: given.givenBy,
            }}
          />
        ) : (
          <FormattedMessage id="privacy.consent.not-answered" values={{ version: textVersion, holds: byDefault }} />
        )}
      </p>
      {given && <Proof of={given} />}
      {choice.ofLines.map((one) => (
        <div key={one.id}>
          <p className={styles.fact}>
            <FormattedMessage
              id="privacy.consent.of-line"
              values={{ address: <bdi>{one.line?.address}</bdi>, answer: one.provision }}
            />
          </p>
          <Proof of={one} />
        </div>
      ))}
      {choice.ofLines.length > 0 && (
        <p>
          <FormattedMessage id="privacy.consent.for-all" />
        </p>
      )}
      {/* Neither answer is pressed on anybody. */}
      <Row>
        {changes('permit') && (
          <Button busy={answer.isPending && answer.variables === 'permit'} onClick={() => answer.mutate('permit')}>
            <FormattedMessage id="privacy.consent.agree" />
          </Button>
        )}
        {changes('deny') && (
          <Button busy={answer.isPending && answer.variables === 'deny'} onClick={() => answer.mutate('deny')}>
            <FormattedMessage id={given ? 'privacy.consent.take-back' : 'privacy.consent.refuse'} />
          </Button>
        )}
      </Row>
    </Card>
  )
}

/** What shows that it was said: the message, who said it for the patient, who wrote it down, and the STOP that ended it. */
function Proof({ of: { message, told, relatedPerson, recordedBy, endedMessage } }: { of: Consent }) {
  if (!message && !told && !relatedPerson && !recordedBy && !endedMessage) return null
  return (
    <ul className={styles.fact}>
      {message && (
        <li>
          <FormattedMessage id="privacy.consent.message" values={{ when: <Timestamp at={message.at} style="day" /> }} />
        </li>
      )}
      {told && (
        <li>
          <FormattedMessage id={`privacy.consent.told.${told}`} />
        </li>
      )}
      {relatedPerson && (
        <li>
          <FormattedMessage id="privacy.consent.told-by" values={{ name: relatedPerson }} />
        </li>
      )}
      {recordedBy && (
        <li>
          <FormattedMessage id="privacy.consent.recorded-by" values={{ name: recordedBy }} />
        </li>
      )}
      {endedMessage && (
        <li>
          <FormattedMessage
            id="privacy.consent.ended-message"
            values={{ when: <Timestamp at={endedMessage.at} style="day" /> }}
          />
        </li>
      )}
    </ul>
  )
}

/** Answers shown before "more" is asked for. */
const HISTORY_SHOWN = 10

function History({ history }: { history: Consent[] }) {
  const intl = useIntl()
  const [isAll, setAll] = useState(false)
  const shown = isAll ? history : history.slice(0, HISTORY_SHOWN)
  return (
    <Card title={<FormattedMessage id="privacy.consents.history" values={useWhose()} />}>
      <ol className={styles.history}>
        {shown.map((consent) => (
          <li key={consent.id} className={styles.line}>
            <Timestamp at={consent.givenAt} style="day" className={styles.fact} />
            <span>
              {questionOf(intl, consent)}{' '}
              <strong>
                {consent.provision === 'permit' ? (
                  <FormattedMessage id="privacy.consent.yes" />
                ) : (
                  <FormattedMessage id="privacy.consent.no" />
                )}
              </strong>
            </span>
            <span className={styles.fact}>
              <FormattedMessage
                id="privacy.consent.recorded"
                values={{ by: consent.givenBy, version: consent.textVersion }}
              />
            </span>
            {consent.line && (
              <span className={styles.fact}>
                <FormattedMessage id="privacy.consent.line" values={{ address: <bdi>{consent.line.address}</bdi> }} />
              </span>
            )}
            <Proof of={consent} />
          </li>
        ))}
      </ol>
      {!isAll && history.length > HISTORY_SHOWN && (
        <div>
          <Button size="small" onClick={() => setAll(true)}>
            <FormattedMessage id="portal.more" />
          </Button>
        </div>
      )}
    </Card>
  )
}

/** The organization's own words, in the reader's language or else in English, which is always there. */
function ownText(texts: ConsentChoice['texts'], locale: string): { language: string; text: string } | null {
  if (!texts) return null
  const language = texts[locale] === undefined ? 'en' : locale
  return { language, text: texts[language] ?? '' }
}

const questionOf = (
  intl: IntlShape,
  { kind, purpose, channel }: Pick<Consent, 'kind' | 'purpose' | 'channel'>,
): string =>
  intl.formatMessage({ id: `privacy.consent.question.${kind}` }, { purpose, channel: channel.replace('-', '') })
