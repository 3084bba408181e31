/** Reviewed texts of the demonstration, English and Spanish. `{{name}}` is filled within what the identity level allows. */
import { DAY } from './calendar.ts'
import type { Clinic } from './clinic.ts'
import { demoId } from './demo-id.ts'
import type { Rows } from './rows.ts'

type Reply = {
  key: string
  title: string
  topic: string | null
  clinical?: 'current' | 'expired'
  en: string
  es: string
}

const REPLIES: readonly Reply[] = [
  {
    key: 'refill-sent',
    title: 'Refill request sent to the pharmacy',
    topic: 'refill_prescription',
    en: 'Hello {{patient_first_name}}, we sent your refill to the pharmacy. Most refills are ready in two work days. Write to us if it is not there by then.',
    es: 'Hola {{patient_first_name}}, enviamos su receta a la farmacia. Casi siempre está lista en dos días de trabajo. Escríbanos si no está.',
  },
  {
    key: 'results-coming',
    title: 'Test results: still on the way',
    topic: 'test_results',
    en: 'Your test results are not back yet. The lab needs up to ten days. We will write to you as soon as the doctor has read them.',
    es: 'Sus resultados aún no llegan. El laboratorio tarda hasta diez días. Le escribimos en cuanto el médico los lea.',
  },
  {
    key: 'visit-booked',
    title: 'Visit booked',
    topic: 'book_appointment',
    en: 'Your visit at {{site_name}} is booked. Please come 15 minutes early and bring your card and your pill bottles.',
    es: 'Su cita en {{site_name}} está hecha. Venga 15 minutos antes y traiga su tarjeta y los frascos de sus medicinas.',
  },
  {
    key: 'visit-cancelled',
    title: 'Visit cancelled, no charge',
    topic: 'cancel_appointment',
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
    en: 'Please send a photo of both sides of your new card in the portal. We will check it before your next visit.',
    es: 'Envíe una foto de los dos lados de su tarjeta nueva por el portal. La revisamos antes de su próxima cita.',
  },
  {
    key: 'records-how',
    title: 'How to get your records',
    topic: 'medical_records',
    en: 'You can read most of your record in the portal. For a full copy, please sign our form at {{site_name}}. It takes about five work days.',
    es: 'Puede leer casi todo su expediente en el portal. Para una copia completa, firme nuestro formulario en {{site_name}}. Tarda unos cinco días de trabajo.',
  },
  {
    key: 'where-we-are',
    title: 'Where we are and how to reach us',
    topic: 'directions_location',
    en: 'You find {{site_name}} at {{site_address}}. Our number is {{site_phone}}. Parking is free.',
    es: '{{site_name}} está en {{site_address}}. Nuestro número es {{site_phone}}. El estacionamiento es gratis.',
  },
  {
    key: 'verify-first',
    title: 'We must know it is you first',
    topic: 'portal_help',
    en: 'To keep your health facts safe, we must first know that it is you. Please sign in to the portal, or call {{site_phone}}.',
    es: 'Para cuidar sus datos de salud, primero debemos saber que es usted. Entre al portal o llame al {{site_phone}}.',
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
]

/** A clinical text must be looked at again within a year. */
const VALID_DAYS = 300
const EXPIRED_DAYS = 45

export function buildCannedReplies(seed: string, { organizationId, staff }: Clinic, now: Date, rows: Rows): void {
  const owner = staff.find(({ role }) => role === 'clinician')
  const day = (days: number) => new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)
  for (const { key, title, topic, clinical, en, es } of REPLIES) {
    const id = demoId(`${seed}/canned-reply/${key}`, new Date(now.getTime() - 90 * DAY))
    rows.canned_reply.push({
      organization_id: organizationId,
      id,
      key,
      title,
      topic,
      is_clinical: clinical !== undefined,
      medical_owner_id: clinical ? (owner?.id ?? null) : null,
      valid_until: clinical === undefined ? null : day(clinical === 'expired' ? -EXPIRED_DAYS : VALID_DAYS),
      version: 1,
    })
    for (const [language, text] of [['en', en] as const, ['es', es] as const]) {
      rows.canned_reply_variant.push({
        organization_id: organizationId,
        canned_reply_id: id,
        language,
        reading_level: 'plain',
        text,
        is_reviewed: true,
      })
    }
  }
}
