/** Patients, their addresses, those who act for them and what they agreed to, from the desk and from the portal, over HTTP. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import WebSocket from 'ws'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { aMember, anOrganization, aPatient, aProduct, patientSignedIn, PUBLIC_URL, signedIn } from './a-product.ts'
import { anInbox, codeTo, mailFrom } from './an-inbox.ts'

const product = await aProduct()
const { clock, mails, runJobs, look, database, url } = product
const clinic = await anOrganization(product)
const inbox = anInbox(product, clinic)
const desk = inbox.awake(await signedIn(product, await aMember(product, clinic, 'front_desk')))
const elsewhere = await anOrganization(product)
const foreignDesk = anInbox(product, elsewhere).awake(
  await signedIn(product, await aMember(product, elsewhere, 'agent')),
)
const DAY = 86_400_000

const pass = (ms: number) => (clock.now = new Date(clock.now.getTime() + ms))
const inDays = (days: number) => new Date(clock.now.getTime() + days * DAY).toISOString()
const atPortal = async (patient: { email: string; birthDate: string }) =>
  inbox.awake(await patientSignedIn(product, patient, clinic.slug))
const eventsOf = async (patientId: string) =>
  (await look<{ event: string }>('select event from journal where patient_id = $1 order by at, seq', [patientId])).map(
    ({ event }) => event,
  )
/** What went out since, as template-like words: who got a code, who got word of a change. */
async function sentSince(mark: number) {
  await runJobs()
  return mails.slice(mark).map(({ address, body }) => ({ address, isCode: /\b\d{6}\b/.test(body) }))
}
const wordsTo = (sent: { address: string; isCode: boolean }[]) =>
  sent
    .filter(({ isCode }) => !isCode)
    .map(({ address }) => address)
    .sort()

const profile = {
  given: 'Nora',
  family: 'Quist',
  birthDate: '1975-02-03',
  gender: 'female',
  language: 'es',
  readingLevel: 'plain',
  siteId: null,
}

test('staff register a patient and correct the profile; a stale version, a used number and a bad address are refused', async () => {
  const contactPoints = [
    { system: 'email', value: ' Nora.Quist@Example.org ', use: 'home' },
    { system: 'sms', value: '(555) 010-0100', use: 'mobile' },
  ]
  const made = await desk('patient.create', { ...profile, recordNumber: 'R-100', contactPoints })
  expect(made.json).toMatchObject({
    given: 'Nora',
    version: 1,
    contactPoints: [
      { system: 'email', value: 'nora.quist@example.org', rank: 1, verifiedAt: null, codesFrom: inDays(7) },
      { system: 'sms', value: '+15550100100', rank: 2 },
    ],
  })
  const { id: patientId } = made.json
  const refused: [string, object, string][] = [
    ['recordNumber', { recordNumber: 'R-100' }, 'INVALID_INPUT'],
    ['birthDate', { recordNumber: 'R-101', birthDate: '2127-01-01' }, 'INVALID_INPUT'],
    ['siteId', { recordNumber: 'R-102', siteId: randomUUID() }, 'INVALID_INPUT'],
    [
      'contactPoints.0.value',
      { recordNumber: 'R-103', contactPoints: [{ system: 'email', value: 'nobody' }] },
      'INVALID_INPUT',
    ],
  ]
  for (const [field, over, code] of refused) {
    const answer = await desk('patient.create', { ...profile, ...over })
    expect(answer).toMatchObject({ code, json: { data: { field } } })
  }
  expect(await look(`select from patient where record_number like 'R-10_'`)).toHaveLength(1)

  const changed = await desk('patient.update', { patientId, version: 1, ...profile, family: 'Quist-Bell' })
  expect(changed.json).toMatchObject({ family: 'Quist-Bell', version: 2 })
  expect(await desk('patient.update', { patientId, version: 1, ...profile })).toMatchObject({
    status: 409,
    code: 'CHANGED_MEANWHILE',
  })
  expect(await eventsOf(patientId)).toEqual(['patient.registered', 'patient.changed'])
  // By any of the names, also without its marks, and by all of them.
  await look(`update patient set given = 'Ana María', family = 'García López' where id = $1`, [patientId])
  const found = async (text: string) =>
    (await desk('patient.search', { text })).json.items.map(({ id }: { id: string }) => id)
  for (const text of ['Ana García López', 'maria lopez', 'garcia', 'López Ana'])
    expect([text, await found(text)]).toEqual([text, [patientId]])
  expect(await found('Ana Lopezz')).toEqual([])
  // The same record number of another organization is nobody's business here.
  expect(await foreignDesk('patient.create', { ...profile, recordNumber: 'R-100' })).toMatchObject({ status: 200 })
})

test('trust-D18 a staff change tells old and new, two contacts of one person cannot both be changed in a day', async () => {
  const patient = await aPatient(product, clinic)
  const phone = await inbox.contact(patient.patientId, 'sms', '+15550100200')
  const { contactPoints } = (await desk('patient.get', { patientId: patient.patientId })).json
  const mail = contactPoints.find(({ system }: { system: string }) => system === 'email')
  await runJobs()
  let mark = mails.length
  const changed = await desk('patient.changeContactPoint', {
    contactPointId: mail.id,
    version: mail.version,
    value: 'thief@example.org',
  })
  expect(changed.json).toMatchObject({ value: 'thief@example.org', verifiedAt: null, version: 2, codesFrom: inDays(7) })
  expect(wordsTo(await sentSince(mark))).toEqual(['+15550100200', patient.email, 'thief@example.org'].sort())

  for (const call of [
    desk('patient.changeContactPoint', { contactPointId: phone, version: 1, value: '+15550100201' }),
    desk('patient.removeContactPoint', { contactPointId: phone, version: 1 }),
  ])
    expect(await call).toMatchObject({ status: 409, code: 'CONTACT_CHANGED_TODAY' })
  // A slip in the one that was changed can be corrected; somebody else's version is not overwritten.
  expect(
    await desk('patient.changeContactPoint', { contactPointId: mail.id, version: 1, value: 'pat@example.org' }),
  ).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  expect(
    await desk('patient.changeContactPoint', { contactPointId: mail.id, version: 2, value: 'pat@example.org' }),
  ).toMatchObject({ status: 200 })
  pass(DAY)
  mark = mails.length
  expect(await desk('patient.removeContactPoint', { contactPointId: phone, version: 1 })).toMatchObject({ status: 200 })
  expect(wordsTo(await sentSince(mark))).toEqual(['+15550100200', 'pat@example.org'])
  mark = mails.length
  const added = await desk('patient.addContactPoint', {
    patientId: patient.patientId,
    system: 'phone',
    value: '+1 555 010 0202',
  })
  expect(added.json).toMatchObject({ system: 'phone', value: '+15550100202', codesFrom: inDays(7) })
  expect(wordsTo(await sentSince(mark))).toEqual(['pat@example.org'])
  expect(
    await desk('patient.addContactPoint', { patientId: patient.patientId, system: 'phone', value: '+15550100202' }),
  ).toMatchObject({ code: 'INVALID_INPUT' })
  expect((await eventsOf(patient.patientId)).filter((event) => event.startsWith('contact-point'))).toEqual([
    'contact-point.changed',
    'contact-point.changed',
    'contact-point.removed',
    'contact-point.added',
  ])
  // The words name nobody and no address in full.
  const [word] = mails.slice(-1)
  expect(`${word?.subject} ${word?.body}`).not.toMatch(/Rivera|Pat |0100202|example\.org/)
})

test('trust-D18 takeover from the desk and from the portal: within seven days no sign-in, step-up or chat code reaches the new address', async () => {
  const patient = await aPatient(product, clinic)
  const thief = `thief-${randomUUID()}@example.org`
  const portal = await atPortal(patient)
  await desk('patient.addContactPoint', { patientId: patient.patientId, system: 'email', value: thief })
  const conversationId = await inbox.receive(mailFrom(thief))
  const { version } = (await desk('conversation.get', { conversationId })).json
  await desk('conversation.linkPatient', { conversationId, version, patientId: patient.patientId })
  const { contactPoints } = (await desk('patient.get', { patientId: patient.patientId })).json
  const { id: contactPointId } = contactPoints.find(({ value }: { value: string }) => value === thief)
  await runJobs()
  const mark = mails.length
  for (let day = 0; day < 7; day++) {
    await product.call('signIn.requestCode', { contact: thief, organization: clinic.slug })
    await portal('stepUp.requestCode', { contactPointId })
    await desk('identity.sendCode', { conversationId, contactPointId })
    await runJobs()
    pass(DAY - 1000)
  }
  expect(mails.slice(mark).filter(({ address, body }) => address === thief && /\b\d{6}\b/.test(body))).toEqual([])
  pass(8_000)
  await product.call('signIn.requestCode', { contact: thief, organization: clinic.slug })
  expect((await sentSince(mark)).filter(({ address, isCode }) => address === thief && isCode)).toHaveLength(1)
})

test('trust-D18 at the portal a new address counts once its code came back; the old ones hear of it before', async () => {
  const patient = await aPatient(product, clinic)
  const portal = await atPortal(patient)
  const wanted = { system: 'email', value: `next-${randomUUID()}@example.org`, use: 'home' }
  // Signing in is a fresh factor; five minutes later it is not.
  pass(5 * 60_000 + 1)
  expect(await portal('myProfile.addContactPoint', wanted)).toMatchObject({ status: 403, code: 'STEP_UP_NEEDED' })
  await inbox.stepUp()
  const [old] = (await portal('myProfile.get', {})).json.contactPoints
  let mark = mails.length
  const asked = await portal('myProfile.addContactPoint', { ...wanted, replaces: old.id })
  expect(asked.json).toMatchObject({ minutes: 10 })
  const sent = await sentSince(mark)
  expect(sent).toEqual([
    { address: wanted.value, isCode: true },
    { address: patient.email, isCode: false },
  ])
  const { contactPointId } = asked.json
  const state = async () =>
    (await portal('myProfile.get', {})).json.contactPoints.map((point: { value: string; state: string }) => [
      point.value,
      point.state,
    ])
  expect(await state()).toContainEqual([patient.email, 'active'])
  expect(await state()).toContainEqual([wanted.value, 'detached'])

  const code = codeTo(product, wanted.value)
  const confirm = (said: string) => portal('myProfile.confirmContactPoint', { contactPointId, code: said })
  for (let tries = 0; tries < 4; tries++)
    expect(await confirm(code === '111111' ? '222222' : '111111')).toMatchObject({ code: 'WRONG_CODE' })
  mark = mails.length
  expect((await confirm(code)).json).toMatchObject({
    state: 'active',
    value: wanted.value,
    verifiedAt: clock.now.toISOString(),
    codesFrom: inDays(7),
  })
  expect(wordsTo(await sentSince(mark))).toEqual([patient.email, wanted.value].sort())
  expect(await state()).toContainEqual([patient.email, 'detached'])
  expect(await confirm(code)).toMatchObject({ code: 'WRONG_CODE' })

  // The last address stays, and a second one is not changed in the same session.
  await inbox.stepUp()
  expect(await portal('myProfile.removeContactPoint', { contactPointId })).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
  await inbox.contact(patient.patientId, 'sms', '+15550100300')
  expect(await portal('myProfile.removeContactPoint', { contactPointId })).toMatchObject({
    code: 'CONTACT_CHANGED_TODAY',
  })
  expect(
    await portal('myProfile.addContactPoint', { ...wanted, value: 'third@example.org', replaces: contactPointId }),
  ).toMatchObject({
    code: 'CONTACT_CHANGED_TODAY',
  })
  expect((await eventsOf(patient.patientId)).filter((event) => event.startsWith('contact-point'))).toEqual([
    'contact-point.asked',
    'contact-point.removed',
    'contact-point.confirmed',
  ])
})

test('trust-D18 five wrong codes for a new address end it, a late code is none, and an hour has three', async () => {
  const patient = await aPatient(product, clinic)
  const portal = await atPortal(patient)
  await inbox.stepUp()
  const ask = (value: string) => portal('myProfile.addContactPoint', { system: 'email', value, use: 'home' })
  const { contactPointId } = (await ask('one@example.org')).json
  await runJobs()
  const code = codeTo(product, 'one@example.org')
  const confirm = (said: string) => portal('myProfile.confirmContactPoint', { contactPointId, code: said })
  for (let tries = 0; tries < 5; tries++) await confirm(code === '111111' ? '222222' : '111111')
  expect(await confirm(code)).toMatchObject({ code: 'SLOW_DOWN' })
  await ask('two@example.org')
  const late = (await ask('three@example.org')).json
  await runJobs()
  expect(await ask('four@example.org')).toMatchObject({ code: 'SLOW_DOWN' })
  pass(10 * 60_000 + 1)
  expect(
    await portal('myProfile.confirmContactPoint', {
      contactPointId: late.contactPointId,
      code: codeTo(product, 'three@example.org'),
    }),
  ).toMatchObject({ code: 'WRONG_CODE' })
})

test('understanding journey 3: words of danger in a wish for a refill are answered with the line to call, a person is alerted, nothing is refilled, and who speaks for the patient sees none of it', async () => {
  const patient = await aPatient(product, clinic)
  const helper = await aHelper(patient.patientId)
  await inbox.stepUp()
  await desk('patient.grantProxy', helper.grant(['messages']))
  const [portal, asHelper] = [await atPortal(patient), await atPortal(helper)]
  const words = 'Please refill my sertraline. I won’t need them much longer, I am going to end my life.'
  const plain = await portal('myConversation.send', { messageId: newId(), subject: 'Visit', text: 'When is my visit?' })
  const sent = await portal('myConversation.send', { messageId: newId(), subject: 'Refill', text: words })
  const { conversationId } = sent.json
  expect(sent.json.emergency.numbers.map(({ value }: { value: string }) => value)).toEqual(expect.arrayContaining(['911', '988'])) // prettier-ignore
  const { messages } = (await portal('myConversation.get', { conversationId })).json
  expect(messages.at(-1)).toMatchObject({ isEmergencyText: true, text: expect.stringContaining('988') })
  expect(await look('select kind, accepted_by from safety_alert where conversation_id = $1', [conversationId])).toEqual([{ kind: 'crisis', accepted_by: null }]) // prettier-ignore
  expect(await look('select from assistant_task where conversation_id = $1', [conversationId])).toEqual([])

  const listed = (await asHelper('myConversation.list', { patientId: patient.patientId })).json.items
  expect(listed.map(({ id }: { id: string }) => id)).toEqual([plain.json.conversationId])
  const ask = (procedure: string, more: object = {}) => asHelper(procedure, { conversationId, ...more })
  const random = await asHelper('myConversation.get', { conversationId: newId() })
  for (const answer of [await ask('myConversation.get'), await ask('myConversation.draft'), await ask('myConversation.markSeen', { seq: 1 })]) expect({ status: answer.status, code: answer.code }).toEqual({ status: random.status, code: random.code }) // prettier-ignore
  expect(await ask('myConversation.send', { patientId: patient.patientId, messageId: newId(), text: 'hello' })).toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore

  // Nor that it is there, by who read it, took it over or closed it: also where an entry is about several patients.
  const neighbour = await aPatient(product, clinic)
  await desk('conversation.get', { conversationId })
  await desk('conversation.get', { conversationId: plain.json.conversationId })
  await inbox.asSystem((tx) =>
    journal(
      tx,
      {
        event: 'conversation.read',
        action: 'R',
        resourceKind: 'conversation',
        conversationId,
        patientIds: [patient.patientId, neighbour.patientId],
      },
      clock.now,
    ),
  )
  const shownTo = async (by: typeof portal): Promise<number> =>
    (await by('myAccess.list', { patientId: patient.patientId, show: 'all', limit: 50 })).json.items.reduce((all: number, { count }: { count: number }) => all + count, 0) // prettier-ignore
  const kept = async () =>
    (await look<{ all: number; closed: number }>(
      `select count(*)::int as all, (count(*) filter (where conversation_id = $2))::int as closed from journal
        where patient_id = $1 or id in (select journal_id from journal_patient where patient_id = $1)`,
      [patient.patientId, conversationId],
    ))[0]! // prettier-ignore
  const before = await kept()
  expect(before.closed).toBeGreaterThan(3)
  expect(await shownTo(portal)).toBe(before.all)
  const { all, closed } = await kept()
  expect(await shownTo(asHelper)).toBe(all - closed)
})

test('desk-D9, D46 a grant opens what its scope says, ends at local midnight, and at once when it is ended', async () => {
  const patient = await aPatient(product, clinic)
  const helper = await aHelper(patient.patientId)
  // Longer than a fresh sign-in counts as a factor shown just now.
  pass(5 * 60_000 + 1)
  expect(await desk('patient.grantProxy', helper.grant(['messages']))).toMatchObject({
    status: 403,
    code: 'STEP_UP_NEEDED',
  })
  const conversationId = await inbox.receive(
    { kind: 'patient', patientId: patient.patientId, language: 'en', siteId: null },
    'Private words',
  )
  const asHelper = await atPortal(helper)
  const reads = async () => {
    const patientId = patient.patientId
    const answers = await Promise.all([
      asHelper('myProfile.get', { patientId }),
      asHelper('myConsent.list', { patientId }),
      asHelper('myAccess.list', { patientId }),
      asHelper('myConversation.list', { patientId }),
      asHelper('myConversation.get', { conversationId }),
      asHelper('myConversation.send', { patientId, messageId: newId(), text: 'For my mother' }),
    ])
    expect(answers.filter(({ text, status }) => status !== 200 && text.includes('Private words'))).toEqual([])
    return answers.map(({ status, json }) => (status === 200 ? (json.items ? json.items.length > 0 : true) : false))
  }
  const nothing = [false, false, false, false, false, false]
  expect(await reads()).toEqual(nothing)

  await runJobs()
  const mark = mails.length
  const grant = async (scope: string[], endsAt: string | null = null) => {
    pass(1000)
    await inbox.stepUp()
    return desk('patient.grantProxy', helper.grant(scope, endsAt))
  }
  // Who may only arrange visits reads no messages.
  expect((await grant(['schedule'])).json).toMatchObject({
    proxy: { scope: ['schedule'], state: 'active', basis: 'signed-form', endsAt: null },
  })
  expect(wordsTo(await sentSince(mark))).toEqual([patient.email])
  expect(await reads()).toEqual(nothing)

  // Until somewhere in tomorrow: it holds to the end of that day where the patient is (New York), not of the server's.
  const granted = await grant(['messages'], '2026-06-10T15:00:00Z')
  const endsAt = granted.json.proxy.endsAt
  expect(endsAt).toBe('2026-06-11T04:00:00.000Z')
  expect(await reads()).toEqual([true, true, true, true, true, true])
  const [party] = await look<{ author_kind: string }>(
    `select author_kind from message where conversation_id in (select id from conversation where patient_id = $1) and text = 'For my mother'`,
    [patient.patientId],
  )
  expect(party?.author_kind).toBe('related-person')
  clock.now = new Date(new Date(endsAt).getTime() - 1)
  expect((await reads())[4]).toBe(true)
  clock.now = new Date(endsAt)
  expect(await reads()).toEqual(nothing)
  expect((await desk('patient.get', { patientId: patient.patientId })).json.relatedPersons[0].proxy.state).toBe(
    'expired',
  )

  const again = await grant(['messages'])
  expect((await reads())[0]).toBe(true)
  // The desk answers whoever speaks for the patient, and nobody who did.
  const [theirs] = await look<{ id: string }>(
    `select id from conversation where patient_id = $1 and related_person_id is not null order by first_message_at limit 1`,
    [patient.patientId],
  )
  const closed = async () => {
    const { json } = await desk('conversation.get', { conversationId: theirs?.id ?? '' })
    return json.replyChannels.map(({ refusal }: { refusal: string | null }) => refusal === 'WRONG_PERSON')
  }
  expect(await closed()).toContain(false)
  expect(await closed()).not.toContain(true)
  // An answer to them that has not left yet does not leave (desk-D46).
  const { json: shown } = await desk('conversation.get', { conversationId: theirs?.id ?? '' })
  const messageId = newId()
  const answer = { conversationId: theirs?.id, messageId, mode: 'reply', text: 'She may come at ten.', seenSeq: shown.lastSeq } // prettier-ignore
  expect((await desk('conversation.send', answer)).code).toBeUndefined()
  const delivery = () => look(`select state, cause from delivery where message_id = $1`, [messageId])
  expect(await delivery()).toEqual([{ state: 'held', cause: null }])
  expect(await desk('patient.endProxy', { proxyId: again.json.proxy.id, reason: 'bored' })).toMatchObject({ code: 'INVALID_INPUT' }) // prettier-ignore
  expect(await desk('patient.endProxy', { proxyId: again.json.proxy.id, reason: 'safety' })).toMatchObject({ status: 200 }) // prettier-ignore
  const ended = `select detail from journal where event = 'proxy-link.ended' and resource_id = $1`
  expect(await look(ended, [again.json.proxy.id])).toMatchObject([{ detail: { reason: 'safety' } }])
  expect(await delivery()).toEqual([{ state: 'blocked', cause: 'WRONG_PERSON' }])
  expect(await reads()).toEqual(nothing)
  expect(await closed()).not.toContain(false)
  expect((await desk('patient.get', { patientId: patient.patientId })).json.relatedPersons[0].proxy.state).toBe(
    'revoked',
  )

  // Narrowed to bills it opens no word of the patient on any channel, and nobody can vouch it open.
  await grant(['messages'])
  const levelOf = async () => (await desk('identity.get', { conversationId: theirs?.id ?? '' })).json.level
  await asHelper('myConversation.send', { conversationId: theirs?.id, patientId: patient.patientId, messageId: newId(), text: 'I am back' }) // prettier-ignore
  expect([await levelOf(), (await closed()).includes(true)]).toEqual(['verified_for', false])
  await grant(['billing', 'schedule'])
  expect([await levelOf(), (await closed()).includes(false)]).toEqual(['matched', false])
  expect(await desk('identity.vouch', { conversationId: theirs?.id, method: 'document-in-person' })).toMatchObject({ code: 'STATE_NOT_ALLOWED' }) // prettier-ignore
})

test('desk-D9 a grant begins with a later day where the patient is; what held before goes on until then, and is not back when the later one is taken back', async () => {
  const patient = await aPatient(product, clinic)
  const { patientId } = patient
  const helper = await aHelper(patientId)
  // In summer, wherever the tests before left the clock.
  const start = (clock.now = new Date('2026-07-01T15:00:00Z'))
  const asHelper = await atPortal(helper)
  const reads = async () => (await asHelper('myProfile.get', { patientId })).status === 200
  const near = async () => (await desk('patient.get', { patientId })).json.relatedPersons[0]
  const grant = async (scope: string[], startsAt: string | null, endsAt: string | null = null) => {
    pass(1000)
    await inbox.stepUp()
    return desk('patient.grantProxy', { ...helper.grant(scope, endsAt), startsAt })
  }
  const later = new Date(start.getTime() + 2 * DAY).toISOString()
  const midnight = `${later.slice(0, 10)}T04:00:00.000Z`
  const far = new Date(start.getTime() + 400 * DAY).toISOString()
  expect((await grant(['messages'], inDays(-2))).json.data).toMatchObject({ field: 'startsAt' })
  expect((await grant(['messages'], far)).json.data).toMatchObject({ field: 'startsAt' })
  expect((await grant(['messages'], later, inDays(1))).json.data).toMatchObject({ field: 'endsAt' })
  expect((await grant(['messages'], later)).json).toMatchObject({
    proxy: null,
    nextProxy: { startsAt: midnight, state: 'active' },
  })
  expect(await reads()).toBe(false)
  clock.now = new Date(new Date(midnight).getTime() - 1)
  expect(await reads()).toBe(false)
  clock.now = new Date(midnight)
  expect(await reads()).toBe(true)
  expect(await near()).toMatchObject({ proxy: { state: 'active', startsAt: midnight }, nextProxy: null })

  // Narrowed from the day after tomorrow on: until then it is as it was.
  const next = new Date(clock.now.getTime() + 2 * DAY).toISOString()
  const narrowed = (await grant(['billing'], next)).json
  const nextMidnight = `${next.slice(0, 10)}T04:00:00.000Z`
  expect(narrowed).toMatchObject({ proxy: { scope: ['messages'], endsAt: nextMidnight }, nextProxy: { scope: ['billing'], startsAt: nextMidnight } }) // prettier-ignore
  expect(await reads()).toBe(true)
  const shown = (await (await atPortal(patient))('myProfile.get', {})).json.relatedPersons[0]
  expect(shown.nextProxy).toMatchObject({ scope: ['billing'] })
  expect(await desk('patient.endProxy', { proxyId: narrowed.nextProxy.id })).toMatchObject({ status: 200 })
  expect(await near()).toMatchObject({ proxy: { state: 'active', endsAt: nextMidnight }, nextProxy: null })
  expect(await reads()).toBe(true)

  // Ended now, what was to follow does not begin.
  const { proxy } = (await grant(['messages'], next)).json
  await desk('patient.endProxy', { proxyId: proxy.id })
  expect(await near()).toMatchObject({ proxy: { state: 'revoked' }, nextProxy: null })
  clock.now = new Date(nextMidnight)
  expect(await reads()).toBe(false)
})

test('trust-D11 revoking a grant cuts the open socket of who held it, and nothing of the patient comes through after it', async () => {
  const patient = await aPatient(product, clinic)
  const helper = await aHelper(patient.patientId)
  await inbox.stepUp()
  const granted = await desk('patient.grantProxy', helper.grant(['messages']))
  const token = await patientSignedIn(product, helper, clinic.slug)
  const socket = new WebSocket(`${url.replace('http', 'ws')}/realtime`, {
    headers: { origin: PUBLIC_URL, cookie: `__Host-bedside=${token}` },
  })
  const frames: string[] = []
  socket.on('message', (data) => frames.push(String(data)))
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise((resolve) => socket.on('open', resolve))
  socket.send(JSON.stringify({ type: 'since', cursor: null }))
  const portal = await atPortal(patient)
  expect(await portal('myProfile.endProxy', { proxyId: granted.json.proxy.id })).toMatchObject({ status: 200 })
  expect(await closed).toBe(4403)
  const after = frames.length
  await inbox.receive({ kind: 'patient', patientId: patient.patientId, language: 'en', siteId: null }, 'After the end')
  expect(frames.length).toBe(after)
  expect(await eventsOf(patient.patientId)).toEqual(expect.arrayContaining(['proxy-link.granted', 'proxy-link.ended']))
})

test("trust-D13 a parent's grant ends on the child's eighteenth birthday, and an adult's parent gets none", async () => {
  const child = await aPatient(product, clinic)
  await look(`update patient set birth_date = '2009-02-28' where id = $1`, [child.patientId])
  const helper = await aHelper(child.patientId)
  await inbox.stepUp()
  const granted = await desk('patient.grantProxy', { ...helper.grant(['messages']), basis: 'parent-of-minor' })
  expect(granted.json.proxy.endsAt).toBe('2027-02-28T05:00:00.000Z')
  await look(`update patient set birth_date = '2000-01-01' where id = $1`, [child.patientId])
  expect(await desk('patient.grantProxy', { ...helper.grant(['messages']), basis: 'parent-of-minor' })).toMatchObject({
    code: 'INVALID_INPUT',
  })
  expect(await desk('patient.grantProxy', helper.grant(['messages'], inDays(-2)))).toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test("trust-D13 a corrected birth date moves the end of a parent's grant, or ends it now", async () => {
  const child = await aPatient(product, clinic)
  await look(`update patient set birth_date = '2012-05-01' where id = $1`, [child.patientId])
  const helper = await aHelper(child.patientId)
  await inbox.stepUp()
  const { proxyLinkId } = { proxyLinkId: (await desk('patient.grantProxy', { ...helper.grant(['messages']), basis: 'parent-of-minor' })).json.proxy.id } // prettier-ignore
  const correct = async (birthDate: string) => {
    const { json } = await desk('patient.get', { patientId: child.patientId })
    const { given, family, gender, language, readingLevel, siteId, version } = json
    const { status } = await desk('patient.update', { patientId: child.patientId, version, given, family, gender, language, readingLevel, siteId, birthDate }) // prettier-ignore
    expect(status).toBe(200)
    return (await look<{ state: string; ends: string }>(`select state, to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD') as ends from proxy_link where id = $1`, [proxyLinkId]))[0] // prettier-ignore
  }
  expect(await correct('2010-05-01')).toEqual({ state: 'active', ends: '2028-05-01' })
  // Younger again: what is longer is granted anew.
  expect(await correct('2012-05-01')).toEqual({ state: 'active', ends: '2028-05-01' })
  expect((await correct('2001-05-01'))?.state).toBe('revoked')
  expect(await eventsOf(child.patientId)).toEqual(expect.arrayContaining(['proxy-link.shortened', 'proxy-link.ended']))
})

test('trust-D12, understanding-D39 who is a patient himself writes in a conversation of another as who he is to that one, whatever the screen says', async () => {
  const [parent, child] = [await aPatient(product, clinic), await aPatient(product, clinic)]
  const helper = await aHelper(child.patientId)
  await inbox.stepUp()
  await desk('patient.grantProxy', helper.grant(['messages']))
  await atPortal(parent)
  await look(
    `insert into portal_account (organization_id, account_id, related_person_id)
     select organization_id, account_id, $2 from portal_account where patient_id = $1`,
    [parent.patientId, helper.relatedPersonId],
  )
  const portal = await atPortal(parent)
  const write = async (input: object) =>
    (await portal('myConversation.send', { messageId: newId(), text: 'How is the cough?', ...input })).json
  const { conversationId } = await write({ patientId: child.patientId, subject: 'The cough' })
  const { conversationId: same, messageId } = await write({ conversationId })
  expect(same).toBe(conversationId)
  expect(await look(`select author_kind, author_id from message where id = $1`, [messageId])).toEqual([
    { author_kind: 'related-person', author_id: helper.relatedPersonId },
  ])
  const own = (await portal('myConversation.list', { patientId: parent.patientId })).json.items
  expect(own).toEqual([])

  // What was begun as a new matter of the one stands in none of the other, and is gone with the sending of its own.
  const ofChild = { patientId: child.patientId }
  const draftOf = async (place: object) => (await portal('myConversation.draft', place)).json?.text
  await portal('myConversation.saveDraft', { ...ofChild, subject: '', text: 'fever 39.5' })
  await portal('myConversation.saveDraft', { conversationId, subject: '', text: 'It got' })
  expect([await draftOf({}), await draftOf(ofChild)]).toEqual([undefined, 'fever 39.5'])
  await write({ subject: 'My knee' })
  await write({ conversationId })
  expect([await draftOf(ofChild), await draftOf({ conversationId })]).toEqual(['fever 39.5', undefined])
  await write({ ...ofChild, subject: 'Fever' })
  expect(await draftOf(ofChild)).toBeUndefined()
  const stranger = await aPatient(product, clinic)
  expect(await portal('myConversation.draft', { patientId: stranger.patientId })).toMatchObject({ code: 'NOT_FOUND' })

  // The journal says the same, and "who saw my record" names him to the child, and not to himself among others.
  await portal('myConversation.get', { conversationId })
  const looked = await look(
    `select distinct actor_kind, actor_id, on_behalf_of, role, identity_level from journal where patient_id = $1 and actor_kind in ('patient', 'related-person')`,
    [child.patientId],
  )
  expect(looked).toEqual([
    {
      actor_kind: 'related-person',
      actor_id: helper.relatedPersonId,
      on_behalf_of: child.patientId,
      role: 'related_person',
      identity_level: 'verified_for',
    },
  ])
  const whoSaw = async (by: typeof portal, show: string) =>
    (await by('myAccess.list', { patientId: child.patientId, show, limit: 50 })).json.items.flatMap(
      ({ who }: { who: { kind: string; name: string | null; isMe: boolean } }) =>
        who.kind === 'staff' || who.kind === 'system' ? [] : [`${who.kind} ${who.name} ${who.isMe}`],
    )
  const asChild = await atPortal(child)
  expect(new Set(await whoSaw(asChild, 'others'))).toEqual(new Set(['related-person Hal Rivera false']))
  // To him the child is another.
  expect(new Set(await whoSaw(portal, 'others'))).toEqual(new Set(['patient null false']))
  expect(await whoSaw(portal, 'all')).toContain('related-person null true')

  // Who speaks for two, and is no patient here, acts for the one whom an entry is about.
  const [one, other] = [await aPatient(product, clinic), await aPatient(product, clinic)]
  const [ofOne, ofOther] = [await aHelper(one.patientId), await aHelper(other.patientId)]
  await inbox.stepUp()
  await desk('patient.grantProxy', ofOne.grant(['messages']))
  await desk('patient.grantProxy', { ...ofOther.grant(['messages']), patientId: other.patientId })
  await atPortal(ofOne)
  await look(
    `insert into portal_account (organization_id, account_id, related_person_id)
     select organization_id, account_id, $2 from portal_account where related_person_id = $1`,
    [ofOne.relatedPersonId, ofOther.relatedPersonId],
  )
  const ofTwo = await atPortal(ofOne)
  for (const { patientId } of [one, other]) await ofTwo('myProfile.get', { patientId })
  const acted = `select distinct actor_id, on_behalf_of from journal where patient_id = $1 and actor_kind = 'related-person'`
  for (const [{ patientId }, { relatedPersonId }] of [
    [one, ofOne],
    [other, ofOther],
  ] as const)
    expect(await look(acted, [patientId])).toEqual([{ actor_id: relatedPersonId, on_behalf_of: patientId }])
})

test('trust-D18 who came in for a child first, and is a patient later, keeps the child', async () => {
  const child = await aPatient(product, clinic)
  await look(`update patient set birth_date = '2014-02-03' where id = $1`, [child.patientId])
  const parent = { ...(await aHelper(child.patientId)), birthDate: '2014-02-03' }
  await inbox.stepUp()
  await desk('patient.grantProxy', parent.grant(['messages']))
  const before = await atPortal(parent)
  const { patientId, birthDate } = await aPatient(product, clinic)
  await look(`update patient set given = 'Hal' where id = $1`, [patientId])
  await look(`update contact_point set value = $2 where patient_id = $1`, [patientId, parent.email])
  pass(DAY)
  const both = await atPortal({ email: parent.email, birthDate })
  const patients = (await both('session.get')).json.patients.map(({ id }: { id: string }) => id)
  expect(patients).toEqual([patientId, child.patientId])
  expect((await before('session.devices')).code).toBe('NOT_SIGNED_IN')
})

test('trust-D18 who is a patient here, and came in for a child once, has both with the own birth date', async () => {
  const { patientId, birthDate } = await aPatient(product, clinic)
  const child = await aPatient(product, clinic)
  await look(`update patient set birth_date = '2015-02-03' where id = $1`, [child.patientId])
  const parent = { ...(await aHelper(child.patientId)), birthDate: '2015-02-03' }
  await look(`update patient set given = 'Hal' where id = $1`, [patientId])
  await look(`update contact_point set value = $2 where patient_id = $1`, [patientId, parent.email])
  await inbox.stepUp()
  await desk('patient.grantProxy', parent.grant(['messages']))
  pass(DAY)
  const patientsOf = async (portal: Awaited<ReturnType<typeof atPortal>>) =>
    (await portal('session.get')).json.patients.map(({ id }: { id: string }) => id)
  const own = { email: parent.email, birthDate }
  // Known as a patient before there was the child to speak for.
  await look(`insert into auth.account (id, kind, created_at) values ($1, 'patient', now())`, [`own-${patientId}`])
  await look(`insert into portal_account (organization_id, account_id, patient_id) values ($1, $2, $3)`, [
    clinic.organizationId,
    `own-${patientId}`,
    patientId,
  ])
  const asParent = await atPortal(parent)
  expect(await patientsOf(asParent)).toEqual([child.patientId])
  const both = await atPortal(own)
  expect(await patientsOf(both)).toEqual([patientId, child.patientId])
  expect((await asParent('session.devices')).code).toBe('NOT_SIGNED_IN')
})

test('who acts for a patient changes no address of the patient and ends no grant but the own', async () => {
  const patient = await aPatient(product, clinic)
  const [one, other] = [await aHelper(patient.patientId), await aHelper(patient.patientId)]
  await inbox.stepUp()
  const granted = (await desk('patient.grantProxy', one.grant(['messages']))).json.proxy
  const others = (await desk('patient.grantProxy', other.grant(['messages']))).json.proxy
  const asHelper = await atPortal(one)
  await inbox.stepUp()
  const { patientId } = patient
  const [mail] = (await desk('patient.get', { patientId })).json.contactPoints
  // Nor is told who else there is, what they may do, or on which way alone the patient wants to hear, nor who told us a consent.
  const asOther = await atPortal(other)
  const [choice] = (await asOther('myConsent.list', { patientId })).json.choices
  const said = { kind: choice.kind, purpose: choice.purpose, channel: choice.channel, textVersion: choice.textVersion, language: 'en' } // prettier-ignore
  await asOther('myConsent.give', { ...said, patientId, provision: 'deny' })
  const tellers = async (portal: typeof asHelper) =>
    (await portal('myConsent.list', { patientId })).json.history.map(
      ({ relatedPerson }: { relatedPerson: string | null }) => relatedPerson,
    )
  expect(await tellers(asOther)).toEqual([expect.any(String)])
  expect(await tellers(asHelper)).toEqual([null])
  await look(`update patient set confidential_channel = 'sms' where id = $1`, [patientId])
  const idsOf = ({ json }: { json: { relatedPersons: { id: string }[] } }) => json.relatedPersons.map(({ id }) => id)
  const theirs = await asHelper('myProfile.get', { patientId })
  expect([idsOf(theirs), theirs.json.confidentialChannel]).toEqual([[one.relatedPersonId], null])
  const mine = await (await atPortal(patient))('myProfile.get', {})
  expect([idsOf(mine).toSorted(), mine.json.confidentialChannel]).toEqual([[one.relatedPersonId, other.relatedPersonId].toSorted(), 'sms']) // prettier-ignore
  expect(
    await asHelper('myProfile.addContactPoint', { patientId, system: 'email', value: 'mine@example.org' }),
  ).toMatchObject({ code: 'NOT_ALLOWED' })
  expect(await asHelper('myProfile.removeContactPoint', { contactPointId: mail.id })).toMatchObject({
    code: 'NOT_ALLOWED',
  })
  expect(await asHelper('myProfile.endProxy', { proxyId: others.id })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await asHelper('myProfile.endProxy', { proxyId: granted.id })).toMatchObject({ status: 200 })
  expect(await asHelper('myProfile.get', { patientId })).toMatchObject({ code: 'NOT_FOUND' })
})

test('desk-D38, section 4 an organization publishes what it asks in versions; an answer names the version that was shown', async () => {
  const administrator = await aMember(product, clinic, 'administrator')
  const asAdministrator = await signedIn(product, administrator)
  const own = (input: object) =>
    product.call('consentText.publish', { key: 'care-email', ...input }, { token: asAdministrator })
  const listed = (await product.call('consentText.list', undefined, { token: asAdministrator })).json
  expect(listed.find(({ key }: { key: string }) => key === 'care-email')).toMatchObject({
    version: 0,
    texts: null,
    history: [],
  })
  const en = 'May we write to you by mail about your care? You can say no at any time.'
  const es = '¿Podemos escribirle por correo sobre su atención? Puede decir que no cuando quiera.'
  expect(await own({ version: 0, texts: { en } })).toMatchObject({ code: 'INVALID_INPUT' })
  const hard =
    'Notwithstanding the foregoing, you hereby authorize the dissemination of electronic correspondence regarding your medical treatment.'
  const refused = await own({ version: 0, texts: { en: hard, es } })
  expect(refused).toMatchObject({ code: 'INVALID_INPUT' })
  expect(refused.json.data).toMatchObject({ field: 'texts.en', detail: { reason: 'too-hard' } })
  expect((await own({ version: 0, texts: { en, es } })).code).toBeUndefined()
  expect(await own({ version: 0, texts: { en, es } })).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  expect(await own({ key: 'no-such', version: 0, texts: { en, es } })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await desk('consentText.list', undefined)).toMatchObject({ code: 'NOT_ALLOWED' })

  const portal = await atPortal(await aPatient(product, clinic))
  const asked = async () =>
    (await portal('myConsent.list', {})).json.choices.find(({ key }: { key: string }) => key === 'care-email')
  expect(await asked()).toMatchObject({ texts: { en, es }, textVersion: 'own-1' })
  const answer = { kind: 'channel_purpose', purpose: 'care', channel: 'email', language: 'en', provision: 'permit' }
  expect(await portal('myConsent.give', { ...answer, textVersion: '2026-11' })).toMatchObject({ code: 'INVALID_INPUT' })
  expect((await portal('myConsent.give', { ...answer, textVersion: 'own-1' })).json).toMatchObject({
    textVersion: 'own-1',
  })
  // Back to the words of the house: a version of its own, and the answer keeps its own.
  await own({ version: 1, texts: null })
  expect(await asked()).toMatchObject({ texts: null, textVersion: '2026-11', given: { textVersion: 'own-1' } })
})

test('desk-D38 a consent holds per purpose and channel with text version, language and who gave it; withdrawn, it holds on the next request', async () => {
  const patient = await aPatient(product, clinic)
  const { patientId } = patient
  const conversationId = await inbox.receive(mailFrom(patient.email))
  await desk('identity.vouch', { conversationId, method: 'document-in-person' })
  const portal = await atPortal(patient)
  const { choices } = (await portal('myConsent.list', {})).json
  const reply = choices.find((choice: { key: string }) => choice.key === 'reply-email')
  expect(reply).toMatchObject({ byDefault: 'permit', given: null })
  const { textVersion } = reply
  const answer = { kind: 'channel_purpose', purpose: 'reply', channel: 'email', textVersion, language: 'es' }
  const mailWay = async () =>
    (await desk('conversation.get', { conversationId })).json.replyChannels.find(
      ({ channel }: { channel: string }) => channel === 'email',
    )
  const send = async () => {
    const { lastSeq } = (await desk('conversation.get', { conversationId })).json
    return desk('conversation.send', {
      conversationId,
      messageId: newId(),
      mode: 'reply',
      text: 'We will call.',
      seenSeq: lastSeq,
      channel: 'email',
    })
  }
  expect(await mailWay()).toMatchObject({ refusal: null })
  const given = await portal('myConsent.give', { ...answer, provision: 'permit' })
  expect(given.json).toMatchObject({
    provision: 'permit',
    textVersion,
    language: 'es',
    givenBy: 'patient',
    givenAt: clock.now.toISOString(),
  })
  expect(await send()).toMatchObject({ status: 200 })

  pass(1000)
  await portal('myConsent.give', { ...answer, provision: 'deny' })
  expect(await mailWay()).toMatchObject({ refusal: 'NO_CONSENT' })
  expect(await send()).toMatchObject({ status: 409, code: 'NO_CONSENT' })
  // One purpose and channel says nothing of another, and a text of another version was not this question.
  expect(
    (await portal('myConsent.list', {})).json.choices.find((choice: { key: string }) => choice.key === 'reply-sms'),
  ).toMatchObject({ given: null })
  expect(await portal('myConsent.give', { ...answer, provision: 'permit', textVersion: '1999-01' })).toMatchObject({
    code: 'INVALID_INPUT',
  })

  pass(1000)
  await desk('consent.record', { ...answer, patientId, provision: 'permit', language: 'en' })
  expect(await mailWay()).toMatchObject({ refusal: null })
  const { history } = (await portal('myConsent.list', {})).json
  expect(
    history.map((one: { provision: string; state: string; givenBy: string }) => [
      one.provision,
      one.state,
      one.givenBy,
    ]),
  ).toEqual([
    ['permit', 'active', 'staff'],
    ['deny', 'inactive', 'patient'],
    ['permit', 'inactive', 'patient'],
  ])
  expect(
    (await eventsOf(patientId)).filter((event) => event.startsWith('consent.') && event !== 'consent.read'),
  ).toEqual(['consent.given', 'consent.withdrawn', 'consent.given'])
})

test('desk-D38 a consent for one of our mailboxes counts for it alone; who told it, who wrote it down and in which message is kept', async () => {
  const [patient, other] = [await aPatient(product, clinic), await aPatient(product, clinic)]
  const { patientId } = patient
  const lines = [newId(), newId()]
  for (const [n, id] of lines.entries())
    await look(
      `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'email', 'Mail', $3)`,
      [clinic.organizationId, id, `${n}-${id}@clinic.example`],
    )
  const [first, second] = lines
  const conversationId = await inbox.receive(mailFrom(patient.email), 'No mails about my care, please.')
  const [{ id: messageId } = { id: '' }] = await look<{ id: string }>(
    `update message set channel_account_id = $2 where conversation_id = $1 and direction = 'in' returning id`,
    [conversationId, first],
  )
  await desk('identity.vouch', { conversationId, method: 'document-in-person' })
  const RECORD = { patientId, kind: 'channel_purpose', purpose: 'reply', channel: 'email', textVersion: '2026-11', language: 'en' } // prettier-ignore
  const record = (over: object) => desk('consent.record', { ...RECORD, provision: 'deny', ...over })
  const refusal = async () =>
    (await desk('conversation.get', { conversationId })).json.replyChannels.find(
      ({ channel }: { channel: string }) => channel === 'email',
    ).refusal

  const told = await record({ lineId: second, messageId })
  expect(told.json).toMatchObject({
    line: { id: second, address: `1-${second}@clinic.example` },
    message: { messageId, conversationId },
    recordedBy: expect.stringMatching(/\w/),
    told: null,
    relatedPerson: null,
  })
  expect(await record({ lineId: second, told: 'fax' })).toMatchObject({ code: 'INVALID_INPUT' })
  const byPhone = (await record({ lineId: second, told: 'phone' })).json
  expect(byPhone).toMatchObject({ told: 'phone', message: null, textVersion: '2026-11', language: 'en' })
  const [noted] = await look(`select detail from journal where resource_id = $1`, [byPhone.id])
  expect(noted).toMatchObject({ detail: { told: 'phone', line: second } })
  expect(await refusal()).toBe(null)
  expect(await record({ lineId: first })).toMatchObject({ status: 200 })
  expect(await refusal()).toBe('NO_CONSENT')
  // What was said for the line goes before what holds for all, until the next answer for all.
  const portal = await atPortal(patient)
  const replyMail = async () =>
    (await portal('myConsent.list', {})).json.choices.find(({ key }: { key: string }) => key === 'reply-email')
  const shown = await replyMail()
  expect(shown).toMatchObject({ given: null })
  expect(shown.ofLines.map(({ line }: { line: { id: string } }) => line.id).toSorted()).toEqual(lines.toSorted())
  expect(shown.ofLines).toContainEqual(expect.objectContaining({ told: 'phone', recordedBy: expect.any(String) }))
  expect(await portal('myConsent.give', { ...RECORD, provision: 'permit' })).toMatchObject({ status: 200 })
  expect(await refusal()).toBe(null)
  expect(await replyMail()).toMatchObject({ given: { provision: 'permit', line: null, recordedBy: null }, ofLines: [] })

  const fieldOf = async (over: object) => (await record(over)).json.data?.field
  const foreign = await inbox.receive(mailFrom(other.email))
  const [{ id: foreignMessage } = { id: '' }] = await look<{ id: string }>(
    `select id from message where conversation_id = $1 and direction = 'in'`,
    [foreign],
  )
  expect([
    await fieldOf({ lineId: newId() }),
    await fieldOf({ lineId: first, channel: 'sms' }),
    await fieldOf({ lineId: first, kind: 'plain_mail' }),
    await fieldOf({ messageId: foreignMessage }),
    await fieldOf({ relatedPersonId: newId() }),
  ]).toEqual(['lineId', 'lineId', 'lineId', 'messageId', 'relatedPersonId'])
  const foreignLine = newId()
  await look(
    `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2, 'email', 'Mail', $3)`,
    [elsewhere.organizationId, foreignLine, `${foreignLine}@clinic.example`],
  )
  expect(await fieldOf({ lineId: foreignLine })).toBe('lineId')
  await look(`update channel_account set is_live = false where id = any ($1)`, [lines])
  expect(await fieldOf({ lineId: first })).toBe('lineId')
})

test('desk-D46 what waits and may still leave waits on: a yes to something else blocks no acknowledgement, a no to answers does', async () => {
  const patient = await aPatient(product, clinic)
  const conversationId = await inbox.receive(mailFrom(patient.email))
  const waiting = () => look('select state, cause from delivery where conversation_id = $1', [conversationId])
  expect(await waiting()).toEqual([{ state: 'queued', cause: null }])
  const { patientId } = patient
  const answer = { patientId, kind: 'channel_purpose', channel: 'email', textVersion: '2026-11', language: 'en' }
  expect(await desk('consent.record', { ...answer, purpose: 'feedback', provision: 'permit' })).toMatchObject({
    status: 200,
  })
  expect(await waiting()).toEqual([{ state: 'queued', cause: null }])
  await desk('consent.record', { ...answer, purpose: 'reply', provision: 'deny' })
  expect(await waiting()).toEqual([{ state: 'blocked', cause: 'NO_CONSENT' }])
})

test('nothing of another organization or another patient can be read or changed, in either direction', async () => {
  const here = await aPatient(product, clinic)
  const neighbour = await aPatient(product, clinic)
  const there = await aPatient(product, elsewhere)
  const helper = await aHelper(here.patientId)
  await inbox.stepUp()
  const grant = (await desk('patient.grantProxy', helper.grant(['messages']))).json.proxy
  const [contact] = (await desk('patient.get', { patientId: here.patientId })).json.contactPoints
  const [theirs] = (await foreignDesk('patient.get', { patientId: there.patientId })).json.contactPoints
  const staffCalls = (
    patientId: string,
    contactPointId: string,
    relatedPersonId: string,
    proxyId: string,
  ): [string, object][] => [
    ['patient.get', { patientId }],
    ['patient.update', { patientId, version: 1, ...profile }],
    ['patient.addContactPoint', { patientId, system: 'email', value: 'planted@example.org' }],
    ['patient.changeContactPoint', { contactPointId, version: 1, value: 'planted@example.org' }],
    ['patient.removeContactPoint', { contactPointId, version: 1 }],
    ['patient.addRelatedPerson', { patientId, given: 'A', family: 'B', relationship: 'friend', language: 'en' }],
    ['patient.grantProxy', { patientId, relatedPersonId, scope: ['messages'], basis: 'signed-form', endsAt: null }],
    ['patient.endProxy', { proxyId }],
    ['consent.list', { patientId }],
  ]
  const before = await fingerprint()
  await inbox.stepUp()
  for (const [procedure, input] of staffCalls(here.patientId, contact.id, helper.relatedPersonId, grant.id))
    expect({ procedure, code: (await foreignDesk(procedure, input)).code }).toEqual({ procedure, code: 'NOT_FOUND' })
  for (const [procedure, input] of staffCalls(there.patientId, theirs.id, helper.relatedPersonId, randomUUID()))
    expect({ procedure, code: (await desk(procedure, input)).code }).toEqual({ procedure, code: 'NOT_FOUND' })
  // A person near one patient is not near another.
  const crossed = {
    patientId: neighbour.patientId,
    relatedPersonId: helper.relatedPersonId,
    scope: ['messages'],
    basis: 'signed-form',
    endsAt: null,
  }
  expect(await desk('patient.grantProxy', crossed)).toMatchObject({ code: 'NOT_FOUND' })

  const portal = await atPortal(neighbour)
  await inbox.stepUp()
  const asked = (await (await atPortal(here))('myConversation.list', {})).status
  expect(asked).toBe(200)
  const ownCalls: [string, object][] = [
    ['myProfile.get', { patientId: here.patientId }],
    ['myProfile.update', { patientId: here.patientId, version: 1, language: 'es', readingLevel: 'plain' }],
    ['myProfile.addContactPoint', { patientId: here.patientId, system: 'email', value: 'planted@example.org' }],
    ['myProfile.addContactPoint', { system: 'email', value: 'planted@example.org', replaces: contact.id }],
    ['myProfile.confirmContactPoint', { contactPointId: contact.id, code: '123456' }],
    ['myProfile.removeContactPoint', { contactPointId: contact.id }],
    ['myProfile.endProxy', { proxyId: grant.id }],
    ['myConsent.list', { patientId: here.patientId }],
  ]
  for (const [procedure, input] of ownCalls)
    expect({ procedure, code: (await portal(procedure, input)).code }).toEqual({ procedure, code: 'NOT_FOUND' })
  // A patient is no member of staff.
  for (const [procedure, input] of staffCalls(neighbour.patientId, contact.id, helper.relatedPersonId, grant.id))
    expect({ procedure, status: (await portal(procedure, input)).status }).toEqual({ procedure, status: 403 })
  expect(await fingerprint()).toEqual(before)
})

const fingerprint = async () =>
  look(`select (select md5(string_agg(p::text, '' order by id)) from patient p) as patients,
    (select md5(string_agg(c::text, '' order by id)) from contact_point c) as contacts,
    (select md5(string_agg(l::text, '' order by id)) from proxy_link l) as grants,
    (select md5(string_agg(r::text, '' order by id)) from related_person r) as related`)

/** Somebody near a patient, with a mail address that is old enough for codes. */
async function aHelper(patientId: string) {
  const email = `helper-${randomUUID().slice(0, 8)}@example.org`
  const added = await desk('patient.addRelatedPerson', {
    patientId,
    given: 'Hal',
    family: 'Rivera',
    relationship: 'son',
    language: 'en',
    contactPoints: [{ system: 'email', value: email }],
  })
  const { id: relatedPersonId } = added.json
  await database.transaction(systemContext(clinic.organizationId, newId(), 'test'), (tx) =>
    tx.run(`update contact_point set changed_at = $3 where organization_id = $1 and related_person_id = $2`, [
      clinic.organizationId,
      relatedPersonId,
      new Date(clock.now.getTime() - 60 * DAY),
    ]),
  )
  return {
    relatedPersonId,
    email,
    birthDate: '1980-05-06',
    grant: (scope: string[], endsAt: string | null = null) => ({
      patientId,
      relatedPersonId,
      scope,
      basis: 'signed-form',
      endsAt,
    }),
  }
}
