/** The original of what could not be understood, for a person to look at: its beginning as text, never run and never laid out. */
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'

/** Bytes of an original that are shown. */
export const SHOWN_MAX_BYTES = 64_000

export type Original = { text: string; size: number; isCut: boolean }

/** @returns undefined if there is no such entry; `text` is empty when the channel kept no original. */
export async function readOriginal(tx: Transaction, setAsideId: string): Promise<Original | undefined> {
  const [row] = await tx.run<{ bytes: Buffer | null; size: number | null }>(READ, [
    tx.context.organizationId,
    setAsideId,
    SHOWN_MAX_BYTES,
  ])
  if (!row) return undefined
  const size = row.size ?? 0
  return { text: readable(row.bytes ?? Buffer.alloc(0)), size, isCut: size > SHOWN_MAX_BYTES }
}

/** UTF-8 where it is; what is no text shows as marks. Control characters but line ends and tabs become a visible sign. */
export const readable = (bytes: Buffer): string =>
  bytes
    .toString('utf8')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\n\t\P{Cc}]/gu, '\uFFFD')

const READ = sqlText`
  select substring(r.bytes from 1 for $3::int) as bytes, length(r.bytes) as size
    from set_aside a left join raw_message r on r.organization_id = $1 and r.id = a.raw_id
   where a.organization_id = $1 and a.id = $2`
