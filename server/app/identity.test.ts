/** How sure we are who writes, from the desk and from the chat, over HTTP. */
import { createHmac, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import WebSocket from 'ws'
import { contract } from '#contract/index.ts'
import { aMember, anOrganization, aPatient, aProduct, patientSignedIn, PUBLIC_URL, signedIn } from './a-product.ts'
import { newId } from '#server/platform/id.ts'
import { proceduresOf } from './described-routes.ts'
import { aTelephone } from './a-telephone.ts'
import { anInbox, callFrom, codeTo, mailFrom, portalOf, textFrom, type Sender } from './an-inbox.ts'

const product = await aProduct()
const { clock, mails, runJobs, look } = product
const clinic = await anOrganization(product)
const inbox = anInbox(product, clinic)
const desk = inbox.awake(await signedIn(product, await aMember(product, clinic, 'agent')))
const MINUTE = 60_000
const DAY = 86_400_000

const pass = (ms: number) => (clock.now = new Date(clock.now.getTime() + ms))
const panel = async (conversationId: string) => (await desk('identity.get', { conversationId })).json
const level = async (conversationId: string): Promise<string> => (await panel(conversationId)).level
const contactOf = async (patientId: string): Promise<string> => {
  const [row] = await look<{ id: string }>(
    `select id from contact_point where patient_id = $1 order by system = 'email' desc, rank, id limit 1`,
    [patientId],
  )
  return row?.id ?? ''
}
async function sendCode(conversationId: string, contactPointId: string) {
  const answer = await desk('identity.sendCode', { conversationId, contactPointId })
  await runJobs()
  return answer
}
const wrongCode = (right: string) => (right === '000000' ? '000001' : '000000')

test('trust-D17 a code to an address on file and the birth date verify; the level falls with time and is journalled', async () => {
  const patient = await aPatient(product, clinic)
  const conversationId = await inbox.receive(mailFrom(patient.email))
  expect(await panel(conversationId)).toMatchObject({ level: 'matched', method: 'contact-on-file', triesLeft: 5 })
  expect((await desk('conversation.get', { conversationId })).json.locked).toContain('record')

  expect(await sendCode(conversationId, await contactOf(patient.patientId))).toMatchObject({ status: 200 })
  const code = codeTo(product, patient.email)
  // The right code with a birth date that is not the patient's proves nothing.
  expect(await desk('identity.checkCode', { conversationId, code, birthDate: '1980-05-07' })).toMatchObject({
    code: 'WRONG_CODE',
  })
  const checked = await desk('identity.checkCode', { conversationId, code, birthDate: patient.birthDate })
  expect(checked.json).toMatchObject({
    level: 'verified',
    method: 'code',
    forPatient: { id: patient.patientId },
    triesLeft: 5,
  })
  expect((await desk('conversation.get', { conversationId })).json.locked).toEqual([])
  expect(await desk('identity.checkCode', { conversationId, code, birthDate: patient.birthDate })).toMatchObject({
    code: 'WRONG_CODE',
  })

  pass(24 * 60 * MINUTE + 1)
  expect(await level(conversationId)).toBe('matched')
  const events = await look<{ event: string }>('select event from journal where conversation_id = $1 order by at', [
    conversationId,
  ])
  const names = events.map(({ event }) => event)
  for (const event of ['identity.read', 'identity.code-sent', 'identity.refused', 'identity.verified'])
    expect(names).toContain(event)
})

test('trust-D17 five wrong codes open a pause of 30 minutes, in which only a documented staff check works', async () => {
  const patient = await aPatient(product, clinic)
  const conversationId = await inbox.receive(mailFrom(patient.email))
  await sendCode(conversationId, await contactOf(patient.patientId))
  const code = codeTo(product, patient.email)
  const check = (said: string) =>
    desk('identity.checkCode', { conversationId, code: said, birthDate: patient.birthDate })
  // Eight at once are eight tries, not one.
  const answers = await Promise.all(Array.from({ length: 8 }, () => check(wrongCode(code))))
  expect(answers.map((answer) => answer.code).sort()).toEqual([
    ...Array.from({ length: 3 }, () => 'SLOW_DOWN'),
    ...Array.from({ length: 5 }, () => 'WRONG_CODE'),
  ])
  expect(await check(code)).toMatchObject({ status: 429, code: 'SLOW_DOWN' })
  expect(await sendCode(conversationId, await contactOf(patient.patientId))).toMatchObject({ code: 'SLOW_DOWN' })
  expect(await panel(conversationId)).toMatchObject({
    triesLeft: 0,
    pausedUntil: new Date(clock.now.getTime() + 30 * MINUTE).toISOString(),
  })

  pass(30 * MINUTE + 1)
  expect(await panel(conversationId)).toMatchObject({ triesLeft: 5, pausedUntil: null })
  // The old code is too old by now.
  expect(await check(code)).toMatchObject({ code: 'WRONG_CODE' })
  const vouched = await desk('identity.vouch', { conversationId, method: 'document-in-person' })
  expect(vouched.json).toMatchObject({ level: 'verified', method: 'document-in-person' })
  const ended = await desk('identity.end', { conversationId })
  expect(ended.json).toMatchObject({ level: 'matched' })
})

test('trust-D17 a level is never carried to another sender, not even of the same address when that is not proved', async () => {
  const patient = await aPatient(product, clinic)
  const conversationId = await inbox.receive(portalOf(patient.patientId))
  expect(await panel(conversationId)).toMatchObject({ level: 'verified', method: 'session' })
  await inbox.receive(mailFrom('stranger@elsewhere.example'), 'And my results?', conversationId)
  expect(await level(conversationId)).toBe('none')
  await inbox.receive(mailFrom(patient.email), 'It is me', conversationId)
  expect(await level(conversationId)).toBe('matched')
  await desk('identity.vouch', { conversationId, method: 'document-in-person' })
  expect(await level(conversationId)).toBe('verified')
  await inbox.receive(mailFrom(patient.email, false), 'Forged', conversationId)
  expect(await level(conversationId)).toBe('none')
  const list = await desk('conversation.list', { view: 'all' })
  expect(list.json.items.find((row: { id: string }) => row.id === conversationId)).toMatchObject({
    identityLevel: 'none',
  })
})

test('trust-D18 no code and no call back to a contact younger than seven days; a changed contact ends what it proved', async () => {
  const patient = await aPatient(product, clinic)
  const fresh = await inbox.contact(patient.patientId, 'sms', '+15550100001', 6)
  const conversationId = await inbox.receive(mailFrom(patient.email))
  const before = mails.length
  expect(await sendCode(conversationId, fresh)).toMatchObject({ status: 409, code: 'CONTACT_POINT_TOO_NEW' })
  const call = { conversationId, method: 'two-facts-and-call-back', contactPointId: fresh }
  expect(await desk('identity.vouch', call)).toMatchObject({ code: 'CONTACT_POINT_TOO_NEW' })
  expect(await desk('identity.vouch', { ...call, contactPointId: undefined })).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await desk('identity.vouch', { ...call, contactPointId: await contactOf(patient.patientId) })).toMatchObject({
    code: 'INVALID_INPUT',
  })
  expect(mails.length).toBe(before)
  expect((await panel(conversationId)).codeTo).toContainEqual(
    expect.objectContaining({
      contactPointId: fresh,
      callBack: '+15550100001',
      from: new Date(clock.now.getTime() + DAY).toISOString(),
    }),
  )

  pass(DAY)
  expect(await desk('identity.vouch', call)).toMatchObject({ status: 200, json: { level: 'verified' } })
  await desk('patient.changeContactPoint', { contactPointId: fresh, version: 1, value: '+1 555 010 0002' })
  expect(await level(conversationId)).toBe('matched')
})

test('desk-D4 an unknown sender is linked to nobody, a shared one lists its persons to the agent and links nobody', async () => {
  const [one, other] = [await aPatient(product, clinic), await aPatient(product, clinic)]
  const shared = `family-${randomUUID()}@example.org`
  await inbox.contact(one.patientId, 'email', shared)
  await inbox.contact(other.patientId, 'email', shared)
  const known = await inbox.receive(mailFrom(one.email))
  const unknown = await inbox.receive(mailFrom('nobody@elsewhere.example'))
  const together = await inbox.receive(mailFrom(shared))
  const patientOf = async (conversationId: string) => (await desk('conversation.get', { conversationId })).json.patient
  expect([await patientOf(known), await patientOf(unknown), await patientOf(together)]).toEqual([
    { id: one.patientId, name: 'Pat Rivera' },
    null,
    null,
  ])
  expect(await panel(unknown)).toMatchObject({ level: 'none', method: null, candidates: [], codeTo: [] })
  const asked = await panel(together)
  expect(asked).toMatchObject({ level: 'matched', codeTo: [], forPatient: null })
  expect(asked.candidates.map(({ id }: { id: string }) => id).sort()).toEqual([one.patientId, other.patientId].sort())
  // Nobody is verified while nobody is linked, whoever vouches.
  for (const call of [
    desk('identity.vouch', { conversationId: together, method: 'document-in-person' }),
    desk('identity.checkCode', { conversationId: together, code: '123456', birthDate: one.birthDate }),
    desk('identity.sendCode', { conversationId: together, contactPointId: await contactOf(one.patientId) }),
  ])
    expect(await call).toMatchObject({ status: 409, code: 'STATE_NOT_ALLOWED' })
})

test('desk-D8 the level decides what the pane, consents, other conversations and files of a conversation give', async () => {
  const patient = await aPatient(product, clinic)
  const conversationId = await inbox.receive(mailFrom(patient.email))
  const about = { patientId: patient.patientId, conversationId }
  const locked = await desk('patient.get', about)
  expect(locked.json).toMatchObject({ given: 'Pat', birthDate: null, recordNumber: null, relatedPersons: [] })
  expect(locked.json.locked).toEqual(expect.arrayContaining(['birth-date', 'contact-points', 'consents']))
  expect(locked.text).not.toContain(patient.email)
  expect(locked.text).not.toContain('1980')
  for (const call of [desk('consent.list', about), desk('conversation.list', { view: 'all', ...about })])
    expect(await call).toMatchObject({ status: 403, code: 'IDENTITY_TOO_LOW' })

  await desk('identity.vouch', { conversationId, method: 'document-in-person' })
  expect((await desk('patient.get', about)).json).toMatchObject({
    birthDate: '1980-05-06',
    locked: [],
    contactPoints: [{ value: patient.email }],
  })
  for (const call of [desk('consent.list', about), desk('conversation.list', { view: 'all', ...about })])
    expect(await call).toMatchObject({ status: 200 })

  // Another patient's record is not opened through this conversation, at any level.
  const other = await aPatient(product, clinic)
  for (const procedure of ['patient.get', 'consent.list'])
    expect(await desk(procedure, { patientId: other.patientId, conversationId })).toMatchObject({ code: 'NOT_FOUND' })
})

test('trust-D17, desk-D8 below the level, on any channel, the pane carries nothing that it locks, and what gives one class alone answers 403', async () => {
  const patient = await aPatient(product, clinic)
  const number = aNumber()
  await inbox.contact(patient.patientId, 'sms', number)
  await inbox.asSystem((tx) =>
    tx.run(
      `insert into related_person (organization_id, id, patient_id, given, family, relationship, language) values ($1, $2, $3, 'Quetzal', 'Rivera', 'sister', 'en')`,
      [clinic.organizationId, newId(), patient.patientId],
    ),
  )
  await look(`update patient set record_number = 'MRN-4711' where id = $1`, [patient.patientId])
  const whole = (await desk('patient.get', { patientId: patient.patientId })).json
  const ofTheRecord = [whole.birthDate, whole.recordNumber, patient.email, number, 'Quetzal']
  expect(ofTheRecord.every((words) => JSON.stringify(whole).includes(words))).toBe(true)

  const [site] = await look(`select id from site where organization_id = $1`, [clinic.organizationId])
  const visit = { id: newId(), siteId: site?.id, what: 'Check', day: dayAhead(), time: '10:00', minutes: 20 }
  expect(await desk('appointment.book', { patientId: patient.patientId, ...visit })).toMatchObject({ status: 200 })

  const portal = await inbox.receive(portalOf(patient.patientId))
  await inbox.receive(mailFrom('stranger@elsewhere.example'), 'And mine?', portal)
  const call = newId()
  for (const [conversationId, is] of [
    [await inbox.receive(mailFrom(patient.email)), 'matched'],
    [await inbox.receive(textFrom(number)), 'matched'],
    [await inbox.receive(callFrom(number, call)), 'matched'],
    [portal, 'none'],
  ] as const) {
    expect(await level(conversationId)).toBe(is)
    const about = { patientId: patient.patientId, conversationId }
    const pane = await desk('patient.get', about)
    expect(pane).toMatchObject({ status: 200, json: { given: 'Pat', contactPoints: [{}, {}] } })
    expect(pane.json.locked).toHaveLength(6)
    expect((await desk('appointment.list', about)).json).toEqual({ items: [], isLocked: true })
    expect(ofTheRecord.filter((words) => pane.text.includes(words))).toEqual([])
    for (const [door, more] of DOORS_OF_ONE_CLASS)
      expect(await desk(door, { ...about, ...more })).toMatchObject({ status: 403, code: 'IDENTITY_TOO_LOW' })
  }

  // Nothing else reads a record while a conversation is answered: a door that is added has to be one of these.
  const readers = [...proceduresOf(contract)].filter(([, procedure]) => {
    const { meta, inputSchema } = (procedure as unknown as Described)['~orpc']
    const { shape } = inputSchema ?? {}
    return meta.audit === 'R' && shape && 'patientId' in shape && 'conversationId' in shape
  })
  expect(readers.map(([name]) => name).toSorted()).toEqual([
    'appointment.list',
    'consent.list',
    'conversation.list',
    'patient.get',
  ])
})

const dayAhead = (): string => new Date(clock.now.getTime() + 3 * 86_400_000).toISOString().slice(0, 10)

type Described = { '~orpc': { meta: { audit?: string }; inputSchema?: { shape?: object } } }

test('desk-D8 files obey the level: none goes to a patient we are not sure of, and a chat whose proof has ended opens none any more', async () => {
  const patient = await aPatient(product, clinic)
  const token = await signedIn(product, await aMember(product, clinic, 'agent'))
  const agent = inbox.awake(token)
  const upload = async () => {
    const form = new FormData()
    form.set('file', new Blob(['Your results are in here.'], { type: 'text/plain' }), 'results.txt')
    const headers = { cookie: `__Host-bedside=${token}`, origin: PUBLIC_URL }
    const answer = await fetch(`${product.url}/files`, { method: 'POST', headers, body: form })
    return ((await answer.json()) as { id: string }).id
  }
  const send = async (conversationId: string, id: string) => {
    const { lastSeq } = (await agent('conversation.get', { conversationId })).json
    const reply = {
      conversationId,
      messageId: newId(),
      mode: 'reply',
      text: 'See the attached file.',
      seenSeq: lastSeq,
    }
    return agent('conversation.send', { ...reply, attachmentIds: [id] })
  }
  const matched = await inbox.receive(mailFrom(patient.email))
  expect(await send(matched, await upload())).toMatchObject({ status: 403, code: 'IDENTITY_TOO_LOW' })

  const chat = await aChat()
  await chat('widget.send', { messageId: randomUUID(), text: 'Are my results there?' })
  await chat('widget.requestCode', { contact: patient.email, birthDate: patient.birthDate })
  await runJobs()
  await chat('widget.verifyCode', { code: codeTo(product, patient.email), birthDate: patient.birthDate })
  const [{ id: conversationId } = { id: '' }] = await look<{ id: string }>(
    `select id from conversation where patient_id = $1 and channel = 'widget'`,
    [patient.patientId],
  )
  const fileId = await upload()
  expect(await send(conversationId, fileId)).toMatchObject({ status: 200, json: { questions: [] } })
  await look(`update message set held_until = null where conversation_id = $1`, [conversationId])
  const download = (id: string) => chat.get(`/files/${id}`)
  expect(await download(fileId)).toMatchObject({ status: 200, text: 'Your results are in here.' })
  // And one that the patient sent from elsewhere.
  const elsewhere = newId()
  await inbox.receive(mailFrom(patient.email), 'A picture', conversationId)
  await look(
    `insert into attachment (organization_id, id, conversation_id, message_id, name, type, size, sha256, verdict, storage_key, received_at)
     select organization_id, $1, conversation_id, (select id from message m where m.conversation_id = a.conversation_id and m.text = 'A picture'),
            name, type, size, sha256, verdict, storage_key, received_at from attachment a where id = $2`,
    [elsewhere, fileId],
  )
  expect(await download(elsewhere)).toMatchObject({ status: 200 })
  const reads = () => look(`select from journal where event = 'attachment.read' and resource_id = $1`, [fileId])
  expect(await reads()).toHaveLength(1)

  // The proof ends while the chat goes on: what was sent stays closed, and no more is sent.
  await desk('identity.end', { conversationId })
  expect(await download(fileId)).toMatchObject({ status: 403, code: 'IDENTITY_TOO_LOW' })
  expect(await download(elsewhere)).toMatchObject({ status: 403, code: 'IDENTITY_TOO_LOW' })
  expect(await download(newId())).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  expect(await reads()).toHaveLength(1)
  expect(await send(conversationId, await upload())).toMatchObject({ status: 403, code: 'IDENTITY_TOO_LOW' })
})

test('desk-D10 a visitor gets the same answer on file or not; a code verifies the chat for 30 minutes of silence', async () => {
  const patient = await aPatient(product, clinic)
  const chat = await aChat()
  await chat('widget.send', { messageId: randomUUID(), text: 'Hello' })
  await runJobs()
  const before = mails.length
  const ask = async (contact: string, birthDate: string) => {
    pass(1000)
    const { status, text } = await chat('widget.requestCode', { contact, birthDate })
    return { status, text }
  }
  const answers = [
    await ask('nobody@elsewhere.example', patient.birthDate),
    await ask(patient.email, '1990-01-01'),
    await ask(patient.email, patient.birthDate),
  ]
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  // What is written in the request is alike too: one row and one job each, before anybody is looked up.
  const rows = await look<{ asked: boolean; code: boolean }>(
    `select asked_contact is not null as asked, code_hash is not null as code from verification_code where asked_contact is not null`,
  )
  expect(rows).toEqual(Array.from({ length: 3 }, () => ({ asked: true, code: false })))
  await runJobs()
  expect(mails.slice(before).map(({ address }) => address)).toEqual([patient.email])
  expect(await look('select from verification_code where asked_contact is not null')).toEqual([])

  const code = codeTo(product, patient.email)
  expect(await chat('widget.verifyCode', { code, birthDate: '1980-05-07' })).toMatchObject({ code: 'WRONG_CODE' })
  expect((await chat('widget.verifyCode', { code, birthDate: patient.birthDate })).json).toEqual({
    identityLevel: 'verified',
  })
  const chatLevel = async () => (await chat('widget.messages', {})).json.identityLevel
  expect(await chatLevel()).toBe('verified')
  pass(29 * MINUTE)
  await chat('widget.send', { messageId: randomUUID(), text: 'Still here' })
  pass(29 * MINUTE)
  expect(await chatLevel()).toBe('verified')
  pass(2 * MINUTE)
  expect(await chatLevel()).not.toBe('verified')
})

test('desk-D65 a host that signs somebody else in has a chat of their own, and is told that it is another', async () => {
  const [first, next] = [await aPatient(product, clinic), await aPatient(product, clinic)]
  const administrator = await signedIn(product, await aMember(product, clinic, 'administrator'))
  const { widgetKey, identitySecret } = (await product.call('widget.settings', undefined, { token: administrator }))
    .json
  const exp = Math.floor(clock.now.getTime() / 1_000) + 3_600
  const open = async (email: string | null, visitor?: { id: string; secret: string }) => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${part({ alg: 'HS256' })}.${part({ email, exp, aud: widgetKey })}`
    const identityToken = `${signed}.${createHmac('sha256', identitySecret).update(signed).digest('base64url')}`
    return (await product.call('widget.open', { widgetKey, visitor, ...(email && { identityToken }) })).json
  }
  const { visitor, isAnother } = await open(first.email)
  expect(isAnother).toBe(false)
  for (const same of [first.email, null]) expect(await open(same, visitor)).toMatchObject({ visitor, isAnother: false })
  // Somebody whom we do not know is another, too.
  expect(await open('nobody@elsewhere.example', visitor)).toMatchObject({ isAnother: true, conversationId: null })
  const other = await open(next.email, visitor)
  expect(other).toMatchObject({ isAnother: true, identityLevel: 'matched' })
  expect(other.visitor.id).not.toBe(visitor.id)

  // Nor is the chat of somebody unknown the next one's, known or not; it stays that person's, also where a code has proved who it is.
  const unknown = await open('first@elsewhere.example')
  const say = (by: { id: string; secret: string }, procedure: string, input: object) =>
    product.call(procedure, input, { headers: { 'x-visitor': `${by.id}:${by.secret}` } })
  const hello = await say(unknown.visitor, 'widget.send', { messageId: randomUUID(), text: 'Hello' })
  expect(hello).toMatchObject({ status: 200 })
  const { conversationId } = hello.json
  for (const another of ['second@elsewhere.example', next.email])
    expect(await open(another, unknown.visitor)).toMatchObject({ isAnother: true, conversationId: null, messages: [] })
  expect(await look(`select patient_id from conversation where id = $1`, [conversationId])).toEqual([
    { patient_id: null },
  ])
  const { birthDate } = first
  await say(unknown.visitor, 'widget.requestCode', { contact: first.email, birthDate })
  await runJobs()
  await say(unknown.visitor, 'widget.verifyCode', { code: codeTo(product, first.email), birthDate })
  const same = { visitor: unknown.visitor, isAnother: false, conversationId, identityLevel: 'verified' }
  for (const email of ['First@elsewhere.example', first.email])
    expect(await open(email, unknown.visitor)).toMatchObject(same)
  // Also when the chat is over: what was left unsent is the one's before.
  pass(31 * MINUTE)
  for (const [email, is] of [
    ['second@elsewhere.example', true],
    ['first@elsewhere.example', false],
  ] as const)
    expect((await open(email, unknown.visitor)).isAnother).toBe(is)
})

test('desk-D8 what went on by mail or text is not told to a chat that has proved nothing, and is to one that has', async () => {
  const patient = await aPatient(product, clinic)
  const agent = inbox.awake(await signedIn(product, await aMember(product, clinic, 'agent')))
  const chat = await aChat()
  const { conversationId } = (await chat('widget.send', { messageId: randomUUID(), text: 'Hello from the chat' })).json
  await inbox.receive(mailFrom(patient.email), 'More by mail', conversationId)
  const { version } = (await agent('conversation.get', { conversationId })).json
  await agent('conversation.linkPatient', { conversationId, version, patientId: patient.patientId })
  const { lastSeq: seenSeq } = (await agent('conversation.get', { conversationId })).json
  const toTheirMail = { channel: 'email', contactPointId: await contactOf(patient.patientId) }
  const reply = { conversationId, messageId: newId(), mode: 'reply', text: 'Answered by mail', seenSeq, ...toTheirMail }
  expect(await agent('conversation.send', reply)).toMatchObject({ status: 200, json: { questions: [] } })
  await look(`update message set held_until = null where conversation_id = $1`, [conversationId])

  const shown = async () => {
    const { messages: own, unread } = (await chat('widget.messages', {})).json
    return { texts: own.map(({ text }: { text: string }) => text), unread }
  }
  expect(await shown()).toEqual({ texts: ['Hello from the chat'], unread: 0 })
  // Nor is it seen there, so that whom it was written to is still told that it waits.
  const answered = () => look(`select d.state from delivery d where d.conversation_id = $1`, [conversationId])
  await look(`update delivery set state = 'delivered', channel = 'portal-chat' where conversation_id = $1`, [conversationId]) // prettier-ignore
  await chat('widget.markSeen', { seq: 99 })
  expect(await answered()).toEqual([{ state: 'delivered' }])
  // Nor that there is an alert for what was said elsewhere, or that somebody answers that.
  await inbox.receive(mailFrom(patient.email), 'my chest hurts and I can’t breathe', conversationId)
  const colleague = randomUUID()
  const screen = await chat.screen()
  const isTyping = async (doing: 'typing' | 'away') => {
    product.hub.present(clinic.organizationId, conversationId, { kind: 'staff', id: colleague }, doing)
    await expect.poll(() => product.hub.presence(clinic.organizationId, conversationId).staff).toHaveLength(doing === 'typing' ? 1 : 0) // prettier-ignore
  }
  const beside = async () => {
    const { alert, staffTyping } = (await chat('widget.messages', {})).json
    return { alert, staffTyping }
  }
  await isTyping('typing')
  expect(await beside()).toEqual({ alert: 'none', staffTyping: false })
  await expect.poll(() => screen.told.length).toBeGreaterThan(0)
  expect(screen.told.join()).not.toContain('typing')
  await chat('widget.send', { messageId: randomUUID(), text: 'Still there?' })
  expect(await beside()).toEqual({ alert: 'none', staffTyping: true })
  product.hub.present(clinic.organizationId, conversationId, { kind: 'staff', id: colleague }, 'typing')
  await expect.poll(() => screen.told.join()).toContain('"id":"care-team","doing":"typing"')
  screen.socket.terminate()
  await isTyping('away')
  await chat('widget.requestCode', { contact: patient.email, birthDate: patient.birthDate })
  await runJobs()
  await chat('widget.verifyCode', { code: codeTo(product, patient.email), birthDate: patient.birthDate })
  expect(await shown()).toMatchObject({ texts: expect.arrayContaining(['Hello from the chat', 'More by mail', 'Answered by mail']) }) // prettier-ignore
  expect(await beside()).toMatchObject({ alert: 'unread' })
  await chat('widget.markSeen', { seq: 99 })
  expect(await answered()).toContainEqual({ state: 'seen' })
})

test('desk-D8 a chat that staff have linked to somebody hears nothing of a record before its visitor has proved it, whoever wrote last', async () => {
  const patient = await aPatient(product, clinic)
  const agent = inbox.awake(await signedIn(product, await aMember(product, clinic, 'agent')))
  const chat = await aChat()
  const { conversationId } = (await chat('widget.send', { messageId: randomUUID(), text: 'Any news?' })).json
  const answer = async (text: string) => {
    const { lastSeq: seenSeq } = (await agent('conversation.get', { conversationId })).json
    const reply = { conversationId, messageId: newId(), mode: 'reply', text, seenSeq, channel: 'widget' }
    return agent('conversation.send', reply)
  }
  // Of nobody nothing can be told; of somebody whom staff think it is, it can.
  expect(await answer('Who are you?')).toMatchObject({ status: 200 })
  const { version } = (await agent('conversation.get', { conversationId })).json
  await agent('conversation.linkPatient', { conversationId, version, patientId: patient.patientId })
  expect(await answer('Your test is negative')).toMatchObject({ status: 403, code: 'IDENTITY_TOO_LOW' })
  // What was proved at the portal proves nothing of a browser.
  await inbox.receive(portalOf(patient.patientId), 'It is me', conversationId)
  expect(await level(conversationId)).toBe('verified')
  expect(await answer('Your test is negative')).toMatchObject({ status: 403, code: 'IDENTITY_TOO_LOW' })

  await chat('widget.requestCode', { contact: patient.email, birthDate: patient.birthDate })
  await runJobs()
  await chat('widget.verifyCode', { code: codeTo(product, patient.email), birthDate: patient.birthDate })
  expect(await answer('Your test is negative')).toMatchObject({ status: 200, json: { questions: [] } })
})

test('trust-D17, desk-D9 a chat that never falls silent is known for twelve hours and no longer', async () => {
  const patient = await aPatient(product, clinic)
  const chat = await aChat()
  const say = () => chat('widget.send', { messageId: randomUUID(), text: 'Still here' })
  await say()
  await chat('widget.requestCode', { contact: patient.email, birthDate: patient.birthDate })
  await runJobs()
  const verified = await chat('widget.verifyCode', {
    code: codeTo(product, patient.email),
    birthDate: patient.birthDate,
  })
  expect(verified.json).toEqual({ identityLevel: 'verified' })
  const began = clock.now.getTime()
  const levelNow = async () => (await chat('widget.messages', {})).json.identityLevel
  while (clock.now.getTime() + 29 * MINUTE < began + 12 * 60 * MINUTE) {
    pass(29 * MINUTE)
    await say()
    expect(await levelNow()).toBe('verified')
  }
  pass(began + 12 * 60 * MINUTE - clock.now.getTime() - 1_000)
  await say()
  expect(await levelNow()).toBe('verified')
  const [{ id } = { id: '' }] = await look<{ id: string }>(
    `select id from conversation where patient_id = $1 and channel = 'widget'`,
    [patient.patientId],
  )
  expect(await level(id)).toBe('verified')
  pass(2_000)
  expect(await say()).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' })
  expect(await level(id)).not.toBe('verified')
})

test('trust-D57 one contact gets three codes an hour and ten a day, whatever they are for and whoever asks', async () => {
  const patient = await aPatient(product, clinic)
  const contactPointId = await contactOf(patient.patientId)
  const got = () => mails.filter(({ address }) => address === patient.email).length
  const fromDesk = async () => sendCode(await inbox.receive(mailFrom(patient.email)), contactPointId)
  const fromChat = async () => {
    const chat = await aChat()
    const answer = await chat('widget.requestCode', { contact: patient.email, birthDate: patient.birthDate })
    await runJobs()
    return answer
  }
  const fromDoor = async (contact = patient.email) => {
    const answer = await product.call('signIn.requestCode', { contact, organization: clinic.slug })
    await runJobs()
    return { status: answer.status, json: answer.json }
  }
  expect(await fromDesk()).toMatchObject({ status: 200 })
  await fromChat()
  await fromDoor()
  await runJobs()
  expect(got()).toBe(3)

  // Another conversation, another browser and the door of the portal are no way around it, and tell nobody why.
  expect(await fromDesk()).toMatchObject({ code: 'SLOW_DOWN' })
  expect((await fromChat()).json).toEqual({ sent: true })
  expect(await fromDoor()).toEqual(await fromDoor(`nobody-${randomUUID()}@example.org`))
  expect(got()).toBe(3)
  // Nor is somebody who says that it is the own new address; what is answered is the same.
  const somebody = await aPatient(product, clinic)
  const portal = inbox.awake(await patientSignedIn(product, somebody, clinic.slug))
  const asNew = await portal('myProfile.addContactPoint', { system: 'email', value: patient.email, use: 'home' })
  expect(asNew).toMatchObject({ status: 200, json: { minutes: 10 } })
  await runJobs()
  expect(got()).toBe(3)

  for (let hour = 1; hour <= 3; hour++) {
    pass(61 * MINUTE)
    for (let n = 0; n < 3; n++) await fromDesk()
    await runJobs()
  }
  expect(got()).toBe(10)
  pass(61 * MINUTE)
  expect(await fromDesk()).toMatchObject({ code: 'SLOW_DOWN' })
  pass(24 * 60 * MINUTE)
  expect(await fromDesk()).toMatchObject({ status: 200 })
})

test('desk-D10 five wrong codes pause a chat, and the pause sends nothing to anybody', async () => {
  const patient = await aPatient(product, clinic)
  const chat = await aChat()
  await chat('widget.send', { messageId: randomUUID(), text: 'Hello' })
  const guess = () => chat('widget.verifyCode', { code: '123456', birthDate: patient.birthDate })
  for (let tries = 0; tries < 5; tries++) expect(await guess()).toMatchObject({ code: 'WRONG_CODE' })
  expect(await guess()).toMatchObject({ status: 429, code: 'SLOW_DOWN' })
  await runJobs()
  const before = mails.length
  expect((await chat('widget.requestCode', { contact: patient.email, birthDate: patient.birthDate })).json).toEqual({
    sent: true,
  })
  await runJobs()
  expect(mails.length).toBe(before)
})

test('the panel of a conversation of another organization is not there, and a patient or an administrator may not ask', async () => {
  const patient = await aPatient(product, clinic)
  const conversationId = await inbox.receive(mailFrom(patient.email))
  const elsewhere = await anOrganization(product)
  const foreign = anInbox(product, elsewhere).awake(await signedIn(product, await aMember(product, elsewhere, 'nurse')))
  const own = inbox.awake(await patientSignedIn(product, patient, clinic.slug))
  const contactPointId = await contactOf(patient.patientId)
  const calls: [string, object][] = [
    ['identity.get', { conversationId }],
    ['identity.sendCode', { conversationId, contactPointId }],
    ['identity.checkCode', { conversationId, code: '123456', birthDate: patient.birthDate }],
    ['identity.vouch', { conversationId, method: 'document-in-person' }],
    ['identity.end', { conversationId }],
  ]
  for (const [procedure, input] of calls) {
    const answer = await foreign(procedure, input)
    const missing = await foreign(procedure, { ...input, conversationId: randomUUID() })
    expect({ procedure, code: answer.code, length: answer.text.length }).toEqual({
      procedure,
      code: 'NOT_FOUND',
      length: missing.text.length,
    })
    expect(await own(procedure, input)).toMatchObject({ status: 403, code: 'NOT_ALLOWED' })
    // Theirs opens nothing here either.
    const theirs = await anInbox(product, elsewhere).receive(mailFrom('x@elsewhere.example'))
    expect(await desk(procedure, { ...input, conversationId: theirs })).toMatchObject({ code: 'NOT_FOUND' })
  }
  expect(await level(conversationId)).toBe('matched')
})

const WRITERS = ['portal', 'mail', 'new-mail', 'stranger', 'forged', 'text', 'new-text', 'strange-text'] as const
const CALLERS = ['old', 'new', 'strange'] as const

type Step =
  | { do: 'write'; sender: (typeof WRITERS)[number] | 'chat' }
  | { do: 'call'; from: (typeof CALLERS)[number] }
  | { do: 'hang-up' }
  | { do: 'send'; to: 'old' | 'new' }
  | { do: 'check'; code: 'right' | 'wrong'; birthDate: 'right' | 'wrong' }
  | { do: 'vouch'; by: 'document' | 'old-phone' | 'new-phone' }
  | { do: 'end' }
  | { do: 'link'; to: 'patient' | 'other' | 'nobody' }
  | { do: 'change' }
  | { do: 'wait'; minutes: number }

let numbers = 0
const aNumber = () => `+1212555${String(3000 + numbers++)}`

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('write' as const),
    sender: fc.constantFrom(...WRITERS, 'chat'),
  }),
  fc.record({ do: fc.constant('call' as const), from: fc.constantFrom(...CALLERS) }),
  fc.constant({ do: 'hang-up' as const }),
  fc.record({ do: fc.constant('send' as const), to: fc.constantFrom('old', 'new') }),
  fc.record({
    do: fc.constant('check' as const),
    code: fc.constantFrom('right', 'right', 'wrong'),
    birthDate: fc.constantFrom('right', 'right', 'wrong'),
  }),
  fc.record({ do: fc.constant('vouch' as const), by: fc.constantFrom('document', 'old-phone', 'new-phone') }),
  fc.constant({ do: 'end' as const }),
  fc.record({ do: fc.constant('link' as const), to: fc.constantFrom('patient', 'patient', 'other', 'nobody') }),
  fc.constant({ do: 'change' as const }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 11, 31, 61, 25 * 60) }),
) as fc.Arbitrary<Step>

/** Of whom something was proved, by what, about whom, and how long that may count at most. */
type Proof = { sender: string; linked: string | null; method: 'code' | 'check' | 'session'; until: number }

test('trust-D17 whatever happens on any channel, nobody is verified without a code, a session or a documented check of the one who writes or calls', async () => {
  const phone = await aTelephone(product, clinic)
  const sureOn = new Set<string>()
  let doorsTried = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const patient = await aPatient(product, clinic)
      const other = await aPatient(product, clinic)
      const newMail = `new-${randomUUID()}@example.org`
      const phones = { old: aNumber(), new: aNumber(), strange: aNumber() }
      const contacts = {
        old: await contactOf(patient.patientId),
        new: await inbox.contact(patient.patientId, 'email', newMail, 0),
        oldPhone: await inbox.contact(patient.patientId, 'sms', phones.old, 60),
        newPhone: await inbox.contact(patient.patientId, 'sms', phones.new, 0),
      }
      const bornAt = clock.now
      const senders: Record<(typeof WRITERS)[number], Sender> = {
        portal: portalOf(patient.patientId),
        mail: mailFrom(patient.email),
        'new-mail': mailFrom(newMail),
        stranger: mailFrom('stranger@elsewhere.example'),
        forged: mailFrom(patient.email, false),
        text: textFrom(phones.old),
        'new-text': textFrom(phones.new),
        'strange-text': textFrom(phones.strange),
      }
      const chat = await aChat()
      const { conversationId } = (await chat('widget.send', { messageId: randomUUID(), text: 'Hello' })).json
      const link = async (to: string | null) => {
        const { version } = (await desk('conversation.get', { conversationId })).json
        return desk('conversation.linkPatient', { conversationId, version, patientId: to })
      }
      expect(await link(patient.patientId)).toMatchObject({ status: 200 })
      // Who calls about this matter is heard in it, from whichever number.
      for (const number of Object.values(phones)) await promiseToCall(conversationId, number)

      let sender = 'chat'
      let linked: string | null = patient.patientId
      let sent: { code: string; sender: string; linked: string | null; at: number } | undefined
      let proofs: Proof[] = []
      const calls: { name: string; hangUp: () => Promise<void> }[] = []
      const isCall = (name: string) => name.startsWith('call')
      const lasts = () => (sender === 'chat' ? 30 : isCall(sender) ? 60 : 24 * 60)
      const proved = (method: Proof['method']) =>
        proofs.push({ sender, linked, method, until: clock.now.getTime() + lasts() * MINUTE })

      for (const one of steps) {
        // Between two deeds of people some time goes by.
        pass(1_000)
        if (one.do === 'write' && one.sender === 'chat') {
          const answer = await chat('widget.send', { messageId: randomUUID(), text: 'More' })
          if (answer.status === 200) {
            sender = 'chat'
            // A code holds on while the chat goes on.
            for (const proof of proofs)
              if (proof.sender === 'chat' && proof.method === 'code' && proof.until > clock.now.getTime())
                proof.until = clock.now.getTime() + 30 * MINUTE
          } else expect(answer.status).toBe(401)
        } else if (one.do === 'write') {
          sender = one.sender
          await inbox.receive(senders[one.sender as keyof typeof senders], 'More', conversationId)
          if (sender === 'portal') proved('session')
        } else if (one.do === 'call') {
          const call = await phone(phones[one.from])
          await call.press('1')
          await call.speak('Where can I park my car?')
          // A number that may be somebody else's brings nobody into the conversation of a patient.
          const isHeard = linked === null || (linked === patient.patientId && one.from !== 'strange')
          expect((await heardIn(conversationId)) === phones[one.from] || !isHeard).toBe(true)
          if (isHeard) {
            sender = `call ${calls.length} from ${one.from}`
            calls.push({ name: sender, hangUp: call.hangUp })
          } else await call.hangUp()
        } else if (one.do === 'hang-up') {
          await calls.at(-1)?.hangUp()
          // What was proved of a caller ends with a call about the matter; one that is over already ends nothing again.
          if (calls.pop()) proofs = proofs.filter((proof) => !isCall(proof.sender))
        } else if (one.do === 'send') {
          const answer = await sendCode(conversationId, contacts[one.to])
          if (answer.status === 200) {
            expect(one.to === 'old' || clock.now.getTime() - bornAt.getTime() >= 7 * DAY).toBe(true)
            sent = {
              code: codeTo(product, one.to === 'old' ? patient.email : newMail),
              sender,
              linked,
              at: clock.now.getTime(),
            }
          }
        } else if (one.do === 'check') {
          const right = sent?.code ?? '123456'
          const code = one.code === 'right' ? right : wrongCode(right)
          const birthDate = one.birthDate === 'right' ? patient.birthDate : '1970-01-01'
          const answer = await desk('identity.checkCode', { conversationId, code, birthDate })
          if (answer.status === 200) {
            expect(one).toMatchObject({ code: 'right', birthDate: 'right' })
            expect(sent).toMatchObject({ sender, linked })
            expect(clock.now.getTime() - (sent?.at ?? 0)).toBeLessThanOrEqual(10 * MINUTE)
            proved('code')
            sent = undefined
          }
        } else if (one.do === 'vouch') {
          const contactPointId = {
            document: undefined,
            'old-phone': contacts.oldPhone,
            'new-phone': contacts.newPhone,
          }[one.by]
          const method = one.by === 'document' ? 'document-in-person' : 'two-facts-and-call-back'
          const answer = await desk('identity.vouch', { conversationId, method, contactPointId })
          if (answer.status === 200) {
            expect(one.by !== 'new-phone' || clock.now.getTime() - bornAt.getTime() >= 7 * DAY).toBe(true)
            proved('check')
          }
        } else if (one.do === 'end') {
          await desk('identity.end', { conversationId })
          proofs = []
        } else if (one.do === 'link') {
          const to = { patient: patient.patientId, other: other.patientId, nobody: null }[one.to]
          const answer = await link(to)
          if (answer.status === 200 && to !== linked) {
            linked = to
            proofs = []
          }
        } else if (one.do === 'change') {
          const [row] = await look<{ version: number }>('select version from contact_point where id = $1', [
            contacts.old,
          ])
          await desk('patient.changeContactPoint', {
            contactPointId: contacts.old,
            version: row?.version,
            value: `moved-${randomUUID()}@example.org`,
          })
        } else pass(one.minutes * MINUTE)

        const now = await level(conversationId)
        const isSure = now === 'verified' || now === 'verified_for'
        const because = (whose: string) =>
          proofs.filter(
            (proof) => proof.sender === whose && proof.linked === linked && proof.until > clock.now.getTime(),
          )
        if (isSure) sureOn.add(sender.split(' ')[0] ?? '')
        if (isSure) expect(because(sender)).not.toEqual([])
        if (linked === null) expect(isSure).toBe(false)
        const { locked } = (await desk('conversation.get', { conversationId })).json
        expect(locked.length > 0).toBe(!isSure)
        // The browser of the chat is told what its own visitor proved, whoever else wrote or called since.
        const shown = await chat('widget.messages', {})
        if (shown.json.identityLevel === 'verified') expect(because('chat')).not.toEqual([])
        // And the doors of one class of a record are shut below the level, and open at it.
        if (linked !== null) {
          const about = { patientId: linked, conversationId }
          const [door, more] = DOORS_OF_ONE_CLASS[doorsTried++ % DOORS_OF_ONE_CLASS.length] ?? ['', {}]
          const answer = await desk(door, { ...about, ...more })
          expect(answer).toMatchObject(isSure ? { status: 200 } : { status: 403, code: 'IDENTITY_TOO_LOW' })
        }
      }
    }),
    // These are sure to verify, one on each kind of channel.
    {
      numRuns: 14,
      examples: [
        [
          [
            { do: 'write', sender: 'text' },
            { do: 'vouch', by: 'document' },
            { do: 'write', sender: 'portal' },
            { do: 'write', sender: 'chat' },
          ],
        ],
        [
          [
            { do: 'call', from: 'old' },
            { do: 'send', to: 'old' },
            { do: 'check', code: 'right', birthDate: 'right' },
            { do: 'write', sender: 'text' },
            { do: 'call', from: 'strange' },
            { do: 'hang-up' },
          ],
        ],
        [
          [
            { do: 'write', sender: 'mail' },
            { do: 'send', to: 'old' },
            { do: 'check', code: 'right', birthDate: 'right' },
            { do: 'call', from: 'old' },
            { do: 'vouch', by: 'old-phone' },
            { do: 'hang-up' },
            { do: 'call', from: 'old' },
          ],
        ],
        [
          [
            { do: 'vouch', by: 'document' },
            { do: 'write', sender: 'mail' },
            { do: 'wait', minutes: 31 },
          ],
        ],
      ],
    },
  )
  // A property over runs that never verify would prove nothing.
  expect([...sureOn]).toEqual(expect.arrayContaining(['text', 'portal', 'call', 'mail', 'chat']))
}, 120_000)

/** What gives one class of a record while a conversation is answered. */
const DOORS_OF_ONE_CLASS = [
  ['consent.list', {}],
  ['conversation.list', { view: 'all' }],
  ['conversation.list', { view: 'all', search: 'parking' }],
] as const

/** Somebody promised to call this number about the conversation: a call from it is heard there. */
const promiseToCall = (conversationId: string, address: string) =>
  inbox.asSystem((tx) =>
    tx.run(
      `insert into call_back (organization_id, id, conversation_id, address, language, state, place_since, due_at) values ($1, $2, $3, $4, 'en', 'open', $5, $5)`,
      [clinic.organizationId, newId(), conversationId, address, clock.now],
    ),
  )
/** From which number the newest call about the conversation came. */
async function heardIn(conversationId: string): Promise<string | undefined> {
  const [row] = await look<{ address: string }>(
    `select address from call where conversation_id = $1 order by started_at desc, id desc limit 1`,
    [conversationId],
  )
  return row?.address
}

type ChatStep =
  | { do: 'ask'; whose: 'own' | 'other'; birthDate: 'right' | 'wrong' }
  | { do: 'check'; code: 'own' | 'other' | 'wrong'; birthDate: 'right' | 'wrong' }
  | { do: 'say'; who: 'visitor' | 'another' }
  | { do: 'change' }
  | { do: 'wait'; minutes: number }
const chatStep = fc.oneof(
  fc.record({
    do: fc.constant('ask' as const),
    whose: fc.constantFrom('own', 'own', 'other'),
    birthDate: fc.constantFrom('right', 'right', 'wrong'),
  }),
  fc.record({
    do: fc.constant('check' as const),
    code: fc.constantFrom('own', 'own', 'other', 'wrong'),
    birthDate: fc.constantFrom('right', 'right', 'wrong'),
  }),
  fc.record({ do: fc.constant('say' as const), who: fc.constantFrom('visitor', 'another') }),
  fc.constant({ do: 'change' as const }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 11, 31) }),
) as fc.Arbitrary<ChatStep>

test('trust-D17 whatever happens in a chat, its visitor is verified by the code he asked for alone, and another visitor never by it', async () => {
  let verifiedSeen = 0
  await fc.assert(
    fc.asyncProperty(fc.array(chatStep, { minLength: 4, maxLength: 12 }), async (steps) => {
      const [patient, other] = [await aPatient(product, clinic), await aPatient(product, clinic)]
      const [chat, another] = [await aChat(), await aChat()]
      for (const each of [chat, another]) await each('widget.send', { messageId: randomUUID(), text: 'Hello' })
      /** The codes that went out for this chat, by whose address; the newest counts, for ten minutes. */
      let sent: { to: 'own' | 'other'; code: string; at: number } | undefined
      let isVerified = false
      let spokeAt = clock.now.getTime()

      for (const one of steps) {
        if (one.do === 'ask') {
          const { email } = one.whose === 'own' ? patient : other
          const before = mails.length
          const birthDate = one.birthDate === 'right' ? patient.birthDate : '1970-01-01'
          await chat('widget.requestCode', { contact: email, birthDate })
          await runJobs()
          // The old address is told of a change, too.
          const bodies = mails.slice(before).flatMap(({ address, body }) => (address === email ? [body] : []))
          const [code] = bodies.flatMap((body) => /\b\d{6}\b/.exec(body) ?? [])
          if (code) sent = { to: one.whose, code, at: clock.now.getTime() }
        } else if (one.do === 'check') {
          const right = sent?.code ?? '123456'
          const code = sent && sent.to === one.code ? right : wrongCode(right)
          const birthDate = one.birthDate === 'right' ? patient.birthDate : '1970-01-01'
          const answer = await chat('widget.verifyCode', { code, birthDate })
          if (answer.status === 200) {
            expect(one.birthDate).toBe('right')
            expect(sent?.to).toBe(one.code)
            expect(clock.now.getTime() - (sent?.at ?? 0)).toBeLessThanOrEqual(10 * MINUTE)
            isVerified = true
            spokeAt = clock.now.getTime()
            sent = undefined
          }
        } else if (one.do === 'say') {
          const answer = await (one.who === 'visitor' ? chat : another)('widget.send', {
            messageId: randomUUID(),
            text: 'And?',
          })
          if (one.who === 'visitor' && answer.status === 200) {
            if (clock.now.getTime() - spokeAt > 30 * MINUTE) isVerified = false
            spokeAt = clock.now.getTime()
          }
        } else if (one.do === 'change') {
          const contactPointId = await contactOf(patient.patientId)
          const [row] = await look<{ version: number }>('select version from contact_point where id = $1', [
            contactPointId,
          ])
          await desk('patient.changeContactPoint', {
            contactPointId,
            version: row?.version,
            value: `moved-${randomUUID()}@example.org`,
          })
        } else pass(one.minutes * MINUTE)

        const levelOf = async (whose: typeof chat) => (await whose('widget.messages', {})).json.identityLevel
        const isSure = (await levelOf(chat)) === 'verified'
        if (isSure) verifiedSeen += 1
        if (isSure) expect(isVerified && clock.now.getTime() - spokeAt <= 30 * MINUTE).toBe(true)
        expect(await levelOf(another)).not.toBe('verified')
      }
    }),
    {
      numRuns: 20,
      examples: [
        [
          [
            { do: 'ask', whose: 'own', birthDate: 'right' },
            { do: 'check', code: 'own', birthDate: 'right' },
            { do: 'say', who: 'another' },
          ],
        ],
      ],
    },
  )
  expect(verifiedSeen).toBeGreaterThan(0)
}, 60_000)

async function aChat() {
  const accountId = randomUUID()
  await inbox.asSystem((tx) =>
    tx.run(
      `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'widget', 'Chat', $3)`,
      [clinic.organizationId, accountId, accountId],
    ),
  )
  const widgetKey = `${clinic.organizationId.replaceAll('-', '')}.${accountId}`
  const { visitor } = (await product.call('widget.open', { widgetKey })).json
  const headers = { 'x-visitor': `${visitor.id}:${visitor.secret}` }
  const call = (procedure: string, input: unknown) => product.call(procedure, input, { headers })
  /** The socket of the browser, and what it is told of who is there. */
  const screen = async () => {
    const socket = new WebSocket(`${product.url.replace('http', 'ws')}/realtime?visitor`, { headers: { origin: PUBLIC_URL } }) // prettier-ignore
    const told: string[] = []
    socket.on('message', (data) => String(data).includes('"presence"') && told.push(String(data)))
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    socket.send(JSON.stringify({ type: 'visitor', ...visitor }))
    await expect.poll(() => product.hub.sockets()).toBeGreaterThan(0)
    return { socket, told }
  }
  return Object.assign(call, { screen, get: (path: string) => product.send('GET', path, undefined, { headers }) })
}
