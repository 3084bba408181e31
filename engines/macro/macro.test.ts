import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chooseVariant, faultOf, isExpired, type MacroContent, type MacroVariant } from './macro.ts'
import { fillText, VARIABLE_NAMES, VARIABLES, variablesIn } from './variables.ts'

const aVariant = (language: string, over: Partial<MacroVariant> = {}): MacroVariant => ({
  language,
  readingLevel: 'plain',
  text: language,
  isReviewed: true,
  ...over,
})
const aMacro = (over: Partial<MacroContent> = {}) => ({
  isClinical: false,
  medicalOwnerId: null,
  validUntil: null,
  steps: [{ do: 'text' as const }],
  variants: [aVariant('en')],
  ...over,
})

test('desk-D19 the language of the patient comes before the reading level; what is missing falls back to a reviewed text', () => {
  const all = [
    aVariant('en'),
    aVariant('en', { readingLevel: 'standard' }),
    aVariant('es', { readingLevel: 'standard' }),
  ]
  const choose = (language: string, readingLevel: string, variants: readonly MacroVariant[] = all) => {
    const chosen = chooseVariant(variants, { language, readingLevel, fallbacks: ['en'] })
    return chosen && `${chosen.language} ${chosen.readingLevel}`
  }
  expect(choose('es', 'plain')).toBe('es standard')
  expect(choose('es-MX', 'plain')).toBe('es standard')
  expect(choose('en', 'standard')).toBe('en standard')
  expect(choose('vi', 'plain')).toBe('en plain')
  expect(choose('vi', 'plain', [aVariant('es'), aVariant('vi', { isReviewed: false })])).toBeUndefined()
})

test('desk-D19 whatever the text is: each variable is filled or named with the reason, and stays visible until it is', () => {
  const piece = fc.oneof(
    fc.constantFrom(...VARIABLE_NAMES).map((name) => `{${name}}`),
    fc.constantFrom('{other.word}', '{', '}}', ' hello '),
  )
  const values = fc.dictionary(fc.constantFrom(...VARIABLE_NAMES), fc.option(fc.constant('VALUE')))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), values, fc.boolean(), (pieces, known, isSure) => {
      const text = pieces.join('')
      const filled = fillText(text, known, isSure)
      const open = variablesIn(text).known.filter((name) => !known[name] || (VARIABLES[name] === 'verified' && !isSure))
      expect(filled.missing.map(({ name }) => name).toSorted()).toEqual(open.toSorted())
      expect(variablesIn(filled.text).known.toSorted()).toEqual(open.toSorted())
      for (const { name, why } of filled.missing)
        expect(why).toBe(VARIABLES[name] === 'verified' && !isSure ? 'locked' : 'empty')
    }),
  )
})

test('desk-D19 what is wrong with a macro is named before it is saved', () => {
  const faults: [Partial<MacroContent>, object | null][] = [
    [{}, null],
    [
      { steps: [], variants: [] },
      { field: 'steps', problem: 'empty' },
    ],
    [
      { steps: [{ do: 'tags', add: [], remove: [] }], variants: [] },
      { field: 'steps', problem: 'empty' },
    ],
    [
      { steps: [{ do: 'take' }, { do: 'assign', staffId: null }], variants: [] },
      { field: 'steps', problem: 'twice' },
    ],
    [
      { steps: [{ do: 'resolve' }, { do: 'wait', on: 'payer' }], variants: [] },
      { field: 'steps', problem: 'twice' },
    ],
    [{ variants: [] }, { field: 'variants', problem: 'no-variant' }],
    [{ steps: [{ do: 'resolve' }] }, { field: 'steps', problem: 'no-text-step' }],
    [{ variants: [aVariant('en'), aVariant('en')] }, { field: 'variants', problem: 'twice' }],
    [
      { variants: [aVariant('en', { text: 'Hello {patient.birthday}' })] },
      { field: 'variants', problem: 'unknown-variable', name: 'patient.birthday' },
    ],
    [
      { steps: [{ do: 'note', text: '{a.b}', readers: ['service'] }], variants: [] },
      { field: 'steps', problem: 'unknown-variable', name: 'a.b' },
    ],
    [{ isClinical: true }, { field: 'medicalOwnerId', problem: 'clinical-needs-it' }],
    [
      { isClinical: true, medicalOwnerId: 'm' },
      { field: 'validUntil', problem: 'clinical-needs-it' },
    ],
    [{ isClinical: true, medicalOwnerId: 'm', validUntil: '2026-05-01' }, null],
  ]
  for (const [over, fault] of faults) expect(faultOf(aMacro(over))).toEqual(fault)
})

test('desk-D19 a text counts until its day and not a day longer; a clinical one without a day never', () => {
  expect(isExpired({ isClinical: true, validUntil: '2026-05-01' }, '2026-05-01')).toBe(false)
  expect(isExpired({ isClinical: true, validUntil: '2026-05-01' }, '2026-05-02')).toBe(true)
  expect(isExpired({ isClinical: true, validUntil: null }, '2026-05-02')).toBe(true)
  expect(isExpired({ isClinical: false, validUntil: null }, '2026-05-02')).toBe(false)
})
