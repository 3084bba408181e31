/**
 * When a hand-off that nobody has accepted is brought to more people, what the patient is told meanwhile, and how it is taken back
 * (understanding-D72). Pure.
 */
import type { HandOffReason } from './decide-turn.ts'

export type HandOffUrgency = 'routine' | 'urgent' | 'asap' | 'stat'

/** Seconds until more people are asked, of what cannot wait for its clock. An emergency has its own alert beside it (desk-D3). */
const DEADLINE_SECONDS: Partial<Record<HandOffUrgency, number>> = { stat: 60, asap: 120 }
/** Minutes where the conversation has no clock, and between the wider circle and the supervisors. */
const DEADLINE_MIN = 30

/** The patient is told again after so many minutes, if place or time have changed; so often at most; for so many hours. */
export const TELL_EVERY_MIN = 5
export const TOLD_MAX = 6
export const TELL_FOR_HOURS = 12

/** When more people are asked for the first time. @param dueAt when the conversation is due by its clocks, which run in opening hours. */
export function deadlineOf(urgency: HandOffUrgency, dueAt: Date | null, now: Date): Date {
  const seconds = DEADLINE_SECONDS[urgency]
  if (seconds !== undefined) return new Date(now.getTime() + seconds * 1000)
  return dueAt && dueAt > now ? dueAt : laterDeadline(urgency, now)
}

/** When they are asked the next time. */
export const laterDeadline = (urgency: HandOffUrgency, now: Date): Date =>
  new Date(now.getTime() + (DEADLINE_SECONDS[urgency] ?? DEADLINE_MIN * 60) * 1000)

/** Minutes until those of a circle are looked for again, where nobody of it is there; and for how many days. */
const NOBODY_THERE_MIN = 5
const LOOK_FOR_DAYS = 7

/** Nobody was there to be asked: that asked no one, and those who come on duty later are. @returns null: it is looked for no longer. */
export function lookAgainAt(requestedAt: Date, now: Date): Date | null {
  const isOver = now.getTime() - requestedAt.getTime() > LOOK_FOR_DAYS * 86_400_000
  return isOver ? null : new Date(now.getTime() + NOBODY_THERE_MIN * 60_000)
}

/** Circles of people that are asked, one after the other. */
export const CIRCLES = 2

type Asking = { reason: HandOffReason; deadlineAt: Date | null; widened: number; audience: string[] }

/**
 * What came since may be more urgent: then people have less time, and where it is for clinicians only now, these are asked from the first circle
 * on. @param deadlineAt null: nobody more was to be asked, as all were, or as somebody had put it aside. @returns null: it stays as it is.
 */
export function hurried(
  { reason, deadlineAt, widened, audience }: Asking,
  { urgency, dueAt }: { urgency: HandOffUrgency; dueAt: Date | null },
  now: Date,
): Omit<Asking, 'reason'> | null {
  const next = deadlineOf(urgency, dueAt, now)
  const cannotWait = DEADLINE_SECONDS[urgency] !== undefined
  const isAnew = cannotWait && !isForClinicians(reason, 'routine')
  if (deadlineAt ? next >= deadlineAt : !cannotWait || (widened >= CIRCLES && !isAnew)) return null
  return isAnew ? { deadlineAt: next, widened: 0, audience: [] } : { deadlineAt: next, widened, audience }
}

/** What may be clinical is for nurses and clinicians, and is brought to whoever is on call when it is closed. */
export const isForClinicians = (reason: HandOffReason, urgency: HandOffUrgency): boolean =>
  reason === 'clinical' || reason === 'danger' || urgency === 'asap' || urgency === 'stat'

export type Circle = { roles: readonly string[]; onCall: boolean; most: number }

/** Who is asked next. @param widened how often more people were asked. @returns null: nobody more; it waits for the next opening hour. */
export function circleOf(
  widened: number,
  { forClinicians, isOpen }: { forClinicians: boolean; isOpen: boolean },
): Circle | null {
  if (!isOpen && !forClinicians) return null
  if (widened > 0) return { roles: ['supervisor'], onCall: !isOpen, most: 5 }
  return { roles: forClinicians ? ['nurse', 'clinician'] : ['agent', 'front_desk', 'nurse'], onCall: !isOpen, most: 10 }
}

/** Whether the patient may take it back himself: what may be about health stays with people. */
export const mayTakeBack = (reason: HandOffReason, urgency: HandOffUrgency): boolean =>
  urgency === 'routine' && !isForClinicians(reason, urgency)

/** The longest text that is looked at: who takes something back says little else. */
const TAKES_BACK_MAX = 200

/** The whole message says that no person is wanted any more, and nothing else. */
export function takesBack(text: string): boolean {
  if (text.length > TAKES_BACK_MAX) return false
  const words = text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/['’]/g, '').toLowerCase().match(/[\p{L}\d]+/gu) ?? [] // prettier-ignore
  const from = words.findIndex((word) => !POLITE.has(word))
  const to = words.findLastIndex((word) => !POLITE.has(word))
  return from >= 0 && TAKEN_BACK.has(words.slice(from, to + 1).join(' '))
}

const POLITE: ReadonlySet<string> = new Set(
  'ok okay oh actually well please thanks thank you sorry so bueno pues gracias perdon por favor muchas'.split(' '),
)

const TAKEN_BACK: ReadonlySet<string> = new Set([
  'never mind',
  'nevermind',
  'forget it',
  'forget that',
  'no person needed',
  'no need for a person',
  'i dont need a person',
  'i do not need a person',
  'i dont need a person anymore',
  'i dont need a person any more',
  'i no longer need a person',
  'i do not want a person anymore',
  'i dont want a person anymore',
  'i dont need anyone anymore',
  'no one needs to answer',
  'its no longer needed',
  'no longer needed',
  'go on with the helper',
  'back to the helper',
  'olvidelo',
  'olvidalo',
  'no importa',
  'no hace falta',
  'ya no hace falta',
  'dejelo asi',
  'dejalo asi',
  'no necesito una persona',
  'no necesito a una persona',
  'ya no necesito una persona',
  'ya no necesito a una persona',
  'ya no quiero hablar con una persona',
  'ya no necesito a nadie',
  'siga con la ayuda automatica',
])
