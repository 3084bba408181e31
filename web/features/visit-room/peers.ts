/**
 * Ways from this browser to each other one in a visit room, by WebRTC. Of two the one that came later makes the offers, so that never both do. Sound and
 * picture have their lines from the beginning: what is switched on or off later changes what runs over a line and asks nobody again.
 */
import type { client } from '../../api/client.ts'

type Exchanged = Awaited<ReturnType<typeof client.visitRoom.exchange>>
export type SignalTo = { toSeatId: string; kind: SignalKind; text: string }
export type SignalFrom = Exchanged['signals'][number]
type SignalKind = SignalFrom['kind']

export type Own = { sound: MediaStreamTrack | null; picture: MediaStreamTrack | null }
/** `failed`: nothing more is tried by itself. */
export type PeerState = 'connecting' | 'connected' | 'reconnecting' | 'failed'
export type Peer = { seatId: string; state: PeerState; stream: MediaStream }

/** A way that is not there within this time is looked for anew, so many times, in milliseconds. */
const TRY_MS = 12_000
const TRIES_MAX = 4
/** What breaks off for a moment comes back by itself, in milliseconds. */
const WAIT_FOR_RETURN_MS = 3_000
/** Candidates found within this time are told together, in milliseconds. */
const GATHER_MS = 100

type Peers = {
  /** Who else is in the room now. */
  meet(seatIds: readonly string[]): void
  hear(signal: SignalFrom): void
  show(own: Own): void
  /** By a person, after it failed. */
  retry(seatId: string): void
  close(): void
}

type Options = {
  ownSeatId: string
  iceServers: RTCIceServer[]
  own: Own
  say: (signal: SignalTo) => void
  onChange: (peers: Peer[]) => void
}

export function openPeers({ ownSeatId, iceServers, own, say, onChange }: Options): Peers {
  const ways = new Map<string, ReturnType<typeof openWay>>()
  let showing = own
  const changed = () => onChange([...ways.values()].map((way) => way.peer()))
  const meetOne = (seatId: string) => {
    const way = openWay({
      iceServers,
      isOffering: ownSeatId > seatId,
      say: (kind, text) => say({ toSeatId: seatId, kind, text }),
      peer: { seatId, state: 'connecting', stream: new MediaStream() },
      onChange: changed,
    })
    way.show(showing)
    ways.set(seatId, way)
    return way
  }
  return {
    meet(seatIds) {
      for (const seatId of seatIds) if (!ways.has(seatId)) meetOne(seatId)
      for (const [seatId, way] of ways) {
        if (seatIds.includes(seatId)) continue
        way.close()
        ways.delete(seatId)
      }
      changed()
    },
    hear({ fromSeatId, kind, text }) {
      void ways.get(fromSeatId)?.hear(kind, text)
    },
    show(next) {
      showing = next
      for (const way of ways.values()) way.show(next)
    },
    retry: (seatId) => ways.get(seatId)?.retry(),
    close() {
      for (const way of ways.values()) way.close()
      ways.clear()
    },
  }
}

type WayOptions = {
  iceServers: RTCIceServer[]
  isOffering: boolean
  say: (kind: SignalKind, text: string) => void
  peer: Peer
  onChange: () => void
}

function openWay({ iceServers, isOffering, say, peer, onChange }: WayOptions) {
  const line = new RTCPeerConnection({ iceServers })
  let own: Own = { sound: null, picture: null }
  let state: PeerState = peer.state
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let gathering: ReturnType<typeof setTimeout> | undefined
  let found: RTCIceCandidateInit[] = []
  /** Those that came before what they belong to. */
  let early: RTCIceCandidateInit[] = []
  let isClosed = false
  /** The last offer, by number: its answer repeats it, so that an answer to an older one changes nothing. */
  let offered = { number: 0, at: 0 }

  const become = (next: PeerState) => {
    if (state === next) return
    state = next
    onChange()
  }
  const later = (ms: number, act: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(act, ms)
  }

  const offer = async (isAnew: boolean) => {
    // Both sides miss a way at the same moment: one new offer is enough.
    if (line.signalingState === 'have-local-offer' && Date.now() - offered.at < TRY_MS / 2) return
    offered = { number: offered.number + 1, at: Date.now() }
    const { number } = offered
    await line.setLocalDescription(await line.createOffer({ iceRestart: isAnew }))
    say('offer', numbered(number, line.localDescription?.sdp))
  }
  /** Looks for a way once more, unless that was tried often enough. */
  const tryAgain = () => {
    if (tries >= TRIES_MAX) return become('failed')
    tries += 1
    if (state === 'connected') become('reconnecting')
    if (isOffering) void offer(true).catch(() => undefined)
    else say('again', '')
    later(TRY_MS, tryAgain)
  }

  line.addEventListener('track', ({ track }) => peer.stream.addTrack(track))
  line.addEventListener('icecandidate', ({ candidate }) => {
    if (!candidate) return
    found.push(candidate.toJSON())
    gathering ??= setTimeout(() => {
      gathering = undefined
      say('candidates', JSON.stringify(found))
      found = []
    }, GATHER_MS)
  })
  line.addEventListener('connectionstatechange', () => {
    if (line.connectionState === 'connected') {
      tries = 0
      clearTimeout(timer)
      become('connected')
    }
    if (line.connectionState === 'disconnected') {
      become('reconnecting')
      later(WAIT_FOR_RETURN_MS, tryAgain)
    }
    if (line.connectionState === 'failed') tryAgain()
  })

  /** Who answers takes the lines that the offer brought. */
  const put = () =>
    Promise.all(
      line.getTransceivers().map(async (each) => {
        each.direction = 'sendrecv'
        await each.sender.replaceTrack(each.receiver.track.kind === 'audio' ? own.sound : own.picture)
      }),
    ).catch(() => undefined)

  const take = async (kind: SignalKind, text: string): Promise<void> => {
    if (kind === 'again') return offer(true)
    if (kind === 'candidates') {
      const candidates = JSON.parse(text) as RTCIceCandidateInit[]
      if (!line.remoteDescription) early.push(...candidates)
      // Those of an offer that was made anew meanwhile are of no use.
      else for (const each of candidates) await line.addIceCandidate(each).catch(() => undefined)
      return
    }
    const [number, sdp] = readNumbered(text)
    if (kind === 'answer' && number !== offered.number) return
    await line.setRemoteDescription({ type: kind, sdp })
    if (kind === 'offer') {
      await put()
      await line.setLocalDescription(await line.createAnswer())
      say('answer', numbered(number, line.localDescription?.sdp))
    }
    const waiting = early
    early = []
    for (const each of waiting) await line.addIceCandidate(each).catch(() => undefined)
  }
  /** One after the other, in the order in which they came. What cannot be understood is looked for anew in time. */
  let taking: Promise<void> = Promise.resolve()

  if (isOffering) {
    line.addTransceiver('audio', { direction: 'sendrecv' })
    line.addTransceiver('video', { direction: 'sendrecv' })
    // After the tracks are put: they are then in the first offer.
    queueMicrotask(() => {
      if (!isClosed) void offer(false).catch(() => undefined)
    })
  }
  later(TRY_MS, tryAgain)

  return {
    peer: (): Peer => ({ ...peer, state }),
    hear(kind: SignalKind, text: string) {
      taking = taking.then(() => (isClosed ? undefined : take(kind, text))).catch(() => undefined)
      return taking
    },
    show(next: Own) {
      own = next
      void put()
    },
    retry() {
      tries = 0
      become('connecting')
      tryAgain()
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      clearTimeout(gathering)
      line.close()
    },
  }
}

const numbered = (number: number, sdp = ''): string => `${number} ${sdp}`
function readNumbered(text: string): [number: number, sdp: string] {
  const end = text.indexOf(' ')
  return [Number(text.slice(0, end)), text.slice(end + 1)]
}
