import { describe, expect, test } from 'vitest'
import { AREA_CODES } from './area-codes.ts'
import { CALLING_CODES } from './calling-codes.ts'
import { zonesOfNumber } from './zones-of-number.ts'

test.each([
  ['a code of one zone', '+12125550100', ['America/New_York']],
  ['Indiana keeps two', '+12195550100', ['America/New_York', 'America/Chicago']],
  ['an overlay has the zones under it', '+19305550100', ['America/New_York', 'America/Chicago']],
  ['Idaho, by its older and its newer code', '+19865550100', ['America/Denver', 'America/Los_Angeles']],
  ['Arizona, where a part changes its clocks', '+19285550100', ['America/Phoenix', 'America/Denver']],
  ['an island of the same plan', '+17875550100', ['America/Puerto_Rico']],
  ['Canada', '+16045550100', ['America/Vancouver']],
  ['a country of one zone', '+493012345678', ['Europe/Berlin']],
  ['a country of several', '+551155501234', ['America/Noronha', 'America/Sao_Paulo', 'America/Manaus', 'America/Rio_Branco']], // prettier-ignore
  ['a code of three figures', '+353861234567', ['Europe/Dublin']],
])('desk-D41 %s', (_what, number, zones) => {
  expect(zonesOfNumber(number)).toEqual(zones)
})

test('desk-D41 a toll-free number, one of no place and what is no number tell nothing', () => {
  for (const code of ['800', '833', '844', '855', '866', '877', '888', '500', '533', '600', '700', '900', '999'])
    expect(zonesOfNumber(`+1${code}5550100`), code).toEqual([])
  for (const number of [
    '+80012345678',
    '+881612345678',
    '+8835100012345',
    '+1212',
    '+',
    '',
    'me@example.org',
    '12125550100',
  ])
    expect(zonesOfNumber(number), number).toEqual([])
})

describe('desk-D41 the tables', () => {
  const codes = AREA_CODES.flatMap(([, all]) => all.split(/\s+/))
  const zones = [...AREA_CODES.map(([all]) => all), ...Object.values(CALLING_CODES)].flatMap((all) => all.split(' '))

  test('each area code stands once, and could be one', () => {
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThan(400)
    // N9X is kept for longer numbers; N11 are services.
    expect(codes.filter((code) => !/^[2-9][0-8][0-9]$/.test(code) || code.endsWith('11'))).toEqual([])
  })

  test('no calling code begins with another', () => {
    const all = Object.keys(CALLING_CODES)
    expect(all.filter((code) => all.some((other) => other !== code && code.startsWith(other)))).toEqual([])
    expect(all.filter((code) => code.startsWith('1'))).toEqual([])
  })

  test('each zone is one that this machine knows', () => {
    for (const timeZone of new Set(zones))
      expect(() => new Intl.DateTimeFormat('en', { timeZone }), timeZone).not.toThrow()
  })
})
