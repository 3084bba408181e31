/** The daily look-back at carriers, against a server that speaks their lists: what never came is found, taken in once, or told. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { lookBack } from '#server/channels/look-back.ts'
import { addNumber, numberById, type OwnNumber } from '#server/channels/sms/own-number.ts'
import { receiveSms } from '#server/channels/sms/receive-sms.ts'
import { addLine } from '#server/channels/voice/own-line.ts'
import { takeVoicemail } from '#server/channels/voice/take-voicemail.ts'
import { channelFailures } from '#server/modules/desk/channel-failures.ts'
import { openFileCheck } from '#server/platform/file-check.ts'
import { anOrganization, aProduct } from './a-product.ts'
import { anInbox } from './an-inbox.ts'

const product = await aProduct()
const { look, clock, services, keys } = product
const { organizationId } = await anOrganization(product)
const inbox = anInbox(product, { organizationId })
const OURS = '+12125550100'
const outbound = { local: ['localhost:*'] }
clock.now = new Date('2026-03-02T17:00:00Z')

const text = (sid: string, over: object = {}) => ({
  sid,
  from: '+12125550321',
  to: OURS,
  body: `Words of ${sid}`,
  direction: 'inbound',
  num_media: '0',
  date_created: new Date(clock.now.getTime() - 3 * 3_600_000).toUTCString(),
  ...over,
})
/** What the carrier lists: texts on two pages, and calls. */
let texts: object[][] = [[], []]
let calls: object[] = []
let recordings: object[] = []
let isDown = false
const asked: string[] = []
const carrier = createServer((request, response) => {
  const url = new URL(request.url ?? '', 'http://carrier.example')
  asked.push(url.pathname + url.search)
  const isOurs = request.headers.authorization === `Basic ${Buffer.from('AC1:a-secret-of-tests').toString('base64')}`
  const page = Number(url.searchParams.get('Page') ?? 0)
  const next = page === 0 ? `${url.pathname}?Page=1` : null
  const body = url.pathname.endsWith('/Media.json')
    ? { media_list: null }
    : url.pathname.endsWith('/Messages.json')
      ? { messages: texts[page], next_page_uri: next }
      : url.pathname.endsWith('/Recordings.json')
        ? { recordings, next_page_uri: null }
        : { calls: page === 0 ? calls : [], next_page_uri: next }
  response.writeHead(isDown || !isOurs ? 503 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})
await new Promise<void>((done) => void carrier.listen(0, '127.0.0.1', done))
afterAll(() => void carrier.close())
const account = { carrierAccount: 'AC1', secret: 'a-secret-of-tests', apiUrl: `http://127.0.0.1:${(carrier.address() as AddressInfo).port}` } // prettier-ignore
await inbox.asSystem(async (tx) => {
  await addNumber(tx, keys, { name: 'Texts', address: OURS, ...account }, clock.now)
  await addLine(tx, keys, { name: 'Calls', address: OURS, deskNumber: null, callsAtOnce: 1, isTranscribed: false, ...account }, clock.now) // prettier-ignore
})
const { check, checkSound } = openFileCheck(null)
const receive = (number: OwnNumber, fields: readonly (readonly [string, string])[]) =>
  receiveSms({ services, checkFile: check, outbound }, number, fields)
const looking = () => lookBack({ services, receiveSms: receive, outbound }, organizationId)
const aDayLater = () => void (clock.now = new Date(clock.now.getTime() + 24 * 3_600_000))
const stored = async () =>
  (
    await look<{ text: string }>(
      `select text from message where organization_id = $1 and channel = 'sms' and direction = 'in' order by text`,
      [organizationId],
    )
  ).map((one) => one.text)
const alarms = () =>
  look<{ detail: object }>(`select detail from journal where organization_id = $1 and event = 'inbox.alarm' order by seq`, [organizationId]) // prettier-ignore

test('desk-D58 once a day the carrier’s lists are compared, page by page; what never came is taken in, once, by two who look at once too', async () => {
  const [door] = await look<{ id: string }>(
    `select id from channel_account where organization_id = $1 and channel = 'sms'`,
    [organizationId],
  )
  const number = await inbox.asSystem((tx) => numberById(tx, keys, door?.id ?? ''))
  if (!number) throw new Error('no number')
  await receive(number, [['MessageSid', 'SM01came'], ['From', '+12125550321'], ['To', OURS], ['Body', 'Words of SM01came'], ['NumMedia', '0']]) // prettier-ignore
  const young = { date_created: new Date(clock.now.getTime() - 60_000).toUTCString() }
  texts = [
    [text('SM01came'), text('SM02own', { direction: 'outbound-api' })],
    [text('SM03lost'), text('SM04young', young)],
  ]
  calls = [{ sid: 'CA01lost', from: '+12125550322', direction: 'inbound', date_created: text('').date_created }]
  const taken = await Promise.all([looking(), looking()])
  expect(taken[0] + taken[1]).toBe(2)
  expect(await stored()).toEqual(['Words of SM01came', 'Words of SM03lost'])
  expect(asked.filter((path) => path.includes('Messages.json'))).toHaveLength(2)
  const rows = await look(`select address, state from call where organization_id = $1`, [organizationId])
  expect(rows).toEqual([{ address: '+12125550322', state: 'hung_up' }])
  expect(await alarms()).toEqual([])
  expect(await looking()).toBe(0)
  expect(asked.filter((path) => path.includes('Messages.json'))).toHaveLength(2)

  aDayLater()
  expect(await looking()).toBe(1)
  expect(await stored()).toContain('Words of SM04young')
})

test('desk-D58 what cannot be taken in is an alarm with its ids, and looked for again; a carrier that is away is told once and asked again in an hour', async () => {
  aDayLater()
  texts = [[text('SM05files', { num_media: '1' })], [text('SM06fine')]]
  expect(await looking()).toBe(1)
  expect(await alarms()).toMatchObject([
    { detail: { source: `sms:${OURS}`, cause: 'look-back-missing', count: 1, ids: ['SM05files'] } },
  ])
  aDayLater()
  texts = [
    [text('SM05files', { num_media: '1', date_created: new Date(clock.now.getTime() - 27 * 3_600_000).toUTCString() })],
    [],
  ]
  await looking()
  expect(await alarms()).toHaveLength(2)

  aDayLater()
  isDown = true
  await looking()
  const failures = await inbox.asSystem((tx) => channelFailures(tx, clock.now))
  const nextTryAt = new Date(clock.now.getTime() + 3_600_000)
  expect(failures.map(({ channel, what }) => [channel, what])).toEqual([
    ['sms', 'comparing'],
    ['voice', 'comparing'],
  ])
  expect(failures[0]).toMatchObject({ address: OURS, cause: 'look-back-failed', nextTryAt })
  clock.now = nextTryAt
  await looking()
  const told = (await alarms()).slice(2)
  expect(told).toMatchObject([{ detail: { cause: 'look-back-failed' } }, { detail: { cause: 'look-back-failed' } }])
  isDown = false
  texts = [[text('SM07late', { date_created: new Date(clock.now.getTime() - 20 * 3_600_000).toUTCString() })], []]
  clock.now = new Date(clock.now.getTime() + 3_600_000)
  expect(await looking()).toBe(1)
  expect(await stored()).toContain('Words of SM07late')
})

test('desk-D58, D63 a recording of which nobody told is a voicemail of its call, once; not of other numbers, nor of whoever refused it', async () => {
  aDayLater()
  texts = [[], []]
  const at = { date_created: new Date(clock.now.getTime() - 5 * 3_600_000).toUTCString() }
  calls = [{ sid: 'CA02lost', from: '+12125550323', direction: 'inbound', ...at }]
  const sound = (sid: string, call: string, over: object = {}) => ({
    sid,
    call_sid: call,
    uri: `/2010-04-01/Accounts/AC1/Recordings/${sid}.json`,
    duration: '12',
    status: 'completed',
    ...at,
    ...over,
  })
  const aKnownCall = (sid: string, address: string, consent: string | null) =>
    look(
      `insert into call (organization_id, id, account_id, direction, carrier_call_id, address, is_usable, state, flow, language, consent, consent_at,
         started_at, ended_at)
       select $1, gen_random_uuid(), account_id, 'in', $2, $3, $3 <> 'anonymous', 'hung_up', flow, 'en', $4, case when $4::text is not null then $5::timestamptz end,
         $5, $5 from call where organization_id = $1 and carrier_call_id = 'CA01lost'`,
      [organizationId, sid, address, consent, clock.now],
    )
  await aKnownCall('CA03refused', '+12125550322', 'refused')
  // The form that told of it did not say who called.
  await aKnownCall('CA04nobody', 'anonymous', null)
  calls.push({ sid: 'CA04nobody', from: '+12125550324', direction: 'inbound', ...at })
  recordings = [
    sound('RE01known', 'CA01lost'),
    sound('RE02lost', 'CA02lost'),
    sound('RE03refused', 'CA03refused'),
    sound('RE04foreign', 'CA09other'),
    sound('RE07nobody', 'CA04nobody'),
    sound('RE05silent', 'CA01lost', { duration: '0' }),
    sound('RE06busy', 'CA01lost', { status: 'processing' }),
  ]
  expect(await looking()).toBe(4)
  const [nobody] = await look(`select address from call where organization_id = $1 and carrier_call_id = 'CA04nobody'`, [organizationId]) // prettier-ignore
  expect(nobody).toEqual({ address: '+12125550324' })
  const kept = () =>
    look<{ recording: string; call: string; url: string; state: string }>(
      `select v.recording_id as recording, c.carrier_call_id as call, v.url, c.state from voicemail v join call c on c.id = v.call_id
        where v.organization_id = $1 order by 1`,
      [organizationId],
    )
  const url = (sid: string) => `${account.apiUrl}/2010-04-01/Accounts/AC1/Recordings/${sid}`
  expect(await kept()).toEqual([
    { recording: 'RE01known', call: 'CA01lost', url: url('RE01known'), state: 'voicemail' },
    { recording: 'RE02lost', call: 'CA02lost', url: url('RE02lost'), state: 'voicemail' },
    { recording: 'RE07nobody', call: 'CA04nobody', url: url('RE07nobody'), state: 'voicemail' },
  ])
  // Its job makes a message of it, to be listened to.
  for (const { id } of await look<{ id: string }>(`select id from voicemail where organization_id = $1`, [
    organizationId,
  ]))
    // prettier-ignore
    await takeVoicemail({ services, outbound, checkSound }, organizationId, id)
  expect(await look(`select flags from message where organization_id = $1 and channel = 'voice'`, [organizationId])).toEqual(Array(3).fill({ flags: ['voicemail', 'listen'] })) // prettier-ignore
  aDayLater()
  expect(await looking()).toBe(0)
  expect(await kept()).toHaveLength(3)
})
