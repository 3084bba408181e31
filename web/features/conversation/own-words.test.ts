import { expect, test } from 'vitest'
import { CONVERSATIONS_MAX, ownWords } from './own-words.ts'

const aReply = (seenSeq: number, mode: 'reply' | 'note' = 'reply') => ({ conversationId: 'c', mode, seenSeq })

test('desk-D14 whoever saw what came before their own reply has seen the reply, and the one after it', () => {
  const own = ownWords()
  own.sent(aReply(5), 6)
  expect(own.seenBy(aReply(5))).toBe(6)
  own.sent(aReply(6), 7)
  expect(own.seenBy(aReply(5))).toBe(7)
  expect(own.seenBy(aReply(9))).toBe(9)
})

test('desk-D14 whoever had not seen what their reply answered is still told; so is whoever wrote a note past it, or elsewhere', () => {
  const own = ownWords()
  own.sent(aReply(5), 6)
  expect(own.seenBy(aReply(4))).toBe(4)
  // Somebody else wrote 7, and it was seen before 8 was sent.
  own.sent(aReply(7), 8)
  expect(own.seenBy(aReply(5))).toBe(5)
  expect(own.seenBy(aReply(7))).toBe(8)
  own.sent(aReply(8, 'note'), 10)
  expect(own.seenBy(aReply(8))).toBe(8)
  expect(own.seenBy({ conversationId: 'd', seenSeq: 5 })).toBe(5)
})

test('the last conversations are remembered, no more', () => {
  const own = ownWords()
  for (let n = 0; n <= CONVERSATIONS_MAX; n++) own.sent({ ...aReply(1), conversationId: `${n}` }, 2)
  expect(own.seenBy({ conversationId: '0', seenSeq: 1 })).toBe(1)
  expect(own.seenBy({ conversationId: '1', seenSeq: 1 })).toBe(2)
})
