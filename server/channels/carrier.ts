/** An account at a carrier of texts and calls, and what is fetched from there: files of a text message, recordings. */
import { exchangeHttp, type OutboundRules } from '#server/platform/outbound.ts'

export type Carrier = {
  carrierAccount: string
  secret: string
  /** Where the carrier's interface begins, without a slash at the end. */
  apiUrl: string
}

/** Carriers keep files elsewhere and say where. */
const REDIRECTS_MAX = 2

export const asKept = ({ carrierAccount, secret, apiUrl }: Carrier): Carrier => ({
  carrierAccount,
  secret,
  apiUrl: apiUrl.replace(/\/+$/, ''),
})

export const credentialsOf = ({ carrierAccount, secret }: Carrier): string =>
  `Basic ${Buffer.from(`${carrierAccount}:${secret}`).toString('base64')}`

/** Our credentials go to the carrier's own host only. @returns undefined when it cannot be had. */
export async function fetchFromCarrier(
  carrier: Carrier,
  text: string,
  outbound: OutboundRules,
): Promise<Buffer | undefined> {
  let address = URL.parse(text)
  for (let hop = 0; hop <= REDIRECTS_MAX && address; hop++) {
    const isCarriers = address.origin === new URL(carrier.apiUrl).origin
    const answer = await exchangeHttp(
      address,
      { headers: isCarriers ? { authorization: credentialsOf(carrier) } : {} },
      outbound,
    )
    if (!answer.ok) return undefined
    const { status, headers, body } = answer.value
    if (status === 200) return body
    const { location } = headers
    address = status >= 300 && status < 400 && typeof location === 'string' ? URL.parse(location, address) : null
  }
  return undefined
}
