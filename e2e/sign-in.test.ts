/** The first set-up of an own organization, through the screens, by the one-time link that the first start prints. */
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { totpCode, totpStep } from '#server/modules/identity/index.ts'
import { openChromium } from './setup/chromium.ts'
import { startOwnProduct, type OwnProduct } from './setup/own-product.ts'

let browser: Browser
let product: OwnProduct

beforeAll(async () => {
  product = await startOwnProduct()
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('trust-D19, D24 the printed link sets up an organization with its doors and an administrator with two factors, and is then dead', async () => {
  const page = await browser.newPage()
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
})

function fromBase32(text: string): Buffer {
  const bits = [...text].map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
}
