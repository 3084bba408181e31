/** trust-D4: what is no sentence of the language permits nothing, whatever is changed in it and wherever it stands. */
import { expect, test } from 'vitest'
import { ROLES } from '#contract/role.ts'
import { ACTS, compile } from '#engines/access-policy/compile.ts'
import { SETTINGS, type SqlSession } from '#engines/access-policy/in-sql.ts'
import type { Policies, Session } from '#engines/access-policy/policy.ts'
import { openedPolicies, wordsPolicies } from '#server/modules/conversation/row-policies.ts'
import { ROW_POLICIES } from './row-policies.ts'

const TABLES = Object.keys(ROW_POLICIES)
/** Alike policies are changed once. */
const DISTINCT = TABLES.filter(
  (table, at) => TABLES.findIndex((other) => JSON.stringify(ROW_POLICIES[other]) === JSON.stringify(ROW_POLICIES[table])) === at, // prettier-ignore
)

test('trust-D4 every policy of the product is a sentence of the language', () => {
  const { faultOf } = compile(ROW_POLICIES, ROLES)
  expect(TABLES.map(faultOf).filter((fault) => fault !== undefined)).toEqual([])
})

type Changed = { what: string; policy: unknown }

/** The words beside each word, and what is none. */
const SCRIBBLES = [null, undefined, 0, true, '', ' ', '*', 'all', 'always', '__proto__', 'constructor', [], {}, [[]], { all: [] }, { any: [] }] // prettier-ignore
const nearMisses = (word: string): string[] => [
  word.toUpperCase(),
  ` ${word}`,
  `${word} `,
  word.slice(1),
  word.slice(0, -1),
  `${word}s`,
  `${word}\u0000`,
  `${word}'`,
  `${word}' or true --`,
  word.replace(/[aeiou]/, 'x'),
]

/** Each change of one place of the data: a word misspelt, a part lost, doubled, added or of another kind. */
function* changesOf(value: unknown, path = ''): Generator<Changed> {
  for (const other of SCRIBBLES)
    if (!isSame(other, value)) yield { what: `${path} is ${JSON.stringify(other)}`, policy: other }
  if (typeof value === 'string')
    for (const word of nearMisses(value)) if (word !== value) yield { what: `${path} is "${word}"`, policy: word }
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) {
      yield { what: `${path}.${at} is lost`, policy: value.toSpliced(at, 1) }
      yield { what: `${path}.${at} is doubled`, policy: value.toSpliced(at, 0, one) }
      for (const { what, policy } of changesOf(one, `${path}.${at}`)) yield { what, policy: value.with(at, policy) }
    }
    yield { what: `${path} has more`, policy: [...value, 'more'] }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      const rest = Object.entries(value).filter(([other]) => other !== key)
      yield { what: `${path}.${key} is lost`, policy: Object.fromEntries(rest) }
      for (const word of nearMisses(key)) if (word !== key) yield { what: `${path}.${key} is called "${word}"`, policy: Object.fromEntries([...rest, [word, one]]) } // prettier-ignore
      for (const { what, policy } of changesOf(one, `${path}.${key}`))
        yield { what, policy: { ...value, [key]: policy } }
    }
    yield { what: `${path} has more`, policy: { ...value, more: true } }
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

const ID = '0198c5a0-0000-7000-8000-000000000001'
/** Who may do all, and rows of which everything may be done. */
const ANYBODY: Session = {
  organizationId: ID,
  scope: 'organization',
  role: 'system',
  actorId: ID,
  patients: [ID],
  self: [ID],
  conversations: [ID],
  labels: ['PSY'],
}
const OPEN_ROW = { organizationId: ID, id: ID, conversationId: ID, messageId: ID, askedAfter: ID, callId: ID, rawId: ID, patientId: ID, readerId: ID, staffId: ID, ownerId: ID, queueId: ID, siteId: ID, labels: [], direction: 'in', readerKind: 'patient', audience: 'owner', state: 'open', outcome: null, heldUntil: null, cancelledAt: null, liftedAt: null, at: 'now', journalId: ID } // prettier-ignore
const OPEN_ROWS = Object.fromEntries(TABLES.map((table) => [table, [OPEN_ROW]]))

/** The table, and those that its policy asks. */
const askedBy = (table: string): string[] => [
  table,
  ...[...JSON.stringify(ROW_POLICIES[table]).matchAll(/"(?:sees|some|every)":"(\w+)"/g)].flatMap(([, name = '']) => askedBy(name)), // prettier-ignore
]

/** Those of row security, and those that only statements and decisions in memory ask. */
const CHANGED: [string, Policies, string][] = [
  ...DISTINCT.map((table): [string, Policies, string] => [table, ROW_POLICIES, table]),
  ['conversation, opened', openedPolicies, 'conversation'],
  ['message, its words', wordsPolicies, 'message'],
]

test.each(CHANGED)(
  'trust-D4 each change of a policy that leaves the language denies everything; each that does not says something else: %s',
  (_, policies, table) => {
    const sound = compile(policies, ROLES)
    const asked = Object.fromEntries(askedBy(table).map((name) => [name, policies[name]]))
    const sentences = (access: typeof sound): string => JSON.stringify(access.rowSecurity(table)) + access.where(table, 'select', { as: table, session: EVERYTHING }) // prettier-ignore
    const permitted = ACTS.filter((act) => sound.permits(table, act, ANYBODY, OPEN_ROW, OPEN_ROWS))
    expect(permitted.length).toBeGreaterThan(1)
    let denied = 0
    let others = 0
    for (const { what, policy } of changesOf(policies[table], table)) {
      const changed = compile({ ...asked, [table]: policy } as Policies, ROLES)
      if (changed.faultOf(table) === undefined) {
        // Less or more is said: the database does not hold it, and its columns are not those of the table (row-security.test.ts).
        const isOther = sentences(changed) !== sentences(sound) || /\.columns\b/.test(what)
        expect({ what, isOther }).toEqual({ what, isOther: true })
        others += 1
        continue
      }
      for (const act of ACTS) {
        const inMemory = changed.permits(table, act, ANYBODY, OPEN_ROW, OPEN_ROWS)
        const inSql = changed.where(table, act, { as: table, session: EVERYTHING })
        if (inMemory || inSql !== 'false') expect({ what, act, inMemory, inSql }).toEqual('denied')
      }
      if (changed.rowSecurity(table).length > 0) expect({ what }).toEqual('no policy, so no row')
      denied += 1
    }
    expect(denied).toBeGreaterThan(300)
    expect(others).toBeLessThan(denied / 10)
  },
)

/** A session of which each thing can be asked. */
const EVERYTHING: SqlSession = { ...SETTINGS, sets: { ...SETTINGS.sets, noteClasses: '$1::text[]' } }

test('trust-D4 a policy that leads to a broken one denies too', () => {
  const broken = { ...ROW_POLICIES, conversation_privacy: { columns: {}, rules: [] } } as Policies
  const access = compile(broken, ROLES)
  for (const table of ['conversation', 'message', 'attachment', 'voicemail', 'raw_message'])
    for (const act of ACTS) {
      expect(access.faultOf(table)).toContain('conversation_privacy')
      expect(access.permits(table, act, ANYBODY, OPEN_ROW, OPEN_ROWS)).toBe(false)
    }
  expect(access.permits('patient', 'select', ANYBODY, OPEN_ROW)).toBe(true)
})

test('trust-D4 what is not known of a row, of other rows, of an act or of a table denies', () => {
  const { permits } = compile(ROW_POLICIES, ROLES)
  const asPatient = { ...ANYBODY, scope: 'patient' }
  expect(permits('conversation', 'select', asPatient, OPEN_ROW, OPEN_ROWS)).toBe(true)
  // Whether somebody closed it was not read.
  expect(permits('conversation', 'select', asPatient, OPEN_ROW)).toBe(false)
  expect(permits('call_back', 'select', ANYBODY, OPEN_ROW)).toBe(true)
  const { outcome: _, ...untold } = OPEN_ROW
  expect(permits('call_back', 'select', ANYBODY, untold)).toBe(false)
  for (const act of ['truncate', 'SELECT', '', '__proto__', 'constructor', 'toString', 'get'])
    expect(permits('conversation', act as 'select', ANYBODY, OPEN_ROW, OPEN_ROWS)).toBe(false)
  // Nobody's list, and a text in its place.
  const labelled = { ...OPEN_ROW, labels: ['PSY'] }
  expect(permits('conversation', 'select', ANYBODY, labelled, OPEN_ROWS)).toBe(true)
  for (const labels of [undefined, null, 'PSY', 'all,PSY', { PSY: true }]) {
    const session = { ...ANYBODY, labels } as unknown as Session
    expect(permits('conversation', 'select', session, labelled, OPEN_ROWS)).toBe(false)
  }
  for (const labels of [undefined, null, '', 'PSY', {}])
    expect(permits('conversation', 'select', ANYBODY, { ...OPEN_ROW, labels }, OPEN_ROWS)).toBe(false)
  for (const table of ['conversations', '', '__proto__', 'constructor'])
    expect(permits(table, 'select', ANYBODY, OPEN_ROW, OPEN_ROWS)).toBe(false)
  for (const policies of [null, undefined, [], 'all', { patient: null }])
    expect(compile(policies as unknown as Policies, ROLES).permits('patient', 'select', ANYBODY, OPEN_ROW)).toBe(false)
})
