/**
 * Our own PostgreSQL: the real server that npm brought, started and stopped with this process.
 *
 * It listens on a Unix socket only, in a folder that only its account can enter. Each role has a password of its own, made here
 * and kept in a file that only we read, so that reaching the socket is not enough to become a role.
 *
 * A second process that asks for the same data folder shares the server that runs there; it stops with the first one.
 *
 * What is in the data folder:
 *   cluster/   PostgreSQL's own files         passwords.json   of the roles
 *   socket/    where the server listens       owner.json       the process that started it
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { chmod, chown, lstat, mkdir, readFile, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DATABASE_ROLES, type DatabaseRole } from './database-roles.ts'
import { code, silentLog, type Log } from './log.ts'
import { prepareServer, withClient } from './prepare-server.ts'
import {
  canReach,
  ownAccountName,
  postgresAccount,
  postgresPrograms,
  reachableFolder,
  type PostgresAccount,
  type PostgresPrograms,
} from './postgres-binaries.ts'
import { endLeftovers, releaseDataFolder, takeDataFolder } from './postgres-process.ts'
import { accessRules, accountMap, SERVER_VERSION, serverSettings } from './postgres-settings.ts'
import { superviseServer } from './postgres-supervisor.ts'

export type PostgresConnection = { host: string; port: number; database: string; user: string; password?: string }

export type PostgresConnections = Record<'owner' | 'app' | 'linker' | 'report' | 'admin', PostgresConnection>

export type EmbeddedPostgres = {
  /** The connection of each role. `admin` is the superuser: for making databases in tests, never for the product. */
  connections: PostgresConnections
  socketFolder: string
  /** Where the data really is; elsewhere than asked for when PostgreSQL's account could not reach that place. */
  dataFolder: string
  /** Stops and starts the server, as an administrator would: sessions are cut off. */
  restart(how?: 'fast' | 'immediate'): Promise<void>
  /** Cuts off sessions, writes everything down and stops. Does nothing when another process started the server. */
  stop(): Promise<void>
}

type Options = {
  dataFolder: string
  log?: Log
  /** False for throw-away databases of tests: a crash of the machine may lose them. */
  durable?: boolean
}

const DATABASE = 'bedside'
const ADMIN = 'bedside_admin'
/** Part of the name of the socket file; nothing listens on a port. */
const PORT = 5432
/** A whole socket path has 103 bytes on macOS and 107 on Linux; `/.s.PGSQL.5432` takes 14 of them. */
const SOCKET_FOLDER_MAX_BYTES = 88
/** How long we wait for another process to bring up the server that we share. */
const SHARED_START_MAX_MS = 120_000
const POLL_MS = 20
/** Words of initdb that are kept, to explain why it failed. */
const LAST_WORDS_MAX = 2_000

export async function startEmbeddedPostgres({
  dataFolder: asked,
  log = silentLog,
  durable = true,
}: Options): Promise<EmbeddedPostgres> {
  if (process.platform === 'win32') {
    throw new Error('The built-in database needs Linux or macOS. On Windows use WSL, or set DATABASE_URL.')
  }
  const startedAt = performance.now()
  const account = await postgresAccount()
  const dataFolder = await placeData(resolve(asked), account, log)
  const cluster = join(dataFolder, 'cluster')
  const socketFolder = await makeSocketFolder(dataFolder, account)
  const passwords = await readPasswords(dataFolder)
  const connections = connectionsOf(socketFolder, passwords)
  const isOurs = await takeOrShare(dataFolder, connections.admin)
  try {
    if (!isOurs) {
      log.info('database.shared')
      return { connections, socketFolder, dataFolder, restart: refuseRestart, stop: async () => undefined }
    }

    if (await endLeftovers(cluster)) log.info('database.leftovers-ended')
    const { programs, copiedTo } = await postgresPrograms(account)
    if (copiedTo) log.info('database.programs-copied', { folder: code(copiedTo) })
    const isNew = await makeCluster(programs, cluster, account, durable)
    await writeSettings(cluster, account, { socketFolder, port: PORT, durable })

    const server = superviseServer({
      program: programs.postgres,
      cluster,
      account,
      answers: () => answers({ ...connections.admin, database: 'postgres' }),
      clean: () => endLeftovers(cluster),
      onDeath: (deaths, pauseMs) => log.error('database.died', { deaths, pauseMs }),
    })
    await server.start()
    try {
      await prepareServer((database) => ({ ...connections.admin, database }), passwords, DATABASE)
    } catch (error) {
      await server.stop('fast')
      throw error
    }
    const milliseconds = Math.round(performance.now() - startedAt)
    log.info(isNew ? 'database.created' : 'database.started', { milliseconds })

    return {
      connections,
      socketFolder,
      dataFolder,
      restart: async (how = 'fast') => {
        await server.stop(how)
        await server.start()
      },
      stop: async () => {
        await server.stop('fast')
        await releaseDataFolder(dataFolder)
        log.info('database.stopped')
      },
    }
  } catch (error) {
    if (isOurs) await releaseDataFolder(dataFolder)
    throw error
  }
}

/** The folder of the data: the one asked for, or the one that a link there points to because PostgreSQL cannot reach this place. */
async function placeData(asked: string, account: PostgresAccount | undefined, log: Log): Promise<string> {
  // Entering is allowed to PostgreSQL's account; what is inside has its own permissions.
  const mode = account ? 0o711 : 0o700
  await mkdir(dirname(asked), { recursive: true, mode })
  if (account && !canReach(account, dirname(asked))) {
    const there = await lstat(asked).catch(() => undefined)
    if (there?.isDirectory()) {
      throw new Error(
        `PostgreSQL runs as ${account.name} here, which cannot enter ${asked}. Move it elsewhere and put a link in its place.`,
      )
    }
    if (!there) {
      const place = join(await reachableFolder(account), `data-${randomBytes(6).toString('hex')}`)
      await mkdir(place, { mode })
      await symlink(place, asked)
    }
    log.info('database.placed', { folder: code(await realpath(asked)) })
  }
  await mkdir(asked, { recursive: true, mode })
  const folder = await realpath(asked)
  await chmod(folder, mode)
  return folder
}

/** Beside the data, or in the system's folder for such things when that path is too long for a socket. */
async function makeSocketFolder(dataFolder: string, account: PostgresAccount | undefined): Promise<string> {
  const beside = join(dataFolder, 'socket')
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  const folder = Buffer.byteLength(beside) <= SOCKET_FOLDER_MAX_BYTES ? beside : join(tmpdir(), `bedside-${hash}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { uid } = await lstat(folder)
  const own = process.getuid?.() ?? uid
  if (uid !== own && uid !== account?.uid)
    throw new Error(`${folder} belongs to another user. Remove it, then start again.`)
  await chmod(folder, 0o700)
  if (account) await chown(folder, account.uid, account.gid)
  return folder
}

/** True when the data folder is ours now; false when the process that has it runs a server that answers. */
async function takeOrShare(dataFolder: string, connection: PostgresConnection): Promise<boolean> {
  const end = performance.now() + SHARED_START_MAX_MS
  // Asked again and again: the other process may be starting its server, or be dying.
  while (!(await takeDataFolder(dataFolder))) {
    if (await answers(connection)) return false
    if (performance.now() > end) {
      throw new Error(`Another process holds ${dataFolder} but its database does not start. End it, then try again.`)
    }
    await pause(POLL_MS)
  }
  return true
}

async function readPasswords(dataFolder: string): Promise<Record<DatabaseRole, string>> {
  const file = join(dataFolder, 'passwords.json')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text) return JSON.parse(text) as Record<DatabaseRole, string>
  const passwords = Object.fromEntries(DATABASE_ROLES.map((role) => [role, randomBytes(24).toString('base64url')]))
  await writeFile(`${file}.new`, JSON.stringify(passwords), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return passwords as Record<DatabaseRole, string>
}

function connectionsOf(socketFolder: string, passwords: Record<DatabaseRole, string>): PostgresConnections {
  const place = { host: socketFolder, port: PORT, database: DATABASE }
  const as = (role: DatabaseRole): PostgresConnection => ({ ...place, user: role, password: passwords[role] })
  return {
    owner: as('bedside_owner'),
    app: as('bedside_app'),
    linker: as('bedside_linker'),
    report: as('bedside_report'),
    admin: { ...place, user: ADMIN },
  }
}

/** @returns true when the cluster was made just now. */
async function makeCluster(
  { initdb }: PostgresPrograms,
  cluster: string,
  account: PostgresAccount | undefined,
  durable: boolean,
): Promise<boolean> {
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim()
  if (version === SERVER_VERSION) return false
  if (version)
    throw new Error(
      `${cluster} was written by PostgreSQL ${version}; this is ${SERVER_VERSION}. Move the data with pg_dump first.`,
    )

  // Made beside and renamed, so that a first start that was cut short is simply done again.
  const unfinished = `${cluster}-unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { mode: 0o700 })
  if (account) await chown(unfinished, account.uid, account.gid)
  const options = [
    '--pgdata', unfinished, '--username', ADMIN, '--auth', 'peer', '--encoding', 'UTF8', '--no-instructions',
    '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--lc-ctype', letterLocale(),
  ] // prettier-ignore
  await run(initdb, durable ? options : [...options, '--no-sync'], account)
  await rename(unfinished, cluster)
  return true
}

/** Which letters are letters: trigrams (pg_trgm) ask the system's locale, and its C knows only those of English. */
function letterLocale(): string {
  const known = new Set(spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout?.split('\n') ?? [])
  return ['C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8'].find((name) => known.has(name)) ?? 'C'
}

async function run(program: string, options: string[], account: PostgresAccount | undefined): Promise<void> {
  const identity = account ? { uid: account.uid, gid: account.gid } : {}
  const env = { PATH: process.env.PATH, LC_ALL: '', TZ: 'UTC' }
  const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/', env, ...identity })
  let words = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-LAST_WORDS_MAX)
  })
  const status = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done))
  if (status !== 0) throw new Error(`The database could not be made. initdb said: ${words.trim()}`)
}

async function writeSettings(
  cluster: string,
  account: PostgresAccount | undefined,
  place: { socketFolder: string; port: number; durable: boolean },
): Promise<void> {
  const files = {
    'postgresql.conf': serverSettings(place),
    'pg_hba.conf': accessRules(ADMIN),
    'pg_ident.conf': accountMap(await ownAccountName(), ADMIN),
  }
  for (const [name, text] of Object.entries(files)) {
    const file = join(cluster, name)
    await writeFile(`${file}.new`, text, { mode: 0o600 })
    if (account) await chown(`${file}.new`, account.uid, account.gid)
    await rename(`${file}.new`, file)
  }
}

/** False while the server is on its way up. A server that answers with a refusal is an error of ours, told at once. */
async function answers(connection: PostgresConnection): Promise<boolean> {
  try {
    await withClient(connection, () => Promise.resolve())
    return true
  } catch (error) {
    const reason = (error as { code?: string }).code ?? ''
    if (
      ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(reason) ||
      reason === '3D000' ||
      reason.startsWith('57P')
    )
      return false
    if ((error as Error).message === 'Connection terminated unexpectedly') return false
    throw error
  }
}

const refuseRestart = () =>
  Promise.reject(new Error('Another process started this database; only that process restarts it.'))
