/** A server process of the product as `npm start` brings it up, with a data folder and ports of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import nodeOptions from '../../server/node-options.json' with { type: 'json' }

export type ServerProcess = {
  url: string
  port: number
  smtpPort: number
  process: ChildProcess
  /** From the start of the process to its greeting, in milliseconds. */
  startMs: number
  /** As Ctrl-C does; resolves when it has ended. */
  stop(): Promise<void>
  /** As a power cut does to a process: no clean-up of its own. */
  kill(): Promise<void>
}

export type ServerOptions = {
  dataFolder: string
  port?: number
  smtpPort?: number
  env?: Record<string, string>
}

/** From the first process to open doors, in milliseconds; two cores may be busy with other tests. */
const START_MAX_MS = 180_000
const WORDS_KEPT = 4_000

export async function startServerProcess({ dataFolder, env, ...ports }: ServerOptions): Promise<ServerProcess> {
  const port = ports.port ?? (await freePort())
  const smtpPort = ports.smtpPort ?? (await freePort())
  const url = `http://localhost:${port}`
  // As root, PostgreSQL runs under another account. Where it can enter, its files lie inside and go with the folder.
  await mkdir(dataFolder, { recursive: true, mode: 0o711 })
  const began = performance.now()
  const child = spawn(process.execPath, [...nodeOptions, 'server/main.ts'], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(port),
      DATA_DIR: dataFolder,
      SMTP_IN: `127.0.0.1:${smtpPort}`,
      PUBLIC_URL: url,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(-WORDS_KEPT)))
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the product did not start in time: ${said}`)), START_MAX_MS)
    child.once('exit', () => reject(new Error(`the product ended at its start: ${said}`)))
    child.stdout?.on('data', (chunk: Buffer) => {
      if (!String(chunk).includes('Ctrl-C')) return
      clearTimeout(late)
      resolve()
    })
  })
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  return {
    url,
    port,
    smtpPort,
    process: child,
    startMs: performance.now() - began,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/**
 * Below the ports that the system gives to outgoing connections: while a server is down, nobody takes its port, not even a connection
 * that tries to reach it and meets itself.
 */
const PORTS = { from: 15_000, to: 32_000 }

export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const port = randomInt(PORTS.from, PORTS.to)
    if (await isFree(port)) return port
  }
  throw new Error('no port is free')
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    // On every address, as the product listens.
    probe.listen(port, () => probe.close(() => resolve(true)))
  })
}
