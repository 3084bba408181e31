/** In which language a text of a known reader is written. Pure. */
import { guessLanguage } from './language.ts'

/** A guess below this says nothing. Source: understanding-D9. */
const SURE = 0.9

/** What is sure of the text itself; else what its reader speaks. */
export function writtenIn(text: string, readerSpeaks: string): string {
  const { code, confidence } = guessLanguage(text)
  return code !== 'und' && confidence >= SURE ? code : readerSpeaks
}
