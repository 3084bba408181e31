import type { IntlShape } from 'react-intl'

/** Minutes as people say them: 34 min, 3.2 h, 2.5 days. Less than one is 1: the waits are said with "within". */
export function minutesText(intl: IntlShape, minutes: number): string {
  const [value, unit] =
    minutes < 90
      ? [Math.max(1, minutes), 'minute']
      : minutes < 2_880
        ? [minutes / 60, 'hour']
        : [minutes / 1_440, 'day']
  return intl.formatNumber(value, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: unit === 'minute' ? 0 : 1,
  } as never)
}
