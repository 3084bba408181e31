import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHeaders } from './header-reader.ts'
import { decideThread, keyOfReference, referencesOf, referencesToSend } from './threading.ts'
import {
  makeToken,
  messageIdOf,
  readToken,
  replyAddress,
  TOKEN_CHARACTERS,
  tokenIsOurs,
  tokenOfAddress,
} from './token.ts'

const key = Buffer.alloc(32, 7)
const binding = { organizationId: 'o1', conversationId: 'c1', partyId: 'p1' }
const now = new Date('2026-03-03T12:00:00Z')
const token = makeToken(Buffer.alloc(10, 3), key, binding)

test('desk-D48 a token opens only its organization, conversation and party, in any letter case', () => {
  const read = readToken(token.toUpperCase())!
  expect(tokenIsOurs(read, [{ secret: key }], binding, now)).toBe(true)
  for (const other of [
    { ...binding, organizationId: 'o2' },
    { ...binding, conversationId: 'c2' },
    { ...binding, partyId: 'p2' },
  ])
    expect(tokenIsOurs(read, [{ secret: key }], other, now)).toBe(false)
  expect(tokenIsOurs(read, [{ secret: Buffer.alloc(32, 8) }], binding, now)).toBe(false)
  expect(replyAddress(token, 'x').indexOf('@')).toBeLessThanOrEqual(64)
})
test('desk-D48 a replaced key verifies 400 days', () => {
  const read = readToken(token)!
  const replaced = (days: number) => [{ secret: key, replacedAt: new Date(now.getTime() - days * 86_400_000) }]
  expect(tokenIsOurs(read, replaced(400), binding, now)).toBe(true)
  expect(tokenIsOurs(read, replaced(401), binding, now)).toBe(false)
})
test('desk-D48 only the exact form is read', () => {
  for (const text of [
    '',
    `x${token}`,
    `${token}x`,
    ` ${token}`,
    token.slice(1),
    token.replace(/.$/, '1'),
    '='.repeat(TOKEN_CHARACTERS),
  ])
    expect(readToken(text)).toBeUndefined()
  expect(tokenOfAddress(`r+${token}@clinic.org`, ['clinic.org'])).toBe(token)
  for (const address of [
    `r+${token}@other.org`,
    `r+${token}x@clinic.org`,
    `x+r+${token}@clinic.org`,
    `r-${token}@clinic.org`,
    `r+@clinic.org`,
    `${token}@clinic.org`,
  ])
    expect(tokenOfAddress(address, ['clinic.org'])).toBeUndefined()
})
test('trust-D54 no changed token verifies', () => {
  fc.assert(
    fc.property(
      fc.nat(TOKEN_CHARACTERS - 1),
      fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'),
      (at, character) => {
        fc.pre(token[at] !== character)
        const read = readToken(token.slice(0, at) + character + token.slice(at + 1))
        expect(read === undefined || !tokenIsOurs(read, [{ secret: key }], binding, now)).toBe(true)
      },
    ),
  )
})

const fieldsOf = (...lines: string[]) => readHeaders(Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)).fields
const known = (isVerified: boolean, liveParties = ['jane@x.org']) => ({ conversationId: 'c1', isVerified, liveParties })
const jane = { address: 'Jane@X.org', usable: true }

test('desk-D49 references count in order: address, In-Reply-To, References newest first', () => {
  const fields = fieldsOf('References: <1@x> <2@x>', 'In-Reply-To: <3@x>', `To: r+${token}@clinic.org`)
  expect(referencesOf(fields, ['clinic.org']).map(keyOfReference)).toEqual([
    `token:${token}`,
    'id:<3@x>',
    'id:<2@x>',
    'id:<1@x>',
  ])
})
test('trust-D54 a right token joins only with a party as sender', () => {
  const references = referencesOf(fieldsOf(`To: r+${token}@clinic.org`, 'Subject: [#12345] ticket'), ['clinic.org'])
  const at = (isVerified: boolean) => new Map([[`token:${token}`, known(isVerified)]])
  expect(decideThread(references, at(true), jane)).toEqual({ decision: 'join', conversationId: 'c1', reason: 'token' })
  expect(decideThread(references, at(true), { address: 'eve@x.org', usable: true })).toEqual({
    decision: 'new',
    hintConversationId: 'c1',
    reason: 'sender_is_not_a_party',
  })
  expect(decideThread(references, at(true), { ...jane, usable: false })).toMatchObject({
    decision: 'new',
    reason: 'sender_not_usable',
  })
  expect(decideThread(references, at(false), jane)).toEqual({ decision: 'new', reason: 'token_not_ours' })
})
test('desk-D49 a foreign Message-ID joins only with a party, and the subject never joins', () => {
  const references = referencesOf(fieldsOf('In-Reply-To: <9@x>'), ['clinic.org'])
  expect(decideThread(references, new Map([['id:<9@x>', known(false)]]), jane)).toMatchObject({
    decision: 'join',
    reason: 'known_message_id',
  })
  expect(decideThread(references, new Map([['id:<9@x>', known(false, [])]]), jane)).toMatchObject({ decision: 'new' })
  expect(decideThread(referencesOf(fieldsOf('Subject: Re: [#12345]'), ['clinic.org']), new Map(), jane)).toEqual({
    decision: 'new',
    reason: 'no_reference',
  })
})
test('desk-D49 what we send: at most 20 ids, folded, never a line break inside', () => {
  const ids = Array.from({ length: 40 }, (_, index) => messageIdOf(`${index}`.padStart(60, 'a'), 'clinic.org'))
  const lines = referencesToSend([...ids, '<evil@x>\r\nBcc: y']).split('\r\n ')
  expect(lines.join(' ').split(' ')).toEqual(ids.slice(-20))
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(990)
})
