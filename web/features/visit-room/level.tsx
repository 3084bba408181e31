/** How loud one's own microphone is, so that one sees that it works. */
import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import styles from './visit-room.module.css'

/** Speech at an arm's length fills the bar about half. */
const FULL = 0.25

export function Level({ track }: { track: MediaStreamTrack }) {
  const intl = useIntl()
  const bar = useRef<HTMLMeterElement>(null)
  useEffect(() => {
    const sound = new AudioContext()
    const analyser = sound.createAnalyser()
    sound.createMediaStreamSource(new MediaStream([track])).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    let frame = requestAnimationFrame(function look() {
      analyser.getFloatTimeDomainData(samples)
      const loudness = Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length)
      if (bar.current) bar.current.value = Math.min(1, loudness / FULL)
      frame = requestAnimationFrame(look)
    })
    return () => {
      cancelAnimationFrame(frame)
      void sound.close()
    }
  }, [track])
  return <meter ref={bar} className={styles.level} aria-label={intl.formatMessage({ id: 'visit-room.level' })} />
}
