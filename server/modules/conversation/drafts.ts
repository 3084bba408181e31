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
    attachmentIds,
  }: {
    conversationId: string
    mode: DraftMode
    text: string
    deviceVersion: number
    attachmentIds?: readonly string[]
  },
  now: Date,
): Promise<DraftRow | undefined> {
  const [known] = await tx.run(`select from conversation where organization_id = $1 and id = $2`, [
    tx.context.organizationId,
    conversationId,
  ])
  if (!known) return undefined
  if (text.trim() === '' && !attachmentIds?.length) {
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
    keptSince(now),
  ])
  if (row && attachmentIds) await tx.run(BIND_FILES, [tx.context.organizationId, row.id, attachmentIds, conversationId])
  return row
}

const keptSince = (now: Date): Date => new Date(now.getTime() - OTHER_KEPT_HOURS * 3_600_000)

export async function draftsOf(
  tx: Transaction,
  staffId: string,
  conversationId: string,
  now: Date,
): Promise<DraftRow[]> {
  return tx.run<DraftRow>(MINE, [tx.context.organizationId, staffId, conversationId, keptSince(now)])
}

const COLUMNS = `id, mode, text, saved_at as "savedAt", device_version::float as "deviceVersion", other_text as "otherText", other_saved_at as "otherSavedAt"`

const SAVE = `
  insert into draft (organization_id, id, staff_id, conversation_id, mode, text, device_version, saved_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (organization_id, staff_id, conversation_id, mode) do update
     set text = excluded.text, device_version = excluded.device_version, saved_at = excluded.saved_at,
         other_text = case when excluded.device_version <= draft.device_version and draft.text <> excluded.text then draft.text
           when draft.other_saved_at > $9 then draft.other_text end,
         other_saved_at = case when excluded.device_version <= draft.device_version and draft.text <> excluded.text then draft.saved_at
           when draft.other_saved_at > $9 then draft.other_saved_at end
  returning ${COLUMNS}`

const MINE = `
  select ${COLUMNS.replace('other_text as', 'case when other_saved_at > $4 then other_text end as')} from draft
   where organization_id = $1 and staff_id = $2 and conversation_id = $3`

/** A file of another draft or of a message stays where it is. */
const BIND_FILES = sqlText`
  update attachment set draft_id = case when id = any ($3::uuid[]) then $2::uuid end
   where organization_id = $1 and message_id is null and (draft_id = $2
     or (draft_id is null and (conversation_id is null or conversation_id = $4) and id = any ($3::uuid[])))`

const DELETE = sqlText`
  with gone as (
    delete from draft where organization_id = $1 and staff_id = $2 and conversation_id = $3 and mode = $4 returning id
  )
  update attachment set draft_id = null where organization_id = $1 and draft_id in (select id from gone) and message_id is null`
