/** What the product itself writes to patients, by language. Plain words (US grade 6 or lower); nothing the sender typed is repeated. */
import { ownPromise } from '#engines/assistant/other-languages.ts'
import { ended, spokenTime } from '#engines/calendar/spoken-time.ts'
import { emergencyNumberOf } from '#engines/crisis/resources.ts'
import { EXEMPT_SMS_MAX, fitting } from '#engines/sms/exempt-text.ts'
import { conversationUrgency, understand } from '#engines/understanding/understand.ts'
import { optOutLine, type OptOutAnswer } from './opt-out-lines.ts'
import { contentClassOf } from './rules.ts'
import { VIETNAMESE_CALLS } from './texts-vi.ts'

export type CallTexts = {
  missedCall: Record<MissedCall, (organization: string, emergencyNumber: string) => string>
  callMoved: (organization: string, when: string, emergencyNumber: string) => string
}

type Texts = CallTexts & {
  acknowledgement: (emergencyNumber: string) => string
  filesNotTaken: (count: number) => string
  filesNotTakenAlone: string
  linkMail: (organization: string, url: string) => string
  linkSubject: (organization: string) => string
  continuity: (organization: string, url: string) => string
  continuityTextMessage: (organization: string, url: string | null) => string
  linkTextMessage: (organization: string, url: string) => string
  testTextMessage: (organization: string) => string
  /** `when`: of the one visit that is spoken of. */
  optOut: Record<OptOutAnswer, (organization: string, emergencyNumber: string, when: string) => string>
}

/** The one text after a call in which nobody was reached. */
export type MissedCall = 'call-abandoned' | 'call-back-missed'

const TEXTS: Record<string, Texts> = {
  en: {
    acknowledgement: (number) =>
      `We got your message. A person on our team will read it and write back.\n\nIs this an emergency? Do not wait for us. Call ${number} now.\n\nThis is an automatic message.`,
    filesNotTaken: (count) =>
      `${count === 1 ? 'We could not open 1 file that you sent' : `We could not open ${count} files that you sent`}. Please send it again as a PDF or a photo (JPG or PNG). It can be up to 25 MB, with no password.`,
    filesNotTakenAlone: 'We got your message.',
    linkMail: (organization, url) =>
      `You have a new message from ${organization}.\n\nTo keep it private, we do not put it in this mail. Read it here:\n${url}\n\nYou can also answer this mail.`,
    linkSubject: (organization) => `New message from ${organization}`,
    continuity: (organization, url) =>
      `You left our chat before we could answer. Your answer from ${organization} is here:\n${url}\n\nYou can also answer this mail.`,
    continuityTextMessage: (organization, url) =>
      url === null
        ? `${organization}: the answer to your chat is here. Open the chat again to read it, or reply to this text.`
        : `${organization}: the answer to your chat is here: ${url} You can also reply to this text.`,
    linkTextMessage: (organization, url) => `${organization}: you have a new message. Read it here: ${url}`,
    testTextMessage: (organization) => `${organization}: this is a test. Our text messages get through.`,
    missedCall: {
      'call-abandoned': (organization, number) =>
        `${organization}: sorry that you had to wait on the phone. Write to us here, or write when we may call you back. Emergency? Call ${number}.`,
      'call-back-missed': (organization, number) =>
        `${organization}: we tried to call you back. Write to us here, or write when we may call again. Emergency? Call ${number}.`,
    },
    callMoved: (organization, when, number) =>
      `${organization}: we moved your call to ${when}. Does that not suit you? Write to us here. Emergency? Call ${number}.`,
    optOut: {
      'stop-confirmed': (organization) =>
        `${organization}: you will get no more automatic texts at this number. Text START to get them again.`,
      'cancel-confirmed': (organization) =>
        `${organization}: you will get no more automatic texts at this number. Your visits are not cancelled. Text START to get texts again.`,
      'start-confirmed': (organization) => `${organization}: you will get our texts again. Text STOP to end them.`,
      'visit-question': (organization, _, when) =>
        `${organization}: texts are stopped. Your visit on ${when} stands. Text 1 to cancel the visit, or 2 to get texts again.`,
      'visit-cancelled': (organization, _, when) =>
        `${organization}: your visit on ${when} is cancelled. Write to us here for another time. Text START to get texts again.`,
      help: (organization, number) =>
        `${organization}: write to us here and a person will answer. Emergency? Call ${number}. Text STOP to get no automatic texts.`,
    },
  },
  es: {
    acknowledgement: (number) =>
      `Recibimos su mensaje. Una persona de nuestro equipo lo va a leer y le va a contestar.\n\n¿Es una emergencia? No espere. Llame ya al ${number}.\n\nEste es un mensaje automático.`,
    filesNotTaken: (count) =>
      `${count === 1 ? 'No pudimos abrir 1 archivo que nos mandó' : `No pudimos abrir ${count} archivos que nos mandó`}. Mándelo otra vez como PDF o foto (JPG o PNG), sin contraseña, de hasta 25 MB.`,
    filesNotTakenAlone: 'Recibimos su mensaje.',
    linkMail: (organization, url) =>
      `Tiene un mensaje nuevo de ${organization}.\n\nPara cuidar su privacidad, no lo ponemos en este correo. Léalo aquí:\n${url}\n\nTambién puede contestar este correo.`,
    linkSubject: (organization) => `Mensaje nuevo de ${organization}`,
    continuity: (organization, url) =>
      `Salió del chat antes de nuestra respuesta. La respuesta de ${organization} está aquí:\n${url}\n\nTambién puede contestar este correo.`,
    continuityTextMessage: (organization, url) =>
      url === null
        ? `${organization}: ya está la respuesta a su chat. Abra el chat otra vez para leerla, o conteste este mensaje.`
        : `${organization}: la respuesta a su chat está aquí: ${url} También puede contestar este mensaje.`,
    linkTextMessage: (organization, url) => `${organization}: tiene un mensaje nuevo. Léalo aquí: ${url}`,
    testTextMessage: (organization) => `${organization}: esto es una prueba. Nuestros mensajes llegan.`,
    missedCall: {
      'call-abandoned': (organization, number) =>
        `${organization}: perdón por la espera en el teléfono. Escríbanos aquí, o díganos cuándo podemos llamarle. ¿Emergencia? Llame al ${number}.`,
      'call-back-missed': (organization, number) =>
        `${organization}: quisimos devolverle la llamada. Escríbanos aquí, o díganos cuándo podemos llamarle. ¿Emergencia? Llame al ${number}.`,
    },
    callMoved: (organization, when, number) =>
      `${organization}: ahora le llamamos el ${when}. ¿No le queda bien? Escríbanos aquí. ¿Emergencia? Llame al ${number}.`,
    optOut: {
      'stop-confirmed': (organization) =>
        `${organization}: ya no le mandaremos mensajes automáticos a este número. Escriba START para recibirlos otra vez.`,
      'cancel-confirmed': (organization) =>
        `${organization}: ya no le mandaremos mensajes automáticos a este número. Sus citas no se cancelaron. Escriba START para recibir mensajes otra vez.`,
      'start-confirmed': (organization) =>
        `${organization}: le mandaremos mensajes otra vez. Escriba STOP para no recibirlos.`,
      'visit-question': (organization, _, when) =>
        `${organization}: no le mandaremos más mensajes automáticos. Su cita sigue en pie: ${ended(when)} Escriba 1 para cancelar la cita, o 2 para recibir mensajes otra vez.`,
      'visit-cancelled': (organization, _, when) =>
        `${organization}: su cita quedó cancelada: ${ended(when)} Escríbanos aquí para otra hora. Escriba START para recibir mensajes otra vez.`,
      help: (organization, number) =>
        `${organization}: escríbanos aquí y una persona le contesta. ¿Emergencia? Llame al ${number}. Escriba STOP para no recibir mensajes automáticos.`,
    },
  },
}

/** What a caller is written who was not reached. */
const callTextsIn = (language: string): CallTexts => (language === 'vi' ? VIETNAMESE_CALLS : textsIn(language))
const spokenIn = (language: string): string => (language === 'vi' ? language : writtenIn(language))

const writtenIn = (language: string): string => (TEXTS[language] ? language : 'en')

const textsIn = (language: string): Texts => TEXTS[language] ?? (TEXTS.en as Texts)

/**
 * `filesNotTaken`: how many files of the mail could not be taken; their names are the sender's words and are not repeated. Where the catalogue
 * has not the language, a line of it stands above the English.
 */
export function acknowledgementText(language: string, country: string, filesNotTaken = 0): string {
  const texts = textsIn(language)
  const own = TEXTS[language] ? undefined : ownPromise(language, emergencyNumberOf(country, language))
  const [first = '', ...rest] = texts.acknowledgement(emergencyNumberOf(country, writtenIn(language))).split('\n\n')
  const files = filesNotTaken > 0 ? [texts.filesNotTaken(filesNotTaken)] : []
  return [...(own ? [own] : []), first, ...files, ...rest].join('\n\n')
}

/** For a further mail of a conversation, which is not acknowledged otherwise. */
export const filesNotTakenText = (language: string, count: number): string =>
  `${textsIn(language).filesNotTakenAlone}\n\n${textsIn(language).filesNotTaken(count)}`
export const linkMailText = (language: string, organization: string, url: string): string =>
  textsIn(language).linkMail(organization, url)
/**
 * The subject of a mail, which anybody near the receiver may read: no diagnosis, drug, department or name (desk-D37). Also what a stranger wrote
 * above the own mail is not said again: no reading of words finds all of these (decision 0230).
 */
export const mailSubject = (language: string, organization: string): string =>
  textsIn(language).linkSubject(organization)

export function soundsOfHealth(text: string): boolean {
  const said = understand({ text }, { identifiers: false })
  const intents = said.intents.map(({ name }) => name)
  return contentClassOf(conversationUrgency(said), intents, said.triage.findings.length > 0) === 'clinical'
}

export const continuityText = (language: string, organization: string, url: string): string =>
  textsIn(language).continuity(organization, url)

/** Says that an answer waits in the chat, and nothing of it; `url` null: the chat of a site, where no link of ours leads. */
export function continuityTextMessage(language: string, organization: string, url: string | null): string {
  const write = (to: string | null) =>
    fitting(organization, (name) => textsIn(language).continuityTextMessage(name, to))
  const text = write(url)
  // An address that fills the text is left out: the answer waits where it was written all the same.
  return text.length <= EXEMPT_SMS_MAX ? text : write(null)
}

/** A text message in place of words that may not stand in one (desk-D37). */
export const linkTextMessage = (language: string, organization: string, url: string): string =>
  textsIn(language).linkTextMessage(organization, url)

/** For an administrator who tries a number. */
export const testTextMessage = (language: string, organization: string): string =>
  textsIn(language).testTextMessage(organization)

export const missedCallText = (
  language: string,
  kind: MissedCall,
  { organization, country }: { organization: string; country: string },
): string => {
  const number = emergencyNumberOf(country, spokenIn(language))
  return fitting(organization, (name) => callTextsIn(language).missedCall[kind](name, number))
}

/** `when`: where the site of the conversation is. */
export function callMovedText(
  language: string,
  { organization, country, at, timeZone }: { organization: string; country: string; at: Date; timeZone: string },
): string {
  const written = writtenIn(language)
  const day = new Intl.DateTimeFormat(written, { weekday: 'long', month: 'long', day: 'numeric', timeZone }).format(at)
  const time = new Intl.DateTimeFormat(written, { timeStyle: 'short', timeZone }).format(at)
  const number = emergencyNumberOf(country, spokenIn(language))
  return fitting(organization, (name) => callTextsIn(language).callMoved(name, `${day}, ${time}`, number))
}

/** In full where the catalogue has the language; else in English, below a line in the person's own language. */
export function optOutText(
  language: string,
  answer: OptOutAnswer,
  { organization, country, visit }: { organization: string; country: string; visit?: Moment | undefined },
): string {
  const number = emergencyNumberOf(country)
  const whenIn = (spoken: string) => (visit ? spokenTime(spoken, visit.startAt, visit.timeZone) : '')
  const own = TEXTS[language] ? undefined : optOutLine(language, answer, number, whenIn(language))
  const inFull = textsIn(language).optOut[answer](organization, number, whenIn(writtenIn(language)))
  return own ? `${own}\n\n${inFull}` : inFull
}

type Moment = { startAt: Date; timeZone: string }
