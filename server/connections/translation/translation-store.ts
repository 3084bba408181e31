/** The SQL of translations that are kept, and of whether an organization lets messages be translated. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export async function translates(tx: Transaction): Promise<boolean> {
  const [row] = await tx.run<{ isOn: boolean }>(
    sqlText`select translates as "isOn" from organization where organization_id = $1`,
    [tx.context.organizationId],
  )
  return row?.isOn ?? false
}

export async function saveTranslates(tx: Transaction, isOn: boolean): Promise<void> {
  await tx.run(sqlText`update organization set translates = $2 where organization_id = $1`, [
    tx.context.organizationId,
    isOn,
  ])
}

export async function hasTranslations(tx: Transaction): Promise<boolean> {
  const rows = await tx.run(sqlText`select from message_translation where organization_id = $1 limit 1`, [
    tx.context.organizationId,
  ])
  return rows.length > 0
}

export type KeptTranslation = { messageId: string; from: string; text: string; isWhole: boolean; madeAt: Date }

const KEPT = `message_id as "messageId", from_language as "from", t.text, is_whole as "isWhole", made_at as "madeAt"`

export async function translationOf(
  tx: Transaction,
  { messageId, from, language }: { messageId: string; from: string; language: string },
): Promise<KeptTranslation | undefined> {
  const [row] = await tx.run<KeptTranslation>(ONE, [tx.context.organizationId, messageId, from, language])
  return row
}

const ONE = `
  select ${KEPT} from message_translation t
   where organization_id = $1 and message_id = $2 and from_language = $3 and language = $4`

/** Of two who asked at once the first one's is kept; of another language than before the new one's. */
export async function keepTranslation(
  tx: Transaction,
  kept: KeptTranslation & { language: string; staffId: string },
): Promise<void> {
  const { messageId, language, from, text, isWhole, staffId, madeAt } = kept
  await tx.run(KEEP, [tx.context.organizationId, messageId, language, from, text, isWhole, staffId, madeAt])
}

const KEEP = sqlText`
  insert into message_translation as t (organization_id, message_id, language, from_language, text, is_whole, made_by, made_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (organization_id, message_id, language)
    do update set from_language = excluded.from_language, text = excluded.text, is_whole = excluded.is_whole,
                  made_by = excluded.made_by, made_at = excluded.made_at
    where t.from_language <> excluded.from_language`

/** Translations of one answer: those of the newest messages. */
const KEPT_MAX = 500

export const translationsIn = (
  tx: Transaction,
  { conversationId, language }: { conversationId: string; language: string },
): Promise<KeptTranslation[]> =>
  tx.run<KeptTranslation>(ALL, [tx.context.organizationId, conversationId, language, KEPT_MAX])

const ALL = `
  select ${KEPT} from message m join message_translation t on t.organization_id = $1 and t.message_id = m.id
   where m.organization_id = $1 and m.conversation_id = $2 and t.language = $3
   order by m.seq desc limit $4`
