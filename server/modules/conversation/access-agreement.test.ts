/**
 * trust-D4: who may see a conversation or a note is decided twice, by the database and in memory. Both are asked about the same rows
 * for random sessions, and must agree.
 */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { ROLES, type Role } from '#contract/role.ts'
import { DESK } from '#contract/route.ts'
import { ALL_LABELS, sessionOf, type Context, type Scope } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, asSystem, type Clinic } from './a-clinic.ts'
import {
  canOpen,
  canReadWords,
  canSeeConversation,
  canSetUrgency,
  isOnDesk,
  noteReadersOf,
  readableWords,
  STAFF_MAY_OPEN,
  type ConversationFacts,
  type NoteReader,
} from './policy.ts'
import { factsOf } from './read-store.ts'
import { hitsOf } from './search-store.ts'
import { readSearch } from './search-query.ts'

const { database, connections } = await testDatabase()

type Row = {
  organizationId: string
  id: string
  patientId: string | null
  visitorId: string | null
  labels: string[]
  privacy: { readerId: string | null; isLifted: boolean } | null
  note: { readers: NoteReader[]; authorId: string | null }
}

/** Some are enough to meet each other often. */
const LABELS = ['PSY', 'HIV', 'SUD'] as const
const READERS: NoteReader[] = ['service', 'clinical', 'billing', 'sensitive']
const ROWS_OF_A_CLINIC = 50
const SESSIONS = 100
/** A word that stands in every note. */
const WORD = 'agreement'
const SEED = 20_260_302

let clinics: [Clinic, Clinic]
let rows: Row[]

beforeAll(async () => {
  clinics = [await aClinic(database), await aClinic(database)]
  rows = clinics.flatMap((clinic) =>
    fc.sample(rowOf(clinic), { numRuns: ROWS_OF_A_CLINIC, seed: SEED }).map((row) => ({ ...row, id: newId() })),
  )
  for (const clinic of clinics)
    await database.transaction(asSystem(clinic), async (tx) => {
      for (const row of rows.filter(({ organizationId }) => organizationId === clinic.organizationId)) {
        await tx.run(
          `insert into conversation (organization_id, id, number, channel, patient_id, visitor_id, labels, last_message_at, first_message_at)
           values ($1, $2, $3, 'portal-chat', $4, $5, $6, now(), now())`,
          [row.organizationId, row.id, numberOf(row), row.patientId, row.visitorId, row.labels],
        )
        if (row.privacy)
          await tx.run(
            `insert into conversation_privacy (organization_id, conversation_id, patient_id, reader_id, since, lifted_at, lifted_by, lifted_reason)
             values ($1, $2, $3, $4, now(), case when $5 then now() end, case when $5 then $6::uuid end, case when $5 then 'no danger' end)`,
            [row.organizationId, row.id, row.patientId, row.privacy.readerId, row.privacy.isLifted, clinic.nurseId],
          )
        await tx.run(
          `insert into message (organization_id, id, conversation_id, seq, direction, channel, author_kind, author_id, text, received_at, readers, search)
           values ($1, $2, $3, 1, 'note', 'desk', 'staff', $4, $5, now(), $6, to_tsvector('simple', $5))`,
          [row.organizationId, newId(), row.id, row.note.authorId, WORD, row.note.readers],
        )
      }
      const ids = rows.filter(({ organizationId }) => organizationId === clinic.organizationId).map(({ id }) => id)
      for (const one of await factsOf(tx, ids)) facts.set(one.id, one)
    })
})

/** As the rule in memory is given them: read with the product's own query. */
const facts = new Map<string, ConversationFacts>()
function factsOfRow({ id }: Row): ConversationFacts {
  const known = facts.get(id)
  if (!known) throw new Error('a row without facts')
  return known
}

const numberOf = (row: Row): string => String(1_000_000_000 + rows.indexOf(row))

const rowOf = (clinic: Clinic): fc.Arbitrary<Omit<Row, 'id'>> =>
  fc.record({
    organizationId: fc.constant(clinic.organizationId),
    patientId: fc.constantFrom(clinic.patientId, clinic.otherPatientId, null),
    // A visitor has one conversation.
    visitorId: fc.option(fc.constant(null).map(() => randomUUID())),
    labels: fc.subarray([...LABELS]),
    privacy: fc.option(
      fc.record({ readerId: fc.constantFrom(clinic.patientId, clinic.otherPatientId, null), isLifted: fc.boolean() }),
    ),
    note: fc.record({
      readers: fc.subarray(READERS),
      authorId: fc.constantFrom(clinic.agentId, clinic.nurseId, clinic.supervisorId, null),
    }),
  })

/** What a socket, a search or a screen knows of its reader; `scope` is what its transactions run with. */
type Session = {
  organizationId: string
  role: Role
  scope: Scope
  visitorId: string | null
  staffId: string | null
  labels: string[]
}

const anySession = (): fc.Arbitrary<Session> =>
  fc.constantFrom(...clinics).chain((clinic) => {
    const mine = rows.filter(({ organizationId }) => organizationId === clinic.organizationId)
    const labels = fc.subarray<string>([...LABELS, ...ALL_LABELS.slice(0, 2)])
    const base = { organizationId: fc.constant(clinic.organizationId), labels }
    const nobody = fc.constant(null)
    const staff = fc.record({
      ...base,
      role: fc.constantFrom(...ROLES),
      scope: fc.constant<Scope>({ kind: 'organization' }),
      visitorId: nobody,
      staffId: fc.constantFrom(clinic.agentId, clinic.nurseId, clinic.otherAgentId),
    })
    // Patients of the other clinic too: an id that leads nowhere here.
    const everyPatient = clinics.flatMap(({ patientId, otherPatientId }) => [patientId, otherPatientId])
    const portal = fc.record({
      ...base,
      role: fc.constantFrom<Role>('patient', 'related_person'),
      scope: fc
        .tuple(fc.subarray(everyPatient), fc.subarray(everyPatient))
        .map(([patientIds, selfIds]): Scope => ({ kind: 'patient', patientIds, selfIds })),
      visitorId: nobody,
      staffId: nobody,
    })
    const widget = fc.constantFrom(...mine.filter(({ visitorId }) => visitorId !== null)).chain(({ id, visitorId }) =>
      fc.record({
        ...base,
        role: fc.constant<Role>('visitor'),
        scope: fc.constant<Scope>({ kind: 'conversation', conversationIds: [id] }),
        visitorId: fc.constant(visitorId),
        staffId: nobody,
      }),
    )
    return fc.oneof(staff, portal, widget)
  })

const contextOf = ({ organizationId, role, scope, labels, staffId }: Session): Context => ({
  ...asSystem({ organizationId }),
  role,
  scope,
  labels,
  actor: { kind: staffId ? 'staff' : 'patient', id: staffId },
})

const readerOf = (session: Session) => sessionOf({ ...session, actorId: session.staffId })

/** With the whole organization in its scope the database asks nothing of the role: the contract's list of the desk does. */
const isAdmitted = ({ role, scope }: Session): boolean =>
  scope.kind !== 'organization' || role === 'system' || DESK.includes(role)

test('trust-D4 of 10,000 pairs of row and session, row security and the rule in memory say the same of each', async () => {
  let pairs = 0
  let seen = 0
  await fc.assert(
    fc.asyncProperty(anySession(), async (session) => {
      const found = await database.read<{ id: string }>(contextOf(session), 'select id from conversation', [])
      const inDatabase = isAdmitted(session) ? new Set(found.map(({ id }) => id)) : new Set<string>()
      for (const row of rows) {
        const inMemory = canSeeConversation(readerOf(session), factsOfRow(row))
        expect({ row, session, sees: inMemory }).toEqual({ row, session, sees: inDatabase.has(row.id) })
        pairs += 1
        seen += inMemory ? 1 : 0
      }
    }),
    { numRuns: SESSIONS, seed: SEED, endOnFailure: true },
  )
  expect(pairs).toBe(10_000)
  // The question was a good one: both answers were frequent.
  expect(seen / pairs).toBeGreaterThan(0.05)
  expect(seen / pairs).toBeLessThan(0.5)
})

test('trust-D4 a search finds a note exactly where the rule in memory lets it be read', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(anySession(), async (session) => {
      fc.pre(isOnDesk(session) && session.staffId !== null)
      const { role, labels, staffId } = session
      const reader = { role, labels, staffId }
      const hits = await database.transaction(contextOf(session), async (tx) =>
        hitsOf(tx, {
          ids: (await tx.run<{ id: string }>('select id from conversation', [])).map(({ id }) => id),
          search: readSearch(WORD),
          staffId: staffId ?? '',
          noteReaders: noteReadersOf(reader),
        }),
      )
      const expected = rows.filter(
        (row) =>
          canSeeConversation(readerOf(session), factsOfRow(row)) &&
          canReadWords(reader, { direction: 'note', ...row.note }),
      )
      expect([...hits.keys()].toSorted()).toEqual(expected.map(({ id }) => id).toSorted())
      found += expected.length
    }),
    { numRuns: 40, seed: SEED, endOnFailure: true },
  )
  expect(found).toBeGreaterThan(100)
})

test('trust-D4 of 10,000 pairs of a conversation and a colleague, a statement and the rule in memory say the same of each', async () => {
  const [conversations, staff] = [
    fc.sample(fc.record({ labels: fc.subarray([...LABELS]) }), { numRuns: 100, seed: SEED }),
    fc.sample(
      fc.record({ labels: fc.subarray([...LABELS]), role: fc.option(fc.constantFrom<string>(...ROLES, 'nurses')) }),
      { numRuns: 100, seed: SEED },
    ),
  ]
  const [clinic] = clinics
  const found = await database.read<{ c: number; s: number }>(
    asSystem(clinic),
    `select c.n as c, s.n as s from ${numbered('c', '$1')}, ${numbered('s', '$2')} where ${STAFF_MAY_OPEN}`,
    [conversations, staff].map((rows) => JSON.stringify(rows.map((row) => ({ ...row, organization_id: SEED })))),
  )
  const inStatement = new Set(found.map(({ c, s }) => `${c} ${s}`))
  conversations.forEach(({ labels }, c) =>
    staff.forEach(({ role, ...person }, s) =>
      expect([labels, role, person.labels, canOpen({ role: role ?? '', ...person }, labels)]).toEqual([
        labels,
        role,
        person.labels,
        inStatement.has(`${c} ${s}`),
      ]),
    ),
  )
  expect(inStatement.size).toBeGreaterThan(1_000)
})

test('trust-D4 of 10,000 pairs of a message and a reader, a search and the rule in memory say the same of each', async () => {
  const [clinic] = clinics
  const people = [clinic.agentId, clinic.nurseId, clinic.supervisorId]
  const messages = fc.sample(
    fc.record({
      direction: fc.option(fc.constantFrom('in', 'out', 'note', 'event', 'notes')),
      author_id: fc.option(fc.constantFrom(...people)),
      readers: fc.option(fc.subarray(READERS)),
    }),
    { numRuns: 100, seed: SEED },
  )
  const readers = fc.sample(
    fc.record({
      role: fc.constantFrom(...ROLES),
      labels: fc.subarray([...LABELS]),
      staffId: fc.constantFrom(...people),
    }),
    { numRuns: 100, seed: SEED },
  )
  let seen = 0
  for (const reader of readers) {
    const found = await database.read<{ n: number }>(
      asSystem(clinic),
      `select m.n from ${numbered('m', '$4')} where ${readableWords('$3')} and m.organization_id = $1`,
      [
        SEED,
        reader.staffId,
        noteReadersOf(reader),
        JSON.stringify(messages.map((row) => ({ ...row, organization_id: SEED }))),
      ],
    )
    const inStatement = found.map(({ n }) => n)
    const inMemory = messages.flatMap(({ direction, author_id: authorId, readers: to }, n) =>
      canReadWords(reader, { direction: direction ?? '', authorId, readers: to ?? [] }) ? [n] : [],
    )
    expect({ reader, sees: inMemory }).toEqual({ reader, sees: inStatement })
    seen += inMemory.length
  }
  expect(seen).toBeGreaterThan(2_000)
  expect(seen).toBeLessThan(9_000)
})

/** Rows of a statement from JSON, with their places. */
const numbered = (as: string, parameter: string): string => `(
  select (at - 1)::int as n, (row->>'organization_id')::int as organization_id, row->>'role' as role, row->>'direction' as direction,
         (row->>'author_id')::uuid as author_id,
         case when jsonb_typeof(row->'labels') = 'array' then array(select jsonb_array_elements_text(row->'labels')) end as labels,
         case when jsonb_typeof(row->'readers') = 'array' then array(select jsonb_array_elements_text(row->'readers')) end as readers
    from jsonb_array_elements(${parameter}::jsonb) with ordinality as given (row, at)) ${as}`

/** Near misses of the words of the rules, and names that every object has. */
const broken = (words: readonly string[]): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.constantFrom('', ' ', 'null', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '*', 'all'),
      fc
        .constantFrom(...words)
        .chain((word) =>
          fc.constantFrom(
            word.toUpperCase(),
            ` ${word}`,
            `${word} `,
            word.slice(1),
            word.slice(0, -1),
            `${word}s`,
            `${word}\u0000`,
            `${word},${words[0] ?? ''}`,
            word.replace(/[aeiou]/, 'x'),
          ),
        ),
    )
    .filter((word) => !words.includes(word))

test('trust-D4 a role, a scope or a reader class that is misspelt or unknown is refused by the rule in memory', () => {
  fc.assert(
    fc.property(anySession(), fc.constantFrom('role', 'scope', 'class'), fc.gen(), (session, what, gen) => {
      const row = rows[gen(fc.nat, { max: rows.length - 1 })]!
      const facts = factsOfRow(row)
      const reader = {
        ...readerOf({ ...session, organizationId: row.organizationId, labels: row.labels }),
        patients: [row.patientId ?? ''],
        self: clinics.flatMap(({ patientId, otherPatientId }) => [patientId, otherPatientId]),
        conversations: [row.id],
      }
      const role = gen(broken, ROLES) as Role
      if (what === 'role') {
        expect(canSeeConversation({ ...reader, scope: 'organization', role: 'nurse' }, facts)).toBe(true)
        expect(canSeeConversation({ ...reader, scope: 'organization', role }, facts)).toBe(false)
        expect(canOpen({ role, labels: row.labels }, row.labels)).toBe(false)
        const note = { direction: 'note', readers: READERS, authorId: null }
        expect(canReadWords({ role, labels: [...LABELS], staffId: null }, note)).toBe(false)
        expect(canSetUrgency({ role }, 'routine', 'stat')).toBe(false)
        expect(canSetUrgency({ role }, 'stat', 'routine')).toBe(false)
      }
      if (what === 'scope') {
        const scope = gen(broken, ['organization', 'patient', 'conversation']) as Scope['kind']
        expect(canSeeConversation({ ...reader, role: 'nurse', scope }, facts)).toBe(false)
      }
      if (what === 'class') {
        const direction = gen(fc.constantFrom, 'note', 'notes', 'IN', '')
        const note = { direction, readers: [gen(broken, READERS)], authorId: null }
        expect(canReadWords({ role: 'nurse', labels: [...LABELS], staffId: null }, note)).toBe(false)
      }
    }),
    { numRuns: 1_000, seed: SEED },
  )
})

test('trust-D4 a scope that is misspelt or unknown shows no row of the database', async () => {
  const [clinic] = clinics
  const client = new pg.Client(connections.app)
  await client.connect()
  try {
    const rowsWith = async (scope: string): Promise<number> => {
      const settings = {
        'app.organization': clinic.organizationId,
        'app.scope': scope,
        'app.patients': `${clinic.patientId},${clinic.otherPatientId}`,
        'app.self': `${clinic.patientId},${clinic.otherPatientId}`,
        'app.conversations': rows.map(({ id }) => id).join(),
        'app.labels': `-,${LABELS.join()}`,
      }
      await client.query('begin')
      for (const [name, value] of Object.entries(settings))
        await client.query('select set_config($1, $2, true)', [name, value])
      const { rows: found } = await client.query<{ n: number }>('select count(*)::int as n from conversation')
      await client.query('rollback')
      return found[0]?.n ?? -1
    }
    for (const scope of ['organization', 'patient', 'conversation']) expect(await rowsWith(scope)).toBeGreaterThan(20)
    const words = fc.sample(broken(['organization', 'patient', 'conversation']), { numRuns: 200, seed: SEED })
    for (const scope of new Set(words.map((word) => word.replaceAll('\u0000', '')))) {
      if (['organization', 'patient', 'conversation'].includes(scope)) continue
      expect({ scope, rows: await rowsWith(scope) }).toEqual({ scope, rows: 0 })
    }
  } finally {
    await client.end()
  }
})
