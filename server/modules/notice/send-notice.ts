/** Puts a security text on its way, in the caller's transaction: what rolls back is not sent. */
import type { Jobs } from '#server/platform/jobs.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { NoticeTemplate, NoticeValues } from './texts.ts'

export type Notice = {
  /** The same key twice is one notice. */
  key: string
  system: 'email' | 'sms' | 'phone'
  address: string
  language: string
  template: NoticeTemplate
  values: Omit<NoticeValues, 'organization'>
}

export type NoticeDeps = { jobs: Jobs; keys: Keys; now: Date }

/** A code or a link that comes late is worse than none, and what was urgent hours ago wakes for nothing; other news may wait for a mail server, in minutes. */
const GOOD_MIN = { code: 10, reset: 15, alert: 60, other: 24 * 60 }

/** The transaction must see the whole organization (scope `organization`). */
export async function sendNotice({ jobs, keys, now }: NoticeDeps, tx: Transaction, notice: Notice): Promise<void> {
  const { organizationId } = tx.context
  const id = newId(now.getTime())
  const minutes = GOOD_MIN[kindOf(notice.template)]
  const sealed = keys.seal(Buffer.from(JSON.stringify(notice.values)), placeOf(organizationId, id))
  const made = await tx.run(INSERT, [
    organizationId,
    id,
    notice.key,
    notice.system,
    notice.address,
    notice.template,
    notice.language,
    sealed,
    now,
    new Date(now.getTime() + minutes * 60_000),
  ])
  if (made.length > 0) await jobs.send(tx, 'notice', { organizationId, id })
}

function kindOf(template: NoticeTemplate): keyof typeof GOOD_MIN {
  if (template.endsWith('-code')) return 'code'
  if (template === 'password-reset') return 'reset'
  return template === 'alert-waits' || template === 'called-in' ? 'alert' : 'other'
}

export const placeOf = (organizationId: string, id: string): string => `notice/${organizationId}/${id}/values`

const INSERT = sqlText`
  insert into notice (organization_id, id, key, system, address, template, language, values_sealed, made_at, changed_at, good_until)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10) on conflict (organization_id, key) do nothing returning id`
