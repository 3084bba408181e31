/** What the desk's identity panel shows: level, why, until when, and what can raise it. */
import type * as z from 'zod'
import type { IdentityPanel } from '#contract/identity.ts'
import type { Transaction } from '#server/platform/database.ts'
import { codesFrom, maskContact, readContact, recognize } from '#server/modules/patient/index.ts'
import { isPaused, triesLeft } from './level-rules.ts'
import * as store from './level-store.ts'

export type Panel = z.input<typeof IdentityPanel>

/** @returns undefined for a conversation that is not there. */
export async function readPanel(
  tx: Transaction,
  conversationId: string,
  now: Date,
): Promise<{ panel: Panel; patientIds: (string | null)[] } | undefined> {
  const facts = await store.readFacts(tx, conversationId, now)
  if (!facts) return undefined
  const canBeVerified = facts.patientId !== null && (facts.relatedPersonId === null || facts.proxyLinkId !== null)
  const [check, contacts, tries, code, candidates] = await Promise.all([
    store.currentCheck(tx, conversationId, now),
    canBeVerified ? store.contactsOnFile(tx, facts) : [],
    store.readTries(tx, conversationId),
    store.openCode(tx, conversationId, now),
    candidatesOf(tx, facts),
  ])
  const isFor = check?.level === 'verified' || check?.level === 'verified_for'
  return {
    patientIds: [facts.patientId, ...candidates.map(({ patientId }) => patientId)],
    panel: {
      level: check?.level ?? 'none',
      method: (check?.method ?? null) as Panel['method'],
      since: check?.at.toISOString() ?? null,
      expiresAt: check?.expiresAt?.toISOString() ?? null,
      forPatient:
        isFor && facts.patientId && facts.patientName ? { id: facts.patientId, name: facts.patientName } : null,
      candidates,
      codeTo: contacts.map(({ id, system, value, changedAt }) => ({
        contactPointId: id,
        system,
        masked: maskContact(system, value),
        callBack: system === 'email' ? null : value,
        from: codesFrom(changedAt) > now ? codesFrom(changedAt).toISOString() : null,
      })),
      codeSentAt: code?.hash ? code.sentAt.toISOString() : null,
      codeExpiresAt: code?.hash ? code.expiresAt.toISOString() : null,
      triesLeft: triesLeft(tries, now),
      pausedUntil: isPaused(tries, now) ? (tries.pausedUntil?.toISOString() ?? null) : null,
    },
  }
}

/** Everybody who has the sender's address: for the agent to choose from, never linked or named by itself (desk-D4). */
async function candidatesOf(tx: Transaction, { sender, country }: store.IdentityFacts): Promise<Panel['candidates']> {
  const [, address] = /^(?:address|call:[0-9a-f-]{36}):(.+)$/.exec(sender ?? '') ?? []
  const contact = address ? readContact(address, country) : null
  if (!contact) return []
  return (await recognize(tx, contact)).map((person) => ({
    kind: person.kind,
    id: person.relatedPersonId ?? person.patientId,
    patientId: person.patientId,
    name: `${person.given} ${person.family}`,
    birthYear: person.kind === 'patient' ? Number(person.birthDate.slice(0, 4)) : null,
  }))
}
