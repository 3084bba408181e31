/** trust-D28: entries of the journal by page, however few of them were asked for. */
import { expect, test } from 'vitest'
import { systemContext } from '#server/platform/context.ts'
import { newId, timeOfId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { findEntries, findEntry } from './audit-entries.ts'
import { readAuditSearch } from './audit-search.ts'
import type { PlaceInTime } from '#server/platform/page-cursor.ts'

const { database, look } = await testDatabase()
const organizationId = newId()
const staffId = newId()
const context = systemContext(organizationId, newId(), 'test')
const byStaff = { ...context, actor: { kind: 'staff' as const, id: staffId } }

/** Of 40 entries in four seconds every tenth is by one person. */
const begun = Date.UTC(2026, 2, 2)
for (let n = 0; n < 40; n++)
  await database.transaction(n % 10 === 0 ? byStaff : context, (tx) =>
    journal(
      tx,
      { event: 'test.swept', action: n % 10 === 0 ? 'U' : 'E', resourceKind: 'test', patientIds: n === 20 ? [newId(), newId()] : [] },
      new Date(begun + n * 100),
    ),
  ) // prettier-ignore

const searchFor = (query: Record<string, string>, after: PlaceInTime | null) => {
  const read = readAuditSearch({ date: '2026-03-02', ...query })
  if (!read.ok) throw new Error('the search is refused')
  return { ...read.value, after }
}
async function pagesOf(query: Record<string, string>, lookedThroughMax: number): Promise<string[][]> {
  const pages: string[][] = []
  let after: PlaceInTime | null = null
  do {
    const page = await database.transaction(context, (tx) => findEntries(tx, searchFor(query, after), lookedThroughMax))
    pages.push(page.entries.map(({ id }) => id))
    after = page.next
  } while (after && pages.length < 50)
  return pages
}

test('trust-D28 a page looks through so many entries, is short where few fit, and goes on where it stopped', async () => {
  const expected = await look<{ id: string }>(
    `select id from journal where organization_id = $1 and actor_id = $2 order by at desc`,
    [organizationId, staffId],
  )
  const ids = expected.map(({ id }) => id)
  expect(ids).toHaveLength(4)
  for (const query of [{ agent: staffId }, { action: 'U' }] as Record<string, string>[]) {
    const whole = await pagesOf(query, 1_000)
    expect(whole).toEqual([ids])
    const short = await pagesOf(query, 7)
    expect(short.flat()).toEqual(ids)
    expect(short.length).toBeGreaterThan(4)
    expect((await pagesOf({ ...query, _count: '1' }, 15)).flat()).toEqual(ids)
  }
  const all = await pagesOf({ _count: '6' }, 1_000)
  expect(all.map((page) => page.length)).toEqual([6, 6, 6, 6, 6, 6, 4])
})

test('trust-D28 an entry is found by its id, which says when it was written, with all whom it is about', async () => {
  const [several] = await look<{ id: string; at: Date }>(
    `select id, at from journal where organization_id = $1 and patient_count = 2`,
    [organizationId],
  )
  expect(timeOfId(several!.id)).toEqual(several!.at)
  const patients = await look<{ id: string }>('select patient_id as id from journal_patient where journal_id = $1', [
    several!.id,
  ])
  const found = await database.transaction(context, (tx) => findEntry(tx, several!.id))
  expect(found?.patientIds.toSorted()).toEqual(patients.map(({ id }) => id).toSorted())
  expect(found).toMatchObject({ organizationId, event: 'test.swept', actorId: staffId, role: 'system' })
  const elsewhere = systemContext(newId(), newId(), 'test')
  expect(await database.transaction(elsewhere, (tx) => findEntry(tx, several!.id))).toBeUndefined()
  expect(timeOfId('00000000-0000-4000-8000-00000000dead')).toBeUndefined()
  expect(timeOfId('ffffffff-ffff-7fff-bfff-ffffffffffff')).toBeUndefined()
})
