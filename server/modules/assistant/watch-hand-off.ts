/**
 * The job of a hand-off that waits: brings it to more people when nobody has accepted it in time, and tells the patient how it stands.
 *
 * It runs at the earlier of the two moments and sends itself on in the same transaction. What it has to do stands in the row, and the
 * conversation is locked: a job that comes twice, late, or in two processes at once finds it done; one that is killed comes again.
 * A person who takes the conversation takes the same lock, so that nothing is said after that (D73).
 */
import {
  CIRCLES,
  circleOf,
  isForClinicians,
  laterDeadline,
  lookAgainAt,
  TELL_EVERY_MIN,
  TELL_FOR_HOURS,
  TOLD_MAX,
} from '#engines/assistant/hand-off.ts'
import { lockConversation, tellNobodyReads, type LockedConversation } from '#server/modules/conversation/index.ts'
import { sendNotice } from '#server/modules/notice/index.ts'
import { isOpenAt } from '#server/modules/service-policy/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import type { Keys } from '#server/platform/seal.ts'
import { lookLater, placeOf, wordsWhileWaiting } from './hand-off.ts'
import * as store from './hand-off-store.ts'
import { heardLast, say } from './say.ts'

export type WatchDeps = { db: Database; jobs: Jobs; hub: Hub; keys: Keys; publicUrl: string; now: () => Date }
type StepDeps = Omit<WatchDeps, 'db' | 'now'> & { tx: Transaction; now: Date }

export async function watchHandOff(deps: WatchDeps, organizationId: string, handOffId: string): Promise<void> {
  await deps.db.transaction(systemContext(organizationId, newId(), 'job hand-off'), async (tx) => {
    const now = deps.now()
    const conversationId = await store.conversationOf(tx, handOffId)
    const conversation = conversationId && (await lockConversation(tx, conversationId))
    const open = await store.lockUnaccepted(tx, { handOffId })
    if (!conversation || !open) return
    const step = { ...deps, tx, now }
    // Whoever opened the conversation and put it aside or ended it has seen it; a bulk change or a rule has not.
    const isSettled = conversation.state !== 'open' && (await store.isOpenedSince(tx, open))
    const kept = isSettled
      ? { ...open, deadlineAt: null, tellAt: null }
      : await widen(step, conversation, await tell(step, conversation, open))
    await store.keepHandOff(tx, open.id, kept)
    await lookLater({ tx, jobs: deps.jobs }, kept)
    tx.afterCommit(() => deps.hub.wake(organizationId))
  })
}

/** Place and time are told again where they have changed, at most every five minutes and so often. */
async function tell(
  { tx, jobs, now }: StepDeps,
  conversation: LockedConversation,
  open: store.OpenHandOff,
): Promise<store.OpenHandOff> {
  if (!open.tellAt || open.tellAt > now) return open
  const { language } = conversation
  const next = new Date(now.getTime() + TELL_EVERY_MIN * 60_000)
  const isOver = now.getTime() - open.requestedAt.getTime() > TELL_FOR_HOURS * 3_600_000
  if (isOver) return { ...open, tellAt: null }
  if (conversation.state !== 'open') return { ...open, tellAt: next }
  const lines = await wordsWhileWaiting(tx, conversation, { reason: open.reason, language, now })
  const told = placeOf(lines)
  if (told === null || told === open.told) return { ...open, tellAt: next }
  const { isSaid } = await say({ tx, jobs, now }, conversation, {
    lines,
    language,
    answers: await heardLast(tx, conversation),
  })
  const toldCount = open.toldCount + (isSaid ? 1 : 0)
  return { ...open, told, toldCount, tellAt: toldCount < TOLD_MAX ? next : null }
}

/** Nobody has accepted it in time: a wider circle is asked, then supervisors; these at once where nobody of the first is there. */
async function widen(
  deps: StepDeps,
  conversation: LockedConversation,
  open: store.OpenHandOff,
): Promise<store.OpenHandOff> {
  const { tx, jobs, keys, publicUrl, now } = deps
  if (!open.deadlineAt || open.deadlineAt > now) return open
  if (await store.hasOpenAlert(tx, conversation.id)) return { ...open, deadlineAt: null }
  const { urgency, siteId } = conversation
  const isOpen = await isOpenAt(tx, siteId, now)
  const forClinicians = isForClinicians(open.reason, urgency)
  const later = laterDeadline(urgency, now)
  const besides = [...open.audience, ...(conversation.assigneeId ? [conversation.assigneeId] : [])]
  let { widened } = open
  let asked: store.Asked[] = []
  while (asked.length === 0 && widened < CIRCLES) {
    const circle = circleOf(widened, { forClinicians, isOpen })
    if (!circle) return { ...open, deadlineAt: later }
    asked = await store.peopleToAsk(tx, { conversationId: conversation.id, circle, besides })
    widened += 1
  }
  for (const { id, email, language } of asked)
    await sendNotice({ jobs, keys, now }, tx, {
      // Who was asked before it was for clinicians is asked once more.
      key: `hand-off:${open.id}:${id}${forClinicians ? ':clinical' : ''}`,
      system: 'email',
      address: email,
      language,
      template: 'hand-off-waits',
      values: { link: `${publicUrl}/desk/inbox/all/${conversation.id}` },
    })
  // Who was not there may be there now (desk-D32).
  if (conversation.assignment === 'unassigned')
    await jobs.send(tx, 'route-waiting', { organizationId: tx.context.organizationId, id: conversation.id })
  if (asked.length === 0) {
    // Who was asked may open it and did not come.
    if (open.audience.length === 0) await tellNobodyReads({ jobs, keys, publicUrl, now }, tx, conversation.id)
    return { ...open, deadlineAt: lookAgainAt(open.requestedAt, now) }
  }
  await journal(
    tx,
    {
      event: 'hand-off.widened',
      action: 'U',
      resourceKind: 'hand-off',
      resourceId: open.id,
      conversationId: conversation.id,
      patientIds: [conversation.patientId],
      fieldClasses: ['service'],
      detail: { step: widened, audience: asked.map(({ id }) => id) },
    },
    now,
  )
  const audience = [...open.audience, ...asked.map(({ id }) => id)]
  return { ...open, widened, audience, deadlineAt: widened < CIRCLES ? later : null }
}
