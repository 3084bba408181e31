import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askTogether } from './ask-together.ts'

const LONG_MS = 60_000

function askedInTurn(limits: { atOnceMax: number; waitMaxMs: number }) {
  const groups: number[][] = []
  const answers: (() => void)[] = []
  const ask = askTogether(limits, async (questions: readonly number[]) => {
    groups.push([...questions])
    await new Promise<void>((answer) => answers.push(answer))
    if (questions.includes(-1)) throw new Error('no answer')
    return questions.map((question) => question * 10)
  })
  const answerNext = async (): Promise<void> => {
    answers.shift()?.()
    await sleep(1)
  }
  return { groups, ask, answerNext }
}

test('those of one turn leave together, and so do all who come meanwhile, when they are answered', async () => {
  const { groups, ask, answerNext } = askedInTurn({ atOnceMax: 10, waitMaxMs: LONG_MS })
  const first = ask(1)
  const beside = ask(9)
  await turn()
  const others = [ask(2), ask(3)]
  expect(groups).toEqual([[1, 9]])
  await answerNext()
  expect(await Promise.all([first, beside])).toEqual([10, 90])
  expect(groups).toEqual([
    [1, 9],
    [2, 3],
  ])
  await answerNext()
  expect(await Promise.all(others)).toEqual([20, 30])
})

test('who has waited long enough leaves though the one before is not answered', async () => {
  const { groups, ask } = askedInTurn({ atOnceMax: 10, waitMaxMs: 1 })
  void ask(1)
  await turn()
  void ask(2)
  await expect.poll(() => groups).toEqual([[1], [2]])
})

test('what fails fails for its own group alone', async () => {
  const { ask, answerNext } = askedInTurn({ atOnceMax: 10, waitMaxMs: LONG_MS })
  const failing = expect(ask(-1)).rejects.toThrow('no answer')
  await turn()
  const later = ask(4)
  await answerNext()
  await failing
  await answerNext()
  expect(await later).toBe(40)
})

test('everybody is answered once with the answer to his own question, and no group is larger than allowed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(3), { maxLength: 40 }),
      fc.integer({ min: 1, max: 5 }),
      async (waits, atOnceMax) => {
        const sizes: number[] = []
        const ask = askTogether({ atOnceMax, waitMaxMs: 1 }, async (questions: readonly number[]) => {
          sizes.push(questions.length)
          await sleep(questions.length % 3)
          return questions.map((question) => question * 10)
        })
        const answers = await Promise.all(waits.map(async (wait, at) => (await sleep(wait), ask(at))))
        expect(answers).toEqual(waits.map((_, at) => at * 10))
        expect(Math.max(0, ...sizes)).toBeLessThanOrEqual(atOnceMax)
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(waits.length)
      },
    ),
    { numRuns: 60 },
  )
})
