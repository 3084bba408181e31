/** What the clocks of an organization are computed with: policies and calendars in all their versions, and when each began to count. */
import type { ClockEvent } from '#engines/sla/events.ts'
import type { Policy, ServiceCalendar } from '#engines/sla/policy.ts'
import type { Transaction } from '#server/platform/database.ts'
import { standing } from './rules.ts'
import { calendarVersions, policyVersions, type CalendarRow, type PolicyRow } from './store.ts'

export type ServiceTerms = { policies: Policy[]; calendars: ServiceCalendar[]; changes: ClockEvent[] }
export type QueuePromise = { id: string; firstReplyMinutes: number }

/** Longest wait for a person's answer where no policy says otherwise, in minutes; routine takes the queue's own. Source: decision 0004. */
const ANSWER_MIN = { stat: 5, asap: 30, urgent: 240 }
/** Where a conversation is in no queue. */
const ROUTINE_MIN = 24 * 60

/** A conversation that no policy of the organization fits is still promised an answer: its queue's own (decision 0062). */
export function termsOf(
  policies: readonly PolicyRow[],
  calendars: readonly CalendarRow[],
  queues: readonly QueuePromise[],
): ServiceTerms {
  const ownPolicies = policies.map(
    ({ id, version, conditions, targets, pausesOn, isAroundTheClock, assistantAnswers }): Policy => ({
      id,
      version,
      when: conditions,
      targets,
      pausesOn,
      assistantAnswers,
      ...(isAroundTheClock ? { calendar: 'always' } : {}),
    }),
  )
  const promises = queues.map(({ id, firstReplyMinutes }) => queuePolicy(`queue:${id}`, firstReplyMinutes, [id]))
  return {
    policies: [...ownPolicies, ...promises, queuePolicy('no-queue', ROUTINE_MIN)],
    calendars: calendars.map(({ siteId, ...calendar }) => ({ ...calendar, site: siteId })),
    changes: [...changesOf('policy', policies), ...changesOf('calendar', calendars)],
  }
}

export async function loadTerms(tx: Transaction, queues: readonly QueuePromise[]): Promise<ServiceTerms> {
  const [policies, calendars] = await Promise.all([policyVersions(tx), calendarVersions(tx)])
  return termsOf(standing(policies), calendars, queues)
}

function queuePolicy(id: string, routine: number, queue?: string[]): Policy {
  const minutes = { routine, ...ANSWER_MIN }
  return {
    id,
    version: 1,
    ...(queue ? { when: { queue } } : {}),
    targets: { 'first-response': minutes, 'next-response': minutes },
  }
}

type Version = { id: string; version: number; effectiveAt: Date }

/** The first version of each counts from the beginning; it needs no event. */
const changesOf = (type: 'policy' | 'calendar', rows: readonly Version[]): ClockEvent[] =>
  rows
    .filter(({ id, version }) => rows.some((one) => one.id === id && one.version < version))
    .map(({ id, version, effectiveAt }) => ({ seq: 0, at: effectiveAt.toISOString(), type, id, version }))
