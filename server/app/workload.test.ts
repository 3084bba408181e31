/** Giving work out, through the procedures and the jobs: offers, those who leave and come back, reasons (desk-D30 to D34). */
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { readRouteLine } from '#engines/routing/input-line.ts'
import { DEFAULT_POLICY } from '#engines/routing/policy.ts'
import { route, type Routed } from '#engines/routing/route.ts'
import { aClinic, asSystem, type Clinic } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf, type Desk } from '#server/modules/conversation/a-desk.ts'
import type { InboundMessage } from '#server/modules/conversation/inbound-message.ts'
import type { Role } from '#contract/role.ts'
import { addDoor, doorsThatGiveOut } from '#server/modules/organization/index.ts'
import { newId } from '#server/platform/id.ts'
import type { Database } from '#server/platform/database.ts'
import type { Log } from '#server/platform/log.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import {
  endOffer,
  heartbeat,
  keepWorkMoving,
  routeConversation,
  workloadRoutes,
} from '#server/modules/workload/index.ts'
import { movingRounds } from './work.ts'

const { database, look } = await testDatabase()

type Floor = Awaited<ReturnType<typeof aFloor>>

/** A clinic where work is given out by itself, with everybody of `here` at the desk. */
async function aFloor({ here = ['agentId', 'otherAgentId'] as (keyof Clinic)[], isAutomatic = true } = {}) {
  const clinic = await aClinic(database)
  const desk = aDesk(database, clinic)
  const { organizationId } = clinic
  const deps = { db: database, jobs: desk.jobs, hub: desk.hub, now: () => desk.clock.at }
  const as = (staffId: string, role: Role = 'agent') =>
    createRouterClient({ workload: workloadRoutes }, { context: desk.routeOf(staffId, role, []) }).workload
  await database.transaction(asSystem(clinic), async (tx) => {
    for (const staffId of [clinic.agentId, clinic.otherAgentId])
      await tx.run(`insert into queue_member (organization_id, queue_id, staff_id) values ($1, $2, $3)`, [organizationId, clinic.queueIds.service, staffId]) // prettier-ignore
    for (const staffId of [clinic.nurseId, clinic.secondNurseId])
      await tx.run(`insert into queue_member (organization_id, queue_id, staff_id) values ($1, $2, $3)`, [organizationId, clinic.queueIds.clinical, staffId]) // prettier-ignore
  })
  const administratorId = clinic.supervisorId
  if (isAutomatic) {
    await as(administratorId, 'administrator').saveSettings({ version: 0, isAutomatic, policy: DEFAULT_POLICY, queueSkills: {} }) // prettier-ignore
    for (const key of here) await heartbeat(deps, organizationId, clinic[key] as string)
  }
  return {
    clinic,
    desk,
    deps,
    as,
    /** A message comes in, and its job runs. */
    async arrive(text = 'When are you open on Saturday?', over: Partial<InboundMessage> = {}) {
      const { conversationId } = await desk.receive(text, over)
      await routeConversation(deps, organizationId, conversationId)
      return conversationId
    },
    holder: (conversationId: string) => holderOf(conversationId),
    seen: (...staffIds: string[]) => Promise.all(staffIds.map((staffId) => heartbeat(deps, organizationId, staffId))),
    pass: (seconds: number) => void (desk.clock.at = new Date(desk.clock.at.getTime() + seconds * 1000)),
    keepMoving: (heardSince = new Date(0)) => keepWorkMoving(deps, organizationId, heardSince),
    /** What the timers of all open offers would do at this moment. */
    async endOffers() {
      for (const { id } of desk.sent.filter(({ queue }) => queue === 'offer-timeout'))
        await endOffer(deps, organizationId, id)
    },
  }
}

async function holderOf(conversationId: string) {
  const [row] = await look<{ assignee: string | null; assignment: string }>(
    `select assignee_id as assignee, assignment from conversation where id = $1`,
    [conversationId],
  )
  return row
}
const events = (conversationId: string) =>
  look<{ event: string; detail: Record<string, unknown>; actor_kind: string }>(
    `select event, detail, actor_kind from journal where conversation_id = $1 and event ~ '^(conversation|routing)' and action <> 'R' order by seq`,
    [conversationId],
  )
const versionOf = async (desk: Desk, clinic: Clinic, conversationId: string) =>
  (await desk.as(clinic.agentId).conversation.get({ conversationId })).version

const floor = await aFloor()
const { clinic, desk } = floor

test('desk-D32 nothing is given out until an organization switches it on', async () => {
  const quiet = await aFloor({ isAutomatic: false })
  const conversationId = await quiet.arrive()
  expect(quiet.desk.sent.filter(({ queue }) => queue === 'route')).toEqual([])
  expect(await holderOf(conversationId)).toEqual({ assignee: null, assignment: 'unassigned' })
  expect(await quiet.as(quiet.clinic.agentId).mine()).toMatchObject({ isAutomatic: false, isAccepting: true })
})

test('desk-D32 whose work is given out by itself is asked of all at once, and follows the switch', async () => {
  const own = await aFloor({ isAutomatic: false })
  const { organizationId, supervisorId } = own.clinic
  await database.withoutOrganization((tx) => addDoor(tx, { organizationId, slug: `out-${organizationId.slice(-12)}` }))
  const isAsked = async () =>
    (await database.withoutOrganization(doorsThatGiveOut)).some((door) => door.organizationId === organizationId)
  const settings = own.as(supervisorId, 'administrator')
  const save = (version: number, isAutomatic: boolean) => settings.saveSettings({ version, isAutomatic, policy: DEFAULT_POLICY, queueSkills: {} }) // prettier-ignore
  expect(await isAsked()).toBe(false)
  await save(0, true)
  expect(await isAsked()).toBe(true)
  await save(1, false)
  expect(await isAsked()).toBe(false)
})

test('desk-D32, D33 what comes in is offered; the journal names the snapshot, and the snapshot gives the same answer again', async () => {
  const conversationId = await floor.arrive()
  expect(desk.sent.some(({ queue, id }) => queue === 'route' && id === conversationId)).toBe(true)
  const holder = await holderOf(conversationId)
  expect(holder?.assignment).toBe('offered')
  expect([clinic.agentId, clinic.otherAgentId]).toContain(holder?.assignee)

  const offered = (await events(conversationId)).find(({ event }) => event === 'conversation.offered')
  expect(offered).toMatchObject({ actor_kind: 'system', detail: { to: holder?.assignee } })
  const [snapshot] = await look<{ input: object; outcome: Routed }>(
    `select input, outcome from routing_snapshot where id = $1`,
    [offered?.detail.snapshot],
  )
  const read = readRouteLine(JSON.stringify(snapshot?.input))
  if (!read.ok) throw new Error(read.error.message)
  const { conversation, agents, load, policy, now } = read.input
  expect(route(conversation, agents, load, policy, now)).toEqual(snapshot?.outcome)
})

test('desk-D32 two processes at once give a conversation out once', async () => {
  const { conversationId } = await desk.receive('May I bring my dog?')
  await Promise.all([1, 2, 3].map(() => routeConversation(floor.deps, clinic.organizationId, conversationId)))
  expect((await events(conversationId)).filter(({ event }) => event === 'conversation.offered')).toHaveLength(1)
  const offers = await look(`select from routing_offer where conversation_id = $1`, [conversationId])
  expect(offers).toHaveLength(1)
})

test('desk-D32, D1 many decisions of one process take one connection: the others are for those who write', async () => {
  const own = await aFloor()
  let [open, most] = [0, 0]
  const counting: typeof database = {
    ...database,
    async transaction(context, work) {
      most = Math.max(most, ++open)
      return database.transaction(context, work).finally(() => (open -= 1))
    },
  }
  const arrived = await Promise.all([1, 2, 3, 4, 5].map(() => own.desk.receive('Is there a bus to you?')))
  const decide = { ...own.deps, db: counting }
  await Promise.all(
    arrived.map(({ conversationId }) => routeConversation(decide, own.clinic.organizationId, conversationId)),
  )
  expect(most).toBe(1)
  const holders = await Promise.all(arrived.map(({ conversationId }) => holderOf(conversationId)))
  expect(holders.every((holder) => holder?.assignment === 'offered')).toBe(true)
})

test('desk-D32 an offer that nobody answers goes to the next; desk-D34 then the supervisor sees what is missing', async () => {
  const own = await aFloor()
  const conversationId = await own.arrive()
  const first = await holderOf(conversationId)
  own.pass(299)
  await own.seen(own.clinic.agentId, own.clinic.otherAgentId)
  await own.endOffers()
  expect(await holderOf(conversationId)).toEqual(first)
  own.pass(1)
  await own.endOffers()
  const second = await holderOf(conversationId)
  expect(second?.assignment).toBe('offered')
  expect(second?.assignee).not.toBe(first?.assignee)
  own.pass(300)
  await own.seen(own.clinic.agentId, own.clinic.otherAgentId)
  await own.endOffers()
  await own.endOffers()
  expect(await holderOf(conversationId)).toEqual({ assignee: null, assignment: 'unassigned' })
  const journalled = (await events(conversationId)).map(({ event }) => event)
  expect(journalled.filter((event) => event === 'conversation.offer-passed')).toHaveLength(2)
  expect(journalled.filter((event) => event === 'routing.nobody-fits')).toHaveLength(1)
  // Looked at again every few seconds, told once.
  await own.keepMoving()
  expect((await events(conversationId)).filter(({ event }) => event === 'routing.nobody-fits')).toHaveLength(1)

  const asked = { conversationId }
  const { decision } = await own.as(own.clinic.supervisorId, 'supervisor').decision(asked)
  expect(decision).toMatchObject({ offer: null, chosen: null, missing: [{ code: 'offer-passed' }] })
  expect(decision?.others.find(({ staffId }) => staffId === own.clinic.nurseId)?.reasons[0]?.code).toBe('off-shift')
  expect((await own.as(own.clinic.agentId).decision(asked)).decision).toMatchObject({ missing: [], others: [] })
})

test('desk-D32 a live chat is offered for twenty seconds, then to the next', async () => {
  const own = await aFloor()
  const conversationId = await own.arrive('Can somebody help me now?', { channel: 'widget' })
  const first = await holderOf(conversationId)
  expect(first?.assignment).toBe('offered')
  own.pass(19)
  await own.endOffers()
  expect(await holderOf(conversationId)).toEqual(first)
  own.pass(1)
  await own.endOffers()
  const next = await holderOf(conversationId)
  expect(next?.assignment).toBe('offered')
  expect(next?.assignee).not.toBe(first?.assignee)
})

test('desk-D33 the assignee reads why; a person who passes it on sees it go', async () => {
  const conversationId = await floor.arrive('Do you have parking?')
  const first = (await holderOf(conversationId))?.assignee ?? ''
  const { decision } = await floor.as(first).decision({ conversationId })
  expect(decision?.offer?.staffId).toBe(first)
  expect(decision?.chosen?.reasons.map(({ code }) => code)).toContain('nativeLanguage')

  const other = first === clinic.agentId ? clinic.otherAgentId : clinic.agentId
  expect(await refusalOf(floor.as(other).pass({ conversationId }))).toEqual({ code: 'STATE_NOT_ALLOWED' })
  await floor.as(first).pass({ conversationId })
  expect(await holderOf(conversationId)).toEqual({ assignee: other, assignment: 'offered' })
  const passed = (await events(conversationId)).find(({ event }) => event === 'conversation.offer-passed')
  expect(passed?.actor_kind).toBe('staff')
})

test('desk-D32 switched off, what was held out is nobody’s at once; what is let pass then, or was offered in that moment, goes to nobody else', async () => {
  const own = await aFloor()
  const { organizationId, agentId, otherAgentId } = own.clinic
  const [one, taken, late] = [await own.arrive('When are you open?'), await own.arrive('Do you have parking?'), await own.arrive('May I bring my dog?')] // prettier-ignore
  expect((await holderOf(one))?.assignment).toBe('offered')
  await look(`update conversation set labels = '{PSY}' where id = $1`, [one])
  await own.desk.as(otherAgentId).conversation.assign({ conversationId: taken, version: await versionOf(own.desk, own.clinic, taken), staffId: otherAgentId }) // prettier-ignore
  const settings = own.as(own.clinic.supervisorId, 'administrator')
  const save = (version: number, isAutomatic: boolean) => settings.saveSettings({ version, isAutomatic, policy: DEFAULT_POLICY, queueSkills: {} }) // prettier-ignore
  await save(1, false)
  const nobody = { assignee: null, assignment: 'unassigned' }
  expect([await holderOf(one), await holderOf(late)]).toEqual([nobody, nobody])
  expect(await holderOf(taken)).toEqual({ assignee: otherAgentId, assignment: 'assigned' })
  const offers = await look(`select state from routing_offer where organization_id = $1 and conversation_id = any ($2)`, [organizationId, [one, late]]) // prettier-ignore
  expect(offers).toEqual([{ state: 'withdrawn' }, { state: 'withdrawn' }])
  expect((await events(one)).at(-1)).toMatchObject({
    event: 'conversation.offer-passed',
    actor_kind: 'staff',
    detail: { cause: 'switched-off' },
  })

  // As where a job had read the switch before.
  const offer = async () => {
    await look(`update conversation set assignee_id = $2, assignment = 'offered' where id = $1`, [late, agentId])
    await look(
      `insert into routing_offer (organization_id, id, conversation_id, staff_id, snapshot_id, state, offered_at, expires_at)
       select $1, $2, $3, $4, (select id from routing_snapshot where organization_id = $1 limit 1), 'offered', $5, $5`,
      [organizationId, newId(), late, agentId, own.desk.clock.at],
    )
  }
  await offer()
  await own.as(agentId).pass({ conversationId: late })
  expect(await holderOf(late)).toEqual(nobody)
  await offer()
  const [standing] = await look<{ id: string }>(`select id from routing_offer where organization_id = $1 and state = 'offered'`, [organizationId]) // prettier-ignore
  await endOffer(own.deps, organizationId, standing?.id ?? '')
  expect(await holderOf(late)).toEqual(nobody)
})

test('desk-D32 a manual choice is never overridden, and taking or answering an offer ends it', async () => {
  const own = await aFloor()
  const { agentId, otherAgentId, organizationId } = own.clinic
  const conversationId = await own.arrive()
  const offeredTo = (await holderOf(conversationId))?.assignee
  const other = offeredTo === agentId ? otherAgentId : agentId
  const version = await versionOf(own.desk, own.clinic, conversationId)
  await own.desk.as(own.clinic.supervisorId, 'supervisor').conversation.assign({ conversationId, version, staffId: other })
  own.pass(600)
  await own.endOffers()
  await routeConversation(own.deps, organizationId, conversationId)
  await own.keepMoving()
  expect(await holderOf(conversationId)).toEqual({ assignee: other, assignment: 'assigned' })
  expect(await look(`select state from routing_offer where conversation_id = $1`, [conversationId])).toEqual([{ state: 'withdrawn' }]) // prettier-ignore

  await own.seen(agentId, otherAgentId)
  const answered = await own.arrive('Is there a lift?')
  const asked = (await holderOf(answered))?.assignee
  const answerer = asked === agentId ? otherAgentId : agentId
  await own.desk.as(answerer).conversation.send({ conversationId: answered, messageId: newId(), mode: 'reply', text: 'Yes.', seenSeq: 2 })
  expect(await holderOf(answered)).toEqual({ assignee: answerer, assignment: 'assigned' })
}) // prettier-ignore

test('desk-D32 a lost heartbeat moves live work after 60 s and urgent work after 5 min; the rest stays', async () => {
  const own = await aFloor({ here: ['agentId', 'nurseId'] })
  const { agentId, nurseId, secondNurseId, otherAgentId } = own.clinic
  own.pass(60)
  await own.seen(agentId, nurseId)
  const quiet = await own.arrive('When are you open?')
  const urgent = await own.arrive('I have a fever of 39 and a bad cough since yesterday')
  const [row] = await look<{ urgency: string }>(`select urgency from conversation where id = $1`, [urgent])
  expect(row?.urgency).not.toBe('routine')
  const live = await own.arrive('Can somebody help me now?', { channel: 'widget' })
  for (const [conversationId, staffId] of [[quiet, agentId], [urgent, nurseId], [live, agentId]] as const) {
    expect((await holderOf(conversationId))?.assignee).toBe(staffId)
    const version = await versionOf(own.desk, own.clinic, conversationId)
    await own.desk.as(staffId).conversation.assign({ conversationId, version, staffId })
  }
  own.pass(59)
  await own.keepMoving()
  expect((await holderOf(live))?.assignee).toBe(agentId)
  own.pass(1)
  await own.seen(otherAgentId, secondNurseId)
  await own.keepMoving()
  expect(await holderOf(live)).toEqual({ assignee: otherAgentId, assignment: 'offered' })
  expect((await holderOf(urgent))?.assignee).toBe(nurseId)
  own.pass(240)
  await own.seen(otherAgentId, secondNurseId)
  await own.keepMoving()
  expect(await holderOf(urgent)).toEqual({ assignee: secondNurseId, assignment: 'offered' })
  expect((await holderOf(quiet))?.assignee).toBe(agentId)
  const moved = (await events(live)).find(({ event }) => event === 'conversation.moved')
  expect(moved?.detail).toMatchObject({ cause: 'heartbeat-lost', from: agentId })
}) // prettier-ignore

test('desk-D31 a conversation of the telephone is a call while one runs; a voicemail is offered to whoever has other work, and stays with him when he goes home', async () => {
  const own = await aFloor({ here: ['agentId'] })
  const { agentId, otherAgentId, organizationId } = own.clinic
  // The database writes by its own clock when something came into somebody's hands.
  own.desk.clock.at = new Date(Date.now() + 1_000)
  await own.seen(agentId)
  const portal = await own.arrive('When are you open?')
  await own.desk.as(agentId).conversation.assign({ conversationId: portal, version: await versionOf(own.desk, own.clinic, portal), staffId: agentId }) // prettier-ignore
  own.pass(90)
  await own.seen(agentId)
  const voicemail = await own.arrive('When do you close?', { channel: 'voice' })
  expect(await holderOf(voicemail)).toEqual({ assignee: agentId, assignment: 'offered' })
  await own.desk.as(agentId).conversation.assign({ conversationId: voicemail, version: await versionOf(own.desk, own.clinic, voicemail), staffId: agentId }) // prettier-ignore

  // A call of it runs: it is as much as somebody has in hand, and moves on like one.
  const callId = newId()
  await look(`insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'voice', 'A line', '+16175550199')`, [organizationId, callId]) // prettier-ignore
  await look(
    `insert into call (organization_id, id, account_id, direction, address, is_usable, state, flow, language, conversation_id, started_at, queued_at)
     values ($1, $2, $2, 'in', '+16175550123', true, 'talking', '{}', 'en', $3, $4, $4)`,
    [organizationId, callId, voicemail, own.desk.clock.at],
  )
  const another = await own.arrive('Is there a lift?')
  expect((await holderOf(another))?.assignee).toBeNull()
  await look(`update call set state = 'talked', ended_at = $2 where id = $1`, [callId, own.desk.clock.at])
  own.pass(1)
  await routeConversation(own.deps, organizationId, another)
  expect((await holderOf(another))?.assignee).toBe(agentId)
  own.pass(60)
  await own.seen(otherAgentId)
  await own.keepMoving()
  expect((await holderOf(voicemail))?.assignee).toBe(agentId)
  await look(`update call set state = 'talking', ended_at = null where id = $1`, [callId])
  await own.keepMoving()
  expect((await holderOf(voicemail))?.assignee).not.toBe(agentId)

  // Who was on the telephone most of the last half hour is at the cap, though the call is over and its conversation is no call any more.
  await own.seen(agentId)
  await look(`delete from queue_member where organization_id = $1 and staff_id = $2`, [organizationId, otherAgentId])
  const talked = (endedMinutesAgo: number) =>
    look(`update call set state = 'talked', started_at = $2::timestamptz - interval '40 minutes', ended_at = $2::timestamptz - make_interval(mins => $3) where id = $1`, [callId, own.desk.clock.at, endedMinutesAgo]) // prettier-ignore
  await look(`update work_span set from_at = $3::timestamptz - interval '35 minutes', to_at = $3 where conversation_id = $1 and staff_id = $2`, [voicemail, agentId, own.desk.clock.at]) // prettier-ignore
  await talked(2)
  const late = await own.arrive('Is there a ramp?')
  expect((await holderOf(late))?.assignee).toBeNull()
  await talked(6)
  await routeConversation(own.deps, organizationId, late)
  expect((await holderOf(late))?.assignee).toBe(agentId)
})

test('desk-D32 nobody is gone whose desk could not be heard of: not in the first 90 seconds of giving out, of a process, or after an outage; a heartbeat of the last moment counts', async () => {
  const own = await aFloor({ here: [] })
  const { agentId, otherAgentId } = own.clinic
  const live = await own.arrive('Can somebody help me now?', { channel: 'widget' })
  const version = await versionOf(own.desk, own.clinic, live)
  await own.desk.as(agentId).conversation.assign({ conversationId: live, version, staffId: agentId })
  const holder = async () => (await holderOf(live))?.assignee
  // Switched on: nobody has a heartbeat yet.
  own.pass(89)
  await own.keepMoving()
  expect(await holder()).toBe(agentId)

  // The rounds of one process: the database is away for 70 seconds, and with it the heartbeats.
  let isAway = false
  const withoutOrganization = async () => {
    if (isAway) throw new Error('away')
    return [{ organizationId: own.clinic.organizationId }]
  }
  const db = { ...database, withoutOrganization } as Database
  const round = movingRounds({ ...own.deps, db, log: { error: () => {} } as unknown as Log })
  const passRounds = async (seconds: number) => {
    for (let n = 0; n < seconds; n += 10) {
      own.pass(10)
      await round()
    }
  }
  await own.seen(agentId, otherAgentId)
  await passRounds(80)
  expect(await holder()).toBe(agentId)
  await own.seen(agentId)
  isAway = true
  await passRounds(70)
  isAway = false
  await passRounds(80)
  expect(await holder()).toBe(agentId)
  await own.seen(otherAgentId)
  await passRounds(10)
  expect(await holder()).toBe(otherAgentId)
})

test('desk-D32 nothing urgent stays with somebody who said to be away, and nothing new comes', async () => {
  const own = await aFloor({ here: ['nurseId', 'secondNurseId'] })
  const { nurseId, secondNurseId } = own.clinic
  await own.as(secondNurseId, 'nurse').setMine({ awayReason: 'meal' })
  const urgent = await own.arrive('I have a fever of 39 and a bad cough since yesterday')
  expect((await holderOf(urgent))?.assignee).toBe(nurseId)
  const version = await versionOf(own.desk, own.clinic, urgent)
  await own.desk.as(nurseId, 'nurse').conversation.assign({ conversationId: urgent, version, staffId: nurseId })
  expect(await own.as(nurseId, 'nurse').setMine({ awayReason: 'meeting' })).toMatchObject({ isAccepting: false, awayReason: 'meeting' }) // prettier-ignore
  expect(await own.as(secondNurseId, 'nurse').setMine({ awayReason: null })).toMatchObject({ isAccepting: true })
  own.pass(300)
  await own.seen(nurseId, secondNurseId)
  await own.keepMoving()
  expect(await holderOf(urgent)).toEqual({ assignee: secondNurseId, assignment: 'offered' })
})

test('desk-D32 what a supervisor says of somebody is no heartbeat of his: whoever is not there gets nothing', async () => {
  const own = await aFloor({ here: [] })
  const { agentId, supervisorId } = own.clinic
  await own.as(supervisorId, 'supervisor').setOf({ staffId: agentId, awayReason: 'meal' })
  await own.as(supervisorId, 'supervisor').setOf({ staffId: agentId, awayReason: null })
  expect((await holderOf(await own.arrive()))?.assignee).toBeNull()
  await own.as(agentId).setMine({ awayReason: null })
  expect((await holderOf(await own.arrive('Is there a lift?')))?.assignee).toBe(agentId)
})

test('desk-D32 who comes back gets at most 3 new in 5 minutes', async () => {
  const own = await aFloor({ here: [] })
  const waiting: string[] = []
  while (waiting.length < 5) waiting.push(await own.arrive())
  expect((await Promise.all(waiting.map(holderOf))).every((row) => row?.assignee === null)).toBe(true)
  await own.seen(own.clinic.agentId)
  expect(own.desk.sent.filter(({ queue }) => queue === 'route-waiting').length).toBe(5)
  await own.keepMoving()
  const given = async () => (await Promise.all(waiting.map(holderOf))).filter((row) => row?.assignee !== null).length
  expect(await given()).toBe(3)
  for (const _ of Array.from({ length: 5 })) {
    own.pass(50)
    await own.seen(own.clinic.agentId)
  }
  await own.keepMoving()
  expect(await given()).toBe(3)
  own.pass(50)
  await own.seen(own.clinic.agentId)
  await own.keepMoving()
  expect(await given()).toBe(5)
})

test('desk-D3, D32 a red flag asks by its ladder: it is not offered while its alert is open', async () => {
  const own = await aFloor({ here: ['nurseId'] })
  const conversationId = await own.arrive('my chest hurts and I cannot breathe')
  expect(await holderOf(conversationId)).toEqual({ assignee: null, assignment: 'unassigned' })
  expect(await look(`select from routing_offer where conversation_id = $1`, [conversationId])).toEqual([])
})

test('desk-D30 settings are versions with limits; capacity, skills and shifts decide', async () => {
  const own = await aFloor()
  const { agentId, otherAgentId, supervisorId, queueIds } = own.clinic
  const administrator = own.as(supervisorId, 'administrator')
  const settings = await administrator.settings()
  expect(settings).toMatchObject({ version: 1, isAutomatic: true })
  expect(await refusalOf(administrator.saveSettings({ ...settings, version: 0 }))).toEqual({ code: 'CHANGED_MEANWHILE' })
  const tired = { ...settings, policy: { ...settings.policy, recoveryMin: 1 } }
  expect(await refusalOf(administrator.saveSettings(tired))).toEqual({ code: 'INVALID_INPUT', field: 'policy.recoveryMin' })
  await administrator.saveSettings({ ...settings, queueSkills: { [queueIds.service]: { referrals: 2 } } })
  await administrator.saveMember({ staffId: otherAgentId, capacity: 100, skills: { referrals: 3 }, version: 0 })
  expect((await holderOf(await own.arrive()))?.assignee).toBe(otherAgentId)
  const changed = await administrator.saveMember({ staffId: otherAgentId, capacity: 2, skills: { referrals: 3 }, version: 1 })
  expect(changed.version).toBe(2)
  expect(await refusalOf(administrator.saveMember({ ...changed, version: 1 }))).toEqual({ code: 'CHANGED_MEANWHILE' })
  expect((await holderOf(await own.arrive('And on Sunday?')))?.assignee).toBeNull()

  await administrator.saveMember({ staffId: agentId, capacity: 100, skills: { referrals: 2 }, version: 0 })
  const at = own.desk.clock.at.getTime()
  const shift = { startsAt: new Date(at).toISOString(), endsAt: new Date(at + 8 * 3_600_000).toISOString() }
  const from = shift.startsAt
  expect(await refusalOf(administrator.saveShifts({ staffId: agentId, from, shifts: [{ startsAt: from, endsAt: from }] }))).toEqual({ code: 'INVALID_INPUT', field: 'shifts.0' })
  // A colleague has a shift and she has none: she is not at work, though she is signed in.
  await administrator.saveShifts({ staffId: otherAgentId, from, shifts: [shift] })
  expect((await holderOf(await own.arrive('When are you open at night?')))?.assignee).toBeNull()
  await administrator.saveShifts({ staffId: agentId, from, shifts: [shift] })
  expect((await holderOf(await own.arrive('When are you open at Easter?')))?.assignee).toBe(agentId)
}) // prettier-ignore

test('desk-D30 nobody is given the own chart, or one of the family', async () => {
  const own: Floor = await aFloor({ here: ['agentId'] })
  const { organizationId, agentId, patientMail } = own.clinic
  await look(`update staff_member set email = $3 where organization_id = $1 and id = $2`, [organizationId, agentId, patientMail]) // prettier-ignore
  const conversationId = await own.arrive()
  const { decision } = await own.as(own.clinic.supervisorId, 'supervisor').decision({ conversationId })
  expect(decision?.missing).toEqual([{ code: 'own-or-family-chart', points: null, values: {} }])
})
