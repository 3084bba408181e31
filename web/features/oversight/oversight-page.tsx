/** The assistant as people see it: its figures, and what it decided that a person should look at (understanding D75, section 4). */
import { Link, useSearch } from '@tanstack/react-router'
import { FormattedMessage, useIntl } from 'react-intl'
import { Page } from '../../ui/page.tsx'
import styles from '../../ui/view-links.module.css'
import { DownloadCorrections } from '../correction/download-corrections.tsx'
import { FiguresView } from './figures-view.tsx'
import { ReviewList } from './review-list.tsx'

const VIEWS = ['figures', 'review'] as const
type View = (typeof VIEWS)[number]

/** Who leads sees the figures; who may judge a decision, the reviews. */
const SEEN_BY: Record<View, readonly string[]> = {
  figures: ['administrator', 'supervisor'],
  review: ['supervisor', 'clinician'],
}

export function OversightPage({ role }: { role: string }) {
  const intl = useIntl()
  const { show, range } = useSearch({ strict: false }) as { show?: string; range?: string }
  const seen = VIEWS.filter((view) => SEEN_BY[view].includes(role))
  const current = seen.find((view) => view === show) ?? seen[0]
  return (
    <Page
      title={intl.formatMessage({ id: 'desk.page.assistant' })}
      lead={<FormattedMessage id={current === 'review' ? 'oversight.review.lead' : 'oversight.lead'} />}
    >
      {seen.length > 1 && (
        <nav aria-label={intl.formatMessage({ id: 'oversight.views' })} className={styles.views}>
          {seen.map((view) => (
            <Link
              key={view}
              to="/assistant"
              search={(view === 'figures' ? {} : { show: view }) as never}
              aria-current={view === current ? 'page' : undefined}
              activeProps={{}}
              className={styles.view}
            >
              <FormattedMessage id={`oversight.view.${view}`} />
            </Link>
          ))}
        </nav>
      )}
      {current === 'figures' && <FiguresView range={range} mayOpen={role === 'supervisor'} />}
      {current === 'review' && <ReviewList />}
      {current === 'review' && role === 'supervisor' && <DownloadCorrections />}
    </Page>
  )
}
