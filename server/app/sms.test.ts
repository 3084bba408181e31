/** Text messages: what a carrier pushes, what leaves, what its receipts change, and what STOP stops. */
import { createHmac, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { addNumber } from '#server/channels/sms/own-number.ts'
import { replayText } from '#server/channels/sms/replay-text.ts'
import {
  climbLadder,
  continueUnread,
  deliver,
  releaseHeld,
  remindOfVisits,
} from '#server/modules/conversation/index.ts'
import { openDatabase } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { aMember, anOrganization, aPatient, aProduct, PUBLIC_URL, signedIn } from './a-product.ts'
import { anInbox, portalOf } from './an-inbox.ts'
import { registerCarrierSimulator, SIMULATED_API } from './carrier-simulator.ts'
import { openSms } from './sms.ts'
import { registerSmsPictures } from './sms-pictures.ts'
import { registerSmsWebhook } from './sms-webhook.ts'

type Asked = { path: string; authorization: string; form: Record<string, string> }
type Says = { status: number; body: string } | 'breaks off'

/** A carrier that writes down what it is asked, and says what the test wants. */
async function aCarrier() {
  const asked: Asked[] = []
  const files = new Map<string, { type: string; bytes: Buffer }>()
  const next: Says[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const authorization = request.headers.authorization ?? ''
      const file = files.get(request.url ?? '')
      if (file) {
        const isOurs = authorization === `Basic ${Buffer.from('AC1:a-secret-of-tests').toString('base64')}`
        return response.writeHead(isOurs ? 200 : 401, { 'content-type': file.type }).end(file.bytes)
      }
      asked.push({ path: request.url ?? '', authorization, form: Object.fromEntries(new URLSearchParams(body)) })
      const says = next.shift() ?? { status: 201, body: JSON.stringify({ sid: sidOf(), status: 'queued' }) }
      if (says === 'breaks off') return request.socket.destroy()
      return response.writeHead(says.status, { 'content-type': 'application/json' }).end(says.body)
    })
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  afterAll(() => void server.close())
  return { asked, files, next, apiUrl }
}
const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
const sidOf = (): string => `SM${randomUUID().replaceAll('-', '')}`

const product = await aProduct({ routerOutbound: { local: ['localhost:*'] } })
const carrier = await aCarrier()
const { call, look, clock, url, services, database, keys } = product
const { organizationId } = await anOrganization(product)
const inbox = anInbox(product, { organizationId })
const administrator = await aMember(product, { organizationId }, 'administrator')
const agent = await aMember(product, { organizationId }, 'agent')
const SECRET = 'a-secret-of-tests'
const OURS = '+12125550100'
await inbox.asSystem((tx) =>
  addNumber(
    tx,
    keys,
    { name: 'Texts', address: OURS, carrierAccount: 'AC1', secret: SECRET, apiUrl: carrier.apiUrl },
    clock.now,
  ),
)
const [listed] = (await call('smsNumber.list', undefined, { token: await signedIn(product, administrator) })).json
const HOOK = new URL(listed.url).pathname
const sms = openSms(
  services,
  { outbound: { local: ['localhost:*'] } },
  { check: product.options.checkFile },
  async () => ({ state: 'failed', cause: 'no-carrier', canRetry: false }),
)
let token = ''
let people = 200

/** A number that nobody has used yet. */
const aNumber = (): string => `+1212555${String(++people).padStart(4, '0')}`

beforeEach(async () => {
  // A week on, so that neither a budget nor an earlier thread of another test counts.
  clock.now = new Date(clock.now.getTime() + 7 * 86_400_000)
  token = await signedIn(product, agent)
})

/** Signed as the carrier signs it: the public address, then every field by its name. */
const signatureOf = (path: string, form: Record<string, string>, secret = SECRET): string =>
  createHmac('sha1', secret)
    .update(
      PUBLIC_URL +
        path +
        Object.keys(form)
          .toSorted()
          .map((name) => name + form[name])
          .join(''),
    )
    .digest('base64')

async function push(path: string, form: Record<string, string>, signature = signatureOf(path, form)) {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: new URLSearchParams(form).toString(),
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}
const aForm = (from: string, body: string, over: Record<string, string> = {}): Record<string, string> => ({
  MessageSid: sidOf(),
  AccountSid: 'AC1',
  From: from,
  To: OURS,
  Body: body,
  NumMedia: '0',
  ...over,
})
/** A text arrives. @returns where it landed. */
async function text(from: string, body: string, over: Record<string, string> = {}) {
  const form = aForm(from, body, over)
  expect(await push(HOOK, form)).toMatchObject({ status: 200 })
  const [stored] = await look<Stored>(STORED, [organizationId, form.MessageSid])
  if (!stored) throw new Error('nothing was stored')
  return stored
}
type Stored = {
  messageId: string
  conversationId: string
  patientId: string | null
  language: string
  flags: string[]
  lastSeq: number
}
const STORED = `select m.id as "messageId", m.conversation_id as "conversationId", c.patient_id as "patientId", c.language, m.flags, c.last_seq as "lastSeq"
  from inbox_entry e join message m on m.organization_id = $1 and m.id = e.message_id
  join conversation c on c.organization_id = $1 and c.id = m.conversation_id where e.organization_id = $1 and e.external_id = $2`

const deps = () => ({
  db: database,
  jobs: product.jobs,
  hub: product.hub,
  now: () => clock.now,
  carriers: sms.carriers,
  continuityMinutes: 5,
})
/** Everything that waits to leave for this number, leaves. */
async function leave(number: string): Promise<void> {
  const queued = await look<{ id: string }>(
    `select id from delivery where organization_id = $1 and address = $2 and state = 'queued' order by changed_at, id`,
    [organizationId, number],
  )
  for (const { id } of queued) await deliver(deps(), organizationId, id)
}
/** An agent answers, and the time to undo runs out. */
async function answer(
  conversationId: string,
  words: string,
  attachmentIds: string[] = [],
  over: { nightReason?: 'asked-for' | 'cannot-wait' } = {},
) {
  const input = { conversationId, messageId: newId(), mode: 'reply', text: words, seenSeq: 100, channel: 'sms' }
  const sent = await call('conversation.send', { ...input, attachmentIds, ...over }, { token })
  if (sent.code) return { code: sent.code, id: '' }
  clock.now = new Date(clock.now.getTime() + 30_000)
  const [delivery] = await look<{ id: string }>(
    `select id from delivery where organization_id = $1 and message_id = $2`,
    [organizationId, sent.json.messageId],
  )
  const id = delivery?.id ?? ''
  await releaseHeld(deps(), organizationId, id)
  return { code: undefined, id }
}
/** An agent answers in the chat, and nobody reads it there for five minutes. */
async function leaveChat(conversationId: string): Promise<void> {
  const sent = await call(
    'conversation.send',
    { conversationId, messageId: newId(), mode: 'reply', text: 'Yes, at ten.', seenSeq: 100, channel: 'portal-chat' },
    { token },
  )
  clock.now = new Date(clock.now.getTime() + 30_000)
  const [shown] = await look<{ id: string }>(`select id from delivery where organization_id = $1 and message_id = $2`, [
    organizationId,
    sent.json.messageId,
  ])
  await releaseHeld(deps(), organizationId, shown?.id ?? '')
  clock.now = new Date(clock.now.getTime() + 6 * 60_000)
  await continueUnread(deps(), organizationId, sent.json.messageId)
}
/** An agent sends a file up. @returns its id. */
async function upload(name: string, bytes: Buffer): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const headers = { origin: PUBLIC_URL, cookie: `__Host-bedside=${token}` }
  const answered = await fetch(`${url}/files`, { method: 'POST', headers, body: form })
  const { id } = (await answered.json()) as { id: string }
  return id
}
const aPicture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#a00' } })
    .png()
    .toBuffer()
const deliveryOf = async (id: string) =>
  (
    await look<{ state: string; cause: string | null; ref: string | null }>(
      `select state, cause, provider_ref as ref from delivery where organization_id = $1 and id = $2`,
      [organizationId, id],
    )
  )[0]
const sentTo = (number: string): string[] =>
  carrier.asked.filter(({ form }) => form.To === number).map(({ form }) => form.Body ?? '')
const countsNow = async () =>
  (
    await look<Record<string, number>>(
      `select sum(seen)::int as seen, sum(stored)::int as stored, sum(duplicate)::int as duplicate, sum(refused)::int as refused,
         sum(set_aside)::int as "setAside" from mailbox_count where organization_id = $1 and source = $2`,
      [organizationId, `sms:${OURS}`],
    )
  )[0] ?? {}
const aPatientWith = async (number: string) => {
  const patient = await aPatient(product, { organizationId })
  await inbox.contact(patient.patientId, 'sms', number)
  return patient
}

describe('desk-D60 a text comes in', () => {
  test('desk-D60 it is stored before TwiML is said, for the number of the endpoint whatever the form says', async () => {
    const form = aForm(aNumber(), 'What are your hours on Saturday?', { To: '+15005550000', AccountSid: 'AC9' })
    const answered = await push(HOOK, form)
    expect(answered.headers.get('content-type')).toContain('text/xml')
    expect(answered).toMatchObject({ status: 200, text: expect.stringContaining('<Response></Response>') })
    const rows = await look(
      `select channel, channel_account_id as door, text from message where organization_id = $1 and id = (select message_id from inbox_entry
         where organization_id = $1 and external_id = $2)`,
      [organizationId, form.MessageSid],
    )
    expect(rows).toEqual([{ channel: 'sms', door: listed.id, text: form.Body }])
  })

  test('desk-D1 five times at once it is stored once; the same id with other words is a second message with a flag; the counters balance', async () => {
    const before = await countsNow()
    const form = aForm(aNumber(), 'Do I need to fast before my blood test?')
    const answers = await Promise.all(Array.from({ length: 5 }, () => push(HOOK, form)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    await push(HOOK, { ...form, Body: 'Other words' })
    await push(HOOK, { From: form.From ?? '', Body: 'no id' })
    const stored = await look<Stored>(`${STORED} order by m.seq`, [organizationId, form.MessageSid])
    expect(stored.map(({ flags }) => flags)).toEqual([[], ['id-reused']])
    const after = await countsNow()
    const more = Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]))
    expect(more).toEqual({ seen: more.seen, stored: 2, duplicate: 4, refused: 0, setAside: 1 })
    expect(more.seen).toBe(7)
  })

  test('desk-D60 unsigned, changed, of another secret, for another address: 401 with the same words, and nothing is stored', async () => {
    const form = aForm(aNumber(), 'A question')
    const right = signatureOf(HOOK, form)
    const words = new Set<string>()
    for (const [path, signed, signature] of [
      [HOOK, form, ''],
      [HOOK, form, signatureOf(HOOK, form, 'another-secret')],
      [HOOK, { ...form, Body: 'Changed on the way' }, right],
      [HOOK, { ...form, MediaUrl0: 'http://127.0.0.1/x' }, right],
      [`${HOOK}?a=b`, form, right],
      [`/hooks/sms/${'0'.repeat(32)}.${randomUUID()}`, form, undefined],
      ['/hooks/sms/nothing', form, undefined],
    ] as const) {
      const refused = await push(path, signed, signature)
      expect(refused.status).toBe(401)
      words.add(refused.text.replace(/"requestId":"[^"]+"/, ''))
    }
    expect([...words]).toHaveLength(1)
    expect(await look(STORED, [organizationId, form.MessageSid])).toEqual([])
    const token = await signedIn(product, administrator)
    await call('organization.setDoorLive', { doorId: listed.id, isLive: false }, { token })
    expect(await push(HOOK, form)).toMatchObject({ status: 401 })
    await call('organization.setDoorLive', { doorId: listed.id, isLive: true }, { token })
    expect(await push(HOOK, form)).toMatchObject({ status: 200 })
  })

  test('trust-D66 while the database is away the carrier is told to come again', async () => {
    const form = aForm(aNumber(), 'A question')
    const away = openDatabase({ host: '127.0.0.1', port: 1 }, 1)
    services.db = away
    const refused = await push(HOOK, form).finally(() => (services.db = database))
    await away.close()
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await push(HOOK, form)).toMatchObject({ status: 200 })
  })

  test('desk-D60 files are fetched with our credentials and checked like those of a mail; one that cannot be had is said', async () => {
    const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123' } })
      .png()
      .toBuffer()
    carrier.files.set('/picture', { type: 'image/png', bytes: picture })
    carrier.files.set('/program', { type: 'image/png', bytes: Buffer.from('MZ this is a program') })
    const { messageId } = await text(aNumber(), 'My rash', {
      NumMedia: '3',
      MediaUrl0: `${carrier.apiUrl}/picture`,
      MediaContentType0: 'image/png',
      MediaUrl1: `${carrier.apiUrl}/program`,
      MediaContentType1: 'image/png',
      MediaUrl2: 'http://10.0.0.1/inside',
      MediaContentType2: 'image/png',
    })
    const files = await look<{ type: string; verdict: string; reason: string | null }>(
      `select type, verdict, reason from attachment where organization_id = $1 and message_id = $2 order by name`,
      [organizationId, messageId],
    )
    expect(files.map(({ verdict }) => verdict).toSorted()).toEqual(['clean', 'unreadable', 'waiting'])
    expect(files.find(({ verdict }) => verdict === 'unreadable')?.reason).toBe('not_fetched')
  })

  test('desk-D4 a number on file is a match; a number that two share names nobody', async () => {
    const [alone, shared] = [aNumber(), aNumber()]
    const { patientId } = await aPatientWith(alone)
    await aPatientWith(shared)
    await aPatientWith(shared)
    expect(await text(alone, 'Can you call me back?')).toMatchObject({ patientId })
    expect(await text(shared, 'Can you call me back?')).toMatchObject({ patientId: null })
  })

  test('desk-D5 a text goes on in the thread of its number for 72 hours; another number, and one whose thread was linked to somebody else, begins anew', async () => {
    const [number, other] = [aNumber(), aNumber()]
    const { conversationId } = await text(number, 'Do you take my insurance?')
    clock.now = new Date(clock.now.getTime() + 3_600_000)
    expect(await text(number, 'yes please')).toMatchObject({ conversationId })
    expect((await text(other, 'yes please')).conversationId).not.toBe(conversationId)
    const { patientId } = await aPatient(product, { organizationId })
    await look(`update conversation set patient_id = $2 where organization_id = $1 and id = $3`, [
      organizationId,
      patientId,
      conversationId,
    ])
    expect((await text(number, 'and my son?')).conversationId).not.toBe(conversationId)
    const first = await text(other, 'again')
    clock.now = new Date(clock.now.getTime() + 73 * 3_600_000)
    expect((await text(other, 'again')).conversationId).not.toBe(first.conversationId)
  })

  test('desk-D45 who left the chat is told by text that an answer waits, and what they text back lands there; from a shared number it does not', async () => {
    const number = aNumber()
    const { patientId } = await aPatientWith(number)
    await look(
      `update contact_point set state = 'bouncing' where organization_id = $1 and patient_id = $2 and system = 'email'`,
      [organizationId, patientId],
    )
    await look(`insert into portal_account (organization_id, account_id, patient_id) values ($1, $2, $3)`, [
      organizationId,
      `acc-${patientId}`,
      patientId,
    ])
    const conversationId = await inbox.receive(portalOf(patientId), 'May I come an hour later on Friday?')
    await leaveChat(conversationId)
    await leave(number)
    expect(sentTo(number)).toEqual([
      `Harbor Clinic: the answer to your chat is here: ${PUBLIC_URL}/portal/messages/${conversationId} You can also reply to this text.`,
    ])
    const other = await text(aNumber(), 'ok thanks')
    expect(other.conversationId).not.toBe(conversationId)
    expect(await text(number, 'ok thanks')).toMatchObject({ conversationId, patientId })
    const shown = await call('conversation.get', { conversationId }, { token })
    expect(shown.json).toMatchObject({
      identityLevel: 'matched',
      replyChannels: [{ channel: 'sms' }, { channel: 'portal-chat' }, { channel: 'email' }],
    })

    await aPatientWith(number)
    expect((await text(number, 'and on Monday?')).conversationId).not.toBe(conversationId)
  })

  test('desk-D45, D46 who speaks for a patient goes on by text while the grant holds, and not from its end on', async () => {
    const number = aNumber()
    const { patientId } = await aPatient(product, { organizationId })
    const [relatedPersonId, linkId] = [newId(), newId()]
    const of = [organizationId, relatedPersonId, patientId]
    await look(`insert into related_person (organization_id, id, patient_id, given, family, relationship) values ($1, $2, $3, 'Ina', 'Vale', 'mother')`, of) // prettier-ignore
    await look(
      `insert into proxy_link (organization_id, id, patient_id, related_person_id, scope, basis, state, starts_at) values ($1, $4, $3, $2, '{messages}', 'signed-form', 'active', '2025-01-01')`,
      [...of, linkId],
    )
    await look(
      `insert into contact_point (organization_id, id, related_person_id, system, value, verified_at, changed_at) values ($1, $3, $2, 'sms', $4, '2025-01-01', '2025-01-01')`,
      [organizationId, relatedPersonId, newId(), number],
    )
    await look(`insert into portal_account (organization_id, account_id, related_person_id) values ($1, $2, $3)`, [
      organizationId,
      `acc-${relatedPersonId}`,
      relatedPersonId,
    ])
    const sender = { kind: 'related-person', relatedPersonId, patientId, language: 'en', siteId: null } as const
    const conversationId = await inbox.receive(sender, 'May she come an hour later on Friday?')
    await leaveChat(conversationId)
    await leave(number)
    expect(sentTo(number)).toEqual([expect.stringContaining('the answer to your chat is here')])
    expect(await text(number, 'ok thanks')).toMatchObject({ conversationId })
    await look(`update proxy_link set state = 'revoked', ends_at = $2 where id = $1`, [linkId, clock.now])
    expect((await text(number, 'and on Monday?')).conversationId).not.toBe(conversationId)
  })

  test('desk-D3 a red flag at night is answered at once in the language it was written in, and alerts', async () => {
    clock.now = new Date(`${clock.now.toISOString().slice(0, 10)}T07:00:00Z`)
    const number = aNumber()
    const { conversationId } = await text(number, 'me duele mucho el pecho y no puedo respirar')
    await leave(number)
    expect(sentTo(number)).toEqual([expect.stringMatching(/911/)])
    expect(sentTo(number)[0]).toMatch(/[Ll]lame/)
    const alerts = await look(`select from safety_alert where organization_id = $1 and conversation_id = $2`, [
      organizationId,
      conversationId,
    ])
    expect(alerts).toHaveLength(1)
  })
})

test('understanding journey 1: chest pain by text at night, misspelt, in Spanish, and a husband who says it is nothing', async () => {
  clock.now = new Date(`${clock.now.toISOString().slice(0, 10)}T07:00:00Z`)
  const nurses = [await aMember(product, { organizationId }, 'nurse'), await aMember(product, { organizationId }, 'nurse')] // prettier-ignore
  const supervisor = await aMember(product, { organizationId }, 'supervisor')
  const onDuty = [...nurses, supervisor].map(({ staffId }) => staffId)
  await look('update staff_member set on_duty = (id = any ($2)) where organization_id = $1', [organizationId, onDuty])
  const number = aNumber()
  const { conversationId } = await text(
    number,
    'me duele muxo el pecho y no puedo respirar, mi esposo dise que no es nada',
  )
  await leave(number)
  expect(sentTo(number)).toEqual([expect.stringMatching(/[Ll]lame.*911/s)])

  const alertOf = async () =>
    (
      await look<{ id: string; audience: string[]; reason: string; accepted_by: string | null }>(
        'select id, audience, reason, accepted_by from safety_alert where conversation_id = $1',
        [conversationId],
      )
    )[0]
  const first = await alertOf()
  // The words and the rule that speaks of them; what the husband says changes nothing.
  expect(first?.reason).toMatch(/no puedo respirar.*rule/)
  expect(nurses.map(({ staffId }) => staffId)).toContain(first?.audience[0])
  expect(first?.audience).toHaveLength(1)
  const climb = async () => {
    clock.now = new Date(clock.now.getTime() + 61_000)
    await inbox.asSystem((tx) => climbLadder({ tx, jobs: product.jobs, hub: product.hub, now: clock.now }, first?.id ?? '')) // prettier-ignore
    return (await alertOf())?.audience ?? []
  }
  expect(new Set(await climb())).toEqual(new Set(nurses.map(({ staffId }) => staffId)))
  expect(new Set(await climb())).toEqual(new Set(onDuty))
  const accepted = await call('alert.accept', { alertId: first?.id }, { token: await signedIn(product, supervisor) })
  expect(accepted.status).toBe(200)
  expect((await alertOf())?.accepted_by).toBe(supervisor.staffId)
  const steps = await look<{ event: string }>(`select event from journal where resource_id = $1 order by at, seq`, [first?.id]) // prettier-ignore
  expect(steps.map(({ event }) => event)).toEqual(['alert.raised', 'alert.climbed', 'alert.climbed', 'alert.accepted'])
  await look('update staff_member set on_duty = false where organization_id = $1', [organizationId])
})

describe('desk-D43 a text goes out', () => {
  const aThread = async () => {
    const number = aNumber()
    const { conversationId } = await text(number, 'What are your hours?')
    return { number, conversationId }
  }

  test('desk-D43 an answer leaves from the number that was written to, signed in as the account, and asks for receipts', async () => {
    const { number, conversationId } = await aThread()
    const { id } = await answer(conversationId, 'We are open from 9 to 12 on Saturday.')
    await leave(number)
    const asked = carrier.asked.findLast(({ form }) => form.To === number)
    expect(asked?.path).toBe('/2010-04-01/Accounts/AC1/Messages.json')
    expect(asked?.authorization).toBe(`Basic ${Buffer.from(`AC1:${SECRET}`).toString('base64')}`)
    expect(asked?.form).toEqual({
      To: number,
      From: OURS,
      Body: 'We are open from 9 to 12 on Saturday.',
      StatusCallback: `${PUBLIC_URL}${HOOK}/status?delivery=${id}`,
    })
    expect(await deliveryOf(id)).toMatchObject({ state: 'handed_over', ref: expect.stringMatching(/^SM/) })
  })

  test.each([
    [{ status: 400, body: '{"code":21211}' }, 'failed', 'sms-21211'],
    [{ status: 404, body: 'nothing' }, 'failed', 'sms-404'],
    [{ status: 429, body: '{"code":20429}' }, 'queued', 'sms-20429'],
    [{ status: 500, body: '' }, 'unknown', 'sms-500'],
    [{ status: 201, body: 'no json' }, 'unknown', 'sms-201'],
    ['breaks off', 'unknown', 'sms-no-answer'],
  ] as const)('desk-D43 %j leaves it %s, and it is not sent twice', async (says, state, cause) => {
    const { number, conversationId } = await aThread()
    const { id } = await answer(conversationId, 'We are open.')
    carrier.next.push(says)
    await leave(number)
    await deliver(deps(), organizationId, id)
    expect(await deliveryOf(id)).toMatchObject({ state, cause })
    expect(sentTo(number)).toHaveLength(1)
  })

  test('desk-D37 to a patient a link leaves, and the words themselves where plain texts were agreed to', async () => {
    const number = aNumber()
    const { patientId } = await aPatientWith(number)
    const { conversationId } = await text(number, 'What are your hours?')
    await answer(conversationId, 'Your blood sugar is fine.')
    await leave(number)
    expect(sentTo(number)).toEqual([
      `Harbor Clinic: you have a new message. Read it here: ${PUBLIC_URL}/portal/messages/${conversationId}`,
    ])
    const choice = {
      kind: 'plain_mail',
      purpose: 'reply',
      channel: 'sms',
      provision: 'permit',
      textVersion: '2026-11',
      language: 'en',
    }
    const given = await call('consent.record', { patientId, ...choice }, { token })
    expect(given.status).toBe(200)
    await look(`update identity_check set level = 'verified' where organization_id = $1 and conversation_id = $2`, [
      organizationId,
      conversationId,
    ])
    await answer(conversationId, 'Your blood sugar is fine.')
    await leave(number)
    expect(sentTo(number)[1]).toBe('Your blood sugar is fine.')
  })

  test('desk-D60 a text of more than ten segments is refused at its field', async () => {
    const { conversationId } = await aThread()
    expect(await answer(conversationId, 'a'.repeat(1_601))).toMatchObject({ code: 'TOO_LARGE' })
  })

  test('desk-D60 a picture goes along as MMS from an address that only the carrier knows, for an hour', async () => {
    const { number, conversationId } = await aThread()
    const { id } = await answer(conversationId, 'This is the way to the lift.', [
      await upload('map.png', await aPicture()),
    ])
    await leave(number)
    expect(await deliveryOf(id)).toMatchObject({ state: 'handed_over' })
    const { form } = carrier.asked.findLast((asked) => asked.form.To === number) ?? { form: {} as Asked['form'] }
    expect(form.Body).toBe('This is the way to the lift.')
    const address = form.MediaUrl ?? ''
    expect(address.startsWith(`${PUBLIC_URL}/hooks/sms-pictures/`)).toBe(true)
    const at = (of: string) => fetch(of.replace(PUBLIC_URL, url))

    const got = await at(address)
    expect([got.status, got.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect((await sharp(Buffer.from(await got.arrayBuffer())).metadata()).width).toBe(8)
    const read = await look(
      `select from journal where organization_id = $1 and event = 'attachment.handed-over' and conversation_id = $2`,
      [organizationId, conversationId],
    )
    expect(read).toHaveLength(1)

    const other = await aThread()
    const { id: otherId } = await answer(other.conversationId, 'Hello')
    for (const changed of [
      address.replace(/delivery=[^&]+/, `delivery=${otherId}`),
      address.replace(/until=\d/, 'until=9'),
      address.replace(/key=.{4}/, 'key=AAAA'),
      address.replace(/&key=.*/, ''),
      address.replace(/\?.*/, ''),
    ])
      expect((await at(changed)).status).toBe(404)
    await look(`update delivery set state = 'cancelled' where organization_id = $1 and id = $2`, [organizationId, id])
    expect((await at(address)).status).toBe(404)
    await look(`update delivery set state = 'delivered' where organization_id = $1 and id = $2`, [organizationId, id])
    clock.now = new Date(Number(/until=(\d+)/.exec(address)?.[1]) - 1)
    expect((await at(address)).status).toBe(200)
    clock.now = new Date(clock.now.getTime() + 1)
    expect((await at(address)).status).toBe(404)
  })

  test('desk-D37 a file leaves where the words may: refused to a stranger when it is no picture, behind a link for a patient', async () => {
    const stranger = await aThread()
    const text1 = () => upload('form.txt', Buffer.from('A form to fill in.'))
    expect(await answer(stranger.conversationId, 'Please fill this in.', [await text1()])).toMatchObject({
      code: 'FILE_REFUSED',
    })

    const number = aNumber()
    const { patientId } = await aPatientWith(number)
    const { conversationId } = await text(number, 'What are your hours?')
    // Matched by the number alone: nothing of a record may leave.
    expect(await answer(conversationId, 'See here.', [await upload('a.png', await aPicture())])).toMatchObject({
      code: 'IDENTITY_TOO_LOW',
    })
    await look(`update identity_check set level = 'verified' where organization_id = $1 and conversation_id = $2`, [
      organizationId,
      conversationId,
    ])
    const link = `Harbor Clinic: you have a new message. Read it here: ${PUBLIC_URL}/portal/messages/${conversationId}`
    await answer(conversationId, 'See here.', [await upload('a.png', await aPicture())])
    await leave(number)
    await look(
      `update contact_point set allows_plain = true where organization_id = $1 and patient_id = $2 and system = 'sms'`,
      [organizationId, patientId],
    )
    await answer(conversationId, 'See here.', [await upload('a.png', await aPicture()), await text1()])
    await leave(number)
    const asked = carrier.asked.filter(({ form }) => form.To === number)
    expect(asked.map(({ form }) => [form.Body, form.MediaUrl !== undefined])).toEqual([
      [link, false],
      [`See here.\n\n${link}`, true],
    ])
  })

  test('trust-D18 a code leaves through the number', async () => {
    const number = aNumber()
    const notice = {
      organizationId,
      system: 'sms',
      address: number,
      subject: '',
      body: 'Your code is 123456',
      language: 'en',
      idempotencyKey: newId(),
    } as const
    expect(await sms.carryNotice(notice)).toMatchObject({ state: 'handed_over' })
    expect(sentTo(number)).toEqual(['Your code is 123456'])
  })

  test('desk-D60 receipts go forward only: doubled, late, unsigned and foreign ones change nothing, and unknown stays for a person', async () => {
    const { number, conversationId } = await aThread()
    const { id } = await answer(conversationId, 'We are open.')
    await leave(number)
    const sid = (await deliveryOf(id))?.ref ?? ''
    const path = `${HOOK}/status?delivery=${id}`
    const receipt = (status: string, over: Record<string, string> = {}) =>
      push(path, { MessageSid: sid, MessageStatus: status, ...over })
    expect(await push(path, { MessageSid: sid, MessageStatus: 'failed' }, 'none')).toMatchObject({ status: 401 })
    expect(await receipt('failed', { MessageSid: sidOf() })).toMatchObject({ status: 204 })
    for (const status of ['queued', 'delivered', 'sent', 'delivered', 'sent', 'failed', 'failed'])
      expect(await receipt(status)).toMatchObject({ status: 204 })
    expect(await deliveryOf(id)).toMatchObject({ state: 'delivered' })
    const steps = await look<{ state: string; cause: string | null }>(
      `select state, cause from delivery_step where organization_id = $1 and delivery_id = $2 and state <> 'held' order by at, id`,
      [organizationId, id],
    )
    expect(steps.filter(({ cause }) => cause?.startsWith('late-receipt'))).toHaveLength(2)
    await receipt('read')
    expect(await deliveryOf(id)).toMatchObject({ state: 'seen' })

    const lost = await answer(conversationId, 'We are open.')
    carrier.next.push('breaks off')
    await leave(number)
    await push(`${HOOK}/status?delivery=${lost.id}`, { MessageSid: sidOf(), MessageStatus: 'delivered' })
    expect(await deliveryOf(lost.id)).toMatchObject({ state: 'unknown' })

    const failed = await answer(conversationId, 'We are open.')
    await leave(number)
    const ref = (await deliveryOf(failed.id))?.ref ?? ''
    await push(`${HOOK}/status?delivery=${failed.id}`, {
      MessageSid: ref,
      MessageStatus: 'undelivered',
      ErrorCode: '30003',
    })
    expect(await deliveryOf(failed.id)).toMatchObject({ state: 'failed', cause: 'sms-30003' })
  })
})

test('desk-D6 a text that was set aside is handed in anew, once, by the number or the account it came to; one that cannot be read stays', async () => {
  const number = aNumber()
  const form = aForm(number, 'Is my prescription ready?')
  const raw = Buffer.from(new URLSearchParams(form).toString())
  const replay = (source: string, bytes = raw) =>
    replayText({ db: database, keys }, sms.receive, { organizationId, source, raw: bytes })
  const first = await replay(`sms:${OURS}`)
  expect(first).toEqual({ conversationId: expect.any(String), cause: null })
  expect(await replay(`sms:${listed.id}`)).toEqual(first)
  const stored = await look(`select from message where organization_id = $1 and conversation_id = $2 and direction = 'in'`, [organizationId, first.conversationId]) // prettier-ignore
  expect(stored).toHaveLength(1)
  const unreadable = Buffer.from(new URLSearchParams({ ...form, MessageSid: sidOf(), From: '' }).toString())
  expect(await replay(`sms:${OURS}`, unreadable)).toEqual({ conversationId: null, cause: 'unreadable' })
  expect(await replay('sms:+12125559999')).toEqual({ conversationId: null, cause: 'no-number' })
})

test('desk-D41 at night an answer waits, unless a person says why it may ring; that reason does not carry what stops it by day', async () => {
  const number = aNumber()
  const { conversationId } = await text(number, 'May I eat before the blood test tomorrow?')
  // Three in the morning where the clinic is, hours after they wrote.
  const night = new Date(clock.now)
  night.setUTCHours(8, 0, 0, 0)
  clock.now = new Date(night.getTime() + 86_400_000)
  const detail = await call('conversation.get', { conversationId }, { token: (token = await signedIn(product, agent)) })
  const [way] = detail.json.replyChannels.filter(({ channel }: { channel: string }) => channel === 'sms')
  expect(way).toMatchObject({ refusal: 'QUIET_HOURS', waitsUntil: expect.any(String) })
  expect(Date.parse(way.waitsUntil)).toBeGreaterThan(clock.now.getTime())

  const waits = await answer(conversationId, 'Nothing but water.')
  expect(await deliveryOf(waits.id)).toMatchObject({ state: 'held', cause: 'QUIET_HOURS' })
  const rings = await answer(conversationId, 'Nothing at all before seven.', [], { nightReason: 'cannot-wait' })
  await leave(number)
  expect(sentTo(number)).toEqual([expect.stringContaining('Nothing at all')])
  expect(await deliveryOf(rings.id)).toMatchObject({ state: 'handed_over' })
  const reasons = await look(
    `select detail->>'nightReason' as why from journal where organization_id = $1 and conversation_id = $2 and event = 'message.sent' order by at`,
    [organizationId, conversationId],
  )
  expect(reasons).toEqual([{ why: null }, { why: 'cannot-wait' }])
  await text(number, 'STOP')
  await leave(number)
  expect(await answer(conversationId, 'One more thing.', [], { nightReason: 'asked-for' })).toMatchObject({
    code: 'STOPPED',
  })
})

describe('desk-D39 STOP', () => {
  test('desk-D39 in the transaction that stores it, queued automatic texts to the number are blocked, for everybody who shares it; one confirmation leaves', async () => {
    const number = aNumber()
    await aPatientWith(number)
    await aPatientWith(number)
    const { conversationId } = await text(number, 'tengo fiebre y mucho dolor de pecho')
    await look(
      `update delivery set purpose = 'care' where organization_id = $1 and conversation_id = $2 and is_automatic`,
      [organizationId, conversationId],
    )
    await text(number, 'Stop!! 🛑')
    await text(number, 'STOP')
    await leave(number)
    expect(sentTo(number)).toEqual([expect.stringContaining('START')])
    const [reminder] = await look<{ state: string; cause: string }>(
      `select state, cause from delivery where organization_id = $1 and conversation_id = $2 and purpose = 'care'`,
      [organizationId, conversationId],
    )
    expect(reminder).toEqual({ state: 'blocked', cause: 'STOPPED' })
  })

  test('desk-D39, journey 3: STOP in the middle of a queue of a thousand: what left before is out, none is handed over after it', async () => {
    const number = aNumber()
    const { conversationId } = await text(number, 'tengo fiebre y mucho dolor de pecho')
    await look(
      `with one as (
         update delivery set purpose = 'reply', state = 'queued' where organization_id = $1 and conversation_id = $2 and is_automatic returning *
       )
       insert into delivery select (jsonb_populate_record(null::delivery, to_jsonb(one) || jsonb_build_object('id', gen_random_uuid(),
         'idempotency_key', 'queue-' || n, 'state', 'queued', 'purpose', 'reply'))).* from one, generate_series(2, 1000) n`,
      [organizationId, conversationId],
    )
    const queue = await look<{ id: string }>(
      `select id from delivery where organization_id = $1 and address = $2 and state = 'queued' order by id`,
      [organizationId, number],
    )
    expect(queue).toHaveLength(1_000)
    const handOver = async (ids: { id: string }[]) => {
      for (const { id } of ids) await deliver(deps(), organizationId, id)
    }
    await handOver(queue.slice(0, 20))
    const before = sentTo(number).length
    expect(before).toBe(20)
    // Two workers go on while STOP is being stored.
    const [, ...rest] = [await text(number, 'STOP'), handOver(queue.slice(20, 60)), handOver(queue.slice(40, 80))]
    await Promise.all(rest)
    await handOver(queue.slice(80))
    const states = await look<{ state: string; n: number }>(
      `select state, count(*)::int as n from delivery where organization_id = $1 and id = any ($2::uuid[]) group by 1 order by 1`,
      [organizationId, queue.map(({ id }) => id)],
    )
    expect(states).toEqual([
      { state: 'blocked', n: 980 },
      { state: 'handed_over', n: 20 },
    ])
    expect(sentTo(number)).toHaveLength(before)
  }, 90_000)

  test.each([
    ['СТОП', 'START', 'Автоматических сообщений больше не будет.'],
    ['그만', 'START', '더 이상 자동 문자를 받지 않습니다.'],
    ['arrêtez', 'START', 'Vous ne recevrez plus de SMS automatiques.'],
    ['ALTO', 'START', 'ya no le mandaremos mensajes automáticos'],
    ['إلغاء', 'visits are not cancelled', 'لم تُلغَ مواعيدك.'],
  ])('desk-D39 %s is confirmed in its language', async (word, inEnglish, own) => {
    const number = aNumber()
    const { flags } = await text(number, word)
    expect(flags).toEqual(['opt_out'])
    await leave(number)
    expect(sentTo(number)).toEqual([expect.stringContaining(own)])
    expect(sentTo(number)[0]).toContain(inEnglish)
    const stopped = await look(
      `select from number_stop where organization_id = $1 and address = $2 and kind = 'stop' and ended_at is null`,
      [organizationId, number],
    )
    expect(stopped).toHaveLength(1)
  })

  test('desk-D39 STOP in English letters is confirmed in the language the person writes', async () => {
    const number = aNumber()
    await text(number, 'Bonjour, à quelle heure ouvrez-vous le samedi matin ?')
    await text(number, 'STOP')
    await leave(number)
    expect(sentTo(number)).toEqual([expect.stringContaining('Vous ne recevrez plus')])
  })

  test('desk-D39 an automatic text written while STOP was being stored is not handed over', async () => {
    const number = aNumber()
    await text(number, 'stop')
    await leave(number)
    const [confirmed] = await look<{ id: string }>(
      `update delivery set state = 'queued', purpose = 'reply' where organization_id = $1 and address = $2 returning id`,
      [organizationId, number],
    )
    await leave(number)
    expect(await deliveryOf(confirmed?.id ?? '')).toMatchObject({ state: 'blocked', cause: 'STOPPED' })
    expect(sentTo(number)).toHaveLength(1)
  })

  test('desk-D39 after it a person may answer a new message only; an emergency is answered all the same; START restores', async () => {
    const number = aNumber()
    const { conversationId } = await text(number, 'What are your hours?')
    await text(number, 'unsubscribe')
    expect(await answer(conversationId, 'We are open.')).toMatchObject({ code: 'STOPPED' })
    clock.now = new Date(clock.now.getTime() + 60_000)
    await text(number, "my chest hurts and I can't breathe")
    await leave(number)
    expect(sentTo(number).at(-1)).toContain('911')
    expect((await answer(conversationId, 'A nurse calls you now.')).code).toBeUndefined()
    await text(number, 'START')
    await text(number, 'start')
    await leave(number)
    expect(sentTo(number).filter((words) => words.includes('again') && words.includes('STOP'))).toHaveLength(1)
    const open = await look(
      `select from number_stop where organization_id = $1 and address = $2 and ended_at is null`,
      [organizationId, number],
    )
    expect(open).toEqual([])
  })

  test('desk-D38, D39 STOP to one number of ours ends what was agreed to for it, with the message; START gives it again; the stop holds for all', async () => {
    const number = aNumber()
    const { patientId } = await aPatientWith(number)
    const other = newId()
    await look(
      `insert into channel_account (organization_id, id, channel, name, address, is_live) values ($1, $2, 'sms', 'Closed', $3, false)`,
      [organizationId, other, number.replace('+1212', '+1646')],
    )
    for (const [line, purpose] of [
      [listed.id, 'care'],
      [other, 'care'],
      [null, 'reply'],
    ])
      // prettier-ignore
      await look(
        `insert into consent (organization_id, id, patient_id, purpose, channel, provision, text_version, language, given_at, given_by, channel_account_id)
         values ($1, $2, $3, $4, 'sms', 'permit', '2026-11', 'en', $5, 'patient', $6)`,
        [organizationId, newId(), patientId, purpose, clock.now, line],
      )
    const consents = () =>
      look(
        `select channel_account_id as line, purpose, state, message_id as given, ended_message_id as ended from consent
          where organization_id = $1 and patient_id = $2 order by given_at, purpose, channel_account_id = $3`,
        [organizationId, patientId, listed.id],
      )
    const stands = { state: 'active', given: null, ended: null }
    const others = [{ line: other, purpose: 'care', ...stands }]
    const general = [{ line: null, purpose: 'reply', ...stands }]
    clock.now = new Date(clock.now.getTime() + 1000)
    const stop = await text(number, 'STOP')
    const ended = { line: listed.id, purpose: 'care', state: 'inactive', given: null, ended: stop.messageId }
    expect(await consents()).toEqual([...others, ended, ...general])
    expect(await answer(stop.conversationId, 'One more thing.')).toMatchObject({ code: 'STOPPED' })
    clock.now = new Date(clock.now.getTime() + 1000)
    const start = await text(number, 'START')
    const again = { line: listed.id, purpose: 'care', state: 'active', given: start.messageId, ended: null }
    expect(await consents()).toEqual([...others, ended, ...general, again])
    // Who has it shown sees by which messages.
    const said = (await call('consent.list', { patientId }, { token })).json
    expect(said.history).toContainEqual(
      expect.objectContaining({
        line: expect.objectContaining({ address: OURS }),
        state: 'active',
        message: expect.objectContaining({ messageId: start.messageId }),
      }),
    )
    expect(said.lines.map(({ id }: { id: string }) => id)).not.toContain(other)
  })

  test('desk-D40 CANCEL stops texts and says that no visit was cancelled; HELP is answered once an hour; in Spanish to who writes Spanish', async () => {
    const number = aNumber()
    await text(number, 'CANCEL')
    await leave(number)
    expect(sentTo(number)).toEqual([expect.stringContaining('visits are not cancelled')])
    const other = aNumber()
    await text(other, 'quisiera saber a qué hora abren ustedes')
    await text(other, 'AYUDA')
    await text(other, 'ayuda')
    clock.now = new Date(clock.now.getTime() + 61 * 60_000)
    await text(other, 'HELP')
    await leave(other)
    expect(sentTo(other)).toHaveLength(2)
    expect(sentTo(other)[0]).toContain('una persona le contesta')
  })

  test('desk-D39 a question about medicine stops nothing; doubt holds automatic texts without a word, and leaves the answer to a person', async () => {
    const number = aNumber()
    const { flags } = await text(number, 'can I stop the tablets')
    expect(flags).toEqual([])
    const doubt = await text(number, 'stop it now')
    expect(doubt.flags).toEqual(['opt_out_doubt'])
    await leave(number)
    expect(sentTo(number)).toEqual([])
    const [row] = await look(`select kind from number_stop where organization_id = $1 and address = $2`, [
      organizationId,
      number,
    ])
    expect(row).toEqual({ kind: 'doubt' })
    expect((await answer(doubt.conversationId, 'Do you want no more texts?')).code).toBeUndefined()
  })

  test('desk-D40 a wrong number is detached from everybody, and nothing more is sent to it', async () => {
    const number = aNumber()
    const { patientId } = await aPatientWith(number)
    const first = await text(number, 'When do I have to be there?')
    const night = new Date(clock.now)
    night.setUTCHours(8, 0, 0, 0)
    clock.now = new Date(night.getTime() + 86_400_000)
    token = await signedIn(product, agent)
    const waits = await answer(first.conversationId, 'At ten.')
    expect(await deliveryOf(waits.id)).toMatchObject({ state: 'held', cause: 'QUIET_HOURS' })
    const { conversationId, flags } = await text(number, 'Sorry, wrong number')
    // What waited for the morning is decided in the same transaction (desk-D46).
    expect(await deliveryOf(waits.id)).toMatchObject({ state: 'blocked', cause: 'CONTACT_POINT_UNUSABLE' })
    expect(flags).toEqual(['wrong_number'])
    const points = await look(
      `select state from contact_point where organization_id = $1 and patient_id = $2 and system = 'sms'`,
      [organizationId, patientId],
    )
    expect(points).toEqual([{ state: 'detached' }])
    expect((await answer(conversationId, 'Your result is here.')).code).toBe('CONTACT_POINT_UNUSABLE')
    await leave(number)
    expect(sentTo(number)).toEqual([])
    expect(await text(number, 'Hello?')).toMatchObject({ patientId: null })
  })
})

describe('desk-D40, journey 3: CANCEL after a text about a visit', () => {
  const HOUR_MS = 3_600_000
  const later = (hours: number) => {
    clock.now = new Date(clock.now.getTime() + hours * HOUR_MS)
  }
  /** Noted three days ahead, at four in the afternoon. @returns its id. */
  async function aVisitOf(patientId: string, time = '16:00') {
    const [site] = await look<{ id: string }>(`select id from site where organization_id = $1`, [organizationId])
    const day = new Date(clock.now.getTime() + 72 * HOUR_MS).toISOString().slice(0, 10)
    const visit = { id: newId(), patientId, siteId: site?.id, what: 'Check', day, time, minutes: 20 }
    const booked = await call('appointment.book', visit, { token })
    expect(booked.code).toBeUndefined()
    return visit.id
  }
  async function untilDue(id: string, step: string) {
    const [due] = await look<{ at: Date }>(`select due_at as at from reminder_step where organization_id = $1 and appointment_id = $2 and step = $3`, [organizationId, id, step]) // prettier-ignore
    clock.now = new Date((due?.at.getTime() ?? 0) + 60_000)
    await remindOfVisits(deps(), organizationId)
  }
  const stepOf = async (id: string, step: string) =>
    (
      await look(
        `select state, cause from reminder_step where organization_id = $1 and appointment_id = $2 and step = $3`,
        [organizationId, id, step],
      )
    )[0]
  /** Somebody who was told of one visit, or of several, two days before. */
  async function told({ language = 'en', times = ['16:00'], number = aNumber() } = {}) {
    token = await signedIn(product, agent)
    const { patientId } = await aPatientWith(number)
    await look(`update patient set language = $3 where organization_id = $1 and id = $2`, [organizationId, patientId, language]) // prettier-ignore
    await look(
      `insert into consent (organization_id, id, patient_id, purpose, channel, provision, text_version, language, given_at, given_by)
       values ($1, $2, $3, 'care', 'sms', 'permit', '2026-11', 'en', $4, 'patient')`,
      [organizationId, newId(), patientId, clock.now],
    )
    const visits: string[] = []
    for (const time of times) visits.push(await aVisitOf(patientId, time))
    await untilDue(visits[0] ?? '', 'two-days')
    await leave(number)
    return { number, patientId, visits, id: visits[0] ?? '' }
  }
  const says = async (number: string, body: string, inHours = 1) => {
    later(inHours)
    const stored = await text(number, body)
    await leave(number)
    return { ...stored, answer: sentTo(number).at(-1) ?? '' }
  }
  const visitNow = async (id: string) =>
    (
      await look(
        `select status, cancelled_by as by, cancel_reason as reason from appointment where organization_id = $1 and id = $2`,
        [organizationId, id],
      )
    )[0]
  const STANDS = { status: 'booked', by: null, reason: null }
  const isStopped = async (number: string) =>
    (await look(`select from number_stop where organization_id = $1 and address = $2 and ended_at is null`, [organizationId, number])).length > 0 // prettier-ignore

  test('understanding-D37 a text about a visit stands beside a thread that one reader has; what was asked there is answered there', async () => {
    token = await signedIn(product, agent)
    const number = aNumber()
    const { patientId } = await aPatientWith(number)
    await look(
      `insert into consent (organization_id, id, patient_id, purpose, channel, provision, text_version, language, given_at, given_by)
       values ($1, $2, $3, 'care', 'sms', 'permit', '2026-11', 'en', $4, 'patient')`,
      [organizationId, newId(), patientId, clock.now],
    )
    const id = await aVisitOf(patientId)
    const [due] = await look<{ at: Date }>(`select due_at as at from reminder_step where organization_id = $1 and appointment_id = $2 and step = 'two-days'`, [organizationId, id]) // prettier-ignore
    clock.now = new Date((due?.at.getTime() ?? 0) - 600_000)
    const asked = await text(number, 'I feel hopeless')
    await untilDue(id, 'two-days')
    expect(await stepOf(id, 'two-days')).toEqual({ state: 'handed', cause: null })
    later(0.05)
    // What answers HELP asks nothing, though it says "Emergency?".
    expect((await says(number, 'HELP')).answer).toContain('Emergency?')
    expect((await text(number, 'Yes')).conversationId).toBe(asked.conversationId)
    expect(await look(`select kind from safety_alert where conversation_id = $1`, [asked.conversationId])).toEqual([{ kind: 'crisis' }]) // prettier-ignore
  })

  test('whose number it turned out to be cancels nothing of somebody else', async () => {
    const { number, patientId, id } = await told()
    const cancel = await says(number, 'Cancel')
    expect(cancel.answer).toContain('Text 1 to cancel')
    await look(`update contact_point set state = 'detached' where organization_id = $1 and patient_id = $2 and system = 'sms'`, [organizationId, patientId]) // prettier-ignore
    await says(number, '1')
    expect(await visitNow(id)).toEqual(STANDS)

    const other = await told()
    await look(`update contact_point set state = 'detached' where organization_id = $1 and patient_id = $2 and system = 'sms'`, [organizationId, other.patientId]) // prettier-ignore
    expect((await says(other.number, 'Cancel')).answer).not.toContain('Text 1')
    const third = await told()
    await says(third.number, 'Cancel')
    await says(third.number, '1!!!!!!!!!!!!!!!!!!!!! no, do not cancel it')
    expect(await visitNow(third.id)).toEqual(STANDS)
  })

  test('the visit stands, texts stop, one question; "1" cancels the visit once; what comes after is read by a person', async () => {
    const { number, id } = await told()
    expect(sentTo(number)).toEqual([expect.stringMatching(/^Harbor Clinic: a visit is planned for \w+, \w+ \d+, 4:00 PM, Main site\./)]) // prettier-ignore
    const cancel = await says(number, 'Cancel!')
    expect(cancel.answer).toMatch(/texts are stopped\. Your visit on \w+, \w+ \d+, 4:00 PM stands\. Text 1 to cancel/)
    expect(await visitNow(id)).toEqual(STANDS)
    expect(await isStopped(number)).toBe(true)
    later(1)
    // Sent twice at once, it is one answer.
    const both = await Promise.all([text(number, ' 1. '), text(number, '1')])
    await leave(number)
    expect(both.map(({ flags }) => flags).toSorted()).toEqual([[], ['opt_out']])
    expect(both[0]?.conversationId).toBe(cancel.conversationId)
    expect(sentTo(number).slice(2)).toEqual([expect.stringMatching(/your visit on .* is cancelled/)])
    expect(await visitNow(id)).toEqual({ status: 'cancelled', by: 'sms', reason: 'other' })
    const written = sentTo(number).length
    expect((await says(number, '1')).flags).toEqual([])
    expect(sentTo(number)).toHaveLength(written)
    expect(await isStopped(number)).toBe(true)
    const told2 = await look(
      `select event, conversation_id as "conversationId" from journal where organization_id = $1 and resource_id = $2 order by seq`,
      [organizationId, id],
    )
    expect(told2.at(-1)).toEqual({ event: 'appointment.cancelled', conversationId: cancel.conversationId })
  })

  test('"2" is START: the visit stands, and the next text comes', async () => {
    const { number, id } = await told()
    await says(number, 'CANCEL')
    expect((await says(number, '2')).answer).toContain('you will get our texts again')
    expect([await visitNow(id), await isStopped(number)]).toEqual([STANDS, false])
    await untilDue(id, 'two-hours')
    expect(await stepOf(id, 'two-hours')).toEqual({ state: 'handed', cause: null })
  })

  test('nothing is asked where nothing was told, where it was answered, or where several visits are meant', async () => {
    const answered = await told()
    await says(answered.number, 'ok thanks')
    const several = await told({ times: ['14:00', '16:00'] })
    expect(sentTo(several.number)[0]).toContain('2 visits on')
    const old = await told()
    await look(`update reminder_step set settled_at = settled_at - interval '4 days' where organization_id = $1 and appointment_id = $2 and state = 'handed'`, [organizationId, old.id]) // prettier-ignore
    for (const { number, visits } of [answered, several, old]) {
      expect((await says(number, 'CANCEL', 0.1)).answer).toContain('visits are not cancelled')
      await says(number, '1', 0.1)
      for (const id of visits) expect(await visitNow(id)).toEqual(STANDS)
    }
  })

  const meddling: readonly [
    string,
    (of: { number: string; id: string; conversationId: string }) => Promise<unknown>,
  ][] = [
    ['after three days', async () => later(73)],
    [
      'of a visit that changed since',
      async ({ id }) => {
        const change = { appointmentId: id, reason: 'other' }
        expect((await call('appointment.cancel', { ...change, version: 1 }, { token })).code).toBeUndefined()
        expect((await call('appointment.restore', { ...change, version: 2 }, { token })).code).toBeUndefined()
      },
    ],
    [
      'after a word of ours',
      async ({ number, conversationId }) => {
        later(0.1)
        await text(number, 'And where do I park?')
        expect((await answer(conversationId, 'Garage 1 or garage 2?')).code).toBeUndefined()
      },
    ],
    [
      'in a conversation that was found to be somebody else’s',
      async ({ conversationId }) => {
        const { patientId } = await aPatient(product, { organizationId })
        await look(`update conversation set patient_id = $3 where organization_id = $1 and id = $2`, [organizationId, conversationId, patientId]) // prettier-ignore
      },
    ],
  ]
  test.each(meddling)('a figure cancels nothing %s: a person reads it', async (_, meddle) => {
    const { number, id } = await told()
    token = await signedIn(product, agent)
    const { conversationId, answer: question } = await says(number, 'CANCEL', 0.1)
    expect(question).toContain('stands')
    await meddle({ number, id, conversationId })
    expect((await says(number, '1', 0.1)).flags).toEqual([])
    expect((await visitNow(id))?.status).toBe('booked')
    // Nor does another number's.
    expect((await says(aNumber(), '1', 0)).flags).toEqual([])
  })

  test('danger goes before it, and on a shared number the question is nobody’s and stops all', async () => {
    const number = aNumber()
    const sibling = await aPatientWith(number)
    const { id } = await told({ number })
    const cancel = await says(number, 'CANCEL')
    expect(cancel).toMatchObject({ patientId: null, answer: expect.stringContaining('stands') })
    expect((await says(number, "1 my chest hurts and I can't breathe", 0.1)).answer).toContain('911')
    expect(await visitNow(id)).toEqual(STANDS)
    // None goes to the sibling either.
    await look(
      `insert into consent (organization_id, id, patient_id, purpose, channel, provision, text_version, language, given_at, given_by)
       values ($1, $2, $3, 'care', 'sms', 'permit', '2026-11', 'en', $4, 'patient')`,
      [organizationId, newId(), sibling.patientId, clock.now],
    )
    token = await signedIn(product, agent)
    const theirs = await aVisitOf(sibling.patientId)
    await untilDue(theirs, 'two-days')
    expect(await stepOf(theirs, 'two-days')).toEqual({ state: 'skipped', cause: 'STOPPED' })
  })

  test.each([
    ['es', 'CANCELAR', 'Escriba 1 para cancelar la cita', '1', 'su cita quedó cancelada'],
    ['vi', 'CANCEL', 'Nhắn 1 để hủy hẹn', '１', 'Đã hủy lịch hẹn'],
  ])('in %s', async (language, word, question, figure, done) => {
    const { number, id } = await told({ language })
    expect((await says(number, word)).answer).toContain(question)
    expect((await says(number, figure)).answer).toContain(done)
    expect(await visitNow(id)).toMatchObject({ status: 'cancelled' })
  })
})

describe('desk-D46 what waits is decided again in the transaction of a change', () => {
  type Waiting = { patientId: string; contactPointId: string; version: number; contactVersion: number }
  const RECORD = { kind: 'channel_purpose', purpose: 'reply', channel: 'sms', provision: 'deny', textVersion: '2026-11', language: 'en' } // prettier-ignore
  const cases: readonly [string, string, (of: Waiting) => object, string][] = [
    ['another way alone', 'patient.setReach', ({ patientId, version }) => ({ patientId, version, confidentialChannel: 'portal-chat', deceasedOn: null }), 'RESTRICTED'], // prettier-ignore
    ['a consent taken back', 'consent.record', ({ patientId }) => ({ patientId, ...RECORD }), 'NO_CONSENT'],
    ['a number taken away', 'patient.removeContactPoint', ({ contactPointId, contactVersion }) => ({ contactPointId, version: contactVersion }), 'CONTACT_POINT_UNUSABLE'], // prettier-ignore
    ['another number', 'patient.changeContactPoint', ({ contactPointId, contactVersion }) => ({ contactPointId, version: contactVersion, value: aNumber() }), 'WRONG_PERSON'], // prettier-ignore
  ]
  /** A text of the patient, answered at night: it waits for the morning. */
  async function anAnswerThatWaits() {
    const number = aNumber()
    const { patientId } = await aPatientWith(number)
    const { conversationId } = await text(number, 'When do I have to be there?')
    clock.now = new Date(new Date(clock.now.getTime() + 86_400_000).setUTCHours(8, 0, 0, 0))
    token = await signedIn(product, agent)
    const waits = await answer(conversationId, 'At ten.')
    expect(await deliveryOf(waits.id)).toMatchObject({ state: 'held', cause: 'QUIET_HOURS' })
    const pane = (await call('patient.get', { patientId }, { token })).json
    const contact = pane.contactPoints.find(({ system }: { system: string }) => system === 'sms')
    const of: Waiting = {
      patientId,
      version: pane.version,
      contactPointId: contact.id,
      contactVersion: contact.version,
    }
    return { waits, of }
  }

  test.each(cases)('desk-D46 %s', async (_change, procedure, input, cause) => {
    const { waits, of } = await anAnswerThatWaits()
    expect((await call(procedure, input(of), { token })).code).toBeUndefined()
    expect(await deliveryOf(waits.id)).toMatchObject({ state: 'blocked', cause })
  })

  test('desk-D46 an answer to a number nobody was known for waits on when the desk learns whose it is, and leaves in the morning', async () => {
    const number = aNumber()
    const { conversationId } = await text(number, 'When do you open on Friday?')
    clock.now = new Date(new Date(clock.now.getTime() + 86_400_000).setUTCHours(8, 0, 0, 0))
    token = await signedIn(product, agent)
    const waits = await answer(conversationId, 'At ten.')
    expect(await deliveryOf(waits.id)).toMatchObject({ state: 'held', cause: 'QUIET_HOURS' })
    const { patientId } = await aPatientWith(number)
    const { version } = (await call('conversation.get', { conversationId }, { token })).json
    expect(await call('conversation.linkPatient', { conversationId, version, patientId }, { token })).toMatchObject({
      status: 200,
    })
    expect(await call('consent.record', { patientId, ...RECORD, purpose: 'care' }, { token })).toMatchObject({
      status: 200,
    })
    expect(await deliveryOf(waits.id)).toMatchObject({ state: 'held' })
    clock.now = new Date(clock.now.getTime() + 6 * 3_600_000)
    await releaseHeld(deps(), organizationId, waits.id)
    await leave(number)
    expect(await deliveryOf(waits.id)).toMatchObject({ state: 'handed_over' })
    expect(sentTo(number)).toEqual([expect.stringContaining(conversationId)])
  })

  test('desk-D46 after a death what software wrote does not leave, what a person wrote does; the day has to have begun, and the version to be read', async () => {
    const { waits, of } = await anAnswerThatWaits()
    const software = await anAnswerThatWaits()
    await look(`update delivery set is_automatic = true where organization_id = $1 and id = $2`, [
      organizationId,
      software.waits.id,
    ])
    const died = ({ patientId, version }: Waiting) => ({ patientId, version, confidentialChannel: null, deceasedOn: '2026-03-01' }) // prettier-ignore
    const tomorrow = { ...died(of), deceasedOn: '2999-01-01' }
    expect(await call('patient.setReach', tomorrow, { token })).toMatchObject({ code: 'INVALID_INPUT' })
    const old = { ...died(of), version: of.version + 7 }
    expect(await call('patient.setReach', old, { token })).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    for (const one of [of, software.of])
      expect((await call('patient.setReach', died(one), { token })).json).toMatchObject({ deceasedOn: '2026-03-01' })
    expect(await deliveryOf(waits.id)).toMatchObject({ state: 'held' })
    expect(await deliveryOf(software.waits.id)).toMatchObject({ state: 'blocked', cause: 'RESTRICTED' })
  })
})

describe('desk-D60 a number of ours', () => {
  test('desk-D60 an administrator adds one; its secret is sealed and not shown; it is bound once, and no other role adds it', async () => {
    const token = await signedIn(product, administrator)
    const input = {
      name: 'Second',
      number: '+1 212 555 0177',
      carrierAccount: 'AC2',
      secret: 'the-second-secret',
      apiUrl: 'https://api.carrier.example/',
    }
    const added = await call('smsNumber.add', input, { token })
    expect(added.json.map(({ number }: { number: string }) => number)).toEqual([OURS, '+12125550177'])
    expect(added.json[1]).toMatchObject({ apiUrl: 'https://api.carrier.example', isLive: true })
    expect(added.text).not.toContain(input.secret)
    const [row] = await look<{ sealed: Buffer }>(
      `select secret_sealed as sealed from sms_carrier where account_id = $1`,
      [added.json[1].id],
    )
    expect(row?.sealed.includes(Buffer.from(input.secret))).toBe(false)
    expect(await call('smsNumber.add', input, { token })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await call('smsNumber.add', { ...input, number: '212' }, { token })).toMatchObject({ code: 'INVALID_INPUT' })
    const carrierOf = {
      smsNumberId: added.json[1].id,
      carrierAccount: 'AC3',
      secret: 'the-third-secret',
      apiUrl: input.apiUrl,
    }
    expect((await call('smsNumber.changeCarrier', carrierOf, { token })).json[1]).toMatchObject({
      carrierAccount: 'AC3',
    })
    expect(await call('smsNumber.add', input, { token: await signedIn(product, agent) })).toMatchObject({
      code: 'NOT_ALLOWED',
    })
    const stranger = await signedIn(product, await aMember(product, await anOrganization(product), 'administrator'))
    expect(await call('smsNumber.changeCarrier', carrierOf, { token: stranger })).toMatchObject({ code: 'NOT_FOUND' })
    expect((await call('smsNumber.list', undefined, { token: stranger })).json).toEqual([])
  })
})

test('desk-D60 a test message passes the gate, and what the carrier says of it is told', async () => {
  const token = await signedIn(product, administrator)
  const tell = (to: string, over: object = {}) =>
    call('smsNumber.sendTest', { smsNumberId: listed.id, to, ...over }, { token })
  const number = aNumber()
  expect(await tell(number)).toMatchObject({ json: { outcome: 'handed_over', cause: null } })
  expect(sentTo(number)).toEqual(['Harbor Clinic: this is a test. Our text messages get through.'])
  carrier.next.push({ status: 400, body: '{"code":21211}' }, 'breaks off')
  expect(await tell(number)).toMatchObject({ json: { outcome: 'failed', cause: 'sms-21211' } })
  expect(await tell(number)).toMatchObject({ json: { outcome: 'unknown', cause: 'sms-no-answer' } })

  const stopped = aNumber()
  await text(stopped, 'STOP')
  expect(await tell(stopped)).toMatchObject({ json: { outcome: 'refused', cause: 'STOPPED' } })
  await look(`update organization set outbound_on = false where organization_id = $1`, [organizationId])
  expect(await tell(number)).toMatchObject({ json: { outcome: 'refused', cause: 'OUTBOUND_OFF' } })
  await look(`update organization set outbound_on = true where organization_id = $1`, [organizationId])
  expect([sentTo(number).length, sentTo(stopped).length]).toEqual([3, 0])

  expect(await tell('212')).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await tell(number, { smsNumberId: newId() })).toMatchObject({ code: 'NOT_FOUND' })
  const input = { smsNumberId: listed.id, to: number }
  expect(await call('smsNumber.sendTest', input, { token: await signedIn(product, agent) })).toMatchObject({
    code: 'NOT_ALLOWED',
  })
  for (let more = 0; more < 4; more++) await tell(number)
  expect(await tell(number)).toMatchObject({ code: 'SLOW_DOWN' })
  const journalled = await look<{ detail: object }>(
    `select detail from journal where organization_id = $1 and event like 'sms-number.test-%'`,
    [organizationId],
  )
  expect(JSON.stringify(journalled)).not.toContain(number)
})

test('desk-D60 the simulated carrier speaks the same signed webhooks: a text comes in, an answer goes back, doubled, late or lost', async () => {
  const { organizationId } = await anOrganization(product)
  const number = {
    organizationId,
    accountId: '',
    address: '+16175550110',
    siteId: null,
    carrierAccount: 'ACsim',
    secret: 'the-secret-of-a-simulator',
    apiUrl: '',
  }
  const phones = Fastify({ logger: false, genReqId: () => randomUUID() })
  registerSmsPictures(phones, services, product.options)
  const simulator = registerCarrierSimulator(phones, services, number)
  registerSmsWebhook(phones, services, product.options)
  const address = await phones.listen({ host: '127.0.0.1', port: 0 })
  number.apiUrl = `${address}${SIMULATED_API}`
  const own = anInbox(product, { organizationId })
  await own.asSystem((tx) => addNumber(tx, keys, { ...number, name: 'Simulated' }, clock.now))
  const [door] = await look<{ id: string }>(`select id from channel_account where organization_id = $1`, [
    organizationId,
  ])
  number.accountId = door?.id ?? ''
  const say = (path: string, body: object) =>
    fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const behave = (over: object) =>
    say('/demo/phone/behaviour', {
      delaySeconds: 0,
      loses: false,
      doubles: false,
      lateReceipts: false,
      fallsSilent: false,
      ...over,
    })

  await behave({ doubles: true, lateReceipts: true })
  const patient = '+16175550123'
  expect(await (await say('/demo/phone/texts', { number: patient, text: 'HELP' })).json()).toMatchObject({
    state: 'delivered',
  })
  const stored = await look(`select text from message where organization_id = $1 and direction = 'in'`, [
    organizationId,
  ])
  expect(stored).toEqual([{ text: 'HELP' }])

  const carriers = openSms(
    services,
    { outbound: { local: ['localhost:*'] } },
    { check: product.options.checkFile },
    sms.carryNotice,
  )
  const deliverAll = async () => {
    const queued = await look<{ id: string }>(
      `select id from delivery where organization_id = $1 and state = 'queued'`,
      [organizationId],
    )
    for (const { id } of queued) await deliver({ ...deps(), carriers: carriers.carriers }, organizationId, id)
    return queued[0]?.id ?? ''
  }
  const stateOf = async (id: string) =>
    (
      await look<{ state: string }>(`select state from delivery where organization_id = $1 and id = $2`, [
        organizationId,
        id,
      ])
    )[0]?.state
  const helped = await deliverAll()
  await vi.waitFor(async () => expect(await stateOf(helped)).toBe('delivered'), { timeout: 15_000, interval: 20 })
  expect(simulator.texts(patient).map(({ from }) => from)).toEqual(['phone', 'clinic', 'clinic'])

  // An answer with a picture: the telephone shows it.
  const staff = await signedIn(product, await aMember(product, { organizationId }, 'agent'))
  token = staff
  const [thread] = await look<{ id: string }>(`select id from conversation where organization_id = $1`, [
    organizationId,
  ])
  const attachmentId = await upload('map.png', await aPicture())
  const messageId = newId()
  await call(
    'conversation.send',
    {
      conversationId: thread?.id,
      messageId,
      mode: 'reply',
      text: 'The map',
      seenSeq: 100,
      channel: 'sms',
      attachmentIds: [attachmentId],
    },
    { token },
  )
  await behave({})
  clock.now = new Date(clock.now.getTime() + 30_000)
  const [held] = await look<{ id: string }>(`select id from delivery where organization_id = $1 and message_id = $2`, [
    organizationId,
    messageId,
  ])
  await releaseHeld(deps(), organizationId, held?.id ?? '')
  await deliverAll()
  const [picture] = simulator.texts(patient).at(-1)?.pictures ?? []
  const seen = await fetch(`${address}${picture}`)
  expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/png'])

  await behave({ loses: true })
  clock.now = new Date(clock.now.getTime() + 2 * 3_600_000)
  await say('/demo/phone/texts', { number: patient, text: 'HELP' })
  await behave({})
  await say('/demo/phone/texts', { number: patient, text: 'HELP' })
  await behave({ fallsSilent: true })
  const silent = await deliverAll()
  expect(await stateOf(silent)).toBe('unknown')
  phones.server.closeAllConnections()
  await phones.close()
})
