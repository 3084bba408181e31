/** What a macro is, and what must be right before it is saved or used (desk-D19). Pure: the day comes in. */
import { variablesIn } from './variables.ts'

export const WAITING_ON = ['patient', 'clinician', 'payer', 'pharmacy', 'laboratory', 'other-office'] as const
export const NOTE_READERS = ['service', 'clinical', 'billing', 'sensitive'] as const
export const READING_LEVELS = ['plain', 'standard'] as const

export type ReadingLevel = (typeof READING_LEVELS)[number]

export type MacroStep =
  | { do: 'text' }
  | { do: 'tags'; add: string[]; remove: string[] }
  | { do: 'queue'; queueId: string }
  | { do: 'take' }
  | { do: 'assign'; staffId: string | null }
  | { do: 'wait'; on: (typeof WAITING_ON)[number] }
  | { do: 'snooze'; hours: number }
  | { do: 'resolve' }
  | { do: 'note'; text: string; readers: (typeof NOTE_READERS)[number][] }

export type MacroVariant = { language: string; readingLevel: ReadingLevel; text: string; isReviewed: boolean }

export type MacroContent = {
  title: string
  topic: string | null
  isClinical: boolean
  ownerId: string | null
  medicalOwnerId: string | null
  /** The last day on which a clinical text may be used, as YYYY-MM-DD. */
  validUntil: string | null
  steps: MacroStep[]
  variants: MacroVariant[]
}

/** Steps that do the same kind of thing: a macro has at most one of each. */
const KIND: Record<MacroStep['do'], string> = {
  text: 'text',
  tags: 'tags',
  queue: 'queue',
  take: 'hands',
  assign: 'hands',
  wait: 'state',
  snooze: 'state',
  resolve: 'state',
  note: 'note',
}

export const kindOf = (step: MacroStep): string => KIND[step.do]

export type MacroFault = {
  field: 'steps' | 'variants' | 'medicalOwnerId' | 'validUntil'
  problem: 'empty' | 'twice' | 'no-variant' | 'no-text-step' | 'unknown-variable' | 'clinical-needs-it'
  /** The variable, where it is one. */
  name?: string
}

/** The first thing that is wrong with a macro; null: it may be saved. */
export function faultOf(
  macro: Pick<MacroContent, 'isClinical' | 'medicalOwnerId' | 'validUntil' | 'steps' | 'variants'>,
): MacroFault | null {
  const { steps, variants } = macro
  if (steps.length === 0) return { field: 'steps', problem: 'empty' }
  if (new Set(steps.map(kindOf)).size < steps.length) return { field: 'steps', problem: 'twice' }
  if (steps.some((step) => step.do === 'tags' && step.add.length + step.remove.length === 0))
    return { field: 'steps', problem: 'empty' }
  const writes = steps.some((step) => step.do === 'text')
  if (writes && variants.length === 0) return { field: 'variants', problem: 'no-variant' }
  if (!writes && variants.length > 0) return { field: 'steps', problem: 'no-text-step' }
  const places = variants.map(({ language, readingLevel }) => `${language} ${readingLevel}`)
  if (new Set(places).size < places.length) return { field: 'variants', problem: 'twice' }
  for (const [field, text] of textsOf(macro)) {
    const [name] = variablesIn(text).unknown
    if (name) return { field, problem: 'unknown-variable', name }
  }
  if (!macro.isClinical) return null
  if (macro.medicalOwnerId === null) return { field: 'medicalOwnerId', problem: 'clinical-needs-it' }
  return macro.validUntil === null ? { field: 'validUntil', problem: 'clinical-needs-it' } : null
}

const textsOf = ({ steps, variants }: Pick<MacroContent, 'steps' | 'variants'>): ['steps' | 'variants', string][] => [
  ...variants.map(({ text }): ['variants', string] => ['variants', text]),
  ...steps.flatMap((step): ['steps', string][] => (step.do === 'note' ? [['steps', step.text]] : [])),
]

/** A clinical text counts until its day and not a day longer; one that nobody dated was never looked at. `today`: YYYY-MM-DD. */
export const isExpired = (
  { isClinical, validUntil }: Pick<MacroContent, 'isClinical' | 'validUntil'>,
  today: string,
): boolean => (validUntil === null ? isClinical : validUntil < today)

/**
 * The reviewed variant in the language asked for, else in the first fallback language that has one; the reading level asked for, else
 * the plain one. Nothing is ever translated by a machine. Undefined: none of these languages has a reviewed text.
 */
export function chooseVariant(
  variants: readonly MacroVariant[],
  { language, readingLevel, fallbacks }: { language: string; readingLevel: string; fallbacks: readonly string[] },
): MacroVariant | undefined {
  const reviewed = variants.filter(({ isReviewed }) => isReviewed)
  for (const wanted of [language, primaryOf(language), ...fallbacks]) {
    const spoken = reviewed.filter((variant) => variant.language === wanted)
    const chosen =
      spoken.find((variant) => variant.readingLevel === readingLevel) ??
      spoken.find((variant) => variant.readingLevel === 'plain') ??
      spoken[0]
    if (chosen) return chosen
  }
  return undefined
}

/** The language without region or script: `es` of `es-MX`. */
export const primaryOf = (language: string): string => language.split('-')[0] ?? language
