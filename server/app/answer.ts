/** From Fastify's request to the guard's, and from what went wrong to an answer. */
import { isIP } from 'node:net'
import { ORPCError } from '@orpc/server'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { UncleanText } from '#server/platform/clean-text.ts'
import { AuditUnavailable } from '#server/platform/journal.ts'
import { DatabaseFailure, isUnavailable } from '#server/platform/database.ts'
import { NoTurn } from '#server/platform/fair-turns.ts'
import { refusalError } from '#server/platform/route-context.ts'
import type { GuardedRequest } from './guard.ts'

export const guarded = (request: FastifyRequest, reply: FastifyReply): GuardedRequest => ({
  requestId: request.id,
  sourceAddress: isIP(request.ip) ? request.ip : null,
  header: (name) => {
    const value = request.headers[name]
    return Array.isArray(value) ? value[0] : value
  },
  setHeader: (name, value) => void reply.header(name, value),
  isFor: (procedure) => void (request.procedure = procedure),
  isOf: (context, meta) => void (request.entered = { context, meta }),
})

/** One place turns what went wrong into an answer: a refusal stays, a gone database is UNAVAILABLE, the rest is INTERNAL. */
export function toRefusal(error: unknown, requestId: string): ORPCError<string, unknown> {
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST') return refusalError('INVALID_INPUT', requestId, fieldOf(error))
    if (error.code === 'INTERNAL_SERVER_ERROR') return refusalError('INTERNAL', requestId)
    if (error.code === 'METHOD_NOT_SUPPORTED' || error.code === 'METHOD_NOT_ALLOWED')
      return refusalError('INVALID_INPUT', requestId)
    return error
  }
  if (error instanceof NoTurn) return refusalError('UNAVAILABLE', requestId, { retryAfterSeconds: TURN_AGAIN_SECONDS })
  if (error instanceof UncleanText) return refusalError('INVALID_INPUT', requestId, { field: error.field })
  if (error instanceof AuditUnavailable) return refusalError('AUDIT_UNAVAILABLE', requestId)
  if (error instanceof DatabaseFailure && isOfInput(error)) return refusalError('INVALID_INPUT', requestId)
  if (isUnavailable(error)) return refusalError('UNAVAILABLE', requestId)
  const status = (error as { statusCode?: number }).statusCode
  if (status === 413) return refusalError('TOO_LARGE', requestId)
  if (status === 404) return refusalError('NOT_FOUND', requestId)
  if (status !== undefined && status < 500) return refusalError('INVALID_INPUT', requestId)
  return refusalError('INTERNAL', requestId)
}

/** An id in the input leads to no row of this organization, or an id that the client made is taken. */
const isOfInput = ({ sqlstate, constraint }: DatabaseFailure): boolean =>
  sqlstate === FOREIGN_KEY_VIOLATION || constraint === 'message_id_is_used_once'
const FOREIGN_KEY_VIOLATION = '23503'

/** Seconds after which the caller may try again, for the header of a refusal that says so. */
export function retryAfter({ code, data }: ORPCError<string, unknown>): number | undefined {
  const seconds = (data as { detail?: { retryAfterSeconds?: unknown } } | undefined)?.detail?.retryAfterSeconds
  if (typeof seconds === 'number') return Math.max(1, Math.ceil(seconds))
  return code === 'SLOW_DOWN' ? RETRY_AFTER_SECONDS : undefined
}

/** For whoever found too long a line before him. */
const TURN_AGAIN_SECONDS = 3

/** Where a limit does not say how long. */
const RETRY_AFTER_SECONDS = 60

/** Which field of the input was wrong; never what it held. */
function fieldOf(error: ORPCError<string, unknown>): Record<string, unknown> | undefined {
  const issues = (error.data as { issues?: { path?: (string | number | { key: string })[] }[] } | undefined)?.issues
  const path = issues?.[0]?.path?.map((part) => (typeof part === 'object' ? part.key : part)).join('.')
  return path ? { field: path } : undefined
}
