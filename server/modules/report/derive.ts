/**
 * Keeps what reports count up to date (decision 0127): conversations that the journal tells of since the last look, and those whose moment
 * has come, are counted again. Another definition of the numbers counts everything anew, a batch at a time, and reports say how far it is.
 *
 * Each batch is one transaction that holds `report_state`: processes take turns, and one that was broken off left nothing half.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { allDoors } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { isUnavailable, type Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { countConversations, type Counting } from './count-conversations.ts'
import * as store from './count-store.ts'
import { definitionOf } from './definition.ts'

/** Conversations of one batch while everything is counted anew, rows of the journal, and conversations whose moment has come. */
const WALKED_MAX = 500
const TOLD_MAX = 500
const AGAIN_MAX = 200

export type DeriveDeps = { db: Database; now: () => Date }

/** `rests`: after each batch for so many times as long as it took, since people are waited on beside it; `isOver`: nobody wants it any more. */
export type Pace = { rests: number; isOver: () => boolean }

/** Counts until everything is counted, in every organization; where another process counts, it goes on. */
export async function deriveReports(deps: DeriveDeps, pace: Pace = { rests: 0, isOver: () => false }): Promise<void> {
  for (const { organizationId } of await deps.db.withoutOrganization(allDoors)) {
    while (!pace.isOver()) {
      const began = performance.now()
      if ((await deriveBatch(deps, organizationId)) !== 'more') break
      if (pace.rests > 0) await sleep(pace.rests * (performance.now() - began))
    }
  }
}

/** A report counts what happened in the last minute itself, for at most so many milliseconds; what is left it says. */
const BEFORE_REPORT_MS = 1_000

/** To be called before a report is read. */
export async function deriveBefore(deps: DeriveDeps, organizationId: string): Promise<void> {
  const until = performance.now() + BEFORE_REPORT_MS
  const derive = () =>
    deriveBatch(deps, organizationId).catch((error: unknown): Left => {
      // What is counted can still be read, and says up to when it is.
      if (isUnavailable(error)) return 'nothing'
      throw error
    })
  while ((await derive()) === 'more' && performance.now() < until);
}

/** `taken`: another process counts. */
type Left = 'nothing' | 'more' | 'taken'

const deriveBatch = ({ db, now }: DeriveDeps, organizationId: string): Promise<Left> =>
  db.transaction(systemContext(organizationId, newId(), 'derive report'), async (tx) => {
    const state = await store.takeState(tx)
    if (!state) return 'taken'
    const at = now()
    const sites = await store.sitesOf(tx)
    const { definition, termsAt } = await definitionOf(tx, sites, at)
    if (state.definition !== definition || state.isFromElsewhere) {
      await store.beginAnew(tx, definition, termsAt)
      return 'more'
    }
    const counting = { tx, sites, edition: state.edition, now: at }
    if (state.walkedTo !== null) return walk(counting, state.walkedTo)
    if (termsAt > (state.termsAt ?? new Date(0))) await store.askRunningAgain(tx, termsAt, at)
    return followJournal(counting, state)
  })

async function walk(counting: Counting, after: string): Promise<Left> {
  const { tx } = counting
  const ids = (await store.nextToWalk(tx, after, WALKED_MAX)).map(({ id }) => id)
  await countConversations(counting, ids)
  await store.noteWalked(tx, ids.length < WALKED_MAX ? null : (ids.at(-1) ?? null), ids.length)
  return 'more'
}

async function followJournal(counting: Counting, state: store.State): Promise<Left> {
  const { tx, now } = counting
  const [told, again] = await Promise.all([store.toldSince(tx, state, TOLD_MAX), store.dueAgain(tx, now, AGAIN_MAX)])
  const ids = new Set([...told.map(({ conversationId }) => conversationId), ...again.map(({ id }) => id)])
  await countConversations(counting, [...ids])
  // What is not settled is counted, and looked at again.
  const firstOpen = told.findIndex(({ isSettled }) => !isSettled)
  const settled = firstOpen < 0 ? told : told.slice(0, firstOpen)
  const isAll = told.length < TOLD_MAX && again.length < AGAIN_MAX
  await store.notePlace(tx, settled.at(-1), isAll ? now : null)
  // A full page of what is not settled would be the same page again.
  return isAll || (settled.length === 0 && again.length === 0) ? 'nothing' : 'more'
}
