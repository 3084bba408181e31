/** Questions this article has to win, asked again now, and the old questions it would have answered (understanding-D82, D83). */
import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleX, Hourglass, Trash2 } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Row } from '../../ui/page.tsx'
import { languageName } from '../conversation/badges.tsx'
import { useChange } from './knowledge.ts'
import styles from './knowledge.module.css'

const LOOKS = {
  won: { tone: 'done', icon: CircleCheck },
  lost: { tone: 'urgent', icon: CircleX },
  waits: { tone: 'neutral', icon: Hourglass },
} as const

export function ArticleTrials({ articleId }: { articleId: string }) {
  const intl = useIntl()
  const change = useChange()
  const trials = useQuery(api.article.trials.queryOptions({ input: { articleId } }))
  const old = useQuery(api.article.oldQuestions.queryOptions({ input: { articleId } }))
  return (
    <Card title={<FormattedMessage id="knowledge.trials" />}>
      {trials.isError && <Failed error={trials.error} onRetry={() => void trials.refetch()} />}
      {trials.data?.length === 0 && (
        <p className={styles.fact}>
          <FormattedMessage id="knowledge.trials.none" />
        </p>
      )}
      {trials.data && trials.data.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'knowledge.trials' })}>
          {trials.data.map((trial) => (
            <ListRow key={trial.id} className={styles.line}>
              <span className={styles.words}>
                <span lang={trial.language}>{trial.question}</span>
                <span className={styles.fact}>
                  {languageName(intl, trial.language)} ·{' '}
                  <FormattedMessage id={`knowledge.audience.${trial.audience}`} /> · {trial.savedBy}
                </span>
              </span>
              <Row>
                <Badge tone={LOOKS[trial.result].tone} icon={LOOKS[trial.result].icon}>
                  <FormattedMessage
                    id={`knowledge.trial.${trial.result}`}
                    values={{
                      score: trial.score === null ? '–' : intl.formatNumber(trial.score, { maximumFractionDigits: 2 }),
                    }}
                  />
                </Badge>
                <IconButton
                  icon={Trash2}
                  size="small"
                  aria-label={intl.formatMessage({ id: 'knowledge.trial.remove' }, { question: trial.question })}
                  onClick={() => void change(() => client.article.removeTrial({ articleId, trialId: trial.id }))}
                />
              </Row>
            </ListRow>
          ))}
        </List>
      )}
      {old.data && old.data.of > 0 && (
        <div>
          <p>
            <FormattedMessage id="knowledge.old" values={{ answered: old.data.answered, of: old.data.of }} />
          </p>
          {old.data.examples.length > 0 && (
            <ul className={styles.faults}>
              {old.data.examples.map((example) => (
                <li key={example}>{example}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Card>
  )
}
