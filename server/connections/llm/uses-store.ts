/** The SQL of what an organization lets a language model do. */
import type { LlmUse } from '#contract/llm.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export async function llmUses(tx: Transaction): Promise<LlmUse[]> {
  const [row] = await tx.run<{ uses: LlmUse[] }>(
    sqlText`select llm_uses as uses from organization where organization_id = $1`,
    [tx.context.organizationId],
  )
  return row?.uses ?? []
}

export async function saveLlmUses(tx: Transaction, uses: readonly LlmUse[]): Promise<void> {
  await tx.run(`update organization set llm_uses = $2 where organization_id = $1`, [tx.context.organizationId, uses])
}
