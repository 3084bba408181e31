/**
 * Desk journey 8, through the procedures: hours with lunch over the Sunday on which the clocks go forward, a wait for the payer, a raised urgency, a
 * conversation that is opened again. What is kept equals what the journal gives, and the figures of the report open exactly these conversations.
 */
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { writeFigure } from '#engines/figure/figure.ts'
import { aClinic } from '#server/modules/conversation/a-clinic.ts'
import { aDesk } from '#server/modules/conversation/a-desk.ts'
import { recountClocks } from '#server/modules/conversation/index.ts'
import { boardRoutes, reportRoutes } from '#server/modules/report/index.ts'
import { openingHoursRoutes, servicePolicyRoutes } from '#server/modules/service-policy/index.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const { organizationId, siteId } = clinic
const desk = aDesk(database, clinic)
const ada = desk.as(clinic.agentId)
const as = (role: 'administrator' | 'supervisor') =>
  createRouterClient(
    { hours: openingHoursRoutes, policies: servicePolicyRoutes, report: reportRoutes, board: boardRoutes },
    { context: desk.routeOf(clinic.supervisorId, role, []) },
  )
const [administrator, supervisor] = [as('administrator'), as('supervisor')]

const DAY = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]
const weekly = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, DAY]))
/** New York: five hours behind until Sunday, four from then on. */
const at = (text: string) => (desk.clock.at = new Date(text))

async function answer(conversationId: string, then?: object) {
  const { lastSeq } = await ada.conversation.get({ conversationId })
  const reply = { conversationId, messageId: newId(), mode: 'reply', text: 'Your claim is with the payer.', seenSeq: lastSeq } // prettier-ignore
  await ada.conversation.send({ ...reply, ...(then ? { then } : {}) } as never)
}
async function change(conversationId: string, how: 'setState' | 'setUrgency', over: object) {
  const { version } = await ada.conversation.get({ conversationId })
  await ada.conversation[how]({ conversationId, version, ...over } as never)
}
const clocksOf = async (conversationId: string) =>
  (await ada.conversation.get({ conversationId })).clocks.map(({ kind, state, dueAt }) => [kind, state, dueAt])

test('desk journey 8, desk-D24 to D28, D71: clocks over the change of the clocks, told again from the journal, behind the figures that count them', async () => {
  at('2026-03-05T14:00:00Z')
  const preview = await administrator.hours.preview({ siteId, weekly, exceptions: [], minutes: 240 })
  expect(preview.deadlines).toHaveLength(10)
  // Eight in the morning is one hour earlier from Monday on.
  expect(preview.openings.map(({ from }) => from.slice(5, 16)).filter((from) => /^03-0(6|9)/.test(from))).toEqual([
    '03-06T13:00',
    '03-06T18:00',
    '03-09T12:00',
    '03-09T17:00',
  ])
  await administrator.hours.save({ siteId, version: 0, weekly, exceptions: [] })
  await administrator.policies.publish({
    publication: 0,
    policies: [
      {
        name: 'Everywhere',
        conditions: {},
        targets: { 'first-response': { routine: 240, asap: 60 }, 'next-response': { routine: 240 } },
        pausesOn: ['patient', 'payer'],
        isAroundTheClock: false,
        assistantAnswers: false,
      },
    ],
  })

  // Friday, half past four: half an hour before the weekend, the rest on Monday until lunch is near.
  at('2026-03-06T21:30:00Z')
  const waits = (await desk.receive('What does my insurance say about the claim?')).conversationId
  expect(await clocksOf(waits)).toEqual([['first-response', 'running', '2026-03-09T15:30:00.000Z']])
  const raised = (await desk.receive('Can I get the form before my trip?', { beginsAnew: true })).conversationId
  const plain = (await desk.receive('Where do I park?', { beginsAnew: true })).conversationId

  // Ten minutes later it waits for the payer, until Monday at nine: an hour of working time is given back, with the lunch after it.
  at('2026-03-06T21:40:00Z')
  await change(waits, 'setState', { to: { state: 'waiting', waitingOn: 'payer' } })
  expect(await clocksOf(waits)).toEqual([['first-response', 'paused', null]])
  at('2026-03-09T13:00:00Z')
  await change(waits, 'setState', { to: { state: 'open' } })
  // Twenty minutes of Friday and an hour of Monday did not count: eighty minutes later, over lunch.
  expect(await clocksOf(waits)).toEqual([['first-response', 'running', '2026-03-09T17:50:00.000Z']])

  // Raised on Monday at nine: an hour from Friday half past four was over at half past eight, so it is late from now.
  await change(raised, 'setUrgency', { urgency: 'asap', reason: 'Leaves tomorrow' })
  expect((await ada.conversation.get({ conversationId: raised })).dueAt).toBe('2026-03-09T12:30:00.000Z')

  at('2026-03-09T14:00:00Z')
  await answer(plain, { state: 'resolved' })
  at('2026-03-10T13:00:00Z')
  await desk.receive('And for a bus?', { conversationId: plain, beginsAnew: false })
  expect(await clocksOf(plain)).toEqual([['next-response', 'running', '2026-03-10T18:00:00.000Z']])

  // From the journal alone the same comes out, whatever was kept.
  const kept = async () => [
    await look(`select id, due_at from conversation where organization_id = $1 order by id`, [organizationId]),
    ...(await Promise.all([waits, raised, plain].map(clocksOf))),
  ]
  const before = await kept()
  await look(`update conversation set due_at = null, look_at = null where organization_id = $1`, [organizationId])
  await recountClocks({ db: database, hub: desk.hub, now: () => desk.clock.at }, organizationId)
  expect(await kept()).toEqual(before)

  const { period, measures } = await supervisor.report.read({ from: '2026-03-06', to: '2026-03-10' })
  const rows = measures.find(({ measure }) => measure === 'clocks')?.rows ?? []
  const behind = async (row: string, column: string) => {
    const figure = writeFigure({ name: 'report', measure: 'clocks', row, column, ...period })
    const { items } = await supervisor.board.conversations({ figure })
    const count = rows.find(({ key }) => key === row)?.cells.find((cell) => cell.column === column)?.count
    expect([row, column, count]).toEqual([row, column, items.length])
    return items.map(({ id }) => id).toSorted()
  }
  expect(await behind('first-response', 'met')).toEqual([plain])
  expect(await behind('first-response', 'breached')).toEqual([raised, waits].toSorted())
  expect(await behind('next-response', 'running')).toEqual([plain])
})
