/**
 * A second, empty product inside the test: no demonstration, nobody set up, and a clock that the test can move on. For what the shared
 * one can not show: the first start, and sessions that end.
 */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startServer } from '#server/app/start-server.ts'
import { readOutbox } from '#server/channels/email/local-outbox.ts'
import { readConfig } from '#server/platform/config.ts'
import { silentLog } from '#server/platform/log.ts'
import type { Services } from '#server/platform/route-context.ts'
import { freePort } from './server-process.ts'

const MAIL_WITHIN_MS = 20_000

export type OwnProduct = {
  url: string
  services: Services
  /** The one-time link that the first start printed. */
  setUpLink: string
  now(): Date
  /** Moves the server's clock on; a page has a clock of its own. */
  moveOn(minutes: number): void
  /** The newest text that left for an address; waits for it. */
  mailTo(address: string, says: RegExp): Promise<string>
  stop(): Promise<void>
}

/** @param settings beside its own. */
export async function startOwnProduct(settings: Record<string, string> = {}): Promise<OwnProduct> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-own-'))
  // As root, PostgreSQL runs under another account, which has to enter here.
  await chmod(folder, 0o711)
  const dataFolder = join(folder, 'data')
  await mkdir(dataFolder, { mode: 0o711 })
  const port = await freePort()
  const url = `http://localhost:${port}`
  const environment = {
    NODE_ENV: 'test',
    PORT: String(port),
    DATA_DIR: dataFolder,
    SMTP_IN: 'off',
    PUBLIC_URL: url,
    DEMO: 'off',
    ...settings,
  }
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs)
  const server = await startServer(readConfig(environment), silentLog, now)
  const [setUpLink = ''] = /http\S+set-up#\S+/.exec(server.greeting) ?? []
  return {
    url,
    services: server.services,
    setUpLink,
    now,
    moveOn: (minutes) => void (aheadMs += minutes * 60_000),
    async mailTo(address, says) {
      for (const until = Date.now() + MAIL_WITHIN_MS; Date.now() < until; await sleep(200)) {
        const found = (await readOutbox(join(dataFolder, 'outbox'))).filter(
          ({ to, text }) => to === address && says.test(text),
        )
        const newest = found.sort((a, b) => b.at.getTime() - a.at.getTime())[0]
        if (newest) return newest.text
      }
      throw new Error(`no mail came for ${address}`)
    },
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
