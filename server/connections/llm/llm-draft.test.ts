/** The language model's procedures: settings, the test, and drafts that a person reads first (understanding-D76, D79). */
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { Role } from '#contract/role.ts'
import { aClinic, asSystem } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { articleRoutes } from '#server/modules/knowledge/index.ts'
import type { LlmConfig } from '#server/platform/config.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aModel, KEY } from './a-model.ts'
import { openLlm } from './open-llm.ts'
import { llmRoutes } from './routes.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const theirs = await aClinic(database)
const desk = aDesk(database, clinic)
const model = await aModel()
const open = (over: Partial<LlmConfig> = {}) =>
  openLlm(model.config('anthropic', over), {
    db: database,
    now: () => desk.clock.at,
    outbound: { local: ['localhost:*'] },
  })
const as = (staffId: string, role: Role, llm: ReturnType<typeof open> | null = open(), at = desk) =>
  createRouterClient({ llm: llmRoutes(llm) }, { context: at.routeOf(staffId, role, []) }).llm
const administrator = as(clinic.supervisorId, 'administrator')
const agent = as(clinic.agentId, 'agent')
const sentTo = (conversationId: string) =>
  look<{ text: string }>(`select text from message where conversation_id = $1 and direction = 'out' order by seq`, [
    conversationId,
  ])
const tick = () => void (desk.clock.at = new Date(desk.clock.at.getTime() + 1_000))

const DRAFT = 'Hello. Thank you for your note. We can look at your visit on Friday for you.'
const says = (text: string) => model.will({ says: JSON.stringify({ text }) })
const write = (text: string, over = {}) => desk.receive(text, over)
const QUESTION = 'Can somebody look at my visit on Friday?'

test('off until an administrator says for what, which is journalled; the key is told to nobody', async () => {
  const settings = await administrator.settings()
  expect(settings).toMatchObject({ connected: { provider: 'anthropic', state: 'works', calls: 0 }, uses: [] })
  expect(JSON.stringify(settings)).not.toContain(KEY)
  const { conversationId } = await write(QUESTION)
  const before = model.asked.length
  expect(await agent.draft({ conversationId })).toEqual({ draft: null, approved: null, cause: 'switched-off' })
  expect(model.asked.length).toBe(before)
  expect(await administrator.saveSettings({ uses: ['draft', 'draft'] })).toMatchObject({ uses: ['draft'] })
  expect(
    await look(`select detail from journal where organization_id = $1 and event = 'llm.switched'`, [
      clinic.organizationId,
    ]),
  ).toEqual([{ detail: { uses: ['draft'] } }])
  const elsewhere = as(theirs.supervisorId, 'administrator', open(), aDesk(database, theirs))
  expect(await elsewhere.settings()).toMatchObject({ uses: [] })
})

test('where none is connected every procedure says so', async () => {
  expect(await as(clinic.supervisorId, 'administrator', null).settings()).toEqual({ connected: null, uses: ['draft'] })
  expect(await as(clinic.supervisorId, 'administrator', null).test()).toEqual({ works: false, cause: 'none' })
  const { conversationId } = await write(QUESTION)
  expect(await as(clinic.agentId, 'agent', null).draft({ conversationId })).toMatchObject({
    draft: null,
    cause: 'none',
  })
})

test('the test asks about nobody and says what is wrong', async () => {
  model.will({ says: '{"works": true}' })
  const before = model.asked.length
  expect(await administrator.test()).toEqual({ works: true, cause: null })
  expect(model.asked[before]?.body).not.toMatch(/Rivera|Pat/)
  model.will({ status: 401 })
  expect(await administrator.test()).toEqual({ works: false, cause: 'refused' })
  expect(
    await look(
      `select detail->>'outcome' as outcome from journal where organization_id = $1 and event = 'llm.asked' and detail->>'use' = 'test' order by seq`,
      [clinic.organizationId],
    ),
  ).toEqual([{ outcome: 'works' }, { outcome: 'refused' }])
})

test('understanding section 4: who leads sees how it stands and what was spent in the days asked for, of this organization', async () => {
  const lead = as(clinic.supervisorId, 'supervisor')
  const day = desk.clock.at.toISOString().slice(0, 10)
  const before = (await lead.standing({ from: day, to: day })).spent
  model.will({ says: '{"works": true}' })
  await administrator.test()
  const now = await lead.standing({ from: '2025-12-01', to: day })
  expect(now).toMatchObject({
    connected: { state: 'works', model: 'test-model-1' },
    spent: { calls: before.calls + 1 },
  })
  expect(now.spent.tokens).toBeGreaterThan(before.tokens)
  expect((await lead.standing({ from: '2025-01-01', to: '2025-01-31' })).spent).toEqual({ tokens: 0, calls: 0 })
  const elsewhere = as(theirs.supervisorId, 'supervisor', open(), aDesk(database, theirs))
  expect((await elsewhere.standing({ from: day, to: day })).spent).toEqual({ tokens: 0, calls: 0 })
  expect(await refusalOf(lead.standing({ from: day, to: '2020-01-01' }))).toMatchObject({ code: 'INVALID_INPUT', field: 'to' }) // prettier-ignore
  expect(JSON.stringify(now)).not.toContain(KEY)
})

test('understanding-D76 a draft is shown to who asked, sent by nobody, and kept beside what was sent', async () => {
  const { conversationId, seq } = await write(QUESTION)
  says(DRAFT)
  const { draft, cause } = await agent.draft({ conversationId })
  expect({ text: draft?.text, cause }).toEqual({ text: DRAFT, cause: null })
  expect(await sentTo(conversationId)).toEqual([])
  expect(await agent.drafts({ conversationId })).toMatchObject({
    drafts: [{ text: DRAFT, staffId: clinic.agentId, sent: null }],
  })

  tick()
  const text = DRAFT.replace('for you.', 'today.')
  const messageId = newId()
  await desk.as(clinic.agentId).conversation.send({ conversationId, messageId, mode: 'reply', text, seenSeq: seq })
  expect((await agent.drafts({ conversationId })).drafts[0]?.sent).toEqual({
    messageId,
    changes: [
      { is: 'kept', text: DRAFT.slice(0, DRAFT.indexOf('for you.')) },
      { is: 'removed', text: 'for you.' },
      { is: 'added', text: 'today.' },
    ],
  })
  const rows = await look<{ event: string; detail: object; patient_id: string; actor_id: string }>(
    `select event, detail, patient_id, actor_id from journal where conversation_id = $1 and event like 'llm.%' order by seq`,
    [conversationId],
  )
  expect(rows[0]).toMatchObject({
    event: 'llm.sent',
    actor_id: clinic.agentId,
    detail: { use: 'draft', characters: QUESTION.length, isMasked: true },
  })
  expect(rows[1]).toMatchObject({
    event: 'llm.asked',
    patient_id: clinic.patientId,
    actor_id: clinic.agentId,
    detail: { use: 'draft', outcome: 'drafted', provider: 'anthropic', model: 'test-model-1', version: 'llm-1' },
  })
})

test.each([
  ['fact', 'Hello. Please come on Monday at 9.'],
  ['fact', 'Hello. That costs $30.'],
  ['name', 'Hello. Please ask for Olga Ostrova.'],
  ['link', 'Hello. Please look at https://evil.example for that.'],
  ['signs', 'Hello [NAME], we can look at your visit.'],
  ['language', 'Hola. Con mucho gusto podemos ver su visita. Por favor espere una respuesta de nuestro equipo.'],
  ['empty', ''],
])('understanding-D77 a draft with a fault (%s) is not shown', async (fault, text) => {
  const { conversationId } = await write(QUESTION)
  says(text)
  expect(await agent.draft({ conversationId })).toEqual({ draft: null, approved: null, cause: fault })
  expect(await agent.drafts({ conversationId })).toEqual({ drafts: [] })
})

test('where no draft holds the approved text of an article is there', async () => {
  const articles = (staffId: string, role: Role) =>
    createRouterClient({ article: articleRoutes }, { context: desk.routeOf(staffId, role, []) }).article
  const articleId = newId()
  const body =
    'You can park for free in the lot behind the clinic. Show the ticket at the front desk. We stamp it for you.'
  const at = { articleId, version: 1 }
  const read = { ...at, revision: 1 }
  await articles(clinic.agentId, 'agent').save({
    articleId,
    version: 0,
    revision: 0,
    content: {
      kind: 'administrative',
      ownerId: clinic.agentId,
      audience: ['visitor', 'patient'],
      siteIds: [],
      sources: [{ title: 'Visit us', url: 'https://clinic.example/visit' }],
      expiresOn: new Date(desk.clock.at.getTime() + 100 * 86_400_000).toISOString().slice(0, 10),
      waiverReason: null,
      texts: [
        {
          language: 'en',
          title: 'Parking for visitors',
          body,
          questions: ['Where can I park?', 'Is parking free?', 'Where is the parking lot?'],
          isMachine: false,
        },
      ],
    },
  })
  await articles(clinic.agentId, 'agent').submit(read)
  await articles(clinic.nurseId, 'nurse').approve(read)
  await articles(clinic.supervisorId, 'supervisor').publish(at)
  const { conversationId } = await write('Where can I park?')
  says('Park on the roof, it costs $90.')
  expect(await agent.draft({ conversationId })).toEqual({ draft: null, approved: body, cause: 'fact' })
  says('You can park for free in the lot behind the clinic. We stamp your ticket.')
  expect(await agent.draft({ conversationId })).toMatchObject({ approved: null, cause: null })
})

test('trust-D62 nothing is drafted where somebody may be in danger, where a label protects, and in what is not the caller’s', async () => {
  says(DRAFT)
  const before = model.asked.length
  const danger = await write('I have crushing chest pain and cannot breathe')
  expect(await refusalOf(agent.draft({ conversationId: danger.conversationId }))).toMatchObject({
    code: 'STATE_NOT_ALLOWED',
  })
  const crisis = await write('I do not want to be here any more')
  expect(await refusalOf(agent.draft({ conversationId: crisis.conversationId }))).toMatchObject({
    code: 'STATE_NOT_ALLOWED',
  })

  const { conversationId } = await write(QUESTION)
  const stranger = as(theirs.agentId, 'agent', open(), aDesk(database, theirs))
  expect(await refusalOf(stranger.draft({ conversationId }))).toMatchObject({ code: 'NOT_FOUND' })
  const kept = await agent.draft({ conversationId })
  expect(kept.draft?.text).toBe(DRAFT)
  await database.transaction(asSystem(clinic), (tx) =>
    tx.run(`update conversation set labels = '{SUD}' where id = $1`, [conversationId]),
  )
  // To whom the label is closed there is no such conversation, and no draft of it; to whom it is open it is not sent out all the same.
  expect(await refusalOf(agent.draft({ conversationId }))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await refusalOf(agent.drafts({ conversationId }))).toMatchObject({ code: 'NOT_FOUND' })
  const reader = createRouterClient(
    { llm: llmRoutes(open()) },
    { context: desk.routeOf(clinic.nurseId, 'nurse', ['SUD']) },
  ).llm
  expect(await refusalOf(reader.draft({ conversationId }))).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
  expect((await reader.drafts({ conversationId })).drafts).toHaveLength(1)
  expect(model.asked.length).toBe(before + 1)
})

test('that words leave is journalled before they do, whatever becomes of the conversation meanwhile', async () => {
  const { conversationId } = await write(QUESTION, { beginsAnew: true })
  const before = model.asked.length
  model.will({ says: JSON.stringify({ text: DRAFT }), after: 300 })
  const asking = refusalOf(agent.draft({ conversationId }))
  await expect.poll(() => model.asked.length).toBe(before + 1)
  await database.transaction(asSystem(clinic), (tx) =>
    tx.run(`update conversation set labels = '{SUD}' where id = $1`, [conversationId]),
  )
  expect(await asking).toMatchObject({ code: 'NOT_FOUND' })
  const rows = await look(
    `select event, detail->>'outcome' as outcome from journal where conversation_id = $1 and event like 'llm.%' order by seq`,
    [conversationId],
  )
  expect(rows).toEqual([
    { event: 'llm.sent', outcome: null },
    { event: 'llm.asked', outcome: 'gone' },
  ])
  expect(await look('select from llm_draft where conversation_id = $1', [conversationId])).toEqual([])

  // Where the row cannot be written, nothing leaves.
  const next = await write(QUESTION, { beginsAnew: true })
  await look(`alter table journal add constraint none_sent check (event <> 'llm.sent') not valid`, [])
  await expect(agent.draft({ conversationId: next.conversationId })).rejects.toThrow()
  await look('alter table journal drop constraint none_sent', [])
  expect(model.asked.length).toBe(before + 1)
})

test('understanding-D48 a draft is made from no text in which names would not be found, and of nothing that one alone reads', async () => {
  says(DRAFT)
  const { conversationId } = await write('我叫王小明，我想更改预约。', { beginsAnew: true })
  const before = model.asked.length
  expect(await agent.draft({ conversationId })).toEqual({ draft: null, approved: null, cause: 'script' })
  expect(model.asked.length).toBe(before)
  // Of an earlier one the model sees that something was said.
  await write(QUESTION, { conversationId })
  expect((await agent.draft({ conversationId })).draft?.text).toBe(DRAFT)
  expect(model.asked.at(-1)?.body).toContain('(not shown)')
  expect(model.asked.at(-1)?.body).not.toContain('王')
  await look(
    `insert into conversation_privacy (organization_id, conversation_id, patient_id, reader_id, since)
     select organization_id, id, patient_id, patient_id, now() from conversation where id = $1`,
    [conversationId],
  )
  const covered = as(clinic.agentId, 'agent', open({ isUnderAgreement: true }))
  expect(await covered.draft({ conversationId })).toMatchObject({ draft: null, cause: 'one-reader' })
  expect(model.asked.length).toBe(before + 1)
})
