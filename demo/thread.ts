/**
 * One conversation as it would have grown in the corridor: each step writes the rows that receive-message.ts, send-message.ts,
 * alert.ts and deliver.ts would have written, decided by the same rules and engines.
 */
import { createHash } from 'node:crypto'
import { emergencyText } from '#engines/crisis/resources.ts'
import { searchWords } from '#engines/text/search-words.ts'
import type { Worded } from '#engines/triage/wording.ts'
import { settleLanguage } from '#engines/language/settle-language.ts'
import {
  chooseQueue,
  contentClassOf,
  conversationNumber,
  isMoreUrgent,
  mostUrgent,
  type Urgency,
} from '#server/modules/conversation/rules.ts'
import { acknowledgementText } from '#server/modules/conversation/texts.ts'
import { plusMinutes } from './calendar.ts'
import { MAILBOX, type Clinic, type Site, type Staff } from './clinic.ts'
import { demoId } from './demo-id.ts'
import { actorOf, SYSTEM, type Actor, type JournalBook } from './journal-book.ts'
import { asHtml, rawMail } from './raw-mail.ts'
import type { Row, Rows } from './rows.ts'
import type { Channel } from './story.ts'
import { understoodText } from './understood.ts'
import type { Understood } from '#server/modules/conversation/said.ts'

/** Who writes, as the channel and the corridor would have recognised them. */
export type Writer = {
  kind: 'patient' | 'related-person' | 'visitor' | 'unknown'
  id: string | null
  patientId: string | null
  relatedPersonId: string | null
  visitorId: string | null
  address: string | null
  contactPointId: string | null
  name: string | null
  level: 'none' | 'matched' | 'verified' | 'verified_for'
  proxyLinkId: string | null
  language: string | null
  site: Site
}

export type ThreadSetting = {
  seed: string
  key: string
  clinic: Clinic
  rows: Rows
  book: JournalBook
  channel: Channel | 'front-desk'
  writer: Writer
  subject: string
  startsAt: Date
}

export type InboundFile = {
  name: string
  type: string
  bytes: Buffer
  storageKey: string | null
  verdict?: 'clean' | 'infected' | 'waiting'
}
export type InboundWords = {
  text: string
  at: Date
  files?: readonly InboundFile[]
  isHtml?: boolean
  signature?: string
  automatic?: 'none' | 'auto_reply' | 'bounce'
  from?: { name: string; address: string }
}

export type Thread = {
  readonly id: string
  readonly conversation: Readonly<ConversationRow>
  /** @returns the urgency of this message. */
  receive(words: InboundWords): Urgency
  /** The last message that came in, as the assistant looks at it. */
  lastIn(): LastIn
  /** The assistant, or the questions of the protocol. @returns the message. */
  sayAsHelper(words: { text: string; at: Date; by: 'assistant' | 'safety'; choices: readonly string[] | null }): string
  answer(staff: Staff, words: { text: string; at: Date; seenAt?: Date | null; delivery?: DeliveryFate }): void
  note(
    staff: Staff,
    words: {
      text: string
      at: Date
      readers: readonly string[] | null
      mentions: readonly Staff[]
      settledAt: Date | null
    },
  ): void
  acceptAlert(staff: Staff, at: Date, asked: readonly Staff[]): void
  hasOpenAlert(): boolean
  read(staff: Staff, at: Date): void
  change(columns: Partial<ConversationRow>): void
  tellChange(event: string, actor: Actor, at: Date, detail?: Record<string, string | null>): void
}

export type LastIn = { id: string; seq: number; subject: string | null; text: string; said: Understood }

/** How the delivery of an answer ended. */
export type DeliveryFate = 'arrived' | 'failed' | 'unknown' | 'blocked'

export type ConversationRow = {
  organization_id: string
  id: string
  number: string
  subject: string
  state: 'open' | 'waiting' | 'snoozed' | 'resolved' | 'closed' | 'spam' | 'merged'
  waiting_on: string | null
  assignment: 'unassigned' | 'offered' | 'assigned'
  urgency: Urgency
  urgency_reason: string | null
  urgency_reason_es: string | null
  topic: string | null
  language: string
  tone: string | null
  queue_id: string | null
  assignee_id: string | null
  patient_id: string | null
  related_person_id: string | null
  visitor_id: string | null
  site_id: string | null
  channel: Channel | 'front-desk'
  labels: string[]
  tags: string[]
  last_seq: number
  last_words: string
  last_direction: 'in' | 'out'
  last_message_at: Date
  first_message_at: Date
  unread_since: Date | null
  due_at: null
  look_at: null
  snoozed_until: Date | null
  snoozed_for: string | null
  resolved_at: Date | null
  merged_into: string | null
  follows: string | null
  may_belong_to: string | null
  may_belong_reason: string | null
  version: number
}

const LAST_WORDS_MAX = 200
const HELD_SECONDS = 10
/** An emergency text is not repeated within this time. Source: rules.ts, EMERGENCY_TEXT_GAP_MIN. */
const EMERGENCY_GAP_MIN = 10

export function openThread(setting: ThreadSetting): Thread {
  const { seed, key, clinic, rows, book, channel, writer, startsAt } = setting
  const organization_id = clinic.organizationId
  let made = 0
  const newId = (at: Date): string => demoId(`${seed}/thread/${key}/${++made}`, at)
  const id = newId(startsAt)
  const partyId = newId(startsAt)
  const isSpokenHere = channel !== 'email'
  const source =
    channel === 'portal-chat'
      ? 'portal'
      : channel === 'widget'
        ? `widget:${clinic.widgetAccountId}`
        : channel === 'front-desk'
          ? `front-desk:${writer.site.id}`
          : `email:${clinic.mailboxAccountId}`
  const channelAccountId =
    channel === 'email' ? clinic.mailboxAccountId : channel === 'widget' ? clinic.widgetAccountId : null
  let lastMailId: string | null = null
  let lastIn: LastIn | null = null
  let lastOut: { text: string; at: Date } | null = null
  let lastEmergencyAt: Date | null = null
  let openAlert: { id: string; raisedAt: Date; audience: string[] } | null = null

  const conversation: ConversationRow = {
    organization_id,
    id,
    number: conversationNumber(createHash('sha256').update(`${seed}/number/${key}`).digest()),
    subject: setting.subject,
    state: 'open',
    waiting_on: null,
    assignment: 'unassigned',
    urgency: 'routine',
    urgency_reason: null,
    urgency_reason_es: null,
    topic: null,
    language: 'und',
    tone: null,
    queue_id: null,
    assignee_id: null,
    patient_id: writer.patientId,
    related_person_id: writer.relatedPersonId,
    visitor_id: writer.visitorId,
    site_id: writer.site.id,
    channel,
    labels: [],
    tags: [],
    last_seq: 0,
    last_words: '',
    last_direction: 'in',
    last_message_at: startsAt,
    first_message_at: startsAt,
    unread_since: null,
    due_at: null,
    look_at: null,
    snoozed_until: null,
    snoozed_for: null,
    resolved_at: null,
    merged_into: null,
    follows: null,
    may_belong_to: null,
    may_belong_reason: null,
    version: 1,
  }
  rows.conversation.push(conversation)
  rows.party.push({
    organization_id,
    id: partyId,
    conversation_id: id,
    role: writer.relatedPersonId ? 'proxy' : writer.patientId ? 'patient' : 'author',
    patient_id: writer.patientId,
    related_person_id: writer.relatedPersonId,
    staff_id: null,
    visitor_id: writer.visitorId,
    address: channel === 'email' ? writer.address : null,
    display_name: writer.name,
    proxy_link_id: writer.proxyLinkId,
    joined_at: startsAt,
    left_at: null,
  })
  if (writer.level !== 'none') {
    const isCode = channel === 'widget' && writer.level === 'verified'
    rows.identity_check.push({
      organization_id,
      id: newId(startsAt),
      conversation_id: id,
      party_id: partyId,
      level: writer.level,
      method: isCode ? 'code' : writer.level === 'matched' ? 'contact-on-file' : 'session',
      for_patient_id: isCode ? writer.patientId : null,
      checked_by: null,
      at: startsAt,
      // A chat's level falls after 12 hours (desk-D9).
      expires_at: channel === 'widget' ? plusMinutes(startsAt, 12 * 60) : null,
      ended_at: null,
    })
  }

  const insertMessage = (
    at: Date,
    message: Partial<Row> & { direction: string; text: string },
  ): { messageId: string; seq: number } => {
    conversation.last_seq += 1
    conversation.version += 1
    const messageId = newId(at)
    rows.message.push({
      organization_id,
      id: messageId,
      conversation_id: id,
      seq: conversation.last_seq,
      channel,
      channel_account_id: null,
      author_kind: 'staff',
      author_id: null,
      party_id: null,
      trimmed: null,
      safe_html: null,
      subject: null,
      language: conversation.language,
      urgency: 'routine',
      content_class: 'clinical',
      reply_to: null,
      external_id: null,
      content_digest: null,
      claimed_at: null,
      received_at: at,
      raw_id: null,
      automatic: 'none',
      flags: [],
      readers: ['service'],
      mentions: [],
      held_until: null,
      cancelled_at: null,
      choices: null,
      search_words: searchWords((message.trimmed as string | null | undefined) ?? message.text),
      ...message,
    })
    return { messageId, seq: conversation.last_seq }
  }

  const deliver = (
    messageId: string,
    at: Date,
    {
      purpose,
      isAutomatic,
      fate,
      seenAt,
    }: { purpose: string; isAutomatic: boolean; fate: DeliveryFate; seenAt: Date | null },
  ): void => {
    const deliveryId = newId(at)
    const steps: [state: string, seconds: number][] = isAutomatic ? [] : [['held', 0]]
    const released = isAutomatic ? 0 : HELD_SECONDS
    if (fate === 'blocked') steps.push(['blocked', released])
    else if (isSpokenHere) steps.push(['delivered', released])
    else
      steps.push(
        ['queued', released],
        ['sending', released + 1],
        [fate === 'arrived' ? 'handed_over' : fate, released + 3],
      )
    const cause =
      fate === 'failed'
        ? 'bounced-5.1.1'
        : fate === 'unknown'
          ? 'carrier-broke-off'
          : fate === 'blocked'
            ? 'CONTACT_POINT_UNUSABLE'
            : null
    const stepAt = (seconds: number) => plusMinutes(at, seconds / 60)
    if (isSpokenHere && seenAt && seenAt > stepAt(released))
      steps.push(['seen', (seenAt.getTime() - at.getTime()) / 1000])
    const [state, seconds] = steps.at(-1) ?? ['held', 0]
    const address = isSpokenHere ? null : writer.address
    rows.delivery.push({
      organization_id,
      id: deliveryId,
      message_id: messageId,
      conversation_id: id,
      party_id: isAutomatic ? null : partyId,
      contact_point_id: isSpokenHere || isAutomatic ? null : writer.contactPointId,
      channel,
      address,
      purpose,
      is_automatic: isAutomatic,
      state,
      cause,
      not_before: stepAt(released),
      attempt: !isSpokenHere && fate !== 'blocked' ? 1 : 0,
      lease_until: null,
      provider_ref: state === 'handed_over' ? `<${messageId}@${MAILBOX.split('@')[1]}>` : null,
      idempotency_key: `${messageId}:${writer.contactPointId ?? address ?? channel}`,
      changed_at: stepAt(seconds),
    })
    for (const [n, [step, after]] of steps.entries()) {
      rows.delivery_step.push({
        organization_id,
        delivery_id: deliveryId,
        at: stepAt(after),
        id: n === 0 ? deliveryId : newId(stepAt(after)),
        state: step,
        cause: n === steps.length - 1 ? cause : null,
        attempt: step === 'sending' ? 1 : 0,
      })
      if (step !== 'held' && step !== 'sending' && step !== 'seen' && !isAutomatic) {
        book.write({
          event: `delivery.${step}`,
          action: 'U',
          actor: SYSTEM,
          at: stepAt(after),
          resourceKind: 'delivery',
          resourceId: deliveryId,
          conversationId: id,
          detail: { state: step },
        })
      }
    }
  }

  const sayAutomatically = (
    at: Date,
    text: string,
    flag: 'emergency' | 'acknowledgement' | 'assistant' | 'safety',
    choices: readonly string[] | null = null,
  ): string => {
    const { messageId } = insertMessage(at, {
      direction: 'out',
      text,
      author_kind: 'system',
      content_class: 'service',
      automatic: 'machine',
      flags: [flag],
      choices,
    })
    const purpose = flag === 'emergency' ? 'emergency' : 'reply'
    deliver(messageId, at, { purpose, isAutomatic: true, fate: 'arrived', seenAt: null })
    return messageId
  }

  const raiseAlert = (messageId: string, at: Date, reason: Worded, isCrisis: boolean): void => {
    if (openAlert) return
    const first = clinic.staff.filter(({ role, state }) => role === 'nurse' && state === 'active').slice(0, 1)
    openAlert = { id: newId(at), raisedAt: at, audience: first.map(({ id: staffId }) => staffId) }
    rows.safety_alert.push({
      organization_id,
      id: openAlert.id,
      conversation_id: id,
      message_id: messageId,
      urgency: 'stat',
      kind: isCrisis ? 'crisis' : 'triage',
      reason: reason.en.slice(0, 1_000),
      reason_es: reason.es.slice(0, 1_000),
      step: 0,
      audience: openAlert.audience,
      raised_at: at,
      next_step_at: plusMinutes(at, 1),
      accepted_by: null,
      accepted_at: null,
    })
    book.write({
      event: 'alert.raised',
      action: 'C',
      actor: SYSTEM,
      at,
      resourceKind: 'safety-alert',
      resourceId: openAlert.id,
      conversationId: id,
      detail: { kind: isCrisis ? 'crisis' : 'triage', step: 'first-nurse', audience: openAlert.audience },
    })
  }

  const mailOf = (words: InboundWords, externalId: string) => {
    const sign = words.signature ? `\n\n-- \n${words.signature}` : ''
    const quote: string = lastOut
      ? `\n\nOn ${lastOut.at.toUTCString()}, ${clinic.name} <${MAILBOX}> wrote:\n${lastOut.text.replace(/^/gm, '> ')}`
      : ''
    const text = words.text + sign + quote
    const html = words.isHtml ? asHtml(words.text) : null
    const isReply = conversation.last_seq > 0
    const from = words.from ?? { name: writer.name ?? '', address: writer.address ?? '' }
    const bytes = rawMail({
      from,
      to: MAILBOX,
      subject: isReply ? `Re: ${setting.subject}` : setting.subject,
      messageId: externalId,
      inReplyTo: lastMailId,
      at: words.at,
      text,
      html: html && html + sign.replaceAll('\n', '<br>'),
      files: words.files ?? [],
      headers: words.automatic === 'auto_reply' ? { 'Auto-Submitted': 'auto-replied' } : undefined,
    })
    return { text, html, bytes, subject: isReply ? `Re: ${setting.subject}` : setting.subject }
  }

  const receive = (words: InboundWords): Urgency => {
    const { at } = words
    const isNew = conversation.last_seq === 0
    const automatic = words.automatic ?? 'none'
    const externalId =
      channel === 'email' ? `<${createHash('md5').update(`${seed}/${key}/${made}`).digest('hex')}@example.org>` : null
    const mail = externalId === null ? null : mailOf(words, externalId)
    const trimmed = mail && mail.text !== words.text ? words.text : null
    const subject = mail ? mail.subject : isNew ? setting.subject || null : null
    const said = understoodText(
      [subject ?? '', words.text, ...(words.files ?? []).map(({ name }) => name)].filter(Boolean).join('\n'),
    )

    conversation.language = settleLanguage(said.understanding.language, {
      words: words.text.split(/\s+/, 50).length,
      conversationLanguage: isNew ? undefined : conversation.language,
      recordedLanguage: writer.language ?? undefined,
      siteLanguage: 'en',
    })
    const contentClass = contentClassOf(said.urgency, said.intents, said.hasFindings)
    const queue = chooseQueue(clinic.queues, contentClass, writer.site.id, conversation.language)
    const isRaised = isMoreUrgent(said.urgency, conversation.urgency)
    if (isNew || isRaised || conversation.queue_id === null) conversation.queue_id = queue?.id ?? null
    if (isNew || isRaised) {
      conversation.urgency_reason = said.reason.en.slice(0, 1_000)
      conversation.urgency_reason_es = said.reason.es.slice(0, 1_000)
    }
    conversation.urgency = isNew ? said.urgency : mostUrgent(conversation.urgency, said.urgency)
    if (automatic === 'none') {
      if (conversation.state === 'waiting' || conversation.state === 'snoozed')
        Object.assign(conversation, { state: 'open', waiting_on: null, snoozed_until: null, snoozed_for: null })
    }
    conversation.tone = said.tone ?? conversation.tone
    conversation.topic ??= said.intents[0] ?? null
    conversation.last_words = oneLine(words.text).slice(0, LAST_WORDS_MAX)
    conversation.last_direction = 'in'
    conversation.last_message_at = at
    conversation.unread_since ??= at

    const raw_id = mail ? newId(at) : null
    if (mail && raw_id)
      rows.raw_message.push({ organization_id, id: raw_id, source, bytes: mail.bytes, received_at: at })
    const digest = createHash('sha256')
      .update(mail?.bytes ?? words.text)
      .digest()
    const { messageId, seq } = insertMessage(at, {
      direction: 'in',
      channel_account_id: channelAccountId,
      author_kind: automatic === 'bounce' ? 'unknown' : writer.kind,
      author_id: automatic === 'bounce' ? null : writer.id,
      text: mail?.text ?? words.text,
      trimmed,
      safe_html: mail?.html ?? null,
      subject,
      language: said.language,
      urgency: said.urgency,
      content_class: contentClass,
      external_id: externalId,
      content_digest: digest,
      claimed_at: mail ? at : null,
      raw_id,
      automatic,
      search_words: searchWords(
        `${subject ?? ''} ${words.text} ${(words.files ?? []).map(({ name }) => name).join(' ')}`,
      ),
    })
    const message = rows.message.at(-1)
    // Portal and widget clients make the message's id themselves, and it is the channel's id too.
    if (externalId === null && message) rows.message[rows.message.length - 1] = { ...message, external_id: messageId }
    rows.inbox_entry.push({
      organization_id,
      source,
      external_id: externalId ?? messageId,
      content_digest: digest,
      outcome: 'stored',
      reason: null,
      message_id: messageId,
      received_at: at,
      repeats: 0,
    })
    rows.understanding.push({
      organization_id,
      message_id: messageId,
      version: 1,
      state: 'understood',
      language: said.language,
      triage_urgency: said.understanding.triage.urgency,
      result: said.understanding as unknown as Row[string],
      at,
    })
    for (const file of words.files ?? []) {
      rows.attachment.push({
        organization_id,
        id: newId(at),
        conversation_id: id,
        message_id: messageId,
        draft_id: null,
        name: file.name,
        type: file.type,
        size: file.bytes.length,
        sha256: createHash('sha256').update(file.bytes).digest(),
        verdict: file.verdict ?? 'clean',
        reason: file.verdict === 'infected' ? 'test-signature' : null,
        disposition: 'attachment',
        content_id: null,
        storage_key: file.verdict === 'infected' ? null : file.storageKey,
        received_at: at,
      })
    }
    book.write({
      event: 'message.received',
      action: 'C',
      actor: writerActor(writer),
      at,
      resourceKind: 'message',
      resourceId: messageId,
      conversationId: id,
      patientId: conversation.patient_id,
      fieldClasses: [contentClass],
      detail: {
        seq,
        channel,
        language: conversation.language,
        urgency: said.urgency,
        isNew,
        automatic,
        engine: said.version,
        rules: said.rules,
      },
    })

    if (said.urgency === 'stat') {
      raiseAlert(messageId, at, said.reason, said.crisisKinds.length > 0)
      if (!lastEmergencyAt || at.getTime() - lastEmergencyAt.getTime() > EMERGENCY_GAP_MIN * 60_000) {
        sayAutomatically(
          at,
          emergencyText({ language: conversation.language, country: 'US', kinds: said.crisisKinds as never[] }),
          'emergency',
        )
        lastEmergencyAt = at
      }
    } else if (isNew && channel === 'email' && automatic === 'none') {
      sayAutomatically(at, acknowledgementText(conversation.language, 'US'), 'acknowledgement')
    }
    lastMailId = externalId ?? lastMailId
    lastIn = { id: messageId, seq, subject, text: words.text, said }
    return said.urgency
  }

  const read: Thread['read'] = (staff, at) => {
    const event = {
      action: 'R',
      actor: actorOf(staff),
      conversationId: id,
      patientId: conversation.patient_id,
    } as const
    book.write({
      ...event,
      event: 'conversation.read',
      at,
      resourceKind: 'conversation',
      resourceId: id,
      fieldClasses: ['identity', 'contact', 'service'],
    })
    book.write({
      ...event,
      event: 'message.read',
      at: plusMinutes(at, 0.01),
      resourceKind: 'message',
      fieldClasses: ['service', 'clinical'],
      detail: { rows: conversation.last_seq, from: 1 },
    })
    seen('staff', staff.id, at)
  }

  const seen = (readerKind: 'staff' | 'patient' | 'visitor', readerId: string, at: Date): void => {
    const mark = {
      organization_id,
      conversation_id: id,
      reader_kind: readerKind,
      reader_id: readerId,
      seq: conversation.last_seq,
      at,
    }
    const known = rows.conversation_seen.findLastIndex(
      (row) => row.conversation_id === id && row.reader_id === readerId,
    )
    if (known >= 0 && rows.conversation_seen.length - known <= SEEN_BY_MAX) rows.conversation_seen[known] = mark
    else rows.conversation_seen.push(mark)
  }

  const answer: Thread['answer'] = (staff, { text, at, seenAt = null, delivery = 'arrived' }) => {
    const { messageId, seq } = insertMessage(at, { direction: 'out', author_id: staff.id, text })
    if (channel === 'email') {
      const external = `<${messageId}@${MAILBOX.split('@')[1]}>`
      const message = rows.message.at(-1)
      if (message && delivery === 'arrived')
        rows.message[rows.message.length - 1] = { ...message, external_id: external }
      lastMailId = external
    }
    deliver(messageId, at, { purpose: 'reply', isAutomatic: false, fate: delivery, seenAt })
    book.write({
      event: 'message.sent',
      action: 'C',
      actor: actorOf(staff),
      at,
      resourceKind: 'message',
      resourceId: messageId,
      conversationId: id,
      patientId: conversation.patient_id,
      fieldClasses: ['service'],
      detail: { seq, channel, files: 0, mentions: 0 },
    })
    conversation.last_words = oneLine(text).slice(0, LAST_WORDS_MAX)
    conversation.last_direction = 'out'
    conversation.last_message_at = at
    conversation.unread_since = null
    conversation.assignee_id ??= staff.id
    conversation.assignment = 'assigned'
    lastOut = { text, at }
    seen('staff', staff.id, at)
    if (seenAt && writer.id && isSpokenHere) seen(writer.kind === 'visitor' ? 'visitor' : 'patient', writer.id, seenAt)
  }

  const note: Thread['note'] = (staff, { text, at, readers, mentions, settledAt }) => {
    const { messageId, seq } = insertMessage(at, {
      direction: 'note',
      channel: 'desk',
      author_id: staff.id,
      text,
      readers: readers ?? [noteReaderOf(staff.role)],
      mentions: mentions.map((one) => one.id),
    })
    for (const { id: staff_id } of mentions)
      rows.mention.push({
        organization_id,
        staff_id,
        conversation_id: id,
        message_id: messageId,
        at,
        settled_at: settledAt,
      })
    book.write({
      event: 'note.written',
      action: 'C',
      actor: actorOf(staff),
      at,
      resourceKind: 'message',
      resourceId: messageId,
      conversationId: id,
      patientId: conversation.patient_id,
      fieldClasses: ['service'],
      detail: { seq, channel: 'desk', files: 0, mentions: mentions.length },
    })
  }

  const acceptAlert: Thread['acceptAlert'] = (staff, at, asked) => {
    if (!openAlert) return
    const { id: alertId, raisedAt } = openAlert
    const index = rows.safety_alert.findLastIndex((row) => row.id === alertId)
    const row = rows.safety_alert[index]
    const seconds = Math.round((at.getTime() - raisedAt.getTime()) / 1000)
    const step = Math.min(Math.floor(seconds / 60), asked.length)
    const audience = [...openAlert.audience, ...asked.slice(0, step).map((one) => one.id)].filter(
      (one, n, all) => all.indexOf(one) === n,
    )
    if (row)
      rows.safety_alert[index] = {
        ...row,
        step,
        audience: audience.includes(staff.id) ? audience : [...audience, staff.id],
        next_step_at: null,
        accepted_by: staff.id,
        accepted_at: at,
      }
    for (let n = 1; n <= step; n++) {
      book.write({
        event: 'alert.climbed',
        action: 'U',
        actor: SYSTEM,
        at: plusMinutes(raisedAt, n),
        resourceKind: 'safety-alert',
        resourceId: alertId,
        conversationId: id,
        detail: { step: LADDER[n] ?? 'none', audience: asked.slice(n - 1, n).map((one) => one.id) },
      })
    }
    book.write({
      event: 'alert.accepted',
      action: 'U',
      actor: actorOf(staff),
      at,
      resourceKind: 'safety-alert',
      resourceId: alertId,
      conversationId: id,
      patientId: conversation.patient_id,
      detail: { seconds },
    })
    conversation.assignee_id ??= staff.id
    conversation.assignment = 'assigned'
    conversation.version += 1
    openAlert = null
  }

  return {
    id,
    conversation,
    receive,
    lastIn: () => {
      if (!lastIn) throw new Error('nobody has written here yet')
      return lastIn
    },
    sayAsHelper: ({ text, at, by, choices }) => sayAutomatically(at, text, by, choices),
    answer,
    note,
    acceptAlert,
    hasOpenAlert: () => openAlert !== null,
    read,
    change: (columns) => void Object.assign(conversation, columns, { version: conversation.version + 1 }),
    tellChange: (event, actor, at, detail) =>
      book.write({
        event,
        action: 'U',
        actor,
        at,
        resourceKind: 'conversation',
        resourceId: id,
        conversationId: id,
        patientId: conversation.patient_id,
        detail,
      }),
  }
}

/** Marks of one conversation stand within this many rows of each other: its few readers. */
const SEEN_BY_MAX = 12
const LADDER = ['first-nurse', 'second-nurse', 'supervisor', 'on-call-phone']

function writerActor({ kind, id, patientId }: Writer): Actor {
  if (kind === 'patient') return { kind, id, role: 'patient' }
  if (kind === 'related-person') return { kind, id, role: 'related_person', onBehalfOf: patientId }
  if (kind === 'visitor') return { kind, id, role: 'visitor' }
  return SYSTEM
}

/** Who reads a note when its writer did not say. Source: desk.md section 2. */
function noteReaderOf(role: Staff['role']): string {
  if (role === 'nurse' || role === 'clinician') return 'clinical'
  return role === 'billing' ? 'billing' : 'service'
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
