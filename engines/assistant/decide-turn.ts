/**
 * What the assistant does with one message of a patient: answers, asks, or brings it to a person. Pure (understanding.md 3.11, 3.13).
 *
 * Safety comes before it and does not pass through it: emergency and crisis texts are sent where a message is received. Whatever may be
 * clinical goes to a person, and so does whatever it is not sure of; it never says that something was done.
 */
import type { IntentName } from '#engines/intent/intent-names.ts'
import type { ConversationUrgency } from '#engines/understanding/understand.ts'
import type { SlotName } from './task-kinds.ts'
import type { TaskLine } from './task-texts.ts'
import { SPOKEN, type Spoken } from './texts.ts'

export const ASSISTANT_VERSION = 'assistant-1'

export type Turn = {
  /** ISO 639-1 of the message; the assistant writes the languages it has reviewed texts for. */
  language: string
  urgency: ConversationUrgency
  /** Something of it was read as danger, or may still be. */
  isCrisis: boolean
  /** It tells of a finding, a symptom, or asks for medical advice. */
  isClinical: boolean
  /** Nothing but its language makes it clinical: nobody qualified has reviewed what is known of that (D29). */
  isOnlyForeign: boolean
  /** The safety dialogue asks about it, or has advised: its words are the answer (decision 0163). */
  isAskedForSafety: boolean
  /** Understanding failed: nobody knows what it says. */
  isNotUnderstood: boolean
  /** In order; those over their threshold. */
  intents: readonly string[]
  /** Anger or frustration at its highest. */
  isFurious: boolean
  isUpset: boolean
  isAnxious: boolean
  isSad: boolean
  isConfused: boolean
  session: Session
  /** An approved article that answers it; null: none is sure enough. `disagree`: two say different things. */
  answer: Answer | EnglishOnly | 'disagree' | null
}

export type Session = {
  /** The notice of automation was given in this conversation. */
  isIntroduced: boolean
  /** Messages in a row that were not understood. */
  failed: number
  wasUpset: boolean
  /** A hand-off is on its way: nothing is said but place, time and safety. */
  isHandingOff: boolean
}

export type Answer = {
  articleId: string
  version: number
  text: string
  /** The part before its author's mark, for a text message. */
  shortText: string | null
  title: string
  link: string
  reviewedOn: string
  /** A language model put the approved text into other words: the reader is told (D57). */
  isGenerated?: true
}

/** It answers, and is not ready in the language of who asks: it is offered as a page in English, not told as the answer (D81). */
export type EnglishOnly = Pick<Answer, 'articleId' | 'version' | 'title' | 'link'> & { isEnglishOnly: true }

export type HandOffReason =
  | 'asked'
  | 'clinical'
  | 'upset'
  | 'task'
  | 'complaint'
  | 'privacy'
  | 'not-understood'
  | 'language'
  | 'disagree'
  | 'danger'

export type Line =
  | { says: 'intro' }
  | { says: 'answer'; answer: Answer }
  | { says: 'english-only'; page: EnglishOnly }
  | { says: 'topics' | 'one-step' | 'bot' }
  | { says: 'hello' | 'goodbye' | 'thanks' | 'calm' | 'sad' | 'sorry' | 'back' }
  | { says: 'person-reads' | 'nurse-reads' }
  /** The same, and what stands in it of automation, in a language that there are no reviewed texts for (decision 0204). */
  | { says: 'person-reads-foreign' }
  | { says: 'request'; topic: Topic }
  /** What is said while a person is waited for (D72): see hand-off.ts. */
  | { says: 'place'; place: number; fromMin: number; toMin: number }
  | { says: 'opens'; when: string; inEnglish: string }
  | { says: 'taken-back' }
  /** Of a request that is being taken (decide-task.ts). */
  | { says: 'task'; task: TaskLine }
  /** By which word a person comes, at any step (D62). */
  | { says: 'word' }

export type Decision = {
  /** `collect`: a request is being taken; `done`: it was done, or given up. */
  does: 'answer' | 'ask' | 'greet' | 'collect' | 'done' | 'hand-off' | 'nothing'
  reason: HandOffReason | null
  lines: readonly Line[]
  /** Words that can be sent with one press, at most three (D15). */
  choices?: readonly string[]
  /** A figure stands for each of them: what was offered last is kept with the request in hand (decision 0158). */
  areNumbered?: true
  /** Values of the request in hand that are not shown where this is said (D66). */
  hidden?: readonly SlotName[]
  session: Session
}

export function decideTurn(turn: Turn): Decision {
  const { session } = turn
  const quiet = { ...session, wasUpset: turn.isUpset }
  if (session.isHandingOff) return nothing(session)
  // The safety texts were sent, and an alert is up: a dialogue would be in their way (D40, D56).
  if (turn.urgency === 'stat' || turn.isCrisis) return handOff(quiet, 'danger', [])
  if (turn.isAskedForSafety) return handOff(quiet, 'clinical', [])
  if (!speaks(turn.language)) return foreign(quiet, turn)
  if (turn.isNotUnderstood) return handOff(quiet, 'not-understood', [{ says: 'person-reads' }])

  const [first] = turn.intents
  if (turn.intents.includes('speak_to_human')) return handOff(quiet, 'asked', [{ says: 'person-reads' }])
  if (turn.isClinical || turn.urgency === 'asap')
    return handOff(quiet, 'clinical', [...kindly(turn), { says: 'nurse-reads' }])
  // Who is at the end of his patience, or angry for the second time running, is not asked anything more (D18).
  if (turn.isFurious || (turn.isUpset && session.wasUpset))
    return handOff(quiet, 'upset', [{ says: 'sorry' }, { says: 'person-reads' }])
  if (turn.intents.includes('complaint'))
    return handOff(quiet, 'complaint', [{ says: 'sorry' }, { says: 'person-reads' }])
  if (first === 'bot_identity') return say(quiet, 'answer', [{ says: 'bot' }])

  if (turn.answer === 'disagree') return handOff(quiet, 'disagree', [{ says: 'person-reads' }])
  // An answer stands for one question: of two, the other would be lost.
  const asks = turn.intents.filter((intent) => !SMALL_TALK.has(intent))
  if (turn.answer && asks.length <= 1 && !NEEDS_A_PERSON.has(asks[0] ?? ''))
    return say({ ...quiet, failed: 0 }, 'answer', [
      ...kindly(turn),
      'isEnglishOnly' in turn.answer
        ? { says: 'english-only', page: turn.answer }
        : { says: 'answer', answer: turn.answer },
    ])

  const topic = asks.map((intent) => WAYS_ON[intent]).find((found) => found !== undefined)
  if (topic)
    return handOff(quiet, topic === 'privacy' ? 'privacy' : 'task', [...kindly(turn), { says: 'request', topic }])
  if (asks.length === 0 && first !== undefined) return smallTalk(quiet, first, turn)

  // Two in a row that were not understood, and a person comes (D15).
  if (session.failed >= 1) return handOff(quiet, 'not-understood', [{ says: 'person-reads' }])
  return say({ ...quiet, failed: session.failed + 1 }, 'ask', askingBack(turn))
}

/** What is brought to a person as a request: nothing of it is done here, and nothing is claimed to be. */
export type Topic = 'visit' | 'refill' | 'bill' | 'insurance' | 'results' | 'records' | 'help' | 'privacy'

/** What an article cannot settle: something is to be done, or a right of the patient is asked for. */
const NEEDS_A_PERSON: ReadonlySet<string> = new Set<IntentName>([
  'book_appointment',
  'cancel_appointment',
  'reschedule_appointment',
  'check_appointment',
  'running_late',
  'earlier_slot',
  'refill_prescription',
  'privacy_request',
  'proxy_access',
])

/** It asks nothing. */
export const SMALL_TALK: ReadonlySet<string> = new Set<IntentName>([
  'greeting',
  'goodbye',
  'compliment',
  'out_of_scope',
])

/** Whether an unanswered message is worth an author's look (D83): what was not recognized may well be a question. */
export const isQuestion = (intents: readonly string[]): boolean =>
  intents.length === 0 || intents.some((intent) => intent === 'out_of_scope' || !SMALL_TALK.has(intent))

const WAYS_ON: { [intent: string]: Topic | undefined } = {
  book_appointment: 'visit',
  cancel_appointment: 'visit',
  reschedule_appointment: 'visit',
  check_appointment: 'visit',
  running_late: 'visit',
  earlier_slot: 'visit',
  new_patient: 'visit',
  find_provider: 'visit',
  vaccine: 'visit',
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
  update_info: 'help',
  interpreter: 'help',
  accessibility_transport: 'help',
  portal_help: 'help',
  telehealth_help: 'help',
  privacy_request: 'privacy',
  proxy_access: 'privacy',
} satisfies { [intent in IntentName]?: Topic }

/** Intents that are a matter of somebody's health, whatever else the message says (D60). */
export const CLINICAL_INTENTS: ReadonlySet<string> = new Set<IntentName>([
  'symptom_report',
  'medication_question',
  'mental_health_support',
])

/** Who writes another language is not left without a word: a person comes, and that is said. */
function foreign(session: Session, { intents, isClinical, isOnlyForeign, urgency }: Turn): Decision {
  const isHealth = (isClinical && !isOnlyForeign) || urgency === 'asap'
  const reason = intents.includes('speak_to_human') ? 'asked' : isHealth ? 'clinical' : 'language'
  // Its line says what it is.
  return handOff({ ...session, isIntroduced: true }, reason, [{ says: 'person-reads-foreign' }])
}

const speaks = (language: string): language is Spoken => (SPOKEN as readonly string[]).includes(language)

/** One line comes first for who is afraid, or sad (D61). */
const kindly = ({ isAnxious, isSad }: Turn): Line[] => (isAnxious ? [{ says: 'calm' }] : isSad ? [{ says: 'sad' }] : [])

/** Who is confused gets one step and an example, and no list (D61). */
const askingBack = (turn: Turn): Line[] => [...kindly(turn), { says: turn.isConfused ? 'one-step' : 'topics' }]

function smallTalk(session: Session, intent: string, turn: Turn): Decision {
  if (intent === 'out_of_scope') {
    if (session.failed >= 1) return handOff(session, 'not-understood', [{ says: 'person-reads' }])
    return say({ ...session, failed: session.failed + 1 }, 'ask', askingBack(turn))
  }
  if (intent === 'goodbye') return say(session, 'greet', [{ says: 'goodbye' }])
  if (intent === 'compliment') return say(session, 'greet', [{ says: 'thanks' }])
  return say(session, 'greet', [{ says: 'hello' }, { says: 'topics' }])
}

const nothing = (session: Session): Decision => ({ does: 'nothing', reason: null, lines: [], session })

/** The first word of the assistant says what it is, and where help is in an emergency (D57). */
const introduced = (session: Session, lines: readonly Line[]): readonly Line[] =>
  session.isIntroduced || lines.length === 0 ? lines : [{ says: 'intro' }, ...lines]

/** The patient takes back what nobody has accepted yet: the assistant goes on (D72). */
export const takenBack = (session: Session): Decision => ({
  does: 'greet',
  reason: null,
  lines: [{ says: 'taken-back' }],
  session: { ...session, failed: 0, isHandingOff: false },
})

const say = (session: Session, does: Decision['does'], lines: readonly Line[]): Decision => ({
  does,
  reason: null,
  lines: [...introduced(session, lines), ...(session.isIntroduced ? [{ says: 'word' } as const] : [])],
  session: { ...session, isIntroduced: true },
})

const handOff = (session: Session, reason: HandOffReason, lines: readonly Line[]): Decision => ({
  does: 'hand-off',
  reason,
  lines: introduced(session, lines),
  session: { ...session, failed: 0, isIntroduced: session.isIntroduced || lines.length > 0, isHandingOff: true },
})
