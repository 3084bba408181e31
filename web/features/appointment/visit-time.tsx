/** When a visit is, on the clock of its site: the zone is named where the reader's clock shows something else. */
import { useIntl, type IntlShape } from 'react-intl'
import { describeTime } from '../../ui/timestamp.tsx'
import type { Visit } from './visits.tsx'

type Placed = Pick<Visit, 'startAt' | 'timeZone'>

export function VisitTime({ visit }: { visit: Placed }) {
  const intl = useIntl()
  return <time dateTime={visit.startAt}>{describeVisitTime(intl, visit)}</time>
}

/** Its day is told on the very day, too. */
export function describeVisitTime(intl: IntlShape, { startAt, timeZone }: Placed): string {
  const start = new Date(startAt)
  return intl.formatMessage(
    { id: 'visits.when' },
    {
      day: describeTime(intl, start, new Date(), 'day', timeZone),
      time: describeTime(intl, start, start, 'clock', timeZone),
    },
  )
}
