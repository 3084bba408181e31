/** The one line that tells a person why: the patient's words, the rule, its source, and what is still open. */
import { families } from './families/index.ts'
import type { TriageVerdict } from './verdict.ts'
import { wordingIn, type ReadIn, type Worded } from './wording.ts'

/** Longest quotation and most of them in a line. */
const QUOTE_LENGTH = 60
const QUOTE_LIMIT = 3

/** What the line is made of: a verdict, or what is kept of one. */
export type ToldBy = Pick<TriageVerdict, 'urgency' | 'unsure' | 'unsure_because'> & {
  findings: Pick<TriageVerdict['findings'][number], 'concept' | 'state' | 'words' | 'name' | 'value' | 'unit'>[]
  rules_fired: Pick<TriageVerdict['rules_fired'][number], 'id' | 'outcome' | 'says' | 'because' | 'source'>[]
  questions: { about: string }[]
}

export function reasonOf(verdict: ToldBy, language: ReadIn = 'en'): string {
  const words = WORDS[language]
  const title = words[verdict.urgency]
  const top = verdict.rules_fired[0]
  if (!top || (verdict.unsure && top.outcome !== verdict.urgency)) return `${title}: ${doubtLine(verdict, language)}`
  const quotes = verdict.findings
    .filter(({ concept, state }) => top.because.includes(concept) && state !== 'denied' && state !== 'past')
    .map(({ words: said, name, value, unit }) => (said ? `"${shorten(said)}"` : value === undefined ? wordingIn(name, language) : `${wordingIn(name, language)} ${value} ${unit}`))
  const says = wordingIn(top.says, language)
  const said = [...new Set(quotes)].slice(0, QUOTE_LIMIT).join(' + ') || says
  const about = verdict.questions.map((question) => wordingIn(names.get(question.about) ?? question.about, language))
  const open = about.length > 0 ? `; ${words.open}: ${about.join(', ')}` : ''
  return `${title}: ${said} (${words.rule} ${top.id}: ${says}; ${top.source.publisher}, ${top.source.title})${open}`
} // prettier-ignore

const names = new Map(families.flatMap(({ concepts }) => concepts.map(({ id, name }) => [id, name] as const)))

function doubtLine({ unsure, unsure_because, findings, urgency }: ToldBy, language: ReadIn): string {
  const words = WORDS[language]
  if (!unsure) return urgency === 'not_clinical' ? words.nothing : words.noRule
  const said = findings.filter(({ concept, words: quoted }) => (concept === 'symptom-word' || concept === 'second-look') && quoted).map(({ words: quoted }) => `"${shorten(quoted!)}"`)
  const doubts = `${words.unsure}: ${unsure_because.map((reason) => DOUBTS[reason][language]).join('; ')}`
  return said.length > 0 ? `${said.slice(0, QUOTE_LIMIT).join(' + ')}; ${doubts}` : doubts
} // prettier-ignore

const WORDS: Record<ReadIn, Record<TriageVerdict['urgency'] | 'rule' | 'open' | 'nothing' | 'noRule' | 'unsure', string>> = {
  en: {
    emergency: 'Emergency', urgent: 'Urgent, today', soon: 'Soon, within 3 days', routine: 'Routine', self_care: 'Self-care', not_clinical: 'Not about symptoms',
    rule: 'rule', open: 'still open', nothing: 'no symptom and no danger found', noRule: 'no rule says more', unsure: 'not sure',
  },
  es: {
    emergency: 'Emergencia', urgent: 'Urgente, hoy', soon: 'Pronto, en 3 días', routine: 'Normal', self_care: 'Cuidado en casa', not_clinical: 'No trata de síntomas',
    rule: 'regla', open: 'falta saber', nothing: 'no se encontró síntoma ni peligro', noRule: 'ninguna regla dice más', unsure: 'no es seguro',
  },
} // prettier-ignore

const DOUBTS: Record<TriageVerdict['unsure_because'][number], Worded> = {
  symptom_without_family: {
    en: 'a symptom that no written rule covers, a nurse should look',
    es: 'un síntoma que ninguna regla escrita cubre, enfermería debe verlo',
  },
  language_not_reviewed: {
    en: 'the protocol is not reviewed in this language, a nurse should look',
    es: 'el protocolo no está revisado en este idioma, enfermería debe verlo',
  },
  contradictory_facts: { en: 'facts contradict each other', es: 'hay datos que se contradicen' },
  implausible_fact: {
    en: 'a value can not be right, ask again',
    es: 'un valor no puede ser correcto, pregunte otra vez',
  },
  age_unknown: {
    en: 'the age of the baby decides and is not known',
    es: 'la edad del bebé decide y no se conoce',
  },
  sounds_dangerous: {
    en: 'it reads like an emergency that no written rule covers, a nurse should look now',
    es: 'suena como una emergencia que ninguna regla escrita cubre, enfermería debe verlo ahora',
  },
  not_surely_mild: {
    en: 'it may be more than it seems, a nurse should look',
    es: 'puede ser más de lo que parece, enfermería debe verlo',
  },
  protocol_not_signed: {
    en: 'no clinician here has signed the protocol yet, a nurse should look',
    es: 'ningún médico de aquí ha firmado aún el protocolo, enfermería debe verlo',
  },
}

const shorten = (words: string) => {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length <= QUOTE_LENGTH ? line : `${line.slice(0, QUOTE_LENGTH - 1)}…`
}
