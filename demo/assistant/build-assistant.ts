/**
 * The assistant's turns of the month: each message is understood, answered and brought to people as server/modules/assistant/take-turn.ts
 * would have, decided by the same engines.
 */
import { decideTask, isOpen, type Task } from '#engines/assistant/decide-task.ts'
import {
  ASSISTANT_VERSION,
  decideTurn,
  takenBack,
  type Decision,
  type Session,
} from '#engines/assistant/decide-turn.ts'
import { deadlineOf, mayTakeBack, takesBack } from '#engines/assistant/hand-off.ts'
import { textOf } from '#engines/assistant/texts.ts'
import { emergencyNumberOf } from '#engines/crisis/resources.ts'
import { maskIdentifiers } from '#engines/deid/mask.ts'
import { answerOf, mayAsk, readMessage } from '#server/modules/assistant/read-message.ts'
import { hearAmid } from '#server/modules/assistant/take-request.ts'
import type { Found } from '#server/modules/knowledge/index.ts'
import { DAY, plusMinutes, whenOpen } from '../calendar.ts'
import { chooseStaff, chooseUnknownWriter, chooseWriter } from '../cast.ts'
import type { Clinic, Staff } from '../clinic.ts'
import { demoId } from '../demo-id.ts'
import { actorOf, SYSTEM, type JournalBook } from '../journal-book.ts'
import { keepQuestion } from '../knowledge.ts'
import type { Patient } from '../people.ts'
import type { Random } from '../random.ts'
import type { Rows } from '../rows.ts'
import { slotsFor } from '../slots.ts'
import { tell, type Slots, type Story } from '../story.ts'
import { openThread, type Thread, type Writer } from '../thread.ts'
import { goOnSafely, saveSafety, type SafetyState } from './ask-for-safety.ts'
import { correctSome, reviewSome, type Begun } from './look-back.ts'
import { searchArticles } from './search-articles.ts'
import { TALKS, type Talk } from './talks.ts'

export type Setting = {
  seed: string
  clinic: Clinic
  people: readonly Patient[]
  rows: Rows
  book: JournalBook
  now: Date
  dice: Random
}

/** The newest talk ended at least, the oldest began at most so long ago, in days. */
const NEWEST_DAYS = 0.2
const OLDEST_DAYS = 28
/** What waits for the patient's word is over after so many days. */
const OVER_AFTER_DAYS = 3

export function buildAssistant(setting: Setting): void {
  const tellings = TALKS.flatMap((talk) => Array.from({ length: talk.times }, (_, round) => ({ talk, round })))
  const begun: Begun[] = []
  for (const [n, { talk, round }] of tellings.entries()) {
    const dice = setting.dice.fork(`${talk.key}/${round}`)
    // Spread over the month, and never two in one hour of it.
    const share = ((n * 7) % tellings.length) / tellings.length
    const daysAgo = NEWEST_DAYS + share * (OLDEST_DAYS - NEWEST_DAYS) + dice.next() * 0.3
    const first = tellTalk({ ...setting, dice }, talk, `assistant/${talk.key}/${round}`, daysAgo)
    if (first) begun.push(first)
  }
  reviewSome(setting)
  correctSome(setting, begun)
}

export type Playing = {
  setting: Setting
  talk: Talk
  thread: Thread
  writer: Writer
  slots: Slots
  staff: Staff
  session: Session
  tasks: Task[]
  isTheirs: boolean
  handOff: { place: number; requestedAt: Date } | null
  firstUnderstood: boolean | null
  begunAt: Date | null
  answeredSeq: number
  safety: SafetyState | null
  made: number
}

function tellTalk(setting: Setting, talk: Talk, key: string, daysAgo: number): Begun | null {
  const { seed, clinic, rows, book, now, dice } = setting
  const cast = castFor(setting, talk, demoId(`${seed}/visitor/${key}`, now))
  if (!cast) return null
  const { writer, patient } = cast
  const begins = new Date(now.getTime() - daysAgo * DAY)
  // People who reach somebody write when somebody is there.
  const isForPeople = talk.lines.some((line) => 'staff' in line)
  const startsAt = isForPeople ? whenOpen(begins, writer.site.timeZone, dice.between(3, 50)) : begins
  if (writer.visitorId)
    rows.visitor.push({
      organization_id: clinic.organizationId,
      id: writer.visitorId,
      channel_account_id: clinic.widgetAccountId,
      secret_hash: Buffer.alloc(32),
      language: writer.language,
      patient_id: writer.patientId,
      created_at: startsAt,
      last_seen_at: startsAt,
    })
  const story = storyOf(talk)
  const staff = chooseStaff(clinic, story, writer.site, dice)
  const thread = openThread({
    seed,
    key,
    clinic,
    rows,
    book,
    channel: talk.channel,
    writer,
    subject: talk.channel === 'widget' ? '' : (talk.subject ?? ''),
    startsAt,
  })
  const playing: Playing = {
    setting,
    talk,
    thread,
    writer,
    slots: slotsFor({ story, clinic, patient, writer, staff, startsAt, dice }),
    staff,
    session: { isIntroduced: false, failed: 0, wasUpset: false, isHandingOff: false },
    tasks: [],
    isTheirs: false,
    handOff: null,
    firstUnderstood: null,
    begunAt: null,
    answeredSeq: 0,
    safety: null,
    made: 0,
  }
  let at = startsAt
  let first: string | null = null
  for (const line of talk.lines) {
    if ('staff' in line) at = takeOver(playing, line, at)
    else {
      at = plusMinutes(at, dice.between(20, 80) / 60)
      patientWrites(playing, line, at)
      first ??= thread.lastIn().id
      at = plusMinutes(at, dice.between(15, 50) / 60)
    }
    if (at > plusMinutes(now, -2)) break
  }
  endTalk(playing, at)
  const { id: conversationId, conversation } = thread
  if (first === null) return null
  return { key: talk.key, messageId: first, conversationId, patientId: conversation.patient_id, at: startsAt }
}

const storyOf = ({ key, language, channel, kind = 'service', isUnknown }: Talk): Story => ({
  key,
  language,
  channels: [channel],
  kind,
  endings: ['closed'],
  who: isUnknown ? 'unknown' : 'adult',
  subject: '',
  turns: [],
})

function castFor({ clinic, people, dice }: Setting, talk: Talk, visitorId: string) {
  const story = storyOf(talk)
  if (talk.isUnknown)
    return { writer: chooseUnknownWriter(clinic, story, talk.channel, dice, visitorId), patient: null }
  return chooseWriter(people, story, talk.channel, dice, visitorId)
}

function patientWrites(playing: Playing, line: { says: string; thumb?: 'up' | 'down' }, at: Date): void {
  const { thread, slots, setting } = playing
  const text = tell(line.says, setting.dice, slots)
  thread.receive({ text, at })
  const isAskedForSafety = goOnSafely(playing, at)
  const { id, seq, subject, said } = thread.lastIn()
  const soon = plusMinutes(at, 1 / 60)
  if (playing.isTheirs) {
    playing.answeredSeq = seq
    noteDecision(playing, id, { does: 'silence', reason: null, lines: [] }, soon)
    return
  }
  const message = {
    id,
    seq,
    channel: playing.talk.channel,
    sender: null,
    subject,
    text,
    urgency: said.urgency,
    language: said.language,
    isAutomatic: false,
    flags: [],
    isAskedForSafety,
    state: 'understood',
    result: said.understanding,
  } as const
  const conversation = thread.conversation as unknown as Parameters<typeof hearAmid>[3]
  const read = readMessage(conversation, message)
  const open = playing.tasks.filter(isOpen)
  const heard = hearAmid(read.turn, open, message, conversation)
  const asked = { ...read, turn: heard.turn }
  const found = heard.mayBeQuestion && mayAsk(asked, playing.session) ? look(playing, asked.question, soon) : null
  const turn = { ...asked.turn, session: playing.session, answer: answerOf(found) }
  const decision = takesItBack(playing, text, soon) ?? decide(playing, { text: asked.question, id, turn, open, at: soon })
  act(playing, { messageId: id, decision, line, at: soon })
  playing.session = decision.session
  playing.answeredSeq = seq
  if (playing.firstUnderstood === null) {
    playing.begunAt = soon
    playing.firstUnderstood = decision.does !== 'ask' && decision.reason !== 'not-understood'
  }
  if (isSettled(decision)) waitForPatient(playing, soon)
} // prettier-ignore

const isSettled = ({ does }: Decision): boolean =>
  does === 'answer' || does === 'greet' || does === 'ask' || does === 'done'

function takesItBack(playing: Playing, text: string, at: Date): Decision | null {
  const { session, handOff, thread, setting } = playing
  const row = handOff && setting.rows.hand_off[handOff.place]
  if (!session.isHandingOff || !row || !takesBack(text)) return null
  if (!mayTakeBack(row.reason as 'asked', thread.conversation.urgency)) return null
  setting.rows.hand_off[handOff.place] = { ...row, state: 'withdrawn', closed_at: at, deadline_at: null, tell_at: null }
  playing.handOff = null
  write(playing, 'hand-off.withdrawn', 'U', 'hand-off', row.id as string, at, { reason: row.reason as string })
  return takenBack(session)
}

type ToDecide = { text: string; id: string; turn: Parameters<typeof decideTurn>[0]; open: Task[]; at: Date }

function decide(playing: Playing, { text, id, turn, open, at }: ToDecide): Decision {
  const { clinic, seed } = playing.setting
  const { writer, thread, talk } = playing
  const base = decideTurn(turn)
  const decided =
    base.does === 'nothing'
      ? null
      : decideTask(
          {
            text,
            messageId: id,
            language: talk.language,
            guesses: [],
            tasks: open,
            newTaskId: demoId(`${seed}/request/${thread.id}/${++playing.made}`, at),
            facts: {
              now: at.getTime(),
              timeZone: writer.site.timeZone,
              isVerified: writer.level === 'verified',
              numbers: [],
              callTimes: [],
              sites: clinic.sites.map(({ name }) => name),
              receipt: thread.conversation.number,
            },
          },
          turn,
          base,
        )
  for (const task of decided?.tasks ?? []) {
    const before = playing.tasks.find((one) => one.id === task.id)
    playing.tasks = before
      ? playing.tasks.map((one) => (one.id === task.id ? task : one))
      : [...playing.tasks, task]
    if (before?.state !== task.state)
      write(playing, 'assistant.request-moved', before ? 'U' : 'C', 'message', id, at, {
        kind: task.kind,
        from: before?.state ?? 'none',
        to: task.state,
        step: task.step,
      })
  }
  const decision = decided?.decision ?? base
  return decision.does === 'hand-off' ? decision : { ...decision, choices: decision.choices ?? [] }
} // prettier-ignore

type ToAct = { messageId: string; decision: Decision; line: { thumb?: 'up' | 'down' }; at: Date }

function act(playing: Playing, { messageId, decision, line, at }: ToAct): void {
  const { thread, talk, setting, writer } = playing
  const { rows, clinic } = setting
  const { lines, reason } = decision
  const day = new Intl.DateTimeFormat(talk.language, { dateStyle: 'long', timeZone: 'UTC' })
  const text = textOf(lines, {
    language: talk.language,
    emergencyNumber: emergencyNumberOf('US'),
    day: (iso) => day.format(new Date(iso)),
  })
  const choices = reason ? null : (decision.choices ?? [])
  const told = lines.length > 0 ? thread.sayAsHelper({ text, at, by: 'assistant', choices }) : null
  if (reason) beginHandOff(playing, messageId, reason, at)
  const answer = lines.find((one) => one.says === 'answer')?.answer
  if (answer && told) {
    const rated = plusMinutes(at, 1)
    rows.assistant_answer.push({
      organization_id: clinic.organizationId,
      message_id: told,
      question_id: messageId,
      article_id: answer.articleId,
      article_version: answer.version,
      thumb: line.thumb ?? null,
      thumb_at: line.thumb ? rated : null,
      is_noted: line.thumb === 'down',
    })
    if (line.thumb)
      setting.book.write({
        event: 'assistant.rated',
        action: 'U',
        actor: writer.kind === 'patient' ? { kind: 'patient', id: writer.id, role: 'patient' } : { kind: 'visitor', id: writer.id, role: 'visitor' },
        at: rated,
        resourceKind: 'message',
        resourceId: told,
        conversationId: thread.id,
        patientId: thread.conversation.patient_id,
        fieldClasses: ['service'],
        detail: { thumb: line.thumb, article: answer.articleId },
      })
    if (line.thumb === 'down') noteQuestion(playing, plusMinutes(rated, 10), 'thumbs_down', answer.articleId)
  }
  noteDecision(playing, messageId, decision, at)
} // prettier-ignore

type Noted = Pick<Decision, 'reason' | 'lines'> & { does: Decision['does'] | 'silence' }

function noteDecision(playing: Playing, messageId: string, { does, reason, lines }: Noted, at: Date): void {
  write(playing, 'assistant.decided', 'E', 'message', messageId, at, {
    engine: ASSISTANT_VERSION,
    outcome: does,
    reason: does === 'silence' ? 'person' : (reason ?? 'none'),
    ...(does === 'silence' ? {} : { isSaid: lines.length > 0 }),
    articles: lines.flatMap((line) => (line.says === 'answer' ? [`${line.answer.articleId}@${line.answer.version}`] : [])),
  })
} // prettier-ignore

const write = (
  { setting, thread }: Playing,
  event: string,
  action: 'C' | 'U' | 'E',
  resourceKind: string,
  resourceId: string,
  at: Date,
  detail: Parameters<JournalBook['write']>[0]['detail'],
): void =>
  setting.book.write({
    event,
    action,
    actor: SYSTEM,
    at,
    resourceKind,
    resourceId,
    conversationId: thread.id,
    patientId: thread.conversation.patient_id,
    fieldClasses: ['service'],
    detail,
  })

/** What no article answers is kept. */
function look(playing: Playing, question: string, at: Date): Found {
  const { setting, talk, writer } = playing
  const audience =
    writer.level === 'verified' ? 'patient' : writer.level === 'verified_for' ? 'related_person' : 'visitor'
  const found = searchArticles(setting.rows, {
    question,
    language: talk.language,
    siteId: writer.site.id,
    audience,
    at,
  })
  if (found.kind !== 'answer') noteQuestion(playing, at, 'unknown', null)
  return found
}

function noteQuestion(
  { setting, talk, thread }: Playing,
  at: Date,
  outcome: 'unknown' | 'thumbs_down' | 'then_person',
  articleId: string | null,
  asked?: string,
): void {
  const { subject, text } = thread.lastIn()
  const question = asked ?? [subject, text].filter(Boolean).join('\n')
  keepQuestion(setting.rows, {
    seed: setting.seed,
    organization_id: setting.clinic.organizationId,
    wording: maskIdentifiers(question).replace(/\s+/g, ' ').trim(),
    language: talk.language,
    channel: talk.channel,
    outcome,
    articleId,
    at,
  })
}

function beginHandOff(playing: Playing, messageId: string, reason: NonNullable<Decision['reason']>, at: Date): void {
  const { setting, thread } = playing
  const { rows, clinic } = setting
  playing.handOff = { place: rows.hand_off.length, requestedAt: at }
  rows.hand_off.push({
    organization_id: clinic.organizationId,
    id: demoId(`${setting.seed}/hand-off/${thread.id}`, at),
    conversation_id: thread.id,
    message_id: messageId,
    reason,
    requested_at: at,
    closed_at: null,
    state: 'requested',
    accepted_at: null,
    accepted_by: null,
    deadline_at: deadlineOf(thread.conversation.urgency, null, at),
    widened: 0,
    audience: [],
    tell_at: null,
    told: null,
    told_count: 0,
  })
  const answers = rows.assistant_answer
  const here = new Set(rows.message.flatMap(({ id, conversation_id: of }) => (of === thread.id ? [id] : [])))
  const last = answers.findLastIndex(({ message_id: id }) => here.has(id))
  const answered = answers[last]
  if (reason !== 'asked' || !answered || answered.is_noted || answered.thumb === 'up') return
  answers[last] = { ...answered, is_noted: true }
  const asked = rows.message.find((row) => row.id === answered.question_id)?.text as string
  noteQuestion(playing, plusMinutes(at, 10), 'then_person', answered.article_id as string, asked)
}

/** @returns when it was answered. */
function takeOver(playing: Playing, line: { staff: string; afterMin: number }, from: Date): Date {
  const { setting, thread, staff, slots, writer, handOff } = playing
  const { rows, dice } = setting
  const acceptedAt = whenOpen(plusMinutes(from, line.afterMin * (0.3 + dice.next() * 0.5)), writer.site.timeZone, 8)
  const at = plusMinutes(acceptedAt, 1 + dice.next() * 4)
  if (at > plusMinutes(setting.now, -1)) return at
  thread.read(staff, acceptedAt)
  thread.change({ assignee_id: staff.id, assignment: 'assigned' })
  thread.tellChange('conversation.assigned', actorOf(staff), acceptedAt, { to: staff.id, from: null })
  const row = handOff && rows.hand_off[handOff.place]
  if (row)
    rows.hand_off[handOff.place] = {
      ...row,
      state: 'accepted',
      accepted_at: acceptedAt,
      accepted_by: staff.id,
      deadline_at: null,
    }
  thread.answer(staff, { text: tell(line.staff, dice, { ...slots, staff: staff.given }), at, seenAt: null })
  playing.isTheirs = true
  return at
}

function waitForPatient({ thread }: Playing, at: Date): void {
  if (thread.conversation.state !== 'open' || thread.conversation.urgency !== 'routine') return
  thread.change({ state: 'waiting', waiting_on: 'patient', unread_since: null })
  thread.tellChange('conversation.waiting', SYSTEM, at, { from: 'open', waitingOn: 'patient' })
}

function endTalk(playing: Playing, lastAt: Date): void {
  const { setting, thread, session, answeredSeq, begunAt, firstUnderstood, staff, tasks } = playing
  const { rows, clinic, now, dice } = setting
  const organization_id = clinic.organizationId
  rows.assistant_session.push({
    organization_id,
    conversation_id: thread.id,
    answered_seq: answeredSeq,
    is_introduced: session.isIntroduced,
    failed: session.failed,
    was_upset: session.wasUpset,
    is_handing_off: session.isHandingOff,
    given_back_at: null,
    updated_at: lastAt,
    begun_at: begunAt,
    first_understood: firstUnderstood,
  })
  for (const { id, kind, state, step, pending, offered, tries, asked, slots } of tasks) {
    const place = { organization_id, id, conversation_id: thread.id, kind, state, step, pending, tries }
    rows.assistant_task.push({ ...place, offered, asked, started_at: begunAt ?? lastAt, updated_at: lastAt })
    for (const [name, slot] of Object.entries(slots))
      rows.assistant_slot.push({
        organization_id,
        task_id: id,
        name,
        conversation_id: thread.id,
        value: slot.value,
        shown: slot.shown,
        message_id: slot.messageId,
        is_confirmed: slot.isConfirmed,
      })
  }
  saveSafety(playing, lastAt)
  const doneAt = plusMinutes(lastAt, dice.between(30, 600))
  if (now.getTime() - lastAt.getTime() < OVER_AFTER_DAYS * DAY || doneAt > plusMinutes(now, -5)) return
  thread.change({
    state: 'resolved',
    waiting_on: null,
    resolved_at: doneAt,
    unread_since: null,
    ...(playing.isTheirs ? {} : { assignee_id: null, assignment: 'unassigned' as const }),
  })
  thread.tellChange('conversation.resolved', actorOf(staff), doneAt, { from: 'waiting' })
}
