/**
 * The web site of somebody else, on an origin of its own: an unfriendly style sheet, a strict policy, and the one script tag of the
 * chat. Its pages are those of the sample page, so that what a newcomer sees is what is tested.
 */
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

const SAMPLE = join(import.meta.dirname, '..', '..', 'web', 'widget')

export type HostSite = {
  origin: string
  /** The page, with what its server would write into the tag. */
  page(attributes?: Record<string, string>): string
  stop(): Promise<void>
}

export async function openHostSite({ product }: { product: string }, widgetKey: () => string): Promise<HostSite> {
  const html = await readFile(join(SAMPLE, 'sample-host.html'), 'utf8')
  const css = await readFile(join(SAMPLE, 'sample-host.css'))
  // Nothing inline and nobody else's: what a careful site allows, and the chat's origin.
  const policy = `default-src 'none'; img-src 'self'; style-src 'self'; script-src ${product}; frame-src ${product}`
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://here')
    if (pathname === '/sample-host.css') return response.setHeader('content-type', 'text/css').end(css)
    if (pathname !== '/') return response.writeHead(404).end()
    const data = [...searchParams].map(([name, value]) => ` data-${name}="${value}"`).join('')
    const tag = `<script src="${product}/widget/loader.js?key=${widgetKey()}"${data} defer></script>`
    return response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .setHeader('content-security-policy', policy)
      .end(html.replace(/<script[^>]*><\/script>/, tag))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    page: (attributes = {}) => `${origin}/?${new URLSearchParams(attributes)}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
