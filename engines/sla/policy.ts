/** Service policies: which clocks a conversation has, how long each may take, and which hours it counts (desk-D25 to D27). */
import type { Calendar } from '#engines/calendar/calendar.ts'

export const CLOCK_KINDS = [
  'first-response',
  'next-response',
  'periodic-update',
  'resolution',
  'to-triage',
  'to-clinician',
  'result-told',
] as const
export type ClockKind = (typeof CLOCK_KINDS)[number]

/** These count day and night and never pause, as does every clock of a `stat` conversation (desk-D26). */
export const CLINICAL_KINDS: ReadonlySet<ClockKind> = new Set(['to-triage', 'to-clinician', 'result-told'])

export const URGENCIES = ['routine', 'urgent', 'asap', 'stat'] as const
export type Urgency = (typeof URGENCIES)[number]

/** Whom a waiting conversation waits for. `clinician` is ourselves and never pauses a clock. */
export const WAITING_ON = ['patient', 'clinician', 'payer', 'pharmacy', 'laboratory', 'other-office'] as const
export type WaitingOn = (typeof WAITING_ON)[number]

/** What a policy may ask of a conversation. */
export const FACTS = ['queue', 'site', 'channel', 'topic'] as const
export type Facts = Partial<Record<(typeof FACTS)[number], string | null>>

export type Policy = {
  id: string
  /** Of one id the lowest version counts until an event names another. */
  version: number
  /** Every fact named here must be one of the given values; a policy without facts fits every conversation. */
  when?: Partial<Record<(typeof FACTS)[number], readonly string[]>>
  /** Minutes of working time by clock and urgency; a clock without a target does not run. */
  targets: Partial<Record<ClockKind, Partial<Record<Urgency, number>>>>
  /** A calendar's id, or `always`. Without it: the calendar of the conversation's site, else the organization's, else `always`. */
  calendar?: string
  /** Waiting on these pauses; without it waiting on the patient alone does. */
  pausesOn?: readonly WaitingOn[]
  /** Whether an answer of the assistant counts, as long as the patient does not ask again. */
  assistantAnswers?: boolean
}

export type ServiceCalendar = Calendar & {
  id: string
  /** Of one id the lowest version counts until an event names another. */
  version: number
  /** The site whose hours these are; without it the organization's. */
  site?: string | null
}

/** The longest target, in minutes: a leap year. */
export const TARGET_MAX_MIN = 366 * 24 * 60

export type PolicyFault = { code: 'TARGET_NOT_POSITIVE' | 'TARGET_TOO_LONG' | 'NEVER_PAUSES'; field: string }

/** What is wrong with a policy that is to be saved. `field` is a path: `targets.resolution.asap`. */
export function policyFaults({ targets, pausesOn = [] }: Pick<Policy, 'targets' | 'pausesOn'>): PolicyFault[] {
  const faults: PolicyFault[] = []
  for (const [kind, byUrgency] of Object.entries(targets)) {
    for (const [urgency, minutes] of Object.entries(byUrgency)) {
      const field = `targets.${kind}.${urgency}`
      if (!(minutes > 0)) faults.push({ code: 'TARGET_NOT_POSITIVE', field })
      else if (minutes > TARGET_MAX_MIN) faults.push({ code: 'TARGET_TOO_LONG', field })
    }
  }
  const ours = pausesOn.indexOf('clinician')
  if (ours >= 0) faults.push({ code: 'NEVER_PAUSES', field: `pausesOn.${ours}` })
  return faults
}
