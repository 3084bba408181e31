/**
 * Where text message carriers push what patients write, and receipts (desk-D60). TwiML is answered only after the text is durable; 503
 * while the database is away, so that the carrier repeats. A wrong address, a wrong signature and a closed number answer alike.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FormField } from '#engines/sms/carrier-signature.ts'
import { numberOfForm, type OwnNumber } from '#server/channels/sms/own-number.ts'
import { takeReceipt } from '#server/channels/sms/sms-receipt.ts'
import { refusalError, type Services } from '#server/platform/route-context.ts'
import { CARRIER_FORM, FORM_MAX_BYTES, openFormDoor, readForm } from './carrier-form.ts'
import type { PlainRoute } from './described-routes.ts'
import { keeperOfPushed } from './emergency/keep-pushed.ts'
import type { AppOptions } from './options.ts'

const TAKE_SMS: PlainRoute = {
  ...CARRIER_FORM,
  roles: 'public',
  resource: 'message',
  patient: 'none',
  audit: 'C',
  summary:
    'A text message that a carrier pushes as a signed form. Empty TwiML once it is stored; 401 for whoever did not sign; 429 and 503 with Retry-After',
}
const TAKE_RECEIPT: PlainRoute = {
  ...CARRIER_FORM,
  roles: 'public',
  resource: 'delivery',
  patient: 'none',
  audit: 'U',
  summary: 'What a carrier says of a text message of ours, as a signed form; the address names the delivery',
}

export type SmsDoor = { receiveSms(number: OwnNumber, fields: readonly FormField[]): Promise<unknown> }

/** Answers go by the outbox, with their ledger; the carrier has nothing to say by itself. */
const NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>'

export function registerSmsWebhook(
  app: FastifyInstance,
  services: Services,
  { receiveSms, emergencies }: SmsDoor & Pick<AppOptions, 'emergencies'>,
): void {
  const kept = keeperOfPushed(services, emergencies)
  app.register(async (scope) => {
    type Form = { Params: { endpointId: string }; Querystring: { delivery?: string }; Body: string | undefined }
    const wordsOf = (request: FastifyRequest): string =>
      new Map(readForm(services, request as FastifyRequest<Form>).fields).get('Body') ?? ''
    const isUrgent = (request: FastifyRequest): boolean => emergencies.helpFor(wordsOf(request), null) !== null
    openFormDoor(scope, services, { rate: 'sms-webhook', turn: { places: emergencies.places, isUrgent } })

    /** The form and the number it is for, once its signature held over the exact public address. */
    async function signedForm(request: FastifyRequest<Form>): Promise<{ number: OwnNumber; fields: FormField[] }> {
      const form = readForm(services, request)
      const { fields } = form
      const number = await numberOfForm(services, request.params.endpointId, form)
      if (!number) throw refusalError('WRONG_CREDENTIALS', request.id)
      return { number, fields }
    }

    scope.post<Form>(
      '/hooks/sms/:endpointId',
      { config: { describes: TAKE_SMS }, bodyLimit: FORM_MAX_BYTES },
      async (request, reply) => {
        await kept.orKeep(
          request.id,
          async () => {
            const { number, fields } = await signedForm(request)
            await receiveSms(number, fields)
          },
          () => kept.form('text', { endpoint: request.params.endpointId, ...readForm(services, request) }),
        )
        return reply.header('content-type', 'text/xml; charset=utf-8').send(NOTHING_TO_SAY)
      },
    )
    scope.post<Form>(
      '/hooks/sms/:endpointId/status',
      { config: { describes: TAKE_RECEIPT }, bodyLimit: FORM_MAX_BYTES },
      async (request, reply) => {
        const { number, fields } = await signedForm(request)
        await takeReceipt(services, number, request.query.delivery ?? '', fields)
        return reply.code(204).send()
      },
    )
  })
}
