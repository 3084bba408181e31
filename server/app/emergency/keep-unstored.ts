/**
 * A message that could not be stored still tells its writer at once when it sounds like an emergency, in every outage in which this
 * process lives, also somebody whom nobody can recognise now (trust-D64). What could not be stored is kept, and told on.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { AnySchema } from '@orpc/contract'
import type { ORPCError } from '@orpc/server'
import type { Refusal } from '#contract/refusal.ts'
import type { RouteMeta } from '#contract/route.ts'
import { cleanText } from '#server/platform/clean-text.ts'
import { errorFields } from '#server/platform/log.ts'
import { refusalError, type Services } from '#server/platform/route-context.ts'
import { proofOf, wordsOf, type GuardedRequest } from '../guard.ts'
import type { Emergencies } from './emergencies.ts'
import { keepProof, type ProcedureHand } from './hand.ts'

/** A disk that does not answer keeps nobody from reading what to do, in milliseconds. */
const KEEP_MAX_MS = 1_000

type Asked = {
  path: string
  procedure: { '~orpc': { meta: object; inputSchema?: AnySchema | undefined } }
  input: unknown
  request: GuardedRequest
}

/** @returns the refusal as it leaves. */
export async function keepUnstored(
  services: Services,
  emergencies: Emergencies,
  failure: ORPCError<string, unknown>,
  asked: Asked,
): Promise<ORPCError<string, unknown>> {
  const isUnstored = failure.status >= 500
  if (!isUnstored && failure.code !== 'NOT_SIGNED_IN') return failure
  const { request, procedure } = asked
  const proof = keepProof(proofOf(request, procedure['~orpc'].meta as RouteMeta))
  const help = emergencies.helpFor(wordsOf(asked.input), proof?.organizationId ?? null)
  if (!help) return failure
  if (isUnstored && proof) {
    const keeping = keep(services, emergencies, { ...asked, proof }).catch((error: unknown) =>
      services.log.error('emergency.not-kept', errorFields(error)),
    )
    await Promise.race([keeping, sleep(KEEP_MAX_MS, undefined, { ref: false })])
  }
  return refusalError(failure.code as Refusal, request.requestId, { isEmergency: true, emergency: help })
}

async function keep(
  { rates, now }: Services,
  emergencies: Emergencies,
  { path, procedure, input, request, proof }: Asked & { proof: ProcedureHand['proof'] },
): Promise<void> {
  const { requestId, sourceAddress } = request
  const read = await procedure['~orpc'].inputSchema?.['~standard'].validate(cleanText(input))
  if (!read || read.issues) return
  const message = read.value as ProcedureHand['input']
  const hand: ProcedureHand = { by: 'procedure', path, proof, requestId, sourceAddress, input: message }
  await emergencies.keep(proof.organizationId, {
    admits: () => rates.admit('emergency-kept', `${proof.organizationId}/${sourceAddress}`, now()) === 0,
    key: [path, message.messageId, message.subject ?? '', message.text],
    at: now(),
    channel: proof.by === 'visitor' ? 'chat' : 'portal',
    hand,
  })
}
