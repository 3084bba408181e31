/** How long a resolved conversation is opened again by a new message: versions, at most as long as the house allows (desk.md section 2). */
import * as z from 'zod'
import { instant, route, whole } from './route.ts'
import type { Role } from './role.ts'

const ADMINISTRATOR: readonly Role[] = ['administrator']

/** `version` 0: the days of the house. */
const SavedReopening = z.object({
  version: whole.min(0),
  days: z.number().int(),
  limits: z.object({ least: z.number().int(), most: z.number().int() }),
  /** The newest first. */
  history: z.array(z.object({ version: whole, at: instant, author: z.string().nullable(), days: z.number().int() })),
})

const base = { roles: ADMINISTRATOR, resource: 'reopening', patient: 'none' } as const
const tags = ['Organization']

export const reopening = {
  get: route({ ...base, audit: 'none' })
    .route({ method: 'GET', path: '/reopening', summary: 'How long a resolved conversation is opened again', tags })
    .output(SavedReopening),

  /** Refusals: INVALID_INPUT, field `days`, outside its limits; CHANGED_MEANWHILE when `version` is not the newest. */
  save: route({ ...base, audit: 'U' })
    .route({ method: 'POST', path: '/reopening', summary: 'Change how long a conversation is opened again', tags })
    .input(z.object({ version: whole.min(0), days: z.number().int().min(0).max(1_000) }))
    .output(SavedReopening),
}
