/**
 * What the assistant says while it takes a request: fixed, reviewed texts in plain words, with the patient's own values in their places.
 * Each is cut, on one line, and goes only to whoever wrote it in this conversation (decision 0158).
 */
import { SLOT_WORDS } from './slot-words.ts'
import type { SlotName, TaskKind } from './task-kinds.ts'
import type { Spoken } from './texts.ts'

export type ShownSlots = readonly { name: SlotName; shown: string }[]

export type TaskLine =
  | { tells: 'begin' | 'stopped' | 'resume'; kind: TaskKind }
  | { tells: 'ask' | 'wrong'; slot: SlotName }
  | { tells: 'recap' | 'confirm' | 'confirm-call'; kind: TaskKind; slots: ShownSlots }
  | { tells: 'received'; receipt: string }
  | { tells: 'call-booked'; when: string; number: string }
  | {
      tells:
        | 'say-yes'
        | 'which-change'
        | 'which-day'
        | 'which-time'
        | 'time-gone'
        | 'too-many'
        | 'call-planned'
        | 'sent'
        | 'thanked'
        | 'person-takes'
        | 'first-who'
        | 'more'
    }

type Texts = {
  begin: Record<'request' | 'callback' | 'complaint' | 'compliment', string>
  ask: Record<SlotName, string>
  wrong: Record<'time' | 'number' | 'minutes' | 'days' | 'words', string>
  recap: (label: string, slots: string) => string
  resume: (label: string) => string
  stopped: (label: string) => string
  confirm: (slots: string) => string
  'confirm-call': (slots: string) => string
  received: (receipt: string) => string
  'call-booked': (when: string, number: string) => string
  'say-yes': string
  'which-change': string
  'which-day': string
  'which-time': string
  'time-gone': string
  'too-many': string
  'call-planned': string
  sent: string
  thanked: string
  'person-takes': string
  'first-who': string
  more: string
}

const TEXTS: Record<Spoken, Texts> = {
  en: {
    begin: {
      request: 'I can write this down for our team. Nothing is booked, changed or ordered yet.',
      callback: 'I can ask our team to call you.',
      complaint: 'I will write this down for our team. A person will look into it.',
      compliment: 'Thank you for telling us.',
    },
    ask: {
      number: 'Which number shall we call?',
      time: 'When shall we call? You can name a day and an hour.',
      topic: 'What should the call be about? A few words are enough.',
      happened: 'What happened?',
      place: 'Where did it happen?',
      day: 'When did it happen?',
      wish: 'What would you like us to do?',
      language: 'Which language do you need?',
      visit: 'Which visit is it? Write the day, the time or the doctor.',
      need: 'What kind of help do you need to get here? For example: a ride, a wheelchair.',
      reason: 'What is the visit for? A few words are enough.',
      who: 'Who is the visit for?',
      when: 'Which days and times suit you?',
      site: 'At which of our places?',
      minutes: 'How many minutes late will you be?',
      medicine: 'Which medicine is it?',
      'days-left': 'How many days do you have left?',
      pharmacy: 'Which drug store should it go to?',
      concern: 'What is your question about the bill? Please do not write a card number here.',
      statement: 'Which bill is it? Write its date or number.',
      plan: 'Which plan do you have?',
      request: 'What do you need to know, or to have done?',
      test: 'Which test is it, and when was it done?',
      papers: 'Which papers do you need?',
      period: 'For which dates?',
      receiver: 'Who should get them?',
      change: 'What should we change? Please do not write the new one here. A person will ask you for it.',
    },
    wrong: {
      time: 'I could not read the time. For example: Thursday at 3 pm.',
      number: 'I can only use a number that we have for you. Please pick one.',
      minutes: 'I need a number of minutes. For example: 15.',
      days: 'I need a number of days. For example: 5.',
      words: 'I could not read that. Please write it in a few words.',
    },
    recap: (label, slots) => `Back to your request: ${label}. ${slots}`,
    resume: (label) => `Back to your request: ${label}.`,
    stopped: (label) => `I stopped this request: ${label}. Nothing was sent, booked or changed.`,
    confirm: (slots) => `This is your request:\n${slots}\nShall I send it to our team?`,
    'confirm-call': (slots) => `This is the call:\n${slots}\nShall we call you then?`,
    received: (receipt) =>
      `Our team has it now. Your number is ${receipt}. A person will answer you here within one business day.`,
    'call-booked': (when, number) => `Done. We will call you on ${when}. We will use the ${number}.`,
    'say-yes': 'Please write “yes” or “no”.',
    'which-change': 'What should I change? You can also write it at once.',
    'which-day': 'Which day do you mean?',
    'which-time': 'These times are free. Which one suits you?',
    'time-gone': 'That time is not free. These are the nearest. Which one suits you?',
    'call-planned': 'We already plan to call this number. You can change that call in the portal.',
    'too-many': 'You have three open requests. Which one shall we go on with? To end one, write “stop”.',
    sent: 'Our team has your request now. A person will answer you here. Nothing is booked, changed or ordered until then.',
    thanked: 'Our team has your kind words now.',
    'person-takes':
      'A person on our team will take this on. They can see what you wrote. Nothing is booked, changed or ordered yet.',
    'first-who': 'Our team will first make sure who you are.',
    more: 'What else can I do for you?',
  },
  es: {
    begin: {
      request: 'Puedo anotar esto para nuestro equipo. Todavía no hay nada apartado, cambiado ni pedido.',
      callback: 'Puedo pedir que nuestro equipo le llame.',
      complaint: 'Voy a anotar esto para nuestro equipo. Una persona lo va a revisar.',
      compliment: 'Gracias por decirlo.',
    },
    ask: {
      number: '¿A qué número le llamamos?',
      time: '¿Cuándo le llamamos? Puede escribir un día y una hora.',
      topic: '¿De qué quiere hablar? Unas pocas palabras bastan.',
      happened: '¿Qué pasó?',
      place: '¿Dónde pasó?',
      day: '¿Cuándo pasó?',
      wish: '¿Qué quiere que hagamos?',
      language: '¿Qué idioma necesita?',
      visit: '¿De qué cita se trata? Escriba el día, la hora o el doctor.',
      need: '¿Qué ayuda necesita para llegar? Por ejemplo: un viaje, una silla de ruedas.',
      reason: '¿Para qué es la cita? Unas pocas palabras bastan.',
      who: '¿Para quién es la cita?',
      when: '¿Qué días y horas le quedan bien?',
      site: '¿En cuál de nuestras sedes?',
      minutes: '¿Cuántos minutos tarde va a llegar?',
      medicine: '¿Qué medicina es?',
      'days-left': '¿Para cuántos días le queda?',
      pharmacy: '¿A qué farmacia la mandamos?',
      concern: '¿Cuál es su pregunta sobre la cuenta? Por favor no escriba aquí el número de su tarjeta.',
      statement: '¿Qué cuenta es? Escriba la fecha o el número.',
      plan: '¿Qué seguro tiene?',
      request: '¿Qué necesita saber, o que hagamos?',
      test: '¿Qué examen es, y cuándo se lo hicieron?',
      papers: '¿Qué papeles necesita?',
      period: '¿De qué fechas?',
      receiver: '¿Para quién son?',
      change: '¿Qué hay que cambiar? Por favor no escriba aquí el dato nuevo. Una persona se lo va a pedir.',
    },
    wrong: {
      time: 'No pude leer la hora. Por ejemplo: el jueves a las 3.',
      number: 'Solo puedo usar un número que ya tenemos de usted. Por favor elija uno.',
      minutes: 'Necesito un número de minutos. Por ejemplo: 15.',
      days: 'Necesito un número de días. Por ejemplo: 5.',
      words: 'No pude leer eso. Por favor escríbalo en pocas palabras.',
    },
    recap: (label, slots) => `Volvemos a su pedido: ${label}. ${slots}`,
    resume: (label) => `Volvemos a su pedido: ${label}.`,
    stopped: (label) => `Dejé este pedido: ${label}. No se mandó, ni se apartó, ni se cambió nada.`,
    confirm: (slots) => `Este es su pedido:\n${slots}\n¿Lo mando a nuestro equipo?`,
    'confirm-call': (slots) => `Esta es la llamada:\n${slots}\n¿Le llamamos a esa hora?`,
    received: (receipt) =>
      `Nuestro equipo ya lo tiene. Su número es ${receipt}. Una persona le contesta aquí en un día de trabajo.`,
    'call-booked': (when, number) => `Listo. Le llamamos el ${when}. Usamos el ${number}.`,
    'say-yes': 'Por favor escriba “sí” o “no”.',
    'which-change': '¿Qué cambio? También puede escribirlo de una vez.',
    'which-day': '¿Qué día quiere decir?',
    'which-time': 'Estas horas están libres. ¿Cuál le queda bien?',
    'time-gone': 'Esa hora no está libre. Estas son las más cercanas. ¿Cuál le queda bien?',
    'call-planned': 'Ya tenemos planeado llamar a este número. Puede cambiar esa llamada en el portal.',
    'too-many': 'Tiene tres pedidos abiertos. ¿Con cuál seguimos? Para dejar uno, escriba “dejarlo”.',
    sent: 'Nuestro equipo ya tiene su pedido. Una persona le contesta aquí. Hasta entonces no hay nada apartado, cambiado ni pedido.',
    thanked: 'Nuestro equipo ya tiene sus palabras.',
    'person-takes':
      'Una persona de nuestro equipo sigue con esto. Puede ver lo que usted escribió. Todavía no hay nada apartado, cambiado ni pedido.',
    'first-who': 'Nuestro equipo primero va a ver quién es usted.',
    more: '¿Qué más necesita?',
  },
}

/** What a text message says in fewer words (D70). */
type ShortTexts = Pick<
  Texts,
  'begin' | 'confirm' | 'confirm-call' | 'sent' | 'person-takes' | 'too-many' | 'call-planned'
> & {
  /** In place of what was written, where others may read it. */
  hidden: string
}

const SHORT_TEXTS: Record<Spoken, ShortTexts> = {
  en: {
    begin: {
      request: 'I write this down for our team. Nothing is booked or ordered yet.',
      callback: 'I can ask our team to call you.',
      complaint: 'I write this down for our team.',
      compliment: 'Thank you for telling us.',
    },
    confirm: (slots) => `Your request:\n${slots}\nShall I send it?`,
    'confirm-call': (slots) => `The call:\n${slots}\nShall we call you then?`,
    sent: 'Our team has it now. A person will answer you here. Nothing is booked or ordered until then.',
    'person-takes': 'A person on our team takes this on. Nothing is booked or ordered yet.',
    'too-many': 'You have three open requests. Which one?',
    'call-planned': 'We already plan to call this number.',
    hidden: 'as you wrote it',
  },
  es: {
    begin: {
      request: 'Lo anoto para nuestro equipo. No hay nada apartado ni pedido.',
      callback: 'Puedo pedir que le llamen.',
      complaint: 'Lo anoto para nuestro equipo.',
      compliment: 'Gracias por decirlo.',
    },
    confirm: (slots) => `Su pedido:\n${slots}\n¿Lo mando?`,
    'confirm-call': (slots) => `La llamada:\n${slots}\n¿Le llamamos a esa hora?`,
    sent: 'Nuestro equipo ya lo tiene. Una persona le contesta aquí. Hasta entonces no hay nada apartado ni pedido.',
    'person-takes': 'Una persona de nuestro equipo sigue con esto. No hay nada apartado ni pedido.',
    'too-many': 'Tiene tres pedidos abiertos. ¿Cuál?',
    'call-planned': 'Ya tenemos planeado llamar a este número.',
    hidden: 'como lo escribió',
  },
}

/** Signs that a text message has in its own alphabet. */
const plainSigns = (text: string): string => text.replace(/[“”]/g, '"').replaceAll('…', '...')

/**
 * The same in a text message. @param shownMax characters of each value that are shown; the whole value is kept.
 */
export function smsTaskText(
  line: TaskLine,
  language: Spoken,
  { shownMax, isHidden }: { shownMax: number; isHidden: (slot: SlotName) => boolean },
): string {
  const texts = SHORT_TEXTS[language]
  const names = SLOT_WORDS[language].slots
  const cut = (text: string) => (text.length > shownMax ? `${text.slice(0, shownMax).trimEnd()}...` : text)
  const value = ({ name, shown }: ShownSlots[number]) => (isHidden(name) ? texts.hidden : cut(plainSigns(shown)))
  switch (line.tells) {
    case 'begin':
      return texts.begin[NOT_A_REQUEST.find((kind) => kind === line.kind) ?? 'request']
    case 'confirm':
    case 'confirm-call':
      return texts[line.tells](line.slots.map((slot) => `- ${names[slot.name]}: ${value(slot)}`).join('\n'))
    case 'recap':
      return plainSigns(
        taskText({ ...line, slots: line.slots.map((slot) => ({ ...slot, shown: value(slot) })) }, language),
      )
    case 'sent':
    case 'person-takes':
    case 'too-many':
    case 'call-planned':
      return texts[line.tells]
    default:
      return plainSigns(taskText(line, language))
  }
}

const NOT_A_REQUEST = ['callback', 'complaint', 'compliment'] as const

/** @param isHidden what is not shown where it is read (D66). */
export function taskText(
  line: TaskLine,
  language: Spoken,
  isHidden: (slot: SlotName) => boolean = () => false,
): string {
  const texts = TEXTS[language]
  const value = ({ name, shown }: ShownSlots[number]) => (isHidden(name) ? SHORT_TEXTS[language].hidden : shown)
  const words = SLOT_WORDS[language]
  switch (line.tells) {
    case 'begin':
      return texts.begin[NOT_A_REQUEST.find((kind) => kind === line.kind) ?? 'request']
    case 'stopped':
    case 'resume':
      return texts[line.tells](words.kinds[line.kind])
    case 'ask':
      return texts.ask[line.slot]
    case 'wrong':
      return texts.wrong[WRONG[line.slot] ?? 'words']
    case 'recap':
      return texts.recap(
        words.kinds[line.kind],
        line.slots.map((slot) => `${words.slots[slot.name]}: ${value(slot)}.`).join(' '),
      )
    case 'confirm':
    case 'confirm-call':
      return texts[line.tells](line.slots.map((slot) => `• ${words.slots[slot.name]}: ${value(slot)}`).join('\n'))
    case 'received':
      return texts.received(line.receipt)
    case 'call-booked':
      return texts['call-booked'](line.when, line.number)
    default:
      return texts[line.tells]
  }
}

const WRONG: Partial<Record<SlotName, keyof Texts['wrong']>> = {
  number: 'number',
  time: 'time',
  when: 'time',
  minutes: 'minutes',
  'days-left': 'days',
}
