import { expect, test, vi } from 'vitest'
import type { ProcedureAnswer } from '../api/call-procedure.ts'
import type { FileAnswer, sendFile, Sending } from '../api/send-file.ts'
import type { Attachment } from '../api/types.ts'
import { openChat, type Keep } from './chat.ts'

const memory = (): Keep & { kept: Map<string, string> } => {
  const kept = new Map<string, string>()
  return {
    kept,
    read: (name) => kept.get(name) ?? null,
    write: (name, value) => void (value === null ? kept.delete(name) : kept.set(name, value)),
  }
}
const refusal = (code: string): ProcedureAnswer => ({
  ok: false,
  refusal: { code, status: 400, defined: true, message: '', data: undefined },
})
const opened = {
  visitor: { id: 'v', secret: 's' },
  isAnother: false,
  organizationName: 'Clinic',
  emergencyNumber: '911',
  conversationId: null,
  messages: [],
  unread: 0,
  alert: 'none',
  identityLevel: 'none',
  staffed: true,
}

const nothingNew = { conversationId: 'c', unread: 0, alert: 'none', identityLevel: 'none', staffTyping: false }

/** A file comes in at once, under its own name. */
const stored = (_url: string, { name }: File): Sending => ({
  done: Promise.resolve({ ok: true, attachment: { id: name, verdict: 'clean', reason: null } as Attachment }),
  cancel: () => undefined,
})

function aChat(
  send: () => ProcedureAnswer,
  long = memory(),
  short = memory(),
  news: () => object[] = () => [],
  upload: typeof sendFile = stored,
) {
  const call = vi.fn(async (path: readonly string[]): Promise<ProcedureAnswer> => {
    if (path[1] === 'open') return { ok: true, output: opened }
    if (path[1] === 'send') return send()
    return { ok: true, output: { ...nothingNew, messages: news() } }
  })
  let ids = 0
  return {
    call,
    long,
    short,
    chat: openChat({ call: call as never, upload, long, short, newId: () => `m${++ids}` }, { key: 'k' }),
  }
}
const accepted: ProcedureAnswer = { ok: true, output: { emergency: null, conversationId: 'c' } }

test('desk-D65 without a connection what was written waits, and leaves once when it is back', async () => {
  let isOffline = true
  const { chat, call, short } = aChat(() => {
    if (isOffline) throw new TypeError('no connection')
    return accepted
  })
  expect(await chat.send('hello')).toBeNull()
  expect(chat.state().waiting.map(({ text }) => text)).toEqual(['hello'])
  expect(short.kept.get('waiting')).toContain('hello')
  isOffline = false
  await Promise.all([chat.flush(), chat.flush()])
  expect(chat.state().waiting).toEqual([])
  expect(short.kept.has('waiting')).toBe(false)
  const sent = call.mock.calls.filter(([path]) => path[1] === 'send') as unknown as [string[], { messageId: string }][]
  expect(new Set(sent.map(([, input]) => input.messageId))).toEqual(new Set(['m1']))
})

test('what stands in the conversation waits no more, though the answer to its sending was lost', async () => {
  const stored = { id: 'm1', seq: 1, direction: 'in', author: {}, attachments: [] }
  const { chat, short } = aChat(
    () => {
      throw new TypeError('no connection')
    },
    memory(),
    memory(),
    () => [stored],
  )
  expect(await chat.send('hello')).toBeNull()
  expect(chat.state().waiting).toHaveLength(1)
  await chat.catchUp()
  expect(chat.state()).toMatchObject({ messages: [{ id: 'm1' }], waiting: [] })
  expect(short.kept.has('waiting')).toBe(false)
})

test('desk-D65 after too many messages the text goes back to its writer', async () => {
  const { chat } = aChat(() => refusal('SLOW_DOWN'))
  expect(await chat.send('again')).toBe('SLOW_DOWN')
  expect(chat.state().waiting).toEqual([])
})

/** Answers of the server in turn, the last one for good. */
const inTurn = (...answers: ProcedureAnswer[]) => vi.fn(() => (answers.length > 1 ? answers.shift()! : answers[0]!))
const later = (seconds: number): ProcedureAnswer => ({
  ok: false,
  refusal: {
    code: 'SLOW_DOWN',
    status: 429,
    defined: true,
    message: '',
    data: { detail: { retryAfterSeconds: seconds } },
  },
})

function aChatThat(answers: Record<string, () => ProcedureAnswer>) {
  const call = vi.fn(async ([, name = '']: readonly string[]): Promise<ProcedureAnswer> => {
    const answer = answers[name]
    if (answer) return answer()
    if (name === 'open') return { ok: true, output: opened }
    return name === 'send' ? accepted : { ok: true, output: { ...nothingNew, messages: [] } }
  })
  let ids = 0
  const deps = { call: call as never, upload: stored, long: memory(), short: memory(), newId: () => `m${++ids}` }
  const calls = (name: string) => call.mock.calls.filter(([path]) => path[1] === name).length
  return { chat: openChat(deps, { key: 'k' }), calls }
}

test('desk-D65 a chat that could not be opened is tried again by itself when the server said, and then hears of news', async () => {
  vi.useFakeTimers()
  const { chat, calls } = aChatThat({ open: inTurn(later(20), later(10), { ok: true, output: opened }) })
  expect(await chat.open()).toBe(false)
  await vi.advanceTimersByTimeAsync(19_900)
  expect(calls('open')).toBe(1)
  await vi.advanceTimersByTimeAsync(200)
  expect(calls('open')).toBe(2)
  expect(chat.state().door).toBeNull()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(chat.state().door).toMatchObject({ organizationName: 'Clinic' })
  vi.useRealTimers()
})

test('desk-D65 news that could not be fetched at their moment are fetched a little later', async () => {
  vi.useFakeTimers()
  const said = { id: 'm9', seq: 9, direction: 'out', author: {}, attachments: [] }
  const news = { ok: true as const, output: { ...nothingNew, messages: [said] } }
  const { chat, calls } = aChatThat({ messages: inTurn(refusal('UNAVAILABLE'), refusal('UNAVAILABLE'), news) })
  await chat.catchUp()
  expect(chat.state().messages).toEqual([])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(chat.state().messages).toMatchObject([{ id: 'm9' }])
  expect(calls('messages')).toBe(3)
  await vi.advanceTimersByTimeAsync(300_000)
  expect(calls('messages')).toBe(3)
  vi.useRealTimers()
})

test('desk-D65 what waited for the connection is not lost when it comes back as too much at once', async () => {
  const send = vi.fn<() => ProcedureAnswer>(() => {
    throw new TypeError('no connection')
  })
  const { chat } = aChatThat({ send })
  await chat.send('one')
  await chat.send('two')
  send.mockReset().mockReturnValueOnce(accepted).mockReturnValueOnce(later(30)).mockReturnValue(accepted)
  vi.useFakeTimers()
  await chat.flush()
  await vi.advanceTimersByTimeAsync(29_000)
  expect(chat.state().waiting.map(({ text }) => text)).toEqual(['two'])
  await vi.advanceTimersByTimeAsync(2_000)
  expect(chat.state().waiting).toEqual([])
  expect(send).toHaveBeenCalledTimes(3)
  vi.useRealTimers()
})

test('desk-D65 a message whose answer was lost is sent again within seconds', async () => {
  vi.useFakeTimers()
  const send = vi.fn<() => ProcedureAnswer>(() => {
    throw new TypeError('no connection')
  })
  const { chat } = aChatThat({ send })
  await chat.send('one')
  send.mockReturnValue(accepted)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(chat.state().waiting).toEqual([])
  vi.useRealTimers()
})

test('a visitor the server has forgotten begins anew and loses nothing', async () => {
  let tries = 0
  const { chat, call } = aChat(() => (++tries === 1 ? refusal('NOT_SIGNED_IN') : accepted))
  expect(await chat.send('hello')).toBeNull()
  expect(chat.state().waiting).toEqual([])
  expect(call.mock.calls.filter(([path]) => path[1] === 'open')).toHaveLength(2)
})

test('desk-D65 what was begun and what waits outlast a page of the host', async () => {
  const first = aChat(() => {
    throw new TypeError('no connection')
  })
  first.chat.draft.write('begun')
  await first.chat.send('hello')
  const next = aChat(() => accepted, first.long, first.short)
  expect(next.chat.draft.read()).toBe('begun')
  await next.chat.flush()
  const sent = next.call.mock.calls.filter(([path]) => path[1] === 'send') as unknown as [
    string[],
    { text: string; messageId: string },
  ][]
  expect(sent.map(([, { text, messageId }]) => [text, messageId])).toEqual([['hello', 'm1']])
  expect(next.chat.state().waiting).toEqual([])
})

test('desk-D65 what another person left unsent in this browser is neither sent nor shown to the next; what the next one wrote is', async () => {
  const first = aChat(() => {
    throw new TypeError('no connection')
  })
  first.chat.draft.write('half of my secret')
  await first.chat.send('my secret')
  // The host signs somebody else in; the first try to open meets no server, and is made again by what waits.
  vi.useFakeTimers()
  let isOffline = true
  const call = vi.fn(async (path: readonly string[]): Promise<ProcedureAnswer> => {
    if (isOffline) throw new TypeError('no connection')
    if (path[1] === 'open')
      return { ok: true, output: { ...opened, visitor: { id: 'w', secret: 't' }, isAnother: true } }
    return path[1] === 'send' ? accepted : { ok: true, output: { ...nothingNew, messages: [] } }
  })
  const { long, short } = first
  const chat = openChat({ call: call as never, upload: stored, long, short, newId: () => 'm9' }, { key: 'k' })
  const put = vi.fn()
  chat.draft.onPut(put)
  await chat.send('hello')
  isOffline = false
  await vi.advanceTimersByTimeAsync(10_000)
  expect(inputsOf(call).map(({ messageId }) => messageId)).not.toContain('m1')
  expect(inputsOf(call).at(-1)).toMatchObject({ messageId: 'm9', text: 'hello' })
  expect(chat.state().waiting).toEqual([])
  expect(put.mock.calls).toEqual([['', false]])
  expect(short.kept.size).toBe(0)
  vi.useRealTimers()
})

test('desk-D65 a message that waited and is then refused comes back into the box, before what was begun since', async () => {
  const send = vi.fn<() => ProcedureAnswer>(() => {
    throw new TypeError('no connection')
  })
  const { chat } = aChatThat({ send })
  await chat.send('my words')
  chat.draft.write('begun')
  const put = vi.fn()
  chat.draft.onPut(put)
  send.mockReturnValue(refusal('INVALID_INPUT'))
  await chat.flush()
  expect(chat.state().waiting).toEqual([])
  expect(put.mock.calls).toEqual([['my words\nbegun', true]])
  expect(chat.draft.read()).toBe('my words\nbegun')
})

test('an answer that was held back until after the visitor wrote is taken in at its place', async () => {
  const message = (seq: number, direction: 'in' | 'out') => ({
    id: `id${seq}`,
    seq,
    direction,
    author: {},
    attachments: [],
  })
  const news = [[message(1, 'in')], [message(3, 'in')], [message(2, 'out')]]
  const { chat } = aChat(
    () => accepted,
    memory(),
    memory(),
    () => news.shift() ?? [],
  )
  await chat.catchUp()
  await chat.catchUp()
  await chat.catchUp()
  expect(chat.state().messages.map(({ seq }) => seq)).toEqual([1, 2, 3])
})

test('desk-D8 what was shown to somebody who had proved who they are goes when the proof ends, and what the chat may show comes from its first word', async () => {
  const [chatted, mailed] = [1, 2].map((seq) => ({ id: `m${seq}`, seq, direction: 'out', author: {}, attachments: [] }))
  let identityLevel = 'none'
  const { chat, call } = aChat(() => accepted)
  call.mockImplementation((async (path: readonly string[], { after }: { after: number }) => {
    if (path[1] === 'open') return { ok: true, output: opened }
    if (path[1] === 'verifyCode') return { ok: true, output: { identityLevel: (identityLevel = 'verified') } }
    const shown = identityLevel === 'verified' ? [mailed, chatted] : [chatted]
    const messages = shown.filter((message) => message && message.seq > after).toSorted((a, b) => a!.seq - b!.seq)
    return { ok: true, output: { ...nothingNew, identityLevel, messages } }
  }) as never)
  const shown = () => chat.state().messages.map(({ id }) => id)
  await chat.catchUp()
  expect(shown()).toEqual(['m1'])
  await chat.verifyCode('123456', '1980-05-06')
  expect(shown()).toEqual(['m1', 'm2'])
  identityLevel = 'none'
  await chat.catchUp()
  expect(shown()).toEqual(['m1'])
})

test('no visitor is made before somebody opens the chat', () => {
  const { chat, call, long } = aChat(() => accepted)
  expect(chat.hasVisitor()).toBe(false)
  expect(call).not.toHaveBeenCalled()
  expect(long.kept.size).toBe(0)
})

const photo = new File(['photo'], 'photo.png')
const inputsOf = (call: ReturnType<typeof aChat>['call']) =>
  (call.mock.calls as unknown as [string[], Record<string, unknown>][])
    .filter(([path]) => path[1] === 'send')
    .map(([, input]) => input)

test('desk-D55 chosen files go up at once and out with the next message; a refused message gives them back', async () => {
  const answers: ProcedureAnswer[] = [refusal('SLOW_DOWN'), accepted]
  const { chat, call } = aChat(() => answers.shift() ?? accepted)
  chat.files.add([photo])
  await vi.waitFor(() => expect(chat.files.list()).toMatchObject([{ step: 'stored', id: 'photo.png' }]))
  expect(await chat.send('look')).toBe('SLOW_DOWN')
  expect(chat.files.list()).toMatchObject([{ step: 'stored', id: 'photo.png' }])
  expect(await chat.send('look again')).toBeNull()
  expect(chat.files.list()).toEqual([])
  await chat.send('and words only')
  expect(inputsOf(call).map(({ attachmentIds }) => attachmentIds)).toEqual([['photo.png'], ['photo.png'], []])
})

test('desk-D55 a file shows its progress, can be stopped, and says why it was not taken', async () => {
  const cancel = vi.fn()
  let arrive: (answer: FileAnswer) => void = () => undefined
  let tell: (share: number) => void = () => undefined
  const { chat } = aChat(
    () => accepted,
    memory(),
    memory(),
    () => [],
    (_url, _file, onProgress) => {
      tell = onProgress
      return { done: new Promise<FileAnswer>((resolve) => (arrive = resolve)), cancel }
    },
  )
  chat.files.add([photo])
  await vi.waitFor(() => expect(chat.files.isUploading()).toBe(true))
  await vi.waitFor(() => {
    tell(0.5)
    expect(chat.files.list()).toMatchObject([{ step: 'uploading', share: 0.5 }])
  })
  chat.files.remove(chat.files.list()[0]!.key)
  expect(cancel).toHaveBeenCalledOnce()
  expect(chat.files.list()).toEqual([])

  chat.files.add([photo])
  await vi.waitFor(() => expect(chat.files.isUploading()).toBe(true))
  await vi.waitFor(() => {
    arrive({ ok: false, code: 'FILE_REFUSED', status: 422, requestId: undefined })
    expect(chat.files.list()).toMatchObject([{ step: 'refused', code: 'FILE_REFUSED' }])
  })
  const large = Object.defineProperty(new File([], 'film.mp4'), 'size', { value: 25_000_001 })
  chat.files.add([large])
  expect(chat.files.list().at(-1)).toMatchObject({ step: 'refused', code: 'TOO_LARGE' })
})

test('desk-D55 files of a visitor whom the server forgot are not sent as somebody else’s, and that is told', async () => {
  const answers: ProcedureAnswer[] = [refusal('NOT_SIGNED_IN'), accepted]
  const { chat, call } = aChat(() => answers.shift() ?? accepted)
  chat.files.add([photo])
  await vi.waitFor(() => expect(chat.files.list()).toMatchObject([{ step: 'stored' }]))
  expect(await chat.send('look')).toBeNull()
  expect(inputsOf(call).map(({ text, attachmentIds }) => [text, attachmentIds])).toEqual([
    ['look', ['photo.png']],
    ['look', undefined],
  ])
  expect(chat.state()).toMatchObject({ hasLostFiles: true, waiting: [] })
})

test('trust-D64 a server that cannot store an emergency still says that it is one; nothing is lost, and it ends when it was sent', async () => {
  let isGone = true
  const help = { text: 'Call 911 now.', numbers: [{ label: 'Emergency', value: '911' }] }
  const unheard: ProcedureAnswer = {
    ok: false,
    refusal: {
      code: 'UNAVAILABLE',
      status: 503,
      defined: true,
      message: '',
      data: { requestId: 'r', detail: { isEmergency: true, emergency: help } },
    },
  }
  const call = vi.fn(async (path: readonly string[]): Promise<ProcedureAnswer> => {
    // Not even opened: the chat was never there before the outage.
    if (isGone) return path[1] === 'send' ? unheard : refusal('UNAVAILABLE')
    if (path[1] === 'open') return { ok: true, output: opened }
    return path[1] === 'send' ? accepted : { ok: true, output: { ...nothingNew, messages: [] } }
  })
  const [long, short] = [memory(), memory()]
  const chat = openChat({ call: call as never, upload: stored, long, short, newId: () => 'm1' }, { key: 'k' })
  expect(await chat.send('I cannot breathe')).toBeNull()
  expect(chat.state()).toMatchObject({ isUnheardEmergency: true, emergency: help })
  expect(chat.state().waiting.map(({ text }) => text)).toEqual(['I cannot breathe'])
  isGone = false
  await chat.flush()
  expect(chat.state().waiting).toEqual([])
  expect(chat.state().isUnheardEmergency).toBe(false)
})
