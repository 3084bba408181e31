/** Administration of macros: which there are, who answers for them, what ends soon (desk.md section 4). */
import { Link, useSearch } from '@tanstack/react-router'
import { Plus, Stethoscope, FileText } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Page, Row } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { SearchField } from '../../ui/text-field.tsx'
import { EmptyState, FailedState } from '../../ui/view-states.tsx'
import { MacroFacts } from './macro-facts.tsx'
import { MacroEditor } from './macro-editor.tsx'
import styles from './macros-page.module.css'
import { useMacroList, type MacroRow, type Wanted } from './use-macro-list.ts'

export function MacrosPage() {
  const { macro } = useSearch({ strict: false }) as { macro?: string }
  return macro ? <MacroEditor key={macro} macroId={macro === 'new' ? null : macro} /> : <MacroList />
}

function MacroList() {
  const intl = useIntl()
  const [wanted, setWanted] = useState<Wanted>({ search: '', sort: 'title', show: 'current' })
  const list = useMacroList(wanted)
  return (
    <Page
      title={intl.formatMessage({ id: 'macro.title' })}
      lead={<FormattedMessage id="macro.page.lead" />}
      actions={
        <Link to={'/macros' as never} search={{ macro: 'new' } as never} className={buttonClass('primary')}>
          <Plus aria-hidden size="1.15em" />
          <span>
            <FormattedMessage id="macro.page.new" />
          </span>
        </Link>
      }
    >
      <div className={styles.filters}>
        <SearchField
          id="macros-search"
          label={intl.formatMessage({ id: 'macro.search' })}
          placeholder={intl.formatMessage({ id: 'macro.search' })}
          value={wanted.search}
          onChange={(change) => setWanted({ ...wanted, search: change.target.value })}
        />
        <Select
          id="macros-sort"
          label={intl.formatMessage({ id: 'macro.page.sort' })}
          value={wanted.sort}
          onChange={(sort) => setWanted({ ...wanted, sort })}
          options={(['title', 'expiry'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `macro.sort.${value}` }),
          }))}
        />
        <Select
          id="macros-show"
          label={intl.formatMessage({ id: 'macro.page.show' })}
          value={wanted.show}
          onChange={(show) => setWanted({ ...wanted, show })}
          options={(['current', 'archived'] as const).map((value) => ({
            value,
            label: intl.formatMessage({ id: `macro.show.${value}` }),
          }))}
        />
      </div>
      {list.isPending && (
        <Skeleton>
          <SkeletonBar height="block" />
          <SkeletonBar height="block" />
        </Skeleton>
      )}
      {list.isError && (
        <FailedState
          title={describeProblem(intl, problemOf(list.error))}
          code={problemOf(list.error).code}
          onRetry={() => void list.refetch()}
        />
      )}
      {list.isSuccess && list.rows.length === 0 && (
        <EmptyState
          icon={FileText}
          title={
            <FormattedMessage
              id={wanted.search ? 'macro.nothing' : wanted.show === 'archived' ? 'macro.none-archived' : 'macro.none'}
            />
          }
        />
      )}
      {list.rows.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'macro.title' })}>
          {list.rows.map((row) => (
            <MacroLine key={row.id} row={row} />
          ))}
        </List>
      )}
      {list.hasNextPage && (
        <Button tone="plain" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          <FormattedMessage id="macro.more" />
        </Button>
      )}
    </Page>
  )
}

function MacroLine({ row }: { row: MacroRow }) {
  const intl = useIntl()
  const people = [
    row.owner && intl.formatMessage({ id: 'macro.page.owner' }, { name: row.owner.name }),
    row.medicalOwner && intl.formatMessage({ id: 'macro.page.medical-owner' }, { name: row.medicalOwner.name }),
  ]
  return (
    <ListRow className={styles.line}>
      <span className={styles.words}>
        <Link to={'/macros' as never} search={{ macro: row.id } as never}>
          {row.title}
        </Link>
        <MacroFacts row={row} />
        <span className={styles.fact}>{people.filter(Boolean).join(' · ')}</span>
      </span>
      <Row>
        {row.isClinical && (
          <Badge tone="brand" icon={Stethoscope}>
            <FormattedMessage id="macro.clinical" />
          </Badge>
        )}
        {row.isExpired ? (
          <Badge tone="urgent">
            <FormattedMessage id="macro.expired" />
          </Badge>
        ) : row.validUntil ? (
          <span className={styles.fact}>
            <FormattedMessage
              id="macro.page.until"
              values={{ date: intl.formatDate(row.validUntil, { dateStyle: 'medium', timeZone: 'UTC' }) }}
            />
          </span>
        ) : (
          <span className={styles.fact}>
            <FormattedMessage id="macro.page.no-end" />
          </span>
        )}
      </Row>
    </ListRow>
  )
}
