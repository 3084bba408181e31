/** Starts the product: database, schema, demonstration clinic, jobs, channels, HTTP; stops it cleanly on SIGINT and SIGTERM. */
import { readConfig } from './platform/config.ts'
import { wordsOf } from './platform/database.ts'
import { code, errorFields, jsonLog } from './platform/log.ts'

const log = jsonLog((line) => process.stderr.write(`${line}\n`))

try {
  const config = readConfig(process.env)
  // The rest is loaded once the settings are good: who has to mend one is told in a moment.
  const { startServer } = await import('./app/start-server.ts')
  const server = await startServer(config, log)
  process.stdout.write(server.greeting)
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    log.info('server.stopping', { signal: code(signal) })
    void server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('server.stop-failed', errorFields(error))
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
} catch (error) {
  // A refused configuration or a taken port says what to do in one line; anything else names its place.
  process.stderr.write(`${wordsOf(error)}\n`)
  log.error('server.not-started', errorFields(error))
  process.exit(1)
}
