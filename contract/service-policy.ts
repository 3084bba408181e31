/** Service policies: which answers are promised how soon, tried out, published as a whole, and rolled back (desk-D24 to D27). */
import * as z from 'zod'
import { Channel, Urgency } from './conversation.ts'
import { givenInstant, id, instant, route, whole, WHOLE_MAX } from './route.ts'
import type { Role } from './role.ts'

const ADMINISTRATOR: readonly Role[] = ['administrator']

export const ClockKind = z.enum([
  'first-response',
  'next-response',
  'periodic-update',
  'resolution',
  'to-triage',
  'to-clinician',
  'result-told',
])

const some = <T extends z.ZodType>(part: T) => z.array(part).min(1).max(50).optional()

export const ServicePolicy = z.object({
  name: z.string().trim().min(1).max(80),
  /** Every part that is named must be one of its values; without parts it fits every conversation. */
  conditions: z.object({
    queue: some(id),
    site: some(id),
    channel: some(Channel),
    topic: some(z.string().max(60)),
  }),
  /** Minutes of working time by clock and urgency; a clock without a target does not run. */
  targets: z.partialRecord(ClockKind, z.partialRecord(Urgency, z.number())),
  /** Waiting on these stops the clocks, but those of an emergency and of clinical work. */
  pausesOn: z.array(z.enum(['patient', 'payer', 'pharmacy', 'laboratory', 'other-office'])).max(5),
  /** Counts day and night, not the opening hours of the site. */
  isAroundTheClock: z.boolean(),
  assistantAnswers: z.boolean(),
})

const policies = z.array(ServicePolicy).max(50)

export const PublishedPolicies = z.object({
  /** 0: nothing was ever published. */
  publication: whole,
  /** From when it counts; until then the one before it does. */
  effectiveAt: instant.nullable(),
  policies,
  /** The newest first. */
  history: z.array(
    z.object({
      publication: whole,
      effectiveAt: instant,
      author: z.string().nullable(),
      policies: z.number().int(),
    }),
  ),
})

const base = { roles: ADMINISTRATOR, resource: 'service-policy', patient: 'none' } as const

export const servicePolicy = {
  get: route({ ...base, audit: 'none' })
    .route({ method: 'GET', path: '/service-policies', summary: 'The policies in their order', tags: ['Organization'] })
    .output(PublishedPolicies),

  /** Nothing is saved. Refusals as with publishing. `place`: which of the policies fits; null: the queue's own promise. */
  preview: route({ ...base, audit: 'none' })
    .route({
      method: 'POST',
      path: '/service-policies/preview',
      summary: 'Deadlines of a message that would come now',
      tags: ['Organization'],
    })
    .input(
      z.object({
        policies,
        conversation: z.object({
          queueId: id.nullable(),
          siteId: id.nullable(),
          channel: Channel,
          topic: z.string().max(60).nullable(),
          urgency: Urgency,
        }),
      }),
    )
    .output(
      z.object({
        place: z.number().int().nullable(),
        clocks: z.array(z.object({ kind: ClockKind, dueAt: instant.nullable(), warnAt: instant.nullable() })),
      }),
    ),

  /**
   * The first that fits counts. What began before keeps what it was promised until `effectiveAt` (absent: now; a year ahead at most). A
   * publication that waits for a later moment is taken back by it. Refusals: INVALID_INPUT with field (`policies.0.targets.resolution.asap`,
   * `effectiveAt`) and reason (`TARGET_NOT_POSITIVE`, `TARGET_TOO_LONG`, `TOO_EARLY`, `TOO_LATE`); CHANGED_MEANWHILE when `publication` is
   * not the newest.
   */
  publish: route({ ...base, audit: 'U' })
    .route({
      method: 'POST',
      path: '/service-policies',
      summary: 'Publish the policies from a moment on',
      tags: ['Organization'],
    })
    .input(z.object({ publication: whole.min(0), effectiveAt: givenInstant.optional(), policies }))
    .output(PublishedPolicies),

  /** Publishes what an earlier publication said, from now on. Refusal NOT_FOUND: there is none of this number. */
  rollBack: route({ ...base, audit: 'U' })
    .route({
      method: 'POST',
      path: '/service-policies/{to}/roll-back',
      summary: 'Publish an earlier state again',
      tags: ['Organization'],
    })
    .input(z.object({ publication: whole.min(0), to: z.coerce.number().int().max(WHOLE_MAX).min(1) }))
    .output(PublishedPolicies),
}
