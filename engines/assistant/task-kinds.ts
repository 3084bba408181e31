/** The requests that the assistant takes, and what it asks for each of them: the table of understanding.md 3.12. */
import type { IntentName } from '#engines/intent/intent-names.ts'

export const TASK_KINDS = [
  'callback',
  'complaint',
  'compliment',
  'interpreter',
  'transport',
  'book',
  'move',
  'cancel',
  'late',
  'earlier',
  'refill',
  'bill',
  'insurance',
  'results',
  'records',
  'details',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

export const SLOT_NAMES = [
  'number',
  'time',
  'topic',
  'happened',
  'place',
  'day',
  'wish',
  'language',
  'visit',
  'need',
  'reason',
  'who',
  'when',
  'site',
  'minutes',
  'medicine',
  'days-left',
  'pharmacy',
  'concern',
  'statement',
  'plan',
  'request',
  'test',
  'papers',
  'period',
  'receiver',
  'change',
] as const
export type SlotName = (typeof SLOT_NAMES)[number]

/** Of one request; the rest a person asks. */
export const QUESTIONS_MAX = 3
/** A patient's requests that are not finished, in one conversation (D65). */
export const OPEN_TASKS_MAX = 3
/** Values in a row that could not be taken: then a person takes it on (D64). */
export const TRIES_MAX = 3
/** A request that nobody touched for so long is given up (D66). */
export const TASK_LASTS_DAYS = 30

type TaskRule = {
  /** In the order in which they are asked; each is asked once. */
  asks: readonly SlotName[]
  /** Taken where it is said, never asked. */
  hears?: readonly SlotName[]
  /** What the words that begin it may say already. */
  first?: SlotName
  /** It is about the record: a person makes sure first who writes, where that is not proved (D68). */
  isAboutRecord: boolean
}

export const TASKS: Record<TaskKind, TaskRule> = {
  callback: { asks: ['number', 'time', 'topic'], isAboutRecord: false },
  complaint: { asks: ['happened', 'place', 'day', 'wish'], first: 'happened', isAboutRecord: false },
  compliment: { asks: ['happened'], first: 'happened', isAboutRecord: false },
  interpreter: { asks: ['language', 'visit'], isAboutRecord: false },
  transport: { asks: ['visit', 'need'], isAboutRecord: false },
  book: { asks: ['reason', 'who', 'when'], hears: ['site'], isAboutRecord: true },
  move: { asks: ['visit', 'when'], isAboutRecord: true },
  cancel: { asks: ['visit'], first: 'visit', isAboutRecord: true },
  late: { asks: ['visit', 'minutes'], isAboutRecord: true },
  earlier: { asks: ['visit', 'when'], isAboutRecord: true },
  refill: { asks: ['medicine', 'days-left', 'pharmacy'], isAboutRecord: true },
  bill: { asks: ['concern', 'statement'], first: 'concern', isAboutRecord: true },
  insurance: { asks: ['request', 'plan'], first: 'request', isAboutRecord: true },
  results: { asks: ['test'], first: 'test', isAboutRecord: true },
  records: { asks: ['papers', 'period', 'receiver'], first: 'papers', isAboutRecord: true },
  details: { asks: ['change'], isAboutRecord: true },
}

export const slotsOf = (kind: TaskKind): readonly SlotName[] => [...TASKS[kind].asks, ...(TASKS[kind].hears ?? [])]

/** What names nothing of anybody's health or money: the rest is not repeated where others may read it (D66, D70). */
export const PLAIN_SLOTS: ReadonlySet<SlotName> = new Set<SlotName>([
  'number',
  'time',
  'day',
  'language',
  'when',
  'site',
  'minutes',
  'days-left',
  'period',
])

/** By which intent a request begins. */
export const KIND_OF_INTENT: { [intent: string]: TaskKind | undefined } = {
  complaint: 'complaint',
  interpreter: 'interpreter',
  accessibility_transport: 'transport',
  book_appointment: 'book',
  new_patient: 'book',
  vaccine: 'book',
  find_provider: 'book',
  reschedule_appointment: 'move',
  cancel_appointment: 'cancel',
  running_late: 'late',
  earlier_slot: 'earlier',
  refill_prescription: 'refill',
  bill_question: 'bill',
  pay_bill: 'bill',
  financial_help: 'bill',
  insurance_question: 'insurance',
  prior_authorization: 'insurance',
  referral_request: 'insurance',
  test_results: 'results',
  medical_records: 'records',
  forms_letters: 'records',
  update_info: 'details',
} satisfies { [intent in IntentName]?: TaskKind }
