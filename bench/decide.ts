/**
 * What the pure decisions cost on one core: the clocks of a conversation of 50 events, ranking 200 people, and the outbound gate:
 * `npm run bench -- decide`. Limits: 0.2 ms, 2 ms and 0.1 ms of processor time (desk.md section 6).
 *
 * The measure beside each is copying its input once (`structuredClone`) in the same process: nothing can be decided without reading it.
 */
import { clocks } from '#engines/sla/clocks.ts'
import type { ClockEvent } from '#engines/sla/events.ts'
import type { Policy, ServiceCalendar } from '#engines/sla/policy.ts'
import { DEFAULT_POLICY } from '#engines/routing/policy.ts'
import { route, type Agent, type Load, type RoutedConversation } from '#engines/routing/route.ts'
import { decideSend, type Outgoing, type SendFacts } from '#server/modules/conversation/gate.ts'
import { HOUSE_RULES } from '#server/modules/conversation/sending-rules.ts'
import { seededRandom } from '../demo/random.ts'
import { heading, round, table, verdict } from './report.ts'

const EVENTS = 50
const PEOPLE = 200
/** Of each decision; the first tenth warms up and is not counted. */
const ROUNDS = 4_000
const MINUTE = 60_000
const START = Date.parse('2026-03-02T14:00:00Z')

const dice = seededRandom('bench/decide')

function cpuMs(work: () => unknown): number {
  for (let n = 0; n < ROUNDS / 10; n++) work()
  const before = process.cpuUsage()
  for (let n = 0; n < ROUNDS; n++) work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / ROUNDS
}

/** Asked, answered, waited for, resolved and reopened, over two weeks. */
function fiftyEvents(): ClockEvent[] {
  const steps = [
    { type: 'contact', from: 'patient' },
    { type: 'answer', by: 'person' },
    { type: 'state', to: 'waiting', waitingOn: 'payer' },
    { type: 'state', to: 'open' },
    { type: 'note' },
    { type: 'contact', from: 'patient' },
    { type: 'urgency', to: 'urgent' },
    { type: 'answer', by: 'person' },
    { type: 'state', to: 'resolved' },
  ] as const
  return Array.from({ length: EVENTS }, (_, seq) => {
    const at = new Date(START + seq * dice.between(300, 420) * MINUTE).toISOString()
    return { seq, at, ...steps[seq % steps.length] } as ClockEvent
  })
}

const each = (routine: number, urgent: number, asap: number, stat: number) => ({ routine, urgent, asap, stat })
const policies: Policy[] = [
  {
    id: 'standard',
    version: 1,
    targets: {
      'first-response': each(240, 120, 30, 5),
      'next-response': each(480, 120, 30, 5),
      resolution: each(2_400, 960, 480, 60),
    },
    pausesOn: ['patient', 'payer'],
  },
]
const workday = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
]
const calendars: ServiceCalendar[] = [
  {
    id: 'hours',
    version: 1,
    timeZone: 'America/New_York',
    weekly: { mon: workday, tue: workday, wed: workday, thu: workday, fri: workday },
  },
]

const conversation: RoutedConversation = {
  kind: 'async',
  urgency: 'routine',
  isDistressing: false,
  language: 'es',
  queueId: 'service',
  siteId: 'main',
  needsLicence: false,
  skills: { referrals: 2 },
  answeredBy: ['person-7'],
  passedBy: [],
}
const now = new Date(START)
const people: Agent[] = Array.from({ length: PEOPLE }, (_, n) => ({
  id: `person-${n}`,
  isOnShift: dice.chance(0.9),
  shiftEndsAt: new Date(START + dice.between(5, 400) * MINUTE),
  isAccepting: dice.chance(0.9),
  canRead: true,
  isOwnOrFamilyChart: false,
  queueIds: ['service'],
  licensedSiteIds: ['main'],
  skills: { referrals: dice.between(1, 4) },
  languages: dice.chance(0.6) ? ['en', 'es'] : ['en'],
  nativeLanguage: 'en',
  capacity: 100,
}))
const load: Load = {
  interpreterLanguages: [],
  byAgent: Object.fromEntries(
    people.map(({ id }) => [
      id,
      {
        spans: Array.from({ length: dice.between(0, 8) }, () => ({
          kind: 'async' as const,
          isDistressing: false,
          from: new Date(START - dice.between(1, 40) * MINUTE),
          to: null,
        })),
        idleSince: new Date(START - dice.between(1, 90) * MINUTE),
        returnedAt: null,
        givenSinceReturn: 0,
      },
    ]),
  ),
}

const message: Outgoing = {
  channel: 'email',
  purpose: 'care',
  isAutomatic: true,
  contentClass: 'health',
  carriesText: true,
}
const facts: SendFacts = {
  outboundOn: true,
  rules: HOUSE_RULES,
  isPartysWay: true,
  contactPointState: 'active',
  allowsPlain: true,
  isShared: false,
  identityLevel: 'verified',
  consent: 'permit',
  hasDied: false,
  confidentialChannel: null,
  hasStopped: false,
  automaticSmsToday: 0,
  automaticSmsThisHour: 0,
  dialogueSmsToday: 0,
  sameWordsToday: 0,
  automaticSmsThisWeek: 0,
  quietUntil: null,
  minutesSinceTheyWrote: 600,
  automaticToday: 0,
  automaticMailThisHour: 0,
  acknowledgementsToday: 0,
  mailboxThisMinute: 0,
  receiverIsAutomatic: false,
}

heading('Pure decisions')
const events = fiftyEvents()
const until = new Date(START + 20 * 24 * 60 * MINUTE).toISOString()
const measured: [what: string, limit: number, ms: number, copy: number][] = [
  [
    `clocks of ${EVENTS} events`,
    0.2,
    cpuMs(() => clocks(events, policies, calendars, until)),
    cpuMs(() => structuredClone([events, policies, calendars])),
  ],
  [
    `ranking ${PEOPLE} people`,
    2,
    cpuMs(() => route(conversation, people, load, DEFAULT_POLICY, now)),
    cpuMs(() => structuredClone([conversation, people, load])),
  ],
  ['outbound gate', 0.1, cpuMs(() => decideSend(message, facts)), cpuMs(() => structuredClone([message, facts]))],
]
table(
  ['decision', 'processor time, ms', 'copying its input, ms', 'ratio'],
  measured.map(([what, , ms, copy]) => [what, round(ms, 4), round(copy, 4), round(ms / copy, 2)]),
)
for (const [what, limit, ms] of measured) verdict(`${what}: at most ${limit} ms`, ms <= limit)
