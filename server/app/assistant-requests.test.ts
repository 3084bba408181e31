/** A patient's request in the portal and the chat of the website, over HTTP and on a real database (understanding.md 3.12, decision 0157). */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { addLine } from '#server/channels/voice/own-line.ts'
import { takeTurn, type KnowledgeDoors } from '#server/modules/assistant/index.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { aMember, anOrganization, aPatient, aProduct, patientSignedIn, signedIn } from './a-product.ts'
import { anInbox, codeTo } from './an-inbox.ts'

const product = await aProduct()
const { look, clock, keys } = product
// A Monday at noon in New York.
clock.now = new Date('2026-03-02T17:00:00Z')
const here = await anOrganization(product)
const { organizationId } = here
const inbox = anInbox(product, here)
const agent = inbox.awake(await signedIn(product, await aMember(product, here, 'agent')))
await look(`update organization set assistant_channels = '{portal-chat,widget}' where organization_id = $1`, [
  organizationId,
])
await look(`insert into queue (organization_id, id, name, kind) values ($1, $2, 'Nurses', 'clinical')`, [
  organizationId,
  randomUUID(),
])
await inbox.asSystem((tx) =>
  addLine(
    tx,
    keys,
    { name: 'Calls', address: '+12125550100', carrierAccount: 'AC1', secret: 'a-secret-of-tests', apiUrl: 'http://localhost', deskNumber: null, callsAtOnce: 4, isTranscribed: false }, // prettier-ignore
    clock.now,
  ),
)

let asked: string[] = []
/** Whoever asked an article last. */
let askedFor = ''
const knowledge: KnowledgeDoors = {
  async answerFrom(_tx, { question, audience }) {
    asked.push(question)
    askedFor = audience
    if (!/parking/.test(question)) return { kind: 'unknown' }
    const citation = { title: 'Parking', link: 'https://clinic.example/parking' }
    const why = { nearest: null, matched: [], missing: [] }
    const answer = { articleId: newId(), version: 1, language: 'en', title: 'Parking', text: 'You can park behind the house.', shortText: null } // prettier-ignore
    return { kind: 'answer', answer: { ...answer, citation, reviewedOn: '2026-02-01', score: 1, why } as never }
  },
  noteUnanswered: async () => newId(),
}

const turn = (conversationId: string, database: Database = product.database) =>
  takeTurn(
    { db: database, jobs: product.jobs, hub: product.hub, now: () => clock.now, knowledge },
    organizationId,
    conversationId,
  )

type Said = { text: string; choices: string[] | null }

async function atPortal(number: string | null) {
  const patient = await aPatient(product, here)
  if (number) await inbox.contact(patient.patientId, 'phone', number)
  const call = inbox.awake(await patientSignedIn(product, patient, here.slug))
  let conversationId = ''
  const send = async (text: string) => {
    clock.now = new Date(clock.now.getTime() + 1_000)
    const sent = await call('myConversation.send', { messageId: randomUUID(), text, ...(conversationId ? { conversationId } : { subject: 'A question' }) }) // prettier-ignore
    conversationId = sent.json.conversationId
  }
  const last = async (): Promise<Said> => {
    const { messages } = (await call('myConversation.get', { conversationId })).json
    return messages.at(-1)
  }
  return {
    ...patient,
    call,
    send,
    last,
    id: () => conversationId,
    /** Writes, and is answered. */
    async say(text: string): Promise<Said> {
      await send(text)
      await turn(conversationId)
      return last()
    },
  }
}

const callBacks = (number: string) =>
  look<{ state: string; due_at: Date; conversation_id: string }>(
    'select state, due_at, conversation_id from call_back where address = $1',
    [number],
  )
const requests = async (conversationId: string) => (await agent('assistant.inConversation', { conversationId })).json
const tasksIn = (conversationId: string) =>
  look<{ kind: string; state: string }>('select kind, state from assistant_task where conversation_id = $1 order by started_at', [conversationId]) // prettier-ignore

test('understanding-D64 D65 D67 a call is asked for by buttons with a question in the middle, and booked once after the yes', async () => {
  const number = '+12125550401'
  const pat = await atPortal(number)
  const first = await pat.say('Can you call me back?')
  expect(first.text).toContain('When shall we call?')
  expect(first.choices).toHaveLength(3)
  asked = []
  const topic = await pat.say(first.choices![1]!)
  // The answer to what was asked is no question for an article.
  expect(asked).toEqual([])
  expect(topic).toMatchObject({ choices: [] })
  const aside = await pat.say('Is there parking near you?')
  expect(aside.text).toContain('You can park behind the house.')
  expect(askedFor).toBe('patient')
  expect(aside.text).toContain(`Back to your request: Ask for a call. Number: number that ends in 01. Time: ${first.choices![1]}.`) // prettier-ignore
  const summary = await pat.say('my last bill')
  expect(summary.choices).toEqual(['Yes', 'No, change something', 'Stop this request'])
  expect(await callBacks(number)).toEqual([])
  // What is not finished stays in the queue of people, who see what was said so far, each with its message.
  expect(await look('select state from conversation where id = $1', [pat.id()])).toEqual([{ state: 'open' }])
  const seen = await requests(pat.id())
  expect(seen.requests).toMatchObject([
    {
      kind: 'callback',
      state: 'confirming',
      slots: [
        { name: 'number', shown: 'number that ends in 01' },
        { name: 'time', shown: first.choices![1] },
        { name: 'topic', shown: 'my last bill' },
      ],
    },
  ])
  const [said] = await look<{ text: string }>('select text from message where conversation_id = $1 and seq = $2', [
    pat.id(),
    seen.requests[0].slots[2].seq,
  ])
  expect(said?.text).toBe('my last bill')

  const done = await pat.say('Yes')
  expect(done.text).toContain(`Done. We will call you on ${first.choices![1]}.`)
  const [booked, ...more] = await callBacks(number)
  expect(more).toEqual([])
  expect(booked).toMatchObject({ state: 'open', conversation_id: pat.id() })
  expect((await pat.call('myCallBack.list', {})).json).toMatchObject([{ dueAt: booked?.due_at.toISOString(), isBooked: true }]) // prettier-ignore
  expect(await look('select state, waiting_on from conversation where id = $1', [pat.id()])).toEqual([
    { state: 'waiting', waiting_on: 'patient' },
  ])
  expect(await tasksIn(pat.id())).toEqual([{ kind: 'callback', state: 'done' }])
  expect(
    await look(`select e.kind, e.step from assistant_effect e join assistant_task t on t.id = e.task_id where t.conversation_id = $1`, [pat.id()]), // prettier-ignore
  ).toMatchObject([{ kind: 'call-back' }])
  const [moved] = await look<{ detail: object }>(
    `select detail from journal where conversation_id = $1 and event = 'assistant.request-moved' and detail->>'to' = 'done'`,
    [pat.id()],
  )
  expect(moved).toMatchObject({ detail: { kind: 'callback', from: 'confirming', to: 'done' } })
})

/** The server dies in its work: the connection is gone before the commit. */
const dying: Database = {
  ...product.database,
  transaction: (context, work) =>
    product.database.transaction(context, async (tx) => {
      const outcome = await work(tx)
      await tx.run('select pg_terminate_backend(pg_backend_pid())', [])
      return outcome
    }),
}

test('understanding-D67 killed before the commit nothing was done; replayed and at once it is done once, and said once', async () => {
  const number = '+12125550402'
  const pat = await atPortal(number)
  await pat.say('Please call me back about my bill')
  await pat.say('as soon as possible')
  await pat.send('yes')
  await expect(turn(pat.id(), dying)).rejects.toThrow()
  expect(await callBacks(number)).toEqual([])
  expect(await tasksIn(pat.id())).toEqual([{ kind: 'callback', state: 'confirming' }])
  await Promise.all([turn(pat.id()), turn(pat.id()), turn(pat.id())])
  await turn(pat.id())
  expect(await callBacks(number)).toHaveLength(1)
  const done = await look(`select seq from message where conversation_id = $1 and direction = 'out' and text like '%Done. We will call%'`, [pat.id()]) // prettier-ignore
  expect(done).toHaveLength(1)
  // A second yes is about nothing.
  await pat.say('yes')
  expect(await callBacks(number)).toHaveLength(1)
})

test('understanding-D66 a time that somebody else got meanwhile is not promised; the nearest are offered', async () => {
  const [number, others] = ['+12125550403', '+12125550404']
  const pat = await atPortal(number)
  const first = await pat.say('Please call me back about my bill')
  await pat.say(first.choices![0]!)
  const [at] = await look<{ value: string }>(`select s.value from assistant_slot s where s.conversation_id = $1 and s.name = 'time'`, [pat.id()]) // prettier-ignore
  await look('update voice_line set calls_at_once = 1 where organization_id = $1', [organizationId])
  const kim = await atPortal(others)
  await kim.send('I have a question')
  await kim.call('myCallBack.book', { conversationId: kim.id(), address: others, at: at?.value })
  const gone = await pat.say('yes')
  expect(gone.text).toContain('That time is not free.')
  expect(gone.choices).not.toContain(first.choices![0])
  expect(await callBacks(number)).toEqual([])
  await pat.say(gone.choices![0]!)
  await pat.say('yes')
  expect(await callBacks(number)).toHaveLength(1)
  // One call to a number: a second request says so, and makes none.
  await pat.say('Please call me back about my results')
  const again = await pat.say('any time')
  expect(again.choices?.[0]).toBe('Yes')
  expect((await pat.say('yes')).text).toContain('We already plan to call this number.')
  expect(await callBacks(number)).toHaveLength(1)
  await look('update voice_line set calls_at_once = 4 where organization_id = $1', [organizationId])
})

test('understanding-D64 D65 a symptom in the middle goes to people with what was collected, and no button is left', async () => {
  const pat = await atPortal(null)
  await pat.say('I need a refill of my metformin please')
  await pat.say('9 days')
  const over = await pat.say('My ankle has been swollen for two days')
  expect(over).toMatchObject({ choices: null })
  expect(await requests(pat.id())).toMatchObject({
    isSilent: true,
    handOff: { reason: 'clinical' },
    requests: [{ kind: 'refill', state: 'handed_off', slots: [{ name: 'medicine', shown: 'metformin' }, { name: 'days-left', shown: '9' }] }], // prettier-ignore
  })
})

test('a refill that must not wait: the conversation is urgent and with the nurses', async () => {
  const pat = await atPortal(null)
  await pat.say('I need a refill')
  await pat.say('warfarin')
  const over = await pat.say('2')
  expect(over.text).toContain('A nurse will read this')
  const [found] = await look<{ urgency: string; kind: string }>(
    'select c.urgency, q.kind from conversation c join queue q on q.id = c.queue_id where c.id = $1',
    [pat.id()],
  )
  expect(found).toEqual({ urgency: 'asap', kind: 'clinical' })
  const within = await look('select extract(epoch from deadline_at - requested_at)::int as seconds from hand_off where conversation_id = $1', [pat.id()]) // prettier-ignore
  expect(within).toEqual([{ seconds: 120 }])
})

test('a complaint gets its number, and comes to a person with what happened', async () => {
  const pat = await atPortal(null)
  await pat.say('I want to make a complaint')
  await pat.say('the heating in the room was broken')
  await pat.say('at the main site')
  const summary = await pat.say('last Tuesday')
  expect(summary.text).toContain('• What happened: the heating in the room was broken')
  const sent = await pat.say('yes')
  const [row] = await look<{ number: string }>('select number from conversation where id = $1', [pat.id()])
  expect(sent.text).toContain(`Your number is ${row?.number}.`)
  expect(await requests(pat.id())).toMatchObject({ handOff: { reason: 'complaint' } })

  // Anger in a complaint is no reason to stop listening.
  const angry = await atPortal(null)
  await angry.say('I want to make a complaint')
  expect((await angry.say('the man at the counter laughed at me')).text).toContain('Where did it happen?')
})

test('desk-D25, D27 a complaint has the promise that the clinic made for complaints, from its first word, also in a conversation about something else', async () => {
  const administrator = inbox.awake(await signedIn(product, await aMember(product, here, 'administrator')))
  const promise = (name: string, conditions: object, routine: number) => ({
    name,
    conditions,
    targets: { 'first-response': { routine, urgent: routine, asap: 60, stat: 5 } },
    pausesOn: [],
    isAroundTheClock: true,
    assistantAnswers: false,
  })
  const policies = [promise('Complaints', { topic: ['complaint'] }, 480), promise('All else', {}, 2_880)]
  expect(await administrator('servicePolicy.publish', { publication: 0, policies })).toMatchObject({ status: 200 })
  // Processes go on for a moment with what they have read.
  clock.now = new Date(clock.now.getTime() + 60_000)
  const dueAfter = async (id: string) =>
    (await look<{ minutes: number }>(`select round(extract(epoch from due_at - first_message_at) / 60)::int as minutes from conversation where id = $1`, [id]))[0]?.minutes // prettier-ignore
  const pat = await atPortal(null)
  await pat.say('What do I have to bring to my first visit?')
  expect(await dueAfter(pat.id())).toBe(2_880)
  await pat.say('I want to make a complaint')
  for (const words of ['the heating in the room was broken', 'at the main site', 'last Tuesday', 'yes'])
    await pat.say(words)
  expect(await requests(pat.id())).toMatchObject({ handOff: { reason: 'complaint' } })
  expect(await dueAfter(pat.id())).toBe(480)
  await administrator('servicePolicy.publish', { publication: 1, policies: [] })
  clock.now = new Date(clock.now.getTime() + 60_000)
})

test.each([
  ['en', 'I want to talk to a person', 'A person on our team will read this'],
  ['es', 'quiero hablar con una persona', 'Una persona de nuestro equipo'],
  ['vi', 'Tôi muốn nói chuyện với nhân viên, không phải máy', 'Nhân viên của chúng tôi sẽ đọc'],
  ['zh', '我想跟真人客服说话，不要机器人', '我们的工作人员会阅读'],
  ['ar', 'أريد التحدث مع موظف وليس مع آلة', 'سيقرأ أحد موظفينا رسالتك'],
  ['fr', 'je veux parler à une vraie personne s’il vous plaît', 'Une personne de notre équipe'],
  ['ru', 'хочу поговорить с живым человеком, а не с машиной', 'Наш сотрудник прочитает'],
])('understanding journey 4: the wish for a person in the middle of a request, in %s, is heard and answered in it, with what was gathered', async (_language, words, promise) => {
  const pat = await atPortal(null)
  await pat.say('I need a refill of my metformin please')
  expect((await pat.say(words)).text).toContain(promise)
  expect(await requests(pat.id())).toMatchObject({
    isSilent: true,
    handOff: { reason: 'asked' },
    requests: [{ kind: 'refill', state: 'handed_off', slots: [{ name: 'medicine', shown: 'metformin' }] }],
  })
}) // prettier-ignore

test('understanding-D71 D74 the summary says what was gathered; given back, what was not finished goes on where it stood', async () => {
  const pat = await atPortal(null)
  await pat.say('I need a refill of my metformin please')
  await pat.say('I want to talk to a person')
  const [{ version }] = (await look<{ version: number }>('select version from conversation where id = $1', [pat.id()])) as [{ version: number }] // prettier-ignore
  const summary = await agent('oversight.summary', { conversationId: pat.id(), language: 'en' })
  expect(summary.json.lines).toContainEqual(expect.objectContaining({ part: 'slots', text: 'Medicine: metformin', seq: 1 })) // prettier-ignore
  const back = await agent('assistant.giveBack', { conversationId: pat.id(), version })
  expect(back.json).toMatchObject({ requests: [{ kind: 'refill', state: 'paused' }] })
  expect((await pat.say('hello')).text).toContain('Back to your request: Refill a medicine. Medicine: metformin.')
  const asking = await pat.say('12 days')
  expect(asking.text).toContain('Which drug store should it go to?')
})

test('understanding-D66 after thirty days it is given up; another organization and a reader without its label see nothing of it; who sees it is journalled', async () => {
  const pat = await atPortal(null)
  await pat.say('I need a refill of my metformin please')
  const elsewhere = await anOrganization(product)
  const stranger = anInbox(product, elsewhere).awake(
    await signedIn(product, await aMember(product, elsewhere, 'agent')),
  )
  expect(await stranger('assistant.inConversation', { conversationId: pat.id() })).toMatchObject({ code: 'NOT_FOUND' })
  await look(`update conversation set labels = '{mental-health}' where id = $1`, [pat.id()])
  expect(await agent('assistant.inConversation', { conversationId: pat.id() })).toMatchObject({ code: 'NOT_FOUND' })
  await look(`update conversation set labels = '{}' where id = $1`, [pat.id()])
  expect((await requests(pat.id())).requests).toHaveLength(1)
  await look(`update assistant_task set updated_at = $2 where conversation_id = $1`, [
    pat.id(),
    new Date(clock.now.getTime() - 31 * 86_400_000),
  ])
  expect((await requests(pat.id())).requests).toEqual([])
  // That nothing is asked for tells of nobody.
  const read = await look<{ patient: string; classes: string[]; requests: number }>(
    `select patient_id as patient, field_classes as classes, (detail->>'requests')::int as requests from journal where conversation_id = $1 and event = 'request.read'`,
    [pat.id()],
  )
  expect(read).toEqual([{ patient: pat.patientId, classes: ['service', 'clinical'], requests: 1 }])
  await pat.say('12 days')
  expect(await tasksIn(pat.id())).toEqual([{ kind: 'refill', state: 'abandoned' }])
})

test('understanding-D69 who acts for a patient is offered and called at a number of their own, and when the grant has ended nothing goes on', async () => {
  const [PARENT, OWN, email] = ['+12125550561', '+12125550562', `daughter-${randomUUID().slice(0, 8)}@example.org`]
  const pat = await atPortal(PARENT)
  const { patientId } = pat
  const contactPoints = [{ system: 'email', value: email }, { system: 'phone', value: OWN }] // prettier-ignore
  const added = await agent('patient.addRelatedPerson', { patientId, given: 'Ida', family: 'Rivera', relationship: 'daughter', language: 'en', contactPoints }) // prettier-ignore
  const relatedPersonId = added.json.id as string
  await look(`update contact_point set changed_at = $2::timestamptz - interval '60 days', state = 'active' where related_person_id = $1`, [relatedPersonId, clock.now]) // prettier-ignore
  await inbox.stepUp()
  const granted = await agent('patient.grantProxy', { patientId, relatedPersonId, scope: ['messages'], basis: 'signed-form', endsAt: null }) // prettier-ignore
  const daughter = inbox.awake(await patientSignedIn(product, { email, birthDate: pat.birthDate }, here.slug))
  let conversationId: string | undefined
  const say = async (text: string) => {
    clock.now = new Date(clock.now.getTime() + 1_000)
    const sent = await daughter('myConversation.send', { patientId, messageId: randomUUID(), text, ...(conversationId ? { conversationId } : { subject: 'A question' }) }) // prettier-ignore
    if (sent.status !== 200) return sent
    conversationId = sent.json.conversationId as string
    await turn(conversationId)
    return (await daughter('myConversation.get', { patientId, conversationId })).json.messages.at(-1)
  }
  const asking = await say('Can you call me back?')
  expect(asking.text).not.toContain('ends in 61')
  const times = asking.choices.length > 0 ? asking : await say('tomorrow')
  await say(times.choices[0])
  const summary = await say('My mother needs a form')
  expect(summary.text).toContain('number that ends in 62')
  expect(summary.text).not.toContain('ends in 61')
  expect((await say('yes')).text).toContain('Done. We will call you')
  expect((await say('Is there parking near you?')).text).toContain('You can park behind the house.')
  expect(askedFor).toBe('related_person')
  expect([await callBacks(OWN), await callBacks(PARENT)]).toEqual([[expect.objectContaining({ state: 'open' })], []])
  expect(await agent('patient.endProxy', { proxyId: granted.json.proxy.id })).toMatchObject({ status: 200 })
  expect((await say('And one more thing')).status).not.toBe(200)
})

async function aChat() {
  const accountId = randomUUID()
  await inbox.asSystem((tx) =>
    tx.run(
      `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'widget', 'Chat', $3)`,
      [organizationId, accountId, accountId],
    ),
  )
  const widgetKey = `${organizationId.replaceAll('-', '')}.${accountId}`
  const { visitor } = (await product.call('widget.open', { widgetKey })).json
  const call = (procedure: string, input: unknown) =>
    product.call(procedure, input, { headers: { 'x-visitor': `${visitor.id}:${visitor.secret}` } })
  let conversationId = ''
  return {
    call,
    id: () => conversationId,
    async say(text: string): Promise<Said> {
      clock.now = new Date(clock.now.getTime() + 1_000)
      const sent = await call('widget.send', { messageId: randomUUID(), text, wantsPerson: false })
      conversationId = sent.json.conversationId
      await turn(conversationId)
      return (await call('widget.messages', { after: 0 })).json.messages.at(-1)
    },
  }
}

test('understanding-D68 in the chat of the website nothing of the record is said or booked before a code; after it a call is', async () => {
  const number = '+12125550405'
  const patient = await aPatient(product, here)
  await inbox.contact(patient.patientId, 'phone', number)
  const unknown = await aChat()
  expect((await unknown.say('Is there parking near you?')).text).toContain('You can park behind the house.')
  expect(askedFor).toBe('visitor')
  const first = await unknown.say('Please call me back')
  expect(first).toMatchObject({ choices: [] })
  expect(first.text).toContain('Which number shall we call?')
  const asking = await unknown.say(number)
  expect(asking.choices).toEqual(['As soon as possible', 'In the morning', 'In the afternoon'])
  await unknown.say('In the morning')
  const summary = await unknown.say('my results')
  expect(summary.text).not.toContain('ends in')
  const sent = await unknown.say('yes')
  expect(sent.text).toContain('Nothing is booked')
  expect(await callBacks(number)).toEqual([])
  expect(await requests(unknown.id())).toMatchObject({ handOff: { reason: 'task' } })

  const known = await aChat()
  await known.say('Please call me back')
  await known.call('widget.requestCode', { contact: patient.email, birthDate: patient.birthDate })
  await product.runJobs()
  const verified = await known.call('widget.verifyCode', { code: codeTo(product, patient.email), birthDate: patient.birthDate }) // prettier-ignore
  expect(verified.json).toMatchObject({ identityLevel: 'verified' })
  await known.say('12125550405')
  expect((await known.say('Is there parking near you?')).text).toContain('You can park behind the house.')
  expect(askedFor).toBe('patient')
  const times = await known.say('tomorrow')
  expect(times.choices?.[0]).toMatch(/^Tue, Mar 3/)
  await known.say('1')
  await known.say('my results')
  expect((await known.say('yes')).text).toContain('Done. We will call you on Tue, Mar 3')
  expect(await callBacks(number)).toHaveLength(1)
})
