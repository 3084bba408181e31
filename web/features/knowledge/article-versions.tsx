/** What an article said before, who wrote and reviewed it, and how long it was told. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card, Row } from '../../ui/page.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { languageName } from '../conversation/badges.tsx'
import { STATE_TONES, type Article } from './knowledge.ts'
import styles from './knowledge.module.css'

export function ArticleVersions({ article }: { article: Article }) {
  const intl = useIntl()
  const [opened, setOpened] = useState<number | null>(null)
  return (
    <Card title={<FormattedMessage id="knowledge.versions" />}>
      <List framed aria-label={intl.formatMessage({ id: 'knowledge.versions' })}>
        {article.versions.map((one) => (
          <ListRow key={one.version} className={styles.line}>
            <span className={styles.words}>
              <Row>
                <strong>
                  <FormattedMessage id="knowledge.version" values={{ version: one.version }} />
                </strong>
                <Badge tone={STATE_TONES[one.state]}>
                  {one.endReason === 'replaced' ? (
                    <FormattedMessage id="knowledge.replaced" />
                  ) : (
                    <FormattedMessage id={`knowledge.state.${one.state}`} />
                  )}
                </Badge>
              </Row>
              <span className={styles.fact}>
                {intl.formatList(one.authors)} · <Timestamp at={one.savedAt} />
              </span>
              {one.publishedAt && (
                <span className={styles.fact}>
                  <FormattedMessage
                    id="knowledge.told-from"
                    values={{
                      from: <Timestamp at={one.publishedAt} />,
                      to: one.endedAt ? <Timestamp at={one.endedAt} /> : '…',
                    }}
                  />
                </span>
              )}
            </span>
            <Button
              size="small"
              aria-label={intl.formatMessage({ id: 'knowledge.version.read' }, { version: one.version })}
              onClick={() => setOpened(one.version)}
            >
              <FormattedMessage id="knowledge.version.open" />
            </Button>
          </ListRow>
        ))}
      </List>
      {opened !== null && <OldVersion articleId={article.articleId} version={opened} onClose={() => setOpened(null)} />}
    </Card>
  )
}

function OldVersion({ articleId, version, onClose }: { articleId: string; version: number; onClose: () => void }) {
  const intl = useIntl()
  const found = useQuery(api.article.version.queryOptions({ input: { articleId, version } }))
  return (
    <Dialog title={intl.formatMessage({ id: 'knowledge.version' }, { version })} size="wide" onClose={onClose}>
      {found.isError && <Failed error={found.error} onRetry={() => void found.refetch()} />}
      <div className={styles.texts}>
        {found.data?.content.texts.map((text) => (
          <section key={text.language} lang={text.language} className={styles.text}>
            <p className={styles.fact} lang={intl.locale}>
              {languageName(intl, text.language)}
            </p>
            <h3>{text.title}</h3>
            <p className={styles.told}>{text.body}</p>
            <ul className={styles.faults}>
              {text.questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
