/**
 * People of the demonstration clinic, signed in. What is typed at the doors has tests of its own; here a session is opened in the
 * database, so that a journey begins at once: codes are few an hour, and an authenticator's code is good once. A context's request
 * and its pages share the session.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { APIRequestContext, Browser, BrowserContext, BrowserContextOptions } from 'playwright'
import { inject } from 'vitest'
import { openDatabase, type Database } from '#server/platform/database.ts'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { aContext } from './chromium.ts'
import { addressOfHelper, signInByAddress, signInStaffByAddress } from './sessions.ts'

const { url, staff, dataFolder } = inject('product')
/** What a browser says of itself with every write. */
export const headers = { origin: url }

const MAIL_WITHIN_MS = 20_000

/** A member of staff at the desk. `which`: the first, second … in this role. */
export async function atTheDesk(
  browser: Browser,
  role: string,
  { which = 0, ...options }: BrowserContextOptions & { which?: number } = {},
): Promise<BrowserContext> {
  const person = staff.filter((member) => member.role === role)[which]
  if (!person) throw new Error(`nobody is a ${role}`)
  return signedIn(browser, { viewport: { width: 1440, height: 900 }, ...options }, (db) =>
    signInStaffByAddress(db, person.email),
  )
}

/** A patient or a person who acts for one, known by an address on file. */
export async function inThePortal(
  browser: Browser,
  { contact, ...options }: BrowserContextOptions & { contact: string },
): Promise<BrowserContext> {
  return signedIn(browser, options, (db) => signInByAddress(db, contact))
}

async function signedIn(
  browser: Browser,
  options: BrowserContextOptions,
  signIn: (db: Database) => Promise<string>,
): Promise<BrowserContext> {
  const context = await aContext(browser, options)
  const [name = '', value = ''] = (await ask(signIn)).split('=')
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }])
  return context
}

/** The address of somebody who acts for two patients. */
export const aHelper = (): Promise<string> => ask(addressOfHelper)

/** What no door tells. */
async function ask<T>(question: (db: Database) => Promise<T>): Promise<T> {
  const { connections } = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres') })
  const db = openDatabase(connections.app, 1)
  try {
    return await question(db)
  } finally {
    await db.close()
  }
}

/** The address and birth date of a patient the demonstration page names for this language. */
export async function aPatient(
  desk: BrowserContext,
  language: string,
): Promise<{ id: string; name: string; contact: string; birthDate: string }> {
  const { patients } = await demonstration(desk.request)
  const named = patients.find((patient) => patient.language === language)
  if (!named) throw new Error(`nobody speaks ${language}`)
  const { name, contact } = named
  const found = await desk.request.post(`${url}/api/patients/search`, { headers, data: { text: contact } })
  const { items } = (await found.json()) as { items: { id: string; birthDate: string }[] }
  const [patient] = items
  if (!patient) throw new Error(`the address for ${language} leads to nobody`)
  return { ...patient, name, contact }
}

export type OutboxMail = { to: string; subject: string; text: string; at: number }

/** What left by mail, the newest first, as the demonstration page shows it. */
export async function outbox(request: APIRequestContext): Promise<OutboxMail[]> {
  const { mails } = await demonstration(request)
  return mails.map((mail) => ({ ...mail, at: Date.parse(mail.at) }))
}

type Live = {
  patients: { name: string; contact: string; language: string; birthDate: string }[]
  mails: { to: string; subject: string; text: string; at: string }[]
}

/** What the demonstration page keeps up to date. */
const demonstration = async (request: APIRequestContext): Promise<Live> =>
  (await (await request.get(`${url}/demo/live`)).json()) as Live

/** The newest mail to an address that came after a moment and says something; waits for it. */
export async function mailTo(
  request: APIRequestContext,
  to: string,
  { after = 0, says = /(?:)/, withinMs = MAIL_WITHIN_MS }: { after?: number; says?: RegExp; withinMs?: number } = {},
): Promise<OutboxMail> {
  for (const until = Date.now() + withinMs; Date.now() < until; await sleep(200)) {
    const mail = (await outbox(request)).find((one) => one.to === to && one.at >= after - 1_000 && says.test(one.text))
    if (mail) return mail
  }
  throw new Error(`no mail came for ${to}`)
}
