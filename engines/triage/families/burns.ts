import type { Family } from '../protocol.ts'

export const burns: Family = {
  id: 'burns',
  title: 'Burns, electricity, heat, cold, drowning',
  ask: ['burn-face', 'breath-rest', 'wake-q'],
  concepts: [
    {
      id: 'burn-severe',
      name: 'Serious burn or electricity',
      kind: 'red_flag',
      en: `(bad|severe|big|large|third degree|serious|chemical|electrical|deep) (burn|burns) / burn* ..10 (it's|its|is|looks|turned|skin) ..1 (white|leathery|waxy|charred) / burn* ..5 (face|genitals|whole|all over|blister* all|charred|white|airway|eyes|palm of) / burned (my|his|her) (face|hands|whole) / (electrocuted|electric shock|electrical shock|struck by lightning|hit by lightning|shocked by) / (boiling|scalding) water ..5 (on|over|herself|himself|baby|face|chest) / (clothes|shirt|hair|house|kitchen|car|stove|bed|pants|sleeve|i am|he is|she is) ..2 on fire / smoke inhalation / house fire / caught fire / skin ..2 (charred|peeling off) / acid ..3 (skin|face|hand) / (oil|grease|water|coffee|tea|soup|pot|pan|noodles|ramen|broth|kettle|fryer|crockpot) ..6 (all over|down|onto|on|over) ..2 (his|her|my|the)? ..1 (baby|face|chest|belly|legs|back|lap|him|her|toddler|arms|neck) ..10 (blister*|peel*|skin|raw|scream*|bubbl*|white) / (skin) ..3 (sliding off|coming off|peeled off|sloughing|slipping off|hanging off|came off|white and|leathery) / raw ..4 blister*`,
      es: `quemadura ..2 (grave|severa|grande|profunda|quimica|electrica|tercer grado) / quem* ..5 (cara|genitales|todo el cuerpo|manos|pecho|ojos) / (electrocut*|pegad* a la corriente|agarro la corriente|descarga electrica|toque electrico|choque electrico|cayo un rayo) / agua hirviendo / aceite hirviendo ..4 (cara|encima|cuerpo)? / se prendio / incendio / se incendio / acido ..3 (piel|cara|mano) / (olla|aceite|agua|cafe|sopa|caldo|sarten|te|frijoles|manteca|comal) ..5 (encima|cayo encima|le cayo|me cayo|se viro|se volteo|se derramo|se echo) / (carne viva|en carne viva) / (piel|pellejo) ..4 (se (le|me)? ..1 (despega|cae|levanta|salio|desprende|pela|arranca)|colgando|blanca) ..4 / ampollas (grandes|enormes|por todo)`,
      nearMisses: `
        como si (me|le|te|nos|se)? (hubieran|hubiera|hubiese|hubiesen|estuviera|estuvieran|estuviese|echaran|echara|quemaran|quemara|cayera|tiraran|pusieran|vaciaran|aventaran) ..5 (quemado|quemada|quemando|quemandome|hirviendo|fuego|brasas|brasa|plancha|caliente)
        como si (me|le|te|nos|se|lo|la)? ..1 (hubieran|hubiera|hubiese|hubiesen|estuvieran) (quemado|quemada|quemando) (con)? ..1 (agua|aceite|acido|plancha|cafe) ..1 (hirviendo|caliente)?
        (arde|quema|duele|siento) como (agua|aceite|acido|plancha|fuego|brasas) ..1 (hirviendo|caliente)?
        (feels|feel|feeling|burns|stings) (like|as if|as though) (someone|somebody|they|i|it|its)? (is|was|had|has)? (being|been|poured|threw|splashed|dumped|spilled|pouring)? (boiling|scalding|hot) water
        (feels|felt|feel|feeling) (like|as if|as though) (i|it|its|someone|my|the) ..2 (on fire|burned with|scalded|been burned) / humo de ..2 (incendio|incendios|quemas|volcan) / incendios / toque* electric* / corrientazo / (posaderas|nalgas|muslos|ingle|entrepierna|sentaderas|trasero|rozad*|rozadura*|silla|sillin|talon|talones|pezon*) ..6 carne viva / carne viva ..6 (rozad*|roce|zapato*|sillin|bici) / canto de la mano / (rayita|raya|puntito|manchita) roj*`,
    },
    {
      id: 'burn',
      name: 'Burn',
      kind: 'symptom',
      en: `(burn|burned|burnt|scalded) (my|his|her|the|on|myself|himself|herself|with) / burn (from|on) / got burned / bad burn / (oven|stove|steam|iron|coffee|water|grease|oil) burn / blistered / burnt (hand|finger|arm|leg|foot)`,
      es: `quemadura / queme / quemo / quemada / quemado / escald* / (cayo|cayeron|salpico|derramo|derrame) ..4 (aceite|agua|sopa|cafe|grasa|te|caldo|leche) ..2 (caliente|hirviendo|hervida)`,
      nearMisses: `blister* ..5 (lip|lips|mouth|chickenpox|shingles) / (chickenpox|varicela|cold sore|fever blister|shingles) ..12 blister* / (small|grouped|cluster of|itchy|tiny) ..2 (blister|blisters) / (blister|blisters) ..3 (palms|soles|lip|mouth|toes) / rash with ..3 (blister|blisters) / without (blister|blisters) / (blister|blisters) ..5 (shoe|shoes|boot|boots|heel|sandals|hiking|walking|rubbing) / (no|sin|without) (blister|blisters|ampollas) / burning (on|when|with|at|during|after) ..2 (urination|urinating|peeing|pee) / (blister|blisters) ..6 (rash|side|band|strip|stripe|ribs|one side) / rash like ..2 (blister|blisters) / (queme|quemo|quemaron|quemado|quemada) ..2 (con|en|por|del) ..1 sol / (queme|quemo) ..2 (tantito|poquito|un poco|poquitito) ..4 (dedo|mano|dedos) / razor burn / rug burn / rash ..6 (blisters|blister) ..8 (one side|one eye|one of|right side|left side|only on|stripe|band|ribs|forehead) / (blisters|blister) ..6 (one side|around one eye|stripe|band|only on the (left|right)) / (rash|blisters) ..12 only on the (right|left) / (band|stripe|strip|line) of ..3 (rash|blisters|bumps) / (sarpullido|ampollas|ampollitas|granitos|ronchas) ..8 (un lado|un solo lado|lado derecho|lado izquierdo|franja|costillas|cintura) / (small|little|tiny|minor|mild|shallow) ..2 burn ..3
        como si (me|le|te|nos|se)? (hubieran|hubiera|hubiese|hubiesen|estuviera|estuvieran|estuviese|echaran|echara|quemaran|quemara|cayera|tiraran|pusieran|vaciaran|aventaran) ..5 (quemado|quemada|quemando|quemandome|hirviendo|fuego|brasas|brasa|plancha|caliente)
        como si (me|le|te|nos|se|lo|la)? ..1 (hubieran|hubiera|hubiese|hubiesen|estuvieran) (quemado|quemada|quemando) (con)? ..1 (agua|aceite|acido|plancha|cafe) ..1 (hirviendo|caliente)?
        (arde|quema|duele|siento) como (agua|aceite|acido|plancha|fuego|brasas) ..1 (hirviendo|caliente)?
        (feels|feel|feeling|burns|stings) (like|as if|as though) (someone|somebody|they|i|it|its)? (is|was|had|has)? (being|been|poured|threw|splashed|dumped|spilled|pouring)? (boiling|scalding|hot) water
        (feels|felt|feel|feeling) (like|as if|as though) (i|it|its|someone|my|the) ..2 (on fire|burned with|scalded|been burned)
        escaldad* (por|de|del|con) (el|la)? (calor|panal|sudor|pipi|popo|pis|orina|roce|humedad) / (este|el|del|un|primer|segundo|mi) blister`,
    },
    {
      id: 'drowning-heat-cold',
      name: 'Drowning, heat stroke, freezing',
      kind: 'red_flag',
      en: `(nearly|almost|near) (drowned|drowning) / drowned / drowning / pulled (from|out of) the (pool|water|lake) / under ?water ..3 (minutes|seconds) / heat stroke / heatstroke / (hot|heat|sun) ..6 (confused|stopped sweating|passed out|collapsed|not sweating) / hypothermia / frostbite / frostbitten / (freezing|cold) ..4 (stopped shivering|won't warm)`,
      es: `(casi)? se (ahogo|ahoga|ahogaba) ..4 (alberca|piscina|agua|mar|rio|tina) / ahogado en / golpe de calor / insolacion / (calor|sol) ..5 (confus*|desmay*|dejo de sudar|no suda) / hipotermia / congel* ..3 (dedos|pies|manos) / sacaron del agua`,
      nearMisses: `(drowning|drown|drowned) in ..2 (brochures|papers|emails|choices|options|leaflets|mail|forms|paper)`,
    },
    {
      id: 'burn-blister',
      name: 'Blistered burn',
      kind: 'symptom',
      en: `
        (burn|burned|burnt|scald*) ..8 (blister*|blistered|peel*|raw|open|weeping) / (blister*|blistered) ..6 (burn|burned|burnt|scald*|oven|stove|iron|grill) / blister* ..4 (size of|big as|like) ..3 (egg|golf ball|plum|palm|lime|fist|grape|apricot|hand|saucer) / (hot fat|hot oil|boiling water|scalding) ..10 (hand|fingers|knuckles|palm|wrist|face|foot) / blister ..4 big as / (big|huge|large) blister ..6 (burn*|scald*|hand|arm)`,
      es: `
        (quem*) ..8 (ampolla*|ampoll*|pelo|pelada|viva) / (ampolla*|ampoll*) ..6 (quem*|plancha|horno|estufa) / (hizo|hicieron|salio|salieron) ..2 (ampolla|ampollas) / (ampolla|ampollon|vejiga) ..5 (tamano|como|grande) ..3 (huevo|limon|pelota|palma|puno|ciruela|uva)`,
      nearMisses: `(shoe|boot|heel|zapato|bota|tacon|talon|walking|hiking|caminar) ..10 (blister|ampolla)`,
    },
    {
      id: 'burn-big-place',
      name: 'Burn of face, airway, hands, genitals or a large area',
      kind: 'red_flag',
      en: `
        (burn|burned|burnt|burns|scald*|flash fire|grill flash|boiling|steam|hot oil|hot grease|acid) ..6 (face|eyes|mouth|throat|neck|genitals|crotch|whole|entire|both (hands|legs|arms)|all over|chest|half of) / (face|mouth|throat|neck|genitals|chest) ..5 (burned|burnt|burn|burns|scald*) / (skin|burn) ..4 (white|leathery|charred|black|waxy|numb) ..4 (burn*|acid|fire|stove)? / acid ..5 (arm|skin|face|hand|leg|eye|on) / third degree`,
      es: `
        (quem*|hirviendo|vapor|aceite|flamazo|acido|lumbre) ..8 (cara|ojos|boca|garganta|cuello|genitales|todo|toda|las dos manos|pecho|espalda|cuerpo) / (cara|boca|cuello|genitales|pecho) ..5 quem* / (piel|quemadura) ..4 (blanca|negra|carbonizad*|sin sentir) / acido ..5 (brazo|piel|cara|mano|pierna) / tercer grado / (fogata|brasas|carbon) ..8 (cara|ojos|boca|cuello|manos|pecho|espalda|cuerpo)`,
      nearMisses: `razor (burn|bumps) ..5
        como si (me|le|te|nos|se)? (hubieran|hubiera|hubiese|hubiesen|estuviera|estuvieran|estuviese|echaran|echara|quemaran|quemara|cayera|tiraran|pusieran|vaciaran|aventaran) ..5 (quemado|quemada|quemando|quemandome|hirviendo|fuego|brasas|brasa|plancha|caliente)
        como si (me|le|te|nos|se|lo|la)? ..1 (hubieran|hubiera|hubiese|hubiesen|estuvieran) (quemado|quemada|quemando) (con)? ..1 (agua|aceite|acido|plancha|cafe) ..1 (hirviendo|caliente)?
        (arde|quema|duele|siento) como (agua|aceite|acido|plancha|fuego|brasas) ..1 (hirviendo|caliente)?
        (feels|feel|feeling|burns|stings) (like|as if|as though) (someone|somebody|they|i|it|its)? (is|was|had|has)? (being|been|poured|threw|splashed|dumped|spilled|pouring)? (boiling|scalding|hot) water
        (feels|felt|feel|feeling) (like|as if|as though) (i|it|its|someone|my|the) ..2 (on fire|burned with|scalded|been burned) / (quem*|burned|burnt) ..2 (playa|sol|alberca|beach|sun) / acid (coming|comes|came|rising|rises|creeps|creeping) ..1 (up|into|in) ..4 / acid ..3 (up|in|into|rising) ..3 (throat|chest|gullet|mouth|night)`,
    },
    {
      id: 'electric-shock',
      name: 'Electric shock or lightning',
      kind: 'red_flag',
      en: `
        electrocut* / (electric|electrical) shock / (shocked|zapped) ..4 (outlet|dryer|wire|plug|power|line|cord|fence) / (struck|hit) by lightning / grabbed ..3 (live|power) (wire|line) / (220|240|120|440|high) volt*
        (touched|grabbed|hit|brushed|cut|drilled|got) ..4 (live|hot|bare|power|<number>) ..2 (wire|line|cable|lead|outlet|panel|breaker) / (zapped|shocked|jolted|jolt|bit|lit up) ..6 (outlet|socket|wire|panel|breaker|fence|line|cord|appliance|washer|dryer|charger|plug) / (threw|thrown|knocked|blew|blown) ..3 (off|across|back|down) ..6 (wire|outlet|shock|current|electric*) / (wire|outlet|shock|current|panel) ..8 (threw|knocked|blew) (me|him|her) / (touched|hit|grabbed|brushed|caught|ladder touched|ladder hit) ..3 (drop line|service line|power line|powerline|overhead line|overhead wire|transformer|fuse box) / (current|shock|jolt|electricity|wire|line) ..6 (threw|thrown|tossed|knocked) ..3 (him|her|me|off|back|down|across) / (burn|burns|hole|holes) ..4 (palm|hand|fingers) ..5 (foot|feet|heel|toe) / (belt|jolt|whack|zap|kick) off ..2 mains / (mains|socket|fuse box|cable|wire) ..6 (threw|thrown|knocked) (me|him|her) / threw (me|him|her) across the room`,
      es: `
        (electrocut*|toque|descarga|corriente|calambre) ..3 (electric*|corriente|cable|enchufe|luz|fuerte) / le dio ..2 (toque|corriente) / le cayo un rayo / (agarro|toco) ..3 cable
        (toque|toco|agarre|agarro|pego|me pego|le pego|dio|me dio|le dio) ..4 (corriente|cable|toma|enchufe|contacto|luz|linea viva|cable pelado|toque) / (corriente|cable pelado|cable vivo|cable de alta) ..4 (agarro|aventó|avento|tiro|pego|tumbo|sacudio) / (toco|agarro|rozo|pego) ..3 (cable de la luz|linea de alta|alta tension|acometida|poste de luz|transformador) / (corriente|descarga|luz|toque) ..5 (lo (tiro|avento|boto|lanzo|tumbo)|la (tiro|avento|boto|tumbo)|me (tiro|avento|boto|tumbo)|salio volando) / (pego|dio|agarro|cogio) ..3 (corriente|la luz|toque) ..6 (avento|boto|tiro|lanzo|tumbo)`,
      nearMisses: `luz verde / como ..1 toque* electric* / corrientazo`,
    },
    {
      id: 'drowned',
      name: 'Pulled from water',
      kind: 'red_flag',
      en: `
        (pulled|dragged|fished|got|took) ..4 (out of|from) ..2 (pool|water|lake|river|tub|bathtub|ocean|hot tub|pond) / (nearly|almost|near) drown* / (went|was|found) under ..1 water / (swallowed|breathed in|inhaled) ..4 (pool water|water) ..6 (cough*|breath*) / drowned / drowning / face down in / (bottom|under the water|underwater) ..8 (pulled|fished|dragged|got|hauled|lifted) ..2 (out|up)`,
      es: `
        (sacamos|saque|sacaron|saco|rescat*) ..6 (alberca|piscina|agua|mar|rio|tina|pozo|lago) / (casi)? se (ahogo|ahogaba) ..4 (alberca|piscina|agua|mar|rio|tina)? / (trago|aspiro) ..3 agua ..5 (tos|respir*|alberca|piscina) / ahogamiento / boca abajo en el agua / (cayo|caido|cai|hundio|resbalo) ..4 (alberca|piscina|rio|laguna|mar|tina|pileta|lago) ..8 (tos|tose|tosiendo|decaid*|dormid*|vomita|vomito|respira|morad*) / (estuvo|quedo) ..3 (fondo|debajo) ..3 (alberca|piscina|pileta|agua|tina|jacuzzi|laguna|rio|cisterna) / (lo|la) (encontramos|encontre|hallamos|halle|sacamos|saque|sacaron|vimos) ..4 (fondo|debajo) ..3 (alberca|piscina|pileta|agua|tina|jacuzzi|laguna|rio|cisterna) / (encontramos|encontre|hallamos|sacamos|saque) (al|a la|a mi|a un|a una) ..4 (fondo|debajo) ..3 (alberca|piscina|pileta|agua|tina|jacuzzi|laguna|rio|cisterna) / (fondo|debajo del agua|bajo el agua) ..8 (la|lo) ..1 (sacamos|saque|sacaron|jalamos|jale)`,
      nearMisses: `(drowning|drown|drowned) in ..2 (brochures|papers|emails|choices|options|leaflets|mail|forms|paper) / compania de agua`,
    },
    {
      id: 'heat-stroke',
      name: 'Heat stroke',
      kind: 'red_flag',
      en: `
        heat stroke / heatstroke / (hot car|heat|sun|sauna|attic|overheated|outside all day) ..10 (confus*|not making sense|passed out|collapsed|not sweating|stopped sweating|hot and dry|dry skin|won't wake|seizure|vomit*|talking nonsense|delirious) / (confus*|collapsed|passed out|not making sense) ..8 (heat|sun|hot car|working outside) / skin (is)? (hot and dry|burning hot and dry) / left in ..2 (hot)? car / (quit|stopped|isn't|not|no longer) sweating ..10 (hot|burning|stove|oven|red|confus*|talk*|dry) / (hot as|hotter than) ..2 (stove|oven|furnace|griddle) ..8 (talk*|confus*|sweat*|sun|roof|crew|field) / hot and dry to (the)? touch ..4 (confus*|keeps asking|asking|mumbl*|muddled|odd|strange|rambling)`,
      es: `
        golpe de calor / insolacion / (calor|sol|carro caliente|hirviendo de calor) ..10 (confus*|incoherencias|desmay*|no suda|dejo de sudar|piel seca|no despierta|convuls*|vomit*|delira*) / (confus*|desmay*|incoherencias) ..8 (calor|sol) / (no|dejo de) suda* ..4 (calor|caliente|piel)? / se quedo en el carro / (dejo|ya no|no) ..2 suda* ..10 (calient*|hirviendo|rojo|confus*|habla*|delira*)`,
    },
    {
      id: 'frostbite',
      name: 'Frozen skin or very cold body',
      kind: 'red_flag',
      en: `
        frostbit* / frost bite / hypothermi* / (fingers|toes|skin|nose|ears|hands|feet) ..6 (white and hard|frozen|waxy|like wax|white|hard|numb) ..6 (snow|cold|outside|freezing|ice)? / (snow|freezing|cold|ice) ..8 (can't feel|numb|white|shivering|confused|sleepy|slurring|stopped shivering) / (fell|fallen) (in|through) (the)? (ice|icy water) / frozen (fingers|toes|feet|hands)`,
      es: `
        congelad* / congelacion / hipotermia / (dedos|pies|manos|nariz|orejas) ..6 (blanc*|dur*|congelad*|como cera|sin sentir) ..6 (nieve|frio|hielo)? / (nieve|frio|hielo) ..8 (no siento|dormid*|blanc*|tiembl*|confus*|tirita*) / cayo al (hielo|agua helada)`,
      nearMisses: `(se ve|lo veo|la veo) congelad* / (pantalla|imagen|video|videollamada|videoconsulta|camara) ..4 congelad* / raynaud* / (finger|fingers|toe|toes|hands) ..4 (white|blue|pale) ..4 (then|and then|to|and) ..2 (red|blue|purple|pink) ..6 / (finger|fingers|toes|hands) ..4 (white|blue|pale|numb) ..4 (in the cold|cold weather|when it's cold|every winter|each winter|when i get cold|holding ..2 cold) ..10 (every|each|always|years|since) / (dedos|manos) ..5 blanc* ..4 (frio|invierno) ..8 (anos|siempre|cada|invierno) / (dedos|manos) ..4 blanc* ..4 (luego|despues|y) ..2 (roj*|morad*|azul*) / (shook|shake|shakes) ..3 (hand|hands) / pellejit* blanc* / entre ..2 dedos ..4 (comezon|pica|pican)`,
    },
    {
      id: 'sunburn',
      name: 'Sunburn',
      kind: 'mild',
      en: `
        sunburn / sunburned / sun burn / (red|pink|tender|sore) ..8 (day|hours|time|afternoon) (at|on|in) the (beach|sun|lake|pool) / too much sun / (burned|burnt) ..2 (at the beach|in the sun|by the sun)`,
      es: `
        quemadura de sol / me queme (con|en) el sol / quemado del sol / insolado / me asolee / (roj*|colorad*|ardid*) ..6 (playa|sol) / quem* ..2 (en la playa|en el sol|con el sol|en la alberca|de sol)`,
    },
    {
      id: 'burn-small',
      name: 'Small burn',
      kind: 'mild',
      en: `
        (small|little|tiny|minor|mild) ..2 (burn|red spot|red mark) / (touched|grabbed|brushed) (the|a) ..1 (pan|stove|oven|iron|curling iron) ..6 (red|spot|little|small)? / (burned|burnt|burn) ..2 (fingertip|finger|thumb) ..30 (no blister*|without blister*)`,
      es: `
        quemadit* / (pequena|chiquita|leve) quemadura / quemadura (pequena|chiquita|leve) / me queme (tantito|poquito|un poco) / (queme|quemo) ..2 (tantito|poquito|un poco|poquitito) ..4 (dedo|mano|dedos)`,
    },
  ],
  rules: [
    { id: 'burn-01', outcome: 'emergency', when: 'burn-severe', says: 'Serious burn or electricity', advice: 'burn', source: 'nhs-burns' },
    { id: 'burn-02', outcome: 'soon', when: 'burn', says: 'Burn', advice: 'burn', source: 'nhs-burns', yields: true },
    { id: 'environment-01', outcome: 'emergency', when: 'drowning-heat-cold', says: 'Drowning, heat stroke or freezing', advice: 'emergency', source: 'cdc-heat' },
    { id: 'burn-03', outcome: 'emergency', when: 'burn-big-place', says: 'Burn of face, airway, hands, genitals or a large area', advice: 'burn', source: 'nhs-burns' },
    { id: 'burn-04', outcome: 'urgent', when: 'burn-blister', says: 'Blistered burn', advice: 'burn', source: 'nhs-burns' },
    { id: 'burn-05', outcome: 'urgent', when: 'burn|burn-blister + child-said|baby-said|age-child|age-65-plus|pregnant|diabetes|immune-weak', says: 'Burn in a person at risk', advice: 'burn', source: 'nhs-burns' },
    { id: 'burn-06', outcome: 'emergency', when: 'burn|burn-blister + short-of-breath|cough|hoarse-voice|cannot-breathe|electric-shock|black-skin', says: 'Burn with a danger sign', advice: 'burn', source: 'nhs-burns' },
    { id: 'burn-07', outcome: 'self_care', when: 'sunburn', says: 'Sunburn', advice: 'burn', source: 'nhs-burns' },
    { id: 'burn-08', outcome: 'self_care', when: 'burn-small', says: 'Small burn', advice: 'burn', source: 'nhs-burns' },
    { id: 'burn-09', outcome: 'urgent', when: 'sunburn + fever|vomiting|burn-blister|dizzy|baby-said|headache|chills-said', says: 'Sunburn with another sign', advice: 'burn', source: 'nhs-burns' },
    { id: 'environment-02', outcome: 'emergency', when: 'electric-shock', says: 'Electric shock or lightning', advice: 'burn', source: 'medline-electric' },
    { id: 'environment-03', outcome: 'emergency', when: 'drowned', says: 'Pulled from water', advice: 'breathing', source: 'cdc-drowning' },
    { id: 'environment-04', outcome: 'emergency', when: 'heat-stroke', says: 'Heat stroke', advice: 'emergency', source: 'cdc-heat' },
    { id: 'environment-05', outcome: 'emergency', when: 'frostbite', says: 'Frozen skin or very cold body', advice: 'emergency', source: 'medline-frostbite' },
    { id: 'burn-40', outcome: 'soon', when: 'burn-small + child-said|baby-said|age-child|diabetes|immune-weak|pregnant|burn-blister', says: 'Small burn in a person at risk, or blistered', advice: 'burn', source: 'nhs-burns' },
  ], // prettier-ignore
  questions: [
    { id: 'burn-face', about: 'burn-big-place', en: 'Is the burn on the face, hands or private parts, or bigger than a hand?', es: '¿La quemadura está en la cara, manos o partes íntimas, o es más grande que una mano?' },
  ], // prettier-ignore
}
