/** What is the same of our numbers, whether they take texts or calls: the account at a carrier, and where it tells what comes in. */
import * as z from 'zod'
import { id, instant } from './route.ts'

/** Days that the counts of a number are about. */
export const NUMBER_COUNT_DAYS = 7

export const OwnNumber = z.object({
  id,
  name: z.string(),
  /** E.164. */
  number: z.string(),
  /** Nothing comes in or goes out by a closed number. */
  isLive: z.boolean(),
  carrierAccount: z.string(),
  apiUrl: z.string(),
  /** Where the carrier sends what comes in, as a signed form. */
  url: z.string(),
  /** The hour in which something last came in. */
  lastSuccessAt: instant.nullable(),
})

export const CarrierAccount = z.object({
  carrierAccount: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]{1,100}$/),
  /** Signs what the carrier tells, and opens its interface; never shown again. */
  secret: z.string().regex(/^[\x21-\x7e]{8,200}$/),
  /** Where the carrier's interface begins. */
  apiUrl: z.url({ protocol: /^https?$/ }).max(500),
})

/** A new number of ours; in full, with its country. */
export const NewNumber = z.object({ name: z.string().trim().min(1).max(200), number: z.string().max(40) })
