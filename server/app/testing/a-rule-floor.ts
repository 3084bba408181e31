/** For tests: a clinic with rules, and what they did. */
import { randomBytes } from 'node:crypto'
import { createRouterClient } from '@orpc/server'
import type * as z from 'zod'
import type { RuleDefinition } from '#contract/rule.ts'
import type { Role } from '#contract/role.ts'
import { ruleDoors } from '#server/modules/conversation/index.ts'
import { aClinic } from '#server/modules/conversation/a-clinic.ts'
import { aDesk } from '#server/modules/conversation/a-desk.ts'
import { macroDoors } from '#server/modules/macro/index.ts'
import { ruleRoutes, runRules, simulateRule } from '#server/modules/rule/index.ts'
import { openKeys } from '#server/platform/seal.ts'
import type { testDatabase } from '#server/platform/test-database.ts'

type Database = Awaited<ReturnType<typeof testDatabase>>['database']

export const keys = openKeys(randomBytes(32))
export const outbound = { local: ['localhost:*'] }

export type Definition = z.input<typeof RuleDefinition>
export type Condition = { field: string; when: 'now' | 'before'; operator: string; values: string[] }

export const is = (field: string, ...values: string[]): Condition => ({ field, when: 'now', operator: 'is', values })
export const aRule = (over: Partial<Definition> = {}): Definition => ({
  name: 'Spanish words',
  trigger: { kind: 'message-arrived' },
  when: { match: 'all', of: [is('language', 'es')] },
  actions: [{ kind: 'tag', tags: ['spanish'] }],
  includesAutomatic: false,
  perHour: 100,
  ...over,
})
export const SPANISH = 'Buenos días, tengo una pregunta sobre mi factura del mes pasado. No entiendo el cobro.'
export const ENGLISH = 'Hello, when are you open on Saturday? I would like to drop off a form.'

/** A clinic with rules: `work` does the jobs that were asked for, until none is left. */
export async function aRuleFloor(database: Database) {
  const clinic = await aClinic(database)
  const desk = aDesk(database, clinic)
  const { organizationId } = clinic
  const deps = { db: database, jobs: desk.jobs, hub: desk.hub, keys, publicUrl: 'http://localhost', now: () => desk.clock.at, doors: { ...ruleDoors, ...macroDoors } } // prettier-ignore
  const as = (role: Role) =>
    createRouterClient(
      { rule: ruleRoutes(outbound) },
      { context: { ...desk.routeOf(clinic.supervisorId, role, []), keys } },
    ).rule
  const rules = as('administrator')
  let done = 0
  const work = async () => {
    for (; done < desk.sent.length; done++) {
      const { queue, id } = desk.sent[done]!
      if (queue === 'run-rules') await runRules(deps, organizationId, id)
      if (queue === 'simulate-rule') await simulateRule(deps, organizationId, id)
    }
  }
  return {
    clinic,
    desk,
    deps,
    rules,
    as,
    work,
    pass: (seconds: number) => void (desk.clock.at = new Date(desk.clock.at.getTime() + seconds * 1000)),
    async live(definition: Definition) {
      const { ruleId, version } = await rules.save({ ruleId: null, version: 0, definition })
      await rules.simulate({ ruleId, version, days: 1 })
      await work()
      await rules.publish({ ruleId, version })
      return ruleId
    },
    /** A message, a second after the one before, and what its rules do. */
    async receive(text: string, over = {}) {
      desk.clock.at = new Date(desk.clock.at.getTime() + 1_000)
      const { conversationId } = await desk.receive(text, over)
      await work()
      return conversationId
    },
  }
}
type Floor = Awaited<ReturnType<typeof aRuleFloor>>

export const outcomesOf = async (floor: Floor, ruleId: string) =>
  (await floor.rules.runs({ ruleId, limit: 20 })).items.map(({ outcomes }) =>
    outcomes.map(({ kind, outcome, reason }) => [kind, outcome, reason].filter(Boolean).join(' ')),
  )
