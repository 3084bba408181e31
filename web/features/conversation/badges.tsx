/** The words and pictures for the closed lists of a conversation: urgency, channel, language, identity, state, delivery. */
import {
  BadgeCheck,
  Ban,
  Check,
  CheckCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  Clock,
  Eye,
  Globe,
  Hourglass,
  Inbox,
  Mail,
  MessageCircle,
  MessageSquareText,
  MonitorSmartphone,
  Moon,
  Phone,
  ShieldQuestion,
  Siren,
  Smartphone,
  Store,
  TriangleAlert,
  UserCheck,
  type LucideIcon,
} from 'lucide-react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Channel, ConversationRow, ConversationState, Delivery, IdentityLevel, Urgency } from '../../api/types.ts'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'

type Look = { tone: BadgeTone; icon: LucideIcon }

const urgencyLook: Record<Urgency, Look> = {
  stat: { tone: 'emergency', icon: Siren },
  asap: { tone: 'emergency', icon: TriangleAlert },
  urgent: { tone: 'urgent', icon: TriangleAlert },
  routine: { tone: 'neutral', icon: Clock },
}

export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  const { tone, icon } = urgencyLook[urgency]
  return (
    <Badge tone={tone} icon={icon} strong={urgency === 'stat'}>
      <FormattedMessage id={`desk.urgency.${urgency}`} />
    </Badge>
  )
}

export const channelIcon: Record<Channel, LucideIcon> = {
  'portal-chat': MonitorSmartphone,
  widget: MessageCircle,
  email: Mail,
  sms: Smartphone,
  voice: Phone,
  'front-desk': Store,
  desk: MessageSquareText,
}

export function ChannelMark({ channel }: { channel: Channel }) {
  const intl = useIntl()
  const Icon = channelIcon[channel]
  const name = intl.formatMessage({ id: `desk.channel.${channel}` })
  return <Icon size="1.05em" strokeWidth={1.9} role="img" aria-label={name} />
}

export function LanguageBadge({ language }: { language: string }) {
  return (
    <Badge icon={Globe}>
      <LanguageName language={language} />
    </Badge>
  )
}

export function LanguageName({ language }: { language: string }) {
  const intl = useIntl()
  return <>{languageName(intl, language)}</>
}

/** The language in the reader's words; `und` is what we could not tell. */
export function languageName(intl: ReturnType<typeof useIntl>, language: string): string {
  if (!language || language === 'und') return intl.formatMessage({ id: 'desk.language.unknown' })
  try {
    return intl.formatDisplayName(language, { type: 'language' }) ?? language
  } catch {
    return language
  }
}

const identityLook: Record<IdentityLevel, Look> = {
  none: { tone: 'urgent', icon: ShieldQuestion },
  matched: { tone: 'waiting', icon: UserCheck },
  verified: { tone: 'done', icon: BadgeCheck },
  verified_for: { tone: 'done', icon: BadgeCheck },
}

export function IdentityBadge({ level }: { level: IdentityLevel }) {
  const { tone, icon } = identityLook[level]
  return (
    <Badge tone={tone} icon={icon}>
      <FormattedMessage id={`desk.identity.${level}`} />
    </Badge>
  )
}

const stateLook: Record<ConversationState, Look> = {
  open: { tone: 'brand', icon: Inbox },
  waiting: { tone: 'waiting', icon: Hourglass },
  snoozed: { tone: 'waiting', icon: Moon },
  resolved: { tone: 'done', icon: CheckCheck },
  closed: { tone: 'neutral', icon: Check },
  spam: { tone: 'neutral', icon: Ban },
  merged: { tone: 'neutral', icon: CircleDashed },
}

export function StateBadge({ conversation }: { conversation: Pick<ConversationRow, 'state' | 'waitingOn'> }) {
  const { tone, icon } = stateLook[conversation.state]
  const { state, waitingOn } = conversation
  return (
    <Badge tone={tone} icon={icon}>
      {state === 'waiting' && waitingOn ? (
        <FormattedMessage id={`desk.waiting-on.${waitingOn}`} />
      ) : (
        <FormattedMessage id={`desk.state.${state}`} />
      )}
    </Badge>
  )
}

export const deliveryLook: Record<Delivery['state'], Look> = {
  held: { tone: 'waiting', icon: Clock },
  queued: { tone: 'neutral', icon: Clock },
  sending: { tone: 'neutral', icon: CircleDashed },
  handed_over: { tone: 'neutral', icon: Check },
  delivered: { tone: 'done', icon: CheckCheck },
  seen: { tone: 'done', icon: Eye },
  blocked: { tone: 'urgent', icon: Ban },
  cancelled: { tone: 'neutral', icon: CircleX },
  failed: { tone: 'emergency', icon: CircleX },
  unknown: { tone: 'urgent', icon: CircleHelp },
}
