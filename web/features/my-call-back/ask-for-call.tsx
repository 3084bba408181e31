/**
 * What it is about, which telephone, which time. The words go first, as a message like every other: they are read at once, and stay sent when
 * the time was just taken.
 */
import { useQueryClient } from '@tanstack/react-query'
import { PhoneOff } from 'lucide-react'
import { useState, type SyntheticEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { newMessageId } from '../../api/message-id.ts'
import { goTo, PlaceLink } from '../../places/place-link.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Card } from '../../ui/page.tsx'
import { readableContact } from '../../ui/contact-value.tsx'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { describeTime } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { EmptyState } from '../../ui/view-states.tsx'
import { usePatientSession } from '../patient-session/patient-session.tsx'
import { TimeFields } from './time-fields.tsx'
import { useAttempt, useCallTimes } from './use-call-times.ts'
import styles from './my-call-back.module.css'

const ABOUT_MAX = 2_000

export function AskForCall({ hasCalls }: { hasCalls: boolean }) {
  const intl = useIntl()
  const queries = useQueryClient()
  const { patientId } = usePatientSession()
  const call = useCallTimes()
  const form = useAttempt({ at: 'call-time', address: 'call-number', text: 'call-about' })
  const [about, setAbout] = useState('')
  const [number, setNumber] = useState<string | null>(null)
  const [messageId, setMessageId] = useState(newMessageId)
  const { numbers = [], isOffered = true, timeZone } = call.offer.data ?? {}
  const address = number ?? numbers[0] ?? ''

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const text = about.trim()
    if (text === '')
      return form.refuse({ field: 'call-about', message: intl.formatMessage({ id: 'calls.fault.empty' }) })
    const { at } = call
    return void form.run(async () => {
      const subject = intl.formatMessage({ id: 'calls.subject' })
      // Sent again it is the same message: a booking that was refused is tried once more for the same words.
      const sent = await client.myConversation.send({ messageId, patientId, subject, text })
      const { conversationId } = sent
      void queries.invalidateQueries({ queryKey: api.myConversation.key() })
      // Whoever is in danger reads what to do now, and does not wait for a call.
      if (sent.emergency) return goTo({ name: 'conversation', conversationId })
      try {
        const { dueAt } = await client.myCallBack.book({ patientId, conversationId, address, at })
        const time = describeTime(intl, new Date(dueAt), new Date(), 'full', timeZone)
        showToast({ text: intl.formatMessage({ id: 'calls.booked' }, { time }) })
        setAbout('')
        setMessageId(newMessageId())
      } finally {
        await queries.invalidateQueries({ queryKey: api.myCallBack.key() })
      }
    })
  }

  if (call.offer.data && !isOffered) return hasCalls ? null : <NoLine />
  if (call.offer.data && numbers.length === 0) return <NoNumber />
  return (
    <Card title={<FormattedMessage id={hasCalls ? 'calls.ask.another' : 'calls.ask'} />}>
      <form onSubmit={submit} className={styles.form} noValidate>
        <ErrorSummary
          title={intl.formatMessage({ id: 'calls.problem' })}
          problems={form.problems}
          attempt={form.attempt}
        />
        <TextArea
          id="call-about"
          label={<FormattedMessage id="calls.about" />}
          hint={<FormattedMessage id="calls.about.hint" />}
          error={form.errorAt('call-about')}
          maxLength={ABOUT_MAX}
          value={about}
          onChange={({ target }) => {
            setAbout(target.value)
            // Other words are another message.
            setMessageId(newMessageId())
          }}
        />
        <Select
          id="call-number"
          label={<FormattedMessage id="calls.number" />}
          error={form.errorAt('call-number')}
          value={address}
          onChange={setNumber}
          options={numbers.map((value) => ({ value, label: readableContact(value) }))}
        />
        <TimeFields of={call} errorAt={form.errorAt} />
        <Button type="submit" tone="primary" busy={form.isBusy} disabled={call.at === ''}>
          <FormattedMessage id="calls.ask.do" />
        </Button>
      </form>
    </Card>
  )
}

const NoLine = () => (
  <EmptyState
    icon={PhoneOff}
    title={<FormattedMessage id="calls.no-line" />}
    action={
      <PlaceLink to={{ name: 'new-message' }} className={buttonClass('primary')}>
        <FormattedMessage id="portal.messages.write" />
      </PlaceLink>
    }
  >
    <FormattedMessage id="calls.no-line.hint" />
  </EmptyState>
)

const NoNumber = () => (
  <EmptyState
    icon={PhoneOff}
    title={<FormattedMessage id="calls.no-number" />}
    action={
      <PlaceLink to={{ name: 'details' }} className={buttonClass('primary')}>
        <FormattedMessage id="calls.no-number.add" />
      </PlaceLink>
    }
  >
    <FormattedMessage id="calls.no-number.hint" />
  </EmptyState>
)
