/** The built screens: three entries, each page with the policy that forbids everything but our own files (trust-D61). */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { AppOptions } from './options.ts'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "manifest-src 'self'",
]
const PAGE_POLICY = [...POLICY, "frame-ancestors 'none'", "require-trusted-types-for 'script'"].join('; ')
/** The chat frame stands in pages of the organization's own sites. Which ones may hold it is told by its channel settings. */
const FRAME_POLICY = [...POLICY, "require-trusted-types-for 'script'"].join('; ')

/** Files with a hash in their name never change. */
const FOREVER = 'public, max-age=31536000, immutable'

export async function registerScreens(app: FastifyInstance, { screensFolder }: AppOptions): Promise<void> {
  if (!existsSync(screensFolder)) return
  await app.register(fastifyStatic, {
    root: screensFolder,
    prefix: '/',
    index: false,
    wildcard: true,
    setHeaders: (reply, path) => {
      if (path.includes('/assets/')) reply.header('cache-control', FOREVER)
      else if (path.endsWith('.html'))
        reply.header('content-security-policy', path.includes('/widget/') ? FRAME_POLICY : PAGE_POLICY)
      if (path.includes('/widget/')) reply.header('cross-origin-resource-policy', 'cross-origin')
    },
  })
  const page = (file: string) => (_request: unknown, reply: FastifyReply) =>
    reply.sendFile(file, { cacheControl: false })
  const portal = page(join('portal', 'index.html'))
  const desk = page(join('desk', 'index.html'))
  app.get('/', portal)
  app.get('/desk', desk)
  app.get('/desk/*', desk)
  app.get('/widget/sample', page(join('widget', 'sample-host.html')))
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')
    if (wantsPage && !/^\/(rpc|api|files|mail|health|assets|widget)\b/.test(request.url)) return portal(request, reply)
    return reply.code(404).send({ code: 'NOT_FOUND', message: 'There is nothing here.', requestId: request.id })
  })
}
