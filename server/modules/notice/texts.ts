/**
 * What people are told about their sign-in and their addresses. Plain words (US grade 6 or lower). No name of a person and no health
 * word: whoever reads over a shoulder, or gets it by mistake, learns nothing (trust-D39).
 */
export type NoticeTemplate =
  | SecurityTemplate
  | 'staff-invitation'
  | 'clock-warned'
  | 'clock-breached'
  | 'alert-waits'
  | 'called-in'
  | 'hand-off-waits'
  | 'nobody-reads'
  | 'rule-switched-off'
  | 'article-expires'
  | 'article-expired'
  | 'article-disagrees'

/** Codes that somebody just asked for, and word of a change to how somebody signs in, is reached or is spoken for. */
export type SecurityTemplate =
  | 'sign-in-code'
  | 'step-up-code'
  | 'conversation-code'
  | 'contact-point-code'
  | 'contact-point-changed'
  | 'factor-changed'
  | 'proxy-changed'
  | 'password-reset'

export type NoticeValues = {
  organization: string
  code?: string
  minutes?: number
  masked?: string
  link?: string
  /** How long what it leads to is still good. */
  hours?: number
  days?: number
}
export type NoticeText = { subject: string; body: string }

type Texts = Record<NoticeTemplate, (values: NoticeValues) => NoticeText>

const en: Texts = {
  'sign-in-code': ({ organization, code, minutes }) => ({
    subject: `Your code for ${organization}`,
    body: `Your code is ${code}. It works for ${minutes} minutes.\n\nNever tell it to anyone. We do not call to ask for it.\nIf you did not ask for a code, you can ignore this.`,
  }),
  'step-up-code': ({ organization, code, minutes }) => ({
    subject: `Your code for ${organization}`,
    body: `Your code to confirm a change is ${code}. It works for ${minutes} minutes.\n\nNever tell it to anyone. If you did not ask for it, sign in and choose "Sign out everywhere".`,
  }),
  'conversation-code': ({ organization, code, minutes }) => ({
    subject: `Your code for ${organization}`,
    body: `Your code is ${code}. It works for ${minutes} minutes.\n\nUse it only in the chat or call you have with us right now. If you are not talking with us, you can ignore this.`,
  }),
  'contact-point-code': ({ organization, code, minutes }) => ({
    subject: `Confirm this address for ${organization}`,
    body: `Your code is ${code}. It works for ${minutes} minutes.\n\nType it in to confirm this address. If you did not ask for it, you can ignore this.`,
  }),
  'contact-point-changed': ({ organization, masked }) => ({
    subject: `A change at ${organization}`,
    body: `The way we reach you was changed: ${masked}.\n\nWas this not you? Call ${organization} now.`,
  }),
  'factor-changed': ({ organization, link }) => ({
    subject: `A change to how you sign in at ${organization}`,
    body: `The way you sign in was changed. All other devices were signed out.\n\nWas this not you? Tell us now: ${link}`,
  }),
  'proxy-changed': ({ organization, link }) => ({
    subject: `A change at ${organization}`,
    body: `Someone may now act for you with us, or may no longer do so. See who: ${link}\n\nIs this wrong? Call ${organization} now.`,
  }),
  'staff-invitation': ({ organization, link, hours }) => ({
    subject: `Join ${organization}`,
    body: `You were invited to work at ${organization}.\n\nOpen this link to choose a password. It works once, for ${hours} hours:\n${link}\n\nIf you do not know why you got this, you can ignore it.`,
  }),
  'password-reset': ({ organization, link, minutes }) => ({
    subject: `A new password for ${organization}`,
    body: `Open this link to choose a new password. It works once, for ${minutes} minutes:\n${link}\n\nYou will still need your passkey or your app. If you did not ask for this, you can ignore it: nothing changes.`,
  }),
  'clock-warned': ({ organization, link }) => ({
    subject: `Due soon at ${organization}`,
    body: `Somebody waits for an answer that is due soon. Open it here:\n${link}`,
  }),
  'alert-waits': ({ organization, link }) => ({
    subject: `Urgent: nobody has taken an alert at ${organization}`,
    body: `You are on call at ${organization}. A red flag came in and nobody has taken it. Open it now:\n${link}`,
  }),
  'called-in': ({ organization, link }) => ({
    subject: `Can you come in at ${organization}?`,
    body: `${organization} needs you at the desk. Please come in if you can, or tell your supervisor that you cannot. Sign in here:\n${link}`,
  }),
  'hand-off-waits': ({ organization, link }) => ({
    subject: `A chat waits for a person at ${organization}`,
    body: `The automatic helper brought a chat to people, and nobody has taken it yet. Open it here:\n${link}`,
  }),
  'nobody-reads': ({ organization, link }) => ({
    subject: `Nobody here can open what waits at ${organization}`,
    body: `Somebody waits for an answer, and nobody who is here now may open it. It is about a sensitive matter. Call somebody who may open it. An administrator can let others do so, too:\n${link}`,
  }),
  'clock-breached': ({ organization, link }) => ({
    subject: `Overdue at ${organization}`,
    body: `Somebody waits for an answer that is overdue. Open it now:\n${link}`,
  }),
  'rule-switched-off': ({ organization, link }) => ({
    subject: `A rule was switched off at ${organization}`,
    body: `A rule acted more often than it may, so it switched itself off. See what it did, and change it or switch it on again:\n${link}`,
  }),
  'article-expires': ({ organization, link, days }) => ({
    subject: `An article ends soon at ${organization}`,
    body: `An article that is yours ends ${days === 0 ? 'today' : days === 1 ? 'in one day' : `in ${days} days`}. After that nobody is told it. Read it again, and have a new version reviewed:\n${link}`,
  }),
  'article-expired': ({ organization, link }) => ({
    subject: `An article ended at ${organization}`,
    body: `An article that is yours has passed its last day. Nobody is told it now. Read it again, and have a new version reviewed:\n${link}`,
  }),
  'article-disagrees': ({ organization, link }) => ({
    subject: `Two articles do not agree at ${organization}`,
    body: `A patient asked something that your article and another one answer in two ways. A person answered in their place. Ask the question in the test box, and see which of the two is right:\n${link}`,
  }),
}

const es: Texts = {
  'sign-in-code': ({ organization, code, minutes }) => ({
    subject: `Su código para ${organization}`,
    body: `Su código es ${code}. Sirve por ${minutes} minutos.\n\nNo se lo diga a nadie. Nunca llamamos para pedirlo.\nSi no pidió un código, no haga nada.`,
  }),
  'step-up-code': ({ organization, code, minutes }) => ({
    subject: `Su código para ${organization}`,
    body: `Su código para confirmar un cambio es ${code}. Sirve por ${minutes} minutos.\n\nNo se lo diga a nadie. Si no lo pidió, entre y elija "Cerrar sesión en todas partes".`,
  }),
  'conversation-code': ({ organization, code, minutes }) => ({
    subject: `Su código para ${organization}`,
    body: `Su código es ${code}. Sirve por ${minutes} minutos.\n\nÚselo solo en el chat o la llamada que tiene ahora con nosotros. Si no está hablando con nosotros, no haga nada.`,
  }),
  'contact-point-code': ({ organization, code, minutes }) => ({
    subject: `Confirme esta dirección para ${organization}`,
    body: `Su código es ${code}. Sirve por ${minutes} minutos.\n\nEscríbalo para confirmar esta dirección. Si no lo pidió, no haga nada.`,
  }),
  'contact-point-changed': ({ organization, masked }) => ({
    subject: `Un cambio en ${organization}`,
    body: `Cambió la forma de comunicarnos con usted: ${masked}.\n\n¿No fue usted? Llame ya a ${organization}.`,
  }),
  'factor-changed': ({ organization, link }) => ({
    subject: `Un cambio en su forma de entrar a ${organization}`,
    body: `Cambió su forma de entrar. Cerramos la sesión en los otros aparatos.\n\n¿No fue usted? Avísenos ya: ${link}`,
  }),
  'proxy-changed': ({ organization, link }) => ({
    subject: `Un cambio en ${organization}`,
    body: `Alguien ahora puede actuar por usted con nosotros, o ya no puede. Vea quién: ${link}\n\n¿Está mal? Llame ya a ${organization}.`,
  }),
  'staff-invitation': ({ organization, link, hours }) => ({
    subject: `Únase a ${organization}`,
    body: `Le invitaron a trabajar en ${organization}.\n\nAbra este enlace para elegir una contraseña. Sirve una vez, por ${hours} horas:\n${link}\n\nSi no sabe por qué recibió esto, no haga nada.`,
  }),
  'password-reset': ({ organization, link, minutes }) => ({
    subject: `Una contraseña nueva para ${organization}`,
    body: `Abra este enlace para elegir una contraseña nueva. Sirve una vez, por ${minutes} minutos:\n${link}\n\nTambién necesitará su llave de acceso o su aplicación. Si no pidió esto, no haga nada: no cambia nada.`,
  }),
  'clock-warned': ({ organization, link }) => ({
    subject: `Vence pronto en ${organization}`,
    body: `Alguien espera una respuesta que vence pronto. Ábrala aquí:\n${link}`,
  }),
  'alert-waits': ({ organization, link }) => ({
    subject: `Urgente: nadie ha tomado una alerta en ${organization}`,
    body: `Usted está de guardia en ${organization}. Llegó una alerta y nadie la ha tomado. Ábrala ya:\n${link}`,
  }),
  'called-in': ({ organization, link }) => ({
    subject: `¿Puede venir a ${organization}?`,
    body: `${organization} le necesita en el puesto. Venga si puede, o avise a su supervisor que no puede. Entre aquí:\n${link}`,
  }),
  'hand-off-waits': ({ organization, link }) => ({
    subject: `Un chat espera a una persona en ${organization}`,
    body: `La ayuda automática pasó un chat a las personas, y nadie lo ha tomado todavía. Ábralo aquí:\n${link}`,
  }),
  'nobody-reads': ({ organization, link }) => ({
    subject: `Nadie aquí puede abrir lo que espera en ${organization}`,
    body: `Alguien espera una respuesta, y nadie de quienes están ahora puede abrirla. Es sobre un asunto reservado. Llame a quien pueda abrirla, o pida a la administración que deje que otra persona lo haga:\n${link}`,
  }),
  'clock-breached': ({ organization, link }) => ({
    subject: `Vencido en ${organization}`,
    body: `Alguien espera una respuesta que ya venció. Ábrala ahora:\n${link}`,
  }),
  'rule-switched-off': ({ organization, link }) => ({
    subject: `Se apagó una regla en ${organization}`,
    body: `Una regla actuó más veces de las permitidas, así que se apagó sola. Vea lo que hizo y cámbiela o vuelva a encenderla:\n${link}`,
  }),
  'article-expires': ({ organization, link, days }) => ({
    subject: `Un artículo termina pronto en ${organization}`,
    body: `Un artículo suyo termina ${days === 0 ? 'hoy' : days === 1 ? 'en un día' : `en ${days} días`}. Después ya no se le dice a nadie. Léalo de nuevo y pida que revisen una versión nueva:\n${link}`,
  }),
  'article-expired': ({ organization, link }) => ({
    subject: `Un artículo terminó en ${organization}`,
    body: `Un artículo suyo pasó su último día. Ya no se le dice a nadie. Léalo de nuevo y pida que revisen una versión nueva:\n${link}`,
  }),
  'article-disagrees': ({ organization, link }) => ({
    subject: `Dos artículos no dicen lo mismo en ${organization}`,
    body: `Un paciente preguntó algo que su artículo y otro contestan de dos maneras. Una persona contestó en su lugar. Haga la pregunta en el cuadro de prueba y vea cuál de los dos está bien:\n${link}`,
  }),
}

const TEXTS: Record<string, Texts> = { en, es }

/** A language we have no reviewed text for gets English: a wrong code text helps nobody. */
export const noticeText = (template: NoticeTemplate, language: string, values: NoticeValues): NoticeText =>
  (TEXTS[language.split('-')[0] ?? ''] ?? en)[template](values)
