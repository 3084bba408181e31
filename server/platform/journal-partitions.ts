/**
 * The months of the journal: made ahead, and dropped when their time is over (trust-D30).
 *
 * Only the owner of the tables can do either, so the product's own role can never take a row away. Every start looks, and then
 * every day; the processes of one installation take turns behind a lock. A row outside the months lies in the default partition.
 */
import pg from 'pg'
import { errorFields, type Log } from './log.ts'

/** Partitions are made this many months ahead, and this many back for what is brought along from before. */
const MONTHS_AHEAD = 12
const MONTHS_BACK = 2
/** How long an entry is kept. Source: trust-D30; six years are the least that the law allows (45 CFR 164.316). */
export const JOURNAL_KEEP_YEARS = 7
const LOOK_EVERY_MS = 24 * 3_600_000
const DROPPED_MAX = 1
const MONTH_NAME = /_\d{4}_\d{2}$/

const TABLES = ['journal', 'journal_patient'] as const

export type JournalPartitions = { made: string[]; dropped: string[] }

/**
 * Runs as the owner. Waits ten seconds for its turn and one for each table; what it could not do now is done at the next look. One month of a
 * table is dropped at a look at most, and none where the clock is behind all months that were made: a clock that went wrong takes no journal along.
 */
export async function keepJournalPartitions(owner: pg.PoolConfig, now: Date): Promise<JournalPartitions> {
  const client = new pg.Client(owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`begin; set local lock_timeout = '10s'`)
    await client.query(`select pg_advisory_xact_lock(hashtext('journal-partitions'))`)
    await client.query(`set local lock_timeout = '1s'`)
    const kept: JournalPartitions = { made: [], dropped: [] }
    for (const table of TABLES) {
      const there = await partitionsOf(client, table)
      for (const month of monthsAround(now)) {
        const name = partitionName(table, month)
        if (there.includes(name) || !(await isFree(client, table, month))) continue
        await client.query(createPartition(table, name, month))
        kept.made.push(name)
      }
      const months = there.filter((name) => MONTH_NAME.test(name)).toSorted()
      const jumped = months.length > 0 && (months.at(-1) ?? '') < partitionName(table, now)
      if (jumped) continue
      const oldest = partitionName(table, yearsBefore(now, JOURNAL_KEEP_YEARS))
      for (const name of months.filter((name) => name < oldest).slice(0, DROPPED_MAX)) {
        await client.query(`drop table ${name}`)
        kept.dropped.push(name)
      }
      await client.query(emptyDefault(table, monthStart(yearsBefore(now, JOURNAL_KEEP_YEARS))))
    }
    await client.query('commit')
    return kept
  } finally {
    await client.end()
  }
}

/** Looks every day until stopped. A look that failed is logged; months are made a year ahead, so it is not urgent. */
export function watchJournalPartitions(owner: pg.PoolConfig, now: () => Date, log: Log): { stop(): void } {
  const look = async (): Promise<void> => {
    try {
      const { made, dropped } = await keepJournalPartitions(owner, now())
      if (made.length + dropped.length > 0)
        log.info('journal.months-kept', { made: made.length, dropped: dropped.length })
    } catch (error) {
      log.error('journal.months-not-kept', errorFields(error))
    }
  }
  const timer = setInterval(() => void look(), LOOK_EVERY_MS)
  return { stop: () => clearInterval(timer) }
}

async function partitionsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_inherits join pg_class on oid = inhrelid where inhparent = $1::regclass`,
    [table],
  )
  return rows.map(({ name }) => name)
}

/** A month whose rows already lie in the default partition stays there. */
async function isFree(client: pg.Client, table: string, month: Date): Promise<boolean> {
  const [, found] = (await client.query(
    `alter table ${table}_default no force row level security;
     select from ${table}_default where at >= '${month.toISOString()}' and at < '${monthAfter(month).toISOString()}' limit 1;
     alter table ${table}_default force row level security`,
  )) as unknown as pg.QueryResult[]
  return found?.rowCount === 0
}

const createPartition = (table: string, name: string, month: Date): string => `
  create table ${name} partition of ${table} for values from ('${month.toISOString()}') to ('${monthAfter(month).toISOString()}');
  alter table ${name} enable row level security;
  alter table ${name} force row level security;
  create policy organization_isolation on ${name}
    using (organization_id = current_organization()) with check (organization_id = current_organization());
  create policy patient_isolation on ${name} as restrictive for select using (current_scope() = 'organization')`

/** The owner is held by row security too; nobody else sees the table between the first and the last of these. */
const emptyDefault = (table: string, before: Date): string => `
  alter table ${table}_default no force row level security;
  delete from ${table}_default where at < '${before.toISOString()}';
  alter table ${table}_default force row level security`

function monthsAround(now: Date): Date[] {
  const months = Array.from({ length: MONTHS_BACK + 1 + MONTHS_AHEAD }, (_, n) => n - MONTHS_BACK)
  return months.map((offset) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1)))
}

const monthStart = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1))
const monthAfter = (month: Date): Date => new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1))
const yearsBefore = (at: Date, years: number): Date =>
  new Date(Date.UTC(at.getUTCFullYear() - years, at.getUTCMonth(), at.getUTCDate()))
const partitionName = (table: string, month: Date): string =>
  `${table}_${month.toISOString().slice(0, 7).replace('-', '_')}`
