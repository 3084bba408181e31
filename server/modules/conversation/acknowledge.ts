/** The first mail of a matter is acknowledged once: what happens next and what to do in an emergency, nothing the sender typed. */
import { emergencyNumberOf } from '#engines/crisis/resources.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Transaction } from '#server/platform/database.ts'
import type { InboundMessage } from './inbound-message.ts'
import { insertAutomaticMessage } from './insert-automatic-message.ts'
import type { Party } from './receive-message.ts'
import { acknowledgementText } from './texts.ts'
import { loadRouting } from './store.ts'

export async function acknowledge(
  deps: { tx: Transaction; jobs: Jobs; now: Date },
  {
    inbound,
    conversationId,
    party,
    language,
  }: { inbound: InboundMessage; conversationId: string; party: Party; language: string; due: Date | null },
): Promise<void> {
  if (inbound.channel !== 'email' || inbound.sender.kind !== 'address' || !inbound.sender.usable) return
  if ((inbound.automatic ?? 'none') !== 'none') return
  const { sites } = await loadRouting(deps.tx, deps.now)
  const site = sites.find(({ id }) => id === party.siteId) ?? sites[0]
  await insertAutomaticMessage(deps, {
    conversationId,
    text: acknowledgementText(language, emergencyNumberOf(site?.country ?? 'US')),
    language,
    purpose: 'reply',
    channel: 'email',
    address: party.address,
    receiverIsAutomatic: false,
  })
}
