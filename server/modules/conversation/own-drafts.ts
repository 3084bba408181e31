/**
 * What a patient or related person was writing when the session ended. While somebody is signed in, drafts stay on the device; a
 * session that ends locks or wipes the device, so the words wait here until they are taken up again, there or elsewhere (trust-D21).
 */
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** Where it is written: in a conversation, or (null) as a new matter of this patient. Words about one patient come back to no other. */
export type DraftPlace = { conversationId: string; patientId: null } | { conversationId: null; patientId: string }
export type OwnDraft = { subject: string; text: string; savedAt: Date }

/** The caller has checked that the author may see the place. Without words the row goes. */
export async function saveOwnDraft(
  tx: Transaction,
  authorId: string,
  place: DraftPlace,
  { subject, text }: { subject: string; text: string },
  now: Date,
): Promise<void> {
  if (!text.trim() && !subject.trim()) {
    dropOwnDraft(tx, authorId, place)
    return
  }
  const { organizationId } = tx.context
  const { conversationId, patientId } = place
  await tx.run(SAVE, [organizationId, newId(now.getTime()), authorId, conversationId, patientId, subject, text, now])
}

export const ownDraft = async (
  tx: Transaction,
  authorId: string,
  { conversationId, patientId }: DraftPlace,
): Promise<OwnDraft | undefined> =>
  (await tx.run<OwnDraft>(FIND, [tx.context.organizationId, authorId, conversationId, patientId]))[0]

/** It was sent, or taken up again. Nobody waits for it: a message that arrives leaves together with others. */
export function dropOwnDraft(tx: Transaction, authorId: string, { conversationId, patientId }: DraftPlace): void {
  tx.pushRows(DELETE, [{ author_id: authorId, conversation_id: conversationId, patient_id: patientId }])
}

const SAVE = sqlText`
  insert into patient_draft (organization_id, id, author_id, conversation_id, patient_id, subject, text, saved_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (organization_id, author_id, conversation_id, patient_id) do update
     set subject = excluded.subject, text = excluded.text, saved_at = excluded.saved_at`
const FIND = sqlText`
  select subject, text, saved_at as "savedAt" from patient_draft
  where organization_id = $1 and author_id = $2 and conversation_id is not distinct from $3 and patient_id is not distinct from $4`
const DELETE = sqlText`
  delete from patient_draft d using json_to_recordset($2::json) as r(author_id uuid, conversation_id uuid, patient_id uuid)
   where d.organization_id = $1 and d.author_id = r.author_id and d.conversation_id is not distinct from r.conversation_id
     and d.patient_id is not distinct from r.patient_id`
