/** Somebody comes to the front desk: a queue number, and the conversation that the person's matter stands in (desk-D64). */
import { createHash } from 'node:crypto'
import { matterOfWalkIn, receiveMessage } from '#server/modules/conversation/index.ts'
import { verifyAtDesk, type DeskCheck } from '#server/modules/identity/index.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { estimateWait, type Estimate } from './estimate.ts'
import { letterOf, numberText, urgencyOf, type TurnReason } from './rules.ts'
import {
  aheadOf,
  givenFor,
  insertTurn,
  lastServed,
  lockLine,
  nextNumber,
  type Given,
  type Queue,
  type Site,
} from './store.ts'
import { walkInText } from './texts.ts'

export type TurnDeps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

export type Arrival = {
  site: Site
  queue: Queue
  /** Made by the screen: the same one twice is one arrival. */
  messageId: string
  reason: TurnReason
  language: string
  /** Null: nobody knows who it is. `check`: what proves that it is this patient; null when staff only named the patient. */
  person: { patientId: string; check: { method: DeskCheck; by: string } | null } | null
  deviceId: string | null
  takenBy: string | null
}
export type Taken = { number: string; estimate: Estimate | null }

export async function takeTurn(deps: TurnDeps, arrival: Arrival): Promise<Result<Taken, 'NOT_FOUND'>> {
  const { tx, now } = deps
  const { site, queue, messageId, reason, language, person } = arrival
  const before = await givenFor(tx, site.id, messageId)
  if (before) return isSame(arrival, before) ? ok(await present(tx, site, before, now)) : refuse('NOT_FOUND')

  const matter = person?.check ? await matterOfWalkIn(tx, person.patientId, now) : null
  const text = walkInText(language, reason)
  const received = await receiveMessage(deps, {
    messageId,
    source: `front-desk:${site.id}`,
    externalId: messageId,
    digest: createHash('sha256').update(text).digest(),
    channel: 'front-desk',
    channelAccountId: null,
    sender: { kind: 'walk-in', patientId: person?.patientId ?? null, language },
    conversationId: matter,
    beginsAnew: matter === null,
    provedBy: { patientIds: person?.check ? [person.patientId] : [] },
    subject: null,
    text,
    siteId: site.id,
  })
  if (!received.ok) return received
  if (received.value.outcome === 'duplicate') {
    // Sent twice at once, and the other was first; or the id is another's, which looks like one that is not there.
    const meanwhile = await givenFor(tx, site.id, messageId)
    return meanwhile && isSame(arrival, meanwhile) ? ok(await present(tx, site, meanwhile, now)) : refuse('NOT_FOUND')
  }
  const { conversationId } = received.value
  if (person?.check)
    await verifyAtDesk(tx, { conversationId, method: person.check.method, checkedBy: person.check.by }, now)

  const urgency = urgencyOf(reason, received.value.urgency)
  const letter = letterOf(queue.kind)
  // Only now: the words were understood before, and nobody waited for that.
  await lockLine(tx, site.id)
  const ahead = await aheadOf(tx, site, queue.id, urgency)
  const number = await nextNumber(tx, site, letter)
  const turnId = await insertTurn(
    tx,
    {
      site,
      letter,
      number,
      conversationId,
      messageId,
      reason,
      urgency,
      language,
      ahead,
      queueId: queue.id,
      isFirst: matter !== conversationId,
      deviceId: arrival.deviceId,
      takenBy: arrival.takenBy,
      takenAt: now,
    },
    now,
  )
  await journal(
    tx,
    {
      event: 'front-desk.taken',
      action: 'C',
      resourceKind: 'front-desk-turn',
      resourceId: turnId,
      conversationId,
      patientIds: [person?.patientId ?? null],
      fieldClasses: ['service'],
      detail: { number: numberText(letter, number), siteId: site.id, queueId: queue.id, reason, urgency },
    },
    now,
  )
  tx.afterCommit(() => deps.hub.wake(tx.context.organizationId))
  return ok(await present(tx, site, { letter, number, ahead, queueId: queue.id }, now))
}

/** The number of one person is not told as another's. A kiosk that asks again does not say who it is: its code is used up. */
const isSame = ({ person, deviceId }: Arrival, given: { patientId: string | null }): boolean =>
  deviceId !== null || given.patientId === (person?.patientId ?? null)

const present = async (
  tx: Transaction,
  site: Site,
  { letter, number, ahead, queueId }: Given,
  now: Date,
): Promise<Taken> => ({
  number: numberText(letter, number),
  estimate: estimateWait(await lastServed(tx, site.id, queueId, now), ahead),
})
