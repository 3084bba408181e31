/** What may not leave without a reason (understanding-D49): the rule by value, and sending through procedures and rows. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, aMail, asSystem } from './a-clinic.ts'
import { aDesk, refusalOf } from './a-desk.ts'
import { contactValue, decideDisclosure, namePairsIn, opennessOf } from './disclosure.ts'

const way = (channel: 'portal-chat' | 'widget' | 'email' | 'sms', isProven: boolean, carriesText = true) =>
  opennessOf({ channel, isProven, carriesText })

test('understanding-D49 a way is open when we do not know who reads, or when others may read on the way', () => {
  expect(way('portal-chat', true)).toBeNull()
  expect(way('widget', true)).toBeNull()
  expect(way('widget', false)).toBe('unverified')
  expect(way('email', false)).toBe('unverified')
  expect(way('email', true)).toBe('unencrypted')
  expect(way('sms', true)).toBe('unencrypted')
  // A link in a mail leads to a door.
  expect(way('email', false, false)).toBeNull()
})

const decide = (text: string, over: Partial<Parameters<typeof decideDisclosure>[0]> = {}) =>
  decideDisclosure({ text, openness: 'unencrypted', others: [], known: new Set(), ...over }).map(
    ({ why, kind, span }) => `${why} ${kind}: ${text.slice(...span)}`,
  )

test.each([
  ['Your MRN: 00482917 is on file.', ['identifier mrn: 00482917']],
  ['Her name is Bettina Quast.', ['identifier name: Bettina Quast']],
  ['You were born on 05/06/1980.', ['identifier date: 05/06/1980']],
  ['Usted nació el 6 de mayo de 1980.', ['identifier date: 6 de mayo de 1980']],
  ['Su número de seguro social es 123-45-6789.', ['identifier ssn: 123-45-6789']],
  ['Dr. Patel sees you on March 3 at 14 Maple Street.', []],
  ['Take 2 tablets of lisinopril 10 mg twice a day.', []],
  ['See https://clinic.example/map for the way.', []],
])('understanding-D49 on an open way: %s', (text, expected) => {
  expect(decide(text)).toEqual(expected)
  expect(decide(text, { openness: null })).toEqual([])
})

test('understanding-D49 what the reader knows already holds nothing; half of a name does', () => {
  expect(decide('Dear Pat Rivera, call 614-555-0182.', { known: new Set(['pat', 'rivera', '6145550182']) })).toEqual([])
  expect(decide('Dear Pat Rivera,', { known: new Set(['rivera']) })).toEqual(['identifier name: Pat Rivera'])
  expect(contactValue('+1 (614) 555-0182')).toBe('6145550182')
})

test('understanding-D49 another patient holds on every way, and is told once', () => {
  const text = 'Olga Ostrova was here.'
  for (const openness of ['unencrypted', null] as const)
    expect(decide(text, { openness, others: [[0, 12]] })).toEqual(['other-patient name: Olga Ostrova'])
})

test('names of several words are read in every way that a record may have them', () => {
  const pairs = (text: string) => namePairsIn(text).map(({ given, family }) => `${given} / ${family}`)
  expect(pairs('We saw María José García López today')).toEqual(expect.arrayContaining(['María José / García López', 'María / López', 'María José / García'])) // prettier-ignore
  expect(pairs('Ostrova, Olga has a visit')).toContain('Olga / Ostrova')
  expect(pairs('please take two tablets')).toEqual([])
  // However often one name is said, the next is read too; each stands everywhere it was said.
  const often = namePairsIn(`${'Rosa Delgado came. '.repeat(300)}Olga Ostrova came.`)
  expect(often.map(({ given, family, spans }) => [given, family, spans.length])).toEqual(
    expect.arrayContaining([
      ['Olga', 'Ostrova', expect.any(Number)],
      ['Rosa', 'Delgado', 600],
    ]),
  )
})

test('understanding-D2 any text is read: places lie in it, in order, and no more than 50', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const found = decideDisclosure({ text, openness: 'unverified', others: [], known: new Set() })
      expect(found.every(({ span: [from, to] }) => from >= 0 && from < to && to <= text.length)).toBe(true)
      expect(namePairsIn(text).length).toBeLessThanOrEqual(200)
    }),
  )
  expect(decideDisclosure({ text: 'MRN: 00482917. '.repeat(200), openness: 'unverified', others: [], known: new Set() }).length).toBe(50) // prettier-ignore
})

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const theirs = await aClinic(database)
const desk = aDesk(database, clinic)
const ada = desk.as(clinic.agentId)

const reply = (conversationId: string, seenSeq: number, text: string, over: object = {}) => ({
  conversationId,
  messageId: newId(),
  mode: 'reply' as const,
  text,
  seenSeq,
  ...over,
})
const placesOf = (text: string, { detail }: { detail?: Record<string, unknown> }) =>
  ((detail?.found ?? []) as { why: string; span: [number, number] }[]).map(
    ({ why, span }) => `${why}: ${text.slice(...span)}`,
  )
const written = async (conversationId: string) =>
  (await ada.conversation.messages({ conversationId })).items.filter(({ direction }) => direction === 'out').length

test('understanding-D49 another patient’s name is stopped with its place, in any writing, and leaves with a reason, which the journal keeps', async () => {
  const { conversationId, seq } = await desk.receive('When are you open?')
  const text = 'Please tell OLGA Óstrova that we called.'
  const twice = `${text} Olga Ostrova knows.`
  const stopped = await refusalOf(ada.conversation.send(reply(conversationId, seq, text)))
  expect(stopped).toMatchObject({ code: 'DISCLOSURE_STOPPED', field: 'text', detail: { openness: null } })
  expect(placesOf(text, stopped)).toEqual(['other-patient: OLGA Óstrova'])
  const both = await refusalOf(ada.conversation.send(reply(conversationId, seq, twice)))
  expect(placesOf(twice, both)).toEqual(['other-patient: OLGA Óstrova', 'other-patient: Olga Ostrova'])
  expect(JSON.stringify(stopped)).not.toMatch(/olga|strova/i)
  expect(await written(conversationId)).toBe(0)

  const again = reply(conversationId, seq, text, { disclosure: 'asked-for' })
  await ada.conversation.send(again)
  expect(await written(conversationId)).toBe(1)
  const kept = await look<{ detail: object; patients: string[] }>(
    `select j.detail, array(select p.patient_id::text from journal_patient p where p.journal_id = j.id) as patients
       from journal j where j.event = 'message.sent-with-reason' and j.resource_id = $1`,
    [again.messageId],
  )
  expect(kept.map(({ detail }) => detail)).toEqual([
    { reason: 'asked-for', openness: null, found: ['other-patient:name'] },
  ])
  expect(kept[0]?.patients.toSorted()).toEqual([clinic.patientId, clinic.otherPatientId].toSorted())
})

test('understanding-D49 the patient, a relative, a colleague and somebody of another organization are no other patient', async () => {
  await database.transaction(asSystem(clinic), (tx) =>
    tx.run(
      `insert into related_person (organization_id, id, patient_id, given, family, relationship) values ($1, $2, $3, 'Lena', 'Ostrova', 'mother')`,
      [clinic.organizationId, newId(), clinic.patientId],
    ),
  )
  await database.transaction(asSystem(theirs), (tx) =>
    tx.run(`update patient set given = 'Zora', family = 'Zimmer' where organization_id = $1 and id = $2`, [
      theirs.organizationId,
      theirs.otherPatientId,
    ]),
  )
  for (const text of ['Dear Pat Rivera, we are open.', 'Lena Ostrova may come too.', 'Ada Test will call you.', 'Zora Zimmer was here.']) {
    const { conversationId, seq } = await desk.receive('When are you open?')
    await ada.conversation.send(reply(conversationId, seq, text))
    expect(await written(conversationId)).toBe(1)
  }
  // Here it is somebody else with the name of a relative of another patient.
  const theirDesk = aDesk(database, theirs)
  const at = await theirDesk.receive('Hello')
  const named = theirDesk.as(theirs.agentId).conversation.send(reply(at.conversationId, at.seq, 'Zora Zimmer was here.'))
  expect((await refusalOf(named)).code).toBe('DISCLOSURE_STOPPED')
}) // prettier-ignore

test('understanding-D49 what identifies is stopped on plain mail, not in the portal; a note holds nothing', async () => {
  const text = 'Dear Pat, your MRN: 00482917 is on file, and Rosa Delgado signed.'
  await look(`update contact_point set allows_plain = true where patient_id = $1`, [clinic.patientId])
  const { conversationId, seq } = await desk.receive('Hello')
  const mail = { channel: 'email' as const }
  const stopped = await refusalOf(ada.conversation.send(reply(conversationId, seq, text, mail)))
  expect(stopped).toMatchObject({ code: 'DISCLOSURE_STOPPED', detail: { openness: 'unencrypted' } })
  expect(placesOf(text, stopped)).toEqual(['identifier: 00482917', 'identifier: Rosa Delgado'])
  await ada.conversation.send(reply(conversationId, seq, text, { mode: 'note' }))
  await ada.conversation.send(reply(conversationId, seq + 1, text, { channel: 'portal-chat' }))
  await ada.conversation.send(reply(conversationId, seq + 2, 'Dear Pat, we are open on May 3.', mail))
  expect(await written(conversationId)).toBe(2)
  await look(`update contact_point set allows_plain = false where patient_id = $1`, [clinic.patientId])
})

test('understanding-D49 a stranger’s mail is answered with the name that was signed, and with no other', async () => {
  const from = `${newId()}@example.org`
  const { conversationId, seq } = await desk.receive('Where do I park? Thanks, Bettina Quast', {
    ...aMail(from, 'Where do I park? Thanks, Bettina Quast'),
  })
  const text = 'Dear Bettina Quast, ask for Maria Keller at the desk.'
  const stopped = await refusalOf(ada.conversation.send(reply(conversationId, seq, text)))
  expect(stopped.detail).toMatchObject({ openness: 'unverified' })
  expect(placesOf(text, stopped)).toEqual(['identifier: Maria Keller'])
  await ada.conversation.send(reply(conversationId, seq, 'Dear Bettina Quast, on the left.'))
})

test('understanding-D49 the first words to a patient, and their subject, are read too; stopped, nothing is written', async () => {
  const start = { conversationId: newId(), messageId: newId(), patientId: clinic.patientId, channel: 'portal-chat' as const } // prettier-ignore
  const about = { ...start, subject: 'About Olga Ostrova', text: 'Please call us.' }
  const stopped = await refusalOf(ada.conversation.start(about))
  expect(stopped).toMatchObject({ code: 'DISCLOSURE_STOPPED', detail: { found: [{ field: 'subject' }] } })
  expect((await refusalOf(ada.conversation.get({ conversationId: start.conversationId }))).code).toBe('NOT_FOUND')
  await ada.conversation.start({ ...about, disclosure: 'someone-else' })
  const [kept] = await look<{ patients: string[] }>(
    `select array(select p.patient_id::text from journal_patient p where p.journal_id = j.id) as patients
       from journal j where j.event = 'message.sent-with-reason' and j.resource_id = $1`,
    [start.messageId],
  )
  expect(kept?.patients).not.toContain(clinic.otherPatientId)
})

test('understanding-D44 a reply above grade 8 is asked about once; an easy one is not', async () => {
  const hard = 'Prior to the administration of your medication it is imperative that you discontinue all anticoagulants, notify the practitioner regarding any adverse reaction, and obtain authorization for the subsequent diagnostic procedure from your insurance organization.' // prettier-ignore
  const { conversationId, seq } = await desk.receive('What do I do before the test?')
  expect((await ada.conversation.send(reply(conversationId, seq, hard))).questions).toEqual(['hard-to-read'])
  expect(await written(conversationId)).toBe(0)
  await ada.conversation.send(reply(conversationId, seq, hard, { confirmed: ['hard-to-read'] }))
  expect(await written(conversationId)).toBe(1)
})
