/** A patient asks for a call in the portal: the same times as the desk's, seen there as every other, moved, called off (desk-D62). */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addLine } from '#server/channels/voice/own-line.ts'
import { aMember, anOrganization, aPatient, aProduct, patientSignedIn, signedIn } from './a-product.ts'
import { anInbox } from './an-inbox.ts'

const product = await aProduct()
const { look, clock, keys } = product
// A Monday at noon in New York.
clock.now = new Date('2026-03-02T17:00:00Z')
const here = await anOrganization(product)
const { organizationId } = here
const inbox = anInbox(product, here)
const asAgent = inbox.awake(await signedIn(product, await aMember(product, here, 'agent')))

async function atPortal(number: string | null, door = here) {
  const patient = await aPatient(product, door)
  if (number) await anInbox(product, door).contact(patient.patientId, 'phone', number)
  const call = inbox.awake(await patientSignedIn(product, patient, door.slug))
  const write = async (text = 'I have a question about my bill.') =>
    (await call('myConversation.send', { messageId: randomUUID(), subject: 'Please call me', text })).json
      .conversationId as string
  const timesOn = async (day: string): Promise<string[]> => (await call('myCallBack.offer', { day })).json.times
  const book = async (at: string, over: object = {}) =>
    call('myCallBack.book', { conversationId: await write(), address: number, at, ...over })
  return { ...patient, call, write, timesOn, book, own: async () => (await call('myCallBack.list', {})).json }
}
const [PAT, KIM] = ['+12125550301', '+12125550302']
const pat = await atPortal(PAT)
const kim = await atPortal(KIM)

test('desk-D62 without a line of ours nothing is offered, and nothing can be asked for', async () => {
  expect((await pat.call('myCallBack.offer', { day: '2026-03-02' })).json).toMatchObject({ isOffered: false })
  expect(await pat.book('2026-03-02T19:00:00.000Z')).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
  await inbox.asSystem(
    (tx) =>
    addLine(tx, keys, { name: 'Calls', address: '+12125550100', carrierAccount: 'AC1', secret: 'a-secret-of-tests', apiUrl: 'http://localhost', deskNumber: null, callsAtOnce: 1, isTranscribed: false }, clock.now), // prettier-ignore
  )
  expect((await pat.call('myCallBack.offer', { day: '2026-03-02' })).json).toMatchObject({ isOffered: true, numbers: [PAT], timeZone: 'America/New_York' }) // prettier-ignore
  const without = await atPortal(null)
  expect((await without.call('myCallBack.offer', { day: '2026-03-02' })).json).toMatchObject({ numbers: [] })
})

test('desk-D62 what was offered can be asked for, once for a number; the desk sees it, and nobody else gets the same time', async () => {
  const [first = '', second = ''] = await pat.timesOn('2026-03-02')
  expect(await pat.book(first)).toMatchObject({ status: 200, json: { dueAt: first } })
  expect(await pat.own()).toMatchObject([{ dueAt: first, isBooked: true, numberEnds: '0301', mayChange: true }])
  const listed = (await asAgent('callBack.list', {})).json.items
  expect(listed).toMatchObject([{ address: PAT, dueAt: first, isBooked: true, patientName: 'Pat Rivera', tries: 0 }])

  expect(await pat.book(second)).toMatchObject({ code: 'STATE_NOT_ALLOWED', json: { data: { detail: { reason: 'promised' } } } }) // prettier-ignore
  expect(await kim.timesOn('2026-03-02')).not.toContain(first)
  expect(await kim.book(first)).toMatchObject({ code: 'INVALID_INPUT', json: { data: { field: 'at', detail: { reason: 'taken' } } } }) // prettier-ignore
  expect(await kim.book('2026-03-03T05:00:00.000Z')).toMatchObject({ code: 'QUIET_HOURS' })
  expect(await kim.book('2026-03-02T17:10:00.000Z')).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await kim.book(second, { address: PAT })).toMatchObject({ code: 'WRONG_PERSON' })
  expect(await kim.own()).toEqual([])
})

test('desk-D62 of two who ask for the last free time at once one gets it; it is moved and called off by whose it is', async () => {
  const lee = await atPortal('+12125550303')
  const times = await kim.timesOn('2026-03-03')
  const at = times[4] ?? ''
  const both = await Promise.all([kim, lee].map(({ book }) => book(at)))
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422])
  const [winner, other] = both[0]?.status === 200 ? [kim, lee] : [lee, kim]
  const [mine] = await winner.own()
  const one = { callBackId: mine.id, version: mine.version }

  // Row security: to somebody else it is not there, moved or not.
  for (const foreign of [other.call, inbox.awake(await atOtherClinic())]) {
    expect(await foreign('myCallBack.move', { ...one, at: times[8] })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await foreign('myCallBack.cancel', one)).toMatchObject({ code: 'NOT_FOUND' })
  }
  expect(await other.book(times[0] ?? '', { conversationId: await winner.write() })).toMatchObject({
    code: 'NOT_FOUND',
  })

  expect(await winner.call('myCallBack.move', { ...one, at: times[8] })).toMatchObject({ status: 200, json: { dueAt: times[8] } }) // prettier-ignore
  expect(await winner.call('myCallBack.move', { ...one, at: times[9] })).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  const [moved] = await winner.own()
  expect(moved).toMatchObject({ dueAt: times[8], version: mine.version + 1 })
  expect(await winner.call('myCallBack.cancel', { callBackId: moved.id, version: moved.version })).toMatchObject({ status: 200 }) // prettier-ignore
  expect(await winner.own()).toEqual([])
  expect(await look(`select state, settled_by as by from call_back where id = $1`, [mine.id])).toEqual([{ state: 'cancelled', by: null }]) // prettier-ignore
  const told = await look<{ event: string; actor: string }>(
    `select event, actor_kind as actor from journal where organization_id = $1 and resource_id = $2 order by seq`,
    [organizationId, mine.id],
  )
  expect(told).toEqual(['call-back.requested', 'call-back.moved', 'call-back.called-off'].map((event) => ({ event, actor: 'patient' }))) // prettier-ignore
})

async function atOtherClinic(): Promise<string> {
  const there = await anOrganization(product)
  return patientSignedIn(product, await aPatient(product, there), there.slug)
}

test('desk-D62 of two people with one telephone each asks for a call of their own, and learns nothing of the other’s', async () => {
  const [one, other] = [await atPortal('+12125550305'), await atPortal('+12125550305')]
  const times = await one.timesOn('2026-03-09')
  expect(await one.book(times[0] ?? '')).toMatchObject({ status: 200 })
  expect(await other.timesOn('2026-03-09')).not.toContain(times[0])
  expect(await other.own()).toEqual([])
  // At once, twice: one call each.
  const both = await Promise.all([other.book(times[4] ?? ''), other.book(times[5] ?? '')])
  expect(both.map(({ code }) => code ?? '').toSorted()).toEqual(['', 'STATE_NOT_ALLOWED'])
  expect(await one.book(times[6] ?? '')).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
  expect([(await one.own()).length, (await other.own()).length]).toEqual([1, 1])
  const [mine] = await one.own()
  expect(await one.call('myCallBack.move', { callBackId: mine.id, version: mine.version, at: times[1] })).toMatchObject({ status: 200 }) // prettier-ignore
})

test('desk-D62 while it rings, and once somebody was reached, it is not changed any more', async () => {
  const ann = await atPortal('+12125550304')
  const [at = ''] = await ann.timesOn('2026-03-04')
  await ann.book(at)
  const [mine] = await ann.own()
  const one = { callBackId: mine.id, version: mine.version }
  await asAgent('callBack.dial', { ...one, agentNumber: '+12125550111', first: 'agent' })
  expect(await ann.own()).toMatchObject([{ mayChange: false }])
  expect(await ann.call('myCallBack.cancel', one)).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
  expect(await ann.call('myCallBack.move', { ...one, at: (await ann.timesOn('2026-03-05'))[0] })).toMatchObject({ code: 'STATE_NOT_ALLOWED' }) // prettier-ignore
})

test('desk-D62 who speaks for a patient is called at a number of their own, and for that patient alone', async () => {
  const { patientId } = pat
  const [SON, email] = ['+12125550390', `son-${randomUUID().slice(0, 8)}@example.org`]
  const contactPoints = [{ system: 'email', value: email }, { system: 'phone', value: SON }] // prettier-ignore
  const added = await asAgent('patient.addRelatedPerson', { patientId, given: 'Hal', family: 'Rivera', relationship: 'son', language: 'en', contactPoints }) // prettier-ignore
  const relatedPersonId = added.json.id as string
  await look(`update contact_point set changed_at = $2::timestamptz - interval '60 days', state = 'active' where related_person_id = $1`, [relatedPersonId, clock.now]) // prettier-ignore
  await inbox.stepUp()
  await asAgent('patient.grantProxy', { patientId, relatedPersonId, scope: ['messages'], basis: 'signed-form', endsAt: null }) // prettier-ignore
  const son = inbox.awake(await patientSignedIn(product, { email, birthDate: pat.birthDate }, here.slug))
  const offer = (await son('myCallBack.offer', { patientId, day: '2026-03-06' })).json
  expect(offer).toMatchObject({ isOffered: true, numbers: [SON] })
  const sent = await son('myConversation.send', { patientId, messageId: randomUUID(), subject: 'Please call me', text: 'About my father.' }) // prettier-ignore
  const asked = { patientId, conversationId: sent.json.conversationId as string, at: offer.times[0] as string }
  expect(await son('myCallBack.book', { ...asked, address: PAT })).toMatchObject({ code: 'WRONG_PERSON' })
  expect(await son('myCallBack.book', { ...asked, address: SON })).toMatchObject({ status: 200 })
  const own = (await son('myCallBack.list', { patientId })).json as { numberEnds: string }[]
  expect(own.map(({ numberEnds }) => numberEnds)).toContain('0390')
  expect(await son('myCallBack.offer', { patientId: kim.patientId, day: '2026-03-06' })).toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
})
