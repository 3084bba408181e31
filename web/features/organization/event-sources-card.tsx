/** Systems outside that report what happened to a patient, with what came of it (desk-D17, D68, decision 0188). */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Plug } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { REPORTED_EVENTS, type ReportedEvent } from '#engines/rules/rule.ts'
import { api, client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Card } from '../../ui/page.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { StepProblems, useStep, useStepUp } from '../session/index.ts'
import { AddressButtons, CloseAddress, OldSecret, RenewSecret, ShownSecret } from './address-secret.tsx'
import { CardStates } from './card-states.tsx'
import { Copied } from './copied.tsx'
import styles from './organization.module.css'
import { useChange } from './organization.ts'

type Source = Awaited<ReturnType<typeof client.eventSource.list>>[number]
type WithSecret = Awaited<ReturnType<typeof client.eventSource.open>>
type Opened =
  { show: 'new' } | { show: 'renew' | 'close'; source: Source } | { show: 'secret'; secret: string; url: string }

export function EventSourcesCard() {
  const intl = useIntl()
  const queries = useQueryClient()
  const options = api.eventSource.list.queryOptions()
  const query = useQuery(options)
  const [opened, setOpened] = useState<Opened | null>(null)
  const done = () => setOpened(null)
  const keep = (sources: Source[]) => queries.setQueryData(options.queryKey, sources)
  const showSecret = ({ sources, sourceId, secret }: WithSecret) => {
    keep(sources)
    setOpened({ show: 'secret', secret, url: sources.find(({ id }) => id === sourceId)?.url ?? '' })
  }
  const changeList = useChange(keep)
  const changeSecret = useChange(showSecret)
  return (
    <Card
      title={<FormattedMessage id="organization.events" />}
      actions={
        <Button size="small" onClick={() => setOpened({ show: 'new' })}>
          <FormattedMessage id="organization.events.add" />
        </Button>
      }
    >
      <p className={styles.fact}>
        <FormattedMessage id="organization.events.lead" />
      </p>
      <CardStates query={query} />
      {query.data && query.data.length > 0 && (
        <List framed aria-label={intl.formatMessage({ id: 'organization.events' })}>
          {query.data.map((source) => (
            <ListRow key={source.id} className={styles.door}>
              <Plug aria-hidden size="1.3em" strokeWidth={1.8} />
              <span className={styles.words}>
                <strong>{source.name}</strong>
                <SourceFacts source={source} />
                <AddressButtons
                  onRenew={() => setOpened({ show: 'renew', source })}
                  onClose={() => setOpened({ show: 'close', source })}
                />
              </span>
            </ListRow>
          ))}
        </List>
      )}
      {opened?.show === 'new' && <NewSource onClose={done} onOpened={showSecret} />}
      {opened?.show === 'renew' && (
        <RenewSecret
          onClose={done}
          onRenew={(keepsOld) => {
            done()
            void changeSecret(() => client.eventSource.rotate({ sourceId: opened.source.id, keepsOld }))
          }}
        />
      )}
      {opened?.show === 'close' && (
        <CloseAddress
          title={<FormattedMessage id="organization.events.close-title" values={{ name: opened.source.name }} />}
          onKeep={done}
          onClose={() => {
            done()
            void changeList(() => client.eventSource.close({ sourceId: opened.source.id }))
          }}
        >
          <FormattedMessage id="organization.events.close-what" />
        </CloseAddress>
      )}
      {opened?.show === 'secret' && <ShownSecret {...opened} onClose={done} />}
    </Card>
  )
}

function SourceFacts({ source: { kinds, url, lastReportedAt, reports, oldSecretUntil } }: { source: Source }) {
  const intl = useIntl()
  return (
    <>
      <span className={styles.fact}>
        {intl.formatList(kinds.map((kind) => intl.formatMessage({ id: `desk.snooze-event.${kind}` })))}
      </span>
      <Copied text={url} />
      <span className={styles.fact}>
        {lastReportedAt ? (
          <FormattedMessage
            id="organization.events.last"
            values={{ reports, time: <Timestamp key="time" at={lastReportedAt} /> }}
          />
        ) : (
          <FormattedMessage id="organization.events.never" />
        )}
      </span>
      <OldSecret until={oldSecretUntil} />
    </>
  )
}

function NewSource({ onClose, onOpened }: { onClose: () => void; onOpened: (opened: WithSecret) => void }) {
  const guard = useStepUp()
  const intl = useIntl()
  const [name, setName] = useState('')
  const [kinds, setKinds] = useState<ReportedEvent[]>([])
  const step = useStep({ name: 'event-source-name', kinds: `event-kind-${REPORTED_EVENTS[0]}` })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void step.run(() => guard(() => client.eventSource.open({ name, kinds })), onOpened, 'event-source-name')
  }
  return (
    <Dialog title={<FormattedMessage id="organization.events.add" />} onClose={onClose}>
      <form onSubmit={submit} className={styles.form}>
        <StepProblems step={step} />
        <TextField
          id="event-source-name"
          required
          maxLength={80}
          label={<FormattedMessage id="organization.events.name" />}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Choices
          name="event-kind"
          legend={<FormattedMessage id="organization.events.kinds" />}
          values={kinds}
          onChange={setKinds}
          options={REPORTED_EVENTS.map((value) => ({
            value,
            label: intl.formatMessage({ id: `desk.snooze-event.${value}` }),
          }))}
        />
        <Button type="submit" tone="primary" wide busy={step.isBusy}>
          <FormattedMessage id="organization.events.open" />
        </Button>
      </form>
    </Dialog>
  )
}
