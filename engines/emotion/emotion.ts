/**
 * How the writer of a message feels (understanding.md D17-D19): a hint for staff and for the wording of an answer, nothing else.
 *
 * A linear model gives the 28 labels of GoEmotions and two tones of our own; written rules stand beside it, because service
 * frustration, pain, shouting and swearing must be heard whatever the model thinks. Pure.
 */
import { newFeatures, readModel, scoreFeatures, sigmoid, wordFeatures } from '#engines/linear/linear-model.ts'
import { foldWords, isDenied, LONGEST_RULE_TEXT, PhraseFinder } from '#engines/linear/phrase-finder.ts'
import type { FoldedWords } from '#engines/linear/phrase-finder.ts'

import weights from './model/weights.json' with { type: 'json' }
import { tonePhrases } from './tone-phrases.ts'
import type { Strength, TonePhrase } from './tone-phrases.ts'
import { FINE_LABELS, GROUPS, groupOfLabel, TONES } from './tones.ts'
import type { EmotionGroup, FineLabel, Tone } from './tones.ts'
import { findVoice } from './voice.ts'
import type { Voice } from './voice.ts'

export type { EmotionGroup, FineLabel, Tone } from './tones.ts'

export type EmotionGuess = {
  /** Labels at or over their threshold, most likely first. */
  fine: { label: FineLabel; score: number }[]
  groups: { group: EmotionGroup; score: number }[]
  /** At least one; `neutral` only when nothing else holds. */
  tones: { tone: Tone; score: number }[]
  /** 0 none, 1 mild, 2 clear, 3 strong. */
  intensity: 0 | 1 | 2 | 3
  /** The words that made a tone (D19: shown to staff). */
  spans: { tone: Tone; span: [number, number] }[]
}

/** A shifted score at or over this holds: thresholds are tuned per label and moved here. */
const HOLDS = 0.5
/** A tone that comes from the model alone must be surer than the label: the model was trained mostly on forum posts, not patients. */
const MODEL_SHARE = 0.9
/** Anger and frustration must not be missed (D17); any other tone by the model alone needs more. Chosen on own lines. */
const SHARPER = 0.35
const SURE_ENOUGH = 0.65
const leastOf = (tone: Tone) => (tone === 'anger' || tone === 'frustration' ? SHARPER : SURE_ENOUGH)
const MOST_SPANS = 20
/** How much one phrase says. Several add up as independent hints. */
const strengths: Record<Strength, number> = { strong: 0.85, medium: 0.55, weak: 0.3 }

const model = readModel(weights)
export const EMOTION_VERSION = `emotion-${model.version}`

/** The model's own outputs for the service tones stand beside those of the 28 labels. */
const toneLabels: [Tone, number][] = TONES.filter((tone) => tone !== 'neutral').map((tone) => [
  tone,
  model.labels.indexOf(`tone:${tone}`),
])

const finder = new PhraseFinder<TonePhrase>(tonePhrases)
const features = newFeatures(LONGEST_RULE_TEXT * 5)
const sums = new Int32Array(model.labels.length)
const logits = new Float64Array(model.labels.length)

export function guessEmotion(text: string, _language: string): EmotionGuess {
  const scores = labelScores(text)
  const folded = foldWords(text)
  const voice = findVoice(text, folded)
  const spans: EmotionGuess['spans'] = []
  const ruled = ruleScores(folded, spans)
  hearVoice(ruled, voice)

  const fine = FINE_LABELS.map((label, k) => ({ label, score: round(scores[k]!) }))
    .filter(({ score }) => score >= HOLDS)
    .sort(byScore)
  const tones = tonesOf(scores, ruled)
  return {
    fine: fine.length > 0 ? fine : [{ label: 'neutral', score: round(scores[FINE_LABELS.indexOf('neutral')]!) }],
    groups: groupsOf(scores),
    tones,
    intensity: intensityOf(tones, voice),
    spans,
  }
}

/** Probability of each label of the model, moved so that its tuned threshold lies at 0.5. Long texts: the highest of the windows. */
function labelScores(text: string): Float64Array {
  const best = new Float64Array(model.labels.length)
  for (let from = 0; from === 0 || from < text.length; from += LONGEST_RULE_TEXT) {
    wordFeatures(text, from, Math.min(text.length, from + LONGEST_RULE_TEXT), features)
    scoreFeatures(model, features, sums, logits)
    for (let k = 0; k < best.length; k++) {
      const score = sigmoid(logits[k]! - (model.thresholds[k] ?? 0))
      if (score > best[k]!) best[k] = score
    }
  }
  return best
}

type ToneScores = Map<Tone, number>

function ruleScores(folded: FoldedWords, spans: EmotionGuess['spans']): ToneScores {
  const scores: ToneScores = new Map()
  for (const found of finder.find(folded)) {
    const { tone, strength } = found.meaning
    if (isDenied(folded, found)) continue
    add(scores, tone, strengths[strength])
    if (spans.length < MOST_SPANS) spans.push({ tone, span: found.span })
  }
  return scores
}

/** Independent hints: each takes its share of the doubt that is left. */
function add(scores: ToneScores, tone: Tone, share: number) {
  const doubt = 1 - (scores.get(tone) ?? 0)
  scores.set(tone, 1 - doubt * (1 - share))
}

/** Shouting and many marks sharpen what the words say; shouting alone is taken as anger. */
function hearVoice(scores: ToneScores, voice: Voice) {
  if (!voice.shouts && voice.marks < 3) return
  const calm = [...scores.keys()].some((tone) => tone !== 'frustration' && tone !== 'anger')
  if (voice.shouts)
    add(
      scores,
      scores.has('frustration') && !scores.has('anger') ? 'frustration' : calm ? loudest(scores) : 'anger',
      0.55,
    )
}

function loudest(scores: ToneScores): Tone {
  let best: Tone = 'anger'
  let most = 0
  for (const [tone, score] of scores) if (score > most) [best, most] = [tone, score]
  return best
}

function tonesOf(scores: Float64Array, ruled: ToneScores): EmotionGuess['tones'] {
  const all: ToneScores = new Map(ruled)
  for (const [tone, k] of toneLabels) {
    const score = scores[k]! * MODEL_SHARE
    const rule = ruled.get(tone) ?? 0
    if (score >= leastOf(tone) || rule > 0) all.set(tone, Math.max(score, rule, 1 - (1 - rule) * (1 - score / 2)))
  }
  const tones = [...all]
    .map(([tone, score]) => ({ tone, score: round(score) }))
    .filter(({ tone, score }) => score >= Math.min(HOLDS, leastOf(tone)))
    .sort(byScore)
  if (tones.length > 0) return tones
  return [{ tone: 'neutral', score: round(1 - Math.max(0, ...all.values())) }]
}

function groupsOf(scores: Float64Array): EmotionGuess['groups'] {
  const best = new Map<EmotionGroup, number>()
  FINE_LABELS.forEach((label, k) => {
    const group = groupOfLabel(label)
    best.set(group, Math.max(best.get(group) ?? 0, scores[k]!))
  })
  return GROUPS.map((group) => ({ group, score: round(best.get(group) ?? 0) }))
    .filter(({ score }) => score >= HOLDS)
    .sort(byScore)
}

function intensityOf(tones: EmotionGuess['tones'], voice: Voice): EmotionGuess['intensity'] {
  const first = tones[0]!
  if (first.tone === 'neutral') return 0
  const raised = (voice.shouts ? 1 : 0) + (voice.marks >= 3 ? 1 : 0) + (voice.swears ? 1 : 0)
  const base = first.score >= 0.93 ? 3 : first.score >= 0.7 ? 2 : 1
  return Math.min(3, base + raised) as EmotionGuess['intensity']
}

const byScore = (a: { score: number }, b: { score: number }) => b.score - a.score
const round = (score: number) => Math.round(score * 1000) / 1000
