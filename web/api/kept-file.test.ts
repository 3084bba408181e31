import { expect, test } from 'vitest'
import { fileOf, keptFile } from './kept-file.ts'

test('a kept file comes out as it went in', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, place) => place % 256)
  const file = fileOf(await keptFile(new File([bytes], 'knee.jpg', { type: 'image/jpeg' })))
  expect([file.name, file.type]).toEqual(['knee.jpg', 'image/jpeg'])
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes)
})
