/** A browser that is a kiosk or a display: the code of its link is used up once, then a cookie that no script can read knows it. */
import { callProcedure, type ProcedureAnswer } from '../api/call-procedure.ts'

/** The code leaves the address at once: it stays in no history. */
export async function useLink(): Promise<void> {
  const code = location.hash.slice(1)
  if (!code) return
  history.replaceState(null, '', location.pathname)
  await callDevice('open', { code }, OPEN_MS)
}

/** A server that says nothing for so long is not reached: nobody stands before a screen that waits, and old numbers are called old. */
const ANSWER_MS = 5_000
/** The code is used up by then, and there is no other. */
const OPEN_MS = 30_000

/** Undefined: the server was not reached. */
export const callDevice = (
  procedure: string,
  input?: unknown,
  within: number = ANSWER_MS,
): Promise<ProcedureAnswer | undefined> =>
  callProcedure(['frontDeskDevice', procedure], input, { signal: AbortSignal.timeout(within) }).catch(() => undefined)
