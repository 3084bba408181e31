/**
 * Whether a text to patients is plain enough (understanding-D42): US grade 6 and score 2.5 at most from 30 words on; a shorter one by its
 * words and the length of its sentences. Names, numbers and medicines do not count; whoever asks has put a short name for what is filled in.
 */
import { isMedicine } from '#engines/text/medicine-names.ts'

import { explainTerms } from './explain-terms.ts'
import { readability } from './readability.ts'
import { suggestPlain } from './suggest-plain.ts'

export type TooHard = {
  why: 'grade' | 'score' | 'words' | 'long sentence'
  grade: number | null
  score: number | null
  suggestion: string
}

/** Source: understanding-D42. */
const GRADE_MAX = 6
const SCORE_MAX = 2.5
/** Words of one sentence. Source: plain-language guidance of the CDC (15-20 words). */
const SENTENCE_WORDS_MAX = 20
/** One or two words are a label. */
const LABEL_WORDS = 3
/** INFLESZ "fairly easy" begins here; Spanish has no score. Source: Barrio-Cantalejo 2008. */
const SPANISH_EASE_MIN = 65

/** Long or clinical words that patients of a clinic know and that have no shorter one. */
const KNOWN: Record<string, Record<string, string>> = {
  en: { emergency: 'help', message: 'note', messages: 'notes', appointment: 'visit', privacy: 'home', organization: 'home', information: 'news', language: 'word', medicine: 'pill', medicines: 'pills', automatic: 'own', english: 'home', spanish: 'home', passkey: 'key', passkeys: 'keys', email: 'mail', website: 'page', browser: 'page', tablet: 'phone', digits: 'signs', consent: 'yes' },
  es: { emergencia: 'ayuda', emergencias: 'ayuda', mensaje: 'nota', mensajes: 'notas', medicina: 'cosa', medicinas: 'cosas', recepcion: 'mesa', recepción: 'mesa', automático: 'propio', automatico: 'propio', automáticos: 'propios', conversación: 'nota', organización: 'casa', dirección: 'casa', privacidad: 'casa', información: 'nota' },
} // prettier-ignore

/** Names of things that have no other name. */
const NAMES = new Set(
  'edge chrome firefox safari macos ios android linux windows pdf jpg png mb facebook google'.split(' '),
)
const ADDRESS = /\S{1,64}@\S{1,64}|https?:\/\/\S{1,200}/g

/** `null` when it is plain enough. Only English and Spanish are judged. */
export function tooHard(text: string, language: string): TooHard | null {
  if (language !== 'en' && language !== 'es') return null
  const read = text.replace(ADDRESS, 'Ann').replace(/[\p{L}'’]+/gu, (word) => KNOWN[language]![word.toLowerCase()] ?? (standIn(word))) // prettier-ignore
  const { grade, score, ease, words, short, hardSentences } = readability(read, language)
  const { replacements } = suggestPlain(read, language)
  // What has a plainer word is offered it; in Spanish the lists of words are too small to tell rare ones.
  const isJargon = explainTerms(read, language).some(
    ({ isClinical, replacement }) => isClinical && replacement !== null,
  )
  const told = (why: TooHard['why']): TooHard => ({
    why,
    grade,
    score,
    suggestion:
      replacements.map(({ from, to }) => `"${from}": ${to}`).join('; ') || 'shorter sentences, words of every day',
  })
  if (!short) {
    if (language === 'en' && (grade ?? 0) > GRADE_MAX) return told('grade')
    if (language === 'es' && (ease ?? 100) < SPANISH_EASE_MIN) return told('grade')
    return score !== null && score > SCORE_MAX ? told('score') : null
  }
  if (hardSentences.some((sentence) => sentence.words > SENTENCE_WORDS_MAX)) return told('long sentence')
  if (isJargon) return told('words')
  return words >= LABEL_WORDS && score !== null && score > SCORE_MAX ? told('words') : null
}

function standIn(word: string): string {
  const lower = word.toLowerCase()
  if (NAMES.has(lower)) return 'Ann'
  return isMedicine(lower) ? 'pill' : word
}
