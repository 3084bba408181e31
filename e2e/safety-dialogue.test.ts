/** What may be an emergency is asked about in the portal, and the desk sees what was asked and answered (understanding-D28, D32, D73). */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { awkwardTargetsOf, sidewaysOf, violationsOf } from './setup/accessible.ts'
import { openChromium } from './setup/chromium.ts'
import { aPatient, atTheDesk, headers, inThePortal } from './setup/people.ts'

const { url } = inject('product')
vi.setConfig({ testTimeout: 300_000 })
/** A screen answers within this time beside other work on two cores, in milliseconds. */
const PATIENCE = { timeout: 40_000 }
/** Nobody reads a question and types in less, in milliseconds; what comes faster answers nothing. */
const READING_MS = 2_000

let browser: Browser
let nurse: BrowserContext
let portal: BrowserContext

beforeAll(async () => {
  browser = await openChromium()
  nurse = await atTheDesk(browser, 'nurse', { which: 1 })
  const { contact } = await aPatient(nurse, 'en')
  portal = await inThePortal(browser, { contact, viewport: { width: 390, height: 844 } })
})
afterAll(() => browser?.close())

const lines = (page: Page) => page.getByRole('log').getByRole('listitem')
const line = (page: Page, text: string | RegExp) => lines(page).filter({ hasText: text })

async function answer(page: Page, text: string) {
  await page.locator('#message').pressSequentially(text, { delay: READING_MS / text.length })
  await page.locator('form button[type=submit]').click()
}

test('a belly ache is asked about, one question at a time, and advised on; the desk sees it, and a person ends it', async () => {
  const page = await portal.newPage()
  await page.goto(`${url}/portal/messages/new`)
  // A matter of its own: in one that a person has already nothing is asked.
  await page.locator('#subject').fill('Since the weekend')
  await page.getByLabel('Your message').fill('belly ache since monday')
  await page.getByRole('button', { name: 'Send' }).click()
  const first = line(page, 'Is the pain very bad, or is your belly hard?')
  await first.waitFor(PATIENCE)
  await first.getByText('This is an automatic message, not a person.').waitFor()
  await answer(page, 'No')
  await line(page, 'Is there blood in your vomit or stool?').waitFor(PATIENCE)
  expect(await line(page, 'Please answer: Yes, No, or Not sure.').count()).toBe(2)
  await answer(page, 'no, thank you')
  const advice = line(page, /Call 911 if there is/)
  await advice.waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  expect(await awkwardTargetsOf(page)).toEqual([])
  expect(await sidewaysOf(page)).toEqual([])

  const conversationId = page.url().split('/').at(-1) ?? ''
  const desk = await nurse.newPage()
  await desk.goto(`${url}/desk/inbox/all/${conversationId}`)
  const asked = desk.getByRole('region', { name: 'Asked automatically' })
  await asked.waitFor(PATIENCE)
  expect(await asked.getByRole('term').allTextContents()).toEqual([
    'Is the pain very bad, or is your belly hard?',
    'Is there blood in your vomit or stool?',
  ])
  expect(await asked.getByRole('definition').allTextContents()).toEqual(['No', 'No'])
  expect(await violationsOf(desk)).toEqual([])

  const { lastSeq } = (await (await nurse.request.get(`${url}/api/conversations/${conversationId}`)).json()) as {
    lastSeq: number
  }
  const reply = { messageId: crypto.randomUUID(), mode: 'reply', text: 'I will call you.', seenSeq: lastSeq }
  const sent = await nurse.request.post(`${url}/api/conversations/${conversationId}/messages`, {
    headers,
    data: { ...reply, channel: 'portal-chat' },
  })
  expect(sent.status(), await sent.text()).toBe(200)
  await line(page, 'I will call you.').waitFor(PATIENCE)
  const before = await lines(page).count()
  await answer(page, 'It is in my shoulder, too')
  await line(page, 'It is in my shoulder, too').waitFor(PATIENCE)
  expect(await lines(page).count()).toBe(before + 1)
  await Promise.all([page.close(), desk.close()])
})
