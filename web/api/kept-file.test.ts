import { expect, test } from 'vitest'
import { fileOf, keptFiles } from './kept-file.ts'

test('a kept file comes out as it went in', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, place) => place % 256)
  const { kept } = await keptFiles([new File([bytes], 'knee.jpg', { type: 'image/jpeg' })])
  const file = fileOf(kept[0]!)
  expect([file.name, file.type]).toEqual(['knee.jpg', 'image/jpeg'])
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
})

test('a file that can be read no more is told apart, and keeps no other from being kept', async () => {
  const gone = Object.assign(new File(['x'], 'gone.jpg'), {
    arrayBuffer: () => Promise.reject(new DOMException('moved', 'NotReadableError')),
  })
  const { kept, unreadable } = await keptFiles([gone, new File(['y'], 'here.jpg')])
  expect(kept.map(({ name }) => name)).toEqual(['here.jpg'])
  expect(unreadable).toEqual([gone])
})
