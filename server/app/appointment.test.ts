/**
 * Visits: noted by the desk at the clock of the site, cancelled and taken back by either side, told once by a text, and talked in a visit room (desk-D8,
 * D40, D66, decisions 0251, 0261).
 */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { countSegments } from '#engines/sms/segments.ts'
import { deliver, remindOfVisits } from '#server/modules/conversation/index.ts'
import { forgetOldRooms, settleRooms } from '#server/modules/visit-room/index.ts'
import { peopleAtWork } from '#server/modules/workload/index.ts'
import { newId } from '#server/platform/id.ts'
import { aMember, anOrganization, aPatient, aProduct, patientSignedIn, signedIn } from './a-product.ts'
import { anInbox, portalOf, textFrom } from './an-inbox.ts'

const product = await aProduct()
const { call, look, clock } = product
const { organizationId, slug } = await anOrganization(product)
const other = await anOrganization(product)
const inbox = anInbox(product, { organizationId })
const agent = await aMember(product, { organizationId }, 'agent')
const stranger = await aMember(product, other, 'agent')
const [site] = await look<{ id: string }>(`select id from site where organization_id = $1`, [organizationId])
const siteId = site?.id ?? ''
await look(
  `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'sms', 'Texts', '+12125550100')`,
  [organizationId, newId()],
)
let token = ''

beforeEach(async () => {
  // Monday, seven in the morning where the site is.
  clock.now = new Date('2026-03-02T12:00:00Z')
  token = await signedIn(product, agent)
})

type Booking = { id: string; patientId: string; siteId: string; what: string; day: string; time: string; minutes: number; which?: string; conversationId?: string } // prettier-ignore
const aVisit = (patientId: string, over: Partial<Booking> = {}): Booking => ({
  id: newId(),
  patientId,
  siteId,
  what: 'Blood pressure check',
  day: '2026-03-06',
  time: '09:40',
  minutes: 20,
  ...over,
})
const book = async (visit: Booking, as = token) => (await call('appointment.book', visit, { token: as })).json
const listed = async (patientId: string, conversationId?: string) =>
  (await call('appointment.list', { patientId, conversationId }, { token })).json

describe('a visit is noted', () => {
  test('at the clock of the site, with the texts that will tell it; the same again is the same visit', async () => {
    const { patientId } = await aPatient(product, { organizationId })
    const visit = aVisit(patientId)
    const booked = await book(visit)
    expect(booked).toMatchObject({
      id: visit.id,
      status: 'booked',
      startAt: '2026-03-06T14:40:00.000Z',
      endAt: '2026-03-06T15:00:00.000Z',
      siteName: 'Main site',
      timeZone: 'America/New_York',
      version: 1,
      reminders: [
        { step: 'two-days', dueAt: '2026-03-04T14:40:00.000Z', state: 'planned', cause: null, conversationId: null },
        { step: 'two-hours', dueAt: '2026-03-06T12:40:00.000Z', state: 'planned', cause: null, conversationId: null },
      ],
    })
    expect(await Promise.all([book(visit), book(visit)])).toEqual([booked, booked])
    expect(await book({ ...visit, what: 'Something else' })).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await listed(patientId)).toEqual({ items: [booked], isLocked: false })
    const kept = await look(`select wall_time as wall from appointment where organization_id = $1 and id = $2`, [organizationId, visit.id]) // prettier-ignore
    expect(kept).toEqual([{ wall: '2026-03-06T09:40' }])
    const told = await look(
      `select event, action from journal where organization_id = $1 and resource_id = $2 order by seq`,
      [organizationId, visit.id],
    )
    expect(told).toEqual([{ event: 'appointment.booked', action: 'C' }])
  })

  test('not at a time that does not exist, comes twice or is over, nor at two places at once', async () => {
    const { patientId } = await aPatient(product, { organizationId })
    const refused = async (over: Partial<Booking>) => {
      const { code, data } = await book(aVisit(patientId, over))
      return [code, data?.detail?.times]
    }
    expect(await refused({ day: '2026-03-08', time: '02:30' })).toEqual([
      'TIME_DOES_NOT_EXIST',
      ['2026-03-08T06:30:00.000Z', '2026-03-08T07:30:00.000Z'],
    ])
    const twice = { day: '2026-11-01', time: '01:30' }
    expect(await refused(twice)).toEqual(['TIME_IS_AMBIGUOUS', ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z']]) // prettier-ignore
    expect(await book(aVisit(patientId, { ...twice, which: 'second' }))).toMatchObject({ startAt: '2026-11-01T06:30:00.000Z' }) // prettier-ignore
    expect(await refused({ day: '2026-03-02', time: '06:59' })).toEqual(['IN_THE_PAST', undefined])
    expect(await refused({ siteId: newId() })).toEqual(['NOT_FOUND', undefined])
    expect((await book(aVisit(newId()))).code).toBe('NOT_FOUND')

    // Of two at once that overlap one is noted; what touches does not overlap.
    const both = await Promise.all([book(aVisit(patientId)), book(aVisit(patientId, { time: '09:50' }))])
    expect(both.map(({ code }) => code).toSorted()).toEqual(['PATIENT_BUSY', undefined])
    expect((await book(aVisit(patientId, { time: '10:10' }))).code).toBeUndefined()
    // The database refuses it too, whoever writes.
    await expect(
      inbox.asSystem((tx) =>
        tx.run(
          `insert into appointment (organization_id, id, patient_id, site_id, what, status, start_at, end_at, wall_time, time_zone, booked_at)
           select organization_id, $2, patient_id, site_id, what, status, start_at, end_at, wall_time, time_zone, booked_at
             from appointment where organization_id = $1 and patient_id = $3 and status = 'booked'`,
          [organizationId, newId(), patientId],
        ),
      ),
    ).rejects.toMatchObject({ constraint: 'patient_is_at_one_visit' })
  })

  test('not of a record that is out of use or of who has died, and fifty at the most', async () => {
    const { patientId } = await aPatient(product, { organizationId })
    await look(
      `insert into appointment (organization_id, id, patient_id, site_id, what, status, start_at, end_at, wall_time, time_zone, booked_at)
       select $1, gen_random_uuid(), $2, $3, 'Visit', 'booked', $4::timestamptz + n * interval '1 day', $4::timestamptz + n * interval '1 day 10 minutes',
              '2026-01-01T10:00', 'UTC', $4 from generate_series(10, 59) n`,
      [organizationId, patientId, siteId, clock.now],
    )
    expect((await book(aVisit(patientId))).code).toBe('STATE_NOT_ALLOWED')
    expect((await listed(patientId)).items).toHaveLength(50)
    for (const gone of [`is_active = false`, `deceased_on = '2026-03-01'`]) {
      const patient = await aPatient(product, { organizationId })
      await look(`update patient set ${gone} where organization_id = $1 and id = $2`, [organizationId, patient.patientId]) // prettier-ignore
      expect((await book(aVisit(patient.patientId))).code).toBe('STATE_NOT_ALLOWED')
    }
  })
})

describe('a visit is cancelled, and that is taken back', () => {
  const cancel = async (id: string, version: number, as = token) =>
    (await call('appointment.cancel', { appointmentId: id, version, reason: 'illness' }, { token: as })).json
  const restore = async (id: string, version: number, as = token) =>
    (await call('appointment.restore', { appointmentId: id, version }, { token: as })).json

  test('once, with its texts; within ten minutes, while the time is free', async () => {
    const { patientId } = await aPatient(product, { organizationId })
    const { id } = await book(aVisit(patientId))
    const both = await Promise.all([cancel(id, 1), cancel(id, 1)])
    expect(both.map(({ code }) => code).toSorted()).toEqual(['CHANGED_MEANWHILE', undefined])
    expect(both.find(({ code }) => !code)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'illness',
      cancelledBy: 'staff',
      version: 2,
      reminders: [{ state: 'withdrawn' }, { state: 'withdrawn' }],
    })
    expect(await restore(id, 1)).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect(await restore(id, 2)).toMatchObject({
      status: 'booked',
      cancelReason: null,
      restoreUntil: null,
      version: 3,
      reminders: [{ state: 'planned' }, { state: 'planned' }],
    })
    await cancel(id, 3)
    const next = await book(aVisit(patientId))
    expect(await restore(id, 4)).toMatchObject({ code: 'PATIENT_BUSY' })
    await cancel(next.id, 1)
    clock.now = new Date(clock.now.getTime() + 10 * 60_000 + 5_000)
    expect(await restore(id, 4)).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
    expect(await cancel(id, 4)).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
  })

  test('trust-D3, D6 nobody of another organization sees or changes it', async () => {
    const { patientId } = await aPatient(product, { organizationId })
    const { id } = await book(aVisit(patientId))
    const theirs = await signedIn(product, stranger)
    for (const [procedure, input] of [
      ['appointment.list', { patientId }],
      ['appointment.book', aVisit(patientId)],
      ['appointment.cancel', { appointmentId: id, version: 1, reason: 'other' }],
      ['appointment.restore', { appointmentId: id, version: 1 }],
    ] as const)
      expect((await call(procedure, input, { token: theirs })).code).toBe('NOT_FOUND')
  })

  test('by the patient in the portal, who does not take back what the clinic cancelled', async () => {
    const patient = await aPatient(product, { organizationId })
    const neighbour = await aPatient(product, { organizationId })
    const [{ id }, { id: second }] = await Promise.all([
      book(aVisit(patient.patientId)),
      book(aVisit(patient.patientId, { time: '11:00' })),
    ])
    const own = await patientSignedIn(product, patient, slug)
    const foreign = await patientSignedIn(product, neighbour, slug)
    const ask = async (name: string, input: object, as = own) =>
      (await call(`myAppointment.${name}`, input, { token: as })).json
    const { items } = await ask('list', {})
    expect(items.map((one: { id: string }) => one.id)).toEqual([id, second])
    expect(items[0]).toMatchObject({ what: 'Blood pressure check', siteName: 'Main site', version: 1 })
    expect(items[0]).not.toHaveProperty('reminders')
    // Somebody else's is not there.
    expect(await ask('list', {}, foreign)).toEqual({ items: [] })
    expect(await ask('list', { patientId: patient.patientId }, foreign)).toMatchObject({ code: 'NOT_FOUND' })
    expect(await ask('cancel', { appointmentId: id, version: 1, reason: 'time' }, foreign)).toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
    expect(await ask('restore', { appointmentId: id, version: 1 }, foreign)).toMatchObject({ code: 'NOT_FOUND' })

    const cancelled = await ask('cancel', { appointmentId: id, version: 1, reason: 'time' })
    expect(cancelled).toMatchObject({ status: 'cancelled', cancelledBy: 'portal', restoreUntil: expect.any(String) })
    expect(await ask('restore', { appointmentId: id, version: 2 })).toMatchObject({ status: 'booked', version: 3 })
    await cancel(second, 1, await signedIn(product, agent))
    expect((await ask('list', {})).items[1]).toMatchObject({ cancelledBy: 'staff', restoreUntil: null })
    expect(await ask('restore', { appointmentId: second, version: 2 })).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
    expect((await ask('cancel', { appointmentId: id, version: 3, reason: 'clinic' })).code).toBe('INVALID_INPUT')
  })

  test('trust-D13 by whoever speaks for the patient with a grant for the schedule, and by nobody with another', async () => {
    const { patientId } = await aPatient(product, { organizationId })
    const { id } = await book(aVisit(patientId))
    const mother = await (await aRelative(patientId, ['schedule'])).enter()
    const uncle = await (await aRelative(patientId, ['messages', 'clinical', 'billing'])).enter()
    const cancelled = (as: string) =>
      call('myAppointment.cancel', { appointmentId: id, version: 1, reason: 'transport' }, { token: as })
    expect((await call('myAppointment.list', {}, { token: uncle })).json).toEqual({ items: [] })
    expect((await call('myAppointment.list', { patientId }, { token: uncle })).code).toBe('NOT_FOUND')
    expect((await cancelled(uncle)).code).toBe('NOT_FOUND')
    expect((await call('myAppointment.list', {}, { token: mother })).json.items).toMatchObject([{ id }])
    expect((await cancelled(mother)).json).toMatchObject({ status: 'cancelled', cancelledBy: 'portal' })
  })
})

/** Somebody with an account who speaks for the patient. */
async function aRelative(patientId: string, scope: string[]) {
  const relatedPersonId = newId()
  const email = `near-${randomUUID().slice(0, 8)}@example.org`
  const longAgo = new Date(clock.now.getTime() - 60 * 86_400_000)
  await inbox.asSystem(async (tx) => {
    await tx.run(
      `insert into related_person (organization_id, id, patient_id, given, family, relationship, language, created_at) values ($1, $2, $3, 'Near', 'Rivera', 'mother', 'en', $4)`,
      [organizationId, relatedPersonId, patientId, longAgo],
    )
    await tx.run(
      `insert into contact_point (organization_id, id, related_person_id, system, value, verified_at, changed_at) values ($1, $2, $3, 'email', $4, $5, $5)`,
      [organizationId, newId(), relatedPersonId, email, longAgo],
    )
    await tx.run(
      `insert into proxy_link (organization_id, id, patient_id, related_person_id, scope, basis, state, starts_at) values ($1, $2, $3, $4, $5, 'signed-form', 'active', $6)`,
      [organizationId, newId(), patientId, relatedPersonId, scope, longAgo],
    )
  })
  const sender = { kind: 'related-person', relatedPersonId, patientId, language: 'en', siteId: null } as const
  return { sender, enter: () => patientSignedIn(product, { email, birthDate: '1980-05-06' }, slug) }
}

test('desk-D8 in a conversation visits are told, noted and cancelled from `verified` on, and to whom a grant for the schedule speaks', async () => {
  const number = '+12125550171'
  const { patientId } = await aPatient(product, { organizationId })
  await inbox.contact(patientId, 'sms', number)
  const { id } = await book(aVisit(patientId))
  const byText = await inbox.receive(textFrom(number), 'When is my visit?')
  expect(await listed(patientId, byText)).toEqual({ items: [], isLocked: true })
  expect((await book(aVisit(patientId, { time: '13:00', conversationId: byText }))).code).toBe('IDENTITY_TOO_LOW')
  const changes = { appointmentId: id, version: 1, conversationId: byText }
  expect((await call('appointment.cancel', { ...changes, reason: 'other' }, { token })).code).toBe('IDENTITY_TOO_LOW')
  expect((await call('appointment.restore', changes, { token })).code).toBe('IDENTITY_TOO_LOW')
  const proved = await inbox.receive(portalOf(patientId), 'When is my visit?')
  expect(await listed(patientId, proved)).toMatchObject({ items: [{ id }], isLocked: false })
  expect((await book(aVisit(patientId, { time: '13:00', conversationId: proved }))).status).toBe('booked')
  const [mother, uncle] = [await aRelative(patientId, ['messages', 'schedule']), await aRelative(patientId, ['messages'])] // prettier-ignore
  const isLocked = async ({ sender }: typeof mother) =>
    (await listed(patientId, await inbox.receive(sender, 'When is the visit?'))).isLocked
  expect([await isLocked(mother), await isLocked(uncle)]).toEqual([false, true])
  // Of somebody else, the conversation is not there.
  const { patientId: neighbour } = await aPatient(product, { organizationId })
  expect(await listed(neighbour, proved)).toMatchObject({ code: 'NOT_FOUND' })
})

describe('a visit is told by a text', () => {
  let people = 300
  /** A patient with a number of its own, or one that is shared, who agreed to texts about care. */
  async function aTextedPatient({
    number = `+1212555${String(++people).padStart(4, '0')}`,
    agrees = true,
    language = 'en',
  } = {}) {
    const patient = await aPatient(product, { organizationId })
    await inbox.contact(patient.patientId, 'sms', number)
    await look(`update patient set language = $3 where organization_id = $1 and id = $2`, [organizationId, patient.patientId, language]) // prettier-ignore
    if (agrees)
      await look(
        `insert into consent (organization_id, id, patient_id, purpose, channel, provision, text_version, language, given_at, given_by)
         values ($1, $2, $3, 'care', 'sms', 'permit', '2026-11', 'en', $4, 'patient')`,
        [organizationId, newId(), patient.patientId, clock.now],
      )
    return { ...patient, number }
  }
  const at = (time: string) => {
    clock.now = new Date(time)
  }
  const remind = () => remindOfVisits(product.services, organizationId)
  const textsTo = async (number: string) =>
    (
      await look<{ text: string }>(
        `select m.text from delivery d join message m on m.organization_id = $1 and m.id = d.message_id
          where d.organization_id = $1 and d.address = $2 and d.purpose = 'care' order by m.received_at`,
        [organizationId, number],
      )
    ).map(({ text }) => text)
  const stepsOf = (id: string) =>
    look(
      `select step, state, cause from reminder_step where organization_id = $1 and appointment_id = $2 order by step`,
      [organizationId, id],
    )
  const states = async (id: string) =>
    (await stepsOf(id)).map(({ step, state, cause }) => `${step} ${state}${cause ? ` ${cause}` : ''}`)

  test('once, by two processes at once, in a conversation that asks nobody for work; an answer goes on there', async () => {
    const { patientId, number } = await aTextedPatient()
    const { id } = await book(aVisit(patientId))
    expect(await remind()).toBe(0)
    at('2026-03-04T14:41:00Z')
    await Promise.all([remind(), remind(), remind()])
    expect(await textsTo(number)).toEqual([
      'Harbor Clinic: a visit is planned for Fri, Mar 6, 9:40 AM, Main site. If you cannot come, write to us here. STOP ends texts.',
    ])
    token = await signedIn(product, agent)
    const { conversationId } = (await listed(patientId)).items[0].reminders[0]
    const [opened] = await look(
      `select state, patient_id as "patientId", unread_since as unread, last_direction as direction from conversation where organization_id = $1 and id = $2`,
      [organizationId, conversationId],
    )
    expect(opened).toEqual({ state: 'resolved', patientId, unread: null, direction: 'out' })
    at('2026-03-05T15:00:00Z')
    expect(await inbox.receive(textFrom(number), 'I cannot come, sorry')).toBe(conversationId)
    // The second step goes there too.
    at('2026-03-06T13:00:00Z')
    await remind()
    expect(await textsTo(number)).toHaveLength(2)
    expect(await states(id)).toEqual(['two-days handed', 'two-hours handed'])
    const told = await look(
      `select event from journal where organization_id = $1 and resource_id = $2 and conversation_id = $3 order by seq`,
      [organizationId, id, conversationId],
    )
    expect(told).toEqual([{ event: 'reminder.handed' }, { event: 'reminder.handed' }])

    // That it was written is not shown as sent: what became of it is.
    token = await signedIn(product, agent)
    for (const [state, cause, shown, why] of [
      ['queued', 'no-connection', 'under-way', null],
      ['delivered', null, 'handed', null],
      ['blocked', 'STOPPED', 'blocked', 'STOPPED'],
      ['failed', 'sms.refused', 'failed', 'sms.refused'],
      ['unknown', 'worker-lost', 'unknown', null],
    ] as const) {
      await look(`update delivery set state = $3, cause = $4 where organization_id = $1 and address = $2`, [organizationId, number, state, cause]) // prettier-ignore
      expect((await listed(patientId)).items[0].reminders[1]).toMatchObject({ state: shown, cause: why })
    }
  })

  test('not when it was cancelled; again when that was taken back, and not twice', async () => {
    const { patientId, number } = await aTextedPatient()
    const { id } = await book(aVisit(patientId))
    at('2026-03-04T14:35:00Z')
    token = await signedIn(product, agent)
    const change = (name: string, version: number) =>
      call(`appointment.${name}`, { appointmentId: id, version, reason: 'other' }, { token })
    await change('cancel', 1)
    at('2026-03-04T14:41:00Z')
    expect(await remind()).toBe(0)
    await change('restore', 2)
    await remind()
    await change('cancel', 3)
    await change('restore', 4)
    await remind()
    expect(await textsTo(number)).toHaveLength(1)
    expect(await states(id)).toEqual(['two-days handed', 'two-hours planned'])
    // Cancelled between the writing and the carrier, it does not leave.
    await change('cancel', 5)
    const [written] = await look<{ id: string }>(`select id from delivery where organization_id = $1 and address = $2`, [organizationId, number]) // prettier-ignore
    await deliver({ ...product.services, carriers: {}, continuityMinutes: 5 }, organizationId, written?.id ?? '')
    expect(await look(`select state, cause from delivery where id = $1`, [written?.id])).toEqual([{ state: 'blocked', cause: 'RESTRICTED' }]) // prettier-ignore
    // What was stopped on its way was not told: taken back, it is planned again. Also where somebody did without it.
    await look(`update delivery set cause = 'settled-by-person' where id = $1`, [written?.id])
    expect((await listed(patientId)).items[0].reminders).toMatchObject([{ state: 'withdrawn' }, { state: 'withdrawn' }])
    await change('restore', 6)
    expect(await states(id)).toEqual(['two-days planned', 'two-hours planned'])
  })

  test('desk-D22 it leaves though its conversation was merged on its way, and what was asked about it is answered there', async () => {
    const { patientId, number } = await aTextedPatient()
    const { id } = await book(aVisit(patientId))
    at('2026-03-04T14:41:00Z')
    await remind()
    token = await signedIn(product, agent)
    const { conversationId } = (await listed(patientId)).items[0].reminders[0]
    const [written] = await look<{ id: string; messageId: string }>(`select id, message_id as "messageId" from delivery where organization_id = $1 and address = $2`, [organizationId, number]) // prettier-ignore
    await look(
      `insert into visit_question (organization_id, id, address, appointment_id, version, conversation_id, message_id, asked_at, until_at)
       values ($1, $2, $3, $4, 1, $5, $6, $7, $7)`,
      [organizationId, newId(), number, id, conversationId, written?.messageId, clock.now],
    )
    const intoId = await inbox.receive(portalOf(patientId))
    const versionOf = async (of: string) => (await call('conversation.get', { conversationId: of }, { token })).json.version // prettier-ignore
    const sides = { version: await versionOf(conversationId), intoVersion: await versionOf(intoId) }
    expect(await call('conversation.merge', { conversationId, intoId, ...sides }, { token })).toMatchObject({ status: 200 }) // prettier-ignore
    const carriers = { sms: async () => ({ state: 'handed_over' as const, providerRef: 'one' }) }
    await deliver({ ...product.services, carriers, continuityMinutes: 5 }, organizationId, written?.id ?? '')
    expect(await look(`select state, cause from delivery where id = $1`, [written?.id])).toEqual([{ state: 'handed_over', cause: null }]) // prettier-ignore
    expect((await listed(patientId)).items[0].reminders[0]).toMatchObject({ state: 'handed', conversationId: intoId })
    expect(await look(`select conversation_id as of from visit_question where message_id = $1`, [written?.messageId])).toEqual([{ of: intoId }]) // prettier-ignore
  })

  test('not after the visit, however long the text waited', async () => {
    const { patientId, number } = await aTextedPatient()
    const { id } = await book({ ...aVisit(patientId), time: '15:40' })
    at('2026-03-06T18:41:00Z')
    await remind()
    expect(await states(id)).toContain('two-hours handed')
    const [written] = await look<{ id: string }>(`select id from delivery where organization_id = $1 and address = $2 order by changed_at desc limit 1`, [organizationId, number]) // prettier-ignore
    at('2026-03-06T21:00:00Z')
    await deliver({ ...product.services, carriers: {}, continuityMinutes: 5 }, organizationId, written?.id ?? '')
    expect(await look(`select state, cause from delivery where id = $1`, [written?.id])).toEqual([{ state: 'blocked', cause: 'RESTRICTED' }]) // prettier-ignore
  })

  test('one that fails holds no other up, and is tried again', async () => {
    const [bad, good] = [await aTextedPatient(), await aTextedPatient()]
    const { id } = await book(aVisit(bad.patientId))
    await book({ ...aVisit(good.patientId), time: '10:20' })
    await look(`create function refuse_one() returns trigger language plpgsql as $$ begin
      if new.appointment_id = '${id}' then raise exception 'no'; end if; return new; end $$`)
    await look(`create trigger refuse_one before update on reminder_step for each row execute function refuse_one()`)
    at('2026-03-04T15:25:00Z')
    await expect(remind()).rejects.toThrow()
    expect([await textsTo(bad.number), (await textsTo(good.number)).length]).toEqual([[], 1])
    await look(`drop trigger refuse_one on reminder_step`)
    await remind()
    expect(await textsTo(bad.number)).toHaveLength(1)
  })

  test('in the letters of a text message, and without a site that says what for', async () => {
    await look(`update organization set name = 'Clínica del Río' where organization_id = $1`, [organizationId])
    await look(`update site set name = 'Oncology Pavilion' where organization_id = $1`, [organizationId])
    const { patientId, number } = await aTextedPatient({ language: 'es' })
    await book({ ...aVisit(patientId), day: '2026-03-07' })
    at('2026-03-05T14:41:00Z')
    await remind()
    const [said = ''] = await textsTo(number)
    expect(said).toMatch(/^Clinica del Rio: hay una cita para el sab, 7 de? ?mar/)
    expect(said).not.toContain('Oncology')
    expect(countSegments(said)).toMatchObject({ encoding: 'gsm-7', segments: 1 })
    await look(`update organization set name = 'Harbor Clinic' where organization_id = $1`, [organizationId])
    await look(`update site set name = 'Main site' where organization_id = $1`, [organizationId])
  })

  test('in the morning where it is night, if two hours are left; never an hour late', async () => {
    const [early, soon, late] = [await aTextedPatient(), await aTextedPatient(), await aTextedPatient()]
    const visits = [
      // Half past seven: the text of two days before waits for eight; that of two hours before would come too late.
      await book(aVisit(early.patientId, { time: '07:30' })),
      await book(aVisit(soon.patientId, { day: '2026-03-04', time: '10:30' })),
      await book(aVisit(late.patientId, { day: '2026-03-04', time: '15:00' })),
    ]
    at('2026-03-04T12:31:00Z')
    await remind()
    expect(await textsTo(early.number)).toEqual([])
    at('2026-03-04T13:00:00Z')
    await remind()
    expect(await textsTo(early.number)).toHaveLength(1)
    at('2026-03-04T19:01:00Z')
    await remind()
    at('2026-03-06T10:31:00Z')
    await remind()
    expect(await Promise.all(visits.map(({ id }) => states(id)))).toEqual([
      ['two-days handed', 'two-hours skipped QUIET_HOURS'],
      ['two-days skipped TOO_LATE', 'two-hours skipped TOO_LATE'],
      ['two-days skipped TOO_LATE', 'two-hours skipped TOO_LATE'],
    ])
  })

  test('desk-D39 not after STOP, without a yes, to who has died, on another way alone, or without a number', async () => {
    const stopped = await aTextedPatient()
    const [silent, dead, closed] = [await aTextedPatient({ agrees: false }), await aTextedPatient(), await aTextedPatient()] // prettier-ignore
    const unreached = await aPatient(product, { organizationId })
    const visits = [stopped, silent, dead, closed, unreached].map(({ patientId }) => book(aVisit(patientId)))
    const ids = (await Promise.all(visits)).map(({ id }) => id as string)
    await inbox.receive(textFrom(stopped.number), 'STOP')
    await look(`update patient set deceased_on = '2026-03-03' where organization_id = $1 and id = $2`, [organizationId, dead.patientId]) // prettier-ignore
    await look(`update patient set confidential_channel = 'portal-chat' where organization_id = $1 and id = $2`, [organizationId, closed.patientId]) // prettier-ignore
    at('2026-03-04T14:41:00Z')
    await remind()
    expect((await Promise.all(ids.map(states))).map(([first]) => first)).toEqual([
      'two-days skipped STOPPED',
      'two-days skipped NO_CONSENT',
      'two-days skipped RESTRICTED',
      'two-days skipped RESTRICTED',
      'two-days skipped NO_NUMBER',
    ])
    // What is still ahead is told again after START.
    await inbox.receive(textFrom(stopped.number), 'START')
    at('2026-03-06T13:00:00Z')
    await remind()
    expect(await textsTo(stopped.number)).toHaveLength(1)
  })

  test('desk-D4 visits of one day at one number are one text in nobody’s record; STOP from it stops for both', async () => {
    const first = await aTextedPatient({ language: 'es' })
    const sibling = await aTextedPatient({ number: first.number, language: 'es' })
    const silent = await aTextedPatient({ number: first.number, agrees: false })
    const [one, other, third] = [
      await book(aVisit(first.patientId)),
      await book(aVisit(sibling.patientId, { time: '11:00' })),
      await book(aVisit(silent.patientId, { time: '12:00' })),
    ]
    at('2026-03-04T14:41:00Z')
    await remind()
    expect(await textsTo(first.number)).toEqual([
      'Harbor Clinic: 2 citas el vie, 6 de mar: 9:40 a.m., 11:00 a.m. Si no puede venir, conteste. STOP para no recibir textos.',
    ])
    at('2026-03-04T17:01:00Z')
    await remind()
    const written = await look(
      `select distinct c.patient_id as "patientId", d.state from delivery d join conversation c on c.organization_id = $1 and c.id = d.conversation_id
        where d.organization_id = $1 and d.address = $2`,
      [organizationId, first.number],
    )
    expect(written).toEqual([{ patientId: null, state: 'queued' }])
    await inbox.receive(textFrom(first.number), 'STOP')
    at('2026-03-06T14:01:00Z')
    await remind()
    at('2026-03-06T15:01:00Z')
    await remind()
    expect(await Promise.all([one, other, third].map(({ id }) => states(id)))).toEqual([
      ['two-days handed', 'two-hours skipped TOO_LATE'],
      ['two-days handed', 'two-hours skipped STOPPED'],
      ['two-days skipped NO_CONSENT', 'two-hours skipped NO_CONSENT'],
    ])
    expect(await textsTo(first.number)).toHaveLength(1)
  })
})

describe('desk-D66 a visit room', () => {
  const media = { hasSound: true, hasPicture: true }
  let days = 0
  beforeEach(async () => {
    // Each on a day of its own: so many codes are sent within an hour.
    clock.now = new Date(Date.UTC(2026, 4, 4 + days++, 12))
    token = await signedIn(product, agent)
  })
  const after = (minutes: number, seconds = 0) => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000 + seconds * 1_000)
  }
  const settle = () => settleRooms(product.services)
  /** The patient writes in the portal, and both sides are signed in however long it takes. */
  async function aTalk(over: { role?: 'agent' | 'billing' } = {}) {
    const patient = await aPatient(product, { organizationId })
    const conversationId = await inbox.receive(portalOf(patient.patientId), 'May we talk?')
    const desk = inbox.awake(
      over.role ? await signedIn(product, await aMember(product, { organizationId }, over.role)) : token,
    )
    const portal = inbox.awake(await patientSignedIn(product, patient, slug))
    const invite = async (more: object = {}) =>
      (await desk('visitRoom.invite', { conversationId, seenSeq: 100, ...more })).json
    const sit = (as: typeof desk, name: 'visitRoom' | 'myVisitRoom') => async (roomId: string) => {
      const joined = (await as(`${name}.join`, { roomId, ...media })).json
      const seat = { roomId, seatId: joined.seatId }
      return {
        joined,
        seatId: joined.seatId as string,
        say: async (signals: object[] = [], more: object = media) =>
          (await as(`${name}.exchange`, { ...seat, ...more, signals })).json,
        leave: async () => (await as(`${name}.leave`, seat)).json,
      }
    }
    return { patient, conversationId, desk, portal, invite, sitAtDesk: sit(desk, 'visitRoom'), sitInPortal: sit(portal, 'myVisitRoom') } // prettier-ignore
  }
  const toldOf = async (roomId: string) =>
    (
      await look<{ event: string; actor: string; detail: Record<string, unknown> }>(
        `select event, actor_kind as actor, detail from journal where organization_id = $1 and resource_id = $2 and action <> 'R' order by seq`,
        [organizationId, roomId],
      )
    ).map(({ event, actor, detail }) => [event.replace('visit-room.', ''), actor, detail?.reason ?? detail?.cause ?? detail?.who].filter(Boolean).join(' ')) // prettier-ignore

  test('is told in the conversation, to the patient alone, and once however often it is pressed', async () => {
    const { patient, conversationId, invite, desk, portal } = await aTalk()
    expect((await desk('visitRoom.ofConversation', { conversationId })).json).toEqual({ room: null, refusal: null })
    const both = await Promise.all([invite(), invite()])
    const [{ room, questions }] = both
    expect(questions).toEqual([])
    expect(both[1].room.id).toBe(room.id)
    expect((await invite()).room.id).toBe(room.id)
    expect(room).toMatchObject({ conversationId, invitedBy: 'Ada Stone', end: null, seats: [], patient: { name: 'Pat Rivera' }, visit: null }) // prettier-ignore
    expect(Date.parse(room.untilAt) - clock.now.getTime()).toBe(24 * 3_600_000)
    const said = await look<{ text: string; kind: string }>(
      `select text, author_kind as kind from message where organization_id = $1 and conversation_id = $2 and direction = 'out'`,
      [organizationId, conversationId],
    )
    expect(said).toEqual([{ text: expect.stringContaining(`https://bedside.example/portal/video/${room.id}\n`), kind: 'staff' }]) // prettier-ignore
    expect(said[0]?.text).not.toContain('Rivera')
    expect(await toldOf(room.id)).toEqual(['invited staff'])

    const get = async (as: typeof portal) => (await as('myVisitRoom.get', { roomId: room.id })).json
    expect(await get(portal)).toMatchObject({ id: room.id, patient: { id: patient.patientId } })
    // "Not there" and "not yours" are one answer, whichever door is tried, in this organization and in another.
    const neighbour = inbox.awake(await patientSignedIn(product, await aPatient(product, { organizationId }), slug))
    const theirPatient = inbox.awake(await patientSignedIn(product, await aPatient(product, other), other.slug))
    const theirAgent = inbox.awake(await signedIn(product, stranger))
    const seat = { roomId: room.id, seatId: newId(), ...media, signals: [] }
    for (const [as, name] of [
      [neighbour, 'myVisitRoom'],
      [theirPatient, 'myVisitRoom'],
      [theirAgent, 'visitRoom'],
    ] as const)
      // prettier-ignore
      for (const [door, input] of [['get', { roomId: room.id }], ['join', { roomId: room.id, ...media }], ['exchange', seat], ['leave', seat]] as const) // prettier-ignore
        expect([name, door, (await as(`${name}.${door}`, input)).code]).toEqual([name, door, 'NOT_FOUND'])
    for (const door of ['ofConversation', 'invite'])
      expect((await theirAgent(`visitRoom.${door}`, { conversationId, seenSeq: 100 })).code).toBe('NOT_FOUND')
    expect((await theirAgent('visitRoom.end', { roomId: room.id })).code).toBe('NOT_FOUND')
    expect((await portal('visitRoom.join', { roomId: room.id, ...media })).code).toBe('NOT_ALLOWED')
  })

  test('desk-D14 passes over no words that whoever invites has not read', async () => {
    const { patient, conversationId, invite } = await aTalk()
    await inbox.receive(portalOf(patient.patientId), 'And now my back hurts', conversationId)
    const refused = await invite({ seenSeq: 1 })
    expect(refused.code).toBe('CONVERSATION_MOVED')
    expect(await look(`select unread_since is null as "isRead" from conversation where id = $1`, [conversationId])).toEqual([{ isRead: false }]) // prettier-ignore
    expect((await invite({ seenSeq: 2 })).room).toMatchObject({ conversationId })
  })

  test('is for whoever is known for sure, by who may write; a booked visit keeps it open until an hour after its end', async () => {
    const number = '+12125550931'
    const { patientId } = await aPatient(product, { organizationId })
    await inbox.contact(patientId, 'sms', number)
    const byText = await inbox.receive(textFrom(number), 'May we talk?')
    expect((await call('visitRoom.ofConversation', { conversationId: byText }, { token })).json).toEqual({ room: null, refusal: 'IDENTITY_TOO_LOW' }) // prettier-ignore
    expect((await call('visitRoom.invite', { conversationId: byText, seenSeq: 1 }, { token })).code).toBe(
      'IDENTITY_TOO_LOW',
    )
    const { patient, invite, desk } = await aTalk({ role: 'billing' })
    const foreign = await book(aVisit(patientId, { day: '2026-05-09' }))
    expect((await invite({ appointmentId: foreign.id })).code).toBe('NOT_FOUND')
    const visit = await book(aVisit(patient.patientId, { day: '2026-05-09' }))
    const { room } = await invite({ appointmentId: visit.id })
    expect(room).toMatchObject({ untilAt: '2026-05-09T15:00:00.000Z', visit: { at: visit.startAt, timeZone: 'America/New_York' } }) // prettier-ignore
    const said = await look<{ text: string }>(`select text from message where organization_id = $1 and conversation_id = $2 and direction = 'out'`, [organizationId, room.conversationId]) // prettier-ignore
    expect(said[0]?.text).toContain('Let us talk by video on Sat, May 9, 9:40 AM.')
    expect((await desk('visitRoom.end', { roomId: room.id })).json).toMatchObject({ end: 'withdrawn' })
  })

  test('joined and left by both sides is told in the timeline; what browsers say to each other is heard once, and stands nowhere else', async () => {
    const { conversationId, desk, invite, sitAtDesk, sitInPortal } = await aTalk()
    const { room } = await invite()
    const patient = await sitInPortal(room.id)
    expect(patient.joined).toMatchObject({ end: null, isIn: true, iceServers: [], seats: [{ person: 'patient', name: null, isMine: true }] }) // prettier-ignore
    const agentSeat = await sitAtDesk(room.id)
    expect(agentSeat.joined.seats).toMatchObject([{ person: 'patient', isMine: false }, { person: 'staff', name: 'Ada Stone', isMine: true }]) // prettier-ignore
    const load = () => inbox.asSystem((tx) => peopleAtWork(tx, clock.now))
    const mine = async () => (await load()).people.find(({ staffId }) => staffId === agent.staffId)?.load
    expect(await mine()).toBe(100)

    const offer = { toSeatId: patient.seatId, kind: 'offer', text: 'v=0 the words of browsers' }
    expect(await agentSeat.say([offer, { ...offer, kind: 'candidates', text: 'more' }, { ...offer, toSeatId: newId() }])).toMatchObject({ isIn: true, signals: [] }) // prettier-ignore
    const heard = await patient.say([], { hasSound: true, hasPicture: false })
    expect(heard.signals).toEqual([
      { fromSeatId: agentSeat.seatId, kind: 'offer', text: offer.text },
      { fromSeatId: agentSeat.seatId, kind: 'candidates', text: 'more' },
    ])
    expect((await patient.say()).signals).toEqual([])
    expect((await agentSeat.say()).seats[0]).toMatchObject({ hasPicture: true })
    const kept = await look(`select from journal where organization_id = $1 and detail::text like '%words of browsers%'`, [organizationId]) // prettier-ignore
    expect(kept).toEqual([])
    expect(await look(`select from visit_room_signal where organization_id = $1`, [organizationId])).toEqual([])
    // Too much, too long, or too late.
    const many = Array.from({ length: 20 }, () => offer)
    const answers = []
    for (let n = 0; n < 7; n++) answers.push((await agentSeat.say(many)).code)
    expect(answers).toEqual([undefined, undefined, undefined, undefined, undefined, 'SLOW_DOWN', 'SLOW_DOWN'])
    expect((await agentSeat.say([{ ...offer, text: 'x'.repeat(16_001) }])).code).toBe('INVALID_INPUT')
    after(0, 25)
    await agentSeat.say([offer])
    await patient.say()
    after(0, 20)
    await agentSeat.say([offer])
    after(1, 1)
    expect((await settle(), await look(`select from visit_room_signal where organization_id = $1`, [organizationId]))).toEqual([]) // prettier-ignore
    expect(await toldOf(room.id)).toEqual(['invited staff', 'joined patient patient', 'joined staff staff', 'left system lost', 'left system lost']) // prettier-ignore
    expect(await patient.say()).toMatchObject({ isIn: false, end: null, seats: [] })

    // Who was gone comes again; who leaves says so.
    const again = await sitInPortal(room.id)
    const here = await sitAtDesk(room.id)
    const elsewhere = await sitAtDesk(room.id)
    expect(await here.say()).toMatchObject({
      isIn: false,
      seats: [{ isMine: false }, { id: elsewhere.seatId, isMine: true }],
    })
    await again.leave()
    expect(await again.leave()).toEqual({})
    expect((await toldOf(room.id)).slice(5)).toEqual(['joined patient patient', 'joined staff staff', 'joined staff again', 'left patient patient']) // prettier-ignore
    const { events } = (await desk('conversation.messages', { conversationId })).json
    expect(events.filter(({ event }: { event: string }) => event.startsWith('visit-room.')).map(({ event, told }: { event: string; told: string[] }) => [event, ...told]).slice(1, 3)).toEqual([['visit-room.joined'], ['visit-room.joined', 'Ada Stone']]) // prettier-ignore
    expect((await desk('visitRoom.end', { roomId: room.id })).json).toMatchObject({ end: 'ended', seats: [] })
    expect(await elsewhere.say()).toMatchObject({ isIn: false, end: 'ended' })
    expect((await desk('visitRoom.end', { roomId: room.id })).code).toBe('STATE_NOT_ALLOWED')
    expect((await desk('visitRoom.join', { roomId: room.id, ...media })).json).toMatchObject({ code: 'STATE_NOT_ALLOWED', data: { detail: { why: 'over' } } }) // prettier-ignore
    expect(await mine()).toBe(0)
  })

  test('ends by itself: unused after a day, empty after ten minutes, and is forgotten in time; four people are in it at most', async () => {
    const unused = await aTalk()
    const met = await aTalk()
    const [first, second] = [(await unused.invite()).room, (await met.invite()).room]
    const [patient, staff] = [await met.sitInPortal(second.id), await met.sitAtDesk(second.id)]
    for (let n = 0; n < 2; n++) {
      const colleague = inbox.awake(await signedIn(product, await aMember(product, { organizationId }, 'nurse')))
      expect((await colleague('visitRoom.join', { roomId: second.id, ...media })).status).toBe(200)
    }
    const fifth = inbox.awake(await signedIn(product, await aMember(product, { organizationId }, 'nurse')))
    expect((await fifth('visitRoom.join', { roomId: second.id, ...media })).json).toMatchObject({ code: 'STATE_NOT_ALLOWED', data: { detail: { why: 'full' } } }) // prettier-ignore
    await Promise.all([patient.leave(), staff.leave()])
    after(1)
    await Promise.all([settle(), settle()])
    after(9)
    await settle()
    expect((await met.portal('myVisitRoom.get', { roomId: second.id })).json.end).toBeNull()
    after(1)
    await Promise.all([settle(), settle()])
    expect((await met.portal('myVisitRoom.get', { roomId: second.id })).json.end).toBe('empty')
    expect((await toldOf(second.id)).slice(-1)).toEqual(['ended system empty'])
    // Another invitation is another room.
    expect((await met.invite()).room.id).not.toBe(second.id)
    after(24 * 60)
    expect((await unused.portal('myVisitRoom.get', { roomId: first.id })).json.end).toBe('expired')
    // So long after the last word it is not sure any more who writes there.
    expect((await unused.invite()).code).toBe('IDENTITY_TOO_LOW')
    await inbox.receive(portalOf(unused.patient.patientId), 'Are you there?', unused.conversationId)
    expect((await unused.invite()).room.id).not.toBe(first.id)
    expect(await toldOf(first.id)).toEqual(['invited staff', 'ended system expired'])
    after(91 * 24 * 60)
    await forgetOldRooms(product.database, clock.now)
    expect((await unused.portal('myVisitRoom.get', { roomId: first.id })).code).toBe('NOT_FOUND')
  })

  test('is of whoever speaks for the patient too, goes with its conversation into a merge, and ends where that is of another', async () => {
    const { patient, conversationId, desk, invite } = await aTalk()
    const [mother, uncle] = [await aRelative(patient.patientId, ['messages']), await aRelative(patient.patientId, ['schedule'])] // prettier-ignore
    const { room } = await invite()
    const [near, far] = [inbox.awake(await mother.enter()), inbox.awake(await uncle.enter())]
    expect((await near('myVisitRoom.join', { roomId: room.id, ...media })).json.seats).toMatchObject([{ person: 'related-person', isMine: true }]) // prettier-ignore
    expect((await far('myVisitRoom.get', { roomId: room.id })).code).toBe('NOT_FOUND')
    expect((await toldOf(room.id)).at(-1)).toBe('joined related-person related-person')

    const into = await inbox.receive(portalOf(patient.patientId), 'The same again', null)
    const versionOf = async (id: string) =>
      (await desk('conversation.get', { conversationId: id })).json.version as number
    if (into !== conversationId)
      await desk('conversation.merge', { conversationId, version: await versionOf(conversationId), intoId: into, intoVersion: await versionOf(into) }) // prettier-ignore
    await settle()
    expect((await desk('visitRoom.ofConversation', { conversationId: into })).json.room).toMatchObject({ id: room.id, conversationId: into }) // prettier-ignore
    const { patientId } = await aPatient(product, { organizationId })
    await desk('conversation.linkPatient', { conversationId: into, version: await versionOf(into), patientId })
    expect((await near('myVisitRoom.get', { roomId: room.id })).code).toBe('NOT_FOUND')
    await settle()
    expect((await desk('visitRoom.get', { roomId: room.id })).json.end).toBe('moved')
  })
})
