/**
 * The assistant's turn: a job that came with the message answers what is unanswered, or brings the conversation to people.
 *
 * The conversation is locked and looked at again in the transaction that writes, so that nothing is said after a person has taken over,
 * whenever the job was sent (understanding.md D73). Each message is answered once: the session keeps how far it has come.
 */
import {
  ASSISTANT_VERSION,
  CLINICAL_INTENTS,
  isQuestion,
  takenBack,
  type Decision,
  type Turn,
} from '#engines/assistant/decide-turn.ts'
import type { Task } from '#engines/assistant/decide-task.ts'
import { SPOKEN, type Spoken } from '#engines/assistant/texts.ts'
import { SURE_INTENT } from '#engines/assistant/second-stage.ts'
import type { Understanding } from '#engines/understanding/understand.ts'
import { applyChange, lockConversation, type LockedConversation } from '#server/modules/conversation/index.ts'
import type { answerFrom, Found, noteUnanswered } from '#server/modules/knowledge/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import type { VectorOf } from '#server/platform/sentence-vectors.ts'
import { beginHandOff, hurryHandOff, wordsWhileWaiting, withdrawHandOff } from './hand-off.ts'
import { noteSilence } from './note-silence.ts'
import { openRequests } from './request-store.ts'
import { say } from './say.ts'
import { widened, widenedTurn, type Vectors } from './second-stage.ts'
import * as store from './store.ts'
import { hearAmid, takeRequest } from './take-request.ts'
import { wordedTurn, withWording, type WordAnswer, type Wordings } from './wording.ts'

export type TurnDeps = {
  db: Database
  jobs: Jobs
  hub: Hub
  now: () => Date
  knowledge: KnowledgeDoors
  /** Puts approved answers into other words; absent: they are sent as they are (D76). */
  wordAnswer?: WordAnswer
  /** The second stage of intents; absent: the first stage alone (D13). */
  vectorOf?: VectorOf
}

/** What is asked of approved articles (D58), and where a question goes that none answers (D83). */
export type KnowledgeDoors = { answerFrom: typeof answerFrom; noteUnanswered: typeof noteUnanswered }

/** Messages of the assistant in one conversation and hour; whoever still writes then, a person answers. */
const SAID_PER_HOUR = 20
const HOUR_MS = 3_600_000
/** Of one short message; below it the language of the conversation stands (D9). */
const SURE = 0.9
const BEGINNING: store.StoredSession = {
  answeredSeq: 0,
  isIntroduced: false,
  failed: 0,
  wasUpset: false,
  isHandingOff: false,
  givenBackAt: null,
}

/** @param conversationId in which somebody wrote. */
export const takeTurn = (deps: TurnDeps, organizationId: string, conversationId: string): Promise<void> =>
  wordedTurn(deps.wordAnswer, organizationId, (wordings) =>
    widenedTurn(deps.vectorOf, (vectors) => turnIn(deps, { wordings, vectors }, organizationId, conversationId)),
  )

async function turnIn(
  deps: TurnDeps,
  { wordings, vectors }: { wordings: Wordings | null; vectors: Vectors | null },
  organizationId: string,
  conversationId: string,
) {
  await deps.db.transaction(systemContext(organizationId, newId(), 'job assist'), async (tx) => {
    const now = deps.now()
    const conversation = await lockConversation(tx, conversationId)
    if (!conversation || !(await isIts(tx, conversation))) return
    const session = (await store.loadSession(tx, conversationId)) ?? BEGINNING
    if (conversation.assignment === 'assigned' || (await store.personSpoke(tx, conversationId, session.givenBackAt)))
      return noteSilence({ tx, now }, conversation, session)

    let standing = session
    const said = await store.saidSince(tx, conversationId, new Date(now.getTime() - HOUR_MS))
    let left = SAID_PER_HOUR - said
    let first: Decision | undefined
    let open: readonly Task[] = await openRequests(tx, conversationId, now)
    for (const loaded of await store.loadUnanswered(tx, conversationId, session.answeredSeq, now)) {
      const message = widened(loaded, vectors)
      const read = readMessage(conversation, message)
      const heard = hearAmid(read.turn, open, message, conversation)
      const asked = { ...read, turn: heard.turn }
      const found =
        heard.mayBeQuestion && mayAsk(asked, standing) ? await search(deps, tx, { conversation, asked, now }) : null
      const turn = { ...asked.turn, session: standing, answer: answerOf(found) }
      // Words to the carrier open no dialogue, and a doubt about them is a person's (D63).
      const isLeft = message.isAutomatic || left <= 0 || message.flags.some((flag) => NO_TURN.has(flag))
      const isTakenBack = !isLeft && (await withdrawHandOff({ tx, now }, { conversation, message, session: standing }))
      const taken =
        isLeft || isTakenBack
          ? { decision: isLeft ? stop(standing) : takenBack(standing), open }
          : await takeRequest({ tx, jobs: deps.jobs, hub: deps.hub, now }, { conversation, message, turn, open })
      open = taken.open
      const decision = await withWording(tx, wordings, { conversation, message, asked, decision: taken.decision, now })
      first ??= decision
      if (decision.lines.length > 0) left -= 1
      await act(deps, tx, { conversation, message, decision, language: turn.language, now })
      standing = { ...standing, ...decision.session, answeredSeq: message.seq }
    }
    if (standing.isHandingOff) await hurryHandOff({ tx, jobs: deps.jobs, now }, conversation)
    if (standing !== session) await store.saveSession(tx, conversationId, standing, now)
    if (first) await store.noteFirstTurn(tx, conversationId, { understood: wasUnderstood(first), now })
    tx.afterCommit(() => deps.hub.wake(organizationId))
  })
}

const wasUnderstood = ({ does, reason }: Decision): boolean => does !== 'ask' && reason !== 'not-understood'

const NO_TURN: ReadonlySet<string> = new Set(['opt_out', 'opt_out_doubt', 'wrong_number'])

const stop = (session: store.StoredSession): Decision => ({ does: 'nothing', reason: null, lines: [], session })

async function isIts(tx: Transaction, { channel, state }: LockedConversation): Promise<boolean> {
  if (state !== 'open' && state !== 'waiting' && state !== 'resolved') return false
  return (await store.assistantChannels(tx)).includes(channel)
}

type Asked = { question: string; turn: Omit<Turn, 'session' | 'answer'> }

/** What the engines said of the message when it came, as the assistant looks at it. */
function readMessage(conversation: LockedConversation, message: store.Unanswered): Asked {
  const said = message.state === 'understood' ? (message.result as Understanding) : null
  const guessed = said?.intents ?? []
  const intents = guessed.filter(({ score }) => score >= SURE_INTENT).map(({ name }) => name)
  const tones = new Set(said?.emotions.tones.map(({ tone }) => tone))
  const isUpset = tones.has('anger') || tones.has('frustration')
  return {
    question: [message.subject, message.text].filter(Boolean).join('\n'),
    turn: {
      language: languageOf(said, conversation.language),
      urgency: message.urgency,
      isCrisis: said !== null && said.crisis.level !== null,
      isClinical:
        said !== null &&
        (said.triage.urgency !== 'not_clinical' || guessed.some(({ name }) => CLINICAL_INTENTS.has(name))),
      isAskedForSafety: message.isAskedForSafety,
      isNotUnderstood: said === null,
      intents,
      isFurious: isUpset && said?.emotions.intensity === 3,
      isUpset,
      isAnxious: tones.has('anxiety'),
    },
  }
}

/** A short word may look like another language: then that of the conversation holds, where the assistant writes it. */
function languageOf(said: Understanding | null, ofConversation: string): string {
  if (!said || writes(ofConversation))
    return said && said.language.confidence >= SURE ? said.language.code : ofConversation
  return said.language.confidence >= SURE || writes(said.language.code) ? said.language.code : ofConversation
}

const writes = (language: string): language is Spoken => SPOKEN.some((one) => one === language)

/** What may be clinical is never looked up: a person reads it whatever an article says (D60). */
const mayAsk = ({ turn }: Asked, { isHandingOff }: store.StoredSession): boolean =>
  !turn.isNotUnderstood && !turn.isClinical && !turn.isCrisis && turn.urgency === 'routine' && !isHandingOff

const answerOf = (found: Found | null): Turn['answer'] =>
  found?.kind === 'answer'
    ? { ...found.answer, link: found.answer.citation.link }
    : found?.kind === 'disagree'
      ? 'disagree'
      : null

/** Small talk is no question; whatever else no article answers is kept for the authors. */
async function search(
  { knowledge }: TurnDeps,
  tx: Transaction,
  { conversation, asked, now }: { conversation: LockedConversation; asked: Asked; now: Date },
): Promise<Found> {
  const { question, turn } = asked
  const { language } = turn
  const found = await knowledge.answerFrom(tx, {
    question,
    language,
    siteId: conversation.siteId,
    audience: 'patient',
    now,
  })
  if (found.kind === 'answer' || !isQuestion(turn.intents)) return found
  await knowledge.noteUnanswered(tx, {
    question,
    language,
    channel: conversation.channel as 'portal-chat' | 'widget' | 'sms',
    outcome: found.kind === 'english-only' ? 'english_only' : found.kind,
    articleId: found.kind === 'english-only' ? found.answer.articleId : null,
    now,
  })
  return found
}

async function act(
  deps: TurnDeps,
  tx: Transaction,
  {
    conversation,
    message,
    decision,
    language,
    now,
  }: {
    conversation: LockedConversation
    message: store.Unanswered & { secondStage?: string }
    decision: Decision
    language: string
    now: Date
  },
): Promise<void> {
  const { jobs, hub } = deps
  const conversationId = conversation.id
  const { lines, reason, choices = [] } = decision
  const spoken = lines.length > 0 && writes(language) ? language : null
  const meanwhile = reason && spoken ? await wordsWhileWaiting(tx, conversation, { reason, language: spoken, now }) : []
  const said = { lines: [...lines, ...meanwhile], ...(reason ? {} : { choices }) }
  const isSaid = spoken !== null && (await say({ tx, jobs, now }, conversation, { ...said, language: spoken }))
  if (reason)
    await beginHandOff(
      { tx, jobs, now },
      { conversation, messageId: message.id, reason, told: isSaid ? meanwhile : [] },
    )
  // What is answered waits for the patient's next word and not for a person (D58); a hand-off stays where people see it.
  if (isSaid && isSettled(decision)) {
    const locked = await lockConversation(tx, conversationId)
    if (locked?.state === 'open' && locked.urgency === 'routine')
      await applyChange(
        { tx, jobs, hub, now },
        {
          conversationId,
          version: locked.version,
          change: { do: 'state', to: { state: 'waiting', waitingOn: 'patient' } },
        },
      )
  }
  await journal(
    tx,
    {
      event: 'assistant.decided',
      action: 'E',
      resourceKind: 'message',
      resourceId: message.id,
      conversationId,
      patientIds: [conversation.patientId],
      fieldClasses: ['service'],
      detail: {
        engine: ASSISTANT_VERSION,
        ...(message.secondStage ? { secondStage: message.secondStage } : {}),
        outcome: decision.does,
        reason: decision.reason ?? 'none',
        isSaid,
        articles: lines.flatMap((line) =>
          line.says === 'answer' ? [`${line.answer.articleId}@${line.answer.version}`] : [],
        ),
      },
    },
    now,
  )
}

const isSettled = ({ does }: Decision): boolean =>
  does === 'answer' || does === 'greet' || does === 'ask' || does === 'done'
