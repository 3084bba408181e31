/**
 * What the assistant says on the telephone, by language: fixed, reviewed texts in plain words (US grade 6 or lower), and approved texts that
 * are short enough to be followed by ear (understanding.md D70). Nothing the caller said is repeated.
 */
import type { Answer, Decision } from './decide-turn.ts'
import type { Spoken } from './texts.ts'

/** Words of an answer that are said at one time; a longer one is read where it stands, or told by a person (D70). */
export const SPOKEN_WORDS_MAX = 25

type Texts = {
  citation: (title: string, day: string) => string
  tooLong: (title: string) => string
  unsure: string
  bot: string
  hello: string
  thanks: string
}

const TEXTS: Record<Spoken, Texts> = {
  en: {
    citation: (title, day) => `This is from our page ${title}. Our team checked it on ${day}.`,
    tooLong: (title) => `The answer is long. It is on our page ${title}. A person can tell it to you. Press 0.`,
    unsure: 'We did not understand. Say it in a few words, or press 0 for a person.',
    bot: 'I am an automatic helper. I am not a person.',
    hello: 'Hello.',
    thanks: 'Thank you for telling us. Our team will read it.',
  },
  es: {
    citation: (title, day) => `Esto es de nuestra página ${title}. Nuestro equipo la revisó el ${day}.`,
    tooLong: (title) =>
      `La respuesta es larga. Está en nuestra página ${title}. Una persona se la puede decir. Marque 0.`,
    unsure: 'No lo entendimos. Dígalo en pocas palabras, o marque 0 para una persona.',
    bot: 'Soy una ayuda automática. No soy una persona.',
    hello: 'Hola.',
    thanks: 'Gracias por decirlo. Nuestro equipo lo va a leer.',
  },
}

/** What is asked by the key for our hours. */
export const HOURS_QUESTION: Record<Spoken, string> = { en: 'What are your hours?', es: '¿Cuál es su horario?' }

/** @returns null where a person takes the call. @param day how a reviewed day is said, in the caller's language. */
export function spokenOf(
  { does, lines }: Pick<Decision, 'does' | 'lines'>,
  language: Spoken,
  day: (iso: string) => string,
): { does: 'answer' | 'ask'; say: string[] } | null {
  const texts = TEXTS[language]
  if (does === 'ask') return { does, say: [texts.unsure] }
  if (does !== 'answer' && does !== 'greet') return null
  const say = lines.flatMap((line): string[] => {
    switch (line.says) {
      case 'answer':
        return answerWords(line.answer, texts, day)
      case 'bot':
      case 'hello':
      case 'thanks':
        return [texts[line.says]]
      default:
        return []
    }
  })
  return { does: 'answer', say }
}

/** Never cut but at the mark of its author (D58); an address of a page is not said. */
function answerWords(
  { text, shortText, title, reviewedOn }: Answer,
  texts: Texts,
  day: (iso: string) => string,
): string[] {
  const short = [text, shortText].find((words) => words !== null && canBeSaid(words))
  const citation = texts.citation(title, day(reviewedOn))
  return short ? [short, citation] : [texts.tooLong(title)]
}

/** Signs of layout and addresses would be read out, sign by sign. */
const canBeSaid = (words: string): boolean =>
  words.split(/\s+/).filter(Boolean).length <= SPOKEN_WORDS_MAX && !/https?:|www\.|[@#*_|<>[\]]/i.test(words)
