/** Language: held-out lines of the training sources, short pieces of them, and Creole text messages (never trained on). */
import { guessLanguage, SERVED_LANGUAGES } from '#engines/language/language.ts'

import { readRows } from '../train/development-data.ts'
import { seededRandom } from '../train/linear-trainer.ts'
import { fragmentsOf, isHeldOut, languageLines } from '../train/train-language.ts'
import type { Line } from '../train/train-language.ts'

import { mean, share } from './measure.ts'
import type { Measure } from './measure.ts'

const SEED = 7
/** Lines of Latin letters shorter than this are no sentences; a glossary holds none. */
const SENTENCE_LETTERS = 25
const served = new Set<string>(SERVED_LANGUAGES)

export function evaluateLanguage(): Measure[] {
  // Film subtitles carry names and foreign words; the figure is told without them.
  const held = languageLines().filter((line) => isHeldOut(line) && served.has(line.lang) && line.source !== 'xed')
  const sentences = held.filter(isSentence)
  const random = seededRandom(SEED)
  const pieces = held.flatMap((line) => fragmentsOf(line.text, 1, random).map((text) => ({ ...line, text })))
  const creole = readRows<{ text: string }>('language/haitian_creole_sms_train')
  return [
    measure('held-out sentences, 16 languages', sentences, 'eld 99.7 %', 0.998),
    measure('held-out pieces of 2-4 words', pieces, 'eld 87 %', 0.96),
    ...byLanguage(pieces),
    {
      engine: 'language',
      set: 'Creole text messages',
      n: creole.length,
      metric: 'accuracy',
      ours: share(creole, ({ text }) => guessLanguage(text).code === 'ht'),
      reference: 'fastText 22 %',
      target: 0.99,
    },
  ]
}

function measure(set: string, lines: Line[], reference: string, target: number): Measure {
  const languages = [...new Set(lines.map((line) => line.lang))]
  const recalls = languages.map((lang) =>
    share(
      lines.filter((line) => line.lang === lang),
      isRight,
    ),
  )
  return {
    engine: 'language',
    set,
    n: lines.length,
    metric: 'accuracy, mean of languages',
    ours: mean(recalls),
    reference,
    target,
  }
}

function byLanguage(lines: Line[]): Measure[] {
  return SERVED_LANGUAGES.map((lang) => {
    const own = lines.filter((line) => line.lang === lang)
    return {
      engine: 'language',
      set: `pieces of 2-4 words, ${lang}`,
      n: own.length,
      metric: 'accuracy',
      ours: share(own, isRight),
      reference: '',
      target: null,
    }
  }).filter(({ n }) => n > 0)
}

const isSentence = ({ text, source }: Line) =>
  source !== 'tico19-terms' && (text.length >= SENTENCE_LETTERS || !/[a-z]/i.test(text))

const isRight = ({ text, lang }: Line) => guessLanguage(text).code === lang
