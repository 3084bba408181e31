/** The optional language model: how it stands, what this organization uses it for, and a test of it (understanding.md 3.14). */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Card } from '../../ui/page.tsx'
import { showToast } from '../../ui/toast.tsx'
import styles from '../organization/organization.module.css'
import { useChange } from '../organization/organization.ts'
import { describeLlmCause } from './cause.ts'

type Settings = Awaited<ReturnType<typeof client.llm.settings>>
const USES = ['raise', 'phrase', 'draft'] as const satisfies Settings['uses']

export function LlmCard() {
  const intl = useIntl()
  const queries = useQueryClient()
  const options = api.llm.settings.queryOptions()
  const { data: settings } = useQuery(options)
  const change = useChange((next: Settings) => queries.setQueryData(options.queryKey, next))
  const test = useMutation(
    api.llm.test.mutationOptions({
      onSuccess: ({ cause }) =>
        showToast({ text: cause ? describeLlmCause(intl, cause) : intl.formatMessage({ id: 'llm.test.works' }) }),
      onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
      onSettled: () => queries.invalidateQueries({ queryKey: api.llm.settings.key() }),
    }),
  )
  if (!settings) return null
  const { connected, uses } = settings
  return (
    <Card
      title={<FormattedMessage id="llm.title" />}
      actions={
        <Badge tone={connected?.state === 'works' ? 'done' : 'waiting'}>
          <FormattedMessage id={`llm.${connected?.state ?? 'off'}`} />
        </Badge>
      }
    >
      <p className={styles.fact}>
        <FormattedMessage id="llm.text" />
      </p>
      {connected ? (
        <>
          <p className={styles.fact}>
            <FormattedMessage id="llm.is" values={connected} />{' '}
            <FormattedMessage id={`llm.agreement.${connected.isUnderAgreement}`} />
          </p>
          {USES.map((use) => (
            <Checkbox
              key={use}
              id={`llm-${use}`}
              checked={uses.includes(use)}
              label={<FormattedMessage id={`llm.use.${use}`} />}
              onChange={({ target }) => {
                const next = USES.filter((one) => (one === use ? target.checked : uses.includes(one)))
                void change(() => client.llm.saveSettings({ uses: next }))
              }}
            />
          ))}
          <p>
            <Button busy={test.isPending} onClick={() => test.mutate(undefined)}>
              <FormattedMessage id="llm.test" />
            </Button>
          </p>
        </>
      ) : (
        <p className={styles.fact}>
          <FormattedMessage id="llm.none" />
        </p>
      )}
    </Card>
  )
}
