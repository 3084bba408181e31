/** A mailbox and a number that fall silent, over a clock that the test moves: told once, shown until something comes (trust-D71). */
import { expect, test } from 'vitest'
import { tellSilentSources } from '#server/channels/silent-sources.ts'
import { newId } from '#server/platform/id.ts'
import { prepareJobs } from '#server/platform/jobs.ts'
import { aMember, anOrganization, aProduct, signedIn } from './a-product.ts'

const product = await aProduct()
const { look, clock, services, call } = product
// The status tells of the oldest job.
await prepareJobs(product.connections.owner, 'bedside_app')
const HOUR = 3_600_000
const WEEK = 7 * 24 * HOUR
/** A Monday. */
const MONDAY = Date.parse('2026-03-02T00:00:00Z')

async function aDoor(organizationId: string, channel: string, address: string) {
  await look(
    `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, $3, 'A door', $4)`,
    [organizationId, newId(), channel, address],
  )
  return `${channel}:${address}`
}
const comes = (organizationId: string, source: string, hours: readonly number[], seen = 1) =>
  look(
    `insert into mailbox_count (organization_id, source, hour, seen, stored) select $1, $2, unnest($3::timestamptz[]), $4, $4`,
    [organizationId, source, hours.map((hour) => new Date(hour)), seen],
  )
/** Eight weeks of it, each day from nine to five. */
const usual = Array.from({ length: 8 * 7 }, (_, day) => day).flatMap((day) =>
  [9, 10, 11, 12, 13, 14, 15, 16].map((hour) => MONDAY - 8 * WEEK + (day * 24 + hour) * HOUR),
)

test('trust-D71 a mailbox from which nothing comes any more is told once, with its hour, and shown until something comes', async () => {
  const clinic = await anOrganization(product)
  const { organizationId } = clinic
  clock.now = new Date(MONDAY)
  const administrator = await aMember(product, clinic, 'administrator')
  const mail = await aDoor(organizationId, 'email', 'care@silent.example')
  const number = await aDoor(organizationId, 'sms', '+12125550190')
  await comes(organizationId, mail, usual)
  await comes(organizationId, number, usual)
  // From the other number something comes today, too.
  await comes(
    organizationId,
    number,
    [9, 10, 11, 12].map((hour) => MONDAY + hour * HOUR),
  )
  const alarms = async () => {
    // No session is as long as the times of this test.
    const token = await signedIn(product, administrator)
    const { json } = await call('desk.status', undefined, { token })
    return json.alarms.filter(({ cause }: { cause: string }) => cause === 'source-silent')
  }

  clock.now = new Date(MONDAY + 11.5 * HOUR)
  expect(await tellSilentSources(services, organizationId)).toBe(0)
  clock.now = new Date(MONDAY + 12.5 * HOUR)
  // Two processes look at once.
  const told = await Promise.all([1, 2].map(() => tellSilentSources(services, organizationId)))
  expect(told.toSorted()).toEqual([0, 1])
  expect(await tellSilentSources(services, organizationId)).toBe(0)
  const since = new Date(MONDAY - 7 * HOUR).toISOString()
  expect(await alarms()).toEqual([{ cause: 'source-silent', source: mail, since, count: 1, ids: [] }])
  const token = await signedIn(product, administrator)
  expect((await call('desk.channelFailures', undefined, { token })).json).toEqual([
    {
      channel: 'email',
      what: 'silence',
      address: 'care@silent.example',
      lastSuccessAt: since,
      cause: 'source-silent',
      nextTryAt: new Date(MONDAY + 13 * HOUR).toISOString(),
      waiting: 0,
    },
  ])
  const agent = await signedIn(product, await aMember(product, clinic, 'agent'))
  expect(await call('desk.channelFailures', undefined, { token: agent })).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(
    await look(`select detail from journal where organization_id = $1 and event = 'inbox.alarm'`, [organizationId]),
  ).toEqual([{ detail: { source: mail, cause: 'source-silent', since } }])

  await comes(organizationId, mail, [MONDAY + 12 * HOUR])
  expect(await alarms()).toEqual([])
  // And silent again: another alarm.
  clock.now = new Date(MONDAY + 24 * HOUR + 12.5 * HOUR)
  await comes(organizationId, number, [MONDAY + 36 * HOUR])
  expect(await tellSilentSources(services, organizationId)).toBe(1)
  expect(await alarms()).toMatchObject([{ source: mail, since: new Date(MONDAY + 13 * HOUR).toISOString() }])
})

test('trust-D71 what is no door any more is missed by nobody', async () => {
  const { organizationId } = await anOrganization(product)
  const mail = await aDoor(organizationId, 'email', 'old@silent.example')
  await comes(organizationId, mail, usual)
  clock.now = new Date(MONDAY + 13 * HOUR)
  expect(await tellSilentSources(services, organizationId)).toBe(1)
  await look(`update channel_account set is_live = false where organization_id = $1`, [organizationId])
  expect(await tellSilentSources(services, organizationId)).toBe(0)
  expect(await look(`select from source_silence where organization_id = $1`, [organizationId])).toEqual([])
})
