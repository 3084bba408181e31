/**
 * Which clocks may be those of whoever has a telephone number, by its region (desk-D41): the area code in North America, the country calling code
 * elsewhere. It is what is left where nothing else is known: who moved kept the number. Pure; the tables are facts with their sources.
 */
import { AREA_CODES } from './area-codes.ts'
import { CALLING_CODES } from './calling-codes.ts'

/** @param number E.164. @returns time zones, all of which count; none for a toll-free number and one that tells of no place. */
export function zonesOfNumber(number: string): readonly string[] {
  const [, digits] = /^\+([0-9]{7,15})$/.exec(number) ?? []
  if (digits === undefined) return []
  if (digits.startsWith('1')) return BY_AREA_CODE.get(digits.slice(1, 4)) ?? []
  // No calling code begins with another, so that one length fits at most.
  const code = [1, 2, 3].map((length) => digits.slice(0, length)).find((start) => Object.hasOwn(CALLING_CODES, start))
  return code === undefined ? [] : (CALLING_CODES[code]?.split(' ') ?? [])
}

const BY_AREA_CODE = new Map(
  AREA_CODES.flatMap(([zones, codes]) => codes.split(/\s+/).map((code) => [code, zones.split(' ')] as const)),
)
