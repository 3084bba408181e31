/** Macros of the demonstration, their texts in English and Spanish. `{patient.given}` is filled within what the identity level allows. */
import type { MacroStep, MacroVariant, ReadingLevel } from '#engines/macro/macro.ts'
import { DAY } from './calendar.ts'
import type { Clinic } from './clinic.ts'
import { demoId } from './demo-id.ts'
import type { Rows } from './rows.ts'

type Line = {
  key: string
  title: string
  topic: string | null
  clinical?: 'current' | 'expired'
  /** What it does beside its text. */
  steps?: readonly Step[]
  en?: string
  es?: string
  /** For readers who like more words than the plain text has. */
  standard?: string
}

/** A queue is named by its key. */
type Step =
  | Exclude<MacroStep, { do: 'text' | 'queue' | 'assign' }>
  | { do: 'queue'; queue: 'front-office' | 'nurse-line' | 'billing' }

const MACROS: readonly Line[] = [
  {
    key: 'refill-sent',
    title: 'Refill request sent to the pharmacy',
    topic: 'refill_prescription',
    steps: [
      { do: 'tags', add: ['refill'], remove: [] },
      { do: 'wait', on: 'pharmacy' },
    ],
    en: 'Hello {patient.given}, we sent your refill to the pharmacy. Most refills are ready in two work days. Write to us if it is not there by then.',
    es: 'Hola {patient.given}, enviamos su receta a la farmacia. Casi siempre está lista en dos días de trabajo. Escríbanos si no está.',
    standard:
      'Hello {patient.given}, we have sent your refill request to the pharmacy. Most requests are ready for pick-up within two business days. Please write to us if yours is not ready by then.',
  },
  {
    key: 'results-coming',
    title: 'Test results: still on the way',
    topic: 'test_results',
    steps: [
      { do: 'tags', add: ['results'], remove: [] },
      { do: 'wait', on: 'laboratory' },
    ],
    en: 'Your test results are not back yet. The lab needs up to ten days. We will write to you as soon as the doctor has read them.',
    es: 'Sus resultados aún no llegan. El laboratorio tarda hasta diez días. Le escribimos en cuanto el médico los lea.',
  },
  {
    key: 'visit-booked',
    title: 'Visit booked',
    topic: 'book_appointment',
    steps: [{ do: 'resolve' }],
    en: 'Your visit at {site.name} is booked. Please come 15 minutes early and bring your card and your pill bottles.',
    es: 'Su cita en {site.name} está hecha. Venga 15 minutos antes y traiga su tarjeta y los frascos de sus medicinas.',
  },
  {
    key: 'visit-cancelled',
    title: 'Visit cancelled, no charge',
    topic: 'cancel_appointment',
    steps: [{ do: 'resolve' }],
    en: 'Your visit is cancelled. There is no charge. Tell us when you would like to come another time.',
    es: 'Su cita está cancelada. No hay cargo. Díganos cuándo le gustaría venir otro día.',
  },
  {
    key: 'running-late',
    title: 'Late for a visit',
    topic: 'running_late',
    en: 'Thank you for telling us. We can still see you if you are here within 30 minutes. After that we may need to find a new time.',
    es: 'Gracias por avisar. Todavía le atendemos si llega en 30 minutos. Después tal vez haya que buscar otra hora.',
  },
  {
    key: 'bill-looking',
    title: 'We are looking at your bill',
    topic: 'bill_question',
    steps: [
      { do: 'tags', add: ['bill'], remove: [] },
      { do: 'queue', queue: 'billing' },
      { do: 'snooze', hours: 72 },
    ],
    en: 'We are looking at your bill. You do not need to pay while we check it. We will write to you within three work days.',
    es: 'Estamos revisando su cuenta. No tiene que pagar mientras la vemos. Le escribimos en tres días de trabajo.',
  },
  {
    key: 'pay-in-parts',
    title: 'Paying in parts',
    topic: 'financial_help',
    en: 'You can pay in parts, without extra cost. Tell us how much you can pay each month. We also have a help program.',
    es: 'Puede pagar en partes, sin costo extra. Díganos cuánto puede pagar cada mes. También tenemos un programa de ayuda.',
  },
  {
    key: 'new-insurance',
    title: 'Send us your new insurance card',
    topic: 'insurance_question',
    steps: [{ do: 'wait', on: 'patient' }],
    en: 'Please send a photo of both sides of your new card in the portal. We will check it before your next visit.',
    es: 'Envíe una foto de los dos lados de su tarjeta nueva por el portal. La revisamos antes de su próxima cita.',
  },
  {
    key: 'records-how',
    title: 'How to get your records',
    topic: 'medical_records',
    en: 'You can read most of your record in the portal. For a full copy, please sign our form at {site.name}. It takes about five work days.',
    es: 'Puede leer casi todo su expediente en el portal. Para una copia completa, firme nuestro formulario en {site.name}. Tarda unos cinco días de trabajo.',
  },
  {
    key: 'where-we-are',
    title: 'Where we are and how to reach us',
    topic: 'directions_location',
    en: 'You find {site.name} at {site.address}. Our number is {site.phone}. Parking is free.',
    es: '{site.name} está en {site.address}. Nuestro número es {site.phone}. El estacionamiento es gratis.',
  },
  {
    key: 'verify-first',
    title: 'We must know it is you first',
    topic: 'portal_help',
    steps: [{ do: 'wait', on: 'patient' }],
    en: 'To keep your health facts safe, we must first know that it is you. Please sign in to the portal, or call {site.phone}.',
    es: 'Para cuidar sus datos de salud, primero debemos saber que es usted. Entre al portal o llame al {site.phone}.',
  },
  {
    key: 'interpreter-offer',
    title: 'An interpreter, free of charge',
    topic: 'interpreter',
    en: 'We can bring an interpreter to your visit or call. It is free for you. Which language would you like?',
    es: 'Podemos traer un intérprete a su cita o llamada. Es gratis para usted. ¿Qué idioma prefiere?',
  },
  {
    key: 'cold-at-home',
    title: 'Cold: what helps at home',
    topic: 'symptom_report',
    clinical: 'current',
    en: 'Rest, warm drinks and honey help with most colds. Call us if you have a fever for more than three days. Call 911 if you cannot breathe well.',
    es: 'Descansar, tomar cosas calientes y la miel ayudan en la gripe común. Llámenos si la fiebre dura más de tres días. Llame al 911 si no puede respirar bien.',
  },
  {
    key: 'blood-draw-fasting',
    title: 'Before a blood draw',
    topic: 'visit_prep',
    clinical: 'current',
    en: 'Please do not eat for eight hours before your blood draw. Water is fine. Take your pills as always, unless we told you something else.',
    es: 'No coma durante ocho horas antes del análisis de sangre. Puede tomar agua. Tome sus medicinas como siempre, si no le dijimos otra cosa.',
  },
  {
    key: 'flu-season-old',
    title: 'Flu season advice (last year)',
    topic: 'vaccine',
    clinical: 'expired',
    en: 'Flu shots are given on Saturdays until the end of March. You need no visit for it.',
    es: 'La vacuna de la gripe se pone los sábados hasta fines de marzo. No necesita cita.',
  },
  {
    key: 'to-nurse',
    title: 'Hand to the nurse line',
    topic: 'symptom_report',
    steps: [
      {
        do: 'note',
        text: '{patient.given} writes about a symptom. Please call back.',
        readers: ['service', 'clinical'],
      },
      { do: 'tags', add: ['call-back'], remove: [] },
      { do: 'queue', queue: 'nurse-line' },
    ],
  },
  {
    key: 'mine-tomorrow',
    title: 'I take it tomorrow',
    topic: null,
    steps: [{ do: 'take' }, { do: 'snooze', hours: 24 }],
  },
]

/** A clinical text must be looked at again within a year. */
const VALID_DAYS = 300
const EXPIRED_DAYS = 45

export function buildMacros(seed: string, { organizationId, staff, queues }: Clinic, now: Date, rows: Rows): void {
  const doctor = staff.find(({ role }) => role === 'clinician')
  const supervisor = staff.find(({ role }) => role === 'supervisor')
  const day = (days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)
  const savedAt = new Date(now.getTime() - 90 * DAY)
  for (const { key, title, topic, clinical, steps = [], en, es, standard } of MACROS) {
    const id = demoId(`${seed}/macro/${key}`, savedAt)
    const content = {
      title,
      topic,
      isClinical: clinical !== undefined,
      ownerId: supervisor?.id ?? null,
      medicalOwnerId: clinical ? (doctor?.id ?? null) : null,
      validUntil: clinical === undefined ? null : day(clinical === 'expired' ? -EXPIRED_DAYS : VALID_DAYS),
      steps: [...(en ? [{ do: 'text' as const }] : []), ...steps.map((step) => withQueue(queues, step))],
      variants: [variant('en', 'plain', en), variant('en', 'standard', standard), variant('es', 'plain', es)].flat(),
    }
    rows.macro.push({
      organization_id: organizationId,
      id,
      version: 1,
      title,
      topic,
      is_clinical: content.isClinical,
      owner_id: content.ownerId,
      medical_owner_id: content.medicalOwnerId,
      valid_until: content.validUntil,
      steps: content.steps,
      variants: content.variants,
    })
    rows.macro_version.push({
      organization_id: organizationId,
      macro_id: id,
      version: 1,
      content,
      author_id: content.ownerId,
      at: savedAt,
    })
  }
}

const variant = (language: string, readingLevel: ReadingLevel, text: string | undefined): MacroVariant[] =>
  text === undefined ? [] : [{ language, readingLevel, text, isReviewed: true }]

function withQueue(queues: Clinic['queues'], step: Step): MacroStep {
  if (step.do !== 'queue') return step
  const queue = queues.find(({ key }) => key === step.queue)
  if (!queue) throw new Error(`the demonstration has no queue ${step.queue}`)
  return { do: 'queue', queueId: queue.id }
}
