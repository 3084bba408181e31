/** What figures and traces say of a request: the procedure or route template, the method, the class of the status. Closed lists, each (trust-D78). */
import type { FastifyReply, FastifyRequest } from 'fastify'

export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

export type RequestLabels = { route: string; method: (typeof METHODS)[number] | 'other'; status: string }

export const labelsOf = (
  request: Pick<FastifyRequest, 'procedure' | 'routeOptions' | 'method'>,
  { statusCode }: Pick<FastifyReply, 'statusCode'>,
): RequestLabels => ({
  route: request.procedure ?? request.routeOptions.url ?? 'none',
  method: METHODS.find((method) => method === request.method) ?? 'other',
  status: `${Math.floor(statusCode / 100)}xx`,
})
