import type { Family } from '../protocol.ts'

export const limb: Family = {
  id: 'limb',
  title: 'Legs, arms, back and joints',
  ask: ['breath-rest', 'limb-cold', 'spine-q', 'chest-pain-q'],
  concepts: [
    {
      id: 'leg-swelling-one',
      name: 'One swollen painful leg',
      kind: 'red_flag',
      en: `(calf|calves|one leg|left leg|right leg|my leg|thigh) ~ (<swell>|red|hot|warm) / calf ~ <pain> / (blood clot|dvt|deep vein) / clot in (my|his|her) leg / leg bigger than the other / pain in (my|the) calf / (calf|leg|thigh|ankle) ..8 (bigger|larger|thicker|fatter) than ..2 (other|right|left) / (one|left|right) (calf|leg|thigh|ankle) ..4 (bigger|thicker|larger|fatter|rounder|swollen) ..3 (than|round|around) ..3 (other)? / (one|left|right) calf ..4 (twice|double|bigger|thicker|tight|fatter)`,
      es: `(pantorrilla|una pierna|pierna izquierda|pierna derecha|mi pierna|la pierna|muslo) ~ (<swell>|roj*|caliente) / pantorrilla ~ <pain> / coagulo en (la|mi|su) pierna / trombosis / una pierna mas (grande|gorda|hinchada) / (pantorrilla|pierna|tobillo) ..5 mas (gorda|gordo|grande|hinchada|hinchado) que ..2 (otra|otro|derecha|izquierda) / (una|izquierda|derecha) (pantorrilla|pierna) ..3 mas (gorda|gruesa|grande|ancha) que / se (me|le) (puso|pone|puse|ha puesto|hizo) ..1 (gord*|hinchad*|dur*|enorme|tiesa) ..2 (pantorrilla|pierna|batata|canilla|chamorro) / (pantorrilla|pierna|chamorro|batata) ..3 (gord*|gordota|enorme|dura y|tiesa y|como (tronco|palo|globo)) / (pantorrilla|pierna|tobillo|chamorro|batata) ..6 mas (gord*|grande|hinchad*|gruesa|ancha|dura|caliente) ..4 que ..2 (otra|otro|derecha|izquierda) / pantorrilla ..4 (el doble|mas gorda|mas gruesa|mas grande|tirante|tensa) / (una|la) (pierna|pantorrilla) ..3 el doble`,
      nearMisses: `(night|nighttime) ..2 calf (cramp|cramps) / calf (cramp|cramps) ..3 (lasted|at night|hike|run|workout|exercise) / both (calves|legs) / (sore|aching|achy|tight) calves / calves ..8 (run|running|gym|workout|race|hike|hiking|exercise|leg day) / pantorrillas ..2 (las dos|ambas) / (corri|correr|ejercicio|gimnasio|caminata|futbol) ..8 pantorrillas / agujetas / cramp ..3 (calf|leg) ..8 (stretch*|passes|passed|seconds|minutes|gone) / (calf|calves|leg) (spasm|spasms|cramp|cramps) / cramp ..1 in (one|the|a|my|his|her) calf ..1 (at night|at nights|in bed|overnight)`,
    },
    {
      id: 'cold-limb',
      name: 'Cold, pale limb',
      kind: 'red_flag',
      en: `(foot|feet|leg|arm|hand|toes|fingers) ..4 (cold and|turned white|turning black|black|no pulse|pale and|ice cold|white and) / (cold|pale|blue|white) (leg|foot|arm|hand|toe|toes) ..3 (numb|pain|painful|and) / (foot|leg|hand|arm|toes|fingers) ..8 (stone cold|ice cold|icy|like ice|like marble|candle wax|waxy|like wax) / (arm|leg|hand|foot) ..2 (colder|cooler|paler|whiter) than the other`,
      es: `(pie|pierna|brazo|mano|dedos) ..4 (frio y|fria y|helad*|negro|negra|negros|palid*|blanc*|sin pulso) / (pie|pierna|mano|brazo|dedos) ..6 (hielo|como cera|de cera|marmol) / (brazo|pierna|mano|pie) ..2 mas (frio|fria|palido|palida|blanco|blanca|helado|helada) que (el|la) otr*`,
      nearMisses: `black and blue / raynaud* / (finger|fingers|toe|toes|hands) ..4 (white|blue|pale) ..4 (then|and then|to|and) ..2 (red|blue|purple|pink) ..6 / (finger|fingers|toes|hands) ..4 (white|blue|pale|numb) ..4 (in the cold|cold weather|when it's cold|every winter|each winter|when i get cold|holding ..2 cold) ..10 (every|each|always|years|since) / (dedos|manos) ..5 blanc* ..4 (frio|invierno) ..8 (anos|siempre|cada|invierno) / (dedos|manos) ..4 blanc* ..4 (luego|despues|y) ..2 (roj*|morad*|azul*) / tiny black (dots|dot|specks|spots|points) / (piel|skin) ..8 (cocodrilo|escam*|lagarto|reseca|crocodile|lizard|alligator|flaky|scaly|dry) / manos (heladas|frias) siempre / siempre ..3 (manos|pies) (heladas|frias|helados|frios) / (hands|feet) always (cold|freezing|icy) / always ..3 (cold|freezing|icy) (hands|feet) / (nail|nails|toenail|fingernail|thumbnail) ..4 (black|blue|purple) / (la|mi|su) una ..8 (negra|morada|negro) / entre ..2 dedos ..12 / pellejit* blanc*`,
    },
    {
      id: 'back-pain',
      name: 'Back pain',
      kind: 'symptom',
      en: `<back> ~ <pain> / back ache / backache / back (went|is) out / sciatica / threw out my back / (pull|pulled|pulling|strain|strained|tweaked|threw|hurt|wrenched) ..3 (back|lower back) / back ..8 (stiff|seized|spasm|spasms|locked up|went out) / (back|spine|lower back) ..2 (murder|agony|hell|killing|been bad|in bits|screaming|been terrible) / back ..2 (broken|breaking|snapped) ..1 (in two|in half)? / back (has been|been|is|went|has gone) out`,
      es: `<back> ~ <pain> / dolor de espalda / lumbago / ciatica / me duele la espalda / (jale|jalon|tiron|lastime|torci|trabo|trabe|tronó|trono) ..3 (espalda|cintura|lomo) / espalda ..4 (ties*|trabad*|engarrotad*) / (espalda|cintura|lomo|riñones) ..3 (matando|hecha polvo|hecha pedazos|molida|me mata|fatal)`,
      nearMisses: `back of ..1 (hand|hands|knee|knees|neck|head|throat|thigh|leg|heel|arm|ear|ears|legs) / dorso de`,
    },
    {
      id: 'joint-pain',
      name: 'Joint or muscle pain',
      kind: 'symptom',
      en: `(knee|ankle|wrist|shoulder|elbow|hip|joint|joints|neck|muscle|muscles|finger|foot|heel|toe|arm|arms|leg|legs|hand|hands) ~ <pain> / sprain / sprained / twisted (my)? (ankle|knee) / arthritis / gout / pulled (a)? muscle / muscle strain / stiff joints / (big toe|toe joint|big-toe joint) ..4`,
      es: `(rodilla|tobillo|muñeca|hombro|codo|cadera|articulacion|articulaciones|musculo|musculos|dedo|pie|talon|cuello|brazo|brazos|pierna|piernas|mano|manos) ~ <pain> / esguince / torcedura / me torci / artritis / gota en el pie / tiron / (hombro|brazo|rodilla|codo) ..5 no (lo|la)? puedo (subir|levantar|doblar|mover|alzar)`,
      nearMisses: `razor (burn|bumps) ..5`,
    },
    {
      id: 'joint-locks',
      name: 'A joint that locks or gives way',
      kind: 'symptom',
      en: `(knee|elbow|hip|shoulder|ankle|finger|thumb|jaw) ..5 (locks|locking|locked|catches|catching|gives way|gives out|giving out|buckles|gets stuck)`,
      es: `(rodilla|codo|cadera|hombro|tobillo|dedo|mandibula) ..8 (se (me|le)? ..1 (engancha|traba|bloquea|atora|dobla sola)|falla) / se (me|le) (engancha|traba|bloquea|atora) ..3 (rodilla|codo|dedo|cadera|al)`,
      nearMisses: `(phone|screen|door|car) ..4 lock*`,
    },
    {
      id: 'clot-lung',
      name: 'Signs of a clot that went to the lung',
      kind: 'red_flag',
      en: `
        (calf|leg|thigh|clot|dvt) ..12 (can't breathe|cannot breathe|short of breath|trouble breathing|hard to breathe|hurts to breathe|breathless|out of breath|winded|chest (pain|hurts|tight|tightness)|coughing blood) / (can't breathe|short of breath|trouble breathing|breathless|out of breath|chest (pain|hurts|tight)) ..12 (calf|leg swollen|swollen leg|dvt|clot in my leg) / pulmonary embol* / blood clot in (my|his|her|the) lung* / lung clot / pe again / (flight|plane|long drive|road trip|cast|surgery|birth control) ..12 (stab|stabbing|sharp|breathe|breath|breathing|chest|coughing) ..6 (breath|breathe|breathing|blood|chest)?`,
      es: `
        (pantorrilla|pierna|coagulo|trombosis|muslo) ..12 (duele al respirar|falta el aire|falta de aire|no puedo respirar|me cuesta respirar|dolor de pecho|duele el pecho) / (falta el aire|falta de aire|no puedo respirar|dolor de pecho|duele el pecho) ..12 (pantorrilla|coagulo|trombosis) / embolia (pulmonar)? / coagulo ..3 pulmon / (vuelo|avion|viaje largo|yeso|operacion|anticonceptiv*) ..12 (punzada|respirar|aire|pecho|tos con sangre)
        (pantorrilla|pierna|batata|chamorro) ..14 (falta el aire|fuelle|resuello|punzada|pecho|respirar|me ahogo|costado) / (operaron|yeso|reposo|vuelo|avion) ..20 (falta el aire|fuelle|resuello|punzada en el (costado|pecho|pulmon))`,
    },
    {
      id: 'dead-limb',
      name: 'Limb suddenly cold, white or blue',
      kind: 'red_flag',
      en: `
        (leg|foot|arm|hand|toes|fingers|toe) ..5 (cold|white|pale|blue|gray|purple|ice cold) ..4 (cold|white|pale|blue|numb|painful|can't feel|super painful|and)? ..4 (sudden|suddenly|all of a sudden|numb|painful|pain|can't feel)  / (cold|white|pale|blue|ice cold) ..2 (leg|foot|arm|hand|toes|fingers) ..6 (numb|pain*|can't feel|sudden*) / no pulse in ..2 (foot|leg|arm|hand) / (toe|toes|foot|finger) ..3 (black|turning black|gangrene)`,
      es: `
        (pierna|pie|brazo|mano|dedos|dedo) ..5 (fri*|helad*|blanc*|palid*|azul*|morad*|negr*) ..6 (no (la|lo)? siento|dormid*|duele|dolor|repente|blanc*|helad*|fri*) / sin pulso en ..2 (pie|pierna|brazo|mano) / (dedo|pie) ..3 (negro|gangrena)`,
      nearMisses: `tiny black (dots|dot|specks|spots|points) / (nail|nails|toenail|fingernail|thumbnail) ..4 (black|blue|purple) / (la|mi|su) una ..8 (negra|morada|negro)`,
    },
    {
      id: 'joint-hot',
      name: 'Hot, swollen joint that cannot be moved',
      kind: 'red_flag',
      en: `
        (knee|hip|elbow|ankle|wrist|shoulder|joint|big toe|finger) ..4 (hot|red|warm|on fire) ..6 (swollen|swelling|bend|move|fever*|huge)? / (knee|hip|elbow|ankle|wrist|shoulder|joint) ..6 (swollen|swelling) ..6 (can't bend|can't move|won't bend|hot|fever*) / septic joint`,
      es: `
        (rodilla|cadera|codo|tobillo|muneca|hombro|articulacion) ..4 (caliente|roj*|hirviendo) ..6 (hinchad*|doblar|mover|fiebre)? / (rodilla|cadera|codo|tobillo|muneca|hombro) ..6 (hinchad*|inflamad*) ..6 (no (puedo|puede) (doblar*|mover*)|caliente|fiebre) / (dolor|enrojecimiento|roj*) ..4 (enrojecimiento|roj*|caliente|hinch*) ..3 (dedo gordo|rodilla|codo|tobillo|muneca) / dedo gordo ..4 (roj*|caliente|hinchad*|enrojec*) / (rodilla|cadera|codo|tobillo|muneca|hombro) ..8 como ..2 (melon|pelota|sandia|toronja|bola|globo) ..6 (caliente|roj*)? / (rodilla|codo|tobillo|muneca) ..10 (caliente y roj*|roj* y caliente)`,
      nearMisses: `(sunburn|sunburned|sunburnt|queme|quemo|quemad*|asolee|asoleo|insolad*|playa|sol|beach|lake) ..12 (shoulder|shoulders|hombro|hombros|knee|knees|rodillas) ..6 / (shoulder|shoulders|hombro|hombros|knee|knees) ..6 (sunburn|sunburned|sun|lake|beach|sol|playa) / (finger|fingers) ..4 white ..3 red / (dedo|dedos) ..4 blanc* ..4 roj* / (touched|burned|burnt|hot|grabbed) ..8 (finger|fingers|hand) ..4 red / tip of ..2 finger ..3 red / shoulders ..1 (are|were)? ..1 (red|pink|burnt|burned)`,
    },
    {
      id: 'big-toe',
      name: 'Big toe swollen or red',
      kind: 'symptom',
      en: `(big toe|toe joint) ..8 (swollen|red|hot|warm|tender|throbbing) / (swollen|red|hot|warm|tender) ..8 (big toe|big-toe|toe joint) / gout / gout flare / (big toe) ..10 (sheet|can't touch|cant touch|on fire|shiny|purple) / (sheet|sock) ..6 (hurts|touch*|stand) ..6 (big toe|toe)`,
      es: `dedo gordo ..8 (hinchad*|roj*|caliente|duele) / (hinchad*|roj*|caliente) ..8 dedo gordo / ataque de gota / la gota / dedo gordo ..8 (colorad*|morad*|arde|ardiendo|sabana|no aguanta|no soport*|inflam*) / (sabana) ..6 (dedo gordo|dedo)`,
    },
    {
      id: 'sore-muscles',
      name: 'Sore after exercise',
      kind: 'mild',
      en: `
        sore ..5 (workout|gym|exercise|run|lifting|yesterday's|leg day) / (workout|gym|leg day) ..4 sore / leg cramps / (calf|foot|leg) cramps? ..4 (night|sleep)?`,
      es: `
        (adolorid*|agujetas) ..4 (ejercicio|gimnasio|correr)? / calambres ..3 (pierna*|pantorrilla*|noche)`,
    },
    {
      id: 'hand-tingle',
      name: 'Tingling hands or feet for long',
      kind: 'symptom',
      en: `
        (fingers|hands|feet|toes|both hands) ..4 (tingle|tingles|tingling|numb|go numb|fall asleep|asleep) / (carpal tunnel|neuropathy) / hand (falls|fell|goes) asleep`,
      es: `
        (dedos|manos|pies) ..4 (hormigue*|duermen|adormec*) / tunel carpiano / neuropatia`,
    },
    {
      id: 'old-joint',
      name: 'Joint trouble for years',
      kind: 'mild',
      en: `
        (knee|hip|shoulder|joint|back) ..4 (creaky|creaks|clicks|clicking|stiff) / (years|long time) ..3 (knee|hip|back|joint)`,
      es: `
        (rodilla|cadera|hombro) ..4 (truena|cruje|tiesa)`,
      nearMisses: `year old back / (year|years|month|week|day) old`,
    },
    {
      id: 'raynaud',
      name: 'Fingers turn white in the cold and red again',
      kind: 'symptom',
      en: `raynaud* / (finger|fingers|toe|toes|hands) ..4 (white|blue|pale) ..4 (then|and then|to|and) ..2 (red|blue|purple|pink) ..6 / (finger|fingers|toes|hands) ..4 (white|blue|pale|numb) ..4 (in the cold|cold weather|when it's cold|every winter|each winter|when i get cold|holding ..2 cold) ..10 (every|each|always|years|since)`,
      es: `raynaud* / (dedos|manos) ..5 blanc* ..4 (frio|invierno) ..8 (anos|siempre|cada|invierno) / (dedos|manos) ..4 blanc* ..4 (luego|despues|y) ..2 (roj*|morad*|azul*)`,
    },
    {
      id: 'joint-swollen',
      name: 'Swollen joint',
      kind: 'symptom',
      en: `(elbow|knee|wrist|finger|hip|shoulder|joint|joints|thumb|knuckle|knuckles) ~ <swell>`,
      es: `(codo|rodilla|muneca|dedo|cadera|hombro|articulacion|articulaciones|nudillo|nudillos) ~ <swell>`,
      nearMisses: `(rolled|twisted|sprained|turned|tweaked|jammed|torci|torcio|doble|doblo|esguince|bumped|banged|golpe*|pegue) ..9 <swell> / <swell> ..8 (twisted|sprained|rolled|jammed|torci|esguince) / (mosquito|bee|wasp|insect|bug|ant|sting|stung|bite|bit|vaccine|shot) ..12 <swell> / <swell> ..8 (bite|sting|vaccine|shot)`,
    },
    {
      id: 'calf-sore',
      name: 'Calf sore or cramped',
      kind: 'fact',
      en: `(calf|calf's) ..4 (cramp|crampy|cramping|sore|tight|hurts|hurting|aches|achy|aching|pulled|swollen|tender|painful|pain)`,
      es: `pantorrilla ..4 (duele|dolor|hinchad*|adolorid*|acalambrad*|calambre|tirante)`,
    },
  ],
  rules: [
    { id: 'leg-21', outcome: 'soon', when: 'sore-muscles|sciatica + numb-said', says: 'Pain into a leg or arm that tingles', advice: 'nurse', source: 'nhs-back' },
    { id: 'leg-01', outcome: 'urgent', when: 'leg-swelling-one', says: 'One swollen or painful leg', advice: 'leg', source: 'nhs-dvt', ask: ['breath-rest', 'chest-pain-q'] },
    { id: 'leg-02', outcome: 'emergency', when: 'cold-limb', says: 'Cold or pale limb', advice: 'leg', source: 'nhs-999' },
    { id: 'common-01', outcome: 'self_care', when: 'back-pain', says: 'Back pain', advice: 'injury', source: 'nhs-back', ask: ['spine-q'] },
    { id: 'common-02', outcome: 'urgent', when: 'back-pain + fever|on-chemo|recent-surgery|cannot-pee', says: 'Back pain with a warning sign', advice: 'spine', source: 'nhs-back' },
    { id: 'common-03', outcome: 'self_care', when: 'joint-pain', says: 'Joint or muscle pain', advice: 'injury', source: 'nhs-common' },
    { id: 'common-53', outcome: 'routine', when: 'joint-pain|back-pain + long-days|for-a-week|long-time', says: 'Pain of joint, muscle or back that stays', advice: 'injury', source: 'nhs-common', yields: true },
    { id: 'common-54', outcome: 'soon', when: 'big-toe', says: 'Hot or swollen big toe', advice: 'injury', source: 'nhs-common' },
    { id: 'leg-03', outcome: 'emergency', when: 'clot-lung', says: 'Signs of a clot that went to the lung', advice: 'breathing', source: 'nhs-dvt' },
    { id: 'leg-04', outcome: 'emergency', when: 'dead-limb', says: 'Limb suddenly cold, white or blue', advice: 'leg', source: 'nhs-999' },
    { id: 'leg-05', outcome: 'emergency', when: 'leg-swelling-one + short-of-breath|cannot-breathe|chest-pain|coughing-blood|fainting|hurts-to-breathe', says: 'Swollen leg with chest or breathing signs', advice: 'breathing', source: 'nhs-dvt' },
    { id: 'leg-06', outcome: 'emergency', when: 'joint-hot + fever + chills-said|immune-weak|diabetes|age-under-5|high-fever', says: 'Hot joint with fever in a person at risk', advice: 'injury', source: 'nhs-septic-joint' },
    { id: 'leg-07', outcome: 'urgent', when: 'joint-hot', says: 'Hot, swollen joint', advice: 'injury', source: 'nhs-septic-joint', ask: ['urine-chills', 'neuro-fever'] },
    { id: 'leg-08', outcome: 'soon', when: 'leg-swelling-any|hand-swelling', says: 'Swollen ankles or hands', advice: 'leg', source: 'nhs-common', ask: ['breath-rest'] },
    { id: 'leg-09', outcome: 'soon', when: 'hand-tingle + long-time|all-night|diabetes', says: 'Tingling for a long time', advice: 'nurse', source: 'medline-common' },
    { id: 'leg-10', outcome: 'routine', when: 'hand-tingle', says: 'Tingling', advice: 'nurse', source: 'medline-common', ask: ['neuro-sudden'] },
    { id: 'leg-11', outcome: 'self_care', when: 'sore-muscles', says: 'Sore muscles', advice: 'injury', source: 'nhs-common' },
    { id: 'leg-12', outcome: 'routine', when: 'old-joint', says: 'Joint trouble for long', advice: 'injury', source: 'nhs-common', yields: true },
    { id: 'common-10', outcome: 'soon', when: 'back-pain + long-days|long-time|wont-go|worse-said|age-50-plus', says: 'Back pain for long', advice: 'injury', source: 'nhs-back', ask: ['spine-q'] },
    { id: 'common-11', outcome: 'soon', when: 'joint-pain + long-time|worse-said|wont-go', says: 'Joint pain for weeks', advice: 'injury', source: 'nhs-common' },
    { id: 'common-12', outcome: 'urgent', when: 'joint-pain + cannot-walk-said|cannot-bear', says: 'Cannot put weight on it', advice: 'injury', source: 'medline-er' },
    { id: 'common-71', outcome: 'soon', when: 'joint-locks', says: 'A joint that locks or gives way', advice: 'injury', source: 'nhs-common' },
    { id: 'common-13', outcome: 'urgent', when: 'back-pain + leg-weak-said|weight-loss|on-anticoagulant|age-child', says: 'Back pain with a warning sign', advice: 'spine', source: 'nhs-back' },
    { id: 'leg-20', outcome: 'emergency', when: 'joint-hot + rigors|confusion|immune-weak', says: 'Hot joint with shaking chills or confusion', advice: 'fever', source: 'nhs-septic-joint' },
    { id: 'leg-40', outcome: 'routine', when: 'raynaud', says: 'Fingers that turn white in the cold', advice: 'leg', source: 'nhs-raynaud' },
    { id: 'leg-41', outcome: 'urgent', when: 'raynaud + sudden|black-skin|numb-said|dead-limb|any-pain|worse-said', says: 'White fingers with another sign', advice: 'leg', source: 'nhs-raynaud' },
    { id: 'common-56', outcome: 'routine', when: 'joint-pain|back-pain + for-years', says: 'Pain of joint or back for years', advice: 'injury', source: 'nhs-common' },
    { id: 'leg-42', outcome: 'soon', when: 'joint-swollen', says: 'Swollen joint', advice: 'injury', source: 'nhs-common', ask: ['urine-chills'], yields: true },
    { id: 'leg-60', outcome: 'emergency', when: 'calf-sore + short-of-breath|chest-pain|coughing-blood|fainting', says: 'Sore calf, and breathless: a clot in the lung', advice: 'chest', source: 'nhs-dvt' },
  ], // prettier-ignore
  questions: [
    { id: 'spine-q', about: 'saddle-numb', en: 'Are you numb between your legs, or is it hard to pee?', es: '¿Tiene dormida la parte entre las piernas o le cuesta orinar?' },
  ], // prettier-ignore
}
