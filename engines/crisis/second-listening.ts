/**
 * A second listening to each message: does it read like what people in danger write, and is it danger now? Pure.
 *
 * Written phrases decide (understanding-D36); people in danger rarely use them. This linear model over words only raises (decision 0218): to
 * `possible`, where a person looks today and a kind question is asked, or to `present`, where people are called. English and Spanish.
 */
import { readModel } from '#engines/linear/linear-model.ts'
import { lookInRuns, type Look, type ReadSentences } from '#engines/linear/runs.ts'
import type { Span } from '#engines/text/normalise.ts'
import weights from './model/weights.json' with { type: 'json' }
import { CRISIS_KINDS, CRISIS_LEVELS, type CrisisKind, type CrisisLevel, type CrisisVerdict } from './verdict.ts'

/** A plan is told as harm to oneself. */
const KINDS = ['self_harm', 'harm_to_others', 'abuse_child', 'abuse_partner', 'abuse_elder', 'sexual_assault'] as const // prettier-ignore
export type HeardKind = (typeof KINDS)[number]

/** In this order in the model: danger now of each kind, danger that is hinted at, and none. */
export const HEARD = [...KINDS, ...KINDS.map((kind) => `hinted_${kind}` as const), 'none'] as const
const NONE = HEARD.indexOf('none')

const model = readModel(weights)
export const LISTENING_VERSION = `second-listening-${model.version}`

/** `chance` 0 to 1 that it tells of danger, `now` that it is danger now: each in the sentences that tell most, of which `kind` and `span` are. */
export type Listening = { chance: number; now: number; kind: CrisisKind; span: Span }

export function listenAgain(read: ReadSentences): Listening {
  const [any, now] = lookInRuns(model, read, (all) => 1 - all[NONE]!, nowOf) as [Look, Look]
  const { chances, span } = now.chance >= SOUNDS_PRESENT ? now : any
  let likeliest = 0
  for (let k = 1; k < KINDS.length; k++) if (chanceOf(chances, k) > chanceOf(chances, likeliest)) likeliest = k
  return { chance: any.chance, now: now.chance, kind: KINDS[likeliest]!, span }
}

/** Now or hinted at. */
const chanceOf = (chances: readonly number[], kind: number): number =>
  (chances[kind] ?? 0) + (chances[KINDS.length + kind] ?? 0)

function nowOf(chances: Float64Array): number {
  let sum = 0
  for (let k = 0; k < KINDS.length; k++) sum += chances[k]!
  return sum
}

/** From here on it is raised. Chosen on lines that were not trained on (0225). */
export const SOUNDS_LIKE_DANGER = 0.88
export const SOUNDS_PRESENT = 0.93

/** Of two readings of one message, the one that raises it higher. */
export const saysMore = (one: Listening, other: Listening): boolean =>
  one.now >= SOUNDS_PRESENT === other.now >= SOUNDS_PRESENT ? one.chance > other.chance : one.now > other.now

/** What is heard lowers nothing. Of what a written rule takes for past a model over words cannot tell that it is not: there it asks. */
export function raisedBy(danger: CrisisVerdict, heard: Listening | null): CrisisVerdict {
  const level = heard && levelOf(heard, danger.level)
  if (!level || rank(danger.level) <= rank(level)) return danger
  return {
    kinds: CRISIS_KINDS.filter((kind) => danger.kinds.includes(kind) || kind === heard.kind),
    level,
    spans: [...danger.spans, heard.span],
    rules: [...danger.rules, 'crisis-second-listening'],
    about_other: danger.about_other,
  }
}

function levelOf({ chance, now }: Listening, told: CrisisLevel | null): CrisisLevel | null {
  if (now >= SOUNDS_PRESENT) return told === 'past' ? 'possible' : 'present'
  return chance >= SOUNDS_LIKE_DANGER ? 'possible' : null
}

const rank = (level: CrisisLevel | null): number =>
  level === null ? CRISIS_LEVELS.length : CRISIS_LEVELS.indexOf(level)
