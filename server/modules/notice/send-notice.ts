/**
 * Puts a notice on its way, in the caller's transaction: what rolls back is not sent. Notices do not pass `decideSend`, which is about messages of
 * a conversation; what they obey instead is kept here, in `texts.ts` and in the job (docs/reference/desk.md, D36).
 */
import type { Jobs } from '#server/platform/jobs.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { mayCodeLeave } from './code-budget.ts'
import type { NoticeTemplate, NoticeValues, SecurityTemplate } from './texts.ts'

export type Notice = {
  /** The same key twice is one notice. */
  key: string
  address: string
  language: string
  values: Omit<NoticeValues, 'organization' | 'hours'>
  /** When what it leads to ends; else by its kind. */
  goodUntil?: Date
} & Way

/** A stopped number gets what is for security, and a colleague's the call of a red flag or to come in (desk-D39); the rest goes by mail, so that there is no stop to ask for. */
type Way =
  | { template: SecurityTemplate; system: 'email' | 'sms' | 'phone' }
  | { template: 'alert-waits' | 'called-in'; system: 'email' | 'sms' }
  | { template: Exclude<NoticeTemplate, SecurityTemplate>; system: 'email' }

export type NoticeDeps = { jobs: Jobs; keys: Keys; now: Date }

/** A code or a link that comes late is worse than none, and what was urgent hours ago wakes for nothing; other news may wait for a mail server, in minutes. */
const GOOD_MIN = { code: 10, reset: 15, alert: 60, other: 24 * 60 }

/**
 * The transaction must see the whole organization (scope `organization`). A code beyond what one address may get is kept as dropped and told to nobody:
 * that codes went there says that somebody has it on file (trust-D23).
 */
export async function sendNotice({ jobs, keys, now }: NoticeDeps, tx: Transaction, notice: Notice): Promise<void> {
  const { organizationId } = tx.context
  const id = newId(now.getTime())
  const kind = kindOf(notice.template)
  const isSpent = kind === 'code' && !(await mayCodeLeave(tx, notice.address, now))
  const sealed = isSpent ? null : keys.seal(Buffer.from(JSON.stringify(notice.values)), placeOf(organizationId, id))
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
    notice.goodUntil ?? new Date(now.getTime() + GOOD_MIN[kind] * 60_000),
    isSpent ? 'dropped' : 'queued',
    isSpent ? 'BUDGET_SPENT' : null,
  ])
  if (made.length > 0 && !isSpent) await jobs.send(tx, 'notice', { organizationId, id })
}

function kindOf(template: NoticeTemplate): keyof typeof GOOD_MIN {
  if (template.endsWith('-code')) return 'code'
  if (template === 'password-reset') return 'reset'
  return template === 'alert-waits' || template === 'called-in' ? 'alert' : 'other'
}

/** How each of these notices stands that was made here. */
export async function noticeStates(tx: Transaction, keys: readonly string[]): Promise<Map<string, NoticeState>> {
  if (keys.length === 0) return new Map()
  const rows = await tx.run<{ key: string; state: NoticeState }>(STATES, [tx.context.organizationId, keys])
  return new Map(rows.map(({ key, state }) => [key, state]))
}

export type NoticeState = 'queued' | 'sending' | 'handed_over' | 'failed' | 'unknown' | 'dropped'

const STATES = sqlText`select key, state from notice where organization_id = $1 and key = any ($2)`

export const placeOf = (organizationId: string, id: string): string => `notice/${organizationId}/${id}/values`

const INSERT = sqlText`
  insert into notice (organization_id, id, key, system, address, template, language, values_sealed, made_at, changed_at, good_until,
    state, cause)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12) on conflict (organization_id, key) do nothing returning id`
