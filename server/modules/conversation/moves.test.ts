/** Merge, split and their undo through the desk's doors, with the real database (desk-D22). */
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { RouteContext } from '#server/platform/route-context.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, aMail, asPatient, asSystem, type Clinic } from './a-clinic.ts'
import { aDesk, refusalOf } from './a-desk.ts'
import type { InboundMessage } from './inbound-message.ts'
import { myConversationRoutes } from './patient-routes.ts'
import { receiveMessage } from './receive-message.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const desk = aDesk(database, clinic)
const ada = desk.as(clinic.agentId)
const ben = desk.as(clinic.otherAgentId)
const nurse = desk.as(clinic.nurseId, 'nurse')
const FLAG = "my chest hurts and I can't breathe"

const open = async (text: string, over: Partial<InboundMessage> = {}) => (await desk.receive(text, over)).conversationId
const get = (conversationId: string) => ada.conversation.get({ conversationId })
const timeline = (conversationId: string, reader = ada) => reader.conversation.messages({ conversationId })
const texts = async (conversationId: string, reader = ada) =>
  (await timeline(conversationId, reader)).items
    .filter(({ direction, author }) => direction !== 'event' && author.kind !== 'system')
    .map(({ text }) => text)

async function write(conversationId: string, text: string, over: Partial<InboundMessage> = {}) {
  return desk.receive(text, { conversationId, beginsAnew: false, ...over })
}

/** From an address that nobody has on file; what continues is proved by its token. */
async function mailFrom(address: string, text: string, over: Partial<InboundMessage> = {}) {
  const result = await database.transaction(asSystem(clinic), (tx) =>
    receiveMessage({ tx, jobs: desk.jobs, hub: desk.hub, now: desk.clock.at }, aMail(address, text, over)),
  )
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

async function merge(conversationId: string, intoId: string, by = ada) {
  const [{ version }, into] = await Promise.all([get(conversationId), get(intoId)])
  return by.conversation.merge({ conversationId, version, intoId, intoVersion: into.version })
}

/** Each seq from 1 to last_seq stands exactly once. */
async function expectGapless(conversationId: string) {
  const [row] = await look(
    `select c.last_seq as last, (select array_agg(m.seq order by m.seq) from message m where m.conversation_id = c.id) as seqs
       from conversation c where c.id = $1`,
    [conversationId],
  )
  expect(row?.seqs).toEqual(Array.from({ length: Number(row?.last) }, (_, n) => n + 1))
}

const myOf = (patientId: string) =>
  createRouterClient(
    { my: myConversationRoutes },
    {
      context: {
        ...desk.routeOf(clinic.agentId, 'agent', []),
        context: asPatient(clinic as Clinic, patientId),
        staff: null,
        person: {
          patientId,
          relatedPersonId: null,
          patientIds: [patientId],
          proxies: [],
          language: 'en',
          siteId: null,
        },
      } as unknown as RouteContext,
    },
  ).my

test('desk-D22 merged messages keep their order and origin behind those of the target, each with its journal row', async () => {
  const target = await open('When are you open?')
  const source = await open('Is there parking?')
  await write(source, 'And is it free?')
  await ada.conversation.tag({ conversationId: source, add: ['parking'] })
  const before = await get(source)
  const { moveId } = await merge(source, target)

  expect(await texts(target)).toEqual(['When are you open?', 'Is there parking?', 'And is it free?'])
  const { items, events } = await timeline(target)
  expect(items.map(({ origin }) => origin?.number ?? null)).toEqual([null, before.number, before.number])
  expect(events.map(({ event }) => event)).toContain('conversation.merged')
  expect(await get(target)).toMatchObject({ tags: ['parking'], lastSeq: 3, lastWords: 'And is it free?' })
  const left = await get(source)
  expect(left).toMatchObject({ state: 'merged', mergedInto: { id: target }, dueAt: null })
  expect((await timeline(source)).items.map(({ movedTo }) => movedTo?.id)).toEqual([target, target])
  await expectGapless(target)
  await expectGapless(source)
  const rows = await look(
    `select resource_id as id from journal where event = 'message.moved' and detail->>'move' = $1 order by seq`,
    [moveId],
  )
  expect(rows.map(({ id }) => id)).toEqual(items.slice(1).map(({ id }) => id))
})

test('desk-D22 two patients stay apart; one side that is of nobody takes the other patient, and no identity level', async () => {
  const target = await open('When are you open?')
  const foreign = await open('Hello', {
    sender: { kind: 'patient', patientId: clinic.otherPatientId, language: 'en', siteId: clinic.siteId },
    provedBy: { patientIds: [clinic.otherPatientId] },
  })
  expect((await refusalOf(merge(foreign, target))).code).toBe('DIFFERENT_PATIENTS')
  const preview = await ada.conversation.previewMerge({ conversationId: foreign, intoId: target })
  expect(preview).toMatchObject({ obstacle: 'patients', messages: 1 })

  const { conversationId: stranger } = await mailFrom('aunt@example.net', 'I ask for Pat')
  await merge(target, stranger)
  expect(await get(stranger)).toMatchObject({ patient: { id: clinic.patientId }, identityLevel: 'none' })
})

test('desk-D22 a red flag nobody accepted and an answer on its way stay visible, and can be accepted and taken back in the target', async () => {
  const target = await open('When are you open?')
  const source = await open(FLAG)
  const messageId = newId()
  await ada.conversation.send({ conversationId: source, messageId, mode: 'reply', text: 'Help is coming', seenSeq: 9 })
  expect(await ada.conversation.previewMerge({ conversationId: source, intoId: target })).toMatchObject({
    obstacle: null,
    openAlerts: 1,
    onTheirWay: 1,
  })
  await merge(source, target)
  const joined = await get(target)
  expect(joined).toMatchObject({ urgency: 'stat', alertOpen: true })
  await nurse.alert.accept({ alertId: joined.alerts[0]?.id ?? '' })
  expect((await get(target)).alertOpen).toBe(false)
  const taken = await ada.conversation.undoSend({ conversationId: target, messageId })
  expect(taken.text).toBe('Help is coming')
})

test('desk-D15 desk-D22 an answer that is taken back after a merge gives the target none of the past of the source', async () => {
  const source = await open('Is there parking?')
  const { version } = await get(source)
  const target = await open('When are you open?')
  const { version: before } = await get(target)
  await ada.conversation.assign({ conversationId: target, version: before, staffId: clinic.otherAgentId })
  const messageId = newId()
  await ada.conversation.send({
    conversationId: source,
    messageId,
    mode: 'reply',
    text: 'Behind the house',
    seenSeq: 9,
  })
  await merge(source, target)
  // As the source would be right after its answer.
  await look(`update conversation set version = $2 where id = $1`, [target, version + 2])
  await ada.conversation.undoSend({ conversationId: target, messageId })
  const after = await get(target)
  expect(after.assignee?.id).toBe(clinic.otherAgentId)
  expect(after.dueAt).not.toBeNull()
})

test('desk-D22 tokens and links of the source lead to the target, also through a chain; undo gives each its own back', async () => {
  const address = `token-${newId()}@example.org`
  const { conversationId: a } = await mailFrom(address, 'First question')
  const b = await open('Second question')
  const c = await open('Third question')
  const ab = await merge(a, b)
  const bc = await merge(b, c)
  const came = await mailFrom(address, 'One more thing', { conversationId: a })
  expect(came.conversationId).toBe(c)
  const told = await write(b, 'By the portal link')
  expect(told.conversationId).toBe(c)

  const { conversation, messages } = await myOf(clinic.patientId).get({ conversationId: b })
  expect(conversation.id).toBe(c)
  expect(messages.filter(({ author }) => author.kind !== 'automatic').map(({ text }) => text)).toEqual([
    'Third question',
    'Second question',
    'First question',
    'One more thing',
    'By the portal link',
  ])
  const { items } = await myOf(clinic.patientId).list({})
  expect(items.filter(({ id }) => [a, b, c].includes(id)).map(({ id }) => id)).toEqual([c])

  expect((await refusalOf(ada.conversation.undoMove({ conversationId: b, moveId: ab.moveId }))).code).toBe(
    'STATE_NOT_ALLOWED',
  )
  await ben.conversation.undoMove({ conversationId: c, moveId: bc.moveId })
  expect(await texts(c)).toEqual(['Third question'])
  expect(await texts(b)).toEqual(['Second question', 'First question', 'One more thing', 'By the portal link'])
  await ben.conversation.undoMove({ conversationId: b, moveId: ab.moveId })
  expect(await texts(a)).toEqual(['First question', 'One more thing'])
  expect(await texts(b)).toEqual(['Second question', 'By the portal link'])
  expect(await get(a)).toMatchObject({ state: 'open', mergedInto: null, patient: null, lastWords: 'One more thing' })
  for (const id of [a, b, c]) await expectGapless(id)
})

test('desk-D22 undo gives back state, assignee, members and drafts, for 30 days and once', async () => {
  const target = await open('When are you open?')
  const { conversationId: source } = await mailFrom(`back-${newId()}@example.org`, 'A question by mail')
  const { version } = await get(source)
  await ada.conversation.assign({ conversationId: source, version, staffId: clinic.otherAgentId })
  await ada.conversation.setState({
    conversationId: source,
    version: version + 1,
    to: { state: 'waiting', waitingOn: 'payer' },
  })
  await ben.conversation.saveDraft({ conversationId: source, mode: 'reply', text: 'Half a word', deviceVersion: 1 })
  const [was, wasTarget] = await Promise.all([get(source), get(target)])
  const { moveId } = await merge(source, target)
  expect((await get(target)).participants).toHaveLength(2)
  expect((await refusalOf(ada.conversation.tag({ conversationId: source, add: ['late'] }))).code).toBe(
    'STATE_NOT_ALLOWED',
  )

  const at = desk.clock.at
  desk.clock.at = new Date(at.getTime() + 31 * 86_400_000)
  expect((await refusalOf(ada.conversation.undoMove({ conversationId: target, moveId }))).code).toBe(
    'STATE_NOT_ALLOWED',
  )
  desk.clock.at = at
  const outcomes = await Promise.allSettled([
    ada.conversation.undoMove({ conversationId: target, moveId }),
    ben.conversation.undoMove({ conversationId: source, moveId }),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)

  const [now, nowTarget] = await Promise.all([get(source), get(target)])
  const same = ['state', 'waitingOn', 'assignee', 'dueAt', 'patient', 'urgency', 'lastWords', 'participants'] as const
  for (const field of same) expect(now[field]).toEqual(was[field])
  for (const field of same) expect(nowTarget[field]).toEqual(wasTarget[field])
  expect(now.moves[0]).toMatchObject({ id: moveId, isUndone: true, undoUntil: null })
  expect(await ben.conversation.drafts({ conversationId: source })).toMatchObject([{ text: 'Half a word' }])
})

test('desk-D22 of two agents who merge at once one wins, and nothing goes around in a circle', async () => {
  const [one, two, three] = [await open('Is it one?'), await open('Is it two?'), await open('Is it three?')]
  const outcomes = await Promise.allSettled([merge(one, two, ada), merge(two, one, ben), merge(one, three, ben)])
  const won = outcomes.filter(({ status }) => status === 'fulfilled').length
  expect(won).toBeGreaterThanOrEqual(1)
  const rows = await look(`select id, merged_into from conversation where id = any ($1)`, [[one, two, three]])
  expect(rows.some(({ merged_into: into }) => into === null)).toBe(true)
  const all = (await Promise.all([one, two, three].map((id) => texts(id)))).flat()
  expect(all.toSorted()).toEqual(['Is it one?', 'Is it three?', 'Is it two?'])
  for (const id of [one, two, three]) await expectGapless(id)
})

test('desk-D22 nothing is merged into what is closed, spam or merged', async () => {
  const source = await open('Anybody there?')
  for (const state of ['closed', 'spam']) {
    const target = await open('Old')
    await look(`update conversation set state = $2 where id = $1`, [target, state])
    expect(await refusalOf(merge(source, target))).toMatchObject({
      code: 'STATE_NOT_ALLOWED',
      detail: { obstacle: 'target-state' },
    })
  }
  const [a, b] = [await open('Here'), await open('There')]
  await merge(a, b)
  expect(await refusalOf(merge(source, a))).toMatchObject({
    code: 'STATE_NOT_ALLOWED',
    detail: { obstacle: 'target-state' },
  })
})

test('desk-D22 readers stay the same: a clinical note is not read by others after merge, split and undo, labels are not mixed', async () => {
  const target = await open('When are you open?')
  const source = await open('Is there parking?')
  await nurse.conversation.send({
    conversationId: source,
    messageId: newId(),
    mode: 'note',
    text: 'For nurses only',
    readers: ['clinical'],
    seenSeq: 1,
  })
  const { moveId } = await merge(source, target)
  expect(await texts(target)).toEqual(['When are you open?', 'Is there parking?', ''])
  expect((await texts(target, nurse)).at(-1)).toBe('For nurses only')
  const { messages } = await myOf(clinic.patientId).get({ conversationId: target })
  expect(messages.map(({ text }) => text)).toEqual(['When are you open?', 'Is there parking?'])
  await ada.conversation.undoMove({ conversationId: target, moveId })
  expect(await texts(source)).toEqual(['Is there parking?', ''])

  await look(`update conversation set labels = '{PSY}' where id = $1`, [source])
  expect((await refusalOf(merge(target, source))).code).toBe('NOT_FOUND')
  const cleared = desk.as(clinic.nurseId, 'nurse', ['PSY'])
  const { version } = await cleared.conversation.get({ conversationId: source })
  const call = cleared.conversation.merge({
    conversationId: source,
    version,
    intoId: target,
    intoVersion: (await get(target)).version,
  })
  expect(await refusalOf(call)).toMatchObject({ detail: { obstacle: 'labels' } })
})

test('desk-D5 desk-D22 a mail about two children is split by patient: no level, no view and no alert of the other; undo alike', async () => {
  const source = await open('Pat needs a form.')
  const about = await write(source, 'And Olga needs a refill.')
  await write(source, 'Thank you both!')
  const { version, number } = await get(source)
  const split = { conversationId: source, version, messageIds: [about.messageId], patientId: clinic.otherPatientId }
  const done = await ada.conversation.split({ ...split, subject: 'Refill' })

  expect(await texts(done.conversationId)).toEqual(['And Olga needs a refill.'])
  expect(await get(done.conversationId)).toMatchObject({
    patient: { id: clinic.otherPatientId },
    identityLevel: 'none',
    subject: 'Refill',
    state: 'open',
    moves: [{ kind: 'split', source: { number } }],
  })
  expect(await texts(source)).toEqual(['Pat needs a form.', 'Thank you both!'])
  expect((await timeline(source)).items.map(({ movedTo }) => movedTo?.id)).toContain(done.conversationId)
  const mine = await myOf(clinic.patientId).get({ conversationId: source })
  expect(mine.messages.map(({ text }) => text)).toEqual(['Pat needs a form.', 'Thank you both!'])
  expect((await refusalOf(myOf(clinic.patientId).get({ conversationId: done.conversationId }))).code).toBe('NOT_FOUND')
  const hers = await myOf(clinic.otherPatientId).get({ conversationId: done.conversationId })
  expect(hers.messages).toHaveLength(1)

  expect((await refusalOf(ada.conversation.split(split))).code).toBe('CHANGED_MEANWHILE')
  await ada.conversation.undoMove({ conversationId: done.conversationId, moveId: done.moveId })
  expect(await texts(source)).toEqual(['Pat needs a form.', 'And Olga needs a refill.', 'Thank you both!'])
  expect(await get(source)).toMatchObject({ patient: { id: clinic.patientId }, identityLevel: 'verified' })
  expect(await get(done.conversationId)).toMatchObject({ state: 'merged', mergedInto: { id: source } })
  await expectGapless(source)
  await expectGapless(done.conversationId)
})

test('desk-D22 understanding-D7 D75 what people said of a message goes with it: after a split it is read with the labels of where the message is', async () => {
  const source = await open('A question about my bill.')
  const second = await write(source, 'And one about parking.')
  await database.transaction(asSystem(clinic), async (tx) => {
    await tx.run(
      `insert into understanding_label (organization_id, id, message_id, what, value, staff_id, at) values ($1, $2, $3, 'intent', 'hours', $4, now())`,
      [clinic.organizationId, newId(), second.messageId, clinic.agentId],
    )
    await tx.run(
      `insert into decision_review (organization_id, message_id, because, agrees, reviewer_id, reviewed_at) values ($1, $2, 'sample', true, $3, now())`,
      [clinic.organizationId, second.messageId, clinic.supervisorId],
    )
  })
  const readWith = (labels: string[]) =>
    database.transaction({ ...asSystem(clinic), role: 'nurse', labels }, async (tx) => {
      const rows = await Promise.all(
        ['understanding_label', 'decision_review'].map((table) => tx.run(`select from ${table} where message_id = $1`, [second.messageId])), // prettier-ignore
      )
      return rows.map(({ length }) => length)
    })
  const { version } = await get(source)
  const done = await ada.conversation.split({ conversationId: source, version, messageIds: [second.messageId] })
  await look(`update conversation set labels = '{PSY}' where id = $1`, [source])
  expect(await readWith([])).toEqual([1, 1])
  await look(`update conversation set labels = '{PSY}' where id = $1`, [done.conversationId])
  expect([await readWith([]), await readWith(['PSY'])]).toEqual([[0, 0], [1, 1]]) // prettier-ignore
})

test('desk-D22 what came to a conversation that was split off stays there when the split is undone', async () => {
  const source = await open('A question about my bill.')
  const second = await write(source, 'And one about parking.')
  const { version } = await get(source)
  const done = await ada.conversation.split({ conversationId: source, version, messageIds: [second.messageId] })
  expect((await get(done.conversationId)).identityLevel).toBe('verified')
  await write(done.conversationId, 'Is it free?')
  await ada.conversation.undoMove({ conversationId: source, moveId: done.moveId })
  expect(await texts(source)).toEqual(['A question about my bill.', 'And one about parking.'])
  expect(await texts(done.conversationId)).toEqual(['Is it free?'])
  expect((await get(done.conversationId)).state).toBe('open')
  await expectGapless(done.conversationId)
})

test('desk-D22 an undo opens nothing: labels and a closed reader that came since go along with the words, and whoever may not open them gives them back', async () => {
  const sees = async (conversationId: string) =>
    (await database.transaction(asPatient(clinic, clinic.patientId), (tx) => tx.run(`select from conversation where id = $1`, [conversationId]))).length > 0 // prettier-ignore
  const cleared = desk.as(clinic.nurseId, 'nurse', ['SUD'])
  const label = async (conversationId: string) =>
    cleared.conversation.setLabels({ conversationId, version: (await get(conversationId)).version, labels: ['SUD'] })
  const close = (conversationId: string) =>
    look(
      `insert into conversation_privacy (organization_id, conversation_id, patient_id, reader_id, since) values ($1, $2, $3, $4, now())`,
      [clinic.organizationId, conversationId, clinic.patientId, newId()],
    )

  const target = await open('When are you open?')
  const source = await open('About the programme')
  await ada.conversation.assign({ conversationId: source, version: (await get(source)).version, staffId: clinic.otherAgentId }) // prettier-ignore
  const { moveId } = await merge(source, target)
  await close(target)
  await label(target)
  await cleared.conversation.undoMove({ conversationId: target, moveId })

  const whole = await open('A question about my bill.')
  const part = await write(whole, 'And one about the programme.')
  const { version } = await get(whole)
  const split = await ada.conversation.split({ conversationId: whole, version, messageIds: [part.messageId] })
  await close(split.conversationId)
  await label(split.conversationId)
  await cleared.conversation.undoMove({ conversationId: whole, moveId: split.moveId })

  for (const [id, word] of [
    [source, 'About the programme'],
    [whole, 'And one about the programme.'],
  ] as const) {
    // prettier-ignore
    expect((await refusalOf(get(id))).code).toBe('NOT_FOUND')
    expect(await texts(id, cleared as typeof ada)).toContain(word)
    expect(await sees(id)).toBe(false)
    const rows = await look(`select labels, assignee_id from conversation where id = $1`, [id])
    expect(rows).toEqual([{ labels: ['SUD'], assignee_id: null }])
    expect(await look(`select from message where conversation_id = $1 and labels <> '{SUD}'`, [id])).toEqual([])
    const told = await look(`select event from journal where conversation_id = $1 and detail->>'move' = $2 and event in ('conversation.labels-set', 'conversation.closed-to-others') order by seq`, [id, id === source ? moveId : split.moveId]) // prettier-ignore
    expect(told.map(({ event }) => event)).toEqual(['conversation.labels-set', 'conversation.closed-to-others'])
  }
})

test('desk-D3 desk-D22 a danger told under an alert that nobody accepted has one of its own where a split or an undo takes it', async () => {
  const told = async () => {
    const source = await open('When are you open?')
    const first = await write(source, FLAG)
    const second = await write(source, 'Now I cannot breathe at all')
    expect((await get(source)).alerts).toHaveLength(1)
    return { source, first, second }
  }
  const split = async (conversationId: string, messageId: string) =>
    ada.conversation.split({ conversationId, version: (await get(conversationId)).version, messageIds: [messageId] })

  const one = await told()
  const away = await split(one.source, one.second.messageId)
  for (const id of [one.source, away.conversationId]) expect((await get(id)).alerts).toMatchObject([{ acceptedAt: null, reason: { en: expect.stringMatching(/breath/i) } }]) // prettier-ignore
  const two = await told()
  const gone = await split(two.source, two.first.messageId)
  for (const id of [two.source, gone.conversationId]) expect((await get(id)).alerts).toMatchObject([{ acceptedAt: null }]) // prettier-ignore
  // Whoever accepted it has read both.
  const three = await told()
  await nurse.alert.accept({ alertId: (await get(three.source)).alerts[0]?.id ?? '' })
  const read = await split(three.source, three.second.messageId)
  expect((await get(read.conversationId)).alerts).toEqual([])

  const [source, target] = [await open('Is there parking?'), await open(FLAG)]
  const { moveId } = await merge(source, target)
  await write(source, 'Now I cannot breathe at all')
  await ada.conversation.undoMove({ conversationId: target, moveId })
  for (const id of [source, target]) expect((await get(id)).alerts).toMatchObject([{ acceptedAt: null }])
})

test('desk-D17 desk-D22 undo gives back no snooze that is over, and nothing to somebody who has left', async () => {
  const target = await open('When are you open?')
  const source = await open('Is there parking?')
  const snooze = async (conversationId: string, minutes: number) => {
    const until = new Date(desk.clock.at.getTime() + minutes * 60_000).toISOString()
    const { version } = await get(conversationId)
    await ada.conversation.setState({ conversationId, version, to: { state: 'snoozed', until } })
  }
  await ada.conversation.assign({ conversationId: target, version: (await get(target)).version, staffId: clinic.supervisorId }) // prettier-ignore
  await snooze(target, 30)
  const { moveId } = await merge(source, target)
  expect((await get(target)).state).toBe('open')
  await look(`update staff_member set state = 'ended' where id = $1`, [clinic.supervisorId])
  const { at } = desk.clock
  desk.clock.at = new Date(at.getTime() + 3_600_000)
  await ada.conversation.undoMove({ conversationId: target, moveId })
  desk.clock.at = at
  await look(`update staff_member set state = 'active' where id = $1`, [clinic.supervisorId])
  expect(await get(target)).toMatchObject({ state: 'open', snoozedUntil: null, assignee: null })
})

test('desk-D22 desk-D32 what is only held out to somebody is nobody’s after a merge or split, and not taken in his name', async () => {
  const [source, target, whole] = [await open('Is there parking?'), await open('When are you open?'), await open('A question')] // prettier-ignore
  const part = await write(whole, 'And one about parking.')
  for (const id of [source, target, whole])
    await look(`update conversation set assignee_id = $2, assignment = 'offered' where id = $1`, [id, clinic.agentId])
  await merge(source, target)
  const { version } = await get(whole)
  const split = await ada.conversation.split({ conversationId: whole, version, messageIds: [part.messageId] })
  const rows = await look(`select distinct assignee_id, assignment from conversation where id = any ($1)`, [[target, whole, split.conversationId]]) // prettier-ignore
  expect(rows).toEqual([{ assignee_id: null, assignment: 'unassigned' }])
})

test('desk-D22 a split refuses an answer that is on its way, foreign messages, and all messages', async () => {
  const source = await open('A question about my bill.')
  const other = await desk.receive('Something else')
  const messageId = newId()
  await ada.conversation.send({ conversationId: source, messageId, mode: 'reply', text: 'Here it is', seenSeq: 9 })
  const { version } = await get(source)
  const { items } = await timeline(source)
  const attempt = (ids: string[]) =>
    refusalOf(ada.conversation.split({ conversationId: source, version, messageIds: ids }))
  expect(await attempt([messageId])).toMatchObject({ detail: { obstacle: 'on-its-way' } })
  expect((await attempt([other.messageId])).code).toBe('NOT_FOUND')
  await look(`update delivery set state = 'delivered' where message_id = any ($1)`, [items.map(({ id }) => id)])
  expect(await attempt(items.map(({ id }) => id))).toMatchObject({ detail: { obstacle: 'nothing-stays' } })
})
