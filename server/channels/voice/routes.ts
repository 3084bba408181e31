/** Procedures of the numbers that take calls: an administrator adds one, changes its desk's telephone or its carrier's account. */
import { implement } from '@orpc/server'
import type * as z from 'zod'
import { NUMBER_COUNT_DAYS } from '#contract/own-number.ts'
import { voiceLine, type VoiceLine } from '#contract/voice-line.ts'
import type { Transaction } from '#server/platform/database.ts'
import { journal } from '#server/platform/journal.ts'
import { refusalError, type RouteContext } from '#server/platform/route-context.ts'
import { asKept } from '../carrier.ts'
import { endpointOf } from '../hook-endpoint.ts'
import { numberOf } from '../number-in-full.ts'
import { addLine, carrierOfTexts, changeLine, linesOf } from './own-line.ts'

const on = implement(voiceLine).$context<RouteContext>()

export const voiceLineRoutes = on.router({
  list: on.list.handler(({ context: route }) => route.db.transaction(route.context, (tx) => present(tx, route))),

  add: on.add.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const address = numberOf(input.number, 'number', route)
      const desk = {
        ...input,
        deskNumber: input.deskNumber === null ? null : numberOf(input.deskNumber, 'deskNumber', route),
      }
      const carrier = input.carrier ? asKept(input.carrier) : await carrierOfTexts(tx, route.keys, address)
      if (!carrier) throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'carrier' })
      if (!(await addLine(tx, route.keys, { ...desk, ...carrier, address }, route.now())))
        throw refusalError('INVALID_INPUT', route.context.requestId, { field: 'number', reason: 'taken' })
      await changed(tx, 'added', null, route.now())
      return present(tx, route)
    }),
  ),

  change: on.change.handler(({ input, context: route }) =>
    route.db.transaction(route.context, async (tx) => {
      const desk = {
        ...input,
        deskNumber: input.deskNumber === null ? null : numberOf(input.deskNumber, 'deskNumber', route),
      }
      const change = { desk, ...(input.carrier ? { carrier: asKept(input.carrier) } : {}) }
      if (!(await changeLine(tx, route.keys, input.voiceLineId, change, route.now())))
        throw refusalError('NOT_FOUND', route.context.requestId)
      await changed(tx, 'changed', input.voiceLineId, route.now())
      return present(tx, route)
    }),
  ),
})

const changed = (tx: Transaction, what: 'added' | 'changed', resourceId: string | null, now: Date): Promise<void> =>
  journal(
    tx,
    { event: `voice-line.${what}`, action: what === 'added' ? 'C' : 'U', resourceKind: 'voice-line', resourceId },
    now,
  )

async function present(tx: Transaction, { publicUrl, now }: RouteContext): Promise<z.input<typeof VoiceLine>[]> {
  const rows = await linesOf(tx, new Date(now().getTime() - NUMBER_COUNT_DAYS * 86_400_000))
  return rows.map(({ id, name, address, isLive, carrierAccount, apiUrl, country, language, lastSuccessAt, ...row }) => {
    const { deskNumber, callsAtOnce, isTranscribed, languages, ...counts } = row
    const first = languages.find((one) => one === language) ?? languages[0] ?? 'en'
    const url = `${publicUrl}/hooks/voice/${endpointOf(tx.context.organizationId, id)}`
    return {
      id,
      name,
      number: address,
      isLive,
      carrierAccount,
      apiUrl,
      url: `${url}?country=${country}&language=${first}`,
      statusUrl: `${url}/status`,
      deskNumber,
      callsAtOnce,
      isTranscribed,
      languages: [...languages],
      lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
      counts,
    }
  })
}
