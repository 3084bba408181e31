/** What becomes of each text that tells a visit: planned, sent, or why not. */
import { Link } from '@tanstack/react-router'
import { Check, CircleHelp, Clock, MessageSquareX, Send, type LucideIcon } from 'lucide-react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { Timestamp } from '../../ui/timestamp.tsx'
import styles from './visits.module.css'
import type { Visit } from './visits.tsx'

type Reminder = Visit['reminders'][number]
const ICONS: Record<Reminder['state'], LucideIcon> = {
  planned: Clock,
  'under-way': Send,
  handed: Check,
  withdrawn: MessageSquareX,
  skipped: MessageSquareX,
  blocked: MessageSquareX,
  failed: MessageSquareX,
  unknown: CircleHelp,
}
type RemindersProps = { visit: Visit; conversationId: string; view: string }

export function Reminders({ visit, conversationId, view }: RemindersProps) {
  if (visit.reminders.length === 0) return null
  return (
    <ul className={styles.reminders}>
      {visit.reminders.map((reminder) => {
        const Icon = ICONS[reminder.state]
        return (
          <li key={`${reminder.step} ${reminder.dueAt}`} className={styles.reminder}>
            <Icon aria-hidden size="1.1em" />
            <span>
              <Told {...{ reminder, conversationId, view }} timeZone={visit.timeZone} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

type ToldProps = { reminder: Reminder; timeZone: string; conversationId: string; view: string }

function Told({ reminder, timeZone, conversationId, view }: ToldProps) {
  const intl = useIntl()
  const isElsewhere = reminder.conversationId !== null && reminder.conversationId !== conversationId
  return (
    <>
      <FormattedMessage
        id={`visits.reminder.${reminder.state === 'blocked' ? 'skipped' : reminder.state}`}
        values={{
          step: reminder.step === 'two-days' ? 'days' : 'hours',
          when: <Timestamp key="when" at={reminder.dueAt} style="exact" zone={timeZone} />,
          cause: describeCause(intl, reminder.cause),
        }}
      />
      {isElsewhere && (
        <>
          {' '}
          <Link
            to="/inbox/$view/$conversationId"
            params={{ view, conversationId: reminder.conversationId } as never}
            className={styles.link}
          >
            <FormattedMessage id="visits.reminder.open" />
          </Link>
        </>
      )}
    </>
  )
}

/** Most codes of the gate do not come to a text like this; they say no more than that it was not allowed. */
function describeCause(intl: IntlShape, cause: string | null): string {
  const id = `visits.cause.${cause}` as FormatjsIntl.Message['ids']
  return intl.formatMessage({ id: id in intl.messages ? id : 'visits.cause.unknown' })
}
