/** How the optional language model stands, what was spent on it, and where it was asked (understanding section 4). */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { FormattedMessage } from 'react-intl'
import { api } from '../../api/client.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/page.tsx'
import { llmWords } from '../llm/words.ts'
import { Counts, type CountsProps } from './counts.tsx'
import styles from './oversight.module.css'

type LlmFiguresProps = { period: { from: string; to: string } } & Omit<CountsProps, 'rows' | 'of' | 'title'>

export const LlmFigures = (props: LlmFiguresProps) => (
  <PageWords parts={llmWords}>
    <Figures {...props} />
  </PageWords>
)

function Figures({ period, ...table }: LlmFiguresProps) {
  const { data } = useQuery(api.llm.standing.queryOptions({ input: period, placeholderData: keepPreviousData }))
  if (!data) return null
  const { connected, spent } = data
  const asked = table.count('llm')
  return (
    <Card
      title={<FormattedMessage id="llm.title" />}
      actions={
        <Badge tone={connected?.state === 'works' ? 'done' : 'waiting'}>
          <FormattedMessage id={`llm.${connected?.state ?? 'off'}`} />
        </Badge>
      }
    >
      <p className={connected ? undefined : styles.fact}>
        {connected ? <FormattedMessage id="llm.is" values={connected} /> : <FormattedMessage id="llm.none" />}
      </p>
      {(connected || spent.calls > 0) && (
        <p>
          <FormattedMessage id="oversight.says.llm" values={spent} />
        </p>
      )}
      {asked > 0 && <Counts {...table} rows={['llm', 'llm-failed']} of={asked} title="llm.title" />}
    </Card>
  )
}
