import { expect, test } from 'vitest'
import { originIsOurs } from './origin.ts'

const OURS = 'https://bedside.example.org'

test('trust-D24 our own page may write; another site, a null origin and a broken one may not', () => {
  expect(originIsOurs({ origin: OURS, cookie: 'x=1' }, OURS)).toBe(true)
  for (const origin of [
    'https://evil.example',
    'null',
    'https://bedside.example.org.evil.example',
    'http://bedside.example.org',
  ]) {
    expect(originIsOurs({ origin, cookie: 'x=1' }, OURS)).toBe(false)
  }
})

test('trust-D24 without an origin a cookie proves nothing; a program without a cookie may call', () => {
  expect(originIsOurs({ cookie: 'x=1' }, OURS)).toBe(false)
  expect(originIsOurs({}, OURS)).toBe(true)
})

test('on loopback the other names of the same address are ours, another port is not', () => {
  const local = 'http://localhost:3000'
  expect(originIsOurs({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, local)).toBe(true)
  expect(originIsOurs({ origin: 'http://127.0.0.1:4000', host: '127.0.0.1:3000' }, local)).toBe(false)
})
