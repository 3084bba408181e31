/** Watches a process that reads inputs for a parser: what breaks it, what it never comes back from and what it dies of is kept. */
import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Fault } from './parser.ts'
import type { Told } from './worker.ts'

export type Found = { fault: Fault; input: Buffer; isAgain: boolean }
export type Outcome = { count: number; found: Found[] }

export type Asked = {
  /** Where PARSERS are. */
  module: string
  parser: string
  seed: number
  ms: number
  /** A process that says nothing for this long has an input that does not end, in milliseconds of the clock: far above what one may take. */
  silentMs?: number
}

const SILENT_MS = 15_000
/** All that a parser needs, and for one input what `MEMORY_MAX_BYTES` says. */
const HEAP_MB = 512
const WORKER = join(import.meta.dirname, 'worker.ts')
/** Processes that die one after the other are not started for ever. */
const DEATHS_MAX = 20

export async function fuzz({ silentMs = SILENT_MS, ...asked }: Asked): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'bedside-fuzz-'))
  const file = join(folder, 'input')
  const outcome: Outcome = { count: 0, found: [] }
  const until = Date.now() + asked.ms
  try {
    for (let life = 0; life < DEATHS_MAX && Date.now() < until; life++) {
      const lived = await live({ ...asked, silentMs, file, seed: asked.seed + life, ms: until - Date.now() })
      outcome.count += lived.count
      for (const { fault, input } of lived.found) {
        if (outcome.found.some((one) => one.fault.what === fault.what && (fault.what !== 'throws' || one.fault.why === fault.why))) continue // prettier-ignore
        outcome.found.push({ fault, input, isAgain: await isAgain({ ...asked, silentMs: 3 * silentMs, file }, input) })
      }
      if (lived.isOver) break
    }
    return outcome
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A busy machine is no fault of a parser: what was found is read once more, alone. */
async function isAgain(asked: Required<Asked> & { file: string }, input: Buffer): Promise<boolean> {
  writeFileSync(asked.file, input)
  const { found } = await live({ ...asked, ms: 0 })
  return found.length > 0
}

type Lived = { count: number; found: { fault: Fault; input: Buffer }[]; isOver: boolean }

function live({ module, parser, file, seed, ms, silentMs }: Required<Asked> & { file: string }): Promise<Lived> {
  const child = fork(WORKER, [module, parser, file, String(seed), String(ms)], {
    execArgv: [`--max-old-space-size=${HEAP_MB}`, '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const lived: Lived = { count: 0, found: [], isOver: false }
  let isReady = false
  let isSilent = false
  let said = ''
  const silence = (): NodeJS.Timeout =>
    setTimeout(
      () => {
        isSilent = true
        child.kill('SIGKILL')
      },
      // Loading what it needs may take its time on a busy machine.
      isReady ? silentMs : 120_000,
    )
  let timer = silence()
  child.stderr?.on('data', (words: Buffer) => (said = (said + words.toString()).slice(-4_000)))
  child.on('message', (told: Told) => {
    clearTimeout(timer)
    if (told.kind === 'ready') isReady = true
    if (told.kind === 'found') lived.found.push({ fault: told.fault, input: Buffer.from(told.input, 'base64') })
    if (told.kind === 'read' || told.kind === 'over') lived.count = told.count
    if (told.kind === 'over') lived.isOver = true
    timer = silence()
  })
  return new Promise((resolve, reject) => {
    child.once('close', () => {
      clearTimeout(timer)
      if (!isReady) return reject(new Error(`the parser "${parser}" could not be started:\n${said}`))
      if (!lived.isOver) {
        const isHeap = said.includes('heap out of memory')
        const fault: Fault = isSilent
          ? { what: 'endless', why: `nothing for ${silentMs} ms` }
          : { what: isHeap ? 'memory' : 'died', why: isHeap ? `more than ${HEAP_MB} MB` : said.trim().split('\n').at(-1) ?? '' } // prettier-ignore
        lived.found.push({ fault, input: readFileSync(file) })
      }
      resolve(lived)
    })
  })
}

/** Kept for good: the test beside this reads it again with each run. @returns where. */
export function keep(folder: string, parser: string, { fault, input }: Found): string {
  const name = `${fault.what}-${createHash('sha256').update(input).digest('hex').slice(0, 12)}.bin`
  mkdirSync(join(folder, parser), { recursive: true })
  writeFileSync(join(folder, parser, name), input)
  return join(parser, name)
}
