import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aClinic, asSystem, type Clinic } from '#server/modules/conversation/a-clinic.ts'
import { DatabaseFailure, TransactionIsOver, type Transaction } from './database.ts'
import { newId } from './id.ts'
import { journal } from './journal.ts'
import { testDatabase } from './test-database.ts'
import { inLayers } from './transactions-together.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const otherClinic = await aClinic(database)

const ADD_SITE = `
  insert into site (organization_id, id, name, time_zone)
  select $1, id, name, 'UTC' from json_to_recordset($2::json) as r(id uuid, name text)`

/** Something to be written without an answer: a site of this name, and who wrote it. */
async function addSite(tx: Transaction, name: string): Promise<string> {
  const id = newId()
  tx.pushRows(ADD_SITE, [{ id, name }], (failure) => new Error(`refused: ${name} ${failure.sqlstate}`))
  await journal(tx, { event: 'test.added', action: 'C', resourceKind: 'site', resourceId: id })
  return name
}

const add = (name: string, at: Clinic = clinic) => database.together(asSystem(at), (tx) => addSite(tx, name))

type Told = { name: string; organization_id: string; xid: string }
const added = (like: string) =>
  look<Told>(
    `select s.name, s.organization_id, j.xid::text from site s join journal j on j.resource_id = s.id and j.event = 'test.added'
      where s.name like $1 order by s.name`,
    [like],
  )

test('what is written at the same moment leaves in few transactions, and all of it is there', async () => {
  const names = Array.from({ length: 24 }, (_, n) => `moment ${n}`)
  expect(await Promise.all(names.map((name) => add(name)))).toEqual(names)
  const rows = await added('moment %')
  expect(rows.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
  expect(new Set(rows.map(({ xid }) => xid)).size).toBeLessThan(6)
})

test('one that is refused fails by itself, with its own explanation, and takes nobody along', async () => {
  await add('taken twice')
  const names = ['fine 1', 'taken twice', 'fine 2', 'fine 3', 'taken twice']
  const all = await Promise.allSettled(names.map((name) => add(name)))
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'rejected'])
  for (const one of all)
    if (one.status === 'rejected') expect(one.reason).toEqual(new Error('refused: taken twice 23505'))
  expect((await added('fine %')).map(({ name }) => name)).toEqual(['fine 1', 'fine 2', 'fine 3'])
  expect(await added('taken twice')).toHaveLength(1)
})

test('of several organizations each writes its own rows, and never in one transaction with another', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => add(`where ${n % 2} ${n}`, n % 2 === 0 ? clinic : otherClinic)),
  )
  const rows = await added('where %')
  expect(rows).toHaveLength(20)
  for (const { name, organization_id } of rows)
    expect(organization_id).toBe((name.startsWith('where 0') ? clinic : otherClinic).organizationId)
  const of = ({ organizationId }: Clinic) =>
    new Set(rows.filter((row) => row.organization_id === organizationId).map(({ xid }) => xid))
  expect([...of(clinic)].filter((xid) => of(otherClinic).has(xid))).toEqual([])
})

test('row security holds for each: a row of another organization is refused, and the others are written', async () => {
  const ADD_ELSEWHERE = `insert into site (organization_id, id, name, time_zone) values ($1, $2, 'elsewhere', 'UTC')`
  const elsewhere = database.together(asSystem(clinic), async (tx) =>
    tx.push(ADD_ELSEWHERE, [otherClinic.organizationId, newId()]),
  )
  const all = await Promise.allSettled([add('at home 1'), elsewhere, add('at home 2')])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  await expect(elsewhere).rejects.toMatchObject({ sqlstate: '42501' })
  expect(await added('at home %')).toHaveLength(2)
})

test('what waits for an answer is a transaction of its own, which sees what it wrote and rolls back alone', async () => {
  const waits = (name: string, isWrong: boolean) =>
    database.together(asSystem(clinic), async (tx) => {
      await addSite(tx, name)
      const rows = await tx.run('select from site where organization_id = $1 and name = $2', [
        tx.context.organizationId,
        name,
      ])
      await addSite(tx, `${name}, later`)
      if (isWrong) throw new Error('a bug')
      return rows.length
    })
  const [seen, wrong] = await Promise.allSettled([
    waits('waited', false),
    waits('waited in vain', true),
    add('waited not'),
  ])
  expect(seen).toEqual({ status: 'fulfilled', value: 1 })
  expect(wrong).toMatchObject({ status: 'rejected', reason: new Error('a bug') })
  const rows = await added('waited%')
  expect(rows.map(({ name }) => name)).toEqual(['waited', 'waited not', 'waited, later'])
  expect(rows[0]?.xid).toBe(rows[2]?.xid)
  expect(rows[0]?.xid).not.toBe(rows[1]?.xid)
})

test('what was asked before a push does not see it, and what is asked after does', async () => {
  const COUNT = `select count(*)::int as sites from site where organization_id = $1 and name like 'in order %'`
  const counts = await database.together(asSystem(clinic), async (tx) => {
    const values = [tx.context.organizationId]
    const asked: Promise<{ sites: number }[]>[] = []
    for (let n = 0; n < 3; n++) {
      asked.push(tx.run<{ sites: number }>(COUNT, values))
      tx.pushRows(ADD_SITE, [{ id: newId(), name: `in order ${n}` }])
    }
    return (await Promise.all(asked)).map(([row]) => row?.sites)
  })
  expect(counts).toEqual([0, 1, 2])
})

test('a look does not begin a transaction, and sees what is there', async () => {
  await add('looked at')
  const xids = await Promise.all(
    [1, 2, 3, 4].map((n) =>
      database.together(asSystem(clinic), async (tx) => {
        const rows = await tx.look('select from site where organization_id = $1 and name = $2', [
          tx.context.organizationId,
          'looked at',
        ])
        return addSite(tx, `looked ${rows.length} ${n}`)
      }),
    ),
  )
  expect(xids).toHaveLength(4)
  expect((await added('looked 1 %')).map(({ name }) => name)).toEqual([1, 2, 3, 4].map((n) => `looked 1 ${n}`))
})

test('news are told after the commit of what they are about, and never of what failed', async () => {
  const told: string[] = []
  const tell = (name: string) =>
    database.together(asSystem(clinic), async (tx) => {
      tx.afterCommit(() => told.push(name))
      return addSite(tx, name)
    })
  await tell('news 0')
  await Promise.allSettled(['news 1', 'news 0', 'news 2'].map(tell))
  expect(told.toSorted()).toEqual(['news 0', 'news 1', 'news 2'])
})

test('when the connection is lost each is told so, and nothing is sent again', async () => {
  expect(await add('before')).toBe('before')
  const lost = database.together(asSystem(clinic), async (tx) => {
    await addSite(tx, 'lost 0')
    tx.push('select pg_terminate_backend(pg_backend_pid())', [])
  })
  // The others leave in one turn with the one that ends the connection.
  const all = await Promise.allSettled([lost, ...[1, 2, 3].map((n) => add(`lost ${n}`))])
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
  for (const one of all) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(DatabaseFailure)
  expect(await added('lost %')).toEqual([])
  expect(await add('afterwards')).toBe('afterwards')
})

test('a statement after the end is refused, by every way of asking', async () => {
  let escaped: Transaction | undefined
  await database.together(asSystem(clinic), async (tx) => void (escaped = tx))
  await expect(escaped?.run('select 1', [])).rejects.toBeInstanceOf(TransactionIsOver)
  await expect(escaped?.look('select 1', [])).rejects.toBeInstanceOf(TransactionIsOver)
  expect(() => escaped?.push('select 1', [])).toThrow(TransactionIsOver)
  expect(() => escaped?.pushRows(ADD_SITE, [])).toThrow(TransactionIsOver)
})

test('half of a character that two halves make is written as a sign, not refused', async () => {
  const id = newId()
  await database.together(asSystem(clinic), async (tx) => tx.pushRows(ADD_SITE, [{ id, name: 'cut \ud83d' }]))
  expect(await look('select name from site where id = $1', [id])).toEqual([{ name: 'cut \ufffd' }])
})

const aStep = fc.record({ isRows: fc.boolean(), text: fc.constantFrom('a', 'b', 'c') })
test('of several works nothing is lost, and each keeps its own order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(aStep, { maxLength: 6 }), { maxLength: 6 }), (works) => {
      const lists = works.map((steps, work) =>
        steps.map(({ isRows, text }, place) =>
          isRows
            ? { kind: 'rows' as const, text, rows: [{ work, place }], explain: undefined }
            : { kind: 'statement' as const, text, values: [{ work, place }], explain: undefined },
        ),
      )
      const written = inLayers(lists).flatMap((step) => {
        const all = step.kind === 'rows' ? step.rows : step.values
        return all.map((one) => ({ ...(one as { work: number; place: number }), text: step.text }))
      })
      for (const [work, steps] of works.entries())
        expect(written.filter((one) => one.work === work)).toEqual(
          steps.map(({ text }, place) => ({ work, place, text })),
        )
      expect(written).toHaveLength(works.flat().length)
    }),
  )
})
