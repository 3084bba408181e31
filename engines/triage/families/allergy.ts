import type { Family } from '../protocol.ts'

export const allergy: Family = {
  id: 'allergy',
  title: 'Severe allergy',
  ask: ['breath-rest', 'allergy-face', 'belly-faint'],
  concepts: [
    {
      id: 'face-swelling',
      name: 'Swelling of face, lips, tongue or throat',
      kind: 'red_flag',
      en: `(lip|lips|tongue|face|throat|mouth|uvula) ~ <swell> / (throat|airway|windpipe) ..3 (closing|closed|closing up|tightening|tight|constricting|swelling|narrowing|close) / angioedema / swollen (tongue|lips|face|throat) / throat is closing / tongue (is)? (huge|thick|getting big) / face blew up / lips blew up / can't swallow ..3 swelling / (lips|lip|tongue|face|cheeks) ..2 (ballooned|blew|blowing|swelled|puffed|huge|fat|giant|doubled) / (lips|lip|tongue|face|eyelids|throat|cheeks|mouth) ..4 (swell*|swollen|balloon*|blew|huge|puff*|fat|double|thick|bigger) / (lips|lip|mouth) ..4 like ..4 (fillers|botox|duck|sausage|sausages|balloons|balloon|dinghy|bee stung) / tongue ..2 (doesn't|does not|won't|doesnt|wont|hardly|barely|no longer|can't) ..1 fit ..3 / tongue ..2 (too big|fills|filling|huge|like a balloon|twice (the|its) size) / tongue ..1 (is|feels|got|getting|gone)? ..1 fat / (lips|lip|tongue|face) ..4 (blown up|ballooned|puffed up|swelled up|come up like|like balloons) / (lips|tongue) ..3 (huge|enormous|double) / face ..1 (like|size of) ..2 (football|balloon|melon|pumpkin|moon|basketball)`,
      es: `(labio|labios|lengua|cara|garganta|boca) ~ <swell> / garganta ..3 (cierra|cerrando|cerrada|cerro|apretada|hinchada) / se me cierra la garganta / se le cierra la garganta / se me esta cerrando la garganta / angioedema / cara hinchada / lengua hinchada / labios hinchados / se me hincho la (cara|lengua|boca|garganta) / se le hincho la (cara|lengua|boca|garganta) / cara como globo / (labios|lengua|cara|cachetes) ..2 (enorme*|gigante*|gord*) / (cara|labios|boca|lengua|garganta|cachetes|trompa) ..4 (infl*|hinch*|globo|sapo|deform*|enorme*|gord*) / (infl*|hinch*) ..3 (cara|labios|boca|lengua|garganta|trompa) / lengua ..3 (no (me|le)? ..1 cabe|gord*|grandota|como pelota|enorme|llena la boca) / (labios|labio|boca) ..3 como (pato|salchicha|globo|si me hubieran inyectado|botox|relleno) / (labios|lengua|cara) ..3 (se me|se le) (inflo|inflaron|hincharon|pusieron como) / cara ..2 como (pelota|globo|sandia|calabaza|balon)`,
      nearMisses: `throat ..1 swollen ..2 (gland|glands|nodes) / swollen ..2 (gland|glands|lymph nodes) / (cara|cachete|mejilla|face|cheek|jaw) ..4 (hinch*|infl*|swell*|swollen|puff*) ..4 (muela|diente|tooth|molar|root canal|extraction) / (muela|diente|tooth|molar) ..6 (cara|cachete|mejilla|face|cheek|jaw) ..3 (hinch*|infl*|swell*|swollen|puff*)
        (cara|cachete|mejilla|face|cheek|cheek's|cheeks|jaw) ..4 (hinch*|infl*|swell*|swollen|puff*) ..9 (muela|diente|tooth|molar|wisdom tooth|root canal|extraction|cordal) / (scan|mri|form|mouthguard|retainer|denture|dentures|braces) ..8 fit / (tooth|molar|abscess|dentist|muela|diente|gum|encia) ..12 (face|cara|cheek|cachete) ..6 (football|balloon|melon|pumpkin|pelota|globo) / face ..12 (tooth|molar|abscess|dentist) / cara ..12 (muela|diente|encia) / paint* ..3 face / face paint* / mord* ..12 (cachete|labio) ..8 hinch* / cachete por dentro`,
    },
    {
      id: 'anaphylaxis',
      name: 'Severe allergic reaction',
      kind: 'red_flag',
      en: `anaphyl* / (severe|serious|bad|massive|life threatening) allergic reaction / allergic shock / (used|gave|given|using|injected|jabbed|stabbed|needed to use|took|got) ..3 (epipen|epi pen|epinephrine|auvi q) / needed (the|his|her|my|an) (epipen|epi pen|epinephrine|auvi q) / (epipen|epi pen|auvi q) ..3 (didn't|not (working|helping|enough)|isn't (working|helping)|wore|given|used|already) / allergic reaction ..6 (breathe|breath|breathing|throat|tongue|swell*|vomit*|faint*|dizzy) / (stung|sting|bee|wasp|peanut|peanuts|nuts|shellfish|shrimp) ..8 (throat|breathe|breath|breathing|swell*|swollen|faint*|dizzy|hives all over)`,
      es: `anafila* / choque (anafilactico|alergico) / shock anafilactico / reaccion alergica (grave|severa|fuerte|muy fuerte) / alergia (grave|severa|muy fuerte) / (use|usamos|uso|puse|puso|pusimos|inyecte|inyecto|di|dimos|aplique|aplico) ..3 (epipen|epinefrina|adrenalina) / (epipen|epinefrina|adrenalina) ..3 (no hizo|no funciono|puest*|aplicad*|inyecte) / (pico|picadura|abeja|avispa|cacahuate|cacahuates|mani|camaron|camarones|mariscos|nuez) ..8 (garganta|respirar|hinch*|ahogo|mareo|desmay*|ronchas en todo) / reaccion alergica ..5 (garganta|respirar|hinch*|lengua) / (cerrando|cierra|cierran|cerro) ..3 <throat> / <throat> ..3 (cerrando|cierra|se cierra)`,
      nearMisses: `breathing (fine|ok|okay|well|normal|normally|good|easy|easily) / breathes (fine|well|normally) / (respira|respirando|respiro) (bien|normal) / hinchazon ..1 (como|del tamano|chiquita|leve|pequena) ..2 (moneda|picadura|grano|chicharo|boton)? / swelling ..1 (like|the size of|about) ..1 (a|an)? ..1 (coin|penny|dime|pea|plum|grape|stamp|button) / (swollen|swelling|swell|swells|lump) ..1 (about|like|roughly)? ..1 (the)? size of ..1 (a|an)? ..1 (50p|10p|20p|2p|quarter|nickel|penny|coin|dime|pea|plum|grape|stamp|button|egg) / (forearm|ankle|foot|toe|finger|thumb|hand|leg|shin|knee|calf|elbow|arm|heel|bum|backside) (is|its|it|and its|has|a bit|all|looks)? (swollen|swelling|swells|swelled)`,
    },
    {
      id: 'hives',
      name: 'Hives or allergic rash',
      kind: 'symptom',
      en: `hives / welts / allergic reaction / allergic to something / itchy (bumps|rash) all over / (blotches|blotchy|spots|splotches|bumps|welts|whelps|weals) ..4 (all over|everywhere|head to toe|spreading|itch*) / (red|itchy) (blotches|splotches|whelps) / broke out ..4 (all over|in (hives|welts|bumps|spots)) / wheals / weals`,
      es: `ronchas / urticaria / reaccion alergica / habones / (ronchas|ronchitas|manchas rojas|granitos|habas|ronchones) ..4 (todo el cuerpo|por todos lados|todo|cuerpo) / (enronche|enroncho|me enronche|se enroncho|me broto|se broto)`,
      nearMisses: `(mosquito*|zancudo*|mosco*|pulga*|hormiga*|piquete*) ..12 (roncha*|ronchita*) / (roncha*|ronchita*) ..8 (mosquito*|zancudo*|mosco*|pulga*|hormiga*|piquete*) / bumps super itchy / (poison ivy|mosquito*|zancudo*) ..12 (bumps|ronchas|welts) / (blotch|patch|spot) on the white / chickenpox ..20 spots / traje de bano`,
    },
    {
      id: 'allergy-mild',
      name: 'Seasonal allergy',
      kind: 'mild',
      en: `seasonal (allergies|allergy) / hay fever / pollen / allergies acting up / (itchy|itching|watery|scratchy) eyes / spring allergies / (sneezing|runny nose|itchy eyes) ..14 every (spring|may|june|april|summer|year|fall) / itchy ..1 watery eyes`,
      es: `alergia (estacional|al polen|de primavera|de temporada) / alergias / polen / (me)? (pican|lloran) los ojos / ojos (llorosos|con comezon) / estornud* ..10 (primavera|cada ano)`,
    },
    {
      id: 'tongue-odd',
      name: 'Tongue or throat feels thick, tight or itchy',
      kind: 'red_flag',
      en: `
        tongue (is|feels|felt|getting|gone|got|looks)? ..2 (fat|thick|big|huge|weird|heavy|too big|itchy|tingly|numb|double) / (throat|airway) (is|feels|felt|getting|gets)? ..2 (tight|closing|itchy|scratchy and tight|funny|thick|lumpy|narrow) / tight throat / throat ..3 (itch*|tingl*) ..4 (nut|nuts|peanut|shrimp|shellfish|food|ate|bee|pill|antibiotic|shot|tight) / lump in my throat ..4 (after|ate|pill) / (mouth|lips) (is|are)? (tingling|tingly|itchy|burning) ..4 (after|ate|nut|nuts|peanut|shrimp) / voice (is)? (hoarse|weird) ..4 (hives|swollen|after eating)`,
      es: `
        lengua (esta|se siente|la siento)? ..2 (gruesa|gorda|grande|pesada|rara|dormida|hormiguea|pica) / garganta (esta|se siente|la siento)? ..3 (apretada|cerrada|cerrando|rara|pica|gruesa|chiquita) / (me|le) pica la (garganta|lengua|boca) / nudo en la garganta ..4 (comer|comi|pastilla) / (boca|labios) ..3 (hormigue*|pica*|arde*) ..4 (comi|comer|camaron|nuez|cacahuate)`,
    },
    {
      id: 'skin-peels',
      name: 'Skin peels, blisters in mouth or eyes',
      kind: 'red_flag',
      en: `
        skin (is)? ..2 (peeling|coming off|sloughing|falling off|blistering) ..4 (sheets|off|everywhere|all over|layers|med|medicine|pill)? / (blisters|sores|ulcers|raw) ..4 (in|inside|on) ..1 (my|his|her)? (mouth|eyes|eye|lips|genitals) ..8 (rash|med|medicine|pill|antibiotic|fever|peeling|skin) / (rash|med|medicine|pill|antibiotic|fever|peeling|skin) ..8 (blisters|sores|ulcers) ..4 (mouth|eyes|lips|genitals) / mouth ..3 (full of|covered in|raw) ..1 (blisters|sores)? / (rash|skin) ..8 (blisters|sores) ..4 (mouth|eyes|lips) / (painful|burning) rash ..4 (blisters|peeling|spreading) / stevens johnson / blistering (rash|skin) all over / skin ..5 (comes|coming|came|stays|stayed|left|peels|peeled|sticks|stuck|sliding|slides) ..4 (towel|sheets|sheet|pillow|clothes|shirt|hand) / (mouth|lips|eyes) ..4 (full of|covered in|all) ..2 (blisters|sores|raw) ..8 (skin|rash|eyes|mouth)`,
      es: `
        (piel|pellejo) ..4 (pela|pelando|cae|cayendo|desprend*|ampoll*) ..4 (tiras|todo|cuerpo|medicina)? / (ampollas|llagas|ulceras) ..4 (boca|ojos|labios|genitales) ..8 (fiebre|medicina|pastilla|antibiotico|piel|ronchas|sarpullido|pela) / (fiebre|medicina|pastilla|antibiotico|ronchas|sarpullido) ..8 (ampollas|llagas|ulceras) ..4 (boca|ojos|labios|genitales) / boca ..3 (llena de|con) (ampollas|llagas) / (sarpullido|ronchas|piel) ..8 (ampollas|llagas) / (sarpullido|erupcion) ..3 (arde|duele|dolorosa) / stevens johnson / se me (cae|pela|esta cayendo) la piel / piel ..5 (se queda|queda|se va|se viene|viene|sale|pega|pegada|desprende|despega) ..5 (toalla|sabana|sabanas|ropa|mano|camisa|pijama) / (boca|ojos|labios) ..5 (ampollas|llagas|ampollad*|llagad*) ..6 (piel|ojos|boca|genitales)`,
      nearMisses: `rash ..6 (blisters|blister) ..8 (one side|one eye|one of|right side|left side|only on|stripe|band|ribs|forehead) / (blisters|blister) ..6 (one side|around one eye|stripe|band|only on the (left|right)) / (rash|blisters) ..12 only on the (right|left) / (band|stripe|strip|line) of ..3 (rash|blisters|bumps) / (sarpullido|ampollas|ampollitas|granitos|ronchas) ..8 (un lado|un solo lado|lado derecho|lado izquierdo|franja|costillas|cintura) / (spots|spot|ulcers|sores) in ..2 mouth ..5 fever of / (sunburn|sunburned|sunburnt|bronce*|quemada de sol) ..8 (skin|piel) / (skin|piel) ..6 (sunburn|bronceado)`,
    },
    {
      id: 'new-medicine',
      name: 'New medicine or food',
      kind: 'fact',
      en: `
        (new|started|starting|switched|first dose|upped|increased|raised) ..4 (med|meds|medicine|medication|pill|pills|antibiotic|shot|vaccine|dose|statin|antidepressant|injection|drug) / (after|since) (taking|starting|eating|the shot|my shot|the injection|the vaccine|i ate) / (amoxicillin|penicillin|bactrim|sulfa|cephalexin|lamotrigine|lamictal|allopurinol|ibuprofen|contrast)`,
      es: `
        (medicina|pastilla|antibiotico|medicamento|inyeccion|vacuna) nuev* / (empece|empezo|comence|me cambiaron|me subieron) ..4 (medicina|pastilla|antibiotico|medicamento|dosis) / (despues de|desde que) ..3 (comer|comi|inyeccion|vacuna|tome|pastilla|medicina) / me (puse|pusieron) ..2 (inyeccion|vacuna) / (amoxicilina|penicilina|bactrim)`,
      nearMisses: `after starting (at|a|the|in)? ..2 (swimming|gym|job|school|club|class)`,
    },
    {
      id: 'allergen',
      name: 'Ate or was stung by something known for allergy',
      kind: 'fact',
      en: `
        (nut|nuts|peanut|peanuts|cashew|walnut|almond|shrimp|shellfish|crab|lobster|egg|milk|sesame|strawberr*|kiwi) / (stung|sting|bee|wasp|hornet|yellow jacket|fire ant|fire ants)`,
      es: `
        (nuez|nueces|cacahuate*|mani|camaron*|mariscos|cangrejo|huevo|leche|ajonjoli|fresas|pescado) / (abeja|avispa|hormiga*|abejorro|picadura)`,
      nearMisses: `
        (sono|sonaba|hizo|hicieron|oi|oyo|escuche|escucho|senti|sintio|trono|como|ese|aquel) (un|una|como un|algo como un|como)? (crac|crack|crak|cric|crec)`,
    },
    {
      id: 'throat-clearing',
      name: 'Keeps clearing the throat',
      kind: 'fact',
      en: `(keeps|keep|kept) ..1 clearing ..2 throat / (voice|throat) ..3 (tight|tightening|closing|scratchy|hoarse)`,
      es: `carraspe* / (voz|garganta) ..3 (cerrad*|cerrando|apretad*|ronca)`,
    },
    {
      id: 'stung-inside',
      name: 'Stung in the mouth or throat',
      kind: 'red_flag',
      en: `stung ..6 (tongue|throat|back of the mouth|roof of ..1 mouth|tonsil|tonsils|inside ..2 mouth|inside ..2 cheek) / (swallowed|swallow|drank|gulped|bit into) ..3 (wasp|bee|hornet|yellowjacket|yellow jacket) / (wasp|bee|hornet|yellowjacket) ..8 (tongue|throat|inside ..2 mouth|roof of ..1 mouth|in ..1 mouth)`,
      es: `(picadura|picotazo|aguijon) ..6 (lengua|garganta|paladar|campanilla|cielo de la boca) / (bicho|insecto) ..6 (pico|picado|picotazo) ..6 (lengua|garganta|paladar|dentro de la boca|adentro de la boca) / (trague|trago|tragado|me tome|se tomo|mordi|mordio) ..3 (avispa|abeja|avispon|abejorro) / (avispa|abeja|avispon|abejorro) ..8 (lengua|garganta|dentro de la boca|adentro de la boca|en la boca)`,
    },
  ],
  rules: [
    { id: 'allergy-01', outcome: 'emergency', when: 'anaphylaxis', says: 'Severe allergic reaction', advice: 'allergy', source: 'nhs-anaphylaxis' },
    { id: 'allergy-02', outcome: 'emergency', when: 'face-swelling', says: 'Swelling of face, lips, tongue or throat', advice: 'allergy', source: 'nhs-anaphylaxis' },
    { id: 'allergy-03', outcome: 'emergency', when: 'hives + short-of-breath|cannot-breathe|wheezing|vomiting|fainting|dizzy|chest-tight|tongue-odd|confusion', says: 'Hives with another sign', advice: 'allergy', source: 'nhs-anaphylaxis' },
    { id: 'allergy-04', outcome: 'soon', when: 'hives', says: 'Hives', advice: 'rash', source: 'nhs-anaphylaxis', ask: ['allergy-face', 'breath-rest'] },
    { id: 'common-09', outcome: 'self_care', when: 'allergy-mild', says: 'Seasonal allergy', advice: 'cold', source: 'nhs-common' },
    { id: 'allergy-05', outcome: 'emergency', when: 'tongue-odd + hives|allergen|new-medicine|face-swelling|rash|short-of-breath|wheezing|hoarse-voice|dizzy', says: 'Throat or tongue changes with signs of allergy', advice: 'allergy', source: 'nhs-anaphylaxis' },
    { id: 'allergy-06', outcome: 'urgent', when: 'tongue-odd', says: 'Throat or tongue feels thick or tight', advice: 'allergy', source: 'nhs-anaphylaxis', ask: ['allergy-face', 'breath-rest'] },
    { id: 'allergy-07', outcome: 'emergency', when: 'skin-peels', says: 'Skin peels or blisters in mouth or eyes', advice: 'allergy', source: 'nhs-sjs' },
    { id: 'allergy-08', outcome: 'emergency', when: 'allergen|new-medicine + short-of-breath|cannot-breathe|wheezing|fainting|face-swelling', says: 'Trouble breathing, fainting or swelling after food, a sting or a medicine', advice: 'allergy', source: 'nhs-anaphylaxis' },
    { id: 'allergy-09', outcome: 'emergency', when: 'allergen + hives|rash + vomiting|dizzy|belly-pain|confusion', says: 'Rash and another sign after food or a sting', advice: 'allergy', source: 'nhs-anaphylaxis' },
    { id: 'allergy-10', outcome: 'urgent', when: 'hives + all-over|new-medicine|allergen|face-said', says: 'Hives all over, or after a medicine, food or sting', advice: 'rash', source: 'nhs-anaphylaxis', ask: ['allergy-face', 'breath-rest'] },
    { id: 'allergy-11', outcome: 'urgent', when: 'rash + new-medicine', says: 'Rash after a medicine', advice: 'rash', source: 'nhs-sjs', ask: ['allergy-face'] },
    { id: 'allergy-12', outcome: 'emergency', when: 'on-ace-inhibitor + face-swelling|tongue-odd', says: 'Swelling with an ACE inhibitor', advice: 'allergy', source: 'nhs-anaphylaxis' },
    { id: 'allergy-13', outcome: 'emergency', when: 'insect-bite|sting-mild + hoarse-voice|throat-clearing|dizzy|fainting|faint-standing|vomiting|belly-pain|confusion|short-of-breath|wheezing|tongue-odd', says: 'Sting or bite and unwell', advice: 'allergy', source: 'nhs-anaphylaxis' },
    { id: 'allergy-16', outcome: 'emergency', when: 'stung-inside', says: 'Stung in the mouth or throat, which may swell shut', advice: 'allergy', source: 'nhs-anaphylaxis' },
  ], // prettier-ignore
  questions: [
    { id: 'allergy-face', about: 'face-swelling', en: 'Are the lips, tongue or face swollen?', es: '¿Tiene hinchados los labios, la lengua o la cara?' },
  ], // prettier-ignore
}
