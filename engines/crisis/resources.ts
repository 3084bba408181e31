/**
 * What a person in danger reads at once, and the numbers beside it.
 *
 * Fixed, reviewed texts; never written by a model. English and Spanish are complete; the other served languages have
 * the short form, `reviewed: false`, above the English. No data for a country means no number, never a wrong one.
 */
import { emergencyNumberByCountry, crisisResources, type CrisisResource, type ResourceKind } from './resource-data.ts'
import { fullTexts, localNumberWords, shortTexts } from './texts.ts'
import type { CrisisKind } from './verdict.ts'

export { crisisResources, overdueResources } from './resource-data.ts'

type Asked = { language: string; country: string; kinds: readonly string[] }

/** The text for an emergency: which danger, which number, what to do until help is there. */
export function emergencyText({ language, country, kinds }: Asked): string {
  const code = language.slice(0, 2).toLowerCase()
  const number = emergencyNumberOf(country, code)
  const full = fullTexts[code]
  if (!full) return aboveEnglish(code, country)
  return fill(full.emergency[topicOf(kinds)], number, helpLine(code, country, kinds), full.noHelpLine)
}

/** The text for a danger that is not an emergency this minute: a direct, kind question and a number. */
export function crisisText({ language, country, kinds }: Asked): string {
  const code = language.slice(0, 2).toLowerCase()
  const number = emergencyNumberOf(country, code)
  const full = fullTexts[code]
  if (!full) return aboveEnglish(code, country)
  return fill(full.care[topicOf(kinds)], number, helpLine(code, country, kinds), full.noHelpLine)
}

/**
 * The danger that a text of ours asks about outright ("Are you thinking about ending your life, now?"), so that a bare yes to it is one. Whether
 * it is safe to talk is another question.
 */
export function dangerAskedIn(text: string): 'self_harm' | 'harm_to_others' | undefined {
  const lines = new Set(text.split('\n'))
  const asks = (topic: Topic) =>
    Object.values(fullTexts).some(({ care }) => lines.has(care[topic].split('\n').find(isQuestion) ?? ''))
  if (asks('self')) return 'self_harm'
  return asks('others') ? 'harm_to_others' : undefined
}

const isQuestion = (line: string): boolean => line.endsWith('?')

/** Words that nobody qualified has read never stand alone where somebody may be in danger: the English is below them (decision 0205). */
function aboveEnglish(code: string, country: string): string {
  const english = shortText('en', country)
  return code in shortTexts ? `${shortText(code, country)}\n\n${english}` : english
}

const shortText = (code: string, country: string): string =>
  (shortTexts[code] ?? shortTexts.en!).replaceAll('{number}', emergencyNumberOf(country, code))

/** The same where it is heard and not read: one voice speaks one language. */
export const spokenEmergencyText = (asked: Asked): string =>
  isReviewed(asked.language) ? emergencyText(asked) : shortText(asked.language.slice(0, 2).toLowerCase(), asked.country)

/** Was this text read by a qualified person in this language? */
export const isReviewed = (language: string): boolean => language.slice(0, 2).toLowerCase() in fullTexts

/** The number for an ambulance, or "your local emergency number" in the reader's language where none is known. */
export function emergencyNumberOf(country: string, language = 'en'): string {
  return (
    emergencyNumberByCountry[country.toUpperCase()] ?? localNumberWords[language.slice(0, 2)] ?? localNumberWords.en!
  )
}

/** Numbers to show as links: the emergency number first, then the lines for these dangers. */
export function emergencyNumbers({ country, kinds, language }: Asked): { label: string; value: string }[] {
  const code = language.slice(0, 2).toLowerCase() === 'es' ? 'es' : 'en'
  const emergency = emergencyNumberByCountry[country.toUpperCase()]
  const label = EMERGENCY_LABELS[language.slice(0, 2).toLowerCase()] ?? EMERGENCY_LABELS.en!
  return [
    ...(emergency ? [{ label, value: emergency }] : []),
    ...linesFor(country, kinds, code)
      .filter(({ channel }) => channel === 'call' || channel === 'text')
      .map(({ words, value }) => ({ label: words[code], value })),
  ]
}

const EMERGENCY_LABELS: Record<string, string> = {
  en: 'Emergency', es: 'Emergencia', zh: '紧急求助', vi: 'Cấp cứu', tl: 'Emergency', ko: '응급', ar: 'طوارئ', ru: 'Скорая помощь',
  ht: 'Ijans', pt: 'Emergência', fr: 'Urgences', de: 'Notruf', pl: 'Nagły wypadek', it: 'Emergenza', hi: 'आपातकाल', fa: 'اورژانس',
} // prettier-ignore

export type Topic = 'body' | 'self' | 'others' | 'abuse' | 'sexual'

/** The danger that decides the words. A body in danger and a life in danger both begin with the number. */
export function topicOf(kinds: readonly string[]): Topic {
  if (kinds.includes('suicide_plan') || kinds.includes('self_harm')) return 'self'
  if (kinds.includes('harm_to_others')) return 'others'
  if (kinds.includes('sexual_assault')) return 'sexual'
  if (kinds.some((kind) => kind.startsWith('abuse_'))) return 'abuse'
  return 'body'
}

const LINE_OF: Partial<Record<CrisisKind, ResourceKind>> = {
  self_harm: 'suicide',
  suicide_plan: 'suicide',
  harm_to_others: 'suicide',
  abuse_partner: 'partner_abuse',
  abuse_child: 'child_abuse',
  sexual_assault: 'sexual_assault',
}

function linesFor(country: string, kinds: readonly string[], language: string): CrisisResource[] {
  const wanted = new Set(kinds.map((kind) => LINE_OF[kind as CrisisKind]).filter(Boolean))
  return crisisResources.filter(
    (line) =>
      line.country === country.toUpperCase() &&
      wanted.has(line.kind) &&
      (line.language === null || line.language === language),
  )
}

/** The line for these dangers in words, or nothing where the country has none here. */
function helpLine(language: string, country: string, kinds: readonly string[]): string | undefined {
  const line = linesFor(country, kinds, language).find(({ channel }) => channel === 'call')
  if (!line) return undefined
  const [number, key] = line.value.split(',')
  if (!key) return number
  return language === 'es' ? `${number} y oprima ${key}` : `${number} and press ${key}`
}

/** A sentence with `{line}` is left out where there is no line, and the person is offered instead. */
function fill(text: string, number: string, line: string | undefined, noHelpLine: string): string {
  const sentences = text.split('\n').map((sentence) => {
    if (!sentence.includes('{line}')) return sentence
    return line ? sentence.replaceAll('{line}', line) : noHelpLine
  })
  return sentences.join('\n').replaceAll('{number}', number)
}
