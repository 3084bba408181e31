/** Own camera and microphone: asked for, switched, changed, and why there is none. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Own } from './peers.ts'

/** `unsupported`: this browser, or a page without https, has none to give. */
export type MediaFault = 'refused' | 'none' | 'in-use' | 'unsupported'

export type OwnMedia = Own & {
  isAsking: boolean
  isMuted: boolean
  soundFault: MediaFault | null
  pictureFault: MediaFault | null
  /** Cameras to choose from. */
  cameras: number
}

const NOTHING: OwnMedia = {
  sound: null,
  picture: null,
  isAsking: false,
  isMuted: false,
  soundFault: null,
  pictureFault: null,
  cameras: 0,
}
const SOUND: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true }
const PICTURE: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { max: 30 },
  facingMode: 'user',
}

export function useOwnMedia() {
  const [media, setMedia] = useState(NOTHING)
  const latest = useRef(media)
  const change = useCallback((part: Partial<OwnMedia>) => {
    latest.current = { ...latest.current, ...part }
    setMedia(latest.current)
  }, [])

  /** A camera that is pulled out, or taken by the system. */
  const watch = useCallback(
    (name: 'sound' | 'picture', track: MediaStreamTrack | null) => {
      track?.addEventListener('ended', () => {
        if (latest.current[name] === track) change({ [name]: null, [`${name}Fault`]: 'none' })
      })
      return track
    },
    [change],
  )

  const stop = useCallback((name: 'sound' | 'picture') => latest.current[name]?.stop(), [])

  /** What is asked for takes its time: what comes after another wish, or after all was let go, is stopped at once. */
  const wish = useRef(0)
  const begin = useCallback(() => {
    const own = ++wish.current
    return (tracks: readonly (MediaStreamTrack | null)[]): boolean => {
      const isWanted = wish.current === own
      if (!isWanted) for (const track of tracks) track?.stop()
      return isWanted
    }
  }, [])

  const ask = useCallback(
    async (withPicture: boolean) => {
      const isWanted = begin()
      stop('sound')
      stop('picture')
      change({ ...NOTHING, isAsking: true })
      const got = await askBoth(withPicture)
      if (!isWanted([got.sound, got.picture])) return
      change({
        sound: watch('sound', got.sound),
        picture: watch('picture', got.picture),
        soundFault: got.soundFault,
        pictureFault: got.pictureFault,
        isAsking: false,
        cameras: await countCameras(),
      })
    },
    [begin, change, stop, watch],
  )

  const setMuted = useCallback(
    (isMuted: boolean) => {
      const { sound } = latest.current
      if (sound) sound.enabled = !isMuted
      change({ isMuted })
    },
    [change],
  )

  /** The light of the camera goes off with it. */
  const setPicture = useCallback(
    async (isOn: boolean, constraints: MediaTrackConstraints = PICTURE) => {
      const isWanted = begin()
      stop('picture')
      if (!isOn) return change({ picture: null, pictureFault: null })
      const { tracks, fault } = await get({ video: constraints })
      if (!isWanted(tracks)) return
      change({ picture: watch('picture', tracks[0] ?? null), pictureFault: fault, cameras: await countCameras() })
    },
    [begin, change, stop, watch],
  )

  const turnCamera = useCallback(async () => {
    const now = latest.current.picture?.getSettings().deviceId
    const ids = (await cameras()).map(({ deviceId }) => deviceId)
    const next = ids[(ids.indexOf(now ?? '') + 1) % ids.length]
    if (next) await setPicture(true, { ...PICTURE, facingMode: undefined, deviceId: { exact: next } })
  }, [setPicture])

  const release = useCallback(() => {
    begin()
    stop('sound')
    stop('picture')
    change(NOTHING)
  }, [begin, change, stop])
  useEffect(() => release, [release])

  return { media, ask, setMuted, setPicture, turnCamera, release }
}

type Got = { tracks: MediaStreamTrack[]; fault: MediaFault | null }

/** Both at once, so that one question is asked; where one of them is missing, the other alone. */
async function askBoth(withPicture: boolean) {
  const both = withPicture ? await get({ audio: SOUND, video: PICTURE }) : undefined
  if (both && !both.fault) return split(both.tracks, null, null)
  // Who says no is not asked twice.
  if (both?.fault === 'refused' || both?.fault === 'unsupported') return split([], both.fault, both.fault)
  const sound = await get({ audio: SOUND })
  const picture: Got = withPicture ? await get({ video: PICTURE }) : { tracks: [], fault: null }
  return split([...sound.tracks, ...picture.tracks], sound.fault, picture.fault)
}

const split = (tracks: MediaStreamTrack[], soundFault: MediaFault | null, pictureFault: MediaFault | null) => ({
  sound: tracks.find(({ kind }) => kind === 'audio') ?? null,
  picture: tracks.find(({ kind }) => kind === 'video') ?? null,
  soundFault,
  pictureFault,
})

async function get(wanted: MediaStreamConstraints): Promise<Got> {
  // Without https a browser has none of it.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices) return { tracks: [], fault: 'unsupported' }
  try {
    return { tracks: (await devices.getUserMedia(wanted)).getTracks(), fault: null }
  } catch (error) {
    return { tracks: [], fault: faultOf(error instanceof DOMException ? error.name : '') }
  }
}

function faultOf(name: string): MediaFault {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused'
  return name === 'NotReadableError' || name === 'AbortError' ? 'in-use' : 'none'
}

const cameras = async (): Promise<MediaDeviceInfo[]> =>
  ((await navigator.mediaDevices?.enumerateDevices()) ?? []).filter(({ kind }) => kind === 'videoinput')
const countCameras = async (): Promise<number> => (await cameras()).length
