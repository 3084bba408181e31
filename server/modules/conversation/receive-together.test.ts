/** Messages that leave together are received as each would be alone (decision 0182). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, aPortalMessage, asSystem, NOON, recordingDeps, type Clinic, type Sent } from './a-clinic.ts'
import type { InboundMessage } from './inbound-message.ts'
import { receiveAtOnce, receiveMessage, type Received } from './receive-message.ts'

const { database, look } = await testDatabase()

type Way = 'together' | 'transaction'
type Deps = ReturnType<typeof recordingDeps>

/** As the portal receives. */
const receive = (at: Clinic, inbound: InboundMessage, way: Way, { jobs, hub }: Deps = recordingDeps()) =>
  receiveAtOnce((isFirstTry) =>
    database[isFirstTry ? way : 'transaction'](asSystem(at), async (tx) => {
      const result = await receiveMessage({ tx, jobs, hub, now: NOON, isFirstTry }, inbound)
      if (!result.ok) throw new Error(result.refusal)
      return result.value
    }),
  )

const subjectOf = (n: number) => `Matter ${String(n).padStart(2, '0')}`

const VARIED = [
  'Hello, I would like to move my appointment from Tuesday to a day next week.',
  'How much do I owe on my last bill?',
  'Buenos días, necesito una cita para mi hija, tiene tos desde hace tres días pero no tiene fiebre.',
  'I have had a sore throat and a runny nose since Sunday, no fever. Do I need to come in or should I wait?',
  "my chest hurts and I can't breathe",
  'I want to end my life',
  'My ankle is swollen since yesterday and hurts when I walk.',
  'Please let me talk to a person!',
  'This is the third time nobody calls me back. I am really angry.',
  'Können Sie mir bitte sagen, wann meine Blutwerte da sind?',
  'ok',
  `${'A long story of an old knee. '.repeat(200)}`,
  'cut in half \ud83d',
]

/** Every row that one organization has of its messages, with names for the ids that tell rows apart. */
async function rowsOf({ organizationId }: Clinic): Promise<string[]> {
  const names = new Map<string, string>()
  const conversations = await look<{ id: string; subject: string }>(
    'select id, subject from conversation where organization_id = $1',
    [organizationId],
  )
  for (const { id, subject } of conversations) names.set(id, `conversation of ${subject}`)
  const messages = await look<{ id: string; conversation_id: string; seq: number }>(
    'select id, conversation_id, seq from message where organization_id = $1',
    [organizationId],
  )
  for (const { id, conversation_id, seq } of messages) names.set(id, `message ${seq} in ${names.get(conversation_id)}`)
  const all: string[] = []
  for (const table of TABLES) {
    const rows = await look<{ row: object }>(
      `select to_jsonb(t) - '{number,xid,seq_of_all,boot_count}'::text[] as row from ${table} t where organization_id = $1`,
      [organizationId],
    )
    for (const { row } of rows) {
      const said = table === 'journal' ? { ...row, seq: null } : row
      all.push(`${table} ${JSON.stringify(said).replaceAll(UUID, (id) => names.get(id) ?? 'an id')}`)
    }
  }
  return all.toSorted()
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const TABLES = [
  'inbox_entry', 'conversation', 'message', 'understanding', 'party', 'identity_check', 'conversation_privacy', 'journal',
  'safety_alert', 'safety_dialogue', 'safety_turn', 'safety_question', 'delivery', 'delivery_step', 'rule_cause', 'attachment',
] // prettier-ignore

const sentTo = (sent: readonly Sent[]) => sent.map(({ queue, startAfter }) => `${queue} ${startAfter?.toISOString()}`)

test('a varied lot received together leaves the same rows, jobs, answers and news as one by one', async () => {
  const [one, other] = [await aClinic(database), await aClinic(database)]
  const lot = (at: Clinic) =>
    Array.from({ length: 3 * VARIED.length }, (_, n) =>
      aPortalMessage(at, VARIED[n % VARIED.length] ?? '', { subject: subjectOf(n) }),
    )
  const [alone, together] = [recordingDeps(), recordingDeps()]
  const answeredAlone: Received[] = []
  // What the corridor keeps for a moment (queues, sites, clocks, rules) is read by the first.
  for (const at of [one, other]) await receive(at, aPortalMessage(at, 'Where do I park?'), 'transaction')
  for (const inbound of lot(one)) answeredAlone.push(await receive(one, inbound, 'transaction', alone))
  const answeredTogether = await Promise.all(lot(other).map((inbound) => receive(other, inbound, 'together', together)))

  const withoutIds = (received: Received) => ({ ...received, conversationId: '', messageId: '' })
  expect(answeredTogether.map(withoutIds)).toEqual(answeredAlone.map(withoutIds))
  expect(await rowsOf(other)).toEqual(await rowsOf(one))
  expect(sentTo(together.sent).toSorted()).toEqual(sentTo(alone.sent).toSorted())
  expect(together.woken).toHaveLength(alone.woken.length)
  const [count] = await look<{ of: number }>(
    `select count(distinct xid)::int as of from journal where organization_id = $1 and event = 'message.received'`,
    [other.organizationId],
  )
  expect(count?.of).toBeLessThan((3 * VARIED.length) / 2)
})

/** What may come at the same moment. */
const anArrival = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('new' as const), words: fc.nat(VARIED.length - 1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const), words: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('goes-on' as const), words: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('poison' as const), words: fc.nat(3) }) },
)

test('desk-D1 whatever comes at once: each is stored once and told so, poison fails alone, numbers have no gap', async () => {
  const clinics = [await aClinic(database), await aClinic(database)]
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), anArrival), { minLength: 6, maxLength: 24 }), async (arrivals) => {
      const goingOn = await Promise.all(
        clinics.map((at) => receive(at, aPortalMessage(at, 'Where do I park?'), 'transaction')),
      )
      const sent: { at: Clinic; inbound: InboundMessage; isPoison: boolean }[] = []
      for (const [place, { kind, words }] of arrivals) {
        const at = clinics[place] as Clinic
        const before = sent[words % Math.max(1, sent.length)]
        if (kind === 'again' && before) sent.push(before)
        else if (kind === 'poison') sent.push({ at, inbound: aPortalMessage(at, `bad \0 ${words}`), isPoison: true })
        else if (kind === 'goes-on')
          sent.push({
            at,
            inbound: aPortalMessage(at, `And then ${words}?`, { conversationId: goingOn[place]?.conversationId }),
            isPoison: false,
          })
        else sent.push({ at, inbound: aPortalMessage(at, VARIED[words % VARIED.length] ?? ''), isPoison: false })
      }
      const told = await Promise.allSettled(sent.map(({ at, inbound }) => receive(at, inbound, 'together')))

      const outcomes = new Map<string, string[]>()
      for (const [n, one] of told.entries()) {
        const { inbound, isPoison } = sent[n] as (typeof sent)[number]
        expect(one.status).toBe(isPoison ? 'rejected' : 'fulfilled')
        if (one.status === 'fulfilled')
          outcomes.set(inbound.externalId, [...(outcomes.get(inbound.externalId) ?? []), one.value.outcome])
      }
      for (const [externalId, all] of outcomes) {
        expect(all.filter((outcome) => outcome === 'stored')).toHaveLength(1)
        expect(await look('select from message where external_id = $1', [externalId])).toHaveLength(1)
        expect(
          await look(
            `select from journal where event = 'message.received' and resource_id = (select id from message where external_id = $1)`,
            [externalId],
          ),
        ).toHaveLength(1)
      }
      for (const { inbound, at } of sent.filter(({ isPoison }) => isPoison))
        expect(
          await look('select from inbox_entry where organization_id = $1 and external_id = $2', [
            at.organizationId,
            inbound.externalId,
          ]),
        ).toEqual([])
      expect(await look(GAPS)).toEqual([])
    }),
    { numRuns: 12 },
  )
}, 60_000)

const GAPS = `
  select c.id from conversation c join message m on m.organization_id = c.organization_id and m.conversation_id = c.id
   group by c.organization_id, c.id having max(m.seq) <> count(*) or max(m.seq) <> max(c.last_seq)`

test('an emergency among others alarms as it does alone, and the others do not wait for its alarm to be stored', async () => {
  const at = await aClinic(database)
  const deps = recordingDeps()
  const words = ['Where do I park?', "my chest hurts and I can't breathe", 'When do you open?']
  const all = await Promise.all(
    words.map((text) => receive(at, aPortalMessage(at, text, { messageId: newId() }), 'together', deps)),
  )
  expect(all.map(({ urgency }) => urgency === 'stat')).toEqual([false, true, false])
  expect(all[1]?.emergency?.text).toContain('911')
  expect(deps.sent.map(({ queue }) => queue)).toContain('alert-ladder')
  expect(await look('select from safety_alert where organization_id = $1', [at.organizationId])).toHaveLength(1)
})
