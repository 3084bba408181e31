/**
 * For tests: the whole product behind HTTP, on a database of the test's own. Jobs wait until the test runs them, and what would leave
 * by mail is kept in a list. The clock stands still until the test moves it.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { StaffRole } from '#contract/role.ts'
import { openMailIn } from '#server/channels/email/mail-in.ts'
import { receiveSms } from '#server/channels/sms/receive-sms.ts'
import { factsOf } from '#server/modules/conversation/index.ts'
import {
  createStaffSignIn,
  hashPassword,
  openSession,
  sendPasswordReset,
  sendSignInCode,
  sendVisitorCode,
  totpCode,
  totpStep,
} from '#server/modules/identity/index.ts'
import { deliverNotice, type NoticeToCarry } from '#server/modules/notice/index.ts'
import { addDoor } from '#server/modules/organization/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { openFileCheck } from '#server/platform/file-check.ts'
import { fairTurns } from '#server/platform/fair-turns.ts'
import { openFileStore } from '#server/platform/file-store.ts'
import { newId } from '#server/platform/id.ts'
import type { JobData, Jobs, Queue } from '#server/platform/jobs.ts'
import { openJournalSpool } from '#server/platform/journal-spool.ts'
import { silentLog } from '#server/platform/log.ts'
import { openRateLimits } from '#server/platform/rate-limit.ts'
import { openHub } from '#server/platform/realtime.ts'
import type { Services } from '#server/platform/route-context.ts'
import { refuse } from '#server/platform/result.ts'
import { openKeys } from '#server/platform/seal.ts'
import { testDatabase } from '#server/platform/test-database.ts'
import { buildApp } from './app.ts'
import { openEmergencies } from './emergency/emergencies.ts'
import type { AppOptions } from './options.ts'
import type { FetchPicture } from './mail-pictures.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import { buildRouter } from './router.ts'

/** Where people believe they are; the test itself speaks to a port of loopback. */
export const PUBLIC_URL = 'https://bedside.example'
const COOKIE = '__Host-bedside'
/** Servers of a test stand on loopback. */
const LOCAL = { local: ['localhost:*'] }
/** What a test left under way (a costly password check) may end first. */
const CLOSE_MAX_MS = 60_000
/** Often, so that a test need not wait; the product looks every 30 s. */
const SOCKET_RECHECK_MS = 200
/** Jobs that ask for jobs: a chain longer than this is a fault of the product. */
const ROUNDS_MAX = 10

export type Answer = {
  status: number
  code: string | undefined
  // eslint-disable-next-line typescript/no-explicit-any -- a test looks into answers of every shape
  json: any
  text: string
  headers: Headers
  /** The session token that this answer set; '' when it took the cookie away. */
  token: string | undefined
}
export type Asking = { token?: string; headers?: Record<string, string>; origin?: string | null }

export type Product = Awaited<ReturnType<typeof aProduct>>
export type Member = {
  organizationId: string
  staffId: string
  email: string
  password: string
  totpSecret: Buffer
  accountId: string
}

export async function aProduct({
  trustedProxies = [] as string[],
  poolSize = 12,
  fetchPicture = (async () => refuse('NO_ANSWER')) as FetchPicture,
  routerOutbound = { local: [] } as OutboundRules,
  log = silentLog,
} = {}) {
  const { database, connections, look } = await testDatabase({ poolSize })
  const folder = await mkdtemp(join(tmpdir(), 'bedside-product-'))
  const keys = openKeys(randomBytes(32))
  const clock = { now: new Date('2026-03-02T12:00:00Z') }
  const mails: NoticeToCarry[] = []
  const waiting: { queue: Queue; data: JobData; startAfter: Date | undefined }[] = []
  const jobs: Jobs = {
    send: async (_tx, queue, data, options) => void waiting.push({ queue, data, startAfter: options?.startAfter }),
    work: async () => undefined,
    stop: async () => undefined,
  }
  const hub = await openHub(connections.app, database, factsOf, silentLog)
  const files = openFileStore(folder, keys)
  const now = () => clock.now
  const rates = openRateLimits(database, keys, silentLog)
  const spool = openJournalSpool(join(folder, 'journal-spool'), keys, silentLog)
  const services: Services = {
    db: database,
    hub,
    jobs,
    log,
    now,
    keys,
    files,
    spool,
    rates,
    turns: fairTurns(),
    publicUrl: PUBLIC_URL,
  }
  const replay = async () => ({ conversationId: null, cause: 'none' })
  const checkFile = openFileCheck(null).check
  const mailIn = await openMailIn(services, { smtp: null, imap: [], outbound: { local: [] }, checkFile })
  const sendMail = async () => ({ state: 'handed_over' }) as const
  const emergencies = openEmergencies({
    dataFolder: folder,
    keys,
    log: silentLog,
    now,
    contacts: [],
    sendMail,
    publicUrl: PUBLIC_URL,
  })
  const options: AppOptions = {
    publicUrl: PUBLIC_URL,
    trustedProxies,
    fileMaxBytes: 1_000_000,
    screensFolder: join(folder, 'no-screens'),
    files,
    emergencies,
    checkFile,
    receiveMail: mailIn.receive,
    receiveSms: (number, fields) => receiveSms({ services, checkFile, outbound: LOCAL }, number, fields),
    fetchPicture,
    socketRecheckMs: SOCKET_RECHECK_MS,
    // A busy machine is no failure of the product.
    voiceAnswerMs: 30_000,
    freeDisk: async () => 0.5,
  }
  const app = await buildApp(services, buildRouter({ replay }, routerOutbound), options)
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  afterAll(async () => {
    emergencies.stop()
    app.server.closeAllConnections()
    await app.close()
    await Promise.all([hub.stop(), rates.stop(), mailIn.stop()])
    await rm(folder, { recursive: true, force: true })
  }, CLOSE_MAX_MS)

  /** One request as a browser of ours sends it; `origin: null` leaves the header out. */
  async function send(method: string, path: string, body: string | undefined, asking: Asking = {}): Promise<Answer> {
    const { token, headers, origin = PUBLIC_URL } = asking
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(origin === null ? {} : { origin }),
        ...(token === undefined ? {} : { cookie: `${COOKIE}=${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
    const text = await response.text()
    const parsed = parse(text)
    const [, set] = /^__Host-bedside=([^;]*)/.exec(response.headers.getSetCookie()[0] ?? '') ?? []
    const json = (parsed as { json?: unknown } | undefined)?.json ?? parsed
    return {
      status: response.status,
      code: (json as { code?: string } | undefined)?.code,
      json,
      text,
      headers: response.headers,
      token: set,
    }
  }
  /** A procedure by its name in the contract, as the screens call it. */
  const call = (procedure: string, input?: unknown, asking: Asking = {}): Promise<Answer> =>
    send('POST', `/rpc/${procedure.replaceAll('.', '/')}`, JSON.stringify({ json: input }), asking)

  /** Runs every job that is due, and what those ask for in turn. */
  async function runJobs(): Promise<void> {
    for (let round = 0; round < ROUNDS_MAX; round++) {
      const due = waiting.filter(({ startAfter }) => !startAfter || startAfter <= clock.now)
      if (due.length === 0) return
      waiting.splice(0, waiting.length, ...waiting.filter((job) => !due.includes(job)))
      for (const { queue, data } of due) await run(queue, data)
    }
    throw new Error('the jobs do not come to an end')
  }
  const run = async (queue: Queue, { organizationId, id }: JobData): Promise<void> => {
    const deps = { db: database, jobs, keys, now }
    if (queue === 'sign-in-code') await sendSignInCode(deps, organizationId, id)
    if (queue === 'conversation-code') await sendVisitorCode(deps, organizationId, id)
    if (queue === 'password-reset') await sendPasswordReset({ ...deps, publicUrl: PUBLIC_URL }, id)
    if (queue === 'notice') await deliverNotice({ ...deps, carry }, organizationId, id)
  }
  const carry = async (notice: NoticeToCarry) => {
    mails.push(notice)
    return { state: 'handed_over' as const }
  }
  return {
    url,
    app,
    services,
    jobs,
    hub,
    connections,
    folder,
    /** For a second server on the same database, with one of them changed. */
    options,
    replay,
    mailIn,
    clock,
    keys,
    database,
    look,
    mails,
    send,
    call,
    runJobs,
  }
}

/** An organization with a live site, sending switched on. */
export async function anOrganization({ database }: Pick<Product, 'database'>, over: { outboundOn?: boolean } = {}) {
  const organizationId = newId()
  const slug = `clinic-${randomUUID().slice(0, 12)}`
  await database.transaction(systemContext(organizationId, newId(), 'test'), async (tx) => {
    await addDoor(tx, { organizationId, slug })
    await tx.run(
      `insert into organization (organization_id, name, slug, outbound_on) values ($1, 'Harbor Clinic', $2, $3)`,
      [organizationId, slug, over.outboundOn ?? true],
    )
    await tx.run(
      `insert into site (organization_id, id, name, time_zone) values ($1, $2, 'Main site', 'America/New_York')`,
      [organizationId, newId()],
    )
  })
  return { organizationId, slug }
}

const PASSWORD = 'four grey herons wade'
/** Half a second of work on a busy machine, so it is done once for all members of a file. */
let passwordHash: Promise<string> | undefined

/** A member of staff with password and authenticator. */
export async function aMember(
  { database, keys, clock }: Pick<Product, 'database' | 'keys' | 'clock'>,
  { organizationId }: { organizationId: string },
  role: StaffRole = 'nurse',
): Promise<Member> {
  const staffId = newId()
  const email = `${role}-${randomUUID().slice(0, 8)}@clinic.example`
  const totpSecret = randomBytes(20)
  await database.transaction(systemContext(organizationId, newId(), 'test'), (tx) =>
    tx.run(
      `insert into staff_member (organization_id, id, email, given, family, role, state) values ($1, $2, $3, 'Ada', 'Stone', $4, 'active')`,
      [organizationId, staffId, email, role],
    ),
  )
  const person = {
    organizationId,
    staffId,
    email,
    totpSecret,
    passwordHash: await (passwordHash ??= hashPassword(PASSWORD)),
  }
  const accountId = await createStaffSignIn({ db: database, keys }, person, clock.now)
  return { organizationId, staffId, email, password: PASSWORD, totpSecret, accountId }
}

/** A patient with a mail address that is old enough for codes. */
export async function aPatient(
  { database, clock }: Pick<Product, 'database' | 'clock'>,
  { organizationId }: { organizationId: string },
) {
  const patientId = newId()
  const email = `pat-${randomUUID().slice(0, 8)}@example.org`
  const longAgo = new Date(clock.now.getTime() - 60 * 86_400_000)
  await database.transaction(systemContext(organizationId, newId(), 'test'), async (tx) => {
    await tx.run(
      `insert into patient (organization_id, id, record_number, given, family, birth_date) values ($1, $2, $3, 'Pat', 'Rivera', '1980-05-06')`,
      [organizationId, patientId, patientId.slice(-12)],
    )
    await tx.run(
      `insert into contact_point (organization_id, id, patient_id, system, value, verified_at, changed_at) values ($1, $2, $3, 'email', $4, $5, $5)`,
      [organizationId, newId(), patientId, email, longAgo],
    )
  })
  return { patientId, email, birthDate: '1980-05-06' }
}

/** The code of the authenticator app; the clock goes on one step first, since a code works once. */
export function nextCode({ clock }: Pick<Product, 'clock'>, { totpSecret }: Pick<Member, 'totpSecret'>): string {
  clock.now = new Date(clock.now.getTime() + 30_000)
  return totpCode(totpSecret, totpStep(clock.now))
}

/** The session that a password alone opens, without the half second that checking one costs. */
export const halfSignedIn = (product: Pick<Product, 'database' | 'clock'>, member: Member): Promise<string> =>
  sessionOf(product, member, 'half')

/** The session after both factors. */
export const signedIn = (product: Pick<Product, 'database' | 'clock'>, member: Member): Promise<string> =>
  sessionOf(product, member, 'full')

async function sessionOf(
  { database, clock }: Pick<Product, 'database' | 'clock'>,
  { organizationId, accountId, staffId }: Member,
  level: 'half' | 'full',
): Promise<string> {
  // A session opened in the very moment of a change of rights would be over with the others.
  clock.now = new Date(clock.now.getTime() + 1_000)
  const device = { browser: 'Firefox', system: 'Linux', isSecure: true } as const
  const method = level === 'half' ? 'password' : 'totp'
  const { token } = await database.transaction(systemContext(organizationId, newId(), 'test'), (tx) =>
    openSession(tx, { accountId, staffId, level, method, device, now: clock.now }),
  )
  return token
}

/** A patient at the portal: asks for a code, reads the mail, types it in. */
export async function patientSignedIn(
  { call, runJobs, mails }: Pick<Product, 'call' | 'runJobs' | 'mails'>,
  { email, birthDate }: { email: string; birthDate: string },
  slug: string,
): Promise<string> {
  await call('signIn.requestCode', { contact: email, organization: slug })
  await runJobs()
  const mail = mails.findLast(({ address }) => address === email)
  const [code] = /\b\d{6}\b/.exec(mail?.body ?? '') ?? []
  const answer = await call('signIn.verifyCode', { contact: email, code, birthDate, organization: slug })
  if (!answer.token) throw new Error(`no session: ${answer.text}`)
  return answer.token
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
