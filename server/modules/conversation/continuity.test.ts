/** The answer that the patient has not read also goes by mail: once, through the gate, and not at night (desk-D45, desk-D41). */
import { expect, test } from 'vitest'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, asSystem, type Clinic } from './a-clinic.ts'
import { aDesk, UNDO_SECONDS } from './a-desk.ts'
import { continueByMail } from './continuity.ts'
import { deliver, releaseHeld, type Handover } from './deliver.ts'
import { markDeliveriesSeen } from './read-store.ts'

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
  const deps = {
    db: database,
    jobs: desk.jobs,
    hub: desk.hub,
    now: () => desk.clock.at,
    continuityMinutes: 5,
    carriers: {
      email: async (handover: Handover) => {
        handovers.push(handover)
        return { state: 'handed_over' as const, providerRef: 'sent' }
      },
    },
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
        if (queue === 'continuity') await continueByMail(deps, clinic.organizationId, id)
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
    mails: () =>
      look<{ state: string; cause: string | null; notBefore: Date; messageId: string }>(
        `select state, cause, not_before as "notBefore", message_id as "messageId" from delivery
          where conversation_id = $1 and channel = 'email' order by id`,
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
