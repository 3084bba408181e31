/** On the first page: the next visit, and the way to all of them. Nothing, where none is planned. Its words come with it. */
import { CalendarDays } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { PageWords } from '../../i18n/page-words.tsx'
import { PlaceLink } from '../../places/place-link.tsx'
import { useWhose } from '../patient-session/patient-session.tsx'
import styles from './my-appointment.module.css'
import { useMyVisits } from './use-my-visits.ts'
import { VisitWhen } from './visit-when.tsx'
import { visitWords } from './words.ts'

export const NextVisit = () => (
  <PageWords parts={visitWords}>
    <Next />
  </PageWords>
)

function Next() {
  const whose = useWhose()
  const next = useMyVisits().data?.find(({ status }) => status === 'booked')
  if (!next) return null
  return (
    <section className={styles.card} aria-labelledby="next-visit">
      <h2 id="next-visit" className={styles.heading}>
        <CalendarDays aria-hidden size="1.2em" />
        <FormattedMessage id="my-visits.next" values={whose} />
      </h2>
      <VisitWhen visit={next} />
      <p>
        <bdi>{next.siteName}</bdi>
      </p>
      <PlaceLink to={{ name: 'visits' }} className={styles.link}>
        <FormattedMessage id="my-visits.next.all" />
      </PlaceLink>
    </section>
  )
}
