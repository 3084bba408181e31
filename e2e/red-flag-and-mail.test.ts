/** Journeys over the real product: a red flag at night (desk journey 2, portal), a mail that is answered (1, in part), the front desk (9, its half). */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import nodemailer from 'nodemailer'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { awkwardTargetsOf, sidewaysOf, violationsOf } from './setup/accessible.ts'
import { aContext, openChromium } from './setup/chromium.ts'
import { aPatient, atTheDesk, headers, inThePortal, mailTo } from './setup/people.ts'
import { organizationId } from './setup/sessions.ts'
import { inDatabaseOf } from './setup/time.ts'

const { url, smtpPort, dataFolder } = inject('product')
const PATIENCE = { timeout: 30_000 }
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
  // The band asks by itself only every ten seconds; the news is faster, also on a machine where each question takes its time.
  const asked = performance.now()
  await nurse.request.get(`${url}/api/alerts`)
  const timeout = Math.max(5_000, 20 * (performance.now() - asked))
  await page
    .getByText(/can't breathe/)
    .first()
    .waitFor({ timeout })
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

test('trust-D64, D6 a red flag whose words are not open to a nurse stands above her desk without them; she accepts it and is led nowhere', async () => {
  const nurse = await atTheDesk(browser, 'nurse')
  const patient = await aPatient(nurse, 'en')
  const portal = await inThePortal(browser, patient)
  const mark = `labelled${randomUUID().slice(0, 8)}`
  const asked = await portal.request.post(`${url}/api/my/messages`, {
    headers,
    data: { messageId: randomUUID(), subject: mark, text: 'Where do I park?' },
  })
  const { conversationId } = (await asked.json()) as { conversationId: string }
  const label = `update conversation set labels = '{HIV}' where organization_id = $1 and id = $2`
  await inDatabaseOf(dataFolder, (tx) => tx.run(label, [organizationId, conversationId]))
  const page = await nurse.newPage()
  await page.goto(`${url}/desk/inbox/all`)
  const band = page.getByRole('region', { name: 'Red flags that nobody has accepted' })
  await band.waitFor({ state: 'attached' })
  const words = `${mark} my chest hurts and I can't breathe`
  const data = { messageId: randomUUID(), conversationId, text: words }
  expect((await portal.request.post(`${url}/api/my/messages`, { headers, data })).status()).toBe(200)

  // Her socket is told nothing of this conversation: the band asks by itself.
  const line = band.getByRole('listitem').filter({ hasText: 'In a conversation that is not open to you' })
  await line.waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  expect(await page.content()).not.toContain(mark)
  expect(await line.textContent()).not.toContain(patient.name)
  expect(await line.getByRole('link').count()).toBe(0)
  const place = page.url()
  await line.getByRole('button', { name: 'Accept' }).click()
  await expect.poll(() => line.count(), PATIENCE).toBe(0)
  expect(page.url()).toBe(place)
  expect((await nurse.request.get(`${url}/api/conversations/${conversationId}`)).status()).toBe(404)
  const seen = (await (await portal.request.get(`${url}/api/my/conversations/${conversationId}`)).json()) as {
    conversation: { alert: string }
  }
  expect(seen.conversation.alert).toBe('accepted')
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
  const stateOfAnswer = async () => {
    const { items } = (await (await request.get(`${url}/api/conversations/${id}/messages`)).json()) as {
      items: { direction: string; text: string; deliveries: { state: string }[] }[]
    }
    return items.find(({ text }) => text.startsWith('We are open'))?.deliveries[0]?.state
  }
  await expect.poll(stateOfAnswer, PATIENCE).toBe('handed_over')
  // Beside it stands the acknowledgement of the mail, before it or after it.
  await mailTo(request, from, { says: /We are open from 9 to 12/ })

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
  await page.getByText('1 picture is not loaded: its sender would see it.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Show pictures' }).press('Enter')
  await page.getByText('1 picture could not be loaded.').waitFor()
  expect(await frame.getByAltText('Hours').getAttribute('src')).toBeNull()
  expect(hits).toEqual([])
  elsewhere.close()
  await agent.close()
})

/** The screens of a waiting room, on the smallest of screens and in words of twice the size. */
async function expectRoomOnPhone(page: Page, where: string) {
  const own = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sidewaysOf(page), where).toEqual([])
  if (own) await page.setViewportSize(own)
}

test('desk-D64 a double click calls one person, and a double tap at the kiosk answers one question', async () => {
  const desk = await atTheDesk(browser, 'front_desk', { which: 1 })
  const ask = async <T>(path: string, data?: object): Promise<T> =>
    (await (data ? desk.request.post(url + path, { headers, data }) : desk.request.get(url + path)).then((answer) => answer.json())) as T // prettier-ignore
  const { sites } = await ask<{ sites: { id: string; name: string }[] }>('/api/organization')
  const siteId = sites.find(({ name }) => name === 'Maple Grove Family Clinic')?.id ?? ''
  for (let walkIn = 0; walkIn < 2; walkIn++)
    await ask(`/api/front-desk/${siteId}/turns`, { messageId: randomUUID(), reason: 'visit', language: 'en' })
  const called = async () =>
    (await ask<{ items: { state: string }[] }>(`/api/front-desk/${siteId}/turns`)).items.filter(
      ({ state }) => state === 'called',
    ).length
  const before = await called()
  await desk.addCookies([{ name: 'front-desk-place', value: `${siteId}~Room%207`, url: `${url}/desk` }])
  const page = await desk.newPage()
  await page.goto(`${url}/desk/front-desk`)
  await page.getByRole('button', { name: 'Call next' }).dblclick()
  await page.getByText('is called now').waitFor(PATIENCE)
  await page.getByRole('button', { name: 'Call next' }).and(page.locator(':not([aria-busy])')).waitFor(PATIENCE)
  expect(await called()).toBe(before + 1)

  const device = { siteId, kind: 'kiosk', name: `Journey ${randomUUID().slice(0, 8)}` }
  const { link } = await ask<{ link: string }>('/api/front-desk/devices', device)
  const context = await aContext(browser, { viewport: { width: 1080, height: 1500 } })
  const kiosk = await context.newPage()
  await kiosk.goto(link)
  const first = kiosk.getByRole('button', { name: 'English' })
  await first.waitFor(PATIENCE)
  const { x, y } = (await first.boundingBox())!
  await kiosk.mouse.dblclick(x + 20, y + 20)
  expect(await kiosk.getByRole('heading').textContent()).toBe('How can we help?')
  await expectRoomOnPhone(kiosk, 'kiosk in English')
  await Promise.all([desk, context].map((one) => one.close()))
})

test('desk-D64 journey 9: a patient checks in at the kiosk, is called on the display without a name, and it is one conversation', async () => {
  const desk = await atTheDesk(browser, 'front_desk', { which: 1 })
  const patient = await aPatient(desk, 'es')
  const portal = await inThePortal(browser, patient)
  const data = { messageId: randomUUID(), subject: 'Mi cita', text: '¿Puedo llevar a mi hija a la cita?' }
  const written = await portal.request.post(`${url}/api/my/messages`, { headers, data })
  const { conversationId } = (await written.json()) as { conversationId: string }
  const ask = async <T>(path: string, body?: object): Promise<T> =>
    (await (body ? desk.request.post(url + path, { headers, data: body }) : desk.request.get(url + path)).then((answer) => answer.json())) as T // prettier-ignore
  const { sites } = await ask<{ sites: { id: string; name: string }[] }>('/api/organization')
  const siteId = sites.find(({ name }) => name === 'Harbor Street Clinic')?.id ?? ''
  const { code } = await ask<{ code: string }>('/api/front-desk/check-in-codes', {
    patientId: patient.id,
    method: 'document-in-person',
  })
  const open = async (kind: string) => {
    const device = { siteId, kind, name: `Journey ${randomUUID().slice(0, 8)}` }
    const { link } = await ask<{ link: string }>('/api/front-desk/devices', device)
    const context = await aContext(browser, { viewport: { width: 1080, height: 1500 } })
    const page = await context.newPage()
    await page.clock.install()
    await page.goto(link)
    return { context, page }
  }

  const kiosk = await open('kiosk')
  const press = (name: string | RegExp) => kiosk.page.getByRole('button', { name, exact: true }).click()
  const pages = await kiosk.page.evaluate(() => history.length)
  await expectRoomOnPhone(kiosk.page, 'kiosk')
  await press('Español')
  expect(await violationsOf(kiosk.page)).toEqual([])
  expect(await awkwardTargetsOf(kiosk.page)).toEqual([])
  await expectRoomOnPhone(kiosk.page, 'kiosk: reasons')
  await press('Tengo una cita')
  await press('Sí, tengo un código')
  // A scanner types as a keyboard does.
  await kiosk.page.locator('input:focus').waitFor(PATIENCE)
  await expectRoomOnPhone(kiosk.page, 'kiosk: code')
  await kiosk.page.keyboard.type(code)
  await kiosk.page.keyboard.press('Enter')
  await kiosk.page.getByRole('heading', { name: '¿Cuándo nació?' }).waitFor(PATIENCE)
  // The order is the country's; each field says what it is.
  const [year = '', month = '', day = ''] = patient.birthDate.split('-')
  const typed: Record<string, string> = { Día: day, Mes: month, Año: year }
  for (const label of await kiosk.page.locator('.field label').allTextContents())
    for (const digit of typed[label] ?? '') await press(digit)
  await expectRoomOnPhone(kiosk.page, 'kiosk: birth date')
  await press('Seguir')
  await kiosk.page.getByRole('heading', { name: 'Su número' }).waitFor(PATIENCE)
  await expectRoomOnPhone(kiosk.page, 'kiosk: number')
  const number = (await kiosk.page.locator('.number').textContent()) ?? ''
  expect(number).toMatch(/^A-\d{3}$/)
  expect(await kiosk.page.content()).not.toContain(patient.name)
  // What the desk does now may take longer than the kiosk waits for somebody.
  await kiosk.page.clock.pauseAt((await kiosk.page.evaluate(() => Date.now())) + 1_000)

  await desk.addCookies([{ name: 'front-desk-place', value: `${siteId}~Room%207`, url: `${url}/desk` }])
  const page = await desk.newPage()
  await page.goto(`${url}/desk/front-desk`)
  const row = page.getByRole('listitem').filter({ hasText: number })
  await row.getByRole('link', { name: patient.name }).waitFor(PATIENCE)
  expect(await row.getByRole('link').getAttribute('href')).toContain(conversationId)
  expect(await violationsOf(page)).toEqual([])
  await row.getByRole('button', { name: 'Call', exact: true }).click()

  const display = await open('display')
  await display.page.clock.resume()
  const shown = display.page.getByRole('listitem').filter({ hasText: number })
  await shown.filter({ hasText: 'Room 7' }).waitFor(PATIENCE)
  const names = patient.name.split(' ')
  for (const name of names) expect(await display.page.content()).not.toContain(name)
  await expectRoomOnPhone(display.page, 'display')
  expect(await violationsOf(display.page)).toEqual([])
  await row.getByRole('button', { name: 'Serve' }).click()
  await row.getByRole('button', { name: 'Done' }).click()
  await row.waitFor({ state: 'detached', ...PATIENCE })

  // Nobody touches the kiosk: it asks, then nothing of the person is left in page, storage or history.
  const isAsked = kiosk.page.getByRole('dialog', { name: '¿Sigue ahí?' })
  await kiosk.page.clock.runFor(46_000)
  await isAsked.waitFor(PATIENCE)
  await kiosk.page.clock.runFor(46_000)
  await kiosk.page.getByRole('button', { name: 'English' }).waitFor(PATIENCE)
  expect(await kiosk.page.content()).not.toContain(number)
  const kept = await kiosk.page.evaluate(async () => [localStorage.length, sessionStorage.length, history.length, document.cookie, (await caches.keys()).length, (await indexedDB.databases()).length, location.hash]) // prettier-ignore
  expect(kept).toEqual([0, 0, pages, '', 0, 0, ''])
  await Promise.all([desk, portal, kiosk.context, display.context].map((context) => context.close()))
})
