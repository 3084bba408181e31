import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { MacroContent } from '#engines/macro/macro.ts'
import { bulkChangeRoutes } from '#server/modules/bulk-change/index.ts'
import { aClinic } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { macroRoutes } from '#server/modules/macro/index.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const theirs = await aClinic(database)
const desk = aDesk(database, clinic)
const clientOf = (staffId: string, role: 'agent' | 'supervisor' | 'nurse', at = desk) =>
  createRouterClient({ macro: macroRoutes, bulkChange: bulkChangeRoutes }, { context: at.routeOf(staffId, role, []) })
const supervisor = clientOf(clinic.supervisorId, 'supervisor').macro
const agent = clientOf(clinic.agentId, 'agent')
const ada = desk.as(clinic.agentId).conversation

const say = (language: string, text: string, over: object = {}) => ({
  language,
  readingLevel: 'plain' as const,
  text,
  isReviewed: true,
  ...over,
})
const aMacro = (over: Partial<MacroContent> = {}): MacroContent => ({
  title: 'Refill sent',
  topic: 'refill_prescription',
  isClinical: false,
  ownerId: clinic.supervisorId,
  medicalOwnerId: null,
  validUntil: null,
  steps: [{ do: 'text' }],
  variants: [say('en', 'Hello {patient.given}, here is {staff.name} speaking.'), say('es', 'Hola {patient.given}.')],
  ...over,
})

async function saved(over: Partial<MacroContent> = {}) {
  const macroId = newId()
  await supervisor.save({ macroId, content: aMacro(over) })
  return macroId
}

async function aCase(over: Parameters<typeof desk.receive>[1] = {}) {
  const { conversationId, seq } = await desk.receive('Where is my refill?', over)
  const version = async () => (await ada.get({ conversationId })).version
  return { conversationId, seq, version }
}

/** Looked at, then run as it was shown. */
async function run(macroId: string, conversationId: string, runId = newId()) {
  const { macroVersion, version } = await agent.macro.preview({ macroId, conversationId })
  return { runId, ...(await agent.macro.run({ macroId, macroVersion, conversationId, version, runId })) }
}

test('desk-D19 D8 a name is filled in for somebody who is verified; below that it is locked and named, and what is sent with it is refused', async () => {
  const macroId = await saved()
  const known = await aCase()
  expect(await agent.macro.preview({ macroId, conversationId: known.conversationId })).toMatchObject({
    text: { text: 'Hello Pat, here is Ada T. speaking.', language: 'en', isFallbackLanguage: false, missing: [] },
  })

  const unsure = await aCase()
  await look(`update identity_check set ended_at = now() where conversation_id = $1`, [unsure.conversationId])
  const { text } = await run(macroId, unsure.conversationId)
  expect(text).toMatchObject({ missing: [{ name: 'patient.given', why: 'locked' }] })
  const send = (words: string, mode: 'reply' | 'note' = 'reply') =>
    ada.send({ conversationId: unsure.conversationId, messageId: newId(), mode, text: words, seenSeq: unsure.seq })
  expect(await refusalOf(send(text?.text ?? ''))).toEqual({
    code: 'VARIABLE_MISSING',
    field: 'text',
    detail: { names: ['patient.given'] },
  })
  await send('Hello Mr. Rivera {sic}')
})

test('desk-D19 the variant follows the language and reading level of the patient; a missing language gets a reviewed text and the offer of an interpreter', async () => {
  const macroId = await saved({
    variants: [
      say('en', 'Ready.'),
      say('en', 'It is ready.', { readingLevel: 'standard' }),
      say('vi', 'raw', { isReviewed: false }),
    ],
  })
  await saved({
    title: 'Interpreter',
    topic: 'interpreter',
    variants: [say('vi', 'Thong dich vien mien phi.'), say('en', 'Free.')],
  })
  const { conversationId } = await aCase()
  const textFor = async (language: string, level: string) => {
    await look(`update patient set language = $2, reading_level = $3 where id = $1`, [
      clinic.patientId,
      language,
      level,
    ])
    return (await agent.macro.preview({ macroId, conversationId })).text
  }
  expect(await textFor('en', 'standard')).toMatchObject({ text: 'It is ready.', interpreterOffer: null })
  expect(await textFor('vi', 'standard')).toMatchObject({
    text: 'It is ready.',
    language: 'en',
    isFallbackLanguage: true,
    interpreterOffer: 'Thong dich vien mien phi.',
  })
  expect(await textFor('so', 'plain')).toMatchObject({ text: 'Ready.', interpreterOffer: 'Free.' })
  await textFor('en', 'plain')
})

test('desk-D19 a clinical text past its day can neither be looked at nor run, and the list says so, what ends first first', async () => {
  const clinical = { isClinical: true, medicalOwnerId: clinic.nurseId }
  const old = await saved({ ...clinical, title: 'Zinc', validUntil: '2020-01-01' })
  const good = await saved({ ...clinical, title: 'Zebra', validUntil: '2999-01-01' })
  const { conversationId, version } = await aCase()
  const on = { macroId: old, conversationId }
  expect((await refusalOf(agent.macro.preview(on))).code).toBe('TEXT_EXPIRED')
  const blind = { ...on, macroVersion: 1, version: await version(), runId: newId() }
  expect((await refusalOf(agent.macro.run(blind))).code).toBe('TEXT_EXPIRED')
  const { items } = await supervisor.list({ search: 'Z', sort: 'expiry' })
  expect(items.map(({ id, isExpired, medicalOwner }) => [id, isExpired, medicalOwner?.name])).toEqual([
    [old, true, 'Nia Test'],
    [good, false, 'Nia Test'],
  ])
})

test('desk-D19 the preview lists each change and makes none; the run takes them all at once, and is undone as one', async () => {
  const macroId = await saved({
    title: 'Bill',
    steps: [
      { do: 'tags', add: ['bill'], remove: [] },
      { do: 'queue', queueId: clinic.queueIds.billing },
      { do: 'assign', staffId: clinic.otherAgentId },
      { do: 'note', text: '{patient.given} asks again', readers: ['billing'] },
      { do: 'wait', on: 'payer' },
    ],
    variants: [],
  })
  const { conversationId, version } = await aCase()
  const preview = await agent.macro.preview({ macroId, conversationId })
  expect(preview.steps.map(({ step, outcome, when, name }) => [step.do, outcome, when, name])).toEqual([
    ['tags', 'changes', 'now', null],
    ['queue', 'changes', 'now', 'billing'],
    ['assign', 'changes', 'now', 'Ben Test'],
    ['note', 'changes', 'now', null],
    ['wait', 'changes', 'now', null],
  ])
  expect(preview.steps[3]?.step).toMatchObject({ text: 'Pat asks again' })
  expect(await ada.get({ conversationId })).toMatchObject({ state: 'open', tags: [], version: preview.version })

  const ran = await run(macroId, conversationId)
  expect(ran).toMatchObject({ text: null, then: null, mayUndo: true, version: await version() })
  expect(await ada.get({ conversationId })).toMatchObject({
    state: 'waiting',
    waitingOn: 'payer',
    tags: ['bill'],
    queue: { name: 'billing' },
    assignee: { name: 'Ben Test' },
  })
  const notes = await look<{ text: string }>(
    `select text from message where conversation_id = $1 and direction = 'note'`,
    [conversationId],
  )
  expect(notes).toEqual([{ text: 'Pat asks again' }])

  const undone = await agent.bulkChange.undo({ bulkId: ran.runId })
  expect(undone.items).toEqual([{ outcome: 'undone', refusal: null }])
  expect(await ada.get({ conversationId })).toMatchObject({
    state: 'open',
    waitingOn: null,
    tags: [],
    queue: { name: 'clinical' },
    assignee: null,
  })
})

test('desk-D19 D20 an undo that cannot give all back gives nothing back', async () => {
  const macroId = await saved({
    title: 'Mine, and done',
    steps: [{ do: 'take' }, { do: 'tags', add: ['done'], remove: [] }, { do: 'resolve' }],
    variants: [],
  })
  const { conversationId, version } = await aCase()
  await ada.assign({ conversationId, version: await version(), staffId: clinic.otherAgentId })
  const ran = await run(macroId, conversationId)
  const leave = (state: string) =>
    look(`update staff_member set state = $2 where id = $1`, [clinic.otherAgentId, state])
  await leave('ended')
  const undone = await agent.bulkChange.undo({ bulkId: ran.runId })
  await leave('active')
  expect(undone.items).toEqual([{ outcome: 'kept', refusal: 'NOT_A_READER' }])
  const same = { state: 'resolved', tags: ['done'], assignee: { id: clinic.agentId }, version: ran.version }
  expect(await ada.get({ conversationId })).toMatchObject(same)
})

test('desk-D19 D16 a state that comes with a text follows it when it is sent, not before', async () => {
  const macroId = await saved({
    title: 'Later',
    steps: [{ do: 'text' }, { do: 'wait', on: 'pharmacy' }, { do: 'take' }],
  })
  const { conversationId, seq } = await aCase()
  const ran = await run(macroId, conversationId)
  expect(ran.then).toEqual({ state: 'waiting', waitingOn: 'pharmacy' })
  expect(await ada.get({ conversationId })).toMatchObject({ state: 'open', assignee: { id: clinic.agentId } })
  await ada.send({
    conversationId,
    messageId: newId(),
    mode: 'reply',
    text: ran.text?.text ?? '',
    seenSeq: seq,
    then: ran.then ?? undefined,
  })
  expect(await ada.get({ conversationId })).toMatchObject({ state: 'waiting', waitingOn: 'pharmacy' })
})

test('desk-D19 one step that is refused leaves all of them undone; what moved since the preview is looked at again', async () => {
  const macroId = await saved({
    title: 'Close',
    steps: [{ do: 'tags', add: ['closed'], remove: [] }, { do: 'resolve' }],
    variants: [],
  })
  const { conversationId } = await desk.receive("my chest hurts and I can't breathe")
  expect(await refusalOf(run(macroId, conversationId))).toEqual({
    code: 'OPEN_SAFETY_QUESTION',
    detail: { step: 'resolve', names: [] },
  })
  expect((await ada.get({ conversationId })).tags).toEqual([])

  const other = await aCase()
  const seen = await agent.macro.preview({ macroId, conversationId: other.conversationId })
  await ada.tag({ conversationId: other.conversationId, add: ['x'] })
  const late = { macroId, conversationId: other.conversationId, version: seen.version, runId: newId() }
  expect((await refusalOf(agent.macro.run({ ...late, macroVersion: seen.macroVersion }))).code).toBe(
    'CHANGED_MEANWHILE',
  )
  expect((await refusalOf(agent.macro.run({ ...late, macroVersion: 7 }))).code).toBe('CHANGED_MEANWHILE')
  // Two clicks: the first moves the conversation on, the second finds it moved.
  const shown = await agent.macro.preview({ macroId, conversationId: other.conversationId })
  const click = () =>
    agent.macro.run({
      macroId,
      conversationId: other.conversationId,
      version: shown.version,
      macroVersion: shown.macroVersion,
      runId: newId(),
    })
  const twice = await Promise.allSettled([click(), click()])
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('desk-D19 saving is a new version; of two who save at once one is told, and an old version comes back as the newest', async () => {
  const macroId = await saved()
  const texts = (text: string) => aMacro({ variants: [say('en', text)] })
  const both = await Promise.allSettled([
    supervisor.save({ macroId, version: 1, content: texts('One') }),
    supervisor.save({ macroId, version: 1, content: texts('Two') }),
  ])
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await supervisor.restore({ macroId, version: 2, restored: 1 })).toEqual({ id: macroId, version: 3 })
  const { items, hasOlder } = await supervisor.versions({ macroId })
  expect(items.map(({ version, authorName }) => [version, authorName])).toEqual([
    [3, 'Sue Test'],
    [2, 'Sue Test'],
    [1, 'Sue Test'],
  ])
  expect(hasOlder).toBe(false)
  expect((await agent.macro.get({ macroId })).variants).toEqual(items[2]?.content.variants)

  await supervisor.archive({ macroId, version: 3, isArchived: true })
  const { conversationId } = await aCase()
  expect((await refusalOf(agent.macro.preview({ macroId, conversationId }))).code).toBe('NOT_FOUND')
  expect((await supervisor.list({ show: 'archived' })).items.map(({ id }) => id)).toEqual([macroId])
})

test('desk-D19 what is wrong is named with its field: an owner who is not clinical, a queue that is none, a variable that is none', async () => {
  const refused = (over: Partial<MacroContent>) =>
    refusalOf(supervisor.save({ macroId: newId(), content: aMacro(over) }))
  expect(await refused({ isClinical: true, validUntil: '2030-01-01', medicalOwnerId: clinic.agentId })).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'medicalOwnerId',
    detail: { problem: 'not-clinical' },
  })
  expect(await refused({ steps: [{ do: 'queue', queueId: newId() }], variants: [] })).toMatchObject({ field: 'steps' })
  expect(await refused({ variants: [say('en', 'Hi {patient.phone}')] })).toMatchObject({
    field: 'variants',
    detail: { problem: 'unknown-variable', name: 'patient.phone' },
  })
})

test('desk-D12 the list goes page by page, and shows nothing of another organization', async () => {
  const titles = ['Aa one', 'Aa two', 'Aa "three"']
  for (const title of titles) await saved({ title })
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await agent.macro.list({ search: 'aa ', limit: 1, cursor })
    found.push(...page.items.map(({ title }) => title))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  expect(found.toSorted()).toEqual(titles.toSorted())

  const foreign = clientOf(theirs.agentId, 'agent', aDesk(database, theirs))
  expect((await foreign.macro.list({})).items).toEqual([])
  const macroId = await saved()
  expect(await refusalOf(foreign.macro.get({ macroId }))).toEqual(
    await refusalOf(foreign.macro.get({ macroId: newId() })),
  )
})

test('understanding-D44 a macro is suggested by what somebody wants, in the order of what is wanted, where a reviewed text of the language is in use', async () => {
  const own = await aClinic(database)
  const there = aDesk(database, own)
  const keeper = clientOf(own.supervisorId, 'supervisor', there).macro
  const asked = clientOf(own.agentId, 'agent', there).macro
  const put = async (title: string, topic: string, over: Partial<MacroContent> = {}) => {
    const macroId = newId()
    await keeper.save({ macroId, content: { ...aMacro({ title, topic, ownerId: own.supervisorId }), ...over } })
    return macroId
  }
  const refill = await put('Refill', 'refill_prescription')
  const hours = await put('Hours', 'hours', {
    variants: [say('en', 'At nine.'), say('es', 'raw', { isReviewed: false })],
  })
  await put('Nothing to say', 'vaccine', { steps: [{ do: 'take' }], variants: [] })
  await put('Old', 'visit_prep', { isClinical: true, medicalOwnerId: own.nurseId, validUntil: '2020-01-01' })
  const suggested = async (intents: string[], language = 'en') =>
    (await asked.suggest({ intents, language }))?.macroId ?? null
  expect(await suggested(['hours', 'refill_prescription'])).toBe(hours)
  expect(await suggested(['refill_prescription', 'hours'])).toBe(refill)
  expect(await suggested(['hours', 'refill_prescription'], 'es-MX')).toBe(refill)
  expect(await suggested(['hours'], 'es')).toBeNull()
  expect(await suggested(['vaccine', 'visit_prep', 'bill_question'])).toBeNull()
  // Another organization's macros are not there.
  expect(await agent.macro.suggest({ intents: ['hours'], language: 'en' })).toBeNull()
  await keeper.archive({ macroId: refill, version: 1, isArchived: true })
  expect(await suggested(['refill_prescription'])).toBeNull()
})
