/** What patients hear of triage, through HTTP on a real database: questions, answers, advice, silence, and a nurse who is called (understanding-D24-D34, D73). */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { ANSWER_CHOICES } from '#engines/safety-dialogue/texts.ts'
import { PROTOCOL_VERSION } from '#engines/triage/triage.ts'
import { takeTurn } from '#server/modules/assistant/index.ts'
import { alertUnanswered, alertUnread, sendHeldSafetyText } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { aMember, anOrganization, aPatient, aProduct, patientSignedIn, signedIn } from './a-product.ts'

const product = await aProduct()
const { call, database, look, clock, jobs, hub } = product
const clinic = await anOrganization(product)
const { organizationId } = clinic
const [nurse, clinician, administrator] = [
  await aMember(product, clinic, 'nurse'),
  await aMember(product, clinic, 'clinician'),
  await aMember(product, clinic, 'administrator'),
]
const as = systemContext(organizationId, newId(), 'test')
const run = (sql: string, values: unknown[] = []) => database.transaction(as, (tx) => tx.run(sql, values))
await run(`insert into queue (organization_id, id, name, kind) values ($1, $2, 'Nurses', 'clinical')`, [
  organizationId,
  newId(),
])
await run(`update site set phone = '+16175550101' where organization_id = $1`, [organizationId])
await run(`insert into protocol_signature (organization_id, version, signed_by, signed_at) values ($1, $2, $3, $4)`, [
  organizationId,
  PROTOCOL_VERSION,
  clinician.staffId,
  clock.now,
])
let nurseToken = ''
const person = await aPatient(product, clinic)
const token = await patientSignedIn(product, person, clinic.slug)
const administratorToken = await signedIn(product, administrator)
const { widgetKey } = (await call('widget.settings', undefined, { token: administratorToken })).json

const after = (seconds: number) => void (clock.now = new Date(clock.now.getTime() + seconds * 1000))

type Written = { conversationId: string; messageId: string; emergency: unknown; seq: number }

/** A patient writes in the portal; without a conversation, something new. */
async function write(text: string, conversationId?: string, by = token): Promise<Written> {
  after(2)
  const { status, json } = await call(
    'myConversation.send',
    {
      messageId: newId(clock.now.getTime()),
      text,
      ...(conversationId ? { conversationId } : { subject: 'Something new' }),
    },
    { token: by },
  )
  expect(status).toBe(200)
  return json
}

type Said = { text: string; flags: string[] }
/** What the product itself wrote there, in order. */
const saidIn = (conversationId: string) =>
  look<Said>(
    `select text, flags from message where conversation_id = $1 and direction = 'out' and author_kind = 'system' order by seq`,
    [conversationId],
  )
const questionsIn = (conversationId: string) =>
  look<{ id: string; question: string; answer: string | null; tries: number }>(
    `select q.id, q.question, q.answer, q.tries from safety_question q join safety_dialogue d on d.id = q.dialogue_id
      where d.conversation_id = $1 order by q.place`,
    [conversationId],
  )
const alertsIn = (conversationId: string) =>
  look<{ reason: string }>(`select reason from safety_alert where conversation_id = $1`, [conversationId])
const urgencyOf = async (conversationId: string) =>
  (await look<{ urgency: string }>(`select urgency from conversation where id = $1`, [conversationId]))[0]?.urgency
const job = (act: typeof alertUnanswered, id: string) =>
  database.transaction(systemContext(organizationId, newId(), 'test'), (tx) =>
    act({ tx, jobs, hub, now: clock.now }, id),
  )
const lastOf = async (conversationId: string) => (await saidIn(conversationId)).at(-1)?.text ?? ''

test('understanding-D28 D32 all denied: one question at a time, at most four, then advice with the number and no name of an illness', async () => {
  const { conversationId, emergency } = await write('I have been short of breath today')
  expect(emergency).toBeNull()
  expect(await urgencyOf(conversationId)).toBe('asap')
  const [first] = await saidIn(conversationId)
  expect(first?.text).toMatch(
    /^This is an automatic message, not a person\. In an emergency, call 911\..*write “person”\./,
  )
  expect(first?.text).toMatch(
    /Is it hard to breathe while you sit still or talk\?\nPlease answer: Yes, No, or Not sure\.$/,
  )

  let asked = 1
  for (; asked < 6; asked++) {
    await write('No', conversationId)
    const said = await saidIn(conversationId)
    expect(said).toHaveLength(asked + 1)
    if (!said.at(-1)?.text.endsWith('Not sure.')) break
  }
  expect(asked).toBeGreaterThan(1)
  expect(asked).toBeLessThanOrEqual(4)
  const questions = await questionsIn(conversationId)
  expect(new Set(questions.map(({ question }) => question)).size).toBe(asked)
  expect(questions.map(({ answer }) => answer)).toEqual(questions.map(() => 'no'))
  const advice = await lastOf(conversationId)
  expect(advice).toMatch(/^You need care today\.\nA nurse will look at your message\./)
  expect(advice).toContain('Our phone number is (617) 555-0101.')
  expect(advice).toMatch(/Call 911 if there is .*\.$/)
  // What had fired stays: nothing was lowered.
  expect(await urgencyOf(conversationId)).toBe('asap')

  await write('Thank you', conversationId)
  expect(await saidIn(conversationId)).toHaveLength(asked + 1)
})

test.each(['Yes', 'Not sure'])(
  'understanding-D28 "%s" makes it an emergency: the text and the alert at once, and no further question',
  async (answer) => {
    const { conversationId } = await write('I have been short of breath today')
    const { emergency } = await write(answer, conversationId)
    expect(emergency).not.toBeNull()
    expect(await urgencyOf(conversationId)).toBe('stat')
    const said = await saidIn(conversationId)
    expect(said.map(({ flags }) => flags)).toEqual([['safety'], ['emergency']])
    expect(await alertsIn(conversationId)).toHaveLength(1)
    await write('What now?', conversationId)
    expect(await saidIn(conversationId)).toHaveLength(2)
  },
)

test('understanding-D28 nothing is asked where an emergency is sure, where danger is told, or where nothing is of health', async () => {
  const sure = await write('I have crushing chest pain and cannot breathe')
  expect((await saidIn(sure.conversationId)).map(({ flags }) => flags)).toEqual([['emergency']])
  const crisis = await write('I want to die and my head hurts')
  expect((await saidIn(crisis.conversationId)).map(({ flags }) => flags)).toEqual([['emergency']])
  const hours = await write('When do you open on Monday?')
  expect(await saidIn(hours.conversationId)).toEqual([])
  const foreign = await write('Tôi bị khó thở từ hôm qua và rất mệt')
  expect((await saidIn(foreign.conversationId)).filter(({ flags }) => flags.includes('safety'))).toEqual([])
})

test('understanding-D28 a symptom in an answer is triaged as any message', async () => {
  const { conversationId } = await write('I fell and hit my head')
  const { emergency } = await write('No, but now I have crushing chest pain', conversationId)
  expect(emergency).not.toBeNull()
  expect((await questionsIn(conversationId)).map(({ answer }) => answer)).not.toContain('no')
})

test('understanding-D28 in Spanish, and no question is asked twice', async () => {
  const { conversationId } = await write('Me duele mucho la panza desde ayer')
  expect(await lastOf(conversationId)).toMatch(
    /^Este es un mensaje automático.*Por favor conteste: Sí, No, o No sé\.$/s,
  )
  await write('No', conversationId)
  await write('no, gracias', conversationId)
  expect(await lastOf(conversationId)).toMatch(/Llame al 911 si hay/)
  const texts = (await saidIn(conversationId)).map(({ text }) => text)
  expect(new Set(texts).size).toBe(texts.length)
})

test('what is no answer is asked once more; then a nurse is called, and it is silent', async () => {
  const { conversationId } = await write('I have been short of breath today')
  await write('What do you mean?', conversationId)
  expect(await lastOf(conversationId)).toMatch(/^We could not read your answer\./)
  expect(await questionsIn(conversationId)).toMatchObject([{ tries: 2, answer: null }])
  await write('What do you mean?', conversationId)
  expect(await alertsIn(conversationId)).toMatchObject([{ reason: expect.stringMatching(/^Could be an emergency/) }])
  expect(await lastOf(conversationId)).toMatch(/^A nurse will look at this\./)
  await write('Hello?', conversationId)
  expect(await saidIn(conversationId)).toHaveLength(3)
  // An answer is read all the same.
  expect((await write('Yes', conversationId)).emergency).not.toBeNull()
})

test('understanding-D62 the word for a person ends the questions; whoever does not come is watched for', async () => {
  const { conversationId } = await write('I have been short of breath today')
  await write('person', conversationId)
  expect(await lastOf(conversationId)).toMatch(/^A person on our team will read this/)
  const [waiting] = await questionsIn(conversationId)
  after(301)
  await job(alertUnanswered, waiting!.id)
  expect(await alertsIn(conversationId)).toHaveLength(1)
})

test('understanding-D28 nobody answers for five minutes: a nurse is called once, by however many processes and after a kill', async () => {
  const { conversationId, messageId } = await write('I have been short of breath today')
  const [waiting] = await questionsIn(conversationId)
  after(300)
  const killed = database.transaction(as, async (tx) => {
    await alertUnanswered({ tx, jobs, hub, now: clock.now }, waiting!.id)
    throw new Error('killed')
  })
  await expect(killed).rejects.toThrow('killed')
  expect(await alertsIn(conversationId)).toEqual([])
  await Promise.all([1, 2, 3, 4].map(() => job(alertUnanswered, waiting!.id)))
  expect(
    await look(`select message_id, accepted_at from safety_alert where conversation_id = $1`, [conversationId]),
  ).toEqual([{ message_id: messageId, accepted_at: null }])
  await run(
    `update safety_alert set accepted_at = $2, accepted_by = $3, next_step_at = null where conversation_id = $1`,
    [conversationId, clock.now, nurse.staffId],
  )
  await job(alertUnanswered, waiting!.id)
  expect(await alertsIn(conversationId)).toHaveLength(1)
})

test('understanding-D37 who may be in danger reads the words for it in place of a question, and is watched for all the same', async () => {
  const { conversationId } = await write('I have been short of breath today')
  const { emergency } = await write('I feel hopeless', conversationId)
  expect(emergency).toBeNull()
  expect((await saidIn(conversationId)).map(({ flags }) => flags)).toEqual([['safety'], ['emergency']])
  expect(await lastOf(conversationId)).toContain('988')
  // The "no" is to the last question, which was another one.
  await write('No', conversationId)
  after(301)
  const [waiting] = await questionsIn(conversationId)
  expect(waiting!.answer).toBeNull()
  await job(alertUnanswered, waiting!.id)
  expect(await alertsIn(conversationId)).toHaveLength(1)

  // Silence after the question is watched, too.
  const other = await write('I feel hopeless')
  after(301)
  await job(alertUnread, other.messageId)
  expect(await alertsIn(other.conversationId)).toHaveLength(1)
})

test('desk-D5, understanding-D28 where what was asked is merged elsewhere a yes is the emergency it is', async () => {
  const { conversationId } = await write('I have been short of breath today')
  const target = await write('Where do I park?')
  nurseToken = await signedIn(product, nurse)
  const versionOf = async (id: string) =>
    (await call('conversation.get', { conversationId: id }, { token: nurseToken })).json.version as number
  const { status } = await call(
    'conversation.merge',
    {
      conversationId,
      version: await versionOf(conversationId),
      intoId: target.conversationId,
      intoVersion: await versionOf(target.conversationId),
    },
    { token: nurseToken },
  )
  expect(status).toBe(200)
  const { emergency } = await write('Yes', target.conversationId)
  expect(emergency).not.toBeNull()
  expect(await alertsIn(target.conversationId)).toHaveLength(1)
})

test('the job of five minutes comes with the question, in the same commit; an answer in time, or a person, leaves nothing to call for', async () => {
  const due: { queue: string; id: string; startAfter: Date | undefined }[] = []
  const send = jobs.send
  jobs.send = async (_tx, queue, data, options) =>
    void due.push({ queue, id: data.id, startAfter: options?.startAfter })
  const { conversationId } = await write('I have been short of breath today')
  jobs.send = send
  const [first] = await questionsIn(conversationId)
  expect(due.filter(({ queue }) => queue === 'answer-missing')).toEqual([
    { queue: 'answer-missing', id: first!.id, startAfter: new Date(clock.now.getTime() + 300_000) },
  ])
  await write('No', conversationId)
  after(301)
  await job(alertUnanswered, first!.id)
  expect(await alertsIn(conversationId)).toEqual([])

  const other = await write('I fell and hit my head')
  const [asked] = await questionsIn(other.conversationId)
  await answerByPerson(other.conversationId)
  after(301)
  await job(alertUnanswered, asked!.id)
  expect(await alertsIn(other.conversationId)).toEqual([])
})

test('understanding-D28 what was ended unread is watched for all the same: by a bulk change, a rule, as spam; what a person answered and resolved is not', async () => {
  const state = (to: string, id: string) =>
    run(`update conversation set state = $2, resolved_at = case when $2 = 'resolved' then $3::timestamptz end where id = $1`, [id, to, clock.now]) // prettier-ignore
  for (const to of ['resolved', 'spam']) {
    const { conversationId, messageId } = await write('I have been short of breath today')
    const [asked] = await questionsIn(conversationId)
    await state(to, conversationId)
    after(301)
    await job(alertUnanswered, asked!.id)
    expect(await alertsIn(conversationId)).toHaveLength(1)
    // One alert is asking already.
    await job(alertUnread, messageId)
    expect(await alertsIn(conversationId)).toHaveLength(1)
    nurseToken = await signedIn(product, nurse)
    const { items } = (await call('conversation.list', { view: 'red-flags', limit: 50 }, { token: nurseToken })).json
    expect(items.map(({ id }: { id: string }) => id)).toContain(conversationId)
  }

  const answered = await write('I have been short of breath today')
  const [asked] = await questionsIn(answered.conversationId)
  await answerByPerson(answered.conversationId)
  await state('resolved', answered.conversationId)
  after(301)
  await job(alertUnanswered, asked!.id)
  await job(alertUnread, answered.messageId)
  expect(await alertsIn(answered.conversationId)).toEqual([])
})

async function answerByPerson(conversationId: string) {
  nurseToken = await signedIn(product, nurse)
  const { json } = await call('conversation.get', { conversationId }, { token: nurseToken })
  const sent = await call(
    'conversation.send',
    { conversationId, messageId: newId(clock.now.getTime()), mode: 'reply', text: 'I am here.', seenSeq: json.lastSeq },
    { token: nurseToken },
  )
  expect(sent.status).toBe(200)
}

test('understanding-D73 after a person has answered nothing is asked or advised; what is said is read on', async () => {
  const { conversationId } = await write('I have been short of breath today')
  await answerByPerson(conversationId)
  await write('No', conversationId)
  await write('I also have a headache', conversationId)
  expect((await saidIn(conversationId)).filter(({ flags }) => flags.includes('safety'))).toHaveLength(1)
  expect(await questionsIn(conversationId)).toMatchObject([{ answer: 'no' }])
})

test('understanding-D73 of a person and a question at once the question never comes last', async () => {
  for (let round = 0; round < 6; round++) {
    const { conversationId, seq } = await write('I have been short of breath today')
    nurseToken = await signedIn(product, nurse)
    const reply = { conversationId, messageId: newId(), mode: 'reply', text: 'I am here.', seenSeq: seq + 1 }
    const no = { messageId: newId(), conversationId, text: 'No' }
    await Promise.all([
      call('conversation.send', reply, { token: nurseToken }),
      call('myConversation.send', no, { token }),
    ])
    const authors = await look<{ author_kind: string }>(
      `select author_kind from message where conversation_id = $1 and direction = 'out' order by seq`,
      [conversationId],
    )
    const kinds = authors.map(({ author_kind }) => author_kind)
    const person = kinds.indexOf('staff')
    expect(person < 0 || kinds.lastIndexOf('system') < person, kinds.join(' ')).toBe(true)
  }
})

test('a message that is handed over twice, at once or later, or whose transaction was killed, is asked about once', async () => {
  const messageId = newId(clock.now.getTime())
  const input = { messageId, text: 'I have been short of breath today', subject: 'Twice' }
  const answers = await Promise.all([1, 2, 3].map(() => call('myConversation.send', input, { token })))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  const { conversationId } = answers[0]!.json
  await call('myConversation.send', input, { token })
  expect(await saidIn(conversationId)).toHaveLength(1)
  expect(await questionsIn(conversationId)).toHaveLength(1)

  const send = jobs.send
  jobs.send = async (_tx, queue) => {
    if (queue === 'answer-missing') throw new Error('killed')
  }
  const lost = await call('myConversation.send', { ...input, messageId: newId(clock.now.getTime()) }, { token })
  jobs.send = send
  expect(lost.status).toBe(500)
  after(2)
  const answerTwice = { messageId: newId(clock.now.getTime()), conversationId, text: 'No' }
  await Promise.all([1, 2].map(() => call('myConversation.send', answerTwice, { token })))
  expect((await questionsIn(conversationId)).map(({ answer }) => answer)).toEqual(['no', null])
})

test('a second "no" that was sent with the first answers no question that nobody can have read', async () => {
  const { conversationId } = await write('I have been short of breath today')
  await write('No', conversationId)
  const send = () =>
    call('myConversation.send', { messageId: newId(clock.now.getTime()), text: 'No', conversationId }, { token })
  await send()
  expect((await questionsIn(conversationId)).map(({ answer, tries }) => [answer, tries])).toEqual([
    ['no', 1],
    [null, 2],
  ])
  after(2)
  await send()
  expect((await questionsIn(conversationId)).slice(0, 2).map(({ answer }) => answer)).toEqual(['no', 'no'])
})

test('understanding-D28 the website chat asks a visitor the same', async () => {
  const { json } = await call('widget.open', { widgetKey })
  const visitor = { headers: { 'x-visitor': `${json.visitor.id}:${json.visitor.secret}` } }
  const written = await call('widget.send', { messageId: randomUUID(), text: 'I fell and hit my head' }, visitor)
  expect(written.status).toBe(200)
  const { conversationId } = written.json
  expect(await lastOf(conversationId)).toMatch(/Please answer: Yes, No, or Not sure\.$/)
  const seen = (await call('widget.messages', {}, visitor)).json
  expect(seen.messages.map(({ author }: { author: { kind: string } }) => author.kind)).toEqual(['me', 'automatic'])
  after(2)
  await call('widget.send', { messageId: randomUUID(), text: ANSWER_CHOICES.en[1] }, visitor)
  expect((await questionsIn(conversationId)).map(({ answer }) => answer)).toEqual(['no', null])
})

test('understanding-D28, desk-D8 what a patient was asked at the portal is neither told to the chat that staff linked to him nor answered by it', async () => {
  const { json } = await call('widget.open', { widgetKey })
  const visitor = { headers: { 'x-visitor': `${json.visitor.id}:${json.visitor.secret}` } }
  const chat = async (text: string) => {
    after(2)
    return (await call('widget.send', { messageId: randomUUID(), text }, visitor)).json
  }
  const { conversationId } = await chat('Hello')
  await run(`update conversation set patient_id = $2 where organization_id = $1 and id = $3`, [organizationId, person.patientId, conversationId]) // prettier-ignore
  await write('I fell and hit my head', conversationId)
  const said = await saidIn(conversationId)
  expect(said.at(-1)?.text).toMatch(/Please answer: Yes, No, or Not sure\.$/)
  await chat('hello?')
  await chat(ANSWER_CHOICES.en[1])
  expect(await saidIn(conversationId)).toEqual(said)
  expect((await questionsIn(conversationId)).map(({ answer, tries }) => [answer, tries])).toEqual([[null, 1]])
  await write(ANSWER_CHOICES.en[1], conversationId)
  expect((await questionsIn(conversationId)).map(({ answer }) => answer)).toEqual(['no', null])

  // Words of danger are put together of one writer: what a stranger adds tells him nothing of what another wrote, and his own are heard.
  after(16 * 60)
  const [first, ...rest] = ['my chest', 'feels so tight', 'since breakfast and I am sweating'] as const
  await write(first, conversationId)
  for (const text of rest) expect((await chat(text)).emergency).toBeNull()
  expect(await alertsIn(conversationId)).toEqual([])
  for (const text of [first, ...rest]) await chat(text)
  expect(await alertsIn(conversationId)).toHaveLength(1)
})

test('understanding-D34 without a signature nothing is asked; care at home is left to a nurse, and she is named once', async () => {
  const unsigned = await anOrganization(product)
  const patient = await aPatient(product, unsigned)
  const own = await patientSignedIn(product, patient, unsigned.slug)
  const mild = await write('runny nose since yesterday', undefined, own)
  expect((await saidIn(mild.conversationId)).map(({ text }) => text.split('\n\n').at(-1))).toEqual([
    'A nurse will look at this. If it gets worse, call 911.',
  ])
  await write('and a bit of a cough', mild.conversationId, own)
  expect(await saidIn(mild.conversationId)).toHaveLength(1)
  const breath = await write('I have been short of breath today', undefined, own)
  expect(await saidIn(breath.conversationId)).toEqual([])
  expect(await urgencyOf(breath.conversationId)).toBe('asap')
})

test('understanding-D29 D32 signed, a mild complaint is told how to care for it and when to call; the same is not said twice', async () => {
  const { conversationId } = await write('runny nose since yesterday')
  const [said] = await saidIn(conversationId)
  expect(said?.text).toMatch(/You can most likely get better at home\./)
  expect(said?.text).toMatch(/Call 911 if there is/)
  await write('runny nose since yesterday', conversationId)
  expect(await saidIn(conversationId)).toHaveLength(1)
})

test('understanding-D31 the desk reads beside the message what was asked, and what was answered', async () => {
  const { conversationId } = await write('I have been short of breath today')
  await write('No', conversationId)
  await write('Me too', conversationId)
  const staff = await signedIn(product, nurse)
  const { items } = (await call('conversation.messages', { conversationId }, { token: staff })).json
  const shown = items.map(
    ({ understanding }: { understanding: { asked: object[] } | null }) => understanding?.asked ?? [],
  )
  expect(shown[0]).toEqual([
    expect.objectContaining({
      id: 'breath-rest',
      en: 'Is it hard to breathe while you sit still or talk?',
      answer: 'no',
    }),
    expect.objectContaining({ id: 'breath-chest', es: '¿Tiene dolor o presión en el pecho?', answer: null }),
  ])
  expect(shown.slice(1).flat()).toEqual([])
})

test('understanding-D24 the age on record raises, and is never spoken of', async () => {
  const old = await aPatient(product, clinic)
  await run(`update patient set birth_date = '1940-01-01' where id = $1`, [old.patientId])
  const own = await patientSignedIn(product, { ...old, birthDate: '1940-01-01' }, clinic.slug)
  const { conversationId } = await write('runny nose since yesterday', undefined, own)
  const said = await lastOf(conversationId)
  expect(said).toMatch(/This can wait for a visit/)
  expect(said).not.toMatch(/at home|years|86|65/)
  expect(
    await look(
      `select u.triage_urgency from understanding u join message m on m.id = u.message_id where m.conversation_id = $1`,
      [conversationId],
    ),
  ).toEqual([{ triage_urgency: 'routine' }])
})

test('understanding-D24 what is matched or better is read with the age on record, on every channel; a stranger is read by the words alone', async () => {
  const baby = await aPatient(product, clinic)
  const born = new Date(clock.now.getTime() - 60 * 86_400_000).toISOString().slice(0, 10)
  await run(`update patient set birth_date = $2 where id = $1`, [baby.patientId, born])
  const own = await patientSignedIn(product, { ...baby, birthDate: born }, clinic.slug)
  const text = 'A fever of 101 since this morning'
  expect((await write(text, undefined, own)).emergency).not.toBeNull()
  expect((await write(text)).emergency).toBeNull()
  const { json } = await call('widget.open', { widgetKey })
  const visitor = { headers: { 'x-visitor': `${json.visitor.id}:${json.visitor.secret}` } }
  expect((await call('widget.send', { messageId: randomUUID(), text }, visitor)).json.emergency).toBeNull()
  // Of somebody else the age of the writer says nothing.
  expect((await write('My husband has a fever of 101 since this morning', undefined, own)).emergency).toBeNull()
})

test('understanding-D73 danger found after a person took over waits a minute for that person: opened, it is left to them; unopened, the text is sent once', async () => {
  const { conversationId } = await write('When do you open on Monday?')
  await answerByPerson(conversationId)
  const danger = await write('Now I have crushing chest pain and cannot breathe', conversationId)
  // The alert is up and the device shows the numbers at once; the text waits.
  expect(danger.emergency).not.toBeNull()
  expect(await alertsIn(conversationId)).toHaveLength(1)
  expect(await saidIn(conversationId)).toEqual([])
  after(60)
  await Promise.all([1, 2, 3].map(() => job(sendHeldSafetyText, danger.messageId)))
  expect((await saidIn(conversationId)).map(({ flags }) => flags)).toEqual([['emergency']])

  const opened = await write('When do you open on Monday?')
  await answerByPerson(opened.conversationId)
  const seen = await write('Now I have crushing chest pain and cannot breathe', opened.conversationId)
  await call('conversation.markSeen', { conversationId: opened.conversationId, seq: seen.seq }, { token: nurseToken })
  after(60)
  await job(sendHeldSafetyText, seen.messageId)
  expect(await saidIn(opened.conversationId)).toEqual([])
  expect(await look(`select outcome from held_safety_text where message_id = $1`, [seen.messageId])).toEqual([
    { outcome: 'opened' },
  ])
})

test('decision 0163 beside the assistant one voice speaks: it brings to people what is asked about, and says nothing', async () => {
  await run(`update organization set assistant_channels = '{portal-chat}' where organization_id = $1`, [organizationId])
  after(6)
  const { conversationId } = await write('I have been short of breath today')
  const knowledge = { answerFrom: async () => ({ kind: 'unknown' }) as const, noteUnanswered: async () => newId() }
  const turn = () =>
    takeTurn({ db: database, jobs, hub, now: () => clock.now, knowledge }, organizationId, conversationId)
  await turn()
  await write('No', conversationId)
  await turn()
  expect((await saidIn(conversationId)).map(({ flags }) => flags)).toEqual([['safety'], ['safety']])
  expect(await look(`select reason from hand_off where conversation_id = $1`, [conversationId])).toEqual([
    { reason: 'clinical' },
  ])
  await run(`update organization set assistant_channels = '{}' where organization_id = $1`, [organizationId])
})

test('each decision is written down by codes, without a word of the patient', async () => {
  const { conversationId } = await write('I have been short of breath today')
  await write('No', conversationId)
  const rows = await look<{ detail: object }>(
    `select detail from journal where conversation_id = $1 and event = 'safety.decided' order by xid, seq`,
    [conversationId],
  )
  expect(rows.map(({ detail }) => detail)).toEqual([
    {
      engine: 'safety-dialogue-1',
      protocol: PROTOCOL_VERSION,
      outcome: 'ask',
      answer: 'none',
      question: 'breath-rest',
      advice: 'none',
    },
    {
      engine: 'safety-dialogue-1',
      protocol: PROTOCOL_VERSION,
      outcome: 'ask',
      answer: 'no',
      question: 'breath-chest',
      advice: 'none',
    },
  ])
})

test('understanding-D28 what may be an emergency and is not asked about, since a person answered days ago, reaches a nurse when nobody has looked at it', async () => {
  const { conversationId } = await write('Can I have my vaccination record, please?')
  const answered = `insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, text, language, content_class, received_at, automatic)
    select organization_id, $2, id, last_seq + 1, 'out', 'portal-chat', 'staff', 'Here it is.', 'en', 'service', $3, 'none' from conversation where id = $1`
  await run(answered, [conversationId, newId(), clock.now])
  await run(`update conversation set last_seq = last_seq + 1, state = 'resolved', resolved_at = $2 where id = $1`, [conversationId, clock.now]) // prettier-ignore
  const { messageId } = await write('I have been short of breath today', conversationId)
  expect(await questionsIn(conversationId)).toEqual([])
  after(301)
  for (let twice = 0; twice < 2; twice++) await job(alertUnread, messageId)
  const [alert, ...others] = await alertsIn(conversationId)
  expect(alert?.reason).toMatch(/^Could be an emergency: nobody has looked at it yet\./)
  expect(others).toEqual([])

  // Whoever has the conversation and opened it has looked.
  const seen = await write('I have been short of breath today')
  await run(`update conversation set assignee_id = $2, assignment = 'assigned' where id = $1`, [seen.conversationId, nurse.staffId]) // prettier-ignore
  const later = await write('And a little dizzy, still short of breath', seen.conversationId)
  await run(`insert into conversation_seen (organization_id, conversation_id, reader_kind, reader_id, seq, at) values ($1, $2, 'staff', $3, $4, $5)
    on conflict (organization_id, conversation_id, reader_kind, reader_id) do update set at = excluded.at`, [organizationId, seen.conversationId, nurse.staffId, later.seq, clock.now]) // prettier-ignore
  after(301)
  await job(alertUnread, later.messageId)
  expect(await alertsIn(seen.conversationId)).toEqual([])
})
