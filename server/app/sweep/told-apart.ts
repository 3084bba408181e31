/** For tests: whether a stranger with a clock can tell two answers apart (trust-D3, D23). */

/** 0.5 is a coin; the two must not be told apart better than this. */
export const AUC_MAX = 0.6
/** A difference in the product shows in every round; one of chance, or of other work on the machine, does not. */
const ROUNDS_MAX = 5
/** The first tries of a round warm up, so that what is done for the first time meets neither. */
const WARM_UP = 10

export type TwoAnswers = {
  /** Tries of each in one round. */
  tries: number
  /** Fewer where one try takes long, and the first takes hardly longer. */
  warmUp?: number
  /** What is not timed, before the n-th of each. */
  ready?: (n: number) => Promise<unknown>
  one: (n: number) => Promise<unknown>
  other: (n: number) => Promise<unknown>
}

/** Asks both in turns, so that what else the machine does meets both alike. @returns the area under the curve of each round, until one is small. */
export async function toldApart({ tries, warmUp = WARM_UP, ready, one, other }: TwoAnswers): Promise<number[]> {
  const rounds: number[] = []
  while (rounds.length < ROUNDS_MAX && Math.min(1, ...rounds) >= AUC_MAX) {
    const times = { one: [] as number[], other: [] as number[] }
    const measure = async (which: 'one' | 'other', n: number): Promise<void> => {
      const began = performance.now()
      await (which === 'one' ? one : other)(n)
      times[which].push(performance.now() - began)
    }
    for (let n = 0; n < tries + warmUp; n++) {
      const at = rounds.length * (tries + warmUp) + n
      await ready?.(at)
      for (const which of n % 2 === 0 ? (['one', 'other'] as const) : (['other', 'one'] as const))
        await measure(which, at)
    }
    rounds.push(areaUnderCurve(times.one.slice(warmUp), times.other.slice(warmUp)))
  }
  return rounds
}

/** How well one threshold tells the two apart, whichever is slower: 0.5 not at all, 1 always. */
function areaUnderCurve(one: readonly number[], other: readonly number[]): number {
  let wins = 0
  for (const a of one) for (const b of other) wins += a > b ? 1 : a === b ? 0.5 : 0
  const share = wins / (one.length * other.length)
  return Math.max(share, 1 - share)
}
