/** Why this person has the conversation, or is offered it; for supervisors also why not another (desk-D33, D34). */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { RoutingDecision } from '../../api/types.ts'
import { nativeName } from '../../i18n/native-name.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { routingWords } from '../../i18n/routing-words.ts'
import { Button } from '../../ui/button.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from './why-line.module.css'

type WhyLineProps = { conversationId: string; decision: RoutingDecision; me: { id: string } }

export const WhyLine = (props: WhyLineProps) => (
  <PageWords parts={routingWords}>
    <Reasons {...props} />
  </PageWords>
)

function Reasons({ conversationId, decision, me }: WhyLineProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const pass = useMutation(
    api.workload.pass.mutationOptions({
      onSettled: () => queries.invalidateQueries({ queryKey: api.conversation.key() }),
      onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
    }),
  )
  const { offer, chosen, missing, others } = decision
  const isMine = offer?.staffId === me.id
  return (
    <div className={styles.why}>
      {isMine && (
        <div className={styles.offer}>
          <strong>
            <FormattedMessage id="routing.offered" values={{ until: <Timestamp at={offer.until} style="exact" /> }} />
          </strong>
          <Button size="small" tone="secondary" busy={pass.isPending} onClick={() => pass.mutate({ conversationId })}>
            <FormattedMessage id="routing.pass" />
          </Button>
        </div>
      )}
      {chosen && (
        <p>
          <FormattedMessage
            id={chosen.staffId === me.id ? 'routing.why-me' : 'routing.why'}
            values={{ name: chosen.name, reasons: wordsOf(intl, chosen.reasons) }}
          />
        </p>
      )}
      {missing.length > 0 && (
        <p>
          <FormattedMessage id="routing.nobody" values={{ reasons: wordsOf(intl, missing) }} />
        </p>
      )}
      {others.length > 0 && (
        <details>
          <summary>
            <FormattedMessage id="routing.why-not" />
          </summary>
          <ul className={styles.others}>
            {others.map(({ staffId, name, score, reasons }) => (
              <li key={staffId}>
                <FormattedMessage
                  id={score === null ? 'routing.not-him' : 'routing.after'}
                  values={{ name, score: score ?? 0, reasons: wordsOf(intl, reasons) }}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

type Reason = RoutingDecision['missing'][number]

const wordsOf = (intl: IntlShape, reasons: readonly Reason[]): string =>
  intl.formatList(reasons.map((reason) => wordOf(intl, reason)))

function wordOf(intl: IntlShape, { code, values }: Reason): string {
  const { language, rule } = values
  return intl.formatMessage(
    { id: `routing.reason.${code}` },
    {
      ...values,
      ...(typeof language === 'string' ? { language: nativeName(language) } : {}),
      // The limit that an emergency broke, in the words that it has as a condition.
      ...(isReason(rule) ? { rule: wordOf(intl, { code: rule, points: null, values: { ...values, rule: '' } }) } : {}),
    },
  )
}

const isReason = (rule: unknown): rule is Reason['code'] => typeof rule === 'string' && rule !== ''
