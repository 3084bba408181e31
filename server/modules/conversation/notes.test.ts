import { expect, test } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, asPatient, asStaff } from './a-clinic.ts'
import { aDesk, refusalOf } from './a-desk.ts'
import { findServable } from './attachments.ts'
import { canReadWords, decideMentions, noteReadersOf, noteReadersToWrite, type NoteReader } from './policy.ts'
import { messagesOf } from './read-store.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const desk = aDesk(database, clinic)
const agent = desk.as(clinic.agentId)
const nurse = desk.as(clinic.nurseId, 'nurse')

const aNote = (conversationId: string, over: object = {}) => ({
  conversationId,
  messageId: newId(),
  mode: 'note' as const,
  text: 'Looks like angina to me',
  seenSeq: 0,
  ...over,
})

test('desk-D18 each role reads its own classes of notes; sensitive ones are for those with an open label', () => {
  expect(noteReadersOf({ role: 'agent', labels: [] })).toEqual(['service'])
  expect(noteReadersOf({ role: 'nurse', labels: [] })).toEqual(['service', 'clinical'])
  expect(noteReadersOf({ role: 'billing', labels: [] })).toEqual(['service', 'billing'])
  expect(noteReadersOf({ role: 'nurse', labels: ['PSY'] })).toContain('sensitive')
  expect(noteReadersOf({ role: 'patient', labels: ['PSY'] })).toEqual([])
  const note = { direction: 'note', readers: ['clinical'], authorId: 'me' }
  expect(canReadWords({ role: 'agent', labels: [], staffId: 'me' }, note)).toBe(true)
  expect(canReadWords({ role: 'agent', labels: [], staffId: 'you' }, note)).toBe(false)
})

test('desk-D18 a note for others keeps its place without its words, and no patient ever sees one', async () => {
  const { conversationId } = await desk.receive('I have a question')
  const note = aNote(conversationId)
  await nurse.conversation.send(note)
  const seenBy = async (who: typeof agent) =>
    (await who.conversation.messages({ conversationId })).items.find(({ id }) => id === note.messageId)
  expect(await seenBy(nurse)).toMatchObject({ direction: 'note', text: note.text, readers: ['clinical'] })
  expect(await seenBy(agent)).toMatchObject({ direction: 'note', text: '', flags: ['hidden'] })

  const patientsView = await database.transaction(asPatient(clinic, clinic.patientId), (tx) =>
    messagesOf(tx, { conversationId, limit: 50 }),
  )
  expect(patientsView.map(({ direction }) => direction)).toEqual(['in'])
})

test('desk-D18 a file of a note is served to its readers alone', async () => {
  const { conversationId, seq } = await desk.receive('I have a question')
  const [ofNote, ofAnswer] = [aNote(conversationId), aNote(conversationId)]
  await nurse.conversation.send(ofNote)
  await nurse.conversation.send({ ...ofAnswer, mode: 'reply', seenSeq: seq + 1 })
  const fileOf = async (messageId: string) => {
    const id = newId()
    await look(
      `insert into attachment (organization_id, id, conversation_id, message_id, name, type, size, sha256, verdict, storage_key, received_at)
       values ($1, $2, $3, $4, 'a.pdf', 'application/pdf', 1, '\\x00', 'clean', 'key', now())`,
      [clinic.organizationId, id, conversationId, messageId],
    )
    return id
  }
  const [hidden, open] = [await fileOf(ofNote.messageId), await fileOf(ofAnswer.messageId)]
  const servedTo = (context: Context) =>
    database.transaction(context, async (tx) =>
      [await findServable(tx, hidden), await findServable(tx, open)].map((file) => file !== undefined),
    )
  expect(await servedTo(asStaff(clinic, clinic.nurseId, 'nurse'))).toEqual([true, true])
  expect(await servedTo(asStaff(clinic, clinic.secondNurseId, 'clinician'))).toEqual([true, true])
  expect(await servedTo(asStaff(clinic, clinic.agentId))).toEqual([false, true])
  // Who wrote it reads it, whatever the role is now.
  expect(await servedTo(asStaff(clinic, clinic.nurseId, 'agent'))).toEqual([true, true])
})

test('desk-D18 a note has no delivery and cannot become an answer', async () => {
  const { conversationId, seq } = await desk.receive('I have a question')
  const note = aNote(conversationId)
  await nurse.conversation.send(note)
  // The same id in the other mode finds the note that it is.
  await nurse.conversation.send({ ...note, mode: 'reply', seenSeq: seq })
  const [row] = await look<{ direction: string; deliveries: number }>(
    `select direction, (select count(*)::int from delivery d where d.message_id = m.id) as deliveries from message m where id = $1`,
    [note.messageId],
  )
  expect(row).toEqual({ direction: 'note', deliveries: 0 })
  const { items } = await nurse.conversation.messages({ conversationId })
  expect(items.filter(({ direction }) => direction === 'out')).toEqual([])
})

test('desk-D18 whoever is mentioned must be able to read the note; the refusal names them and the ways out', async () => {
  const { conversationId } = await desk.receive('I have a question')
  const mention = (over: object) =>
    nurse.conversation.send(aNote(conversationId, { mentions: [clinic.agentId], ...over }))
  expect(await refusalOf(mention({}))).toEqual({
    code: 'NOT_A_READER',
    field: 'mentions',
    detail: { staffIds: [clinic.agentId], shareAs: ['service'] },
  })
  expect((await agent.conversation.counts()).mentions).toBe(0)
  await mention({ readers: ['service'] })
  expect((await agent.conversation.counts()).mentions).toBe(1)
  expect((await agent.conversation.list({ view: 'mentions' })).items.map(({ id }) => id)).toEqual([conversationId])

  // Somebody of nowhere, and somebody to whom the conversation itself is closed: sharing differently does not help.
  const [nobody] = [newId()]
  expect(await refusalOf(mention({ mentions: [nobody], readers: ['service'] }))).toMatchObject({
    detail: { staffIds: [nobody], shareAs: [] },
  })
  await look(`update conversation set labels = '{PSY}' where id = $1`, [conversationId])
  const labelled = desk.as(clinic.nurseId, 'nurse', ['PSY']).conversation
  const call = labelled.send(aNote(conversationId, { mentions: [clinic.agentId], readers: ['service'] }))
  expect(await refusalOf(call)).toMatchObject({ code: 'NOT_A_READER', detail: { shareAs: [] } })
})

test('desk-D18 a mention is settled by an own word in the conversation, not by looking', async () => {
  const { conversationId } = await desk.receive('Another question')
  await nurse.conversation.send(aNote(conversationId, { mentions: [clinic.agentId], readers: ['service'] }))
  const mentioned = async () =>
    (await agent.conversation.list({ view: 'mentions' })).items.some(({ id }) => id === conversationId)
  await agent.conversation.markSeen({ conversationId, seq: 2 })
  expect(await mentioned()).toBe(true)
  // An answer that is taken back is no word.
  const messageId = newId()
  await agent.conversation.send({ conversationId, messageId, mode: 'reply', text: 'A moment.', seenSeq: 2 })
  expect(await mentioned()).toBe(false)
  await agent.conversation.undoSend({ conversationId, messageId })
  expect(await mentioned()).toBe(true)
  await agent.conversation.send(aNote(conversationId, { text: 'Thank you, I call him' }))
  expect(await mentioned()).toBe(false)
})

test('desk-D18 an @name that a patient writes calls nobody', async () => {
  const { conversationId } = await desk.receive('@Ada Test please look at this')
  expect(await look('select from mention where conversation_id = $1', [conversationId])).toEqual([])
})

const ALL = noteReadersToWrite({ role: 'nurse', labels: ['PSY'] })

test('desk-D18 a note is shared only with classes its writer may write to, in the offer and in the note', async () => {
  expect(noteReadersToWrite({ role: 'agent', labels: [] })).toEqual(['service', 'clinical', 'billing'])
  expect(noteReadersToWrite({ role: 'patient', labels: ['PSY'] })).toEqual([])
  expect(ALL).toContain('sensitive')
  const person = (role: 'billing' | 'nurse') => ({ staffId: role, role, labels: ['PSY'], isActive: true })
  const offer = (mayWrite: readonly NoteReader[]) => decideMentions([person('billing')], ['clinical'], [], mayWrite)
  expect(offer(ALL)).toMatchObject({ detail: { shareAs: ['service', 'billing', 'sensitive'] } })
  expect(offer(noteReadersToWrite({ role: 'agent', labels: [] }))).toMatchObject({
    detail: { shareAs: ['service', 'billing'] },
  })
  const { conversationId } = await desk.receive('A quiet question')
  const sensitive = aNote(conversationId, { readers: ['sensitive'] })
  expect(await refusalOf(agent.conversation.send(sensitive))).toEqual({ code: 'NOT_ALLOWED', field: 'readers' })
  await desk.as(clinic.nurseId, 'nurse', ['PSY']).conversation.send(sensitive)
})

test('desk-D18 one reader among several is not enough', () => {
  const person = (role: 'agent' | 'nurse', labels: string[] = []) => ({ staffId: role, role, labels, isActive: true })
  expect(decideMentions([person('nurse'), person('agent')], ['clinical'], [], ALL)).toMatchObject({
    refusal: 'NOT_A_READER',
    detail: { staffIds: ['agent'], shareAs: ['service'] },
  })
  expect(decideMentions([person('nurse')], ['clinical'], [], ALL)).toMatchObject({ ok: true })
  expect(decideMentions([{ ...person('nurse'), isActive: false }], ['clinical'], [], ALL)).toMatchObject({ ok: false })
})
