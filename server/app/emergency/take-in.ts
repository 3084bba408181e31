/** Takes in what was kept, through the door it came by: the same guard and procedure, or the same channel, as of the time at which it reached us. */
import { call, type AnyProcedure } from '@orpc/server'
import type { Refusal } from '#contract/refusal.ts'
import type { RouteMeta } from '#contract/route.ts'
import { BACKGROUND_HEADER } from '#contract/session.ts'
import { openNumber } from '#server/channels/sms/own-number.ts'
import { lineById } from '#server/channels/voice/own-line.ts'
import { receiveKeptWords } from '#server/channels/voice/receive-call.ts'
import { takeTranscript } from '#server/channels/voice/take-voicemail.ts'
import type { Accepted, Replay } from '#server/modules/desk/index.ts'
import { callerThen, type SessionToken } from '#server/modules/identity/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import { toRefusal } from '../answer.ts'
import { proceduresOf } from '../described-routes.ts'
import { guardProof } from '../guard.ts'
import type { AppOptions } from '../options.ts'
import type { AppRouter } from '../router.ts'
import type { Kept, Taken, Taking } from './emergencies.ts'
import { handOfAccepted, proofOfKept, type FormHand, type MailHand, type ProcedureHand } from './hand.ts'

/** Why a message of a procedure waits for a person. Every other refusal is `not-stored`. */
const CAUSES: Partial<Record<Refusal, string>> = {
  NOT_SIGNED_IN: 'session-over',
  SECOND_FACTOR_NEEDED: 'session-over',
  NOT_ALLOWED: 'not-allowed',
  NOT_FOUND: 'conversation-gone',
}

type ByProcedure = { is: 'stored'; conversationId: string } | Extract<Taken, { is: 'aside' }>

function withoutPlace({ conversationId: _, ...input }: ProcedureHand['input'] & { conversationId?: unknown }) {
  return input
}

const STORED: Taken = { is: 'stored' }

export type Doors = Pick<AppOptions, 'receiveMail' | 'receiveSms'> & { router: AppRouter }

export function takingIn(
  services: Services,
  { router, receiveMail, receiveSms }: Doors,
): Taking & { replay(raw: Buffer, accepted: Accepted | null): ReturnType<Replay> } {
  const procedures = new Map(proceduresOf(router))

  /** `find`: whose session it is; left out, one that is live still. */
  async function byProcedure(
    { path, proof, requestId, sourceAddress, input }: ProcedureHand,
    at: Date,
    find?: Parameters<typeof guardProof>[6],
  ): Promise<ByProcedure> {
    const procedure = procedures.get(path) as AnyProcedure | undefined
    if (!procedure) return { is: 'aside', cause: 'not-stored' }
    const request = {
      requestId,
      sourceAddress,
      // Taking it in does not keep a session awake.
      header: (name: string) => (name === BACKGROUND_HEADER ? '1' : undefined),
      setHeader: () => undefined,
    }
    try {
      const meta = procedure['~orpc'].meta as RouteMeta
      const context = await guardProof(services, proofOfKept(proof), request, meta, path, at, find)
      const stored: unknown = await call(procedure, input, {
        context: { ...context, heardAt: at },
        path: path.split('.'),
      })
      return { is: 'stored', conversationId: (stored as { conversationId: string }).conversationId }
    } catch (error) {
      const { status, code } = toRefusal(error, requestId)
      if (status >= 500) throw error
      return { is: 'aside', cause: CAUSES[code as Refusal] ?? 'not-stored' }
    }
  }

  /** A channel stores, counts and sets aside by itself; only a door that was closed meanwhile is nobody's. */
  async function byForm({ by, organizationId, accountId, fields, place, language }: FormHand): Promise<Taken> {
    const { db, keys } = services
    const context = systemContext(organizationId, newId(), 'emergency-spool')
    if (by === 'text') {
      const number = await db.transaction(context, (tx) => openNumber(tx, keys, accountId))
      if (!number) return { is: 'aside', cause: 'no-number' }
      await receiveSms(number, fields)
      return STORED
    }
    const line = await db.transaction(context, (tx) => lineById(tx, keys, accountId))
    if (!line) return { is: 'aside', cause: 'no-number' }
    if (by === 'transcript') await takeTranscript(services, line, fields)
    else await receiveKeptWords(services, line, fields, { place, language })
    return STORED
  }

  async function byMail({ mailbox, raw, envelopeTo, handOver }: MailHand): Promise<Taken> {
    await receiveMail(mailbox, { raw: Buffer.from(raw, 'base64'), envelopeTo, ...(handOver ? { handOver } : {}) })
    return STORED
  }

  return {
    db: services.db,
    isPassing: (error) => {
      const { code } = toRefusal(error, '')
      return code === 'UNAVAILABLE' || code === 'AUDIT_UNAVAILABLE'
    },
    takeIn({ at, hand }: Kept): Promise<Taken> {
      if (hand.by === 'procedure') return byProcedure(hand, at)
      return hand.by === 'mail' ? byMail(hand) : byForm(hand)
    },
    /**
     * A message of portal or chat that was set aside, once more because a person said so: in the name of whoever it was accepted from, also
     * where that session has ended since. What was addressed to a conversation that is not there for its writer begins one.
     */
    async replay(raw: Buffer, accepted: Accepted | null): ReturnType<Replay> {
      const read = handOfAccepted(accepted, raw)
      if (!read) return { conversationId: null, cause: 'session-over' }
      const { hand, at } = read
      const find = (token: SessionToken | null) =>
        token ? callerThen(services.db, token, { at, requestId: hand.requestId }) : Promise.resolve(null)
      const taken = await byProcedure(hand, at, find)
      const isGone = taken.is === 'aside' && taken.cause === CAUSES.NOT_FOUND
      const settled = isGone ? await byProcedure({ ...hand, input: withoutPlace(hand.input) }, at, find) : taken
      return settled.is === 'stored'
        ? { conversationId: settled.conversationId, cause: null }
        : { conversationId: null, cause: settled.cause }
    },
  }
}
