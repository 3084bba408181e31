/**
 * The conversation of one visitor: opened late, resumed by cursor, and nothing typed is ever lost (desk-D65).
 *
 * No part of the screen is known here; whoever shows it subscribes.
 */
import type { callProcedure, ProcedureAnswer } from '../api/call-procedure.ts'
import type { MyMessage, MyConversation, EmergencyHelp, IdentityLevel } from '../api/types.ts'

export type Waiting = { messageId: string; text: string; wantsPerson: boolean }
type Visitor = { id: string; secret: string }
type Opened = {
  visitor: Visitor
  organizationName: string
  emergencyNumber: string
  languages: string[]
  identityLevel: IdentityLevel
  messages: MyMessage[]
  alert: MyConversation['alert']
  staffed: boolean
}

export type ChatState = {
  connection: 'not-yet' | 'open' | 'offline'
  door: Pick<Opened, 'organizationName' | 'emergencyNumber' | 'staffed'> | null
  messages: MyMessage[]
  waiting: Waiting[]
  alert: MyConversation['alert']
  emergency: EmergencyHelp | null
  identityLevel: IdentityLevel
  isStaffTyping: boolean
}

/** Where the browser refuses storage, what it is asked to keep lasts as long as the page. */
export type Keep = { read(name: string): string | null; write(name: string, value: string | null): void }

export type ChatSettings = { key: string; language?: string | undefined; identityToken?: string | undefined }

type Deps = { call: typeof callProcedure; long: Keep; short: Keep; newId: () => string }

/** Messages kept while there is no connection. */
export const WAITING_MAX = 50
const VISITOR = 'visitor'
const WAITING = 'waiting'

export function openChat({ call, long, short, newId }: Deps, settings: ChatSettings) {
  const listeners = new Set<(state: ChatState) => void>()
  let visitor = parsed<Visitor>(long.read(VISITOR))
  let opening: Promise<boolean> | undefined
  let flushing: Promise<string | null> | undefined
  let state: ChatState = {
    connection: 'not-yet',
    door: null,
    messages: [],
    waiting: parsed<Waiting[]>(short.read(WAITING)) ?? [],
    alert: 'none',
    emergency: null,
    identityLevel: 'none',
    isStaffTyping: false,
  }

  const change = (part: Partial<ChatState>) => {
    state = { ...state, ...part }
    if (part.waiting) short.write(WAITING, part.waiting.length > 0 ? JSON.stringify(part.waiting) : null)
    for (const listener of listeners) listener(state)
  }

  /** Begins or resumes; several callers share one try. */
  const open = (): Promise<boolean> => (opening ??= tryToOpen().finally(() => (opening = undefined)))

  async function tryToOpen(): Promise<boolean> {
    if (state.door && visitor) return true
    const { key: widgetKey, language, identityToken } = settings
    const answer = await ask(['widget', 'open'], { widgetKey, language, identityToken, visitor: visitor ?? undefined })
    if (!answer.ok) return false
    const opened = answer.output as Opened
    visitor = opened.visitor
    long.write(VISITOR, JSON.stringify(visitor))
    const { organizationName, emergencyNumber, staffed, messages, alert, identityLevel } = opened
    change({
      door: { organizationName, emergencyNumber, staffed },
      messages: merged([], messages),
      alert,
      identityLevel,
    })
    return true
  }

  async function ask(path: string[], input: unknown): Promise<ProcedureAnswer> {
    const headers: Record<string, string> = visitor ? { 'x-visitor': `${visitor.id}:${visitor.secret}` } : {}
    try {
      const answer = await call(path, input, { headers })
      change({ connection: 'open' })
      return answer
    } catch {
      change({ connection: 'offline' })
      return { ok: false, refusal: { code: 'OFFLINE', status: 0, defined: false, message: '', data: undefined } }
    }
  }

  /** A visitor is forgotten after a while by the server; the chat then begins anew, with what was typed. */
  async function askAsVisitor(path: string[], input: unknown): Promise<ProcedureAnswer> {
    if (!(await open()))
      return {
        ok: false,
        refusal: {
          code: state.connection === 'offline' ? 'OFFLINE' : 'UNAVAILABLE',
          status: 0,
          defined: false,
          message: '',
          data: undefined,
        },
      }
    const answer = await ask(path, input)
    if (answer.ok || answer.refusal.code !== 'NOT_SIGNED_IN') return answer
    visitor = null
    long.write(VISITOR, null)
    change({ door: null, messages: [], identityLevel: 'none', alert: 'none', emergency: null })
    return (await open()) ? ask(path, input) : answer
  }

  /** What came since the last message we have. */
  async function catchUp(): Promise<void> {
    const answer = await askAsVisitor(['widget', 'messages'], { after: state.messages.at(-1)?.seq ?? 0 })
    if (!answer.ok) return
    const { messages, alert, identityLevel, staffTyping } = answer.output as Pick<
      Opened,
      'messages' | 'alert' | 'identityLevel'
    > & { staffTyping: boolean }
    change({ messages: merged(state.messages, messages), alert, identityLevel, isStaffTyping: staffTyping })
  }

  /** @returns the code of a refusal, when the text has to go back to its writer. */
  async function send(text: string, wantsPerson = false): Promise<string | null> {
    if (state.waiting.length >= WAITING_MAX) return 'SLOW_DOWN'
    const messageId = newId()
    change({ waiting: [...state.waiting, { messageId, text, wantsPerson }] })
    await flush()
    return refusedId === messageId ? refusedCode : null
  }

  let refusedId: string | null = null
  let refusedCode: string | null = null

  /** Sends what waits, oldest first. A refused message leaves the queue and is given back. */
  const flush = (): Promise<string | null> => (flushing ??= flushAll().finally(() => (flushing = undefined)))

  async function flushAll(): Promise<string | null> {
    for (let next = state.waiting[0]; next; next = state.waiting[0]) {
      const { messageId } = next
      const answer = await askAsVisitor(['widget', 'send'], next)
      if (!answer.ok && LATER.has(answer.refusal.code)) return null
      change({ waiting: state.waiting.filter((message) => message.messageId !== messageId) })
      if (!answer.ok) {
        refusedId = messageId
        refusedCode = answer.refusal.code
        return refusedCode
      }
      const { emergency } = answer.output as { emergency: EmergencyHelp | null }
      if (emergency) change({ emergency })
      await catchUp()
    }
    return null
  }

  return {
    state: () => state,
    visitor: () => visitor,
    hasVisitor: () => visitor !== null,
    open,
    send,
    flush,
    catchUp,
    configure: (part: Partial<ChatSettings>) => void Object.assign(settings, part),
    setTyping: (isStaffTyping: boolean) => change({ isStaffTyping }),
    requestCode: (contact: string, birthDate: string) =>
      askAsVisitor(['widget', 'requestCode'], { contact, birthDate }),
    async verifyCode(code: string, birthDate: string) {
      const answer = await askAsVisitor(['widget', 'verifyCode'], { code, birthDate })
      if (answer.ok) change(answer.output as { identityLevel: IdentityLevel })
      return answer
    },
    leave: () => (visitor && state.door ? ask(['widget', 'leave'], undefined) : undefined),
    subscribe(listener: (state: ChatState) => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export type Chat = ReturnType<typeof openChat>

/** Refusals that say nothing against the message: it stays and is tried again. */
const LATER = new Set(['OFFLINE', 'UNAVAILABLE', 'INTERNAL', 'NOT_SIGNED_IN', 'AUDIT_UNAVAILABLE'])

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
