import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Context } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { openKeys } from '#server/platform/seal.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, aMail, aPortalMessage, asPatient, asSystem, NOON, recordingDeps, type Clinic } from './a-clinic.ts'
import { aDesk, refusalOf } from './a-desk.ts'
import { acceptAlert, climbLadder, raiseAlert, type NewAlert } from './alert.ts'
import type { InboundMessage } from './inbound-message.ts'
import { messagesOf } from './read-store.ts'
import { receiveAtOnce, receiveMessage, type Received } from './receive-message.ts'
import { tellOnCall } from './tell-on-call.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)

async function receive(inbound: InboundMessage, { now = NOON, at = clinic }: { now?: Date; at?: Clinic } = {}) {
  const deps = recordingDeps()
  const result = await database.transaction(asSystem(at), (tx) =>
    receiveMessage({ tx, jobs: deps.jobs, hub: deps.hub, now }, inbound),
  )
  return { ...deps, result }
}

async function received(inbound: InboundMessage, options?: { now?: Date }): Promise<Received> {
  const { result } = await receive(inbound, options)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

test('a first message opens a conversation, is understood, routed and journalled', async () => {
  const { result, woken } = await receive(aPortalMessage(clinic, 'How much do I owe on my last bill?'))
  if (!result.ok) throw new Error(result.refusal)
  const { conversationId, messageId } = result.value

  expect(result.value).toMatchObject({ outcome: 'stored', seq: 1, emergency: null })
  const [row] = await look<{ queue_id: string; patient_id: string; state: string; due_at: Date; language: string }>(
    'select * from conversation where id = $1',
    [conversationId],
  )
  expect(row).toMatchObject({
    queue_id: clinic.queueIds.billing,
    patient_id: clinic.patientId,
    state: 'open',
    language: 'en',
  })
  expect(row?.due_at.getTime()).toBeGreaterThan(NOON.getTime())
  const events = await look<{ event: string }>('select event from journal where resource_id = $1', [messageId])
  expect(events).toEqual([{ event: 'message.received' }])
  expect(woken).toEqual([clinic.organizationId])
})

test('desk-D1 the same hand-over twice is one message; the same id with other words is a second one with a flag', async () => {
  const inbound = aPortalMessage(clinic, 'Where do I park?')
  const first = await received(inbound)
  const again = await received({ ...inbound, conversationId: first.conversationId })
  expect(again).toMatchObject({
    outcome: 'duplicate',
    messageId: first.messageId,
    conversationId: first.conversationId,
  })

  const mail = aMail(clinic.patientMail, 'First words')
  await received(mail)
  const other = await received({ ...mail, text: 'Other words', digest: Buffer.alloc(32, 7) })
  const [row] = await look<{ flags: string[] }>('select flags from message where id = $1', [other.messageId])
  expect(row?.flags).toContain('id-reused')
})

test('desk-D1 of many simultaneous hand-overs of one message exactly one is stored', async () => {
  const inbound = aMail(clinic.patientMail, 'Sent by an impatient client')
  const all = await Promise.all(Array.from({ length: 8 }, () => receive(inbound)))
  const outcomes = all.map(({ result }) => (result.ok ? result.value.outcome : result.refusal))
  expect(outcomes.filter((outcome) => outcome === 'stored')).toHaveLength(1)
  const rows = await look('select from message where external_id = $1', [inbound.externalId])
  expect(rows).toHaveLength(1)
})

test('desk-D1 received at once: of many hand-overs one is stored and the others hear of it; an emergency raises one alert', async () => {
  const atOnce = (inbound: InboundMessage) => {
    const { jobs, hub } = recordingDeps()
    return receiveAtOnce((isFirstTry) =>
      database.transaction(asSystem(clinic), async (tx) => {
        const result = await receiveMessage({ tx, jobs, hub, now: NOON, isFirstTry }, inbound)
        if (!result.ok) throw new Error(result.refusal)
        return result.value
      }),
    )
  }
  for (const words of ['Which day is my visit?', 'I have crushing chest pain and cannot breathe']) {
    const inbound = aPortalMessage(clinic, words, { beginsAnew: true })
    const all = await Promise.all(Array.from({ length: 8 }, () => atOnce(inbound)))
    all.push(await atOnce(inbound))
    expect(all.map(({ outcome }) => outcome).filter((outcome) => outcome === 'stored')).toHaveLength(1)
    expect(new Set(all.map(({ conversationId, messageId, seq }) => `${conversationId} ${messageId} ${seq}`)).size).toBe(
      1,
    )
    const { messageId = '', conversationId, urgency } = all[0] ?? {}
    const events = await look<{ event: string }>('select event from journal where resource_id = $1 order by event', [
      messageId,
    ])
    expect(events.map(({ event }) => event)).toEqual([...Array(8).fill('message.duplicate'), 'message.received'])
    const alerts = await look('select from safety_alert where conversation_id = $1', [conversationId])
    expect(alerts).toHaveLength(urgency === 'stat' ? 1 : 0)
  }
})

test('understanding-D55 a danger told in pieces is heard with the last of them, once; a person of ours in between ends it', async () => {
  const pieces = ['my chest', 'feels so tight', 'since breakfast and I am sweating', 'are you there']
  const at = (n: number) => new Date(NOON.getTime() + n * 20_000)
  const [first = '', ...rest] = pieces
  const { conversationId, urgency } = await received(aPortalMessage(clinic, first, { beginsAnew: true }))
  const urgencies = [urgency]
  for (const [n, text] of rest.entries())
    urgencies.push((await received(aPortalMessage(clinic, text, { conversationId }), { now: at(n + 1) })).urgency)
  expect(urgencies.filter((one) => one === 'stat')).toHaveLength(1)
  expect(urgencies[0]).not.toBe('stat')
  const alerts = await look<{ reason: string }>('select reason from safety_alert where conversation_id = $1', [
    conversationId,
  ])
  expect(alerts).toHaveLength(1)
  expect(alerts[0]?.reason).toMatch(/chest|tight/)

  // The urgency of the first stays with the conversation; a new danger in pieces, once the first is accepted, is one all the same.
  await look(`update safety_alert set accepted_at = $2, accepted_by = $3 where conversation_id = $1`, [conversationId, at(5), clinic.nurseId]) // prettier-ignore
  for (const [n, text] of pieces.entries())
    await received(aPortalMessage(clinic, text, { conversationId }), {
      now: new Date(at(n).getTime() + 3 * 86_400_000),
    })
  expect(await look('select from safety_alert where conversation_id = $1', [conversationId])).toHaveLength(2)

  const other = await received(aPortalMessage(clinic, first, { beginsAnew: true }))
  await database.transaction(asSystem(clinic), (tx) =>
    tx.run(
      `insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, text, language, content_class, received_at, automatic)
       select $1, $2, $3, 2, 'out', 'portal-chat', 'staff', 'What about it?', 'en', 'service', $4, 'none'`,
      [clinic.organizationId, randomUUID(), other.conversationId, at(1)],
    ),
  )
  await database.transaction(asSystem(clinic), (tx) =>
    tx.run('update conversation set last_seq = 2 where id = $1', [other.conversationId]),
  )
  const late = await received(aPortalMessage(clinic, 'feels so tight', { conversationId: other.conversationId }), {
    now: at(2),
  })
  expect(late.urgency).not.toBe('stat')
})

test('messages of one conversation are numbered without a gap, also when they come at once', async () => {
  const { conversationId } = await received(aPortalMessage(clinic, 'I have a question about my visit'))
  await Promise.all(
    Array.from({ length: 6 }, (_, n) => receive(aPortalMessage(clinic, `More words, part ${n}`, { conversationId }))),
  )
  const rows = await look<{ seq: number }>('select seq from message where conversation_id = $1 order by seq', [
    conversationId,
  ])
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7])
})

test('a file that is not there does not hold the words up, and the message says that it is missing', async () => {
  const { messageId } = await received(aPortalMessage(clinic, 'Here is my form.', { attachmentIds: [randomUUID()] }))
  expect(await look('select text, flags from message where id = $1', [messageId])).toEqual([
    { text: 'Here is my form.', flags: ['files_missing'] },
  ])
})

test('desk-D2 what is longer than the engines read is urgent until a person has read it, and its beginning is understood', async () => {
  const pages = 'Please send me the form for my visit. '.repeat(3_000)
  const calm = await received(aPortalMessage(clinic, pages, { beginsAnew: true }))
  expect(calm.urgency).toBe('urgent')
  const [row] = await look<{ urgency_reason: string; words: number }>(
    'select urgency_reason, length(m.text) as words from conversation c join message m on m.conversation_id = c.id where c.id = $1',
    [calm.conversationId],
  )
  expect(row).toEqual({
    urgency_reason: 'Longer than the software reads. Please read it to the end.',
    words: pages.length,
  })

  const danger = await received(aPortalMessage(clinic, `I cannot breathe. ${pages}`, { beginsAnew: true }))
  expect(danger.urgency).toBe('stat')
  const short = await received(aPortalMessage(clinic, pages.slice(0, 99_000), { beginsAnew: true }))
  expect(short.urgency).toBe('routine')
})

test('desk-D3 a red flag gives the emergency text at once, raises one alert and asks a nurse', async () => {
  const { result, sent } = await receive(aPortalMessage(clinic, "my chest hurts and I can't breathe"))
  if (!result.ok) throw new Error(result.refusal)
  expect(result.value.urgency).toBe('stat')
  expect(result.value.emergency?.text).toContain('911')
  expect(sent.map(({ queue }) => queue)).toEqual(['alert-ladder'])

  const { conversationId } = result.value
  const [alert] = await look<{ audience: string[]; reason: string; accepted_at: null }>(
    'select * from safety_alert where conversation_id = $1',
    [conversationId],
  )
  expect(alert?.audience).toHaveLength(1)
  expect([clinic.nurseId, clinic.secondNurseId]).toContain(alert?.audience[0])

  // The next frightened line neither raises a second alert nor repeats the text.
  await received(aPortalMessage(clinic, "please, I can't breathe", { conversationId }))
  expect(await look('select from safety_alert where conversation_id = $1', [conversationId])).toHaveLength(1)
  expect(
    await look(`select from message where conversation_id = $1 and author_kind = 'system'`, [conversationId]),
  ).toHaveLength(1)
})

test('understanding-D37, D38 whoever wants to die is asked kindly and told a number at once, and a nurse must accept; an emergency after it has its own text', async () => {
  const { result } = await receive(aPortalMessage(clinic, 'I want to die'))
  if (!result.ok) throw new Error(result.refusal)
  expect(result.value.urgency).toBe('asap')
  expect(result.value.emergency?.text).toContain('988')
  const { conversationId } = result.value
  const alerts = () =>
    look<{ kind: string }>('select kind from safety_alert where conversation_id = $1', [conversationId])
  const told = () => look<{ text: string }>(`select text from message where conversation_id = $1 and author_kind = 'system' order by seq`, [conversationId]) // prettier-ignore
  expect(await alerts()).toEqual([{ kind: 'crisis' }])

  await received(aPortalMessage(clinic, 'I really want to die', { conversationId }))
  expect(await told()).toEqual([{ text: result.value.emergency?.text }])
  const { emergency } = await received(aPortalMessage(clinic, 'I have just taken all my pills', { conversationId }))
  expect((await told()).map(({ text }) => text)).toEqual([result.value.emergency?.text, emergency?.text])
  expect(emergency?.text).toContain('Call 911')
  expect(await alerts()).toHaveLength(1)
})

test('understanding-D37 a danger that is only possible is asked about, without an alert; one of the past is left to a nurse', async () => {
  for (const [words, texts] of [
    ['I feel hopeless', 1],
    ['I wanted to die when I was young, that is over', 0],
  ] as const) {
    const { conversationId, emergency } = await received(aPortalMessage(clinic, words))
    const told = await look(`select from message where conversation_id = $1 and flags @> '{emergency}'`, [
      conversationId,
    ])
    expect([words, emergency, told.length]).toEqual([words, null, texts])
    expect(await look('select from safety_alert where conversation_id = $1', [conversationId])).toEqual([])
  }
})

test('understanding-D37 a yes to our question about a danger is that danger; a no, and the yes of somebody else or to somebody else, is not', async () => {
  const alertsIn = (conversationId: string) =>
    look<{ kind: string }>('select kind from safety_alert where conversation_id = $1', [conversationId])
  for (const [first, answer, text] of [
    ['I feel hopeless', 'Yes', 'Your life matters'],
    ['I want to die', 'yes', 'Your life matters'],
    ['I feel hopeless', 'I don’t know', 'Your life matters'],
    ['I feel hopeless', 'Well, yes', 'Your life matters'],
    ['I feel hopeless', 'thinking about it', 'Your life matters'],
    ['Me siento sin esperanza', 'sí', 'Su vida importa'],
    ['Me siento sin esperanza', 'pues sí', 'Su vida importa'],
  ] as const) {
    const { conversationId } = await received(aPortalMessage(clinic, first))
    const { urgency, emergency } = await received(aPortalMessage(clinic, answer, { conversationId }))
    expect([first, answer, urgency]).toEqual([first, answer, 'stat'])
    expect(emergency?.text).toContain(text)
    expect(await alertsIn(conversationId)).toEqual([{ kind: 'crisis' }])
  }

  // What says neither is looked at soon; the answer may come with the next words. A "no" is one.
  const { conversationId: unclear } = await received(aPortalMessage(clinic, 'I feel hopeless'))
  const { result, sent } = await receive(aPortalMessage(clinic, 'What do you mean', { conversationId: unclear }))
  expect(result.ok && sent.map(({ queue }) => queue)).toContain('danger-unread')
  expect(await received(aPortalMessage(clinic, 'Yes', { conversationId: unclear }))).toMatchObject({ urgency: 'stat' })

  const { conversationId } = await received(aPortalMessage(clinic, 'I feel hopeless'))
  expect(await received(aPortalMessage(clinic, 'No', { conversationId }))).toMatchObject({ urgency: 'routine' })
  expect(await received(aPortalMessage(clinic, 'Yes I need a refill', { conversationId }))).toMatchObject({ urgency: 'routine' }) // prettier-ignore
  // A person has spoken since: the answer is theirs.
  await look(
    `insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, author_id, text, received_at)
     select organization_id, $2, id, last_seq + 1, 'out', 'portal-chat', 'staff', $3, 'Shall I call you today?', $4 from conversation where id = $1`,
    [conversationId, newId(NOON.getTime()), clinic.nurseId, NOON],
  )
  await look('update conversation set last_seq = last_seq + 1 where id = $1', [conversationId])
  expect(await received(aPortalMessage(clinic, 'Yes', { conversationId }))).toMatchObject({ urgency: 'routine' })
  expect(await alertsIn(conversationId)).toEqual([])
})

test('desk-D3 the ladder climbs a step a minute until somebody accepts, and the urgency stays', async () => {
  const { conversationId } = await received(aPortalMessage(clinic, 'I took all my pills and want to die'))
  const [alert] = await look<{ id: string }>('select id from safety_alert where conversation_id = $1', [conversationId])
  const { jobs, hub } = recordingDeps()
  const climb = (seconds: number) =>
    database.transaction(asSystem(clinic), (tx) =>
      climbLadder({ tx, jobs, hub, now: new Date(NOON.getTime() + seconds * 1000) }, alert?.id ?? ''),
    )
  const audience = async () =>
    (await look<{ audience: string[] }>('select audience from safety_alert where id = $1', [alert?.id]))[0]?.audience ??
    []

  await climb(30)
  expect(await audience()).toHaveLength(1)
  await climb(61)
  expect(new Set(await audience())).toEqual(new Set([clinic.nurseId, clinic.secondNurseId]))
  await climb(122)
  expect(await audience()).toContain(clinic.supervisorId)

  const accept = (staffId: string) =>
    database.transaction(asSystem(clinic), (tx) =>
      acceptAlert({ tx, jobs, hub, now: new Date(NOON.getTime() + 130_000) }, alert?.id ?? '', {
        id: staffId,
        labels: [],
      }),
    )
  const [one, two] = await Promise.all([accept(clinic.nurseId), accept(clinic.secondNurseId)])
  expect([one.ok, two.ok].filter(Boolean)).toHaveLength(1)
  const before = await audience()
  await climb(200)
  expect(await audience()).toEqual(before)
  const [row] = await look<{ urgency: string }>('select urgency from conversation where id = $1', [conversationId])
  expect(row?.urgency).toBe('stat')
})

test('desk-D3 a step with nobody on duty is passed at once; in the end whoever is on call is asked at home too', async () => {
  const night = await aClinic(database)
  await look(`update staff_member set on_duty = false where organization_id = $1 and role <> 'supervisor'`, [
    night.organizationId,
  ])
  await look(
    `update staff_member set duties = '{on_call}', on_call_number = '+15550100123' where organization_id = $1 and id = $2`,
    [night.organizationId, night.secondNurseId],
  )
  await receive(aPortalMessage(night, "my chest hurts and I can't breathe"), { at: night })
  const alert = async () =>
    (
      await look<{ id: string; step: number; audience: string[] }>(
        'select id, step, audience from safety_alert where organization_id = $1',
        [night.organizationId],
      )
    )[0]
  expect(await alert()).toMatchObject({ step: 2, audience: [night.supervisorId] })
  const { jobs, hub, sent } = recordingDeps()
  const alertId = (await alert())?.id ?? ''
  const at = new Date(NOON.getTime() + 60_000)
  await database.transaction(asSystem(night), (tx) => climbLadder({ tx, jobs, hub, now: at }, alertId))
  expect(await alert()).toMatchObject({ step: 3, audience: [night.supervisorId, night.secondNurseId] })
  expect(sent).toContainEqual({ queue: 'tell-on-call', id: alertId, startAfter: undefined })

  // By mail and text message, once; the words name nobody, and the supervisor on duty is asked at the desk alone.
  const keys = openKeys(randomBytes(32))
  const tell = () =>
    database.transaction(asSystem(night), (tx) =>
      tellOnCall({ tx, jobs, keys, publicUrl: 'https://desk.example', now: at }, alertId),
    )
  const told = () =>
    look(`select system, address, template from notice where organization_id = $1 order by system`, [
      night.organizationId,
    ])
  await tell()
  await tell()
  const both = [
    { system: 'email', address: 'noor@clinic.example', template: 'alert-waits' },
    { system: 'sms', address: '+15550100123', template: 'alert-waits' },
  ]
  expect(await told()).toEqual(both)

  // Another danger an hour later, and nobody has accepted: all who are there now are asked at once, and who is on call once more.
  await look(`update staff_member set on_duty = true where id = $1`, [night.nurseId])
  const another = async (minutes: number) => {
    const now = new Date(NOON.getTime() + minutes * 60_000)
    const [{ conversationId, messageId } = { conversationId: '', messageId: '' }] = await look<{ conversationId: string; messageId: string }>(
      `select conversation_id as "conversationId", message_id as "messageId" from safety_alert where id = $1`, [alertId]) // prettier-ignore
    const { jobs: later, sent: asked } = recordingDeps()
    const danger = {
      conversationId,
      messageId,
      kind: 'triage',
      reason: { en: 'Chest', es: 'Pecho' },
    } satisfies NewAlert
    await database.transaction(asSystem(night), (tx) => raiseAlert({ tx, jobs: later, hub, now }, danger))
    return asked.map(({ queue }) => queue)
  }
  expect(await another(5)).toEqual([])
  expect(await another(62)).toEqual(['tell-on-call'])
  expect(await another(63)).toEqual([])
  expect((await alert())?.audience).toContain(night.nurseId)
  await tell()
  expect(await told()).toHaveLength(4)

  // Once somebody has accepted, a job that comes late wakes nobody.
  await look(`delete from notice where organization_id = $1`, [night.organizationId])
  await database.transaction(asSystem(night), (tx) =>
    acceptAlert({ tx, jobs, hub, now: at }, alertId, { id: night.supervisorId, labels: [] }),
  )
  await tell()
  expect(await told()).toEqual([])
})

test('desk-D3 where nobody at all is on duty, whoever is on call is told with the message itself', async () => {
  const night = await aClinic(database)
  await look(
    `update staff_member set on_duty = false, duties = case when id = $2 then '{on_call}'::text[] else '{}' end where organization_id = $1`,
    [night.organizationId, night.nurseId],
  )
  const { sent } = await receive(aPortalMessage(night, "my chest hurts and I can't breathe"), { at: night })
  expect(sent.map(({ queue, startAfter }) => [queue, startAfter === undefined])).toContainEqual(['tell-on-call', true])
})

test('desk-D3 the emergency text names the number of the country of the site', async () => {
  const britain = await aClinic(database)
  await look(`update site set country = 'GB' where organization_id = $1`, [britain.organizationId])
  const { result } = await receive(aMail(britain.patientMail, "my chest hurts and I can't breathe"), { at: britain })
  const text = result.ok ? result.value.emergency?.text : ''
  expect(text).toContain('999')
  expect(text).not.toContain('911')
})

test('desk-D3 urgency is never lowered by a later harmless message', async () => {
  const { conversationId } = await received(aPortalMessage(clinic, 'my face is drooping and I cannot lift my arm'))
  await received(aPortalMessage(clinic, 'what are your opening hours?', { conversationId }))
  const [row] = await look<{ urgency: string }>('select urgency from conversation where id = $1', [conversationId])
  expect(row?.urgency).toBe('stat')
})

test('desk-D4 a known address is matched and no more; an unknown one is linked to nobody', async () => {
  const known = await received(aMail(clinic.patientMail, 'Can I change my visit?'))
  const unknown = await received(aMail('stranger@example.org', 'Can I change my visit?'))
  const level = async (id: string) =>
    (await look<{ level: string }>('select level from identity_check where conversation_id = $1', [id]))[0]?.level
  const patient = async (id: string) =>
    (await look<{ patient_id: string | null }>('select patient_id from conversation where id = $1', [id]))[0]
      ?.patient_id
  expect(await level(known.conversationId)).toBe('matched')
  expect(await patient(known.conversationId)).toBe(clinic.patientId)
  expect(await level(unknown.conversationId)).toBeUndefined()
  expect(await patient(unknown.conversationId)).toBeNull()
})

const HOURS_MS = 3_600_000
const after = (hours: number) => new Date(NOON.getTime() + hours * HOURS_MS)
const BILL = 'How much do I owe on my last bill?'

test('desk-D5 the same person about the same patient and matter goes on within 72 hours; another matter, a choice or more time begins anew', async () => {
  const at = await aClinic(database)
  const say = async (text: string, hours: number, over: Partial<InboundMessage> = {}) => {
    const { result } = await receive(aPortalMessage(at, text, { beginsAnew: false, ...over }), {
      at,
      now: after(hours),
    })
    return result.ok ? result.value.conversationId : result.refusal
  }
  const first = await say(BILL, 0)
  expect(await say('I still do not know how much I owe on the bill.', 71)).toBe(first)
  expect(await say('I want to refill my prescription please', 72)).not.toBe(first)
  const chosen = await say(BILL, 73, { beginsAnew: true })
  expect(chosen).not.toBe(first)
  // Answered and done: within the window it opens again.
  await look(`update conversation set state = 'resolved', resolved_at = $2 where id = $1`, [chosen, after(74)])
  expect(await say(BILL, 75)).toBe(chosen)
  expect(await say(BILL, 75 + 73)).not.toBe(chosen)
})

test('desk-D5 one conversation spans channels: a chat that a code proved goes on in the portal; a chat or mail that proves nothing is a hint', async () => {
  const at = await aClinic(database)
  const [visitorId, accountId] = [randomUUID(), randomUUID()]
  await look(
    `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'widget', 'Chat', '')`,
    [at.organizationId, accountId],
  )
  await look(
    `insert into visitor (organization_id, id, channel_account_id, secret_hash, patient_id, created_at, last_seen_at) values ($1, $2, $3, $4, $5, $6, $6)`,
    [at.organizationId, visitorId, accountId, Buffer.alloc(32, 1), at.patientId, NOON],
  )
  const chat = await receive(
    aPortalMessage(at, BILL, {
      channel: 'widget',
      source: 'widget:test',
      sender: { kind: 'visitor', visitorId, patientId: at.patientId, language: 'en' },
      provedBy: { visitorId },
    }),
    { at },
  )
  const chatId = chat.result.ok ? chat.result.value.conversationId : ''
  const portal = async (hours: number) => {
    const { result } = await receive(aPortalMessage(at, BILL, { beginsAnew: false }), { at, now: after(hours) })
    return result.ok ? result.value.conversationId : ''
  }
  const hintOf = async (id: string) =>
    (
      await look<{ id: string | null; reason: string | null }>(
        `select may_belong_to as id, may_belong_reason as reason from conversation where id = $1`,
        [id],
      )
    )[0]
  const unproved = await portal(1)
  expect(unproved).not.toBe(chatId)
  expect(await hintOf(unproved)).toEqual({ id: chatId, reason: 'same-topic' })

  await look(
    `insert into identity_check (organization_id, id, conversation_id, sender, level, method, for_patient_id, at, expires_at)
     values ($1, $2, $3, $4, 'verified', 'code', $5, $6, $6)`,
    [at.organizationId, randomUUID(), chatId, `visitor:${visitorId}`, at.patientId, NOON],
  )
  await look(`update conversation set last_message_at = $2 where id = $1`, [chatId, after(2)])
  expect(await portal(3)).toBe(chatId)

  const mail = await receive(aMail(at.patientMail, BILL, { subject: 'My bill' }), { at, now: after(4) })
  const mailId = mail.result.ok ? mail.result.value.conversationId : ''
  expect(mailId).not.toBe(chatId)
  expect(await hintOf(mailId)).toEqual({ id: chatId, reason: 'same-topic' })
})

test('desk-D5 who speaks for two patients is never linked to either without saying for whom, and no child goes on in the other one’s conversation', async () => {
  const at = await aClinic(database)
  const motherMail = `mother-${randomUUID().slice(0, 8)}@example.org`
  // To each child she is a related person of its own, with one address.
  const mother = { [at.patientId]: randomUUID(), [at.otherPatientId]: randomUUID() }
  for (const [patientId, id] of Object.entries(mother)) {
    await look(
      `insert into related_person (organization_id, id, patient_id, given, family, relationship) values ($1, $2, $3, 'Mia', 'Rivera', 'mother')`,
      [at.organizationId, id, patientId],
    )
    await look(
      `insert into contact_point (organization_id, id, related_person_id, system, value, verified_at, changed_at) values ($1, $2, $3, 'email', $4, $5, $5)`,
      [at.organizationId, randomUUID(), id, motherMail, new Date('2025-01-01T00:00:00Z')],
    )
  }
  const about = async (patientId: string, hours: number) => {
    const { result } = await receive(
      aPortalMessage(at, BILL, {
        beginsAnew: false,
        sender: {
          kind: 'related-person',
          relatedPersonId: mother[patientId] ?? '',
          patientId,
          language: 'en',
          siteId: null,
        },
        provedBy: { patientIds: [at.patientId, at.otherPatientId] },
      }),
      { at, now: after(hours) },
    )
    return result.ok ? result.value.conversationId : ''
  }
  const one = await about(at.patientId, 0)
  const other = await about(at.otherPatientId, 1)
  expect(other).not.toBe(one)
  expect([await about(at.patientId, 2), await about(at.otherPatientId, 3)]).toEqual([one, other])

  const mail = await receive(aMail(motherMail, 'Pat and Olga both need a refill of their prescriptions.'), {
    at,
    now: after(4),
  })
  const [row] = await look<{ patient_id: string | null; may_belong_to: string | null }>(
    `select patient_id, may_belong_to from conversation where id = $1`,
    [mail.result.ok ? mail.result.value.conversationId : ''],
  )
  expect(row).toEqual({ patient_id: null, may_belong_to: null })
})

test('a conversation of another patient is refused like one that is not there, and nothing is stored', async () => {
  const { conversationId } = await received(aPortalMessage(clinic, 'Mine'))
  const foreign = await receive(
    aPortalMessage(clinic, 'Not mine', {
      conversationId,
      sender: { kind: 'patient', patientId: clinic.otherPatientId, language: 'en', siteId: null },
      provedBy: { patientIds: [clinic.otherPatientId] },
    }),
  )
  const missing = await receive(aPortalMessage(clinic, 'Nowhere', { conversationId: randomUUID() }))
  expect(foreign.result).toEqual({ ok: false, refusal: 'NOT_FOUND' })
  expect(missing.result).toEqual(foreign.result)
  expect(await look('select from message where conversation_id = $1', [conversationId])).toHaveLength(1)
})

test('desk-D51 automatic mail is stored and triaged, but reopens nothing and is not answered', async () => {
  const { conversationId } = await received(aMail(clinic.patientMail, 'Thanks for the help'))
  await look(`update conversation set state = 'resolved', resolved_at = $2 where id = $1`, [conversationId, NOON])
  const { sent } = await receive(
    aMail(clinic.patientMail, 'I am out of the office', { conversationId, automatic: 'auto_reply' }),
  )
  const [row] = await look<{ state: string }>('select state from conversation where id = $1', [conversationId])
  expect(row?.state).toBe('resolved')
  expect(sent).toEqual([])
})

test('desk-D42 one acknowledgement a day per address', async () => {
  const address = 'many-mails@example.org'
  const first = await receive(aMail(address, 'One'))
  const second = await receive(aMail(address, 'Two'))
  expect(first.sent.map(({ queue }) => queue)).toEqual(['deliver'])
  expect(second.sent).toEqual([])
})

test('a resolved conversation is opened again within 14 days; later a new one follows it', async () => {
  const { conversationId } = await received(aPortalMessage(clinic, 'About my form'))
  await look(`update conversation set state = 'resolved', resolved_at = $2 where id = $1`, [conversationId, NOON])
  const soon = await received(aPortalMessage(clinic, 'One more thing', { conversationId }), {
    now: new Date(NOON.getTime() + 13 * 86_400_000),
  })
  expect(soon.conversationId).toBe(conversationId)
  await look(`update conversation set state = 'resolved', resolved_at = $2 where id = $1`, [conversationId, NOON])
  const late = await received(aPortalMessage(clinic, 'Hello again', { conversationId }), {
    now: new Date(NOON.getTime() + 15 * 86_400_000),
  })
  const [row] = await look<{ follows: string }>('select follows from conversation where id = $1', [late.conversationId])
  expect(row?.follows).toBe(conversationId)
})

/** Two people who speak for the patient; the second is a patient here himself. */
async function twoWhoSpeak() {
  const [mother, father] = [newId(), newId()]
  await database.transaction(asSystem(clinic), async (tx) => {
    for (const id of [mother, father])
      await tx.run(
        `insert into related_person (organization_id, id, patient_id, given, family, relationship) values ($1, $2, $3, 'Rosa', 'Rivera', 'parent')`,
        [clinic.organizationId, id, clinic.patientId],
      )
  })
  const speaksAs = (relatedPersonId: string, selfIds: string[] = [relatedPersonId]): Context => ({
    ...asPatient(clinic, clinic.patientId),
    scope: { kind: 'patient', patientIds: [clinic.patientId], selfIds },
    actor: { kind: 'related-person', id: relatedPersonId },
    role: 'related_person',
  })
  const writes = (relatedPersonId: string, text: string, over: Partial<InboundMessage> = {}) =>
    received(
      aPortalMessage(clinic, text, {
        sender: { kind: 'related-person', relatedPersonId, patientId: clinic.patientId, language: 'en', siteId: null },
        ...over,
      }),
    )
  const sees = (context: Context, conversationId: string) =>
    database.transaction(context, async (tx) => (await messagesOf(tx, { conversationId, limit: 50 })).length > 0)
  return { writes, sees, mother, father, asMother: speaksAs(mother), asFather: speaksAs(father, [clinic.otherPatientId, father]) } // prettier-ignore
}
const asSelf = asPatient(clinic, clinic.patientId)

test.each([
  'I need my refill but I won’t need them much longer, I want to end my life',
  'my dad hits me when he drinks',
])(
  'understanding-D39 what the patient tells of a danger is read by nobody who speaks for the patient: %s',
  async (words) => {
    const { sees, asMother, asFather } = await twoWhoSpeak()
    const plain = await received(aPortalMessage(clinic, 'Can I move my visit?'))
    const told = await received(aPortalMessage(clinic, words))
    for (const context of [asSelf, asMother, asFather]) expect(await sees(context, plain.conversationId)).toBe(true)
    expect(await sees(asSelf, told.conversationId)).toBe(true)
    for (const context of [asMother, asFather]) expect(await sees(context, told.conversationId)).toBe(false)
    // Whoever must help reads it.
    expect(await sees(asSystem(clinic), told.conversationId)).toBe(true)
    // Also what comes later in it, and what was there before: one conversation is read whole or not at all.
    await received(aPortalMessage(clinic, 'thank you', { conversationId: told.conversationId, beginsAnew: false }))
    expect(await sees(asMother, told.conversationId)).toBe(false)
  },
)

test('desk-D32 what comes to a conversation of a colleague who has left is nobody’s: it is held out, and the assistant may speak', async () => {
  const here = await aClinic(database)
  const gone = newId()
  await look(
    `insert into staff_member (organization_id, id, email, given, family, role, state) values ($1, $2, 'gone@clinic.example', 'Gil', 'Test', 'agent', 'active')`,
    [here.organizationId, gone],
  )
  await look(`insert into routing_policy (organization_id, version, is_automatic, policy, at) values ($1, 1, true, '{}', now())`, [here.organizationId]) // prettier-ignore
  await look(`update organization set assistant_channels = '{portal-chat}' where organization_id = $1`, [here.organizationId]) // prettier-ignore
  const first = await receive(aPortalMessage(here, 'When are you open?'), { at: here })
  if (!first.result.ok) throw new Error(first.result.refusal)
  const { conversationId } = first.result.value
  await look(`update conversation set assignee_id = $2, assignment = 'assigned', state = 'resolved' where id = $1`, [conversationId, gone]) // prettier-ignore
  const again = async () => {
    const { sent } = await receive(aPortalMessage(here, 'And on Sunday?', { conversationId, beginsAnew: false }), {
      at: here,
    })
    const [row] = await look(`select assignee_id as assignee, assignment, state from conversation where id = $1`, [conversationId]) // prettier-ignore
    return { ...row, asked: sent.filter(({ id }) => id === conversationId).map(({ queue }) => queue) }
  }
  expect(await again()).toMatchObject({ assignee: gone, state: 'open', asked: [] })
  await look(`update staff_member set state = 'ended' where id = $1`, [gone])
  await look(`update conversation set state = 'resolved' where id = $1`, [conversationId])
  expect(await again()).toEqual({ assignee: null, assignment: 'unassigned', state: 'open', asked: ['route', 'assist'] })
  const [told] = await look(`select detail->>'released' as released from journal where conversation_id = $1 and event = 'message.received' order by seq desc limit 1`, [conversationId]) // prettier-ignore
  expect(told).toEqual({ released: gone })
})

test('understanding-D39 told where somebody else reads, it stands apart; its writer alone reads it there', async () => {
  const { writes, sees, mother, father, asMother, asFather } = await twoWhoSpeak()
  const theirs = await writes(mother, 'When is the next visit?')
  const told = await received(aPortalMessage(clinic, 'my stepdad touches me at night', { conversationId: theirs.conversationId, beginsAnew: false })) // prettier-ignore
  expect(told.conversationId).not.toBe(theirs.conversationId)
  const [row] = await look<{ follows: string }>('select follows from conversation where id = $1', [told.conversationId])
  expect(row?.follows).toBe(theirs.conversationId)
  expect([await sees(asSelf, told.conversationId), await sees(asMother, told.conversationId)]).toEqual([true, false])

  // A parent who tells of the other is read by neither the other nor the patient.
  const ofHim = await writes(mother, 'my husband beats our son', { conversationId: theirs.conversationId, beginsAnew: false }) // prettier-ignore
  expect(ofHim.conversationId).toBe(theirs.conversationId)
  for (const [context, isSeen] of [[asMother, true], [asFather, false], [asSelf, false]] as const) expect(await sees(context, ofHim.conversationId)).toBe(isSeen) // prettier-ignore
  // And nobody else writes there, whatever id they name.
  const foreign = await receive(
    aPortalMessage(clinic, 'hello', {
      conversationId: ofHim.conversationId,
      sender: { kind: 'related-person', relatedPersonId: father, patientId: clinic.patientId, language: 'en', siteId: null }, // prettier-ignore
    }),
  )
  expect(foreign.result).toMatchObject({ ok: false, refusal: 'NOT_FOUND' })
})

test('understanding-D39 a nurse who has read a harmless word takes it back with a reason, and may close it again; a new word of danger closes it by itself', async () => {
  const { sees, asMother, asFather } = await twoWhoSpeak()
  const told = await received(aPortalMessage(clinic, 'I am scared of my stepdad, he hits me'))
  const { conversationId } = told
  const nurse = aDesk(database, clinic).as(clinic.nurseId, 'nurse')
  const detail = () => nurse.conversation.get({ conversationId })
  const set = async (isPrivate: boolean, reason: string) =>
    nurse.conversation.setPrivacy({ conversationId, version: (await detail()).version, isPrivate, reason })
  expect(await detail()).toMatchObject({ isPrivate: true, privacyLifted: null })

  // What an alert asks for is read first.
  const waits = (await detail()).alerts.find(({ acceptedAt }) => acceptedAt === null)
  if (waits) {
    expect(await refusalOf(set(false, 'Spoke with her'))).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
    await nurse.alert.accept({ alertId: waits.id })
  }
  await set(false, 'It was a line of the school play')
  expect(await detail()).toMatchObject({
    isPrivate: false,
    privacyLifted: { by: expect.stringMatching(/./), reason: 'It was a line of the school play' },
  })
  for (const context of [asSelf, asMother, asFather]) expect(await sees(context, conversationId)).toBe(true)
  expect(await refusalOf(set(false, 'Once more'))).toMatchObject({ code: 'STATE_NOT_ALLOWED' })

  await set(true, 'Better to be sure')
  expect(await detail()).toMatchObject({ isPrivate: true, privacyLifted: null })
  expect([await sees(asSelf, conversationId), await sees(asMother, conversationId)]).toEqual([true, false])
  const events = await look<{ event: string; actor_id: string }>(
    `select event, actor_id from journal where conversation_id = $1 and event in ('conversation.opened-to-others', 'conversation.closed-to-others') order by at, seq`,
    [conversationId],
  )
  expect(events).toEqual([
    { event: 'conversation.opened-to-others', actor_id: clinic.nurseId },
    { event: 'conversation.closed-to-others', actor_id: clinic.nurseId },
  ])

  await set(false, 'She says so herself')
  await received(aPortalMessage(clinic, 'he touches me at night', { conversationId, beginsAnew: false }))
  expect(await detail()).toMatchObject({ isPrivate: true, privacyLifted: null })
  expect(await sees(asMother, conversationId)).toBe(false)

  const plain = await received(aPortalMessage(clinic, 'Can I move my visit?'))
  const { version } = await nurse.conversation.get({ conversationId: plain.conversationId })
  const closing = nurse.conversation.setPrivacy({ conversationId: plain.conversationId, version, isPrivate: true, reason: 'No reason' }) // prettier-ignore
  expect(await refusalOf(closing)).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
})

test("a patient's transaction reads its own messages, no other's and no note", async () => {
  const mine = await received(aPortalMessage(clinic, 'For my eyes'))
  await look(
    `insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, text, received_at)
     values ($1, $2, $3, 2, 'note', 'desk', 'staff', 'not for the patient', $4)`,
    [clinic.organizationId, randomUUID(), mine.conversationId, NOON],
  )
  const read = (patientId: string) =>
    database.transaction(asPatient(clinic, patientId), (tx) =>
      messagesOf(tx, { conversationId: mine.conversationId, limit: 50 }),
    )
  expect((await read(clinic.patientId)).map(({ text }) => text)).toEqual(['For my eyes'])
  expect(await read(clinic.otherPatientId)).toEqual([])
})

test('another organization sees nothing of it', async () => {
  const mine = await received(aPortalMessage(clinic, 'Ours'))
  const other = await aClinic(database)
  const rows = await database.transaction(asSystem(other), (tx) =>
    messagesOf(tx, { conversationId: mine.conversationId, limit: 50 }),
  )
  expect(rows).toEqual([])
})
