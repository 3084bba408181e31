/** Articles about the portal, video visits, bills, plans, papers and rights. */
import { BILLS, PORTAL, RIGHTS, type ArticleLine } from './article-line.ts'

const RECORDS = [
  'Your right to your records',
  'https://www.hhs.gov/hipaa/for-individuals/medical-records/index.html',
] as const
const LANGUAGE_RIGHTS = [
  'Help in your language',
  'https://www.hhs.gov/civil-rights/for-individuals/section-1557/index.html',
] as const
const VIDEO = ['Video visits for patients', 'https://telehealth.hhs.gov/patients'] as const

export const PORTAL_AND_MONEY: readonly ArticleLine[] = [
  {
    key: 'portal-join',
    source: PORTAL,
    en: {
      title: 'Start with the portal',
      asks: [
        'How do I sign up for the portal?',
        'How do I make an account?',
        'Is there an app?',
        'What is the portal for?',
      ],
      body: 'Go to the portal and type the e-mail or phone we have for you. We send a code. Type it in, and then your birth date. That is all. You do not need a password. In the portal you can write to us, see results and ask for a visit.',
    },
    es: {
      title: 'Empezar con el portal',
      asks: [
        '¿Cómo entro al portal por primera vez?',
        '¿Cómo hago una cuenta en línea?',
        '¿Hay una aplicación?',
        '¿Para qué sirve el portal?',
      ],
      body: 'Abra el portal y ponga el correo o teléfono que tenemos. Le mandamos un código. Póngalo y luego su fecha de nacimiento. Eso es todo. No hay que inventar una clave. En el portal puede escribir, ver resultados y pedir una cita.',
    },
  },
  {
    key: 'portal-trouble',
    source: PORTAL,
    en: {
      title: 'If you can not sign in',
      asks: [
        'I can not sign in to the portal',
        'My code does not work',
        'I did not get a code',
        'I am locked out of my account',
        'I forgot my password',
      ],
      body: 'Wait one minute, then ask for a new code. Only the newest one works. Look in your spam mail too. Do you have a new phone or a new e-mail? Then we have to change it first. Come by with a photo card, or write to us here.',
    },
    es: {
      title: 'Si no puede entrar',
      asks: ['No puedo entrar al portal', 'Mi código no sirve', 'No me llegó el código', 'Olvidé mi contraseña'],
      body: 'Espere un minuto y pida otro código. Solo sirve el último. Mire también en el correo no deseado. ¿Tiene otro teléfono u otro correo? Primero hay que cambiarlo. Venga con una tarjeta con foto, o escríbanos.',
    },
  },
  {
    key: 'portal-for-other',
    source: PORTAL,
    en: {
      title: 'Use the portal for someone else',
      asks: [
        'Can I see my mother’s records?',
        'How do I act for my dad in the portal?',
        'Can my wife use my portal?',
        'How do I get access for my child?',
      ],
      body: 'Yes, if that person says yes. Ask us for the form. Both of you sign it. Then you use your own sign-in and choose for whom you are there. The person can end this at any time. For a child, a parent signs.',
    },
    es: {
      title: 'Usar el portal por otra persona',
      asks: [
        '¿Puedo ver lo de mi mamá?',
        '¿Cómo ayudo a mi papá en el portal?',
        '¿Puede mi esposa usar mi portal?',
        '¿Cómo veo lo de mi hijo?',
      ],
      body: 'Sí, si esa persona dice que sí. Pida la hoja. La firman los dos. Luego usted entra con lo suyo y elige por quién está ahí. Esa persona lo puede quitar cuando quiera. Por un niño firma el papá o la mamá.',
    },
  },
  {
    key: 'portal-teen',
    source: PORTAL,
    state: 'in_review',
    en: {
      title: 'The portal for teens',
      asks: [
        'Can my teen have an account?',
        'Can I see what my teen writes?',
        'Why can I not see all of my son’s notes?',
        'How old must you be for the portal?',
      ],
      body: 'From age 13 on teens can have their own sign-in. Some things are then private between the teen and us. So a parent does not see all notes. We tell teens that it helps to talk with a parent.',
    },
    es: {
      title: 'El portal para jóvenes',
      asks: [
        '¿Puede mi hijo joven tener su cuenta?',
        '¿Puedo ver lo que escribe mi hija?',
        '¿Por qué no veo todas las notas?',
        '¿Desde qué edad es el portal?',
      ],
      body: 'Desde los 13 años pueden tener su propia entrada. Algunas cosas quedan entre el joven y nosotros. Por eso el papá o la mamá no ve todo. Les decimos que hablar en casa ayuda.',
    },
  },
  {
    key: 'contact-change',
    source: PORTAL,
    en: {
      title: 'New phone, mail or street',
      asks: [
        'How do I change my phone number?',
        'I moved, how do I tell you?',
        'Update my email',
        'I have a new address',
      ],
      body: 'Change it in the portal under “My details”. To keep you safe we send a code to the new one, and a note to the old one. Your new street you can also write to us here. Please tell your health plan too.',
    },
    es: {
      title: 'Nuevo teléfono, correo o calle',
      asks: [
        '¿Cómo cambio mi teléfono?',
        'Me mudé, ¿cómo les aviso?',
        'Cambiar mi correo',
        'Tengo otra dirección de casa',
      ],
      body: 'Cámbielo en el portal, en “Mis datos”. Para cuidarlo mandamos un código al nuevo y un aviso al de antes. Su calle nueva también la puede escribir aquí. Avise a su seguro también.',
    },
  },
  {
    key: 'video-how',
    source: VIDEO,
    en: {
      title: 'How a video visit works',
      asks: [
        'How does a video visit work?',
        'Can I see the doctor by video?',
        'How do I join my video visit?',
        'Do you do telehealth?',
      ],
      body: 'Ask for a video visit when you book. On the day you get a link. Open it ten minutes early on a phone or a computer. Say yes when it asks to use the camera. Then wait. Your doctor joins you.',
    },
    es: {
      title: 'Cómo es una cita por video',
      asks: [
        '¿Cómo es una cita por video?',
        '¿Puedo ver al doctor por video?',
        '¿Cómo entro a mi videollamada?',
        '¿Dan citas virtuales?',
      ],
      body: 'Pida la cita por video. Ese día le llega un enlace. Ábralo diez minutos antes en su teléfono o computadora. Diga que sí cuando pida usar la cámara. Luego espere. Su doctor entra.',
    },
  },
  {
    key: 'video-trouble',
    source: VIDEO,
    en: {
      title: 'If the video does not work',
      asks: [
        'My video visit does not work',
        'The doctor can not hear me on video',
        'My camera is black',
        'The link for my video visit is broken',
      ],
      body: 'Close the page and open the link once more. Is there no sound? Look if your phone is on mute. Go near your wifi. If it still does not work, write to us here. We can call you on the phone in place of the video.',
    },
    es: {
      title: 'Si el video no funciona',
      asks: [
        'Mi cita por video no funciona',
        'El doctor no me oye por video',
        'La cámara se ve negra',
        'El enlace del video no abre',
      ],
      body: 'Cierre la página y abra el enlace otra vez. ¿No hay sonido? Mire si el teléfono está en silencio. Póngase cerca del wifi. Si no se arregla, escríbanos. Le podemos llamar por teléfono.',
    },
  },
  {
    key: 'video-ready',
    source: VIDEO,
    state: 'ends-soon',
    en: {
      title: 'Get ready for a video visit',
      asks: [
        'How do I get ready for my video visit?',
        'What do I need for telehealth?',
        'Can I do a video visit in my car?',
        'Tips for a video visit',
      ],
      body: 'Find a calm spot with good light where you can talk freely. Do not drive while you are on video. Have your pills and your list of questions with you. Do you check your weight or blood pressure at home? Have the last numbers at hand.',
    },
    es: {
      title: 'Antes de su cita por video',
      asks: [
        '¿Cómo me preparo para mi cita por video?',
        '¿Qué necesito para la videollamada?',
        '¿Puedo hacer la cita por video en el carro?',
        'Consejos para una cita por video',
      ],
      body: 'Busque un lugar tranquilo, con luz, donde pueda hablar con calma. No maneje mientras está en el video. Tenga sus pastillas y su lista de dudas. ¿Se pesa o se toma la presión en casa? Tenga a la mano lo último.',
    },
  },
  {
    key: 'pay',
    source: BILLS,
    en: {
      title: 'Ways to pay a bill',
      asks: ['How do I pay my bill?', 'Can I pay online?', 'Do you take cash?', 'Where do I send a check?'],
      body: 'You can pay in the portal with a card. You can pay at the front desk with cash, card or check. Or mail a check with the slip from your bill. Please do not send us card numbers in a message.',
    },
    es: {
      title: 'Formas de pagar',
      asks: [
        '¿Cómo pago mi cuenta?',
        '¿Puedo pagar en línea?',
        '¿Puedo pagar en efectivo?',
        '¿A dónde mando un cheque?',
      ],
      body: 'Puede pagar en el portal con tarjeta. En la entrada puede pagar en efectivo, con tarjeta o cheque. O mande un cheque por correo con la hoja de su cuenta. No nos mande números de tarjeta en un mensaje.',
    },
  },
  {
    key: 'bill-wrong',
    source: BILLS,
    en: {
      title: 'If a bill looks wrong',
      asks: [
        'My bill is wrong',
        'Why did I get a bill?',
        'I do not understand my bill',
        'I was charged twice',
        'Who can explain my bill?',
      ],
      body: 'Write to us here and we will look at it. Tell us the date on the bill and what looks wrong. You do not have to pay that part while we look. We answer within three work days and tell you what we found.',
    },
    es: {
      title: 'Si una cuenta parece mal',
      asks: [
        'Mi cuenta está mal',
        '¿Por qué me llegó una cuenta?',
        'No entiendo mi factura',
        'Me cobraron dos veces',
        '¿Quién me explica mi cuenta?',
      ],
      body: 'Escríbanos y la vemos. Diga la fecha de la cuenta y qué le parece mal. Mientras la vemos, no tiene que pagar esa parte. Contestamos en tres días y le decimos qué vimos.',
    },
  },
  {
    key: 'pay-over-time',
    source: BILLS,
    en: {
      title: 'Pay a bill bit by bit',
      asks: [
        'Can I pay over time?',
        'Do you have a payment plan?',
        'I can not pay it all at once',
        'Can I pay a little each month?',
      ],
      body: 'Yes. You can pay a bill in parts, month by month, with no extra cost. Tell us how much you can pay each month. We write it down, and you sign it. If your life changes, tell us, and we make a new plan.',
    },
    es: {
      title: 'Pagar poco a poco',
      asks: [
        '¿Puedo pagar poco a poco?',
        '¿Hay plan de pagos?',
        'No puedo pagar todo de una vez',
        '¿Puedo pagar algo cada mes?',
      ],
      body: 'Sí. Puede pagar por partes, mes a mes, sin costo extra. Diga cuánto puede pagar cada mes. Lo ponemos por escrito y usted lo firma. Si algo cambia en su vida, avise y hacemos otro plan.',
    },
  },
  {
    key: 'help-to-pay',
    source: BILLS,
    en: {
      title: 'Help if money is short',
      asks: [
        'I can not afford my bill',
        'Do you help people with low income?',
        'Is there financial help?',
        'Do you have a discount?',
      ],
      body: 'We can lower your bill if your income is low. You fill in a short form and show one pay slip or a letter. Ask for it here or at the front desk. We answer in ten days. No one here is sent away for lack of money.',
    },
    es: {
      title: 'Ayuda si falta dinero',
      asks: [
        'No puedo pagar mi cuenta',
        '¿Ayudan a gente de bajos ingresos?',
        '¿Hay ayuda para pagar?',
        '¿Tienen descuento?',
      ],
      body: 'Si gana poco, podemos bajar su cuenta. Llena una hoja corta y trae un recibo de pago o una carta. Pídala aquí o en la entrada. Contestamos en diez días. A nadie le negamos la visita por falta de dinero.',
    },
  },
  {
    key: 'price',
    source: ['Know what care will cost', 'https://www.cms.gov/nosurprises'],
    en: {
      title: 'What a visit will cost',
      asks: [
        'How much is a visit?',
        'What does it cost without insurance?',
        'Can I get the price before I come?',
        'I have no insurance, what do I pay?',
      ],
      body: 'You can ask for the price before you come. If you have no plan, or do not want to use it, the law gives you the right to a written price. We send it within three work days. Ask for it when you book.',
    },
    es: {
      title: 'Cuánto cuesta una cita',
      asks: [
        '¿Cuánto cuesta una cita?',
        '¿Cuánto cobran sin seguro?',
        '¿Me dan el precio antes de ir?',
        'No tengo seguro, ¿cuánto pago?',
      ],
      body: 'Puede pedir el precio antes de venir. Si no tiene seguro, o no lo quiere usar, la ley le da derecho a un precio por escrito. Se lo mandamos en tres días. Pídalo cuando haga su cita.',
    },
  },
  {
    key: 'deductible',
    source: ['Deductible', 'https://www.healthcare.gov/glossary/deductible/'],
    en: {
      title: 'What “deductible” means',
      asks: [
        'What is a deductible?',
        'What does deductible mean?',
        'Have I met my deductible?',
        'Why do I pay before my plan pays?',
      ],
      body: 'It is what you pay by yourself each year before your plan starts to pay. Say it is 500 dollars. Then you pay the first 500, and after that your plan helps. Your plan can tell you how much is left this year.',
    },
    es: {
      title: 'Qué es el “deducible”',
      asks: [
        '¿Qué es un deducible?',
        '¿Qué quiere decir deducible?',
        '¿Ya pagué mi deducible?',
        '¿Por qué pago antes que mi seguro?',
      ],
      body: 'Es lo que usted paga cada año antes de que su seguro empiece a pagar. Digamos que son 500 dólares. Usted paga los primeros 500. Luego su seguro ayuda. Su seguro le dice cuánto falta este año.',
    },
  },
  {
    key: 'copay',
    source: ['Copayment', 'https://www.healthcare.gov/glossary/co-payment/'],
    en: {
      title: 'What “copay” means',
      asks: ['What is a copay?', 'How much is my copay?', 'When do I pay the copay?', 'What does copay mean?'],
      body: 'A copay is the small set sum that you pay for each visit. Your plan pays the rest. It often stands on your card. You pay it when you check in. If you can not pay it that day, tell us. We will still see you.',
    },
    es: {
      title: 'Qué es el “copago”',
      asks: ['¿Qué es un copago?', '¿Cuánto es mi copago?', '¿Cuándo pago el copago?', '¿Qué quiere decir copago?'],
      body: 'Es la parte fija que usted paga en cada cita. Su seguro paga lo demás. Muchas veces lo dice su tarjeta. Se paga al llegar. Si ese día no puede, díganos. Lo vemos de todos modos.',
    },
  },
  {
    key: 'plans',
    source: BILLS,
    state: 'ends-this-month',
    en: {
      title: 'Which health plans we take',
      asks: [
        'Do you take my insurance?',
        'Which plans do you accept?',
        'Do you take Medicaid?',
        'Do you take Medicare?',
      ],
      body: 'We take Medicare and Medicaid, and most plans in our two states. The safest way is to ask your plan if we are on its list. You can also send us a photo of both sides of your card. We check it for you.',
    },
    es: {
      title: 'Qué seguros aceptamos',
      asks: ['¿Aceptan mi seguro?', '¿Qué planes aceptan?', '¿Aceptan Medicaid?', '¿Aceptan Medicare?'],
      body: 'Aceptamos Medicare y Medicaid, y casi todos los planes de los dos estados. Lo más seguro es preguntar a su plan si estamos en su lista. También puede mandar una foto de los dos lados de su tarjeta. La vemos por usted.',
    },
  },
  {
    key: 'new-card',
    source: BILLS,
    en: {
      title: 'If you have a new plan',
      asks: [
        'I have new insurance',
        'How do I send my new insurance card?',
        'My plan changed',
        'Where do I update my insurance?',
      ],
      body: 'Send us a photo of both sides of your new card in the portal, or show it when you check in. Do this before your next visit, so that the bill goes to the right plan. Did you lose your old plan? Tell us as well.',
    },
    es: {
      title: 'Si tiene otro seguro',
      asks: [
        'Tengo un seguro nuevo',
        '¿Cómo mando mi tarjeta nueva del seguro?',
        'Mi plan cambió',
        '¿Dónde cambio mi seguro?',
      ],
      body: 'Mande en el portal una foto de los dos lados de su tarjeta nueva, o traiga la tarjeta a su cita. Hágalo antes, para que la cuenta llegue al plan correcto. ¿Se quedó sin seguro? Díganos también.',
    },
  },
  {
    key: 'plan-yes',
    source: ['Preauthorization', 'https://www.healthcare.gov/glossary/preauthorization/'],
    en: {
      title: 'When your plan must say yes first',
      asks: [
        'What is a prior authorization?',
        'My plan needs an approval',
        'Has my insurance said yes?',
        'Why does my plan have to approve this?',
      ],
      body: 'Some tests and pills need a yes from your plan before you get them. We ask for it. Plans often take one to two weeks. You can see how it stands in the portal, or write to us. If the plan says no, we tell you what you can do.',
    },
    es: {
      title: 'Cuando su plan debe decir que sí',
      asks: [
        '¿Qué es una autorización previa?',
        'Mi plan pide una autorización',
        '¿Ya dijo que sí mi seguro?',
        '¿Por qué mi plan tiene que aprobar esto?',
      ],
      body: 'Para algunas pruebas y pastillas su plan debe decir que sí antes. Nosotros lo pedimos. El plan tarda una o dos semanas. En el portal ve cómo va, o escríbanos. Si el plan dice que no, le decimos qué puede hacer.',
    },
  },
  {
    key: 'interpreter',
    source: LANGUAGE_RIGHTS,
    en: {
      title: 'A free interpreter',
      asks: [
        'Can I have an interpreter?',
        'I do not speak English well',
        'Is the interpreter free?',
        'Do you speak Spanish?',
      ],
      body: 'Yes. You can have an interpreter for each visit and each call. It is free. Tell us your language when you book. You do not have to bring someone from home, and a child should not do this for you.',
    },
    es: {
      title: 'Un intérprete gratis',
      asks: ['¿Puedo tener un intérprete?', 'No hablo bien inglés', '¿El intérprete es gratis?', '¿Hablan español?'],
      body: 'Sí. Puede tener un intérprete en cada cita y en cada llamada. Es gratis. Diga su idioma al pedir la cita. No tiene que traer a alguien de su casa. Un niño no debe hacerlo por usted.',
    },
  },
  {
    key: 'sign-language',
    source: ['Clear words for all', 'https://www.ada.gov/topics/effective-communication/'],
    en: {
      title: 'If you do not hear well',
      asks: [
        'Do you have a sign language interpreter?',
        'I am deaf, how can we talk?',
        'I do not hear well',
        'Can you write things down for me?',
      ],
      body: 'We can get someone who signs, in the room or on a screen. It is free. Please ask three days before. We can also write things down or use a hearing aid loop. Tell us what works best for you.',
    },
    es: {
      title: 'Si no oye bien',
      asks: [
        '¿Tienen intérprete de señas?',
        'Soy sordo, ¿cómo hablamos?',
        'No oigo bien',
        '¿Me lo pueden dar por escrito?',
      ],
      body: 'Alguien que habla en señas puede venir o estar en la pantalla. Es gratis. Pida tres días antes. También podemos escribir, o usar un aparato para oír. Díganos qué le sirve más.',
    },
  },
  {
    key: 'large-print',
    source: RIGHTS,
    state: 'approved',
    en: {
      title: 'Large print and read aloud',
      asks: ['Can I get large print?', 'I can not see well', 'Can you read the forms to me?', 'Do you have braille?'],
      body: 'We can print our notes and forms in large type. We can also read them to you. In the portal you can make the words bigger with your own phone. Tell us once, and we put it in your chart.',
    },
    es: {
      title: 'Letra grande y leer en voz alta',
      asks: ['¿Me lo dan en letra grande?', 'No veo bien', '¿Me pueden leer las hojas?', '¿Tienen braille?'],
      body: 'Podemos dar notas y hojas en letra grande. También se las leemos. En el portal puede hacer la letra más grande con su teléfono. Diga una vez, y queda en su expediente.',
    },
  },
  {
    key: 'records-copy',
    source: RECORDS,
    en: {
      title: 'Get a copy of your records',
      asks: [
        'How do I get my medical records?',
        'Can I have a copy of my chart?',
        'How long do records take?',
        'Do records cost money?',
      ],
      body: 'You have a right to your records. In the portal you can save them at once, for free. For a copy on paper, fill in our form. We have 30 days by law, but most are ready in ten. Paper may cost a small fee. We tell you how much first.',
    },
    es: {
      title: 'Copia de su expediente',
      asks: [
        '¿Cómo pido mi expediente médico?',
        '¿Me dan copia de mi historial?',
        '¿Cuánto tarda el expediente?',
        '¿Cuesta la copia?',
      ],
      body: 'Usted tiene derecho a su expediente. En el portal lo puede guardar ya, gratis. En papel, llene la hoja. La ley nos da 30 días, pero casi siempre está en diez. El papel puede costar un poco. Antes le decimos cuánto.',
    },
  },
  {
    key: 'records-send',
    source: RECORDS,
    en: {
      title: 'Send your records to someone else',
      asks: [
        'Can you send my records to another doctor?',
        'Send my chart to my new clinic',
        'How do I share my records?',
        'My new doctor needs my records',
      ],
      body: 'Yes. Tell us in the portal or on our form to whom they should go. We need the name, the street or fax, and what to send. Another doctor who treats you gets them at no cost. It takes about five work days.',
    },
    es: {
      title: 'Mandar su expediente a otro',
      asks: [
        '¿Pueden mandar mi expediente a otro doctor?',
        'Manden mi historial a mi nueva clínica',
        '¿Cómo comparto mi expediente?',
        'Mi nuevo doctor pide mi expediente',
      ],
      body: 'Sí. Diga en el portal o en la hoja a quién va. Hace falta el nombre, la calle o el fax, y qué mandar. Si otro doctor lo ve a usted, no le cuesta. Tarda unos cinco días.',
    },
  },
  {
    key: 'records-wrong',
    source: RECORDS,
    en: {
      title: 'If something in your chart is wrong',
      asks: [
        'There is a mistake in my records',
        'My chart is wrong',
        'How do I correct my records?',
        'My birth date is wrong in the portal',
      ],
      body: 'Tell us what is wrong and what would be right. Write it here or in the portal. We look at it and answer within 60 days. If we do not agree, you can add your own note, and it stays with your chart.',
    },
    es: {
      title: 'Si algo en su expediente está mal',
      asks: [
        'Hay un error en mi expediente',
        'Mi historial está mal',
        '¿Cómo corrijo mi expediente?',
        'Mi fecha de nacimiento está mal en el portal',
      ],
      body: 'Diga qué está mal y qué sería lo correcto. Escriba aquí o en el portal. Lo vemos y contestamos en 60 días. Si no lo cambiamos, puede poner su propia nota y se queda ahí.',
    },
  },
  {
    key: 'privacy',
    source: ['Your health information, your rights', 'https://www.hhs.gov/hipaa/for-individuals/index.html'],
    en: {
      title: 'Who can see your chart',
      asks: [
        'Who can see my records?',
        'Is what I write here private?',
        'Who looked at my chart?',
        'Do you share my data?',
      ],
      body: 'Only people who care for you, or who send your bill, may look at your chart. Each look is written down. In the portal you can see who looked and when. We never sell what we know about you.',
    },
    es: {
      title: 'Quién puede ver su expediente',
      asks: [
        '¿Quién puede ver mi expediente?',
        '¿Es privado lo que escribo?',
        '¿Quién miró mi historial?',
        '¿Comparten mis datos?',
      ],
      body: 'Solo lo ve quien lo atiende o quien hace su cuenta. Cada vez queda escrito. En el portal puede ver quién miró y cuándo. Nunca vendemos lo que sabemos de usted.',
    },
  },
  {
    key: 'school-note',
    source: RIGHTS,
    en: {
      title: 'A note for school or work',
      asks: [
        'I need a note for work',
        'Can I get a school note?',
        'I need a form for my boss',
        'Can you sign my camp form?',
      ],
      body: 'Ask for it at your visit, and you take it home that day. Do you need it later? Write to us here and say for which day. A form for camp or sports takes five work days. Please fill in your part first.',
    },
    es: {
      title: 'Una nota para la escuela o el trabajo',
      asks: [
        'Necesito una nota para el trabajo',
        '¿Me dan una nota para la escuela?',
        'Necesito una hoja para mi jefe',
        '¿Firman la hoja del campamento?',
      ],
      body: 'Pida la nota en su cita y se la lleva ese día. ¿La necesita después? Escriba aquí y diga para qué día. La hoja de campamento o deporte tarda cinco días. Llene antes su parte.',
    },
  },
  {
    key: 'leave-form',
    source: ['Leave from work', 'https://www.dol.gov/agencies/whd/fmla'],
    state: 'in_review',
    en: {
      title: 'Forms for a leave from work',
      asks: [
        'Can you fill in my FMLA form?',
        'I need disability papers',
        'How long do leave forms take?',
        'Who signs my leave papers?',
      ],
      body: 'Your job gives you the form. Fill in your part and send it to us in the portal. Your doctor fills in the rest. This takes ten work days. There is no fee for the first form. Tell us the last day by which your job needs it.',
    },
    es: {
      title: 'Hojas para dejar de trabajar un tiempo',
      asks: [
        '¿Llenan mi hoja de FMLA?',
        'Necesito papeles de discapacidad',
        '¿Cuánto tardan las hojas de permiso?',
        '¿Quién firma mi permiso?',
      ],
      body: 'En su trabajo le dan la hoja. Llene su parte y mándela por el portal. Su doctor llena lo demás. Tarda diez días. La primera no cuesta. Diga hasta qué día la piden en su trabajo.',
    },
  },
  {
    key: 'complaint',
    source: RIGHTS,
    en: {
      title: 'If you are not happy with us',
      asks: [
        'I want to make a complaint',
        'Who do I complain to?',
        'I was treated badly',
        'How do I file a complaint?',
      ],
      body: 'We are sorry. Please tell us what went wrong, where and when. Write it here. A person will read it and answer within one work day. It will not change the care you get. You can also ask to talk with a boss.',
    },
    es: {
      title: 'Si no está contento con nosotros',
      asks: ['Quiero poner una queja', '¿Con quién me quejo?', 'Me trataron mal', '¿Cómo presento una queja?'],
      body: 'Lo sentimos. Díganos qué pasó, dónde y cuándo. Escriba aquí. Una persona lo lee y contesta en un día de trabajo. Le damos el mismo trato que antes. También puede pedir hablar con un jefe.',
    },
  },
  {
    key: 'thanks',
    source: RIGHTS,
    en: {
      title: 'Say thank you to someone here',
      asks: [
        'I want to thank a nurse',
        'How do I say something nice about my doctor?',
        'Where do I leave a good review?',
        'I loved my visit',
      ],
      body: 'That makes our day. Write it here and tell us who it is for. We pass it on. If you want, we can put it up in our staff room. We never print your name unless you say so.',
    },
    es: {
      title: 'Dar las gracias a alguien de aquí',
      asks: [
        'Quiero dar las gracias a una enfermera',
        '¿Cómo digo algo bueno de mi doctor?',
        '¿Dónde dejo un buen comentario?',
        'Me encantó mi cita',
      ],
      body: 'Eso nos alegra el día. Escriba aquí y diga para quién es. Se lo pasamos. Si quiere, lo ponemos en la pared. Nunca ponemos su nombre si no lo pide.',
    },
  },
  {
    key: 'wifi',
    source: RIGHTS,
    state: 'withdrawn',
    en: {
      title: 'Free wifi while you wait',
      asks: [
        'Do you have wifi?',
        'What is the wifi code?',
        'Can I go online in the waiting room?',
        'Is there internet?',
      ],
      body: 'Yes, we have free wifi at Harbor Street and Maple Grove. Ask at the front desk for the code of the day. It changes each morning. Please use a headset when you watch things.',
    },
    es: {
      title: 'Wifi gratis mientras espera',
      asks: [
        '¿Hay wifi?',
        '¿Cuál es la clave del wifi?',
        '¿Hay internet en la sala?',
        '¿Puedo usar internet mientras espero?',
      ],
      body: 'Sí, hay wifi gratis en Harbor Street y Maple Grove. Pida la clave del día en la entrada. Cambia cada mañana. Use audífonos, por favor.',
    },
  },
  {
    key: 'mask-rule',
    source: RIGHTS,
    state: 'expired',
    en: {
      title: 'Winter rule for visitors',
      asks: [
        'How many people may visit?',
        'What is the winter rule?',
        'Can my kids come along in winter?',
        'Are there rules for visitors?',
      ],
      body: 'In the cold months, please bring no more than one person with you. Leave small children at home if you can. This keeps the wait room calm, and fewer people get sick.',
    },
    es: {
      title: 'Regla de invierno para visitas',
      asks: [
        '¿Cuántas personas pueden venir?',
        '¿Cuál es la regla de invierno?',
        '¿Pueden venir mis hijos en invierno?',
        '¿Hay reglas para las visitas?',
      ],
      body: 'En los meses de frío, traiga solo a una persona. Si puede, deje en casa a los niños pequeños. Así hay menos gente en la sala y menos se enferman.',
    },
  },
  {
    key: 'reminders',
    source: PORTAL,
    state: 'rewritten',
    en: {
      title: 'Reminders of your visits',
      asks: [
        'Will you remind me of my visit?',
        'How do I stop the reminders?',
        'I did not get a reminder',
        'Can you send a text before my visit?',
      ],
      body: 'We send a note three days before a visit and once more the day before. It comes as a text or by mail, as you chose. To change that, open “My details” in the portal. To stop texts, send STOP.',
    },
    es: {
      title: 'Avisos de sus citas',
      asks: [
        '¿Me avisan de mi cita?',
        '¿Cómo dejo de recibir avisos?',
        'No me llegó el aviso',
        '¿Mandan un mensaje antes de la cita?',
      ],
      body: 'Mandamos un aviso tres días antes y otro un día antes. Llega por mensaje o por correo, como usted eligió. Para cambiarlo, abra “Mis datos” en el portal. Para dejar los mensajes, mande STOP.',
    },
  },
]
