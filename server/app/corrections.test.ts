/** What staff would have read in a message, kept beside what the engines read, and its export (understanding-D7, D48, D54). */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newId } from '#server/platform/id.ts'
import { aMember, anOrganization, aPatient, aProduct, patientSignedIn, signedIn } from './a-product.ts'
import { anInbox } from './an-inbox.ts'

const product = await aProduct()
const { look, clock } = product
const here = await anOrganization(product)
const { organizationId } = here
const inbox = anInbox(product, here)
const agent = inbox.awake(await signedIn(product, await aMember(product, here, 'agent')))
const supervisor = inbox.awake(await signedIn(product, await aMember(product, here, 'supervisor')))
const patient = await aPatient(product, here)
const asPatient = inbox.awake(await patientSignedIn(product, patient, here.slug))

async function write(text: string): Promise<{ messageId: string; conversationId: string }> {
  clock.now = new Date(clock.now.getTime() + 2_000)
  return (await asPatient('myConversation.send', { messageId: randomUUID(), text, subject: `A question ${randomUUID()}` })).json // prettier-ignore
}
const shown = async (conversationId: string) =>
  (await agent('conversation.messages', { conversationId })).json.items.find(
    ({ direction }: { direction: string }) => direction === 'in',
  )?.understanding
const save = (by: typeof agent, messageId: string, what: string, value: string | null) =>
  by('correction.save', { messageId, correction: { what, value } })
const readRow = (messageId: string) => look('select * from understanding where message_id = $1', [messageId])

test('a correction stands beside what was read and changes nothing of it; the newest counts, and null takes it back', async () => {
  const { messageId, conversationId } = await write('I would like to know about the thing from Tuesday')
  const before = await readRow(messageId)
  expect(await save(agent, messageId, 'intent', 'bill_question')).toMatchObject({ status: 200 })
  await save(agent, messageId, 'tone', 'frustration')
  await save(agent, messageId, 'language', 'es')
  clock.now = new Date(clock.now.getTime() + 1_000)
  await save(supervisor, messageId, 'intent', 'test_results')
  await save(agent, messageId, 'tone', null)
  expect((await shown(conversationId)).corrected).toEqual({ intent: 'test_results', language: 'es' })
  expect(await readRow(messageId)).toEqual(before)
  expect(await look('select from understanding_label where message_id = $1', [messageId])).toHaveLength(5)
  const [row] = await look<{ detail: object; action: string }>(
    `select detail, action from journal where conversation_id = $1 and event = 'understanding.corrected' order by at, seq limit 1`,
    [conversationId],
  )
  expect(row).toEqual({ detail: { what: 'intent', value: 'bill_question' }, action: 'C' })
})

test('only staff who see the message correct it, with names of the closed lists, and only what came in', async () => {
  const { messageId, conversationId } = await write('Where do I park?')
  expect(await save(agent, messageId, 'intent', 'my own words')).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await save(agent, messageId, 'tone', 'es')).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await save(asPatient, messageId, 'intent', 'hours')).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(await save(agent, newId(), 'intent', 'hours')).toMatchObject({ code: 'NOT_FOUND' })
  const elsewhere = await anOrganization(product)
  const stranger = inbox.awake(await signedIn(product, await aMember(product, elsewhere, 'supervisor')))
  expect(await save(stranger, messageId, 'intent', 'hours')).toMatchObject({ code: 'NOT_FOUND' })
  await look(`update conversation set labels = '{mental-health}' where id = $1`, [conversationId])
  expect(await save(agent, messageId, 'intent', 'hours')).toMatchObject({ code: 'NOT_FOUND' })
  expect(await look('select from understanding_label where message_id = $1', [messageId])).toEqual([])
})

test("the export is a supervisor's: masked lines as `npm run evaluate -- --data` reads them, without what was taken back or is labelled, and journalled", async () => {
  const named = await write('My name is Maria Lopez, born 04/05/1961. Call me at 212 555 0133 about the bill.')
  await save(agent, named.messageId, 'intent', 'bill_question')
  const taken = await write('When is it?')
  await save(agent, taken.messageId, 'tone', 'anger')
  clock.now = new Date(clock.now.getTime() + 1_000)
  await save(agent, taken.messageId, 'tone', null)
  const hidden = await write('I would rather not say where')
  await save(agent, hidden.messageId, 'intent', 'directions_location')
  await look(`update conversation set labels = '{mental-health}' where id = $1`, [hidden.conversationId])
  // The patient's name in small letters; and a script in which no name would be found.
  await look(`update patient set family = 'Quimbo' where id = $1`, [patient.patientId])
  const small = await write('quimbo here, where do I send the form')
  await save(agent, small.messageId, 'intent', 'directions_location')
  const chinese = await write('我叫王小明，我想更改预约。')
  await save(agent, chinese.messageId, 'language', 'zh')

  expect(await agent('correction.export')).toMatchObject({ code: 'NOT_ALLOWED' })
  const { lines, left } = (await supervisor('correction.export')).json
  expect(left).toBe(0)
  const texts = lines.map(({ text }: { text: string }) => text).join('\n')
  expect(texts).not.toMatch(/Lopez|0133|1961|rather not say|When is it|quimbo|王/)
  const line = lines.find(({ text }: { text: string }) => text.includes('about the bill'))
  expect(texts).toContain('where do I send the form')
  expect(line).toMatchObject({ intents: ['bill_question'], read: { language: 'en' } })
  expect(line).not.toHaveProperty('tones')
  const [row] = await look<{ detail: { rows: number } }>(
    `select detail from journal where organization_id = $1 and event = 'understanding.corrections-exported'`,
    [organizationId],
  )
  expect(row?.detail.rows).toBe(lines.length)
})
