/** What the engines say of a message, kept per text: a story told a thousand times is understood once. */
import { understand } from '#engines/understanding/understand.ts'
import { saidOf, type Understood } from '#server/modules/conversation/said.ts'

/** Texts kept; a live simulation would otherwise grow without end. */
const KEPT_MAX = 20_000

const kept = new Map<string, Understood>()

export function understoodText(text: string): Understood {
  const known = kept.get(text)
  if (known) return known
  if (kept.size >= KEPT_MAX) kept.clear()
  const said = saidOf(understand({ text }, { identifiers: false }))
  kept.set(text, said)
  return said
}
