/**
 * What people wrote to the assistant in the month. Only their words stand here, and those of staff who took over: what the assistant made of
 * them is decided by the product's engines when the demonstration is built (demo/assistant.ts).
 */
import type { DemoLanguage } from '../clinic.ts'

export type TalkLine =
  /** The patient writes; `thumb`: what he says of the answer to it. */
  | { says: string; thumb?: 'up' | 'down' }
  /** Somebody takes it after so many minutes of opening hours, and answers. */
  | { staff: string; afterMin: number }

export type Talk = {
  key: string
  language: Extract<DemoLanguage, 'en' | 'es'>
  channel: 'portal-chat' | 'widget'
  /** A visitor whom nobody knows yet. */
  isUnknown?: true
  kind?: 'service' | 'clinical' | 'billing'
  subject?: string
  /** How often it is told in the month, by somebody else each time. */
  times: number
  lines: readonly TalkLine[]
}

const THANKS = 'Thank you, that helps.'
const GRACIAS = 'Gracias, eso ayuda.'

export const TALKS: readonly Talk[] = [
  // Answered from an article, and done.
  { key: 'hours', language: 'en', channel: 'widget', isUnknown: true, times: 4, lines: [{ says: 'Hi! What are your hours?', thumb: 'up' }, { says: 'Thank you!' }] },
  { key: 'saturday', language: 'en', channel: 'portal-chat', subject: 'Opening hours', times: 2, lines: [{ says: 'When are you open?', thumb: 'up' }] },
  { key: 'parking', language: 'en', channel: 'widget', isUnknown: true, times: 3, lines: [{ says: 'Where can I park?', thumb: 'up' }, { says: THANKS }] },
  { key: 'bus', language: 'en', channel: 'widget', times: 2, lines: [{ says: 'Which bus goes to the clinic?' }] },
  { key: 'fasting', language: 'en', channel: 'portal-chat', subject: 'A question', times: 3, lines: [{ says: 'Can I eat before my blood test?', thumb: 'up' }, { says: THANKS }] },
  { key: 'results-where', language: 'en', channel: 'portal-chat', subject: 'My results', times: 2, lines: [{ says: 'Where do I see my results?', thumb: 'up' }] },
  { key: 'pay', language: 'en', channel: 'portal-chat', subject: 'A question', times: 2, lines: [{ says: 'How do I pay my bill?' }] },
  { key: 'robot', language: 'en', channel: 'widget', isUnknown: true, times: 1, lines: [{ says: 'Are you a robot?' }, { says: 'Is parking free?', thumb: 'up' }] },
  { key: 'horario', language: 'es', channel: 'widget', isUnknown: true, times: 3, lines: [{ says: '¿Cuál es el horario?', thumb: 'up' }, { says: GRACIAS }] },
  { key: 'estacionar', language: 'es', channel: 'widget', times: 2, lines: [{ says: '¿Dónde puedo estacionar?' }] },
  { key: 'ayunas', language: 'es', channel: 'portal-chat', subject: 'Análisis', times: 2, lines: [{ says: '¿Puedo comer antes del análisis?', thumb: 'up' }, { says: GRACIAS }] },
  // Answered, and not helped.
  { key: 'shot-record', language: 'en', channel: 'portal-chat', subject: 'A question', times: 2, lines: [{ says: 'Can I get my vaccine record?', thumb: 'down' }] },
  { key: 'results-late', language: 'en', channel: 'portal-chat', subject: 'Waiting for results', times: 2, lines: [{ says: 'When do I get my results?' }, { says: 'I would rather talk to a person please' }, { staff: 'Hello {given}, this is {staff}. Your results came in this morning and the doctor is reading them. You will see them in the portal today.', afterMin: 9 }] },
  { key: 'cuando-resultados', language: 'es', channel: 'portal-chat', subject: 'Resultados', times: 1, lines: [{ says: '¿Cuánto tardan los resultados?', thumb: 'down' }] },
  // Not known, and not ours.
  { key: 'crutches', language: 'en', channel: 'widget', isUnknown: true, times: 2, lines: [{ says: 'Do you rent out crutches?' }] },
  { key: 'piercing', language: 'en', channel: 'widget', isUnknown: true, times: 1, lines: [{ says: 'Do you do ear piercings?' }, { says: 'Could somebody there pierce ears on a Sunday?' }, { staff: 'Hello, this is {staff}. We do not pierce ears here, sorry. A shop that has a license is the right place.', afterMin: 14 }] },
  { key: 'muletas', language: 'es', channel: 'widget', isUnknown: true, times: 1, lines: [{ says: '¿Alquilan muletas?' }] },
  // Asked for a person at once; one changed his mind.
  { key: 'person', language: 'en', channel: 'widget', times: 3, lines: [{ says: 'Can I talk to a person please?' }, { staff: 'Hello {given}, this is {staff}. I am here now. How can I help?', afterMin: 4 }] },
  { key: 'persona', language: 'es', channel: 'portal-chat', subject: 'Una pregunta', times: 2, lines: [{ says: 'Quiero hablar con una persona' }, { staff: 'Hola {given}, soy {staff}. Ya estoy aquí. ¿En qué le ayudo?', afterMin: 6 }] },
  { key: 'never-mind', language: 'en', channel: 'widget', isUnknown: true, times: 2, lines: [{ says: 'I want to speak with a human' }, { says: 'Never mind' }, { says: 'Where can I park?', thumb: 'up' }] },
  { key: 'waits', language: 'en', channel: 'portal-chat', subject: 'My plan', times: 1, lines: [{ says: 'Can somebody call me about my insurance? I want to talk to a person.' }] },
  // Requests, collected and brought to people with what was said.
  { key: 'refill', language: 'en', channel: 'portal-chat', kind: 'clinical', subject: 'Refill', times: 3, lines: [{ says: 'I need a refill of my lisinopril' }, { says: '8 days' }, { says: 'Corner Drug on Mill Road' }, { says: 'yes' }, { staff: 'Hello {given}, this is {staff}. I sent the refill to Corner Drug. They will text you when it is there.', afterMin: 55 }] },
  { key: 'book', language: 'en', channel: 'portal-chat', subject: 'Yearly check-up', times: 3, lines: [{ says: 'I would like to book an appointment' }, { says: 'yearly check-up' }, { says: 'for me' }, { says: 'next week in the morning' }, { says: 'yes' }, { staff: 'Hello {given}, this is {staff}. I have {day} at {time}. Shall I take it for you?', afterMin: 40 }] },
  { key: 'move', language: 'en', channel: 'widget', times: 2, lines: [{ says: 'I have to move my appointment' }, { says: 'the one on Tuesday at 10' }, { says: 'Thursday afternoon' }, { says: 'yes' }, { staff: 'Hello {given}, this is {staff}. Thursday at 2:30 is free. I moved your visit to it.', afterMin: 25 }] },
  { key: 'bill', language: 'en', channel: 'portal-chat', kind: 'billing', subject: 'A charge', times: 2, lines: [{ says: 'I have a question about my bill' }, { says: 'There is a charge for a test that I did not have' }, { says: 'the one from last month' }, { says: 'yes' }, { staff: 'Hello {given}, this is {staff} from billing. I see the line and I asked the lab about it. I will write to you by {day}.', afterMin: 120 }] },
  { key: 'cita', language: 'es', channel: 'portal-chat', subject: 'Cita', times: 2, lines: [{ says: 'Quiero hacer una cita' }, { says: 'revisión anual' }, { says: 'para mí' }, { says: 'la próxima semana por la mañana' }, { says: 'sí' }, { staff: 'Hola {given}, soy {staff}. Tengo {day} a las {time}. ¿Se la aparto?', afterMin: 45 }] },
  // What is not for software.
  { key: 'complaint', language: 'en', channel: 'portal-chat', subject: 'My last visit', times: 1, lines: [{ says: 'I want to make a complaint. Nobody told me that the visit was cancelled and I drove an hour for nothing.' }, { staff: 'Hello {given}, this is {staff}. I am sorry that you came for nothing. I looked at what happened and will call you today.', afterMin: 90 }] },
  { key: 'swollen', language: 'en', channel: 'portal-chat', kind: 'clinical', subject: 'My ankle', times: 2, lines: [{ says: 'My ankle has been swollen since I twisted it yesterday' }, { says: 'No' }, { says: 'No' }, { says: 'No' }, { says: 'No' }, { staff: 'Hello {given}, this is {staff}, a nurse. Thank you for the answers. Keep it up and cool today, and come in at {time} tomorrow so we can look at it.', afterMin: 22 }] },
  { key: 'cough', language: 'en', channel: 'widget', kind: 'clinical', times: 2, lines: [{ says: 'I have a cough and a fever of 101 since yesterday' }, { staff: 'Hello {given}, this is {staff}, a nurse. Rest and drink a lot today. I will call you tomorrow to hear how it is.', afterMin: 26 }] },
  { key: 'tobillo', language: 'es', channel: 'portal-chat', kind: 'clinical', subject: 'Mi tobillo', times: 1, lines: [{ says: 'Me torcí el tobillo ayer y está hinchado' }, { says: 'No' }, { says: 'No' }, { says: 'No' }, { staff: 'Hola {given}, soy {staff}, de enfermería. Gracias por contestar. Venga hoy a las {time} para que lo veamos.', afterMin: 12 }] },
] // prettier-ignore
