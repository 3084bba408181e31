/**
 * What stood on the screen when a journey failed, so that a fault that is rarely seen explains itself: of each open page a picture, its
 * text and the last that it complained of, in e2e/results. The people in them are those of the demonstration.
 *
 * And a journey fails where a page did what its policy forbids (trust-D61), unless it says that it means to.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { afterEach, expect } from 'vitest'
import { onBrowser } from './chromium.ts'
import { isBreach, noteBreach, takeBreaches } from './breaches.ts'

const FOLDER = join(import.meta.dirname, '..', 'results')
/** Complaints that are kept of one page, and characters of each. */
const COMPLAINTS_MAX = 40
const COMPLAINT_MAX_CHARS = 300
const NAME_MAX_CHARS = 60
/** A page that does not answer even now is left out after this time, in milliseconds. */
const LOOK_MAX_MS = 10_000

const contexts = new Set<BrowserContext>()
const complaints = new WeakMap<Page, string[]>()

onBrowser((browser) =>
  browser.on('context', (context) => {
    contexts.add(context)
    context.on('close', () => contexts.delete(context))
    context.on('page', listen)
  }),
)

function listen(page: Page): void {
  const heard: string[] = []
  complaints.set(page, heard)
  const hear = (words: string) => {
    heard.push(`${new Date().toISOString()} ${words}`.slice(0, COMPLAINT_MAX_CHARS))
    if (heard.length > COMPLAINTS_MAX) heard.shift()
  }
  page.on('console', (message) => {
    if (message.type() === 'error') hear(message.text())
    if (isBreach(message.text())) noteBreach(message.text(), page.url())
  })
  page.on('pageerror', (error) => hear(String(error)))
  page.on('requestfailed', (request) => hear(`${request.failure()?.errorText} ${request.method()} ${request.url()}`))
  page.on('response', (response) => response.status() >= 400 && hear(`${response.status()} ${response.url()}`))
}

// What a page did before the first journey, as it was opened for all of them, belongs to the first.
afterEach(() => {
  expect(takeBreaches(), 'what pages did against their policy').toEqual([])
})

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  const name = task.name.replaceAll(/[^\w]+/g, '-').slice(0, NAME_MAX_CHARS)
  await mkdir(FOLDER, { recursive: true })
  const pages = [...contexts].flatMap((context) => context.pages())
  await Promise.all(pages.map((page, n) => keep(page, join(FOLDER, `${name}-${n + 1}`)).catch(() => {})))
})

async function keep(page: Page, path: string): Promise<void> {
  const within = { timeout: LOOK_MAX_MS }
  const texts = await Promise.all(
    page.frames().map(async (frame) => `${frame.url()}\n${await frame.locator('body').innerText(within)}`),
  )
  await writeFile(`${path}.txt`, [...texts, ...(complaints.get(page) ?? [])].join('\n\n'))
  await page.screenshot({ path: `${path}.png`, ...within })
}
