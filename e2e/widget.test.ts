/** The chat on a web site of somebody else, through the whole product: desk-D65, and desk journeys 1 and 2 over the chat. */
import { createHmac, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import type { Browser, BrowserContext, BrowserContextOptions, Frame, Locator, Page } from 'playwright'
import PostalMime, { type Email } from 'postal-mime'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { sidewaysOf, violationsOf } from './setup/accessible.ts'
import { mayBreak } from './setup/breaches.ts'
import { openChromium } from './setup/chromium.ts'
import { openHostSite, type HostSite } from './setup/host-site.ts'
import { aPatient, atTheDesk, headers, mailTo, outbox } from './setup/people.ts'
import { screenshot } from './setup/screenshot.ts'
import { ladderMinuteOver } from './setup/time.ts'

const { url, smtpPort, dataFolder } = inject('product')
let browser: Browser
let agent: BrowserContext
let site: HostSite
let widget: { widgetKey: string; identitySecret: string; scriptTag: string }

beforeAll(async () => {
  browser = await openChromium()
  agent = await atTheDesk(browser, 'agent', { which: 1 })
  site = await openHostSite({ product: url }, () => widget.widgetKey)
  const administrator = await atTheDesk(browser, 'administrator')
  const saved = await administrator.request.post(`${url}/api/widget/origins`, {
    headers,
    data: { origins: [site.origin] },
  })
  expect(saved.status(), await saved.text()).toBe(200)
  widget = (await saved.json()) as typeof widget
  await administrator.close()
})
afterAll(async () => {
  await site?.stop()
  await browser?.close()
})

type Chat = { context: BrowserContext; page: Page; frame: Frame }

/** The host page in a browser of its own, with the chat closed. */
async function visit(options: BrowserContextOptions = {}, attributes: Record<string, string> = {}): Promise<Chat> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(site.page(attributes))
  return { context, page, frame: await chatOf(page) }
}

async function chatOf(page: Page): Promise<Frame> {
  const frame = () => page.frames().find((one) => one.url().startsWith(`${url}/widget/frame.html`))
  await expect.poll(frame, { timeout: 20_000 }).toBeDefined()
  await frame()!.locator('.launch').waitFor()
  return frame()!
}

/** By keyboard: the browser drops a click into a frame that has just moved, and an answer makes the button wider. */
const launch = (frame: Frame) => frame.locator('.launch').press('Enter')

async function say(frame: Frame, text: string) {
  await frame.getByRole('textbox').first().fill(text)
  await frame.getByRole('textbox').first().press('Enter')
}

const line = (frame: Frame, text: string | RegExp) =>
  frame.getByRole('log').getByRole('listitem').filter({ hasText: text })

type Row = { id: string; lastWords: string; identityLevel: string; language: string; alertOpen: boolean }
async function conversationWith(words: string): Promise<Row> {
  let found: Row | undefined
  await expect
    .poll(
      async () => {
        const answer = await agent.request.get(`${url}/api/conversations?view=all`)
        found = ((await answer.json()) as { items: Row[] }).items.find(({ lastWords }) => lastWords.includes(words))
        return found
      },
      { timeout: 20_000 },
    )
    .toBeDefined()
  return found!
}

type Said = { text: string; direction: string; channel: string; at: string }
async function messagesOf(id: string): Promise<Said[]> {
  const answer = await agent.request.get(`${url}/api/conversations/${id}/messages`)
  return ((await answer.json()) as { items: Said[] }).items
}

test('desk-D65 the chat works on another origin, and neither host style nor host policy breaks it', async () => {
  const { context, page, frame } = await visit({ viewport: { width: 1280, height: 800 } })
  const complaints: string[] = []
  page.on('console', (message) => /Content Security Policy/i.test(message.text()) && complaints.push(message.text()))

  // Closed it is a button where it belongs, as large as it should be, whatever the host's style sheet says of frames.
  const closed = await page.locator('body > div').last().boundingBox()
  expect(closed?.height).toBe(56)
  expect(closed!.x + closed!.width).toBeGreaterThan(1200)

  await frame.getByRole('button', { name: 'Chat with us' }).click()
  await frame.getByRole('heading', { name: /^Chat with .+/ }).waitFor()
  await frame.getByRole('link', { name: 'Emergency? Call 911 now.' }).waitFor()
  await frame.getByRole('button', { name: 'Talk to a person' }).waitFor()
  const fontSize = await frame
    .getByRole('button', { name: 'Send' })
    .evaluate((button) => getComputedStyle(button).fontSize)
  expect(parseFloat(fontSize)).toBeGreaterThan(15)
  // The host makes room when the frame has told it.
  const size = async () => {
    const open = await page.locator('body > div').last().boundingBox()
    return [open?.width, open?.height]
  }
  await expect.poll(size).toEqual([384, 640])

  const sent = page.waitForRequest('**/rpc/widget/send')
  await say(frame, 'Do you have parking?')
  await line(frame, 'Do you have parking?').waitFor()
  await expect.poll(() => frame.getByText('Not sent yet').count(), { timeout: 20_000 }).toBe(0)
  await screenshot(page, 'widget')

  // No cookie and no storage of the host's, and nothing of ours in its page but one element.
  expect(await context.cookies(site.origin)).toEqual([])
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0])
  expect(await page.evaluate(() => Object.keys(window).filter((name) => /bedside/i.test(name)))).toEqual([])
  // What opens the chat is a random secret beside the id.
  expect((await sent).headers()['x-visitor']).toMatch(/^[0-9a-f-]{36}:[0-9a-f]{32}\.[\w-]{43}$/)
  expect(complaints).toEqual([])
  await context.close()
})

test('desk-D65 trust-D61 only registered sites may hold the frame, and what they say is believed from their own window only', async () => {
  const policyFor = async (key: string) =>
    (await agent.request.get(`${url}/widget/frame.html?key=${key}`)).headers()['content-security-policy'] ?? ''
  expect(await policyFor(widget.widgetKey)).toContain(`frame-ancestors 'self' ${site.origin};`)
  expect(await policyFor('0'.repeat(32) + '.' + randomUUID())).toContain("frame-ancestors 'self';")

  // A page of an unregistered origin gets an empty frame.
  mayBreak(/frame-ancestors/)
  const stranger = await openHostSite({ product: url }, () => widget.widgetKey)
  const context = await browser.newContext()
  const page = await context.newPage()
  const refused = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()))
  await page.goto(stranger.page())
  await refused
  await context.close()
  await stranger.stop()

  // What did not come from the chat moves nothing in the host; what did not come from the host tells the chat nothing.
  const own = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await own.addInitScript(() => {
    if (location.pathname === '/widget/frame.html')
      setInterval(() => postMessage({ bedside: 'settings', language: 'ar' }, '*'), 2)
  })
  const host = await own.newPage()
  await host.goto(site.page())
  const frame = await chatOf(host)
  await host.evaluate(() => postMessage({ bedside: 'size', isOpen: true, width: 400 }, '*'))
  await host.evaluate(() => new Promise(requestAnimationFrame))
  expect((await host.locator('body > div').last().boundingBox())?.height).toBe(56)
  expect(await frame.evaluate(() => document.documentElement.lang)).toBe('en')
  await own.close()
})

test('desk-D65 keyboard alone, a screen reader, 320 px and right to left', async () => {
  const { context, page, frame } = await visit({ viewport: { width: 320, height: 640 }, locale: 'ar' })
  expect(await frame.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    'ar',
    'rtl',
  ])
  await frame.locator('.launch').focus()
  await page.keyboard.press('Enter')
  await frame.getByRole('heading', { level: 1 }).waitFor()
  // The focus is in the field; what is typed is sent by Enter.
  await frame.locator('#text:focus').waitFor()
  await page.keyboard.type('مرحبا')
  await page.keyboard.press('Enter')
  await line(frame, 'مرحبا').waitFor()
  await frame.locator('.presence').waitFor()
  expect(await violationsOf(page)).toEqual([])
  expect(await sidewaysOf(frame)).toEqual([])

  // Each control can be reached by Tab, and "who I am" is a dialog of its own that leads back.
  await frame.getByRole('button', { name: 'أخبرنا من أنت' }).focus()
  await page.keyboard.press('Enter')
  await frame.locator('input:focus').waitFor()
  await page.keyboard.type('ana@example.org')
  expect(await violationsOf(page)).toEqual([])
  expect(await sidewaysOf(frame)).toEqual([])
  await frame.getByRole('button', { name: 'رجوع' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => frame.evaluate(() => document.activeElement?.id)).toBe('text')
  await page.keyboard.press('Escape')
  await frame.locator('.launch').waitFor()
  await expect.poll(() => frame.evaluate(() => document.activeElement?.className)).toBe('launch')
  await context.close()

  const spanish = await visit({ viewport: { width: 320, height: 640 }, locale: 'es' })
  await launch(spanish.frame)
  await spanish.frame.locator('.presence').waitFor()
  expect(await sidewaysOf(spanish.frame)).toEqual([])
  await spanish.context.close()
})

test('understanding-D16 D57 a question in Arabic is answered within seconds: a person reads it, an interpreter, the number, and the English below', async () => {
  const { context, page, frame } = await visit({ viewport: { width: 320, height: 640 }, locale: 'ar' })
  await launch(frame)
  await frame.locator('#text:focus').waitFor()
  await page.keyboard.type('متى تفتح العيادة يوم الاثنين وهل يوجد موقف للسيارات؟')
  await page.keyboard.press('Enter')
  await line(frame, 'موقف للسيارات').waitFor()
  const promise = line(frame, 'هذه رسالة آلية')
  await promise.waitFor()
  await promise.getByText('A person on our team will read this and answer here.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  // Once: a second question waits for the person.
  await page.keyboard.type('أين يقع المدخل؟')
  await page.keyboard.press('Enter')
  await line(frame, 'أين يقع المدخل').waitFor()
  const row = await conversationWith('أين يقع المدخل')
  expect(row.language).toBe('ar')
  expect((await messagesOf(row.id)).filter(({ text }) => text.includes('هذه رسالة آلية'))).toHaveLength(1)
  await context.close()
})

test('understanding section 4: an empty chat offers what most people ask for; a figure sends it, and then it is gone', async () => {
  const { context, page, frame } = await visit({ viewport: { width: 320, height: 640 } })
  await launch(frame)
  const group = frame.getByRole('group', { name: 'Answers you can press' })
  await group.getByRole('button', { name: 'Book a visit' }).waitFor()
  expect(await group.getByRole('button').count()).toBe(4)
  expect(await violationsOf(page)).toEqual([])
  expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await group.getByRole('button', { name: 'Book a visit' }).focus()
  await page.keyboard.press('2')
  await line(frame, 'Refill a medicine').first().waitFor()
  await line(frame, 'Which medicine is it?').waitFor()
  expect(await group.getByRole('button', { name: 'Book a visit' }).count()).toBe(0)
  await context.close()
})

test('desk-D55 a visitor chooses files by keyboard, stops one, is told why another is not taken, and the desk gets the photo', async () => {
  const { context, page, frame } = await visit({ viewport: { width: 320, height: 640 } })
  await launch(frame)
  // The first file does not get through until it is stopped.
  let isStuck = true
  await context.route('**/files', (route) => (isStuck ? undefined : route.continue()))
  const chooser = page.waitForEvent('filechooser')
  await frame.getByLabel('Add a file').focus()
  await page.keyboard.press('Enter')
  const photo = { name: 'rash.png', mimeType: 'image/png', buffer: await page.screenshot() }
  await (await chooser).setFiles([photo])
  const files = frame.getByRole('list', { name: 'Files' })
  await files.getByRole('progressbar', { name: 'Sending the file' }).waitFor()
  const mark = randomUUID()
  await say(frame, `See the photo ${mark}`)
  await frame.getByText('Your file is still on its way.').waitFor()
  await files.getByRole('button', { name: 'Remove rash.png' }).press('Enter')
  await files.waitFor({ state: 'hidden' })
  await frame.getByText('Your file is still on its way.').waitFor({ state: 'hidden' })
  isStuck = false

  const notAFile = { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from('<!doctype html><p>hello</p>') }
  await frame.getByLabel('Add a file').setInputFiles([photo, notAFile])
  await files.getByRole('alert').getByText('We can not take this file. Send a photo').waitFor()
  expect(await violationsOf(page)).toEqual([])
  expect(await sidewaysOf(frame)).toEqual([])
  await files.getByRole('button', { name: 'Remove page.html' }).press('Enter')
  // The photo may be on its way longer than the other was refused.
  await expect.poll(() => files.getByRole('progressbar').count()).toBe(0)
  await frame.getByRole('textbox').first().press('Enter')
  await line(frame, mark).getByRole('button', { name: 'rash.png' }).waitFor()
  const saved = page.waitForEvent('download')
  await line(frame, mark).getByRole('button', { name: 'rash.png' }).press('Enter')
  expect((await saved).suggestedFilename()).toBe('rash.png')

  const { id } = await conversationWith(mark)
  const answer = await agent.request.get(`${url}/api/conversations/${id}/messages`)
  const [message] = ((await answer.json()) as { items: { attachments: { id: string; name: string }[] }[] }).items
  expect(message?.attachments).toMatchObject([{ name: 'rash.png', verdict: 'clean' }])
  const file = await agent.request.get(`${url}/files/${message?.attachments[0]?.id}`)
  expect(file.headers()['content-type']).toBe('image/png')
  await context.close()
})

test('desk-D65 trust-D57 after twenty messages a minute the draft stays with its writer; a red flag is never refused', async () => {
  const { context, page, frame } = await visit()
  await launch(frame)
  const first = page.waitForRequest('**/rpc/widget/send')
  await say(frame, 'the first of many')
  await line(frame, 'the first of many').waitFor()
  const asVisitor = { ...headers, 'x-visitor': (await first).headers()['x-visitor'] ?? '' }
  const send = (text: string) =>
    agent.request.post(`${url}/api/widget/messages`, { headers: asVisitor, data: { messageId: randomUUID(), text } })
  // Ten thousand characters are the most.
  expect((await send('a'.repeat(10_001))).status()).toBe(422)
  expect(await frame.getByRole('textbox').first().getAttribute('maxlength')).toBe('10000')

  // The count begins anew with each minute, so a minute that ends just now is filled again.
  let sent = 2
  const slowDown = frame.getByText(/That was a lot at once/)
  for (let tries = 0; tries < 3 && !(await slowDown.isVisible()); tries++) {
    while ((await send(`number ${++sent}`)).status() === 200) expect(sent).toBeLessThan(100)
    await say(frame, `one too many, ${tries}`)
    await slowDown
      .or(line(frame, `one too many, ${tries}`))
      .first()
      .waitFor()
    await expect.poll(() => frame.getByText('Not sent yet').count()).toBe(0)
  }
  await slowDown.waitFor()
  expect(sent).toBeGreaterThanOrEqual(20)
  expect(await frame.getByRole('textbox').first().inputValue()).toMatch(/^one too many/)
  expect((await send("my chest hurts and I can't breathe")).status()).toBe(200)
  await context.close()
})

test('desk-D65 without a connection the composer stays; what was written leaves once when it is back', async () => {
  const { context, page, frame } = await visit()
  await launch(frame)
  const mark = randomUUID()
  // News may bring the line to the screen before the answer to its sending: only then nothing waits any more.
  const sent = page.waitForResponse('**/rpc/widget/send')
  await say(frame, `before ${mark}`)
  await line(frame, `before ${mark}`).waitFor()
  await (await sent).finished()

  await context.setOffline(true)
  await frame.getByText(/No connection/).waitFor()
  await say(frame, `while away, one ${mark}`)
  await say(frame, `while away, two ${mark}`)
  await frame.getByText('Not sent yet (2). We keep trying.').waitFor()
  await context.setOffline(false)
  await line(frame, `while away, two ${mark}`).waitFor()
  await expect.poll(() => frame.getByText(/Not sent yet/).count(), { timeout: 30_000 }).toBe(0)
  const { id } = await conversationWith(`while away, two ${mark}`)
  const texts = (await messagesOf(id)).filter(({ text }) => text.includes(mark)).map(({ text }) => text)
  expect(texts).toEqual([`before ${mark}`, `while away, one ${mark}`, `while away, two ${mark}`])

  // A page that is loaded afresh goes on where it was: here the browser gives a frame of another site no storage.
  await page.reload()
  const again = await chatOf(page)
  await launch(again)
  await line(again, `while away, one ${mark}`).waitFor()
  await context.close()
})

test('a send whose answer is lost, a double press and two tabs at once make one message each, in one conversation', async () => {
  const { context, page, frame } = await visit()
  await launch(frame)
  const mark = randomUUID()
  // The first answer is lost on its way: the server has stored the message, and the chat does not know.
  let lost = 0
  await context.route('**/rpc/widget/send', async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  // Nor is it told otherwise before it has tried again: news would end the waiting.
  await context.route('**/rpc/widget/messages', (route) => (lost === 1 ? route.abort() : route.continue()))
  await say(frame, `lost answer ${mark}`)
  await line(frame, `lost answer ${mark}`).waitFor()
  await expect.poll(() => lost, { timeout: 30_000 }).toBeGreaterThan(1)
  await frame.getByRole('textbox').first().fill(`pressed twice ${mark}`)
  await frame.getByRole('button', { name: 'Send' }).dblclick()
  await line(frame, `pressed twice ${mark}`).waitFor()

  const tab = await context.newPage()
  await tab.goto(site.page())
  const other = await chatOf(tab)
  await launch(other)
  await line(other, `lost answer ${mark}`).waitFor()
  await Promise.all([say(frame, `from tab one ${mark}`), say(other, `from tab two ${mark}`)])
  // Each tab shows the other's words without being loaded again.
  await line(frame, `from tab two ${mark}`).waitFor()
  await line(other, `from tab one ${mark}`).waitFor()
  const { id } = await conversationWith(mark)
  const texts = (await messagesOf(id)).filter(({ direction }) => direction === 'in').map(({ text }) => text)
  expect(texts.toSorted()).toEqual(
    [`from tab one ${mark}`, `from tab two ${mark}`, `lost answer ${mark}`, `pressed twice ${mark}`].toSorted(),
  )
  await page.close()
  await context.close()
})

test('desk journey 1, desk-D45: Spanish in the chat, matched, verified by code, answered at the desk, continued by mail, and only by its own sender', async () => {
  const patient = await aPatient(agent, 'es')
  const mark = randomUUID().slice(0, 8)
  const identity = identityToken({
    email: patient.contact,
    exp: Math.floor(Date.now() / 1000) + 600,
    aud: widget.widgetKey,
  })
  const { context, page, frame } = await visit({ locale: 'es-MX' }, { 'identity-token': identity })
  await launch(frame)
  await say(frame, `Hola, quisiera saber si puedo cambiar mi cita para la próxima semana. ${mark}`)
  await line(frame, mark).waitFor()
  const row = await conversationWith(mark)
  expect(row).toMatchObject({ identityLevel: 'matched', language: 'es' })

  // The code goes to the address on file, never to one the visitor names for the first time.
  await frame.getByRole('button', { name: 'Decir quién soy' }).click()
  await frame.getByLabel(/Correo/).fill(patient.contact)
  await frame.getByLabel(/nacimiento/).fill(patient.birthDate)
  const asked = Date.now()
  await frame.getByRole('button', { name: /código/i }).click()
  const { text: codeMail } = await mailTo(context.request, patient.contact, { after: asked, says: /\b\d{6}\b/ })
  await frame.getByLabel(/6/).fill(/\b\d{6}\b/.exec(codeMail)?.[0] ?? '')
  await frame.locator('.identity button[type=submit]').click()
  await frame.getByText(/Ya sabemos quién es/).waitFor()
  expect(await conversationWith(mark)).toMatchObject({ identityLevel: 'verified' })

  // Live both ways: the desk sees the visitor write, the visitor sees the desk write and then the answer.
  const desk = await agent.newPage()
  await desk.goto(`${url}/desk/inbox/all/${row.id}`)
  await desk.getByRole('log').getByText(mark).waitFor()
  // It is seen while it lasts: who goes on writing is seen as soon as both sides are connected.
  const writeUntil = (box: Locator, seen: Locator) =>
    expect
      .poll(async () => {
        await box.pressSequentially(' Y otra', { delay: 30 })
        return seen.isVisible()
      })
      .toBe(true)
  await writeUntil(frame.getByRole('textbox').first(), desk.getByText('The patient is writing'))
  const composer = desk.getByRole('textbox', { name: 'Reply' })
  await writeUntil(composer, frame.getByText('Alguien está escribiendo…'))
  await composer.fill(`Claro, con gusto. ¿Le va bien el martes? ${mark}`)
  await desk.keyboard.press('Control+Enter')
  const left = Date.now()
  await line(frame, '¿Le va bien el martes?').waitFor({ timeout: 30_000 })

  // Gone before the next answer: five minutes later (seconds here) one mail with a link, however many answers wait.
  await page.goto('about:blank')
  for (const words of ['Tenemos las 10 y las 11.', 'Díganos cuál prefiere.']) {
    const { lastSeq } = (await (await agent.request.get(`${url}/api/conversations/${row.id}`)).json()) as {
      lastSeq: number
    }
    const sent = await agent.request.post(`${url}/api/conversations/${row.id}/messages`, {
      headers,
      data: { messageId: randomUUID(), mode: 'reply', text: words, seenSeq: lastSeq, channel: 'widget' },
    })
    expect(sent.status(), await sent.text()).toBe(200)
  }
  const mail = await mailTo(context.request, patient.contact, {
    after: left,
    says: /\/portal\/messages\//,
    withinMs: 60_000,
  })
  expect(mail.text).toContain(`/portal/messages/${row.id}`)
  expect(mail.text).toMatch(/Salió del chat/)
  expect(mail.text).not.toContain('Tenemos las 10')
  const mailsWithLink = async () =>
    (await outbox(context.request)).filter(({ to, text }) => to === patient.contact && text.includes(row.id)).length
  expect(await mailsWithLink()).toBe(1)

  // The answer by mail lands in the same conversation; the same token from another sender makes a new one, with a hint.
  const { messageId: inReplyTo, replyTo } = await rawMail(patient.contact, row.id)
  const to = replyTo?.[0]?.address
  const door = nodemailer.createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true })
  await door.sendMail({
    from: patient.contact,
    to,
    subject: 'Re: mensaje',
    inReplyTo,
    text: `Prefiero las 10. ${mark}-mail`,
  })
  await expect.poll(async () => (await messagesOf(row.id)).map(({ text }) => text).join('\n')).toContain(`${mark}-mail`)
  await door.sendMail({
    from: 'otra.persona@example.org',
    to,
    subject: 'Re: mensaje',
    inReplyTo,
    text: `Soy otra persona. ${mark}-other`,
  })
  const other = await conversationWith(`${mark}-other`)
  expect(other.id).not.toBe(row.id)
  const detail = (await (await agent.request.get(`${url}/api/conversations/${other.id}`)).json()) as {
    mayBelongTo: { conversationId: string } | null
  }
  expect(detail.mayBelongTo?.conversationId).toBe(row.id)
  expect(await mailsWithLink()).toBe(1)
  await desk.close()
  await context.close()
})

test('desk journey 2, desk-D3: a red flag in the chat at night: the help is on the screen at once, and nobody has read it until the ladder finds somebody', async () => {
  const nurse = await atTheDesk(browser, 'nurse', { which: 2 })
  // The band shows the three that wait longest: what other journeys left open is taken first.
  const open = (await (await nurse.request.get(`${url}/api/alerts`)).json()) as { id: string }[]
  for (const one of open) await nurse.request.post(`${url}/api/alerts/${one.id}/accept`, { headers })
  const desk = await nurse.newPage()
  await desk.goto(`${url}/desk/inbox/unassigned`)
  const band = desk.getByRole('region', { name: 'Red flags that nobody has accepted' })
  await band.waitFor({ state: 'attached' })
  const { context, page, frame } = await visit({ locale: 'es-MX' })
  await launch(frame)
  const mark = randomUUID().slice(0, 8)
  await say(frame, `Me duele mucho el pecho y no puedo respirar. ${mark}`)
  const help = frame.getByRole('alert').filter({ hasText: '911' })
  await help
    .getByText(/Nadie ha leído/)
    .first()
    .waitFor()
  expect(await help.getByRole('link', { name: /911/ }).first().getAttribute('href')).toBe('tel:911')
  expect(await violationsOf(page)).toEqual([])

  const { id } = await conversationWith(mark)
  type Alert = { id: string; conversationId: string; raisedAt: string; told: unknown[] }
  const alert = async () =>
    ((await (await nurse.request.get(`${url}/api/alerts`)).json()) as Alert[]).find((one) => one.conversationId === id)
  const raised = await alert()
  const [first] = await messagesOf(id)
  expect(Date.parse(raised?.raisedAt ?? '') - Date.parse(first?.at ?? '')).toBeLessThan(2_000)
  const line = band.getByRole('listitem').filter({ hasText: 'no puedo respirar' }).filter({ hasText: 'Me duele' })
  await line.first().waitFor({ timeout: 30_000 })

  const steps = async () => {
    const answer = await agent.request.get(`${url}/api/conversations/${id}/messages`)
    const { events } = (await answer.json()) as { events: { event: string; told: string[] }[] }
    return events.filter(({ event }) => event.startsWith('alert.'))
  }
  expect((await steps())[0]).toMatchObject({ event: 'alert.raised', told: [expect.any(String)] })
  // On a busy machine a minute may also be over by itself: what counts is the step it has come to.
  const climbed = async () => (await steps()).filter(({ event }) => event === 'alert.climbed').length
  for (let step = await climbed(); step < 3; step = await climbed()) {
    await ladderMinuteOver(dataFolder, raised?.id ?? '')
    await expect.poll(climbed, { timeout: 20_000 }).toBeGreaterThan(step)
  }
  expect((await alert())?.told.length).toBeGreaterThanOrEqual(4)
  expect(await help.getByText(/Nadie ha leído/).count()).toBeGreaterThan(0)
  expect((await nurse.request.post(`${url}/api/alerts/${raised?.id}/accept`, { headers })).status()).toBe(200)
  // What was sent then stays in the chat as it was; what is true now stands above it.
  await expect.poll(() => help.getByText(/Nadie ha leído/).count(), { timeout: 20_000 }).toBe(0)
  // Whether a telephone on call has rung by then is a matter of seconds.
  const told = (await steps()).map(({ event }) => event).filter((event) => event !== 'alert.called')
  expect(told).toEqual(['alert.raised', ...Array<string>(3).fill('alert.climbed'), 'alert.accepted'])
  await context.close()
  await nurse.close()
})

/** The mail as it left, headers and all. */
async function rawMail(to: string, says: string): Promise<Email> {
  const outboxFolder = join(dataFolder, 'outbox')
  for (const name of await readdir(outboxFolder)) {
    const mail = await PostalMime.parse(await readFile(join(outboxFolder, name)))
    if (mail.to?.[0]?.address === to && mail.text?.includes(says)) return mail
  }
  throw new Error(`no mail to ${to}`)
}

function identityToken(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${signed}.${createHmac('sha256', widget.identitySecret).update(signed).digest('base64url')}`
}

test('understanding-D62, D68 the assistant in the chat: choices by keyboard, and nothing of a record before a code', async () => {
  const { context, frame } = await visit({ viewport: { width: 390, height: 844 } })
  await launch(frame)
  // Whether an answer helped: one press by keyboard, and one press takes it back (D75).
  await say(frame, 'Do I pay for parking?')
  const thumbs = frame.getByRole('group', { name: 'Did this help?' })
  const down = thumbs.getByRole('button', { name: 'No, it did not help' })
  await down.press('Enter')
  await thumbs.getByRole('status').getByText('Thank you.').waitFor()
  expect(await down.getAttribute('aria-pressed')).toBe('true')
  expect(await violationsOf(context.pages()[0]!)).toEqual([])
  await screenshot(context.pages()[0]!, 'widget-thumbs')
  await thumbs.getByRole('button', { name: 'Undo' }).press('Enter')
  await thumbs.getByRole('status').getByText('Taken back.').waitFor()
  expect(await down.getAttribute('aria-pressed')).toBe('false')

  await say(frame, 'Please call me back')
  await line(frame, 'Which number shall we call?').waitFor()
  const choices = frame.getByRole('group', { name: 'Answers you can press' })
  expect(await choices.count()).toBe(0)
  await say(frame, '212 555 0188')
  await choices.getByRole('button', { name: 'As soon as possible' }).waitFor()
  expect(await violationsOf(context.pages()[0]!)).toEqual([])
  await screenshot(context.pages()[0]!, 'widget-choices')
  await choices.getByRole('button').first().focus()
  await frame.page().keyboard.press('ArrowDown')
  expect(
    await choices
      .getByRole('button')
      .nth(1)
      .evaluate((button) => button === document.activeElement),
  ).toBe(true)
  await frame.page().keyboard.press('2')
  await line(frame, 'In the morning').first().waitFor()
  await line(frame, 'What should the call be about?').waitFor()
  await expect.poll(() => choices.count()).toBe(0)
  await say(frame, 'my results')
  await choices.getByRole('button', { name: 'Yes', exact: true }).press('Enter')
  await line(frame, 'Our team has your request now.').waitFor()
  await context.close()
})
