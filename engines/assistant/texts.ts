/**
 * What the assistant says, by language: fixed, reviewed texts in plain words (US grade 6 or lower). It writes no other sentence; what it
 * has no words for goes to a person. Nothing the patient typed is repeated here; the summary of a request does it (task-texts.ts).
 */
import { SMS_MAX } from '#engines/sms/text-length.ts'
import type { Answer, Line, Topic } from './decide-turn.ts'
import { SLOT_WORDS } from './slot-words.ts'
import type { SlotName } from './task-kinds.ts'
import { opensIn, personReadsIn, placeIn } from './other-languages.ts'
import { smsTaskText, taskText } from './task-texts.ts'

export const SPOKEN = ['en', 'es'] as const
export type Spoken = (typeof SPOKEN)[number]

/** What a text message says in other words: shorter, and with no mark that would make it two (D70). */
type ShortTexts = {
  'english-only': (title: string, link: string) => string
  intro: (emergencyNumber: string) => string
  word: string
  topics: string
  /** Ends a request. */
  drop: string
  /** Where the approved text is too long for a text message and has no short form. */
  readThere: string
  citation: (title: string, day: string, link: string) => string
}

type Texts = {
  intro: (emergencyNumber: string) => string
  word: string
  topics: string
  'one-step': string
  'english-only': (title: string, link: string) => string
  bot: string
  hello: string
  goodbye: string
  thanks: string
  calm: string
  sad: string
  sorry: string
  back: string
  'person-reads': string
  'nurse-reads': (emergencyNumber: string) => string
  'taken-back': string
  /** Where somebody stands in line, and in how many minutes he may be answered. */
  place: (place: number, fromMin: number, toMin: number) => string
  /** When it opens next, in words. */
  opens: (when: string) => string
  request: Record<Topic, string>
  citation: (title: string, day: string) => string
  generated: string
}

const TEXTS: Record<Spoken, Texts> = {
  en: {
    intro: (number) =>
      `This is an automatic helper, not a person. In an emergency, call ${number}. To reach a person, write “person”.`,
    word: 'To reach a person, write “person”.',
    topics:
      'I can help with our hours, how to find us, bills, visits and this portal. What do you need? You can also write “person”.',
    'one-step': 'Let us take one step. What do you need first? For example, you can write: “When are you open?”',
    'english-only': (title, link) =>
      `We have a page on this in English only: “${title}” ${link}. A person or an interpreter can tell you what it says.`,
    bot: 'I am an automatic helper. I am not a person. A person on our team can read this chat and write to you.',
    hello: 'Hello.',
    goodbye: 'Thank you. Write here when you need us.',
    thanks: 'Thank you for telling us. Our team will read it.',
    calm: 'We are here to help you.',
    sad: 'We are sorry to hear this.',
    sorry: 'We are sorry that this went wrong.',
    back: 'Our team gave this chat back to the automatic helper.',
    'person-reads': 'A person on our team will read this and answer you here.',
    'nurse-reads': (number) =>
      `A nurse will read this and answer you here. If you feel much worse, or it feels like an emergency, call ${number}.`,
    'taken-back': 'All right. The automatic helper goes on here. To reach a person, write “person”.',
    place: (place, fromMin, toMin) =>
      fromMin === 0
        ? `You are number ${place} in line. It may take up to ${toMin} minutes.`
        : `You are number ${place} in line. It may take ${fromMin} to ${toMin} minutes.`,
    opens: (when) =>
      `We are closed now. We open on ${when}. A person reads this then. If you want us to call you, write your number and a good time here.`,
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
    generated: 'A computer put this page into other words. No person read them first.',
  },
  es: {
    intro: (number) =>
      `Esta es una ayuda automática, no una persona. En una emergencia, llame al ${number}. Para hablar con una persona, escriba “persona”.`,
    word: 'Para hablar con una persona, escriba “persona”.',
    topics:
      'Puedo ayudar con el horario, cómo llegar, las cuentas, las citas y este portal. ¿Qué necesita? También puede escribir “persona”.',
    'one-step': 'Vamos paso a paso. ¿Qué necesita primero? Por ejemplo, puede escribir: “¿Cuándo abren?”',
    'english-only': (title, link) =>
      `Sobre esto tenemos una página solo en inglés: “${title}” ${link}. Una persona o un intérprete le puede decir qué dice.`,
    bot: 'Soy una ayuda automática. No soy una persona. Una persona de nuestro equipo puede leer este chat y escribirle.',
    hello: 'Hola.',
    goodbye: 'Gracias. Escriba aquí cuando nos necesite.',
    thanks: 'Gracias por decirlo. Nuestro equipo lo va a leer.',
    calm: 'Estamos aquí para ayudarle.',
    sad: 'Sentimos mucho lo que nos cuenta.',
    sorry: 'Sentimos que esto saliera mal.',
    back: 'Nuestro equipo devolvió este chat a la ayuda automática.',
    'person-reads': 'Una persona de nuestro equipo va a leer esto y le contesta aquí.',
    'nurse-reads': (number) =>
      `Una enfermera va a leer esto y le contesta aquí. Si se siente mucho peor, o parece una emergencia, llame al ${number}.`,
    'taken-back': 'Está bien. La ayuda automática sigue aquí. Para hablar con una persona, escriba “persona”.',
    place: (place, fromMin, toMin) =>
      fromMin === 0
        ? `Usted es el número ${place} en la fila. Puede tardar hasta ${toMin} minutos.`
        : `Usted es el número ${place} en la fila. Puede tardar de ${fromMin} a ${toMin} minutos.`,
    opens: (when) =>
      `Ahora está cerrado. Abrimos el ${when}. Una persona lee esto entonces. Si quiere que le llamemos, escriba aquí su número y una buena hora.`,
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
    generated: 'Una computadora puso esta página en otras palabras. Nadie las leyó antes.',
  },
}

const SHORT_TEXTS: Record<Spoken, ShortTexts> = {
  en: {
    intro: (number) => `Automatic helper, not a person. Emergency? Call ${number}. For a person, text PERSON.`,
    word: 'For a person, text PERSON.',
    topics: 'I can help with hours, how to find us, bills and visits. What do you need? For a person, text PERSON.',
    'english-only': (title, link) => `We have a page on this in English only: "${title}" ${link}`,
    drop: 'Drop it',
    readThere: 'Read the answer here.',
    citation: (title, day, link) => `From "${title}", checked ${day}: ${link}`,
  },
  es: {
    intro: (number) =>
      `Ayuda automática, no una persona. ¿Emergencia? Llame al ${number}. Para una persona, escriba PERSONA.`,
    word: 'Para una persona, escriba PERSONA.',
    topics: 'Puedo ayudar con horario, cómo llegar, cuentas y citas. ¿Qué necesita? Para una persona, escriba PERSONA.',
    'english-only': (title, link) => `Sobre esto tenemos una página solo en inglés: "${title}" ${link}`,
    drop: 'Dejarlo',
    readThere: 'Lea la respuesta aquí.',
    citation: (title, day, link) => `De "${title}", revisado el ${day}: ${link}`,
  },
}

const LINES_MAX = 8
/** Characters of an article's title in a text message. */
const SMS_TITLE_MAX = 60

type Told = {
  language: Spoken
  /** The reader's own, where there are no reviewed texts in it: the English stands below a line of that language. */
  other?: { language: string; emergencyNumber: string } | null
  emergencyNumber: string
  day: (iso: string) => string
}

/** The message that these lines make. @param day how a reviewed day is written, for the reader's language. */
export function textOf(
  lines: readonly Line[],
  told: Told,
  isHidden: (slot: SlotName) => boolean = () => false,
): string {
  return lines
    .slice(0, LINES_MAX)
    .map((line) => (line.says === 'task' ? taskText(line.task, told.language, isHidden) : said(line, told)))
    .join('\n\n')
}

function said(line: Line, told: Told): string {
  const { language, other, emergencyNumber, day } = told
  const texts = TEXTS[language]
  switch (line.says) {
    case 'person-reads-foreign':
      return foreignText(told)
    case 'intro':
    case 'nurse-reads':
      return texts[line.says](emergencyNumber)
    case 'answer':
      return answerText(line.answer, texts, day)
    case 'english-only':
      return texts['english-only'](line.page.title, line.page.link)
    case 'place':
      return other
        ? placeIn(other.language, line.place, line.fromMin, line.toMin)
        : texts.place(line.place, line.fromMin, line.toMin)
    case 'opens':
      return other ? opensIn(other.language, line.when, line.inEnglish) : texts.opens(line.when)
    case 'request':
      return texts.request[line.topic]
    case 'task':
      return taskText(line.task, language)
    default:
      return texts[line.says]
  }
}

const foreignText = ({ other, emergencyNumber }: Told, most?: number): string => {
  const numberIn = (language: string) => (language === other?.language ? other.emergencyNumber : emergencyNumber)
  return personReadsIn({ language: other?.language ?? 'en', emergencyNumber: numberIn }, most)
}

/**
 * The same as one text message, at most SMS_MAX characters: what only makes it kinder is left out where there is no room.
 * @returns null where it is too long all the same, as with a very long address of a page.
 */
export function smsTextOf(
  lines: readonly Line[],
  told: Told,
  { choices = [], areNumbered = false, isHidden = () => false }: Offering = {},
): string | null {
  const short = SHORT_TEXTS[told.language]
  // In a text message "stop" is a word to the carrier, and would end all texts (D63).
  const words = choices.map((choice) => (choice === SLOT_WORDS[told.language].stop ? short.drop : choice))
  const offered = words.map((choice, place) => `${areNumbered ? place + 1 : '-'} ${choice}`)
  // The intro and the topics say it already.
  const saysPerson = lines.some(({ says }) => says === 'intro' || says === 'topics')
  const shown = lines.slice(0, LINES_MAX).filter(({ says }) => says !== 'word' || !saysPerson)
  const write = (line: Line, { room, shownMax }: { room: number; shownMax: number }): string => {
    if (line.says === 'task') return smsTaskText(line.task, told.language, { shownMax, isHidden })
    if (line.says === 'person-reads-foreign') return foreignText(told, SMS_MAX)
    if (line.says === 'intro') return short.intro(told.emergencyNumber)
    if (line.says === 'word' || line.says === 'topics') return short[line.says]
    if (line.says === 'english-only') return short['english-only'](shortTitle(line.page.title), line.page.link)
    return line.says === 'answer' ? shortAnswer(line.answer, short, told, room) : said(line, told)
  }
  const bare = shown.filter(({ says }) => !KIND.has(says))
  for (const [left, shownMax] of [[shown, SHOWN_MAX[0]], ...SHOWN_MAX.map((max) => [bare, max] as const)] as const) {
    const others = [
      ...left.filter(({ says }) => says !== 'answer').map((line) => write(line, { room: 0, shownMax })),
      ...offered,
    ]
    const room = SMS_MAX - others.reduce((sum, { length }) => sum + length + 1, 0)
    const text = [...left.map((line) => write(line, { room, shownMax })), ...offered].join('\n')
    if (text.length <= SMS_MAX) return text
  }
  return null
}

/** Characters of each value in a summary: as many as there is room for. */
const SHOWN_MAX = [200, 60, 30, 12] as const

/** What can be chosen from, and which values others must not read. */
type Offering = { choices?: readonly string[]; areNumbered?: boolean; isHidden?: (slot: SlotName) => boolean }

/** They answer nothing, or are told beside what is promised. */
const KIND: ReadonlySet<Line['says']> = new Set([
  'calm',
  'sad',
  'hello',
  'thanks',
  'sorry',
  'back',
  'word',
  'place',
  'opens',
])

/** Shortened only at the mark of its author; else it is read where it stands (D58). */
function shortAnswer(answer: Answer, short: ShortTexts, { day }: Told, room: number): string {
  const citation = short.citation(shortTitle(answer.title), day(answer.reviewedOn), answer.link)
  const fits = [answer.text, answer.shortText].find((text) => text && text.length + 1 + citation.length <= room)
  return `${fits ?? short.readThere}\n${citation}`
}

const shortTitle = (title: string): string =>
  title.length > SMS_TITLE_MAX ? `${title.slice(0, SMS_TITLE_MAX - 3)}...` : title

const answerText = (answer: Answer, texts: Texts, day: (iso: string) => string): string => {
  const { text, title, link, reviewedOn, isGenerated } = answer
  const notice = isGenerated ? ` ${texts.generated}` : ''
  return `${text}\n\n${texts.citation(title, day(reviewedOn))}${notice} ${link}`
}
