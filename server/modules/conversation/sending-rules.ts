/**
 * How much is sent by itself, and when it is night (desk-D41, D42). The rules of the house follow law and carriers, so an organization may only be
 * stricter (decision 0175). Pure, but for the two at the end that read and write them.
 */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type SendingRules = {
  /** It is night from this hour in the evening to that hour in the morning, on the clock of the receiver. */
  quietFromHour: number
  quietToHour: number
  /** Automatic messages a day to one person over all channels. */
  automaticPerDay: number
  /** Automatic text messages to one number. */
  automaticSmsPerDay: number
  automaticSmsPerWeek: number
  /** Automatic mail to one address, and through one mailbox. */
  automaticMailPerHour: number
  automaticMailPerMailboxMinute: number
}

/** Source: desk-D41, D42 (47 CFR 64.1200: 8 to 21 o'clock, one exempt text a day and three a week). */
export const HOUSE_RULES: SendingRules = {
  quietFromHour: 21,
  quietToHour: 8,
  automaticPerDay: 3,
  automaticSmsPerDay: 1,
  automaticSmsPerWeek: 3,
  automaticMailPerHour: 5,
  automaticMailPerMailboxMinute: 20,
}

const upTo = (rule: keyof SendingRules) => ({ least: 0, most: HOUSE_RULES[rule] })
/** How strict an organization may be. Between the night and the morning six hours of a day stay at the least. */
export const RULE_LIMITS: Record<keyof SendingRules, { least: number; most: number }> = {
  quietFromHour: { least: 18, most: HOUSE_RULES.quietFromHour },
  quietToHour: { least: HOUSE_RULES.quietToHour, most: 12 },
  automaticPerDay: upTo('automaticPerDay'),
  automaticSmsPerDay: upTo('automaticSmsPerDay'),
  automaticSmsPerWeek: upTo('automaticSmsPerWeek'),
  automaticMailPerHour: upTo('automaticMailPerHour'),
  automaticMailPerMailboxMinute: { least: 1, most: HOUSE_RULES.automaticMailPerMailboxMinute },
}

/** The first that lies outside its limits. */
export const wrongRule = (rules: SendingRules): keyof SendingRules | undefined =>
  (Object.keys(RULE_LIMITS) as (keyof SendingRules)[]).find(
    (rule) =>
      !Number.isInteger(rules[rule]) || rules[rule] < RULE_LIMITS[rule].least || rules[rule] > RULE_LIMITS[rule].most,
  )

/** A limit that became stricter after a version was saved holds for it too. */
const within = (rules: SendingRules): SendingRules =>
  Object.fromEntries(
    (Object.keys(RULE_LIMITS) as (keyof SendingRules)[]).map((rule) => [
      rule,
      Math.min(RULE_LIMITS[rule].most, Math.max(RULE_LIMITS[rule].least, rules[rule])),
    ]),
  ) as SendingRules

export type Sending = { outboundOn: boolean; rules: SendingRules }

/** Whether anything leaves at all, and by which rules. */
export async function loadSending(tx: Transaction): Promise<Sending> {
  const [row] = await tx.run<{ outboundOn: boolean; rules: SendingRules | null }>(SENDING, [tx.context.organizationId])
  return { outboundOn: row?.outboundOn ?? false, rules: within({ ...HOUSE_RULES, ...row?.rules }) }
}

export const loadRules = async (tx: Transaction): Promise<SendingRules> => (await loadSending(tx)).rules

const SENDING = sqlText`
  select o.outbound_on as "outboundOn",
         (select r.rules from sending_rules r where r.organization_id = $1 order by r.version desc limit 1) as rules
    from organization o where o.organization_id = $1`

export type SavedRules = { version: number; at: Date; author: string | null; rules: SendingRules }

/** The newest first; earlier ones than these stay in the table. */
export const listRules = (tx: Transaction): Promise<SavedRules[]> =>
  tx.run<SavedRules>(
    sqlText`select r.version, r.at, s.given || ' ' || s.family as author, r.rules from sending_rules r
        left join staff_member s on s.organization_id = $1 and s.id = r.author_id
       where r.organization_id = $1 order by r.version desc limit 20`,
    [tx.context.organizationId],
  )

/** @returns false when somebody saved another version meanwhile. */
export async function saveRules(
  tx: Transaction,
  { version, rules }: { version: number; rules: SendingRules },
  authorId: string,
  now: Date,
): Promise<boolean> {
  const saved = await tx.run(
    sqlText`insert into sending_rules (organization_id, version, rules, author_id, at)
      select $1, $2 + 1, $3::jsonb, $4, $5
       where coalesce((select max(version) from sending_rules where organization_id = $1), 0) = $2
      on conflict do nothing returning version`,
    [tx.context.organizationId, version, JSON.stringify(rules), authorId, now],
  )
  return saved.length > 0
}
