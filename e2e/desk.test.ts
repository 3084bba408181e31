/** The service desk as people use it: red flags, two agents on one conversation, keys, palette, search (desk journey 4 and more). */
import { randomUUID } from 'node:crypto'
import nodemailer from 'nodemailer'
import type { Browser, BrowserContext, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { overflowOf, sidewaysOf, violationsOf } from './setup/accessible.ts'
import { openChromium } from './setup/chromium.ts'
import { aPatient, atTheDesk, headers, inThePortal } from './setup/people.ts'
import { screenshot } from './setup/screenshot.ts'

const { url, smtpPort, staff } = inject('product')
/** A screen answers within this time beside other work on two cores, in milliseconds. */
const PATIENCE = { timeout: 30_000 }
/** Each journey alone takes seconds; on a machine with other work, many times as long. */
const JOURNEY_MAX_MS = 300_000
vi.setConfig({ testTimeout: JOURNEY_MAX_MS })

let browser: Browser
let nurse: BrowserContext
let agent: BrowserContext
let colleague: BrowserContext
beforeAll(async () => {
  browser = await openChromium()
  nurse = await atTheDesk(browser, 'nurse', { which: 1 })
  agent = await atTheDesk(browser, 'agent')
  colleague = await atTheDesk(browser, 'agent', { which: 1 })
})
afterAll(() => browser?.close())

type Found = { id: string; lastSeq: number }

/** A stranger writes by mail; @returns the conversation as the desk has it. */
async function aMail(subject: string, text: string): Promise<Found> {
  const mailer = nodemailer.createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true })
  await mailer.sendMail({
    from: `stranger-${randomUUID().slice(0, 8)}@example.org`,
    to: 'care@lindenbrook.example',
    subject,
    text,
  })
  mailer.close()
  const found = await agent.request.get(
    `${url}/api/conversations?view=all&search=${encodeURIComponent(`"${subject}"`)}`,
  )
  const { items } = (await found.json()) as { items: { id: string }[] }
  const id = items[0]?.id ?? ''
  return (await (await agent.request.get(`${url}/api/conversations/${id}`)).json()) as Found
}

/** Opens a place of the desk; `quiet`: without news from the server, as on a bad line. */
async function open(
  context: BrowserContext,
  place: string,
  { quiet = false, prepare }: { quiet?: boolean; prepare?: (page: Page) => Promise<unknown> } = {},
): Promise<Page> {
  const page = await context.newPage()
  await prepare?.(page)
  if (quiet) await page.routeWebSocket(/\/realtime/, () => undefined)
  await page.goto(`${url}/desk${place}`)
  return page
}

/** Within how many seconds the person can take an answer back. */
async function wantsToUndo({ request }: BrowserContext, undoSeconds: number): Promise<void> {
  const settings = (await (await request.get(`${url}/api/staff/me`)).json()) as object
  const saved = await request.post(`${url}/api/staff/me`, { headers, data: { ...settings, undoSeconds } })
  expect(saved.status(), await saved.text()).toBe(200)
}

const composer = (page: Page) => page.locator('#composer-text')
/** Words in the open conversation; they may stand in the list as well, and earlier. */
const said = (page: Page, words: string) => page.getByRole('log').getByText(words).first()
const anId = () => randomUUID().slice(0, 8)

test('desk-D3 a red flag stands above everything in the patient’s words, and A accepts it; grown long it is read from the first unread message, the flag and a day on, by keyboard on a phone', async () => {
  const patient = await aPatient(agent, 'en')
  const portal = await inThePortal(browser, patient)
  const page = await open(nurse, '/inbox/mine')
  await page.getByText('Choose a conversation').waitFor(PATIENCE)
  const words = "my chest hurts and I can't breathe since this morning"
  const sent = await portal.request.post(`${url}/api/my/messages`, {
    headers,
    data: { messageId: randomUUID(), subject: 'Since this morning', text: words },
  })
  expect(sent.ok()).toBe(true)

  const band = page.getByRole('region', { name: 'Red flags that nobody has accepted' })
  const flag = band.getByRole('link').filter({ hasText: words })
  await flag.waitFor(PATIENCE)
  const { conversationId } = (await sent.json()) as { conversationId: string }
  // Others may be open; this one is opened from the band.
  await flag.click()
  const alert = page.getByText('Told so far:')
  await alert.waitFor(PATIENCE)
  await page.locator('article').first().waitFor(PATIENCE)
  await expect.poll(() => page.locator('[aria-busy=true]').count(), PATIENCE).toBe(0)
  await screenshot(page, 'desk-red-flag')
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('a')
  await page.getByText('accepted the red flag').first().waitFor(PATIENCE)
  const detail = await nurse.request.get(`${url}/api/conversations/${conversationId}`)
  expect((await detail.json()) as object).toMatchObject({ alertOpen: false, urgency: 'stat' })

  // Here the flag is taken: the same key assigns. The line of the journal may come before the flag is gone.
  await alert.waitFor({ state: 'detached', ...PATIENCE })
  await page.keyboard.press('a')
  await page.getByRole('dialog', { name: 'Assign to' }).waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await page.close()
  await portal.close()
  await readInALongConversation(conversationId, words)
})

/** On a phone and by keyboard: to the first unread message, to the flag, to a day, and back to the newest. */
async function readInALongConversation(id: string, flagged: string): Promise<void> {
  const write = async (text: string) => {
    const note = { messageId: randomUUID(), mode: 'note', text, seenSeq: 0 }
    const written = await colleague.request.post(`${url}/api/conversations/${id}/messages`, { headers, data: note })
    expect(written.status(), await written.text()).toBe(200)
  }
  for (let batch = 0; batch < 7; batch++)
    await Promise.all(Array.from({ length: 8 }, (_, n) => write(`Note ${batch}-${n} of many.`)))
  await write('The newest note of many.')
  const reader = await atTheDesk(browser, 'nurse', { viewport: { width: 390, height: 844 } })
  const { firstUnreadSeq, alerts } = (await (await reader.request.get(`${url}/api/conversations/${id}`)).json()) as {
    firstUnreadSeq: number
    alerts: { seq: number }[]
  }
  const page = await open(reader, `/inbox/all/${id}`)
  const newest = said(page, 'The newest note of many.')
  await newest.waitFor(PATIENCE)
  await composer(page).waitFor(PATIENCE)
  expect(await said(page, flagged).count()).toBe(0)

  const here = page.locator('article:focus')
  const isAt = (seq: number | undefined) => expect.poll(() => here.getAttribute('id'), PATIENCE).toBe(`message-${seq}`)
  await page.keyboard.press('g')
  await page.keyboard.press('j')
  await isAt(firstUnreadSeq)
  await page
    .getByRole('status')
    .filter({ hasText: 'First unread message' })
    .waitFor({ state: 'attached', ...PATIENCE })
  expect(await here.evaluate((card) => card.getBoundingClientRect().top < innerHeight)).toBe(true)
  expect(await newest.count()).toBe(0)
  expect(await violationsOf(page)).toEqual([])
  expect(await sidewaysOf(page)).toEqual([])

  // What comes meanwhile moves nothing; it stands at the end.
  await write('This came meanwhile.')
  await page.getByRole('button', { name: 'Show newer messages' }).waitFor(PATIENCE)
  await isAt(firstUnreadSeq)
  await page.getByRole('button', { name: 'Back to the newest' }).click()
  await said(page, 'This came meanwhile.').waitFor(PATIENCE)
  await page.locator('[role=log]:focus').waitFor(PATIENCE)
  await write('This is followed.')
  await said(page, 'This is followed.').waitFor(PATIENCE)

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Commands' }).fill('Red flag in')
  await page.getByRole('option', { name: /^Red flag in/, selected: true }).waitFor(PATIENCE)
  await page.keyboard.press('Enter')
  await isAt(alerts[0]?.seq)
  await here.getByText(flagged).first().waitFor(PATIENCE)

  // From right to left, and to a day of the reader's.
  await page.evaluate(() => localStorage.setItem('bedside.locale', 'ar-XB'))
  await page.reload()
  await newest.waitFor(PATIENCE)
  await page.locator('html[dir=rtl]').waitFor(PATIENCE)
  await composer(page).waitFor(PATIENCE)
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.locator('#place-day').fill('2020-01-01', PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await isAt(1)
  expect(await sidewaysOf(page)).toEqual([])
  await page.evaluate(() => localStorage.clear())
  await reader.close()
}

test('desk journey 4: two agents answer at once, one of them reads what the other wrote, edits and sends', async () => {
  const subject = `Opening hours ${anId()}`
  const { id } = await aMail(subject, 'When are you open on Saturday?')
  const [first, second] = [
    await open(agent, `/inbox/unassigned/${id}`, { quiet: true }),
    await open(colleague, `/inbox/unassigned/${id}`, { quiet: true }),
  ]
  const texts = ['We are open from nine to twelve.', 'Saturday is from ten to one.']
  for (const [n, page] of [first, second].entries()) {
    await said(page, 'When are you open on Saturday?').waitFor(PATIENCE)
    await composer(page).fill(texts[n] ?? '')
  }
  await Promise.all([first.keyboard.press('Control+Enter'), second.keyboard.press('Control+Enter')])

  const refused = (page: Page) => page.getByText('Something new was written')
  await expect.poll(async () => (await refused(first).count()) + (await refused(second).count()), PATIENCE).toBe(1)
  const [loser, winnersText] = (await refused(first).count()) > 0 ? [first, texts[1]] : [second, texts[0]]
  await loser
    .getByRole('alert')
    .getByText(winnersText ?? '')
    .waitFor(PATIENCE)
  expect(await violationsOf(loser)).toEqual([])
  await loser.getByRole('button', { name: 'Edit my reply' }).click()
  await composer(loser).press('End')
  await loser.keyboard.type(' And please ring the bell.')
  await loser.keyboard.press('Control+Enter')
  await loser.getByText('And please ring the bell.').first().waitFor(PATIENCE)
  await expect.poll(() => composer(loser).inputValue(), PATIENCE).toBe('')
  const { items } = (await (await agent.request.get(`${url}/api/conversations/${id}/messages`)).json()) as {
    items: { direction: string; text: string; author: { kind: string } }[]
  }
  const answers = items.filter(({ direction, author }) => direction === 'out' && author.kind === 'staff')
  expect(answers.map(({ text }) => text)).toEqual([winnersText, expect.stringContaining('And please ring the bell.')])
  await first.close()
  await second.close()
})

test('desk journey 4: undo brings the words and the file back, and the conversation to where it was; what is written while a reply leaves stays', async () => {
  const { id } = await aMail(`Leaflet ${anId()}`, 'Could you send me the leaflet?')
  // The longest that one can choose: what is tried below takes its time on a busy machine.
  await wantsToUndo(agent, 30)
  const page = await open(agent, `/inbox/unassigned/${id}`)
  await said(page, 'Could you send me the leaflet?').waitFor(PATIENCE)
  const words = 'Here it is.'
  await composer(page).fill(words)
  await page.locator('input[type=file]').setInputFiles({
    name: 'leaflet.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Bring your card.'),
  })
  const file = page.getByRole('region', { name: 'Reply' }).getByText('leaflet.txt')
  await file.waitFor(PATIENCE)
  await page.getByText('Draft saved').waitFor(PATIENCE)
  await page.keyboard.press('Control+Shift+Enter')
  await page.getByRole('button', { name: 'Undo' }).first().waitFor(PATIENCE)
  expect(((await (await agent.request.get(`${url}/api/conversations/${id}`)).json()) as { state: string }).state).toBe(
    'resolved',
  )
  // Out of the field first: letters are commands only then.
  await page.keyboard.press('Escape')
  await page.keyboard.press('u')
  await expect.poll(() => composer(page).inputValue(), PATIENCE).toBe(words)
  await file.waitFor(PATIENCE)
  await expect
    .poll(async () => (await (await agent.request.get(`${url}/api/conversations/${id}`)).json()) as object, PATIENCE)
    .toMatchObject({ state: 'open', assignee: null })
  // Written down with its file: another device would find both.
  await expect
    .poll(
      async () => (await (await agent.request.get(`${url}/api/conversations/${id}/drafts`)).json()) as object,
      PATIENCE,
    )
    .toMatchObject([{ mode: 'reply', text: words, attachments: [{ name: 'leaflet.txt' }] }])

  // What is written while it leaves stays, and what left does not.
  await page.route('**/rpc/conversation/send', async (route) => {
    await composer(page).press('End')
    await page.keyboard.type(' And bring your card.')
    await route.continue()
  })
  await composer(page).press('Control+Enter')
  await expect.poll(() => composer(page).inputValue(), PATIENCE).toBe('And bring your card.')
  await expect.poll(() => file.count(), PATIENCE).toBe(0)
  await page.getByText('Draft saved').waitFor(PATIENCE)
  await page.reload()
  await expect.poll(() => composer(page).inputValue(), PATIENCE).toBe('And bring your card.')
  await wantsToUndo(agent, 2)
  await page.close()
})

test('desk-D7, D12 news is announced above the list and never put under the pointer', async () => {
  const page = await open(agent, '/inbox/all')
  const rows = page.locator('[data-conversation]')
  await rows.first().waitFor(PATIENCE)
  const before = await rows.first().getAttribute('data-conversation')
  const { id } = await aMail(`News ${anId()}`, 'Something new')
  await page.getByRole('button', { name: '1 new' }).waitFor(PATIENCE)
  expect(await rows.first().getAttribute('data-conversation')).toBe(before)
  await page.getByRole('button', { name: '1 new' }).click()
  await expect.poll(() => rows.first().getAttribute('data-conversation'), PATIENCE).toBe(id)

  // What came while the line was cut is told when it is back.
  await page.context().setOffline(true)
  await page.getByText('No connection').first().waitFor(PATIENCE)
  const missed = await aMail(`Missed ${anId()}`, 'While you were away')
  // Meanwhile the server was replaced by a newer one.
  await page.route(`${url}/desk`, (route) => route.fulfill({ body: '<script src="/assets/desk-newer.js">' }))
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '1 new' }).waitFor(PATIENCE)
  await page.getByRole('button', { name: '1 new' }).click()
  await expect.poll(() => rows.first().getAttribute('data-conversation'), PATIENCE).toBe(missed.id)
  const loaded = page.waitForEvent('load')
  await page.getByText('There is a new version of this page.').waitFor(PATIENCE)
  await page.getByRole('button', { name: 'Load it' }).click()
  await loaded
  await rows.first().waitFor(PATIENCE)
  await page.close()
})

test('desk-D11 an empty list says when the next person is to be called, and leads there', async () => {
  const page = await open(colleague, '/inbox/mentions')
  const next = page.getByRole('link', { name: /^(Next call-back|A call-back has been due since) / })
  await next.waitFor(PATIENCE)
  const { dueAt } = (await (await colleague.request.get(`${url}/api/call-backs/next`)).json()) as { dueAt: string }
  expect(await next.locator('time').getAttribute('datetime')).toBe(dueAt)
  await next.press('Enter')
  await page.waitForURL('**/desk/call-backs', PATIENCE)
  await page.close()
})

test('desk-D73 palette, help and keys come from one list; keys can be set anew, letters switched off, and what a role may not do is not there', async () => {
  const { id } = await aMail(`Keys ${anId()}`, 'Where do I park?')
  const page = await open(agent, `/inbox/unassigned/${id}`)
  await said(page, 'Where do I park?').waitFor(PATIENCE)
  await composer(page).waitFor(PATIENCE)
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('combobox', { name: 'Commands' })
  await palette.waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await expect.poll(() => page.getByRole('option', { name: 'Accept the red flag' }).count()).toBe(0)
  await palette.fill('snooze')
  await page.getByRole('listbox').getByRole('option', { name: 'Snooze…', selected: true }).waitFor(PATIENCE)
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Snooze until' }).waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Escape')

  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await help.waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  expect(await help.getByText('Accept the red flag').count()).toBe(0)
  const changeOf = (name: string) => help.getByRole('button', { name: `Change the key: ${name}` })
  await changeOf('Tags…').click()
  await page.keyboard.press('s')
  await help.getByText('has that key').waitFor(PATIENCE)
  await page.keyboard.press('y')
  await help.getByText('is set').waitFor(PATIENCE)
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
  await page.keyboard.press('y')
  await page.getByRole('dialog', { name: 'Tags' }).waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Escape')

  // While typing a letter is a letter; switched off it is nothing at all.
  await composer(page).click()
  await page.keyboard.type('yes, e')
  expect(await composer(page).inputValue()).toBe('yes, e')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await help.getByRole('checkbox', { name: 'Single-letter keys' }).uncheck()
  await page.keyboard.press('Escape')
  await help.waitFor({ state: 'detached' })
  await page.keyboard.press('y')
  await page.keyboard.press('Control+k')
  await palette.waitFor(PATIENCE)
  expect(await page.getByRole('dialog', { name: 'Tags' }).count()).toBe(0)
  // The choice is this device's; the next journey begins with the keys as they were.
  await page.evaluate(() => localStorage.clear())
  await page.close()
})

test('desk-D70 search works from the key and from the palette, marks what it found, and never breaks', async () => {
  const word = `zebra${anId()}`
  await aMail(`A question about ${word}`, `The quick ${word} is called Ángela.`)
  const page = await open(agent, '/inbox/mine')
  await page.getByRole('heading', { name: 'Mine' }).waitFor(PATIENCE)
  await page.keyboard.press('/')
  await page.locator('#search:focus').waitFor(PATIENCE)
  // Who pauses in the middle finds the words so far, and goes on.
  await page.keyboard.type(`"${word}`)
  await page.getByRole('heading', { name: 'Found in all conversations' }).waitFor(PATIENCE)
  expect(page.url()).not.toContain(word)
  await page.keyboard.type(` is called" angela`)
  const hit = page.locator('[data-conversation]')
  await expect.poll(() => hit.locator('mark').allInnerTexts(), PATIENCE).toEqual([`${word} is called`, 'Ángela'])
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Commands' }).fill('search')
  await page.getByRole('option', { name: /search/i, selected: true }).waitFor(PATIENCE)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.id), PATIENCE).toBe('search')
  await page.locator('#search').fill(`${word} "((:* & | !`)
  await expect.poll(() => hit.count(), PATIENCE).toBe(1)
  await page.getByRole('heading', { name: 'Found in all conversations' }).waitFor(PATIENCE)
  await page.locator('#search').fill('nothing-of-the-kind-anywhere')
  await page.getByText('Nothing has these words.').waitFor(PATIENCE)
  await page.close()
})

test('desk-D8 a conversation begins at the desk, its patient is verified, somebody may act for the patient and then not any more, what the patient agreed to is written down and taken back, it is tagged, given away, made to wait, and resolved by keyboard', async () => {
  const patient = await aPatient(agent, 'es')
  const page = await open(agent, '/inbox/mine')
  await page.getByRole('heading', { name: 'Mine' }).waitFor(PATIENCE)
  await page.keyboard.press('c')
  await page.getByRole('dialog', { name: 'New conversation' }).locator('input:focus').waitFor(PATIENCE)
  await page.keyboard.type(patient.contact)
  await page.getByRole('button', { name: patient.name }).waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  const subject = `Su visita ${anId()}`
  await page.getByLabel('About').fill(subject)
  await page.getByLabel('Message').fill('Your visit is on Tuesday, and the form for it is attached here.')
  await page.getByRole('button', { name: 'Send', exact: true }).last().click()
  await page.getByText('Send anyway').waitFor(PATIENCE)
  await page.getByRole('button', { name: 'Send anyway' }).click()
  await page.getByRole('heading', { name: patient.name, level: 1 }).waitFor(PATIENCE)

  // Who it is, by its key: a check makes the record open, and the focus stays with what it changed.
  await page.keyboard.press('v')
  const check = page.getByRole('dialog', { name: 'Verify this person' })
  await check.waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  expect((await check.boundingBox())?.width).toBeLessThan(600)
  await check.getByLabel('Document, in person').check()
  await check.getByRole('button', { name: 'I checked this person' }).click()
  await check.waitFor({ state: 'detached', ...PATIENCE })
  await page.getByText('Showed a document in person.').waitFor(PATIENCE)
  await page.locator('section:focus').getByText('Who is writing').waitFor(PATIENCE)
  await letSomebodyAct(new URL(page.url()).pathname.replace('/desk', ''), patient.id)

  await page.keyboard.press('t')
  await page.getByLabel('New tag').fill('visit')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByText('visit', { exact: true }).waitFor(PATIENCE)
  await page.getByRole('button', { name: 'A death in the family' }).press('Enter')
  await page.getByRole('dialog').getByText('death in the family', { exact: true }).waitFor(PATIENCE)
  await page.keyboard.press('Escape')
  await page.keyboard.press('w')
  await page.getByRole('dialog', { name: 'Who are we waiting on?' }).waitFor(PATIENCE)
  await page.getByRole('button', { name: 'Waiting on insurance' }).click()
  await page.getByText('Waiting on insurance').first().waitFor(PATIENCE)
  await page.keyboard.press('e')
  await page.getByText('Resolved.').first().waitFor(PATIENCE)
  await page.close()
})

/** Somebody may act for the patient, and then not any more: what is missing is told at its field, and both show at once. */
async function letSomebodyAct(place: string, patientId: string): Promise<void> {
  // It asks for a factor that was shown lately: this colleague has just signed in.
  const fresh = await atTheDesk(browser, 'agent')
  const page = await open(fresh, place)
  const family = `Prueba ${anId()}`
  const proxy = async () => {
    const answer = await fresh.request.get(`${url}/api/patients/${patientId}`)
    const { relatedPersons } = (await answer.json()) as { relatedPersons: { family: string; proxy: object | null }[] }
    return relatedPersons.find((person) => person.family === family)?.proxy
  }
  await page.getByRole('button', { name: 'Let someone act' }).press('Enter', PATIENCE)
  const giving = page.getByRole('dialog', { name: 'Let someone act' })
  await giving.getByLabel('Who', { exact: true }).selectOption('new')
  await giving.getByLabel('First name').fill('Rosa')
  await giving.getByLabel('Last name').fill(family)
  await giving.getByLabel('Who they are to the patient').fill('sister')
  await giving.getByRole('button', { name: 'Let them act' }).press('Enter')
  await giving.getByRole('link', { name: 'Choose at least one thing they may do.' }).press('Enter')
  await page.keyboard.press('Space')
  await giving.getByLabel('Last day').fill('2020-01-01')
  await giving.getByRole('button', { name: 'Let them act' }).press('Enter')
  await giving.getByRole('alert').getByRole('link').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  expect(await proxy()).toBeNull()
  await giving.getByLabel('Last day').fill('')
  await giving.getByLabel('First day').fill('2020-01-01')
  await giving.getByRole('button', { name: 'Let them act' }).press('Enter')
  await giving.locator('a[href="#grant-from"]').press('Enter')
  expect(await proxy()).toBeNull()
  const ahead = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
  await page.locator('#grant-from:focus').fill(ahead)
  await giving.getByRole('button', { name: 'Let them act' }).press('Enter')
  await giving.waitFor({ state: 'detached', ...PATIENCE })
  const person = page.getByRole('listitem').filter({ hasText: family })
  await person.getByText('Will act for the patient: visits').waitFor(PATIENCE)
  expect(await proxy()).toBeNull()
  await page.getByRole('button', { name: 'Let someone act' }).press('Enter')
  await giving.getByLabel('Who', { exact: true }).selectOption(`Rosa ${family}, sister`)
  await giving.getByLabel('Arrange visits').check()
  await giving.getByRole('button', { name: 'Let them act' }).press('Enter')
  await giving.waitFor({ state: 'detached', ...PATIENCE })
  await person.getByText('Acts for the patient: visits').waitFor(PATIENCE)
  expect(await person.getByText('Will act').count()).toBe(0)
  expect(await proxy()).toMatchObject({ state: 'active', scope: ['schedule'], basis: 'signed-form', endsAt: null })

  await person.getByRole('button', { name: `End what Rosa ${family} may do` }).press('Enter')
  const ending = page.getByRole('dialog', { name: `End what Rosa ${family} may do` })
  await ending.getByLabel('They gave it up').check()
  expect(await violationsOf(page)).toEqual([])
  await ending.getByRole('button', { name: 'End at once' }).press('Enter')
  await person.getByText('Acted for the patient until').waitFor(PATIENCE)
  expect(await proxy()).toMatchObject({ state: 'revoked' })
  await page.getByRole('button', { name: 'Let someone act' }).and(page.locator(':focus')).waitFor(PATIENCE)
  await writeConsentDown(page, patientId)
  await fresh.close()
}

/** What the patient says at the counter, in their own language, on a phone's width and by keyboard; then taken back. */
async function writeConsentDown(page: Page, patientId: string): Promise<void> {
  const surveys = async () => {
    const answer = await page.request.get(`${url}/api/patients/${patientId}/consents`)
    const { choices } = (await answer.json()) as { choices: { key: string; given: object | null }[] }
    return choices.find(({ key }) => key === 'feedback-email')?.given
  }
  await page.setViewportSize({ width: 320, height: 700 })
  const write = page.getByRole('button', { name: 'Write down an answer: Surveys, E-mail' })
  await write.press('Enter', PATIENCE)
  const writing = page.getByRole('dialog', { name: 'Write down what the patient said' })
  await writing.getByText('¿Podemos preguntarle su opinión por correo?').waitFor(PATIENCE)
  await writing.getByRole('button', { name: 'Write it down' }).press('Enter')
  await writing.getByRole('link', { name: 'Choose how you were told.' }).press('Enter')
  await page.keyboard.press('Space')
  await writing.getByLabel('Yes', { exact: true }).press('Space')
  expect(await violationsOf(page)).toEqual([])
  expect(await sidewaysOf(page)).toEqual([])
  expect(await surveys()).toBeNull()
  await writing.getByRole('button', { name: 'Write it down' }).press('Enter')
  await writing.waitFor({ state: 'detached', ...PATIENCE })
  expect(await surveys()).toMatchObject({ provision: 'permit', told: 'in-person', language: 'es', textVersion: '2026-11', recordedBy: expect.any(String) }) // prettier-ignore

  await page.getByRole('button', { name: 'End what was agreed: Surveys, E-mail' }).press('Enter', PATIENCE)
  const ending = page.getByRole('dialog', { name: 'End what the patient agreed to' })
  await ending.getByLabel('By phone').press('Space')
  expect(await violationsOf(page)).toEqual([])
  await ending.getByRole('button', { name: 'End it' }).press('Enter')
  await write.and(page.locator(':focus')).waitFor(PATIENCE)
  expect(await surveys()).toMatchObject({ provision: 'deny', told: 'phone' })
}

test('every page of the desk is accessible, in each look; phone, Spanish, long words and right to left hold nothing back', async () => {
  // A conversation of the demonstration clinic with some turns, as people will see it first.
  const listed = await nurse.request.get(`${url}/api/conversations?view=waiting`)
  const { items } = (await listed.json()) as {
    items: { id: string; language: string; channel: string; patient: object | null }[]
  }
  const id = items.find(
    ({ language, channel, patient }) => language === 'en' && channel === 'portal-chat' && patient,
  )?.id
  const looks: {
    name: string
    locale?: string
    theme?: string
    contrast?: string
    width?: number
    picture?: string
    /** Read by axe as well; words of another length change nothing that it looks at. */
    isRead?: boolean
  }[] = [
    { name: 'dark', theme: 'dark', picture: 'desk-dark' },
    { name: 'contrast', theme: 'light', contrast: 'more' },
    { name: 'phone', width: 390, picture: 'desk-phone' },
    { name: 'spanish', locale: 'es', picture: 'desk-spanish', isRead: false },
    { name: 'long', locale: 'en-XA', width: 390, isRead: false },
    { name: 'right to left', locale: 'ar-XB' },
  ]
  const supervisor = await atTheDesk(browser, 'supervisor')
  const administrator = await atTheDesk(browser, 'administrator')
  const places: [BrowserContext, string[]][] = [
    [nurse, ['/status', '/set-aside', '/settings', '/inbox/due-next', '/hand-over', '/protocol']],
    // A week has one before it in the demonstration, and shows both.
    [supervisor, ['/board', '/reports?range=%227%22']],
    [administrator, ['/work', '/policies']],
  ]
  for (const [context, ofContext] of places) {
    const page = await context.newPage()
    for (const place of ofContext) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(`${url}/desk${place}`)
      await page.getByRole('heading').first().waitFor(PATIENCE)
      await expect.poll(() => page.locator('[aria-busy=true]').count(), PATIENCE).toBe(0)
      expect(await violationsOf(page), place).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await sidewaysOf(page), `${place} on a small phone`).toEqual([])
    }
    await page.close()
  }
  // Pages that axe reads elsewhere, in the longer of the two languages.
  const alsoNarrow: [BrowserContext, string[]][] = [
    [nurse, ['/call-backs', '/macros', '/knowledge', '/front-desk']],
    [supervisor, ['/assistant', '/rules', '/staff']],
    [administrator, ['/organization']],
  ]
  for (const [context, ofContext] of alsoNarrow) {
    const page = await context.newPage()
    await page.addInitScript(() => localStorage.setItem('bedside.locale', 'es'))
    for (const place of ofContext) {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(`${url}/desk${place}`)
      await page.locator('html[lang=es]').waitFor(PATIENCE)
      await page.getByRole('heading').first().waitFor(PATIENCE)
      await expect.poll(() => page.locator('[aria-busy=true]').count(), PATIENCE).toBe(0)
      expect(await sidewaysOf(page), `${place} on a phone`).toEqual([])
      await page.setViewportSize({ width: 320, height: 640 })
      expect(await sidewaysOf(page), `${place} on a small phone`).toEqual([])
    }
    await page.close()
  }
  await supervisor.close()
  await administrator.close()
  const page = await open(nurse, '/status')
  for (const {
    name,
    locale = 'en',
    theme = 'light',
    contrast = 'system',
    width = 1440,
    picture,
    isRead = true,
  } of looks) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate(
      ([chosen, appearance]) => {
        localStorage.setItem('bedside.locale', chosen ?? '')
        localStorage.setItem('bedside.appearance', appearance ?? '')
      },
      [locale, JSON.stringify({ theme, contrast })],
    )
    await page.goto(`${url}/desk/inbox/all/${id}`)
    await page.locator('article').first().waitFor(PATIENCE)
    await expect.poll(() => page.locator('[aria-busy=true]').count(), PATIENCE).toBe(0)
    if (isRead) expect(await violationsOf(page), name).toEqual([])
    if (width < 1440) expect(await sidewaysOf(page), name).toEqual([])
    expect(await overflowOf(page), `${name}: nothing lies beside the screen`).toBeLessThanOrEqual(0)
    if (picture) await screenshot(page, picture)
  }
  await page.close()
})

type State = { state: string; version: number; dueAt: string | null }
const stateOf = async (id: string): Promise<State> =>
  (await (await agent.request.get(`${url}/api/conversations/${id}`)).json()) as State
const setState = (context: BrowserContext, id: string, version: number, to: object) =>
  context.request.post(`${url}/api/conversations/${id}/state`, { headers, data: { version, to } })

test('understanding journey 9: the trial box of the protocol explains a text, asks on by keyboard, and whoever may not sign sees no button', async () => {
  const page = await open(nurse, '/protocol')
  await page.getByText(/^Signed: bedside-protocol-/).waitFor(PATIENCE)
  expect(await page.getByRole('button', { name: 'Sign' }).count()).toBe(0)

  await page.getByLabel('What a patient could write').fill('I have been short of breath today')
  await page.getByRole('button', { name: 'Try' }).press('Enter')
  const verdict = page.getByRole('status').filter({ hasText: 'rule breathing-10' })
  await verdict.getByText('Could still be Emergency').waitFor(PATIENCE)
  await verdict.getByRole('list', { name: 'Rules' }).getByRole('link').first().waitFor(PATIENCE)
  expect(await verdict.getByText(/^Call 911 if there is/).count()).toBe(1)
  await page.getByRole('button', { name: 'Not sure' }).press('Enter')
  await page.getByRole('status').filter({ hasText: 'Emergency: ' }).waitFor(PATIENCE)

  await page.locator('summary', { hasText: 'Chest pain and heart' }).press('Enter')
  await page
    .getByRole('link', { name: /NHS, Chest pain/ })
    .first()
    .waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await page.close()
})

test('desk-D21 what a colleague changed meanwhile stands beside what was wanted, and the person chooses', async () => {
  const { id } = await aMail(`Meanwhile ${anId()}`, 'May I come a little later?')
  const headerOf = (page: Page) => page.locator('header', { has: page.locator('#conversation-title') })
  /** With a line to the server, what the colleague did is on the screen before the refusal is. */
  const tryToResolve = async (line: 'quiet' | 'live') => {
    let tries = 0
    // The colleague is faster by the time that the first request is on its way. The browser is told before the page opens: one that is
    // told to hold requests, or no more to, while a page sends, may lose one.
    const prepare = (page: Page) =>
      page.route('**/rpc/bulkChange/begin', async (route) => {
        if (tries++ > 0) return route.continue()
        const { version } = await stateOf(id)
        expect((await setState(colleague, id, version, { state: 'waiting', waitingOn: 'patient' })).status()).toBe(200)
        if (line === 'live') await headerOf(page).getByText('Waiting on patient').waitFor(PATIENCE)
        await route.continue()
      })
    const page = await open(agent, `/inbox/all/${id}`, { quiet: line === 'quiet', prepare })
    const dialog = page.getByRole('alertdialog', { name: 'Someone else changed this meanwhile' })
    await page.getByRole('log').getByText('May I come a little later?').waitFor(PATIENCE)
    await composer(page).waitFor(PATIENCE)
    await page.getByRole('log').focus()
    await page.keyboard.press('e')
    await dialog.waitFor(PATIENCE)
    const values = await dialog.getByRole('definition').allInnerTexts()
    expect(values).toEqual(['Waiting', 'Resolved'])
    return { page, dialog }
  }
  const quiet = await tryToResolve('quiet')
  expect(await violationsOf(quiet.page)).toEqual([])
  await quiet.dialog.getByRole('button', { name: 'Keep as it is' }).click()
  expect((await stateOf(id)).state).toBe('waiting')
  await quiet.page.close()

  expect((await setState(colleague, id, (await stateOf(id)).version, { state: 'open' })).status()).toBe(200)
  const live = await tryToResolve('live')
  await live.dialog.getByRole('button', { name: 'Change to mine' }).press('Enter')
  await expect.poll(async () => (await stateOf(id)).state, PATIENCE).toBe('resolved')
  // Undo gives back the promise to answer, not the state alone.
  await live.page.getByRole('button', { name: 'Undo' }).press('Enter', PATIENCE)
  await expect.poll(async () => (await stateOf(id)).state, PATIENCE).toBe('waiting')
  expect((await setState(colleague, id, (await stateOf(id)).version, { state: 'open' })).status()).toBe(200)
  expect((await stateOf(id)).dueAt).not.toBeNull()
  await live.page.close()
})

test('desk journey 7, desk-D22: two mails are merged by number from the palette, undone in the timeline after more came, and a message is split off for another patient by keyboard', async () => {
  const [source, target] = [
    await aMail(`Merge ${anId()}`, 'My first mail about the lift.'),
    await aMail(`Target ${anId()}`, 'My second mail about the lift.'),
  ]
  const numberOf = async ({ id }: Found) =>
    ((await (await agent.request.get(`${url}/api/conversations/${id}`)).json()) as { number: string }).number
  const page = await open(agent, `/inbox/all/${source.id}`)
  const log = page.getByRole('log')
  // What can be done is known when the conversation is there as it is now, and the palette shows it.
  const act = async (name: string) => {
    await composer(page).waitFor(PATIENCE)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Commands' }).fill(name)
    await page.getByRole('option', { name, selected: true }).waitFor(PATIENCE)
    await page.keyboard.press('Enter')
  }
  await log.getByText('My first mail about the lift.').waitFor(PATIENCE)
  await act('Merge into')
  const merging = page.getByRole('dialog', { name: 'Merge into another conversation' })
  await merging.getByRole('searchbox').fill(await numberOf(target))
  await merging.getByRole('button', { name: /^Target/ }).click(PATIENCE)
  await merging.getByText(/You can undo this for 30 days/).waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await merging.getByRole('button', { name: 'Merge', exact: true }).click()

  await log.getByText('My second mail about the lift.').waitFor(PATIENCE)
  await log
    .getByText(`From ${await numberOf(source)}`)
    .first()
    .waitFor(PATIENCE)
  await expect.poll(() => new URL(page.url()).pathname, PATIENCE).toContain(target.id)
  // Somebody writes meanwhile: what came to the merged conversation stays there.
  const note = await agent.request.post(`${url}/api/conversations/${target.id}/messages`, {
    headers,
    data: {
      messageId: randomUUID(),
      mode: 'note',
      text: 'The lift works again.',
      seenSeq: 0,
      attachmentIds: [],
      mentions: [],
      confirmed: [],
    },
  })
  expect(note.status(), await note.text()).toBe(200)
  await log.getByText('The lift works again.').waitFor(PATIENCE)
  await log.getByRole('button', { name: 'Undo merge' }).click(PATIENCE)
  await expect.poll(() => new URL(page.url()).pathname, PATIENCE).toContain(source.id)
  await log.getByText('My first mail about the lift.').waitFor(PATIENCE)
  expect(await log.getByText('The lift works again.').count()).toBe(0)

  await act('Split off')
  const splitting = page.getByRole('dialog', { name: 'Split off messages' })
  await splitting.getByRole('checkbox').first().focus(PATIENCE)
  await page.keyboard.press('Space')
  await splitting.getByText(/1 message moves/).waitFor(PATIENCE)
  const sister = await aPatient(agent, 'vi')
  await splitting.getByRole('radio', { name: 'Another patient' }).check()
  await splitting.getByRole('searchbox').fill(sister.name)
  await splitting
    .getByRole('button', { name: new RegExp(`^${sister.name}`) })
    .first()
    .waitFor(PATIENCE)
  await page.keyboard.press('Enter')
  expect(await violationsOf(page)).toEqual([])
  await splitting.getByRole('button', { name: 'Split off' }).click()
  await log.getByRole('button', { name: 'Undo split' }).waitFor(PATIENCE)
  await log.getByRole('link', { name: `Open ${await numberOf(source)}` }).waitFor(PATIENCE)
  await expect.poll(() => new URL(page.url()).pathname, PATIENCE).not.toContain(source.id)
  // Hers alone, and as sure as nobody has checked.
  await page.getByRole('heading', { level: 1, name: sister.name }).waitFor(PATIENCE)
  const split = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const [hers, rest] = await Promise.all(
    [split, source.id].map(async (id) => (await (await agent.request.get(`${url}/api/conversations/${id}`)).json()) as { patient: { id: string } | null; identityLevel: string }), // prettier-ignore
  )
  expect(hers).toMatchObject({ patient: { id: sister.id }, identityLevel: 'none' })
  expect(rest?.patient).toBeNull()
  await log.getByRole('button', { name: 'Undo split' }).click()
  await expect.poll(() => new URL(page.url()).pathname, PATIENCE).toContain(source.id)
  await page.close()
})

test('desk-D19, D20 two mails are chosen and resolved at once, given back, and one is handed on by a macro that was seen first', async () => {
  const word = `bulk${anId()}`
  const mails = [await aMail(`${word} one`, 'Where do I park?'), await aMail(`${word} two`, 'May I bring my dog?')]
  const states = () => Promise.all(mails.map(async ({ id }) => (await stateOf(id)).state))
  const page = await open(agent, `/inbox/all/${mails[0]?.id}`)
  await page.locator('#search').fill(word)
  const boxes = page.getByRole('checkbox', { name: /^Select / })
  await expect.poll(() => boxes.count(), PATIENCE).toBe(2)
  await composer(page).waitFor(PATIENCE)
  // No name stays in the history of the browser (trust-D39).
  expect(`${page.url()} ${await page.title()}`).not.toContain(word)
  await page.locator('#search').blur()

  await page.keyboard.press('x')
  await page.getByRole('button', { name: 'Select all 2 shown' }).click()
  const bar = page.getByRole('toolbar', { name: 'Selected conversations' })
  await bar.getByRole('button', { name: 'Resolve' }).click()
  const dialog = page.getByRole('dialog', { name: 'Resolve (2 conversations)' })
  await dialog.getByText('2 will change.').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  expect(await states()).toEqual(['open', 'open'])
  await dialog.getByRole('button', { name: 'Change 2' }).click()
  await expect.poll(states, PATIENCE).toEqual(['resolved', 'resolved'])
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('2 are as they were.').waitFor(PATIENCE)
  expect(await states()).toEqual(['open', 'open'])

  await page.keyboard.press('m')
  await page.getByRole('searchbox', { name: 'Find a macro' }).fill('I take it tomorrow')
  const macro = page.getByRole('button', { name: /^I take it tomorrow/ })
  await macro.waitFor(PATIENCE)
  await macro.click()
  await page.getByText('Snooze for 24 hours').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  expect(await states()).toEqual(['open', 'open'])
  await page.keyboard.press('Enter')
  await expect.poll(states, PATIENCE).toContain('snoozed')
  await page.close()

  const supervisor = await atTheDesk(browser, 'supervisor')
  const macros = await open(supervisor, '/macros')
  await macros.getByRole('link', { name: 'Refill request sent to the pharmacy' }).click()
  await macros.getByText('Hello Maria, we sent your refill').waitFor(PATIENCE)
  expect(await violationsOf(macros)).toEqual([])
  await supervisor.close()
})

test('desk-D17 whoever snoozes until an event, by keyboard, waits for it fourteen days unless they say otherwise', async () => {
  const mail = await aMail(`Snooze form ${anId()}`, 'I send you the form back next week.')
  const page = await open(agent, `/inbox/all/${mail.id}`)
  await page.locator('article').first().waitFor(PATIENCE)
  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Come back earlier if').selectOption('form-returned', PATIENCE)
  await dialog.getByRole('button', { name: 'Snooze', exact: true }).press('Enter')
  await expect.poll(async () => (await stateOf(mail.id)).state, PATIENCE).toBe('snoozed')
  const answer = await agent.request.get(`${url}/api/conversations/${mail.id}`)
  const { snoozedUntil } = (await answer.json()) as { snoozedUntil: string }
  const days = (Date.parse(snoozedUntil) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(13.9)
  expect(days).toBeLessThanOrEqual(14)
  await page.close()
})

test('desk-D17 what was snoozed is back within two seconds of its moment, by the real jobs', async () => {
  const conversations = await Promise.all(
    ['one', 'two', 'three'].map((word) => aMail(`Snooze ${word} ${anId()}`, `Tell me about parking, ${word}.`)),
  )
  /** @returns how late each was woken, in milliseconds. */
  const snoozeAll = async (seconds: number): Promise<number[]> => {
    const versions = await Promise.all(conversations.map(({ id }) => stateOf(id)))
    const until = new Date(Date.now() + seconds * 1_000)
    await Promise.all(
      conversations.map(async ({ id }, n) => {
        const to = { state: 'snoozed', until: until.toISOString() }
        const snoozed = await setState(agent, id, versions[n]?.version ?? 0, to)
        expect(snoozed.status(), await snoozed.text()).toBe(200)
      }),
    )
    const states = async () => (await Promise.all(conversations.map(({ id }) => stateOf(id)))).map(({ state }) => state)
    await expect.poll(states, PATIENCE).toEqual(['open', 'open', 'open'])
    return Promise.all(
      conversations.map(async ({ id }) => {
        const answer = await agent.request.get(`${url}/api/conversations/${id}/messages`)
        const { events } = (await answer.json()) as { events: { event: string; at: string }[] }
        const woke = events.filter(({ event }) => event === 'conversation.woke')
        return Math.max(...woke.map(({ at }) => Date.parse(at))) - until.getTime()
      }),
    )
  }
  // Other work may hold the machine at one moment, not at each: the best of some rounds says what the product needs.
  const rounds: number[] = []
  for (let round = 0; round < 4 && !rounds.some((latest) => latest < 2_000); round++) {
    const late = await snoozeAll(3 + 3 * round)
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
    rounds.push(Math.max(...late))
  }
  expect(Math.min(...rounds), rounds.join()).toBeLessThan(2_000)
})

test('desk-D28 an administrator writes other hours by keyboard, is told at the field, tries the deadlines and saves', async () => {
  const administrator = await atTheDesk(browser, 'administrator')
  const page = await open(administrator, '/organization')
  await page.getByRole('button', { name: 'Change the hours of Canyon View Clinic' }).press('Enter', PATIENCE)
  const monday = page.getByLabel('Monday')
  await monday.fill('8:00-12:00, 11:00-17:00')
  await monday.press('Enter')
  await page
    .getByRole('link', { name: 'These hours overlap with others. Change one of them.' })
    .press('Enter', PATIENCE)
  await expect.poll(() => monday.evaluate((field) => field === document.activeElement)).toBe(true)
  await monday.fill('8:00-12:00, 13:00-17:00')
  await page.getByRole('button', { name: 'Show deadlines' }).press('Enter')
  await expect.poll(() => page.getByRole('row').count(), PATIENCE).toBe(11)
  expect(await violationsOf(page)).toEqual([])
  await monday.press('Enter')
  await page.getByText('The hours are saved.').waitFor(PATIENCE)
  await page.getByText('Monday 08:00-12:00, 13:00-17:00').waitFor(PATIENCE)
  await administrator.close()
})

test('desk section 4 an administrator publishes what patients are asked and shortens how long a conversation opens again, in versions, by keyboard', async () => {
  const administrator = await atTheDesk(browser, 'administrator')
  const page = await open(administrator, '/organization')
  await page.getByRole('button', { name: 'Change: Visits and care by mail' }).press('Enter', PATIENCE)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('English').fill('Notwithstanding the foregoing, you hereby authorize the dissemination of electronic correspondence regarding medical treatment.') // prettier-ignore
  await dialog
    .getByLabel('Spanish')
    .fill('¿Podemos escribirle por correo sobre su atención? Puede decir que no cuando quiera.')
  await dialog.getByRole('button', { name: 'Publish' }).press('Enter')
  await dialog.getByText('Too hard for patients.').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await dialog.getByLabel('English').fill('May we write to you by mail about your care? You can say no at any time.')
  await dialog.getByRole('button', { name: 'Publish' }).press('Enter')
  await page.getByText('Your version 1: English and Spanish').waitFor(PATIENCE)

  const days = page.getByLabel('Days after it was resolved')
  await days.fill('15')
  await days.press('Enter')
  await expect.poll(() => days.getAttribute('aria-invalid'), PATIENCE).toBe('true')
  for (const [value, version] of [
    ['7', 1],
    ['14', 2],
  ] as const) {
    // prettier-ignore
    await days.fill(value)
    await days.press('Enter')
    await expect.poll(async () => ((await (await administrator.request.get(`${url}/api/reopening`)).json()) as { version: number }).version, PATIENCE).toBe(version) // prettier-ignore
  }
  await page.getByText('Version 1, ').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await administrator.close()
})

test('desk-D60 an administrator tries a number with a test message by keyboard, and reads what the carrier said', async () => {
  const administrator = await atTheDesk(browser, 'administrator')
  const page = await open(administrator, '/organization')
  await page.getByRole('button', { name: 'Send a test message' }).focus(PATIENCE)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Number, with + and country code').fill('212')
  await page.keyboard.press('Enter')
  await dialog.getByRole('alert').waitFor(PATIENCE)
  await dialog.getByLabel('Number, with + and country code').fill('+12025550199')
  await page.keyboard.press('Enter')
  await dialog.getByText('The carrier took it.').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await administrator.close()
})

test('desk-D68, D69 an administrator writes a rule by keyboard, tries it, lets it act; a mail is tagged by it and the timeline says so', async () => {
  const administrator = await atTheDesk(browser, 'administrator')
  const page = await open(administrator, '/rules')
  await page.getByText('When a message arrives and its channel is E-mail', { exact: false }).waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Write a rule' }).press('Enter')
  await page.getByLabel('Name', { exact: true }).fill('Parking')
  await page.getByRole('button', { name: 'Add a condition' }).press('Enter')
  await page.getByLabel('Field').selectOption({ label: 'Words in the message' })
  await page.getByLabel('Add an action').selectOption({ label: 'Tag it' })
  await page.getByRole('textbox', { name: 'Tag it' }).fill('parking')
  await page.getByLabel('Name', { exact: true }).press('Enter')
  await page.getByRole('link', { name: 'Fill this in.' }).press('Enter', PATIENCE)
  const values = page.getByLabel('Values')
  await expect.poll(() => values.evaluate((field) => field === document.activeElement)).toBe(true)
  await values.fill('zebra lot')
  await page.getByText('When a message arrives and the message contains “zebra lot”, then tag it “parking”.').waitFor()
  expect(await violationsOf(page)).toEqual([])
  await values.press('Enter')
  await page.getByRole('button', { name: 'Try version 1' }).press('Enter', PATIENCE)
  await page.getByText('It would have done nothing in 7 days (version 1).').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Let version 1 act' }).press('Enter')
  await page.getByText('Version 1 acts now.').waitFor(PATIENCE)
  await administrator.close()

  const { id } = await aMail(`Where to park ${randomUUID().slice(0, 8)}`, 'Is the Zebra-Lot open on Sunday?')
  const desk = await open(agent, `/inbox/all/${id}`)
  await desk.getByText('Rule “Parking” changed the tags.').waitFor(PATIENCE)
  await desk.close()
})

/** A rule that writes to whoever says a word, tried and let act as in the journey above. */
async function aRuleThatAnswers(word: string, text: string): Promise<void> {
  const administrator = await atTheDesk(browser, 'administrator')
  const ask = async (path: string, data?: object) => {
    const address = `${url}/api${path}`
    const answer = await (data
      ? administrator.request.post(address, { headers, data })
      : administrator.request.get(address))
    return (await answer.json()) as { ruleId: string; simulation: { state: string } }
  }
  const when = { match: 'all', of: [{ field: 'text', when: 'now', operator: 'contains', values: [word] }] }
  const actions = [{ kind: 'reply', texts: [{ language: 'en', text }] }]
  const definition = {
    name: word,
    trigger: { kind: 'message-arrived' },
    when,
    actions,
    includesAutomatic: false,
    perHour: 100,
  }
  const { ruleId } = await ask('/rules', { ruleId: null, version: 0, definition })
  await ask(`/rules/${ruleId}/simulations`, { version: 1, days: 1 })
  await expect.poll(async () => (await ask(`/rules/${ruleId}/simulation`)).simulation.state, PATIENCE).toBe('done')
  await ask(`/rules/${ruleId}/publish`, { version: 1 })
  await administrator.close()
}

test('desk-D36 what a rule writes of health in another language waits among those to check; an agent keeps it, takes that back and sends it by keyboard', async () => {
  const word = `ayuno${randomUUID().slice(0, 6)}`
  await aRuleThatAnswers(word, 'Please do not eat for 8 hours before your blood test.')
  const { id } = await aMail(
    `Cita ${word}`,
    `Buenos días, ¿a qué hora abre la clínica el lunes? Quiero saber de ${word}.`,
  )
  // What comes while somebody reads stands behind a button; the list is opened when it is there.
  const isHeld = async () => JSON.stringify(await (await agent.request.get(`${url}/api/conversations?view=not-sent`)).json()).includes(id) // prettier-ignore
  await expect.poll(isHeld, PATIENCE).toBe(true)
  const page = await open(agent, '/inbox/not-sent')
  await page.locator(`a[href*="${id}"]`).first().click(PATIENCE)
  const why = page.getByText('are not in the language of the reader', { exact: false })
  await why.waitFor(PATIENCE)
  // It is nobody's words to take back.
  expect(await page.getByText(/^Leaves in/).count()).toBe(0)
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Do not send' }).press('Enter')
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter', PATIENCE)
  await page.getByRole('button', { name: 'Send it' }).press('Enter', PATIENCE)
  await page.getByText('decided on a held message', { exact: false }).first().waitFor(PATIENCE)
  await expect.poll(() => why.count(), PATIENCE).toBe(0)
  const states = async () => {
    const found = await agent.request.get(`${url}/api/conversations/${id}/messages`)
    const { items } = (await found.json()) as { items: { text: string; deliveries: { state: string }[] }[] }
    return items
      .filter(({ text }) => text.includes('blood test'))
      .flatMap(({ deliveries }) => deliveries.map(({ state }) => state))
  }
  await expect.poll(states, PATIENCE).toEqual(['handed_over'])
  await page.close()
})

test('desk-D71, D34 a supervisor reads the board on a phone and opens a figure of the report with as many conversations; at the end of a shift a colleague accepts by name', async () => {
  const supervisor = await atTheDesk(browser, 'supervisor')
  const page = await open(supervisor, '/board')
  const people = page.getByRole('region', { name: 'People' })
  await people.getByRole('row', { name: /^Samira Haddad/ }).waitFor(PATIENCE)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await overflowOf(page)).toBe(0)
  // Each person is a card there, and the table is still one.
  expect(await people.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  expect(await people.getByRole('columnheader', { name: 'Has', exact: true }).count()).toBe(1)

  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(`${url}/desk/reports`)
  const figure = page.getByRole('link', { name: /^Web chat, Left: \d+$/ })
  await figure.waitFor(PATIENCE)
  // While other numbers are on their way, the earlier ones open nothing.
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  await page.route(/report\/read/, (route) => held.then(() => route.continue()))
  await page.getByRole('combobox', { name: 'Channel' }).selectOption({ label: 'Web chat' })
  await page.getByText('These are still the numbers from before.').waitFor(PATIENCE)
  expect(await figure.count()).toBe(0)
  release()
  await figure.waitFor(PATIENCE)
  const count = Number(/\d+$/.exec((await figure.getAttribute('aria-label')) ?? '')?.[0])
  expect(count).toBeGreaterThan(0)
  await figure.click()
  await expect.poll(() => page.locator('[data-conversation]').count(), PATIENCE).toBe(count)
  await supervisor.close()

  const [giver, taker] = staff.filter(({ role }) => role === 'agent').map(({ name }) => name)
  const subject = `Hand over ${anId()}`
  const { id } = await aMail(subject, 'Who will call me tomorrow?')
  const colleagues = await agent.request.get(`${url}/api/desk/colleagues`)
  const staffId = ((await colleagues.json()) as { id: string; name: string }[]).find(({ name }) => name === giver)?.id
  const { version } = await stateOf(id)
  const data = { version, staffId }
  expect((await agent.request.post(`${url}/api/conversations/${id}/assignee`, { headers, data })).status()).toBe(200)
  const giving = await open(agent, '/hand-over')
  const mine = giving.getByRole('listitem').filter({ hasText: subject })
  await mine.getByRole('combobox').selectOption({ label: taker ?? '' }, PATIENCE)
  await mine.getByRole('button', { name: 'Hand over' }).press('Enter')
  await mine.getByText(`Waits for ${taker} to accept`).waitFor(PATIENCE)
  const taking = await open(colleague, '/hand-over')
  const toMe = taking.getByRole('list', { name: 'Handed to me' }).getByRole('listitem').filter({ hasText: subject })
  await toMe.getByText(`from ${giver}`).waitFor(PATIENCE)
  await toMe.getByRole('button', { name: 'I take it' }).press('Enter')
  await mine.waitFor({ state: 'detached', ...PATIENCE })
  expect(await stateOf(id)).toMatchObject({ assignee: { name: taker } })
  await giving.close()
  await taking.close()
})

test('whoever has the address of a page that is not for the role is led to the first page of his own', async () => {
  const page = await open(agent, '/staff')
  await page.waitForURL('**/inbox/mine', PATIENCE)
  await page.close()
  const administrator = await atTheDesk(browser, 'administrator')
  for (const place of ['/inbox/mine', '/set-aside', '/call-backs']) {
    const asked = await open(administrator, place)
    await asked.waitForURL('**/desk/organization', PATIENCE)
    await asked.close()
  }
  // An address that leads nowhere has one way out.
  const lost = await open(agent, '/inbox/no-such-view')
  await lost.getByText('There is nothing here that you can open.').waitFor(PATIENCE)
  expect(await violationsOf(lost)).toEqual([])
  await lost.getByRole('link', { name: 'To the inbox' }).click()
  await lost.waitForURL('**/inbox/mine', PATIENCE)
  await lost.close()
  await administrator.close()
})
