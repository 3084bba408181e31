/**
 * A cut line: what 300 agents missed, and how soon they have it (desk.md section 6, desk-D7): `npm run bench -- catch-up`.
 *
 * The sockets of this process are cut; meanwhile one message comes into each of 2,000 chats; then all connect again at once and ask for what
 * came after the last they heard. A socket has caught up when the frame is there that completes what stood in the journal at that moment.
 * Every event of the journal is counted, at every socket. Beside it the bare way in this process: as many WebSockets, opened at once against an
 * empty server, that get the same bytes. Limit: all events, p95 under 2 s.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocketServer, type WebSocket } from 'ws'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { freePort } from '../e2e/setup/server-process.ts'
import { organizationId, signInPatients } from '../e2e/setup/sessions.ts'
import { inTurn, post } from '../e2e/setup/traffic.ts'
import { addAgents, type BenchAgent } from './agents.ts'
import { refreshPlans, seededText, startProduct, type Product } from './product.ts'
import { heading, percentile, round, table, verdict } from './report.ts'
import { sizes } from './sizes.ts'
import { heardIn, openSocket } from './sockets.ts'

/** `cut`: seconds without a line. */
const { agents: AGENTS, chats: CHATS, cut: CUT_SECONDS } = sizes({ agents: 300, chats: 2_000, cut: 60 })
const PATIENTS = 300
const WRITERS = 8
/** The last messages of the cut come this long before its end, so that what follows them is written down too, in seconds. */
const QUIET_SECONDS = 4
const P95_MAX_MS = 2_000
/** After this a socket that misses something is not waited for. */
const LATE_MS = 60_000

type Screen = { agent: BenchAgent; socket: WebSocket; frames: { at: number; said: Buffer }[] }

async function measure(): Promise<void> {
  const product = await startProduct()
  try {
    heading(`${AGENTS} agents catch up after ${CUT_SECONDS} s: ${CHATS} chats`)
    const patients = await signInPatients(product.db, PATIENTS)
    const agents = await addAgents(product.db, AGENTS)
    const chats = await openChats(product, patients)
    await refreshPlans(product)
    const screens = await Promise.all(agents.map((agent) => open(product, agent, null)))
    const places = await placesOf(product, screens, chats)

    for (const { socket } of screens) socket.terminate()
    await writeInEach(product, chats)
    const before = await eventsAfter(product, places)
    const began = Date.now()
    const again = await Promise.all(screens.map(({ agent }) => open(product, agent, places.get(agent.id) ?? null)))
    const caughtUp = await waitFor(again, before)
    const ms = again.flatMap((screen) => {
      const at = completeAt(screen, before)
      return at === undefined ? [] : [at - began]
    })
    const strange = again.reduce((sum, screen) => sum + twiceIn(screen), 0)
    for (const { socket } of again) socket.terminate()
    const bytes = again[0]?.frames.reduce((sum, { said }) => sum + said.length, 0) ?? 0
    const bare = await bareWay(bytes)

    const row = (what: string, values: readonly number[]) => [
      what,
      ...[0.5, 0.95, 0.99, 1].map((share) => round(percentile(values, share), 0)),
    ]
    table(
      ['from connecting again to', 'p50 ms', 'p95 ms', 'p99 ms', 'last ms'],
      [
        row(`all of ${before.size} events`, ms),
        row(`bare: the same ${round(bytes / 1024, 0)} kB on as many sockets`, bare),
      ],
    )
    process.stdout.write(
      `\nRatio to the bare way (p50): ${round(percentile(ms, 0.5) / percentile(bare, 0.5))}; ${caughtUp} of ${AGENTS} caught up\n\n`,
    )
    verdict(`every socket has all of ${before.size} events, of ${CHATS} chats and more`, caughtUp === AGENTS)
    verdict('no event came twice from the replay', strange === 0)
    verdict(`p95 under ${P95_MAX_MS} ms`, ms.length > 0 && percentile(ms, 0.95) < P95_MAX_MS)
  } finally {
    await product.stop()
  }
}

type Chat = { conversationId: string; cookie: string }

async function openChats(product: Product, patients: readonly string[]): Promise<Chat[]> {
  const chats: Chat[] = []
  await inTurn([...Array(CHATS).keys()], WRITERS, async (n) => {
    const cookie = patients[n % patients.length] ?? ''
    const body = { messageId: newId(), subject: `Matter ${n}`, text: seededText(n) }
    chats.push({ conversationId: await write(product, cookie, body), cookie })
  })
  return chats
}

async function write(product: Product, cookie: string, body: object): Promise<string> {
  const answer = await post(product, '/my/messages', body, { cookie })
  if (!answer.ok) throw new Error(`a message was not taken: ${answer.status} ${await answer.text()}`)
  return ((await answer.json()) as { conversationId: string }).conversationId
}

async function open(product: Product, agent: BenchAgent, since: string | null): Promise<Screen> {
  const frames: Screen['frames'] = []
  const socket = await openSocket(product, agent.cookie, { since, hear: (said, at) => frames.push({ at, said }) })
  return { agent, socket, frames }
}

/** The last that each has heard, once all have heard something. */
async function placesOf(
  product: Product,
  screens: readonly Screen[],
  [first]: readonly Chat[],
): Promise<Map<string, string>> {
  if (!first) throw new Error('there is no chat')
  const place = ({ frames }: Screen) => frames.map(({ said }) => heardIn(said)).findLast(Boolean)?.cursor
  for (let n = 0; screens.some((screen) => !place(screen)); n++) {
    if (n > 20) throw new Error('some screens hear nothing')
    await write(product, first.cookie, {
      messageId: newId(),
      conversationId: first.conversationId,
      text: 'Are you there?',
    })
    await sleep(1_000)
  }
  return new Map(screens.map((screen) => [screen.agent.id, place(screen) ?? '']))
}

/** One message into each chat, evenly over the cut. */
async function writeInEach(product: Product, chats: readonly Chat[]): Promise<void> {
  const began = Date.now()
  const gap = (Math.max(1, CUT_SECONDS - QUIET_SECONDS) * 1000) / chats.length
  await inTurn([...chats.entries()], WRITERS, async ([n, { cookie, conversationId }]) => {
    await sleep(Math.max(0, began + n * gap - Date.now()))
    await write(product, cookie, { messageId: newId(), conversationId, text: `${seededText(n)} One more thing.` })
  })
  await sleep(Math.max(QUIET_SECONDS * 1000, began + CUT_SECONDS * 1000 - Date.now()))
}

/** What all have to hear: what stands in the journal now, after the latest place that any of them names. */
async function eventsAfter({ db }: Product, places: ReadonlyMap<string, string>): Promise<Set<string>> {
  const rows = await db.transaction(systemContext(organizationId, newId(), 'bench'), (tx) =>
    tx.run<{ key: string }>(MISSED, [organizationId, [...places.values()]]),
  )
  return new Set(rows.map(({ key }) => key))
}

// What an agent may not see is told to nobody here: the label of a sensitive conversation.
const MISSED = `
  with place as (
    select split_part(p, '.', 1)::xid8 as xid, split_part(p, '.', 2)::bigint as seq from unnest($2::text[]) p
     order by split_part(p, '.', 1)::bigint desc, split_part(p, '.', 2)::bigint desc limit 1
  )
  select distinct j.event || ' ' || j.conversation_id as key
    from journal j join place on true join conversation c on c.organization_id = $1 and c.id = j.conversation_id
   where j.organization_id = $1 and (j.xid, j.seq) > (place.xid, place.seq) and j.conversation_id is not null and j.action <> 'R'
     and c.labels = '{}'`

const keysIn = ({ said }: Screen['frames'][number]): string[] => {
  const frame = heardIn(said)
  return frame?.type === 'changed' ? frame.ids.map(({ id, event }) => `${event} ${id}`) : []
}

/** When the last of `events` was there; undefined: something is missing. */
function completeAt({ frames }: Screen, events: ReadonlySet<string>): number | undefined {
  const missing = new Set(events)
  for (const frame of frames) {
    for (const key of keysIn(frame)) missing.delete(key)
    if (missing.size === 0) return frame.at
  }
  return undefined
}

/** The first frame is the replay: what it says, it says once. */
function twiceIn({ frames: [replay] }: Screen): number {
  const keys = replay ? keysIn(replay) : []
  return keys.length - new Set(keys).size
}

/** @returns how many have everything, once all have or nobody waits any longer. */
async function waitFor(screens: readonly Screen[], events: ReadonlySet<string>): Promise<number> {
  // Nothing is read while they arrive: that would take from the server what is measured.
  const quiet = async (): Promise<void> => {
    let last = -1
    for (const end = Date.now() + LATE_MS; Date.now() < end;) {
      const bytes = screens.reduce((sum, { frames }) => sum + frames.length, 0)
      if (bytes === last && bytes >= screens.length) return
      last = bytes
      await sleep(3_000)
    }
  }
  await quiet()
  return screens.filter((screen) => completeAt(screen, events) !== undefined).length
}

/** As many sockets, opened at once, that get as many bytes from an empty server of this process. */
async function bareWay(bytes: number): Promise<number[]> {
  const port = await freePort()
  const server = new WebSocketServer({ host: '127.0.0.1', port })
  const said = Buffer.alloc(bytes, 'x')
  server.on('connection', (socket) => socket.on('message', () => socket.send(said)))
  const began = Date.now()
  const door = { url: `http://localhost:${port}`, port }
  const ms = await Promise.all(
    Array.from(
      { length: AGENTS },
      () =>
        new Promise<number>((resolve, reject) => {
          openSocket(door, '', { hear: (_, at) => resolve(at - began) }).catch(reject)
        }),
    ),
  )
  for (const client of server.clients) client.terminate()
  server.close()
  return ms
}

await measure()
