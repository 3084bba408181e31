import { ORPCError } from '@orpc/client'
import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newQueryClient } from './query-client.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const refused = (code: string, detail?: object) =>
  new ORPCError(code, { status: 429, defined: true, data: { requestId: 'r', detail } })

/** What a screen shows of answers that come one after the other. */
function aScreen(...answers: (Error | string)[]) {
  const ask = vi.fn(async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    if (answer instanceof Error) throw answer
    return answer
  })
  const queries = newQueryClient()
  const observer = new QueryObserver(queries, { queryKey: ['it'], queryFn: ask })
  const close = observer.subscribe(() => {})
  return { ask, queries, close, shown: () => observer.getCurrentResult() }
}

test('trust-D57 a screen that was refused for haste asks again when the server said, and not before', async () => {
  const { ask, shown } = aScreen(refused('SLOW_DOWN', { retryAfterSeconds: 30 }), 'here')
  await vi.advanceTimersByTimeAsync(29_900)
  expect(shown()).toMatchObject({ status: 'error', data: undefined })
  expect(ask).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1_200)
  expect(shown()).toMatchObject({ status: 'success', data: 'here' })
})

test('news that was refused at its moment is fetched later, ever less often', async () => {
  const { ask, queries, shown } = aScreen('old', refused('UNAVAILABLE'))
  await vi.advanceTimersByTimeAsync(0)
  void queries.invalidateQueries()
  await vi.advanceTimersByTimeAsync(0)
  expect(shown()).toMatchObject({ status: 'error', data: 'old' })
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  // After 2, 4, 8, 16 and 32 seconds, then each minute.
  expect(ask.mock.calls.length).toBeGreaterThan(10)
  expect(ask.mock.calls.length).toBeLessThan(20)
  ask.mockResolvedValue('new')
  await vi.advanceTimersByTimeAsync(61_000)
  expect(shown()).toMatchObject({ status: 'success', data: 'new' })
})

test('a refusal that stays, a screen that is closed and a lost connection without an answer are left alone', async () => {
  const forbidden = aScreen(refused('NOT_ALLOWED'), 'never')
  const closed = aScreen(refused('SLOW_DOWN', { retryAfterSeconds: 5 }), 'never')
  const away = aScreen(new TypeError('no connection'))
  await vi.advanceTimersByTimeAsync(4_000)
  closed.close()
  const tries = away.ask.mock.calls.length
  await vi.advanceTimersByTimeAsync(120_000)
  expect(forbidden.ask).toHaveBeenCalledTimes(1)
  expect(closed.ask).toHaveBeenCalledTimes(1)
  expect(away.ask.mock.calls.length).toBe(tries)
})
