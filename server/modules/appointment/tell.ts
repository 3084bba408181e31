/** What the journal keeps of a visit: ids and codes, nothing of what it is for. */
import { journal, type JournalDetail } from '#server/platform/journal.ts'
import type { Transaction } from '#server/platform/database.ts'

export const tellAppointment = (
  tx: Transaction,
  {
    event,
    action = 'U',
    appointment,
    conversationId = null,
    detail = null,
  }: {
    event:
      'appointment.booked' | 'appointment.cancelled' | 'appointment.restored' | 'reminder.handed' | 'reminder.skipped'
    action?: 'C' | 'U'
    appointment: { id: string; patientId: string }
    conversationId?: string | null
    detail?: JournalDetail | null
  },
  now: Date,
): Promise<void> =>
  journal(
    tx,
    {
      event,
      action,
      resourceKind: 'appointment',
      resourceId: appointment.id,
      conversationId,
      patientIds: [appointment.patientId],
      fieldClasses: ['schedule'],
      detail,
    },
    now,
  )
