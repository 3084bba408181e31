/** What leaves by mail, to a scripted server: known refusals, unknown ends, references, TLS. */
import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openEmail } from '#server/app/email.ts'
import { asStaff, asSystem } from '#server/modules/conversation/a-clinic.ts'
import { insertUpload } from '#server/modules/conversation/attachments.ts'
import { deliver, releaseHeld } from '#server/modules/conversation/index.ts'
import { channelFailures } from '#server/modules/desk/channel-failures.ts'
import { sendMessage } from '#server/modules/conversation/send-message.ts'
import { aCertificate, anAuthority, believe, type Certificate } from '#server/platform/a-certificate.ts'
import { readConfig } from '#server/platform/config.ts'
import { openFileCheck } from '#server/platform/file-check.ts'
import { newId } from '#server/platform/id.ts'
import { openMailOut } from './send-mail.ts'
import { aMailHouse, aRawMail, LOOPBACK } from './testing/a-mail-house.ts'
import { scriptedSmtp, type SmtpScript } from './testing/scripted-smtp.ts'

const aMail = () => ({
  key: randomUUID(),
  from: 'care@clinic.example',
  to: 'jo@example.org',
  subject: 'Your visit\r\nBcc: evil@example.org',
  text: 'Hello',
  messageId: `<${randomUUID()}@clinic.example>`,
  isAutomatic: false,
})

describe('desk-D43, trust-D68 what is known of a hand-over', () => {
  test.each<[string, Partial<SmtpScript>, object]>([
    ['taken', {}, { state: 'handed_over' }],
    [
      'refused for now, before the text',
      { mailFrom: '451 later' },
      { state: 'failed', cause: 'smtp-451', canRetry: true },
    ],
    ['refused for who sends it', { auth: '535 no' }, { state: 'failed', cause: 'smtp-535', canRetry: true }],
    [
      'refused since nobody signed in',
      { mailFrom: '530 sign in' },
      { state: 'failed', cause: 'smtp-530', canRetry: true },
    ],
    ['refused for good, after the text', { end: '554 no' }, { state: 'failed', cause: 'smtp-554', canRetry: false }],
    ['refused for now, after the text', { end: '452 full' }, { state: 'failed', cause: 'smtp-452', canRetry: true }],
    ['taken and silent', { end: 'hang' }, { state: 'unknown', cause: 'connection-lost-after-data' }],
    ['taken and cut', { end: 'cut' }, { state: 'unknown', cause: 'connection-lost-after-data' }],
  ])('desk-D43 a mail that is %s', async (_name, script, expected) => {
    const server = await scriptedSmtp(script)
    const send = openMailOut({
      url: `smtp://relay:word@127.0.0.1:${server.port}`,
      outboxFolder: '',
      outbound: LOOPBACK,
      answerMs: 700,
    })
    expect(await send(aMail())).toEqual(expected)
    await server.close()
  })

  test('desk-D43 nobody there, and a server that may not be reached', async () => {
    const server = await scriptedSmtp()
    await server.close()
    const to = (outbound: { local: string[] }) =>
      openMailOut({ url: `smtp://127.0.0.1:${server.port}`, outboxFolder: '', outbound, answerMs: 700 })(aMail())
    expect(await to(LOOPBACK)).toEqual({ state: 'failed', cause: 'no-connection', canRetry: true })
    expect(await to({ local: [] })).toMatchObject({ state: 'failed', canRetry: true })
  })

  describe('trust-D47 TLS is used where it is offered, and proves who is there', () => {
    const authority = anAuthority()
    let disbelieve: () => void
    beforeAll(() => void (disbelieve = believe(authority)))
    afterAll(() => disbelieve())

    const sendTo = async (tls: Certificate) => {
      const server = await scriptedSmtp({ tls })
      const url = `smtp://localhost:${server.port}`
      const send = openMailOut({ url, outboxFolder: '', outbound: LOOPBACK, answerMs: 2_000 })
      const report = await send(aMail())
      await server.close()
      return { report, taken: server.taken.length, wasSecure: server.wasSecure }
    }

    test('trust-D47 a mail goes to a server whose certificate is good', async () => {
      expect(await sendTo(aCertificate('localhost', { signedBy: authority }))).toEqual({
        report: { state: 'handed_over' },
        taken: 1,
        wasSecure: [true],
      })
    })

    test.each([
      ['that nobody vouches for', aCertificate('localhost')],
      ['that has expired', aCertificate('localhost', { signedBy: authority, from: -3, until: -1 })],
      ['that is not good yet', aCertificate('localhost', { signedBy: authority, from: 1, until: 3 })],
      ['of another host', aCertificate('mail.example.org', { signedBy: authority })],
    ])('desk-D47, trust-D47 a certificate %s ends it before the text', async (_, certificate) => {
      const { report, taken } = await sendTo(certificate)
      expect(report).toMatchObject({ state: 'failed', canRetry: true })
      expect(taken).toBe(0)
    })
  })
})

const house = await aMailHouse()
const { clinic, services, look, recorded, clock } = house
const smtp = await scriptedSmtp()
const email = await openEmail(
  services,
  readConfig({
    SMTP_OUT_URL: `smtp://127.0.0.1:${smtp.port}`,
    SMTP_IN: 'off',
    DATA_DIR: await mkdtemp(join(tmpdir(), 'bedside-out-')),
  }),
  openFileCheck(null),
)
afterAll(async () => {
  await email.stop()
  await smtp.close()
})
const deps = { ...services, jobs: recorded.jobs, hub: recorded.hub, carriers: email.carriers, continuityMinutes: 5 }

/** A stranger writes, an agent answers, the undo time is over. */
async function anAnswer(text = 'Saturday from 9 to 12.', attachmentIds: string[] = []) {
  const from = `${randomUUID()}@example.org`
  const subject = `Hours ${randomUUID()}`
  await house.send(aRawMail({ From: from, Subject: subject }))
  const [{ id: conversationId } = { id: '' }] = await look<{ id: string }>(
    `select id from conversation where subject = $1`,
    [subject],
  )
  const messageId = newId()
  const sent = await services.db.transaction(asStaff(clinic, clinic.agentId), (tx) =>
    sendMessage(
      { tx, jobs: recorded.jobs, hub: recorded.hub, now: clock.now },
      {
        conversationId,
        messageId,
        mode: 'reply',
        text,
        seenSeq: 2,
        attachmentIds,
        mentions: [],
        confirmed: ['language', 'attachment-missing'],
        author: { staffId: clinic.agentId, role: 'agent', undoSeconds: 10 },
      },
    ),
  )
  if (!sent.ok) throw new Error(sent.refusal)
  const [{ id: deliveryId } = { id: '' }] = await look<{ id: string }>(
    `select id from delivery where message_id = $1`,
    [messageId],
  )
  clock.now = new Date(clock.now.getTime() + 11_000)
  await releaseHeld(deps, clinic.organizationId, deliveryId)
  return { conversationId, messageId, deliveryId, from }
}
const stateOf = async (deliveryId: string) =>
  (
    await look<{ state: string; cause: string | null; attempt: number }>(
      `select state, cause, attempt from delivery where id = $1`,
      [deliveryId],
    )
  )[0]

test('desk-D37, D48, D49, D50 an answer leaves with our signed reference, the thread of the conversation, and a subject without a word of theirs', async () => {
  Object.assign(smtp.script, { mailFrom: '250 ok', end: '250 taken' })
  const { conversationId, deliveryId, from } = await anAnswer()
  await deliver(deps, clinic.organizationId, deliveryId)
  expect(await stateOf(deliveryId)).toMatchObject({ state: 'handed_over', attempt: 1 })
  const mail = smtp.taken.at(-1) ?? ''
  const [, token] = /^Message-ID: <r\+([a-z2-7]{42})@clinic\.example>/im.exec(mail) ?? []
  expect(mail).toMatch(new RegExp(`^Reply-To: r\\+${token}@clinic\\.example`, 'im'))
  expect(mail).toMatch(/^Subject: New message from A clinic\r$/m)
  expect(mail).toMatch(/^In-Reply-To: <.+@example\.org>/im)
  expect(mail).toMatch(/^References: <.+@example\.org>/im)
  expect(Math.max(...mail.split('\r\n').map((line) => line.length))).toBeLessThan(990)
  await house.send(
    aRawMail({ From: from, To: `r+${token}@clinic.example`, Subject: 'thanks' }),
    `r+${token}@clinic.example`,
  )
  expect(
    await look(`select from message where conversation_id = $1 and subject = 'thanks'`, [conversationId]),
  ).toHaveLength(1)
})

test('desk-D37 the files of an answer go with its mail; what a mail cannot take is refused to somebody who has no portal', async () => {
  const form = Buffer.from('%PDF-1.4 a form')
  const upload = async (name: string, size: number) => {
    const storageKey = await services.files.put(form)
    const file = { name, type: 'application/pdf', size, sha256: Buffer.alloc(32), verdict: 'clean' as const, reason: null, storageKey } // prettier-ignore
    return services.db.transaction(asStaff(clinic, clinic.agentId), (tx) => insertUpload(tx, file, clock.now))
  }
  const { id } = await upload('Formulário.pdf', form.length)
  const { deliveryId, messageId } = await anAnswer('Here is the form.', [id])
  await deliver(deps, clinic.organizationId, deliveryId)
  expect(await stateOf(deliveryId)).toMatchObject({ state: 'handed_over' })
  const mail = await PostalMime.parse(smtp.taken.at(-1) ?? '')
  expect(mail.text).toMatch(/^Here is the form\.\s*$/)
  expect(mail.attachments.map(({ filename, mimeType }) => ({ filename, mimeType }))).toEqual([
    { filename: 'Formulário.pdf', mimeType: 'application/pdf' },
  ])
  expect(Buffer.from(mail.attachments[0]?.content as ArrayBuffer)).toEqual(form)

  // Written to a patient who agreed to plain mail, what does not fit is behind a link.
  await look(`update attachment set size = 8000000 where message_id = $1`, [messageId])
  await look(`update delivery set state = 'queued', not_before = $2 where id = $1`, [deliveryId, clock.now])
  await deliver(deps, clinic.organizationId, deliveryId)
  const again = await PostalMime.parse(smtp.taken.at(-1) ?? '')
  expect(again.attachments).toEqual([])
  expect(again.text).toMatch(/^Here is the form\.\s+A clinic: you have a new message\. Read it here: http/)
  const large = await upload('large.pdf', 8_000_000)
  await expect(anAnswer('Here is the form.', [large.id])).rejects.toThrow('TOO_LARGE')
})

test('desk-D43, trust-D68 a server that takes it and hangs: to check, never again by software; a person sends it afresh under the same reference', async () => {
  smtp.script.end = 'cut'
  const { deliveryId } = await anAnswer()
  await deliver(deps, clinic.organizationId, deliveryId)
  expect(await stateOf(deliveryId)).toMatchObject({ state: 'unknown' })
  const before = smtp.taken.length
  for (let again = 0; again < 3; again++) await deliver(deps, clinic.organizationId, deliveryId)
  expect(smtp.taken.length).toBe(before)

  smtp.script.end = '250 taken'
  const idOf = (mail?: string) => /^Message-ID: (<.+>)/im.exec(mail ?? '')?.[1]
  const first = idOf(smtp.taken.at(-1))
  await look(`update delivery set state = 'queued', not_before = $2 where id = $1`, [deliveryId, clock.now])
  await deliver(deps, clinic.organizationId, deliveryId)
  expect(idOf(smtp.taken.at(-1))).toBe(first)

  // Merged into another conversation meanwhile, it is the same mail all the same.
  const { conversationId: into } = await anAnswer()
  await look(`insert into party (organization_id, id, conversation_id, role, address, joined_at) select p.organization_id, gen_random_uuid(), $2, p.role, p.address, p.joined_at from party p join delivery d on d.conversation_id = p.conversation_id where d.id = $1 and p.role <> 'staff'`, [deliveryId, into]) // prettier-ignore
  await look(`update message set origin_id = conversation_id, conversation_id = $2, seq = 900 where id = (select message_id from delivery where id = $1)`, [deliveryId, into]) // prettier-ignore
  await look(`update delivery set state = 'queued', conversation_id = $2, not_before = $3 where id = $1`, [deliveryId, into, clock.now]) // prettier-ignore
  const taken = smtp.taken.length
  await deliver(deps, clinic.organizationId, deliveryId)
  expect(smtp.taken.length).toBe(taken + 1)
  expect(idOf(smtp.taken.at(-1))).toBe(first)
})

test('desk-D43, trust-D67 a worker that dies after "sending": the lease runs out, and a person decides', async () => {
  const { deliveryId } = await anAnswer()
  const dead = deliver(
    { ...deps, carriers: { email: () => new Promise<never>(() => undefined) } },
    clinic.organizationId,
    deliveryId,
  )
  await expect.poll(async () => (await stateOf(deliveryId))?.state, { timeout: 15_000, interval: 30 }).toBe('sending')
  await deliver(deps, clinic.organizationId, deliveryId)
  expect((await stateOf(deliveryId))?.state, 'the lease still holds').toBe('sending')
  const [later] = recorded.sent.filter(({ queue, id }) => queue === 'deliver' && id === deliveryId).slice(-1)
  clock.now = new Date((later?.startAfter ?? clock.now).getTime() + 1)
  const before = smtp.taken.length
  await deliver(deps, clinic.organizationId, deliveryId)
  expect(await stateOf(deliveryId)).toMatchObject({ state: 'unknown', cause: 'worker-lost' })
  expect(smtp.taken.length).toBe(before)
  void dead
})

test('desk-D43 a known refusal is tried again five times within half an hour, then it failed and stands where somebody looks', async () => {
  smtp.script.mailFrom = '451 later'
  const { deliveryId } = await anAnswer()
  const began = clock.now.getTime()
  for (let tries = 0; tries < 10 && (await stateOf(deliveryId))?.state !== 'failed'; tries++) {
    await deliver(deps, clinic.organizationId, deliveryId)
    const [{ at } = { at: clock.now }] = await look<{ at: Date }>(
      `select not_before as at from delivery where id = $1`,
      [deliveryId],
    )
    if (at > clock.now && tries === 0) {
      // What waits to be tried again, why, and when.
      const [failure] = await services.db.transaction(asSystem(clinic), (tx) => channelFailures(tx, clock.now))
      expect(failure).toMatchObject({ channel: 'email', what: 'sending', cause: 'smtp-451', nextTryAt: at, waiting: 1 })
      expect(failure?.lastSuccessAt).toBeInstanceOf(Date)
    }
    if (at > clock.now) clock.now = at
  }
  expect(await services.db.transaction(asSystem(clinic), (tx) => channelFailures(tx, clock.now))).toEqual([])
  expect(await stateOf(deliveryId)).toEqual({ state: 'failed', cause: 'smtp-451', attempt: 6 })
  const minutes = (clock.now.getTime() - began) / 60_000
  expect(minutes).toBeGreaterThan(20)
  expect(minutes).toBeLessThan(40)
  const steps = await look<{ state: string }>(
    `select state from delivery_step where delivery_id = $1 order by at, attempt, state desc`,
    [deliveryId],
  )
  expect(steps.filter(({ state }) => state === 'sending')).toHaveLength(6)
  smtp.script.mailFrom = '250 ok'
})

test('desk-D36, D46 the gate is asked again at hand-over: an address that bounced meanwhile gets nothing', async () => {
  const { deliveryId, conversationId } = await anAnswer()
  await look(`update party set left_at = now() where conversation_id = $1`, [conversationId])
  const before = smtp.taken.length
  await deliver(deps, clinic.organizationId, deliveryId)
  expect(await stateOf(deliveryId)).toMatchObject({ state: 'blocked', cause: 'WRONG_PERSON' })
  expect(smtp.taken.length).toBe(before)
  await services.db.transaction(asSystem(clinic), async (tx) => {
    expect(
      await tx.run(`select from journal where event = 'delivery.blocked' and resource_id = $1`, [deliveryId]),
    ).toHaveLength(1)
  })
})

test('desk-D36, D46 what software wrote is asked of the gate again, too, while its server refuses for now: switched off, bounced, or for a danger that goes on', async () => {
  const from = `${randomUUID()}@example.org`
  const acknowledged = async (text: string) => {
    const before = await house.send(aRawMail({ From: from, Subject: `Hours ${randomUUID()}` }, text))
    expect(before).toMatch(/^250/)
    const [delivery] = await look<{ id: string; purpose: string }>(
      `select id, purpose from delivery where is_automatic and address = $1 order by changed_at desc, id desc limit 1`,
      [from],
    )
    return delivery ?? { id: '', purpose: '' }
  }
  const switchOutbound = (isOn: boolean) =>
    look(`update organization set outbound_on = $2 where organization_id = $1`, [clinic.organizationId, isOn])
  const { id } = await acknowledged('When are you open?')
  const before = smtp.taken.length
  smtp.script.mailFrom = '451 later'
  await deliver(deps, clinic.organizationId, id)
  expect(await stateOf(id)).toMatchObject({ state: 'queued', attempt: 1 })
  smtp.script.mailFrom = '250 ok'
  clock.now = new Date(clock.now.getTime() + 60_000)
  await switchOutbound(false)
  await deliver(deps, clinic.organizationId, id)
  expect(await stateOf(id)).toEqual({ state: 'blocked', cause: 'OUTBOUND_OFF', attempt: 1 })

  await switchOutbound(true)
  await look(
    `insert into contact_point (organization_id, id, patient_id, system, value, state, changed_at) select $1, $2, id, 'email', $3, 'bouncing', now() from patient limit 1`,
    [clinic.organizationId, newId(), from],
  )
  await look(`update delivery set state = 'queued' where id = $1`, [id])
  await deliver(deps, clinic.organizationId, id)
  expect(await stateOf(id)).toEqual({ state: 'blocked', cause: 'CONTACT_POINT_UNUSABLE', attempt: 1 })
  expect(smtp.taken.length).toBe(before)

  await switchOutbound(false)
  const danger = await acknowledged("My chest hurts and I can't breathe")
  expect(danger.purpose).toBe('emergency')
  await deliver(deps, clinic.organizationId, danger.id)
  expect(await stateOf(danger.id)).toMatchObject({ state: 'handed_over' })
  await switchOutbound(true)
})
