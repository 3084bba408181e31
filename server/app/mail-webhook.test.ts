/** Mail that a provider pushes: what is taken, what is refused, what a repeat does, and who makes the secret. */
import { createHmac, randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { beforeEach, describe, expect, test } from 'vitest'
import { aRawMail } from '#server/channels/email/testing/a-mail-house.ts'
import { openDatabase } from '#server/platform/database.ts'
import { openApiDocument } from './open-api.ts'
import { aMember, anOrganization, aProduct, signedIn } from './a-product.ts'

const product = await aProduct()
const { call, look, clock, url, services } = product
const { organizationId } = await anOrganization(product)
const administrator = await aMember(product, { organizationId }, 'administrator')
let token = await signedIn(product, administrator)

/** The clock of a product begins on the day after. */
const YESTERDAY = 'Sun, 01 Mar 2026 12:00:00 +0000'

type Webhook = {
  id: string
  mailboxId: string
  url: string
  oldSecretUntil: string | null
  counts: Record<string, number>
}
type Sent = { path: string; secret: string }

/** A webhook of a mailbox of its own. */
async function aWebhook(): Promise<Sent & { webhook: Webhook; address: string }> {
  const address = `care-${randomUUID().slice(0, 8)}@clinic.example`
  await call('organization.addMailbox', { name: 'Care', address }, { token })
  const { json } = await call('organization.get', undefined, { token })
  const mailboxId = json.doors.find((door: { address: string }) => door.address === address).id
  const opened = await call('mailWebhook.open', { mailboxId }, { token })
  const webhook = opened.json.webhooks.find((each: Webhook) => each.mailboxId === mailboxId)
  return { webhook, address, path: new URL(webhook.url).pathname, secret: opened.json.secret }
}

const seconds = (offset = 0): string => String(Math.floor(clock.now.getTime() / 1_000) + offset)
const keyOf = (secret: string): Buffer => Buffer.from(secret.replace('whsec_', ''), 'base64')
const signature = (secret: string, id: string, timestamp: string, body: string | Buffer): string =>
  `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body).digest('base64')}`

type Over = {
  id?: string
  timestamp?: string
  signedBody?: string
  headers?: Record<string, string>
  signatures?: string
}

/** As a provider pushes it; `over` is what is wrong with it. */
async function push({ path, secret }: Sent, body: string | Buffer, over: Over = {}) {
  const { id = `msg_${randomUUID()}`, timestamp = seconds(), signedBody = body } = over
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    body: Buffer.from(body),
    headers: {
      'content-type': 'message/rfc822',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': over.signatures ?? signature(secret, id, timestamp, signedBody),
      ...over.headers,
    },
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

const stored = (subject: string) =>
  look<{ flags: string[]; organizationId: string }>(
    `select flags, organization_id as "organizationId" from message where subject = $1 and direction = 'in' order by received_at, seq`,
    [subject],
  )
const countsOf = async (address: string) =>
  (
    await look<Record<string, number>>(
      `select coalesce(sum(seen), 0)::int as seen, coalesce(sum(stored), 0)::int as stored, coalesce(sum(duplicate), 0)::int as duplicate,
         coalesce(sum(refused), 0)::int as refused, coalesce(sum(set_aside), 0)::int as "setAside"
         from mailbox_count where organization_id = $1 and source = $2`,
      [organizationId, `email:${address}`],
    )
  )[0] ?? {}
const aMatter = () => {
  const subject = `Matter ${randomUUID()}`
  return {
    subject,
    mail: aRawMail({ From: `${randomUUID().slice(0, 8)}@example.org`, Subject: subject, Date: YESTERDAY }),
  }
}

beforeEach(async () => {
  // A step-up lasts five minutes, and the clock is moved here.
  token = await signedIn(product, administrator)
})

describe('trust-D55 a hand-over', () => {
  test('trust-D55 a signed mail is stored before 200 is said, for the mailbox of the endpoint whatever the mail says', async () => {
    const hook = await aWebhook()
    const { organizationId: elsewhere } = await anOrganization(product)
    const { subject } = aMatter()
    const mail = aRawMail({
      To: 'somebody@elsewhere.example',
      Subject: subject,
      Date: YESTERDAY,
      'X-Organization': elsewhere,
    })
    expect(await push(hook, mail)).toMatchObject({ status: 200 })
    expect(await stored(subject)).toEqual([{ flags: [], organizationId }])
    expect(await countsOf(hook.address)).toMatchObject({ seen: 1, stored: 1 })
    const { json } = await call('mailWebhook.list', undefined, { token })
    const listed = json.find((each: Webhook) => each.id === hook.webhook.id)
    expect(listed).toMatchObject({ lastSuccessAt: clock.now.toISOString(), counts: { stored: 1, duplicate: 0 } })
  })

  test('trust-D55 replayed, also five times at once, it has one effect and is answered 200', async () => {
    const hook = await aWebhook()
    const { subject, mail } = aMatter()
    const id = 'msg_once'
    const answers = await Promise.all(Array.from({ length: 5 }, () => push(hook, mail, { id })))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(await push(hook, mail, { id })).toMatchObject({ status: 200 })
    expect(await stored(subject)).toHaveLength(1)
    expect(await countsOf(hook.address)).toMatchObject({ seen: 6, stored: 1, duplicate: 5, refused: 0, setAside: 0 })
  })

  test('trust-D55 the same id with other content is a second entry with a flag, and the journal says so', async () => {
    const hook = await aWebhook()
    const first = aMatter()
    const other = aMatter()
    for (const { mail } of [first, other, other])
      expect(await push(hook, mail, { id: 'msg_used' })).toMatchObject({ status: 200 })
    expect(await stored(first.subject)).toMatchObject([{ flags: [] }])
    expect(await stored(other.subject)).toMatchObject([{ flags: ['hand_over_id_reused'] }])
    const told = await look(`select from journal where event = 'mail.hand-over-id-reused' and resource_id = $1`, [
      hook.webhook.id,
    ])
    expect(told).toHaveLength(1)
  })

  test('trust-D55 out of order, each of two mails is stored once', async () => {
    const hook = await aWebhook()
    const [early, late] = [aMatter(), aMatter()]
    const [earlyAt, lateAt] = [seconds(-60), seconds()]
    for (const [matter, id, timestamp] of [
      [late, 'msg_2', lateAt],
      [early, 'msg_1', earlyAt],
      [late, 'msg_2', lateAt],
    ] as const)
      expect(await push(hook, matter.mail, { id, timestamp })).toMatchObject({ status: 200 })
    expect([...(await stored(early.subject)), ...(await stored(late.subject))]).toHaveLength(2)
  })

  test('trust-D55 an id is known for 7 days; the same bytes under a new id, or by another door, are the same mail', async () => {
    const hook = await aWebhook()
    const { subject, mail } = aMatter()
    await push(hook, mail, { id: 'msg_week' })
    const start = clock.now
    clock.now = new Date(start.getTime() + 6.9 * 86_400_000)
    const within = aMatter()
    await push(hook, within.mail, { id: 'msg_week' })
    expect(await stored(within.subject)).toMatchObject([{ flags: ['hand_over_id_reused'] }])
    clock.now = new Date(start.getTime() + 14 * 86_400_000)
    const after = aMatter()
    await push(hook, after.mail, { id: 'msg_week' })
    expect(await stored(after.subject)).toMatchObject([{ flags: [] }])
    const kept = await look(`select from mail_hand_over where webhook_id = $1`, [hook.webhook.id])
    expect(kept).toHaveLength(1)
    await push(hook, mail, { id: 'msg_other' })
    expect(await stored(subject)).toHaveLength(1)
  })

  test('trust-D55 what is for a person to decide is set aside with its original, answered 200, and its repeat sets nothing aside', async () => {
    const hook = await aWebhook()
    const own = aRawMail({ From: administrator.email, To: 'Pat <pat@example.org>', Date: YESTERDAY })
    for (const id of ['msg_own', 'msg_own', 'msg_again'])
      expect(await push(hook, own, { id })).toMatchObject({ status: 200 })
    const counts = await countsOf(hook.address)
    expect(counts).toEqual({ seen: 3, stored: 0, duplicate: 2, refused: 0, setAside: 1 })
    const aside = await look(`select from set_aside where source = $1 and raw_id is not null`, [
      `email:${hook.address}`,
    ])
    expect(aside).toHaveLength(1)
  })
})

describe('trust-D55 what is refused', () => {
  test('trust-D55 unsigned, foreign, re-serialised, aged, future, wrong endpoint: 401 with the same words, and nothing stored', async () => {
    const hook = await aWebhook()
    const neighbour = await aWebhook()
    const { subject, mail } = aMatter()
    const id = 'msg_x'
    const now = seconds()
    const right = signature(hook.secret, id, now, mail)
    const nowhere = { ...hook, path: `/hooks/email/${'0'.repeat(32)}.${randomUUID()}` }
    const hostile: [string, Sent, Over][] = [
      ['no signature', hook, { signatures: '' }],
      ['a signature of nobody', hook, { signatures: `v1,${Buffer.alloc(32).toString('base64')}` }],
      ['a signature that is too short', hook, { signatures: 'v1,AAAA' }],
      ['another version of the form', hook, { id, timestamp: now, signatures: right.replace('v1,', 'v1a,') }],
      ['the secret of another endpoint', { ...hook, secret: neighbour.secret }, {}],
      ['signed for another endpoint', { ...neighbour, secret: hook.secret }, {}],
      ['an endpoint of nobody', nowhere, {}],
      ['an endpoint that is no id', { ...hook, path: '/hooks/email/..%2f..%2fetc' }, {}],
      [
        'an endpoint with the id of another organization',
        { ...hook, path: hook.path.replace(/[0-9a-f]\./, 'f.').replace(/^(.*email\/)./, '$1e') },
        {},
      ],
      ['another id than signed', hook, { id: 'msg_y', timestamp: now, signatures: right }],
      ['another time than signed', hook, { id, timestamp: seconds(1), signatures: right }],
      ['line ends made over on the way', hook, { signedBody: mail.replaceAll('\r\n', '\n') }],
      ['headers in another order', hook, { signedBody: mail.replace(/^(From:.*\r\n)(To:.*\r\n)/, '$2$1') }],
      ['301 seconds old', hook, { timestamp: seconds(-301) }],
      ['301 seconds ahead', hook, { timestamp: seconds(302) }],
      ['a time in milliseconds', hook, { timestamp: String(clock.now.getTime()) }],
      ['a time that is none', hook, { timestamp: '1e9' }],
      ['a negative time', hook, { timestamp: `-${now}` }],
      ['an id that is too long', hook, { id: 'm'.repeat(201) }],
      ['an id with a blank', hook, { id: 'msg one' }],
      [
        'a hundred signatures before the right one',
        hook,
        { id, timestamp: now, signatures: `${'v1,AAAA '.repeat(100)}${right}` },
      ],
    ]
    const words = new Set<string>()
    for (const [name, to, over] of hostile) {
      const answer = await push(to, mail, over)
      expect(answer.status, name).toBe(401)
      words.add(answer.text.replace(/"requestId":"[^"]+"/, ''))
    }
    expect([...words]).toHaveLength(1)
    expect(await stored(subject)).toEqual([])
    expect(await countsOf(hook.address)).toMatchObject({ seen: 0 })
    // The same, rightly signed at both ends of the window, is taken.
    expect(await push(hook, mail, { timestamp: seconds(-300) })).toMatchObject({ status: 200 })
    expect(await push(hook, aMatter().mail, { timestamp: seconds(300) })).toMatchObject({ status: 200 })
  })

  test('trust-D55 strangers who announce large mails and send nothing leave the door open', async () => {
    const sent = await aWebhook()
    const { hostname, port } = new URL(url)
    const lines = Array.from({ length: 8 }, (_, n) => {
      const line = connect(Number(port), hostname)
      line.on('error', () => undefined)
      const path = `/hooks/email/${organizationId.replaceAll('-', '')}.${randomUUID()}`
      line.write(
        `POST ${path} HTTP/1.1\r\nhost: ${hostname}\r\ncontent-type: message/rfc822\r\ncontent-length: 50000000\r\n` +
          `webhook-id: m${n}\r\nwebhook-timestamp: ${seconds()}\r\nwebhook-signature: v1,${'A'.repeat(43)}=\r\n\r\n`,
      )
      return line
    })
    const answers: string[] = []
    for (const line of lines) line.once('data', (data) => answers.push(String(data).split('\r\n')[0] ?? ''))
    // One may hold its place; while it does, the others are asked whether they know an address.
    await expect.poll(() => answers.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(7)
    expect(new Set(answers)).toEqual(new Set(['HTTP/1.1 401 Unauthorized']))
    const { subject, mail } = aMatter()
    expect((await push(sent, mail)).status).toBe(200)
    expect(await stored(subject)).toHaveLength(1)
    for (const line of lines) line.destroy()
  })

  test('trust-D55 of several signatures one that holds is enough', async () => {
    const hook = await aWebhook()
    const { mail } = aMatter()
    const [id, now] = ['msg_several', seconds()]
    const signatures = `v1,${Buffer.alloc(32).toString('base64')} v1a,AAAA ${signature(hook.secret, id, now, mail)}`
    expect(await push(hook, mail, { id, timestamp: now, signatures })).toMatchObject({ status: 200 })
  })

  test('trust-D55 what is larger than SMTP takes, of another kind, or sent with a cookie of ours is refused', async () => {
    const hook = await aWebhook()
    const large = Buffer.alloc(50 * 1024 * 1024 + 1, 'a')
    expect(await push(hook, large)).toMatchObject({ status: 413 })
    const { mail } = aMatter()
    expect(await push(hook, mail, { headers: { 'content-type': 'application/json' } })).toMatchObject({ status: 422 })
    expect(await push(hook, mail, { headers: { origin: 'https://evil.example' } })).toMatchObject({ status: 403 })
  })

  test('trust-D55 a closed mailbox takes nothing, and answers like a stranger', async () => {
    const hook = await aWebhook()
    const { mail } = aMatter()
    await call('organization.setDoorLive', { doorId: hook.webhook.mailboxId, isLive: false }, { token })
    expect(await push(hook, mail)).toMatchObject({ status: 401 })
    await call('organization.setDoorLive', { doorId: hook.webhook.mailboxId, isLive: true }, { token })
    expect(await push(hook, mail)).toMatchObject({ status: 200 })
  })

  test('trust-D66 while the database is away the provider is told to come again, and the mail is stored then', async () => {
    const hook = await aWebhook()
    const { subject, mail } = aMatter()
    const away = openDatabase({ host: '127.0.0.1', port: 1 }, 1)
    const { db } = services
    services.db = away
    const answer = await push(hook, mail, { id: 'msg_later' }).finally(() => (services.db = db))
    await away.close()
    expect(answer.status).toBe(503)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await push(hook, mail, { id: 'msg_later' })).toMatchObject({ status: 200 })
    expect(await stored(subject)).toHaveLength(1)
  })
})

test('trust-D2 the endpoint stands in the document for programs, with its body and the headers that sign it', async () => {
  const { paths } = await openApiDocument(product.app.doors(), '1.0.0')
  const operation = paths['/hooks/email/{endpointId}']?.post
  expect(Object.keys(operation?.requestBody?.content ?? {})).toEqual(['message/rfc822'])
  expect(operation?.parameters?.map(({ name }) => name)).toEqual([
    'endpointId',
    'webhook-id',
    'webhook-timestamp',
    'webhook-signature',
  ])
  expect(operation).toMatchObject({ security: [], 'x-roles': ['everybody'], 'x-journal': 'C' })
})

describe('trust-D55 the secret', () => {
  test('trust-D55 it is shown once, stored sealed, and of two secrets both hold until the old one ends', async () => {
    const hook = await aWebhook()
    const [row] = await look<{ sealed: Buffer }>(`select secret_sealed as sealed from mail_webhook where id = $1`, [
      hook.webhook.id,
    ])
    expect(row?.sealed.includes(keyOf(hook.secret))).toBe(false)
    expect((await call('mailWebhook.list', undefined, { token })).text).not.toContain('whsec_')

    const renewed = await call('mailWebhook.rotate', { mailWebhookId: hook.webhook.id, keepsOld: true }, { token })
    const fresh = { ...hook, secret: renewed.json.secret as string }
    expect(fresh.secret).not.toBe(hook.secret)
    for (const either of [hook, fresh]) expect(await push(either, aMatter().mail)).toMatchObject({ status: 200 })
    clock.now = new Date(clock.now.getTime() + 7 * 86_400_000)
    expect(await push(hook, aMatter().mail)).toMatchObject({ status: 401 })
    expect(await push(fresh, aMatter().mail)).toMatchObject({ status: 200 })

    token = await signedIn(product, administrator)
    const leaked = await call('mailWebhook.rotate', { mailWebhookId: hook.webhook.id, keepsOld: false }, { token })
    expect(await push(fresh, aMatter().mail)).toMatchObject({ status: 401 })
    expect(await push({ ...hook, secret: leaked.json.secret }, aMatter().mail)).toMatchObject({ status: 200 })
    await call('mailWebhook.close', { mailWebhookId: hook.webhook.id }, { token })
    expect(await push({ ...hook, secret: leaked.json.secret }, aMatter().mail)).toMatchObject({ status: 401 })
    const events = await look<{ event: string }>(
      `select event from journal where resource_id = $1 and event like 'mail-webhook.%' order by event`,
      [hook.webhook.id],
    )
    expect(events.map(({ event }) => event.replace('mail-webhook.', ''))).toEqual([
      'closed',
      'opened',
      'secret-renewed',
      'secret-renewed',
    ])
  })

  test('trust-D55 one mailbox has one webhook; no other organization, role or stale sign-in makes, renews or closes it', async () => {
    const hook = await aWebhook()
    const { mailboxId, id: mailWebhookId } = hook.webhook
    expect(await call('mailWebhook.open', { mailboxId }, { token })).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
    const nurse = await signedIn(product, await aMember(product, { organizationId }))
    const stranger = await signedIn(product, await aMember(product, await anOrganization(product), 'administrator'))
    for (const [procedure, input] of [
      ['mailWebhook.open', { mailboxId }],
      ['mailWebhook.rotate', { mailWebhookId, keepsOld: false }],
      ['mailWebhook.close', { mailWebhookId }],
    ] as const) {
      expect(await call(procedure, input, { token: nurse }), procedure).toMatchObject({ code: 'NOT_ALLOWED' })
      expect(await call(procedure, input, { token: stranger }), procedure).toMatchObject({ code: 'NOT_FOUND' })
    }
    expect((await call('mailWebhook.list', undefined, { token: stranger })).json).toEqual([])
    clock.now = new Date(clock.now.getTime() + 6 * 60_000)
    expect(await call('mailWebhook.close', { mailWebhookId }, { token })).toMatchObject({ code: 'STEP_UP_NEEDED' })
    expect(await push(hook, aMatter().mail)).toMatchObject({ status: 200 })
  })
})
