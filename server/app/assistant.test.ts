/** The assistant on a real database: its turn as a job, beside people who answer, and given back (understanding.md 3.11, 3.13). */
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { assistantRoutes, takeTurn, type KnowledgeDoors } from '#server/modules/assistant/index.ts'
import { aClinic, asPatient, asSystem } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { readOwn } from '#server/modules/conversation/index.ts'
import { newId } from '#server/platform/id.ts'
import { startSentenceVectors, type VectorOf } from '#server/platform/sentence-vectors.ts'
import { testDatabase } from '#server/platform/test-database.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const other = await aClinic(database)
const desk = aDesk(database, clinic)
const { organizationId, patientId, agentId } = clinic
const assistantOf = (at = desk, staffId = agentId, role: 'agent' | 'administrator' = 'agent') =>
  createRouterClient({ assistant: assistantRoutes }, { context: at.routeOf(staffId, role, []) }).assistant
const agent = assistantOf()
const administrator = assistantOf(desk, clinic.supervisorId, 'administrator')
await administrator.saveSettings({ channels: ['portal-chat'] })

let asked: string[] = []
let unanswered: string[] = []
const hours = {
  articleId: newId(),
  version: 3,
  language: 'en',
  title: 'Our hours',
  text: 'We are open from 8 to 5.',
  shortText: null,
}
const knowledge: KnowledgeDoors = {
  async answerFrom(_tx, { question }) {
    asked.push(question)
    const isEnglishOnly = /parqueo/.test(question)
    if (!/open/.test(question) && !isEnglishOnly) return { kind: 'unknown' }
    const citation = { title: 'Our hours', link: 'https://clinic.example/hours' }
    const why = { nearest: null, matched: [], missing: [] }
    return {
      kind: isEnglishOnly ? 'english-only' : 'answer',
      answer: { ...hours, citation, reviewedOn: '2026-02-01', score: 1, why } as never,
    }
  },
  async noteUnanswered(_tx, { question, outcome }) {
    unanswered.push(`${outcome}: ${question}`)
    return newId()
  },
}

async function write(text: string, conversationId: string | null = null) {
  const before = desk.sent.length
  const received = await desk.receive(text, { conversationId, beginsAnew: conversationId === null })
  const jobs = desk.sent.slice(before).filter(({ queue }) => queue === 'assist')
  return { ...received, jobs: jobs.map(({ id }) => id) }
}

const turn = (conversationId: string, vectorOf?: VectorOf) =>
  takeTurn(
    {
      db: database,
      jobs: desk.jobs,
      hub: desk.hub,
      now: () => desk.clock.at,
      knowledge,
      ...(vectorOf ? { vectorOf } : {}),
    },
    organizationId,
    conversationId,
  )

const saidIn = async (conversationId: string) =>
  (
    await look<{ text: string; flags: string[]; author_kind: string }>(
      `select text, flags, author_kind from message where conversation_id = $1 and direction = 'out' order by seq`,
      [conversationId],
    )
  ).filter(({ flags }) => flags.includes('assistant'))

const standing = (conversationId: string) => agent.inConversation({ conversationId })

const answerByPerson = (conversationId: string, seenSeq: number) =>
  desk.as(agentId).conversation.send({ conversationId, messageId: newId(), mode: 'reply', text: 'I am here.', seenSeq })

test('understanding-D56 D58 a question is answered from an approved article, with its date, and waits for the patient', async () => {
  const { conversationId, jobs } = await write('What time do you open on Monday?')
  expect(jobs).toEqual([conversationId])
  await turn(conversationId)
  const [said, ...more] = await saidIn(conversationId)
  expect(more).toEqual([])
  expect(said?.author_kind).toBe('system')
  expect(said?.text).toMatch(
    /^This is an automatic helper.*911.*\n\nWe are open from 8 to 5\.\n\n.*Our hours.*February 1, 2026\. https:\/\/clinic\.example\/hours$/s,
  )
  expect(await look('select state, waiting_on from conversation where id = $1', [conversationId])).toEqual([
    { state: 'waiting', waiting_on: 'patient' },
  ])
  const decided = await look<{ detail: object }>(
    `select detail from journal where conversation_id = $1 and event = 'assistant.decided'`,
    [conversationId],
  )
  expect(decided).toMatchObject([
    { detail: { engine: 'assistant-1', outcome: 'answer', reason: 'none', articles: [`${hours.articleId}@3`] } },
  ])
  const own = await database.transaction(asPatient(clinic, patientId), (tx) =>
    readOwn(tx, { id: patientId, ownIds: [patientId] }, { conversationId, readByStaff: 0 }),
  )
  expect(own?.messages.map(({ author }) => author.kind)).toEqual(['me', 'automatic'])
})

test('a job that comes twice, or late, answers each message once and in order', async () => {
  const { conversationId } = await write('When do you open?')
  await write('And are you open on Friday?', conversationId)
  await Promise.all([turn(conversationId), turn(conversationId), turn(conversationId)])
  await turn(conversationId)
  expect(await saidIn(conversationId)).toHaveLength(2)
})

test('understanding-D58 of two messages at once the conversation waits for the patient only where both are answered', async () => {
  const stateAfter = async (first: string, second: string, between = async (_: string) => {}) => {
    const { conversationId } = await write(first)
    await between(conversationId)
    await write(second, conversationId)
    await turn(conversationId)
    return (await look<{ state: string }>('select state from conversation where id = $1', [conversationId]))[0]?.state
  }
  const open = 'When do you open?'
  expect(await stateAfter(open, 'And are you open on Friday?')).toBe('waiting')
  for (const other of ['I want to talk to a person', 'I would like to book a visit please']) {
    expect(await stateAfter(open, other), other).toBe('open')
    expect(await stateAfter(other, open), other).toBe('open')
  }
  const doubt = async (id: string) => void (await look(`update message set flags = '{opt_out_doubt}' where conversation_id = $1`, [id])) // prettier-ignore
  expect(await stateAfter('Please no more of it', open, doubt)).toBe('open')
  // What came by a channel that it does not answer on is left to people, too.
  const byMail = async (id: string) => void (await look(`update message set channel = 'email' where conversation_id = $1`, [id])) // prettier-ignore
  expect(await stateAfter('Please call me back', open, byMail)).toBe('open')
})

test('what was written before the assistant was there, or waited too long for it, is left to people', async () => {
  const { conversationId } = await write('When do you open on Mondays?')
  desk.clock.at = new Date(desk.clock.at.getTime() + 16 * 60_000)
  await write('And are you open on Fridays?', conversationId)
  await turn(conversationId)
  expect(await saidIn(conversationId)).toHaveLength(1)
  const late = await write('When do you open on Tuesdays?')
  desk.clock.at = new Date(desk.clock.at.getTime() + 16 * 60_000)
  await turn(late.conversationId)
  expect(await saidIn(late.conversationId)).toEqual([])
})

test('understanding-D57 danger gets its safety text alone: the assistant says nothing, asks no article, and brings it to people', async () => {
  asked = []
  const { conversationId, emergency } = await write('I have crushing chest pain and cannot breathe. Are you open?')
  expect(emergency).not.toBeNull()
  await turn(conversationId)
  expect(await saidIn(conversationId)).toEqual([])
  expect(asked).toEqual([])
  expect(await standing(conversationId)).toMatchObject({ isSilent: true, handOff: { reason: 'danger' } })
})

test('understanding-D60 what may be clinical is not answered from an article', async () => {
  asked = []
  const { conversationId } = await write('Are you open? My ankle has been swollen for two days.')
  await turn(conversationId)
  expect(asked).toEqual([])
  expect((await saidIn(conversationId))[0]?.text).toContain('A nurse will read this')
  expect(await standing(conversationId)).toMatchObject({ handOff: { reason: 'clinical' } })
})

test('understanding-D60 words that another want fits better are no nurse’s', async () => {
  const cold = await write('There was no heating in the room.')
  await turn(cold.conversationId)
  expect((await saidIn(cold.conversationId))[0]?.text).not.toContain('A nurse will read this')
  expect(await standing(cold.conversationId)).toMatchObject({ handOff: null })
  // In whom something is felt, or whose words mean nothing else, a nurse reads, and nothing is looked up for them.
  asked = []
  for (const words of ['I feel so low, there was no heating in the room.', "what's the most I can take"]) {
    const low = await write(words)
    await turn(low.conversationId)
    expect(await standing(low.conversationId), words).toMatchObject({ handOff: { reason: 'clinical' } })
  }
  expect(asked).toEqual([])
})

test('understanding-D16 D57 D62 a question in Arabic gets a word at once: a person reads it, an interpreter, the number; then silence', async () => {
  const { conversationId } = await write('متى تفتح العيادة يوم الاثنين؟ أريد أن أعرف ساعات العمل من فضلكم')
  await turn(conversationId)
  await write('وهل يوجد موقف للسيارات قريب من العيادة؟', conversationId)
  await turn(conversationId)
  const said = await saidIn(conversationId)
  expect(said).toHaveLength(1)
  expect(said[0]?.text).toMatch(
    /^هذه رسالة آلية\..*911\.\n\nThis is an automatic message\. A person on our team will read this/s,
  )
  expect(await look('select language from message where conversation_id = $1 and direction = $2', [conversationId, 'out'])).toEqual([{ language: 'ar' }]) // prettier-ignore
  // It stays where people see it.
  expect(await look('select state from conversation where id = $1', [conversationId])).toEqual([{ state: 'open' }])
  expect(await standing(conversationId)).toMatchObject({ isSilent: true, handOff: { reason: 'language' } })
  const ill = await write('عندي صداع شديد منذ يومين ولا أستطيع النوم')
  await turn(ill.conversationId)
  expect(await standing(ill.conversationId)).toMatchObject({ handOff: { reason: 'clinical' } })
})

/** Answers that can be rated, of one conversation. */
const ANSWERS_IN = `select from assistant_answer a join message m on m.id = a.message_id where m.conversation_id = $1`

test('understanding-D61 words of pain are a nurse’s, whatever else is asked; grief gets one line, and is not asked whether it helped', async () => {
  asked = []
  const pain = await write('It is agony. When do you open?')
  await turn(pain.conversationId)
  expect(asked).toEqual([])
  expect(await standing(pain.conversationId)).toMatchObject({ handOff: { reason: 'clinical' } })
  const grief = await write('My grandmother died yesterday. Are you open on Friday?')
  await turn(grief.conversationId)
  expect((await saidIn(grief.conversationId))[0]?.text).toContain('We are sorry to hear this.\n\nWe are open from 8 to 5.')
  expect(await look(ANSWERS_IN, [grief.conversationId])).toEqual([])
}) // prettier-ignore

test('understanding-D81 a page in English only is offered to who asks in Spanish as that, is kept for the authors, and waits for the patient', async () => {
  unanswered = []
  const { conversationId } = await write('Buenos días, ¿me pueden decir si hay parqueo cerca de la clínica?')
  await turn(conversationId)
  const [said] = await saidIn(conversationId)
  expect(said?.text).toContain('solo en inglés: “Our hours” https://clinic.example/hours')
  expect(said?.text).not.toContain('We are open')
  expect(unanswered).toEqual([expect.stringMatching(/^english_only: /)])
  expect(await look(ANSWERS_IN, [conversationId])).toEqual([])
})

test('understanding-D62 D73 the word for a person ends the talk; safety goes on', async () => {
  const { conversationId } = await write('Can I talk to a person please')
  await turn(conversationId)
  expect(await standing(conversationId)).toMatchObject({ isSilent: true, handOff: { reason: 'asked' } })
  await write('When do you open?', conversationId)
  await turn(conversationId)
  expect(await saidIn(conversationId)).toHaveLength(1)
  const late = await write('Now I cannot breathe and my chest hurts badly', conversationId)
  expect(late.urgency).toBe('stat')
  await turn(conversationId)
  expect(await saidIn(conversationId)).toHaveLength(1)
})

test('understanding-D73 after a person has answered, or while one has it, a job that was queued before says nothing', async () => {
  const { conversationId, seq } = await write('When do you open?')
  await answerByPerson(conversationId, seq)
  await turn(conversationId)
  expect(await saidIn(conversationId)).toEqual([])

  const taken = await write('When do you open?')
  await database.transaction(asSystem(clinic), (tx) =>
    tx.run(`update conversation set assignment = 'assigned', assignee_id = $2 where id = $1`, [
      taken.conversationId,
      agentId,
    ]),
  )
  await turn(taken.conversationId)
  expect(await saidIn(taken.conversationId)).toEqual([])
})

test('understanding-D73 of a person and the assistant at once the assistant never speaks last', async () => {
  for (let round = 0; round < 10; round++) {
    const { conversationId, seq } = await write('When do you open?')
    await Promise.allSettled([turn(conversationId), answerByPerson(conversationId, seq)])
    const rows = await look<{ author_kind: string }>(
      `select author_kind from message where conversation_id = $1 and direction = 'out' order by seq`,
      [conversationId],
    )
    const authors = rows.map(({ author_kind }) => author_kind)
    expect(authors.lastIndexOf('system')).toBeLessThan(authors.includes('staff') ? authors.indexOf('staff') : 1)
  }
})

test('understanding-D74 given back with a note, the patient is told without it, and the assistant answers again', async () => {
  const { conversationId } = await write('Can I talk to a person please')
  await turn(conversationId)
  const versionNow = async () =>
    (await look<{ version: number }>('select version from conversation where id = $1', [conversationId]))[0]?.version ??
    0
  const giveBack = (version: number) => agent.giveBack({ conversationId, version, note: 'Spoke by telephone.' })
  expect(await refusalOf(giveBack(1))).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  expect(await giveBack(await versionNow())).toEqual({ isOn: true, isSilent: false, handOff: null, requests: [] })
  expect(await refusalOf(giveBack(await versionNow()))).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
  await write('When do you open?', conversationId)
  await turn(conversationId)
  const said = await saidIn(conversationId)
  expect(said.map(({ text }) => text.split('.')[0])).toEqual([
    'This is an automatic helper, not a person',
    'Our team gave this chat back to the automatic helper',
    'We are open from 8 to 5',
  ])
  // What was refused has left nothing.
  const notes = await look(`select text, author_id, readers from message where conversation_id = $1 and direction = 'note'`, [conversationId]) // prettier-ignore
  expect(notes).toEqual([{ text: 'Spoke by telephone.', author_id: agentId, readers: [expect.any(String)] }])
  const own = await database.transaction(asPatient(clinic, patientId), (tx) =>
    readOwn(tx, { id: patientId, ownIds: [patientId] }, { conversationId, readByStaff: 0 }),
  )
  expect(JSON.stringify(own)).not.toContain('telephone')
})

test('understanding-D58 D83 what no article answers is kept for the authors; a greeting is not', async () => {
  unanswered = []
  const { conversationId } = await write('Do you sell bicycles?')
  await turn(conversationId)
  expect(unanswered).toEqual(['unknown: Do you sell bicycles?'])
  expect((await saidIn(conversationId))[0]?.text).toContain('What do you need?')
  await write('Hello!', conversationId)
  await turn(conversationId)
  expect(unanswered).toHaveLength(1)
})

test('understanding-D13 what the first stage is not sure of is brought on by the second, and without it as before', async () => {
  const words = 'my aunt is the one to call now'
  const sentences = startSentenceVectors({ withinMs: 20_000 })
  const read: string[] = []
  const vectorOf: VectorOf = (text) => (read.push(text), sentences.vectorOf(text))
  const decisionIn = async (conversationId: string) =>
    (await look<{ detail: object }>(`select detail from journal where conversation_id = $1 and event = 'assistant.decided'`, [conversationId])).map(({ detail }) => detail) // prettier-ignore

  const alone = await write(words)
  await turn(alone.conversationId)
  expect(await decisionIn(alone.conversationId)).toMatchObject([{ outcome: 'ask' }])
  const without = await write(words)
  await turn(without.conversationId, async () => null)
  expect(await decisionIn(without.conversationId)).toEqual(await decisionIn(alone.conversationId))

  const both = await write(words)
  await turn(both.conversationId, vectorOf)
  expect(read).toEqual([words])
  expect(await decisionIn(both.conversationId)).toMatchObject([{ outcome: 'collect', reason: 'none', secondStage: 'sentence-1' }]) // prettier-ignore
  expect(await saidIn(both.conversationId)).toHaveLength(1)

  // Where the first stage is sure, or danger was told, it is not asked.
  for (const sure of ['Please cancel my appointment on Friday.', 'I have crushing chest pain.']) {
    const { conversationId } = await write(sure)
    await turn(conversationId, vectorOf)
  }
  expect(read).toHaveLength(1)
  await sentences.close()
})

test('where it is not switched on nothing is sent to it, and another organization sees nothing of it', async () => {
  const { conversationId } = await write('When do you open?')
  await turn(conversationId)
  const elsewhere = assistantOf(aDesk(database, other), other.agentId)
  expect(await refusalOf(elsewhere.inConversation({ conversationId }))).toMatchObject({ code: 'NOT_FOUND' })
  await administrator.saveSettings({ channels: [] })
  await write('And on Friday, are you open?', conversationId)
  await turn(conversationId)
  expect(await saidIn(conversationId)).toHaveLength(1)
})

const TEXTER = '+16175550142'
const byText = (text: string, over: object = {}) => {
  const before = desk.sent.length
  return desk
    .receive(text, {
      messageId: undefined,
      channel: 'sms',
      source: 'sms:test',
      externalId: newId(),
      sender: { kind: 'address', system: 'sms', value: TEXTER, name: null, usable: true },
      provedBy: 'token',
      beginsAnew: false,
      ...over,
    })
    .then((received) => ({ ...received, sent: desk.sent.slice(before).map(({ queue }) => queue) }))
}
const deliveries = (conversationId: string) =>
  look<{ channel: string; state: string; address: string }>(
    'select channel, state, address from delivery where conversation_id = $1 order by id',
    [conversationId],
  )

test('understanding-D70 a text message is answered by one, at most 320 characters, through the gate; STOP opens no dialogue', async () => {
  expect((await byText('When do you open?')).sent).not.toContain('assist')
  await administrator.saveSettings({ channels: ['portal-chat', 'sms'] })
  await look(`update organization set outbound_on = true where organization_id = $1`, [organizationId])
  await look(
    `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'sms', 'Texts', '+16175550100')`,
    [organizationId, newId()],
  )
  desk.clock.at = new Date(desk.clock.at.getTime() + 10 * 60_000)
  const { conversationId, sent } = await byText('When do you open on Saturdays?')
  expect(sent).toContain('assist')
  await turn(conversationId)
  const [said] = await saidIn(conversationId)
  expect(said?.text).toMatch(
    /^Automatic helper, not a person\. Emergency\? Call 911\..*We are open from 8 to 5\..*https:\/\/clinic\.example\/hours$/s,
  )
  expect(said!.text.length).toBeLessThanOrEqual(320)
  expect(await deliveries(conversationId)).toEqual([{ channel: 'sms', state: 'queued', address: TEXTER }])

  await byText('STOP', { conversationId })
  await turn(conversationId)
  await byText('Are you open on Sundays?', { conversationId })
  await turn(conversationId)
  // After STOP nothing of ours leaves, and people see what waits.
  expect(await saidIn(conversationId)).toHaveLength(1)
  expect(await look('select state from conversation where id = $1', [conversationId])).toEqual([{ state: 'open' }])

  await administrator.saveSettings({ channels: ['portal-chat'] })
})
