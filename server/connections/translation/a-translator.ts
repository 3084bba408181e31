/** For tests: a server that speaks as LibreTranslate does, and answers as a test wants, well or badly. It keeps what it was asked. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import type { TranslationConfig } from '#server/platform/config.ts'

export type Behaviour =
  /** What it makes of the text it was given. `after`: milliseconds later. */
  | { says: string | ((text: string) => string); after?: number }
  | { status: number }
  /** The whole body, whatever it is. */
  | { body: string }
  /** Says nothing and keeps the line open; or ends it in the middle. */
  | { hangs: true }
  | { cuts: true }

export type Asked = {
  path: string
  body: { q: string; source: string; target: string; format: string; api_key?: string }
}

export const KEY = 'translate-4471-do-not-tell'

export async function aTranslator() {
  const asked: Asked[] = []
  let behaviour: Behaviour = { says: '' }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const one = { path: request.url ?? '', body: JSON.parse(Buffer.concat(parts).toString()) as Asked['body'] }
      asked.push(one)
      answer(one, response, behaviour)
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  })
  const { port } = server.address() as AddressInfo
  return {
    asked,
    /** Sets how it answers from here on. */
    will: (next: Behaviour) => void (behaviour = next),
    config: (over: Partial<TranslationConfig> = {}): TranslationConfig => ({
      baseUrl: `http://127.0.0.1:${port}`,
      apiKey: KEY,
      isUnderAgreement: false,
      ...over,
    }),
  }
}

function answer({ body: { q } }: Asked, response: ServerResponse, behaviour: Behaviour): void {
  if ('hangs' in behaviour) return
  const json = { 'content-type': 'application/json' }
  if ('cuts' in behaviour) {
    response.writeHead(200, { ...json, 'content-length': 4_000 })
    response.write('{"translatedText": "He')
    setTimeout(() => response.destroy(), 5)
    return
  }
  if ('status' in behaviour) {
    response.writeHead(behaviour.status, json).end(JSON.stringify({ error: 'no' }))
    return
  }
  const says = 'says' in behaviour ? behaviour.says : ''
  const body = 'body' in behaviour ? behaviour.body : JSON.stringify({ translatedText: typeof says === 'string' ? says : says(q) }) // prettier-ignore
  setTimeout(() => response.writeHead(200, json).end(body), ('says' in behaviour && behaviour.after) || 0)
}
