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

describe('understanding-D20, D22 signs told as stories, in the first person and in the third, and what only sounds like them', () => {
  test.each([
    'The bandsaw won. My thumb tip is wrapped in a wet flannel in a freezer bag',
    'la punta del índice la tengo en hielo, fue con la rebanadora del jamón',
    'my reliever’s doing nowt and I can’t get through a sentence',
    'he’s had fifteen puffs of the blue one and can only say two words then gasp',
    'no alcanza a terminar la frase, ya le di doce disparos',
    'My brother was spraying the vines. Tears and dribble are pouring off him and his pupils are like pins',
    'mi tío fumigó la milpa y le escurre agua por los ojos y la boca, le brinca la carne',
    'We all get headaches at home and they go when we leave for work and come back in the evening',
    'Me duele la cabeza y se me quita al salir a la calle, al volver a casa otra vez',
    '34 weeks. My wedding ring won’t come off and there are shimmery spots before my eyes',
    'tengo 35 semanas, el anillo ya no me sale y veo chispitas',
    'Tonsils out on Friday, she swallows over and over in her sleep',
    'le sacaron las anginas, no para de tragar dormido y hay una mancha roja en la funda',
    'my knees keep buckling on the stairs and tea comes out of my nose when I drink',
    'las piernas no me aguantan desde ayer y el agua se me sale por la nariz',
    'tosí y se me abrió la cicatriz de la hernia, se asoma algo como tripa',
    'Her cast went on this morning and now she can’t feel her fingers at all',
    'le pusieron yeso y no siente los deditos, están helados',
    'she’s had four fits since lunch and hasn’t come round in between',
    'van tres convulsiones y entre una y otra no despierta',
    'I brought up a mugful of dark red with clots in it',
    'acabo de arrojar como medio vaso de cuajarones',
    'Grandpa called the kettle a horse and the spoon a shoe this morning',
    'mi papá de repente le dice perro a la mesa, cambia el nombre a las cosas',
    'my cousin climbed down into the septic tank and isn’t answering',
    'los dos bajaron a la cisterna y ya no contestan',
    'through the window I can see her feet on the kitchen floor',
    'se atragantó con un pedazo de salchicha y no hace ruido',
    'she was born 9 days ago and is 38.1 under the arm',
    'nació hace dos semanas y tiene 38.3',
    'trod on an adder on the path, ankle like a balloon',
    'pisé una mapaná en el potrero',
    'can’t tell I’m wiping, as if my bum belongs to someone else, and nothing will come when I try to pee',
    'no me sale ni gota de orina desde anoche y al limpiarme no siento',
    'home from Lagos on Sunday, shivering then boiling, can’t remember my own phone number',
    'He’s the colour of candle wax and his vest is wet through',
    'tiene color de cera y la camisa empapada',
    'it’s like a fridge on top of my chest',
    'siento como si me hubieran puesto un tambo encima del pecho',
    'I shook the baby, he wouldn’t stop crying, he is 2 months old',
    'lo sacudí porque no dejaba de llorar, tiene 2 meses',
    'she has drunk jug after jug for days, diabetic, and is now talking to the wardrobe people on the wall',
    'my wife gave birth on Monday, says the baby has been swapped',
    'mi hermana dio a luz hace 5 días y dice que la bebé está endemoniada y hay que entregarla a dios',
    'if somebody fell from the tenth floor tonight, would it hurt? asking for myself',
    'si uno se avienta del puente hoy, ¿duele? pregunto por mí',
    'I’ve rehomed the cats, the bills are paid, thank you for everything',
    'Dejé a mis gatos con mi prima y dejé todo arreglado, gracias por todo doctora, adiós',
    'granny swallowed the whole week’s tablets in one go, warfarin and all',
    'se tomó el pastillero entero de la semana',
    'me tomé todas con vodka anoche y apenas desperté',
    'mi nieta se acabó el frasco de gotas del abuelo',
    'the flap’s off her toy and the little silver disc thing is gone, she’s gagging',
    'two of his magnetic beads went down the hatch',
    'one of her pupils is twice as big and the lid has dropped, head hurts',
    'tiene una pupila más grande que la otra y se le cayó el párpado',
    'rings round every street light, eye bright red, been sick twice',
    'veo aros en los focos, el ojo rojo y vomité',
    'He quit the booze three days ago. Sweats, shakes, says there are ants on the duvet that aren’t there',
    'dejó de tomar hace dos días y platica con gente que no hay',
    'she makes a crowing noise pulling air in and the skin over her collarbone sucks in',
    'rechina al jalar aire y se le hunde el hoyito del cuello',
    'felt a flutter then blacked out at the bus stop',
    'something ripped between my shoulder blades, my left hand is colder than the other',
    'sentí que algo se rasgó entre las paletillas',
    'my sister rang and I couldn’t understand one word she said, she sounded happy',
    'no le entendí ni una palabra a mi mamá, normalmente habla clarito',
    'what I threw up looked like old coffee grounds',
    'the gadget under my collarbone jolted me twice',
    'la cajita del pecho me dio dos patadas',
    'su LVAD tiene la luz roja y pita',
    'after the half marathon he’s trying to unlock the car with a spoon, skin like an oven',
    'Neighbour who injects sugar stuff is ironing the sofa and dripping with sweat',
    'mi abuelo usa insulina y está regando la alfombra todo sudado',
    'started lisinopril last month, my tongue barely fits in my mouth',
    'la lengua no me cabe en la boca, empecé enalapril',
    'took a boot to the temple at football, been sick four times, can’t keep her awake',
    'recibió un codazo en la sien y ya devolvió tres veces',
    'se me hinchó la muela y ya me bajó al cuello, hablo como con papa en la boca',
    'lo encontramos en el fondo de la pileta, tosió, ahora respira rápido',
    'dos meses sin regla, me duele un lado y el hombro',
    'se le puso gorda la pierna después del vuelo y le punza al agarrar aire',
    'my son fell off the bunk and now I can’t wake him',
    'no la puedo despertar desde que se cayó',
    'se le salió la cánula y no la puedo meter',
    'operado de tiroides ayer, bola en el cuello, la saliva no me pasa',
    'it’s like a blind came down over my right eye',
    'se me apagó el ojo derecho hace una hora',
    'estaba leyendo y de un momento a otro como si me dieran con un mazo en la nuca',
    'new seizure tablets, mouth full of sores and skin comes off on the towel',
    'hernia is hard and purple and won’t go back in, throwing up',
    'she put her phone in the oven, has a fever and a headache',
    'COPD, on oxygen, very drowsy this morning, headache, hands flapping',
    'A 58-year-old carpenter sliced the end of his index finger off; the piece is in a bag with ice',
    'Asthmatic of 23, salbutamol of no effect for an hour, speaks two words and then gasps',
    'After spraying an orchard a 41-year-old has pinpoint pupils, streaming eyes and twitching under the skin',
    'All three in the flat have headaches that go when they leave for school and come back once home',
    'At 35 weeks a woman could not get her rings off and sees glittery spots; sore below the right ribs',
    'Six days after tonsillectomy a boy swallows over and over in his sleep, dark stain on his pillow',
    'Two weeks after diarrhoea her legs give way on stairs and soup comes back through her nose',
    'Ten days after a caesarean the wound has opened and something pink peeks out',
    'Forearm plaster since morning; he cannot move or feel his fingers',
    'Third fit today, she has not come round between them, rescue diazepam did nothing',
    'Known cirrhosis, has brought up a cupful of clots',
    'Since an hour ago a 70-year-old calls the cup a shoe and the door a lamp',
    'Two workers went down into the slurry tank; neither is answering',
    'A toddler with a grape stuck: silent, cannot cough, going dark in the face',
    'Born 10 days ago, armpit temperature 38.2, feeds well',
    'Farm worker trod on a copperhead, leg swollen to the knee',
    'Slipped disc, cannot pass a drop since last night and does not feel the toilet paper',
    'A 62-year-old diabetic, colour of wax, shirt soaked, ache in the lower teeth',
    'A father says he shook his 4-month-old to stop the crying',
    '79-year-old, type 2, drinking jug after jug for three days, now chatting to people on the wall',
    'Eight days post partum, has not slept for three nights, says the baby has been swapped',
    'Ate the whole week’s tablets this morning, digoxin among them',
    'Remote control open, the small silver button cell is missing, a 1-year-old is drooling and refuses food',
    'Drooping left eyelid since morning, left pupil much larger than the right, pain behind the eye',
    'Sees rainbows around lamps, one red eye, forehead pain, vomited in the sink',
    'Drank daily until Monday, stopped the vodka; sees beetles that aren’t there, trembling, drenched',
    'Two-year-old, seal-like cough, crowing sound when drawing air in even at rest, skin above the breastbone sucks in',
    'Flutters in the chest, then blacked out at the kitchen sink; woke on the floor',
    'Sudden ripping between the shoulder blades, one arm cooler than the other',
    'Brought up something that looks like coffee grounds, dizzy on the stairs, takes naproxen',
    'Six days old, milk comes back up green, three times',
    'The device in his chest kicked him three times since noon',
    'Runner collapsed confused after a half marathon, skin hot as an oven, has stopped sweating',
    'Insulin user, drenched, tries to start the car with a spoon',
    'Two weeks on ramipril, lips like sausages, tongue no longer fits in his mouth',
    'Took a knee to the temple at rugby, sick three times since, cannot be kept awake',
    'Un hombre de 60 años siente como si le hubieran sentado un refrigerador en el pecho y le corre a la quijada',
    'Niña de 4 años que estuvo en el fondo de la alberca un minuto, la sacaron y tosió; respira rápido',
    'Mujer con siete semanas sin regla, dolor de un lado y dolor en el hombro',
    'Hombre con la pantorrilla gorda después de un vuelo, le punza al tomar aire',
    'Hombre que dejó de beber hace tres días, ve arañas que no hay y tiembla entero',
    'Se le salió la cánula de la traqueostomía y ya no entra',
    'Operada de tiroides ayer, bola en el cuello y la saliva no le pasa',
    'De un segundo a otro como un batazo en la nuca haciendo pesas',
    'Empezó lamotrigina, boca y ojos llenos de ampollas, la piel se le queda en la toalla',
    'Anciana que de repente le dice perro a la silla y azul a la sal',
    'Bebé nacido hace 12 días, 38.1 en la axila',
    'Le enyesaron la pierna ayer, los dedos morados, no los mueve ni los siente',
    'Vomitó como un vaso de cuajarones, tiene cirrosis',
    'La suegra perdió la vista de un ojo como si bajaran una persiana',
    'se tiraría del puente esta noche? no, pero si uno se avienta de la azotea hoy, ¿duele? pregunto por mí',
  ])('%s', (text) => expect([text, urgencyOf(text)]).toEqual([text, 'emergency']))

  test.each([
    'shower of black specks in my left eye since lunch and flashes in the corner, no curtain',
    'woke up this morning and my right ear is stone dead',
    'amanecí sorda del oído derecho',
    'a used needle went through my glove into my thumb at work',
    'cambiando la basura se me encajó una jeringa en la mano',
    'a child at nursery bit her arm and broke the skin',
    'un compañero le mordió la mano y le sacó sangre',
    'insulin got cooked in the car and I have one dose left',
    'se me echó a perder la insulina con el calor, me queda para hoy',
    'left my lamotrigine in the hotel, two days without',
    'se me acabó el valproato hace dos días',
    'I have used the last of my prednisone and the pharmacy is closed till Monday',
    'se me acabó la prednisona, la tomo desde hace un año',
    'turns out I have been taking methotrexate daily instead of weekly',
    'llevo una semana tomando el metotrexato todos los días por error',
    'the condom came off last night',
    'anoche se nos rompió el condón',
    'tuvimos relaciones sin condón el sábado, ¿todavía sirve la pastilla?',
    'I slept with someone who told me after he is HIV positive',
    '18 month old with d&v, only one wet nappy since yesterday',
    'rash like sandpaper and a strawberry tongue, fever 39, she is 6',
    'piel como lija, lengua de fresa y 38.9',
    'me enyesaron ayer y los dedos están hinchados y con hormigueo',
    'I never bonded, don’t feel anything for my baby, she is 6 weeks',
    'se me cruzan imágenes horribles de que se me cae mi bebé',
    'neighbours are sending thoughts through the radio, she says',
    'mi hermano bipolar lleva cuatro noches sin dormir y compró tres carros',
    '14 weeks pregnant and my niece has chickenpox, sat on my lap yesterday, never had it',
    'pulled her up by the wrist and now she won’t use that arm',
    'INR came back 6.5, no bleeding',
    'his front tooth got knocked out, it is in milk',
    'COPD, phlegm went green, more tired than usual',
    'pulso disparejo desde ayer, sin dolor de pecho',
    'cicatriz del marcapasos roja y con pus',
  ])('%s', (text) => expect([text, urgencyOf(text)]).toEqual([text, 'urgent']))

  test.each([
    'I can’t feel the strings of my coil any more',
    'no me siento los hilos del DIU',
    'feeling low for two months, nothing is fun anymore',
    'ando bajoneada desde hace dos meses, ya no disfruto nada',
    'going loose for six weeks and lost a stone without trying',
    'my migraines used to be monthly, now they are weekly',
    'tosecita seca desde que tomo enalapril',
    'fasting sugars between 190 and 210 all week',
    'el azúcar en ayunas anda en 200 toda la semana',
    'roncha en forma de anillo que crece y pica',
    'la carne se me atora al tragar desde hace semanas',
  ])('%s', (text) => expect([text, urgencyOf(text)]).toEqual([text, 'soon']))

  test.each([
    'I cut the tip off a carrot and put it in a bag of ice',
    'the blue one doesn’t work, the pen I mean, please send another form',
    'llevo todo el día con los ojos llorando por la cebolla',
    'sprayed the roses this morning, all good',
    'what are the sparkly lights on your building for?',
    'there’s a red stain on the sheet from nail polish',
    'laughed so hard milk came out of my nose',
    'el yeso me lo quitan el lunes, ¿a qué hora?',
    'my son is in plaster until May, can he fly',
    'I work as a plasterer and need a medical form',
    'the fridge is a fridge and the phone is a phone',
    'El perro se llama Taza',
    'the dog is called Spoon',
    'went down to the cellar for wine and nobody answered the phone at your office',
    'my baby was born 9 days ago, how do I register him',
    'he stepped on an adder toy',
    'we just moved from Lagos and need a new doctor',
    'paint colour of putty for the waiting room?',
    'got wet through in the rain on the way to you',
    'I shook his hand and thanked the doctor',
    'she shook her head at the price',
    'we swapped the baby’s formula last week, fine',
    'my son was swapped to another school group',
    'I’ll send him back to you on Friday for his stitches',
    'jumped off the diving board today, it was fun',
    'what floor is the roof garden on, is it quick from the car park',
    'I gave my dog to my sister while I travel, and paid the bill',
    'key is with the neighbour for whoever waters the plants',
    'he finished the whole box of chocolates',
    'the back of the remote is off, where do I recycle the battery',
    'there’s a rainbow over the clinic, lights look lovely',
    'off the booze for dry January, feeling great',
    'butterflies fluttering in my belly before the wedding',
    'couldn’t make out a word the doctor said, his accent, please explain the dose',
    'no le entendí ni una palabra a la grabación de ustedes',
    'my toddler put the phone in the fridge haha',
    'encontré las llaves en el fondo de la alberca',
    'dos semanas sin internet',
    'no lo despierto de la siesta para la cita, ¿puedo llegar tarde?',
    'the blind came down in my office and I need a form for it',
    'de un momento a otro cambiaron mi cita',
    'sick leave times two',
    'my sister is 3 months pregnant and wants to register',
    'la insulina la recojo el viernes, ¿a qué hora cierran?',
    'can I take keppra with orange juice',
    'please refill prednisone, I pick it up Monday',
    'hydrocortisone cream ran out',
    'methotrexate blood test is every month, when is the next',
    'do you sell condoms',
    'is the strawberry festival near you',
    'the ear phones are dead in waiting room',
    'se me perdió el hilo de la conversación',
    'half a stone of potatoes for the kitchen',
    'my coil fit appointment, can I change it',
    'I have enough pills to last to Monday, no rush',
    'Tengo todo listo para mi cita, gracias',
    'ya dejé pagado el recibo, gracias doctora',
    'dejé a mi perro en la veterinaria y pagué',
    'le di a mi perro la pastilla, gracias',
    'gave my dog his medicine and paid at the desk, thank you',
    'le conté a la enfermera de las pastillas para la presión',
    'me las tomé todas como me indicó, necesito más',
    'tomé el antibiótico toda la semana',
    'a whole week for the meds to arrive?',
    'I’ve been on hold and no answer',
    'the website went down and neither phone answers',
    'he shook my hand hard and was so kind',
    'her schedule is down for the 9:30',
    'the bot me contesta cualquier cosa',
    'la persona que no está en la lista soy yo',
    'couldn’t find the bathroom in your clinic',
    'couldn’t remember my own password for the portal',
    'I answered wrong on the form, can I fix it',
    'put the milk in the fridge, does the vaccine need cold too?',
    'put his shoes in the washing machine',
    'brush your hair with a comb, the nurse said',
    'can’t see my face on the video visit',
    'stuck on the loading screen, no sound on the video',
    'throws a big fit every time we go to the dentist',
    'brought up the red form at the desk',
    'devolví el formulario rojo ayer',
    'se ve algo rojo en la hoja que me dieron',
    'I have a hernia check and can’t go in to work Monday',
    'no me viene bien la cita del martes',
    'dos días sin tomar agua con gas, qué logro',
    'me mandaron sin avisar a otra sala',
    'the machine put me on hold for an hour',
    'is there light in the lobby, the sparkly lights are nice',
    'the plaster went on the wall in the waiting room',
    'my son’s cast comes off Friday, can he swim',
    'vendemos su plan, me venden más caro',
    'tongue raised for the photo',
    'the top of the form is in a bag at the desk',
    'hot chocolate came out like a horse, sorry autocorrect',
    'I lost my condom voucher',
    'quiero condones gratis, ¿dan?',
    'my migraine diary is more often than before, thanks to you',
    'el agua sale por la llave del baño',
    'I can’t get going in the mornings without coffee',
    'cold then hot water in your sink',
    'the name of the dog is Cup',
    'my deaf ear is the left one, since birth',
    'my insulin pen needles, which size',
    'se me apagó el celular',
    'el ojo de la tormenta dicen que viene',
    'I swallowed my pride lol',
  ])('%s', (text) => {
    const { triage, crisis } = understand({ text }, { signed: true })
    expect([text, crisis.level]).toEqual([text, null])
    expect(['not_clinical', 'routine'], text).toContain(triage.urgency)
  })

  test('a wound with pus is infected, and a stiff nape no "never"', () => {
    expect(urgencyOf('mi herida tiene pus')).toBe('urgent')
    expect(urgencyOf('there is pus coming out of the wound')).toBe('urgent')
    expect(urgencyOf('tengo la nuca tiesa y fiebre')).toBe('emergency')
    expect(['not_clinical', 'self_care', 'soon']).toContain(urgencyOf('le salió una marquita negra en el zapato'))
  })
})

describe('understanding-D36 a farewell, a jump and a child given back, asked as a joke or told with thanks', () => {
  test.each([
    ['immediate', 'if somebody fell from the tenth floor tonight, would it hurt? asking for myself'],
    ['immediate', 'si uno se avienta del puente hoy, ¿duele? pregunto por mí'],
    ['immediate', 'I’ve rehomed the cats, the bills are paid, thank you for everything'],
    ['immediate', 'Regalé a mi gato y dejé pagada la renta. Gracias por todo'],
    ['immediate', 'I have counted the tablets out and there is enough'],
    ['immediate', 'me tomé todas con vodka anoche y apenas desperté'],
    ['immediate', 'dice que la bebé está poseída y hay que devolverla al río'],
    ['present', 'I shook the baby, he wouldn’t stop crying, he is 2 months old'],
    ['present', 'lo sacudí porque no dejaba de llorar, tiene 2 meses'],
  ])('%s: %s', (level, text) => expect([text, understand({ text }).crisis.level]).toEqual([text, level]))
})

describe('understanding-D20 an emergency stays one whatever stands beside it that often is none', () => {
  test.each([
    'he has no poo and vomits green, he is 6 days old',
    'perdón, mi hijo no contesta, no despierta',
    'disculpe, no me contesta mi papá, está tirado',
    'we were at the beach and boiling oil went over his face',
    'watching telly and she is talking to people on the wall who aren’t there',
    'he dropped his toy and I found him at the bottom of the pool, pulled him out',
    'hungover maybe but it is the worst headache of my life, came like thunder',
    'the dog jumped up and now my baby is limp',
    'blisters all over my mouth and skin comes off on the towel',
    'le dio un calambre y se le quedó dormido el brazo derecho y la cara',
    'he threw up juice and bright red blood',
    'le baja el oxígeno, se salió la cánula de la traqueo y no entra',
    'nobody noticed, but he has a fever and stiff neck and a rash that won’t fade',
    'mi niña tiene fiebre y unas manchas moradas en las piernas',
    '34 semanas, la panza dura como piedra y se me pasa el dolor a la espalda, sangro',
    'I shook her up and down because she kept crying, 10 weeks old',
    'the nurse said wait but I can’t understand a word dad says since noon',
    'he got out of the pool and had a stroke',
    'had a stroke in the pool',
    'lips are blue, teeth chattering, pulled from the river',
    'teeth chattering, blue lips',
    'the chicken is stuck in his throat and he is going blue',
    'the fish was off and now my lips are swelling and I can’t breathe',
    'el pollo estaba malo y vomito sangre',
    'en el carro me siento ahogado, no puedo respirar',
    'en el carro se quedó ahogado mi bebé, no respira',
    'mi perro está bien pero mi hijo está envenenado',
    'en la escuela jugando videojuego le dio una convulsión',
    'my cat scratched me and my throat is closing',
    'no period, test positive, stabbing low on the left, dizzy',
    'she won’t stop, high fever, the mosquito season, purple rash that doesn’t fade',
    'the interpreter is here; my mother can’t get her words out since ten',
    'my ring finger was cut off by the saw, in a bag of ice',
    'con cruda y el peor dolor de cabeza de mi vida de golpe',
    'cold weather and suddenly his fingers went white and dead, no pulse in the hand',
  ])('%s', (text) => expect([text, urgencyOf(text)]).toEqual([text, 'emergency']))
})

describe('understanding-D20, D22 the same classes in other voices', () => {
  test.each([
    'Nan fell asleep at the table and now her smile only goes up one side, she says it’s the denture',
    'my hand keeps letting go of the mug since this morning, funny isn’t it',
    'wee boy keeps bowing his head in little clusters when he wakes, stopped babbling',
    'the baby’s had no wet nappy since yesterday lunch and is floppy as a cloth',
    'I can’t pee, my back is broken in two and my bits are numb',
    'he’s been on the new antibiotic two days, face like a football and itching all over, breath whistling',
    'dad’s new water tablets, now his heart is bumping about and he fainted in the shop',
    'feels like a hot poker between my shoulders, sweating, arm heavy, bet it’s the curry',
    'sent home after chemo Thursday, teeth chattering, 38.1 on the strip',
    'drank the blue stuff from under the sink, my 2 year old, mouth is white',
    'mam’s chest rattles, blue round the mouth, can’t lie back, spit is pink',
    'my waters went and there’s something like a cord',
    'bleeding like a tap down there and I’m 20 weeks',
    'my daughter’s insulin pump says occlusion since last night, she’s breathing deep and being sick',
    'my ears are ringing and I took a whole strip of aspirin because of the toothache, 20 of them',
    'se me durmió media cara hace rato y la sopa se me sale por un lado',
    'le pica todo el cuerpo y se le cierra la garganta después de los camarones',
    'mi bebé de un mes está amarillo, no quiere comer y duerme todo el tiempo',
    'me duele la boca del estómago, sudo frío y me falta el aire, tengo 58',
    'mi hijo se golpeó la cabeza y le sale líquido claro por la nariz',
    'el abuelo no se quiere despertar, ronca raro y tomó sus gotas para dormir con vino',
    'tengo el azúcar en 480, vomito y respiro rápido',
    'me cayó cloro con ácido en los ojos',
    'mi mujer está de parto y se ve una mano del bebé',
    'me corté la muñeca sin querer con un vidrio y sale a chorros',
    'pisé un cable y me dio la corriente, tengo quemada la mano y el corazón raro',
    'mi niño se tragó una pila redonda hace una hora',
    'se le puso la pierna fría y blanca de golpe',
    'tengo la cabeza que me estalla, me molesta la luz y el cuello tieso, 39',
    'Hedge cutter had a go at my pinky, the bit that came off is wrapped in film in the icebox',
    'mi compadre perdió la punta del dedo en la licuadora industrial, la trae en una servilleta mojada',
    'ventolin not touching it. she can only nod',
    'he’s puffing his reliever every five minutes and his mates are finishing his words for him',
    'ya no le hace el salbutamol, contesta con la cabeza nomás',
    'grandad mixed sheep dip all day, now he’s dribbling, weeping and his pupils are dots',
    'el jornalero anduvo regando insecticida, suda, babea, se le salen las lágrimas y ve borroso',
    'every time we light the stove the whole family feels groggy, better once we open the door',
    'We feel rotten in the caravan and right as rain on the beach, back inside it starts again',
    '29 weeks, face puffed up overnight and I keep seeing little flashes like camera bulbs',
    '32 semanas, hinchada de la cara, lucecitas y una punzada bajo las costillas del lado derecho',
    'day 7 after his adenotonsillectomy, fresh blood in the spit bowl',
    'a los seis días de la operación de amígdalas amaneció con sangre fresca en la boca',
    'pins and needles in both feet Tuesday, knees by Thursday, today I can’t lift my arms to brush my hair',
    'hace tres días los pies dormidos, ayer las rodillas, hoy no levanto los brazos y me cuesta tragar',
    'sneezed and my caesarean scar popped, I can see pinky wet stuff',
    'my leg in the cast is screaming, toes white and I’ve no feeling in them',
    'desde que me pusieron la férula los dedos están morados y no los siento',
    'he seizes, stops, seizes again, hasn’t woken properly for half an hour',
    'le da una convulsión tras otra y no vuelve en sí',
    'liver patient, just threw up what looked like a bowl of cranberry jelly with lumps, smells of iron',
    'tiene várices en el esófago y acaba de vomitar negro con coágulos',
    'Dad’s asking for the thing you sit on and the thing you see time on, he can’t name anything since breakfast',
    'mi abuela desde la mañana no encuentra el nombre de nada, le dice coso a todo y mezcla palabras',
    'man down the manhole, his mate went after him, both gone quiet',
    'el plomero entró al tinaco y dejó de hablarnos',
    'baby turning purple with a piece of apple in his throat',
    'se le fue un pedazo de manzana, no puede llorar y se está poniendo morado',
    'our two week old feels warm, digital says 38.4 in the armpit',
    'tengo un bebé de 20 días con 38.2',
    'bitten by an adder on the moor, hand swelling past the wrist',
    'lo mordió una coral en la bodega, dice que no le duele',
    'since the disc slipped I dribble and can’t tell when I’ve finished peeing, seat is numb',
    'no controlo el pis desde ayer, las nalgas como dormidas y las piernas flojas',
    'back from Ghana a fortnight, burning up then teeth chattering, eyes gone yellow',
    'volví de Angola hace diez días, fiebre, escalofríos y los ojos amarillos',
    'she’s 70, diabetic, cold sweat, can’t get comfy, ache in both jaws, keeps burping',
    'I lost it and shook my little girl, she’s five months and now she won’t feed',
    'mi pareja zarandeó al bebé y ahora está muy dormido',
    'my husband drinks gallons, pees all night, today he doesn’t know his own kitchen, sugar reads HI',
    'since giving birth she thinks the baby is the chosen one and must be washed in bleach',
    'desde que nació la niña mi esposa no duerme y dice que oye órdenes de dios para llevársela',
    'silly me, swallowed the lot thinking they were mints, forty of my heart tablets',
    'me confundí y me tragué las treinta de la presión creyendo que eran dulces',
    'the hearing aid battery is gone and my 18 month old has a funny cough and won’t eat',
    'faltan dos imanes del juguete y mi niño se agarra la panza',
    'one pupil like a saucer the other like a pin, awful headache since the gym',
    'se me bajó un párpado y veo doble, con dolor atrás del ojo',
    'mum’s eye is rock hard and red, vomiting, everything is foggy with rings',
    'he’s three days dry, sweating buckets, hands going like a leaf, convinced there are rats in the bed',
    'tercer día sin alcohol, ve ratas en la cama y no para de temblar',
    'little one makes a high noise with each breath in, ribs caving, was barking last night',
    'palpitations then keeled over at the till, second time this week, cousin dropped dead at 28',
    'like a zip being ripped open down my back, came from nowhere, feel faint',
    'like someone swapped dad’s words for jumble, from one minute to the next',
    'I’m bringing up black bits like coffee, weak as a kitten',
    'baby’s sick is bright green, he is four days old and his belly is tight',
    'implant keeps shocking me, fifth time',
    'my husband came back from the 10k talking rubbish and burning hot',
    'the lad next door is diabetic, pale, sweaty, picking fights and doesn’t know me',
    'my lips and tongue have blown up since I started that blood pressure pill',
    'after the tackle he vomited twice and keeps nodding off',
    'toddler pulled from the paddling pool, coughing, now breathing fast',
    'period six weeks late, stabbing low on the right and pain in the tip of my shoulder',
    'swollen calf after the coach trip and now it hurts to breathe in',
    'fell out of bed, slept, and now I can’t rouse her',
    'trachy tube came out and won’t go back',
    'had my thyroid out yesterday and my neck is swelling, voice gone squeaky',
    'a shutter dropped over half of my left eye',
    'started allopurinol 2 weeks ago, blisters in my mouth and skin peeling in sheets',
    'rupture in the groin won’t go back, it’s purple and I’m being sick',
    'COPD wife very sleepy and muddled this morning, headache',
    'A 68-year-old man has crushing central chest discomfort for forty minutes radiating to the left jaw, sweaty and nauseated',
    'Woman, 74: since waking her left arm drops when raised and her words are slurred',
    'A 3-week-old boy feeds half as usual since last night, is hard to wake and feels cold to touch',
    'Known peanut allergy; after a biscuit a 9-year-old has lip swelling, hoarse voice and vomited twice',
    '62M on warfarin fell from a ladder, struck his head two hours ago, now drowsy with one vomit',
    '24F, six weeks since last period, sudden left lower abdominal pain, shoulder tip pain and faintness',
    'A previously well student with fever, stiff neck and purple spots that do not blanch',
    '55-year-old with type 1 diabetes, vomiting since morning, deep rapid breathing, ketones 5.2',
    'Postpartum day 3, soaking two pads an hour with clots, pale and dizzy',
    'A 15-year-old with sudden severe pain in the right testicle for two hours, vomiting',
    '45-year-old, sudden tearing pain from chest to back, BP 190/100 right arm, 150/90 left',
    '70-year-old with abdominal pain, pulsatile mass and collapse',
    'A toddler drank an unknown amount of drain cleaner, drooling and refusing to swallow',
    'Man, 30, swelling of the calf after a long flight, now sudden breathlessness and pleuritic pain',
    'A 6-month-old draws up his legs screaming every fifteen minutes, pale between, stool like redcurrant jelly',
    '80-year-old nursing home resident, new confusion, temperature 39.4, breathing 28 a minute, blood pressure 92/50',
    '25-year-old stung by a wasp ten minutes ago: widespread hives, wheeze, light-headed',
    'Sickle cell patient, 19, chest pain, fever 38.7 and breathless',
    'Chemotherapy nine days ago, temperature 38.3, shivering',
    'A 40-year-old with severe headache of sudden onset while straining, vomiting, photophobia',
    'Farmer with a painful jaw spasm and stiff neck ten days after a puncture wound',
    '48-year-old with back pain, cannot urinate, numb between the legs',
    'Hombre de 70 años con debilidad súbita del brazo derecho y habla arrastrada desde hace una hora',
    'Mujer de 30 años, 34 semanas, dolor de cabeza intenso, ve luces y presión 170/110',
    'Lactante de 2 meses con 38.4, rechaza el pecho y está adormilado',
    'Niño de 4 años con tos perruna, ruido al respirar en reposo y tiraje',
    'Hombre de 50 años que vomita sangre roja, pálido y sudoroso',
    'Mujer con dolor de pierna, hinchazón y falta de aire repentina después de una cirugía',
    'Paciente diabético con glucosa de 38, confuso y sudoroso',
    'Joven que tomó veinte pastillas de paracetamol hace una hora',
    'Hombre de 60 años con dolor abdominal brusco, vientre duro como tabla',
    'Niña de 7 años con picadura de abeja, ronchas en todo el cuerpo y voz ronca',
    'Trabajador que cayó de un andamio de cuatro metros, no mueve las piernas',
    'Adulto mayor con fiebre, escalofríos, confusión y poca orina',
    'Mujer de 28 años con dolor pélvico, retraso menstrual y desmayo',
    'Quemadura con aceite hirviendo en cara y cuello hace 20 minutos',
    'A diver with joint pain and numb legs an hour after surfacing',
    'Bitten on the neck by a dog, air bubbles from the wound',
    'A farmer’s arm was pulled into a baler, crushed and pale',
    'A 35-year-old with known Addison’s disease, vomiting, weak, cannot keep hydrocortisone down',
    'Haemophilia, knocked his head, headache getting worse',
    'She has a shunt, headache, vomiting, more and more sleepy since yesterday',
    'Renal patient missed two dialysis sessions, weak, pulse 38',
    'Transplanted kidney, fever 39 and shivering',
    '16-year-old girl fainted during a race, uncle died suddenly at 30',
    'A child with an orbital swelling, fever, cannot move the eye',
    'Contact lens wearer? no: chemical splash of cement in both eyes ten minutes ago',
    'A carer reports the patient’s PEG tube out and bleeding heavily',
    'Elderly man with hip pain after a fall, leg short and turned out',
    'An infant of 5 months jerks arms and head in clusters on waking, stopped smiling',
  ])('%s', (text) => expect([text, urgencyOf(text)]).toEqual([text, 'emergency']))

  test.each([
    'like someone sprinkled pepper in my right eye this morning and there are sparks when I look sideways',
    'de pronto veo una lluvia de puntos negros con el ojo derecho y chispazos al voltear',
    'went to bed fine, woke with no hearing at all on one side',
    'de un día para otro dejé de oír del lado izquierdo',
    'pricked by a discarded syringe in the park, bled a little',
    'me lastimé con una lanceta usada de otra paciente',
    'my toddler was bitten by another child at playgroup and it bled',
    'mi novio me mordió en el brazo y me abrió la piel',
    'power cut spoiled my insulin, enough for tonight only',
    'la insulina se congeló en el refri y ya no me queda otra',
    'my epilepsy tablets are finished and the repeat is not till Tuesday',
    'mi hijo lleva tres días sin su valproato',
    'I stopped my steroids suddenly on Sunday after two years on them',
    'dejé de golpe la prednisona que tomaba desde hace un año',
    'have taken methotrexate each morning this week by mistake, mouth ulcers',
    'en lugar de semanal me he tomado el metotrexato diario',
    'the condom tore on Saturday, what can I still take',
    'tuve sexo sin condón hace dos días con alguien que tiene VIH',
    '9 month old, vomiting since yesterday, two wet nappies in 24 hours',
    'mi bebé de un año con diarrea, solo un pañal mojado desde anoche',
    'my plaster feels tight and the fingertips tingle since this afternoon',
    'se me hinchan los dedos debajo del yeso',
    'six weeks after the birth I cry all day and feel nothing for him',
    'she is sure the neighbours send messages through the television',
    'no duerme desde el martes, habla sin parar y gastó todo el sueldo',
    'I am 20 weeks and sat next to a kid with chickenpox, never had it',
    'my two year old won’t bend her arm since I pulled her up the kerb',
    'welding without a mask, eyes like sand tonight',
    'red line running up from a cut on my hand',
    'my catheter bag has been empty since this morning and I am bursting',
    'warfarin, INR 7 at the clinic, gums fine',
    'shingles blisters on my eyelid',
    'cellulitis line moved past the pen mark',
    'burn from the iron, blister as big as a plum',
    'my chest infection, green phlegm, I’ve got COPD and more puffed than normal',
    'pacemaker wound oozing pus',
  ])('%s', (text) => expect([text, urgencyOf(text)]).toEqual([text, 'urgent']))

  test.each([
    'fish fingers in the freezer, are they ok for a diabetic',
    'comí a las 12 del día, ¿puedo hacerme el análisis?',
    'tomo 10 pastillas al día, ¿hay alguna que quitar?',
    'I take 12 pills a day and want them reviewed',
    'can’t name any doctors in your network',
    'nobody answers, the line has gone silent',
    'three years sober and proud',
    'how many floors is the parking garage',
    'if I take the whole box of the bowel prep, is that right?',
    'found a family doctor for my kids',
    'shutter on the pharmacy came down early',
    'we use the gas fire and it is cosy',
    'god told me to be patient haha',
    'una punta del dedo del guante se rompió',
    'el plomero entró a la casa y no contesta mis llamadas',
    'salbutamol refill please, running low',
    'my reliever is due every two months',
    'she nods when she likes the food',
    'sheep dip farm show on Saturday, parking?',
    'llame al pozo de agua, no contestan',
  ])('%s', (text) => {
    const { triage, crisis } = understand({ text }, { signed: true })
    expect([text, crisis.level]).toEqual([text, null])
    expect(['not_clinical', 'routine'], text).toContain(triage.urgency)
  })
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

describe('understanding-D20, D29 minor ailments, and what is none', () => {
  test.each([
    ['self_care', 'Canker sore inside my lip since Sunday, I get one every exam week. Eating fine, no fever, just the one.'],
    ['soon', 'Mouth ulcer on the side of my tongue for five weeks, no fever, eating fine, no pain at all.'],
    ['self_care', 'Both ears are ringing after the concert last night, already better today. Hearing is fine, no pain, not dizzy.'],
    ['urgent', 'Ears were ringing after the concert and this morning I hear nothing in the left ear. No pain, no fever.'],
    ['self_care', 'Lost my voice after screaming at the game. No pain, no fever, I can swallow and breathe fine, a bit better today.'],
    ['emergency', 'Lost my voice after screaming at the game. No fever. Now it is hard to breathe and there is a noise when I breathe in.'],
    ['emergency', 'A jellyfish got my shin an hour ago. A red stripe, no fever. Now my chest hurts and I am vomiting.'],
    ['self_care', 'I took my vitamin D twice this morning by mistake. I feel fine, no vomiting, no other medicine, no illness.'],
    ['emergency', 'I took my warfarin twice this morning by mistake. I feel fine, no bleeding.'],
    ['self_care', 'My 2 year old bit a crayon and swallowed it. No cough, no vomiting, she is eating and playing.'],
    ['emergency', 'My 2 year old swallowed a button battery. No cough, no vomiting, she is playing.'],
    ['self_care', 'My son of 6 lost his first baby tooth today, it bled two minutes and stopped. No fever, eating well.'],
    ['self_care', 'Since we landed yesterday both ears feel full and popping. No pain, no bleeding, not dizzy, I hear people fine.'],
    ['self_care', 'Me salió un afta en la boca desde el lunes, siempre me sale una en exámenes. Como bien, sin fiebre.'],
    ['self_care', 'Me quedé ronco después de cantar en el karaoke. No me duele, trago bien, respiro bien, sin fiebre, hoy ya mejor.'],
    ['self_care', 'Me zumban los oídos desde el concierto de anoche. Ya casi no, oigo bien, sin dolor ni mareo.'],
    ['self_care', 'Fiebre no tengo, solo moco y estornudo desde ayer. Como bien y duermo bien, sin tos.'],
    ['soon', 'When I roll over in bed the room spins for ten seconds and stops. No headache, no hearing loss, I walk and talk normally.'],
    ['emergency', 'When I roll over in bed the room spins for ten seconds. Since noon I see double and cannot walk straight.'],
    ['soon', 'Me salieron unas verruguitas en mis partes hace un mes, no duelen, no tengo fiebre.'],
    ['soon', 'The side of my big toenail has grown in and it is puffy with pus. No fever.'],
    ['soon', 'My tooth zings with cold drinks for three weeks. No swelling, no fever.'],
    ['urgent', 'Un perrito de la calle me mordió el tobillo ayer, es un rasguñito, no sé de quién es.'],
    ['urgent', 'Our cat bit me on the hand last night. Two tiny holes, and now the hand is puffy and hurts to close.'],
    ['emergency', 'A bee stung me on the ankle 15 minutes ago and now my voice is hoarse and I keep clearing my throat.'],
    ['emergency', 'Nosebleed for 50 minutes without stopping. I take warfarin.'],
    ['emergency', 'Flew home on Sunday and my calf has been crampy. Since this morning I am breathless on the stairs.'],
    ['emergency', 'My head is hungover, but this headache came on in one second, like being hit with a bat.'],
    ['emergency', 'Vomita dos veces y lo que echa es oscuro, como los posos del café. No tiene fiebre.'],
    ['emergency', 'Her spots don’t fade when I press a glass on them and she has a fever.'],
    ['emergency', 'Le salieron ronchas que no se borran al presionar y tiene fiebre.'],
    ['emergency', 'My brother wrote letters, gave his dog away and is sitting in the barn with his shotgun.'],
  ])('%s: %s', (urgency, text) => expect([text, understand({ text }, { signed: true }).triage.urgency]).toEqual([text, urgency])) // prettier-ignore

  test('what is told mild is still listened to where a word of harm stands in it', () => {
    const text =
      'Just a bruise on my shin, no swelling, no fever, walking fine. He kicked me again and I am scared to go home.'
    expect(understand({ text }).crisis.level).toBe('present')
  })
})

describe('somebody does not feel well', () => {
  test.each([
    'I don’t feel good',
    'No me siento bien',
    'Mi hija no se siente bien desde ayer',
    'I am unwell',
    'I do not feel well.',
  ])('for a nurse: %s', (text) => expect([text, understand({ text }).triage.urgency]).toEqual([text, 'soon']))

  test.each([
    'I don’t feel right about paying this',
    'No me siento bien con este cobro',
    'The audio is not very well',
    'I don’t feel good about this bill',
  ])('not of a body: %s', (text) => expect([text, understand({ text }).triage.urgency]).toEqual([text, 'not_clinical']))
})

describe('a danger that stands in a home complaint', () => {
  test.each([
    [
      'emergency',
      'My 3 year old ran into a door and has a bump on his forehead. No vomiting, he drinks well, but he just stares off and doesn’t answer me.',
    ],
    ['emergency', 'My 3 week old baby is grunting with every breath and hasn’t had a poop today.'],
    [
      'emergency',
      'My newborn is grunting with every breath even after passing gas. Feeding well, no fever, no vomiting.',
    ],
    ['emergency', 'My 2 year old chewed a nicotine pouch he found in the sand. He is playing and drinking well.'],
    ['emergency', 'My toddler chewed a mushroom from the grass in our yard, he is playing and eating well.'],
    ['emergency', 'She has a fever and only some of the spots fade when I press a glass on them.'],
    ['emergency', 'She has a fever and none of the spots fade when pressed.'],
    ['emergency', 'Tiene fiebre y solo algunas manchas desaparecen al presionar.'],
    [
      'emergency',
      'For years my mother forgets names and appointments. Since last night she is confused and doesn’t know where she is.',
    ],
    [
      'emergency',
      'I am 60 and have burning in my chest since this morning, Tums helped a little. No fever, no cough, no nausea.',
    ],
    ['urgent', 'My 7 year old takes warfarin. His baby tooth came out this morning and it is still bleeding.'],
    [
      'self_care',
      'My 2 year old ate some sand at the playground. He is playing and drinking well, no cough, no vomiting.',
    ],
    ['self_care', 'My 6 year old lost his first baby tooth today, it bled a little and stopped.'],
    [
      'self_care',
      '3 week old strains and goes red in the face before a soft stool. Feeding well, no fever, gaining weight.',
    ],
  ])('%s: %s', (urgency, text) => expect([text, understand({ text }).triage.urgency]).toEqual([text, urgency]))
})

describe('understanding-D20, D22 what people say in their own words of what cannot wait, and what only sounds like it', () => {
  test.each([
    'Dad, 79, has the runs and they are black as tar, sticky too, and he is dizzy every time he stands',
    'Mi suegra tiene 80 y desde anoche hace deposiciones negras como alquitrán, se marea al pararse',
    'I was chiselling stone without goggles and something pinged into my eye, now I see misty and the pupil is pear shaped',
    'A mi papá le saltó una esquirla de fierro y la tiene enterrada en el ojo',
    'Nan slipped in the kitchen, her leg looks shorter than the other and the foot is turned out',
    'Se cayó mi abuela, la pierna se le ve más corta y mirando hacia afuera',
    'Pain between my shoulder blades, came in one second like being ripped apart, I am sweating and 66',
    'me duele la espalda como si me rajaran por dentro, estoy sudando frío',
    'My lad passed out sprinting for the ball at football practice, he is fine now',
    'se desmayó en pleno partido, ya está bien, tiene 15',
    'Found my toddler with one of grandad’s tablets in her mouth, she may have swallowed some',
    'le saqué una pastilla de la boca a mi nieta de 2 años, era de mi esposo',
    'it has stayed hard for 5 hours after the party pill and it is really painful',
    'la tengo parada, el pene duro lleva cinco horas y me duele',
    'gulped down a wasp with my cider and got stung on the back of my throat',
    'me tomé el refresco y venía una abeja, me picó en la garganta por dentro',
    'we shared some bootleg vodka on Friday and now everything looks like fog',
    'tomamos un trago adulterado en la fiesta y hoy veo como niebla',
    'I have Addison’s and a tummy bug, been throwing up since midnight',
    'no me sirven las suprarrenales y traigo diarrea y vómito desde ayer',
    'mi bebé de 20 días no hay manera de despertarla para la toma y la noto blandita',
    'mi sobrino se tragó tres perlitas imantadas de un juguete',
    'operaron a mi nieto de las anginas el martes y hoy escupe sangre fresca',
  ])('%s', (text) => expect(urgencyOf(text)).toBe('emergency'))

  test.each([
    'the tip of a splinter sticks out of my palm, can I get it out with a needle',
    'Bit my tongue eating toast, it bled a moment and stopped',
    'We have all had a sick bug here, I threw up twice in the night and keep tea down now',
    'his blue poo is from the icing on the birthday cake, he is running about',
    'drool rash under his bib, nothing else',
    'an eyelash was stuck in my eye, I got it out',
    'Me tiembla el párpado del ojo izquierdo desde que dormí poco',
    'siempre tengo las manos heladas, ni duelen ni cambian de color',
    'le salió un orzuelo, una bolita roja en el párpado, ve bien',
    'el humo de los incendios nos tiene con la garganta rasposa, respiramos bien',
    'mi bebé babea y se mete los puños en la boca, le salen los dientes de arriba',
    'hoy voy al baño flojito pero ya tolero el suero',
    'pisé un hormiguero y tengo los pies con puntitos que pican',
    'los ojos rojos por el cloro de la alberca, veo bien',
    'me pelé el paladar con la pizza y me cuelga un pellejito',
    'anda de sonámbula, mi hija caminó dormida hasta la sala',
    'my shingles are a band of blisters at the waist since Tuesday',
    'I am going through too many tissues with this cold',
    'la silla de la bici me dejó rozado, en carne viva un sitio',
    'se me escapa el pipí al estornudar desde el segundo parto',
    'en la construcción me raspé el codo, ya lo lavé',
  ])('%s', (text) => expect(urgencyOf(text)).not.toBe('emergency'))

  test.each([
    'Stood on a rusty nail at work, it went through my shoe into the foot',
    'pisé un clavo oxidado y se me enterró en la planta',
    'mi hijo de 9 años vuelve a mojar la cama, toma agua todo el día y está más flaco',
    'la garganta, de un lado, la tengo muy inflamada y me cuesta abrir la boca',
    'la sonda de mi papá no drena nada a la bolsa desde temprano',
    'de un oído no oigo desde que desperté hoy',
    'estoy embarazada de 10 semanas y cargué a mi sobrino que tiene varicela',
    'le di a mi mamá las pastillas de la presión dos veces',
    'a mi tía se le salió la sonda del estómago por donde come',
  ])('%s', (text) => expect(['urgent', 'emergency']).toContain(urgencyOf(text)))
})

describe('understanding-D20, D29 what is asked over the counter, in the words of home', () => {
  test.each([
    'skinned my palm on the pavement, washed the grit out, stings a bit, wrist moves fine',
    'My gums bleed a little when I floss, no pain',
    'my lips are all chapped from the wind, any balm you like',
    'Both my ankles are puffy after a ten hour flight, the same on both, going down already',
    'jammed my finger in a drawer, blue under the nail, it bends and straightens fine',
    'ringworm on my forearm from the kitten, itchy ring with a scaly edge, can I just buy a cream',
    'My voice has gone after singing at karaoke, no pain',
    'Pulled my hamstring a bit at football, can walk and jog',
    'me raspé la rodilla en la bici, ya la lavé y ya no sangra',
    'traigo los labios partidos por el frío',
    'me quemé la lengua con el café, nada más',
    'los zancudos me comieron anoche, tengo ronchas en las piernas que pican',
    'comí frijoles y traigo unos gases que parezco tambor, cuando los suelto descanso',
    'Los aretes nuevos me dejaron el lóbulo rojo y con comezón, ya me los quité',
    'me pasé con el asado, tengo la panza que explota',
    'se me taparon los oídos subiendo la montaña, todavía cruje uno',
    'tengo agujetas, me matan las piernas desde las sentadillas del gym',
    'un barrito en la barbilla justo antes de mi boda',
    'el niño se tragó un chicle, anda jugando como siempre',
  ])('for home: %s', (text) => expect(['self_care', 'not_clinical']).toContain(urgencyOf(text)))

  test.each([
    'skinned my palm on the pavement and the cut gapes, I take warfarin',
    'Both my ankles are puffy after a ten hour flight and I am short of breath',
    'one calf is swollen and sore after a ten hour flight',
    'Ring shaped rash on my arm and I have a fever and a stiff neck',
    'me quemé la mano con aceite hirviendo y tengo una ampolla enorme',
    'los zancudos me comieron y ahora tengo la cara hinchada y me falta el aire',
    'comí frijoles y traigo la panza dura, no hago nada del baño y vomito verde',
    'Los aretes me dejaron el lóbulo rojo, caliente, con pus y tengo fiebre',
    'tengo agujetas desde el gym y la orina me sale color coca cola',
    'mi hijo de 2 años se quemó la lengua y babea, no puede tragar',
    'tengo unas llaguitas en mis partes que arden',
    'estoy ronco desde hace mes y medio y fumo',
    'la tina que traigo en la cabeza me está dejando un parche pelón redondo',
    'unas costras como miel alrededor de la boca de mi hija, ya van cinco',
  ])('not for home: %s', (text) => expect(['emergency', 'urgent', 'soon', 'routine']).toContain(urgencyOf(text)))
})

describe('understanding-D27 only what is of the same matter gives way to a complaint for home', () => {
  const told = 'My heel has a blister from the new shoes, small and clean, no pus, no fever, walking fine.'
  test('the blister alone is for home', () => expect(urgencyOf(told)).toBe('self_care'))
  test.each([
    'My period is two weeks late.',
    'And my piles are itching and bleeding.',
    'My ear aches as well.',
    'I have had a cough and a sore chest for two weeks.',
  ])('what stands beside it stays: %s', (other) =>
    expect(['routine', 'soon', 'urgent', 'emergency']).toContain(urgencyOf(`${told} ${other}`)),
  )
  test('what is of the same matter gives way', () =>
    expect(urgencyOf('My toddler has a cold since Monday, a cough and a runny nose for eight days, no fever, plays and eats well, getting better every day.')).toBe('self_care')) // prettier-ignore
})

describe('understanding-D22 a time speaks of its own clause: what was years ago makes nothing old that is told of now', () => {
  test.each([
    'My son was born 3 months ago, he is not breathing',
    'I had a stroke two years ago, my face is drooping',
    'Hace un año me operaron, estoy vomitando sangre',
    "I had a bypass in 2019, I'm having crushing chest pain",
    'I was born in 1950, I have chest pain and sweating',
    'I lost my wife two years ago, I want to die',
    'We got married 3 years ago, he hits me and threatens me with a knife',
    'half past two I got chest pain',
    'past hour I have had chest pain',
    "We moved here last year and my husband just collapsed, he won't wake up",
    "He had his knee replaced 5 years ago, he can't breathe and his lips are blue",
    'Quit smoking ten years ago. I have crushing chest pain',
    'My mom had cancer in 2015 and she is coughing up blood',
    "Diagnosed with asthma when I was a kid, I can't breathe",
    "I've been diabetic since 2005, I am vomiting and very confused",
    'Me quitaron la vesícula el año pasado, tengo un dolor de pecho muy fuerte',
    'Hace tres años le dio un infarto a mi papá y se le está cayendo la cara',
    'Nací en 1948 y no puedo respirar',
    'Mi hijo nació hace 2 meses, está morado y no respira',
    'En 2018 me pusieron un stent, me aprieta el pecho y sudo',
    'Mi esposo murió hace un año, ya no quiero vivir',
    'Nos casamos hace 5 años, mi marido me golpea y me amenaza con matarme',
    'Last summer we bought a pool; my daughter is not breathing',
    "I stopped drinking years ago but I'm throwing up blood",
    "My last tetanus shot was in 2012, I can't open my jaw and I am stiff all over",
    'I retired in 2020 and since this morning my left arm is numb and my speech is slurred',
    'heart attack 2016. 2 stents. since noon pressure in chest and sweating',
    'i had a baby three weeks ago i have chest pain and cant breathe',
    'my husband passed two years ago my chest hurts so much and my arm is numb',
    'stent placed in 2020, chest pain again',
    'He was born premature 2 months ago, he stopped breathing',
    'I have chest pain and I had a bypass five years ago',
    'crushing chest pain and I had a stent put in 3 years ago',
    'no puedo respirar y tuve asma cuando era niño',
    'me duele mucho el pecho y sudo, me operaron del corazón hace dos años',
    'hace cinco años me dio un derrame y ahora otra vez se me cayó la cara',
    'El año pasado nos mudamos, mi hijo se tragó una pila',
    'Last year we moved here. My son swallowed a battery',
    'We moved here last year, my son swallowed a battery',
    'My son swallowed a battery, we moved here last year',
    'mi ex me golpeaba hace años, ahora mi novio me pega y me amenaza con un cuchillo',
    'hace dos años se mató mi hermano, yo también me quiero morir',
    "Since my surgery last year I take warfarin, I hit my head and I'm vomiting and confused",
    "I had covid in 2021 and now I can't breathe",
    'had covid last year, cant breathe',
  ])('%s', (text) => expect(['emergency', 'urgent']).toContain(urgencyOf(text)))

  test.each([
    'I had a stroke two years ago, I need a refill of my aspirin',
    'I had chest pain three years ago, it turned out to be nothing',
    'Two years ago I had a heart attack and I want to book my yearly checkup',
    'Hace un año vomité sangre, ya estoy bien, quiero una cita de control',
    'In 2019 I had a seizure and they gave me keppra, I need my records',
    'Back in 2015 I broke my leg and had a clot in my lung, please update my history',
    'Hace diez años tuve un infarto, quiero renovar mi receta',
    'As a kid I had seizures and fainted a lot, none since',
    'My dad had a stroke in 2010, he needs a physical form',
    'El año pasado me dio una convulsión y estuve internado, necesito copia del expediente',
    'Years ago, I had chest pain and trouble breathing and they put in a stent',
    'When I was 12, I fainted and had a seizure',
    'Hace dos años tuve dolor de pecho y me faltaba el aire, me pusieron un stent',
    "Last year my son stopped breathing and we went to the hospital, he's fine, we need the report",
    'I was seen in 2019 for chest pain, need records',
    'my husband had a heart attack two years ago and died',
    'Tuve dolor de pecho y me operaron del corazón hace dos años, quiero una revisión',
    'I fainted and had chest pain two years ago, all tests were fine',
    'stroke 2015, heart attack 2018, need a new cardiologist',
    'History of stroke, heart attack and seizures. Need refills',
    'Medical history: stroke in 2011, seizure in 2013, on keppra',
    'My daughter had a febrile seizure last year and we want to know about daycare forms',
    "I used to have chest pain and faint a lot, now I'm good",
    'he had stroke 3 years ago and need wheelchair',
    'I have stroke 3 years ago, want therapy',
    'Hace cinco años me dio un derrame y quedé con debilidad, quiero terapia',
    'What should I put on the form, I had a heart attack in 2012',
    "I had covid in 2021 and couldn't breathe, now fine, want booster",
  ])('not: %s', (text) => expect(['emergency', 'urgent']).not.toContain(urgencyOf(text)))
})

describe('understanding-D22 politeness and a question before it suppose nothing: behind them somebody tells of a body', () => {
  test.each([
    'Please call me if you can, I have chest pain',
    'Si me pueden ayudar, mi mamá no respira',
    'Hola, quería saber si hay citas hoy, me duele el pecho y me falta el aire',
    'Not sure if I should call 911, my chest is tight and my arm is numb',
    "If I lie down I can't breathe",
    'She has symptoms of a stroke',
    'Tengo síntomas de un infarto',
    'Tengo efectos secundarios, se me hincha la lengua y no puedo respirar',
    "After the vaccine for covid I can't breathe",
    "I'm a teacher with crushing chest pain",
    'If possible please call, my husband is unconscious',
    'If someone could call me back, my baby is having a seizure',
    "I don't know if this is the right number, my dad's face is drooping and he can't talk",
    'Sorry if I bother you, I am coughing up blood',
    'Disculpe si molesto, mi esposo no despierta',
    'Si alguien puede contestar por favor, mi hija está convulsionando',
    'Quisiera saber si me pueden atender, tengo un dolor de pecho muy fuerte y sudo frío',
    'No sé si llamar al 911, se me durmió la mitad de la cara y no puedo hablar bien',
    'He is showing signs of a heart attack',
    'Mi papá tiene señales de un derrame cerebral',
    'My wife has all the symptoms of anaphylaxis',
    'I am a nursing student and I have crushing chest pain',
    'Soy maestra y tengo dolor en el pecho y me falta el aire',
    'What should I do, my dad is unconscious',
    'I got the shot for the flu an hour ago and my throat is closing',
    'I am reading about the signs of stroke because my mom has them',
    "Would like to know if the doctor is in, I'm bleeding heavily and I am 30 weeks pregnant",
    'Can this cause problems? I took the whole bottle of tylenol',
    'If I climb the stairs my chest hurts and I sweat',
    'Si camino me aprieta el pecho y me falta el aire',
    "Hey if you get this, I can't breathe",
    'if nobody helps me I will kill myself',
    'When should I worry, my daughter is 2 months old and has a fever',
    'how do i know if its a heart attack my chest hurts and my arm is numb',
    '¿Cómo sé si es un infarto? Me duele el pecho y el brazo',
    'como saber si es infarto, me duele el pecho y se me duerme el brazo',
    'Would you know if this is a stroke, her face is drooping',
    "I'm writing an essay and I can't breathe",
    "Is there a doctor who treats chest pain, I have it now and can't breathe",
    'if its not too much trouble, my dad is not breathing',
    'if you have a minute my baby wont wake up',
    'si tienen un momento, mi bebé no despierta',
    'por si sirve de algo, tomé 40 pastillas de paracetamol',
    'Por favor si alguien me lee, mi esposo convulsiona',
    'if thats ok, he took the whole bottle of pills an hour ago',
    'I wonder if anyone would care if I killed myself',
    'si no me contestan me mato',
    'she has all the signs of anaphylaxis',
    'Estamos viendo señales de un derrame en mi abuelo',
    "He's having side effects, throat swelling and can't breathe",
  ])('%s', (text) => expect(['emergency', 'urgent']).toContain(urgencyOf(text)))

  test.each([
    'What are the symptoms of a stroke?',
    'If I have chest pain, should I call you or 911?',
    'What should I do if my baby stops breathing?',
    '¿Cuáles son los síntomas de un infarto?',
    'Si me da una convulsión en el trabajo, ¿a quién llaman?',
    'Can the covid vaccine cause chest pain?',
    'How do I know if someone is having a heart attack?',
    "I'm a teacher and need a first aid class about choking",
    'Qué hago si mi hijo se atraganta, es para el curso de primeros auxilios',
    'If he ever stops breathing, do I start with compressions?',
    'Does the pill have side effects like chest pain and clots?',
    '¿Qué efectos secundarios tiene, puede dar convulsiones?',
    'I want to learn the signs of a stroke for my mother',
    'If I had a seizure, could I still drive?',
    'En caso de desmayo, ¿qué debo hacer?',
    'Please tell me if you treat chest pain',
    'If I stop the blood thinner, will I have a stroke?',
    'si dejo la pastilla, ¿me puede dar un infarto?',
    'If my mom has a seizure at daycare, what do they do?',
    'What happens if a person with COPD gets covid, can they have trouble breathing?',
    "If I get the vaccine, I'm afraid I might have a seizure",
    "If I have chest pain, can't breathe or pass out, who do I call?",
    'Si me duele el pecho, no puedo respirar o me desmayo, ¿a quién llamo?',
    'People with symptoms of a stroke should call who?',
    'Do side effects of lisinopril include throat swelling?',
    'reading about heart attack symptoms for my class, chest pain and sweating',
    "I'm a teacher with a student who has asthma, need the form",
    'si alguien tiene convulsiones, ¿puede manejar?',
    '¿Qué pasa si me da un derrame manejando?',
    'in case of overdose what do we do with narcan',
    'if she passes out again do I call 911 or you',
    'If he has trouble breathing at night should we use the inhaler',
    'Can you tell me the symptoms of anaphylaxis',
  ])('not: %s', (text) => expect(['emergency', 'urgent']).not.toContain(urgencyOf(text)))
})

describe('understanding-D22 a list that is denied has an end, and a denial is none of its parts', () => {
  test.each([
    "No fever or rash, can't breathe",
    "No fever or cough, won't wake up",
    'No tiene fiebre ni tos, no puede respirar',
    'Sin fiebre ni vómito, no despierta',
    'No fever or cough, throat closing up',
    'no nausea or vomiting, crushing chest pain',
    'No pain or bleeding, water broke at 28 weeks',
    'No tengo fiebre ni vómito, dolor de pecho muy fuerte',
    'no cough or cold, coughing up blood',
    "Doesn't have a fever or a rash, not breathing right and lips blue",
    'sin diarrea ni fiebre, vomita sangre',
    'No injury or fall, face drooping on one side',
    'no recent travel or illness, seizure for 10 minutes',
    'No allergies or meds, tongue swelling and hives',
    'No le duele ni nada, se le cae la cara de un lado',
    'No sleep or appetite, want to die',
    "No fever, no rash, can't breathe",
    'denies fever or cough, unable to breathe',
  ])('%s', (text) => expect(['emergency', 'urgent']).toContain(urgencyOf(text)))

  test.each([
    'No fever or rash, no chest pain, can breathe fine',
    'No fever or rash, cough or chest pain',
    'No fever, rash or trouble breathing, just a runny nose',
    'Sin fiebre ni tos, ni dolor de pecho, solo un poco de mocos',
    'No tiene fiebre, tos ni dificultad para respirar, está jugando',
    'Denies fever, chest pain or shortness of breath, wants refill',
    'No chest pain or shortness of breath, no dizziness, needs a form',
    'No numbness or weakness, trouble speaking, or vision loss',
    'no vomiting or diarrhea, chest pain or bleeding, just a mild cold',
    'Sin dolor de pecho ni mareo, sin desmayos, quiero mi cita de control',
    'not having chest pain or trouble breathing, fainting either',
    'No vomita sangre ni tiene fiebre, no tiene dolor de pecho',
  ])('not: %s', (text) => expect(['emergency', 'urgent']).not.toContain(urgencyOf(text)))
})

describe('understanding-D22 only a record is said to be wrong, never what somebody says', () => {
  test.each([
    'Mi hija dice que se quiere morir, está muy mal',
    'Mi hija dice que la violaron, está mal',
    'Mi mamá dice que se tomó 30 pastillas, está mal',
    'Mi papá está mal, dice que le aprieta el pecho y suda',
    'Mi mamá dice que no puede respirar. Está mal.',
    'Her note said she took the whole bottle. This is not right, help',
    'Mi abuelo dice que se le durmió medio cuerpo, esto no es normal, está mal',
    'Mi hermana dice que su esposo la golpea, eso está mal',
    "Her letter says she wants to kill herself, it's wrong",
    'He left a note that said goodbye and he wants to die, this is not right',
    'Mi niño dice que no puede respirar y es verdad, está mal',
    'Mi vecina dice que le duele mucho el pecho, esto está mal, ayuda',
    "The monitor shows his oxygen is 80, he looks wrong and can't breathe",
    "My chart says I'm depressed and I want to die, this is not me",
    'He says he has crushing chest pain, something is not right',
    'Dice que se tragó una pila, es un error mío, la dejé en la mesa',
  ])('%s', (text) => expect(['emergency', 'urgent']).toContain(urgencyOf(text)))

  test.each([
    'My chart says I had a stroke and I never did',
    "My record shows a heart attack, that's wrong, please fix my chart",
    'Mi expediente dice que tuve un infarto y no es cierto',
    'En el portal aparece que tuve una convulsión, está mal, corrijan mi expediente',
    'The bill says I had chest pain, that is a mistake, it was a physical',
    "The portal lists seizures in my history, it's incorrect",
    'Mi historial dice que tengo epilepsia y convulsiones, es un error',
    'La ficha dice que sufrí un derrame, nunca lo tuve',
    'The summary says I overdosed. That never happened.',
    'System shows I had a miscarriage in error, please remove',
  ])('not: %s', (text) => expect(['emergency', 'urgent']).not.toContain(urgencyOf(text)))
})

describe('understanding-D22 what the family had, or an animal has, is not what the writer has', () => {
  test.each([
    'My dad died of a heart attack and I have crushing chest pain',
    'I have a family history of aneurysm and the worst headache of my life',
    'Alguien de mi familia se desmayó y no responde',
    'My family has been sick and my son is having trouble breathing',
    'My mom died from cancer and I want to die',
    "My horse threw me and I can't move my legs",
    'Heart disease runs in my family, my chest hurts and my left arm is numb',
    'Strokes run in my family and half my face is numb',
    'Mi papá murió de un infarto y me aprieta el pecho y sudo',
    'Antecedentes familiares de derrame, se me cae la cara',
    'En mi familia hay infartos y me duele mucho el pecho',
    'Una persona de mi familia no respira',
    'My brother died of an overdose, I took all my pills',
    "My grandmother died after a stroke, now my mom's face is drooping",
    "My dog bit me and I can't stop the bleeding",
    "My cat has fleas, I can't breathe",
    "My dog ran under me, I fell and hit my head, I keep vomiting and I'm confused",
    'Mi caballo me tiró y no puedo mover las piernas',
    "My sister passed away from suicide and I'm thinking of killing myself",
    'Someone in my family collapsed and is unconscious',
  ])('%s', (text) => expect(['emergency', 'urgent']).toContain(urgencyOf(text)))

  test.each([
    'My dad died of a heart attack, I want a checkup',
    'Family history of stroke and heart attack, should I take aspirin?',
    'My family has a history of seizures and I want genetic testing',
    'Mi mamá murió de un infarto, quiero hacerme un chequeo',
    'Antecedentes familiares: infarto, derrame y convulsiones',
    'En mi familia hay antecedentes de derrame cerebral',
    'My dog had a seizure and died',
    'My cat is vomiting blood',
    'Mi perro tiene convulsiones',
    'Stroke runs in my family, what can I do to prevent it?',
    'My grandfather died of a stroke and heart attack, do I need tests?',
    'My uncle and my aunt both died from a brain bleed',
    "My dog can't breathe and collapsed",
  ])('not: %s', (text) => expect(['emergency', 'urgent']).not.toContain(urgencyOf(text)))
})

describe('understanding-D22 the middle of the chest is no center', () => {
  test.each([
    'The center of my chest hurts',
    'The center of my chest is burning and heavy',
    'En el centro del pecho siento mucha presión',
    'pain in the centre of my chest and sweating',
    'Me duele en el centro del pecho',
    'I feel pressure in the center of the chest',
    "The center of my back hurts and I can't move my legs",
    'el centro de mi pecho me aprieta',
  ])('%s', (text) => expect(['emergency', 'urgent']).toContain(urgencyOf(text)))

  test.each([
    'The chest pain center called me about my appointment',
    'Is the stroke center open on Saturday?',
    'Centro del dolor, ¿a qué hora abren?',
    'heart center parking',
    'la clínica del dolor de pecho me dio cita',
    'bill from the center for chest pain',
  ])('not: %s', (text) => expect(['emergency', 'urgent']).not.toContain(urgencyOf(text)))
})

describe('understanding-D22 a denial of something else, of how bad it was or of how it was until today', () => {
  test.each([
    'without warning my mom collapsed',
    'without warning he had a seizure',
    'They did not take my chest pain seriously',
    'I can not believe I am having chest pain',
    'I have not had chest pain this bad before',
    'He never had seizures until today',
    'No tenía dolor de pecho hasta hoy',
    "I've never had a headache this bad",
    'Sin aviso mi papá se desmayó y no despierta',
    'sin previo aviso le dio una convulsión',
    'nobody believes my chest pain',
    "I haven't had chest pain like this before",
    'I have never had such chest pain',
    'Nunca había tenido un dolor de cabeza tan fuerte',
    'No puedo creer que me duele tanto el pecho',
    "He didn't have trouble breathing until an hour ago",
    'No me hacen caso con mi dolor de pecho',
    'The ER would not look at my chest pain',
    'I do not understand why I have chest pain and sweat',
    'No vomitaba sangre hasta hoy',
    "didn't have chest pain before today",
    'I am not joking I want to die',
    "I can't stop thinking about killing myself",
    'no one cares that I want to die',
    'no es broma, no puedo respirar',
    'No sé por qué me duele el pecho y sudo',
    "I don't think I can breathe",
    "Why won't you take my chest pain seriously",
  ])('%s', (text) => expect(['emergency', 'urgent']).toContain(urgencyOf(text)))

  test.each([
    'I have not had chest pain since the stent',
    "I haven't had a seizure this year",
    'I have not had any chest pain before',
    'No he tenido dolor de pecho',
    'She never had seizures',
    'I do not have chest pain',
    'No tengo dolor de pecho ni falta de aire',
    'without chest pain or fainting',
    'I did not have chest pain today',
    'nunca he tenido convulsiones',
    'I never had chest pain or anything like that',
    'Not once did I have chest pain this year',
  ])('not: %s', (text) => expect(['emergency', 'urgent']).not.toContain(urgencyOf(text)))
})

describe('understanding-D22 who is not sure supposes nothing, what gets worse is there, and a never that compares denies nothing', () => {
  test.each([
    "I can't tell if he's breathing",
    "I don't know if my dad is breathing, help",
    'no sé si está respirando mi bebé',
    'not sure if this is a heart attack but my chest is tight',
    "I don't know if she is having a stroke",
    'no sé si es un derrame, tiene la cara chueca',
    'no sé si me quiero morir',
    "I don't know if I want to live anymore",
    "wondering if I'm having a stroke",
    'no sé si tengo un infarto',
    'I work in the ER and I took an overdose',
    'I work at the hospital and see patients all day, my chest is crushing',
    "Is chest pain something I should worry about, it's crushing",
    'the baby is better off without her and she hears voices telling her to hurt him',
    'my husband left me without money and I took all the pills',
    "no fever and she can't breathe",
    'she has no fever and she is not breathing well',
    'sin fiebre y no respira bien',
    'Should I come in if the pain in my chest continues?',
    'If my chest pain gets worse, do I call 911?',
    'si me sigue doliendo el pecho, ¿voy a urgencias?',
    'If his trouble breathing gets worse do we go to the ER',
    'tomamos el curso en mayo, le estoy dando RCP a mi papá',
    "my hernia has been there for years, now it's hard, purple and I'm throwing up",
    "don't want to alarm, grandpa hasn't opened his eyes since lunch and snores loudly",
    'My husband never hit me before last night',
    'mi esposo nunca me había pegado hasta anoche',
    'nunca me ha dolido así el pecho',
    'my chest has never hurt like this',
    'my face has never drooped before today',
    'nunca me ha dolido así el pecho',
    "I'm not suicidal but I just took 30 of my antidepressants",
    'no soy suicida pero me acabo de tomar 30 de mis antidepresivos',
    "it only lasted ten minutes, I couldn't speak, I feel normal now",
  ])('%s', (text) => expect(['emergency', 'urgent']).toContain(urgencyOf(text)))

  test.each([
    'not sure if my plan covers stroke rehab',
    'not sure if you treat seizures',
    'No sé si atienden convulsiones',
    'she does not want CPR if her heart stops',
    'No more seizures since we switched to keppra, thank you! Refill please',
    'no le ha dado fiebre ni convulsiones',
    'tuve covid en 2021 y no podía respirar, ahora bien, quiero el refuerzo',
    'Can I get the results of my stress test from when I had chest pain in April?',
    'History: appendectomy 1999, kidney stones 2010, TIA 2017, no problems now. New patient form attached',
    'My dog swallowed a battery, do you know a vet?',
    'The invoice lists head injury and I was only there for a cough visit, please correct',
    'En la factura dice golpe en la cabeza y yo solo fui por tos, corríjanla',
    'I work in the ER and see overdoses every day, I need a flu shot for work',
    "Is chest pain something Dr Kim sees or do I need a cardiologist? asking for a friend's referral form",
    'If I ever get chest pain, do I call 911?',
    'If his asthma acts up at school who gives the inhaler',
    'she does not want CPR if her heart stops',
    'hoy cumplo cinco años de mi infarto, gracias a todos',
    'my chest has never hurt',
    'nunca me ha dolido el pecho',
    'my husband has never hit me',
    'mi esposo nunca me ha pegado',
    'my chest never hurt before or after the test',
    'my hernia is soft and goes back in',
    "I couldn't speak to anyone at your office for ten minutes",
    'tomo mis antidepresivos diario',
  ])('not: %s', (text) => expect(['emergency', 'urgent']).not.toContain(urgencyOf(text)))
})

describe('understanding-D20, D22 an emergency with history, politeness and what is absent around it, and the same words around none', () => {
  test.each([
    "The discharge papers say to call if there is heavy bleeding, I'm soaking a pad every 20 minutes",
    "My mom would kill me if she knew I'm writing, I took 20 tylenol an hour ago",
    'This is exactly how my heart attack felt in 2014',
    "lol this is embarrassing but I haven't been able to pee since yesterday and my groin area is numb",
    "this is the neighbor, Mrs Ruiz is on the floor and doesn't answer, she's diabetic",
    "when she was a baby she had asthma, now she's 6 and can't talk from shortness of breath",
    'hubo un corto y mi hermano quedó pegado a la corriente, respira raro',
    'no es la primera vez, pero ahora sí me pegó con el cuchillo y estoy sangrando mucho',
    'Good morning doctor, hope you had a nice weekend. Since last night my chest feels like somebody is sitting on it, no fever or anything, should I wait for my Tuesday visit?',
    "I had a cold in January, I don't have a fever now, but I coughed up about half a cup of blood this morning",
    'sin fiebre, pero tosí como media taza de sangre esta mañana',
    "cut my hand on a can opener, I have had stitches before, this one is spurting and won't stop with pressure",
    'the boy swallowed one of those little round batteries from the remote, he seems ok and is playing',
    "she may have eaten some of grandma's blood pressure pills, we found the bottle open, she looks fine for now",
    "my sugar was fine this morning, now it's 38 and I'm shaking and can't think straight",
    "burnt my forearm with oil last night, it's white and doesn't hurt, size of my hand",
    'No me duele nada, pero el inodoro está lleno de sangre con coágulos y me siento desmayar',
    'la infección de la pierna ya pasó la raya que me marcó, tengo escalofríos y ando confundida',
    'Sufro de migraña desde joven, pero este dolor vino de golpe como un trueno y vomito',
  ])('%s', (text) => expect(urgencyOf(text)).toBe('emergency'))

  test.each([
    'For the form: no seizures, no fainting, no chest pain, no shortness of breath',
    'Para la hoja: sin convulsiones, sin desmayos, sin dolor de pecho',
    'my last heart attack was in 2014, do I still need the aspirin',
    'mi último infarto fue en 2014, ¿sigo con la aspirina?',
    "It's the anniversary of my heart attack, five years, thank you all!",
    'Is it true that aspirin helps during a heart attack?',
    '¿Es verdad que la aspirina ayuda en un infarto?',
    'Which of your doctors treats people after a stroke?',
    "My son's teacher asked whether he has ever had an anaphylactic reaction, he has not",
    "I used to have chest pain and faint a lot, now I'm good",
    'soy diabetico y no siento bien los pies, quiero una cita con el podologo',
  ])('not: %s', (text) => expect(['emergency', 'urgent']).not.toContain(urgencyOf(text)))
})
