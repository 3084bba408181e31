/** The SQL of signatures under the triage protocol. Rows are added, never changed. */
import { PROTOCOL_VERSION } from '#engines/triage/triage.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type SignatureRow = { version: string; by: string | null; at: Date }

/** Signatures that are shown: years of versions. */
const SHOWN_MAX = 50

export const isProtocolSigned = async (tx: Transaction): Promise<boolean> => {
  const rows = await tx.run<{ version: string }>(IS_SIGNED, [tx.context.organizationId, PROTOCOL_VERSION])
  return rows.length > 0
}

/** The newest first. */
export const signatures = (tx: Transaction): Promise<SignatureRow[]> =>
  tx.run<SignatureRow>(SIGNATURES, [tx.context.organizationId, SHOWN_MAX])

/** @returns false: it was signed before, and stays as it was. */
export async function insertSignature(tx: Transaction, version: string, staffId: string, at: Date): Promise<boolean> {
  const rows = await tx.run<{ version: string }>(INSERT, [tx.context.organizationId, version, staffId, at])
  return rows.length > 0
}

const IS_SIGNED = sqlText`select version from protocol_signature where organization_id = $1 and version = $2`

const SIGNATURES = sqlText`
  select s.version, m.given || ' ' || m.family as "by", s.signed_at as "at"
    from protocol_signature s
    left join staff_member m on m.organization_id = s.organization_id and m.id = s.signed_by
   where s.organization_id = $1
   order by s.signed_at desc, s.version desc
   limit $2`

const INSERT = sqlText`
  insert into protocol_signature (organization_id, version, signed_by, signed_at) values ($1, $2, $3, $4)
  on conflict (organization_id, version) do nothing
  returning version`
