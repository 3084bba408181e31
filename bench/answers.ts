/** Answers of agents by mail, the mail server of somebody else that takes them, and what became of each. */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { organizationId } from '../e2e/setup/sessions.ts'
import { post, type Door, type Written } from '../e2e/setup/traffic.ts'
import { asked } from './asked.ts'

/** A server that falls silent says nothing for so long, and then the line is gone. */
const SILENT_MS = 4_000
const SETTLED_MAX_MS = 900_000

/** What rules do with each message has tests of its own, and would make this many times as long; a second to undo is enough. */
export async function leaveRulesOut(db: Database): Promise<void> {
  await asked(db, `update rule_version set state = 'off' where organization_id = $1 and state = 'live' returning rule_id`, [organizationId]) // prettier-ignore
  await asked(db, `update staff_member set undo_seconds = 1 where organization_id = $1 returning id`, [organizationId])
}

export type Answer = { id: string; text: string; to: Written }
/** Answers to mails: some get two. */
export function writeAnswers(written: readonly Written[], count: number): Answer[] {
  const mails = written.filter(({ channel }) => channel === 'mail')
  return Array.from({ length: count }, (_, n) => {
    const to = mails[n % mails.length]
    if (!to) throw new Error('there is no mail to answer')
    return { id: newId(), text: `Answer ${n}: you may, at noon. ${randomUUID()}`, to }
  })
}

export async function sendAnswer(db: Database, door: Door, cookie: string, { id, text, to }: Answer): Promise<boolean> {
  const [conversation] = await asked<{ id: string; lastSeq: number }>(
    db,
    `select c.id, c.last_seq as "lastSeq" from message m join conversation c on c.organization_id = $1 and c.id = m.conversation_id
      where m.organization_id = $1 and m.external_id = $2`,
    [organizationId, to.id],
  )
  // The question has not come yet.
  if (!conversation) return false
  const body = { messageId: id, mode: 'reply', text, seenSeq: conversation.lastSeq }
  const answer = await post(door, `/conversations/${conversation.id}/messages`, body, { cookie })
  if (!answer.ok) return false
  const { questions } = (await answer.json()) as { questions: string[] }
  if (questions.length > 0) throw new Error(`an answer was questioned: ${questions.join(' ')}`)
  return true
}

type Outside = { arrived: readonly string[]; silent: ReadonlySet<string> }

/**
 * A mail server of somebody else: what it has taken has arrived, also the first `silentMax` answers, of which it never says so.
 * @param takesMs how long it has a mail before it says that it took it.
 */
export async function openOutside(silentMax: number, takesMs = 0) {
  const arrived: string[] = []
  const silent = new Set<string>()
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, accepted) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(chunks)).then(
          ({ text = '' }) => {
            arrived.push(text)
            const answer = answerIn(text)
            if (answer === undefined || silent.size >= silentMax) return void setTimeout(accepted, takesMs)
            silent.add(answer)
            const lines = server.connections as Set<{ id: string; close(): void }>
            const line = [...lines].find(({ id }) => id === session.id)
            setTimeout(() => line?.close(), SILENT_MS)
          },
          (error: unknown) => accepted(error as Error),
        )
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  return { port, arrived, silent, close: () => server.close(() => undefined) }
}

/** Nothing is on its way any more: known refusals are tried again for a while. */
export async function settled(db: Database, answers: readonly Answer[]): Promise<void> {
  const ids = answers.map(({ id }) => id)
  for (const end = Date.now() + SETTLED_MAX_MS; Date.now() < end; await sleep(1_000)) {
    const [row] = await asked<{ n: number }>(
      db,
      `select count(*)::int as n from delivery
        where organization_id = $1 and message_id = any ($2::uuid[]) and state in ('held', 'queued', 'sending')`,
      [organizationId, ids],
    )
    if (row?.n === 0) return
  }
}

const answerIn = (text: string): string | undefined => /Answer \d+: you may, at noon\. [0-9a-f-]{36}/.exec(text)?.[0]

/** Handed over must have arrived; `unknown` may have. Everything else that was taken is lost. */
export async function whatLeft(db: Database, answers: readonly Answer[], { arrived, silent }: Outside) {
  const rows = await asked<{ id: string; state: string; cause: string | null }>(
    db,
    `select message_id as id, state, cause from delivery where organization_id = $1 and message_id = any ($2::uuid[])`,
    [organizationId, answers.map(({ id }) => id)],
  )
  const stateOf = new Map(rows.map((row) => [row.id, row]))
  const times = new Map<string, number>()
  for (const text of arrived) {
    const key = answerIn(text)
    if (key) times.set(key, (times.get(key) ?? 0) + 1)
  }
  const count = (state: string) => answers.filter(({ id }) => stateOf.get(id)?.state === state).length
  const untold = answers.filter(({ text }) => silent.has(text))
  return {
    silent: untold.length,
    silentElsewhere: untold.filter(({ id }) => stateOf.get(id)?.state !== 'unknown').length,
    handedOver: count('handed_over'),
    unknown: count('unknown'),
    doubled: answers.filter(({ text }) => (times.get(text) ?? 0) > 1).length,
    lost: answers.flatMap(({ id, text }) => {
      const delivery = stateOf.get(id)
      if (delivery?.state === 'unknown') return []
      if (delivery?.state === 'handed_over' && times.has(text)) return []
      return [`${delivery?.state ?? 'no delivery'} ${delivery?.cause ?? ''}`.trim()]
    }),
  }
}
