/** What the patient of a conversation asks for just now. Pure. */

type Wanted = { name: string; score: number }

/** A guess below this suggests nothing. Source: understanding-D15 (what is sure is acted on). */
const SURE = 0.5
const INTENTS_MAX = 3

type Written = {
  direction: string
  author: { kind: string }
  seq: number
  urgency: string | null
  understanding: { state: string; intents: readonly Wanted[] } | null
}

/** The newest that the patient surely wants and no person has answered; what software wrote in between answers it for nobody. */
export function wantsOf(messages: readonly Written[]): string[] {
  const answered = Math.max(-1, ...messages.filter(isAnswer).map(({ seq }) => seq))
  const unanswered = messages
    .filter(({ direction, seq }) => direction === 'in' && seq > answered)
    .toSorted((one, other) => other.seq - one.seq)
  // Nothing that was made ready answers a danger.
  if (unanswered.some(({ urgency }) => urgency === 'stat' || urgency === 'asap')) return []
  return unanswered.map(surelyWanted).find((wants) => wants.length > 0) ?? []
}

const isAnswer = ({ direction, author }: Written) => direction === 'out' && author.kind === 'staff'

function surelyWanted({ understanding }: Written): string[] {
  if (understanding?.state !== 'understood') return []
  return understanding.intents
    .filter(({ score }) => score >= SURE)
    .slice(0, INTENTS_MAX)
    .map(({ name }) => name)
}
