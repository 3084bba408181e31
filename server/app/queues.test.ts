/** Queues are added and changed by an administrator, and work goes to the one that fits best. */
import { createRouterClient } from '@orpc/server'
import { describe, expect, test } from 'vitest'
import { aClinic } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { emptyRetiredQueues } from '#server/modules/conversation/index.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { organizationRoutes } from '#server/modules/organization/index.ts'
import { queueRoutes } from '#server/modules/queue/index.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const desk = aDesk(database, clinic)
const { organization } = createRouterClient(
  { organization: organizationRoutes },
  { context: desk.routeOf(clinic.supervisorId, 'administrator', []) },
)
const wanted = { name: 'Bills in Spanish', kind: 'billing', siteId: null, languages: ['es', 'es'] } as const
const aQueue = { ...wanted, languages: [...wanted.languages] }
const queueOf = async (conversationId: string) =>
  (
    await look<{ name: string }>(
      `select q.name from conversation c join queue q on q.id = c.queue_id where c.id = $1`,
      [conversationId],
    )
  )[0]?.name

/** What routing knows is kept for some seconds. */
const aMinuteLater = () => void (desk.clock.at = new Date(desk.clock.at.getTime() + 60_000))

test('a queue that was added takes the work that fits it, under its new name too', async () => {
  const { queues } = await organization.saveQueue(aQueue)
  const added = queues.find(({ name }) => name === aQueue.name)
  expect(added).toMatchObject({ kind: 'billing', siteId: null, languages: ['es'] })
  aMinuteLater()
  const spanish = await desk.receive(
    'Buenos días, tengo una pregunta sobre mi factura del mes pasado. No entiendo el cobro.',
  )
  expect(await queueOf(spanish.conversationId)).toBe('Bills in Spanish')
  const english = await desk.receive('I do not understand my bill of last month. What is this charge for?')
  expect(await queueOf(english.conversationId)).toBe('billing')

  await organization.saveQueue({ ...aQueue, queueId: added?.id, name: 'Facturas' })
  expect(await queueOf(spanish.conversationId)).toBe('Facturas')
  expect(await look(`select from journal where organization_id = $1 and event like 'queue.%'`, [clinic.organizationId])).toHaveLength(2) // prettier-ignore
})

test('what is no queue is refused at its field, and two who give one name at once do not both get it', async () => {
  const refused = (over: object) => refusalOf(organization.saveQueue({ ...aQueue, ...over }))
  expect(await refused({ name: 'service' })).toMatchObject({ field: 'name', detail: { reason: 'taken' } })
  expect(await refused({ name: 'New', siteId: newId(0) })).toMatchObject({ field: 'siteId' })
  expect(await refused({ queueId: clinic.queueIds.service, name: 'New' })).toMatchObject({ field: 'kind' })
  expect(await refused({ queueId: newId(0), name: 'New' })).toMatchObject({ code: 'NOT_FOUND' })
  const both = await Promise.allSettled([1, 2].map(() => organization.saveQueue({ ...aQueue, name: 'Twice' })))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('another organization cannot change it', async () => {
  const other = await aClinic(database)
  const theirs = createRouterClient(
    { organization: organizationRoutes },
    { context: aDesk(database, other).routeOf(other.supervisorId, 'administrator', []) },
  )
  const attempt = theirs.organization.saveQueue({ ...aQueue, queueId: clinic.queueIds.billing, name: 'Ours' })
  expect(await refusalOf(attempt)).toMatchObject({ code: 'NOT_FOUND' })
  const { queues } = await organization.get()
  expect(queues.map(({ name }) => name)).not.toContain('Ours')
})

describe('decision 0120 a queue is taken out of use', () => {
  const asAdministrator = (at = clinic, on = desk) =>
    createRouterClient(
      { queue: queueRoutes, organization: organizationRoutes },
      { context: on.routeOf(at.supervisorId, 'administrator', []) },
    )
  const admin = asAdministrator()
  const { service, clinical } = clinic.queueIds
  const add = async (name: string, kind: 'service' | 'clinical'): Promise<string> => {
    const { queues } = await admin.organization.saveQueue({ name, kind, siteId: null, languages: [] })
    return queues.find((one) => one.name === name)?.id ?? ''
  }
  const empty = () =>
    emptyRetiredQueues(
      { db: database, jobs: desk.jobs, hub: desk.hub, now: () => desk.clock.at },
      clinic.organizationId,
    )
  const rowOf = async (conversationId: string) => {
    const rows = await look<{ queue: string; assigneeId: string | null; state: string; version: number }>(
      `select queue_id as queue, assignee_id as "assigneeId", state, version from conversation where id = $1`,
      [conversationId],
    )
    return rows[0]
  }
  const why = (call: Promise<unknown>) =>
    refusalOf(call).then(({ code, field, detail }) => [code, field, detail?.reason])

  test('its open work goes on in the chosen one and whoever has it keeps it; nothing comes in; what is over keeps its name', async () => {
    aMinuteLater()
    const early = await add('Early', 'service')
    const ids: string[] = []
    for (const text of ['Can I get a parking permit?', 'What are your hours on Sunday?', 'Do you have a garden?'])
      ids.push((await desk.receive(text)).conversationId)
    const [open = '', hidden = '', over = ''] = ids
    const stand = `update conversation set queue_id = $2, assignee_id = $3, assignment = 'assigned' where id = any ($1::uuid[])`
    await look(stand, [ids, early, clinic.agentId])
    await look(`update conversation set labels = '{PSY}', state = 'waiting', waiting_on = 'patient' where id = $1`, [
      hidden,
    ])
    await look(`update conversation set state = 'resolved', resolved_at = $2 where id = $1`, [over, desk.clock.at])
    expect(await admin.queue.use({ queueId: early })).toMatchObject({ open: 2, rules: [], macros: [], turns: 0 })

    await admin.queue.retire({ queueId: early, successorId: service })
    expect(desk.sent).toContainEqual(expect.objectContaining({ queue: 'empty-queue', id: early }))
    await empty()
    expect(await rowOf(open)).toMatchObject({ queue: service, assigneeId: clinic.agentId })
    expect(await rowOf(hidden)).toMatchObject({ queue: service, state: 'waiting' })
    expect(await queueOf(over)).toBe('Early')
    const { queues, retiredQueues } = await admin.organization.get()
    expect([queues, retiredQueues].map((list) => list.some(({ id }) => id === early))).toEqual([false, true])

    aMinuteLater()
    const { version = 0 } = (await rowOf(open)) ?? {}
    const back = desk.as(clinic.agentId).conversation.moveToQueue({ conversationId: open, version, queueId: early })
    expect(await refusalOf(back)).toMatchObject({ code: 'NOT_FOUND' })
    await desk.receive('Thank you. One more thing.', { conversationId: over, beginsAnew: false })
    expect(await rowOf(over)).toMatchObject({ queue: service, state: 'open' })
    const moved = await look(
      `select detail from journal where organization_id = $1 and conversation_id = $2 and event = 'conversation.queue-set'`,
      [clinic.organizationId, open],
    )
    expect(moved).toEqual([{ detail: { from: early, to: service } }])

    await admin.queue.restore({ queueId: early })
    expect((await admin.organization.get()).queues.map(({ id }) => id)).toContain(early)
    expect(await why(admin.queue.restore({ queueId: early }))).toEqual(['STATE_NOT_ALLOWED', undefined, undefined])
    const events = await look<{ event: string }>(
      `select event from journal where organization_id = $1 and resource_id = $2 order by seq`,
      [clinic.organizationId, early],
    )
    expect(events.map(({ event }) => event)).toEqual(['queue.retired', 'queue.restored'])
  })

  test('what cannot leave keeps no run going: each conversation is looked at once, however many there are', async () => {
    const [one, other] = [await add('One', 'service'), await add('Other', 'service')]
    const { conversationId } = await desk.receive('Is the garden open?')
    // Two that lead to each other: what nobody can make, and what would go to and fro for ever.
    const [own] = await look<{ columns: string }>(
      `select string_agg(column_name, ', ') as columns from information_schema.columns
        where table_schema = 'public' and table_name = 'conversation' and is_generated = 'NEVER'`,
    )
    await look(
      `insert into conversation (${own?.columns})
       select ${own?.columns} from (
         select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'queue_id', $2::text, 'number', lpad(n::text, 10, '0')))).*
           from conversation c, generate_series(1, 60) n where c.id = $1) copy`,
      [conversationId, one],
    )
    await look(`update queue set retired_at = now(), successor_id = case id when $1 then $2::uuid else $1 end where id in ($1, $2)`, [one, other]) // prettier-ignore
    await empty()
    const moves = await look<{ moves: number }>(
      `select count(*)::int as moves from journal where organization_id = $1 and event = 'conversation.queue-set' and detail->>'from' in ($2, $3)`,
      [clinic.organizationId, one, other],
    )
    expect(moves).toEqual([{ moves: 60 }])
    await look(`update queue set successor_id = $2 where id = any ($1::uuid[])`, [[one, other], service])
    await empty()
  })

  test('the last of its kind, the last at a site, and what rules, macros or people at the front desk rest on stays, and says why', async () => {
    expect(await why(admin.queue.retire({ queueId: clinical, successorId: service }))).toEqual(['INVALID_INPUT', 'queueId', 'last-of-kind']) // prettier-ignore
    const named = await add('Named', 'clinical')
    const retire = (successorId = clinical) => why(admin.queue.retire({ queueId: named, successorId }))
    expect(await retire(service)).toEqual(['INVALID_INPUT', 'successorId', 'not-fit'])
    expect(await retire(named)).toEqual(['INVALID_INPUT', 'successorId', 'not-fit'])

    const definition = { name: 'To it', actions: [{ kind: 'queue', queueId: named }], when: { match: 'all', of: [] } }
    const ruleId = newId()
    await look(`insert into rule (organization_id, id, place, changed_at) values ($1, $2, 0, now())`, [clinic.organizationId, ruleId]) // prettier-ignore
    await look(
      `insert into rule_version (organization_id, rule_id, version, state, name, trigger, definition, author_id, saved_at, live_since)
       values ($1, $2, 1, 'live', 'To it', 'message-arrived', $3, $4, now(), now())`,
      [clinic.organizationId, ruleId, JSON.stringify(definition), clinic.supervisorId],
    )
    expect(await retire()).toEqual(['INVALID_INPUT', 'queueId', 'rules'])
    expect(await admin.queue.use({ queueId: named })).toMatchObject({ rules: [{ name: 'To it' }], conditions: [] })
    await look(`update rule_version set state = 'off' where rule_id = $1`, [ruleId])

    const macroId = newId()
    await look(
      `insert into macro (organization_id, id, version, title, is_clinical, steps, variants) values ($1, $2, 1, 'Over', false, $3, '[]')`,
      [clinic.organizationId, macroId, JSON.stringify([{ do: 'queue', queueId: named }])],
    )
    expect(await retire()).toEqual(['INVALID_INPUT', 'queueId', 'macros'])
    await look(`update macro set archived_at = now() where id = $1`, [macroId])

    await look(`update queue set site_id = $2 where organization_id = $1 and id <> $3`, [
      clinic.organizationId,
      clinic.siteId,
      named,
    ])
    const other = newId()
    await look(`insert into site (organization_id, id, name, time_zone) values ($1, $2, 'Far', 'America/Denver')`, [clinic.organizationId, other]) // prettier-ignore
    expect(await retire()).toEqual(['INVALID_INPUT', 'queueId', 'last-at-site'])
    expect(await admin.queue.use({ queueId: named })).toMatchObject({ sitesLeft: [{ name: 'Far' }] })
    await look(`update queue set site_id = null where organization_id = $1`, [clinic.organizationId])
    await admin.queue.retire({ queueId: named, successorId: clinical })
    expect(await retire()).toEqual(['STATE_NOT_ALLOWED', undefined, undefined])
  })

  test('two who retire each other’s successor do not both succeed, and a chain leads to the one that is in use', async () => {
    const [left, right] = [await add('Left', 'clinical'), await add('Right', 'clinical')]
    const both = await Promise.allSettled([
      admin.queue.retire({ queueId: left, successorId: right }),
      admin.queue.retire({ queueId: right, successorId: left }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const [standing, gone] = both[0]?.status === 'fulfilled' ? [right, left] : [left, right]
    await admin.queue.retire({ queueId: standing, successorId: clinical })
    const chain = await look(`select successor_id as "successorId" from queue where id = any ($1::uuid[])`, [[standing, gone]]) // prettier-ignore
    expect(chain).toEqual([{ successorId: clinical }, { successorId: clinical }])
    // What an undo brings back into it does not stay.
    const { conversationId } = await desk.receive('Where do I park?')
    await look(`update conversation set queue_id = $2 where id = $1`, [conversationId, gone])
    await empty()
    expect(await rowOf(conversationId)).toMatchObject({ queue: clinical })
  })

  test('another organization neither sees nor retires nor restores it', async () => {
    const other = await aClinic(database)
    const theirs = asAdministrator(other, aDesk(database, other))
    const theirService = other.queueIds.service
    for (const call of [
      () => theirs.queue.use({ queueId: service }),
      () => theirs.queue.retire({ queueId: service, successorId: theirService }),
      () => theirs.queue.restore({ queueId: service }),
    ])
      expect(await refusalOf(call())).toMatchObject({ code: 'NOT_FOUND' })
    const spare = await add('Spare', 'service')
    const abroad = admin.queue.retire({ queueId: spare, successorId: theirService })
    expect(await refusalOf(abroad)).toMatchObject({ code: 'INVALID_INPUT', field: 'successorId' })
  })
})
