/**
 * What the product costs: start and memory, idle, under a load of messages, and with 40 agents at the desk: `npm run bench -- footprint`,
 * `-- footprint --minutes 0.2` for a quick look.
 *
 * An agent has a socket, looks through the lists of the inbox, opens conversations and reads them, while messages come in; the most memory that
 * was ever seen counts. Memory of the database is proportional: what its processes share counts once. Beside the server stands an empty Node
 * process.
 *
 * The size of the first load is also kept by a test (web/first-load.test.ts); bytes a message on disk are in `volume`.
 */
import { execFileSync, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '#server/platform/id.ts'
import { addAgents, type BenchAgent } from './agents.ts'
import { load } from './http-load.ts'
import { signInPatients } from '../e2e/setup/sessions.ts'
import { post } from '../e2e/setup/traffic.ts'
import { memoryOf, refreshPlans, seededText, startProduct, type Product } from './product.ts'
import { heading, percentile, round, table, verdict } from './report.ts'
import { sizes } from './sizes.ts'
import { openSocket } from './sockets.ts'

const LOADED_SECONDS = 15
const { agents: AGENTS, minutes: MINUTES } = sizes({ agents: 40, minutes: 2 })
/** Between two looks of one agent, and between two messages of patients, in milliseconds. */
const READS_MS = 1_500
const MESSAGE_EACH_MS = 500
const SAMPLE_EACH_MS = 2_000
const SECOND_START_MAX_MS = 5_000
const SERVER_MAX_MB = 400
const PRODUCT_MAX_MB = 2_048

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bedside-bench-'))
  await chmod(folder, 0o711)
  try {
    heading('Start and memory')
    const bare = await bareStart()
    const first = await startProduct({ keep: folder })
    const firstMs = first.startMs
    await first.stop()
    const product = await startProduct({ keep: folder })
    const idle = { server: await memoryOf(product.pid), postgres: await postgresMemory(product) }
    const cookies = await signInPatients(product.db, 300)
    await refreshPlans(product)
    let n = 0
    const { perSecond } = await load(product, { connections: 8, seconds: LOADED_SECONDS }, () => ({
      method: 'POST',
      path: '/api/my/messages',
      cookie: cookies[n % cookies.length] ?? '',
      body: { messageId: newId(Date.now()), subject: `Matter ${n}`, text: seededText(n++) },
    }))
    const loaded = { server: await memoryOf(product.pid), postgres: await postgresMemory(product) }
    const desk = await atTheDesk(product, await addAgents(product.db, AGENTS), cookies)
    const empty = await emptyNodeMemory()
    const secondMs = product.startMs
    await product.stop()

    const mb = (value: number) => `${round(value, 0)} MB`
    table(
      ['what', 'figure', 'limit'],
      [
        ['first start, with the demonstration clinic', `${round(firstMs / 1000)} s`, ''],
        ['second start', `${round(secondMs / 1000)} s`, `${SECOND_START_MAX_MS / 1000} s`],
        ['second start beside an empty Node process', `${round(secondMs / bare, 0)} x`, ''],
        ['server, idle', mb(idle.server), ''],
        ['database, idle', mb(idle.postgres), ''],
        [
          `server, after ${LOADED_SECONDS} s at ${round(perSecond, 0)} messages/s`,
          mb(loaded.server),
          mb(SERVER_MAX_MB),
        ],
        ['whole product, loaded', mb(loaded.server + loaded.postgres), mb(PRODUCT_MAX_MB)],
        [`server, ${AGENTS} agents for ${MINUTES} min`, mb(desk.server), mb(SERVER_MAX_MB)],
        ['beside an empty Node process', `${round(desk.server / empty)} x`, ''],
        [`whole product, ${AGENTS} agents`, mb(desk.product), mb(PRODUCT_MAX_MB)],
        ...[0.5, 0.95, 0.99].map((share) => [
          `a list or conversation, p${share * 100}`,
          `${round(percentile(desk.ms, share), 0)} ms`,
          '',
        ]),
      ],
    )
    process.stdout.write('\n')
    verdict('second start', secondMs < SECOND_START_MAX_MS)
    verdict('memory of the server', loaded.server <= SERVER_MAX_MB)
    verdict('memory of the whole product', loaded.server + loaded.postgres <= PRODUCT_MAX_MB)
    verdict(`memory of the server, ${AGENTS} agents`, desk.server <= SERVER_MAX_MB)
    verdict(`memory of the whole product, ${AGENTS} agents`, desk.product <= PRODUCT_MAX_MB)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type AtTheDesk = { server: number; product: number; ms: number[] }

/** @returns the most memory, in MB, and how long each page took, in milliseconds. */
async function atTheDesk(
  product: Product,
  agents: readonly BenchAgent[],
  patients: readonly string[],
): Promise<AtTheDesk> {
  const most: AtTheDesk = { server: 0, product: 0, ms: [] }
  const end = Date.now() + MINUTES * 60_000
  const read = async <Answer>(path: string, cookie: string): Promise<Answer> => {
    const began = performance.now()
    const answer = await fetch(`${product.url}/api${path}`, { headers: { cookie, origin: product.url } })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    const value = (await answer.json()) as Answer
    most.ms.push(performance.now() - began)
    return value
  }
  const work = async ({ cookie }: BenchAgent, n: number): Promise<void> => {
    const socket = await openSocket(product, cookie, { hear: () => undefined })
    for (let turn = n; Date.now() < end; turn++) {
      const view = VIEWS[turn % VIEWS.length]
      const { items } = await read<{ items: { id: string }[] }>(`/conversations?view=${view}`, cookie)
      await read('/conversations/counts', cookie)
      const one = items[turn % Math.max(1, items.length)]
      if (one) await Promise.all(['', '/messages'].map((part) => read(`/conversations/${one.id}${part}`, cookie)))
      await sleep(READS_MS)
    }
    socket.terminate()
  }
  const write = async (): Promise<void> => {
    for (let n = 0; Date.now() < end; n++) {
      const body = { messageId: newId(), subject: `Matter ${n}`, text: seededText(n) }
      await post(product, '/my/messages', body, { cookie: patients[n % patients.length] ?? '' })
      await sleep(MESSAGE_EACH_MS)
    }
  }
  const sample = async (): Promise<void> => {
    while (Date.now() < end) {
      const server = await memoryOf(product.pid)
      most.server = Math.max(most.server, server)
      most.product = Math.max(most.product, server + (await postgresMemory(product)))
      await sleep(SAMPLE_EACH_MS)
    }
  }
  await Promise.all([...agents.map(work), write(), sample()])
  return most
}

const VIEWS = ['unassigned', 'all', 'due-next', 'mine']

/** A Node process that does nothing, in MB. */
async function emptyNodeMemory(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
  await sleep(1_000)
  const used = await memoryOf(child.pid)
  child.kill()
  return used
}

/** An empty Node process, for comparison, in milliseconds. */
async function bareStart(): Promise<number> {
  const began = performance.now()
  execFileSync(process.execPath, ['-e', ''])
  return performance.now() - began
}

/** Proportional memory of all PostgreSQL processes (shared buffers counted once), in MB. */
async function postgresMemory({ db }: Product): Promise<number> {
  const [row] = await db.withoutOrganization((tx) => tx.run<{ pid: number }>('select pg_backend_pid() as pid', []))
  const postmaster = /PPid:\s+(\d+)/.exec(await readFile(`/proc/${row?.pid}/status`, 'utf8'))?.[1] ?? '0'
  const children = execFileSync('ps', ['--ppid', postmaster, '-o', 'pid=']).toString().split('\n')
  let kilobytes = 0
  for (const pid of [postmaster, ...children.map((line) => line.trim())].filter(Boolean)) {
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    kilobytes += Number(/Pss:\s+(\d+) kB/.exec(rollup)?.[1] ?? 0)
  }
  return kilobytes / 1024
}

await measure()
