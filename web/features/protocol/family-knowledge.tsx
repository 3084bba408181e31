/** One family of the protocol: its rules with their sources, what it asks, and what people say for each concept. */
import { useQuery } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { inWordsOf } from '../../i18n/worded.ts'
import { Badge } from '../../ui/badge.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { OUTCOME_TONES } from './outcome-tones.ts'
import styles from './protocol.module.css'

/** Phrases of a concept that are shown in one language; the files hold all. */
const PHRASES_SHOWN = 12

export function FamilyKnowledge({ familyId }: { familyId: string }) {
  const intl = useIntl()
  const family = useQuery({ ...api.protocol.family.queryOptions({ input: { familyId } }), staleTime: Infinity })
  if (family.error)
    return (
      <FailedState
        title={describeProblem(intl, problemOf(family.error))}
        code={problemOf(family.error).code}
        onRetry={() => void family.refetch()}
      />
    )
  if (!family.data)
    return (
      <Skeleton>
        <SkeletonBar height="block" />
      </Skeleton>
    )
  const { rules, concepts, questions } = family.data
  const asked = new Map(questions.map((one) => [one.id, one]))
  const wordsOf = (question: (typeof questions)[number] | undefined) => question && inWordsOf(intl, question)
  return (
    <div>
      {rules.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'protocol.rules' })}>
          {rules.map(({ id, outcome, says, when, asks, source }) => (
            <ListRow key={id} className={styles.line}>
              <span className={styles.head}>
                <Badge tone={OUTCOME_TONES[outcome]}>
                  <FormattedMessage id={`protocol.outcome.${outcome}`} />
                </Badge>
                <strong>{inWordsOf(intl, says)}</strong> <span className={styles.fact}>{id}</span>
              </span>
              <span className={styles.fact}>{when.map((choices) => choices.join(' / ')).join(' + ')}</span>
              {asks.length > 0 && (
                <span className={styles.fact}>
                  <FormattedMessage id="protocol.asks" /> {asks.map((one) => wordsOf(asked.get(one)) ?? one).join(' ')}
                </span>
              )}
              <a className={styles.fact} href={source.url} target="_blank" rel="noreferrer">
                {source.publisher}, {source.title}
              </a>
            </ListRow>
          ))}
        </List>
      )}
      <List framed aria-label={intl.formatMessage({ id: 'protocol.concepts' })}>
        {concepts.map(({ id, name, kind, en, es }) => (
          <ListRow key={id} className={styles.line}>
            <span className={styles.head}>
              <strong>{inWordsOf(intl, name)}</strong>
              {kind === 'red_flag' && (
                <Badge tone="emergency">
                  <FormattedMessage id="protocol.red-flag" />
                </Badge>
              )}
            </span>
            <span className={styles.fact} lang="en">
              {en.slice(0, PHRASES_SHOWN).join(' · ')}
            </span>
            <span className={styles.fact} lang="es">
              {es.slice(0, PHRASES_SHOWN).join(' · ')}
            </span>
          </ListRow>
        ))}
      </List>
    </div>
  )
}
