/** A small closed-loop load over kept-alive HTTP connections: `connections` callers, each sends when its last answer is there. */
import { Agent, request } from 'node:http'

export type Call = { method: 'GET' | 'POST'; path: string; cookie: string; body?: unknown }
export type Load = { perSecond: number; ms: number[]; failed: number; seconds: number }

/** Calls until `seconds` are over and at most `callsMax` times; `make` gives the n-th call. */
export async function load(
  { port, url }: { port: number; url: string },
  { connections, seconds, callsMax = 1_000_000 }: { connections: number; seconds: number; callsMax?: number },
  make: (n: number) => Call,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const ms: number[] = []
  let next = 0
  let failed = 0
  const began = performance.now()
  const end = began + seconds * 1000
  const caller = async (): Promise<void> => {
    while (performance.now() < end && next < callsMax) {
      const sent = performance.now()
      const status = await send(agent, port, url, make(next++))
      if (status === 200) ms.push(performance.now() - sent)
      else failed += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, caller))
  const took = (performance.now() - began) / 1000
  agent.destroy()
  return { perSecond: ms.length / took, ms, failed, seconds: took }
}

function send(agent: Agent, port: number, origin: string, { method, path, cookie, body }: Call): Promise<number> {
  const payload = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const call = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: {
          host: new URL(origin).host,
          origin,
          cookie,
          ...(payload ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) } : {}),
        },
      },
      (answer) => {
        answer.resume()
        answer.once('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    call.once('error', reject)
    call.end(payload)
  })
}
