/** A wording of the protocol in the language of its reader. The patient's own words are no wording: they stay as they are. */
import { spanishWordings } from './spanish-wordings.ts'

/** Languages in which staff read. */
export type ReadIn = 'en' | 'es'
/** One meaning in each of them. */
export type Worded = Record<ReadIn, string>

/** Something that people wrote, or that has one form only. */
export const sameInBoth = (words: string): Worded => ({ en: words, es: words })

export const wordedAs = (wording: string): Worded => ({ en: wording, es: inSpanish(wording) })

export const wordingIn = (wording: string, language: ReadIn): string =>
  language === 'es' ? inSpanish(wording) : wording

/** What has no Spanish (it was kept by a protocol of long ago) is told as it is. */
export const inSpanish = (wording: string): string => findSpanish(wording) ?? wording

/** @returns undefined if the wording has no Spanish. */
export function findSpanish(wording: string): string | undefined {
  const known = spanishWordings[wording] ?? withNumbers(wording)
  if (known) return known
  const danger = DANGER.exec(wording)
  if (danger) return `Peligro (${dangerIn(danger[1]!, 'es')}): ${DANGERS[danger[2]!] ?? danger[2]!}`
  const beside = BESIDE.exec(wording)
  const before = beside && (spanishWordings[beside[1]!] ?? withNumbers(beside[1]!))
  return before ? `${before} (${beside[2]!.replace('list not reviewed', 'lista sin revisar')})` : undefined
}

/** Of the kinds of a danger, or its level, as they are written in a verdict. */
export function dangerIn(codes: string, language: ReadIn): string {
  const each = codes.split(', ')
  return each.map((code) => (language === 'es' && DANGERS[code]) || code.replaceAll('_', ' ')).join(', ')
}

const DANGERS: Record<string, string> = {
  self_harm: 'daño a sí mismo',
  suicide_plan: 'plan de suicidio',
  harm_to_others: 'daño a otros',
  abuse_child: 'maltrato de un niño',
  abuse_partner: 'maltrato de la pareja',
  abuse_elder: 'maltrato de una persona mayor',
  sexual_assault: 'agresión sexual',
  immediate: 'inmediato',
  present: 'presente',
  possible: 'posible',
  past: 'pasado',
}

const DANGER = /^Danger \(([a-z_, ]{0,200})\): ([a-z]{1,20})$/
/** A reading, or the language of a list, behind a wording. */
const BESIDE = /^(.{1,200}) \(([^()]{1,60})\)$/
/** Not the digit of a name ("NEWS2"). */
const NUMBER = /\b\d+/g

function withNumbers(wording: string): string | undefined {
  const numbers = wording.match(NUMBER) ?? []
  const pattern = numbers.length > 0 ? spanishWordings[wording.replace(NUMBER, '#')] : undefined
  let at = 0
  return pattern?.replace(/#/g, () => numbers[at++] ?? '')
}
