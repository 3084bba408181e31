/**
 * A cause the server gave by its code, in plain words. Codes of other mail servers come by the hundred: their kind decides the words,
 * and the code stands behind for whoever has to look it up.
 */
import type { IntlShape } from 'react-intl'

type Id = FormatjsIntl.Message['ids']

export function describeCause(intl: Pick<IntlShape, 'messages' | 'formatMessage'>, cause: string): string {
  const id = ([`desk.cause.${cause}`, `refusal.${cause}`] as Id[]).find((known) => known in intl.messages)
  if (id) return intl.formatMessage({ id })
  const kind = KINDS.find(([form]) => form.test(cause))
  return kind ? `${intl.formatMessage({ id: kind[1] })} (${cause.replace(/^\D+/, '') || cause})` : cause
}

/** Status codes: RFC 3463 of a report, RFC 5321 of an answer. */
const KINDS: readonly (readonly [RegExp, Id])[] = [
  [/^bounced-\d\.1\./, 'desk.cause.bounced.address'],
  [/^bounced-\d\.2\.2$/, 'desk.cause.bounced.full'],
  [/^bounced-\d\.7\./, 'desk.cause.bounced.refused'],
  [/^bounced-/, 'desk.cause.bounced'],
  [/^sms-(429|20429|401|403|20003|not-connected)$/, 'desk.cause.sms.later'],
  [/^sms-(not-public|no-such-host|not-a-host|port-not-allowed)$/, 'desk.cause.outbound'],
  [/^sms-([25]\d\d|too-large)$/, 'desk.cause.sms.unsure'],
  [/^sms-/, 'desk.cause.sms.refused'],
  [/^late-receipt/, 'desk.cause.late-receipt'],
  [/^smtp-4/, 'desk.cause.smtp.later'],
  [/^smtp-5/, 'desk.cause.smtp.refused'],
  [/^(no-such-host|not-public|not-a-host|port-not-allowed)$/, 'desk.cause.outbound'],
]
