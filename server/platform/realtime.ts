/**
 * News to the screens: which conversation changed, never what it says.
 *
 * Each process listens on one channel and reads the journal forward from its own place, so every process tells every event,
 * in order, whichever process made it. NOTIFY only wakes the readers, sent in batches after the commit; a lost NOTIFY costs at
 * most one tick. A client that was away asks "since n" and gets what it missed, or is told to load afresh.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { systemContext } from './context.ts'
import type { Database, Transaction } from './database.ts'
import { newId } from './id.ts'
import { errorFields, type Log } from './log.ts'
import { sqlText } from './sql-text.ts'

/** A place in the journal: transaction id and sequence. Opaque to clients. */
export type FeedCursor = string

export type FeedEvent = { cursor: FeedCursor; event: string; conversationId: string; actorId: string | null }

export type Frame =
  | { type: 'changed'; cursor: FeedCursor; ids: { kind: 'conversation'; id: string; event: string }[] }
  | { type: 'reload'; cursor: FeedCursor }
  | { type: 'presence'; conversationId: string; staff: Present[]; others: Present[] }
  /** Something waits to be fetched that no journal tells: what browsers in a visit room say to each other. */
  | { type: 'ring'; conversationId: string }
export type Doing = 'viewing' | 'typing' | 'away'
export type Present = { id: string; doing: Doing }
/** Who is in a conversation: staff, or one of the others (a patient, who acts for one, a visitor). */
export type Attendee = { kind: 'staff' | 'other'; id: string }
export type Attendance = { staff: Present[]; others: Present[] }

export type Subscriber = {
  organizationId: string
  /** `facts`: of the conversations it is about; perhaps of others too. */
  send(frame: Frame, facts: readonly Facts[]): void
  /** May this reader know of this conversation? Asked for each batch, from facts read for that batch (desk-D7, D74). */
  canSee(facts: Facts): boolean
  /** All that `canSee` decides by: what readers of the same eyes are told is put together once for all of them. */
  eyes(): string
}

/** What decides who may know of a conversation; its module says what it is. */
export type Facts = { readonly id: string }
export type ReadFacts = (tx: Transaction, conversationIds: readonly string[]) => Promise<readonly Facts[]>

export type Hub = {
  subscribe(subscriber: Subscriber, since: FeedCursor | null): Promise<() => void>
  /** Wakes all processes after a commit. */
  wake(organizationId: string): void
  present(organizationId: string, conversationId: string, who: Attendee, doing: Doing): void
  presence(organizationId: string, conversationId: string): Attendance
  ring(organizationId: string, conversationId: string): void
  /** The newest place that a screen which loads now may start from. */
  place(organizationId: string): Promise<FeedCursor>
  sockets(): number
  stop(): Promise<void>
}

const CHANNEL = 'bedside'
/** Without a NOTIFY the feed is read this often, in milliseconds. */
const TICK_MS = 1_000
/** NOTIFYs and frames within this time go out together, in milliseconds. */
const BATCH_MS = 25
/** Events read in one step; a client that missed more than REPLAY_MAX loads afresh. */
const STEP_MAX = 1_000
const REPLAY_MAX = 10_000
/** A client away longer than this loads afresh. */
const REPLAY_HOURS = 24
/** Presence expires after the last beat, in milliseconds (desk-D14). */
const PRESENCE_MS = 10_000
/** Transaction id (64 bit) and sequence. */
const CURSOR = /^(\d{1,20})\.(\d{1,19})$/

/** `frames`: what readers are told of it, by their eyes; undefined: nothing. */
type Told = { events: readonly FeedEvent[]; facts: readonly Facts[]; frames: Map<string, Frame | undefined> }
type Member = Subscriber & { hear(told: Told): void }
/** `placing`: the place where the room begins is being asked for; who comes meanwhile begins there too. */
type Room = {
  cursor: FeedCursor | null
  placing: Promise<FeedCursor> | null
  subscribers: Set<Member>
  dirty: boolean
  reading: boolean
}
type Beat = Attendee & { doing: Doing; until: number }

export async function openHub(
  connection: pg.PoolConfig,
  database: Database,
  readFacts: ReadFacts,
  log: Log,
): Promise<Hub> {
  const factsOf = (organizationId: string, ids: readonly string[]) =>
    database.transaction(systemContext(organizationId, newId(), 'realtime'), (tx) => readFacts(tx, ids))

  const rooms = new Map<string, Room>()
  const beats = new Map<string, Map<string, Beat>>()
  const toWake = new Set<string>()
  let toTell: string[] = []
  let stopped = false
  let listener: pg.Client | null = null
  let flushing: NodeJS.Timeout | null = null

  const listen = async (): Promise<void> => {
    while (!stopped) {
      const client = new pg.Client({ ...connection, keepAlive: true })
      try {
        const gone = new Promise<void>((resolve) => {
          client.on('error', () => resolve())
          client.on('end', () => resolve())
        })
        await client.connect()
        client.on('notification', (note) => hear(note.payload ?? ''))
        await client.query(`listen ${CHANNEL}`)
        listener = client
        for (const room of rooms.values()) room.dirty = true
        await gone
      } catch (error) {
        if (!stopped) log.error('realtime.listener-lost', errorFields(error))
      }
      listener = null
      await client.end().catch(() => undefined)
      if (!stopped) await sleep(500)
    }
  }

  const hear = (payload: string): void => {
    for (const word of payload.split(' ')) {
      const [organizationId = '', conversationId, kind, id, doing] = word.split('/')
      if (conversationId && kind && id && doing)
        beat(organizationId, conversationId, { kind: kind as Attendee['kind'], id }, doing as Doing)
      else if (conversationId) void tellNow(organizationId, conversationId, () => ({ type: 'ring', conversationId }))
      else if (rooms.has(organizationId)) void read(organizationId)
    }
  }

  const beat = (organizationId: string, conversationId: string, who: Attendee, doing: Doing): void => {
    const key = `${organizationId}/${conversationId}`
    const here = beats.get(key) ?? new Map<string, Beat>()
    if (doing === 'away') here.delete(who.id)
    else here.set(who.id, { ...who, doing, until: Date.now() + PRESENCE_MS })
    if (here.size === 0) beats.delete(key)
    else beats.set(key, here)
    void tellPresence(organizationId, conversationId)
  }

  const presence = (organizationId: string, conversationId: string): Attendance => {
    const here = [...(beats.get(`${organizationId}/${conversationId}`)?.values() ?? [])]
    const of = (kind: Attendee['kind']) =>
      here
        .filter((entry) => entry.kind === kind && entry.until > Date.now())
        .map(({ id, doing }): Present => ({ id, doing }))
    return { staff: of('staff'), others: of('other') }
  }

  const tellPresence = (organizationId: string, conversationId: string): Promise<void> =>
    tellNow(organizationId, conversationId, () => ({
      type: 'presence',
      conversationId,
      ...presence(organizationId, conversationId),
    }))

  /** What no journal tells: to those who may know of the conversation at this moment. */
  const tellNow = async (organizationId: string, conversationId: string, told: () => Frame): Promise<void> => {
    const room = rooms.get(organizationId)
    if (!room) return
    const [facts] = await factsOf(organizationId, [conversationId]).catch(() => [])
    if (!facts) return
    const frame = told()
    for (const subscriber of room.subscribers) if (subscriber.canSee(facts)) subscriber.send(frame, [facts])
  }

  const expire = setInterval(() => {
    const now = Date.now()
    for (const [key, here] of beats) {
      const before = here.size
      for (const [id, entry] of here) if (entry.until <= now) here.delete(id)
      if (here.size === before) continue
      if (here.size === 0) beats.delete(key)
      const [organizationId = '', conversationId = ''] = key.split('/')
      void tellPresence(organizationId, conversationId)
    }
  }, 1_000)

  const tick = setInterval(() => {
    for (const organizationId of rooms.keys()) void read(organizationId)
  }, TICK_MS)

  const flush = async (): Promise<void> => {
    flushing = null
    const payload = [...toWake, ...toTell].join(' ')
    toWake.clear()
    toTell = []
    // A lost NOTIFY is made good by the tick of each process.
    if (payload && listener)
      await listener.query('select pg_notify($1, $2)', [CHANNEL, payload.slice(0, 7_900)]).catch(() => undefined)
  }
  const soon = (): void => {
    flushing ??= setTimeout(() => void flush(), BATCH_MS)
  }

  const read = async (organizationId: string): Promise<void> => {
    const room = rooms.get(organizationId)
    if (!room || room.cursor === null) return
    room.dirty = true
    if (room.reading) return
    room.reading = true
    try {
      while (room.dirty && !stopped) {
        room.dirty = false
        const events = await readFeed(database, organizationId, room.cursor, STEP_MAX)
        if (events.length === 0) break
        const facts = await factsOf(organizationId, conversationsOf(events))
        // Not before it is known who may be told: what fails until here is read again.
        room.cursor = events.at(-1)?.cursor ?? room.cursor
        if (events.length === STEP_MAX) room.dirty = true
        const told: Told = { events, facts, frames: new Map() }
        for (const member of room.subscribers) member.hear(told)
        await sleep(BATCH_MS)
      }
    } catch (error) {
      if (!stopped) log.error('realtime.read-failed', errorFields(error))
    } finally {
      room.reading = false
    }
  }

  const leave = (organizationId: string, room: Room, member: Member): void => {
    room.subscribers.delete(member)
    if (room.subscribers.size === 0 && rooms.get(organizationId) === room) rooms.delete(organizationId)
  }

  /** The last read of what was missed since a place. */
  const catchingUp = new Map<string, Promise<Told | null>>()
  const gathering = new Set<string>()

  /**
   * When a line comes back many ask for the same at once, so what was missed is read for all who ask within a moment, and again for who asks
   * later: who is in the room before it is read misses nothing between. @returns null: load afresh.
   */
  const missedSince = (organizationId: string, since: FeedCursor): Promise<Told | null> => {
    const key = `${organizationId} ${since}`
    const before = catchingUp.get(key)
    if (before && gathering.has(key)) return before
    gathering.add(key)
    const reading = Promise.all([sleep(BATCH_MS), before?.catch(() => null)]).then(async () => {
      gathering.delete(key)
      const events = await readMissed(database, organizationId, since).catch(() => null)
      if (events === null) return null
      return { events, facts: await factsOf(organizationId, conversationsOf(events)), frames: new Map() }
    })
    catchingUp.set(key, reading)
    const isOver = () => void (catchingUp.get(key) === reading && catchingUp.delete(key))
    reading.then(isOver, isOver)
    return reading
  }

  void listen()

  return {
    async subscribe(subscriber, since) {
      const { organizationId } = subscriber
      const room: Room = rooms.get(organizationId) ?? {
        cursor: null,
        placing: null,
        subscribers: new Set(),
        dirty: false,
        reading: false,
      }
      rooms.set(organizationId, room)
      // In the room before anything is awaited: what is told meanwhile is kept, and told after what was missed.
      const kept: Told[] = []
      const member: Member = { ...subscriber, hear: (told) => void kept.push(told) }
      room.subscribers.add(member)
      let after: FeedCursor | null = null
      const pass = (told: Told): void => {
        const place = after
        const fresh = place === null ? told.events : told.events.filter(({ cursor }) => isAfter(cursor, place))
        if (fresh.length === told.events.length) tell(subscriber, told)
        else if (fresh.length > 0) tell(subscriber, { ...told, events: fresh, frames: new Map() })
      }
      try {
        const place = await (room.placing ??= newestPlace(database, organizationId))
        room.cursor ??= place
        const missed = since === null ? undefined : await missedSince(organizationId, since)
        if (missed === null) subscriber.send({ type: 'reload', cursor: room.cursor }, [])
        else if (missed) {
          tell(subscriber, missed)
          after = missed.events.at(-1)?.cursor ?? null
        }
      } catch (error) {
        room.placing = null
        leave(organizationId, room, member)
        throw error
      }
      for (const each of kept) pass(each)
      member.hear = pass
      void read(organizationId)
      return () => leave(organizationId, room, member)
    },
    wake(organizationId) {
      toWake.add(organizationId)
      soon()
    },
    present(organizationId, conversationId, { kind, id }, doing) {
      toTell.push(`${organizationId}/${conversationId}/${kind}/${id}/${doing}`)
      soon()
    },
    presence,
    ring(organizationId, conversationId) {
      toTell.push(`${organizationId}/${conversationId}`)
      soon()
    },
    place: (organizationId) => newestPlace(database, organizationId),
    sockets: () => [...rooms.values()].reduce((sum, room) => sum + room.subscribers.size, 0),
    async stop() {
      stopped = true
      clearInterval(expire)
      clearInterval(tick)
      if (flushing) clearTimeout(flushing)
      await listener?.end().catch(() => undefined)
    },
  }
}

/** Whether a place in the feed lies behind another. */
function isAfter(cursor: FeedCursor, other: FeedCursor): boolean {
  const [xid = 0n, seq = 0n] = cursor.split('.').map(BigInt)
  const [otherXid = 0n, otherSeq = 0n] = other.split('.').map(BigInt)
  return xid === otherXid ? seq > otherSeq : xid > otherXid
}

const conversationsOf = (events: readonly FeedEvent[]): string[] => [
  ...new Set(events.map(({ conversationId }) => conversationId)),
]

function tell(subscriber: Subscriber, told: Told): void {
  const eyes = subscriber.eyes()
  if (!told.frames.has(eyes)) told.frames.set(eyes, frameOf(subscriber, told))
  const frame = told.frames.get(eyes)
  if (frame) subscriber.send(frame, told.facts)
}

function frameOf(subscriber: Subscriber, { events, facts }: Told): Frame | undefined {
  const visible = new Set(facts.filter((fact) => subscriber.canSee(fact)).map(({ id }) => id))
  const ids = new Map<string, { kind: 'conversation'; id: string; event: string }>()
  for (const { conversationId, event } of events) {
    if (visible.has(conversationId))
      ids.set(`${conversationId} ${event}`, { kind: 'conversation', id: conversationId, event })
  }
  const cursor = events.at(-1)?.cursor
  return cursor && ids.size > 0 ? { type: 'changed', cursor, ids: [...ids.values()] } : undefined
}

/** Events after `since`, oldest first, below the oldest transaction that still runs, so that none can appear behind the mark. */
async function readFeed(
  database: Database,
  organizationId: string,
  since: FeedCursor,
  limit: number,
): Promise<FeedEvent[]> {
  const [, xid, seq] = CURSOR.exec(since) ?? []
  if (!xid || !seq) throw new Error('not a feed cursor')
  return database.transaction(systemContext(organizationId, newId(), 'realtime'), async (tx) => {
    const rows = await tx.run<{
      xid: string
      seq: string
      event: string
      conversation_id: string
      actor_id: string | null
    }>(READ_FEED, [organizationId, xid, seq, limit, new Date(Date.now() - REPLAY_HOURS * 3_600_000)])
    return rows.map((row) => ({
      cursor: `${row.xid}.${row.seq}`,
      event: row.event,
      conversationId: row.conversation_id,
      actorId: row.actor_id,
    }))
  })
}

/** @returns null when the client must load afresh: it was away too long or missed too much, or its cursor is none of ours. */
async function readMissed(database: Database, organizationId: string, since: FeedCursor): Promise<FeedEvent[] | null> {
  const [, xid, seq] = CURSOR.exec(since) ?? []
  if (!xid || !seq) return null
  const limit = new Date(Date.now() - REPLAY_HOURS * 3_600_000)
  const [old] = await database.transaction(systemContext(organizationId, newId(), 'realtime'), (tx) =>
    tx.run(TOO_OLD, [organizationId, xid, seq, limit]),
  )
  if (old) return null
  const missed = await readFeed(database, organizationId, since, REPLAY_MAX)
  return missed.length === REPLAY_MAX ? null : missed
}

// An event after the client's place that is older than what is replayed: it would be left out.
const TOO_OLD = sqlText`
  select from journal
   where organization_id = $1 and (xid, seq) > ($2::text::xid8, $3::bigint) and at <= $4
     and conversation_id is not null and action <> 'R'
   limit 1`

async function newestPlace(database: Database, organizationId: string): Promise<FeedCursor> {
  return database.transaction(systemContext(organizationId, newId(), 'realtime'), async (tx) => {
    const [row] = await tx.run<{ place: string }>(
      `select pg_snapshot_xmin(pg_current_snapshot())::text || '.0' as place`,
      [],
    )
    return row?.place ?? '0.0'
  })
}

const READ_FEED = sqlText`
  select xid::text, seq::text, event, conversation_id, actor_id
    from journal
   where organization_id = $1 and (xid, seq) > ($2::text::xid8, $3::bigint) and at > $5
     and xid < pg_snapshot_xmin(pg_current_snapshot())
     and conversation_id is not null and action <> 'R'
   order by xid, seq
   limit $4`
