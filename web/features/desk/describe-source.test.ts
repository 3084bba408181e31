import { expect, test } from 'vitest'
import { describeSource } from './describe-source.ts'

const intl = { formatMessage: ({ id }: { id?: string }) => `<${id}>` } as Parameters<typeof describeSource>[0]

test.each([
  ['sms:+16175550110', '<desk.channel.sms> · +1 (617) 555-0110'],
  ['voice:+16175550110', '<desk.channel.voice> · +1 (617) 555-0110'],
  ['email:care@clinic.example', '<desk.channel.email> · care@clinic.example'],
  ['portal', '<desk.channel.portal-chat>'],
  ['care@clinic.example', 'care@clinic.example'],
  ['constructor:x', 'constructor:x'],
])('desk-D58 where it came from is told in words: %s', (source, words) => {
  expect(describeSource(intl, source)).toBe(words)
})
