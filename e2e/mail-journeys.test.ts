/**
 * Journeys over the real ways of mail, in and out: a red flag by mail at night (desk journey 2) and the mail storm (desk journey 5).
 * The product is one of its own, since here its mail leaves over SMTP and is not kept in the outbox that the other journeys read.
 */
import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aContext, openChromium } from './setup/chromium.ts'
import { aDataFolder } from './setup/filled-folder.ts'
import { openMailWorld, type MailWorld } from './setup/mail-world.ts'
import { startServerProcess, type ServerProcess } from './setup/server-process.ts'
import { organizationId, signInByAddress, signInStaff } from './setup/sessions.ts'
import { databaseOf, inDatabaseOf, ladderMinuteOver } from './setup/time.ts'
import { MAILBOX } from '../demo/clinic.ts'
import { newId } from '#server/platform/id.ts'

/** A screen answers within this time beside other work on two cores, in milliseconds. */
const PATIENCE = { timeout: 30_000 }
const TEST_MAX_MS = 300_000
/** A nurse knows of a red flag within this time (desk-D3). */
const TOLD_WITHIN_MS = 2_000
/** The 95th percentile of opening the list while the storm goes on. Quiet it is below 200 ms (desk.md section 6); here all share two cores. */
const LIST_P95_MS = 1_000
/** On a machine that is busy already, the storm makes the list no slower than so many times. */
const SLOWER_MAX = 5
/** The jobs that the storm leaves behind are done within this time beside other work, in milliseconds. */
const DRAINED = { timeout: 120_000 }
const OTHER_MAILBOX = MAILBOX.replace('care@', 'billing@')

let dataFolder: string
let remove: () => Promise<void>
let server: ServerProcess
let world: MailWorld
let browser: Browser
let nurse: BrowserContext
let nursePage: Page
beforeAll(async () => {
  ;({ dataFolder, remove } = await aDataFolder())
  world = await openMailWorld(() => server.smtpPort)
  server = await startServerProcess({ dataFolder, env: { SMTP_OUT_URL: world.url } })
  browser = await openChromium()
  const db = await databaseOf(dataFolder)
  const [cookie = ''] = await signInStaff(db, 'nurse')
  await db.close()
  nurse = await contextOf(cookie)
  nursePage = await nurse.newPage()
  await nursePage.goto(`${server.url}/desk/inbox/unassigned`)
  await nursePage.getByRole('navigation').first().waitFor(PATIENCE)
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await world?.stop()
  await remove?.()
})

/** A browser of somebody who is signed in. */
async function contextOf(cookie: string): Promise<BrowserContext> {
  const context = await aContext(browser, { viewport: { width: 1440, height: 900 } })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: server.url, httpOnly: true, sameSite: 'Lax' }])
  return context
}

async function read<T>(path: string, context = nurse): Promise<T> {
  const answer = await context.request.get(`${server.url}/api${path}`)
  expect(answer.status(), await answer.text()).toBe(200)
  return (await answer.json()) as T
}

async function write<T>(path: string, data: object, context = nurse): Promise<T> {
  const answer = await context.request.post(`${server.url}/api${path}`, { headers: { origin: server.url }, data })
  expect(answer.status(), await answer.text()).toBe(200)
  return (await answer.json()) as T
}

type Shown = {
  id: string
  text: string
  direction: string
  automatic: string
  flags: string[]
  author: { kind: string }
  attachments: { name: string; verdict: string }[]
  deliveries: { state: string; cause: string | null; address: string | null }[]
}
type Timeline = { items: Shown[]; events: { event: string; told: string[]; actorName: string | null }[] }
const timelineOf = (id: string) => read<Timeline>(`/conversations/${id}/messages`)

async function conversationOf(subject: string): Promise<{ id: string; lastSeq: number }> {
  const { items } = await read<{ items: { id: string }[] }>(
    `/conversations?view=all&search=${encodeURIComponent(`"${subject}"`)}`,
  )
  expect(items, subject).toHaveLength(1)
  return read(`/conversations/${items[0]?.id}`)
}

function raw(headers: Record<string, string>, body: string): string {
  const all = { To: MAILBOX, 'Message-ID': `<${randomUUID()}@example.org>`, Date: new Date().toUTCString(), ...headers }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return `${head.join('\r\n')}\r\n\r\n${body.replaceAll(/\r?\n/g, '\r\n')}\r\n`
}

const leftFor = (address: string) => world.left.filter(({ to }) => to === address)
const anAddress = (name: string) => `${name}-${randomUUID().slice(0, 8)}@example.org`

test(
  'desk journey 2, desk-D3: a red flag by mail at night is answered over SMTP in Spanish, climbs the ladder, and every step stands in its timeline',
  async () => {
    const { patients } = (await (await fetch(`${server.url}/demo/live`)).json()) as {
      patients: { contact: string; language: string; name: string }[]
    }
    const patient = patients.find(({ language, contact }) => language === 'es' && contact.includes('@'))
    const from = patient?.contact ?? ''
    const subject = `Ayuda ${randomUUID().slice(0, 8)}`
    // What any mail takes just now, from its first word to "received": where the machine is busy, it takes its time too.
    const calmBegan = Date.now()
    await world.send(raw({ From: anAddress('calm'), Subject: 'Parking' }, 'Where do I park?'), MAILBOX)
    const calmMs = Date.now() - calmBegan
    const began = Date.now()
    await world.send(
      raw(
        { From: from, Subject: subject, 'Content-Type': 'text/plain; charset=utf-8' },
        'Me duele mucho el pecho y no puedo respirar.',
      ),
      MAILBOX,
    )
    type Alert = { id: string; conversationId: string; raisedAt: string; told: { name: string }[]; words: string }
    const { id } = await conversationOf(subject)
    const alert = async () => (await read<Alert[]>('/alerts')).find(({ conversationId }) => conversationId === id)
    const raised = await alert()
    expect(Date.parse(raised?.raisedAt ?? '') - began).toBeLessThan(Math.max(TOLD_WITHIN_MS, 3 * calmMs))
    const band = nursePage.getByRole('region', { name: 'Red flags that nobody has accepted' })
    const line = band.getByRole('listitem').filter({ hasText: 'no puedo respirar' })
    await line.waitFor(PATIENCE)

    // The answer left over SMTP, to the sender, in their language, with the number of the site's country.
    await expect.poll(() => leftFor(from), PATIENCE).toHaveLength(1)
    const answer = leftFor(from)[0]?.mail
    expect(answer?.text).toContain('911')
    expect(answer?.text).toMatch(/Nadie ha leído/)
    expect(answer?.headers.find(({ key }) => key === 'auto-submitted')?.value).toMatch(/^auto/)

    // The patient who looks at the portal sees that nobody has read it yet.
    const db = await databaseOf(dataFolder)
    const portal = await contextOf(await signInByAddress(db, from))
    await db.close()
    const alertAsSeen = async () =>
      (await read<{ conversation: { alert: string } }>(`/my/conversations/${id}`, portal)).conversation.alert
    expect(await alertAsSeen()).toBe('unread')

    // Nobody accepts: second nurse, supervisor, everybody who is on call. The product's own worker climbs.
    // On a busy machine a minute may also be over by itself: what counts is the step it has come to.
    const climbed = async () => (await timelineOf(id)).events.filter(({ event }) => event === 'alert.climbed').length
    for (let step = await climbed(); step < 3; step = await climbed()) {
      await ladderMinuteOver(dataFolder, raised?.id ?? '')
      await expect.poll(climbed, PATIENCE).toBeGreaterThan(step)
      expect(await alertAsSeen()).toBe('unread')
    }
    expect((await alert())?.told.length).toBeGreaterThanOrEqual(4)
    await line.getByRole('button').click()
    await expect.poll(alertAsSeen, PATIENCE).toBe('accepted')

    const { items, events } = await timelineOf(id)
    // Whoever is on call may be called meanwhile.
    const steps = events.filter(({ event }) => /^alert\.(raised|climbed|accepted)$/.test(event))
    expect(steps.map(({ event }) => event)).toEqual([
      'alert.raised',
      'alert.climbed',
      'alert.climbed',
      'alert.climbed',
      'alert.accepted',
    ])
    expect(steps[0]?.told).toHaveLength(1)
    expect(steps.slice(0, 4).every(({ told }) => told.length > 0)).toBe(true)
    expect(steps[4]?.actorName).toBeTruthy()
    const emergency = items.find(({ flags }) => flags.includes('emergency'))
    expect(emergency?.deliveries).toMatchObject([{ state: 'handed_over', address: from }])
    await nursePage.goto(`${server.url}/desk/inbox/red-flags/${id}`)
    const log = nursePage.getByRole('log')
    await log.getByText(/^A red flag was raised; .+ was told/).waitFor(PATIENCE)
    expect(await log.getByText(/^Nobody had accepted the red flag; .+ (was|were) told/).count()).toBe(3)
    await log.getByText(`${steps[4]?.actorName} accepted the red flag`).waitFor(PATIENCE)
    await portal.close()
  },
  TEST_MAX_MS,
)

const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('')

function aReport(messageId: string, recipient: string, status: string, action: string): string {
  const part = (type: string, text: string) => `--report\nContent-Type: ${type}\n\n${text}\n`
  return raw(
    {
      From: 'Mail Delivery System <MAILER-DAEMON@mx.example>',
      Subject: 'Undelivered',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=report',
    },
    [
      part('text/plain', 'Your message.'),
      part(
        'message/delivery-status',
        `Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ${recipient}\nAction: ${action}\nStatus: ${status}\n`,
      ),
      part('text/rfc822-headers', `Message-ID: ${messageId}`),
      '--report--',
    ].join('\n'),
  )
}

test(
  'desk journey 5, desk-D44: through a mail storm the inbox stays quick, the counters balance, no machine gets mail of a machine, and each odd mail is where it belongs',
  async () => {
    const mark = randomUUID().slice(0, 8)
    await inDatabaseOf(dataFolder, async (tx) => {
      await tx.run(
        `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'email', 'Billing', $3)`,
        [organizationId, newId(), OTHER_MAILBOX],
      )
      // An answer leaves without the time to think again, and an empty minute of automatic mail begins.
      await tx.run(`update staff_member set undo_seconds = 0 where organization_id = $1`, [organizationId])
    })
    const countsOf = async () => {
      const { mailboxes } = await read<{ mailboxes: Record<string, number | string>[] }>('/desk/status')
      const sum = (key: string) => mailboxes.reduce((all, mailbox) => all + Number(mailbox[key]), 0)
      return {
        seen: sum('seen'),
        stored: sum('stored'),
        duplicate: sum('duplicate'),
        refused: sum('refused'),
        setAside: sum('setAside'),
      }
    }
    /** How long the list takes, in milliseconds. */
    const listMs = async (): Promise<number> => {
      const asked = performance.now()
      await read('/conversations?view=unassigned')
      return performance.now() - asked
    }
    const p95Of = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Infinity
    // Before the storm, on the same machine with whatever else it does.
    const calm: number[] = []
    while (calm.length < 20) calm.push(await listMs())
    const before = await countsOf()
    const leftBefore = world.left.length

    // Two people whose machines answer whatever comes: one says so in its headers, the other hides it.
    const [honest, hiding] = [anAddress('honest'), anAddress('hiding')]
    world.machines.set(honest, ({ mail }) =>
      raw(
        {
          From: honest,
          Subject: `Automatic reply: ${mail.subject}`,
          'Auto-Submitted': 'auto-replied',
          'In-Reply-To': mail.messageId ?? '',
        },
        'I am away until Monday.',
      ),
    )
    world.machines.set(hiding, ({ mail }) =>
      raw(
        { From: hiding, Subject: `Re: ${mail.subject}`, 'In-Reply-To': mail.messageId ?? '' },
        'Thank you for your message. We will come back to you.',
      ),
    )
    for (const from of [honest, hiding])
      await world.send(raw({ From: from, Subject: `First ${from}` }, `When are you open? ${mark} ${from}`), MAILBOX)

    // A person to whom an answer goes that comes back, first late, then for good.
    const lost = anAddress('lost')
    await world.send(raw({ From: lost, Subject: `Lost ${mark}` }, 'May I bring my dog to the visit?'), MAILBOX)
    const { id: lostId, lastSeq } = await conversationOf(`Lost ${mark}`)
    await write(`/conversations/${lostId}/messages`, {
      messageId: newId(),
      mode: 'reply',
      text: 'Yes, gladly.',
      seenSeq: lastSeq,
    })
    await expect
      .poll(
        () =>
          leftFor(lost)
            .map(({ mail }) => mail.text?.trim())
            .join(),
        PATIENCE,
      )
      .toContain('Yes, gladly.')
    const answerId = leftFor(lost).find(({ mail }) => mail.text?.includes('gladly'))?.mail.messageId ?? ''

    const infected = raw(
      { From: anAddress('infected'), Subject: `Infected ${mark}`, 'Content-Type': 'multipart/mixed; boundary=files' },
      `--files\nContent-Type: text/plain\n\nMy papers ${mark}.\n--files\nContent-Type: text/plain; name="papers.txt"\nContent-Disposition: attachment; filename="papers.txt"\n\n${eicar}\n--files--`,
    )
    const copied = raw({ From: anAddress('copied'), Subject: `Copied ${mark}` }, `To two of your mailboxes ${mark}.`)
    const odd: [string | Buffer, string][] = [
      [aReport(answerId, lost, '4.4.7', 'delayed'), MAILBOX],
      [
        raw(
          { From: anAddress('away'), Subject: `Out of office: ${mark}`, 'Return-Path': '<>' },
          `Back on Monday ${mark}.`,
        ),
        MAILBOX,
      ],
      [
        raw(
          { From: anAddress('deep'), Subject: `Deep ${mark}`, 'Content-Type': 'text/html' },
          `${'<div>'.repeat(10_000)}deep words${'</div>'.repeat(10_000)}`,
        ),
        MAILBOX,
      ],
      [
        Buffer.concat([
          Buffer.from(
            raw(
              {
                From: anAddress('charset'),
                Subject: `Charset ${mark}`,
                'Content-Type': 'text/plain; charset=no-such-thing',
              },
              '',
            ).slice(0, -2),
          ),
          Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0xff, 0xfe, 0x0d, 0x0a]),
        ]),
        MAILBOX,
      ],
      [infected, MAILBOX],
      [copied, MAILBOX],
      [copied, OTHER_MAILBOX],
      [copied, MAILBOX],
      ...Array.from({ length: 8 }, (): [string, string] => [
        raw({ From: hiding, Subject: `Again ${mark}` }, `Your message is important to us ${mark}.`),
        MAILBOX,
      ]),
      ...Array.from({ length: 80 }, (_, n): [string, string] => [
        raw({ From: anAddress('someone'), Subject: `Question ${n} ${mark}` }, `Where do I park? ${n} ${mark}`),
        MAILBOX,
      ]),
    ]
    const sent = { mails: odd.length, isOver: false }
    const storm = (async () => {
      const waiting = [...odd]
      const line = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await world.send(...next)
      }
      await Promise.all(Array.from({ length: 6 }, line))
      sent.isOver = true
    })()

    // Meanwhile somebody works: the list is asked for again and again, and one conversation is opened and read.
    const took: number[] = []
    await nursePage.goto(`${server.url}/desk/inbox/all`)
    const working = (async () => {
      while (!sent.isOver || took.length < 20) took.push(await listMs())
    })()
    const opened = performance.now()
    await nursePage
      .getByRole('link')
      .filter({ hasText: `Lost ${mark}` })
      .first()
      .click()
    await nursePage.getByRole('log').getByText('May I bring my dog').waitFor(PATIENCE)
    const clickMs = performance.now() - opened
    await Promise.all([storm, working])
    const most = Math.max(LIST_P95_MS, SLOWER_MAX * p95Of(calm))
    expect(p95Of(took), `${took.length} lists`).toBeLessThan(most)
    expect(clickMs).toBeLessThan(10 * most)

    // Late is noted and changes nothing; only the final report fails the delivery and tells the agent.
    const delivery = async () =>
      (await timelineOf(lostId)).items.find(({ text }) => text.startsWith('Yes, gladly'))?.deliveries[0]
    expect(await delivery()).toMatchObject({ state: 'handed_over' })
    await world.send(aReport(answerId, lost, '5.1.1', 'failed'), MAILBOX)
    expect(await delivery()).toMatchObject({ state: 'failed', cause: 'bounced-5.1.1' })
    await nursePage.reload()
    await nursePage.getByText('this address does not exist').first().waitFor(PATIENCE)
    const notSent = await read<{ items: { id: string }[] }>('/conversations?view=not-sent')
    expect(notSent.items.map(({ id }) => id)).toContain(lostId)

    // No machine was answered by our machine: each person got one acknowledgement at most, machines none.
    await expect
      .poll(async () => (await read<{ oldestJobSeconds: number | null }>('/desk/status')).oldestJobSeconds, DRAINED)
      .toBeNull()
    const automatic = world.left
      .slice(leftBefore)
      .filter(({ mail }) => mail.headers.some(({ key }) => key === 'auto-submitted'))
    const perAddress = new Map<string, number>()
    for (const { to } of automatic) perAddress.set(to, (perAddress.get(to) ?? 0) + 1)
    expect(
      [...perAddress.values()].every((count) => count === 1),
      JSON.stringify([...perAddress]),
    ).toBe(true)
    expect([perAddress.get(honest), perAddress.get(hiding)]).toEqual([1, 1])
    expect([...perAddress.keys()].filter((to) => /^(away-|MAILER-DAEMON)/i.test(to))).toEqual([])
    expect(automatic.some(({ mail }) => mail.text?.includes(mark))).toBe(false)

    // Every mail is counted once: two first ones, two machine answers, the lost one, the storm, the last report.
    const after = await countsOf()
    const more = Object.fromEntries(
      Object.entries(after).map(([key, count]) => [key, count - before[key as keyof typeof before]]),
    )
    const seen = sent.mails + 6
    expect(more).toMatchObject({ seen, stored: seen - 4, duplicate: 1, setAside: 1, refused: 2 })

    // What is odd is where somebody looks for it.
    const odds = await Promise.all(
      ['Deep', 'Charset', 'Infected'].map(async (word) => {
        const { id } = await conversationOf(`${word} ${mark}`)
        return (await timelineOf(id)).items.find(({ direction }) => direction === 'in')
      }),
    )
    expect(odds[0]).toMatchObject({
      text: expect.stringContaining('deep words'),
      flags: expect.arrayContaining(['html_too_deep']),
    })
    expect(odds[1]?.flags).toContain('charset_doubtful')
    expect(odds[2]?.attachments).toMatchObject([{ verdict: 'infected' }])
    const copies = await read<{ items: unknown[] }>(
      `/conversations?view=all&search=${encodeURIComponent(`"Copied ${mark}"`)}`,
    )
    expect(copies.items).toHaveLength(2)

    // The storm stands in the list of what was set aside, in words, and is late when nobody took it within 15 minutes.
    const aside = await read<{ items: { id: string; cause: string; isLate: boolean }[] }>('/desk/set-aside')
    const storms = aside.items.filter(({ cause }) => cause === 'mail-storm')
    expect(storms).toMatchObject([{ isLate: false }])
    await inDatabaseOf(dataFolder, (tx) =>
      tx.run(
        `update set_aside set received_at = now() - interval '16 minutes' where organization_id = $1 and id = $2`,
        [organizationId, storms[0]?.id],
      ),
    )
    const { alarms } = await read<{ alarms: { cause: string }[] }>('/desk/status')
    expect(alarms.map(({ cause }) => cause)).toEqual(expect.arrayContaining(['mail-storm', 'set-aside-late']))
    await nursePage.goto(`${server.url}/desk/set-aside`)
    await nursePage.getByText('The same mail came more than five times within an hour').waitFor(PATIENCE)
  },
  TEST_MAX_MS,
)
