import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { superviseServer } from './postgres-supervisor.ts'

/** Lives until the disk is full, and dies at once while it is. */
const SERVER = `#!${process.execPath}
const { existsSync } = require('node:fs')
process.on('SIGINT', () => process.exit(0))
setInterval(() => existsSync(process.argv[3] + '/full') && process.exit(1), 20)
`

test('a server that dies again and again is given pauses, and lives when there is room again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-supervised-'))
  const [program, full] = [join(folder, 'server'), join(folder, 'full')]
  await writeFile(program, SERVER)
  await chmod(program, 0o755)
  const deaths: [number, number][] = []
  const server = superviseServer({
    program,
    cluster: folder,
    account: undefined,
    answers: async () => !existsSync(full),
    clean: async () => undefined,
    onDeath: (count, pauseMs) => deaths.push([count, pauseMs]),
    pauseMs: 100,
  })
  onTestFinished(async () => {
    await server.stop('fast')
    await rm(folder, { recursive: true, force: true })
  })
  await server.start()
  await writeFile(full, '')
  await expect.poll(() => deaths.length, { timeout: 10_000 }).toBeGreaterThan(7)
  expect(deaths.slice(0, 6)).toEqual([[1, 0], [2, 0], [3, 0], [4, 0], [5, 0], [6, 100]]) // prettier-ignore
  await rm(full)
  await expect
    .poll(
      async () => {
        const before = deaths.length
        await new Promise((resolve) => setTimeout(resolve, 400))
        return deaths.length - before
      },
      { timeout: 10_000 },
    )
    .toBe(0)
})
