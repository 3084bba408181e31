import { ORPCError } from '@orpc/client'
import { expect, test, vi } from 'vitest'
import { memoryStore } from '../../api/memory-store.ts'
import { madeOnce } from '../../api/message-id.ts'
import type { KeptFile } from '../../api/kept-file.ts'
import { QUEUE_MAX, replyQueue as queueOf, type RefusedReply, type SendInput } from './reply-queue.ts'
import { contentOf } from './use-send.ts'

const aReply = (messageId: string): SendInput => ({
  messageId,
  conversationId: 'c',
  mode: 'reply',
  text: messageId,
  seenSeq: 1,
})
type Given = Parameters<typeof queueOf>
const replyQueue = (store: Given[0], send: Given[1], now: Given[2], giveBack: Given[3] = async () => {}) =>
  queueOf(store, send, now, giveBack)
const accepted = { questions: [] as string[] }
const offline = () => Promise.reject(new TypeError('no connection'))

test('desk-D72 what was written offline is sent once, oldest first, when the connection is back', async () => {
  const send = vi.fn<(input: SendInput) => Promise<typeof accepted>>(offline)
  const queue = replyQueue(
    memoryStore(() => 0),
    send,
    () => 0,
  )
  await queue.add(aReply('a'))
  await queue.add(aReply('b'))
  expect(await queue.flush()).toEqual([])
  expect(queue.waiting()).toHaveLength(2)

  send.mockClear()
  send.mockResolvedValue(accepted)
  await Promise.all([queue.flush(), queue.flush()])
  expect(send.mock.calls.map(([input]) => input.messageId)).toEqual(['a', 'b'])
  expect(queue.waiting()).toEqual([])
})

test('desk-D72 a reply that meets a newer message is not sent and comes back with its reason; the rest goes', async () => {
  const send = vi.fn(async (input: SendInput) => {
    if (input.messageId === 'a') throw new ORPCError('CONVERSATION_MOVED', { status: 409, defined: true })
    return accepted
  })
  const queue = replyQueue(
    memoryStore(() => 0),
    send,
    () => 0,
  )
  await queue.add(aReply('a'))
  await queue.add(aReply('b'))
  // On a slow line the next try begins before this one is over; the refusal is told once.
  const [refused, again] = await Promise.all([queue.flush(), queue.flush()])
  expect(refused.map(({ reply, problem }) => [reply.messageId, problem.code])).toEqual([['a', 'CONVERSATION_MOVED']])
  expect(again).toEqual([])
  expect(queue.waiting()).toEqual([])
})

test('desk-D72 files that were chosen offline wait with the reply, and come back with it when it is refused', async () => {
  const send = vi.fn<(input: SendInput, files: readonly KeptFile[]) => Promise<typeof accepted>>(offline)
  const store = memoryStore(() => 0)
  const queue = replyQueue(store, send, () => 0)
  const file = { name: 'form.pdf', type: 'application/pdf', base64: btoa('%PDF') }
  await queue.add(aReply('a'), [file])
  expect(await queue.flush()).toEqual([])
  const reopened = replyQueue(store, send, () => 0)
  await reopened.load()
  send.mockRejectedValue(new ORPCError('TOO_LARGE', { status: 413, defined: true }))
  const [refused] = await reopened.flush()
  expect(send.mock.lastCall?.slice(0, 2)).toEqual([aReply('a'), [file]])
  expect(refused?.reply.files).toEqual([file])
})

test('desk-D72 a refused reply is forgotten here when its words are kept elsewhere, and not before', async () => {
  const store = memoryStore(() => 0)
  const refusing = () => Promise.reject(new ORPCError('CONVERSATION_MOVED', { status: 409, defined: true }))
  const given: { refused: RefusedReply; kept: number }[] = []
  const queue = replyQueue(
    store,
    refusing,
    () => 0,
    async (refused) => given.push({ refused, kept: (await store.all('reply')).length }),
  )
  await queue.add(aReply('a'))
  await queue.flush()
  expect(given).toMatchObject([{ refused: { reply: { text: 'a' }, problem: { code: 'CONVERSATION_MOVED' } }, kept: 1 }])
  expect(await store.all('reply')).toEqual([])
})

test('a file that is with the server is not sent there again when the reply is tried again', async () => {
  const store = memoryStore(() => 0)
  const aFile = (name: string) => ({ name, type: 'image/png', base64: '' })
  const dropped: Given[1] = async (_input, _files, onUploaded) => {
    await onUploaded('first')
    return offline()
  }
  const queue = replyQueue(store, dropped, () => 0)
  await queue.add(aReply('a'), [aFile('1'), aFile('2')])
  await queue.flush()
  const send = vi.fn<Given[1]>(async () => accepted)
  const reopened = replyQueue(store, send, () => 0)
  await reopened.load()
  await reopened.flush()
  expect(send.mock.lastCall?.slice(0, 2)).toEqual([{ ...aReply('a'), attachmentIds: ['first'] }, [aFile('2')]])
})

test('a reply that was taken back is not sent by another page that still has it in its line', async () => {
  const store = memoryStore(() => 0)
  const send = vi.fn(async () => accepted)
  const [one, other] = [replyQueue(store, send, () => 0), replyQueue(store, send, () => 0)]
  await one.add(aReply('a'))
  await other.load()
  await one.takeBack(one.waiting()[0]!, async () => {})
  await other.flush()
  expect(send).not.toHaveBeenCalled()
  expect(other.waiting()).toEqual([])
})

test('a question of the server needs the writer, so the reply is given back', async () => {
  const queue = replyQueue(
    memoryStore(() => 0),
    async () => ({ questions: ['language'] }),
    () => 0,
  )
  await queue.add(aReply('a'))
  expect((await queue.flush())[0]!.problem.detail).toEqual({ questions: ['language'] })
})

test('understanding-D49 a reply that was stopped for what it tells comes back to its writer, and is not tried again', async () => {
  const detail = { found: [{ field: 'text', why: 'other-patient', span: [0, 4] }], openness: null }
  const send = vi.fn(() => Promise.reject(new ORPCError('DISCLOSURE_STOPPED', { status: 409, defined: true, data: { requestId: 'r', detail } }))) // prettier-ignore
  const queue = replyQueue(
    memoryStore(() => 0),
    send,
    () => 0,
  )
  await queue.add(aReply('a'))
  const [refused] = await queue.flush()
  expect(refused).toMatchObject({ reply: { messageId: 'a' }, problem: { code: 'DISCLOSURE_STOPPED', detail } })
  expect(await queue.flush()).toEqual([])
  expect(send).toHaveBeenCalledTimes(1)
})

test('a signed-out or failing server loses nothing', async () => {
  for (const code of ['NOT_SIGNED_IN', 'UNAVAILABLE']) {
    const send = () => Promise.reject(new ORPCError(code, { status: 503, defined: true }))
    const queue = replyQueue(
      memoryStore(() => 0),
      send,
      () => 0,
    )
    await queue.add(aReply('a'))
    expect(await queue.flush()).toEqual([])
    expect(queue.waiting()).toHaveLength(1)
  }
})

test('what waits survives a reload of the page', async () => {
  const store = memoryStore(() => 0)
  await replyQueue(store, offline, () => 0).add(aReply('a'))
  const reopened = replyQueue(
    store,
    async () => accepted,
    () => 0,
  )
  await reopened.load()
  expect(reopened.waiting().map((reply) => reply.messageId)).toEqual(['a'])
})

test('a full queue refuses, so that the text stays with its writer', async () => {
  const queue = replyQueue(
    memoryStore(() => 0),
    offline,
    () => 0,
  )
  for (let count = 0; count < QUEUE_MAX; count++) expect(await queue.add(aReply(String(count)))).toBe(true)
  expect(await queue.add(aReply('more'))).toBe(false)
})

test('a reply that is taken back while another leaves is not sent; the one that is leaving stays', async () => {
  let leave: (answer: typeof accepted) => void = () => undefined
  const send = vi.fn((_input: SendInput) => new Promise<typeof accepted>((resolve) => (leave = resolve)))
  const store = memoryStore(() => 0)
  const queue = replyQueue(store, send, () => 0)
  for (const id of ['a', 'b', 'c']) await queue.add(aReply(id))
  const [a, b] = queue.waiting()
  const flushed = queue.flush()
  const kept: string[] = []
  const takeBack = (reply: typeof a) => queue.takeBack(reply!, async () => kept.push(reply!.messageId))
  expect(queue.isLeaving('a')).toBe(true)
  await takeBack(a)
  await takeBack(b)
  expect(kept).toEqual(['b'])
  leave(accepted)
  await vi.waitFor(() => expect(queue.isLeaving('c')).toBe(true))
  leave(accepted)
  await flushed
  expect(send.mock.calls.map(([input]) => input.messageId)).toEqual(['a', 'c'])
  expect(queue.isLeaving('c')).toBe(false)
  expect(await store.all('reply')).toEqual([])
})

test('a device without room keeps a reply as long as the page', async () => {
  const store = { ...memoryStore(() => 0), put: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) }
  const queue = replyQueue(store, offline, () => 0)
  expect(await queue.add(aReply('a'))).toBe(true)
  expect(queue.waiting()).toHaveLength(1)
})

test('desk-D15 an answer whose try got no answer is another one once it goes elsewhere', () => {
  let ids = 0
  const idOf = madeOnce(() => `m${++ids}`)
  const { messageId: _, ...draft } = { ...aReply('m'), channel: 'email' as const, address: 'a@new.example' }
  const ways = [draft, draft, { ...draft, address: 'b@new.example' }, { ...draft, channel: 'sms' as const }, { ...draft, conversationId: 'd' }] // prettier-ignore
  expect(ways.map((way) => idOf(contentOf(way, 0)))).toEqual(['m1', 'm1', 'm2', 'm3', 'm4'])
})
