/** Letters of strangers as the desk shows them, in a real browser: whatever they try, they do nothing (trust-D50). */
import { randomUUID } from 'node:crypto'
import nodemailer from 'nodemailer'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { HOSTILE_HTML, OVERLONG_HTML } from '#engines/mail/hostile-html.ts'
import { MAILBOX } from '../demo/clinic.ts'
import { aContext, openChromium } from './setup/chromium.ts'
import { atTheDesk } from './setup/people.ts'

const { url, smtpPort } = inject('product')
/** Stands before what is tried, so that the letter is known to be there. */
const OPENING = 'A letter.'
/** Whatever asks, runs or is embedded. */
const ACTIVE = 'form, input, button, select, textarea, script, style, link, meta, base, iframe, object, embed, svg, math, video, audio, template' // prettier-ignore

let browser: Browser
let agent: BrowserContext
let desk: Awaited<ReturnType<typeof watched>>
const mailer = nodemailer.createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true })
beforeAll(async () => {
  browser = await openChromium()
  agent = await atTheDesk(browser, 'agent')
  desk = await watched(agent)
  await desk.page.goto(`${url}/desk/inbox/all`)
  await desk.page.getByText('Unassigned').first().waitFor()
})
afterAll(async () => {
  mailer.close()
  await browser?.close()
})

/** What a page does that a letter must not make it do. Nothing leaves for another origin. */
async function watched(context: BrowserContext): Promise<{ page: Page; did: string[] }> {
  const page = await context.newPage()
  const did: string[] = []
  await page.route(
    (address) => !address.href.startsWith(`${url}/`),
    (route) => {
      did.push(`asked ${route.request().url()}`)
      return route.abort()
    },
  )
  page.on('dialog', (dialog) => {
    did.push(`said ${dialog.message()}`)
    // It may be gone with its page.
    void dialog.dismiss().catch(() => undefined)
  })
  page.on('popup', (other) => did.push(`opened ${other.url()}`))
  page.on('download', (file) => did.push(`saved ${file.url()}`))
  return { page, did }
}

/** Hands a letter in, and opens its conversation. */
async function openLetter(page: Page, html: string): Promise<string> {
  const subject = `Letter ${randomUUID()}`
  const from = `stranger-${randomUUID()}@evil.example`
  await mailer.sendMail({ from, to: MAILBOX, subject, html: `<p>${OPENING}</p>${html}` })
  const { items } = (await (await agent.request.get(`${url}/api/conversations?view=all`)).json()) as {
    items: { id: string; subject: string }[]
  }
  const address = `${url}/desk/inbox/all/${items.find((row) => row.subject === subject)?.id}`
  // As a link in the desk leads there, without loading the whole page again for each letter.
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, address)
  await page.getByRole('article').filter({ hasText: OPENING }).waitFor()
  return address
}

test('trust-D50 in a page that is not on its guard the same letters act', async () => {
  const context = await aContext(browser)
  const acting = []
  for (const [tries, html] of HOSTILE_HTML) {
    const { page, did } = await watched(context)
    await page.setContent(html).catch(() => undefined)
    if (did.length > 0) acting.push(tries)
    await page.close()
  }
  await context.close()
  // The others wait for a click, are of older browsers, or only look like more than they are.
  expect(acting.length, acting.join(', ')).toBeGreaterThan(12)
})

test.each(HOSTILE_HTML)('trust-D50 %s: nothing is asked, run, opened or covered', async (_, html) => {
  const { page, did } = desk
  const address = await openLetter(page, html)
  await page.getByRole('button', { name: 'Show as laid out' }).click()
  const letter = page.frameLocator('iframe')
  await letter.getByText(OPENING).waitFor()
  await page.frames().at(-1)?.waitForLoadState('load')
  expect(await letter.locator(ACTIVE).count()).toBe(0)
  // What stands around the letter is still the desk's: it is where it was, and hears.
  await page.getByRole('button', { name: 'Show as text' }).click()
  await page.locator('iframe').waitFor({ state: 'detached' })
  expect(page.url()).toBe(address)
  expect(did).toEqual([])
})

test.each(OVERLONG_HTML)('trust-D50 %s: it is shown as text alone', async (_, html) => {
  const { page, did } = desk
  await openLetter(page, html)
  expect(await page.getByRole('button', { name: 'Show as laid out' }).count()).toBe(0)
  expect(did).toEqual([])
})
