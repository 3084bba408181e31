import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSearchDate, within } from './search-date.ts'

const range = (value: string): (string | null)[] | undefined => {
  const read = readSearchDate(value)
  return read && [read.from, read.to].map((moment) => moment?.toISOString().replace('.000Z', 'Z') ?? null)
}

test.each([
  ['2026', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  ['2026-02', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'],
  ['eq2026-12-31', '2026-12-31T00:00:00Z', '2027-01-01T00:00:00Z'],
  ['2028-02-29', '2028-02-29T00:00:00Z', '2028-03-01T00:00:00Z'],
  ['2026-03-02T10:15Z', '2026-03-02T10:15:00Z', '2026-03-02T10:16:00Z'],
  ['2026-03-02T10:15:30-05:00', '2026-03-02T15:15:30Z', '2026-03-02T15:15:31Z'],
  ['2026-03-02T10:15:30.250Z', '2026-03-02T10:15:30.250Z', '2026-03-02T10:15:30.251Z'],
  ['ge2026-03', '2026-03-01T00:00:00Z', null],
  ['gt2026-03', '2026-04-01T00:00:00Z', null],
  ['sa2026-03', '2026-04-01T00:00:00Z', null],
  ['le2026-03', null, '2026-04-01T00:00:00Z'],
  ['lt2026-03', null, '2026-03-01T00:00:00Z'],
  ['eb2026-03', null, '2026-03-01T00:00:00Z'],
])('%s is all the time within it', (value, from, to) => {
  expect(range(value)).toEqual([from, to])
})

test.each(['', 'today', '2026-13', '2026-02-30', '2026-02-30T10:00Z', '2026-03-02T10:15', '2026-03-02T25:00Z', 'ne2026', 'ap2026', '2026-3-2', '02026', '2026-03-02 10:15Z'])(
  '"%s" is no date that is read here',
  (value) => {
    expect(readSearchDate(value)).toBeUndefined()
  },
) // prettier-ignore

test('any text is read without a fault, and a moment lies in what it says of itself', () => {
  fc.assert(fc.property(fc.string(), (value) => void readSearchDate(value)))
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (moment) => {
      for (const length of [4, 7, 10]) {
        const { from, to } = readSearchDate(moment.toISOString().slice(0, length))!
        expect(moment >= from! && moment < to!).toBe(true)
      }
    }),
  )
})

test('two ranges have in common what is in both', () => {
  const from = readSearchDate('ge2026-03')!
  const until = readSearchDate('lt2026-05')!
  expect(within(from, until)).toEqual({ from: from.from, to: until.to })
  expect(within(until, from)).toEqual({ from: from.from, to: until.to })
  expect(within(readSearchDate('2026-03')!, readSearchDate('2026')!)).toEqual(readSearchDate('2026-03'))
})
