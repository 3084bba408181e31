/**
 * A patient's request, message by message (decision 0157): the facts are loaded, `engines/assistant/decide-task.ts` decides, what was said yes
 * to is done, and all of it is kept, in the transaction that answers. A message that comes twice, or a process that dies, changes nothing twice.
 */
import {
  alreadyPlanned,
  decideTask,
  heardAmidTask,
  notBooked,
  timeGone,
  isOpen,
  type ClinicalBy,
  type Task,
  type TaskDecision,
  type TaskFacts,
  type TaskTurn,
} from '#engines/assistant/decide-task.ts'
import { CLINICAL_INTENTS, decideTurn, type Decision, type Turn } from '#engines/assistant/decide-turn.ts'
import { asks, kindOfWords, wishesCall } from '#engines/assistant/task-words.ts'
import { SPOKEN } from '#engines/assistant/texts.ts'
import { DAY_MS, localDayOf } from '#engines/calendar/time-zone.ts'
import type { Audience } from '#engines/knowledge/article.ts'
import type { Understanding } from '#engines/understanding/understand.ts'
import { bookOwnCallBack, offerOwn, type Asking } from '#server/modules/call/index.ts'
import {
  applyChange,
  chooseQueue,
  loadRouting,
  lockConversation,
  setUrgency,
  type LockedConversation,
} from '#server/modules/conversation/index.ts'
import { identityLevelFor } from '#server/modules/identity/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import * as store from './request-store.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

/** Days for which free times of a call are looked up. */
const CALL_DAYS = 7

type Message = {
  id: string
  channel: string
  subject: string | null
  text: string
  state: 'understood' | 'not_understood'
  result: unknown
}

const wordsOf = ({ subject, text }: Message): string => [subject, text].filter(Boolean).join('\n')

type Heard = Omit<Turn, 'session' | 'answer'>

/** The message as it is heard while requests are open, and whether an article is asked at all: an answer of few words is no question. */
export function hearAmid(
  turn: Heard,
  open: readonly Task[],
  message: Message,
  conversation: LockedConversation,
): { turn: Heard; mayBeQuestion: boolean } {
  const text = wordsOf(message)
  const said = message.state === 'understood' ? (message.result as Understanding) : null
  const heard = heardAmidTask(turn, {
    text,
    tasks: open,
    clinicalBy: said ? clinicalBy(said) : 'finding',
    language: conversation.language,
  })
  return {
    turn: heard,
    mayBeQuestion: open.length === 0 ? !wishesCall(text) && kindOfWords(text) === undefined : asks(text),
  }
}

function clinicalBy({ triage, crisis, intents, emotions }: Understanding): ClinicalBy {
  const isInPain = emotions.tones.some(({ tone }) => tone === 'pain_distress')
  if (triage.urgency !== 'not_clinical' || crisis.level !== null || isInPain) return 'finding'
  const guesses = intents.filter(({ name }) => CLINICAL_INTENTS.has(name))
  return guesses.every(({ name }) => name === 'medication_question') ? 'medicine-guess' : 'guess'
}

/** @returns what is said, and the requests that are open from then on. */
export async function takeRequest(
  deps: Deps,
  {
    conversation,
    message,
    turn,
    open,
  }: { conversation: LockedConversation; message: Message; turn: Turn; open: readonly Task[] },
): Promise<{ decision: Decision; open: readonly Task[] }> {
  const { tx, now } = deps
  const base = decideTurn(turn)
  const text = wordsOf(message)
  if (base.does === 'nothing') return { decision: base, open }
  const isCall = wishesCall(text) || kindOfWords(text) === 'callback'
  const asking = await askingOf(tx, conversation, message, now)
  const said = message.state === 'understood' ? (message.result as Understanding) : null
  const taskTurn: TaskTurn = {
    text,
    messageId: message.id,
    language: SPOKEN.find((one) => one === turn.language) ?? 'en',
    guesses: (said?.intents ?? []).filter(({ name }) => !turn.intents.includes(name)).map(({ name }) => name),
    tasks: open,
    newTaskId: newId(now.getTime()),
    facts: await loadFacts(deps, conversation, asking, isCall || open.some(({ kind }) => kind === 'callback')),
  }
  const decided = decideTask(taskTurn, turn, base)
  if (!decided) return { decision: choicesFor(base), open }
  const hidden = asking.isVerified ? [] : await store.saidElsewhere(tx, conversation.id, message.channel)

  const done = decided.call
    ? await book(deps, { conversation, taskTurn, base, decided, call: decided.call, asking })
    : decided
  for (const task of done.tasks) await keep(deps, conversation, task, open, message.id)
  if (done.isUrgent) await bringToNurse(deps, conversation.id)
  const changed = new Map(done.tasks.map((task) => [task.id, task]))
  const known = new Set(open.map(({ id }) => id))
  const next = [...done.tasks.filter(({ id }) => !known.has(id)), ...open.map((task) => changed.get(task.id) ?? task)]
  return { decision: { ...choicesFor(done.decision), hidden }, open: next.filter(isOpen).toSorted(inHandFirst) }
}

const inHandFirst = (a: Task, b: Task): number => Number(a.state === 'paused') - Number(b.state === 'paused')

/** Wherever the assistant goes on, the way to a person stands under its words (D62). */
const choicesFor = (decision: Decision): Decision =>
  decision.does === 'hand-off' ? decision : { ...decision, choices: decision.choices ?? [] }

type Proved = Asking & { isVerified: boolean; receipt: string; audience: Audience }

/** Who writes, as far as it is proved: in the portal by the session, in the chat of the website by a code (D68). */
async function askingOf(
  tx: Transaction,
  { id: conversationId, patientId }: LockedConversation,
  { id: messageId, channel }: Message,
  now: Date,
): Promise<Proved> {
  const found = (await store.writerOf(tx, messageId)) ?? { relatedPersonId: null, receipt: '', isLast: false }
  const { isLast, ...writer } = found
  // The level is that of the sender who wrote last; another channel proves nothing for this one (D66, D68).
  if (!patientId || !isLast) return { ...writer, patientId: '', isVerified: false, audience: 'visitor' }
  const level = channel === 'portal-chat' ? 'verified' : await identityLevelFor(tx, { conversationId, patientId, now })
  const isVerified = level === 'verified' || level === 'verified_for'
  const isOther = writer.relatedPersonId !== null || level === 'verified_for'
  return {
    ...writer,
    patientId,
    isVerified,
    audience: !isVerified ? 'visitor' : isOther ? 'related_person' : 'patient',
  }
}

/** For whom an article has to be, to be told to whoever writes: what is not proved is a visitor's (D58). */
export const audienceOf = async (
  tx: Transaction,
  conversation: LockedConversation,
  message: Message,
  now: Date,
): Promise<Audience> => (await askingOf(tx, conversation, message, now)).audience

async function loadFacts(
  { tx, now }: Deps,
  { siteId }: LockedConversation,
  asking: Proved,
  isAboutCall: boolean,
): Promise<TaskFacts> {
  const { sites } = await loadRouting(tx, now)
  const site = sites.find(({ id }) => id === siteId) ?? sites[0]
  const facts: TaskFacts = {
    now: now.getTime(),
    timeZone: site?.timeZone ?? 'UTC',
    isVerified: asking.isVerified,
    receipt: asking.receipt,
    sites: sites.map(({ name }) => name),
    numbers: [],
    callTimes: [],
  }
  // Below a proved identity nothing of the record is looked up, so that nothing of it can be told.
  return isAboutCall && asking.isVerified
    ? { ...facts, ...(await loadCallTimes({ tx, now }, asking, facts.timeZone)) }
    : facts
}

async function loadCallTimes(
  { tx, now }: { tx: Transaction; now: Date },
  asking: Asking,
  ofSite: string,
): Promise<Pick<TaskFacts, 'numbers' | 'callTimes' | 'timeZone'>> {
  const times: string[] = []
  let numbers: readonly string[] = []
  let timeZone = ofSite
  const today = localDayOf(ofSite, now.getTime())
  for (let day = today; day < today + CALL_DAYS; day++) {
    const offer = await offerOwn({ tx, now }, asking, new Date(day * DAY_MS).toISOString().slice(0, 10))
    if (!offer) break
    ;({ numbers, timeZone } = offer)
    if (!offer.isOffered || numbers.length === 0) break
    times.push(...offer.times.map((at) => at.toISOString()))
  }
  return { numbers, callTimes: times, timeZone }
}

async function book(
  deps: Deps,
  {
    conversation,
    taskTurn,
    base,
    decided,
    call,
    asking,
  }: {
    conversation: LockedConversation
    taskTurn: TaskTurn
    base: Decision
    decided: TaskDecision
    call: NonNullable<TaskDecision['call']>
    asking: Asking
  },
): Promise<TaskDecision> {
  const { tx, now } = deps
  if (await store.isDone(tx, call)) return decided
  const booked = await bookOwnCallBack(deps, {
    patientId: asking.patientId,
    relatedPersonId: asking.relatedPersonId,
    conversationId: conversation.id,
    address: call.number,
    at: new Date(call.at),
  })
  if (booked.ok) {
    await store.noteDone(tx, call, booked.value.id, now)
    return decided
  }
  const task = taskTurn.tasks.find(({ id }) => id === call.taskId)
  if (!task) throw new Error('what is booked was confirmed')
  if (booked.refusal === 'INVALID_INPUT' || booked.refusal === 'QUIET_HOURS') return timeGone(taskTurn, base, task)
  const isPlanned = booked.refusal === 'STATE_NOT_ALLOWED' && booked.detail?.reason === 'promised'
  return isPlanned ? alreadyPlanned(taskTurn, base, task) : notBooked(taskTurn, base, task)
}

async function keep(
  { tx, now }: Deps,
  { id: conversationId, patientId }: LockedConversation,
  task: Task,
  open: readonly Task[],
  messageId: string,
): Promise<void> {
  const before = open.find(({ id }) => id === task.id)
  await store.saveRequest(tx, conversationId, task, before?.state ?? 'collecting', now)
  if (before?.state === task.state) return
  await journal(
    tx,
    {
      event: 'assistant.request-moved',
      action: before ? 'U' : 'C',
      resourceKind: 'message',
      resourceId: messageId,
      conversationId,
      patientIds: [patientId],
      fieldClasses: ['service'],
      detail: { kind: task.kind, from: before?.state ?? 'none', to: task.state, step: task.step },
    },
    now,
  )
}

const MEDICINE_RUNS_OUT = {
  en: 'Two days or less left of a medicine that must not be missed',
  es: 'Quedan dos días o menos de una medicina que no debe faltar',
}

/** A medicine that must not be missed runs out: the same as a message that is urgent by its words. */
async function bringToNurse(deps: Deps, conversationId: string): Promise<void> {
  const { tx, now } = deps
  const conversation = await lockConversation(tx, conversationId)
  if (!conversation) return
  const { version, urgency, siteId, language, queueId } = conversation
  if (urgency === 'routine' || urgency === 'urgent')
    await setUrgency(
      deps,
      { role: 'supervisor' },
      {
        conversationId,
        version,
        urgency: 'asap',
        reason: MEDICINE_RUNS_OUT,
      },
    )
  const { queues } = await loadRouting(tx, now)
  const queue = chooseQueue(queues, 'clinical', siteId, language)
  const locked = await lockConversation(tx, conversationId)
  if (queue && locked && queue.id !== queueId)
    await applyChange(deps, { conversationId, version: locked.version, change: { do: 'queue', queueId: queue.id } })
}

/** What could not be said was not asked: people take it on, with what was collected. */
export async function handUnsaidOver(
  deps: Deps,
  conversation: LockedConversation,
  open: readonly Task[],
  messageId: string,
): Promise<void> {
  for (const task of open)
    await keep(deps, conversation, { ...task, state: 'handed_off', pending: null, offered: [] }, open, messageId)
}
