/** A refusal as the caller's kind of program reads it: below /fhir an OperationOutcome, else our own form. Neither repeats what was sent. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { FHIR_JSON } from '#fhir/data-types.ts'
import type { IssueCode, OperationOutcome } from '#fhir/operation-outcome.ts'

export type Told = { status: number; code: string; message: string; field?: string | undefined }

export function tellRefusal(
  request: Pick<FastifyRequest, 'id' | 'url'>,
  reply: FastifyReply,
  told: Told,
): FastifyReply {
  const { status, code, message, field } = told
  if (isFhir(request.url)) {
    // What cannot be read as a search is 400 there, not 422 (R4, http.html#search).
    return reply
      .code(code === 'INVALID_INPUT' ? 400 : status)
      .type(FHIR_JSON)
      .send(outcomeOf(told, request.id))
  }
  return reply.code(status).send({ code, message, requestId: request.id, ...(field === undefined ? {} : { field }) })
}

const isFhir = (url: string): boolean => /^\/fhir(\/|\?|$)/.test(url)

const ISSUES: Record<number, IssueCode> = {
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-supported',
  409: 'conflict',
  410: 'expired',
  413: 'too-long',
  429: 'throttled',
  503: 'transient',
}

/** The code of ours stands beside FHIR's; `diagnostics` is the id of the request. */
const outcomeOf = ({ status, code, message, field }: Told, requestId: string): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  issue: [
    {
      severity: 'error',
      code: ISSUES[status] ?? (status >= 500 ? 'exception' : 'invalid'),
      details: { coding: [{ code }], text: message },
      diagnostics: requestId,
      ...(field === undefined ? {} : { location: [`http.${field}`] }),
    },
  ],
})
