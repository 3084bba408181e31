/** The supervisor board: a few statements, put together. */
import type * as z from 'zod'
import type { Board } from '#contract/board.ts'
import { BUSY } from '#engines/routing/conditions.ts'
import { missingConditions, type Routed } from '#engines/routing/route.ts'
import { peopleAtWork, type AtWork } from '#server/modules/workload/index.ts'
import { ALL_LABELS } from '#server/platform/context.ts'
import type { RouteContext } from '#server/platform/route-context.ts'
import * as store from './board-store.ts'

type Shown = z.input<typeof Board>

/** A mail not settled for this long is a difference, in minutes (desk-D58; server/channels/arrival.ts). */
const DIFFERENCE_AFTER_MIN = 5

export async function readBoard({ db, context, now }: Pick<RouteContext, 'db' | 'context' | 'now'>): Promise<Shown> {
  const at = now()
  // What somebody has in hand weighs the same for every reader; what can be opened is counted with the reader's own eyes.
  const { isAutomatic, people } = await db.transaction({ ...context, labels: ALL_LABELS }, (tx) => peopleAtWork(tx, at))
  return db.transaction(context, async (tx) => {
    const [queues, inHand, redFlags, unknownDeliveries, differences, unfit] = await Promise.all([
      store.loadQueues(tx, at),
      store.loadInHand(tx),
      store.loadOpenAlerts(tx),
      store.loadUnknown(tx),
      store.loadDifferences(tx, new Date(at.getTime() - DIFFERENCE_AFTER_MIN * 60_000)),
      isAutomatic ? store.loadUnfit(tx) : [],
    ])
    return {
      at: at.toISOString(),
      isAutomatic,
      queues: queues.map(({ oldestAt, ...queue }) => ({ ...queue, oldestAt: iso(oldestAt) })),
      people: people
        .map(({ shiftEndsAt, nextShiftAt, recoveryUntil, calledInAt, role, ...person }) => ({
          ...person,
          role: role as Shown['people'][number]['role'],
          shiftEndsAt: iso(shiftEndsAt),
          nextShiftAt: iso(nextShiftAt),
          recoveryUntil: iso(recoveryUntil),
          calledInAt: iso(calledInAt),
          inHand: inHand.get(person.staffId) ?? 0,
        }))
        .toSorted((a, b) => Number(b.isAtWork) - Number(a.isAtWork) || a.name.localeCompare(b.name)),
      redFlags: counted(redFlags),
      unknownDeliveries: counted(unknownDeliveries),
      differences: differences.map(({ since, ...one }) => ({ ...one, since: since.toISOString() })),
      unfit: unfit.map(({ oldestAt, outcome, ...one }) => ({
        ...one,
        oldestAt: iso(oldestAt),
        missing: missingConditions(outcome).map(({ code, ...values }) => ({ code, points: null, values })),
        nextAt: iso(nextWhoFits(outcome, people)),
      })),
    }
  })
}

/** When the next shift begins of somebody who would fit and is not here; null when none is planned. */
function nextWhoFits({ excluded }: Routed, people: readonly AtWork[]): Date | null {
  const waitedFor = excluded.filter(({ reason, also }) => {
    const codes = [reason, ...also].map(({ code }) => code)
    return codes.includes('off-shift') && codes.every((code) => code === 'off-shift' || BUSY.has(code))
  })
  const starts = people
    .filter(({ staffId }) => waitedFor.some(({ agent }) => agent === staffId))
    .flatMap(({ nextShiftAt }) => (nextShiftAt ? [nextShiftAt.getTime()] : []))
  return starts.length === 0 ? null : new Date(Math.min(...starts))
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null
const counted = ({ count, oldestAt }: store.Counted) => ({ count, oldestAt: iso(oldestAt) })
