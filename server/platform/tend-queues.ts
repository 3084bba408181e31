/**
 * What pg-boss does not do for its queues, and each process sees to every two seconds, first at its start: jobs that lost their worker are due at once
 * (trust-D69, decision 0224), and in a queue where many wait no organization stands behind all of another's (trust-D57).
 */
import { errorFields, type Log } from './log.ts'

const TEND_MS = 2_000
/**
 * So many at a time. Their wait grows by up to a second with each try: what ended its worker itself parts from those that were beside it, and ends others
 * with it less often.
 */
const LOST = { most: 1_000, waitMaxSeconds: 8 }
/** Where more than `crowd` are due, the next `places` of each organization go first. Beyond `looked` it is by order of arrival alone. */
const TURNS = { crowd: 20, looked: 10_000, places: 4 }

type Asks = { executeSql(text: string, values: unknown[]): Promise<unknown> }

export function tendQueues(db: Asks, queues: readonly string[], log: Log): { stop(): Promise<void> } {
  const tend = async (): Promise<void> => {
    try {
      await db.executeSql(TAKE_UP_LOST, [queues, LOST.most, LOST.waitMaxSeconds])
      await db.executeSql(TAKE_TURNS, [queues, TURNS.crowd, TURNS.looked, TURNS.places])
    } catch (error) {
      log.error('jobs.queues-not-tended', errorFields(error))
    }
  }
  let tending: Promise<void> | undefined
  const begin = (): void => {
    tending ??= tend().finally(() => (tending = undefined))
  }
  begin()
  const timer = setInterval(begin, TEND_MS)
  return {
    async stop() {
      clearInterval(timer)
      await tending
    },
  }
}

/**
 * pg-boss misses them too, but first after five seconds of its own life, and lets them wait like what failed by itself: what it was faster with is brought
 * forward. The attempt stays as it is, so that whoever comes back late ends nothing; what has no try left is for pg-boss to give up.
 */
const TAKE_UP_LOST = `
  with lost as (
    select name, id from jobs.job
     where name = any ($1) and state in ('active', 'retry') and retry_count < retry_limit
       and case state
             when 'active' then heartbeat_on < now() - heartbeat_seconds * interval '1 second'
             else output -> 'value' ->> 'message' = 'job heartbeat timeout' and start_after > now() + $3 * interval '1 second'
           end
     limit $2 for update skip locked
  )
  update jobs.job j
     set state = 'retry', heartbeat_on = null, output = '{"value": {"message": "job heartbeat timeout"}}',
         start_after = now() + random() * least(retry_count, $3) * interval '1 second'
    from lost where j.name = lost.name and j.id = lost.id`

/** A job that was raised stays so: those of its organization that came after it do not overtake it. */
const TAKE_TURNS = `
  with crowded as (
    select name from jobs.job where name = any ($1) and state in ('created', 'retry') and not blocked and start_after <= now()
     group by name having count(*) > $2
  ), waiting as (
    select name, id, priority, data ->> 'organizationId' collate "C" as organization, created_on from jobs.job
     where name = any (array(select name from crowded)) and state in ('created', 'retry') and not blocked and start_after <= now()
     limit $3
  ), places as (
    select name, id, row_number() over (partition by name, organization order by priority desc, created_on) as place,
           count(*) over (partition by name, organization) as own, count(*) over (partition by name) as of_all
      from waiting
  ), next as (
    select j.name, j.id from jobs.job j join places p on p.name = j.name and p.id = j.id
     where p.place <= $4 and p.own < p.of_all and j.priority = 0 and j.state in ('created', 'retry')
       for update of j skip locked
  )
  update jobs.job j set priority = 1 from next where j.name = next.name and j.id = next.id`
