/**
 * News from the server, over one WebSocket per page.
 *
 * An event carries ids only; whoever shows the thing fetches it again. After any gap the socket asks "since cursor", so
 * that nothing is missed (desk-D7). The caller sees three states and never a socket.
 */
import { tellSignedOut } from './signed-out.ts'

export type Change = { kind: string; id: string; event: string }
export type Doing = 'viewing' | 'typing' | 'away'
export type Present = { id: string; doing: Doing }
/** Who is in a conversation: colleagues, and the others (a patient, who acts for one, a visitor). */
export type Attendance = { staff: Present[]; others: Present[] }

export type Connection = 'connecting' | 'online' | 'offline'

type Incoming =
  | { type: 'changed'; cursor: string; ids: Change[] }
  | { type: 'presence'; conversationId: string; staff: Present[]; others: Present[] }
  /** Something waits in a visit room of this conversation. */
  | { type: 'ring'; conversationId: string }
  /** Away for too long to be told each change: everything shown is fetched afresh. */
  | { type: 'reload'; cursor: string }

/** Wait before the next try, doubled up to the longest, with up to half of it random so that desks do not return as one. */
const RETRY_FIRST_MS = 500
const RETRY_LONGEST_MS = 15_000

/** The server closes a socket with this code when its session has ended. */
const SESSION_ENDED = 4401

export type Realtime = ReturnType<typeof openRealtime>

type Start = {
  /** What a page without a session says first, to tell who it is; it catches up by itself. */
  hello?: () => object | null
  /** The place in the news from which on this page has to be told. */
  from?: string | null
}

export function openRealtime(url: string, { hello, from = null }: Start = {}) {
  const changeListeners = new Set<(changes: Change[]) => void>()
  const reloadListeners = new Set<() => void>()
  const presenceListeners = new Set<(conversationId: string, present: Attendance) => void>()
  const ringListeners = new Set<(conversationId: string) => void>()
  const stateListeners = new Set<() => void>()
  let state: Connection = 'connecting'
  let cursor = from
  let socket: WebSocket | undefined
  let tries = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const setState = (next: Connection) => {
    if (next === state) return
    state = next
    for (const listener of stateListeners) listener()
  }

  const connect = () => {
    clearTimeout(retry)
    socket = new WebSocket(url)
    socket.onopen = () => {
      tries = 0
      setState('online')
      if (hello) send(hello())
      else send({ type: 'since', cursor })
    }
    socket.onmessage = (event: MessageEvent<string>) => {
      receive(JSON.parse(event.data) as Incoming)
    }
    socket.onclose = (event) => {
      if (event?.code === SESSION_ENDED) tellSignedOut()
      lost()
    }
  }

  const lost = () => {
    if (closed) return
    setState('offline')
    clearTimeout(retry)
    retry = setTimeout(connect, retryDelayMs(tries++, Math.random()))
  }

  const receive = (message: Incoming) => {
    if (message.type === 'changed') {
      cursor = message.cursor
      for (const listener of changeListeners) listener(message.ids)
    }
    if (message.type === 'reload') {
      cursor = message.cursor
      for (const listener of reloadListeners) listener()
    }
    if (message.type === 'presence') {
      for (const listener of presenceListeners) listener(message.conversationId, message)
    }
    if (message.type === 'ring') for (const listener of ringListeners) listener(message.conversationId)
  }

  const send = (message: unknown) => {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }

  const tryNow = () => {
    if (closed || socket?.readyState === WebSocket.OPEN || socket?.readyState === WebSocket.CONNECTING) return
    tries = 0
    connect()
  }

  // A socket notices a pulled cable only after minutes, and closing it waits for an answer; the browser knows at once.
  const giveUp = () => {
    if (!socket) return
    socket.onclose = null
    socket.onmessage = null
    socket.close()
    lost()
  }

  globalThis.addEventListener?.('online', tryNow)
  globalThis.addEventListener?.('offline', giveUp)
  connect()

  return {
    state: () => state,
    tellPresence: (conversationId: string, doing: Doing) => send({ type: 'presence', conversationId, doing }),
    onChange: (listener: (changes: Change[]) => void) => subscribe(changeListeners, listener),
    onReload: (listener: () => void) => subscribe(reloadListeners, listener),
    onPresence: (listener: (conversationId: string, present: Attendance) => void) =>
      subscribe(presenceListeners, listener),
    onRing: (listener: (conversationId: string) => void) => subscribe(ringListeners, listener),
    onState: (listener: () => void) => subscribe(stateListeners, listener),
    tryNow,
    close() {
      closed = true
      clearTimeout(retry)
      globalThis.removeEventListener?.('online', tryNow)
      globalThis.removeEventListener?.('offline', giveUp)
      socket?.close()
    },
  }
}

export function retryDelayMs(tries: number, random: number): number {
  const longest = Math.min(RETRY_LONGEST_MS, RETRY_FIRST_MS * 2 ** tries)
  return longest / 2 + (longest / 2) * random
}

function subscribe<T>(listeners: Set<T>, listener: T) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
