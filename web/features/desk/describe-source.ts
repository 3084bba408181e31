/** Where a hand-over came from, in words: what the server names by channel and address, such as `sms:+16175550110`. */
import type { IntlShape } from 'react-intl'
import { readableContact } from '../../ui/contact-value.tsx'

const CHANNELS = { email: 'email', sms: 'sms', voice: 'voice', portal: 'portal-chat', widget: 'widget' } as const

/** An address without a channel, as a mailbox has it, stays as it is. */
export function describeSource(intl: Pick<IntlShape, 'formatMessage'>, source: string): string {
  const [channel = '', ...rest] = source.split(':')
  if (!Object.hasOwn(CHANNELS, channel)) return source
  const name = intl.formatMessage({ id: `desk.channel.${CHANNELS[channel as keyof typeof CHANNELS]}` })
  return rest.length === 0 ? name : `${name} · ${readableContact(rest.join(':'))}`
}
