/** Desk journey 10: an agent loses the network in the middle of a shift and goes on answering, by keyboard alone. */
import { randomUUID } from 'node:crypto'
import nodemailer from 'nodemailer'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { violationsOf } from './setup/accessible.ts'
import { openChromium } from './setup/chromium.ts'
import { addressesKept, onDevice } from './setup/on-device.ts'
import { aPatient, atTheDesk, headers, inThePortal } from './setup/people.ts'

const { url, smtpPort } = inject('product')
const PATIENCE = { timeout: 30_000 }
/** Alone it takes seconds; on a machine with other work, many times as long. */
vi.setConfig({ testTimeout: 300_000 })

let browser: Browser
beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser?.close())

type Answer = { direction: string; text: string; author: { kind: string }; attachments: { name: string }[] }

test('desk journey 10: three replies without a network, by keyboard; two leave once, one asks; after sign-out nothing of a patient is on the device', async () => {
  const desk = await atTheDesk(browser, 'agent', { which: 2, serviceWorkers: 'allow' })
  const patient = await aPatient(desk, 'en')
  const portal = await inThePortal(browser, patient)
  // Plain words: a code that looks like somebody's number would stop the replies.
  const mark = 'while nobody is connected'

  const conversations: string[] = []
  const find = async (subject: string) => {
    const found = await desk.request.get(
      `${url}/api/conversations?view=all&search=${encodeURIComponent(`"${subject}"`)}`,
    )
    const { items } = (await found.json()) as { items: { id: string }[] }
    conversations.push(items[0]?.id ?? '')
  }
  const mailer = nodemailer.createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true })
  const from = `stranger-${randomUUID()}@example.org`
  await mailer.sendMail({ from, to: 'care@lindenbrook.example', subject: `First ${mark}`, text: 'Where do I park?' })
  await find(`First ${mark}`)
  const data = { messageId: randomUUID(), subject: `Second ${mark}`, text: 'May I bring my daughter along?' }
  const sent = await portal.request.post(`${url}/api/my/messages`, { headers, data })
  conversations.push(((await sent.json()) as { conversationId: string }).conversationId)
  await mailer.sendMail({ from, to: 'care@lindenbrook.example', subject: `Third ${mark}`, text: 'Is there a lift?' })
  await find(`Third ${mark}`)
  mailer.close()

  const page = await desk.newPage()
  // A view that was looked at stays on the device as it stood; what is searched does not.
  await page.goto(`${url}/desk/inbox/all`)
  await page.locator(`[data-conversation="${conversations[2]}"]`).waitFor(PATIENCE)
  await expect.poll(() => onDevice(page), PATIENCE).toContain('"kind":"list"')
  await page.locator('#search').fill(mark)
  await page.locator('#search').blur()
  const rows = page.locator('[data-conversation]')
  await expect.poll(() => rows.count(), PATIENCE).toBe(3)
  // Newest first. Each is read once while the line is good.
  const order = [conversations[2], conversations[1], conversations[0]]
  const openNext = async (id: string | undefined) => {
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.locator(`main[data-open-conversation="${id}"] #composer-text`).waitFor(PATIENCE)
    await page.locator(`main[data-open-conversation="${id}"] article`).first().waitFor(PATIENCE)
  }
  for (const id of order) await openNext(id)
  for (let n = 0; n < 3; n++) await page.keyboard.press('k')

  // From here on the page comes up without a network. A newer worker is always asked for, and no other product has one.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  expect((await desk.request.get(`${url}/worker.js`)).headers()['cache-control']).toBe('no-cache')
  const display = await desk.newPage()
  await display.goto(`${url}/display`)
  expect(await display.evaluate(() => navigator.serviceWorker.controller)).toBeNull()
  await display.close()
  await desk.setOffline(true)
  await page.getByText('No connection.').first().waitFor(PATIENCE)
  await page.keyboard.press('Enter')
  const reply = (id: string | undefined) =>
    `${mark} reply to ${['one', 'two', 'three'][conversations.findIndex((one) => one === id)]}`
  // To one of them twice: the second is not past a newer message because of the first.
  const repliesTo = (id: string | undefined) =>
    id === conversations[2] ? [reply(id), `${reply(id)} and one thing more`] : [reply(id)]
  let waiting = 0
  // A file waits beside its draft, also while another conversation is open.
  const map = { name: `map-${mark}.txt`, mimeType: 'text/plain', buffer: Buffer.from('The second door on the left.') }
  const waits = page.getByText('waits here, and goes with your message')
  await page.locator(`main[data-open-conversation="${order[0]}"] input[type=file]`).setInputFiles(map)
  await waits.waitFor(PATIENCE)
  await page.locator(`[data-conversation="${order[1]}"]`).click()
  await page.locator(`main[data-open-conversation="${order[1]}"] #composer-text`).waitFor(PATIENCE)
  await expect.poll(() => waits.count()).toBe(0)
  await page.locator(`[data-conversation="${order[0]}"]`).click()
  await waits.waitFor(PATIENCE)
  for (const [n, id] of order.entries()) {
    if (n > 0) await openNext(id)
    else await page.locator(`main[data-open-conversation="${id}"] #composer-text`).waitFor(PATIENCE)
    for (const words of repliesTo(id)) {
      await page.keyboard.press('r')
      await page.keyboard.type(words)
      await page.keyboard.press('Control+Enter')
      waiting += 1
      await page
        .getByText(`Not sent yet: ${waiting === 1 ? '1 reply waits' : `${waiting} replies wait`}`)
        .waitFor(PATIENCE)
      await page.keyboard.press('Escape')
    }
    await page.locator(`[data-conversation="${id}"]`).focus()
  }
  expect(await violationsOf(page)).toEqual([])
  // Something is begun, and the page is loaded again.
  await page.locator(`[data-conversation="${order[0]}"]`).click()
  const begun = `${mark} begun`
  await page.locator(`main[data-open-conversation="${order[0]}"] #composer-text`).fill(begun)
  await page.getByText('Kept on this device').waitFor(PATIENCE)
  await page.reload()
  await page.getByText('No connection.').first().waitFor(PATIENCE)
  await page.getByText('Not sent yet: 4 replies wait').waitFor(PATIENCE)
  await page.getByRole('heading', { name: 'This conversation comes back with the connection' }).waitFor(PATIENCE)
  await expect
    .poll(() => page.getByRole('list', { name: 'On this device' }).getByRole('link').count(), PATIENCE)
    .toBe(5)
  await page.locator('article').getByText(reply(order[0]), { exact: true }).waitFor(PATIENCE)
  const draft = page.getByRole('textbox', { name: 'Reply' })
  await expect.poll(() => draft.inputValue(), PATIENCE).toBe(begun)
  await draft.fill(`${begun} and gone on with`)
  expect(await violationsOf(page)).toEqual([])
  // The list as it stood, by keyboard: a row opens what is on the device.
  await page.getByRole('link', { name: /^All/ }).press('Enter')
  await page.getByRole('heading', { name: /^As of .*, without connection$/ }).waitFor(PATIENCE)
  const kept = page.getByRole('list', { name: /^As of/ })
  await page.keyboard.press('j')
  await kept.locator('[data-conversation]:focus').waitFor(PATIENCE)
  await kept.locator(`[data-conversation="${conversations[1]}"]`).getByText(`Second ${mark}`).waitFor(PATIENCE)
  expect(await violationsOf(page)).toEqual([])
  await kept.locator(`[data-conversation="${conversations[1]}"]`).press('Enter')
  await page.locator('article').getByText(reply(conversations[1]), { exact: true }).waitFor(PATIENCE)
  await page.goBack()
  await page.goBack()
  await page.getByRole('list', { name: 'On this device' }).waitFor(PATIENCE)
  // The worker keeps the page and its files: nothing that was ever asked for a person.
  const addresses = await addressesKept(page)
  expect(addresses).toContain('/desk')
  expect(addresses.filter((address) => !/^\/(desk|icon\.svg|assets\/[\w.-]+\.(js|css|woff2))$/.test(address))).toEqual(
    [],
  )

  // What waits is sealed: neither the words nor the patient's name can be read in the store.
  const sealed = await onDevice(page)
  expect(sealed).not.toContain(mark)
  expect(sealed).not.toContain(patient.name)

  // Meanwhile the patient writes again.
  const more = { messageId: randomUUID(), conversationId: conversations[1], text: 'She is five years old.' }
  expect((await portal.request.post(`${url}/api/my/messages`, { headers, data: more })).status()).toBe(200)
  await desk.setOffline(false)

  const answersOf = async (id: string | undefined) => {
    const read = await desk.request.get(`${url}/api/conversations/${id}/messages`)
    const { items } = (await read.json()) as { items: Answer[] }
    return items
      .filter(({ direction, author }) => direction === 'out' && author.kind === 'staff')
      .map(({ text }) => text)
  }
  const filesOf = async (id: string | undefined) => {
    const read = await desk.request.get(`${url}/api/conversations/${id}/messages`)
    const { items } = (await read.json()) as { items: Answer[] }
    return items.flatMap(({ attachments }) => attachments.map(({ name }) => name))
  }
  // Told for a while only, so it is waited for first.
  await page.getByText('A reply was not sent and is a draft again.').waitFor(PATIENCE)
  for (const id of [conversations[0], conversations[2]])
    await expect.poll(() => answersOf(id), PATIENCE).toEqual(repliesTo(id))
  expect(await answersOf(conversations[1])).toEqual([])
  expect(await filesOf(order[0])).toEqual([map.name])

  // The draft stands in its composer again, with what was written while the page had nothing else.
  await expect.poll(() => page.locator('#composer-text').inputValue(), PATIENCE).toBe(`${begun} and gone on with`)

  // The one that met a newer message stands in its composer, with the reason, and leaves when its writer has read.
  await page.locator(`[data-conversation="${conversations[1]}"]`).focus()
  await page.keyboard.press('Enter')
  await page.getByText('This was written without a connection and has not been sent').waitFor(PATIENCE)
  await page.getByRole('log').getByText('She is five years old.').waitFor(PATIENCE)
  const box = page.locator('#composer-text')
  await expect.poll(() => box.inputValue(), PATIENCE).toBe(reply(conversations[1]))
  expect(await violationsOf(page)).toEqual([])
  await page.keyboard.press('r')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => answersOf(conversations[1]), PATIENCE).toEqual([reply(conversations[1])])
  expect((await answersOf(conversations[0])).length).toBe(1)

  // Something half written, then the end of the shift.
  await page.keyboard.type(`${mark} half a thought about ${patient.name}`)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Commands' }).fill('sign out')
  await page.getByRole('option', { name: 'Sign out', selected: true }).waitFor(PATIENCE)
  await page.keyboard.press('Enter')
  await page.getByLabel(/password/i).waitFor(PATIENCE)
  const left = await onDevice(page)
  expect(left).not.toContain(mark)
  expect(left).not.toContain(patient.name)
  expect(left).not.toMatch(/"kind":"(draft|reply|list)"/)
  expect(await page.content()).not.toContain(mark)
  expect(await addressesKept(page)).toEqual([])
  await desk.close()
  await portal.close()
})
