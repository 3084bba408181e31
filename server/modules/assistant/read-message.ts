/** A message as the assistant looks at it: what the engines said of it when it came, and which approved article answers it. */
import { SURE_INTENT } from '#engines/assistant/second-stage.ts'
import { isQuestion, type Session, type Turn } from '#engines/assistant/decide-turn.ts'
import { healthMeant } from '#engines/assistant/health-meant.ts'
import { asks, saysThanks } from '#engines/assistant/task-words.ts'
import { SPOKEN, type Spoken } from '#engines/assistant/texts.ts'
import type { Audience } from '#engines/knowledge/article.ts'
import type { Understanding } from '#engines/understanding/understand.ts'
import type { LockedConversation } from '#server/modules/conversation/index.ts'
import type { answerFrom, Found, noteUnanswered } from '#server/modules/knowledge/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Unanswered } from './store.ts'

/** What is asked of approved articles (D58), and where a question goes that none answers (D83). */
export type KnowledgeDoors = { answerFrom: typeof answerFrom; noteUnanswered: typeof noteUnanswered }

/** Where the assistant writes; on the telephone it speaks. */
export type WrittenChannel = 'portal-chat' | 'widget' | 'sms'

/** Of one short message; below it the language of the conversation stands (D9). */
const SURE = 0.9

export type Asked = { question: string; isPerhapsHealth: boolean; turn: Omit<Turn, 'session' | 'answer'> }

/** What the engines said of the message when it came, as the assistant looks at it. */
export function readMessage(conversation: Pick<LockedConversation, 'language'>, message: Unanswered): Asked {
  const said = message.state === 'understood' ? (message.result as Understanding) : null
  const guessed = said?.intents ?? []
  const read = guessed.filter(({ score }) => score >= SURE_INTENT).map(({ name }) => name)
  const intents = saysThanks(message.text) ? (['goodbye'] as const) : read
  const tones = new Set(said?.emotions.tones.map(({ tone }) => tone))
  // Words of pain or health that triage has no finding for are looked at by a nurse before anything is answered (D61).
  const health = said ? healthMeant(said) : 'no'
  const isUpset = tones.has('anger') || tones.has('frustration')
  return {
    question: [message.subject, message.text].filter(Boolean).join('\n'),
    isPerhapsHealth: health === 'perhaps',
    turn: {
      language: languageOf(said, conversation.language),
      urgency: message.urgency,
      isCrisis: said !== null && said.crisis.level !== null,
      isClinical: said !== null && (said.triage.urgency !== 'not_clinical' || health === 'yes'),
      isOnlyForeign: said !== null && said.triage.findings.length === 0 && health !== 'yes',
      isAskedForSafety: message.isAskedForSafety,
      isNotUnderstood: said === null,
      intents,
      isFurious: isUpset && said?.emotions.intensity === 3,
      isUpset,
      isAnxious: tones.has('anxiety'),
      isSad: tones.has('sadness'),
      isConfused: tones.has('confusion'),
    },
  }
}

/** A short word may look like another language: then that of the conversation holds, where the assistant writes it. */
function languageOf(said: Understanding | null, ofConversation: string): string {
  if (!said || writes(ofConversation))
    return said && said.language.confidence >= SURE ? said.language.code : ofConversation
  return said.language.confidence >= SURE || writes(said.language.code) ? said.language.code : ofConversation
}

export const writes = (language: string): language is Spoken => SPOKEN.some((one) => one === language)

/** What may be clinical is never looked up: a person reads it whatever an article says (D60). Thanks and greetings alone ask nothing. */
export const mayAsk = ({ question, isPerhapsHealth, turn }: Asked, { isHandingOff }: Session): boolean =>
  (isQuestion(turn.intents) || asks(question)) &&
  !isPerhapsHealth &&
  !turn.isNotUnderstood &&
  !turn.isClinical &&
  !turn.isCrisis &&
  turn.urgency === 'routine' &&
  !isHandingOff

export function answerOf(found: Found | null): Turn['answer'] {
  if (found?.kind === 'disagree') return 'disagree'
  if (found?.kind !== 'answer' && found?.kind !== 'english-only') return null
  const { articleId, version, title, citation } = found.answer
  const { link } = citation
  return found.kind === 'answer' ? { ...found.answer, link } : { articleId, version, title, link, isEnglishOnly: true }
}

/** Whose owner it concerns: that of the page in English, or of the nearer of two that disagree. */
function articleOf(found: Found): string | null {
  if (found.kind === 'english-only') return found.answer.articleId
  return found.kind === 'disagree' ? (found.articles[0]?.articleId ?? null) : null
}

/** Small talk is no question; whatever else no article answers is kept for the authors. */
export async function search(
  knowledge: KnowledgeDoors,
  tx: Transaction,
  {
    conversation,
    channel,
    audience,
    asked,
    now,
  }: {
    conversation: Pick<LockedConversation, 'siteId'>
    channel: WrittenChannel | 'voice'
    audience: Audience
    asked: Asked
    now: Date
  },
): Promise<Found> {
  const { question, turn } = asked
  const { language } = turn
  const found = await knowledge.answerFrom(tx, {
    question,
    language,
    siteId: conversation.siteId,
    audience,
    now,
  })
  if (found.kind === 'answer' || !isQuestion(turn.intents)) return found
  await knowledge.noteUnanswered(tx, {
    question,
    language,
    channel,
    outcome: found.kind === 'english-only' ? 'english_only' : found.kind,
    articleId: articleOf(found),
    now,
  })
  return found
}
