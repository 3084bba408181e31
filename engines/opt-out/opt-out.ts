/**
 * STOP, START, HELP, CANCEL and wrong number: what a short reply asks of our automatic texts (desk-D39, D40).
 *
 * A word counts only as the whole message; a plain sentence counts only when it speaks of messages. "Can I stop the
 * tablets" is a question about medicine and never an opt-out. Doubt is its own answer: hold the texts, ask a person.
 */
import { normalise } from '#engines/text/normalise.ts'
import { optOutSentences, optOutWords, type OptOutKind } from './words.ts'

export type { OptOutKind } from './words.ts'

export type OptOut =
  /** `languages`: of each in which this is the word. */
  | { kind: OptOutKind; by: 'word'; languages: readonly string[]; words: string }
  | { kind: OptOutKind; by: 'sentence'; language: string; words: string }
  | { kind: 'doubt'; by: 'sentence'; language: string; words: string }
  | { kind: 'none' }

/** A longer message is never an opt-out word or sentence, in characters. */
export const LONGEST_OPT_OUT = 200

export function readOptOut(text: string): OptOut {
  if (text.length > LONGEST_OPT_OUT) return { kind: 'none' }
  const bare = bareWords(text)
  if (bare === '') return { kind: 'none' }

  const word = wordMap.get(bare)
  if (word) return { ...word, by: 'word', words: text.trim() }

  const sentence = sentences.find(({ pattern }) => pattern.test(bare))
  if (CARE.test(bare)) return { kind: 'none' }
  // "Stop the appointment reminders": what is to end are messages, of a visit; nobody wants to end the visit, and surely not all texts.
  if (VISIT.test(bare)) return sentence && ENDS.has(sentence.kind) ? { kind: 'doubt', by: 'sentence', language: sentence.language, words: text.trim() } : { kind: 'none' } // prettier-ignore
  if (sentence) return { kind: sentence.kind, by: 'sentence', language: sentence.language, words: text.trim() }
  return startsLikeStop(bare) ? { kind: 'doubt', by: 'sentence', language: 'en', words: text.trim() } : { kind: 'none' }
}

/** Case, accents, punctuation and emoji away; single spaces. */
function bareWords(text: string): string {
  return normalise(text)
    .text.replaceAll("'", '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

const wordMap = new Map<string, { kind: OptOutKind; languages: string[] }>()
for (const [language, kinds] of Object.entries(optOutWords))
  for (const [kind, words] of Object.entries(kinds))
    for (const word of words.split('/')) {
      const known = wordMap.get(bareWords(word))?.languages ?? []
      wordMap.set(bareWords(word), { kind: kind as OptOutKind, languages: [...known, language] })
    }

const sentences = optOutSentences.map(({ language, kind, pattern }) => ({
  language,
  kind,
  pattern: new RegExp(pattern, 'u'),
}))

/** Medicines, treatment, symptoms: words with which "stop" means something else. */
const CARE =
  /\b(pill|pills|tablet|tablets|medicine|medicines|medication|medications|meds|med|dose|doses|taking|insulin|antibiotic|antibiotics|prescription|inhaler|drug|drugs|injection|shot|shots|treatment|therapy|bleeding|pain|cough|coughing|vomiting|throwing|crying|hurting|smoking|drinking|breathing|surgery|birth control|chemo|blood|diet|warfarin|metformin|prednisone|pastilla|pastillas|tableta|tabletas|medicina|medicinas|medicamento|medicamentos|dosis|tomar|tomando|insulina|antibiotico|antibioticos|receta|tratamiento|sangrado|sangrar|sangre|dolor|tos|vomitar|llorar|fumar|operacion|inyeccion|quimio)\b/

/** What our texts are about: "stop" may mean them, or the visit. */
const VISIT = /\b(appointments?|visits?|doctor|citas?|consultas?)\b/
const ENDS: ReadonlySet<string> = new Set(['stop', 'doubt'])

/** "stop it", "stop now please": probably meant for us, not surely. */
const startsLikeStop = (bare: string) =>
  bare.split(' ').length <= 4 &&
  /^(please )?(stop|unsubscribe|cancel|remove|quit|basta|alto|parar|detener|paren|dejen)\b/.test(bare)
