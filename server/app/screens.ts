/** The built screens: several entries, each page with the policy that forbids everything but our own files (trust-D61). */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { framePolicy, OWN_DEVICES, PAGE_POLICY, WORKER_POLICY } from './content-policy.ts'
import type { AppOptions } from './options.ts'
import { PAGE } from './pages/pages.ts'
import { tellRefusal } from './tell-refusal.ts'

/** Which sites may hold the chat frame of a widget key; none for an unknown one. */
export type HostOrigins = (widgetKey: string) => Promise<readonly string[]>

/** Pages in which there are visit rooms. */
const HAS_ROOMS = /[\\/](?:desk|portal)[\\/]index\.html$/
/** Files with a hash in their name never change. */
const FOREVER = 'public, max-age=31536000, immutable'

export async function registerScreens(
  app: FastifyInstance,
  { screensFolder }: AppOptions,
  hostOrigins: HostOrigins,
): Promise<void> {
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    const isForPrograms = /^\/(rpc|api|files|mail|hooks|health|fhir|assets|widget)\b/.test(request.url)
    if (wantsPage && !isForPrograms && existsSync(screensFolder)) return portal(request, reply)
    return tellRefusal(request, reply, { status: 404, code: 'NOT_FOUND', message: 'There is nothing here.' })
  })
  if (!existsSync(screensFolder)) return

  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => void (route.config = { ...route.config, describes: PAGE }))
    await scope.register(fastifyStatic, {
      root: screensFolder,
      prefix: '/',
      index: false,
      wildcard: true,
      setHeaders: (reply, path) => {
        if (path.includes('/assets/')) reply.header('cache-control', FOREVER)
        else if (path.endsWith('.html') && !reply.hasHeader('content-security-policy'))
          reply.header('content-security-policy', PAGE_POLICY)
        if (HAS_ROOMS.test(path)) reply.header('permissions-policy', OWN_DEVICES)
        // The browser asks for it again and again, and sees by its content that there is a new version.
        if (path.endsWith('/worker.js'))
          reply.header('cache-control', 'no-cache').header('content-security-policy', WORKER_POLICY)
        if (path.includes('/widget/')) reply.header('cross-origin-resource-policy', 'cross-origin')
      },
    })
    const page = (file: string) => (_request: unknown, reply: FastifyReply) =>
      reply.sendFile(file, { cacheControl: false })
    const desk = page(join('desk', 'index.html'))
    const patients = page(join('portal', 'index.html'))
    scope.get('/', patients)
    // Else the folder of the built page would answer for the first page of the portal.
    scope.get('/portal', patients)
    scope.get('/portal/*', patients)
    scope.get('/desk', desk)
    scope.get('/desk/*', desk)
    scope.get('/kiosk', page(join('kiosk', 'index.html')))
    scope.get('/display', page(join('display', 'index.html')))
    scope.get('/widget/sample', page(join('widget', 'sample-host.html')))
    // The frame is asked for with its key in the address, because the browser needs to know who may hold it before anything runs.
    scope.get<{ Querystring: { key?: string } }>('/widget/frame.html', async (request, reply) => {
      const origins = await hostOrigins(String(request.query.key ?? ''))
      return reply
        .header('content-security-policy', framePolicy(origins))
        .sendFile(join('widget', 'frame.html'), { cacheControl: false })
    })
  })

  function portal(_request: unknown, reply: FastifyReply) {
    return reply.sendFile(join('portal', 'index.html'), { cacheControl: false })
  }
}
