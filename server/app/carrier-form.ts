/** The form that carriers of text messages and calls push, signed over the exact public address that we gave them. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as z from 'zod'
import type { FormField } from '#engines/sms/carrier-signature.ts'
import type { Services } from '#server/platform/route-context.ts'
import { openPushDoor, type DoorTurn } from './push-door.ts'

/** Ten segments and ten addresses of files are far less. */
export const FORM_MAX_BYTES = 64 * 1024
const FIELDS_MAX = 200

/** What such a door says of itself. */
export const CARRIER_FORM = {
  signedBy: ['x-twilio-signature'],
  body: { type: 'application/x-www-form-urlencoded', shape: z.record(z.string(), z.string()) },
} as const

export const openFormDoor = (
  scope: FastifyInstance,
  services: Services,
  { rate, turn }: { rate: 'sms-webhook' | 'voice-webhook'; turn: DoorTurn | null },
) => openPushDoor(scope, services, { rate, turn, takes: CARRIER_FORM.body.type, parseAs: 'string' })

export function readForm(
  { publicUrl }: Pick<Services, 'publicUrl'>,
  { url, headers, body }: Pick<FastifyRequest<{ Body: string | undefined }>, 'url' | 'headers' | 'body'>,
): { url: string; signature: string; fields: FormField[] } {
  const [signedBy] = CARRIER_FORM.signedBy
  const signature = headers[signedBy]
  return {
    url: `${publicUrl}${url}`,
    signature: typeof signature === 'string' ? signature : '',
    fields: [...new URLSearchParams(body ?? '')].slice(0, FIELDS_MAX),
  }
}
