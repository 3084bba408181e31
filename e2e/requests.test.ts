/** A request that the assistant takes, in a real browser: by buttons and by keyboard, with a question in the middle (understanding.md 4). */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { awkwardTargetsOf, sidewaysOf, violationsOf } from './setup/accessible.ts'
import { openChromium } from './setup/chromium.ts'
import { aPatient, atTheDesk, inThePortal } from './setup/people.ts'
import { screenshot } from './setup/screenshot.ts'

const { url } = inject('product')
/** A screen answers within this time beside other work on two cores, in milliseconds. */
const PATIENCE = { timeout: 40_000 }
vi.setConfig({ testTimeout: 300_000 })
let browser: Browser
let agent: BrowserContext
let portal: BrowserContext

beforeAll(async () => {
  browser = await openChromium()
  agent = await atTheDesk(browser, 'agent')
  portal = await inThePortal(browser, { ...(await aPatient(agent, 'en')), viewport: { width: 390, height: 844 } })
})
afterAll(() => browser?.close())

const log = (page: Page) => page.getByRole('log')
const choices = (page: Page) => page.getByRole('group', { name: 'Answers you can press' })
async function write(page: Page, words: string) {
  await page.getByLabel('Write back').fill(words)
  await page.getByRole('button', { name: 'Send' }).press('Enter')
}

test('understanding-D64, D65, D67 a call is asked for with arrows and figures, a question in the middle is answered, and the desk sees what was said', async () => {
  const page = await portal.newPage()
  await page.goto(`${url}/portal/messages/new`)
  await page.getByLabel('Your message').fill('Can you call me back?')
  await page.getByRole('button', { name: 'Send' }).press('Enter')
  await log(page).getByText('When shall we call?').waitFor(PATIENCE)
  const buttons = choices(page).getByRole('button')
  await expect.poll(() => buttons.count(), PATIENCE).toBe(4)
  await buttons.last().getByText('Talk to a person').waitFor()
  expect(await violationsOf(page)).toEqual([])
  expect(await awkwardTargetsOf(page)).toEqual([])
  await screenshot(page, 'portal-choices')

  const time = await buttons.nth(1).textContent()
  await buttons.first().focus()
  await page.keyboard.press('ArrowDown')
  expect(await buttons.nth(1).evaluate((button) => button === document.activeElement)).toBe(true)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await buttons.last().evaluate((button) => button === document.activeElement)).toBe(true)
  await page.keyboard.press('2')
  await log(page).getByText('What should the call be about?').waitFor(PATIENCE)
  // The press is a message of the patient, and only the newest message has buttons.
  await log(page)
    .getByRole('listitem')
    .filter({ hasText: 'You' })
    .getByText(time ?? '', { exact: true })
    .waitFor()
  await expect.poll(() => buttons.allTextContents(), PATIENCE).toEqual(['Talk to a person'])

  await write(page, 'Do I pay for parking?')
  const aside = log(page).getByRole('listitem').filter({ hasText: 'Back to your request: Ask for a call.' })
  await aside.waitFor(PATIENCE)
  expect(await aside.textContent()).toContain('From our page')
  await write(page, 'my last bill')
  await log(page).getByText('Shall we call you then?').waitFor(PATIENCE)
  await expect.poll(() => buttons.count(), PATIENCE).toBe(4)

  const conversation = new URL(page.url()).pathname.split('/').at(-1)
  const desk = await agent.newPage()
  await desk.goto(`${url}/desk/inbox/all/${conversation}`)
  const request = desk.getByRole('list', { name: 'What the patient asks for' })
  await request.getByText('waits for a yes').waitFor(PATIENCE)
  expect(await violationsOf(desk)).toEqual([])
  await screenshot(desk, 'desk-request')
  await request.getByRole('link', { name: 'my last bill' }).press('Enter')
  await expect.poll(() => desk.evaluate(() => document.activeElement?.textContent ?? '')).toContain('my last bill')

  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sidewaysOf(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violationsOf(page)).toEqual([])
  await screenshot(page, 'portal-choices-dark')
  await choices(page).getByRole('button', { name: 'Yes', exact: true }).press('Enter')
  await log(page).getByText(`Done. We will call you on ${time}.`).waitFor(PATIENCE)
  await expect.poll(() => page.evaluate(() => document.activeElement?.id), PATIENCE).toBe('message')
  await page.goto(`${url}/portal/calls`)
  await page.getByRole('region', { name: 'We will call' }).getByRole('listitem').first().waitFor(PATIENCE)
  await page.close()
  await desk.close()
})

test('understanding-D62 the way to a person is one press away in the middle of a request', async () => {
  const page = await portal.newPage()
  await page.goto(`${url}/portal/messages/new`)
  // Words that most people begin with are put into the empty message, to be changed or sent.
  await page.getByRole('button', { name: 'Book a visit' }).press('Enter')
  await expect.poll(() => page.getByLabel('Your message').inputValue(), PATIENCE).toBe('Book a visit')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('message')
  expect(await page.getByRole('button', { name: 'Refill a medicine' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Send' }).press('Enter')
  await log(page).getByText('What is the visit for?').waitFor(PATIENCE)
  await choices(page).getByRole('button', { name: 'Talk to a person' }).press('Enter')
  await log(page).getByText('A person on our team will read this').waitFor(PATIENCE)
  await expect.poll(() => choices(page).count(), PATIENCE).toBe(0)
  await page.close()
})

test('desk-D72 buttons whose code does not come take nothing else from the page, and are there when it is loaded again', async () => {
  // Somebody who has no request open: what a patient asks for again goes on where it was.
  const another = await inThePortal(browser, await aPatient(agent, 'es'))
  const page = await another.newPage()
  let isCut = true
  await page.route('**/assets/choices-*', (route) => (isCut ? route.abort() : route.continue()))
  await page.goto(`${url}/portal/messages/new`)
  await page.getByLabel('Your message').fill('I would like to book a visit please')
  await page.getByRole('button', { name: 'Send' }).press('Enter')
  await log(page).getByText('What is the visit for?').waitFor(PATIENCE)
  await page.getByLabel('Write back').waitFor(PATIENCE)
  expect(await choices(page).count()).toBe(0)
  isCut = false
  await page.reload()
  await choices(page).getByRole('button', { name: 'Talk to a person' }).waitFor(PATIENCE)
  await another.close()
})

test('understanding-D75 whether an answer helped is said by keyboard with one press, taken back with one, and stands when the page is loaded again', async () => {
  const page = await portal.newPage()
  await page.goto(`${url}/portal/messages/new`)
  await page.getByLabel('Your message').fill('Do I pay for parking?')
  await page.getByRole('button', { name: 'Send' }).press('Enter')
  const thumbs = log(page).getByRole('group', { name: 'Did this help?' })
  await thumbs.waitFor(PATIENCE)
  const up = thumbs.getByRole('button', { name: 'Yes, it helped' })
  const down = thumbs.getByRole('button', { name: 'No, it did not help' })
  await down.press('Enter')
  await thumbs.getByRole('status').getByText('Thank you.').waitFor(PATIENCE)
  expect(await down.getAttribute('aria-pressed')).toBe('true')
  expect(await violationsOf(page)).toEqual([])
  expect(await awkwardTargetsOf(page)).toEqual([])
  await screenshot(page, 'portal-thumbs')
  await thumbs.getByRole('button', { name: 'Undo' }).press('Enter')
  await thumbs.getByRole('status').getByText('Taken back.').waitFor(PATIENCE)
  expect(await down.getAttribute('aria-pressed')).toBe('false')
  await up.press(' ')
  await thumbs.getByRole('status').getByText('Thank you.').waitFor(PATIENCE)
  await page.reload()
  await expect.poll(() => up.getAttribute('aria-pressed'), PATIENCE).toBe('true')

  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sidewaysOf(page)).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violationsOf(page)).toEqual([])
  await screenshot(page, 'portal-thumbs-dark')
  await page.close()
})
