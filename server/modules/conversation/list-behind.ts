/** The conversations behind a number: the list is asked with the number's own condition, so both say the same (desk-D11, D71). */
import type * as z from 'zod'
import type { ConversationRow } from '#contract/conversation.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { readTimeCursor, writeTimeCursor } from '#server/platform/page-cursor.ts'
import { refuse, ok, type Result } from '#server/platform/result.ts'
import { presentRow } from './present.ts'
import { listConversations, type ListQuery } from './read-store.ts'

export type Behind = {
  /** What is counted, for the journal. */
  counted: { figure: string } | { savedView: string }
  condition: NonNullable<ListQuery['also']>
  isOldestFirst?: boolean
  isWritten?: boolean
  staffId: string
  cursor: string | undefined
  limit: number
}

export async function listBehind(
  tx: Transaction,
  { counted, condition, cursor, limit, ...query }: Behind,
  now: Date,
): Promise<Result<{ items: z.input<typeof ConversationRow>[]; next: string | null }, 'INVALID_INPUT'>> {
  const after = cursor === undefined ? undefined : readTimeCursor(cursor)
  if (cursor !== undefined && !after) return refuse('INVALID_INPUT', { field: 'cursor' })
  const rows = await listConversations(tx, {
    ...query,
    view: 'all',
    also: condition,
    after,
    limit: limit + 1,
    now,
  })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  await journal(
    tx,
    {
      event: 'conversation.listed',
      action: 'R',
      resourceKind: 'conversation',
      patientIds: page.map(({ patientId }) => patientId),
      fieldClasses: ['identity', 'service'],
      detail: { ...counted, rows: page.length },
    },
    now,
  )
  return ok({
    items: page.map((row) => presentRow(row)),
    next: last ? writeTimeCursor({ at: last.sortAt, id: last.id }) : null,
  })
}
