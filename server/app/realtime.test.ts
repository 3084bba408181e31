/** desk-D7: after a lost network every event comes, in order, by cursor; whichever process wrote it. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import WebSocket from 'ws'
import { factsOf, receiveMessage } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { silentLog } from '#server/platform/log.ts'
import { openHub, type Frame } from '#server/platform/realtime.ts'
import type { Services } from '#server/platform/route-context.ts'
import { makeWorlds, openSession } from './sweep/world.ts'
import { appOn, NO_LIMITS, openTestApp, OUR_ORIGIN } from './test-app.ts'

const product = await openTestApp({ rates: NO_LIMITS })
const second = await appOn(product, { rates: NO_LIMITS })
const worlds = await makeWorlds(product)
const address = new URL(await product.app.listen({ host: '127.0.0.1', port: 0 }))
const { home, own } = worlds
/** On a busy machine. */
const WAIT = { timeout: 60_000, interval: 25 }
vi.setConfig({ testTimeout: 120_000 })

/** A network between browser and server that can be cut: nothing passes, nobody is told. */
async function aNetwork() {
  const passing = new Set<Socket>()
  const network = createServer((inner) => {
    const outer = connect(Number(address.port), '127.0.0.1')
    for (const [one, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      passing.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => network.listen(0, '127.0.0.1', resolve))
  const { port } = network.address() as { port: number }
  const cut = () => {
    for (const socket of passing) socket.destroy()
    passing.clear()
  }
  return { url: `ws://127.0.0.1:${port}/realtime`, cut, close: () => (cut(), network.close()) }
}

async function follow(
  url: string,
  cookie: string,
  since: string | null,
  hello: object = { type: 'since', cursor: since },
  options: WebSocket.ClientOptions = {},
) {
  const socket = new WebSocket(url, { ...options, headers: { origin: OUR_ORIGIN, cookie } })
  const seen: { id: string; cursor: string; event: string }[] = []
  let isReload = false
  socket.on('error', () => undefined)
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data as Buffer)) as Frame
    if (frame.type === 'reload') isReload = true
    if (frame.type === 'changed') for (const { id, event } of frame.ids) seen.push({ id, event, cursor: frame.cursor })
  })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  socket.send(JSON.stringify(hello))
  return { socket, seen, isReload: () => isReload }
}

/** Each is a conversation of its own, so that each event can be told from the others, or goes on in `conversationId`. */
async function write({ db, jobs, hub, now }: Services, conversationId: string | null = null): Promise<string> {
  const received = await db.transaction(systemContext(home.organizationId, randomUUID(), 'test'), (tx) =>
    receiveMessage(
      { tx, jobs, hub, now: now() },
      {
        messageId: newId(),
        source: 'portal',
        externalId: randomUUID(),
        digest: Buffer.from(randomUUID()),
        channel: 'portal-chat',
        channelAccountId: null,
        sender: { kind: 'patient', patientId: own.patientId, language: 'en', siteId: null },
        conversationId,
        beginsAnew: conversationId === null,
        provedBy: { patientIds: [own.patientId] },
        subject: null,
        text: 'Where do I park?',
      },
    ),
  )
  if (!received.ok) throw new Error(received.refusal)
  return received.value.conversationId
}

const agentCookie = () =>
  openSession(product, {
    organizationId: home.organizationId,
    account: home.staff.agent!.account,
    staffId: home.staff.agent!.staffId,
    level: 'full',
  })
/**
 * What is there already. A place lies before the oldest transaction under way, in whichever database of the server, so that what was
 * told a moment ago may be told once more: that is for a screen to bear.
 */
const thereAlready = async (): Promise<Set<string>> =>
  new Set((await product.look<{ id: string }>('select id from conversation')).map(({ id }) => id))
const firstOfEach = (seen: readonly { id: string }[], before: ReadonlySet<string>) =>
  [...new Set(seen.map(({ id }) => id))].filter((id) => !before.has(id))

test('desk-D7 events of two processes over a cut network arrive all, once behind the cursor, and in order', async () => {
  const network = await aNetwork()
  const cookie = await agentCookie()
  const written: string[] = []
  const earlier = await thereAlready()
  const start = await product.services.hub.place(home.organizationId)
  let screen = await follow(network.url, cookie, start)
  const all: { id: string; cursor: string }[] = []

  for (let round = 0; round < 4; round++) {
    for (let n = 0; n < 6; n++) written.push(await write((n % 2 === 0 ? product : second).services))
    if (round % 2 === 0) {
      await expect.poll(() => firstOfEach([...all, ...screen.seen], earlier), WAIT).toEqual(written)
      continue
    }
    // Cut in the middle of what is being told; more is written while nobody listens.
    network.cut()
    all.push(...screen.seen)
    for (let n = 0; n < 6; n++) written.push(await write((n % 2 === 0 ? second : product).services))
    screen = await follow(network.url, cookie, all.at(-1)?.cursor ?? start)
    await expect.poll(() => firstOfEach([...all, ...screen.seen], earlier), WAIT).toEqual(written)
    // Nothing that lies before the cursor is told again.
    const before = new Set(all.map(({ id }) => id))
    expect(screen.seen.filter(({ id }) => before.has(id))).toEqual([])
  }
  expect(screen.isReload()).toBe(false)
  screen.socket.terminate()
  network.close()
})

test('desk-D7, D74 those who come back at once are told what they may see, and what they missed is read once', async () => {
  const { hub, db } = product.services
  const { organizationId } = home
  const start = await hub.place(organizationId)
  const written = [await write(product.services), await write(second.services)]
  const reads = vi.spyOn(db, 'transaction')
  const seen = Array.from({ length: 20 }, () => new Set<string>())
  const leaves = await Promise.all(
    seen.map((ids, n) => {
      const isBlind = n % 5 === 0
      const send = (frame: Frame) => {
        if (frame.type === 'changed') for (const { id } of frame.ids) ids.add(id)
      }
      return hub.subscribe(
        { organizationId, send, canSee: () => !isBlind, eyes: () => (isBlind ? 'blind' : 'open') },
        start,
      )
    }),
  )
  const readBy = reads.mock.calls.filter(([{ route }]) => route === 'realtime').length
  reads.mockRestore()
  // What was written stays unread while an older transaction of any database runs; then it is told as news.
  const found = () => seen.map((ids) => written.filter((id) => ids.has(id)).length)
  await expect.poll(found, WAIT).toEqual(seen.map((_, n) => (n % 5 ? 2 : 0)))
  expect(readBy).toBeLessThan(12)
  for (const leave of leaves) leave()
})

test('desk-D7 a screen that joins while others are told misses nothing in between', async () => {
  const cookie = await agentCookie()
  const url = `ws://${address.host}/realtime`
  const watcher = await follow(url, cookie, null)
  for (let round = 0; round < 8; round++) {
    const earlier = await thereAlready()
    const start = await product.services.hub.place(home.organizationId)
    const [first, joined, last] = await Promise.all([
      write(second.services),
      follow(url, cookie, start),
      write(product.services),
    ])
    await expect.poll(() => new Set(firstOfEach(joined.seen, earlier)), WAIT).toEqual(new Set([first, last]))
    joined.socket.terminate()
  }
  watcher.socket.terminate()
})

test('desk-D7, D8 outside the desk a screen hears in one word that a conversation changed, and nothing of what is behind the desk', async () => {
  const portal = await openSession(product, { organizationId: home.organizationId, account: own.account, staffId: null, level: 'full' }) // prettier-ignore
  const url = `ws://${address.host}/realtime`
  const [inside, outside] = [await follow(url, await agentCookie(), null), await follow(url, portal, null)]
  const noted = await write(product.services)
  await expect.poll(() => outside.seen.map(({ id }) => id), WAIT).toContain(noted)
  const before = outside.seen.length
  const context = systemContext(home.organizationId, randomUUID(), 'test')
  await product.services.db.transaction(context, async (tx) => {
    for (const event of ['note.written', 'conversation.labels-set', 'message.undone', 'translation.sent', 'translation.asked', 'llm.sent', 'llm.asked'])
      await journal(tx, { event, action: 'U', resourceKind: 'conversation', conversationId: noted, patientIds: [own.patientId] }, new Date()) // prettier-ignore
  })
  const last = await write(product.services)
  await expect.poll(() => outside.seen.slice(before).map(({ id }) => id), WAIT).toContain(last)
  expect(inside.seen.map(({ event }) => event)).toContain('note.written')
  expect(new Set(outside.seen.map(({ event }) => event))).toEqual(new Set(['changed']))
  expect(outside.seen.slice(before).map(({ id }) => id)).not.toContain(noted)
  for (const { socket } of [inside, outside]) socket.terminate()
})

test('desk-D8 a chat that staff linked to somebody is told of what it shows, not that anything goes on elsewhere in the conversation', async () => {
  // Those of the tests before have gone.
  await expect.poll(() => product.services.hub.sockets(), WAIT).toBe(0)
  const accountId = randomUUID()
  const inClinic = (sql: string, values: unknown[]) =>
    product.services.db.transaction(systemContext(home.organizationId, randomUUID(), 'test'), (tx) =>
      tx.run(sql, values),
    )
  await inClinic(
    `insert into channel_account (organization_id, id, channel, name, address) values ($1, $2::uuid, 'widget', 'Chat', $2::text)`,
    [home.organizationId, accountId],
  )
  const call = async (path: string, payload: object, headers = {}) =>
    (await product.app.inject({ method: 'POST', url: `/api/widget/${path}`, payload, headers: { origin: OUR_ORIGIN, ...headers } })).json() // prettier-ignore
  const { visitor } = await call('open', { widgetKey: `${home.organizationId.replaceAll('-', '')}.${accountId}` })
  const says = (text: string) =>
    call('messages', { messageId: randomUUID(), text }, { 'x-visitor': `${visitor.id}:${visitor.secret}` })
  const { conversationId } = (await says('Hello')) as { conversationId: string }
  await inClinic(`update conversation set patient_id = $2 where id = $1`, [conversationId, own.patientId])
  const url = `ws://${address.host}/realtime`
  const { hub } = product.services
  const isHeard = (sockets: number) => expect.poll(() => hub.sockets(), WAIT).toBe(sockets)
  const inside = await follow(url, await agentCookie(), null)
  await isHeard(1)
  const chat = await follow(`${url}?visitor`, '', null, { type: 'visitor', ...visitor })
  // What happens before it is among those who are told it fetches by itself.
  await isHeard(2)
  const places = () => new Set(inside.seen.filter(({ id }) => id === conversationId).map(({ cursor }) => cursor))
  const told = async (happens: () => Promise<unknown>) => {
    const before = places()
    await happens()
    await expect.poll(() => [...places()].some((place) => !before.has(place)), WAIT).toBe(true)
  }
  await told(() => says('Are you there?'))
  await expect.poll(() => chat.seen.length, WAIT).toBeGreaterThan(0)
  const known = chat.seen.length
  await told(() => write(product.services, conversationId))
  await told(() => write(product.services, conversationId))
  await told(() => says('Hello again'))
  await expect.poll(() => chat.seen.length, WAIT).toBeGreaterThan(known)
  expect(chat.seen.slice(known)).toEqual([{ id: conversationId, event: 'changed', cursor: expect.any(String) }])
  for (const { socket } of [inside, chat]) socket.terminate()
})

test('desk-D7 a screen is told what happened between the word on its session and its socket', async () => {
  const cookie = await agentCookie()
  const earlier = await thereAlready()
  const session = await product.app.inject({ method: 'GET', url: '/api/session', headers: { cookie } })
  const { feed } = session.json<{ feed: string }>()
  // The lists are fetched, and only then the socket opens.
  const written = await write(product.services)
  const screen = await follow(`ws://${address.host}/realtime`, cookie, feed)
  await expect.poll(() => firstOfEach(screen.seen, earlier), WAIT).toEqual([written])
  screen.socket.terminate()
})

test('desk-D7 a screen that could not join is cut, so that it comes again, and one that left while it joined leaves nobody behind', async () => {
  const cookie = await agentCookie()
  const url = `ws://${address.host}/realtime`
  const { hub } = product.services
  const before = hub.sockets()
  const join = vi.spyOn(hub, 'subscribe').mockRejectedValueOnce(new Error('the database is away'))
  const deaf = await follow(url, cookie, null)
  const [code] = (await once(deaf.socket, 'close')) as [number]
  expect(code).toBe(1013)

  const held = Promise.withResolvers<void>()
  join.mockImplementationOnce(async (...asked) => {
    join.mockRestore()
    await held.promise
    return hub.subscribe(...asked)
  })
  const gone = await follow(url, cookie, null)
  await expect.poll(() => join.mock.calls.length + Number(!vi.isMockFunction(hub.subscribe)), WAIT).toBeGreaterThan(0)
  gone.socket.terminate()
  await once(gone.socket, 'close')
  await pause(50)
  held.resolve()
  const here = await follow(url, cookie, null)
  await expect.poll(() => hub.sockets(), WAIT).toBe(before + 1)
  here.socket.terminate()
  await expect.poll(() => hub.sockets(), WAIT).toBe(before)
})

test('desk-D32 a line that answers no ping is cut: whoever shut the lid is not here', async () => {
  const cookie = await agentCookie()
  const looking = await appOn(product, { rates: NO_LIMITS, options: { socketRecheckMs: 500 } })
  const { host } = new URL(await looking.app.listen({ host: '127.0.0.1', port: 0 }))
  const awake = await follow(`ws://${host}/realtime`, cookie, null)
  const silent = await follow(`ws://${host}/realtime`, cookie, null, undefined, { autoPong: false })
  await once(silent.socket, 'close')
  expect(awake.socket.readyState).toBe(WebSocket.OPEN)
  awake.socket.terminate()
})

test('desk-D7 what was read and could not be told is read again', async () => {
  let fails = 1
  const hub = await openHub(
    product.connections.app,
    product.database,
    async (tx, ids) => {
      if (fails-- > 0) throw new Error('the database is away')
      return factsOf(tx, ids)
    },
    silentLog,
  )
  const told: string[] = []
  const leave = await hub.subscribe(
    {
      organizationId: home.organizationId,
      send: (frame) => frame.type === 'changed' && told.push(...frame.ids.map(({ id }) => id)),
      canSee: () => true,
      eyes: () => '',
    },
    null,
  )
  const written = await write(product.services)
  await expect.poll(() => told, WAIT).toContain(written)
  expect(fails).toBeLessThan(0)
  leave()
  await hub.stop()
})

test('desk-D66 who sees a conversation is told by any process that something waits in its room, and nobody else is', async () => {
  const url = `ws://${address.host}/realtime`
  const conversationId = await write(product.services)
  const portal = (account: string) => openSession(product, { organizationId: home.organizationId, account, staffId: null, level: 'full' }) // prettier-ignore
  const rung = async (cookie: string) => {
    const { socket } = await follow(url, cookie, null)
    const rings: string[] = []
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data as Buffer)) as Frame
      if (frame.type === 'ring') rings.push(frame.conversationId)
    })
    return { socket, rings }
  }
  const [agent, patient, neighbour] = [await rung(await agentCookie()), await rung(await portal(own.account)), await rung(await portal(worlds.other.account))] // prettier-ignore
  const ring = async () => {
    second.services.hub.ring(home.organizationId, conversationId)
    return [agent.rings.length > 0, patient.rings.length > 0]
  }
  await expect.poll(ring, WAIT).toEqual([true, true])
  expect(new Set([...agent.rings, ...patient.rings])).toEqual(new Set([conversationId]))
  expect(neighbour.rings).toEqual([])
  for (const { socket } of [agent, patient, neighbour]) socket.terminate()
})

test('desk-D7 who was away too long, or brings a cursor that is none, is told to load afresh', async () => {
  const cookie = await agentCookie()
  const url = `ws://${address.host}/realtime`
  const start = await product.services.hub.place(home.organizationId)
  await write(product.services)
  await product.look(`update journal set at = at - interval '25 hours' where organization_id = $1`, [
    home.organizationId,
  ])
  for (const cursor of [start, 'x', '1.1; drop table', '99999999999999999999999.1']) {
    const screen = await follow(url, cookie, cursor)
    await expect.poll(screen.isReload, WAIT).toBe(true)
    screen.socket.terminate()
  }
})

test('trust-D49 an address that is none, and a line that breaks while its socket is looked at, end nothing but themselves', async () => {
  const uncaught: string[] = []
  const note = (error: Error): void => void uncaught.push(String(error))
  process.on('uncaughtException', note)
  const ask = (path: string, breaksAfterMs?: number): Promise<string> =>
    new Promise((done) => {
      const line = connect(Number(address.port), '127.0.0.1', () => {
        const cookie = `bedside-plain=${'a'.repeat(32)}.${'b'.repeat(43)}`
        line.write(
          `GET ${path} HTTP/1.1\r\nhost: x\r\norigin: ${OUR_ORIGIN}\r\ncookie: ${cookie}\r\nconnection: upgrade\r\nupgrade: websocket\r\n` +
            'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nsec-websocket-version: 13\r\n\r\n',
          () => {
            if (breaksAfterMs !== undefined) setTimeout(() => line.resetAndDestroy(), breaksAfterMs)
          },
        )
      })
      let answer = ''
      line.on('data', (data) => (answer += String(data)))
      line.on('error', () => undefined)
      line.setTimeout(5_000, () => line.destroy())
      line.on('close', () => done(answer.split('\r\n')[0] ?? ''))
    })
  for (const path of ['//', '//[', 'http://[/', '*', '/elsewhere'])
    expect(await ask(path), path).toBe('HTTP/1.1 404 Refused')
  expect(await ask('/realtime')).toBe('HTTP/1.1 401 Refused')
  await Promise.all(Array.from({ length: 40 }, (_, n) => ask('/realtime', n % 4)))
  // Whatever the broken lines left behind has been said by the time the next one is answered.
  expect(await ask('/realtime')).toBe('HTTP/1.1 401 Refused')
  process.off('uncaughtException', note)
  expect(uncaught).toEqual([])
})

test('trust-D49 sockets of strangers take no place of those who are known', async () => {
  const few = await appOn(product, { rates: NO_LIMITS, options: { socketShares: { strangers: 2, outside: 4 } } })
  const at = (await few.app.listen({ host: '127.0.0.1', port: 0 })).replace('http', 'ws')
  const open = (path: string, cookie?: string) =>
    new Promise<WebSocket | number>((resolve, reject) => {
      const socket = new WebSocket(at + path, { headers: { origin: OUR_ORIGIN, ...(cookie ? { cookie } : {}) } })
      socket.once('open', () => resolve(socket))
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
      socket.once('error', reject)
    })
  const silent = [await open('/realtime?visitor'), await open('/realtime?visitor')] as [WebSocket, WebSocket]
  expect(await open('/realtime?visitor')).toBe(503)
  const agent = (await open('/realtime', await agentCookie())) as WebSocket
  expect(agent.readyState).toBe(WebSocket.OPEN)
  // Whoever says who it is, or goes, makes room.
  silent[0].send(JSON.stringify({ type: 'visitor', ...own.visitor }))
  await expect.poll(() => open('/realtime?visitor'), WAIT).toBeInstanceOf(WebSocket)
  expect(await open('/realtime?visitor')).toBe(503)
  silent[1].terminate()
  await expect.poll(() => open('/realtime?visitor'), WAIT).toBeInstanceOf(WebSocket)
  // All of them together leave the desk its places.
  const patient = await openSession(product, { organizationId: home.organizationId, account: own.account, staffId: null, level: 'full' }) // prettier-ignore
  expect(await open('/realtime', patient)).toBeInstanceOf(WebSocket)
  expect(await open('/realtime', patient)).toBe(503)
  expect(await open('/realtime', await agentCookie())).toBeInstanceOf(WebSocket)
})
