/**
 * What the assistant says on the telephone, by language: fixed, reviewed texts in plain words (US grade 6 or lower), and approved texts that
 * are short enough to be followed by ear (understanding-D70). Of what the caller said only his own request is said back, before it is sent.
 */
import type { Answer, Decision } from './decide-turn.ts'
import { SLOT_WORDS } from './slot-words.ts'
import type { SlotName, TaskKind } from './task-kinds.ts'
import type { TaskLine } from './task-texts.ts'
import type { Spoken } from './texts.ts'

/** Words of an answer that are said at one time; a longer one is read where it stands, or told by a person (D70). */
export const SPOKEN_WORDS_MAX = 25

/** Requests that are taken on the telephone: what people call for most, and can say in a few words. The others are a person's. */
export const SPOKEN_KINDS: ReadonlySet<TaskKind> = new Set<TaskKind>([
  'book',
  'move',
  'cancel',
  'late',
  'earlier',
  'refill',
])

type Texts = {
  begin: string
  ask: Partial<Record<SlotName, string>>
  wrong: string
  confirm: string
  send: string
  sayYes: string
  whichChange: string
  stopped: string
  sent: string
  firstWho: string
  key: (key: number, choice: string) => string
  citation: (title: string, day: string) => string
  tooLong: (title: string) => string
  unsure: string
  bot: string
  hello: string
  thanks: string
}

const TEXTS: Record<Spoken, Texts> = {
  en: {
    begin: 'I can write this down for our team. Press 0 for a person.',
    ask: {
      visit: 'Which visit is it? Say the day, the time or the doctor.',
      reason: 'What is the visit for? Say it in a few words.',
      who: 'Who is the visit for?',
      when: 'Which days and times suit you?',
      site: 'At which of our places?',
      minutes: 'How many minutes late will you be?',
      medicine: 'Which medicine is it?',
      'days-left': 'How many days do you have left?',
      pharmacy: 'Which drug store should it go to?',
    },
    wrong: 'We did not get that.',
    confirm: 'This is your request.',
    send: 'Shall I send it to our team? Press 1 for yes. 2 to change it. 3 to stop.',
    sayYes: 'Please say yes or no.',
    whichChange: 'What should I change?',
    stopped: 'I stopped this request. Nothing was sent.',
    sent: 'Our team has your request now. A person will call you. Nothing is booked, changed or ordered until then.',
    firstWho: 'They will first make sure who you are.',
    key: (key, choice) => `Press ${key}: ${choice}.`,
    citation: (title, day) => `This is from our page ${title}. Our team checked it on ${day}.`,
    tooLong: (title) => `The answer is long. It is on our page ${title}. A person can tell it to you. Press 0.`,
    unsure: 'We did not understand. Say it in a few words, or press 0 for a person.',
    bot: 'I am an automatic helper. I am not a person.',
    hello: 'Hello.',
    thanks: 'Thank you for telling us. Our team will read it.',
  },
  es: {
    begin: 'Puedo anotar esto para nuestro equipo. Marque 0 para una persona.',
    ask: {
      visit: '¿De qué cita se trata? Diga el día, la hora o el doctor.',
      reason: '¿Para qué es la cita? Dígalo en pocas palabras.',
      who: '¿Para quién es la cita?',
      when: '¿Qué días y horas le quedan bien?',
      site: '¿En cuál de nuestras sedes?',
      minutes: '¿Cuántos minutos tarde va a llegar?',
      medicine: '¿Qué medicina es?',
      'days-left': '¿Para cuántos días le queda?',
      pharmacy: '¿A qué farmacia la mandamos?',
    },
    wrong: 'No lo entendimos.',
    confirm: 'Este es su pedido.',
    send: '¿Lo mando a nuestro equipo? Marque 1 para sí. 2 para cambiarlo. 3 para dejarlo.',
    sayYes: 'Por favor diga sí o no.',
    whichChange: '¿Qué cambio?',
    stopped: 'Dejé este pedido. No se mandó nada.',
    sent: 'Nuestro equipo ya tiene su pedido. Una persona le va a llamar. Hasta entonces no hay nada apartado, cambiado ni pedido.',
    firstWho: 'Primero van a ver quién es usted.',
    key: (key, choice) => `Marque ${key}: ${choice}.`,
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

/** Words of one value that is said back; a longer one is cut in the saying alone, and kept whole. */
const VALUE_WORDS = 12

export type SpokenRequest = { does: 'collect' | 'sent' | 'answer'; say: string[] }

/** A request, sentence by sentence, so that each can be cut short. @returns null where a person takes the call. */
export function spokenRequestOf(
  { does, reason, lines, choices = [] }: Pick<Decision, 'does' | 'reason' | 'lines' | 'choices'>,
  language: Spoken,
): SpokenRequest | null {
  const tasks = lines.flatMap((line) => (line.says === 'task' ? [line.task] : []))
  const isSent = tasks.some(({ tells }) => tells === 'sent')
  if (tasks.length === 0 || (does === 'hand-off' && !(reason === 'task' && isSent))) return null
  const said = tasks.map((task) => requestWords(task, language))
  if (said.some((words) => words === null)) return null
  const say = said.flatMap((words) => words ?? [])
  if (isSent) return { does: 'sent', say }
  if (does === 'done') return { does: 'answer', say }
  // The keys of a yes are said with its question.
  const isConfirming = tasks.some(({ tells }) => tells === 'confirm' || tells === 'say-yes')
  const keys = isConfirming ? [] : choices.map((choice, place) => TEXTS[language].key(place + 1, choice))
  return does === 'collect' ? { does, say: [...say, ...keys] } : null
}

function requestWords(task: TaskLine, language: Spoken): string[] | null {
  const texts = TEXTS[language]
  switch (task.tells) {
    case 'begin':
      return [texts.begin]
    case 'ask':
    case 'wrong':
      return task.tells === 'wrong' ? [texts.wrong] : asked(texts.ask[task.slot])
    case 'confirm':
      return [
        texts.confirm,
        ...task.slots.map(({ name, shown }) => `${SLOT_WORDS[language].slots[name]}: ${sayable(shown)}.`),
        texts.send,
      ]
    case 'say-yes':
      return [texts.sayYes, texts.send]
    case 'which-change':
      return [texts.whichChange]
    case 'stopped':
      return [texts.stopped]
    case 'sent':
      return [texts.sent]
    case 'first-who':
      return [texts.firstWho]
    case 'more':
      return []
    default:
      return null
  }
}

const asked = (question: string | undefined): string[] | null => (question === undefined ? null : [question])

/** Signs of layout and addresses would be read out, sign by sign. */
const sayable = (shown: string): string =>
  shown
    .replace(/[@#*_|<>[\]/\\]+|https?:\S*|www\.\S*/gi, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, VALUE_WORDS)
    .join(' ')

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

const canBeSaid = (words: string): boolean =>
  words.split(/\s+/).filter(Boolean).length <= SPOKEN_WORDS_MAX && !/https?:|www\.|[@#*_|<>[\]]/i.test(words)
