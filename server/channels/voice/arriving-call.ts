/** Who calls, as a form of the carrier says; each of them may be the first that is heard of a call. */
import { arriving } from '#engines/ivr/call-flow.ts'
import type { Spoken } from '#engines/ivr/languages.ts'
import { ANONYMOUS } from '#server/modules/call/index.ts'
import { readContact } from '#server/modules/patient/index.ts'
import type { OwnLine } from './own-line.ts'

const FROM_MAX = 100

export const fromOf = (values: ReadonlyMap<string, string>): string =>
  (values.get('From') ?? '').trim().slice(0, FROM_MAX)

/** A number in full may be the caller's own; "anonymous" is nobody's. */
export function arrivingCall(
  { accountId }: Pick<OwnLine, 'accountId'>,
  { carrierCallId, from }: { carrierCallId: string | null; from: string },
  language: Spoken,
) {
  const contact = from.startsWith('+') ? readContact(from, 'US') : null
  const isUsable = contact?.system === 'sms'
  return {
    accountId,
    carrierCallId: carrierCallId ?? '',
    address: isUsable ? contact.value : from || ANONYMOUS,
    isUsable,
    flow: arriving(language),
  }
}
