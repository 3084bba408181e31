/** Procedures of the numbers for text messages: an administrator adds one, changes its carrier's account, and tries it. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { NUMBER_COUNT_DAYS } from '#contract/own-number.ts'
import { smsNumber, type SmsNumber } from '#contract/sms-number.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import type { OutboundRules } from '#server/platform/outbound.ts'
import { refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { asKept } from '../carrier.ts'
import { endpointOf } from '../hook-endpoint.ts'
import { numberOf } from '../number-in-full.ts'
import { addNumber, changeCarrier, numbersOf } from './own-number.ts'
import { sendTest } from './send-test.ts'

const on = implement(smsNumber).$context<RouteContext>()

export const smsNumberRoutes = ({ outbound }: { outbound: OutboundRules }) =>
  on.router({
    list: on.list.handler(({ context: route }) => route.db.transaction(route.context, (tx) => present(tx, route))),

    add: on.add.handler(({ input, context: route }) =>
      route.db.transaction(route.context, async (tx) => {
        const number = { ...input, ...asKept(input), address: numberOf(input.number, 'number', route) }
        if (!(await addNumber(tx, route.keys, number, route.now())))
          throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'number', reason: 'taken' })
        await changed(tx, 'added', null, route.now())
        return present(tx, route)
      }),
    ),

    changeCarrier: on.changeCarrier.handler(({ input, context: route }) =>
      route.db.transaction(route.context, async (tx) => {
        const { smsNumberId, ...carrier } = input
        if (!(await changeCarrier(tx, route.keys, smsNumberId, asKept(carrier), route.now())))
          throw refusalError('NOT_FOUND', route.context.requestId)
        await changed(tx, 'carrier-changed', smsNumberId, route.now())
        return present(tx, route)
      }),
    ),

    sendTest: on.sendTest.handler(async ({ input, context: route }) => {
      const { context, rates, now } = route
      const to = numberOf(input.to, 'to', route)
      const wait = rates.admit('sms-test', context.organizationId, now())
      if (wait > 0) throw refusalError('SLOW_DOWN', context.requestId, { retryAfterSeconds: wait })
      const sent = await sendTest(route, { smsNumberId: input.smsNumberId, to }, outbound)
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
  const rows = await numbersOf(tx, new Date(now().getTime() - NUMBER_COUNT_DAYS * 86_400_000))
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
