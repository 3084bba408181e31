/** What the patient is written: plain words, the way to the room, and nothing of what it is about. */
import { ended, spokenTime } from '#engines/calendar/spoken-time.ts'

type Invitation = { url: string; visit: { startAt: Date; timeZone: string } | null }

const TEXTS: Record<'en' | 'es', (url: string, when: string | null) => string> = {
  en: (url, when) =>
    `${when === null ? 'Let us talk by video. The room is open for 24 hours.' : `Let us talk by video on ${ended(when)}`} Open this page and sign in:\n${url}\n\nYou need a phone or a computer. You can come with sound only. If you cannot come, write to us here.`,
  es: (url, when) =>
    `${when === null ? 'Hablemos por video. La sala está abierta 24 horas.' : `Hablemos por video el ${ended(when)}`} Abra esta página y entre con su código:\n${url}\n\nSolo hace falta un teléfono o una computadora. Puede entrar solo con sonido. Si no puede venir, escríbanos aquí.`,
}

export const invitationText = (language: string, { url, visit }: Invitation): string => {
  const known = language === 'es' ? 'es' : 'en'
  return TEXTS[known](url, visit && spokenTime(known, visit.startAt, visit.timeZone))
}
