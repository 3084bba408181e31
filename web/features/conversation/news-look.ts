/** Looking for news of a list: a moment after they were told, one look after the other, and again where it was refused for the moment (decision 0178). */
import { askAgainAfterMs, problemOf } from '../../api/refusal.ts'

/** Changes within this time are looked up together, in milliseconds. */
export const GATHER_MS = 400

export function newsLook() {
  let timer: ReturnType<typeof setTimeout> | undefined
  let looking = Promise.resolve()
  let refusedInARow = 0
  let isOver = false

  /** An answer that was overtaken would take back what the later one brought. */
  function soon(look: () => Promise<void>, ms = GATHER_MS): void {
    clearTimeout(timer)
    if (!isOver) timer = setTimeout(() => (looking = looking.then(() => tryOnce(look))), ms)
  }

  async function tryOnce(look: () => Promise<void>): Promise<void> {
    try {
      await look()
      refusedInARow = 0
    } catch (error) {
      const ms = askAgainAfterMs(problemOf(error), refusedInARow++)
      if (ms !== undefined) soon(look, ms)
    }
  }

  return {
    soon,
    /** @returns the end of it. */
    begin() {
      isOver = false
      return () => {
        isOver = true
        clearTimeout(timer)
      }
    },
  }
}
