/** Answering at the desk, as its procedures do it: drafts, collision, undo, and what an answer leaves behind. */
import { expect, test } from 'vitest'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, aMail } from './a-clinic.ts'
import { aDesk, refusalOf, UNDO_SECONDS } from './a-desk.ts'
import { findServable, insertUpload } from './attachments.ts'
import { wakeSnoozed } from './change-conversation.ts'
import { deliver, releaseHeld, type Carriers } from './deliver.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const desk = aDesk(database, clinic)
const ada = desk.as(clinic.agentId)
const ben = desk.as(clinic.otherAgentId)

const aReply = (conversationId: string, seenSeq: number, over: object = {}) => ({
  conversationId,
  messageId: newId(),
  mode: 'reply' as const,
  text: 'We are open from 9 to 12 on Saturday.',
  seenSeq,
  ...over,
})
const later = (seconds: number) => new Date(desk.clock.at.getTime() + seconds * 1_000)
const stateOf = async (conversationId: string) => {
  const { state, dueAt, assignee, lastWords, isUnread, waitingOn } = await ada.conversation.get({ conversationId })
  return { state, dueAt, assignee: assignee?.id ?? null, lastWords, isUnread, waitingOn }
}
const aFile = (
  name = 'leaflet.pdf',
  verdict: 'clean' | 'waiting' | 'infected' = 'clean',
  reason: string | null = null,
) =>
  database.transaction(desk.routeOf(clinic.agentId, 'agent', []).context, (tx) =>
    insertUpload(
      tx,
      { name, type: 'application/pdf', size: 4, sha256: Buffer.alloc(32), verdict, reason, storageKey: 'k' },
      desk.clock.at,
    ),
  )
const releasing = {
  db: database,
  jobs: desk.jobs,
  hub: desk.hub,
  now: () => later(UNDO_SECONDS + 1),
  carriers: {},
  continuityMinutes: 5,
}
const release = (deliveryId: string) => releaseHeld(releasing, clinic.organizationId, deliveryId)

test('desk-D14 of two simultaneous answers that saw the same exactly one passes; the other is told what is new, edits and sends', async () => {
  const { conversationId, seq } = await desk.receive('When are you open?')
  const outcomes = await Promise.allSettled([
    ada.conversation.send(aReply(conversationId, seq)),
    ben.conversation.send(aReply(conversationId, seq)),
  ])
  const sent = outcomes.filter(({ status }) => status === 'fulfilled')
  expect(sent).toHaveLength(1)
  const [refused] = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refused?.reason).toMatchObject({ code: 'CONVERSATION_MOVED', data: { detail: { seqs: [seq + 1] } } })

  const { items } = await ben.conversation.messages({ conversationId, after: seq })
  expect(items.map((message) => message.seq)).toEqual([seq + 1])
  await ben.conversation.send(aReply(conversationId, seq + 1, { text: 'And on Sunday from 10.' }))
  expect((await ada.conversation.messages({ conversationId })).items).toHaveLength(3)
})

test('desk-D14 a new word of the patient stops an answer; a note, an event and an automatic text do not', async () => {
  const { conversationId, seq } = await desk.receive('When are you open?')
  await ben.conversation.send(aReply(conversationId, seq, { mode: 'note', text: 'I am on it' }))
  await ada.conversation.tag({ conversationId, add: ['hours'] })
  await ada.conversation.send(aReply(conversationId, seq))
  await desk.receive('And on Sunday?', { conversationId })
  expect((await refusalOf(ben.conversation.send(aReply(conversationId, seq + 2)))).code).toBe('CONVERSATION_MOVED')
})

test('desk-D14 the same answer sent twice is one message', async () => {
  const { conversationId, seq } = await desk.receive('When are you open?')
  const reply = aReply(conversationId, seq)
  const both = await Promise.all([ada.conversation.send(reply), ada.conversation.send(reply)])
  expect(both.map(({ lastSeq }) => lastSeq)).toEqual([seq + 1, seq + 1])
  expect((await ada.conversation.messages({ conversationId })).items).toHaveLength(2)
})

test('desk-D13 a draft is one per person, conversation and mode; of two devices the newer wins and the older is kept 24 hours', async () => {
  const { conversationId } = await desk.receive('Hello')
  const save = (text: string, deviceVersion: number, mode: 'reply' | 'note' = 'reply') =>
    ada.conversation.saveDraft({ conversationId, mode, text, deviceVersion })
  await save('first words', 1)
  await save('a note', 1, 'note')
  // The second device had seen version 1 as well, and writes its own version 2 after the first did.
  expect((await save('from the phone', 2)).otherVersion).toBeNull()
  expect((await save('from the desk', 2)).otherVersion?.text).toBe('from the phone')
  const texts = (await ada.conversation.drafts({ conversationId })).map(({ mode, text }) => `${mode}: ${text}`)
  expect(texts.toSorted()).toEqual(['note: a note', 'reply: from the desk'])
  expect(await ben.conversation.drafts({ conversationId })).toEqual([])

  const now = desk.clock.at
  desk.clock.at = new Date(now.getTime() + 25 * 3_600_000)
  expect((await ada.conversation.drafts({ conversationId })).map(({ otherVersion }) => otherVersion)).toEqual([
    null,
    null,
  ])
  expect((await save('the day after', 3)).otherVersion).toBeNull()
  desk.clock.at = now
})

test('desk-D13 what was sent is no draft any more, in reply and note alike; an emptied draft is gone', async () => {
  const { conversationId, seq } = await desk.receive('When are you open on Saturday?')
  for (const mode of ['reply', 'note'] as const) {
    await ada.conversation.saveDraft({ conversationId, mode, text: 'half a thought', deviceVersion: 1 })
    await ada.conversation.send(aReply(conversationId, seq + 5, { mode }))
  }
  expect(await ada.conversation.drafts({ conversationId })).toEqual([])
  await ada.conversation.saveDraft({ conversationId, mode: 'reply', text: 'again', deviceVersion: 2 })
  await ada.conversation.saveDraft({ conversationId, mode: 'reply', text: ' ', deviceVersion: 3 })
  expect(await ada.conversation.drafts({ conversationId })).toEqual([])
})

test('desk-D13 a reply that waited for the connection takes its own draft with it, not what was written since', async () => {
  const { conversationId, seq } = await desk.receive('When are you open on Sunday?')
  const textsOf = async () => (await ada.conversation.drafts({ conversationId })).map(({ text }) => text)
  await ada.conversation.saveDraft({ conversationId, mode: 'reply', text: 'the first', deviceVersion: 3 })
  await ada.conversation.send(aReply(conversationId, seq, { draftVersion: 3 }))
  expect(await textsOf()).toEqual([])
  await ada.conversation.saveDraft({ conversationId, mode: 'reply', text: 'the next', deviceVersion: 5 })
  await ada.conversation.send(aReply(conversationId, seq + 1, { draftVersion: 4, text: 'It waited.' }))
  expect(await textsOf()).toEqual(['the next'])
})

test('desk-D13 the files of a draft stay with it: they cannot be sent in another conversation or mode, nor before they are clean', async () => {
  const here = await desk.receive('Where is the leaflet?')
  const there = await desk.receive('Another matter')
  const file = await aFile()
  await ada.conversation.saveDraft({
    conversationId: here.conversationId,
    mode: 'reply',
    text: '',
    deviceVersion: 1,
    attachmentIds: [file.id],
  })
  const [draft] = await ada.conversation.drafts({ conversationId: here.conversationId })
  expect(draft?.attachments.map(({ id }) => id)).toEqual([file.id])

  const attachmentIds = [file.id]
  const elsewhere = ada.conversation.send(aReply(there.conversationId, there.seq, { attachmentIds }))
  expect((await refusalOf(elsewhere)).code).toBe('NOT_FOUND')
  const asNote = ada.conversation.send(aReply(here.conversationId, here.seq, { attachmentIds, mode: 'note' }))
  expect((await refusalOf(asNote)).code).toBe('NOT_FOUND')
  const byAnother = ben.conversation.send(aReply(here.conversationId, here.seq, { attachmentIds }))
  expect((await refusalOf(byAnother)).code).toBe('NOT_FOUND')
  for (const [verdict, reason, code] of [
    ['waiting', 'scanner_unreachable', 'SCAN_PENDING'],
    ['waiting', 'password', 'FILE_REFUSED'],
    ['infected', 'infected', 'FILE_REFUSED'],
  ] as const) {
    const other = await aFile('other.pdf', verdict, reason)
    const call = ada.conversation.send(aReply(here.conversationId, here.seq, { attachmentIds: [other.id] }))
    expect((await refusalOf(call)).code).toBe(code)
  }

  await ada.conversation.send(aReply(here.conversationId, here.seq, { attachmentIds }))
  const { items } = await ada.conversation.messages({ conversationId: here.conversationId })
  expect(items.at(-1)?.attachments.map(({ id }) => id)).toEqual([file.id])
})

test('desk-D15 undo brings text and files back as a draft and the conversation to where it was', async () => {
  const { conversationId, seq } = await desk.receive('Where is the leaflet?')
  const before = await stateOf(conversationId)
  const file = await aFile()
  const reply = aReply(conversationId, seq, { attachmentIds: [file.id], then: { state: 'resolved' } })
  const sent = await ada.conversation.send(reply)
  expect(sent.heldUntil).toBe(later(UNDO_SECONDS).toISOString())
  expect(await stateOf(conversationId)).toMatchObject({ state: 'resolved', dueAt: null, assignee: clinic.agentId })

  // Nobody else takes it back.
  const byAnother = ben.conversation.undoSend({ conversationId, messageId: reply.messageId })
  expect((await refusalOf(byAnother)).code).toBe('STATE_NOT_ALLOWED')
  expect(await ada.conversation.undoSend({ conversationId, messageId: reply.messageId })).toEqual({
    text: reply.text,
    attachmentIds: [file.id],
  })
  expect(await stateOf(conversationId)).toEqual(before)
  const [draft] = await ada.conversation.drafts({ conversationId })
  expect(draft).toMatchObject({ text: reply.text, attachments: [{ id: file.id }] })
  // What is a draft again is served to its writer alone.
  const servedTo = (staffId: string) =>
    database.transaction(desk.routeOf(staffId, 'agent', []).context, (tx) => findServable(tx, file.id))
  expect(await servedTo(clinic.agentId)).toMatchObject({ id: file.id })
  expect(await servedTo(clinic.otherAgentId)).toBeUndefined()

  // Sent again from the draft, under a new id; once its hold is over it is too late.
  const again = aReply(conversationId, seq, { attachmentIds: [file.id] })
  await ada.conversation.send(again)
  const { items } = await ada.conversation.messages({ conversationId })
  await release(items.at(-1)?.deliveries[0]?.id ?? '')
  const tooLate = ada.conversation.undoSend({ conversationId, messageId: again.messageId })
  expect((await refusalOf(tooLate)).code).toBe('STATE_NOT_ALLOWED')
})

test('desk-D15 what others did meanwhile stands after an undo; only the promise to answer comes back', async () => {
  const { conversationId, seq } = await desk.receive('When are you open?')
  const { dueAt } = await stateOf(conversationId)
  const reply = aReply(conversationId, seq, { then: { state: 'resolved' } })
  await ada.conversation.send(reply)
  await ben.conversation.tag({ conversationId, add: ['hours'] })
  await ada.conversation.undoSend({ conversationId, messageId: reply.messageId })
  expect(await stateOf(conversationId)).toMatchObject({ state: 'open', dueAt, assignee: clinic.agentId })
  expect((await ada.conversation.get({ conversationId })).tags).toEqual(['hours'])
})

test('desk-D15 desk-D17 an answer that is taken back after the end of a snooze leaves the conversation open', async () => {
  const { conversationId, seq } = await desk.receive('When are you open?')
  const snoozed = aReply(conversationId, seq, { then: { state: 'snoozed', until: later(5).toISOString() } })
  const { lastSeq } = await ada.conversation.send(snoozed)
  const reply = aReply(conversationId, lastSeq)
  await ada.conversation.send(reply)
  const { at } = desk.clock
  desk.clock.at = later(8)
  await ada.conversation.undoSend({ conversationId, messageId: reply.messageId })
  desk.clock.at = at
  expect(await ada.conversation.get({ conversationId })).toMatchObject({ state: 'open', snoozedUntil: null })
})

test('desk-D15 undo and release at the same instant: one of them wins, neither waits for the other', async () => {
  for (let round = 0; round < 5; round++) {
    const { conversationId, seq } = await desk.receive('When are you open?')
    const reply = aReply(conversationId, seq)
    await ada.conversation.send(reply)
    const [delivery] = await look<{ id: string }>('select id from delivery where message_id = $1', [reply.messageId])
    const [undone] = await Promise.allSettled([
      ada.conversation.undoSend({ conversationId, messageId: reply.messageId }),
      release(delivery?.id ?? ''),
    ])
    const [row] = await look<{ state: string }>('select state from delivery where message_id = $1', [reply.messageId])
    expect(row?.state).toBe(undone.status === 'fulfilled' ? 'cancelled' : 'delivered')
  }
})

test('desk-D15 another language, a file that is spoken of: each is a question, and nothing is written before it is answered', async () => {
  const { conversationId, seq } = await desk.receive('Could you tell me when you are open on Saturday, please?')
  const asks = async (text: string) => {
    const { questions, heldUntil } = await ada.conversation.send(aReply(conversationId, seq, { text }))
    expect(heldUntil === null).toBe(questions.length > 0)
    return questions
  }
  expect(await asks('Le escribimos para decirle que abrimos el sábado por la mañana a las nueve.')).toEqual([
    'language',
  ])
  expect(await asks('The form is attached.')).toEqual(['attachment-missing'])
  expect((await ada.conversation.messages({ conversationId })).items).toHaveLength(1)

  const confirmed = ['attachment-missing' as const]
  await ada.conversation.send(aReply(conversationId, seq, { text: 'The form is attached.', confirmed }))
  expect((await ada.conversation.messages({ conversationId })).items).toHaveLength(2)
  // The patient's own name is no question.
  expect(await asks('Dear Pat Rivera, we are open on Saturday.').catch(() => 'moved')).toBe('moved')
})

test('desk-D16 one step sends and settles: resolved, waiting, snoozed', async () => {
  const settle = async (then: object) => {
    const { conversationId, seq } = await desk.receive('When are you open?')
    await ada.conversation.send(aReply(conversationId, seq, { then }))
    return stateOf(conversationId)
  }
  expect(await settle({ state: 'resolved' })).toMatchObject({ state: 'resolved', dueAt: null })
  expect(await settle({ state: 'waiting', waitingOn: 'payer' })).toMatchObject({ state: 'waiting', waitingOn: 'payer' })
  expect(await settle({ state: 'snoozed', until: later(3_600).toISOString() })).toMatchObject({ state: 'snoozed' })
})

test('desk-D16 resolve is refused while a red flag or an unknown delivery is open, with an answer or without, and names it', async () => {
  const { conversationId } = await desk.receive("my chest hurts and I can't breathe")
  const { alerts, version, lastSeq } = await ada.conversation.get({ conversationId })
  const alertIds = alerts.map(({ id }) => id)
  const bare = ada.conversation.setState({ conversationId, version, to: { state: 'resolved' } })
  expect(await refusalOf(bare)).toEqual({ code: 'OPEN_SAFETY_QUESTION', detail: { alertIds } })
  const withAnswer = ada.conversation.send(aReply(conversationId, lastSeq, { then: { state: 'resolved' } }))
  expect(await refusalOf(withAnswer)).toEqual({ code: 'OPEN_SAFETY_QUESTION', detail: { alertIds } })
  await desk.as(clinic.nurseId, 'nurse').alert.accept({ alertId: alertIds[0] ?? '' })

  const sent = await ada.conversation.send(aReply(conversationId, lastSeq))
  const [delivery] = await look<{ id: string }>(
    `update delivery set state = 'unknown' where conversation_id = $1 and state = 'held' returning id`,
    [conversationId],
  )
  const lost = ada.conversation.setState({ conversationId, version: sent.version, to: { state: 'resolved' } })
  expect(await refusalOf(lost)).toEqual({ code: 'DELIVERY_UNKNOWN', detail: { deliveryIds: [delivery?.id] } })

  await ada.conversation.resolveDelivery({ conversationId, deliveryId: delivery?.id ?? '', as: 'handed_over' })
  await ada.conversation.setState({ conversationId, version: sent.version, to: { state: 'resolved' } })
  expect((await stateOf(conversationId)).state).toBe('resolved')
})

test('desk-D17 a snooze lasts to the second: a job at that moment wakes it, one that comes early or for an old snooze does nothing', async () => {
  const { conversationId, seq } = await desk.receive('When are you open?')
  const until = later(90)
  await ada.conversation.send(aReply(conversationId, seq, { then: { state: 'snoozed', until: until.toISOString() } }))
  expect(desk.sent.filter(({ queue, id }) => queue === 'wake-snoozed' && id === conversationId)).toEqual([
    { queue: 'wake-snoozed', id: conversationId, startAfter: until },
  ])
  const wakeAt = (now: Date) =>
    wakeSnoozed({ db: database, jobs: desk.jobs, hub: desk.hub, now: () => now }, clinic.organizationId, conversationId)
  await wakeAt(new Date(until.getTime() - 1_000))
  expect((await stateOf(conversationId)).state).toBe('snoozed')
  await wakeAt(until)
  expect((await stateOf(conversationId)).state).toBe('open')
})

test('desk-D17 a new word of the patient ends a snooze, also one that waits for an event; a year is the longest', async () => {
  const { conversationId } = await desk.receive('When are you open?')
  const { version } = await ada.conversation.get({ conversationId })
  const snooze = (at: Date, seen: number) =>
    ada.conversation.setState({
      conversationId,
      version: seen,
      to: { state: 'snoozed', until: at.toISOString(), event: 'result-filed' },
    })
  expect((await refusalOf(snooze(later(-1), version))).code).toBe('INVALID_INPUT')
  expect((await refusalOf(snooze(later(400 * 86_400), version))).code).toBe('INVALID_INPUT')
  await snooze(later(86_400), version)
  await desk.receive('Are you there?', { conversationId })
  expect(await stateOf(conversationId)).toMatchObject({ state: 'open' })
})

test('writing to a patient first opens one conversation, asks before it writes, and is found again when sent twice', async () => {
  const [conversationId, messageId] = [newId(), newId()]
  const start = {
    conversationId,
    messageId,
    patientId: clinic.otherPatientId,
    subject: 'Your visit on Tuesday',
    text: 'Please bring your card. It is attached.',
    channel: 'portal-chat' as const,
  }
  expect((await ada.conversation.start(start)).questions).toEqual(['attachment-missing'])
  expect((await refusalOf(ada.conversation.get({ conversationId }))).code).toBe('NOT_FOUND')
  const confirmed = ['attachment-missing' as const]
  await ada.conversation.start({ ...start, confirmed })
  await ada.conversation.start({ ...start, confirmed })
  const detail = await ada.conversation.get({ conversationId })
  expect(detail).toMatchObject({ subject: start.subject, patient: { id: clinic.otherPatientId }, lastSeq: 1 })
  const foreign = ada.conversation.start({ ...start, conversationId: newId(), messageId: newId(), patientId: newId() })
  expect((await refusalOf(foreign)).code).toBe('NOT_FOUND')
})

/** Somebody writes from an address that nobody has on file, and the desk says who it is: with the address on file there are two ways by mail. */
async function fromNewAddress() {
  const address = `${newId()}@new.example`
  const { conversationId } = await desk.receive('It hurts again', aMail(address, 'It hurts again'))
  const { version } = await ada.conversation.get({ conversationId })
  await ada.conversation.linkPatient({ conversationId, version, patientId: clinic.patientId })
  const { replyChannels, lastSeq } = await ada.conversation.get({ conversationId })
  const mails = replyChannels.filter(({ channel }) => channel === 'email')
  expect(mails.map((way) => way.address).toSorted()).toEqual([address, clinic.patientMail].toSorted())
  return { conversationId, address, lastSeq }
}
const deliveryOf = async (messageId: string) =>
  (
    await look<{ id: string; address: string; state: string; cause: string | null }>(
      `select id, address, state, cause from delivery where message_id = $1`,
      [messageId],
    )
  )[0]

test('desk-D36 an answer goes to the address that was chosen, also one that is on no file; what names two ways, or one that is gone, is refused', async () => {
  const { conversationId, address, lastSeq } = await fromNewAddress()
  const byMail = (over: object) => aReply(conversationId, lastSeq, { channel: 'email', ...over })
  for (const over of [{}, { address: 'gone@new.example' }])
    expect((await refusalOf(ada.conversation.send(byMail(over)))).code).toBe('WRONG_PERSON')
  const answer = byMail({ address })
  await ada.conversation.send(answer)
  expect(await deliveryOf(answer.messageId)).toMatchObject({ address, state: 'held' })
})

test('desk-D50 where a mail asks for its answers is a way by choice: it is named last, shown with the mail, and nothing takes it by itself', async () => {
  const from = `${newId()}@new.example`
  const answerTo = `${newId()}@elsewhere.example`
  const { conversationId } = await desk.receive('Please call me', { ...aMail(from, 'Please call me'), answerTo })
  const { replyChannels, lastSeq } = await ada.conversation.get({ conversationId })
  expect(replyChannels.map(({ address }) => address)).toEqual([from, answerTo])
  const { items } = await ada.conversation.messages({ conversationId })
  expect(items[0]?.answerTo).toBe(answerTo)
  const byMail = aReply(conversationId, lastSeq, { channel: 'email' })
  await ada.conversation.send(byMail)
  expect((await deliveryOf(byMail.messageId))?.address).toBe(from)
  const chosen = aReply(conversationId, lastSeq + 1, { channel: 'email', address: answerTo })
  await ada.conversation.send(chosen)
  const { id = '' } = (await deliveryOf(chosen.messageId)) ?? {}
  await release(id)
  expect(await deliveryOf(chosen.messageId)).toMatchObject({ address: answerTo, state: 'queued' })
})

test('desk-D37 what was written as a link stays one: unlinked while it waits, it does not leave; sent again after a link it carries no words', async () => {
  const { conversationId, address, lastSeq } = await fromNewAddress()
  const answer = aReply(conversationId, lastSeq, { channel: 'email', address })
  await ada.conversation.send(answer)
  const link = async (patientId: string | null) => {
    const { version } = await ada.conversation.get({ conversationId })
    await ada.conversation.linkPatient({ conversationId, version, patientId })
  }
  await link(null)
  const { id = '' } = (await deliveryOf(answer.messageId)) ?? {}
  await release(id)
  expect(await deliveryOf(answer.messageId)).toMatchObject({ state: 'blocked', cause: 'WRONG_PERSON' })

  const carried: boolean[] = []
  const handOver = async (deliveryId: string) => {
    await look(`update delivery set state = 'queued', not_before = $2 where id = $1`, [deliveryId, desk.clock.at])
    const email: Carriers['email'] = async ({ carriesText }) => {
      carried.push(carriesText)
      return { state: 'handed_over', providerRef: 'r' }
    }
    await deliver({ ...releasing, carriers: { email } }, clinic.organizationId, deliveryId)
  }
  await handOver(id)
  expect(carried).toEqual([])
  const toStranger = aReply(conversationId, lastSeq + 1, { channel: 'email', address })
  await ada.conversation.send(toStranger)
  const second = (await deliveryOf(toStranger.messageId))?.id ?? ''
  await handOver(second)
  await link(clinic.patientId)
  await handOver(second)
  expect(carried).toEqual([true, false])
})

test('desk-D43 what did not leave is decided anew, or done without: settled it leaves "not sent, to check"', async () => {
  const { conversationId, address, lastSeq } = await fromNewAddress()
  const answer = aReply(conversationId, lastSeq, { channel: 'email', address })
  await ada.conversation.send(answer)
  const { id: deliveryId = '' } = (await deliveryOf(answer.messageId)) ?? {}
  const isToCheck = async () =>
    (await ada.conversation.list({ view: 'not-sent' })).items.some(({ id }) => id === conversationId)
  const settle = (as: 'handed_over' | 'done-without' | 'send-again') =>
    ada.conversation.resolveDelivery({ conversationId, deliveryId, as })
  const setTo = (state: string, cause: string) =>
    look(`update delivery set state = $2, cause = $3 where id = $1`, [deliveryId, state, cause])

  // Taken back, it is a draft again: what was asked about it is asked no more.
  const gone = aReply(conversationId, lastSeq + 1, { channel: 'email', address })
  await ada.conversation.send(gone)
  await look(`update delivery set cause = 'SHARED_ADDRESS' where message_id = $1`, [gone.messageId])
  await ada.conversation.undoSend({ conversationId, messageId: gone.messageId })
  const { id: goneId = '' } = (await deliveryOf(gone.messageId)) ?? {}
  await look(`update delivery set not_before = $2 where id = $1`, [goneId, later(60)])
  const again = ada.conversation.resolveDelivery({ conversationId, deliveryId: goneId, as: 'ask-again' })
  expect((await refusalOf(again)).code).toBe('STATE_NOT_ALLOWED')

  await look(`update organization set outbound_on = false`)
  await setTo('blocked', 'CONTACT_POINT_UNUSABLE')
  expect(await isToCheck()).toBe(true)
  expect((await refusalOf(settle('handed_over'))).code).toBe('STATE_NOT_ALLOWED')
  await settle('send-again')
  expect(desk.sent.at(-1)).toMatchObject({ queue: 'release-held', id: deliveryId })
  await release(deliveryId)
  expect(await deliveryOf(answer.messageId)).toMatchObject({ state: 'held', cause: 'OUTBOUND_OFF' })
  await look(`update organization set outbound_on = true`)

  for (const state of ['blocked', 'failed']) {
    await setTo(state, 'bounced-5.1.1')
    expect(await isToCheck()).toBe(true)
    await settle('done-without')
    expect(await deliveryOf(answer.messageId)).toMatchObject({ state, cause: 'settled-by-person' })
    expect(await isToCheck()).toBe(false)
  }
})
