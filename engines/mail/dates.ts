/**
 * The Date field of a mail: what was claimed, and whether it can be.
 *
 * Order in a conversation never follows this date; it is shown, with its flag (desk D54).
 */
export type DateFlag = 'date_missing' | 'date_unreadable' | 'date_before_1990' | 'date_in_future'

export type ClaimedDate = { claimedAt?: Date; flags: DateFlag[] }

/** A clock may be this far ahead before the date is flagged, in minutes (desk D54). */
export const MAX_AHEAD_MIN = 10
const EARLIEST_YEAR = 1990
/** Years with four figures, whatever the zone. */
const [EARLIEST, LATEST] = [Date.UTC(1000, 0, 2), Date.UTC(9999, 11, 31)]

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** Zones by name, in minutes. Source: RFC 5322 section 4.3; further letters mean UTC. */
const zones: Record<string, number> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  CET: 60,
  CEST: 120,
  MET: 60,
  MEST: 120,
  EET: 120,
  EEST: 180,
  WEST: 60,
  BST: 60,
  MSK: 180,
  IST: 330,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  BRT: -180,
}

/** `now` is the moment of arrival; without it, nothing is called too far ahead. */
export function readDate(raw: string | undefined, now?: Date): ClaimedDate {
  if (raw === undefined || raw.trim() === '') return { flags: ['date_missing'] }
  const claimedAt = parseDate(raw)
  if (!claimedAt) return { flags: ['date_unreadable'] }
  const flags: DateFlag[] = []
  if (claimedAt.getUTCFullYear() < EARLIEST_YEAR) flags.push('date_before_1990')
  if (now && claimedAt.getTime() > now.getTime() + MAX_AHEAD_MIN * 60_000) flags.push('date_in_future')
  return { claimedAt, flags }
}

export function parseDate(raw: string): Date | undefined {
  const text = raw.slice(0, 300).replace(/\\?\(/g, ' (').replace(/\s+/g, ' ').trim()
  const comment = /\(([A-Za-z]{1,5})\)/.exec(text)?.[1]
  const plain = text.replace(/\([^)]*\)?/g, ' ')
  return parseMailDate(plain, comment) ?? parseIsoDate(plain) ?? parseUnixDate(plain)
}

/** "Tue, 3 Mar 2026 14:05:09 -0500" and its relatives: hyphens, two-digit years, dots in the time, zone by name. */
function parseMailDate(text: string, zoneComment?: string): Date | undefined {
  const found =
    /(?:^|[\s,])(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([A-Za-z]{3})[a-z]*\.?,?[\s.-]+(\d{2,4})(?:[\sT,]+(?:at )?(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d+)?)?\s*([AaPp][Mm])?\s*(.*))?$/.exec(
      text,
    )
  if (!found) return undefined
  const month = months.indexOf(found[2]!.toLowerCase())
  if (month === -1) return undefined
  return instant(
    fullYear(found[3]!),
    month,
    Number(found[1]),
    found.slice(4, 7),
    found[7],
    zoneOffset(found[8] ?? '', zoneComment),
  )
}

function parseIsoDate(text: string): Date | undefined {
  const found =
    /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(.*))?$/.exec(text)
  if (!found) return undefined
  return instant(
    Number(found[1]),
    Number(found[2]) - 1,
    Number(found[3]),
    found.slice(4, 7),
    undefined,
    zoneOffset(found[7] ?? ''),
  )
}

/** "Tue Mar  3 14:05:09 EST 2026", as the C library writes it; also "Mar 3, 2026 2:05 PM". */
function parseUnixDate(text: string): Date | undefined {
  const unix = /([A-Za-z]{3}) {1,2}(\d{1,2}) (\d{1,2}):(\d{2})(?::(\d{2}))? ?(\S*) (\d{4})(.*)$/.exec(text)
  if (unix) {
    const month = months.indexOf(unix[1]!.toLowerCase())
    if (month >= 0)
      return instant(
        Number(unix[7]),
        month,
        Number(unix[2]),
        unix.slice(3, 6),
        undefined,
        zoneOffset(`${unix[6]} ${unix[8]}`),
      )
  }
  const american =
    /([A-Za-z]{3})[a-z]* (\d{1,2}),? (\d{4}),?(?: (?:at )?(\d{1,2}):(\d{2})(?::(\d{2}))? ?([AaPp][Mm])?)?(.*)$/.exec(
      text,
    )
  if (!american) return undefined
  const month = months.indexOf(american[1]!.toLowerCase())
  if (month === -1) return undefined
  return instant(
    Number(american[3]),
    month,
    Number(american[2]),
    american.slice(4, 7),
    american[7],
    zoneOffset(american[8] ?? ''),
  )
}

function instant(
  year: number,
  month: number,
  day: number,
  [hour = '0', minute = '0', second = '0']: (string | undefined)[],
  halfDay: string | undefined,
  offsetMin: number,
): Date | undefined {
  let hours = Number(hour)
  if (halfDay && /p/i.test(halfDay) && hours < 12) hours += 12
  if (halfDay && /a/i.test(halfDay) && hours === 12) hours = 0
  if (day < 1 || day > 31 || month < 0 || month > 11 || hours > 24 || Number(minute) > 59 || Number(second) > 60)
    return undefined
  const time = Date.UTC(year, month, day, hours, Number(minute), Number(second)) - offsetMin * 60_000
  // What lies outside can be neither stored nor shown.
  return time >= EARLIEST && time < LATEST ? new Date(time) : undefined
}

/** RFC 5322 section 4.3: 00-49 is this century, 50-99 and three digits count from 1900. */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year
  return text.length === 3 ? 1900 + year : year
}

function zoneOffset(text: string, comment?: string): number {
  const numeric = /([+-])\s?(\d{1,2}):?(\d{2})?\b/.exec(text)
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0)
    return minutes > 18 * 60 ? 0 : (numeric[1] === '-' ? -1 : 1) * minutes
  }
  const name = /\b([A-Z]{1,5})\b/i.exec(text)?.[1]?.toUpperCase() ?? comment?.toUpperCase()
  return name === undefined ? 0 : (zones[name] ?? 0)
}
