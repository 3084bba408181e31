/**
 * The telephone side of the simulated carrier (server/app/carrier-simulator.ts): calls from the page of a patient's telephone. It follows the
 * TwiML that it gets over the same signed webhooks as a real one. Typed words are what a carrier would have understood, and a tone is the
 * sound of a recording. Whether somebody sits at the telephone of the desk is chosen on the page: then it picks up by itself, after a moment.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { credentialsOf } from '#server/channels/carrier.ts'
import { endpointOf } from '#server/channels/hook-endpoint.ts'
import { changeLine, type OwnLine } from '#server/channels/voice/own-line.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { errorFields } from '#server/platform/log.ts'
import { refusalError, type Services } from '#server/platform/route-context.ts'
import { SIMULATED_API } from './carrier-simulator.ts'
import type { PlainRoute } from './described-routes.ts'
import { PAGE } from './pages/pages.ts'
import { signedPush } from './signed-push.ts'
import { aTone } from './tone.ts'

/** A sentence, and the language in which the carrier's voice says it. */
export type Said = { language: string; text: string }

export type SimulatedCall = {
  number: string
  /** What the clinic said, the newest last. */
  said: Said[]
  /** What the caller may do now; `rings`, `talks`: with the telephone of the desk. */
  wants: 'answer' | 'recording' | 'rings' | 'talks' | 'over'
}
type Live = SimulatedCall & {
  sid: string
  at: Date
  next: string
  silence: string | null
  transcript: string | null
  recordings: { sid: string; at: Date }[]
  /** Made anew for each ringing, so that one that is over picks nothing up. */
  ringing: object | null
}

const CALLS: PlainRoute = { ...PAGE, resource: 'demonstration', summary: 'Calls of the simulated carrier' }
const Caller = z.object({ number: z.string().regex(/^\+[0-9]{8,15}$/) })
const Answer = Caller.extend({
  keys: z
    .string()
    .regex(/^[0-9*#]$/)
    .optional(),
  words: z.string().min(1).max(2_000).optional(),
})
/** Calls that are remembered; each telephone has its last one. */
const KEPT_MAX = 200
/** Sentences shown of one call. */
const SAID_MAX = 100
/** A document that leads to the next without the caller: at most so many times. */
const LEADS_MAX = 5
const TONE_SECONDS = 4
const FORM_MAX_BYTES = 64 * 1024
/** So long a telephone rings that somebody sits at. */
const RINGS_MS = 2_500
const CALLS_AT_ONCE = 9
/** The telephone of the desk, where somebody sits at it; an area code of nobody's. */
const DESK_TELEPHONE = '+12025550190'

export function registerCallSimulator(
  app: FastifyInstance,
  services: Services,
  line: OwnLine,
  ringsMs = RINGS_MS,
): { isDeskThere: () => boolean } {
  let isDeskThere = line.deskNumber !== null
  const calls = new Map<string, Live>()
  const push = signedPush(app, services.publicUrl, line)
  const hook = `/hooks/voice/${endpointOf(line.organizationId, line.accountId)}`
  const formOf = ({ sid, number }: Live, over: Record<string, string>) => ({
    CallSid: sid,
    AccountSid: line.carrierAccount,
    From: number,
    To: line.address,
    CallStatus: 'in-progress',
    ...over,
  })

  /** Tells the clinic, and follows what it says until the caller is asked for something. */
  async function tell(call: Live, path: string, over: Record<string, string>): Promise<SimulatedCall> {
    let answer = await push(path, formOf(call, over))
    for (let lead = 0; lead < LEADS_MAX && answer.status === 200; lead++) {
      const heard = readTwiml(answer.text, services.publicUrl)
      call.said.push(...heard.said)
      call.said.splice(0, Math.max(0, call.said.length - SAID_MAX))
      Object.assign(call, {
        next: heard.next,
        silence: heard.silence,
        transcript: heard.transcript,
        wants: heard.wants,
      })
      if (heard.wants === 'over') break
      if (heard.wants !== 'dial') return shown(call)
      if (isDeskThere) {
        void ring(call, heard).catch((error: unknown) =>
          services.log.error('call-simulator.failed', errorFields(error)),
        )
        return shown(call)
      }
      answer = await push(heard.next, formOf(call, { DialCallStatus: 'no-answer' }))
    }
    await end(call)
    return shown(call)
  }
  async function ring(call: Live, { pickedUp, hears }: Heard): Promise<void> {
    const ringing = {}
    Object.assign(call, { ringing, wants: 'rings' })
    await sleep(ringsMs, undefined, { ref: false })
    if (call.ringing !== ringing) return
    const theirs = { CallSid: `${call.sid}2`, ParentCallSid: call.sid, CallStatus: 'in-progress' }
    // Whoever picks up takes the call that is passed on.
    if (hears) {
      const asked = readTwiml((await push(hears, formOf(call, theirs))).text, services.publicUrl)
      if (asked.wants === 'answer') await push(asked.next, formOf(call, { ...theirs, Digits: '1' }))
    }
    if (call.ringing !== ringing) return
    call.wants = 'talks'
    if (pickedUp) await push(pickedUp, formOf(call, theirs))
  }
  async function end(call: Live): Promise<void> {
    Object.assign(call, { wants: 'over', ringing: null })
    await push(`${hook}/status`, formOf(call, { CallStatus: 'completed' }))
  }
  const shown = ({ number, said, wants }: Live): SimulatedCall => ({ number, said, wants })

  app.register(async (scope) => {
    const config = { config: { describes: CALLS } }
    const callOf = (body: unknown, requestId: string): Live => {
      const call = calls.get(Caller.safeParse(body).data?.number ?? '')
      if (!call || call.wants === 'over') throw refusalError('STATE_NOT_ALLOWED', requestId)
      return call
    }

    scope.post('/demo/phone/call', config, async (request) => {
      const caller = Caller.safeParse(request.body)
      if (!caller.success) throw refusalError('INVALID_INPUT', request.id)
      const sid = `CA${randomUUID().replaceAll('-', '')}`
      const { number } = caller.data
      const at = services.now()
      const call: Live = { number, sid, at, said: [], wants: 'answer', next: '', silence: null, transcript: null, recordings: [], ringing: null } // prettier-ignore
      calls.delete(number)
      calls.set(number, call)
      const [oldest] = calls.keys()
      if (calls.size > KEPT_MAX && oldest) calls.delete(oldest)
      return tell(call, `${hook}?country=US&language=en`, { CallStatus: 'ringing' })
    })

    /** A key, words, or neither: silence. While a message is recorded, the words are what is said into it. */
    scope.post('/demo/phone/call/answer', config, async (request) => {
      const answer = Answer.safeParse(request.body)
      if (!answer.success) throw refusalError('INVALID_INPUT', request.id)
      const { keys, words } = answer.data
      const call = callOf(request.body, request.id)
      if (call.wants === 'recording' && words !== undefined) {
        const recordingId = `RE${randomUUID().replaceAll('-', '')}`
        const recorded = {
          RecordingSid: recordingId,
          RecordingUrl: `${line.apiUrl}/recordings/${recordingId}`,
          RecordingDuration: String(TONE_SECONDS),
          Digits: keys ?? '#',
        }
        const { transcript } = call
        call.recordings.push({ sid: recordingId, at: new Date() })
        const next = await tell(call, call.next, recorded)
        if (transcript)
          await push(
            transcript,
            formOf(call, { ...recorded, TranscriptionText: words, TranscriptionStatus: 'completed' }),
          )
        return next
      }
      if (keys !== undefined) return tell(call, call.next, { Digits: keys })
      if (words !== undefined) return tell(call, call.next, { SpeechResult: words, Confidence: '0.9' })
      return call.silence === null ? end(call).then(() => shown(call)) : tell(call, call.silence, {})
    })

    /** How it stands: the desk may have changed it. */
    scope.get<{ Querystring: { number?: string } }>('/demo/phone/call', config, async ({ query }, reply) => {
      const call = calls.get(query.number ?? '')
      return call ? shown(call) : reply.code(204).send()
    })

    /** Whoever sits at the desk hangs up, or does not pick up. */
    scope.post('/demo/phone/call/desk', config, async (request) => {
      const call = callOf(request.body, request.id)
      const { wants } = call
      if (wants !== 'rings' && wants !== 'talks') throw refusalError('STATE_NOT_ALLOWED', request.id)
      call.ringing = null
      return tell(call, call.next, { DialCallStatus: wants === 'talks' ? 'completed' : 'no-answer' })
    })

    /** Whether somebody sits at the telephone of the desk: as an administrator says it of the line. */
    scope.post('/demo/phone/desk', config, async (request) => {
      const wanted = z.object({ isThere: z.boolean() }).safeParse(request.body)
      if (!wanted.success) throw refusalError('INVALID_INPUT', request.id)
      isDeskThere = wanted.data.isThere
      const { organizationId, accountId, callsAtOnce, isTranscribed } = line
      // The call-backs that wait in a new clinic do not keep a caller from the desk.
      const desk = isDeskThere
        ? { deskNumber: DESK_TELEPHONE, callsAtOnce: CALLS_AT_ONCE, isTranscribed }
        : { deskNumber: null, callsAtOnce, isTranscribed }
      await services.db.transaction(systemContext(organizationId, newId(), 'demonstration'), (tx) =>
        changeLine(tx, services.keys, accountId, { desk }, services.now()),
      )
      return wanted.data
    })

    scope.post('/demo/phone/call/hang-up', config, async (request) => {
      const call = callOf(request.body, request.id)
      await end(call)
      return shown(call)
    })

    /** The clinic tells a call under way to come for what it hears next; what it leaves ends by itself. */
    scope.register(async (told) => {
      told.removeAllContentTypeParsers()
      told.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
        done(null, Object.fromEntries(new URLSearchParams(String(body)))),
      )
      told.post<{ Params: { account: string; sid: string }; Body: Record<string, string> | undefined }>(
        `${SIMULATED_API}/2010-04-01/Accounts/:account/Calls/:sid.json`,
        { ...config, bodyLimit: FORM_MAX_BYTES },
        async (request, reply) => {
          const { account, sid } = request.params
          const url = request.body?.Url ?? ''
          if (account !== line.carrierAccount || request.headers.authorization !== credentialsOf(line))
            return reply.code(401).send({ code: 20003, message: 'Authenticate' })
          const call = [...calls.values()].find((one) => one.sid === sid)
          if (!call || call.wants === 'over' || !url.startsWith(services.publicUrl))
            return reply.code(404).send({ code: 20404, message: 'Not a call under way' })
          call.ringing = null
          void tell(call, url.slice(services.publicUrl.length), {}).catch((error: unknown) =>
            services.log.error('call-simulator.failed', errorFields(error)),
          )
          return { sid, status: 'in-progress' }
        },
      )
    })

    scope.get<{ Params: { account: string } }>(
      `${SIMULATED_API}/2010-04-01/Accounts/:account/Calls.json`,
      config,
      async (request, reply) => {
        if (request.params.account !== line.carrierAccount || request.headers.authorization !== credentialsOf(line))
          return reply.code(401).send({ code: 20003, message: 'Authenticate' })
        const listed = [...calls.values()].map(({ sid, number, at }) => ({
          sid,
          from: number,
          to: line.address,
          direction: 'inbound',
          date_created: at.toUTCString(),
        }))
        return { calls: listed, next_page_uri: null }
      },
    )

    scope.get<{ Params: { account: string } }>(
      `${SIMULATED_API}/2010-04-01/Accounts/:account/Recordings.json`,
      config,
      async (request, reply) => {
        if (request.params.account !== line.carrierAccount || request.headers.authorization !== credentialsOf(line))
          return reply.code(401).send({ code: 20003, message: 'Authenticate' })
        const recordings = [...calls.values()].flatMap((call) =>
          call.recordings.map(({ sid, at }) => ({
            sid,
            call_sid: call.sid,
            uri: `${SIMULATED_API}/recordings/${sid}.json`,
            duration: String(TONE_SECONDS),
            status: 'completed',
            date_created: at.toUTCString(),
          })),
        )
        return { recordings, next_page_uri: null }
      },
    )

    /** Every recording sounds alike here, also after a restart. */
    scope.get(`${SIMULATED_API}/recordings/:id`, config, async (request, reply) =>
      request.headers.authorization === credentialsOf(line)
        ? reply.header('content-type', 'audio/x-wav').send(aTone(TONE_SECONDS))
        : reply.code(401).send({ code: 20003, message: 'Authenticate' }),
    )
  })
  return { isDeskThere: () => isDeskThere }
}

type Heard = {
  said: Said[]
  wants: 'answer' | 'recording' | 'dial' | 'over'
  next: string
  silence: string | null
  transcript: string | null
  /** The telephone that is to be rung. */
  dials: string | null
  /** Where it is told who picked it up, and that somebody did; null: that is not asked. */
  answeredBy: string | null
  pickedUp: string | null
  /** Where it is asked what that telephone hears before the two are joined. */
  hears: string | null
}

/** As much of TwiML as the clinic speaks. Addresses are given without the public part: the carrier knows whom it serves. */
export function readTwiml(document: string, publicUrl: string): Heard {
  const said = [...document.matchAll(/<Say[^>]* language="([^"]*)"[^>]*>([^<]*)<\/Say>/g)].map(
    ([, language = '', text = '']) => ({ language, text: plain(text) }),
  )
  const pathOf = (pattern: RegExp): string | null => {
    const address = plain(pattern.exec(document)?.[1] ?? '')
    return address.startsWith(publicUrl) ? address.slice(publicUrl.length) : null
  }
  const silence = pathOf(/<Redirect[^>]*>([^<]*)<\/Redirect>/)
  const transcript = pathOf(/<Record[^>]* transcribeCallback="([^"]*)"/)
  const dials = /<Dial[^>]*>(?:<Number[^>]*>)?([^<]*)</.exec(document)?.[1] ?? null
  const answeredBy = pathOf(/<Number[^>]* amdStatusCallback="([^"]*)"/)
  const pickedUp = pathOf(/<Number[^>]* statusCallback="([^"]*)"/)
  const hears = pathOf(/<Number[^>]* url="([^"]*)"/)
  for (const [verb, wants] of [
    ['Gather', 'answer'],
    ['Record', 'recording'],
    ['Dial', 'dial'],
  ] as const) {
    const next = pathOf(new RegExp(`<${verb}[^>]* action="([^"]*)"`))
    if (next !== null) return { said, wants, next, silence, transcript, dials, answeredBy, pickedUp, hears }
  }
  return {
    said,
    wants: 'over',
    next: '',
    silence: null,
    transcript: null,
    dials: null,
    answeredBy: null,
    pickedUp: null,
    hears: null,
  }
}

const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
