/** Who is given which work, and why: availability, offers, reasons, and what an organization sets for its routing. */
import * as z from 'zod'
import { CONDITIONS } from '#engines/routing/conditions.ts'
import { RANKED_REASONS } from '#engines/routing/route.ts'
import { Exceptions, Weekly } from './opening-hours.ts'
import { ALL_STAFF, DESK, id, instant, route, whole } from './route.ts'
import type { Role } from './role.ts'

const ADMINISTRATOR: readonly Role[] = ['administrator']
const MANAGERS: readonly Role[] = ['administrator', 'supervisor']

export const AWAY_REASONS = ['break', 'meal', 'meeting', 'training', 'paperwork', 'other'] as const

export const MyAvailability = z.object({
  /** Work is given out by itself here; without it nobody is offered anything. */
  isAutomatic: z.boolean(),
  isAccepting: z.boolean(),
  awayReason: z.enum(AWAY_REASONS).nullable(),
  awaySince: instant.nullable(),
})

/** A reason is a code; its words are in the catalogues (`desk.routing.reason.<code>`), with these values. */
export const RoutingReason = z.object({
  code: z.enum([...RANKED_REASONS, ...CONDITIONS]),
  /** What it adds to the score; null for a condition. */
  points: z.number().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const RoutingDecision = z.object({
  /** The input of the decision, as the journal names it. */
  snapshotId: id,
  at: instant,
  /** Held out to this person until then; null when it is not (any more). */
  offer: z.object({ staffId: id, until: instant }).nullable(),
  /** Whom the decision chose, when that person has it or is offered it now. */
  chosen: z.object({ staffId: id, name: z.string(), score: z.number(), reasons: z.array(RoutingReason) }).nullable(),
  /** Conditions that nobody meets, while it is nobody's; supervisors only. */
  missing: z.array(RoutingReason),
  /** Who else fitted, and who did not and why; supervisors only. */
  others: z.array(
    z.object({ staffId: id, name: z.string(), score: z.number().nullable(), reasons: z.array(RoutingReason) }),
  ),
})

const level = z.number().int().min(0).max(5)
const skills = z.record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), level)
const points = z.number().min(0).max(1_000)

export const RoutingSettings = z.object({
  /** 0: nothing was ever set. */
  version: whole.min(0),
  isAutomatic: z.boolean(),
  policy: z.object({
    weights: z.object({
      continuity: points,
      nativeLanguage: points,
      freeLoad: points,
      skillFit: points,
      idleTime: points,
    }),
    points: z.object({
      call: points,
      video: points,
      'live-chat': points,
      'front-desk': points,
      async: points,
    }),
    distressFactor: z.number(),
    occupancyCapPercent: z.number(),
    occupancyMin: z.number(),
    shiftEndHalvesMin: z.number(),
    shiftEndNoLiveMin: z.number(),
    recoveryMin: z.number(),
    idleFullMin: z.number(),
    returnMax: z.number(),
    returnMin: z.number(),
    /** Seconds for which something is held out to one person. */
    offerSeconds: z.object({ stat: z.number(), live: z.number(), other: z.number() }),
  }),
  /** Least level by skill that work of a queue asks for. */
  queueSkills: z.record(id, skills),
})

export const MemberCapacity = z.object({
  staffId: id,
  name: z.string(),
  /** Points of work at once. */
  capacity: z.number().int().min(0).max(1_000),
  skills,
  /** 0: never set. */
  version: whole.min(0),
  /** Who set it last, and when; null where nobody did. */
  author: z.string().nullable(),
  changedAt: instant.nullable(),
})

/** A week of work, as opening hours are written; dates that are different stand in `exceptions`. */
export const ShiftPattern = z.object({
  staffId: id,
  timeZone: z.string().max(60),
  weekly: Weekly,
  exceptions: Exceptions,
  /** 0: never set. */
  version: whole.min(0),
  author: z.string().nullable(),
  changedAt: instant.nullable(),
})

export const workload = {
  mine: route({ roles: DESK, resource: 'workload', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/workload/me', summary: 'Whether I am given work', tags: ['Workload'] })
    .output(MyAvailability),

  /** Without a reason to be away one is ready, and gets of what waits: at most 3 in the first 5 minutes. */
  setMine: route({ roles: DESK, resource: 'workload', patient: 'none', audit: 'U' })
    .route({ method: 'POST', path: '/workload/me', summary: 'Be away, or ready for work', tags: ['Workload'] })
    .input(z.object({ awayReason: z.enum(AWAY_REASONS).nullable() }))
    .output(MyAvailability),

  /** A supervisor says that somebody takes no work now, or takes it again; the person reads it of himself. */
  setOf: route({ roles: MANAGERS, resource: 'workload', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/workload/members/{staffId}/availability',
      summary: 'Let a colleague be away, or ready for work',
      tags: ['Workload'],
    })
    .input(z.object({ staffId: id, awayReason: z.enum(AWAY_REASONS).nullable() }))
    .output(z.object({})),

  /**
   * By mail, and by text message where the person gave a number. Refusal STATE_NOT_ALLOWED: the person is here and ready, or was asked within
   * the last 15 minutes.
   */
  callIn: route({ roles: MANAGERS, resource: 'workload', patient: 'none', audit: 'E' })
    .route({
      method: 'POST',
      path: '/workload/members/{staffId}/call-in',
      summary: 'Ask a colleague who is away to come in',
      tags: ['Workload'],
    })
    .input(z.object({ staffId: id }))
    .output(z.object({ calledInAt: instant })),

  /** An offer is taken by `conversation.assign` to oneself, or by answering. Refusal STATE_NOT_ALLOWED: it is not held out to you. */
  pass: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'U' })
    .route({
      method: 'POST',
      path: '/conversations/{conversationId}/offer/pass',
      summary: 'Let an offer go to the next',
      tags: ['Workload'],
    })
    .input(z.object({ conversationId: id }))
    .output(z.object({})),

  /** Null: nothing was decided about it by routing. */
  decision: route({ roles: DESK, resource: 'conversation', patient: 'of-resource', audit: 'R' })
    .route({
      method: 'GET',
      path: '/conversations/{conversationId}/routing',
      summary: 'Why this person has it, and why not another',
      tags: ['Workload'],
    })
    .input(z.object({ conversationId: id }))
    .output(z.object({ decision: RoutingDecision.nullable() })),

  settings: route({ roles: ALL_STAFF, resource: 'workload', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/workload/settings', summary: 'How work is given out', tags: ['Workload'] })
    .output(RoutingSettings),

  /** Each save is a version. Refusal INVALID_INPUT names a field outside its limits, such as `policy.recoveryMin`. */
  saveSettings: route({ roles: ADMINISTRATOR, resource: 'workload', patient: 'none', audit: 'U' })
    .route({ method: 'POST', path: '/workload/settings', summary: 'Change how work is given out', tags: ['Workload'] })
    .input(RoutingSettings)
    .output(RoutingSettings),

  members: route({ roles: MANAGERS, resource: 'workload', patient: 'none', audit: 'none' })
    .route({
      method: 'GET',
      path: '/workload/members',
      summary: 'Capacity and skills of everybody',
      tags: ['Workload'],
    })
    .output(z.array(MemberCapacity)),

  saveMember: route({ roles: MANAGERS, resource: 'workload', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/workload/members/{staffId}',
      summary: 'Change capacity and skills',
      tags: ['Workload'],
    })
    .input(MemberCapacity.omit({ name: true, author: true, changedAt: true }))
    .output(MemberCapacity.omit({ name: true, author: true, changedAt: true })),

  /** Shifts that began before `from` stay. Where nobody has a shift, whoever is signed in and accepting is at work. */
  saveShifts: route({ roles: MANAGERS, resource: 'workload', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/workload/members/{staffId}/shifts',
      summary: 'Replace the shifts from a moment on',
      tags: ['Workload'],
    })
    .input(
      z.object({
        staffId: id,
        from: instant,
        shifts: z.array(z.object({ startsAt: instant, endsAt: instant })).max(200),
      }),
    )
    .output(z.object({})),

  pattern: route({ roles: MANAGERS, resource: 'workload', patient: 'none', audit: 'none' })
    .route({
      method: 'GET',
      path: '/workload/members/{staffId}/week',
      summary: 'The week in which a colleague works',
      tags: ['Workload'],
    })
    .input(z.object({ staffId: id }))
    .output(ShiftPattern),

  /**
   * Its shifts are written down for the next eight weeks, in place of those that have not begun. Refusals: INVALID_INPUT with field and
   * reason as of opening hours, CALENDAR_NEVER_OPEN, CHANGED_MEANWHILE.
   */
  savePattern: route({ roles: MANAGERS, resource: 'workload', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/workload/members/{staffId}/week',
      summary: 'Change the week in which a colleague works',
      tags: ['Workload'],
    })
    .input(ShiftPattern.omit({ author: true, changedAt: true }))
    .output(ShiftPattern),
}
