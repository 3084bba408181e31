/** Which questions are asked, and what holds while nobody has answered (desk-D38). */
export type Kind = 'channel_purpose' | 'plain_mail' | 'disclosure' | 'research' | 'recording'
export type Purpose = 'reply' | 'care' | 'billing' | 'feedback' | 'outreach' | 'security' | 'emergency'
export type Channel = 'portal-chat' | 'widget' | 'email' | 'sms' | 'voice'

export type Choice = {
  kind: Kind
  purpose: Purpose
  channel: Channel
  key: string
  textVersion: string
  byDefault: 'permit' | 'deny'
}

/** The version of the texts in the catalogue; a changed text is a new version and is asked again. */
export const TEXT_VERSION = '2026-11'

const channelChoice = (purpose: Purpose, channel: Channel, byDefault: 'permit' | 'deny'): Choice => ({
  kind: 'channel_purpose',
  purpose,
  channel,
  key: `${purpose}-${channel}`,
  textVersion: TEXT_VERSION,
  byDefault,
})

/** An answer on the channel the person used is allowed without a record; everything else waits for a yes. */
export const CHOICES: readonly Choice[] = [
  channelChoice('reply', 'email', 'permit'),
  channelChoice('reply', 'sms', 'permit'),
  channelChoice('care', 'email', 'deny'),
  channelChoice('care', 'sms', 'deny'),
  channelChoice('care', 'voice', 'deny'),
  channelChoice('billing', 'email', 'deny'),
  channelChoice('feedback', 'email', 'deny'),
  channelChoice('outreach', 'email', 'deny'),
  {
    kind: 'plain_mail',
    purpose: 'reply',
    channel: 'email',
    key: 'plain-mail',
    textVersion: TEXT_VERSION,
    byDefault: 'deny',
  },
  {
    kind: 'plain_mail',
    purpose: 'reply',
    channel: 'sms',
    key: 'plain-sms',
    textVersion: TEXT_VERSION,
    byDefault: 'deny',
  },
]

export const findChoice = <Asked extends Choice>(
  choices: readonly Asked[],
  { kind, purpose, channel }: Pick<Choice, 'kind' | 'purpose' | 'channel'>,
): Asked | undefined =>
  choices.find((choice) => choice.kind === kind && choice.purpose === purpose && choice.channel === channel)

/** Only what is asked for a channel is said for one of its numbers or mailboxes, and only for one that is open. */
export const fitsLine = (
  { kind, channel, lineId }: Pick<Choice, 'kind' | 'channel'> & { lineId: string | null },
  lines: readonly { id: string; channel: string; isLive: boolean }[],
): boolean =>
  lineId === null ||
  (kind === 'channel_purpose' && lines.some((line) => line.id === lineId && line.channel === channel && line.isLive))
