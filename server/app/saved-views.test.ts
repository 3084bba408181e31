/** Saved views through their procedures on a real database: what is counted is what is listed, and nobody sees through one what he may not (desk-D11). */
import { createRouterClient } from '@orpc/server'
import fc from 'fast-check'
import pg from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#contract/role.ts'
import { DESK } from '#contract/route.ts'
import { isGroup } from '#engines/conditions/condition.ts'
import {
  ME,
  NONE,
  OWN_VIEWS_MAX,
  SHARED_VIEWS_MAX,
  VIEW_COUNT_MAX,
  type Sharing,
  type ViewCondition,
  type ViewGroup,
} from '#engines/saved-view/saved-view.ts'
import { aClinic, asStaff, type Clinic } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { savedViewRoutes } from '#server/modules/saved-view/index.ts'
import { canChange, canSee } from '#server/modules/saved-view/policy.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aMember, anOrganization, aProduct, signedIn } from './a-product.ts'

const { database, look, connections } = await testDatabase()
const clinic = await aClinic(database)
const theirs = await aClinic(database)
const HOUR = 3_600_000
/** Beside other work a count may take any time; only where this is the question does it end early. */
const PATIENT = { oneMs: 9_000, allMs: 60_000, previewMs: 9_000 }
const HASTY = { oneMs: 100, allMs: 60_000, previewMs: 100 }
const NOW = new Date('2026-03-02T12:00:00Z')

function at(one: Clinic) {
  const desk = aDesk(database, one)
  desk.clock.at = NOW
  const as = (staffId: string, role: Role = 'agent', labels: readonly string[] = [], times = PATIENT) =>
    createRouterClient({ view: savedViewRoutes(times) }, { context: desk.routeOf(staffId, role, labels) }).view
  return { desk, as, ada: as(one.agentId), ben: as(one.otherAgentId), sue: as(one.supervisorId, 'supervisor') }
}
const { desk, as, ada, ben, sue } = at(clinic)
type Client = typeof ada

const is = (field: string, ...values: string[]) => ({ field, when: 'now' as const, operator: 'is', values }) // prettier-ignore
const all = (...of: ReturnType<typeof is>[]) => ({ match: 'all' as const, of })
const aView = (over: Partial<Parameters<Client['save']>[0]> = {}) => ({
  savedViewId: newId(),
  version: 0,
  name: 'Spanish bills',
  when: all(is('language', 'es')),
  order: 'newest' as const,
  sharing: { with: 'owner' } as Sharing,
  ...over,
})
async function saved(by: Client, over: Partial<Parameters<Client['save']>[0]> = {}): Promise<string> {
  const view = aView(over)
  await by.save(view)
  return view.savedViewId
}
const names = async (by: Client) => (await by.list()).items.map(({ name }) => name)
const ids = async (by: Client) => (await by.list()).items.map(({ id }) => id)

async function listed(by: Client, savedViewId: string, limit = 50): Promise<string[]> {
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await by.conversations({ savedViewId, limit, cursor })
    found.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor)
  return found
}

beforeEach(() => look('truncate saved_view, saved_view_order, conversation, conversation_seen cascade'))

const aConversation = fc.record({
  state: fc.constantFrom('open', 'open', 'waiting', 'snoozed', 'resolved', 'closed', 'spam', 'merged'),
  waitingOn: fc.constantFrom('payer', 'patient'),
  assignee: fc.constantFrom(null, clinic.agentId, clinic.otherAgentId),
  queue: fc.constantFrom(null, clinic.queueIds.service, clinic.queueIds.billing),
  site: fc.constantFrom(null, clinic.siteId),
  channel: fc.constantFrom('portal-chat', 'email', 'sms'),
  language: fc.constantFrom('en', 'es', 'und'),
  urgency: fc.constantFrom('routine', 'urgent', 'asap', 'stat'),
  topic: fc.constantFrom(null, 'bill_question', 'refill_prescription'),
  tags: fc.subarray(['vip', 'bill']),
  isLinked: fc.boolean(),
  lastDirection: fc.constantFrom('in', 'out'),
  isSeen: fc.boolean(),
  /** Half hours, so that none lies on a limit. */
  dueIn: fc.option(fc.integer({ min: -3, max: 6 }).map((hours) => hours + 0.5)),
  unanswered: fc.option(fc.nat(6).map((hours) => hours + 0.5)),
  quiet: fc.nat(3).map((hours) => hours + 0.5),
  labels: fc.constantFrom<string[]>([], [], ['PSY']),
})
type Made = typeof aConversation extends fc.Arbitrary<infer T> ? T : never

async function fill(made: readonly Made[]): Promise<Map<string, Made>> {
  await look('truncate conversation, conversation_seen cascade')
  const found = new Map<string, Made>()
  for (const one of made) {
    const id = newId()
    found.set(id, one)
    const moment = (hours: number | null) => (hours === null ? null : new Date(NOW.getTime() + hours * HOUR))
    await look(
      `insert into conversation (organization_id, id, number, state, waiting_on, snoozed_until, urgency, assignee_id, assignment, channel, due_at,
         last_message_at, first_message_at, labels, queue_id, site_id, language, topic, tags, patient_id, last_direction, last_seq, unread_since)
       values ($1, $2, $3, $4, $5, $6, $7, $8::uuid, $9, $10, $11, $12, $12, $13, $14, $15, $16, $17, $18, $19, $20, 4, $21)`,
      [
        clinic.organizationId,
        id,
        id.replaceAll('-', '').slice(-10).toUpperCase(),
        one.state,
        one.state === 'waiting' ? one.waitingOn : null,
        one.state === 'snoozed' ? moment(1) : null,
        one.urgency,
        one.assignee,
        one.assignee ? 'assigned' : 'unassigned',
        one.channel,
        moment(one.dueIn),
        moment(-one.quiet),
        one.labels,
        one.queue,
        one.site,
        one.language,
        one.topic,
        one.tags,
        one.isLinked ? clinic.patientId : null,
        one.lastDirection,
        moment(one.unanswered === null ? null : -one.unanswered),
      ],
    )
    if (one.isSeen)
      await look(
        `insert into conversation_seen (organization_id, conversation_id, reader_kind, reader_id, seq, at) values ($1, $2, 'staff', $3, 4, $4)`,
        [clinic.organizationId, id, clinic.agentId, NOW],
      )
  }
  return found
}

/** What each field says of a conversation to Ada, in words of its own: the database is measured against it. */
const valuesOf = (made: Made): Record<ViewCondition['field'], (string | null)[] | number | null> => ({
  state: [made.state],
  assignee: [made.assignee ?? NONE, ...(made.assignee === clinic.agentId ? [ME] : [])],
  queue: [made.queue ?? NONE],
  site: [made.site],
  channel: [made.channel],
  language: [made.language],
  urgency: [made.urgency],
  topic: [made.topic],
  tag: made.tags,
  'waiting-on': [made.state === 'waiting' ? made.waitingOn : null],
  unread: [made.lastDirection === 'in' && !made.isSeen ? 'yes' : 'no'],
  'patient-linked': [made.isLinked ? 'yes' : 'no'],
  overdue: [made.dueIn !== null && made.dueIn < 0 ? 'yes' : 'no'],
  'due-in': made.dueIn,
  unanswered: made.unanswered,
  quiet: made.quiet,
})
const RANKS = ['routine', 'urgent', 'asap', 'stat']

function belongs(made: Made, node: ViewGroup | ViewCondition): boolean {
  if (isGroup(node)) {
    const each = node.of.map((one) => belongs(made, one))
    return node.match === 'all'
      ? each.every(Boolean)
      : node.match === 'any'
        ? each.includes(true)
        : !each.includes(true)
  }
  const known = valuesOf(made)[node.field]
  const [first = ''] = node.values
  if (!Array.isArray(known)) {
    if (known === null) return false
    return node.operator === 'at-least' ? known >= Number(first) : known < Number(first)
  }
  if (node.operator === 'at-least') return RANKS.indexOf(made.urgency) >= RANKS.indexOf(first)
  const isOne = known.some((value) => value !== null && node.values.includes(value))
  return node.operator === 'is' ? isOne : !isOne
}

const chosen = (field: ViewCondition['field'], ...values: string[]) =>
  fc.record({
    field: fc.constant(field),
    when: fc.constant('now' as const),
    operator: fc.constantFrom('is' as const, 'is-not' as const),
    values: fc.subarray(values, { minLength: 1 }),
  })
const yesNo = (field: ViewCondition['field']) =>
  fc.subarray(['yes', 'no'], { minLength: 1 }).map((values) => ({ field, when: 'now' as const, operator: 'is' as const, values })) // prettier-ignore
const hours = (field: ViewCondition['field']) =>
  fc.record({
    field: fc.constant(field),
    when: fc.constant('now' as const),
    operator: fc.constantFrom('at-least' as const, 'less-than' as const),
    values: fc.integer({ min: 1, max: 6 }).map((count) => [String(count)]),
  })
const conditions: fc.Arbitrary<ViewCondition> = fc.oneof(
  chosen('state', 'open', 'waiting', 'snoozed', 'closed'),
  chosen('assignee', ME, NONE, clinic.agentId, clinic.otherAgentId),
  chosen('queue', NONE, clinic.queueIds.service),
  chosen('site', clinic.siteId),
  chosen('channel', 'email', 'sms'),
  chosen('language', 'es', 'und'),
  chosen('urgency', 'stat', 'routine'),
  fc.constantFrom(...RANKS).map((least) => ({ field: 'urgency' as const, when: 'now' as const, operator: 'at-least' as const, values: [least] })), // prettier-ignore
  chosen('topic', 'bill_question'),
  chosen('tag', 'vip', 'bill'),
  chosen('waiting-on', 'payer'),
  ...(['unread', 'patient-linked', 'overdue'] as const).map(yesNo),
  ...(['due-in', 'unanswered', 'quiet'] as const).map(hours),
)
const groupOf = (inner: fc.Arbitrary<ViewGroup | ViewCondition>, minLength: number): fc.Arbitrary<ViewGroup> =>
  fc.record({ match: fc.constantFrom('all', 'any', 'none'), of: fc.array(inner, { minLength, maxLength: 4 }) })
const trees = groupOf(fc.oneof(conditions, groupOf(conditions, 1)), 0)
const asInput = (when: ViewGroup) => when as Parameters<Client['save']>[0]['when']

test('desk-D11 whatever is asked for: a view counts what it lists, before it is saved too, in pages of any size and in both orders', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aConversation, { minLength: 20, maxLength: 30 }),
      fc.array(trees, { minLength: 6, maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      async (made, asked, limit) => {
        const found = await fill(made)
        await look('truncate saved_view cascade')
        const views = new Map<string, ViewGroup>()
        for (const when of asked) {
          expect(await ada.preview({ when: asInput(when) })).toEqual({
            count: { count: expect.any(Number), isMore: false },
          })
          views.set(await saved(ada, { when: asInput(when), order: views.size % 2 === 0 ? 'newest' : 'oldest' }), when)
        }
        const counts = new Map((await ada.counts()).map(({ savedViewId, count }) => [savedViewId, count]))
        for (const [savedViewId, when] of views) {
          const rows = await listed(ada, savedViewId, limit)
          const expected = [...found]
            .filter(([, one]) => one.labels.length === 0 && belongs(one, when))
            .map(([id]) => id)
          expect(rows.toSorted(), JSON.stringify(when)).toEqual(expected.toSorted())
          expect(counts.get(savedViewId), JSON.stringify(when)).toEqual({ count: rows.length, isMore: false })
          expect((await ada.preview({ when: asInput(when) })).count).toEqual(counts.get(savedViewId))
        }
      },
    ),
    { numRuns: 8 },
  )
}, 60_000)

test('desk-D11 the newest first, or what was left alone longest', async () => {
  const plain = fc.sample(aConversation, { numRuns: 1, seed: 1 })[0]!
  const found = [...(await fill([3, 1, 2].map((quiet) => ({ ...plain, quiet, labels: [] })))).keys()]
  const newest = await saved(ada, { when: all() })
  const oldest = await saved(ada, { when: all(), order: 'oldest' })
  expect(await listed(ada, newest, 2)).toEqual([found[1], found[2], found[0]])
  expect(await listed(ada, oldest, 2)).toEqual([found[0], found[2], found[1]])
})

test('desk-D11 a view is made, renamed, put in order, taken away and brought back; each step is told without its words', async () => {
  const [first, second] = [await saved(ada), await saved(ada, { name: 'Zoster' })]
  expect(await names(ada)).toEqual(['Spanish bills', 'Zoster'])
  await ada.save({ ...aView({ name: 'After lunch' }), savedViewId: second, version: 1 })
  expect(await names(ada)).toEqual(['After lunch', 'Spanish bills'])
  await ada.reorder({ savedViewIds: [first, second] })
  expect(await names(ada)).toEqual(['Spanish bills', 'After lunch'])
  const { items } = await ada.list()
  expect(items[1]).toMatchObject({ id: second, version: 2, isMine: true, isForMe: true, mayChange: true, ownerName: 'Ada Test' }) // prettier-ignore

  await ada.remove({ savedViewId: first })
  expect(await names(ada)).toEqual(['After lunch'])
  expect((await refusalOf(ada.conversations({ savedViewId: first }))).code).toBe('NOT_FOUND')
  await ada.restore({ savedViewId: first })
  expect(await names(ada)).toEqual(['Spanish bills', 'After lunch'])

  const told = await look<{ event: string; detail: object }>(
    `select event, detail from journal where organization_id = $1 and resource_kind = 'saved-view' order by seq desc limit 6`,
    [clinic.organizationId],
  )
  expect(told.map(({ event }) => event).toReversed()).toEqual([
    'saved-view.made',
    'saved-view.made',
    'saved-view.changed',
    'saved-view.changed',
    'saved-view.removed',
    'saved-view.changed',
  ])
  expect(JSON.stringify(told)).not.toMatch(/Zoster|bills|lunch/)
})

test('desk-D11 what was taken away is kept for a day', async () => {
  const savedViewId = await saved(ada)
  await ada.remove({ savedViewId })
  desk.clock.at = new Date(NOW.getTime() + 25 * HOUR)
  await saved(ada, { name: 'Another' })
  expect((await refusalOf(ada.restore({ savedViewId }))).code).toBe('NOT_FOUND')
  desk.clock.at = NOW
})

describe('desk-D11 what is wrong is refused at save, and named', () => {
  test.each<[string, object, string, string]>([
    ['a field', { when: all(is('mood', 'good')) }, 'when.of.0.field', 'NOT_A_FIELD'],
    ['an operator', { when: all(is('state', 'open'), { ...is('tag', 'a'), operator: 'at-least' }) }, 'when.of.1.operator', 'NOT_AN_OPERATOR'],
    ['a person of others', { when: all(is('assignee', theirs.agentId)) }, 'when.of.0.values', 'NOT_A_VALUE'],
    ['a queue of others', { when: all(is('queue', theirs.queueIds.service)) }, 'when.of.0.values', 'NOT_A_VALUE'],
    ['a site of others', { when: all(is('site', theirs.siteId)) }, 'when.of.0.values', 'NOT_A_VALUE'],
    ['no name', { name: ' ' }, 'name', 'EMPTY'],
    ['a team of others', { sharing: { with: 'queue', queueId: theirs.queueIds.service } }, 'sharing.queueId', 'NOT_KNOWN'],
  ])('%s', async (_name, over, field, reason) => {
    expect(await refusalOf(sue.save(aView(over)))).toEqual({ code: 'INVALID_INPUT', field, detail: { reason } })
    if ('when' in over)
      expect(await refusalOf(sue.preview({ when: aView(over).when }))).toEqual({ code: 'INVALID_INPUT', field, detail: { reason } }) // prettier-ignore
    expect(await names(sue)).toEqual([])
  }) // prettier-ignore

  test('one too many, of one’s own and of the shared ones, also by bringing one back', async () => {
    const made: string[] = []
    for (let n = 0; n < OWN_VIEWS_MAX; n++) made.push(await saved(ada))
    const tooMany = { code: 'INVALID_INPUT', field: 'name', detail: { reason: 'TOO_MANY_VIEWS' } }
    expect(await refusalOf(saved(ada))).toEqual(tooMany)
    await ada.remove({ savedViewId: made[0]! })
    await saved(ada)
    expect(await refusalOf(ada.restore({ savedViewId: made[0]! }))).toEqual(tooMany)
    for (let n = 0; n < SHARED_VIEWS_MAX; n++) await saved(sue, { sharing: { with: 'organization' } })
    const own = await saved(sue)
    const share = { ...aView({ sharing: { with: 'organization' } }), savedViewId: own, version: 1 }
    expect(await refusalOf(sue.save(share))).toEqual(tooMany)
  })

  test('two who save at once: one is told; the same form sent twice is one view', async () => {
    const shared = await saved(sue, { sharing: { with: 'organization' } })
    const change = (name: string) => sue.save({ ...aView({ name, sharing: { with: 'organization' } }), savedViewId: shared, version: 1 }) // prettier-ignore
    const both = await Promise.allSettled([change('One'), change('Other')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await refusalOf(change('Late'))).code).toBe('CHANGED_MEANWHILE')
    const view = aView()
    const twice = await Promise.allSettled([ada.save(view), ada.save(view)])
    expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await ids(ada)).toEqual(expect.arrayContaining([view.savedViewId]))
    expect((await ids(ada)).filter((id) => id === view.savedViewId)).toHaveLength(1)
  })
})

describe('desk-D11 whose view it is', () => {
  test('somebody else’s own view is not there: not to read, to change, to take away, nor under its id', async () => {
    const savedViewId = await saved(ada, { name: 'Mine alone' })
    for (const other of [ben, sue, at(theirs).sue]) {
      expect(await names(other)).toEqual([])
      const attempts = [
        () => other.conversations({ savedViewId }),
        () => other.remove({ savedViewId }),
        () => other.restore({ savedViewId }),
        () => other.save({ ...aView(), savedViewId, version: 1 }),
      ]
      for (const attempt of attempts) expect((await refusalOf(attempt())).code).toBe('NOT_FOUND')
      expect((await refusalOf(other.reorder({ savedViewIds: [savedViewId] }))).code).toBe('CHANGED_MEANWHILE')
    }
    for (const other of [ben, sue]) expect((await refusalOf(other.save({ ...aView(), savedViewId }))).code).toBe('NOT_FOUND') // prettier-ignore
    // In another organization the id is free, and the two are two.
    await at(theirs).ada.save({ ...aView({ name: 'Theirs' }), savedViewId })
    expect([await names(ada), await names(at(theirs).ada)]).toEqual([['Mine alone'], ['Theirs']])
  })

  test('a supervisor shares with everybody, a team or a site; an agent does not', async () => {
    await look(`delete from queue_member where organization_id = $1`, [clinic.organizationId])
    await look(`insert into queue_member (organization_id, queue_id, staff_id) values ($1, $2, $3)`, [clinic.organizationId, clinic.queueIds.billing, clinic.agentId]) // prettier-ignore
    await look(`update staff_member set site_id = case when id = $2 then $3::uuid end where organization_id = $1`, [clinic.organizationId, clinic.otherAgentId, clinic.siteId]) // prettier-ignore
    await saved(sue, { name: 'A everybody', sharing: { with: 'organization' } })
    const team = await saved(sue, { name: 'B team', sharing: { with: 'queue', queueId: clinic.queueIds.billing } })
    await saved(sue, { name: 'C site', sharing: { with: 'site', siteId: clinic.siteId } })
    expect(await names(ada)).toEqual(['A everybody', 'B team'])
    expect(await names(ben)).toEqual(['A everybody', 'C site'])
    expect(await names(at(theirs).sue)).toEqual([])

    // Another supervisor looks after them, and sees whose list they are in.
    const other = as(clinic.nurseId, 'supervisor')
    expect((await other.list()).items.map(({ name, isForMe, mayChange }) => [name, isForMe, mayChange])).toEqual([
      ['A everybody', true, true],
      ['B team', false, true],
      ['C site', false, true],
    ])
    expect((await other.counts()).length).toBe(1)
    await other.save({
      ...aView({ name: 'B bills', sharing: { with: 'organization' } }),
      savedViewId: team,
      version: 1,
    })
    expect(await names(ben)).toEqual(['A everybody', 'B bills', 'C site'])

    expect((await ada.list()).mayShare).toBe(false)
    expect(await refusalOf(saved(ada, { sharing: { with: 'organization' } }))).toEqual({ code: 'NOT_ALLOWED', field: 'sharing' }) // prettier-ignore
    expect((await refusalOf(ada.remove({ savedViewId: team }))).code).toBe('NOT_ALLOWED')
    // Nobody makes a view of others theirs alone.
    const taken = other.save({ ...aView(), savedViewId: team, version: 2 })
    expect(await refusalOf(taken)).toEqual({ code: 'NOT_ALLOWED', field: 'sharing' })
  })

  test('through a shared view each reader sees what is open to him, and “me” is the reader', async () => {
    const plain = fc.sample(aConversation, { numRuns: 1, seed: 3 })[0]!
    const made = [
      { assignee: clinic.agentId, labels: [] },
      { assignee: clinic.otherAgentId, labels: [] },
      { assignee: clinic.agentId, labels: ['PSY'] },
    ]
    const [adas, bens, closed] = [...(await fill(made.map((over) => ({ ...plain, ...over })))).keys()]
    const everything = await saved(sue, { when: all(), sharing: { with: 'organization' } })
    const mine = await saved(sue, { when: all(is('assignee', ME)), sharing: { with: 'organization' } })
    const countOf = async (by: Client, id: string) => (await by.counts()).find(({ savedViewId }) => savedViewId === id)
    for (const role of DESK) {
      const [open, opened] = [as(clinic.agentId, role), as(clinic.agentId, role, ['PSY'])]
      expect((await listed(open, everything)).toSorted()).toEqual([adas, bens].toSorted())
      expect((await listed(opened, everything)).toSorted()).toEqual([adas, bens, closed].toSorted())
      expect([await countOf(open, everything), await countOf(opened, everything)]).toMatchObject([{ count: { count: 2 } }, { count: { count: 3 } }]) // prettier-ignore
    }
    expect([await listed(ada, mine), await listed(ben, mine)]).toEqual([[adas], [bens]])
    expect((await countOf(ben, mine))?.count).toEqual({ count: 1, isMore: false })
  })

  test('the database decides as the policy does, for whoever asks and whatever is shared', async () => {
    await look(`delete from queue_member where organization_id = $1`, [clinic.organizationId])
    await look(`insert into queue_member (organization_id, queue_id, staff_id) values ($1, $2, $3)`, [clinic.organizationId, clinic.queueIds.billing, clinic.agentId]) // prettier-ignore
    await look(`update staff_member set site_id = case when id = $2 then $3::uuid end where organization_id = $1`, [clinic.organizationId, clinic.agentId, clinic.siteId]) // prettier-ignore
    const sharings: Sharing[] = [
      { with: 'owner' },
      { with: 'organization' },
      ...Object.values(clinic.queueIds).map((queueId) => ({ with: 'queue', queueId }) as const),
      { with: 'site', siteId: clinic.siteId },
    ]
    const views = [clinic.agentId, clinic.otherAgentId, clinic.supervisorId].flatMap((ownerId) =>
      sharings.map((sharing) => ({ id: newId(), ownerId, sharing })),
    )
    for (const { id, ownerId, sharing } of views)
      await look(
        `insert into saved_view (organization_id, id, version, owner_id, name, conditions, sorted, audience, queue_id, site_id, saved_at)
         values ($1, $2, 1, $3, 'x', '{"match":"all","of":[]}', 'newest', $4, $5, $6, $7)`,
        [clinic.organizationId, id, ownerId, sharing.with, 'queueId' in sharing ? sharing.queueId : null, 'siteId' in sharing ? sharing.siteId : null, NOW], // prettier-ignore
      )
    const people = [
      { staffId: clinic.agentId, siteId: clinic.siteId, queueIds: [clinic.queueIds.billing] },
      { staffId: clinic.otherAgentId, siteId: null, queueIds: [] },
      { staffId: clinic.supervisorId, siteId: null, queueIds: [] },
    ]
    for (const person of people)
      for (const role of ['agent', 'nurse', 'supervisor'] as const) {
        const viewer = { ...person, organizationId: clinic.organizationId, role }
        const [seen, changed] = await database.transaction(asStaff(clinic, person.staffId, role), async (tx) => [
          await tx.run<{ id: string }>('select id from saved_view', []),
          await tx.run<{ id: string }>('update saved_view set version = version + 1 returning id', []),
        ])
        const expected = (may: typeof canSee) => views.filter((view) => may(viewer, view)).map(({ id }) => id).toSorted() // prettier-ignore
        const who = `${role} ${people.indexOf(person)}`
        expect(seen?.map(({ id }) => id).toSorted(), who).toEqual(expected(canSee))
        expect(changed?.map(({ id }) => id).toSorted(), who).toEqual(expected(canChange))
      }
    const elsewhere = await database.transaction(asStaff(theirs, theirs.supervisorId, 'supervisor'), (tx) =>
      tx.run('select from saved_view', []),
    )
    expect(elsewhere).toEqual([])
  })
})

test('trust-D28 each page of a view is journalled with the patients on it, as every list is', async () => {
  const plain = fc.sample(aConversation, { numRuns: 1, seed: 5 })[0]!
  await fill([{ ...plain, isLinked: true, labels: [] }])
  const savedViewId = await saved(ada, { when: all() })
  await listed(ada, savedViewId)
  const [row] = await look(
    `select event, action, actor_id, patient_id, detail from journal where organization_id = $1 and event = 'conversation.listed' order by seq desc limit 1`,
    [clinic.organizationId],
  )
  expect(row).toMatchObject({ action: 'R', actor_id: clinic.agentId, patient_id: clinic.patientId, detail: { savedView: savedViewId, rows: 1 } }) // prettier-ignore
})

describe('desk-D11 a count costs no more than it may', () => {
  test('above five hundred it says so', async () => {
    await look(
      `insert into conversation (organization_id, id, number, state, channel, urgency, assignment, last_message_at, first_message_at)
       select $1, gen_random_uuid(), lpad(n::text, 10, '0'), 'closed', 'email', 'routine', 'unassigned', now(), now() from generate_series(1, $2::int) n`,
      [clinic.organizationId, VIEW_COUNT_MAX + 1],
    )
    await saved(ada, { when: all(is('state', 'closed')) })
    expect((await ada.counts()).map(({ count }) => count)).toEqual([{ count: VIEW_COUNT_MAX, isMore: true }])
  })

  test('what takes too long is left out, the others are counted, and it rests for a minute', async () => {
    const savedViewId = await saved(ada, { when: all() })
    const other = new pg.Client(connections.owner)
    await other.connect()
    try {
      await other.query('begin; lock table conversation')
      const hasty = as(clinic.agentId, 'agent', [], HASTY)
      expect(await hasty.counts()).toEqual([{ savedViewId, count: null }])
      expect(await hasty.preview({ when: all() })).toEqual({ count: null })
    } finally {
      await other.end()
    }
    const later = await saved(ada, { name: 'Later' })
    const counts = () => ada.counts().then((all) => all.map(({ savedViewId: id, count }) => [id, count?.count]))
    expect(await counts()).toEqual([[later, 0], [savedViewId, undefined]]) // prettier-ignore
    desk.clock.at = new Date(NOW.getTime() + 60_000)
    expect(await counts()).toEqual([[later, 0], [savedViewId, 0]]) // prettier-ignore
    desk.clock.at = NOW
  })
})

test('desk-D11 over HTTP: the field of a refusal stands where a screen looks for it, and an administrator has no view', async () => {
  const product = await aProduct()
  const organization = await anOrganization(product)
  const token = await signedIn(product, await aMember(product, organization, 'agent'))
  const call = (procedure: string, input?: unknown, by = token) => product.call(`savedView.${procedure}`, input, { token: by }) // prettier-ignore
  const wrong = await call('save', aView({ when: all(is('state', 'mood')) }))
  expect([wrong.status, wrong.code, wrong.json.data.field]).toEqual([422, 'INVALID_INPUT', 'when.of.0.values'])
  const view = aView()
  expect((await call('save', view)).status).toBe(200)
  expect((await call('list')).json.items).toMatchObject([{ id: view.savedViewId, name: 'Spanish bills' }])
  expect((await call('conversations', { savedViewId: view.savedViewId })).json).toMatchObject({ items: [], next: null })
  expect((await call('conversations', { savedViewId: newId() })).status).toBe(404)
  const administrator = await signedIn(product, await aMember(product, organization, 'administrator'))
  expect((await call('list', undefined, administrator)).status).toBe(403)
})
