/** What happened in a video visit, as a line of the timeline. */
import { FormattedMessage } from 'react-intl'
import { PageWords } from '../../i18n/page-words.tsx'
import { inviteWords } from './invite-words.ts'

type RoomEventProps = {
  event: { event: string; actorName: string | null; told: string[]; detail: Record<string, unknown> | null }
  patientName: string
}

const EVENTS = ['invited', 'joined', 'left', 'ended'] as const

export function RoomEvent({ event: { event, actorName, told, detail }, patientName }: RoomEventProps) {
  const what = EVENTS.find((one) => event.endsWith(`.${one}`))
  if (!what) return null
  const values = {
    actor: actorName ?? '',
    isStaff: String(actorName !== null),
    name: told[0] ?? patientName,
    isFor: String(detail?.who === 'related-person'),
    cause: code(detail?.cause),
    reason: code(detail?.reason),
  }
  return (
    <PageWords parts={inviteWords}>
      <FormattedMessage id={`invite.event.${what}`} values={values} />
    </PageWords>
  )
}

const code = (value: unknown): string => (typeof value === 'string' ? value : 'none')
