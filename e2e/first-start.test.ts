/** The first start of the product. What it leaves behind, the other journeys begin with: they need a clinic, and not each its filling. */
import { rename } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import { STAFF_ROLES } from '#contract/role.ts'
import { aDataFolder, FILLED } from './setup/filled-folder.ts'
import { startServerProcess } from './setup/server-process.ts'
import { organizationId } from './setup/sessions.ts'
import { inDatabaseOf } from './setup/time.ts'

const TEST_MAX_MS = 300_000
/** The jobs that the filling leaves are done within this time beside other work, in milliseconds. */
const DRAINED = { timeout: 120_000, interval: 250 }

const { dataFolder, remove } = await aDataFolder()
afterAll(() => remove())

test(
  'an empty folder becomes a clinic: people of each role can sign in, patients have written, and what is left to do gets done',
  async () => {
    const server = await startServerProcess({ dataFolder })
    try {
      const { staff, patients } = (await (await fetch(`${server.url}/demo/live`)).json()) as {
        staff: { role: string; password: string }[]
        patients: { language: string }[]
      }
      expect(new Set(staff.map(({ role }) => role))).toEqual(new Set(STAFF_ROLES))
      expect(patients.length).toBeGreaterThan(5)
      const ask = (text: string) =>
        inDatabaseOf(dataFolder, async (tx) => {
          const [row] = await tx.run<{ n: number }>(text, [organizationId])
          return row?.n
        })
      expect(await ask(`select count(*)::int as n from message where organization_id = $1`)).toBeGreaterThan(1_000)
      await expect.poll(() => ask(DUE), DRAINED).toBe(0)
    } finally {
      await server.stop()
    }
    if (FILLED) await rename(dataFolder, FILLED)
  },
  TEST_MAX_MS,
)

const DUE = `
  select count(*)::int as n from jobs.job
   where $1::uuid is not null and state in ('created', 'retry', 'active') and start_after <= now() and name not like '%-dead'`
