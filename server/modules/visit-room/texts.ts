/** What the patient is written: plain words, the way to the room, and nothing of what it is about. */
import { ended, spokenTime } from '#engines/calendar/spoken-time.ts'

type Invitation = { url: string; visit: { startAt: Date; timeZone: string } | null }

type Texts = {
  now: string
  atVisit: (when: string) => string
  way: (url: string) => string
}

const TEXTS: Record<'en' | 'es', Texts> = {
  en: {
    now: 'Let us talk by video. The room is open for 24 hours.',
    atVisit: (when) => `Let us talk by video on ${ended(when)}`,
    way: (url) =>
      `Open this page and sign in:\n${url}\n\nYou need a phone or a computer. You can come with sound only. If you cannot come, write to us here.`,
  },
  es: {
    now: 'Hablemos por video. La sala está abierta 24 horas.',
    atVisit: (when) => `Hablemos por video el ${ended(when)}`,
    way: (url) =>
      `Abra esta página y entre con su código:\n${url}\n\nSolo hace falta un teléfono o una computadora. Puede entrar solo con sonido. Si no puede venir, escríbanos aquí.`,
  },
}

export function invitationText(language: string, { url, visit }: Invitation): string {
  const known = language === 'es' ? 'es' : 'en'
  const { now, atVisit, way } = TEXTS[known]
  return `${visit ? atVisit(spokenTime(known, visit.startAt, visit.timeZone)) : now} ${way(url)}`
}
