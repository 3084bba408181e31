/** For tests: a server that speaks both protocols and answers as a test wants, well or badly. It keeps what it was asked. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'
import type { LlmConfig } from '#server/platform/config.ts'

export type Behaviour =
  /** What the model says: its words alone, in the form of the protocol. `after`: milliseconds later. */
  | { says: string; after?: number }
  | { status: number }
  /** The whole body, whatever it is. */
  | { body: string }
  /** Says nothing and keeps the line open; or ends it in the middle. */
  | { hangs: true }
  | { cuts: true }

export type Asked = { path: string; headers: IncomingMessage['headers']; body: string; at: number }

export const KEY = 'sk-test-4471-do-not-tell'

export async function aModel() {
  const asked: Asked[] = []
  const model = { behaviour: { says: '{}' } as Behaviour | ((asked: Asked) => Behaviour) }
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const one = {
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(parts).toString(),
        at: Date.now(),
      }
      asked.push(one)
      const { behaviour } = model
      answer(one, response, typeof behaviour === 'function' ? behaviour(one) : behaviour)
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
    will: (behaviour: Behaviour | ((asked: Asked) => Behaviour)) => void (model.behaviour = behaviour),
    config: (provider: LlmConfig['provider'], over: Partial<LlmConfig> = {}): LlmConfig => ({
      provider,
      baseUrl: `http://127.0.0.1:${port}/v1`,
      model: 'test-model-1',
      apiKey: KEY,
      isUnderAgreement: false,
      dailyBudget: 10_000_000,
      ...over,
    }),
  }
}

function answer({ path }: Asked, response: ServerResponse, behaviour: Behaviour): void {
  if ('hangs' in behaviour) return
  if ('cuts' in behaviour) {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 4_000 })
    response.write('{"id": "x", "choi')
    setTimeout(() => response.destroy(), 5)
    return
  }
  const json = { 'content-type': 'application/json' }
  if ('status' in behaviour) {
    response.writeHead(behaviour.status, json).end(JSON.stringify({ error: { type: 'error', message: 'no' } }))
    return
  }
  const body = 'body' in behaviour ? behaviour.body : JSON.stringify(said(path, behaviour.says))
  setTimeout(() => response.writeHead(200, json).end(body), ('says' in behaviour && behaviour.after) || 0)
}

const said = (path: string, text: string): object =>
  path.endsWith('/messages')
    ? {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'test-model-1',
        content: [{ type: 'text', text }],
        stop_reason: 'end_turn',
        stop_sequence: null,
        usage: { input_tokens: 40, output_tokens: 10 },
      }
    : {
        id: 'chat_1',
        object: 'chat.completion',
        created: 1,
        model: 'test-model-1',
        choices: [{ index: 0, message: { role: 'assistant', content: text }, finish_reason: 'stop' }],
        usage: { prompt_tokens: 40, completion_tokens: 10, total_tokens: 50 },
      }
