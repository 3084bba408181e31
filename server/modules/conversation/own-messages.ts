/** What a patient or visitor sees of a conversation: both sides' words, nothing from behind the desk. */
import type * as z from 'zod'
import type { myConversation } from '#contract/my-conversation.ts'
import { writtenIn } from '#engines/language/written-in.ts'
import { termsForReader } from '#engines/plain-words/offer-plain.ts'
import { PAGE_MAX } from '#contract/route.ts'
import type { Transaction } from '#server/platform/database.ts'
import { getOwn, ownMessages, staffNames, type OwnMessageRow } from './patient-store.ts'
import type { PatientConversationRow } from './present.ts'

type OwnMessage = z.infer<NonNullable<(typeof myConversation.get)['~orpc']['outputSchema']>>['messages'][number]

export async function readOwn(
  tx: Transaction,
  reader: { id: string; ownIds: readonly (string | null)[] },
  query: {
    conversationId: string
    before?: number
    after?: number
    readByStaff: number
    /** What was said on this channel alone: of a chat whose writer is not proved, since the rest went to somebody whom we know. */
    onlyOf?: string | null
    /** Answers that are under review now. */
    underReview?: readonly string[]
  },
): Promise<{ conversation: PatientConversationRow; messages: OwnMessage[]; hasOlder: boolean } | undefined> {
  const conversation = await getOwn(tx, query.conversationId, reader.id, query.onlyOf ?? null)
  if (!conversation) return undefined
  const rows = await ownMessages(tx, { ...query, onlyOf: query.onlyOf ?? null, limit: PAGE_MAX })
  const names = await staffNames(tx, [
    ...new Set(rows.flatMap(({ authorKind, authorId }) => (authorKind === 'staff' && authorId ? [authorId] : []))),
  ])
  return {
    conversation,
    messages: rows.map((row) => ({
      ...presentOwn(row, reader.ownIds, names, query.readByStaff),
      isUnderReview: query.underReview?.includes(row.id) ?? false,
    })),
    hasOlder: (rows[0]?.seq ?? 1) > 1 && query.after === undefined,
  }
}

function presentOwn(
  row: OwnMessageRow,
  ownIds: readonly (string | null)[],
  names: Map<string, string>,
  readByStaff: number,
): Omit<OwnMessage, 'isUnderReview'> {
  const text = row.trimmed ?? row.text
  const isEmergencyText = row.flags.includes('emergency')
  return {
    id: row.id,
    conversationId: row.conversationId,
    seq: row.seq,
    direction: row.direction,
    channel: row.channel as OwnMessage['channel'],
    author: authorOf(row, ownIds, names),
    text,
    language: row.language,
    at: row.receivedAt.toISOString(),
    isEmergencyText,
    // In an emergency nothing stands between the reader and what to do.
    terms: row.direction === 'out' && !isEmergencyText ? termsForReader(text, writtenIn(text, row.language)) : [],
    choices: row.choices,
    thumb: row.thumb,
    attachments: (row.attachments ?? []) as OwnMessage['attachments'],
    filesMissing: row.flags.includes('files_missing'),
    seenByStaff: row.direction === 'in' && row.seq <= readByStaff,
  }
}

function authorOf(
  row: OwnMessageRow,
  ownIds: readonly (string | null)[],
  names: Map<string, string>,
): OwnMessage['author'] {
  if (row.authorKind === 'staff') return { kind: 'staff', name: names.get(row.authorId ?? '') ?? null }
  if (row.authorKind === 'system' || row.authorKind === 'assistant') return { kind: 'automatic', name: null }
  if (row.authorId !== null && ownIds.includes(row.authorId)) return { kind: 'me', name: null }
  if (row.authorKind === 'unknown' || row.authorKind === 'visitor') return { kind: 'me', name: null }
  return { kind: row.authorKind === 'related-person' ? 'proxy' : 'patient', name: null }
}
