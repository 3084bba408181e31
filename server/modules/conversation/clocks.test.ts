/** The clocks of real conversations: kept by the corridor and the desk, told by jobs, computed again from the journal. */
import { createRouterClient } from '@orpc/server'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { addDoor } from '#server/modules/organization/index.ts'
import { openingHoursRoutes, servicePolicyRoutes, TERMS_KEPT_MS } from '#server/modules/service-policy/index.ts'
import { newId } from '#server/platform/id.ts'
import { openKeys } from '#server/platform/seal.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, asSystem, type Clinic } from './a-clinic.ts'
import { aDesk, refusalOf } from './a-desk.ts'
import { sweepClocks, tellClocks, watchClocks } from './clock-alarm.ts'
import { clocksOf } from './due.ts'
import { handOverRoutes } from './hand-over-routes.ts'
import { recountClocks } from './recount-clocks.ts'
import { takeReportedEvent } from './reported-event.ts'

const { database, look } = await testDatabase()

/** A Monday, half past eight in the morning in New York. */
const MONDAY = new Date('2026-03-02T13:30:00Z')
const WEEKDAYS = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }]])) // prettier-ignore

const every = async (clinic: Clinic, sql: string, values: unknown[] = []) =>
  database.transaction(asSystem(clinic), (tx) => tx.run(sql, values))

async function aPlace({ hours = true } = {}) {
  const clinic = await aClinic(database)
  const desk = aDesk(database, clinic)
  desk.clock.at = MONDAY
  const deps = {
    db: database,
    jobs: desk.jobs,
    hub: desk.hub,
    keys: openKeys(randomBytes(32)),
    publicUrl: 'http://desk.example',
    now: () => desk.clock.at,
  }
  const administrator = createRouterClient(openingHoursRoutes, {
    context: desk.routeOf(clinic.supervisorId, 'administrator', []),
  })
  const { siteId, organizationId } = clinic
  if (hours) await administrator.save({ siteId, version: 0, weekly: WEEKDAYS, exceptions: [] })
  // Later than any process goes on with what it has read.
  desk.clock.at = new Date(MONDAY.getTime() + 2 * TERMS_KEPT_MS)
  const ada = desk.as(clinic.agentId)
  return {
    clinic,
    desk,
    deps,
    administrator,
    ada,
    after(minutes: number) {
      desk.clock.at = new Date(desk.clock.at.getTime() + minutes * 60_000)
    },
    due: async (conversationId: string) => (await ada.conversation.get({ conversationId })).dueAt,
    clocks: (conversationId: string) =>
      database.transaction(asSystem(clinic), (tx) => clocksOf(tx, conversationId, desk.clock.at)),
    async answer(conversationId: string, then?: object) {
      const { lastSeq } = await ada.conversation.get({ conversationId })
      const messageId = newId()
      const text = 'We are open from 9 to 12 on Saturday.'
      await ada.conversation.send({ conversationId, messageId, mode: 'reply', text, seenSeq: lastSeq, ...(then ? { then } : {}) } as never) // prettier-ignore
      return messageId
    },
    async to(conversationId: string, state: object) {
      const { version } = await ada.conversation.get({ conversationId })
      await ada.conversation.setState({ conversationId, version, to: state } as never)
    },
    lookAt: async (conversationId: string) =>
      (await look<{ at: Date | null }>('select look_at as at from conversation where id = $1', [conversationId]))[0]
        ?.at,
    tell: (conversationId: string) => tellClocks(deps, organizationId, conversationId),
    notices: async () =>
      (await look<{ template: string; address: string }>('select template, address from notice where organization_id = $1 order by template, address', [organizationId]))
        .map(({ template, address }) => `${template} ${address}`), // prettier-ignore
  }
}

test('desk-D28 a deadline counts the hours of the site; without hours day and night', async () => {
  const open = await aPlace()
  const { conversationId } = await open.desk.receive('When are you open on Saturday?')
  // Four hours: half past eight to noon, half an hour after lunch.
  expect(await open.due(conversationId)).toBe('2026-03-02T18:30:10.000Z')
  const always = await aPlace({ hours: false })
  const other = await always.desk.receive('When are you open on Saturday?')
  expect(await always.due(other.conversationId)).toBe('2026-03-02T17:30:10.000Z')
})

test('desk-D25 an answer meets the clock, the next question has its own; a red flag counts day and night', async () => {
  const { desk, due, answer, after, clocks } = await aPlace()
  const { conversationId } = await desk.receive('When are you open on Saturday?')
  after(30)
  await answer(conversationId)
  expect(await due(conversationId)).toBeNull()
  after(30)
  await desk.receive('And on Sunday?', { conversationId, beginsAnew: false })
  expect(await due(conversationId)).toBe('2026-03-02T19:30:10.000Z')
  after(12 * 60)
  await desk.receive("my chest hurts and I can't breathe", { conversationId, beginsAnew: false })
  // Stat from the original start: long over.
  expect(await due(conversationId)).toBe('2026-03-02T14:35:10.000Z')
  expect((await clocks(conversationId)).map(({ kind, state }) => [kind, state])).toEqual([
    ['first-response', 'met'],
    ['next-response', 'breached'],
  ])
})

test('desk-D25 a clinician who was asked has it when he takes it or says something, and not when it is given to him; a result that was waited for is to be told', async () => {
  const { clinic, desk, ada, to, after, clocks, answer } = await aPlace()
  await every(clinic, `update staff_member set role = 'clinician' where organization_id = $1 and id = $2`, [clinic.organizationId, clinic.secondNurseId]) // prettier-ignore
  const dr = desk.as(clinic.secondNurseId, 'clinician')
  const policies = createRouterClient(servicePolicyRoutes, { context: desk.routeOf(clinic.supervisorId, 'administrator', []) }) // prettier-ignore
  const targets = { 'to-clinician': { routine: 60 }, 'result-told': { routine: 120 } }
  const policy = { name: 'Everywhere', conditions: {}, targets, pausesOn: ['patient' as const], isAroundTheClock: false, assistantAnswers: false } // prettier-ignore
  await policies.publish({ publication: 0, policies: [policy] })
  after(1)
  const brief = async (id: string) => (await clocks(id)).map(({ kind, state }) => [kind, state])
  const asked = async (text: string) => {
    const { conversationId } = await desk.receive(text)
    await to(conversationId, { state: 'waiting', waitingOn: 'clinician' })
    expect(await brief(conversationId)).toEqual([['to-clinician', 'running']])
    return conversationId
  }
  const give = async (conversationId: string, by = dr) => {
    const { version } = await by.conversation.get({ conversationId })
    await by.conversation.assign({ conversationId, version, staffId: clinic.secondNurseId })
  }
  const taken = await asked('May I take the bandage off?')
  await give(taken, ada)
  expect(await brief(taken)).toEqual([['to-clinician', 'running']])
  await give(taken)
  expect(await brief(taken)).toEqual([['to-clinician', 'met']])
  expect((await ada.conversation.get({ conversationId: taken })).dueAt).toBeNull()

  const handed = await asked('May I wash the bandage?')
  const handOver = (staffId: string, role: 'agent' | 'clinician') =>
    createRouterClient(handOverRoutes, { context: desk.routeOf(staffId, role, []) })
  const { version } = await ada.conversation.get({ conversationId: handed })
  await ada.conversation.assign({ conversationId: handed, version, staffId: clinic.agentId })
  await handOver(clinic.agentId, 'agent').offer({ conversationId: handed, toId: clinic.secondNurseId })
  expect(await brief(handed)).toEqual([['to-clinician', 'running']])
  const { toMe } = await handOver(clinic.secondNurseId, 'clinician').list()
  await handOver(clinic.secondNurseId, 'clinician').accept({ handOverId: toMe[0]?.handOverId ?? '' })
  expect(await brief(handed)).toEqual([['to-clinician', 'met']])

  const advised = await asked('May I shower with the bandage?')
  const note = { messageId: newId(), mode: 'note' as const, text: 'Yes, from tomorrow.', readers: ['service' as const] }
  await dr.conversation.send({ ...note, conversationId: advised, seenSeq: 1 })
  expect(await brief(advised)).toEqual([['to-clinician', 'met']])

  // Both are of one patient; the result was waited for in one of them.
  await to(advised, { state: 'snoozed', until: '2026-03-05T13:00:00Z', event: 'result-filed' })
  const [patient] = await look<{ number: string }>(`select record_number as number from patient where id = $1`, [clinic.patientId]) // prettier-ignore
  const report = () =>
    database.transaction(asSystem(clinic), (tx) =>
      takeReportedEvent(
        { tx, jobs: desk.jobs, hub: desk.hub, now: desk.clock.at },
        { kind: 'result-filed', about: { recordNumber: patient?.number ?? '' } },
      ),
    )
  expect(await report()).toMatchObject({ ok: true, value: { woken: 1 } })
  expect(await brief(advised)).toEqual([['to-clinician', 'met'], ['result-told', 'running']]) // prettier-ignore
  expect((await ada.conversation.get({ conversationId: advised })).dueAt).not.toBeNull()
  expect(await brief(taken)).toEqual([['to-clinician', 'met']])
  await answer(advised)
  expect(await brief(advised)).toEqual([['to-clinician', 'met'], ['result-told', 'met']]) // prettier-ignore
})

test('desk-D26 waiting on the patient pauses, a snooze does not, the patient’s word goes on', async () => {
  const { desk, ada, due, to, after } = await aPlace()
  const { conversationId } = await desk.receive('When are you open on Saturday?')
  after(60)
  await to(conversationId, { state: 'snoozed', until: '2026-03-05T13:00:00Z' })
  expect(await due(conversationId)).toBe('2026-03-02T18:30:10.000Z')
  await to(conversationId, { state: 'open' })
  await to(conversationId, { state: 'waiting', waitingOn: 'patient' })
  expect(await due(conversationId)).toBeNull()
  const { clocks } = await ada.conversation.get({ conversationId })
  expect(clocks).toEqual([{ kind: 'first-response', state: 'paused', dueAt: null }])
  after(60)
  await desk.receive('I meant the clinic on Main Street', { conversationId, beginsAnew: false })
  expect(await due(conversationId)).toBe('2026-03-02T19:30:10.000Z')
})

test('desk-D27 opened again, undone, raised: as if computed from the beginning', async () => {
  const { desk, ada, due, answer, after, clocks } = await aPlace()
  const { conversationId } = await desk.receive('When are you open on Saturday?')
  const before = await due(conversationId)
  after(10)
  const messageId = await answer(conversationId, { state: 'resolved' })
  expect(await due(conversationId)).toBeNull()
  await ada.conversation.undoSend({ conversationId, messageId })
  expect(await due(conversationId)).toBe(before)

  const { version } = await ada.conversation.get({ conversationId })
  await ada.conversation.setUrgency({ conversationId, version, urgency: 'asap', reason: 'Needs it for work' })
  expect(await due(conversationId)).toBe('2026-03-02T14:00:10.000Z')
  after(5)
  await answer(conversationId, { state: 'resolved' })
  after(24 * 60)
  await desk.receive('One more thing', { conversationId, beginsAnew: false })
  const all = await clocks(conversationId)
  expect(all.map(({ kind, state }) => [kind, state])).toEqual([['first-response', 'met'], ['next-response', 'running']]) // prettier-ignore
  expect(await due(conversationId)).toBe('2026-03-03T14:15:10.000Z')
  expect(await clocks(conversationId)).toEqual(all)
})

test('desk-D22 D27 a merge is the union of what happened on both sides, and its undo as before: urgency by hand, who is waited for, an end on one side', async () => {
  const { clinic, desk, ada, to, due, after, clocks } = await aPlace()
  const nurse = desk.as(clinic.nurseId, 'nurse')
  const policies = createRouterClient(servicePolicyRoutes, { context: desk.routeOf(clinic.supervisorId, 'administrator', []) }) // prettier-ignore
  const targets = { 'first-response': { routine: 240, asap: 30, stat: 5 }, 'to-clinician': { routine: 60 } }
  const policy = { name: 'Everywhere', conditions: {}, targets, pausesOn: ['patient' as const], isAroundTheClock: true, assistantAnswers: false } // prettier-ignore
  await policies.publish({ publication: 0, policies: [policy] })
  after(1)
  const get = (conversationId: string) => ada.conversation.get({ conversationId })
  const brief = async (id: string) => (await clocks(id)).map(({ kind, state }) => [kind, state])
  const urgencyBy = async (by: typeof ada, conversationId: string, urgency: 'asap' | 'routine') =>
    by.conversation.setUrgency({ conversationId, version: (await get(conversationId)).version, urgency, reason: 'Asked' }) // prettier-ignore
  const both = async (text: string) => {
    const [{ conversationId: target }, { conversationId: source }] = [await desk.receive('When are you open?'), await desk.receive(text)] // prettier-ignore
    return { target, source }
  }
  const merged = async ({ target, source }: Awaited<ReturnType<typeof both>>) => {
    const before = [await clocks(target), await clocks(source)]
    const [{ version }, into] = [await get(source), await get(target)]
    const { moveId } = await ada.conversation.merge({ conversationId: source, version, intoId: target, intoVersion: into.version }) // prettier-ignore
    return async () => {
      await ada.conversation.undoMove({ conversationId: target, moveId })
      expect([await clocks(target), await clocks(source)]).toEqual(before)
    }
  }

  const raised = await both('May I come earlier?')
  await urgencyBy(ada, raised.source, 'asap')
  const dueAt = await due(raised.source)
  const undoRaised = await merged(raised)
  expect(await due(raised.target)).toBe(dueAt)
  await undoRaised()

  const lowered = await both("my chest hurts and I can't breathe")
  await urgencyBy(nurse, lowered.source, 'routine')
  await urgencyBy(ada, lowered.target, 'asap')
  const wasDue = await due(lowered.target)
  const undoLowered = await merged(lowered)
  expect((await get(lowered.target)).urgency).toBe('asap')
  expect(await due(lowered.target)).toBe(wasDue)
  await undoLowered()

  const asked = await both('May I take the bandage off?')
  await to(asked.source, { state: 'waiting', waitingOn: 'clinician' })
  const undoAsked = await merged(asked)
  expect(await brief(asked.target)).toEqual([['first-response', 'running'], ['to-clinician', 'running']]) // prettier-ignore
  await undoAsked()

  // What is open on one side is owed in both, though the other side was over before.
  const ended = await both('Is there parking?')
  await to(ended.target, { state: 'resolved' })
  expect(await due(ended.target)).toBeNull()
  const undoEnded = await merged(ended)
  expect(await due(ended.target)).not.toBeNull()
  const told = await look<{ detail: { from: string } }>(`select detail from journal where conversation_id = $1 and event = 'conversation.open'`, [ended.target]) // prettier-ignore
  expect(told).toMatchObject([{ detail: { from: 'resolved' } }])
  after(300)
  expect(await brief(ended.target)).toEqual([['first-response', 'breached']])
  after(-300)
  await undoEnded()
  expect(await due(ended.target)).toBeNull()

  // The other way round, nothing that was asked in the target ends with the source.
  const over = await both('Is there a lift?')
  await to(over.source, { state: 'resolved' })
  const undoOver = await merged(over)
  expect(await brief(over.target)).toEqual([['first-response', 'running']])
  await undoOver()
})

test('desk-D27 other hours: open conversations are counted again, and what is over is told at once', async () => {
  const { clinic, desk, deps, administrator, due, after, tell, notices, lookAt } = await aPlace()
  const { conversationId } = await desk.receive('When are you open on Saturday?')
  after(5 * 60)
  const later = Object.fromEntries(Object.keys(WEEKDAYS).map((day) => [day, [{ from: '08:00', to: '13:00' }]]))
  await administrator.save({ siteId: clinic.siteId, version: 1, weekly: later, exceptions: [{ date: '2026-03-03', periods: [] }] }) // prettier-ignore
  expect(desk.sent.at(-1)?.queue).toBe('recount-clocks')
  after(1)
  await recountClocks(deps, clinic.organizationId)
  expect(await due(conversationId)).toBe('2026-03-02T17:30:10.000Z')
  expect(await lookAt(conversationId)).toEqual(desk.clock.at)
  expect(await tell(conversationId)).toBe(1)
  expect(await lookAt(conversationId)).toBeNull()
  expect(await notices()).toHaveLength(1)
})

test('desk-D29 a look warns and alarms once, the owner and somebody present; a stale or repeated one does nothing', async () => {
  const { clinic, desk, ada, after, tell, notices, answer, lookAt } = await aPlace()
  await every(clinic, `update staff_member set on_duty = staff_id_is.present from (select id, id in ($2, $3) as present from staff_member where organization_id = $1) staff_id_is where staff_member.organization_id = $1 and staff_member.id = staff_id_is.id`, [clinic.organizationId, clinic.agentId, clinic.otherAgentId]) // prettier-ignore
  await every(clinic, `insert into queue_member (organization_id, queue_id, staff_id) values ($1, $2, $3), ($1, $2, $4)`, [clinic.organizationId, clinic.queueIds.service, clinic.agentId, clinic.otherAgentId]) // prettier-ignore
  const { conversationId } = await desk.receive('When are you open on Saturday?')
  const { version } = await ada.conversation.get({ conversationId })
  await ada.conversation.assign({ conversationId, version, staffId: clinic.agentId })
  expect(await lookAt(conversationId)).toEqual(new Date('2026-03-02T18:15:10.000Z'))

  expect(await tell(conversationId)).toBe(0)
  after(4 * 60 + 45)
  expect(await tell(conversationId)).toBe(1)
  expect(await tell(conversationId)).toBe(0)
  expect(await notices()).toEqual(['clock-warned ada@clinic.example', 'clock-warned ben@clinic.example'])
  expect(await lookAt(conversationId)).toEqual(new Date('2026-03-02T18:30:10.000Z'))
  after(15)
  expect(await tell(conversationId)).toBe(1)
  expect(await tell(conversationId)).toBe(0)
  expect((await notices()).filter((line) => line.startsWith('clock-breached'))).toHaveLength(2)
  const { events } = await ada.conversation.messages({ conversationId, limit: 10 })
  expect(events.map(({ event }) => event)).toEqual(['conversation.assigned', 'clock.warned', 'clock.breached'])
  await answer(conversationId)
  after(60)
  expect(await tell(conversationId)).toBe(0)
})

test('desk-D29, trust-D6 what nobody here may open is told without a word, once an hour, to who can find somebody for it', async () => {
  const { clinic, desk, after, tell, notices } = await aPlace()
  await every(clinic, `update staff_member set on_duty = true where organization_id = $1`, [clinic.organizationId])
  await every(clinic, `insert into staff_member (organization_id, id, email, given, family, role, state) values ($1, $2, 'amy@clinic.example', 'Amy', 'Test', 'administrator', 'active')`, [clinic.organizationId, newId()]) // prettier-ignore
  const [one, other] = [
    await desk.receive('I sleep badly.'),
    await desk.receive('I sleep worse.', { beginsAnew: true }),
  ]
  await every(clinic, `update conversation set labels = '{PSYTHPN}' where organization_id = $1`, [clinic.organizationId]) // prettier-ignore
  after(5 * 60)
  expect(await tell(one.conversationId)).toBe(1)
  expect(await tell(other.conversationId)).toBe(1)
  expect(await notices()).toEqual(['nobody-reads amy@clinic.example', 'nobody-reads sue@clinic.example'])
  const told = await look<{ event: string; audience: number }>(`select event, jsonb_array_length(detail->'audience') as audience from journal where organization_id = $1 and event like 'clock.%'`, [clinic.organizationId]) // prettier-ignore
  expect(told).toEqual(Array.from({ length: 2 }, () => ({ event: 'clock.breached', audience: 2 })))
})

test('desk-D29 two processes watch: what is due is told once, one that cannot be told keeps nobody waiting', async () => {
  const { clinic, desk, deps, after, lookAt } = await aPlace()
  const { organizationId } = clinic
  await database.withoutOrganization((tx) => addDoor(tx, { organizationId, slug: `watched-${newId()}`.slice(0, 40) }))
  const due: string[] = []
  for (let n = 0; n < 6; n++) due.push((await desk.receive(`Where do I park, question ${n}?`)).conversationId)
  const failures: string[] = []
  const log = { error: (event: string) => void failures.push(event) } as never
  const told = async () =>
    (await look<{ id: string }>(`select conversation_id as id from journal where organization_id = $1 and event = 'clock.breached'`, [organizationId])).map(({ id }) => id) // prettier-ignore
  await watchClocks({ ...deps, log })
  expect(await told()).toEqual([])
  after(5 * 60)
  await Promise.all([watchClocks({ ...deps, log }), watchClocks({ ...deps, log })])
  expect((await told()).toSorted()).toEqual(due.toSorted())
  expect(await lookAt(due[0]!)).toBeNull()

  for (let n = 0; n < 2; n++) await desk.receive(`When are you open, question ${n}?`)
  after(24 * 60)
  let isFirst = true
  const transaction: typeof database.transaction = (context, work) => {
    if (context.route !== 'clock watch' || !isFirst) return database.transaction(context, work)
    isFirst = false
    return Promise.reject(new Error('no connection'))
  }
  await watchClocks({ ...deps, db: { ...database, transaction }, log })
  expect(failures).toEqual(['clocks.not-told'])
  expect(await told()).toHaveLength(7)
  after(1)
  await watchClocks({ ...deps, log })
  expect(await told()).toHaveLength(8)
})

test('desk-D29 the sweep finds what no job told of, counts it once, and nothing otherwise', async () => {
  const { clinic, desk, deps, after, tell, to } = await aPlace()
  const { organizationId } = clinic
  await database.withoutOrganization((tx) => addDoor(tx, { organizationId, slug: `swept-${newId()}`.slice(0, 40) }))
  const lost = await desk.receive('When are you open on Saturday?')
  const told = await desk.receive('Where do I park?')
  // Put aside, it is owed all the same.
  const asleep = await desk.receive('Is there a lift?')
  await to(asleep.conversationId, { state: 'snoozed', until: '2026-03-05T13:00:00Z' })
  after(5 * 60)
  await tell(told.conversationId)
  after(1)
  expect(await sweepClocks(deps)).toBe(2)
  const [row] = await look<{ by: string }>(`select detail->>'by' as by from journal where conversation_id = $1 and event = 'clock.breached'`, [lost.conversationId]) // prettier-ignore
  expect(row?.by).toBe('sweep')
  expect(await sweepClocks(deps)).toBe(0)
})

test('desk-D28 hours that cannot be kept are refused with their field, and two administrators do not overwrite each other', async () => {
  const { clinic, administrator } = await aPlace()
  const { siteId } = clinic
  const save = (weekly: object, version = 1, exceptions: object[] = []) =>
    administrator.save({ siteId, version, weekly, exceptions } as never)
  const overlapping = { mon: [{ from: '08:00', to: '12:00' }, { from: '11:00', to: '13:00' }] } // prettier-ignore
  expect(await refusalOf(save(overlapping))).toEqual({ code: 'INVALID_INPUT', field: 'weekly.mon.1.from', detail: { reason: 'PERIODS_OVERLAP' } }) // prettier-ignore
  expect(await refusalOf(save({}))).toEqual({ code: 'CALENDAR_NEVER_OPEN', field: 'weekly' })
  expect((await refusalOf(save(WEEKDAYS, 1, [{ date: '2027-02-29', periods: [] }]))).field).toBe('exceptions.0.date')
  const outcomes = await Promise.allSettled([save(WEEKDAYS), save(WEEKDAYS)])
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect((await refusalOf(save(WEEKDAYS))).code).toBe('CHANGED_MEANWHILE')
  expect((await refusalOf(administrator.save({ siteId: newId(), version: 0, weekly: WEEKDAYS, exceptions: [] }))).code).toBe('NOT_FOUND') // prettier-ignore
  expect(await administrator.list()).toMatchObject([{ siteId, version: 2, timeZone: 'America/New_York', weekly: WEEKDAYS }, { siteId: null, version: 0 }]) // prettier-ignore
})

test('desk-D28 the preview shows ten deadlines of hours that nobody has saved', async () => {
  const { clinic, administrator } = await aPlace()
  const weekly = { sat: [{ from: '22:00', to: '02:00' }] }
  const { openings, deadlines } = await administrator.preview({ siteId: clinic.siteId, weekly, exceptions: [], minutes: 60 }) // prettier-ignore
  expect(openings[0]).toEqual({ from: '2026-03-08T03:00:00.000Z', to: '2026-03-08T07:00:00.000Z' })
  expect(deadlines).toHaveLength(10)
  expect(deadlines[0]?.dueAt).toBe('2026-03-08T04:00:00.000Z')
  expect((await administrator.list())[0]?.version).toBe(1)
})
