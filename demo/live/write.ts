/** The doors that a patient writes through while the demonstration is live: those of any patient, over HTTP and SMTP. */
import { setTimeout as sleep } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import { openSession } from '#server/modules/identity/index.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { sqlText } from '#server/platform/sql-text.ts'
import type { LiveChannel } from './choose-matter.ts'
import { liveContext, type Colleague, type LivePatient, type World } from './world.ts'

export type Doors = {
  db: Database
  world: World
  /** The product's public address, without a slash at the end. */
  url: string
  smtp: { host: string; port: number } | null
}

/** What a matter keeps of its way in. */
export type Way = {
  channel: LiveChannel
  patient: LivePatient
  conversationId: string | null
  cookie: string | null
  /** Of the chat: `<visitor id>:<visitor secret>`. */
  visitor: string | null
}

/** Seconds until a text or a mail stands in its conversation. */
const ARRIVES_WITHIN = 15

/** @returns the conversation in which the words now stand. */
export async function write(doors: Doors, way: Way, text: string, subject: string): Promise<string> {
  switch (way.channel) {
    case 'portal-chat':
      return writeInPortal(doors, way, text, subject)
    case 'widget':
      return writeInChat(doors, way, text)
    case 'sms':
      await call(doors, '/demo/phone/texts', {}, { number: way.patient.phone, text })
      return arrival(doors, way, text)
    case 'email':
      await sendMail(doors, way, text, subject)
      return arrival(doors, way, text)
  }
}

async function writeInPortal(doors: Doors, way: Way, text: string, subject: string): Promise<string> {
  way.cookie ??= await sessionOf(doors, { accountId: way.patient.accountId ?? '', staffId: null })
  const { conversationId } = await call<{ conversationId: string }>(
    doors,
    '/api/my/messages',
    { cookie: way.cookie },
    {
      messageId: newId(),
      patientId: way.patient.id,
      text,
      ...(way.conversationId ? { conversationId: way.conversationId } : { subject }),
    },
  )
  return conversationId
}

async function writeInChat(doors: Doors, way: Way, text: string): Promise<string> {
  if (!way.visitor) {
    const opened = await call<{ visitor: { id: string; secret: string } }>(
      doors,
      '/api/widget/open',
      {},
      { widgetKey: doors.world.widgetKey, language: way.patient.language },
    )
    way.visitor = `${opened.visitor.id}:${opened.visitor.secret}`
  }
  const { conversationId } = await call<{ conversationId: string }>(
    doors,
    '/api/widget/messages',
    { 'x-visitor': way.visitor },
    { messageId: newId(), text },
  )
  return conversationId
}

async function sendMail({ smtp, world }: Doors, { patient }: Way, text: string, subject: string): Promise<void> {
  const transport = nodemailer.createTransport({ ...smtp, secure: false, ignoreTLS: true })
  try {
    await transport.sendMail({
      from: { name: `${patient.given} ${patient.family}`, address: patient.email ?? '' },
      to: world.mailbox ?? '',
      subject,
      text,
    })
  } finally {
    transport.close()
  }
}

/** A text and a mail come in behind the door that took them; their conversation is looked for. */
async function arrival({ db, world }: Doors, { patient, channel }: Way, text: string): Promise<string> {
  for (let second = 0; second < ARRIVES_WITHIN; second++) {
    const [found] = await db.transaction(liveContext(world.organizationId), (tx) =>
      tx.run<{ id: string }>(ARRIVED, [world.organizationId, patient.id, channel, text]),
    )
    if (found) return found.id
    await sleep(1000)
  }
  throw new Error(`what came by ${channel} is in no conversation after ${ARRIVES_WITHIN} s`)
}

const ARRIVED = sqlText`
  select c.id from conversation c join message m on m.organization_id = $1 and m.conversation_id = c.id
   where c.organization_id = $1 and c.patient_id = $2 and m.channel = $3 and m.direction = 'in' and m.text = $4
     and m.received_at > now() - interval '1 minute'
   order by m.received_at desc limit 1`

/** A colleague's answer, as from the desk. @returns false when somebody else was quicker or has the conversation. */
export async function answer(
  doors: Doors,
  colleague: Colleague & { cookie?: string },
  { conversationId, seenSeq, text, isLast }: { conversationId: string; seenSeq: number; text: string; isLast: boolean },
): Promise<boolean> {
  colleague.cookie ??= await sessionOf(doors, { accountId: colleague.accountId, staffId: colleague.id })
  const headers = { cookie: colleague.cookie }
  const path = `/api/conversations/${conversationId}`
  try {
    const { version, assignee } = await call<{ version: number; assignee: { id: string } | null }>(doors, path, headers)
    if (assignee && assignee.id !== colleague.id) return false
    if (!assignee) await call(doors, `${path}/assignee`, headers, { version, staffId: colleague.id })
    const then = isLast ? { then: { state: 'resolved' } } : {}
    // A question of the desk ("the patient writes another language") is for a person: this one leaves it to the newcomer.
    const { questions } = await call<{ questions: string[] }>(doors, `${path}/messages`, headers, {
      messageId: newId(),
      mode: 'reply',
      text,
      seenSeq,
      ...then,
    })
    return questions.length === 0
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    delete colleague.cookie
    return false
  }
}

export class Refused extends Error {}

/** @throws Refused for an answer other than success; the error of `fetch` where no server listens. */
async function call<Answer>(
  { url }: Doors,
  path: string,
  headers: Record<string, string>,
  body?: Record<string, unknown>,
): Promise<Answer> {
  const given = await fetch(`${url}${path}`, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: { origin: url, ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
  })
  if (!given.ok) throw new Refused(`${path.replaceAll(/[0-9a-f-]{36}/g, ':id')} answered ${given.status}`)
  return (await given.json()) as Answer
}

/** As if the person had just come in by the door: a code or a password is not what is shown here. */
async function sessionOf({ db, world }: Doors, who: { accountId: string; staffId: string | null }): Promise<string> {
  const { token } = await db.transaction(liveContext(world.organizationId), (tx) =>
    openSession(tx, {
      ...who,
      level: 'full',
      method: who.staffId ? 'totp' : 'code',
      device: { browser: 'other', system: 'other', isSecure: false },
      now: new Date(),
    }),
  )
  return `bedside-plain=${token}`
}
