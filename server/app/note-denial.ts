/**
 * Who was refused what is part of the trail (trust-D27): a row of its own, since what was under way when it was refused is taken back.
 * "Not there" and "not yours" are one refusal and one row; what was asked for is not repeated.
 */
import type { RouteMeta } from '#contract/route.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Context } from '#server/platform/context.ts'
import { journal } from '#server/platform/journal.ts'
import type { Services } from '#server/platform/route-context.ts'

/** Refusals that somebody met who is known to us. A factor that is not fresh is asked for, which denies nothing yet. */
const DENIALS: readonly Refusal[] = ['NOT_ALLOWED', 'NOT_FOUND', 'IDENTITY_TOO_LOW', 'SECOND_FACTOR_NEEDED']

export async function noteDenial(
  { db, now }: Pick<Services, 'db' | 'now'>,
  context: Context,
  { resource, roles }: Pick<RouteMeta, 'resource' | 'roles'>,
  refusal: string,
): Promise<void> {
  if (roles === 'public' || !(DENIALS as readonly string[]).includes(refusal)) return
  await db.transaction(context, (tx) =>
    journal(tx, { event: 'access.denied', action: 'E', resourceKind: resource, outcome: 'denied', refusal }, now()),
  )
}
