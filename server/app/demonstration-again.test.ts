import { expect, test } from 'vitest'
import { DatabaseFailure } from '#server/platform/database.ts'
import { withAnotherTry } from './demonstration-again.ts'

test('two transactions in each other’s way are tried again, to a limit; anything else fails at once', async () => {
  let tries = 0
  const failing = (sqlstate: string, times: number) => async () => {
    tries += 1
    if (tries <= times) throw new DatabaseFailure(sqlstate, undefined)
    return tries
  }
  expect(await withAnotherTry(failing('40P01', 2))).toBe(3)
  tries = 0
  await expect(withAnotherTry(failing('40P01', 9))).rejects.toMatchObject({ sqlstate: '40P01' })
  expect(tries).toBe(5)
  tries = 0
  await expect(withAnotherTry(failing('23505', 1))).rejects.toMatchObject({ sqlstate: '23505' })
  expect(tries).toBe(1)
})
