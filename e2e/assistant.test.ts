/** What the assistant brings to people at the desk, and what people see of its decisions (understanding 3.13), in every look. */
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { sidewaysOf, violationsOf } from './setup/accessible.ts'
import { openChromium } from './setup/chromium.ts'
import { aPatient, atTheDesk, inThePortal } from './setup/people.ts'
import { screenshot } from './setup/screenshot.ts'

const { url } = inject('product')
/** A screen answers within this time beside other work on two cores, in milliseconds. */
const PATIENCE = { timeout: 30_000 }
vi.setConfig({ testTimeout: 300_000 })
let browser: Browser
let agent: BrowserContext
let supervisor: BrowserContext
let patient: Page
beforeAll(async () => {
  browser = await openChromium()
  agent = await atTheDesk(browser, 'agent')
  supervisor = await atTheDesk(browser, 'supervisor')
  const { contact } = await aPatient(agent, 'en')
  patient = await (await inThePortal(browser, { contact, viewport: { width: 390, height: 844 } })).newPage()
})
afterAll(() => browser?.close())

async function writes(text: string): Promise<void> {
  await patient.getByLabel('Write back').fill(text)
  await patient.getByRole('button', { name: 'Send' }).press('Enter')
}

async function openDesk(context: BrowserContext, place: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${url}/desk${place}`)
  await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE)
  return page
}

test('understanding-D71 to D75 a hand-off comes with its summary, is taken, given back and taken back, and the overview opens it', async () => {
  await patient.goto(`${url}/portal/messages/new`)
  await patient.getByLabel('Your message').fill('I have a question about my parking. I want to talk to a person.')
  await patient.getByRole('button', { name: 'Send' }).click()
  const log = patient.getByRole('log')
  await log.getByText('A person on our team will read this').waitFor(PATIENCE)
  const id = new URL(patient.url()).pathname.split('/').at(-1) ?? ''

  const desk = await openDesk(agent, `/inbox/all/${id}`)
  await desk.getByText('Nobody has taken it yet.').waitFor(PATIENCE)
  const summary = desk.locator('details', { hasText: 'In short' })
  await summary.getByText('“I have a question about my parking. I want to talk to a person.”').waitFor(PATIENCE)
  await desk.getByRole('button', { name: 'Asks: go to the message' }).press('Enter')
  await expect.poll(() => desk.evaluate(() => document.activeElement?.id), PATIENCE).toBe('message-1')
  expect(await violationsOf(desk)).toEqual([])
  await screenshot(desk, 'desk-hand-off')
  // On a phone it is closed, and opens by keyboard.
  await desk.setViewportSize({ width: 390, height: 844 })
  await desk.reload()
  const heading = desk.locator('summary', { hasText: 'In short' })
  await heading.waitFor(PATIENCE)
  const asks = desk.getByRole('button', { name: 'Asks: go to the message' })
  expect(await asks.isVisible()).toBe(false)
  await heading.press('Enter')
  await asks.waitFor(PATIENCE)
  expect(await sidewaysOf(desk)).toEqual([])
  await desk.setViewportSize({ width: 1440, height: 900 })

  await desk.getByRole('button', { name: /^Take/ }).first().press('Enter')
  await desk.getByText('Yours', { exact: true }).waitFor(PATIENCE)
  await expect.poll(() => desk.getByText('Nobody has taken it yet.').count(), PATIENCE).toBe(0)
  await desk.getByRole('button', { name: 'Give back to the assistant' }).press('Enter')
  const giving = desk.getByRole('dialog')
  await giving.getByLabel('Note for your team (optional)').fill('The parking was explained by phone.')
  expect(await violationsOf(desk)).toEqual([])
  await giving.getByRole('button', { name: 'Give back' }).press('Enter')
  await desk.getByText('The parking was explained by phone.').waitFor(PATIENCE)
  await log.getByText('Our team gave this chat back to the automatic helper.').waitFor(PATIENCE)
  expect(await log.getByText('The parking was explained').count()).toBe(0)

  await writes('Can I talk to a person please')
  await expect.poll(() => log.getByText('A person on our team will read this').count(), PATIENCE).toBe(2)
  await writes('Never mind, thanks')
  await log.getByText('The automatic helper goes on here').waitFor(PATIENCE)
  await desk.getByText('The assistant answers here until a person does.').waitFor(PATIENCE)
  expect(await violationsOf(patient)).toEqual([])

  const overview = await openDesk(supervisor, '/assistant')
  await overview.getByRole('heading', { name: 'Until a person came' }).waitFor(PATIENCE)
  await overview.getByText('What the assistant brought was taken in').waitFor(PATIENCE)
  await screenshot(overview, 'desk-assistant')
  await overview.getByRole('link', { name: /^Brought to people: \d+$/ }).click()
  await overview.locator(`a[href*="${id}"]`).first().waitFor(PATIENCE)
  await desk.close()
  await overview.close()
})

test('understanding-D75 an emergency comes to review; who finds it wrong says what and why, and the week counts it', async () => {
  await patient.goto(`${url}/portal/messages/new`)
  await patient.getByLabel('Your message').fill('My neighbor once had crushing chest pain and cannot breathe now.')
  await patient.getByRole('button', { name: 'Send' }).click()
  await patient.getByRole('log').getByText('My neighbor once had').waitFor(PATIENCE)
  const page = await openDesk(supervisor, '/assistant?show=review')
  const row = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: 'My neighbor once had crushing chest pain' })
  await row.getByText('Emergency now').waitFor(PATIENCE)
  await row.getByRole('button', { name: 'Read it again' }).press('Enter')
  await row.getByText('Read again from its words: the same.').waitFor(PATIENCE)
  await row.getByRole('button', { name: 'Wrong' }).press('Enter')
  await row.getByRole('button', { name: 'Save' }).press('Enter')
  await row.getByText('Choose what was wrong, and say why.').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await row.getByLabel('The urgency').press('Space')
  await row.getByLabel('Why?').fill('It is about somebody else.')
  await row.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByText('Thank you. It is kept.').waitFor(PATIENCE)
  await expect.poll(() => row.count(), PATIENCE).toBe(0)
  await page.getByRole('link', { name: 'Figures' }).click()
  await page.getByText(/^People agreed with \d+ of \d+ decisions?\.$/).waitFor(PATIENCE)
  await page.close()
})

test('the pages of the assistant are accessible in each look; phone, Spanish and right to left hold nothing back', async () => {
  const page = await openDesk(supervisor, '/assistant')
  const settled = async () => {
    await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE)
    await expect.poll(() => page.locator('[aria-busy=true]').count(), PATIENCE).toBe(0)
  }
  const looks = [
    { name: 'light', theme: 'light', locale: 'en' },
    { name: 'dark', theme: 'dark', locale: 'en' },
    { name: 'right to left', theme: 'light', locale: 'ar-XB' },
  ]
  for (const { name, theme, locale } of looks) {
    await page.evaluate(
      ([chosen, appearance]) => {
        localStorage.setItem('bedside.locale', chosen ?? '')
        localStorage.setItem('bedside.appearance', appearance ?? '')
      },
      [locale, JSON.stringify({ theme, contrast: 'system' })],
    )
    for (const place of ['', '?show=review']) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(`${url}/desk/assistant${place}`)
      await settled()
      expect(await violationsOf(page), `${name} ${place}`).toEqual([])
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await sidewaysOf(page), `${name} ${place} at ${width}`).toEqual([])
      }
    }
  }
  await page.evaluate(() => localStorage.setItem('bedside.locale', 'es'))
  await page.goto(`${url}/desk/assistant`)
  await page.getByRole('link', { name: 'Por revisar' }).waitFor(PATIENCE)
  // The next journey opens the same desk.
  await page.evaluate(() => localStorage.clear())
  await page.close()
})

test('understanding-D7 what was read wrongly is corrected by keyboard in one choice, stands beside it, and a supervisor has it as a file', async () => {
  const another = await inThePortal(browser, await aPatient(agent, 'en'))
  const page = await another.newPage()
  await page.goto(`${url}/portal/messages/new`)
  await page.getByLabel('Your message').fill('I would like to know about the thing from Tuesday')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('log').getByText('the thing from Tuesday').waitFor(PATIENCE)
  await expect.poll(() => page.url(), PATIENCE).toMatch(/messages\/[0-9a-f-]{36}$/)
  const desk = await openDesk(agent, `/inbox/all/${new URL(page.url()).pathname.split('/').at(-1)}`)
  const correct = desk.getByRole('button', { name: 'Correct', exact: true })
  await correct.press('Enter')
  expect(await correct.getAttribute('aria-expanded')).toBe('true')
  await desk.getByLabel('It is about').selectOption('bill_question')
  await desk.getByText(/^Corrected: /).waitFor(PATIENCE)
  expect(await violationsOf(desk)).toEqual([])
  await screenshot(desk, 'desk-correction')
  await desk.setViewportSize({ width: 390, height: 844 })
  expect(await sidewaysOf(desk)).toEqual([])
  await desk.getByLabel('It is about').selectOption('')
  await expect.poll(() => desk.getByText(/^Corrected: /).count(), PATIENCE).toBe(0)
  await desk.getByLabel('It is about').selectOption('bill_question')
  await desk.getByText(/^Corrected: /).waitFor(PATIENCE)

  const leads = await openDesk(supervisor, '/assistant?show=review')
  const [file] = await Promise.all([
    leads.waitForEvent('download'),
    leads.getByRole('button', { name: 'Download corrections' }).press('Enter'),
  ])
  expect(file.suggestedFilename()).toBe('corrections.jsonl')
  const lines = (await file.createReadStream()).setEncoding('utf8')
  let text = ''
  for await (const part of lines) text += part
  expect(text.split('\n').map((line) => (line === '' ? {} : JSON.parse(line)))).toContainEqual(
    expect.objectContaining({ intents: ['bill_question'] }),
  )
  expect(await violationsOf(leads)).toEqual([])
  await screenshot(leads, 'desk-corrections-download')
  await another.close()
  await desk.close()
  await leads.close()
})
