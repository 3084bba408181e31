/** Calls that were promised: when, to which telephone; another time, or none. */
import { useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { List, ListRow } from '../../ui/list.tsx'
import { Row } from '../../ui/page.tsx'
import { describeTime, Timestamp } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { TimeFields } from './time-fields.tsx'
import { useAttempt, useCallTimes, type MyCall } from './use-call-times.ts'
import styles from './my-call-back.module.css'

type Opened = { id: string; to: 'move' | 'cancel' } | null

export function PromisedCalls({ calls }: { calls: readonly MyCall[] }) {
  const intl = useIntl()
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  // As it is now: its version is asked for with every change.
  const chosen = calls.find(({ id }) => id === opened?.id)
  return (
    <section className={styles.form} aria-labelledby="promised-calls">
      <h2 id="promised-calls">
        <FormattedMessage id="calls.promised" />
      </h2>
      <List framed aria-labelledby="promised-calls">
        {calls.map((call) => (
          <ListRow key={call.id} className={styles.call}>
            <p className={styles.when}>
              <Timestamp at={call.dueAt} style="full" zone={call.timeZone} />
            </p>
            <p className={styles.fact}>
              <FormattedMessage
                id={call.isBooked ? 'calls.number-ends' : 'calls.in-turn'}
                values={{ figures: call.numberEnds }}
              />
            </p>
            {call.mayChange ? (
              <Row>
                <Button onClick={() => setOpened({ id: call.id, to: 'move' })}>
                  <FormattedMessage id="calls.move" />
                </Button>
                <Button tone="plain" onClick={() => setOpened({ id: call.id, to: 'cancel' })}>
                  <FormattedMessage id="calls.cancel" />
                </Button>
              </Row>
            ) : (
              <p className={styles.fact}>
                <FormattedMessage id="calls.now" />
              </p>
            )}
          </ListRow>
        ))}
      </List>
      {opened && chosen && (
        <Dialog title={intl.formatMessage({ id: `calls.${opened.to}` })} size="small" onClose={close}>
          {opened.to === 'move' ? (
            <MoveCall call={chosen} onDone={close} />
          ) : (
            <CancelCall call={chosen} onDone={close} />
          )}
        </Dialog>
      )}
    </section>
  )
}

type ChangeProps = { call: MyCall; onDone: () => void }

function MoveCall({ call: { id: callBackId, version, timeZone }, onDone }: ChangeProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const times = useCallTimes()
  const form = useAttempt({ at: 'call-time' })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    void form.run(async () => {
      try {
        const { dueAt } = await client.myCallBack.move({ callBackId, version, at: times.at })
        const time = describeTime(intl, new Date(dueAt), new Date(), 'full', timeZone)
        showToast({ text: intl.formatMessage({ id: 'calls.booked' }, { time }) })
      } finally {
        await queries.invalidateQueries({ queryKey: api.myCallBack.key() })
      }
      onDone()
    })
  }
  return (
    <form onSubmit={submit} className={styles.form} noValidate>
      <ErrorSummary
        title={intl.formatMessage({ id: 'calls.problem' })}
        problems={form.problems}
        attempt={form.attempt}
      />
      <TimeFields of={times} errorAt={form.errorAt} />
      <Button type="submit" tone="primary" busy={form.isBusy} disabled={times.at === ''}>
        <FormattedMessage id="calls.move" />
      </Button>
    </form>
  )
}

function CancelCall({ call: { id: callBackId, version, dueAt, timeZone }, onDone }: ChangeProps) {
  const intl = useIntl()
  const queries = useQueryClient()
  const form = useAttempt({})
  const cancel = () =>
    form.run(async () => {
      try {
        await client.myCallBack.cancel({ callBackId, version })
        showToast({ text: intl.formatMessage({ id: 'calls.cancelled' }) })
      } finally {
        await queries.invalidateQueries({ queryKey: api.myCallBack.key() })
      }
      onDone()
    })
  return (
    <div className={styles.form}>
      <ErrorSummary
        title={intl.formatMessage({ id: 'calls.problem' })}
        problems={form.problems}
        attempt={form.attempt}
      />
      <p>
        <FormattedMessage
          id="calls.cancel.ask"
          values={{ time: <Timestamp key="due" at={dueAt} style="full" zone={timeZone} /> }}
        />
      </p>
      <Row>
        <Button tone="primary" busy={form.isBusy} onClick={() => void cancel()}>
          <FormattedMessage id="calls.cancel.do" />
        </Button>
        <Button onClick={onDone}>
          <FormattedMessage id="calls.keep" />
        </Button>
      </Row>
    </div>
  )
}
