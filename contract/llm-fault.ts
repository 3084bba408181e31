/**
 * Why a question had no answer. `resting`: it failed too often and is left alone for a while. `refused`: by a status that no retry helps.
 * `garbled`: not the protocol. `unreadable`: it spoke, but not as it was asked to.
 */
export const LLM_FAULTS = [
  'budget',
  'resting',
  'timeout',
  'unreachable',
  'overloaded',
  'refused',
  'garbled',
  'unreadable',
] as const
