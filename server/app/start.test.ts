/** trust-D48: what the start refuses, as an operator sees it: an exit code and one line. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

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
