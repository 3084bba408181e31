/** Runs some of a costly work at a time, lets some more wait in order, and refuses the rest at once. Pure. */

/** Thrown when too many wait already. */
export class TooManyWaiting extends Error {}

export function fewAtOnce(limits: { running: number; waiting: number }): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running >= limits.running) {
      if (waiting.length >= limits.waiting) throw new TooManyWaiting()
      // The one before hands its place over, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else running++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
