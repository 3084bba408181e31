/** Help for whoever writes to a patient (understanding journey 8): by keyboard, heard by a screen reader; and the terms that the patient is explained. */
import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { sidewaysOf, violationsOf } from './setup/accessible.ts'
import { openChromium } from './setup/chromium.ts'
import { aPatient, atTheDesk, headers, inThePortal } from './setup/people.ts'
import { screenshot } from './setup/screenshot.ts'

const { url } = inject('product')
/** A screen answers within this time beside other work on two cores, in milliseconds. */
const PATIENCE = { timeout: 30_000 }
vi.setConfig({ testTimeout: 300_000 })

type Known = Awaited<ReturnType<typeof aPatient>>

let browser: Browser
let agent: BrowserContext
let patient: Known
let another: Known
let portal: BrowserContext
beforeAll(async () => {
  browser = await openChromium()
  agent = await atTheDesk(browser, 'agent')
  patient = await aPatient(agent, 'en')
  another = await aPatient(agent, 'es')
  portal = await inThePortal(browser, patient)
})
afterAll(() => browser?.close())

/** The patient writes in the portal; @returns the conversation. */
async function asks(text: string): Promise<string> {
  const data = { messageId: randomUUID(), subject: `Matter ${randomUUID().slice(0, 8)}`, text }
  const sent = await portal.request.post(`${url}/api/my/messages`, { headers, data })
  expect(sent.ok()).toBe(true)
  return ((await sent.json()) as { conversationId: string }).conversationId
}

/** The conversation at the desk, with the field of the reply under the keys. */
async function answering(conversationId: string): Promise<Page> {
  const page = await agent.newPage()
  await page.goto(`${url}/desk/inbox/all/${conversationId}`)
  await page.getByRole('log').locator('article').first().waitFor(PATIENCE)
  await page.keyboard.press('r')
  await expect.poll(() => focused(page), PATIENCE).toBe('composer-text')
  return page
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)
const written = (page: Page) => page.locator('#composer-text').inputValue()
const chosen = (page: Page) =>
  page.locator('#composer-text').evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd)) // prettier-ignore
const heard = (page: Page, words: RegExp) =>
  page.getByRole('region', { name: 'Plain words' }).getByRole('status').filter({ hasText: words }).waitFor(PATIENCE)

async function answersIn(conversationId: string): Promise<string[]> {
  const read = await agent.request.get(`${url}/api/conversations/${conversationId}/messages`)
  const { items } = (await read.json()) as { items: { direction: string; text: string; author: { kind: string } }[] }
  return items.filter(({ direction, author }) => direction === 'out' && author.kind === 'staff').map(({ text }) => text)
}
const gradeOf = async (text: string) => {
  const read = await agent.request.post(`${url}/api/plain-words`, { headers, data: { text, language: 'en' } })
  return ((await read.json()) as { grade: number }).grade
}

test('understanding journey 8: jargon becomes plain by keys and the dose stays; another patient’s name stops the reply until it is out; the patient is explained what is left', async () => {
  const conversationId = await asks('What happens before my operation?')
  const page = await answering(conversationId)
  const draft = (name: string) =>
    `Prior to your surgery we will administer a sedative, and subsequently we will notify the pharmacy regarding your medication. Take 5 mg of lisinopril in the morning. ${name} did not need it. Call us if you feel worse.`
  await page.keyboard.type(draft(another.name))
  await heard(page, /^\s*Grade \d+\. 7 suggestions\. The first: “Prior to” could be “Before”\./)
  await page.getByRole('button', { name: '“Prior to” → “Before”' }).waitFor(PATIENCE)
  // Nothing is replaced by itself.
  expect(await written(page)).toBe(draft(another.name))
  await screenshot(page, 'desk-composer-help')
  expect(await violationsOf(page)).toEqual([])
  // On a phone, in the dark and from right to left nothing is held back.
  await page.setViewportSize({ width: 390, height: 844 })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(() => void (document.documentElement.dir = 'rtl'))
  expect(await sidewaysOf(page)).toEqual([])
  expect(await violationsOf(page)).toEqual([])
  await page.evaluate(() => void (document.documentElement.dir = 'ltr'))
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1440, height: 900 })

  for (let taken = 1; taken <= 7; taken++) {
    await page.keyboard.press('Control+.')
    if (taken === 1) await heard(page, /Now it says “Before”\./)
    await expect.poll(() => focused(page), PATIENCE).toBe('composer-text')
  }
  const plain = (name: string) =>
    `Before your surgery we will give a sedative, and later we will tell the drug store about your medicine. Take 5 mg of lisinopril in the morning. ${name} did not need it. Call us if you feel worse.`
  await expect.poll(() => written(page), PATIENCE).toBe(plain(another.name))
  await heard(page, /No suggestion\./)
  // Escape puts away what is pointed at; the next one would leave the field.
  await page.getByText('Hard sentence').waitFor(PATIENCE)
  await page.keyboard.press('Escape')
  await page.getByText('Hard sentence').waitFor({ state: 'detached', ...PATIENCE })
  expect(await focused(page)).toBe('composer-text')

  await page.keyboard.press('Control+Enter')
  const stop = page.getByRole('alertdialog', { name: 'Look at these words before they leave' })
  await stop.waitFor(PATIENCE)
  expect(await stop.locator('mark').allTextContents()).toEqual([another.name])
  expect(await violationsOf(page)).toEqual([])
  await screenshot(page, 'desk-disclosure')
  expect(await answersIn(conversationId)).toEqual([])
  // The safe answer has the focus; it brings the words under the keys.
  await page.keyboard.press('Enter')
  await stop.waitFor({ state: 'detached', ...PATIENCE })
  await expect.poll(() => chosen(page), PATIENCE).toBe(another.name)
  await page.keyboard.type('Another person')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => answersIn(conversationId), PATIENCE).toEqual([plain('Another person')])
  expect(await gradeOf(plain('Another person'))).toBeLessThanOrEqual(6)
  await page.close()

  const reading = await portal.newPage()
  await reading.goto(`${url}/portal/messages/${conversationId}`)
  const term = reading.getByRole('button', { name: 'sedative' })
  await term.waitFor(PATIENCE)
  const lay = reading.getByRole('tooltip')
  expect(await lay.count()).toBe(0)
  await term.focus()
  await lay.filter({ hasText: 'a medicine that calms' }).waitFor(PATIENCE)
  expect(await violationsOf(reading)).toEqual([])
  await screenshot(reading, 'portal-term')
  await reading.keyboard.press('Escape')
  await expect.poll(() => lay.count(), PATIENCE).toBe(0)
  await reading.setViewportSize({ width: 320, height: 640 })
  await term.click()
  await lay.waitFor(PATIENCE)
  expect(await sidewaysOf(reading)).toEqual([])
  await reading.close()
})

test('understanding-D49 a reason lets the words go, chosen by keyboard; it stands in the journal of the conversation', async () => {
  const conversationId = await asks('May my neighbor come along?')
  const page = await answering(conversationId)
  const text = `Yes, ${another.name} may come along.`
  await page.keyboard.type(text)
  await page.keyboard.press('Control+Enter')
  const stop = page.getByRole('alertdialog', { name: 'Look at these words before they leave' })
  await stop.waitFor(PATIENCE)
  expect(await stop.getByRole('button', { name: 'Send with this reason' }).isDisabled()).toBe(true)
  await stop.getByLabel('Why they may be sent').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => answersIn(conversationId), PATIENCE).toEqual([text])
  await expect.poll(() => written(page), PATIENCE).toBe('')
  await page.close()
})

test('understanding-D44 above grade 8 it is asked once; a ready-made text for what the patient wants is put in by one key, and not by itself', async () => {
  const conversationId = await asks('I need a refill of my blood pressure pills please.')
  const page = await answering(conversationId)
  const offer = page.getByRole('button', { name: /Ready-made text: Refill request sent to the pharmacy/ })
  await offer.waitFor(PATIENCE)
  expect(await written(page)).toBe('')
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Control+.')
  const look = page.getByRole('dialog', { name: 'Refill request sent to the pharmacy' })
  await look.waitFor(PATIENCE)
  await page.keyboard.press('Enter')
  await expect.poll(() => written(page), PATIENCE).toContain('we sent your refill to the pharmacy')

  await page.keyboard.press('Control+a')
  const hard =
    'Individuals requiring temporary ambulatory assistance devices may coordinate equipment reservation through administrative personnel, provided that identification documentation and a refundable deposit accompany the application. Availability is determined according to operational considerations.'
  await page.keyboard.type(hard)
  await page.keyboard.press('Control+Enter')
  const question = page.getByRole('alertdialog', { name: 'Look again before it leaves' })
  await question.getByText('It reads harder than grade 8.').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await question.getByRole('button', { name: 'Send anyway' }).click()
  await expect.poll(() => answersIn(conversationId), PATIENCE).toEqual([hard])
  await page.close()
})

test('desk-D13 what could not be saved of a note is never the reply, and a reply that has left is no draft any more', async () => {
  const conversationId = await asks('Is the car park open at night?')
  const page = await answering(conversationId)
  const draftsOf = async () =>
    (
      (await (await agent.request.get(`${url}/api/conversations/${conversationId}/drafts`)).json()) as {
        mode: string
        text: string
      }[]
    ).map(({ mode, text }) => `${mode}: ${text}`)
  await page.route('**/rpc/conversation/saveDraft', (route) => route.abort())
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Note' }).fill('Between us: he has asked this before.')
  await page.getByText('Kept on this device').waitFor(PATIENCE)
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await expect.poll(() => written(page), PATIENCE).toBe('')
  await page.unroute('**/rpc/conversation/saveDraft')
  await page.getByRole('link', { name: 'Mine' }).first().click()
  await page.locator('#composer-text').waitFor({ state: 'detached', ...PATIENCE })
  await expect.poll(draftsOf, PATIENCE).toEqual(['note: Between us: he has asked this before.'])

  await page.goBack()
  await expect.poll(() => written(page), PATIENCE).toBe('')
  // The answer of the server comes later than the half second after which what was typed would be saved.
  await page.route('**/rpc/conversation/send', async (route) => {
    const response = await route.fetch()
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1_000)))
    await route.fulfill({ response })
  })
  await page.getByRole('textbox', { name: 'Reply' }).fill('Yes, all night.')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => answersIn(conversationId), PATIENCE).toEqual(['Yes, all night.'])
  await expect.poll(() => written(page), PATIENCE).toBe('')
  expect(await draftsOf()).toEqual(['note: Between us: he has asked this before.'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await expect.poll(() => written(page), PATIENCE).toBe('Between us: he has asked this before.')
  await page.close()
})
