/**
 * A carrier of text messages that lives in this process, for the demonstration clinic: it speaks the same signed webhooks and the same
 * interface as a real one, over loopback, and can be told to be late, to lose, to double and to fall silent. Nothing leaves.
 *
 * Its page is the telephone of a patient. It exists where the demonstration page does: on loopback, never in production.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { credentialsOf } from '#server/channels/carrier.ts'
import { endpointOf } from '#server/channels/hook-endpoint.ts'
import type { OwnNumber } from '#server/channels/sms/own-number.ts'
import { errorFields } from '#server/platform/log.ts'
import { refusalError, type Services } from '#server/platform/route-context.ts'
import * as z from 'zod'
import type { PlainRoute } from './described-routes.ts'
import { PAGE } from './pages/pages.ts'
import { signedPush } from './signed-push.ts'

export const SIMULATED_API = '/demo/carrier'

export type PhoneText = {
  id: string
  /** What the carrier calls a text of the telephone. */
  sid?: string
  from: 'phone' | 'clinic'
  number: string
  text: string
  /** Where this page shows the pictures that came along. */
  pictures: string[]
  at: string
  state: string
}

const Behaviour = z.object({
  /** Between taking a text and handing it on, in seconds. */
  delaySeconds: z.number().int().min(0).max(60),
  /** Takes a text and never delivers it. */
  loses: z.boolean(),
  /** Hands everything over twice. */
  doubles: z.boolean(),
  /** Receipts come in the wrong order. */
  lateReceipts: z.boolean(),
  /** Takes a text, breaks off before it says so, and tells nothing of it later. */
  fallsSilent: z.boolean(),
})
export type Behaviour = z.infer<typeof Behaviour>
const NORMAL: Behaviour = { delaySeconds: 0, loses: false, doubles: false, lateReceipts: false, fallsSilent: false }

const Phone = z.string().regex(/^\+[0-9]{8,15}$/)
const Written = z.object({ number: Phone, text: z.string().min(1).max(1_600) })
/** Texts and pictures kept; older ones are forgotten. */
const KEPT_MAX = 500
const PICTURES_KEPT_MAX = 30
/** Of one text. */
const PICTURES_MAX = 10
const FORM_MAX_BYTES = 64 * 1024

const CARRIER: PlainRoute = { ...PAGE, resource: 'demonstration', summary: 'The simulated carrier of text messages' }

export type CarrierSimulator = { texts: (number: string) => PhoneText[]; behaviour: () => Behaviour }

export function registerCarrierSimulator(
  app: FastifyInstance,
  services: Services,
  number: OwnNumber,
): CarrierSimulator {
  const kept: PhoneText[] = []
  const pictures = new Map<string, { type: string; bytes: Buffer }>()
  let behaviour = NORMAL
  const keep = (text: Omit<PhoneText, 'id' | 'at'>): PhoneText => {
    const one = { ...text, id: randomUUID(), at: services.now().toISOString() }
    kept.push(one)
    kept.splice(0, Math.max(0, kept.length - KEPT_MAX))
    return one
  }

  /** Fetched at once, as a carrier does: the address does not live long. */
  async function fetchPicture(address: string): Promise<string[]> {
    const { pathname, search } = new URL(address)
    const answer = await app.inject({ url: pathname + search })
    if (answer.statusCode !== 200) return []
    const id = randomUUID()
    pictures.set(id, { type: String(answer.headers['content-type']), bytes: answer.rawPayload })
    const [oldest] = pictures.keys()
    if (pictures.size > PICTURES_KEPT_MAX && oldest) pictures.delete(oldest)
    return [`${SIMULATED_API}/pictures/${id}`]
  }

  const signed = signedPush(app, services.publicUrl, number)
  const push = async (path: string, form: Record<string, string>): Promise<number> => (await signed(path, form)).status

  async function handOn(text: PhoneText, sid: string, statusUrl: string | null): Promise<void> {
    const { delaySeconds, loses, doubles, lateReceipts, fallsSilent } = behaviour
    await sleep(delaySeconds * 1000, undefined, { ref: false })
    text.state = loses ? 'lost' : 'delivered'
    if (!loses && doubles) keep({ ...text })
    if (statusUrl === null || fallsSilent) return
    const last: Record<string, string> = loses
      ? { MessageStatus: 'undelivered', ErrorCode: '30008' }
      : { MessageStatus: 'delivered' }
    const receipts = lateReceipts ? [last, { MessageStatus: 'sent' }] : [{ MessageStatus: 'sent' }, last]
    const { pathname, search } = new URL(statusUrl)
    for (const receipt of doubles ? receipts.flatMap((each) => [each, each]) : receipts)
      await push(pathname + search, { MessageSid: sid, From: number.address, To: text.number, ...receipt })
  }

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, scope.getDefaultJsonParser('error', 'error'))
    const config = { config: { describes: CARRIER }, bodyLimit: FORM_MAX_BYTES }

    scope.get<{ Params: { id: string } }>(`${SIMULATED_API}/pictures/:id`, config, async (request, reply) => {
      const picture = pictures.get(request.params.id)
      if (!picture) throw refusalError('NOT_FOUND', request.id)
      return reply.header('content-type', picture.type).send(picture.bytes)
    })

    scope.post<{ Params: { account: string }; Body: URLSearchParams | undefined }>(
      `${SIMULATED_API}/2010-04-01/Accounts/:account/Messages.json`,
      config,
      async (request, reply) => {
        const form = request.body ?? new URLSearchParams()
        const [to, text, from] = ['To', 'Body', 'From'].map((name) => form.get(name) ?? '') as [string, string, string]
        const statusUrl = form.get('StatusCallback')
        if (request.params.account !== number.carrierAccount || request.headers.authorization !== credentialsOf(number))
          return reply.code(401).send({ code: 20003, message: 'Authenticate' })
        if (!Phone.safeParse(to).success || from !== number.address || text === '')
          return reply.code(400).send({ code: 21211, message: 'Not a number' })
        const sid = `SM${randomUUID().replaceAll('-', '')}`
        const fetched = await Promise.all(form.getAll('MediaUrl').slice(0, PICTURES_MAX).map(fetchPicture))
        const one = keep({ from: 'clinic', number: to, text, pictures: fetched.flat(), state: 'on its way' })
        void handOn(one, sid, statusUrl).catch((error: unknown) =>
          services.log.error('carrier-simulator.failed', errorFields(error)),
        )
        if (behaviour.fallsSilent) {
          reply.hijack()
          request.raw.socket.destroy()
          return reply
        }
        return reply.code(201).send({ sid, status: 'queued' })
      },
    )

    /** Everything that was written here, also what was lost on the way to the clinic. */
    scope.get<{ Params: { account: string } }>(
      `${SIMULATED_API}/2010-04-01/Accounts/:account/Messages.json`,
      config,
      async (request, reply) => {
        if (request.params.account !== number.carrierAccount || request.headers.authorization !== credentialsOf(number))
          return reply.code(401).send({ code: 20003, message: 'Authenticate' })
        const messages = kept.flatMap(({ from, sid, number: writer, text, at }) =>
          from === 'phone' && sid
            ? [{ sid, from: writer, to: number.address, body: text, direction: 'inbound', num_media: '0', date_created: new Date(at).toUTCString() }] // prettier-ignore
            : [],
        )
        return { messages, next_page_uri: null }
      },
    )

    scope.post('/demo/phone/texts', config, async (request) => {
      const written = Written.safeParse(request.body)
      if (!written.success) throw refusalError('INVALID_INPUT', request.id)
      const { delaySeconds, loses, doubles } = behaviour
      const sid = `SM${randomUUID().replaceAll('-', '')}`
      const one = keep({ from: 'phone', state: 'on its way', sid, pictures: [], ...written.data })
      const form = {
        MessageSid: sid,
        AccountSid: number.carrierAccount,
        From: written.data.number,
        To: number.address,
        Body: written.data.text,
        NumMedia: '0',
      }
      await sleep(delaySeconds * 1000, undefined, { ref: false })
      const path = `/hooks/sms/${endpointOf(number.organizationId, number.accountId)}`
      const times = loses ? 0 : doubles ? 2 : 1
      const statuses: number[] = []
      for (let time = 0; time < times; time++) statuses.push(await push(path, form))
      one.state = loses ? 'lost' : statuses.every((status) => status === 200) ? 'delivered' : 'not taken'
      return one
    })

    scope.post('/demo/phone/behaviour', config, async (request) => {
      const wanted = Behaviour.safeParse(request.body)
      if (!wanted.success) throw refusalError('INVALID_INPUT', request.id)
      behaviour = wanted.data
      return behaviour
    })
  })
  return { texts: (of) => kept.filter((text) => text.number === of), behaviour: () => behaviour }
}
