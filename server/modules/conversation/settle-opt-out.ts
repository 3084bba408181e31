/**
 * STOP, CANCEL, START, HELP and "wrong number" by text message (desk-D39, D40), in the transaction that stores the message: whoever
 * claims an automatic text after the commit sees the stop. Which visit CANCEL may mean, and what answers that: visit-question.ts.
 */
import { readOptOut } from '#engines/opt-out/opt-out.ts'
import { cancelAppointment } from '#server/modules/appointment/index.ts'
import { endConsentsForLine, restoreConsents } from '#server/modules/consent/index.ts'
import { detachNumber } from '#server/modules/patient/index.ts'
import { journal } from '#server/platform/journal.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { InboundMessage } from './inbound-message.ts'
import { insertAutomaticMessage } from './insert-automatic-message.ts'
import { redecideWaiting } from './redecide-waiting.ts'
import { blockQueued, startNumber, stopNumber } from './number-stop.ts'
import type { Party } from './receive-message.ts'
import { loadRouting } from './store.ts'
import { optOutText } from './texts.ts'
import { insertQuestion, saveAnswer, visitMeant, type AskedVisit, type VisitAnswer } from './visit-question.ts'

export type OptOut = {
  kind: 'stop' | 'cancel' | 'doubt' | 'start' | 'help' | 'wrong-number' | 'cancel-visit'
  /** The number, E.164. */
  address: string
  flags: string[]
  /** The languages whose word was said; none where it was a sentence, which tells its language itself. */
  languages: readonly string[]
  /** Where it is a figure: what it answers. */
  visit?: VisitAnswer
}

/** What a text message asks of our automatic texts; undefined for every other message, and for a sender that is no number. */
export function optOutOf({ channel, sender, text }: InboundMessage): OptOut | undefined {
  if (channel !== 'sms' || sender.kind !== 'address' || !sender.usable) return undefined
  const said = readOptOut(text)
  const { kind } = said
  if (kind === 'none') return undefined
  // A doubt is a message like others to whoever answers it; the rest are words to us, which open no way to the number.
  const flags = kind === 'doubt' ? ['opt_out_doubt'] : kind === 'wrong-number' ? ['wrong_number'] : ['opt_out']
  return { kind, address: sender.value, flags, languages: said.by === 'word' ? said.languages : [] }
}

/** A figure that answers what CANCEL was asked: the visit is cancelled, or it is START. */
export const optOutByFigure = (visit: VisitAnswer, address: string): OptOut => ({
  kind: visit.says === 'cancel' ? 'cancel-visit' : 'start',
  address,
  flags: ['opt_out'],
  languages: [],
  visit,
})

type Settled = {
  optOut: OptOut
  inbound: InboundMessage
  conversationId: string
  messageId: string
  party: Party
  language: string
}

export async function settleOptOut(
  deps: { tx: Transaction; jobs: Jobs; now: Date },
  { optOut: { kind, address, languages, visit }, inbound, conversationId, messageId, party, ...settled }: Settled,
): Promise<void> {
  const { tx, now } = deps
  const { organizationId } = tx.context
  const language = languageOfAnswer(settled.language, languages)
  const tell = (event: string, detail: Record<string, string | number> = {}) =>
    journal(
      tx,
      {
        event,
        action: 'U',
        resourceKind: 'conversation',
        resourceId: conversationId,
        conversationId,
        patientIds: [party.patientId],
        fieldClasses: ['contact'],
        detail: { message: messageId, ...detail },
      },
      now,
    )
  const answer = async (
    text: 'stop-confirmed' | 'start-confirmed' | 'help' | 'visit-question' | 'visit-cancelled',
    about?: AskedVisit,
  ): Promise<boolean> => {
    const { sites } = await loadRouting(tx, now)
    const site = sites.find(({ id }) => id === party.siteId) ?? sites[0]
    const [organization] = await tx.run<{ name: string }>(
      sqlText`select name from organization where organization_id = $1`,
      [organizationId],
    )
    return insertAutomaticMessage(deps, {
      conversationId,
      language,
      channel: 'sms',
      channelAccountId: inbound.channelAccountId,
      address,
      // Asked for by the one who writes, like a code: it passes the stop it confirms (decision 0071).
      purpose: 'security',
      kind: text,
      receiverIsAutomatic: false,
      text: optOutText(language, text === 'stop-confirmed' && kind === 'cancel' ? 'cancel-confirmed' : text, {
        organization: organization?.name ?? '',
        country: site?.country ?? 'US',
        visit: about,
      }),
    })
  }
  const stop = async (as: 'stop' | 'doubt'): Promise<boolean> => {
    const isNew = await stopNumber(tx, { address, kind: as, messageId }, now)
    const blocked = await blockQueued(tx, address, now)
    for (const { deliveryId, conversationId: of } of blocked)
      await journal(
        tx,
        {
          event: 'delivery.blocked',
          action: 'U',
          resourceKind: 'delivery',
          resourceId: deliveryId,
          conversationId: of,
          detail: { state: 'blocked' },
        },
        now,
      )
    if (isNew) await tell('number.stopped', { kind: as, blocked: blocked.length })
    return isNew
  }

  const said = { address, messageId, conversationId }
  const redecide = async (patientIds: readonly string[]): Promise<void> => {
    for (const patientId of patientIds) await redecideWaiting(tx, { patientId }, now)
  }

  switch (kind) {
    case 'stop':
    case 'cancel': {
      const isNew = await stop('stop')
      const lineId = inbound.channelAccountId
      if (lineId) await redecide(await endConsentsForLine(tx, { ...said, lineId }, now))
      if (!isNew) return
      const meant = kind === 'cancel' ? await visitMeant(tx, said, now) : undefined
      const isAsked = await answer(meant ? 'visit-question' : 'stop-confirmed', meant)
      if (meant && isAsked) await insertQuestion(tx, meant, said, now)
      return
    }
    case 'cancel-visit': {
      if (!visit) return
      const { appointmentId, version } = visit
      await saveAnswer(tx, visit, messageId, now)
      const how = { by: 'sms', reason: 'other' } as const
      const cancelled = await cancelAppointment({ tx, now }, { appointmentId, version, conversationId, ...how })
      // It was found as it was asked about, and is held since.
      if (!cancelled.ok) throw new Error('a visit that is held did not stand')
      await answer('visit-cancelled', visit)
      return
    }
    case 'doubt':
      await stop('doubt')
      return
    case 'start': {
      if (visit) await saveAnswer(tx, visit, messageId, now)
      const since = await startNumber(tx, address, messageId, now)
      if (!since) return
      await restoreConsents(tx, { ...said, since }, now)
      await tell('number.started')
      await answer('start-confirmed')
      return
    }
    case 'help':
      if (await wasHelped(tx, address, now)) return
      await answer('help')
      return
    case 'wrong-number': {
      await stop('stop')
      const detached = await detachNumber(tx, address)
      await redecideWaiting(tx, { contactPointIds: detached.map(({ contactPointId }) => contactPointId) }, now)
      for (const { contactPointId, patientId } of detached)
        await journal(
          tx,
          {
            event: 'contact-point.detached',
            action: 'U',
            resourceKind: 'contact-point',
            resourceId: contactPointId,
            conversationId,
            patientIds: [patientId],
            fieldClasses: ['contact'],
            detail: { cause: 'wrong-number' },
          },
          now,
        )
    }
  }
}

/** One word tells no language to the engine; a word that only others have does. STOP itself is everybody's. */
const languageOfAnswer = (settled: string, languages: readonly string[]): string =>
  languages.includes('en') || languages.includes(settled) ? settled : (languages[0] ?? settled)

/** HELP is answered once an hour (desk-D40). */
const HELP_GAP_MS = 3_600_000

async function wasHelped(tx: Transaction, address: string, now: Date): Promise<boolean> {
  const rows = await tx.run(HELPED, [tx.context.organizationId, address, new Date(now.getTime() - HELP_GAP_MS)])
  return rows.length > 0
}

const HELPED = sqlText`
  select from delivery d join message m on m.organization_id = $1 and m.id = d.message_id
   where d.organization_id = $1 and d.address = $2 and d.is_automatic and d.changed_at > $3 and m.received_at > $3
     and m.flags @> '{help}' and d.state not in ('blocked', 'cancelled') limit 1`
