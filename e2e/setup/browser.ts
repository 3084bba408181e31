/** One whole product for the journeys: server, own database, demonstration clinic, as `npm start` brings them up, in a folder of its own. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { aDataFolder } from './filled-folder.ts'
import { startServerProcess } from './server-process.ts'
import { organizationId } from './sessions.ts'
import { inDatabaseOf } from './time.ts'

export type StaffSignIn = { name: string; role: string; email: string; password: string; totpSecret: string }

declare module 'vitest' {
  interface ProvidedContext {
    product: { url: string; smtpPort: number; staff: StaffSignIn[]; dataFolder: string }
  }
}

/** An answer leaves soon, where a journey does not say that somebody thinks again. */
const UNDO_SECONDS = 2

export default async function startProduct(project: TestProject): Promise<() => Promise<void>> {
  const { dataFolder, remove } = await aDataFolder()
  // Six seconds: the journeys do not wait five minutes for the mail that follows an unread answer.
  const server = await startServerProcess({ dataFolder, env: { CONTINUITY_MINUTES: '0.1' } })
  await inDatabaseOf(dataFolder, (tx) =>
    tx.run(`update staff_member set undo_seconds = $2 where organization_id = $1`, [organizationId, UNDO_SECONDS]),
  )
  const staff = JSON.parse(await readFile(join(dataFolder, 'demo-sign-in.json'), 'utf8')) as StaffSignIn[]
  project.provide('product', { url: server.url, smtpPort: server.smtpPort, staff, dataFolder })
  return async () => {
    await server.stop()
    await remove()
  }
}
