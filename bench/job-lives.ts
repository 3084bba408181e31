/**
 * What became of jobs whose process ended, from a record that the database itself keeps: each change of state of a job, when, and by which
 * process. Each process gives its connections its name, so that it is known whose a job was; nobody has to guess from the outside.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { PostgresConnection } from '#server/platform/embedded-postgres.ts'
import { percentile, round, table } from './report.ts'

type Step = { job: string; state: string; holder: string; startAfter: number; at: number }

/** From the end of its process to the next start of a job, in seconds; and its three parts: until it was missed, its wait, until it was taken. */
export type Stood = { all: number; missed: number; waited: number; taken: number }

export type JobLives = {
  /** `deaths`: when which process was dead. `open`: lost and not started again. */
  afterDeath(deaths: ReadonlyMap<string, number>): Promise<{ stood: Stood[]; open: number }>
  /** Jobs of a queue that this process is at. */
  inHand(holder: string, queue: string): Promise<number>
  /** How often a job was ended as done by a process that somebody else had followed in it. */
  endedLate(): Promise<number>
}

/** @param admin may add a trigger to the table of jobs, which is there already. */
export async function watchJobs(admin: PostgresConnection): Promise<JobLives> {
  const ask = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const client = new pg.Client(admin)
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query<Row>(text, values)).rows
    } finally {
      await client.end()
    }
  }
  await ask(RECORD)
  const byJob = async () => Map.groupBy(await ask<Step>(STEPS), ({ job }) => job)

  return {
    async afterDeath(deaths) {
      const stood: Stood[] = []
      let open = 0
      for (const steps of (await byJob()).values())
        for (const [n, step] of steps.entries()) {
          const death = step.state === 'active' ? deaths.get(step.holder) : undefined
          const next = steps[n + 1]
          // What it ended itself was not lost, also where the database heard of it a moment later.
          if (death === undefined || (next && (next.holder === step.holder || next.at <= death))) continue
          const again = steps.findIndex(({ state }, later) => later > n && state === 'active')
          const [start, last] = [steps[again], steps[again - 1]]
          if (!next || !start || !last) {
            open += 1
            continue
          }
          // What its last connection still asked for began after its end.
          const since = Math.max(death, step.at)
          const due = Math.max(next.at, last.startAfter)
          stood.push({
            all: (start.at - since) / 1000,
            missed: (next.at - since) / 1000,
            waited: (due - next.at) / 1000,
            taken: (start.at - due) / 1000,
          })
        }
      return { stood, open }
    },
    async inHand(holder, queue) {
      const [row] = await ask<{ n: number }>(IN_HAND, [holder, queue])
      return row?.n ?? 0
    },
    async endedLate() {
      let late = 0
      for (const steps of (await byJob()).values()) {
        let worker: string | undefined
        for (const { state, holder } of steps) {
          if (state === 'active') worker = holder
          if (state === 'completed' && holder !== worker) late += 1
        }
      }
      return late
    },
  }
}

/** Once whatever was lost has been started again, or the time for it is over. */
export async function untilTaken({ afterDeath }: JobLives, deaths: ReadonlyMap<string, number>, withinMs: number) {
  for (const end = Date.now() + withinMs; ; await sleep(1_000)) {
    const after = await afterDeath(deaths)
    if (after.open === 0 || Date.now() > end) return after
  }
}

export function tellStood(stood: readonly Stood[]): void {
  const row = (name: string, part: keyof Stood) => {
    const seconds = stood.map((one) => one[part])
    return [
      name,
      String(seconds.length),
      ...[0.5, 0.95, 0.99].map((share) => round(percentile(seconds, share))),
      round(Math.max(0, ...seconds)),
    ]
  }
  table(
    ['jobs whose process ended, in seconds', 'n', 'p50', 'p95', 'p99', 'longest'],
    [
      row('from its end to the next start', 'all'),
      row('of it: until the job is missed', 'missed'),
      row('until it may start', 'waited'),
      row('until somebody takes it', 'taken'),
    ],
  )
  process.stdout.write('\n')
}

const RECORD = `
  create schema bench;
  create table bench.step (
    n bigint generated always as identity, job uuid not null, queue text not null, state text not null, holder text not null,
    start_after timestamptz not null, at timestamptz not null default clock_timestamp());
  create function bench.note_step() returns trigger language plpgsql security definer as $$
    begin
      insert into bench.step (job, queue, state, holder, start_after)
      values (new.id, new.name, new.state, current_setting('application_name'), new.start_after);
      return null;
    end $$;
  create trigger note_step after insert or update of state on jobs.job_common for each row execute function bench.note_step()`

const IN_HAND = `
  select count(*)::int as n from bench.step s join jobs.job j on j.name = s.queue and j.id = s.job and j.state = 'active'
   where s.state = 'active' and s.holder = $1 and s.queue = $2 and s.at >= j.started_on`

const STEPS = `
  select job, state, holder, extract(epoch from start_after)::float * 1000 as "startAfter", extract(epoch from at)::float * 1000 as at
    from bench.step where queue not like '%-dead' order by at, n`
