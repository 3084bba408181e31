/** What an answer would tell that it may not tell without a reason: the rule, with what the rows know (understanding.md D49). */
import type { Transaction } from '#server/platform/database.ts'
import {
  decideDisclosure,
  identifiersIn,
  namePairsIn,
  opennessOf,
  wordsOf,
  type Disclosed,
  type Openness,
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
    const others = longest(named.flatMap(({ place }) => pairs[place] ?? []).map(({ span }) => span))
    const known =
      openness === null ? new Set<string>() : await knownWords(tx, about, wordsOf(words, identifiersIn(words)))
    found.push(...decideDisclosure({ text: words, openness, others, known }).map((each) => ({ field, ...each })))
  }
  return found.length > 0 ? { found, openness, patientIds: [...new Set(patientIds)] } : null
}

/** Of places that touch, the longest. */
function longest<Place extends [number, number]>(places: readonly Place[]): Place[] {
  const kept: Place[] = []
  for (const place of places.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))) {
    if (!kept.some(([from, to]) => from < place[1] && place[0] < to)) kept.push(place)
  }
  return kept
}
