/** For tests: messages of any sender at the door of a product, and members of staff who stay awake while the clock runs. */
import { createHash, randomUUID } from 'node:crypto'
import { receiveMessage, type InboundMessage } from '#server/modules/conversation/index.ts'
import { systemContext } from '#server/platform/context.ts'
import type { Transaction } from '#server/platform/database.ts'
import { newId } from '#server/platform/id.ts'
import type { Asking, Answer, Product } from './a-product.ts'

export type Sender = InboundMessage['sender']

export const mailFrom = (value: string, usable = true): Sender => ({
  kind: 'address',
  system: 'email',
  value,
  name: null,
  usable,
})

export const textFrom = (value: string): Sender => ({
  kind: 'address',
  system: 'sms',
  value,
  name: null,
  usable: true,
})

export const callFrom = (value: string, callId: string): Sender => ({
  kind: 'address',
  system: 'phone',
  value,
  name: null,
  usable: true,
  callId,
})

export const portalOf = (patientId: string): Sender => ({ kind: 'patient', patientId, language: 'en', siteId: null })

const CHANNELS = { email: 'email', sms: 'sms', phone: 'voice' } as const
const channelOf = (sender: Sender) => (sender.kind === 'address' ? CHANNELS[sender.system] : 'portal-chat')

export function anInbox(product: Product, { organizationId }: { organizationId: string }) {
  const asSystem = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
    product.database.transaction(systemContext(organizationId, randomUUID(), 'test'), work)

  return {
    asSystem,
    /** @returns the conversation it landed in. */
    async receive(sender: Sender, text = 'A question', conversationId: string | null = null): Promise<string> {
      const { jobs, hub, clock } = product
      const result = await asSystem((tx) =>
        receiveMessage(
          { tx, jobs: { ...jobs, send: async () => undefined }, hub, now: clock.now },
          {
            source: 'test',
            externalId: randomUUID(),
            digest: createHash('sha256').update(text).digest(),
            channel: channelOf(sender),
            channelAccountId: null,
            sender,
            conversationId,
            provedBy: 'token',
            subject: null,
            text,
          },
        ),
      )
      if (!result.ok) throw new Error(result.refusal)
      return result.value.conversationId
    },
    /** An address on file; `daysAgo`: since when it has this value. */
    async contact(patientId: string, system: 'email' | 'sms' | 'phone', value: string, daysAgo = 60): Promise<string> {
      const id = newId()
      const changedAt = new Date(product.clock.now.getTime() - daysAgo * 86_400_000)
      await asSystem((tx) =>
        tx.run(
          `insert into contact_point (organization_id, id, patient_id, system, value, verified_at, changed_at) values ($1, $2, $3, $4, $5, $6, $6)`,
          [organizationId, id, patientId, system, value, changedAt],
        ),
      )
      return id
    },
    /** Calls as somebody who is never logged off for being idle, however far the clock was moved. */
    awake:
      (token: string) =>
      async (procedure: string, input?: unknown, asking: Asking = {}): Promise<Answer> => {
        await product.look(
          `update session set active_at = $1, ends_at = $1::timestamptz + interval '12 hours' where ended_at is null`,
          [product.clock.now],
        )
        return product.call(procedure, input, { token, ...asking })
      },
    /** A factor shown just now. */
    stepUp: () =>
      product.look(`update session set step_up_until = $1::timestamptz + interval '5 minutes' where ended_at is null`, [
        product.clock.now,
      ]),
  }
}

/** The code in the newest mail to this address. */
export function codeTo({ mails }: Pick<Product, 'mails'>, address: string): string {
  const [code] = /\b\d{6}\b/.exec(mails.findLast((mail) => mail.address === address)?.body ?? '') ?? []
  if (!code) throw new Error('no code came')
  return code
}
