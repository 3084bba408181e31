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
