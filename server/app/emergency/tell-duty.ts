/**
 * Tells the duty contact of emergencies that wait on this disk: at once, and of a flood gathered, so that the contact reads one mail in
 * twenty seconds at most. Tried again until the mail was taken; what is not known to have arrived is told again.
 */
import { createHash } from 'node:crypto'
import type { MailReport } from '#server/channels/email/send-mail.ts'
import type { OutgoingMail } from '#server/channels/email/local-outbox.ts'
import { code, errorFields, type Log } from '#server/platform/log.ts'
import type { SealedSpool } from '#server/platform/sealed-spool.ts'
import { asideMail, waitingMail } from './duty-mail.ts'
import type { Kept } from './emergencies.ts'

/** Who is told; without a slug for every organization that has no contact of its own. */
export type DutyContact = { slug: string | null; address: string }
export type SendMail = (mail: OutgoingMail) => Promise<MailReport>

/** Between two mails about one organization, and until the next try after one that nobody took. */
const GAP_MS = 20_000
const AGAIN_MS = 5_000
/** An entry of another process is left to it for so long; then that process is gone. */
const OTHERS_MS = 15_000
/** Of those that did not fit: counted above it, not named. */
const NOT_KEPT_NAMED_MAX = 20

/** An emergency that was kept under a name, or one that did not fit. */
type Heard = { name: string } | { kept: Kept }

export function contactsOf(contacts: readonly DutyContact[], slug: string | undefined): string[] {
  const own = contacts.filter((contact) => contact.slug !== null && contact.slug === slug)
  return (own.length > 0 ? own : contacts.filter((contact) => contact.slug === null)).map(({ address }) => address)
}

export function openTeller({
  spool,
  read,
  contacts,
  sendMail,
  publicUrl,
  log,
  gapMs = GAP_MS,
}: {
  spool: SealedSpool
  read(name: string): Promise<Kept>
  contacts: readonly DutyContact[]
  sendMail: SendMail
  publicUrl: string
  log: Log
  gapMs?: number
}) {
  const own = new Set<string>()
  const notKept = new Map<string, { kept: Kept[]; count: number }>()
  /** By organization, in milliseconds of this process. */
  const notBefore = new Map<string, number>()
  let isFirst = true
  let telling: Promise<void> | undefined
  let isAskedAgain = false

  function heard(one: Heard): void {
    if ('name' in one) own.add(one.name)
    else {
      const { organizationId } = one.kept.place
      const { kept, count } = notKept.get(organizationId) ?? { kept: [], count: 0 }
      notKept.set(organizationId, { kept: [...kept, one.kept].slice(0, NOT_KEPT_NAMED_MAX), count: count + 1 })
    }
    void tell()
  }

  /** Calls at the same time are one; what was heard meanwhile is told before it returns. */
  function tell(): Promise<void> {
    isAskedAgain = true
    return (telling ??= tellWhileAsked().finally(() => (telling = undefined)))
  }

  async function tellWhileAsked(): Promise<void> {
    while (isAskedAgain) {
      isAskedAgain = false
      await tellAll().catch((error: unknown) => log.error('emergency.not-told', errorFields(error)))
    }
  }

  async function tellAll(): Promise<void> {
    const untold = (await spool.list()).filter(
      // A process that has just begun takes over what one before it left.
      ({ name, at, isMarked }) => !isMarked && (isFirst || own.has(name) || Date.now() - at.getTime() > OTHERS_MS),
    )
    isFirst = false
    const organizations = new Set([...untold.map(({ name }) => name.split('.')[0] ?? ''), ...notKept.keys()])
    await Promise.all(
      [...organizations].map((organizationId) =>
        tellOf(
          organizationId,
          untold.filter(({ name }) => name.startsWith(organizationId)).map(({ name }) => name),
        ),
      ),
    )
  }

  async function tellOf(organizationId: string, names: readonly string[]): Promise<void> {
    if (performance.now() < (notBefore.get(organizationId) ?? 0)) return
    const found = await Promise.all(
      names.map(async (name) => ({ name, kept: await read(name).catch(() => undefined) })),
    )
    const lost = notKept.get(organizationId) ?? { kept: [], count: 0 }
    const kept = found.flatMap((one) => one.kept ?? [])
    const [first] = [...kept, ...lost.kept]
    if (!first) return
    const mail = waitingMail({
      place: first.place,
      heard: found.flatMap((one) => (one.kept ? [{ ...one.kept, reference: referenceOf(one.name) }] : [])),
      notKept: lost.count,
      link: `${publicUrl}/desk`,
    })
    const key = [...names, lost.count, first.at.toISOString()].join(' ')
    const isTold = await send(first, key, mail)
    notBefore.set(organizationId, performance.now() + (isTold ? gapMs : Math.min(gapMs, AGAIN_MS)))
    if (!isTold) return
    // What did not fit while the mail was on its way is told with the next.
    const since = notKept.get(organizationId)
    if (since && since.count === lost.count) notKept.delete(organizationId)
    else if (since) notKept.set(organizationId, { ...since, count: since.count - lost.count })
    for (const name of names) {
      await spool.mark(name)
      own.delete(name)
    }
  }

  /** @returns whether somebody has it. */
  async function send({ place }: Kept, key: string, mail: { subject: string; text: string }): Promise<boolean> {
    const addresses = contactsOf(contacts, place.slug)
    if (addresses.length === 0) log.error('emergency.no-duty-contact', { organization: code(place.organizationId) })
    const host = new URL(publicUrl).hostname
    const reports = await Promise.all(
      addresses.map(async (to) => {
        const id = createHash('sha256').update(`${to} ${key}`).digest('hex').slice(0, 32)
        return sendMail({
          key: `emergency:${id}`,
          from: `"${place.name.replaceAll('"', '')}" <${place.mailbox ?? `no-reply@${host}`}>`,
          to,
          ...mail,
          messageId: `<${id}@${host}>`,
          isAutomatic: true,
        }).catch((): MailReport => ({ state: 'failed', cause: 'not-sent', canRetry: true }))
      }),
    )
    for (const report of reports)
      if (report.state !== 'handed_over') log.error('emergency.not-told', { cause: code(report.cause) })
    return reports.some(({ state }) => state === 'handed_over')
  }

  return {
    heard,
    tell,
    /** Of one that waits in the set-aside list now. */
    async tellAside(kept: Kept): Promise<void> {
      const about = { ...kept, reference: referenceOf(JSON.stringify(kept.hand)) }
      const mail = asideMail({ place: kept.place, heard: [about], link: `${publicUrl}/desk/set-aside` })
      await send(kept, `aside ${kept.at.toISOString()}`, mail)
    },
  }
}

/** Short enough to be read out over the telephone; tells two apart. */
const referenceOf = (name: string): string => name.slice(-6).toUpperCase()
