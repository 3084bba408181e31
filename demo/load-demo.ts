/** Fills an empty installation with the demonstration organization. A second call finds it there and does nothing. */
import { addDoor } from '#server/modules/organization/door.ts'
import type { FileStore } from '#server/platform/file-store.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import { buildDemo, DEMO_PATIENTS, DEMO_SEED, type Demo } from './build-demo.ts'
import { DEMO_SLUG, organizationIdOf } from './clinic.ts'
import { insertRows, type Rows } from './rows.ts'
import { addConversations, addPatients, conversationsFor } from './volume.ts'

export type LoadOptions = {
  db: Database
  now: Date
  /** Where the bytes of attachments go; without it they are recorded as waiting for their check. */
  fileStore?: FileStore
  /** To wake snoozed conversations, to climb the ladder of open red flags, and to tell of deadlines. */
  jobs?: Jobs
  patients?: number
  seed?: string
}

export type Loaded = {
  isNew: boolean
  organizationId: string
  patients: number
  conversations: number
  messages: number
}

export async function loadDemo(options: LoadOptions): Promise<Loaded> {
  const { db, now, fileStore, jobs, patients = DEMO_PATIENTS, seed = DEMO_SEED } = options
  const organizationId = organizationIdOf(seed)
  const context = systemContext(organizationId, newId(now.getTime()), 'demo')
  const before = await db.transaction(context, (tx) =>
    tx.run<{ id: string }>(`select organization_id as id from organization`, []),
  )
  if (before.length > 0) return { isNew: false, organizationId, patients: 0, conversations: 0, messages: 0 }

  const demo = buildDemo({ now, seed, patients: Math.min(patients, DEMO_PATIENTS) })
  const rows = await withFiles(demo, fileStore)
  await db.transaction(context, async (tx) => {
    // The door is tried first: of two processes that start at once, one waits here and then finds it made.
    if (!(await addDoor(tx, { organizationId, slug: DEMO_SLUG, isDemonstration: true })))
      throw new Error(`the address "${DEMO_SLUG}" belongs to another organization`)
    // Nobody tries a rule where no jobs are worked on.
    await insertRows(tx, jobs ? rows : { ...rows, rule_simulation: [] })
    if (jobs) await sendJobs(tx, jobs, rows)
  })
  const counts = {
    isNew: true,
    organizationId,
    patients: rows.patient.length,
    conversations: rows.conversation.length,
    messages: rows.message.length,
  }
  if (patients <= DEMO_PATIENTS) return counts
  const adding = { db, clinic: demo.clinic, now, seed }
  await addPatients(adding, DEMO_PATIENTS, patients)
  const volume = await addConversations(adding, { conversations: conversationsFor(patients - DEMO_PATIENTS) })
  return {
    ...counts,
    patients,
    conversations: counts.conversations + volume.conversations,
    messages: counts.messages + volume.messages,
  }
}

async function withFiles({ rows, files }: Demo, fileStore: FileStore | undefined): Promise<Rows> {
  const keys = new Map<string, string>()
  if (fileStore) for (const [name, bytes] of files) keys.set(name, await fileStore.put(bytes))
  const attachment = rows.attachment.map((row) => {
    if (row.storage_key === null) return row
    const storage_key = keys.get(row.storage_key as string) ?? null
    return storage_key === null ? { ...row, storage_key, verdict: 'waiting' } : { ...row, storage_key }
  })
  return { ...rows, attachment }
}

type Tx = Parameters<Jobs['send']>[0]

async function sendJobs(tx: Tx, jobs: Jobs, rows: Rows): Promise<void> {
  const { organizationId } = tx.context
  for (const { id, accepted_at, next_step_at } of rows.safety_alert) {
    if (accepted_at === null)
      await jobs.send(tx, 'alert-ladder', { organizationId, id: id as string }, { startAfter: next_step_at as Date })
  }
  for (const { id } of rows.rule_simulation) await jobs.send(tx, 'simulate-rule', { organizationId, id: id as string })
  for (const { id, state, snoozed_until } of rows.conversation) {
    if (state === 'snoozed')
      await jobs.send(tx, 'wake-snoozed', { organizationId, id: id as string }, { startAfter: snoozed_until as Date })
  }
}
