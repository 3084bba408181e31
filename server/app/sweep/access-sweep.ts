/**
 * The access sweep (trust-D3): every door of the server x every kind of caller x whose id is given, in every place that takes
 * one. It reads the list of doors from the running app and the places from the contract, so what is added later is swept too.
 *
 * A finding is a sentence; no sentence holds a canary.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { InjectOptions } from 'fastify'
import { contract } from '#contract/index.ts'
import { STAFF_ROLES, type Role } from '#contract/role.ts'
import type * as z from 'zod'
import { proceduresOf, type DescribedRoute } from '../described-routes.ts'
import { OUR_ORIGIN, type TestApp } from '../test-app.ts'
import { nameIn, sampleInput, type Fill } from './sample-input.ts'
import { makeWorlds, openSession, type World, type Worlds } from './world.ts'
import { writeTimeCursor } from '#server/platform/page-cursor.ts'

export type Caller = {
  name: string
  /** Null: nobody, or somebody whose access is over. */
  role: Role | null
  /** Headers of one call; a new session each time it is asked. */
  enter(): Promise<Record<string, string>>
  /** Whose rows this caller must never see. */
  closed: readonly WorldName[]
}
export type WorldName = 'own' | 'other' | 'foreign' | 'unknown'

export type SweepResult = {
  findings: string[]
  /** `GET /api/...` of every door that was tried. */
  swept: Set<string>
  calls: number
}

export function callersOf(test: TestApp, worlds: Worlds): Caller[] {
  const { home, own } = worlds
  const session =
    (account: string, staffId: string | null, level: 'half' | 'full' = 'full') =>
    async () => ({
      cookie: await openSession(test, { organizationId: home.organizationId, account, staffId, level }),
    })
  const member = (role: string) => home.staff[role] ?? { account: '', staffId: '' }
  const person: readonly WorldName[] = ['other', 'foreign']
  return [
    { name: 'signed out', role: null, enter: async () => ({}), closed: ['own', 'other', 'foreign'] },
    {
      name: 'half signed in',
      role: null,
      enter: session(member('nurse').account, member('nurse').staffId, 'half'),
      closed: ['own', 'other', 'foreign'],
    },
    {
      name: 'ended membership',
      role: null,
      enter: session(member('ended').account, member('ended').staffId),
      closed: ['own', 'other', 'foreign'],
    },
    {
      name: 'expired proxy',
      role: 'related_person',
      enter: session(worlds.expiredAccount, null),
      closed: ['own', 'other', 'foreign'],
    },
    { name: 'patient', role: 'patient', enter: session(own.account, null), closed: person },
    { name: 'related person', role: 'related_person', enter: session(worlds.relatedAccount, null), closed: person },
    {
      name: 'visitor',
      role: 'visitor',
      enter: async () => ({ 'x-visitor': `${own.visitor.id}:${own.visitor.secret}` }),
      closed: person,
    },
    ...STAFF_ROLES.map((role): Caller => ({
      name: role,
      role,
      enter: session(member(role).account, member(role).staffId),
      closed: ['foreign'],
    })),
  ]
}

type Place = string
export type Door = Omit<DescribedRoute, 'input'> & {
  input: z.ZodType | undefined
  places: Place[]
  hasCursor: boolean
  hasSearch: boolean
}

export function doorsOf(test: TestApp): Door[] {
  const schemas = new Map(
    [...proceduresOf(contract)].map(([name, procedure]) => [
      name,
      (procedure as unknown as { '~orpc': { inputSchema?: z.ZodType } })['~orpc'].inputSchema,
    ]),
  )
  return test.app.doors().map((door) => {
    const input = door.procedure === null ? door.input : schemas.get(door.procedure)
    const places: Place[] = []
    let hasCursor = false
    let hasSearch = door.path.endsWith('/search')
    const recording: Fill = {
      id: (place) => {
        places.push(place)
        return randomUUID()
      },
      cursor: () => {
        hasCursor = true
        return undefined
      },
      search: () => {
        hasSearch = true
        return undefined
      },
    }
    if (input) for (const form of formsOf(input)) sampleInput(input, { ...recording, form })
    else places.push(...[...door.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))
    return { ...door, input, places: [...new Set(places)], hasCursor, hasSearch }
  })
}

/** Every form of an input, one further form at a time. */
function formsOf(input: z.ZodType): NonNullable<Fill['form']>[] {
  const chosen: string[] = ['']
  for (const place of chosen) {
    const fill: Fill = {
      id: () => UNKNOWN_ID,
      cursor: () => undefined,
      search: () => undefined,
      form: (at, forms) => {
        const isWithin = place === '' || at.startsWith(place)
        for (let form = 1; form < forms && isWithin; form++) chosen.push(`${at}|${form}`)
        return formAt(place, at)
      },
    }
    sampleInput(input, fill)
  }
  return chosen.map((place) => (at: string) => formAt(place, at))
}

/** Which form a place lies in, such as 2 in `change|2.queueId` at `change`. */
const formAt = (place: Place, at: string): number =>
  place.startsWith(`${at}|`) ? Number.parseInt(place.slice(at.length + 1), 10) : 0

/** Which table an id in this place is of; by name, as the contract names its ids. */
const TABLE_OF: Record<string, string> = {
  source: 'event_source',
  alert: 'safety_alert',
  proxy: 'proxy_link',
  staff: 'staff_member',
  mention: 'staff_member',
  replace: 'contact_point',
  patient: 'patient',
  turn: 'front_desk_turn',
  device: 'front_desk_device',
  webhook: 'rule_webhook',
  call: 'rule_webhook_call',
  bulk: 'bulk_change',
  owner: 'staff_member',
  cluster: 'question_cluster',
  trial: 'article_trial',
  queueSkill: 'queue',
  agent: 'acting',
  room: 'visit_room',
  seat: 'visit_room_seat',
}
function tableOf(place: Place, path: string): string {
  const name = nameIn(place)
  if (name === 'attachmentIds') return path.startsWith('/api/conversations') ? 'upload_of_staff' : 'upload'
  if (name === 'id' && path.startsWith('/fhir')) return 'journal'
  if (name === 'seatId' && path.startsWith('/api/my/')) return 'visit_room_seat_of_patient'
  if (name === 'callId' && path.startsWith('/api/calls')) return 'call'
  if (name === 'id')
    return path.startsWith('/mail') ? 'message' : path === '/api/widget/open' ? 'visitor' : 'attachment'
  const word = name.replace(/Ids?$/, '').replace(/s$/, '')
  return TABLE_OF[word] ?? word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Of a kind of id that no table here has, the person's own id is tried. */
const idIn = (world: World, place: Place, path: string): string =>
  world.ids.get(tableOf(place, path)) ?? world.patientId

type Case = { place: Place; world: WorldName }

/** `foreign` in one place at a time, everything else right; and everywhere at once. */
function casesOf(door: Door, { role, closed }: Caller): Case[] {
  const { roles } = door.meta
  const isOpen = roles === 'public' || (role !== null && (roles as readonly string[]).includes(role))
  // A door that is closed to the role is closed whatever is asked: that with own ids shows it. Whether it tells ids apart all the same is asked once
  // for each kind of caller, since one guard refuses all roles of the staff.
  if (!isOpen) return door.places.length > 0 && !isOneOfMany(role) ? [{ place: 'all', world: 'foreign' }] : []
  const places: Case['place'][] = [...door.places, ...(door.places.length > 1 ? (['all'] as const) : [])]
  if (door.hasCursor) places.push('cursor')
  if (door.hasSearch) places.push('search')
  return places.flatMap((place) => closed.map((world) => ({ place, world })))
}

const isOneOfMany = (role: Role | null): boolean =>
  (STAFF_ROLES as readonly (Role | null)[]).includes(role) && role !== STAFF_ROLES[0]

export type Answer = { status: number; code: string | undefined; length: number; body: string; headers: string }

/** @param answered is told of each answer to a question with own ids, before the next one is asked. */
export async function sweepAccess(
  test: TestApp,
  worlds: Worlds,
  callers: readonly Caller[],
  answered?: (caller: Caller, door: Door, answer: Answer) => Promise<void>,
): Promise<SweepResult> {
  const doors = doorsOf(test)
  const result: SweepResult = { findings: [], swept: new Set(), calls: 0 }
  for (const caller of callers) {
    const before = await fingerprint(test, worlds, caller.closed)
    const doubts: (() => Promise<void>)[] = []
    await each(doors, async (door) => sweepDoor(test, worlds, caller, door, result, doubts))
    // What was not alike may have been changed by a neighbour in between: asked again, alone.
    for (const doubt of doubts) await doubt()
    // Own ids last, one after the other: they change things, and what one door does decides whether the next is open.
    for (const door of doors) {
      const answer = await callDoor(test, worlds, door, await caller.enter(), { place: 'all', world: 'own' })
      judge(worlds, caller, door, { place: 'all', world: 'own' }, answer, result)
      await answered?.(caller, door, answer)
    }
    const after = await fingerprint(test, worlds, caller.closed)
    for (const [table, digest] of before)
      if (after.get(table) !== digest)
        result.findings.push(`${caller.name}: rows of ${table} that are not his were changed`)
  }
  return result
}

/**
 * Places in which nobody's own id is answered otherwise than one that is nobody's: the id was not looked at there, so a foreign one would
 * prove nothing. What one question changes decides what the next one finds; a place that was not looked at is asked again in a fresh world.
 */
export async function placesNotLookedAt(test: TestApp, isTried: (label: string) => boolean): Promise<string[]> {
  const doors = doorsOf(test).filter((door) => door.places.some((place) => isTried(`${labelOf(door)} ${place}`)))
  const worlds = await makeWorlds(test)
  const left: [Door, Place][] = []
  for (const door of doors)
    for (const place of door.places) if (!(await isLookedAt(test, worlds, door, place))) left.push([door, place])
  const never: string[] = []
  for (const [door, place] of left) {
    const label = `${labelOf(door)} ${place}`
    if (isTried(label) && !(await isLookedAt(test, await makeWorlds(test), door, place))) never.push(label)
  }
  return never
}

async function isLookedAt(test: TestApp, worlds: Worlds, door: Door, place: Place): Promise<boolean> {
  const { roles } = door.meta
  const open = callersOf(test, worlds).filter(
    ({ role }) => roles === 'public' || (role !== null && (roles as readonly string[]).includes(role)),
  )
  for (const caller of open) {
    const ask = async (world: WorldName) => callDoor(test, worlds, door, await caller.enter(), { place, world })
    const unknown = await ask('unknown')
    const own = await ask('own')
    if (!isAlike(own, unknown) || own.length !== unknown.length) return true
  }
  return false
}

export const labelOf = ({ method, path }: Pick<Door, 'method' | 'path'>): string => `${method} ${path}`

async function sweepDoor(
  test: TestApp,
  worlds: Worlds,
  caller: Caller,
  door: Door,
  result: SweepResult,
  doubts: (() => Promise<void>)[],
): Promise<void> {
  result.swept.add(labelOf(door))
  const headers = await caller.enter()
  const unknown = new Map<string, Answer>()
  for (const each of casesOf(door, caller)) {
    const answer = await callDoor(test, worlds, door, headers, each)
    judge(worlds, caller, door, each, answer, result)
    if (each.place === 'search' || isMadeByClient(door, each.place)) continue
    const asUnknown = async () => callDoor(test, worlds, door, headers, { ...each, world: 'unknown' })
    const known = unknown.get(each.place) ?? (await asUnknown())
    unknown.set(each.place, known)
    if (isAlike(answer, known)) continue
    doubts.push(async () => {
      if (await isMessageHere(test, worlds, door, each)) return
      const again = [await callDoor(test, worlds, door, headers, each), await asUnknown()] as const
      if (!isAlike(...again))
        result.findings.push(
          `${caller.name} ${labelOf(door)}: an id of ${each.world} in ${each.place} answers ${describe(again[0])}, an unknown one ${describe(again[1])}`,
        )
    })
  }
}

/**
 * A client gives its message an id of its own, and the same id may be one of a message elsewhere. Where such a message was written here in
 * between, the id is no foreign one any more.
 */
async function isMessageHere({ look }: TestApp, worlds: Worlds, door: Door, { place, world }: Case): Promise<boolean> {
  if (world === 'unknown' || tableOf(place, door.path) !== 'message') return false
  const rows = await look('select from message where organization_id = $1 and id::text = $2', [
    worlds.home.organizationId,
    idIn(worlds[world], place, door.path),
  ])
  return rows.length > 0
}

const describe = ({ status, code, length }: Answer): string => `${status} ${code ?? ''} with ${length} characters`

/** What was done says by its status alone; what was read or refused, by its length too. */
const isAlike = (one: Answer, other: Answer): boolean =>
  one.status === other.status && one.code === other.code && (one.status < 300 ? true : one.length === other.length)

function judge(
  worlds: Worlds,
  caller: Caller,
  door: Door,
  { place, world }: Case,
  answer: Answer,
  result: SweepResult,
): void {
  result.calls += 1
  const where = `${caller.name} ${labelOf(door)} (${world} in ${place})`
  if (answer.status >= 500) result.findings.push(`${where}: ${answer.status} ${answer.code ?? ''}`)
  const { roles } = door.meta
  const isOpen = roles === 'public' || (caller.role !== null && (roles as readonly string[]).includes(caller.role))
  if (!isOpen && answer.status < 400) result.findings.push(`${where}: open to a role that the contract does not name`)
  // An administrator keeps the house and reads nobody's record.
  const unseen = caller.role === 'administrator' ? (['own', 'other', 'foreign'] as const) : caller.closed
  for (const name of unseen) {
    if (name === 'unknown') continue
    const { canary } = worlds[name]
    if (answer.body.includes(canary) || answer.headers.includes(canary))
      result.findings.push(`${where}: the answer holds words of ${name}`)
  }
  const { canary } = worlds.away
  if (answer.body.includes(canary) || answer.headers.includes(canary))
    result.findings.push(`${where}: the answer holds words of the other organization`)
  if (caller.role === null && roles !== 'public' && answer.body.includes(worlds.home.canary))
    result.findings.push(`${where}: the answer holds words of the organization`)
}

export async function callDoor(
  test: TestApp,
  worlds: Worlds,
  door: Door,
  headers: Record<string, string>,
  { place, world }: Case,
): Promise<Answer> {
  const idOf = (each: Place, name: WorldName) => (name === 'unknown' ? UNKNOWN_ID : idIn(worlds[name], each, door.path))
  const chosen = world === 'unknown' ? undefined : worlds[world]
  const fill: Fill = {
    id: (each, mayBeLeftOut) => {
      const isTurn = place === each || (place === 'all' && world !== 'own')
      if (mayBeLeftOut && !isTurn) return undefined
      const isHere = place === 'all' || place === each
      // What a client makes itself is new each time, unless it is this place's turn.
      if (!isHere && isMadeByClient(door, each)) return randomUUID()
      if (isNewHere(door) && isMadeByClient(door, each)) return randomUUID()
      // Such an id is tried by itself; among all it would only be refused before the others are looked at.
      if (place === 'all' && isMadeByClient(door, each)) return randomUUID()
      return idOf(each, isHere ? world : 'own')
    },
    cursor: () =>
      place === 'cursor'
        ? writeTimeCursor({ at: new Date('2031-01-01T00:00:00Z'), id: chosen?.ids.get('conversation') ?? UNKNOWN_ID })
        : undefined,
    search: () => (place === 'search' ? chosen?.canary : undefined),
    form: (at) => formAt(place, at),
  }
  const input = ((door.input && sampleInput(door.input, fill)) ?? {}) as Record<string, unknown>
  const [main = ''] = [...[...door.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name), ...door.places]
  if (typeof input.version === 'number') input.version = await versionOf(test, door, main, String(input[main]))
  if (typeof input.seenSeq === 'number') input.seenSeq = 1_000
  if (place === 'search' && door.path.endsWith('/search')) input.text = chosen?.canary
  const rest = { ...input }
  const path = door.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = door.input ? rest[name] : idOf(name, world)
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  const query = Object.entries(rest).flatMap(([name, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value) ? [[name, String(value)] as [string, string]] : [],
  )
  const request: InjectOptions = {
    method: door.method as 'GET',
    url: door.method === 'GET' && query.length > 0 ? `${path}?${new URLSearchParams(query)}` : path,
    headers: { origin: OUR_ORIGIN, accept: 'application/json', ...headers },
    ...(door.method === 'GET' ? {} : { payload: rest }),
  }
  let response = await test.app.inject(request)
  // 503 asks to come again, and speaks of the server and of nobody's id: a busy machine is not ready within two seconds.
  for (let again = 0; response.statusCode === 503 && again < BUSY_ANSWERS_MAX; again++) {
    await setTimeout(BUSY_MS)
    response = await test.app.inject(request)
  }
  const body = response.body
  return {
    status: response.statusCode,
    code: /"code":"([A-Z_]+)"/.exec(body)?.[1],
    length: body.length,
    body,
    headers: JSON.stringify(response.headers),
  }
}

const BUSY_ANSWERS_MAX = 5
const BUSY_MS = 1_000

/** Whoever changes a thing has read it before, so the newest version is known; of what is not there it is anything. */
async function versionOf({ look }: TestApp, door: Door, place: Place, id: string): Promise<number> {
  const table = tableOf(place, door.path)
  const rows = await look<{ version: number }>(
    `select coalesce((to_jsonb(t) ->> 'version')::int, 1) as version from ${table} t where id::text = $1`,
    [id],
  ).catch(() => [])
  return rows[0]?.version ?? 1
}

const UNKNOWN_ID = '00000000-0000-4000-8000-00000000dead'
const CLIENT_MADE = /^(messageId|conversationId|bulkId)$/
/** Such an id may be taken already, and being told so is no secret: it has 122 random bits. */
const isMadeByClient = ({ path, method }: Door, place: string): boolean =>
  method === 'POST' &&
  CLIENT_MADE.test(place) &&
  !path.includes(`{${place}}`) &&
  (place === 'messageId' || isNewHere({ path }))
/** The first message of a new conversation, or a bulk change: their ids are the client's, and what is made under one is the caller's own. */
const isNewHere = ({ path }: Pick<Door, 'path'>): boolean =>
  path === '/api/conversations' || path === '/api/bulk-changes'

/** A digest of every row that a caller must not change, by table. */
async function fingerprint(
  { look }: TestApp,
  worlds: Worlds,
  closed: readonly WorldName[],
): Promise<Map<string, string>> {
  const tables = await look<{ name: string; columns: string[] }>(OWNED_TABLES)
  const digests = new Map<string, string>()
  for (const { name, columns } of tables) {
    const conditions = [`organization_id = '${worlds.away.organizationId}'`]
    for (const world of closed) {
      if (world !== 'other' && world !== 'own') continue
      const { patientId, ids } = worlds[world]
      if (name === 'journal' || name === 'journal_patient' || name === 'session') continue
      if (name === 'patient') conditions.push(`id = '${patientId}'`)
      if (columns.includes('patient_id')) conditions.push(`patient_id = '${patientId}'`)
      if (columns.includes('conversation_id')) conditions.push(`conversation_id = '${ids.get('conversation')}'`)
      // What is of nobody but this person, such as a file that is in no message yet.
      const alone = [...new Set(ids.values())].filter((id) => ![...worlds.own.ids.values()].includes(id))
      if (columns.includes('id') && world === 'other')
        conditions.push(`id in (${alone.map((id) => `'${id}'`).join(', ')})`)
    }
    const [row] = await look<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t where ${conditions.join(' or ')}`,
    )
    digests.set(name, row?.digest ?? '')
  }
  return digests
}

const OWNED_TABLES = `
  select c.relname as name, array_agg(a.attname::text) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relkind in ('r', 'p') and not c.relispartition
   group by c.relname having 'organization_id' = any (array_agg(a.attname::text)) order by c.relname`

/** A few at a time: as many as the database has connections for. */
const AT_ONCE = 6

async function each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
    }),
  )
}
