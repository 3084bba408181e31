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
import { loadDemo } from '../../demo/load-demo.ts'
import { widgetKeyOf } from '#server/channels/widget/door.ts'
import { createStaffSignIn } from '#server/modules/identity/index.ts'
import type { Config } from '#server/platform/config.ts'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import type { Services } from '#server/platform/route-context.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import { withAnotherTry } from './demonstration-again.ts'

export type StaffSignIn = { name: string; role: string; email: string; password: string; totpSecret: string }
export type Demonstration = {
  organizationId: string
  /** It was filled just now. */
  isNew: boolean
  staff: StaffSignIn[]
  patients: { name: string; contact: string; language: string; birthDate: string }[]
  /** The key that a host page gives the chat widget. */
  widgetKey: string
}

const isLoopback = (host: string): boolean => ['127.0.0.1', 'localhost', '::1'].includes(host)

/** Behind a proxy the listener is on loopback as well, and the page would be everybody's. */
const isForThisMachine = ({ host, publicUrl }: Config): boolean =>
  isLoopback(host) && isLoopback(new URL(publicUrl).hostname.replace(/^\[|\]$/g, ''))

/** @returns undefined when this installation shows no demonstration. */
export async function openDemonstration(services: Services, config: Config): Promise<Demonstration | undefined> {
  if (!config.demonstration || !isForThisMachine(config)) return undefined
  const { db, files, jobs, now } = services
  const { organizationId, isNew } = await withAnotherTry(() => loadDemo({ db, now: now(), fileStore: files, jobs }))
  const path = join(config.dataFolder, 'demo-sign-in.json')
  const staff = existsSync(path)
    ? (JSON.parse(await readFile(path, 'utf8')) as StaffSignIn[])
    : await makeSignIns(services, organizationId, path)
  const context = systemContext(organizationId, newId(), 'demonstration')
  const { patients, widget } = await db.transaction(context, async (tx) => {
    await tx.run(PATIENT_ACCOUNTS, [organizationId, now()])
    const [door] = await tx.run<{ id: string }>(WIDGET, [organizationId])
    return { patients: await tx.run<Demonstration['patients'][number]>(PATIENTS, [organizationId]), widget: door?.id }
  })
  const widgetKey = widgetKeyOf(organizationId, widget ?? '')
  return { organizationId, isNew, staff, patients, widgetKey }
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

const WIDGET = sqlText`
  select id from channel_account where organization_id = $1 and channel = 'widget' and is_live order by id limit 1`

// One patient per language, and only such as own their address alone and long enough for a code.
const PATIENTS = sqlText`
  select distinct on (p.language) p.given || ' ' || p.family as name, c.value as contact, p.language, to_char(p.birth_date, 'YYYY-MM-DD') as "birthDate"
    from patient p
    join portal_account a on a.organization_id = $1 and a.patient_id = p.id
    join contact_point c on c.organization_id = $1 and c.patient_id = p.id and c.system = 'email' and c.state = 'active'
     and c.changed_at < now() - interval '8 days'
   where p.organization_id = $1 and p.is_active
     and not exists (select from contact_point o where o.organization_id = $1 and o.value = c.value and o.id <> c.id)
   order by p.language, p.family
   limit 12`
