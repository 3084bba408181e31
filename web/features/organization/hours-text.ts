/** Opening periods as people write them: `8:00-12:00, 13:00-17:00`. Nothing is closed. Pure. */
import type { IntlShape } from 'react-intl'

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** 1 January 2024 was a Monday. */
export const weekdayName = (intl: IntlShape, day: (typeof WEEKDAYS)[number]): string =>
  intl.formatDate(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(day)), { weekday: 'long', timeZone: 'UTC' })

export type Period = { from: string; to: string }

/** @returns null when it cannot be read. Whether the times make sense is for the server to say. */
export function readPeriods(text: string): Period[] | null {
  const parts = text.split(/[,;]/).map((part) => part.trim())
  const periods = parts.filter(Boolean).map((part) => /^(\d{1,2}):(\d{2})\s*[-–—]\s*(\d{1,2}):(\d{2})$/.exec(part))
  if (periods.some((period) => period === null)) return null
  return periods.flatMap((period) => {
    const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = period ?? []
    return [{ from: `${fromHour.padStart(2, '0')}:${fromMinute}`, to: `${toHour.padStart(2, '0')}:${toMinute}` }]
  })
}

export const writePeriods = (periods: readonly Period[]): string =>
  periods.map(({ from, to }) => `${from}-${to}`).join(', ')

/** Where a period stands in the drawing of a day, in shares of it; what runs over midnight is drawn to its end. */
export function drawnPeriods(periods: readonly Period[]): { start: number; length: number }[] {
  return periods.flatMap(({ from, to }) => {
    const [start, end] = [shareOf(from), shareOf(to)]
    if (Number.isNaN(start + end)) return []
    return [{ start, length: (end > start ? Math.min(end, 1) : 1) - start }]
  })
}

const shareOf = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) / 1440
