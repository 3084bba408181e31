/**
 * People of the demonstration clinic, signed in. What is typed at the doors has tests of its own; here the same procedures are
 * called, so that a journey begins in seconds. A context's request and its pages share the session.
 */
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { APIRequestContext, Browser, BrowserContext, BrowserContextOptions } from 'playwright'
import { inject } from 'vitest'
import { openDatabase, type Database } from '#server/platform/database.ts'
import { startEmbeddedPostgres } from '#server/platform/embedded-postgres.ts'
import { totpCode, totpStep } from '#server/modules/identity/index.ts'
import { addressOfHelper, signInByAddress } from './sessions.ts'

const { url, staff, dataFolder } = inject('product')
/** What a browser says of itself with every write. */
export const headers = { origin: url }

/** An authenticator's code is good once; the next one comes within this time, in milliseconds. */
const CODE_EVERY_MS = 30_000
const MAIL_WITHIN_MS = 20_000

/** A member of staff at the desk. `which`: the first, second … in this role. */
export async function atTheDesk(
  browser: Browser,
  role: string,
  { which = 0, ...options }: BrowserContextOptions & { which?: number } = {},
): Promise<BrowserContext> {
  const person = staff.filter((member) => member.role === role)[which]
  if (!person) throw new Error(`nobody is a ${role}`)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
  const { email, password } = person
  const secret = Buffer.from(person.totpSecret, 'hex')
  const entered = await context.request.post(`${url}/api/sign-in/password`, { headers, data: { email, password } })
  if (!entered.ok()) throw new Error(`no way in for ${email}: ${await entered.text()}`)
  for (const until = Date.now() + 2 * CODE_EVERY_MS; Date.now() < until; await sleep(1_000)) {
    // The clock of an authenticator may be a step ahead: a code that was used already does not stop a second sign-in.
    for (const step of [totpStep(new Date()), totpStep(new Date()) + 1]) {
      const data = { code: totpCode(secret, step) }
      if ((await context.request.post(`${url}/api/sign-in/totp`, { headers, data })).ok()) return context
    }
  }
  throw new Error(`no code was right for ${email}`)
}

/** A patient or a person who acts for one, known by an address on file. Codes are few an hour; the door has a journey of its own. */
export async function inThePortal(
  browser: Browser,
  { contact, ...options }: BrowserContextOptions & { contact: string },
): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  const [name = '', value = ''] = (await ask((db) => signInByAddress(db, contact))).split('=')
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
