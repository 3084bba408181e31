/**
 * Service policies, published as a whole. Each place in their order is one policy with versions: who comes first stays comparable, and
 * what a publication leaves as it was keeps its version (decision 0096).
 */
import type * as z from 'zod'
import type { PublishedPolicies, ServicePolicy } from '#contract/service-policy.ts'
import { clocks } from '#engines/sla/clocks.ts'
import { policyFaults } from '#engines/sla/policy.ts'
import { newId } from '#server/platform/id.ts'
import { journal } from '#server/platform/journal.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import type { Transaction } from '#server/platform/database.ts'
import { recountLater, type HoursDeps } from './opening-hours.ts'
import { AHEAD_MAX_DAYS } from './rules.ts'
import { calendarVersions, insertPolicy, lockPolicies, publicationsOf, policyVersions, queuePromises, type PolicyRow } from './store.ts' // prettier-ignore
import { termsOf } from './terms.ts'

export type Said = z.output<typeof ServicePolicy>
type Published = z.input<typeof PublishedPolicies>

/** A policy that is not there: it names no queue, and so fits nothing. */
const isAbsent = ({ conditions }: Pick<PolicyRow, 'conditions'>): boolean => conditions.queue?.length === 0
const ABSENT = { conditions: { queue: [] }, targets: {}, pausesOn: [], isAroundTheClock: false, assistantAnswers: false } // prettier-ignore

/** Of each policy the version that a publication left in force, in their order, the absent ones too. */
function inForce(rows: readonly PolicyRow[], publication: number): PolicyRow[] {
  const newest = new Map<string, PolicyRow>()
  for (const row of rows) if (row.publication <= publication) newest.set(row.id, row)
  return [...newest.values()]
}

const newestOf = (rows: readonly PolicyRow[]): number => Math.max(0, ...rows.map(({ publication }) => publication))

const said = ({ name, conditions, targets, pausesOn, isAroundTheClock, assistantAnswers }: PolicyRow): Said => ({
  name,
  conditions: conditions as Said['conditions'],
  targets,
  pausesOn: pausesOn.filter((on) => on !== 'clinician'),
  isAroundTheClock,
  assistantAnswers,
})

export async function readPolicies(tx: Transaction): Promise<Published> {
  const [rows, history] = await Promise.all([policyVersions(tx), publicationsOf(tx)])
  const publication = newestOf(rows)
  const policiesOf = (one: number) => inForce(rows, one).filter((row) => !isAbsent(row))
  return {
    publication,
    effectiveAt: history[0]?.effectiveAt.toISOString() ?? null,
    policies: policiesOf(publication).map(said),
    history: history.map((one) => ({
      publication: one.publication,
      effectiveAt: one.effectiveAt.toISOString(),
      author: one.author,
      policies: policiesOf(one.publication).length,
    })),
  }
}

type Refused = 'INVALID_INPUT' | 'CHANGED_MEANWHILE' | 'NOT_FOUND'

export async function publishPolicies(
  { tx, jobs, now }: HoursDeps,
  { publication, effectiveAt, policies }: { publication: number; effectiveAt?: string; policies: readonly Said[] },
  savedBy: string,
): Promise<Result<Published, Refused>> {
  const fault = faultIn(policies)
  if (fault) return refuse('INVALID_INPUT', fault)
  await lockPolicies(tx)
  const rows = await policyVersions(tx)
  if (newestOf(rows) !== publication) return refuse('CHANGED_MEANWHILE')
  const at = effectiveAt === undefined ? now : new Date(effectiveAt)
  if (at < now) return refuse('INVALID_INPUT', { field: 'effectiveAt', reason: 'TOO_EARLY' })
  if (at.getTime() - now.getTime() > AHEAD_MAX_DAYS * 86_400_000)
    return refuse('INVALID_INPUT', { field: 'effectiveAt', reason: 'TOO_LATE' })

  const places = inForce(rows, publication)
  const next = { publication: publication + 1, effectiveAt: at, savedBy }
  for (let place = 0; place < Math.max(places.length, policies.length); place++) {
    const before = places[place]
    const after = policies[place]
    const content = after ?? { ...ABSENT, name: before?.name ?? '' }
    // What waits for a later moment is taken back by this (rules.ts), so what it said is said anew.
    if (before && before.effectiveAt <= at && isSame(said(before), content)) continue
    const id = before?.id ?? newId(now.getTime())
    const version = before?.version ?? 1
    // It was not there before: its first version fits nothing, so that what is past keeps what it was promised.
    if (!before)
      await insertPolicy(tx, { ...next, effectiveAt: now, id, version, place, ...ABSENT, name: content.name })
    await insertPolicy(tx, { ...next, id, version: version + 1, place: before?.place ?? place, ...content })
  }
  await journal(
    tx,
    {
      event: 'service-policy.published',
      action: 'U',
      resourceKind: 'service-policy',
      resourceId: tx.context.organizationId,
      detail: { publication: publication + 1, policies: policies.length, effectiveAt: at.toISOString() },
    },
    now,
  )
  await recountLater({ tx, jobs, now: at })
  return ok(await readPolicies(tx))
}

export async function rollBackPolicies(
  deps: HoursDeps,
  { publication, to }: { publication: number; to: number },
  savedBy: string,
): Promise<Result<Published, Refused>> {
  const rows = await policyVersions(deps.tx)
  if (!rows.some((row) => row.publication === to)) return refuse('NOT_FOUND')
  const policies = inForce(rows, to)
    .filter((row) => !isAbsent(row))
    .map(said)
  return publishPolicies(deps, { publication, policies }, savedBy)
}

const isSame = (one: object, other: object): boolean => canonical(one) === canonical(other)
/** Parts in one order: the database keeps an order of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

function faultIn(policies: readonly Said[]): { field: string; reason: string } | undefined {
  for (const [place, policy] of policies.entries()) {
    const [fault] = policyFaults(policy)
    if (fault) return { field: `policies.${place}.${fault.field}`, reason: fault.code }
  }
  return undefined
}

export type Supposed = {
  queueId: string | null
  siteId: string | null
  channel: string
  topic: string | null
  urgency: 'routine' | 'urgent' | 'asap' | 'stat'
}

export type Tried = {
  place: number | null
  clocks: { kind: z.input<typeof PublishedPolicies>['policies'][number]['targets'] extends Partial<Record<infer K, unknown>> ? K : never; dueAt: string | null; warnAt: string | null }[] // prettier-ignore
}

/** What a message that comes now would be promised. Nothing is saved. */
export async function tryPolicies(
  tx: Transaction,
  { policies, conversation }: { policies: readonly Said[]; conversation: Supposed },
  now: Date,
): Promise<Result<Tried, 'INVALID_INPUT'>> {
  const fault = faultIn(policies)
  if (fault) return refuse('INVALID_INPUT', fault)
  const rows = policies.map((policy, place): PolicyRow => ({ ...policy, id: String(place), version: 1, publication: 1, place, effectiveAt: now })) // prettier-ignore
  const [calendars, queues] = await Promise.all([calendarVersions(tx), queuePromises(tx)])
  const terms = termsOf(rows, calendars, queues)
  const { queueId, siteId, urgency, ...facts } = conversation
  const at = now.toISOString()
  const promised = clocks(
    [
      ...terms.changes,
      { seq: 0, at, type: 'opened', facts: { queue: queueId, site: siteId, ...facts } },
      { seq: 1, at, type: 'contact', from: 'patient', urgency, toTriage: true },
    ],
    terms.policies,
    terms.calendars,
    at,
  )
  const fitting = promised[0]?.reasons.at(-1)?.policy?.split('@')[0]
  return ok({
    place: fitting !== undefined && /^\d+$/.test(fitting) ? Number(fitting) : null,
    clocks: promised.map(({ kind, dueAt, warnAt }) => ({ kind, dueAt, warnAt })),
  })
}
