/** Routing: each condition by value, and what is always true of it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRouteLine } from './input-line.ts'
import type { WorkSpan } from './load.ts'
import { DEFAULT_POLICY, WORK_KINDS, wrongField } from './policy.ts'
import { missingConditions, route, type Agent, type AgentLoad, type RoutedConversation } from './route.ts'

const NOW = new Date('2026-03-02T17:00:00Z')
const minutes = (count: number): Date => new Date(NOW.getTime() + count * 60_000)

const aConversation = (over: Partial<RoutedConversation> = {}): RoutedConversation => ({
  kind: 'live-chat',
  urgency: 'routine',
  isDistressing: false,
  language: 'en',
  queueId: 'service',
  siteId: 'main',
  needsLicence: false,
  skills: {},
  answeredBy: [],
  passedBy: [],
  ...over,
})
const anAgent = (over: Partial<Agent> = {}): Agent => ({
  id: 'ada',
  isOnShift: true,
  shiftEndsAt: null,
  isAccepting: true,
  canRead: true,
  isOwnOrFamilyChart: false,
  queueIds: ['service'],
  licensedSiteIds: [],
  skills: {},
  languages: ['en'],
  nativeLanguage: 'en',
  capacity: 100,
  ...over,
})
const aLoad = (over: Partial<AgentLoad> = {}): AgentLoad => ({
  spans: [],
  idleSince: minutes(-60),
  returnedAt: null,
  givenSinceReturn: 0,
  ...over,
})
const aSpan = (over: Partial<WorkSpan> = {}): WorkSpan => ({
  kind: 'live-chat',
  isDistressing: false,
  from: minutes(-2),
  to: null,
  ...over,
})

function routed(
  conversation: Partial<RoutedConversation>,
  agent: Partial<Agent> = {},
  load: Partial<AgentLoad> = {},
  interpreterLanguages: string[] = [],
) {
  const one = anAgent(agent)
  const loads = { byAgent: { [one.id]: aLoad(load) }, interpreterLanguages }
  return route(aConversation(conversation), [one], loads, DEFAULT_POLICY, NOW)
}
const reasonOf = (...given: Parameters<typeof routed>): string => {
  const { ranked, excluded } = routed(...given)
  expect(ranked.length + excluded.length).toBe(1)
  return excluded[0]?.reason.code ?? 'ranked'
}

describe('desk-D30 a condition excludes', () => {
  test.each<[string, ...Parameters<typeof routed>]>([
    ['ranked', {}],
    ['off-shift', {}, { isOnShift: false }],
    ['off-shift', { kind: 'async' }, { shiftEndsAt: NOW }],
    ['not-accepting', {}, { isAccepting: false }],
    ['may-not-read', {}, { canRead: false }],
    ['not-in-queue', { queueId: 'billing' }],
    ['ranked', { queueId: null }],
    ['no-licence', { needsLicence: true }, { licensedSiteIds: ['other'] }],
    ['ranked', { needsLicence: true }, { licensedSiteIds: ['main'] }],
    ['skill-too-low', { skills: { referrals: 3 } }, { skills: { referrals: 2 } }],
    ['ranked', { skills: { referrals: 3 } }, { skills: { referrals: 3 } }],
    ['language', { language: 'vi' }],
    ['ranked', { language: 'vi' }, {}, {}, ['vi']],
    ['ranked', { language: 'es-MX' }, { languages: ['es'] }],
    ['ranked', { language: 'und' }, { languages: ['es'], nativeLanguage: null }],
    ['own-or-family-chart', {}, { isOwnOrFamilyChart: true }],
    ['offer-passed', { passedBy: ['ada'] }],
  ])('%s', (reason, ...given) => expect(reasonOf(...given)).toBe(reason))

  test('desk-D33 the first that fails is the reason, the others are told beside it', () => {
    const { excluded } = routed({ language: 'vi' }, { isAccepting: false })
    expect(excluded[0]).toMatchObject({
      reason: { code: 'not-accepting' },
      also: [{ code: 'language', language: 'vi' }],
    })
  })
})

describe('desk-D31 load', () => {
  test.each<[string, ...Parameters<typeof routed>]>([
    ['ranked', {}, {}, { spans: [aSpan(), aSpan()] }],
    ['capacity', {}, {}, { spans: [aSpan(), aSpan(), aSpan()] }],
    ['capacity', { isDistressing: true }, {}, { spans: [aSpan(), aSpan()] }],
    ['capacity', { kind: 'call' }, {}, { spans: [aSpan({ kind: 'async' })] }],
    ['ranked', { kind: 'call', isDistressing: true }],
    ['capacity', { kind: 'call', isDistressing: true }, {}, { spans: [aSpan({ kind: 'async' })] }],
    ['capacity', { kind: 'call', isDistressing: true }, { capacity: 99 }],
    ['capacity', {}, { shiftEndsAt: minutes(30) }, { spans: [aSpan()] }],
    ['ranked', {}, { shiftEndsAt: minutes(31) }, { spans: [aSpan()] }],
    ['shift-ends', {}, { shiftEndsAt: minutes(10) }],
    ['ranked', { kind: 'async' }, { shiftEndsAt: minutes(10) }],
    ['occupancy', { kind: 'async' }, {}, { spans: [aSpan({ kind: 'call', from: minutes(-40), to: minutes(-4) })] }],
    ['ranked', { kind: 'async' }, {}, { spans: [aSpan({ kind: 'call', from: minutes(-40), to: minutes(-5) })] }],
    ['in-recovery', {}, {}, { spans: [aSpan({ isDistressing: true, to: minutes(-1) }), aSpan({ from: minutes(-1), to: NOW })] }],
    ['distressing-in-a-row', { isDistressing: true }, {}, { spans: [aSpan({ isDistressing: true, from: minutes(-20), to: minutes(-10) })] }],
    ['ranked', { isDistressing: true }, {}, { spans: [aSpan({ isDistressing: true, from: minutes(-20), to: minutes(-10) }), aSpan({ from: minutes(-9), to: minutes(-8) })] }],
    ['just-returned', {}, {}, { returnedAt: minutes(-4), givenSinceReturn: 3 }],
    ['ranked', {}, {}, { returnedAt: minutes(-5), givenSinceReturn: 3 }],
  ])('%s', (reason, ...given) => expect(reasonOf(...given)).toBe(reason)) // prettier-ignore

  test('desk-D31 an emergency breaks load, recovery and cap, and says so; never access or licence', () => {
    const full: Partial<AgentLoad> = { spans: [aSpan({ kind: 'call', from: minutes(-40) }), aSpan({ isDistressing: true, to: minutes(-1) })] }
    const { ranked } = routed({ urgency: 'stat' }, {}, full)
    expect(ranked[0]?.reasons.filter(({ code }) => code === 'stat-breaks').map(({ rule }) => rule)).toEqual(['capacity', 'occupancy', 'in-recovery'])
    expect(reasonOf({ urgency: 'stat' }, { canRead: false }, full)).toBe('may-not-read')
    expect(reasonOf({ urgency: 'stat', needsLicence: true }, {}, full)).toBe('no-licence')
    expect(reasonOf({ urgency: 'stat' }, { isAccepting: false }, full)).toBe('not-accepting')
    const withFree = route(aConversation({ urgency: 'stat', answeredBy: ['ada'] }), [anAgent(), anAgent({ id: 'ben', nativeLanguage: null })],
      { byAgent: { ada: aLoad(full), ben: aLoad({ idleSince: NOW }) }, interpreterLanguages: [] }, DEFAULT_POLICY, NOW)
    expect(withFree.ranked.map(({ agent }) => agent)).toEqual(['ben', 'ada'])
  }) // prettier-ignore
})

test('desk-D30 the score: continuity 30, native language 25, free load 20, skill fit 15, idle time 10', () => {
  const { ranked } = routed(
    { kind: 'async', answeredBy: ['ada'], skills: { referrals: 2 } },
    { skills: { referrals: 2 } },
  )
  expect(ranked).toEqual([
    {
      agent: 'ada',
      score: 99.4,
      reasons: [
        { code: 'continuity', points: 30 },
        { code: 'nativeLanguage', points: 25 },
        { code: 'freeLoad', points: 19.4 },
        { code: 'skillFit', points: 15 },
        { code: 'idleTime', points: 10 },
      ],
    },
  ])
})

test('desk-D30 ties go to who is idle longest, then by id', () => {
  const agents = ['d', 'c', 'b', 'a'].map((id) => anAgent({ id }))
  const byAgent = { a: aLoad(), b: aLoad({ idleSince: minutes(-90) }), c: aLoad({ idleSince: null }), d: aLoad() }
  const { ranked } = route(aConversation(), agents, { byAgent, interpreterLanguages: [] }, DEFAULT_POLICY, NOW)
  expect(ranked.map(({ agent }) => agent)).toEqual(['c', 'b', 'a', 'd'])
})

test('desk-D34 what is missing is what keeps the nearest one out', () => {
  const agents = [anAgent({ id: 'a', isAccepting: false, queueIds: [] }), anAgent({ id: 'b', languages: ['es'] })]
  const nobody = route(
    aConversation({ language: 'vi' }),
    agents,
    { byAgent: {}, interpreterLanguages: [] },
    DEFAULT_POLICY,
    NOW,
  )
  expect(missingConditions(nobody)).toEqual([{ code: 'language', language: 'vi' }])
  expect(missingConditions(routed({}))).toEqual([])
})

const span = fc.record({
  kind: fc.constantFrom(...WORK_KINDS),
  isDistressing: fc.boolean(),
  from: fc.integer({ min: -50, max: 0 }).map(minutes),
  to: fc.option(fc.integer({ min: -50, max: 5 }).map(minutes)),
})
const agentLoad = fc.record({
  spans: fc.array(span, { maxLength: 4 }),
  idleSince: fc.option(fc.integer({ min: -90, max: 0 }).map(minutes)),
  returnedAt: fc.option(fc.integer({ min: -10, max: 0 }).map(minutes)),
  givenSinceReturn: fc.integer({ min: 0, max: 4 }),
})
const LANGUAGES = ['en', 'es', 'vi']
const agent = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  isOnShift: fc.boolean(),
  shiftEndsAt: fc.option(fc.constantFrom(5, 20, 60).map(minutes)),
  isAccepting: fc.boolean(),
  canRead: fc.boolean(),
  isOwnOrFamilyChart: fc.boolean(),
  queueIds: fc.subarray(['service', 'billing']),
  licensedSiteIds: fc.subarray(['main', 'other']),
  skills: fc.constantFrom<Record<string, number>>({}, { referrals: 1 }, { referrals: 3 }),
  languages: fc.subarray(LANGUAGES),
  nativeLanguage: fc.option(fc.constantFrom(...LANGUAGES)),
  capacity: fc.integer({ min: 0, max: 150 }),
})
const conversation = fc.record({
  kind: fc.constantFrom(...WORK_KINDS),
  urgency: fc.constantFrom('routine' as const, 'urgent' as const, 'asap' as const, 'stat' as const),
  isDistressing: fc.boolean(),
  language: fc.constantFrom(...LANGUAGES, 'und'),
  queueId: fc.constantFrom('service', 'billing', null),
  siteId: fc.constantFrom('main', null),
  needsLicence: fc.boolean(),
  skills: fc.constantFrom<Record<string, number>>({}, { referrals: 2 }),
  answeredBy: fc.subarray(['a', 'b', 'c']),
  passedBy: fc.subarray(['d', 'e']),
})
const situation = fc.record({
  conversation,
  agents: fc.uniqueArray(agent, { selector: ({ id }) => id, maxLength: 6 }),
  load: fc.record({
    byAgent: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), agentLoad),
    interpreterLanguages: fc.subarray(['vi']),
  }),
})

test('desk-D33 the same input gives the same answer, in whatever order the agents come', () => {
  fc.assert(
    fc.property(situation, fc.nat(), ({ conversation: about, agents, load }, turn) => {
      const at = turn % (agents.length + 1)
      const turned = [...agents.slice(at), ...agents.slice(0, at)].toReversed()
      const first = route(about, agents, load, DEFAULT_POLICY, NOW)
      expect(route(about, turned, load, DEFAULT_POLICY, NOW)).toEqual(first)
    }),
  )
})

test('desk-D30 everybody is ranked or excluded, never both; access, licence and own chart are never broken', () => {
  fc.assert(
    fc.property(situation, ({ conversation: about, agents, load }) => {
      const { ranked, excluded } = route(about, agents, load, DEFAULT_POLICY, NOW)
      const all = [...ranked, ...excluded].map((each) => each.agent)
      expect(all.toSorted()).toEqual(agents.map(({ id }) => id).toSorted())
      for (const { agent: id, score, reasons } of ranked) {
        const one = agents.find((each) => each.id === id)!
        expect(one.canRead && one.isOnShift && one.isAccepting && !one.isOwnOrFamilyChart).toBe(true)
        if (about.needsLicence) expect(one.licensedSiteIds).toContain(about.siteId ?? one.licensedSiteIds[0])
        if (about.queueId) expect(one.queueIds).toContain(about.queueId)
        if (about.urgency !== 'stat') expect(reasons.some(({ code }) => code === 'stat-breaks')).toBe(false)
        expect(score).toBeCloseTo(
          reasons.reduce((sum, { points }) => sum + points, 0),
          6,
        )
      }
      expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).toSorted((a, b) => b - a))
    }),
  )
})

test('desk-D31 adding load never raises a score', () => {
  fc.assert(
    fc.property(situation, span, fc.constantFrom('a', 'b', 'c', 'd'), ({ conversation: about, agents, load }, more, id) => {
      const before = route(about, agents, load, DEFAULT_POLICY, NOW)
      const own = load.byAgent[id] ?? aLoad()
      const byAgent = { ...load.byAgent, [id]: { ...own, spans: [...own.spans, more] } }
      // Somebody without a load counts as idle for ever; here he gets a time, which may lower but not raise.
      const after = route(about, agents, { ...load, byAgent }, DEFAULT_POLICY, NOW)
      for (const { agent: each, score } of after.ranked) {
        const was = before.ranked.find((other) => other.agent === each)
        if (was) expect(score).toBeLessThanOrEqual(was.score)
      }
    }),
  ) // prettier-ignore
})

test('desk-D30 two hundred agents are ranked in 2 ms', () => {
  const agents = Array.from({ length: 200 }, (_, n) => anAgent({ id: `agent-${n}` }))
  const spans = [aSpan(), aSpan({ kind: 'async' }), aSpan({ kind: 'async', from: minutes(-25), to: minutes(-3) })]
  const byAgent = Object.fromEntries(agents.map(({ id }) => [id, aLoad({ spans })]))
  const once = (): number => {
    const started = performance.now()
    expect(route(aConversation(), agents, { byAgent, interpreterLanguages: [] }, DEFAULT_POLICY, NOW).ranked.length).toBe(200) // prettier-ignore
    return performance.now() - started
  }
  // The quickest of many: what a busy machine adds is not the engine's.
  expect(Math.min(...Array.from({ length: 50 }, once))).toBeLessThan(2)
})

test('desk-D30 a policy outside its limits is told by its field', () => {
  expect(wrongField(DEFAULT_POLICY)).toBeUndefined()
  expect(wrongField({ ...DEFAULT_POLICY, recoveryMin: 2 })).toBe('recoveryMin')
  expect(wrongField({ ...DEFAULT_POLICY, weights: { ...DEFAULT_POLICY.weights, idleTime: Number.NaN } })).toBe('weights.idleTime') // prettier-ignore
})

describe('desk-D30 a line of the command', () => {
  const line = (over: object) => readRouteLine(JSON.stringify({ id: 7, now: NOW, conversation: {}, agents: [{ id: 'a' }], ...over })) // prettier-ignore

  test('what is left out has its default', () => {
    const read = line({})
    if (!read.ok) throw new Error(read.error.message)
    const { conversation: about, agents, load, policy, now } = read.input
    expect(route(about, agents, load, policy, now).ranked.map(({ agent: id }) => id)).toEqual(['a'])
  })

  test.each([
    [{ now: '2026-03-02' }, 'now'],
    [{ agents: [{ id: 'a' }, { id: 'a' }] }, 'agents'],
    [{ agents: [{ id: 'a', queueIds: [5] }] }, 'agents[0].queueIds[0]'],
    [{ load: { byAgent: { a: { spans: [{ kind: 'nap', from: NOW }] } } } }, 'load.byAgent.a.spans[0].kind'],
    [{ policy: { recoveryMin: 99 } }, 'policy.recoveryMin'],
    [{ policy: { moodMin: 1 } }, 'policy.moodMin'],
    [{ conversation: { skills: { referrals: -1 } } }, 'conversation.skills.referrals'],
  ])('%j names %s', (over, field) => {
    const read = line(over)
    expect(read).toMatchObject({ ok: false, id: 7, error: { code: 'BAD_FIELD' } })
    expect(read.ok ? '' : read.error.message).toContain(`"${field}"`)
  })

  test('no line makes it throw', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => void readRouteLine(text)))
    expect(readRouteLine('[]')).toMatchObject({ error: { code: 'NOT_AN_OBJECT' } })
  })
})
