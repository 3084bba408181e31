import type { Family } from '../protocol.ts'

/** Mild complaints as they are told in full: cared for at home, unless something is told that does not go with them. */
export const homeCare: Family = {
  id: 'home-care',
  title: 'Mild complaints that are known whole',
  concepts: [
    {
      id: 'goes-well',
      name: 'What goes well',
      kind: 'fact',
      en: `(drinks|drinking|eats|eating|feeds|feeding|sleeps|sleeping|plays|playing|swallows|breathes|walks|sees|hears|bends|chews|moves) ..1 (well|normally|fine|freely|happily|easily|eagerly|comfortably|quietly|plenty) / (eats|drinks|feeds|sleeps|walks|sees|plays|works|hears) as (usual|always|before|normal|expected) / (keeps|keeping|kept) ..2 (fluids|sips|water|drinks|liquids|food|milk|everything|it) down / keeps down ..1 (sips|fluids|water|drinks|food|everything) / (passes|passing|passed) ..2 (urine|water|wind) / (wets|wetting|wet) ..2 (nappies|nappy|diapers|diaper) / (plays|playing|played|builds|cheerful|content|lively|thriving|laughs|smiles) / (eating|eats|ate|eaten|drinks|drinking|drank) ..2 (breakfast|lunch|dinner|supper|sandwich|toast|crackers|juice|plenty|litres|liters|soup|snack) / (bonds|bonding) well / (drinking|eating|sleeping|feeding|playing) (and|or)? (playing|eating|drinking|sleeping|smiling|working) / (still|and|is|happy) playing / playing (normally|happily|football|outside|as usual) / (watches|watching) ..2 (cartoons|tv|television|films|movies|film) / (breathing|voice|face|grip|swallowing|speech|bladder|bowel|bowels|sensation|movement|gait|pulse|hearing|appetite|mood|urine|stools|feeling|balance|walking|skin) ..4 (normal|fine|good|unaffected|unchanged|intact|well|healthy) / (feeling|sensation|movement) (normal|intact|full) / (can|could|still) ..1 (walk|stand|run|work|eat|swallow|drink) / can bear weight / (keeps|kept|keeping) down / (eats|eating) ..1 (small|little|normal|regular|full) (meals|portions) / (drinks|drinking) (enough|plenty) / (nurses|sucks|latches) ..1 (well|vigorously|strongly|eagerly) / is playful / runs all day / by morning ..2 (fine|gone) / otherwise (well|healthy) / (and|is|was|are) healthy / awake and ..1 (chatty|bright|playing) / well otherwise / fully awake / weight (steady|stable|unchanged|fine) / breathing (quiet|easy|normal|quietly|calm) / breath fine / (sight|vision) (clear|fine|normal|unchanged|good|sharp) / (easing|improving|fading|settling|better) (already|today|now|since) / feels (well|fine|good|healthy) / (feeds|grows|gains weight) / (arms|legs|fingers|toes|foot|hand) ..2 (work|move|feel|strong|warm) ..2 (normally|freely|fine|strong)? / drinking (well|plenty|fine|normally)`,
      es: `(come|bebe|toma|duerme|juega|camina|respira|ve|traga|mama|orina) ..1 (bien|normal|tranquil*|content*) / (tolera|retiene) ..2 (liquidos|agua|suero|comida|todo) / (moja|mojando) ..2 panales / (juega|jugando|contento|contenta|sonrie|alegre) / (peso) (estable|igual|normal) / como si nada`,
      nearMisses: `(not|never|no|barely|hardly|nothing|without|cannot|won't|stopped|isn't|doesn't) ..2 (drinking|eating|feeding|feeds|drinks|eats|playing|plays|sleeping|walking|breathing|smiles|moving|well|down) / (keeps|keep|keeping|kept) ..1 (nothing|little|hardly|barely|not) ..2 down / (no|ni|nunca|apenas|casi) ..2 (come|bebe|toma|duerme|juega|camina|respira|mama|orina|tolera|retiene|moja|sonrie)`,
    },
    {
      id: 'known-before',
      name: 'Known from before, as always',
      kind: 'fact',
      en: `(same|exactly|just) ..2 (as|like) ..3 (always|usual|before|every|each|others|other|ago|ones|time|times) / same place as ..1 / (as|like) (always|usual) / (as|like) (each|every) (month|winter|year|summer|time|spring|period) / as they have for years / (always|usually) (happens|gets|get|does|comes) / (gets|get|has|have|had) ..1 (them|one|it|this|these) ..2 (every|each|before|few times|couple of times|once a|twice a|last year|years ago) / (every|each) (winter|spring|summer|autumn|month|may|june|april|year|time) / happened (before|last year) / known ..2 (migraine|migraines|eczema|hay fever|irritable bowel|cold sores|piles|haemorrhoids|hemorrhoids) / (usual|typical|regular) ..2 (attack|migraine|headache|pattern|kind) / as (two|three|several|some) years ago / since (age|school|childhood|his teens|her teens|my teens|puberty) / (same|like|as) ..3 last (time|one|attack|episode|year|summer|winter|thrush|migraine|month) / (previous|earlier|past) (ones|times|attacks|episodes) / (her|his|my) usual ..1 (migraine|headache|cold sore|thrush|period|attack|hay fever|hayfever|piles|reflux|eczema) / (second|third) (one|time) this year / like (all|the) ..1 (others|other times)`,
      es: `(igual|lo mismo|como) ..2 (siempre|cada|otras|antes|todas|todos) / como (siempre|cada) / (cada|todos los) (mes|meses|ano|anos|invierno|primavera) / ya (me|le) ..1 (habia)? ..1 (pasado|dado|paso|dio|salio|salido) / de siempre / desde (nino|nina|chico|chica|joven|siempre)`,
      nearMisses: `not ..2 (like|as) / never ..3 (like|before) / (no|nunca) ..3 como`,
    },
    {
      id: 'brief-said',
      name: 'For seconds',
      kind: 'fact',
      en: `(<number>|one|two|three|four|five|six|eight|ten|fifteen|twenty|few|couple|some|several) ..1 (second|seconds|secs) / (for|just|only|lasts|lasted) ..1 a (moment|second|instant) / momentarily / briefly / (gone|over|passes|passed) in (seconds|moments) / half a minute`,
      es: `(unos|pocos|<number>|cinco|diez|segundos) segundos / un (momento|instante|segundo)`,
    },
    {
      id: 'muscle-worked',
      name: 'Muscles sore after unusual effort',
      kind: 'mild',
      en: `(sore|stiff|aching|achy|tender|ache|aches) ..8 (after|since|from|following) ..6 (class|gym|workout|training|squats|pushups|race|run|running|hike|hiking|gardening|digging|lifting|session|football|soccer|basketball|exercise|marathon|match|game|skiing|ride|cycling|swim|swimming|rowing|dancing|painting|moving|raking|weights|trampoline|climbing|yoga|pilates) / (first|new|hard|long|heavy) ..4 (class|gym|workout|training|squats|pushups|race|run|running|hike|hiking|gardening|digging|lifting|session|football|soccer|basketball|exercise|marathon|match|game|skiing|ride|cycling|swim|swimming|rowing|dancing|painting|moving|raking|weights|trampoline|climbing|yoga|pilates) ..12 (sore|stiff|aching|achy|tender|ache|aches) / (thighs|thigh|calves|calf|arms|legs|shoulders|abs|muscles|muscle|quads|hamstrings|glutes|biceps|back|chest muscles|buttocks) ..4 (sore|stiff|ache|aching|aches|tender) ..6 (downstairs|stairs|sitting down) / (thighs|thigh|calves|calf|arms|legs|shoulders|abs|muscles|muscle|quads|hamstrings|glutes|biceps|back|chest muscles|buttocks) ..4 (sore|stiff|ache|aching|aches|tender) ..10 (since|after|from|following) ..6 (class|gym|workout|training|squats|pushups|race|run|running|hike|hiking|gardening|digging|lifting|session|football|soccer|basketball|exercise|marathon|match|game|skiing|ride|cycling|swim|swimming|rowing|dancing|painting|moving|raking|weights|trampoline|climbing|yoga|pilates) / (squats|pushups|push ups|press ups|lunges|leg day|spin class|leg class) ..14 (sore|stiff|aching|ache|aches|achy) / delayed muscle soreness / muscle soreness`,
      es: `agujetas / (dolor|duelen|duele|adolorid*|dolorid*|molidas) ..8 (despues|tras|desde|por) ..6 (ejercicio|gimnasio|gym|partido|carrera|caminata|entrenamiento|clase|mudanza|jardin|sentadillas|pesas|correr) / (sentadillas|pesas|gimnasio|gym|spinning|carrera|entrenamiento) ..10 (duelen|dolor|adolorid*|ties*)`,
      nearMisses: `chest pain ..12 / (knee|ankle|wrist) ..6 (pop|popped|snap|snapped|gave|locked)`,
      whole: { parts: 'muscle-after-sport|joint-pain' },
    },
    {
      id: 'lid-flickers',
      name: 'Eyelid that twitches',
      kind: 'mild',
      en: `(eyelid|lid|eyelids) ..14 (twitch*|flicker*|flutter*|jumping|jumps|quiver*|spasm*) / (twitch*|flicker*|flutter*|quiver*) ..4 (eyelid|lid|eyelids)`,
      es: `parpado ..8 (brinca|tiembla|salta|late|temblor*|tic|brincando|temblando) / (temblor|tic|brinco) ..4 (parpado|ojo)`,
      nearMisses: `(stares|staring|stare|blank|blankly|absent|unresponsive|vacant) ..12 (lid|lids|eyelid|eyelids|flutter*)`,
      whole: {
        parts: 'eyelid-twitch|eye-twitch|tremor-said|face-said',
        unless: 'face-droop|one-side-weak|seizure|droop-swallow|double-vision',
      },
    },
    {
      id: 'neck-cricked',
      name: 'Neck stiff after sleep',
      kind: 'mild',
      en: `(woke|wakes|waking|woken|slept|sleeping|asleep) ..10 (cricked|crick|stiff|sore|kinked|wry|locked) ..2 neck / (woke|wakes|slept|sleeping|asleep) ..10 neck ..4 (stiff|sore|hurts|stuck|locked|cricked|aching) / (night|slept|sleeping|woke|woken|nap|mattress|pillow) ..14 (turn|turning) ..3 (head|neck) / (cricked|wry|kinked) neck / (crick|kink) in ..2 neck / neck ..6 (turning|turn|turned) ..4 (left|right|one side) ..3 (hurts|painful|sore|stuck)`,
      es: `torticolis / (amaneci|desperte|amanecio|desperto|dormi) ..8 cuello ..3 (ties*|torcid*|trabad*|duele|adolorid*)`,
      whole: {
        parts: 'stiff-neck|stiff-neck-slept|back-pain|joint-pain|screen-neck',
        anywhere: 'sleeps-propped',
        unless:
          'short-of-breath|breathless-lying|leg-swelling-any|fever|headache|vomiting|non-fading-rash|confusion|light-hurts|sleepy|worst-headache|fall|head-injury|vehicle-crash|one-side-weak|high-fever|chills-said',
      },
    },
    {
      id: 'tick-out',
      name: 'Tick taken out soon',
      kind: 'mild',
      en: `(pulled|removed|took|taken|plucked|pull|picked|found) ..12 tick ..20 (hour|hours|today|morning|evening|afternoon|whole|flat|tweezers|complete|completely) / tick ..10 (removed|pulled|out|off) ..12 (whole|complete|completely|flat|hour|hours|tweezers|today|morning|evening) / (whole|flat|tiny) tick ..4 (removed|out|off|pulled)`,
      es: `(quite|saque|quito|saco|arranque|quitamos|sacamos) ..6 garrapata ..12 (hora|horas|hoy|ayer|entera|completa|plana|pinzas|chiquita)`,
      nearMisses: `tick ..12 (days|week|weeks|head left|still in|stuck) / (swollen|engorged|fat) tick / tick ..2 (was|is|looked) (swollen|engorged|fat)`,
      whole: {
        parts: 'tick|bite|deep-bite|non-fading-rash|rash|insect-bite',
        unless:
          'fever|rash|bullseye-said|face-droop|headache|joint-pain|red-patch-grows|skin-grows|ringworm|immune-weak',
      },
    },
    {
      id: 'blister-rubbed',
      name: 'Blister from rubbing',
      kind: 'mild',
      en: `(blister|blisters) ..12 (shoe|shoes|boot|boots|heel|heels|hike|hiking|walk|walking|run|running|march|sandals|rowing|racket|rake|raking|shovelling|shoveling|trainers|sneakers|marathon|rubbing|rubbed|toe|sole|digging) / (heel|heels|toe|toes|hike|hiking|shoes|boots|march|walk|rowing|raking|digging|trainers|sneakers) ..8 (blister|blisters)`,
      es: `(ampolla|ampollas|ampollita) ..8 (zapato*|bota|botas|talon|talones|caminar|caminata|correr|tenis|roce|rozo|sandalias) / (zapatos|botas|talon|talones|caminata|tenis) ..8 (ampolla|ampollas|ampollita)`,
      nearMisses: `(burn|burned|burnt|burns|scald*|oven|stove|boiling|fire|hand foot|palms|soles|dark|black|blood|bloody|purple|frost*|cold) ..8 (blister|blisters) / (blister|blisters) ..8 (burn|burned|burnt|scald*|oven|stove|boiling|fire|hands|palms|mouth|dark|black|blood|bloody|purple)`,
      whole: {
        parts: 'foot-ulcer|burn|burn-blister|small-blister|joint-pain',
        unless: 'diabetes|immune-weak|spreading-skin|wound-infected|fever|cold-limb|frostbite|new-medicine',
      },
    },
    {
      id: 'wax-known',
      name: 'Blocked ear with wax',
      kind: 'mild',
      en: `(plug|plugs) of wax / wax plug / (impacted|hard) wax / (hears|hearing) ..2 (dully|muffled|dull) ..8 (shower*|wax|bath) / (wax|earwax) ..12 (ear|ears|drops|oil|opening|canal|syring*|softener) / (ear|ears) ..6 (blocked|plugged|muffled|full|bunged|clogged|stuffed) ..14 (wax|shower|cotton bud|cotton buds|q tip|bath|shampoo) / (full|dull|plugged|blocked|muffled|clogged) ..4 (ear|ears) ..6 (shower*|bath|swim*) / (shower|bath|cotton bud|q tip|earplugs) ..10 (ear|ears) ..4 (blocked|plugged|muffled|clogged|full|bunged)`,
      es: `(cera|cerumen|cerilla|tapon) ..8 (oido|oidos|oreja|gotas) / (oido|oidos) ..4 tapad* ..8 (ducha|alberca|nadar|bano|cotonete|hisopo|agua)`,
      whole: {
        parts: 'ear-wax',
        unless: 'ear-pain|swimmers-ear|sudden-deaf|fever|bleeding-any|dizzy|head-injury|face-droop|spin-sudden',
      },
    },
    {
      id: 'ear-flight',
      name: 'Ear pressure after a flight',
      kind: 'mild',
      en: `(ear|ears) ..2 (muffled|blocked|plugged|full|crackl*|popping) ..10 (flight|plane|flying|landing|flew|descent|mountain|altitude) / (flight|plane|flying|landing|flew|descent) ..8 (ear|ears) ..4 (muffled|blocked|plugged|full|crackl*|popping)`,
      es: `(oido|oidos) ..4 (tapad*|truena*|presion) ..8 (vuelo|avion|volar|aterriz*|sierra|montana) / (vuelo|avion) ..8 (oido|oidos) ..4 (tapad*|truena*|presion)`,
      nearMisses: `(drum|eardrum|timpano) ..6`,
      whole: {
        parts: 'ear-pain|ear-wax|child-cold',
        unless: 'bleeding-any|blood-said|dizzy|spin-sudden|sudden-deaf|fever|severe-said',
      },
    },
    {
      id: 'bowels-slow',
      name: 'Bowels slow on a journey or a change of food',
      kind: 'mild',
      en: `(constipat*|hard stools|hard stool|no stool|no bowel movement|not pooped|hasn't pooped|haven't pooped) ..20 (travel*|trip|holiday|coach|journey|flight|tour|vacation|away|diet) / (travel*|trip|holiday|coach|journey|flight|tour|vacation) ..12 (constipat*|hard stools|hard stool|not pooped|no bowel movement) / (not|hasn't|haven't|nor) opened ..1 (her|his|my|their|the) bowels ..6 (travel*|days|day|trip|holiday) / not had ..2 (bowel movement|motion|stool) ..8 (day|days) / bowels ..3 (not|unopened) ..2 (opened|moved) ..4 days`,
      es: `(estren*|obrado|evacuado) ..12 (viaje|viajar|viajo|vacaciones|avion|camion|dieta) / (viaje|viajar|viajo|vacaciones) ..10 (estren*|obrado|evacuado|tapad*)`,
      whole: { parts: 'constipation', unless: 'vomiting|belly-pain|obstruction|belly-danger|weight-loss' },
    },
    {
      id: 'baby-blues',
      name: 'Tearful in the first days after a birth',
      kind: 'mild',
      en: `(weeps|weepy|weeping|tearful|teary|cries|crying|cry|tears|sobs) ..6 (small things|little things|no reason|then laughs|then laugh|then smiles|easily|adverts|commercials|at the drop|over nothing|anything) / (weepy|tearful|teary) / baby blues`,
      es: `(llora|lloro|llorando|llorona|chillona|sensible) ..4 (todo|nada|razon|motivo|facil|cualquier cosa) / tristeza posparto leve`,
      whole: {
        of: 'postpartum|newborn|baby-said',
        parts: 'mental',
        unless: 'long-time|for-a-week|psychosis|postpartum-psychosis|panic',
      },
    },
    {
      id: 'nappy-sore',
      name: 'Nappy area sore',
      kind: 'mild',
      en: `(nappy|diaper) ..6 (pink|red|sore|shiny|raw|rash|irritat*|spots) / (red|pink|sore|raw|shiny|irritated) ..4 (nappy|diaper) / (red|pink|shiny|sore) ..3 (rash|skin) ..4 (buttocks|bottom|bum|nappy|diaper) ..8 (loose stools|loose stool|diarrhoea|diarrhea|soft stools)? / (red|pink|sore|raw) (bottom|bum|buttocks) / (bottom|buttocks|bum) ..3 (red|pink|sore|raw|shiny) ..10 (nappy|nappies|diaper|diapers|stools|wipes)`,
      es: `(rozad*|irritad*|roj*|escaldad*|salpullid*) ..6 (panal|panales|pompis|colita|nalguitas) / (panal|pompis|colita|nalguitas) ..6 (rozad*|irritad*|roj*|escaldad*)`,
      nearMisses: `(blood|bloody|bleeding) ..4 (nappy|diaper) / (pink|red|blood) ..2 (urine|pee|stain|streak|stool) ..4 (nappy|diaper) / (nappy|diaper) ..3 (dry|no wet|blood)`,
      whole: {
        parts: 'diaper-rash|rash|burn|teething|skin-dry|weepy-skin|diarrhea',
        unless: 'fever|baby-not-feeding|high-fever|skin-peels|non-fading-rash|child-mottled',
      },
    },
    {
      id: 'cradle-cap',
      name: 'Cradle cap',
      kind: 'mild',
      en: `(greasy|flaky|scaly|yellow|yellowish|crusty|waxy|scurfy|oily) ..3 (scales|scale|flakes|crust|crusts|patches|plaques|scurf) ..8 (scalp|head|eyebrows|crown) / cradle cap / (scalp|head|eyebrows) ..5 (greasy|yellow|yellowish|waxy|scurfy) ..2 (scales|flakes|crust|crusts|patches)`,
      es: `costra lactea / (costra*|escamas|caspa) ..4 (cabeza|cabecita|cuero cabelludo|cejas)`,
      whole: {
        parts: 'teething|rash|weepy-skin|itchy-scalp|eczema-flare|child-cold|skin-dry|boil|wound-infected',
        unless: 'fever|baby-not-feeding',
      },
    },
    {
      id: 'teething-baby',
      name: 'Teething',
      kind: 'mild',
      en: `(chew*|gnaw*|biting|bites|everything) ..10 (dribbl*|drool*|red cheek|red cheeks|gum|gums|tooth|cranky|fussy|grumpy|everything) / (dribbl*|drool*) ..10 (gum|gums|chew*|tooth|teeth|red cheeks|red cheek|rosy) / (gum|gums) ..4 (sore|swollen|red) ..12 (bite|biting|chew*|rattle|dribbl*) / (bite|bites|chew*|gnaw*) ..6 (rattle|ring|toys|toy|fist|fists|fingers) / teething / (tooth|teeth) ..4 (coming through|cutting|erupting|breaking through|peeping) / (white|first) ..4 (point|points|tooth|teeth) ..4 (gum|gums)`,
      es: `(saliendo|sale|salen|brotando) ..3 (dientes|diente|dientito|muelas) / (muerde|babea|babeando|baba) ..8 (encia|encias|dientes|todo)`,
      nearMisses: `(drool*|dribbl*) ..8 (won't|refuses|cannot|can't|swallow|battery|muffled|fever|stridor)`,
      whole: {
        parts: 'teething|slow-stream|tooth|gums-bleed',
        anywhere: 'tooth|tooth-face|mouth-sore',
        of: 'age-under-1|age-under-1-said|age-under-3-years|baby-said|child-said',
        unless: 'fever|drool-voice|choking|battery-magnet|child-swallowed|baby-not-feeding|stridor',
      },
    },
    {
      id: 'newborn-spots',
      name: 'Harmless spots of a newborn',
      kind: 'mild',
      en: `(flecks|patches|spots|bumps|pimples|blotches|marks) ..12 (vanish|vanishes|reappear|reappears|come and go|comes and goes|move around|shift|wander|change place|fade and return) / (white|yellow|pearly|yellowish) ..3 (spots|bumps|dots|pimples) ..6 (nose|cheeks|chin|face) / (pimples|spots|bumps|acne) ..3 (cheeks|face|nose|forehead|chin) / milia / baby acne / milk spots / erythema toxicum / (pimples|spots|bumps|acne) ..4 (cheeks|face|nose|forehead) ..10 (newborn|week old|weeks old|baby|infant) / blotch* ..2 (patches|spots) ..4 (bumps|pimples|dots|centres|centers)`,
      es: `(acne|granitos|puntitos|manchitas) ..4 (recien nacid*|bebe|nariz|cachetes) / milia / eritema toxico`,
      whole: {
        parts: 'child-mottled|pale|rash|skin-small|teething|hives|mole|lump',
        of: 'newborn|age-under-1|baby-said|age-under-1-said|age-under-3-months',
        unless: 'fever|baby-not-feeding|baby-yellow|non-fading-rash|sleepy|high-cry|skin-peels|navel-red|blue-lips',
      },
    },
    {
      id: 'breast-buds',
      name: 'Breast buds of a newborn',
      kind: 'mild',
      en: `breast (bud|buds|tissue) ..6 (swollen|puffy|enlarged|swelling|bigger|firm|raised)? / (both|little|tiny) ..2 (breasts|nipples) ..4 (swollen|puffy|enlarged)`,
      es: `(boton|botones) mamario* / (pechitos|tetitas) ..4 (hinchad*|inflamad*|dur*)`,
      whole: {
        parts: 'breast-red|lump|breast-tender|breast-hot',
        of: 'newborn|age-under-1|baby-said|age-under-1-said|age-under-3-months',
        unless: 'fever|baby-not-feeding',
      },
    },
    {
      id: 'newborn-girl-drop',
      name: 'Mucus and a little blood in a newborn girl',
      kind: 'mild',
      en: `(mucus|discharge|vaginal|vagina|privates) ..5 (blood|pink|bloody|red) ..6 (nappy|diaper|once)? / (mini|pseudo|false|little) period / withdrawal bleed`,
      es: `(moco|flujo|vagina|vaginal) ..5 (sangre|rosad*) ..6 (panal)?`,
      whole: {
        parts: 'bleeding-any|blood-said|spotting|vaginal-bleeding|period-odd',
        of: 'newborn + girl-said',
        unless: 'fever|baby-not-feeding|black-stool|jelly-stool|big-bruises|navel-red',
      },
    },
    {
      id: 'girl-said',
      name: 'A girl',
      kind: 'fact',
      en: `girl / daughter`,
      es: `nina / hija`,
    },
    {
      id: 'growing-pains',
      name: 'Growing pains',
      kind: 'mild',
      en: `(aching|ache|aches|pain|pains|sore|hurt|hurts) ..6 (shin|shins|thigh|thighs|calf|calves|legs) ..12 (evening|evenings|night|nights|bedtime) / (shin|shins|calves|thighs|legs) ..6 (ache|aches|aching|pain|hurt|hurts) ..10 (evening|evenings|night|nights|bedtime) / (evening|evenings|night|nights|bedtime) ..6 (aching|ache|aches|pain|pains|hurt|hurts) ..6 (shin|shins|calf|calves|thighs|legs) / growing pains`,
      es: `dolor* de crecimiento / (duelen|dolor) ..4 (piernas|espinillas|pantorrillas|muslos) ..8 (noche|noches|dormir|acostarse)`,
      whole: {
        parts: 'growing-pain|joint-pain|night-cramp|old-joint',
        of: 'age-child|child-said|girl-said',
        unless:
          'baby-limp|fever|joint-swollen|weight-loss|child-hip|joint-hot|big-bruises|age-under-3-years|night-sweats|leg-swelling-one',
      },
    },
    {
      id: 'possets',
      name: 'Brings up a little milk',
      kind: 'mild',
      en: `(brings|bringing|brought|spits|spitting|spat) (up|back) ..4 (milk|mouthful|mouthfuls|feed|feeds|curds) / posset* / (mouthful|mouthfuls|little|dribble|small amount) ..3 milk ..6 (after|back|up) / effortless* ..4 (milk|vomit*|regurgitat*)`,
      es: `(regurgita|devuelve) ..4 (leche|poquito|toma)`,
      whole: {
        parts: 'vomiting|spit-up|teething|acid-after-meals|poor-intake',
        anywhere: 'spit-up',
        of: 'newborn|age-under-1|baby-said|age-under-1-said|age-under-3-months',
        unless:
          'fever|green-vomit-child|weight-loss|baby-not-feeding|blue-spell|vomiting-blood|keeps-nothing-down|no-urine-long|dry-signs|sleepy',
      },
    },
    {
      id: 'hand-foot-mouth-well',
      name: 'Hand, foot and mouth in a well child',
      kind: 'mild',
      en: `(blister|blisters|spots|sores|ulcers|bumps) ..4 (palm|palms|hands) ..3 (sole|soles|feet|mouth) / (spots|ulcers|sores|blisters) ..8 (hands|palms) ..6 (feet|soles) / hand foot (and)? mouth / (mouth|tongue) ..6 (spots|sores|ulcers|blisters) ..8 (hands|palms) ..4 (feet|soles)`,
      es: `(mano pie boca|pie mano boca|manos pies y boca) / (ampollas|granitos|ronchitas|llaguitas) ..4 (manos|palmas) ..3 (pies|plantas)`,
      whole: {
        parts:
          'hand-foot-mouth|rash|burn|shingles|mouth-sore|skin-peels|foot-ulcer|burn-blister|joint-pain|cold-sore-again',
        anywhere: 'fever|mouth-sore',
        of: 'goes-well|child-fever-well + age-child|child-said|age-under-3-years|age-under-5',
        unless:
          'poor-drinking|dry-signs|no-urine-long|sleepy|stiff-neck|high-fever|age-under-1|age-under-3-months|baby-not-feeding|work-of-breathing',
      },
    },
    {
      id: 'chickenpox-well',
      name: 'Chickenpox in a well child',
      kind: 'mild',
      en: `(spots|blisters|bumps) ..6 (crops|waves|different stages|all stages) / itchy ..3 (spots|blisters|bumps) ..10 (blister|blisters|crops|chickenpox) / chicken pox / chickenpox / varicella`,
      es: `varicela / (granitos|ampollitas|ronchitas) ..8 (brotes|comezon|pican)`,
      nearMisses: `(vaccine|vaccination|shot|jab) ..3 (chickenpox|varicella) / (chickenpox|varicella|chicken pox) ..2 (vaccine|vaccination|shot|jab) / vacuna ..3 varicela`,
      whole: {
        parts: 'hand-foot-mouth|rash|burn|shingles|skin-peels|hives',
        anywhere: 'fever',
        of: 'goes-well|child-fever-well + age-child|child-said|age-under-5',
        unless:
          'pregnant|immune-weak|age-under-1|on-steroid|on-chemo|high-fever|stiff-neck|sleepy|spreading-skin|work-of-breathing|short-of-breath|poor-drinking|confusion|balance-sudden',
      },
    },
    {
      id: 'slapped-cheek',
      name: 'Slapped cheeks and a lacy rash of a child',
      kind: 'mild',
      en: `slapped ..1 cheek* / cheeks ..5 slapped / lacy ..2 rash / fifth disease`,
      es: `(mejillas|cachetes) ..3 (cachetad*|abofetead*|roj*) ..8 encaje / quinta enfermedad`,
      whole: {
        parts: 'child-mottled|rash|cold-body|face-said|hives',
        of: 'age-child|child-said',
        unless:
          'pregnant|immune-weak|high-fever|non-fading-rash|stiff-neck|sleepy|pale|age-under-1|short-of-breath|on-chemo',
      },
    },
    {
      id: 'fever-then-rash',
      name: 'Fever is over, then a rash that fades',
      kind: 'mild',
      en: `fever ..8 (ended|gone|over|stopped|settled|resolved|broke) / roseola`,
      es: `roseola / (fiebre) ..4 (se quito|se fue|cedio|paso) ..6 (ronchas|sarpullido|erupcion)`,
      whole: {
        anywhere: 'fever|high-fever|fever-days|rash',
        of: 'goes-well|child-fever-well + age-child|child-said|age-under-3-years + rash',
        unless:
          'non-fading-rash|sleepy|stiff-neck|red-lips-fever|poor-drinking|age-under-3-months|seizure|skin-peels|child-mottled|baby-not-feeding|new-medicine',
      },
    },
    {
      id: 'thread-worms',
      name: 'Threadworms',
      kind: 'mild',
      en: `threadworm* / pinworm* / (white|thread) ..2 (threads|worms|thread) ..8 (stool|stools|bottom|anus|poo|poop|moving) / itch* ..3 (bottom|anus) ..4 (night|nights)`,
      es: `oxiuros / gusanitos ..4 (popo|heces|ano|colita|blancos) / (pica|comezon) ..3 (ano|colita) ..4 noche`,
      whole: { parts: 'worms|threadworms|hemorrhoid', unless: 'weight-loss|black-stool|fever|belly-pain' },
    },
    {
      id: 'jet-lagged',
      name: 'Jet lag',
      kind: 'mild',
      en: `(returned|back|flew|landed|flight|arrived) ..12 (lies awake|awake at night|wide awake|sleepy|cannot sleep|can't sleep|sleepless) / jet lag / jetlag / jet lagged`,
      es: `desfase horario / jet lag / (regrese|volvi|vuelo) ..10 (no duermo|despierto de noche|sueno de dia)`,
      whole: {
        parts: 'sleep|sleepy|tired-said',
        anywhere: 'sleep|sleepy|tired-said',
        unless: 'fever|confusion|leg-swelling-one|short-of-breath|chest-pain|mania|mental|headache|malaria-travel',
      },
    },
    {
      id: 'repeats-said',
      name: 'Again and again',
      kind: 'fact',
      en: `in a row / every time / each time / again / keeps / most days`,
      es: `seguidos / seguidas / cada vez / otra vez / siempre`,
    },
    {
      id: 'blood-on-paper',
      name: 'A little bright blood on the paper',
      kind: 'mild',
      en: `(bright|little|streak|spot|spots|drops|trace) ..4 blood ..4 (paper|tissue|wiping|wipe) / (blood|bleeding) on ..2 (paper|tissue) / (piles|haemorrhoid|haemorrhoids|hemorrhoid|hemorrhoids)`,
      es: `(poquita|poca|gotas|manchita) ..2 sangre ..4 (papel|limpiar*) / (hemorroides|almorranas)`,
      whole: {
        parts: 'bleeding-any|blood-said|black-stool|bloody-runs|hemorrhoid|lots-of-blood',
        unless:
          'weight-loss|diarrhea|age-50-plus|long-time|belly-pain|on-anticoagulant|dizzy|faint-standing|tarry-stool|repeats-said|changes-said|blood-clot-said|tired-said|fever|severe-said|worse-said|pregnant|pale|age-child',
      },
    },
    {
      id: 'back-strain',
      name: 'Back strained by lifting or bending',
      kind: 'mild',
      en: `(strained|pulled|tweaked|wrenched|ricked|twinged) ..3 back ..8 (lifting|moving|digging|gardening|bending|carrying|twisting|box|wardrobe|shovel*|sofa)? / (low|lower) back ..3 (ache|aches|pain|sore|stiff|strain|stiffness) ..8 (since|after|from) ..4 (lifting|moving|digging|gardening|bending|carrying|shovel*|cleaning|painting)`,
      es: `(espalda|cintura|lumbago) ..6 (desde|al|despues de|por) ..2 (cargar|cargue|levantar|levante|agachar*|mover|jardin)`,
      whole: {
        parts: 'back-pain|muscle-after-sport|joint-pain|old-joint|back-again',
        unless:
          'saddle-numb|fever|weight-loss|both-legs-dead|cannot-pee|fall|age-65-plus|leg-weak-said|numb-said|on-steroid|on-chemo|long-time|urine|urine-flank|belly-pain|night-sweats|sciatica|pregnant|severe-said|one-side-weak|cancer-said|vehicle-crash|age-child|worse-said|red-urine|aneurysm-pain|tearing-back-pain|leaks-urine|cannot-walk-said',
      },
    },
    {
      id: 'cancer-said',
      name: 'Had cancer',
      kind: 'fact',
      en: `cancer / tumor / tumour / metastatic / metastases / myeloma`,
      es: `cancer / tumor / metastasis`,
    },
    {
      id: 'sprain-walks',
      name: 'Sprain that bears weight',
      kind: 'mild',
      en: `(turned|rolled|twisted|sprained|inverted|went over on) ..3 (ankle|foot) / (landed|stepped|tripped|slipped) ..3 (awkwardly|badly) ..10 (ankle|foot) / (outside|outer) ..1 ankle ..4 (puffy|swollen|sore|bruised|tender) / (ankle|foot) ..6 (turned|rolled|twisted|sprained)`,
      es: `(torci|torcio|doble|doblo|esguince) ..4 (tobillo|pie)`,
      whole: {
        parts: 'joint-pain|sprain|old-joint',
        anywhere: 'leg-swelling-any|leg-swelling-one|joint-swollen|hand-swelling|sprain|urine-flank',
        of: 'walks-said',
        unless:
          'cannot-walk-said|cannot-bear|deformed|numb-said|broken-bone|severe-said|bone-out|cold-limb|tight-limb|age-65-plus|wont-go|long-days|long-time|for-a-week|heard-crack|head-injury|fever|diabetes|spreading-skin',
      },
    },
    {
      id: 'walks-said',
      name: 'Can walk on it',
      kind: 'fact',
      en: `(can|could|still|able to|walks|walked|walking) ..2 (walk|walks|weight|home|limp|on it|normally|steps|around|today) / bears weight / full weight / (walks|walked) (normally|home|with|without|today|around)`,
      es: `(puede|puedo|logra) (caminar|pisar|apoyar*) / camina bien / (camino|camina) ..2 (normal|cojeando)`,
      nearMisses: `(can't|cannot|unable|not|couldn't|hardly|barely|no) ..2 (walk|weight|puede|puedo|step|steps|camin*|pis*|apoy*)`,
    },
    {
      id: 'heard-crack',
      name: 'Heard it crack',
      kind: 'fact',
      en: `(heard|felt) ..3 (crack|snap|pop) / (tender|tenderness|pain) on ..2 (bone|bones|knob|fifth)`,
      es: `(oi|senti|oyo) ..3 (truen*|crac|crujido)`,
      nearMisses: `(not|no|without) ..3 (bone|bones)`,
    },
    {
      id: 'milk-in',
      name: 'Breasts full as the milk comes in',
      kind: 'mild',
      en: `(full|firm|hard|tender|swollen|engorged|heavy) ..4 breasts ..12 (milk|sides|both)? / breasts ..5 (full|firm|hard|engorged|heavy) ..10 (milk came in|milk comes in|both sides) / engorge*`,
      es: `(pechos|senos) ..4 (llenos|duros|hinchados) ..8 (leche|bajo|bajada|los dos)`,
      whole: {
        parts: 'breast-red|breast-tender|breast-hot|lump|allergen',
        of: 'postpartum|breastfeeding|newborn|baby-said',
        unless: 'fever|chills-said|breast-wedge|wound-infected',
      },
    },
    {
      id: 'breast-wedge',
      name: 'A red patch on the breast',
      kind: 'fact',
      en: `red ..2 (patch|wedge|streak|area) / wedge`,
      es: `(mancha|zona|raya) roja`,
    },
    {
      id: 'elbow-grip',
      name: 'Elbow sore when gripping',
      kind: 'mild',
      en: `(pain|painful|sore|soreness|ache|aching|aches|tender) ..6 (outside|outer|inside|inner) ..4 elbow ..14 (grip*|lift*|kettle|twist*|racket|tool*|handshake)? / (elbow) ..12 (gripping|grip|grips|lifting a|wringing|racket) / tennis elbow / golfer's elbow`,
      es: `codo ..8 (agarrar|apretar|cargar|exprimir|torcer|girar) / codo de (tenista|golfista)`,
      whole: {
        parts: 'joint-pain|tennis-elbow|back-pain',
        unless:
          'fever|joint-hot|joint-swollen|deformed|fall|numb-said|cannot-walk-said|weak-said|redness-said|cannot-move-said',
      },
    },
    {
      id: 'dry-skin',
      name: 'Dry, itchy skin',
      kind: 'mild',
      en: `(dry|flaky|flaking|scaly|rough|cracked) ..4 (shins|legs|skin|arms|hands|heels|knuckles|elbows|feet) / (shins|legs|skin|hands|heels) ..3 (dry|flaky|flaking|scaly|cracked)`,
      es: `piel ..2 (seca|reseca|escamosa|agrietada) / (manos|piernas|talones|codos) ..3 (secas|secos|resecas|resecos|agrietad*)`,
      nearMisses: `(hours|days|weeks|months|stayed) dry ..3 (hands|feet|legs|skin|arms) / (dry|flaky|scaly|rough) ..3 (patch|patches|creases|crease) / (elbow|knee) (crease|creases) / rough ..2 (spot|growth|bump)`,
      whole: {
        parts: 'rash|skin-dry|skin-peels|heel-cracks|sensation-said|weepy-skin',
        unless:
          'eczema-flare|yellow-skin|weight-loss|night-sweats|fever|spreading-skin|wound-infected|all-over|new-medicine|itch-palms|diabetes',
      },
    },
    {
      id: 'lice-nits',
      name: 'Head lice',
      kind: 'mild',
      en: `(head)? lice / nits / (insects|bugs|specks|eggs) ..10 (hair|scalp|comb|combed) / combed ..8 (insects|insect|bugs|lice|specks)`,
      es: `piojos / liendres`,
      whole: {
        parts: 'small-wound|rash|itchy-scalp|scabies-lice|insect-bite|insect-itch',
        unless: 'wound-infected|fever|weepy-skin',
      },
    },
    {
      id: 'nosebleed-brief',
      name: 'Short nosebleed',
      kind: 'mild',
      en: `nosebleed ..16 (stopped|stops|minutes|minute|pinch*) / nose bled ..10 (stopped|minutes|minute) / nosebleed`,
      es: `(sangro|sangrado|hemorragia) ..4 nariz ..10 (paro|minutos|apret*)`,
      whole: {
        parts: 'bleeding-any|nosebleed|blood-said|bleed',
        unless:
          'on-anticoagulant|big-bruises|gums-bleed|long-nosebleed|heavy-bleeding|head-injury|age-65-plus|dizzy|fainting|pale|faint-standing|comes-back|daily-said|age-under-3-years|weight-loss|fever|lots-of-blood|weak-said',
      },
    },
    {
      id: 'heartburn-pregnant',
      name: 'Heartburn of pregnancy',
      kind: 'mild',
      en: `(burning|burns|burn|heartburn) ..3 (breastbone|chest|throat) ..8 (supper|meals|meal|dinner|eating|lying|bend*|food) / heartburn ..8 (supper|meals|meal|dinner|eating|lying|bend*|food)`,
      es: `(acidez|agruras|ardor) ..6 (comer|cenar|acostar*|comidas)`,
      whole: {
        parts: 'acid-after-meals|chest-burns|heartburn|chest-pain',
        of: 'pregnant',
        unless:
          'headache|visual-sparks|pre-eclampsia|pain-to-arm-jaw|sweating|short-of-breath|vomiting|belly-pain|effort-chest|hand-swelling|dizzy|fainting|palpitations|rib-pain-said|severe-said|black-stool',
      },
    },
    {
      id: 'rib-pain-said',
      name: 'Pain under the ribs',
      kind: 'fact',
      en: `pain ..3 ribs / ribs ..3 pain`,
      es: `dolor ..3 costillas`,
      nearMisses: `(no|without) ..3 ribs`,
    },
    {
      id: 'flu-whole',
      name: 'Flu of a healthy adult, neck free',
      kind: 'mild',
      en: `(fever|temperature|feverish) ..14 (cough|muscle|aches|aching|chills|body) ..8 (headache|cough|aches|aching|pain|throat)? / (aches|aching) all over ..10 (fever|cough|chills) / flu ..10 (fever|aches|cough)`,
      es: `(fiebre|calentura) ..8 (tos|cuerpo cortado|dolor de cuerpo|escalofrios) ..8 (cabeza|tos|garganta)? / gripe ..8 (fiebre|cuerpo)`,
      whole: {
        anywhere: 'fever|headache|chills-said|morning-head|joint-pain|flu|back-pain',
        of: 'neck-free + goes-well + age-adult|adult-said',
        unless:
          'stiff-neck|rash|non-fading-rash|light-hurts|short-of-breath|chest-pain|age-65-plus|pregnant|postpartum|immune-weak|lung-disease|heart-disease|diabetes|kidney-disease|confusion|long-days|sleepy|malaria-travel|urine|urine-flank|belly-pain|vomiting|rigors|on-chemo|no-spleen|neutropenia|recent-surgery|wheezing|coughing-blood|weak-said|antithyroid|breastfeeding|worse-said|line-device|heart-infection|tick',
      },
    },
    {
      id: 'neck-free',
      name: 'The neck is free',
      kind: 'fact',
      en: `neck ..4 (freely|supple|soft|bends|free|normal|moves) / (moves|bends|turns) ..2 neck / (no|without) (stiff neck|neck stiffness|stiffness of the neck) / chin ..3 chest`,
      es: `cuello ..3 (libre|normal|suave|flexible|se mueve) / sin rigidez`,
      nearMisses: `(not|cannot|unable|hurts|painful) ..3 (neck|chin)`,
    },
    {
      id: 'tear-duct',
      name: 'Sticky eye of a baby since birth',
      kind: 'mild',
      en: `(sticky|watering|watery|gummy|teary|crusty) ..3 (eye|eyes) ..12 (since birth|from birth|birth) / blocked tear duct / eye ..4 (sticky|watering|watery|gummy) ..8 (since birth|from birth)`,
      es: `(ojo|ojito) ..4 (lagan*|pegajoso|lloroso) ..8 (nacio|nacimiento) / lagrimal tapado`,
      whole: {
        parts: 'pink-eye|eye-trouble|face-said',
        of: 'newborn|age-under-1|baby-said|age-under-1-said|age-under-3-months',
        unless: 'fever|eyelid-infection|baby-not-feeding|eye-socket|sleepy|eye-emergency',
      },
    },
    {
      id: 'dandruff',
      name: 'Dandruff',
      kind: 'mild',
      en: `dandruff / (flakes|flaky|itchy|itching) ..4 scalp / scalp ..4 (flakes|flaky|itchy|itches|itching)`,
      es: `caspa / (cuero cabelludo) ..3 (comezon|pica|escamas)`,
      whole: { parts: 'itchy-scalp|rash|skin-small|hair-falls', unless: 'wound-infected|fever|weepy-skin|newborn' },
    },
    {
      id: 'heat-prickle',
      name: 'Heat rash',
      kind: 'mild',
      en: `(prickly|heat|sweat) (rash|heat) / rash ..10 (heat wave|heatwave|hot weather|sweating)`,
      es: `(sarpullido|salpullido) ..6 calor`,
      nearMisses: `heat (stroke|exhaustion)`,
      whole: {
        parts: 'rash|heat-rash|hot-said|heat-stroke',
        unless:
          'fever|high-fever|confusion|non-fading-rash|hives|age-under-3-months|short-of-breath|face-swelling|new-medicine|vomiting|dizzy',
      },
    },
    {
      id: 'razor-bumps',
      name: 'Bumps after shaving',
      kind: 'mild',
      en: `razor (bumps|burn|rash) / (bumps|rash|spots|pimples) ..8 (shaving|shaved|waxing|waxed) / ingrown (hair|hairs)`,
      es: `(granitos|irritacion|ronchitas) ..6 (rasur*|afeit*|depil*)`,
      whole: { parts: 'lump|rash|heat-rash|skin-small', unless: 'fever|wound-infected|spreading-skin|diabetes|boil' },
    },
    {
      id: 'hiccups-plain',
      name: 'Hiccups',
      kind: 'mild',
      en: `hiccup / hiccups / hiccough / hiccoughs`,
      es: `hipo`,
      whole: {
        parts: 'hiccups',
        unless:
          'long-days|chest-pain|belly-pain|weak-said|speech-trouble|long-time|one-side-weak|double-vision|vomiting|fever|swallow-lump|droop-swallow|balance-sudden',
      },
    },
    {
      id: 'iron-stools',
      name: 'Darker stools from iron tablets',
      kind: 'mild',
      en: `(dark|darker|greenish|harder) ..3 (stool|stools) ..10 iron / iron ..10 (dark|darker|greenish|harder) ..2 (stool|stools)`,
      es: `(popo|heces|evacuaciones) ..3 (oscur*|verdos*) ..8 hierro / hierro ..8 (popo|heces|evacuaciones) ..3 (oscur*|verdos*)`,
      whole: {
        parts: 'black-stool|constipation|side-effect|changes-said',
        unless:
          'tarry-stool|dizzy|faint-standing|weak-said|belly-pain|vomiting-blood|on-anticoagulant|age-65-plus|pale|short-of-breath',
      },
    },
    {
      id: 'blood-test-bruise',
      name: 'Bruise after a blood test',
      kind: 'mild',
      en: `(blue|bruise|bruised|purple|mark) ..14 (blood test|blood draw|blood taken|injection site|cannula|drip) / (blood test|blood draw|blood taken|cannula|drip) ..14 (blue|bruise|bruised|purple)`,
      es: `(moreton|morado) ..8 (muestra|sangre|suero|inyeccion)`,
      whole: {
        parts: 'blood-said|bruise-small|big-bruises|bruise-plain|bleeding-any',
        unless: 'on-anticoagulant|fever|spreading-skin|numb-said|swelling-fast|severe-said|cold-limb',
      },
    },
    {
      id: 'swelling-fast',
      name: 'Swells fast',
      kind: 'fact',
      en: `(swelling|swells|growing|grows) ..2 (fast|quickly|rapidly)`,
      es: `(hincha|crece) ..2 rapido`,
    },
    {
      id: 'before-period',
      name: 'Before each period',
      kind: 'mild',
      en: `(bloated|bloating|irritable|moody|tender|crampy) ..12 before ..4 (period|periods|menstruation) / premenstrual / pms`,
      es: `(hinchada|irritable|sensible) ..8 antes de ..3 (regla|periodo) / sindrome premenstrual`,
      whole: {
        parts: 'bloating|breast-tender|period-odd|mental|breast-red|headache|swelling-said',
        anywhere: 'bloating|breast-tender',
        unless: 'lump|suicid-said|fever|late-period|pregnant|severe-said|weight-loss',
      },
    },
    {
      id: 'suicid-said',
      name: 'Speaks of suicide',
      kind: 'fact',
      en: `suicid* / kill myself / die`,
      es: `suicid* / matarme / morir`,
      nearMisses: `(no|not|without) ..3 (suicid*|die)`,
    },
    {
      id: 'chilblains',
      name: 'Chilblains',
      kind: 'mild',
      en: `chilblain* / (itchy|itching|red|purple|swollen) ..4 (toes|fingers|toe) ..10 (cold|wet|winter|frost)`,
      es: `sabanon* / (dedos) ..4 (roj*|pican|hinchad*) ..6 frio`,
      whole: {
        parts: 'rash|white-part|sensation-said|joint-pain|frostbite',
        unless:
          'cold-limb|diabetes|wound-infected|spreading-skin|numb-said|black-skin|burn-blister|fever|severe-said|sudden|age-under-1',
      },
    },
    {
      id: 'tongue-burnt',
      name: 'Burnt the tongue on food',
      kind: 'mild',
      en: `(burned|burnt|scalded|burn) ..6 (tongue|palate|roof of ..2 mouth) ..8 / (tongue|palate) ..4 (burned|burnt|scalded) ..6 (pizza|coffee|tea|soup|hot|food|drink)`,
      es: `(queme|quemo) ..3 (lengua|paladar) ..6`,
      nearMisses: `(acid|bleach|cleaner|lye|chemical|pod) ..12`,
      whole: {
        parts: 'burn|mouth-sore|burn-big-place|burn-severe|hot-said|caustic',
        unless: 'short-of-breath|drool-voice|stridor|caustic|electric-shock|tongue-odd|burn-blister|age-under-3-years',
      },
    },
    {
      id: 'eye-dust-out',
      name: 'Dust in the eye, washed out',
      kind: 'mild',
      en: `(dust|sand|lash|eyelash|grit|sawdust) ..4 (eye|eyes) ..10 (rinsed|washed|out|gone|flushed)`,
      es: `(polvo|arena|pestana|basurita) ..4 ojo ..8 (lave|enjuague|salio|quito)`,
      whole: {
        parts: 'eye-trouble|eye-injury|face-said',
        unless:
          'eye-chemical|vision-trouble|vision-loss|light-hurts|eye-emergency|metal-eye|eye-contact-lens|glued-said|severe-said',
      },
    },
    {
      id: 'glued-said',
      name: 'Glue, lime or metal',
      kind: 'fact',
      en: `(glue|lime|cement|plaster|metal|grinding|drill|bleach|acid)`,
      es: `(pegamento|cal|cemento|metal|cloro|acido)`,
    },
    {
      id: 'gassy-food',
      name: 'Gas and bloating from food',
      kind: 'mild',
      en: `(gas|gassy|wind|bloated|bloating|flatulence|full) ..10 (since|after|from) ..6 (fibre|fiber|beans|lentils|bran|cabbage|diet|soda|dairy|onions|pulses) / (fibre|fiber|beans|lentils|bran|cabbage|dairy) ..12 (gas|gassy|wind|bloated|bloating)`,
      es: `(gases|inflado|inflada|ventosidad) ..8 (frijoles|lentejas|fibra|leche|repollo|dieta) / (frijoles|lentejas|fibra|leche) ..8 (gases|inflado|inflada)`,
      whole: {
        parts: 'bloating|gas|short-of-breath|milk-belly',
        unless:
          'belly-pain|weight-loss|vomiting|black-stool|obstruction|belly-danger|fever|age-50-plus|long-time|severe-said|worse-said',
      },
    },
    {
      id: 'stye-plain',
      name: 'Stye',
      kind: 'mild',
      en: `(bump|lump|pimple|swelling) ..8 (lash|lashes|lid|eyelid) / (lid|eyelid) ..6 (bump|pimple) / stye / styes`,
      es: `orzuelo / perrilla / (granito|bolita) ..4 (parpado|pestana|pestanas)`,
      whole: {
        parts: 'stye|near-eye|lump|face-said|shingles|eye-trouble',
        unless:
          'fever|eyelid-infection|eye-socket|vision-trouble|vision-loss|eye-moves|long-time|long-days|worse-said|diabetes|blisters-said|headache|face-swelling|light-hurts',
      },
    },
    {
      id: 'blisters-said',
      name: 'Blisters',
      kind: 'fact',
      en: `blister / blisters / vesicle / vesicles / rash / burning`,
      es: `ampolla* / sarpullido / ardor`,
    },
    {
      id: 'splinter-out',
      name: 'Splinter taken out whole',
      kind: 'mild',
      en: `(splinter|sliver|thorn|spine|spike) ..14 (removed|pulled|out|taken|whole|tweezers) / (removed|pulled|took) ..4 (splinter|sliver|thorn)`,
      es: `(astilla|espina|espinita) ..10 (saque|saco|entera|pinzas|quite)`,
      nearMisses: `(spine|spinal) ..4 (pain|injury|cord|tender|back)`,
      whole: {
        parts: 'splinter|penetrating|small-wound',
        unless:
          'wound-infected|spreading-skin|fever|diabetes|numb-said|eye-trouble|eye-injury|red-streak|gaping|hand-infection|immune-weak|dirty-wound',
      },
    },
    {
      id: 'burn-touch',
      name: 'Touched something hot',
      kind: 'mild',
      en: `(touched|brushed|caught|grabbed|against|touching) ..6 (oven|iron|pan|pot|stove|toaster|straightener|straighteners|rack|tray|grill|kettle|tongs|hob|curling) / (oven|iron|pan|pot|stove|toaster|straightener|straighteners|rack|tray|kettle|steam) ..10 (red mark|red line|red stripe|pink mark|pink line|small burn|tiny burn|little burn) / (spilled|spilt) ..3 (little|drop|drops|bit) ..4 (coffee|tea|water|soup|milk) ..6 (thumb|hand|finger|wrist|arm|foot|thigh) / (splashed|splash) ..4 (tea|coffee|water|soup|fat|milk) ..8 (hand|wrist|arm|forearm|finger|foot|thigh) / (small|tiny|little|minor) burn ..8 (finger|fingertip|hand|wrist|forearm|arm|thumb)`,
      es: `(toque|toco|rozo|roce) ..4 (horno|plancha|sarten|olla|estufa|comal|charola|tetera) / (quemadita|quemadura chica|quemadura pequena) ..6 (dedo|mano|muneca|brazo)?`,
      whole: {
        parts: 'burn|burn-small',
        unless:
          'burn-severe|burn-big-place|electric-shock|burn-blister|diabetes|numb-said|age-under-3-years|face-said|eye-trouble',
      },
    },
    {
      id: 'sting-mild',
      name: 'Bee or wasp sting, nothing beside it',
      kind: 'mild',
      en: `stung ..6 (bee|wasp|hornet|ant|yellow jacket) / (bee|wasp|hornet) ..2 (sting|stings|stung) / (gnat|midge|mosquito|horsefly|horse fly|flea|ant|insect|bug) ..1 (bite|bites)`,
      es: `(pico|picadura|piquete|pico) ..4 (abeja|avispa|mosquito|zancudo|hormiga|jejen|insecto)`,
      whole: {
        parts: 'insect-bite|small-wound|insect-itch',
        anywhere: 'small-wound|joint-swollen|joint-pain',
        unless:
          'hives|face-swelling|short-of-breath|wheezing|tongue-odd|anaphylaxis|dizzy|fainting|vomiting|spreading-skin|fever|face-said|confusion|faint-standing',
      },
    },
    {
      id: 'small-local',
      name: 'Small swelling in one place',
      kind: 'mild',
      en: `(sore|itchy|tender|red|raised)? ..2 (swelling|swollen|redness|raised|welt|bump) ..2 size of ..2 (plum|coin|penny|dime|quarter|nickel|pea|grape|stamp|fingernail|button) / (coin|penny|dime|pea|grape) sized (swelling|redness|welt|bump)`,
      es: `(hinchazon|roncha|rojez) ..3 (tamano|como) ..2 (moneda|chicharo|uva|boton)`,
      nearMisses: `(breast|testicle|neck|armpit|groin) ..14 / lump ..14 (breast|testicle|neck|armpit|groin)`,
      whole: {},
    },
    {
      id: 'cut-simple',
      name: 'Small clean cut',
      kind: 'mild',
      en: `(nicked|cut|grazed|scraped|scratched|sliced) ..4 (thumb|finger|fingertip|hand|knee|shin|palm|knuckle|chin|elbow|leg|toe) ..12 (shallow|superficial|small|tiny|clean|minor) / (shallow|superficial|tiny|clean|small) ..2 (cut|graze|scrape|scratch|nick) ..6 / (edges|wound edges) ..2 (meet|together|close|closed|touch)`,
      es: `(cortada|corte|rasguno|raspon|raspadura) ..3 (chic*|superficial|pequen*|leve|limpi*)`,
      whole: {
        parts: 'small-cut|small-wound|bleeding-any',
        unless:
          'gaping|tendon-cut|numb-said|dirty-wound|wound-infected|on-anticoagulant|heavy-bleeding|deep-bite|bite|diabetes|face-said',
      },
    },
    {
      id: 'cold-sore-again',
      name: 'Cold sore as before',
      kind: 'mild',
      en: `(blister|blisters|sore|sores) ..6 (lip|lips|mouth) / cold (sore|sores) / fever (blister|blisters) / (lip|lips) ..8 (tingl*|blister|blisters|vesicle|vesicles|cluster) / (vesicle|vesicles) ..6 (lip|lips)`,
      es: `(fuego|fuegos|ampollita|ampollitas|herpes) ..4 (labio|labios|boca) / herpes labial`,
      whole: {
        parts: 'skin-peels|mouth-sore|numb-said|burn|shingles|rash|hand-foot-mouth',
        of: 'known-before|each-season',
        unless:
          'new-medicine|immune-weak|newborn|eye-trouble|fever|age-under-3-months|spreading-skin|on-chemo|one-side-weak|speech-trouble',
      },
    },
    {
      id: 'hay-fever-known',
      name: 'Hay fever',
      kind: 'mild',
      en: `(itchy|watery|streaming|runny|red|burning) ..2 (eyes|eye|nose) ..8 (sneez*|pollen|spring|grass|season|may|april|june) / sneez* ..10 (itchy|watery|streaming) ..2 (eyes|eye|nose) / (every|each) (spring|may|april|june|summer|year) ..10 (sneez*|itchy|runny|streaming|watery) / hay fever / hayfever / (pollen|grass|birch|ragweed) ..6 (sneez*|itchy|runny|eyes|nose)`,
      es: `(fiebre del heno|rinitis|alergia ..2 polen) / (primavera|polen|cada ano) ..10 (estornud*|pican|moco|nariz) / estornud* ..8 (pican los ojos|ojos llorosos|nariz)`,
      whole: {
        parts: 'allergy-mild|child-cold|pink-eye|eye-trouble|rash|face-said',
        unless: 'wheezing|chest-tight|short-of-breath|face-swelling|fever|vision-trouble',
      },
    },
    {
      id: 'sputum-bad',
      name: 'Green or foul phlegm',
      kind: 'fact',
      en: `(green|foul|rusty|brown|bloody) ..2 (phlegm|sputum|mucus)`,
      es: `(flema|moco) (verde|cafe|con sangre)`,
    },
    {
      id: 'cold-whole',
      name: 'A common cold',
      kind: 'mild',
      en: `(runny|running|blocked|stuffy|streaming|stuffed|snotty) ..2 nose ..10 (cough*|sneez*|throat|tickly|day|days) / (scratchy|sore|raw|tickly) throat ..8 (cough|sniffles|runny|sneez*|blocked|nose|cold) / cough* ..8 (after|following|since) ..2 cold / cold ..8 cough / (blocked|stuffy) nose ..8 (pressure|cheeks|sinus*) / (sinus|sinuses|cheeks) ..4 (pressure|full) ..8 (cold|nose) / (cough|coughing|sneez*) ..8 (sniffles|runny nose|blocked nose|stuffy nose) / (sniffles|snuffles) / (throat|tonsils) ..3 (pink|red) without (coating|pus|spots)`,
      es: `(moco|mocos|nariz tapada|escurrimiento|estornud*) ..8 (tos|garganta|dias|gripa) / (tos|garganta) ..8 (moco|mocos|nariz tapada|estornud*)`,
      whole: {
        parts: 'cough|child-cold|flu|throat-long|hoarse-voice|sinus-pressure',
        anywhere: 'sputum',
        unless:
          'sputum-bad|rust-phlegm|worse-said|comes-back|severe-said|short-of-breath|wheezing|chest-pain|coughing-blood|high-fever|stridor|work-of-breathing|long-time|age-under-3-months|drool-voice|neck-deep|age-65-plus|pregnant|immune-weak|lung-disease|stiff-neck|baby-not-feeding',
      },
    },
    {
      id: 'cramps-ease',
      name: 'Belly cramps that ease after the toilet',
      kind: 'mild',
      en: `(belly|tummy|stomach|abdominal|gut) ..2 (cramp|cramps|gripes|griping|ache|pain) ..8 (ease|eases|easing|better|relieved|settle|settles|gone|goes) ..4 (stool|stools|toilet|bowel|bowels|motion|motions|poo|poop|bathroom) / cramps ..3 (ease|eases|relieved|better|settle) ..4 (stool|stools|toilet|bowel|bowels|motion|bathroom)`,
      es: `(colico|colicos|retortijon*|dolor) ..6 (cede|ceden|quita|alivia|alivian|pasa) ..4 (bano|evacuar|obrar)`,
      whole: {
        parts: 'belly-pain|bloating|appendix-signs',
        of: 'diarrhea|goes-well|known-before|for-years|long-time|gas|school-years',
        unless:
          'fever|black-stool|blood-clot-said|vomiting-blood|belly-danger|pregnant|weight-loss|keeps-nothing-down|age-65-plus|severe-said|worse-said|bloody-runs|appendix-signs',
      },
    },
    {
      id: 'school-years',
      name: 'For long, since youth',
      kind: 'fact',
      en: `since ..2 (school|teens|college|university|childhood|teenage) ..1 (years|days|time)? / since (school|college|childhood|university)`,
      es: `desde ..2 (escuela|joven|juventud|adolescencia|universidad)`,
    },
    {
      id: 'countless-said',
      name: 'Very many times',
      kind: 'fact',
      en: `countless / nonstop / every (hour|time) / all (day|night) / (seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|<number>|many) (times|stools) / everything / (seventh|eighth|ninth|tenth)`,
      es: `(siete|ocho|nueve|diez|doce|quince|veinte|<number>|muchas) veces / sin parar / cada hora / tod* (el dia|la noche) / todo lo que / (octava|novena|decima)`,
    },
    {
      id: 'stomach-bug',
      name: 'Stomach bug, keeps fluids down',
      kind: 'mild',
      en: `(loose|watery|runny|liquid) ..2 (stool|stools|motions|poo|poop) ..8 (vomit|vomits|vomited|vomiting|sick|night|yesterday|morning|days) / (vomited|vomiting|vomits) ..12 (bug|virus) / (bug|virus) ..3 (going|went|goes) (round|around) / (watery|loose) ..2 (stool|stools|diarrhoea|diarrhea) ..10 (vomit|vomits|vomited|times|since) / (diarrhoea|diarrhea) ..12 (vomit|vomits|vomited) / (stomach|tummy) (bug|flu|upset) / gastroenteritis / (vomit|vomits|vomited) ..6 (loose|watery|runny) ..2 (stool|stools|motions)`,
      es: `diarrea ..8 (vomito|vomite|ayer|noche|dias) / (vomito|vomite|vomitos) ..8 (diarrea|evacuaciones)`,
      whole: {
        parts: 'diarrhea|vomiting|travel-runs|nausea',
        of: 'goes-well',
        unless:
          'age-under-3-years|countless-said|long-days|for-a-week|black-stool|bloody-runs|fever|keeps-nothing-down|dry-signs|no-urine-long|age-under-1|age-under-3-months|age-65-plus|pregnant|immune-weak|kidney-disease|belly-danger|weak-said|faint-standing|confusion|sleepy|long-time|appendix-signs|green-vomit-child|on-lithium|poor-drinking|vomiting-blood',
      },
    },
    {
      id: 'day-after-drink',
      name: 'The day after drinking',
      kind: 'mild',
      en: `(hours|morning|day) after ..3 (drink|drinks|drinking|beer|beers|wine|party|night out|wedding) / (went to|at) ..2 (party|wedding|disco|club) ..4 (today|now|morning) / (drank|drinking|drunk) ..4 (beer|beers|wine|wines|cocktails|shots) ..3 (last night|yesterday) / hungover / hung over / hangover / after ..4 (party|night out|hen night|stag night|stag party|wedding|reunion)`,
      es: `(cruda|resaca|guayabo|chuchaqui) / (despues|tras) ..3 (fiesta|borrachera|boda|copas)`,
      nearMisses: `(seizure|fit|shakes|stopped|quit|detox|withdrawal|days since|without) ..6 (drink|drinks|drinking)`,
      whole: {
        anywhere: 'low-sugar-symptoms|tremor-said|nausea|headache|vomiting|morning-head',
        unless:
          'keeps-nothing-down|countless-said|many-times|diabetes|on-insulin|confusion|head-injury|seizure|vomiting-blood|black-stool|unconscious|fainting|worst-headache|sleepy|stiff-neck|alcohol-danger|withdrawal-danger|overdose|chest-pain|palpitations|pregnant|fever',
      },
    },
    {
      id: 'hangover-said',
      name: 'Feels hung over',
      kind: 'fact',
      en: `hungover / hangover / headache / pounding head / queas* / dry mouth / (thudding|splitting|sore) head / sick / nausea / thirsty / head hurts / rough`,
      es: `resaca / cruda / guayabo / dolor* de cabeza / dolorcito de cabeza / nauseas / sed`,
    },
    {
      id: 'not-so-well',
      name: 'Something that does not go with a well child',
      kind: 'fact',
      en: `crying / screaming / screams / whimper* / moan* / pus / drain* / limp* / (pulling|grabbing) ..3 ear / cranky / clingy / floppy / listless / lethargic / refuses / barely / worse`,
      es: `llorando / grita / oreja / oido / pus / liquido / se queja / cojea / chillon* / decaid* / flojit* / apenas / peor`,
    },
    {
      id: 'heartburn-seldom',
      name: 'Heartburn now and then',
      kind: 'mild',
      en: `(burning|burns|burn|heartburn) ..3 (breastbone|chest|throat|gullet) ..16 (once|twice|times|now and then|occasional*|sometimes|from time to time) ..3 (a|per)? ..1 (month|week|fortnight|year)? / (acid|heartburn) ..12 (once|twice|times) a (month|week|fortnight) / (once|twice|times) a (month|week) ..10 (acid|heartburn|burning) / acid ..2 (rising|rises|up) ..10 (meal|meals|dinner|dinners|supper) / (occasional|infrequent) heartburn / heartburn ..4 (once|twice|now and then|occasional*|sometimes|from time to time)`,
      es: `(acidez|agruras|ardor) ..6 (de vez en cuando|una vez|dos veces|a veces|rara vez)`,
      whole: {
        parts: 'chest-pain|chest-burns|heartburn|chest-tight|acid-after-meals|acid-again',
        unless:
          'sweating|pain-to-arm-jaw|short-of-breath|effort-chest|heart-disease|swallow-lump|weight-loss|black-stool|tarry-stool|vomiting-blood|worse-said|dizzy|fainting|palpitations|daily-said|long-hours',
      },
    },
    {
      id: 'morning-sick',
      name: 'Morning sickness, drinks well',
      kind: 'mild',
      en: `(sick|nausea|nauseous|queasy|retching|retches) ..3 (morning|mornings|daily) / (vomits|vomiting|brings up|throws up) ..3 (once|twice) ..1 (a|each|every|per)? ..1 (day|morning)? / morning sickness`,
      es: `(nauseas|asco|vomito) ..4 (mananas|manana|cada dia|una vez al dia)`,
      whole: {
        anywhere: 'symptom-word|vomiting|nausea|pale|morning-sickness|tired-said',
        of: 'pregnant + goes-well',
        unless:
          'vomit-pregnant|keeps-nothing-down|no-urine-long|weight-loss|fever|vaginal-bleeding|belly-pain|ketones|urine-dark|dizzy|fainting|headache|pre-eclampsia|visual-sparks|dry-signs',
      },
    },
    {
      id: 'cramp-night',
      name: 'Leg cramps at night',
      kind: 'mild',
      en: `(calf|leg|foot|toe|calves|feet) ..1 (cramp|cramps|cramping|spasm|spasms) ..6 (night|nights|bed|sleep|stretch*) / (night|nocturnal|nighttime) ..2 cramp* / (wakes|woken|woke|night) ..6 (cramp|cramps) ..4 (calf|leg|foot|toes) / (cramp|cramps) ..4 (calf|leg|foot) ..10 (stretch*|passes|gone) / (cramp|cramps) ..4 (calf|calves|leg|legs|foot) ..6 (night|nights|bed|sleep)`,
      es: `(calambre|calambres) ..4 (pierna|piernas|pantorrilla|pantorrillas|pie) ..4 (noche|noches|dormid*|madrugada)?`,
      whole: {
        parts: 'joint-pain|bloating|night-cramp|sore-muscles|growing-pain|growing-pains',
        unless: 'leg-swelling-one|clot-lung|short-of-breath|cold-limb|weak-said|on-diuretic',
      },
    },
    {
      id: 'on-diuretic',
      name: 'Takes a water tablet',
      kind: 'fact',
      en: `water (tablet|tablets|pill|pills) / (furosemide|lasix|hydrochlorothiazide|bumetanide|chlorthalidone|spironolactone|indapamide)`,
      es: `(diuretico|furosemida|hidroclorotiazida|espironolactona|clortalidona)`,
    },
    {
      id: 'thrush-again',
      name: 'Thrush as before',
      kind: 'mild',
      en: `(itch|itchy|itching|soreness) ..8 (white|curd|curdy|thick|lumpy) ..3 discharge / (white|curdy|thick|lumpy|curd) ..3 discharge / thrush / yeast infection`,
      es: `(flujo|secrecion) ..4 (blanc*|grumos|cortad*|espes*) / candidiasis / hongos vaginales`,
      nearMisses: `(baby|mouth|tongue|oral|throat) ..4 thrush / thrush ..4 (baby|mouth|tongue|throat)`,
      whole: {
        parts: 'yeast|taste-odd|recent-surgery|worms|urine',
        of: 'known-before',
        unless: 'pregnant|diabetes|fever|belly-pain|immune-weak|vaginal-bleeding|on-steroid|comes-back',
      },
    },
    {
      id: 'after-vaccine',
      name: 'Expected reaction to a vaccine',
      kind: 'mild',
      en: `(flu|influenza|tetanus|covid|booster|vaccine|vaccination|shingles|pneumonia|mmr|measles|hepatitis|travel|baby) ..1 (shot|shots|jab|jabs|vaccine|vaccines|vaccination|vaccinations|booster|injection) ..4 (yesterday|today|morning|night|days ago|hours ago|afternoon|monday|tuesday|wednesday|thursday|friday|saturday) / (vaccinated|immunised|immunized) ..3 (yesterday|today|morning|hours ago) / (arm|thigh) ..8 (sore|tender|pink|red|swollen|warm) ..10 (shot|jab|vaccine|vaccination|booster|injection) / (day|hours|night|morning) after ..4 (shot|jab|vaccine|vaccination|vaccinations|booster|immunisation|immunization)`,
      es: `(vacuna|vacunaron|vacunado|vacunada|refuerzo) ..6 (ayer|hoy|manana|antier|noche) / (brazo|muslo|pierna) ..4 (adolorid*|roj*|hinchad*|duele) ..6 (vacuna|vacunaron|inyeccion)`,
      whole: {
        anywhere: 'joint-pain|tired-said|symptom-word',
        unless:
          'hives|face-swelling|short-of-breath|spreading-skin|anaphylaxis|high-fever|confusion|seizure|age-under-3-months|high-cry|fainting|stiff-neck|weak-said|one-side-weak|wheezing|chest-pain|palpitations|baby-not-feeding|sleepy',
      },
    },
    {
      id: 'dizzy-on-rising',
      name: 'Faint for seconds on getting up',
      kind: 'mild',
      en: `(light headed|lightheaded|dizzy|faint|woozy|dark spots|black spots|stars|head rush|greyed out|swimmy) ..20 (standing|stood|stand|getting up|got up|jump*|rising|rose|out of bed|sat up|sofa|couch|chair) / (grey|gray|black|dark) before ..2 eyes ..10 (stood|standing|rising|rose|got up|getting up) / (standing up|stood up|getting up|got up|stand up|jumped up|jumping up) ..14 (light headed|lightheaded|dizzy|woozy|dark spots|black spots|stars|head rush|faint)`,
      es: `(mareo|mareada|mareado|se me nubla|vi estrellas) ..10 (levantarme|levanto|pararme|paro|levante|levantarse|pararse) / (levantarme|pararme|levante|pare) ..8 (mareo|mareada|mareado|nublo|estrellas)`,
      whole: {
        parts:
          'dizzy|faint-standing|visual-sparks|flashes-floaters|vision-trouble|vision-loss|brief-spell|faint-hunger|fainting',
        of: 'brief-said',
        unless:
          'black-stool|tarry-stool|vaginal-bleeding|palpitations|chest-pain|pregnant|on-anticoagulant|heart-disease|age-65-plus|unconscious|went-down|short-of-breath|weak-said|heavy-period|head-injury|speech-trouble|one-side-weak|vomiting|worse-said|postpartum|late-period|diabetes|on-insulin',
      },
    },
    {
      id: 'migraine-as-always',
      name: 'Migraine as always',
      kind: 'mild',
      en: `(known|usual|typical|my|her|his|regular|ordinary) ..2 (migraine|migraines) / migraine ..10 (always|usual|others|same|typical|since age|for years)`,
      es: `(migrana|jaqueca) ..8 (siempre|igual|como|otras|de costumbre) / (mi|su) (migrana|jaqueca)`,
      whole: {
        anywhere: 'headache|light-hurts|nausea|urine-flank|symptom-word|any-pain|back-again|visual-sparks',
        of: 'known-before',
        unless:
          'changes-said|more-easily|long-days|meds-fail|wont-go|long-time|for-a-week|vomiting|worst-headache|hammer-headache|sudden|fever|stiff-neck|one-side-weak|speech-trouble|pregnant|postpartum|weak-said|numb-said|confusion|head-injury|vision-loss|age-65-plus|immune-weak|seizure|face-droop|worse-said|severe-said|double-vision|keeps-nothing-down|daily-said',
      },
    },
    {
      id: 'head-band',
      name: 'Tension headache',
      kind: 'mild',
      en: `(band|pressing|dull|tight|squeezing|hat|helmet|cap|vice|vise) ..4 (headache|head|forehead|temples|skull) ..14 (noon|afternoon|meeting|meetings|lectures|day|days|screen|computer|work|stress|stressful|exam|exams|month|week|walk|paracetamol|ibuprofen|evening|desk|hours|shoulders) / (headache|headaches) ..8 (screen|computer|stress|exam|exams|long day|desk|deadline) / tension (headache|headaches|type)`,
      es: `(dolor de cabeza|me duele la cabeza) ..8 (pantalla|computadora|estres|examen|examenes|tension|trabajo) / (banda|casco) ..4 cabeza`,
      whole: {
        parts: 'headache|screen-neck|desk-back',
        unless:
          'worst-headache|hammer-headache|sudden|fever|stiff-neck|one-side-weak|speech-trouble|pregnant|postpartum|weak-said|numb-said|confusion|head-injury|vision-loss|vision-trouble|vomiting|giant-cell|age-65-plus|morning-head|daily-said|long-time|worse-said|carbon-monoxide|severe-said|immune-weak|seizure|high-fever|on-anticoagulant|pressure-history',
      },
    },
    {
      id: 'bruise-plain',
      name: 'Bruise from a knock',
      kind: 'mild',
      en: `(barked|knocked|bumped|banged|hit|bashed|caught|whacked) ..3 (shin|arm|thigh|hip|toe|knee|elbow|forearm|hand|finger) ..6 (bed|bedstead|table|desk|door|chair|step|corner|frame|ladder|cupboard|drawer|dishwasher|furniture|box) / bruise ..4 (blue|green|yellow|purple|yellowish|greenish) ..8 / bruise ..6 (shin|arm|thigh|leg|hip|knee|forearm|calf|buttock) ..10 (knock|bump*|table|desk|walks|tender)`,
      es: `(moreton|morete|hematoma) ..6 (golpe|pegue|mesa|cama|puerta|espinilla|brazo|pierna|muslo)`,
      whole: {
        parts: 'joint-pain|bruise-small|small-wound',
        unless:
          'on-anticoagulant|cannot-bear|deformed|broken-bone|big-bruises|head-injury|numb-said|tight-limb|cannot-walk-said|age-under-1|leg-swelling-one|age-under-3-years|abuse-said',
      },
    },
    {
      id: 'abuse-said',
      name: 'Somebody may have done it',
      kind: 'fact',
      en: `(hits|hit|beats|beat|punched|slapped|kicked|grabbed|pushed|shoved) (me|her|him) / (he|she|they) (did|does) (it|this|that) to`,
      es: `(me|la|lo) (pega|pego|golpea|golpeo|pateo|empujo)`,
    },
    {
      id: 'sun-red',
      name: 'Sunburn without blisters',
      kind: 'mild',
      en: `(redness|red|pink|sore|soreness|burnt|burned|tender|sunburn*) ..8 (shoulders|back|face|nose|arms|neck|legs|chest|skin) ..16 (sun|beach|boat|pool|sunbathing|garden|sailing|outdoors|hike|park|lake|festival) / (sun|beach|boat|pool|sunbathing|lake) ..10 (redness|red|pink|sore|burnt|tender) / (ski*|snow|beach|sun|sailing|boat|hike|garden|festival) ..16 (red|pink|burnt) ..3 (face|shoulders|nose|neck|arms|back) / forgot ..3 (cream|sunscreen|suncream|sunblock) / (nose|shoulders|face|neck) ..4 (pink|red) ..3 (warm|hot|sore) / (fell asleep|asleep|dozed) ..3 (beach|sun|pool|garden|sunbed) / sunburn`,
      es: `(quemad*|roj*|colorad*|arde) ..8 (sol|playa|alberca) / (sol|playa|alberca) ..8 (quemad*|roj*|colorad*|arde)`,
      whole: {
        parts: 'burn|rash|sun-a-bit|burn-small|back-pain|joint-pain|shoulder-pain|sunburn',
        unless:
          'burn-blister|burn-severe|fever|vomiting|confusion|heat-stroke|dizzy|headache|age-under-1|age-under-3-years|burn-big-place|fainting|high-fever',
      },
    },
    {
      id: 'eyes-screen',
      name: 'Dry, tired eyes',
      kind: 'mild',
      en: `(eye|eyes) ..6 (dry|gritty|sandy|tired|scratchy|burn|burning|burns) ..14 (screen|screens|computer|evening|afternoon|reading|conditioning|blinking|drops|monitor|wind|heating) / (dry|gritty|sandy|tired|scratchy|burning) ..3 eyes ..10 (screen|screens|computer|evening|evenings|afternoon|reading|drops|day|monitor) / (screen|computer|monitor|reading) ..10 (eye|eyes) ..4 (dry|gritty|sandy|tired|scratchy|burn|burning)`,
      es: `(ojos) ..4 (secos|cansados|arenosos|resecos|arden) ..12 (pantalla|computadora|celular|tarde|gotas|leer)? / (pantalla|computadora|celular) ..10 ojos ..4 (secos|cansados|arden|resecos)`,
      whole: {
        parts: 'eye-trouble|eye-dry|dry-eyes|face-said|burn|burn-severe|burn-big-place',
        unless:
          'eye-contact-lens|vision-loss|eye-emergency|eye-injury|eye-chemical|glaucoma-signs|light-hurts|pink-eye|eye-wont-close|vision-trouble|shingles|headache',
      },
    },
    {
      id: 'skin-touched',
      name: 'Skin reacts where something touches it',
      kind: 'mild',
      en: `(itchy|red|redness|rash|itch|itching|scaly) ..8 (under|beneath|where|from|around|below|behind|after) ..5 (belt|buckle|watch|strap|ring|earring|earrings|necklace|bracelet|button|stud|plaster|bandage|tape|deodorant|perfume|detergent|soap|nickel|glove|gloves|shampoo|cream|lotion) / (belt|buckle|watch|strap|ring|earring|earrings|necklace|bracelet|nickel|plaster|deodorant|detergent|gloves) ..8 (itchy|itches|itching|rash|redness|red patch)`,
      es: `(comezon|roncha|ronchas|roj*|salpullido|irrit*) ..8 (cinturon|hebilla|reloj|anillo|aretes|collar|pulsera|jabon|detergente|desodorante|guantes|curita|crema)`,
      nearMisses: `ring (worm|shaped|rash) / (expanding|growing|bulls eye) ring`,
      whole: {
        parts: 'rash|contact-mild|eczema-flare|skin-dry|swimmers-ear|tick|ringworm',
        unless:
          'face-swelling|hives|wound-infected|spreading-skin|fever|short-of-breath|weepy-skin|skin-peels|all-over|burn-blister',
      },
    },
    {
      id: 'toes-fungus',
      name: 'Athlete’s foot',
      kind: 'mild',
      en: `(itchy|itching|peeling|white|soggy|cracked|scaly|flaky|macerated|itch) ..8 between ..6 (toe|toes) / between ..6 (toe|toes) ..8 (itchy|itching|peeling|white|soggy|cracked|scaly|flaky|itch|itches) / athlete's foot / athletes foot`,
      es: `(comezon|pica|pelan|pela|grietas|blanc*) ..6 entre ..3 dedos / entre ..3 dedos ..6 (comezon|pica|pelan|pela|grietas|blanc*) / pie de atleta`,
      whole: {
        parts: 'rash|skin-dry|skin-peels|foot-fungus|skin-small|heel-cracks',
        unless: 'diabetes|wound-infected|spreading-skin|fever|immune-weak|red-streak',
      },
    },
    {
      id: 'wart-corn',
      name: 'Wart, corn or hard skin',
      kind: 'mild',
      en: `(wart|warts|verruca|verrucas|verruga) / (corn|corns|callus|calluses|hard skin) ..6 (toe|toes|foot|feet|sole|heel|shoe|shoes|hand|palm) / (toe|toes|foot|feet|sole|shoe) ..6 (corn|corns|callus|calluses) / (dimpled|pearly|dome) ..3 (bumps|lumps|spots) / molluscum / (rough|skin coloured|skin colored|warty) ..3 (growth|bump|lump|spot) ..10 (finger|hand|foot|sole|knee|toe|black dots)`,
      es: `(verruga|verrugas|mezquino|mezquinos) / (callo|callos) ..5 (pie|pies|dedo|talon|zapato|zapatos) / molusco`,
      nearMisses: `(genital|penis|vulva|anus|anal|vagina) ..6 (wart|warts) / (wart|warts) ..6 (genital|penis|vulva|anus|anal|bleeding|bleeds|changed|grown|growing) / pearly ..2 (bump|spot|lump) ..8 (bleed*|crust*|nose|face|ear) / pearly (bump|spot|lump) ..4 (nose|face|ear|lip|eyelid)`,
      whole: {
        parts: 'skin-small|wart|lump|rash|any-pain|joint-pain',
        unless: 'diabetes|immune-weak|bleeding-any|changes-said',
      },
    },
    {
      id: 'period-as-always',
      name: 'Period pain as always',
      kind: 'mild',
      en: `(cramp|cramps|cramping|pain|ache|aches) ..14 (first day|day one|day 1|second day) ..6 (period|menstru*|bleed)? / (period|menstrual|monthly) (cramp|cramps|pain|pains) / (cramp|cramps|pain|ache) ..10 (period|periods|menstruation)`,
      es: `(colico|colicos|dolor) ..6 (regla|periodo|menstruacion|menstrual|mes)`,
      whole: {
        parts: 'belly-pain|bloating|period-pain|period-odd|back-pain|twisted-ovary|ectopic-signs',
        of: 'known-before',
        unless:
          'fever|fainting|late-period|pregnant|vomiting|spotting|heavy-period|soaks-pads|worse-said|severe-said|faint-standing|postpartum|long-time|sudden|keeps-nothing-down|missed-pill',
      },
    },
    {
      id: 'thin-skin-bruise',
      name: 'Bruises of thin old skin',
      kind: 'mild',
      en: `(purple|dark|reddish|violet) ..2 (blotch|blotches|patches|bruises|marks) ..14 (knock|knocks|bump|bumps|touch|slightest|fade|fades|years) / (forearm|forearms|hands|arms|hand) ..16 (purple|dark|reddish|violet) ..2 (blotch|blotches|patches|bruises|marks) / (papery|paper thin|paper|thin) skin / skin like paper`,
      es: `(manchas|moretones) ..4 (moradas|morados|violetas) ..10 (brazos|antebrazos|manos|golpecito|anos)`,
      whole: {
        parts: 'non-fading-rash|big-bruises|black-skin|bruise-small',
        of: 'age-65-plus + known-before|for-years|goes-well',
        unless:
          'on-anticoagulant|fever|gums-bleed|nosebleed|black-stool|head-injury|bleeding-any|weight-loss|on-steroid|abuse-said|on-chemo|worse-said|red-urine',
      },
    },
    {
      id: 'white-of-eye-red',
      name: 'Red patch on the white of the eye',
      kind: 'mild',
      en: `(red|blood|bright red|bloody) ..3 (patch|spot|blotch|blot|stain) ..6 (white|eye) ..3 (eye)? / subconjunctival`,
      es: `(mancha|derrame) ..3 (roj*|sangre) ..5 ojo / derrame ..3 ojo`,
      whole: {
        parts: 'eye-trouble|bleeding-any|blood-said|cough|face-said|eye-emergency',
        unless:
          'on-anticoagulant|eye-injury|vision-loss|vision-trouble|light-hurts|eye-moves|head-injury|headache|glaucoma-signs|eye-contact-lens|big-bruises|pressure-history',
      },
    },
    {
      id: 'travel-sick',
      name: 'Travel sickness',
      kind: 'mild',
      en: `(car|travel|motion|sea|boat|bus) (sick|sickness) / (sick|vomits|vomited|queasy|nausea) ..6 (car ride|car rides|winding road|bends|ferry|boat trip|in the car|on the bus|curves)`,
      es: `(mareo|mareos|marea|vomita) ..5 (coche|carro|auto|barco|camion|carretera|curvas)`,
      whole: {
        parts: 'vomiting|nausea|dizzy|spin-sudden',
        unless: 'headache|fever|head-injury|chest-pain|belly-pain|carbon-monoxide|sudden|one-side-weak',
      },
    },
    {
      id: 'limb-slept-on',
      name: 'Limb asleep from sitting or lying on it',
      kind: 'mild',
      en: `(leg|foot|arm|hand|fingers) ..4 (asleep|pins and needles|numb|tingl*|dead) ..12 (crossed|slept on|lay on|lying on|leaning|leaned|kneel*|squat*|toilet) ..14 (gone|minutes|minute|seconds|passed|wore off|moving|shook|shaking|normal) / (slept on|crossed legs|cross legged|lay on|leaned on) ..10 (leg|foot|arm|hand|fingers) ..4 (asleep|pins|numb|tingl*|dead) ..12 (gone|minutes|minute|seconds|passed|wore off|moving|shook|shaking|normal)`,
      es: `se me (durmio|duerme) ..3 (pierna|pie|brazo|mano) ..10 (sentad*|cruzad*|acostad*|encima) ..10 (minutos|segundos|paso|quita|mover*)?`,
      whole: {
        parts: 'hand-tingle|numb-said|restless-legs|carpal',
        unless:
          'face-droop|speech-trouble|diabetes|sudden|saddle-numb|back-pain|confusion|vision-loss|hand-useless|headache|worse-said|cold-limb',
      },
    },
    {
      id: 'gum-swallowed',
      name: 'Swallowed a small harmless thing',
      kind: 'mild',
      en: `swallowed ..3 (chewing gum|bubble gum|gum|cherry stone|cherry pit|seed|seeds|pip|pips|grape seed|orange pip|blade of grass|crumb|eggshell|sand)`,
      es: `trag* ..3 (chicle|semilla|semillas|pepita) / trag* ..3 hueso de (cereza|uva|aceituna)`,
      whole: {
        parts: 'coin|child-swallowed|wrong-pipe|sharp-swallowed|poison|plant-eaten|food-stuck',
        unless:
          'choking|cough|short-of-breath|drool-voice|vomiting|belly-pain|chest-pain|blue-lips|stridor|wheezing|cannot-breathe|castor-said',
      },
    },
    {
      id: 'castor-said',
      name: 'A poisonous seed',
      kind: 'fact',
      en: `(castor|apple seeds|apricot|oleander|rosary|foxglove|yew|datura|jimson|lupin|laburnum) ..2 / (cherry|apricot) ..2 (chewed|crushed)`,
      es: `(ricino|higuerilla|toloache|floripondio|adelfa)`,
    },
    {
      id: 'child-fever-well',
      name: 'Feverish child who plays and drinks',
      kind: 'mild',
      en: `(plays|playing|played|builds|runs about|running around|watches|draws|laughs) ..6 (drinks|drinking|eats|eating|juice|water|urine|pees|wets) / (drinks|drinking|eats|eating) ..6 (plays|playing|played|smiles|laughs|runs about|running around|watches|cartoons)`,
      es: `(juega|jugando|corre) ..6 (bebe|toma|come|agua|jugo) / (bebe|toma|come) ..6 (juega|jugando|corre|sonrie)`,
      nearMisses: `(not|no longer|neither|won't|stopped|nor|ni|no|sin|deja de) ..4 (plays|playing|drinks|drinking|eats|eating|juega|bebe|come|toma)`,
      whole: {
        anywhere: 'fever',
        of: 'age-child|child-said',
        unless:
          'not-so-well|any-pain|age-under-3-years|age-under-1|long-days|fever-days|high-fever|rash|non-fading-rash|stiff-neck|sleepy|confusion|work-of-breathing|short-of-breath|wheezing|belly-pain|urine|urine-flank|baby-limp|joint-hot|vomiting|diarrhea|headache|ear-pain|immune-weak|on-chemo|neutropenia|no-spleen|malaria-travel|seizure|rigors|chills-said|red-lips-fever|neck-deep|throat-long|joint-pain|line-device|sepsis-signs|lung-disease|heart-disease|kidney-disease|diabetes|stridor|drool-voice|lump|light-hurts|back-pain|cold-limb|no-urine-long|breathing-said|child-mottled|for-a-week|hand-foot-mouth|long-time|chest-pain|poor-drinking|dry-signs|hot-said|all-over|eye-socket|eyelid-infection|behind-ear|pale|grey-said|blue-lips|one-side-weak|unvaccinated',
      },
    },
    {
      id: 'unvaccinated',
      name: 'Not vaccinated',
      kind: 'fact',
      en: `unvaccinated / unimmunised / unimmunized / no (vaccines|vaccinations|jabs|shots) / (not|never) (vaccinated|immunised|immunized)`,
      es: `sin vacunas / no (esta)? vacunad* / sin vacunar`,
    },
    {
      id: 'breathing-said',
      name: 'Breathing fast',
      kind: 'fact',
      en: `(fast|quick|rapid|noisy|heavy) breathing / breath* ..2 (fast|quick|quickly|rapid|rapidly|hard|noisy) / grunt*`,
      es: `respira* ..2 (rapid*|agitad*|con trabajo)`,
    },
  ],
  rules: [
    { id: 'home-01', outcome: 'self_care', when: 'muscle-worked|lid-flickers|neck-cricked|tick-out|blister-rubbed|wax-known|ear-flight|bowels-slow|thread-worms|jet-lagged|blood-on-paper|back-strain|elbow-grip|dry-skin|lice-nits|nosebleed-brief|flu-whole|dandruff|heat-prickle|razor-bumps|iron-stools|blood-test-bruise|before-period|chilblains|tongue-burnt|eye-dust-out|gassy-food|stye-plain|splinter-out|burn-touch|sting-mild|cut-simple|hay-fever-known|cold-whole|heartburn-seldom|head-band|bruise-plain|sun-red|eyes-screen|skin-touched|toes-fungus|wart-corn|white-of-eye-red|travel-sick|limb-slept-on|gum-swallowed', says: 'A mild complaint that is known whole', advice: 'nurse', source: 'nhs-common' },
    { id: 'home-02', outcome: 'self_care', when: 'baby-blues + postpartum|newborn|baby-said', says: 'Tearful in the first days after a birth', advice: 'nurse', source: 'nhs-baby-blues', fits: 'postpartum|age-under-1|age-under-1-said' },
    { id: 'home-03', outcome: 'self_care', when: 'newborn-spots|breast-buds|teething-baby|possets + newborn|age-under-1|age-under-1-said|baby-said|age-under-3-years|child-said', says: 'A harmless complaint of a baby', advice: 'nurse', source: 'nhs-baby', fits: 'age-under-1|age-under-1-said' },
    { id: 'home-15', outcome: 'self_care', when: 'cradle-cap|nappy-sore|tear-duct|hiccups-plain', says: 'A harmless complaint of a baby', advice: 'nurse', source: 'nhs-baby', fits: 'age-under-1|age-under-1-said' },
    { id: 'home-04', outcome: 'self_care', when: 'newborn-girl-drop + newborn + girl-said', says: 'Mucus and a little blood in a newborn girl', advice: 'nurse', source: 'nhs-baby', fits: 'age-under-1|age-under-1-said' },
    { id: 'home-05', outcome: 'self_care', when: 'growing-pains|hand-foot-mouth-well|chickenpox-well|slapped-cheek', says: 'A mild complaint of a child', advice: 'child', source: 'nhs-common' },
    { id: 'home-06', outcome: 'self_care', when: 'morning-sick + pregnant', says: 'Sick in the mornings of a pregnancy, drinks well', advice: 'pregnancy', source: 'nhs-hyperemesis', fits: 'pregnant' },
    { id: 'home-07', outcome: 'self_care', when: 'thrush-again|cold-sore-again|migraine-as-always|period-as-always + known-before|each-season', says: 'A complaint known from before, as always', advice: 'nurse', source: 'nhs-common' },
    { id: 'home-08', outcome: 'self_care', when: 'dizzy-on-rising + brief-said', says: 'Faint for seconds on getting up', advice: 'faint', source: 'nhs-fainting' },
    { id: 'home-09', outcome: 'self_care', when: 'after-vaccine + any-pain|swelling-said|fever|hot-said|chills-said|shot-sore', says: 'Expected reaction to a vaccine', advice: 'nurse', source: 'cdc-vaccine', fits: 'age-65-plus|age-under-1|age-under-1-said' },
    { id: 'home-10', outcome: 'self_care', when: 'cramp-night', says: 'Leg cramps at night', advice: 'leg', source: 'nhs-common', fits: 'pregnant|age-65-plus' },
    { id: 'home-11', outcome: 'self_care', when: 'thin-skin-bruise + age-65-plus', says: 'Bruises of thin old skin', advice: 'nurse', source: 'nhs-common', fits: 'age-65-plus' },
    { id: 'home-12', outcome: 'self_care', when: 'stomach-bug|cramps-ease + diarrhea|gas|goes-well|nausea', says: 'Stomach bug, keeps fluids down', advice: 'dehydration', source: 'nhs-dehydration' },
    { id: 'home-13', outcome: 'self_care', when: 'day-after-drink + hangover-said', says: 'The day after drinking', advice: 'nurse', source: 'nhs-common' },
    { id: 'home-14', outcome: 'self_care', when: 'child-fever-well + fever-borne|child-cold', says: 'Feverish child who plays and drinks', advice: 'fever', source: 'nice-fever-child' },
    { id: 'home-16', outcome: 'self_care', when: 'fever-then-rash + age-child|child-said|age-under-3-years + fever-borne|rash|goes-well', says: 'Fever is over, then a rash that fades', advice: 'child', source: 'nice-fever-child' },
    { id: 'home-17', outcome: 'self_care', when: 'sprain-walks + walks-said', says: 'Sprain that bears weight', advice: 'nurse', source: 'nhs-common' },
    { id: 'home-18', outcome: 'self_care', when: 'milk-in + postpartum|breastfeeding|newborn|baby-said', says: 'Breasts full as the milk comes in', advice: 'nurse', source: 'nhs-mastitis', fits: 'postpartum|age-under-1|age-under-1-said' },
    { id: 'home-19', outcome: 'self_care', when: 'heartburn-pregnant + pregnant', says: 'Heartburn of pregnancy', advice: 'pregnancy', source: 'nhs-heartburn', fits: 'pregnant' },
    { id: 'home-20', outcome: 'soon', when: 'muscle-worked|lid-flickers|blister-rubbed|wax-known|ear-flight|burn-touch|skin-touched|toes-fungus|wart-corn|bruise-plain|sun-red|eyes-screen|cut-simple|cramps-ease|growing-pains|nappy-sore|head-band|cramp-night|heartburn-seldom|thrush-again|travel-sick + worse-said|severe-said|wont-go|wound-infected|immune-weak|on-chemo|on-steroid|red-patch-grows|meds-fail', says: 'A mild complaint that gets worse, or of a person at risk', advice: 'nurse', source: 'nhs-common' },
    { id: 'home-21', outcome: 'soon', when: 'blister-rubbed|wax-known|ear-flight|burn-touch|skin-touched|toes-fungus|wart-corn|bruise-plain|cut-simple|growing-pains|nappy-sore|cradle-cap|teething-baby|muscle-worked + fever|diabetes|spreading-skin|high-fever', says: 'A mild complaint with fever, or with diabetes', advice: 'nurse', source: 'nhs-common' },
    { id: 'home-22', outcome: 'emergency', when: 'neck-cricked + fever|vomiting|non-fading-rash|confusion|light-hurts|high-fever|seizure|sleepy', says: 'Stiff neck with illness', advice: 'meningitis', source: 'cdc-meningitis' },
    { id: 'home-23', outcome: 'urgent', when: 'neck-cricked + headache|numb-said|one-side-weak|worse-said|vehicle-crash|fall|head-injury|weak-said|chills-said', says: 'Stiff neck with another sign', advice: 'meningitis', source: 'cdc-meningitis', ask: ['neuro-fever'] },
    { id: 'home-24', outcome: 'soon', when: 'baby-blues + postpartum|newborn|baby-said + long-time|for-a-week|mental|worse-said|sleep|panic', says: 'Tearful after a birth for longer, or with more', advice: 'nurse', source: 'nhs-baby-blues' },
    { id: 'home-25', outcome: 'soon', when: 'tick-out + immune-weak|pregnant|age-under-1|ringworm|red-patch-grows|skin-grows', says: 'Tick bite with another sign', advice: 'nurse', source: 'cdc-lyme' },
    { id: 'home-26', outcome: 'emergency', when: 'heartburn-seldom + sweating|pain-to-arm-jaw|short-of-breath|grey-sweaty|fainting|dizzy|palpitations|effort-chest', says: 'Heartburn-like pain with a danger sign', advice: 'chest', source: 'nhs-chest-pain' },
    { id: 'home-27', outcome: 'urgent', when: 'dizzy-on-rising + black-stool|tarry-stool|vaginal-bleeding|palpitations|chest-pain|on-anticoagulant|pregnant|heavy-period|short-of-breath', says: 'Faint on getting up, with another sign', advice: 'faint', source: 'nhs-fainting', ask: ['bleed-faint'] },
  ], // prettier-ignore
}
