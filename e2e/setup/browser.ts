/** One whole product for the journeys: server, own database, demonstration clinic, as `npm start` brings them up, in a folder of its own. */
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

export type StaffSignIn = { name: string; role: string; email: string; password: string; totpSecret: string }

declare module 'vitest' {
  interface ProvidedContext {
    product: { url: string; smtpPort: number; staff: StaffSignIn[] }
  }
}

/** From the first process to open doors, in milliseconds. */
const START_MAX_MS = 90_000

export default async function startProduct(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-journey-'))
  await chmod(folder, 0o711)
  const [port, smtpPort] = [await freePort(), await freePort()]
  const server = spawn(process.execPath, ['server/main.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(port),
      DATA_DIR: join(folder, 'data'),
      SMTP_IN: `127.0.0.1:${smtpPort}`,
      PUBLIC_URL: `http://localhost:${port}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  server.stderr.on('data', (chunk: Buffer) => (said += String(chunk)))
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`the product did not start in time: ${said.slice(-2_000)}`)),
      START_MAX_MS,
    )
    server.stdout.on('data', (chunk: Buffer) => {
      if (!String(chunk).includes('Ctrl-C')) return
      clearTimeout(late)
      resolve()
    })
    server.once('exit', () => reject(new Error(`the product ended at its start: ${said.slice(-2_000)}`)))
  })
  const staff = JSON.parse(await readFile(join(folder, 'data', 'demo-sign-in.json'), 'utf8')) as StaffSignIn[]
  project.provide('product', { url: `http://localhost:${port}`, smtpPort, staff })
  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
