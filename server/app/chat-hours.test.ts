/** Whether the chat says that a person is here: only while somebody takes work and the organization is open. */
import { expect, test } from 'vitest'
import { aMember, anOrganization, aProduct, signedIn } from './a-product.ts'

const product = await aProduct()
const { call, look, clock } = product
const { organizationId } = await anOrganization(product)
const administrator = await signedIn(product, await aMember(product, { organizationId }, 'administrator'))
await aMember(product, { organizationId }, 'agent')
const { widgetKey } = (await call('widget.settings', undefined, { token: administrator })).json

const isStaffed = async (at: Date): Promise<boolean> => {
  clock.now = at
  return (await call('widget.open', { widgetKey })).json.staffed
}

test('desk-D65 in the night the chat does not promise a person, though somebody forgot to go off duty', async () => {
  await look(`update staff_member set on_duty = true, is_accepting = true where organization_id = $1`, [organizationId])
  // Seven in the morning of a Monday; without hours on file it is open day and night.
  const early = clock.now
  expect(await isStaffed(early)).toBe(true)
  const hours = { siteId: null, timeZone: 'America/New_York', exceptions: [] }
  const weekly = { mon: [{ from: '09:00', to: '17:00' }] }
  const saved = await call('openingHours.save', { ...hours, weekly, version: 0 }, { token: administrator })
  expect(saved.status).toBe(200)
  expect(await isStaffed(early)).toBe(false)
  const midday = new Date(early.getTime() + 5 * 3_600_000)
  expect(await isStaffed(midday)).toBe(true)
  await look(`update staff_member set on_duty = false where organization_id = $1`, [organizationId])
  expect(await isStaffed(midday)).toBe(false)
})
