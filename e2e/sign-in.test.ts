/**
 * Coming in, staying, and being shown out, through the screens of an empty product whose clock the test moves: the first set-up, an
 * invitation, passkeys, the end of an idle session, and the ends that others bring about.
 */
import { createHmac, randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aPatient } from '#server/app/a-product.ts'
import { openSession, totpCode, totpStep } from '#server/modules/identity/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { violationsOf } from './setup/accessible.ts'
import { aContext, openChromium } from './setup/chromium.ts'
import { keysOnDevice, onDevice } from './setup/on-device.ts'
import { startOwnProduct, type OwnProduct } from './setup/own-product.ts'

let browser: Browser
let product: OwnProduct
/** Ada, the administrator, and Nia, the nurse she invites. */
let organizationId = ''
let ada: Page
let adasSecret = ''
let nia: Page
let niasSecret = ''

beforeAll(async () => {
  product = await startOwnProduct()
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('trust-D19, D24 the printed link sets up an organization with its doors and an administrator with two factors, and is then dead', async () => {
  ada = await (await aContext(browser)).newPage()
  await ada.goto(product.setUpLink)
  await ada.locator('#organization-name').fill('Harbor Family Clinic')
  await ada.locator('#site-name').fill('Main Street')
  await ada.locator('#given-name').fill('Ada')
  await ada.locator('#family-name').fill('Stone')
  await ada.locator('#email').fill('ada@harbor.example')
  await ada.locator('#new-password').fill('harbor family')
  await ada.getByRole('button', { name: 'Set up' }).click()
  await ada.getByRole('alert').getByText('close to your name').waitFor()
  await ada.locator('#new-password').fill('four grey herons wade')
  await ada.getByRole('button', { name: 'Set up' }).click()
  adasSecret = await setUpAuthenticatorApp(ada)

  await ada.getByRole('heading', { name: 'Harbor Family Clinic' }).waitFor()
  await ada.getByText('Chat on your web site').waitFor()
  await ada.getByRole('button', { name: 'Switch sending on' }).first().click()
  await ada.getByRole('button', { name: 'Switch sending off' }).waitFor()

  const session = (await (await ada.request.get(`${product.url}/api/session`)).json()) as Session
  organizationId = session.organization.id

  const again = await browser.newPage()
  await again.goto(product.setUpLink)
  await again.getByText('This link was used or is too old').first().waitFor()
  await again.close()
})

test('desk-D65 an administrator registers a site for the chat by keyboard, is told what is wrong with an address, and takes a removal back', async () => {
  await ada.reload()
  await ada.getByRole('button', { name: 'Show sites' }).press('Enter')
  await ada.getByText('No site shows the chat yet.').waitFor()
  const field = ada.getByRole('textbox', { name: 'Address of the site' })
  await field.fill('http://www.harbor.example')
  await field.press('Enter')
  await ada
    .getByRole('alert')
    .getByRole('link', { name: /begins with https/ })
    .press('Enter')
  expect(await field.evaluate((input) => input === document.activeElement && input.ariaInvalid)).toBe('true')
  await field.fill('www.harbor.example/contact')
  await field.press('Enter')
  const sites = ada.getByRole('list', { name: 'Sites that show the chat' })
  await sites.getByText('https://www.harbor.example').waitFor()
  await field.fill('https://www.harbor.example')
  await field.press('Enter')
  await ada.getByRole('alert').getByText('in the list already').waitFor()
  expect(await violationsOf(ada)).toEqual([])

  await sites.getByRole('button', { name: 'Remove https://www.harbor.example' }).press('Enter')
  await sites.waitFor({ state: 'detached' })
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
  await ada.getByRole('button', { name: 'Undo' }).press('Enter')
  await sites.getByText('https://www.harbor.example').waitFor()
  const line = (await ada.getByText('<script src=').last().textContent()) ?? ''
  const [key = ''] = /(?<=key=)[\w.-]+/.exec(line) ?? []
  const frame = await ada.request.get(`${product.url}/widget/frame.html?key=${key}`)
  expect(frame.headers()['content-security-policy']).toContain("frame-ancestors 'self' https://www.harbor.example;")

  // The sample page shows the chat as it stands on a site.
  const opened = ada.waitForEvent('popup')
  await ada.getByRole('link', { name: 'Try the chat on a sample page' }).press('Enter')
  const sample = await opened
  const chat = () => sample.frames().find((one) => one.url().includes(`/widget/frame.html?key=${key}`))
  await expect.poll(chat, { timeout: 20_000 }).toBeDefined()
  await chat()?.getByRole('button', { name: 'Chat with us' }).waitFor()
  await sample.close()
})

test('an administrator adds a queue by keyboard, is told of a name that is taken, and changes it', async () => {
  const queues = ada.getByRole('list', { name: 'Queues' })
  const before = await queues.getByRole('listitem').count()
  await ada.getByRole('button', { name: 'Add a queue' }).press('Enter')
  const dialog = ada.getByRole('dialog', { name: 'Add a queue' })
  const name = dialog.getByRole('textbox', { name: 'Name of the queue' })
  await name.fill((await queues.locator('strong').first().textContent()) ?? '')
  await name.press('Enter')
  await dialog.getByRole('alert').getByText('in use already').waitFor()
  expect(await violationsOf(ada)).toEqual([])
  await name.fill('Facturas')
  await dialog.getByRole('checkbox', { name: 'Español' }).press('Space')
  await name.press('Enter')
  await queues.getByText('Spanish').waitFor()
  expect(await queues.getByRole('listitem').count()).toBe(before + 1)
  await queues.getByRole('button', { name: 'Change the queue Facturas' }).press('Enter')
  await ada.getByRole('textbox', { name: 'Name of the queue' }).fill('Bills in Spanish')
  await ada.keyboard.press('Enter')
  await queues.getByText('Bills in Spanish').waitFor()
})

test('desk-D42 an administrator makes stricter what is sent by itself, is told at the field what is too loose, and brings an earlier version back', async () => {
  const perWeek = ada.getByLabel('Texts to one number a week')
  await perWeek.fill('4')
  await perWeek.press('Enter')
  await ada.locator('#sending-automaticSmsPerWeek-error').waitFor()
  expect(await violationsOf(ada)).toEqual([])
  await perWeek.fill('2')
  await ada.getByLabel('Night ends at (hour)').fill('9')
  await perWeek.press('Enter')
  await expect.poll(() => ada.locator('#sending-automaticSmsPerWeek-error').count()).toBe(0)
  await expect.poll(() => perWeek.inputValue()).toBe('2')
  await perWeek.fill('1')
  await perWeek.press('Enter')
  const earlier = ada.getByRole('list', { name: 'Earlier versions' })
  await earlier.getByText('Version 1').waitFor()
  await earlier.getByRole('button', { name: 'Bring back version 1' }).press('Enter')
  await expect.poll(() => ada.getByLabel('Texts to one number a week').inputValue()).toBe('2')
  expect(await ada.getByLabel('Night ends at (hour)').inputValue()).toBe('9')
})

test('trust-D55 an administrator opens an address for pushed mail, sees what came of it, renews the secret and closes it', async () => {
  await ada.getByRole('button', { name: 'Add a mailbox' }).first().click()
  await ada.locator('#mailbox-address').fill('care@harbor.example')
  await ada.locator('#mailbox-address').press('Enter')
  await ada.getByRole('button', { name: 'Open an address' }).press('Enter')
  const dialog = ada.getByRole('alertdialog', { name: 'Copy the secret now' })
  await dialog.waitFor()
  const [secret = '', address = ''] = await dialog.locator('code').allTextContents()
  expect(await violationsOf(ada)).toEqual([])
  await dialog.getByRole('button', { name: 'I have copied it' }).press('Enter')
  expect(await ada.getByText(secret).count()).toBe(0)

  const mail = 'From: jo@example.org\r\nTo: care@harbor.example\r\nSubject: Opening hours\r\n\r\nWhen are you open?\r\n'
  const push = (signedWith: string) => {
    const [id, timestamp] = ['msg_1', String(Math.floor(product.now().getTime() / 1_000))]
    const key = Buffer.from(signedWith.replace('whsec_', ''), 'base64')
    const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${mail}`).digest('base64')
    const headers = {
      'content-type': 'message/rfc822',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    }
    return fetch(address, { method: 'POST', headers, body: mail })
  }
  expect((await push(secret)).status).toBe(200)
  await ada.reload()
  await ada.getByText('In 7 days: 1 stored, 0 repeated, 0 refused, 0 set aside').waitFor()

  await ada.getByRole('button', { name: 'New secret' }).press('Enter')
  await ada.getByRole('dialog').getByRole('button', { name: 'New secret' }).press('Enter')
  await dialog.waitFor()
  const [renewed = ''] = await dialog.locator('code').allTextContents()
  await dialog.getByRole('button', { name: 'I have copied it' }).press('Enter')
  await ada.getByText('The old secret works until').waitFor()
  expect([(await push(secret)).status, (await push(renewed)).status]).toEqual([200, 200])

  const row = ada.getByRole('list', { name: 'Mail pushed by your provider' })
  await row.getByRole('button', { name: 'Close', exact: true }).press('Enter')
  await ada.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().press('Enter')
  await row.getByRole('button', { name: 'Open an address' }).waitFor()
  expect((await push(renewed)).status).toBe(401)
})

test('an administrator invites a colleague and changes role and queues by keyboard', async () => {
  await ada.getByRole('link', { name: 'Staff', exact: true }).click()
  await ada.getByRole('button', { name: 'Invite a colleague' }).first().press('Enter')
  await ada.locator('#invite-given').fill('Ben')
  await ada.locator('#invite-family').fill('Reed')
  await ada.locator('#invite-email').fill('ben@harbor.example')
  await ada.locator('#invite-email').press('Enter')
  const row = ada.getByRole('listitem').filter({ hasText: 'Ben Reed' })
  await row.getByRole('button', { name: 'Change Ben Reed' }).press('Enter')
  const dialog = ada.getByRole('dialog', { name: 'Change role and queues' })
  await dialog.getByLabel('Clinical').check()
  await dialog.locator('#invite-role').selectOption('nurse')
  await dialog.getByRole('checkbox', { name: 'On call' }).press('Space')
  await dialog.getByRole('checkbox', { name: 'Mental health' }).press('Space')
  await dialog.getByText('has to sign in again').waitFor()
  expect(await violationsOf(ada)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await row.getByText('Nurse').waitFor()
  await row.getByRole('button', { name: 'Change Ben Reed' }).press('Enter')
  expect(await dialog.getByLabel('Clinical').isChecked()).toBe(true)
  expect(await dialog.getByRole('checkbox', { name: 'On call' }).isChecked()).toBe(true)
  // Another role does not have what this one has, and that is said (decision 0264).
  expect(await dialog.getByRole('checkbox', { name: 'Mental health' }).isChecked()).toBe(true)
  await dialog.locator('#invite-role').selectOption('front_desk')
  await dialog.getByText('being on call and opening sensitive matters end').waitFor()
  await ada.keyboard.press('Escape')

  // The only administrator stays one.
  const own = ada.getByRole('listitem').filter({ hasText: 'Ada Stone' })
  await own.getByRole('button', { name: 'Change Ada Stone' }).press('Enter')
  await dialog.locator('#invite-role').selectOption('agent')
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await dialog.getByRole('alert').waitFor()
  await ada.keyboard.press('Escape')
  await own.getByText('Administrator').waitFor()
})

test('trust-D24 an administrator invites a nurse, who opens the link, sets a second factor and is in; the link works once', async () => {
  await ada.goto(`${product.url}/desk/staff`)
  const invite = async (email: string) => {
    await ada.getByRole('button', { name: 'Invite a colleague' }).click()
    await ada.locator('#invite-given').fill('Nia')
    await ada.locator('#invite-family').fill('Cole')
    await ada.locator('#invite-email').fill(email)
    await ada.locator('#invite-role').selectOption('nurse')
    await ada.getByRole('button', { name: 'Send invitation' }).click()
  }
  await invite('nia@harbor.example')
  await ada.getByText('The invitation is on its way.').waitFor()
  const link = /http\S+#\S+/.exec(await product.mailTo('nia@harbor.example', /#/))?.[0] ?? ''

  // Somebody who has an account already is not invited over it.
  await invite('ada@harbor.example')
  await ada.getByRole('alert').getByText('in use already').waitFor()
  await ada.keyboard.press('Escape')

  // A scanner of the mail system looks first: that changes nothing.
  await fetch(link)
  nia = await (await aContext(browser)).newPage()
  await nia.goto(link)
  await nia.getByRole('heading', { name: 'Join Harbor Family Clinic' }).waitFor()
  expect(await violationsOf(nia)).toEqual([])
  expect(nia.url(), 'the token stays in no history').not.toContain('#')
  await nia.locator('#new-password').fill('two quiet lighthouses')
  await nia.getByRole('button', { name: 'Join' }).click()
  niasSecret = await setUpAuthenticatorApp(nia)
  await nia.getByRole('button', { name: 'Nia Cole' }).waitFor()

  const again = await browser.newPage()
  await again.goto(link)
  await again.getByText('This link was used or is too old').first().waitFor()
  await again.close()
})

test('trust-D20 staff add a passkey after showing the other factor, sign out, and come in by the passkey alone', async () => {
  await withAuthenticator(nia)
  await nia.goto(`${product.url}/desk/settings`)
  const passkeys = nia.getByRole('list', { name: 'Ways to sign in' }).getByRole('listitem').filter({ hasText: 'Added' })
  product.moveOn(6)
  // The number that a text message reaches when she is on call and nobody takes a red flag (desk-D3).
  await nia.getByLabel('Number for when you are on call').fill('+1 555-010-0123')
  // The click leaves the field: both are saved, neither with what the other was before.
  const onDuty = nia.getByRole('checkbox', { name: 'I am on duty' })
  const wasOnDuty = await onDuty.isChecked()
  await onDuty.click()
  await expect.poll(() => onDuty.isChecked()).toBe(!wasOnDuty)
  await nia.reload()
  await expect.poll(() => nia.getByLabel('Number for when you are on call').inputValue()).toBe('+15550100123')
  expect(await onDuty.isChecked()).toBe(!wasOnDuty)
  await onDuty.click()
  await expect.poll(() => onDuty.isChecked()).toBe(wasOnDuty)
  await nia.getByRole('button', { name: 'Add a passkey' }).click()
  await nia.locator('#step-up-code').fill(codeOf(niasSecret))
  await nia.getByRole('button', { name: 'Confirm', exact: true }).click()
  await expect.poll(() => passkeys.count()).toBe(1)

  await nia.getByRole('button', { name: 'Nia Cole' }).click()
  await nia.getByRole('menuitem', { name: 'Sign out' }).click()
  await nia.getByRole('button', { name: 'Use a passkey' }).click()
  await nia.getByRole('button', { name: 'Nia Cole' }).waitFor()
})

test('understanding-D57, D62, D74 the assistant is switched on, says what it is, brings a patient to a nurse at a word, and gets the chat back', async () => {
  await ada.getByRole('link', { name: 'Organization', exact: true }).click()
  await ada.getByRole('checkbox', { name: 'Answer in the patient portal' }).press('Space')
  await ada.locator('#step-up-code').fill(codeOf(adasSecret))
  await ada.getByRole('button', { name: 'Confirm', exact: true }).press('Enter')
  await ada.getByRole('checkbox', { name: 'Answer in the patient portal', checked: true }).waitFor()
  expect(await violationsOf(ada)).toEqual([])

  const page = await (await aContext(browser, { viewport: { width: 390, height: 844 } })).newPage()
  await comeIn(page, await newPatient())
  await page.goto(`${product.url}/portal/messages/new`)
  await page.getByLabel('Your message').fill('Do you sell bicycles?')
  await page.getByRole('button', { name: 'Send' }).click()
  const log = page.getByRole('log')
  await log.getByText('This is an automatic helper, not a person.').waitFor()
  await log.getByText('Automatic message').first().waitFor()
  await page.getByLabel('Write back').fill('I want to talk to a person')
  await page.getByRole('button', { name: 'Send' }).click()
  await log.getByText('A person on our team will read this').waitFor()
  expect(await violationsOf(page)).toEqual([])

  const url = new URL(page.url())
  await nia.goto(`${product.url}/desk/inbox/all/${url.pathname.split('/').at(-1)}`)
  await nia.getByText('The assistant brought this to you').waitFor()
  await nia.getByText('the patient asked for a person.').waitFor()
  expect(await violationsOf(nia)).toEqual([])
  await nia.getByRole('button', { name: 'Give back to the assistant' }).press('Enter')
  await nia.getByRole('dialog').getByRole('button', { name: 'Give back' }).press('Enter')
  await nia.getByText('The assistant answers here until a person does.').waitFor()
  await log.getByText('Our team gave this chat back to the automatic helper.').waitFor()
  await page.context().close()
  await ada.getByRole('checkbox', { name: 'Answer in the patient portal' }).press('Space')
  await ada.getByRole('checkbox', { name: 'Answer in the patient portal', checked: false }).waitFor()
})

test('trust-D20 a patient is offered a passkey after a code, may leave it, takes it on another device, and comes in by it', async () => {
  const patient = await newPatient()
  const first = await (await aContext(browser, { viewport: PHONE })).newPage()
  await withAuthenticator(first)
  await signInByCode(first, patient)
  const offer = (page: Page) => page.getByRole('region', { name: 'Skip the code next time' })
  await offer(first).waitFor()
  expect(await violationsOf(first)).toEqual([])
  await offer(first).getByRole('button', { name: 'Not now' }).click()
  await expect.poll(() => offer(first).count()).toBe(0)
  // The answer stays on this device, though signing out empties it.
  await first.getByRole('button', { name: 'Sign out' }).click()
  await first.getByText('You are signed out.').waitFor()
  await first.reload()
  await comeIn(first, patient)
  await first.getByText('Nothing new').first().waitFor()
  expect(await offer(first).count()).toBe(0)
  await first.context().close()

  const other = await (await aContext(browser, { viewport: PHONE })).newPage()
  const authenticator = await withAuthenticator(other)
  await comeIn(other, patient)
  await offer(other).getByRole('button', { name: 'Add a passkey' }).click()
  await other.getByText('Your passkey is ready.').waitFor()
  await expect.poll(() => offer(other).count()).toBe(0)
  expect(await authenticator.credentials()).toBe(1)

  await other.getByRole('button', { name: 'Sign out' }).click()
  await other.getByText('You are signed out.').waitFor()
  await other.getByRole('button', { name: 'Use a passkey' }).click()
  await other.getByRole('button', { name: 'Sign out' }).waitFor()
  await other.goto(`${product.url}/portal/privacy/devices`)
  await other.getByRole('list', { name: 'Passkeys' }).getByText('Last used').waitFor()
  await other.context().close()
})

test('trust-D21 staff: fifteen minutes of news and nobody there, a warning that can be put off by keyboard, and then nothing left', async () => {
  const canary = `canary${randomUUID().slice(0, 8)}`
  const writer = await aWriter()
  const conversationId = await writer.write(canary)
  await nia.goto('about:blank')
  const page = await nia.context().newPage()
  await page.clock.install({ time: product.now() })
  const cleared: string[] = []
  page.on('response', async (response) => {
    const { 'clear-site-data': what } = await response.allHeaders().catch(() => ({}) as Record<string, string>)
    if (what) cleared.push(what)
  })
  let written = 0
  /** The patient writes, and the screen fetches it by itself. */
  const awayWhileNewsComes = async (minutes: number): Promise<void> => {
    await away(page, minutes)
    const text = `One more question, number ${(written += 1)}`
    await writer.write(text)
    await page.getByText(text).last().waitFor()
  }
  await page.goto(`${product.url}/desk/inbox/all/${conversationId}`)
  await page.getByText(canary).last().waitFor()
  await page.locator('#composer-text').fill(`A draft about ${canary}`)
  const touched = product.now()

  // Opening the page was a touch, and counts for ten seconds: what is asked in them must not reach the server minutes later.
  await away(page, 0, 15)
  // Twelve minutes in which the screen hears of news and fetches it, and nobody is there.
  for (let n = 0; n < 3; n++) await awayWhileNewsComes(4)
  await awayUntil(page, touched, 13, 10)
  const warning = page.getByRole('alertdialog', { name: 'Are you still there?' })
  await warning.waitFor()
  await expect.poll(() => warning.getByRole('button', { name: 'Stay signed in' }).evaluate(isFocused)).toBe(true)
  await warning.getByRole('status').getByText('You will be signed out in two minutes.').waitFor({ state: 'attached' })
  expect(await violationsOf(page)).toEqual([])
  // The words were brought to the server before anything is lost.
  const drafts = await page.request.get(`${product.url}/api/conversations/${conversationId}/drafts`, {
    headers: BACKGROUND,
  })
  expect(await drafts.text()).toContain(`A draft about ${canary}`)

  await page.keyboard.press('Enter')
  await expect.poll(() => warning.count()).toBe(0)
  const stayed = product.now()
  await awayWhileNewsComes(12)
  expect(await warning.count()).toBe(0)
  await awayUntil(page, stayed, 13, 10)
  await warning.waitFor()
  await awayUntil(page, stayed, 14, 31)
  await warning.getByRole('status').getByText('You will be signed out in 30 seconds.').waitFor({ state: 'attached' })
  expect(cleared).toEqual([])
  await away(page, 0, 40)

  await page.getByRole('button', { name: 'Use a passkey' }).waitFor()
  await expect.poll(() => cleared).toContain('"cache"')
  expect(await page.content()).not.toContain(canary)
  expect(await keysOnDevice(page)).toBe(0)
  const left = await onDevice(page)
  expect(left).not.toContain(canary)
  expect(left).not.toMatch(/"kind":"(draft|reply)"/)
  await page.goBack()
  await page.getByRole('button', { name: 'Use a passkey' }).waitFor()
  await page.goto(`${product.url}/desk/inbox/all/${conversationId}`)
  await page.getByRole('button', { name: 'Use a passkey' }).waitFor()
  expect(await page.content()).not.toContain(canary)
  await page.close()
})

test('trust-D21 a patient: thirty idle minutes, the words are kept, and without a network the screen is emptied all the same', async () => {
  const patient = await newPatient()
  const page = await (await aContext(browser, { viewport: PHONE })).newPage()
  await page.clock.install({ time: product.now() })
  await comeIn(page, patient)
  const canary = `canary${randomUUID().slice(0, 8)}`
  await page.getByRole('link', { name: 'Write a message' }).first().click()
  await page.getByLabel('Your message').fill(`About ${canary}`)
  const drafted = page.waitForResponse('**/rpc/myConversation/saveDraft')
  const warning = page.getByRole('alertdialog', { name: 'Are you still there?' })
  await away(page, 27)
  expect(await warning.count()).toBe(0)
  await away(page, 1, 20)
  await warning.waitFor()
  await expect.poll(() => warning.getByRole('button', { name: 'Stay signed in' }).evaluate(isFocused)).toBe(true)
  expect(await violationsOf(page)).toEqual([])
  await drafted
  expect(await keysOnDevice(page)).toBe(1)

  await page.context().setOffline(true)
  await away(page, 2)
  await page.getByText('You were away for a while').waitFor()
  expect(await page.content()).not.toContain(canary)
  // What is sealed stays for its writer (desk-D72); what opens it is gone.
  await expect.poll(() => keysOnDevice(page)).toBe(0)
  expect(await onDevice(page)).not.toContain(canary)
  await page.context().setOffline(false)
  await page.goBack()
  await page.getByLabel('E-mail or phone number').waitFor()

  // What was written is there again for the one who comes back.
  await comeIn(page, patient)
  await page.goto(`${product.url}/portal/messages/new`)
  await expect.poll(() => page.getByLabel('Your message').inputValue()).toBe(`About ${canary}`)
  await page.context().close()
})

test('desk-D72, trust-D21 a patient without a connection past the idle end: what waits is sealed without a key, and is there for the same person alone', async () => {
  const patient = await newPatient()
  const page = await (await aContext(browser, { viewport: PHONE, serviceWorkers: 'allow' })).newPage()
  await page.clock.install({ time: product.now() })
  await comeIn(page, patient)
  const canary = `canary${randomUUID().slice(0, 8)}`
  const data = { messageId: randomUUID(), subject: '', text: `First ${canary}` }
  const asked = await page.request.post(`${product.url}/api/my/messages`, { headers: { origin: product.url }, data })
  const { conversationId } = (await asked.json()) as { conversationId: string }
  const open = () => page.goto(`${product.url}/portal/messages/${conversationId}`)
  const box = page.getByLabel('Write back')
  const texts = async (): Promise<string[]> => {
    const read = await page.request.get(`${product.url}/api/my/conversations/${conversationId}`, {
      headers: BACKGROUND,
    })
    const { messages } = (await read.json()) as { messages: { text: string; author: { kind: string } }[] }
    return messages.filter(({ author }) => author.kind === 'me').map(({ text }) => text)
  }
  /** Words that wait and words that are begun, then nobody is there until the session is over. */
  const writeAndStayAway = async (what: string): Promise<void> => {
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    await page.context().setOffline(true)
    await box.fill(`Waits ${what} ${canary}`)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('Not sent yet (1)').waitFor()
    await box.fill(`Begun ${what} ${canary}`)
    await expect.poll(async () => (await onDevice(page)).includes('"my-draft:')).toBe(true)
    expect(await keysOnDevice(page)).toBe(1)
    await away(page, 28, 30)
    await page.getByRole('alertdialog', { name: 'Are you still there?' }).waitFor()
    await away(page, 2)
    await page.getByText('What you wrote waits for you.').waitFor()
    await expect.poll(() => keysOnDevice(page)).toBe(0)
    expect(await page.content()).not.toContain(canary)
    const left = await onDevice(page)
    expect(left).not.toContain(canary)
    expect(left).toContain('"my-message:')
    expect(left).toContain('"my-draft:')
  }

  await open()
  await page.getByText(`First ${canary}`).last().waitFor()
  await writeAndStayAway('once')
  await page.context().setOffline(false)
  // The server says that the clock did it, and takes nothing away.
  await page.reload()
  await page.getByLabel('E-mail or phone number').waitFor()
  await page.getByText('What you wrote waits for you.').waitFor()
  expect(await onDevice(page)).toContain('"my-message:')
  // It waits for three days.
  await away(page, 71 * 60)
  await comeIn(page, patient)
  await expect.poll(texts).toEqual([`First ${canary}`, `Waits once ${canary}`])
  await open()
  await expect.poll(() => box.inputValue()).toBe(`Begun once ${canary}`)

  // Meanwhile the same person signs out everywhere: the server says so, and all of it is gone.
  await writeAndStayAway('twice')
  const other = await (await aContext(browser)).newPage()
  await comeIn(other, patient)
  const everywhere = await other.request.post(`${product.url}/api/session/sign-out-everywhere`, {
    headers: { origin: product.url },
  })
  expect(everywhere.status()).toBe(200)
  await other.context().close()
  await page.context().setOffline(false)
  await page.reload()
  await page.getByLabel('E-mail or phone number').waitFor()
  await expect.poll(async () => (await onDevice(page)).includes('"my-message:')).toBe(false)
  await comeIn(page, patient)
  await open()
  await page.getByText(`Waits once ${canary}`).last().waitFor()
  expect(await box.inputValue()).toBe('')

  // Another person on this device finds nothing, and sends nothing.
  await writeAndStayAway('three times')
  await page.context().setOffline(false)
  await comeIn(page, await newPatient())
  await expect.poll(() => keysOnDevice(page)).toBe(1)
  const left = await onDevice(page)
  expect(left).not.toContain('"my-message:')
  expect(left).not.toContain('"my-draft:')
  await comeIn(page, patient)
  expect(await texts()).toEqual([`First ${canary}`, `Waits once ${canary}`])

  // And nobody finds it after that.
  await open()
  await page.getByText(`Waits once ${canary}`).last().waitFor()
  await writeAndStayAway('too long')
  await away(page, 72 * 60)
  await page.context().setOffline(false)
  await comeIn(page, patient)
  await expect.poll(() => keysOnDevice(page)).toBe(1)
  expect(await onDevice(page)).not.toContain('"my-message:')
  expect(await texts()).toEqual([`First ${canary}`, `Waits once ${canary}`])
  await page.context().close()
})

test('desk-D72, trust-D21 a nurse without a connection past the idle end finds the reply that waits, and what was begun, after signing in again', async () => {
  const canary = `canary${randomUUID().slice(0, 8)}`
  const writer = await aWriter()
  const conversationId = await writer.write(`A question about ${canary}`)
  const page = await (await aContext(browser, { serviceWorkers: 'allow' })).newPage()
  await page.clock.install({ time: product.now() })
  const place = `${product.url}/desk/inbox/all/${conversationId}`
  await comeInAtDesk(page, 'nia@harbor.example')
  await page.goto(place)
  await page.getByText(canary).last().waitFor()
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.context().setOffline(true)
  await page.getByText('No connection.').first().waitFor()
  const box = page.locator('#composer-text')
  await box.fill(`Answer ${canary}`)
  await box.press('Control+Enter')
  await page.getByText('Not sent yet: 1 reply waits').waitFor()
  await box.fill(`Begun ${canary}`)
  await expect.poll(async () => (await onDevice(page)).includes('"draft:')).toBe(true)
  expect(await keysOnDevice(page)).toBe(1)
  await away(page, 16)

  await page.getByRole('button', { name: 'Use a passkey' }).waitFor()
  await expect.poll(() => keysOnDevice(page)).toBe(0)
  expect(await page.content()).not.toContain(canary)
  const left = await onDevice(page)
  expect(left).not.toContain(canary)
  expect(left).toContain('"reply:')
  await page.context().setOffline(false)
  await page.reload()
  await page.getByRole('button', { name: 'Use a passkey' }).waitFor()
  // The door is up before the server has said that the old cookie is over; its word would take a new one away as well.
  await expect.poll(async () => (await page.context().cookies()).length).toBe(0)

  await comeInAtDesk(page, 'nia@harbor.example')
  await page.goto(place)
  const answers = async (): Promise<string[]> => {
    const read = await page.request.get(`${product.url}/api/conversations/${conversationId}/messages`, { headers: BACKGROUND }) // prettier-ignore
    const { items } = (await read.json()) as { items: { direction: string; text: string; author: { kind: string } }[] }
    return items.filter(({ author }) => author.kind === 'staff').map(({ text }) => text)
  }
  await expect.poll(answers).toEqual([`Answer ${canary}`])
  await expect.poll(() => box.inputValue()).toBe(`Begun ${canary}`)

  // A changed factor makes another key: what waits on the device where it was changed is sealed anew, and stays.
  await page.route('**/rpc/conversation/send', (route) => route.abort('connectionreset'))
  await box.fill(`Later ${canary}`)
  await box.press('Control+Enter')
  await page.getByText('Not sent yet: 1 reply waits').waitFor()
  const keyOf = async () => {
    const read = await page.request.get(`${product.url}/api/session`, { headers: BACKGROUND })
    return ((await read.json()) as { deviceKey: string | null }).deviceKey
  }
  const before = await keyOf()
  const changed = await page.request.post(`${product.url}/api/factors/recovery-codes`, { headers: { origin: product.url } }) // prettier-ignore
  expect(changed.status(), await changed.text()).toBe(200)
  expect(await keyOf()).not.toBe(before)
  await page.reload()
  await page.getByText('Not sent yet: 1 reply waits').waitFor()
  expect(await keysOnDevice(page)).toBe(1)
  await page.unroute('**/rpc/conversation/send')
  await page.reload()
  await expect.poll(answers).toEqual([`Answer ${canary}`, `Later ${canary}`])
  await page.context().close()
})

test('trust-D11 a patient signs out everywhere, and the other device shows the door', async () => {
  const patient = await newPatient()
  const one = await (await aContext(browser)).newPage()
  const other = await (await aContext(browser)).newPage()
  await comeIn(one, patient)
  await comeIn(other, patient)
  await other.getByRole('heading', { level: 1 }).waitFor()
  await one.goto(`${product.url}/portal/privacy/devices`)
  await expect.poll(() => one.getByRole('list', { name: 'Devices' }).getByRole('listitem').count()).toBe(2)
  await one.getByRole('button', { name: 'Sign out everywhere' }).click()
  await one.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()
  await one.getByText('You are signed out.').waitFor()
  // The next thing asked for is refused, and the page knows.
  await other.getByRole('link', { name: 'My details' }).first().click()
  await other.getByLabel('E-mail or phone number').waitFor()
  await one.context().close()
  await other.context().close()
})

test('trust-D20 a passkey of somebody who works for two organizations opens the one that is chosen', async () => {
  const other = randomUUID()
  const inOther = (statement: string, values: unknown[] = []) =>
    product.services.db.transaction(systemContext(other, randomUUID(), 'test'), (tx) => tx.run(statement, [other, ...values])) // prettier-ignore
  await inOther(`insert into organization (organization_id, name, slug) values ($1, 'Canyon Clinic', 'canyon-clinic')`)
  await inOther(
    `insert into staff_member (organization_id, id, account_id, email, given, family, role, state)
     select $1, $2, (select id from auth.account where email = $3), $3, 'Nia', 'Cole', 'nurse', 'active'`,
    [randomUUID(), 'nia@harbor.example'],
  )
  await inOther(`insert into auth.organization_door (slug, organization_id) values ('canyon-clinic', $1)`)
  await inOther(`insert into auth.membership (account_id, organization_id) select account_id, $1 from staff_member where organization_id = $1`) // prettier-ignore
  await nia.goto(`${product.url}/desk/sign-in`)
  await nia.getByRole('button', { name: 'Use a passkey' }).click()
  await nia.getByRole('heading', { name: 'Where do you want to work?' }).waitFor()
  expect(await violationsOf(nia)).toEqual([])
  await nia.getByRole('button', { name: 'Start again' }).click()
  await nia.getByRole('button', { name: 'Use a passkey' }).click()
  const elsewhere = nia.getByRole('button', { name: 'Canyon Clinic' })
  await elsewhere.waitFor()
  // What is wrong is said at the choice, too.
  await inOther(`update staff_member set state = 'ended' where organization_id = $1`)
  await elsewhere.click()
  await nia.getByRole('alert').waitFor()
  await nia.getByRole('button', { name: /^Harbor/ }).click()
  await nia.getByRole('button', { name: 'Nia Cole' }).waitFor()
})

test('trust-D11 the end of a membership refuses the next request and closes the open list and its socket within 60 s', async () => {
  const canary = `canary${randomUUID().slice(0, 8)}`
  const conversationId = await (await aWriter()).write(canary)
  await nia.goto(`${product.url}/desk/sign-in`)
  await nia.getByRole('button', { name: 'Use a passkey' }).click()
  await nia.getByRole('button', { name: 'Nia Cole' }).waitFor()
  const sockets: { closed: boolean }[] = []
  nia.on('websocket', (socket) => {
    const seen = { closed: false }
    sockets.push(seen)
    // One that was refused at its first word never opened.
    const end = () => void (seen.closed = true)
    socket.on('close', end)
    socket.on('socketerror', end)
  })
  await nia.goto(`${product.url}/desk/inbox/all/${conversationId}`)
  await nia.getByText(canary).last().waitFor()
  await expect.poll(() => sockets.length).toBeGreaterThan(0)

  await signInStaff(ada, 'ada@harbor.example', 'four grey herons wade', adasSecret)
  await ada.goto(`${product.url}/desk/staff`)
  await ada
    .getByRole('listitem')
    .filter({ hasText: 'Nia Cole' })
    .getByRole('button', { name: 'End membership' })
    .click()
  // She is the last one who may open it: that is said first.
  await product.services.db.transaction(systemContext(organizationId, randomUUID(), 'test'), async (tx) => {
    await tx.run(`update conversation set labels = '{PSYTHPN}' where organization_id = $1 and id = $2`, [organizationId, conversationId]) // prettier-ignore
    await tx.run(`update staff_member set labels = '{PSYTHPN}' where organization_id = $1 and email = 'nia@harbor.example'`, [organizationId]) // prettier-ignore
  })
  await ada.getByRole('dialog').getByRole('button', { name: 'End membership' }).click()
  await ada.getByRole('alert').getByText('1 open conversation about Notes of psychotherapy').waitFor()
  expect(await violationsOf(ada)).toEqual([])
  await ada.getByRole('dialog').getByRole('button', { name: 'Go on all the same' }).click()
  await ada.getByText('Nia Cole cannot sign in any more.').waitFor()

  // Nobody touches the page of the one who left.
  expect((await nia.request.get(`${product.url}/api/conversations?view=all`)).status()).toBe(401)
  await nia.getByRole('button', { name: 'Use a passkey' }).waitFor({ timeout: 60_000 })
  await expect.poll(() => sockets.every(({ closed }) => closed), { timeout: 60_000 }).toBe(true)
  expect(await nia.content()).not.toContain(canary)
  await nia.getByRole('button', { name: 'Use a passkey' }).click()
  await nia.getByRole('alert').first().waitFor()
})

test('trust-D64, D75 without a database, whoever writes of an emergency is told at once what to do, and the words wait', async () => {
  const page = await (await aContext(browser, { viewport: PHONE })).newPage()
  await comeIn(page, await newPatient())
  await page.getByRole('link', { name: 'Write a message' }).first().click()
  await page.getByLabel('Your message').fill('Me duele mucho el pecho y no puedo respirar')
  // The last test: nothing of this process reaches the database any more.
  await product.services.db.close()
  const pressed = Date.now()
  await page.getByRole('button', { name: 'Send' }).click()
  const card = page.getByRole('alert').filter({ hasText: 'This may be an emergency' })
  // In the language of the words, whatever the language of the screen.
  await card.getByText('No espere nuestra respuesta.').waitFor()
  expect(Date.now() - pressed).toBeLessThan(5_000)
  await card.getByText('No one has read your message yet.').waitFor()
  expect(await card.getByRole('link', { name: /911/ }).getAttribute('href')).toBe('tel:911')
  await page.getByText('Not sent yet (1)').waitFor()
  // The whole page at once: axe takes what the bar at the bottom covers for too small.
  await page.setViewportSize({ ...PHONE, height: 2_400 })
  expect(await violationsOf(page)).toEqual([])
  await page.context().close()
})

type Session = { organization: { id: string } }

const PHONE = { width: 390, height: 844 }
/** A request that is not a person's: it does not keep a session awake. */
const BACKGROUND = { 'x-background': '1' }

const isFocused = (element: Element): boolean => element === document.activeElement

/** @returns the secret, and leaves the page signed in. */
async function setUpAuthenticatorApp(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Authenticator app' }).click()
  const secret = (await page.locator('code').first().textContent())?.replaceAll(' ', '') ?? ''
  await page.locator('#first-code').fill(codeOf(secret))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.locator('#codes-kept').check()
  expect(await page.locator('li code').count()).toBe(10)
  await page.getByRole('button', { name: 'Continue' }).click()
  return secret
}

/** A code works once, so the clock goes on by a step. */
function codeOf(secret: string): string {
  product.moveOn(0.5)
  return totpCode(fromBase32(secret), totpStep(product.now()))
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}

async function signInStaff(page: Page, email: string, password: string, secret: string): Promise<void> {
  await page.goto(`${product.url}/desk/sign-in`)
  await page.locator('#email').fill(email)
  await page.locator('#password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.locator('#second-code').fill(codeOf(secret))
  await page.getByRole('button', { name: 'Ada Stone' }).waitFor()
}

/** The device's own authenticator, which asks nobody: fingerprint shown, key kept in the device. */
async function withAuthenticator(page: Page): Promise<{ credentials(): Promise<number> }> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('WebAuthn.enable')
  const { authenticatorId } = await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    credentials: async () => (await devTools.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
  }
}

type Patient = { patientId: string; email: string; birthDate: string }

const newPatient = (): Promise<Patient> =>
  aPatient({ database: product.services.db, clock: { now: product.now() } }, { organizationId })

async function signInByCode(page: Page, patient: Patient): Promise<void> {
  await page.goto(`${product.url}/portal/`)
  await page.getByLabel('E-mail or phone number').fill(patient.email)
  await page.getByRole('button', { name: 'Send me a code' }).click()
  await page
    .getByLabel('6-digit code')
    .fill(/\b\d{6}\b/.exec(await product.mailTo(patient.email, /\b\d{6}\b/))?.[0] ?? '')
  const [year = '', month = '', day = ''] = patient.birthDate.split('-')
  await page.getByLabel('Month').fill(month)
  await page.getByLabel('Day').fill(day)
  await page.getByLabel('Year').fill(year)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}

/** Signs a patient in beside the door, which has a test of its own, and opens the portal. */
async function comeIn(page: Page, { patientId }: Patient): Promise<void> {
  const now = product.now()
  const { token } = await product.services.db.transaction(
    systemContext(organizationId, newId(), 'test'),
    async (tx) => {
      const [known] = await tx.run<{ accountId: string }>(
        `select account_id as "accountId" from portal_account where organization_id = $1 and patient_id = $2`,
        [organizationId, patientId],
      )
      const accountId = known?.accountId ?? randomUUID()
      if (!known) {
        await tx.run(`insert into auth.account (id, kind, created_at) values ($1, 'patient', $2)`, [accountId, now])
        await tx.run(`insert into portal_account (organization_id, account_id, patient_id) values ($1, $2, $3)`, [
          organizationId,
          accountId,
          patientId,
        ])
      }
      const device = { browser: 'Chrome', system: 'Linux', isSecure: false } as const
      return openSession(tx, { accountId, staffId: null, level: 'full', method: 'code', device, now })
    },
  )
  await page.context().addCookies([cookieOf(token)])
  await page.goto(`${product.url}/portal/`)
  await page.getByRole('button', { name: 'Sign out' }).waitFor()
}

/** Signs a member of staff in beside the door. */
async function comeInAtDesk(page: Page, email: string): Promise<void> {
  const now = product.now()
  const { token } = await product.services.db.transaction(
    systemContext(organizationId, newId(), 'test'),
    async (tx) => {
      const [member] = await tx.run<{ staffId: string; accountId: string }>(
        `select id as "staffId", account_id as "accountId" from staff_member where organization_id = $1 and email = $2`,
        [organizationId, email],
      )
      if (!member) throw new Error(`nobody is ${email}`)
      const device = { browser: 'Chrome', system: 'Linux', isSecure: false } as const
      return openSession(tx, { ...member, level: 'full', method: 'totp', device, now })
    },
  )
  await page.context().addCookies([cookieOf(token)])
}

const cookieOf = (token: string) =>
  ({ name: 'bedside-plain', value: token, url: product.url, httpOnly: true, sameSite: 'Lax' }) as const

/** A new patient who writes and can write again. */
async function aWriter(): Promise<{ write(text: string): Promise<string> }> {
  const page = await (await aContext(browser)).newPage()
  await comeIn(page, await newPatient())
  let conversationId: string | undefined
  return {
    async write(text) {
      const answer = await page.request.post(`${product.url}/api/my/messages`, {
        headers: { origin: product.url },
        data: { messageId: randomUUID(), conversationId, text },
      })
      expect(answer.status(), await answer.text()).toBe(200)
      return (conversationId = ((await answer.json()) as { conversationId: string }).conversationId)
    },
  }
}

/** Nobody is there until so long after a moment: what this took of its own time on a busy machine is counted. */
async function awayUntil(page: Page, since: Date, minutes: number, seconds: number): Promise<void> {
  const passed = (product.now().getTime() - since.getTime()) / 1_000
  await away(page, 0, Math.max(0, minutes * 60 + seconds - passed))
}

/** Time passes for server and page alike, and nobody is there. */
async function away(page: Page, minutes: number, seconds = 0): Promise<void> {
  product.moveOn(minutes + seconds / 60)
  await page.clock.fastForward((minutes * 60 + seconds) * 1000)
}
