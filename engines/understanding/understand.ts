/**
 * Everything the engines can say about one message, in one call: language, intents, emotion, triage, crisis, readability
 * and identifiers. Pure; the same input gives the same answer on any machine.
 */
import { CRISIS_VERSION } from '#engines/crisis/crisis.ts'
import { LISTENING_VERSION } from '#engines/crisis/second-listening.ts'
import type { CrisisVerdict } from '#engines/crisis/verdict.ts'
import { findPhi, PHI_VERSION, type PhiSpan } from '#engines/deid/phi.ts'
import { EMOTION_VERSION, guessEmotion, type EmotionGuess } from '#engines/emotion/emotion.ts'
import { guessIntents, INTENT_VERSION, type IntentGuess } from '#engines/intent/intent.ts'
import { guessLanguage, LANGUAGE_VERSION, type LanguageGuess } from '#engines/language/language.ts'
import { readability, READABILITY_VERSION, type Readability } from '#engines/plain-words/readability.ts'
import { reasonOf } from '#engines/triage/reason.ts'
import { assess, PROTOCOL_VERSION, type Beside, type WordsRead } from '#engines/triage/triage.ts'
import { goesBeside } from '#engines/triage/wholes.ts'
import { SECOND_LOOK_VERSION } from '#engines/triage/second-look.ts'
import type { TriageInput, TriageVerdict } from '#engines/triage/verdict.ts'
import { dangerIn, type ReadIn, type Worded } from '#engines/triage/wording.ts'

export type UnderstandInput = TriageInput

export type Understanding = {
  language: LanguageGuess
  intents: IntentGuess[]
  emotions: EmotionGuess
  triage: TriageVerdict
  crisis: CrisisVerdict
  readability: Readability
  /** Not there where nobody wanted them. */
  phi?: PhiSpan[]
  engine_versions: Record<string, string>
}

/** Urgency of a conversation (FHIR request priority). */
export type ConversationUrgency = 'routine' | 'urgent' | 'asap' | 'stat'

const VERSIONS: Record<string, string> = {
  language: LANGUAGE_VERSION,
  intent: INTENT_VERSION,
  emotion: EMOTION_VERSION,
  triage: PROTOCOL_VERSION,
  'second-look': SECOND_LOOK_VERSION,
  crisis: CRISIS_VERSION,
  'second-listening': LISTENING_VERSION,
  readability: READABILITY_VERSION,
}
const VERSIONS_WITH_PHI = { ...VERSIONS, phi: PHI_VERSION }

/** Most identifiers kept of one message; a text with more is a list of them as a whole. Hiding them has no such limit. */
const MOST_PHI = 500

/**
 * What the engines do not read from the message: answers to the questions of the last verdict, and whether a clinician of the organisation
 * signed the protocol. Where a verdict is shown to patients or queues a message, the organisation's own state is passed.
 */
export type Standing = Pick<Beside, 'answers' | 'signed'>

/** `identifiers`: a fifth of the time; of a message that arrives nobody reads them, since who hides them looks for them then. */
export function understand(
  input: UnderstandInput,
  { identifiers = true, ...standing }: Standing & { identifiers?: boolean } = {},
): Understanding {
  const { text } = input
  const language = guessLanguage(text)
  const spoken = spokenIn(language, input)
  const intents = guessIntents(text, spoken)
  const { triage, crisis, words } = assessed(input, standing, { language, intents })
  return withWords(words, {
    language,
    intents,
    emotions: guessEmotion(text, spoken),
    triage,
    crisis,
    readability: readability(text, spoken),
    ...(identifiers
      ? { phi: findPhi(text).slice(0, MOST_PHI), engine_versions: VERSIONS_WITH_PHI }
      : { engine_versions: VERSIONS }),
  })
}

/**
 * The same words with more known beside them: turns before, facts, answers. Only triage reads that; what the other engines said of the
 * words stands. As `understand` of all of it, for a small part of its time.
 */
export function understandAgain(before: Understanding, input: UnderstandInput, standing: Standing = {}): Understanding {
  const { triage, crisis, words } = assessed(input, standing, before, wordsRead.get(before))
  return withWords(words, { ...before, triage, crisis })
}

/** How the words of an understanding were read, as long as there is one. */
const wordsRead = new WeakMap<Understanding, WordsRead>()

function withWords(words: WordsRead, understanding: Understanding): Understanding {
  wordsRead.set(understanding, words)
  return understanding
}

/**
 * Whether these words ask for an alert: an emergency, or a danger that somebody says is there. As `understand` says it, for a part of its time.
 * What the other engines read may make triage unsure, and never an emergency.
 */
export function isAlarm({ text }: Pick<UnderstandInput, 'text'>): boolean {
  const { triage, crisis } = assess({ text }, { language: guessLanguage(text) })
  return crisis.level === 'present' || conversationUrgency({ triage, crisis }) === 'stat'
}

const assessed = (
  input: UnderstandInput,
  standing: Standing,
  { language, intents }: Pick<Understanding, 'language' | 'intents'>,
  before?: WordsRead,
) => {
  const spoken = spokenIn(language, input)
  const tellsSymptom = (said: string) =>
    (said === input.text ? intents : guessIntents(said, spoken)).some(reportsSymptom)
  return assess(input, { ...standing, language, tellsSymptom }, before)
}

const spokenIn = ({ code }: LanguageGuess, { lang }: UnderstandInput): string =>
  code === 'und' && lang ? String(lang).slice(0, 2).toLowerCase() : code

/** A symptom report this sure keeps a message from being `not_clinical`, whatever the written rules know. */
const SURE_REPORT = 0.7
const reportsSymptom = ({ name, score }: IntentGuess) => name === 'symptom_report' && score >= SURE_REPORT

const PRIORITY: Record<TriageVerdict['urgency'], ConversationUrgency> = {
  emergency: 'stat',
  urgent: 'asap',
  soon: 'urgent',
  routine: 'routine',
  self_care: 'routine',
  not_clinical: 'routine',
}

/**
 * The urgency a conversation gets from this message. While a question is open that could make it an emergency, it is
 * handled at least as `asap` (understanding-D28). Danger raises it as D37 says.
 */
export function conversationUrgency({ triage, crisis }: Pick<Understanding, 'triage' | 'crisis'>): ConversationUrgency {
  const byCrisis = crisis.level === null ? 'routine' : DANGER[crisis.level]
  const byTriage = PRIORITY[triage.urgency]
  const byOpen = triage.could_be === 'emergency' ? 'asap' : 'routine'
  return highest([byCrisis, byTriage, byOpen])
}

const DANGER = { immediate: 'stat', present: 'asap', possible: 'asap', past: 'urgent' } as const
const ORDER: ConversationUrgency[] = ['routine', 'urgent', 'asap', 'stat']
const highest = (all: ConversationUrgency[]) =>
  all.reduce((top, next) => (ORDER.indexOf(next) > ORDER.indexOf(top) ? next : top))

/**
 * Whether it says anything of somebody's health. How long, how often or when alone ("last month", "now") is said of bills and visits, too; what is
 * denied or past counts, since it tells as much of a person.
 */
export const speaksOfHealth = ({ triage }: Pick<Understanding, 'triage'>): boolean =>
  triage.findings.some(({ concept }) => !TIME_COURSE.has(concept) && !goesBeside.has(concept))

const TIME_COURSE: ReadonlySet<string> = new Set(['sudden', 'long-time', 'long-days', 'for-a-week', 'many-times'])

/** One line for people, in each language they read. Holds the patient's words: shown on the desk, encrypted where stored, never logged. */
export const reasonLine = (understanding: Pick<Understanding, 'triage' | 'crisis'>): Worded => ({
  en: reasonIn(understanding, 'en'),
  es: reasonIn(understanding, 'es'),
})

function reasonIn({ triage, crisis }: Pick<Understanding, 'triage' | 'crisis'>, language: ReadIn): string {
  const reason = reasonOf(triage, language)
  if (crisis.level === null || crisis.level === 'past') return reason
  const isTold = triage.rules_fired[0]?.family === 'crisis'
  if (isTold) return reason
  const told = dangerIn([...crisis.kinds, crisis.level].join(', '), language)
  return `${language === 'es' ? 'Peligro' : 'Danger'} (${told}). ${reason}`
}
