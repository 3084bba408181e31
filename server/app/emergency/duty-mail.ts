/**
 * What the duty contact reads: where, when and by which channel. Never who wrote, and none of the words (trust-D39). In the language of
 * the organization, English where we have no other.
 */
export type Channel = 'portal' | 'chat' | 'email' | 'sms' | 'voice'

export type DutyNews = {
  place: { name: string; language: string; timeZone: string }
  /** Oldest first. */
  heard: readonly { at: Date; channel: Channel; reference: string }[]
  /** Heard as well, and not kept: nothing more fits into the spool. */
  notKept: number
  /** The desk, by its address. */
  link: string
}

/** Lines of one mail; the rest is counted. */
const LINES_MAX = 20

type Words = {
  channel: Record<Channel, string>
  subject(name: string): string
  waiting(count: number): string
  line(at: string, channel: string, reference: string): string
  more(count: number): string
  notKept(count: number): string
  todo(name: string, link: string): string
  aside(name: string, link: string): string
}

const WORDS: Record<string, Words> = {
  en: {
    channel: { portal: 'portal', chat: 'chat on the web site', email: 'e-mail', sms: 'text message', voice: 'call' },
    subject: (name) => `Urgent: ${name} needs you now`,
    waiting: (count) =>
      count === 1
        ? 'A message came that may be an emergency. The database did not answer, so nobody at the desk sees it.'
        : `${count} messages came that may be emergencies. The database did not answer, so nobody at the desk sees them.`,
    line: (at, channel, reference) => `- ${at}, ${channel} (${reference})`,
    more: (count) => `- and ${count} more`,
    notKept: (count) =>
      `${count} more could not be kept here, because nothing more fits. The device or the carrier of the writer tries again.`,
    todo: (name, link) =>
      `Who writes in the portal or the chat was told at once whom to call.\n\nWhat to do: have the database of ${name} started again. The messages then come to the desk by themselves:\n${link}`,
    aside: (name, link) =>
      `It could not be matched with its writer, so it waits in the list "Set aside" of ${name}. Open it now:\n${link}`,
  },
  es: {
    channel: {
      portal: 'portal',
      chat: 'chat de la página',
      email: 'correo',
      sms: 'mensaje de texto',
      voice: 'llamada',
    },
    subject: (name) => `Urgente: ${name} le necesita ahora`,
    waiting: (count) =>
      count === 1
        ? 'Llegó un mensaje que puede ser una emergencia. La base de datos no respondió, así que nadie lo ve.'
        : `Llegaron ${count} mensajes que pueden ser emergencias. La base de datos no respondió, así que nadie los ve.`,
    line: (at, channel, reference) => `- ${at}, ${channel} (${reference})`,
    more: (count) => `- y ${count} más`,
    notKept: (count) =>
      `${count} más no se pudieron guardar aquí, porque no cabe nada más. El aparato o la compañía de quien escribe lo intenta otra vez.`,
    todo: (name, link) =>
      `A quien escribe en el portal o el chat se le dijo enseguida a quién llamar.\n\nQué hacer: que vuelva a arrancar la base de datos de ${name}. Entonces los mensajes llegan solos:\n${link}`,
    aside: (name, link) =>
      `No se pudo saber de quién es, así que espera en la lista de apartados de ${name}. Ábrala ahora:\n${link}`,
  },
}

/** A message could not be stored: it waits here. */
export function waitingMail({ place, heard, notKept, link }: DutyNews): { subject: string; text: string } {
  const words = wordsIn(place.language)
  const more = heard.length - LINES_MAX
  const text = [
    words.waiting(heard.length + notKept),
    '',
    ...linesOf(heard, place, words),
    ...(more > 0 ? [words.more(more)] : []),
    ...(notKept > 0 ? ['', words.notKept(notKept)] : []),
    '',
    words.todo(place.name, link),
  ].join('\n')
  return { subject: words.subject(place.name), text }
}

/** The database is back, and a message found no writer. */
export function asideMail({ place, heard, link }: Omit<DutyNews, 'notKept'>): { subject: string; text: string } {
  const words = wordsIn(place.language)
  const text = [...linesOf(heard, place, words), '', words.aside(place.name, link)].join('\n')
  return { subject: words.subject(place.name), text }
}

const wordsIn = (language: string): Words => WORDS[language] ?? WORDS.en!

function linesOf(heard: DutyNews['heard'], { language, timeZone }: DutyNews['place'], words: Words): string[] {
  const clock = new Intl.DateTimeFormat(language in WORDS ? language : 'en', {
    dateStyle: 'full',
    timeStyle: 'long',
    timeZone,
  })
  return heard
    .slice(0, LINES_MAX)
    .map(({ at, channel, reference }) => words.line(clock.format(at), words.channel[channel], reference))
}
