/** Twenty questions that patients of most clinics ask: a first article begins from one of them (understanding.md 4). The answer is the clinic's. */
export type TemplateQuestion = { title: string; questions: readonly [string, string, string] }

const one = (title: string, ...questions: [string, string, string]): TemplateQuestion => ({ title, questions })

/** In the same order in each language. */
export const TEMPLATE_QUESTIONS: Record<'en' | 'es', readonly TemplateQuestion[]> = {
  en: [
    one('Our hours', 'When are you open?', 'What are your hours?', 'Are you open on Saturday?'),
    one('How to find us', 'Where are you?', 'What is your address?', 'How do I get to you?'),
    one('Parking', 'Where can I park?', 'Is there parking?', 'Do I pay for parking?'),
    one('Getting in without steps', 'Is there a ramp?', 'Can I come with a wheelchair?', 'Is there an elevator?'),
    one('Holidays', 'Are you open on holidays?', 'When are you closed?', 'Are you open on New Year?'),
    one('How to book a visit', 'How do I book a visit?', 'How can I get an appointment?', 'Can I book online?'),
    one('How to cancel or move a visit', 'How do I cancel my visit?', 'Can I change my appointment?', 'How late can I cancel?'), // prettier-ignore
    one('When you are late', 'What if I am late?', 'Do I lose my visit if I am late?', 'How late can I come?'),
    one('Your first visit', 'What do I bring to my first visit?', 'How does a first visit work?', 'Do you take new patients?'), // prettier-ignore
    one(
      'Video visits',
      'How do video visits work?',
      'Can I see the doctor by video?',
      'What do I need for a video visit?',
    ),
    one('Insurance that we take', 'Which insurance do you take?', 'Do you take my plan?', 'Are you in my network?'),
    one('Visits without insurance', 'Can I come without insurance?', 'What does a visit cost?', 'Is there help with costs?'), // prettier-ignore
    one('How to pay a bill', 'How do I pay my bill?', 'Can I pay online?', 'Can I pay in parts?'),
    one('How to get a refill', 'How do I get a refill?', 'How long does a refill take?', 'Who do I ask for my medicine?'), // prettier-ignore
    one('When results come', 'When will I get my results?', 'How do I see my results?', 'Who tells me my results?'),
    one('Copies of your record', 'How do I get my records?', 'Can I have a copy of my record?', 'How do I send my records?'), // prettier-ignore
    one('Referrals', 'Do I need a referral?', 'How do I get a referral?', 'How long does a referral take?'),
    one('Interpreters', 'Do you have an interpreter?', 'Can somebody speak my language?', 'Do I pay for an interpreter?'), // prettier-ignore
    one('Signing in to the portal', 'How do I sign in?', 'I cannot sign in', 'How do I get a portal account?'),
    one('Who may act for you', 'Can my son see my record?', 'How do I add a caregiver?', 'Who can speak for me?'),
  ],
  es: [
    one('Nuestro horario', '¿Cuándo abren?', '¿Cuál es su horario?', '¿Abren los sábados?'),
    one('Cómo llegar', '¿Dónde están?', '¿Cuál es su dirección?', '¿Cómo llego?'),
    one('Estacionamiento', '¿Dónde puedo estacionar?', '¿Hay estacionamiento?', '¿Se paga el estacionamiento?'),
    one('Entrar sin escalones', '¿Hay rampa?', '¿Puedo ir en silla de ruedas?', '¿Hay elevador?'),
    one('Días feriados', '¿Abren los días feriados?', '¿Cuándo cierran?', '¿Abren en Año Nuevo?'),
    one('Cómo pedir una cita', '¿Cómo pido una cita?', '¿Cómo saco una cita?', '¿Puedo pedir cita en línea?'),
    one('Cómo cancelar o cambiar una cita', '¿Cómo cancelo mi cita?', '¿Puedo cambiar mi cita?', '¿Hasta cuándo puedo cancelar?'), // prettier-ignore
    one('Si llega tarde', '¿Qué pasa si llego tarde?', '¿Pierdo la cita si llego tarde?', '¿Cuánto me esperan?'),
    one('Su primera cita', '¿Qué llevo a mi primera cita?', '¿Cómo es la primera cita?', '¿Reciben pacientes nuevos?'),
    one('Citas por video', '¿Cómo son las citas por video?', '¿Puedo ver al doctor por video?', '¿Qué necesito para una cita por video?'), // prettier-ignore
    one('Seguros que aceptamos', '¿Qué seguros aceptan?', '¿Aceptan mi plan?', '¿Están en mi red?'),
    one('Citas sin seguro', '¿Puedo ir sin seguro?', '¿Cuánto cuesta una cita?', '¿Hay ayuda con los costos?'),
    one('Cómo pagar una cuenta', '¿Cómo pago mi cuenta?', '¿Puedo pagar en línea?', '¿Puedo pagar en partes?'),
    one('Cómo pedir más medicina', '¿Cómo pido más medicina?', '¿Cuánto tarda una receta?', '¿A quién le pido mi medicina?'), // prettier-ignore
    one('Cuándo llegan los resultados', '¿Cuándo llegan mis resultados?', '¿Cómo veo mis resultados?', '¿Quién me da mis resultados?'), // prettier-ignore
    one('Copias de su expediente', '¿Cómo pido mi expediente?', '¿Me dan una copia de mi expediente?', '¿Cómo mando mi expediente?'), // prettier-ignore
    one('Referencias', '¿Necesito una referencia?', '¿Cómo pido una referencia?', '¿Cuánto tarda una referencia?'),
    one('Intérpretes', '¿Tienen intérprete?', '¿Alguien habla mi idioma?', '¿Se paga el intérprete?'),
    one('Entrar al portal', '¿Cómo entro al portal?', 'No puedo entrar', '¿Cómo abro una cuenta del portal?'),
    one('Quién puede actuar por usted', '¿Puede mi hijo ver mi expediente?', '¿Cómo agrego a quien me cuida?', '¿Quién puede hablar por mí?'), // prettier-ignore
  ],
}

/** In the reader's language, where there are any; else in English. */
export const templatesFor = (locale: string): { language: 'en' | 'es'; all: readonly TemplateQuestion[] } => {
  const language = locale.startsWith('es') ? 'es' : 'en'
  return { language, all: TEMPLATE_QUESTIONS[language] }
}
