/**
 * From a mail's arrival in its mailbox to an agent's screen (desk.md section 6, desk-D47): `npm run bench -- mailbox`, small: `-- mailbox
 * --told 10 --asked 3`.
 *
 * The mail server is a scripted IMAP folder of this process. First it tells of each mail (IDLE); then it keeps silent, so that a mail is found by
 * the regular look alone, at moments spread over 30 s. The clock runs from the moment at which the mail is in the folder until the
 * socket of an agent names its conversation. Beside it the bare way: from the same folder to a socket of this process that is told of a mail.
 * Limits: told p95 under 5 s, asked p95 within 30 s.
 */
import { connect } from 'node:net'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { systemContext } from '#server/platform/context.ts'
import { newId } from '#server/platform/id.ts'
import { aRawMail } from '#server/channels/email/testing/a-mail-house.ts'
import { scriptedImap, type ScriptedImap } from '#server/channels/email/testing/scripted-imap.ts'
import { MAILBOX } from '../demo/clinic.ts'
import { organizationId, signInStaff } from '../e2e/setup/sessions.ts'
import { refreshPlans, startProduct, type Product } from './product.ts'
import { heading, percentile, round, table, verdict } from './report.ts'
import { sizes } from './sizes.ts'
import { heardIn, openSocket } from './sockets.ts'

/** Mails of which the server tells, and those that are found by a look. */
const { told: TOLD, asked: ASKED } = sizes({ told: 60, asked: 20 })
const LOOK_MS = 30_000
const TOLD_MAX_MS = 5_000
const TOLD_EACH_MS = 300
/** After this nobody waits any longer: it was never told. */
const LATE_MS = 45_000
const SIGN_IN_MS = 20_000

type Sent = Map<string, number>

async function measure(): Promise<void> {
  const imap = await scriptedImap()
  const IMAP_URL = `imap://box:secret@127.0.0.1:${imap.port}/INBOX?mailbox=${MAILBOX}`
  const product = await startProduct({ env: { IMAP_URL } })
  try {
    heading('From a mailbox to the screen')
    const [agent = ''] = await signInStaff(product.db, 'agent')
    await refreshPlans(product)
    const first = new Map<string, number>()
    const hear = (said: Buffer, at: number): void => {
      const frame = heardIn(said)
      if (frame?.type === 'changed') for (const { id } of frame.ids) if (!first.has(id)) first.set(id, at)
    }
    const socket = await openSocket(product, agent, { hear })
    await untilIdle(imap)
    const told = await send(imap, TOLD, TOLD_EACH_MS)
    const toldMs = await waits(product, told, first)
    imap.script.tells = false
    const asked = await send(imap, ASKED, LOOK_MS / ASKED)
    const askedMs = await waits(product, asked, first)
    imap.script.tells = true
    const bare = await bareWay(imap)
    socket.terminate()

    const row = (what: string, ms: readonly number[]) => [what, ...[0.5, 0.95, 1].map((share) => round(percentile(ms, share), 0))] // prettier-ignore
    table(
      ['a mail', 'p50 ms', 'p95 ms', 'last ms'],
      [
        row('told by the server, to the screen', toldMs),
        row('found by a look, to the screen', askedMs),
        row('told to a bare socket', bare),
      ],
    )
    process.stdout.write(
      `\nRatio to the bare socket (p50): ${round(percentile(toldMs, 0.5) / percentile(bare, 0.5))}\n`,
    )
    verdict(`all ${TOLD + ASKED} mails are on the screen`, toldMs.length === TOLD && askedMs.length === ASKED)
    verdict(`told: p95 under ${TOLD_MAX_MS / 1000} s`, percentile(toldMs, 0.95) < TOLD_MAX_MS)
    verdict(`found by a look: p95 within ${LOOK_MS / 1000} s`, percentile(askedMs, 0.95) <= LOOK_MS)
  } finally {
    await product.stop()
    await imap.close()
  }
}

/** The reader has signed in and waits to be told. */
async function untilIdle({ script }: ScriptedImap): Promise<void> {
  const end = Date.now() + SIGN_IN_MS
  while (!script.commands.some((command) => /^IDLE/i.test(command))) {
    if (Date.now() > end) throw new Error('the folder is not read')
    await sleep(50)
  }
}

/** By subject, when each was in the folder. */
async function send(imap: ScriptedImap, count: number, eachMs: number): Promise<Sent> {
  const sent: Sent = new Map()
  for (let n = 0; n < count; n++) {
    const subject = `Matter ${randomUUID()}`
    const from = `${randomUUID().slice(0, 8)}@example.org`
    const raw = aRawMail({ From: from, To: MAILBOX, Subject: subject, Date: new Date().toUTCString() })
    sent.set(subject, Date.now())
    imap.add(raw)
    await sleep(eachMs)
  }
  return sent
}

async function waits({ db }: Product, sent: Sent, first: ReadonlyMap<string, number>): Promise<number[]> {
  const context = systemContext(organizationId, newId(), 'bench')
  const end = Date.now() + LATE_MS
  for (;;) {
    const rows = await db.transaction(context, (tx) =>
      tx.run<{ id: string; subject: string }>(
        `select id, subject from conversation where organization_id = $1 and subject = any ($2)`,
        [organizationId, [...sent.keys()]],
      ),
    )
    const ms = rows.flatMap(({ id, subject }) => {
      const at = first.get(id)
      return at === undefined ? [] : [at - (sent.get(subject) ?? at)]
    })
    if (ms.length === sent.size || Date.now() > end) return ms
    await sleep(200)
  }
}

/** A bare client of the same folder: from the mail in it until the socket is told that there is one more. */
async function bareWay(imap: ScriptedImap): Promise<number[]> {
  const client = connect({ host: '127.0.0.1', port: imap.port })
  await new Promise((resolve) => client.once('data', resolve))
  client.write('a IDLE\r\n')
  await new Promise((resolve) => client.once('data', resolve))
  const ms: number[] = []
  for (let n = 0; n < TOLD; n++) {
    const heard = new Promise((resolve) => client.once('data', resolve))
    const began = performance.now()
    imap.add(aRawMail({ To: MAILBOX }))
    await heard
    ms.push(performance.now() - began)
  }
  client.destroy()
  return ms
}

await measure()
