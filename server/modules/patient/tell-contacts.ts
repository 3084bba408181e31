/** Word of a change to the addresses and numbers of a person, the old and the new one (trust-D18). It names nobody. */
import type { Jobs } from '#server/platform/jobs.ts'
import type { Keys } from '#server/platform/seal.ts'
import type { Transaction } from '#server/platform/database.ts'
import { sendNotice } from '#server/modules/notice/index.ts'
import { maskContact, type ContactSystem } from './contact-value.ts'

/** What waits to leave to this patient, or about this patient, is decided again (desk-D46). */
export type Redecide = (tx: Transaction, of: { patientId: string }, now: Date) => Promise<unknown>

export type ChangeDeps = { tx: Transaction; jobs: Jobs; keys: Keys; now: Date; publicUrl: string }

type Address = { system: ContactSystem; value: string }
type Told = { changeId: string; language: string; addresses: readonly Address[] }

/** @param about the address that is new, or no longer used; it is shown masked. */
export const tellContactChanged = (deps: ChangeDeps, told: Told & { about: Address }): Promise<void> =>
  tellAll(deps, told, 'contact-point-changed', { masked: maskContact(told.about.system, told.about.value) })

export const tellProxyChanged = (deps: ChangeDeps, told: Told): Promise<void> =>
  tellAll(deps, told, 'proxy-changed', { link: `${deps.publicUrl}/` })

async function tellAll(
  { tx, jobs, keys, now }: ChangeDeps,
  { changeId, language, addresses }: Told,
  template: 'contact-point-changed' | 'proxy-changed',
  values: { masked?: string; link?: string },
): Promise<void> {
  // One number as phone and as mobile is told once, by text.
  const once = new Map(addresses.toSorted(textsLast).map((address) => [address.value, address]))
  for (const [index, { system, value }] of [...once.values()].entries()) {
    await sendNotice({ jobs, keys, now }, tx, {
      key: `${template}:${changeId}:${index}`,
      system,
      address: value,
      language,
      template,
      values,
    })
  }
}

const textsLast = (one: Address, other: Address): number =>
  Number(one.system === 'sms') - Number(other.system === 'sms')
