/** What an answer would tell that it may not tell without a reason: the rule, with what the rows know (understanding-D49). */
import type { Transaction } from '#server/platform/database.ts'
import {
  decideDisclosure,
  identifiersIn,
  namePairsIn,
  opennessOf,
  wordsOf,
  type Disclosed,
  type Openness,
  type Span,
} from './disclosure.ts'
import { knownWords, otherPatientsNamed } from './disclosure-store.ts'
import type { NewAnswer } from './send-message.ts'
import type { ReplyWay } from './send-store.ts'
import type { LockedConversation } from './store.ts'

/** `patientIds`: the patients who are named. */
export type Disclosing = {
  found: (Disclosed & { field: 'text' | 'subject' })[]
  openness: Openness | null
  patientIds: string[]
}

/** `null`: nothing stands against it. */
export async function disclosedBy(
  tx: Transaction,
  about: LockedConversation,
  way: ReplyWay,
  { text, subject = '' }: Pick<NewAnswer, 'text' | 'subject'>,
): Promise<Disclosing | null> {
  const openness = opennessOf(way)
  const patientIds: string[] = []
  const found: Disclosing['found'] = []
  for (const [field, words] of [
    ['subject', subject],
    ['text', text],
  ] as const) {
    const pairs = namePairsIn(words)
    const named = await otherPatientsNamed(tx, about, pairs)
    patientIds.push(...named.map(({ patientId }) => patientId))
    const others = apart(named.flatMap(({ place }) => pairs[place]?.spans ?? []))
    const known =
      openness === null ? new Set<string>() : await knownWords(tx, about, wordsOf(words, identifiersIn(words)))
    found.push(...decideDisclosure({ text: words, openness, others, known }).map((each) => ({ field, ...each })))
  }
  return found.length > 0 ? { found, openness, patientIds: [...new Set(patientIds)] } : null
}

/** Of places that touch, the first and longest. */
function apart(places: readonly Span[]): Span[] {
  const kept: Span[] = []
  for (const place of places.toSorted((a, b) => a[0] - b[0] || b[1] - a[1])) {
    if (place[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(place)
  }
  return kept
}
