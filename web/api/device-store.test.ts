import { expect, test } from 'vitest'
import { openDeviceStore } from './device-store.ts'
import { DEVICE_KEEPS_MS, memoryStore } from './memory-store.ts'

test('desk-D72 what was kept comes back, by kind and oldest first', async () => {
  let now = 1_000
  const store = memoryStore(() => now++)
  await store.put('reply', 'b', { text: 'second?' })
  await store.put('reply', 'a', { text: 'first?' })
  await store.put('draft', 'a', { text: 'other' })
  expect((await store.all<{ text: string }>('reply')).map((item) => item.value.text)).toEqual(['second?', 'first?'])
  expect((await store.get<{ text: string }>('draft', 'a'))?.value.text).toBe('other')
})

test('desk-D72 nothing is kept longer than seven days, nor after a wipe', async () => {
  let now = 0
  const store = memoryStore(() => now)
  await store.put('reply', 'a', 1)
  now = DEVICE_KEEPS_MS - 1
  expect(await store.all('reply')).toHaveLength(1)
  now = DEVICE_KEEPS_MS
  expect(await store.all('reply')).toEqual([])
  await store.put('reply', 'b', 1)
  await store.wipe()
  expect(await store.get('reply', 'b')).toBeUndefined()
})

test('the newest two hundred stay', async () => {
  const store = memoryStore(() => 0)
  for (let item = 0; item < 205; item++) await store.put('draft', String(item), item)
  const kept = await store.all<number>('draft')
  expect(kept).toHaveLength(200)
  expect(kept[0]!.value).toBe(5)
})

test('desk-D72 what is done later is never overtaken by what was begun before', async () => {
  const kept = memoryStore(() => 0)
  const turns: (() => void)[] = []
  const store = openDeviceStore(
    () => 0,
    async () => ({
      ...kept,
      // Sealing takes as long as the test wants it to.
      async put(kind, id, value) {
        await new Promise<void>((resolve) => turns.push(resolve))
        await kept.put(kind, id, value)
      },
    }),
  )
  const sent = store.put('draft', 'a', 'sent words')
  const removed = store.remove('draft', 'a')
  const begun = store.put('draft', 'a', 'new words')
  const read = store.get<string>('draft', 'a')
  await expect.poll(() => turns.length).toBe(1)
  turns[0]?.()
  await Promise.all([sent, removed])
  expect(await kept.get('draft', 'a')).toBeUndefined()
  await expect.poll(() => turns.length).toBe(2)
  turns[1]?.()
  await begun
  expect((await read)?.value).toBe('new words')
})

test('a step that fails does not stop the next', async () => {
  const kept = memoryStore(() => 0)
  const full = async () => ({ ...kept, put: () => Promise.reject(new Error('no room')) })
  const store = openDeviceStore(() => 0, full)
  await expect(store.put('draft', 'a', 'x')).rejects.toThrow('no room')
  expect(await store.get('draft', 'a')).toBeUndefined()
})
