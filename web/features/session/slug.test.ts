import fc from 'fast-check'
import { expect, test } from 'vitest'
import { slugOf } from './slug.ts'

test('a name becomes an address that can be read', () => {
  expect(slugOf('Clínica  San José & Sons')).toBe('clinica-san-jose-sons')
  expect(slugOf('病院')).toBe('organization')
})

test('any name becomes an address the server takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
      expect(slugOf(name)).toMatch(/^[a-z0-9-]{2,60}$/)
    }),
  )
})
