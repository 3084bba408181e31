/** A visit room as one person sees it: the check of camera and microphone, the room, and what became of it. */
import { CircleCheck, VideoOff } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import { Button } from '../../ui/button.tsx'
import { BeforeJoining } from './before-joining.tsx'
import { Stage } from './stage.tsx'
import { useOwnMedia } from './use-own-media.ts'
import { useSeat, type RoomEnd, type Side, type VisitRoom as Room } from './use-seat.ts'
import styles from './visit-room.module.css'

type VisitRoomProps = {
  side: Side
  room: Room
  /** Beside the picture: the words of the conversation. */
  beside: ReactNode
  /** Ways on for whoever is outside; `whenLeft`: of who has just left it. */
  ways: ReactNode
  whenLeft?: ReactNode
}

export function VisitRoom({ side, room, beside, ways, whenLeft }: VisitRoomProps) {
  const own = useOwnMedia()
  const seat = useSeat(side, room)
  const { sitting, show } = seat
  const { sound, picture, isMuted } = own.media
  const hasSound = sound !== null && !isMuted
  const hasPicture = picture !== null
  useEffect(() => show({ sound, picture }, { hasSound, hasPicture }), [show, sound, picture, hasSound, hasPicture])

  // Nobody is filmed who is not in the room.
  const isOut = sitting.step === 'left' || sitting.step === 'over'
  const { release } = own
  useEffect(() => {
    if (isOut) release()
  }, [isOut, release])

  if (sitting.step === 'inside')
    return (
      <Stage {...{ side, room, sitting, own }} onLeave={seat.leave} onRetry={seat.retry}>
        {beside}
      </Stage>
    )
  if (sitting.step === 'over' || (sitting.step === 'outside' && room.end))
    return (
      <Outside icon={<VideoOff aria-hidden size="1.5em" />} ways={ways}>
        <EndWords end={sitting.step === 'over' ? sitting.end : room.end} side={side} />
      </Outside>
    )
  if (sitting.step === 'left')
    return (
      <Outside
        icon={<CircleCheck aria-hidden size="1.5em" />}
        ways={
          <>
            <Button tone="primary" autoFocus onClick={seat.comeBack}>
              <FormattedMessage id="visit-room.back-in" />
            </Button>
            {whenLeft}
            {ways}
          </>
        }
      >
        <FormattedMessage id={sitting.isElsewhere ? 'visit-room.elsewhere' : 'visit-room.left'} />
      </Outside>
    )
  return (
    <BeforeJoining
      {...{ side, room, own, ways }}
      isJoining={sitting.step === 'joining'}
      problem={sitting.step === 'refused' ? sitting.problem : null}
      onJoin={() => void seat.join({ sound, picture }, { hasSound, hasPicture })}
    />
  )
}

function Outside({ icon, ways, children }: { icon: ReactNode; ways: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.outside}>
      <p role="status" className={styles.said}>
        {icon} <span>{children}</span>
      </p>
      <div className={styles.buttons}>{ways}</div>
    </section>
  )
}

/** Null: it is not known why, as where somebody may not be in it any more. */
const EndWords = ({ end, side }: { end: RoomEnd | null; side: Side }) => (
  <FormattedMessage id={`visit-room.over.${end ?? 'unknown'}`} values={{ side }} />
)
