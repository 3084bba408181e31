/**
 * What a rule writes to a person: a text of the administrator or of a macro, as an automatic message through the gate like every other
 * (desk-D36, D68). It goes only by the way on which the person writes in this conversation, and never to what answers by itself (desk-D51).
 */
import { aboveAnother } from '#engines/assistant/other-languages.ts'
import { LONGEST_SMS } from '#engines/sms/segments.ts'
import type { Action } from '#engines/rules/rule.ts'
import type { Outcome, PastPlace, ReplyDecision } from '#server/modules/rule/index.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { askedUntil, decideSend, type Decision, type Outgoing, type SendFacts } from './gate.ts'
import {
  addressesOfPerson,
  countAutomatic,
  lockReceivers,
  NOTHING_SENT,
  storeAutomaticMessage,
} from './insert-automatic-message.ts'
import { isStopped } from './number-stop.ts'
import { replyWays, type ReplyWay } from './send-store.ts'
import { soundsOfHealth } from './texts.ts'

type Reply = Action & { kind: 'reply' }
/** `plain`: the same for everybody. `health`: as a person's answer is asked of the gate. */
export type RuleText = { text: string; language: string; contentClass: 'plain' | 'health' }
export type Sent = Pick<Outcome, 'outcome' | 'reason' | 'language'>
type Place = { conversationId: string; isAutomatic: boolean }
type Deps = { tx: Transaction; jobs: Jobs; now: Date }
type Told = {
  receiverIsAutomatic: boolean
  minutesSinceTheyWrote: number | null
  repliesToday: number
} & typeof NOTHING_SENT

export async function sendRuleReply(deps: Deps, place: Place, action: Reply): Promise<Outcome> {
  const target = await findTarget(deps.tx, place.conversationId, deps.now)
  const text = { ...textFor(action, target.writer.language), contentClass: 'plain' } as const
  return { kind: 'reply', ...(await send(deps, place, target, text, 'may-wait')) }
}

/** A text that belongs to more than itself: now or not at all (decision 0134). */
export const sendRuleText = async (deps: Deps, place: Place, text: RuleText): Promise<Sent> =>
  send(deps, place, await findTarget(deps.tx, place.conversationId, deps.now), text, 'now')

async function send(
  deps: Deps,
  { conversationId, isAutomatic }: Place,
  { way, writer }: Target,
  { text, language, contentClass }: RuleText,
  when: 'now' | 'may-wait',
): Promise<Sent> {
  const { tx, now } = deps
  if (isAutomatic || writer.isAutomatic) return outcome('refused', 'AUTOMATIC_MAIL', language)
  if (!way) return outcome('refused', 'WRONG_PERSON', language)
  const { address, channel, contactPointId } = way
  if (channel === 'sms' && text.length > LONGEST_SMS) return outcome('refused', 'TOO_LARGE', language)
  const { accountId: channelAccountId, repliesToday } = writer
  if (address !== null) await lockReceivers(tx, [address])
  const counted = address === null ? NOTHING_SENT : await countAutomatic(tx, { address, channelAccountId }, now)
  const { minutesSinceTheyWrote } = way.facts
  const told = { receiverIsAutomatic: false, minutesSinceTheyWrote, repliesToday, ...counted }
  const decision = await decide(tx, way, told, { contentClass, text, isInTheirLanguage: isTheirs(language, writer) })

  const isSpokenHere = channel === 'portal-chat' || channel === 'widget'
  const message = { conversationId, text, language, purpose: 'reply', channel, channelAccountId, address, contactPointId, kind: 'rule' } as const // prettier-ignore
  if (decision.do === 'refuse') return outcome('refused', decision.reason, language)
  if (decision.do !== 'allow') {
    const until = decision.do === 'ask' ? askedUntil(now) : decision.until
    // Until somebody switches sending on is too long: it would come when nobody needs it.
    if (!until || when === 'now') return outcome('refused', decision.reason, language)
    await storeAutomaticMessage(deps, message, 'held', { until, reason: decision.reason })
    return outcome('held', decision.reason, language)
  }
  await storeAutomaticMessage(deps, message, isSpokenHere ? 'delivered' : 'queued')
  return outcome('done', null, language)
}

/** The same question for a past moment: consents, stops and addresses of today, the clock and the messages of then (decision 0102). */
export async function decideReplyAt(
  tx: Transaction,
  { action, language, ...past }: PastPlace & { action: Reply; language: string },
): Promise<ReplyDecision> {
  const decided = await decideAt(tx, past, { ...textFor(action, language), contentClass: 'plain' })
  return { ...decided, outcome: { kind: 'reply', ...decided.outcome } }
}

/** As `sendRuleText` would have been decided then: what may only wait is refused. */
export async function decideTextAt(
  tx: Transaction,
  past: PastPlace,
  text: RuleText,
): Promise<{ outcome: Sent; address: string | null }> {
  const { outcome: would, address } = await decideAt(tx, past, text)
  return { outcome: would.outcome === 'held' ? { ...would, outcome: 'refused' } : would, address }
}

async function decideAt(
  tx: Transaction,
  { conversationId, at, wroteAt, isAutomatic, sent }: PastPlace,
  { text, language, contentClass }: RuleText,
): Promise<{ outcome: Sent; address: string | null }> {
  const { way, writer } = await findTarget(tx, conversationId, at)
  if (isAutomatic) return { outcome: outcome('refused', 'AUTOMATIC_MAIL', language), address: null }
  if (!way) return { outcome: outcome('refused', 'WRONG_PERSON', language), address: null }
  if (way.channel === 'sms' && text.length > LONGEST_SMS)
    return { outcome: outcome('refused', 'TOO_LARGE', language), address: null }
  const since = (key: string, hours: number) =>
    (sent.get(key) ?? []).filter((one) => at.getTime() - one.getTime() < hours * 3_600_000).length
  const address = way.address ?? ''
  const ofPerson = address === '' ? [] : await addressesOfPerson(tx, address)
  const sinceOf = (addresses: readonly string[], hours: number) =>
    addresses.reduce((sum, one) => sum + since(one, hours), 0)
  const numbers = way.channel === 'sms' ? ofPerson.filter((one) => !one.includes('@')) : []
  const told = {
    ...NOTHING_SENT,
    receiverIsAutomatic: false,
    minutesSinceTheyWrote: wroteAt && (at.getTime() - wroteAt.getTime()) / 60_000,
    repliesToday: since(conversationId, 24),
    automaticToday: sinceOf(ofPerson, 24),
    automaticMailThisHour: since(address, 1),
    automaticSmsToday: sinceOf(numbers, 24),
    automaticSmsThisWeek: sinceOf(numbers, 7 * 24),
  }
  const decision = await decide(tx, way, told, { contentClass, text, isInTheirLanguage: isTheirs(language, writer) })
  if (decision.do === 'allow') return { outcome: outcome('would', null, language), address: way.address }
  const isHeld = decision.do === 'ask' || (decision.do === 'hold' && decision.until !== null)
  return { outcome: outcome(isHeld ? 'held' : 'refused', decision.reason, language), address: way.address }
}

/** What was held is decided again, not merely sent (desk-D41). Its budget was asked when it was written. */
export const decideHeldReply = (tx: Transaction, way: ReplyWay, held: HeldText): Promise<Decision> =>
  decide(
    tx,
    way,
    {
      ...NOTHING_SENT,
      receiverIsAutomatic: false,
      minutesSinceTheyWrote: way.facts.minutesSinceTheyWrote,
      repliesToday: 0,
    },
    { contentClass: 'plain', ...held },
  )

/** Without a text only what does not depend on its words is decided. */
export type HeldText = Partial<Pick<Outgoing, 'text' | 'isInTheirLanguage' | 'agreed'>>

async function decide(
  tx: Transaction,
  way: ReplyWay,
  { repliesToday, ...told }: Told,
  { text = '', ...words }: Pick<RuleText, 'contentClass'> & HeldText,
): Promise<Decision> {
  if (repliesToday >= way.facts.rules.automaticPerDay) return { do: 'refuse', reason: 'BUDGET_SPENT' }
  const facts: SendFacts = {
    ...way.facts,
    ...told,
    acknowledgementsToday: 0,
    // A later message of theirs opens the way for a person, not for a rule (desk-D39).
    hasStopped: way.channel === 'sms' && (await isStopped(tx, way.address)),
  }
  const { channel } = way
  const message = { channel, purpose: 'reply', isAutomatic: true, carriesText: true } as const
  return decideSend({ ...message, ...words, text, soundsOfHealth: soundsOfHealth(text) }, facts)
}

/** Nobody knows what somebody reads who wrote too little to tell. */
const isTheirs = (language: string, writer: Writer): boolean =>
  writer.language === 'und' || writer.language === language

const outcome = (of: Outcome['outcome'], reason: string | null, language: string): Sent => ({
  outcome: of,
  reason,
  language,
})

/** In the writer's language; else the first, below a line of that language which says so (desk-D36). */
function textFor({ texts }: Reply, language: string): { language: string; text: string } {
  const own = texts.find((one) => one.language === language)
  const first = texts[0] ?? { language: 'en', text: '' }
  return own ?? { ...first, text: aboveAnother(language, first.text) }
}

type Writer = {
  channel: ReplyWay['channel']
  language: string
  address: string | null
  accountId: string | null
  /** A machine wrote last, or the address is not surely the writer's own. */
  isAutomatic: boolean
  repliesToday: number
}

type Target = { writer: Writer; way: ReplyWay | undefined }

async function findTarget(tx: Transaction, conversationId: string, at: Date): Promise<Target> {
  const dayBefore = new Date(at.getTime() - 24 * 3_600_000)
  const [writer] = await tx.run<Writer>(WRITER, [tx.context.organizationId, conversationId, dayBefore])
  if (!writer) throw new Error('the conversation went away while it was locked')
  const { channel, address } = writer
  const ways = (await replyWays(tx, { id: conversationId, channel }, at)).filter((way) => way.channel === channel)
  return { writer, way: ways.find((way) => way.address === address) ?? (address === null ? ways[0] : undefined) }
}

const WRITER = sqlText`
  select c.channel, c.language, last.channel_account_id as "accountId",
         coalesce(last.automatic, 'none') <> 'none' or c.sender ~ '^unproven(-call)?:' as "isAutomatic",
         case when c.channel in ('email', 'sms') then (
           select p.address from party p where p.organization_id = $1 and p.conversation_id = c.id and p.left_at is null and p.role <> 'staff'
             and p.address is not null order by p.joined_at desc limit 1) end as address,
         (select count(*)::int from message m where m.organization_id = $1 and m.conversation_id = c.id and m.direction = 'out'
           and m.flags @> '{rule}' and m.received_at > $3) as "repliesToday"
    from conversation c left join lateral (
      select m.automatic, m.channel_account_id from message m where m.organization_id = $1 and m.conversation_id = c.id and m.direction = 'in'
       order by m.seq desc limit 1) last on true
   where c.organization_id = $1 and c.id = $2`
