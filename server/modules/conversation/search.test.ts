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
    insertUpload(
      tx,
      {
        name: 'Überweisung.pdf',
        type: 'application/pdf',
        size: 4,
        sha256: Buffer.alloc(32),
        verdict: 'clean',
        reason: null,
        storageKey: 'k',
      },
      desk.clock.at,
    ),
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
