/** trust-D2, D3: the list of doors, and the sweep through all of them. See sweep/access-sweep.ts. */
import { expect, test } from 'vitest'
import { callersOf, doorsOf, labelOf, sweepAccess } from './sweep/access-sweep.ts'
import { makeWorlds } from './sweep/world.ts'
import { appOn, NO_LIMITS, openTestApp } from './test-app.ts'

const product = await openTestApp({ rates: NO_LIMITS, poolSize: 12 })
const worlds = await makeWorlds(product)
const SWEEP_MAX_MS = 180_000

test('trust-D3 nobody sees, changes or can tell apart what is not his', { timeout: SWEEP_MAX_MS }, async () => {
  const result = await sweepAccess(product, worlds, callersOf(product, worlds))
  console.log(
    result.calls,
    result.withIds.size,
    result.accepted.size,
    [...result.withIds].filter((x) => !result.accepted.has(x)),
    worlds.missing,
  )
  expect(result.findings.slice(0, 60)).toEqual([])
})
