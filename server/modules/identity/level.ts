/** How sure we are who writes in a conversation: the newest check that is neither ended nor expired (desk-D9). */
import type { IdentityLevel } from '#contract/role.ts'
import type { Transaction } from '#server/platform/database.ts'

export async function identityLevelOf(
  tx: Transaction,
  conversationId: string,
  partyId: string | null,
  now: Date,
): Promise<IdentityLevel> {
  const [row] = await tx.run<{ level: IdentityLevel }>(
    `select level from identity_check
      where organization_id = $1 and conversation_id = $2 and ($3::uuid is null or party_id = $3) and ended_at is null
        and (expires_at is null or expires_at > $4)
      order by at desc limit 1`,
    [tx.context.organizationId, conversationId, partyId, now],
  )
  return row?.level ?? 'none'
}
