import { expect, test } from 'vitest'
import { contract } from '#contract/index.ts'
import { assertAnswered, buildRouter } from './router.ts'

test('trust-D2 a procedure of the contract that nothing answers stops the start, and the message names it', () => {
  const router = buildRouter({ replay: async () => ({ conversationId: null, cause: 'none' }) })
  expect(() => assertAnswered(contract, router)).not.toThrow()
  const { vouch: _, ...rest } = router.identity
  expect(() => assertAnswered(contract, { ...router, identity: rest })).toThrow('nothing answers identity.vouch')
})
