/** What the journal keeps of a visit room: ids and codes. The timeline of the conversation is made of it. */
import { journal, type JournalAction, type JournalDetail } from '#server/platform/journal.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Person } from './rules.ts'

type Told = { id: string | null; conversationId: string; patientId: string | null }

export const tellRoom = (
  tx: Transaction,
  room: Told,
  { event, action = 'U', detail = null }: { event: RoomEvent; action?: JournalAction; detail?: JournalDetail | null },
  now: Date,
): Promise<void> =>
  journal(
    tx,
    {
      event: `visit-room.${event}`,
      action,
      resourceKind: 'visit-room',
      resourceId: room.id,
      conversationId: room.conversationId,
      patientIds: [room.patientId],
      fieldClasses: ['service'],
      detail,
    },
    now,
  )

export type RoomEvent = 'invited' | 'joined' | 'left' | 'ended' | 'read'

/** Who came or went: whoever acts in the transaction may be another, as where somebody is found gone. `to` names staff in the timeline. */
export const asTold = ({ kind, id }: Person): JournalDetail => ({ who: kind, ...(kind === 'staff' ? { to: id } : {}) })
