/** Inviting the patient of a conversation to a video visit; where one is open, who is in it and the way there. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Video } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl, type IntlShape } from 'react-intl'
import { api, client } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { describeProblem, problemOf, type Problem } from '../../api/refusal.ts'
import type { ConversationDetail } from '../../api/types.ts'
import { PageWords } from '../../i18n/page-words.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import { describeTime, Timestamp, useNow } from '../../ui/timestamp.tsx'
import { showToast } from '../../ui/toast.tsx'
import { EndRoom } from './end-room.tsx'
import styles from './invite.module.css'
import { inviteWords } from './invite-words.ts'
import { noteInvited } from './invited-here.ts'
import { useOpenRoom } from './use-open-room.ts'
import type { VisitRoom } from './use-seat.ts'

type InviteDialogProps = { conversation: ConversationDetail; onClose: () => void }

export const InviteDialog = (props: InviteDialogProps) => (
  <PageWords parts={inviteWords}>
    <Dialog title={<FormattedMessage id="invite.title" />} size="small" onClose={props.onClose}>
      <Inviting {...props} />
    </Dialog>
  </PageWords>
)

function Inviting({ conversation, onClose }: InviteDialogProps) {
  const intl = useIntl()
  const { found, refresh } = useOpenRoom(conversation.id)
  if (!found.data)
    return found.isError ? (
      <Failed error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <Skeleton>
        <SkeletonBar width="long" />
        <SkeletonBar width="middle" />
      </Skeleton>
    )
  const { room, refusal } = found.data
  if (room) return <OpenRoom room={room} onClose={onClose} onEnd={refresh} />
  if (refusal)
    return (
      <Banner tone="warning" announce="never">
        {describeProblem(intl, { code: refusal as Problem['code'] })}
      </Banner>
    )
  return <Invite conversation={conversation} onInvited={refresh} />
}

type InviteProps = { conversation: ConversationDetail; onInvited: () => Promise<unknown> }

/** Of a question that is asked before it leaves, there is one: who else reads there. */
function Invite({ conversation: { id: conversationId, patient, lastSeq }, onInvited }: InviteProps) {
  const intl = useIntl()
  // What comes while this is open is read first.
  const [seenSeq] = useState(lastSeq)
  const now = useNow()
  const [appointmentId, setAppointmentId] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const visits = useQuery(
    api.appointment.list.queryOptions({
      input: { patientId: patient?.id ?? '', conversationId },
      enabled: patient !== null,
    }),
  ).data?.items.filter(({ status }) => status === 'booked')
  const invite = async () => {
    setBusy(true)
    setProblem(null)
    try {
      const { questions } = await client.visitRoom.invite({
        conversationId,
        seenSeq,
        ...(appointmentId ? { appointmentId } : {}),
        confirmed: isAsked ? ['shared-address'] : [],
      })
      setAsked(questions.length > 0)
      if (questions.length === 0) {
        noteInvited(conversationId)
        showToast({ text: intl.formatMessage({ id: 'invite.done' }) })
        await onInvited()
      }
    } catch (error) {
      setProblem(problemOf(error))
    }
    setBusy(false)
  }
  return (
    <div className={styles.form}>
      <p>
        <FormattedMessage id="invite.hint" />
      </p>
      {visits && visits.length > 0 && (
        <Select
          id="invite-visit"
          label={<FormattedMessage id="invite.visit" />}
          value={appointmentId}
          onChange={setAppointmentId}
          options={[
            { value: '', label: intl.formatMessage({ id: 'invite.visit.none' }) },
            ...visits.map(({ id, what, startAt, timeZone }) => ({
              value: id,
              label: `${describeTime(intl, new Date(startAt), now, 'exact', timeZone)} · ${what}`,
            })),
          ]}
        />
      )}
      {isAsked && (
        <Banner tone="warning" announce="alert">
          <FormattedMessage id="invite.shared-address" />
        </Banner>
      )}
      {problem && (
        <Banner tone="warning" announce="alert">
          {describeProblem(intl, problem)}
        </Banner>
      )}
      <div className={styles.actions}>
        <Button tone="primary" icon={Video} busy={isBusy} onClick={() => void invite()}>
          <FormattedMessage id={isAsked ? 'invite.anyway' : 'invite.do'} />
        </Button>
      </div>
    </div>
  )
}

type OpenRoomProps = { room: VisitRoom; onClose: () => void; onEnd: () => unknown }

function OpenRoom({ room, onClose, onEnd }: OpenRoomProps) {
  const intl = useIntl()
  return (
    <div className={styles.form}>
      <p>
        <FormattedMessage id="invite.open" values={{ name: room.invitedBy, time: <Timestamp at={room.invitedAt} /> }} />{' '}
        <FormattedMessage id="invite.open-until" values={{ time: <Timestamp at={room.untilAt} style="exact" /> }} />
      </p>
      <p className={styles.fact}>{describeRoom(intl, room)}</p>
      <div className={styles.actions}>
        <JoinLink roomId={room.id} onFollow={onClose} />
        <EndRoom roomId={room.id} hasMet={hasMet(room)} onEnd={onEnd} />
      </div>
    </div>
  )
}

export const hasMet = ({ seats }: VisitRoom): boolean =>
  seats.some(({ person }) => person === 'staff') && seats.some(({ person }) => person !== 'staff')

export const JoinLink = ({
  roomId,
  size,
  onFollow,
}: {
  roomId: string
  size?: 'normal' | 'small'
  onFollow?: () => void
}) => (
  <Link to="/video/$roomId" params={{ roomId }} className={buttonClass('primary', size)} onClick={onFollow}>
    <Video aria-hidden size="1.15em" />
    <FormattedMessage id="invite.join" />
  </Link>
)

/** Who is in it now. */
export function describeRoom(intl: IntlShape, { seats, patient: { name } }: VisitRoom): string {
  const staff = seats.filter(({ person }) => person === 'staff').map((seat) => seat.name ?? '')
  const others = seats.filter(({ person }) => person !== 'staff')
  if (seats.length === 0) return intl.formatMessage({ id: 'invite.nobody' })
  const isFor = String(others[0]?.person === 'related-person')
  if (staff.length === 0) return intl.formatMessage({ id: 'invite.waits' }, { name, isFor })
  const names = intl.formatList([...staff, ...(others.length > 0 ? [name] : [])])
  return intl.formatMessage({ id: 'invite.inside' }, { names })
}
