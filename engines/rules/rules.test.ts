/** Rules: each condition by value, what is refused at save, what is always true, and the replay of a past (desk-D68, D69). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OPERATORS } from '../conditions/condition.ts'
import { evaluate, mayMatch, type RuleEvent } from './evaluate.ts'
import { faultOf, type Named } from './fault-of.ts'
import { hasWords, plainWords } from './plain-words.ts'
import { replay, type Past } from './replay.ts'
import {
  ACTION_KINDS,
  CHAIN_MAX,
  RULE_CONDITIONS,
  RULES_MAX,
  TRIGGERS,
  URGENCIES,
  type Action,
  type Condition,
  type Definition,
  type Facts,
  type FactsBefore,
  type Group,
  type Rule,
} from './rule.ts'

const anEvent = (over: Partial<RuleEvent> = {}): RuleEvent => ({
  trigger: 'message-arrived',
  changed: null,
  reported: null,
  hours: null,
  isAutomatic: false,
  depth: 0,
  ran: [],
  ...over,
})
const someFacts = (over: Partial<Facts> = {}): Facts => ({
  channel: 'email',
  language: 'es',
  intents: ['bill_question'],
  text: 'Tengo una pregunta sobre mi factura.',
  urgency: 'routine',
  topic: 'bill_question',
  state: 'open',
  queueId: 'service',
  siteId: 'main',
  tags: ['vip'],
  isPatientLinked: true,
  isAssigned: false,
  identityLevel: 'matched',
  isOpen: true,
  ...over,
})
const aCondition = (over: Partial<Condition> = {}): Condition => ({
  field: 'language',
  when: 'now',
  operator: 'is',
  values: ['es'],
  ...over,
})
const all = (...of: Group['of']): Group => ({ match: 'all', of })
const aDefinition = (over: Partial<Definition> = {}): Definition => ({
  name: 'Spanish bills',
  trigger: { kind: 'message-arrived' },
  when: all(aCondition()),
  actions: [{ kind: 'tag', tags: ['spanish'] }],
  includesAutomatic: false,
  perHour: 100,
  ...over,
})
const aRule = (id: string, over: Partial<Rule> = {}): Rule => ({ ...aDefinition(), id, version: 1, place: 0, ...over })
const named: Named = {
  queueIds: ['service'],
  siteIds: ['main'],
  staffIds: ['ada'],
  webhookIds: ['hook'],
  macros: [{ id: 'refill', versions: [1, 3] }],
}

const matches = (when: Group, facts: Partial<Facts> = {}, before: FactsBefore | null = null, event = anEvent()) =>
  evaluate(event, someFacts(facts), before, [aRule('r', { when, trigger: { kind: event.trigger } as Rule['trigger'] })], 'all').length === 1 // prettier-ignore

describe('desk-D68 a condition', () => {
  const was: FactsBefore = { state: 'waiting', urgency: 'routine', queueId: 'billing', language: 'en' }
  test.each<[Partial<Condition>, boolean]>([
    [{ field: 'channel', values: ['sms', 'email'] }, true],
    [{ field: 'channel', operator: 'is-not', values: ['email'] }, false],
    [{ field: 'intent', values: ['pay_bill', 'bill_question'] }, true],
    [{ field: 'text', operator: 'contains', values: ['FACTURA'] }, true],
    [{ field: 'text', operator: 'contains', values: ['fact'] }, false],
    [{ field: 'text', operator: 'contains-not', values: ['recibo', 'factura'] }, false],
    [{ field: 'urgency', operator: 'at-least', values: ['urgent'] }, false],
    [{ field: 'urgency', operator: 'at-least', values: ['routine'] }, true],
    [{ field: 'topic', values: ['bill_question'] }, true],
    [{ field: 'tag', values: ['vip'] }, true],
    [{ field: 'tag', operator: 'is-not', values: ['vip'] }, false],
    [{ field: 'queue', values: ['billing'] }, false],
    [{ field: 'queue', when: 'before', values: ['billing'] }, true],
    [{ field: 'state', when: 'before', values: ['waiting'] }, true],
    [{ field: 'urgency', when: 'before', operator: 'at-least', values: ['stat'] }, false],
    [{ field: 'language', when: 'before', operator: 'is-not', values: ['es'] }, true],
    [{ field: 'site', values: ['main'] }, true],
    [{ field: 'patient-linked', values: ['yes'] }, true],
    [{ field: 'assigned', values: ['yes'] }, false],
    [{ field: 'identity-level', values: ['verified', 'matched'] }, true],
    [{ field: 'open-hours', values: ['no'] }, false],
  ])('%o: %s', (over, expected) => expect(matches(all(aCondition(over)), {}, was)).toBe(expected))

  test('of a value before holds for nothing that has just begun', () => {
    expect(matches(all(aCondition({ field: 'state', when: 'before', values: ['open'] })))).toBe(false)
  })

  test('groups ask for all, any or none', () => {
    const [yes, no] = [aCondition(), aCondition({ values: ['fr'] })]
    expect(matches({ match: 'any', of: [no, yes] })).toBe(true)
    expect(matches({ match: 'none', of: [no, { match: 'all', of: [yes, no] }] })).toBe(true)
    expect(matches({ match: 'none', of: [yes] })).toBe(false)
    expect(matches(all())).toBe(true)
  })

  test.each([
    ['Ich habe STARKE Schmerzen!', 'stärke', true],
    ['a-b c', 'b c', true],
    ['請問我的帳單', '帳單', true],
    ['party', 'art', false],
    ['anything', '…', false],
  ])('"%s" has "%s": %s', (text, phrase, expected) => expect(hasWords(plainWords(text), phrase)).toBe(expected))
})

describe('desk-D68 which rules act', () => {
  const rules = [aRule('b', { place: 1 }), aRule('a', { place: 2 }), aRule('c', { place: 1 })]
  const ids = (...args: Parameters<typeof evaluate>) => evaluate(...args).map(({ ruleId }) => ruleId)

  test('in their order: all of them, or the first alone', () => {
    expect(ids(anEvent(), someFacts(), null, rules, 'all')).toEqual(['b', 'c', 'a'])
    expect(ids(anEvent(), someFacts(), null, rules, 'first')).toEqual(['b'])
  })

  test('desk-D69 none twice for one cause, and none at the end of a chain', () => {
    expect(ids(anEvent({ ran: ['b'] }), someFacts(), null, rules, 'first')).toEqual(['c'])
    expect(ids(anEvent({ depth: CHAIN_MAX - 1 }), someFacts(), null, rules, 'all')).toHaveLength(3)
    expect(ids(anEvent({ depth: CHAIN_MAX }), someFacts(), null, rules, 'all')).toEqual([])
  })

  test('desk-D51 what a machine wrote calls only rules that ask for it', () => {
    const asking = aRule('d', { includesAutomatic: true })
    expect(ids(anEvent({ isAutomatic: true }), someFacts(), null, [...rules, asking], 'all')).toEqual(['d'])
  })

  test('a silence of so many hours calls the rules of so many hours', () => {
    const silent = [24, 48].map((hours) => aRule(`s${hours}`, { trigger: { kind: 'time-since', hours } }))
    expect(ids(anEvent({ trigger: 'time-since', hours: 48 }), someFacts(), null, silent, 'all')).toEqual(['s48'])
  })

  test('the conditions that held are told', () => {
    const when = all(aCondition(), { match: 'any', of: [aCondition({ values: ['fr'] }), aCondition({ field: 'tag', values: ['vip'] })] }) // prettier-ignore
    const [match] = evaluate(anEvent(), someFacts(), null, [aRule('r', { when })], 'all')
    expect(match?.why.map(({ field }) => field)).toEqual(['language', 'tag'])
  })
})

describe('desk-D68 what is refused at save, with its field', () => {
  const deep = (levels: number): Group => (levels === 1 ? all(aCondition()) : all(deep(levels - 1)))
  test.each<[string, Partial<Definition>, string, string]>([
    ['no name', { name: ' ' }, 'name', 'EMPTY'],
    ['hours', { trigger: { kind: 'time-since', hours: 0 } }, 'trigger.hours', 'OUT_OF_RANGE'],
    ['too often', { perHour: 1_001 }, 'perHour', 'OUT_OF_RANGE'],
    ['a field that is none', { when: all(aCondition({ field: 'mood' as 'tag' })) }, 'when.of.0.field', 'NOT_A_FIELD'],
    ['a field named like something inherited', { when: all(aCondition({ field: 'toString' as 'tag' })) }, 'when.of.0.field', 'NOT_A_FIELD'],
    ['an operator that is none', { when: all(aCondition(), all(aCondition({ operator: 'at-least' }))) }, 'when.of.1.of.0.operator', 'NOT_AN_OPERATOR'],
    ['no value', { when: all(aCondition({ values: [] })) }, 'when.of.0.values', 'EMPTY'],
    ['a queue of nobody', { when: all(aCondition({ field: 'queue', values: ['x'] })) }, 'when.of.0.values', 'NOT_A_VALUE'],
    ['a tag that was', { when: all(aCondition({ field: 'tag', when: 'before' })) }, 'when.of.0.when', 'NOT_BEFORE'],
    ['words of no message', { trigger: { kind: 'clock-warned' }, when: all(aCondition({ field: 'text', operator: 'contains' })) }, 'when.of.0.field', 'NOT_FOR_TRIGGER'],
    ['six deep', { when: deep(6) }, 'when.of.0.of.0.of.0.of.0.of.0', 'TOO_DEEP'],
    ['51 conditions', { when: all(all(...Array.from({ length: 26 }, () => aCondition())), all(...Array.from({ length: 25 }, () => aCondition()))) }, 'when.of.1.of.24', 'TOO_MANY'],
    ['nothing to do', { actions: [] }, 'actions', 'EMPTY'],
    ['the same twice', { actions: [{ kind: 'urgency', urgency: 'asap' }, { kind: 'urgency', urgency: 'stat' }] }, 'actions.1', 'TWICE'],
    ['a stranger', { actions: [{ kind: 'assign', staffId: 'eve' }] }, 'actions.0.staffId', 'NOT_KNOWN'],
    ['a macro of nobody', { actions: [{ kind: 'macro', macroId: 'gone', macroVersion: 1 }] }, 'actions.0.macroId', 'NOT_KNOWN'],
    ['a version of a macro that no rule takes', { actions: [{ kind: 'macro', macroId: 'refill', macroVersion: 2 }] }, 'actions.0.macroVersion', 'NOT_KNOWN'],
    ['an empty answer', { actions: [{ kind: 'reply', texts: [{ language: 'es', text: '' }] }] }, 'actions.0.texts.0.text', 'EMPTY'],
  ])('%s', (_name, over, field, reason) => expect(faultOf(aDefinition(over), named)).toEqual({ field, reason })) // prettier-ignore

  test('and what is right is taken', () => {
    expect(faultOf(aDefinition({ when: deep(5) }), named)).toBeUndefined()
    expect(
      faultOf(aDefinition({ when: all(), actions: [{ kind: 'queue', queueId: 'service' }] }), named),
    ).toBeUndefined()
  })
})

const conditions = fc.record({
  field: fc.constantFrom(...(Object.keys(RULE_CONDITIONS.fields) as Condition['field'][])),
  when: fc.constantFrom('now' as const, 'before' as const),
  operator: fc.constantFrom(...OPERATORS),
  values: fc.array(fc.oneof(fc.constantFrom('es', 'email', 'vip', 'stat', 'yes', 'factura'), fc.string()), { maxLength: 3 }),
}) // prettier-ignore
const { tree: groups } = fc.letrec<{ tree: Group; node: Group | Condition }>((tie) => ({
  tree: fc.record({ match: fc.constantFrom('all', 'any', 'none'), of: fc.array(tie('node'), { maxLength: 4 }) }),
  node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, conditions, tie('tree')),
}))
const actions: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('urgency' as const), urgency: fc.constantFrom(...URGENCIES) }),
  fc.record({ kind: fc.constant('tag' as const), tags: fc.array(fc.string(), { maxLength: 2 }) }),
)
const triggers = fc.constantFrom(...TRIGGERS)
const ruleLists = fc.array(
  fc.record({
    id: fc.uuid(), version: fc.nat(9), place: fc.nat(5), when: groups, actions: fc.array(actions, { maxLength: 3 }), includesAutomatic: fc.boolean(),
    trigger: triggers.map((kind) => (kind === 'time-since' ? { kind, hours: 24 } : { kind })),
  }),
  { maxLength: 6 },
) // prettier-ignore
const events = fc.record({
  trigger: triggers, changed: fc.constantFrom(null, 'state' as const), reported: fc.constantFrom(null, 'form-returned' as const), hours: fc.constantFrom(null, 24), isAutomatic: fc.boolean(), depth: fc.nat(4), ran: fc.constant([]),
}) // prettier-ignore
const factSets = fc
  .record({ text: fc.string({ unit: 'binary' }), language: fc.constantFrom('es', 'en'), urgency: fc.constantFrom(...URGENCIES), tags: fc.array(fc.string(), { maxLength: 2 }) })
  .map((over) => someFacts(over)) // prettier-ignore
const modes = fc.constantFrom('first' as const, 'all' as const)

test('desk-D69 the same input gives the same answer, in whatever order the rules come', () => {
  fc.assert(
    fc.property(events, factSets, ruleLists, modes, (event, facts, rules, mode) => {
      const answer = evaluate(event, facts, null, rules, mode)
      expect(evaluate(event, facts, null, rules, mode)).toEqual(answer)
      expect(evaluate(event, facts, null, rules.toReversed(), mode)).toEqual(answer)
    }),
  )
})

test('desk-D68 nothing is done by a rule that does not match, and urgency never goes down', () => {
  fc.assert(
    fc.property(events, factSets, ruleLists, modes, (event, facts, rules, mode) => {
      const answer = evaluate(event, facts, null, rules, mode)
      expect(answer.length).toBeLessThanOrEqual(mode === 'first' ? 1 : RULES_MAX)
      let rank = URGENCIES.indexOf(facts.urgency)
      for (const { ruleId, actions: done } of answer) {
        const rule = rules.find(({ id }) => id === ruleId)
        // Alone it matches too: no other rule brought it about.
        expect(rule && evaluate(event, facts, null, [rule], 'all')).toHaveLength(1)
        for (const action of done) {
          expect(rule?.actions).toContainEqual(action)
          if (action.kind !== 'urgency') continue
          expect(URGENCIES.indexOf(action.urgency)).toBeGreaterThan(rank)
          rank = URGENCIES.indexOf(action.urgency)
        }
      }
    }),
  )
})

test('desk-D68 a message that no rule can match is told apart by what is settled: no match is ever missed', () => {
  const { channel, language, intents, text } = someFacts()
  const said = { channel, language, intents, text }
  const may = (when: Group) => mayMatch(anEvent(), said, null, [aRule('r', { when })])
  const english = aCondition({ values: ['en'] })
  const resolved = aCondition({ field: 'state', values: ['resolved'] })
  expect([all(), all(aCondition()), all(resolved), { match: 'none', of: [english, resolved] } as Group].map(may)).toEqual([true, true, true, true]) // prettier-ignore
  expect([all(english, resolved), { match: 'any', of: [english] } as Group, { match: 'none', of: [aCondition(), resolved] } as Group].map(may)).toEqual([false, false, false]) // prettier-ignore
  expect(mayMatch(anEvent({ isAutomatic: true }), said, null, [aRule('r')])).toBe(false)

  fc.assert(
    fc.property(events, factSets, ruleLists, modes, (event, facts, rules, mode) => {
      const known = { channel: facts.channel, language: facts.language, intents: facts.intents, text: facts.text }
      if (evaluate(event, facts, null, rules, mode).length > 0) expect(mayMatch(event, known, null, rules)).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('desk-D68 any definition is judged, and one that passes is within the limits', () => {
  const definitions = fc.record({
    name: fc.string({ maxLength: 100 }), trigger: triggers.map((kind) => ({ kind, hours: 5 })), when: groups,
    actions: fc.array(fc.oneof(actions, fc.constantFrom(...ACTION_KINDS).map((kind) => ({ kind, tags: ['a'], queueId: 'service', staffId: 'ada', urgency: 'asap', text: 'x', readers: ['service'], texts: [{ language: 'en', text: 'x' }], webhookId: 'hook' }) as unknown as Action)), { maxLength: 5 }),
    includesAutomatic: fc.boolean(), perHour: fc.integer({ min: -1, max: 1_200 }),
  }) // prettier-ignore
  const depthOf = (node: Group | Condition): number => ('of' in node ? 1 + Math.max(0, ...node.of.map(depthOf)) : 0)
  fc.assert(
    fc.property(definitions, (definition) => {
      const fault = faultOf(definition as Definition, named)
      if (fault) {
        expect(fault.field).toMatch(/^[a-zA-Z0-9.]+$/)
        return
      }
      expect(depthOf(definition.when)).toBeLessThanOrEqual(5)
      expect(new Set(definition.actions.map(({ kind }) => kind)).size).toBe(definition.actions.length)
    }),
  )
})

describe('desk-D69 a past is told again', () => {
  const HOUR = 3_600_000
  const arrived = (at: number, over: object = {}): Past =>
    ({ kind: 'arrived', at, messageId: `m${at}`, language: 'es', urgency: 'routine', intents: ['bill_question'], text: 'hola', isAutomatic: false, queueId: null, ...over }) // prettier-ignore
  const beginning = { channel: 'email', siteId: 'main', queueId: 'service', tags: [], isPatientLinked: false, language: 'es' } // prettier-ignore
  const told = (past: Past[], silentHours: number[] = [], until = 1_000 * HOUR) =>
    replay(beginning, past, { silentHours, until })

  test('with the facts of each moment, and those before it', () => {
    const events = told([
      arrived(0),
      { kind: 'queue', at: 1, to: 'billing' },
      { kind: 'state', at: 2, to: 'resolved' },
      arrived(3, { urgency: 'asap', queueId: 'clinical' }),
    ])
    expect(events.map(({ event }) => [event.trigger, event.changed])).toEqual([
      ['message-arrived', null],
      ['conversation-changed', 'queue'],
      ['conversation-changed', 'state'],
      ['message-arrived', null],
    ])
    expect(events[0]).toMatchObject({ before: null, facts: { text: 'hola', topic: 'bill_question' } })
    expect(events[2]).toMatchObject({ before: { state: 'open', queueId: 'billing' }, facts: { state: 'resolved', text: '' } }) // prettier-ignore
    expect(events[3]).toMatchObject({ before: { state: 'resolved', urgency: 'routine' }, facts: { state: 'open', urgency: 'asap', queueId: 'clinical' } }) // prettier-ignore
  })

  test('desk-D51 what a machine wrote opens nothing again', () => {
    const events = told([arrived(0), { kind: 'state', at: 1, to: 'resolved' }, arrived(2, { isAutomatic: true })])
    expect(events[2]).toMatchObject({ event: { isAutomatic: true }, facts: { state: 'resolved' } })
  })

  test('a silence is told once, when it is long enough, and not of what is resolved', () => {
    const silences = (past: Past[], hours: number[], until?: number) =>
      told(past, hours, until).filter(({ event }) => event.trigger === 'time-since').map(({ at, event }) => [at / HOUR, event.hours]) // prettier-ignore
    expect(silences([arrived(0), { kind: 'tagged', at: 5 * HOUR }, { kind: 'said', at: 30 * HOUR }], [4, 24], 40 * HOUR)).toEqual([[4, 4], [24, 24], [34, 4]]) // prettier-ignore
    expect(silences([arrived(0), { kind: 'state', at: HOUR, to: 'resolved' }], [4])).toEqual([])
  })
})
