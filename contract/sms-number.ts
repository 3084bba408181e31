/** Numbers that send and receive text messages, each with its account at a carrier. */
import * as z from 'zod'
import type { Role } from './role.ts'
import { CarrierAccount, NewNumber, OwnNumber } from './own-number.ts'
import { id, route } from './route.ts'

const ADMINISTRATOR: readonly Role[] = ['administrator']

export const SmsNumber = OwnNumber.extend({
  /** What became of the texts of the last 7 days: of those that came to this number, and of all that left. */
  counts: z.object({
    stored: z.number().int(),
    duplicate: z.number().int(),
    refused: z.number().int(),
    setAside: z.number().int(),
    handedOver: z.number().int(),
    failed: z.number().int(),
    unknown: z.number().int(),
  }),
})

export const SmsTest = z.object({
  /** What the carrier said at once; `refused`: the gate did not let it out, and no carrier was asked. */
  outcome: z.enum(['handed_over', 'failed', 'unknown', 'refused']),
  /** The gate's reason or the carrier's code; null when it was handed over. */
  cause: z.string().nullable(),
})

const base = { roles: ADMINISTRATOR, resource: 'sms-number', patient: 'none' } as const

export const smsNumber = {
  list: route({ ...base, audit: 'none' })
    .route({ method: 'GET', path: '/sms-numbers', summary: 'Numbers for text messages', tags: ['Organization'] })
    .output(z.array(SmsNumber)),

  /** Refusal INVALID_INPUT, field `number`: no number, or another door has it (reason `taken`). */
  add: route({ ...base, audit: 'C', stepUp: true })
    .route({ method: 'POST', path: '/sms-numbers', summary: 'Add a number for text messages', tags: ['Organization'] })
    .input(CarrierAccount.extend(NewNumber.shape))
    .output(z.array(SmsNumber)),

  changeCarrier: route({ ...base, audit: 'U', stepUp: true })
    .route({
      method: 'POST',
      path: '/sms-numbers/{smsNumberId}/carrier',
      summary: 'Give a number another account or secret of its carrier',
      tags: ['Organization'],
    })
    .input(CarrierAccount.extend({ smsNumberId: id }))
    .output(z.array(SmsNumber)),

  /**
   * Sends one text of fixed words, which is in no conversation. Refusals: INVALID_INPUT, field `to`; NOT_FOUND, also for a closed number;
   * SLOW_DOWN after ten within an hour.
   */
  sendTest: route({ ...base, audit: 'E', stepUp: true })
    .route({
      method: 'POST',
      path: '/sms-numbers/{smsNumberId}/test',
      summary: 'Send a test message from a number',
      tags: ['Organization'],
    })
    .input(z.object({ smsNumberId: id, to: z.string().max(40) }))
    .output(SmsTest),
}
