import { expect, test } from 'vitest'
import { DEVICE_KEEPS_MS, memoryStore } from './device-store.ts'

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
