/**
 * Processes around one data folder: who started its server, is it still that process, and what of the server is left over.
 *
 * A process id alone tells little, since ids are used again after a crash or a restart of the machine. A process is known by its id
 * together with the moment it began; a server by the folder it works in.
 */
import { spawnSync } from 'node:child_process'
import { readFile, readdir, readlink, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A clean end takes a second or two; a hung disk is not waited for longer. */
const END_MAX_MS = 30_000
const POLL_MS = 20

type Owner = { pid: number; began: string }

/** Takes the data folder for this process; false when a living process has it. */
export async function takeDataFolder(dataFolder: string): Promise<boolean> {
  const file = join(dataFolder, 'owner.json')
  const own: Owner = { pid: process.pid, began: (await beginOf(process.pid)) ?? '' }
  for (;;) {
    try {
      await writeFile(file, JSON.stringify(own), { flag: 'wx', mode: 0o600 })
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    if (await isOwned(dataFolder)) return false
    await rm(file, { force: true })
  }
}

/** True while the process that started the server lives. */
async function isOwned(dataFolder: string): Promise<boolean> {
  const owner = await readJson<Owner>(join(dataFolder, 'owner.json'))
  return owner !== undefined && owner.began !== '' && (await beginOf(owner.pid)) === owner.began
}

export const releaseDataFolder = (dataFolder: string): Promise<void> =>
  rm(join(dataFolder, 'owner.json'), { force: true })

/**
 * Ends what a crash left running in `cluster`, and removes a lock that names a process which is something else by now.
 * @returns true when there was something to end.
 */
export async function endLeftovers(cluster: string): Promise<boolean> {
  const lock = join(cluster, 'postmaster.pid')
  const postmaster = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n', 1)[0])
  const isServer = postmaster > 0 && (await worksIn(postmaster, cluster))
  if (isServer) {
    signal(postmaster, 'SIGINT')
    if (!(await isGone(() => worksIn(postmaster, cluster)))) {
      throw new Error(
        `An earlier database server (process ${postmaster}) in ${cluster} does not end. End it, then start again.`,
      )
    }
  }
  // After a kill -9 of the server alone, its sessions end by themselves as soon as they notice.
  const left = await processesIn(cluster)
  for (const pid of left) signal(pid, 'SIGQUIT')
  if (left.length > 0 && !(await isGone(async () => (await processesIn(cluster)).length > 0))) {
    throw new Error(
      `Sessions of an earlier database server (processes ${left.join(', ')}) do not end. End them, then start again.`,
    )
  }
  // PostgreSQL believes the lock when any process of its account has that id.
  if (postmaster > 0 && !isServer) await rm(lock, { force: true })
  return isServer || left.length > 0
}

/** The moment a process began, in the system's own words; undefined when there is no such process. */
async function beginOf(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
    // The name, in parentheses, may hold spaces; the start is the 20th field after it (proc(5)), counted from the machine's start.
    const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? []
    const start = fields[18]
    // Z and X: it has ended, and only its parent has not noticed yet.
    if (start === undefined || state === 'Z' || state === 'X') return undefined
    return `${(await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim()} ${start}`
  }
  const asked = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return asked.stdout.trim() || undefined
}

async function worksIn(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(`-D ${cluster}`)
}

/** Every process of the server, sessions included. Elsewhere than on Linux they cannot be told by their folder. */
async function processesIn(cluster: string): Promise<number[]> {
  if (process.platform !== 'linux') return []
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0)
  const inside = await Promise.all(pids.map((pid) => worksIn(pid, cluster)))
  return pids.filter((_, index) => inside[index])
}

async function isGone(isThere: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + END_MAX_MS
  while (await isThere()) {
    if (performance.now() > end) return false
    await pause(POLL_MS)
  }
  return true
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    // It ended in this moment.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function readJson<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T
  } catch {
    // Missing, or cut short by a crash: either way it names nobody.
    return undefined
  }
}
