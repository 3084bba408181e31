/** What stands in the conversation for somebody who took a queue number: a sentence of ours, in the language that was chosen. */
import type { TurnReason } from './rules.ts'

const TEXTS: Record<string, Record<TurnReason, string>> = {
  en: {
    visit: 'I am at the front desk. I have a visit today.',
    unwell: 'I am at the front desk. I do not feel well.',
    billing: 'I am at the front desk. I have a question about a bill.',
    other: 'I am at the front desk and would like to speak with someone.',
  },
  es: {
    visit: 'Estoy en la recepción. Hoy tengo una cita.',
    unwell: 'Estoy en la recepción. No me siento bien.',
    billing: 'Estoy en la recepción. Tengo una pregunta sobre una cuenta.',
    other: 'Estoy en la recepción y quiero hablar con alguien.',
  },
}

export const walkInText = (language: string, reason: TurnReason): string => (TEXTS[language] ?? TEXTS.en)![reason]
