/**
 * What stands in the conversation for somebody who took a queue number: a sentence of ours, in the language that was chosen. Where they stand is told by the
 * channel; said in words it would be read as a question about the way.
 */
import type { TurnReason } from './rules.ts'

const TEXTS: Record<string, Record<TurnReason, string>> = {
  en: {
    visit: 'I have a visit today.',
    unwell: 'I do not feel well.',
    billing: 'I have a question about a bill.',
    other: 'I would like to speak with someone.',
  },
  es: {
    visit: 'Hoy tengo una cita.',
    unwell: 'No me siento bien.',
    billing: 'Tengo una pregunta sobre mi cuenta.',
    other: 'Quiero hablar con alguien.',
  },
}

export const walkInText = (language: string, reason: TurnReason): string => (TEXTS[language] ?? TEXTS.en)![reason]
