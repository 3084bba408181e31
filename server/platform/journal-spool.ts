/**
 * Where the entries of an emergency wait while the journal cannot be written (trust-D29).
 *
 * Everything else fails closed. A red flag goes on: its transaction stores the message and the alert, and its entries are on this
 * disk, flushed, before it commits. Each process has a file of its own; each line carries a keyed digest over itself and the line
 * before it, so that a changed, missing or added line is seen. Once the journal takes entries again they are written there in
 * their order, with their own time and id: an entry that was written already is not written twice.
 */
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { systemContext, type Context } from './context.ts'
import type { Database, Transaction } from './database.ts'
import { newId } from './id.ts'
import { AuditUnavailable, collectEntries, journal, writeEntry, type WrittenEntry } from './journal.ts'
import { code, errorFields, type Log } from './log.ts'
import type { Keys } from './seal.ts'

export type JournalSpool = {
  /** Runs `work` with its entries in the spool, there before the commit. For emergencies only. */
  transaction<T>(db: Database, context: Context, work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Writes into the journal what waits here. @returns how many entries; rejects while the journal still takes none. */
  drain(db: Database): Promise<number>
  /** Drains again and again until stopped. */
  watch(db: Database): { stop(): void }
}

/** Bytes that wait at most in one file; above it nothing goes on unrecorded. */
const FILE_MAX_BYTES = 20_000_000
const DRAIN_EVERY_MS = 2_000
/** A file of another process is taken over when it was not touched for this long: that process is gone. */
const ABANDONED_MS = 60_000
const PURPOSE = 'journal-spool/1'

type Line = { n: number; entry: WrittenEntry; digest: string }

export function openJournalSpool(folder: string, keys: Keys, log: Log): JournalSpool {
  const own = `${newId()}.jsonl`
  const path = join(folder, own)
  let last = { n: 0, digest: own, bytes: 0 }
  let turn: Promise<unknown> = Promise.resolve()
  /** One after the other: a line is never added to a file that is being drained. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work)
    turn = done.catch(() => undefined)
    return done
  }

  const digestOf = (n: number, previous: string, entry: WrittenEntry): string =>
    keys.digest(PURPOSE, `${n} ${previous} ${JSON.stringify(entry)}`).toString('hex')

  /** Of a process that lives: no other takes its file over, however long the journal is away. Where it stood still and one did, it begins anew. */
  async function touchOwn(): Promise<void> {
    if (last.n > 0) await utimes(path, new Date(), new Date()).catch(() => (last = { n: 0, digest: own, bytes: 0 }))
  }

  async function append(entries: readonly WrittenEntry[]): Promise<void> {
    if (entries.length === 0) return
    await touchOwn()
    let { n, digest, bytes } = last
    let text = ''
    for (const entry of entries) {
      n += 1
      digest = digestOf(n, digest, entry)
      text += `${JSON.stringify({ n, entry, digest } satisfies Line)}\n`
    }
    bytes += Buffer.byteLength(text)
    if (bytes > FILE_MAX_BYTES) throw new AuditUnavailable('the journal spool is full')
    await writeDown(folder, path, text)
    last = { n, digest, bytes }
    log.error('journal.spooled', { entries: entries.length, waiting: n })
  }

  async function drain(db: Database): Promise<number> {
    let written = 0
    await touchOwn()
    for (const name of await filesIn(folder)) {
      const file = join(folder, name)
      if (name !== own && Date.now() - (await stat(file)).mtimeMs < ABANDONED_MS) continue
      const { entries, isWhole } = check(name, await readFile(file, 'utf8'))
      await writeAll(db, entries)
      // Another may have written the same down meanwhile.
      if (isWhole) await rm(file, { force: true })
      else {
        await rename(file, `${file}.damaged`)
        log.error('journal.spool-damaged', { file: code(name), sound: entries.length })
      }
      if (name === own) last = { n: 0, digest: own, bytes: 0 }
      written += entries.length
    }
    if (written > 0) log.info('journal.spool-drained', { entries: written })
    return written
  }

  /** The entries up to the first line that does not follow from the one before. */
  function check(name: string, text: string): { entries: WrittenEntry[]; isWhole: boolean } {
    const entries: WrittenEntry[] = []
    let previous = name
    for (const line of text.split('\n').slice(0, -1)) {
      const read = parse(line)
      if (!read || read.n !== entries.length + 1 || read.digest !== digestOf(read.n, previous, read.entry))
        return { entries, isWhole: false }
      entries.push(read.entry)
      previous = read.digest
    }
    return { entries, isWhole: text.endsWith('\n') || text === '' }
  }

  return {
    transaction: (db, context, work) =>
      db.transaction(context, async (tx) => {
        const entries = collectEntries(tx)
        const value = await work(tx)
        await inTurn(() => append(entries)).catch((error: unknown) => {
          log.error('journal.not-spooled', errorFields(error))
          throw new AuditUnavailable('neither journal nor spool')
        })
        return value
      }),
    drain: (db) => inTurn(() => drain(db)),
    watch(db) {
      const timer = setInterval(() => void inTurn(() => drain(db)).catch(() => undefined), DRAIN_EVERY_MS)
      return { stop: () => clearInterval(timer) }
    },
  }
}

/** In a transaction as always; when its entry cannot be written and it is an emergency, once more with the entries in the spool. */
export async function transactionOrSpool<T>(
  { db, spool }: { db: Database; spool: JournalSpool },
  context: Context,
  isEmergency: () => boolean,
  work: (tx: Transaction) => Promise<T>,
  way: 'transaction' | 'together' = 'transaction',
): Promise<T> {
  try {
    return await db[way](context, work)
  } catch (error) {
    if (!(error instanceof AuditUnavailable) || !isEmergency()) throw error
    return spool.transaction(db, context, work)
  }
}

/** The file is on the disk when this returns, and so is its name. */
async function writeDown(folder: string, path: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(path, 'a', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  const directory = await open(folder, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** Older first: the names are ids that grow. */
const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl')).toSorted()

async function writeAll(db: Database, entries: readonly WrittenEntry[]): Promise<void> {
  const byOrganization = Map.groupBy(entries, ({ organizationId }) => organizationId)
  for (const [organizationId, its] of byOrganization) {
    await db.transaction(systemContext(organizationId, newId(), 'journal-spool'), async (tx) => {
      for (const entry of its) writeEntry(tx, entry)
      await journal(tx, {
        event: 'journal.drained',
        action: 'E',
        resourceKind: 'journal',
        detail: { entries: its.length },
      })
    })
  }
}

function parse(line: string): Line | undefined {
  try {
    return JSON.parse(line) as Line
  } catch {
    return undefined
  }
}
