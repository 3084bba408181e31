/** The page of a visit room at the desk. */
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { api } from '../../api/client.ts'
import { Failed } from '../../api/failed.tsx'
import { PageWords } from '../../i18n/page-words.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { useDocumentTitle } from '../../ui/page.tsx'
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx'
import styles from './desk-visit.module.css'
import { EndRoom } from './end-room.tsx'
import { inviteWords } from './invite-words.ts'
import type { VisitRoom as Room } from './use-seat.ts'
import { VisitRoom } from './visit-room.tsx'
import { visitRoomWords } from './words.ts'

type DeskVisitProps = {
  roomId: string
  /** The conversation, to stand beside the picture. */
  children: (conversationId: string, onPerson: () => void) => ReactNode
}

export function DeskVisit({ roomId, children }: DeskVisitProps) {
  const navigate = useNavigate()
  // As it was when the page was opened: what happens in the room is told to whoever is in it.
  const room = useQuery(api.visitRoom.get.queryOptions({ input: { roomId }, staleTime: Infinity }))
  const place = { to: '/inbox/$view/$conversationId', params: { view: 'all', conversationId: room.data?.conversationId ?? '' } } // prettier-ignore
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <PageWords parts={visitRoomWords}>
        {room.data ? (
          <Visit
            room={room.data}
            beside={children(room.data.conversationId, () => void navigate(place as never))}
            ways={
              <Link {...place} className={buttonClass()}>
                <FormattedMessage id="visit-room.to-messages" />
              </Link>
            }
          />
        ) : room.isError ? (
          <Failed error={room.error} onRetry={() => void room.refetch()} />
        ) : (
          <Skeleton>
            <SkeletonBar width="middle" height="heading" />
            <SkeletonBar height="block" />
          </Skeleton>
        )}
      </PageWords>
    </main>
  )
}

function Visit({ room, beside, ways }: { room: Room; beside: ReactNode; ways: ReactNode }) {
  const intl = useIntl()
  const title = intl.formatMessage({ id: 'visit-room.of' }, { name: room.patient.name })
  // It stays in the history of the browser: no name stands there (trust-D39).
  useDocumentTitle(intl.formatMessage({ id: 'visit-room.title' }))
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <VisitRoom
        side="visitRoom"
        room={room}
        beside={<div className={styles.conversation}>{beside}</div>}
        ways={ways}
        whenLeft={
          <PageWords parts={inviteWords}>
            <EndRoom roomId={room.id} hasMet />
          </PageWords>
        }
      />
    </>
  )
}
