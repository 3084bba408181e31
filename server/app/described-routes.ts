/**
 * Every door of the HTTP server, as a list. A door that does not say who may enter, what it is about, how a patient is bound and
 * what is journalled stops the start (trust-D2). The list is what the router holds, so nothing is served beside it.
 */
import type { FastifyInstance, RouteOptions } from 'fastify'
import type * as z from 'zod'
import { contract } from '#contract/index.ts'
import type { RouteMeta } from '#contract/route.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What this door says of itself; `procedures` stands for everything in the contract. */
    describes?: PlainRoute | 'procedures'
  }
}

/** A door beside the contract: files, health, pages, real time. */
export type PlainRoute = RouteMeta & {
  /** One line for people who write programs against it. */
  summary: string
  /** A page for people, or a file of one: not part of the interface for programs. */
  isPage?: true
  /** What stands in its address, and what it answers, where that has a shape of its own. */
  input?: z.ZodObject
  output?: z.ZodType
  /** What is sent to it, and the headers that sign that. */
  body?: { type: string; shape: z.ZodType }
  signedBy?: readonly string[]
}

export type DescribedRoute = {
  method: string
  /** With `{name}` for its parameters. */
  path: string
  meta: RouteMeta
  summary: string
  /** Its name in the contract; null for a plain one. */
  procedure: string | null
  isPage: boolean
  /** Of a plain one; those of the contract are there. */
  input?: z.ZodObject | undefined
  output?: z.ZodType | undefined
  body?: PlainRoute['body'] | undefined
  signedBy?: readonly string[] | undefined
}

const KEYS = ['roles', 'resource', 'patient', 'audit'] as const

/** Listens to the router from the first route on. Call it before anything is registered. */
export function keepRouteList(app: FastifyInstance): () => DescribedRoute[] {
  const registered: RouteOptions[] = []
  app.addHook('onRoute', (route) => void registered.push(route))
  app.addHook('onReady', async () => {
    for (const { method, url, config } of registered) {
      const describes = config?.describes
      if (describes === 'procedures') continue
      const missing = KEYS.filter((key) => describes?.[key] === undefined)
      if (missing.length > 0)
        throw new Error(`route ${String(method)} ${url} does not say its ${missing.join(', ')}: it is not served.`)
    }
  })
  return () => [...procedures(), ...registered.flatMap(plainRoutes)]
}

function plainRoutes({ method, url, config }: RouteOptions): DescribedRoute[] {
  const describes = config?.describes
  if (describes === undefined || describes === 'procedures') return []
  const { summary, isPage, input, output, body, signedBy, ...meta } = describes
  const path = url.replaceAll(/:(\w+)/g, '{$1}')
  return [method]
    .flat()
    .filter((each) => each !== 'HEAD')
    .map((each) => ({
      method: each,
      path,
      meta,
      summary,
      procedure: null,
      isPage: isPage === true,
      input,
      output,
      body,
      signedBy,
    }))
}

type Procedure = { '~orpc': { meta: RouteMeta; route: { method?: string; path?: string; summary?: string } } }

function procedures(): DescribedRoute[] {
  return [...proceduresOf(contract)].map(
    ([
      name,
      {
        '~orpc': { meta, route },
      },
    ]) => ({
      method: route.method ?? 'POST',
      path: `/api${route.path ?? ''}`,
      meta,
      summary: route.summary ?? '',
      procedure: name,
      isPage: false,
    }),
  )
}

/** Every procedure of a contract with its name, such as `conversation.list`. */
export function* proceduresOf(part: object, path: string[] = []): Generator<[string, Procedure]> {
  for (const [name, value] of Object.entries(part) as [string, object][]) {
    if ('~orpc' in value) yield [[...path, name].join('.'), value as Procedure]
    else yield* proceduresOf(value, [...path, name])
  }
}

/** Every procedure must describe itself and stand at an address of its own. */
export function assertProceduresDescribed(): void {
  for (const [
    name,
    {
      '~orpc': { meta, route },
    },
  ] of proceduresOf(contract)) {
    const missing = KEYS.filter((key) => meta[key] === undefined)
    if (missing.length > 0) throw new Error(`route ${name} does not say its ${missing.join(', ')}: it is not served.`)
    if (!route.method || !route.path) throw new Error(`route ${name} does not say its method and path.`)
  }
}
