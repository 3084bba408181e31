/**
 * The questions of the protocol in a talk, and its advice, as server/modules/conversation/go-on-safely.ts would have asked and told them:
 * decided by the same engines.
 */
import { emergencyNumberOf } from '#engines/crisis/resources.ts'
import { adviceMark, decideStep, SAFETY_DIALOGUE_VERSION, type Step } from '#engines/safety-dialogue/decide-step.ts'
import { readAnswer } from '#engines/safety-dialogue/read-answer.ts'
import { wordsOf, type AskedIn, type Words } from '#engines/safety-dialogue/texts.ts'
import { adviceFor } from '#engines/triage/advice.ts'
import type { Answer } from '#engines/triage/follow-up.ts'
import { QUESTION_LIMIT, questionOf } from '#engines/triage/triage.ts'
import type { Subject, Turn } from '#engines/triage/verdict.ts'
import { understand, type Understanding } from '#engines/understanding/understand.ts'
import { nationalNumber } from '#server/modules/patient/index.ts'
import { demoId } from '../demo-id.ts'
import { SYSTEM } from '../journal-book.ts'
import type { Playing } from './build-assistant.ts'

type Asked = {
  id: string
  question: string
  askedAfter: string
  at: Date
  answer: Answer['answer'] | null
  answeredBy: string | null
  answeredAt: Date | null
}

export type SafetyState = {
  id: string
  messageId: string
  subject: Subject
  urgency: string
  begunAt: Date
  turns: { id: string; text: string }[]
  asked: Asked[]
  advised: string | null
}

/** @returns whether the message is one of the dialogue: then the assistant leaves it alone. */
export function goOnSafely(playing: Playing, at: Date): boolean {
  const { thread, talk, setting, writer } = playing
  const { id, subject, text, said } = thread.lastIn()
  const before = playing.safety
  const alone = said.understanding
  const words = [subject, text].filter(Boolean).join('\n')
  const waiting = before?.asked.find(({ answer }) => answer === null)
  const answer = waiting ? readAnswer(words, { tells: alone.triage.urgency !== 'not_clinical' }) : null
  if (waiting && answer) Object.assign(waiting, { answer, answeredBy: id, answeredAt: at })
  const spoken = readTogether(before, words, talk.language)
  const step = nextStep(playing, { alone, spoken, isAnswered: answer !== null })
  if (step.does === 'nothing' && answer === null) return false

  const state: SafetyState = before ?? {
    id: demoId(`${setting.seed}/safety/${thread.id}`, at),
    messageId: id,
    subject: spoken.triage.subject,
    urgency: said.urgency,
    begunAt: at,
    turns: [],
    asked: [],
    advised: null,
  }
  playing.safety = state
  state.turns.push({ id, text: words })
  const told = wordsOfStep(step, spoken, talk.language, writer.site.phone)
  if (told) {
    const around = { language: talk.language, emergencyNumber: emergencyNumberOf('US'), isFirst: !before, feels: null }
    thread.sayAsHelper({ text: wordsOf(told, around), at, by: 'safety', choices: null })
  }
  if (step.does === 'ask')
    state.asked.push({
      id: demoId(`${setting.seed}/safety-question/${thread.id}/${state.asked.length}`, at),
      question: step.question.id,
      askedAfter: id,
      at,
      answer: null,
      answeredBy: null,
      answeredAt: null,
    })
  if (step.does === 'advise') state.advised = adviceMark(step.urgency, spoken.triage)
  setting.book.write({
    event: 'safety.decided',
    action: 'E',
    actor: SYSTEM,
    at,
    resourceKind: 'message',
    resourceId: id,
    conversationId: thread.id,
    patientId: thread.conversation.patient_id,
    fieldClasses: ['clinical'],
    detail: {
      engine: SAFETY_DIALOGUE_VERSION,
      protocol: spoken.triage.protocol_version,
      outcome: step.does,
      answer: answer ?? 'none',
      question: step.does === 'ask' ? step.question.id : 'none',
      advice: step.does === 'advise' ? (state.advised ?? 'none') : 'none',
    },
  })
  return true
}

/** All words and answers of the dialogue so far, read as one. */
function readTogether(state: SafetyState | null, text: string, language: AskedIn): Understanding {
  const answers = (state?.asked ?? []).flatMap(({ question, answer }) => (answer ? [{ question, answer }] : []))
  const turns = (state?.turns ?? []).flatMap(({ id, text: words }): Turn[] => {
    const asked = state?.asked.find(({ askedAfter }) => askedAfter === id)
    const question = asked && questionOf(asked.question)
    return [
      { id, from: 'patient', text: words },
      ...(question ? [{ from: 'assistant', text: question[language] }] : []),
    ]
  })
  return understand({ text, ...(turns.length > 0 ? { turns } : {}) }, { answers, signed: true })
}

function nextStep(
  { safety, isTheirs, thread }: Playing,
  { alone, spoken, isAnswered }: { alone: Understanding; spoken: Understanding; isAnswered: boolean },
): Step {
  if (thread.hasOpenAlert()) return { does: 'nothing' }
  const asked = new Set((safety?.asked ?? []).map(({ question }) => question))
  const next = asked.size < QUESTION_LIMIT ? spoken.triage.questions.find(({ id }) => !asked.has(id)) : undefined
  return decideStep({
    isSigned: true,
    isSpoken: true,
    isPersonThere: isTheirs,
    wantsPerson: alone.intents.some(({ name }) => name === 'speak_to_human'),
    isClinical: alone.triage.urgency !== 'not_clinical' || isAnswered,
    crisis: spoken.crisis,
    verdict: spoken.triage,
    urgency: spoken.triage.urgency,
    next: next ?? null,
    waiting: null,
    advised: safety?.advised ?? null,
  })
}

function wordsOfStep(step: Step, { triage }: Understanding, language: AskedIn, phone: string): Words | null {
  if (step.does === 'ask') return { says: 'question', question: step.question, isAgain: false }
  if (step.does !== 'advise') return null
  const number = emergencyNumberOf('US', language)
  const advice = adviceFor({ ...triage, urgency: step.urgency }, { language, number })
  const isSoon = step.urgency === 'urgent' || step.urgency === 'soon'
  return advice && { says: 'advice', advice, phone: isSoon ? nationalNumber(phone) : null }
}

export function saveSafety({ safety, setting, thread, talk }: Playing, at: Date): void {
  if (!safety) return
  const { rows, clinic } = setting
  const organization_id = clinic.organizationId
  rows.safety_dialogue.push({
    organization_id,
    id: safety.id,
    conversation_id: thread.id,
    message_id: safety.messageId,
    sender: null,
    language: talk.language,
    subject: safety.subject,
    urgency: safety.urgency,
    advised: safety.advised,
    ended: safety.advised === null ? null : 'answered',
    begun_at: safety.begunAt,
    updated_at: at,
  })
  for (const { id } of safety.turns) rows.safety_turn.push({ organization_id, message_id: id, dialogue_id: safety.id })
  for (const [n, { id, question, askedAfter, at: askedAt, answer, answeredBy, answeredAt }] of safety.asked.entries())
    rows.safety_question.push({
      organization_id,
      id,
      dialogue_id: safety.id,
      place: n + 1,
      question,
      tries: 1,
      asked_at: askedAt,
      asked_after: askedAfter,
      answer,
      answer_message_id: answeredBy,
      answered_at: answeredAt,
      alerted_at: null,
    })
}
