/**
 * Texts out, by the interface that text message carriers share: `POST <api>/2010-04-01/Accounts/<account>/Messages.json` with a form.
 * Says honestly what is known: a refusal in words is known, what breaks off after the connection stood is not (desk-D43).
 *
 * Source: https://www.twilio.com/docs/messaging/api/message-resource
 */
import * as z from 'zod'
import { exchangeHttp, type OutboundRules } from '#server/platform/outbound.ts'
import { credentialsOf } from '../carrier.ts'
import type { OwnNumber } from './own-number.ts'

export type SmsReport =
  | { state: 'handed_over'; providerRef: string }
  | { state: 'failed'; cause: string; canRetry: boolean }
  | { state: 'unknown'; cause: string }

export type OutgoingSms = {
  from: OwnNumber
  /** E.164. */
  to: string
  text: string
  /** Where the carrier fetches the pictures that go along. */
  pictures: readonly string[]
  /** Where the carrier says what became of it; null: nobody asks. */
  statusUrl: string | null
}

const Accepted = z.object({ sid: z.string().regex(/^[A-Za-z0-9]{2,64}$/) })
const Refused = z.object({ code: z.number().int() })

export async function sendSms(
  { from, to, text, pictures, statusUrl }: OutgoingSms,
  outbound: OutboundRules,
): Promise<SmsReport> {
  const url = new URL(`${from.apiUrl}/2010-04-01/Accounts/${encodeURIComponent(from.carrierAccount)}/Messages.json`)
  const form = new URLSearchParams({ To: to, From: from.address, Body: text })
  for (const picture of pictures) form.append('MediaUrl', picture)
  if (statusUrl !== null) form.set('StatusCallback', statusUrl)
  const answer = await exchangeHttp(
    url,
    {
      method: 'POST',
      headers: {
        authorization: credentialsOf(from),
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: form.toString(),
    },
    outbound,
  )
  if (!answer.ok) {
    const cause = `sms-${answer.refusal.toLowerCase().replaceAll('_', '-')}`
    const mayHaveIt = answer.refusal === 'NO_ANSWER' || answer.refusal === 'TOO_LARGE'
    return mayHaveIt ? { state: 'unknown', cause } : { state: 'failed', cause, canRetry: true }
  }
  const { status, body } = answer.value
  const said = readJson(body)
  if (status >= 400 && status < 500) {
    const refused = Refused.safeParse(said)
    // Too fast, or an account that an administrator may put right, is worth another try; a number that is none is not.
    const canRetry = status === 429 || status === 401 || status === 403
    return { state: 'failed', cause: `sms-${refused.success ? refused.data.code : status}`, canRetry }
  }
  const accepted = Accepted.safeParse(said)
  if (status >= 200 && status < 300 && accepted.success) return { state: 'handed_over', providerRef: accepted.data.sid }
  return { state: 'unknown', cause: `sms-${status}` }
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString()) as unknown
  } catch {
    return undefined
  }
}
