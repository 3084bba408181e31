/** How much an organization sends by itself, and when it is night: versions, stricter than the house and never looser (desk-D41, D42). */
import * as z from 'zod'
import { instant, route, whole } from './route.ts'
import type { Role } from './role.ts'

const ADMINISTRATOR: readonly Role[] = ['administrator']
const count = z.number().int().min(0).max(1_000)

/** The limits of each are told by `limits` of the answer; what lies outside is refused with its field. */
export const SendingRules = z.object({
  /** Nothing rings from this hour in the evening to that hour in the morning, on the clock of the receiver. */
  quietFromHour: count,
  quietToHour: count,
  /** Automatic messages to one person, over all channels. */
  automaticPerDay: count,
  /** Automatic text messages to one number. */
  automaticSmsPerDay: count,
  automaticSmsPerWeek: count,
  /** Automatic mail to one address, and through one mailbox. */
  automaticMailPerHour: count,
  automaticMailPerMailboxMinute: count,
})

const limit = z.object({ least: count, most: count })
export const SavedSendingRules = z.object({
  /** 0: the rules of the house. */
  version: whole.min(0),
  rules: SendingRules,
  limits: z.record(SendingRules.keyof(), limit),
  /** The newest first. */
  history: z.array(z.object({ version: whole, at: instant, author: z.string().nullable(), rules: SendingRules })),
})

const base = { roles: ADMINISTRATOR, resource: 'sending-rules', patient: 'none' } as const

export const sendingRules = {
  get: route({ ...base, audit: 'none' })
    .route({
      method: 'GET',
      path: '/sending-rules',
      summary: 'How much is sent by itself, and when it is night',
      tags: ['Organization'],
    })
    .output(SavedSendingRules),

  /** Refusal INVALID_INPUT names a field outside its limits, such as `rules.quietFromHour`; CHANGED_MEANWHILE when `version` is not the newest. */
  save: route({ ...base, audit: 'U' })
    .route({ method: 'POST', path: '/sending-rules', summary: 'Change what is sent by itself', tags: ['Organization'] })
    .input(z.object({ version: whole.min(0), rules: SendingRules }))
    .output(SavedSendingRules),
}
