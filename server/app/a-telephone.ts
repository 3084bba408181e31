/** For tests: a number that takes calls, and callers who speak over the signed webhooks of its carrier. */
import { randomUUID } from 'node:crypto'
import { addLine } from '#server/channels/voice/own-line.ts'
import { endpointOf } from '#server/channels/hook-endpoint.ts'
import type { Product } from './a-product.ts'
import { PUBLIC_URL } from './a-product.ts'
import { anInbox } from './an-inbox.ts'
import { readTwiml } from './call-simulator.ts'
import { signedPush } from './signed-push.ts'

const CARRIER = { name: 'Calls', address: '+12125550100', carrierAccount: 'AC1', secret: 'a-secret-of-tests', apiUrl: 'http://127.0.0.1:9' } // prettier-ignore
/** Nobody sits at a desk's telephone here. */
const ALONE = { deskNumber: null, callsAtOnce: 9, isTranscribed: false }

export async function aTelephone(product: Product, { organizationId }: { organizationId: string }) {
  const { asSystem } = anInbox(product, { organizationId })
  await asSystem((tx) => addLine(tx, product.keys, { ...CARRIER, ...ALONE }, product.clock.now))
  const [line] = await product.look<{ id: string }>(
    `select id from channel_account where organization_id = $1 and channel = 'voice'`,
    [organizationId],
  )
  const hook = `/hooks/voice/${endpointOf(organizationId, line?.id ?? '')}`
  const push = signedPush(product.app, PUBLIC_URL, CARRIER)

  /** A call that has just come in and was told the first sentence. */
  return async (from: string) => {
    const sid = `CA${randomUUID().replaceAll('-', '')}`
    const form = (over: Record<string, string>) => ({ CallSid: sid, AccountSid: CARRIER.carrierAccount, From: from, To: CARRIER.address, CallStatus: 'in-progress', ...over }) // prettier-ignore
    const tell = async (path: string, over: Record<string, string>): Promise<string> => {
      const { status, text } = await push(path, form(over))
      if (status !== 200) throw new Error(`a call was answered ${status}`)
      return readTwiml(text, PUBLIC_URL).next
    }
    let next = await tell(`${hook}?country=US&language=en`, { CallStatus: 'ringing' })
    return {
      press: async (key: string) => void (next = await tell(next, { Digits: key })),
      speak: async (words: string) => void (next = await tell(next, { SpeechResult: words, Confidence: '0.9' })),
      hangUp: async () => void (await push(`${hook}/status`, form({ CallStatus: 'completed' }))),
    }
  }
}
