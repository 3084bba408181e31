/** What reports count beforehand, while conversations change: always what reading every conversation says (desk-D71, decision 0127). */
import { createRouterClient } from '@orpc/server'
import { beforeAll, expect, test } from 'vitest'
import { writeFigure } from '#engines/figure/figure.ts'
import { aClinic, asSystem, NOON } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { bulkChangeRoutes } from '#server/modules/bulk-change/index.ts'
import { releaseHeld } from '#server/modules/conversation/deliver.ts'
import { storeAutomaticMessage } from '#server/modules/conversation/insert-automatic-message.ts'
import { boardRoutes, deriveReports, reportRoutes } from '#server/modules/report/index.ts'
import { addDoor } from '#server/modules/organization/index.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { numbersOf, readCounted, readReportDirectly } from '#server/modules/report/a-report-read-directly.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const desk = aDesk(database, clinic)
const ada = desk.as(clinic.agentId)
const { organizationId } = clinic
const route = desk.routeOf(clinic.supervisorId, 'supervisor', [])
const supervisor = createRouterClient({ board: boardRoutes, report: reportRoutes }, { context: route })
const deriving = { db: database, now: () => desk.clock.at }

/** Two weeks around the change of the clocks in New York, 8 March 2026. */
const ASKED = { from: '2026-03-01', to: '2026-03-14' }
const at = (text: string): void => void (desk.clock.at = new Date(text))
const numbers = async (asked = ASKED) => numbersOf(await supervisor.report.read(asked))

/** Whether the report says what reading every conversation says, of the two weeks and of each of some days. */
async function expectAsReadDirectly() {
  for (const asked of [ASKED, { from: '2026-03-07', to: '2026-03-07' }, { from: '2026-03-08', to: '2026-03-08' }, { from: '2026-03-09', to: '2026-03-10' }]) {
    const report = await supervisor.report.read(asked)
    expect(report.counting).toBe(null)
    const directly = await readReportDirectly(database, route.context, report, {}, desk.clock.at)
    expect([asked, numbersOf(report)]).toEqual([asked, directly])
  }
} // prettier-ignore

const write = (conversationId: string, text: string) =>
  desk.receive(text, { conversationId, beginsAnew: false }).then(({ seq }) => seq)

async function answer(conversationId: string, seenSeq: number, then?: 'resolved') {
  const input = { conversationId, messageId: newId(), mode: 'reply' as const, text: 'On Monday at nine.', seenSeq }
  await ada.conversation.send({ ...input, ...(then ? { then: { state: then } } : {}) })
  const [held] = await look<{ id: string }>(`select id from delivery where conversation_id = $1 and state = 'held'`, [conversationId]) // prettier-ignore
  const later = new Date(desk.clock.at.getTime() + 11_000)
  const deps = { db: database, jobs: desk.jobs, hub: desk.hub, now: () => later, carriers: {}, continuityMinutes: 5 }
  if (held) await releaseHeld(deps, organizationId, held.id)
}

beforeAll(async () => {
  await database.withoutOrganization((tx) => addDoor(tx, { slug: `reports-${newId().slice(-8)}`, organizationId }))
  desk.clock.at = NOON
  await desk.receive('When are you open?')
  await readCounted(supervisor, ASKED)
})

test('desk-D71 a conversation that is answered over midnight, resolved, opened again and resolved counts at each step as if read anew', async () => {
  at('2026-03-08T04:50:00Z') // 23:50 in New York, the night before the clocks change
  const { conversationId, seq } = await desk.receive('May I come on Monday?')
  at('2026-03-08T05:10:00Z') // ten past midnight
  await answer(conversationId, seq, 'resolved')
  expect(await numbers()).toMatchObject({
    'now reopened all resolved': [1, null, null, null],
    'now first-contact all once': [1, null, null, null],
    'now first-answer portal-chat person': [1, 20, 20, 20],
  })
  await expectAsReadDirectly()
  at('2026-03-09T03:30:00Z') // 23:30 on the day of 23 hours
  const again = await write(conversationId, 'Sorry, may I come later?')
  await expectAsReadDirectly()
  at('2026-03-09T04:30:00Z')
  await answer(conversationId, again, 'resolved')
  const counted = await numbers()
  expect(counted).toMatchObject({
    'now next-answer all person': [1, 60, 60, 60],
    'now reopened all reopened': [1, null, null, null],
  })
  // Answered on two days, it counts once.
  expect(counted['now people all answered']).toEqual([1, null, null, null])
  expect(counted['now first-contact all once']).toBe(undefined)
  await expectAsReadDirectly()
})

test('desk-D71 what is merged counts where its messages are, and apart again after the undo; spam does not count', async () => {
  at('2026-03-10T15:00:00Z')
  const one = await desk.receive('My bill is wrong')
  const other = await desk.receive('About my bill again')
  await answer(one.conversationId, one.seq)
  const begun = (await numbers())['now volume all begun']?.[0] ?? 0
  const [from, into] = await Promise.all(
    [other, one].map(({ conversationId }) => ada.conversation.get({ conversationId })),
  )
  const { conversationId } = other
  const { moveId } = await ada.conversation.merge({ conversationId, version: from?.version ?? 0, intoId: one.conversationId, intoVersion: into?.version ?? 0 }) // prettier-ignore
  expect((await numbers())['now volume all begun']).toEqual([begun - 1, null, null, null])
  await expectAsReadDirectly()
  await ada.conversation.undoMove({ conversationId: one.conversationId, moveId })
  expect((await numbers())['now volume all begun']).toEqual([begun, null, null, null])

  const { version } = await ada.conversation.get({ conversationId })
  await ada.conversation.setState({ conversationId, version, to: { state: 'spam' } })
  expect((await numbers())['now volume all begun']).toEqual([begun - 1, null, null, null])
  const shown = await supervisor.report.read(ASKED)
  const figure = writeFigure({ name: 'report', measure: 'volume', row: 'all', column: 'begun', ...shown.period })
  const { items } = await supervisor.board.conversations({ figure })
  expect(items.map(({ id }) => id)).not.toContain(conversationId)
  expect(items).toHaveLength(begun - 1)
})

test('desk-D71 a text that tells a visit is counted as sent; its conversation begins, and waits, from the first answer', async () => {
  at('2026-03-10T16:00:00Z')
  const before = await numbers()
  const [address, text] = ['+12125550177', 'A visit is planned for Fri, Mar 13.']
  const conversationId = await database.transaction(asSystem({ organizationId }), async (tx) => {
    const now = desk.clock.at
    const id = newId()
    await tx.run(
      `insert into conversation (organization_id, id, number, channel, state, resolved_at, site_id, last_message_at, first_message_at, last_direction)
       values ($1, $2, 'A1B2C3D4E5', 'sms', 'resolved', $4, $3, $4, $4, 'out')`,
      [organizationId, id, clinic.siteId, now],
    )
    await tx.run(
      `insert into party (organization_id, id, conversation_id, role, address, joined_at) values ($1, $2, $3, 'author', $4, $5)`,
      [organizationId, newId(), id, address, now],
    )
    const message = { conversationId: id, text, language: 'en', purpose: 'care', channel: 'sms', address, kind: 'visit-reminder' } as const // prettier-ignore
    await storeAutomaticMessage({ tx, jobs: desk.jobs, now }, message, 'queued')
    await journal(tx, { event: 'reminder.handed', action: 'C', resourceKind: 'appointment', resourceId: newId(), conversationId: id }, now) // prettier-ignore
    return id
  })
  const told = await numbers()
  expect(told['now deliveries sms under-way']).toEqual([1, null, null, null])
  const besides = Object.entries(told).filter(([cell]) => !cell.includes('deliveries'))
  expect(Object.fromEntries(besides)).toEqual(
    Object.fromEntries(Object.entries(before).filter(([cell]) => !cell.includes('deliveries'))),
  )
  await expectAsReadDirectly()

  at('2026-03-12T16:00:00Z')
  const sender = { kind: 'address', system: 'sms', value: address, name: null, usable: true } as const
  const reply = { channel: 'sms', sender, conversationId, provedBy: 'token', beginsAnew: false } as const
  expect(await desk.receive('I cannot come', reply)).toMatchObject({ conversationId })
  at('2026-03-12T16:01:00Z')
  const asked = { from: '2026-03-10', to: '2026-03-11' }
  expect((await numbers(asked))['now volume sms begun']).toBe(undefined)
  expect(await numbers()).toMatchObject({
    'now volume sms begun': [1, null, null, null],
    'now backlog under-1 open': [1, null, null, null],
  })
  expect((await numbers(asked))['now deliveries sms under-way']).toEqual([1, null, null, null])
  await expectAsReadDirectly()
})

test('desk-D20 D71 a bulk change that was taken back is counted nowhere', async () => {
  at('2026-03-10T18:00:00Z')
  const { conversationId } = await desk.receive('Where do I park?')
  const bulk = createRouterClient({ bulkChange: bulkChangeRoutes }, { context: desk.routeOf(clinic.agentId, 'agent', []) }).bulkChange // prettier-ignore
  const before = await numbers()
  const bulkId = newId()
  const { version } = await ada.conversation.get({ conversationId })
  await bulk.begin({ bulkId, change: { do: 'state', to: { state: 'resolved' } }, items: [{ conversationId, version }] })
  expect(await numbers()).not.toEqual(before)
  await bulk.undo({ bulkId })
  expect(await numbers()).toEqual(before)
})

test('desk-D71 a promise that passes and a chat that ends are counted although nothing happens', async () => {
  at('2026-03-11T15:00:00Z')
  await desk.receive('What does a visit cost?')
  const before = (await numbers())['now clocks first-response breached']?.[0] ?? 0
  at('2026-03-14T15:00:00Z')
  expect((await numbers())['now clocks first-response breached']?.[0]).toBeGreaterThan(before)
  await expectAsReadDirectly()
})

test('desk-D71 processes that count at the same time count everything once', async () => {
  at('2026-03-14T16:00:00Z')
  const written = await Promise.all(
    ['One', 'Two', 'Three', 'Four'].map((text) => desk.receive(`${text} more question`)),
  )
  for (const { conversationId, seq } of written.slice(2)) await answer(conversationId, seq)
  await Promise.all([deriveReports(deriving), deriveReports(deriving), supervisor.report.read(ASKED)])
  await expectAsReadDirectly()
})

test('desk-D71 another zone of the clinic counts everything anew; until then the report says how far it is, and no number of it is shown, shared or opened', async () => {
  const { period } = await supervisor.report.read(ASKED)
  await look(`update site set time_zone = 'America/Chicago' where organization_id = $1`, [organizationId])
  const figure = writeFigure({ name: 'report', measure: 'volume', row: 'all', column: 'begun', ...period })
  // Another process is at it, and has come to nowhere yet.
  await database.transaction(asSystem({ organizationId }), async (tx) => {
    await tx.run('select from report_state where organization_id = $1 for update', [organizationId])
    const report = await supervisor.report.read(ASKED)
    expect(report).toMatchObject({ asOf: null, measures: [], counting: { total: expect.any(Number) } })
    expect(await refusalOf(supervisor.report.export(ASKED))).toEqual({ code: 'UNAVAILABLE' })
    expect(await refusalOf(supervisor.board.conversations({ figure }))).toEqual({ code: 'UNAVAILABLE' })
  })
  expect((await readCounted(supervisor, ASKED)).timeZone).toBe('America/Chicago')
  await expectAsReadDirectly()
})
