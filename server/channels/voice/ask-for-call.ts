/**
 * Asks a carrier for one call: `POST <api>/2010-04-01/Accounts/<account>/Calls.json` with a form; or to come for what a call under way hears next:
 * `POST .../Calls/<call>.json`.
 *
 * Source: https://www.twilio.com/docs/voice/api/call-resource
 */
import * as z from 'zod'
import { exchangeHttp, type OutboundRules } from '#server/platform/outbound.ts'
import { credentialsOf } from '../carrier.ts'
import type { OwnLine } from './own-line.ts'

/** How long the first telephone rings, in seconds. */
const RING_SECONDS = 30
const Placed = z.object({ sid: z.string().regex(/^[A-Za-z0-9]{2,64}$/) })

/** `unknown`: it may ring. */
export type PlacedCall = { is: 'placed'; carrierCallId: string } | { is: 'refused' } | { is: 'unknown' }

/** `url`: where the carrier asks what is heard; `more`: other fields of its form. */
export async function askForCall(
  line: OwnLine,
  {
    to,
    url,
    statusCallback,
    more = {},
  }: { to: string; url: string; statusCallback: string; more?: Record<string, string> },
  outbound: OutboundRules,
): Promise<PlacedCall> {
  const form = new URLSearchParams({
    To: to,
    From: line.address,
    Url: url,
    Method: 'POST',
    StatusCallback: statusCallback,
    StatusCallbackMethod: 'POST',
    Timeout: String(RING_SECONDS),
    ...more,
  })
  const answer = await tellCarrier(line, 'Calls.json', form, outbound)
  if (!answer.ok) {
    const mayRing = answer.refusal === 'NO_ANSWER' || answer.refusal === 'TOO_LARGE'
    return { is: mayRing ? 'unknown' : 'refused' }
  }
  const { status, body } = answer.value
  if (status >= 400 && status < 500) return { is: 'refused' }
  const placed = Placed.safeParse(readJson(body))
  return status < 300 && placed.success ? { is: 'placed', carrierCallId: placed.data.sid } : { is: 'unknown' }
}

/** `unknown`: it may come all the same. */
export async function redirectCall(
  line: OwnLine,
  { carrierCallId, url }: { carrierCallId: string; url: string },
  outbound: OutboundRules,
): Promise<'done' | 'refused' | 'unknown'> {
  const form = new URLSearchParams({ Url: url, Method: 'POST' })
  const answer = await tellCarrier(line, `Calls/${encodeURIComponent(carrierCallId)}.json`, form, outbound)
  if (!answer.ok) return answer.refusal === 'NO_ANSWER' || answer.refusal === 'TOO_LARGE' ? 'unknown' : 'refused'
  const { status } = answer.value
  return status < 300 ? 'done' : status >= 400 && status < 500 ? 'refused' : 'unknown'
}

const tellCarrier = (line: OwnLine, resource: string, form: URLSearchParams, outbound: OutboundRules) =>
  exchangeHttp(
    new URL(`${line.apiUrl}/2010-04-01/Accounts/${encodeURIComponent(line.carrierAccount)}/${resource}`),
    {
      method: 'POST',
      headers: { authorization: credentialsOf(line), 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    },
    outbound,
  )

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString()) as unknown
  } catch {
    return undefined
  }
}
