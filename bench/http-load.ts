/**
 * Small loads over kept-alive HTTP connections. Closed: `connections` callers, each sends when its last answer is there. Open: each call at its
 * time, whoever still waits.
 */
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

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

/** In an open load, connections at once; above it a call waits for one, and that counts. */
const OPEN_SOCKETS_MAX = 256

/** @returns how long each call took from its time on, and how many answers there were of each status. */
export async function atTheirTimes(
  { port, url }: { port: number; url: string },
  { perSecond, seconds }: { perSecond: number; seconds: number },
  make: (n: number) => Call,
): Promise<{ ms: number[]; statuses: Map<number, number> }> {
  const agent = new Agent({ keepAlive: true, maxSockets: OPEN_SOCKETS_MAX })
  const ms: number[] = []
  const statuses = new Map<number, number>()
  const began = performance.now()
  const calls = Array.from({ length: Math.round(perSecond * seconds) }, async (_, n) => {
    const at = began + (n * 1000) / perSecond
    await sleep(Math.max(0, at - performance.now()))
    const status = await send(agent, port, url, make(n))
    ms.push(performance.now() - at)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  })
  await Promise.all(calls)
  agent.destroy()
  return { ms, statuses }
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
