/**
 * `npm run bench -- [NAME ...] [--SIZE N ...]`: the measurements of bench/, all or by name, one after the other. Sizes make one smaller, for
 * a quick look: `npm run bench -- faults --in 500 --out 250`.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, ensureScreens, ownNode, root, stop } from './prepare.mjs'

/** What measurements are made of, and not measurements themselves. */
const PARTS = [
  'agents',
  'answers',
  'asked',
  'http-load',
  'job-lives',
  'places',
  'product',
  'report',
  'sizes',
  'sockets',
]

const names = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .filter((name) => !PARTS.includes(name))
const said = process.argv.slice(2)
const firstSize = said.findIndex((word) => word.startsWith('--'))
const wanted = firstSize < 0 ? said : said.slice(0, firstSize)
const sizes = said.slice(wanted.length)
const unknown = wanted.find((name) => !names.includes(name))
if (unknown) stop(`There is no measurement "${unknown}". There are: ${names.join(', ')}.`)
if (sizes.length > 0 && wanted.length !== 1) stop('Sizes belong to one measurement: name it.')

ensureInstalled()
ensureScreens()
let missed = 0
for (const name of wanted.length > 0 ? wanted : names) {
  const script = join(root, 'bench', `${name}.ts`)
  const { status } = spawnSync(ownNode, ['--disable-warning=ExperimentalWarning', script, ...sizes], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) missed += 1
}
process.exit(missed === 0 ? 0 : 1)
