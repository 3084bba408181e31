/** What a message that comes now would be promised, by the policies as they stand on the screen. Nothing is saved. */
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { client } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { Urgency } from '../../api/types.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/page.tsx'
import { Select } from '../../ui/select.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { URGENCIES } from './clock-kinds.ts'
import styles from './policies.module.css'
import type { Organization, Policy } from './policies-page.tsx'

export function TryPolicies({ policies, organization }: { policies: Policy[]; organization: Organization }) {
  const intl = useIntl()
  const [queue, setQueue] = useState(organization.queues[0]?.id ?? '')
  const [site, setSite] = useState(organization.sites[0]?.id ?? '')
  const [urgency, setUrgency] = useState<Urgency>('routine')
  const tried = useMutation({
    mutationFn: () =>
      client.servicePolicy.preview({
        policies,
        conversation: { queueId: queue || null, siteId: site || null, channel: 'email', topic: null, urgency },
      }),
    onError: (error) => showToast({ text: describeProblem(intl, problemOf(error)) }),
  })
  const none = { value: '', label: intl.formatMessage({ id: 'policies.none' }) }
  const named = (list: readonly { id: string; name: string }[]) => [
    none,
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const { data } = tried
  const zone = organization.sites.find(({ id }) => id === site)?.timeZone
  return (
    <Card title={<FormattedMessage id="policies.try" />}>
      <div className={styles.filters}>
        <Select
          id="try-queue"
          label={<FormattedMessage id="policies.queue" />}
          value={queue}
          options={named(organization.queues)}
          onChange={setQueue}
        />
        <Select
          id="try-site"
          label={<FormattedMessage id="policies.site" />}
          value={site}
          options={named(organization.sites)}
          onChange={setSite}
        />
        <Select
          id="try-urgency"
          label={<FormattedMessage id="policies.urgency" />}
          value={urgency}
          options={URGENCIES.map((value) => ({ value, label: intl.formatMessage({ id: `desk.urgency.${value}` }) }))}
          onChange={setUrgency}
        />
        <Button busy={tried.isPending} onClick={() => tried.mutate()}>
          <FormattedMessage id="policies.try-do" />
        </Button>
      </div>
      {data && (
        <div role="status">
          <p>
            {data.place === null ? (
              <FormattedMessage id="policies.fits-none" />
            ) : (
              <FormattedMessage id="policies.fits" values={{ name: policies[data.place]?.name ?? '' }} />
            )}
          </p>
          <ul>
            {data.clocks.map(({ kind, dueAt }) => (
              <li key={kind}>
                <FormattedMessage id={`policies.kind.${kind}`} />: <FormattedMessage id="policies.due" />{' '}
                {dueAt ? <Timestamp at={dueAt} style="full" zone={zone} /> : '–'}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  )
}
