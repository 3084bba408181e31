/** How the simulated carrier speaks to us: a form signed over the public address, sent over HTTP to this very process. */
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { carrierSignature } from '#engines/sms/carrier-signature.ts'
import { exchangeHttp } from '#server/platform/outbound.ts'

export type SignedPush = (path: string, form: Record<string, string>) => Promise<{ status: number; text: string }>

export const signedPush =
  (app: FastifyInstance, publicUrl: string, { secret }: { secret: string }): SignedPush =>
  async (path, form) => {
    const { port, family } = app.server.address() as AddressInfo
    const host = family === 'IPv6' ? '[::1]' : '127.0.0.1'
    const answer = await exchangeHttp(
      new URL(`http://${host}:${port}${path}`),
      {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': carrierSignature(secret, `${publicUrl}${path}`, Object.entries(form)),
        },
        body: new URLSearchParams(form).toString(),
      },
      { local: ['localhost:*'] },
    )
    return answer.ok ? { status: answer.value.status, text: answer.value.body.toString() } : { status: 0, text: '' }
  }
