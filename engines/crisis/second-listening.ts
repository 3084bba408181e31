/**
 * A second listening to a message in which no written rule hears danger: does it read like what people in danger write? Pure.
 *
 * Written phrases decide (understanding-D36); people in danger rarely use them. This linear model over words only raises: to `possible`, which brings
 * a person today and says nothing to the patient (decision 0213). English and Spanish.
 */
import { readModel } from '#engines/linear/linear-model.ts'
import { lookInRuns } from '#engines/linear/runs.ts'
import type { Span } from '#engines/text/normalise.ts'
import weights from './model/weights.json' with { type: 'json' }
import { CRISIS_KINDS, type CrisisKind, type CrisisVerdict } from './verdict.ts'

/** In this order in the model; a plan is told as harm to oneself. */
export const HEARD = ['self_harm', 'harm_to_others', 'abuse_child', 'abuse_partner', 'abuse_elder', 'sexual_assault', 'none'] as const // prettier-ignore
const NONE = HEARD.indexOf('none')

const model = readModel(weights)
export const LISTENING_VERSION = `second-listening-${model.version}`

/** `chance` 0 to 1 that it tells of danger, and of which kind if so. */
export type Listening = { chance: number; kind: CrisisKind; span: Span }

export function listenAgain(text: string): Listening {
  const { chance, chances, span } = lookInRuns(model, text, (all) => 1 - all[NONE]!)
  let likeliest = 0
  for (let k = 1; k < NONE; k++) if ((chances[k] ?? 0) > (chances[likeliest] ?? 0)) likeliest = k
  return { chance, kind: HEARD[likeliest] as CrisisKind, span }
}

/** From here on a person looks today. Chosen on lines that were not trained on (0213). */
export const SOUNDS_LIKE_DANGER = 0.9

/** What is heard raises to `possible`, and lowers nothing. */
export function raisedBy(danger: CrisisVerdict, heard: Listening | null): CrisisVerdict {
  const isNews = danger.level === null || danger.level === 'past'
  if (!heard || !isNews || heard.chance < SOUNDS_LIKE_DANGER) return danger
  return {
    kinds: CRISIS_KINDS.filter((kind) => danger.kinds.includes(kind) || kind === heard.kind),
    level: 'possible',
    spans: [...danger.spans, heard.span],
    rules: [...danger.rules, 'crisis-second-listening'],
    about_other: danger.about_other,
  }
}
