import type { Family } from '../protocol.ts'

export const common: Family = {
  id: 'common',
  title: 'Common complaints',
  ask: ['breath-rest', 'allergy-face', 'fever-awake'],
  concepts: [
    {
      id: 'child-cold',
      name: 'Cold, runny nose',
      kind: 'mild',
      en: `runny nose / stuffy nose / congestion / congested / sniffles / sneezing / (a|common|bad|head) cold / sore throat / scratchy throat / nasal congestion / sinus / post nasal drip / hoarse / lost my voice / (blocked|clogged|plugged|clear|thick) ..1 (nose|nasal) / nasal (discharge|blockage|drip) / facial pressure / (blocked|plugged|clogged) (ear|ears) ..6 (flight|plane|landing) / sore dry throat / dry throat / throat ..2 (scratchy|tickly) / (snotty|snuffly|bunged up|snuffles)`,
      es: `nariz tapada / moco / mocos / congestion / congestionad* / estornud* / resfriad* / resfrio / catarro / gripa / gripe / dolor de garganta / me duele la garganta / garganta irritada / escurrimiento nasal / ronquera / nariz (constipada|mocosa) / nariz ..3 (escurr*|como grifo|como llave|moquea*|tapad*) / (moqueo|moquea|moqueando|moquera|moquiando|moquito|moquitos|mocos|mormad*) / narici* ..3 (tapad*|congest*|escurr*|mocos*) / moco ..6 (garganta|detras|flojo|suelto) / (garganta|carraspera) ..2 (rasposa|irritad*|raspos*|carrasp*|seca|raspa) / carrasp* / constipad* ..2 (nariz|moco*)? / (trancazo|resfriadito|gripita|gripiña|catarrito) / (tosecita|mocos y tos|gripazo|gripon)`,
      nearMisses: `(when|on|with|while|from|weak|after) (gripping|grip|griping) / grip (is|was|strength|normal|strong|firm|good|weak) / constipad* ..4 (bano|popo|evacu*|dias sin)`,
    },
    {
      id: 'flu',
      name: 'Flu-like',
      kind: 'mild',
      en: `flu / body aches / covid / aching all over / influenza`,
      es: `influenza / dolor de cuerpo / cuerpo cortado / covid`,
      nearMisses: `(when|on|with|while|from|weak|after) (gripping|grip|griping) / grip (is|was|strength|normal|strong|firm|good|weak)`,
    },
    {
      id: 'ear-pain',
      name: 'Ear pain',
      kind: 'symptom',
      en: `ear ~ <pain> / earache / ear infection / pulling (at)? (his|her) ear / ear discharge / (ear|eardrum|ear drum) ..4 (popped|burst|ruptured|perforated|draining|bleeding|blood|pus)`,
      es: `(oido|oreja|oidos) ~ <pain> / dolor de oido / infeccion de oido / otitis / (oido|timpano) ..4 (reventado|revento|perforado|supura|supurando|sangra|sangre|pus)`,
      nearMisses: `(ear|ears) (popped|pop|popping) ..6 (plane|flight|landing|altitude|mountain|mountains|flying) / (ear|ears) ..2 (muffled|plugged|full) ..6 (flight|plane|landing|flying|flew|descent) / (several|many|repeated|recurrent|past|previous) ..1 ear infections`,
    },
    {
      id: 'rash',
      name: 'Rash',
      kind: 'symptom',
      en: `rash / rashes / itchy (skin|rash|bumps|arms|legs|back|scalp|spots|patches|red) / eczema / itching all over / itch all over / poison ivy / skin bumps / skin rash / red bumps / bumpy rash / patches of (red|dry|itchy) skin`,
      es: `sarpullido / erupcion / salpullido / comezon / picazon / eczema / ronchas / granos / piel seca / herpes zoster / culebrilla / hongos / (puntit*|manchit*|granit*|ronchit*) ..2 (ros*|rojit*|roj*) / brote ..4 (piel|cuello|espalda|cara|ronchas) / (se (me|le)) ..1 (broto|brotó|lleno de (granitos|ronchas|manchitas|puntitos))`,
      nearMisses: `(itchy|itching) scalp / itchy (eyes|eye|nose|throat|ears)`,
    },
    {
      id: 'weepy-skin',
      name: 'Skin that weeps or crusts',
      kind: 'symptom',
      en: `(weepy|weeping|oozing|crusty|crusted|crusting|honey colored|golden crust) ..4 (skin|patch|patches|rash|eczema|elbows|elbow|face|sores|spot|spots|knees|behind) / (eczema|rash|patch|patches|skin) ..6 (weepy|weeping|oozing|crusty|crusted|yellow crust|crusting) / (eczema|rash|patch|patches|skin|sores) ..16 (weepy|oozing|crusty|yellow crust|crusted|crusting|yellow and crusty)`,
      es: `(eczema|dermatitis|sarpullido|piel|ronchas|granitos) ..6 (supura*|supurando|costra* (amarilla*|color miel)|lloros*|mojad*|pus) / costra* ..2 (amarilla*|color miel) / costra* ..3 (como miel|de miel|melos*) / (granit*|costr*) ..10 (como miel|color miel|miel alrededor)`,
    },
    {
      id: 'bite',
      name: 'Bite or sting',
      kind: 'symptom',
      en: `(dog|cat|bat|raccoon|animal|human|spider|rat|monkey|horse) ..2 (bite|bit|bites|bitten|scratched) / bitten by / bit by / tick (on|in|attached) / bat in (my|the) (room|house) / (bitten|bit) on ..3 (knuckle|hand|finger|leg|calf|arm|face) by ..1 (a|the|his|her|our|my)? ..1 (cat|dog|stray) / (bat|it|fox|squirrel|raccoon|monkey|stray) (nipped|nicked|scratched|bit|grazed) (me|my|his|her)`,
      es: `(perro|gato|murcielago|animal|araña|rata|mono) ..3 (mordio|mordida|pico|picadura|araño) / (mordio|mordida|mordedura|picadura|pico) ..3 (perro|gato|murcielago|animal|araña|rata|mono) / (perrito|perrita|perro|perra|gatito|gata|gato) ..8 (mordio|mordido|arano|rasguno|araño)`,
      nearMisses: `(perrita|perro|perra|gato|gata|gatito) ..6 (rasguno|arano) ..6 (raya|superficial|unas|una)`,
    },
    {
      id: 'insect-bite',
      name: 'Insect bite or sting',
      kind: 'mild',
      en: `(mosquito|mosquitoes|insect|bug|flea|gnat|ant|bee|wasp|hornet) ..2 (bite|bites|bit|bitten|sting|stings|stung) / (bit|bitten|stung) by ..2 (mosquito|mosquitoes|insect|bug|ant|ants|bee|wasp|hornet|something in the garden) / stung on ..3 (ankle|foot|hand|arm|leg|neck|finger|thumb|forearm|toe)`,
      es: `(zancudo|zancudos|mosquito|mosquitos|insecto|insectos|hormiga|hormigas|abeja|avispa) ..3 (pico|picadura|picaduras|picaron|piquete|piquetes) / (pico|picadura|picaduras|picaron|piquete|piquetes) ..3 (zancudo|zancudos|mosquito|mosquitos|insecto|insectos|hormiga|hormigas|abeja|avispa)`,
    },
    {
      id: 'memory-slow',
      name: 'Forgets more and more',
      kind: 'symptom',
      en: `forgetful / (forgets|forgetting) (things|names|words|appointments) / memory ..3 (worse|getting worse|loss|problems|slipping|going) / repeats ..2 questions / got lost ..3 (near home|driving|in the neighborhood)`,
      es: `(olvida|olvidando|olvidan|olvido) ..1 (cosas|todo|nombres|las cosas) / (falla|pierde|perdiendo) la memoria / se le olvida* / se pierde ..3 (cerca|camino|casa)`,
    },
    {
      id: 'any-animal-risk',
      name: 'Bat, raccoon or stray',
      kind: 'symptom',
      en: `bat / raccoon / skunk / fox / stray (dog|cat) / rabies`,
      es: `murcielago / mapache / zorrillo / perro callejero / rabia / (perro|perrito|perrita|perra) ..3 (calle|callejer*) / nadie sabe de quien es / perro ..2 dueno / sin dueno`,
      nearMisses: `(with|by|like) (a|the) ..1 bat / baseball bat`,
    },
    {
      id: 'lump',
      name: 'A lump',
      kind: 'symptom',
      en: `
        (lump|lumps|bump|knot|mass|ball|gland|node|swollen gland) ..4 (in|on|under|behind) ..3 (breast|neck|armpit|groin|testicle|arm|leg|back|skin|throat|thigh) / (breast|neck|armpit|groin|thyroid) ..3 (lump|bump|knot|mass|gland|node) / swollen (gland|glands|lymph node*) / found a lump / felt a lump / (pearly|shiny|scaly) ..3 (bump|spot|lesion) ..10 / (lump|bump|knot|ball|cyst) ..3 (forearm|wrist|scalp|shoulder|elbow|belly|jaw|hand) / (soft|hard|movable) (lump|bump) / lipoma / ganglion cyst / (pea|pea sized|grape|marble|almond|bean|walnut|hard) ..2 (thing|spot|lump|ball|knot|nodule|seed)? ..4 (breast|boob|armpit|testicle|neck|groin) / something ..2 (hard|round) ..3 (breast|boob|armpit|testicle|neck) / ganglion ..3 / (soft|squishy|rubbery|fatty) ..2 (lump|bump|thing|ball) ..4 (wrist|back|arm|neck|shoulder|thigh|head)`,
      es: `
        (bolita|bola|bulto|bultito|bulto|masa|ganglio|tumor|nodulo) ..4 (pecho|seno|cuello|axila|ingle|testiculo|brazo|pierna|espalda|garganta|mama) / (pecho|seno|cuello|axila|ingle) ..3 (bolita|bola|bulto|masa|ganglio) / (me|se) (senti|encontre|palpe|toque) ..3 (bolita|bola|bulto) / ganglio* (inflamad*|hinchad*) / (bolita|pepita|pelotita|frijol|garbanzo|canica|nudito|dureza|grano duro|bultito) ..5 (seno|pecho|mama|axila|sobaco|cuello|ingle|testiculo|chichi|teta) / (bultito|bulto|bolita|bola) ..2 (bland*|suave*|de grasa|como de chicle|movible|que se mueve)`,
      nearMisses: `(itchy|itching|small red|little red|tiny red) ..2 (bumps|bump|lumps) / (bumps|lumps) ..3 (itch|itchy|itching) / (glands|gland|nodes|node) ..1 (not|no|never) ..1 (swollen|enlarged|felt|palpable|tender|big) / (lump|bump|knot) ..2 (on|in) ..2 (the|his|her|my) (forehead|shin|scalp) ..8 (ran into|bumped|hit|fell|knocked) / (tiny|prickly|itchy|pink|heat|sweat) ..2 (bumps|bump)`,
    },
    {
      id: 'mole',
      name: 'A mole or freckle',
      kind: 'symptom',
      en: `
        (mole|moles|freckle|freckles|skin spot|spot on my skin|age spot) / (brown|dark|black|tan) spot ..3 (skin|back|arm|leg|face|shoulder|chest|neck|cheek)`,
      es: `
        (lunar|lunares|peca|pecas|mancha en la piel)`,
    },
    {
      id: 'mole-changes',
      name: 'A mole changes',
      kind: 'fact',
      en: `
        (mole|freckle|spot) ..8 (darker|bigger|changed|changing|growing|bleeding|itches|irregular|new|black)`,
      es: `
        (lunar|peca|mancha) ..8 (oscur*|crec*|cambi*|grande|sangra|pica|negr*)`,
      nearMisses: `mancha ..2 sangre ..6 ojo`,
    },
    {
      id: 'tooth',
      name: 'Tooth pain',
      kind: 'symptom',
      en: `
        (tooth|teeth|toothache|molar|gum|gums|dental) ~ <pain> / toothache / tooth (ache|pain|hurts|infection|abscess) / cracked tooth / knocked out ..2 tooth / (tooth|teeth|molar) ..3 (zing|zings|sensitive|twinge|twinges|sharp) ..6 (cold|sweet|sweets|hot)?`,
      es: `
        (diente|dientes|muela|muelas|encia|encias) ~ <pain> / dolor de (muela|diente|muelas) / absceso dental / muela picada`,
    },
    {
      id: 'tooth-face',
      name: 'Face swollen from a tooth',
      kind: 'fact',
      en: `
        (tooth|dental|gum|abscess) ..8 (face|cheek|jaw) ..3 (swollen|swelling|puffy|fever)? / (face|cheek|jaw) ..3 (swollen|swelling|puffy) ..8 (tooth|dental|gum)
        (face|cheek|cheek's|cheeks|jaw) ..4 (swell*|swollen|puff*) ..9 (tooth|molar|wisdom tooth|root canal|extraction|dental|gum) / (molar|wisdom tooth|root canal|extraction) ..6 (face|cheek|jaw) ..3 (swell*|swollen|puff*) / (swollen|swelling) ..1 face ..6 jaw`,
      es: `
        (diente|muela|encia|absceso) ..8 (cara|cachete|mejilla|quijada) / (cara|cachete|mejilla) ..3 (hinchad*|inflamad*) ..8 (diente|muela|encia)
        (cara|cachete|mejilla) ..4 (hinch*|infl*) ..9 (diente|muela|encia|molar|cordal) / (hinch*|infl*) ..2 (cara|cachete|mejilla) ..8 (diente|muela|encia|molar|cordal) / (cachete|cara|mejilla) como ..1 (pelota|globo|melon|naranja) ..4 (muela|diente)?`,
      nearMisses: `tooth ache like`,
    },
    {
      id: 'tick',
      name: 'Tick bite',
      kind: 'symptom',
      en: `
        tick ..4 (stuck|attached|in|on|bite|bit|removed|pulled|off) / pulled (a|the) tick / bullseye / bulls eye / target (shaped)? rash / removed (a|the|one) tick / tick (from|bite) / (expanding|red|growing) ..1 ring / ring ..3 (rash|clearing) / erythema migrans`,
      es: `
        garrapata / (mancha|roncha|sarpullido) ..3 (diana|blanco de tiro|ojo de buey|redond*)`,
      nearMisses: `ticks (the|all|every) ..1 (boxes|box) / ring ..8 (groin|gym|crotch|kitten|cat|scaly|jock) / (groin|crotch|gym|kitten|cat) ..6 ring`,
    },
    {
      id: 'shingles',
      name: 'Shingles',
      kind: 'symptom',
      en: `
        shingles / zoster / (blisters|rash) ..4 (stripe|band|one side|strip) / rash ..6 (blisters|blister) ..8 (one side|one eye|one of|right side|left side|only on|stripe|band|ribs|forehead) / (blisters|blister) ..6 (one side|around one eye|stripe|band|only on the (left|right)) / (rash|blisters) ..12 only on the (right|left) / (band|stripe|strip|line) of ..3 (rash|blisters|bumps) / (blisters|blistery rash|rash|bumps) ..6 (forehead|eyelid|eyebrow|tip of (my|his|her) nose) / (tingling|tingled|burning|prickling) ..6 (forehead|temple|scalp|nose) / crop of blisters / blisters ..10 (tip of the nose|forehead|beside the eye)`,
      es: `
        zoster / culebrilla / herpes zoster / (ampollas|ronchas) ..4 (franja|un lado|banda) / (sarpullido|ampollas|ampollitas|granitos|ronchas) ..8 (un lado|un solo lado|lado derecho|lado izquierdo|franja|costillas|cintura) / (ampollas|ampollitas|granitos|ronchas|vesiculas) ..6 (frente|parpado|sien|ceja|punta de la nariz) / (hormigueo|ardor|piquetes) ..6 (frente|sien|nariz) ..8 (ampollas|ampollitas|granitos)`,
      nearMisses: `(bump|lump|egg|goose egg) ..2 (on|in|to) ..1 (the|his|her|my)? forehead / (chichon|bolita|golpe) ..3 frente / bump ..2 (his|her|my|the) forehead / (bump|lump|pimple) ..6 (edge|rim|margin|lash|lashes) / (fever|fiebre) blister*`,
    },
    {
      id: 'near-eye',
      name: 'Near the eye',
      kind: 'fact',
      en: `
        (near|around|by|close to|next to) ..1 (my|his|her|the) eye / eyelid / tip of my nose / forehead`,
      es: `
        (cerca|alrededor|junto) ..2 ojo / parpado / punta de la nariz / frente`,
    },
    {
      id: 'deep-bite',
      name: 'Bite that broke the skin',
      kind: 'symptom',
      en: `
        (bit|bite|bitten|bites) ..8 (skin|broke|broken|deep|bleeding|puncture|blood|hand|face) / skin (is)? broken / (stray|dog|cat|person|human|kid) ..2 (bit|bite|bitten) / (cat|kitty|kitten|dog|pup|puppy) ..3 (bit|bite|chomped|nipped|got|sank|tore) ..5 (knuckle|hand|finger|wrist|thumb|palm|face) / (cat|dog|kitten|puppy) ..3 (sank|sunk) ..2 teeth / teeth ..3 (into|in) ..4 (finger|hand|knuckle|wrist|thumb) / (dog|cat) (had|got|grabbed|went for|caught) (me|him|her) ..3 (calf|hand|arm|leg|finger|ankle|thigh|wrist|face) / (four|three|two|puncture|deep) ..1 (holes|punctures|wounds) ..6 (dog|cat|teeth)`,
      es: `
        (mordio|mordida|mordedura) ..8 (piel|sangre|sangro|mano|cara|hondo|profunda|calle|callejero|rompio) / (gato|gata|perro|perra|gatito) ..3 (mordio|mordida|me agarro) ..5 (mano|dedo|nudillo|muneca|cara) / (gato|perro|gata|perra|gatito) ..3 (clavo|enterro|encajo) ..2 (dientes|colmillos) / (perro|perra|gato|gata) ..3 (agarro|prendio|tiro|alcanzo|prenso) ..4 (pantorrilla|mano|brazo|pierna|dedo|tobillo|muslo|cara) / (hoyitos|hoyos|agujeros|colmillazos) ..6 (perro|gato|colmillo*)`,
      nearMisses: `(a|little|tiny|wee) bit / bit (of|more|less|swollen|sore|red) / mord* ..3 (lengua|labio|cachete|mejilla)`,
    },
    {
      id: 'skin-small',
      name: 'Small skin complaint',
      kind: 'mild',
      en: `
        acne / pimples / dandruff / nail fungus / toenail fungus / toenail ..3 (thick|yellow|fungus) / dry skin / wart / warts / chapped / athlete's foot / blackheads / flaky scalp / skin tag / rough (bump|bumps) ..6 (dots|fingers|finger)`,
      es: `
        acne / espinillas / barros / caspa / hongo* ..3 (una|unas|pie) / resequedad / verruga* / piel seca / pie de atleta / barrito* / (grano|granote|granito) ..4 (barbilla|nariz|frente|cara|menton|cachete) / (espinilla|espinillas|espinillitas) ..4 (cara|nariz|frente|barbilla|cachetes)`,
      nearMisses: `walt / duelen ..2 espinillas / espinillas ..3 (por delante|al (trotar|correr|caminar)|de la pierna*)`,
    },
    {
      id: 'insect-itch',
      name: 'Itching insect bite',
      kind: 'mild',
      en: `
        (mosquito|bug|flea|chigger|ant) (bite|bites) ..4 (itch*|itching)? / (itch*) ..3 (mosquito|bug) (bite|bites)`,
      es: `
        (piquete*|picadura*) de (mosquito*|zancudo*|moscos*|pulga*|mosco*)`,
    },
    {
      id: 'bruise-small',
      name: 'Small bruise or bump',
      kind: 'mild',
      en: `
        (stubbed|jammed|bumped|banged) ..2 (toe|finger|knee|shin|elbow) / little bruise / small bruise / a bit bruised / paper cut / bruise ..3 (thigh|arm|shin|leg|hip|knee|elbow|hand) ..6 (bump|bumped|bumping|hit|banged|walked into|desk|table) / (little|small|tiny) bruise / bruise ..3 blood draw`,
      es: `
        me (pegue|golpee|machuque) ..3 (dedo|dedito|espinilla|rodilla|codo) / (cort*|me corte) ..3 (papel|tantito|poquito) / moretoncito / raspon* / (moreton) (chico|chiquito|pequeno)`,
      nearMisses: `vi (a dios|estrellas|las estrellas)`,
    },
    {
      id: 'throat-long',
      name: 'Sore throat for days or with spots',
      kind: 'symptom',
      en: `
        sore throat ..8 (week|weeks|10 days|ten days|white spots|white patches|pus) / throat ..4 (sore|hurts) ..6 (week|weeks|white) / white (spots|patches|stuff) ..4 (throat|tonsils) / strep`,
      es: `
        (dolor de garganta|me duele la garganta|garganta) ..6 (semana|semanas|placas|pus|puntos blancos) / placas en (la garganta|las anginas) / anginas ..3 (pus|placas|inflamad*)`,
    },
    {
      id: 'back-again',
      name: 'Old complaint, asks about',
      kind: 'mild',
      en: `
        (usual|regular|chronic|old|same old) ..2 (migraine|migraines|headache|headaches|back pain|knee pain|arthritis|allergies)`,
      es: `
        (mi|mis|la|las) ..1 (migrana|migranas) (de siempre|normal|usual)`,
      nearMisses: `(year|years|month|week|day) old`,
    },
    {
      id: 'swallow-lump',
      name: 'Trouble swallowing food for weeks',
      kind: 'symptom',
      en: `
        (food|pills) ..4 (gets stuck|getting stuck|sticks|hard to swallow) / trouble swallowing ..4 (food|weeks|lately|solids) / (food|meat|bread|steak|chicken|pills) ..5 (stick|sticks|sticking|catches|catching|hang* up|slow to go down|won't go down easily) / (harder|difficult|difficulty) ..1 (to)? swallow* ..4 (food|meat|bread|solids|lately|weeks)`,
      es: `
        (comida|alimento) ..3 (se atora|se queda|cuesta (tragar|pasar)) / dificultad para tragar / (comida|carne|pan|tortilla|arroz|pastillas) ..4 (se (me|le) ..2 (atora*|queda*|atasca*|pega*)|me cuesta pasar|le cuesta pasar|no (me)? ..1 baja bien) / se (me|le) ..2 (empieza a|anda|suele)? ..1 (atorar|atorando|atora|atoran) ..4 (comida|carne|pan|tortilla)`,
      nearMisses: `(throat|garganta) ..4 (now|ahora|can't breathe|no puede)`,
    },
    {
      id: 'faint-hunger',
      name: 'Feels faint when hungry',
      kind: 'symptom',
      en: `
        (faint|lightheaded|shaky) ..5 (skip|skipped|don't eat|haven't eaten|hungry|before (lunch|breakfast))`,
      es: `
        (mare*|debil*) ..5 (no como|hambre|sin comer|ayuno)`,
    },
    {
      id: 'ringworm',
      name: 'Ring-shaped rash',
      kind: 'symptom',
      en: `
        ring (shaped)? rash / ringworm / ring shaped / round patch / (patch|rash|spot|mark|circle) ..4 (ring|circle|circular|round|coin) ..6 (grow*|bigger|spread*|itch*)`,
      es: `
        tina / (mancha|ronchas) (redonda|en anillo) / empein* / (roncha*|ronchita*|mancha*|manchita*|grano*) ..3 (forma de)? ..1 (anillo|aro|circulo|redondel) / (anillo|aro|circulo) ..4 (pica|crece|roj*) ..4 (piel|brazo|pierna|espalda|panza)? / (aro|anillo|rueda) ..2 roj* / como anillo ..6 (escamos*|orilla|borde)`,
    },
    {
      id: 'skin-dry',
      name: 'Dry skin, hair, weight, habits',
      kind: 'mild',
      en: `
        (skin|hands|lips) ..2 dry / hair ..3 (thin|thinning|falling out|loss) / (quit|quitting|stop) smoking / (lose|losing|drop) weight / snoring / little bumps on my`,
      es: `
        piel ..2 (seca|reseca) / (caida|cae) ..2 (pelo|cabello) / dejar de fumar / bajar de peso / granitos`,
    },
    {
      id: 'genital-wart',
      name: 'Wart or bump on the genitals',
      kind: 'symptom',
      en: `(wart|warts|bump|bumps|growths) ..4 (genital|genitals|penis|vagina|vulva|anus|privates|down there) / genital (wart|warts)`,
      es: `(verruga|verrugas|verruguita|verruguitas|bolitas|granitos) ..4 (partes|genitales|pene|vagina|vulva|ano|intimas)`,
    },
    {
      id: 'tooth-chipped',
      name: 'Chipped or broken tooth',
      kind: 'symptom',
      en: `(chipped|broke|broken|cracked|snapped) ..4 (tooth|teeth|molar|incisor|filling|crown) / (tooth|filling|crown) ..3 (chipped|broke|broken|cracked|fell out|snapped)`,
      es: `(quebro|quebre|rompio|rompi|partio|parti|despostill*|astillo) ..6 (diente|muela|colmillo|empaste|corona) / (diente|muela) ..3 (quebrad*|rot*|partid*|despostillad*)`,
    },
  ],
  rules: [
    { id: 'cold-01', outcome: 'self_care', when: 'child-cold', says: 'A cold', advice: 'cold', source: 'nhs-common' },
    { id: 'cold-02', outcome: 'self_care', when: 'flu', says: 'Flu-like illness', advice: 'cold', source: 'nhs-common', ask: ['breath-rest', 'breath-chest'] },
    { id: 'cold-03', outcome: 'soon', when: 'flu + pregnant|age-65-plus|lung-disease|heart-disease|diabetes|immune-weak', says: 'Flu-like illness in a person at risk', advice: 'cold', source: 'nhs-common' },
    { id: 'cold-04', outcome: 'soon', when: 'ear-pain', says: 'Ear pain', advice: 'cold', source: 'nhs-common', yields: true },
    { id: 'cold-05', outcome: 'self_care', when: 'rash', says: 'Rash', advice: 'rash', source: 'nhs-common', ask: ['allergy-face', 'fever-spots'] },
    { id: 'common-04', outcome: 'soon', when: 'bite', says: 'Bite or sting', advice: 'wound', source: 'medline-common' },
    { id: 'common-05', outcome: 'urgent', when: 'bite + any-animal-risk', says: 'Bite with a risk of rabies', advice: 'wound', source: 'cdc-rabies' },
    { id: 'common-14', outcome: 'soon', when: 'lump', says: 'A lump', advice: 'nurse', source: 'nhs-cancer-signs' },
    { id: 'common-15', outcome: 'soon', when: 'mole-changes', says: 'A mole that changes', advice: 'nurse', source: 'nhs-cancer-signs' },
    { id: 'common-16', outcome: 'routine', when: 'mole', says: 'A mole or freckle', advice: 'nurse', source: 'nhs-cancer-signs' },
    { id: 'common-17', outcome: 'soon', when: 'weight-loss', says: 'Losing weight without trying', advice: 'nurse', source: 'nhs-cancer-signs' },
    { id: 'common-18', outcome: 'urgent', when: 'weight-loss + fever|blood-said|age-child|night-sweats|vomiting', says: 'Weight loss with another sign', advice: 'nurse', source: 'nhs-cancer-signs' },
    { id: 'common-19', outcome: 'soon', when: 'tooth', says: 'Tooth pain', advice: 'nurse', source: 'nhs-dental-abscess' },
    { id: 'common-20', outcome: 'urgent', when: 'tooth|tooth-face + fever|tooth-face|wound-infected', says: 'Tooth infection with fever or swelling', advice: 'nurse', source: 'nhs-dental-abscess', ask: ['allergy-face'] },
    { id: 'common-21', outcome: 'soon', when: 'tick', says: 'Tick bite', advice: 'wound', source: 'cdc-lyme' },
    { id: 'common-22', outcome: 'urgent', when: 'tick + fever|rash|face-droop|headache|joint-pain|bullseye-said', says: 'Tick bite with rash or fever', advice: 'wound', source: 'cdc-lyme' },
    { id: 'common-23', outcome: 'soon', when: 'shingles', says: 'Shingles', advice: 'rash', source: 'nhs-shingles' },
    { id: 'common-70', outcome: 'soon', when: 'weepy-skin', says: 'Skin that weeps or crusts', advice: 'rash', source: 'nhs-common' },
    { id: 'common-24', outcome: 'urgent', when: 'shingles + near-eye|immune-weak|on-chemo|pregnant|eye-trouble|face-said', says: 'Shingles near the eye or with weak defences', advice: 'rash', source: 'nhs-shingles' },
    { id: 'common-25', outcome: 'urgent', when: 'deep-bite', says: 'Bite that broke the skin', advice: 'wound', source: 'nhs-animal-bite' },
    { id: 'common-26', outcome: 'self_care', when: 'skin-small|wart', says: 'Small skin complaint', advice: 'rash', source: 'nhs-common' },
    { id: 'common-50', outcome: 'self_care', when: 'insect-bite', says: 'Insect bite or sting', advice: 'rash', source: 'nhs-common' },
    { id: 'common-51', outcome: 'routine', when: 'tremor-said', says: 'Trembling', advice: 'nurse', source: 'nhs-common' },
    { id: 'common-52', outcome: 'soon', when: 'memory-slow', says: 'Forgets more and more', advice: 'nurse', source: 'nhs-common' },
    { id: 'common-27', outcome: 'self_care', when: 'insect-itch|bruise-small', says: 'Small bite, bruise or scrape', advice: 'wound', source: 'nhs-common' },
    { id: 'common-28', outcome: 'soon', when: 'throat-long', says: 'Sore throat for days', advice: 'cold', source: 'nhs-common' },
    { id: 'common-29', outcome: 'soon', when: 'swallow-lump', says: 'Food gets stuck for weeks', advice: 'nurse', source: 'nhs-cancer-signs' },
    { id: 'common-30', outcome: 'soon', when: 'faint-hunger', says: 'Feels faint when hungry', advice: 'nurse', source: 'nhs-fainting' },
    { id: 'common-31', outcome: 'self_care', when: 'tired-said|back-again', says: 'Tired, or an old complaint', advice: 'nurse', source: 'nhs-common' },
    { id: 'common-32', outcome: 'soon', when: 'rash + long-days|long-time|comes-back', says: 'Rash that stays or comes back', advice: 'rash', source: 'nhs-common', yields: true },
    { id: 'common-33', outcome: 'soon', when: 'headache + long-time|daily-said', says: 'Headaches for weeks', advice: 'headache', source: 'nhs-headache', ask: ['neuro-sudden', 'neuro-weak'] },
    { id: 'common-34', outcome: 'soon', when: 'ringworm', says: 'Ring-shaped rash', advice: 'rash', source: 'nhs-common' },
    { id: 'common-35', outcome: 'soon', when: 'any-symptom + long-time', says: 'A symptom for weeks', advice: 'nurse', source: 'medline-common', yields: true },
    { id: 'common-36', outcome: 'soon', when: 'mole + changes-said', says: 'A mole that changes', advice: 'nurse', source: 'nhs-cancer-signs' },
    { id: 'common-37', outcome: 'soon', when: 'rash + for-a-week', says: 'Rash for a week', advice: 'rash', source: 'nhs-common', yields: true },
    { id: 'common-38', outcome: 'self_care', when: 'skin-dry', says: 'Dry skin, hair, weight or habits', advice: 'nurse', source: 'nhs-common' },
    { id: 'common-43', outcome: 'urgent', when: 'ear-pain + blood-said|bleeding-any|head-injury|dizzy|high-fever', says: 'Ear that bleeds or drains with another sign', advice: 'nurse', source: 'medline-er' },
    { id: 'common-61', outcome: 'routine', when: 'skin-small|wart|eczema-flare|skin-dry|foot-fungus + wants-gone|for-years', says: 'Small skin complaint for long, or to be treated', advice: 'rash', source: 'nhs-common' },
    { id: 'common-55', outcome: 'routine', when: 'eczema-flare + each-season', says: 'Eczema that comes back every season', advice: 'rash', source: 'nhs-common' },
    { id: 'common-57', outcome: 'emergency', when: 'shingles + confusion|stiff-neck|worst-headache|one-side-weak|face-droop', says: 'Shingles with a sign of the nerves', advice: 'emergency', source: 'nhs-shingles' },
    { id: 'common-58', outcome: 'soon', when: 'child-cold|sinus-pressure + long-time|for-a-week|comes-back + fever|any-pain|worse-said', says: 'A cold that comes back worse', advice: 'cold', source: 'nhs-common', yields: true },
    { id: 'common-80', outcome: 'urgent', when: 'bite|deep-bite + hand-swelling', says: 'Bitten hand that swells', advice: 'wound', source: 'nhs-animal-bite' },
    { id: 'common-81', outcome: 'soon', when: 'genital-wart', says: 'Wart or bump on the genitals', advice: 'nurse', source: 'nhs-common' },
    { id: 'common-73', outcome: 'soon', when: 'tooth-chipped', says: 'Chipped or broken tooth', advice: 'nurse', source: 'medline-tooth' },
    { id: 'common-72', outcome: 'soon', when: 'bruise-small|bruise-plain|finger-jammed|nail-blood + severe-said', says: 'A knock that hurts a great deal', advice: 'injury', source: 'nhs-common' },
  ], // prettier-ignore
}
