/** Hand-offs that wait, are accepted, taken back and widened; their summary; what people review; the overview (understanding.md 3.13). */
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { Role } from '#contract/role.ts'
import { WORDS_OF } from '#engines/assistant/summary.ts'
import {
  assistantRoutes,
  oversightRoutes,
  takeTurn,
  watchHandOff,
  type KnowledgeDoors,
} from '#server/modules/assistant/index.ts'
import { aClinic, asSystem } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { boardRoutes } from '#server/modules/report/index.ts'
import { openDatabase } from '#server/platform/database.ts'
import { PROTOCOL_VERSION } from '#engines/triage/triage.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { openKeys } from '#server/platform/seal.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { writeFigure } from '#engines/figure/figure.ts'

const held = await testDatabase()
const { database, look } = held
const clinic = await aClinic(database)
const other = await aClinic(database)
const desk = aDesk(database, clinic)
const { organizationId, agentId, nurseId, supervisorId } = clinic
const START = new Date('2026-03-02T17:00:00Z')
desk.clock.at = START
const keys = openKeys(Buffer.alloc(32, 7))

const routes = { assistant: assistantRoutes, oversight: oversightRoutes, board: boardRoutes }
const as = (staffId: string, role: Role, at = desk) =>
  createRouterClient(routes, { context: at.routeOf(staffId, role, []) })
const agent = as(agentId, 'agent')
const supervisor = as(supervisorId, 'supervisor')
const stranger = as(other.supervisorId, 'supervisor', aDesk(database, other))
await as(supervisorId, 'administrator').assistant.saveSettings({ channels: ['portal-chat'] })

const knowledge: KnowledgeDoors = {
  answerFrom: async () => ({ kind: 'unknown' }),
  noteUnanswered: async () => newId(),
}
const deps = { db: database, jobs: desk.jobs, hub: desk.hub, keys, publicUrl: 'https://clinic.example', now: () => desk.clock.at, knowledge } // prettier-ignore

const write = (text: string, conversationId: string | null = null) =>
  desk.receive(text, { conversationId, beginsAnew: conversationId === null })
const turn = (conversationId: string) => takeTurn(deps, organizationId, conversationId)
const later = (seconds: number) => {
  desk.clock.at = new Date(desk.clock.at.getTime() + seconds * 1000)
}

type Row = { id: string; state: string; widened: number; audience: string[]; accepted_by: string | null; deadline_at: Date | null; tell_at: Date | null; told_count: number } // prettier-ignore
const handOffOf = async (conversationId: string): Promise<Row> => {
  const [row] = await look<Row>(`select * from hand_off where conversation_id = $1 order by requested_at desc limit 1`, [conversationId]) // prettier-ignore
  if (!row) throw new Error('nothing was handed over')
  return row
}
const watch = async (conversationId: string) => {
  const { id } = await handOffOf(conversationId)
  await watchHandOff(deps, organizationId, id)
  return handOffOf(conversationId)
}
const saidIn = async (conversationId: string) =>
  (
    await look<{ text: string }>(
      `select text from message where conversation_id = $1 and direction = 'out' and flags @> '{assistant}' order by seq`,
      [conversationId],
    )
  ).map(({ text }) => text)
const eventsOf = async (conversationId: string, event: string) =>
  (
    await look<{ detail: Record<string, unknown> }>(
      `select detail from journal where conversation_id = $1 and event = $2 order by at, seq`,
      [conversationId, event],
    )
  ).map(({ detail }) => detail)
const versionOf = async (conversationId: string) =>
  (await look<{ version: number }>('select version from conversation where id = $1', [conversationId]))[0]?.version ?? 0
const assign = (conversationId: string, staffId: string | null, assignment: 'assigned' | 'offered' | 'unassigned') =>
  database.transaction(asSystem(clinic), (tx) =>
    tx.run(`update conversation set assignee_id = $2, assignment = $3, version = version + 1 where id = $1`, [
      conversationId,
      staffId,
      assignment,
    ]),
  )
const answer = (conversationId: string, seenSeq: number) =>
  desk.as(agentId).conversation.send({ conversationId, messageId: newId(), mode: 'reply', text: 'I am here.', seenSeq })

async function askForPerson(text = 'Can I talk to a person please') {
  const { conversationId } = await write(text)
  await turn(conversationId)
  return conversationId
}

/** A clinic of its own with the assistant switched on, its line moving: one of it was taken every two minutes. */
async function aLine() {
  const there = await aClinic(database)
  const at = aDesk(database, there)
  await as(there.supervisorId, 'administrator', at).assistant.saveSettings({ channels: ['portal-chat'] })
  const run = { ...deps, jobs: at.jobs, hub: at.hub, now: () => at.clock.at }
  const queueId = there.queueIds.service
  for (let n = 0; n < 10; n++) {
    const { conversationId } = await at.receive('When do you open?', { beginsAnew: true })
    await look(`update conversation set state = 'resolved', queue_id = $2 where id = $1`, [conversationId, queueId])
    await look(
      `insert into work_span (organization_id, conversation_id, staff_id, from_at, to_at) values ($1, $2, $3, $4, $4)`,
      [there.organizationId, conversationId, there.agentId, new Date(at.clock.at.getTime() - (10 - n) * 120_000)],
    )
  }
  return {
    desk: at,
    async askForPerson(text = 'Can I talk to a person please') {
      const { conversationId, seq } = await at.receive(text, { beginsAnew: true })
      await look(`update conversation set queue_id = $2 where id = $1`, [conversationId, queueId])
      await takeTurn(run, there.organizationId, conversationId)
      return { conversationId, seq, id: (await handOffOf(conversationId)).id }
    },
    look: (id: string) => watchHandOff(run, there.organizationId, id),
    /** Time passes, and the line moves as before. */
    async passes(minutes: number) {
      at.clock.at = new Date(at.clock.at.getTime() + minutes * 60_000)
      await look(
        `update work_span set from_at = from_at + make_interval(mins => $2), to_at = to_at + make_interval(mins => $2) where organization_id = $1`,
        [there.organizationId, minutes],
      )
    },
    answer: (conversationId: string, seenSeq: number) =>
      at.as(there.agentId).conversation.send({ conversationId, messageId: newId(), mode: 'reply', text: 'I am here.', seenSeq }), // prettier-ignore
  }
}

test('understanding-D72 a hand-off is requested, offered, asked for again, accepted for good, and closed when given back', async () => {
  const conversationId = await askForPerson()
  expect(await handOffOf(conversationId)).toMatchObject({ state: 'requested', widened: 0 })
  expect(desk.sent.filter(({ queue }) => queue === 'hand-off').at(-1)?.id).toBe((await handOffOf(conversationId)).id)
  await assign(conversationId, agentId, 'offered')
  expect((await handOffOf(conversationId)).state).toBe('offered')
  await assign(conversationId, null, 'unassigned')
  expect((await handOffOf(conversationId)).state).toBe('requested')
  await assign(conversationId, agentId, 'assigned')
  expect(await handOffOf(conversationId)).toMatchObject({ state: 'accepted', accepted_by: agentId, deadline_at: null, tell_at: null }) // prettier-ignore
  const standing = await agent.assistant.inConversation({ conversationId })
  expect(standing.handOff).toMatchObject({ state: 'accepted', widened: 0 })
  await assign(conversationId, null, 'unassigned')
  expect((await handOffOf(conversationId)).state).toBe('accepted')
  await agent.assistant.giveBack({ conversationId, version: await versionOf(conversationId) })
  expect((await handOffOf(conversationId)).state).toBe('closed')
})

test('understanding-D72 who answers has accepted, and whatever was queued before says nothing', async () => {
  const { conversationId, seq } = await write('I need to speak to a human')
  await turn(conversationId)
  await answer(conversationId, seq)
  expect(await handOffOf(conversationId)).toMatchObject({ state: 'accepted', accepted_by: agentId })
  const before = await saidIn(conversationId)
  later(10 * 60)
  expect(await watch(conversationId)).toMatchObject({ state: 'accepted', widened: 0, told_count: 0 })
  expect(await saidIn(conversationId)).toEqual(before)
})

test('understanding-D72 nobody accepts: a wider circle is asked, then supervisors, each once, over two processes and a job that comes again', async () => {
  const conversationId = await askForPerson('I feel dizzy since this morning and it gets worse')
  await look(`update conversation set urgency = 'asap' where id = $1`, [conversationId])
  await look(`update hand_off set deadline_at = requested_at + interval '2 minutes' where conversation_id = $1`, [conversationId]) // prettier-ignore
  expect(await watch(conversationId)).toMatchObject({ widened: 0 })
  later(121)
  const { id } = await handOffOf(conversationId)
  const second = openDatabase(held.connections.app, 2)
  await Promise.all([
    watchHandOff(deps, organizationId, id),
    watchHandOff({ ...deps, db: second }, organizationId, id),
    watchHandOff(deps, organizationId, id),
  ])
  const once = await handOffOf(conversationId)
  expect(once).toMatchObject({ widened: 1 })
  expect(once.audience.toSorted()).toEqual([nurseId, clinic.secondNurseId].toSorted())
  expect(await eventsOf(conversationId, 'hand-off.widened')).toHaveLength(1)
  // The transaction of a process that dies leaves nothing behind; the job comes again and does it.
  later(121)
  const dying = { ...deps, jobs: { ...desk.jobs, send: () => Promise.reject(new Error('killed')) } }
  await expect(watchHandOff(dying, organizationId, id)).rejects.toThrow('killed')
  expect((await handOffOf(conversationId)).widened).toBe(1)
  expect(await watch(conversationId)).toMatchObject({ widened: 2, deadline_at: null })
  expect((await handOffOf(conversationId)).audience).toContain(supervisorId)
  expect((await eventsOf(conversationId, 'hand-off.widened')).map(({ step }) => step)).toEqual([1, 2])
  const notices = await look<{ address: string }>(`select address from notice where organization_id = $1 and template = 'hand-off-waits' order by address`, [organizationId]) // prettier-ignore
  expect(notices.map(({ address }) => address)).toEqual([
    'nia@clinic.example',
    'noor@clinic.example',
    'sue@clinic.example',
  ])
  expect(await refusalOf(stranger.assistant.inConversation({ conversationId }))).toMatchObject({ code: 'NOT_FOUND' })
  await second.close()
})

test('understanding-D72 what was ended unread is asked for all the same, and goes on after its undo; who opened and ended it has seen it', async () => {
  const end = (conversationId: string) =>
    look(`update conversation set state = 'resolved', resolved_at = $2 where id = $1`, [conversationId, desk.clock.at])
  const unread = await askForPerson()
  const opened = await askForPerson()
  for (const id of [unread, opened])
    await look(`update hand_off set deadline_at = requested_at + interval '6 minutes' where conversation_id = $1`, [id])
  await desk.as(agentId).conversation.markSeen({ conversationId: opened, seq: 1 })
  await end(unread)
  await end(opened)
  later(301)
  const before = await saidIn(unread)
  expect((await watch(unread)).tell_at).not.toBeNull()
  expect(await saidIn(unread)).toEqual(before)
  later(60)
  expect(await watch(unread)).toMatchObject({ widened: 1 })
  expect(await watch(opened)).toMatchObject({ widened: 0, deadline_at: null, tell_at: null })
})

test('understanding-D72 what comes later and is more urgent leaves people less time', async () => {
  const conversationId = await askForPerson()
  const first = (await handOffOf(conversationId)).deadline_at
  await write('My calf is swollen and red after a long flight', conversationId)
  const [{ urgency } = { urgency: '' }] = await look<{ urgency: string }>('select urgency from conversation where id = $1', [conversationId]) // prettier-ignore
  expect(urgency).toBe('asap')
  await turn(conversationId)
  const { deadline_at: then } = await handOffOf(conversationId)
  expect(then?.getTime()).toBe(desk.clock.at.getTime() + 120_000)
  expect(then!.getTime()).toBeLessThan(first!.getTime())
})

test('understanding-D72 what is urgent after everybody was asked asks the nurses within two minutes; who was not there is not counted as asked', async () => {
  const conversationId = await askForPerson()
  await look(`update hand_off set deadline_at = null, widened = 2, audience = $2 where conversation_id = $1`, [conversationId, [nurseId]]) // prettier-ignore
  later(3_600)
  await write('My calf is swollen and red after a long flight', conversationId)
  await turn(conversationId)
  expect((await handOffOf(conversationId)).deadline_at).toEqual(new Date(desk.clock.at.getTime() + 120_000))
  later(121)
  const onDuty = (is: boolean) => look(`update staff_member set on_duty = $2 where organization_id = $1`, [organizationId, is]) // prettier-ignore
  await onDuty(false)
  expect(await watch(conversationId)).toMatchObject({ widened: 0, audience: [] })
  expect(await eventsOf(conversationId, 'hand-off.widened')).toEqual([])
  await onDuty(true)
  later(301)
  const asked = await watch(conversationId)
  expect(asked.widened).toBe(1)
  expect(asked.audience.toSorted()).toEqual([nurseId, clinic.secondNurseId].toSorted())
})

test('understanding-D73 desk-D22 merged into another conversation, what was brought to people stays brought: the assistant is silent there, and undo gives it back', async () => {
  const target = (await write('Hello!')).conversationId
  await turn(target)
  const source = await askForPerson()
  const mover = desk.as(agentId).conversation
  const merged = await mover.merge({ conversationId: source, version: await versionOf(source), intoId: target, intoVersion: await versionOf(target) }) // prettier-ignore
  expect(await handOffOf(target)).toMatchObject({ state: 'requested' })
  expect(await agent.assistant.inConversation({ conversationId: target })).toMatchObject({ isSilent: true, handOff: { reason: 'asked' } }) // prettier-ignore
  const before = (await saidIn(target)).length
  await write('When do you open on Saturday?', target)
  await turn(target)
  expect(await saidIn(target)).toHaveLength(before)
  const summary = await agent.oversight.summary({ conversationId: target, language: 'en' })
  expect(summary.lines.find(({ part }) => part === 'asks')?.text).toContain('talk to a person')
  // Still asked for by its deadline, there.
  later(3_600)
  await look(`update hand_off set deadline_at = $2 where conversation_id = $1`, [target, desk.clock.at])
  expect(await watch(target)).toMatchObject({ widened: 1 })
  await mover.undoMove({ conversationId: target, moveId: merged.moveId })
  expect(await handOffOf(source)).toMatchObject({ state: 'requested', widened: 1 })
  await write('And on Sunday?', target)
  await turn(target)
  expect(await saidIn(target)).not.toHaveLength(0)
})

test('desk-D22 where both were brought to people one of them goes on asking, and who has the conversation has accepted it', async () => {
  const [source, target] = [await askForPerson(), await askForPerson('I want to speak with a human')]
  const mover = desk.as(agentId).conversation
  const merge = async (from: string, into: string) =>
    mover.merge({ conversationId: from, version: await versionOf(from), intoId: into, intoVersion: await versionOf(into) })
  await merge(source, target)
  expect(await look(`select state from hand_off where conversation_id = $1 order by state`, [target])).toEqual([{ state: 'closed' }, { state: 'requested' }]) // prettier-ignore
  const third = await askForPerson()
  const taken = (await write('Hello!')).conversationId
  await assign(taken, agentId, 'assigned')
  await merge(third, taken)
  expect(await handOffOf(taken)).toMatchObject({ state: 'accepted', accepted_by: agentId, deadline_at: null })
}) // prettier-ignore

test('understanding-D72 the patient takes back what nobody has accepted: the assistant listens again', async () => {
  const conversationId = await askForPerson()
  later(60)
  await write('Never mind, thanks', conversationId)
  await turn(conversationId)
  expect((await handOffOf(conversationId)).state).toBe('withdrawn')
  expect((await saidIn(conversationId)).at(-1)).toContain('The automatic helper goes on here')
  expect(await agent.assistant.inConversation({ conversationId })).toMatchObject({ isSilent: false, handOff: null })
  expect(await eventsOf(conversationId, 'hand-off.withdrawn')).toMatchObject([{ reason: 'asked' }])
  later(60)
  await write('Can I talk to a person please', conversationId)
  await turn(conversationId)
  expect((await handOffOf(conversationId)).state).toBe('requested')
})

test('understanding-D72 what was said since the wish for a person is not taken back with it', async () => {
  const conversationId = await askForPerson()
  const stands = async (text: string) => {
    later(60)
    await write(text, conversationId)
    await turn(conversationId)
    const [row] = await look<{ state: string }>('select state from conversation where id = $1', [conversationId])
    expect([(await handOffOf(conversationId)).state, row?.state], text).toEqual(['requested', 'open'])
  }
  await stands('Can I take my allergy pill with my new tablets?')
  await stands('Never mind, thanks')
  expect(await eventsOf(conversationId, 'hand-off.withdrawn')).toEqual([])
})

test('what a person has, or what may be about health, is not taken back by a word', async () => {
  const taken = await askForPerson()
  await assign(taken, agentId, 'assigned')
  await write('Never mind', taken)
  await turn(taken)
  expect((await handOffOf(taken)).state).toBe('accepted')
  const clinical = await askForPerson('My ankle has been swollen for two days')
  await write('Never mind', clinical)
  await turn(clinical)
  expect((await handOffOf(clinical)).state).toBe('requested')
})

test('understanding-D72 until it is accepted place and time are told again when they change, at most six times, each five minutes', async () => {
  const line = await aLine()
  const { conversationId, id } = await line.askForPerson()
  const [promise] = await saidIn(conversationId)
  expect(promise).toMatch(/You are number 1 in line\. It may take up to 5 minutes\./)
  const told = async () => (await saidIn(conversationId)).length - 1
  await line.passes(1)
  await line.look(id)
  expect(await told()).toBe(0)
  for (let round = 0; round < 9; round++) {
    await line.passes(5)
    await look(`update hand_off set told = 'something else' where id = $1`, [id])
    await line.look(id)
    await line.look(id)
    expect(await told()).toBe(Math.min(round + 1, 6))
  }
  expect((await handOffOf(conversationId)).tell_at).toBeNull()
})

test('understanding-D72 who writes a language without reviewed texts hears place and time, too: figures in his own, and in English', async () => {
  const line = await aLine()
  const { conversationId, id } = await line.askForPerson('متى تفتح العيادة يوم الاثنين؟ أريد أن أعرف ساعات العمل من فضلكم')
  const [promise] = await saidIn(conversationId)
  expect(promise).toContain('رقمك في الدور: 1. دقائق الانتظار: 0–5.\n\nNumber in line: 1. Minutes to wait: 0–5.')
  await line.passes(5)
  await look(`update hand_off set told = 'something else' where id = $1`, [id])
  await line.look(id)
  expect((await saidIn(conversationId))[1]).toMatch(/^رقمك في الدور: 1\..*Number in line: 1\./s)
}) // prettier-ignore

test('what has not changed is not told again', async () => {
  const line = await aLine()
  const { conversationId, id } = await line.askForPerson()
  expect(await look(`select told from hand_off where id = $1`, [id])).toEqual([{ told: '1 0 5' }])
  await line.passes(5)
  await line.look(id)
  const { tell_at: next } = await handOffOf(conversationId)
  expect(next?.getTime()).toBe(line.desk.clock.at.getTime() + 5 * 60_000)
  expect(await saidIn(conversationId)).toHaveLength(1)
})

test('understanding-D73 of a person who takes it and an update at once, nothing is said after the person', async () => {
  const line = await aLine()
  const isDue = (id: string) => look(`update hand_off set told = 'something else', tell_at = $2 where id = $1`, [id, line.desk.clock.at]) // prettier-ignore
  const alone = await line.askForPerson()
  await isDue(alone.id)
  await line.look(alone.id)
  expect(await saidIn(alone.conversationId)).toHaveLength(2)
  for (let round = 0; round < 8; round++) {
    const { conversationId, seq, id } = await line.askForPerson()
    await isDue(id)
    await Promise.allSettled([line.look(id), line.answer(conversationId, seq)])
    const rows = await look<{ author_kind: string }>(
      `select author_kind from message where conversation_id = $1 and direction = 'out' order by seq`,
      [conversationId],
    )
    const authors = rows.map(({ author_kind }) => author_kind)
    expect(authors).toContain('staff')
    expect(authors.lastIndexOf('system')).toBeLessThan(authors.indexOf('staff'))
  }
})

test('understanding-D72 when it is closed the next opening is told with an offer to call; what is for a clinician asks those on call', async () => {
  const closed = await aClinic(database)
  const night = aDesk(database, closed)
  night.clock.at = new Date('2026-03-07T20:00:00Z') // a Saturday
  await database.transaction(asSystem(closed), (tx) =>
    tx.run(
      `insert into calendar (organization_id, id, site_id, version, time_zone, weekly, effective_at)
        values ($1, $2, null, 1, 'America/New_York', $3::jsonb, $4)`,
      [closed.organizationId, newId(), JSON.stringify({ mon: [{ from: '08:00', to: '17:00' }] }), START],
    ),
  )
  await as(closed.supervisorId, 'administrator', night).assistant.saveSettings({ channels: ['portal-chat'] })
  await look(`update staff_member set duties = '{on_call}', on_duty = false where id = $1`, [closed.secondNurseId])
  const nightly = { ...deps, jobs: night.jobs, hub: night.hub, now: () => night.clock.at }
  const asked = async (text: string) => {
    const { conversationId } = await night.receive(text, { beginsAnew: true })
    await takeTurn(nightly, closed.organizationId, conversationId)
    return conversationId
  }
  const calm = await asked('Can I talk to a person please')
  expect((await saidIn(calm))[0]).toMatch(/We open on Monday, March 9 at 8:00 AM EDT\..*write your number/)
  night.clock.at = new Date(night.clock.at.getTime() + 31 * 60_000)
  await look(`update hand_off set deadline_at = $2 where conversation_id = $1`, [calm, night.clock.at])
  await watchHandOff(nightly, closed.organizationId, (await handOffOf(calm)).id)
  expect(await handOffOf(calm)).toMatchObject({ widened: 0, audience: [] })

  const clinical = await asked('My calf is swollen and red after a long flight')
  expect((await saidIn(clinical))[0]).not.toContain('We open on')
  night.clock.at = new Date(night.clock.at.getTime() + 121_000)
  await watchHandOff(nightly, closed.organizationId, (await handOffOf(clinical)).id)
  expect(await handOffOf(clinical)).toMatchObject({ widened: 1, audience: [closed.secondNurseId] })

  // Whoever is on call may not open it, and nobody else may.
  const labelled = await asked('My calf is swollen and hot after a long drive')
  await look(`update conversation set labels = '{PSY}' where id = $1`, [labelled])
  await look(`update staff_member set on_duty = true where id = $1`, [closed.supervisorId])
  night.clock.at = new Date(night.clock.at.getTime() + 121_000)
  await watchHandOff(nightly, closed.organizationId, (await handOffOf(labelled)).id)
  expect(await handOffOf(labelled)).toMatchObject({ audience: [] })
  const told = await look(`select address from notice where organization_id = $1 and template = 'nobody-reads'`, [closed.organizationId]) // prettier-ignore
  expect(told).toEqual([{ address: 'sue@clinic.example' }])
})

test('understanding-D71 the summary: at most 120 words, each line of a message of this conversation; its reading is journalled', async () => {
  const { conversationId } = await write('Do you sell bicycles?')
  await turn(conversationId)
  const { messageId } = await write('I am so angry. My ankle is swollen but I have no fever. Let me talk to a nurse.', conversationId) // prettier-ignore
  expect((await agent.oversight.summary({ conversationId, language: 'en' })).lines).toEqual([])
  await turn(conversationId)
  const { lines } = await agent.oversight.summary({ conversationId, language: 'en' })
  const own = await look<{ id: string }>('select id from message where conversation_id = $1', [conversationId])
  for (const line of lines) expect(own.map(({ id }) => id)).toContain(line.messageId)
  const words = lines.flatMap(({ label, text }) => `${label} ${text}`.split(/\s+/))
  expect(words.length).toBeLessThanOrEqual(Object.values(WORDS_OF).reduce((sum, some) => sum + some, 0))
  expect(Object.fromEntries(lines.map(({ part, text }) => [part, text]))).toMatchObject({
    who: expect.stringContaining('Pat Rivera'),
    asks: expect.stringContaining('I am so angry'),
    denied: expect.stringContaining('fever'),
    tone: 'angry',
  })
  expect(lines.find(({ part }) => part === 'asks')?.messageId).toBe(messageId)
  const spanish = await agent.oversight.summary({ conversationId, language: 'es' })
  expect(spanish.lines.map(({ part }) => part)).toEqual([...lines.map(({ part }) => part), 'language'])
  const reads = await look(
    `select from journal where conversation_id = $1 and event = 'hand-off.summary-read' and action = 'R' and patient_id = $2`,
    [conversationId, clinic.patientId],
  )
  expect(reads).toHaveLength(2)
  expect(await refusalOf(stranger.oversight.summary({ conversationId, language: 'en' }))).toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
})

test('understanding-D75 each decision has its row: of an answer, a question, a hand-off, and of silence', async () => {
  const conversationId = await askForPerson()
  await assign(conversationId, agentId, 'assigned')
  await write('Are you there?', conversationId)
  await Promise.all([turn(conversationId), turn(conversationId)])
  const decided = await eventsOf(conversationId, 'assistant.decided')
  expect(decided.map(({ outcome }) => outcome)).toEqual(['hand-off', 'silence'])
})

test('understanding-D75 every emergency and self-care and two of a hundred come to review; a verdict is given once, and read by nobody else', async () => {
  const { conversationId, messageId } = await write('I have crushing chest pain and cannot breathe')
  const listed = async () => (await supervisor.oversight.toReview()).items
  const item = (await listed()).find((one) => one.messageId === messageId)
  expect(item).toMatchObject({ because: 'emergency', urgency: 'emergency', words: 'I have crushing chest pain and cannot breathe' }) // prettier-ignore
  const plain = await look<{ id: string; sampled: boolean }>(
    `select u.message_id as id, mod(hashtextextended(u.message_id::text, 0), 50) = 0 as sampled from understanding u
      where organization_id = $1 and triage_urgency not in ('emergency', 'self_care')`,
    [organizationId],
  )
  const ids = new Set((await listed()).map((one) => one.messageId))
  for (const { id, sampled } of plain) expect(ids.has(id), id).toBe(sampled)
  const outside = plain.find(({ sampled }) => !sampled)!.id
  expect(await refusalOf(supervisor.oversight.review({ messageId: outside, verdict: { agrees: true } }))).toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
  expect(await refusalOf(stranger.oversight.review({ messageId, verdict: { agrees: true } }))).toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
  expect((await stranger.oversight.toReview()).items).toEqual([])

  const verdict = { agrees: false as const, wrong: ['urgency' as const], reason: 'It was a quotation.' }
  const given = await Promise.allSettled([
    supervisor.oversight.review({ messageId, verdict }),
    supervisor.oversight.review({ messageId, verdict }),
  ])
  expect(given.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await refusalOf(supervisor.oversight.review({ messageId, verdict: { agrees: true } }))).toMatchObject({ code: 'CHANGED_MEANWHILE' }) // prettier-ignore
  expect((await listed()).some((one) => one.messageId === messageId)).toBe(false)
  expect(await look(`select wrong, reason from decision_review where message_id = $1`, [messageId])).toEqual([{ wrong: ['urgency'], reason: 'It was a quotation.' }]) // prettier-ignore
  expect(await eventsOf(conversationId, 'decision.reviewed')).toEqual([{ agrees: false, because: 'emergency', wrong: ['urgency'] }]) // prettier-ignore
  expect(await look(`select from journal where organization_id = $1 and event = 'decision.listed' and action = 'R'`, [organizationId])).not.toEqual([]) // prettier-ignore
})

test('understanding-D75 what is to be reviewed is read again: the same by the same engines, and what differs is named with the versions', async () => {
  const { messageId, conversationId } = await write('I have crushing chest pain and cannot breathe')
  const same = await supervisor.oversight.replay({ messageId })
  expect(same).toMatchObject({ differs: [], changed: [], urgency: 'emergency' })
  expect(same.why.en).toContain('cannot breathe')
  await look(
    `update understanding set result = jsonb_set(jsonb_set(result, '{engine_versions,triage}', '"bedside-protocol-0"'), '{emotions,tones}', '[{"tone": "joy", "score": 1}]') where message_id = $1`,
    [messageId],
  )
  const other = await supervisor.oversight.replay({ messageId })
  expect(other).toMatchObject({ differs: ['tone'], changed: [{ engine: 'triage', then: 'bedside-protocol-0', now: PROTOCOL_VERSION }] }) // prettier-ignore
  expect(await eventsOf(conversationId, 'decision.replayed')).toEqual([{ differs: [] }, { differs: ['tone'] }])
  expect(await refusalOf(agent.oversight.replay({ messageId: newId() }))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await refusalOf(stranger.oversight.replay({ messageId }))).toMatchObject({ code: 'NOT_FOUND' })
})

test('understanding-D75 whatever the assistant did with a message, it comes to review: a request that it took, too', async () => {
  const { conversationId, messageId } = await write('I would like to book a visit please')
  await turn(conversationId)
  const [decided] = await eventsOf(conversationId, 'assistant.decided')
  expect(decided).toMatchObject({ outcome: 'collect' })
  await look(`update understanding set triage_urgency = 'self_care' where message_id = $1`, [messageId])
  const did = async () =>
    (await supervisor.oversight.toReview()).items.find((one) => one.messageId === messageId)?.assistant
  expect(await did()).toBe('collect')
  await look(`update journal set detail = detail || '{"outcome": "done"}' where conversation_id = $1 and event = 'assistant.decided'`, [conversationId]) // prettier-ignore
  expect(await did()).toBe('done')
})

test('what is labelled is in no review of a reader without the label', async () => {
  const { conversationId, messageId } = await write('I have crushing chest pain and cannot breathe')
  await look(`update conversation set labels = '{behavioral}' where id = $1`, [conversationId])
  const seen = (await supervisor.oversight.toReview()).items.map((one) => one.messageId)
  expect(seen).not.toContain(messageId)
  expect(await refusalOf(supervisor.oversight.review({ messageId, verdict: { agrees: true } }))).toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
})

test('understanding section 4: each number of the overview opens exactly its conversations', async () => {
  const fresh = await aClinic(database)
  const there = aDesk(database, fresh)
  there.clock.at = new Date('2026-04-06T15:00:00Z')
  const lead = as(fresh.supervisorId, 'supervisor', there)
  await as(fresh.supervisorId, 'administrator', there).assistant.saveSettings({ channels: ['portal-chat'] })
  const run = { ...deps, jobs: there.jobs, hub: there.hub, now: () => there.clock.at }
  const talk = async (text: string) => {
    const received = await there.receive(text, { beginsAnew: true })
    await takeTurn(run, fresh.organizationId, received.conversationId)
    return received.conversationId
  }
  const contained = await talk('Hello!')
  const unclear = await talk('Do you sell bicycles?')
  const accepted = await talk('Can I talk to a person please')
  const left = await talk('I want to speak with a human')
  const alerted = await talk('I have crushing chest pain and cannot breathe')
  // A red flag is late once its minute is over, and not before.
  const raisedAt = there.clock.at
  const lateAfter = async (seconds: number) => {
    there.clock.at = new Date(raisedAt.getTime() + seconds * 1_000)
    const { counts, period } = await lead.oversight.overview({ from: '2026-04-06', to: '2026-04-06' })
    const figure = writeFigure({ name: 'assistant', measure: 'late-alerts', ...period })
    const { items } = await lead.board.conversations({ figure, limit: 50 })
    expect(counts.find(({ measure }) => measure === 'late-alerts')?.count).toBe(items.length)
    return items.map(({ id }) => id)
  }
  expect([await lateAfter(30), await lateAfter(61)]).toEqual([[], [alerted]])
  there.clock.at = raisedAt
  const change = (id: string, set: string) => look(`update conversation set ${set} where id = '${id}'`)
  await change(accepted, `assignee_id = '${fresh.agentId}', assignment = 'assigned'`)
  await look(`update hand_off set accepted_at = requested_at + interval '90 seconds' where conversation_id = $1`, [accepted]) // prettier-ignore
  await change(left, `state = 'resolved', resolved_at = now()`)
  await look(`update safety_alert set accepted_at = raised_at + interval '30 seconds', accepted_by = $2 where conversation_id = $1`, [alerted, fresh.nurseId]) // prettier-ignore
  const [message] = await look<{ id: string }>('select id from message where conversation_id = $1 and direction = $2', [alerted, 'in']) // prettier-ignore
  await lead.oversight.review({ messageId: message!.id, verdict: { agrees: true } })
  const correct = async (conversationId: string, what: string, value: string | null) => {
    there.clock.at = new Date(there.clock.at.getTime() + 1_000)
    const insert = `insert into understanding_label (organization_id, id, message_id, what, value, staff_id, at)
      select $1, gen_random_uuid(), id, $3, $4, $5, $6 from message where conversation_id = $2 and direction = 'in'`
    await look(insert, [fresh.organizationId, conversationId, what, value, fresh.agentId, there.clock.at])
  }
  await correct(unclear, 'intent', 'out_of_scope')
  await correct(left, 'language', 'es')
  await correct(left, 'tone', 'anger')
  await correct(contained, 'tone', 'joy')
  await correct(contained, 'tone', null)

  const ask = (conversationId: string, outcome: string) =>
    database.transaction(asSystem(fresh), (tx) =>
      journal(tx, { event: 'llm.asked', action: 'E', resourceKind: 'message', resourceId: newId(), conversationId, detail: { use: 'raise', outcome } }, there.clock.at),
    ) // prettier-ignore
  await ask(contained, 'unchanged')
  await ask(unclear, 'unchanged')
  await ask(unclear, 'timeout')

  const overview = await lead.oversight.overview({ from: '2026-04-06', to: '2026-04-06' })
  const expected = {
    begun: [contained, unclear, accepted, left, alerted],
    contained: [contained, unclear],
    'handed-off': [accepted, left, alerted],
    abandoned: [left],
    understood: [contained, accepted, left, alerted],
    'not-understood': [unclear],
    alerts: [alerted],
    'late-alerts': [],
    reviewed: [alerted],
    disagreed: [],
    corrected: [unclear, left],
    'corrected-intent': [unclear],
    'corrected-language': [left],
    'corrected-tone': [left],
    llm: [contained, unclear],
    'llm-failed': [unclear],
  }
  expect(Object.fromEntries(overview.counts.map(({ measure, count }) => [measure, count]))).toEqual(
    Object.fromEntries(Object.entries(expected).map(([measure, ids]) => [measure, ids.length])),
  )
  expect(overview).toMatchObject({
    timeZone: 'America/New_York',
    handOffSeconds: { median: 90, p90: 90 },
    alertSeconds: { median: 30, p90: 30 },
    weeks: [{ monday: '2026-04-06', reviewed: 1, agreed: 1 }],
  })
  for (const [measure, ids] of Object.entries(expected)) {
    const figure = writeFigure({ name: 'assistant', measure, ...overview.period })
    const { items } = await lead.board.conversations({ figure, limit: 50 })
    expect(items.map(({ id }) => id).toSorted(), measure).toEqual(ids.toSorted())
    const foreign = await stranger.board.conversations({ figure, limit: 50 })
    expect(foreign.items).toEqual([])
  }
  const before = await lead.oversight.overview({ from: '2026-04-05', to: '2026-04-05' })
  expect(before.counts.every(({ count }) => count === 0)).toBe(true)
  expect(before).toMatchObject({ handOffSeconds: null, alertSeconds: null })
  expect(await refusalOf(lead.oversight.overview({ from: '2026-04-06', to: '2026-04-05' }))).toMatchObject({ code: 'INVALID_INPUT', field: 'to' }) // prettier-ignore
  const wrong = writeFigure({ name: 'assistant', measure: 'no-such', ...overview.period })
  expect(await refusalOf(lead.board.conversations({ figure: wrong, limit: 50 }))).toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
})
