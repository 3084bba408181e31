/**
 * How often one person may do a thing (trust-D57). Windows are fixed: the count begins anew each minute or hour.
 *
 * Each process counts by itself and once a second adds what it counted to one table, and learns what the others counted. So all
 * processes together let through at most what each of them may within one second above the limit; nobody waits for the database.
 */
import type { Database } from './database.ts'
import { errorFields, type Log } from './log.ts'
import type { Keys } from './seal.ts'
import { sqlText } from './sql-text.ts'

export const RATES = {
  /** All calls of one member of staff, and of one person of the portal. */
  staff: { most: 600, seconds: 60 },
  patient: { most: 120, seconds: 60 },
  /** Messages of one visitor of the chat (decision 0019). */
  'visitor-message': { most: 20, seconds: 60 },
  /** Other calls of one visitor: the open chat asks for news. */
  visitor: { most: 120, seconds: 60 },
  /** Chats opened from one address; many people may stand behind it. */
  'chat-open': { most: 30, seconds: 60 },
  /** Mails pushed from one address of a provider. */
  'mail-webhook': { most: 3_000, seconds: 60 },
  'event-webhook': { most: 3_000, seconds: 60 },
  /** Text messages and receipts pushed from one address of a carrier. */
  'sms-webhook': { most: 3_000, seconds: 60 },
  /** What one address of a carrier tells of calls. */
  'voice-webhook': { most: 6_000, seconds: 60 },
  /** Emergencies of one address or number that are kept while they cannot be stored (decision 0130). */
  'emergency-kept': { most: 20, seconds: 600 },
  /** Mails of one organization whose pictures are fetched. */
  'mail-pictures': { most: 60, seconds: 60 },
  /** Messages of one organization that are sent to a machine to be translated. */
  translation: { most: 600, seconds: 3_600 },
  /** Calls of one kiosk or display; a display asks for news every two seconds. */
  device: { most: 120, seconds: 60 },
  /** Links of kiosks and displays tried from one address. */
  'device-open': { most: 20, seconds: 60 },
  /** Check-ins by code tried at one kiosk. */
  'check-in': { most: 12, seconds: 600 },
  /** Test messages of one organization. */
  'sms-test': { most: 10, seconds: 3_600 },
  upload: { most: 60, seconds: 3_600 },
  /** Megabytes that visitors send up from one address, behind which many people may stand, and to one organization (decision 0262). */
  'visitor-upload-address': { most: 500, seconds: 3_600 },
  'visitor-upload': { most: 5_000, seconds: 3_600 },
} as const satisfies Record<string, Rate>
export type RateName = keyof typeof RATES
export type Rate = { most: number; seconds: number }

export type RateLimits = {
  /** Counts one, or so many. @returns 0, or the seconds until the next are let in; then they are not counted. */
  admit(rate: RateName, who: string, now: Date, count?: number): number
  /** Adds what was counted to the table, and learns what others counted. Runs by itself each second. */
  merge(): Promise<void>
  stop(): Promise<void>
}

const MERGE_MS = 1_000
/** Counters kept in one process. Above it the oldest go: a limit is then late by what they held, never early. */
const COUNTERS_MAX = 50_000
/** Old rows are removed once in this many merges. */
const CLEAN_EVERY = 60

type Counter = { key: Buffer; endsAt: number; unsent: number; known: number }

export function openRateLimits(
  database: Database,
  keys: Keys,
  log: Log,
  rates: Record<RateName, Rate> = RATES,
): RateLimits {
  const counters = new Map<string, Counter>()
  let merges = 0
  /** The latest moment that a caller named: what is over is over by the callers' clock. */
  let heard = 0
  let merging: Promise<void> | null = null

  const counterOf = (name: RateName, who: string, now: Date): Counter => {
    const length = rates[name].seconds * 1_000
    const endsAt = (Math.floor(now.getTime() / length) + 1) * length
    const place = `${name}/${who}/${endsAt}`
    const known = counters.get(place)
    if (known) return known
    if (counters.size >= COUNTERS_MAX) counters.delete(counters.keys().next().value ?? '')
    const counter = { key: keys.digest('rate', `${name}/${who}`), endsAt, unsent: 0, known: 0 }
    counters.set(place, counter)
    return counter
  }

  const mergeOnce = async (): Promise<void> => {
    const sent = [...counters.values()]
      .filter(({ unsent }) => unsent > 0)
      // One order for all processes, so that two of them never wait for each other in a ring.
      .toSorted((a, b) => Buffer.compare(a.key, b.key) || a.endsAt - b.endsAt)
      .map((counter) => ({ counter, count: counter.unsent }))
    if (sent.length > 0) {
      const totals = await database.withoutOrganization((tx) =>
        tx.run<{ key: Buffer; ends_at: Date; count: number }>(MERGE, [
          sent.map(({ counter }) => counter.key),
          sent.map(({ counter }) => new Date(counter.endsAt)),
          sent.map(({ count }) => count),
        ]),
      )
      const totalOf = new Map(totals.map((row) => [`${row.key.toString('hex')}${row.ends_at.getTime()}`, row.count]))
      for (const { counter, count } of sent) {
        counter.unsent -= count
        counter.known = totalOf.get(`${counter.key.toString('hex')}${counter.endsAt}`) ?? counter.known + count
      }
    }
    for (const [place, { endsAt, unsent }] of counters) if (unsent === 0 && endsAt < heard) counters.delete(place)
    if (++merges % CLEAN_EVERY === 0) await database.withoutOrganization((tx) => tx.run(CLEAN, [new Date()]))
  }
  const merge = (): Promise<void> => {
    merging ??= mergeOnce().finally(() => (merging = null))
    return merging
  }
  const timer = setInterval(() => {
    // Without the database each process still keeps its own count.
    void merge().catch((error: unknown) => log.error('rate-limit.not-merged', errorFields(error)))
  }, MERGE_MS)
  timer.unref()

  return {
    admit(name, who, now, count = 1) {
      heard = Math.max(heard, now.getTime())
      const counter = counterOf(name, who, now)
      if (counter.known + counter.unsent + count > rates[name].most)
        return Math.max(1, Math.ceil((counter.endsAt - now.getTime()) / 1_000))
      counter.unsent += count
      return 0
    },
    merge,
    async stop() {
      clearInterval(timer)
      await merge().catch(() => undefined)
    },
  }
}

const MERGE = sqlText`
  insert into auth.rate_count as r (key, ends_at, count)
  select * from unnest($1::bytea[], $2::timestamptz[], $3::int[])
  on conflict (key, ends_at) do update set count = r.count + excluded.count
  returning key, ends_at, count`

const CLEAN = sqlText`
  delete from auth.rate_count where (key, ends_at) in (select key, ends_at from auth.rate_count where ends_at < $1 limit 10000)`
