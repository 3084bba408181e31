/** One service clock in words: what is owed, and until when. */
import { AlarmClock } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { ConversationDetail } from '../../api/types.ts'
import { Badge } from '../../ui/badge.tsx'
import { describeAge, useNow } from '../../ui/timestamp.tsx'

export function ClockLine({ clock: { kind, state, dueAt } }: { clock: ConversationDetail['clocks'][number] }) {
  const intl = useIntl()
  const now = useNow()
  const what = intl.formatMessage({ id: `desk.clock.${kind}` })
  // The page may be older than the deadline.
  const isLate = state === 'breached' || (dueAt !== null && new Date(dueAt) < now)
  const id = isLate ? 'desk.clock.late' : dueAt === null ? 'desk.clock.paused' : 'desk.clock.due'
  return (
    <Badge tone={isLate ? 'emergency' : state === 'warning' ? 'urgent' : 'neutral'} icon={AlarmClock}>
      <FormattedMessage
        id={id}
        values={{ what, when: dueAt === null ? '' : describeAge(intl, new Date(dueAt), now) }}
      />
    </Badge>
  )
}
