/**
 * Where telephone carriers ask what a caller hears next, and tell how calls, recordings and tries to connect ended (desk-D61 to D63).
 *
 * A carrier waits a few seconds and then tells the caller that "an application error has occurred". So it is answered within a second
 * whatever happens: when nothing of ours works, with a fixed document that says the emergency number of the site's country and takes
 * a message. Country and language stand in every address we give, signed with it, so that this needs no look-up. It is said also to
 * whoever did not sign while signatures cannot be checked: it tells nothing.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { awayStep } from '#engines/ivr/call-flow.ts'
import { isSpoken, type Spoken } from '#engines/ivr/languages.ts'
import { PHRASES } from '#engines/ivr/phrases.ts'
import { againTwiml, lastTwiml, toTwiml } from '#engines/ivr/twiml.ts'
import type { FormField } from '#engines/sms/carrier-signature.ts'
import { takeStatus } from '#server/channels/voice/end-call.ts'
import { ALERT_WORDS, takeAlertWord } from '#server/channels/voice/call-on-call.ts'
import { lineOfForm, type OwnLine } from '#server/channels/voice/own-line.ts'
import { takeCall, type NextStep, type Place } from '#server/channels/voice/receive-call.ts'
import { takeDialWord, type DialWord } from '#server/channels/voice/place-call.ts'
import { takePassedOn, takePickedUp } from '#server/channels/voice/desk-telephone.ts'
import { takeTranscript } from '#server/channels/voice/take-voicemail.ts'
import { errorFields } from '#server/platform/log.ts'
import { refusalError, type Services } from '#server/platform/route-context.ts'
import { toRefusal } from './answer.ts'
import { CARRIER_FORM, FORM_MAX_BYTES, openFormDoor, readForm } from './carrier-form.ts'
import type { PlainRoute } from './described-routes.ts'
import { keeperOfPushed } from './emergency/keep-pushed.ts'
import type { AppOptions } from './options.ts'

const TAKE_CALL: PlainRoute = {
  ...CARRIER_FORM,
  roles: 'public',
  resource: 'call',
  patient: 'none',
  audit: 'C',
  summary:
    'A call comes in, as a signed form of a carrier. TwiML with what the caller hears; a fixed document with the emergency number when nothing works; 401 for whoever did not sign',
}
const TAKE_STEP: PlainRoute = {
  ...TAKE_CALL,
  audit: 'U',
  summary:
    'What a caller pressed or said, a recording, or how a connection ended, as a signed form; TwiML with the next step',
}
const TAKE_STATUS: PlainRoute = { ...TAKE_STEP, summary: 'How a call ended, as a signed form' }
const TAKE_TRANSCRIPT: PlainRoute = {
  ...TAKE_CALL,
  resource: 'message',
  summary:
    'What a carrier understood of a voicemail, as a signed form; 503 with Retry-After while nothing can be stored',
}

const TAKE_PICKED_UP: PlainRoute = {
  ...TAKE_STEP,
  summary: 'Somebody picked up the telephone of the desk that rings for a caller, as a signed form',
}
const TAKE_PASSED_ON: PlainRoute = {
  ...TAKE_STEP,
  summary:
    'The telephone that a call is passed on to was picked up, or a key was pressed there, as a signed form; TwiML that asks for a key, which takes the call',
}
const TAKE_ASKED: PlainRoute = {
  ...TAKE_STEP,
  summary:
    'The carrier comes for what the desk asked of a call (hold, go on, pass on), as a signed form; TwiML with it',
}
const TAKE_DIAL: PlainRoute = {
  ...TAKE_STEP,
  summary:
    'What a carrier tells of a call that it dials for us, as a signed form; TwiML with what the telephone that is held hears next',
}
const TAKE_ALERT: PlainRoute = {
  ...TAKE_STEP,
  resource: 'safety-alert',
  summary:
    'What a carrier tells of a call to whoever is on call, as a signed form; TwiML with what is heard next. A key accepts the red flag',
}
const DIAL_WORDS: readonly DialWord[] = ['picked-up', 'answered-by', 'joined', 'status']

/** A step is answered within a second (desk-D61). */
const ANSWER_MS = 900
/** What the desk asked for is tried so often when it does not work. */
const AGAIN_MAX = 4

type Query = {
  call?: string
  turn?: string
  again?: string
  answer?: string
  silent?: string
  country?: string
  language?: string
}
type Form = { Params: { endpointId: string }; Querystring: Query; Body: string | undefined }

export function registerVoiceWebhook(
  app: FastifyInstance,
  services: Services,
  { voiceAnswerMs = ANSWER_MS, emergencies }: Pick<AppOptions, 'voiceAnswerMs' | 'emergencies'>,
): void {
  const kept = keeperOfPushed(services, emergencies)
  app.register(async (scope) => {
    openFormDoor(scope, services, { rate: 'voice-webhook', turn: null })

    /** The form and the line it is for, once its signature held over the exact public address. */
    async function signedForm(request: FastifyRequest<Form>): Promise<{ line: OwnLine; fields: FormField[] }> {
      const form = readForm(services, request)
      const { fields } = form
      const line = await lineOfForm(services, request.params.endpointId, form)
      if (!line) throw refusalError('WRONG_CREDENTIALS', request.id)
      return { line, fields }
    }

    async function nextDocument(request: FastifyRequest<Form>, place: Place): Promise<string> {
      const { line, fields } = await signedForm(request)
      const next = await takeCall(services, line, fields, place)
      return next ? documentOf(request, line, next) : awayDocument(request)
    }

    function documentOf(
      request: FastifyRequest<Form>,
      line: OwnLine,
      { step, turn, callId, telephone }: NextStep,
    ): string {
      const address = addressOf(request, `turn=${turn}`)
      const hook = `${services.publicUrl}/hooks/voice/${request.params.endpointId}`
      const at = `call=${callId}&turn=${turn}`
      return toTwiml(step, {
        next: address,
        silence: `${address}&silent=1`,
        transcript: line.isTranscribed ? `${hook}/transcript` : null,
        desk: telephone && {
          number: telephone.number,
          ...(telephone.isPassedOn ? { hears: `${hook}/passed-on?${at}` } : { pickedUp: `${hook}/picked-up?${at}` }),
        },
      })
    }

    function awayDocument(request: FastifyRequest<Form>): string {
      const { country, language } = siteOf(request.query)
      const next = addressOf(request, 'turn=away')
      return toTwiml(awayStep(language, country), { next, silence: null, transcript: null, desk: null })
    }

    /** Whoever was talking a moment ago is not told that nothing works before it was tried a few times. */
    function againDocument(request: FastifyRequest<Form>): string {
      const { turn = '', again = '0' } = request.query
      const tries = /^\d$/.test(again) ? Number(again) + 1 : AGAIN_MAX
      if (tries >= AGAIN_MAX || !/^\d{1,4}$/.test(turn)) return awayDocument(request)
      const { language } = siteOf(request.query)
      const next = addressOf(request, `turn=${turn}&again=${tries}`, 'asked')
      return againTwiml({ language, text: PHRASES[language].onHold }, next)
    }

    function addressOf(request: FastifyRequest<Form>, turn: string, word = 'step'): string {
      const { country, language } = siteOf(request.query)
      return `${services.publicUrl}/hooks/voice/${request.params.endpointId}/${word}?${turn}&country=${country}&language=${language}`
    }

    /** In time, whatever happens; only who did not sign is turned away. */
    async function answerInTime(
      request: FastifyRequest<Form>,
      place: Place,
      otherwise = () => awayDocument(request),
    ): Promise<string> {
      const keep = () =>
        kept.form('words-of-call', { endpoint: request.params.endpointId, ...readForm(services, request), place })
      const work = kept
        .orKeep(request.id, () => nextDocument(request, place), keep)
        .catch((error: unknown) => {
          if (toRefusal(error, request.id).code === 'WRONG_CREDENTIALS') throw error
          services.log.error('voice.failed', errorFields(error))
          return otherwise()
        })
      const isOver = new AbortController()
      const late = sleep(voiceAnswerMs, undefined, { signal: isOver.signal, ref: false }).then(
        () => {
          services.log.error('voice.late', {})
          return otherwise()
        },
        () => '',
      )
      return Promise.race([work, late]).finally(() => isOver.abort())
    }

    const xml = 'text/xml; charset=utf-8'
    scope.post<Form>(
      '/hooks/voice/:endpointId',
      { config: { describes: TAKE_CALL }, bodyLimit: FORM_MAX_BYTES },
      async (request, reply) =>
        reply.header('content-type', xml).send(await answerInTime(request, { turn: 0, isSilent: false })),
    )
    scope.post<Form>(
      '/hooks/voice/:endpointId/step',
      { config: { describes: TAKE_STEP }, bodyLimit: FORM_MAX_BYTES },
      async (request, reply) =>
        reply.header('content-type', xml).send(await answerInTime(request, placeOf(request.query))),
    )
    scope.post<Form>(
      '/hooks/voice/:endpointId/status',
      { config: { describes: TAKE_STATUS }, bodyLimit: FORM_MAX_BYTES },
      async (request, reply) => {
        const { line, fields } = await signedForm(request)
        await takeStatus(services, line, fields)
        return reply.code(204).send()
      },
    )
    scope.post<Form>(
      '/hooks/voice/:endpointId/picked-up',
      { config: { describes: TAKE_PICKED_UP }, bodyLimit: FORM_MAX_BYTES },
      async (request, reply) => {
        const { line, fields } = await signedForm(request)
        await takePickedUp(services, line, atTurn(request.query), fields)
        return reply.code(204).send()
      },
    )
    scope.post<Form>(
      '/hooks/voice/:endpointId/passed-on',
      { config: { describes: TAKE_PASSED_ON }, bodyLimit: FORM_MAX_BYTES },
      async (request, reply) => {
        const { line, fields } = await signedForm(request)
        const at = atTurn(request.query)
        const answer = { ...at, isAnswer: request.query.answer === '1' }
        const hears = await takePassedOn(services, line, answer, fields)
        const next = `${services.publicUrl}/hooks/voice/${request.params.endpointId}/passed-on?call=${at.callId}&turn=${at.turn}&answer=1`
        return reply.header('content-type', xml).send(hears({ next, silence: next }))
      },
    )
    scope.post<Form>(
      '/hooks/voice/:endpointId/asked',
      { config: { describes: TAKE_ASKED }, bodyLimit: FORM_MAX_BYTES },
      async (request, reply) =>
        reply
          .header('content-type', xml)
          .send(
            await answerInTime(request, { ...placeOf(request.query), isSilent: false, isAsked: true }, () =>
              againDocument(request),
            ),
          ),
    )
    for (const word of DIAL_WORDS)
      scope.post<Form>(
        `/hooks/voice/:endpointId/out/${word}`,
        { config: { describes: TAKE_DIAL }, bodyLimit: FORM_MAX_BYTES },
        async (request, reply) => {
          const { line, fields } = await signedForm(request)
          const next = await takeDialWord(services, line, { word, callId: request.query.call ?? '', fields })
          return reply.header('content-type', xml).send(next ?? lastTwiml(null))
        },
      )
    for (const word of ALERT_WORDS)
      scope.post<Form>(
        `/hooks/voice/:endpointId/alert/${word}`,
        { config: { describes: TAKE_ALERT }, bodyLimit: FORM_MAX_BYTES },
        async (request, reply) => {
          const { line, fields } = await signedForm(request)
          const next = await takeAlertWord(services, line, { word, callId: request.query.call ?? '', fields })
          return reply.header('content-type', xml).send(next ?? lastTwiml(null))
        },
      )
    scope.post<Form>(
      '/hooks/voice/:endpointId/transcript',
      { config: { describes: TAKE_TRANSCRIPT }, bodyLimit: FORM_MAX_BYTES },
      async (request, reply) => {
        await kept.orKeep(
          request.id,
          async () => {
            const { line, fields } = await signedForm(request)
            await takeTranscript(services, line, fields)
          },
          () => kept.form('transcript', { endpoint: request.params.endpointId, ...readForm(services, request) }),
        )
        return reply.code(204).send()
      },
    )
  })
}

/** An address without a turn is none that we gave while we worked. */
function placeOf({ turn = '', silent }: Query): Place {
  return { turn: /^\d{1,4}$/.test(turn) ? Number(turn) : 'away', isSilent: silent === '1' }
}

/** Which ringing of which call an address of ours names. */
const atTurn = ({ call = '', turn = '' }: Query) => ({
  callId: call,
  turn: /^\d{1,4}$/.test(turn) ? Number(turn) : -1,
})

function siteOf({ country = '', language = '' }: Query): { country: string; language: Spoken } {
  return { country: /^[A-Z]{2}$/.test(country) ? country : 'US', language: isSpoken(language) ? language : 'en' }
}
