/** Before the room: whether camera and microphone work, with clear words where they do not. Sound alone is enough. */
import { Camera, Mic, MicOff, Phone, Video, VideoOff } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Problem } from '../../api/refusal.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { readableContact } from '../../ui/contact-value.tsx'
import { Timestamp } from '../../ui/timestamp.tsx'
import { Level } from './level.tsx'
import { OwnPicture } from './picture.tsx'
import type { useOwnMedia } from './use-own-media.ts'
import type { Side, VisitRoom } from './use-seat.ts'
import styles from './visit-room.module.css'

type BeforeJoiningProps = {
  side: Side
  room: VisitRoom
  own: ReturnType<typeof useOwnMedia>
  isJoining: boolean
  problem: Problem | null
  onJoin: () => void
  ways: ReactNode
}

export function BeforeJoining({ side, room, own, isJoining, problem, onJoin, ways }: BeforeJoiningProps) {
  const { media, ask, setMuted, setPicture } = own
  const [isAsked, setAsked] = useState(false)
  const begin = (withPicture: boolean) => {
    setAsked(true)
    void ask(withPicture)
  }
  const isReady = media.sound !== null || media.picture !== null
  return (
    <section className={styles.before} aria-labelledby="before-title">
      <div className={styles.facts}>
        <p>
          {side === 'myVisitRoom' && <FormattedMessage id="visit-room.invited" values={{ name: room.invitedBy }} />}{' '}
          {room.visit && (
            <FormattedMessage
              id="visit-room.visit"
              values={{ time: <Timestamp at={room.visit.at} style="exact" zone={room.visit.timeZone} /> }}
            />
          )}
        </p>
        <p className={styles.hint}>
          <FormattedMessage id="visit-room.until" values={{ time: <Timestamp at={room.untilAt} style="exact" /> }} />
        </p>
      </div>
      {problem && (
        <Banner tone="warning" announce="alert">
          {problem.detail?.why === 'full' ? (
            <FormattedMessage id="visit-room.full" />
          ) : (
            <FormattedMessage id="visit-room.not-joined" />
          )}
        </Banner>
      )}
      <h2 id="before-title">
        <FormattedMessage id="visit-room.check" />
      </h2>
      {isReady || media.isAsking ? (
        <>
          <div className={styles.preview}>
            <OwnPicture track={media.picture} />
          </div>
          <div role="status" className={styles.works}>
            {media.isAsking && <FormattedMessage id="visit-room.asking" />}
            {isReady && (
              <>
                <p>
                  {media.picture ? <Video aria-hidden size="1.2em" /> : <VideoOff aria-hidden size="1.2em" />}{' '}
                  <FormattedMessage id={media.picture ? 'visit-room.camera.works' : 'visit-room.camera.off'} />
                </p>
                <p>
                  {media.sound ? <Mic aria-hidden size="1.2em" /> : <MicOff aria-hidden size="1.2em" />}{' '}
                  <FormattedMessage id={media.sound ? 'visit-room.sound.works' : 'visit-room.sound.off'} />
                </p>
              </>
            )}
          </div>
          {media.sound && <Level track={media.sound} />}
        </>
      ) : (
        !isAsked && (
          <p>
            <FormattedMessage id="visit-room.check.hint" />
          </p>
        )
      )}
      <Faults own={own} />
      <div className={styles.buttons}>
        {isReady && (
          <Button tone="primary" icon={Video} busy={isJoining} onClick={onJoin}>
            <FormattedMessage id="visit-room.join" />
          </Button>
        )}
        {!isReady && (
          <>
            <Button tone="primary" icon={Camera} busy={media.isAsking} onClick={() => begin(true)}>
              <FormattedMessage id={isAsked ? 'visit-room.try-again' : 'visit-room.turn-on'} />
            </Button>
            <Button icon={Mic} disabled={media.isAsking} onClick={() => begin(false)}>
              <FormattedMessage id="visit-room.sound-only" />
            </Button>
          </>
        )}
        {isReady && (
          <>
            <Button icon={media.picture ? VideoOff : Video} onClick={() => void setPicture(!media.picture)}>
              <FormattedMessage id={media.picture ? 'visit-room.camera.turn-off' : 'visit-room.camera.turn-on'} />
            </Button>
            {media.sound && (
              <Button icon={media.isMuted ? Mic : MicOff} onClick={() => setMuted(!media.isMuted)}>
                <FormattedMessage id={media.isMuted ? 'visit-room.unmute' : 'visit-room.mute'} />
              </Button>
            )}
          </>
        )}
        {ways}
      </div>
      {side === 'myVisitRoom' && room.phone && (
        <p className={styles.hint}>
          <Phone aria-hidden size="1em" />{' '}
          <FormattedMessage id="visit-room.call" values={{ phone: <PhoneLink phone={room.phone} /> }} />
        </p>
      )}
    </section>
  )
}

export const PhoneLink = ({ phone }: { phone: string }) => (
  <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} dir="ltr">
    {readableContact(phone)}
  </a>
)

/** What is missing, and what to do about it. One fault of both is told once. */
export function Faults({ own: { media } }: { own: ReturnType<typeof useOwnMedia> }) {
  const { soundFault, pictureFault } = media
  if (!soundFault && !pictureFault) return null
  const what = soundFault && pictureFault ? 'both' : soundFault ? 'sound' : 'camera'
  const fault = soundFault ?? pictureFault
  return (
    <Banner tone="warning" announce="alert" title={<FormattedMessage id={`visit-room.fault.${what}`} />}>
      <FormattedMessage id={`visit-room.fault.${fault ?? 'none'}`} />
    </Banner>
  )
}
