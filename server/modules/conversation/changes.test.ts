/** Changing a conversation: the version that was seen, who may, and what two people at once leave behind. */
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { StaffRole } from '#contract/role.ts'
import { staffRoutes } from '#server/modules/staff/index.ts'
import { newId } from '#server/platform/id.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, asSystem } from './a-clinic.ts'
import { aDesk, refusalOf } from './a-desk.ts'
import { climbLadder } from './alert.ts'
import { giveUpClosed, leftToNobody, lockLabelled } from './leave-behind.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const desk = aDesk(database, clinic)
const ada = desk.as(clinic.agentId)
const ben = desk.as(clinic.otherAgentId)
const nurse = desk.as(clinic.nurseId, 'nurse')
const administration = createRouterClient(
  { staff: staffRoutes({ giveUpClosed, leftToNobody, lockLabelled }) },
  { context: desk.routeOf(clinic.supervisorId, 'administrator', []) },
)

async function aCase(text = 'When are you open?') {
  const { conversationId } = await desk.receive(text)
  return { conversationId, ...(await ada.conversation.get({ conversationId })) }
}

test('desk-D21 of two changes on the same version one wins; the other is told what stands now, and can repeat', async () => {
  const { conversationId, version } = await aCase()
  const outcomes = await Promise.allSettled([
    ada.conversation.assign({ conversationId, version, staffId: clinic.agentId }),
    ben.conversation.assign({ conversationId, version, staffId: clinic.otherAgentId }),
  ])
  const lost = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(lost).toHaveLength(1)
  const now = await ada.conversation.get({ conversationId })
  expect(lost[0]?.reason).toMatchObject({
    code: 'CHANGED_MEANWHILE',
    data: { detail: { version: now.version, assigneeId: now.assignee?.id, state: 'open', urgency: 'routine' } },
  })
  await ben.conversation.assign({ conversationId, version: now.version, staffId: clinic.otherAgentId })
  expect((await ada.conversation.get({ conversationId })).assignee?.id).toBe(clinic.otherAgentId)
})

test('desk-D21 tags of two people unite, and a tag that was taken away stays away', async () => {
  const { conversationId } = await aCase()
  await Promise.all([
    ada.conversation.tag({ conversationId, add: ['hours', 'parking'] }),
    ben.conversation.tag({ conversationId, add: ['visit'] }),
  ])
  await ada.conversation.tag({ conversationId, remove: ['parking'] })
  expect((await ben.conversation.get({ conversationId })).tags).toEqual(['hours', 'visit'])
})

test('anyone raises an urgency, with a reason; only a nurse or clinician lowers it', async () => {
  const { conversationId, version } = await aCase()
  const raised = await ada.conversation.setUrgency({
    conversationId,
    version,
    urgency: 'asap',
    reason: 'Sounds unwell',
  })
  const lower = { conversationId, version: raised.version, urgency: 'routine' as const, reason: 'Called, is well' }
  expect((await refusalOf(ada.conversation.setUrgency(lower))).code).toBe('NOT_ALLOWED')
  await nurse.conversation.setUrgency(lower)
  expect(await ada.conversation.get({ conversationId })).toMatchObject({
    urgency: 'routine',
    urgencyReason: { en: 'Called, is well', es: 'Called, is well' },
  })
  const short = ada.conversation.setUrgency({ ...lower, version: raised.version + 1, urgency: 'stat', reason: ' ' })
  await expect(short).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('desk-D3 an emergency that somebody finds calls a nurse, unless a nurse or clinician found it', async () => {
  for (const [finder, alerts] of [[ada, 1], [nurse, 0]] as const) {
    const { conversationId, version } = await aCase()
    await finder.conversation.setUrgency({ conversationId, version, urgency: 'stat', reason: 'Cannot speak on the phone' })
    expect(await look('select from safety_alert where conversation_id = $1', [conversationId])).toHaveLength(alerts)
  }
}) // prettier-ignore

test('an assignee must be able to open the conversation', async () => {
  const { conversationId, version } = await aCase()
  await look(`update conversation set labels = '{PSY}' where id = $1`, [conversationId])
  const cleared = desk.as(clinic.nurseId, 'nurse', ['PSY'])
  const give = (staffId: string) => cleared.conversation.assign({ conversationId, version, staffId })
  expect(await refusalOf(give(clinic.agentId))).toEqual({ code: 'NOT_A_READER', field: 'staffId' })
  expect((await refusalOf(give(newId()))).code).toBe('NOT_A_READER')
  await look(`update staff_member set labels = '{PSY}' where id = $1`, [clinic.nurseId])
  await give(clinic.nurseId)
})

test('desk-D32 whoever leaves holds nothing that may be worked on again, whatever its state', async () => {
  const staffId = newId()
  await look(
    `insert into staff_member (organization_id, id, email, given, family, role, state) values ($1, $2, 'lee@clinic.example', 'Lee', 'Test', 'agent', 'active')`,
    [clinic.organizationId, staffId],
  )
  const states = ['open', 'resolved', 'spam', 'closed']
  const held = new Map<string, string>()
  for (const state of states) {
    const { conversationId, version } = await aCase()
    await ada.conversation.assign({ conversationId, version, staffId })
    await look(`update conversation set state = $2 where id = $1`, [conversationId, state])
    held.set(conversationId, state)
  }
  const [member] = await look<{ version: number }>(`select version from staff_member where id = $1`, [staffId])
  await administration.staff.end({ staffId, version: member?.version ?? 0 })
  const still = await look<{ id: string }>(`select id from conversation where assignee_id = $1`, [staffId])
  expect(still.map(({ id }) => held.get(id))).toEqual(['closed'])
})

test('desk-D32, trust-D6 work behind a label is given back too, by who leaves and by who loses the label, whatever the administrator may open', async () => {
  await look(`update conversation set labels = '{}' where organization_id = $1`, [clinic.organizationId])
  const aTherapist = async () => {
    const staffId = newId()
    await look(
      `insert into staff_member (organization_id, id, email, given, family, role, state, labels) values ($1, $2, $3, 'Kit', 'Test', 'clinician', 'active', '{PSY}')`,
      [clinic.organizationId, staffId, `${staffId}@clinic.example`],
    )
    const labelled = await aCase('I sleep badly.')
    const plain = await aCase('Where do I park?')
    await look(`update conversation set labels = '{PSY}' where id = $1`, [labelled.conversationId])
    await look(`update conversation set assignee_id = $2, assignment = 'assigned' where id = any ($1)`, [
      [labelled.conversationId, plain.conversationId],
      staffId,
    ])
    const heldNow = async () =>
      (await look<{ id: string }>(`select id from conversation where assignee_id = $1`, [staffId])).map(({ id }) => id)
    return { staffId, plain: plain.conversationId, heldNow }
  }
  const [leaver, other] = [await aTherapist(), await aTherapist()]
  await administration.staff.end({ staffId: leaver.staffId, version: 1 })
  expect(await leaver.heldNow()).toEqual([])
  // It is told of each one, so that the lists of colleagues and the rules hear of it.
  const told = await look<{ detail: object }>(
    `select detail from journal where conversation_id = $1 and event = 'conversation.assigned' order by seq desc limit 1`,
    [leaver.plain],
  )
  expect(told).toEqual([{ detail: { to: null, from: leaver.staffId } }])

  // The last one to whom it opens does not go unasked.
  await look(`update staff_member set labels = '{}' where id = $1`, [clinic.nurseId])
  const lessLabels = { ...(await profileOf(other.staffId)), labels: [] }
  const refused = { code: 'STATE_NOT_ALLOWED', detail: { reason: 'left-to-nobody', count: 2, labels: ['PSY'] } }
  expect(await refusalOf(administration.staff.update(lessLabels))).toEqual(refused)
  expect(await refusalOf(administration.staff.end({ staffId: other.staffId, version: 1 }))).toEqual(refused)
  expect(await other.heldNow()).toHaveLength(2)
  await administration.staff.update({ ...lessLabels, evenIfUnread: true })
  expect(await other.heldNow()).toEqual([other.plain])
})

const profileOf = async (staffId: string) => {
  const { id, version, given, family, role, duties, languages, siteId, queueIds } = (
    await administration.staff.list()
  ).find((one) => one.id === staffId)!
  return { staffId: id, version, given, family, role, duties, languages, siteId, queueIds }
}

test('trust-D11, D14 a role that reads no labels keeps none, nor the duty of a red flag at night', async () => {
  const staffId = newId()
  await look(
    `insert into staff_member (organization_id, id, email, given, family, role, state, labels, duties)
     values ($1, $2, $3, 'Kim', 'Test', 'nurse', 'active', '{PSY,SUD}', '{on_call,trainer}')`,
    [clinic.organizationId, staffId, `${staffId}@clinic.example`],
  )
  const rights = { labels: ['PSY' as const, 'SUD' as const], duties: ['on_call' as const, 'trainer' as const] }
  const as = async (role: StaffRole) => {
    const { labels, duties } = await administration.staff.update({
      ...(await profileOf(staffId)),
      ...rights,
      role,
      evenIfUnread: true,
    })
    return { labels, duties }
  }
  expect(await as('clinician')).toEqual({ labels: ['PSY', 'SUD'], duties: ['on_call', 'trainer'] })
  expect(await as('supervisor')).toEqual({ labels: [], duties: ['on_call', 'trainer'] })
  expect(await as('front_desk')).toEqual({ labels: [], duties: ['trainer'] })
})

test('trust-D6 a label is set by whoever has it; from then on the others find nothing, and who cannot read it any more gives it back', async () => {
  const { conversationId, version } = await aCase('I would like to talk about my drinking.')
  await ada.conversation.assign({ conversationId, version, staffId: clinic.agentId })
  const cleared = desk.as(clinic.nurseId, 'nurse', ['SUD', 'PSY'])
  const change = { conversationId, version: version + 1 }
  expect(await refusalOf(ada.conversation.setLabels({ ...change, labels: ['SUD'] }))).toEqual({ code: 'NOT_ALLOWED', field: 'labels' }) // prettier-ignore
  expect((await refusalOf(cleared.conversation.setLabels({ ...change, labels: ['HIV'] }))).code).toBe('NOT_ALLOWED')
  expect((await refusalOf(cleared.conversation.setLabels({ ...change, version, labels: ['SUD'] }))).code).toBe('CHANGED_MEANWHILE') // prettier-ignore

  const set = await cleared.conversation.setLabels({ ...change, labels: ['SUD', 'PSY', 'SUD'] })
  expect(await cleared.conversation.get({ conversationId })).toMatchObject({
    labels: ['PSY', 'SUD'],
    labelsToSet: ['SUD', 'PSY'],
    assignee: null,
  })
  expect((await refusalOf(ada.conversation.get({ conversationId }))).code).toBe('NOT_FOUND')
  expect(await look(`select labels from message where conversation_id = $1`, [conversationId])).toEqual([{ labels: ['PSY', 'SUD'] }]) // prettier-ignore
  const [told] = await look(`select detail from journal where conversation_id = $1 and event = 'conversation.labels-set'`, [conversationId]) // prettier-ignore
  expect(told).toMatchObject({ detail: { from: [], to: ['PSY', 'SUD'], released: clinic.agentId } })
  // Who has only one of them neither sees it nor takes the other away.
  const half = desk.as(clinic.secondNurseId, 'nurse', ['PSY'])
  expect((await refusalOf(half.conversation.setLabels({ conversationId, version: set.version, labels: ['PSY'] }))).code).toBe('NOT_FOUND') // prettier-ignore

  await cleared.conversation.setLabels({ conversationId, version: set.version, labels: [] })
  expect(await ada.conversation.get({ conversationId })).toMatchObject({ labels: [], labelsToSet: [] })
})

test('a conversation of another patient is of nobody who is known: linking takes the identity level away', async () => {
  const { conversationId, version, identityLevel } = await aCase()
  expect(identityLevel).toBe('verified')
  await ada.conversation.linkPatient({ conversationId, version, patientId: clinic.otherPatientId })
  expect(await ada.conversation.get({ conversationId })).toMatchObject({
    patient: { id: clinic.otherPatientId },
    identityLevel: 'none',
    locked: ['visits', 'bills', 'results', 'record'],
  })
})

test('desk-D3 everybody who was told of a red flag is named, in the order of the ladder, and so is who accepted it', async () => {
  const { conversationId, alerts } = await aCase("my chest hurts and I can't breathe")
  const alertId = alerts[0]?.id ?? ''
  expect(alerts[0]).toMatchObject({ words: "my chest hurts and I can't breathe", acceptedBy: null })
  for (let minute = 1; minute <= 2; minute++) {
    const now = new Date(desk.clock.at.getTime() + minute * 60_000)
    await database.transaction(asSystem(clinic), (tx) =>
      climbLadder({ tx, jobs: desk.jobs, hub: desk.hub, now }, alertId),
    )
  }
  const [open] = (await nurse.alert.open()).filter((alert) => alert.id === alertId)
  const told = open?.told.map(({ name }) => name) ?? []
  expect(told.slice(0, 2).toSorted()).toEqual(['Nia Test', 'Noor Test'])
  expect(told[2]).toBe('Sue Test')

  expect((await refusalOf(ada.alert.accept({ alertId }))).code).toBe('NOT_ALLOWED')
  await desk.as(clinic.secondNurseId, 'nurse').alert.accept({ alertId })
  expect((await refusalOf(nurse.alert.accept({ alertId }))).code).toBe('ALREADY_ACCEPTED')
  const after = await ada.conversation.get({ conversationId })
  expect(after).toMatchObject({ urgency: 'stat', assignee: { id: clinic.secondNurseId } })
  expect(after.alerts[0]?.acceptedBy?.name).toBe('Noor Test')

  desk.clock.at = new Date(desk.clock.at.getTime() + 180_000)
  const { events } = await ada.conversation.messages({ conversationId })
  const climbed = events.filter(({ event }) => event === 'alert.climbed')
  expect(climbed.map((event) => event.told)).toEqual([[told[1]], ['Sue Test']])
})

test('trust-D64, D6 a red flag in a labelled conversation reaches a nurse whose labels do not open it: no words, no name, and she may accept it', async () => {
  const { conversationId, alerts } = await aCase("my chest hurts and I can't breathe")
  const alertId = alerts[0]?.id ?? ''
  await look(`update conversation set labels = '{PSY}' where id = $1`, [conversationId])
  const findIn = async (person: typeof nurse) => (await person.alert.open()).find(({ id }) => id === alertId)
  const cleared = desk.as(clinic.secondNurseId, 'nurse', ['PSY'])
  expect(await findIn(cleared)).toMatchObject({
    isHidden: false,
    words: "my chest hurts and I can't breathe",
    patientName: 'Pat Rivera',
  })
  const hidden = await findIn(nurse)
  expect(hidden).toMatchObject({
    isHidden: true,
    conversationId,
    urgency: 'stat',
    words: '',
    reason: { en: '', es: '' },
  })
  expect(JSON.stringify(hidden)).not.toMatch(/chest|breath|Rivera/i)
  // Who cannot accept it is not told of it.
  expect(await findIn(ada)).toBeUndefined()
  expect((await refusalOf(nurse.conversation.get({ conversationId }))).code).toBe('NOT_FOUND')

  await nurse.alert.accept({ alertId })
  expect((await refusalOf(cleared.alert.accept({ alertId }))).code).toBe('ALREADY_ACCEPTED')
  // It is nobody's whom it does not open for.
  expect(
    await look(
      `select a.accepted_by = $2 as hers, c.assignee_id as assignee, c.urgency from safety_alert a join conversation c on c.id = a.conversation_id
        where a.id = $1`,
      [alertId, clinic.nurseId],
    ),
  ).toEqual([{ hers: true, assignee: null, urgency: 'stat' }])
  expect((await refusalOf(nurse.conversation.get({ conversationId }))).code).toBe('NOT_FOUND')
})

test('trust-D64 of a labelled conversation those nurses are asked first whose labels open it', async () => {
  const { conversationId } = await aCase('When are you open on Sunday?')
  await look(`update conversation set labels = '{HIV}' where id = $1`, [conversationId])
  for (const staffId of [clinic.nurseId, clinic.secondNurseId]) {
    await look(`update staff_member set labels = case when id = $1 then '{HIV}'::text[] else '{}' end where role = 'nurse'`, [staffId]) // prettier-ignore
    await desk.receive("my chest hurts and I can't breathe", { conversationId })
    expect(
      await look(`select audience from safety_alert where conversation_id = $1 and accepted_at is null`, [conversationId]), // prettier-ignore
    ).toEqual([{ audience: [staffId] }])
    await look(`update safety_alert set accepted_at = now(), accepted_by = $2 where conversation_id = $1`, [conversationId, staffId]) // prettier-ignore
  }
})
