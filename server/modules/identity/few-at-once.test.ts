import { expect, test } from 'vitest'
import { fewAtOnce, TooManyWaiting } from './few-at-once.ts'

test('trust-D22 of 300 at once two run, forty wait in their order, and the rest are refused before any work', async () => {
  const run = fewAtOnce({ running: 2, waiting: 40 })
  let now = 0
  let most = 0
  const order: number[] = []
  const work = (n: number) => async () => {
    most = Math.max(most, ++now)
    order.push(n)
    await new Promise((resolve) => setImmediate(resolve))
    now--
    return n
  }
  const settled = await Promise.allSettled(Array.from({ length: 300 }, (_, n) => run(work(n))))
  expect(most).toBe(2)
  expect(order).toEqual(Array.from({ length: 42 }, (_, n) => n))
  const refused = settled.filter((one) => one.status === 'rejected')
  expect(refused).toHaveLength(258)
  expect(refused.every(({ reason }) => reason instanceof TooManyWaiting)).toBe(true)
})

test('trust-D22 a work that fails gives its place back', async () => {
  const run = fewAtOnce({ running: 1, waiting: 1 })
  const fails = () => Promise.reject(new Error('no'))
  const both = await Promise.allSettled([run(fails), run(fails)])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await run(async () => 'next')).toBe('next')
})
