/** A browser that is a kiosk or a display: the code of its link is used up once, then a cookie that no script can read knows it. */
import { callProcedure, type ProcedureAnswer } from '../api/call-procedure.ts'

/** The code leaves the address at once: it stays in no history. */
export async function useLink(): Promise<void> {
  const code = location.hash.slice(1)
  if (!code) return
  history.replaceState(null, '', location.pathname)
  await callDevice('open', { code })
}

/** Undefined: the server was not reached. */
export const callDevice = (procedure: string, input?: unknown): Promise<ProcedureAnswer | undefined> =>
  callProcedure(['frontDeskDevice', procedure], input).catch(() => undefined)
