/** A macro as what a rule does: the same checks as by a person, all of it or nothing, and nothing silent (desk-D19, D68, D69). */
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { MacroContent } from '#engines/macro/macro.ts'
import { aMail } from '#server/modules/conversation/a-clinic.ts'
import { refusalOf } from '#server/modules/conversation/a-desk.ts'
import { macroRoutes } from '#server/modules/macro/index.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aRule, aRuleFloor, ENGLISH, outcomesOf, SPANISH } from './testing/a-rule-floor.ts'

const { database, look } = await testDatabase()
const floor = await aRuleFloor(database)
const { clinic, desk, rules } = floor
const macros = createRouterClient({ macro: macroRoutes }, { context: desk.routeOf(clinic.supervisorId, 'supervisor', []) }).macro // prettier-ignore
const ada = desk.as(clinic.agentId).conversation

const say = (language: string, text: string) => ({ language, readingLevel: 'plain' as const, text, isReviewed: true })
const aMacro = (over: Partial<MacroContent> = {}): MacroContent => ({
  title: 'Refill sent',
  topic: null,
  isClinical: false,
  ownerId: clinic.supervisorId,
  medicalOwnerId: null,
  validUntil: null,
  steps: [
    { do: 'tags', add: ['refill'], remove: [] },
    { do: 'queue', queueId: clinic.queueIds.service },
    { do: 'note', text: 'Case {conversation.number} by rule.', readers: ['service'] },
    { do: 'text' },
    { do: 'wait', on: 'pharmacy' },
  ],
  variants: [say('en', 'Hello {patient.given}.'), say('es', 'Hola {patient.given}, lo tenemos.')],
  ...over,
})
async function saved(over: Partial<MacroContent> = {}) {
  const macroId = newId()
  await macros.save({ macroId, content: aMacro(over) })
  return macroId
}
const applies = (macroId: string, macroVersion = 1) =>
  aRule({ name: 'Refills', when: { match: 'all', of: [] }, actions: [{ kind: 'macro', macroId, macroVersion }] })
const standing = async (conversationId: string) => {
  const [row] = await look<{ tags: string[]; state: string; waiting: string | null; texts: string[] }>(
    `select c.tags, c.state, c.waiting_on as waiting, array(select m.direction || ' ' || m.text from message m where m.conversation_id = c.id
       and m.author_kind = 'system' and m.flags @> '{rule}' order by m.seq) as texts from conversation c where c.id = $1`,
    [conversationId],
  )
  return row
}
const stateOf = async () => (await rules.list()).items.at(-1)?.macroState
/** What the last simulation of the rule says of the newest moment. */
async function tried(ruleId: string, version = 1) {
  floor.pass(1)
  await rules.simulate({ ruleId, version, days: 1 })
  await floor.work()
  return (await rules.hits({ ruleId, limit: 5 })).items[0]?.outcomes
}

test('desk-D68 a rule applies a macro: its steps and its text, in the language of the patient, and the timeline says which rule', async () => {
  const speaks = (language: string) => look(`update patient set language = $2 where id = $1`, [clinic.patientId, language]) // prettier-ignore
  await speaks('es')
  const macroId = await saved()
  const ruleId = await floor.live(applies(macroId))
  const conversationId = await floor.receive(SPANISH)
  expect(await outcomesOf(floor, ruleId)).toEqual([['macro done']])
  const { number } = await ada.get({ conversationId })
  expect(await standing(conversationId)).toEqual({
    tags: ['refill'],
    state: 'waiting',
    waiting: 'pharmacy',
    texts: ['out Hola Pat, lo tenemos.', `note Case ${number} by rule.`],
  })
  const { events } = await ada.messages({ conversationId })
  const byRule = events.filter(({ ruleName }) => ruleName === 'Refills').map(({ event }) => event)
  expect(byRule).toEqual(expect.arrayContaining(['conversation.tagged', 'conversation.waiting', 'macro.run', 'rule.ran'])) // prettier-ignore
  // The simulation of that moment says the same, and counts its text.
  expect(await tried(ruleId)).toEqual([{ kind: 'macro', outcome: 'would', reason: null, language: 'es' }])
  expect((await rules.simulation({ ruleId })).simulation).toMatchObject({ replies: 1, repliesRefused: 0 })

  // What a person has stays with that person, and then nothing of it is done.
  const version = async () => (await ada.get({ conversationId })).version
  await ada.moveToQueue({ conversationId, version: await version(), queueId: clinic.queueIds.clinical })
  await ada.assign({ conversationId, version: await version(), staffId: clinic.agentId })
  await ada.tag({ conversationId, add: [], remove: ['refill'] })
  await floor.receive(SPANISH, { conversationId, beginsAnew: false })
  expect((await outcomesOf(floor, ruleId))[0]).toEqual(['macro refused TAKEN'])
  expect((await standing(conversationId))?.tags).toEqual([])
  expect(await tried(ruleId)).toMatchObject([{ outcome: 'refused', reason: 'TAKEN' }])
  await rules.switchOff({ ruleId })
  await speaks('en')
})

test('desk-D19, D37 what a person could not send the rule does not either: an unknown name, plain mail that nobody agreed to', async () => {
  const ruleId = await floor.live(applies(await saved()))
  const stranger = await floor.receive(ENGLISH, aMail('nobody@example.org', ENGLISH))
  expect((await outcomesOf(floor, ruleId))[0]).toEqual(['macro refused VARIABLE_MISSING'])
  expect(await standing(stranger)).toMatchObject({ tags: [], texts: [] })
  expect(await tried(ruleId)).toMatchObject([{ outcome: 'refused', reason: 'VARIABLE_MISSING' }])
  // A chat that staff linked to a patient, who wrote last at the portal: its visitor has proved nothing, and is called by no name.
  const [visitorId, accountId] = [newId(), newId()]
  await look(`insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'widget', 'Chat', 'chat')`, [clinic.organizationId, accountId]) // prettier-ignore
  await look(
    `insert into visitor (organization_id, id, channel_account_id, secret_hash, created_at, last_seen_at) values ($1, $2, $3, $4, $5, $5)`,
    [clinic.organizationId, visitorId, accountId, Buffer.alloc(32, 1), desk.clock.at],
  )
  const visitor = { kind: 'visitor', visitorId, patientId: null, language: 'en' } as const
  const chat = await floor.receive(ENGLISH, { channel: 'widget', channelAccountId: accountId, sender: visitor, provedBy: { visitorId } }) // prettier-ignore
  await look(`update conversation set patient_id = $2 where id = $1`, [chat, clinic.patientId])
  await floor.receive(ENGLISH, { conversationId: chat, beginsAnew: false })
  expect((await outcomesOf(floor, ruleId))[0]).toEqual(['macro refused VARIABLE_MISSING'])
  expect(await standing(chat)).toMatchObject({ tags: [], texts: [] })
  await rules.switchOff({ ruleId })

  const nameless = await floor.live(applies(await saved({ variants: [say('en', 'We have it.')] })))
  const sender = { kind: 'patient', patientId: clinic.patientId, language: 'en', siteId: clinic.siteId } as const
  const mailed = await floor.receive(ENGLISH, { ...aMail(clinic.patientMail, ENGLISH), sender, beginsAnew: true })
  expect((await outcomesOf(floor, nameless))[0]).toEqual(['macro refused IDENTITY_TOO_LOW'])
  expect(await standing(mailed)).toMatchObject({ tags: [], texts: [] })
  await rules.switchOff({ ruleId: nameless })
})

test('desk-D69 what was tried is what acts: a newer version waits for a new one of the rule, and the card says so', async () => {
  const macroId = await saved()
  const ruleId = await floor.live(applies(macroId))
  expect(await stateOf()).toBe('current')
  await macros.save({ macroId, version: 1, content: aMacro({ variants: [say('en', 'Other words.')] }) })
  expect(await stateOf()).toBe('newer')
  expect((await standing(await floor.receive(ENGLISH)))?.texts[0]).toBe('out Hello Pat.')
  const next = await rules.save({ ruleId, version: 1, definition: applies(macroId, 2) })
  await tried(ruleId, next.version)
  await rules.publish({ ruleId, version: next.version })
  expect((await standing(await floor.receive(ENGLISH)))?.texts[0]).toBe('out Other words.')
  await rules.switchOff({ ruleId })
})

test('desk-D68 a macro out of use, or whose text has ended, is refused on the card, in the runs and in the journal; never in silence', async () => {
  const macroId = await saved()
  const ruleId = await floor.live(applies(macroId))
  await macros.archive({ macroId, version: 1, isArchived: true })
  expect(await stateOf()).toBe('retired')
  const conversationId = await floor.receive(ENGLISH)
  expect((await outcomesOf(floor, ruleId))[0]).toEqual(['macro refused MACRO_RETIRED'])
  expect(await standing(conversationId)).toMatchObject({ tags: [], texts: [] })
  expect(await look(`select detail->'actions' as actions from journal where conversation_id = $1 and event = 'rule.ran'`, [conversationId])).toEqual([{ actions: ['macro:refused:MACRO_RETIRED'] }]) // prettier-ignore
  expect(await tried(ruleId)).toMatchObject([{ outcome: 'refused', reason: 'MACRO_RETIRED' }])
  expect(await rules.choices()).toMatchObject({ retiredMacros: [{ id: macroId }] })
  // Nor can it go live anew.
  await rules.switchOff({ ruleId })
  expect(await refusalOf(rules.publish({ ruleId, version: 1 }))).toMatchObject({ field: 'actions.0.macroId' })

  const ending = await saved({ validUntil: new Date(desk.clock.at.getTime() + 86_400_000).toISOString().slice(0, 10) })
  const dated = await floor.live(applies(ending))
  floor.pass(3 * 86_400)
  expect(await stateOf()).toBe('expired')
  await floor.receive(ENGLISH)
  expect((await outcomesOf(floor, dated))[0]).toEqual(['macro refused TEXT_EXPIRED'])
  await rules.switchOff({ ruleId: dated })
})

test('desk-D68 no rule takes a conversation for itself, or writes clinical words', async () => {
  const taking = await saved({ steps: [{ do: 'take' }], variants: [] })
  const clinical = await saved({ isClinical: true, medicalOwnerId: clinic.nurseId, validUntil: '2999-01-01' })
  for (const macroId of [taking, clinical])
    expect(await refusalOf(rules.save({ ruleId: null, version: 0, definition: applies(macroId) }))).toMatchObject({ field: 'actions.0.macroId', detail: { reason: 'NOT_KNOWN' } }) // prettier-ignore
  const known = await saved()
  expect(await refusalOf(rules.save({ ruleId: null, version: 0, definition: applies(known, 7) }))).toMatchObject({ field: 'actions.0.macroVersion' }) // prettier-ignore
})
