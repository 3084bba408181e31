/**
 * How a request is taken: what is missing is asked, one thing at a time, what is said in between is answered, and nothing is done before a
 * yes. Pure (understanding-D64-D67, decision 0157).
 *
 * It stands behind `decideTurn`, which has decided what the message means without any request: whatever is brought to people for the sake of
 * safety is brought to them here as well, with what was collected so far.
 */
import type { Decision, Line, Turn } from './decide-turn.ts'
import {
  readSlots,
  firstWords,
  CHOICES_MAX,
  isBareCount,
  isBareMedicine,
  isOwnWords,
  numberShown,
  spread,
  timeShown,
  type Offered,
  type SlotFacts,
  type SlotValue,
} from './read-slots.ts'
import { SLOT_WORDS } from './slot-words.ts'
import {
  KIND_OF_INTENT,
  OPEN_TASKS_MAX,
  QUESTIONS_MAX,
  slotsOf,
  TASKS,
  TRIES_MAX,
  type SlotName,
  type TaskKind,
} from './task-kinds.ts'
import type { TaskLine } from './task-texts.ts'
import {
  asks,
  beginsAnother,
  countWords,
  kindOfWords,
  sameWords,
  saysNo,
  saysStop,
  saysYes,
  wantsSomething,
  wishesCall,
} from './task-words.ts'
import type { Spoken } from './texts.ts'
import { flatWords } from './time-wish.ts'

export type TaskState =
  'collecting' | 'confirming' | 'paused' | 'doing' | 'done' | 'failed' | 'abandoned' | 'handed_off'

/** What may follow on what; all else is a mistake of ours (understanding.md 2). */
const TASK_MOVES: Record<TaskState, readonly TaskState[]> = {
  collecting: ['confirming', 'paused', 'abandoned', 'handed_off'],
  confirming: ['collecting', 'doing', 'paused', 'abandoned', 'handed_off'],
  paused: ['collecting', 'confirming', 'abandoned', 'handed_off'],
  doing: ['done', 'failed', 'handed_off'],
  done: [],
  failed: [],
  abandoned: [],
  handed_off: ['paused'],
}

/** What is done is done in one transaction: nobody else ever sees it being done. */
export const mayMove = (from: TaskState, to: TaskState): boolean =>
  from === to || TASK_MOVES[from].includes(to) || (TASK_MOVES[from].includes('doing') && TASK_MOVES.doing.includes(to))

export type Slot = SlotValue & { messageId: string; isConfirmed: boolean }
export type Slots = Partial<Record<SlotName, Slot>>

export type Task = {
  id: string
  kind: TaskKind
  state: TaskState
  /** Grows with each message that it takes in; what is done is done once for its step (D67). */
  step: number
  /** What was asked last: a slot, a yes, or which slot to change. */
  pending: SlotName | 'yes' | 'which' | null
  offered: readonly Offered[]
  /** Values in a row that could not be taken. */
  tries: number
  /** Slots that were asked for. */
  asked: readonly SlotName[]
  slots: Slots
}

export type TaskFacts = SlotFacts & {
  /** Who writes is proved; else nothing of the record is said or done. */
  isVerified: boolean
  /** The number of the conversation, as a receipt. */
  receipt: string
}

export type TaskTurn = {
  text: string
  messageId: string
  language: Spoken
  /** Weaker guesses of what is wanted, the strongest first (D15). */
  guesses: readonly string[]
  /** Those that are not finished, the one in hand first. */
  tasks: readonly Task[]
  newTaskId: string
  facts: TaskFacts
}

export type TaskDecision = {
  decision: Decision
  /** Those that changed. */
  tasks: readonly Task[]
  /** To be done now, in the same transaction, once for this step. */
  call: { taskId: string; step: number; number: string; at: string } | null
  /** A medicine that must not be missed runs out: a nurse is told. */
  isUrgent: boolean
}

/** Words of the name and street of a drug store. */
const STORE_WORDS = 8

/** In how few words one language may look like another (D9); other letters than Latin ones look like neither of ours. */
const SHORT_WORDS = 3
const OTHER_LETTERS = /[^\P{L}\p{Script=Latin}]/u

/**
 * What alone makes a message clinical: a guess that it is about medicine, a guess of another kind, or more than a guess. Triage found nothing
 * in a guess.
 */
export type ClinicalBy = 'medicine-guess' | 'guess' | 'finding'

/**
 * The message as it is heard in the middle of a request: a short answer means what it was asked for, and no more. `language`: that of the
 * conversation.
 */
export function heardAmidTask<T extends Pick<Turn, 'intents' | 'isClinical' | 'isUpset' | 'isFurious' | 'language'>>(
  turn: T,
  {
    text,
    tasks,
    clinicalBy,
    language,
  }: { text: string; tasks: readonly Task[]; clinicalBy: ClinicalBy; language: string },
): T {
  const [active] = tasks
  const isNamed = kindOfWords(text) !== undefined
  const isAnswer = active !== undefined && !wantsSomething(text) && !beginsAnother(text) && !asks(text)
  // A figure, or the words of a button: what the engines guess of such an answer by itself is nothing.
  const isBare = isNamed || (isAnswer && (isBareCount(text) || chosenOf(active, text) !== undefined))
  const intents = turn.intents.filter((intent) => {
    if (isNamed) return false
    if (intent === 'speak_to_human') return !isBare && !wishesCall(text)
    return !isAnswer || intent === 'greeting' || intent === 'goodbye'
  })
  const isAnswered =
    (isBare && clinicalBy !== 'finding') ||
    (isAnswer && active.pending === 'medicine' && clinicalBy === 'medicine-guess' && isBareMedicine(text)) ||
    // The name of a drug store is no question about a medicine.
    (isAnswer && active.pending === 'pharmacy' && clinicalBy === 'medicine-guess' && countWords(text) <= STORE_WORDS)
  const isShort = active !== undefined && countWords(text) <= SHORT_WORDS && !OTHER_LETTERS.test(text)
  return {
    ...turn,
    intents,
    isClinical: turn.isClinical && !isAnswered,
    // Who complains is not calm, and answers all the same; fury is another thing (D18).
    isUpset: turn.isUpset && !isBare && !(isAnswer && active.kind === 'complaint'),
    isFurious: turn.isFurious && !isBare,
    language: isShort ? language : turn.language,
  }
}

/** @param base what is decided of the message as such. @returns null: no request has to do with it. */
export function decideTask(turn: TaskTurn, heard: Turn, base: Decision): TaskDecision | null {
  const decided = decide(turn, heard, base)
  if (!decided?.isUrgent) return decided
  // The assistant is silent from here on: what waited behind it goes to people, too.
  const known = new Set(decided.tasks.map(({ id }) => id))
  const waiting = turn.tasks.filter(({ id }) => !known.has(id)).map(openToOver)
  return { ...decided, tasks: [...waiting, ...decided.tasks] }
}

function decide(turn: TaskTurn, heard: Turn, base: Decision): TaskDecision | null {
  const active = turn.tasks[0]
  if (base.does === 'nothing') return null
  const isStop = active !== undefined && saysStop(turn.text)
  // What is named or wished for in so many words is understood, whatever was not understood before it.
  const isClear = base.reason === 'not-understood' && !heard.isNotUnderstood && beginsClearly(turn.text)
  const isRequest = base.reason === 'task' || base.reason === 'complaint' || isClear
  if (base.does === 'hand-off' && !isRequest && !(isStop && base.reason === 'upset'))
    return handAllOver(turn, heard, base)
  const wanted = wantedKind(turn, heard, base)
  if (!active)
    return wanted ? begin(turn, base, wanted) : base.does === 'ask' || isHello(base) ? offerKinds(turn, base) : null
  if (isStop) return stop(turn, base, active)

  const chosen = chosenOf(active, turn.text)
  if (!chosen && wanted && wanted !== active.kind && isMeantAsAnother(turn, active)) {
    const open = turn.tasks.find(({ kind }) => kind === wanted)
    return open ? takeUp(turn, base, active, open) : begin(turn, base, wanted, active)
  }
  return goOn(turn, base, active, chosen)
}

const beginsClearly = (text: string): boolean => kindOfWords(text) !== undefined || wishesCall(text)

/** Which request the message begins, if it does. */
function wantedKind({ text }: TaskTurn, { intents }: Turn, base: Decision): TaskKind | undefined {
  const named = kindOfWords(text)
  if (named) return named
  if (wishesCall(text)) return 'callback'
  if (base.reason === 'complaint') return 'complaint'
  if (base.reason === 'task') return intents.map((intent) => KIND_OF_INTENT[intent]).find((kind) => kind !== undefined)
  // Thanks in a word are thanks; a story of somebody's kindness is passed on.
  return base.does === 'greet' && intents.includes('compliment') && countWords(text) >= 6 ? 'compliment' : undefined
}

function isMeantAsAnother({ text }: TaskTurn, { pending, kind }: Task): boolean {
  if (kindOfWords(text) || beginsAnother(text)) return true
  const answersInWords = pending !== null && pending !== 'yes' && pending !== 'which' && isOwnWords(pending)
  return !answersInWords && wantsSomething(text) && !(kind === 'callback' && wishesCall(text))
}

const isHello = ({ does, lines }: Decision): boolean => does === 'greet' && lines.some(({ says }) => says === 'hello')

function begin(turn: TaskTurn, base: Decision, kind: TaskKind, active?: Task): TaskDecision {
  if (turn.tasks.length >= OPEN_TASKS_MAX) {
    const offered = turn.tasks.map((task) => SLOT_WORDS[turn.language].kinds[task.kind])
    return answer(base, { lines: [{ tells: 'too-many' }], choices: offered, tasks: [] })
  }
  const { language, messageId, facts } = turn
  const fresh = begun(turn, kind)
  const first = TASKS[kind].first
  const isNamedOnly = kindOfWords(turn.text) !== undefined
  const said = first && !isNamedOnly ? firstWords(turn.text) : undefined
  const { slots, unsettled } = isNamedOnly
    ? { slots: {}, unsettled: null }
    : readSlots(turn.text, kind, { pending: null, language, facts, mayMoveWhen: false })
  const filled = merged(fresh, { ...slots, ...(said && first && { [first]: said }) }, messageId)
  const paused: Task[] = active ? [{ ...active, state: 'paused' }] : []
  const next = onwards(turn, filled, unsettled)
  return answered(base, { ...next, lines: [{ tells: 'begin', kind }, ...next.lines] }, paused)
}

const begun = ({ newTaskId: id }: TaskTurn, kind: TaskKind): Task => ({
  id,
  kind,
  state: 'collecting',
  step: 0,
  pending: null,
  offered: [],
  tries: 0,
  asked: [],
  slots: {},
})

/** One that was begun before is taken up again; the one in hand waits. */
function takeUp(turn: TaskTurn, base: Decision, active: Task, open: Task): TaskDecision {
  const next = onwards(turn, { ...open, state: 'collecting' }, null)
  return answered(base, { ...next, lines: [recap(open), ...next.lines] }, [{ ...active, state: 'paused' }])
}

function stop(turn: TaskTurn, base: Decision, active: Task): TaskDecision {
  const stopped: Task = { ...active, state: 'abandoned', step: active.step + 1, pending: null, offered: [] }
  const [waiting] = turn.tasks.slice(1)
  const told: TaskLine = { tells: 'stopped', kind: active.kind }
  if (!waiting)
    return settled(base, { lines: [told, { tells: 'more' }], choices: kindsToOffer(turn), tasks: [stopped] })
  const next = onwards(turn, { ...waiting, state: 'collecting' }, null)
  return answered(base, { ...next, lines: [told, recap(waiting), ...next.lines] }, [stopped])
}

function goOn(turn: TaskTurn, base: Decision, active: Task, chosen: Offered | undefined): TaskDecision {
  const { text, language, messageId, facts } = turn
  const task: Task = { ...active, state: 'collecting' }
  if (active.pending === 'yes') {
    if (chosen ? chosen.value === 'yes' : saysYes(text)) return finish(turn, base, { ...task, tries: 0 })
    if (chosen?.value === 'stop') return stop(turn, base, active)
    if (chosen?.value === 'no' || saysNo(text)) {
      const offered = slotsOf(task.kind)
        .filter((name) => task.slots[name])
        .slice(0, CHOICES_MAX)
        .map((name) => ({ value: name, words: SLOT_WORDS[language].slots[name] }))
      const asking: Task = { ...task, pending: 'which', offered, step: task.step + 1 }
      return answered(base, { task: asking, lines: [{ tells: 'which-change' }] }, [])
    }
  }
  if (active.pending === 'which') {
    const name = slotsOf(task.kind).find((slot) => slot === chosen?.value)
    if (name) {
      const { [name]: _, ...slots } = task.slots
      const next = onwards(turn, { ...task, slots, step: task.step + 1 }, null, name)
      return answered(base, next, [])
    }
  }

  const pending = active.pending === 'yes' || active.pending === 'which' ? null : active.pending
  const isAside = base.does === 'answer' || (base.does === 'greet' && countWords(text) <= 4)
  const heard =
    chosen && pending
      ? {
          slots: { [pending]: { value: chosen.value, shown: chosen.words } } as Partial<Record<SlotName, SlotValue>>,
          unsettled: null,
        }
      : readSlots(isAside ? beforeQuestion(text) : text, task.kind, {
          pending: isAside ? null : pending,
          language,
          facts,
          mayMoveWhen: pending === null,
        })
  // A day of several that was meant keeps the hour that was named with it.
  const filled = merged({ ...task, step: task.step + 1 }, heard.slots, messageId)
  const hasHeard = Object.keys(heard.slots).length > 0 || heard.unsettled !== null
  if (isAside) {
    const next = onwards(turn, filled, heard.unsettled)
    const aside = base.lines.filter(({ says }) => !ASKS_BACK.has(says))
    return answered({ ...base, lines: aside }, { ...next, lines: [recap(filled), ...next.lines] }, [], aside)
  }
  // Given back by a person: where it stands is said first.
  if (!hasHeard && active.state === 'paused') {
    const next = onwards(turn, filled, null)
    return answered(base, { ...next, lines: [recap(filled), ...next.lines] }, [])
  }
  if (hasHeard) return answered(base, onwards(turn, { ...filled, tries: 0 }, heard.unsettled), [])

  const tries = active.tries + 1
  if (tries >= TRIES_MAX)
    return handOver(turn, base, { ...filled, tries }, 'not-understood', [{ tells: 'person-takes' }])
  if (pending === null) return answered(base, confirming(turn, { ...filled, tries }, [{ tells: 'say-yes' }]), [])
  const again = asking(turn, { ...filled, tries }, pending)
  // What was offered still stands.
  const offered = active.offered.length > 0 ? active.offered : again.task.offered
  const lines: TaskLine[] = [{ tells: 'wrong', slot: pending }, ...again.lines]
  return answered(base, { task: { ...again.task, offered }, lines }, [])
}

/** What is left out where the request in hand goes on. */
const ASKS_BACK: ReadonlySet<Line['says']> = new Set(['word', 'topics', 'one-step'])

/** Characters of a message that are looked at for an answer beside a question. */
const ANSWER_MAX = 1_000

/** What was said before the question that is answered: "Thursday. Do you have parking?" */
const beforeQuestion = (text: string): string =>
  /^(.{0,200}?)[.;!\n][^.;!\n]*[?]\s*$/su.exec(text.slice(0, ANSWER_MAX))?.[1] ?? ''

type Next = { task: Task; lines: readonly TaskLine[] }

/** The next question, or the summary that is to be confirmed. `wanted`: the slot that is to be said again. */
function onwards(
  turn: TaskTurn,
  before: Task,
  unsettled: ReturnType<typeof readSlots>['unsettled'],
  wanted?: SlotName,
): Next {
  const task = withKnown(turn, before)
  if (unsettled) {
    const { slot, offered, isGone } = unsettled
    const lines: TaskLine[] = [
      { tells: isGone ? 'time-gone' : slot === 'time' && offered.length > 0 ? 'which-time' : 'which-day' },
    ]
    return { task: { ...task, pending: slot, offered, asked: [...new Set([...task.asked, slot])] }, lines }
  }
  // What was asked and not said yet is asked again, whatever else was said meanwhile.
  const asked = slotsOf(task.kind).find((slot) => slot === task.pending && !task.slots[slot])
  const missing = TASKS[task.kind].asks.find((slot) => !task.slots[slot] && !task.asked.includes(slot))
  const next = wanted ?? asked ?? (task.asked.length < QUESTIONS_MAX ? missing : undefined)
  return next ? asking(turn, task, next) : confirming(turn, task, [])
}

/** The only number on file is the one that is meant. */
function withKnown({ facts, messageId, language }: TaskTurn, task: Task): Task {
  const [number, ...more] = facts.numbers
  if (task.kind !== 'callback' || task.slots.number || !mayCall(facts) || number === undefined || more.length > 0)
    return task
  return merged(task, { number: numberShown(number, language) }, messageId)
}

function asking(turn: TaskTurn, task: Task, slot: SlotName): Next {
  const asked = [...new Set([...task.asked, slot])]
  return { task: { ...task, pending: slot, offered: choicesOf(turn, slot), asked }, lines: [{ tells: 'ask', slot }] }
}

function choicesOf({ facts, language }: TaskTurn, slot: SlotName): Offered[] {
  const words = SLOT_WORDS[language]
  const own = (...list: string[]) => list.map((one) => ({ words: one, value: one }))
  switch (slot) {
    case 'number':
      return facts.numbers
        .slice(0, CHOICES_MAX)
        .map((number) => ({ words: numberShown(number, language).shown, value: number }))
    case 'time':
      return facts.callTimes.length > 0
        ? spread(facts.callTimes, facts, language)
        : own(words.any, words.morning, words.afternoon)
    case 'when':
      return own(words.any, words.morning, words.afternoon)
    case 'who':
      return own(words.me, words.myChild, words.other)
    case 'change':
      return own(words.phone, words.mail, words.address)
    default:
      return []
  }
}

function confirming({ language }: TaskTurn, task: Task, before: readonly TaskLine[]): Next {
  const words = SLOT_WORDS[language]
  const offered = [
    { words: words.yes, value: 'yes' },
    { words: words.no, value: 'no' },
    { words: words.stop, value: 'stop' },
  ]
  const line: TaskLine = {
    tells: task.kind === 'callback' ? 'confirm-call' : 'confirm',
    kind: task.kind,
    slots: shownSlots(task),
  }
  return { task: { ...task, state: 'confirming', pending: 'yes', offered }, lines: [...before, line] }
}

export const shownSlots = ({ kind, slots }: Pick<Task, 'kind' | 'slots'>): { name: SlotName; shown: string }[] =>
  slotsOf(kind).flatMap((name) => {
    const slot = slots[name]
    return slot ? [{ name, shown: slot.shown }] : []
  })

/** Said yes: a call is booked where it can be; all else is brought to a person, with what was said. */
function finish(turn: TaskTurn, base: Decision, task: Task): TaskDecision {
  const { facts } = turn
  const slots = Object.fromEntries(
    Object.entries(task.slots).map(([name, slot]) => [name, { ...slot, isConfirmed: true }]),
  ) as Slots
  const confirmed: Task = { ...task, state: 'confirming', slots, step: task.step + 1, pending: null, offered: [] }
  const { number, time } = slots
  if (
    task.kind === 'callback' &&
    number &&
    time &&
    mayCall(facts) &&
    facts.numbers.includes(number.value) &&
    isInstant(time.value)
  ) {
    if (!facts.callTimes.includes(time.value)) return timeGone(turn, base, task)
    const said: TaskLine = {
      tells: 'call-booked',
      when: timeShown(time.value, facts.timeZone, turn.language),
      number: number.shown,
    }
    const booked: Task = { ...confirmed, state: 'done' }
    const call = { taskId: task.id, step: booked.step, number: number.value, at: time.value }
    const [waiting] = turn.tasks.slice(1)
    if (!waiting)
      return {
        ...settled(base, { lines: [said, { tells: 'more' }], choices: kindsToOffer(turn), tasks: [booked] }),
        call,
      }
    const next = onwards(turn, { ...waiting, state: 'collecting' }, null)
    return { ...answered(base, { ...next, lines: [said, recap(waiting), ...next.lines] }, [booked]), call }
  }
  const receipt: TaskLine = { tells: 'received', receipt: facts.receipt }
  const lines: TaskLine[] =
    task.kind === 'complaint'
      ? [receipt]
      : task.kind === 'compliment'
        ? [{ tells: 'thanked' }, receipt]
        : [{ tells: 'sent' }]
  if (TASKS[task.kind].isAboutRecord && !facts.isVerified) lines.push({ tells: 'first-who' })
  return handOver(turn, base, confirmed, task.kind === 'complaint' ? 'complaint' : 'task', lines)
}

/** Somebody else had the time: nothing was booked, and the nearest are offered (D66). */
export function timeGone(turn: TaskTurn, base: Decision, task: Task): TaskDecision {
  const { time: _, ...slots } = task.slots
  const open: Task = { ...task, state: 'collecting', slots, step: task.step + 1 }
  const next = asking(turn, open, 'time')
  return answered(base, { ...next, lines: [{ tells: 'time-gone' }] }, [])
}

/** A call to this number was promised before: it stands, and a second one is not made. */
export function alreadyPlanned(turn: TaskTurn, base: Decision, task: Task): TaskDecision {
  const failed: Task = { ...task, state: 'failed', step: task.step + 1, pending: null, offered: [] }
  return settled(base, {
    lines: [{ tells: 'call-planned' }, { tells: 'more' }],
    choices: kindsToOffer(turn),
    tasks: [failed],
  })
}

/** It cannot be booked after all: it is said that it is not, and a person takes it on (D67). */
export const notBooked = (turn: TaskTurn, base: Decision, task: Task): TaskDecision =>
  handOver(turn, base, { ...task, step: task.step + 1 }, 'task', [{ tells: 'person-takes' }])

const mayCall = ({ isVerified, numbers, callTimes }: TaskFacts): boolean =>
  isVerified && numbers.length > 0 && callTimes.length > 0
const isInstant = (value: string): boolean => /^\d{4}-\d\d-\d\dT/.test(value)

/** Days of such a medicine that are left, from which on it is urgent (understanding.md 3.12). */
const URGENT_DAYS = 2
const MUST_NOT_BE_MISSED =
  /insulin|lantus|humalog|novolog|humulin|novolin|basaglar|tresiba|toujeo|levemir|apidra|glargin|lispro|aspart|detemir|degludec|levetiracetam|keppra|lamotrigin|lamictal|carbamazepin|tegretol|oxcarbazepin|trileptal|phenytoin|dilantin|fenitoina|valpro|depakote|divalproex|topiramat|topamax|lacosamid|vimpat|phenobarb|fenobarb|primidon|clobazam|zonisamid|gabapentin|pregabalin|seizure|convulsi|epilep|warfarin|coumadin|jantoven|apixaban|eliquis|rivaroxaban|xarelto|dabigatran|pradaxa|edoxaban|savaysa|enoxaparin|lovenox|heparin|blood thinner|anticoagul|prednison|prednisolon|methylprednisolon|medrol|dexamethason|dexametason|hydrocortison|hidrocortison|cortison|fludrocortison|steroid|esteroid|oxycodon|oxycontin|percocet|hydrocodon|hidrocodon|vicodin|norco|morphin|morfina|methadon|metadona|fentanyl|fentanil|buprenorphin|buprenorfina|suboxone|hydromorphon|dilaudid|tramadol|tapentadol|nucynta|codein|opioid/

function isUrgentRefill({ kind, slots }: Task): boolean {
  const days = slots['days-left']
  return (
    kind === 'refill' &&
    slots.medicine !== undefined &&
    days !== undefined &&
    Number(days.value) <= URGENT_DAYS &&
    MUST_NOT_BE_MISSED.test(flatWords(slots.medicine.shown))
  )
}

/** Its words come before the answer is chosen from what was offered: a button's words, or its place as a figure. */
function chosenOf({ offered }: Task, text: string): Offered | undefined {
  const place = /^\s*\(?([1-3])[.)]?\s*$/.exec(text)?.[1]
  return offered.find(({ words }) => sameWords(words, text)) ?? (place ? offered[Number(place) - 1] : undefined)
}

const merged = (task: Task, heard: Partial<Record<SlotName, SlotValue>>, messageId: string): Task => ({
  ...task,
  slots: {
    ...task.slots,
    ...Object.fromEntries(
      Object.entries(heard).map(([name, value]) => [name, { ...value, messageId, isConfirmed: false }]),
    ),
  },
})

const recap = (task: Task): TaskLine => {
  const slots = shownSlots(task)
  return slots.length > 0 ? { tells: 'recap', kind: task.kind, slots } : { tells: 'resume', kind: task.kind }
}

/** Requests that a patient can begin, on buttons: what was half understood first. */
function kindsToOffer({ guesses, language }: TaskTurn): string[] {
  const guessed = guesses.map((guess) => KIND_OF_INTENT[guess]).filter((kind) => kind !== undefined)
  const kinds: TaskKind[] = [...new Set([...guessed, 'callback' as const, 'book' as const, 'refill' as const])]
  return kinds.slice(0, CHOICES_MAX).map((kind) => SLOT_WORDS[language].kinds[kind])
}

const offerKinds = (turn: TaskTurn, base: Decision): TaskDecision => ({
  decision: { ...base, choices: kindsToOffer(turn) },
  tasks: [],
  call: null,
  isUrgent: false,
})

type Answer = { lines: readonly TaskLine[]; choices: readonly string[]; tasks: readonly Task[] }

/** A question or a summary of the request in hand. What must not wait goes to a nurse before anything else is asked. */
function answered(
  base: Decision,
  { task, lines }: Next,
  others: readonly Task[],
  aside: readonly Line[] = [],
): TaskDecision {
  if (isUrgentRefill(task)) {
    const over: Task = { ...task, state: 'handed_off', pending: null, offered: [] }
    const said: Line[] = [...heads(base), { says: 'nurse-reads' }]
    const decision: Decision = {
      does: 'hand-off',
      reason: 'clinical',
      lines: said,
      session: { ...base.session, failed: 0, isIntroduced: true, isHandingOff: true },
    }
    return { decision, tasks: [...others.map(openToOver), over], call: null, isUrgent: true }
  }
  const choices = task.offered.map(({ words }) => words)
  const said = answer(base, { lines, choices, tasks: [...others, task] }, aside)
  return choices.length > 0 ? { ...said, decision: { ...said.decision, areNumbered: true } } : said
}

const openToOver = (task: Task): Task => (isOpen(task) ? { ...task, state: 'handed_off' } : task)

const answer = (base: Decision, { lines, choices, tasks }: Answer, aside: readonly Line[] = []): TaskDecision => ({
  decision: spoken(base, 'collect', lines, choices, aside),
  tasks,
  call: null,
  isUrgent: false,
})

/** Nothing is open any more. */
const settled = (base: Decision, { lines, choices, tasks }: Answer): TaskDecision => ({
  decision: spoken(base, 'done', lines, choices, []),
  tasks,
  call: null,
  isUrgent: false,
})

function spoken(
  base: Decision,
  does: Decision['does'],
  lines: readonly TaskLine[],
  choices: readonly string[],
  aside: readonly Line[],
): Decision {
  const heard: Line[] = aside.length > 0 ? [...aside] : heads(base)
  const all: Line[] = [...heard, ...lines.map((task) => ({ says: 'task', task }) as const)]
  const isIntroduced = heard.some(({ says }) => says === 'intro')
  return {
    does,
    reason: null,
    lines: isIntroduced ? all : [...all, { says: 'word' }],
    choices,
    session: { ...base.session, failed: 0, isIntroduced: true, isHandingOff: false },
  }
}

/** What stands before all else in what was decided: who speaks, and one calm or sorry line. */
const heads = ({ lines }: Decision): Line[] =>
  lines.filter(({ says }) => says === 'intro' || says === 'calm' || says === 'sad' || says === 'sorry')

/** To a person; the other open requests go along, since from here on the assistant is silent. */
function handOver(
  turn: TaskTurn,
  base: Decision,
  task: Task,
  reason: NonNullable<Decision['reason']>,
  lines: readonly TaskLine[],
): TaskDecision {
  const others = turn.tasks.filter(({ id }) => id !== task.id).map((other): Task => ({ ...other, state: 'handed_off' }))
  const said: Line[] = [
    ...heads(base).filter(({ says }) => says === 'intro'),
    ...lines.map((one) => ({ says: 'task', task: one }) as const),
  ]
  return {
    decision: {
      does: 'hand-off',
      reason,
      lines: said,
      session: { ...base.session, failed: 0, isIntroduced: true, isHandingOff: true },
    },
    tasks: [...others, { ...task, state: 'handed_off', pending: null, offered: [] }],
    call: null,
    isUrgent: false,
  }
}

/**
 * What is brought to people for another reason takes all that was collected along (D64, D65). A medicine that must not be missed goes to a nurse
 * also where it is told in anger, or with the wish for a person.
 */
function handAllOver(turn: TaskTurn, { intents }: Turn, base: Decision): TaskDecision | null {
  const { text, language, facts, messageId, tasks } = turn
  const isImpatient = base.reason === 'upset' || base.reason === 'asked'
  const isRefill = isImpatient && intents.includes('refill_prescription')
  const [active = isRefill ? begun(turn, 'refill') : undefined, ...others] = tasks
  const asked = active?.pending ?? null
  // Who is angry has often said in the same breath what was asked; the wish for a person is no drug store, and words of danger are no answer.
  const heard =
    active && isImpatient && asked !== 'yes' && asked !== 'which'
      ? readSlots(text, active.kind, {
          pending: base.reason === 'upset' ? asked : null,
          language,
          facts,
          mayMoveWhen: false,
        }).slots
      : {}
  const over = active ? [merged({ ...active, step: active.step + 1 }, heard, messageId), ...others] : []
  const isUrgent = isImpatient && over.some(isUrgentRefill)
  if (tasks.length === 0 && !isUrgent) return null
  return {
    decision: isUrgent ? { ...base, reason: 'clinical', lines: [...heads(base), { says: 'nurse-reads' }] } : base,
    tasks: over.map((task) => ({ ...task, state: 'handed_off', pending: null, offered: [] })),
    call: null,
    isUrgent,
  }
}

export const isOpen = ({ state }: Task): boolean =>
  state === 'collecting' || state === 'confirming' || state === 'paused'
