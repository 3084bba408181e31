/** The triage protocol of an organization: read and tried by the desk, signed by a clinician (understanding-D34). */
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import { contract } from '#contract/index.ts'
import type { RouteMeta } from '#contract/route.ts'
import { families } from '#engines/triage/families/index.ts'
import { PROTOCOL_VERSION } from '#engines/triage/triage.ts'
import { aClinic, asSystem } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { protocolRoutes } from '#server/modules/protocol/index.ts'
import { testDatabase } from '#server/platform/test-database.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const desk = aDesk(database, clinic)
const as = (staffId: string, role: 'agent' | 'nurse' | 'clinician') =>
  createRouterClient({ protocol: protocolRoutes }, { context: desk.routeOf(staffId, role, []) }).protocol
const agent = as(clinic.agentId, 'agent')
const clinician = as(clinic.nurseId, 'clinician')

const urgencyOf = async (text: string) => {
  const { conversationId } = await desk.receive(text)
  return (await desk.as(clinic.agentId).conversation.get({ conversationId })).urgency
}
/** Processes go on for a moment with what they have read. */
const afterAMoment = () => (desk.clock.at = new Date(desk.clock.at.getTime() + 10_000))

test('understanding-D34 only a clinician signs, with a fresh factor', () => {
  const { roles, stepUp } = contract.protocol.sign['~orpc'].meta as RouteMeta
  expect([roles, stepUp]).toEqual([['clinician'], true])
})

test('understanding-D34 in a new organization nothing is left to self-care, until the running version is signed', async () => {
  expect(await agent.get()).toMatchObject({ version: PROTOCOL_VERSION, signature: null, history: [] })
  expect(await urgencyOf('I have a runny nose since yesterday')).toBe('urgent')
  expect(await urgencyOf('crushing chest pain')).toBe('stat')
  const before = await agent.try({ text: 'runny nose since yesterday', language: 'en' })
  expect([before.urgency, before.advice?.howSoon]).toEqual(['soon', ['A nurse will look at this.']])

  expect(await refusalOf(clinician.sign({ version: 'bedside-protocol-1' }))).toMatchObject({
    code: 'CHANGED_MEANWHILE',
  })
  const signed = await clinician.sign({ version: PROTOCOL_VERSION })
  expect(signed.signature).toMatchObject({ version: PROTOCOL_VERSION, by: 'Nia Test' })
  afterAMoment()
  expect(await urgencyOf('my nose is running since this morning, runny nose')).toBe('routine')
  const after = await agent.try({ text: 'runny nose since yesterday', language: 'en' })
  expect([after.urgency, after.advice?.callIf?.startsWith('Call 911 if')]).toEqual(['self_care', true])
})

test('understanding-D34 a signature stays as it is, and is journalled once', async () => {
  const first = await clinician.sign({ version: PROTOCOL_VERSION })
  const second = await as(clinic.secondNurseId, 'clinician').sign({ version: PROTOCOL_VERSION })
  expect(second.history).toEqual(first.history)
  const rows = await look<{ n: number }>(
    `select count(*)::int as n from journal where organization_id = '${clinic.organizationId}' and event = 'protocol.signed'`,
  )
  expect(rows).toEqual([{ n: 1 }])
  const other = await aClinic(database)
  const seen = await database.transaction(asSystem(other), (tx) => tx.run('select version from protocol_signature', []))
  expect(seen).toEqual([])
})

test('understanding section 4: families, rules, phrases and sources can be read, and a text tried', async () => {
  const { families: listed } = await agent.get()
  expect(listed.map(({ id }) => id)).toEqual(families.map(({ id }) => id))
  const chest = await agent.family({ familyId: 'chest' })
  expect(chest.rules.find(({ id }) => id === 'chest-05')).toMatchObject({ outcome: 'emergency', when: [['chest-pain']], source: { publisher: 'NHS' } }) // prettier-ignore
  expect(chest.concepts[0]?.es.length).toBeGreaterThan(5)
  expect(await refusalOf(agent.family({ familyId: 'no-such' }))).toMatchObject({ code: 'NOT_FOUND' })

  const tried = await agent.try({ text: 'I have been short of breath today', language: 'es' })
  expect(tried).toMatchObject({ urgency: 'urgent', couldBe: 'emergency' })
  expect(tried.next?.text).toMatch(/^¿.*\?$/)
  const answered = await agent.try({ text: 'I have been short of breath today', language: 'es', answers: [{ question: tried.next!.id, answer: 'yes' }] }) // prettier-ignore
  expect(answered).toMatchObject({ urgency: 'emergency', next: null })
  expect(answered.reason.en).toMatch(/^Emergency: /)
  expect(answered.reason.es).toMatch(/^Emergencia: /)
})
