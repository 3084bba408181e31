/** A number that an administrator writes: in full, with its country, since one of our own is not guessed. */
import { readContact } from '#server/modules/patient/index.ts'
import { refusalError, type RouteContext } from '#server/platform/route-context.ts'

/** @returns E.164. `field`: where it was written, for the refusal. */
export function numberOf(text: string, field: string, { context }: Pick<RouteContext, 'context'>): string {
  const contact = text.trim().startsWith('+') ? readContact(text, 'US') : null
  if (contact?.system !== 'sms') throw refusalError('INVALID_INPUT', context.requestId, { field, reason: 'no-number' })
  return contact.value
}
