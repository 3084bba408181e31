/** Articles about coming to the clinic: when, where, how, and what to bring. */
import { CARE, VISIT, type ArticleLine } from './article-line.ts'

export const VISITS: readonly ArticleLine[] = [
  {
    key: 'hours',
    source: VISIT,
    en: {
      title: 'Opening hours',
      asks: [
        'When are you open?',
        'What are your hours?',
        'What time do you close?',
        'Are you open on Saturday?',
        'Are you open on Sunday?',
      ],
      body: 'Harbor Street is open Monday to Friday from 8 to 6, and Saturday from 9 to 1.\n\nMaple Grove is open Monday to Friday from 8 to 5:30, and Saturday from 9 to 1. It shuts for lunch from 12 to 1.\n\nCanyon View is open Monday to Friday from 8:30 to 5. On Thursday it stays open until 7:30 at night.\n---\nAll three are closed on Sunday.',
    },
    es: {
      title: 'Horario',
      asks: [
        '¿Cuándo abren?',
        '¿Cuál es el horario?',
        '¿A qué hora cierran?',
        '¿Abren los sábados?',
        '¿Abren los domingos?',
      ],
      body: 'Harbor Street abre de lunes a viernes de 8 a 6, y el sábado de 9 a 1.\n\nMaple Grove abre de lunes a viernes de 8 a 5:30, y el sábado de 9 a 1. Cierra para comer de 12 a 1.\n\nCanyon View abre de lunes a viernes de 8:30 a 5. El jueves abre hasta las 7:30 de la noche.\n---\nLos tres cierran el domingo.',
    },
  },
  {
    key: 'holidays',
    source: VISIT,
    en: {
      title: 'Days when we are closed',
      asks: [
        'Are you closed on holidays?',
        'Are you open on Christmas?',
        'Are you open on the Fourth of July?',
        'Are you open on New Year’s Day?',
      ],
      body: 'We are closed on New Year’s Day, on the Fourth of July, and on Christmas Day. On all other days we keep our normal hours. If you have a sudden health scare while we are closed, call 911.',
    },
    es: {
      title: 'Días en que no abrimos',
      asks: ['¿Cierran en días de fiesta?', '¿Abren en Navidad?', '¿Abren el 4 de julio?', '¿Abren el Año Nuevo?'],
      body: 'No abrimos el día de Año Nuevo, el 4 de julio ni el día de Navidad. Los demás días abrimos como siempre. Si algo grave pasa de pronto y estamos cerrados, llame al 911.',
    },
  },
  {
    key: 'parking',
    source: VISIT,
    en: {
      title: 'Where to park',
      asks: [
        'Where can I park?',
        'Is parking free?',
        'Do you have a garage?',
        'Where do I leave my car?',
        'How much is parking?',
      ],
      body: 'You can park for free at all three of our clinics. The lot is right by the front door. The spots with the blue sign are for people who can not walk far. You need a tag for those. You do not need a ticket.',
    },
    es: {
      title: 'Dónde estacionar',
      asks: [
        '¿Dónde puedo estacionar?',
        '¿El estacionamiento es gratis?',
        '¿Tienen estacionamiento?',
        '¿Dónde dejo mi carro?',
      ],
      body: 'Puede dejar su carro gratis en las tres clínicas. El lote está junto a la puerta. Los lugares con letrero azul son para quien no puede caminar mucho. Para esos hace falta la placa. No hay que sacar boleto.',
    },
  },
  {
    key: 'addresses',
    source: VISIT,
    en: {
      title: 'Our addresses',
      asks: [
        'What is your address?',
        'Where are you located?',
        'How do I get to the clinic?',
        'Directions to your office',
      ],
      body: 'We have three clinics.\n- Harbor Street Clinic: 12 Harbor Street, Port Ellis.\n- Maple Grove Family Clinic: 480 Maple Grove Avenue, Ellis Mills.\n- Canyon View Clinic: 77 Canyon View Road, Dry Fork.\n---\nYour visit note says which one you go to.',
    },
    es: {
      title: 'Nuestras direcciones',
      asks: [
        '¿Cuál es la dirección?',
        '¿Dónde están ubicados?',
        '¿Cómo llego a la clínica?',
        '¿Dónde queda la clínica?',
      ],
      body: 'Tenemos tres clínicas.\n- Harbor Street Clinic: 12 Harbor Street, Port Ellis.\n- Maple Grove Family Clinic: 480 Maple Grove Avenue, Ellis Mills.\n- Canyon View Clinic: 77 Canyon View Road, Dry Fork.\n---\nEl aviso de su cita dice a cuál le toca ir.',
    },
  },
  {
    key: 'bus',
    source: VISIT,
    sites: ['harbor'],
    en: {
      title: 'By bus to Harbor Street',
      asks: [
        'Which bus goes to the clinic?',
        'Can I come by bus?',
        'Is there a bus stop near you?',
        'How do I get there by train?',
      ],
      body: 'The bus stops right in front of the clinic. Get off at Harbor and Main. Then walk back half a block. Look for the blue door. The train stop is ten minutes away on foot.',
    },
    es: {
      title: 'En autobús a Harbor Street',
      asks: [
        '¿Qué autobús llega a la clínica?',
        '¿Puedo ir en autobús?',
        '¿Hay una parada cerca?',
        '¿Cómo llego en tren?',
      ],
      body: 'El autobús para frente a la clínica. Baje en Harbor y Main. Luego camine media cuadra hacia atrás. Busque la puerta azul. La parada del tren queda a diez minutos a pie.',
    },
  },
  {
    key: 'wheelchair',
    source: ['Access to care', 'https://www.ada.gov/resources/medical-care-mobility/'],
    en: {
      title: 'Getting in with a wheelchair',
      asks: [
        'Is there a ramp?',
        'Can I come in a wheelchair?',
        'Is the building accessible?',
        'Do you have a lift for a wheelchair?',
      ],
      body: 'All our clinics have a ramp and wide doors. Each has a rest room with room for a chair. We can lend you a wheelchair at the front desk. Do you need help to get on the exam table? Tell us when you book. We will set aside more time.',
    },
    es: {
      title: 'Entrar con silla de ruedas',
      asks: [
        '¿Hay rampa?',
        '¿Puedo ir en silla de ruedas?',
        '¿Se puede entrar con silla?',
        '¿Tienen elevador para silla de ruedas?',
      ],
      body: 'Las tres clínicas tienen rampa y puertas anchas. En cada una hay un baño con espacio para la silla. Si la necesita, le prestamos una silla de ruedas. ¿Le cuesta subir a la mesa? Díganos al pedir la cita. Así le damos más tiempo.',
    },
  },
  {
    key: 'ride',
    source: ['Rides to care', 'https://www.medicaid.gov/medicaid/benefits/assurance-of-transportation'],
    en: {
      title: 'If you have no ride',
      asks: [
        'I have no ride to my visit',
        'Can you send a ride?',
        'How do I get a ride to the clinic?',
        'Does my plan pay for a ride?',
      ],
      body: 'If you have Medicaid, your plan can bring you here for free. Call the number on the back of your card three days before. If you have no such plan, tell us. A video visit may do, or we can look for a ride with you.',
    },
    es: {
      title: 'Si no tiene cómo venir',
      asks: [
        'No tengo cómo ir a mi cita',
        '¿Me pueden mandar transporte?',
        '¿Cómo consigo transporte a la clínica?',
        '¿Mi plan paga el viaje?',
      ],
      body: 'Si tiene Medicaid, su plan lo trae gratis. Llame tres días antes al número de atrás de su tarjeta. Si no tiene ese plan, díganos. Tal vez baste una cita por video, o buscamos juntos quien lo traiga.',
    },
  },
  {
    key: 'late',
    source: VISIT,
    en: {
      title: 'If you are late',
      asks: [
        'I am running late',
        'What if I am late for my visit?',
        'I am stuck in traffic',
        'Can I still come if I am late?',
      ],
      body: 'Tell us as soon as you know. You can write to us here. If you are here within 30 minutes, we will still see you. You may have to wait a bit. If it gets later than that, we will find you a new time.',
    },
    es: {
      title: 'Si llega tarde',
      asks: [
        'Voy a llegar tarde',
        '¿Qué pasa si llego tarde?',
        'Estoy atorado en el tráfico',
        '¿Me atienden si llego tarde?',
      ],
      body: 'Avise en cuanto lo sepa. Puede escribirnos aquí. Si llega en menos de 30 minutos, lo vemos. Tal vez tenga que esperar un poco. Si pasa más tiempo, le damos otra hora.',
    },
  },
  {
    key: 'cancel',
    source: VISIT,
    en: {
      title: 'Cancel a visit',
      asks: ['How do I cancel my visit?', 'I need to cancel', 'I can not come tomorrow', 'Is there a fee if I cancel?'],
      body: 'You can cancel in the portal or write to us here. Please do it the day before, so that someone else can have your time. There is no fee. If you still need care, we will find a new day with you.',
    },
    es: {
      title: 'Cancelar una cita',
      asks: ['¿Cómo cancelo mi cita?', 'Tengo que cancelar', 'No puedo ir mañana', '¿Cobran por cancelar?'],
      body: 'Puede cancelar en el portal o escribirnos aquí. Hágalo un día antes, para que otra persona use su hora. No cuesta nada. Si todavía necesita verse, buscamos otro día con usted.',
    },
  },
  {
    key: 'move',
    source: VISIT,
    en: {
      title: 'Move a visit to another day',
      asks: [
        'How do I reschedule?',
        'Can I move my visit to another day?',
        'I need a new time for my visit',
        'Can I come earlier?',
      ],
      body: 'Write to us with two or three days that are good for you. We will send you what is free. You keep your old time until you say yes to a new one. We can also put you on a list for an earlier day.',
    },
    es: {
      title: 'Cambiar el día de una cita',
      asks: ['¿Cómo cambio mi cita?', '¿Puedo mover mi cita a otro día?', 'Necesito otra hora', '¿Puedo ir antes?'],
      body: 'Escriba qué dos o tres días le quedan bien. Le decimos qué hay libre. Su hora de antes sigue suya hasta que diga que sí a la nueva. También hay una lista para ir antes.',
    },
  },
  {
    key: 'book',
    source: VISIT,
    en: {
      title: 'Book a visit',
      asks: [
        'How do I book a visit?',
        'I want to see a doctor',
        'Can I make an appointment online?',
        'When is the next free time?',
      ],
      body: 'Book in the portal, or write to us here. Tell us why you want to come and which days are good. Do you have a doctor you like? Say so. If it can not wait, tell us what is wrong and a nurse will read it first.',
    },
    es: {
      title: 'Pedir una cita',
      asks: [
        '¿Cómo pido una cita?',
        'Quiero ver al doctor',
        '¿Puedo hacer una cita en línea?',
        '¿Cuándo hay una cita libre?',
      ],
      body: 'Pida su cita en el portal o escríbanos aquí. Diga por qué quiere venir y qué días le quedan bien. Si tiene un doctor de confianza, dígalo. Si no puede esperar, cuente qué le pasa y una enfermera lo lee primero.',
    },
  },
  {
    key: 'first-visit',
    source: VISIT,
    en: {
      title: 'What to bring to your first visit',
      asks: [
        'What should I bring to my first visit?',
        'What do I need for my visit?',
        'Which papers do I bring?',
        'Do I need to bring an ID?',
      ],
      body: 'Please bring these things:\n- a card with your photo\n- your health plan card, if you have one\n- all pills you take, in their boxes\n- a list of what you want to ask\n---\nCome 15 minutes early. We will help you with the forms.',
    },
    es: {
      title: 'Qué traer a su primera cita',
      asks: [
        '¿Qué llevo a mi primera cita?',
        '¿Qué traigo a mi cita?',
        '¿Qué papeles llevo?',
        '¿Tengo que llevar identificación?',
      ],
      body: 'Traiga estas cosas:\n- una tarjeta con su foto\n- la tarjeta de su seguro, si tiene\n- todas sus pastillas en su caja\n- una lista de lo que quiere preguntar\n---\nLlegue 15 minutos antes. Le ayudamos con las hojas.',
    },
  },
  {
    key: 'new-patients',
    source: CARE,
    en: {
      title: 'Are we taking new patients?',
      asks: [
        'Do you take new patients?',
        'How do I become a patient?',
        'Can I join your clinic?',
        'I am new in town and need a doctor',
      ],
      body: 'Yes, we take new patients of all ages at all three clinics. Write to us here and we will set up a first visit. It takes 40 minutes. You can join with or without a health plan.',
    },
    es: {
      title: '¿Aceptamos pacientes nuevos?',
      asks: [
        '¿Aceptan pacientes nuevos?',
        '¿Cómo me hago paciente?',
        'Soy nuevo aquí y busco doctor',
        '¿Puedo ser paciente de ustedes?',
      ],
      body: 'Sí. Aceptamos pacientes de toda edad en las tres clínicas. Escríbanos aquí y le damos una primera cita. Dura 40 minutos. Puede venir con seguro o sin seguro.',
    },
  },
  {
    key: 'walk-in',
    source: VISIT,
    en: {
      title: 'Come without a booked time',
      asks: ['Can I walk in?', 'Do I need an appointment?', 'Do you take walk-ins?', 'Can I just come by?'],
      body: 'Yes, you can walk in. Take a number at the front desk. Who is sickest goes first, so you may have to wait. In the morning the wait is short. If you book a time, you wait less.',
    },
    es: {
      title: 'Venir sin cita',
      asks: ['¿Puedo ir sin cita?', '¿Hace falta tener cita?', '¿Atienden sin cita?', '¿Puedo llegar así nada más?'],
      body: 'Sí, puede venir sin cita. Tome un número en la entrada. Pasa primero quien está peor, así que tal vez espere. En la mañana se espera poco. Con cita se espera menos.',
    },
  },
  {
    key: 'bring-someone',
    source: VISIT,
    en: {
      title: 'Bring someone with you',
      asks: [
        'Can I bring someone with me?',
        'May my wife come into the room?',
        'Can a friend come to my visit?',
        'Can my family come along?',
      ],
      body: 'Yes. You can bring a friend or someone from your family. They can come into the room if you want them to. We will also ask to talk with you alone for a short time. That is so you can speak freely.',
    },
    es: {
      title: 'Venir con alguien',
      asks: [
        '¿Puedo ir con alguien?',
        '¿Puede entrar mi esposa al cuarto?',
        '¿Puede venir un amigo conmigo?',
        '¿Puede venir mi familia?',
      ],
      body: 'Sí. Puede venir con un amigo o con alguien de su familia. Si usted quiere, pasa al cuarto también. Le vamos a pedir hablar un rato a solas. Así puede hablar con calma.',
    },
  },
  {
    key: 'child-visit',
    source: CARE,
    en: {
      title: 'When your child has a visit',
      asks: [
        'Do I have to come with my child?',
        'Can my mother bring my son?',
        'Can grandma take my kid to the doctor?',
        'Who can bring a child?',
      ],
      body: 'A parent should come with a child. If you can not, someone else may bring your child. They need a short note from you that says so, with your name and the date. Bring the shot card too.',
    },
    es: {
      title: 'Cuando su hijo tiene cita',
      asks: [
        '¿Tengo que ir con mi hijo?',
        '¿Puede mi mamá llevar a mi hijo?',
        '¿Puede la abuela llevar al niño?',
        '¿Quién puede llevar a un niño?',
      ],
      body: 'Es mejor que venga el papá o la mamá. Si no puede, otra persona puede traer a su hijo. Debe traer una nota suya que lo diga, con su nombre y la fecha. Traiga también la tarjeta de vacunas.',
    },
  },
  {
    key: 'check-in',
    source: VISIT,
    en: {
      title: 'When you get here',
      asks: [
        'Where do I check in?',
        'What do I do when I arrive?',
        'How do I use the kiosk?',
        'I have arrived, what do I do?',
      ],
      body: 'Use the screen by the door or go to the front desk. Type your birth date. You get a number. Sit down and watch the board. When your number shows, go to the room it names. Can not see the board? Tell us, and we will come to you.',
    },
    es: {
      title: 'Cuando llega',
      asks: ['¿Dónde me registro?', '¿Qué hago cuando llego?', '¿Cómo uso la pantalla?', 'Ya llegué, ¿y ahora?'],
      body: 'Use la pantalla junto a la puerta o pase al frente. Ponga su fecha de nacimiento. Le sale un número. Tome asiento y mire el tablero. Cuando salga su número, vaya al cuarto que dice. ¿No ve el tablero? Díganos y vamos por usted.',
    },
  },
  {
    key: 'sick-mask',
    source: ['How to keep germs from spreading', 'https://www.cdc.gov/respiratory-viruses/prevention/index.html'],
    en: {
      title: 'Come with a cough or a cold',
      asks: [
        'Do I need a mask?',
        'I have a cough, can I come?',
        'Should I come in if I am sick?',
        'Do you have masks?',
      ],
      body: 'You can come when you are sick. Do you cough or sneeze? Then put on a mask at the door. We have them for free. Clean your hands too. If you would like to stay home, ask us for a video visit.',
    },
    es: {
      title: 'Venir con tos o gripe',
      asks: ['¿Tengo que usar mascarilla?', 'Tengo tos, ¿puedo ir?', '¿Puedo ir si estoy enfermo?', '¿Dan cubrebocas?'],
      body: 'Puede venir si está enfermo. ¿Tiene tos? Póngase una mascarilla en la puerta. Son gratis. Límpiese las manos también. Si quiere quedarse en casa, pida una cita por video.',
    },
  },
  {
    key: 'service-animal',
    esByMachine: true,
    source: ['Service animals', 'https://www.ada.gov/topics/service-animals/'],
    en: {
      title: 'Service dogs and pets',
      asks: ['Can I bring my dog?', 'Are service dogs allowed?', 'May I bring a pet?', 'Can my guide dog come in?'],
      body: 'A dog that is trained to help you may come in with you. It can stay by your side in most rooms. Please leave other pets at home. Some people here can get very sick from fur.',
    },
    es: {
      title: 'Perros de servicio y mascotas',
      asks: [
        '¿Puedo llevar a mi perro?',
        '¿Entran los perros de servicio?',
        '¿Puedo llevar una mascota?',
        '¿Puede entrar mi perro guía?',
      ],
      body: 'Un perro que aprendió a ayudarle puede entrar con usted. Casi siempre se queda a su lado. Deje en casa a otras mascotas. El pelo le hace daño a mucha gente.',
    },
  },
  {
    key: 'lost',
    source: VISIT,
    state: 'draft',
    en: {
      title: 'Lost and found',
      asks: ['I left my coat at the clinic', 'Did you find my keys?', 'Do you have a lost and found?'],
      body: 'Did you leave something here? Write to us and tell us what it is and when you were here. We keep what we find for 60 days at the front desk.',
    },
  },
]
