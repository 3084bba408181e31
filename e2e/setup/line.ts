/** A line between two programs that can be cut: whoever is connected loses the connection, whoever connects next gets a new one. */
import { connect, createServer, type NetConnectOpts, type Socket } from 'node:net'

export type Line = { port: number; cut(): void; close(): void }

export async function openLine(to: NetConnectOpts): Promise<Line> {
  const open = new Set<Socket>()
  const line = createServer((near) => {
    const far = connect(to)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve, reject) => line.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = line.address() as { port: number }
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  return { port, cut, close: () => (cut(), line.close()) }
}
