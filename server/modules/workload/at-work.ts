/** Who works now and how much each has in hand, as routing itself counts it (desk-D31). For those who lead the desk. */
import { capacityAt, loadAt, occupancyPercent, recoveryUntil } from '#engines/routing/load.ts'
import type { Role } from '#contract/role.ts'
import type { Transaction } from '#server/platform/database.ts'
import { toLoad } from './hold-out.ts'
import { mayBeCalledIn } from './rules.ts'
import { hasShifts, loadAgents, loadPolicy, loadSpans, type AwayReason } from './store.ts'

export type AtWork = {
  staffId: string
  name: string
  role: Role
  isAtWork: boolean
  isAccepting: boolean
  awayReason: AwayReason | null
  shiftEndsAt: Date | null
  nextShiftAt: Date | null
  /** Points in hand, and how many there may be now. */
  load: number
  capacity: number
  isAtCap: boolean
  recoveryUntil: Date | null
  offers: number
  calledInAt: Date | null
  mayBeCalledIn: boolean
}

/** Everybody who may work at the desk. Counts also the work that this reader may not open: a load is no list. */
export async function peopleAtWork(tx: Transaction, now: Date): Promise<{ isAutomatic: boolean; people: AtWork[] }> {
  const { isAutomatic, policy } = await loadPolicy(tx)
  const since = new Date(now.getTime() - Math.max(policy.occupancyMin, policy.recoveryMin) * 60_000)
  const [agents, spans, planned, known] = await Promise.all([
    loadAgents(tx, null, now),
    loadSpans(tx, since, now),
    hasShifts(tx, now),
    tx.run<Known>(KNOWN, [tx.context.organizationId, now]),
  ])
  const people = agents.flatMap((agent): AtWork[] => {
    const person = known.find(({ staffId }) => staffId === agent.id)
    if (!person) return []
    const own = toLoad(agent, spans, now).spans
    const load = loadAt(own, policy, now)
    const capacity = capacityAt(agent.capacity, agent.shiftEndsAt, policy, now)
    const isFull = load + policy.points.async > capacity
    const { isOnDuty, ...shown } = person
    const isAtWork = isAutomatic ? agent.isAlive && (!planned || agent.shiftEndsAt !== null) : isOnDuty
    const { isAccepting } = agent
    return [
      {
        ...shown,
        role: agent.role,
        isAtWork,
        isAccepting,
        mayBeCalledIn: mayBeCalledIn({ isAtWork, isAccepting, calledInAt: person.calledInAt }, now),
        shiftEndsAt: agent.shiftEndsAt,
        load,
        capacity,
        isAtCap: isFull || occupancyPercent(own, agent.capacity, policy, now) >= policy.occupancyCapPercent,
        recoveryUntil: recoveryUntil(own, policy, now),
      },
    ]
  })
  return { isAutomatic, people }
}

type Known = Pick<AtWork, 'staffId' | 'name' | 'awayReason' | 'nextShiftAt' | 'offers' | 'calledInAt'> & {
  isOnDuty: boolean
}

/** That somebody was asked to come in is news of a shift. */
const SHOWN_HOURS = 12

const KNOWN = `
  select s.id as "staffId", s.given || ' ' || s.family as name, s.on_duty as "isOnDuty", a.away_reason as "awayReason",
    case when a.called_in_at > $2::timestamptz - make_interval(hours => ${SHOWN_HOURS}) then a.called_in_at end as "calledInAt",
    (select min(h.starts_at) from shift h where h.organization_id = $1 and h.staff_id = s.id and h.starts_at > $2) as "nextShiftAt",
    (select count(*)::int from routing_offer o where o.organization_id = $1 and o.staff_id = s.id and o.state = 'offered') as offers
  from staff_member s left join availability a on a.organization_id = $1 and a.staff_id = s.id
  where s.organization_id = $1 and s.state = 'active' and s.role <> 'administrator' limit 2000`
