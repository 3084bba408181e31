/** What the product itself writes to patients, by language. Plain words (US grade 6 or lower); nothing the sender typed is repeated. */

type Texts = {
  acknowledgement: (emergencyNumber: string) => string
  linkMail: (organization: string, url: string) => string
  linkSubject: (organization: string) => string
  continuity: (organization: string, url: string) => string
}

const TEXTS: Record<string, Texts> = {
  en: {
    acknowledgement: (number) =>
      `We got your message. A person on our team will read it and write back.\n\nIs this an emergency? Do not wait for us. Call ${number} now.\n\nThis is an automatic message.`,
    linkMail: (organization, url) =>
      `You have a new message from ${organization}.\n\nTo keep it private, we do not put it in this mail. Read it here:\n${url}\n\nYou can also answer this mail.`,
    linkSubject: (organization) => `New message from ${organization}`,
    continuity: (organization, url) =>
      `You left our chat before we could answer. Your answer from ${organization} is here:\n${url}\n\nYou can also answer this mail.`,
  },
  es: {
    acknowledgement: (number) =>
      `Recibimos su mensaje. Una persona de nuestro equipo lo va a leer y le va a contestar.\n\n¿Es una emergencia? No espere. Llame ya al ${number}.\n\nEste es un mensaje automático.`,
    linkMail: (organization, url) =>
      `Tiene un mensaje nuevo de ${organization}.\n\nPara cuidar su privacidad, no lo ponemos en este correo. Léalo aquí:\n${url}\n\nTambién puede contestar este correo.`,
    linkSubject: (organization) => `Mensaje nuevo de ${organization}`,
    continuity: (organization, url) =>
      `Salió del chat antes de nuestra respuesta. La respuesta de ${organization} está aquí:\n${url}\n\nTambién puede contestar este correo.`,
  },
}

const textsIn = (language: string): Texts => TEXTS[language] ?? (TEXTS.en as Texts)

export const acknowledgementText = (language: string, emergencyNumber: string): string =>
  textsIn(language).acknowledgement(emergencyNumber)
export const linkMailText = (language: string, organization: string, url: string): string =>
  textsIn(language).linkMail(organization, url)
export const linkSubject = (language: string, organization: string): string =>
  textsIn(language).linkSubject(organization)
export const continuityText = (language: string, organization: string, url: string): string =>
  textsIn(language).continuity(organization, url)
