/**
 * `npm run fuzz [-- PARSER ...] [--minutes N] [--seed N]`: every parser of the product that takes bytes from outside is given what nobody meant, a
 * minute each, or those that are named (trust-D56). Each runs in a process of its own: an input is read within a second of the processor and 256 MB, or
 * it is kept in `tools/fuzz/findings`, where `npm test` reads it again with each run. `doors` are the inputs of the contract, in all places.
 *
 * A night of it: `npm run fuzz -- --minutes 10`.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { PARSERS } from './fuzz/parsers.ts'
import { fuzz, keep } from './fuzz/run.ts'

const ROOT = join(import.meta.dirname, '..')
const FINDINGS = join(import.meta.dirname, 'fuzz', 'findings')
const DOORS = 'doors'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } }, // prettier-ignore
})
const names = [...Object.keys(PARSERS), DOORS]
const unknown = positionals.find((name) => !names.includes(name))
const ms = Number(values.minutes) * 60_000
if (unknown || !(ms > 0) || !/^\d+$/.test(values.seed)) {
  process.stderr.write(`${unknown ? `There is no parser "${unknown}".` : 'Minutes and seed are numbers.'} There are: ${names.join(', ')}.\n`) // prettier-ignore
  process.exit(2)
}

let faults = 0
process.stdout.write(`seed ${values.seed}\n`)
for (const name of positionals.length > 0 ? positionals : names) {
  if (name === DOORS) {
    faults += tryDoors() ? 0 : 1
    continue
  }
  const asked = { module: join(import.meta.dirname, 'fuzz', 'parsers.ts'), parser: name, seed: Number(values.seed), ms }
  const { count, found } = await fuzz(asked)
  process.stdout.write(`${name.padEnd(16)}${String(count).padStart(9)} inputs, ${found.length} found\n`)
  for (const one of found) {
    if (!one.isAgain) {
      process.stdout.write(`  once, and not again: ${one.fault.what}, ${one.fault.why}\n`)
      continue
    }
    faults += 1
    process.stdout.write(`  ${one.fault.what}: ${one.fault.why}\n  ${keep(FINDINGS, name, one)}\n`)
  }
}
// What a parser keeps open, such as the carrier that answers it, ends with this process.
process.exit(faults === 0 ? 0 : 1)

function tryDoors(): boolean {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'server', 'server/app/hostile-input.test.ts'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, FUZZ_ALL_VALUES: 'yes' },
  }) // prettier-ignore
  return status === 0
}
