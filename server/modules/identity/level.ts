/** How sure we are who writes in a conversation: the best check of the sender who wrote last that still counts (desk-D9). */
import type { IdentityLevel } from '#contract/role.ts'
import type { Transaction } from '#server/platform/database.ts'

/**
 * Whether the check `i` counts for the conversation `c` at `now` (a parameter of the statement, as `$3`). `$1` is the organization.
 * It does not when it expired or was ended, was made of another sender, its contact point changed since, or its grant is over; nor
 * does a sure one where the conversation is about nobody, or about another patient; nor one that was made during a call which has ended since: the
 * next one who calls from that number may be somebody else (desk-D9).
 */
export const checkCounts = (now: string): string => `
  i.ended_at is null and (i.expires_at is null or i.expires_at > ${now}::timestamptz) and i.sender is not distinct from c.sender
  and (i.level in ('none', 'matched') or (c.patient_id is not null and coalesce(i.for_patient_id, c.patient_id) = c.patient_id))
  and (i.level in ('none', 'matched') or i.method = 'session' or not exists (
    select from call a where a.organization_id = $1 and a.conversation_id = c.id and a.started_at <= i.at and a.ended_at > i.at
      and a.ended_at <= ${now}::timestamptz))
  and (i.contact_point_id is null or exists (
    select from contact_point k where k.organization_id = $1 and k.id = i.contact_point_id and k.changed_at < i.at
      and k.state in ('active', 'bouncing') and k.use <> 'old'))
  and (i.level <> 'verified_for' or i.related_person_id is null or exists (
    select from proxy_link l where l.organization_id = $1 and l.related_person_id = i.related_person_id and l.patient_id = i.for_patient_id
      and l.state = 'active' and l.starts_at <= ${now}::timestamptz and (l.ends_at is null or l.ends_at > ${now}::timestamptz)))`

export const BEST_FIRST = `(case i.level when 'none' then 0 when 'matched' then 1 else 2 end) desc, i.at desc`

/** The level of the conversation `c` as a value of a statement. */
export const identityLevelSql = (now: string): string => `
  coalesce((select i.level from identity_check i where i.organization_id = $1 and i.conversation_id = c.id and ${checkCounts(now)}
    order by ${BEST_FIRST} limit 1), 'none')`

export async function identityLevelOf(tx: Transaction, conversationId: string, now: Date): Promise<IdentityLevel> {
  const [row] = await tx.run<{ level: IdentityLevel }>(LEVEL, [tx.context.organizationId, conversationId, now])
  return row?.level ?? 'none'
}

const LEVEL = `select ${identityLevelSql('$3')} as level from conversation c where c.organization_id = $1 and c.id = $2`

/** The level in a conversation that is about this patient; undefined for any other conversation. */
export async function identityLevelFor(
  tx: Transaction,
  { conversationId, patientId, now }: { conversationId: string; patientId: string; now: Date },
): Promise<IdentityLevel | undefined> {
  const [row] = await tx.run<{ level: IdentityLevel }>(`${LEVEL} and c.patient_id = $4`, [
    tx.context.organizationId,
    conversationId,
    now,
    patientId,
  ])
  return row?.level
}
