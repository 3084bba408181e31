/**
 * The words of the emotion engine: the 28 labels of GoEmotions, the 14 reporting groups and the 11 service tones,
 * and how they fold into one another (understanding.md section 2).
 */

export const FINE_LABELS = [
  'admiration',
  'amusement',
  'anger',
  'annoyance',
  'approval',
  'caring',
  'confusion',
  'curiosity',
  'desire',
  'disappointment',
  'disapproval',
  'disgust',
  'embarrassment',
  'excitement',
  'fear',
  'gratitude',
  'grief',
  'joy',
  'love',
  'nervousness',
  'optimism',
  'pride',
  'realization',
  'relief',
  'remorse',
  'sadness',
  'surprise',
  'neutral',
] as const
export type FineLabel = (typeof FINE_LABELS)[number]

export const TONES = [
  'anxiety',
  'anger',
  'frustration',
  'sadness',
  'confusion',
  'gratitude',
  'relief',
  'joy',
  'embarrassment',
  'pain_distress',
  'neutral',
] as const
export type Tone = (typeof TONES)[number]

export const GROUPS = [
  'anxiety',
  'anger',
  'sadness',
  'joy',
  'surprise',
  'approval',
  'caring',
  'confusion',
  'curiosity',
  'desire',
  'embarrassment',
  'gratitude',
  'relief',
  'neutral',
] as const
export type EmotionGroup = (typeof GROUPS)[number]

/** Source: understanding.md section 2, "Fold". Labels that are not named fold into neutral. */
export const toneOfLabel: Partial<Record<FineLabel, Tone>> = {
  fear: 'anxiety',
  nervousness: 'anxiety',
  anger: 'anger',
  disgust: 'anger',
  disapproval: 'anger',
  annoyance: 'frustration',
  sadness: 'sadness',
  grief: 'sadness',
  disappointment: 'sadness',
  remorse: 'sadness',
  confusion: 'confusion',
  embarrassment: 'embarrassment',
  gratitude: 'gratitude',
  relief: 'relief',
  joy: 'joy',
  excitement: 'joy',
  amusement: 'joy',
  love: 'joy',
  admiration: 'joy',
  optimism: 'joy',
  pride: 'joy',
}

/** Source: the README of the emotion data. Labels that are not named are groups of their own. */
const groupOf: Partial<Record<FineLabel, EmotionGroup>> = {
  fear: 'anxiety',
  nervousness: 'anxiety',
  anger: 'anger',
  annoyance: 'anger',
  disgust: 'anger',
  disapproval: 'anger',
  sadness: 'sadness',
  grief: 'sadness',
  disappointment: 'sadness',
  remorse: 'sadness',
  joy: 'joy',
  excitement: 'joy',
  amusement: 'joy',
  love: 'joy',
  admiration: 'joy',
  optimism: 'joy',
  pride: 'joy',
  surprise: 'surprise',
  realization: 'surprise',
}

/** The groups of several labels; each of the others is one label. */
const LARGE_GROUPS = [...new Set(Object.values(groupOf))]

/** The output of the model that tells a group. */
export const modelLabelOfGroup = (group: EmotionGroup): string =>
  LARGE_GROUPS.includes(group) ? `group:${group}` : group

/** The outputs of the model: the 28 labels, then the groups that hold several of them. */
export const MODEL_LABELS: readonly string[] = [...FINE_LABELS, ...LARGE_GROUPS.map(modelLabelOfGroup)]

export const groupOfLabel = (label: FineLabel): EmotionGroup => groupOf[label] ?? (label as EmotionGroup)
