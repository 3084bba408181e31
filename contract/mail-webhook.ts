/** Addresses to which a mail provider pushes the mail of a mailbox, in the Standard Webhooks form. */
import * as z from 'zod'
import type { Role } from './role.ts'
import { id, instant, route } from './route.ts'

const ADMINISTRATOR: readonly Role[] = ['administrator']

/** Days for which the secret before the present one signs as well, and for which ids of hand-overs are kept. */
export const MAIL_WEBHOOK_DAYS = 7

export const MailWebhook = z.object({
  id,
  /** The mailbox (a door of the organization), and its address. */
  mailboxId: id,
  mailbox: z.string(),
  /** Where the provider sends `POST` with the raw mail as `message/rfc822`. */
  url: z.string(),
  createdAt: instant,
  /** Until when the secret before the present one is valid too. */
  oldSecretUntil: instant.nullable(),
  lastSuccessAt: instant.nullable(),
  /** What became of the mails of the last 7 days. */
  counts: z.object({
    stored: z.number().int(),
    duplicate: z.number().int(),
    refused: z.number().int(),
    setAside: z.number().int(),
  }),
})

/** The secret (`whsec_...`) is shown this once. */
const WithSecret = z.object({ webhooks: z.array(MailWebhook), secret: z.string() })

const base = { roles: ADMINISTRATOR, resource: 'mail-webhook', patient: 'none' } as const

export const mailWebhook = {
  list: route({ ...base, audit: 'none' })
    .route({ method: 'GET', path: '/mail-webhooks', summary: 'Mail webhooks of the mailboxes', tags: ['Organization'] })
    .output(z.array(MailWebhook)),

  /** Refusal STATE_NOT_ALLOWED: the mailbox has one already. */
  open: route({ ...base, audit: 'C', stepUp: true })
    .route({ method: 'POST', path: '/mail-webhooks', summary: 'Open a mail webhook', tags: ['Organization'] })
    .input(z.object({ mailboxId: id }))
    .output(WithSecret),

  rotate: route({ ...base, audit: 'U', stepUp: true })
    .route({
      method: 'POST',
      path: '/mail-webhooks/{mailWebhookId}/secret',
      summary: 'Make a new secret; the old one is valid for 7 more days, or ends at once',
      tags: ['Organization'],
    })
    .input(z.object({ mailWebhookId: id, keepsOld: z.boolean() }))
    .output(WithSecret),

  /** The address takes nothing in any more. */
  close: route({ ...base, audit: 'D', stepUp: true })
    .route({
      method: 'POST',
      path: '/mail-webhooks/{mailWebhookId}/close',
      summary: 'Close a mail webhook',
      tags: ['Organization'],
    })
    .input(z.object({ mailWebhookId: id }))
    .output(z.array(MailWebhook)),
}
