import { expect, test } from 'vitest'
import { testDatabase } from '#server/platform/test-database.ts'
import { aClinic, aMail, asSystem, NOON, recordingDeps } from './a-clinic.ts'
import { deliver, type Handover } from './deliver.ts'
import { receiveMessage } from './receive-message.ts'

const { database, look } = await testDatabase()
const clinic = await aClinic(database)

/** Longer than any carrier has a delivery. */
const LATER_MS = 15 * 60_000

test('trust-D69 a worker that was taken for dead cannot settle its delivery when it comes back', async () => {
  const { jobs, hub, sent } = recordingDeps()
  await database.transaction(asSystem(clinic), (tx) =>
    receiveMessage({ tx, jobs, hub, now: NOON }, aMail('asker@example.org', 'When are you open?')),
  )
  const deliveryId = sent.find(({ queue }) => queue === 'deliver')?.id ?? ''

  let now = NOON
  const handovers: Handover[] = []
  const deps = {
    db: database,
    jobs,
    hub,
    now: () => now,
    continuityMinutes: 5,
    carriers: {
      email: async (handover: Handover) => {
        handovers.push(handover)
        // The process stands still; another one takes up the job and finds the lease run out.
        now = new Date(now.getTime() + LATER_MS)
        await deliver(deps, clinic.organizationId, deliveryId)
        return { state: 'handed_over' as const, providerRef: 'too-late' }
      },
    },
  }
  await deliver(deps, clinic.organizationId, deliveryId)

  expect(handovers).toHaveLength(1)
  const [row] = await look('select state, provider_ref, attempt from delivery where id = $1', [deliveryId])
  expect(row).toEqual({ state: 'unknown', provider_ref: null, attempt: 1 })
  const steps = await look<{ state: string }>('select state from delivery_step where delivery_id = $1', [deliveryId])
  expect(steps.map(({ state }) => state).toSorted()).toEqual(['queued', 'sending', 'unknown'])
})
