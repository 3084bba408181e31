import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readIdentityToken } from './identity-token.ts'

const now = new Date('2026-03-02T12:00:00Z')
const nowS = now.getTime() / 1000
const door = { secret: 'of this widget only', widgetKey: 'k', now }
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function aToken(claims: object = {}, { secret = door.secret, header = { alg: 'HS256', typ: 'JWT' } as object } = {}) {
  const signed = `${part(header)}.${part({ email: 'ana@example.org', exp: nowS + 600, aud: 'k', ...claims })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

test('desk-D65 a token signed by the host names its visitor, by e-mail or by number', () => {
  expect(readIdentityToken(aToken(), door)).toBe('ana@example.org')
  expect(readIdentityToken(aToken({ email: undefined, phone_number: '+1 415 555 0100' }), door)).toBe('+1 415 555 0100')
})

test.each([
  ['is over', aToken({ exp: nowS - 61 })],
  ['never ends', aToken({ exp: undefined })],
  ['lasts longer than a day', aToken({ exp: nowS + 25 * 3_600 })],
  ['is for another widget', aToken({ aud: 'other' })],
  ['is signed by another', aToken({}, { secret: 'guessed' })],
  ['says it needs no signature', aToken({}, { header: { alg: 'none' } })],
  ['has no signature', `${part({ alg: 'none' })}.${part({ email: 'ana@example.org', exp: nowS + 600, aud: 'k' })}.`],
  ['names nobody', aToken({ email: undefined })],
  ['is not a token', 'hello'],
  ['is too long', aToken({ note: 'x'.repeat(2_000) })],
])('desk-D65 a token that %s is refused', (_, token) => {
  expect(readIdentityToken(token, door)).toBeUndefined()
})

test('a token changed in any one place is refused', () => {
  const token = aToken()
  fc.assert(
    fc.property(fc.nat(token.length - 2), fc.constantFrom(...'AbC9-_.'), (place, letter) => {
      const changed = `${token.slice(0, place)}${letter}${token.slice(place + 1)}`
      if (changed !== token) expect(readIdentityToken(changed, door)).toBeUndefined()
    }),
  )
})
