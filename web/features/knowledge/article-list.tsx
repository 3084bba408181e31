/** Every article by title, found by words, state, language, end and reading level. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { BookOpen, CalendarClock, Stethoscope, TriangleAlert } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { ARTICLE_STATES } from '#engines/knowledge/article.ts'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Row as Line } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { EmptyState } from '../../ui/view-states.tsx'
import { SPOKEN_LANGUAGES } from '../../i18n/spoken-languages.ts'
import { languageName } from '../conversation/badges.tsx'
import { STATE_TONES, toKnowledge, type Row } from './knowledge.ts'
import styles from './knowledge.module.css'
import { templatesFor } from './template-questions.ts'

const SHOWN = ['all', ...ARTICLE_STATES, 'ending', 'hard'] as const
type Shown = (typeof SHOWN)[number]
type Page = Awaited<ReturnType<typeof client.article.list>>

/** What ends within so many days is shown as ending. */
const ENDING_DAYS = 30

const askedOf = (shown: Shown) =>
  shown === 'all'
    ? {}
    : shown === 'ending'
      ? { expiring: ENDING_DAYS }
      : shown === 'hard'
        ? { reads: 'hard' as const }
        : { state: shown }

export function useArticles(search: string, shown: Shown = 'all', language = '') {
  const words = useDeferredValue(search.trim())
  const list = useInfiniteQuery(
    api.article.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...askedOf(shown),
        search: words || undefined,
        language: language || undefined,
        cursor,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page: Page) => page.next ?? undefined,
      // What is looked for again stays in place until the next answer is there.
      placeholderData: (before) => before,
    }),
  )
  return { ...list, rows: list.data?.pages.flatMap(({ items }) => items) ?? [] }
}

export function ArticleList() {
  const intl = useIntl()
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const [language, setLanguage] = useState('')
  const list = useArticles(search, shown, language)
  const isNarrowed = search.trim() !== '' || shown !== 'all' || language !== ''
  return (
    <>
      <div className={styles.filters}>
        <SearchField
          id="articles-search"
          label={intl.formatMessage({ id: 'knowledge.search' })}
          placeholder={intl.formatMessage({ id: 'knowledge.search' })}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
        <Select
          id="articles-show"
          label={intl.formatMessage({ id: 'knowledge.show' })}
          value={shown}
          onChange={setShown}
          options={SHOWN.map((value) => ({ value, label: intl.formatMessage({ id: `knowledge.show.${value}` }) }))}
        />
        <Select
          id="articles-language"
          label={intl.formatMessage({ id: 'knowledge.language' })}
          value={language}
          onChange={setLanguage}
          options={[
            { value: '', label: intl.formatMessage({ id: 'knowledge.language.any' }) },
            ...SPOKEN_LANGUAGES.map((value) => ({ value: value as string, label: languageName(intl, value) })),
          ]}
        />
      </div>
      {list.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {list.isError && <Failed error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.rows.length === 0 && (
        <EmptyState
          icon={BookOpen}
          title={<FormattedMessage id={isNarrowed ? 'knowledge.nothing' : 'knowledge.empty'} />}
        >
          {!isNarrowed && <Templates />}
        </EmptyState>
      )}
      {list.rows.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'knowledge.view.articles' })}>
          {list.rows.map((row) => (
            <ArticleLine key={row.articleId} row={row} />
          ))}
        </List>
      )}
      {list.hasNextPage && (
        <Button tone="plain" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <FormattedMessage id="knowledge.more" />
        </Button>
      )}
    </>
  )
}

/** A first article begins from what patients of most clinics ask. */
function Templates() {
  const intl = useIntl()
  const { language, all } = templatesFor(intl.locale)
  return (
    <>
      <p id="knowledge-templates">
        <FormattedMessage id="knowledge.templates" />
      </p>
      <ul aria-labelledby="knowledge-templates" className={styles.templates}>
        {all.map(({ title }, place) => (
          <li key={title}>
            <Link {...toKnowledge({ article: `new-${place}` })} lang={language}>
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}

function ArticleLine({ row }: { row: Row }) {
  const intl = useIntl()
  const languages = intl.formatList(row.languages.map((language) => languageName(intl, language)))
  return (
    <ListRow className={styles.line}>
      <span className={styles.words}>
        <Link {...toKnowledge({ article: row.articleId })}>{row.title}</Link>
        <span className={styles.fact}>
          {languages} · {row.owner.name}
          {row.expiresOn && row.state === 'published' && (
            <>
              {' · '}
              <Until day={row.expiresOn} />
            </>
          )}
        </span>
      </span>
      <Line>
        {row.isHard && (
          <Badge tone="urgent" icon={TriangleAlert}>
            <FormattedMessage id="knowledge.hard" />
          </Badge>
        )}
        {row.kind === 'clinical' && (
          <Badge tone="brand" icon={Stethoscope}>
            <FormattedMessage id="knowledge.kind.clinical" />
          </Badge>
        )}
        {row.state === 'published' && row.expiresOn && endsSoon(row.expiresOn) && (
          <Badge tone="waiting" icon={CalendarClock}>
            <FormattedMessage id="knowledge.ends-soon" />
          </Badge>
        )}
        <Badge tone={STATE_TONES[row.state]}>
          <FormattedMessage id={`knowledge.state.${row.state}`} />
        </Badge>
        {row.next && (
          <Badge tone="note">
            <FormattedMessage
              id="knowledge.next"
              values={{
                version: row.next.version,
                state: intl.formatMessage({ id: `knowledge.state.${row.next.state}` }).toLowerCase(),
              }}
            />
          </Badge>
        )}
      </Line>
    </ListRow>
  )
}

const endsSoon = (day: string): boolean => Date.parse(day) - Date.now() < ENDING_DAYS * 86_400_000

function Until({ day }: { day: string }) {
  const intl = useIntl()
  const date = intl.formatDate(day, { dateStyle: 'medium', timeZone: 'UTC' })
  return <FormattedMessage id="knowledge.until" values={{ date }} />
}
