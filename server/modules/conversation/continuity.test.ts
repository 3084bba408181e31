/** The answer that the patient has not read also goes by mail or text: once, through the gate, and not at night (desk-D45, desk-D41). */
import { expect, test, vi } from 'vitest'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, asSystem, type Clinic } from './a-clinic.ts'
import { aDesk, UNDO_SECONDS } from './a-desk.ts'
import { continueUnread } from './continuity.ts'
import { deliver, releaseHeld, type Handover } from './deliver.ts'
import { insertAutomaticMessage } from './insert-automatic-message.ts'
import { markDeliveriesSeen } from './read-store.ts'
import { sendRuleText } from './rule-reply.ts'

const { database, look } = await testDatabase()
/** Half past eight in the evening where the site is. */
const EVENING = new Date('2026-03-03T01:30:00Z')
const MORNING = new Date('2026-03-03T13:00:00Z')
const MINUTE_MS = 60_000

async function aChat(clinic: Clinic) {
  const desk = aDesk(database, clinic)
  desk.clock.at = EVENING
  const { conversationId } = await desk.receive('May I come an hour later on Friday?')
  const handovers: Handover[] = []
  const carry = async (handover: Handover) => {
    handovers.push(handover)
    return { state: 'handed_over' as const, providerRef: 'sent' }
  }
  const deps = {
    db: database,
    jobs: desk.jobs,
    hub: desk.hub,
    now: () => desk.clock.at,
    continuityMinutes: 5,
    carriers: { email: carry, sms: carry },
  }
  return {
    desk,
    handovers,
    conversationId,
    /** Does what is due of what was asked for. */
    async goTo(at: Date): Promise<void> {
      desk.clock.at = at
      const due = desk.sent.filter(({ startAfter }) => !startAfter || startAfter <= at)
      for (const job of due) desk.sent.splice(desk.sent.indexOf(job), 1)
      const work = async ({ queue, id }: (typeof due)[number]): Promise<void> => {
        if (queue === 'release-held') await releaseHeld(deps, clinic.organizationId, id)
        if (queue === 'continuity') await continueUnread(deps, clinic.organizationId, id)
        if (queue === 'deliver') await deliver(deps, clinic.organizationId, id)
      }
      // All at once, as several workers take them.
      await Promise.all(due.map(work))
      if (desk.sent.some(({ startAfter }) => !startAfter || startAfter <= at)) await this.goTo(at)
    },
    async answer(text: string): Promise<string> {
      const ada = desk.as(clinic.agentId)
      const { lastSeq } = await ada.conversation.get({ conversationId })
      const messageId = newId()
      await ada.conversation.send({ conversationId, messageId, mode: 'reply', text, seenSeq: lastSeq })
      await this.goTo(new Date(desk.clock.at.getTime() + (UNDO_SECONDS + 1) * 1_000))
      return messageId
    },
    deliver: (id: string) => deliver(deps, clinic.organizationId, id),
    mails: () =>
      look<{ state: string; cause: string | null; notBefore: Date; messageId: string }>(
        `select state, cause, not_before as "notBefore", message_id as "messageId" from delivery
          where conversation_id = $1 and channel = 'email' order by id`,
        [conversationId],
      ),
    continued: () =>
      look<{ channel: string; state: string; cause: string | null; address: string | null }>(
        `select channel, state, cause, address from delivery where conversation_id = $1 and idempotency_key like '%:continuity' order by id`,
        [conversationId],
      ),
  }
}
const minutesAfter = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE_MS)

test('desk-D45 two answers that nobody read within five minutes are one mail with a link; one that was read is none', async () => {
  const clinic = await aClinic(database)
  const chat = await aChat(clinic)
  await chat.answer('Yes, at ten.')
  await chat.answer('Please bring your card.')
  await chat.goTo(minutesAfter(EVENING, 4))
  expect(await chat.mails()).toEqual([])
  await chat.goTo(minutesAfter(EVENING, 6))
  expect(await chat.mails()).toMatchObject([{ state: 'handed_over' }])
  expect(chat.handovers).toMatchObject([{ address: clinic.patientMail, carriesText: false }])

  const read = await aChat(await aClinic(database))
  await read.answer('Yes, at ten.')
  await look(`update delivery set state = 'seen' where conversation_id = $1`, [read.conversationId])
  await read.goTo(minutesAfter(EVENING, 6))
  expect(await read.mails()).toEqual([])
})

test('desk-D36 where the patient agreed to plain mail it carries the words, and a link where somebody else reads there, too', async () => {
  const carriedTo = async (isShared: boolean) => {
    const clinic = await aClinic(database)
    await look(`update contact_point set allows_plain = true where organization_id = $1`, [clinic.organizationId])
    if (isShared)
      await look(
        `insert into contact_point (organization_id, id, patient_id, system, value, changed_at) values ($1, $2, $3, 'email', $4, $5)`,
        [clinic.organizationId, newId(), clinic.otherPatientId, clinic.patientMail, EVENING],
      )
    const chat = await aChat(clinic)
    await chat.answer('Your blood sugar is fine.')
    await chat.goTo(minutesAfter(EVENING, 6))
    expect(await chat.mails()).toMatchObject([{ state: 'handed_over' }])
    return chat.handovers.map(({ carriesText }) => carriesText)
  }
  expect([await carriedTo(false), await carriedTo(true)]).toEqual([[true], [false]])
})

test('desk-D46 an answer that waits unread is not followed by a mail when the patient has died', async () => {
  const clinic = await aClinic(database)
  const chat = await aChat(clinic)
  await chat.answer('Yes, at ten.')
  await look(`update patient set deceased_on = $2 where id = $1`, [clinic.patientId, EVENING])
  await chat.goTo(minutesAfter(EVENING, 6))
  expect(chat.handovers).toEqual([])
})

test('desk-D45 the patient who answers that mail before the second answer’s own five minutes gets no second one', async () => {
  const clinic = await aClinic(database)
  const chat = await aChat(clinic)
  await chat.answer('We have ten and eleven.')
  await chat.goTo(minutesAfter(EVENING, 3))
  await chat.answer('Which do you prefer?')
  await chat.goTo(minutesAfter(EVENING, 6))
  expect(await chat.mails()).toHaveLength(1)
  const { conversationId } = await chat.desk.receive('Ten, please.', { conversationId: chat.conversationId })
  expect(conversationId).toBe(chat.conversationId)
  await chat.goTo(minutesAfter(EVENING, 12))
  expect(await chat.mails()).toHaveLength(1)
})

test('desk-D41 at night the mail waits for the morning of the receiver, and is decided again then', async () => {
  const clinic = await aClinic(database)
  const chat = await aChat(clinic)
  chat.desk.clock.at = minutesAfter(EVENING, 90)
  const first = await chat.answer('Yes, at ten.')
  await chat.answer('Please bring your card.')
  await chat.goTo(minutesAfter(EVENING, 100))
  expect(await chat.mails()).toMatchObject([{ state: 'held', cause: 'QUIET_HOURS', notBefore: MORNING }])
  const shown = await chat.desk.as(clinic.agentId).conversation.messages({ conversationId: chat.conversationId })
  expect(shown.items.flatMap(({ deliveries }) => deliveries)).toContainEqual(
    expect.objectContaining({
      channel: 'email',
      state: 'held',
      cause: 'QUIET_HOURS',
      notBefore: MORNING.toISOString(),
    }),
  )
  // Undo is over for what is read here already, and takes nothing from what waits.
  await expect(
    chat.desk.as(clinic.agentId).conversation.undoSend({ conversationId: chat.conversationId, messageId: first }),
  ).rejects.toMatchObject({ code: 'STATE_NOT_ALLOWED' })
  await chat.goTo(MORNING)
  expect(await chat.mails()).toMatchObject([{ state: 'handed_over', cause: null }])
  expect(chat.handovers).toHaveLength(1)
})

test('desk-D41 what was read before the morning, or may not leave any more, does not leave', async () => {
  const clinic = await aClinic(database)
  const waitingChat = async () => {
    const chat = await aChat(clinic)
    chat.desk.clock.at = minutesAfter(EVENING, 90)
    await chat.answer('Yes, at ten.')
    await chat.goTo(minutesAfter(EVENING, 100))
    expect(await chat.mails()).toMatchObject([{ state: 'held' }])
    return chat
  }
  const read = await waitingChat()
  await database.transaction(asSystem(clinic), (tx) => markDeliveriesSeen(tx, read.conversationId, 100, MORNING))
  await read.goTo(MORNING)
  expect(await read.mails()).toMatchObject([{ state: 'cancelled', cause: 'seen' }])

  const bounced = await waitingChat()
  await look(`update contact_point set state = 'bouncing' where value = $1`, [clinic.patientMail])
  await bounced.goTo(MORNING)
  expect(await bounced.mails()).toMatchObject([{ state: 'cancelled', cause: 'CONTACT_POINT_UNUSABLE' }])
  expect([...read.handovers, ...bounced.handovers]).toEqual([])
})

test('desk-D41 an address that two people share waits until it is day for both; who wrote within the hour is awake', async () => {
  const clinic = await aClinic(database)
  await look(
    `insert into contact_point (organization_id, id, patient_id, system, value, verified_at, changed_at) values ($1, $2, $3, 'email', $4, $5, $5)`,
    [clinic.organizationId, newId(), clinic.otherPatientId, clinic.patientMail, new Date('2025-01-01')],
  )
  await look(`update patient set time_zone = 'America/Los_Angeles' where id = $1`, [clinic.otherPatientId])
  const chat = await aChat(clinic)
  // Nine in the morning in New York, six in Los Angeles.
  chat.desk.clock.at = new Date('2026-03-03T14:00:00Z')
  await chat.answer('Yes, at ten.')
  await chat.goTo(new Date('2026-03-03T14:06:00Z'))
  expect(await chat.mails()).toMatchObject([{ state: 'held', notBefore: new Date('2026-03-03T16:00:00Z') }])

  const awake = await aChat(await aClinic(database))
  awake.desk.clock.at = minutesAfter(EVENING, 45)
  await awake.answer('Yes, at ten.')
  await awake.goTo(minutesAfter(EVENING, 52))
  expect(await awake.mails()).toMatchObject([{ state: 'handed_over' }])
})

let numbers = 100
/** A clinic with a number for texts, whose patient has a mobile number and no mail address. */
async function aTextClinic(of: { verified: boolean }) {
  const clinic = await aClinic(database)
  const { organizationId, patientId } = clinic
  const number = `+1212555${String(++numbers).padStart(4, '0')}`
  await look(
    `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'sms', 'Texts', $3)`,
    [organizationId, newId(), `+1212444${String(numbers).padStart(4, '0')}`],
  )
  await look(`delete from contact_point where organization_id = $1 and patient_id = $2`, [organizationId, patientId])
  await look(
    `insert into contact_point (organization_id, id, patient_id, system, value, verified_at, changed_at) values ($1, $2, $3, 'sms', $4, $5, $6)`,
    [organizationId, newId(), patientId, number, of.verified ? new Date('2025-01-01') : null, new Date('2025-01-01')],
  )
  return { clinic, number }
}
const agree = (
  clinic: Clinic,
  channel: 'email' | 'sms',
  provision: 'permit' | 'deny',
  purpose = 'care',
  line: string | null = null,
) =>
  look(
    `insert into consent (organization_id, id, patient_id, kind, purpose, channel, provision, text_version, language, given_at, given_by,
       channel_account_id)
     values ($1, $2, $3, 'channel_purpose', $4, $5, $6, '2026-11', 'en', $7, 'patient', $8)`,
    [clinic.organizationId, newId(), clinic.patientId, purpose, channel, provision, EVENING, line],
  )

test('desk-D45 without a usable mail address the one message is a text to a verified number, which carries none of the words', async () => {
  const { clinic, number } = await aTextClinic({ verified: true })
  await look(`update contact_point set allows_plain = true where organization_id = $1`, [clinic.organizationId])
  const chat = await aChat(clinic)
  await chat.answer('Your blood sugar is fine.')
  await chat.answer('Please bring your card.')
  await chat.goTo(minutesAfter(EVENING, 6))
  expect(await chat.continued()).toEqual([{ channel: 'sms', state: 'handed_over', cause: null, address: number }])
  expect(chat.handovers).toMatchObject([{ channel: 'sms', carriesText: false, continues: 'portal-chat' }])
})

test('desk-D38 a number is written to only where it was proved or agreed to; the ledger says why nothing left', async () => {
  const { clinic, number } = await aTextClinic({ verified: false })
  const chat = await aChat(clinic)
  await chat.answer('Yes, at ten.')
  await chat.goTo(minutesAfter(EVENING, 6))
  expect(await chat.continued()).toEqual([{ channel: 'sms', state: 'cancelled', cause: 'NO_CONSENT', address: number }])
  const shown = await chat.desk.as(clinic.agentId).conversation.messages({ conversationId: chat.conversationId })
  expect(shown.items.flatMap(({ deliveries }) => deliveries)).toContainEqual(
    expect.objectContaining({ channel: 'sms', state: 'cancelled', cause: 'NO_CONSENT' }),
  )
  // Agreed to for another number of ours than the one it leaves from.
  const other = newId()
  await look(
    `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'sms', 'Other texts', $3)`,
    [clinic.organizationId, other, number.replace('+1212', '+1646')],
  )
  await agree(clinic, 'sms', 'permit', 'care', other)
  const elsewhere = await aChat(clinic)
  await elsewhere.answer('Yes, at ten.')
  await elsewhere.goTo(minutesAfter(EVENING, 6))
  expect(await elsewhere.continued()).toMatchObject([{ channel: 'sms', state: 'cancelled', cause: 'NO_CONSENT' }])
  const [line] = await look<{ id: string }>(
    `select id from channel_account where organization_id = $1 and channel = 'sms' order by id limit 1`,
    [clinic.organizationId],
  )
  await agree(clinic, 'sms', 'permit', 'care', line?.id)
  const agreed = await aChat(clinic)
  await agreed.answer('Yes, at ten.')
  await agreed.goTo(minutesAfter(EVENING, 6))
  expect(await agreed.continued()).toMatchObject([{ channel: 'sms', state: 'handed_over' }])

  const nowhere = await aTextClinic({ verified: true })
  await look(`delete from contact_point where organization_id = $1`, [nowhere.clinic.organizationId])
  const silent = await aChat(nowhere.clinic)
  await silent.answer('Yes, at ten.')
  await silent.goTo(minutesAfter(EVENING, 6))
  expect(await silent.continued()).toMatchObject([{ state: 'cancelled', cause: 'no-address' }])
  expect([...chat.handovers, ...elsewhere.handovers, ...silent.handovers]).toEqual([])
})

test('desk-D45 mail before text, but what the person agreed to before both, and never what they refused', async () => {
  const { clinic } = await aTextClinic({ verified: true })
  await look(
    `insert into contact_point (organization_id, id, patient_id, system, value, verified_at, changed_at) values ($1, $2, $3, 'email', $4, $5, $5)`,
    [clinic.organizationId, newId(), clinic.patientId, clinic.patientMail, new Date('2025-01-01')],
  )
  const channelOf = async () => {
    const chat = await aChat(clinic)
    await chat.answer('Yes, at ten.')
    await chat.goTo(minutesAfter(EVENING, 6))
    return (await chat.continued())[0]?.channel
  }
  expect(await channelOf()).toBe('email')
  await agree(clinic, 'sms', 'permit')
  expect(await channelOf()).toBe('sms')
  // One automatic text a day: the next one goes by mail again (desk-D42).
  expect(await channelOf()).toBe('email')
  await agree(clinic, 'email', 'deny', 'reply')
  const chat = await aChat(clinic)
  await chat.answer('Yes, at ten.')
  await chat.goTo(minutesAfter(EVENING, 6))
  expect(await chat.continued()).toMatchObject([{ state: 'cancelled' }])
})

test('desk-D42 three automatic messages a day are of a person, over all their addresses', async () => {
  const { clinic } = await aTextClinic({ verified: true })
  await look(
    `insert into contact_point (organization_id, id, patient_id, system, value, verified_at, changed_at) values ($1, $2, $3, 'email', $4, $5, $5)`,
    [clinic.organizationId, newId(), clinic.patientId, clinic.patientMail, new Date('2025-01-01')],
  )
  const told = async () => {
    const chat = await aChat(clinic)
    await chat.answer('Yes, at ten.')
    await chat.goTo(minutesAfter(EVENING, 6))
    return (await chat.continued()).map(({ channel, state, cause }) => `${channel} ${cause ?? state}`)
  }
  for (let n = 0; n < 3; n++) expect(await told()).toEqual(['email handed_over'])
  expect(await told()).toEqual(['email BUDGET_SPENT'])
  // The mail address is nobody's on file by now: what went there is not this person's.
  await look(`update contact_point set state = 'detached' where organization_id = $1 and system = 'email'`, [
    clinic.organizationId,
  ])
  expect(await told()).toEqual(['sms handed_over'])
})

test('desk-D41 of a patient without zone and site the number’s region tells the clock, and all our sites where it tells none', async () => {
  const { clinic } = await aTextClinic({ verified: true })
  await look(`update patient set site_id = null where id = $1`, [clinic.patientId])
  await look(
    `insert into site (organization_id, id, name, time_zone) values ($1, $2, 'On the island', 'Pacific/Honolulu')`,
    [clinic.organizationId, newId()],
  )
  const told = async () => {
    const chat = await aChat(clinic)
    // Half past eight in the morning in New York, half past three in Honolulu.
    chat.desk.clock.at = new Date('2026-03-03T13:30:00Z')
    await chat.answer('Yes, at ten.')
    await chat.goTo(new Date('2026-03-03T13:36:00Z'))
    return chat.continued()
  }
  expect(await told()).toMatchObject([{ state: 'handed_over' }])
  await look(`update contact_point set value = '+18005550100' where organization_id = $1`, [clinic.organizationId])
  expect(await told()).toMatchObject([{ state: 'held', cause: 'QUIET_HOURS' }])
})

type Writing = { chat: Awaited<ReturnType<typeof aChat>>; clinic: Clinic; conversationId: string; number: string }
/** @returns whether it leaves. */
const automaticText = ({ chat, clinic, conversationId }: Writing, address: string, hold = async () => {}) =>
  database.transaction(asSystem(clinic), async (tx) => {
    const text = { text: 'We tried to call you.', language: 'en', purpose: 'reply', channel: 'sms', kind: 'call-abandoned' } as const // prettier-ignore
    const leaves = await insertAutomaticMessage(
      { tx, jobs: chat.desk.jobs, now: chat.desk.clock.at },
      { ...text, conversationId, address, receiverIsAutomatic: false },
    )
    await hold()
    return leaves
  })
const others: Record<string, (of: Writing) => Promise<boolean>> = {
  'another text': (of) => automaticText({ ...of, conversationId: of.chat.conversationId }, of.number),
  'a text that tells of an answer': async ({ chat }) => {
    await chat.goTo(minutesAfter(EVENING, 6))
    return (await chat.continued())[0]?.state === 'handed_over'
  },
  'a text of a rule': async ({ chat, clinic, number }) => {
    const sender = { kind: 'address', system: 'sms', value: number, name: null, usable: true } as const
    const { conversationId } = await chat.desk.receive('And on Friday?', { channel: 'sms', source: 'sms', sender })
    const text = { text: 'We answer in the morning.', language: 'en', contentClass: 'plain' } as const
    const { outcome } = await database.transaction(asSystem(clinic), (tx) =>
      sendRuleText({ tx, jobs: chat.desk.jobs, now: chat.desk.clock.at }, { conversationId, isAutomatic: false }, text),
    )
    return outcome === 'done'
  },
}
const isWaitedFor = async () =>
  expect(
    await look(
      `select from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database())`,
    ),
  ).not.toEqual([])

test.each(Object.entries(others))(
  'desk-D42 of a text and %s that software writes to two numbers of one person at the same moment exactly one leaves',
  async (_what, other) => {
    const { clinic, number } = await aTextClinic({ verified: true })
    const second = number.replace('+1212', '+1917')
    await look(
      `insert into contact_point (organization_id, id, patient_id, system, value, changed_at) values ($1, $2, $3, 'sms', $4, $5)`,
      [clinic.organizationId, newId(), clinic.patientId, second, new Date('2025-01-01')],
    )
    const chat = await aChat(clinic)
    await chat.answer('Yes, at ten.')
    const { conversationId } = await chat.desk.receive('Something else.')
    const of: Writing = { chat, clinic, conversationId, number }
    let leaves: Promise<boolean> | undefined
    const first = await automaticText(of, second, async () => {
      leaves = other(of)
      // The first ends when the other has written, or waits for it.
      await Promise.race([leaves, vi.waitFor(isWaitedFor, { timeout: 5_000, interval: 5 })])
    })
    expect([first, await leaves]).toEqual([true, false])
  },
)

test('desk-D39 a stopped number gets no such text, also when it stops while one is on its way; at night it waits', async () => {
  const { clinic, number } = await aTextClinic({ verified: true })
  const chat = await aChat(clinic)
  chat.desk.clock.at = minutesAfter(EVENING, 90)
  const messageId = await chat.answer('Yes, at ten.')
  await chat.goTo(minutesAfter(EVENING, 100))
  expect(await chat.continued()).toMatchObject([{ channel: 'sms', state: 'held', cause: 'QUIET_HOURS' }])
  await look(
    `insert into number_stop (organization_id, id, address, kind, message_id, stopped_at) values ($1, $2, $3, 'stop', $4, $5)`,
    [clinic.organizationId, newId(), number, messageId, EVENING],
  )
  await chat.goTo(MORNING)
  expect(await chat.continued()).toMatchObject([{ state: 'cancelled', cause: 'STOPPED' }])

  // Written while STOP was being stored: whoever claims it sees the stop.
  await look(`update delivery set state = 'queued', cause = null where conversation_id = $1 and channel = 'sms'`, [
    chat.conversationId,
  ])
  const [queued] = await look<{ id: string }>(
    `select id from delivery where conversation_id = $1 and channel = 'sms'`,
    [chat.conversationId],
  )
  await chat.deliver(queued?.id ?? '')
  expect(await chat.continued()).toMatchObject([{ state: 'blocked', cause: 'STOPPED' }])
  expect(chat.handovers).toEqual([])
})
