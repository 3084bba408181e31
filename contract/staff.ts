/** Who works here: members, their roles, invitations, and one's own settings. */
import * as z from 'zod'
import { ALL_STAFF, id, instant, route, whole } from './route.ts'
import { STAFF_ROLES, type Role } from './role.ts'
import { SENSITIVITY_LABELS } from './sensitivity.ts'

/** Rights beside the role (trust.md section 2): a privacy officer reads reviews, `sensitive` opens labelled records. */
export const DUTIES = ['privacy_officer', 'on_call', 'trainer'] as const
const MANAGERS: readonly Role[] = ['administrator', 'supervisor']
const ADMINISTRATOR: readonly Role[] = ['administrator']

export const StaffMember = z.object({
  id,
  email: z.string(),
  given: z.string(),
  family: z.string(),
  role: z.enum(STAFF_ROLES),
  duties: z.array(z.enum(DUTIES)),
  languages: z.array(z.string()),
  siteId: id.nullable(),
  /** Sensitivity labels this person may read beside unlabelled records. */
  labels: z.array(z.string()),
  queueIds: z.array(id),
  state: z.enum(['planned', 'active', 'ended']),
  onDuty: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** When an open invitation ends; null without one. */
  invitedUntil: instant.nullable(),
  /** How its mail stands: it waits while sending is off, and what may not have arrived is to be sent anew. */
  invitationMail: z.enum(['waiting', 'sent', 'not-sent']).nullable(),
  endedAt: instant.nullable(),
  version: whole,
})

const profile = {
  given: z.string().trim().min(1).max(100),
  family: z.string().trim().min(1).max(100),
  role: z.enum(STAFF_ROLES),
  duties: z.array(z.enum(DUTIES)).max(10),
  languages: z.array(z.string().min(2).max(10)).min(1).max(20),
  siteId: id.nullable(),
  /** Kept of nurses and clinicians alone. */
  labels: z.array(z.enum(SENSITIVITY_LABELS)).max(SENSITIVITY_LABELS.length),
  queueIds: z.array(id).max(50),
}

/** Nobody else may open some open conversations, and it is done all the same; without it the refusal says how many. */
const evenIfUnread = z.boolean().default(false)

export const MySettings = z.object({
  undoSeconds: z.number().int().min(0).max(30),
  isAccepting: z.boolean(),
  onDuty: z.boolean(),
  languages: z.array(z.string().min(2).max(10)).min(1).max(20),
  /** Where a text message finds somebody who is on call and not at work (E.164); null: a mail alone. */
  onCallNumber: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/)
    .nullable(),
})

export const staff = {
  list: route({ roles: MANAGERS, resource: 'staff', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/staff', summary: 'Everybody who works or worked here', tags: ['Staff'] })
    .output(z.array(StaffMember)),

  /** Sends a link by mail, good once, for 72 hours. */
  invite: route({ roles: ADMINISTRATOR, resource: 'staff', patient: 'none', audit: 'C', stepUp: true })
    .route({ method: 'POST', path: '/staff', summary: 'Invite a colleague', tags: ['Staff'] })
    .input(z.object({ ...profile, email: z.email().max(320) }))
    .output(z.object({ staffId: id, invitedUntil: instant })),

  inviteAgain: route({ roles: ADMINISTRATOR, resource: 'staff', patient: 'none', audit: 'U' })
    .route({
      method: 'POST',
      path: '/staff/{staffId}/invitation',
      summary: 'Send a new link; the old one stops',
      tags: ['Staff'],
    })
    .input(z.object({ staffId: id }))
    .output(z.object({ invitedUntil: instant })),

  /** A change of role or rights ends the person's sessions. */
  update: route({ roles: ADMINISTRATOR, resource: 'staff', patient: 'none', audit: 'U', stepUp: true })
    .route({
      method: 'POST',
      path: '/staff/{staffId}',
      summary: 'Change role, duties, languages, queues',
      tags: ['Staff'],
    })
    .input(z.object({ staffId: id, version: whole, ...profile, evenIfUnread }))
    .output(StaffMember),

  /** Final. Sessions die at once; open conversations go back to their queue. */
  end: route({ roles: ADMINISTRATOR, resource: 'staff', patient: 'none', audit: 'U', stepUp: true })
    .route({ method: 'POST', path: '/staff/{staffId}/end', summary: 'End a membership', tags: ['Staff'] })
    .input(z.object({ staffId: id, version: whole, evenIfUnread }))
    .output(z.object({})),

  mySettings: route({ roles: ALL_STAFF, resource: 'staff', patient: 'none', audit: 'none' })
    .route({ method: 'GET', path: '/staff/me', summary: 'My settings', tags: ['Staff'] })
    .output(MySettings),

  /** What is absent stays as it is: it may have changed elsewhere since it was read. */
  saveMySettings: route({ roles: ALL_STAFF, resource: 'staff', patient: 'none', audit: 'U' })
    .route({ method: 'POST', path: '/staff/me', summary: 'Change my settings', tags: ['Staff'] })
    .input(MySettings.partial())
    .output(MySettings),
}
