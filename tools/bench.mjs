/** `npm run bench -- [NAME ...]`: the measurements of bench/, all or by name, one after the other. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, ensureScreens, ownNode, root, stop } from './prepare.mjs'

/** What measurements are made of, and not measurements themselves. */
const PARTS = ['http-load', 'product', 'report']

const names = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
  .filter((name) => !PARTS.includes(name))
const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !names.includes(name))
if (unknown) stop(`There is no measurement "${unknown}". There are: ${names.join(', ')}.`)

ensureInstalled()
ensureScreens()
let missed = 0
for (const name of wanted.length > 0 ? wanted : names) {
  const { status } = spawnSync(ownNode, ['--disable-warning=ExperimentalWarning', join(root, 'bench', `${name}.ts`)], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) missed += 1
}
process.exit(missed === 0 ? 0 : 1)
