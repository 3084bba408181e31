/**
 * Emergencies that cannot be stored (trust-D64, decision 0130): kept sealed on this disk, told to the duty contact within seconds, and
 * taken in through the ordinary door as soon as the database answers again.
 *
 * An entry is removed after the commit that took it in or set it aside, so a process that is killed anywhere on the way leaves it
 * for the next start; taking in twice is harmless, since a message is stored once.
 */
import { join } from 'node:path'
import { crisisText, emergencyNumbers, emergencyText } from '#engines/crisis/resources.ts'
import { settleLanguage } from '#engines/language/settle-language.ts'
import { conversationUrgency, isAlarm, understand } from '#engines/understanding/understand.ts'
import { setAside } from '#server/modules/desk/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Database } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import { code, errorFields, type Log } from '#server/platform/log.ts'
import { DecryptContext, type Keys } from '#server/platform/seal.ts'
import { openSealedSpool, type SealedSpool } from '#server/platform/sealed-spool.ts'
import type { Channel } from './duty-mail.ts'
import { openKnownPlaces, type KnownPlace, type KnownPlaces } from './known-places.ts'
import { originalOf, type Hand } from './hand.ts'
import { contactsOf, openTeller, type DutyContact, type SendMail } from './tell-duty.ts'

export type Help = { text: string; numbers: { label: string; value: string }[] }

export type Kept = { at: Date; channel: Channel; place: KnownPlace; hand: Hand }

export type Taken = { is: 'stored' } | { is: 'aside'; cause: string }

export type Taking = {
  db: Database
  /** Rejects with what `isPassing` knows where it has to wait. */
  takeIn(kept: Kept): Promise<Taken>
  isPassing(error: unknown): boolean
}

export type Emergencies = {
  places: KnownPlaces
  /** What its writer must read at once; null where the words are no emergency. Needs nothing but the words. */
  helpFor(words: string, organizationId: string | null): Help | null
  /**
   * On the disk when it returns, and on its way to the duty contact. Never rejects: what cannot be kept is told all the same. `key`: the
   * same once more is the same entry; `admits` is asked of a new one alone, so that a device that tries again spends nothing.
   */
  keep(
    organizationId: string,
    message: Omit<Kept, 'place'> & { key: readonly string[]; admits(): boolean },
  ): Promise<void>
  /** For the status screen. */
  stateOf(organizationId: string): Promise<{ hasContact: boolean; waiting: number; since: Date | null }>
  /** Tells what was not told yet. */
  tell(): Promise<void>
  /** From here on entries are taken in; first those of before. */
  begin(taking: Taking): Promise<void>
  /** Takes in what waits. @returns how many entries were settled. */
  drain(): Promise<number>
  stop(): void
}

/** Also what one organization may leave for another: an emergency is a few hundred bytes, a mail with pictures a few million. */
const LIMITS = { entries: 2_000, bytes: 100_000_000, entryBytes: 10_000_000 }
const EVERY_MS = 2_000
/** How often the places are read again, in turns. */
const PLACES_EVERY = 30
/** Tries of an entry that fails for another reason than the database; then a person looks at it. */
const TRIES_MAX = 5
const PURPOSE = 'emergency-spool/1'

export type EmergencyDeps = {
  dataFolder: string
  keys: Keys
  log: Log
  now: () => Date
  contacts: readonly DutyContact[]
  sendMail: SendMail
  publicUrl: string
  limits?: typeof LIMITS
  /** Between two mails about one organization, in milliseconds; the product's own value when absent. */
  gapMs?: number
}

export function openEmergencies(deps: EmergencyDeps): Emergencies {
  const { dataFolder, keys, log, now, contacts, limits = LIMITS } = deps
  const spool = openSealedSpool(join(dataFolder, 'emergency-spool'), keys, limits)
  const places = openKnownPlaces(keys, now)
  const teller = openTeller({ ...deps, spool, read: (name) => readKept(spool, name) })
  const tries = new Map<string, number>()
  let taking: Taking | undefined
  let draining: Promise<number> | undefined
  let turns = 0

  async function keep(
    organizationId: string,
    { key, admits, ...message }: Parameters<Emergencies['keep']>[1],
  ): Promise<void> {
    const place = places.find(organizationId)
    // Nobody here has this name: whoever writes it is told what to do, and that is all that can be done.
    if (!place) return
    const digest = keys.digest(PURPOSE, JSON.stringify(key)).toString('hex').slice(0, 32)
    const name = `${organizationId}.${digest}`
    if (spool.has(name) || !admits()) return
    const kept: Kept = { ...message, place }
    const outcome = await spool.put(name, Buffer.from(JSON.stringify(kept))).catch((error: unknown) => {
      log.error('emergency.not-kept', errorFields(error))
      return 'full' as const
    })
    if (outcome === 'known') return
    log.error('emergency.kept', { outcome: code(outcome), channel: code(message.channel) })
    teller.heard(outcome === 'kept' ? { name } : { kept })
  }

  const drain = (): Promise<number> => (draining ??= drainAll().finally(() => (draining = undefined)))

  async function drainAll(): Promise<number> {
    if (!taking) return 0
    let settled = 0
    let waits = 0
    for (const { name } of await spool.list()) {
      const kept = await openKept(name)
      if (!kept) continue
      const outcome = await settle(taking, name, kept)
      if (outcome === 'settled') settled += 1
      // One may wait for a lock of its own; where a second waits too the database is away.
      if (outcome === 'wait' && ++waits > 1) break
    }
    if (settled > 0) log.info('emergency.taken-in', { entries: settled })
    return settled
  }

  /** Undefined for one that cannot be opened ever, which is put aside, and for one that cannot be read now: another process may have it. */
  async function openKept(name: string): Promise<Kept | undefined> {
    try {
      return await readKept(spool, name)
    } catch (error) {
      if (!(error instanceof DecryptContext || error instanceof SyntaxError)) return undefined
      log.error('emergency.damaged', { entry: code(name), ...errorFields(error) })
      await spool.putAside(name)
      return undefined
    }
  }

  async function settle(to: Taking, name: string, kept: Kept): Promise<'settled' | 'again' | 'wait'> {
    try {
      const taken = await to.takeIn(kept)
      if (taken.is === 'aside') await putAside(to.db, kept, taken)
    } catch (error) {
      if (to.isPassing(error)) return 'wait'
      log.error('emergency.not-taken-in', { entry: code(name), ...errorFields(error) })
      const tried = (tries.get(name) ?? 0) + 1
      tries.set(name, tried)
      if (tried < TRIES_MAX) return 'again'
      const isAside = await putAside(to.db, kept, { cause: 'not-stored' }).then(
        () => true,
        () => false,
      )
      if (!isAside) return 'again'
    }
    tries.delete(name)
    await spool.remove(name)
    return 'settled'
  }

  /** For a person to look at, told to the duty contact: who set out to be helped is not on the desk. */
  async function putAside(db: Database, kept: Kept, { cause }: { cause: string }): Promise<void> {
    const { place, hand, at } = kept
    await db.transaction(systemContext(place.organizationId, newId(), 'emergency-spool'), (tx) =>
      setAside(tx, { ...originalOf(hand, at), cause }, now()),
    )
    await teller.tellAside(kept)
  }

  async function turn(): Promise<void> {
    await Promise.all([teller.tell(), drain()])
    if (taking && turns++ % PLACES_EVERY === 0) await places.read(taking.db)
  }
  const timer = setInterval(() => {
    turn().catch((error: unknown) => log.error('emergency.turn-failed', errorFields(error)))
  }, EVERY_MS)
  timer.unref()

  return {
    places,
    helpFor: (words, organizationId) =>
      helpFor(words, (organizationId === null ? undefined : places.find(organizationId)) ?? places.only()),
    keep,
    async stateOf(organizationId) {
      const own = (await spool.list()).filter(({ name }) => name.startsWith(organizationId))
      const slug = places.find(organizationId)?.slug
      return { hasContact: contactsOf(contacts, slug).length > 0, waiting: own.length, since: own[0]?.at ?? null }
    },
    tell: teller.tell,
    drain,
    async begin(to) {
      taking = to
      await places.read(to.db)
      await drain()
    },
    stop: () => clearInterval(timer),
  }
}

function helpFor(words: string, place: KnownPlace | undefined): Help | null {
  if (!isAlarm({ text: words })) return null
  const understanding = understand({ text: words })
  const isEmergency = conversationUrgency(understanding) === 'stat'
  const language = settleLanguage(understanding.language, {
    words: words.split(/\s+/, 50).length,
    siteLanguage: place?.language ?? 'en',
  })
  const asked = { language, country: place?.country ?? '', kinds: understanding.crisis.kinds }
  return { text: isEmergency ? emergencyText(asked) : crisisText(asked), numbers: emergencyNumbers(asked) }
}

async function readKept(spool: SealedSpool, name: string): Promise<Kept> {
  const { at, ...kept } = JSON.parse((await spool.read(name)).toString()) as Omit<Kept, 'at'> & { at: string }
  return { ...kept, at: new Date(at) }
}
