/** What is being written: saved as it is typed, per person, conversation and mode; of two devices the newer text wins and the other is kept (desk-D13). */
import { newId } from '#server/platform/id.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type DraftMode = 'reply' | 'note'
/** The other version is kept this long, in hours. */
const OTHER_KEPT_HOURS = 24

export type DraftRow = {
  id: string
  mode: DraftMode
  text: string
  savedAt: Date
  deviceVersion: number
  otherText: string | null
  otherSavedAt: Date | null
}

export async function saveDraft(
  tx: Transaction,
  staffId: string,
  {
    conversationId,
    mode,
    text,
    deviceVersion,
  }: { conversationId: string; mode: DraftMode; text: string; deviceVersion: number },
  now: Date,
): Promise<DraftRow | undefined> {
  const [known] = await tx.run(`select from conversation where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    conversationId,
  ])
  if (!known) return undefined
  if (text.trim() === '') {
    await tx.run(DELETE, [tx.context.organizationId, staffId, conversationId, mode])
    return undefined
  }
  const [row] = await tx.run<DraftRow>(SAVE, [
    tx.context.organizationId,
    newId(now.getTime()),
    staffId,
    conversationId,
    mode,
    text,
    deviceVersion,
    now,
  ])
  return row
}

export async function draftsOf(
  tx: Transaction,
  staffId: string,
  conversationId: string,
  now: Date,
): Promise<DraftRow[]> {
  return tx.run<DraftRow>(MINE, [
    tx.context.organizationId,
    staffId,
    conversationId,
    new Date(now.getTime() - OTHER_KEPT_HOURS * 3_600_000),
  ])
}

const COLUMNS = `id, mode, text, saved_at as "savedAt", device_version::float as "deviceVersion", other_text as "otherText", other_saved_at as "otherSavedAt"`

const SAVE = `
  insert into draft (organization_id, id, staff_id, conversation_id, mode, text, device_version, saved_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (organization_id, staff_id, conversation_id, mode) do update
     set text = excluded.text, device_version = excluded.device_version, saved_at = excluded.saved_at,
         other_text = case when excluded.device_version <= draft.device_version and draft.text <> excluded.text then draft.text else draft.other_text end,
         other_saved_at = case when excluded.device_version <= draft.device_version and draft.text <> excluded.text then draft.saved_at else draft.other_saved_at end
  returning ${COLUMNS}`

const MINE = `
  select ${COLUMNS.replace('other_text as', 'case when other_saved_at > $4 then other_text end as')} from draft
   where organization_id = $1 and staff_id = $2 and conversation_id = $3`

const DELETE = sqlText`
  delete from draft where organization_id = $1 and staff_id = $2 and conversation_id = $3 and mode = $4`
