import { isUnavailable } from '#server/platform/database.ts'

const TRIES_MAX = 5

/**
 * What fills the demonstration runs beside the jobs that its own messages begin: where two transactions stood in each other's way it is done
 * again, as a carrier tells again what was not taken. `work` changes nothing when it fails, and does a thing once.
 */
export async function withAnotherTry<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === TRIES_MAX || !isUnavailable(error)) throw error
    }
  }
}
