/**
 * Once a day each number of ours is compared with what its carrier lists (desk-D58, decision 0122): a webhook that never came is found here. What
 * is missing is taken in by the channel's own way, as if it had come just now; what cannot be is an alarm with its ids.
 */
import type { FormField } from '#engines/sms/carrier-signature.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { errorFields } from '#server/platform/log.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import type { Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { listCalls, listFiles, listRecordings, listTexts, type ListedRecording } from './carrier-list.ts'
import { numberById, type OwnNumber } from './sms/own-number.ts'
import { lineById, type OwnLine } from './voice/own-line.ts'
import { takeCall } from './voice/receive-call.ts'

export type LookBackDeps = {
  services: Services
  receiveSms: (number: OwnNumber, fields: readonly FormField[]) => Promise<unknown>
  outbound: OutboundRules
}

const EVERY_MS = 24 * 3_600_000
/** A carrier whose list could not be had is asked again after this. */
const AGAIN_MS = 3_600_000
/** What came so lately may still be on its way to us. */
const YOUNGEST_MS = 10 * 60_000
/** The list and our own clock may differ. */
const OVERLAP_MS = 3_600_000
/** A number that was away for longer is compared from here. */
const OLDEST_MS = 30 * EVERY_MS
const IDS_MAX = 100
const IDS_TOLD = 20

type Missing = { sid: string; take: () => Promise<unknown> }
type Claimed = { accountId: string; channel: 'sms' | 'voice'; address: string; since: Date; wasFailed: boolean }

/** The numbers of one organization whose day is over. Several processes share them out. @returns how much was taken in. */
export async function lookBack(deps: LookBackDeps, organizationId: string): Promise<number> {
  const { db, now } = deps.services
  const context = systemContext(organizationId, newId(), 'look-back')
  const claimed = await db.transaction(context, (tx) => {
    const at = now().getTime()
    return tx.run<Claimed>(CLAIM, [
      organizationId,
      now(),
      new Date(at - EVERY_MS),
      new Date(at - EVERY_MS - OVERLAP_MS),
    ])
  })
  let sum = 0
  for (const one of claimed) sum += await compare(deps, organizationId, one)
  return sum
}

async function compare(deps: LookBackDeps, organizationId: string, claimed: Claimed): Promise<number> {
  const { services } = deps
  const { db, now, log, hub } = services
  const { accountId, channel, address, wasFailed } = claimed
  const context = systemContext(organizationId, newId(), 'look-back')
  const until = new Date(now().getTime() - YOUNGEST_MS)
  const since = new Date(Math.max(claimed.since.getTime() - OVERLAP_MS, now().getTime() - OLDEST_MS))
  const found = await (channel === 'sms' ? textsOf : callsOf)(deps, organizationId, { accountId, since, until })
  const lost: string[] = []
  for (const { sid, take } of found?.missing ?? [])
    await take().catch((error: unknown) => {
      log.error('look-back.not-taken', errorFields(error))
      lost.push(sid)
    })
  const taken = (found?.missing.length ?? 0) - lost.length
  await db.transaction(context, async (tx) => {
    const isFailed = !found
    // What could not be taken in is looked for again the next day.
    const comparedTo = isFailed || lost.length > 0 ? claimed.since : until
    const claimedAt = isFailed ? new Date(now().getTime() - EVERY_MS + AGAIN_MS) : now()
    const values = [claimedAt, comparedTo, isFailed, found?.listed ?? 0, taken, lost.slice(0, IDS_MAX)]
    await tx.run(SAVE, [organizationId, accountId, ...values])
    const source = `${channel}:${address}`
    const detail = { source, listed: found?.listed ?? 0, taken }
    const head = { action: 'E', resourceKind: 'mailbox' } as const
    if (taken > 0) await journal(tx, { ...head, event: 'inbox.looked-back', detail }, now())
    const cause = isFailed ? 'look-back-failed' : 'look-back-missing'
    if (lost.length > 0 || (isFailed && !wasFailed)) {
      log.error('look-back.alarm', { isFailed, count: lost.length })
      await journal(
        tx,
        {
          ...head,
          event: 'inbox.alarm',
          outcome: 'failed',
          detail: { source, cause, count: lost.length, ids: lost.slice(0, IDS_TOLD) },
        },
        now(),
      )
      tx.afterCommit(() => hub.wake(organizationId))
    }
  })
  return taken
}

type Span = { accountId: string; since: Date; until: Date }
type Found = { listed: number; missing: Missing[] } | undefined

async function textsOf(
  { services, receiveSms, outbound }: LookBackDeps,
  organizationId: string,
  span: Span,
): Promise<Found> {
  const { db, keys } = services
  const context = systemContext(organizationId, newId(), 'look-back')
  const number = await db.transaction(context, (tx) => numberById(tx, keys, span.accountId))
  const all = number && (await listTexts(number, { to: number.address, since: span.since, outbound }))
  if (!all) return undefined
  const listed = all.filter(({ at }) => at <= span.until)
  // A text that was set aside has its id behind a word of its own.
  const known = await db.transaction(context, (tx) =>
    tx.run<{ id: string }>(
      sqlText`select regexp_replace(external_id, '^aside-', '') as id from inbox_entry
        where organization_id = $1 and source = $2 and external_id = any ($3::text[] || $4::text[])`,
      [organizationId, `sms:${number.address}`, listed.map(({ sid }) => sid), listed.map(({ sid }) => `aside-${sid}`)],
    ),
  )
  const ids = new Set(known.map(({ id }) => id))
  const missing = listed
    .filter(({ sid }) => !ids.has(sid))
    .map(({ sid, from, body, files }) => ({
      sid,
      take: async () => {
        const named = files > 0 ? await listFiles(number, sid, outbound) : []
        if (!named) throw new Error('the files of a text are not listed')
        await receiveSms(number, [
          ['MessageSid', sid],
          ['From', from],
          ['To', number.address],
          ['Body', body],
          ['NumMedia', String(named.length)],
          ...named.flatMap(({ url, type }, at): FormField[] => [
            [`MediaUrl${at}`, url],
            [`MediaContentType${at}`, type],
          ]),
        ])
      },
    }))
  return { listed: listed.length, missing }
}

/** Calls first, so that a recording finds its call. A call that nobody told us of has its row, and who called, so that somebody can call back. */
async function callsOf({ services, outbound }: LookBackDeps, organizationId: string, span: Span): Promise<Found> {
  const { db, keys } = services
  const context = systemContext(organizationId, newId(), 'look-back')
  const line = await db.transaction(context, (tx) => lineById(tx, keys, span.accountId))
  const { since } = span
  const all = line && (await listCalls(line, { to: line.address, since, outbound }))
  const sounds = line && (await listRecordings(line, { since, outbound }))
  if (!all || !sounds) return undefined
  const listed = all.filter(({ at }) => at <= span.until)
  const known = await db.transaction(context, (tx) =>
    tx.run<{ id: string }>(
      sqlText`select carrier_call_id as id from call where organization_id = $1 and account_id = $2 and carrier_call_id = any ($3::text[])`,
      [organizationId, span.accountId, listed.map(({ sid }) => sid)],
    ),
  )
  const ids = new Set(known.map(({ id }) => id))
  const missing = listed
    .filter(({ sid }) => !ids.has(sid))
    .map(({ sid, from }) => ({
      sid,
      take: () =>
        takeCall(
          services,
          line,
          [
            ['CallSid', sid],
            ['From', from],
            ['To', line.address],
            ['CallStatus', 'completed'],
          ],
          { turn: 0, isSilent: false },
        ),
    }))
  const recordings = await recordingsOf(
    services,
    line,
    sounds.filter(({ at }) => at <= span.until),
    listed,
  )
  return { listed: listed.length + recordings.listed, missing: [...missing, ...recordings.missing] }
}

/**
 * Of the calls of this line, of which the account has others too: what was recorded and never told is a voicemail now. Whoever did not want
 * to be recorded is not listened to.
 */
async function recordingsOf(
  services: Services,
  line: OwnLine,
  all: readonly ListedRecording[],
  listedCalls: readonly { sid: string; from: string }[],
): Promise<NonNullable<Found>> {
  const context = systemContext(line.organizationId, newId(), 'look-back')
  const known = await services.db.transaction(context, (tx) =>
    tx.run<{ callSid: string; refused: boolean; kept: string[] }>(KNOWN_RECORDINGS, [
      line.organizationId,
      line.accountId,
      all.map(({ callSid }) => callSid),
    ]),
  )
  const callerOf = (callSid: string) => listedCalls.find(({ sid }) => sid === callSid)?.from
  const callOf = (callSid: string) => known.find((one) => one.callSid === callSid)
  const own = all.filter(({ callSid }) => {
    const call = callOf(callSid)
    return call ? !call.refused : callerOf(callSid) !== undefined
  })
  const missing = own
    .filter(({ sid, callSid }) => !callOf(callSid)?.kept.includes(sid))
    .map(({ sid, callSid, url, seconds }) => ({
      sid,
      take: () =>
        takeCall(
          services,
          line,
          [
            ['CallSid', callSid],
            ['From', callerOf(callSid) ?? ''],
            ['To', line.address],
            ['CallStatus', 'completed'],
            ['RecordingSid', sid],
            ['RecordingUrl', url],
            ['RecordingDuration', String(seconds)],
          ],
          { turn: 'away', isSilent: false },
        ),
    }))
  return { listed: own.length, missing }
}

const KNOWN_RECORDINGS = sqlText`
  select c.carrier_call_id as "callSid", coalesce(c.consent = 'refused', false) as refused,
         array(select v.recording_id from voicemail v where v.organization_id = $1 and v.call_id = c.id limit 100) as kept
    from call c where c.organization_id = $1 and c.account_id = $2 and c.direction = 'in' and c.carrier_call_id = any ($3::text[])`

const CLAIM = sqlText`
  with due as (
    insert into carrier_look_back as b (organization_id, account_id, claimed_at, compared_to)
    select a.organization_id, a.id, $2, $4 from channel_account a
     where a.organization_id = $1 and a.channel in ('sms', 'voice') and a.is_live
       and (exists (select from sms_carrier s where s.organization_id = $1 and s.account_id = a.id)
         or exists (select from voice_line v where v.organization_id = $1 and v.account_id = a.id))
    on conflict (organization_id, account_id) do update set claimed_at = excluded.claimed_at where b.claimed_at <= $3
    returning account_id, compared_to, is_failed
  )
  select d.account_id as "accountId", a.channel, a.address, d.compared_to as since, d.is_failed as "wasFailed"
    from due d join channel_account a on a.organization_id = $1 and a.id = d.account_id order by a.channel, a.address`

const SAVE = sqlText`
  update carrier_look_back set claimed_at = $3, compared_to = $4, is_failed = $5, listed = $6, taken_in = $7, missing = $8
   where organization_id = $1 and account_id = $2`
