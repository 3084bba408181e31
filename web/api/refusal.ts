/** What went wrong, as a code of the closed list, its words in the reader's language, and when to ask again. */
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

/** Refusals that say nothing against the question: what is shown asks again by itself. */
const PASSING = new Set<Problem['code']>(['SLOW_DOWN', 'UNAVAILABLE', 'AUDIT_UNAVAILABLE'])
/** Where the server does not say when, in milliseconds: doubled with each error up to the longest. */
const AGAIN_FIRST_MS = 2_000
const AGAIN_LONGEST_MS = 60_000
/** Readers who were refused at one moment do not return as one, in milliseconds. */
const SPREAD_MS = 1_000

export function problemOf(error: unknown): Problem {
  if (!(error instanceof ORPCError)) return { code: 'UNAVAILABLE', isOffline: !isAbort(error) }
  const data = (error.data ?? {}) as Pick<Problem, 'requestId' | 'field' | 'detail'>
  return { code: knownCode(error), requestId: data.requestId, field: data.field, detail: data.detail, isOffline: false }
}

/** What happened and what to do next. */
export const describeProblem = (intl: IntlShape, { code }: Pick<Problem, 'code'>): string =>
  intl.formatMessage({ id: `refusal.${code}` })

/** @returns undefined: the refusal is an answer, which is not asked for again. */
export function askAgainAfterMs({ code, detail }: Problem, refusedBefore: number): number | undefined {
  if (!PASSING.has(code)) return undefined
  const said = Number(detail?.retryAfterSeconds) * 1_000
  const own = AGAIN_FIRST_MS * 2 ** refusedBefore
  return Math.min(said > 0 ? said : own, AGAIN_LONGEST_MS) + Math.random() * SPREAD_MS
}

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
