/** When a visit is: on the clock of the clinic, and on the reader's own where that shows another time. */
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { describeTime, isOtherClock } from '../../ui/timestamp.tsx'
import { zoneName } from '../../ui/zone-name.ts'
import styles from './my-appointment.module.css'
import type { MyVisit } from './use-my-visits.ts'

type Placed = Pick<MyVisit, 'startAt' | 'timeZone'>

export function VisitWhen({ visit }: { visit: Placed }) {
  const intl = useIntl()
  const start = new Date(visit.startAt)
  return (
    <>
      <p className={styles.when}>
        <time dateTime={visit.startAt}>{describeVisitTime(intl, visit)}</time>
      </p>
      {isOtherClock(start, visit.timeZone) && (
        <p className={styles.fact}>
          <FormattedMessage id="my-visits.clinic-clock" values={{ zone: zoneName(intl.locale, visit.timeZone) }} />{' '}
          <FormattedMessage id="my-visits.own-clock" values={{ time: describeOwnTime(intl, visit) }} />
        </p>
      )}
    </>
  )
}

/** On the clock of its site, with its day, on the very day too. */
export function describeVisitTime(intl: IntlShape, { startAt, timeZone }: Placed): string {
  return intl.formatMessage({ id: 'my-visits.when' }, { day: dayOf(intl, startAt, timeZone), time: clockOf(intl, startAt, timeZone) }) // prettier-ignore
}

/** On the reader's clock, with the day where that is another. */
function describeOwnTime(intl: IntlShape, { startAt, timeZone }: Placed): string {
  const [day, time] = [dayOf(intl, startAt), clockOf(intl, startAt)]
  return day === dayOf(intl, startAt, timeZone) ? time : intl.formatMessage({ id: 'my-visits.when' }, { day, time })
}

const dayOf = (intl: IntlShape, startAt: string, timeZone?: string) =>
  describeTime(intl, new Date(startAt), new Date(), 'day', timeZone)
const clockOf = (intl: IntlShape, startAt: string, timeZone?: string) =>
  intl.formatDate(startAt, { hour: 'numeric', minute: '2-digit', timeZone })
