/** For tests: the desk's procedures as a member of staff calls them, input and output checked by the contract; the guard stands before. */
import { randomBytes } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import type { Context } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import type { RouteContext } from '#server/platform/route-context.ts'
import { openKeys } from '#server/platform/seal.ts'
import { aPortalMessage, asStaff, asSystem, recordingDeps, type Clinic } from './a-clinic.ts'
import type { InboundMessage } from './inbound-message.ts'
import { receiveMessage, type Received } from './receive-message.ts'
import { alertRoutes, conversationRoutes } from './routes.ts'

export type Desk = ReturnType<typeof aDesk>

/** Undo time of everybody at this desk, in seconds. */
export const UNDO_SECONDS = 10

/** A desk with a clock of its own: `at` is the moment of every call. */
export function aDesk(database: Database, clinic: Clinic) {
  const recorded = recordingDeps()
  const clock = { at: new Date() }
  const keys = openKeys(randomBytes(32))
  const routeOf = (staffId: string, role: Context['role'], labels: readonly string[]): RouteContext =>
    ({
      db: database,
      jobs: recorded.jobs,
      hub: recorded.hub,
      now: () => clock.at,
      keys,
      context: { ...asStaff(clinic, staffId, role), labels },
      staff: { id: staffId, undoSeconds: UNDO_SECONDS },
      person: null,
      visitor: null,
      caller: null,
    }) as unknown as RouteContext
  return {
    clock,
    ...recorded,
    routeOf,
    /** The calls of one member of staff. */
    as: (staffId: string, role: Context['role'] = 'agent', labels: readonly string[] = []) =>
      createRouterClient(
        { conversation: conversationRoutes, alert: alertRoutes },
        { context: routeOf(staffId, role, labels) },
      ),
    /** A patient writes in the portal. */
    async receive(text: string, over: Partial<InboundMessage> = {}): Promise<Received> {
      const result = await database.transaction(asSystem(clinic), (tx) =>
        receiveMessage(
          { tx, jobs: recorded.jobs, hub: recorded.hub, now: clock.at },
          aPortalMessage(clinic, text, over),
        ),
      )
      if (!result.ok) throw new Error(result.refusal)
      return result.value
    },
  }
}

/** The code of the refusal that a call ends with, and what it says of it; a call that succeeds is a failure here. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ code: string; field?: string; detail?: Record<string, unknown> }> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error as { code?: string; data?: { field?: string; detail?: Record<string, unknown> } },
  )
  if (!outcome?.code) throw new Error('the call was not refused')
  const { field, detail } = outcome.data ?? {}
  return { code: outcome.code, ...(field ? { field } : {}), ...(detail ? { detail } : {}) }
}
