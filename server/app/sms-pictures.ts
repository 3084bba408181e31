/** The door at which a carrier fetches the pictures of a text of ours. Every wrong address answers alike: nothing is there. */
import type { FastifyInstance } from 'fastify'
import * as z from 'zod'
import { id } from '#contract/route.ts'
import { readPictureAddress } from '#server/channels/sms/picture-address.ts'
import { pictureOfDelivery } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { journal } from '#server/platform/journal.ts'
import { refusalError, type Services } from '#server/platform/route-context.ts'
import type { PlainRoute } from './described-routes.ts'
import { slowDown } from './guard.ts'
import type { AppOptions } from './options.ts'

const FETCH: PlainRoute = {
  roles: 'public',
  resource: 'attachment',
  patient: 'of-resource',
  audit: 'R',
  summary:
    'A picture that goes along with a text message, for the carrier: by a signed address that ends after an hour',
  input: z.object({ endpointId: z.string(), delivery: id, until: z.string(), key: z.string() }),
}

type Request = {
  Params: { endpointId: string }
  Querystring: { delivery?: string; until?: string; key?: string }
}

export function registerSmsPictures(
  app: FastifyInstance,
  services: Services,
  { files }: Pick<AppOptions, 'files'>,
): void {
  app.get<Request>('/hooks/sms-pictures/:endpointId', { config: { describes: FETCH } }, async (request, reply) => {
    const now = services.now()
    const wait = services.rates.admit('sms-webhook', request.ip, now)
    if (wait > 0) throw slowDown(request.id, wait)
    const { delivery = '', until = '', key = '' } = request.query
    const address = { endpoint: request.params.endpointId, deliveryId: delivery, until, key }
    const picture = readPictureAddress(services.keys, address, now)
    if (!picture) throw refusalError('NOT_FOUND', request.id)

    const context = systemContext(picture.organizationId, request.id, 'sms-picture')
    const found = await services.db.transaction(context, async (tx) => {
      const row = await pictureOfDelivery(tx, picture)
      if (row)
        await journal(
          tx,
          {
            event: 'attachment.handed-over',
            action: 'R',
            resourceKind: 'attachment',
            resourceId: picture.attachmentId,
            conversationId: row.conversationId,
            patientIds: [row.patientId],
            fieldClasses: ['clinical'],
            detail: { delivery: picture.deliveryId, channel: 'sms' },
          },
          now,
        )
      return row
    })
    if (!found) throw refusalError('NOT_FOUND', request.id)
    return reply
      .header('content-type', found.type)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .send(await files.get(found.storageKey))
  })
}
