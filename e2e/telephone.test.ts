/**
 * Journeys of people with a telephone, over the signed webhooks of the simulated carrier: a red flag by text and by voicemail (desk journey 2),
 * STOP and START (3), a carrier that falls silent (6), and a call-back beside a walk-in (9); the phone bar. And what the desk sets there: labels,
 * the night.
 */
import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Locator, Page } from 'playwright'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { violationsOf } from './setup/accessible.ts'
import { aContext, openChromium } from './setup/chromium.ts'
import { atTheDesk, headers } from './setup/people.ts'
import { itIsNoonFor, ladderMinuteOver, openAllDay, reminderIsDue } from './setup/time.ts'

const { url, dataFolder } = inject('product')
/** A screen answers within this time beside other work on two cores, in milliseconds. */
const PATIENCE = { timeout: 30_000 }
const JOURNEY_MAX_MS = 300_000
vi.setConfig({ testTimeout: JOURNEY_MAX_MS })

let browser: Browser
let nurse: BrowserContext
let second: BrowserContext
let agent: BrowserContext
beforeAll(async () => {
  browser = await openChromium()
  nurse = await atTheDesk(browser, 'nurse')
  second = await atTheDesk(browser, 'nurse', { which: 1 })
  agent = await atTheDesk(browser, 'agent')
})
afterAll(() => browser?.close())

type Telephone = {
  page: Page
  number: string
  text(words: string): Promise<void>
  got: Locator
  close(): Promise<void>
}

/** The telephone of the `nth` person of the demonstration clinic who speaks this language. */
async function aTelephone(nth: number, language: 'en' | 'es' | 'vi' = 'en'): Promise<Telephone> {
  const context = await aContext(browser, { viewport: { width: 480, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${url}/demo/phone`)
  const options = page.locator(`#phone-number option[data-language=${language}]`)
  const people = await options.evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''))
  const number = people.at(nth) ?? ''
  await page.goto(`${url}/demo/phone?number=${encodeURIComponent(number)}`)
  return {
    page,
    number,
    async text(words) {
      const before = await page.locator('.text-phone').count()
      await page.getByLabel('Your text').fill(words)
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await page.locator('.text-phone').nth(before).getByText('delivered').waitFor(PATIENCE)
    },
    got: page.locator('[data-texts] .text-clinic p'),
    close: () => context.close(),
  }
}

/** Calls and answers with keys, then with words; each is heard before the next. */
async function call({ page }: Telephone, keys: string, words?: string): Promise<void> {
  const said = page.locator('[data-said] li')
  const heard = async (act: () => Promise<void>) => {
    const before = await said.count()
    await act()
    await expect.poll(() => said.count(), PATIENCE).toBeGreaterThan(before)
  }
  await heard(() => page.getByRole('button', { name: 'Call the clinic' }).click())
  for (const key of keys) await heard(() => page.getByRole('button', { name: key, exact: true }).click())
  if (!words) return
  await page.getByLabel('What you say').fill(words)
  await heard(() => page.getByRole('button', { name: 'Say it' }).click())
  await page.getByText('The call is over.').waitFor(PATIENCE)
}

async function read<T>(path: string, { request }: BrowserContext = agent): Promise<T> {
  const answer = await request.get(`${url}/api${path}`)
  expect(answer.status(), await answer.text()).toBe(200)
  return (await answer.json()) as T
}

type Timeline = {
  items: {
    text: string
    direction: string
    channel: string
    author: { kind: string }
    deliveries: { state: string }[]
  }[]
  events: { event: string; told: string[]; actorName: string | null; detail: object | null }[]
}
const timelineOf = (id: string, context = agent) => read<Timeline>(`/conversations/${id}/messages`, context)

/** The conversation in which these words were said. */
async function conversationWith(words: string): Promise<string> {
  const found = `/conversations?view=all&search=${encodeURIComponent(`"${words}"`)}`
  await expect.poll(async () => (await read<{ items: unknown[] }>(found)).items.length, PATIENCE).toBe(1)
  return (await read<{ items: { id: string }[] }>(found)).items[0]?.id ?? ''
}

type Alert = { id: string; conversationId: string; words: string; told: unknown[] }
const alertWith = async (words: string) =>
  (await read<Alert[]>('/alerts', nurse)).find((alert) => alert.words.includes(words))

/** Nobody accepts for a minute; then the second nurse does, on the page of the conversation. */
async function ignoredOnceThenAccepted({ id, conversationId }: Alert): Promise<void> {
  const climbed = async () =>
    (await timelineOf(conversationId, second)).events.filter(({ event }) => event === 'alert.climbed').length
  await ladderMinuteOver(dataFolder, id)
  await expect.poll(climbed, PATIENCE).toBeGreaterThan(0)
  const page = await second.newPage()
  await page.goto(`${url}/desk/inbox/red-flags/${conversationId}`)
  const log = page.getByRole('log')
  await log.getByText(/^A red flag was raised; .+ was told/).waitFor(PATIENCE)
  await log
    .getByText(/^Nobody had accepted the red flag; .+ (was|were) told/)
    .first()
    .waitFor(PATIENCE)
  await page.locator('article').first().waitFor(PATIENCE)
  await page.keyboard.press('a')
  await log.getByText('accepted the red flag').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await page.close()
}

test('desk journey 2, desk-D3: a red flag by text is answered at once in the language of the patient; the first nurse lets it be, the second accepts', async () => {
  const telephone = await aTelephone(-2, 'es')
  const mark = `casa ${randomUUID().slice(0, 8)}`
  await telephone.text(`Me duele mucho el pecho y no puedo respirar, ${mark}`)
  await expect.poll(() => telephone.got.last().textContent(), PATIENCE).toContain('911')
  expect(await telephone.got.last().textContent()).toMatch(/Nadie ha leído/)
  const alert = await alertWith(mark)
  expect(alert?.told).toHaveLength(1)
  await ignoredOnceThenAccepted(alert!)
  await telephone.close()
})

test('desk journey 2, desk-D63: a red flag in a voicemail pages a nurse, and whoever has hung up is told by text what to do', async () => {
  const telephone = await aTelephone(6)
  const mark = `house ${randomUUID().slice(0, 8)}`
  // English, how I feel, leave a message, yes to recording.
  await call(telephone, '1221', `My chest hurts and I cannot breathe, ${mark}`)
  await expect.poll(() => alertWith(mark), PATIENCE).toBeDefined()
  await expect.poll(() => telephone.got.last().textContent(), PATIENCE).toContain('911')
  await ignoredOnceThenAccepted((await alertWith(mark))!)
  await telephone.close()
})

test('desk journey 3, desk-D39: STOP is confirmed once and closes the way for the desk; a new word of the patient opens it for a person, START restores', async () => {
  const telephone = await aTelephone(8)
  const mark = `badge ${randomUUID().slice(0, 8)}`
  await telephone.text(`Do I have to bring my ${mark} on Saturday?`)
  const id = await conversationWith(mark)
  const before = await telephone.got.count()
  await telephone.text('Stop!! 🛑')
  await telephone.text('STOP')
  await expect.poll(() => telephone.got.last().textContent(), PATIENCE).toContain('START')
  expect(await telephone.got.count()).toBe(before + 1)

  const page = await agent.newPage()
  await page.goto(`${url}/desk/inbox/all/${id}`)
  const composer = page.locator('#composer-text')
  await composer.waitFor(PATIENCE)
  await chooseWay(page, telephone.number)
  await page.getByText('The person asked us to stop here').first().waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])

  await telephone.text('Sorry, one more thing: is the door open at nine?')
  await page.getByRole('log').getByText('is the door open at nine?').first().waitFor(PATIENCE)
  await chooseWay(page, telephone.number)
  await expect.poll(() => page.getByText('The person asked us to stop here').count(), PATIENCE).toBe(0)
  await composer.fill('Yes, from half past eight.')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => telephone.got.count(), PATIENCE).toBe(before + 2)

  await telephone.text('START')
  await telephone.text('start')
  await expect.poll(() => telephone.got.count(), PATIENCE).toBe(before + 3)
  expect(await telephone.got.last().textContent()).toContain('STOP')
  await page.close()
  await telephone.close()
})

test('desk journey 3, desk-D40: a visit noted at the desk is told by a text; CANCEL stops texts and asks, and 1 cancels the visit', async () => {
  const telephone = await aTelephone(16)
  const mark = `scarf ${randomUUID().slice(0, 8)}`
  await telephone.text(`May I bring my ${mark}?`)
  const id = await conversationWith(mark)
  const { patient } = await read<{ patient: { id: string } }>(`/conversations/${id}`)
  await vouch(id)
  await agreesToTexts(patient.id)
  await itIsNoonFor(dataFolder, patient.id)
  const page = await agent.newPage()
  await page.goto(`${url}/desk/inbox/all/${id}`)
  await page.getByRole('button', { name: 'Add a visit' }).press('Enter', PATIENCE)
  const dialog = page.getByRole('dialog', { name: 'Add a visit' })
  await dialog.getByLabel('What for').fill('Foot check')
  await dialog.getByLabel('Site').selectOption('Harbor Street Clinic')
  await dialog.getByLabel('Day').fill(new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10))
  // Before the clinic opens: at no other visit of the patient.
  await dialog.getByLabel('Time').fill('06:40')
  expect(await violationsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Add' }).press('Enter')
  const visit = page.getByRole('listitem').filter({ hasText: 'Foot check' })
  await visit.getByText('Text planned').first().waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])

  const visits = await read<{ items: { id: string; what: string }[] }>(`/patients/${patient.id}/appointments`)
  await reminderIsDue(dataFolder, visits.items.find(({ what }) => what === 'Foot check')?.id ?? '')
  const lastText = (words: string) => expect.poll(() => telephone.got.last().textContent(), PATIENCE).toContain(words)
  await lastText('6:40 AM, Harbor Street Clinic')
  await visit.getByText('Text 2 days before: sent').waitFor(PATIENCE)
  await telephone.text('CANCEL')
  await lastText('Text 1 to cancel the visit')
  await visit.getByRole('button', { name: 'Cancel the visit: Foot check' }).waitFor(PATIENCE)
  await telephone.text('1')
  await visit.getByText('By the answer to a text').waitFor(PATIENCE)
  await visit.getByRole('button', { name: 'Take back the cancellation: Foot check' }).waitFor(PATIENCE)
  await lastText('is cancelled')
  await page.close()
  await telephone.close()
})

test('desk journey 6, desk-D43: the carrier takes a text and falls silent; it stands to be checked, a person marks it, and it came once', async () => {
  const telephone = await aTelephone(9)
  const mark = `ramp ${randomUUID().slice(0, 8)}`
  await telephone.text(`Is there a ${mark} at the door?`)
  const id = await conversationWith(mark)
  const silent = async (isSilent: boolean) => {
    await telephone.page.getByLabel('Takes a text and breaks off').setChecked(isSilent)
    await telephone.page.getByRole('button', { name: 'Use this' }).click()
    await telephone.page.getByText('The carrier now works like this.').waitFor(PATIENCE)
  }
  const before = await telephone.got.count()
  const page = await agent.newPage()
  await page.goto(`${url}/desk/inbox/all/${id}`)
  try {
    await silent(true)
    await page.locator('#composer-text').waitFor(PATIENCE)
    await chooseWay(page, telephone.number)
    await page.locator('#composer-text').fill('Yes, at the left of the stairs.')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('log').getByText('To check').first().waitFor(PATIENCE)
  } finally {
    await silent(false)
  }
  const notSent = async () => (await read<{ items: { id: string }[] }>('/conversations?view=not-sent')).items.some((one) => one.id === id) // prettier-ignore
  expect(await notSent()).toBe(true)
  // Resolving waits for a person, and says for what.
  const resolving = await agent.request.post(`${url}/api/conversations/${id}/state`, {
    headers,
    data: { version: (await read<{ version: number }>(`/conversations/${id}`)).version, to: { state: 'resolved' } },
  })
  expect(resolving.status()).toBe(409)
  expect(await resolving.text()).toContain('DELIVERY_UNKNOWN')

  // The agent looks it up at the carrier, where it stands as delivered.
  await expect.poll(() => telephone.got.count(), PATIENCE).toBe(before + 1)
  await page.getByRole('button', { name: 'It was sent' }).click()
  await expect.poll(notSent, PATIENCE).toBe(false)
  const { items } = await timelineOf(id)
  expect(items.findLast(({ direction }) => direction === 'out')?.deliveries).toMatchObject([{ state: 'handed_over' }])
  expect(await telephone.got.count()).toBe(before + 1)
  await page.close()
  await telephone.close()
})

test('desk journey 9, desk-D62, D64: a caller presses for Vietnamese, asks to be called back and is reached at the second try; the walk-in of that patient is the same conversation', async () => {
  const telephone = await aTelephone(0, 'vi')
  await call(telephone, '30')
  const said = telephone.page.locator('[data-said] p[lang=vi-VN]')
  await said.getByText('Cảm ơn quý vị đã gọi').waitFor(PATIENCE)
  await said.getByText('Hiện giờ không có ai nghe máy được.').waitFor(PATIENCE)
  await telephone.page.getByRole('button', { name: '1', exact: true }).click()
  await telephone.page.getByText('The call is over.').waitFor(PATIENCE)
  await said.getByText('Chúng tôi sẽ gọi lại vào số').waitFor(PATIENCE)
  const page = await agent.newPage()
  await page.goto(`${url}/desk/call-backs`)
  const row = page.getByRole('listitem').filter({ has: page.locator(`a[href="tel:${telephone.number}"]`) })
  await row.getByText('Try 1 of 3').waitFor(PATIENCE)
  const conversationId = (await row.getByRole('link').first().getAttribute('href'))?.split('/').at(-1) ?? ''
  // What to check and who helps with the language stands there before anybody dials.
  await row.getByText('Address on file').waitFor(PATIENCE)
  await row.getByText('Ask first: full name and birth date.').waitFor(PATIENCE)
  await row.getByText('Interpreter needed: Vietnamese').waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await row.getByRole('button', { name: 'Not reached' }).click()
  await row.getByText('Try 2 of 3').waitFor(PATIENCE)
  await row.getByRole('button', { name: 'Reached', exact: true }).click()
  await row.getByRole('button', { name: 'Check who it is' }).press('Enter')
  const check = page.getByRole('dialog', { name: 'Verify this person' })
  await check.getByRole('radio', { name: 'Two facts, then call back', checked: true }).waitFor(PATIENCE)
  await check.getByRole('radio', { name: telephone.number, checked: true }).waitFor(PATIENCE)
  await check.getByRole('button', { name: 'I checked this person' }).press('Enter')
  await row.getByText('Verified', { exact: true }).waitFor(PATIENCE)
  await row.getByRole('button', { name: 'Done' }).and(page.locator(':focus')).waitFor(PATIENCE)
  await row.getByRole('button', { name: 'Done' }).click()
  await page.getByLabel('What came of it?').fill('Has the hours now, and comes in today.')
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await page.getByRole('link', { name: 'Say whether you checked who it was.' }).press('Enter', PATIENCE)
  await page.getByRole('radio', { name: 'Yes, the facts were right' }).check()
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await row.waitFor({ state: 'detached', ...PATIENCE })

  // The same day at the front desk, with a document: one conversation of that patient, and both are in it.
  const { patient } = await read<{ patient: { id: string } }>(`/conversations/${conversationId}`)
  const { sites } = await read<{ sites: { id: string; name: string }[] }>('/organization')
  const siteId = sites.find(({ name }) => name === 'Harbor Street Clinic')?.id ?? ''
  const messageId = randomUUID()
  const taken = await agent.request.post(`${url}/api/front-desk/${siteId}/turns`, {
    headers,
    data: { messageId, reason: 'other', language: 'vi', patientId: patient.id, isChecked: true },
  })
  expect(taken.status(), await taken.text()).toBe(200)
  const { number } = (await taken.json()) as { number: string }
  const turns = await read<{ items: { number: string; conversationId: string }[] }>(`/front-desk/${siteId}/turns`)
  expect(turns.items.find((turn) => turn.number === number)?.conversationId).toBe(conversationId)
  const { events } = await timelineOf(conversationId)
  expect(events.find(({ event }) => event === 'call-back.done')?.detail).toMatchObject({ identity: 'confirmed' })
  const channels = (await timelineOf(conversationId)).items.map(({ channel }) => channel)
  expect(channels).toEqual(expect.arrayContaining(['voice', 'front-desk']))
  await page.close()
  await telephone.close()
})

test('desk section 4 the phone bar, by keyboard and on a phone: a call is taken, held, gone on with and passed on; who took it notes what came of it', async () => {
  const telephone = await aTelephone(4)
  const page = await agent.newPage()
  const hers = await nurse.newPage()
  const sits = telephone.page.getByLabel('Somebody sits at the clinic’s telephone')
  const barOf = (of: Page) => of.getByRole('region', { name: 'Phone' }).getByRole('listitem')
  const bar = barOf(page).filter({ has: page.locator(`a[href="tel:${telephone.number}"]`) })
  const theirs = barOf(hers).filter({ has: hers.locator(`a[href="tel:${telephone.number}"]`) })
  await page.goto(`${url}/desk/inbox/mine`)
  await hers.goto(`${url}/desk/inbox/mine`)
  await openAllDay(dataFolder, async () => {
    try {
      await sits.check()
      await call(telephone, '11')
      await bar.getByRole('button', { name: /^I have the call/ }).press('Enter', PATIENCE)
      await bar.getByRole('button', { name: 'Hold' }).and(page.locator(':focus')).waitFor(PATIENCE)
      await bar.getByText('On the phone').waitFor(PATIENCE)
      await telephone.page.getByText('You talk with the clinic.').waitFor(PATIENCE)
      expect(await violationsOf(page)).toEqual([])
      await bar.getByRole('button', { name: 'Hold' }).press('Enter')
      await bar.getByText('On hold').waitFor(PATIENCE)
      await telephone.page.getByText('will be back soon').waitFor(PATIENCE)
      await page.setViewportSize({ width: 360, height: 740 })
      await bar.getByRole('button', { name: 'Go on' }).press('Enter')
      await bar.getByText('On the phone').waitFor(PATIENCE)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await bar.getByRole('button', { name: 'Pass on' }).press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Pass the caller on' })
      const name = await hers.evaluate(
        () => document.querySelector('header button[aria-haspopup] span span')?.textContent,
      )
      await dialog.getByLabel('To whom').selectOption({ label: name ?? '' })
      await dialog.getByLabel('What they need to know').fill('Has a rash since Monday.')
      expect(await violationsOf(page)).toEqual([])
      await dialog.getByRole('button', { name: 'Pass on' }).press('Enter')
      await theirs.getByText('On the phone').waitFor(PATIENCE)
      await bar.waitFor({ state: 'detached', ...PATIENCE })
      await telephone.page.getByRole('button', { name: 'The clinic hangs up' }).click(PATIENCE)
    } finally {
      await sits.uncheck()
    }
  })
  await theirs.getByRole('button', { name: 'Note the outcome' }).press('Enter', PATIENCE)
  await hers.getByLabel('What came of the call?').fill('Comes in today.')
  expect(await violationsOf(hers)).toEqual([])
  const conversationId = (await theirs.getByRole('link').first().getAttribute('href'))?.split('/').at(-1) ?? ''
  await hers.getByRole('dialog').getByRole('button', { name: 'Save' }).press('Enter')
  await theirs.waitFor({ state: 'detached', ...PATIENCE })
  const notes = (await timelineOf(conversationId, nurse)).items.filter(({ direction }) => direction === 'note')
  expect(notes.map(({ text }) => text).toSorted()).toEqual(['Comes in today.', 'Has a rash since Monday.'])
  await Promise.all([page.close(), hers.close()])
  await telephone.close()
})

test('desk-D41 while it is night for the patient the composer says until when an answer waits, and sends it with a reason', async () => {
  const telephone = await aTelephone(12)
  const mark = `lamp ${randomUUID().slice(0, 8)}`
  await telephone.text(`May I bring a ${mark}?`)
  const id = await conversationWith(mark)
  const page = await agent.newPage()
  // The night of the screen alone: what the server makes of it has tests with a clock of their own.
  await page.route('**/rpc/conversation/get**', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.json()) as { json: { replyChannels: { channel: string }[] } }
    const night = { refusal: 'QUIET_HOURS', waitsUntil: new Date(Date.now() + 9 * 3_600_000).toISOString() }
    const replyChannels = body.json.replyChannels.map((way) => (way.channel === 'sms' ? { ...way, ...night } : way))
    await route.fulfill({ response: answer, json: { ...body, json: { ...body.json, replyChannels } } })
  })
  await page.goto(`${url}/desk/inbox/all/${id}`)
  await page.locator('#composer-text').waitFor(PATIENCE)
  await chooseWay(page, telephone.number)
  const choice = page.getByLabel('It is night for this person')
  await choice.waitFor(PATIENCE)
  expect(await choice.locator('option').first().textContent()).toMatch(/^Send in the morning, at \d/)
  expect(await violationsOf(page)).toEqual([])
  await choice.selectOption({ label: 'Send now: it cannot wait' })
  await page.locator('#composer-text').fill('Yes, gladly.')
  const sent = page.waitForRequest('**/rpc/conversation/send')
  await page.keyboard.press('Control+Enter')
  expect((await sent).postDataJSON()).toMatchObject({ json: { channel: 'sms', nightReason: 'cannot-wait' } })
  // The next answer waits again, unless somebody says why not.
  await expect.poll(() => choice.inputValue(), PATIENCE).toBe('')
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await page.close()
  await telephone.close()
})

test('desk-D46 an agent writes down by keyboard that a patient is reached by the portal alone; the answer that leaves by text is decided again', async () => {
  const telephone = await aTelephone(14)
  const mark = `tulip ${randomUUID().slice(0, 8)}`
  await telephone.text(`May I bring a ${mark}?`)
  const id = await conversationWith(mark)
  const { patient } = await read<{ patient: { id: string } }>(`/conversations/${id}`)
  const shown = async () => read<{ confidentialChannel: string | null; version: number }>(`/patients/${patient.id}`)
  const page = await agent.newPage()
  await page.goto(`${url}/desk/inbox/all/${id}`)
  const verified = page.getByRole('button', { name: 'How to reach this person' })
  await vouch(id)
  await page.reload()
  await verified.press('Enter', PATIENCE)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reach only by').selectOption('portal-chat')
  expect(await violationsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await page.getByText('Saved. What waited was decided again.').waitFor(PATIENCE)
  expect(await shown()).toMatchObject({ confidentialChannel: 'portal-chat' })
  const ways = await read<{ replyChannels: { channel: string; refusal: string | null }[] }>(`/conversations/${id}`)
  expect(ways.replyChannels.find(({ channel }) => channel === 'sms')?.refusal).toBe('RESTRICTED')
  await page.close()
  await telephone.close()
})

/** Said at the desk: texts about care and visits may come. */
async function agreesToTexts(patientId: string): Promise<void> {
  const { choices } = await read<{
    choices: { purpose: string; channel: string; kind: string; textVersion: string }[]
  }>(`/patients/${patientId}/consents`)
  const asked = choices.find(({ purpose, channel }) => purpose === 'care' && channel === 'sms')
  const { kind, textVersion } = asked ?? {}
  const said = { kind, purpose: 'care', channel: 'sms', provision: 'permit', textVersion, language: 'en', told: 'in-person' } // prettier-ignore
  const answer = await agent.request.post(`${url}/api/patients/${patientId}/consents`, { headers, data: said })
  expect(answer.status(), await answer.text()).toBe(200)
}

/** The person stood at the desk with a document. */
async function vouch(conversationId: string): Promise<void> {
  const answer = await agent.request.post(`${url}/api/conversations/${conversationId}/identity/vouch`, {
    headers,
    data: { method: 'document-in-person' },
  })
  expect(answer.status(), await answer.text()).toBe(200)
}

test('trust-D6 a nurse labels a conversation by keyboard; whoever has no such label finds it nowhere any more, and gets it back when the label is gone', async () => {
  const telephone = await aTelephone(11)
  const mark = `quiet ${randomUUID().slice(0, 8)}`
  await telephone.text(`Can I talk with a person about my drinking, somewhere ${mark}?`)
  const id = await conversationWith(mark)
  const page = await nurse.newPage()
  await page.goto(`${url}/desk/inbox/all/${id}`)
  await page.locator('article').first().waitFor(PATIENCE)
  const open = async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Commands' }).fill('sensitivity')
    await page.getByRole('option', { name: /sensitivity/i, selected: true }).waitFor(PATIENCE)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Sensitivity labels' }).waitFor(PATIENCE)
  }
  await open()
  const label = page.getByRole('checkbox', { name: 'Treatment for addiction' })
  await label.focus()
  await page.keyboard.press('Space')
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.locator('header').getByText('Sensitive', { exact: true }).waitFor(PATIENCE)
  await page.getByRole('log').getByText('changed who may read this').waitFor(PATIENCE)
  const asAgent = async () => (await agent.request.get(`${url}/api/conversations/${id}`)).status()
  expect(await asAgent()).toBe(404)
  const found = await read<{ items: unknown[] }>(`/conversations?view=all&search=${encodeURIComponent(`"${mark}"`)}`)
  expect(found.items).toEqual([])

  await open()
  await label.setChecked(false)
  await page.getByRole('button', { name: 'Set labels' }).click()
  await expect.poll(asAgent, PATIENCE).toBe(200)
  await page.close()
  await telephone.close()
})

/** Chooses the text message to this number as the way of the answer. */
async function chooseWay(page: Page, number: string): Promise<void> {
  const way = page.locator('#reply-way')
  const option = way.locator('option').filter({ hasText: number.slice(-4) })
  await way.selectOption((await option.first().getAttribute('value')) ?? '')
}
