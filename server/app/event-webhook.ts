/**
 * Where systems outside report what happened to a patient (decision 0188). 200 is said only after it has its effect; a stranger learns
 * nothing: a wrong address, a wrong signature and a wrong time answer alike.
 */
import type { FastifyInstance } from 'fastify'
import { Report } from '#contract/event-source.ts'
import { sourceOfReport } from '#server/channels/events/event-source.ts'
import { takeReport } from '#server/channels/events/take-report.ts'
import { readSignedHeaders, SIGNED_HEADERS } from '#server/channels/email/webhook-signature.ts'
import { refusalError, type Services } from '#server/platform/route-context.ts'
import type { PlainRoute } from './described-routes.ts'
import type { AppOptions } from './options.ts'
import { openPushDoor } from './push-door.ts'

const TAKE_REPORT: PlainRoute = {
  roles: 'public',
  resource: 'reported-event',
  patient: 'of-resource',
  audit: 'E',
  signedBy: SIGNED_HEADERS,
  body: { type: 'application/json', shape: Report },
  summary:
    'An event of a patient that an outside system reports, signed as Standard Webhooks describes (docs/reported-events.md). 200 once it has its effect, and for the same id again; 403, 404 and 422 name what is wrong; 401 for whoever did not sign; 429 and 503 with Retry-After',
}

/** A report is a few hundred bytes. */
const BODY_MAX = 4_096

export function registerEventWebhook(
  app: FastifyInstance,
  services: Services,
  { emergencies }: Pick<AppOptions, 'emergencies'>,
): void {
  app.register(async (scope) => {
    openPushDoor(scope, services, {
      rate: 'event-webhook',
      takes: 'application/json',
      parseAs: 'buffer',
      turn: { places: emergencies.places, isUrgent: () => false },
    })
    scope.post<{ Params: { endpointId: string }; Body: Buffer | undefined }>(
      '/hooks/events/:endpointId',
      { config: { describes: TAKE_REPORT }, bodyLimit: BODY_MAX },
      async (request) => {
        const signed = readSignedHeaders((name) => [request.headers[name]].flat()[0], services.now())
        const body = request.body ?? Buffer.alloc(0)
        const source = signed && (await sourceOfReport(services, request.params.endpointId, signed, body))
        if (!signed || !source) throw refusalError('WRONG_CREDENTIALS', request.id)
        await takeReport(services, source, { reportId: signed.id, body, requestId: request.id })
        return { received: true }
      },
    )
  })
}
