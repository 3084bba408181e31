/** Understanding D22, both ways: what only sounds like illness is none, and a body beside it is heard. Pairs that share their words. */
import { describe, expect, test } from 'vitest'
import { understand } from '#engines/understanding/understand.ts'

const urgencyOf = (text: string) => understand({ text }, { signed: true }).triage.urgency

describe('understanding-D22 an illness that names a place, a paper or a lesson is nobody’s', () => {
  test.each([
    'Is the chest pain center in the same building as cardiology?',
    'can I pay my fracture bill in installments',
    'Shingles vaccine - do I need one or two',
    'I need a copy of my ER visit. The one for the kidney stone.',
    'what time is the stroke support group meeting',
    'is there a brochure about choking hazards',
    'Is the overdose reversal spray class free? our church would like to have a few on hand just in case',
    "When is the next first aid class? I'd like to learn what to do about choking and bleeding",
    'Quisiera el resumen de alta de mi operación de apendicitis de 2019 para otro médico',
    'the copay for my chest x ray from last fall was charged twice',
    'Where is the overdose training being held?',
    '¿Dónde queda la clínica de derrames?',
    'la cuenta de la fractura me llegó dos veces',
    '¿Cuánto cuesta la vacuna del herpes zóster?',
  ])('%s', (text) => expect(urgencyOf(text)).toBe('not_clinical'))

  test.each([
    'can you tell me where the chest pain clinic is, I have chest pain',
    'chest pain center of my chest going to left arm',
    'I need the chest pain test results, it hurts so bad right now and I can’t breathe',
    'he has chest pain claims its nothing',
    'used narcan kit on my brother he is blue',
    'used the overdose reversal spray on him, what now',
    'took a first aid class but my son is choking now',
    'his last fall was an hour ago, he hit his head and takes warfarin',
    'my pregnancy records are with you, I’m bleeding a lot',
    'labor and delivery? my water broke',
    'vengo por la copia de mis papeles y me duele el pecho',
  ])('%s', (text) => expect(urgencyOf(text)).toBe('emergency'))
})

describe('understanding-D20, D22 signs told sideways, and what only sounds like them', () => {
  test.each([
    'A water moccasin nailed him on the calf an hour ago, two little holes and it is puffing up',
    'una nauyaca le mordió la mano a mi hermano en la finca',
    'had my adenoids removed last Thursday. tonight there is fresh blood running out of my nose and mouth',
    'le quitaron las anginas el lunes. Hoy está escupiendo sangre',
    'we ran the propane heater inside the camper last night and all woke up sick with pounding heads',
    'dejamos el anafre prendido en el cuarto con la ventana cerrada y amanecimos mareados',
    "grandpa insists that's not his leg in the bed",
    "his right arm won't listen to him since breakfast",
    'felt a snap in my chest lifting and now breathing in hurts on that side',
    'she is coughing up pink bubbles and fighting for air',
    'bringing up pinkish foam, had to sleep in the chair',
    'the current threw him off the roof, burn on his hand',
    'I sheared the tip off my thumb with the mandoline, have the piece on ice',
    "I've been taking paracetamol every 2 hours for my tooth since Friday, now I'm throwing up",
    'tomo paracetamol cada 2 horas desde el viernes y ahora vomito todo',
    'I have 6 weeks of delay, no period, stabbing on one side and nearly passed out',
    'out of nowhere it was like a hammer to my head, neck is stiff',
    'my head blew up in one second like a bomb in my skull',
    'sugar reads 41 and the juice just dribbles out of her mouth',
    'la azúcar le salió en 38 y se queda mirando al vacío',
    'the finger clip says 78 and she is hard to keep awake',
    'su corazón va a 36 pulsaciones y se ha caído dos veces',
    'my 2 year old ate four of those magnetic beads',
    'tomé gramoxone',
    'baby 5 days old very yellow and too sleepy to nurse',
    'the hole from dialysis opened and it is squirting across the floor',
    'his breath smells like acetone and he is vomiting',
    'like someone slammed a shovel into the back of my skull out of nowhere',
    "my back went out lifting and now I'm numb where I wipe",
    'cuff says 170/112 and there are sparkles in my vision',
    'se le hunden las costillitas cuando respira, tiene 3 meses',
    "little purple dots that don't fade when I press a glass on them, and fever",
    'two weeks old and I have to wake her for every feeding, she feels cool',
    'I see two of everything and keep falling to the right when I stand',
    "Dad's meter says 39 and he is sweaty and confused",
    'mi niña está temblando con los ojos para arriba y no responde',
    'through four pads since eight, gave birth on Sunday',
    'the thing in his chest shocked him three times since dinner',
    'she is talking but none of the words are real',
    "he stopped sweating, hot as an oven and talking to people who aren't there",
    'tonsils came out last week and he spat bright red',
  ])('%s', (text) => expect(urgencyOf(text)).toBe('emergency'))

  test.each([
    'only two wet diapers yesterday, 7 day old',
    'his catheter is not draining since last night and the bladder is hard',
    "eye won't blink since the palsy and it is red",
    'the redness around the bite doubled since yesterday',
    'he needs his inhaler every 3 hours since last night',
  ])('%s', (text) => expect(urgencyOf(text)).toBe('urgent'))

  test.each(['my warfarin runs out on Friday and there are no refills', 'found a marble size knot in my breast'])(
    '%s',
    (text) => expect(urgencyOf(text)).toBe('soon'),
  )

  test.each([
    'the copperhead logo on your parking sign is crooked',
    'my trimix refill is not covered, who do I call',
    'Can I grill inside the picnic shelter on campus?',
    'I had my tonsils out in 1998, put that on my form please',
    'is it ok to take tylenol every 4 hours with my blood pressure pill',
    'have the piece of paper in a bag for you',
    'the bath foam was pink',
    'mi esposo compró carbón para el asado del domingo',
    'whose hand sanitizer is that at the desk',
    'My prescription runs out Friday, please refill lisinopril',
    'se me acaban las pastillas de la presión el lunes, ¿me las resurten?',
    'the finger clip you lent me, where do I return it',
    'la puerta se traba al entrar',
    'the phone locks up on your app',
    '¿ya me asignaron fecha para la cirugía de cataratas?',
    'there is a pool with foam and bubbles',
    "I'm at my new clinic and they have nothing on me. Can you shoot it over?",
    'the lot behind your building has a bleeding great pothole',
    'qué veneno de precio el estacionamiento',
    '¿me limo la uña antes de la cita?',
    'iron infusion supplies were delivered last week',
  ])('%s', (text) => expect(['not_clinical', 'routine']).toContain(urgencyOf(text)))
})

describe('understanding-D22 a class, a story or a form asks about nobody', () => {
  test.each([
    'what are the warning signs of a heart attack? taking a first aid class for my job',
    'Writing a novel and need a nurse to tell me how poisoning is treated',
    'the form asks "have you ever had seizures", never had any, do i tick no?',
    'Cuáles son los síntomas de un derrame? Es para una tarea de mi hijo.',
  ])('%s', (text) => expect(urgencyOf(text)).toBe('not_clinical'))

  test('without such a purpose a question about danger is a question about health', () => {
    expect(urgencyOf('what are the warning signs of a heart attack?')).toBe('routine')
  })

  test.each([
    'taking a first aid class and my coworker is choking for real, help',
    'doing homework and suddenly got chest pain',
    'I’m writing my thesis and can’t breathe',
    'my son was studying for his exam and had a seizure',
    'the form asks if I have chest pain, and I do, it started an hour ago',
    'what are the signs of a stroke, my mom’s face is drooping',
    'do you treat heart attacks? my husband is having one',
    'estoy escribiendo mi tesis y me duele el pecho',
  ])('%s', (text) => expect(urgencyOf(text)).toBe('emergency'))
})

describe('understanding-D22 a figure of speech', () => {
  test.each([
    'I fainted when I saw the balance haha. but seriously is this right?',
    'burning up with anger, my appointment got cut',
    'that receptionist is pure poison',
    'The seizure of my bank account means I can’t pay',
    'me ahogo con los pagos, hay algún plan',
    'se me cayó la cara de vergüenza por llegar tarde',
    'a dizzying array of options in your phone menu',
    'my boss is a real pain in the chest ha ha. anyway need to move my physical to after 5pm',
    'Me muero de la risa con su contestadora, no me entiende nada',
  ])('%s', (text) => expect(urgencyOf(text)).toBe('not_clinical'))

  test('dizzying prices are no dizziness, and dizziness is no figure of speech', () => {
    expect(urgencyOf('the dizzying prices on this bill')).toBe('not_clinical')
    for (const text of ['I feel dizzy', 'my mom is dizzy', 'dizzy since the dizzying ride']) {
      expect(['urgent', 'soon'], text).toContain(urgencyOf(text))
    }
    expect(urgencyOf('black stools since yesterday, nearly fell when I stood up')).toBe('emergency')
    expect(urgencyOf('no black stools, and I nearly fell when I stood up')).not.toBe('emergency')
  })

  test.each([
    'I fainted when I saw the bill and now my chest hurts',
    'the machine does not understand him and his words come out wrong since noon',
    'my boss has a pain in the chest and is sweating',
    'me ahogo con los pagos y también de verdad no puedo respirar',
    'me quedé helada y sudando con dolor en el pecho',
    'traffic is bad and I’m dying here, chest pain, send someone',
  ])('%s', (text) => expect(urgencyOf(text)).toBe('emergency'))
})

describe('understanding-D22 what is over, and what a wrong record says', () => {
  test.each([
    'Tuve infarto en el 2016 y estoy bien. ¿Les llevo mis papeles?',
    'my mother uses a wheelchair since her stroke in 2012, is there a ramp',
    'please correct my chart, it says I had a stroke and I never did',
  ])('%s', (text) => expect(urgencyOf(text)).toBe('not_clinical'))

  test.each([
    'tuve un infarto en el 2016 y ahora otra vez me aprieta el pecho',
    'I had a seizure in March and again today',
    'el expediente dice que tuve un derrame y hoy no puedo mover el brazo',
    'take stroke off my chart? no, I think I’m having one now, my face is drooping',
  ])('%s', (text) => expect(urgencyOf(text)).toBe('emergency'))
})

test('understanding-D22 the weeks of a baby are no pregnancy, and those of a pregnancy no age', () => {
  expect(urgencyOf('changing my pharmacy. btw my baby is 5 weeks and 101.2 fever')).toBe('emergency')
  expect(urgencyOf('our newborn is only two weeks and feels cold')).toBe('emergency')
  expect(urgencyOf('estoy de 36 semanas y veo lucecitas, me duele mucho la cabeza')).toBe('emergency')
})

test('understanding-D29 what burns or stings and has no rule is never calm', () => {
  for (const text of ['me arde cuando hago pis', 'It stings at the end when I pee'])
    expect([text, ['soon', 'urgent'].includes(urgencyOf(text))]).toEqual([text, true])
})

describe('understanding-D22 everyday words that hold or resemble a word of danger', () => {
  test.each([
    'The security guard would not let us in',
    'Can you squeeze me in before Friday?',
    'EpiPen expired, need a new one for school',
    'Do I press the blue button or wait?',
    'Where can I get yellow fever done?',
    'Are there any grants that help with insulin?',
    'I do not like owing people money',
    'Their office won’t look at me until something comes from you first',
    'I need to push Monday’s visit to later',
    'The traffic on the bridge is not moving at all, I will be late',
    'is labor day a work day for you',
    '¿Se guarda en la nevera?',
    'Necesito la vacuna de la fiebre amarilla',
    'El seguro no contesta desde el lunes',
    'la videollamada se ve congelada',
    'la app no me reconoce la huella',
    'Tengo un asunto delicado y quiero hablar con la enfermera',
    'perdón que moleste, ¿me cambian la cita de mi hija?',
  ])('%s', (text) => {
    const { triage, crisis } = understand({ text }, { signed: true })
    expect(crisis.level).toBeNull()
    expect(['not_clinical', 'routine']).toContain(triage.urgency)
  })

  test.each([
    'his belly is hard as a board, there is guarding of the abdomen',
    'he squeezed my neck until I saw stars',
    'my son needed his epipen and his lips are still swollen',
    'her lips went blue',
    'my skin is yellow, fever of 39 and vomiting',
    'I need to push, the baby is coming',
    'he fell off the roof and is not moving',
    'no responde si le hablo',
    'mi novia no responde',
    'mi bebé no se mueve desde ayer, tengo 34 semanas',
    'she is confused about where she is',
    'no habla ni se mueve',
    'hoy es el último día de mi vida',
  ])('%s', (text) => expect(urgencyOf(text)).toBe('emergency'))

  test.each(['mi tío me toca por las noches', 'mi hija se corta los brazos', 'mi marido no me deja ver a mi familia'])(
    '%s',
    (text) => expect(understand({ text }).crisis.level).toBe('present'),
  )
})

describe('understanding-D22 a mother’s fever is not that of the baby she nurses', () => {
  test.each([
    'one boob is hot with a hard red wedge, 102.3, achy like flu. nursing 5 wk old. can I keep feeding on it',
    'Tengo un pecho durísimo, rojo y con 38,9, escalofríos, el niño tiene tres semanas. ¿Le doy de ese lado?',
  ])('%s', (text) => expect([text, urgencyOf(text)]).toEqual([text, 'urgent']))

  test.each([
    'my breast is red and hot. nursing 5 wk old. he has 102.3',
    'My baby has 102.3 and I have a hard red breast. nursing 5 wk old.',
    'Tengo un pecho rojo. El niño tiene tres semanas. Tiene fiebre de 38,9',
    'No quiere pecho, está caliente, 38,9. El niño tiene tres semanas.',
    'my breast is hot, fever 102. my 5 week old is sleepy',
  ])('%s', (text) => expect([text, urgencyOf(text)]).toEqual([text, 'emergency']))
})

describe('understanding-D36 a lesson on suicide is no danger, and the wish to die beside it is', () => {
  test.each([
    'someone from your office to speak on suicide prevention to our youth group?',
    'is there a suicide prevention poster we can hang',
    'que alguien de la clínica venga a dar una charla de prevención del suicidio a los de prepa',
    '¿tienen folletos sobre prevención del suicidio?',
    'mi hijo tiene la cabeza como un bombo',
  ])('%s', (text) => expect([text, understand({ text }).crisis.level]).toEqual([text, null]))

  test.each([
    'suicide prevention, please, I need help',
    'after the talk on suicide prevention I want to kill myself',
    'di una charla de prevención del suicidio y quiero matarme',
    'penso em suicídio',
  ])('%s', (text) => expect([text, understand({ text }).crisis.level]).not.toEqual([text, null]))
})

describe('understanding-D20 a denial reaches through a phrase whose other half is denied', () => {
  const feverOf = (text: string) =>
    understand({ text }).triage.findings.find(({ concept }) => concept === 'fever')?.state

  test('no fever, not winded', () => expect(feverOf('A dry cough. No fever, not winded')).toBe('denied'))
  test('not winded, but a fever', () => expect(feverOf('not winded, but a fever since noon')).toBe('present'))

  test('a hand that shakes has no fever, a person who has the shakes may', () => {
    for (const text of ['my hands have a shake, worse with coffee', 'my hand goes numb, I shake it out and it is fine'])
      expect([text, feverOf(text)]).toEqual([text, undefined])
    expect(feverOf('got the shakes and sweats since last night')).toBe('present')
  })

  test('a bottom that is sore from heat is no burn, one from hot water is', () => {
    expect(urgencyOf('tiene la colita escaldada por el calor')).not.toBe('soon')
    expect(urgencyOf('se escaldó la colita con agua hirviendo')).toBe('emergency')
  })
})

describe('understanding-D22 counts, letters, decades and a menu that is a headache', () => {
  test.each([
    'The new phone menu is a splitting headache. Fix it please.',
    'do you publish counts of overdose by zip code?',
    'Mi hijo hace un trabajo para el cole sobre los ictus y quiere entrevistar a una enfermera',
    'The denial letter lists: "chest pain, unspecified", "shortness of breath", "syncope". Can your coder resubmit?',
    'la carta de rechazo dice dolor de pecho y no lo cubre',
    'mi abuelo tuvo un ataque al corazón en los años ochenta, lo pregunta la hoja',
    'his heart attack was in the early nineties, for the form',
    'Need the letter for DMV again, the one saying my last seizure was in 2011',
    'mi última convulsión fue en 2009',
  ])('%s', (text) => expect([text, urgencyOf(text)]).toEqual([text, 'not_clinical']))

  test.each([
    'he was at his computer when he had a seizure',
    'he was on the elevator and had a seizure',
    'insurance is slow, splitting headache with fever and stiff neck',
    'the denial letter came and my chest pain is worse',
    'he had a number of seizures',
    'can I talk to someone about chest pain',
    'his oxygen is in the eighties, back home',
    'mi papá tuvo un infarto en los años ochenta y hoy le duele el pecho',
    'my last seizure was in 2011 and I’m having one again now',
    'last seizure was in 2019 and just had one',
    'su última convulsión fue en 2019 y acaba de darle otra',
  ])('%s', (text) => expect([text, urgencyOf(text)]).toEqual([text, 'emergency']))
})

describe('understanding-D22 words of danger said of another thing', () => {
  const levelOf = (text: string) => [text, urgencyOf(text)]
  const below = (text: string) => expect(levelOf(text)).not.toEqual([text, 'emergency'])
  const emergency = (text: string) => expect(levelOf(text)).toEqual([text, 'emergency'])

  test.each([
    'ando con gripita, moco aguado y garganta rasposa, sin calentura',
    'la leche que me sale está aguada, ¿es normal?',
    'me quedaron los ojos aguados por la alergia',
    'one tick barely attached on my leg, came right off',
    'the bandaid on his finger came off, do I need to replace it?',
    'my cast on my arm gets cut off Tuesday',
    'se me despegó la venda del dedo, ¿paso a que me la cambien?',
    'my grandson is driving and doesn’t know the area',
    'he doesn’t know his member id, can I give mine',
    'mi mamá no sabe en qué piso es la cita',
    'Quisiera mi chequeo con análisis de sangre, hace como dos años que no me hago nada',
    'la bebé tiene como caspita amarilla en la cabecita',
    'perdí la cartilla amarilla del bebé',
    'me torcí el pie bajando de la guagua, sonó crac, no lo puedo pisar y se me puso morado',
    'stubbed my toe last night and it turned purple',
    'se me puso morado el ojo de un pelotazo',
    'arde como si me hubieran quemado con agua hirviendo, desde hace 2 días',
    'it feels like someone poured boiling water on my foot, gout again',
    'cheek is swollen up like a chipmunk from a back tooth, I swallow fine',
    'small cut on my thumb, it stopped, tetanus was 2 yrs ago',
  ])('%s', below)

  test.each([
    'el bebé está aguado, no se sostiene',
    'mi bebé tiene mocos y está aguadito',
    'le di leche a mi niña y está aguada',
    'the mower hit my leg, came right off',
    'pulled my ring and my finger came off',
    'me arranqué el dedo con la máquina',
    'my dad doesn’t know the way home, started today',
    'he doesn’t know the year',
    'mom doesn’t know the name of her own daughter today',
    'sangre por el ano, hace dos días, tomo anticoagulante',
    'my newborn is yellow and won’t feed',
    'se me puso morado el niño',
    'mi bebé cerró los ojos y se puso morado',
    'el pie se me puso morado y frío, no lo siento',
    'my leg is bleeding, oil and glass everywhere',
    'se quemó con agua hirviendo',
    'I splashed boiling water over my arm',
    'fumó crac y le duele el pecho',
    'cheek swollen from a bad molar and my eye is closing',
    'cheek swollen from a tooth and can’t swallow',
    'mejilla hinchada de una muela, hinchado hasta el ojo',
    'swollen lips after shrimp',
  ])('%s', emergency)

  test('what is milder than it sounds is still cared for', () => {
    expect(urgencyOf('me torcí el pie, sonó crac y no lo puedo pisar')).toBe('urgent')
    expect(urgencyOf('my cheek is swollen up like a balloon from a bad molar')).toBe('urgent')
    expect(urgencyOf('stepped on a rusty nail, tetanus was 12 years ago')).toBe('urgent')
    expect(urgencyOf('la bebé de 5 días está amarilla')).toBe('urgent')
    expect(urgencyOf('is my tetanus still good, stepped on a nail at the lake house')).toBe('urgent')
  })

  test('crack is a drug, and a sound', () => {
    const finds = (text: string) => understand({ text }).triage.findings.some(({ concept }) => concept === 'stimulant')
    for (const text of ['fumó crac anoche', 'he smoked crack']) expect([text, finds(text)]).toEqual([text, true])
    for (const text of ['la rodilla me hizo crac', 'I heard a crack in my knee'])
      expect([text, finds(text)]).toEqual([text, false])
  })
})

describe('understanding-D22 machines and money that bleed, seize and break', () => {
  test.each([
    'the elevator in building C is bleeding oil all over the landing, tell maintenance',
    'la impresora sangra tinta, no se lee la receta',
    'Which floor is Bleeding Disorders on?',
    'transmission had a seizure, can I move my 10:30',
    'It broke my heart how the lady at check-in spoke to my father',
    'Me cobraron doble la visita del 11 de marzo',
  ])('%s', (text) => expect([text, urgencyOf(text)]).toEqual([text, 'not_clinical']))

  test.each(['the guy in the elevator is bleeding badly', 'my engine mechanic husband had a seizure'])('%s', (text) =>
    expect([text, urgencyOf(text)]).toEqual([text, 'emergency']),
  )
})

describe('understanding-D20, D29 a mild complaint told whole reaches its own level, and with a sign of danger it does not', () => {
  const cases: [string, string][] = [
    [
      'self_care',
      'A 29-year-old has stiff, tender thighs two days after her first spin class. Urine is its usual yellow, no swelling, walks normally.',
    ],
    [
      'self_care',
      'A 41-year-old woke this morning with a stiff neck after sleeping on the sofa. No fever, no headache, no numbness in the arms.',
    ],
    [
      'self_care',
      'A 24-year-old has a clear blister on the little toe from new shoes. Skin around it normal, no pus, no diabetes.',
    ],
    [
      'self_care',
      "A 35-year-old's ears have felt full and crackly since landing yesterday. No pain, no hearing loss, no bleeding.",
    ],
    [
      'self_care',
      'Day 5 after delivery, 31F bursts into tears over adverts but is happy minutes later. Sleeping and eating, bonding well, no thoughts of harm.',
    ],
    [
      'self_care',
      '8-month-old drooling and gnawing on toys, gums swollen where a tooth is coming. No fever, no rash, feeding normally.',
    ],
    [
      'self_care',
      'A 9-year-old has achy calves at bedtime two nights a week; mornings he is fine, plays football, no limp, no swelling, no fever.',
    ],
    [
      'self_care',
      '7-year-old with chickenpox, day 3, itchy spots in all stages. No fever today, eating, playing. Nobody in the house is pregnant.',
    ],
    [
      'self_care',
      'A 40-year-old was stung by a wasp on the forearm two hours ago. Local redness of 3 cm, sore. No rash elsewhere, no swelling of the face, breathing normally.',
    ],
    [
      'self_care',
      'A 26-year-old has her usual cold sore on the lower lip after a sunny weekend. No fever, eyes not affected.',
    ],
    [
      'self_care',
      'A 22-year-old with sneezing, streaming nose and itchy eyes each June, relieved by antihistamine. No wheeze or breathlessness.',
    ],
    [
      'self_care',
      '19F, sore throat for two days with runny nose and hoarseness, no fever, no white spots, swallowing fluids.',
    ],
    [
      'self_care',
      'A 23-year-old has a headache and nausea this morning after drinking at a wedding. Alert, keeps water down, no injury.',
    ],
    [
      'self_care',
      'At 30 weeks, a 32-year-old has cramps in the calves at night that go away with stretching. No swelling, no redness, baby moving normally.',
    ],
    [
      'self_care',
      'Tetanus booster yesterday, 45M: sore arm with slight redness, 37.5. No spreading, no breathing difficulty.',
    ],
    [
      'self_care',
      'A 36-year-old has her typical migraine, one-sided and throbbing with nausea, like all previous ones. No weakness, speech normal, no fever.',
    ],
    [
      'self_care',
      'A 45-year-old with low back pain since gardening yesterday. No leg weakness, no numbness, bladder normal, no fever.',
    ],
    [
      'self_care',
      'A 50-year-old bumped her thigh on a table three days ago, now a yellowish bruise. Takes no blood thinners, walks normally.',
    ],
    [
      'self_care',
      'A 55-year-old office worker has gritty, tired eyes at the end of the day. No pain, no redness, vision unchanged.',
    ],
    [
      'self_care',
      'A 34-year-old with itchy, flaky skin between the toes for two weeks. No redness spreading, no diabetes.',
    ],
    ['self_care', '60F with a painful corn on the small toe from tight shoes. Skin intact, no diabetes, no redness.'],
    [
      'self_care',
      'A 5-month-old brings up small amounts of milk after feeds, smiling, gaining weight. No fever, no green vomit.',
    ],
    [
      'self_care',
      'A 10-year-old had a nosebleed for four minutes after rubbing his nose, stopped with pressure. No bruises, no medicines.',
    ],
    [
      'self_care',
      'A 44-year-old is bloated and passes a lot of gas since starting a high-fibre diet. No pain, no blood, weight stable.',
    ],
    ['self_care', '8-year-old with head lice found by the school. Scalp itches, no sores.'],
    [
      'self_care',
      '40F, pink watery eye with a cold for two days. No pain, no light sensitivity, vision clear, no contact lenses.',
    ],
    [
      'self_care',
      'A 39-year-old nurse walked a half-marathon on Sunday; both calves ache on Tuesday and she comes downstairs sideways. Urine clear, no swelling of one leg.',
    ],
    [
      'self_care',
      'After a night on a camping mat a 27-year-old cannot turn his head fully to the right. No fever, no injury, arms normal.',
    ],
    [
      'self_care',
      'A hiker of 44 has an intact blister the size of a pea on the back of the heel. Not red around it, no diabetes.',
    ],
    [
      'self_care',
      'Pressure and crackling in both ears after diving into a holiday flight with a cold, 33 years old, slowly improving. No pain, no dizziness.',
    ],
    [
      'self_care',
      'Five days after giving birth a 29-year-old is weepy in the evenings, smiles at her baby, sleeps between feeds. No thoughts of harm, no earlier depression.',
    ],
    [
      'self_care',
      'A three-month-old has thick yellowish flakes on the crown of the head. He is happy and gains weight.',
    ],
    [
      'self_care',
      'A 2-week-old has small pimples on both cheeks for three days. No fever, feeds eagerly, no blisters.',
    ],
    [
      'self_care',
      'A toddler of 20 months has tiny blisters on the hands, feet and around the mouth, no fever now, drinks and plays.',
    ],
    [
      'self_care',
      'A baker of 35 brushed the oven door; a red line of one inch on the wrist, no blister, cooled at once. Hand moves normally.',
    ],
    [
      'self_care',
      'A 52-year-old grazed his knee on gravel; superficial, washed, bleeding stopped. Tetanus booster three years ago, knee bends freely.',
    ],
    [
      'self_care',
      'A 16-year-old with two small round sores inside the cheek for five days, he had them before. Eats, no fever.',
    ],
    [
      'self_care',
      'A 54-year-old teacher has had a stuffy nose, sneezing and a scratchy throat since Monday. No fever, no breathlessness.',
    ],
    [
      'self_care',
      'A 40-year-old vomited twice and had four loose stools since yesterday evening; his children had the same. He sips tea, urinates, no blood, no fever.',
    ],
    [
      'self_care',
      'Twice a month a 33-year-old feels acid rising after large late meals; an antacid settles it. No weight loss, swallows normally.',
    ],
    [
      'self_care',
      'A 27-year-old at 34 weeks is woken by cramps in the foot, gone after walking about. No swelling, the baby is active.',
    ],
    [
      'self_care',
      'After standing up fast from a hot bath a 19-year-old saw stars for three seconds. No faint, no palpitations, fine since.',
    ],
    [
      'self_care',
      'A 45-year-old has had a feeling of a tight hat around the head since this afternoon after long meetings. No vomiting, vision normal, no fever.',
    ],
    [
      'self_care',
      'A 26-year-old twisted his foot on the stairs; the outer ankle is a bit swollen, he walks with little pain. No numbness.',
    ],
    [
      'self_care',
      'A 58-year-old programmer has dry, burning eyes in the afternoon. Vision normal, no discharge, better with drops.',
    ],
    ['self_care', 'A footballer of 23 has itchy, cracked skin between the toes. No redness of the foot, healthy.'],
    [
      'self_care',
      'An 88-year-old has purple marks on the backs of both hands after small knocks, as for years. No blood thinner, no other bleeding.',
    ],
    [
      'self_care',
      'A 29-year-old has a bit of blood on the toilet paper after straining, two days. No pain in the belly, no weight loss.',
    ],
    ['self_care', 'A 3-day-old baby girl has slightly swollen breasts. Not red, feeds well, no fever.'],
    [
      'self_care',
      'A 33-year-old feels bloated and irritable with tender breasts in the days before each period, as for years. No lump, mood otherwise good.',
    ],
    [
      'self_care',
      'A 9-year-old is queasy and vomits once on winding roads, fine half an hour later, always so. No headache.',
    ],
    [
      'self_care',
      'A 5-week-old has one sticky, watering eye since birth; the white is not red and the lid is not swollen. Feeds well, no fever.',
    ],
    [
      'self_care',
      'A 6-year-old swallowed a piece of chewing gum an hour ago. Breathes and eats normally, no cough, no pain.',
    ],
    ['self_care', 'A 36-year-old has chapped, cracked lips since the cold spell. No blisters, no fever.'],
    ['self_care', 'A 4-month-old has hiccups after most feeds, cheerful, gaining weight, no vomiting.'],
    [
      'self_care',
      'A 26-year-old had a blood test yesterday and has a blue mark in the crook of the arm, two centimetres. No swelling, arm warm, takes no medicines.',
    ],
    ['routine', '52M, wife reports loud snoring and pauses in breathing; tired by day. No chest pain.'],
    [
      'routine',
      'A 74-year-old notices slowly worsening blurred vision in both eyes over two years, glare at night. No pain, no redness.',
    ],
    [
      'routine',
      'A 67-year-old has had pain in both knees on stairs for three years, morning stiffness five minutes. No redness, no swelling, no locking.',
    ],
    ['routine', 'A 9-month-old boy has one testicle that cannot be felt in the scrotum. Growing well, no pain.'],
    ['routine', 'A 17-year-old with acne on the face for two years despite creams. No fever, mood fine.'],
    [
      'soon',
      'A 66-year-old gets chest tightness walking uphill for four months, gone after two minutes of rest. Never at rest, not worse. Pain-free now.',
    ],
    [
      'soon',
      'A 7-year-old stares blankly for about ten seconds several times a day for two months, then continues. No falls, no jerking.',
    ],
    ['soon', 'A 39-year-old has a new painless lump in the left breast for two weeks. No redness, no fever.'],
    [
      'routine',
      'A 60-year-old man has a weak stream and gets up twice a night for a year. No blood, no pain, no fever.',
    ],
    ['routine', '43F with heavy but regular periods for eight months. No dizziness, no bleeding between.'],
    [
      'routine',
      'A retired teacher of 76 asks people to repeat themselves; it crept up over four years on both sides. No pain, no dizziness.',
    ],
    [
      'routine',
      'A 52-year-old runner has pain under the heel when getting out of bed for five months. No swelling, no numbness.',
    ],
    ['routine', 'A couple in their thirties has been trying for a baby for eighteen months. No illnesses.'],
    [
      'routine',
      'A 60-year-old has had a swelling in the groin for a year which disappears when he lies down. Painless, no vomiting.',
    ],
    ['routine', 'A 62-year-old has weak erections for two years. No chest pain, walks daily.'],
    [
      'routine',
      'A 49-year-old woman has hot flushes and irregular periods for six months. No bleeding between periods, weight steady.',
    ],
    [
      'soon',
      "For two months a 64-year-old has had pressure in the chest on climbing two flights of stairs, gone after a minute's rest. Never at rest, no change, none today.",
    ],
    [
      'soon',
      'An 8-year-old girl stops and stares for some seconds several times a day for three months, eyelids flutter, then goes on. No falls.',
    ],
    ['soon', 'A 48-year-old felt a hard lump in her breast three weeks ago. No pain, no redness, no fever.'],
    ['soon', 'A 70-year-old coughs for six weeks, non-smoker. No blood, no fever, no breathlessness.'],
    [
      'routine',
      'A 44-year-old has bulging veins on both calves for years, heavy in the evening. No redness, no ulcer, no swelling of one leg.',
    ],
    ['routine', 'A 60-year-old has a finger that catches when bending for four months. No swelling, no injury.'],
    ['routine', 'A 70-year-old has rough brown stuck-on spots on the back for years, unchanged. No bleeding.'],
    [
      'routine',
      'A 66-year-old gets up three times a night to urinate and has a weak stream for two years. No blood, no pain, no fever.',
    ],
    [
      'routine',
      'A 35-year-old has had heartburn three times a week for five months after meals. No trouble swallowing, no weight loss.',
    ],
    [
      'routine',
      'A 25-year-old has had loose or hard stools with cramps for three years, better after the toilet. No blood, no weight loss.',
    ],
    ['routine', 'A 4-year-old has flat feet, runs without pain, no limp.'],
    [
      'routine',
      'A 1-year-old has a soft bulge at the navel since birth that goes back with a finger. No pain, no vomiting.',
    ],
    ['routine', 'A 29-year-old sweats heavily from the palms since her teens. No weight loss, no fever.'],
    [
      'soon',
      'A 54-year-old has a mole on the back that has become darker and irregular over three months. Not bleeding.',
    ],
    [
      'self_care',
      'Hombre de 29 años con los muslos adoloridos y tiesos dos días después de hacer sentadillas en el gimnasio. La orina es normal, camina bien, sin hinchazón.',
    ],
    [
      'self_care',
      'Desde hace una semana me brinca el párpado izquierdo, duermo poco por los exámenes. La cara está normal y veo bien.',
    ],
    [
      'self_care',
      'Amanecí con el cuello torcido después de dormir en el sillón. Sin fiebre, sin dolor de cabeza, los brazos bien.',
    ],
    [
      'self_care',
      'Mujer de 40 años se quitó una garrapata entera con pinzas a las dos horas de la caminata. Sin fiebre, sin ronchas.',
    ],
    [
      'self_care',
      'Me salió una ampolla en el talón por los zapatos nuevos, con agua clara. No está roja alrededor, no tengo diabetes.',
    ],
    ['self_care', 'Bebé de 2 meses con costra amarilla en el cuero cabelludo, come bien y no tiene fiebre.'],
    ['self_care', 'A mi bebé de 7 meses le están saliendo los dientes, babea y muerde todo, sin fiebre y come bien.'],
    [
      'self_care',
      'Mi hija de 8 años tiene dolor de piernas en la noche desde hace un mes, en la mañana corre como si nada. No cojea, sin fiebre.',
    ],
    [
      'self_care',
      'Me picó una abeja en el brazo hace una hora, hinchazón como una moneda. Sin ronchas, respiro bien, la cara normal.',
    ],
    [
      'self_care',
      'Mujer de 30 años con su fuego labial de siempre en el labio, sale cada invierno. Sin fiebre, los ojos bien.',
    ],
    ['self_care', 'Cada primavera estornudo y me pican los ojos, nariz con moco claro. Sin silbidos, respiro bien.'],
    [
      'self_care',
      'Hombre de 35 años con diarrea y dos vómitos desde anoche, tolera agua y caldo. Sin sangre, sin fiebre, orina bien.',
    ],
    [
      'self_care',
      'Mi migraña de siempre, de un lado y con náusea, igual que las otras veces. Sin debilidad, hablo bien, sin fiebre.',
    ],
    [
      'routine',
      'Mi papá de 72 años oye menos cada año, sube el volumen de la tele. Sin dolor, sin mareo, poco a poco.',
    ],
    ['routine', 'Mujer de 50 años con dolor de talón con los primeros pasos desde hace cinco meses. Sin hinchazón.'],
    [
      'self_care',
      'An 8-month-old has sore-looking gums, flushed cheeks and wants to bite on his rattle; slept restlessly two nights. 37.3, eating almost as usual, no rash.',
    ],
    [
      'self_care',
      'A 30-year-old landed awkwardly at volleyball; her outside ankle is puffy but she could walk off court and walks today. No bone pain, foot warm.',
    ],
    ['self_care', 'A 39-year-old hiccups since lunch, two hours. Swallows and speaks normally, no chest pain.'],
    [
      'self_care',
      'A student of 23 has had a raw throat and a blocked nose for two days. No fever, no swollen glands, eats soup.',
    ],
    [
      'self_care',
      'Midge bites on both legs of a 34-year-old since a lake walk; they itch and are small. No spreading, no fever.',
    ],
    [
      'self_care',
      'A 42-year-old dug the garden for the first time this year; arms and back ache evenly since yesterday. Urine normal, no weakness.',
    ],
    [
      'self_care',
      'A 17-year-old has a small red painful bump on the edge of the upper eyelid for two days. Vision normal, no fever, eye itself white.',
    ],
    [
      'self_care',
      'A 33-year-old at seven weeks of pregnancy feels nauseous most mornings and was sick twice this week. Eats, drinks and passes urine well, no pain.',
    ],
    [
      'self_care',
      'A nurse of 37 has a red, itchy ring of skin beneath her new steel watch. Not weeping, nowhere else.',
    ],
    [
      'self_care',
      'A 45-year-old has sneezed and dripped from the nose for two days, throat tickly, temperature 37.2. Works from home, no breathlessness.',
    ],
    [
      'self_care',
      'A 15-year-old went grey before the eyes for a moment when she stood up after kneeling in church. No faint, no palpitations, healthy.',
    ],
    [
      'self_care',
      'A 41-year-old with migraines since her teens has one today like the others, left-sided with nausea; her tablet is starting to work. No weakness, no fever.',
    ],
    [
      'self_care',
      'A 31-year-old with birch allergy has streaming eyes and a blocked nose this week as every April. No wheeze, sleeps well.',
    ],
    [
      'self_care',
      'A 24-year-old has had five runny stools and vomited once since a seafood dinner. Drinks, no blood, no fever, belly soft.',
    ],
    [
      'self_care',
      'A 50-year-old ran a sliver of wood into his palm and removed it whole. No redness, tetanus shot last year.',
    ],
    ['self_care', 'A 9-week-old has greasy crusts in the eyebrows and on the scalp, is content and feeds well.'],
    [
      'self_care',
      'A 20-year-old has her usual cramps on day one of her period; a hot-water bottle helps. Normal flow, no fever, not pregnant.',
    ],
    ['self_care', "Lice were found in a 6-year-old's hair at school; he scratches. No sores."],
    [
      'self_care',
      "Her 5-month-old's bottom is red where the nappy sits; creases clear, no spots further out, feeding well.",
    ],
    [
      'routine',
      'A 72-year-old reads with more and more difficulty, dazzled by car lights, both eyes, over a year and a half. No pain, no flashes.',
    ],
    ['routine', 'A 68-year-old has had worn, aching knees for years, worse on stairs. No swelling, wants advice.'],
    ['routine', 'A 10-month-old boy: the right testis has never been in the scrotum. Healthy, no lump in the groin.'],
    ['soon', 'A 64-year-old smoker has had a rough voice for six weeks without a cold. Swallows and breathes well.'],
    [
      'soon',
      'A 74-year-old has pain and stiffness in both shoulders and hips for four weeks, worst on waking. No headache, no visual trouble.',
    ],
  ]
  test.each(cases)('%s: %s', (expected, text) => expect([text, urgencyOf(text)]).toEqual([text, expected]))

  const dangers: [string, string][] = [
    [
      'urgent',
      'A 29-year-old has stiff, tender thighs two days after her first spin class, and her urine is the colour of cola. No fever.',
    ],
    [
      'emergency',
      '33M, left eyelid twitching for a week, and since this morning the left side of his face droops. No pain.',
    ],
    ['emergency', 'A 19-year-old woke with a stiff neck and a fever of 39.4, light hurts his eyes. No injury.'],
    [
      'urgent',
      'Woman, 52, pulled a tick from her calf two weeks ago, now fever, headache and a red ring on the leg. No cough.',
    ],
    [
      'emergency',
      'A 64-year-old diabetic has a blister on the heel from new shoes with redness spreading up the foot. No pain.',
    ],
    [
      'urgent',
      "A 35-year-old's ears felt blocked since landing yesterday; now the room spins and he cannot hear on the left. No fever.",
    ],
    [
      'emergency',
      'A 66-year-old has not opened his bowels for four days since a trip, belly swollen and hard, vomiting brown fluid. No wind passed.',
    ],
    [
      'urgent',
      'Day 5 after delivery, 31F cries over everything and says the baby would be better off without her. Not sleeping.',
    ],
    ['emergency', 'A 2-month-old with cradle cap is floppy, refuses feeds, temperature 38.6. No cough.'],
    ['emergency', '8-month-old drooling and gnawing, tooth coming; now noisy breathing and will not swallow. No rash.'],
    ['emergency', 'Newborn, day 4, blotchy spots that come and go, will not feed and is limp. No cough.'],
    ['emergency', 'A 5-year-old has leg aches at night and now limps in the morning with a fever of 38.5. No injury.'],
    [
      'emergency',
      'A 3-year-old with hand foot and mouth drank nothing since yesterday, no wet nappy for 14 hours, very sleepy. No rash on the body.',
    ],
    [
      'emergency',
      'A 7-year-old with chickenpox, day 4, a spot on the leg is hot, red and spreading fast, fever 39.8. Drinks little, no cough.',
    ],
    [
      'emergency',
      'A 40-year-old was stung by a wasp ten minutes ago: swollen lips, tight throat and hives. No chest pain.',
    ],
    [
      'emergency',
      'A 30-year-old cut his wrist with a knife, small cut but blood spurts and soaks the towel. No other injury.',
    ],
    [
      'emergency',
      'A 38-year-old gets heartburn once or twice a month; today pressure in the chest with sweating and pain in the left arm. No fever.',
    ],
    [
      'emergency',
      'A 58-year-old has burning behind the breastbone when walking uphill, with sweating, now at rest too. No trouble swallowing.',
    ],
    [
      'emergency',
      'A 29-year-old, 9 weeks pregnant, sick every morning, now vomits everything for two days, no urine since yesterday. No pain.',
    ],
    [
      'urgent',
      'At 30 weeks, a 32-year-old had cramps in the calf; now the left calf is swollen, hot and tender. No fever.',
    ],
    ['emergency', 'Day after a flu shot a 45-year-old has hives, wheezing and swollen face. No fever.'],
    [
      'emergency',
      'A 17-year-old felt dizzy for a few seconds on standing; this morning black tarry stools and he nearly fainted. No pain.',
    ],
    [
      'emergency',
      'A 36-year-old with known migraine as always; this time the worst headache of her life, came in a second, neck stiff. No fever.',
    ],
    [
      'emergency',
      'A 60-year-old with known migraine has numbness of the right arm and cannot find words since an hour. No fever.',
    ],
    [
      'emergency',
      'A 28-year-old has a dull band headache after work and now fever, vomiting and a stiff neck. No rash.',
    ],
    [
      'emergency',
      'A 45-year-old with low back pain since lifting, numb between the legs and cannot pass urine. No fever.',
    ],
    ['urgent', '20F twisted her ankle, cannot take a single step, bone is very tender and crooked. No wound.'],
    [
      'urgent',
      'An 81-year-old on warfarin bumped her thigh, the bruise grows by the hour and the thigh is tight. No fall.',
    ],
    [
      'emergency',
      'A 31-year-old has red shoulders after a day at the beach, now confused, 40.5 and vomiting. No blisters.',
    ],
    [
      'emergency',
      'A 55-year-old has dry, tired eyes at the screen; since noon sudden loss of sight in the left eye. No pain.',
    ],
    [
      'emergency',
      'A 19-year-old has cramps on the first day of her period as every month, but now collapsed with a rash like sunburn and fever 40. Uses tampons.',
    ],
    [
      'emergency',
      'A 27-year-old has period pain as always, period is two weeks late, pain in the shoulder and nearly fainted. No fever.',
    ],
    [
      'emergency',
      'A 66-year-old gets chest tightness uphill for four months, gone after rest; today it came at rest and lasts thirty minutes. No fever.',
    ],
    [
      'urgent',
      'A 60-year-old with a groin hernia that usually goes back; since noon hard, red, very painful and he vomits. No fever.',
    ],
    [
      'emergency',
      'A 74-year-old had blurred vision for two years; suddenly this morning the left eye went black. No pain.',
    ],
    ['emergency', 'A 2-year-old swallowed a cherry stone and now coughs, chokes and is blue. No fever.'],
    [
      'emergency',
      "A 60-year-old's foot fell asleep after sitting cross-legged; two hours later he still cannot move the leg and his speech is slurred. No pain.",
    ],
    ['urgent', 'A 4-year-old plays and drinks, fever 39.2 for six days, red eyes and cracked lips. No cough.'],
    ['emergency', 'A 5-year-old plays and drinks, 38.8, purple spots on the legs that do not fade. No cough.'],
    [
      'emergency',
      'A 26-year-old has loose stools and vomited twice after a buffet; now blood in the stool and fever 39.5. Drinks well.',
    ],
    [
      'emergency',
      'A 24-year-old after a wedding party: headache and nausea, fell down the stairs, vomits again and is confused. No fever.',
    ],
    ['emergency', 'A 37-year-old on carbimazole with a sore throat and 38.3. Runny nose, no cough.'],
    [
      'emergency',
      'A 24-year-old with fever, cough, aches, neck moves freely; lips blue, 34 breaths a minute. No rash.',
    ],
    [
      'emergency',
      'A 34-year-old has a red patch on the white of the eye, with severe pain and blurred sight since noon. No injury.',
    ],
    [
      'emergency',
      'A 29-year-old has blood on the toilet paper and passes clots, dizzy on standing. No pain in the belly.',
    ],
    [
      'emergency',
      'A 12-year-old with a nosebleed for five minutes every day, now bleeding for an hour and soaked three towels, pale. No injury.',
    ],
    ['emergency', 'A 4-week-old spits up milk after feeds; since this morning green vomit, belly swollen. No fever.'],
    [
      'urgent',
      'A 4-week-old spits up milk after feeds, now forceful vomiting after every feed, losing weight. No fever.',
    ],
    ['emergency', 'A 6-year-old bumped his forehead on a door, small bump; now vomits twice and is drowsy. No fever.'],
    [
      'emergency',
      'A 9-month-old with a red nappy area has a fever of 39, cold hands, mottled skin, will not wake. No cough.',
    ],
    [
      'urgent',
      'A 28-year-old four days after birth, full tender breasts, one red hot wedge and 39.0 with shivering. No cough.',
    ],
    ['emergency', 'A 52M snores with pauses; took his oxycodone and wine, now lips blue and cannot be woken. No fall.'],
    [
      'emergency',
      'A 63-year-old nicked her thumb, small cut, shallow; a week later jaw stiff and neck spasms. No fever.',
    ],
    [
      'emergency',
      'An 8-year-old stares blankly for ten seconds several times a day; now shaking all over for seven minutes. No fever.',
    ],
    [
      'emergency',
      'A 70-year-old with stiff shoulders and hips for a month, now new headache at the temple, jaw hurts when chewing, vision dimmed for a minute. No fever.',
    ],
    ['emergency', 'Me picó una avispa en el brazo, ahora tengo ronchas en todo el cuerpo y se me cierra la garganta.'],
    ['emergency', 'Amanecí con el cuello tieso y fiebre de 39.5, me molesta la luz y vomité.'],
    [
      'emergency',
      'A mi bebé de 7 meses le salen los dientes, babea y muerde todo, ahora no traga y hace ruido al respirar.',
    ],
    ['emergency', 'Mi migraña de siempre, pero hoy el peor dolor de mi vida, de golpe, y no siento el brazo derecho.'],
    [
      'emergency',
      'Desde hace una semana me brinca el párpado y hoy se me torció la boca y no puedo cerrar el ojo del mismo lado y arrastro la pierna.',
    ],
    [
      'emergency',
      'Hombre de 35 años con diarrea y vómitos desde anoche, no retiene nada, está confundido y no orina desde ayer.',
    ],
    [
      'emergency',
      'Tengo presión en el pecho al subir la cuesta desde hace meses y se me quita al parar, pero hoy me dio en reposo y sudo frío.',
    ],
    ['urgent', 'Mi hija de 8 años tiene dolor de piernas en la noche y ahora cojea y tiene fiebre de 38.7.'],
    ['emergency', 'Me quité una garrapata hace dos semanas y ahora tengo fiebre y una mancha roja redonda que crece.'],
    [
      'emergency',
      'A 46-year-old is bloated since lentils; belly hard like a board, vomiting, no wind passed since yesterday. No fever.',
    ],
    [
      'emergency',
      'A 17-year-old has a bump on the eyelid for two days; now the whole lid is swollen shut, fever 39, the eye hurts to move.',
    ],
    [
      'emergency',
      'A 50-year-old removed a splinter from his palm whole three days ago; now a red streak runs up the arm and he shivers. No tetanus shot.',
    ],
    [
      'emergency',
      'A 2-day-old girl has flecks that vanish and reappear; she is hard to wake, blue around the mouth and breathes fast.',
    ],
    [
      'emergency',
      'A 32-year-old drank eight beers last night; headache today, confused, one pupil larger, fell off the kerb. No fever.',
    ],
    [
      'emergency',
      'A 59-year-old cut his finger on a tin; the cut is small but the fingertip is numb and white and blood pumps out. No fever.',
    ],
    [
      'urgent',
      'A 10-month-old boy: testicle never in the scrotum; since noon screaming, groin hard and red, vomiting.',
    ],
    [
      'emergency',
      'A 67-year-old gets a tight chest on the stairs, over when standing still, for two months; since breakfast it does not stop and he is sweating. No cough.',
    ],
    [
      'urgent',
      'A 44-year-old has a painful heel in the morning for months; now the calf is swollen and hot after a flight. No injury.',
    ],
    [
      'emergency',
      'A 30-year-old has the usual hay fever each spring; now wheezing badly, cannot finish a sentence. No fever.',
    ],
    ['emergency', 'A 29-year-old is having hot flushes and palpitations, passed out twice today. No fever.'],
    [
      'emergency',
      "A 35-year-old's hand falls asleep at night for months; this morning the whole arm is limp and his mouth hangs. No pain.",
    ],
    [
      'emergency',
      'A 24-year-old with heavy regular periods for a year; today soaking two pads an hour, dizzy and pale. No fever.',
    ],
    [
      'emergency',
      'A 40-year-old pale after a nosebleed, 2 hours, blood running down the throat, takes warfarin. No bruises.',
    ],
    [
      'emergency',
      'A 25-year-old woke with a stiff neck from the sofa; fell from a ladder yesterday, hands tingle and legs are weak. No fever.',
    ],
    [
      'emergency',
      'A 6-year-old with chickenpox, eating and playing yesterday, today staggers, vomits and is confused. No fever.',
    ],
    [
      'emergency',
      'A 3-year-old with slapped cheeks and lacy rash, very pale and breathless, has sickle cell disease. No fever.',
    ],
    [
      'urgent',
      'Her baby of 5 weeks has a sticky eye since birth, now lids are swollen, full of pus and red. No cough.',
    ],
    [
      'emergency',
      'A 60-year-old bumped her forehead lightly, takes apixaban, now vomits and headache grows. No wound.',
    ],
    ['urgent', 'A 28-year-old with thrush as before, now lower belly pain and fever of 38.9. Not pregnant.'],
    [
      'emergency',
      'A 31-year-old three days after giving birth, tearful, and hears voices telling her the baby is cursed. Eats, no fever.',
    ],
    [
      'emergency',
      'A 50-year-old with known gout and heartburn once a month; vomits blood this morning. No chest pain.',
    ],
    ['emergency', 'A 20-year-old after a vaccine: arm sore, and since noon chest pain and racing heart. No fever.'],
    ['emergency', 'My 7-month-old is teething, drools, and just put a button battery in his mouth. No cough.'],
    ['emergency', 'A 33-year-old with an iron tablet: stools black and sticky like tar, dizzy on standing. No pain.'],
    [
      'emergency',
      'A 38-year-old with the same back strain after lifting, now fever 38.9 and injects drugs. No numbness.',
    ],
    [
      'emergency',
      'A 45-year-old has a mild tension headache after work; since the gas heater was lit the whole family has headache and nausea. No fever.',
    ],
  ]
  test.each(dangers)('%s: %s', (expected, text) => expect([text, urgencyOf(text)]).toEqual([text, expected]))
})

describe('understanding-D20 what is absent in a case, and what is an age', () => {
  const findingsIn = (text: string) => understand({ text }).triage.findings
  const stateOf = (text: string, asked: string) => findingsIn(text).find(({ concept }) => concept === asked)?.state

  test.each([
    ['No morning confusion, no fever.', 'confusion'],
    ['No hives, no breathing trouble.', 'short-of-breath'],
    ['No vomiting, no night sweats.', 'night-sweats'],
    ['Sin fiebre, sin confusión nocturna, no soy diabético.', 'diabetes'],
    ['Sin fiebre, sin otra confusión.', 'confusion'],
  ])('%s', (text, concept) => expect([text, stateOf(text, concept)]).toEqual([text, 'denied']))

  test.each([
    ['No doubt about it: confusion since the morning.', 'confusion'],
    ['No insurance. Morning confusion since Monday.', 'confusion'],
    ['Not sleeping, night sweats for weeks.', 'night-sweats'],
    ['Soy diabético y no como bien.', 'diabetes'],
  ])('%s', (text, concept) => expect([text, stateOf(text, concept)]).toEqual([text, 'present']))

  test('the "no" of one thing and the verb of the next are no finding', () => {
    for (const [text, concept] of [
      ['26 weeks pregnant, no bleeding, baby moves as always', 'less-movement'],
      ['belly soft, no blood, passes wind', 'obstruction'],
      ['glands not swollen, drinks as usual, 2 months old', 'baby-not-feeding'],
    ] as const)
      expect([text, stateOf(text, concept)]).toEqual([text, undefined])
    expect(stateOf('26 weeks pregnant and the baby has not moved since last night', 'less-movement')).toBe(
      'other_person',
    )
    expect(stateOf('2 months old and not feeding', 'baby-not-feeding')).toBe('present')
  })

  test('an age is no length of an illness, and a case tells its age in many ways', () => {
    expect(stateOf('Low back ache since yesterday in a 42-year-old.', 'for-years')).toBe(undefined)
    expect(stateOf('Low back ache for 42 years.', 'for-years')).toBe('present')
    const isOld = (text: string) => urgencyOf(`${text} Flu with aches since yesterday.`) === 'soon'
    for (const text of ['71M.', 'Woman, 79.', 'A man of 70.', 'Aged 68.'])
      expect([text, isOld(text)]).toEqual([text, true])
    for (const text of ['31M.', 'Woman, 29.', 'A man of 40.', 'Aged 28.', 'At number 70, Main Street.']) expect([text, isOld(text)]).toEqual([text, false]) // prettier-ignore
  })

  test('the fever of who nurses a baby is hers; of a baby it is the baby’s', () => {
    expect(urgencyOf('31-year-old breastfeeding her six-week-old: red hot wedge on the breast, 38.8, milk flows.')).toBe('urgent') // prettier-ignore
    expect(urgencyOf('31-year-old with a six-week-old who has 38.8 and sleeps through feeds.')).toBe('emergency')
  })
})

describe('understanding-D36 of whom a case is told whole nobody asks whether he wants to live', () => {
  const crisisOf = (text: string) => understand({ text }).crisis.level

  test.each([
    'A 28-year-old has itch and white discharge for two days, exactly as last year. No odour, no fever, no pelvic pain, no bleeding.',
    '71M, ear plugged with wax for four days after a shower. No pain, no discharge, no ringing, no dizziness, not sudden.',
    'A 12-year-old boy had a nosebleed that stopped after ten minutes. No bruises, and no one in the family bleeds.',
  ])('%s', (text) => expect([text, crisisOf(text)]).toEqual([text, null]))

  test.each([
    'No pain, no fever, no cough. I just do not want to live any more.',
    '71F, ear plugged with wax for four days. No pain, no discharge. My husband hits me and I am afraid to go home.',
    'A 28-year-old has itch and white discharge as last year, no fever, no pain, and has saved enough pills to end her life tonight.',
    'Sin dolor, sin fiebre, pero ya no quiero vivir.',
  ])('%s', (text) => expect([text, crisisOf(text)]).not.toEqual([text, null]))
})
