/** What the patient of a conversation asks for just now. Pure. */

type Wanted = { name: string; score: number }

/** A guess below this suggests nothing. Source: understanding.md D15 (what is sure is acted on). */
const SURE = 0.5
const INTENTS_MAX = 3

type Written = {
  direction: string
  seq: number
  understanding: { state: string; intents: readonly Wanted[] } | null
}

/** What the patient wants who waits for an answer; nothing, once somebody has answered. */
export function wantsOf(messages: readonly Written[]): string[] {
  const said = messages.filter(({ direction }) => direction === 'in' || direction === 'out')
  const last = said.reduce<Written | undefined>((newest, one) => (newest && newest.seq > one.seq ? newest : one), undefined)
  if (last?.direction !== 'in' || last.understanding?.state !== 'understood') return []
  return last.understanding.intents
    .filter(({ score }) => score >= SURE)
    .slice(0, INTENTS_MAX)
    .map(({ name }) => name)
} // prettier-ignore
