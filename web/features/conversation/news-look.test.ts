import { ORPCError } from '@orpc/client'
import { expect, test, vi } from 'vitest'
import { GATHER_MS, newsLook } from './news-look.ts'

const refused = (code: string, detail?: object) =>
  new ORPCError(code, { status: 503, defined: true, data: { requestId: 'r', detail } })

test('desk-D12 news that was refused at its moment is looked for again when the server says, else ever later; an answer, or the end of the list, ends it', async () => {
  vi.useFakeTimers()
  vi.spyOn(Math, 'random').mockReturnValue(0)
  const looking = newsLook()
  const end = looking.begin()
  const look = vi
    .fn<() => Promise<void>>()
    .mockRejectedValueOnce(refused('SLOW_DOWN', { retryAfterSeconds: 30 }))
    .mockRejectedValueOnce(refused('UNAVAILABLE'))
    .mockResolvedValueOnce()
  looking.soon(look)
  looking.soon(look)
  await vi.advanceTimersByTimeAsync(GATHER_MS)
  expect(look).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(29_999)
  expect(look).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(look).toHaveBeenCalledTimes(2)
  await vi.advanceTimersByTimeAsync(4_000)
  expect(look).toHaveBeenCalledTimes(3)
  await vi.advanceTimersByTimeAsync(600_000)
  expect(look).toHaveBeenCalledTimes(3)

  for (const [code, times] of [
    ['NOT_ALLOWED', 4],
    ['UNAVAILABLE', 5],
  ] as const) {
    look.mockRejectedValueOnce(refused(code))
    looking.soon(look)
    await vi.advanceTimersByTimeAsync(GATHER_MS)
    if (code === 'UNAVAILABLE') end()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(look).toHaveBeenCalledTimes(times)
  }
  vi.restoreAllMocks()
  vi.useRealTimers()
})
