/** The first set-up of an own organization by the one-time link that the first start prints, and its doors, through the screens. */
import { createHmac } from 'node:crypto'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { totpCode, totpStep } from '#server/modules/identity/index.ts'
import { violationsOf } from './setup/accessible.ts'
import { openChromium } from './setup/chromium.ts'
import { startOwnProduct, type OwnProduct } from './setup/own-product.ts'

let browser: Browser
let product: OwnProduct
/** The organization's page, as its administrator sees it once it is set up. */
let desk: Page

beforeAll(async () => {
  product = await startOwnProduct()
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('trust-D19, D24 the printed link sets up an organization with its doors and an administrator with two factors, and is then dead', async () => {
  const page = await (await browser.newContext()).newPage()
  desk = page
  await page.goto(product.setUpLink)
  await page.locator('#organization-name').fill('Harbor Family Clinic')
  await page.locator('#site-name').fill('Main Street')
  await page.locator('#given-name').fill('Ada')
  await page.locator('#family-name').fill('Stone')
  await page.locator('#email').fill('ada@harbor.example')
  await page.locator('#new-password').fill('harbor family')
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByRole('alert').getByText('close to your name').waitFor()
  await page.locator('#new-password').fill('four grey herons wade')
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByRole('button', { name: 'Authenticator app' }).click()
  const secret = (await page.locator('code').first().textContent())?.replaceAll(' ', '') ?? ''
  await page.locator('#first-code').fill(totpCode(fromBase32(secret), totpStep(product.now())))
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.locator('#codes-kept').check()
  expect(await page.locator('li code').count()).toBe(10)
  await page.getByRole('button', { name: 'Continue' }).click()

  await page.getByRole('heading', { name: 'Harbor Family Clinic' }).waitFor()
  await page.getByText('Chat on your web site').waitFor()
  await page.getByRole('button', { name: 'Switch sending on' }).first().click()
  await page.getByRole('button', { name: 'Switch sending off' }).waitFor()

  const again = await browser.newPage()
  await again.goto(product.setUpLink)
  await again.getByText('This link was used or is too old').first().waitFor()
  await again.close()
})

test('desk-D65 an administrator registers a site for the chat by keyboard, is told what is wrong with an address, and takes a removal back', async () => {
  await desk.reload()
  await desk.getByRole('button', { name: 'Show sites' }).press('Enter')
  await desk.getByText('No site shows the chat yet.').waitFor()
  const field = desk.getByRole('textbox', { name: 'Address of the site' })
  await field.fill('http://www.harbor.example')
  await field.press('Enter')
  await desk
    .getByRole('alert')
    .getByRole('link', { name: /begins with https/ })
    .press('Enter')
  expect(await field.evaluate((input) => input === document.activeElement && input.ariaInvalid)).toBe('true')
  await field.fill('www.harbor.example/contact')
  await field.press('Enter')
  const sites = desk.getByRole('list', { name: 'Sites that show the chat' })
  await sites.getByText('https://www.harbor.example').waitFor()
  await field.fill('https://www.harbor.example')
  await field.press('Enter')
  await desk.getByRole('alert').getByText('in the list already').waitFor()
  expect(await violationsOf(desk)).toEqual([])

  await sites.getByRole('button', { name: 'Remove https://www.harbor.example' }).press('Enter')
  await sites.waitFor({ state: 'detached' })
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
  await desk.getByRole('button', { name: 'Undo' }).press('Enter')
  await sites.getByText('https://www.harbor.example').waitFor()
  const line = (await desk.getByText('<script src=').last().textContent()) ?? ''
  const [key = ''] = /(?<=key=)[\w.-]+/.exec(line) ?? []
  const frame = await desk.request.get(`${product.url}/widget/frame.html?key=${key}`)
  expect(frame.headers()['content-security-policy']).toContain("frame-ancestors 'self' https://www.harbor.example;")

  // The sample page shows the chat as it stands on a site.
  const opened = desk.waitForEvent('popup')
  await desk.getByRole('link', { name: 'Try the chat on a sample page' }).press('Enter')
  const sample = await opened
  const chat = () => sample.frames().find((one) => one.url().includes(`/widget/frame.html?key=${key}`))
  await expect.poll(chat, { timeout: 20_000 }).toBeDefined()
  await chat()?.getByRole('button', { name: 'Chat with us' }).waitFor()
  await sample.close()
})

test('trust-D55 an administrator opens an address for pushed mail, sees what came of it, renews the secret and closes it', async () => {
  await desk.getByRole('button', { name: 'Add a mailbox' }).first().click()
  await desk.locator('#mailbox-address').fill('care@harbor.example')
  await desk.locator('#mailbox-address').press('Enter')
  await desk.getByRole('button', { name: 'Open an address' }).press('Enter')
  const dialog = desk.getByRole('alertdialog', { name: 'Copy the secret now' })
  await dialog.waitFor()
  const [secret = '', address = ''] = await dialog.locator('code').allTextContents()
  expect(await violationsOf(desk)).toEqual([])
  await dialog.getByRole('button', { name: 'I have copied it' }).press('Enter')
  expect(await desk.getByText(secret).count()).toBe(0)

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
  await desk.reload()
  await desk.getByText('In 7 days: 1 stored, 0 repeated, 0 refused, 0 set aside').waitFor()

  await desk.getByRole('button', { name: 'New secret' }).press('Enter')
  await desk.getByRole('dialog').getByRole('button', { name: 'New secret' }).press('Enter')
  await dialog.waitFor()
  const [renewed = ''] = await dialog.locator('code').allTextContents()
  await dialog.getByRole('button', { name: 'I have copied it' }).press('Enter')
  await desk.getByText('The old secret works until').waitFor()
  expect([(await push(secret)).status, (await push(renewed)).status]).toEqual([200, 200])

  const row = desk.getByRole('list', { name: 'Mail pushed by your provider' })
  await row.getByRole('button', { name: 'Close', exact: true }).press('Enter')
  await desk.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().press('Enter')
  await row.getByRole('button', { name: 'Open an address' }).waitFor()
  expect((await push(renewed)).status).toBe(401)
})

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}

test('an administrator invites a colleague and changes role and queues by keyboard', async () => {
  await desk.getByRole('link', { name: 'Staff', exact: true }).click()
  await desk.getByRole('button', { name: 'Invite a colleague' }).first().press('Enter')
  await desk.locator('#invite-given').fill('Ben')
  await desk.locator('#invite-family').fill('Reed')
  await desk.locator('#invite-email').fill('ben@harbor.example')
  await desk.locator('#invite-email').press('Enter')
  const row = desk.getByRole('listitem').filter({ hasText: 'Ben Reed' })
  await row.getByRole('button', { name: 'Change Ben Reed' }).press('Enter')
  const dialog = desk.getByRole('dialog', { name: 'Change role and queues' })
  await dialog.getByLabel('Clinical').check()
  await dialog.locator('#invite-role').selectOption('nurse')
  await dialog.getByText('has to sign in again').waitFor()
  expect(await violationsOf(desk)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await row.getByText('Nurse').waitFor()
  await row.getByRole('button', { name: 'Change Ben Reed' }).press('Enter')
  expect(await dialog.getByLabel('Clinical').isChecked()).toBe(true)
  await desk.keyboard.press('Escape')

  // The only administrator stays one.
  const own = desk.getByRole('listitem').filter({ hasText: 'Ada Stone' })
  await own.getByRole('button', { name: 'Change Ada Stone' }).press('Enter')
  await dialog.locator('#invite-role').selectOption('agent')
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await dialog.getByRole('alert').waitFor()
  await desk.keyboard.press('Escape')
  await own.getByText('Administrator').waitFor()
})
