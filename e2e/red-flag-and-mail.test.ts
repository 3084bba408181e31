/** Journeys over the real product: a red flag at night (desk journey 2, portal) and a mail that is answered (journey 1, in part). */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import nodemailer from 'nodemailer'
import { chromium, type APIRequestContext, type Browser, type BrowserContext } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { totpCode, totpStep } from '#server/modules/identity/index.ts'

const { url, smtpPort, staff } = inject('product')
const executablePath = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((place) => place && existsSync(place))
let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
})
afterAll(() => browser?.close())

/** Signs a member of staff in through the screens: password, then the code of the authenticator. */
async function atTheDesk(
  role: string,
): Promise<{ context: BrowserContext; page: Awaited<ReturnType<BrowserContext['newPage']>> }> {
  const person = staff.find((member) => member.role === role)
  if (!person) throw new Error(`nobody is a ${role}`)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${url}/desk`)
  await page
    .getByLabel(/e-?mail/i)
    .first()
    .fill(person.email)
  await page
    .getByLabel(/password/i)
    .first()
    .fill(person.password)
  await page.keyboard.press('Enter')
  // Six digits are sent as soon as they are there.
  await page
    .getByLabel(/code/i)
    .first()
    .fill(totpCode(Buffer.from(person.totpSecret, 'hex'), totpStep(new Date())))
  await page.getByText('Unassigned').first().waitFor()
  return { context, page }
}

/** The newest text of the local outbox to this address. */
async function newestMail(request: APIRequestContext, to: string): Promise<string> {
  for (let tries = 0; tries < 60; tries++) {
    const page = await (await request.get(`${url}/demo`)).text()
    const article = page.split('<article>').find((part) => part.includes(`To ${to},`))
    if (article) return article
    await sleep(250)
  }
  throw new Error('no mail came')
}

const headers = { origin: url }

test('desk journey 2: a red flag in the portal is answered at once and waits for a nurse, who accepts it', async () => {
  const nurse = await atTheDesk('nurse')
  const axe = await new AxeBuilder({ page: nurse.page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(axe.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([])

  const supervisor = await nurse.context.request.get(`${url}/api/alerts`)
  const before = ((await supervisor.json()) as unknown[]).length

  // A patient whose address the demonstration page names signs in with the code that was sent there.
  const portal = await browser.newContext()
  const listed = await (await portal.request.get(`${url}/demo`)).text()
  const [, contact = ''] = /<td>([^<]+@[^<]+)<\/td><td>en<\/td>/.exec(listed) ?? []
  const found = (await (
    await nurse.context.request.post(`${url}/api/patients/search`, { headers, data: { text: contact } })
  ).json()) as { items: { id: string; birthDate: string }[] }
  const patient = found.items[0]
  expect(patient, 'the address leads to a patient').toBeDefined()
  await portal.request.post(`${url}/api/sign-in/code`, { headers, data: { contact } })
  const [, code = ''] = /\b(\d{6})\b/.exec(await newestMail(portal.request, contact)) ?? []
  const entered = await portal.request.post(`${url}/api/sign-in/verify`, {
    headers,
    data: { contact, code, birthDate: patient?.birthDate },
  })
  expect(await entered.json()).toEqual({ step: { next: 'done' } })

  const sent = await portal.request.post(`${url}/api/my/messages`, {
    headers,
    data: { messageId: randomUUID(), text: "my chest hurts and I can't breathe" },
  })
  expect(sent.status(), await sent.text()).toBe(200)
  const answer = (await sent.json()) as { conversationId: string; emergency: { text: string } | null }
  expect(answer.emergency?.text).toContain('911')
  const seen = (await (await portal.request.get(`${url}/api/my/conversations/${answer.conversationId}`)).json()) as {
    conversation: { alert: string }
    messages: { isEmergencyText: boolean }[]
  }
  expect(seen.conversation.alert).toBe('unread')
  expect(seen.messages.some(({ isEmergencyText }) => isEmergencyText)).toBe(true)

  const alerts = (await (await nurse.context.request.get(`${url}/api/alerts`)).json()) as {
    id: string
    conversationId: string
  }[]
  expect(alerts.length).toBe(before + 1)
  const alert = alerts.find(({ conversationId }) => conversationId === answer.conversationId)
  await nurse.page
    .getByText(/can't breathe/)
    .first()
    .waitFor({ timeout: 5_000 })
  const accepted = await nurse.context.request.post(`${url}/api/alerts/${alert?.id}/accept`, { headers })
  expect(accepted.status()).toBe(200)
  const after = (await (await portal.request.get(`${url}/api/my/conversations/${answer.conversationId}`)).json()) as {
    conversation: { alert: string }
  }
  expect(after.conversation.alert).toBe('accepted')

  // The same conversation with a random id and another patient's eyes gives the same answer: not there.
  const foreign = await portal.request.get(`${url}/api/my/conversations/${randomUUID()}`)
  expect(foreign.status()).toBe(404)

  // A write that leans on the cookie alone is refused; so is everything once the person signed out.
  const foreignSite = await portal.request.post(`${url}/api/my/messages`, {
    headers: { origin: 'https://evil.example' },
    data: {},
  })
  expect(foreignSite.status()).toBe(403)
  const devices = (await (await portal.request.get(`${url}/api/session/devices`)).json()) as {
    sessionId: string
    isThisOne: boolean
  }[]
  const here = devices.find(({ isThisOne }) => isThisOne)
  expect((await portal.request.post(`${url}/api/session/devices/${here?.sessionId}/end`, { headers })).status()).toBe(
    200,
  )
  expect((await portal.request.get(`${url}/api/my/conversations`)).status()).toBe(401)
  expect((await nurse.context.request.post(`${url}/api/session/sign-out-everywhere`, { headers })).status()).toBe(200)
  expect((await nurse.context.request.get(`${url}/api/conversations`)).status()).toBe(401)
  await nurse.context.close()
  await portal.close()
})

test('desk journey 1, in part: a mail comes in over SMTP, is answered at the desk, and the answer leaves after the undo time', async () => {
  const agent = await atTheDesk('agent')
  const request = agent.context.request
  const channels = nodemailer.createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true })
  const mailbox = /care@[\w.-]+|[\w.+-]+@lindenbrook\.example/
  const status = (await (await request.get(`${url}/api/desk/status`)).json()) as { mailboxes: { source: string }[] }
  const to =
    status.mailboxes.map(({ source }) => source.replace('email:', '')).find((address) => mailbox.test(address)) ??
    'care@lindenbrook.example'
  const subject = `A question ${randomUUID().slice(0, 8)}`
  const from = `stranger-${randomUUID().slice(0, 8)}@example.org`
  await channels.sendMail({ from, to, subject, text: 'When are you open on Saturday?' })

  const list = async () =>
    (
      (await (await request.get(`${url}/api/conversations?view=all`)).json()) as {
        items: { id: string; subject: string }[]
      }
    ).items
  const conversation = (await list()).find((row) => row.subject === subject)
  expect(conversation).toBeDefined()
  const id = conversation?.id ?? ''
  const detail = (await (await request.get(`${url}/api/conversations/${id}`)).json()) as { lastSeq: number }
  const sent = await request.post(`${url}/api/conversations/${id}/messages`, {
    headers,
    data: {
      messageId: randomUUID(),
      mode: 'reply',
      text: 'We are open from 9 to 12 on Saturday.',
      seenSeq: detail.lastSeq,
    },
  })
  expect(sent.status()).toBe(200)

  // The answer is held for the undo time and then leaves; its Message-ID carries the token.
  let answered: { direction: string; deliveries: { state: string }[] } | undefined
  for (let tries = 0; tries < 80 && answered?.deliveries[0]?.state !== 'handed_over'; tries++) {
    await sleep(250)
    const { items } = (await (await request.get(`${url}/api/conversations/${id}/messages`)).json()) as {
      items: { direction: string; text: string; deliveries: { state: string }[] }[]
    }
    answered = items.find(({ text }) => text.startsWith('We are open'))
  }
  expect(answered?.deliveries[0]?.state).toBe('handed_over')
  expect(await newestMail(request, from)).toContain('We are open from 9 to 12')
  await agent.context.close()
})
