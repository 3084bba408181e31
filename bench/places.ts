/** Processes of the product behind lines that can be cut. Ended, one is started again, as an operator's machine does. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { PostgresConnection } from '#server/platform/embedded-postgres.ts'
import { openLine, type Line } from '../e2e/setup/line.ts'
import { startServerProcess, type ServerProcess } from '../e2e/setup/server-process.ts'
import type { Door } from '../e2e/setup/traffic.ts'

export type Place = {
  server: ServerProcess | undefined
  /** The name of the process that runs there now; the next one has another. */
  life(): string
  http: Line
  smtp: Line
  /** @returns the moment at which it was dead. */
  kill(): Promise<number>
  end(): Promise<void>
}

/** @param envOf what the process of this name is started with. */
export async function openPlace(
  name: string,
  dataFolder: string,
  envOf: (life: string) => Record<string, string>,
): Promise<Place> {
  let lives = 0
  const life = () => `${name}-${lives}`
  const first = await startServerProcess({ dataFolder, env: envOf(life()) })
  const { port, smtpPort } = first
  let isOver = false
  const place: Place = {
    server: first,
    life,
    http: await openLine({ host: '127.0.0.1', port }),
    smtp: await openLine({ host: '127.0.0.1', port: smtpPort }),
    async kill() {
      const killed = place.server
      place.server = undefined
      await killed?.kill()
      const at = Date.now()
      void startAgain()
      return at
    },
    async end() {
      isOver = true
      await place.server?.stop()
      for (const line of [place.http, place.smtp]) line.close()
    },
  }
  // It may find no database.
  const startAgain = async (): Promise<void> => {
    while (!isOver && !place.server) {
      lives += 1
      const server = await startServerProcess({ dataFolder, port, smtpPort, env: envOf(life()) }).catch(() =>
        sleep(500, undefined),
      )
      if (isOver) await server?.stop()
      else place.server = server
    }
  }
  return place
}

export function doorOf(place: Place | undefined): Door {
  if (!place) throw new Error('there is no process')
  return { url: `http://localhost:${place.http.port}`, smtpPort: place.smtp.port }
}

/** @param life the name that its connections bear. */
export const urlOf = (
  { user, password = '', database }: PostgresConnection,
  { port }: Pick<Line, 'port'>,
  life: string,
): string =>
  `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}?application_name=${life}`
