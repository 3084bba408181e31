/** The one door to the server: every procedure of the contract, typed, and as queries. */
import { createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '#contract/index.ts'
import { wasTouchedLately } from './activity.ts'
import { callProcedure } from './call-procedure.ts'

/** A request with this header does not keep a session alive. The name is the contract's (session.ts). */
const BACKGROUND = { 'x-background': '1' }

const link = {
  async call(
    path: readonly string[],
    input: unknown,
    { signal }: { signal?: AbortSignal | undefined },
  ): Promise<unknown> {
    const answer = await callProcedure(path, input, { headers: wasTouchedLately() ? {} : BACKGROUND, signal })
    if (answer.ok) return answer.output
    const { code, ...refusal } = answer.refusal
    throw new ORPCError(code, refusal)
  },
}

export const client: ContractRouterClient<Contract> = createORPCClient(link)
export const api = createTanstackQueryUtils(client)
