/** Saved views of the demonstration: two that the supervisor shares, and one of an agent's own. */
import {
  faultOfView,
  ME,
  NONE,
  type SavedViewContent,
  type ViewCondition,
  type ViewGroup,
} from '#engines/saved-view/saved-view.ts'
import { DAY } from './calendar.ts'
import type { Clinic } from './clinic.ts'
import { demoId } from './demo-id.ts'
import type { Rows } from './rows.ts'

const SAVED_DAYS = 12

const is = (field: ViewCondition['field'], ...values: string[]): ViewCondition => ({ field, when: 'now', operator: 'is', values }) // prettier-ignore
const atLeast = (field: ViewCondition['field'], value: string): ViewCondition => ({ field, when: 'now', operator: 'at-least', values: [value] }) // prettier-ignore
const all = (...of: ViewCondition[]): ViewGroup => ({ match: 'all', of })

export function buildSavedViews(seed: string, clinic: Clinic, now: Date, rows: Rows): void {
  const supervisor = clinic.staff.find(({ role }) => role === 'supervisor')
  const agent = clinic.staff.find(({ role }) => role === 'agent')
  const billing = clinic.queues.find(({ kind }) => kind === 'billing')
  if (!supervisor || !agent || !billing) throw new Error('the demonstration has nobody for its views')

  const views: [owner: string, content: SavedViewContent][] = [
    [
      supervisor.id,
      {
        name: 'In Spanish, nobody has it',
        when: all(is('state', 'open'), is('language', 'es'), is('assignee', NONE)),
        order: 'oldest',
        sharing: { with: 'organization' },
      },
    ],
    [
      supervisor.id,
      {
        name: 'Bills without an answer',
        when: all(is('queue', billing.id), atLeast('unanswered', '4')),
        order: 'oldest',
        sharing: { with: 'queue', queueId: billing.id },
      },
    ],
    [
      agent.id,
      {
        name: 'Mine, waiting three days',
        when: all(is('assignee', ME), is('state', 'waiting'), atLeast('quiet', '72')),
        order: 'oldest',
        sharing: { with: 'owner' },
      },
    ],
  ]
  const named = {
    queueIds: clinic.queues.map(({ id }) => id),
    siteIds: clinic.sites.map(({ id }) => id),
    staffIds: clinic.staff.map(({ id }) => id),
  }
  const at = new Date(now.getTime() - SAVED_DAYS * DAY)
  for (const [place, [ownerId, content]] of views.entries()) {
    const fault = faultOfView(content, named)
    if (fault) throw new Error(`the view "${content.name}" of the demonstration: ${fault.field} ${fault.reason}`)
    const { name, when, order, sharing } = content
    rows.saved_view.push({
      organization_id: clinic.organizationId,
      id: demoId(`${seed}/saved-view/${place}`, at),
      version: 1,
      owner_id: ownerId,
      name,
      conditions: when,
      sorted: order,
      audience: sharing.with,
      queue_id: sharing.with === 'queue' ? sharing.queueId : null,
      site_id: null,
      saved_at: at,
      removed_at: null,
    })
  }
}
