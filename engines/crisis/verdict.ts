/** What crisis reading says: who may be in danger, how near, and the words that say so. */
import type { Span } from '#engines/text/normalise.ts'

export const CRISIS_KINDS = [
  'self_harm',
  'suicide_plan',
  'harm_to_others',
  'abuse_child',
  'abuse_partner',
  'abuse_elder',
  'sexual_assault',
] as const
export type CrisisKind = (typeof CRISIS_KINDS)[number]

/** From the nearest danger to the farthest. */
export const CRISIS_LEVELS = ['immediate', 'present', 'possible', 'past'] as const
export type CrisisLevel = (typeof CRISIS_LEVELS)[number]

export type CrisisVerdict = {
  kinds: CrisisKind[]
  /** null: nothing found. */
  level: CrisisLevel | null
  spans: Span[]
  /** Ids of what fired, for people and the journal. */
  rules: string[]
  /** The danger is to somebody the writer speaks of. */
  about_other: boolean
}
