/** Views of one's own, as people at the desk make, read, arrange, share and delete them (desk-D11). */
import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { overflowOf, violationsOf } from './setup/accessible.ts'
import { openChromium } from './setup/chromium.ts'
import { atTheDesk, headers } from './setup/people.ts'

const { url } = inject('product')
/** A screen answers within this time beside other work on two cores, in milliseconds. */
const PATIENCE = { timeout: 30_000 }
vi.setConfig({ testTimeout: 300_000 })

let browser: Browser
let agent: BrowserContext
let supervisor: BrowserContext
beforeAll(async () => {
  browser = await openChromium()
  agent = await atTheDesk(browser, 'agent')
  supervisor = await atTheDesk(browser, 'supervisor')
})
afterAll(() => browser?.close())

async function open(context: BrowserContext, place: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${url}/desk${place}`)
  await rail(page).getByRole('heading', { name: 'Your views' }).waitFor(PATIENCE)
  return page
}
const rail = (page: Page) => page.getByRole('navigation')
const inRail = (page: Page, name: string) => rail(page).getByRole('link', { name, exact: false }).filter({ hasText: name }) // prettier-ignore
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name })
/** Languages have “name” in theirs, too. */
const nameIn = (editor: Locator) => editor.getByRole('textbox', { name: 'Name' })
const settled = (page: Page) => expect.poll(() => page.locator('[aria-busy=true]').count(), PATIENCE).toBe(0)
/** Every row of the list that is open, also those that are fetched when they come into sight. */
async function rowsOf(page: Page): Promise<number> {
  await settled(page)
  const more = page.getByRole('button', { name: 'More' })
  while (await more.count()) {
    await more.first().scrollIntoViewIfNeeded()
    await settled(page)
  }
  return page.locator('[data-conversation]').count()
}

/** The demonstration goes on by itself; what bears this tag is ours alone. */
const TAG = `journey-${randomUUID().slice(0, 8)}`
const TAGGED = 3
async function tagSome(): Promise<void> {
  const listed = await agent.request.get(`${url}/api/conversations?view=snoozed&limit=${TAGGED}`)
  const { items } = (await listed.json()) as { items: { id: string }[] }
  expect(items).toHaveLength(TAGGED)
  for (const { id } of items) {
    const tagged = await agent.request.post(`${url}/api/conversations/${id}/tags`, { headers, data: { add: [TAG] } })
    expect(tagged.status(), await tagged.text()).toBe(200)
  }
}

test('an agent makes a view by keyboard: what is wrong is named, the count is shown before saving and is that of the list', async () => {
  await tagSome()
  const page = await open(agent, '/inbox/mine')
  await page.getByText('Choose a conversation').waitFor(PATIENCE)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('new view')
  await page.keyboard.press('Enter')
  const editor = dialog(page, 'New view')
  await nameIn(editor).waitFor(PATIENCE)
  const fits = editor.getByRole('status')
  await fits.filter({ hasText: /fit now/ }).waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])

  // Without a name and a value it is refused, and the way leads to the field.
  await editor.getByRole('button', { name: 'Remove condition 1' }).click()
  await editor.getByText('Without a condition every conversation is in it.').waitFor(PATIENCE)
  await editor.getByRole('button', { name: 'Add a condition' }).click()
  await editor.getByLabel('Field').selectOption({ label: 'Tag' })
  await fits.filter({ hasText: 'Fill in the conditions' }).waitFor(PATIENCE)
  await editor.getByRole('button', { name: 'Save the view' }).click()
  await editor.getByRole('alert').getByRole('link', { name: 'Name: Fill this in.' }).click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('view-name')
  await page.keyboard.type('Ours alone')
  await editor.getByRole('button', { name: 'Save the view' }).click()
  await expect
    .poll(() => editor.getByRole('alert').getByRole('link').getAttribute('href'), PATIENCE)
    .toBe('#view-when-of-0-values')
  expect(await editor.getByRole('alert').getByRole('link').textContent()).toBe('Tag: Fill this in.')
  expect(await violationsOf(page)).toEqual([])

  await editor.getByLabel('Values').fill(TAG)
  await fits.filter({ hasText: `${TAGGED} conversations fit now` }).waitFor(PATIENCE)
  await nameIn(editor).press('Enter')
  await page.getByText('“Ours alone” is saved.').waitFor(PATIENCE)

  // It is opened, and stands in the rail with its count.
  await page.getByRole('heading', { level: 2, name: 'Ours alone' }).waitFor(PATIENCE)
  expect(await rowsOf(page)).toBe(TAGGED)
  await expect.poll(() => inRail(page, 'Ours alone').textContent(), PATIENCE).toBe(`Ours alone${TAGGED}`)
  expect(await violationsOf(page)).toEqual([])

  // What is opened from it stays in it.
  await page.locator('[data-conversation]').first().click()
  await page.locator('article').first().waitFor(PATIENCE)
  expect(await page.getByRole('heading', { level: 2, name: 'Ours alone' }).count()).toBe(1)
  expect(await inRail(page, 'Ours alone').getAttribute('aria-current')).toBe('page')
  await page.close()
})

test('a view is renamed, moved, deleted and brought back; an address of none leads to one way out', async () => {
  const page = await open(agent, '/inbox/mine')
  await page.getByText('Choose a conversation').waitFor(PATIENCE)
  await inRail(page, 'Mine, waiting three days').click()
  await rail(page).getByRole('button', { name: 'Change “Mine, waiting three days”' }).click()
  const editor = dialog(page, 'Change the view')
  await nameIn(editor).fill('Mine, left alone')
  await editor.getByRole('button', { name: 'Save the view' }).click()
  await page.getByRole('heading', { level: 2, name: 'Mine, left alone' }).waitFor(PATIENCE)
  await editor.waitFor({ state: 'detached', ...PATIENCE })

  await page.keyboard.press('g')
  await page.keyboard.press('v')
  const views = dialog(page, 'Your views')
  await views.getByRole('button', { name: 'Move “Mine, left alone” up' }).click()
  await expect
    .poll(() => views.getByRole('listitem').allTextContents(), PATIENCE)
    .toEqual([
      expect.stringContaining('Mine, left alone'),
      expect.stringContaining('In Spanish, nobody has it'),
      expect.stringContaining('Ours alone'),
    ])
  expect(await violationsOf(page)).toEqual([])
  // What somebody else shared is not changed by its reader.
  const shared = views.getByRole('listitem').filter({ hasText: 'In Spanish, nobody has it' })
  expect(await shared.textContent()).toContain('Everybody at the desk')
  expect(await shared.getByRole('button', { name: /Delete|Change/ }).count()).toBe(0)

  await views.getByRole('button', { name: 'Delete “Mine, left alone”' }).click()
  await page.waitForURL('**/inbox/mine', PATIENCE)
  await expect.poll(() => views.getByRole('listitem').count(), PATIENCE).toBe(2)
  await views.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => views.getByRole('listitem').count(), PATIENCE).toBe(3)
  // After the dialog, too.
  await views.getByRole('button', { name: 'Delete “Mine, left alone”' }).click()
  await views.getByText('“Mine, left alone” is deleted.').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Undo' }).click()
  await inRail(page, 'Mine, left alone').waitFor(PATIENCE)

  await page.goto(`${url}/desk/inbox/00000000-0000-4000-8000-000000000000`)
  await page.getByText('There is nothing here that you can open.').waitFor(PATIENCE)
  await page.close()
})

test('a supervisor shares a view with everybody; who reads it finds it beside the inbox and cannot change it', async () => {
  const page = await open(supervisor, '/inbox/mine')
  await rail(page).getByRole('button', { name: 'New view' }).click()
  const editor = dialog(page, 'New view')
  await nameIn(editor).fill('Red flags of today')
  await editor.getByLabel('Field').selectOption({ label: 'Urgency' })
  await editor.getByLabel('Comparison').selectOption({ label: 'is at least' })
  await editor.getByLabel('Values').selectOption({ label: 'Emergency' })
  await editor.getByLabel('Who has it').selectOption({ label: 'Everybody at the desk' })
  await editor.getByText('Each reader sees only conversations that are open to them.').waitFor(PATIENCE)
  await editor.getByRole('button', { name: 'Save the view' }).click()
  await page.getByRole('heading', { level: 2, name: 'Red flags of today' }).waitFor(PATIENCE)
  await page.close()

  const reading = await open(agent, '/inbox/mine')
  await inRail(reading, 'Red flags of today').click()
  await reading.getByRole('heading', { level: 2, name: 'Red flags of today' }).waitFor(PATIENCE)
  expect(await rail(reading).getByRole('button', { name: 'Change “Red flags of today”' }).count()).toBe(0)
  await reading.close()
})

test('on a phone, in the dark, in Spanish, in long words and from right to left nothing is held back, and what fails says so', async () => {
  const looks: { name: string; locale?: string; theme?: string; width?: number }[] = [
    { name: 'dark', theme: 'dark' },
    { name: 'phone', width: 390 },
    { name: 'spanish', locale: 'es' },
    { name: 'long', locale: 'en-XA', width: 390 },
    { name: 'right to left', locale: 'ar-XB' },
  ]
  const page = await open(agent, '/inbox/mine')
  for (const { name, locale = 'en', theme = 'light', width = 1440 } of looks) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate(
      ([chosen, appearance]) => {
        localStorage.setItem('bedside.locale', chosen ?? '')
        localStorage.setItem('bedside.appearance', appearance ?? '')
      },
      [locale, JSON.stringify({ theme, contrast: 'system' })],
    )
    await page.goto(`${url}/desk/inbox/unassigned`)
    await page.locator('[data-conversation]').first().waitFor(PATIENCE)
    await page.locator('#saved-views').waitFor({ state: 'attached', ...PATIENCE })
    await page.keyboard.press('g')
    await page.keyboard.press('v')
    await page.getByRole('dialog').getByRole('listitem').first().waitFor(PATIENCE)
    expect(await violationsOf(page), name).toEqual([])
    expect(await overflowOf(page), `${name}: the list`).toBeLessThanOrEqual(0)
    // The last of the dialog is the way to a new one.
    await page.getByRole('dialog').getByRole('button').last().click()
    await page.locator('#view-name').waitFor(PATIENCE)
    await settled(page)
    expect(await violationsOf(page), name).toEqual([])
    expect(await overflowOf(page), `${name}: the editor`).toBeLessThanOrEqual(0)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
  }
  await page.evaluate(() => localStorage.clear())
  await page.setViewportSize({ width: 1440, height: 900 })

  let isDown = true
  await page.route('**/rpc/savedView/list', (route) => (isDown ? route.abort() : route.continue()))
  await page.goto(`${url}/desk/inbox/unassigned`)
  await page.getByText('Your views did not load.').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  isDown = false
  await rail(page).getByRole('button', { name: 'Try again' }).click()
  await inRail(page, 'In Spanish, nobody has it').waitFor(PATIENCE)
  await page.close()
})
