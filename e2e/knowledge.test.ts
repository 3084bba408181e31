/** The life of an article at the desk (understanding journey 6), and its pages in every look. */
import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { noteUnanswered } from '#server/modules/knowledge/index.ts'
import { sidewaysOf, violationsOf } from './setup/accessible.ts'
import { openChromium } from './setup/chromium.ts'
import { atTheDesk } from './setup/people.ts'
import { screenshot } from './setup/screenshot.ts'
import { organizationId } from './setup/sessions.ts'
import { inDatabaseOf } from './setup/time.ts'

const { url, dataFolder } = inject('product')
/** A screen answers within this time beside other work on two cores, in milliseconds. */
const PATIENCE = { timeout: 30_000 }
vi.setConfig({ testTimeout: 300_000 })

let browser: Browser
let author: BrowserContext
let nurse: BrowserContext
let supervisor: BrowserContext
beforeAll(async () => {
  browser = await openChromium()
  author = await atTheDesk(browser, 'agent')
  nurse = await atTheDesk(browser, 'nurse')
  supervisor = await atTheDesk(browser, 'supervisor')
})
afterAll(() => browser?.close())

async function open(context: BrowserContext, search: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${url}/desk/knowledge${search}`)
  await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE)
  return page
}

const HARD =
  'Individuals requiring temporary ambulatory assistance devices may coordinate equipment reservation through administrative personnel, provided that identification documentation and a refundable deposit accompany the application. Availability is determined according to operational considerations.'
const PLAIN =
  'Yes. You can borrow a pair of stilts for two weeks. Ask at the front desk. Bring a card with your photo. You pay 20 dollars, and you get them back when you return the stilts.'

test('understanding journey 6: too hard is blocked, plain is reviewed, published and cited with its date; past its day it is unknown, and the report shows the question', async () => {
  const word = `stilts ${randomUUID().slice(0, 4)}`
  const ways = [`Can I borrow ${word}?`, `Do you rent out ${word}?`, `How long may I keep ${word}?`]
  const page = await open(author, '?article=new')
  await page.getByLabel('Title').fill(`Borrowing ${word}`)
  await page.getByLabel('What people are told').fill(HARD)
  await page.getByLabel('How people ask for it, one a line').fill(ways.join('\n'))
  await page.getByLabel('Name of the source').fill('Your care team')
  await page.getByLabel('Link', { exact: true }).fill('https://lindenbrook.example/care')
  await page.getByLabel('Last day').fill(new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10))
  await page.getByText('Too hard to be told').waitFor(PATIENCE)
  await page.getByRole('button', { name: 'Save and ask for a review' }).click()
  const blocked = page.getByRole('alert').getByText('English: It is too hard to read.')
  await blocked.waitFor(PATIENCE)
  // The draft is kept, and the page is that of the article now.
  await expect.poll(() => new URL(page.url()).searchParams.get('article'), PATIENCE).toMatch(/^[0-9a-f-]{36}$/)
  const articleId = new URL(page.url()).searchParams.get('article') ?? ''
  await page.getByText('Before it can be published:').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])

  // Somebody else writes meanwhile: what is typed here stays, and is not taken for saved.
  const publisher = await open(supervisor, `?article=${articleId}`)
  await publisher.getByLabel('What people are told').fill('They are out of stock.')
  await page.getByLabel('What people are told').fill(PLAIN)
  await publisher.getByRole('button', { name: 'Save the draft' }).click()
  await publisher.getByText('Version 1 was saved.').waitFor(PATIENCE)
  await page.getByText('Plain enough').waitFor(PATIENCE)
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.getByRole('alert').getByText('It was not saved.').waitFor(PATIENCE)
  await page.getByText('Somebody saved newer words while you wrote.').waitFor(PATIENCE)
  expect(await page.getByLabel('What people are told').inputValue()).toBe(PLAIN)
  await page.getByRole('button', { name: 'Keep mine' }).click()

  await page.getByRole('button', { name: 'Add the language' }).click()
  const spanish = page.getByRole('region', { name: 'Spanish' })
  await spanish.getByLabel('Title').fill(`Zancos ${word}`)
  await spanish.getByLabel('A machine translated this').check()
  await page.getByRole('button', { name: 'Save and ask for a review' }).click()
  await page.getByText('It is in review, so nobody changes it now.').waitFor(PATIENCE)
  await expect.poll(() => page.getByLabel('What people are told').first().isDisabled(), PATIENCE).toBe(true)
  expect(await spanish.getByRole('button', { name: 'I checked this translation' }).isEnabled()).toBe(true)
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect.poll(() => page.getByLabel('What people are told').first().isEnabled(), PATIENCE).toBe(true)
  // Whoever has typed nothing sees the newer words.
  await publisher.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  await expect.poll(() => publisher.getByLabel('What people are told').first().inputValue(), PATIENCE).toBe(PLAIN)
  await page.getByRole('button', { name: 'Save and ask for a review' }).click()
  await page.getByText('It is in review, so nobody changes it now.').waitFor(PATIENCE)

  const reviewer = await open(nurse, `?article=${articleId}`)
  await reviewer.getByLabel('What you say of it (needed to give it back)').fill('Good and short.')
  await reviewer.getByRole('button', { name: 'Approve' }).click()
  await reviewer.getByText('Good and short.').first().waitFor(PATIENCE)
  expect(await violationsOf(reviewer)).toEqual([])
  await publisher.reload()
  await publisher.getByRole('button', { name: 'Publish' }).click()
  await publisher.getByText('Published. People are told this version now.').waitFor(PATIENCE)

  const box = await open(author, '?show=try')
  const ask = async () => {
    await box.getByLabel('What a patient asks').fill(`hello, can I borrow ${word} from you`)
    await box.getByRole('button', { name: 'Try it' }).click()
  }
  await ask()
  await box.getByText('It answers').waitFor(PATIENCE)
  await box.getByText(PLAIN).waitFor(PATIENCE)
  const today = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date())
  await box.getByText(`Reviewed on ${today}`).waitFor(PATIENCE)
  expect(await box.getByRole('link', { name: 'Your care team' }).getAttribute('href')).toBe(
    'https://lindenbrook.example/care',
  )
  expect(await violationsOf(box)).toEqual([])

  // The last day is over. What the assistant does then: it says that it does not know, and keeps the question.
  await inDatabaseOf(dataFolder, async (tx) => {
    await tx.run(
      `update article_version set expires_on = current_date - 1 where organization_id = $1 and article_id = $2`,
      [organizationId, articleId],
    )
    await noteUnanswered(tx, {
      question: `My name is Ann Lee, can I borrow ${word}?`,
      language: 'en',
      channel: 'widget',
      outcome: 'unknown',
      articleId: null,
      now: new Date(),
    })
  })
  await ask()
  await box.getByText('The assistant would say that it does not know').waitFor(PATIENCE)

  const report = await open(author, '?show=questions')
  const kept = report
    .getByRole('listitem')
    .filter({ hasText: word.split(' ')[0] })
    .first()
  await kept.getByText('My name is [NAME], can I borrow').waitFor(PATIENCE)
  expect(await violationsOf(report)).toEqual([])
  await kept.getByRole('button', { name: 'Add to an article' }).click()
  await report.getByRole('dialog').getByLabel('Find an article').fill(word)
  await report.getByRole('button', { name: `Add to “Borrowing ${word}”` }).click()
  // A version of its own, which would have answered it.
  await report.getByText(/^(One|1) of the \d+ open questions? would be answered/).waitFor(PATIENCE)
  await report.getByText('Version 2, written by').waitFor(PATIENCE)
  for (const one of [page, reviewer, publisher, box, report]) await one.close()
})

test('understanding-D82 a file becomes drafts, with what became of each row', async () => {
  const page = await open(author, '')
  await page.getByRole('button', { name: 'Import' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  const title = `The ferry ${randomUUID().slice(0, 4)}`
  await dialog.getByLabel('File').setInputFiles({
    name: 'shelf.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(`# ${title}\nIt leaves at nine.\n\n# Nothing\n`),
  })
  await expect.poll(() => dialog.getByLabel('Or paste it here').inputValue(), PATIENCE).toContain(title)
  const shelf = await dialog.getByLabel('Or paste it here').inputValue()
  await dialog.getByLabel('File').setInputFiles({
    name: 'long.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('x'.repeat(500_002)),
  })
  await dialog.getByText('This is longer than 500,000 characters').waitFor(PATIENCE)
  expect(await dialog.getByRole('button', { name: 'Make drafts' }).isDisabled()).toBe(true)
  await dialog.getByLabel('Or paste it here').fill(shelf)
  expect(await violationsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Make drafts' }).click()
  await dialog.getByText('1 draft was made of 2 articles.').waitFor(PATIENCE)
  await dialog.getByText('It says nothing').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await dialog.getByRole('link', { name: title }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor(PATIENCE)
  await page.close()
})

test('the pages of articles are accessible in each look; phone, Spanish and right to left hold nothing back', async () => {
  const found = await author.request.get(`${url}/api/articles?search=blood%20test`)
  const { items } = (await found.json()) as { items: { articleId: string }[] }
  const article = `?article=${items[0]?.articleId}`
  const page = await open(nurse, '')
  const settled = async () => {
    await page.getByRole('heading', { level: 1 }).waitFor(PATIENCE)
    await expect.poll(() => page.locator('[aria-busy=true]').count(), PATIENCE).toBe(0)
  }
  const looks = [
    { name: 'light', theme: 'light', locale: 'en', picture: true },
    { name: 'dark', theme: 'dark', locale: 'en', picture: false },
    { name: 'right to left', theme: 'light', locale: 'ar-XB', picture: false },
  ]
  for (const { name, theme, locale, picture } of looks) {
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.evaluate(
      ([chosen, appearance]) => {
        localStorage.setItem('bedside.locale', chosen ?? '')
        localStorage.setItem('bedside.appearance', appearance ?? '')
      },
      [locale, JSON.stringify({ theme, contrast: 'system' })],
    )
    for (const [place, what] of [
      ['', 'articles'],
      [article, 'article'],
      ['?show=questions', 'unanswered'],
      ['?show=try', 'try'],
    ] as const) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(`${url}/desk/knowledge${place}`)
      await settled()
      if (picture && (what === 'article' || what === 'unanswered')) await screenshot(page, `desk-${what}`)
      expect(await violationsOf(page), `${name} ${what}`).toEqual([])
      for (const width of [390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await sidewaysOf(page), `${name} ${what} at ${width}`).toEqual([])
      }
    }
  }
  await page.evaluate(() => localStorage.setItem('bedside.locale', 'es'))
  await page.goto(`${url}/desk/knowledge`)
  await page.getByText('Preguntas sin respuesta').waitFor(PATIENCE)
  await page.close()
})

test('understanding 4: where there is no article yet, twenty questions begin one by keyboard', async () => {
  const page = await author.newPage()
  // The clinic of the demonstration has articles: this page is told of none.
  await page.route(/\/article\/list/, async (route) => {
    const response = await route.fetch()
    const body = (await response.json()) as { json: { items: unknown[]; next: string | null } }
    await route.fulfill({ response, json: { ...body, json: { ...body.json, items: [], next: null } } })
  })
  await page.goto(`${url}/desk/knowledge`)
  const offered = page.getByRole('list', { name: 'Or start from a question that patients often ask:' })
  await expect.poll(() => offered.getByRole('listitem').count(), PATIENCE).toBe(20)
  expect(await violationsOf(page)).toEqual([])
  await screenshot(page, 'knowledge-templates')
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await sidewaysOf(page)).toEqual([])
  await offered.getByRole('link', { name: 'Parking' }).press('Enter')
  await expect.poll(() => page.getByLabel('Title').inputValue(), PATIENCE).toBe('Parking')
  expect(await page.getByLabel('How people ask for it, one a line').inputValue()).toContain('Where can I park?')
  expect(await page.getByLabel('What people are told').inputValue()).toBe('')
  await page.close()
})
