/** A time zone as people of this language call it, the year round: Mountain Time for America/Denver. UTC has no other name. */
export const zoneName = (locale: string, timeZone: string): string =>
  (timeZone !== 'UTC' &&
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'longGeneric' })
      .formatToParts()
      .find(({ type }) => type === 'timeZoneName')?.value) ||
  timeZone
