/**
 * The assistant on the telephone: what was said is answered in the call, from approved articles alone, or the caller is brought to a person
 * (decision 0171). In the transaction of the call's step, after the message was stored, understood and made safe; nothing of a record is
 * looked up, so that nothing of it can be said to whoever holds the telephone (understanding-D24, D68).
 */
import { ASSISTANT_VERSION, decideTurn, type Answer, type Decision } from '#engines/assistant/decide-turn.ts'
import { HOURS_QUESTION, SPOKEN_KINDS, spokenOf, spokenRequestOf } from '#engines/assistant/spoken.ts'
import type { Task } from '#engines/assistant/decide-task.ts'
import { KIND_OF_INTENT } from '#engines/assistant/task-kinds.ts'
import type { Spoken } from '#engines/assistant/texts.ts'
import { lockConversation, storeAutomaticMessage, type LockedConversation } from '#server/modules/conversation/index.ts'
import type { Found } from '#server/modules/knowledge/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { insertAnswer } from './answer-store.ts'
import { beginHandOff } from './hand-off.ts'
import { closeUnaccepted } from './hand-off-store.ts'
import { articlesOf, noteDecision } from './note-decision.ts'
import { answerOf, mayAsk, readMessage, search, writes, type KnowledgeDoors } from './read-message.ts'
import { openRequests, saidElsewhere } from './request-store.ts'
import * as store from './store.ts'
import { handUnsaidOver, hearAmid, takeRequest } from './take-request.ts'
import { waitForPatient } from './wait-for-patient.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }
type Asked = { language: Spoken; knowledge: KnowledgeDoors }
type Reply = { does: 'answer' | 'ask' | 'collect' | 'sent'; language: Spoken; say: string[] }

const HOUR_MS = 3_600_000

/** Nobody on a telephone is proved. */
const CALLER = 'visitor'

export const isOnForCalls = async (tx: Transaction): Promise<boolean> =>
  (await store.assistantChannels(tx)).includes('voice')

/**
 * @param isPersonFree then nobody is asked what a person could hear at once.
 * @param unheard silences just before: with one of them, what is not understood is the second (D70).
 * @returns null: a person takes it.
 */
export async function answerCaller(
  deps: Deps,
  {
    conversationId,
    messageId,
    language,
    unheard,
    isPersonFree,
    knowledge,
  }: Asked & { conversationId: string; messageId: string; unheard: number; isPersonFree: boolean },
): Promise<Reply | null> {
  const { tx, now } = deps
  const conversation = await lockConversation(tx, conversationId)
  if (!conversation) return null
  const session = (await store.loadSession(tx, conversationId)) ?? store.BEGINNING
  const { answeredSeq: afterSeq } = session
  const [message] = (await store.loadUnanswered(tx, { conversationId, afterSeq, channels: ['voice'], now })).filter(
    ({ id }) => id === messageId,
  )
  const isTheirs =
    conversation.assignment === 'assigned' || (await store.personSpoke(tx, conversationId, session.givenBackAt))
  const said = await store.saidSince(tx, conversationId, new Date(now.getTime() - HOUR_MS))
  if (!message || isTheirs || said >= store.SAID_PER_HOUR) return null

  const standing = { ...session, failed: session.failed + unheard }
  const open = await ownRequests(tx, conversationId, now)
  if (open === null) return null
  const read = readMessage({ language }, message)
  const heard = hearAmid(read.turn, open, message, conversation)
  const asked = { ...read, turn: heard.turn }
  const found =
    heard.mayBeQuestion && mayAsk(asked, standing)
      ? await search(knowledge, tx, { conversation, channel: 'voice', audience: CALLER, asked, now })
      : null
  const turn = { ...asked.turn, session: standing, answer: heardAnswer(found) }
  const base = decideTurn(turn)
  const isTaken = open.length > 0 || (!isPersonFree && beginsRequest(base, turn.intents))
  const decision = isTaken ? (await takeRequest(deps, { conversation, message, turn, open })).decision : base
  const spoken = writes(asked.turn.language) ? asked.turn.language : null
  const request = spoken && isTaken ? spokenRequestOf(decision, spoken) : null
  const reply = request ?? (spoken && spokenOf(decision, spoken, dayIn(spoken)))
  if (isTaken && !reply) await handRequestsOver(deps, conversation, messageId)
  await noteDecision({ tx, now }, conversation, { messageId, decision, isSaid: reply !== null })
  await store.saveSession(tx, conversationId, { ...decision.session, answeredSeq: message.seq }, now)
  await store.noteFirstTurn(tx, conversationId, { understood: isUnderstood(decision), now })
  if (decision.reason) await beginHandOff(deps, { conversation, messageId, reason: decision.reason, told: [] })
  if (!reply || !spoken) return null

  const told = await storeAutomaticMessage(
    deps,
    {
      conversationId,
      text: reply.say.join(' '),
      language: spoken,
      purpose: 'reply',
      channel: 'voice',
      address: null,
      kind: 'assistant',
    },
    'delivered',
  )
  const answer = decision.lines.find((line) => line.says === 'answer')?.answer
  if (answer && reply.does === 'answer') {
    const { articleId, version } = answer
    await insertAnswer(tx, { messageId: told, questionId: messageId, articleId, version })
  }
  // Whoever hangs up in the middle of a request, or was not understood, is seen by people (decision 0157).
  if (reply.does === 'answer') await waitForPatient(deps, conversationId, { afterSeq, settled: [messageId] })
  return { ...reply, language: spoken }
}

/** A page that is there in English only cannot be offered by its address to whoever listens: a person tells it. */
function heardAnswer(found: Found | null): Answer | 'disagree' | null {
  const answer = answerOf(found)
  return answer !== null && answer !== 'disagree' && 'isEnglishOnly' in answer ? null : answer
}

/** What is collected in this call; null where it was begun by another channel: nothing of that is said to whoever holds the telephone (D66). */
async function ownRequests(tx: Transaction, conversationId: string, now: Date): Promise<Task[] | null> {
  const open = await openRequests(tx, conversationId, now)
  return open.length > 0 && (await saidElsewhere(tx, conversationId, 'voice')).length > 0 ? null : open
}

const beginsRequest = ({ reason }: Decision, intents: readonly string[]): boolean => {
  const [kind] = intents.flatMap((intent) => KIND_OF_INTENT[intent] ?? [])
  return reason === 'task' && kind !== undefined && SPOKEN_KINDS.has(kind)
}

/** A person goes on with it, with what was said so far. */
async function handRequestsOver(deps: Deps, conversation: LockedConversation, messageId: string): Promise<void> {
  const open = await openRequests(deps.tx, conversation.id, deps.now)
  await handUnsaidOver(deps, conversation, open, messageId)
}

const isUnderstood = ({ does, reason }: Decision): boolean => does !== 'ask' && reason !== 'not-understood'

const dayIn = (language: Spoken) => (iso: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso))

/** A key asks nothing about anybody, so that it opens no conversation. @returns null where no article says our hours. */
export async function answerHoursKey(
  { tx, now }: Deps,
  { callId, siteId, language, knowledge }: Asked & { callId: string; siteId: string | null },
): Promise<Reply | null> {
  const question = HOURS_QUESTION[language]
  const found = await knowledge.answerFrom(tx, { question, language, siteId, audience: CALLER, now })
  const answer = heardAnswer(found)
  const lines = answer && answer !== 'disagree' ? [{ says: 'answer', answer } as const] : []
  const reply = lines.length > 0 ? spokenOf({ does: 'answer', lines }, language, dayIn(language)) : null
  await journal(
    tx,
    {
      event: 'assistant.decided',
      action: 'E',
      resourceKind: 'call',
      resourceId: callId,
      fieldClasses: ['service'],
      detail: {
        engine: ASSISTANT_VERSION,
        outcome: reply ? 'answer' : 'hand-off',
        reason: reply ? 'none' : 'not-understood',
        articles: articlesOf(lines),
      },
    },
    now,
  )
  return reply && { ...reply, language }
}

/** The caller is promised a person: in the line, by a call-back or by a message. One that is open already goes on. */
export async function handOverCall(
  deps: Deps,
  { conversationId, messageId }: { conversationId: string; messageId: string },
): Promise<void> {
  const { tx, now } = deps
  const conversation = await lockConversation(tx, conversationId)
  if (!conversation) return
  const session = (await store.loadSession(tx, conversationId)) ?? store.BEGINNING
  const answeredSeq = conversation.lastSeq
  await store.saveSession(tx, conversationId, { ...session, isHandingOff: true, answeredSeq }, now)
  await handRequestsOver(deps, conversation, messageId)
  await beginHandOff(deps, { conversation, messageId, reason: 'asked', told: [] })
}

/** A person has talked with the caller. */
export const callWasAnswered = ({ tx, now }: Deps, conversationId: string): Promise<void> =>
  closeUnaccepted(tx, conversationId, now)
