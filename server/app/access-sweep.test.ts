/** trust-D2, D3: the list of doors, and the sweep through all of them. See sweep/access-sweep.ts. */
import { expect, test } from 'vitest'
import WebSocket from 'ws'
import type { Database } from '#server/platform/database.ts'
import {
  callDoor,
  callersOf,
  doorsOf,
  labelOf,
  placesNotLookedAt,
  sweepAccess,
  type Answer,
  type Caller,
  type Door,
  type SweepResult,
  type WorldName,
} from './sweep/access-sweep.ts'
import { AUC_MAX, toldApart } from './sweep/told-apart.ts'
import { makeWorlds, openSession } from './sweep/world.ts'
import type { OpenApiDocument } from './open-api.ts'
import { appOn, NO_LIMITS, openTestApp, OUR_ORIGIN } from './test-app.ts'

const product = await openTestApp({ rates: NO_LIMITS, poolSize: 12 })
const worlds = await makeWorlds(product)
const callers = callersOf(product, worlds)
const doors = doorsOf(product)
const callerNamed = (name: string): Caller => callers.find((caller) => caller.name === name)!

/** On a machine with much other work; alone it takes less than a minute. */
const SWEEP_MAX_MS = 480_000
let whole: Promise<SweepResult & { journal: JournalCheck }> | undefined
/** Once for all that is looked at in the answers. */
const wholeSweep = () =>
  (whole ??= (async () => {
    const journal: JournalCheck = { faults: [], done: 0, denied: 0 }
    // The product never looks for a request; here it is done after each of thousands.
    await product.look('create index on journal (request_id)')
    const result = await sweepAccess(product, worlds, callers, (...one) => lookAtJournal(journal, ...one))
    return { ...result, journal }
  })())

test(
  'trust-D3, desk-D74 nobody sees, changes or can tell apart what is not his',
  { timeout: SWEEP_MAX_MS },
  async () => {
    const { findings, calls } = await wholeSweep()
    expect(findings).toEqual([])
    expect(calls).toBeGreaterThan(2_000)
  },
)

/**
 * Where an own id is answered as one that is nobody's, and why. A door that comes is not in this list: its sample has to lead to the id, or
 * the sweep asks nothing there.
 */
const NOT_LOOKED_AT: [place: RegExp, why: string][] = [
  [/ \/hooks\//, 'what is not signed is refused before; the tests of each channel sign'],
  [/ (\|\d\.)?challengeId$/, 'a challenge is good for its own answer alone (passkey.test.ts)'],
  [/ \/api\/front-desk\/kiosk\/turns/, 'the cookie of the kiosk comes first (front-desk.test.ts)'],
  [/ \/api\/widget\/open/, 'the id of a visitor is nothing without its secret'],
  [/^POST \/api\/conversations (conversationId|messageId)$| bulkId$| runId$/, 'the client makes it'],
  [/^POST \/api\/conversations\/\{conversationId\}\/messages messageId$|^POST \/api\/patients\/\{patientId\}\/appointments id$/, 'the client makes it'],
  [/ signals\.0\.toSeatId$|\/leave seatId$/, 'whoever is not in the room hears nothing and has left it'],
  [/\/visit-room appointmentId$/, 'the room of the sample is open already'],
  [/ attachmentIds\.0$| queueIds\.0$/, 'what is nobody’s is left out of a list, and all else is done'],
  [/^(GET|POST) \/api\/reports|^GET \/api\/conversations conversationId$|^GET \/api\/front-desk\/\{siteId\}\/turns queueId$|\/api\/articles\/try/, 'it narrows what is found, and finds nothing'],
  [/\/api\/bulk-changes(\/preview)? change\|/, 'the conversation of the sample stands in another state'],
  [/\/identity\/vouch contactPointId$|\/check-in-codes contactPointId$/, 'it belongs to the other method'],
  [/\/seen conversationId$/, 'there is nothing to say of it'],
  [/\/passkeys\/\{passkeyId\}\/remove/, 'nobody takes away the last second factor'],
  [/\/service-policies policies/, 'another publication stands'],
  [/\/sms-numbers\/\{smsNumberId\}\/test|\/voice-lines\/\{voiceLineId\}|\/patients\/\{patientId\}\/consents|\/my\/consents lineId$|\/workload\/settings|\/rules (ruleId|definition)/, 'a value of the sample is refused before'],
  [/\/(corrections|translation) messageId$|\/thumb messageId$|\/reviews\/\{messageId\}|\/mail\/\{id\}\/original/, 'the message of the sample is of another kind'],
  [/\/deliveries\/\{deliveryId\}|\/front-desk\/turns\/\{turnId\} queueId$/, 'the sample stands in another state'],
  [/\/api\/macros\/\{macroId\}( content\.|\/versions|\/restore)/, 'the macro of the sample has one version'],
] // prettier-ignore

test(
  'trust-D3 the questions are good ones: an id in any place is looked at by somebody',
  { timeout: SWEEP_MAX_MS },
  async () => {
    const isTried = (label: string): boolean => !NOT_LOOKED_AT.some(([place]) => place.test(label))
    expect(await placesNotLookedAt(product, isTried)).toEqual([])
  },
)

test(
  'trust-D2 the router, the OpenAPI document and the sweep know the same doors',
  { timeout: SWEEP_MAX_MS },
  async () => {
    const { paths } = (await product.app.inject('/api/openapi.json')).json<OpenApiDocument>()
    const documented = Object.entries(paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const forPrograms = product.app.doors().filter(({ isPage }) => !isPage)
    expect(documented.toSorted()).toEqual(forPrograms.map(labelOf).toSorted())
    expect(new Set(product.app.doors().map(labelOf))).toEqual((await whole)?.swept ?? new Set(doors.map(labelOf)))
    // What the router itself holds beside the contract: the same list, drawn by another hand.
    const drawn = drawnRoutes(product.app.printRoutes({ commonPrefix: true }))
    const plain = product.app.doors().filter(({ procedure }) => procedure === null)
    expect(drawn.toSorted()).toEqual([...new Set(plain.map(labelOf))].toSorted())
  },
)

test('trust-D2 the document says of each plain door by which key it opens, what signs what is sent to it, and what that is', async () => {
  const { paths } = (await product.app.inject('/api/openapi.json')).json<OpenApiDocument>()
  const saidOf = (path: string, method = 'post') => {
    const { parameters = [], requestBody, security } = paths[path]?.[method] ?? {}
    const [type] = Object.keys(requestBody?.content ?? {})
    const named = (place: string) => parameters.filter((one) => one.in === place).map(({ name }) => name)
    return { header: named('header'), query: named('query'), type, security }
  }
  const form = { header: ['x-twilio-signature'], type: 'application/x-www-form-urlencoded', security: [] }
  expect(saidOf('/hooks/sms/{endpointId}')).toMatchObject(form)
  for (const word of ['', '/step', '/status', '/out/joined'])
    expect(saidOf(`/hooks/voice/{endpointId}${word}`), word).toMatchObject(form)
  const standard = { header: ['webhook-id', 'webhook-timestamp', 'webhook-signature'], security: [] }
  expect(saidOf('/hooks/email/{endpointId}')).toMatchObject({ ...standard, type: 'message/rfc822' })
  expect(saidOf('/hooks/events/{endpointId}')).toMatchObject({ ...standard, type: 'application/json' })
  const pictures = { header: [], query: ['delivery', 'until', 'key'], type: undefined }
  expect(saidOf('/hooks/sms-pictures/{endpointId}', 'get')).toMatchObject(pictures)
  const keys = [{ session: [] }, { visitor: [] }]
  expect(saidOf('/files')).toMatchObject({ type: 'multipart/form-data', security: keys })
  expect(saidOf('/files/{id}', 'get')).toMatchObject({ security: keys })
})

/** A reading is recorded and counted, and keeps the session or the chat of its reader awake. */
const MARKS_OF_READING = ['journal', 'journal_patient', 'session', 'visitor', 'auth.rate_count']
/** What reports are counted from, and how far: whoever reads one counts first what nobody has counted yet (decision 0127). */
const COUNTED_TO_READ = ['report_state', 'report_course']

/** A digest of every table, by name. */
async function everyRow(): Promise<Map<string, string>> {
  const tables = await product.look<{ name: string }>(
    `select case nspname when 'public' then relname else nspname || '.' || relname end as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and nspname in ('public', 'auth') order by 1`,
  )
  const digests = new Map<string, string>()
  const left = [...MARKS_OF_READING, ...COUNTED_TO_READ]
  for (const { name } of tables.filter((table) => !left.includes(table.name))) {
    const [row] = await product.look<{ digest: string }>(
      // When something was counted and will be again, and in which order, is no part of what reports say.
      name.startsWith('report_')
        ? `select count(*) || ' ' || coalesce(sum(hashtextextended((to_jsonb(t) - 'derived_at' - 'again_at' - 'id')::text, 0)), 0) as digest from ${name} t`
        : `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as digest from ${name} t`,
    )
    digests.set(name, row?.digest ?? '')
  }
  const [sessions] = await product.look<{ digest: string }>(
    `select count(*) filter (where ended_at is not null) || '' as digest from session`,
  )
  return digests.set('ended sessions', sessions?.digest ?? '')
}

test(
  'trust-D24 no door changes anything when it is asked by GET, also one for writing with its whole input in the address',
  { timeout: SWEEP_MAX_MS },
  async () => {
    // What reports count follows from the other tables: once counted, reading changes nothing of it.
    const reports = doors.filter(({ path }) => path.startsWith('/api/reports'))
    expect(reports).not.toEqual([])
    const supervisor = await callerNamed('supervisor').enter()
    for (const door of reports)
      await callDoor(product, worlds, { ...door, method: 'GET' }, supervisor, { place: 'all', world: 'own' })
    const before = await everyRow()
    expect(before.size).toBeGreaterThan(30)
    const opened: string[] = []
    for (const name of ['patient', 'visitor', 'agent', 'administrator'] as const) {
      const headers = { ...(await callerNamed(name).enter()), 'x-http-method-override': 'POST' }
      for (const door of doors) {
        const answer = await callDoor(product, worlds, { ...door, method: 'GET' }, headers, {
          place: 'all',
          world: 'own',
        })
        const isAlsoForReading = doors.some(({ method, path }) => method === 'GET' && path === door.path)
        if (answer.status < 400 && !isAlsoForReading) opened.push(`${name} ${labelOf(door)}`)
      }
    }
    expect(opened).toEqual([])
    expect(await everyRow()).toEqual(before)
  },
)

/** Doors that found nothing to do for the sample, and wrote nothing: it was over before, there is none, or none was asked. */
const NOTHING_DONE =
  /\/session\/sign-out$|\/proxies\/\{proxyId\}\/end$|\/assistant\/summary$|\/go-on$|\/(llm|translation)\/test$|\/archive$|\/articles\/import$|\/simulation\/cancel$/
/** Tells a person their own name. */
const OWN_NAME = /GET \/api\/session$|\/factors\/passkeys\/challenge$/

type JournalCheck = { faults: string[]; done: number; denied: number }

/** An answer to own ids, right after it was given. */
async function lookAtJournal(check: JournalCheck, caller: Caller, door: Door, answer: Answer): Promise<void> {
  const { 'x-request-id': requestId } = JSON.parse(answer.headers) as Record<string, string>
  const entries = await product.look<{ action: string; outcome: string }>(
    'select action, outcome from journal where request_id = $1',
    [requestId],
  )
  const where = `${caller.name} ${labelOf(door)}`
  const { audit } = door.meta
  const isDone = answer.status < 300 && audit !== 'none' && !NOTHING_DONE.test(labelOf(door))
  if (isDone) check.done += 1
  if (isDone && entries.length === 0) check.faults.push(`${where}: done, and not journalled`)
  if (isDone && audit === 'R' && entries.filter(({ action }) => action === 'R').length !== 1)
    check.faults.push(`${where}: read, with ${entries.length} entries`)
  if (answer.body.includes(worlds.own.canary) && entries.length === 0 && !OWN_NAME.test(labelOf(door)))
    check.faults.push(`${where}: words of a person, and no entry`)
  const isDenied = ['NOT_ALLOWED', 'SECOND_FACTOR_NEEDED'].includes(answer.code ?? '')
  if (!isDenied || door.meta.roles === 'public') return
  check.denied += 1
  if (entries.length !== 1 || entries[0]?.outcome !== 'denied')
    check.faults.push(`${where}: denied, with ${entries.length} entries`)
}

test(
  'trust-D27 what a door says is journalled has its entry under the id of the request, and so has every denial',
  { timeout: SWEEP_MAX_MS },
  async () => {
    const { faults, done, denied } = (await wholeSweep()).journal
    expect(faults).toEqual([])
    expect(done).toBeGreaterThan(300)
    expect(denied).toBeGreaterThan(300)
  },
)

test.each(['patient', 'related person', 'visitor'] as const)(
  'trust-D3 a seeded fault is seen: a %s whose transactions run for the whole organization',
  { timeout: SWEEP_MAX_MS },
  async (name) => {
    const widened = (database: Database): Database => ({
      ...database,
      transaction: (context, work) =>
        database.transaction(
          context.role === 'system' ? context : { ...context, scope: { kind: 'organization' } },
          work,
        ),
    })
    const faulty = await appOn(product, { rates: NO_LIMITS, door: widened })
    const { findings } = await sweepAccess(faulty, worlds, [
      callersOf(faulty, worlds).find((one) => one.name === name)!,
    ])
    expect(findings.some((finding) => finding.includes('holds words of other'))).toBe(name !== 'visitor')
    expect(findings).not.toEqual([])
  },
)

test('trust-D3 a seeded fault is seen: one row policy removed', { timeout: SWEEP_MAX_MS }, async () => {
  const [policy] = await product.look<{ using: string; check: string }>(
    `select pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
       from pg_policy where polrelid = 'conversation'::regclass and polname = 'patient_isolation'`,
  )
  await product.look('drop policy patient_isolation on conversation')
  try {
    const { findings } = await sweepAccess(product, worlds, [callerNamed('patient')])
    expect(findings.some((finding) => finding.includes('holds words of other'))).toBe(true)
  } finally {
    await product.look(
      `create policy patient_isolation on conversation as restrictive using (${policy?.using}) with check (${policy?.check})`,
    )
  }
})

test(
  'trust-D3 a cookie or a visitor header that names somebody else opens nothing',
  { timeout: SWEEP_MAX_MS },
  async () => {
    const { own, foreign, home } = worlds
    const cookie = await openSession(product, {
      organizationId: home.organizationId,
      account: own.account,
      staffId: null,
      level: 'full',
    })
    const forged: Record<string, string>[] = [
      { cookie: cookie.replace(/=[0-9a-f]{32}\./, `=${foreign.organizationId.replaceAll('-', '')}.`) },
      { cookie: cookie.replace('bedside-plain', '__Host-bedside') },
      { cookie: `${cookie}; ${cookie}` },
      { 'x-visitor': `${foreign.visitor.id}:${own.visitor.secret}` },
      { 'x-visitor': `${worlds.other.visitor.id}:${own.visitor.secret}` },
    ]
    const closed = doors.filter(({ meta }) => meta.roles !== 'public')
    let turnedAway = 0
    for (const door of closed) {
      for (const headers of forged) {
        const answer = await callDoor(product, worlds, door, headers, { place: 'all', world: 'foreign' })
        if (answer.body.includes('no such procedure')) continue
        expect(answer.status, labelOf(door)).toBe(labelOf(door) === 'GET /realtime' ? 422 : 401)
        turnedAway += 1
      }
    }
    expect(turnedAway).toBeGreaterThan(closed.length * (forged.length - 1))
  },
)

test('trust-D3 a socket that asks about a conversation of others is told nothing, and nobody hears that it asked', async () => {
  const address = await product.app.listen({ host: '127.0.0.1', port: 0 })
  const agent = callerNamed('agent')
  const open = async (headers: Record<string, string>) => {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/realtime`, {
      headers: { origin: OUR_ORIGIN, ...headers },
    })
    const frames: string[] = []
    socket.on('message', (data) => frames.push(String(data as Buffer)))
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    socket.send(JSON.stringify({ type: 'since', cursor: '0.0' }))
    return { socket, frames }
  }
  const own = await open(await agent.enter())
  const patient = await open(await callerNamed('patient').enter())
  for (const world of ['foreign', 'own'] as const) {
    own.socket.send(
      JSON.stringify({ type: 'presence', conversationId: worlds[world].ids.get('conversation'), doing: 'viewing' }),
    )
  }
  const idOf = (world: 'own' | 'other' | 'foreign') => worlds[world].ids.get('conversation') ?? ''
  await expect.poll(() => own.frames.join('\n'), { timeout: 60_000 }).toMatch(/presence/)
  expect(own.frames.join('\n')).not.toContain(idOf('foreign'))
  await expect.poll(() => patient.frames.join('\n'), { timeout: 60_000 }).toContain(idOf('own'))
  expect(patient.frames.join('\n')).not.toContain(idOf('other'))
  expect(patient.frames.join('\n')).not.toContain(idOf('foreign'))
  own.socket.terminate()
  patient.socket.terminate()
})

/** Tries of each in one round. */
const TRIES = 200

test.each([
  ['patient', 'GET /files/{id}', 'other'],
  ['agent', 'GET /api/conversations/{conversationId}', 'foreign'],
] as const)(
  'trust-D3 a %s cannot tell by the time of %s whether an id is somebody’s',
  { timeout: SWEEP_MAX_MS },
  async (name, label, world) => {
    const door = doors.find((one) => labelOf(one) === label)!
    const headers = await callerNamed(name).enter()
    const ask = (whose: WorldName) => () => callDoor(product, worlds, door, headers, { place: 'all', world: whose })
    const rounds = await toldApart({ tries: TRIES, one: ask(world), other: ask('unknown') })
    expect(Math.min(...rounds), rounds.join()).toBeLessThan(AUC_MAX)
  },
)

/** Every plain route in Fastify's own drawing of its tree: four columns a level, each with what it adds to the address. */
function drawnRoutes(drawing: string): string[] {
  const routes: string[] = []
  const above: string[] = []
  for (const line of drawing.split('\n')) {
    const [, indent, part = '', methods = ''] = /^([│ ]*)[├└]── (\S*)(?: \(([^)]+)\))?/.exec(line) ?? []
    if (indent === undefined) continue
    above.length = indent.length / 4
    above.push(part)
    const path = above.join('').replaceAll(/:(\w+)/g, '{$1}')
    if (/^\/(rpc|api)\/\*$/.test(path)) continue
    for (const method of methods.split(', ')) if (method && method !== 'HEAD') routes.push(`${method} ${path}`)
  }
  return routes
}
