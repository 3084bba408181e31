/**
 * From a patient's send to the agents' screens with 200 open sockets: `npm run bench -- send-to-screen`.
 *
 * The clock runs from the first byte of the patient's request until a socket holds the frame that names the conversation. Beside
 * it: the bare way of the same machine, a WebSocket echo to as many sockets in this process.
 */
import { WebSocket, WebSocketServer } from 'ws'
import { freePort } from '../e2e/setup/server-process.ts'
import { newId } from '#server/platform/id.ts'
import { load } from './http-load.ts'
import { signInPatients, signInStaff } from '../e2e/setup/sessions.ts'
import { refreshPlans, seededText, startProduct, type Product } from './product.ts'
import { heading, percentile, round, table, verdict } from './report.ts'
import { heardIn, openSocket } from './sockets.ts'

const SOCKETS = 200
const SENDS = 200
const GAP_MS = 50
const P99_MAX_MS = 1_000
const FRAME_MAX_MS = 10_000

type Seen = { first: number; last: number }

async function measure(): Promise<void> {
  const product = await startProduct()
  try {
    heading(`From a patient's send to ${SOCKETS} screens`)
    const patients = await signInPatients(product.db, 100)
    const [agent = ''] = await signInStaff(product.db, 'agent')
    await refreshPlans(product)
    const waiting = new Map<string, (at: number) => void>()
    const hear = (said: Buffer): void => {
      const at = performance.now()
      const frame = heardIn(said)
      if (frame?.type === 'changed') for (const { id } of frame.ids) waiting.get(id)?.(at)
    }
    const sockets = await Promise.all(Array.from({ length: SOCKETS }, () => openSocket(product, agent, { hear })))
    // The first sends warm the plans and the engines.
    const times: Seen[] = []
    for (let n = 0; n < SENDS + 20; n++) {
      const seen = await sendAndSee(product, patients[n % patients.length] ?? '', n, waiting, sockets.length)
      if (n >= 20) times.push(seen)
      await new Promise((resolve) => setTimeout(resolve, GAP_MS))
    }
    for (const socket of sockets) socket.terminate()

    const bare = await echo()
    const row = (name: string, values: readonly number[]) => [
      name,
      round(percentile(values, 0.5)),
      round(percentile(values, 0.99)),
    ]
    const first = times.map((time) => time.first)
    const last = times.map((time) => time.last)
    table(
      ['from send to', 'p50 ms', 'p99 ms'],
      [
        row('first screen', first),
        row(`last of ${SOCKETS} screens`, last),
        row(`bare echo to ${SOCKETS} sockets`, bare),
      ],
    )
    process.stdout.write(
      `\nRatio to the bare echo (p50, last screen): ${round(percentile(last, 0.5) / percentile(bare, 0.5))}\n`,
    )
    verdict(`p99 to the last screen under ${P99_MAX_MS} ms`, percentile(last, 0.99) < P99_MAX_MS)
  } finally {
    await product.stop()
  }
}

async function sendAndSee(
  product: Product,
  cookie: string,
  n: number,
  waiting: Map<string, (at: number) => void>,
  screens: number,
): Promise<Seen> {
  const conversationId = await opened(product, cookie, n)
  const began = performance.now()
  const arrivals: number[] = []
  const all = new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`${arrivals.length} of ${screens} screens heard of it`)),
      FRAME_MAX_MS,
    )
    waiting.set(conversationId, (at) => {
      arrivals.push(at)
      if (arrivals.length < screens) return
      clearTimeout(late)
      resolve()
    })
  })
  const { failed } = await load(product, { connections: 1, seconds: 10, callsMax: 1 }, () => ({
    method: 'POST',
    path: '/api/my/messages',
    cookie,
    body: { messageId: newId(Date.now()), conversationId, text: seededText(n) },
  }))
  if (failed > 0) throw new Error('the message was not taken')
  await all
  waiting.delete(conversationId)
  return { first: (arrivals[0] ?? Number.NaN) - began, last: (arrivals.at(-1) ?? Number.NaN) - began }
}

/** A conversation of this patient to write in: its id is known before the measured message leaves. */
async function opened({ url }: Product, cookie: string, n: number): Promise<string> {
  const answer = await fetch(`${url}/api/my/messages`, {
    method: 'POST',
    headers: { cookie, origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ messageId: newId(Date.now()), subject: `Matter ${n}`, text: seededText(n) }),
  })
  const { conversationId } = (await answer.json()) as { conversationId: string }
  return conversationId
}

/** One socket says a word, as many sockets as above hear it. */
async function echo(): Promise<number[]> {
  const port = await freePort()
  const server = new WebSocketServer({ host: '127.0.0.1', port })
  server.on('connection', (socket) => {
    socket.on('message', (data) => {
      for (const client of server.clients) client.send(data)
    })
  })
  const clients = await Promise.all(
    Array.from(
      { length: SOCKETS },
      () =>
        new Promise<WebSocket>((resolve, reject) => {
          const socket = new WebSocket(`ws://127.0.0.1:${port}`)
          socket.once('open', () => resolve(socket))
          socket.once('error', reject)
        }),
    ),
  )
  const times: number[] = []
  for (let n = 0; n < SENDS; n++) {
    const began = performance.now()
    const heard = clients.map((client) => new Promise((resolve) => client.once('message', resolve)))
    clients[0]?.send(String(n))
    await Promise.all(heard)
    times.push(performance.now() - began)
  }
  for (const client of clients) client.terminate()
  server.close()
  return times
}

await measure()
