/**
 * Nobody has accepted a red flag: the telephone of whoever is on call rings, and a key on it accepts (desk-D3, decision 0235). The call is about an
 * alert and of no patient: what is said names nobody and holds no word of one. Each call, and how it ended, stands in the history of the alert.
 */
import { acceptAlert, alertState, canAcceptAlert, whoIsOnCall } from '#server/modules/conversation/index.ts'
import { journal } from '#server/platform/journal.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { isTooLate, nextAlertTry, type AlertCallEnd } from './alert-call-rules.ts'
import * as store from './alert-call-store.ts'
import type { AlertCall, Owner } from './alert-call-store.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

/** A carrier that tells no end of a call for so long has lost it, in seconds: longer than a telephone rings and a text is said twice. */
const SILENT_SECONDS = 180

/** The job beside the mail and the text message. One that comes twice rings once, and once more where the alert asks again. */
export async function ringOnCall({ tx, jobs, now }: Omit<Deps, 'hub'>, alertId: string): Promise<void> {
  for (const { id: staffId, number, language, askedAt } of await whoIsOnCall(tx, alertId))
    if (number !== null)
      await ask({ tx, jobs, now }, { alertId, staffId, number, language, try: 1, askedAt, dueAt: now })
}

type Asked = Pick<AlertCall, 'alertId' | 'staffId' | 'number' | 'language' | 'try' | 'askedAt' | 'dueAt'>

async function ask({ tx, jobs, now }: Omit<Deps, 'hub'>, asked: Asked): Promise<void> {
  const id = await store.insertAlertCall(tx, asked, now)
  if (id) await jobs.send(tx, 'alert-dial', { organizationId: tx.context.organizationId, id }, { startAfter: asked.dueAt }) // prettier-ignore
}

/** To be called before the carrier hears of it: a job that is taken up again rings nobody twice. @returns undefined where nothing is to ring. */
export async function beginAlertCall(deps: Deps, id: string): Promise<AlertCall | undefined> {
  const { tx, jobs, now } = deps
  const call = await store.lockAlertCall(tx, id)
  if (call?.state !== 'asked') return undefined
  const end = await whyNotNow(deps, call)
  if (end) {
    await settleAlertCall(deps, call, end)
    return undefined
  }
  await store.noteRinging(tx, id)
  const startAfter = new Date(now.getTime() + SILENT_SECONDS * 1000)
  await jobs.send(tx, 'end-alert-dial', { organizationId: tx.context.organizationId, id }, { startAfter })
  await tell(deps, call, 'called', {})
  return call
}

async function whyNotNow({ tx, now }: Deps, call: AlertCall): Promise<'had' | 'dropped' | null> {
  const alert = await alertState(tx, call.alertId)
  if (alert?.acceptedBy) return 'had'
  return alert && !isTooLate(call.askedAt, now) && (await store.mayRing(tx, call.id)) ? null : 'dropped'
}

/** How a call ended that nobody's key has accepted. What is told twice finds it over. */
export async function settleAlertCall(deps: Deps, call: AlertCall, end: AlertCallEnd): Promise<void> {
  const { tx, now } = deps
  if (!(await store.endAlertCall(tx, call.id, end, now))) return
  if (end === 'no_key' || end === 'no_answer' || end === 'failed') await tell(deps, call, 'not-reached', { as: end })
  const dueAt = nextAlertTry(call, end, now)
  const alert = await alertState(tx, call.alertId)
  if (dueAt && alert?.acceptedBy === null) await ask(deps, { ...call, try: call.try + 1, dueAt })
}

/** The key was pressed. In a transaction of every label that runs in the name of the number's owner. @returns whether it is theirs now. */
export async function acceptByTelephone(deps: Deps, call: AlertCall, owner: Owner): Promise<'accepted' | 'had' | 'no'> {
  const { tx, now } = deps
  const wasDialed = call.state !== 'asked' && call.state !== 'dropped'
  if (!wasDialed || !owner.isActive || !canAcceptAlert({ role: owner.role })) return 'no'
  const reader = { id: owner.staffId, labels: owner.labels }
  const accepted = await acceptAlert(deps, call.alertId, reader, 'telephone')
  const isTheirs = accepted.ok || (await alertState(tx, call.alertId))?.acceptedBy === owner.staffId
  await store.endAlertCall(tx, call.id, isTheirs ? 'accepted' : 'had', now)
  return isTheirs ? 'accepted' : 'had'
}

async function tell(
  { tx, hub, now }: Deps,
  call: AlertCall,
  what: 'called' | 'not-reached',
  detail: Record<string, string>,
): Promise<void> {
  const alert = await alertState(tx, call.alertId)
  await journal(
    tx,
    {
      event: `alert.${what}`,
      action: 'U',
      resourceKind: 'safety-alert',
      resourceId: call.alertId,
      conversationId: alert?.conversationId ?? null,
      detail: { to: call.staffId, try: call.try, ...detail },
    },
    now,
  )
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
}
