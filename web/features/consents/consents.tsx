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
      {/* Neither answer is pressed on anybody. */}
      <Row>
        {given?.provision !== 'permit' && (
          <Button busy={answer.isPending && answer.variables === 'permit'} onClick={() => answer.mutate('permit')}>
            <FormattedMessage id="privacy.consent.agree" />
          </Button>
        )}
        {given?.provision !== 'deny' && (
          <Button busy={answer.isPending && answer.variables === 'deny'} onClick={() => answer.mutate('deny')}>
            <FormattedMessage id={given ? 'privacy.consent.take-back' : 'privacy.consent.refuse'} />
          </Button>
        )}
      </Row>
    </Card>
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
