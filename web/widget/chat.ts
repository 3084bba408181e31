/**
 * The conversation of one visitor: opened late, resumed by cursor, and nothing typed is ever lost (desk-D65).
 *
 * No part of the screen is known here; whoever shows it subscribes.
 */
import type { callProcedure, ProcedureAnswer, ProcedureRefusal } from '../api/call-procedure.ts'
import type { sendFile } from '../api/send-file.ts'
import type { MyMessage, MyConversation, EmergencyHelp, IdentityLevel } from '../api/types.ts'
import { chosenFiles, type ChosenFile, type StoredFile } from './chosen-files.ts'

export type Waiting = {
  messageId: string
  text: string
  wantsPerson: boolean
  /** Sent up already, by the visitor of then. */
  files?: StoredFile[]
}
type Visitor = { id: string; secret: string }
type News = {
  conversationId: string | null
  messages: MyMessage[]
  unread: number
  alert: MyConversation['alert']
  identityLevel: IdentityLevel
}
type Opened = News & {
  visitor: Visitor
  isAnother: boolean
  organizationName: string
  emergencyNumber: string
  staffed: boolean
}

export type ChatState = {
  /** `closed`: this chat cannot be had here; nothing is tried again until the page is loaded afresh. */
  connection: 'not-yet' | 'open' | 'offline' | 'closed'
  door: Pick<Opened, 'organizationName' | 'emergencyNumber' | 'staffed'> | null
  conversationId: string | null
  messages: MyMessage[]
  waiting: Waiting[]
  /** For the next message. */
  files: ChosenFile[]
  /** Files of a visitor whom the server has forgotten belong to nobody: they have to be chosen again. */
  hasLostFiles: boolean
  /** Answers that were not on the screen yet. */
  unread: number
  alert: MyConversation['alert']
  emergency: EmergencyHelp | null
  /** What waits here sounded like an emergency to a server that could not store it. */
  isUnheardEmergency: boolean
  identityLevel: IdentityLevel
  isStaffTyping: boolean
  /** Until a person has taken it: the place in the line, and how long it may take. */
  wait: { place: number; fromMin: number; toMin: number } | null
}

/** Where the browser refuses storage, what it is asked to keep lasts as long as the page. */
export type Keep = { read(name: string): string | null; write(name: string, value: string | null): void }

export type ChatSettings = { key: string; language?: string | undefined; identityToken?: string | undefined }

type Deps = { call: typeof callProcedure; upload: typeof sendFile; long: Keep; short: Keep; newId: () => string }

/** Messages kept while there is no connection. */
export const WAITING_MAX = 50
/** How often the place in the line is asked for, in milliseconds. */
const WAIT_LOOKED_AT_MS = 30_000
/** What did not come is asked for again: where the server does not say when, after the first time doubled up to the longest, in milliseconds. */
const AGAIN_FIRST_MS = 2_000
const AGAIN_LONGEST_MS = 60_000
/** Messages of one answer (contract: PAGE_MAX); a full one means that there may be more. */
const PAGE = 50
const VISITOR = 'visitor'
const WAITING = 'waiting'
const DRAFT = 'draft'

export function openChat({ call, upload, long, short, newId }: Deps, settings: ChatSettings) {
  const listeners = new Set<(state: ChatState) => void>()
  let visitor = parsed<Visitor>(long.read(VISITOR))
  let opening: Promise<boolean> | undefined
  let flushing: Promise<void> | undefined
  let seen = 0
  /** What stood here before this page: of another person, where opening says so. */
  const left = parsed<Waiting[]>(short.read(WAITING)) ?? []
  const hasLeftDraft = short.read(DRAFT) !== null
  let showDraft: (text: string, isRefused: boolean) => void = () => {}
  let state: ChatState = {
    connection: 'not-yet',
    door: null,
    conversationId: null,
    messages: [],
    waiting: left,
    files: [],
    hasLostFiles: false,
    unread: 0,
    alert: 'none',
    emergency: null,
    isUnheardEmergency: false,
    identityLevel: 'none',
    isStaffTyping: false,
    wait: null,
  }

  let looking: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  /** Tries in a row for what did not come. */
  let missed = 0
  const change = (part: Partial<ChatState>) => {
    state = { ...state, ...part }
    if (part.waiting) short.write(WAITING, part.waiting.length > 0 ? JSON.stringify(part.waiting) : null)
    for (const listener of listeners) listener(state)
  }

  /** Begins or resumes; several callers share one try, and one that failed is made again by itself until the chat is open. */
  const open = (): Promise<boolean> => (opening ??= tryToOpen().finally(() => (opening = undefined)))

  async function tryToOpen(): Promise<boolean> {
    if (state.door && visitor) return true
    const { key: widgetKey, language, identityToken } = settings
    const answer = await ask(['widget', 'open'], { widgetKey, language, identityToken, visitor: visitor ?? undefined })
    if (!answer.ok) {
      if (answer.refusal.code === 'NOT_FOUND' || answer.refusal.code === 'INVALID_INPUT')
        change({ connection: 'closed' })
      else tryAgainLater(answer.refusal)
      return false
    }
    const opened = answer.output as Opened
    if (opened.isAnother) dropWhatWasLeft()
    // Another visitor than the one who left messages here: they are not his.
    if (opened.visitor.id !== visitor?.id) change({ messages: [], emergency: null })
    visitor = opened.visitor
    hasCome()
    long.write(VISITOR, JSON.stringify(visitor))
    const { organizationName, emergencyNumber, staffed } = opened
    change({ door: { organizationName, emergencyNumber, staffed } })
    if (takeIn(opened) || opened.messages.length === PAGE) await catchUp()
    return true
  }

  /** Words of the person before are not sent as this one's, nor shown to them. What was written on this page is their own. */
  function dropWhatWasLeft(): void {
    change({
      waiting: state.waiting.filter((message) => !left.some(({ messageId }) => messageId === message.messageId)),
    })
    if (hasLeftDraft) putDraft('')
  }

  const writeDraft = (text: string) => short.write(DRAFT, text || null)
  const putDraft = (text: string, isRefused = false) => {
    writeDraft(text)
    showDraft(text, isRefused)
  }

  /** @returns true: it is not proved any more who sits here. What was shown is taken away, and what may still be is to be fetched from the first. */
  function takeIn({ conversationId, messages, unread, alert, identityLevel }: News): boolean {
    const hasFallen = isSure(state.identityLevel) && !isSure(identityLevel)
    // News may bring a message before the answer to its sending: what stands in the conversation waits no more.
    const arrived = new Set(messages.map(({ id }) => id))
    const waiting = state.waiting.filter(({ messageId }) => !arrived.has(messageId))
    change({
      conversationId,
      messages: hasFallen ? [] : merged(state.messages, messages),
      unread,
      alert,
      identityLevel,
      ...(waiting.length < state.waiting.length && { waiting }),
    })
    return hasFallen
  }

  const asVisitor = (): Record<string, string> => (visitor ? { 'x-visitor': `${visitor.id}:${visitor.secret}` } : {})

  async function ask(path: string[], input: unknown): Promise<ProcedureAnswer> {
    try {
      const answer = await call(path, input, { headers: asVisitor() })
      if (state.connection !== 'open') change({ connection: 'open' })
      return answer
    } catch {
      change({ connection: 'offline' })
      return refused('OFFLINE')
    }
  }

  /** A visitor is forgotten after a while by the server; the chat then begins anew, with what was typed. */
  async function askAsVisitor(path: string[], input: unknown, isOpen = open()): Promise<ProcedureAnswer> {
    if (!(await isOpen)) {
      if (state.connection === 'offline') return refused('OFFLINE')
      // Nobody is let in now, but what the words sound like can still be told (trust-D64).
      return path[1] === 'send' && state.connection !== 'closed' ? ask(path, input) : refused('UNAVAILABLE')
    }
    const answer = await ask(path, input)
    if (answer.ok || answer.refusal.code !== 'NOT_SIGNED_IN') return answer
    visitor = null
    long.write(VISITOR, null)
    const hadFiles = files.take().length > 0 || state.waiting.some((message) => message.files?.length)
    change({
      waiting: state.waiting.map(({ files: _lost, ...message }) => message),
      hasLostFiles: hadFiles || state.hasLostFiles,
      door: null,
      conversationId: null,
      messages: [],
      unread: 0,
      identityLevel: 'none',
      alert: 'none',
      emergency: null,
    })
    return (await open()) ? ask(path, { ...(input as object), attachmentIds: undefined }) : answer
  }

  const files = chosenFiles({
    send: async (file, onProgress) => ((await open()) ? upload('/files', file, onProgress, asVisitor()) : undefined),
    newKey: newId,
    onChange: (list) => change({ files: list }),
  })

  /** What came since the last message we have, or all of it. */
  async function catchUp(from?: number): Promise<void> {
    for (let isMore = true, first = from; isMore; first = undefined) {
      const after = first ?? state.messages.at(-1)?.seq ?? 0
      const answer = await askAsVisitor(['widget', 'messages'], { after })
      if (!answer.ok) {
        // Without a door it was not even asked, and opening is tried again already.
        if (state.door) tryAgainLater(answer.refusal)
        return
      }
      hasCome()
      const news = answer.output as News & { staffTyping: boolean; wait?: ChatState['wait'] }
      const hasFallen = takeIn(news)
      change({ isStaffTyping: news.staffTyping, wait: news.wait ?? null })
      lookAgainLater()
      isMore = hasFallen || (news.messages.length >= PAGE && (state.messages.at(-1)?.seq ?? 0) > after)
    }
  }

  /** Others in the line are taken without a word to this one. */
  function lookAgainLater(): void {
    clearTimeout(looking)
    if (state.wait) looking = setTimeout(() => void catchUp(), WAIT_LOOKED_AT_MS)
  }

  /** News are told once only, and what waits is to leave soon: one more try is made, however many were refused meanwhile. */
  function tryAgainLater({ data }: ProcedureRefusal): void {
    if (again !== undefined || state.connection === 'closed') return
    const { detail } = (data ?? {}) as { detail?: { retryAfterSeconds?: number } }
    const ms = detail?.retryAfterSeconds ? detail.retryAfterSeconds * 1_000 : AGAIN_FIRST_MS * 2 ** missed
    again = setTimeout(
      () => {
        again = undefined
        missed += 1
        void (state.waiting.length > 0 ? flush() : catchUp())
      },
      Math.min(ms, AGAIN_LONGEST_MS),
    )
  }

  function hasCome(): void {
    clearTimeout(again)
    again = undefined
    missed = 0
  }

  /** The chat is open and in sight: what it shows has been read. */
  async function tellSeen(): Promise<void> {
    const last = state.messages.findLast(({ direction }) => direction === 'out')?.seq ?? 0
    if (last <= seen || state.unread === 0) return
    seen = last
    const answer = await askAsVisitor(['widget', 'markSeen'], { seq: last })
    if (answer.ok) change({ unread: 0 })
    else seen = 0
  }

  /** Whether an answer helped. @returns false where it was not taken. */
  const rate = async (messageId: string, thumb: 'up' | 'down' | null): Promise<boolean> =>
    (await askAsVisitor(['widget', 'rate'], { messageId, thumb })).ok

  /** @returns the code of a refusal, when the text has to go back to its writer. */
  async function send(text: string, wantsPerson = false): Promise<string | null> {
    if (state.waiting.length >= WAITING_MAX) return 'SLOW_DOWN'
    const messageId = newId()
    const own = wantsPerson ? [] : files.take()
    change({
      waiting: [...state.waiting, { messageId, text, wantsPerson, ...(own.length > 0 && { files: own }) }],
      hasLostFiles: false,
    })
    written.add(messageId)
    await flush()
    // A round that was at its end when this message came did not see it.
    if (state.connection === 'open' && state.waiting.some((message) => message.messageId === messageId)) await flush()
    written.delete(messageId)
    const code = givenBack.get(messageId) ?? null
    givenBack.delete(messageId)
    if (code !== null) files.giveBack(own)
    return code
  }

  /** Messages whose writer waits for their outcome, and those of them that were refused. */
  const written = new Set<string>()
  const givenBack = new Map<string, string>()

  /** Sends what waits, oldest first; calls at the same time are one. A refused message leaves the queue and is given back. */
  const flush = (): Promise<void> => (flushing ??= flushAll().finally(() => (flushing = undefined)))

  /** Too many at once: who has just written is told so, and what has waited for the connection goes on waiting. */
  const isForLater = ({ code }: ProcedureRefusal, messageId: string): boolean =>
    LATER.has(code) || (code === 'SLOW_DOWN' && !written.has(messageId))

  async function flushAll(): Promise<void> {
    while (state.waiting.length > 0) {
      const isOpen = open()
      // Who sits here may be another person than the one whose words wait.
      await isOpen
      const next = state.waiting[0]
      if (!next) return
      const { messageId, files: its = [], ...words } = next
      const attachmentIds = its.map(({ id }) => id)
      const answer = await askAsVisitor(['widget', 'send'], { messageId, ...words, attachmentIds }, isOpen)
      if (!answer.ok && isForLater(answer.refusal, messageId)) {
        const unheard = emergencyOf(answer.refusal)
        if (unheard) change({ isUnheardEmergency: true, emergency: unheard.emergency ?? state.emergency })
        if (state.door) tryAgainLater(answer.refusal)
        return
      }
      if (answer.ok) {
        const { emergency, conversationId } = answer.output as {
          emergency: EmergencyHelp | null
          conversationId: string
        }
        change({ conversationId, emergency: emergency ?? state.emergency, isUnheardEmergency: false })
        // Fetched before it leaves the queue, so that it stands on the screen at every moment.
        await catchUp()
      } else if (written.has(messageId)) givenBack.set(messageId, answer.refusal.code)
      else bringBack(messageId)
      change({ waiting: state.waiting.filter((message) => message.messageId !== messageId) })
    }
  }

  /** Nobody waits for its outcome any more: the words go back into the box, before what was begun since. */
  function bringBack(messageId: string): void {
    const back = state.waiting.find((message) => message.messageId === messageId)
    if (!back) return
    if (back.files) files.giveBack(back.files)
    const begun = short.read(DRAFT) ?? ''
    putDraft(back.wantsPerson ? begun : begun ? `${back.text}\n${begun}` : back.text, true)
  }

  return {
    state: () => state,
    visitor: () => visitor,
    hasVisitor: () => visitor !== null,
    open,
    send,
    rate,
    flush,
    catchUp,
    tellSeen,
    draft: {
      read: () => short.read(DRAFT) ?? '',
      write: writeDraft,
      /** What the chat itself puts into it or takes out, and whether that was refused. */
      onPut: (show: typeof showDraft) => void (showDraft = show),
    },
    setTyping: (isStaffTyping: boolean) => change({ isStaffTyping }),
    setConnection: (connection: 'open' | 'offline') => {
      if (state.connection !== connection && state.connection !== 'closed') change({ connection })
    },
    files,
    /** Undefined: it could not be had; the button stays. */
    async file(attachmentId: string): Promise<Blob | undefined> {
      const answer = await fetch(`/files/${attachmentId}`, { headers: asVisitor() }).catch(() => undefined)
      return answer?.ok ? answer.blob() : undefined
    },
    requestCode: (contact: string, birthDate: string) =>
      askAsVisitor(['widget', 'requestCode'], { contact, birthDate }),
    async verifyCode(code: string, birthDate: string) {
      const answer = await askAsVisitor(['widget', 'verifyCode'], { code, birthDate })
      if (!answer.ok) return answer
      change(answer.output as { identityLevel: IdentityLevel })
      // What was said elsewhere meanwhile may be read from now on, also before the last word here.
      await catchUp(0)
      return answer
    },
    subscribe(listener: (state: ChatState) => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export type Chat = ReturnType<typeof openChat>

const isSure = (level: IdentityLevel): boolean => level === 'verified' || level === 'verified_for'

/** Refusals that say nothing against the message: it stays and is tried again. */
const LATER = new Set(['OFFLINE', 'UNAVAILABLE', 'INTERNAL', 'NOT_SIGNED_IN', 'AUDIT_UNAVAILABLE'])

/** @returns what a server that could not store the words says of them, where they sounded like an emergency. */
function emergencyOf({ data }: { data: unknown }): { emergency?: EmergencyHelp } | undefined {
  const { detail } = (data ?? {}) as { detail?: { isEmergency?: unknown; emergency?: EmergencyHelp } }
  return detail?.isEmergency === true ? detail : undefined
}

const refused = (code: string): ProcedureAnswer => ({
  ok: false,
  refusal: { code, status: 0, defined: false, message: '', data: undefined },
})

function merged(have: MyMessage[], got: MyMessage[]): MyMessage[] {
  return [...new Map([...have, ...got].map((message) => [message.seq, message])).values()].sort((a, b) => a.seq - b.seq)
}

function parsed<T>(text: string | null): T | null {
  try {
    return text ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}
