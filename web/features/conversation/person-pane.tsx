/** Who this is, how sure we are, how they can be reached, and what else they wrote. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Ban, CircleCheck, Lock, Mail, Phone, Smartphone, TriangleAlert, Users } from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { describeProblem, problemOf } from '../../api/refusal.ts'
import type { ContactPoint, ConversationDetail, PersonPane as PersonPaneData } from '../../api/types.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { ContactValue } from '../../ui/contact-value.tsx'
import { Facts } from '../../ui/list.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { describeTime, Timestamp, useNow } from '../../ui/timestamp.tsx'
import { laterPart } from '../../ui/later-part.tsx'
import { FailedState } from '../../ui/view-states.tsx'
import { ChannelMark, languageName, StateBadge } from './badges.tsx'
import { IdentityCard } from './identity-card.tsx'
import { LinkPatient } from './link-patient.tsx'
import { Section } from './pane-section.tsx'
import styles from './person-pane.module.css'

const Visits = laterPart(async () => (await import('../appointment/visits.tsx')).Visits)
const Grants = laterPart(async () => (await import('./grants.tsx')).Grants)
const Reach = laterPart(async () => (await import('./reach.tsx')).Reach)
const ConsentCard = laterPart(async () => (await import('./consent-card.tsx')).ConsentCard)
/** Who may change what is on file of a patient (contract/patient.ts). */
const WRITERS: readonly string[] = ['agent', 'front_desk', 'nurse', 'clinician']

type PersonPaneProps = { conversationId: string; view: string; role: string }

export function PersonPane({ conversationId, view, role }: PersonPaneProps) {
  const detail = useQuery(api.conversation.get.queryOptions({ input: { conversationId } }))
  if (!detail.data) return detail.isError ? null : <PaneSkeleton />
  return (
    <div className={styles.pane}>
      <IdentityCard conversation={detail.data} />
      {detail.data.patient ? (
        <KnownPatient
          patientId={detail.data.patient.id}
          conversation={detail.data}
          view={view}
          mayWrite={WRITERS.includes(role)}
        />
      ) : (
        <LinkPatient conversation={detail.data} />
      )}
    </div>
  )
}

type KnownPatientProps = { patientId: string; conversation: ConversationDetail; view: string; mayWrite: boolean }

function KnownPatient({ patientId, conversation, view, mayWrite }: KnownPatientProps) {
  const intl = useIntl()
  const patient = useQuery(api.patient.get.queryOptions({ input: { patientId, conversationId: conversation.id } }))
  if (patient.isError) {
    const problem = problemOf(patient.error)
    return (
      <FailedState
        title={describeProblem(intl, problem)}
        code={problem.code}
        requestId={problem.requestId}
        onRetry={() => void patient.refetch()}
      />
    )
  }
  if (!patient.data) return <PaneSkeleton />
  return (
    <>
      <PatientCard patient={patient.data} />
      <ContactCard patient={patient.data} />
      {patient.data.locked.length === 0 && (
        <>
          <Visits {...{ conversation, view, mayWrite }} patient={patient.data} />
          {mayWrite && <Reach patient={patient.data} />}
          <Grants {...{ mayWrite }} patient={patient.data} />
          <Section title={<FormattedMessage id="desk.person.consents" />}>
            <ConsentCard {...{ mayWrite }} patient={patient.data} conversationId={conversation.id} />
          </Section>
          <OtherConversations patientId={patientId} thisId={conversation.id} view={view} />
        </>
      )}
      <LinkPatient conversation={conversation} />
    </>
  )
}

function PatientCard({ patient }: { patient: PersonPaneData }) {
  const intl = useIntl()
  const now = useNow()
  const name = `${patient.given} ${patient.family}`
  return (
    <section className={styles.card}>
      <div className={styles.person}>
        <Avatar name={name} size="large" />
        <div>
          <h2>{name}</h2>
          {patient.recordNumber && (
            <p className={styles.fact}>
              <FormattedMessage id="desk.person.record" values={{ number: patient.recordNumber }} />
            </p>
          )}
        </div>
      </div>
      {patient.deceasedOn && (
        <Badge tone="urgent" icon={TriangleAlert}>
          <FormattedMessage id="desk.person.deceased" values={{ date: plainDate(intl, patient.deceasedOn) }} />
        </Badge>
      )}
      {patient.confidentialChannel && (
        <Badge tone="urgent" icon={Lock}>
          <FormattedMessage
            id="desk.person.confidential"
            values={{ channel: intl.formatMessage({ id: `desk.channel.${patient.confidentialChannel}` }) }}
          />
        </Badge>
      )}
      <Facts
        facts={[
          ...(patient.birthDate
            ? [
                {
                  term: <FormattedMessage id="desk.person.born" />,
                  value: (
                    <FormattedMessage
                      id="desk.person.born-age"
                      values={{ date: plainDate(intl, patient.birthDate), age: ageAt(patient.birthDate, now) }}
                    />
                  ),
                },
              ]
            : []),
          { term: <FormattedMessage id="desk.person.language" />, value: languageName(intl, patient.language) },
          {
            term: <FormattedMessage id="desk.person.reads" />,
            value: <FormattedMessage id={`desk.reading.${patient.readingLevel}`} />,
          },
          ...(patient.siteName ? [{ term: <FormattedMessage id="desk.person.site" />, value: patient.siteName }] : []),
          ...(patient.timeZone
            ? [
                {
                  term: <FormattedMessage id="desk.person.local-time" />,
                  value: describeTime(intl, now, now, 'clock', patient.timeZone),
                },
              ]
            : []),
        ]}
      />
      {patient.locked.length > 0 && (
        <p className={styles.fact}>
          <Lock aria-hidden size="1em" />{' '}
          <FormattedMessage
            id="desk.person.locked"
            values={{
              what: intl.formatList(
                patient.locked.map((part) => intl.formatMessage({ id: `desk.person.locked.${part}` })),
              ),
            }}
          />
        </p>
      )}
    </section>
  )
}

const contactIcon = { email: Mail, sms: Smartphone, phone: Phone }

function ContactCard({ patient }: { patient: PersonPaneData }) {
  return (
    <Section title={<FormattedMessage id="desk.person.contacts" />}>
      {patient.contactPoints.length === 0 ? (
        <p className={styles.fact}>
          <FormattedMessage id="desk.person.no-contacts" />
        </p>
      ) : (
        <ul className={styles.lines}>
          {patient.contactPoints.map((point) => (
            <ContactLine key={point.id} point={point} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function ContactLine({ point }: { point: ContactPoint }) {
  const Icon = contactIcon[point.system]
  return (
    <li className={styles.contact}>
      <Icon aria-hidden size="1.1em" />
      <span>
        <ContactValue value={point.value} />
        <span className={styles.badges}>
          {point.state !== 'active' ? (
            <Badge tone="urgent" icon={Ban}>
              <FormattedMessage id={`desk.contact.${point.state}`} />
            </Badge>
          ) : point.verifiedAt ? (
            <Badge tone="done" icon={CircleCheck}>
              <FormattedMessage id="desk.contact.verified" />
            </Badge>
          ) : (
            <Badge>
              <FormattedMessage id="desk.contact.unverified" />
            </Badge>
          )}
          {point.sharedWith > 0 && (
            <Badge tone="urgent" icon={Users}>
              <FormattedMessage id="desk.contact.shared" values={{ count: point.sharedWith }} />
            </Badge>
          )}
        </span>
      </span>
    </li>
  )
}

function OtherConversations({ patientId, thisId, view }: { patientId: string; thisId: string; view: string }) {
  const others = useQuery(
    api.conversation.list.queryOptions({ input: { view: 'all', patientId, conversationId: thisId, limit: 10 } }),
  )
  const rows = others.data?.items.filter((row) => row.id !== thisId) ?? []
  return (
    <Section title={<FormattedMessage id="desk.person.others" />}>
      {others.isSuccess && rows.length === 0 && (
        <p className={styles.fact}>
          <FormattedMessage id="desk.person.no-others" />
        </p>
      )}
      <ul className={styles.lines}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link
              to="/inbox/$view/$conversationId"
              params={{ view, conversationId: row.id } as never}
              className={styles.other}
            >
              <ChannelMark channel={row.channel} />
              <span className={styles.otherSubject}>{row.subject || row.lastWords}</span>
              <Timestamp at={row.lastMessageAt} className={styles.fact} />
              <StateBadge conversation={row} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const PaneSkeleton = () => (
  <Skeleton className={styles.card}>
    <SkeletonBar width="middle" height="heading" />
    <SkeletonBar width="long" />
    <SkeletonBar width="short" />
    <SkeletonBar width="long" />
  </Skeleton>
)

/** A calendar date has no zone: it is shown as it is written. */
const plainDate = (intl: ReturnType<typeof useIntl>, date: string) =>
  intl.formatDate(`${date}T00:00:00Z`, { dateStyle: 'medium', timeZone: 'UTC' })

export function ageAt(birthDate: string, now: Date): number {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number)
  const hadBirthday = now.getMonth() + 1 > month || (now.getMonth() + 1 === month && now.getDate() >= day)
  return now.getFullYear() - year - (hadBirthday ? 0 : 1)
}
