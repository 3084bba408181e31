/** trust-D2, D48: what the start refuses, as an operator sees it: an exit code and one line. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '#server/platform/test-database.ts'

const { connections } = await testDatabase()
const START_MAX_MS = 90_000
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-start-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Connection = { host?: string; port?: number; user?: string; password?: unknown; database?: string }
/** The test's server is on a socket of the machine. */
const urlOf = ({ host, port, user, password, database }: Connection) =>
  `postgres://${user}:${encodeURIComponent(String(password))}@localhost/${database}?host=${encodeURIComponent(host ?? '')}&port=${port}`

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

test('trust-D48 a taken port is told in one line with the way out', { timeout: START_MAX_MS }, async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number }
  const { code, first } = await start({ ...onDatabase(), PORT: String(port) })
  taken.close()
  expect(code).toBe(1)
  expect(first).toBe(`Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`)
})

test(
  'trust-D2 a route that does not describe itself stops the start and is named',
  { timeout: START_MAX_MS },
  async () => {
    const preload = join(folder, 'bare-route.mjs')
    await writeFile(
      preload,
      `import { subscribe } from 'node:diagnostics_channel'
     subscribe('fastify.initialization', ({ fastify }) => process.nextTick(() => fastify.get('/bare', async () => 'open')))`,
    )
    const { code, first } = await start(onDatabase(), ['--import', preload])
    expect(code).toBe(1)
    expect(first).toMatch(/^route GET \/bare does not say its roles, resource, patient, audit/)
  },
)

const onDatabase = () => ({
  DATABASE_URL: urlOf(connections.app),
  DATABASE_OWNER_URL: urlOf(connections.owner),
})
