/** Rules of the demonstration: three that act, and one that was written this morning and is being tried. */
import { faultOf } from '#engines/rules/fault-of.ts'
import type { Action, Condition, Definition, Group } from '#engines/rules/rule.ts'
import { DAY } from './calendar.ts'
import type { Clinic } from './clinic.ts'
import { demoId } from './demo-id.ts'
import type { Rows } from './rows.ts'

const LIVE_DAYS = 20
const SIMULATED_DAYS = 30

const is = (field: Condition['field'], ...values: string[]): Condition => ({
  field,
  when: 'now',
  operator: 'is',
  values,
})
const all = (...of: Condition[]): Group => ({ match: 'all', of })

export function buildRules(seed: string, clinic: Clinic, now: Date, rows: Rows): void {
  const author = clinic.staff.find(({ role }) => role === 'administrator')
  const supervisor = clinic.staff.find(({ role }) => role === 'supervisor')
  const billing = clinic.queues.find(({ kind }) => kind === 'billing')
  if (!author || !supervisor || !billing) throw new Error('the demonstration has nobody for its rules')

  const rule = (name: string, trigger: Definition['trigger'], when: Group, ...actions: Action[]): Definition => ({
    name,
    trigger,
    when,
    actions,
    includesAutomatic: false,
    perHour: 100,
  })
  const arrives = { kind: 'message-arrived' } as const
  const definitions = [
    rule(
      'Spanish bills by mail',
      arrives,
      all(is('channel', 'email'), is('language', 'es'), is('intent', 'bill_question', 'pay_bill', 'financial_help')),
      { kind: 'queue', queueId: billing.id },
      { kind: 'tag', tags: ['spanish', 'bill'] },
    ),
    rule('Interpreter wanted', arrives, all(is('intent', 'interpreter')), { kind: 'tag', tags: ['interpreter'] }),
    rule('Waits for three days', { kind: 'time-since', hours: 72 }, all(is('state', 'waiting')), {
      kind: 'tag',
      tags: ['long wait'],
    }),
    rule(
      'Complaints to the supervisor',
      arrives,
      all(is('intent', 'complaint')),
      { kind: 'urgency', urgency: 'urgent' },
      { kind: 'assign', staffId: supervisor.id },
    ),
  ]
  const organization_id = clinic.organizationId
  const named = { queueIds: [billing.id], siteIds: [], staffIds: [supervisor.id], webhookIds: [], macros: [] }
  for (const [place, definition] of definitions.entries()) {
    const fault = faultOf(definition, named)
    if (fault) throw new Error(`the rule "${definition.name}" of the demonstration: ${fault.field} ${fault.reason}`)
    const isDraft = place === definitions.length - 1
    const at = isDraft ? now : new Date(now.getTime() - LIVE_DAYS * DAY)
    const id = demoId(`${seed}/rule/${place}`, at)
    const { trigger } = definition
    rows.rule.push({ organization_id, id, place, off_reason: null, changed_at: at })
    rows.rule_version.push({
      organization_id,
      rule_id: id,
      version: 1,
      state: isDraft ? 'draft' : 'live',
      name: definition.name,
      trigger: trigger.kind,
      hours: trigger.kind === 'time-since' ? trigger.hours : null,
      definition,
      author_id: author.id,
      saved_at: at,
      live_since: isDraft ? null : at,
    })
    // The product itself tries it when it starts, by the job that the loader sends.
    if (isDraft)
      rows.rule_simulation.push({
        organization_id,
        id: demoId(`${seed}/rule-simulation`, at),
        rule_id: id,
        version: 1,
        days: SIMULATED_DAYS,
        state: 'waiting',
        conversations: 0,
        conversations_read: 0,
        events_read: 0,
        is_cut: false,
        asked_by: author.id,
        asked_at: at,
        ended_at: null,
      })
  }
}
