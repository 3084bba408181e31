/**
 * What the safety dialogue says, by language: fixed, reviewed texts in plain words (US grade 6 or lower). The questions are those of the
 * triage families, the advice is that of `engines/triage/advice.ts`; these are the words around them. Nothing the patient typed is repeated.
 */
import { SMS_MAX } from '#engines/sms/text-length.ts'
import type { Advice } from '#engines/triage/advice.ts'
import type { Question } from '#engines/triage/verdict.ts'

export const ASKED_IN = ['en', 'es'] as const
export type AskedIn = (typeof ASKED_IN)[number]

/** The three answers of every question, as they may be offered to choose from; each is read as what it says (`read-answer.ts`). */
export const ANSWER_CHOICES: Record<AskedIn, readonly [string, string, string]> = {
  en: ['Yes', 'No', 'Not sure'],
  es: ['Sí', 'No', 'No sé'],
}

type Texts = {
  intro: (emergencyNumber: string) => string
  few: string
  choose: string
  again: string
  calm: string
  upset: string
  person: (emergencyNumber: string) => string
  nurse: (emergencyNumber: string) => string
  phone: (number: string) => string
}

const TEXTS: Record<AskedIn, Texts> = {
  en: {
    intro: (number) =>
      `This is an automatic message, not a person. In an emergency, call ${number}. To reach a person, write “person”.`,
    few: 'A nurse will look at your message. To help, please answer a few short questions.',
    choose: 'Please answer: Yes, No, or Not sure.',
    again: 'We could not read your answer. Here is the question again.',
    calm: 'We are here to help you.',
    upset: 'We see that you are upset. A person on our team will read this.',
    person: (number) => `A person on our team will read this and answer you here. If it gets worse, call ${number}.`,
    nurse: (number) => `A nurse will look at this. If it gets worse, call ${number}.`,
    phone: (number) => `Our phone number is ${number}.`,
  },
  es: {
    intro: (number) =>
      `Este es un mensaje automático, no una persona. En una emergencia, llame al ${number}. Para hablar con una persona, escriba “persona”.`,
    few: 'Una enfermera verá su mensaje. Para ayudar, conteste por favor unas preguntas cortas.',
    choose: 'Por favor conteste: Sí, No, o No sé.',
    again: 'No pudimos leer su respuesta. Aquí está la pregunta otra vez.',
    calm: 'Estamos aquí para ayudarle.',
    upset: 'Vemos que está molesto. Una persona de nuestro equipo va a leer esto.',
    person: (number) =>
      `Una persona de nuestro equipo va a leer esto y le contesta aquí. Si empeora, llame al ${number}.`,
    nurse: (number) => `Una enfermera va a ver esto. Si empeora, llame al ${number}.`,
    phone: (number) => `Nuestro teléfono es ${number}.`,
  },
}

/** What a text message says in other words: shorter, and with no mark that would make it two (D70). */
const SHORT_TEXTS: Record<AskedIn, { intro: (emergencyNumber: string) => string; choose: string; again: string }> = {
  en: {
    intro: (number) => `Automatic message, not a person. Emergency? Call ${number}. For a person, text PERSON.`,
    choose: 'Please text YES, NO or NOT SURE.',
    again: 'We could not read your answer.',
  },
  es: {
    intro: (number) =>
      `Mensaje automático, no una persona. ¿Emergencia? Llame al ${number}. Para una persona, escriba PERSONA.`,
    choose: 'Por favor conteste SÍ, NO o NO SÉ.',
    again: 'No pudimos leer su respuesta.',
  },
}

export type Words =
  | { says: 'question'; question: Question; isAgain: boolean }
  | { says: 'advice'; advice: Advice; phone: string | null }
  | { says: 'person' | 'nurse' }

type Around = {
  language: AskedIn
  emergencyNumber: string
  /** The first message of this dialogue: it says what it is (D57), and one line for how the writer feels (D61). */
  isFirst: boolean
  feels: 'anxious' | 'upset' | null
}

/** The whole message. */
export function wordsOf(words: Words, { language, emergencyNumber, isFirst, feels }: Around): string {
  const texts = TEXTS[language]
  const before = isFirst
    ? [...(feels === null ? [] : [feels === 'anxious' ? texts.calm : texts.upset]), texts.intro(emergencyNumber)]
    : []
  return [...before, ...linesOf(words, texts, { language, emergencyNumber, isFirst })].join('\n\n')
}

/**
 * The whole message as one text, at most SMS_MAX characters, never cut within a sentence. Advice is how soon, whom to call, and when it is
 * an emergency; what else may help names a part of the body, and has no room.
 */
export function smsWordsOf(words: Words, around: Around): string {
  const { language, emergencyNumber, isFirst } = around
  const short = SHORT_TEXTS[language]
  const texts = TEXTS[language]
  const intro = isFirst ? [short.intro(emergencyNumber)] : []
  if (words.says === 'question')
    return [...intro, ...(words.isAgain ? [short.again] : []), words.question[language], short.choose].join('\n')
  const nurse = [...intro, texts[words.says === 'person' ? 'person' : 'nurse'](emergencyNumber)].join('\n')
  if (words.says !== 'advice') return nurse
  const { howSoon, callIf } = words.advice
  const phone = words.phone ? [texts.phone(words.phone)] : []
  const net = callIf ? [callIf] : []
  const full = [...intro, ...howSoon, ...phone, ...net].join('\n')
  return [full, [...intro, ...howSoon, ...net].join('\n')].find((text) => text.length <= SMS_MAX) ?? nurse
}

function linesOf(
  words: Words,
  texts: Texts,
  { language, emergencyNumber, isFirst }: Pick<Around, 'language' | 'emergencyNumber' | 'isFirst'>,
): string[] {
  switch (words.says) {
    case 'question': {
      const lead = words.isAgain ? [texts.again] : isFirst ? [texts.few] : []
      return [...lead, `${words.question[language]}\n${texts.choose}`]
    }
    case 'advice': {
      const { howSoon, toDo, avoid, callIf } = words.advice
      return [
        [...howSoon, ...(words.phone ? [texts.phone(words.phone)] : [])].join('\n'),
        [...toDo, ...avoid].join('\n'),
        ...(callIf ? [callIf] : []),
      ]
    }
    default:
      return [texts[words.says](emergencyNumber)]
  }
}
