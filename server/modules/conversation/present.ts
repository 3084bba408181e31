/** From rows to the contract's shapes. */
import type * as z from 'zod'
import type { ConversationDetail, ConversationRow, Message, SafetyAlert } from '#contract/conversation.ts'
import type { PatientConversation } from '#contract/my-conversation.ts'
import { SENSITIVITY_LABELS } from '#contract/sensitivity.ts'
import type { MoveShown } from './move-store.ts'
import { quoteWords } from './patient-words.ts'
import { canReadWords, type NoteActor, type NoteReader } from './policy.ts'
import type { Clock } from '#engines/sla/clocks.ts'
import { questionOf } from '#engines/triage/triage.ts'
import { sameInBoth } from '#engines/triage/wording.ts'
import type { AlertRow, DetailRow, HiddenAlertRow, ListedRow, MessageRow, PartyRow } from './read-store.ts'
import type { ReplyWay } from './send-store.ts'
import { ASK_REASONS, isAsked } from './gate.ts'
import { decideReply } from './send-message.ts'
import type { Found } from './search-query.ts'
import { reasonKept, spansInWords, type SaidWords, type StoredUnderstanding } from './stored-understanding.ts'
import { titleOf } from './title-of.ts'

type Row = z.input<typeof ConversationRow>
type Detail = z.input<typeof ConversationDetail>

const iso = (date: Date): string => date.toISOString()
const isoOrNull = (date: Date | null): string | null => date && date.toISOString()

export function presentRow(row: ListedRow, found: Found | null = null): Row {
  return {
    id: row.id,
    number: row.number,
    patient: row.patientId && row.patientName ? { id: row.patientId, name: row.patientName } : null,
    senderName: row.senderName,
    subject: row.subject,
    lastWords: row.lastWords,
    lastDirection: row.lastDirection,
    lastMessageAt: iso(row.lastMessageAt),
    channel: row.channel as Row['channel'],
    language: row.language,
    state: row.state as Row['state'],
    waitingOn: row.waitingOn as Row['waitingOn'],
    urgency: row.urgency,
    urgencyReason: row.urgencyReason,
    tone: row.tone as Row['tone'],
    dueAt: isoOrNull(row.dueAt),
    snoozedUntil: isoOrNull(row.snoozedUntil),
    assignee: row.assigneeId && row.assigneeName ? { id: row.assigneeId, name: row.assigneeName } : null,
    identityLevel: row.identityLevel as Row['identityLevel'],
    alertOpen: row.alertOpen,
    isUnread: row.isUnread,
    tags: row.tags,
    flagWords: row.flagged && wordsOf(row.flagged),
    found,
    version: row.version,
  }
}

/** The patient's own words that raised a flag. */
const wordsOf = (said: SaidWords & { result: StoredUnderstanding | null }): string =>
  quoteWords(said.trimmed ?? said.text, spansInWords(said, said.result ?? {})) || (said.subject ?? '')

/** What a level still locks. Source: desk-D8. */
function lockedAt(level: string): Detail['locked'] {
  return level === 'verified' || level === 'verified_for' ? [] : ['visits', 'bills', 'results', 'record']
}

export function presentDetail(
  row: DetailRow,
  {
    parties,
    alerts,
    ways,
    clocks,
    moves,
    reader,
  }: {
    parties: PartyRow[]
    alerts: AlertRow[]
    ways: ReplyWay[]
    clocks: Clock[]
    moves: MoveShown[]
    reader: { labels: readonly string[] }
  },
  now: Date,
): Detail {
  return {
    ...presentRow(row),
    clocks: clocks.flatMap(({ kind, state, dueAt }) =>
      state === 'met' || state === 'late' || state === 'ended' ? [] : [{ kind, state, dueAt }],
    ),
    topic: row.topic,
    siteName: row.siteName,
    siteTimeZone: row.siteTimeZone,
    queue: row.queueId && row.queueName ? { id: row.queueId, name: row.queueName } : null,
    labels: row.labels,
    labelsToSet: SENSITIVITY_LABELS.filter((label) => reader.labels.includes(label)),
    lastSeq: row.lastSeq,
    firstUnreadSeq: row.firstUnreadSeq,
    mayBelongTo:
      row.mayBelongTo && row.mayBelongNumber
        ? { conversationId: row.mayBelongTo, number: row.mayBelongNumber, reason: row.mayBelongReason ?? '' }
        : null,
    follows: row.follows,
    isPrivate: row.privacy !== null,
    privacyLifted: row.privacyLifted && { ...row.privacyLifted, at: iso(new Date(row.privacyLifted.at)) },
    mergedInto: row.mergedInto && row.mergedNumber ? { id: row.mergedInto, number: row.mergedNumber } : null,
    moves: moves.map((move) => ({
      id: move.id,
      kind: move.kind,
      source: { id: move.sourceId, number: move.sourceNumber },
      target: { id: move.targetId, number: move.targetNumber },
      movedBy: move.movedBy,
      movedAt: iso(move.movedAt),
      messages: move.messages,
      undoUntil: move.undoneAt === null && move.undoUntil > now ? iso(move.undoUntil) : null,
      isUndone: move.undoneAt !== null,
    })),
    alerts: alerts.map(presentAlert),
    locked: lockedAt(row.identityLevel),
    replyChannels: ways.map((way) => {
      // Who else reads there is asked when it is sent.
      const decision = decideReply(way, { agreed: ASK_REASONS })
      return {
        channel: way.channel,
        address: way.address,
        contactPointId: way.contactPointId,
        carriesText: way.carriesText,
        isAskedFor: way.isAskedFor,
        refusal: decision.do === 'allow' ? null : decision.reason,
        waitsUntil: decision.do === 'hold' ? isoOrNull(decision.until) : null,
      }
    }),
    participants: parties.map((party) => ({
      partyId: party.partyId,
      role: party.role,
      person: { kind: party.kind as 'patient', id: party.personId, name: party.name },
      address: party.address,
    })),
  }
}

export const presentAlert = (row: AlertRow): z.input<typeof SafetyAlert> => ({
  ...headOfAlert(row),
  isHidden: false,
  seq: row.seq,
  reason: row.reason,
  words: wordsOf(row.said),
  patientName: row.patientName,
  acceptedBy: row.acceptedBy && row.acceptedByName ? { id: row.acceptedBy, name: row.acceptedByName } : null,
  acceptedAt: isoOrNull(row.acceptedAt),
  acceptedByPhone: row.acceptedByPhone,
})

export const presentHiddenAlert = (row: HiddenAlertRow): z.input<typeof SafetyAlert> => ({
  ...headOfAlert(row),
  isHidden: true,
  seq: null,
  reason: sameInBoth(''),
  words: '',
  patientName: null,
  acceptedBy: null,
  acceptedAt: null,
  acceptedByPhone: false,
})

const headOfAlert = (row: HiddenAlertRow) => ({
  id: row.id,
  conversationId: row.conversationId,
  urgency: row.urgency,
  kind: row.kind,
  told: row.told ?? [],
  raisedAt: iso(row.raisedAt),
  step: row.step,
  nextStepAt: isoOrNull(row.nextStepAt),
})

type Shown = z.input<typeof Message>

/** A note for other readers stays in its place without its words. */
export function presentMessage(row: MessageRow, reader: NoteActor): Shown {
  const isHidden = !canReadWords(reader, row)
  return {
    id: row.id,
    conversationId: row.conversationId,
    seq: row.seq,
    direction: row.direction,
    channel: row.channel as Shown['channel'],
    author: { kind: row.authorKind as Shown['author']['kind'], id: row.authorId, name: row.authorName },
    text: isHidden ? '' : row.text,
    trimmed: isHidden ? null : row.trimmed,
    hasHtml: row.hasHtml,
    hasRaw: row.hasRaw,
    subject: row.subject,
    language: row.language,
    urgency: row.urgency,
    at: iso(row.receivedAt),
    claimedAt: isoOrNull(row.claimedAt),
    answerTo: isHidden ? null : row.answerTo,
    automatic: row.automatic as Shown['automatic'],
    flags: isHidden ? [...row.flags, 'hidden'] : row.flags,
    readers: row.readers as NoteReader[],
    attachments: isHidden ? [] : ((row.attachments ?? []) as Shown['attachments']),
    heldUntil: isoOrNull(row.heldUntil),
    cancelledAt: isoOrNull(row.cancelledAt),
    deliveries: (row.deliveries ?? []).map(({ isAgreed, ...delivery }) => ({
      ...(delivery as Shown['deliveries'][number]),
      asked: askedOf({ ...delivery, isAgreed }),
      at: new Date(delivery.at).toISOString(),
      notBefore: new Date(delivery.notBefore).toISOString(),
    })),
    origin: row.origin,
    movedTo: row.movedTo,
    understanding: row.understandingState && row.direction === 'in' ? presentUnderstanding(row) : null,
  }
}

function askedOf({ state, cause, isAgreed }: DeliveryOf): Shown['deliveries'][number]['asked'] {
  if (isAsked(cause) && state === 'held') return 'open'
  if (isAsked(cause) && state === 'cancelled') return 'no'
  return isAgreed && state === 'held' && cause === null ? 'yes' : null
}

type DeliveryOf = Pick<NonNullable<MessageRow['deliveries']>[number], 'state' | 'cause' | 'isAgreed'>

function presentUnderstanding(row: MessageRow): NonNullable<Shown['understanding']> {
  const said = (row.understanding ?? {}) as StoredUnderstanding
  return {
    state: row.understandingState as 'understood',
    language: said.language?.code ?? row.language,
    intents: (said.intents ?? []).map(({ name, score }) => ({ name, score })),
    tone: (said.emotions?.tones?.[0]?.tone ?? null) as NonNullable<Shown['understanding']>['tone'],
    intensity: said.emotions?.intensity ?? 0,
    triage: said.triage?.urgency ?? 'urgent',
    reason: reasonKept(said),
    crisis: said.crisis?.kinds ?? [],
    spans: spansInWords(row, said).map(({ start, end }) => [start, end]),
    rules: (said.triage?.rules_fired ?? []).map(({ id, source }) => ({
      id,
      title: source?.title ?? id,
      url: source?.url ?? '',
    })),
    corrected: row.corrected ?? {},
    asked: (row.asked ?? []).map(({ id, answer }) => {
      const question = questionOf(id)
      return { id, en: question?.en ?? id, es: question?.es ?? id, answer }
    }),
  }
}

export type PatientConversationRow = {
  id: string
  number: string
  subject: string
  state: string
  firstWords: string
  lastWords: string
  lastMessageAt: Date
  channel: string
  unread: number
  patientId: string | null
  patientName: string | null
  alert: 'none' | 'unread' | 'accepted'
}

/** A patient sees four states; what the desk does inside (snooze, merge) reads as open. */
export function presentForPatient(row: PatientConversationRow): z.input<typeof PatientConversation> {
  const state = row.state === 'waiting' || row.state === 'resolved' || row.state === 'closed' ? row.state : 'open'
  return {
    id: row.id,
    number: row.number,
    subject: titleOf(row.subject, row.firstWords),
    state,
    lastWords: row.lastWords,
    lastMessageAt: iso(row.lastMessageAt),
    channel: row.channel as 'portal-chat',
    unread: row.unread,
    patient: row.patientId && row.patientName ? { id: row.patientId, name: row.patientName } : null,
    alert: row.alert,
  }
}
