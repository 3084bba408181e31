import { expect, test } from 'vitest'
import type { Message } from '../../api/types.ts'
import { timelineOf, type TimelineEvent } from './timeline.ts'

const dayOf = (at: string) => at.slice(0, 10)

const aMessage = (seq: number, at: string, over: Partial<Message> = {}): Message =>
  ({
    id: `m${seq}`,
    seq,
    at,
    direction: 'in',
    channel: 'email',
    author: { kind: 'patient', id: 'p', name: 'Ana' },
    ...over,
  }) as Message

const anEvent = (id: string, at: string): TimelineEvent => ({
  id,
  event: 'conversation.assigned',
  at,
  actorName: null,
  ruleName: null,
  told: [],
  detail: null,
})

const keys = (items: ReturnType<typeof timelineOf>) =>
  items.filter((item) => item.kind !== 'day').map((item) => item.key)

test('order is by seq, whatever the clock of a sender said', () => {
  const messages = [aMessage(2, '2026-03-01T10:00:00Z'), aMessage(1, '2026-03-01T11:00:00Z')]
  expect(keys(timelineOf(messages, [], dayOf))).toEqual(['m1', 'm2'])
})

test('an event stands before the first message after it; one after all stands last', () => {
  const messages = [aMessage(1, '2026-03-01T10:00:00Z'), aMessage(2, '2026-03-01T12:00:00Z')]
  const events = [anEvent('late', '2026-03-01T13:00:00Z'), anEvent('between', '2026-03-01T11:00:00Z')]
  expect(keys(timelineOf(messages, events, dayOf))).toEqual(['m1', 'between', 'm2', 'late'])
})

test('a page fetched twice shows nothing twice', () => {
  const message = aMessage(1, '2026-03-01T10:00:00Z')
  const event = anEvent('e', '2026-03-01T11:00:00Z')
  expect(keys(timelineOf([message, message], [event, event], dayOf))).toEqual(['m1', 'e'])
})

test('each day is named once', () => {
  const messages = [
    aMessage(1, '2026-03-01T10:00:00Z'),
    aMessage(2, '2026-03-01T12:00:00Z'),
    aMessage(3, '2026-03-02T12:00:00Z'),
  ]
  expect(timelineOf(messages, [], dayOf).filter((item) => item.kind === 'day')).toHaveLength(2)
})

test('messages of one author close together are continued; another channel or an event between breaks that', () => {
  const continued = (messages: Message[], events: TimelineEvent[] = []) =>
    timelineOf(messages, events, dayOf).flatMap((item) => (item.kind === 'message' ? [item.isContinued] : []))
  const first = aMessage(1, '2026-03-01T10:00:00Z')
  expect(continued([first, aMessage(2, '2026-03-01T10:01:00Z')])).toEqual([false, true])
  expect(continued([first, aMessage(2, '2026-03-01T10:06:00Z')])).toEqual([false, false])
  expect(continued([first, aMessage(2, '2026-03-01T10:01:00Z', { channel: 'widget' })])).toEqual([false, false])
  expect(continued([first, aMessage(2, '2026-03-01T10:02:00Z')], [anEvent('e', '2026-03-01T10:01:00Z')])).toEqual([
    false,
    false,
  ])
})

test('desk-D22 of messages that left together one line stays, and words of another origin have a head of their own', () => {
  const movedTo = { id: 'other', number: '0123456789' }
  const left = { direction: 'event', movedTo } as const
  const messages = [
    aMessage(1, '2026-03-01T10:00:00Z'),
    aMessage(2, '2026-03-01T10:01:00Z', left),
    aMessage(3, '2026-03-01T10:02:00Z', left),
    aMessage(4, '2026-03-01T10:03:00Z'),
    aMessage(5, '2026-03-01T10:04:00Z', { origin: { id: 'first', number: '1123456789' } }),
  ]
  const items = timelineOf(messages, [], dayOf)
  expect(keys(items)).toEqual(['m1', 'm2', 'm4', 'm5'])
  expect(items.at(-1)).toMatchObject({ isContinued: false })
})
