/** Calls that are promised for a time and dialed by a carrier: what is offered, what rings, what it means for the call-back. */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { carrierSignature } from '#engines/sms/carrier-signature.ts'
import { addLine, type OwnLine } from '#server/channels/voice/own-line.ts'
import { endSilentAlertCall, placeAlertCall } from '#server/channels/voice/call-on-call.ts'
import { endSilentDial, placeCall } from '#server/channels/voice/place-call.ts'
import { ringOnCall } from '#server/modules/call/index.ts'
import { aMember, anOrganization, aPatient, aProduct, PUBLIC_URL, signedIn } from './a-product.ts'
import { anInbox } from './an-inbox.ts'
import { registerCallOutSimulator } from './call-out-simulator.ts'
import { SIMULATED_API } from './carrier-simulator.ts'
import { registerVoiceWebhook } from './voice-webhook.ts'

const product = await aProduct()
const { look, clock, url, services, keys } = product
const { organizationId } = await anOrganization(product)
const inbox = anInbox(product, { organizationId })
const agent = await aMember(product, { organizationId }, 'agent')
const stranger = await aMember(product, await anOrganization(product), 'agent')
const [SECRET, OURS, DESK] = ['a-secret-of-tests', '+12125550100', '+12125550111']
const outbound = { local: ['localhost:*'] }

/** What a carrier was asked to dial, and how it answers. */
const asked: URLSearchParams[] = []
let answers = { status: 201, body: JSON.stringify({ sid: 'CA1', status: 'queued' }) }
const carrier = createServer((request, response) => {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    asked.push(new URLSearchParams(body))
    response.writeHead(answers.status, { 'content-type': 'application/json' }).end(answers.body)
  })
})
await new Promise<void>((done) => void carrier.listen(0, '127.0.0.1', done))
afterAll(() => void carrier.close())
const apiUrl = `http://127.0.0.1:${(carrier.address() as AddressInfo).port}`

// A Monday at noon in New York.
clock.now = new Date('2026-03-02T17:00:00Z')
await inbox.asSystem(
  (tx) =>
  addLine(tx, keys, { name: 'Calls', address: OURS, carrierAccount: 'AC1', secret: SECRET, apiUrl, deskNumber: DESK, callsAtOnce: 1, isTranscribed: false }, clock.now), // prettier-ignore
)
const [line] = await look<{ id: string }>(
  `select id from channel_account where organization_id = $1 and channel = 'voice'`,
  [organizationId],
)
const accountId = line?.id ?? ''
const token = await signedIn(product, agent)
const asAgent = inbox.awake(token)
let people = 300

/** A patient with a telephone who wrote to the clinic. */
async function aCaller() {
  const { patientId } = await aPatient(product, { organizationId })
  const number = `+1212555${String(++people).padStart(4, '0')}`
  await inbox.contact(patientId, 'phone', number)
  const writer = { kind: 'patient', patientId, language: 'es', siteId: null } as const
  const conversationId = await inbox.receive(writer, 'Por favor, llámeme. Tengo una pregunta sobre mi cita.')
  const row = async () => {
    const [one] = await look<{ id: string; state: string; tries: number; due: Date; version: number; reached: Date | null }>(
      `select id, state, tries, due_at as due, version, reached_at as reached from call_back where organization_id = $1 and address = $2`,
      [organizationId, number],
    ) // prettier-ignore
    if (!one) throw new Error('no call-back')
    return one
  }
  return { number, conversationId, row, book: (at: Date) => asAgent('callBack.book', { conversationId, address: number, at: at.toISOString() }) } // prettier-ignore
}
const inMinutes = (minutes: number) => new Date(clock.now.getTime() + minutes * 60_000)
const onDay = async (conversationId: string, day: string): Promise<string[]> =>
  (await asAgent('callBack.offer', { conversationId, day })).json.times

test('desk-D62 offered are quarters of an hour in opening hours, not at night there, from an hour on, and not where somebody is promised; when the next call is due is told to whoever may see it', async () => {
  clock.now = new Date('2026-03-02T16:59:00Z')
  const { conversationId, number, book, row } = await aCaller()
  const monday = await onDay(conversationId, '2026-03-02')
  expect(monday[0]).toBe('2026-03-02T18:00:00.000Z')
  expect(await onDay(conversationId, '2026-03-01')).toEqual([])
  expect(await onDay(conversationId, '2026-04-02')).toEqual([])
  const taken = new Date(monday[2] ?? '')
  expect(await book(taken)).toMatchObject({ status: 200, json: { dueAt: taken.toISOString() } })
  const offered = await asAgent('callBack.offer', { conversationId, day: '2026-03-02' })
  expect(offered.json).toMatchObject({ numbers: [number], timeZone: 'America/New_York', promised: [{ address: number }] }) // prettier-ignore
  expect(offered.json.times).not.toContain(taken.toISOString())
  expect(offered.json.times).toContain(monday[1])

  // The clinic closes at night and at the week's end; both are refused also to whoever was offered nothing.
  await look(
    `insert into calendar (organization_id, id, version, site_id, time_zone, weekly, exceptions, effective_at)
     select $1, gen_random_uuid(), 1, null, 'America/New_York', $2, '[]', $3`,
    [organizationId, JSON.stringify({ tue: [{ from: '09:00', to: '09:30' }] }), clock.now],
  )
  const tuesday = await onDay(conversationId, '2026-03-03')
  expect(tuesday).toEqual(['2026-03-03T14:00:00.000Z', '2026-03-03T14:15:00.000Z'])
  const { id: callBackId, version } = await row()
  const move = (at: string, over: object = {}) => asAgent('callBack.move', { callBackId, version, at, ...over })
  expect(await move('2026-03-02T19:00:00.000Z')).toMatchObject({ code: 'INVALID_INPUT', json: { data: { field: 'at', detail: { reason: 'closed' } } } }) // prettier-ignore
  expect(await move('2026-03-03T05:00:00.000Z')).toMatchObject({ code: 'QUIET_HOURS' })
  const both = await Promise.all([move(tuesday[0] ?? ''), move(tuesday[1] ?? '')])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  const listed = await asAgent('callBack.list', {})
  expect(listed.json.items[0]).toMatchObject({ isBooked: true, timeZone: 'America/New_York', isDialing: false })
  // What the inbox says where it is empty: of those that the reader may see.
  const nextFor = async (reader: typeof asAgent) => (await reader('callBack.next')).json
  expect(await nextFor(asAgent)).toEqual({ dueAt: listed.json.items[0].dueAt })
  const foreign = inbox.awake(await signedIn(product, stranger))
  expect(await nextFor(foreign)).toEqual({ dueAt: null })
  const label = (labels: string) => look(`update conversation set labels = $2 where id = $1`, [conversationId, labels])
  await label('{part2}')
  expect(await nextFor(asAgent)).toEqual({ dueAt: null })
  await label('{}')
  expect(await foreign('callBack.move', { callBackId, version, at: tuesday[0] })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await foreign('callBack.offer', { conversationId, day: '2026-03-03' })).toMatchObject({ code: 'NOT_FOUND' })
  await look(`delete from calendar where organization_id = $1`, [organizationId])
})

/** A booked call-back that an agent lets the carrier dial; `tell`: what the carrier says of it. */
async function aDial(first: 'agent' | 'patient') {
  const caller = await aCaller()
  await caller.book(inMinutes(60))
  const sid = `CA${String(people).padStart(8, '0')}`
  answers = { status: 201, body: JSON.stringify({ sid, status: 'queued' }) }
  const { id: callBackId, version } = await caller.row()
  const dial = (over: object = {}) => {
    // The newest call is the one that began last.
    clock.now = new Date(clock.now.getTime() + 1)
    return asAgent('callBack.dial', { callBackId, version, agentNumber: DESK, first, ...over })
  }
  const callRow = async () => {
    const [row] = await look<{ id: string; state: string; sid: string | null }>(
      `select id, state, carrier_call_id as sid from call where organization_id = $1 and call_back_id = $2 order by started_at desc`,
      [organizationId, callBackId],
    )
    return row ?? { id: '', state: 'none', sid: null }
  }
  const place = async () => placeCall(services, outbound, organizationId, (await callRow()).id)
  const tell = async (address: string, form: Record<string, string>, secret = SECRET) => {
    const path = address.slice(PUBLIC_URL.length)
    const all = { CallSid: sid, ...form }
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': carrierSignature(secret, address, Object.entries(all)),
      },
      body: new URLSearchParams(all).toString(),
    })
    return { status: response.status, text: await response.text() }
  }
  return { ...caller, sid, dial, place, tell, callRow, version, callBackId }
}
const actionOf = (document: string): string => (/action="([^"]+)"/.exec(document)?.[1] ?? '').replaceAll('&amp;', '&')

test('desk-D62 agent first: the desk’s telephone rings, then the person’s, joined under our number; talked is a try that reached', async () => {
  const { dial, place, tell, callRow, row, number, sid } = await aDial('agent')
  expect((await dial()).status).toBe(200)
  expect(await callRow()).toMatchObject({ state: 'ringing', sid: null })
  await place()
  await place()
  const form = asked.at(-1) ?? new URLSearchParams()
  expect(asked).toHaveLength(1)
  expect([form.get('To'), form.get('From')]).toEqual([DESK, OURS])
  expect(await callRow()).toMatchObject({ sid })

  const url = form.get('Url') ?? ''
  expect(await tell(url, { CallStatus: 'in-progress' }, 'another-secret')).toMatchObject({ status: 401 })
  const document = (await tell(url, { CallStatus: 'in-progress' })).text
  expect(document).toContain(`callerId="${OURS}"`)
  expect(document).toContain(`>${number}</Number></Dial>`)
  expect((await asAgent('callBack.list', {})).json.items.find((one: { address: string }) => one.address === number)).toMatchObject({ isDialing: true }) // prettier-ignore
  const inBar = (await asAgent('deskCall.list')).json.calls
  expect(inBar).toMatchObject([{ direction: 'out', state: 'ringing', isMine: true, address: number }])
  // The telephone that was rung first hung up, and its word came before that of the talk.
  await tell(form.get('StatusCallback') ?? '', { CallStatus: 'completed' })
  expect(await callRow()).toMatchObject({ state: 'ringing' })
  await tell(actionOf(document), { CallStatus: 'in-progress', DialCallStatus: 'completed' })
  await tell(actionOf(document), { CallStatus: 'in-progress', DialCallStatus: 'completed' })
  expect(await callRow()).toMatchObject({ state: 'talked' })
  expect(await row()).toMatchObject({ state: 'open', tries: 1, reached: clock.now })
  expect((await dial({ version: (await row()).version })).code).toBe('STATE_NOT_ALLOWED')
  const counts = await look(
    `select sum(seen)::int as seen, sum(stored + duplicate + refused)::int as settled from mailbox_count where organization_id = $1 and source = $2`,
    [organizationId, `voice:${OURS}`],
  )
  expect(counts).toEqual([{ seen: 4, settled: 4 }])
})

test('desk-D62 patient first: nobody there is a try, with its row; told twice it is one; the agent’s own silence is none', async () => {
  const { dial, place, tell, callRow, row, version } = await aDial('patient')
  await dial()
  await place()
  const statusUrl = asked.at(-1)?.get('StatusCallback') ?? ''
  await Promise.all([1, 2].map(() => tell(statusUrl, { CallStatus: 'no-answer' })))
  expect(await callRow()).toMatchObject({ state: 'no_answer' })
  expect(await row()).toMatchObject({ state: 'open', tries: 1, due: inMinutes(10) })

  const again = await row()
  expect(again.version).toBeGreaterThan(version)
  answers = { status: 201, body: JSON.stringify({ sid: 'CA00second', status: 'queued' }) }
  await dial({ version: again.version })
  await place()
  const url = asked.at(-1)?.get('Url') ?? ''
  const document = (await tell(url, { CallSid: 'CA00second', CallStatus: 'in-progress' })).text
  expect(document).toContain('pidió que le llamáramos')
  expect(document).toContain(`>${DESK}</Dial>`)
  const left = await tell(actionOf(document), { CallSid: 'CA00second', DialCallStatus: 'no-answer' })
  expect(left.text).toContain('Le llamaremos otra vez')
  expect(left.text).toContain('9 1 1')
  expect(await callRow()).toMatchObject({ state: 'hung_up' })
  expect(await row()).toMatchObject({ tries: 1, due: again.due })
})

const answeredByOf = (document: string): string => (/amdStatusCallback="([^"]+)"/.exec(document)?.[1] ?? '').replaceAll('&amp;', '&') // prettier-ignore

test('desk-D61, D62 patient first: a voicemail box that picks up is a try in vain, is told nothing, and rings no agent', async () => {
  const { dial, place, tell, callRow, row } = await aDial('patient')
  await dial()
  await place()
  const form = asked.at(-1) ?? new URLSearchParams()
  expect(form.get('MachineDetection')).toBe('Enable')
  const document = await tell(form.get('Url') ?? '', { CallStatus: 'in-progress', AnsweredBy: 'machine_start' })
  expect(document).toMatchObject({ status: 200 })
  expect(document.text).not.toMatch(/Say|Dial/)
  expect(await callRow()).toMatchObject({ state: 'machine' })
  expect(await row()).toMatchObject({ state: 'open', tries: 1, reached: null, due: inMinutes(10) })
  // What is told of it afterwards, or again, changes nothing.
  await tell(form.get('StatusCallback') ?? '', { CallStatus: 'completed' })
  await tell(form.get('Url') ?? '', { CallStatus: 'in-progress', AnsweredBy: 'machine_start' })
  expect(await row()).toMatchObject({ tries: 1, reached: null })
  expect((await asAgent('callBack.list', {})).json.items.filter(({ lastDial }: { lastDial: string }) => lastDial === 'machine')).toHaveLength(1) // prettier-ignore
})

test('desk-D61, D62 agent first: who picked up is told beside the call, also after it; a person, and what nobody knows, is reached', async () => {
  const joined = { CallStatus: 'in-progress', DialCallStatus: 'completed' }
  const begun = async () => {
    const one = await aDial('agent')
    await one.dial()
    await one.place()
    const document = (await one.tell(asked.at(-1)?.get('Url') ?? '', { CallStatus: 'in-progress' })).text
    const by = (answeredBy: string) =>
      one.tell(answeredByOf(document), { CallSid: `${one.sid}2`, AnsweredBy: answeredBy })
    const end = (seconds: string) => one.tell(actionOf(document), { ...joined, DialCallDuration: seconds })
    return { ...one, by, end }
  }
  const box = await begun()
  await box.by('machine_end_beep')
  expect(await box.callRow()).toMatchObject({ state: 'ringing' })
  await box.end('20')
  expect(await box.callRow()).toMatchObject({ state: 'machine', sid: box.sid })
  expect(await box.row()).toMatchObject({ state: 'open', tries: 1, reached: null })

  const late = await begun()
  await late.end('3')
  expect(await late.callRow()).toMatchObject({ state: 'ringing' })
  await late.by('fax')
  await endSilentDial(services, organizationId, (await late.callRow()).id)
  expect(await late.callRow()).toMatchObject({ state: 'machine' })

  const short = await begun()
  await short.end('3')
  await endSilentDial(services, organizationId, (await short.callRow()).id)
  expect(await short.row()).toMatchObject({ tries: 1, reached: clock.now })

  for (const answeredBy of ['human', 'unknown']) {
    const person = await begun()
    await person.by(answeredBy)
    await person.end('3')
    expect(await person.callRow()).toMatchObject({ state: 'talked' })
  }
})

test('desk-D62 two who press at once ring once; a carrier that refuses, or says nothing, leaves the call-back as it was', async () => {
  const { dial, place, callRow, row } = await aDial('agent')
  expect(await dial({ agentNumber: '212' })).toMatchObject({ code: 'INVALID_INPUT' })
  const both = await Promise.all([dial(), dial()])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  answers = { status: 400, body: JSON.stringify({ code: 21211 }) }
  await place()
  expect(await callRow()).toMatchObject({ state: 'failed' })
  expect(await row()).toMatchObject({ state: 'open', tries: 0 })

  await dial()
  answers = { status: 500, body: 'no' }
  await place()
  const before = asked.length
  await place()
  expect(asked).toHaveLength(before)
  const { id, state } = await callRow()
  expect(state).toBe('ringing')
  await endSilentDial(services, organizationId, id)
  expect(await callRow()).toMatchObject({ state: 'failed' })
  expect((await asAgent('callBack.list', {})).json.dialing).toEqual({ agentNumber: DESK, first: 'agent' })

  clock.now = new Date('2026-03-03T04:00:00Z')
  expect(await dial()).toMatchObject({ code: 'QUIET_HOURS' })
  clock.now = new Date('2026-03-02T17:00:00Z')
})

/** A red flag that nobody accepts, with a nurse at home whose telephone is asked; `told`: what the carrier tells of a call. */
async function anAlert(language: 'en' | 'es', number: string) {
  const nurse = await aMember(product, { organizationId }, 'nurse')
  await look(`update staff_member set duties = '{}', on_duty = false where organization_id = $1`, [organizationId])
  await look(`update staff_member set duties = '{on_call}', on_call_number = $2, languages = array[$3] where id = $1`, [
    nurse.staffId,
    number,
    language,
  ])
  const { patientId } = await aPatient(product, { organizationId })
  const conversationId = await inbox.receive(
    { kind: 'patient', patientId, language: 'en', siteId: null },
    'My chest hurts and I cannot breathe.',
  )
  const [alert] = await look<{ id: string }>(`select id from safety_alert where conversation_id = $1`, [conversationId])
  const alertId = alert?.id ?? ''
  const ring = () => inbox.asSystem((tx) => ringOnCall({ tx, jobs: services.jobs, now: clock.now }, alertId))
  const calls = () =>
    look<{ id: string; try: number; state: string; due: Date }>(
      `select id, try, state, due_at as due from alert_call where alert_id = $1 order by try`,
      [alertId],
    )
  let sid = ''
  const place = async (answer = 201) => {
    sid = `CA${randomUUID().replaceAll('-', '')}`
    answers = { status: answer, body: JSON.stringify({ sid, status: 'queued' }) }
    const id = (await calls()).at(-1)?.id ?? ''
    await placeAlertCall(services, outbound, organizationId, id)
    return id
  }
  const told = async (address: string, form: Record<string, string>, secret = SECRET) => {
    const all = { CallSid: sid, CallStatus: 'in-progress', ...form }
    const response = await fetch(`${url}${address.slice(PUBLIC_URL.length)}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': carrierSignature(secret, address, Object.entries(all)),
      },
      body: new URLSearchParams(all).toString(),
    })
    return { status: response.status, text: await response.text() }
  }
  /** The carrier rings, the telephone is picked up. */
  const pickUp = async () => {
    await place()
    const form = asked.at(-1)
    const { text } = await told(form?.get('Url') ?? '', {})
    const over = (CallStatus: string) => told(form?.get('StatusCallback') ?? '', { CallStatus })
    return { text, over, press: (Digits: string) => told(actionOf(text), { Digits }) }
  }
  const history = () =>
    look<{ event: string; actor: string | null; detail: Record<string, unknown> }>(
      `select event, actor_id as actor, detail from journal where resource_id = $1 and event like 'alert.%' and action <> 'R' order by seq`,
      [alertId],
    )
  const accepted = async () =>
    (await look(`select accepted_by as by, accepted_by_phone as "byPhone" from safety_alert where id = $1`, [alertId]))[0] // prettier-ignore
  return { nurse, alertId, conversationId, ring, calls, place, told, pickUp, history, accepted }
}

test('desk-D3 nobody takes a red flag: the telephone of whoever is on call rings once, and the key on it accepts in their name', async () => {
  const { nurse, alertId, conversationId, ring, calls, place, told, pickUp, history, accepted } = await anAlert('es', '+12125550177') // prettier-ignore
  await ring()
  await ring()
  expect(await calls()).toMatchObject([{ try: 1, state: 'asked' }])
  const before = asked.length
  const { text, press, over } = await pickUp()
  await place()
  expect(asked).toHaveLength(before + 1)
  expect(Object.fromEntries(asked.at(-1) ?? [])).toMatchObject({ To: '+12125550177', From: OURS })
  expect(text).toContain('<Gather input="dtmf" numDigits="1"')
  expect(text).toContain('es-US')
  expect(text).toContain('oprima ahora 1')
  expect(await accepted()).toEqual({ by: null, byPhone: false })

  expect((await told(actionOf(text), { Digits: '1' }, 'a-secret-of-others')).status).toBe(401)
  expect(await accepted()).toEqual({ by: null, byPhone: false })
  const thanks = await press('1')
  expect(thanks.text).toContain('La alerta ahora es suya')
  // What the carrier tells twice is said alike and accepted once.
  expect((await press('1')).text).toBe(thanks.text)
  await over('completed')
  expect(await accepted()).toEqual({ by: nurse.staffId, byPhone: true })
  expect(await calls()).toMatchObject([{ try: 1, state: 'accepted' }])
  expect(await history()).toMatchObject([
    { event: 'alert.raised' },
    { event: 'alert.called', detail: { to: nurse.staffId, try: 1 } },
    { event: 'alert.accepted', actor: nurse.staffId, detail: { way: 'telephone' } },
  ])
  const shown = await inbox.awake(await signedIn(product, nurse))('conversation.get', { conversationId })
  expect(shown.json).toMatchObject({ assignee: { id: nurse.staffId }, alerts: [{ id: alertId, acceptedByPhone: true }] }) // prettier-ignore
})

test('desk-D3 another key, a voicemail box and nobody are three tries a few minutes apart, and accept nothing', async () => {
  const { nurse, ring, calls, place, told, pickUp, history, accepted } = await anAlert('en', '+12125550178')
  const later = (minutes: number) => (clock.now = new Date(clock.now.getTime() + minutes * 60_000))
  await ring()
  const first = await pickUp()
  expect((await first.press('2')).text).toContain('The alert is still open')
  expect(await calls()).toMatchObject([{ state: 'no_key' }, { try: 2, state: 'asked', due: new Date(clock.now.getTime() + 3 * 60_000) }]) // prettier-ignore
  await first.over('completed')
  expect(await calls()).toHaveLength(2)

  later(3)
  // A voicemail box picks up: it presses no key, and the carrier says so.
  const second = await pickUp()
  expect((await told(/<Redirect[^>]*>([^<]*)</.exec(second.text)?.[1]?.replaceAll('&amp;', '&') ?? '', {})).text).toContain('still open') // prettier-ignore
  later(3)
  await place()
  await told(asked.at(-1)?.get('StatusCallback') ?? '', { CallStatus: 'no-answer' })
  expect((await calls()).map(({ state }) => state)).toEqual(['no_key', 'no_key', 'no_answer'])
  expect(await accepted()).toEqual({ by: null, byPhone: false })
  expect((await history()).slice(1).map(({ event, detail }) => [event, detail.try, detail.as])).toEqual([
    ['alert.called', 1, undefined],
    ['alert.not-reached', 1, 'no_key'],
    ['alert.called', 2, undefined],
    ['alert.not-reached', 2, 'no_key'],
    ['alert.called', 3, undefined],
    ['alert.not-reached', 3, 'no_answer'],
  ])
  expect((await history())[1]?.detail.to).toBe(nurse.staffId)
})

test('desk-D3 once somebody has taken a red flag nobody is called, a carrier that fails is a try, and where sending is off nothing rings', async () => {
  const { alertId, ring, calls, place, pickUp, accepted } = await anAlert('en', '+12125550179')
  const before = asked.length
  await look(`update organization set outbound_on = false where organization_id = $1`, [organizationId])
  await ring()
  await place()
  expect(asked).toHaveLength(before)
  await look(`update organization set outbound_on = true where organization_id = $1`, [organizationId])
  expect(await calls()).toMatchObject([{ state: 'dropped' }, { try: 2, state: 'asked' }])
  const refused = await place(400)
  expect(await calls()).toMatchObject([{}, { id: refused, state: 'failed' }, { try: 3, state: 'asked' }])

  const colleague = await aMember(product, { organizationId }, 'nurse')
  const { text, press } = await pickUp()
  expect(await inbox.awake(await signedIn(product, colleague))('alert.accept', { alertId })).toMatchObject({ status: 200 }) // prettier-ignore
  expect((await press('1')).text).toContain('Somebody has taken the alert')
  expect(text).toContain('press 1 now')
  expect(await accepted()).toEqual({ by: colleague.staffId, byPhone: false })
  expect((await calls()).map(({ state }) => state)).toEqual(['dropped', 'failed', 'had'])
  await ring()
  expect(await calls()).toHaveLength(3)

  // A carrier that tells nothing of a call, and a job that comes an hour late.
  const silent = await anAlert('en', '+12125550180')
  await silent.ring()
  const lost = await silent.place()
  await endSilentAlertCall(services, organizationId, lost)
  await endSilentAlertCall(services, organizationId, lost)
  expect(await silent.calls()).toMatchObject([{ state: 'failed' }, { state: 'asked' }])
  clock.now = new Date(clock.now.getTime() + 61 * 60_000)
  await silent.place()
  expect(await silent.calls()).toMatchObject([{ state: 'failed' }, { state: 'dropped' }])
  clock.now = new Date('2026-03-02T17:00:00Z')
})

test('desk-D62 the simulated carrier rings the telephone of its page, which is picked up and hung up there', async () => {
  const { dial, callRow, row, number } = await aDial('patient')
  let rings = number
  const phones = Fastify({ logger: false })
  registerVoiceWebhook(phones, services, { ...product.options, voiceAnswerMs: 30_000 })
  const line: OwnLine = { organizationId, accountId, address: OURS, siteId: null, carrierAccount: 'AC1', secret: SECRET, apiUrl: '', deskNumber: DESK, callsAtOnce: 1, isTranscribed: false, languages: ['en', 'es'] } // prettier-ignore
  const simulator = registerCallOutSimulator(phones, services, line, (one) => one === rings)
  const at = await phones.listen({ host: '127.0.0.1', port: 0 })
  await look(`update voice_line set api_url = $2 where organization_id = $1`, [organizationId, `${at}${SIMULATED_API}`])
  const press = (does: string, of = number, key?: string) =>
    fetch(`${at}/demo/phone/ring`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number: of, does, key }),
    })
  expect((await press('pick-up')).status).toBe(409)
  await dial()
  await placeCall(services, outbound, organizationId, (await callRow()).id)
  await expect.poll(() => simulator.phone(number).state).toBe('rings')
  await press('pick-up')
  await expect.poll(() => simulator.phone(number).said.join(' ')).toContain('Espere, por favor')
  await press('hang-up')
  await expect.poll(async () => (await callRow()).state).toBe('talked')
  expect(await row()).toMatchObject({ tries: 1, reached: clock.now })
  await expect.poll(() => simulator.phone(number).state).toBe('quiet')

  // Its voicemail box picks up, and is told nothing.
  const box = await aDial('patient')
  rings = box.number
  await box.dial()
  await placeCall(services, outbound, organizationId, (await box.callRow()).id)
  await expect.poll(() => simulator.phone(box.number).state).toBe('rings')
  await press('machine', box.number)
  await expect.poll(async () => (await box.callRow()).state).toBe('machine')
  expect(simulator.phone(box.number).said).toEqual([])
  // The telephone of whoever is on call rings there too, and its key accepts.
  const flag = await anAlert('en', '+12125550181')
  rings = '+12125550181'
  await flag.ring()
  await placeAlertCall(services, outbound, organizationId, (await flag.calls())[0]?.id ?? '')
  await expect.poll(() => simulator.phone(rings).state).toBe('rings')
  await press('pick-up', rings)
  await expect.poll(() => simulator.phone(rings).isAsked).toBe(true)
  expect(simulator.phone(rings).said.join(' ')).toContain('press 1 now')
  await press('key', rings, '1')
  await expect.poll(flag.accepted).toEqual({ by: flag.nurse.staffId, byPhone: true })
  await expect.poll(() => simulator.phone(rings).said.join(' ')).toContain('The alert is yours now')
  await press('hang-up', rings)
  await expect.poll(() => simulator.phone(rings).state).toBe('quiet')
  phones.server.closeAllConnections()
  await phones.close()
})
