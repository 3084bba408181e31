/** `npm run receive -- email FILE...` without --dry: stores each mail through the corridor, in the database of this installation. */
import { openRateLimits } from '#server/platform/rate-limit.ts'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openMailIn } from '#server/channels/email/mail-in.ts'
import { factsOf } from '#server/modules/conversation/index.ts'
import { allDoors } from '#server/modules/organization/index.ts'
import { readConfig } from '#server/platform/config.ts'
import { openDatabase } from '#server/platform/database.ts'
import { openPostgres } from '#server/platform/open-postgres.ts'
import { openFileCheck } from '#server/platform/file-check.ts'
import { fairTurns } from '#server/platform/fair-turns.ts'
import { openFileStore } from '#server/platform/file-store.ts'
import { openJobs } from '#server/platform/jobs.ts'
import { openJournalSpool } from '#server/platform/journal-spool.ts'
import { silentLog } from '#server/platform/log.ts'
import { openHub } from '#server/platform/realtime.ts'
import { MASTER_KEY_BYTES, openKeys } from '#server/platform/seal.ts'

export type Store = {
  /** @returns what became of the mail, by its recipients' first mailbox. */
  store(raw: Buffer): Promise<{ conversationId: string | null; error: string | null }>
  close(): Promise<void>
}

/** Opens the installation that `npm start` made; says in one line what is missing. */
export async function openStore(): Promise<Store> {
  const config = readConfig(process.env)
  const key = config.masterKey ?? (await readFile(join(config.dataFolder, 'master.key')).catch(() => Buffer.alloc(0)))
  if (key.length !== MASTER_KEY_BYTES) throw new Error('There is no installation here yet. Run npm start once.')
  const postgres = await openPostgres(config)
  const connection = postgres.app
  const db = openDatabase(connection, 2)
  const hub = await openHub(connection, db, factsOf, silentLog)
  const jobs = await openJobs(connection, silentLog)
  const keys = openKeys(key)
  const rates = openRateLimits(db, keys, silentLog)
  const services = {
    db,
    hub,
    jobs,
    keys,
    log: silentLog,
    now: () => new Date(),
    files: openFileStore(join(config.dataFolder, 'files'), keys),
    rates,
    turns: fairTurns(),
    spool: openJournalSpool(join(config.dataFolder, 'journal-spool'), keys, silentLog),
    publicUrl: config.publicUrl,
  }
  const mailIn = await openMailIn(services, {
    smtp: null,
    imap: [],
    outbound: config.outbound,
    checkFile: openFileCheck(config.antivirus).check,
  })
  const [organization] = await db.withoutOrganization(allDoors)
  if (!organization) throw new Error('There is no organization here yet. Run npm start once.')
  return {
    async store(raw) {
      const result = await mailIn.deliver(raw)
      if (!result) return { conversationId: null, error: 'NO_MAILBOX' }
      const isIn = result.outcome === 'stored' || result.outcome === 'duplicate'
      return {
        conversationId: result.conversationId,
        error: isIn ? null : `${result.outcome} ${result.cause ?? ''}`.trim().toUpperCase().replaceAll(/[- ]/g, '_'),
      }
    },
    async close() {
      await mailIn.stop()
      await jobs.stop()
      await hub.stop()
      await rates.stop()
      await db.close()
      await postgres.stop()
    },
  }
}
