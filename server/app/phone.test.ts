/** The telephone: what a caller hears, what becomes of what was said, who is called back, and what happens when nothing works. */
import { createHmac, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Fastify from 'fastify'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { addNumber } from '#server/channels/sms/own-number.ts'
import { endRungCall } from '#server/channels/voice/end-call.ts'
import { takeVoicemail } from '#server/channels/voice/take-voicemail.ts'
import { noteThenPerson } from '#server/modules/assistant/index.ts'
import { noteUnanswered } from '#server/modules/knowledge/index.ts'
import { openDatabase } from '#server/platform/database.ts'
import { openFileCheck } from '#server/platform/file-check.ts'
import { newId } from '#server/platform/id.ts'
import { aMember, anOrganization, aPatient, aProduct, PUBLIC_URL, signedIn } from './a-product.ts'
import { anInbox, portalOf } from './an-inbox.ts'
import { aTone } from './tone.ts'
import { registerCallSimulator } from './call-simulator.ts'
import { SIMULATED_API } from './carrier-simulator.ts'
import { registerVoiceWebhook } from './voice-webhook.ts'

const product = await aProduct({ routerOutbound: { local: ['localhost:*'] } })
const { call, look, clock, url, services, database, keys } = product
const { organizationId } = await anOrganization(product)
const inbox = anInbox(product, { organizationId })
const administrator = await aMember(product, { organizationId }, 'administrator')
const agent = await aMember(product, { organizationId }, 'agent')
const nurse = await aMember(product, { organizationId }, 'nurse')
const SECRET = 'a-secret-of-tests'
const OURS = '+12125550100'
const DESK = '+12125550111'

/** Recordings, as a carrier keeps them; and calls that it was told to come for, with how it answers that: 0 breaks off. */
const recordings = new Map<string, Buffer>()
const redirects: { sid: string; path: string }[] = []
let redirectStatus = 200
const carrier = createServer((request, response) => {
  const [, sid] = /\/Calls\/(\w+)\.json$/.exec(request.url ?? '') ?? []
  if (sid) {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      redirects.push({ sid, path: (new URLSearchParams(body).get('Url') ?? '').slice(PUBLIC_URL.length) })
      if (redirectStatus === 0) request.socket.destroy()
      else response.writeHead(redirectStatus, { 'content-type': 'application/json' }).end('{}')
    })
    return
  }
  const bytes = recordings.get(request.url ?? '')
  const isOurs = request.headers.authorization === `Basic ${Buffer.from(`AC1:${SECRET}`).toString('base64')}`
  response.writeHead(bytes && isOurs ? 200 : 404, { 'content-type': 'audio/x-wav' }).end(bytes)
})
await new Promise<void>((done) => void carrier.listen(0, '127.0.0.1', done))
afterAll(() => void carrier.close())
const apiUrl = `http://127.0.0.1:${(carrier.address() as AddressInfo).port}`

await look(`update staff_member set on_duty = true where organization_id = $1 and id = $2`, [
  organizationId,
  nurse.staffId,
])
await inbox.asSystem((tx) =>
  addNumber(tx, keys, { name: 'Texts', address: OURS, carrierAccount: 'AC1', secret: SECRET, apiUrl }, clock.now),
)
const asAdministrator = await signedIn(product, administrator)
const LINE = { name: 'Calls', number: OURS, carrier: null, deskNumber: null, callsAtOnce: 1, isTranscribed: false }
const added = await call('voiceLine.add', LINE, { token: asAdministrator })
const [line] = added.json
const HOOK = line.url.slice(PUBLIC_URL.length) as string
const base = HOOK.split('?')[0] ?? ''

let token = ''
const asAgent: typeof call = (procedure, input) => inbox.awake(token)(procedure, input)
let people = 200
const aNumber = (): string => `+1212555${String(++people).padStart(4, '0')}`
const sidOf = (letters = 'CA'): string => `${letters}${randomUUID().replaceAll('-', '')}`

beforeEach(async () => {
  // A week on, at noon of the site, so that neither a budget nor the calls of another test count.
  clock.now = new Date(new Date(clock.now.getTime() + 7 * 86_400_000).setUTCHours(17, 0, 0, 0))
  await setDesk(null)
  token = await signedIn(product, agent)
})
const setDesk = (deskNumber: string | null, isTranscribed = false) =>
  look(`update voice_line set desk_number = $2, is_transcribed = $3 where organization_id = $1`, [
    organizationId,
    deskNumber,
    isTranscribed,
  ])

const signatureOf = (path: string, form: Record<string, string>, secret = SECRET): string =>
  createHmac('sha1', secret)
    .update(
      PUBLIC_URL +
        path +
        Object.keys(form)
          .toSorted()
          .map((name) => name + form[name])
          .join(''),
    )
    .digest('base64')

async function push(path: string, form: Record<string, string>, signature = signatureOf(path, form), at = url) {
  const response = await fetch(`${at}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: new URLSearchParams(form).toString(),
  })
  return { status: response.status, text: await response.text() }
}

/** One call: it follows the addresses that it is given, as a carrier does. */
function aCall(from = aNumber()) {
  const sid = sidOf()
  const form = (over: Record<string, string> = {}) => ({
    CallSid: sid,
    AccountSid: 'AC1',
    From: from,
    To: OURS,
    CallStatus: 'in-progress',
    ...over,
  })
  let document = ''
  const say = async (path: string, over: Record<string, string>) => {
    const answered = await push(path, form(over))
    expect(answered.status).toBe(200)
    document = answered.text
    return document
  }
  const nextOf = (name: string): string =>
    (
      new RegExp(name === 'Redirect' ? '<Redirect[^>]*>([^<]+)' : `<${name} [^>]*action="([^"]+)"`).exec(
        document,
      )?.[1] ?? ''
    )
      .replaceAll('&amp;', '&')
      .slice(PUBLIC_URL.length)
  return {
    sid,
    from,
    form,
    heard: () => document,
    /** Comes where it was told to come. */
    follow: () => say(redirects.findLast((one) => one.sid === sid)?.path ?? '', {}),
    arrive: () => say(HOOK, { CallStatus: 'ringing' }),
    press: (key: string) => say(nextOf('Gather'), { Digits: key }),
    speak: (text: string) => say(nextOf('Gather'), { SpeechResult: text, Confidence: '0.9' }),
    keepSilent: () => say(nextOf('Redirect'), {}),
    dialed: (status: string, over: Record<string, string> = {}) =>
      say(nextOf('Dial'), { DialCallStatus: status, ...over }),
    record(seconds: number, recordingId = sidOf('RE')) {
      recordings.set(`/recordings/${recordingId}`, aTone(seconds))
      const told = { RecordingSid: recordingId, RecordingUrl: `${apiUrl}/recordings/${recordingId}` }
      return say(nextOf('Record'), { ...told, RecordingDuration: String(seconds), Digits: '#' }).then(() => recordingId)
    },
    hangUp: () => push(`${base}/status`, form({ CallStatus: 'completed' })),
    async row() {
      const [row] = await look<Row>(
        `select id, state, language, consent, consent_at as "consentAt", conversation_id as "conversationId" from call
          where organization_id = $1 and carrier_call_id = $2`,
        [organizationId, sid],
      )
      if (!row) throw new Error('no row of this call')
      return row
    },
  }
}
type Row = {
  id: string
  state: string
  language: string
  consent: string | null
  consentAt: Date | null
  conversationId: string | null
}
const messagesOf = (conversationId: string | null) =>
  look<{ text: string; flags: string[]; direction: string; channel: string; urgency: string }>(
    `select text, flags, direction, channel, urgency from message where organization_id = $1 and conversation_id = $2 order by seq`,
    [organizationId, conversationId],
  )
const alertsOf = (conversationId: string | null) =>
  look(`select from safety_alert where organization_id = $1 and conversation_id = $2`, [organizationId, conversationId])
const textsTo = (address: string) =>
  look<{ text: string; purpose: string; state: string }>(
    `select m.text, d.purpose, d.state from delivery d join message m on m.organization_id = $1 and m.id = d.message_id
      where d.organization_id = $1 and d.address = $2 and d.channel = 'sms' order by d.changed_at, d.id`,
    [organizationId, address],
  )
/** The job of each voicemail that waits. */
async function takeVoicemails() {
  const { checkSound } = openFileCheck(null)
  const waiting = await look<{ id: string }>(
    `select id from voicemail where organization_id = $1 and state = 'waiting'`,
    [organizationId],
  )
  for (const { id } of waiting)
    await takeVoicemail({ services, checkSound, outbound: { local: ['localhost:*'] } }, organizationId, id)
}
/** A call that has left a recorded message. */
async function aVoicemail(seconds = 4) {
  const made = aCall()
  await made.arrive()
  await made.press('1')
  await made.press('2')
  await made.press('2')
  await made.press('1')
  const recordingId = await made.record(seconds)
  return { ...made, recordingId }
}
const PERSON_IN_DANGER = "is anybody there, my chest hurts and I can't breathe"
const later = (seconds: number) => (clock.now = new Date(clock.now.getTime() + seconds * 1000))

describe('desk-D61 a call comes in', () => {
  test('desk-D61 emergency and language are said first; every attempt has a row, and the conversation opens in the language chosen', async () => {
    const { arrive, press, row } = aCall()
    const first = await arrive()
    expect(first).toContain('Emergency? Hang up, call 9 1 1.')
    expect(first.indexOf('oprima 2')).toBeLessThan(first.indexOf('</Gather>'))
    expect(await row()).toMatchObject({ state: 'menu', conversationId: null })
    await press('2')
    expect(await press('3')).toContain('Nadie puede contestar')
    expect(await press('1')).toContain('Le llamaremos')
    const { state, language, conversationId } = await row()
    expect({ state, language }).toEqual({ state: 'call_back', language: 'es' })
    const [conversation] = await look(
      `select channel, language from conversation where organization_id = $1 and id = $2`,
      [organizationId, conversationId],
    )
    expect(conversation).toEqual({ channel: 'voice', language: 'es' })
  })

  test('desk-D61 Vietnamese is offered where an administrator chose it, and goes with the call, its conversation and its call-back', async () => {
    const asAdmin = { token: await signedIn(product, administrator) }
    const desk = { voiceLineId: line.id, carrier: null, deskNumber: null, callsAtOnce: 1, isTranscribed: false }
    expect(await aCall().arrive()).not.toContain('vi-VN')
    expect(await call('voiceLine.change', { ...desk, languages: ['vi', 'vi'] }, asAdmin)).toMatchObject({
      code: 'INVALID_INPUT',
    })
    const chosen = await call('voiceLine.change', { ...desk, languages: ['en', 'es', 'vi'] }, asAdmin)
    expect(chosen.json[0].languages).toEqual(['en', 'es', 'vi'])
    try {
      const { arrive, press, row, from } = aCall()
      expect(await arrive()).toContain('<Say language="vi-VN">Cấp cứu? Gọi 9 1 1.</Say>')
      const topics = await press('3')
      expect(topics).toContain('<Say language="vi-VN">Cảm ơn quý vị đã gọi')
      expect(topics).toMatch(/<Gather[^>]* language="vi-VN"/)
      expect(await press('0')).toContain('Hiện giờ không có ai nghe máy được.')
      expect(await press('1')).toContain('Chúng tôi sẽ gọi lại')
      const { language, conversationId } = await row()
      expect(language).toBe('vi')
      const [conversation] = await look(`select language from conversation where organization_id = $1 and id = $2`, [
        organizationId,
        conversationId,
      ])
      expect(conversation).toEqual({ language: 'vi' })
      const { items } = (await asAgent('callBack.list', {})).json as { items: { address: string; language: string }[] }
      expect(items.find(({ address }) => address === from)?.language).toBe('vi')
    } finally {
      await call('voiceLine.change', { ...desk, languages: ['en', 'es'] }, asAdmin)
    }
  })

  test('desk-D61 unsigned, of another secret, for another address or a closed line: 401 alike, and no row', async () => {
    const made = aCall()
    const form = made.form({ CallStatus: 'ringing' })
    const words = new Set<string>()
    for (const [path, signature] of [
      [HOOK, ''],
      [HOOK, signatureOf(HOOK, form, 'another-secret')],
      [HOOK.replace('country=US', 'country=DE'), signatureOf(HOOK, form)],
      [base, signatureOf(HOOK, form)],
      [`/hooks/voice/${'0'.repeat(32)}.${randomUUID()}`, undefined],
      ['/hooks/voice/nothing/step?turn=1', undefined],
    ] as const) {
      const refused = await push(path, form, signature)
      expect(refused.status).toBe(401)
      words.add(refused.text.replace(/"requestId":"[^"]+"/, ''))
    }
    expect([...words]).toHaveLength(1)
    const doorId = line.id
    await call('organization.setDoorLive', { doorId, isLive: false }, { token: await signedIn(product, administrator) })
    expect(await push(HOOK, form)).toMatchObject({ status: 401 })
    await call('organization.setDoorLive', { doorId, isLive: true }, { token: await signedIn(product, administrator) })
    await expect(made.row()).rejects.toThrow('no row')
  })

  test('desk-D58 what is told twice changes nothing and is answered alike; received = stored + duplicate + refused', async () => {
    const counts = async () =>
      (
        await look<Record<string, number>>(
          `select sum(seen)::int as seen, sum(stored)::int as stored, sum(duplicate)::int as duplicate, sum(refused)::int as refused
             from mailbox_count where organization_id = $1 and source = $2`,
          [organizationId, `voice:${OURS}`],
        )
      )[0] ?? {}
    const before = await counts()
    const made = aCall()
    const first = await made.arrive()
    expect(await made.arrive()).toBe(first)
    const path = (/action="([^"]+)"/.exec(first)?.[1] ?? '').replaceAll('&amp;', '&').slice(PUBLIC_URL.length)
    const pressed = made.form({ Digits: '1' })
    const answers = await Promise.all(Array.from({ length: 4 }, () => push(path, pressed)))
    expect(answers.map(({ text }) => text.includes('turn=2'))).toEqual([true, true, true, true])
    await push(HOOK, { CallSid: '!', From: made.from })
    await made.hangUp()
    await made.hangUp()
    const after = await counts()
    const more = Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]))
    expect(more).toEqual({ seen: 9, stored: 3, duplicate: 5, refused: 1 })
    const events = await look(`select event_key from call_event where organization_id = $1 and call_id = $2`, [
      organizationId,
      (await made.row()).id,
    ])
    expect(events).toHaveLength(3)
  })

  test('desk-D3 danger said on the telephone: the emergency text is said at once, and a nurse is paged through the corridor', async () => {
    const made = aCall()
    await made.arrive()
    await made.press('1')
    const said = await made.speak("my chest hurts and I can't breathe")
    expect(said).toContain('911')
    const { conversationId } = await made.row()
    expect(await alertsOf(conversationId)).toHaveLength(1)
    const [words, text] = await messagesOf(conversationId)
    expect(words).toMatchObject({ direction: 'in', urgency: 'stat', text: "my chest hurts and I can't breathe" })
    expect(text).toMatchObject({ direction: 'out', channel: 'voice' })
    expect(await textsTo(made.from)).toEqual([])
  })

  test('desk-D3 danger said together with a wish for a person is kept in its words, urgent, and pages a nurse', async () => {
    const made = aCall()
    await made.arrive()
    await made.press('1')
    expect(await made.speak(PERSON_IN_DANGER)).toContain('911')
    const { conversationId } = await made.row()
    expect(await alertsOf(conversationId)).toHaveLength(1)
    expect(await messagesOf(conversationId)).toContainEqual(
      expect.objectContaining({ direction: 'in', urgency: 'stat', text: PERSON_IN_DANGER }),
    )
  })

  test('desk-D61 when nothing works the emergency number of the site is said and a message is taken, which is stored once all works again', async () => {
    const made = aCall()
    const away = openDatabase({ host: '127.0.0.1', port: 1 }, 1)
    services.db = away
    const said = await made.arrive().finally(() => (services.db = database))
    await away.close()
    expect(said).toContain('hang up now and call 9 1 1')
    expect(said).toContain('<Record')
    expect(said).not.toContain('<Redirect')
    await made.record(3)
    expect(await made.row()).toMatchObject({ state: 'voicemail', consent: 'told' })
    await takeVoicemails()
    const { conversationId } = await made.row()
    expect(await messagesOf(conversationId)).toHaveLength(1)
  })

  test('desk-D61 desk-D63 who called is known from whichever form said so, in whatever order they come', async () => {
    const address = async ({ sid }: { sid: string }) =>
      look(`select address, is_usable as usable from call where organization_id = $1 and carrier_call_id = $2`, [organizationId, sid]) // prettier-ignore
    const ended = aCall()
    await ended.hangUp()
    expect(await address(ended)).toEqual([{ address: ended.from, usable: true }])

    const made = aCall()
    const away = openDatabase({ host: '127.0.0.1', port: 1 }, 1)
    services.db = away
    await made.arrive().finally(() => (services.db = database))
    await away.close()
    await push(`${base}/status`, made.form({ CallStatus: 'completed', From: '' }))
    expect(await address(made)).toEqual([{ address: 'anonymous', usable: false }])
    await made.record(3)
    expect(await address(made)).toEqual([{ address: made.from, usable: true }])
    await takeVoicemails()
    const parties = await look(`select address from party where organization_id = $1 and conversation_id = $2`, [
      organizationId,
      (await made.row()).conversationId,
    ])
    expect(parties).toContainEqual({ address: made.from })
    // What is told of nobody later takes nothing away.
    await push(`${base}/status`, made.form({ CallStatus: 'busy', From: 'anonymous' }))
    expect(await address(made)).toEqual([{ address: made.from, usable: true }])
  })

  test('desk-D61 a step that takes too long is answered in time all the same', async () => {
    const slow = { ...database, transaction: () => new Promise<never>(() => undefined) }
    const phones = Fastify({ logger: false })
    registerVoiceWebhook(
      phones,
      { ...services, db: slow as typeof database },
      { ...product.options, voiceAnswerMs: 30 },
    )
    const at = await phones.listen({ host: '127.0.0.1', port: 0 })
    const { status, text } = await push(`${base}?country=DE&language=es`, aCall().form(), 'none', at)
    expect(status).toBe(200)
    expect(text).toContain('llame al 1 1 2')
    await phones.close()
  })

  test('desk-D61 the telephone at the desk rings; who was answered has talked, and that answers the conversation', async () => {
    await setDesk(DESK)
    const made = aCall()
    await made.arrive()
    await made.press('1')
    expect(await made.press('3')).toContain(`>${DESK}</Number></Dial>`)
    expect((await made.row()).state).toBe('ringing')
    await made.hangUp()
    later(60)
    expect(await made.dialed('completed', { CallStatus: 'completed' })).toContain('<Hangup/>')
    const { id, state, conversationId } = await made.row()
    await endRungCall(services, organizationId, id)
    expect(state).toBe('talked')
    expect((await made.row()).state).toBe('talked')
    const [conversation] = await look(`select due_at from conversation where organization_id = $1 and id = $2`, [
      organizationId,
      conversationId,
    ])
    expect(conversation).toEqual({ due_at: null })
    expect(await textsTo(made.from)).toEqual([])
  })
})

describe('the phone bar', () => {
  /** A call that rings at the desk. */
  async function aRingingCall(from = aNumber()) {
    await setDesk(DESK)
    const made = aCall(from)
    await made.arrive()
    await made.press('1')
    await made.press('3')
    const told = (name: string) =>
      (new RegExp(` ${name}="([^"]+)"`).exec(made.heard())?.[1] ?? '').replaceAll('&amp;', '&').slice(PUBLIC_URL.length)
    const form = { ...made.form({ CallStatus: 'in-progress', ParentCallSid: made.sid }), CallSid: sidOf() }
    const bar = async (of = token) => (await barOf(of)).find(({ address }) => address === from)
    const { id: callId } = await made.row()
    const pickUp = () => push(told('statusCallback'), form)
    /** What the telephone hears that the call is passed on to, and what a key on it does. */
    const pickUpPassedOn = async () => {
      const asks = (await push(told('url'), form)).text
      const answer = (/action="([^"]+)"/.exec(asks)?.[1] ?? '').replaceAll('&amp;', '&').slice(PUBLIC_URL.length)
      return { asks, press: async (key: string) => (await push(answer, { ...form, Digits: key })).text }
    }
    return { ...made, callId, bar, pickUp, pickUpPassedOn }
  }
  type Shown = {
    id: string
    address: string
    state: string
    isMine: boolean
    since: string
    identity: { level: string }
  }
  const barOf = async (of: string) => (await call('deskCall.list', undefined, { token: of })).json.calls as Shown[]
  const as = (of: string, procedure: string, input: object) => call(`deskCall.${procedure}`, input, { token: of })

  test('who rings stands there for all of its queue; who says "I have it" has the call and its conversation, and what came of it closes both', async () => {
    const { callId, bar, pickUp, dialed, row, from } = await aRingingCall()
    const other = await signedIn(product, await aMember(product, { organizationId }, 'agent'))
    expect(await bar()).toMatchObject({ state: 'ringing', isMine: false, address: from, identity: { level: 'none' } })
    expect(await bar(other)).toMatchObject({ state: 'ringing', isMine: false })

    later(5)
    expect((await pickUp()).status).toBe(204)
    await pickUp()
    expect(await bar()).toMatchObject({ state: 'talking', since: clock.now.toISOString() })
    const { conversationId } = await row()
    const answered = () =>
      look(`select from journal where organization_id = $1 and conversation_id = $2 and event = 'call.answered'`, [
        organizationId,
        conversationId,
      ])
    expect(await answered()).toHaveLength(1)

    const both = await Promise.all([as(token, 'take', { callId }), as(other, 'take', { callId })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const [mine, others] = both[0]?.status === 200 ? [token, other] : [other, token]
    expect(both.find(({ status }) => status === 409)?.code).toBe('ALREADY_ACCEPTED')
    expect(await bar(mine)).toMatchObject({ isMine: true })
    expect(await bar(others)).toBeUndefined()
    const kept = { text: 'Has the hours now.', then: { state: 'resolved' } }
    expect(await as(mine, 'noteOutcome', { callId, outcome: kept })).toMatchObject({ code: 'STATE_NOT_ALLOWED' })

    later(60)
    await dialed('completed')
    expect(await answered()).toHaveLength(1)
    expect(await bar(mine)).toMatchObject({ state: 'ended' })
    expect(await as(others, 'noteOutcome', { callId, outcome: kept })).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
    for (let time = 0; time < 2; time++)
      expect(await as(mine, 'noteOutcome', { callId, outcome: kept })).toMatchObject({ status: 200 })
    const elsewhere = { text: 'Something else.' }
    expect(await as(mine, 'noteOutcome', { callId, outcome: elsewhere })).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
    expect(await bar(mine)).toBeUndefined()
    const [conversation] = await look(
      `select state, (select count(*)::int from message where conversation_id = c.id and direction = 'note') as notes, assignee_id is not null as "isTaken"
         from conversation c where organization_id = $1 and id = $2`,
      [organizationId, conversationId],
    )
    expect(conversation).toEqual({ state: 'resolved', notes: 1, isTaken: true })
  })

  /** A talk that the agent has. */
  async function aTalk(of = token) {
    const made = await aRingingCall()
    await as(of, 'take', { callId: made.callId })
    await made.pickUp()
    return made
  }

  test('on hold the caller is told so and danger is heard; a hold that the carrier does not take leaves the talk as it is', async () => {
    const { callId, bar, pickUp, follow, speak, keepSilent, dialed, hangUp, row, sid } = await aTalk()
    const other = await signedIn(product, await aMember(product, { organizationId }, 'agent'))
    expect(await as(other, 'hold', { callId })).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
    redirectStatus = 404
    expect(await as(token, 'hold', { callId })).toMatchObject({ status: 503, code: 'UNAVAILABLE' })
    expect(await bar()).toMatchObject({ state: 'talking', asked: null })
    // It comes though it was not asked, or asked long ago: the talk goes on as it stood.
    redirectStatus = 200

    expect(await as(token, 'hold', { callId })).toMatchObject({ status: 200 })
    expect(redirects.at(-1)).toMatchObject({ sid })
    expect(await bar()).toMatchObject({ state: 'talking', asked: 'hold' })
    const held = await follow()
    expect(held).toContain('The person you talked with will be back soon.')
    expect(held).toMatch(/<Gather input="dtmf speech"/)
    expect(await follow()).toContain('The person you talked with will be back soon.')
    expect(await bar()).toMatchObject({ state: 'held', asked: null })
    later(20)
    expect(await keepSilent()).toContain('Thank you for waiting')

    const said = await speak(PERSON_IN_DANGER)
    expect(said).toContain('911')
    expect(said).toContain(`>${DESK}</Number></Dial>`)
    const { conversationId } = await row()
    expect(await alertsOf(conversationId)).toHaveLength(1)
    expect(await messagesOf(conversationId)).toContainEqual(
      expect.objectContaining({ urgency: 'stat', text: PERSON_IN_DANGER }),
    )
    expect(await bar()).toMatchObject({ state: 'coming-back' })
    await pickUp()
    expect(await bar()).toMatchObject({ state: 'talking' })

    // The carrier heard it and did not say so: the end of the talk on the telephone is no end of the call.
    redirectStatus = 0
    expect(await as(token, 'hold', { callId })).toMatchObject({ code: 'UNAVAILABLE' })
    expect(await dialed('completed')).toContain('<Gather')
    expect(await bar()).toMatchObject({ state: 'held' })
    expect(await as(token, 'goOn', { callId })).toMatchObject({ code: 'UNAVAILABLE' })
    redirectStatus = 200
    expect(await keepSilent()).toContain(`>${DESK}</Number></Dial>`)
    await pickUp()
    await as(token, 'hold', { callId })
    await follow()
    await hangUp()
    expect(await bar()).toMatchObject({ state: 'ended', leftOnHold: true })
    expect(await row()).toMatchObject({ state: 'talked' })
    const events = await look(`select event from journal where organization_id = $1 and conversation_id = $2 and event = 'call.answered'`, [organizationId, conversationId]) // prettier-ignore
    expect(events).toHaveLength(1)
    await as(token, 'noteOutcome', { callId, outcome: null })
  })

  test('whoever is put on hold before the carrier says that a telephone was picked up, and hangs up, abandoned nothing', async () => {
    const { callId, bar, follow, hangUp, row } = await aRingingCall()
    await as(token, 'take', { callId })
    await as(token, 'hold', { callId })
    await follow()
    later(30)
    await hangUp()
    expect(await row()).toMatchObject({ state: 'talked' })
    expect(await bar()).toMatchObject({ state: 'ended', leftOnHold: true })
    await as(token, 'noteOutcome', { callId, outcome: null })
  })

  test('a caller on hold whose agent does not pick up again comes into the line, and so does the conversation', async () => {
    const { callId, bar, follow, dialed, press, row, from } = await aTalk()
    await as(token, 'hold', { callId })
    await follow()
    await as(token, 'goOn', { callId })
    expect(await follow()).toContain('We connect you again now.')
    // The desk's telephone rings for anybody, then a call-back is offered.
    expect(await dialed('no-answer')).toContain('We connect you with a person now.')
    expect(await bar()).toMatchObject({ state: 'ringing', isMine: false })
    const { conversationId } = await row()
    const [conversation] = await look(`select assignee_id as who from conversation where id = $1`, [conversationId])
    expect(conversation).toEqual({ who: null })
    expect(await dialed('no-answer')).toContain('Nobody can pick up')
    expect(await press('1')).toContain('We will call you back')
    const { items } = (await asAgent('callBack.list', {})).json as { items: { address: string }[] }
    expect(items.some(({ address }) => address === from)).toBe(true)
  })

  test('a caller who hangs up while the telephone rings again after a hold had a talk, and whoever had it says what came of it', async () => {
    const { callId, bar, follow, dialed, hangUp, row } = await aTalk()
    await as(token, 'hold', { callId })
    await follow()
    await as(token, 'goOn', { callId })
    await follow()
    later(30)
    await hangUp()
    expect(await dialed('no-answer', { CallStatus: 'completed' })).toContain('<Hangup/>')
    expect(await row()).toMatchObject({ state: 'talked' })
    await endRungCall(services, organizationId, callId)
    expect(await bar()).toMatchObject({ state: 'ended', isMine: true })
    expect(await as(token, 'noteOutcome', { callId, outcome: null })).toMatchObject({ status: 200 })
  })

  test('a key of a caller on hold leaves what is asked as it is; 0 rings whoever has the call, and nothing is asked any more', async () => {
    const colleague = await aMember(product, { organizationId }, 'agent')
    const hers = await signedIn(product, nurse)
    const { callId, bar, pickUp, follow, dialed, press, keepSilent, row } = await aTalk(hers)
    const passOn = () =>
      as(hers, 'transfer', {
        callId,
        to: { kind: 'colleague', staffId: colleague.staffId },
        number: '+12125550122',
        summary: 'Asks for a copy of her bill.',
      })
    await as(hers, 'hold', { callId })
    await follow()
    await passOn()
    // The colleague may be of another kind.
    const notes = `select readers from message where conversation_id = $1 and direction = 'note'`
    expect(await look(notes, [(await row()).conversationId])).toEqual([{ readers: ['service'] }])
    expect(await press('5')).toContain('<Gather')
    expect(await keepSilent()).toContain('>+12125550122</Number></Dial>')
    await dialed('no-answer')
    await pickUp()

    await as(hers, 'hold', { callId })
    await follow()
    await passOn()
    expect(await press('0')).toContain(`>${DESK}</Number></Dial>`)
    expect(await bar(hers)).toMatchObject({ state: 'coming-back', asked: null })
    expect(await follow()).toContain(`>${DESK}</Number></Dial>`)
    await pickUp()
    await dialed('completed')
    await as(hers, 'noteOutcome', { callId, outcome: null })
  })

  test('passed on with a summary: whoever presses the key has the call and its conversation; where nobody does it comes back', async () => {
    const colleague = await aMember(product, { organizationId }, 'agent')
    const theirs = await signedIn(product, colleague)
    const { callId, bar, pickUp, follow, dialed, row, pickUpPassedOn } = await aTalk()
    const to = { kind: 'colleague', staffId: colleague.staffId }
    const passOn = (over: object = {}) => as(token, 'transfer', { callId, to, number: '+12125550122', summary: 'Asks for a copy of her bill.', ...over }) // prettier-ignore
    expect(await passOn({ to: { kind: 'colleague', staffId: agent.staffId } })).toMatchObject({ code: 'NOT_A_READER' })
    expect(await passOn({ number: '123' })).toMatchObject({
      code: 'INVALID_INPUT',
      json: { data: { field: 'number' } },
    })
    expect(await passOn()).toMatchObject({ status: 200 })
    const document = await follow()
    expect(document).toContain('We connect you with another person here now.')
    expect(document).toContain('>+12125550122</Number></Dial>')
    expect(await bar()).toMatchObject({ state: 'transferring', isMine: true })

    // A voicemail box picks up and presses nothing: it comes back to the agent, whatever the carrier calls that.
    const box = await pickUpPassedOn()
    expect(box.asks).toContain('press 1 now')
    expect(await box.press('')).toContain('<Hangup/>')
    const back = await dialed('completed')
    expect(back).toContain('Nobody can pick up there.')
    expect(back).toContain(`>${DESK}</Number></Dial>`)
    await pickUp()
    expect(await bar()).toMatchObject({ state: 'talking', isMine: true })

    await passOn()
    await follow()
    const person = await pickUpPassedOn()
    expect(await person.press('1')).toBe('<?xml version="1.0" encoding="UTF-8"?><Response></Response>')
    expect(await bar()).toBeUndefined()
    expect(await bar(theirs)).toMatchObject({ state: 'talking', isMine: true })
    // After a hold it rings there again and asks again, so that a box has nobody there either.
    await as(theirs, 'hold', { callId })
    await follow()
    await as(theirs, 'goOn', { callId })
    expect(await follow()).toMatch(/url="[^"]+"[^>]*>\+12125550122<\/Number>/)
    const again = await pickUpPassedOn()
    expect(again.asks).toContain('Your caller waits. To go on, press 1 now.')
    await again.press('1')
    expect(await bar(theirs)).toMatchObject({ state: 'talking', isMine: true })
    const { conversationId } = await row()
    const found = async () =>
      (await look(`select assignee_id as who, queue_id as queue, (select array_agg(text) from message where conversation_id = c.id and direction = 'note') as notes from conversation c where id = $1`, [conversationId]))[0] // prettier-ignore
    expect(await found()).toMatchObject({ who: colleague.staffId, notes: ['Asks for a copy of her bill.'] })

    // And on to a queue, at the desk's telephone: whoever of it says so has the call.
    const queueId = newId()
    await look(`insert into queue (organization_id, id, name, kind) values ($1, $2, $3, 'billing')`, [organizationId, queueId, queueId]) // prettier-ignore
    later(60)
    expect(await as(theirs, 'transfer', { callId, to: { kind: 'queue', queueId }, summary: 'For billing.' })).toMatchObject({ status: 200 }) // prettier-ignore
    expect(await follow()).toContain(`>${DESK}</Number></Dial>`)
    await (await pickUpPassedOn()).press('1')
    expect(await bar()).toMatchObject({ state: 'talking', isMine: false })
    expect(await found()).toMatchObject({ who: null, queue: queueId })
    expect(await as(token, 'take', { callId })).toMatchObject({ status: 200 })
    await dialed('completed')
    expect(await bar()).toMatchObject({ state: 'ended', isMine: true })
    await as(token, 'noteOutcome', { callId, outcome: null })
  })

  test('with a red flag that nobody accepted the outcome closes nothing, and says so; the caller who hung up in the talk abandoned nothing', async () => {
    await setDesk(DESK)
    const { callId, bar, pickUp, hangUp, row } = await aRingingCall()
    const { conversationId } = await row()
    await look(`update conversation set labels = '{part2}' where id = $1`, [conversationId])
    // Whose conversation is hidden has no call there.
    expect(await bar()).toBeUndefined()
    expect(await as(token, 'take', { callId })).toMatchObject({ code: 'NOT_FOUND' })
    await look(`update conversation set labels = '{}' where id = $1`, [conversationId])
    await as(token, 'take', { callId })
    await pickUp()
    later(40)
    await hangUp()
    expect(await row()).toMatchObject({ state: 'talked' })
    await look(
      `insert into safety_alert (organization_id, id, conversation_id, message_id, urgency, kind, reason, raised_at)
       select $1, gen_random_uuid(), $2, m.id, 'stat', 'triage', 'x', now() from message m where m.conversation_id = $2 limit 1`,
      [organizationId, conversationId],
    )
    const outcome = { text: 'Went to the emergency room.', then: { state: 'resolved' } }
    expect(await as(token, 'noteOutcome', { callId, outcome })).toMatchObject({ code: 'OPEN_SAFETY_QUESTION' })
    expect(await bar()).toMatchObject({ state: 'ended' })
    await as(token, 'noteOutcome', { callId, outcome: null })
    expect(await bar()).toBeUndefined()
    const notes = await look(`select from message where conversation_id = $1 and direction = 'note'`, [conversationId])
    expect(notes).toEqual([])
  })
})

test('desk-D9 who was checked in a call is known in that call alone: the next one from the same number may be somebody else', async () => {
  await setDesk(DESK)
  const { patientId } = await aPatient(product, { organizationId })
  const first = aCall()
  const desk = (procedure: string, input: unknown) => product.call(procedure, input, { token })
  await first.arrive()
  await first.press('1')
  await first.press('3')
  const conversationId = (await first.row()).conversationId ?? ''
  const level = async () => (await desk('identity.get', { conversationId })).json.level
  const { version } = (await desk('conversation.get', { conversationId })).json
  await desk('conversation.linkPatient', { conversationId, version, patientId })
  later(20)
  expect((await desk('identity.vouch', { conversationId, method: 'document-in-person' })).json.level).toBe('verified')
  later(60)
  expect(await level()).toBe('verified')
  await first.dialed('completed', { CallStatus: 'completed' })
  expect((await first.row()).state).toBe('talked')
  expect(await level()).not.toBe('verified')
})

describe('desk-D63 a voicemail', () => {
  test('desk-D61 nothing is recorded before the caller agreed, and the answer is kept with its time', async () => {
    const made = aCall()
    await made.arrive()
    await made.press('1')
    await made.press('2')
    expect(await made.press('2')).toContain('We record your message')
    expect(await made.row()).toMatchObject({ consent: null, consentAt: null })
    expect(await made.press('2')).not.toContain('<Record')
    expect(await made.row()).toMatchObject({ state: 'call_back', consent: 'refused', consentAt: clock.now })
  })

  test('desk-D63 without words it is to be listened to: the checked sound, urgent, and a clock to triage', async () => {
    const { row, from } = await aVoicemail()
    await takeVoicemails()
    await takeVoicemails()
    const { state, consent, conversationId } = await row()
    expect({ state, consent }).toEqual({ state: 'voicemail', consent: 'given' })
    const messages = await messagesOf(conversationId)
    expect(messages).toEqual([
      { text: '', flags: ['voicemail', 'listen'], direction: 'in', channel: 'voice', urgency: 'urgent' },
    ])
    const files = await look<{ id: string; type: string; verdict: string }>(
      `select id, type, verdict from attachment where organization_id = $1 and conversation_id = $2`,
      [organizationId, conversationId],
    )
    expect(files).toMatchObject([{ type: 'audio/wav', verdict: 'clean' }])
    const played = await product.send('GET', `/files/${files[0]?.id}`, undefined, { token })
    expect(played.headers.get('content-type')).toBe('audio/wav')
    const [message] = await look(
      `select content_class from message where organization_id = $1 and conversation_id = $2 and flags @> '{listen}'`,
      [organizationId, conversationId],
    )
    expect(message).toEqual({ content_class: 'clinical' })
    expect(await textsTo(from)).toEqual([])
  })

  test('desk-D63 with red-flag words a nurse is paged, and the caller, who has hung up, gets the emergency text as a text message', async () => {
    await setDesk(null, true)
    const made = await aVoicemail()
    const told = { RecordingSid: made.recordingId, TranscriptionText: 'my chest hurts and I cannot breathe' }
    await push(`${base}/transcript`, made.form(told))
    await push(`${base}/transcript`, made.form(told))
    await takeVoicemails()
    const { conversationId } = await made.row()
    const messages = await messagesOf(conversationId)
    expect(messages.filter(({ direction }) => direction === 'in')).toMatchObject([
      { text: told.TranscriptionText, flags: ['voicemail'], urgency: 'stat' },
    ])
    expect(await alertsOf(conversationId)).toHaveLength(1)
    expect(await textsTo(made.from)).toMatchObject([{ purpose: 'emergency', text: expect.stringContaining('911') }])
  })

  test('desk-D63 words that come late are a message of their own, and are understood', async () => {
    const made = await aVoicemail()
    await takeVoicemails()
    await push(
      `${base}/transcript`,
      made.form({ RecordingSid: made.recordingId, TranscriptionText: 'I want to kill myself tonight' }),
    )
    const { conversationId } = await made.row()
    expect((await messagesOf(conversationId)).filter(({ direction }) => direction === 'in')).toHaveLength(2)
    expect(await alertsOf(conversationId)).toHaveLength(1)
  })

  test('desk-D63 red-flag words wait for no sound that cannot be had: paged and answered at once, and the sound comes after, nothing twice', async () => {
    await setDesk(null, true)
    const made = await aVoicemail()
    const sound = recordings.get(`/recordings/${made.recordingId}`)!
    recordings.delete(`/recordings/${made.recordingId}`)
    const told = { RecordingSid: made.recordingId, TranscriptionText: 'my chest hurts and I cannot breathe' }
    await push(`${base}/transcript`, made.form(told))
    await takeVoicemails()
    await takeVoicemails()
    const { conversationId } = await made.row()
    expect(await alertsOf(conversationId)).toHaveLength(1)
    expect(await textsTo(made.from)).toMatchObject([{ purpose: 'emergency', text: expect.stringContaining('911') }])
    recordings.set(`/recordings/${made.recordingId}`, sound)
    await takeVoicemails()
    await push(`${base}/transcript`, made.form(told))
    await takeVoicemails()
    const messages = await messagesOf(conversationId)
    expect(messages.filter(({ direction }) => direction === 'in')).toMatchObject([
      { text: told.TranscriptionText, flags: ['transcript'], urgency: 'stat' },
      { text: '', flags: ['voicemail', 'listen'] },
    ])
    const files = await look(`select verdict from attachment where organization_id = $1 and conversation_id = $2`, [
      organizationId,
      conversationId,
    ])
    expect(files).toEqual([{ verdict: 'clean' }])
    expect(await alertsOf(conversationId)).toHaveLength(1)
    expect(await textsTo(made.from)).toHaveLength(1)
  })

  test('desk-D63 a voicemail is a message also where its number was closed meanwhile', async () => {
    const made = await aVoicemail()
    const asAdmin = { token: await signedIn(product, administrator) }
    await call('organization.setDoorLive', { doorId: line.id, isLive: false }, asAdmin)
    await takeVoicemails()
    await call('organization.setDoorLive', { doorId: line.id, isLive: true }, asAdmin)
    expect(await messagesOf((await made.row()).conversationId)).toMatchObject([{ flags: ['voicemail', 'listen'] }])
  })

  test('desk-D55 a recording that is no sound is not given out, and one that cannot be had is said', async () => {
    const made = await aVoicemail()
    recordings.set(`/recordings/${made.recordingId}`, Buffer.from('MZ this is a program'))
    const lost = await aVoicemail()
    recordings.delete(`/recordings/${lost.recordingId}`)
    await takeVoicemails()
    expect((await lost.row()).conversationId).toBeNull()
    for (let n = 1; n < 10; n++) await takeVoicemails()
    const verdicts = async ({ row }: typeof made) =>
      look(`select verdict, reason from attachment where organization_id = $1 and conversation_id = $2`, [
        organizationId,
        (await row()).conversationId,
      ])
    expect(await verdicts(made)).toEqual([{ verdict: 'refused', reason: 'type_not_allowed' }])
    expect(await verdicts(lost)).toEqual([{ verdict: 'unreadable', reason: 'not_fetched' }])
  })
})

describe('desk-D63 an abandoned call', () => {
  /** Somebody talks at the desk, so that the next caller waits. */
  async function aBusyDesk() {
    await setDesk(DESK)
    const talking = aCall()
    await talking.arrive()
    await talking.press('1')
    await talking.press('3')
    const waiting = aCall()
    await waiting.arrive()
    await waiting.press('1')
    return { talking, waiting }
  }

  test('desk-D63 after more than ten seconds in the line one text leaves; told again it stays one', async () => {
    const { talking, waiting } = await aBusyDesk()
    expect(await waiting.press('3')).toContain('All of us are on the phone')
    expect(await waiting.press('3')).toContain('You are number 1')
    later(11)
    await waiting.hangUp()
    await waiting.hangUp()
    expect((await waiting.row()).state).toBe('abandoned')
    expect(await textsTo(waiting.from)).toMatchObject([
      { purpose: 'reply', text: expect.stringContaining('call you back') },
    ])
    await talking.dialed('completed')
  })

  test('desk-D63 within ten seconds, and to a number that stopped texts, none leaves; it is counted either way', async () => {
    const { talking, waiting } = await aBusyDesk()
    await waiting.press('3')
    later(9)
    await waiting.hangUp()
    expect((await waiting.row()).state).toBe('hung_up')

    const stopped = aCall()
    const [message] = await look<{ id: string }>(`select id from message where organization_id = $1 limit 1`, [
      organizationId,
    ])
    await look(
      `insert into number_stop (organization_id, id, address, kind, message_id, stopped_at) values ($1, $2, $3, 'stop', $4, $5)`,
      [organizationId, newId(), stopped.from, message?.id, clock.now],
    )
    await stopped.arrive()
    await stopped.press('1')
    await stopped.press('3')
    later(30)
    await stopped.hangUp()
    expect((await stopped.row()).state).toBe('abandoned')
    expect(await textsTo(stopped.from)).toEqual([])
    await talking.dialed('no-answer', { CallStatus: 'completed' })
    expect((await talking.row()).state).toBe('abandoned')
    const listed = await call('voiceLine.list', undefined, { token: await signedIn(product, administrator) })
    expect(listed.json[0].counts.abandoned).toBeGreaterThanOrEqual(2)
  })

  test('desk-D62 a call-back keeps the place: who calls later stands behind it', async () => {
    const { talking, waiting } = await aBusyDesk()
    await waiting.press('3')
    await waiting.press('1')
    expect((await waiting.row()).state).toBe('call_back')
    later(6 * 60)
    const third = aCall()
    await third.arrive()
    await third.press('1')
    await third.press('3')
    expect(await third.press('3')).toContain('You are number 2')
    await third.hangUp()
    await talking.dialed('completed')
  })
})

describe('desk-D62 calling back', () => {
  async function aCallBack(from = aNumber()) {
    const made = aCall(from)
    await made.arrive()
    await made.press('1')
    await made.press('1')
    await made.press('1')
    const listed = await asAgent('callBack.list', {})
    const row = listed.json.items.find(({ address }: { address: string }) => address === from)
    return { ...made, row, now: async () => (await rowsOf(from))[0] }
  }
  const rowsOf = (address: string) =>
    look<{ id: string; state: string; tries: number; due: Date; requests: number; version: number }>(
      `select id, state, tries, due_at as due, requests, version from call_back where organization_id = $1 and address = $2 order by state = 'open' desc, id desc`,
      [organizationId, address],
    )
  const settle = async (how: string, address: string, more: object = {}) => {
    const [row] = await rowsOf(address)
    return asAgent(`callBack.${how}`, { callBackId: row?.id, version: row?.version, ...more })
  }

  test('desk-D62 three tries at 0, 10 and 60 minutes, each with a row, then one text', async () => {
    const { row, from, now } = await aCallBack()
    expect(row).toMatchObject({ tries: 0, requests: 1, dueAt: clock.now.toISOString() })
    await settle('notReached', from)
    expect(await now()).toMatchObject({ state: 'open', tries: 1, due: new Date(clock.now.getTime() + 600_000) })
    later(600)
    await settle('notReached', from)
    expect(await now()).toMatchObject({ tries: 2, due: new Date(clock.now.getTime() + 3_000_000) })
    later(3_000)
    await settle('notReached', from)
    expect(await now()).toMatchObject({ state: 'given_up', tries: 3 })
    expect(await textsTo(from)).toMatchObject([
      { purpose: 'reply', text: expect.stringContaining('tried to call you back') },
    ])
    const tries = await look(`select state from call where organization_id = $1 and call_back_id = $2`, [
      organizationId,
      row.id,
    ])
    expect(tries).toEqual([{ state: 'no_answer' }, { state: 'no_answer' }, { state: 'no_answer' }])
    expect(await settle('notReached', from)).toMatchObject({ code: 'CHANGED_MEANWHILE' })
  })

  test('desk-D62, D41 what the desk promises for another time is told by one text, with day and hour; a stopped number gets none', async () => {
    const moved = async (address: string, at: Date) => settle('move', address, { at: at.toISOString() })
    const at = new Date(new Date(clock.now.getTime() + 86_400_000).setUTCHours(15, 30, 0, 0))
    const day = new Intl.DateTimeFormat('en', { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' })
    const { from } = await aCallBack()
    expect((await moved(from, at)).status).toBe(200)
    expect((await moved(from, at)).status).toBe(200)
    const [text, ...more] = await textsTo(from)
    expect(more).toEqual([])
    expect(text?.text).toMatch(new RegExp(`to ${day.format(at)}, (10|11):30\\sAM\\.`))

    const stopped = await aCallBack()
    await look(
      `insert into number_stop (organization_id, id, address, kind, message_id, stopped_at)
       select organization_id, $2, $3, 'stop', id, $4 from message where organization_id = $1 limit 1`,
      [organizationId, newId(), stopped.from, clock.now],
    )
    expect((await moved(stopped.from, at)).status).toBe(200)
    expect(await textsTo(stopped.from)).toEqual([])
  })

  test('desk-D62 reached at the second try, done with an outcome; of two who settle at once one is told', async () => {
    const { from, row, now } = await aCallBack()
    await settle('notReached', from)
    const stale = { callBackId: row.id, version: row.version }
    expect(await asAgent('callBack.reached', stale)).toMatchObject({ code: 'CHANGED_MEANWHILE' })
    expect((await settle('reached', from)).status).toBe(200)
    const [conversation] = await look(`select due_at from conversation where organization_id = $1 and id = $2`, [
      organizationId,
      row.conversation.id,
    ])
    expect(conversation).toEqual({ due_at: null })
    expect(await settle('done', from, { outcome: 'x' })).toMatchObject({ code: 'INVALID_INPUT' })
    const outcome = 'Visit moved to Tuesday'
    const asked = { code: 'INVALID_INPUT', json: { data: { field: 'identity' } } }
    expect(await settle('done', from, { outcome })).toMatchObject(asked)
    expect((await settle('done', from, { outcome, identity: 'not_asked' })).status).toBe(200)
    expect(await now()).toMatchObject({ state: 'done', tries: 2 })
    const view = await asAgent('conversation.list', { view: 'call-backs' })
    expect(view.json.items.map(({ id }: { id: string }) => id)).not.toContain(row.conversation.id)
  })

  test('desk-D62 a row says how sure we are, what to ask and whether an interpreter is needed; who told two facts is verified, and how the check ended stands with the call', async () => {
    const [patient, number] = [await aPatient(product, { organizationId }), aNumber()]
    await look(`update patient set language = 'vi' where id = $1`, [patient.patientId])
    const contactId = await inbox.contact(patient.patientId, 'phone', number)
    const { row, from } = await aCallBack(number)
    expect(row).toMatchObject({
      language: 'en',
      interpreter: 'vi',
      identity: { level: 'matched', check: 'two-facts', relatedName: null },
    })
    const { conversation } = row
    const checkNow = async () =>
      (await asAgent('callBack.list', {})).json.items.find(({ address }: { address: string }) => address === from)
        .identity.check
    // Whoever changed a number this week answers it too.
    await look(`update contact_point set changed_at = $2 where id = $1`, [contactId, clock.now])
    expect(await checkNow()).toBe('new-number')
    await settle('reached', from)
    later(120)
    const said = { outcome: 'Visit moved to Tuesday', identity: 'confirmed' }
    expect(await settle('done', from, said)).toMatchObject({ code: 'CONTACT_POINT_TOO_NEW' })
    await look(`update contact_point set value = $2 where id = $1`, [contactId, aNumber()])
    expect(await checkNow()).toBe('other-number')
    expect(await settle('done', from, said)).toMatchObject({ code: 'INVALID_INPUT', json: { data: { field: 'identity' } } }) // prettier-ignore
    await look(`update contact_point set value = $2, changed_at = $3::timestamptz - interval '60 days' where id = $1`, [contactId, number, clock.now]) // prettier-ignore
    expect((await settle('done', from, said)).status).toBe(200)

    const panel = await asAgent('identity.get', { conversationId: conversation.id })
    expect(panel.json).toMatchObject({ level: 'verified', method: 'two-facts-and-call-back' })
    const kept = `select identity_check as kept from call_back where organization_id = $1 and id = $2`
    expect(await look(kept, [organizationId, row.id])).toEqual([{ kept: 'confirmed' }])
    const { events } = (await asAgent('conversation.messages', { conversationId: conversation.id })).json
    expect(events).toContainEqual(expect.objectContaining({ event: 'call-back.done', detail: expect.objectContaining({ identity: 'confirmed' }) })) // prettier-ignore

    // Of a number that is nobody's there is nothing to compare with.
    const stranger = await aCallBack()
    expect(stranger.row).toMatchObject({ interpreter: null, identity: { level: 'none', check: 'nobody' } })
    await settle('reached', stranger.from)
    expect(await settle('done', stranger.from, said)).toMatchObject({ code: 'STATE_NOT_ALLOWED' })
    expect((await settle('done', stranger.from, { ...said, identity: 'not_confirmed' })).status).toBe(200)
    expect(await look(kept, [organizationId, stranger.row.id])).toEqual([{ kept: 'not_confirmed' }])
  })

  test('desk-D62 a call that reached somebody swallows no request that comes after, and "Reached" can be taken back', async () => {
    const first = await aCallBack()
    await settle('notReached', first.from)
    await settle('reached', first.from)
    later(3_600)
    const { row } = await aCallBack(first.from)
    const asked = { id: first.row.id, requests: 2, tries: 0, reachedAt: null, isBooked: false }
    expect(row).toMatchObject({ ...asked, dueAt: clock.now.toISOString(), waitingSince: clock.now.toISOString() })
    await settle('reached', first.from)
    const tries = async () =>
      (await look<{ state: string }>(`select state from call where organization_id = $1 and call_back_id = $2 order by started_at, id`, [organizationId, row.id])).map(({ state }) => state) // prettier-ignore
    expect(await tries()).toEqual(['no_answer', 'talked', 'talked'])
    later(60)
    expect((await settle('notReached', first.from)).status).toBe(200)
    const { items } = (await asAgent('callBack.list', {})).json
    const dueAt = new Date(clock.now.getTime() + 600_000).toISOString()
    expect(items).toContainEqual(expect.objectContaining({ id: row.id, tries: 1, reachedAt: null, dueAt }))
    expect(await tries()).toEqual(['no_answer', 'talked', 'no_answer'])
    await settle('cancel', first.from, { outcome: 'Came to the desk' })
  })

  test('desk-D62 a second request for a number joins the first, in its conversation', async () => {
    const first = await aCallBack()
    const second = await aCallBack(first.from)
    expect(second.row).toMatchObject({ id: first.row.id, requests: 2, conversation: first.row.conversation })
    const view = await asAgent('conversation.list', { view: 'call-backs' })
    const counts = await asAgent('conversation.counts', {})
    expect(counts.json['call-backs']).toBe(view.json.items.length)
    await settle('cancel', first.from, { outcome: 'Came to the desk' })
  })

  test('desk-D4 desk-D62 a call about a call-back goes on in the conversation of one person only when nobody else has the number; else it stands apart with a hint, and each of them is called back', async () => {
    const number = aNumber()
    const son = await aPatient(product, { organizationId })
    await inbox.contact(son.patientId, 'phone', number)
    const first = await aCallBack(number)
    const his = first.row.conversation.id
    expect((await aCallBack(number)).row).toMatchObject({ requests: 2, conversation: { id: his } })

    const mother = await aPatient(product, { organizationId })
    await inbox.contact(mother.patientId, 'phone', number)
    const apartFrom = async (before: string[]) => {
      await aCallBack(number)
      return look<{ id: string; patient: string | null; hint: string | null; reason: string | null }>(
        `select c.id, c.patient_id as patient, c.may_belong_to as hint, c.may_belong_reason as reason from conversation c join call l on l.conversation_id = c.id
          where c.organization_id = $1 and l.address = $2 and c.id <> all ($3::uuid[])`,
        [organizationId, number, before],
      )
    }
    const both = await apartFrom([his])
    expect(both).toMatchObject([{ patient: null, hint: his, reason: 'same-number' }])
    // His call does not stand for hers: whoever called is called back as well, and joins their own call when they ask again.
    const waiting = async () => {
      const { items } = (await asAgent('callBack.list', {})).json as { items: { address: string; requests: number; patientName: string | null; conversation: { id: string } }[] } // prettier-ignore
      return items.filter(({ address }) => address === number).map(({ requests, conversation }) => [conversation.id, requests]) // prettier-ignore
    }
    expect(await waiting()).toEqual(expect.arrayContaining([[his, 2], [both[0]?.id, 1]])) // prettier-ignore
    const [theirs] = await look<{ id: string; version: number }>(`select id, version from call_back where conversation_id = $1`, [both[0]?.id]) // prettier-ignore
    await asAgent('callBack.cancel', { callBackId: theirs?.id, version: theirs?.version, outcome: 'Nobody was known' })
    await look(`update contact_point set use = 'old' where patient_id = $1`, [son.patientId])
    const hers = await apartFrom([his, both[0]?.id ?? ''])
    expect(hers).toMatchObject([{ patient: mother.patientId, hint: his, reason: 'same-number' }])
    expect(await waiting()).toEqual(expect.arrayContaining([[his, 2], [hers[0]?.id, 1]])) // prettier-ignore
    const open = await look<{ id: string; version: number }>(`select id, version from call_back where address = $1 and state = 'open'`, [number]) // prettier-ignore
    expect(open).toHaveLength(2)
    for (const { id, version } of open)
      await asAgent('callBack.cancel', { callBackId: id, version, outcome: 'Spoke with both' })
  })

  test('desk-D22 desk-D62 a call-back goes with its conversation into a merge, joins one for the same number there, and comes back at an undo', async () => {
    const { patientId } = await aPatient(product, { organizationId })
    const versionOf = async (id: string) => (await asAgent('conversation.get', { conversationId: id })).json.version
    const merge = async (conversationId: string, intoId: string) => {
      const versions = { version: await versionOf(conversationId), intoVersion: await versionOf(intoId) }
      const merged = await asAgent('conversation.merge', { conversationId, intoId, ...versions })
      expect(merged.status).toBe(200)
      return merged.json.moveId as string
    }
    const rowOf = async (address: string) =>
      (await asAgent('callBack.list', {})).json.items.filter((row: { address: string }) => row.address === address)
    const into = await inbox.receive(portalOf(patientId), 'Please call me')
    const first = await aCallBack()
    const source = first.row.conversation.id as string
    const moveId = await merge(source, into)
    expect(await rowOf(first.from)).toMatchObject([{ conversation: { id: into }, patientName: 'Pat Rivera' }])
    expect((await asAgent('conversation.undoMove', { conversationId: into, moveId })).status).toBe(200)
    expect(await rowOf(first.from)).toMatchObject([{ conversation: { id: source }, patientName: null }])

    await merge(source, into)
    // The same number, of somebody whom nobody knows yet.
    await aCallBack(first.from)
    const [other] = (await rowOf(first.from)).filter((row: { conversation: { id: string } }) => row.conversation.id !== into) // prettier-ignore
    await merge(other.conversation.id, into)
    expect(await rowOf(first.from)).toMatchObject([{ conversation: { id: into }, requests: 2, tries: 0 }])
    expect((await settle('reached', first.from)).status).toBe(200)
    expect(await look(`select due_at from conversation where id = $1`, [into])).toEqual([{ due_at: null }])
  })

  test('desk-D62 booked an hour to thirty days ahead, not at night, and for a number of the conversation alone', async () => {
    const { patientId } = await aPatient(product, { organizationId })
    const number = aNumber()
    await inbox.contact(patientId, 'phone', number)
    const made = await aCallBack(number)
    const conversationId = made.row.conversation.id
    await settle('cancel', number, { outcome: 'Booked instead' })
    const at = (minutes: number) => new Date(clock.now.getTime() + minutes * 60_000).toISOString()
    const book = (over: object) =>
      call('callBack.book', { conversationId, address: number, at: at(60), ...over }, { token })
    expect(await book({ at: at(59) })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await book({ at: at(30 * 24 * 60 + 1) })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await book({ at: at(12 * 60) })).toMatchObject({ code: 'QUIET_HOURS' })
    expect(await book({ address: aNumber() })).toMatchObject({ code: 'WRONG_PERSON' })
    expect(await book({ conversationId: newId() })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await book({})).toMatchObject({ status: 200, json: { dueAt: at(60) } })
    const stranger = await aMember(product, await anOrganization(product), 'agent')
    const [row] = await rowsOf(number)
    const foreign = { callBackId: row?.id, version: row?.version }
    expect(await call('callBack.reached', foreign, { token: await signedIn(product, stranger) })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(await call('callBack.list', {}, { token: await signedIn(product, administrator) })).toMatchObject({
      code: 'NOT_ALLOWED',
    })
  })
})

test('desk-D61 a number takes calls by the account of its texts, or by one of its own; its secret is sealed and not shown', async () => {
  const asAdmin = { token: await signedIn(product, administrator) }
  expect(line).toMatchObject({ number: OURS, carrierAccount: 'AC1', apiUrl, deskNumber: null, isLive: true })
  expect(added.text).not.toContain(SECRET)
  expect(await call('voiceLine.add', LINE, asAdmin)).toMatchObject({ code: 'INVALID_INPUT' })
  const alone = { ...LINE, number: '+1 212 555 0188' }
  expect(await call('voiceLine.add', alone, asAdmin)).toMatchObject({ code: 'INVALID_INPUT' })
  const own = { carrierAccount: 'AC7', secret: 'the-seventh-secret', apiUrl: 'https://api.carrier.example/' }
  const listed = await call('voiceLine.add', { ...alone, carrier: own }, asAdmin)
  expect(listed.json[1]).toMatchObject({ number: '+12125550188', apiUrl: 'https://api.carrier.example' })
  const change = {
    voiceLineId: listed.json[1].id,
    carrier: null,
    deskNumber: '212',
    callsAtOnce: 2,
    isTranscribed: true,
  }
  expect(await call('voiceLine.change', change, asAdmin)).toMatchObject({ code: 'INVALID_INPUT' })
  const changed = await call('voiceLine.change', { ...change, deskNumber: DESK }, asAdmin)
  expect(changed.json[1]).toMatchObject({ deskNumber: DESK, callsAtOnce: 2, carrierAccount: 'AC7' })
  expect(await call('voiceLine.list', undefined, { token })).toMatchObject({ code: 'NOT_ALLOWED' })
})

test('desk-D61 the simulated carrier calls over the same signed webhooks: language, danger in words, a message with its tone and words, hanging up', async () => {
  const phones = Fastify({ logger: false })
  registerVoiceWebhook(phones, services, { ...product.options, voiceAnswerMs: 30_000 })
  const asAdmin = { token: await signedIn(product, administrator) }
  const listed = await call('voiceLine.list', undefined, asAdmin)
  const { id, carrierAccount } = listed.json.find(({ number }: { number: string }) => number === OURS)
  const own = { organizationId, accountId: id, address: OURS, siteId: null, carrierAccount, secret: SECRET, apiUrl: '' }
  const simulated = { ...own, deskNumber: null, callsAtOnce: 1, isTranscribed: true, languages: ['en', 'es'] as const }
  registerCallSimulator(phones, services, simulated, 20)
  const at = await phones.listen({ host: '127.0.0.1', port: 0 })
  simulated.apiUrl = `${at}${SIMULATED_API}`
  await setDesk(null, true)
  await look(`update voice_line set api_url = $2 where organization_id = $1`, [organizationId, simulated.apiUrl])

  const number = aNumber()
  const ask = async (path: string, more: object = {}) => {
    const answered = await fetch(`${at}/demo/phone/call${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ number, ...more }),
    })
    return { status: answered.status, ...((await answered.json()) as { said: { text: string }[]; wants: string }) }
  }
  expect((await ask('')).said[0]?.text).toContain('9 1 1')
  await ask('/answer', { keys: '2' })
  expect((await ask('/answer')).said.at(-3)?.text).toContain('No lo oímos')
  await ask('/answer', { words: 'quiero una cita' })
  await ask('/answer', { keys: '2' })
  expect(await ask('/answer', { keys: '1' })).toMatchObject({ wants: 'recording' })
  expect(await ask('/answer', { words: 'me duele mucho el pecho y no puedo respirar' })).toMatchObject({
    wants: 'over',
  })
  expect(await ask('/hang-up')).toMatchObject({ status: 409 })
  await takeVoicemails()
  const rows = await look<{ conversationId: string; state: string; language: string }>(
    `select conversation_id as "conversationId", state, language from call where organization_id = $1 and address = $2`,
    [organizationId, number],
  )
  expect(rows).toMatchObject([{ state: 'voicemail', language: 'es' }])
  const conversationId = rows[0]?.conversationId ?? null
  const words = (await messagesOf(conversationId)).filter(({ direction }) => direction === 'in').map(({ text }) => text)
  expect(words).toEqual(['quiero una cita', 'me duele mucho el pecho y no puedo respirar'])
  expect(await alertsOf(conversationId)).toHaveLength(1)
  const files = await look(`select verdict from attachment where organization_id = $1 and conversation_id = $2`, [
    organizationId,
    conversationId,
  ])
  expect(files).toEqual([{ verdict: 'clean' }])
  await ask('')
  expect(await ask('/hang-up')).toMatchObject({ wants: 'over' })

  // Somebody sits down at the telephone of the desk: it rings, picks up by itself, and hangs up.
  const desk = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"isThere":true}' }
  expect((await fetch(`${at}/demo/phone/desk`, desk)).status).toBe(200)
  later(1)
  await ask('')
  await ask('/answer', { keys: '1' })
  expect(await ask('/answer', { keys: '3' })).toMatchObject({ wants: 'rings' })
  const state = async () =>
    (await look(`select state from call where organization_id = $1 and address = $2 order by started_at desc, id desc limit 1`, [organizationId, number]))[0] // prettier-ignore
  await expect.poll(state).toEqual({ state: 'talking' })
  const now = async () => {
    const answered = await fetch(`${at}/demo/phone/call?number=${encodeURIComponent(number)}`)
    const { said, wants } = (await answered.json()) as { said: { text: string }[]; wants: string }
    return { wants, said: said.map(({ text }) => text).join(' ') }
  }
  expect(await now()).toMatchObject({ wants: 'talks' })
  // Hold, go on and pass on, as the desk asks for them.
  const atDesk = await call('deskCall.list', undefined, { token })
  const callId = atDesk.json.calls.find(({ address }: { address: string }) => address === number).id as string
  const does = async (what: string, more: object = {}) =>
    expect(await call(`deskCall.${what}`, { callId, ...more }, { token })).toMatchObject({ status: 200 })
  await does('take')
  await does('hold')
  await expect.poll(now).toMatchObject({ wants: 'answer', said: expect.stringContaining('will be back soon') })
  await does('goOn')
  await expect.poll(state).toEqual({ state: 'talking' })
  const to = { kind: 'colleague', staffId: nurse.staffId }
  await does('transfer', { to, summary: 'Has a rash since Monday.' })
  const hers = await signedIn(product, nurse)
  const passed = async () => (await call('deskCall.list', undefined, { token: hers })).json.calls[0]
  await expect.poll(passed).toMatchObject({ id: callId, state: 'talking', isMine: true })
  await expect.poll(now).toMatchObject({ wants: 'talks', said: expect.stringContaining('another person here') })
  expect(await ask('/desk')).toMatchObject({ wants: 'over' })
  expect(await state()).toEqual({ state: 'talked' })
  phones.server.closeAllConnections()
  await phones.close()
})

describe('understanding-D70 the assistant on the telephone', () => {
  const HOURS = 'We are open from 8 to 5 on week days. We are closed on Saturday and Sunday.'
  const LONG = `${HOURS} You can park for free behind the house. Drive in from Harbor Street and take a ticket. Show it at the front desk.`
  const nobodyHas = 'Nobody can pick up'

  async function publish(title: string, questions: string[], body: string) {
    const author = { token: await signedIn(product, agent) }
    const articleId = newId()
    const content = {
      kind: 'administrative',
      ownerId: agent.staffId,
      audience: ['visitor', 'patient'],
      siteIds: [],
      sources: [{ title, url: 'https://clinic.example/page' }],
      expiresOn: new Date(clock.now.getTime() + 300 * 86_400_000).toISOString().slice(0, 10),
      waiverReason: null,
      texts: [{ language: 'en', title, body, questions, isMachine: false }],
    }
    expect(await call('article.save', { articleId, version: 0, revision: 0, content }, author)).toMatchObject({
      status: 200,
    })
    await call('article.submit', { articleId, version: 1, revision: 1 }, author)
    await call('article.approve', { articleId, version: 1, revision: 1 }, { token: await signedIn(product, nurse) })
    const supervisor = await aMember(product, { organizationId }, 'supervisor')
    const asSupervisor = { token: await signedIn(product, supervisor) }
    expect(await call('article.publish', { articleId, version: 1 }, asSupervisor)).toMatchObject({ status: 200 })
  }
  const setChannels = (channels: string[]) =>
    look(`update organization set assistant_channels = $2 where organization_id = $1`, [organizationId, channels])
  beforeEach(() => setChannels(['voice']))
  afterAll(() => setChannels([]))
  const handOffs = (conversationId: string | null) =>
    look<{ reason: string; state: string }>(
      `select reason, state from hand_off where organization_id = $1 and conversation_id = $2 order by requested_at`,
      [organizationId, conversationId],
    )
  async function aMenu() {
    const made = aCall()
    await made.arrive()
    const menu = await made.press('1')
    return { ...made, menu }
  }

  test('a question is answered in the call from an approved article, short, with its page and day; the answer stands in the conversation', async () => {
    await publish('Our hours', ['What are your hours?', 'When do you open?', 'When are you open?'], HOURS)
    const { menu, speak, press, row, hangUp, from } = await aMenu()
    expect(menu).toContain('automatic helper')
    expect(menu).toContain('4 for our hours')
    const said = await speak('when do you open')
    expect(said).toContain('open from 8 to 5')
    expect(said).toMatch(/from our page Our hours\. Our team checked it on \w+ \d+, \d{4}\./)
    expect(said).toContain('press 0 for a person')
    expect(said).not.toContain('https://clinic')
    expect(await press('9')).toContain('open from 8 to 5')
    const { conversationId } = await row()
    expect((await messagesOf(conversationId)).map(({ direction, text }) => [direction, text.slice(0, 17)])).toEqual([
      ['in', 'when do you open'],
      ['out', 'We are open from '],
    ])
    expect(await look(`select state from conversation where id = $1`, [conversationId])).toEqual([{ state: 'waiting' }])
    expect(await handOffs(conversationId)).toEqual([])
    await hangUp()
    expect(await textsTo(from)).toEqual([])
  })

  test('a carrier that tells the same words again stores and answers them once, and the caller hears the answer again', async () => {
    const made = aCall()
    await made.arrive()
    const menu = await made.press('1')
    const path = (/action="([^"]+)"/.exec(menu)?.[1] ?? '').replaceAll('&amp;', '&').slice(PUBLIC_URL.length)
    const form = made.form({ SpeechResult: 'when do you open' })
    const answers = await Promise.all(Array.from({ length: 4 }, () => push(path, form)))
    expect(answers.map(({ text }) => text.includes('open from 8 to 5'))).toEqual([true, true, true, true])
    expect(await messagesOf((await made.row()).conversationId)).toHaveLength(2)
  })

  test('a key tells our hours and opens no conversation; what is too long for the ear is not read out', async () => {
    const { press, row } = await aMenu()
    expect(await press('4')).toContain('open from 8 to 5')
    expect((await row()).conversationId).toBeNull()
    await publish('Parking', ['Where can I park?', 'Is there parking?', 'Do you have parking?'], LONG)
    const other = await aMenu()
    const said = await other.speak('where can I park')
    expect(said).toContain('It is on our page Parking')
    expect(said).not.toContain('Harbor Street')
  })

  test('D62 0, or a wish for a person in other words, hands over at any time, with the line, and again after an answer', async () => {
    const first = await aMenu()
    await first.speak('when do you open')
    expect(await first.press('0')).toContain(nobodyHas)
    await first.press('1')
    const { conversationId } = await first.row()
    expect(await handOffs(conversationId)).toEqual([{ reason: 'asked', state: 'requested' }])
    expect(await look(`select state from conversation where id = $1`, [conversationId])).toEqual([{ state: 'open' }])
    const [asked] = await look<{ id: string }>(`select id from hand_off where conversation_id = $1`, [conversationId])
    await noteThenPerson({ db: product.database, now: () => clock.now, noteUnanswered }, organizationId, asked!.id)
    const notHelped = `select channel, wording from unanswered_question where organization_id = $1 and outcome = 'then_person'`
    expect(await look(notHelped, [organizationId])).toEqual([{ channel: 'voice', wording: 'when do you open' }])

    await setDesk(DESK)
    const second = await aMenu()
    await second.speak('when do you open')
    expect(await second.speak('no I want to talk to somebody real please')).toContain(`>${DESK}</Number></Dial>`)
    const talked = await second.row()
    expect(await handOffs(talked.conversationId)).toEqual([{ reason: 'asked', state: 'requested' }])
    await second.dialed('completed')
    expect(await handOffs(talked.conversationId)).toEqual([{ reason: 'asked', state: 'closed' }])
  })

  test.each([
    ['not understood twice', ['tell me a joke about a horse', 'sing me a song'], 'not-understood'],
    ['a silence, then not understood', [null, 'tell me a joke about a horse'], 'not-understood'],
  ])('D70 %s: a call-back or a message is offered', async (_name, heard, reason) => {
    const { speak, keepSilent, row } = await aMenu()
    let said = ''
    for (const words of heard) {
      expect(said).not.toContain(nobodyHas)
      said = words === null ? await keepSilent() : await speak(words)
    }
    expect(said).toContain(nobodyHas)
    expect(await handOffs((await row()).conversationId)).toMatchObject([{ reason }])
  })

  test('D3 danger is told first as before, what may be clinical goes to a person, and nothing of a record is said', async () => {
    const danger = await aMenu()
    const said = await danger.speak("I can't breathe. When do you open?")
    expect(said).toContain('911')
    expect(said).not.toContain('open from 8 to 5')
    expect(await alertsOf((await danger.row()).conversationId)).toHaveLength(1)

    const clinical = await aMenu()
    expect(await clinical.speak('my ankle has been swollen for two days, when do you open')).not.toContain('8 to 5')
    expect(await handOffs((await clinical.row()).conversationId)).toMatchObject([{ reason: 'clinical' }])

    const { patientId } = await aPatient(product, { organizationId })
    const number = aNumber()
    await look(
      `insert into contact_point (organization_id, id, patient_id, system, value, state, changed_at) values ($1, $2, $3, 'phone', $4, 'active', $5)`,
      [organizationId, newId(), patientId, number, clock.now],
    )
    const known = aCall(number)
    await known.arrive()
    await known.press('1')
    expect(await known.speak('what is my balance and when is my next visit')).toContain(nobodyHas)
    const out = (await messagesOf((await known.row()).conversationId)).filter(({ direction }) => direction === 'out')
    expect(out).toEqual([])
  })

  const requests = (conversationId: string | null) =>
    look<{ kind: string; state: string; slots: Record<string, string> }>(
      `select t.kind, t.state, (select json_object_agg(s.name, s.shown) from assistant_slot s where s.task_id = t.id) as slots
         from assistant_task t where t.organization_id = $1 and t.conversation_id = $2`,
      [organizationId, conversationId],
    )

  test('D64 D70 a request is taken in the call: one short question at a time, by words or keys, said back, sent after a yes, and brought to people', async () => {
    const { speak, press, row, hangUp } = await aMenu()
    const first = await speak('I need to book an appointment')
    expect(first).toContain('I can write this down for our team. Press 0 for a person.')
    expect(first).toContain('What is the visit for?')
    const who = await speak('a check of my ears')
    expect(who).toContain('Who is the visit for?')
    expect(who).toContain('Press 1: For me.')
    // The question again, and nothing else.
    expect(await press('9')).toContain('Who is the visit for?')
    expect(await press('1')).toContain('Which days and times suit you?')
    const back = await speak('next week in the morning')
    expect(back).toContain('This is your request.')
    expect(back).toContain('Reason: a check of my ears.')
    expect(back).toContain('Press 1 for yes. 2 to change it. 3 to stop.')
    const { conversationId } = await row()
    expect(await requests(conversationId)).toMatchObject([{ kind: 'book', state: 'confirming' }])
    expect(await handOffs(conversationId)).toEqual([])
    const sent = await press('1')
    expect(sent).toContain('Our team has your request now. A person will call you.')
    expect(sent).toContain('For a person now, press 0.')
    expect(await requests(conversationId)).toMatchObject([{ state: 'handed_off', slots: { reason: 'a check of my ears', who: 'For me' } }]) // prettier-ignore
    expect(await handOffs(conversationId)).toEqual([{ reason: 'task', state: 'requested' }])
    expect(await look(`select state from conversation where id = $1`, [conversationId])).toEqual([{ state: 'open' }])
    await hangUp()
  })

  test('D62 D64 0 in the middle of a request brings a person with what was said; 3 stops it, and nothing is sent', async () => {
    const { speak, press, row } = await aMenu()
    await speak('I need to book an appointment')
    await speak('a check of my ears')
    expect(await press('0')).toContain(nobodyHas)
    await press('1')
    const { conversationId } = await row()
    expect(await requests(conversationId)).toMatchObject([{ state: 'handed_off', slots: { reason: 'a check of my ears' } }]) // prettier-ignore
    expect(await handOffs(conversationId)).toEqual([{ reason: 'asked', state: 'requested' }])

    const other = await aMenu()
    await other.speak('I am running late for my visit')
    await other.speak('the one today at 3')
    const back = await other.speak('15 minutes')
    expect(back).toContain('Shall I send it')
    expect(await other.press('3')).toContain('I stopped this request. Nothing was sent.')
    expect(await requests((await other.row()).conversationId)).toMatchObject([{ kind: 'late', state: 'abandoned' }])
    expect(await handOffs((await other.row()).conversationId)).toEqual([])
  })

  test('whoever hangs up in the middle of a request, or was not understood, is seen by people', async () => {
    for (const words of ['I need to book an appointment', 'tell me a joke about a horse']) {
      const { speak, row, hangUp } = await aMenu()
      await speak(words)
      await hangUp()
      const { conversationId } = await row()
      expect(await look(`select state from conversation where id = $1`, [conversationId]), words).toEqual([{ state: 'open' }]) // prettier-ignore
    }
  })

  test('D3 D64 a symptom in the middle of a request goes to a person with it; where a person is free nobody is asked', async () => {
    const { speak, row } = await aMenu()
    await speak('I need to book an appointment')
    expect(await speak('my ankle has been swollen for two days and hurts')).toContain(nobodyHas)
    const { conversationId } = await row()
    expect(await requests(conversationId)).toMatchObject([{ state: 'handed_off' }])
    expect(await handOffs(conversationId)).toMatchObject([{ reason: 'clinical' }])

    await setDesk(DESK)
    const free = await aMenu()
    expect(await free.speak('I need to book an appointment')).toContain(`>${DESK}</Number></Dial>`)
    expect(await requests((await free.row()).conversationId)).toEqual([])
    await free.dialed('completed')
  })

  test('switched off, or where a person has the conversation, the call goes as before', async () => {
    await setChannels(['sms'])
    const off = await aMenu()
    expect(off.menu).not.toContain('automatic helper')
    expect(await off.press('4')).toContain('does nothing here')
    expect(await off.speak('when do you open')).toContain(nobodyHas)
    expect(await handOffs((await off.row()).conversationId)).toEqual([])

    await setChannels(['voice'])
    const on = await aMenu()
    await on.speak('when do you open')
    await look(`update conversation set assignment = 'assigned', assignee_id = $2 where id = $1`, [
      (await on.row()).conversationId,
      agent.staffId,
    ])
    expect(await on.speak('and when are you open on Friday')).toContain(nobodyHas)
  })
})
