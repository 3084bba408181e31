/** Earlier messages of the conversation, as they are given, made equal. */
import type { Turn } from './verdict.ts'

export type ReadTurn = { id?: string; text: string; isPatient: boolean }

/** Most earlier messages read, counted from the latest, and most of each. */
export const TURN_LIMIT = 30
export const TURN_LENGTH = 20_000

/** Whoever is not known to be ours is read as the patient: doubt raises. */
const OURS =
  /^(assistant|bot|staff|agent|nurse|clinician|doctor|practitioner|provider|system|clinic|outbound|automated|us|team|operator)/i

export function turnsOf(turns: Turn[] | undefined): ReadTurn[] {
  if (!Array.isArray(turns)) return []
  return turns.slice(-TURN_LIMIT).flatMap((turn): ReadTurn[] => {
    if (typeof turn === 'string') return [{ text: turn.slice(0, TURN_LENGTH), isPatient: true }]
    if (!turn || typeof turn.text !== 'string') return []
    const from = String(turn.from ?? turn.role ?? turn.author ?? '')
    return [{ id: turn.id, text: turn.text.slice(0, TURN_LENGTH), isPatient: !OURS.test(from) }]
  })
}
