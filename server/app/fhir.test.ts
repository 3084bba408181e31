/** trust-D28, decision 0222: the journal at the doors of FHIR R4. */
import { beforeAll, expect, test } from 'vitest'
import type * as z from 'zod'
import { AuditEvent } from '#fhir/audit-event.ts'
import { searchset } from '#fhir/bundle.ts'
import { CapabilityStatement } from '#fhir/capability-statement.ts'
import { OperationOutcome } from '#fhir/operation-outcome.ts'
import { callersOf } from './sweep/access-sweep.ts'
import { makeWorlds } from './sweep/world.ts'
import { NO_LIMITS, openTestApp, OUR_ORIGIN } from './test-app.ts'

const product = await openTestApp({ rates: NO_LIMITS })
const worlds = await makeWorlds(product)
const { home, away, own, other, foreign } = worlds
const callers = callersOf(product, worlds)
const headersOf = (name: string) => callers.find((caller) => caller.name === name)!.enter()

let asAdministrator: Record<string, string> = {}
beforeAll(async () => {
  asAdministrator = await headersOf('administrator')
})

const Page = searchset(AuditEvent)
const ask = (path: string, headers = asAdministrator) => product.app.inject({ url: `/fhir/${path}`, headers })
const outcomeIn = (answer: { body: string; headers: Record<string, unknown> }) => {
  expect(answer.headers['content-type']).toBe('application/fhir+json; charset=utf-8')
  return OperationOutcome.parse(JSON.parse(answer.body)).issue[0]!
}
type Row = { id: string } & Record<string, unknown>
const rows = (where: string, values: unknown[] = []) =>
  product.look<Row>(`select * from journal j where organization_id = $1 and (${where}) order by at desc, id desc`, [
    home.organizationId,
    ...values,
  ])

/** Every entry that a search finds, page by page, as a client follows the links. */
async function all(query: string): Promise<z.infer<typeof AuditEvent>[]> {
  const found: z.infer<typeof AuditEvent>[] = []
  let next: string | undefined = `AuditEvent?${query}`
  for (let pages = 0; next && pages < 100; pages++) {
    const answer = await ask(next)
    expect(answer.statusCode, answer.body).toBe(200)
    const { entry = [], link } = Page.parse(answer.json())
    expect(link[0]).toMatchObject({ relation: 'self' })
    for (const { fullUrl, resource } of entry) {
      expect(fullUrl).toBe(`${OUR_ORIGIN}/fhir/AuditEvent/${resource.id}`)
      found.push(resource)
    }
    const [, following] = link
    expect(following === undefined || following.url.startsWith(`${OUR_ORIGIN}/fhir/AuditEvent?`)).toBe(true)
    next = following?.url.slice(`${OUR_ORIGIN}/fhir/`.length)
  }
  return found
}
const until = (): string => encodeURIComponent(`lt${new Date().toISOString()}`)

test('trust-D28 an administrator reads the whole journal of the organization as AuditEvents of R4, page by page', async () => {
  const before = await rows('true')
  const found = await all(`date=${until()}&_count=3`)
  expect(before.length).toBeGreaterThan(6)
  expect(found.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  const row = before.find(({ event }) => event === 'message.received')!
  const told = found.find(({ id }) => id === row.id)!
  expect(told.recorded).toBe((row.at as Date).toISOString())
  expect(told.action).toBe(row.action)
  expect(told.subtype?.at(-1)?.code).toBe('message.received')
  expect(told.agent[0]?.purposeOfUse?.[0]?.coding?.[0]?.code).toBe(row.purpose)
  const text = JSON.stringify(found)
  for (const { canary } of [own, other, foreign, home, away]) expect(text).not.toContain(canary)
})

test('trust-D28 it is searched by date, patient, agent and action, alone and together', async () => {
  await product.app.inject({
    method: 'POST',
    url: '/api/patients/search',
    headers: { ...(await headersOf('nurse')), origin: OUR_ORIGIN },
    payload: { text: own.canary },
  })
  const nurse = home.staff.nurse!.staffId
  const to = until()
  const ids = (found: { id: string }[]) => found.map(({ id }) => id)
  const about = `(patient_id = $2 or exists (select from journal_patient p where p.journal_id = j.id and p.patient_id = $2))`
  for (const [query, where, values] of [
    [`patient=${own.patientId}`, about, [own.patientId]],
    [`patient=Patient/${other.patientId}&_count=2`, about, [other.patientId]],
    [`patient=${own.patientId}&action=R`, `${about} and action = 'R'`, [own.patientId]],
    [`patient=${own.patientId}&agent=PractitionerRole/${nurse}`, `${about} and actor_id = $3`, [own.patientId, nurse]],
    [`agent=${nurse}`, 'actor_id = $2', [nurse]],
    ['action=C,U&_count=3', `action in ('C', 'U')`, []],
  ] as const) {
    const expected = await rows(`${where} and event <> 'journal.read'`, [...values])
    const found = (await all(`date=${to}&${query}`)).filter(({ subtype }) => subtype?.at(-1)?.code !== 'journal.read')
    expect(expected, query).not.toEqual([])
    expect(ids(found), query).toEqual(ids(expected))
  }
  expect(await all(`agent=Patient/${nurse}`)).toEqual([])
  expect(await all(`patient=${foreign.patientId}`)).toEqual([])
  const [newest] = await rows('true')
  const day = (newest!.at as Date).toISOString().slice(0, 10)
  expect((await all(`date=lt${day}&_count=50`)).every(({ recorded }) => recorded < day)).toBe(true)
  expect(await all('date=gt2099')).toEqual([])
})

test('trust-D28 one entry is read by its id; a foreign one and one that is nobody’s are not there, alike', async () => {
  const [row] = await rows(`event = 'message.received'`)
  const answer = await ask(`AuditEvent/${row!.id}`)
  expect(answer.headers['content-type']).toBe('application/fhir+json; charset=utf-8')
  expect(AuditEvent.parse(answer.json()).id).toBe(row!.id)
  const [theirs] = await product.look<Row>('select id from journal where organization_id = $1', [away.organizationId])
  for (const id of [
    theirs!.id,
    '00000000-0000-4000-8000-00000000dead',
    'ffffffff-ffff-7fff-bfff-ffffffffffff',
    'zanzibar',
  ]) {
    const refused = await ask(`AuditEvent/${id}`)
    expect(refused.statusCode).toBe(404)
    expect(outcomeIn(refused)).toMatchObject({
      severity: 'error',
      code: 'not-found',
      details: { coding: [{ code: 'NOT_FOUND' }] },
    })
    expect(refused.body).not.toContain(id)
  }
})

test('trust-D27 D28 who reads the journal is in it, once a page, with the patients that were shown', async () => {
  const answer = await ask(`AuditEvent?patient=${own.patientId}&_count=5`)
  const requestId = answer.headers['x-request-id']
  const [entry, ...more] = await rows('request_id = $2', [requestId])
  expect(more).toEqual([])
  expect(entry).toMatchObject({ event: 'journal.read', action: 'R', role: 'administrator', detail: { rows: 5 } })
  const shown = Page.parse(answer.json()).entry?.flatMap(({ resource }) =>
    (resource.entity ?? []).flatMap(({ what }) => /^Patient\/(.+)/.exec(what?.reference ?? '')?.[1] ?? []),
  )
  const noted = await product.look<{ id: string }>(
    'select patient_id as id from journal_patient where journal_id = $1',
    [entry!.id],
  )
  expect(new Set(entry!.patient_id ? [entry!.patient_id] : noted.map(({ id }) => id))).toEqual(new Set(shown))
  const mine = await product.app.inject({ url: '/api/my/accesses', headers: await headersOf('patient') })
  // Looks of one hour are one line: that one ends with this look, the last so far.
  const line = mine.json<{ items: { event: string; until: string }[] }>().items.find(({ event }) => event === 'journal.read') // prettier-ignore
  expect(line).toMatchObject({ until: (entry!.at as Date).toISOString(), who: { role: 'administrator' } })
})

test('trust-D28 it is open to nobody else, who is told so as FHIR says it', async () => {
  const [row] = await rows('true')
  for (const caller of callers.filter(({ role }) => role !== 'administrator')) {
    const headers = await caller.enter()
    for (const path of ['AuditEvent', `AuditEvent/${row!.id}`]) {
      const refused = await ask(path, headers)
      const issue = outcomeIn(refused)
      expect([refused.statusCode, issue.code], caller.name).toEqual(
        refused.statusCode === 401 ? [401, 'login'] : [403, 'forbidden'],
      )
      expect(issue.diagnostics).toBe(refused.headers['x-request-id'])
    }
  }
})

test('trust-D28 it is not writable through FHIR: every way to write finds no door, and nothing changes', async () => {
  const [row] = await rows('true')
  const before = await rows('true')
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
    for (const path of ['AuditEvent', `AuditEvent/${row!.id}`, 'AuditEvent/_search', 'metadata']) {
      for (const type of ['application/fhir+json', 'application/json', 'text/plain']) {
        const refused = await product.app.inject({
          method,
          url: `/fhir/${path}`,
          headers: { ...asAdministrator, origin: OUR_ORIGIN, 'content-type': type },
          payload: `{"resourceType":"AuditEvent","outcome":"0"`,
        })
        expect([refused.statusCode, refused.headers.allow], `${method} ${path}`).toEqual([405, 'GET, HEAD'])
        expect(outcomeIn(refused).code).toBe('not-supported')
      }
    }
    const elsewhere = await product.app.inject({
      method,
      url: '/fhir/AuditEvent',
      headers: { ...asAdministrator, origin: 'https://evil.example' },
    })
    expect(elsewhere.statusCode).toBe(403)
    expect(outcomeIn(elsewhere).code).toBe('forbidden')
  }
  expect(await rows('true')).toEqual(before)
})

test('trust-D28 what is not understood is refused by its name and not repeated, and other resources are not there', async () => {
  for (const [query, location] of [
    ['date=zanzibar', 'http.date'],
    ['zanzibar=1', 'http.parameter'],
    ['patient=zanzibar', 'http.patient'],
    ['action=zanzibar', 'http.action'],
    ['_format=zanzibar', 'http._format'],
    ['cursor=zanzibar', 'http.cursor'],
  ] as const) {
    const refused = await ask(`AuditEvent?${query}`)
    expect(refused.statusCode).toBe(400)
    expect(outcomeIn(refused)).toMatchObject({ code: 'invalid', location: [location] })
    expect(refused.body).not.toContain('zanzibar')
  }
  for (const path of ['Patient', 'Patient/1', '', 'AuditEvent/1/_history', '%ff']) {
    const refused = await ask(path)
    expect([400, 404], path).toContain(refused.statusCode)
    outcomeIn(refused)
  }
})

test('trust-D2 the CapabilityStatement says what the doors of FHIR are, and what their search takes', async () => {
  const answer = await ask('metadata', {})
  expect(answer.headers['content-type']).toBe('application/fhir+json; charset=utf-8')
  const { rest, fhirVersion } = CapabilityStatement.parse(answer.json())
  expect(fhirVersion).toBe('4.0.1')
  const PATHS = { read: (type: string) => `/fhir/${type}/{id}`, 'search-type': (type: string) => `/fhir/${type}` }
  const said = rest[0]!.resource.flatMap(({ type, interaction }) =>
    interaction.map(({ code }) => `GET ${PATHS[code](type)}`),
  )
  const doors = product.app.doors().filter(({ path }) => path.startsWith('/fhir/'))
  expect([...said, 'GET /fhir/metadata'].toSorted()).toEqual(
    doors.map(({ method, path }) => `${method} ${path}`).toSorted(),
  )
  const search = doors.find(({ path }) => path === '/fhir/AuditEvent')
  const parameters = Object.keys(search?.input?.shape ?? {}).filter((name) => !/^_|^cursor$/.test(name))
  expect(rest[0]!.resource[0]!.searchParam.map(({ name }) => name)).toEqual(parameters)
})
