import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createIntl } from 'react-intl'
import { expect, test } from 'vitest'
import type { Condition, Definition } from '#engines/rules/rule.ts'
import { describeOutcome, describeRule } from './rule-words.ts'

const words = (part: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries<{ defaultMessage: string }>(
      JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'i18n', 'en', `${part}.json`), 'utf8')),
    ).map(([id, { defaultMessage }]) => [id, defaultMessage]),
  )
const intl = createIntl({
  locale: 'en',
  messages: { ...words('desk'), ...words('condition'), ...words('rules') } as never,
})
const choices = {
  queues: [{ id: 'q', name: 'Billing' }],
  retiredQueues: [],
  sites: [],
  staff: [],
  webhooks: [],
  macros: [{ id: 'm', name: 'Refill sent', version: 2, versions: [1, 2] }],
  retiredMacros: [],
}
const is = (field: Condition['field'], ...values: string[]): Condition => ({ field, when: 'now', operator: 'is', values }) // prettier-ignore
const aRule = (over: Partial<Definition>): Definition => ({
  name: 'x',
  trigger: { kind: 'message-arrived' },
  when: { match: 'all', of: [] },
  actions: [{ kind: 'tag', tags: ['a'] }],
  includesAutomatic: false,
  perHour: 1,
  ...over,
})

test.each<[Partial<Definition>, string]>([
  [{}, 'When a message arrives, then tag it “a”.'],
  [
    { when: { match: 'all', of: [is('channel', 'sms'), is('language', 'es')] }, actions: [{ kind: 'queue', queueId: 'q' }] },
    'When a message arrives and its channel is Text message and its language is Spanish, then move it to Billing.',
  ],
  [{ actions: [{ kind: 'macro', macroId: 'm', macroVersion: 1 }] }, 'When a message arrives, then apply the macro “Refill sent”.'],
  [
    { trigger: { kind: 'time-since', hours: 1 }, when: { match: 'all', of: [is('open-hours', 'no'), { match: 'any', of: [is('tag', 'a'), is('queue', 'gone')] }] } },
    'When nothing was said for 1 hour and the site is closed and (its tag is “a” or its queue is something that is gone), then tag it “a”.',
  ],
  [
    { when: { match: 'none', of: [{ ...is('state', 'resolved'), when: 'before' }, { ...is('text', 'bill'), operator: 'contains-not' }] } },
    'When a message arrives and none of this holds: its state was Resolved before or the message does not contain “bill”, then tag it “a”.',
  ],
])('desk-D68 a rule in words: %#', (over, expected) => expect(describeRule(intl, aRule(over), choices)).toBe(expected)) // prettier-ignore

test('desk-D69 what became of an action, and why', () => {
  const refused = { kind: 'reply', outcome: 'refused', reason: 'QUIET_HOURS', language: 'es' } as const
  expect(describeOutcome(intl, refused)).toBe('Send a text to the person (Spanish): refused, until morning')
})
