/** Inside: the others large, oneself small, and what one can do. Who comes and goes is said to a screen reader too. */
import {
  MessageCircle,
  Mic,
  MicOff,
  PhoneOff,
  SwitchCamera,
  Video,
  VideoOff,
  WifiOff,
  type LucideIcon,
} from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Banner } from '../../ui/banner.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Faults, PhoneLink } from './before-joining.tsx'
import { OwnPicture, PersonPicture } from './picture.tsx'
import type { useOwnMedia } from './use-own-media.ts'
import type { Seat, Side, Sitting, VisitRoom } from './use-seat.ts'
import styles from './visit-room.module.css'

type StageProps = {
  side: Side
  room: VisitRoom
  sitting: Extract<Sitting, { step: 'inside' }>
  own: ReturnType<typeof useOwnMedia>
  onLeave: () => void
  onRetry: (seatId: string) => void
  children: ReactNode
}

export function Stage({ side, room, sitting, own, onLeave, onRetry, children }: StageProps) {
  const intl = useIntl()
  const { media, setMuted, setPicture, turnCamera } = own
  const { seats, peers, isOffline } = sitting
  const others = seats.filter(({ isMine }) => !isMine)
  const nameOf = useNames(room)
  const news = useNews(others, nameOf)
  const isPatient = side === 'myVisitRoom'
  const [isBeside, setBeside] = useState(!isPatient)
  const stage = useRef<HTMLElement>(null)
  useEffect(() => stage.current?.focus({ preventScroll: true }), [])
  const hasFailed = others.some(({ id }) => peers.find(({ seatId }) => seatId === id)?.state === 'failed')
  const hasNotices = isOffline || hasFailed || media.soundFault !== null || media.pictureFault !== null
  return (
    <div className={classNames(styles.room, isBeside && styles.hasBeside)}>
      <section
        ref={stage}
        tabIndex={-1}
        className={styles.stage}
        aria-label={intl.formatMessage({ id: 'visit-room.stage' })}
      >
        <div className={styles.people} data-count={others.length}>
          {others.map((seat) => (
            <PersonPicture
              key={seat.id}
              name={nameOf(seat)}
              isStaff={seat.person === 'staff'}
              peer={peers.find(({ seatId }) => seatId === seat.id)}
              hasSound={seat.hasSound}
              hasPicture={seat.hasPicture}
              onRetry={() => onRetry(seat.id)}
            />
          ))}
          {others.length === 0 && (
            <p className={styles.alone}>
              <FormattedMessage
                id={isPatient ? 'visit-room.alone.patient' : 'visit-room.alone.staff'}
                values={{ name: room.patient.name }}
              />
            </p>
          )}
        </div>
        <div className={styles.own}>
          <OwnPicture track={media.picture} />
        </div>
        <div className={styles.controls} role="toolbar" aria-label={intl.formatMessage({ id: 'visit-room.controls' })}>
          {media.sound ? (
            <Control icon={media.isMuted ? MicOff : Mic} isOff={media.isMuted} onPress={() => setMuted(!media.isMuted)}>
              <FormattedMessage id={media.isMuted ? 'visit-room.unmute' : 'visit-room.mute'} />
            </Control>
          ) : null}
          <Control
            icon={media.picture ? Video : VideoOff}
            isOff={!media.picture}
            onPress={() => void setPicture(!media.picture)}
          >
            <FormattedMessage id={media.picture ? 'visit-room.camera.turn-off' : 'visit-room.camera.turn-on'} />
          </Control>
          {media.picture && media.cameras > 1 && (
            <Control icon={SwitchCamera} onPress={() => void turnCamera()}>
              <FormattedMessage id="visit-room.camera.other" />
            </Control>
          )}
          <Control icon={MessageCircle} isExpanded={isBeside} onPress={() => setBeside(!isBeside)}>
            <FormattedMessage id="visit-room.messages" />
          </Control>
          <Control icon={PhoneOff} isLeave onPress={onLeave}>
            <FormattedMessage id="visit-room.leave" />
          </Control>
        </div>
      </section>
      <p role="status" className="visually-hidden">
        {news}
      </p>
      {hasNotices && (
        <div className={styles.notices}>
          {isOffline && (
            <Banner tone="warning" icon={WifiOff} announce="alert">
              <FormattedMessage id="visit-room.offline" />
            </Banner>
          )}
          {hasFailed && (
            <Banner tone="warning" announce="alert">
              <FormattedMessage id="visit-room.failed" />{' '}
              {isPatient && room.phone && (
                <FormattedMessage id="visit-room.call" values={{ phone: <PhoneLink phone={room.phone} /> }} />
              )}
            </Banner>
          )}
          <Faults own={own} />
        </div>
      )}
      {isBeside && <div className={styles.beside}>{children}</div>}
    </div>
  )
}

type ControlProps = {
  icon: LucideIcon
  isOff?: boolean
  isLeave?: boolean
  isExpanded?: boolean
  onPress: () => void
  children: ReactNode
}

function Control({ icon: Icon, isOff, isLeave, isExpanded, onPress, children }: ControlProps) {
  return (
    <button
      type="button"
      className={classNames(styles.control, isOff && styles.isOff, isLeave && styles.isLeave)}
      aria-expanded={isExpanded}
      onClick={onPress}
    >
      <Icon aria-hidden size="1.35em" strokeWidth={1.9} />
      <span>{children}</span>
    </button>
  )
}

/** Of staff the exchange brings the name; who is on the patient's side the room says. */
function useNames(room: VisitRoom): (seat: Seat) => string {
  const intl = useIntl()
  return ({ person, name }) => {
    if (person === 'patient') return room.patient.name
    if (person === 'related-person')
      return intl.formatMessage({ id: 'visit-room.for-patient' }, { name: room.patient.name })
    return name ?? ''
  }
}

/** The last one who came or went. */
function useNews(others: readonly Seat[], nameOf: (seat: Seat) => string): string {
  const intl = useIntl()
  const [news, setNews] = useState('')
  const before = useRef<readonly Seat[]>([])
  const key = others.map(({ id }) => id).join()
  useEffect(() => {
    const came = others.find(({ id }) => !before.current.some((seat) => seat.id === id))
    const went = before.current.find(({ id }) => !others.some((seat) => seat.id === id))
    before.current = others
    if (came) setNews(intl.formatMessage({ id: 'visit-room.came' }, { name: nameOf(came) }))
    else if (went) setNews(intl.formatMessage({ id: 'visit-room.went' }, { name: nameOf(went) }))
    // Only who is there makes news.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key])
  return news
}
