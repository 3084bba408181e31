/** The one line that tells a person why: the patient's words, the rule, its source, and what is still open. */
import type { TriageVerdict } from './verdict.ts'

/** Longest quotation and most of them in a line. */
const QUOTE_LENGTH = 60
const QUOTE_LIMIT = 3

const TITLES: Record<TriageVerdict['urgency'], string> = {
  emergency: 'Emergency',
  urgent: 'Urgent, today',
  soon: 'Soon, within 3 days',
  routine: 'Routine',
  self_care: 'Self-care',
  not_clinical: 'Not about symptoms',
}

export function reasonOf(verdict: Omit<TriageVerdict, 'reason'>): string {
  const title = TITLES[verdict.urgency]
  const top = verdict.rules_fired[0]
  if (!top || (verdict.unsure && top.outcome !== verdict.urgency)) return `${title}: ${doubtLine(verdict)}`
  const quotes = verdict.findings
    .filter(({ concept, state }) => top.because.includes(concept) && state !== 'denied' && state !== 'past')
    .map(({ words, name, value, unit }) => (words ? `"${shorten(words)}"` : value === undefined ? name : `${name} ${value} ${unit}`))
  const said = [...new Set(quotes)].slice(0, QUOTE_LIMIT).join(' + ') || top.says
  const open = verdict.questions.length > 0 ? `; still open: ${verdict.questions.map(({ about }) => about).join(', ')}` : ''
  return `${title}: ${said} (rule ${top.id}: ${top.says}; ${top.source.publisher}, ${top.source.title})${open}`
} // prettier-ignore

function doubtLine({ unsure, unsure_because, findings, urgency }: Omit<TriageVerdict, 'reason'>): string {
  if (!unsure) return urgency === 'not_clinical' ? 'no symptom and no danger found' : 'no rule says more'
  const words = findings.filter(({ concept, words: said }) => (concept === 'symptom-word' || concept === 'second-look') && said).map(({ words: said }) => `"${shorten(said!)}"`)
  const doubts = unsure_because.map((reason) => DOUBTS[reason]).join('; ')
  return words.length > 0 ? `${words.slice(0, QUOTE_LIMIT).join(' + ')}; not sure: ${doubts}` : `not sure: ${doubts}`
} // prettier-ignore

const DOUBTS: Record<TriageVerdict['unsure_because'][number], string> = {
  symptom_without_family: 'a symptom that no written rule covers, a nurse should look',
  language_not_reviewed: 'the protocol is not reviewed in this language, a nurse should look',
  contradictory_facts: 'facts contradict each other',
  implausible_fact: 'a value can not be right, ask again',
  age_unknown: 'the age of the baby decides and is not known',
  sounds_dangerous: 'it reads like an emergency that no written rule covers, a nurse should look now',
  not_surely_mild: 'it may be more than it seems, a nurse should look',
  protocol_not_signed: 'no clinician here has signed the protocol yet, a nurse should look',
}

const shorten = (words: string) => {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= QUOTE_LENGTH ? line : `${line.slice(0, QUOTE_LENGTH - 1)}…`
}
