/** A person gives a conversation back to the assistant, and the patient is told so (understanding-D74). */
import type { Refusal } from '#contract/refusal.ts'
import { SPOKEN } from '#engines/assistant/texts.ts'
import { applyChange, lockConversation, sendMessage } from '#server/modules/conversation/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { giveRequestsBack, requestsIn, type ShownRequest } from './request-store.ts'
import { heardLast, say } from './say.ts'
import * as store from './store.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

type GivenBack = {
  conversationId: string
  version: number
  /** What the next person should know; staff alone read it. */
  note?: string | undefined
  by: { id: string; role: string }
}

export async function giveBackToAssistant(
  deps: Deps,
  { conversationId, version, note, by }: GivenBack,
): Promise<Result<Omit<store.Standing, 'patientId'> & { requests: ShownRequest[] }, Refusal>> {
  const { tx, jobs, hub, now } = deps
  const conversation = await lockConversation(tx, conversationId)
  const found = conversation && (await store.standingIn(tx, conversationId))
  if (!conversation || !found) return refuse('NOT_FOUND')
  const { patientId, ...standing } = found
  if (conversation.version !== version) return refuse('CHANGED_MEANWHILE')
  // Danger stays with people, and so does what it has no words for.
  const language = SPOKEN.find((one) => one === conversation.language)
  const isOver = conversation.state !== 'open' && conversation.state !== 'waiting'
  if (!standing.isOn || !standing.isSilent || !language || isOver) return refuse('STATE_NOT_ALLOWED')
  if (conversation.urgency !== 'routine') return refuse('STATE_NOT_ALLOWED')

  const noted = note === undefined ? ok({ version }) : await writeNote(deps, conversationId, { text: note, by })
  if (!noted.ok) return noted
  if (conversation.assignment !== 'unassigned') {
    const change = { do: 'assign', staffId: null } as const
    const freed = await applyChange(deps, { conversationId, version: noted.value.version, change })
    if (!freed.ok) return freed
  }
  await giveRequestsBack(tx, conversationId, now)
  await store.giveBackSession(tx, conversationId, now)
  const answers = await heardLast(tx, conversation)
  await say({ tx, jobs, now }, conversation, {
    lines: [{ says: 'back' }, { says: 'intro' }],
    language,
    answers,
    choices: [],
  })
  await journal(
    tx,
    {
      event: 'assistant.given-back',
      action: 'U',
      resourceKind: 'conversation',
      resourceId: conversationId,
      conversationId,
      patientIds: [patientId],
      fieldClasses: ['service', 'clinical'],
    },
    now,
  )
  tx.afterCommit(() => hub.wake(tx.context.organizationId))
  return ok({ ...standing, isSilent: false, handOff: null, requests: await requestsIn(tx, conversationId, now) })
}

const writeNote = (
  { tx, jobs, hub, now }: Deps,
  conversationId: string,
  { text, by }: { text: string; by: GivenBack['by'] },
) =>
  sendMessage(
    { tx, jobs, hub, now },
    {
      conversationId,
      messageId: newId(now.getTime()),
      mode: 'note',
      text,
      seenSeq: 0,
      attachmentIds: [],
      mentions: [],
      confirmed: [],
      author: { staffId: by.id, role: by.role, undoSeconds: 0 },
    },
  )
