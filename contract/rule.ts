/** Rules: what the desk does by itself, tried on past days before it does so (desk-D68, D69). */
import * as z from 'zod'
import { ACTION_KINDS } from '#engines/rules/rule.ts'
import { condition, group } from './condition.ts'
import type { Role } from './role.ts'
import { cursor, id, instant, PAGE_MAX, route, whole } from './route.ts'

const ADMINISTRATOR: readonly Role[] = ['administrator']
const MANAGERS: readonly Role[] = ['administrator', 'supervisor']

export const RULE_TRIGGERS = [
  'message-arrived',
  'conversation-changed',
  'clock-warned',
  'clock-breached',
  'time-since',
  'event-reported',
] as const
export const RuleTrigger = z.enum(RULE_TRIGGERS)
export const RULE_STATES = ['draft', 'simulated', 'live', 'off'] as const
const RuleState = z.enum(RULE_STATES)

/** One level more than a rule may have, so that the refusal can say so. */
const LEVELS = 6

const text = z.string().max(5_000)
const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tag'), tags: z.array(z.string().max(100)).max(50) }),
  z.object({ kind: z.literal('queue'), queueId: id }),
  z.object({ kind: z.literal('assign'), staffId: id }),
  z.object({ kind: z.literal('urgency'), urgency: z.enum(['routine', 'urgent', 'asap', 'stat']) }),
  z.object({ kind: z.literal('note'), text, readers: z.array(z.enum(['service', 'clinical', 'billing'])).max(3) }),
  z.object({ kind: z.literal('reply'), texts: z.array(z.object({ language: z.string().max(10), text })).max(20) }),
  z.object({ kind: z.literal('macro'), macroId: id, macroVersion: whole }),
  z.object({ kind: z.literal('webhook'), webhookId: id }),
])

export const RuleDefinition = z.object({
  name: z.string().trim().max(200),
  trigger: z.object({ kind: RuleTrigger, hours: z.number().int().optional() }),
  when: group(LEVELS),
  actions: z.array(action).max(20),
  /** Also for what machines wrote: auto-replies, bounces, lists. */
  includesAutomatic: z.boolean(),
  /** It may act so often in an hour; more switches it off. */
  perHour: z.number().int(),
})

const RuleVersion = z.object({
  version: whole,
  state: RuleState,
  definition: RuleDefinition,
  authorName: z.string().nullable(),
  savedAt: instant,
  liveSince: instant.nullable(),
})

/** `retired` and `expired`: it is refused wherever the rule matches. */
export const MACRO_STATES = ['current', 'newer', 'expired', 'retired'] as const

export const Rule = z.object({
  id,
  /** The version that acts, or null. */
  live: RuleVersion.nullable(),
  /** The newest; the live one when there is no newer. */
  newest: RuleVersion,
  /** Why nothing of it is live, where it was. */
  offReason: z.enum(['by-hand', 'over-budget']).nullable(),
  /** How the macro stands that it applies; null: it applies none. `newer`: it was changed since; what was tried still acts. */
  macroState: z.enum(MACRO_STATES).nullable(),
  /** What it did in the last 7 days, and when it acted last. */
  runs: z.number().int(),
  lastRunAt: instant.nullable(),
})

const OUTCOMES = ['done', 'nothing', 'refused', 'held', 'would'] as const
const RuleOutcome = z.object({
  kind: z.enum(ACTION_KINDS),
  /** `nothing`: it was so already. `would`: of a simulation. `held`: leaves when the gate allows it. */
  outcome: z.enum(OUTCOMES),
  /** Why not, as a refusal's code or a word of the rule module (`AUTOMATIC_MAIL`, `TAKEN`, `MACRO_RETIRED`). */
  reason: z.string().nullable(),
  /** Of a reply, and of a macro that writes: the language of the text. */
  language: z.string().nullable(),
})

const place = { conversationId: id, number: z.string() }

export const RuleRun = z.object({
  id,
  ...place,
  version: whole,
  at: instant,
  /** How many rules led to it, itself counted. */
  depth: z.number().int(),
  /** The conditions that held. */
  why: z.array(condition),
  outcomes: z.array(RuleOutcome),
})

export const RuleSimulation = z.object({
  id,
  version: whole,
  days: z.number().int(),
  state: z.enum(['waiting', 'running', 'done', 'cancelled', 'failed']),
  /** Conversations to read, and those that were read. */
  conversations: z.number().int(),
  conversationsRead: z.number().int(),
  eventsRead: z.number().int(),
  /** How often it would have acted, in conversations that the reader may open. */
  hits: z.number().int(),
  /** Messages that it would have sent, and those that the gate would have refused. */
  replies: z.number().int(),
  repliesRefused: z.number().int(),
  /** It ended at a limit: what is older was not read. */
  isCut: z.boolean(),
  askedAt: instant,
  endedAt: instant.nullable(),
})

const named = z.array(z.object({ id, name: z.string() }))

export const RuleWebhook = z.object({
  id,
  name: z.string(),
  url: z.string(),
  state: z.enum(['active', 'disabled']),
  disabledCause: z.enum(['by-hand', 'gone', 'failing']).nullable(),
  /** Until then the secret before this one signs too; null: there is one secret. */
  earlierUntil: instant.nullable(),
  calls: z.array(
    z.object({
      id,
      state: z.enum(['queued', 'delivered', 'failed']),
      attempts: z.number().int(),
      /** The last answer, as a number or a code. */
      answer: z.string().nullable(),
      at: instant,
    }),
  ),
})

const read = { roles: MANAGERS, resource: 'rule', patient: 'none', audit: 'none' } as const
const write = { ...read, roles: ADMINISTRATOR, audit: 'U' } as const
const list = { ...read, patient: 'list', audit: 'R' } as const
const tags = ['Rules']
const target = z.object({ ruleId: id })
const Rules = z.object({
  items: z.array(Rule),
  /** Whether of the rules of a trigger the first that matches acts, or all. */
  modes: z.record(RuleTrigger, z.enum(['first', 'all'])),
})

export const rule = {
  /** In the order in which they are asked; at most 200. */
  list: route(read).route({ method: 'GET', path: '/rules', summary: 'Rules', tags }).output(Rules),

  /** What a rule may name. */
  choices: route(read)
    .route({
      method: 'GET',
      path: '/rules/choices',
      summary: 'Queues, sites, people and macros that a rule may name',
      tags,
    })
    .output(
      z.object({
        queues: named,
        retiredQueues: named,
        sites: named,
        staff: named,
        webhooks: named,
        /** In use, with the newest version; `versions`: those that a rule may apply. A retired one is no choice, and keeps its name. */
        macros: z.array(named.element.extend({ version: whole, versions: z.array(z.number().int()) })),
        retiredMacros: named,
      }),
    ),

  /** The newest 50 versions, newest first. */
  versions: route(read)
    .route({ method: 'GET', path: '/rules/{ruleId}/versions', summary: 'Versions of a rule', tags })
    .input(target)
    .output(z.array(RuleVersion)),

  /**
   * A new rule (`ruleId` null, `version` 0), or a new version of one; a live version stays live. Refusals: INVALID_INPUT with field
   * (`when.of.1.values`, `actions.0.queueId`) and reason, CHANGED_MEANWHILE when `version` is not the newest.
   */
  save: route(write)
    .route({ method: 'POST', path: '/rules', summary: 'Write a rule', tags })
    .input(z.object({ ruleId: id.nullable(), version: whole.min(0), definition: RuleDefinition }))
    .output(z.object({ ruleId: id, version: whole })),

  /** All rules, in their new order. CHANGED_MEANWHILE: the list is not that of now. */
  reorder: route(write)
    .route({ method: 'POST', path: '/rules/order', summary: 'Put the rules in another order', tags })
    .input(z.object({ ruleIds: z.array(id).max(200) }))
    .output(Rules),

  setMode: route(write)
    .route({ method: 'POST', path: '/rules/mode', summary: 'Let the first that matches act, or all', tags })
    .input(z.object({ trigger: RuleTrigger, mode: z.enum(['first', 'all']) }))
    .output(Rules),

  /** Also back to a version that was live before. RULE_NOT_SIMULATED: this version was not tried yet. */
  publish: route(write)
    .route({ method: 'POST', path: '/rules/{ruleId}/publish', summary: 'Let a version act', tags })
    .input(target.extend({ version: whole }))
    .output(Rules),

  switchOff: route(write)
    .route({ method: 'POST', path: '/rules/{ruleId}/off', summary: 'Switch a rule off at once', tags })
    .input(target)
    .output(Rules),

  /** STATE_NOT_ALLOWED: one runs already. */
  simulate: route(write)
    .route({ method: 'POST', path: '/rules/{ruleId}/simulations', summary: 'Try a version on past days', tags })
    .input(target.extend({ version: whole, days: z.number().int().min(1).max(90) }))
    .output(RuleSimulation),

  /** The newest of the rule, or null. */
  simulation: route({ ...list, audit: 'none' })
    .route({ method: 'GET', path: '/rules/{ruleId}/simulation', summary: 'The last simulation of a rule', tags })
    .input(target)
    .output(z.object({ simulation: RuleSimulation.nullable() })),

  cancelSimulation: route(write)
    .route({ method: 'POST', path: '/rules/{ruleId}/simulation/cancel', summary: 'Stop a simulation', tags })
    .input(target)
    .output(z.object({})),

  /** Where it would have acted, newest first. */
  hits: route(list)
    .route({ method: 'GET', path: '/rules/{ruleId}/simulation/hits', summary: 'What a simulation found', tags })
    .input(
      target.extend({ cursor: cursor.optional(), limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(20) }),
    )
    .output(
      z.object({
        items: z.array(z.object({ n: z.number().int(), ...place, at: instant, outcomes: z.array(RuleOutcome) })),
        next: cursor.nullable(),
      }),
    ),

  /** What a rule did, newest first. */
  runs: route(list)
    .route({ method: 'GET', path: '/rules/{ruleId}/runs', summary: 'What a rule did', tags })
    .input(
      target.extend({ cursor: cursor.optional(), limit: z.coerce.number().int().min(1).max(PAGE_MAX).default(20) }),
    )
    .output(z.object({ items: z.array(RuleRun), next: cursor.nullable() })),

  /** With the newest 20 calls of each. */
  webhooks: route({ ...read, roles: ADMINISTRATOR })
    .route({ method: 'GET', path: '/rule-webhooks', summary: 'Addresses that rules tell', tags })
    .output(z.array(RuleWebhook)),

  /** The secret (`whsec_...`) is shown this once. INVALID_INPUT with field `url`: no public https address. */
  addWebhook: route({ ...write, audit: 'C', stepUp: true })
    .route({ method: 'POST', path: '/rule-webhooks', summary: 'Add an address that rules tell', tags })
    .input(z.object({ name: z.string().trim().min(1).max(80), url: z.string().max(500) }))
    .output(z.object({ webhookId: id, secret: z.string() })),

  /**
   * The new secret is shown this once. For 24 hours each call has two signatures, of the new secret and then of the one before.
   * STATE_NOT_ALLOWED: a secret before this one still counts.
   */
  renewSecret: route({ ...write, stepUp: true })
    .route({ method: 'POST', path: '/rule-webhooks/{webhookId}/secret', summary: 'Change the secret that signs', tags })
    .input(z.object({ webhookId: id }))
    .output(z.object({ secret: z.string(), earlierUntil: instant })),

  /** STATE_NOT_ALLOWED: there is none. */
  endEarlierSecret: route(write)
    .route({
      method: 'POST',
      path: '/rule-webhooks/{webhookId}/earlier-secret/end',
      summary: 'Let the secret before this one count no more',
      tags,
    })
    .input(z.object({ webhookId: id }))
    .output(z.array(RuleWebhook)),

  setWebhook: route(write)
    .route({ method: 'POST', path: '/rule-webhooks/{webhookId}/state', summary: 'Use an address, or do not', tags })
    .input(z.object({ webhookId: id, state: z.enum(['active', 'disabled']) }))
    .output(z.array(RuleWebhook)),

  /** STATE_NOT_ALLOWED: it was delivered, waits, or its address is disabled. */
  tellAgain: route(write)
    .route({ method: 'POST', path: '/rule-webhooks/calls/{callId}/again', summary: 'Make a failed call again', tags })
    .input(z.object({ callId: id }))
    .output(z.array(RuleWebhook)),
}
