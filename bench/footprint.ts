/**
 * What the product costs before anybody works with it: start, memory, size of the first load: `npm run bench -- footprint`.
 *
 * The size of the first load is also kept by a test (web/first-load.test.ts); bytes a message on disk are in `volume`.
 */
import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '#server/platform/id.ts'
import { load } from './http-load.ts'
import { signInPatients } from '../e2e/setup/sessions.ts'
import { memoryOf, refreshPlans, seededText, startProduct, type Product } from './product.ts'
import { heading, round, table, verdict } from './report.ts'

const LOADED_SECONDS = 15
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
      ],
    )
    process.stdout.write('\n')
    verdict('second start', secondMs < SECOND_START_MAX_MS)
    verdict('memory of the server', loaded.server <= SERVER_MAX_MB)
    verdict('memory of the whole product', loaded.server + loaded.postgres <= PRODUCT_MAX_MB)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
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
