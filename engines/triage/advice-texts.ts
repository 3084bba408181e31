/**
 * What a patient is told for each kind of complaint: what to do, what makes it worse, and when to call. US grade 6 or lower, own words.
 *
 * `[self|other]` holds the words for the writer and for somebody the writer cares for; `{who}` is that person. Sentences end lines, so
 * that each stands on a line of its own. The medical facts are those of the page of `source` (sources.ts).
 */
import type { SourceId } from './sources.ts'
import type { Urgency } from './verdict.ts'

export type AdviceText = {
  /** Until help is there. */
  now: string
  /** Meanwhile, when it is no emergency. */
  meanwhile: string
  avoid: string
  /** Behind "Call 911 if". */
  danger: string
}

export type AdviceEntry = { source: SourceId; en: AdviceText; es: AdviceText }

export type AdviceLanguage = 'en' | 'es'

export const ADVICE_LANGUAGES: readonly AdviceLanguage[] = ['en', 'es']

/** How soon, by outcome. No promise of a time that the clinic may not keep. */
export const howSoon: Record<AdviceLanguage, Record<Exclude<Urgency, 'not_clinical'>, string>> = {
  en: {
    emergency: 'This may be an emergency. Call {number} now.\nDo not wait for us.',
    urgent:
      '[You need|{Who} needs] care today.\nA nurse will look at your message.\nIf no one calls you, please call us.',
    soon: 'This should be looked at in the next 3 days.\nA nurse will look at your message.',
    routine: 'This can wait for a visit in the next 2 weeks.',
    self_care: '[You|{Who}] can most likely get better at home.',
  },
  es: {
    emergency: 'Esto puede ser una emergencia. Llame al {number} ahora.\nNo nos espere.',
    urgent: '[Usted|{Who}] necesita atención hoy.\nUna enfermera verá su mensaje.\nSi nadie le llama, llámenos.',
    soon: 'Hay que ver esto en los próximos 3 días.\nUna enfermera verá su mensaje.',
    routine: 'Esto puede esperar a una cita en 2 semanas.',
    self_care: 'Lo más seguro es que [usted|{who}] mejore en casa.',
  },
}

/** While nobody qualified has signed the protocol (understanding-D34). */
export const nurseWillLook: Record<AdviceLanguage, string> = {
  en: 'A nurse will look at this.',
  es: 'Una enfermera va a ver esto.',
}

export const callIf: Record<AdviceLanguage, string> = {
  en: 'Call {number} if there is {danger}.',
  es: 'Llame al {number} si hay {danger}.',
}

export const otherPeople: Record<AdviceLanguage, { child: string; named_other: string }> = {
  en: { child: 'your child', named_other: 'the person' },
  es: { child: 'su hijo o hija', named_other: 'la persona' },
}

const entry = (source: SourceId, en: AdviceText, es: AdviceText): AdviceEntry => ({ source, en, es })

export const adviceTexts = {
  emergency: entry(
    'nhs-999',
    {
      now: '[Stay with someone|Stay with {who}].\nUnlock the door and keep the phone close.',
      meanwhile: 'Rest, and do not stay alone.',
      avoid: 'Do not drive [yourself|them on your own].',
      danger: 'trouble breathing, chest pain, heavy bleeding, or no answer when spoken to',
    },
    {
      now: 'Quédese con [alguien|{who}].\nAbra la puerta y tenga el teléfono cerca.',
      meanwhile: 'Descanse y no se quede a solas.',
      avoid: 'No maneje.',
      danger: 'falta de aire, dolor de pecho, mucha sangre o si no responde',
    },
  ),
  nurse: entry(
    'medline-common',
    {
      now: '[Stay with someone|Stay with {who}].',
      meanwhile: 'Rest, and write down what changes and when.',
      avoid: 'Do not start or stop a medicine on your own.',
      danger: 'trouble breathing, chest pain, fainting, or a sudden weak arm or leg',
    },
    {
      now: 'Quédese con [alguien|{who}].',
      meanwhile: 'Descanse y anote qué cambia y cuándo.',
      avoid: 'No empiece ni deje una medicina por su cuenta.',
      danger: 'falta de aire, dolor de pecho, desmayo, o un brazo o pierna débil de repente',
    },
  ),
  crisis: entry(
    'nhs-988',
    {
      now: '[Stay with someone|Stay with {who}].\nMove away from anything that can hurt.',
      meanwhile: 'Thank you for telling us. You matter to us.\nA person on our team will look at this with care.',
      avoid: '[Try not to be alone|Do not leave {who} alone] if the thoughts come back.',
      danger: 'a plan, a wish to act on it, or any danger now',
    },
    {
      now: 'Quédese con [alguien|{who}].\nAléjese de todo lo que pueda hacer daño.',
      meanwhile: 'Gracias por decirnos. Usted nos importa.\nUna persona del equipo verá esto con cuidado.',
      avoid: '[Trate de no estar a solas|No deje a solas a {who}] si vuelven esas ideas.',
      danger: 'un plan, ganas de hacerlo o peligro ahora',
    },
  ),
  breathing: entry(
    'nhs-breathless',
    {
      now: '[Sit up straight|Help {who} sit up] and lean a bit forward.\nUse the rescue inhaler if there is one.',
      meanwhile: 'Rest sitting up. Use the inhaler as the plan says.',
      avoid: 'Do not smoke, and stay away from smoke and dust.\nDo not lie flat.',
      danger: 'trouble speaking, blue or gray lips, chest pain, or an inhaler that does not help',
    },
    {
      now: '[Siéntese|Ayude a {who} a sentarse] derecho y un poco hacia adelante.\nUse el inhalador de rescate si lo hay.',
      meanwhile: 'Descanse sentado. Use el inhalador como dice el plan.',
      avoid: 'No fume. Evite el humo y el polvo.\nNo se acueste plano.',
      danger: 'problemas para hablar, labios azules, dolor de pecho o un inhalador que no ayuda',
    },
  ),
  choking: entry(
    'nhs-999',
    {
      now: '[Cough hard|If {who} can cough, let them cough].\nIf no air gets in: 5 hits on the back, then 5 pushes in the belly. Take turns.\nFor a baby: 5 hits on the back, then 5 pushes on the chest.',
      meanwhile: 'Drink nothing and eat nothing for now.',
      avoid: 'Do not put a finger in the mouth to feel for it.',
      danger: 'no air, no voice, or blue lips',
    },
    {
      now: '[Tosa fuerte|Si {who} puede toser, déjela toser].\nSi no entra aire: 5 golpes en la espalda y 5 empujes en la barriga, por turnos.\nEn un bebé: 5 golpes en la espalda y 5 empujes en el pecho.',
      meanwhile: 'No beba ni coma por ahora.',
      avoid: 'No meta el dedo en la boca para buscar.',
      danger: 'falta de aire o de voz, o labios azules',
    },
  ),
  cpr: entry(
    'nhs-999',
    {
      now: 'Put the phone on speaker. They will tell you what to do.\nIf there is no normal breath: push hard and fast on the middle of the chest.\nIf there is breath: turn the body on its side.',
      meanwhile: 'Lie down with the legs up. Do not stay alone.',
      avoid: 'Do not give food or drink.',
      danger: 'another faint, chest pain, or trouble breathing',
    },
    {
      now: 'Ponga el teléfono en altavoz. Le dirán qué hacer.\nSi no respira normal: empuje fuerte y rápido en medio del pecho.\nSi respira: ponga el cuerpo de lado.',
      meanwhile: 'Acuéstese con las piernas en alto. No se quede a solas.',
      avoid: 'No dé comida ni bebida.',
      danger: 'otro desmayo, dolor de pecho o falta de aire',
    },
  ),
  chest: entry(
    'cdc-heart',
    {
      now: '[Sit down and rest|Have {who} sit down and rest].\nAsk the person on the phone about aspirin.',
      meanwhile: 'Rest. Note when the pain comes and what brings it on.',
      avoid: 'Do not walk around, and do not drive.',
      danger: 'chest pain or pressure, cold sweat, pain in an arm or jaw, or short breath',
    },
    {
      now: '[Siéntese y descanse|Que {who} se siente y descanse].\nPregunte por teléfono si debe tomar aspirina.',
      meanwhile: 'Descanse. Anote cuándo viene el dolor y con qué.',
      avoid: 'No camine de un lado a otro y no maneje.',
      danger: 'dolor o presión en el pecho, sudor frío, dolor de brazo o mandíbula, o falta de aire',
    },
  ),
  stroke: entry(
    'cdc-stroke',
    {
      now: 'Note the time when it began. It counts for the treatment.\n[Lie down|Help {who} lie down] with the head a bit up.',
      meanwhile: 'Do not stay alone. Have someone with you who can call.',
      avoid: 'Do not eat, drink, or take a pill.\nDo not drive, even if the signs went away.',
      danger: 'a face that droops, a weak arm or leg, odd speech, or lost sight',
    },
    {
      now: 'Anote la hora en que empezó. Eso cuenta para el tratamiento.\n[Acuéstese|Ayude a {who} a acostarse] con la cabeza un poco en alto.',
      meanwhile: 'No se quede a solas. Tenga a alguien que pueda llamar.',
      avoid: 'No coma, no beba y no tome pastillas.\nNo maneje, aunque ya haya pasado.',
      danger: 'cara caída, brazo o pierna débil, habla rara o pérdida de la vista',
    },
  ),
  seizure: entry(
    'cdc-seizure',
    {
      now: 'Move hard things away. Put something soft under the head.\nTurn the body on its side. Note how long it lasts.',
      meanwhile: 'Rest in a safe place, with someone near.',
      avoid: 'Do not hold the person down. Put nothing in the mouth.\nDo not drive, swim, or climb.',
      danger: 'a seizure over 5 minutes, a second one, or trouble waking up',
    },
    {
      now: 'Quite las cosas duras. Ponga algo suave bajo la cabeza.\nPonga el cuerpo de lado. Anote cuánto dura.',
      meanwhile: 'Descanse en un lugar seguro, con alguien cerca.',
      avoid: 'No sujete a la persona. No ponga nada en la boca.\nNo maneje, no nade y no suba a lugares altos.',
      danger: 'un ataque de más de 5 minutos, otro ataque o si cuesta despertar',
    },
  ),
  faint: entry(
    'nhs-fainting',
    {
      now: '[Lie down|Lay {who} down] with the legs up.\nLoosen tight clothes.',
      meanwhile: 'Lie down when it comes on. Drink water. Get up slowly.',
      avoid: 'Do not stand up fast. Do not drive.',
      danger: 'a faint, chest pain, a racing heart, or black stool',
    },
    {
      now: '[Acuéstese|Acueste a {who}] con las piernas en alto.\nAfloje la ropa.',
      meanwhile: 'Acuéstese cuando le venga. Tome agua. Levántese despacio.',
      avoid: 'No se pare de golpe. No maneje.',
      danger: 'desmayo, dolor de pecho, latidos muy rápidos o heces negras',
    },
  ),
  headache: entry(
    'nhs-headache',
    {
      now: '[Lie down|Help {who} lie down] in a dark, quiet room.',
      meanwhile: 'Rest in a dark, quiet room. Drink water. Use the pain pill that is safe for [you|them].',
      avoid:
        'Go easy on screens, bright light, and drinks with alcohol.\nDo not take pain pills on more than 2 days a week.',
      danger: 'a sudden, very bad headache, a stiff neck, confusion, or a weak arm or leg',
    },
    {
      now: '[Acuéstese|Ayude a {who} a acostarse] en un cuarto oscuro y sin ruido.',
      meanwhile: 'Descanse en un cuarto oscuro y sin ruido. Tome agua. Use la pastilla que le hace bien.',
      avoid: 'Evite la pantalla, la luz fuerte y el alcohol.\nNo tome pastillas más de 2 días por semana.',
      danger: 'un dolor muy fuerte de golpe, cuello tieso, confusión, o un brazo o pierna débil',
    },
  ),
  meningitis: entry(
    'cdc-meningitis',
    {
      now: 'Press a clear glass on the spots. Tell {number} if they stay.\n[Stay|Keep {who}] in a dark room till help comes.',
      meanwhile: 'Look at the skin each hour. Press a clear glass on any spot.',
      avoid: 'Do not wait for spots to show.',
      danger: 'spots that do not fade, a stiff neck, confusion, or a hard time waking up',
    },
    {
      now: 'Presione un vaso claro sobre las manchas. Diga al {number} si no se borran.\n[Quédese|Deje a {who}] en un cuarto oscuro.',
      meanwhile: 'Mire la piel cada hora. Presione un vaso claro sobre las manchas.',
      avoid: 'No espere a que salgan manchas.',
      danger: 'manchas que no se borran, cuello tieso, confusión o si cuesta despertar',
    },
  ),
  head: entry(
    'cdc-concussion',
    {
      now: '[Lie still|Keep {who} still] and keep the neck straight.',
      meanwhile: 'Rest. Have someone check every 2 hours on the first night.',
      avoid: 'Do not drive, do sports, or drink alcohol for now.',
      danger: 'vomiting, confusion, a bad headache, a seizure, or a hard time waking up',
    },
    {
      now: '[No se mueva|Que {who} no se mueva] y tenga el cuello derecho.',
      meanwhile: 'Descanse. Que alguien revise cada 2 horas la primera noche.',
      avoid: 'No maneje, no haga deporte y no tome alcohol por ahora.',
      danger: 'vómito, confusión, dolor fuerte de cabeza, convulsión o si cuesta despertar',
    },
  ),
  spine: entry(
    'nhs-back',
    {
      now: '[Lie still|Keep {who} still]. Do not twist the neck or back.',
      meanwhile: 'Keep moving a little if you can. Use heat on the sore place.',
      avoid: 'Do not lift heavy things. Do not stay in bed all day.',
      danger: 'numb skin between the legs, weak legs, or no control of pee or stool',
    },
    {
      now: '[No se mueva|Que {who} no se mueva]. No tuerza el cuello ni la espalda.',
      meanwhile: 'Muévase un poco si puede. Ponga calor donde duele.',
      avoid: 'No cargue cosas pesadas. No se quede todo el día en la cama.',
      danger: 'piel dormida entre las piernas, piernas débiles o falta de control al orinar',
    },
  ),
  injury: entry(
    'medline-er',
    {
      now: '[Keep the hurt part still|Keep the hurt part of {who} still].\nCover an open wound with a clean cloth.',
      meanwhile: 'Rest the hurt part and keep it up. Use a cold pack in a cloth for 20 minutes.',
      avoid: 'Do not put weight on it. Do not push a bone back.',
      danger: 'a bent limb, a cold or numb hand or foot, or blood that does not stop',
    },
    {
      now: '[No mueva la parte herida|Que {who} no mueva la parte herida].\nCubra una herida abierta con un trapo limpio.',
      meanwhile: 'Descanse la parte herida y téngala en alto. Ponga frío con un trapo por 20 minutos.',
      avoid: 'No apoye peso. No empuje un hueso a su lugar.',
      danger: 'un brazo o pierna chueco, mano o pie frío o dormido, o sangre que no para',
    },
  ),
  bleeding: entry(
    'medline-bleeding',
    {
      now: 'Press hard on the place with a clean cloth. Do not let go.\n[Lie down|Help {who} lie down] and keep warm.',
      meanwhile: 'Press for 10 minutes with a clean cloth and do not peek.',
      avoid: 'Do not pull out what is stuck in the wound.\nDo not take aspirin for the pain.',
      danger: 'blood that does not stop after 10 minutes, a faint, or cold sweat',
    },
    {
      now: 'Presione fuerte con un trapo limpio. No suelte.\n[Acuéstese|Ayude a {who} a acostarse] y abríguese.',
      meanwhile: 'Presione 10 minutos con un trapo limpio sin mirar.',
      avoid: 'No saque lo que está clavado.\nNo tome aspirina para el dolor.',
      danger: 'sangre que no para en 10 minutos, desmayo o sudor frío',
    },
  ),
  wound: entry(
    'nhs-wound',
    {
      now: 'Cover it with a clean, wet cloth. Press if it bleeds.',
      meanwhile: 'Wash it with clean water and soap. Keep it clean, dry, and covered.',
      avoid: 'Do not pick at it. Do not open it to let pus out.',
      danger: 'a high fever with chills, confusion, or redness that spreads fast',
    },
    {
      now: 'Cúbrala con un trapo limpio y húmedo. Presione si sangra.',
      meanwhile: 'Lávela con agua limpia y jabón. Téngala limpia, seca y tapada.',
      avoid: 'No la rasque. No la abra para sacar pus.',
      danger: 'fiebre alta con escalofríos, confusión o rojo que crece rápido',
    },
  ),
  belly: entry(
    'nhs-stomach',
    {
      now: '[Lie still|Help {who} lie still] with the knees bent.\nDo not eat or drink.',
      meanwhile: 'Take small sips of water. Eat plain food in small bits.',
      avoid: 'Stay away from alcohol, greasy food, and ibuprofen.',
      danger: 'very bad pain, a hard belly, blood in vomit or stool, or a faint',
    },
    {
      now: '[Acuéstese quieto|Ayude a {who} a estar quieto] con las rodillas dobladas.\nNo coma ni beba.',
      meanwhile: 'Tome sorbos de agua. Coma poco y sencillo.',
      avoid: 'Evite el alcohol, la grasa y el ibuprofeno.',
      danger: 'dolor muy fuerte, barriga dura, sangre en vómito o heces, o desmayo',
    },
  ),
  dehydration: entry(
    'nhs-dehydration',
    {
      now: '[Lie down|Lay {who} down] with the legs up. Give small sips if awake.',
      meanwhile: 'Take small sips often. Use a drink with salts from the drug store.',
      avoid: 'Stay away from soda, juice, milk, and alcohol for now.',
      danger: 'no pee for 8 hours, confusion, a faint, or blood in vomit or stool',
    },
    {
      now: '[Acuéstese|Acueste a {who}] con las piernas en alto. Dé sorbos si está despierto.',
      meanwhile: 'Tome sorbos a cada rato. Use suero oral de la farmacia.',
      avoid: 'Evite refresco, jugo, leche y alcohol por ahora.',
      danger: '8 horas sin orinar, confusión, desmayo, o sangre en vómito o heces',
    },
  ),
  allergy: entry(
    'nhs-anaphylaxis',
    {
      now: '[Use your epinephrine pen|Use the epinephrine pen of {who}] now if there is one.\nLie down with the legs up. Sit up if it is hard to breathe.',
      meanwhile: 'Stay away from what brought it on. A cold cloth can ease the itch.',
      avoid: 'Do not stand up or walk. Do not eat or take that thing again.',
      danger: 'a swollen face or tongue, trouble breathing, vomiting, or a faint',
    },
    {
      now: '[Use su pluma de epinefrina|Use la pluma de epinefrina de {who}] ya, si la hay.\nAcuéstese con las piernas en alto. Siéntese si falta el aire.',
      meanwhile: 'Aléjese de lo que lo causó. Un trapo frío calma la comezón.',
      avoid: 'No se pare ni camine. No vuelva a comer o tomar eso.',
      danger: 'cara o lengua hinchada, falta de aire, vómito o desmayo',
    },
  ),
  fever: entry(
    'cdc-sepsis',
    {
      now: 'Say "fever" and name any weak defense, like chemo, on the phone.\n[Stay|Keep {who}] lightly dressed.',
      meanwhile: 'Drink a lot. Rest. Fever medicine can help if it is safe for [you|them].',
      avoid: 'No cold bath and no thick blankets. No aspirin for a child.',
      danger: 'shaking chills, confusion, fast breath, a stiff neck, or spots that do not fade',
    },
    {
      now: 'Diga "fiebre" y si hay defensas bajas, como quimio, al llamar.\nPonga poca ropa.',
      meanwhile: 'Tome mucho líquido. Descanse. La medicina para la fiebre ayuda si es segura.',
      avoid: 'Sin baño frío y sin cobijas gruesas. Nada de aspirina en niños.',
      danger: 'escalofríos que sacuden, confusión, respirar rápido, cuello tieso o manchas que no se borran',
    },
  ),
  child: entry(
    'nhs-ill-child',
    {
      now: 'Stay with {child}. Keep {child} warm, not hot.\nHave the dose of any medicine ready to tell.',
      meanwhile: 'Offer small feeds or sips often. Count the wet diapers.',
      avoid: 'No aspirin and no cold medicine for a small child.',
      danger: 'a limp or blue child, hard breath, no drink for 8 hours, or trouble waking up',
    },
    {
      now: 'Quédese con {child}. Dele calor, sin abrigar de más.\nTenga lista la dosis de las medicinas.',
      meanwhile: 'Ofrezca tomas o sorbos a cada rato. Cuente los pañales mojados.',
      avoid: 'Nada de aspirina ni jarabe para el resfriado.',
      danger: 'un niño flojo o azul, si respira rápido, no bebe en 8 horas o cuesta despertarlo',
    },
  ),
  pregnancy: entry(
    'cdc-hear-her',
    {
      now: '[Lie on your left side|Have {who} lie on the left side].\nSay how many weeks, or how long since the birth.',
      meanwhile: 'Rest on the left side. Count how the baby moves.',
      avoid: 'No alcohol, no smoke, and no ibuprofen.',
      danger: 'bleeding, a bad headache, blurry sight, short breath, or a baby that moves less',
    },
    {
      now: '[Acuéstese del lado izquierdo|Que {who} se acueste del lado izquierdo].\nDiga cuántas semanas, o cuánto hace del parto.',
      meanwhile: 'Descanse del lado izquierdo. Cuente cómo se mueve el bebé.',
      avoid: 'Nada de alcohol, humo ni ibuprofeno.',
      danger: 'sangre, dolor fuerte de cabeza, vista borrosa, falta de aire o si el bebé se mueve menos',
    },
  ),
  diabetes: entry(
    'cdc-low-sugar',
    {
      now: 'Low sugar and awake: [take|give {who}] juice or 4 sugar tablets.\nHigh sugar with vomiting: sip water till help comes.',
      meanwhile: 'Check the sugar every 2 to 4 hours. Drink water. Keep taking insulin as told.',
      avoid: 'Do not skip insulin. Put nothing in the mouth of someone who can not swallow.',
      danger: 'sugar that stays under 54, vomiting, deep fast breath, or confusion',
    },
    {
      now: 'Azúcar baja y despierto: [tome|dele a {who}] jugo o 4 tabletas de azúcar.\nAzúcar alta con vómito: sorbos de agua.',
      meanwhile: 'Mida el azúcar cada 2 a 4 horas. Tome agua. Siga con la insulina como le dijeron.',
      avoid: 'No deje la insulina. No ponga nada en la boca a quien no puede tragar.',
      danger: 'azúcar que sigue bajo 54, vómito, respirar hondo y rápido, o confusión',
    },
  ),
  poison: entry(
    'hrsa-poison',
    {
      now: 'Have the bottle or plant in your hand when you call.\nGo to fresh air if it was gas or smoke.\nRinse skin or eyes with water.',
      meanwhile: 'Note what it was, how much, and when.',
      avoid: 'Do not make [yourself|{who}] throw up. Give no milk or salt water.',
      danger: 'a hard time waking up, trouble breathing, a seizure, or bad pain',
    },
    {
      now: 'Tenga el frasco o la planta en la mano al llamar.\nSalga al aire si fue gas o humo.\nLave la piel o los ojos con agua.',
      meanwhile: 'Anote qué fue, cuánto y cuándo.',
      avoid: 'No [se provoque|provoque a {who}] el vómito. No dé leche ni agua con sal.',
      danger: 'si cuesta despertar, falta de aire, convulsión o mucho dolor',
    },
  ),
  burn: entry(
    'nhs-burns',
    {
      now: 'Cool the burn with cool running water for 20 minutes.\nTake off rings and clothes that are not stuck.\nCover it with clean plastic wrap.',
      meanwhile: 'Cool it with water for 20 minutes. Cover it loosely.',
      avoid: 'No ice, butter, or toothpaste. Do not pop a blister.',
      danger: 'a burn on the face, white or black skin, smoke breathed in, or a burn bigger than a hand',
    },
    {
      now: 'Enfríe con agua fresca que corre por 20 minutos.\nQuite anillos y ropa que no esté pegada.\nTape con plástico limpio.',
      meanwhile: 'Enfríe con agua 20 minutos. Tape sin apretar.',
      avoid: 'Nada de hielo, mantequilla ni pasta de dientes. No reviente ampollas.',
      danger: 'quemadura en la cara, piel blanca o negra, humo en los pulmones o más grande que una mano',
    },
  ),
  eye: entry(
    'nhs-eye',
    {
      now: 'If something splashed in: rinse the eye with water for 20 minutes.\nIf something is stuck: cover both eyes and leave it in.',
      meanwhile: 'Take out contact lenses. Rest the eyes. Wash your hands.',
      avoid: 'Do not rub. Do not use old eye drops.',
      danger: 'lost sight, very bad eye pain, or something stuck in the eye',
    },
    {
      now: 'Si algo salpicó: lave el ojo con agua 20 minutos.\nSi algo está clavado: tape los dos ojos y no lo saque.',
      meanwhile: 'Quite los lentes de contacto. Descanse la vista. Lávese las manos.',
      avoid: 'No se talle. No use gotas viejas.',
      danger: 'pérdida de la vista, mucho dolor de ojo o algo clavado en el ojo',
    },
  ),
  leg: entry(
    'nhs-dvt',
    {
      now: '[Sit or lie still|Keep {who} still]. Do not rub the leg.',
      meanwhile: 'Rest with the leg up.',
      avoid: 'Do not rub or massage the leg. No long trip sitting still.',
      danger: 'short breath, chest pain, blood in the spit, or a cold, white leg',
    },
    {
      now: '[Quédese quieto|Que {who} no se mueva]. No frote la pierna.',
      meanwhile: 'Descanse con la pierna en alto.',
      avoid: 'No frote ni dé masaje. Sin viajes largos sentado.',
      danger: 'falta de aire, dolor de pecho, sangre al toser o una pierna fría y blanca',
    },
  ),
  urine: entry(
    'nhs-uti',
    {
      now: 'Note when the last pee was.\n[Stay|Keep {who}] warm till help comes.',
      meanwhile: 'Drink water through the day. Do not hold the pee back.',
      avoid: 'Go easy on coffee, soda, and alcohol.',
      danger: 'shaking chills, confusion, or no pee at all with pain',
    },
    {
      now: 'Anote cuándo orinó por última vez.\nAbríguese hasta que llegue ayuda.',
      meanwhile: 'Tome agua durante el día. No aguante las ganas de orinar.',
      avoid: 'Tome poco café, refresco y alcohol.',
      danger: 'escalofríos que sacuden, confusión, o si no orina nada y duele',
    },
  ),
  rash: entry(
    'nhs-common',
    {
      now: 'Take a photo of the skin. Show it when help comes.',
      meanwhile: 'Keep the skin cool and clean. Use plain cream with no scent.',
      avoid: 'Do not scratch. Stay away from new soap and creams.',
      danger: 'spots that do not fade, a swollen face, trouble breathing, or skin that peels',
    },
    {
      now: 'Tome una foto de la piel. Muéstrela cuando llegue ayuda.',
      meanwhile: 'Mantenga la piel fresca y limpia. Use crema simple sin olor.',
      avoid: 'No se rasque. Evite jabones y cremas nuevas.',
      danger: 'manchas que no se borran, cara hinchada, falta de aire o piel que se pela',
    },
  ),
  cold: entry(
    'nhs-common',
    {
      now: '[Sit up|Help {who} sit up] and rest.',
      meanwhile: 'Rest, drink warm fluids, and wash your hands often. Honey can ease a cough from age 1 on.',
      avoid: 'Do not smoke. Do not take two cold medicines at once.',
      danger: 'trouble breathing, blue lips, chest pain, or a stiff neck',
    },
    {
      now: '[Siéntese|Ayude a {who} a sentarse] y descanse.',
      meanwhile: 'Descanse, tome líquidos tibios y lávese las manos. La miel calma la tos desde el año de edad.',
      avoid: 'No fume. No tome dos medicinas de resfriado a la vez.',
      danger: 'falta de aire, labios azules, dolor de pecho o cuello tieso',
    },
  ),
  vital: entry(
    'rcp-news2',
    {
      now: '[Sit or lie down|Help {who} sit or lie down].\nTell {number} the numbers you measured.',
      meanwhile: 'Rest for 15 minutes and measure again. Write the numbers down.',
      avoid: 'Do not change a dose because of one number.',
      danger: 'chest pain, trouble breathing, confusion, or a faint',
    },
    {
      now: '[Siéntese o acuéstese|Ayude a {who} a sentarse o acostarse].\nDiga al {number} los números que midió.',
      meanwhile: 'Descanse 15 minutos y mida otra vez. Anote los números.',
      avoid: 'No cambie la dosis por un solo número.',
      danger: 'dolor de pecho, falta de aire, confusión o desmayo',
    },
  ),
} satisfies Record<string, AdviceEntry>

export type AdviceKey = keyof typeof adviceTexts
