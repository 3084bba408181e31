/** For tests: the way from the server to its database, as a TCP proxy of our own that can fail in each of the ways a network does. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { PostgresConnection } from '#server/platform/embedded-postgres.ts'

/** `refuse`: nobody listens. `blackhole`: what is sent is swallowed, on old and new connections. */
export type LineMode = 'open' | 'refuse' | 'blackhole' | 'delay'

export type DatabaseLine = {
  port: number
  set(mode: LineMode): Promise<void>
  /** Cuts every connection that stands, as a router that lost its table does; new ones are let through. */
  reset(): void
  stop(): Promise<void>
}

const DELAY_MS = 500

/** To the Unix socket on which the embedded server listens. */
export async function openDatabaseLine({ host, port: socketPort }: PostgresConnection): Promise<DatabaseLine> {
  let mode: LineMode = 'open'
  const pairs = new Set<readonly [Socket, Socket]>()
  const server = createServer((near) => {
    const far = connect(`${host}/.s.PGSQL.${socketPort}`)
    const pair = [near, far] as const
    pairs.add(pair)
    for (const [from, to] of [pair, [far, near]] as const) {
      from.on('data', (data) => {
        if (mode === 'blackhole') return
        if (mode !== 'delay') return void to.write(data)
        setTimeout(() => to.writable && to.write(data), DELAY_MS)
      })
      from.on('error', () => undefined)
      from.on('close', () => {
        pairs.delete(pair)
        to.destroy()
      })
    }
  })
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, '127.0.0.1', resolve))
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  const cut = () => {
    for (const [near] of pairs) near.resetAndDestroy()
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    port,
    async set(next) {
      const [wasListening, listens] = [mode !== 'refuse', next !== 'refuse']
      // What was swallowed never comes: a line that works again has lost the connections of before.
      if (!listens || mode === 'blackhole') cut()
      mode = next
      if (wasListening && !listens) await close()
      if (!wasListening && listens) await listen(port)
    },
    reset: cut,
    async stop() {
      cut()
      await close()
    },
  }
}
