/**
 * The doors of FHIR R4. The journal is read there and not written: a write finds no door, and is told so (trust-D28, decision 0222).
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { AuditEvent } from '#fhir/audit-event.ts'
import { searchset } from '#fhir/bundle.ts'
import { CapabilityStatement } from '#fhir/capability-statement.ts'
import { FHIR_JSON, FHIR_VERSION } from '#fhir/data-types.ts'
import { JOURNAL_READERS } from '#contract/journal.ts'
import { id } from '#contract/route.ts'
import {
  AUDIT_SEARCH_PARAMETERS,
  AuditSearchInput,
  readAuditEvent,
  searchAuditEvents,
} from '#server/modules/journal/index.ts'
import { refusalError, type RouteContext, type Services } from '#server/platform/route-context.ts'
import type { PlainRoute } from './described-routes.ts'
import { guardInTurn } from './in-turn.ts'
import type { AppOptions } from './options.ts'
import { tellRefusal } from './tell-refusal.ts'
import { VERSION } from './version.ts'

const SEARCH: PlainRoute = {
  roles: JOURNAL_READERS,
  resource: 'journal',
  patient: 'list',
  audit: 'R',
  summary: 'The journal as AuditEvents, newest first, page by page; a parameter that is not listed is refused',
  input: AuditSearchInput,
  output: searchset(AuditEvent),
}
const READ: PlainRoute = {
  ...SEARCH,
  patient: 'of-resource',
  summary: 'One entry of the journal as an AuditEvent',
  input: z.object({ id }),
  output: AuditEvent,
}
const METADATA: PlainRoute = {
  roles: 'public',
  resource: 'contract',
  patient: 'none',
  audit: 'none',
  summary: 'What this FHIR interface can do',
  output: CapabilityStatement,
}

type Query = Record<string, string | string[] | undefined>

export async function registerFhir(
  app: FastifyInstance,
  services: Services,
  { emergencies }: Pick<AppOptions, 'emergencies'>,
): Promise<void> {
  const enter = (request: FastifyRequest, reply: FastifyReply, describes: PlainRoute): Promise<RouteContext> =>
    guardInTurn(services, emergencies.places, { request, reply, describes })
  const startedAt = new Date().toISOString()

  await app.register(
    async (scope) => {
      scope.addHook('onSend', async (_request, reply) => void reply.type(FHIR_JSON))
      // Nothing is taken in here, whatever it is.
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser('*', (_request, _body, done) => done(null, undefined))

      scope.get('/metadata', { config: { describes: METADATA } }, async () =>
        capabilities(`${services.publicUrl}/fhir`, startedAt),
      )
      scope.get<{ Querystring: Query }>('/AuditEvent', { config: { describes: SEARCH } }, async (request, reply) =>
        searchAuditEvents(await enter(request, reply, SEARCH), request.query),
      )
      scope.get<{ Params: { id: string } }>(
        '/AuditEvent/:id',
        { config: { describes: READ } },
        async (request, reply) => {
          const route = await enter(request, reply, READ)
          if (!id.safeParse(request.params.id).success) throw refusalError('NOT_FOUND', request.id)
          return readAuditEvent(route, request.params.id)
        },
      )
      scope.setNotFoundHandler((request, reply) => {
        const isThere = /^\/fhir\/(AuditEvent(\/[^/?]*)?|metadata)\/?(\?|$)/.test(request.url)
        if (!isThere)
          return tellRefusal(request, reply, { status: 404, code: 'NOT_FOUND', message: 'There is nothing here.' })
        reply.header('allow', 'GET, HEAD')
        return tellRefusal(request, reply, {
          status: 405,
          code: 'NOT_ALLOWED',
          message: 'This is read, and not written.',
        })
      })
    },
    { prefix: '/fhir' },
  )
}

const capabilities = (base: string, date: string): CapabilityStatement => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date,
  kind: 'instance',
  software: { name: 'Bedside', version: VERSION },
  implementation: { description: 'The journal of Bedside', url: base },
  fhirVersion: FHIR_VERSION,
  format: ['json'],
  rest: [
    {
      mode: 'server',
      documentation: 'Read only, for administrators with a session. A search parameter that is not listed is refused.',
      resource: [
        {
          type: 'AuditEvent',
          interaction: [{ code: 'read' }, { code: 'search-type' }],
          searchParam: [...AUDIT_SEARCH_PARAMETERS],
        },
      ],
    },
  ],
})
