/** How sure we are who writes in a conversation: the best check of the sender who wrote last that still counts (desk-D9). */
import type { IdentityLevel } from '#contract/role.ts'
import { grantCovers } from '#server/modules/patient/index.ts'
import type { Transaction } from '#server/platform/database.ts'

/** Of whom the check `i` was made, where that is a caller: the call. */
const CALL_OF_CHECK = `substring(i.sender from '^(?:unproven-)?call:([0-9a-f-]{36}):')::uuid`

/**
 * Whether the check `i` counts for the conversation `c` at `now` (a parameter of the statement, as `$3`). `$1` is the organization.
 * It does not when it expired or was ended, was made of another sender, its contact point changed since, or its grant is over or does not cover messages; nor
 * does a sure one where the conversation is about nobody, or about another patient. What is proved of a caller ends with the call, and with
 * the next call about the matter (decision 0223). `sender`: of whom it is asked; who wrote last, where nothing is said.
 */
export const checkCounts = (now: string, sender = 'c.sender'): string => `
  i.ended_at is null and (i.expires_at is null or i.expires_at > ${now}::timestamptz) and i.sender is not distinct from ${sender}
  and (i.level in ('none', 'matched') or (c.patient_id is not null and coalesce(i.for_patient_id, c.patient_id) = c.patient_id))
  and (i.contact_point_id is null or exists (
    select from contact_point k where k.organization_id = $1 and k.id = i.contact_point_id and k.changed_at < i.at
      and k.state in ('active', 'bouncing') and k.use <> 'old'))
  and (i.level <> 'verified_for' or i.related_person_id is null or exists (
    select from proxy_link l where l.organization_id = $1 and l.related_person_id = i.related_person_id and l.patient_id = i.for_patient_id
      and ${grantCovers(now)}))
  and (i.level in ('none', 'matched') or ${CALL_OF_CHECK} is null or not exists (
    select from call k where k.organization_id = $1 and (k.id = ${CALL_OF_CHECK} or k.conversation_id = c.id) and k.ended_at >= i.at))`

export const BEST_FIRST = `(case i.level when 'none' then 0 when 'matched' then 1 else 2 end) desc, i.at desc`

/** The level of the conversation `c` as a value of a statement, of who wrote last or of the `sender` that is named. */
export const identityLevelSql = (now: string, sender?: string): string => `
  coalesce((select i.level from identity_check i where i.organization_id = $1 and i.conversation_id = c.id and ${checkCounts(now, sender)}
    order by ${BEST_FIRST} limit 1), 'none')`

/** The visitor whose chat the conversation `c` is, also where somebody else wrote last: a browser shows what its own visitor proved. */
export const VISITOR_OF_CHAT = `'visitor:' || c.visitor_id`

/** How sure we are of the visitor in whose chat the conversation goes on. */
export async function identityLevelOfChat(tx: Transaction, conversationId: string, now: Date): Promise<IdentityLevel> {
  const [row] = await tx.run<{ level: IdentityLevel }>(LEVEL_OF_CHAT, [tx.context.organizationId, conversationId, now])
  return row?.level ?? 'none'
}

const LEVEL_OF_CHAT = `select ${identityLevelSql('$3', VISITOR_OF_CHAT)} as level from conversation c where c.organization_id = $1 and c.id = $2`
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
