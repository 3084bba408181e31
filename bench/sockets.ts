/** Screens of the desk, as their server sees them: sockets that hear what changed. */
import { WebSocket } from 'ws'
import type { Frame } from '#server/platform/realtime.ts'

export type Heard = Extract<Frame, { type: 'changed' | 'reload' }>

/** Opens a socket and asks for what came after `since`. `hear` gets what it says as it came, with the moment, in milliseconds of the day's clock. */
export async function openSocket(
  { url, port }: { url: string; port: number },
  cookie: string,
  { since = null, hear }: { since?: string | null; hear: (said: Buffer, at: number) => void },
): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/realtime`, {
    headers: { cookie, origin: url, host: new URL(url).host },
  })
  socket.on('message', (said: Buffer) => hear(said, Date.now()))
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  socket.send(JSON.stringify({ type: 'since', cursor: since }))
  return socket
}

/** What a frame says of conversations; undefined: who is present. */
export function heardIn(said: Buffer): Heard | undefined {
  const frame = JSON.parse(said.toString()) as Frame
  return frame.type === 'presence' || frame.type === 'ring' ? undefined : frame
}
