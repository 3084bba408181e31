/**
 * Runs the PostgreSQL program and keeps it running.
 *
 * The server's life hangs on a pipe from this process: a small shell beside it waits for the pipe to close and then asks the server
 * for a fast shutdown. So nothing stays behind, however this process ends. The server has a session of its own: a Ctrl-C in the
 * terminal reaches us alone, and we stop the server when the last request is done.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import type { PostgresAccount } from './postgres-binaries.ts'

export type SupervisedServer = { start(): Promise<void>; stop(how: 'fast' | 'immediate'): Promise<void> }

type ServerSpec = {
  program: string
  cluster: string
  account: PostgresAccount | undefined
  /** Resolves true once the server answers. */
  answers: () => Promise<boolean>
  /** Ends what a crash left behind, before the server is started again. */
  clean: () => Promise<unknown>
  /** `deaths` within a minute; in `pauseMs` it is started again. */
  onDeath: (deaths: number, pauseMs: number) => void
  pauseMs?: number
}

/** After a power cut the server first replays its log, which can take a while on a slow disk. */
const START_MAX_MS = 120_000
const STOP_MAX_MS = 30_000
const POLL_MS = 20
/** A server that dies more often than this in one minute (a full disk) is given a pause before each further start. */
const RESTARTS_PER_MINUTE = 5
const PAUSE_MS = 15_000
/** Kept of what the server said, to explain a start that failed. */
const LAST_WORDS_MAX = 2_000

/** Arguments: program, then its own. The line that is read tells how to stop: INT is fast, QUIT immediate; no line is fast. */
const SHELL = `
ulimit -c 0
exec 3<&0
"$@" </dev/null 3<&- & server=$!
{ how=INT; read -r line <&3 && how=$line; kill -"$how" "$server" 2>/dev/null; } & watch=$!
wait "$server"; status=$?
kill "$watch" 2>/dev/null
exit "$status"
`

export function superviseServer(spec: ServerSpec): SupervisedServer {
  let running: { shell: ChildProcess; ended: Promise<void>; words: () => string } | undefined
  let isWanted = false
  let deaths: number[] = []

  /** A server that has run before is waited for as long as it lives: to end it while it replays its log would begin that anew. */
  async function start(withinMs: number): Promise<void> {
    isWanted = true
    const own = (running = run(spec))
    let hasEnded = false
    void own.ended.then(() => {
      hasEnded = true
    })
    const end = performance.now() + withinMs
    while (!(await spec.answers())) {
      if (hasEnded) throw new Error(`The database server did not start. It said: ${own.words() || 'nothing'}`)
      if (performance.now() > end) {
        await stop('immediate')
        throw new Error(
          `The database server did not answer within ${withinMs / 1000} s. It said: ${own.words() || 'nothing'}`,
        )
      }
      await pause(POLL_MS)
    }
    void own.ended.then(() => {
      if (isWanted && running === own) void startAgain()
    })
  }

  async function startAgain(): Promise<void> {
    const now = Date.now()
    deaths = [...deaths.filter((death) => now - death < 60_000), now]
    const pauseMs = deaths.length > RESTARTS_PER_MINUTE ? (spec.pauseMs ?? PAUSE_MS) : 0
    spec.onDeath(deaths.length, pauseMs)
    if (pauseMs > 0) await pause(pauseMs, undefined, { ref: false })
    if (!isWanted) return
    // Until then requests are answered with 503 and tried again; readiness tells the operator.
    await spec
      .clean()
      .then(() => start(Infinity))
      .catch(() => {
        if (isWanted) return startAgain()
      })
  }

  async function stop(how: 'fast' | 'immediate'): Promise<void> {
    isWanted = false
    if (!running) return
    const { shell, ended } = running
    running = undefined
    shell.stdin?.end(how === 'fast' ? 'INT\n' : 'QUIT\n')
    const isEnded = await Promise.race([ended.then(() => true), pause(STOP_MAX_MS, false, { ref: false })])
    if (!isEnded) await spec.clean()
  }

  return { start: () => start(START_MAX_MS), stop }
}

function run({ program, cluster, account }: ServerSpec) {
  const shell = spawn('sh', ['-c', SHELL, 'sh', program, '-D', cluster], {
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
    cwd: '/',
    // Nothing of our own environment: it may hold secrets, and PGDATA or PGPORT would change the server.
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...(account ? { uid: account.uid, gid: account.gid } : {}),
  })
  let words = ''
  shell.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS_MAX)
  })
  // The pipe breaks when the server is already gone.
  shell.stdin.on('error', () => undefined)
  const ended = new Promise<void>((resolve) => {
    shell.on('error', (error) => {
      words += error.message
      resolve()
    })
    shell.on('exit', () => resolve())
  })
  return { shell, ended, words: () => words.trim() }
}
