/** Queues are added and changed by an administrator, and work goes to the one that fits best. */
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { aClinic } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { organizationRoutes } from '#server/modules/organization/index.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const desk = aDesk(database, clinic)
const { organization } = createRouterClient(
  { organization: organizationRoutes },
  { context: desk.routeOf(clinic.supervisorId, 'administrator', []) },
)
const wanted = { name: 'Bills in Spanish', kind: 'billing', siteId: null, languages: ['es', 'es'] } as const
const aQueue = { ...wanted, languages: [...wanted.languages] }
const queueOf = async (conversationId: string) =>
  (
    await look<{ name: string }>(
      `select q.name from conversation c join queue q on q.id = c.queue_id where c.id = $1`,
      [conversationId],
    )
  )[0]?.name

/** What routing knows is kept for some seconds. */
const aMinuteLater = () => void (desk.clock.at = new Date(desk.clock.at.getTime() + 60_000))

test('a queue that was added takes the work that fits it, under its new name too', async () => {
  const { queues } = await organization.saveQueue(aQueue)
  const added = queues.find(({ name }) => name === aQueue.name)
  expect(added).toMatchObject({ kind: 'billing', siteId: null, languages: ['es'] })
  aMinuteLater()
  const spanish = await desk.receive(
    'Buenos días, tengo una pregunta sobre mi factura del mes pasado. No entiendo el cobro.',
  )
  expect(await queueOf(spanish.conversationId)).toBe('Bills in Spanish')
  const english = await desk.receive('I do not understand my bill of last month. What is this charge for?')
  expect(await queueOf(english.conversationId)).toBe('billing')

  await organization.saveQueue({ ...aQueue, queueId: added?.id, name: 'Facturas' })
  expect(await queueOf(spanish.conversationId)).toBe('Facturas')
  expect(await look(`select from journal where organization_id = $1 and event like 'queue.%'`, [clinic.organizationId])).toHaveLength(2) // prettier-ignore
})

test('what is no queue is refused at its field, and two who give one name at once do not both get it', async () => {
  const refused = (over: object) => refusalOf(organization.saveQueue({ ...aQueue, ...over }))
  expect(await refused({ name: 'service' })).toMatchObject({ field: 'name', detail: { reason: 'taken' } })
  expect(await refused({ name: 'New', siteId: newId(0) })).toMatchObject({ field: 'siteId' })
  expect(await refused({ queueId: clinic.queueIds.service, name: 'New' })).toMatchObject({ field: 'kind' })
  expect(await refused({ queueId: newId(0), name: 'New' })).toMatchObject({ code: 'NOT_FOUND' })
  const both = await Promise.allSettled([1, 2].map(() => organization.saveQueue({ ...aQueue, name: 'Twice' })))
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('another organization cannot change it', async () => {
  const other = await aClinic(database)
  const theirs = createRouterClient(
    { organization: organizationRoutes },
    { context: aDesk(database, other).routeOf(other.supervisorId, 'administrator', []) },
  )
  const attempt = theirs.organization.saveQueue({ ...aQueue, queueId: clinic.queueIds.billing, name: 'Ours' })
  expect(await refusalOf(attempt)).toMatchObject({ code: 'NOT_FOUND' })
  const { queues } = await organization.get()
  expect(queues.map(({ name }) => name)).not.toContain('Ours')
})
