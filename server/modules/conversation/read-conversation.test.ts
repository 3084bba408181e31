import { expect, test } from 'vitest'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, aMail, asSystem } from './a-clinic.ts'
import { aDesk } from './a-desk.ts'
import { newId } from '#server/platform/id.ts'
import { lockConversation } from './store.ts'

const { database } = await testDatabase()
const clinic = await aClinic(database)
const desk = aDesk(database, clinic)
const nurse = desk.as(clinic.nurseId, 'nurse')

test('a message with findings is read like any other, and the words that raised them are marked', async () => {
  const text = "Good morning. my chest hurts and I can't breathe"
  const { conversationId } = await desk.receive(text, { subject: 'Since last night I have a fever' })
  const { items } = await nurse.conversation.messages({ conversationId })
  const spans = items[0]?.understanding?.spans ?? []
  const marked = spans.map(([from, to]) => text.slice(from, to))
  expect(marked.length).toBeGreaterThan(0)
  // What was found in the subject has no place in the words.
  expect(marked.join(' ')).toMatch(/chest hurts|can't breathe/)
  expect(marked.join(' ')).not.toContain('Good morning')
})

test('what a patient denies is not marked', async () => {
  const { conversationId } = await desk.receive("It itches, that's all. No fever.")
  const { items } = await nurse.conversation.messages({ conversationId })
  const [message] = items
  expect(message?.understanding?.spans.map(([from, to]) => message.text.slice(from, to))).not.toContain('fever')
})

test('a mail whose quoted part is cut marks the new words only', async () => {
  const { conversationId } = await desk.receive('', {
    ...aMail(clinic.patientMail, 'I have chest pain\n\n> Are you well?'),
    sender: { kind: 'patient', patientId: clinic.patientId, language: 'en', siteId: clinic.siteId },
    trimmed: 'I have chest pain',
  })
  const { items } = await nurse.conversation.messages({ conversationId })
  const [message] = items
  expect(message?.understanding?.spans.map(([from, to]) => message.trimmed?.slice(from, to))).toContain('chest pain')
})

test('reading a conversation waits for nobody who is changing it', async () => {
  const { conversationId } = await desk.receive('Where do I park?')
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  let isHeld = (): void => undefined
  const holding = new Promise<void>((resolve) => (isHeld = resolve))
  const writer = database.transaction(asSystem(clinic), async (tx) => {
    await lockConversation(tx, conversationId)
    isHeld()
    await held
  })
  await holding
  const read = Promise.all([
    nurse.conversation.get({ conversationId }),
    nurse.conversation.messages({ conversationId }),
    nurse.conversation.list({ view: 'all' }),
  ])
  const [detail] = await read.finally(letGo)
  await writer
  expect(detail.id).toBe(conversationId)
  expect((await nurse.conversation.get({ conversationId })).replyChannels[0]?.channel).toBe('portal-chat')
  // An id of nothing gives the answer of a foreign one.
  await expect(nurse.conversation.get({ conversationId: newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
