/** The machine translator: what may leave, what comes back, and who reads it (decision 0247; trust-D58, D65, D75). */
import { createRouterClient } from '@orpc/server'
import { expect, test } from 'vitest'
import type { Role } from '#contract/role.ts'
import { aClinic, asSystem } from '#server/modules/conversation/a-clinic.ts'
import { aDesk, refusalOf } from '#server/modules/conversation/a-desk.ts'
import { readConfig, UnsafeConfig, type TranslationConfig } from '#server/platform/config.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { FAILURES_MAX, OPEN_MS } from '../circuit.ts'
import { aTranslator, KEY, type Behaviour } from './a-translator.ts'
import { TEXT_MAX } from './may-leave.ts'
import { openTranslator } from './open-translator.ts'
import { translationRoutes } from './routes.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)
const theirs = await aClinic(database)
const desk = aDesk(database, clinic)
const translator = await aTranslator()
const open = (over: Partial<TranslationConfig> = {}, answerMs = 5_000) =>
  openTranslator(translator.config(over), { now: () => desk.clock.at, outbound: { local: ['localhost:*'] }, answerMs })
type Opened = ReturnType<typeof open>
const as = (staffId: string, role: Role, by: Opened | null = open(), at = desk, labels: string[] = []) =>
  createRouterClient(
    { translation: translationRoutes(by) },
    { context: { ...at.routeOf(staffId, role, labels), rates: { admit: () => wait } as never } },
  ).translation
let wait = 0
const administrator = as(clinic.supervisorId, 'administrator')
const agent = as(clinic.agentId, 'agent')

const ORIGINAL =
  'Buenos días, soy Lucía Herrera. Necesito cambiar mi cita del lunes y quiero saber cuánto cuesta la visita. Mi número es 617-555-0199.'
const translated = (text: string) =>
  text
    .replace('Buenos días, soy', 'Good morning, I am')
    .replace('Necesito cambiar mi cita del lunes y quiero saber cuánto cuesta la visita.', 'I need to change my appointment on Monday and I want to know how much the visit costs.')
    .replace('Mi número es', 'My number is') // prettier-ignore
const write = async (text = ORIGINAL, over = {}) => {
  const { conversationId } = await desk.receive(text, { beginsAnew: true, ...over })
  const [row] = await look<{ id: string }>('select id from message where conversation_id = $1 order by seq limit 1', [
    conversationId,
  ])
  return { conversationId, messageId: row!.id }
}
const switchOn = (isOn = true) => administrator.saveSettings({ isOn })
const change = (text: string, id: string) => database.transaction(asSystem(clinic), (tx) => tx.run(text, [id]))

test('off until an administrator switches it on, which is journalled; the key is told to nobody', async () => {
  const { messageId } = await write()
  expect(await administrator.settings()).toMatchObject({ connected: { state: 'works' }, isOn: false })
  expect(await agent.forStaff()).toEqual({ isOn: false, isKept: false })
  expect(await agent.translate({ messageId, language: 'en' })).toEqual({ translation: null, cause: 'switched-off' })
  expect(JSON.stringify(await switchOn())).not.toContain(KEY)
  expect(await agent.forStaff()).toMatchObject({ isOn: true })
  expect(
    await look(`select detail from journal where organization_id = $1 and event = 'translation.switched'`, [
      clinic.organizationId,
    ]),
  ).toEqual([{ detail: { isOn: true } }])
  const none = as(clinic.agentId, 'agent', null)
  expect(await none.forStaff()).toMatchObject({ isOn: false })
  expect(await none.translate({ messageId, language: 'en' })).toEqual({ translation: null, cause: 'none' })
  expect(translator.asked).toEqual([])
})

test('desk section 4: once it is sent, masked; the names are put back, and colleagues read what is kept', async () => {
  await switchOn()
  translator.will({ says: translated })
  const { conversationId, messageId } = await write()
  const before = translator.asked.length
  const { translation } = await agent.translate({ messageId, language: 'en' })
  expect(translation).toMatchObject({ messageId, from: 'es', text: translated(ORIGINAL), isWhole: true })
  expect(translator.asked.slice(before)).toEqual([
    { path: '/translate', body: { q: expect.any(String), source: 'es', target: 'en', format: 'text', api_key: KEY } },
  ])
  expect(translator.asked[before]?.body.q).not.toMatch(/Lucía|Herrera|617|0199/)
  // In small letters only who knows the patient's name finds it.
  await change(`update patient set family = 'Quimbo' where id = $1`, clinic.patientId)
  const small = await write('bonjour, ici monsieur quimbo, je voudrais annuler mon rendez-vous de demain, merci')
  await agent.translate({ messageId: small.messageId, language: 'en' })
  expect(translator.asked.pop()?.body.q).toBe(
    'bonjour, ici monsieur [1], je voudrais annuler mon rendez-vous de demain, merci',
  )

  const colleague = as(clinic.otherAgentId, 'agent')
  expect((await colleague.kept({ conversationId, language: 'en' })).translations).toEqual([translation])
  expect((await colleague.translate({ messageId, language: 'en' })).translation).toEqual(translation)
  expect(translator.asked.length).toBe(before + 1)
  // Staff may read it after it was switched off, too.
  await switchOn(false)
  expect(await agent.forStaff()).toEqual({ isOn: false, isKept: true })
  expect((await agent.translate({ messageId, language: 'en' })).translation).toEqual(translation)
  await switchOn()
  const rows = await look<{ detail: object; patient_id: string; actor_id: string }>(
    `select detail, patient_id, actor_id from journal where conversation_id = $1 and event in ('translation.sent', 'translation.asked') order by seq`,
    [conversationId],
  )
  const { host } = new URL(translator.config().baseUrl)
  expect(rows.map(({ detail }) => detail)).toEqual([
    { host, from: 'es', to: 'en', characters: ORIGINAL.length, isMasked: true },
    { outcome: 'translated', to: 'en' },
    { outcome: 'kept', to: 'en' },
    { outcome: 'kept', to: 'en' },
  ])
  expect(rows[0]).toMatchObject({ patient_id: clinic.patientId, actor_id: clinic.agentId })

  // Its language was read wrongly: what was made of it counts no more.
  await change(
    `insert into understanding_label (organization_id, id, message_id, what, value, staff_id, at)
     select organization_id, gen_random_uuid(), id, 'language', 'pt', (select id from staff_member s where s.organization_id = m.organization_id limit 1), now() from message m where id = $1`,
    messageId,
  )
  await agent.translate({ messageId, language: 'en' })
  expect(translator.asked.at(-1)?.body.source).toBe('pt')
  expect((await agent.kept({ conversationId, language: 'en' })).translations).toMatchObject([{ from: 'pt' }])

  // And with the message it is gone.
  await look('delete from understanding_label where message_id = $1', [messageId])
  await look('delete from message where id = $1', [messageId])
  expect(await look('select from message_translation where message_id = $1', [messageId])).toEqual([])
})

test('under an agreement it leaves as it was written', async () => {
  translator.will({ says: translated })
  const { messageId } = await write()
  const { translation } = await as(clinic.agentId, 'agent', open({ isUnderAgreement: true })).translate({ messageId, language: 'en' }) // prettier-ignore
  expect(translation?.text).toBe(translated(ORIGINAL))
  expect(translator.asked.at(-1)?.body.q).toContain('Lucía Herrera')
})

test.each<[string, Behaviour, string]>([
  ['nothing', { says: '  ' }, 'empty'],
  ['a book', { says: 'Good morning. '.repeat(400) }, 'too-long'],
  [
    'another language',
    { says: 'Bonjour, je voudrais changer mon rendez-vous de lundi, merci beaucoup.' },
    'other-language',
  ],
  ['the original', { says: (text: string) => text }, 'other-language'],
  ['no protocol', { body: '<html>hello</html>' }, 'garbled'],
  ['a list', { body: '{"translatedText": ["Hello"]}' }, 'garbled'],
  ['what no database keeps', { body: '{"translatedText": "Hel\\u0000lo"}' }, 'garbled'],
  ['a language it does not know', { status: 400 }, 'not-taken'],
  ['a wrong key', { status: 403 }, 'refused'],
  ['too much', { status: 429 }, 'overloaded'],
  ['its own failure', { status: 500 }, 'overloaded'],
  ['a redirect', { status: 302 }, 'garbled'],
  ['another address', { status: 404 }, 'garbled'],
  ['a cut line', { cuts: true }, 'unreachable'],
])('trust-D75 %s is told, kept nowhere, and the original stays', async (_, behaviour, cause) => {
  translator.will(behaviour)
  const { conversationId, messageId } = await write()
  expect(await as(clinic.agentId, 'agent').translate({ messageId, language: 'en' })).toEqual({
    translation: null,
    cause,
  })
  expect((await agent.kept({ conversationId, language: 'en' })).translations).toEqual([])
})

test('trust-D75 who hangs is given up in time; after five failures it rests a minute, and a strange text is no failure', async () => {
  const hanging = open({}, 200)
  translator.will({ hangs: true })
  const text = { text: 'Hola, ¿a qué hora abren?', names: [], from: 'es', to: 'en' }
  for (let n = 0; n < FAILURES_MAX; n++) expect(await hanging.translate(text)).toMatchObject({ refusal: 'timeout' })
  const before = translator.asked.length
  expect(await hanging.translate(text)).toMatchObject({ refusal: 'resting' })
  expect(hanging.state()).toBe('resting')
  expect(translator.asked.length).toBe(before)
  desk.clock.at = new Date(desk.clock.at.getTime() + OPEN_MS)
  translator.will({ status: 400 })
  for (let n = 0; n <= FAILURES_MAX; n++) expect(await hanging.translate(text)).toMatchObject({ refusal: 'not-taken' })
  expect(hanging.state()).toBe('works')
})

test('a name or a figure that is lost or doubled on the way is told', async () => {
  for (const says of [
    (text: string) => translated(text).replace(/\[1\]/, 'a patient'),
    (text: string) => translated(text).replace(/\[1\]/, '[1] and [1]'),
  ]) {
    translator.will({ says })
    const { messageId } = await write()
    expect((await agent.translate({ messageId, language: 'en' })).translation).toMatchObject({ isWhole: false })
  }
})

test('a mark that is said over and over brings no book', async () => {
  translator.will({ says: (text) => translated(text) + ' [1]'.repeat(100) })
  const { messageId } = await write()
  expect((await agent.translate({ messageId, language: 'en' })).cause).toBe('too-long')
})

test('trust-D65 labelled, closed, dangerous, too long and unmaskable words stay in the house', async () => {
  translator.will({ says: 'Good morning, I would like to change my appointment.' })
  const before = translator.asked.length
  const causeOf = async (messageId: string, by = open(), labels: string[] = []) =>
    (await as(clinic.nurseId, 'nurse', by, desk, labels).translate({ messageId, language: 'en' })).cause

  const labelled = await write()
  await change(`update conversation set labels = '{SUD}' where id = $1`, labelled.conversationId)
  expect(await refusalOf(agent.translate({ messageId: labelled.messageId, language: 'en' }))).toMatchObject({ code: 'NOT_FOUND' }) // prettier-ignore
  expect(await causeOf(labelled.messageId, open({ isUnderAgreement: true }), ['SUD'])).toBe('labelled')

  const closed = await write()
  await change(
    `insert into conversation_privacy (organization_id, conversation_id, patient_id, reader_id, since)
     select organization_id, id, patient_id, patient_id, now() from conversation where id = $1`,
    closed.conversationId,
  )
  expect(await causeOf(closed.messageId)).toBe('one-reader')

  const danger = await write('Me duele mucho el pecho y no puedo respirar')
  expect(await causeOf(danger.messageId)).toBe('danger')
  await change(`update safety_alert set accepted_at = now() where conversation_id = $1`, danger.conversationId)
  await change(`update conversation set urgency = 'routine' where id = $1`, danger.conversationId)
  expect(await causeOf(danger.messageId)).toBe('danger')

  const long = await write(`${ORIGINAL} ${'Gracias por su ayuda. '.repeat(Math.ceil(TEXT_MAX / 20))}`)
  expect(await causeOf(long.messageId)).toBe('too-much')
  const english = await write('Good morning, I would like to change my appointment on Monday.')
  expect(await causeOf(english.messageId)).toBe('same-language')
  const chinese = await write('你好，我想更改星期一的预约，请问什么时候有空？')
  expect(await causeOf(chinese.messageId)).toBe('script')
  // Names begin with no other letter than all the rest.
  const shouted = await write(
    'BONJOUR, ICI CAMILLE QUIMBO, JE VOUDRAIS ANNULER MON RENDEZ-VOUS DE DEMAIN, MERCI BEAUCOUP',
  )
  expect(await causeOf(shouted.messageId)).toBe('script')
  expect(translator.asked.length).toBe(before)
  for (const { messageId } of [chinese, shouted])
    expect(await causeOf(messageId, open({ isUnderAgreement: true }))).toBe(null)
})

test('that a text leaves is journalled before it does, whatever becomes of the message meanwhile', async () => {
  const sentOf = (messageId: string) =>
    look<{ event: string; detail: Record<string, unknown> }>(
      `select event, detail from journal where resource_id = $1 and event in ('translation.sent', 'translation.asked') order by seq`,
      [messageId],
    )
  const left = { event: 'translation.sent', detail: { characters: ORIGINAL.length, isMasked: true } }
  translator.will({ says: translated, after: 300 })
  for (const meanwhile of [
    `update conversation set labels = '{SUD}' where id = (select conversation_id from message where id = $1)`,
    `update message set cancelled_at = now() where id = $1`,
  ]) {
    const { messageId } = await write()
    const before = translator.asked.length
    const asking = refusalOf(agent.translate({ messageId, language: 'en' }))
    await expect.poll(() => translator.asked.length).toBe(before + 1)
    expect(await sentOf(messageId)).toMatchObject([left])
    await change(meanwhile, messageId)
    expect(await asking).toMatchObject({ code: 'NOT_FOUND' })
    expect(await sentOf(messageId)).toMatchObject([left, { event: 'translation.asked', detail: { outcome: 'gone' } }])
  }

  // Where the row cannot be written, nothing leaves.
  const { messageId } = await write()
  const before = translator.asked.length
  await look(`alter table journal add constraint none_sent check (event <> 'translation.sent') not valid`, [])
  await expect(agent.translate({ messageId, language: 'en' })).rejects.toThrow()
  await look('alter table journal drop constraint none_sent', [])
  expect(translator.asked.length).toBe(before)
})

test('while it rests nothing leaves, and no row says so', async () => {
  const resting = open()
  translator.will({ status: 500 })
  const text = { text: 'Hola, ¿a qué hora abren?', names: [], from: 'es', to: 'en' }
  for (let n = 0; n < FAILURES_MAX; n++) await resting.translate(text)
  const { messageId } = await write()
  expect(await as(clinic.agentId, 'agent', resting).translate({ messageId, language: 'en' })).toMatchObject({ cause: 'resting' }) // prettier-ignore
  const rows = await look<{ event: string }>(`select event from journal where resource_id = $1 and event like 'translation.%'`, [messageId]) // prettier-ignore
  expect(rows).toEqual([{ event: 'translation.asked' }])
})

test('what got a label while it was away is not kept; more than the limit of an hour is refused', async () => {
  const { conversationId, messageId } = await write()
  translator.will({ says: translated, after: 300 })
  const asking = as(clinic.nurseId, 'nurse', open(), desk, ['SUD']).translate({ messageId, language: 'en' })
  await expect.poll(() => translator.asked.at(-1)?.body.q.includes('Necesito')).toBe(true)
  await change(`update conversation set labels = '{SUD}' where id = $1`, conversationId)
  expect(await asking).toEqual({ translation: null, cause: 'labelled' })
  expect(await look('select from message_translation where message_id = $1', [messageId])).toEqual([])
  const next = await write()
  wait = 5
  expect(await refusalOf(agent.translate({ messageId: next.messageId, language: 'en' }))).toMatchObject({ code: 'SLOW_DOWN' }) // prettier-ignore
  wait = 0
})

test('trust-D6 another organization neither has a message translated nor reads what was', async () => {
  translator.will({ says: translated })
  const { conversationId, messageId } = await write()
  const stranger = as(theirs.agentId, 'agent', open(), aDesk(database, theirs))
  await as(theirs.supervisorId, 'administrator', open(), aDesk(database, theirs)).saveSettings({ isOn: true })
  const before = translator.asked.length
  expect(await refusalOf(stranger.translate({ messageId, language: 'en' }))).toMatchObject({ code: 'NOT_FOUND' })
  expect(translator.asked.length).toBe(before)
  await agent.translate({ messageId, language: 'en' })
  expect(await refusalOf(stranger.kept({ conversationId, language: 'en' }))).toMatchObject({ code: 'NOT_FOUND' })
  expect(await stranger.forStaff()).toEqual({ isOn: true, isKept: false })
})

test('the test is about nobody and says what is wrong', async () => {
  translator.will({ says: 'La clínica abre a las ocho de la mañana.' })
  expect(await administrator.test()).toEqual({ cause: null })
  expect(translator.asked.at(-1)?.body).toMatchObject({ q: 'The clinic opens at eight in the morning.', target: 'es' })
  translator.will({ status: 403 })
  expect(await administrator.test()).toEqual({ cause: 'refused' })
  expect(await as(clinic.supervisorId, 'administrator', null).test()).toEqual({ cause: 'none' })
})

test.each([
  [{}, null],
  [{ TRANSLATION_API_KEY: 'k' }, /TRANSLATION_URL is missing/],
  [{ TRANSLATION_UNDER_AGREEMENT: 'yes' }, /TRANSLATION_URL is missing/],
  [{ TRANSLATION_URL: 'ftp://translate.example' }, /TRANSLATION_URL is not usable/],
  [{ TRANSLATION_URL: 'http://translate.example' }, /TRANSLATION_URL must begin with https/],
  [
    { TRANSLATION_URL: 'http://translate.internal:5000', OUTBOUND_LOCAL: 'translate.internal:5000' },
    { baseUrl: 'http://translate.internal:5000', apiKey: null, isUnderAgreement: false },
  ],
  [
    { TRANSLATION_URL: 'https://translate.example/', TRANSLATION_API_KEY: 'k', TRANSLATION_UNDER_AGREEMENT: 'yes' },
    { baseUrl: 'https://translate.example', apiKey: 'k', isUnderAgreement: true },
  ],
] as const)('half a configuration is refused at the start: %o', (environment, expected) => {
  // prettier-ignore
  if (expected instanceof RegExp) {
    expect(() => readConfig(environment)).toThrow(UnsafeConfig)
    expect(() => readConfig(environment)).toThrow(expected)
  } else expect(readConfig(environment).translation).toEqual(expected)
})
