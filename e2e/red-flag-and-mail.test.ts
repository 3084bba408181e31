/** Journeys over the real product: a red flag at night (desk journey 2, portal) and a mail that is answered (journey 1, in part). */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { violationsOf } from './setup/accessible.ts'
import { openChromium } from './setup/chromium.ts'
import { aPatient, atTheDesk, headers, inThePortal, mailTo } from './setup/people.ts'

const { url, smtpPort } = inject('product')
let browser: Browser

beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser?.close())

test('desk journey 2: a red flag in the portal is answered at once and waits for a nurse, who accepts it', async () => {
  const nurse = await atTheDesk(browser, 'nurse')
  const page = await nurse.newPage()
  await page.goto(`${url}/desk`)
  await page.getByText('Unassigned').first().waitFor()
  expect(await violationsOf(page)).toEqual([])

  const before = ((await (await nurse.request.get(`${url}/api/alerts`)).json()) as unknown[]).length
  const portal = await inThePortal(browser, await aPatient(nurse, 'en'))

  const sent = await portal.request.post(`${url}/api/my/messages`, {
    headers,
    data: { messageId: randomUUID(), subject: 'Help', text: "my chest hurts and I can't breathe" },
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

  const alerts = (await (await nurse.request.get(`${url}/api/alerts`)).json()) as {
    id: string
    conversationId: string
  }[]
  expect(alerts.length).toBe(before + 1)
  const alert = alerts.find(({ conversationId }) => conversationId === answer.conversationId)
  await page
    .getByText(/can't breathe/)
    .first()
    .waitFor({ timeout: 5_000 })
  const accepted = await nurse.request.post(`${url}/api/alerts/${alert?.id}/accept`, { headers })
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
  expect((await nurse.request.post(`${url}/api/session/sign-out-everywhere`, { headers })).status()).toBe(200)
  expect((await nurse.request.get(`${url}/api/conversations`)).status()).toBe(401)
  await nurse.close()
  await portal.close()
})

test('desk journey 1, in part: a mail comes in over SMTP, is answered at the desk, and the answer leaves after the undo time', async () => {
  const agent = await atTheDesk(browser, 'agent')
  const { request } = agent
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
  expect((await mailTo(request, from)).text).toContain('We are open from 9 to 12')

  // A mail that shows a picture from elsewhere: neither this browser nor the server asks for it before a click, and then only the
  // server does, which lets nobody talk it into our own network.
  const hits: string[] = []
  const elsewhere = createServer(({ url: path }, response) => (hits.push(path ?? ''), response.end()))
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const picture = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/pixel.png`
  const html = `<p>Our new hours</p><img alt="Hours" src="${picture}"><img alt="Map" src="http://127.0.0.1/map.png">`
  await channels.sendMail({ from, to, subject: `${subject} in colour`, html })
  const laidOut = (await list()).find((row) => row.subject === `${subject} in colour`)
  const page = await agent.newPage()
  page.on('request', (one) => !one.url().startsWith(url) && hits.push(one.url()))
  await page.goto(`${url}/desk/inbox/all/${laidOut?.id}`)
  await page.getByRole('button', { name: 'Show as laid out' }).press('Enter')
  const frame = page.frameLocator('iframe')
  await frame.getByText('Our new hours').waitFor()
  await page.getByText('1 picture is not loaded. Its sender could see that it was.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Show pictures' }).press('Enter')
  await page.getByText('1 picture could not be loaded.').waitFor()
  expect(await frame.getByAltText('Hours').getAttribute('src')).toBeNull()
  expect(hits).toEqual([])
  elsewhere.close()
  await agent.close()
})
