/**
 * People who write, as their programs do: whoever gets no answer says the same again, until the channel has said "received". For tests and
 * measurements that break something meanwhile, and for what must be true afterwards: each message is there once, nothing is in a wrong order.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import { newId } from '#server/platform/id.ts'
import { DEMO_SEED } from '../../demo/build-demo.ts'
import { buildClinic, MAILBOX } from '../../demo/clinic.ts'
import { noRows } from '../../demo/rows.ts'
import { organizationId } from './sessions.ts'

/** Where one process of the product is spoken to. */
export type Door = { url: string; smtpPort: number }

const ANSWER_MAX_MS = 10_000
const AGAIN_MS = 150

export const post = (
  { url }: Pick<Door, 'url'>,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Response> =>
  fetch(`${url}/api${path}`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWER_MAX_MS),
  })

/** Says it again until the channel says "received", as a phone and a mail server do. */
export async function untilReceived(send: () => Promise<boolean>, withinMs: number): Promise<void> {
  for (const end = Date.now() + withinMs; Date.now() < end; await sleep(AGAIN_MS)) {
    if (await send().catch(() => false)) return
  }
  throw new Error('a message was never received')
}

/** Each item once, `workers` at a time. */
export async function inTurn<Item>(
  items: readonly Item[],
  workers: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item)
  }
  await Promise.all(Array.from({ length: workers }, worker))
}

/** Chats on the clinic's web site. @returns what each visitor shows with every call. */
export const openVisitors = (door: Door, count: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const opened = await post(door, '/widget/open', { widgetKey: widgetKey() }, {})
      const { visitor } = (await opened.json()) as { visitor: { id: string; secret: string } }
      return `${visitor.id}:${visitor.secret}`
    }),
  )

const widgetKey = (): string => {
  const { widgetAccountId } = buildClinic(DEMO_SEED, new Date(), noRows())
  return `${organizationId.replaceAll('-', '')}.${widgetAccountId}`
}

export type Written = { channel: 'portal' | 'widget' | 'mail'; id: string; text: string; from: string; at: Date }

type Sizes = { portal: number; widget: number; mail: number }

/** Questions of many people over three channels; `mail` comes from `senders` addresses. */
export function writeQuestions(
  { portal, widget, mail }: Sizes,
  { patients, visitors, senders }: { patients: readonly string[]; visitors: readonly string[]; senders: number },
): Written[] {
  const at = new Date()
  const written = (channel: Written['channel'], count: number, id: () => string, from: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => ({ channel, id: id(), text: question(n), from: from(n), at }))
  const of = (people: readonly string[]) => (n: number) => people[n % people.length] ?? ''
  return [
    ...written('portal', portal, newId, of(patients)),
    ...written('widget', widget, newId, of(visitors)),
    ...written(
      'mail',
      mail,
      () => `<${randomUUID()}@example.org>`,
      (n) => `sender-${n % senders}@example.org`,
    ),
  ]
}

const question = (n: number): string => `Question ${n}: may I come an hour later on Friday? ${randomUUID()}`

/** How many of each channel write at once. */
const WRITERS: Sizes = { portal: 8, widget: 2, mail: 4 }

/** Hands all of it in at whatever door is open. `received` is called with each that the channel took, and how long that was in coming. */
export async function handIn(
  all: readonly Written[],
  door: () => Door,
  { withinMs, received }: { withinMs: number; received: (one: Written, ms: number) => void },
): Promise<void> {
  const lanes = (['portal', 'widget', 'mail'] as const).map((channel) =>
    inTurn(
      all.filter((one) => one.channel === channel),
      WRITERS[channel],
      async (one) => {
        const began = performance.now()
        await untilReceived(() => handInOne(one, door()), withinMs)
        received(one, performance.now() - began)
      },
    ),
  )
  await Promise.all(lanes)
}

async function handInOne({ channel, id, text, from, at }: Written, door: Door): Promise<boolean> {
  switch (channel) {
    case 'portal':
      return (await post(door, '/my/messages', { messageId: id, text }, { cookie: from })).ok
    case 'widget':
      return (await post(door, '/widget/messages', { messageId: id, text }, { 'x-visitor': from })).ok
    case 'mail': {
      // A mail server repeats the same bytes; another date would be another mail under the same id (desk-D1).
      await mailTo(door, { from, subject: 'A question', text, messageId: id, date: at })
      return true
    }
  }
}

type Mail = { from: string; subject: string; text: string; messageId?: string; date?: Date }

/** A stranger's mail server hands one mail to ours. */
export async function mailTo({ smtpPort }: Pick<Door, 'smtpPort'>, mail: Mail): Promise<void> {
  const mailer = nodemailer.createTransport({
    host: '127.0.0.1',
    port: smtpPort,
    secure: false,
    ignoreTLS: true,
    socketTimeout: ANSWER_MAX_MS,
  })
  try {
    await mailer.sendMail({ to: MAILBOX, ...mail })
  } finally {
    mailer.close()
  }
}

export type Run = <Row extends Record<string, unknown>>(text: string, values: readonly unknown[]) => Promise<Row[]>

type Kept = {
  /** Not there, or with other words. */
  lost: number
  /** There more than once. */
  doubled: number
  /** There without having been written. */
  strange: number
  /** Conversations whose numbers have a gap. */
  gaps: number
  /** Told of in the journal not exactly once. */
  untold: number
}

/** What became of written questions. */
export async function whatIsKept(run: Run, all: readonly Written[]): Promise<Kept> {
  const rows = await run<{ id: string; key: string; text: string; told: number }>(
    `select id, case when channel = 'email' then external_id else id::text end as key, text,
        (select count(*)::int from journal j
          where j.organization_id = $1 and j.conversation_id = m.conversation_id and j.action <> 'R' and j.event = 'message.received'
            and j.resource_id = m.id) as told
       from message m where organization_id = $1 and direction = 'in' and text like 'Question %'`,
    [organizationId],
  )
  const byKey = Map.groupBy(rows, ({ key }) => key)
  const written = new Set(all.map(({ id }) => id))
  const gaps = await run(
    `select conversation_id from message where organization_id = $1 group by conversation_id having count(*) <> max(seq)`,
    [organizationId],
  )
  return {
    lost: all.filter(({ id, text }) => !byKey.get(id)?.some((row) => row.text.trim() === text)).length,
    doubled: all.filter(({ id }) => (byKey.get(id)?.length ?? 0) > 1).length,
    strange: rows.filter(({ key }) => !written.has(key)).length,
    gaps: gaps.length,
    untold: rows.filter(({ told }) => told !== 1).length,
  }
}
