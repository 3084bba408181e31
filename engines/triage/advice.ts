/**
 * What a patient is told for a verdict (understanding-D32): how soon, what to do, what makes it worse, and when to call.
 *
 * Nothing here names an illness. Danger to a life has texts of its own beside these (`engines/crisis/resources.ts`).
 */
import {
  ADVICE_LANGUAGES,
  adviceTexts,
  callIf,
  howSoon,
  nurseWillLook,
  otherPeople,
  type AdviceEntry,
  type AdviceLanguage,
} from './advice-texts.ts'
import { sources } from './sources.ts'
import type { Source, Subject, TriageVerdict } from './verdict.ts'

export type Advice = {
  language: AdviceLanguage
  howSoon: string[]
  toDo: string[]
  avoid: string[]
  /** The safety net of everything that is no emergency; an emergency begins with the number. */
  callIf: string | null
  source: Source
}

type Asked = {
  language: string
  /** The emergency number, or its words where none is known (`emergencyNumberOf`). */
  number: string
}

/** @returns null where there is nothing to advise (no symptom), or no reviewed text in this language. */
export function adviceFor(
  verdict: Pick<TriageVerdict, 'urgency' | 'advice_key' | 'subject' | 'unsure_because'>,
  { language, number }: Asked,
): Advice | null {
  const code = ADVICE_LANGUAGES.find((each) => each === language.slice(0, 2).toLowerCase())
  const { urgency, advice_key: key, subject } = verdict
  if (!code || urgency === 'not_clinical') return null
  const entry: AdviceEntry = isKey(key) ? adviceTexts[key] : adviceTexts.nurse
  const said = (text: string) => spoken(text, code, subject, number)
  const isEmergency = urgency === 'emergency'
  const isUnsigned = verdict.unsure_because.includes('protocol_not_signed')
  const danger = callIf[code].replace('{danger}', entry[code].danger)
  return {
    language: code,
    howSoon: said(isUnsigned ? nurseWillLook[code] : howSoon[code][urgency]),
    toDo: said(isEmergency ? entry[code].now : entry[code].meanwhile),
    avoid: said(entry[code].avoid),
    callIf: isEmergency ? null : (said(danger)[0] ?? null),
    source: sources[entry.source],
  }
}

const isKey = (key: string): key is keyof typeof adviceTexts => Object.hasOwn(adviceTexts, key)

/** `[self|other]` and `{who}` filled in; one sentence or two an entry. */
function spoken(text: string, language: AdviceLanguage, subject: Subject, number: string): string[] {
  const people = otherPeople[language]
  const isSelf = subject === 'self' || subject === 'unknown'
  const who = subject === 'child' ? people.child : people.named_other
  return text
    .replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_whole, self: string, other: string) => (isSelf ? self : other))
    .replaceAll('{who}', who)
    .replaceAll('{Who}', who.charAt(0).toUpperCase() + who.slice(1))
    .replaceAll('{child}', people.child)
    .replaceAll('{number}', number)
    .split('\n')
}
