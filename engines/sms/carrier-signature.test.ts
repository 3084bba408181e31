import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carrierSignature, isCarrierSignature, type FormField } from './carrier-signature.ts'

const SECRET = '12345'
const ADDRESS = 'https://clinic.example/hooks/sms/1'
/** Expected values: Python's hmac and base64 over the same rule. */
const KNOWN: readonly (readonly [string, readonly FormField[], string])[] = [
  [ADDRESS, [], 'Lu6WfSOthLUMIjstP00li6IihTs='],
  [
    ADDRESS,
    [
      ['To', '+15005550006'],
      ['From', '+15005550001'],
      ['Body', "My chest hurts & I can't breathe"],
      ['MessageSid', 'SM00000000000000000000000000000001'],
      ['NumMedia', '0'],
    ],
    'XqI9VM279Jak57vuT4znfsryyP8=',
  ],
  [
    `${ADDRESS}?a=b`,
    [
      ['body', 'lower'],
      ['Body', '¿Puedo dejar las pastillas? 🙂'],
    ],
    'O15Lfqzu/xgljPUMgx13GHkVr8E=',
  ],
  [
    ADDRESS,
    [
      ['MediaUrl0', 'b'],
      ['MediaUrl0', 'a'],
      ['MediaUrl0', 'b'],
    ],
    '5N4F/6q30wytEF5PX9M8IJO62Ig=',
  ],
]
const field = fc.tuple(fc.string({ maxLength: 8 }), fc.string({ unit: 'grapheme', maxLength: 20 }))

describe('desk-D60 the signature of a hand-over', () => {
  test.each(KNOWN)('desk-D60 %s with %j', (url, fields, expected) => {
    expect(carrierSignature(SECRET, url, fields)).toBe(expected)
    expect(isCarrierSignature(expected, SECRET, url, fields)).toBe(true)
  })

  test('desk-D60 the order of the fields says nothing; another address, secret, field or signature does not hold', () => {
    fc.assert(
      fc.property(fc.uniqueArray(field, { selector: ([name]) => name, maxLength: 6 }), (fields) => {
        const signature = carrierSignature(SECRET, ADDRESS, fields)
        expect(carrierSignature(SECRET, ADDRESS, fields.toReversed())).toBe(signature)
        expect(isCarrierSignature(signature, SECRET, `${ADDRESS}/`, fields)).toBe(false)
        expect(isCarrierSignature(signature, '12346', ADDRESS, fields)).toBe(false)
        expect(isCarrierSignature(signature, SECRET, ADDRESS, [...fields, ['one more field', '1']])).toBe(false)
        expect(isCarrierSignature(signature.slice(1), SECRET, ADDRESS, fields)).toBe(false)
      }),
    )
  })
})
