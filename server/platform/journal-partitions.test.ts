import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aClinic, asPatient, asSystem } from '#server/modules/conversation/a-clinic.ts'
import { journal } from './journal.ts'
import { JOURNAL_KEEP_YEARS, keepJournalPartitions } from './journal-partitions.ts'
import { testDatabase } from './test-database.ts'

const { connections, database, look } = await testDatabase()
const clinic = await aClinic(database)

/** Far from any other month that a test writes in. */
const THEN = new Date('2050-06-15T12:00:00Z')

const write = (at: Date) =>
  database.transaction(asSystem(clinic), (tx) =>
    journal(
      tx,
      {
        event: 'patient.opened',
        action: 'R',
        resourceKind: 'patient',
        patientIds: [clinic.patientId, clinic.otherPatientId],
      },
      at,
    ),
  )
const rowsAt = async (at: Date): Promise<{ journal: string; patients: string[] }> => {
  const [row] = await look<{ part: string }>(`select tableoid::regclass::text as part from journal where at = $1`, [at])
  const patients = await look<{ part: string }>(
    `select tableoid::regclass::text as part from journal_patient where at = $1`,
    [at],
  )
  return { journal: row?.part ?? '', patients: patients.map(({ part }) => part) }
}

test('trust-D30 months are made two back and a year ahead, and a second look makes nothing', async () => {
  const { made } = await keepJournalPartitions(connections.owner, THEN)
  expect(made).toHaveLength(2 * 15)
  expect(made).toContain('journal_2050_04')
  expect(made).toContain('journal_patient_2051_06')
  expect((await keepJournalPartitions(connections.owner, THEN)).made).toEqual([])

  await write(THEN)
  expect(await rowsAt(THEN)).toEqual({
    journal: 'journal_2050_06',
    patients: ['journal_patient_2050_06', 'journal_patient_2050_06'],
  })
})

test('trust-D30 processes that look at once take turns', async () => {
  const next = new Date('2055-06-15T12:00:00Z')
  const looks = await Promise.all(Array.from({ length: 4 }, () => keepJournalPartitions(connections.owner, next)))
  expect(looks.map(({ made }) => made.length).toSorted()).toEqual([0, 0, 0, 30])
})

/** By as many looks as there are months to drop. */
async function droppedBy(now: Date): Promise<string[]> {
  const { dropped } = await keepJournalPartitions(connections.owner, now)
  expect(dropped.length).toBeLessThanOrEqual(2)
  return dropped.length === 0 ? [] : [...dropped, ...(await droppedBy(now))]
}

test('trust-D30 an entry is kept seven years, in its month or in the default partition, and goes after them', async () => {
  const outside = new Date('2049-01-20T12:00:00Z')
  await write(outside)
  expect((await rowsAt(outside)).journal).toBe('journal_default')

  const inTime = new Date('2056-06-30T12:00:00Z')
  await keepJournalPartitions(connections.owner, new Date('2056-01-19T12:00:00Z'))
  expect((await rowsAt(outside)).patients).toHaveLength(2)
  await keepJournalPartitions(connections.owner, inTime)
  expect(await rowsAt(outside)).toEqual({ journal: '', patients: [] })
  expect((await rowsAt(THEN)).journal).toBe('journal_2050_06')

  // The month is over seven years back from the first of July 2057.
  expect(await droppedBy(new Date('2057-06-30T12:00:00Z'))).not.toContain('journal_2050_06')
  expect(await droppedBy(new Date('2057-07-01T12:00:00Z'))).toEqual(['journal_2050_06', 'journal_patient_2050_06'])
  expect(await rowsAt(THEN)).toEqual({ journal: '', patients: [] })
  expect(JOURNAL_KEEP_YEARS).toBeGreaterThanOrEqual(6)
})

test('trust-D30 a clock that went wrong by years drops nothing, and a month that begins with rows in the default partition stays there', async () => {
  const wrong = new Date('2066-07-01T12:00:00Z')
  const { dropped } = await keepJournalPartitions(connections.owner, wrong)
  expect(dropped).toEqual([])
  const ahead = new Date('2067-08-15T12:00:00Z')
  await write(ahead)
  const { made } = await keepJournalPartitions(connections.owner, new Date('2066-08-01T12:00:00Z'))
  expect(made).toEqual([])
  expect((await rowsAt(ahead)).journal).toBe('journal_default')
})

test('trust-D30 a past month whose rows already lie in the default partition stays there, and row security stays on', async () => {
  const before = new Date('2070-05-10T12:00:00Z')
  await write(before)
  const { made } = await keepJournalPartitions(connections.owner, new Date('2070-06-15T12:00:00Z'))
  expect(made).not.toContain('journal_2070_05')
  expect(made).toContain('journal_2070_04')
  expect((await rowsAt(before)).journal).toBe('journal_default')
  expect(
    await look(
      `select relname from pg_class where relname like 'journal%' and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`,
    ),
  ).toEqual([])
})

for (const statement of [
  `update journal set event = 'other'`,
  `delete from journal`,
  `truncate journal`,
  `alter table journal add column planted text`,
  `drop table journal`,
  `update journal_patient set at = now()`,
  `delete from journal_patient`,
  `truncate journal_patient`,
  `drop table journal_patient`,
  `select from journal_default`,
  `select from journal_patient_default`,
  `insert into journal_default (organization_id) values (null)`,
  `delete from journal_default`,
  `alter table journal detach partition journal_default`,
  `alter table journal disable row level security`,
  `drop policy organization_isolation on journal`,
  `create table planted partition of journal for values from ('1990-01-01') to ('1990-02-01')`,
]) {
  test(`trust-D30 the product's role may not: ${statement}`, async () => {
    const done = database.transaction(asSystem(clinic), (tx) => tx.run(statement, []))
    await expect(done).rejects.toMatchObject({ sqlstate: '42501' })
  })
}

test('trust-D30 a patient reads of a row about several, through the parent alone', async () => {
  const at = new Date()
  await write(at)
  const seen = await database.transaction(asPatient(clinic, clinic.otherPatientId), (tx) =>
    tx.run<{ journal_id: string }>(`select journal_id from journal_patient where at = $1`, [at]),
  )
  expect(seen).toHaveLength(1)
  const stranger = await database.transaction(asPatient(clinic, randomUUID()), (tx) =>
    tx.run(`select from journal where at = $1`, [at]),
  )
  expect(stranger).toEqual([])
})
