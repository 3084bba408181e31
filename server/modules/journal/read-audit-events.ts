/** The journal as AuditEvents of R4 (trust-D28, decision 0222). Whoever looks is journalled too, as a look at the record of each patient that was shown. */
import type { AuditEvent } from '#fhir/audit-event.ts'
import { asSearchset, type Searchset } from '#fhir/bundle.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { refuse, ok } from '#server/platform/result.ts'
import { findEntries, findEntry } from './audit-entries.ts'
import { readAuditSearch } from './audit-search.ts'
import { toAuditEvent, type JournalEntryRow } from './fhir.ts'
import { writeTimeCursor } from '#server/platform/page-cursor.ts'

type Query = Parameters<typeof readAuditSearch>[0]
type Reader = Pick<RouteContext, 'db' | 'context' | 'now' | 'publicUrl'>

export async function searchAuditEvents(reader: Reader, query: Query): Promise<Searchset<AuditEvent>> {
  const { db, context, now, publicUrl } = reader
  const search = valueOf(readAuditSearch(query), context.requestId)
  const base = `${publicUrl}/fhir`
  const page = await db.transaction(context, async (tx) => {
    const found = await findEntries(tx, search)
    await noteLook(tx, found.entries, now())
    return found
  })
  const linkTo = (cursor: string | null): string => addressOf(base, { ...query, cursor: cursor ?? undefined })
  return asSearchset(
    page.entries.map((entry) => toAuditEvent(entry, base)),
    {
      base,
      self: addressOf(base, query),
      next: page.next && linkTo(writeTimeCursor(page.next)),
    },
  )
}

export async function readAuditEvent({ db, context, now, publicUrl }: Reader, id: string): Promise<AuditEvent> {
  const entry = await db.transaction(context, async (tx) => {
    const found = await findEntry(tx, id)
    if (found) await noteLook(tx, [found], now())
    return found
  })
  return toAuditEvent(valueOf(entry ? ok(entry) : refuse('NOT_FOUND'), context.requestId), `${publicUrl}/fhir`)
}

const noteLook = (tx: Transaction, entries: readonly JournalEntryRow[], now: Date): Promise<void> =>
  journal(
    tx,
    {
      event: 'journal.read',
      action: 'R',
      resourceKind: 'journal',
      resourceId: entries.length === 1 ? (entries[0]?.id ?? null) : null,
      patientIds: entries.flatMap(({ patientIds }) => patientIds),
      fieldClasses: ['audit'],
      detail: { rows: entries.length },
    },
    now,
  )

function addressOf(base: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value]))
  const asked = new URLSearchParams(given as [string, string][]).toString()
  return `${base}/AuditEvent${asked && `?${asked}`}`
}
