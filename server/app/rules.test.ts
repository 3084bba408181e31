/** Rules through the procedures and the jobs, on a real database: written, tried, live, in chains, over budget (desk-D68, D69). */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRouterClient } from '@orpc/server'
import { afterAll, expect, test } from 'vitest'
import { handOverRoutes, takeReportedEvent, tellClocks } from '#server/modules/conversation/index.ts'
import { aMail, asSystem } from '#server/modules/conversation/a-clinic.ts'
import { refusalOf } from '#server/modules/conversation/a-desk.ts'
import { callWebhook, ruleRoutes, runRules, silenceTeller } from '#server/modules/rule/index.ts'
import { addDoor } from '#server/modules/organization/index.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aRule, aRuleFloor, ENGLISH, is, keys, outbound, outcomesOf, SPANISH, type Condition, type Definition } from './testing/a-rule-floor.ts' // prettier-ignore

const { database, look } = await testDatabase()
const aFloor = () => aRuleFloor(database)

async function stateOf(conversationId: string) {
  const [row] = await look<{
    tags: string[]
    queue: string
    urgency: string
    assignee: string | null
    version: number
  }>(`select tags, queue_id as queue, urgency, assignee_id as assignee, version from conversation where id = $1`, [
    conversationId,
  ])
  if (!row) throw new Error('no such conversation')
  return row
}
const versionOf = async (conversationId: string) => (await stateOf(conversationId)).version

const floor = await aFloor()
const { clinic, desk, rules } = floor
const { agentId, queueIds } = clinic

test('desk-D69 a version goes live only after a simulation of exactly itself; the live one acts until then', async () => {
  const own = await aFloor()
  await own.receive(SPANISH)
  await own.receive(ENGLISH)
  own.pass(5)
  const { ruleId, version } = await own.rules.save({ ruleId: null, version: 0, definition: aRule() })
  expect((await refusalOf(own.rules.publish({ ruleId, version }))).code).toBe('RULE_NOT_SIMULATED')
  await own.rules.simulate({ ruleId, version, days: 1 })
  expect((await refusalOf(own.rules.simulate({ ruleId, version, days: 1 }))).code).toBe('STATE_NOT_ALLOWED')
  await own.work()
  const { simulation } = await own.rules.simulation({ ruleId })
  expect(simulation).toMatchObject({ state: 'done', hits: 1, conversations: 2, conversationsRead: 2, isCut: false })
  // Nothing was done by it.
  expect(await look(`select from conversation where organization_id = $1 and tags <> '{}'`, [own.clinic.organizationId])).toEqual([]) // prettier-ignore

  await own.rules.publish({ ruleId, version })
  expect(await stateOf(await own.receive(SPANISH))).toMatchObject({ tags: ['spanish'] })

  const next = await own.rules.save({ ruleId, version, definition: aRule({ actions: [{ kind: 'tag', tags: ['es'] }] }) }) // prettier-ignore
  const [listed] = (await own.rules.list()).items
  expect(listed).toMatchObject({ live: { version: 1 }, newest: { version: 2, state: 'draft' }, runs: 1 })
  expect((await refusalOf(own.rules.publish({ ruleId, version: next.version }))).code).toBe('RULE_NOT_SIMULATED')
  expect(await stateOf(await own.receive(SPANISH))).toMatchObject({ tags: ['spanish'] })
  expect((await refusalOf(own.rules.save({ ruleId, version: 1, definition: aRule() }))).code).toBe('CHANGED_MEANWHILE')

  await own.rules.simulate({ ruleId, version: 2, days: 1 })
  await own.work()
  await own.rules.publish({ ruleId, version: 2 })
  expect(await stateOf(await own.receive(SPANISH))).toMatchObject({ tags: ['es'] })
  // Back to the version before, and off at once.
  await own.rules.publish({ ruleId, version: 1 })
  expect(await stateOf(await own.receive(SPANISH))).toMatchObject({ tags: ['spanish'] })
  expect((await own.rules.switchOff({ ruleId })).items).toMatchObject([{ live: null, offReason: 'by-hand' }])
  expect(await stateOf(await own.receive(SPANISH))).toMatchObject({ tags: [] })
})

test('desk-D68 what is no rule is refused and named; ids of nobody too', async () => {
  const refused = (over: Partial<Definition>) => refusalOf(rules.save({ ruleId: null, version: 0, definition: aRule(over) })) // prettier-ignore
  expect(await refused({ when: { match: 'all', of: [is('mood', 'x')] } })).toMatchObject({ code: 'INVALID_INPUT', field: 'when.of.0.field' }) // prettier-ignore
  expect(await refused({ actions: [{ kind: 'queue', queueId: agentId }] })).toMatchObject({ field: 'actions.0.queueId', detail: { reason: 'NOT_KNOWN' } }) // prettier-ignore
})

test('desk-D68 each action goes through the door of a person; what is refused is told and the rest is done', async () => {
  const ruleId = await floor.live(
    aRule({
      name: 'Spanish bills',
      when: { match: 'all', of: [is('language', 'es'), { ...is('text', 'FACTURA'), operator: 'contains' }, is('intent', 'bill_question')] }, // prettier-ignore
      actions: [
        { kind: 'tag', tags: ['bill', 'spanish'] },
        { kind: 'queue', queueId: queueIds.service },
        { kind: 'urgency', urgency: 'asap' },
        { kind: 'note', text: 'Look at last month.', readers: ['billing'] },
        { kind: 'reply', texts: [{ language: 'en', text: 'We got it.' }, { language: 'es', text: 'Lo recibimos.' }] }, // prettier-ignore
        { kind: 'assign', staffId: agentId },
      ],
    }),
  )
  const conversationId = await floor.receive(SPANISH)
  expect(await outcomesOf(floor, ruleId)).toEqual([
    ['tag done', 'queue done', 'urgency done', 'note done', 'reply done', 'assign done'],
  ])
  expect(await stateOf(conversationId)).toMatchObject({ tags: ['bill', 'spanish'], queue: queueIds.service, urgency: 'asap', assignee: agentId }) // prettier-ignore
  const messages = await look<{ direction: string; text: string; author_kind: string; readers: string[] }>(
    `select direction, text, author_kind, readers from message where conversation_id = $1 and author_kind = 'system' order by seq`,
    [conversationId],
  )
  expect(messages).toEqual([
    { direction: 'note', text: 'Look at last month.', author_kind: 'system', readers: ['billing'] },
    { direction: 'out', text: 'Lo recibimos.', author_kind: 'system', readers: ['service'] },
  ])
  // The timeline says which rule it was, and a job that comes twice does nothing.
  const { events } = await desk.as(agentId).conversation.messages({ conversationId })
  const byRule = events.filter(({ ruleName }) => ruleName === 'Spanish bills').map(({ event }) => event)
  expect(byRule).toEqual(expect.arrayContaining(['conversation.tagged', 'conversation.queue-set', 'conversation.urgency-set', 'conversation.assigned', 'rule.ran'])) // prettier-ignore
  const [cause] = await look<{ id: string }>(`select id from rule_cause where conversation_id = $1`, [conversationId])
  await runRules(floor.deps, clinic.organizationId, cause!.id)
  expect(await outcomesOf(floor, ruleId)).toHaveLength(1)

  // Who has it keeps it; the urgency does not go down, tags are there already.
  floor.pass(5)
  await desk.receive(SPANISH, { conversationId, beginsAnew: false })
  await floor.work()
  expect((await outcomesOf(floor, ruleId))[0]).toEqual(['tag nothing', 'queue nothing', 'note done', 'reply done', 'assign nothing']) // prettier-ignore
  await floor.rules.switchOff({ ruleId })
})

test('desk-D51, D42 machines call no rule by default, and get no text; a storm of texts ends at the budget', async () => {
  const reply = { kind: 'reply', texts: [{ language: 'en', text: 'We got your mail.' }] } as const
  const definition = aRule({ name: 'Mail', when: { match: 'all', of: [is('channel', 'email')] }, actions: [{ ...reply, texts: [...reply.texts] }] }) // prettier-ignore
  const quiet = await floor.live(definition)
  const mail = (over: object = {}) => floor.receive(ENGLISH, { ...aMail('anna@example.org', `${ENGLISH} ${Math.random()}`), ...over }) // prettier-ignore
  await mail({ automatic: 'auto_reply' })
  expect(await outcomesOf(floor, quiet)).toEqual([])
  await mail()
  expect(await outcomesOf(floor, quiet)).toEqual([['reply done']])
  await floor.rules.switchOff({ ruleId: quiet })

  const asking = await floor.live({ ...definition, includesAutomatic: true })
  await mail({ automatic: 'auto_reply' })
  expect(await outcomesOf(floor, asking)).toEqual([['reply refused AUTOMATIC_MAIL']])
  // Three automatic messages a day to one address: one acknowledgement, one text, one more; then no more.
  for (let n = 0; n < 3; n++) await mail()
  expect((await outcomesOf(floor, asking)).slice(0, 3)).toEqual([['reply refused BUDGET_SPENT'], ['reply refused BUDGET_SPENT'], ['reply done']]) // prettier-ignore
  await floor.rules.switchOff({ ruleId: asking })
})

test('desk-D41 a text that a rule writes at night waits for the morning and is decided again', async () => {
  const night = await aFloor()
  const { organizationId } = night.clinic
  await database.withoutOrganization((tx) => addDoor(tx, { organizationId, slug: `night-${newId()}`.slice(0, 40) }))
  night.desk.clock.at = new Date('2026-03-03T04:00:00Z')
  const ruleId = await night.live(
    aRule({ name: 'Silent', trigger: { kind: 'time-since', hours: 2 }, when: { match: 'all', of: [] }, actions: [{ kind: 'reply', texts: [{ language: 'en', text: 'Still here?' }] }] }), // prettier-ignore
  )
  const conversationId = await night.receive(ENGLISH, aMail('ben@example.org', ENGLISH))
  const tell = silenceTeller(night.deps)
  await tell()
  await night.work()
  expect(await outcomesOf(night, ruleId)).toEqual([])
  night.pass(2 * 3_600)
  await tell()
  await tell()
  await night.work()
  expect(await outcomesOf(night, ruleId)).toEqual([['reply held QUIET_HOURS']])
  const [held] = await look<{ state: string; until: Date; shown: Date }>(
    `select d.state, d.not_before as until, m.held_until as shown from delivery d join message m on m.id = d.message_id where d.conversation_id = $1 and m.flags @> '{rule}'`,
    [conversationId],
  )
  expect(held).toEqual({ state: 'held', until: new Date('2026-03-03T13:00:00Z'), shown: held?.until })
  // The simulation of that night says the same.
  night.pass(60)
  await night.rules.simulate({ ruleId, version: 1, days: 2 })
  await night.work()
  const { items } = await night.rules.hits({ ruleId, limit: 10 })
  expect(items).toMatchObject([{ conversationId, at: '2026-03-03T06:00:01.000Z', outcomes: [{ outcome: 'held', reason: 'QUIET_HOURS' }] }]) // prettier-ignore
})

test('desk-D42 what waits for the morning is of the budget of the day: the second text of a night is refused', async () => {
  const own = await aFloor()
  own.desk.clock.at = new Date('2026-03-03T01:50:00Z')
  const { organizationId } = own.clinic
  await look(`insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'sms', 'Texts', '+16175550170')`, [organizationId, newId()]) // prettier-ignore
  const ruleId = await own.live(aRule({ trigger: { kind: 'event-reported' }, when: { match: 'all', of: [] }, actions: [{ kind: 'reply', texts: [{ language: 'en', text: 'Your form came back.' }] }] })) // prettier-ignore
  const conversationId = await own.receive(ENGLISH, { messageId: undefined, channel: 'sms', source: 'sms:test', externalId: newId(), provedBy: 'token', sender: { kind: 'address', system: 'sms', value: '+16175550171', name: null, usable: true } }) // prettier-ignore
  const [row] = await look<{ number: string }>(`select number from conversation where id = $1`, [conversationId])
  own.pass(2 * 3_600)
  for (let n = 0; n < 2; n++) {
    own.pass(60)
    const { jobs, hub, clock } = own.desk
    await database.transaction(asSystem(own.clinic), (tx) =>
      takeReportedEvent({ tx, jobs, hub, now: clock.at }, { kind: 'form-returned', about: { conversationNumber: row?.number ?? '' } }),
    ) // prettier-ignore
    await own.work()
  }
  expect(await outcomesOf(own, ruleId)).toEqual([['reply refused BUDGET_SPENT'], ['reply held QUIET_HOURS']])
})

test('desk-D69 rules that feed each other come to rest: three in a chain, each once', async () => {
  const ring = await aFloor()
  const onTag = (name: string, tag: string, next: string) =>
    ring.live(aRule({ name, trigger: { kind: 'conversation-changed' }, when: { match: 'all', of: [is('changed', 'tags'), is('tag', tag)] }, actions: [{ kind: 'tag', tags: [next] }] })) // prettier-ignore
  const ids = [
    await onTag('one', 'a', 'b'),
    await onTag('two', 'b', 'c'),
    await onTag('three', 'c', 'd'),
    await onTag('four', 'd', 'e'),
    await onTag('five', 'b', 'a'),
  ]
  const conversationId = await ring.receive(ENGLISH)
  await ring.desk.as(ring.clinic.agentId).conversation.tag({ conversationId, add: ['a'], remove: [] })
  await ring.work()
  expect((await stateOf(conversationId)).tags).toEqual(['a', 'b', 'c', 'd'])
  const depths = await look<{ depth: number; rule_id: string }>(`select depth, rule_id from rule_run where conversation_id = $1`, [conversationId]) // prettier-ignore
  expect(depths.map(({ rule_id: id, depth }) => [ids.indexOf(id), depth]).toSorted()).toEqual([[0, 1], [1, 2], [2, 3], [4, 2]]) // prettier-ignore
})

test('desk-D68 whoever accepts a hand-over is another assignee: rules hear of it', async () => {
  const own = await aFloor()
  const { agentId: giver, otherAgentId: taker } = own.clinic
  await own.live(aRule({ trigger: { kind: 'conversation-changed' }, when: { match: 'all', of: [is('changed', 'assignee')] }, actions: [{ kind: 'tag', tags: ['given'] }] })) // prettier-ignore
  const conversationId = await own.receive(ENGLISH)
  await look(`update conversation set assignee_id = $2, assignment = 'assigned' where id = $1`, [conversationId, giver])
  const handOver = (staffId: string) => createRouterClient(handOverRoutes, { context: own.desk.routeOf(staffId, 'agent', []) }) // prettier-ignore
  await handOver(giver).offer({ conversationId, toId: taker })
  const { toMe } = await handOver(taker).list()
  await handOver(taker).accept({ handOverId: toMe[0]?.handOverId ?? '' })
  await own.work()
  expect((await stateOf(conversationId)).tags).toEqual(['given'])
})

test('desk-D69 a rule over its budget switches itself off, and those who lead the desk are told', async () => {
  const storm = await aFloor()
  const ruleId = await storm.live(aRule({ when: { match: 'all', of: [] }, perHour: 2 }))
  for (let n = 0; n < 3; n++) await storm.receive(ENGLISH)
  expect(await outcomesOf(storm, ruleId)).toHaveLength(2)
  expect((await storm.rules.list()).items).toMatchObject([{ live: null, offReason: 'over-budget' }])
  const notices = await look(`select address from notice where organization_id = $1 and template = 'rule-switched-off'`, [storm.clinic.organizationId]) // prettier-ignore
  expect(notices).toEqual([{ address: 'sue@clinic.example' }])

  // Switched on again, it has its hour anew.
  storm.pass(60)
  await storm.rules.publish({ ruleId, version: 1 })
  await storm.receive(ENGLISH)
  expect(await outcomesOf(storm, ruleId)).toHaveLength(3)
  expect((await storm.rules.list()).items).toMatchObject([{ live: { version: 1 } }])
})

test('desk-D68 the first that matches, or all; in the order that was set', async () => {
  const order = await aFloor()
  const tagging = (tag: string) => order.live(aRule({ name: tag, actions: [{ kind: 'tag', tags: [tag] }] }))
  const [one, two] = [await tagging('one'), await tagging('two')]
  expect(await stateOf(await order.receive(SPANISH))).toMatchObject({ tags: ['one', 'two'] })
  await order.rules.setMode({ trigger: 'message-arrived', mode: 'first' })
  expect(await stateOf(await order.receive(SPANISH))).toMatchObject({ tags: ['one'] })
  await order.rules.reorder({ ruleIds: [two, one] })
  const conversationId = await order.receive(SPANISH)
  expect(await stateOf(conversationId)).toMatchObject({ tags: ['two'] })
  // A job that comes twice lets no other rule act in the place of the one that did.
  for (const cause of await look<{ id: string }>(`select id from rule_cause where conversation_id = $1`, [
    conversationId,
  ]))
    // prettier-ignore
    await runRules(order.deps, order.clinic.organizationId, cause.id)
  await order.work()
  expect(await stateOf(conversationId)).toMatchObject({ tags: ['two'] })
  expect((await refusalOf(order.rules.reorder({ ruleIds: [two] }))).code).toBe('CHANGED_MEANWHILE')
})

test('desk-D68 a value before, a deadline, an answer: each calls its rules', async () => {
  const own = await aFloor()
  const before: Condition = { field: 'state', when: 'before', operator: 'is', values: ['resolved'] }
  const reopened = await own.live(aRule({ name: 'Back', when: { match: 'all', of: [before] }, actions: [{ kind: 'tag', tags: ['back'] }] })) // prettier-ignore
  const overdue = await own.live(aRule({ name: 'Late', trigger: { kind: 'clock-breached' }, when: { match: 'all', of: [] }, actions: [{ kind: 'urgency', urgency: 'urgent' }] })) // prettier-ignore
  const conversationId = await own.receive(ENGLISH)
  own.pass(30 * 86_400)
  await tellClocks(own.deps, own.clinic.organizationId, conversationId)
  await own.work()
  expect(await outcomesOf(own, overdue)).toEqual([['urgency done']])
  const ada = own.desk.as(own.clinic.agentId).conversation
  await ada.setState({ conversationId, version: await versionOf(conversationId), to: { state: 'resolved' } })
  expect(await outcomesOf(own, reopened)).toEqual([])
  await own.receive(ENGLISH, { conversationId, beginsAnew: false })
  expect(await outcomesOf(own, reopened)).toEqual([['tag done']])
})

test('desk-D69 a simulation finds what the same rules did, and the gate counts as it did', async () => {
  const past = await aFloor()
  const definition = aRule({ when: { match: 'any', of: [is('language', 'es'), is('open-hours', 'no')] }, actions: [{ kind: 'tag', tags: ['x'] }, { kind: 'reply', texts: [{ language: 'en', text: 'Thanks.' }] }] }) // prettier-ignore
  const ruleId = await past.live(definition)
  const texts = [SPANISH, ENGLISH, SPANISH, `${SPANISH} Gracias.`, ENGLISH]
  for (const [n, text] of texts.entries()) {
    past.pass(30)
    await past.receive(text, n === 3 ? aMail('carla@example.org', text, { automatic: 'list' }) : {})
  }
  past.pass(30)
  await past.rules.simulate({ ruleId, version: 1, days: 3 })
  await past.work()
  const { items } = await past.rules.hits({ ruleId, limit: 50 })
  const ran = (await past.rules.runs({ ruleId, limit: 50 })).items
  expect(items.map(({ conversationId, at }) => [conversationId, at])).toEqual(ran.map(({ conversationId, at }) => [conversationId, at])) // prettier-ignore
  expect(items.length).toBeGreaterThanOrEqual(2)
  const { simulation } = await past.rules.simulation({ ruleId })
  expect(simulation).toMatchObject({ hits: items.length, replies: items.length, repliesRefused: 0 })
})

test('desk-D69 a simulation can be cancelled; the version stays a draft', async () => {
  const { ruleId, version } = await rules.save({ ruleId: null, version: 0, definition: aRule({ name: 'Not yet' }) })
  await rules.simulate({ ruleId, version, days: 90 })
  await rules.cancelSimulation({ ruleId })
  await floor.work()
  expect((await rules.simulation({ ruleId })).simulation).toMatchObject({ state: 'cancelled' })
  expect((await refusalOf(rules.publish({ ruleId, version }))).code).toBe('RULE_NOT_SIMULATED')
})

type Heard = { headers: IncomingMessage['headers']; body: string }
async function aReceiver(answers: number[]) {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      heard.push({ headers: request.headers, body })
      response.writeHead(answers[heard.length - 1] ?? 204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => server.close())
  return { heard, url: `http://localhost:${(server.address() as AddressInfo).port}/hook` }
}

test('trust-D58, D59 a webhook gets ids, signed, again after a failure; a redirect is none, 410 disables, and no door leads inside', async () => {
  const hook = await aFloor()
  const { heard, url } = await aReceiver([302, 200, 410])
  const refused = (address: string) => refusalOf(createRouterClient({ rule: ruleRoutes({ local: [] }) }, { context: { ...hook.desk.routeOf(hook.clinic.supervisorId, 'administrator', []), keys } }).rule.addWebhook({ name: 'x', url: address })) // prettier-ignore
  for (const address of [
    url,
    'https://127.0.0.1/',
    'https://[::ffff:10.0.0.1]/',
    'http://8.8.8.8/',
    'ftp://example.org/',
    'https://a:b@example.org/',
  ])
    // prettier-ignore
    expect(await refused(address)).toMatchObject({ code: 'INVALID_INPUT', field: 'url' })

  const { webhookId, secret } = await hook.rules.addWebhook({ name: 'Other system', url })
  await hook.live(aRule({ actions: [{ kind: 'webhook', webhookId }] }))
  const conversationId = await hook.receive(SPANISH)
  const callId = hook.desk.sent.findLast(({ queue }) => queue === 'tell-webhook')!.id
  const call = (id = callId) => callWebhook({ db: database, jobs: hook.desk.jobs, keys, now: () => hook.desk.clock.at, outbound }, hook.clinic.organizationId, id) // prettier-ignore
  await call()
  await call()
  expect(heard).toHaveLength(1)
  hook.pass(6)
  await call()
  await call()
  expect(heard).toHaveLength(2)
  expect(heard[0]?.headers['webhook-id']).toBe(heard[1]?.headers['webhook-id'])
  const { body, headers } = heard[1]!
  expect(JSON.parse(body)).toMatchObject({ type: 'rule.ran', data: { conversationId } })
  expect(body).not.toMatch(/factura|Rivera/)
  const signed = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`)
    .digest('base64')
  expect(headers['webhook-signature']).toBe(`v1,${signed}`)
  expect(await hook.rules.webhooks()).toMatchObject([{ state: 'active', calls: [{ state: 'delivered', attempts: 2, answer: '200' }] }]) // prettier-ignore

  await hook.receive(SPANISH)
  await call(hook.desk.sent.findLast(({ queue }) => queue === 'tell-webhook')!.id)
  expect(await hook.rules.webhooks()).toMatchObject([{ state: 'disabled', disabledCause: 'gone', calls: [{ state: 'failed', answer: '410' }, {}] }]) // prettier-ignore
  await hook.receive(SPANISH)
  const [listed] = (await hook.rules.list()).items
  expect((await outcomesOf(hook, listed!.id))[0]).toEqual(['webhook refused WEBHOOK_DISABLED'])
})

test('trust-D59 an address hears of one conversation in order, also after a failure; of another meanwhile; what waits for a disabled one can be told again', async () => {
  const hook = await aFloor()
  const { heard, url } = await aReceiver([500, 200, 200, 200, 410])
  const { webhookId } = await hook.rules.addWebhook({ name: 'Other system', url })
  await hook.live(aRule({ actions: [{ kind: 'webhook', webhookId }] }))
  const waits = () => hook.desk.sent.filter(({ queue }) => queue === 'tell-webhook').map(({ id }) => id)
  const tell = (id: string) => callWebhook({ db: database, jobs: hook.desk.jobs, keys, now: () => hook.desk.clock.at, outbound }, hook.clinic.organizationId, id) // prettier-ignore
  const tellOne = async (over = {}) => {
    const before = waits().length
    const conversationId = await hook.receive(SPANISH, over)
    const [id = ''] = waits().slice(before)
    await tell(id)
    return { conversationId, id }
  }
  const heardOf = () => heard.map(({ headers }) => headers['webhook-id'])

  const first = await tellOne()
  const second = await tellOne({ conversationId: first.conversationId })
  expect(second.conversationId).toBe(first.conversationId)
  const elsewhere = await tellOne({ beginsAnew: true })
  expect(elsewhere.conversationId).not.toBe(first.conversationId)
  expect(heardOf()).toEqual([first.id, elsewhere.id])
  hook.pass(6)
  await tell(first.id)
  // Its own job came too early; now it is asked for again.
  expect(waits().at(-1)).toBe(second.id)
  await tell(second.id)
  expect(heardOf()).toEqual([first.id, elsewhere.id, first.id, second.id])

  const gone = await tellOne()
  expect((await hook.rules.webhooks())[0]?.state).toBe('disabled')
  await look(`update rule_webhook_call set state = 'queued' where id = $1`, [gone.id])
  await tell(gone.id)
  expect((await hook.rules.webhooks())[0]?.calls[0]).toMatchObject({ id: gone.id, state: 'failed', answer: 'WEBHOOK_DISABLED' }) // prettier-ignore
})

test('desk-D68, trust-D59 a new secret signs beside the one before for a day, or until somebody ends it; then alone', async () => {
  const hook = await aFloor()
  const { heard, url } = await aReceiver([])
  const { webhookId, secret: first } = await hook.rules.addWebhook({ name: 'Other system', url })
  await hook.live(aRule({ actions: [{ kind: 'webhook', webhookId }] }))
  const tell = async () => {
    await hook.receive(SPANISH)
    const { id } = hook.desk.sent.findLast(({ queue }) => queue === 'tell-webhook')!
    await callWebhook({ db: database, jobs: hook.desk.jobs, keys, now: () => hook.desk.clock.at, outbound }, hook.clinic.organizationId, id) // prettier-ignore
    const { body, headers } = heard.at(-1)!
    const signedBy = (secret: string) => `v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(`${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`).digest('base64')}` // prettier-ignore
    return { signatures: String(headers['webhook-signature']).split(' '), signedBy }
  }
  const renewed = await hook.rules.renewSecret({ webhookId })
  expect(new Date(renewed.earlierUntil).getTime() - hook.desk.clock.at.getTime()).toBe(24 * 3_600_000)
  const both = await tell()
  expect(both.signatures).toEqual([both.signedBy(renewed.secret), both.signedBy(first)])
  expect(await hook.rules.webhooks()).toMatchObject([{ earlierUntil: renewed.earlierUntil }])
  expect((await refusalOf(hook.rules.renewSecret({ webhookId }))).code).toBe('STATE_NOT_ALLOWED')

  expect(await hook.rules.endEarlierSecret({ webhookId })).toMatchObject([{ earlierUntil: null }])
  expect((await refusalOf(hook.rules.endEarlierSecret({ webhookId }))).code).toBe('STATE_NOT_ALLOWED')
  const ended = await tell()
  expect(ended.signatures).toEqual([ended.signedBy(renewed.secret)])

  const third = await hook.rules.renewSecret({ webhookId })
  hook.pass(24 * 3_600)
  const over = await tell()
  expect(over.signatures).toEqual([over.signedBy(third.secret)])
  expect(await hook.rules.webhooks()).toMatchObject([{ earlierUntil: null }])
  const stranger = await aFloor()
  expect((await refusalOf(stranger.rules.renewSecret({ webhookId }))).code).toBe('NOT_FOUND')
  expect(await look(`select 1 from journal where organization_id = $1 and event = 'rule-webhook.secret-renewed'`, [hook.clinic.organizationId])).toHaveLength(2) // prettier-ignore
})

test('desk-D74 another organization sees and changes nothing of it; what a reader may not open is not counted', async () => {
  const stranger = await aFloor()
  const ruleId = await floor.live(aRule({ name: 'Ours' }))
  const conversationId = await floor.receive(SPANISH)
  expect((await refusalOf(stranger.rules.runs({ ruleId, limit: 5 }))).code).toBe('NOT_FOUND')
  expect((await refusalOf(stranger.rules.switchOff({ ruleId }))).code).toBe('NOT_FOUND')
  expect((await refusalOf(stranger.rules.save({ ruleId, version: 1, definition: aRule() }))).code).toBe('NOT_FOUND')
  expect((await floor.rules.runs({ ruleId, limit: 5 })).items).toHaveLength(1)
  await database.transaction(
    asSystem(clinic),
    (tx) =>
    tx.run(`update conversation set labels = '{HIV}' where organization_id = $1 and id = $2`, [clinic.organizationId, conversationId]), // prettier-ignore
  )
  expect((await floor.rules.runs({ ruleId, limit: 5 })).items).toEqual([])
  await floor.rules.switchOff({ ruleId })
})

test('a clinic without live rules writes nothing for them', async () => {
  const quiet = await aFloor()
  await quiet.receive(SPANISH)
  expect(quiet.desk.sent.filter(({ queue }) => queue === 'run-rules')).toEqual([])
  expect(await look(`select from rule_cause where organization_id = $1`, [quiet.clinic.organizationId])).toEqual([])
})

test('desk-D68 a rule answers to what a system outside reported, and its simulation reads the same from the journal', async () => {
  const own = await aFloor()
  const conversationId = await own.receive(ENGLISH)
  const [row] = await look<{ number: string }>(`select number from conversation where id = $1`, [conversationId])
  const report = async (kind: 'form-returned' | 'visit-done') => {
    own.pass(1)
    const { desk: d } = own
    const taken = await database.transaction(asSystem(own.clinic), (tx) =>
      takeReportedEvent(
        { tx, jobs: d.jobs, hub: d.hub, now: d.clock.at },
        { kind, about: { conversationNumber: row?.number ?? '' } },
      ),
    )
    expect(taken.ok).toBe(true)
    await own.work()
  }
  const onForm = aRule({
    trigger: { kind: 'event-reported' },
    when: { match: 'all', of: [is('reported', 'form-returned')] },
    actions: [{ kind: 'tag', tags: ['form'] }],
  })
  await report('form-returned')
  await report('visit-done')
  expect(await stateOf(conversationId)).toMatchObject({ tags: [] })
  const ruleId = await own.live(onForm)
  expect((await own.rules.simulation({ ruleId })).simulation).toMatchObject({ hits: 1 })
  await report('visit-done')
  expect(await stateOf(conversationId)).toMatchObject({ tags: [] })
  await report('form-returned')
  expect(await stateOf(conversationId)).toMatchObject({ tags: ['form'] })
  // What was reported is asked of no other event.
  const misplaced = aRule({ when: { match: 'all', of: [is('reported', 'form-returned')] } })
  expect((await refusalOf(own.rules.save({ ruleId: null, version: 0, definition: misplaced }))).code).toBe(
    'INVALID_INPUT',
  )
})

test('desk-D36 what a rule texts to who did not just write has few words and none about money; to who wrote it may be longer', async () => {
  const own = await aFloor()
  own.desk.clock.at = new Date('2026-03-02T04:00:00Z')
  const { organizationId } = own.clinic
  await look(`update organization set outbound_on = true where organization_id = $1`, [organizationId])
  await look(`insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'sms', 'Texts', $3)`, [organizationId, newId(), '+16175550100']) // prettier-ignore
  const texts = (from: string) =>
    own.receive(ENGLISH, { messageId: undefined, channel: 'sms', source: 'sms:test', externalId: newId(), provedBy: 'token', sender: { kind: 'address', system: 'sms', value: from, name: null, usable: true } }) // prettier-ignore
  const reply = (text: string, of: string) =>
    own.live(aRule({ name: text.slice(0, 40), trigger: { kind: 'event-reported' }, when: { match: 'all', of: [is('reported', of)] }, actions: [{ kind: 'reply', texts: [{ language: 'en', text }] }] })) // prettier-ignore
  const money = await reply('Your form is back. Your bill comes by mail.', 'form-returned')
  const long = await reply(`Thank you for your visit. ${'We are glad that you came. '.repeat(6)}`, 'visit-done')
  const report = async (conversationId: string, kind: 'form-returned' | 'visit-done') => {
    const [row] = await look<{ number: string }>(`select number from conversation where id = $1`, [conversationId])
    const { desk: d } = own
    await database.transaction(asSystem(own.clinic), (tx) =>
      takeReportedEvent({ tx, jobs: d.jobs, hub: d.hub, now: d.clock.at }, { kind, about: { conversationNumber: row?.number ?? '' } }),
    ) // prettier-ignore
    await own.work()
  }
  const first = await texts('+16175550151')
  // Nothing waits for a morning that would refuse it.
  own.pass(3_700)
  await report(first, 'form-returned')
  expect(await outcomesOf(own, money)).toEqual([['reply refused CONTENT_REFUSED']])
  own.desk.clock.at = new Date('2026-03-02T17:00:00Z')
  await report(first, 'form-returned')
  await report(first, 'visit-done')
  expect([await outcomesOf(own, money), await outcomesOf(own, long)]).toEqual([[['reply refused CONTENT_REFUSED'], ['reply refused CONTENT_REFUSED']], [['reply refused CONTENT_REFUSED']]]) // prettier-ignore
  const second = await texts('+16175550152')
  await report(second, 'visit-done')
  expect((await outcomesOf(own, long))[0]).toEqual(['reply done'])
})

test('desk-D36 a rule that has no text in the language of who wrote says so in that language, above the first of its texts', async () => {
  const own = await aFloor()
  await own.live(aRule({ when: { match: 'all', of: [] }, actions: [{ kind: 'reply', texts: [{ language: 'en', text: 'We got it.' }] }] }))
  const saidTo = async (words: string) => {
    const conversationId = await own.receive(words, { beginsAnew: true })
    return (await look<{ text: string }>(`select text from message where conversation_id = $1 and flags @> '{rule}'`, [conversationId])).map(({ text }) => text) // prettier-ignore
  }
  expect(await saidTo(ENGLISH)).toEqual(['We got it.'])
  expect(await saidTo(SPANISH)).toEqual(['El texto de abajo está en otro idioma. ¿Necesita un intérprete? Escríbalo aquí.\n\nWe got it.'])
  expect(await saidTo('متى تفتح العيادة يوم الاثنين؟ أريد أن أعرف ساعات العمل من فضلكم')).toEqual([expect.stringMatching(/^النص أدناه بلغة أخرى.*\n\nWe got it\.$/s)])
}) // prettier-ignore
