import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decideSend, STEPS, type Outgoing, type SendFacts } from './gate.ts'
import { clocksOf, quietUntil } from './quiet-hours.ts'
import { HOUSE_RULES, RULE_LIMITS, wrongRule, type SendingRules } from './sending-rules.ts'
import { mailSubject } from './texts.ts'

const aMail = (over: Partial<Outgoing> = {}): Outgoing => ({
  channel: 'email',
  purpose: 'reply',
  isAutomatic: false,
  contentClass: 'health',
  carriesText: true,
  ...over,
})
const facts = (over: Partial<SendFacts> = {}): SendFacts => ({
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
  automaticSmsThisWeek: 0,
  automaticSmsThisHour: 0,
  dialogueSmsToday: 0,
  sameWordsToday: 0,
  quietUntil: null,
  minutesSinceTheyWrote: 600,
  automaticToday: 0,
  automaticMailThisHour: 0,
  acknowledgementsToday: 0,
  mailboxThisMinute: 0,
  receiverIsAutomatic: false,
  ...over,
})
const allowed = { do: 'allow' }
const refused = (reason: string) => ({ do: 'refuse', reason })

test('desk-D36 an automatic text message that nobody waits for or agreed to has 160 characters at most, and no word about money', () => {
  const text = (words: string, over: Partial<Outgoing> = {}) =>
    aMail({ channel: 'sms', isAutomatic: true, contentClass: 'plain', text: words, ...over })
  const unasked = facts({ consent: 'none' })
  expect(decideSend(text('Your form came back.'), unasked)).toEqual(allowed)
  for (const words of ['x'.repeat(161), 'Your bill is ready.']) {
    expect(decideSend(text(words), unasked)).toEqual(refused('CONTENT_REFUSED'))
    // Who just wrote, or agreed to texts, may be answered in more words; codes, other ways and people are not meant.
    expect(decideSend(text(words), facts({ consent: 'none', minutesSinceTheyWrote: 5 }))).toEqual(allowed)
    expect(decideSend(text(words), facts({ consent: 'permit' }))).toEqual(allowed)
    expect(decideSend(text(words, { purpose: 'security' }), unasked)).toEqual(allowed)
    expect(decideSend(text(words, { purpose: 'emergency' }), unasked)).toEqual(allowed)
    expect(decideSend(text(words, { channel: 'email' }), unasked)).toEqual(allowed)
    expect(decideSend(text(words, { isAutomatic: false }), unasked)).toEqual(allowed)
  }
  // What is decided before it stays so: a spent budget is told first.
  expect(decideSend(text('Your bill is ready.'), facts({ consent: 'none', automaticSmsToday: 1 }))).toEqual(refused('BUDGET_SPENT')) // prettier-ignore
})

test('desk-D37 words about health leave only to whom we are sure of, at an address that works, and by mail only where plain mail was agreed to', () => {
  expect(decideSend(aMail(), facts())).toEqual(allowed)
  for (const identityLevel of ['none', 'matched'] as const)
    expect(decideSend(aMail(), facts({ identityLevel }))).toEqual(refused('IDENTITY_TOO_LOW'))
  expect(decideSend(aMail(), facts({ allowsPlain: false }))).toEqual(refused('IDENTITY_TOO_LOW'))
  expect(decideSend(aMail({ channel: 'sms' }), facts({ allowsPlain: false }))).toEqual(refused('IDENTITY_TOO_LOW'))
  expect(decideSend(aMail({ channel: 'portal-chat' }), facts({ allowsPlain: false }))).toEqual(allowed)
  // A link carries nothing; words without health may go to anybody.
  expect(decideSend(aMail({ carriesText: false }), facts({ identityLevel: 'none', allowsPlain: false }))).toEqual(
    allowed,
  )
  expect(decideSend(aMail({ contentClass: 'plain' }), facts({ identityLevel: 'none' }))).toEqual(allowed)
  for (const contactPointState of ['bouncing', 'blocked', 'reassigned', 'detached'] as const)
    expect(decideSend(aMail({ carriesText: false }), facts({ contactPointState }))).toEqual(
      refused('CONTACT_POINT_UNUSABLE'),
    )
  expect(decideSend(aMail({ carriesText: false }), facts({ isPartysWay: false }))).toEqual(refused('WRONG_PERSON'))
})

test('desk-D37 whatever else is true, health words never go to somebody we are not sure of', () => {
  const anything = fc.record({
    allowsPlain: fc.boolean(),
    identityLevel: fc.constantFrom('none' as const, 'matched' as const),
    consent: fc.constantFrom('permit' as const, 'deny' as const, 'none' as const),
    minutesSinceTheyWrote: fc.option(fc.nat(10_000)),
  })
  fc.assert(
    fc.property(
      anything,
      fc.constantFrom('email' as const, 'sms' as const, 'widget' as const, 'portal-chat' as const),
      fc.constantFrom('reply' as const, 'care' as const, 'billing' as const, 'outreach' as const),
      fc.constantFrom('health' as const, 'sensitive' as const),
      (over, channel, purpose, contentClass) => {
        expect(decideSend(aMail({ channel, purpose, contentClass }), facts(over)).do).toBe('refuse')
      },
    ),
  )
})

test('desk-D37, D52 a subject names nothing but us: no illness, drug, department or person can be in it', () => {
  expect(mailSubject('en', 'Harbor Clinic')).toBe('New message from Harbor Clinic')
  expect(mailSubject('es', 'Harbor Clinic')).toBe('Mensaje nuevo de Harbor Clinic')
})

const NIGHT = new Date('2026-03-03T13:00:00Z')

test('desk-D41 an automatic message waits for the morning; what is asked for, an emergency, and an answer to somebody who is awake do not', () => {
  const quiet = { quietUntil: NIGHT }
  const held = { do: 'hold', until: NIGHT, reason: 'QUIET_HOURS' }
  for (const purpose of ['reply', 'care', 'billing', 'feedback', 'outreach'] as const)
    for (const channel of ['email', 'sms', 'voice'] as const)
      expect(decideSend(aMail({ purpose, channel, isAutomatic: true }), facts(quiet)), `${purpose} ${channel}`).toEqual(
        held,
      )
  for (const purpose of ['security', 'emergency'] as const)
    expect(decideSend(aMail({ purpose, isAutomatic: true }), facts(quiet)), purpose).toEqual(allowed)
  expect(decideSend(aMail({ channel: 'sms' }), facts({ ...quiet, minutesSinceTheyWrote: 60 }))).toEqual(allowed)
  expect(decideSend(aMail({ channel: 'sms' }), facts({ ...quiet, minutesSinceTheyWrote: 61 }))).toEqual(held)
  // A mail that a person writes rings nowhere.
  // A person may let it ring, with a reason; what software writes waits whatever it says.
  const reasoned = aMail({ channel: 'sms', nightReason: 'cannot-wait' })
  expect(decideSend(reasoned, facts({ ...quiet, minutesSinceTheyWrote: 61 }))).toEqual(allowed)
  expect(decideSend({ ...reasoned, isAutomatic: true }, facts({ ...quiet, minutesSinceTheyWrote: 61 }))).toEqual(held)
  expect(decideSend(aMail(), facts(quiet))).toEqual(allowed)
  expect(decideSend(aMail({ purpose: 'care', isAutomatic: true }), facts())).toEqual(allowed)
})

test('desk-D41 it is quiet from nine in the evening to eight in the morning on every clock that may be theirs', () => {
  const at = (text: string, ...zones: string[]) => quietUntil(new Date(text), zones, HOUSE_RULES)?.toISOString() ?? null
  expect(at('2026-03-03T01:59:00Z', 'America/New_York')).toBeNull()
  expect(at('2026-03-03T02:00:00Z', 'America/New_York')).toBe('2026-03-03T13:00:00.000Z')
  expect(at('2026-03-03T12:59:00Z', 'America/New_York')).toBe('2026-03-03T13:00:00.000Z')
  expect(at('2026-03-03T13:00:00Z', 'America/New_York')).toBeNull()
  // Eight in New York is five in Los Angeles: both must be awake.
  expect(at('2026-03-03T13:00:00Z', 'America/New_York', 'America/Los_Angeles')).toBe('2026-03-03T16:00:00.000Z')
  // A zone of half hours, and the night in which the clock goes forward.
  expect(at('2026-03-03T16:00:00Z', 'Asia/Kolkata')).toBe('2026-03-04T02:30:00.000Z')
  expect(at('2026-03-08T03:00:00Z', 'America/New_York')).toBe('2026-03-08T12:00:00.000Z')
  expect(at('2026-03-03T13:00:00Z')).toBeNull()
})

test('desk-D41 the clocks are those of the person or the site, else of the number’s region, else of all our sites', () => {
  const siteZones = ['America/New_York', 'America/Chicago']
  const clocks = (address: string | null, ...zones: (string | null)[]) => clocksOf(address, { zones, siteZones })
  // Who moved keeps the number: what is known of the person goes first.
  expect(clocks('+18085550100', 'America/Denver')).toEqual(['America/Denver'])
  expect(clocks('+18085550100')).toEqual(['Pacific/Honolulu'])
  expect(clocks('+18085550100', null)).toEqual(['Pacific/Honolulu'])
  expect(clocks('+12085550100')).toEqual(['America/Denver', 'America/Los_Angeles'])
  // Of two who share it one is known to be somewhere.
  expect(clocks('+18085550100', 'America/Denver', null)).toEqual(['America/Denver', 'Pacific/Honolulu'])
  expect(clocks('+18005550100')).toEqual(siteZones)
  expect(clocks('me@example.org')).toEqual(siteZones)
  expect(clocks(null, null)).toEqual(siteZones)
})

test('desk-D41 whatever the moment and the zones, the moment it gives is day on all clocks, or a day has gone by', () => {
  const zones = ['America/New_York', 'America/Denver', 'America/Los_Angeles', 'Pacific/Honolulu', 'Asia/Kathmandu']
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
      fc.subarray(zones, { minLength: 1 }),
      (now, some) => {
        const until = quietUntil(now, some, HOUSE_RULES)
        if (until === null) return
        expect(until > now).toBe(true)
        const isLongest = until.getTime() - now.getTime() >= 23.7 * 3_600_000
        expect(isLongest || quietUntil(until, some, HOUSE_RULES) === null).toBe(true)
      },
    ),
    { numRuns: 50 },
  )
})

const someRules: fc.Arbitrary<SendingRules> = fc.record({
  quietFromHour: fc.nat(30),
  quietToHour: fc.nat(30),
  automaticPerDay: fc.nat(6),
  automaticSmsPerDay: fc.nat(3),
  automaticSmsPerWeek: fc.nat(6),
  automaticMailPerHour: fc.nat(9),
  automaticMailPerMailboxMinute: fc.nat(30),
})

test('desk-D42 rules that are not stricter than the house are named; those that may be saved never let out what the house keeps', () => {
  expect(wrongRule(HOUSE_RULES)).toBeUndefined()
  for (const rule of Object.keys(RULE_LIMITS) as (keyof SendingRules)[]) {
    const { least, most } = RULE_LIMITS[rule]
    expect(wrongRule({ ...HOUSE_RULES, [rule]: least })).toBeUndefined()
    for (const wrong of [least - 1, most + 1, least + 0.5, Number.NaN])
      expect(wrongRule({ ...HOUSE_RULES, [rule]: wrong }), `${rule} ${wrong}`).toBe(rule)
  }
  fc.assert(
    fc.property(
      someRules.filter((rules) => wrongRule(rules) === undefined),
      fc.constantFrom('email', 'sms', 'widget'),
      fc.constantFrom('reply', 'care', 'emergency'),
      fc.record({ automaticToday: fc.nat(4), automaticSmsToday: fc.nat(2), automaticSmsThisWeek: fc.nat(4), automaticMailThisHour: fc.nat(6), mailboxThisMinute: fc.nat(25) }), // prettier-ignore
      fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
      (rules, channel, purpose, sent, now) => {
        const message = aMail({ channel, purpose, isAutomatic: true, contentClass: 'plain' })
        const by = (its: SendingRules) =>
          decideSend(message, facts({ ...sent, rules: its, quietUntil: quietUntil(now, ['America/New_York'], its) }))
        if (by(HOUSE_RULES).do !== 'allow') expect(by(rules).do).not.toBe('allow')
        // No rule keeps an emergency back.
        if (purpose === 'emergency') expect(by(rules)).toEqual(by(HOUSE_RULES))
      },
    ),
  )
})

test('desk-D46 for a patient who has died software writes nothing but what helps the person who is writing; a person may', () => {
  for (const channel of ['email', 'sms', 'portal-chat'] as const)
    for (const purpose of ['reply', 'care', 'outreach'] as const)
      expect(decideSend(aMail({ channel, purpose, isAutomatic: true }), facts({ hasDied: true }))).toEqual(refused('RESTRICTED')) // prettier-ignore
  for (const purpose of ['emergency', 'security'] as const)
    expect(decideSend(aMail({ purpose, isAutomatic: true }), facts({ hasDied: true }))).toEqual(allowed)
  expect(decideSend(aMail(), facts({ hasDied: true }))).toEqual(allowed)
})

test('understanding-D70 a step of a dialogue by text has five an hour, and not the one a day of what nobody asked for', () => {
  const step = aMail({ channel: 'sms', contentClass: 'plain', isAutomatic: true, isDialogue: true })
  const spent = { automaticSmsToday: 1, automaticToday: 3, minutesSinceTheyWrote: 0 }
  expect(decideSend(step, facts({ ...spent, automaticSmsThisHour: 4 }))).toEqual(allowed)
  expect(decideSend(step, facts({ ...spent, automaticSmsThisHour: 5 }))).toEqual(refused('BUDGET_SPENT'))
  expect(decideSend({ ...step, isDialogue: false }, facts(spent))).toEqual(refused('BUDGET_SPENT'))
  // Who has not written for an hour is in no dialogue.
  expect(decideSend(step, facts({ ...spent, minutesSinceTheyWrote: 61 }))).toEqual(refused('BUDGET_SPENT'))
  expect(decideSend(step, facts({ minutesSinceTheyWrote: 0, hasStopped: true }))).toEqual(refused('STOPPED'))
})

test('desk-D52 two machines that answer each other by text come to an end: by the day, and sooner by the same words', () => {
  const step = aMail({ channel: 'sms', contentClass: 'plain', isAutomatic: true, isDialogue: true })
  const spoken = { minutesSinceTheyWrote: 0 }
  expect(decideSend(step, facts({ ...spoken, dialogueSmsToday: 14 }))).toEqual(allowed)
  expect(decideSend(step, facts({ ...spoken, dialogueSmsToday: 15 }))).toEqual(refused('BUDGET_SPENT'))
  expect(decideSend(step, facts({ ...spoken, sameWordsToday: 2 }))).toEqual(allowed)
  expect(decideSend(step, facts({ ...spoken, sameWordsToday: 3 }))).toEqual(refused('BUDGET_SPENT'))
  const emergency = aMail({ channel: 'sms', purpose: 'emergency', contentClass: 'plain', isAutomatic: true })
  expect(decideSend(emergency, facts({ ...spoken, dialogueSmsToday: 15, sameWordsToday: 5 }))).toEqual(allowed)
  expect(decideSend(emergency, facts({ ...spoken, sameWordsToday: 6 }))).toEqual(refused('BUDGET_SPENT'))
  expect(decideSend({ ...emergency, channel: 'portal-chat' }, facts({ sameWordsToday: 6 }))).toEqual(allowed)
})

/** What breaks one step and no other. */
const BREAKS: Record<keyof typeof STEPS, { message?: Partial<Outgoing>; facts?: Partial<SendFacts>; says: object }> = {
  person: { facts: { isPartysWay: false }, says: refused('WRONG_PERSON') },
  identity: {
    message: { contentClass: 'health' },
    facts: { identityLevel: 'none' },
    says: refused('IDENTITY_TOO_LOW'),
  },
  consent: { facts: { consent: 'deny' }, says: refused('NO_CONSENT') },
  restriction: { facts: { confidentialChannel: 'voice' }, says: refused('RESTRICTED') },
  stop: { facts: { hasStopped: true }, says: refused('STOPPED') },
  language: { message: { soundsOfHealth: true, isInTheirLanguage: false }, says: { do: 'ask', person: 'desk', reason: 'OTHER_LANGUAGE' } }, // prettier-ignore
  hours: { facts: { quietUntil: NIGHT }, says: { do: 'hold', until: NIGHT, reason: 'QUIET_HOURS' } },
  budget: { facts: { automaticToday: 3 }, says: refused('BUDGET_SPENT') },
  content: { message: { text: 'Your bill is ready.' }, says: refused('CONTENT_REFUSED') },
}

test('desk-D36 the steps stand in the written order; a refusal is told before a question, and a question before a wait', () => {
  const order = ['person', 'identity', 'consent', 'restriction', 'stop', 'language', 'hours', 'budget', 'content'] as const // prettier-ignore
  expect(Object.keys(STEPS)).toEqual(order)
  const decide = (...broken: (typeof order)[number][]) =>
    decideSend(
      broken.reduce((message, step) => ({ ...message, ...BREAKS[step].message }), aMail({ channel: 'sms', isAutomatic: true, contentClass: 'plain', text: '' })), // prettier-ignore
      broken.reduce((known, step) => ({ ...known, ...BREAKS[step].facts }), facts({ consent: 'none' })),
    )
  expect(decide()).toEqual(allowed)
  const weight = (step: (typeof order)[number]) => (step === 'hours' ? 2 : step === 'language' ? 1 : 0)
  for (const [place, first] of order.entries()) {
    expect(decide(first), first).toEqual(BREAKS[first].says)
    for (const second of order.slice(place + 1)) {
      const told = weight(second) < weight(first) ? second : first
      expect(decide(first, second), `${first} and ${second}`).toEqual(BREAKS[told].says)
    }
  }
})

test('desk-D36 what others read, too, and what the reader cannot read is asked of a person, and leaves with a yes', () => {
  const shared = facts({ isShared: true })
  const asked = (person: string, reason: string) => ({ do: 'ask', person, reason })
  const plain = aMail({ channel: 'sms', isAutomatic: true, contentClass: 'plain' })
  // Words about health, or that sound of it; plain words and a link go to whoever reads there.
  expect(decideSend(aMail(), shared)).toEqual(asked('writer', 'SHARED_ADDRESS'))
  expect(decideSend(aMail(), facts())).toEqual(allowed)
  expect(decideSend({ ...plain, soundsOfHealth: true }, shared)).toEqual(asked('desk', 'SHARED_ADDRESS'))
  expect(decideSend(plain, shared)).toEqual(allowed)
  expect(decideSend(aMail({ carriesText: false }), shared)).toEqual(allowed)
  expect(decideSend(aMail({ channel: 'portal-chat' }), shared)).toEqual(allowed)
  expect(decideSend(aMail({ agreed: ['SHARED_ADDRESS'] }), shared)).toEqual(allowed)
  // A yes answers its own question only.
  const unread = { ...plain, soundsOfHealth: true, isInTheirLanguage: false }
  expect(decideSend({ ...unread, agreed: ['SHARED_ADDRESS'] }, shared)).toEqual(asked('desk', 'OTHER_LANGUAGE'))
  expect(decideSend({ ...unread, agreed: ['SHARED_ADDRESS', 'OTHER_LANGUAGE'] }, shared)).toEqual(allowed)
  expect(decideSend({ ...plain, isInTheirLanguage: false }, facts())).toEqual(allowed)
  expect(decideSend({ ...unread, isAutomatic: false }, facts())).toEqual(allowed)
  // What is said to who is in danger, and what was just asked for, waits for nobody.
  for (const purpose of ['emergency', 'security'] as const)
    expect(decideSend({ ...unread, purpose }, purpose === 'emergency' ? shared : facts()), purpose).toEqual(allowed)
})

test('desk-D36 whatever else is true, a yes lets nothing out that is refused', () => {
  const agreed = ['SHARED_ADDRESS', 'OTHER_LANGUAGE'] as const
  const steps = Object.keys(BREAKS) as (keyof typeof STEPS)[]
  fc.assert(
    fc.property(fc.subarray(steps), fc.boolean(), fc.boolean(), (broken, isShared, isAutomatic) => {
      const of = (over: Partial<Outgoing>) =>
        decideSend(
          broken.reduce((message, step) => ({ ...message, ...BREAKS[step].message }), aMail({ channel: 'sms', isAutomatic, contentClass: 'plain', ...over })), // prettier-ignore
          broken.reduce((known, step) => ({ ...known, ...BREAKS[step].facts }), facts({ isShared })),
        )
      if (of({}).do === 'refuse') expect(of({ agreed })).toEqual(of({}))
      expect(of({ agreed }).do).not.toBe('ask')
    }),
  )
})
