import { ORPCError } from '@orpc/client'
import { expect, test, vi } from 'vitest'
import { memoryStore } from '../../api/device-store.ts'
import { fileOf, keptFile, messageOutbox, OUTBOX_MAX, type OutgoingMessage } from './outbox.ts'

const aMessage = (messageId: string, personId = 'me'): OutgoingMessage => ({
  messageId,
  personId,
  conversationId: 'c',
  text: messageId,
  attachments: [],
  files: [],
  writtenAt: 0,
})
const accepted = async () => ({ conversationId: 'c', emergency: null })
const offline = () => Promise.reject(new TypeError('no connection'))
const refused = (code: string) => () => Promise.reject(new ORPCError(code, { status: 409, defined: true }))

test('desk-D72 what was written offline is sent once, oldest first, when the connection is back', async () => {
  const deliver = vi.fn<typeof accepted>(offline)
  const outbox = messageOutbox(
    memoryStore(() => 0),
    deliver,
  )
  expect(await outbox.submit(aMessage('a'))).toEqual({ kind: 'waiting' })
  expect(await outbox.submit(aMessage('b'))).toEqual({ kind: 'waiting' })
  expect(outbox.waiting()).toHaveLength(2)

  deliver.mockClear()
  deliver.mockImplementation(accepted)
  const [first, second] = await Promise.all([outbox.flush(), outbox.flush()])
  expect(first).toBe(second)
  expect((deliver.mock.calls as unknown as [OutgoingMessage][]).map(([message]) => message.messageId)).toEqual([
    'a',
    'b',
  ])
  expect(outbox.waiting()).toEqual([])
})

test('a message written while another is on its way leaves with the same round', async () => {
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  const deliver = vi.fn(async () => {
    await gate
    return accepted()
  })
  const outbox = messageOutbox(
    memoryStore(() => 0),
    deliver,
  )
  const one = outbox.submit(aMessage('a'))
  const two = outbox.submit(aMessage('b'))
  letGo()
  expect((await one).kind).toBe('sent')
  expect((await two).kind).toBe('sent')
  expect(deliver).toHaveBeenCalledTimes(2)
})

test('desk-D72 a refused message comes back with its reason, and the rest goes on', async () => {
  const deliver = vi.fn((message: OutgoingMessage) =>
    message.messageId === 'a' ? refused('FILE_REFUSED')() : accepted(),
  )
  const outbox = messageOutbox(
    memoryStore(() => 0),
    deliver,
  )
  const a = await outbox.submit(aMessage('a'))
  expect(a).toMatchObject({ kind: 'refused', problem: { code: 'FILE_REFUSED' } })
  expect((await outbox.submit(aMessage('b'))).kind).toBe('sent')
  expect(outbox.waiting()).toEqual([])
})

test('desk-D65 a server that is busy, away or wants a sign-in loses nothing', async () => {
  for (const code of ['SLOW_DOWN', 'UNAVAILABLE', 'NOT_SIGNED_IN', 'INTERNAL']) {
    const outbox = messageOutbox(
      memoryStore(() => 0),
      refused(code),
    )
    expect(await outbox.submit(aMessage('a'))).toEqual({ kind: 'waiting' })
    expect(outbox.waiting()).toHaveLength(1)
  }
})

test('what waits survives a reload, and is never sent for another person', async () => {
  const store = memoryStore(() => 0)
  await messageOutbox(store, offline).submit(aMessage('mine'))
  await messageOutbox(store, offline).submit(aMessage('theirs', 'somebody else'))
  const reopened = messageOutbox(store, accepted)
  await reopened.load('me')
  expect(reopened.waiting().map((message) => message.messageId)).toEqual(['mine'])
  expect(await store.all('my-message')).toHaveLength(1)
})

test('a full outbox says so, and the text stays with its writer', async () => {
  const outbox = messageOutbox(
    memoryStore(() => 0),
    offline,
  )
  for (let count = 0; count < OUTBOX_MAX; count++) await outbox.submit(aMessage(String(count)))
  expect(await outbox.submit(aMessage('more'))).toEqual({ kind: 'full' })
})

test('a kept file comes out as it went in', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, place) => place % 256)
  const file = fileOf(await keptFile(new File([bytes], 'knee.jpg', { type: 'image/jpeg' })))
  expect([file.name, file.type]).toEqual(['knee.jpg', 'image/jpeg'])
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
})

test('trust-D64 what sounded like an emergency to a server that could not store it is known until it was sent', async () => {
  const unheard = new ORPCError('UNAVAILABLE', { status: 503, defined: true, data: { detail: { isEmergency: true } } })
  const deliver = vi.fn<typeof accepted>(() => Promise.reject(unheard))
  const outbox = messageOutbox(
    memoryStore(() => 0),
    deliver,
  )
  let told = 0
  outbox.subscribe(() => (told += outbox.hasEmergency() ? 1 : 0))
  expect(await outbox.submit(aMessage('a'))).toEqual({ kind: 'waiting' })
  expect(outbox.hasEmergency()).toBe(true)
  expect(told).toBeGreaterThan(0)
  deliver.mockImplementation(accepted)
  await outbox.flush()
  expect(outbox.hasEmergency()).toBe(false)
})
