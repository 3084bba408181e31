/** What the gate asks a person before it leaves, on a real database: held, listed, answered, taken back (desk-D36, decision 0215). */
import { expect, test } from 'vitest'
import { releaseHeld } from '#server/modules/conversation/index.ts'
import { aMail } from '#server/modules/conversation/a-clinic.ts'
import { refusalOf, UNDO_SECONDS } from '#server/modules/conversation/a-desk.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aRule, aRuleFloor, ENGLISH, outcomesOf, SPANISH } from './testing/a-rule-floor.ts'

const { database, look } = await testDatabase()
const FASTING = 'Please do not eat for 8 hours before your blood test, and bring your insulin.'

/** A clinic whose rule writes of health to whoever writes, and two patients who read mail at one address. */
async function aSharedMailbox(texts = [{ language: 'en', text: FASTING }]) {
  const floor = await aRuleFloor(database)
  const { clinic, desk } = floor
  desk.clock.at = new Date('2026-03-02T17:00:00Z')
  await look(
    `insert into contact_point (organization_id, id, patient_id, system, value, changed_at) values ($1, $2, $3, 'email', $4, $5)`,
    [clinic.organizationId, newId(), clinic.otherPatientId, clinic.patientMail, desk.clock.at],
  )
  const ruleId = await floor.live(aRule({ when: { match: 'all', of: [] }, actions: [{ kind: 'reply', texts }] }))
  const deps = { db: database, jobs: desk.jobs, hub: desk.hub, now: () => desk.clock.at, carriers: {}, continuityMinutes: 5 } // prettier-ignore
  const ada = desk.as(clinic.agentId).conversation
  const deliveryOf = async (conversationId: string) => {
    const { items } = await ada.messages({ conversationId })
    const delivery = items.flatMap(({ deliveries }) => deliveries).find(({ cause, asked }) => cause !== null || asked)
    if (!delivery) throw new Error('nothing was asked')
    return delivery
  }
  return {
    ...floor,
    ruleId,
    ada,
    deliveryOf,
    answer: async (conversationId: string, as: 'send' | 'do-not-send' | 'ask-again') =>
      ada.resolveDelivery({ conversationId, deliveryId: (await deliveryOf(conversationId)).id, as }),
    release: (deliveryId: string) => releaseHeld(deps, clinic.organizationId, deliveryId),
    toCheck: async () => (await ada.list({ view: 'not-sent' })).items.map(({ id }) => id),
  }
}

test('desk-D36 a text of a rule that sounds of health waits for a person where two read at one address; the yes of a person sends it', async () => {
  const own = await aSharedMailbox()
  const conversationId = await own.receive(ENGLISH, aMail(own.clinic.patientMail, ENGLISH))
  expect(await outcomesOf(own, own.ruleId)).toEqual([['reply held SHARED_ADDRESS']])
  const until = new Date(own.desk.clock.at.getTime() + 72 * 3_600_000).toISOString()
  const { id, ...asked } = await own.deliveryOf(conversationId)
  expect(asked).toMatchObject({ state: 'held', cause: 'SHARED_ADDRESS', asked: 'open', notBefore: until })
  expect(await own.toCheck()).toEqual([conversationId])

  // Its job does nothing before the time is over; what is said may be taken back, and said again.
  await own.release(id)
  expect(await own.deliveryOf(conversationId)).toMatchObject({ asked: 'open' })
  await own.answer(conversationId, 'send')
  expect(await own.deliveryOf(conversationId)).toMatchObject({ state: 'held', asked: 'yes' })
  expect(await own.toCheck()).toEqual([])
  await own.answer(conversationId, 'ask-again')
  expect(await own.deliveryOf(conversationId)).toMatchObject({ state: 'held', cause: 'SHARED_ADDRESS', asked: 'open' })
  await own.answer(conversationId, 'send')
  expect((await refusalOf(own.answer(conversationId, 'send'))).code).toBe('STATE_NOT_ALLOWED')
  own.pass(UNDO_SECONDS + 1)
  await own.release(id)
  expect(await look(`select state, agreed from delivery where id = $1`, [id])).toEqual([{ state: 'queued', agreed: ['SHARED_ADDRESS'] }]) // prettier-ignore
  expect(await look(`select event, detail->>'as' as answer, detail->>'reason' as reason from journal where resource_id = $1 and actor_kind = 'staff' order by seq`, [id])).toEqual([
    { event: 'delivery.decided', answer: 'send', reason: 'SHARED_ADDRESS' },
    { event: 'delivery.decided', answer: 'ask-again', reason: 'SHARED_ADDRESS' },
    { event: 'delivery.decided', answer: 'send', reason: 'SHARED_ADDRESS' },
  ]) // prettier-ignore
})

test('desk-D36 the no of a person keeps it, until that is taken back; nobody’s answer in three days is a no', async () => {
  const own = await aSharedMailbox()
  const first = await own.receive(ENGLISH, aMail(own.clinic.patientMail, ENGLISH))
  await own.answer(first, 'do-not-send')
  const { id, ...kept } = await own.deliveryOf(first)
  expect(kept).toMatchObject({ state: 'cancelled', cause: 'SHARED_ADDRESS', asked: 'no' })
  own.pass(73 * 3_600)
  await own.release(id)
  expect(await own.deliveryOf(first)).toMatchObject({ state: 'cancelled' })
  expect((await refusalOf(own.answer(first, 'ask-again'))).code).toBe('STATE_NOT_ALLOWED')

  const second = await own.receive(ENGLISH, aMail(own.clinic.patientMail, `${ENGLISH} Thank you.`))
  await own.answer(second, 'do-not-send')
  await own.answer(second, 'ask-again')
  expect(await own.deliveryOf(second)).toMatchObject({ state: 'held', asked: 'open' })
  own.pass(72 * 3_600)
  await own.release((await own.deliveryOf(second)).id)
  expect(await own.deliveryOf(second)).toMatchObject({ state: 'blocked', cause: 'NOT_DECIDED', asked: null })
  // The patient sees no word of either.
  expect(await look(`select from message where conversation_id = any ($1::uuid[]) and flags @> '{rule}' and held_until is null`, [[first, second]])).toEqual([]) // prettier-ignore
})

test('desk-D36 words about health in a language that the reader did not write wait for a person, plain ones go below a line', async () => {
  const own = await aSharedMailbox()
  const anna = 'anna@example.org'
  const conversationId = await own.receive(SPANISH, aMail(anna, SPANISH))
  expect(await outcomesOf(own, own.ruleId)).toEqual([['reply held OTHER_LANGUAGE']])
  await own.answer(conversationId, 'send')
  own.pass(UNDO_SECONDS + 1)
  const { id } = await own.deliveryOf(conversationId)
  await own.release(id)
  expect(await look(`select state from delivery where id = $1`, [id])).toEqual([{ state: 'queued' }])
  // To who reads it, it goes at once; so do plain words, to whoever reads there.
  await own.receive(ENGLISH, aMail('ben@example.org', ENGLISH))
  expect((await outcomesOf(own, own.ruleId))[0]).toEqual(['reply done'])
  const plain = await aSharedMailbox([{ language: 'en', text: 'We got your mail.' }])
  await plain.receive(SPANISH, aMail(anna, SPANISH))
  await plain.receive(ENGLISH, aMail(plain.clinic.patientMail, ENGLISH))
  expect(await outcomesOf(plain, plain.ruleId)).toEqual([['reply done'], ['reply done']])
})

test('desk-D36 STOP keeps what waits for an answer, too', async () => {
  const own = await aSharedMailbox()
  const { organizationId } = own.clinic
  await look(`insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'sms', 'Texts', '+16175550100')`, [organizationId, newId()]) // prettier-ignore
  const texts = (text: string) =>
    own.receive(text, { messageId: undefined, channel: 'sms', source: 'sms:test', externalId: newId(), provedBy: 'token', sender: { kind: 'address', system: 'sms', value: '+16175550199', name: null, usable: true } }) // prettier-ignore
  const conversationId = await texts(SPANISH)
  expect(await own.deliveryOf(conversationId)).toMatchObject({ asked: 'open' })
  await texts('STOP')
  expect(await own.deliveryOf(conversationId)).toMatchObject({ state: 'blocked', cause: 'STOPPED', asked: null })
  expect((await refusalOf(own.answer(conversationId, 'send'))).code).toBe('STATE_NOT_ALLOWED')
})

test('desk-D36 a person who writes to an address of two is asked once', async () => {
  const own = await aSharedMailbox()
  const { clinic, desk, ada } = own
  await look(`update contact_point set allows_plain = true where organization_id = $1`, [clinic.organizationId])
  const { conversationId, seq } = await desk.receive('When are you open?')
  const reply = (over: object = {}) =>
    ({ conversationId, messageId: newId(), mode: 'reply', text: 'Your blood sugar is fine.', seenSeq: seq, channel: 'email', ...over }) as const // prettier-ignore
  expect((await ada.send(reply())).questions).toEqual(['shared-address'])
  const { messageId } = await ada.send(reply({ confirmed: ['shared-address'] }))
  const [held] = await look<{ id: string }>(`select id, agreed from delivery where message_id = $1`, [messageId])
  expect(held).toMatchObject({ agreed: ['SHARED_ADDRESS'] })
  own.pass(UNDO_SECONDS + 1)
  await own.release(held!.id)
  expect(await look(`select state from delivery where id = $1`, [held!.id])).toEqual([{ state: 'queued' }])
  // In the portal nobody else reads.
  expect((await ada.send(reply({ channel: 'portal-chat', seenSeq: seq + 1 }))).questions).toEqual([])
})

test('desk-D36 who speaks for a patient reads at a shared address anyhow, but not what is closed to them', async () => {
  const own = await aSharedMailbox()
  const { clinic, desk, ada } = own
  const { organizationId, patientId, patientMail } = clinic
  const relatedPersonId = newId()
  await look(`update contact_point set allows_plain = true where organization_id = $1`, [organizationId])
  await look(`delete from contact_point where organization_id = $1 and patient_id is distinct from $2`, [organizationId, patientId]) // prettier-ignore
  await look(`insert into related_person (organization_id, id, patient_id, given, family, relationship) values ($1, $2, $3, 'Ina', 'Rivera', 'mother')`, [organizationId, relatedPersonId, patientId]) // prettier-ignore
  await look(`insert into proxy_link (organization_id, id, patient_id, related_person_id, scope, basis, state, starts_at) values ($1, $2, $3, $4, '{messages}', 'signed-form', 'active', '2020-01-01')`, [organizationId, newId(), patientId, relatedPersonId]) // prettier-ignore
  await look(`insert into contact_point (organization_id, id, related_person_id, system, value, changed_at) values ($1, $2, $3, 'email', $4, '2020-01-01')`, [organizationId, newId(), relatedPersonId, patientMail]) // prettier-ignore
  const { conversationId, seq } = await desk.receive('When are you open?')
  const reply = (seenSeq: number) => ada.send({ conversationId, messageId: newId(), mode: 'reply', text: 'Your blood sugar is fine.', seenSeq, channel: 'email' }) // prettier-ignore
  expect((await reply(seq)).questions).toEqual([])
  await look(`insert into conversation_privacy (organization_id, conversation_id, reader_id, since) values ($1, $2, $3, now())`, [organizationId, conversationId, patientId]) // prettier-ignore
  expect((await reply(seq + 1)).questions).toEqual(['shared-address'])
})

test('desk-D36, D46 an answer whose address became another’s, too, while it waited is asked about before it leaves', async () => {
  const own = await aSharedMailbox()
  const { clinic, desk, ada } = own
  await look(`update contact_point set allows_plain = true where organization_id = $1`, [clinic.organizationId])
  const [other] = await look<{ id: string }>(`update contact_point set state = 'detached' where organization_id = $1 and patient_id = $2 returning id`, [clinic.organizationId, clinic.otherPatientId]) // prettier-ignore
  const { conversationId, seq } = await desk.receive('When are you open?')
  const reply = { conversationId, messageId: newId(), mode: 'reply', text: 'Your blood sugar is fine.', seenSeq: seq, channel: 'email' } as const // prettier-ignore
  expect((await ada.send(reply)).questions).toEqual([])
  await look(`update contact_point set state = 'active' where id = $1`, [other?.id])
  own.pass(UNDO_SECONDS + 1)
  const [held] = await look<{ id: string }>(`select id from delivery where message_id = $1`, [reply.messageId])
  await own.release(held!.id)
  expect(await own.deliveryOf(conversationId)).toMatchObject({ state: 'held', cause: 'SHARED_ADDRESS', asked: 'open' })
  expect(await own.toCheck()).toEqual([conversationId])
  await own.answer(conversationId, 'send')
  own.pass(UNDO_SECONDS + 1)
  await own.release(held!.id)
  expect(await look(`select state, agreed from delivery where id = $1`, [held!.id])).toEqual([{ state: 'queued', agreed: ['SHARED_ADDRESS'] }]) // prettier-ignore
})
