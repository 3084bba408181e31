/** Who writes next, about what and how: pure, from the dice alone. */
import type { Channel, Story } from '../story.ts'
import type { Random } from '../random.ts'
import type { LivePatient } from './world.ts'

export type LiveChannel = Channel | 'sms'
export type Chosen = { story: Story; channel: LiveChannel; patient: LivePatient }

/** Of each hundred matters. */
const SHARES: readonly [LiveChannel, number][] = [
  ['portal-chat', 35],
  ['sms', 25],
  ['widget', 20],
  ['email', 20],
]
/** Of the stories that raise a red flag, this share is told. */
const RED_FLAG_SHARE = 0.3
/** Throws until somebody fits; after it nobody writes this time. */
const TRIES_MAX = 12

export type Choosing = {
  stories: readonly Story[]
  patients: readonly LivePatient[]
  /** The doors that are open. */
  channels: ReadonlySet<LiveChannel>
  /** Patients whose matter is still going on. */
  busy: ReadonlySet<string>
  dice: Random
}

export function chooseMatter({ stories, patients, channels, busy, dice }: Choosing): Chosen | undefined {
  for (let n = 0; n < TRIES_MAX; n++) {
    const patient = dice.pick(patients)
    const channel = pickChannel(dice)
    if (busy.has(patient.id) || !channels.has(channel) || !reaches(patient, channel)) continue
    const fits = stories.filter((story) => isTold(story, patient, channel))
    if (fits.length === 0) continue
    const story = dice.pick(fits)
    if (story.endings.includes('alert') && !dice.chance(RED_FLAG_SHARE)) continue
    return { story, channel, patient }
  }
  return undefined
}

// A chat is short enough for a text; children and helped people have somebody else write, whom a story would have to name.
const isTold = ({ language, who, channels, endings }: Story, patient: LivePatient, channel: LiveChannel): boolean =>
  language === patient.language &&
  who === 'adult' &&
  !endings.includes('spam') &&
  channels.includes(channel === 'sms' ? 'widget' : channel)

const reaches = ({ accountId, email, phone }: LivePatient, channel: LiveChannel): boolean =>
  channel === 'widget' || { 'portal-chat': accountId, email, sms: phone }[channel] !== null

function pickChannel(dice: Random): LiveChannel {
  let left = dice.between(1, 100)
  for (const [channel, share] of SHARES) {
    left -= share
    if (left <= 0) return channel
  }
  return 'portal-chat'
}
