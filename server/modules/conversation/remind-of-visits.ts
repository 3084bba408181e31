/**
 * Each minute, the texts that tell visits (decision 0251): what is due is claimed, read again whole, and written once, in one transaction. What goes to
 * one number about one day is one text, which names nobody. In which conversation it stands: remind-store.ts.
 */
import {
  endReminder,
  isTooLate,
  languageOfReminder,
  lockDueReminder,
  lockToldTogether,
  mayWaitUntil,
  postponeReminder,
  reminderText,
  saveHanded,
  tellAppointment,
  TOLD_MAX,
  type DueReminder,
} from '#server/modules/appointment/index.ts'
import { systemContext } from '#server/platform/context.ts'
import { isUnavailable, type Database, type Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Jobs } from '#server/platform/jobs.ts'
import type { Hub } from '#server/platform/realtime.ts'
import { consentOf } from './care-consent.ts'
import { clocksOfNumber } from './clocks-of-number.ts'
import type { Decision } from './gate.ts'
import { decideAutomatic, storeAutomaticMessage } from './insert-automatic-message.ts'
import { quietUntil } from './quiet-hours.ts'
import { lineFor, lockThreadFor, nameOfOrganization, openThreadFor, whoseNumber } from './remind-store.ts'
import { loadRules } from './sending-rules.ts'
import { soundsOfHealth } from './texts.ts'

type Deps = { tx: Transaction; jobs: Jobs; hub: Hub; now: Date }

/** Texts of one organization in one run; the next run goes on. */
const AT_ONCE_MAX = 200

/** What fails of so many visits is a fault of all: the run ends. */
const FAILED_MAX = 20

/**
 * A visit that fails holds no other up: it is passed over until the next run, and the failure is thrown when all else is told.
 *
 * @returns how many steps were settled.
 */
export async function remindOfVisits(
  { db, jobs, hub, now }: { db: Database; jobs: Jobs; hub: Hub; now: () => Date },
  organizationId: string,
): Promise<number> {
  const failed: string[] = []
  let failure: unknown
  let settled = 0
  while (settled < AT_ONCE_MAX) {
    const context = systemContext(organizationId, newId(), 'job remind-of-visits')
    let at: string | undefined
    const isAt = (id: string) => void (at = id)
    try {
      if (!(await db.transaction(context, (tx) => remindOfNext({ tx, jobs, hub, now: now() }, failed, isAt)))) break
      settled += 1
    } catch (error) {
      if (at === undefined || isUnavailable(error) || failed.length >= FAILED_MAX) throw error
      failed.push(at)
      failure = error
    }
  }
  if (failure) throw failure
  return settled
}

/** @returns false when nothing is due. */
async function remindOfNext(deps: Deps, besides: readonly string[], isAt: (id: string) => void): Promise<boolean> {
  const { tx, now } = deps
  const due = await lockDueReminder(tx, besides, now)
  if (!due) return false
  isAt(due.id)
  if (!due.stands) await endReminder(tx, due, null, now)
  else if (isTooLate(due, now)) await skip(deps, due, 'TOO_LATE')
  else if (due.address === null) await skip(deps, due, 'NO_NUMBER')
  else await tellOrWait(deps, due, due.address)
  return true
}

async function tellOrWait(deps: Deps, due: DueReminder, address: string): Promise<void> {
  const { tx, now } = deps
  // A number that several have says nobody's name, and its texts are in nobody's record (desk-D4).
  const patientId = await whoseNumber(tx, address, due.patientId)
  // Before whoever gets it is held, as everywhere: the conversation first.
  const thread = await lockThreadFor(tx, { address, patientId }, now)
  const lineId = await lineFor(tx, thread)
  if (lineId === null) return skip(deps, due, 'NO_NUMBER')
  const place = { address, lineId, quiet: quietUntil(now, await clocksOfNumber(tx, address), await loadRules(tx)) }

  const decision = await decide(deps, due, place)
  if (decision.do === 'hold' && decision.until && mayWaitUntil(decision.until, due.startAt))
    return postponeReminder(tx, due, decision.until)
  if (decision.do !== 'allow') return skip(deps, due, decision.reason)

  const told = [due]
  for (const other of await lockToldTogether(tx, due, TOLD_MAX - 1))
    if ((await decide(deps, other, place)).do === 'allow') told.push(other)
  told.sort((one, another) => one.startAt.getTime() - another.startAt.getTime())

  const language = languageOfReminder(due.language)
  const shown = told.map((one) => ({ ...one, siteName: namesWhatFor(one.siteName) ? null : one.siteName }))
  const text = reminderText(language, await nameOfOrganization(tx), shown)
  // The conversation speaks as the patient does, whatever this text is written in.
  const conversationId = thread ?? (await openThreadFor(tx, { ...due, address, patientId, text }, now))
  const message = { conversationId, text, language, purpose: 'care', channel: 'sms', address, kind: 'visit-reminder' } as const // prettier-ignore
  const messageId = await storeAutomaticMessage(deps, message, 'queued')
  for (const appointment of told) {
    await saveHanded(tx, appointment, { address, conversationId, messageId }, now)
    const detail = { step: appointment.step, message: messageId }
    await tellAppointment(tx, { event: 'reminder.handed', appointment, conversationId, detail }, now)
  }
  tx.afterCommit(() => deps.hub.wake(tx.context.organizationId))
}

/** The name of a site may tell what the visit is for ("Oncology Pavilion"): then it is left out. */
const namesWhatFor = (name: string): boolean => soundsOfHealth(name) || OF_A_KIND.test(name.normalize('NFC'))
const OF_A_KIND =
  /oncolog|cancer|cáncer|tumou?r|behavio|mental|psych|psiqu|psicol|hiv|vih|infect|fertil|reproduct|urolog|nephrol|nefrol|dial[yi]s|diálisis|addict|adicci|recover|recuper|rehab|detox|hospice|matern|obstet|gyn|ginec|women|mujer|sexual|std|its\b|abort|pain|dolor|cardi|neuro|dermat|hepat|transplan|wound|herida|sleep|sueño|weight|obes|eating|memory|memoria/iu

type Place = { address: string; lineId: string; quiet: Date | null }

/** The gate, for this patient: each who is told agreed to it, lives, and is reached by text. */
async function decide({ tx, now }: Deps, due: DueReminder, { address, lineId, quiet }: Place): Promise<Decision> {
  if (!due.isActive) return { do: 'refuse', reason: 'RESTRICTED' }
  return decideAutomatic(
    { tx, now },
    {
      text: '',
      language: due.language,
      purpose: 'care',
      channel: 'sms',
      address,
      kind: 'visit-reminder',
      receiverIsAutomatic: false,
      facts: {
        consent: await consentOf(tx, { patientId: due.patientId, lineId }),
        hasDied: due.hasDied,
        confidentialChannel: due.confidentialChannel,
        quietUntil: quiet,
        // Nobody is writing at this moment: it does not ring at night (desk-D41).
        minutesSinceTheyWrote: null,
      },
    },
  )
}

async function skip({ tx, now }: Deps, due: DueReminder, cause: string): Promise<void> {
  await endReminder(tx, due, cause, now)
  await tellAppointment(tx, { event: 'reminder.skipped', appointment: due, detail: { step: due.step, cause } }, now)
}
