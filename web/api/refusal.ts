/** What went wrong, as a code of the closed list, and its words in the reader's language. */
import { ORPCError } from '@orpc/client'
import type { IntlShape } from 'react-intl'
import type { Refusal } from '#contract/refusal.ts'

export type Problem = {
  code: Refusal
  requestId?: string
  field?: string
  detail?: Record<string, unknown>
  /** The server was not reached at all; nothing is known of what it did. */
  isOffline: boolean
}

export function problemOf(error: unknown): Problem {
  if (!(error instanceof ORPCError)) return { code: 'UNAVAILABLE', isOffline: !isAbort(error) }
  const data = (error.data ?? {}) as Pick<Problem, 'requestId' | 'field' | 'detail'>
  return { code: knownCode(error), requestId: data.requestId, field: data.field, detail: data.detail, isOffline: false }
}

/** What happened and what to do next. */
export const describeProblem = (intl: IntlShape, { code }: Pick<Problem, 'code'>): string =>
  intl.formatMessage({ id: `refusal.${code}` })

// Codes the transport itself may give, before any of ours.
const transportCodes: Record<string, Refusal> = {
  BAD_REQUEST: 'INVALID_INPUT',
  UNPROCESSABLE_CONTENT: 'INVALID_INPUT',
  UNAUTHORIZED: 'NOT_SIGNED_IN',
  FORBIDDEN: 'NOT_ALLOWED',
  PAYLOAD_TOO_LARGE: 'TOO_LARGE',
  TOO_MANY_REQUESTS: 'SLOW_DOWN',
  SERVICE_UNAVAILABLE: 'UNAVAILABLE',
  BAD_GATEWAY: 'UNAVAILABLE',
  GATEWAY_TIMEOUT: 'UNAVAILABLE',
  INTERNAL_SERVER_ERROR: 'INTERNAL',
}

function knownCode(error: ORPCError<string, unknown>): Refusal {
  if (error.defined) return error.code as Refusal
  return transportCodes[error.code] ?? (isRefusalCode(error.code) ? error.code : 'INTERNAL')
}

// The list itself stays on the server; a code of ours is known by its words.
const isRefusalCode = (code: string): code is Refusal => /^[A-Z]+(_[A-Z]+)+$/.test(code) && !code.startsWith('HTTP')

const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'
