/** What the server's own pages need beside their text: one style sheet, made of the product's tokens, and its font. */
import { readFile } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { PAGE_POLICY } from '../content-policy.ts'
import type { PlainRoute } from '../described-routes.ts'

export const PAGE: PlainRoute = {
  roles: 'public',
  resource: 'screen',
  patient: 'none',
  audit: 'none',
  summary: 'A page for people',
  isPage: true,
}

const at = (path: string) => new URL(`../../../${path}`, import.meta.url)
const FONT = 'node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'
const FACE = `@font-face {
  font-family: 'Source Sans 3 Variable';
  font-weight: 200 900;
  font-display: swap;
  src: url('/pages/source-sans-3.woff2') format('woff2-variations');
}
`
/** The browser asks again after this time, in seconds; the address has no hash. */
const KEPT_SECONDS = 300

export async function registerPages(app: FastifyInstance): Promise<void> {
  const [tokens, style, font] = await Promise.all([
    readFile(at('web/theme/tokens.css'), 'utf8'),
    readFile(at('server/app/pages/style.css'), 'utf8'),
    readFile(at(FONT)),
  ])
  const file = (type: string, content: string | Buffer) => (_request: unknown, reply: FastifyReply) =>
    reply.header('content-type', type).header('cache-control', `public, max-age=${KEPT_SECONDS}`).send(content)
  const config = { config: { describes: PAGE } }
  app.get('/pages/style.css', config, file('text/css; charset=utf-8', FACE + tokens + style))
  app.get('/pages/source-sans-3.woff2', config, file('font/woff2', font))
}

export const sendPage = (reply: FastifyReply, text: string): FastifyReply =>
  reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', PAGE_POLICY).send(text)
