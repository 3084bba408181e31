/** Requests and questions of safety by text message, over the signed webhook of a carrier (understanding-D28, D63, D66, D70, decision 0172). */
import { createHmac, randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { PROTOCOL_VERSION } from '#engines/triage/triage.ts'
import { addLine } from '#server/channels/voice/own-line.ts'
import { addNumber } from '#server/channels/sms/own-number.ts'
import { takeTurn, type KnowledgeDoors } from '#server/modules/assistant/index.ts'
import { alertUnanswered, deliver, releaseHeld } from '#server/modules/conversation/index.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { aMember, anOrganization, aPatient, aProduct, patientSignedIn, PUBLIC_URL, signedIn } from './a-product.ts'
import { anInbox, codeTo } from './an-inbox.ts'

const product = await aProduct()
const { call, look, clock, url, keys } = product
const here = await anOrganization(product, { outboundOn: true })
const { organizationId } = here
const inbox = anInbox(product, here)
const [administrator, clinician] = [
  await aMember(product, here, 'administrator'),
  await aMember(product, here, 'clinician'),
]
const agent = inbox.awake(await signedIn(product, await aMember(product, here, 'agent')))
const SECRET = 'a-secret-of-tests'
const OURS = '+12125550100'
clock.now = new Date('2026-03-02T17:00:00Z')
await inbox.asSystem((tx) =>
  addNumber(
    tx,
    keys,
    { name: 'Texts', address: OURS, carrierAccount: 'AC1', secret: SECRET, apiUrl: 'http://localhost' },
    clock.now,
  ),
)
await look(`insert into queue (organization_id, id, name, kind) values ($1, $2, 'Nurses', 'clinical')`, [
  organizationId,
  newId(),
])
await look(`insert into protocol_signature (organization_id, version, signed_by, signed_at) values ($1, $2, $3, $4)`, [
  organizationId,
  PROTOCOL_VERSION,
  clinician.staffId,
  clock.now,
])
const [listed] = (await call('smsNumber.list', undefined, { token: await signedIn(product, administrator) })).json
const HOOK = new URL(listed.url).pathname

const setChannels = (channels: string[]) =>
  look(`update organization set assistant_channels = $2 where organization_id = $1`, [organizationId, channels])
beforeEach(async () => {
  // A week on, at noon, so that no budget of another test counts.
  clock.now = new Date(clock.now.getTime() + 7 * 86_400_000)
  await setChannels(['portal-chat', 'widget', 'sms'])
})

let people = 200
const aNumber = (): string => `+1212555${String(++people).padStart(4, '0')}`
const later = (seconds: number) => void (clock.now = new Date(clock.now.getTime() + seconds * 1000))

const knowledge: KnowledgeDoors = { answerFrom: async () => ({ kind: 'unknown' }), noteUnanswered: async () => newId() }
const turn = (conversationId: string, database: Database = product.database) =>
  takeTurn(
    { db: database, jobs: product.jobs, hub: product.hub, now: () => clock.now, knowledge },
    organizationId,
    conversationId,
  )

/** Signed as the carrier signs it: the public address, then every field by its name. */
async function push(form: Record<string, string>): Promise<number> {
  const names = Object.keys(form).toSorted()
  const signed = PUBLIC_URL + HOOK + names.map((name) => name + form[name]).join('')
  const response = await fetch(`${url}${HOOK}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', SECRET).update(signed).digest('base64'),
    },
    body: new URLSearchParams(form).toString(),
  })
  return response.status
}
const formOf = (from: string, text: string) => ({
  MessageSid: `SM${randomUUID().replaceAll('-', '')}`,
  AccountSid: 'AC1',
  From: from,
  To: OURS,
  Body: text,
  NumMedia: '0',
})

/** The telephone of somebody: what it sends, and what comes back. */
function aTelephone(number = aNumber()) {
  const texts = () =>
    look<{ text: string; flags: string[] }>(
      `select m.text, m.flags from delivery d join message m on m.organization_id = $1 and m.id = d.message_id
        where d.organization_id = $1 and d.address = $2 and d.channel = 'sms' order by m.received_at, m.seq`,
      [organizationId, number],
    )
  let last = ''
  const id = async () => {
    const [row] = await look<{ id: string }>(
      `select conversation_id as id from message where organization_id = $1 and external_id = $2`,
      [organizationId, last],
    )
    if (!row) throw new Error('nothing came from this number')
    return row.id
  }
  return {
    number,
    texts,
    id,
    /** Texts, and is answered or not. @returns what came back for it. */
    async say(text: string, form = formOf(number, text)): Promise<string[]> {
      later(2)
      last = form.MessageSid
      const before = (await texts()).length
      expect(await push(form)).toBe(200)
      await turn(await id())
      return (await texts()).slice(before).map((one) => one.text)
    },
  }
}
const requestsIn = async (conversationId: string) => (await agent('assistant.inConversation', { conversationId })).json
const tasksIn = (conversationId: string) =>
  look<{ kind: string; state: string }>('select kind, state from assistant_task where conversation_id = $1 order by started_at', [conversationId]) // prettier-ignore
const questionsIn = (conversationId: string) =>
  look<{ id: string; question: string; answer: string | null }>(
    `select q.id, q.question, q.answer from safety_question q join safety_dialogue d on d.id = q.dialogue_id
      where d.conversation_id = $1 order by q.place`,
    [conversationId],
  )
const alertsIn = (conversationId: string) =>
  look(`select from safety_alert where conversation_id = $1`, [conversationId])

test('understanding-D64 D70 a request is taken by text: one short text for each, choices by figures, nothing sent to people before a yes', async () => {
  const phone = aTelephone()
  const [first] = await phone.say('I need to book a visit please')
  expect(first).toMatch(/^Automatic helper, not a person\. Emergency\? Call 911\./)
  expect(first).toContain('What is the visit for?')
  const [who] = await phone.say('a check of my ears')
  expect(who).toMatch(/Who is the visit for\?\nFor a person, text PERSON\.\n1 .*\n2 .*\n3 .*$/)
  await phone.say('1')
  const [summary] = await phone.say('2')
  expect(summary).toContain('- Reason: a check of my ears')
  expect(summary).toContain('- Days and times: In the morning')
  expect(summary).toMatch(/\n1 Yes\n2 No, change something\n3 Drop it$/)
  expect(await tasksIn(await phone.id())).toEqual([{ kind: 'book', state: 'confirming' }])
  const [sent] = await phone.say('1')
  expect(sent).toContain('Nothing is booked')
  expect(await requestsIn(await phone.id())).toMatchObject({
    handOff: { reason: 'task' },
    requests: [{ kind: 'book', state: 'handed_off' }],
  })
  for (const { text } of await phone.texts()) expect(text.length).toBeLessThanOrEqual(320)
})

test('understanding-D66 D70 to a number on file without consent to plain texts what was written of health is not repeated', async () => {
  const { patientId } = await aPatient(product, here)
  const phone = aTelephone()
  // What is said is said to the number that wrote, whatever others are on file.
  const others = [aNumber(), aNumber()] as const
  await inbox.contact(patientId, 'sms', others[0])
  await inbox.contact(patientId, 'sms', phone.number)
  await inbox.contact(patientId, 'sms', others[1])
  await look(`update contact_point set use = 'old' where value = $1`, [others[0]])
  await phone.say('I need a refill of my metformin, 12 days left')
  const [summary] = await phone.say('the one on Main Street')
  for (const other of others) expect(await aTelephone(other).texts()).toEqual([])
  expect(summary).toContain('as you wrote it')
  expect(summary).not.toMatch(/metformin|Main Street/)
  expect(await requestsIn(await phone.id())).toMatchObject({ requests: [{ slots: [{ shown: 'metformin' }, {}, {}] }] })
})

test('understanding-D63 STOP and CANCEL in the middle are words to the carrier: they answer nothing, end texts, and the request waits for people', async () => {
  const phone = aTelephone()
  await phone.say('I need to cancel my visit')
  const before = await tasksIn(await phone.id())
  const texts = await phone.say('CANCEL')
  expect(texts).toHaveLength(1)
  expect(texts[0]).toMatch(/cancel/i)
  expect(await tasksIn(await phone.id())).toEqual(before)
  expect(await phone.say('STOP')).toEqual([])
  expect(await phone.say('Tuesday')).toEqual([])
  expect(await look('select state from conversation where id = $1', [await phone.id()])).toEqual([{ state: 'open' }])
})

test('understanding-D70 five automatic texts in an hour: what could not be asked goes to people with what was said', async () => {
  const phone = aTelephone()
  await phone.say('I need to book a visit please')
  await phone.say('a check of my ears')
  await phone.say('1')
  await phone.say('2')
  await phone.say('no')
  expect(await phone.texts()).toHaveLength(5)
  expect(await phone.say('3')).toEqual([])
  const seen = await requestsIn(await phone.id())
  expect(seen).toMatchObject({
    isSilent: true,
    handOff: { reason: 'task' },
    requests: [{ kind: 'book', state: 'handed_off' }],
  })
  expect(await look('select state from conversation where id = $1', [await phone.id()])).toEqual([{ state: 'open' }])
})

test('desk-D52 an answering machine that thanks for each text is answered twice, and one with new words each time fifteen times a day', async () => {
  const machine = aTelephone()
  const replies: number[] = []
  for (let n = 0; n < 6; n++) {
    replies.push((await machine.say('Thank you for your message! We will get back to you soon.')).length)
    later(20 * 60)
  }
  expect(replies).toEqual([1, 1, 0, 0, 0, 0])

  const chatty = aTelephone()
  let said = 0
  for (let n = 0; n < 18; n++) {
    said += (await chatty.say(`Thank you, goodbye from line ${n}`)).length
    later(30 * 60)
  }
  expect(said).toBe(15)
  // It stays where people see it.
  expect(await look('select state from conversation where id = $1', [await chatty.id()])).toEqual([{ state: 'open' }])
})

test('trust-D36 desk-D52 an emergency is told five times for the same words of one day, and the alert stands all the same', async () => {
  const phone = aTelephone()
  let told = 0
  for (let n = 0; n < 8; n++) {
    told += (await phone.say('I have crushing chest pain and I cannot breathe')).filter((text) => text.includes('911')).length // prettier-ignore
    later(15 * 60)
  }
  expect(told).toBe(5)
  expect(await alertsIn(await phone.id())).toHaveLength(1)
})

test('understanding-D28 by text at most two questions, one at a time, then what to do; the switch of the assistant says nothing of it', async () => {
  await setChannels([])
  const phone = aTelephone()
  const [first] = await phone.say('I have been short of breath today')
  expect(first).toMatch(/^Automatic message, not a person\. Emergency\? Call 911\./)
  expect(first).toMatch(/Is it hard to breathe .*\?\nPlease text YES, NO or NOT SURE\.$/)
  const [second] = await phone.say('No')
  expect(second).toMatch(/\?\nPlease text YES, NO or NOT SURE\.$/)
  const watched: { queue: string; startAfter: Date | undefined }[] = []
  const { send } = product.jobs
  product.jobs.send = async (tx, queue, data, options) => {
    watched.push({ queue, startAfter: options?.startAfter })
    return send(tx, queue, data, options)
  }
  const [advice] = await phone.say('no')
  product.jobs.send = send
  // A third question stays open: a nurse is called if nobody has looked in a quarter of an hour.
  const inTime = new Date(clock.now.getTime() + 15 * 60_000)
  expect(watched.filter(({ queue }) => queue === 'danger-unread')).toEqual([
    { queue: 'danger-unread', startAfter: inTime },
  ])
  expect(advice).toMatch(/^You need care today\.[^]*Call 911 if/)
  expect((await questionsIn(await phone.id())).map(({ answer }) => answer)).toEqual(['no', 'no'])
  expect(await phone.say('Thank you')).toEqual([])
  for (const { text } of await phone.texts()) expect(text.length).toBeLessThanOrEqual(320)
})

test.each(['Yes', 'not sure'])(
  'understanding-D28 by text "%s" is an emergency: its text and the alert, and no question more',
  async (answer) => {
    const phone = aTelephone()
    await phone.say('I have been short of breath today')
    const texts = await phone.say(answer)
    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain('911')
    expect(await alertsIn(await phone.id())).toHaveLength(1)
  },
)

test('understanding-D28 D63 nobody answers by text for fifteen minutes, or says STOP: a nurse is called, once', async () => {
  const phone = aTelephone()
  const due: { queue: string; id: string; startAfter: Date | undefined }[] = []
  const { send } = product.jobs
  product.jobs.send = async (_tx, queue, data, options) =>
    void due.push({ queue, id: data.id, startAfter: options?.startAfter })
  await phone.say('I have been short of breath today')
  product.jobs.send = send
  const [question] = await questionsIn(await phone.id())
  expect(due.find(({ queue }) => queue === 'answer-missing')).toMatchObject({
    id: question?.id,
    startAfter: new Date(clock.now.getTime() + 15 * 60_000),
  })
  const [stopped] = await phone.say('STOP')
  expect(stopped).toMatch(/stop/i)
  expect((await questionsIn(await phone.id())).map(({ answer }) => answer)).toEqual([null])
  later(15 * 60)
  for (let run = 0; run < 2; run++)
    await inbox.asSystem((tx) =>
      alertUnanswered({ tx, jobs: product.jobs, hub: product.hub, now: clock.now }, question?.id ?? ''),
    )
  expect(await alertsIn(await phone.id())).toHaveLength(1)
})

test("what the gate does not let out was not asked: no question waits, and the message is people's as before", async () => {
  await look(`update organization set outbound_on = false where organization_id = $1`, [organizationId])
  const phone = aTelephone()
  expect(await phone.say('I have been short of breath today')).toEqual([])
  expect(await questionsIn(await phone.id())).toEqual([])
  expect(await look('select state, urgency from conversation where id = $1', [await phone.id()])).toEqual([
    { state: 'open', urgency: 'asap' },
  ])
  await look(`update organization set outbound_on = true where organization_id = $1`, [organizationId])
})

test('understanding-D70, desk-D42 where an organization sends nothing by itself, what answers whoever is writing leaves all the same', async () => {
  const rules = { quietFromHour: 21, quietToHour: 8, automaticPerDay: 0, automaticSmsPerDay: 0, automaticSmsPerWeek: 0, automaticMailPerHour: 0, automaticMailPerMailboxMinute: 1 } // prettier-ignore
  await look(`insert into sending_rules (organization_id, version, rules, at) values ($1, 1, $2, now())`, [organizationId, JSON.stringify(rules)]) // prettier-ignore
  clock.now = new Date(new Date(clock.now.getTime() + 86_400_000).setUTCHours(16, 0, 0, 0))
  const phone = aTelephone()
  expect(await phone.say('I need to book a visit please')).toHaveLength(1)
  const handed: string[] = []
  const deps = {
    ...product,
    db: product.database,
    now: () => clock.now,
    continuityMinutes: 5,
    carriers: { sms: async ({ text }: { text: string }) => (handed.push(text), { state: 'handed_over', providerRef: newId() } as const) }, // prettier-ignore
  }
  const [waits] = await look<{ id: string }>(`select id from delivery where organization_id = $1 and address = $2 and state = 'queued'`, [organizationId, phone.number]) // prettier-ignore
  // A carrier that was away for the evening: it does not ring at night, and is there in the morning.
  const noon = clock.now
  clock.now = new Date(noon.getTime() + 11 * 3_600_000)
  const stateOf = () => look(`select state, cause from delivery where id = $1`, [waits?.id])
  await deliver(deps, organizationId, waits?.id ?? '')
  expect(await stateOf()).toEqual([{ state: 'held', cause: 'QUIET_HOURS' }])
  clock.now = new Date(noon.getTime() + 22 * 3_600_000)
  await releaseHeld(deps, organizationId, waits?.id ?? '')
  await deliver(deps, organizationId, waits?.id ?? '')
  expect(await stateOf()).toEqual([{ state: 'handed_over', cause: null }])
  expect(handed).toHaveLength(1)
  await look(`delete from sending_rules where organization_id = $1`, [organizationId])
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
const callBacks = (number: string) =>
  look<{ state: string; conversation_id: string }>('select state, conversation_id from call_back where address = $1', [
    number,
  ])
const handOffsIn = (conversationId: string) =>
  look<{ reason: string }>('select reason from hand_off where conversation_id = $1', [conversationId])
const aLine = () =>
  inbox.asSystem((tx) =>
    addLine(
      tx,
      keys,
      { name: 'Calls', address: OURS, carrierAccount: 'AC1', secret: SECRET, apiUrl: 'http://localhost', deskNumber: null, callsAtOnce: 4, isTranscribed: false }, // prettier-ignore
      clock.now,
    ),
  )

async function atPortal(number: string) {
  const patient = await aPatient(product, here)
  await inbox.contact(patient.patientId, 'sms', number)
  const asPatient = inbox.awake(await patientSignedIn(product, patient, here.slug))
  let conversationId = ''
  return {
    ...patient,
    id: () => conversationId,
    async say(text: string): Promise<{ text: string; choices: string[] | null }> {
      later(2)
      const sent = await asPatient('myConversation.send', { messageId: randomUUID(), text, ...(conversationId ? { conversationId } : { subject: 'A question' }) }) // prettier-ignore
      conversationId = sent.json.conversationId
      await turn(conversationId)
      return (await asPatient('myConversation.get', { conversationId })).json.messages.at(-1)
    },
  }
}

async function aChat() {
  const accountId = randomUUID()
  await look(`insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'widget', 'Chat', $3)`, [organizationId, accountId, accountId]) // prettier-ignore
  const widgetKey = `${organizationId.replaceAll('-', '')}.${accountId}`
  const { visitor } = (await call('widget.open', { widgetKey })).json
  const asVisitor = (procedure: string, input: unknown) =>
    call(procedure, input, { headers: { 'x-visitor': `${visitor.id}:${visitor.secret}` } })
  let conversationId = ''
  return {
    call: asVisitor,
    id: () => conversationId,
    async say(text: string): Promise<{ text: string; choices: string[] | null }> {
      later(1)
      const sent = await asVisitor('widget.send', { messageId: randomUUID(), text, wantsPerson: false })
      conversationId = sent.json.conversationId
      await turn(conversationId)
      return (await asVisitor('widget.messages', { after: 0 })).json.messages.at(-1)
    },
  }
}

test('understanding-D66 D67 begun in the portal, continued by text, finished in the portal: one conversation, one call, over a kill and a replay', async () => {
  await aLine()
  const phone = aTelephone()
  const portal = await atPortal(phone.number)
  const times = await portal.say('Can you call me back?')
  await portal.say(times.choices![1]!)

  // The webhook is told again by the carrier, at once and later; the server dies once before it has answered.
  const form = formOf(phone.number, 'my results')
  later(2)
  await Promise.all([push(form), push(form), push(form)])
  await expect(turn(portal.id(), dying)).rejects.toThrow()
  expect(await phone.texts()).toEqual([])
  const [summary, ...more] = await phone.say('my results', form)
  expect(more).toEqual([])
  expect(await phone.id()).toBe(portal.id())
  // A number proves nobody: what the record knows, and what was written of health, is not in the text.
  expect(summary).toContain(`- Time: ${times.choices![1]}`)
  expect(summary).not.toMatch(/ends in|my results/)
  expect(await tasksIn(portal.id())).toEqual([{ kind: 'callback', state: 'confirming' }])

  const done = await portal.say('Yes')
  expect(done.text).toContain(`Done. We will call you on ${times.choices![1]}.`)
  await turn(portal.id())
  await phone.say('my results', form)
  expect(await callBacks(phone.number)).toEqual([{ state: 'open', conversation_id: portal.id() }])
  expect(await tasksIn(portal.id())).toEqual([{ kind: 'callback', state: 'done' }])
  await phone.say('Thank you')
  expect(await phone.id()).toBe(portal.id())
})

test('understanding-D66 D68 begun in the chat with a code, confirmed by text: the level is not carried to the number, one request for people and no call', async () => {
  const phone = aTelephone()
  const patient = await aPatient(product, here)
  await inbox.contact(patient.patientId, 'sms', phone.number)
  const chat = await aChat()
  await chat.say('Please call me back')
  await chat.call('widget.requestCode', { contact: patient.email, birthDate: patient.birthDate })
  await product.runJobs()
  const code = codeTo(product, patient.email)
  expect((await chat.call('widget.verifyCode', { code, birthDate: patient.birthDate })).json).toMatchObject({ identityLevel: 'verified' }) // prettier-ignore
  await chat.say(phone.number)
  const times = await chat.say('tomorrow')
  await chat.say(times.choices![0]!)
  const [summary] = await phone.say('my bill')
  expect(await phone.id()).toBe(chat.id())
  expect(summary).toContain(`- Time: ${times.choices![0]}`)
  expect(summary).toContain('- Number: as you wrote it')

  const form = formOf(phone.number, '1')
  await Promise.all([push(form), push(form)])
  await expect(turn(chat.id(), dying)).rejects.toThrow()
  const [sent] = await phone.say('1', form)
  expect(sent).toContain('Nothing is booked')
  await turn(chat.id())
  expect(await callBacks(phone.number)).toEqual([])
  expect(await handOffsIn(chat.id())).toEqual([{ reason: 'task' }])
  expect(await requestsIn(chat.id())).toMatchObject({ requests: [{ kind: 'callback', state: 'handed_off', slots: [{}, { shown: times.choices![0] }, { shown: 'my bill' }] }] }) // prettier-ignore
})

test('understanding-D66 begun by text, it goes on in the portal in its conversation; another number, and a labelled conversation, are not joined', async () => {
  const phone = aTelephone()
  const portal = await atPortal(phone.number)
  await phone.say('I need to move my visit')
  const asking = inbox.awake(await patientSignedIn(product, portal, here.slug))
  const send = async (text: string) => {
    later(2)
    await asking('myConversation.send', { messageId: randomUUID(), text, conversationId: await phone.id() })
    await turn(await phone.id())
    return (await asking('myConversation.get', { conversationId: await phone.id() })).json.messages.at(-1)
  }
  const before = (await phone.texts()).length
  const next = await send('the one on Tuesday')
  expect(next.choices).toEqual(['As soon as possible', 'In the morning', 'In the afternoon'])
  expect(await phone.texts()).toHaveLength(before)
  const summary = await send('In the morning')
  expect(summary.text).toContain('• Visit: the one on Tuesday')

  const stranger = aTelephone()
  await stranger.say('In the afternoon')
  expect(await stranger.id()).not.toBe(await phone.id())

  const other = aTelephone()
  const labelled = await atPortal(other.number)
  await labelled.say('I need to book a visit please')
  await look(`update conversation set labels = '{mental-health}' where id = $1`, [labelled.id()])
  await other.say('hello')
  expect(await other.id()).not.toBe(labelled.id())
})
