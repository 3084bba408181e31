/**
 * The assistant's turn: a job that came with the message answers what is unanswered, or brings the conversation to people.
 *
 * The conversation is locked and looked at again in the transaction that writes, so that nothing is said after a person has taken over,
 * whenever the job was sent (understanding-D73). Each message is answered once: the session keeps how far it has come.
 */
import { takenBack, type Decision } from '#engines/assistant/decide-turn.ts'
import type { Task } from '#engines/assistant/decide-task.ts'
import { lockConversation, type LockedConversation } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database, Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { insertAnswer } from './answer-store.ts'
import type { VectorOf } from '#server/platform/sentence-vectors.ts'
import { beginHandOff, hurryHandOff, wordsWhileWaiting, withdrawHandOff } from './hand-off.ts'
import { noteDecision } from './note-decision.ts'
import { noteSilence } from './note-silence.ts'
import { answerOf, mayAsk, readMessage, search, type KnowledgeDoors, type WrittenChannel } from './read-message.ts'
import { openRequests } from './request-store.ts'
import { say } from './say.ts'
import { widened, widenedTurn, type Vectors } from './second-stage.ts'
import * as store from './store.ts'
import { audienceOf, handUnsaidOver, hearAmid, takeRequest } from './take-request.ts'
import { waitForPatient } from './wait-for-patient.ts'
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

const HOUR_MS = 3_600_000

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
    if (!conversation || !MAY_SPEAK.has(conversation.state)) return
    const session = (await store.loadSession(tx, conversationId)) ?? store.BEGINNING
    // A call is answered while it lasts (answer-caller.ts); what is left of it is for people.
    const channels = (await store.assistantChannels(tx)).filter((channel) => channel !== 'voice')
    const unanswered = await store.loadUnanswered(tx, { conversationId, afterSeq: session.answeredSeq, channels, now })
    if (unanswered.length === 0) return
    if (conversation.assignment === 'assigned' || (await store.personSpoke(tx, conversationId, session.givenBackAt)))
      return noteSilence({ tx, now }, conversation, { session, unanswered })

    let standing = session
    const said = await store.saidSince(tx, conversationId, new Date(now.getTime() - HOUR_MS))
    let left = store.SAID_PER_HOUR - said
    let first: Decision | undefined
    let open: readonly Task[] = await openRequests(tx, conversationId, now)
    const settled: string[] = []
    for (const loaded of unanswered) {
      const message = widened(loaded, vectors)
      const read = readMessage(conversation, message)
      const heard = hearAmid(read.turn, open, message, conversation)
      const asked = { ...read, turn: heard.turn }
      const found =
        heard.mayBeQuestion && mayAsk(asked, standing)
          ? await search(deps.knowledge, tx, {
              conversation,
              channel: message.channel as WrittenChannel,
              audience: await audienceOf(tx, conversation, message, now),
              asked,
              now,
            })
          : null
      const turn = { ...asked.turn, session: standing, answer: answerOf(found) }
      // Words to the carrier open no dialogue, and a doubt about them is a person's (D63).
      const isLeft = message.isAutomatic || left <= 0 || message.flags.some((flag) => NO_TURN.has(flag))
      const isTakenBack = !isLeft && (await withdrawHandOff({ tx, now }, { conversation, message, session: standing }))
      const taken =
        isLeft || isTakenBack
          ? { decision: isLeft ? stop(standing) : takenBack(standing), open }
          : await takeRequest({ tx, jobs: deps.jobs, hub: deps.hub, now }, { conversation, message, turn, open })
      open = taken.open
      const decision = withWording(wordings, { conversation, message, asked, decision: taken.decision })
      first ??= decision
      if (decision.lines.length > 0) left -= 1
      const isSaid = await act(deps, tx, { conversation, message, decision, language: turn.language, now })
      standing = { ...standing, ...decision.session, answeredSeq: message.seq }
      if (isSaid && isSettled(decision)) settled.push(message.id)
      if (isSaid || decision.does !== 'collect') continue
      await handUnsaidOver({ tx, jobs: deps.jobs, hub: deps.hub, now }, conversation, open, message.id)
      await beginHandOff(
        { tx, jobs: deps.jobs, now },
        { conversation, messageId: message.id, reason: 'task', told: [] },
      )
      open = []
      standing = { ...standing, isHandingOff: true }
    }
    await waitForPatient({ tx, jobs: deps.jobs, hub: deps.hub, now }, conversationId, { afterSeq: session.answeredSeq, settled }) // prettier-ignore
    if (standing.isHandingOff) await hurryHandOff({ tx, jobs: deps.jobs, now }, conversationId)
    if (standing !== session) await store.saveSession(tx, conversationId, standing, now)
    if (first) await store.noteFirstTurn(tx, conversationId, { understood: wasUnderstood(first), now })
    tx.afterCommit(() => deps.hub.wake(organizationId))
  })
}

const wasUnderstood = ({ does, reason }: Decision): boolean => does !== 'ask' && reason !== 'not-understood'

const NO_TURN: ReadonlySet<string> = new Set(['opt_out', 'opt_out_doubt', 'wrong_number'])

const stop = (session: store.StoredSession): Decision => ({ does: 'nothing', reason: null, lines: [], session })

const MAY_SPEAK: ReadonlySet<string> = new Set(['open', 'waiting', 'resolved'])

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
): Promise<boolean> {
  const { jobs } = deps
  const { lines, reason, choices = [], areNumbered = false } = decision
  const speaks = lines.length > 0
  const meanwhile = reason && speaks ? await wordsWhileWaiting(tx, conversation, { reason, language, now }) : []
  const said = {
    lines: [...lines, ...meanwhile],
    ...(reason ? {} : { choices, areNumbered, hidden: decision.hidden ?? [] }),
  }
  const told = speaks ? await say({ tx, jobs, now }, conversation, { ...said, language, answers: message }) : null
  const isSaid = told?.isSaid ?? false
  if (reason)
    await beginHandOff(
      { tx, jobs, now },
      { conversation, messageId: message.id, reason, told: isSaid ? meanwhile : [] },
    )
  const answer = lines.find((line) => line.says === 'answer')?.answer
  // Whoever is in grief is not asked whether it helped (D61).
  if (answer && told?.messageId && !lines.some(({ says }) => says === 'sad')) {
    const { articleId, version } = answer
    const kept = {
      messageId: told.messageId,
      questionId: message.id,
      articleId,
      version,
    }
    await insertAnswer(tx, kept)
  }
  await noteDecision({ tx, now }, conversation, {
    messageId: message.id,
    decision,
    isSaid,
    secondStage: message.secondStage,
  })
  return isSaid
}

const isSettled = ({ does }: Decision): boolean =>
  does === 'answer' || does === 'greet' || does === 'ask' || does === 'done'
