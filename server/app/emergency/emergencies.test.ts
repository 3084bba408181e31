/** An emergency while the database does not answer: what its writer reads, who is told, and that it is stored once when it is back. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { call as callProcedure } from '@orpc/server'
import nodemailer from 'nodemailer'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { VISITOR_HEADER } from '#contract/widget.ts'
import { emergencyText } from '#engines/crisis/resources.ts'
import { SERVED_LANGUAGES } from '#engines/language/language.ts'
import { carrierSignature } from '#engines/sms/carrier-signature.ts'
import { understand } from '#engines/understanding/understand.ts'
import type { OutgoingMail } from '#server/channels/email/local-outbox.ts'
import { openMailIn, type MailIn } from '#server/channels/email/mail-in.ts'
import { openMailWebhook } from '#server/channels/email/mail-webhook.ts'
import { sign } from '#server/channels/email/webhook-signature.ts'
import { endpointOf } from '#server/channels/hook-endpoint.ts'
import { addNumber } from '#server/channels/sms/own-number.ts'
import { receiveSms } from '#server/channels/sms/receive-sms.ts'
import { addLine } from '#server/channels/voice/own-line.ts'
import { openSession, readSessionToken, sessionTokenOf } from '#server/modules/identity/index.ts'
import type { DeskDeps } from '#server/modules/desk/index.ts'
import { readConfig } from '#server/platform/config.ts'
import { systemContext } from '#server/platform/context.ts'
import { openDatabase } from '#server/platform/database.ts'
import { openFileCheck } from '#server/platform/file-check.ts'
import { newId } from '#server/platform/id.ts'
import { prepareJobs } from '#server/platform/jobs.ts'
import { silentLog } from '#server/platform/log.ts'
import { openKeys } from '#server/platform/seal.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { openDatabaseLine } from '../a-database-line.ts'
import { anOrganization, aPatient } from '../a-product.ts'
import { appOn, NO_LIMITS, OUR_ORIGIN } from '../test-app.ts'
import { buildRouter } from '../router.ts'
import { openEmergencies, type EmergencyDeps } from './emergencies.ts'
import type { SmsDoor } from '../sms-webhook.ts'
import { keeperOfPushed } from './keep-pushed.ts'
import { keepProof } from './hand.ts'
import { takingIn } from './take-in.ts'

/** One of each served language; its text must come in the same. */
const EMERGENCIES = {
  en: 'I have crushing chest pain and cannot breathe',
  es: 'Me duele mucho el pecho y no puedo respirar',
  zh: '我胸口很痛，喘不过气',
  vi: 'Tôi đau ngực, khó thở',
  tl: 'Masakit ang dibdib ko at hindi ako makahinga',
  ko: '가슴이 아프고 숨을 쉴 수 없어요',
  ar: 'عندي ألم في الصدر ولا أستطيع التنفس',
  ru: 'Сильная боль в груди, не могу дышать',
  ht: 'Mwen gen doulè nan pwatrin e mwen pa ka respire',
  pt: 'Estou com dor no peito e não consigo respirar',
  fr: "J'ai mal à la poitrine et je ne peux pas respirer",
  de: 'Ich habe starke Brustschmerzen und bekomme keine Luft',
  pl: 'Mam silny ból w klatce piersiowej i nie mogę oddychać',
  it: 'Ho un forte dolore al petto e non riesco a respirare',
  hi: 'मेरे सीने में बहुत दर्द है और मैं सांस नहीं ले पा रहा हूं',
  fa: 'درد شدید قفسه سینه دارم و نمی‌توانم نفس بکشم',
} satisfies Record<(typeof SERVED_LANGUAGES)[number], string>

const held = await testDatabase({ poolSize: 8 })
await prepareJobs(held.connections.owner, 'bedside_app')
const { database, look } = held
const line = await openDatabaseLine(held.connections.app)
const overLine = openDatabase({ ...held.connections.app, host: '127.0.0.1', port: line.port }, 8)
const clock = { now: new Date('2026-03-02T12:00:00Z') }
const keys = openKeys(randomBytes(32))
const folder = await mkdtemp(join(tmpdir(), 'bedside-emergencies-'))
const spoolFolder = join(folder, 'emergency-spool')
const mails: OutgoingMail[] = []
let doesMailLeave = true

const open = (over: Partial<EmergencyDeps> = {}) =>
  openEmergencies({
    dataFolder: folder,
    keys,
    log: silentLog,
    now: () => clock.now,
    contacts: [{ slug: null, address: 'duty@clinic.example' }],
    publicUrl: OUR_ORIGIN,
    gapMs: 0,
    sendMail: async (mail) => {
      if (!doesMailLeave) return { state: 'failed', cause: 'no-connection', canRetry: true }
      mails.push(mail)
      return { state: 'handed_over' }
    },
    ...over,
  })

const emergencies = open()
const checkFile = openFileCheck(null).check
const takeMail: MailIn['receive'] = (mailbox, handed) => mailIn.receive(mailbox, handed)
const takeSms: SmsDoor['receiveSms'] = (number, fields) =>
  receiveSms({ services, checkFile, outbound: { local: [] } }, number, fields)
const { app, services, router } = await appOn(held, {
  door: () => overLine,
  keys,
  now: () => clock.now,
  rates: NO_LIMITS,
  options: { emergencies, receiveMail: takeMail, receiveSms: takeSms },
})
const doors = { router, receiveMail: takeMail, receiveSms: takeSms }
const mailIn = await openMailIn(services, {
  smtp: { host: '127.0.0.1', port: 0, tls: null },
  imap: [],
  outbound: { local: [] },
  checkFile,
  whileAway: keeperOfPushed(services, emergencies).smtp,
})
const clinic = await anOrganization({ database })
const other = await anOrganization({ database })

let patient: Person
let neighbour: Person
let stranger: Person
let visitor = ''
const hooks = new Map<string, string>()
const mailboxId = newId()
let mailSecret = Buffer.alloc(0)
const MAILBOX = `care@clinic-${randomUUID().slice(0, 8)}.example`
const CARRIER = { carrierAccount: 'AC1', secret: 'the-secret-of-a-carrier', apiUrl: 'http://127.0.0.1:9' }
beforeAll(async () => {
  for (const { organizationId } of [clinic, other])
    await database.transaction(systemContext(organizationId, newId(), 'test'), async (tx) => {
      for (const kind of ['service', 'clinical'])
        await tx.run(`insert into queue (organization_id, id, name, kind) values ($1, $2, $3, $3)`, [
          organizationId,
          newId(),
          kind,
        ])
    })
  patient = await aPerson(clinic)
  neighbour = await aPerson(clinic)
  stranger = await aPerson(other)
  const widgetId = newId()
  await database.transaction(systemContext(clinic.organizationId, newId(), 'test'), async (tx) => {
    await tx.run(
      `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'widget', 'Chat', $2::uuid::text)`,
      [clinic.organizationId, widgetId],
    )
    await tx.run(
      `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'email', 'Care', $3)`,
      [clinic.organizationId, mailboxId, MAILBOX],
    )
    const number = { ...CARRIER, name: 'Desk', address: '+12025550100' }
    await addNumber(tx, keys, number, clock.now)
    await addLine(tx, keys, { ...number, deskNumber: null, callsAtOnce: 1, isTranscribed: true }, clock.now)
    mailSecret = Buffer.from(((await openMailWebhook(tx, keys, mailboxId, clock.now)) ?? '').slice(6), 'base64')
  })
  const endpoints = await look<{ channel: string; id: string }>(
    `select channel, id from channel_account where organization_id = $1 union all select 'push', id from mail_webhook where organization_id = $1`,
    [clinic.organizationId],
  )
  for (const { channel, id } of endpoints) hooks.set(channel, endpointOf(clinic.organizationId, id))
  const opened = await call('widget/open', {
    widgetKey: `${clinic.organizationId.replaceAll('-', '')}.${widgetId}`,
  })
  visitor = `${opened.json.visitor.id}:${opened.json.visitor.secret}`
  await emergencies.begin(takingIn(services, doors))
})
afterEach(async () => {
  await line.set('open')
  await emergencies.drain()
  doesMailLeave = true
  mails.length = 0
})
afterAll(async () => {
  emergencies.stop()
  await mailIn.stop()
  await overLine.close()
  await line.stop()
  await rm(folder, { recursive: true, force: true })
})

test('trust-D64, desk-D3 with the database gone each served language is told what to do, the duty contact within seconds, and all is stored once', async () => {
  await line.set('refuse')
  const written = Object.entries(EMERGENCIES).map(([language, text]) => ({ language, text, messageId: newId() }))
  const answers = await Promise.all(written.map(({ text, messageId }) => write(patient, { text, messageId })))
  for (const [n, { language, text }] of written.entries()) {
    const { status, code, emergency } = answers[n]!
    expect([language, status, code]).toEqual([language, 503, 'UNAVAILABLE'])
    const kinds = understand({ text }).crisis.kinds
    expect(emergency?.text, language).toBe(emergencyText({ language, country: 'US', kinds }))
    expect(emergency?.numbers[0]?.value, language).toBe('911')
  }
  await emergencies.tell()
  const said = mails.map(({ to, subject, text }) => `${to} ${subject} ${text}`).join('\n')
  expect(mails[0]?.to).toBe('duty@clinic.example')
  expect(said).toContain('Harbor Clinic')
  expect(said.match(/Monday, March 2, 2026 at 7:00:00 AM EST, portal/g)).toHaveLength(written.length)
  for (const { text } of written) expect(said).not.toContain(text.slice(0, 12))
  expect(said).not.toContain('Rivera')
  expect(await emergencies.stateOf(clinic.organizationId)).toMatchObject({ hasContact: true, waiting: written.length })

  // Nobody else can read it, and nobody without the key.
  for (const name of await readdir(spoolFolder)) {
    const path = join(spoolFolder, name)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readFile(path, 'latin1')).not.toMatch(/chest|pecho|session/)
  }
  expect((await stat(spoolFolder)).mode & 0o777).toBe(0o700)

  // Back: taken in while the devices of the writers try again.
  clock.now = new Date(clock.now.getTime() + 120_000)
  await line.set('open')
  const again = written.slice(0, 3)
  const [, retried] = await Promise.all([
    emergencies.drain(),
    Promise.all(again.map(({ text, messageId }) => write(patient, { text, messageId }))),
  ])
  expect(retried.map(({ status }) => status)).toEqual([200, 200, 200])
  await emergencies.drain()
  const stored = await look<{ id: string; urgency: string; heard: Date | null; author: string }>(
    `select id, urgency, claimed_at as heard, author_id as author from message where organization_id = $1 and direction = 'in'`,
    [clinic.organizationId],
  )
  expect(stored.map(({ id }) => id).toSorted()).toEqual(written.map(({ messageId }) => messageId).toSorted())
  expect(new Set(stored.map(({ author }) => author))).toEqual(new Set([patient.patientId]))
  expect(new Set(stored.map(({ urgency }) => urgency))).toEqual(new Set(['stat']))
  expect(await alertsOf(clinic)).toBeGreaterThan(0)
  // The desk sees when it was written; of the three that the devices sent again at the same moment it may be that of the return.
  const late = stored.filter(({ heard }) => heard?.getTime() === clock.now.getTime() - 120_000)
  expect(late.length).toBeGreaterThanOrEqual(written.length - again.length)
  expect(await readdir(spoolFolder)).toEqual([])
  expect(await emergencies.stateOf(clinic.organizationId)).toMatchObject({ waiting: 0, since: null })
  // One more try of a device that never heard the answer.
  expect((await write(patient, written[0]!)).status).toBe(200)
  expect(await messagesOf(clinic)).toBe(written.length)
})

test('trust-D64 in the chat too; what is no emergency gets the ordinary answer and is not kept', async () => {
  await line.set('refuse')
  const messageId = newId()
  const inChat = () => call('widget/send', { messageId, text: EMERGENCIES.es }, { [VISITOR_HEADER]: visitor })
  expect(await inChat()).toMatchObject({ status: 503, emergency: { text: expect.stringContaining('911') } })
  // The chat tries again while the database is away: one entry, one mail.
  await emergencies.tell()
  await inChat()
  await emergencies.tell()
  expect(mails.map(({ text }) => text)).toEqual([expect.stringContaining('chat on the web site')])
  expect(await sealed()).toHaveLength(1)

  // A chat that was never opened names nobody: told what to do, and that is all.
  const nobody = await call('widget/send', { messageId: newId(), text: EMERGENCIES.en })
  expect(nobody).toMatchObject({ status: 401, emergency: { text: expect.any(String) } })
  for (const text of ['Thank you, see you on Friday.', 'Can I come an hour later?']) {
    const plain = await write(patient, { text })
    expect([plain.status, plain.json.data.detail]).toEqual([503, undefined])
  }
  expect(await sealed()).toHaveLength(1)
  expect(mails).toHaveLength(1)

  await line.set('open')
  const [taken] = await Promise.all([emergencies.drain(), inChat()])
  expect(taken).toBe(1)
  expect(await conversationsWith(messageId)).toMatchObject([{ channel: 'widget', urgency: 'stat' }])
})

test('trust-D64 what carriers, mail servers and providers push is read, told, and refused as ever; it comes in once, also when they come again', async () => {
  const callId = `CA${randomUUID().replaceAll('-', '')}`
  const text = { MessageSid: `SM${newId().replaceAll('-', '')}`, From: '+12025550123', Body: EMERGENCIES.es }
  const said = { CallSid: callId, From: '+12025550124', SpeechResult: EMERGENCIES.en, CallStatus: 'in-progress' }
  const mail = (id: string) =>
    `From: Pat <pat@example.org>\r\nTo: ${MAILBOX}\r\nMessage-ID: <${id}@example.org>\r\nSubject: Help\r\nDate: ${clock.now.toUTCString()}\r\n\r\n${EMERGENCIES.en}\r\n`
  const [byServer, byProvider] = [mail(newId()), mail(newId())]
  await pushForm(`voice/${hooks.get('voice')}`, { ...said, SpeechResult: '' })
  const pushAll = async () => [
    (await pushForm(`sms/${hooks.get('sms')}`, text)).statusCode,
    (await pushForm(`voice/${hooks.get('voice')}/step?turn=1&country=US&language=en`, said)).body.includes('<Record'),
    (await pushMail(byProvider)).statusCode,
    await sendMail(byServer),
  ]
  await line.set('refuse')
  expect(await pushAll()).toEqual([503, true, 503, 451])
  expect(await pushForm(`sms/${hooks.get('sms')}`, { ...text, MessageSid: 'SM2' }, 'not the secret')).toMatchObject({
    statusCode: 503,
  })
  expect(await pushForm(`sms/${hooks.get('sms')}`, { ...text, Body: 'See you on Friday' })).toMatchObject({
    statusCode: 503,
  })
  await emergencies.tell()
  expect(await sealed()).toHaveLength(4)
  const told = mails.map((one) => one.text).join('\n')
  for (const channel of ['text message', 'call', 'e-mail']) expect(told).toContain(`, ${channel} (`)
  expect(told).not.toMatch(/pecho|chest|2025550123|example\.org/)

  const before = await messagesOf(clinic)
  await line.set('open')
  expect(await emergencies.drain()).toBe(4)
  expect(await messagesOf(clinic)).toBe(before + 4)
  const again = await pushAll()
  expect([again[0], again[2], again[3]]).toEqual([200, 200, 250])
  expect(await messagesOf(clinic)).toBe(before + 4)
  expect(await sealed()).toEqual([])
})

test('trust-D64 nobody reaches another’s: what its writer may not do then is set aside with its cause, in the organization it named', async () => {
  const before = [await messagesOf(clinic), await messagesOf(other)]
  const { json } = await write(neighbour, { text: 'A question about my visit' })
  const plan = [
    { who: neighbour, text: EMERGENCIES.en, cause: null },
    { who: stranger, text: EMERGENCIES.en, cause: null },
    { who: patient, text: EMERGENCIES.fr, conversationId: json.conversationId, cause: 'conversation-gone' },
    { who: forged(clinic), text: EMERGENCIES.pt, cause: 'session-over' },
    { who: forged({ organizationId: newId() }), text: EMERGENCIES.ru, cause: 'not-kept' },
  ]
  await line.set('refuse')
  for (const { who, cause: _, ...message } of plan)
    expect(await write(who, message)).toMatchObject({ status: 503, emergency: { text: expect.any(String) } })
  expect(await sealed()).toHaveLength(4)
  expect((await emergencies.stateOf(other.organizationId)).waiting).toBe(1)
  await emergencies.tell()
  mails.length = 0
  await line.set('open')
  expect(await emergencies.drain()).toBe(4)

  expect([await messagesOf(clinic), await messagesOf(other)]).toEqual([before[0]! + 2, before[1]! + 1])
  const aside = await look(
    `select a.organization_id as organization, a.cause, convert_from(r.bytes, 'UTF8') as words from set_aside a
       join raw_message r on r.organization_id = a.organization_id and r.id = a.raw_id order by a.cause`,
  )
  expect(aside).toEqual([
    { organization: clinic.organizationId, cause: 'conversation-gone', words: EMERGENCIES.fr },
    { organization: clinic.organizationId, cause: 'session-over', words: EMERGENCIES.pt },
  ])
  // Who set out to be helped is not at the desk: the duty contact is told where to look.
  expect(mails.map(({ text }) => text)).toEqual(Array(2).fill(expect.stringContaining('"Set aside"')))
  expect(await sealed()).toEqual([])
})

test('desk-D6 a replay stores what was set aside in the name of whoever it was accepted from, once; of nobody it stores nothing', async () => {
  const taking = takingIn(services, doors)
  const leaver = await aPerson(clinic)
  const { json: others } = await write(neighbour, { text: 'A question about my visit' })
  await line.set('refuse')
  await write(leaver, { text: EMERGENCIES.en, messageId: newId() })
  await write(patient, { text: EMERGENCIES.fr, conversationId: others.conversationId })
  await write(forged(clinic), { text: EMERGENCIES.pt })
  await line.set('open')
  const acceptedAt = clock.now
  clock.now = new Date(acceptedAt.getTime() + 60_000)
  // Signed out at another device, before the message could be taken in.
  await endedAt(leaver, clock.now)
  await emergencies.drain()

  type Aside = { cause: string; raw: Buffer; accepted: Record<string, unknown> }
  const asides = await look<Aside>(
    `select a.cause, r.bytes as raw, a.accepted from set_aside a
       join raw_message r on r.organization_id = a.organization_id and r.id = a.raw_id
      where a.organization_id = $1 and a.received_at >= $2`,
    [clinic.organizationId, clock.now],
  )
  const of = (words: string) => asides.find(({ raw }) => raw.toString() === words)!
  expect([of(EMERGENCIES.en), of(EMERGENCIES.fr), of(EMERGENCIES.pt)].map(({ cause }) => cause)).toEqual(
    ['session-over', 'conversation-gone', 'session-over'], // prettier-ignore
  )
  expect(JSON.stringify(asides.map(({ accepted }) => accepted))).not.toMatch(/chest|poitrine|peito/)
  const replay = ({ raw, accepted }: Aside) => taking.replay(raw, accepted)

  const first = await replay(of(EMERGENCIES.en))
  expect(first).toEqual({ conversationId: expect.any(String), cause: null })
  expect(await replay(of(EMERGENCIES.en))).toEqual(first)
  const stored = await look(
    `select text, author_id as author, claimed_at as heard from message where organization_id = $1 and conversation_id = $2 and direction = 'in'`,
    [clinic.organizationId, first.conversationId],
  )
  expect(stored).toEqual([{ text: EMERGENCIES.en, author: leaver.patientId, heard: acceptedAt }])

  const begun = await replay(of(EMERGENCIES.fr))
  expect(begun.cause).toBeNull()
  expect(begun.conversationId).not.toBe(others.conversationId)
  const none = { conversationId: null, cause: 'session-over' }
  expect(await replay(of(EMERGENCIES.pt))).toEqual(none)
  expect(await taking.replay(of(EMERGENCIES.en).raw, null)).toEqual(none)
  // A session that was over when the words came was nobody's then.
  await endedAt(leaver, new Date(acceptedAt.getTime() - 1_000))
  expect(await replay(of(EMERGENCIES.en))).toEqual(none)
})

const endedAt = ({ cookie, organizationId }: Person, at: Date) =>
  look(`update session set ended_at = $3, end_reason = 'signed-out' where organization_id = $1 and token_hash = $2`, [
    organizationId,
    readSessionToken(sessionTokenOf(cookie))?.tokenHash,
    at,
  ])

test('trust-D64 killed between keeping and telling, the next start tells without the database and takes in with it', async () => {
  await line.set('refuse')
  const messageId = newId()
  const killed = open({ sendMail: () => new Promise(() => undefined) })
  await killed.places.read(database)
  await killed.keep(clinic.organizationId, keptFrom(patient, messageId))
  killed.stop()

  const next = open()
  await next.tell()
  expect(mails).toMatchObject([{ to: 'duty@clinic.example', subject: 'Urgent: Harbor Clinic needs you now' }])
  // Told once, also by the process after it.
  next.stop()
  const last = open()
  await last.tell()
  expect(mails).toHaveLength(1)
  await line.set('open')
  await last.begin(takingIn(services, doors))
  last.stop()
  expect(await conversationsWith(messageId)).toHaveLength(1)
  expect(await readdir(spoolFolder)).toEqual([])
})

test('trust-D64 a full spool refuses nobody its text, and tells that more came; a mail server that fails is tried again', async () => {
  const small = open({ dataFolder: join(folder, 'small'), limits: { entries: 1, bytes: 100_000, entryBytes: 2_000 } })
  await small.places.read(database)
  doesMailLeave = false
  await small.keep(clinic.organizationId, keptFrom(patient, newId()))
  await small.keep(clinic.organizationId, keptFrom(patient, newId()))
  await small.keep(clinic.organizationId, keptFrom(neighbour, newId()))
  // Whoever sends too many is answered, and neither kept nor told.
  await small.keep(clinic.organizationId, { ...keptFrom(neighbour, newId()), admits: () => false })
  await small.tell()
  expect(mails).toEqual([])
  doesMailLeave = true
  await small.tell()
  small.stop()
  expect(await readdir(join(folder, 'small', 'emergency-spool'))).toHaveLength(2)
  expect(mails.map(({ text }) => text)).toEqual([expect.stringContaining('2 more could not be kept here')])
  expect(mails[0]?.text).toContain('3 messages came that may be emergencies')
})

test('trust-D64 an entry that somebody changed is not taken in, and holds no other up; another organization has its own contact', async () => {
  const contacts = [
    { slug: null, address: 'duty@clinic.example' },
    { slug: other.slug, address: 'duty@other.example' },
  ]
  const own = open({ dataFolder: join(folder, 'changed'), contacts })
  await own.places.read(database)
  const messageId = newId()
  await own.keep(clinic.organizationId, keptFrom(patient, newId()))
  const place = join(folder, 'changed', 'emergency-spool')
  await own.tell()
  const [path = ''] = (await readdir(place)).filter((name) => name.endsWith('.sealed')).map((name) => join(place, name))
  const bytes = await readFile(path)
  bytes[bytes.length - 1]! ^= 1
  await writeFile(path, bytes)
  await own.keep(other.organizationId, keptFrom(stranger, messageId))
  await own.tell()
  await own.begin(takingIn(services, doors))
  own.stop()
  expect(await conversationsWith(messageId)).toHaveLength(1)
  expect((await readdir(place)).map((name) => name.split('.').at(-1))).toEqual(['damaged'])
  expect(mails.map(({ to }) => to)).toEqual(['duty@clinic.example', 'duty@other.example'])
})

test('trust-D75 the status screen tells of what waits, and of nobody to be told', async () => {
  const causes = async (unstored: DeskDeps['unstored'], unknownMailboxes = async () => 0) => {
    const { desk } = buildRouter({
      replay: async () => ({ conversationId: null, cause: null }),
      unstored,
      unknownMailboxes,
    })
    const context = { ...services, context: systemContext(clinic.organizationId, newId(), 'desk.status') }
    const { alarms } = await callProcedure(desk.status, undefined, { context: context as never })
    return alarms.map(({ cause, count: waiting }) => [cause, waiting])
  }
  const none = open({
    dataFolder: join(folder, 'none'),
    contacts: [{ slug: other.slug, address: 'duty@other.example' }],
  })
  await none.places.read(database)
  expect(await causes(emergencies.stateOf)).toEqual([])
  expect(await causes(none.stateOf)).toEqual([['no-duty-contact', 1]])
  expect(await causes(emergencies.stateOf, async () => 2), 'and of mailboxes that nobody has').toEqual([
    ['mailbox-unknown', 2],
  ])
  await none.keep(clinic.organizationId, keptFrom(patient, newId()))
  expect(await causes(none.stateOf)).toEqual([
    ['emergency-unstored', 1],
    ['no-duty-contact', 1],
  ])
  none.stop()
  expect(mails).toEqual([])
  // Held for a colleague who does not look is late like what nobody took.
  for (const [state, minutes] of [
    ['open', 20],
    ['assigned', 20],
    ['assigned', 10],
    ['dismissed', 20],
  ] as const)
    await look(
      `insert into set_aside (organization_id, id, source, external_id, cause, state, received_at) values ($1, $2::uuid, 'email:desk', $2::text, 'written-by-staff', $3, $4)`,
      [clinic.organizationId, newId(), state, new Date(clock.now.getTime() - minutes * 60_000)],
    )
  expect(await causes(emergencies.stateOf)).toEqual([['set-aside-late', 2]])
  await look(`delete from set_aside where organization_id = $1`, [clinic.organizationId])

  expect(readConfig({ DUTY_CONTACT: 'duty@clinic.example, north=nurse@north.example' }).dutyContacts).toEqual([
    { slug: null, address: 'duty@clinic.example' },
    { slug: 'north', address: 'nurse@north.example' },
  ])
  expect(() => readConfig({ DUTY_CONTACT: 'the nurse' })).toThrow('DUTY_CONTACT: the nurse is no mail address')
})

type Person = { organizationId: string; patientId: string; cookie: string }

async function aPerson({ organizationId }: { organizationId: string }): Promise<Person> {
  const { patientId } = await aPatient({ database, clock }, { organizationId })
  const accountId = randomUUID()
  const cookie = await database.transaction(systemContext(organizationId, newId(), 'test'), async (tx) => {
    await tx.run(`insert into auth.account (id, kind, created_at) values ($1, 'patient', $2)`, [accountId, clock.now])
    await tx.run(`insert into portal_account (organization_id, account_id, patient_id) values ($1, $2, $3)`, [
      organizationId,
      accountId,
      patientId,
    ])
    const device = { browser: 'other', system: 'other', isSecure: false } as const
    const { token } = await openSession(tx, {
      accountId,
      staffId: null,
      level: 'full',
      method: 'code',
      device,
      now: clock.now,
    })
    return `bedside-plain=${token}`
  })
  return { organizationId, patientId, cookie }
}

/** Well formed, of nobody. */
const forged = ({ organizationId }: { organizationId: string }) => ({
  cookie: `bedside-plain=${organizationId.replaceAll('-', '')}.${randomBytes(32).toString('base64url')}`,
})

/** What the door makes of an emergency of this person. */
function keptFrom({ organizationId, cookie }: Person, messageId: string) {
  const token = readSessionToken(sessionTokenOf(cookie))
  const proof = keepProof({ by: 'session', token })
  if (!proof) throw new Error('no session')
  const input = { messageId, text: EMERGENCIES.en }
  return {
    key: [organizationId, messageId],
    admits: () => true,
    at: clock.now,
    channel: 'portal' as const,
    hand: {
      by: 'procedure' as const,
      path: 'myConversation.send',
      proof,
      requestId: newId(),
      sourceAddress: null,
      input,
    },
  }
}

function pushForm(path: string, form: Record<string, string>, secret = CARRIER.secret) {
  const url = `/hooks/${path}`
  return app.inject({
    method: 'POST',
    url,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': carrierSignature(secret, `${OUR_ORIGIN}${url}`, Object.entries(form)),
    },
    payload: new URLSearchParams(form).toString(),
  })
}

function pushMail(raw: string) {
  const [id, timestamp] = [newId(), String(Math.floor(clock.now.getTime() / 1_000))]
  const signature = sign(mailSecret, id, timestamp, Buffer.from(raw)).toString('base64')
  return app.inject({
    method: 'POST',
    url: `/hooks/email/${hooks.get('push')}`,
    headers: {
      'content-type': 'message/rfc822',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
    payload: raw,
  })
}

/** @returns what the server says last. */
const sendMail = async (raw: string): Promise<number> => {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: mailIn.port ?? 0, ignoreTLS: true })
  const sent = transport.sendMail({ envelope: { from: 'pat@example.org', to: [MAILBOX] }, raw })
  return sent.then(
    () => 250,
    (error: { responseCode?: number }) => error.responseCode ?? 0,
  )
}

type Writing = { text: string; messageId?: string; conversationId?: string }
const write = ({ cookie }: { cookie: string }, message: Writing) =>
  call('myConversation/send', { messageId: newId(), ...message }, { cookie })

async function call(procedure: string, input: object, headers: Record<string, string> = {}) {
  const answer = await app.inject({
    method: 'POST',
    url: `/rpc/${procedure}`,
    headers: { origin: OUR_ORIGIN, 'content-type': 'application/json', ...headers },
    payload: JSON.stringify({ json: input }),
  })
  const { json } = answer.json() as { json: any } // eslint-disable-line typescript/no-explicit-any -- of every shape
  type Help = { text: string; numbers: { value: string }[] }
  return {
    status: answer.statusCode,
    json,
    code: json?.code as string | undefined,
    emergency: json?.data?.detail?.emergency as Help | undefined,
  }
}

const count = async (text: string, values: unknown[]): Promise<number> =>
  Number((await look<{ count: string }>(`select count(*) from ${text}`, values))[0]?.count)
const messagesOf = ({ organizationId }: { organizationId: string }): Promise<number> =>
  count(`message where organization_id = $1 and direction = 'in'`, [organizationId])
const alertsOf = ({ organizationId }: { organizationId: string }): Promise<number> =>
  count(`safety_alert where organization_id = $1`, [organizationId])
const conversationsWith = (messageId: string) =>
  look(
    `select c.channel, c.urgency from conversation c join message m on m.organization_id = c.organization_id and m.conversation_id = c.id where m.id = $1`,
    [messageId],
  )
const sealed = async (): Promise<string[]> => (await readdir(spoolFolder)).filter((name) => name.endsWith('.sealed'))
