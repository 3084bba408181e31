/**
 * A language model that an installation connected, as people meet it (understanding 3.14, journey 7): an administrator tries it and says what
 * it is for, a patient in danger is told what to do while it hangs, and who answers takes a draft or leaves it. Beside it a machine that
 * translates (desk, section 4): what it makes of a message is read below the original.
 */
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMember, anOrganization, aPatient } from '#server/app/a-product.ts'
import { aModel, KEY } from '#server/connections/llm/a-model.ts'
import { aTranslator, KEY as TRANSLATOR_KEY } from '#server/connections/translation/a-translator.ts'
import { openSession } from '#server/modules/identity/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { overflowOf, violationsOf } from './setup/accessible.ts'
import { aContext, openChromium } from './setup/chromium.ts'
import { startOwnProduct, type OwnProduct } from './setup/own-product.ts'

const model = await aModel()
const translator = await aTranslator()
let browser: Browser
let product: OwnProduct
let organizationId = ''

beforeAll(async () => {
  const { baseUrl, model: name, provider } = model.config('anthropic')
  product = await startOwnProduct({
    LLM_PROVIDER: provider,
    LLM_BASE_URL: baseUrl ?? '',
    LLM_MODEL: name,
    LLM_API_KEY: KEY,
    TRANSLATION_URL: translator.config().baseUrl,
    TRANSLATION_API_KEY: TRANSLATOR_KEY,
  })
  browser = await openChromium()
  organizationId = (await anOrganization({ database: product.services.db })).organizationId
  await inSystem((tx) =>
    tx.run(`insert into queue (organization_id, id, name, kind) values ($1, $2, 'Care', 'clinical')`, [
      organizationId,
      newId(),
    ]),
  )
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const inSystem = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  product.services.db.transaction(systemContext(organizationId, newId(), 'test'), work)
const deps = () => ({ database: product.services.db, keys: product.services.keys, clock: { now: product.now() } })

async function comeIn(who: { accountId: string; staffId: string | null }, width = 1_440): Promise<Page> {
  const device = { browser: 'Chrome', system: 'Linux', isSecure: false } as const
  const method = who.staffId ? 'totp' : 'code'
  const { token } = await inSystem((tx) =>
    openSession(tx, { ...who, level: 'full', method, device, now: product.now() }),
  )
  const context = await aContext(browser, { viewport: { width, height: 900 } })
  await context.addCookies([{ name: 'bedside-plain', value: token, url: product.url, httpOnly: true, sameSite: 'Lax' }])
  return context.newPage()
}

async function aWriter(): Promise<Page> {
  const { patientId } = await aPatient(deps(), { organizationId })
  const accountId = randomUUID()
  await inSystem(async (tx) => {
    await tx.run(`insert into auth.account (id, kind, created_at) values ($1, 'patient', $2)`, [
      accountId,
      product.now(),
    ])
    await tx.run(`insert into portal_account (organization_id, account_id, patient_id) values ($1, $2, $3)`, [
      organizationId,
      accountId,
      patientId,
    ])
  })
  return comeIn({ accountId, staffId: null }, 400)
}

async function write(page: Page, text: string): Promise<string> {
  await page.goto(`${product.url}/portal/messages/new`)
  const answer = page.waitForResponse('**/rpc/myConversation/send')
  await page.getByLabel('Your message').fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
  return ((await (await answer).json()) as { json: { conversationId: string } }).json.conversationId
}

const urgencyOf = (conversationId: string) => async () =>
  (
    await inSystem((tx) =>
      tx.run<{ urgency: string }>(`select urgency from conversation where organization_id = $1 and id = $2`, [
        organizationId,
        conversationId,
      ]),
    )
  )[0]?.urgency

test('understanding section 4: an administrator tries the connection, says what it is used for, and sees in the overview what it cost', async () => {
  const page = await comeIn(await aMember(deps(), { organizationId }, 'administrator'))
  await page.goto(`${product.url}/desk/organization`)
  await page.getByText('test-model-1 at anthropic. 0 of 500,000 tokens used today.').waitFor()
  model.will({ status: 401 })
  await page.getByRole('button', { name: 'Test the connection', disabled: false }).press('Enter')
  await page.getByText('It refused the question. Check its key and name.').waitFor()
  model.will({ says: '{"works": true}' })
  await page.getByRole('button', { name: 'Test the connection', disabled: false }).press('Enter')
  await page.getByText('It answered.').waitFor()
  for (const name of ['Read messages after our rules, and raise the urgency', 'Draft answers for staff']) {
    await page.getByRole('checkbox', { name }).press('Space')
    await expect.poll(() => page.getByRole('checkbox', { name }).isChecked()).toBe(true)
  }
  translator.will({ status: 403 })
  await page.getByRole('button', { name: 'Test the translator', disabled: false }).press('Enter')
  await page.getByText('The translator refused. Its key may be wrong.').waitFor()
  const translates = page.getByRole('checkbox', { name: 'Staff may have messages translated' })
  await translates.press('Space')
  await expect.poll(() => translates.isChecked()).toBe(true)
  expect(await violationsOf(page)).toEqual([])
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  expect(await page.content()).not.toContain(KEY)
  expect(await page.content()).not.toContain(TRANSLATOR_KEY)
  await page.setViewportSize({ width: 1_440, height: 900 })
  await page.goto(`${product.url}/desk/status`)
  await page.getByText('The language model is connected.').waitFor()
  await page.getByText('The translator is connected.').waitFor()
  await page.goto(`${product.url}/desk/assistant`)
  await page.getByRole('heading', { name: 'Language model' }).waitFor()
  await page.getByText(/^In this time it was asked 2 questions, for [\d,]+ tokens/).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await page.context().close()
})

test('understanding-D77 while it hangs a patient in danger is told what to do at once, and nothing of it is asked', async () => {
  model.will({ hangs: true })
  const page = await aWriter()
  const before = model.asked.length
  const conversationId = await write(page, 'I have crushing chest pain and I cannot breathe')
  await page.getByRole('link', { name: /911/ }).first().waitFor()
  expect(await urgencyOf(conversationId)()).toBe('stat')
  expect(model.asked.length).toBe(before)
  await page.context().close()
})

test('understanding-D76 what it finds urgent comes to people; a draft is read with its mark, taken, changed and sent by a person', async () => {
  const draft = 'Hello. Thank you for your note. A person will look at your form today.'
  model.will(({ body }) => ({
    says: /how soon/.test(body) ? '{"urgency": "soon"}' : JSON.stringify({ text: draft }),
  }))
  const patient = await aWriter()
  const conversationId = await write(patient, 'Could somebody please look at my form today?')
  await expect.poll(urgencyOf(conversationId)).toBe('urgent')

  const page = await comeIn(await aMember(deps(), { organizationId }, 'nurse'))
  await page.goto(`${product.url}/desk/inbox/all/${conversationId}`)
  await page.getByText('Could somebody please look at my form today?').first().waitFor()
  await page.getByRole('button', { name: 'Macros and ready-made texts' }).click()
  await page.getByRole('button', { name: 'Draft an answer' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Drafted by a language model. Read and change it before you send it.').waitFor()
  await dialog.getByText(draft).waitFor()
  expect(await violationsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Put it into the answer' }).press('Enter')
  const box = page.getByRole('textbox', { name: 'Reply' })
  await expect.poll(() => box.inputValue()).toBe(draft)
  await patient.goto(`${product.url}/portal/messages`)
  expect(await patient.content()).not.toContain('look at your form today')
  await box.fill('We looked at your form.')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect
    .poll(
      async () =>
        (
          (await (await page.request.get(`${product.url}/api/conversations/${conversationId}/llm-drafts`)).json()) as {
            drafts: { text: string; sent: object | null }[]
          }
        ).drafts,
    )
    .toMatchObject([{ text: draft, sent: { changes: expect.any(Array) } }])
  await page.context().close()
  await patient.context().close()
})

const IN_ENGLISH: Record<string, string> = {
  'Buenos días, quisiera cambiar mi cita del lunes por favor.':
    'Good morning, I would like to change my appointment on Monday, please.',
  '¿Puedo venir por la tarde en vez de por la mañana?': 'Can I come in the afternoon instead of in the morning?',
  'Muchas gracias por su ayuda, espero su respuesta.': 'Thank you very much for your help, I await your answer.',
}

test('desk section 4: the original stands above what a machine made of it, which is sent once and read by colleagues; a failure is told', async () => {
  const [first = '', second = '', third = ''] = Object.keys(IN_ENGLISH)
  const patient = await aWriter()
  const conversationId = await write(patient, first)
  const page = await comeIn(await aMember(deps(), { organizationId }, 'agent'))
  await page.goto(`${product.url}/desk/inbox/all/${conversationId}`)
  const timeline = page.getByRole('log')
  translator.will({ status: 500 })
  await timeline.getByRole('button', { name: 'Translate' }).press('Enter')
  await timeline.getByText('The translator is overloaded. Try again later.').waitFor()
  await timeline.getByText(first).waitFor()
  translator.will({ says: (text) => IN_ENGLISH[text] ?? text })
  await timeline.getByRole('button', { name: 'Translate' }).press('Enter')
  const made = timeline.getByRole('region', { name: 'Translated by a machine, checked by nobody' })
  await made.getByText(IN_ENGLISH[first]!).waitFor()
  await made.getByText('Do not use it for consent').waitFor()
  await expect.poll(() => made.evaluate((one) => one === document.activeElement)).toBe(true)
  await timeline.getByText(first).waitFor()
  expect(await violationsOf(page)).toEqual([])

  for (const text of [second, third]) {
    await patient.getByLabel('Write back').fill(text)
    await patient.getByRole('button', { name: 'Send' }).click()
    await patient.getByRole('log').getByText(text).waitFor()
  }
  const colleague = await comeIn(await aMember(deps(), { organizationId }, 'nurse'))
  const asked = translator.asked.length
  await colleague.goto(`${product.url}/desk/inbox/all/${conversationId}`)
  await colleague.getByText('2 unread messages are in a language that you do not read.').waitFor()
  expect(translator.asked.length).toBe(asked)
  await colleague.getByRole('button', { name: 'Translate them' }).press('Enter')
  for (const text of Object.values(IN_ENGLISH)) await colleague.getByRole('log').getByText(text).waitFor()
  expect(translator.asked.slice(asked).map(({ body }) => body.q)).toEqual([second, third])
  // The first one sees what the colleague had translated, without a word.
  await timeline.getByText(IN_ENGLISH[third]!).waitFor()

  // Who reads the language is offered nothing, and the patient reads nothing of it.
  await inSystem((tx) =>
    tx.run(`update staff_member set languages = '{en,es}' where organization_id = $1 and role = 'nurse'`, [
      organizationId,
    ]),
  )
  await colleague.reload()
  await colleague.getByRole('log').getByText(third).waitFor()
  await colleague.getByRole('button', { name: 'Correct' }).first().waitFor()
  expect(await colleague.getByRole('region', { name: 'Translated by a machine' }).count()).toBe(0)
  await patient.reload()
  await patient.getByText(third).waitFor()
  expect(await patient.content()).not.toContain('instead of in the morning')
  for (const one of [page, colleague, patient]) await one.context().close()
})
