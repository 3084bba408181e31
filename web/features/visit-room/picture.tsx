/** Pictures of people: one's own, as in a mirror, and those of others with their sound. */
import { LoaderCircle, MicOff, RotateCw } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import { FormattedMessage } from 'react-intl'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import type { Peer } from './peers.ts'
import styles from './visit-room.module.css'

function useStream(stream: MediaStream | null) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = stream
  }, [stream])
  return video
}

export function OwnPicture({ track }: { track: MediaStreamTrack | null }) {
  const stream = useMemo(() => track && new MediaStream([track]), [track])
  const video = useStream(stream)
  return (
    <div className={styles.tile} data-own>
      <video ref={video} muted autoPlay playsInline hidden={!track} className={styles.mirrored} />
      {!track && <Avatar name={null} size="large" />}
      <p className={styles.name}>
        <FormattedMessage id="visit-room.you" />
      </p>
    </div>
  )
}

type PersonPictureProps = {
  name: string
  isStaff: boolean
  peer: Peer | undefined
  hasSound: boolean
  hasPicture: boolean
  onRetry: () => void
}

export function PersonPicture({ name, isStaff, peer, hasSound, hasPicture, onRetry }: PersonPictureProps) {
  const video = useStream(peer?.stream ?? null)
  const state = peer?.state ?? 'connecting'
  const isSeen = hasPicture && state === 'connected'
  return (
    <div className={styles.tile}>
      {/* Its sound is heard also where there is nothing to see. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- a talk has no captions; words can be written beside it */}
      <video ref={video} autoPlay playsInline className={classNames(!isSeen && styles.unseen)} data-person />
      {!isSeen && <Avatar name={name} tone={isStaff ? 'staff' : 'person'} size="large" />}
      {state !== 'connected' && (
        <div className={styles.state}>
          {state !== 'failed' && <LoaderCircle aria-hidden size="1.25em" className={styles.turning} />}
          <p>
            <FormattedMessage id={`visit-room.peer.${state}`} values={{ name }} />
          </p>
          {state === 'failed' && (
            <Button size="small" icon={RotateCw} onClick={onRetry}>
              <FormattedMessage id="visit-room.try-again" />
            </Button>
          )}
        </div>
      )}
      <p className={styles.name}>
        <bdi>{name}</bdi>
        {state === 'connected' && !hasPicture && (
          <>
            {' · '}
            <FormattedMessage id="visit-room.no-picture" />
          </>
        )}
        {!hasSound && (
          <>
            <MicOff aria-hidden size="1em" />
            <span className="visually-hidden">
              <FormattedMessage id="visit-room.is-muted" />
            </span>
          </>
        )}
      </p>
    </div>
  )
}
