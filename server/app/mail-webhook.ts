/**
 * Where mail providers push raw mail (trust-D55). 200 is said only after the mail is durable; 503 while the database is away, so that
 * the provider repeats. A stranger learns nothing: a wrong address, a wrong signature and a wrong time answer alike.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { MAX_MAIL_BYTES } from '#engines/mail/read-mail.ts'
import { isMailEndpoint, mailboxOfHandOver } from '#server/channels/email/mail-webhook.ts'
import { readSignedHeaders, SIGNED_HEADERS } from '#server/channels/email/webhook-signature.ts'
import { refusalError, type Services } from '#server/platform/route-context.ts'
import type { PlainRoute } from './described-routes.ts'
import { keeperOfPushed } from './emergency/keep-pushed.ts'
import type { AppOptions } from './options.ts'
import { openPushDoor } from './push-door.ts'

const TAKE_MAIL: PlainRoute = {
  roles: 'public',
  resource: 'message',
  patient: 'none',
  audit: 'C',
  signedBy: SIGNED_HEADERS,
  body: { type: 'message/rfc822', shape: z.file() },
  summary:
    'A raw mail (message/rfc822) that a provider pushes, signed as Standard Webhooks describes. 200 once it is stored; 401 for whoever did not sign; 413 above 50 MB; 429 and 503 with Retry-After',
}

/** Bytes of mails that are being received at once; above it the provider comes again. */
const IN_FLIGHT_MAX_BYTES = 4 * MAX_MAIL_BYTES

export function registerMailWebhook(
  app: FastifyInstance,
  services: Services,
  { receiveMail, emergencies }: Pick<AppOptions, 'receiveMail' | 'emergencies'>,
): void {
  const kept = keeperOfPushed(services, emergencies)
  const inFlight = { bytes: 0 }
  app.register(async (scope) => {
    openPushDoor(scope, services, {
      rate: 'mail-webhook',
      takes: 'message/rfc822',
      parseAs: 'buffer',
      turn: { places: emergencies.places },
    })
    // What can be judged without the body is judged before it is read.
    scope.addHook('onRequest', async (request, reply) => {
      signedHeadersOf(request, services.now())
      const bytes = Math.min(Number(request.headers['content-length'] ?? MAX_MAIL_BYTES), MAX_MAIL_BYTES)
      // Who does not know an address fills no place of those who do: a mail may take its time to come. Asked only while others come in.
      const { endpointId } = request.params as { endpointId: string }
      if (inFlight.bytes + bytes > MAX_MAIL_BYTES && !(await isMailEndpoint(services, endpointId)))
        throw refusalError('WRONG_CREDENTIALS', request.id)
      if (inFlight.bytes + bytes > IN_FLIGHT_MAX_BYTES) throw refusalError('UNAVAILABLE', request.id)
      inFlight.bytes += bytes
      reply.raw.once('close', () => (inFlight.bytes -= bytes))
    })
    scope.post<{ Params: { endpointId: string }; Body: Buffer | undefined }>(
      '/hooks/email/:endpointId',
      { config: { describes: TAKE_MAIL }, bodyLimit: MAX_MAIL_BYTES },
      async (request) => {
        const signed = signedHeadersOf(request, services.now())
        const raw = request.body ?? Buffer.alloc(0)
        const { endpointId } = request.params
        await kept.orKeep(
          request.id,
          async () => {
            const found = await mailboxOfHandOver(services, endpointId, signed, raw)
            if (!found) throw refusalError('WRONG_CREDENTIALS', request.id)
            const { mailbox, webhookId } = found
            await receiveMail(mailbox, { raw, handOver: { webhookId, id: signed.id } })
          },
          () => kept.mailPush({ endpoint: endpointId, signed, raw }),
        )
        return { received: true }
      },
    )
  })
}

function signedHeadersOf(request: FastifyRequest, now: Date) {
  const header = (name: string): string | undefined => {
    const value = request.headers[name]
    return typeof value === 'string' ? value : undefined
  }
  const signed = readSignedHeaders(header, now)
  if (!signed) throw refusalError('WRONG_CREDENTIALS', request.id)
  return signed
}
