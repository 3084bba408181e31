/**
 * What the assistant says, by language: fixed, reviewed texts in plain words (US grade 6 or lower). It writes no other sentence; what it
 * has no words for goes to a person. Nothing the patient typed is repeated here; the summary of a request does it (task-texts.ts).
 */
import type { Answer, Line, Topic } from './decide-turn.ts'
import { taskText } from './task-texts.ts'

export const SPOKEN = ['en', 'es'] as const
export type Spoken = (typeof SPOKEN)[number]

type Texts = {
  intro: (emergencyNumber: string) => string
  word: string
  topics: string
  bot: string
  hello: string
  goodbye: string
  thanks: string
  calm: string
  sorry: string
  back: string
  'person-reads': string
  'nurse-reads': (emergencyNumber: string) => string
  request: Record<Topic, string>
  citation: (title: string, day: string) => string
}

const TEXTS: Record<Spoken, Texts> = {
  en: {
    intro: (number) =>
      `This is an automatic helper, not a person. In an emergency, call ${number}. To reach a person, write “person”.`,
    word: 'To reach a person, write “person”.',
    topics:
      'I can help with our hours, how to find us, bills, visits and this portal. What do you need? You can also write “person”.',
    bot: 'I am an automatic helper. I am not a person. A person on our team can read this chat and write to you.',
    hello: 'Hello.',
    goodbye: 'Thank you. Write here when you need us.',
    thanks: 'Thank you for telling us. Our team will read it.',
    calm: 'We are here to help you.',
    sorry: 'We are sorry that this went wrong.',
    back: 'Our team gave this chat back to the automatic helper.',
    'person-reads': 'A person on our team will read this and answer you here.',
    'nurse-reads': (number) =>
      `A nurse will read this and answer you here. If you feel much worse, or it feels like an emergency, call ${number}.`,
    request: {
      visit:
        'A person on our team will help you with your visit. Nothing has been booked or changed yet. Write here which days and times suit you.',
      refill:
        'A person on our team will look at your refill. It has not been ordered yet. Write here which medicine it is, and how many days you have left.',
      bill: 'A person on our team will look at your bill and answer you here. Please do not write a card number here.',
      insurance: 'A person on our team will look at this and answer you here. Write here which plan you have.',
      results: 'A person on our team will look for your results and answer you here.',
      records: 'A person on our team will help you with your papers. Write here what you need, and for which dates.',
      help: 'A person on our team will help you with this and answer you here.',
      privacy: 'A person on our team will take this up and answer you here.',
    },
    citation: (title, day) => `From our page “${title}”. Our team checked it on ${day}.`,
  },
  es: {
    intro: (number) =>
      `Esta es una ayuda automática, no una persona. En una emergencia, llame al ${number}. Para hablar con una persona, escriba “persona”.`,
    word: 'Para hablar con una persona, escriba “persona”.',
    topics:
      'Puedo ayudar con el horario, cómo llegar, las cuentas, las citas y este portal. ¿Qué necesita? También puede escribir “persona”.',
    bot: 'Soy una ayuda automática. No soy una persona. Una persona de nuestro equipo puede leer este chat y escribirle.',
    hello: 'Hola.',
    goodbye: 'Gracias. Escriba aquí cuando nos necesite.',
    thanks: 'Gracias por decirlo. Nuestro equipo lo va a leer.',
    calm: 'Estamos aquí para ayudarle.',
    sorry: 'Sentimos que esto saliera mal.',
    back: 'Nuestro equipo devolvió este chat a la ayuda automática.',
    'person-reads': 'Una persona de nuestro equipo va a leer esto y le contesta aquí.',
    'nurse-reads': (number) =>
      `Una enfermera va a leer esto y le contesta aquí. Si se siente mucho peor, o parece una emergencia, llame al ${number}.`,
    request: {
      visit:
        'Una persona de nuestro equipo le ayuda con su cita. Todavía no hay nada apartado ni cambiado. Escriba aquí qué días y horas le quedan bien.',
      refill:
        'Una persona de nuestro equipo va a ver su receta. Todavía no está pedida. Escriba aquí qué medicina es y para cuántos días le queda.',
      bill: 'Una persona de nuestro equipo va a ver su cuenta y le contesta aquí. Por favor no escriba aquí el número de su tarjeta.',
      insurance: 'Una persona de nuestro equipo va a ver esto y le contesta aquí. Escriba aquí qué seguro tiene.',
      results: 'Una persona de nuestro equipo va a buscar sus resultados y le contesta aquí.',
      records: 'Una persona de nuestro equipo le ayuda con sus papeles. Escriba aquí qué necesita y de qué fechas.',
      help: 'Una persona de nuestro equipo le ayuda con esto y le contesta aquí.',
      privacy: 'Una persona de nuestro equipo va a ver esto y le contesta aquí.',
    },
    citation: (title, day) => `De nuestra página “${title}”. Nuestro equipo la revisó el ${day}.`,
  },
}

const LINES_MAX = 8

/** The message that these lines make. @param day how a reviewed day is written, for the reader's language. */
export function textOf(
  lines: readonly Line[],
  { language, emergencyNumber, day }: { language: Spoken; emergencyNumber: string; day: (iso: string) => string },
): string {
  const texts = TEXTS[language]
  const said = (line: Line): string => {
    switch (line.says) {
      case 'intro':
      case 'nurse-reads':
        return texts[line.says](emergencyNumber)
      case 'answer':
        return answerText(line.answer, texts, day)
      case 'request':
        return texts.request[line.topic]
      case 'task':
        return taskText(line.task, language)
      default:
        return texts[line.says]
    }
  }
  return lines.slice(0, LINES_MAX).map(said).join('\n\n')
}

const answerText = ({ text, title, link, reviewedOn }: Answer, texts: Texts, day: (iso: string) => string): string =>
  `${text}\n\n${texts.citation(title, day(reviewedOn))} ${link}`
