/** The demonstration alive: `npm run demo -- --live` beside a product that runs. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { readStories } from '../demo/story.ts'
import { organizationId } from './setup/sessions.ts'
import { inDatabaseOf } from './setup/time.ts'

const { url, smtpPort, dataFolder } = inject('product')
/** Enough for the four doors. */
const MATTERS = 4

test('patients keep writing through the doors, and what is printed holds none of their words', async () => {
  const messages = () =>
    inDatabaseOf(dataFolder, async (tx) => {
      const rows = await tx.run<{ channel: string; n: number }>(
        `select channel, count(*)::int as n from message where organization_id = $1 and direction = 'in' group by channel`,
        [organizationId],
      )
      return new Map(rows.map(({ channel, n }) => [channel, n]))
    })
  const before = await messages()
  const live = spawn(
    process.execPath,
    [join(import.meta.dirname, '../tools/demo.ts'), '--live', '--every', '1', '--alone', '--seed', 'journey'],
    {
      env: {
        ...process.env,
        DATA_DIR: dataFolder,
        PORT: new URL(url).port,
        PUBLIC_URL: url,
        SMTP_IN: `127.0.0.1:${smtpPort}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  live.stdout.on('data', (chunk) => (said += String(chunk)))
  live.stderr.on('data', (chunk) => (said += String(chunk)))
  const ended = new Promise((resolve) => live.once('exit', resolve))
  const written = () => [...said.matchAll(/^\d\d:\d\d:\d\d (portal|chat|mail|text) +\S+: a patient writes$/gm)]
  await expect.poll(() => written().length, { timeout: 60_000, message: said }).toBeGreaterThanOrEqual(MATTERS)
  live.kill('SIGINT')
  expect(await ended).toBe(0)

  const after = await messages()
  const more = [...after].reduce((sum, [channel, n]) => sum + n - (before.get(channel) ?? 0), 0)
  expect(more).toBeGreaterThanOrEqual(written().length)
  expect(new Set(written().map(([, door]) => door)).size).toBeGreaterThan(1)
  const subjects = readStories('en').map(({ subject }) => subject)
  expect(subjects.filter((subject) => subject && said.includes(subject))).toEqual([])
})
