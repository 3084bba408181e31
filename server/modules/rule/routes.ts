/** Administrators write, try and publish rules; supervisors read what they are and did. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { rule, type Rule as RuleShape, type RuleSimulation, type RuleWebhook } from '#contract/rule.ts'
import { TRIGGERS, type Definition } from '#engines/rules/rule.ts'
import type { Refusal } from '#contract/refusal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import { inTransaction, refusalError, valueOf, type RouteContext } from '#server/platform/route-context.ts'
import { ok, refuse, type Result } from '#server/platform/result.ts'
import { publishRule, reorderRules, saveRule, setMode, switchOffRule, type ChangeDeps } from './change-rule.ts'
import { macroStates } from './named-macros.ts'
import { askSimulation } from './simulate-rule.ts'
import { cancelRunning, hitsOf, newestSimulation } from './simulation-store.ts'
import { choicesOf, listRules, lockRule, modesOf, runsOf, versionsInUse, versionsOf, type VersionRow } from './store.ts'
import { addWebhook, checkAddress, disableWebhook, endEarlierSecret, renewSecret } from './tell-webhook.ts'
import { knowsCall, listWebhooks, newestCalls, requeueCall } from './webhook-store.ts'

const on = implement(rule).$context<RouteContext>()

/** Runs of a rule in the list are those of so many days. */
const RUNS_SHOWN_DAYS = 7
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** @param outbound what an operator opened of its own network: the check at saving is that at calling (trust-D58). */
export const ruleRoutes = (outbound: OutboundRules) =>
  on.router({
    list: on.list.handler(({ context: route }) =>
      route.db.transaction(route.context, (tx) => presentRules(tx, route.now())),
    ),

    choices: on.choices.handler(({ context: route }) => route.db.transaction(route.context, choicesOf)),

    versions: on.versions.handler(({ input, context: route }) =>
      route.db.transaction(route.context, async (tx) => {
        const rows = await versionsOf(tx, input.ruleId)
        if (rows.length === 0) throw refusalError('NOT_FOUND', route.context.requestId)
        return rows.map(presentVersion)
      }),
    ),

    save: on.save.handler(({ input, context: route }) =>
      inTransaction(route, (deps) =>
        // The engine judges fields and operators, and names the one that is wrong.
        saveRule(deps, { ...input, definition: input.definition as Definition }, staffIdOf(route)),
      ),
    ),

    reorder: on.reorder.handler(({ input, context: route }) =>
      thenList(route, (deps) => reorderRules(deps, input.ruleIds)),
    ),

    setMode: on.setMode.handler(({ input, context: route }) =>
      thenList(route, (deps) => setMode(deps, input.trigger, input.mode)),
    ),

    publish: on.publish.handler(({ input, context: route }) => thenList(route, (deps) => publishRule(deps, input))),

    switchOff: on.switchOff.handler(({ input, context: route }) =>
      thenList(route, (deps) => switchOffRule(deps, { ...input, reason: 'by-hand' })),
    ),

    simulate: on.simulate.handler(({ input, context: route }) =>
      inTransaction(route, async (deps) => {
        const asked = await askSimulation(deps, input, staffIdOf(route))
        return asked.ok ? presentSimulation(deps.tx, input.ruleId) : asked
      }),
    ),

    simulation: on.simulation.handler(({ input, context: route }) =>
      route.db.transaction(route.context, async (tx) => {
        await assertKnown(tx, input.ruleId)
        const simulation = await presentSimulation(tx, input.ruleId)
        return { simulation: simulation.ok ? simulation.value : null }
      }),
    ),

    cancelSimulation: on.cancelSimulation.handler(({ input, context: route }) =>
      inTransaction(route, async ({ tx, now }) => {
        if (!(await lockRule(tx, input.ruleId))) return refuse('NOT_FOUND')
        return (await cancelRunning(tx, input.ruleId, now)) ? ok({}) : refuse('STATE_NOT_ALLOWED')
      }),
    ),

    hits: on.hits.handler(({ input, context: route }) =>
      route.db.transaction(route.context, async (tx) => {
        await assertKnown(tx, input.ruleId)
        const after = input.cursor === undefined ? 0 : Number(input.cursor)
        if (!/^\d{0,9}$/.test(input.cursor ?? ''))
          throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'cursor' })
        const rows = await hitsOf(tx, { ruleId: input.ruleId, after, limit: input.limit + 1 })
        const page = rows.slice(0, input.limit)
        await tellRead(tx, 'rule.hits-listed', input.ruleId, page, route.now())
        return {
          items: page.map(({ patientId: _, at, ...row }) => ({ ...row, at: at.toISOString() })),
          next: rows.length > input.limit ? String(page.at(-1)?.n) : null,
        }
      }),
    ),

    runs: on.runs.handler(({ input, context: route }) =>
      route.db.transaction(route.context, async (tx) => {
        await assertKnown(tx, input.ruleId)
        const { ruleId, cursor } = input
        if (cursor !== undefined && !UUID.test(cursor))
          throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'cursor' })
        const rows = await runsOf(tx, { ruleId, after: cursor, limit: input.limit + 1 })
        const page = rows.slice(0, input.limit)
        await tellRead(tx, 'rule.runs-listed', ruleId, page, route.now())
        return {
          items: page.map(({ patientId: _, at, why, ...row }) => ({
            ...row,
            at: at.toISOString(),
            why: why.map((one) => ({ ...one, values: [...one.values] })),
          })),
          next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null,
        }
      }),
    ),

    webhooks: on.webhooks.handler(({ context: route }) =>
      route.db.transaction(route.context, (tx) => presentWebhooks(tx, route.now())),
    ),

    addWebhook: on.addWebhook.handler(async ({ input, context: route }) => {
      const url = valueOf(await checkAddress(input.url, outbound), route.context.requestId)
      return inTransaction(route, (deps) => addWebhook({ ...deps, keys: route.keys }, { name: input.name, url }))
    }),

    renewSecret: on.renewSecret.handler(({ input, context: route }) =>
      inTransaction(route, async (deps) => {
        const renewed = await renewSecret({ ...deps, keys: route.keys }, input.webhookId)
        return renewed.ok ? ok({ ...renewed.value, earlierUntil: renewed.value.earlierUntil.toISOString() }) : renewed
      }),
    ),

    endEarlierSecret: on.endEarlierSecret.handler(({ input, context: route }) =>
      inTransaction(route, async (deps) => {
        const ended = await endEarlierSecret(deps, input.webhookId)
        return ended.ok ? ok(await presentWebhooks(deps.tx, deps.now)) : ended
      }),
    ),

    setWebhook: on.setWebhook.handler(({ input, context: route }) =>
      inTransaction(route, async ({ tx, now }) => {
        const cause = input.state === 'active' ? null : 'by-hand'
        return (await disableWebhook(tx, input.webhookId, cause, now))
          ? ok(await presentWebhooks(tx, now))
          : refuse('NOT_FOUND')
      }),
    ),

    tellAgain: on.tellAgain.handler(({ input, context: route }) =>
      inTransaction(route, async ({ tx, jobs, now }) => {
        const { callId } = input
        if (!(await knowsCall(tx, callId))) return refuse('NOT_FOUND')
        if (!(await requeueCall(tx, callId, now))) return refuse('STATE_NOT_ALLOWED')
        await jobs.send(tx, 'tell-webhook', { organizationId: tx.context.organizationId, id: callId })
        await journal(
          tx,
          { event: 'rule.webhook-told-again', action: 'U', resourceKind: 'rule-webhook-call', resourceId: callId },
          now,
        )
        return ok(await presentWebhooks(tx, now))
      }),
    ),
  })

/** The staff member who calls. The guard has checked the role, so there is one. */
function staffIdOf({ staff, context }: RouteContext): string {
  if (!staff) throw refusalError('NOT_ALLOWED', context.requestId)
  return staff.id
}

const thenList = (route: RouteContext, change: (deps: ChangeDeps) => Promise<Result<null, Refusal>>) =>
  inTransaction(route, async (deps) => {
    const changed = await change(deps)
    return changed.ok ? ok(await presentRules(deps.tx, deps.now)) : changed
  })

async function assertKnown(tx: Transaction, ruleId: string): Promise<void> {
  if ((await versionsOf(tx, ruleId)).length === 0) throw refusalError('NOT_FOUND', tx.context.requestId)
}

async function presentRules(tx: Transaction, now: Date) {
  const since = new Date(now.getTime() - RUNS_SHOWN_DAYS * 86_400_000)
  const [rules, versions, modes] = await Promise.all([listRules(tx, since), versionsInUse(tx), modesOf(tx)])
  const shown = rules.flatMap(({ id, lastRunAt, ...row }) => {
    const own = versions.filter(({ ruleId }) => ruleId === id).toSorted((a, b) => b.version - a.version)
    const live = own.find(({ state }) => state === 'live')
    const [newest] = own
    if (!newest) return []
    return [{ rule: { id, ...row, lastRunAt: lastRunAt?.toISOString() ?? null }, live, newest }]
  })
  const acting = shown.map(({ live, newest }) => (live ?? newest).definition)
  const macros = await macroStates(tx, acting, now)
  const items = shown.map(({ rule: row, live, newest }, n): z.input<typeof RuleShape> => ({
    ...row,
    macroState: macros[n] ?? null,
    live: live ? presentVersion(live) : null,
    newest: presentVersion(newest),
  }))
  return { items, modes: Object.fromEntries(TRIGGERS.map((trigger) => [trigger, modes[trigger] ?? 'all'])) as Modes }
}
type Modes = Record<(typeof TRIGGERS)[number], 'first' | 'all'>

const presentVersion = ({ version, state, definition, authorName, savedAt, liveSince }: VersionRow) => ({
  version,
  state,
  definition: definition as unknown as z.input<typeof RuleShape>['newest']['definition'],
  authorName,
  savedAt: savedAt.toISOString(),
  liveSince: liveSince?.toISOString() ?? null,
})

async function presentSimulation(
  tx: Transaction,
  ruleId: string,
): Promise<Result<z.input<typeof RuleSimulation>, 'NOT_FOUND'>> {
  const row = await newestSimulation(tx, ruleId)
  if (!row) return refuse('NOT_FOUND')
  const { ruleId: _, askedAt, endedAt, ...rest } = row
  return ok({ ...rest, askedAt: askedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null })
}

async function presentWebhooks(tx: Transaction, now: Date): Promise<z.input<typeof RuleWebhook>[]> {
  const [webhooks, calls] = await Promise.all([listWebhooks(tx, now), newestCalls(tx)])
  return webhooks.map((webhook) => ({
    ...webhook,
    earlierUntil: webhook.earlierUntil?.toISOString() ?? null,
    calls: calls
      .filter(({ webhookId }) => webhookId === webhook.id)
      .map(({ webhookId: _, at, ...call }) => ({ ...call, at: at.toISOString() })),
  }))
}

/** Which conversations a rule touched may tell of their patients. */
const tellRead = (
  tx: Transaction,
  event: 'rule.hits-listed' | 'rule.runs-listed',
  ruleId: string,
  rows: readonly { patientId: string | null }[],
  now: Date,
) =>
  journal(
    tx,
    {
      event,
      action: 'R',
      resourceKind: 'rule',
      resourceId: ruleId,
      patientIds: rows.map(({ patientId }) => patientId),
      fieldClasses: ['service'],
      detail: { rows: rows.length },
    },
    now,
  )
