import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, aMail, asStaff, asSystem } from './a-clinic.ts'
import { aDesk } from './a-desk.ts'
import { insertUpload } from './attachments.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const desk = aDesk(database, clinic)
const agent = desk.as(clinic.agentId)
const nurse = desk.as(clinic.nurseId, 'nurse')

const A_FILE = {
  type: 'application/pdf',
  size: 4,
  sha256: Buffer.alloc(32),
  verdict: 'clean',
  reason: null,
  storageKey: 'k',
} as const

const find = async (search: string, who = agent, over: object = {}) =>
  (await who.conversation.list({ view: 'all', search, ...over })).items
const idsOf = async (search: string, who = agent) => (await find(search, who)).map(({ id }) => id)

test('desk-D70 words and phrases of messages and subjects, without regard to accents and capitals, with the hit marked', async () => {
  const { conversationId } = await desk.receive('El próximo análisis de sangre es el lunes', { subject: 'Laboratorio' })
  await desk.receive('La sangre del análisis')
  for (const search of ['PROXIMO', 'próximo', 'laboratorio', '"analisis de sangre"', 'prox lun'])
    expect(await idsOf(search), search).toEqual([conversationId])
  expect(await idsOf('"sangre de analisis"')).toEqual([])
  const [row] = await find('"analisis de sangre"')
  expect(row?.found?.marks.map(([from, to]) => row.found?.words.slice(from, to))).toEqual(['análisis de sangre'])
})

test('desk-D70 names of files, numbers of conversations, and people: by name, address, telephone and record number', async () => {
  const { conversationId, seq } = await desk.receive('Here it is')
  const file = await database.transaction(asStaff(clinic, clinic.agentId), (tx) =>
    insertUpload(tx, { ...A_FILE, name: 'Überweisung.pdf' }, desk.clock.at),
  )
  await agent.conversation.send({
    conversationId,
    messageId: newId(),
    mode: 'reply',
    text: 'With this letter.',
    seenSeq: seq,
    attachmentIds: [file.id],
  })
  expect(await idsOf('uberweisung')).toEqual([conversationId])
  expect((await find('uberweisung'))[0]?.found?.words).toContain('Überweisung')

  const { number } = await agent.conversation.get({ conversationId })
  expect(await idsOf(number)).toEqual([conversationId])
  expect(await idsOf(number.toLowerCase())).toEqual([conversationId])

  await look(
    `update patient set given = 'Søren', family = 'Ångström-Núñez', record_number = 'MRN-7788' where id = $1`,
    [clinic.otherPatientId],
  )
  await database.transaction(asSystem(clinic), (tx) =>
    tx.run(
      `insert into contact_point (organization_id, id, patient_id, system, value, changed_at) values ($1, $2, $3, 'phone', '+12025550147', now())`,
      [clinic.organizationId, newId(), clinic.otherPatientId],
    ),
  )
  const other = await desk.receive('A matter of mine', {
    sender: { kind: 'patient', patientId: clinic.otherPatientId, language: 'en', siteId: clinic.siteId },
    provedBy: { patientIds: [clinic.otherPatientId] },
  })
  for (const search of ['angstrom', 'SOREN ang', 'Søren', 'mrn-7788', '(202) 555-0147', '+12025550147'])
    expect(await idsOf(search), search).toEqual([other.conversationId])
  expect(await idsOf('angstrom rivera')).toEqual([])

  const stranger = await desk.receive('', { ...aMail('zoe.quill@example.org', 'I am new here') })
  expect(await idsOf('zoe.quill@example.org')).toEqual([stranger.conversationId])

  // Nobody has the number of the first on file; the second speaks for a patient.
  const caller = await desk.receive('Where do I park?')
  await look(`update party set address = '+12025550163' where conversation_id = $1`, [caller.conversationId])
  for (const search of ['+12025550163', '(202) 555-0163', '202.555.0163', '1 202 555 0163'])
    expect(await idsOf(search), search).toEqual([caller.conversationId])
  const proxy = await desk.receive('About my mother')
  await look(
    `with p as (insert into related_person (organization_id, id, patient_id, given, family, relationship)
         values ($1, $2, $3, 'Rosa', 'Prox', 'child') returning id),
       q as (insert into contact_point (organization_id, id, related_person_id, system, value, changed_at)
         select $1, $2, id, 'sms', '+12025550171', now() from p)
     update conversation set related_person_id = p.id from p where conversation.id = $4`,
    [clinic.organizationId, newId(), clinic.otherPatientId, proxy.conversationId],
  )
  expect(await idsOf('(202) 555-0171')).toEqual([proxy.conversationId])

  // A file that was uploaded in a chat before its message was sent.
  const own = await database.transaction(asSystem(clinic), (tx) =>
    insertUpload(tx, { ...A_FILE, name: 'Läkarintyg.pdf' }, desk.clock.at),
  )
  const sent = await desk.receive('See the file', { attachmentIds: [own.id] })
  expect(await idsOf('lakarintyg')).toEqual([sent.conversationId])
})

test('desk-D70 what the reader may not open gives no hit: notes for others, labelled conversations', async () => {
  const { conversationId } = await desk.receive('A harmless question')
  await nurse.conversation.send({
    conversationId,
    messageId: newId(),
    mode: 'note',
    text: 'xylophobia suspected',
    seenSeq: 0,
  })
  expect(await idsOf('xylophobia', nurse)).toEqual([conversationId])
  expect(await idsOf('xylophobia')).toEqual([])
  await look(`update conversation set labels = '{PSY}' where id = $1`, [conversationId])
  expect(await idsOf('harmless')).toEqual([])
  expect(await idsOf('harmless', desk.as(clinic.agentId, 'agent', ['PSY']))).toEqual([conversationId])
})

test('desk-D70 hits come by page, newest first, each once', async () => {
  const ids: string[] = []
  for (let n = 0; n < 5; n++) {
    desk.clock.at = new Date(desk.clock.at.getTime() + 1_000)
    ids.unshift((await desk.receive(`Question ${n} about wheelchairs`)).conversationId)
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await agent.conversation.list({ view: 'all', search: 'wheelchair', limit: 2, cursor })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  expect(seen).toEqual(ids)
})

test('desk-D70 narrowed by who wrote, channel, day, tag and file, with words and without', async () => {
  desk.clock.at = new Date('2026-03-02T12:00:00Z')
  const mail = await desk.receive('', { ...aMail('ines.narrow@example.org', 'A plum and a pear') })
  desk.clock.at = new Date('2026-03-09T12:00:00Z')
  const chat = await desk.receive('A plum for the portal', {
    sender: { kind: 'patient', patientId: clinic.otherPatientId, language: 'en', siteId: clinic.siteId },
    provedBy: { patientIds: [clinic.otherPatientId] },
  })
  await agent.conversation.tag({ conversationId: chat.conversationId, add: ['fruit', 'Fällig Ärztin'] })
  await look(
    `insert into attachment (organization_id, id, conversation_id, message_id, name, type, size, sha256, verdict, received_at)
     values ($1, $2, $3, $4, 'plum.pdf', 'application/pdf', 4, $5, 'clean', now())`,
    [clinic.organizationId, newId(), mail.conversationId, mail.messageId, Buffer.alloc(32)],
  )
  const both = [chat.conversationId, mail.conversationId]
  expect(await idsOf('plum')).toEqual(both)
  for (const search of [
    'plum channel:email',
    'plum from:ines.narrow',
    'plum before:2026-03-05',
    'has:file plum',
    'from:ines.narrow',
  ])
    expect(await idsOf(search), search).toEqual([mail.conversationId])
  for (const search of [
    'plum channel:portal',
    'plum after:2026-03-05',
    'tag:fruit',
    'plum tag:fruit',
    'tag:Fruit',
    'tag:"fallig ärztin" tag:fruit',
    'plum de:angstrom',
  ])
    expect(await idsOf(search), search).toEqual([chat.conversationId])
  expect(await idsOf('plum tag:fruit channel:email')).toEqual([])
})

test('desk-D70 a piece of a text without spaces is found', async () => {
  const { conversationId } = await desk.receive('你好，我想改预约时间，可以吗？')
  for (const search of ['预约', '预约时间', '改预约', '间', '时'])
    expect(await idsOf(search), search).toEqual([conversationId])
  expect(await idsOf('约预')).toEqual([])
})

test('desk-D70 words of thousands of messages are found all the same, newest first, page by page', async () => {
  const { conversationId } = await desk.receive('The pomegranate')
  // More than are gathered; they stand in one conversation, and in one that came after it.
  await look(
    `insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, text, received_at, search)
     select $1, gen_random_uuid(), $2, 1000 + n, 'in', 'email', 'patient', 'pomegranate', now(), to_tsvector('simple', 'pomegranate')
       from generate_series(1, 1100) n`,
    [clinic.organizationId, conversationId],
  )
  desk.clock.at = new Date(desk.clock.at.getTime() + 60_000)
  const later = await desk.receive('', { ...aMail('pomona@example.org', 'Another pomegranate') })
  const first = await agent.conversation.list({ view: 'all', search: 'pomegranate', limit: 1 })
  expect(first.items.map(({ id }) => id)).toEqual([later.conversationId])
  const second = await agent.conversation.list({
    view: 'all',
    search: 'pomegranate',
    limit: 1,
    cursor: first.next ?? '',
  })
  expect(second.items.map(({ id }) => id)).toEqual([conversationId])
  expect(second.next).toBeNull()
})

test('desk-D70 a name with a slip of the pen finds the person, and the answer says so', async () => {
  await look(`update patient set given = 'Michael', family = 'Johnson' where id = $1`, [clinic.otherPatientId])
  for (const search of ['Micheal', 'jonson', 'micheal jonson']) {
    const found = await agent.conversation.list({ view: 'all', search })
    expect(found.isSimilar, search).toBe(true)
    expect(found.items.length, search).toBeGreaterThan(0)
    expect(new Set(found.items.map(({ patient }) => patient?.id)), search).toEqual(new Set([clinic.otherPatientId]))
  }
  expect((await agent.conversation.list({ view: 'all', search: 'Johnson' })).isSimilar).toBe(false)
  expect((await agent.conversation.list({ view: 'all', search: 'Wxyzq' })).items).toEqual([])
})

test('desk-D70 whatever is typed is answered, never an error', async () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.stringMatching(/^["'()&|!<>:*\\%_ -]{1,20}[a-z]{0,5}["'\\]{0,3}$/),
    fc.constantFrom("'; drop table message --", '"', "o'brien", 'a <-> b', '100%', '\\', '\0'),
  )
  await fc.assert(
    fc.asyncProperty(nasty, async (search) => {
      expect(Array.isArray(await find(search, agent, { limit: 1 }))).toBe(true)
    }),
    { numRuns: 40 },
  )
})
