/** The job behind `sendNotice`: hands one notice to mail or text message, once, and forgets what it said. */
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Keys } from '#server/platform/seal.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { placeOf } from './send-notice.ts'
import { noticeText, type NoticeTemplate } from './texts.ts'

export type NoticeToCarry = {
  organizationId: string
  system: 'email' | 'sms' | 'phone'
  address: string
  subject: string
  body: string
  language: string
  idempotencyKey: string
}
export type NoticeReport =
  { state: 'handed_over' } | { state: 'failed'; cause: string; canRetry: boolean } | { state: 'unknown'; cause: string }
/** How a text leaves: the mail and text message adapters, chosen where the app is wired. */
export type CarryNotice = (notice: NoticeToCarry) => Promise<NoticeReport>

export type DeliverNoticeDeps = { db: Database; jobs: Jobs; keys: Keys; now: () => Date; carry: CarryNotice }

const ATTEMPTS_MAX = 4
/** Between attempts, in seconds. */
const AGAIN_SECONDS = 15
/** While sending is switched off, in seconds: many may wait for a day. */
const HELD_AGAIN_SECONDS = 300
/** A worker that is still at it after this time is taken for dead, in seconds; the text may have left, so it is not sent again. */
const LEASE_SECONDS = 60

export async function deliverNotice(deps: DeliverNoticeDeps, organizationId: string, id: string): Promise<void> {
  const { db, jobs, keys, now, carry } = deps
  const context = systemContext(organizationId, newId(), 'job notice')
  const claimed = await db.transaction(context, (tx) => claim(jobs, tx, id, now()))
  if (!claimed) return

  const values = JSON.parse(keys.open(claimed.values, placeOf(organizationId, id)).toString()) as object
  const { organization, goodUntil } = claimed
  // What is left of it now: it may have waited until sending was switched on.
  const hours = Math.max(1, Math.round((goodUntil.getTime() - now().getTime()) / 3_600_000))
  const text = noticeText(claimed.template, claimed.language, { ...values, organization, hours })
  const report = await carry({
    organizationId,
    system: claimed.system,
    address: claimed.address,
    language: claimed.language,
    idempotencyKey: id,
    ...text,
  }).catch((): NoticeReport => ({ state: 'unknown', cause: 'carrier-broke-off' }))

  await db.transaction(context, async (tx) => {
    const again = report.state === 'failed' && report.canRetry && claimed.attempt < ATTEMPTS_MAX
    const state = again ? 'queued' : report.state
    await tx.run(SETTLE, [
      organizationId,
      id,
      claimed.attempt,
      state,
      report.state === 'handed_over' ? null : report.cause,
      now(),
    ])
    if (again) await tellAgain(jobs, tx, id, now(), AGAIN_SECONDS * claimed.attempt)
  })
}

type Claimed = {
  system: 'email' | 'sms' | 'phone'
  address: string
  template: NoticeTemplate
  language: string
  values: Buffer
  organization: string
  goodUntil: Date
  attempt: number
}

async function claim(jobs: Jobs, tx: Transaction, id: string, now: Date): Promise<Claimed | undefined> {
  const { organizationId } = tx.context
  await tx.run(DROP, [organizationId, id, now])
  await tx.run(LOST, [organizationId, id, now, LEASE_SECONDS])
  const [claimed] = await tx.run<Claimed>(CLAIM, [organizationId, id, now])
  if (claimed) {
    await tellAgain(jobs, tx, id, now, LEASE_SECONDS + 1)
    return claimed
  }
  // Still queued means: sending is switched off. Nothing leaves until an administrator switches it on.
  const [held] = await tx.run(HELD, [organizationId, id])
  if (held) await tellAgain(jobs, tx, id, now, HELD_AGAIN_SECONDS)
  return undefined
}

const tellAgain = (jobs: Jobs, tx: Transaction, id: string, now: Date, seconds: number) =>
  jobs.send(
    tx,
    'notice',
    { organizationId: tx.context.organizationId, id },
    { startAfter: new Date(now.getTime() + seconds * 1000) },
  )

const DROP = sqlText`
  update notice set state = 'dropped', cause = 'too-late', values_sealed = null, changed_at = $3
  where organization_id = $1 and id = $2 and state = 'queued' and good_until <= $3`
const LOST = sqlText`
  update notice set state = 'unknown', cause = 'worker-lost', values_sealed = null, changed_at = $3
  where organization_id = $1 and id = $2 and state = 'sending' and changed_at < $3::timestamptz - make_interval(secs => $4)`
const CLAIM = sqlText`
  update notice n set state = 'sending', attempt = n.attempt + 1, changed_at = $3
  from organization o
  where n.organization_id = $1 and n.id = $2 and n.state = 'queued' and o.organization_id = n.organization_id and o.outbound_on
  returning n.system, n.address, n.template, n.language, n.values_sealed as values, o.name as organization,
    n.good_until as "goodUntil", n.attempt`
const HELD = sqlText`select from notice where organization_id = $1 and id = $2 and state = 'queued'`
const SETTLE = sqlText`
  update notice set state = $4, cause = $5, changed_at = $6, values_sealed = case when $4 = 'queued' then values_sealed end
  where organization_id = $1 and id = $2 and state = 'sending' and attempt = $3`
