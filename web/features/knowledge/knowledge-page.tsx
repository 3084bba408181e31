/** What the clinic answers, and what it could not: articles, the test box, and unanswered questions (understanding section 4). */
import { Link, useSearch } from '@tanstack/react-router'
import { Plus, Upload } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import styles from '../../ui/view-links.module.css'
import { ArticleList } from './article-list.tsx'
import { ArticlePage } from './article-page.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { toKnowledge, type Me } from './knowledge.ts'
import { TestBox } from './test-box.tsx'
import { UnansweredList } from './unanswered-list.tsx'

const VIEWS = ['articles', 'questions', 'try'] as const

export function KnowledgePage({ me }: { me: Me }) {
  const intl = useIntl()
  const { article, show } = useSearch({ strict: false }) as { article?: string; show?: 'questions' | 'try' }
  const [imports, setImports] = useState(false)
  const template = /^new-(\d{1,2})$/.exec(article ?? '')?.[1]
  if (article)
    return (
      <ArticlePage
        me={me}
        articleId={article === 'new' || template ? null : article}
        template={template ? Number(template) : null}
      />
    )
  const current = show ?? 'articles'
  return (
    <Page
      title={intl.formatMessage({ id: 'desk.page.knowledge' })}
      lead={<FormattedMessage id="knowledge.lead" />}
      actions={
        <>
          <Button icon={Upload} onClick={() => setImports(true)}>
            <FormattedMessage id="knowledge.import" />
          </Button>
          <Link {...toKnowledge({ article: 'new' })} className={buttonClass('primary')}>
            <Plus aria-hidden size="1.15em" />
            <span>
              <FormattedMessage id="knowledge.new" />
            </span>
          </Link>
        </>
      }
    >
      <nav aria-label={intl.formatMessage({ id: 'knowledge.views' })} className={styles.views}>
        {VIEWS.map((view) => (
          <Link
            key={view}
            {...toKnowledge(view === 'articles' ? {} : { show: view })}
            // The address names the view in its search alone.
            activeOptions={{ exact: true, includeSearch: true }}
            className={styles.view}
          >
            <FormattedMessage id={`knowledge.view.${view}`} />
          </Link>
        ))}
      </nav>
      {current === 'articles' && <ArticleList />}
      {current === 'questions' && <UnansweredList />}
      {current === 'try' && <TestBox />}
      {imports && <ImportDialog onClose={() => setImports(false)} />}
    </Page>
  )
}
