/** The front desk through its doors: numbers, calls, kiosks and displays, and the conversation that a turn joins (desk-D64). */
import { expect, test } from 'vitest'
import { loadAt, type WorkSpan } from '#engines/routing/load.ts'
import { DEFAULT_POLICY } from '#engines/routing/policy.ts'
import { endDayAtFrontDesk } from '#server/modules/front-desk/index.ts'
import { heartbeat, keepWorkMoving, routeConversation } from '#server/modules/workload/index.ts'
import { newId } from '#server/platform/id.ts'
import { aMember, anOrganization, aPatient, aProduct, signedIn, type Answer } from './a-product.ts'
import { anInbox, portalOf } from './an-inbox.ts'

const product = await aProduct()
const { look, clock } = product

/** A clinic with three queues, two people at its front desk, and a patient. */
async function aFrontDesk() {
  const clinic = await anOrganization(product)
  const { organizationId } = clinic
  const inbox = anInbox(product, clinic)
  const queues: Record<string, string> = {}
  for (const kind of ['service', 'clinical', 'billing']) {
    queues[kind] = newId()
    await look(`insert into queue (organization_id, id, name, kind) values ($1, $2, $3, $3)`, [organizationId, queues[kind], kind]) // prettier-ignore
  }
  const [site] = await look<{ id: string }>(`select id from site where organization_id = $1`, [organizationId])
  const member = await aMember(product, clinic, 'front_desk')
  const other = await aMember(product, clinic, 'front_desk')
  const siteId = site?.id ?? ''
  const desk = inbox.awake(await signedIn(product, member))
  const second = inbox.awake(await signedIn(product, other))
  return {
    clinic,
    inbox,
    queues,
    siteId,
    desk,
    second,
    staffId: member.staffId,
    patient: await aPatient(product, clinic),
    take: async (over: Record<string, unknown> = {}): Promise<Answer> =>
      desk('frontDesk.take', {
        siteId,
        messageId: newId(),
        queueId: queues.service,
        reason: 'visit',
        language: 'en',
        ...over,
      }),
    open: async () => (await desk('frontDesk.turns', { siteId })).json.items as Shown[],
    left: async () => (await desk('frontDesk.turns', { siteId, show: 'left' })).json.items as Shown[],
    change: (turnId: string, action: string, more: object = {}, by = desk) =>
      by('frontDesk.change', { turnId, action, ...more }),
    /** A browser that holds a kiosk or a display of this site. */
    async device(kind: 'kiosk' | 'display') {
      const added = await desk('frontDesk.addDevice', { siteId, kind, name: `A ${kind}` })
      const code = String(added.json.link).split('#')[1] ?? ''
      const opened = await product.call('frontDeskDevice.open', { code })
      const [cookie = ''] = (opened.headers.getSetCookie()[0] ?? '').split(';')
      return {
        deviceId: added.json.device.id as string,
        code,
        setCookie: opened.headers.getSetCookie()[0] ?? '',
        cookie,
        call: (procedure: string, input?: unknown) =>
          product.call(`frontDeskDevice.${procedure}`, input, { headers: { cookie } }),
      }
    },
  }
}
type Shown = {
  id: string
  number: string
  state: string
  calls: number
  conversationId: string
  patientName: string | null
  ahead: number | null
  urgency: string
  queueName: string
}

const house = await aFrontDesk()
const { desk, second, queues, siteId } = house
const pass = (minutes: number): void => void (clock.now = new Date(clock.now.getTime() + minutes * 60_000))
const stateOf = async (conversationId: string) =>
  (
    await look<{ state: string; assignee: string | null; due: Date | null; patient: string | null }>(
      `select state, assignee_id as assignee, due_at as due, patient_id as patient from conversation where id = $1`,
      [conversationId],
    )
  )[0]

test('desk-D64 numbers are daily, per site and letter, without a gap, and the same arrival has one number', async () => {
  const desk = await aFrontDesk()
  // The first message of a process is read slowly, and whoever waits longer than two seconds for the line is asked to come again.
  expect((await desk.take()).json.number).toBe('A-001')
  const together = await Promise.all(Array.from({ length: 5 }, () => desk.take()))
  expect(together.map(({ json }) => json.number).toSorted()).toEqual(['A-002', 'A-003', 'A-004', 'A-005', 'A-006'])
  // What is refused takes no number.
  expect((await desk.take({ queueId: newId() })).code).toBe('NOT_FOUND')
  expect((await desk.take({ patientId: newId() })).code).toBe('NOT_FOUND')
  const messageId = newId()
  const twice = await Promise.all([desk.take({ messageId }), desk.take({ messageId })])
  expect(twice.map(({ json }) => json.number)).toEqual(['A-007', 'A-007'])
  expect((await desk.take({ queueId: desk.queues.clinical })).json.number).toBe('C-001')
  // 23:59 and 00:01 of the site.
  clock.now = new Date('2026-03-03T04:59:00Z')
  expect((await desk.take()).json.number).toBe('A-008')
  clock.now = new Date('2026-03-03T05:01:00Z')
  expect((await desk.take()).json.number).toBe('A-001')
  expect((await desk.open()).map(({ number }) => number)).toEqual(['A-001'])
})

test('desk-D64 the night ends the turns of the day before, and what began with them', async () => {
  const night = await aFrontDesk()
  await night.take()
  const [turn] = await night.open()
  pass(24 * 60)
  await endDayAtFrontDesk(product.services)
  const [row] = await look(`select state from front_desk_turn where id = $1`, [turn?.id])
  expect(row).toEqual({ state: 'left' })
  expect(await stateOf(turn?.conversationId ?? '')).toMatchObject({ state: 'resolved' })
  expect((await night.change(turn?.id ?? '', 'restore')).code).toBe('STATE_NOT_ALLOWED')
})

test('desk-D64 two who call at once get two turns; a turn is served by one of two', async () => {
  await Promise.all([house.take(), house.take(), house.take()])
  const called = await Promise.all([
    desk('frontDesk.callNext', { siteId, room: 'Room 1' }),
    second('frontDesk.callNext', { siteId, room: 'Room 2' }),
  ])
  expect(new Set(called.map(({ json }) => json.number)).size).toBe(2)
  expect(called.every(({ json }) => /^A-00[123]$/.test(json.number))).toBe(true)
  const turn = (await house.open()).find(({ state }) => state === 'called')!
  const served = await Promise.all([house.change(turn.id, 'serve'), house.change(turn.id, 'serve', {}, second)])
  expect(served.map(({ status }) => status).toSorted()).toEqual([200, 409])
  for (const { id, state } of await house.open()) await house.change(id, state === 'serving' ? 'finish' : 'leave')
  expect((await desk('frontDesk.callNext', { siteId, room: 'Room 1' })).json.number).toBeNull()
})

test('desk-D64 who feels unwell is called first; called three times without an answer is left, and comes back', async () => {
  const well = (await house.take()).json.number
  const unwell = (await house.take({ queueId: queues.clinical, reason: 'unwell' })).json.number
  expect((await house.open()).map(({ number }) => number)).toEqual([unwell, well])
  const [turn] = await house.open()
  const call = { room: 'Room 3' }
  pass(1)
  expect((await house.change(turn!.id, 'call')).code).toBe('INVALID_INPUT')
  expect((await house.change(turn!.id, 'call', { room: 'Mrs <b>' })).code).toBe('INVALID_INPUT')
  for (const calls of [1, 2, 3]) {
    expect((await house.change(turn!.id, 'call', call)).json).toEqual({ state: 'called' })
    expect((await house.open()).find(({ id }) => id === turn!.id)?.calls).toBe(calls)
  }
  expect((await house.change(turn!.id, 'call', call)).json).toEqual({ state: 'left' })
  expect((await house.left())[0]).toMatchObject({ number: unwell, state: 'left' })
  expect(await stateOf(turn!.conversationId)).toMatchObject({ state: 'resolved' })
  expect((await house.change(turn!.id, 'restore')).json).toEqual({ state: 'waiting' })
  expect(await stateOf(turn!.conversationId)).toMatchObject({ state: 'open' })
  expect((await house.open())[0]).toMatchObject({ number: unwell, calls: 0, ahead: 0 })
})

test('desk-D64 a moved turn keeps its number and waits in the other queue', async () => {
  const moved = (await house.take()).json.number
  const turn = (await house.open()).find(({ number }) => number === moved)!
  expect((await house.change(turn.id, 'move', { queueId: queues.service })).code).toBe('INVALID_INPUT')
  expect((await house.change(turn.id, 'move', { queueId: queues.billing })).json).toEqual({ state: 'moved' })
  const now = (await house.open()).find(({ number }) => number === moved)!
  expect(now).toMatchObject({ state: 'waiting', queueName: 'billing', conversationId: turn.conversationId })
  expect(now.id).not.toBe(turn.id)
  const ofQueue = async (queueId: string | undefined) =>
    ((await desk('frontDesk.turns', { siteId, queueId })).json.items as Shown[]).map((one) => one.queueName)
  expect(await ofQueue(queues.billing)).toEqual(['billing'])
  expect(await ofQueue(queues.service)).not.toContain('billing')
  expect((await house.change(turn.id, 'serve')).code).toBe('STATE_NOT_ALLOWED')
})

test('desk-D64 a checked patient goes on in the open conversation, one who was only named begins anew, nobody stays nobody', async () => {
  const { patient, inbox } = house
  const open = await inbox.receive(portalOf(patient.patientId), 'When is my next visit?')
  const checked = (await house.take({ patientId: patient.patientId, isChecked: true })).json.number
  const messageId = newId()
  const named = (await house.take({ patientId: patient.patientId, messageId })).json.number
  // Asked again after a lost answer; another person is not told this number.
  expect((await house.take({ patientId: patient.patientId, messageId })).json.number).toBe(named)
  expect((await house.take({ messageId })).code).toBe('NOT_FOUND')
  const nobody = (await house.take()).json.number
  const rows = await house.open()
  const of = (number: string) => rows.find((row) => row.number === number)!
  expect(of(checked)).toMatchObject({ conversationId: open, patientName: 'Pat Rivera' })
  expect(of(named).conversationId).not.toBe(open)
  expect(of(named).patientName).toBe('Pat Rivera')
  expect(of(nobody)).toMatchObject({ patientName: null })
  const level = async (conversationId: string) =>
    (await desk('conversation.get', { conversationId })).json.identityLevel
  expect(await level(open)).toBe('verified')
  expect(await level(of(named).conversationId)).toBe('none')
  // A labelled matter is not joined: the room is public.
  await look(`update conversation set labels = '{HIV}' where id = $1`, [open])
  const apart = (await house.take({ patientId: patient.patientId, isChecked: true })).json.number
  expect((await house.open()).find(({ number }) => number === apart)?.conversationId).not.toBe(open)
  await look(`update conversation set labels = '{}' where id = $1`, [open])
})

test('desk-D25 a served turn meets the clock of the answer, and what began with the turn ends with it', async () => {
  const { number } = (await house.take()).json
  const turn = (await house.open()).find((row) => row.number === number)!
  expect((await stateOf(turn.conversationId))?.due).not.toBeNull()
  const clocks = async () =>
    (await desk('conversation.get', { conversationId: turn.conversationId })).json.clocks as { kind: string; state: string }[] // prettier-ignore
  const firstResponse = async () => (await clocks()).find(({ kind }) => kind === 'first-response')?.state
  expect(await firstResponse()).toBe('running')
  pass(2)
  await house.change(turn.id, 'call', { room: '4' })
  expect(await firstResponse()).toBe('running')
  await house.change(turn.id, 'serve')
  // Met: nothing is owed for it any more.
  expect(await firstResponse()).not.toBe('running')
  expect(await stateOf(turn.conversationId)).toMatchObject({ state: 'open', assignee: house.staffId })
  await house.change(turn.id, 'finish')
  expect(await stateOf(turn.conversationId)).toMatchObject({ state: 'resolved' })
})

test('desk-D64 the end of a turn ends no question: neither that of a matter it was merged into, nor what came while it was served', async () => {
  const own = await aFrontDesk()
  const { patientId } = own.patient
  const serve = async (turnId: string) => {
    await own.change(turnId, 'call', { room: '1' })
    await own.change(turnId, 'serve')
    expect((await own.change(turnId, 'finish')).json).toEqual({ state: 'done' })
  }
  const question = await own.inbox.receive(portalOf(patientId), 'When is my next visit?')
  const waits = async (conversationId: string) =>
    look(`select state, unread_since is not null as unread from conversation where id = $1`, [conversationId])
  const merge = async (conversationId: string) => {
    const versionOf = async (id: string) => (await own.desk('conversation.get', { conversationId: id })).json.version
    const versions = { version: await versionOf(conversationId), intoVersion: await versionOf(question) }
    const done = await own.desk('conversation.merge', { conversationId, intoId: question, ...versions })
    expect(done.status).toBe(200)
  }
  await own.take({ patientId })
  const [named] = await own.open()
  await merge(named!.conversationId)
  await serve(named!.id)
  expect(await waits(question)).toEqual([{ state: 'open', unread: true }])

  await own.take()
  const [nobody] = await own.open()
  await merge(nobody!.conversationId)
  expect((await own.change(nobody!.id, 'leave')).json).toEqual({ state: 'left' })
  expect(await waits(question)).toEqual([{ state: 'open', unread: true }])

  await own.take({ patientId })
  const [writing] = await own.open()
  await own.inbox.receive(portalOf(patientId), 'My new tablets make me dizzy', writing!.conversationId)
  await serve(writing!.id)
  expect(await waits(writing!.conversationId)).toEqual([{ state: 'open', unread: true }])
})

test('desk-D64 an estimate is given from the fifth served on, and says how many are ahead', async () => {
  const quick = await aFrontDesk()
  expect((await quick.take()).json.estimate).toBeNull()
  for (let n = 0; n < 5; n++) {
    if (n > 0) await quick.take()
    pass(10)
    const [turn] = await quick.open()
    await quick.change(turn!.id, 'call', { room: '1' })
    await quick.change(turn!.id, 'serve')
    await quick.change(turn!.id, 'finish')
  }
  expect((await quick.take()).json.estimate).toEqual({ fromMin: 10, toMin: 10 })
  expect((await quick.take()).json.estimate).toEqual({ fromMin: 20, toMin: 20 })
  expect((await quick.open()).map(({ ahead }) => ahead)).toEqual([0, 1])
})

test('desk-D64 a link opens one browser, once; a device is listed with its last use, and revoked', async () => {
  const kiosk = await house.device('kiosk')
  expect(kiosk.setCookie).toMatch(
    /^__Host-bedside-kiosk=[^;]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+; Secure$/,
  )
  expect((await product.call('frontDeskDevice.open', { code: kiosk.code })).code).toBe('LINK_USED')
  expect((await product.call('frontDeskDevice.open', { code: 'x' })).code).toBe('LINK_USED')
  expect((await kiosk.call('kiosk')).json).toMatchObject({ siteName: 'Main site', languages: ['en', 'es'] })
  expect((await kiosk.call('board')).code).toBe('NOT_SIGNED_IN')
  const [row] = await look<{ hash: Buffer; text: string }>(
    `select secret_hash as hash, to_jsonb(d)::text as text from front_desk_device d where id = $1`,
    [kiosk.deviceId],
  )
  expect(row?.text).not.toContain(kiosk.cookie.split('=')[1])
  const listed = (await desk('frontDesk.devices')).json.find(({ id }: { id: string }) => id === kiosk.deviceId)
  expect(listed.lastUsedAt).not.toBeNull()
  // A new link shuts the old browser out only when it is opened.
  const renewed = await desk('frontDesk.renewDevice', { deviceId: kiosk.deviceId })
  expect((await kiosk.call('kiosk')).status).toBe(200)
  await product.call('frontDeskDevice.open', { code: String(renewed.json.link).split('#')[1] })
  expect((await kiosk.call('kiosk')).code).toBe('NOT_SIGNED_IN')
  const display = await house.device('display')
  expect((await desk('frontDesk.revokeDevice', { deviceId: display.deviceId })).status).toBe(200)
  expect((await display.call('board')).code).toBe('NOT_SIGNED_IN')
  const nurse = house.inbox.awake(await signedIn(product, await aMember(product, house.clinic, 'nurse')))
  expect((await nurse('frontDesk.addDevice', { siteId, kind: 'kiosk', name: 'Mine' })).code).toBe('NOT_ALLOWED')
})

test('desk-D64 a kiosk gives a number to anybody, and calls a person to it', async () => {
  const kiosk = await house.device('kiosk')
  const messageId = newId()
  const first = await kiosk.call('take', { messageId, reason: 'unwell', language: 'es' })
  expect(first.json.number).toMatch(/^C-0\d\d$/)
  expect((await kiosk.call('take', { messageId, reason: 'unwell', language: 'es' })).json.number).toBe(
    first.json.number,
  )
  const turn = (await house.open()).find(({ number }) => number === first.json.number)!
  expect(turn).toMatchObject({ urgency: 'urgent', patientName: null })
  const [message] = await look<{ text: string; kind: string }>(
    `select text, author_kind as kind from message where conversation_id = $1 and seq = 1`,
    [turn.conversationId],
  )
  expect(message).toEqual({ text: 'No me siento bien.', kind: 'unknown' })
  await kiosk.call('callStaff')
  await kiosk.call('callStaff')
  const { staffCalls } = (await desk('frontDesk.overview', { siteId })).json
  expect(staffCalls).toMatchObject([{ deviceName: 'A kiosk' }])
  expect((await desk('frontDesk.settleCall', { staffCallId: staffCalls[0].id })).status).toBe(200)
  expect((await desk('frontDesk.overview', { siteId })).json.staffCalls).toEqual([])
})

test('desk-D64 a code and the birth date check a person in, once; a wrong pair is answered alike, whoever it is, and few times', async () => {
  const { patient, inbox } = house
  const kiosk = await house.device('kiosk')
  const open = await inbox.receive(portalOf(patient.patientId), 'Can I bring my daughter?')
  const issuing = (contactPointId?: string) =>
    desk('frontDesk.issueCode', { patientId: patient.patientId, method: 'two-facts-and-call-back', contactPointId })
  // A call proves who it is at a number on file, and not at one of this week.
  const missing = { code: 'INVALID_INPUT', json: { data: { field: 'contactPointId' } } }
  expect(await issuing()).toMatchObject(missing)
  expect(await issuing(await inbox.contact(patient.patientId, 'email', 'pat@example.org'))).toMatchObject(missing)
  const fresh = await inbox.contact(patient.patientId, 'phone', '+12125550777', 6)
  expect(await issuing(fresh)).toMatchObject({ code: 'CONTACT_POINT_TOO_NEW' })
  const number = await inbox.contact(patient.patientId, 'phone', '+12125550778')
  const issue = async () => (await issuing(number)).json.code
  const take = (code: string, birthDate: string, messageId = newId()) =>
    kiosk.call('take', { messageId, reason: 'visit', language: 'en', checkIn: { code, birthDate } })
  const code = await issue()
  expect(code).toMatch(/^\d{8}$/)
  const strange = String((Number(code) + 1) % 100_000_000).padStart(8, '0')
  const wrong = await take(code, '1980-05-07')
  const unknown = await take(strange, '1980-05-06')
  const plain = ({ json, status }: Answer) => ({ status, ...json, data: undefined })
  expect(plain(wrong)).toEqual(plain(unknown))
  expect(wrong.code).toBe('WRONG_CODE')

  const messageId = newId()
  const taken = await take(code, '1980-05-06', messageId)
  expect(taken.json.number).toMatch(/^A-/)
  // The screen asked again: the same number, though the code is used up.
  expect((await take(code, '1980-05-06', messageId)).json).toEqual(taken.json)
  expect((await take(code, '1980-05-06')).code).toBe('WRONG_CODE')
  const turn = (await house.open()).find(({ number }) => number === taken.json.number)!
  expect(turn).toMatchObject({ conversationId: open, patientName: 'Pat Rivera' })
  const [check] = await look<{ level: string; method: string; by: string }>(
    `select level, method, checked_by as by from identity_check where conversation_id = $1 and method <> 'session' and level = 'verified'
      order by at desc limit 1`,
    [open],
  )
  expect(check).toEqual({ level: 'verified', method: 'check-in-code', by: house.staffId })

  // Five tries spend a code, and the kiosk has few of its own.
  const other = await issue()
  for (let n = 0; n < 5; n++) expect((await take(other, '1999-01-01')).code).toBe('WRONG_CODE')
  expect((await take(other, '1980-05-06')).code).toBe('WRONG_CODE')
  let last = ''
  for (let n = 0; n < 12 && last !== 'SLOW_DOWN'; n++) last = (await take('00000000', '1980-05-06')).code ?? ''
  expect(last).toBe('SLOW_DOWN')
  // Without a code one still gets a number.
  expect((await kiosk.call('take', { messageId: newId(), reason: 'visit', language: 'en' })).status).toBe(200)
})

test('desk-D64 the public display shows numbers and rooms, and no name at all', async () => {
  const public_ = await aFrontDesk()
  const display = await public_.device('display')
  await public_.take({ patientId: public_.patient.patientId, isChecked: true })
  await public_.take()
  await public_.desk('frontDesk.callNext', { siteId: public_.siteId, room: 'Room 2' })
  const board = await display.call('board')
  expect(board.json).toMatchObject({
    called: [{ number: 'A-001', room: 'Room 2', calls: 1 }],
    serving: [],
    waiting: 1,
    siteName: 'Main site',
  })
  expect(board.text).not.toMatch(/Pat|Rivera|Ada|Stone|1980/)
  const [turn] = await public_.open()
  await public_.change(turn!.id, 'serve')
  expect((await display.call('board')).json).toMatchObject({
    called: [],
    serving: [{ number: 'A-001', room: 'Room 2' }],
  })
})

test('desk-D31 a served turn weighs 60 points beside its conversation, and whoever holds a number is not held out by routing', async () => {
  // The database writes by its own clock when something came into somebody's hands.
  clock.now = new Date(Math.max(clock.now.getTime(), Date.now()) + 1_000)
  const work = await aFrontDesk()
  const { organizationId } = work.clinic
  const deps = { db: product.database, jobs: product.jobs, hub: product.hub, now: () => clock.now }
  await look(
    `insert into routing_policy (organization_id, version, is_automatic, policy, at) values ($1, 1, true, $2, $3)`,
    [organizationId, JSON.stringify(DEFAULT_POLICY), clock.now],
  )
  await look(`insert into queue_member (organization_id, queue_id, staff_id) select $1, id, $2 from queue where organization_id = $1`, [organizationId, work.staffId]) // prettier-ignore
  await work.take()
  const [turn] = await work.open()
  await heartbeat(deps, organizationId, work.staffId)
  await keepWorkMoving(deps, organizationId, clock.now)
  expect(await stateOf(turn!.conversationId)).toMatchObject({ assignee: null })
  const weightNow = async () => {
    const written = await work.inbox.receive(portalOf(work.patient.patientId), 'Where do I park?')
    await routeConversation(deps, organizationId, written)
    const [snapshot] = await look<{ input: RouteInput }>(
      `select input from routing_snapshot where conversation_id = $1 order by at desc limit 1`,
      [written],
    )
    await look(`update conversation set state = 'resolved', assignee_id = null, assignment = 'unassigned' where id = $1`, [written]) // prettier-ignore
    const spans = snapshot!.input.load.byAgent[work.staffId]!.spans.map((span) => ({
      ...span,
      from: new Date(span.from),
      to: span.to && new Date(span.to),
    }))
    return loadAt(spans, DEFAULT_POLICY, clock.now)
  }
  expect(await weightNow()).toBe(0)
  await work.change(turn!.id, 'call', { room: '1' })
  await work.change(turn!.id, 'serve')
  clock.now = new Date(clock.now.getTime() + 60_000)
  await heartbeat(deps, organizationId, work.staffId)
  expect(await weightNow()).toBe(63)
})
type RouteInput = { load: { byAgent: Record<string, { spans: WorkSpan[] }> } }
