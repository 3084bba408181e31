/**
 * How the writer of a message feels (understanding-D17-D19): a hint for staff and for the wording of an answer, nothing else.
 *
 * One linear model gives the 28 labels of GoEmotions and their groups, another the service tones; written rules stand beside them,
 * because service frustration, pain, shouting and swearing must be heard whatever the model thinks. Pure.
 */
import { newFeatures, readModel, scoreFeatures, sigmoid, softmax } from '#engines/linear/linear-model.ts'
import { foldWords, isDenied, LONGEST_RULE_TEXT, PhraseFinder } from '#engines/linear/phrase-finder.ts'
import type { FoldedWords } from '#engines/linear/phrase-finder.ts'

import { emotionFeatures } from './emotion-features.ts'
import toneFile from './model/tones.json' with { type: 'json' }
import weights from './model/weights.json' with { type: 'json' }
import { tonePhrases } from './tone-phrases.ts'
import type { Strength, TonePhrase } from './tone-phrases.ts'
import { FINE_LABELS, GROUPS, modelLabelOfGroup, TONES } from './tones.ts'
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
/** The likeliest tone is told from here, if it is likelier than none; a further one from `ALSO`. Chosen on training lines left out. */
const FIRST = 0.3
const ALSO = 0.4
/** Anger and frustration must not be missed (D17): together they are told from here, whatever else is likelier. */
const SHARP = 0.33
const SHARP_TONES: readonly Tone[] = ['anger', 'frustration']
const MOST_SPANS = 20
/** Languages that the tones were trained in; what could not be named (`und`) is read, too. */
const MODELLED: ReadonlySet<string> = new Set(['en', 'es', 'fr', 'pt', 'und'])
/** How much one phrase says. Several add up as independent hints. */
const strengths: Record<Strength, number> = { strong: 0.85, medium: 0.55, weak: 0.3 }

const model = readModel(weights)
export const EMOTION_VERSION = `emotion-${model.version}`

const toneModel = readModel(toneFile)

const finder = new PhraseFinder<TonePhrase>(tonePhrases)
const features = newFeatures(LONGEST_RULE_TEXT * 6)
const sums = new Int32Array(model.labels.length)
const logits = new Float64Array(model.labels.length)
const toneSums = new Int32Array(TONES.length)
const toneChances = new Float64Array(TONES.length)

type Scores = { labels: Float64Array; tones: Float64Array }

export function guessEmotion(text: string, language: string): EmotionGuess {
  const { labels: scores, tones: chances } = scoresOf(text)
  if (!MODELLED.has(language)) tellNothing(chances)
  const folded = foldWords(text)
  const voice = findVoice(text, folded)
  const spans: EmotionGuess['spans'] = []
  const ruled = ruleScores(folded, spans)
  hearVoice(ruled, voice)

  const fine = FINE_LABELS.map((label, k) => ({ label, score: round(scores[k]!) }))
    .filter(({ score }) => score >= HOLDS)
    .sort(byScore)
  const tones = tonesOf(chances, ruled)
  return {
    fine: fine.length > 0 ? fine : [{ label: 'neutral', score: round(scores[FINE_LABELS.indexOf('neutral')]!) }],
    groups: groupsOf(scores),
    tones,
    intensity: intensityOf(tones, ruled, voice),
    spans,
  }
}

/**
 * Probability of each label, moved so that its tuned threshold lies at 0.5, and of each tone; tones share the whole. Long texts: the
 * highest of the windows.
 */
function scoresOf(text: string): Scores {
  const labels = new Float64Array(model.labels.length)
  const tones = new Float64Array(TONES.length)
  for (let from = 0; from === 0 || from < text.length; from += LONGEST_RULE_TEXT) {
    emotionFeatures(text, from, Math.min(text.length, from + LONGEST_RULE_TEXT), features)
    scoreFeatures(model, features, sums, logits)
    for (let k = 0; k < labels.length; k++)
      labels[k] = Math.max(labels[k]!, sigmoid(logits[k]! - (model.thresholds[k] ?? 0)))
    scoreFeatures(toneModel, features, toneSums, toneChances)
    softmax(toneChances)
    for (let k = 0; k < tones.length; k++) tones[k] = Math.max(tones[k]!, toneChances[k]!)
  }
  return { labels, tones }
}

/** Of a language that it never read the model knows nothing: there the written phrases decide alone. */
function tellNothing(chances: Float64Array) {
  chances.fill(0)
  chances[TONES.indexOf('neutral')] = 1
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

/** What the model thinks and what the rules heard are independent hints of a tone. */
function tonesOf(chances: Float64Array, ruled: ToneScores): EmotionGuess['tones'] {
  const all = TONES.map((tone, k) => ({ tone, score: 1 - (1 - chances[k]!) * (1 - (ruled.get(tone) ?? 0)) }))
  const neutral = all.find(({ tone }) => tone === 'neutral')!
  const felt = all.filter(({ tone }) => tone !== 'neutral').sort(byScore)
  const sharp = felt.filter(({ tone }) => SHARP_TONES.includes(tone))
  const isSharp = sharp.reduce((sum, { score }) => sum + score, 0) >= SHARP
  const told = felt.filter(
    (each, i) =>
      each.score >= ALSO ||
      (i === 0 && each.score >= FIRST && each.score > neutral.score) ||
      (isSharp && each === sharp[0]),
  )
  const tones = told.length > 0 ? told : [{ tone: neutral.tone, score: 1 - felt[0]!.score }]
  return tones.map(({ tone, score }) => ({ tone, score: round(score) }))
}

/** A group of several labels has an output and a threshold of its own: what is surely one of them may be none of them surely. */
function groupsOf(scores: Float64Array): EmotionGuess['groups'] {
  return GROUPS.map((group) => ({ group, score: round(scores[model.labels.indexOf(modelLabelOfGroup(group))]!) }))
    .filter(({ score }) => score >= HOLDS)
    .sort(byScore)
}

/** By the words that were heard and the voice: how sure the model is of a tone says little of how strong it is. */
function intensityOf(tones: EmotionGuess['tones'], ruled: ToneScores, voice: Voice): EmotionGuess['intensity'] {
  const first = tones[0]!
  if (first.tone === 'neutral') return 0
  const raised = (voice.shouts ? 1 : 0) + (voice.marks >= 3 ? 1 : 0) + (voice.swears ? 1 : 0)
  const heard = ruled.get(first.tone) ?? 0
  const base = heard >= 0.93 ? 3 : heard >= 0.5 || first.score >= 0.9 ? 2 : 1
  return Math.min(3, base + raised) as EmotionGuess['intensity']
}

const byScore = (a: { score: number }, b: { score: number }) => b.score - a.score
const round = (score: number) => Math.round(score * 1000) / 1000
