/**
 * The demonstration clinic: filled into an empty installation, with sign-ins of this installation only.
 *
 * Passwords and authenticator secrets are random, kept in the data folder (0600) and shown on a page that exists on loopback only:
 * nobody else can open it, and a real organization has none of it (trust-D48).
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { DEMO_SLUG } from '../../demo/clinic.ts'
import { loadDemo } from '../../demo/load-demo.ts'
import { createStaffSignIn, totpCode, totpStep } from '#server/modules/identity/index.ts'
import type { Config } from '#server/platform/config.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'

export type StaffSignIn = { name: string; role: string; email: string; password: string; totpSecret: string }
export type Demonstration = {
  organizationId: string
  /** It was filled just now. */
  isNew: boolean
  staff: StaffSignIn[]
  patients: { name: string; contact: string; language: string }[]
}

const isLoopback = (host: string): boolean => ['127.0.0.1', 'localhost', '::1'].includes(host)

/** @returns undefined when this installation shows no demonstration. */
export async function openDemonstration(services: Services, config: Config): Promise<Demonstration | undefined> {
  if (!config.demonstration || !isLoopback(config.host)) return undefined
  const { db, files, jobs, now } = services
  const { organizationId, isNew } = await loadDemo({ db, now: now(), fileStore: files, jobs })
  const path = join(config.dataFolder, 'demo-sign-in.json')
  const staff = existsSync(path)
    ? (JSON.parse(await readFile(path, 'utf8')) as StaffSignIn[])
    : await makeSignIns(services, organizationId, path)
  const patients = await db.transaction(systemContext(organizationId, newId(), 'demonstration'), async (tx) => {
    await tx.run(PATIENT_ACCOUNTS, [organizationId, now()])
    return tx.run<Demonstration['patients'][number]>(PATIENTS, [organizationId])
  })
  return { organizationId, isNew, staff, patients }
}

async function makeSignIns(services: Services, organizationId: string, path: string): Promise<StaffSignIn[]> {
  const context = systemContext(organizationId, newId(), 'demonstration')
  const members = await services.db.transaction(context, (tx) =>
    tx.run<{ id: string; name: string; role: string; email: string }>(STAFF, [organizationId]),
  )
  const made: StaffSignIn[] = []
  for (const { id, name, role, email } of members) {
    const password = randomBytes(9).toString('base64url')
    const totpSecret = randomBytes(20)
    await createStaffSignIn(services, { organizationId, staffId: id, email, password, totpSecret }, services.now())
    made.push({ name, role, email, password, totpSecret: totpSecret.toString('hex') })
  }
  await writeFile(path, JSON.stringify(made, null, 2), { mode: 0o600 })
  return made
}

const STAFF = sqlText`
  select id, given || ' ' || family as name, role, email from staff_member
   where organization_id = $1 and state = 'active' and account_id is null order by role, family limit 40`

const PATIENT_ACCOUNTS = sqlText`
  insert into auth.account (id, kind, created_at) select distinct account_id, 'patient', $2::timestamptz from portal_account where organization_id = $1
  on conflict do nothing`

// One patient per language, and only such as own their address alone and long enough for a code.
const PATIENTS = sqlText`
  select distinct on (p.language) p.given || ' ' || p.family as name, c.value as contact, p.language
    from patient p
    join portal_account a on a.organization_id = $1 and a.patient_id = p.id
    join contact_point c on c.organization_id = $1 and c.patient_id = p.id and c.system = 'email' and c.state = 'active'
     and c.changed_at < now() - interval '8 days'
   where p.organization_id = $1 and p.is_active
     and not exists (select from contact_point o where o.organization_id = $1 and o.value = c.value and o.id <> c.id)
   order by p.language, p.family
   limit 12`

/** The page that tells who can sign in, and shows what would have left by mail. */
export function registerDemonstration(
  app: FastifyInstance,
  demonstration: Demonstration,
  services: Services,
  readOutbox: () => Promise<OutboxMail[]>,
): void {
  app.get('/demo', async (_request, reply) => {
    const codeOf = (secret: string) => totpCode(Buffer.from(secret, 'hex'), totpStep(services.now()))
    return reply
      .header('content-type', 'text/html; charset=utf-8')
      .header(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      .send(page(demonstration, codeOf, await readOutbox()))
  })
}

export type OutboxMail = { to: string; subject: string; text: string; at: Date }

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

function page({ staff, patients }: Demonstration, codeOf: (secret: string) => string, mails: OutboxMail[]): string {
  const cells = (...texts: string[]) => `<tr>${texts.map((text) => `<td>${escape(text)}</td>`).join('')}</tr>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Demonstration clinic</title><link rel="stylesheet" href="/demo.css"></head><body><main>
<h1>Demonstration clinic</h1>
<p>Everything here is invented. Passwords are of this installation only.</p>
<h2>Staff: sign in at <a href="/desk/sign-in?organization=${DEMO_SLUG}">the desk</a></h2>
<table><thead><tr><th>Name</th><th>Role</th><th>E-mail</th><th>Password</th><th>Code now</th></tr></thead><tbody>
${staff.map((member) => cells(member.name, member.role, member.email, member.password, codeOf(member.totpSecret))).join('\n')}
</tbody></table>
<h2>Patients: sign in at <a href="/?at=${DEMO_SLUG}">the portal</a> with a code</h2>
<p>Ask for a code with one of these addresses. It arrives in the local outbox below; reload this page.</p>
<table><thead><tr><th>Name</th><th>Address</th><th>Language</th></tr></thead><tbody>
${patients.map((patient) => cells(patient.name, patient.contact, patient.language)).join('\n')}
</tbody></table>
<h2>Local outbox</h2>
<p>Mail of this installation goes nowhere else. The newest first.</p>
${mails.length === 0 ? '<p>Nothing was sent yet.</p>' : mails.map((mail) => `<article><h3>${escape(mail.subject)}</h3><p>To ${escape(mail.to)}, ${escape(mail.at.toISOString())}</p><pre>${escape(mail.text)}</pre></article>`).join('\n')}
</main></body></html>`
}
