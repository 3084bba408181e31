/**
 * What a mail is answered with at once: the first of a matter is acknowledged (what happens next, what to do in an emergency), and whoever
 * sent files that could not be taken is told, once a mail, in their language. Nothing the sender typed is repeated (desk-D52, D55).
 */
import { NOT_SCANNED } from '#contract/held-file.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { InboundMessage } from './inbound-message.ts'
import { insertAutomaticMessage } from './insert-automatic-message.ts'
import type { Party } from './receive-message.ts'
import { acknowledgementText, filesNotTakenText } from './texts.ts'
import { loadRouting } from './store.ts'

export async function acknowledge(
  deps: { tx: Transaction; jobs: Jobs; now: Date },
  {
    inbound,
    conversationId,
    party,
    language,
    isFirst,
  }: { inbound: InboundMessage; conversationId: string; party: Party; language: string; isFirst: boolean },
): Promise<void> {
  if (inbound.channel !== 'email' || inbound.sender.kind !== 'address' || !inbound.sender.usable) return
  if ((inbound.automatic ?? 'none') !== 'none') return
  const notTaken = filesNotTaken(inbound)
  if (!isFirst && notTaken === 0) return
  const { sites } = await loadRouting(deps.tx, deps.now)
  const site = sites.find(({ id }) => id === party.siteId) ?? sites[0]
  const message = {
    conversationId,
    language,
    channel: 'email' as const,
    channelAccountId: inbound.channelAccountId,
    address: party.address,
    receiverIsAutomatic: false,
  }
  const isAcknowledged =
    isFirst &&
    (await insertAutomaticMessage(deps, {
      ...message,
      purpose: 'reply',
      text: acknowledgementText(language, site?.country ?? 'US', notTaken),
    }))
  // One acknowledgement a day; that a file is missing is said all the same, within the budget of all automatic mail.
  if (!isAcknowledged && notTaken > 0)
    await insertAutomaticMessage(deps, {
      ...message,
      purpose: 'reply',
      kind: 'about-files',
      text: filesNotTakenText(language, notTaken),
    })
}

/** Files the sender should send in another form; one that only waits for the scanner is not among them. */
const filesNotTaken = ({ attachments = [], flags = [] }: InboundMessage): number =>
  attachments.filter(({ verdict, reason }) => verdict !== 'clean' && reason !== NOT_SCANNED).length +
  (flags.includes('too_many_files') ? 1 : 0)
