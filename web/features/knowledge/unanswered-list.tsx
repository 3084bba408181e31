/** What nobody could answer, gathered where it is alike: how often, where and whether it grows, and what to make of it (understanding-D83). */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { CircleHelp, FilePen, ListPlus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Row } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { EmptyState } from '../../ui/view-states.tsx'
import { languageName } from '../conversation/badges.tsx'
import { useArticles } from './article-list.tsx'
import { toKnowledge, useChange, type Cluster } from './knowledge.ts'
import styles from './knowledge.module.css'

const STATES = ['open', 'in_work', 'answered', 'not_ours'] as const
type Page = Awaited<ReturnType<typeof client.unansweredQuestion.list>>

export function UnansweredList() {
  const intl = useIntl()
  const [state, setState] = useState<(typeof STATES)[number]>('open')
  const [adding, setAdding] = useState<Cluster | null>(null)
  const list = useInfiniteQuery(
    api.unansweredQuestion.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ state, cursor }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page: Page) => page.next ?? undefined,
    }),
  )
  const clusters = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <div className={styles.lead}>
        <p className={styles.fact}>
          <FormattedMessage id="knowledge.questions.lead" />
        </p>
        <Select
          id="questions-state"
          label={intl.formatMessage({ id: 'knowledge.show' })}
          value={state}
          onChange={setState}
          options={STATES.map((value) => ({
            value,
            label: intl.formatMessage({ id: `knowledge.questions.${value}` }),
          }))}
        />
      </div>
      {list.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && clusters.length === 0 && (
        <EmptyState icon={CircleHelp} title={<FormattedMessage id="knowledge.questions.none" />} />
      )}
      {clusters.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'knowledge.view.questions' })}>
          {clusters.map((cluster) => (
            <ClusterRow key={cluster.clusterId} cluster={cluster} onAdd={() => setAdding(cluster)} />
          ))}
        </List>
      )}
      {list.hasNextPage && (
        <Button tone="plain" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <FormattedMessage id="knowledge.more" />
        </Button>
      )}
      {adding && <ChooseArticle cluster={adding} onClose={() => setAdding(null)} />}
    </>
  )
}

function ClusterRow({ cluster, onAdd }: { cluster: Cluster; onAdd: () => void }) {
  const intl = useIntl()
  const change = useChange()
  const navigate = useNavigate()
  const { clusterId, state } = cluster
  const write = async () => {
    const written = await change(() => client.unansweredQuestion.writeArticle({ clusterId }))
    if (written) void navigate(toKnowledge({ article: written.articleId }))
  }
  const setOurs = (isOurs: boolean) => change(() => client.unansweredQuestion.setOurs({ clusterId, isOurs }))
  return (
    <ListRow className={styles.line}>
      <div className={styles.words}>
        <h2 className={styles.wording}>{cluster.wording}</h2>
        <p className={styles.fact}>
          <FormattedMessage id="knowledge.asked" values={{ count: cluster.questions }} /> ·{' '}
          {intl.formatList(cluster.languages.map((language) => languageName(intl, language)))} ·{' '}
          {intl.formatList(cluster.channels.map((channel) => intl.formatMessage({ id: `desk.channel.${channel}` })))} ·{' '}
          <FormattedMessage
            id="knowledge.last-asked"
            values={{ age: <Timestamp at={cluster.lastSeenAt} style="age" /> }}
          />
        </p>
        <p className={styles.fact}>
          {intl.formatList(
            cluster.outcomes.map(({ outcome, count }) =>
              intl.formatMessage({ id: `knowledge.kept.${outcome}` }, { count }),
            ),
          )}
        </p>
        {cluster.others.length > 0 && (
          <details>
            <summary>
              <FormattedMessage id="knowledge.others" values={{ count: cluster.others.length }} />
            </summary>
            <ul className={styles.faults}>
              {cluster.others.map((wording) => (
                <li key={wording}>{wording}</li>
              ))}
            </ul>
          </details>
        )}
        {cluster.article && (
          <p>
            <Link {...toKnowledge({ article: cluster.article.id })}>{cluster.article.title}</Link>
          </p>
        )}
      </div>
      <Trend weeks={cluster.weeks} />
      <Row>
        {state !== 'not_ours' && state !== 'in_work' && (
          <>
            <Button size="small" icon={FilePen} onClick={() => void write()}>
              <FormattedMessage id="knowledge.do.write" />
            </Button>
            <Button size="small" icon={ListPlus} onClick={onAdd}>
              <FormattedMessage id="knowledge.do.add" />
            </Button>
          </>
        )}
        <Button size="small" tone="plain" onClick={() => void setOurs(state === 'not_ours')}>
          <FormattedMessage id={state === 'not_ours' ? 'knowledge.do.ours' : 'knowledge.do.not-ours'} />
        </Button>
      </Row>
    </ListRow>
  )
}

/** Eight weeks as bars; what they show is said in words as well. */
function Trend({ weeks }: { weeks: readonly number[] }) {
  const intl = useIntl()
  const most = Math.max(1, ...weeks)
  const label = intl.formatMessage(
    { id: 'knowledge.trend' },
    { weeks: intl.formatList(weeks.map(String), { type: 'unit' }) },
  )
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${weeks.length * 8} 24`} className={styles.trend}>
      <title>{label}</title>
      {weeks.map((count, week) => (
        <rect
          key={week}
          x={week * 8 + 1}
          width={6}
          y={24 - Math.max(1, (count / most) * 24)}
          height={Math.max(1, (count / most) * 24)}
          rx={1}
        />
      ))}
    </svg>
  )
}

function ChooseArticle({ cluster, onClose }: { cluster: Cluster; onClose: () => void }) {
  const intl = useIntl()
  const change = useChange()
  const navigate = useNavigate()
  const [search, setSearch] = useState('')
  const list = useArticles(search)
  const add = async (articleId: string) => {
    const added = await change(() =>
      client.unansweredQuestion.addToArticle({ clusterId: cluster.clusterId, articleId }),
    )
    if (added) void navigate(toKnowledge({ article: articleId }))
  }
  return (
    <Dialog title={<FormattedMessage id="knowledge.do.add" />} onClose={onClose}>
      <div className={styles.section}>
        <p className={styles.wording}>{cluster.wording}</p>
        <SearchField
          id="choose-article"
          label={intl.formatMessage({ id: 'knowledge.search' })}
          placeholder={intl.formatMessage({ id: 'knowledge.search' })}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <List framed aria-label={intl.formatMessage({ id: 'knowledge.view.articles' })}>
          {list.rows.map((row) => (
            <ListRow key={row.articleId} className={styles.line}>
              <span>{row.title}</span>
              <Button
                size="small"
                aria-label={intl.formatMessage({ id: 'knowledge.do.add-to' }, { title: row.title })}
                onClick={() => void add(row.articleId)}
              >
                <FormattedMessage id="knowledge.do.choose" />
              </Button>
            </ListRow>
          ))}
        </List>
      </div>
    </Dialog>
  )
}
