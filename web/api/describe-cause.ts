/** A cause the server gave by its code, in words; a text of a carrier or of another mail server stays as it is. */
import type { IntlShape } from 'react-intl'

type Id = FormatjsIntl.Message['ids']

export function describeCause(intl: IntlShape, cause: string): string {
  const id = ([`desk.cause.${cause}`, `refusal.${cause}`] as Id[]).find((known) => known in intl.messages)
  return id ? intl.formatMessage({ id }) : cause
}
