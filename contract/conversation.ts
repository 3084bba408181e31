/** Conversations and messages, as staff see them. */
import { INTENT_NAMES } from '#engines/intent/intent-names.ts'
import { REPORTED_EVENTS } from '#engines/rules/rule.ts'
import * as z from 'zod'
import { Tone } from './tone.ts'
import { CLINICAL, cursor, DESK, givenInstant, id, instant, PAGE_MAX, route, whole, WHOLE_MAX } from './route.ts'
import { IDENTITY_LEVELS } from './role.ts'
import { SENSITIVITY_LABELS } from './sensitivity.ts'
import { Worded } from './worded.ts'

export const Channel = z.enum(['portal-chat', 'widget', 'email', 'sms', 'voice', 'front-desk', 'desk'])
export const Urgency = z.enum(['routine', 'urgent', 'asap', 'stat'])
export const ConversationState = z.enum(['open', 'waiting', 'snoozed', 'resolved', 'closed', 'spam', 'merged'])
export const WaitingOn = z.enum(['patient', 'clinician', 'payer', 'pharmacy', 'laboratory', 'other-office'])
/** What systems outside report (contract/event-source.ts). */
export const SnoozeEvent = z.enum(REPORTED_EVENTS)
/** What a person's hand may make of a conversation. */
export const NextState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('resolved') }),
  z.object({ state: z.literal('spam') }),
  z.object({ state: z.literal('waiting'), waitingOn: WaitingOn }),
  z.object({ state: z.literal('snoozed'), until: givenInstant, event: SnoozeEvent.optional() }),
])
export const NoteReader = z.enum(['service', 'clinical', 'billing', 'sensitive'])
export const IdentityLevel = z.enum(IDENTITY_LEVELS)
export const View = z.enum([
  'mine',
  'unassigned',
  'red-flags',
  'due-next',
  'waiting',
  'snoozed',
  'mentions',
  'not-sent',
  'set-aside',
  'call-backs',
  'front-desk',
  'all',
])

/** Characters of one message (desk-D65 for the widget; the same for the portal). */
export const MESSAGE_MAX = 10_000
/** Bytes and number of files of one message (desk-D55). */
export const ATTACHMENT_MAX_BYTES = 25_000_000
export const ATTACHMENTS_MAX = 20

export const Attachment = z.object({
  id,
  name: z.string(),
  type: z.string(),
  size: z.number(),
  verdict: z.enum(['waiting', 'clean', 'infected', 'refused', 'unreadable']),
  reason: z.string().nullable(),
})

export const Person = z.object({
  kind: z.enum(['patient', 'related-person', 'visitor', 'unknown', 'staff', 'system', 'assistant']),
  id: id.nullable(),
  name: z.string().nullable(),
})

export const Delivery = z.object({
  id,
  channel: Channel,
  address: z.string().nullable(),
  state: z.enum([
    'held',
    'queued',
    'sending',
    'handed_over',
    'delivered',
    'seen',
    'blocked',
    'cancelled',
    'failed',
    'unknown',
  ]),
  cause: z.string().nullable(),
  at: instant,
  notBefore: instant,
  /** Whether it leaves, a person is asked (desk-D36): `open` until `notBefore`; `yes` for the undo time; `no` may be taken back until `notBefore`. */
  asked: z.enum(['open', 'yes', 'no']).nullable(),
})

/** What the engines said of one message, as far as a screen shows it. */
export const UnderstandingSummary = z.object({
  state: z.enum(['understood', 'not_understood']),
  language: z.string(),
  intents: z.array(z.object({ name: z.enum(INTENT_NAMES), score: z.number() })),
  tone: Tone.nullable(),
  intensity: z.number(),
  triage: z.string(),
  /** Why, in the words of the protocol, with the patient's own. */
  reason: Worded.nullable(),
  crisis: z.array(z.string()),
  /** From and to (characters) in the new words of the message (`trimmed`, else `text`) that raised a finding. */
  spans: z.array(z.tuple([z.number(), z.number()])),
  rules: z.array(z.object({ id: z.string(), title: z.string(), url: z.string() })),
  /** What staff would have read instead (D7); what is not there is not corrected. */
  corrected: z.object({
    intent: z.enum(INTENT_NAMES).optional(),
    language: z.string().optional(),
    tone: Tone.optional(),
  }),
  /** What the safety dialogue that began with this message asked, in order, and what was answered; null: nobody has answered. */
  asked: z.array(
    z.object({
      id: z.string(),
      en: z.string(),
      es: z.string(),
      answer: z.enum(['yes', 'no', 'not_sure', 'in_words']).nullable(),
    }),
  ),
})

export const ConversationLink = z.object({ id, number: z.string() })

export const Message = z.object({
  id,
  conversationId: id,
  seq: whole,
  direction: z.enum(['in', 'out', 'note', 'event']),
  channel: Channel,
  author: Person,
  text: z.string(),
  /** The new part of a mail, without quotes and signature, when that is shorter than the text. */
  trimmed: z.string().nullable(),
  hasHtml: z.boolean(),
  hasRaw: z.boolean(),
  subject: z.string().nullable(),
  language: z.string(),
  urgency: Urgency,
  at: instant,
  claimedAt: instant.nullable(),
  /** Where a mail asks for its answers, other than at its sender. */
  answerTo: z.string().nullable(),
  automatic: z.enum(['none', 'auto_reply', 'bounce', 'list', 'own_echo', 'machine']),
  flags: z.array(z.string()),
  readers: z.array(NoteReader),
  attachments: z.array(Attachment),
  heldUntil: instant.nullable(),
  cancelledAt: instant.nullable(),
  deliveries: z.array(Delivery),
  understanding: UnderstandingSummary.nullable(),
  /** The conversation it was written to, when it stands in another now. */
  origin: ConversationLink.nullable(),
  /** Of an event that keeps the place of a message: where that message is (desk-D22). */
  movedTo: ConversationLink.nullable(),
})

export const ConversationRow = z.object({
  id,
  number: z.string(),
  patient: z.object({ id, name: z.string() }).nullable(),
  senderName: z.string().nullable(),
  subject: z.string(),
  lastWords: z.string(),
  lastDirection: z.enum(['in', 'out', 'note', 'event']),
  lastMessageAt: instant,
  channel: Channel,
  language: z.string(),
  state: ConversationState,
  waitingOn: WaitingOn.nullable(),
  urgency: Urgency,
  urgencyReason: Worded.nullable(),
  tone: Tone.nullable(),
  dueAt: instant.nullable(),
  snoozedUntil: instant.nullable(),
  assignee: z.object({ id, name: z.string() }).nullable(),
  identityLevel: IdentityLevel,
  alertOpen: z.boolean(),
  isUnread: z.boolean(),
  tags: z.array(z.string()),
  /** Of an emergency: the patient's own words that raised it. */
  flagWords: z.string().nullable(),
  /** Of a search: the words around the hit, and from where to where (characters) they match. */
  found: z.object({ words: z.string(), marks: z.array(z.tuple([z.number(), z.number()])) }).nullable(),
  version: whole,
})

export const SafetyAlert = z.object({
  id,
  conversationId: id,
  /** The message that raised it, where it stands in that conversation; null where its words are hidden, or it was moved away. */
  seq: whole.nullable(),
  urgency: z.enum(['asap', 'stat']),
  kind: z.enum(['triage', 'crisis']),
  /** The reader's labels do not open its conversation: no words and no name, but somebody must accept it (decision 0140). */
  isHidden: z.boolean(),
  /** Why the rules raised it. */
  reason: Worded,
  /** The patient's own words that raised it. */
  words: z.string(),
  patientName: z.string().nullable(),
  /** Who was told so far, in the order of the ladder. */
  told: z.array(z.object({ id, name: z.string() })),
  raisedAt: instant,
  step: z.number().int(),
  nextStepAt: instant.nullable(),
  acceptedBy: z.object({ id, name: z.string() }).nullable(),
  acceptedAt: instant.nullable(),
  /** By a key on the telephone of whoever is on call, not at the desk. */
  acceptedByPhone: z.boolean(),
})

/** What is owed here now, and until when; null while it is paused. */
const OwedClock = z.object({
  kind: z.enum([
    'first-response',
    'next-response',
    'periodic-update',
    'resolution',
    'to-triage',
    'to-clinician',
    'result-told',
  ]),
  state: z.enum(['running', 'warning', 'breached', 'paused']),
  dueAt: instant.nullable(),
})

export const ConversationDetail = ConversationRow.extend({
  clocks: z.array(OwedClock),
  topic: z.string().nullable(),
  siteName: z.string().nullable(),
  siteTimeZone: z.string().nullable(),
  queue: z.object({ id, name: z.string() }).nullable(),
  /** Sensitivity labels: only people with all of them read it. */
  labels: z.array(z.string()),
  /** Those the caller may set or take away: the caller's own. */
  labelsToSet: z.array(z.enum(SENSITIVITY_LABELS)),
  lastSeq: whole,
  /** The first message that came in after what the caller has read. */
  firstUnreadSeq: whole.nullable(),
  mayBelongTo: z.object({ conversationId: id, number: z.string(), reason: z.string() }).nullable(),
  follows: id.nullable(),
  /** Of those on the patient's side only the one who wrote there of a danger reads it (understanding-D39). */
  isPrivate: z.boolean(),
  /** A nurse or a clinician took that back, as no danger was told. */
  privacyLifted: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
  mergedInto: ConversationLink.nullable(),
  /** Merges and splits, newest first; `undoUntil` is null when they cannot be undone any more. */
  moves: z.array(
    z.object({
      id,
      kind: z.enum(['merge', 'split']),
      source: ConversationLink,
      target: ConversationLink,
      movedBy: z.string(),
      movedAt: instant,
      messages: z.number().int(),
      undoUntil: instant.nullable(),
      isUndone: z.boolean(),
    }),
  ),
  alerts: z.array(SafetyAlert),
  /** What the identity level locks now, and what unlocks it. */
  locked: z.array(z.enum(['visits', 'bills', 'results', 'record'])),
  /** Ways this person can be answered, best first; `refusal` says why a way is closed now. */
  replyChannels: z.array(
    z.object({
      channel: Channel,
      address: z.string().nullable(),
      contactPointId: id.nullable(),
      /** False: by this way a link to the portal leaves in place of the words (desk-D37). */
      carriesText: z.boolean(),
      /** A mail asked to be answered there; nobody else says whose it is, so it is only chosen, never the best. */
      isAskedFor: z.boolean(),
      refusal: z.string().nullable(),
      /** Until when an answer by this way waits: it is night there. */
      waitsUntil: instant.nullable(),
    }),
  ),
  participants: z.array(z.object({ partyId: id, role: z.string(), person: Person, address: z.string().nullable() })),
})

/** Answers DISCLOSURE_STOPPED, whose detail says where (`found`: field, why, kind, span) and whether the way is open. */
export const DisclosureReason = z.enum(['someone-else', 'asked-for', 'needed-for-care'])

/** Why an answer does not wait for the morning of its receiver (desk-D41). */
export const NightReason = z.enum(['asked-for', 'cannot-wait'])

/** What is asked before an answer leaves (desk-D15, understanding-D44). */
export const SendQuestion = z.enum(['language', 'attachment-missing', 'hard-to-read', 'shared-address'])

/** Messages that one merge or split moves. */
export const MOVED_MAX = 500
/** What keeps two conversations apart (desk-D22). */
export const MergeObstacle = z.enum([
  'same',
  'source-state',
  'target-state',
  'patients',
  'labels',
  'visitor',
  'too-many',
])

const target = z.object({ conversationId: id })
const moveDone = z.object({
  moveId: id,
  /** Where the messages are now. */
  conversationId: id,
  undoUntil: instant,
  version: whole,
  lastSeq: whole,
})
const changed = z.object({ version: whole, lastSeq: whole })

export const conversation = {
  list: route({ roles: DESK, resource: 'conversation', patient: 'list', audit: 'R' })
    .route({
      method: 'GET',
      path: '/conversations',
      summary: 'Conversations of a view, newest first',
      tags: ['Conversation'],
    })
    .input(
      z.object({
        view: View.default('all'),
        search: z.string().trim().max(200).optional(),
        patientId: id.optional(),
        /** What else this patient wrote, asked while answering this conversation: refused below `verified` (desk-D8). */
        conversationId: id.optional(),
        cursor: cursor.optional(),
        limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_MAX),
      }),
    )
    .output(
      z.object({
        items: z.array(ConversationRow),
        next: cursor.nullable(),
        feed: z.string(),
        /** Nothing has the words that were looked for; these are conversations of people whose names are nearly those. */
        isSimilar: z.boolean(),
      }),
    ),

  counts: route({ roles: DESK, resource: 'conversation', patient: 'none', audit: 'none' })
    .route({
      method: 'GET',
      path: '/conversations/counts',
      summary: 'How many conversations each view holds',
      tags: ['Conversation'],
    })
    .output(z.record(View, z.number().int())),

  get: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'R' })
    .route({
      method: 'GET',
      path: '/conversations/{conversationId}',
      summary: 'One conversation',
      tags: ['Conversation'],
    })
    .input(target)
    .output(ConversationDetail),

  messages: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'R' })
    .route({
      method: 'GET',
      path: '/conversations/{conversationId}/messages',
      summary: 'The timeline, newest page first, or from a place on',
      tags: ['Conversation'],
    })
    .input(
      target.extend({
        before: z.coerce.number().int().max(WHOLE_MAX).positive().optional(),
        after: z.coerce.number().int().max(WHOLE_MAX).min(0).optional(),
        /** Begins with the first message that came at this moment or later, in place of `after`. */
        from: givenInstant.optional(),
        limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(PAGE_MAX),
      }),
    )
    .output(
      z.object({
        items: z.array(Message),
        hasOlder: z.boolean(),
        hasNewer: z.boolean(),
        events: z.array(
          z.object({
            id,
            event: z.string(),
            at: instant,
            actorName: z.string().nullable(),
            /** The rule that did it (desk-D68). */
            ruleName: z.string().nullable(),
            /** Names of the colleagues that the event called or gave it to. */
            told: z.array(z.string()),
            detail: z.record(z.string(), z.unknown()).nullable(),
          }),
        ),
      }),
    ),

  send: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'C' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/messages',
      summary: 'Answer, or write a note',
      tags: ['Conversation'],
    })
    .input(
      target.extend({
        /** Made by the client (UUIDv7); the same id sent twice is one message. */
        messageId: id,
        mode: z.enum(['reply', 'note']),
        text: z.string().trim().min(1).max(100_000),
        /** The newest seq the writer has seen (desk-D14). */
        seenSeq: whole.min(0),
        /** The way, as `replyChannels` names it; WRONG_PERSON if it is not there any more, or if what is named fits several. None: the best. */
        channel: Channel.optional(),
        contactPointId: id.nullish(),
        address: z.string().max(320).nullish(),
        attachmentIds: z.array(id).max(ATTACHMENTS_MAX).default([]),
        readers: z.array(NoteReader).min(1).optional(),
        mentions: z.array(id).max(20).default([]),
        /** After sending. */
        then: z
          .discriminatedUnion('state', [
            z.object({ state: z.literal('resolved') }),
            z.object({ state: z.literal('waiting'), waitingOn: WaitingOn }),
            z.object({ state: z.literal('snoozed'), until: givenInstant, event: SnoozeEvent.optional() }),
          ])
          .optional(),
        /** Questions the writer has answered with "send anyway" (desk-D15). */
        confirmed: z.array(SendQuestion).default([]),
        /** Why words that name another patient, or tell who somebody is on an open way, may leave (understanding-D49). */
        disclosure: DisclosureReason.optional(),
        /** Why it may ring although it is night for the receiver (desk-D41); without it the answer waits. */
        nightReason: NightReason.optional(),
        /** Of the draft that it was written as; a newer one is of other words and stays (desk-D13). Absent: the draft goes. */
        draftVersion: whole.min(0).optional(),
      }),
    )
    .output(
      changed.extend({
        messageId: id,
        heldUntil: instant.nullable(),
        questions: z.array(SendQuestion),
      }),
    ),

  undoSend: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/messages/{messageId}/undo',
      summary: 'Take back a held message as a draft',
      tags: ['Conversation'],
    })
    .input(target.extend({ messageId: id }))
    .output(z.object({ text: z.string(), attachmentIds: z.array(id) })),

  /** Starts a conversation with a patient from the desk. */
  start: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'C' })
    .route({ method: 'POST', path: '/conversations', summary: 'Write to a patient first', tags: ['Conversation'] })
    .input(
      z.object({
        conversationId: id,
        messageId: id,
        patientId: id,
        subject: z.string().trim().min(1).max(200),
        text: z.string().trim().min(1).max(100_000),
        channel: Channel,
        /** Questions the writer has answered with "send anyway" (desk-D15). */
        confirmed: z.array(SendQuestion).default([]),
        /** Why words that name another patient, or tell who somebody is on an open way, may leave (understanding-D49). */
        disclosure: DisclosureReason.optional(),
      }),
    )
    /** With questions nothing was written yet. */
    .output(z.object({ conversationId: id, messageId: id, questions: z.array(SendQuestion) })),

  setState: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/state',
      summary: 'Resolve, wait, snooze, reopen, mark as spam',
      tags: ['Conversation'],
    })
    .input(
      target.extend({
        version: whole,
        to: NextState,
      }),
    )
    .output(changed),

  assign: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/assignee',
      summary: 'Give to a colleague, take, or release',
      tags: ['Conversation'],
    })
    .input(target.extend({ version: whole, staffId: id.nullable() }))
    .output(changed),

  /** Who has it gives it back; deadlines are counted as that queue promises. */
  moveToQueue: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/queue',
      summary: 'Move to another queue',
      tags: ['Conversation'],
    })
    .input(target.extend({ version: whole, queueId: id }))
    .output(changed),

  /** All of them at once. Whoever has it and may not read it any more gives it back. */
  setLabels: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/labels',
      summary: 'Set the sensitivity labels, of those the caller has',
      tags: ['Conversation'],
    })
    .input(
      target.extend({
        version: whole,
        labels: z.array(z.enum(SENSITIVITY_LABELS)).max(SENSITIVITY_LABELS.length),
      }),
    )
    .output(changed),

  setUrgency: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/urgency',
      summary: 'Raise (anyone) or lower (nurse, clinician) the urgency',
      tags: ['Conversation'],
    })
    .input(target.extend({ version: whole, urgency: Urgency, reason: z.string().trim().min(3).max(300) }))
    .output(changed),

  /** STATE_NOT_ALLOWED: it is so already, no danger was ever told in it, or a safety alert waits to be accepted. */
  setPrivacy: route({ roles: CLINICAL, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/privacy',
      summary: 'Let others who speak for the patient read it again, or close it to them again',
      tags: ['Conversation'],
    })
    .input(target.extend({ version: whole, isPrivate: z.boolean(), reason: z.string().trim().min(3).max(300) }))
    .output(changed),

  tag: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/tags',
      summary: 'Add or remove tags',
      tags: ['Conversation'],
    })
    .input(
      target.extend({
        add: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
        remove: z.array(z.string().max(40)).max(20).default([]),
      }),
    )
    .output(changed),

  linkPatient: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/patient',
      summary: 'Say whose conversation this is',
      tags: ['Conversation'],
    })
    .input(target.extend({ version: whole, patientId: id.nullable() }))
    .output(changed),

  previewMerge: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'R' })
    .route({
      method: 'GET',
      path: '/conversations/{conversationId}/merge',
      summary: 'What a merge into another conversation would do, or what stands in its way',
      tags: ['Conversation'],
    })
    .input(target.extend({ intoId: id }))
    .output(
      z.object({
        obstacle: MergeObstacle.nullable(),
        messages: z.number().int(),
        drafts: z.number().int(),
        openAlerts: z.number().int(),
        onTheirWay: z.number().int(),
        intoVersion: whole,
        intoNumber: z.string(),
        linksPatient: z.boolean(),
      }),
    ),

  merge: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/merge',
      summary: 'Make this conversation part of another',
      tags: ['Conversation'],
    })
    .input(target.extend({ version: whole, intoId: id, intoVersion: whole }))
    .output(moveDone),

  split: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/split',
      summary: 'Move chosen messages to a new conversation, also of another patient',
      tags: ['Conversation'],
    })
    .input(
      target.extend({
        version: whole,
        messageIds: z.array(id).min(1).max(MOVED_MAX),
        /** Of whom the new conversation is; not given: of the same patient. Null: of nobody yet. */
        patientId: id.nullable().optional(),
        subject: z.string().trim().max(200).default(''),
      }),
    )
    .output(moveDone),

  undoMove: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/moves/{moveId}/undo',
      summary: 'Undo a merge or a split of the last 30 days',
      tags: ['Conversation'],
    })
    .input(target.extend({ moveId: id }))
    .output(target),

  markSeen: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'none' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/seen',
      summary: 'Read up to this message',
      tags: ['Conversation'],
    })
    .input(target.extend({ seq: whole.min(0) }))
    .output(z.object({})),

  saveDraft: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'none' })
    .route({
      method: 'PUT',
      path: '/conversations/{conversationId}/draft',
      summary: 'Keep what is being written; nothing written and no file deletes it',
      tags: ['Conversation'],
    })
    .input(
      target.extend({
        mode: z.enum(['reply', 'note']),
        text: z.string().max(100_000),
        deviceVersion: whole.min(0),
        /** The files of the draft; absent: as they were. */
        attachmentIds: z.array(id).max(ATTACHMENTS_MAX).optional(),
      }),
    )
    .output(
      z.object({
        savedAt: instant.nullable(),
        otherVersion: z.object({ text: z.string(), savedAt: instant }).nullable(),
      }),
    ),

  drafts: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'none' })
    .route({
      method: 'GET',
      path: '/conversations/{conversationId}/drafts',
      summary: 'My drafts here',
      tags: ['Conversation'],
    })
    .input(target)
    .output(
      z.array(
        z.object({
          mode: z.enum(['reply', 'note']),
          text: z.string(),
          savedAt: instant,
          deviceVersion: z.number(),
          attachments: z.array(Attachment),
          otherVersion: z.object({ text: z.string(), savedAt: instant }).nullable(),
        }),
      ),
    ),

  resolveDelivery: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/deliveries/{deliveryId}',
      summary: 'Settle a delivery that did not surely leave, or say whether one that is asked about leaves',
      tags: ['Conversation'],
    })
    .input(
      target.extend({
        deliveryId: id,
        as: z.enum(['handed_over', 'failed', 'done-without', 'send-again', 'send', 'do-not-send', 'ask-again']),
      }),
    )
    .output(z.object({})),
}

export const alert = {
  open: route({ roles: DESK, resource: 'safety-alert', patient: 'list', audit: 'R' })
    .route({
      method: 'GET',
      path: '/alerts',
      summary: 'Red flags that nobody has accepted, oldest first',
      tags: ['Safety alert'],
    })
    .output(z.array(SafetyAlert)),

  accept: route({ roles: [...CLINICAL, 'supervisor'], resource: 'safety-alert', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/alerts/{alertId}/accept',
      summary: 'I take this red flag',
      tags: ['Safety alert'],
    })
    .input(z.object({ alertId: id }))
    .output(z.object({ conversationId: id })),
}
