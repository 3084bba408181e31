/**
 * The simulated carrier dials: it rings the telephone of its page, which a person picks up there; any other telephone (an agent's, the desk's) picks
 * up by itself. Then it does what the TwiML says, sends the key that is pressed, and tells how it ended, over the same signed webhooks as a real one.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { credentialsOf } from '#server/channels/carrier.ts'
import type { OwnLine } from '#server/channels/voice/own-line.ts'
import { errorFields } from '#server/platform/log.ts'
import { refusalError, type Services } from '#server/platform/route-context.ts'
import { readTwiml } from './call-simulator.ts'
import { SIMULATED_API } from './carrier-simulator.ts'
import type { PlainRoute } from './described-routes.ts'
import { PAGE } from './pages/pages.ts'
import { signedPush } from './signed-push.ts'

/** What a telephone of the page does, what was said to it, and whether it is asked for a key. */
export type RingingPhone = { state: 'quiet' | 'rings' | 'talks'; said: readonly string[]; isAsked: boolean }
type Ringing = {
  state: 'rings' | 'talks'
  said: string[]
  isAsked: boolean
  does: (what: Deed) => void
  press: (key: string) => void
  /** The next key that is pressed. */
  key: () => Promise<string>
}
type Deed = z.infer<typeof Does>['does']

const DIALS: PlainRoute = { ...PAGE, resource: 'demonstration', summary: 'Calls that the simulated carrier dials' }
const Does = z.object({
  number: z.string(),
  does: z.enum(['pick-up', 'machine', 'decline', 'hang-up', 'key']),
  key: z
    .string()
    .regex(/^[0-9*#]$/)
    .optional(),
})
const QUIET: RingingPhone = { state: 'quiet', said: [], isAsked: false }
const RINGS_MS = 30_000
type Rung = {
  status: 'completed' | 'busy' | 'no-answer'
  by: 'human' | 'machine_start'
  over: Promise<void>
  phone?: Ringing
}
/** Whoever hears the greeting of a voicemail box hangs up after it. */
const GREETING_MS = 2_000
/** A talk here that nobody ends. */
const TALKS_MS = 10 * 60_000
/** Whoever is asked for a key and presses none; so long are last words left on the page. */
const SILENT_MS = 20_000
const LAST_WORDS_MS = 4_000
/** A call that asks for one key after another: at most so many times. */
const ASKED_MAX = 5
/** Calls at once; more are refused, as a carrier would. */
const AT_ONCE_MAX = 20
const FORM_MAX_BYTES = 64 * 1024

/** `isPhone`: a number of the page, where a person sits. */
export function registerCallOutSimulator(
  app: FastifyInstance,
  services: Services,
  line: OwnLine,
  isPhone: (number: string) => boolean | Promise<boolean>,
): { phone: (number: string) => RingingPhone } {
  const phones = new Map<string, Ringing>()
  const push = signedPush(app, services.publicUrl, line)
  let calls = 0
  const pathOf = (url: string): string => {
    const { pathname, search } = new URL(url)
    return pathname + search
  }

  /** @returns how it was picked up: `completed` once somebody, or a machine, is on it. `over`: that telephone, or nobody, hung up. */
  async function ring(number: string, said: string[]): Promise<Rung> {
    const by = 'human'
    if (!(await isPhone(number))) return { status: 'completed', by, over: new Promise(() => undefined) }
    if (phones.has(number)) return { status: 'busy', by, over: Promise.resolve() }
    const over = Promise.withResolvers<void>()
    const answer = Promise.withResolvers<Deed>()
    let pressed = Promise.withResolvers<string>()
    const phone: Ringing = {
      state: 'rings',
      said,
      isAsked: false,
      does: (what) => (phone.state === 'rings' ? answer.resolve(what) : over.resolve()),
      press: (key) => pressed.resolve(key),
      key: () => (pressed = Promise.withResolvers<string>()).promise,
    }
    phones.set(number, phone)
    void over.promise.then(() => phones.delete(number))
    const what = await Promise.race([answer.promise, sleep(RINGS_MS, 'none' as const, { ref: false })])
    if (what !== 'pick-up' && what !== 'machine') {
      over.resolve()
      return { status: what === 'none' ? 'no-answer' : 'busy', by, over: over.promise }
    }
    phone.state = 'talks'
    const isMachine = what === 'machine'
    void sleep(isMachine ? GREETING_MS : TALKS_MS, undefined, { ref: false }).then(() => over.resolve())
    return { status: 'completed', by: isMachine ? 'machine_start' : by, over: over.promise, phone }
  }

  async function dial(
    sid: string,
    { To: to = '', Url: url = '', StatusCallback: statusUrl = '', MachineDetection: detects }: Record<string, string>,
  ) {
    const form = (over: Record<string, string>) => ({
      CallSid: sid,
      AccountSid: line.carrierAccount,
      From: line.address,
      To: to,
      Direction: 'outbound-api',
      ...over,
    })
    const said: string[] = []
    const first = await ring(to, said)
    if (first.status !== 'completed') return void (await push(pathOf(statusUrl), form({ CallStatus: first.status })))
    const pickedUp = form({ CallStatus: 'in-progress', ...(detects ? { AnsweredBy: first.by } : {}) })
    let answer = readTwiml((await push(pathOf(url), pickedUp)).text, services.publicUrl)
    said.push(...answer.said.map(({ text }) => text))
    if (answer.dials) {
      const second = await Promise.race([ring(answer.dials, said), first.over.then(() => undefined)])
      const since = Date.now()
      if (second?.status === 'completed') {
        if (answer.answeredBy) await push(answer.answeredBy, form({ CallSid: `${sid}2`, AnsweredBy: second.by }))
        await Promise.race([first.over, second.over])
      }
      const DialCallDuration = String(Math.round((Date.now() - since) / 1000))
      const DialCallStatus = second?.status ?? 'canceled'
      const joined = form({ CallStatus: 'in-progress', DialCallStatus, DialCallDuration })
      answer = readTwiml((await push(answer.next, joined)).text, services.publicUrl)
      said.push(...answer.said.map(({ text }) => text))
    }
    for (let asked = 0; asked < ASKED_MAX && answer.wants === 'answer'; asked++) {
      const key = await keyOn(first)
      const path = key === 'none' ? answer.silence : answer.next
      if (key === 'hung-up' || path === null) break
      const pressed = form({ CallStatus: 'in-progress', ...(key === 'none' ? {} : { Digits: key }) })
      answer = readTwiml((await push(path, pressed)).text, services.publicUrl)
      said.push(...answer.said.map(({ text }) => text))
      if (answer.wants === 'over' && first.phone) await Promise.race([first.over, sleep(LAST_WORDS_MS, undefined, { ref: false })]) // prettier-ignore
    }
    for (const phone of phones.values()) if (phone.said === said) phone.does('hang-up')
    await push(pathOf(statusUrl), form({ CallStatus: 'completed' }))
  }

  /** @returns the key; `none` where none is pressed. A telephone that picks up by itself presses none. */
  async function keyOn({ phone, over }: Rung): Promise<string> {
    const silence = sleep(SILENT_MS, 'none', { ref: false })
    if (!phone) return silence
    phone.isAsked = true
    const key = await Promise.race([phone.key(), over.then(() => 'hung-up'), silence])
    phone.isAsked = false
    return key
  }

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    )
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, scope.getDefaultJsonParser('error', 'error'))
    const config = { config: { describes: DIALS }, bodyLimit: FORM_MAX_BYTES }
    scope.post<{ Params: { account: string }; Body: Record<string, string> | undefined }>(
      `${SIMULATED_API}/2010-04-01/Accounts/:account/Calls.json`,
      config,
      async (request, reply) => {
        const form = request.body ?? {}
        if (request.params.account !== line.carrierAccount || request.headers.authorization !== credentialsOf(line))
          return reply.code(401).send({ code: 20003, message: 'Authenticate' })
        if (form.From !== line.address || !URL.canParse(form.Url ?? '') || !URL.canParse(form.StatusCallback ?? ''))
          return reply.code(400).send({ code: 21201, message: 'Not a call' })
        if (calls >= AT_ONCE_MAX) return reply.code(429).send({ code: 20429, message: 'Too many' })
        const sid = `CA${randomUUID().replaceAll('-', '')}`
        calls += 1
        void dial(sid, form)
          .catch((error: unknown) => services.log.error('call-simulator.failed', errorFields(error)))
          .finally(() => (calls -= 1))
        return reply.code(201).send({ sid, status: 'queued' })
      },
    )
    scope.post('/demo/phone/ring', config, async (request) => {
      const does = Does.safeParse(request.body)
      if (!does.success) throw refusalError('INVALID_INPUT', request.id)
      const phone = phones.get(does.data.number)
      if (!phone) throw refusalError('STATE_NOT_ALLOWED', request.id)
      const { does: what, key } = does.data
      if (what !== 'key') phone.does(what)
      else if (key !== undefined && phone.isAsked) phone.press(key)
      else throw refusalError('STATE_NOT_ALLOWED', request.id)
      return { state: phones.get(does.data.number)?.state ?? 'quiet' }
    })
  })
  return { phone: (number) => phones.get(number) ?? QUIET }
}
