import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingTimeBetween } from '#engines/calendar/working-time.ts'
import { begin, clocks, clocksAndWaits, clocksAt, take, type Clock } from './clocks.ts'
import type { ClockEvent } from './events.ts'
import { CLOCK_KINDS, policyFaults, URGENCIES, WAITING_ON, type Policy, type ServiceCalendar } from './policy.ts'

/** New York, 08:00 to 12:00 and 13:00 to 17:00 on every day but Sunday. 25 November 2026 is a Wednesday; 08:00 is 13:00Z. */
const hours: ServiceCalendar = {
  id: 'hours',
  version: 1,
  timeZone: 'America/New_York',
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => [day, [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }]]),
  ),
} // prettier-ignore

const each = (routine: number, urgent = 120, asap = 30, stat = 5) => ({ routine, urgent, asap, stat })
const policy = (over: Partial<Policy> = {}): Policy => ({
  id: 'standard',
  version: 1,
  targets: { 'first-response': each(240), 'next-response': each(240) },
  pausesOn: ['patient', 'payer'],
  ...over,
})
const resolution = policy({ targets: { resolution: each(480, 240) } })

type Bare = ClockEvent extends infer E ? (E extends ClockEvent ? Omit<E, 'seq' | 'at'> : never) : never
/** Events on 25 November 2026, each `['13:00', {…}]` in UTC; numbered as they stand. */
const on = (...steps: [string, Bare][]): ClockEvent[] =>
  steps.map(([time, step], seq) => ({ seq, at: time.length > 5 ? time : `2026-11-25T${time}:00Z`, ...step }))

const contact: Bare = { type: 'contact', from: 'patient' }
const answer: Bare = { type: 'answer', by: 'person' }
const state = (to: 'open' | 'snoozed' | 'resolved' | 'closed' | 'spam'): Bare => ({ type: 'state', to })
const waiting = (waitingOn: 'patient' | 'payer' | 'clinician'): Bare => ({ type: 'state', to: 'waiting', waitingOn })

const run = (events: ClockEvent[], { now = '23:00', policies = [policy()], calendars = [hours] } = {}) =>
  clocks(events, policies, calendars, now.length > 5 ? now : `2026-11-25T${now}:00Z`)
const brief = (all: Clock[]) => all.map(({ kind, dueAt, state: how }) => [kind, dueAt?.slice(5, 16) ?? null, how])

describe('desk-D25 what starts a clock and what meets it', () => {
  test('a contact before opening counts from the opening; a second one starts nothing', () =>
    expect(brief(run(on(['04:00', contact], ['14:00', contact]), { now: '15:00' }))).toEqual([['first-response', '11-25T17:00', 'running']])) // prettier-ignore

  test.each<[string, Bare]>([
    ['an auto-reply', { type: 'contact', from: 'patient', automatic: 'auto_reply' }],
    ['a bounce', { type: 'contact', from: 'patient', automatic: 'bounce' }],
    ['an echo of our own', { type: 'contact', from: 'patient', automatic: 'own_echo' }],
    ['somebody else', { type: 'contact', from: 'other' }],
    ['a note', { type: 'note' }],
    ['an answer', answer],
  ])('%s starts none', (_, step) => expect(run(on(['13:00', step]))).toEqual([]))

  test('spam starts none', () => expect(run(on(['13:00', state('spam')], ['13:01', contact]))).toEqual([]))

  test.each<[string, Bare]>([
    ['an acknowledgement', { type: 'answer', by: 'person', isAcknowledgement: true }],
    ['an automatic text', { type: 'answer', by: 'system' }],
    ['the assistant, where the policy does not say so', { type: 'answer', by: 'assistant' }],
    ['a note', { type: 'note' }],
  ])('%s meets none', (_, step) =>
    expect(brief(run(on(['13:00', contact], ['13:10', step]), { now: '13:20' }))).toEqual([['first-response', '11-25T17:00', 'running']])) // prettier-ignore

  test('a person answers in time, late, and the next question has a clock of its own', () => {
    const events = on(['13:00', contact], ['14:00', answer], ['14:10', contact], ['20:11', answer])
    expect(brief(run(events))).toEqual([['first-response', '11-25T17:00', 'met'], ['next-response', '11-25T19:10', 'late']]) // prettier-ignore
    expect(run(events)[1]).toMatchObject({ metAt: '2026-11-25T20:11:00.000Z', breachedAt: '2026-11-25T19:10:00.000Z' })
  })

  test('an answer at the very moment it is due is in time', () =>
    expect(brief(run(on(['13:00', contact], ['17:00', answer])))).toEqual([['first-response', '11-25T17:00', 'met']]))

  test('the assistant answers where the policy says so, until the patient asks again', () => {
    const policies = [policy({ assistantAnswers: true })]
    const events = on(['13:00', contact], ['13:01', { type: 'answer', by: 'assistant' }], ['13:30', contact], ['19:00', contact])
    expect(brief(run(events, { policies, now: '13:20' }))).toEqual([['first-response', '11-25T17:00', 'met']])
    expect(brief(run(events, { policies, now: '13:40' }))).toEqual([['first-response', '11-25T17:00', 'running']])
    expect(run(events, { policies, now: '13:40' })[0]?.reasons.map(({ code }) => code)).toEqual(['started', 'asked-again'])
  }) // prettier-ignore

  test('asked again after it was due: overdue from then', () => {
    const policies = [policy({ assistantAnswers: true })]
    const events = on(['13:00', contact], ['13:01', { type: 'answer', by: 'assistant' }], ['19:30', contact])
    expect(run(events, { policies })[0]).toMatchObject({ state: 'breached', breachedAt: '2026-11-25T19:30:00.000Z' })
  })

  test('periodic update runs from answer to answer, and stops when resolved', () => {
    const policies = [policy({ targets: { 'periodic-update': each(60) } })]
    const events = on(['13:00', contact], ['13:10', answer], ['14:00', answer], ['14:30', state('resolved')])
    expect(brief(run(events, { policies }))).toEqual([['periodic-update', '11-25T14:10', 'met'], ['periodic-update', '11-25T15:00', 'ended']]) // prettier-ignore
  })

  test('resolved without an answer is not met', () =>
    expect(brief(run(on(['13:00', contact], ['14:00', state('resolved')])))).toEqual([['first-response', '11-25T17:00', 'ended']])) // prettier-ignore

  test('clinical clocks: to triage, to clinician, result told', () => {
    const policies = [policy({ targets: { 'to-triage': each(20), 'to-clinician': each(30), 'result-told': each(60) } })]
    const events = on(
      ['02:00', { type: 'contact', from: 'patient', toTriage: true }],
      ['02:10', { type: 'triaged' }],
      ['02:11', { type: 'clinician-asked' }],
      ['02:50', { type: 'clinician-took' }],
      ['03:00', { type: 'result-filed' }],
      ['03:30', answer],
    )
    expect(brief(run(events, { policies }))).toEqual([['to-triage', '11-25T02:20', 'met'], ['to-clinician', '11-25T02:41', 'late'], ['result-told', '11-25T04:00', 'met']]) // prettier-ignore
  })
})

describe('desk-D26 pauses', () => {
  test('waiting on the patient pauses; the deadline moves by the working time of the pause', () => {
    const events = on(['13:00', contact], ['14:00', waiting('patient')], ['20:00', state('open')])
    const policies = [resolution]
    expect(run(events, { policies, now: '15:00' })[0]).toMatchObject({ state: 'paused', dueAt: null, warnAt: null })
    // 1 h used before the pause, 2 h after it on the same day, 5 h on the next.
    const [clock] = run(events, { policies })
    expect(clock).toMatchObject({ dueAt: '2026-11-26T19:00:00.000Z', pausedMin: 300, waitedMin: 0 })
    expect(clock?.pauses).toEqual([
      { reason: 'patient', from: '2026-11-25T14:00:00.000Z', to: '2026-11-25T20:00:00.000Z', pauses: true },
    ])
  })

  test('waiting on ourselves never pauses, whatever a policy says, and is summed apart', () => {
    const events = on(['13:00', contact], ['14:00', waiting('clinician')], ['15:00', state('open')])
    const policies = [{ ...resolution, pausesOn: ['clinician' as const] }]
    expect(run(events, { policies })[0]).toMatchObject({ dueAt: '2026-11-25T22:00:00.000Z', pausedMin: 0, waitedMin: 60 }) // prettier-ignore
  })

  test('the waits of a conversation are told once each when they are over, in working minutes, also where no resolution is promised', () => {
    const events = on(['13:00', contact], ['16:30', waiting('patient')], ['19:00', waiting('clinician')], ['19:20', state('open')], ['20:00', state('resolved')], ['21:00', contact], ['21:10', waiting('payer')]) // prettier-ignore
    const waits = (now: string) => clocksAndWaits(events, [policy()], [hours], `2026-11-25T${now}:00Z`).waits
    const both = [
      // Lunch is from 17:00 to 18:00 here.
      { reason: 'patient', from: '2026-11-25T16:30:00.000Z', workedMin: 90 },
      { reason: 'clinician', from: '2026-11-25T19:00:00.000Z', workedMin: 20 },
    ]
    expect(waits('19:10')).toEqual(both.slice(0, 1))
    // Resolved for an hour, and a wait that goes on: neither is one.
    expect(waits('22:00')).toEqual(both)
  })

  test('a snooze alone never pauses', () =>
    expect(brief(run(on(['13:00', contact], ['13:30', state('snoozed')]), { now: '16:30' }))).toEqual([['first-response', '11-25T17:00', 'running']])) // prettier-ignore

  test('the patient’s word ends the wait', () =>
    expect(run(on(['13:00', contact], ['14:00', waiting('patient')], ['14:30', contact]), { policies: [resolution] })[0]).toMatchObject({ pausedMin: 30 })) // prettier-ignore

  test('what was due before the pause is overdue in it', () => {
    const events = on(['13:00', contact], ['18:30', waiting('patient')])
    expect(run(events, { now: '19:00' })[0]).toMatchObject({
      state: 'breached',
      breachedAt: '2026-11-25T17:00:00.000Z',
    })
  })

  test('stat counts day and night and does not pause', () => {
    const policies = [policy({ targets: { resolution: each(480, 240, 120, 60) } })]
    const events = on(['02:00', { ...contact, urgency: 'stat' } as Bare], ['02:10', waiting('patient')])
    expect(run(events, { policies, now: '02:30' })[0]).toMatchObject({ state: 'running', dueAt: '2026-11-25T03:00:00.000Z' }) // prettier-ignore
  })
})

describe('desk-D27 changes count from the original start', () => {
  test('a higher urgency may put the deadline into the past: overdue at the change', () => {
    const events = on(['13:00', contact], ['16:00', { type: 'urgency', to: 'urgent' }])
    expect(run(events, { now: '16:01' })[0]).toMatchObject({
      dueAt: '2026-11-25T15:00:00.000Z',
      state: 'breached',
      breachedAt: '2026-11-25T16:00:00.000Z',
    })
    expect(run(events)[0]?.reasons.at(-1)).toEqual({ at: '2026-11-25T16:00:00.000Z', code: 'urgency', urgency: 'urgent', policy: 'standard@1', calendar: 'hours@1', targetMin: 120 }) // prettier-ignore
  })

  test('a longer target gives the time back', () => {
    const policies = [policy(), policy({ version: 2, targets: { 'first-response': each(480) } })]
    const events = on(['13:00', contact], ['18:30', { type: 'policy', id: 'standard', version: 2 }])
    expect(run(events, { policies, now: '18:20' })[0]).toMatchObject({ state: 'breached' })
    expect(run(events, { policies, now: '18:40' })[0]).toMatchObject({ state: 'running', dueAt: '2026-11-25T22:00:00.000Z', breachedAt: null }) // prettier-ignore
  })

  test('what was overdue stays so from then', () => {
    const events = on(['13:00', contact], ['19:00', { type: 'urgency', to: 'urgent' }])
    expect(run(events)[0]).toMatchObject({ dueAt: '2026-11-25T15:00:00.000Z', breachedAt: '2026-11-25T17:00:00.000Z' })
  })

  test('other opening hours, another queue: the first policy that fits', () => {
    const calendars = [hours, { ...hours, version: 2, weekly: { wed: [{ from: '08:00', to: '10:00' }], thu: [{ from: '08:00', to: '12:00' }] } }] // prettier-ignore
    const policies = [policy({ id: 'billing', when: { queue: ['bills'] }, targets: { 'first-response': each(60) } }), policy()] // prettier-ignore
    const events = on(
      ['13:00', { type: 'opened', facts: { queue: 'service' } }],
      ['13:00', contact],
      ['14:00', { type: 'calendar', id: 'hours', version: 2 }],
      ['14:30', { type: 'moved', facts: { queue: 'bills' } }],
    )
    const at = (now: string) => run(events, { calendars, policies, now })[0]
    expect(at('13:30')?.dueAt).toBe('2026-11-25T17:00:00.000Z')
    expect(at('14:10')?.dueAt).toBe('2026-11-26T15:00:00.000Z')
    expect(at('14:31')).toMatchObject({ dueAt: '2026-11-25T14:00:00.000Z', breachedAt: '2026-11-25T14:30:00.000Z' })
  })

  test('the hours of the conversation’s site', () => {
    const chicago = { ...hours, id: 'chicago', site: 'west', timeZone: 'America/Chicago' }
    const due = (site: string) => run(on(['04:00', { type: 'opened', facts: { site } }], ['04:00', contact]), { calendars: [hours, chicago] })[0]?.dueAt // prettier-ignore
    expect([due('west'), due('east')]).toEqual(['2026-11-25T18:00:00.000Z', '2026-11-25T17:00:00.000Z'])
  })

  test('what is over does not change any more', () => {
    const events = on(['13:00', contact], ['14:00', answer], ['14:01', { type: 'urgency', to: 'stat' }])
    expect(brief(run(events))).toEqual([['first-response', '11-25T17:00', 'met']])
  })

  test('opened again: first response keeps its result, resolution goes on without the resolved time, a next response starts', () => {
    const policies = [policy({ targets: { ...policy().targets, resolution: each(480) } })]
    const events = on(['13:00', contact], ['14:00', answer], ['14:00', state('resolved')], ['16:00', contact])
    expect(brief(run(events, { policies, now: '15:00' }))).toEqual([['first-response', '11-25T17:00', 'met'], ['resolution', '11-25T22:00', 'met']]) // prettier-ignore
    expect(brief(run(events, { policies, now: '16:10' }))).toEqual([
      ['first-response', '11-25T17:00', 'met'],
      ['resolution', '11-26T15:00', 'running'],
      ['next-response', '11-25T21:00', 'running'],
    ])
  })

  test('after 14 days it is not opened again, and closed is closed', () => {
    const late = on(['13:00', contact], ['14:00', answer], ['14:00', state('resolved')], ['2026-12-09T14:01:00Z', contact])
    expect(brief(run(late, { now: '2026-12-10T00:00:00Z' }))).toEqual([['first-response', '11-25T17:00', 'met']])
  }) // prettier-ignore

  test('merged conversations are the union of their events, undone ones are as before', () => {
    const one = on(['13:00', contact], ['15:00', answer])
    const other = on(['14:00', contact], ['16:00', contact])
    expect(brief(run([...other, ...one]))).toEqual([['first-response', '11-25T17:00', 'met'], ['next-response', '11-25T21:00', 'breached']]) // prettier-ignore
    expect(brief(run(other))).toEqual([['first-response', '11-25T19:00', 'breached']])
  })

  test('spam that was none after all: the clock was never paused', () => {
    const events = on(['13:00', contact], ['14:00', state('spam')], ['16:00', state('open')])
    expect(brief(run(events, { now: '15:00' }))).toEqual([['first-response', null, 'ended']])
    expect(brief(run(events, { now: '16:30' }))).toEqual([['first-response', '11-25T17:00', 'running']])
  })
})

test.each([
  [240, '16:45'],
  [60, '13:45'],
  [40, '13:30'],
])('desk-D29 the warning of %i minutes comes at %s', (minutes, time) => {
  const policies = [policy({ targets: { 'first-response': each(minutes) } })]
  const [clock] = run(on(['13:00', contact]), { policies, now: '13:01' })
  expect(clock?.warnAt).toBe(`2026-11-25T${time}:00.000Z`)
  expect(run(on(['13:00', contact]), { policies, now: time })[0]?.state).toBe('warning')
  expect(run(on(['13:00', contact]), { policies, now: clock!.dueAt! })[0]?.state).toBe('breached')
})

test('desk-D28 a target that is not positive is refused with its field', () => {
  expect(policyFaults({ targets: { resolution: { asap: 0 } } })).toEqual([{ code: 'TARGET_NOT_POSITIVE', field: 'targets.resolution.asap' }]) // prettier-ignore
  expect(policyFaults({ targets: { resolution: { asap: 527_041 } }, pausesOn: ['patient', 'clinician'] }).map(({ field }) => field)).toEqual(['targets.resolution.asap', 'pausesOn.1']) // prettier-ignore
  expect(policyFaults(policy())).toEqual([])
})

const steps: fc.Arbitrary<Bare> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('contact' as const), from: fc.constantFrom('patient' as const, 'proxy' as const, 'other' as const), automatic: fc.constantFrom('none', 'none', 'list'), urgency: fc.constantFrom(...URGENCIES), toTriage: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('answer' as const), by: fc.constantFrom('person' as const, 'assistant' as const, 'system' as const), isAcknowledgement: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('state' as const), to: fc.constantFrom('open' as const, 'waiting' as const, 'snoozed' as const, 'resolved' as const, 'closed' as const, 'spam' as const), waitingOn: fc.constantFrom(...WAITING_ON) }) },
  fc.record({ type: fc.constant('urgency' as const), to: fc.constantFrom(...URGENCIES) }),
  fc.record({ type: fc.constant('moved' as const), facts: fc.record({ queue: fc.constantFrom('bills', 'service') }) }),
  fc.record({ type: fc.constant('policy' as const), id: fc.constant('standard'), version: fc.constantFrom(1, 2) }),
  fc.record({ type: fc.constant('calendar' as const), id: fc.constant('hours'), version: fc.constantFrom(1, 2) }),
  fc.record({ type: fc.constantFrom('triaged' as const, 'clinician-asked' as const, 'clinician-took' as const, 'result-filed' as const, 'note' as const) }),
) // prettier-ignore

const inOrder = (one: ClockEvent, other: ClockEvent) => Date.parse(one.at) - Date.parse(other.at) || one.seq - other.seq
const START = Date.parse('2026-10-30T00:00:00Z')
const histories = fc
  .array(fc.tuple(fc.nat(3 * 1440), steps), { maxLength: 30 })
  .map((all) => all.map(([minute, step], seq): ClockEvent => ({ seq, at: new Date(START + minute * 60_000).toISOString(), ...step }))) // prettier-ignore
const everyKind = Object.fromEntries(CLOCK_KINDS.map((kind) => [kind, each(300)]))
const allPolicies = [
  policy({ id: 'bills', when: { queue: ['bills'] }, targets: everyKind }),
  policy({ targets: everyKind, assistantAnswers: true }),
  policy({ version: 2, targets: { ...everyKind, 'periodic-update': {} }, calendar: 'always' }),
]
const allCalendars = [hours, { ...hours, version: 2, weekly: { sun: [{ from: '22:00', to: '06:00' }] } }]
const later = fc.nat(6 * 1440).map((minute) => new Date(START + minute * 60_000).toISOString())

test('desk-D24 taken event by event, and read in between, equals computed from scratch; order and repetition change nothing', () => {
  fc.assert(
    fc.property(histories, later, (events, now) => {
      const scratch = clocks(events, allPolicies, allCalendars, now)
      const fold = begin(allPolicies, allCalendars)
      for (const event of events.toSorted(inOrder).filter(({ at }) => at <= now)) {
        take(fold, event)
        expect(clocksAt(fold, event.at)).toEqual(clocks(events.filter((one) => inOrder(one, event) <= 0), allPolicies, allCalendars, event.at)) // prettier-ignore
      }
      expect(clocksAt(fold, now)).toEqual(scratch)
      expect(clocks(events.toReversed(), allPolicies, allCalendars, now)).toEqual(scratch)
      expect(clocks(JSON.parse(JSON.stringify(events)) as ClockEvent[], allPolicies, allCalendars, now)).toEqual(scratch) // prettier-ignore
    }),
    { numRuns: 150 },
  )
})

test('desk-D24 what is over stays as it is, unless the patient comes back to it', () => {
  fc.assert(
    fc.property(histories, later, (events, now) => {
      const before = clocks(events, allPolicies, allCalendars, now)
      const after = clocks(events, allPolicies, allCalendars, '2026-12-01T00:00:00Z')
      const answered = before.filter(({ kind, state: how }) => kind === 'to-clinician' && (how === 'met' || how === 'late'))
      for (const clock of answered) expect(after).toContainEqual(clock)
    }),
  )
}) // prettier-ignore

test('desk-D26 a deadline leaves exactly the target of working time outside the pauses', () => {
  fc.assert(
    fc.property(histories, later, (events, now) => {
      for (const clock of clocks(events, allPolicies, allCalendars, now)) {
        const { calendar, targetMin } = clock.reasons.at(-1)!
        if (clock.dueAt === null || targetMin === null) continue
        const open = allCalendars.find(({ id, version }) => `${id}@${version}` === calendar) ?? null
        const due = Date.parse(clock.dueAt)
        // What still paused it when it was met, paused it until then.
        const metAt = clock.metAt === null ? due : Date.parse(clock.metAt)
        const worked = workingTimeBetween(open, Date.parse(clock.startedAt), due)
        const paused = clock.pauses
          .filter((pause) => pause.pauses && Date.parse(pause.from) < due)
          .map((pause) =>
            workingTimeBetween(
              open,
              Math.max(Date.parse(pause.from), Date.parse(clock.startedAt)),
              Math.min(due, pause.to === null ? metAt : Date.parse(pause.to)),
            ),
          ) // prettier-ignore
          .reduce((sum, one) => sum + one, 0)
        expect((worked - paused) / 60_000).toBeCloseTo(targetMin, 9)
      }
    }),
    { numRuns: 300 },
  )
})
