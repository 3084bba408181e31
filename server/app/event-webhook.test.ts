/** What systems outside report: who is believed, what comes back from a snooze, that it has its effect once, and who opens an address (desk-D17). */
import { createHmac, randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { anInbox } from './an-inbox.ts'
import { aMember, anOrganization, aPatient, aProduct, signedIn } from './a-product.ts'

const product = await aProduct()
const { call, look, clock, url } = product
const { organizationId } = await anOrganization(product)
const inbox = anInbox(product, { organizationId })
const administrator = await aMember(product, { organizationId }, 'administrator')
const agent = await aMember(product, { organizationId }, 'agent')
let asAdministrator = ''
let asAgent: typeof call

beforeEach(async () => {
  // A step-up lasts five minutes, and a session its idle time.
  asAdministrator = await signedIn(product, administrator)
  const token = await signedIn(product, agent)
  asAgent = (procedure, input) => inbox.awake(token)(procedure, input)
})

type Opened = { sourceId: string; path: string; secret: string }
async function aSource(kinds = ['result-filed']): Promise<Opened> {
  const { json } = await call('eventSource.open', { name: 'Laboratory', kinds }, { token: asAdministrator })
  const source = json.sources.find(({ id }: { id: string }) => id === json.sourceId)
  return { sourceId: json.sourceId, path: new URL(source.url).pathname, secret: json.secret }
}

async function report(
  { path, secret }: Pick<Opened, 'path' | 'secret'>,
  body: object | string,
  { id = randomUUID() as string, at = clock.now } = {},
) {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${text}`).digest('base64')
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    body: text,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${signature}`,
    },
  })
  const told = (await response.json()) as { code?: string; field?: string }
  return { status: response.status, ...told }
}

/** A conversation of a patient, put aside for an event. */
async function asleep(event: string, patient?: Awaited<ReturnType<typeof aPatient>>) {
  const known = patient ?? (await aPatient(product, { organizationId }))
  const { patientId } = known
  const text =
    event === 'form-returned' ? 'I got a bill and have a question about it.' : 'Please refill my prescription.'
  const conversationId = await inbox.receive({ kind: 'patient', patientId, language: 'en', siteId: null }, text)
  const { version } = (await asAgent('conversation.get', { conversationId })).json
  const until = new Date(clock.now.getTime() + 86_400_000).toISOString()
  const to = { state: 'snoozed', until, event }
  const put = await asAgent('conversation.setState', { conversationId, version, to })
  expect(put.code).toBeUndefined()
  const [row] = await look<{ number: string; record: string }>(
    `select c.number, p.record_number as record from conversation c join patient p on p.id = c.patient_id where c.id = $1`,
    [conversationId],
  )
  return { conversationId, patient: known, number: row?.number ?? '', record: row?.record ?? '' }
}
const stateOf = async (conversationId: string) =>
  (await look<{ state: string }>(`select state from conversation where id = $1`, [conversationId]))[0]?.state
const reportsOf = (conversationId: string) =>
  look<{ event: string; actor: string; actorId: string }>(
    `select event, actor_kind as actor, actor_id as "actorId" from journal
      where organization_id = $1 and conversation_id = $2 and (event like 'event.reported.%' or event = 'conversation.woke') order by at, seq`,
    [organizationId, conversationId],
  )

test('desk-D17 what was put aside for an event comes back in the transaction in which the event is reported, once however often it is told', async () => {
  const source = await aSource()
  const { conversationId, record, number, patient } = await asleep('result-filed')
  const other = await asleep('form-returned', patient)
  const id = randomUUID()
  const body = { kind: 'result-filed', about: { recordNumber: record } }
  const answers = await Promise.all([report(source, body, { id }), report(source, body, { id })])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(await stateOf(conversationId)).toBe('open')
  // Another event of the same patient is not the one that is waited for.
  expect(await stateOf(other.conversationId)).toBe('snoozed')
  expect(await reportsOf(conversationId)).toEqual([
    { event: 'conversation.woke', actor: 'client', actorId: source.sourceId },
    { event: 'event.reported.result-filed', actor: 'client', actorId: source.sourceId },
  ])
  expect((await reportsOf(other.conversationId)).map(({ event }) => event)).toEqual(['event.reported.result-filed'])
  // The same id with other words was another report.
  const changed = await report(source, { ...body, about: { conversationNumber: number } }, { id })
  expect(changed).toMatchObject({ status: 422, code: 'INVALID_INPUT', field: 'webhook-id' })
  const { events } = (await asAgent('conversation.messages', { conversationId })).json
  expect(events.map(({ event }: { event: string }) => event)).toContain('event.reported.result-filed')
  const [listed] = (await call('eventSource.list', undefined, { token: asAdministrator })).json
  expect(listed).toMatchObject({ reports: 1, lastReportedAt: clock.now.toISOString() })
  expect(JSON.stringify(listed)).not.toContain(source.secret)
})

test('desk-D17 of a conversation by its number; what is not known, not allowed or no report is refused, and may come again under its id', async () => {
  const source = await aSource(['visit-done', 'form-returned'])
  const { conversationId, number } = await asleep('visit-done')
  const visit = { kind: 'visit-done', about: { conversationNumber: number } }
  expect(await report(source, { ...visit, kind: 'result-filed' })).toMatchObject({ status: 403, code: 'NOT_ALLOWED' })
  for (const wrong of ['{', { ...visit, kind: 'paid' }, { ...visit, text: 'x' }, { ...visit, about: {} }])
    expect(await report(source, wrong)).toMatchObject({ status: 422, code: 'INVALID_INPUT', field: 'body' })
  const id = randomUUID()
  const unknown = { kind: 'visit-done', about: { recordNumber: 'NOBODY-7' } }
  expect(await report(source, unknown, { id })).toMatchObject({ status: 404, code: 'NOT_FOUND' })
  expect(await stateOf(conversationId)).toBe('snoozed')
  expect(await report(source, visit, { id })).toMatchObject({ status: 200 })
  expect(await stateOf(conversationId)).toBe('open')
})

test('desk-D17 unsigned, of another source, too late, closed, or renewed without the old secret: 401 alike, and nothing wakes', async () => {
  const [source, other] = [await aSource(), await aSource()]
  const { conversationId, number } = await asleep('result-filed')
  const body = { kind: 'result-filed', about: { conversationNumber: number } }
  const elsewhere = await anOrganization(product)
  const foreign = source.path.replace(organizationId.replaceAll('-', ''), elsewhere.organizationId.replaceAll('-', ''))
  const refused = [
    await report({ ...source, secret: other.secret }, body),
    await report({ ...source, path: foreign }, body),
    await report({ ...source, path: '/hooks/events/nothing' }, body),
    await report(source, body, { at: new Date(clock.now.getTime() - 301_000) }),
  ]
  await call('eventSource.close', { sourceId: other.sourceId }, { token: asAdministrator })
  refused.push(await report(other, body))
  const renewed = await call('eventSource.rotate', { sourceId: source.sourceId, keepsOld: false }, { token: asAdministrator }) // prettier-ignore
  refused.push(await report(source, body))
  expect(refused.map(({ status, code }) => [status, code])).toEqual(refused.map(() => [401, 'WRONG_CREDENTIALS']))
  expect(await stateOf(conversationId)).toBe('snoozed')
  expect(await report({ ...source, secret: renewed.json.secret }, body)).toMatchObject({ status: 200 })
  expect(await asAgent('eventSource.list', undefined)).toMatchObject({ code: 'NOT_ALLOWED' })
})
