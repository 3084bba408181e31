/** One article: written side by side in its languages, reviewed, tried, and as it was before. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { backClass, Page } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { ArticleForm, type Refused } from './article-form.tsx'
import { ArticleReview } from './article-review.tsx'
import { ArticleTrials } from './article-trials.tsx'
import { ArticleVersions } from './article-versions.tsx'
import { toKnowledge, type Me } from './knowledge.ts'
import { TestBox } from './test-box.tsx'

type ArticlePageProps = {
  me: Me
  articleId: string | null
  /** Of a new article: the place of the question that it begins from. */
  template: number | null
}

export function ArticlePage({ me, articleId, template }: ArticlePageProps) {
  const intl = useIntl()
  const article = useQuery(
    api.article.get.queryOptions({ input: { articleId: articleId ?? '' }, enabled: articleId !== null, staleTime: 0 }),
  )
  const { data } = article
  // A new article gets its address when it is saved: what kept it from a review is told on the page it then has.
  const [{ isSaved, ...refused }, setRefused] = useState<Refused>({ articleId: null, isSaved: false, problems: [], attempt: 0 }) // prettier-ignore
  const refuse = (now: Omit<Refused, 'attempt'>) => setRefused({ ...now, attempt: refused.attempt + 1 })
  const [first] = data?.newest.content.texts ?? []
  return (
    <Page title={articleId === null ? intl.formatMessage({ id: 'knowledge.new' }) : (first?.title ?? '…')}>
      <Link {...toKnowledge()} className={backClass}>
        <ArrowLeft aria-hidden size="1em" /> <FormattedMessage id="knowledge.back" />
      </Link>
      {(articleId === null || refused.articleId === articleId) && (
        <ErrorSummary
          title={intl.formatMessage({ id: isSaved ? 'knowledge.problems' : 'knowledge.not-saved' })}
          {...refused}
        />
      )}
      {articleId !== null && article.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {article.isError && <Failed error={article.error} onRetry={() => void article.refetch()} />}
      {articleId === null && <ArticleForm me={me} newest={null} template={template} onRefused={refuse} />}
      {data && (
        <>
          <ArticleReview key={`review-${data.articleId}`} me={me} article={data} />
          <ArticleForm key={data.articleId} me={me} newest={data.newest} onRefused={refuse} />
          <ArticleTrials articleId={data.articleId} />
          <TestBox article={data.articleId} />
          <ArticleVersions article={data} />
        </>
      )}
    </Page>
  )
}
