/** The short words of requests: names of kinds and slots, what stands on a button, days and hours. By language, reviewed. */
import { DAY_MS } from '#engines/calendar/time-zone.ts'
import type { SlotName, TaskKind } from './task-kinds.ts'
import type { Spoken } from './texts.ts'
import type { TimeWish } from './time-wish.ts'

type Words = {
  kinds: Record<TaskKind, string>
  slots: Record<SlotName, string>
  yes: string
  no: string
  stop: string
  any: string
  morning: string
  afternoon: string
  evening: string
  me: string
  myChild: string
  other: string
  phone: string
  mail: string
  address: string
  numberEnds: (end: string) => string
  window: (from: string | null, to: string | null) => string
}

export const SLOT_WORDS: Record<Spoken, Words> = {
  en: {
    kinds: {
      callback: 'Ask for a call',
      complaint: 'Tell us what went wrong',
      compliment: 'Thank our team',
      interpreter: 'Ask for an interpreter',
      transport: 'Ask for help to get here',
      book: 'Book a visit',
      move: 'Move a visit',
      cancel: 'Cancel a visit',
      late: 'I will be late',
      earlier: 'Ask for an earlier visit',
      refill: 'Refill a medicine',
      bill: 'Ask about a bill',
      insurance: 'Ask about insurance',
      results: 'Ask for test results',
      records: 'Ask for papers',
      details: 'Change my details',
    },
    slots: {
      number: 'Number',
      time: 'Time',
      topic: 'About',
      happened: 'What happened',
      place: 'Where',
      day: 'When it happened',
      wish: 'What you would like',
      language: 'Language',
      visit: 'Visit',
      need: 'Help',
      reason: 'Reason',
      who: 'Who it is for',
      when: 'Days and times',
      site: 'Place',
      minutes: 'Minutes late',
      medicine: 'Medicine',
      'days-left': 'Days left',
      pharmacy: 'Pharmacy',
      concern: 'Question',
      statement: 'Bill',
      plan: 'Plan',
      request: 'Request',
      test: 'Test',
      papers: 'Papers',
      period: 'Dates',
      receiver: 'Who gets them',
      change: 'To change',
    },
    yes: 'Yes',
    no: 'No, change something',
    stop: 'Stop this request',
    any: 'As soon as possible',
    morning: 'In the morning',
    afternoon: 'In the afternoon',
    evening: 'In the evening',
    me: 'For me',
    myChild: 'For my child',
    other: 'For someone else',
    phone: 'My phone number',
    mail: 'My e-mail',
    address: 'My address',
    numberEnds: (end) => `number that ends in ${end}`,
    window: (from, to) => (from && to ? `${from} to ${to}` : from ? `after ${from}` : `before ${to}`),
  },
  es: {
    kinds: {
      callback: 'Pedir una llamada',
      complaint: 'Contar qué salió mal',
      compliment: 'Dar las gracias al equipo',
      interpreter: 'Pedir un intérprete',
      transport: 'Pedir ayuda para llegar',
      book: 'Pedir una cita',
      move: 'Cambiar una cita',
      cancel: 'Cancelar una cita',
      late: 'Voy a llegar tarde',
      earlier: 'Pedir una cita más pronto',
      refill: 'Pedir más medicina',
      bill: 'Preguntar por una cuenta',
      insurance: 'Preguntar por el seguro',
      results: 'Pedir mis resultados',
      records: 'Pedir papeles',
      details: 'Cambiar mis datos',
    },
    slots: {
      number: 'Número',
      time: 'Hora',
      topic: 'Tema',
      happened: 'Qué pasó',
      place: 'Dónde',
      day: 'Cuándo pasó',
      wish: 'Qué quiere',
      language: 'Idioma',
      visit: 'Cita',
      need: 'Ayuda',
      reason: 'Motivo',
      who: 'Para quién',
      when: 'Días y horas',
      site: 'Sede',
      minutes: 'Minutos tarde',
      medicine: 'Medicina',
      'days-left': 'Días que quedan',
      pharmacy: 'Farmacia',
      concern: 'Pregunta',
      statement: 'Cuenta',
      plan: 'Seguro',
      request: 'Pedido',
      test: 'Examen',
      papers: 'Papeles',
      period: 'Fechas',
      receiver: 'Para quién son',
      change: 'Qué cambiar',
    },
    yes: 'Sí',
    no: 'No, cambiar algo',
    stop: 'Dejar este pedido',
    any: 'Lo antes posible',
    morning: 'Por la mañana',
    afternoon: 'Por la tarde',
    evening: 'Por la noche',
    me: 'Para mí',
    myChild: 'Para mi hijo o hija',
    other: 'Para otra persona',
    phone: 'Mi teléfono',
    mail: 'Mi correo',
    address: 'Mi dirección',
    numberEnds: (end) => `número que termina en ${end}`,
    window: (from, to) => (from && to ? `de ${from} a ${to}` : from ? `después de las ${from}` : `antes de las ${to}`),
  },
}

/** Days and hours as they are written here: with twelve hours also in Spanish. */
export const LOCALE: Record<Spoken, string> = { en: 'en-US', es: 'es-US' }

export const dayWords = (day: number, language: Spoken): string =>
  new Intl.DateTimeFormat(LOCALE[language], { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' }).format(
    new Date(day * DAY_MS),
  )

/** Hours of a day in words; nothing where the whole day is meant. */
export function windowWords({ from, to, at }: TimeWish, language: Spoken): string {
  const words = SLOT_WORDS[language]
  const clock = (minute: number) =>
    new Intl.DateTimeFormat(LOCALE[language], { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' })
      .format(new Date(minute * 60_000))
      .replace(/[\u00a0\u202f]/g, ' ')
  if (at !== null) return clock(at)
  const part = PARTS.find((one) => one.from === from && one.to === to)
  if (part) return words[part.name].toLowerCase()
  if (from === 0 && to >= 1440) return ''
  return words.window(from === 0 ? null : clock(from), to >= 1440 ? null : clock(to))
}

const PARTS = [
  { name: 'morning', from: 480, to: 720 },
  { name: 'afternoon', from: 720, to: 1020 },
  { name: 'evening', from: 1020, to: 1260 },
] as const
