/** Articles about tests, shots, medicines and what comes after a visit. What is clinical says no more than the public page it names. */
import { CARE, PORTAL, type ArticleLine } from './article-line.ts'

export const CARE_ARTICLES: readonly ArticleLine[] = [
  {
    key: 'blood-test',
    kind: 'clinical',
    source: ['Fasting for a blood test', 'https://medlineplus.gov/lab-tests/fasting-for-a-blood-test/'],
    en: {
      title: 'Get ready for a blood test',
      asks: [
        'How do I get ready for a blood test?',
        'Can I eat before my blood test?',
        'Do I have to fast for my labs?',
        'Can I drink water before the lab?',
      ],
      body: 'For some blood tests you must not eat or drink for 8 to 12 hours. Plain water is fine. For others you can eat as you like. Your note from us says which kind you have. Ask us before you skip a pill. Bring a snack for when you are done.',
    },
    es: {
      title: 'Antes de un análisis de sangre',
      asks: [
        '¿Cómo me preparo para un análisis de sangre?',
        '¿Puedo comer antes del análisis?',
        '¿Tengo que ir en ayunas?',
        '¿Puedo tomar agua antes del laboratorio?',
      ],
      body: 'Para algunos análisis no debe comer ni beber por 8 a 12 horas. El agua sola está bien. Para otros puede comer como siempre. El aviso que le dimos dice cuál le toca. Antes de dejar una pastilla, pregunte. Traiga algo de comer para después.',
    },
  },
  {
    key: 'urine-test',
    kind: 'clinical',
    source: ['Urinalysis', 'https://medlineplus.gov/lab-tests/urinalysis/'],
    en: {
      title: 'Get ready for a urine test',
      asks: [
        'How do I get ready for a urine test?',
        'How do I give a pee sample?',
        'What is a clean catch?',
        'Do I need to bring a cup for urine?',
      ],
      body: 'We give you a cup. Wash your hands. Clean with the wipe we give you. Let a bit go in the bowl first, then fill the cup half way. Put the lid on and hand it to us. Most people do not have to fast for this.',
    },
    es: {
      title: 'Antes de un análisis de orina',
      asks: [
        '¿Cómo me preparo para el análisis de orina?',
        '¿Cómo doy la muestra de orina?',
        '¿Llevo un vaso para la orina?',
        '¿Tengo que ir en ayunas para la orina?',
      ],
      body: 'Aquí le damos el vaso. Lávese las manos. Límpiese con la toallita. Deje salir un poco en la taza y luego llene medio vaso. Tape el vaso y entréguelo. Casi nunca hace falta ir en ayunas.',
    },
  },
  {
    key: 'blood-pressure',
    kind: 'clinical',
    source: ['Measure your blood pressure', 'https://www.cdc.gov/high-blood-pressure/measure/index.html'],
    en: {
      title: 'Before we check your blood pressure',
      asks: [
        'How do I get ready for a blood pressure check?',
        'Can I have coffee before my blood pressure check?',
        'How do I take my blood pressure at home?',
        'Tips to measure blood pressure',
      ],
      body: 'Do not eat, drink or smoke for 30 minutes before. Go to the rest room first. Sit for five minutes with your back and feet at rest. Keep your arm on a table, as high as your chest. Do not talk while the cuff is on.',
    },
    es: {
      title: 'Antes de medir la presión',
      asks: [
        '¿Cómo me preparo para medir la presión?',
        '¿Puedo tomar café antes de la presión?',
        '¿Cómo mido mi presión en casa?',
        'Consejos para medir la presión',
      ],
      body: 'No coma, beba ni fume 30 minutos antes. Vaya primero al baño. Siéntese cinco minutos con la espalda y los pies apoyados. Ponga el brazo en una mesa, a la altura del pecho. No hable mientras tiene la banda.',
    },
  },
  {
    key: 'flu-shot',
    kind: 'clinical',
    source: ['Flu vaccines', 'https://www.cdc.gov/flu/vaccines/index.html'],
    en: {
      title: 'Flu shots',
      asks: [
        'Can I get a flu shot?',
        'When should I get the flu shot?',
        'Do you have flu shots?',
        'Who should get a flu vaccine?',
      ],
      body: 'Most people who are six months old or more should get a flu shot each year. The best time is in the fall. You can get one at a visit, or walk in on a Saturday. Tell the nurse if a shot ever made you sick.',
    },
    es: {
      title: 'Vacuna contra la gripe',
      asks: [
        '¿Puedo ponerme la vacuna de la gripe?',
        '¿Cuándo me pongo la vacuna de la gripe?',
        '¿Tienen vacunas contra la gripe?',
        '¿Quién debe vacunarse contra la gripe?',
      ],
      body: 'Casi todos, desde los seis meses, deben ponerse la vacuna de la gripe cada año. Lo mejor es en otoño. Se la ponemos en su cita, o venga sin cita un sábado. Si una vacuna le hizo daño antes, dígalo a la enfermera.',
    },
  },
  {
    key: 'child-shots',
    kind: 'clinical',
    source: ['Vaccines for your children', 'https://www.cdc.gov/vaccines-children/index.html'],
    en: {
      title: 'Shots for children',
      asks: [
        'Which shots does my child need?',
        'When does my baby get shots?',
        'Is my kid due for vaccines?',
        'Can my son get his school shots here?',
      ],
      body: 'Children get shots at set ages. The CDC makes the list each year. Bring the shot card to each visit and we will tell you what is due. Did you miss one? That is all right. We can catch up. We can also fill in the card for school.',
    },
    es: {
      title: 'Vacunas para niños',
      asks: [
        '¿Qué vacunas necesita mi hijo?',
        '¿Cuándo le tocan vacunas a mi bebé?',
        '¿Le faltan vacunas a mi hija?',
        '¿Ponen las vacunas de la escuela?',
      ],
      body: 'A cada edad le tocan vacunas. Los CDC hacen la lista cada año. Traiga la tarjeta a cada cita y le decimos qué le falta. ¿Se pasó una? No importa. Nos ponemos al día. También llenamos la hoja de la escuela.',
    },
  },
  {
    key: 'adult-shots',
    kind: 'clinical',
    state: 'ends-this-month',
    source: ['Vaccines for adults', 'https://www.cdc.gov/vaccines-adults/index.html'],
    en: {
      title: 'Shots for grown-ups',
      asks: [
        'Which vaccines do adults need?',
        'When do I need a tetanus shot?',
        'Do you give the shingles shot?',
        'Do I need any shots?',
      ],
      body: 'Grown-ups need shots too. Which ones are right for you depends on your age, your health and your work. A tetanus shot is due every ten years. Ask us at your next visit. We look at your list and tell you what is due.',
    },
    es: {
      title: 'Vacunas para adultos',
      asks: [
        '¿Qué vacunas necesita un adulto?',
        '¿Cuándo me toca la del tétano?',
        '¿Ponen la vacuna del herpes zóster?',
        '¿Me falta alguna vacuna?',
      ],
      body: 'Los adultos también se vacunan. Cuáles le tocan depende de su edad, su salud y su trabajo. La del tétano toca cada diez años. Pregunte en su próxima cita. Vemos su lista y le decimos qué le falta.',
    },
  },
  {
    key: 'shot-record',
    source: CARE,
    en: {
      title: 'A copy of your shot record',
      asks: [
        'Can I get my vaccine record?',
        'I need my shot record for school',
        'Where is my immunization list?',
        'Print my vaccine card',
      ],
      body: 'Open the portal and choose “Shots”. There you can see and print your list. No portal? Write to us here or ask at the front desk. We print it for free while you wait.',
    },
    es: {
      title: 'Copia de sus vacunas',
      asks: [
        '¿Me dan mi lista de vacunas?',
        'Necesito la hoja de vacunas para la escuela',
        '¿Dónde veo mis vacunas?',
        'Imprimir mi tarjeta de vacunas',
      ],
      body: 'Abra el portal y elija “Vacunas”. Ahí ve su lista y la puede imprimir. ¿No tiene portal? Escríbanos o pida en la entrada. Se la damos gratis mientras espera.',
    },
  },
  {
    key: 'refill',
    source: CARE,
    en: {
      title: 'Ask for a refill',
      asks: [
        'How do I get a refill?',
        'Can you renew my prescription?',
        'I need more of my pills',
        'Who do I ask for a refill?',
      ],
      body: 'Ask in the portal or write to us here. Say which pill it is and which drug store you use. We need two work days. So please ask when you still have a week left. If it has been a year since we saw you, we may ask you to come in.',
    },
    es: {
      title: 'Pedir más medicina',
      asks: [
        '¿Cómo pido más medicina?',
        '¿Me pueden surtir la receta?',
        'Necesito más pastillas',
        '¿Cómo renuevo mi receta?',
      ],
      body: 'Pida en el portal o escríbanos aquí. Diga qué pastilla es y a qué farmacia va. Tardamos dos días. Pida cuando aún tenga para una semana. Si hace un año que no lo vemos, tal vez le pidamos venir.',
    },
  },
  {
    key: 'almost-out',
    source: CARE,
    en: {
      title: 'If your pills run out soon',
      asks: [
        'I am almost out of my medicine',
        'I ran out of pills',
        'I have no pills left for tomorrow',
        'My medicine runs out on the weekend',
      ],
      body: 'Do you have two days left or less? Tell us right now and say how many pills you have. A nurse will read it today. At night or on a weekend, ask your drug store. It can often give you a few pills to hold you over.',
    },
    es: {
      title: 'Si se le acaban las pastillas',
      asks: [
        'Ya casi no tengo medicina',
        'Se me acabaron las pastillas',
        'No tengo pastillas para mañana',
        'Se me acaba la medicina el fin de semana',
      ],
      body: '¿Le quedan dos días o menos? Dígalo ahora y cuántas pastillas tiene. Una enfermera lo lee hoy. De noche o en fin de semana, pregunte en su farmacia. Muchas veces le dan unas pocas mientras tanto.',
    },
  },
  {
    key: 'pharmacy',
    source: CARE,
    en: {
      title: 'Change your drug store',
      asks: [
        'How do I change my pharmacy?',
        'I use a new drug store now',
        'Send my pills to another pharmacy',
        'Update my pharmacy',
      ],
      body: 'Write to us here with the name and the street of your new drug store. From then on we send your refills there. Is a refill on its way to the old one? Ask the new one to move it. They do this for you.',
    },
    es: {
      title: 'Cambiar de farmacia',
      asks: [
        '¿Cómo cambio de farmacia?',
        'Ahora uso otra farmacia',
        'Manden mis pastillas a otra farmacia',
        'Poner mi farmacia nueva',
      ],
      body: 'Escriba el nombre y la calle de su farmacia nueva. Desde ese día mandamos todo ahí. ¿Ya iba algo a la de antes? Pida a la nueva que lo pase. Ellos lo hacen por usted.',
    },
  },
  {
    key: 'pill-list',
    kind: 'clinical',
    source: ['Taking medicines safely', 'https://medlineplus.gov/ency/patientinstructions/000882.htm'],
    en: {
      title: 'Bring a list of your pills',
      asks: [
        'Should I bring my medicine to my visit?',
        'Do I need a list of my pills?',
        'Do vitamins count as medicine?',
        'What do I tell you about my pills?',
      ],
      body: 'Yes. Bring all you take in the boxes, or make a list. Write down the name, how much, and when you take it. Put down what you buy on your own too, such as vitamins or herbs. Some of them do not mix well with pills.',
    },
    es: {
      title: 'Traiga una lista de sus pastillas',
      asks: [
        '¿Llevo mi medicina a la cita?',
        '¿Hago una lista de mis pastillas?',
        '¿Las vitaminas cuentan como medicina?',
        '¿Qué les digo de mis pastillas?',
      ],
      body: 'Sí. Traiga todo en sus cajas, o haga una lista. Ponga el nombre, cuánto toma y a qué hora. Ponga también lo que compra usted, como vitaminas o hierbas. Algunas no van bien con otras pastillas.',
    },
  },
  {
    key: 'old-pills',
    kind: 'clinical',
    source: [
      'Where to take old medicine',
      'https://www.fda.gov/drugs/disposal-unused-medicines-what-you-should-know/drug-disposal-drug-take-back-locations',
    ],
    en: {
      title: 'Throw away old pills',
      asks: [
        'What do I do with old pills?',
        'How do I throw away medicine?',
        'Can I flush my old pills?',
        'Do you take back old medicine?',
      ],
      body: 'It is best to bring old pills to a drug store that takes them back. Ask at yours. No such place near you? Mix the pills with old coffee or dirt, seal them in a bag, and put it in the trash. Scratch your name off the box first.',
    },
    es: {
      title: 'Tirar pastillas viejas',
      asks: [
        '¿Qué hago con las pastillas viejas?',
        '¿Cómo tiro la medicina?',
        '¿Puedo echar las pastillas al baño?',
        '¿Reciben medicina vieja?',
      ],
      body: 'Lo mejor es llevarlas a una farmacia que las recibe. Pregunte en la suya. ¿No hay una cerca? Mezcle las pastillas con café usado o tierra, cierre la bolsa y tírela. Antes tache su nombre en la caja.',
    },
  },
  {
    key: 'results-when',
    source: CARE,
    en: {
      title: 'When your test results come',
      asks: [
        'When do I get my results?',
        'Are my lab results back?',
        'How long do test results take?',
        'Who tells me my results?',
      ],
      body: 'Most blood tests take two to five days. Some take two weeks. Your doctor reads them first. Then you get a note that they are in the portal. If something can not wait, we call you. No word in two weeks? Write to us.',
    },
    es: {
      title: 'Cuándo llegan sus resultados',
      asks: [
        '¿Cuándo me dan mis resultados?',
        '¿Ya están mis resultados?',
        '¿Cuánto tardan los resultados?',
        '¿Quién me dice mis resultados?',
      ],
      body: 'Un análisis de sangre tarda de dos a cinco días. Otros tardan dos semanas. Primero los lee su doctor. Luego le llega un aviso de que están en el portal. Si algo no puede esperar, lo llamamos. ¿Nada en dos semanas? Escriba.',
    },
  },
  {
    key: 'results-where',
    source: PORTAL,
    audience: ['patient', 'related_person'],
    en: {
      title: 'See your results in the portal',
      asks: [
        'Where do I see my results?',
        'How do I find my labs in the portal?',
        'I can not find my results online',
        'Can I print my results?',
      ],
      body: 'Sign in to the portal. Choose “Results”. The new ones stand on top. Next to each one is what your doctor wrote. You can print them or save them. Do you have a question? Press “Ask about this”.',
    },
    es: {
      title: 'Ver sus resultados en el portal',
      asks: [
        '¿Dónde veo mis resultados?',
        '¿Cómo encuentro mis análisis en el portal?',
        'No encuentro mis resultados',
        '¿Puedo imprimir mis resultados?',
      ],
      body: 'Entre al portal. Elija “Resultados”. Los nuevos están arriba. Al lado dice lo que escribió su doctor. Los puede imprimir o guardar. ¿Tiene una duda? Pulse “Preguntar por esto”.',
    },
  },
  {
    key: 'after-visit',
    source: CARE,
    en: {
      title: 'Your notes after a visit',
      asks: [
        'Where are the notes from my visit?',
        'What did the doctor say at my visit?',
        'Can I get a summary of my visit?',
        'I lost the paper from my visit',
      ],
      body: 'After each visit you get a short note. It says what we talked about, what to do at home, and when to come back. You can read it in the portal under “Visits”. Did you lose the paper? We can print it for you once more.',
    },
    es: {
      title: 'Las notas después de su cita',
      asks: [
        '¿Dónde están las notas de mi cita?',
        '¿Qué dijo el doctor en mi cita?',
        '¿Me dan un resumen de mi cita?',
        'Perdí la hoja de mi cita',
      ],
      body: 'Después de cada cita le damos una nota. Dice de qué hablamos, qué hacer en casa y cuándo volver. La puede leer en el portal, en “Citas”. ¿Perdió la hoja? Se la damos otra vez.',
    },
  },
  {
    key: 'come-back',
    source: CARE,
    en: {
      title: 'When to come back',
      asks: [
        'Do I need a follow-up visit?',
        'When should I come back?',
        'When is my next checkup?',
        'How often should I see the doctor?',
      ],
      body: 'Your note says when we want to see you next. We also send you a reminder. If you feel worse before that day, do not wait. Write to us and say what has changed. Are you well? One check a year is good for most people.',
    },
    es: {
      title: 'Cuándo volver',
      asks: [
        '¿Tengo que volver?',
        '¿Cuándo debo regresar?',
        '¿Cuándo es mi próximo chequeo?',
        '¿Cada cuánto debo ver al doctor?',
      ],
      body: 'Su nota dice cuándo queremos verlo. También le mandamos un aviso. Si se siente peor antes, no espere. Escriba y cuente qué cambió. ¿Está bien? Para casi todos basta una vez al año.',
    },
  },
  {
    key: 'referral',
    source: CARE,
    en: {
      title: 'See a doctor for one special thing',
      asks: [
        'I need a referral',
        'How do I see a specialist?',
        'Where is my referral?',
        'Can you send me to a skin doctor?',
      ],
      body: 'Ask your own doctor first. If you need one, we send a note to the other doctor and to your plan. This takes about five work days. Then they call you to set up a visit. No call in ten days? Write to us here.',
    },
    es: {
      title: 'Ver a un especialista',
      asks: [
        'Necesito una referencia',
        '¿Cómo veo a un especialista?',
        '¿Dónde está mi referencia?',
        '¿Me mandan con un doctor de la piel?',
      ],
      body: 'Primero pida a su doctor. Si le hace falta, mandamos una nota al otro doctor y a su plan. Tarda unos cinco días. Luego le llaman para darle cita. ¿No llaman en diez días? Escríbanos.',
    },
  },
  {
    key: 'nurse-answer',
    source: CARE,
    en: {
      title: 'Ask a nurse',
      asks: [
        'Can I ask a nurse something?',
        'How do I reach a nurse?',
        'How fast does a nurse answer?',
        'I have a question for the nurse',
      ],
      body: 'Write to us here and say it is for a nurse. In our open hours a nurse answers in about two hours. Tell us how you feel and since when. If you think you could die or get much worse, do not wait. Call 911.',
    },
    es: {
      title: 'Preguntar a una enfermera',
      asks: [
        '¿Puedo preguntar a una enfermera?',
        '¿Cómo hablo con una enfermera?',
        '¿Cuánto tarda en contestar la enfermera?',
        'Tengo una duda para la enfermera',
      ],
      body: 'Escriba aquí y diga que es para la enfermera. Si estamos abiertos, contesta en unas dos horas. Diga cómo se siente y desde cuándo. Si cree que su vida corre peligro o se pone mucho peor, no espere. Llame al 911.',
    },
  },
  {
    key: 'colon-kit',
    kind: 'clinical',
    state: 'in_review',
    source: ['Colorectal cancer screening', 'https://www.cdc.gov/colorectal-cancer/screening/index.html'],
    en: {
      title: 'The colon test you do at home',
      asks: [
        'How do I use the colon kit?',
        'I got a stool test in the mail',
        'Where do I send my stool test?',
        'What is the home colon test?',
      ],
      body: 'This test looks for blood that you can not see. You take a small bit of stool at home with the stick from the kit. Put it in the tube, close it, and write the date on it. Mail it in the box on the same day.',
    },
    es: {
      title: 'La prueba de colon en casa',
      asks: [
        '¿Cómo uso la prueba de colon?',
        'Me llegó una prueba de heces',
        '¿A dónde mando la prueba de heces?',
        '¿Qué es la prueba de colon en casa?',
      ],
      body: 'Esta prueba busca sangre que no se ve. En casa toma un poco de heces con el palito. Lo pone en el tubo, lo cierra y le pone la fecha. Mándelo en su caja el mismo día.',
    },
  },
  {
    key: 'heat',
    kind: 'clinical',
    state: 'expired',
    source: ['Heat and your health', 'https://www.cdc.gov/heat-health/about/index.html'],
    en: {
      title: 'Days of great heat',
      asks: [
        'What do I do when it is very hot?',
        'How do I stay safe in the heat?',
        'Tips for hot days',
        'Is the heat bad for me?',
      ],
      body: 'On hot days drink more than you think you need. Stay in the shade or in a cool room from noon to four. Wear light clothes. Look in on people who live alone. Never leave a child in a car. If someone gets hot and confused, call 911.',
    },
    es: {
      title: 'Días de mucho calor',
      asks: [
        '¿Qué hago cuando hace mucho calor?',
        '¿Cómo me cuido del calor?',
        'Consejos para días de calor',
        '¿El calor me hace daño?',
      ],
      body: 'En días de calor tome más agua de lo que cree. Quédese en la sombra o en un cuarto fresco de doce a cuatro. Use ropa ligera. Visite a quien vive solo. Nunca deje a un niño en el carro. Si alguien está caliente y confuso, llame al 911.',
    },
  },
]
