import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { startEmbeddedPostgres, type PostgresConnection } from './embedded-postgres.ts'

/** A database that starts anew on a busy machine. */
vi.setConfig({ testTimeout: 120_000 })
const WITHIN = { timeout: 60_000 }
const root = await mkdtemp(join(tmpdir(), 'bedside-test-'))
await chmod(root, 0o711)
const server = await startEmbeddedPostgres({ dataFolder: join(root, 'main') })

afterAll(async () => {
  await server.stop()
  await rm(root, { recursive: true, force: true })
})

test('trust-D47 the database listens on a socket that others cannot enter, and on no port', async () => {
  const [addresses] = await query(server.connections.admin, 'show listen_addresses')
  expect(addresses).toEqual({ listen_addresses: '' })
  expect((await stat(server.socketFolder)).mode & 0o777).toBe(0o700)
  expect((await stat(join(server.dataFolder, 'cluster'))).mode & 0o777).toBe(0o700)
  expect((await stat(join(server.dataFolder, 'passwords.json'))).mode & 0o777).toBe(0o600)
})

test('trust-D6 a role needs its own password', async () => {
  const { app, owner, admin } = server.connections
  expect(await query(app, 'select current_user::text as role')).toEqual([{ role: 'bedside_app' }])
  await expect(query({ ...owner, password: app.password }, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  await expect(query({ ...app, password: undefined }, 'select 1')).rejects.toThrow()
  // The superuser is known by the account of the caller; no password opens it, and none is needed.
  expect(await query(admin, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([{ rolsuper: true }])
})

test('trust-D6 no role of the product passes row security, and the app role makes nothing', async () => {
  const roles = await query(
    server.connections.admin,
    `select rolname from pg_roles where rolname like 'bedside\\_%' and rolname <> 'bedside_admin' and (rolsuper or rolbypassrls)`,
  )
  expect(roles).toEqual([])
  await expect(query(server.connections.app, 'create table planted (id int)')).rejects.toMatchObject({ code: '42501' })
  await expect(query(server.connections.app, 'create temp table planted (id int)')).rejects.toMatchObject({
    code: '42501',
  })
  await expect(query(server.connections.app, 'set role bedside_owner')).rejects.toMatchObject({ code: '42501' })
})

test('trust-D9 the app role has its limits from the start', async () => {
  expect(
    await query(
      server.connections.app,
      `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
              current_setting('idle_in_transaction_session_timeout') as idle`,
    ),
  ).toEqual([{ statement: '10s', lock: '2s', idle: '10s' }])
})

test('trust-D79 no value of a failed statement is in the files of the server', async () => {
  const canary = 'canary-5b81'
  await query(
    server.connections.owner,
    `create table told (id int primary key, word text unique, small int check (small < 9))`,
  )
  await query(server.connections.owner, 'grant all on told to bedside_app')
  const insert = 'insert into told values ($1, $2, $3)'
  await query(server.connections.app, insert, [1, canary, 1])
  const failures: [string, unknown[], string][] = [
    [insert, [2, canary, 1], '23505'],
    [insert, [3, `${canary}-2`, 10], '23514'],
    ['select $1::text::int', [canary], '22P02'],
    [`select word::int from told where word = '${canary}'`, [], '22P02'],
    [`select ${canary.replace('-', '_')} from told`, [], '42703'],
    [`set statement_timeout = '5ms'; select pg_sleep(5), '${canary}'`, [], '57014'],
  ]
  for (const [text, values, code] of failures)
    await expect(query(server.connections.app, text, values)).rejects.toMatchObject({ code })
  await query(server.connections.owner, 'drop table told')

  // The server's own messages prove that the files are written at all.
  await server.restart()
  const folder = join(server.dataFolder, 'cluster/log')
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  const written = texts.join('')
  expect(written).toContain('database system is ready')
  expect(written).not.toContain('canary')
  expect(written).not.toMatch(/ERROR|STATEMENT|DETAIL/)
})

test('the owner makes the extensions that the product needs, without being a superuser', async () => {
  for (const extension of ['pg_trgm', 'btree_gist', 'unaccent']) {
    await query(server.connections.owner, `create extension if not exists ${extension}`)
  }
  const [letters] = await query<{ found: string[] }>(server.connections.owner, `select show_trgm('Ünal 李') as found`)
  expect(letters?.found.length, 'letters beyond English count as letters').toBeGreaterThan(5)
  const [folded] = await query(server.connections.owner, `select lower('ÄÉ') as low, upper('ß') as up`)
  expect(folded).toMatchObject({ low: 'äé' })
})

test('trust-D79 what a failing statement quoted is nowhere in the log of the database', async () => {
  const canary = 'canary-words-of-a-patient'
  await query(server.connections.owner, 'create table noted (id text primary key)')
  await query(server.connections.owner, 'insert into noted values ($1)', [canary])
  await expect(query(server.connections.owner, 'insert into noted values ($1)', [canary])).rejects.toMatchObject({
    code: '23505',
  })
  await expect(query(server.connections.owner, 'select $1::int', [canary])).rejects.toMatchObject({ code: '22P02' })
  await expect(query(server.connections.owner, `select '${canary}'::uuid`)).rejects.toMatchObject({ code: '22P02' })
  await query(server.connections.owner, 'drop table noted')
  const folder = join(server.dataFolder, 'cluster/log')
  const texts = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
  expect(texts.length).toBeGreaterThan(0)
  expect(texts.join('')).toContain('ready to accept connections')
  expect(texts.join('')).not.toContain(canary)
})

test('a second process shares the running server and leaves it running', async () => {
  const second = await startEmbeddedPostgres({ dataFolder: join(root, 'main') })
  expect(await query(second.connections.app, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
  expect(await query(server.connections.app, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('after a restart and after a crash of the server the same rows are there', async () => {
  await query(server.connections.owner, 'create table kept (id int)')
  await query(server.connections.owner, 'insert into kept values (1)')
  await server.restart('immediate')
  expect(await query(server.connections.owner, 'select * from kept')).toEqual([{ id: 1 }])

  process.kill(await serverPid(server), 'SIGKILL')
  await expect
    .poll(() => query(server.connections.owner, 'select * from kept').catch(() => []), WITHIN)
    .toEqual([{ id: 1 }])
})

test('nothing outlives a process that was killed, and the next start finds its rows', async () => {
  const dataFolder = join(root, 'killed')
  const { child, pid } = await startInChild(dataFolder)
  child.kill('SIGKILL')
  await expect.poll(() => isRunning(pid), WITHIN).toBe(false)

  const next = await startEmbeddedPostgres({ dataFolder })
  expect(await query(next.connections.owner, 'select * from written')).toEqual([{ id: 1 }])
  await next.stop()
})

test('a start right after a kill -9 of everything, and a lock that names a stranger, are no obstacle', async () => {
  const dataFolder = join(root, 'crashed')
  const { child, pid } = await startInChild(dataFolder)
  // The pipe closes in the same moment, so this start meets sessions that are ending, a lock, and an owner that is gone.
  child.kill('SIGKILL')
  process.kill(pid, 'SIGKILL')
  const next = await startEmbeddedPostgres({ dataFolder })
  expect(await query(next.connections.owner, 'select * from written')).toEqual([{ id: 1 }])
  await next.stop()

  const lock = join(dataFolder, 'cluster/postmaster.pid')
  const stranger = spawn('sleep', ['60'], process.getuid?.() === 0 ? await accountOf(join(dataFolder, 'cluster')) : {})
  await writeFile(
    lock,
    `${stranger.pid}\n${join(dataFolder, 'cluster')}\n1\n5432\n${join(dataFolder, 'socket')}\n\n1 1\nready\n`,
  )
  await writeFile(join(dataFolder, 'owner.json'), JSON.stringify({ pid: stranger.pid, began: 'another boot 1' }))
  const last = await startEmbeddedPostgres({ dataFolder })
  expect(await query(last.connections.owner, 'select * from written')).toEqual([{ id: 1 }])
  expect(isRunning(stranger.pid ?? 0), 'the stranger is left alone').toBe(true)
  await last.stop()
  stranger.kill()
})

test('a path that is too long for a socket gets a short one', async () => {
  const dataFolder = join(root, 'deep'.repeat(20), 'data')
  const deep = await startEmbeddedPostgres({ dataFolder, durable: false })
  expect(Buffer.byteLength(deep.socketFolder)).toBeLessThan(100)
  expect(await query(deep.connections.app, 'select 1 as one')).toEqual([{ one: 1 }])
  await deep.stop()
  await rm(deep.socketFolder, { recursive: true, force: true })
})

test.runIf(process.getuid?.() === 0)('as root, data goes where the account of PostgreSQL can reach it', async () => {
  const closed = join(root, 'closed')
  await mkdir(closed, { mode: 0o700 })
  const placed = await startEmbeddedPostgres({ dataFolder: join(closed, 'data/postgres'), durable: false })
  expect(placed.dataFolder.startsWith(closed)).toBe(false)
  expect(await query(placed.connections.app, 'select 1 as one')).toEqual([{ one: 1 }])
  await placed.stop()

  const again = await startEmbeddedPostgres({ dataFolder: join(closed, 'data/postgres'), durable: false })
  expect(again.dataFolder).toBe(placed.dataFolder)
  await again.stop()
  await rm(placed.dataFolder, { recursive: true, force: true })
})

async function query<Row extends pg.QueryResultRow>(
  connection: PostgresConnection,
  text: string,
  values: unknown[] = [],
) {
  const client = new pg.Client(connection)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end().catch(() => undefined)
  }
}

const serverPid = async ({ dataFolder }: { dataFolder: string }) =>
  Number((await readFile(join(dataFolder, 'cluster/postmaster.pid'), 'utf8')).split('\n', 1)[0])

/** A process of its own that starts the server, writes one row and stays. */
async function startInChild(dataFolder: string) {
  const script = `
    import pg from 'pg'
    import { startEmbeddedPostgres } from ${JSON.stringify(import.meta.resolve('./embedded-postgres.ts'))}
    const { connections } = await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(dataFolder)} })
    const client = new pg.Client(connections.owner)
    await client.connect()
    await client.query('create table written (id int)')
    await client.query('insert into written values (1)')
    console.log('written')`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: import.meta.dirname,
  })
  await once(child.stdout, 'data')
  return { child, pid: await serverPid({ dataFolder }) }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function accountOf(path: string) {
  const { uid, gid } = await stat(path)
  return { uid, gid }
}
