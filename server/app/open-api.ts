/** The interface for programs as an OpenAPI 3.1 document: every procedure of the contract, and the plain routes beside it. */
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import * as z from 'zod'
import { contract } from '#contract/index.ts'
import { REFUSALS } from '#contract/refusal.ts'
import { OperationOutcome } from '#fhir/operation-outcome.ts'
import type { RouteMeta } from '#contract/route.ts'
import type { DescribedRoute } from './described-routes.ts'

export type OpenApiDocument = {
  openapi: string
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> }
}
export type Operation = {
  operationId?: string
  summary?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; schema?: object }[]
  requestBody?: { required?: boolean; content: Record<string, { schema?: object }> }
  responses: Record<string, { description: string; content?: Record<string, { schema?: object }> }>
  security?: object[]
  'x-roles'?: readonly string[]
  'x-journal'?: string
  'x-fresh-factor'?: true
}

const REFUSAL = {
  type: 'object',
  description: 'Every expected "no": what happened as a code, and what to do next as a sentence.',
  properties: {
    code: { type: 'string', enum: Object.keys(REFUSALS) },
    message: { type: 'string' },
    data: {
      type: 'object',
      properties: { requestId: { type: 'string' }, detail: { type: 'object' } },
    },
  },
  required: ['code', 'message'],
}

export async function openApiDocument(doors: readonly DescribedRoute[], version: string): Promise<OpenApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = (await generator.generate(contract, {
    info: {
      title: 'Bedside',
      version,
      description:
        'Patient service: conversations, patients, identity, consent. Times are ISO 8601 with an offset, ids are UUIDs. ' +
        'A session is a cookie; a write from a browser must come from our own origin. Limits: 600 calls a minute for staff, ' +
        '120 for a person of the portal; above them 429 with Retry-After.',
    },
    servers: [{ url: '/' }],
    customErrorResponseBodySchema: () => ({ $ref: '#/components/schemas/Refusal' }),
  } as never)) as unknown as OpenApiDocument

  document.paths = Object.fromEntries(Object.entries(document.paths).map(([path, item]) => [`/api${path}`, item]))
  for (const door of doors) {
    if (door.isPage) continue
    const item = (document.paths[door.path] ??= {})
    const operation = (item[door.method.toLowerCase()] ??= plainOperation(door))
    Object.assign(operation, accessOf(door.meta))
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Refusal: REFUSAL },
    securitySchemes: {
      session: { type: 'apiKey', in: 'cookie', name: '__Host-bedside', description: 'Set by signing in.' },
      visitor: { type: 'apiKey', in: 'header', name: 'x-visitor', description: '`<visitor id>:<secret>` of the chat.' },
    },
  }
  return document
}

/** A JSON schema as OpenAPI 3.1 takes it. */
function schemaOf(type: z.ZodType): object {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io: 'input' })
  return schema
}

/** What the address of a plain route may carry beside its own parameters. */
const queryOf = (input: z.ZodObject | undefined, path: string): NonNullable<Operation['parameters']> =>
  Object.entries(input?.shape ?? {})
    .filter(([name]) => !path.includes(`{${name}}`))
    .map(([name, type]) => ({
      name,
      in: 'query',
      required: !(type as z.ZodType).safeParse(undefined).success,
      schema: schemaOf(type as z.ZodType),
    }))

const FHIR_OUTCOME = { 'application/fhir+json': { schema: schemaOf(OperationOutcome) } }

function plainOperation({ path, summary, procedure, input, output, body, signedBy }: DescribedRoute): Operation {
  const isFhir = path.startsWith('/fhir')
  if (procedure !== null) throw new Error(`${procedure} is in the contract and not in the document`)
  const parameter = (name: string, place: 'path' | 'header') => ({
    name,
    in: place,
    required: true,
    schema: { type: 'string' },
  })
  return {
    summary,
    tags: [isFhir ? 'FHIR' : /^\/(files|mail)/.test(path) ? 'Files' : 'Operation'],
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => parameter(name, 'path')),
      ...(signedBy ?? []).map((name) => parameter(name, 'header')),
      ...queryOf(input, path),
    ],
    ...(body ? { requestBody: { required: true, content: { [body.type]: { schema: schemaOf(body.shape) } } } } : {}),
    responses: {
      '200': {
        description: 'OK',
        ...(output
          ? { content: { [isFhir ? 'application/fhir+json' : 'application/json']: { schema: schemaOf(output) } } }
          : {}),
      },
      default: {
        description: 'A refusal',
        content: isFhir ? FHIR_OUTCOME : { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  }
}

function accessOf({ roles, audit, stepUp }: RouteMeta): Partial<Operation> {
  const closed: readonly string[] = roles === 'public' ? [] : roles
  return {
    security: [
      ...(closed.some((role) => role !== 'visitor') ? [{ session: [] }] : []),
      ...(closed.includes('visitor') ? [{ visitor: [] }] : []),
    ],
    'x-roles': roles === 'public' ? ['everybody'] : closed,
    ...(audit === 'none' ? {} : { 'x-journal': audit }),
    ...(stepUp ? { 'x-fresh-factor': true } : {}),
  }
}
