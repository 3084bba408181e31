/**
 * Staff invites the patient of a conversation to a visit room. The invitation is an answer as any other: it goes where answers go, through the gate, and
 * may be taken back for the undo time. What the text says then leads to a room all the same; the desk takes the room back by itself.
 */
import type * as z from 'zod'
import type { SendQuestion } from '#contract/conversation.ts'
import type { Refusal } from '#contract/refusal.ts'
import { lockConversation, sendMessage } from '#server/modules/conversation/index.ts'
import { identityLevelFor } from '#server/modules/identity/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { decideInvite, invitedUntil } from './rules.ts'
import * as store from './store.ts'
import { tellRoom } from './tell.ts'
import { invitationText } from './texts.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date; publicUrl: string }
type Question = z.infer<typeof SendQuestion>
type Invitation = {
  conversationId: string
  appointmentId: string | null
  /** The newest message that whoever invites has read. */
  seenSeq: number
  confirmed: readonly Question[]
  author: { staffId: string; role: string; undoSeconds: number }
}
type Invited = { roomId: string | null; isNew: boolean; questions: Question[] }

/** Our own words need not be asked about. */
const KNOWN_WORDS: readonly Question[] = ['language', 'attachment-missing', 'hard-to-read']

export async function invite(deps: Deps, invitation: Invitation): Promise<Result<Invited, Refusal>> {
  const { tx, now, publicUrl } = deps
  const { conversationId, appointmentId, seenSeq, confirmed, author } = invitation
  const conversation = await lockConversation(tx, conversationId)
  if (!conversation) return refuse('NOT_FOUND')
  // Of two who invite at once the second finds here what the first did.
  const open = await store.openRoomOf(tx, conversationId)
  if (open) return ok({ roomId: open.id, isNew: false, questions: [] })

  const decision = decideInvite(conversation, await levelOf(tx, conversation, now))
  if (!decision.ok) return decision
  const patientId = decision.value
  const visit = appointmentId ? await store.bookedVisit(tx, appointmentId, patientId) : null
  if (visit === undefined) return refuse('NOT_FOUND')

  const roomId = newId(now.getTime())
  const sent = await sendMessage(deps, {
    conversationId,
    messageId: newId(now.getTime()),
    mode: 'reply',
    text: invitationText(conversation.language, { url: linkTo(publicUrl, roomId), visit }),
    seenSeq,
    attachmentIds: [],
    mentions: [],
    confirmed: [...KNOWN_WORDS, ...confirmed],
    keepsDraft: true,
    author,
  })
  if (!sent.ok) return sent
  if (sent.value.questions.length > 0) return ok({ roomId: null, isNew: false, questions: sent.value.questions })
  const room = { id: roomId, conversationId, patientId, appointmentId }
  await store.insertRoom(tx, { ...room, invitedBy: author.staffId, untilAt: invitedUntil(now, visit) }, now)
  await tellRoom(tx, room, { event: 'invited', action: 'C' }, now)
  return ok({ roomId, isNew: true, questions: [] })
}

export const levelOf = async (
  tx: Transaction,
  { id, patientId }: { id: string; patientId: string | null },
  now: Date,
) => (patientId === null ? undefined : identityLevelFor(tx, { conversationId: id, patientId, now }))

/** Nothing in it says whose it is. */
const linkTo = (publicUrl: string, roomId: string): string => `${publicUrl}/portal/video/${roomId}`
