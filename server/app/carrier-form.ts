/** The form that carriers of text messages and calls push, signed over the exact public address that we gave them. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { FormField } from '#engines/sms/carrier-signature.ts'
import type { Services } from '#server/platform/route-context.ts'
import { openPushDoor, type DoorTurn } from './push-door.ts'

/** Ten segments and ten addresses of files are far less. */
export const FORM_MAX_BYTES = 64 * 1024
const FIELDS_MAX = 200

export const openFormDoor = (
  scope: FastifyInstance,
  services: Services,
  { rate, turn }: { rate: 'sms-webhook' | 'voice-webhook'; turn: DoorTurn | null },
) => openPushDoor(scope, services, { rate, turn, takes: 'application/x-www-form-urlencoded', parseAs: 'string' })

export function readForm(
  { publicUrl }: Pick<Services, 'publicUrl'>,
  { url, headers, body }: Pick<FastifyRequest<{ Body: string | undefined }>, 'url' | 'headers' | 'body'>,
): { url: string; signature: string; fields: FormField[] } {
  const signature = headers['x-twilio-signature']
  return {
    url: `${publicUrl}${url}`,
    signature: typeof signature === 'string' ? signature : '',
    fields: [...new URLSearchParams(body ?? '')].slice(0, FIELDS_MAX),
  }
}
