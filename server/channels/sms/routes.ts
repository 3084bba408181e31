/** Procedures of the numbers for text messages: an administrator adds one, changes its carrier's account, and tries it. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { SMS_COUNT_DAYS, smsNumber, type SmsNumber } from '#contract/sms-number.ts'
import { readContact } from '#server/modules/patient/index.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import { refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { endpointOf } from '../hook-endpoint.ts'
import { addNumber, changeCarrier, numbersOf } from './own-number.ts'
import { sendTest } from './send-test.ts'

const on = implement(smsNumber).$context<RouteContext>()

export const smsNumberRoutes = ({ outbound }: { outbound: OutboundRules }) =>
  on.router({
    list: on.list.handler(({ context: route }) => route.db.transaction(route.context, (tx) => present(tx, route))),

    add: on.add.handler(({ input, context: route }) =>
      route.db.transaction(route.context, async (tx) => {
        const contact = input.number.trim().startsWith('+') ? readContact(input.number, 'US') : null
        if (contact?.system !== 'sms')
          throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'number', reason: 'no-number' })
        const number = { ...input, apiUrl: input.apiUrl.replace(/\/+$/, ''), address: contact.value }
        if (!(await addNumber(tx, route.keys, number, route.now())))
          throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'number', reason: 'taken' })
        await changed(tx, 'added', null, route.now())
        return present(tx, route)
      }),
    ),

    changeCarrier: on.changeCarrier.handler(({ input, context: route }) =>
      route.db.transaction(route.context, async (tx) => {
        const { smsNumberId, ...carrier } = input
        const plain = { ...carrier, apiUrl: carrier.apiUrl.replace(/\/+$/, '') }
        if (!(await changeCarrier(tx, route.keys, smsNumberId, plain, route.now())))
          throw refusalError('NOT_FOUND', route.context.requestId)
        await changed(tx, 'carrier-changed', smsNumberId, route.now())
        return present(tx, route)
      }),
    ),

    sendTest: on.sendTest.handler(async ({ input, context: route }) => {
      const { context, rates, now } = route
      const contact = input.to.trim().startsWith('+') ? readContact(input.to, 'US') : null
      if (contact?.system !== 'sms')
        throw refusalError('INVALID_INPUT', context.requestId, { field: 'to', reason: 'no-number' })
      const wait = rates.admit('sms-test', context.organizationId, now())
      if (wait > 0) throw refusalError('SLOW_DOWN', context.requestId, { retryAfterSeconds: wait })
      const sent = await sendTest(route, { smsNumberId: input.smsNumberId, to: contact.value }, outbound)
      if (!sent.ok) throw refusalError(sent.refusal, context.requestId)
      return sent.value
    }),
  })

const changed = (
  tx: Transaction,
  what: 'added' | 'carrier-changed',
  resourceId: string | null,
  now: Date,
): Promise<void> =>
  journal(
    tx,
    { event: `sms-number.${what}`, action: what === 'added' ? 'C' : 'U', resourceKind: 'sms-number', resourceId },
    now,
  )

async function present(tx: Transaction, { publicUrl, now }: RouteContext): Promise<z.infer<typeof SmsNumber>[]> {
  const rows = await numbersOf(tx, new Date(now().getTime() - SMS_COUNT_DAYS * 86_400_000))
  return rows.map(({ id, name, address, isLive, carrierAccount, apiUrl, lastSuccessAt, ...counts }) => ({
    id,
    name,
    number: address,
    isLive,
    carrierAccount,
    apiUrl,
    url: `${publicUrl}/hooks/sms/${endpointOf(tx.context.organizationId, id)}`,
    lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
    counts,
  }))
}
