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

test('a page begins where somebody wants to read: after a place, or at the first message of a moment, and says what stands on both sides', async () => {
  const start = desk.clock.at
  const minutes = (count: number) => new Date(start.getTime() + count * 60_000)
  const { conversationId } = await desk.receive('Where do I park?', { subject: 'Parking' })
  for (const [n, text] of ['Near the door?', 'My chest hurts', 'It is better now'].entries()) {
    desk.clock.at = minutes(10 * (n + 1))
    await desk.receive(text, { conversationId })
    desk.clock.at = minutes(10 * (n + 1) + 5)
    if (n === 0) await nurse.conversation.tag({ conversationId, add: ['parking'], remove: [] })
  }
  const at = (text: string, page: { items: { text: string; seq: number }[] }) => page.items.find((one) => one.text === text)?.seq ?? 0 // prettier-ignore
  const whole = await nurse.conversation.messages({ conversationId })
  expect(whole).toMatchObject({ hasOlder: false, hasNewer: false })
  const [first, second, flag] = ['Where do I park?', 'Near the door?', 'My chest hurts'].map((text) => at(text, whole))

  const detail = () => nurse.conversation.get({ conversationId })
  expect(await detail()).toMatchObject({ firstUnreadSeq: first, alerts: [{ seq: flag }] })
  await nurse.conversation.markSeen({ conversationId, seq: first ?? 0 })
  expect((await detail()).firstUnreadSeq).toBe(second)

  const from = async (moment: Date, limit = 50) =>
    nurse.conversation.messages({ conversationId, from: moment.toISOString(), limit })
  const middle = await from(minutes(5), 1)
  expect(middle).toMatchObject({ hasOlder: true, hasNewer: true, items: [{ seq: second }] })
  // What happened between this page and the next one is told with this one.
  const told = (page: { events: { event: string }[] }) =>
    page.events.map(({ event }) => event).filter((event) => /tag|alert.raised/.test(event))
  expect(told(middle)).toEqual(['conversation.tagged'])
  const before = await nurse.conversation.messages({ conversationId, before: (flag ?? 0) + 1, limit: 1 })
  expect(told(before)).toEqual(['alert.raised'])
  expect((await from(minutes(20))).items.map(({ seq }) => seq)).toEqual(whole.items.map(({ seq }) => seq).filter((seq) => seq >= (flag ?? 0))) // prettier-ignore
  expect(await from(minutes(60))).toMatchObject({ items: [], hasNewer: false })
  const later = await nurse.conversation.messages({ conversationId, after: flag ?? 0 })
  expect(later).toMatchObject({ hasOlder: true, hasNewer: false })
  desk.clock.at = start
})
