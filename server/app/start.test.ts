/** trust-D2, D48: what the start refuses, as an operator sees it: an exit code and one line. */
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PostgresConnection } from '#server/platform/embedded-postgres.ts'
import { testDatabase } from '#server/platform/test-database.ts'

const START_MAX_MS = 90_000
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-start-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The product as a process of its own; `first` is what it said first on its error stream. */
function start(
  environment: Record<string, string>,
  preload: string[] = [],
): Promise<{ code: number | null; first: string }> {
  const server = spawn(process.execPath, [...preload, 'server/main.ts'], {
    env: {
      PATH: process.env.PATH,
      DATA_DIR: join(folder, 'data'),
      PORT: '0',
      DEMO: 'off',
      SMTP_IN: '127.0.0.1:0',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  server.stderr.on('data', (chunk: Buffer) => (said += String(chunk)))
  const late = setTimeout(() => server.kill('SIGKILL'), START_MAX_MS)
  return new Promise((resolve) =>
    server.once('exit', (code) => {
      clearTimeout(late)
      resolve({ code, first: said.split('\n').find((line) => line !== '' && !line.startsWith('{')) ?? '' })
    }),
  )
}

test(
  'trust-D48 unsafe settings are refused with one line that says what to do',
  { timeout: START_MAX_MS },
  async () => {
    const keyFile = join(folder, 'key')
    await writeFile(keyFile, Buffer.alloc(32, 7).toString('base64'), { mode: 0o644 })
    const refusals: [Record<string, string>, RegExp][] = [
      [{ MASTER_KEY: 'changeme' }, /^MASTER_KEY is a sample/],
      [{ MASTER_KEY: Buffer.alloc(32).toString('base64') }, /^MASTER_KEY is a sample/],
      [{ MASTER_KEY_FILE: keyFile }, /others can read .* chmod 600/],
      [{ NODE_ENV: 'production' }, /^MASTER_KEY is missing/],
      [{ HOST: '0.0.0.0' }, /PUBLIC_URL must say/],
      [{ HOST: '0.0.0.0', PUBLIC_URL: 'http://clinic.example' }, /must begin with https/],
    ]
    const answers = await Promise.all(refusals.map(([environment]) => start(environment)))
    for (const [at, [, line]] of refusals.entries()) {
      expect(answers[at]?.code).toBe(1)
      expect(answers[at]?.first).toMatch(line)
    }
  },
)

const { connections } = await testDatabase()
const urlOf = ({ user, password = '', host, port, database }: PostgresConnection): string =>
  `postgres://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`
const database = { DATABASE_URL: urlOf(connections.app), DATABASE_OWNER_URL: urlOf(connections.owner) }

/** Fastify tells of each instance on this channel: here a route is added that says nothing of itself, as by a hurried hand. */
const A_BARE_ROUTE = `
  import { subscribe } from 'node:diagnostics_channel'
  subscribe('fastify.initialization', ({ fastify }) => setImmediate(() => fastify.get('/bare', async () => 'hello')))`

test(
  'trust-D2 a bare route stops the start, and the line names it; trust-D48 so does a key that others can read, and a taken port',
  { timeout: START_MAX_MS },
  async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const openFolder = join(folder, 'open-key')
    await mkdir(openFolder)
    await writeFile(join(openFolder, 'master.key'), Buffer.alloc(32, 7), { mode: 0o644 })

    const bare = `data:text/javascript,${encodeURIComponent(A_BARE_ROUTE)}`
    const [withBareRoute, withOpenKey, withTakenPort] = await Promise.all([
      start(database, ['--import', bare]),
      start({ ...database, DATA_DIR: openFolder }),
      start({ ...database, DATA_DIR: join(folder, 'taken'), PORT: String(port) }),
    ])
    taken.close()
    expect(withBareRoute.code).toBe(1)
    expect(withBareRoute.first).toMatch(/^route GET \/bare does not say its roles, resource, patient, audit/)
    expect(withOpenKey.code).toBe(1)
    expect(withOpenKey.first).toMatch(/^Others can read .*master\.key.* Run: chmod 600/)
    expect(withTakenPort.code).toBe(1)
    expect(withTakenPort.first).toBe(
      `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`,
    )
  },
)
