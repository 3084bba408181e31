/** What an administrator and a supervisor set: policies, hours of the organization, weeks of work; and how a shift ends (desk-D27, D31, D34). */
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { DEFAULT_POLICY } from '#engines/routing/policy.ts'
import { aClinic, asSystem } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { handOverRoutes, placeInLine, reopeningRoutes, sendingRulesRoutes } from '#server/modules/conversation/index.ts'
import { addDoor } from '#server/modules/organization/index.ts'
import { openingHoursRoutes, servicePolicyRoutes } from '#server/modules/service-policy/index.ts'
import { planShifts, workloadRoutes } from '#server/modules/workload/index.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const { organizationId, siteId } = clinic
const desk = aDesk(database, clinic)
const as = (staffId: string, role: 'administrator' | 'supervisor' | 'agent' = 'agent') =>
  createRouterClient(
    {
      servicePolicy: servicePolicyRoutes,
      openingHours: openingHoursRoutes,
      workload: workloadRoutes,
      handOver: handOverRoutes,
      sendingRules: sendingRulesRoutes,
      reopening: reopeningRoutes,
    },
    { context: desk.routeOf(staffId, role, []) },
  )
const administrator = as(clinic.supervisorId, 'administrator')
const supervisor = as(clinic.supervisorId, 'supervisor')

const aPolicy = (name: string, routine: number, queue?: string[]) => ({
  name,
  conditions: queue ? { queue } : {},
  targets: { 'first-response': { routine, stat: 5 } },
  pausesOn: ['patient' as const],
  isAroundTheClock: true,
  assistantAnswers: false,
})

/** Minutes from its message to its promise. */
async function dueIn(conversationId: string): Promise<number> {
  const { clocks, lastMessageAt } = await desk.as(clinic.agentId).conversation.get({ conversationId })
  const first = clocks.find(({ kind }) => kind === 'first-response')
  return (Date.parse(first?.dueAt ?? '') - Date.parse(lastMessageAt)) / 60_000
}

test('desk-D27 policies are published as a whole, in their order; what came before keeps what it was promised; rolled back they are as before', async () => {
  const { conversationId } = await desk.receive('When are you open on Saturday?')
  const everywhere = aPolicy('Everywhere', 90)
  const service = aPolicy('Service desk', 45, [clinic.queueIds.service])
  expect(await administrator.servicePolicy.get()).toMatchObject({ publication: 0, policies: [] })
  const first = await administrator.servicePolicy.publish({ publication: 0, policies: [everywhere] })
  expect(first).toMatchObject({ publication: 1, policies: [{ name: 'Everywhere' }] })
  const second = await administrator.servicePolicy.publish({ publication: 1, policies: [service, everywhere] })
  expect(second.policies.map(({ name }) => name)).toEqual(['Service desk', 'Everywhere'])
  expect(second.history.map(({ publication, policies }) => [publication, policies])).toEqual([
    [2, 2],
    [1, 1],
  ])

  // Processes go on for a moment with what they have read.
  desk.clock.at = new Date(desk.clock.at.getTime() + 10_000)
  expect(await dueIn(conversationId)).toBe(45)
  const back = await administrator.servicePolicy.rollBack({ publication: 2, to: 1 })
  expect(back).toMatchObject({ publication: 3, policies: first.policies })
  desk.clock.at = new Date(desk.clock.at.getTime() + 10_000)
  expect(await dueIn(conversationId)).toBe(90)
  expect(desk.sent.filter(({ queue }) => queue === 'recount-clocks').length).toBeGreaterThanOrEqual(3)
  // The reasons say which promise counted when: the journal of a clock reads the same tomorrow.
  const versions = await look<{ n: number }>(
    `select count(*)::int as n from service_policy where organization_id = $1`,
    [organizationId],
  )
  expect(versions[0]?.n).toBe(7)
})

test('desk-D27 what waits for its moment counts for nobody yet, and never where something that begins earlier took it back', async () => {
  const days = (count: number) => new Date(desk.clock.at.getTime() + count * 86_400_000)
  const { publication } = await administrator.servicePolicy.get()
  const publish = (policies: ReturnType<typeof aPolicy>[], past: number, effectiveAt?: Date) =>
    administrator.servicePolicy.publish({ publication: publication + past, policies, effectiveAt: effectiveAt?.toISOString() }) // prettier-ignore
  const dueOfNew = async () => dueIn((await desk.receive('Where do I park?', { beginsAnew: true })).conversationId)
  const waits = await publish([aPolicy('Later', 10), aPolicy('Never', 11)], 0, days(300))
  expect(waits).toMatchObject({
    effectiveAt: days(300).toISOString(),
    policies: [{ name: 'Later' }, { name: 'Never' }],
  })
  desk.clock.at = new Date(desk.clock.at.getTime() + 10_000)
  expect(await dueOfNew()).toBe(90)
  // The first place as it will be, and sooner; the second is nothing any more.
  await publish([aPolicy('Later', 10)], 1, days(1))
  await publish([aPolicy('Now', 20, [clinic.queueIds.service]), aPolicy('Rest', 30)], 2)
  desk.clock.at = new Date(desk.clock.at.getTime() + 10_000)
  expect(await dueOfNew()).toBe(20)
  desk.clock.at = days(330)
  expect(await dueOfNew()).toBe(20)
  expect(await administrator.servicePolicy.get()).toMatchObject({ publication: publication + 3, policies: [{ name: 'Now' }, { name: 'Rest' }] }) // prettier-ignore
  await administrator.servicePolicy.rollBack({ publication: publication + 3, to: publication + 1 })
  desk.clock.at = new Date(desk.clock.at.getTime() + 10_000)
  expect(await dueOfNew()).toBe(10)
})

test('desk-D27 a promise of nothing, one that begins in the past or in years, and one that somebody overtook are refused with their field', async () => {
  const wrong = { ...aPolicy('Wrong', 60), targets: { resolution: { asap: 0 } } }
  const { publication } = await administrator.servicePolicy.get()
  expect(
    await refusalOf(administrator.servicePolicy.publish({ publication, policies: [aPolicy('Right', 60), wrong] })),
  ).toEqual({
    code: 'INVALID_INPUT',
    field: 'policies.1.targets.resolution.asap',
    detail: { reason: 'TARGET_NOT_POSITIVE' },
  })
  for (const [effectiveAt, reason] of [
    ['2020-01-01T00:00:00Z', 'TOO_EARLY'],
    ['2062-01-01T00:00:00Z', 'TOO_LATE'],
  ] as const)
    expect(
      await refusalOf(administrator.servicePolicy.publish({ publication, effectiveAt, policies: [] })),
    ).toMatchObject({ field: 'effectiveAt', detail: { reason } })
  expect((await refusalOf(administrator.servicePolicy.publish({ publication: 0, policies: [] }))).code).toBe(
    'CHANGED_MEANWHILE',
  )
  expect((await refusalOf(administrator.servicePolicy.rollBack({ publication, to: 99 }))).code).toBe('NOT_FOUND')
})

test('desk-D27, D28 a try says which policy fits and when a message would be due, and saves nothing', async () => {
  const before = await administrator.servicePolicy.get()
  const policies = [aPolicy('Billing', 30, [clinic.queueIds.billing]), aPolicy('Rest', 60)]
  const conversation = {
    queueId: clinic.queueIds.service,
    siteId,
    channel: 'email' as const,
    topic: null,
    urgency: 'routine' as const,
  }
  const tried = await administrator.servicePolicy.preview({ policies, conversation })
  expect(tried.place).toBe(1)
  expect(tried.clocks).toMatchObject([
    { kind: 'first-response', dueAt: new Date(desk.clock.at.getTime() + 3_600_000).toISOString() },
  ])
  const urgent = { ...conversation, queueId: clinic.queueIds.billing, urgency: 'stat' as const }
  expect((await administrator.servicePolicy.preview({ policies, conversation: urgent })).place).toBe(0)
  expect((await administrator.servicePolicy.preview({ policies: [], conversation })).place).toBeNull()
  expect(await administrator.servicePolicy.get()).toEqual(before)
})

test('desk-D28 the organization has hours of its own, for where there is no site; before them it was open day and night', async () => {
  const none = (await administrator.openingHours.list()).find((one) => one.siteId === null)
  expect(none).toMatchObject({ version: 0, timeZone: 'America/New_York' })
  const hours = {
    siteId: null,
    timeZone: 'Europe/Berlin',
    weekly: { mon: [{ from: '09:00', to: '17:00' }] },
    exceptions: [],
  }
  const saved = await administrator.openingHours.save({ ...hours, version: 0 })
  expect(saved).toMatchObject({ siteId: null, version: 2, timeZone: 'Europe/Berlin' })
  const [first] = await look<{ weekly: object }>(
    `select weekly from calendar where organization_id = $1 and site_id is null and version = 1`,
    [organizationId],
  )
  expect(first?.weekly).toMatchObject({ sun: [{ from: '00:00', to: '24:00' }] })
  expect((await refusalOf(administrator.openingHours.save({ ...hours, version: 0 }))).code).toBe('CHANGED_MEANWHILE')
  expect(
    await refusalOf(administrator.openingHours.save({ ...hours, timeZone: 'Mars/Base', version: 2 })),
  ).toMatchObject({ field: 'timeZone' })
})

test('desk-D31 a week of work is saved in versions with its author, its shifts are written down, and go on to be', async () => {
  const staffId = clinic.agentId
  const monday = [
    { from: '08:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ]
  const empty = await supervisor.workload.pattern({ staffId })
  expect(empty).toMatchObject({ version: 0, weekly: {}, timeZone: 'America/New_York' })
  const week = { staffId, timeZone: 'America/New_York', weekly: { mon: monday }, exceptions: [] }
  const saved = await supervisor.workload.savePattern({ ...week, version: 0 })
  expect(saved).toMatchObject({ version: 1, author: 'Sue Test' })
  const shifts = () =>
    look<{ starts_at: Date; ends_at: Date }>(
      `select starts_at, ends_at from shift where staff_id = $1 order by starts_at`,
      [staffId],
    )
  const written = await shifts()
  expect(written.length).toBeGreaterThanOrEqual(14)
  expect(new Set(written.map(({ starts_at, ends_at }) => ends_at.getTime() - starts_at.getTime()))).toEqual(
    new Set([4 * 3_600_000]),
  )

  // Four weeks later half of it is over, and the rest is written down.
  const later = new Date(desk.clock.at.getTime() + 35 * 86_400_000)
  await database.transaction(asSystem(clinic), (tx) =>
    addDoor(tx, { organizationId, slug: `weeks-${newId()}`, isDemonstration: false }),
  )
  await planShifts(database, later)
  const more = await shifts()
  expect(more.length).toBeGreaterThan(written.length)
  expect(new Set(more.map(({ starts_at }) => starts_at.getTime())).size).toBe(more.length)
  await planShifts(database, later)
  expect(await shifts()).toEqual(more)

  const overlap = { ...week, weekly: { mon: [monday[0]!, { from: '11:00', to: '15:00' }] }, version: 1 }
  expect(await refusalOf(supervisor.workload.savePattern(overlap))).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'weekly.mon.1.from',
  })
  expect((await refusalOf(supervisor.workload.savePattern({ ...week, version: 0 }))).code).toBe('CHANGED_MEANWHILE')
  await supervisor.workload.savePattern({ ...week, weekly: {}, version: 1 })
  expect(await shifts()).toEqual([])
  expect((await refusalOf(supervisor.workload.pattern({ staffId: newId() }))).code).toBe('NOT_FOUND')
})

test('desk-D31, D32 capacity, skills and offer times are saved with their author, and out of limits they are refused', async () => {
  await supervisor.workload.saveMember({ staffId: clinic.agentId, capacity: 60, skills: { billing: 3 }, version: 0 })
  const member = (await supervisor.workload.members()).find(({ staffId }) => staffId === clinic.agentId)
  expect(member).toMatchObject({ capacity: 60, skills: { billing: 3 }, version: 1, author: 'Sue Test' })
  const policy = { ...DEFAULT_POLICY, offerSeconds: { stat: 60, live: 20, other: 120 } }
  const saved = await administrator.workload.saveSettings({ version: 0, isAutomatic: false, policy, queueSkills: {} })
  expect(saved.policy.offerSeconds.other).toBe(120)
  const wrong = { ...policy, offerSeconds: { stat: 60, live: 1, other: 120 } }
  const refused = administrator.workload.saveSettings({
    version: 1,
    isAutomatic: false,
    policy: wrong,
    queueSkills: {},
  })
  expect(await refusalOf(refused)).toMatchObject({ field: 'policy.offerSeconds.live' })
})

test('desk-D34 at the end of a shift each conversation stays with its holder until another accepts it by name', async () => {
  const { conversationId } = await desk.receive('Is my form there?')
  await desk.as(clinic.agentId).conversation.assign({ conversationId, version: 1, staffId: clinic.agentId })
  const [giver, taker, third] = [as(clinic.agentId), as(clinic.otherAgentId), as(clinic.nurseId)]
  await giver.handOver.offer({ conversationId, toId: clinic.otherAgentId })
  const holder = async () =>
    (await look<{ id: string }>(`select assignee_id as id from conversation where id = $1`, [conversationId]))[0]?.id
  expect(await holder()).toBe(clinic.agentId)
  const { toMe } = await taker.handOver.list()
  expect(toMe).toMatchObject([{ conversationId, from: { name: 'Ada Test' } }])
  const handOverId = toMe[0]?.handOverId ?? ''
  expect((await giver.handOver.list()).mine[0]?.offer).toMatchObject({ handOverId, to: { name: 'Ben Test' } })

  // Neither the giver nor anybody else takes it in his name.
  for (const other of [giver, third])
    expect((await refusalOf(other.handOver.accept({ handOverId }))).code).toBe('NOT_FOUND')
  const [one, two] = await Promise.allSettled([
    taker.handOver.accept({ handOverId }),
    taker.handOver.accept({ handOverId }),
  ])
  expect([one.status, two.status].toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await holder()).toBe(clinic.otherAgentId)
  const told = await look<{ detail: object; actor_id: string }>(
    `select detail, actor_id from journal where event = 'conversation.handed-over' and conversation_id = $1`,
    [conversationId],
  )
  expect(told).toEqual([{ actor_id: clinic.otherAgentId, detail: { from: clinic.agentId, to: clinic.otherAgentId } }])

  await taker.handOver.offer({ conversationId, toId: clinic.agentId })
  const again = (await giver.handOver.list()).toMe[0]?.handOverId ?? ''
  await giver.handOver.end({ handOverId: again })
  expect(await holder()).toBe(clinic.otherAgentId)
  expect((await refusalOf(giver.handOver.accept({ handOverId: again }))).code).toBe('STATE_NOT_ALLOWED')
  expect((await refusalOf(giver.handOver.offer({ conversationId, toId: clinic.nurseId }))).code).toBe(
    'STATE_NOT_ALLOWED',
  )
})

test('desk-D34 who waits is told the place and an honest range, and nothing once somebody has it or too little is known', async () => {
  const waiting = await desk.receive('Can I bring my dog?')
  const place = (now: Date) =>
    database.transaction(asSystem(clinic), (tx) => placeInLine(tx, waiting.conversationId, now))
  const now = new Date()
  expect(await place(now)).toBeNull()
  // One was taken every six minutes lately.
  const [{ queueId } = { queueId: '' }] = await look<{ queueId: string }>(
    `select queue_id as "queueId" from conversation where id = $1`,
    [waiting.conversationId],
  )
  await database.transaction(asSystem(clinic), async (tx) => {
    for (let n = 0; n < 12; n++) {
      const id = newId()
      await tx.run(
        `insert into conversation (organization_id, id, number, state, queue_id, channel, last_message_at, first_message_at)
         values ($1, $2, upper(left(md5($2::uuid::text), 10)), 'resolved', $3, 'widget', $4, $4)`,
        [organizationId, id, queueId, now],
      )
      await tx.run(
        `insert into work_span (organization_id, conversation_id, staff_id, from_at, to_at) values ($1, $2, $3, $4, $5)`,
        [organizationId, id, clinic.agentId, new Date(now.getTime() - (n * 6 + 1) * 60_000), now],
      )
    }
    await tx.run(`update conversation set unread_since = null where id <> $1`, [waiting.conversationId])
  })
  expect(await place(now)).toEqual({ place: 1, fromMin: 5, toMin: 10 })
  await desk
    .as(clinic.agentId)
    .conversation.assign({ conversationId: waiting.conversationId, version: 1, staffId: clinic.agentId })
  expect(await place(now)).toBeNull()
})

test('desk-D42, D41 what is sent by itself is made stricter in versions; looser is refused at its field; from then on the gate goes by it', async () => {
  const { sendingRules } = administrator
  const house = await sendingRules.get()
  expect(house).toMatchObject({ version: 0, rules: { quietFromHour: 21, automaticMailPerHour: 5 }, history: [] })
  const save = (version: number, over: Partial<typeof house.rules>) =>
    sendingRules.save({ version, rules: { ...house.rules, ...over } })
  expect(await refusalOf(save(0, { quietFromHour: 22 }))).toMatchObject({
    code: 'INVALID_INPUT',
    field: 'rules.quietFromHour',
  })
  expect(await refusalOf(save(0, { automaticSmsPerDay: 2 }))).toMatchObject({ field: 'rules.automaticSmsPerDay' })
  const told = async (mark: string) => {
    const { conversationId } = await desk.receive(`When are you open? ${mark}`, {
      channel: 'email',
      source: 'email:rules',
      sender: { kind: 'address', system: 'email', value: `${mark}@example.org`, name: null, usable: true },
    })
    return look<{ refusal: string }>(
      `select refusal from journal where organization_id = $1 and conversation_id = $2 and event = 'message.automatic-refused'`,
      [organizationId, conversationId],
    )
  }
  expect(await told('before')).toEqual([])
  const strict = await save(0, { automaticMailPerHour: 0, quietToHour: 10 })
  expect(strict).toMatchObject({ version: 1, history: [{ version: 1, author: 'Sue Test' }] })
  expect(await told('strict')).toEqual([{ refusal: 'BUDGET_SPENT' }])
  expect((await refusalOf(save(0, {}))).code).toBe('CHANGED_MEANWHILE')
  // Back to what was before, as a version of its own.
  expect(await save(1, {})).toMatchObject({
    version: 2,
    history: [{ version: 2 }, { version: 1, rules: { quietToHour: 10 } }],
  })
  expect(await told('after')).toEqual([])
  expect(
    (
      await look(`select detail from journal where event = 'sending-rules.changed' and organization_id = $1`, [
        organizationId,
      ])
    ).length,
  ).toBe(2)
})

test('desk.md 2 an organization shortens in versions how long a message opens a resolved conversation; longer than the house is refused', async () => {
  const { reopening } = administrator
  expect(await reopening.get()).toEqual({ version: 0, days: 14, limits: { least: 1, most: 14 }, history: [] })
  for (const days of [0, 15])
    expect(await refusalOf(reopening.save({ version: 0, days }))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'days',
    })
  /** Answers three days after it was resolved, by the token of the conversation. */
  const threeDaysLater = async (mark: string) => {
    const of = { channel: 'email', source: 'email:again', sender: { kind: 'address', system: 'email', value: `${mark}@example.org`, name: null, usable: true } } as const // prettier-ignore
    const { conversationId } = await desk.receive(`Do you open on Saturday? ${mark}`, of)
    await database.transaction(asSystem(clinic), (tx) =>
      tx.run(`update conversation set state = 'resolved', resolved_at = $3 where organization_id = $1 and id = $2`, [
        organizationId,
        conversationId,
        new Date(desk.clock.at.getTime() - 3 * 86_400_000),
      ]),
    )
    const again = await desk.receive(`And on Sunday? ${mark}`, { ...of, conversationId, provedBy: 'token' })
    return again.conversationId === conversationId ? 'same' : 'new'
  }
  expect(await threeDaysLater('house')).toBe('same')
  const saved = await reopening.save({ version: 0, days: 2 })
  expect(saved).toMatchObject({ version: 1, days: 2, history: [{ version: 1, days: 2, author: 'Sue Test' }] })
  expect((await refusalOf(reopening.save({ version: 0, days: 5 }))).code).toBe('CHANGED_MEANWHILE')
  desk.clock.at = new Date(desk.clock.at.getTime() + 60_000)
  expect(await threeDaysLater('short')).toBe('new')
  await reopening.save({ version: 1, days: 14 })
  desk.clock.at = new Date(desk.clock.at.getTime() + 60_000)
  expect(await threeDaysLater('long')).toBe('same')
})
