/** The boundaries of the house see what breaks them: each bad import is planted in a small house, and named. */
import { spawnSync } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const EMPTY = 'export const nothing = null\n'

/** The rooms of a house in which nothing is wrong yet. */
const HOUSE: Record<string, string> = {
  'server/modules/patient/store.ts': `export const rows = []\n`,
  'server/modules/patient/read-store.ts': EMPTY,
  'server/modules/patient/index.ts': `export { rows } from './store.ts'\nexport * from './read-store.ts'\n`,
  'server/modules/desk/index.ts': `export { rows } from '#server/modules/patient/index.ts'\n`,
  'server/app/router.ts': `export { rows } from '#server/modules/desk/index.ts'\n`,
  'server/channels/sms/send-sms.ts': `export type Sent = null\n${EMPTY}`,
  'server/app/sms.ts': `export { nothing } from '#server/channels/sms/send-sms.ts'\n`,
  'server/app/tell.ts': `export type { Sent } from '#server/channels/sms/send-sms.ts'\n`,
}

/** What is wrong, where it stands, and the rules that must name it; none where nothing is. */
const PLANTED: [path: string, text: string, ...rules: string[]][] = [
  ['server/modules/desk/a.ts', `import '../patient/store.ts'`, 'modules-meet-at-the-door'],
  ['server/modules/desk/b.ts', `import '#server/modules/patient/read-store.ts'`, 'modules-meet-at-the-door'],
  ['server/app/c.ts', `import '#server/modules/patient/store.ts'`, 'stores-stay-inside', 'the-house-uses-doors'],
  [
    'server/channels/email/d.ts',
    `import '#server/modules/patient/read-store.ts'`,
    'stores-stay-inside',
    'the-house-uses-doors',
  ],
  ['demo/e.ts', `import '#server/modules/patient/store.ts'`, 'stores-stay-inside'],
  [
    'demo/f.ts',
    `import type { rows } from '#server/modules/patient/store.ts'\nexport type Rows = typeof rows`,
    'stores-stay-inside',
  ],
  ['demo/g.ts', `import './h.ts'`, 'no-rings'],
  // A ring is told once, and one of types alone is none.
  ['demo/h.ts', `import './g.ts'`],
  ['demo/i.ts', `import type { J } from './j.ts'\nexport type I = J | null`],
  ['demo/j.ts', `import type { I } from './i.ts'\nexport type J = I[]`],
  ['server/app/g.ts', `import '#server/channels/sms/send-sms.ts'`, 'what-leaves-passes-the-gate'],
  ['server/channels/voice/h.ts', `import '../sms/send-sms.ts'`, 'what-leaves-passes-the-gate'],
  [
    'server/modules/desk/i.ts',
    `import '#server/channels/sms/send-sms.ts'`,
    'modules-know-no-channel',
    'what-leaves-passes-the-gate',
  ],
]

let house = ''
beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'bedside-house-'))
  for (const name of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json'])
    await copyFile(join(ROOT, name), join(house, name))
  await symlink(join(ROOT, 'node_modules'), join(house, 'node_modules'))
  await mkdir(join(house, 'demo'))
  for (const [path, text] of Object.entries(HOUSE)) await write(path, text)
})
afterAll(() => rm(house, { recursive: true, force: true }))

test('trust-D1, desk-D36 a house in order passes, and each planted import is named by its rule', async () => {
  expect(brokenRules()).toEqual({})
  for (const [path, text] of PLANTED) await write(path, `${text}\n`)
  const named = PLANTED.filter(([, , ...rules]) => rules.length > 0)
  expect(brokenRules()).toEqual(Object.fromEntries(named.map(([path, , ...rules]) => [path, rules])))
})

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(house, path)), { recursive: true })
  await writeFile(join(house, path), text)
}

/** The broken rules by the file that breaks them. */
function brokenRules(): Record<string, string[]> {
  const { stdout, stderr } = spawnSync(
    join(ROOT, 'node_modules/.bin/depcruise'),
    ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'server', 'demo'],
    { cwd: house, encoding: 'utf8', maxBuffer: 50_000_000 },
  )
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser said: ${stderr}`)
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }
  const broken: Record<string, string[]> = {}
  for (const { from, rule } of summary.violations) broken[from] = [...(broken[from] ?? []), rule.name].toSorted()
  return broken
}
