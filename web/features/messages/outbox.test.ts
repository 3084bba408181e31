import { ORPCError } from '@orpc/client'
import { expect, test, vi } from 'vitest'
import { memoryStore } from '../../api/memory-store.ts'
import { messageOutbox, OUTBOX_MAX, unlisted, type OutgoingMessage } from './outbox.ts'

const aMessage = (messageId: string, personId = 'me'): OutgoingMessage => ({
  messageId,
  personId,
  conversationId: 'c',
  text: messageId,
  attachments: [],
  files: [],
  writtenAt: 0,
})
async function submit(outbox: ReturnType<typeof messageOutbox>, message: OutgoingMessage) {
  expect(await outbox.add(message)).toBe(true)
  return outbox.sendNow(message.messageId)
}

const accepted = async () => ({ conversationId: 'c', seq: 7, emergency: null })
const offline = () => Promise.reject(new TypeError('no connection'))
const refused = (code: string) => () => Promise.reject(new ORPCError(code, { status: 409, defined: true }))

test('desk-D72 what was written offline is sent once, oldest first, when the connection is back', async () => {
  const deliver = vi.fn<typeof accepted>(offline)
  const outbox = messageOutbox(
    memoryStore(() => 0),
    deliver,
  )
  expect(await submit(outbox, aMessage('a'))).toEqual({ kind: 'waiting' })
  expect(await submit(outbox, aMessage('b'))).toEqual({ kind: 'waiting' })
  expect(outbox.waiting()).toHaveLength(2)

  deliver.mockClear()
  deliver.mockImplementation(accepted)
  const [first, second] = await Promise.all([outbox.flush(), outbox.flush()])
  expect(first).toEqual(second)
  expect((deliver.mock.calls as unknown as [OutgoingMessage][]).map(([message]) => message.messageId)).toEqual([
    'a',
    'b',
  ])
  expect(outbox.waiting()).toEqual([])
})

test('a message written while the device is still being read is sent, and once', async () => {
  const store = memoryStore(() => 0)
  await store.put('my-message', 'before', aMessage('before'))
  const deliver = vi.fn<typeof accepted>(accepted)
  let read = () => {}
  const isRead = new Promise<void>((resolve) => (read = resolve))
  const slow = {
    ...store,
    async all<T>(kind: string) {
      const found = await store.all<T>(kind)
      await isRead
      return found
    },
  }
  const outbox = messageOutbox(slow, deliver)
  const loading = outbox.load('me')
  await outbox.add(aMessage('a'))
  read()
  await loading
  expect(outbox.waiting().map(({ messageId }) => messageId)).toEqual(['before', 'a'])
  expect(await outbox.sendNow('a')).toMatchObject({ kind: 'sent' })
  expect(deliver).toHaveBeenCalledTimes(2)
})

test('what stands in the conversation waits no more, though the answer to its sending was lost', async () => {
  const store = memoryStore(() => 0)
  const outbox = messageOutbox(store, vi.fn<typeof accepted>(offline))
  await submit(outbox, aMessage('a'))
  await submit(outbox, aMessage('b'))
  await outbox.arrived(['other', 'a'])
  expect(outbox.waiting().map(({ messageId }) => messageId)).toEqual(['b'])
  expect((await store.all('my-message')).map(({ id }) => id)).toEqual(['b'])
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
  const one = submit(outbox, aMessage('a'))
  const two = submit(outbox, aMessage('b'))
  letGo()
  expect((await one).kind).toBe('sent')
  expect((await two).kind).toBe('sent')
  expect(deliver).toHaveBeenCalledTimes(2)
})

const aPhoto = (name: string) => ({ name, type: 'image/jpeg', base64: '' })
const attachment = (id: string) => ({ id }) as OutgoingMessage['attachments'][number]

test('desk-D72 a photo that does not get through holds back no words that were written after it', async () => {
  const stuck = new Promise<never>(() => {})
  const deliver = vi.fn((message: OutgoingMessage) => (message.files.length > 0 ? stuck : accepted()))
  const outbox = messageOutbox(
    memoryStore(() => 0),
    deliver,
  )
  await outbox.add({ ...aMessage('photo'), files: [aPhoto('1')] })
  void outbox.flush()
  expect((await submit(outbox, aMessage('my chest hurts'))).kind).toBe('sent')
  expect(outbox.waiting().map(({ messageId }) => messageId)).toEqual(['photo'])
})

test('desk-D72 words that could not leave are tried again while a photo is on its way, and each end is told once', async () => {
  let tries = 0
  const stuck = Promise.withResolvers<Awaited<ReturnType<typeof accepted>>>()
  const outbox = messageOutbox(
    memoryStore(() => 0),
    (message: OutgoingMessage) => {
      if (message.files.length > 0) return stuck.promise
      return tries++ === 0 ? refused('UNAVAILABLE')() : accepted()
    },
  )
  const told: string[] = []
  const tell = (outcomes: { message: OutgoingMessage }[]) =>
    void told.push(...outcomes.map(({ message }) => message.messageId))
  await outbox.add({ ...aMessage('photo'), files: [aPhoto('1')] })
  const first = outbox.flush(tell)
  expect((await submit(outbox, aMessage('my chest hurts'))).kind).toBe('waiting')
  const second = outbox.flush(tell)
  await vi.waitFor(() => expect(told).toEqual(['my chest hurts']))
  stuck.resolve(await accepted())
  await Promise.all([first, second])
  expect(told).toEqual(['my chest hurts', 'photo'])
})

test('desk-D72 a file that is with the server is not sent there again, and the message leaves once', async () => {
  const store = memoryStore(() => 0)
  let tries = 0
  const outbox = messageOutbox(store, async (message, onUploaded) => {
    tries++
    for (const { name } of message.files) {
      if (tries === 1 && name === '2') return refused('SLOW_DOWN')()
      await onUploaded(attachment(name))
      // Another round in the moment between the last file and the message.
      void outbox.flush()
    }
    return accepted()
  })
  await outbox.add({ ...aMessage('a'), files: [aPhoto('1'), aPhoto('2')] })
  expect(await outbox.sendNow('a')).toEqual({ kind: 'waiting' })
  const [kept] = await store.all<OutgoingMessage>('my-message')
  expect(kept?.value).toMatchObject({ attachments: [{ id: '1' }], files: [{ name: '2' }] })
  expect(await outbox.sendNow('a')).toMatchObject({
    kind: 'sent',
    message: { attachments: [{ id: '1' }, { id: '2' }], files: [] },
  })
  await outbox.flush()
  expect(tries).toBe(2)
})

test('a message that was dropped is not sent by another page that still has it, unless it is sent after all', async () => {
  const store = memoryStore(() => 0)
  const deliver = vi.fn<typeof accepted>(accepted)
  const [one, other] = [messageOutbox(store, offline), messageOutbox(store, deliver)]
  await one.add(aMessage('a'))
  await other.load('me')
  await one.remove('a')
  expect(await other.flush()).toEqual([])
  expect(other.waiting()).toEqual([])
  expect(deliver).not.toHaveBeenCalled()
  await other.add(aMessage('a'))
  expect((await other.sendNow('a')).kind).toBe('sent')
})

test('desk-D72 a refused message comes back with its reason, and the rest goes on', async () => {
  const deliver = vi.fn((message: OutgoingMessage) =>
    message.messageId === 'a' ? refused('FILE_REFUSED')() : accepted(),
  )
  const outbox = messageOutbox(
    memoryStore(() => 0),
    deliver,
  )
  const a = await submit(outbox, aMessage('a'))
  expect(a).toMatchObject({ kind: 'refused', problem: { code: 'FILE_REFUSED' } })
  expect((await submit(outbox, aMessage('b'))).kind).toBe('sent')
  expect(outbox.waiting()).toEqual([])
})

test('desk-D65 a server that is busy, away or wants a sign-in loses nothing', async () => {
  for (const code of ['SLOW_DOWN', 'UNAVAILABLE', 'NOT_SIGNED_IN', 'INTERNAL']) {
    const outbox = messageOutbox(
      memoryStore(() => 0),
      refused(code),
    )
    expect(await submit(outbox, aMessage('a'))).toEqual({ kind: 'waiting' })
    expect(outbox.waiting()).toHaveLength(1)
  }
})

test('what waits survives a reload, and is never sent for another person', async () => {
  const store = memoryStore(() => 0)
  await submit(messageOutbox(store, offline), aMessage('mine'))
  await submit(messageOutbox(store, offline), aMessage('theirs', 'somebody else'))
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
  for (let count = 0; count < OUTBOX_MAX; count++) await outbox.add(aMessage(String(count)))
  expect(await outbox.add(aMessage('more'))).toBe(false)
})

test('trust-D64 what sounded like an emergency to a server that could not store it is known until it was sent', async () => {
  const unheard = new ORPCError('UNAVAILABLE', {
    status: 503,
    defined: true,
    data: { detail: { isEmergency: true, emergency: { text: 'Call 911 now.', numbers: [] } } },
  })
  const deliver = vi.fn<typeof accepted>(() => Promise.reject(unheard))
  const outbox = messageOutbox(
    memoryStore(() => 0),
    deliver,
  )
  let told = 0
  outbox.subscribe(() => (told += outbox.emergency() ? 1 : 0))
  expect(await submit(outbox, aMessage('a'))).toEqual({ kind: 'waiting' })
  expect(outbox.emergency()).toEqual({ text: 'Call 911 now.' })
  // The same at each look, or the screen would be drawn for ever.
  expect(outbox.emergency()).toBe(outbox.emergency())
  expect(told).toBeGreaterThan(0)
  deliver.mockImplementation(accepted)
  await outbox.flush()
  expect(outbox.emergency()).toBeUndefined()
})

test('a line is seen all the time from its writing to the list of its conversation, and never twice', async () => {
  const store = memoryStore(() => 0)
  const outbox = messageOutbox(store, accepted)
  const listed: { id: string; seq: number }[] = [{ id: 'before', seq: 6 }]
  const seen = () => [
    ...listed.map(({ id }) => id),
    ...unlisted([...outbox.sent(), ...outbox.waiting()], 'c', listed).map(({ messageId }) => messageId),
  ]
  const looks: string[][] = []
  outbox.subscribe(() => looks.push(seen()))
  await outbox.add(aMessage('a'))
  expect(await outbox.sendNow('a')).toMatchObject({ kind: 'sent' })
  // Sent, and the list does not know it yet: nothing waits on the device, and the writer still sees the words.
  expect([outbox.waiting(), await store.all('my-message')]).toEqual([[], []])
  looks.push(seen())
  listed.push({ id: 'a', seq: 7 })
  looks.push(seen())
  expect(looks.length).toBeGreaterThan(4)
  for (const look of looks) expect(look).toEqual(['before', 'a'])
})

test('what was sent stands below no list that went past it, in no other conversation, and not for the next person', async () => {
  const outbox = messageOutbox(
    memoryStore(() => 0),
    // The conversation was merged meanwhile: it stands where the server put it.
    async () => ({ conversationId: 'other', seq: 3, emergency: null }),
  )
  await submit(outbox, aMessage('a'))
  const at = (conversationId: string, seq: number) =>
    unlisted(outbox.sent(), conversationId, [{ id: 'b', seq }]).map(({ messageId }) => messageId)
  expect([at('other', 2), at('other', 3), at('other', 90), at('c', 2)]).toEqual([['a'], [], [], []])
  for (let count = 0; count < OUTBOX_MAX + 5; count++) await submit(outbox, aMessage(String(count)))
  expect(outbox.sent()).toHaveLength(OUTBOX_MAX)
  outbox.clear()
  expect(outbox.sent()).toEqual([])
})
