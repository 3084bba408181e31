/** The optional machine translator: how it stands, whether staff may use it, and a try of it (desk, section 5). */
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

type Settings = Awaited<ReturnType<typeof client.translation.settings>>

export function TranslationCard() {
  const intl = useIntl()
  const queries = useQueryClient()
  const options = api.translation.settings.queryOptions()
  const { data: settings } = useQuery(options)
  const change = useChange((next: Settings) => queries.setQueryData(options.queryKey, next))
  const test = useMutation(
    api.translation.test.mutationOptions({
      onSuccess: ({ cause }) =>
        showToast({
          text: intl.formatMessage({ id: cause ? `translation.cause.${cause}` : 'translation.test.works' }),
        }),
      onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
      onSettled: () => queries.invalidateQueries({ queryKey: options.queryKey }),
    }),
  )
  if (!settings) return null
  const { connected, isOn } = settings
  return (
    <Card
      title={<FormattedMessage id="translation.title" />}
      actions={
        <Badge tone={connected?.state === 'works' ? 'done' : 'waiting'}>
          <FormattedMessage id={`translation.${connected?.state ?? 'off'}`} />
        </Badge>
      }
    >
      <p className={styles.fact}>
        <FormattedMessage id="translation.text" />
      </p>
      {connected ? (
        <>
          <p className={styles.fact}>
            <FormattedMessage id="translation.is" values={connected} />{' '}
            <FormattedMessage id={`translation.agreement.${connected.isUnderAgreement}`} />
          </p>
          <Checkbox
            id="translation-on"
            checked={isOn}
            label={<FormattedMessage id="translation.on" />}
            onChange={({ target }) => void change(() => client.translation.saveSettings({ isOn: target.checked }))}
          />
          <p>
            <Button busy={test.isPending} onClick={() => test.mutate(undefined)}>
              <FormattedMessage id="translation.test" />
            </Button>
          </p>
        </>
      ) : (
        <p className={styles.fact}>
          <FormattedMessage id="translation.none" />
        </p>
      )}
    </Card>
  )
}
