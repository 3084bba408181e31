import type { Family } from '../protocol.ts'

export const injury: Family = {
  id: 'injury',
  title: 'Head, neck, back and other injuries',
  ask: ['wake-q', 'bleed-much', 'limb-cold', 'breath-rest'],
  concepts: [
    {
      id: 'head-injury',
      name: 'Head injury',
      kind: 'red_flag',
      en: `(hit|hits|banged|bumped|bashed|struck|smacked|cracked|knocked|slammed|injured|hurt|split) ..2 (my|his|her|the|their) ..1 (head|skull) / (head|skull) ..2 (injury|trauma|injured|wound|contusion|fracture) / (blow|hit|kick|trauma|injury) to the head / concussion / concussed / (fell|fall|dropped|landed) ..4 (on|onto|hit) ..2 (head|skull) / head hit (the|a) / hit in the head / traumatic brain / fell off ..3 (bed|changing table|couch|roof|ladder|horse) / landed on (my|his|her) head / (baby|infant) fell / (bump|goose egg|knot|lump|dent|gash|cut) on (the|my|his|her) (head|forehead|skull) / hit (my|his|her) ..1 head / took a (ball|elbow|fall|hit) to the head / (whacked|whack|thumped|conked|clonked|smashed|clocked|bonked|thwacked|knocked|cracked|clipped|bashed) ..2 (my|his|her|the|their) ..3 (head|skull|noggin|forehead|temple|melon) / (head|forehead|noggin|temple|skull) ..4 (hit|met|bounced|smacked|slammed|cracked|against|into) ..3 (the|a) (floor|tile|sidewalk|ground|curb|pavement|ice|wall|counter|table|tub|corner|concrete|dashboard|step|door|cabinet|bedpost) / (went|fell|flew) ..2 head first / landed on (the back of)? ..1 (my|his|her) (head|noggin) / walked (right|straight|smack)? ..1 into ..3 (door|cabinet|wall|pole|beam|shelf|cupboard) ..8 (lump|bump|head|forehead|dizzy|threw up|vomit*|headache) / (lump|goose egg|knot) ..4 (forehead|head|temple|scalp) / (bumped|bump|hit|banged|knocked|smacked|bonked|struck|whacked|cracked) ..3 (back|side|top|front) of (his|her|my|the) (head|skull) / (took|takes|caught|copped|got) (a|an|the)? ..1 (knee|elbow|boot|ball|bat|kick|punch|stick|shoulder|bang|whack) ..5 (head|temple|skull|jaw) / (knee|elbow|boot|kick|punch|bat) (to|in) ..3 (head|temple|skull)`,
      es: `(golpe*|pego|pegue|dio|di|golpeo|abrio|rompio|descalabr*) ..4 (cabeza|craneo) / golpe (en|a) la cabeza / (trauma|lesion|herida|contusion|traumatismo) ..3 (cabeza|craneo|craneal|craneoencefalico) / conmocion / se (cayo|pego) ..4 (cabeza|de cabeza) / me (cai|pegue) ..4 (cabeza|de cabeza) / cabezazo / descalabr* / se cayo de la (cama|escalera|cuna) / chichon / cayo de cabeza / el bebe se cayo / (chipote|chichon|chichote|bola|bulto|cortada) en la (cabeza|frente) / (pego|golpeo) en la cabeza / golpe en la frente / se (dio|pego|golpeo) ..2 (con|contra|en) (la|el|una|un) (encimera|mesa|pared|esquina|banqueta|escalon|piso|puerta|lavabo|cabecera|orilla|poste|tina|buro|suelo|mesada|taza) / (dio|pego|golpe|golpeo|chingadazo|madrazo|trancazo|porrazo|catorrazo) ..4 (cabeza|nuca|sien|frente|coco|mollera|choya) / (cabeza|nuca|frente|sien) ..4 (contra|en|con) (el|la) (piso|pared|banqueta|suelo|concreto|esquina) / (recibio|se llevo|le dieron|le pegaron|le metieron|me dieron|me pegaron) ..2 (rodillazo|codazo|patada|pelotazo|balonazo|golpe|batazo|punetazo|cabezazo) ..4 (cabeza|sien|nuca|craneo|frente)`,
      nearMisses: `(bumped|bonked|knocked) ..2 (his|her|my|their|the) forehead / (small|little|tiny) ..1 (bump|lump|bruise) ..2 (forehead|head) / (bumped|bonked|hit|knocked) ..2 (his|her|my) ..1 (head|forehead) ..8 (cried (right away|at once|immediately)|playing|acting (normal|normally|like himself|like herself|fine|the same|himself)|running around|fine now|happy|laughing|eating (fine|normally)) / (chichoncito|chichon|bolita|golpecito) ..4 frente ..8 (llor*|jug*|normal|contento|contenta) / (pego|golpeo|dio) ..4 (cabeza|frente) ..10 (lloro (luego|de inmediato|enseguida|al momento)|jugando|juega|como si nada|esta normal|contento|contenta)`,
    },
    {
      id: 'spine-injury',
      name: 'Neck or back injury, legs do not work',
      kind: 'red_flag',
      en: `(can't|cannot|unable to|couldn't) (feel|move) ..2 (legs|feet|toes|arms|legs anymore) / (numb|numbness|no feeling|tingling) ..5 (groin|saddle|between (my|his|her) legs|genitals|buttocks|private area|private parts|inner thighs|bottom) / saddle (anesthesia|numbness) / (lost|losing|loss of|no) ..2 control ..3 (bladder|bowel|bowels|pee|urine|bladder or bowels) / (peed|pooped|wet|wetting|soiled|soiling|leaking) (myself|himself|herself|my pants) / can't control my (bladder|bowels|pee|poop) / paralyzed / cauda equina / (broke|broken|snapped|fractured) (my|his|her)? (neck|back|spine) / (neck|spine|spinal) (injury|fracture) / back pain ..6 (can't pee|numb|legs|bladder|bowel) / both legs (weak|numb|going numb)`,
      es: `no (siento|siente|puedo mover|puede mover|mueve) ..2 (piernas|pies|brazos) / (adormec*|entumec*|hormigue*|dormid*) ..5 (ingle|entrepierna|entre las piernas|genitales|nalgas|partes intimas|partes privadas|gluteos) / (perdi|perdio|perdida de|pierdo|sin) ..2 control ..3 (vejiga|orina|esfinteres|intestino|pipi|evacuar) / me (orine|oriné|hago pipi|ensucie|orino) (encima)? / me (hice|hago) ..2 encima / se me sale (la orina|el pipi|el popo|la pipi) / no (aguanto|controlo) (la orina|el pipi|la pipi) / paralitic* / paraliz* de las piernas / (se|me) (rompi|rompio|quebro|quebre|fracturo) ..2 (cuello|espalda|columna) / lesion (de|en) (la)? (columna|cuello) / cola de caballo / piernas (debiles|dormidas) ..4 espalda / no puedo orinar ..4 espalda`,
      nearMisses: `no (siento|siente) (mucho|tanto|bien) ..2 (pies|dedos) / (sale|escapa) ..2 (orina|pipi|chis|pis) ..3 (al|cuando|si) ..2 (estornud*|tos*|rio|ria|reir*|brinc*|salt*|carg*|corr*|ejercicio) / (al|cuando) (me)? ..1 (rio|reirme|reir|estornudo|estornudar|toso|toser|brinco|brincar|salto|saltar) ..4 (sale|escapa) ..2 (orina|pipi|chis|pis) / (leak|leaks|wee|pee) ..4 (cough|sneeze|laugh|jump|trampoline)`,
    },
    {
      id: 'major-injury',
      name: 'Serious injury',
      kind: 'red_flag',
      en: `(car|motorcycle|bike|truck|auto|vehicle) (crash|accident|wreck|collision) / (hit|struck|clipped) by (a|the) (car|truck|bus|train|motorcycle) / run over / (gunshot|gun shot|stab) (wound|wounds)? / (was|been|he's been|she's been) (shot|stabbed) / shot in the / stabbed (in|with) / bone (is)? (sticking|poking|coming|showing|protruding) / (sticking|poking) out of (my|his|her) (skin|leg|arm) / open fracture / compound fracture / (fell|fall) ..3 (feet|stories|floors|roof|ladder|height|stairs) / impaled / crushed ..3 (hand|leg|arm|foot|under|finger) / (deep|gaping) (cut|wound|gash|laceration) / can see (the)? (bone|fat|muscle) / guts hanging / mvc / penetrating wound / pinned under / trapped under / (chainsaw|table saw|circular saw|band saw|machete|axe|hatchet|grinder|mower|lawnmower|wood chipper|propeller) ..8 (cut|leg|arm|hand|finger|thigh|foot|face|blood*|pumping|deep) / cut ..6 (chainsaw|saw|machete|axe|hatchet|grinder|mower)`,
      es: `(accidente|choque) ..3 (carro|auto|coche|moto|vehiculo|camion|automovil) / (lo|la|me) atropello / atropell* / (herida|tiro|disparo) ..2 (de bala|bala|arma|cuchillo|navaja|machete) / (herida|tiro|disparo|bala) ..1 (pecho|pierna|brazo|estomago|abdomen|cabeza|cuello|espalda) / balazo / le dispararon / me dispararon / (me|le|lo) (dio|dieron|pego|pegaron|metieron) un tiro / (una|la) bala / baleado / balaceado / balacearon / balazo / le dispararon / me dispararon / apuñal* / acuchill* / (hueso|huesos) ..3 (salido|sale|afuera|fuera|expuesto|se ve) / fractura (abierta|expuesta) / (cayo|cai|caida) ..3 (metros|pisos|techo|altura|escalera|escaleras|azotea) / (herida|cortada) (profunda|abierta|grande) / se le ve el hueso / aplast* ..3 (mano|pierna|brazo|pie|dedo) / atrapad* (bajo|debajo) / clavad* en (el|la) / empalad* / (motosierra|sierra|machete|hacha|esmeril|podadora) ..8 (cort*|pierna|brazo|mano|dedo|muslo|pie|sangr*)? / cort* ..6 (motosierra|sierra|machete|hacha|esmeril)`,
      nearMisses: `(de|desde|en|por|para) la sierra / (lawyer|attorney|abogado|records|notes|claim|court|chart) ..10 (accident|crash|wreck|accidente) / stabbing ..3 (pain|pains|ache|heel|headache|sensation|feeling|head) / (viaj*|vamos|voy|vivo|vivimos|subimos|fuimos|vinimos) (a|en|por|para) la sierra / sierra (norte|sur|madre|nevada|tarahumara)`,
    },
    {
      id: 'fall',
      name: 'Fell',
      kind: 'symptom',
      en: `fell / fall / fallen / took a tumble / slipped and`,
      es: `me cai / se cayo / caida / cai / resbale`,
      nearMisses: `(from|since|of|in) last fall / next fall / fall (semester|term|schedule|allergies) / (fell|fall|falling) (behind|asleep) / since fall (my|i|it|and|now) / had it since fall`,
    },
    {
      id: 'broken-bone',
      name: 'Maybe a broken bone',
      kind: 'symptom',
      en: `(broke|broken|fractured|fracture|snapped|dislocated) ..3 (bone|arm|leg|wrist|ankle|hip|foot|finger|shoulder|collarbone|rib|toe|nose|hand|elbow|knee) / (bone|arm|leg|wrist|ankle|hip|foot|finger|shoulder|collarbone|rib|toe|nose|hand|elbow|knee|it) ..4 (broke|broken|fractured|snapped|dislocated) / (can't|cannot) (put weight|walk|bear weight) / hip fracture / looks (deformed|crooked|bent) / deformity / (fell|landed|came down) ..3 (outstretched|straight|open) ..1 (hand|hands|arm) ..12 / (wrist|ankle) ..5 (like a (balloon|sausage|grapefruit|tennis ball)|size of a (grapefruit|tennis ball|orange)|twice its size|double the size)`,
      es: `(fractur*|disloc*) / (rompi|rompio|quebre|quebro|zafe|zafo|sali|salio) ..3 (hueso|brazo|pierna|muñeca|tobillo|cadera|pie|dedo|hombro|costilla|costillas|mano|rodilla|codo|clavicula|nariz|femur|algo) / no puedo apoyar / se ve (deforme|chueco|torcido) / (cai|caida|cayo|caerse) ..3 (mano|brazo) ..2 (estirad*|extendid*|abiert*) / (muneca|tobillo|mano) ..4 como (morcilla|pelota|globo|berenjena|toronja|tamal)`,
      nearMisses: `(can't|cannot|can not) walk (far|fast|long|much|well|that|very|a lot|my dog|the dog|up)
        (broke|broken|breaks|break) (my|his|her|our|your|their|the) ..1 (heart|hearts|news|bank|silence|law|record|ice|screen|lock|printer|machine|window|glasses|phone|spirit|promise|rules) / (it|finger|thumb) snaps (straight|back|open) / and it snaps / holding the wall / dedo chiquito ..2 cerrada`,
    },
    {
      id: 'pulled-arm',
      name: 'Small child does not use the arm it was pulled by',
      kind: 'symptom',
      en: `(swung|swing|pulled|yanked|lifted|tugged|dragged) ..8 (hand|hands|arm|arms|wrist|wrists) ..16 (won't|wont|not|doesn't|doesnt|stopped|refuses|holds|holding|keeps) ..4 (use|using|move|moving|take|arm|still|reach)`,
      es: `(jale|jalo|jalaron|columpie|levante|levanto|estire|meci) ..8 (mano|manos|brazo|brazos|bracito|muneca|munecas) ..16 (no (lo|la|quiere)? ..1 (mueve|usa|mover|usar|levanta)|colgad*|quietecit*|pegad*)`,
    },
    {
      id: 'amputation',
      name: 'A part cut or torn off',
      kind: 'red_flag',
      en: `
        (finger|fingers|fingertip|thumb|toe|toes|hand|foot|arm|leg|ear|nose|tip of) ..5 (cut|sliced|chopped|torn|ripped|bitten|bit|came|taken|sawed|blown) ..2 off / (cut|sliced|chopped|tore|ripped|bit|sawed|lost) ..3 (tip of)? (my|his|her|the)? (finger|fingers|fingertip|thumb|toe|toes|hand|foot|ear) ..2 off / (cut|sliced|chopped) off (my|his|her|the|a|two)? (finger|fingers|fingertip|thumb|toe|toes|hand|foot|ear|tip) / amputat* / severed (finger|thumb|toe|hand|arm|leg) / finger (is)? (hanging|dangling) ..2 / hanging by (a thread|the skin|skin) / (took|takes|taking|tore|ripped|lopped|cut|sheared|whacked|nipped|shaved) ..2 (the|my|his|her)? ..1 (end|tip|top|piece|chunk|half|part) ..2 (of (my|his|her|the|a)?)? ..1 (finger|fingers|fingertip|thumb|toe|toes) ..2 (off|clean off|right off) / (have|got|kept|brought|saved|put) ..2 (the)? (piece|tip|finger|end|part|thumb|toe) ..4 (baggie|bag|ice|ziploc|cooler|cup of ice|milk) / lost (the)? (tip|end|top) of (my|his|her|a) (finger|thumb|toe) / (tip|top|end|half|part|piece|bit) of ..2 (finger|thumb|toe|fingers|toes|ear|fingertip|pinky) ..5 (bag|baggie|ice|freezer|frozen peas|esky|cooler|wet cloth|clean cloth|napkin) / (finger|thumb|toe|pinky) ..1 (tip|end|top) ..8 (bag|baggie|freezer) / (saw|blade|slicer|mandoline|mower|grinder|chainsaw|hedge trimmer|food processor|log splitter) ..3 (took|ate|had|got|won|bit) ..3 (tip|top|end|half|bit|chunk) ..2 (finger|thumb|toe) / (sliced|cut|chopped|sawed|took|lopped|shaved|tore|sheared) ..2 (end|tip|top|part|piece) of ..3 (finger|thumb|toe|fingertip|ear) ..2 off / (piece|tip|end|part) ..3 (bag|baggie) ..3 ice / (finger|pinky|pinkie|thumb|toe|fingertip|ear) ..6 (bit|piece|tip|end|part) ..4 (came|come|cut|fell|flew|chopped|sliced) off / (pinky|pinkie|thumb|toe|fingertip) ..12 (freezer|icebox|ice box) / (finger|pinky|pinkie|thumb|toe|fingertip) ..4 (bit|piece|tip|end) ..3 (missing|gone)`,
      es: `
        (dedo|dedos|punta del dedo|pulgar|mano|pie|brazo|pierna|oreja) ..5 (arranco|mocho|amputo|cerceno|volo|despego|colgando|desprendio) / (arranco|mocho|amputo|cerceno|volo|arranque|moche) ..3 (dedo|dedos|pulgar|mano|pie|oreja|la punta) / (corto|corte) ..2 (un dedo|dos dedos|los dedos|la punta|un pedazo|pedazo|medio dedo|dedo entero|dedo completo|la oreja) / amput* / (dedo|mano|pie) (cortado|arrancado|cercenad*) / dedo ..2 colgando / perdio (el|un|los) (dedo|dedos|mano|pie) / (tengo|guarde|traigo|llevo|metimos|puse) ..3 (pedazo|pedacito|punta|dedo|trozo|cacho) ..5 (bolsa|hielo|bolsita|vaso con hielo) / (me|se) (lleve|llevo|rebane|rebano|vole|volo) ..3 (punta|yema|pedazo|cacho|dedo|falange) / (punta|yema|pedazo|trozo|cacho|mitad|cabeza|falange) (de|del) ..3 (dedo|pulgar|indice|menique|oreja) ..6 (bolsa|hielo|congelad*|servilleta|trapo limpio|gasa|vaso) / (sierra|rebanadora|podadora|motosierra|esmeril|cortadora|licuadora|cepillo electrico) ..4 (comio|llevo|volo|arranco) ..4 (dedo|pulgar|punta|yema) / (corto|corte|rebano|rebane|arranco|volo) ..3 (punta|yema|pedazo|trozo|parte) (de|del) ..2 (dedo|pulgar|indice|oreja) / (perdio|perdi|perdido|falta|quito|quede sin|quedo sin) ..2 (punta|yema|pedazo|cabeza|cacho|falange) (del|de) ..2 (dedo|pulgar|indice|menique) / (punta|yema|pedazo|cacho) ..12 (servilleta|trapo|bolsa|panuelo|gasa) (mojad*|limpi*|con hielo)`,
      nearMisses: `had both legs (taken off|amputated)
        (tick|ticks|leech|bandage|bandages|bandaid|bandaids|dressing|gauze|tape|scab|scabs|crust|cast|splint|brace|boot|sock|sticker|patch|wart|callus|corn|skin tag|wrap|stitches|steri strips|wristband|toenail|fingernail|nail) ..3 (on|from|off|in|around|attached to|stuck to) (my|his|her|the|our|their|one|a)? ..1 (finger|fingers|fingertip|thumb|toe|toes|hand|foot|arm|leg|ear|nose) ..3 (came|fell|peeled|taken|cut|torn|ripped) ..2 off
        (attached|stuck|crawling|latched|embedded|glued|taped) (on|to|in|onto) (my|his|her|the|our|their)? ..1 (finger|fingers|fingertip|thumb|toe|toes|hand|foot|arm|leg|ear|nose) ..2 (came|fell|peeled|taken) ..1 off
        (cut|tore|torn|ripped|taken|peeled) (the|my|his|her|a|that)? (old|little|whole)? (tick|leech|bandage|bandaid|dressing|gauze|tape|scab|cast|splint|sticker|patch|wristband|ring|sock|boot|shoe) ..1 off
        (garrapata|garrapatas|sanguijuela|venda|vendaje|vendita|curita|curitas|costra|costrita|costras|yeso|ferula|parche|gasa|verruga|callo|pulsera|calcetin|etiqueta|esparadrapo) ..2 (del|de la|en el|en la|en mi|de mi|en su|de su|al|a la) ..1 (dedo|dedos|pulgar|mano|pie|brazo|pierna|oreja) ..3 (arranco|arranque|despego|desprendio|colgando)
        (arranque|arranco|despego) ..1 (garrapata|sanguijuela|venda|vendaje|curita|costra|costrita|parche|gasa|verruga|callo|esparadrapo) / piece of (paper|mail|cake|mind|advice|equipment|luggage|candy|gum|tape|plastic|glass|metal) / end of the (line|day|week|month|year|season|road|hall) / yema del dedo ..3 (cortecito|cortadita|rajadita|tajito|poquito|superficial)`,
    },
    {
      id: 'penetrating',
      name: 'Something went into the body',
      kind: 'red_flag',
      en: `
        (nail|knife|glass|metal|rebar|pole|stick|branch|arrow|bullet|screwdriver|pencil|fence|hook|needle) ..4 (into|through|in|inside|stuck in|went in) ..2 (my|his|her|the) (chest|neck|belly|stomach|abdomen|back|head|side|skull|groin|throat|thigh) / (stabbed|shot|impaled|gored|stab|gunshot) ..3 (in|through) ..2 (side|chest|neck|belly|stomach|back|head|leg|arm|gut|abdomen|foot|hand|face) / impaled / gored / gunshot / (stabbed|shot) (me|him|her|himself|herself|myself|by) / (someone|they|he|she) (shot|stabbed) / (nail gun|nailgun) ..4 (chest|hand|foot|leg|head|neck|through|into) / (sticking|stuck) (out of|in) (my|his|her) (chest|neck|belly|stomach|back|head|eye|side) / (was|been) (stabbed|shot) / got stabbed / got shot (in|by|at) / air (bubbles|bubbling|hissing) ..4 (wound|neck|chest|cut) / (wound|cut|hole) ..3 (bubbles|bubbling|hissing|sucking) ..2 (air)? / (bit|bite|bitten|mauled) ..3 (neck|throat)`,
      es: `
        (clavo|cuchillo|vidrio|fierro|varilla|metal|palo|rama|bala|desarmador|lapiz|navaja) ..4 (en el|en la|por el|por la|atraves*|enterrad*|clavad*|metid*) ..1 (pecho|cuello|panza|estomago|barriga|espalda|cabeza|costado|ingle|muslo) / (clavad*|enterrad*|encajad*) en (el|la) (pecho|cuello|panza|estomago|espalda|cabeza|ojo|costado) / (apunal*|acuchill*|balace*|balear*|tirotear*) / (me|le|lo) (picaron|enterraron|clavaron|encajaron) ..3 (cuchillo|navaja|costado)? / le dieron ..2 (balazo|balazos|cuchillada|tiro|tiros|punalada) / (picaron|pico|clavaron|enterraron|encajaron) ..6 (con|de) ..2 (cuchillo|navaja|punal|picahielo|botella|desarmador|machete) / (burbujas|burbujea|sale aire) ..4 (herida|cuello|pecho) / (mordio|mordida|mordieron) ..3 (cuello|garganta)`,
      nearMisses: `(vaccine|vaccines|shot|mmr|injection|vacuna) ..24 needle went / picaron ..6 (mosquito*|zancudo*|mosco*|abeja*|avispa*|hormiga*|pulga*|insecto*|bicho*|bichos|arana*|chinche*) / (mosquito*|zancudo*|mosco*|abeja*|avispa*|hormiga*|bicho*|pulga*) ..6 picaron / (mosquito|bug|insect|tick|spider|flea|ant|midge|zancudo|garrapata|pulga|arana|abeja|avispa|mosquita) ..8 (neck|throat|cuello|garganta) / (neck|throat|cuello|garganta) ..6 (mosquito|bug|insect|tick|spider|flea|zancudo|garrapata|pulga|arana|abeja|avispa) / bit of ..2 (sore|tight|scratchy|dry|tickly|raw) / (eyelash|lash|dust|fluff|fly|midge|bug|makeup|mascara|grit|speck|hair) ..3 stuck in ..1 (my|his|her) eye / (pico|picaron|piquete|pincharon) ..2 dedo / (stuck|sticking) in (my|his|her) (teeth|head) ..2 (song|tune)?`,
    },
    {
      id: 'saddle-numb',
      name: 'Numb between the legs, cannot control bladder or bowels',
      kind: 'red_flag',
      en: `
        (can't|cannot|don't|can not|couldn't) feel ..4 (wipe|wiping|down there|bottom|butt|private*|groin|genitals|crotch|pee|peeing) / (groin|crotch|saddle|private|privates|bottom) (area|parts|region)? (is|are|feels|feel|went|has gone|going) ..1 numb / (numb|numbness|no feeling|tingling) ..3 (down there|groin|saddle|between (my|his|her) legs|crotch|private parts|privates|genitals|inner thighs|butt|bottom) / (wet|wetting|peed|pooped|soiled) (myself|himself|herself) ..4 (back|legs|numb|without)? / back ..6 (can't pee|can't feel|numb down|lost control|wet myself) / both legs (are|feel|getting|going)? (weak|numb|heavy|giving out|tingly) / (lost|no) control ..3 (bladder|bowels|bowel|pee|poop)
        (can't|cant|don't|dont|cannot|couldn't) feel ..4 (toilet paper|when i wipe|wiping|myself wipe|the seat) / novocaine ..5 (saddle|crotch|bottom|groin|seat|butt|privates) / (saddle|crotch|between my legs|undercarriage|seat area) ..4 (numb|novocaine|asleep|dead|no feeling|pins and needles) / numb ..4 (where|part) ..3 (sit|sits|sat|wipe|saddle|bike|bicycle) / (can't|cant|cannot|don't) feel ..3 (when|where) i (wipe|sit) / numb ..2 (down there|between my legs|crotch|bottom|private*) / (wipe|wiping|toilet paper) ..6 (somebody else's|someone else's|not mine|numb|like cardboard|like leather) / (bum|bottom|backside|arse|ass|crotch|seat) ..4 (belongs to|someone else's|somebody else's|like wood) / (does not|doesn't|do not|did not|cannot|can't) feel ..4 (toilet paper|wiping|the seat|himself wipe|herself wipe) / (seat|saddle|undercarriage|nether regions|perineum) ..2 (is|feels|gone|went|area)? ..1 numb / can't tell ..4 (peeing|pee|finished|bladder|full) / (bits|private bits|lady bits|willy|fanny|crotch area) ..2 (numb|dead|no feeling) / wipe ..2 (can't|cannot|cant|don't|dont) feel / wiping ..2 (can't|cannot|cant|don't|dont) feel`,
      es: `
        no (siento|siente) ..3 (limpio|limpiarme|alla abajo|partes|intimas|privadas|entrepierna|nalgas|genitales|ahi abajo) / (dormid*|adormecid*|entumecid*) ..3 (ahi abajo|alla abajo|entrepierna|entre las piernas|partes|genitales|nalgas|ingle) / (espalda|cintura) ..8 (no (siento|puedo orinar|aguanto|controlo)|me orino encima) / (perdi|perdio|sin) ..2 control ..3 (vejiga|orina|esfinteres|popo|intestino) / las dos piernas ..2 (debil*|dormid*|adormecid*|pesad*) / me (orino|hago) ..2 (sin sentir|sin darme cuenta|encima)
        no (siento|siente) ..4 (papel|cuando me limpio|al limpiarme|asiento|entrepierna|las partes) / (entrepierna|asentadera*|silla de montar|nalgas) ..4 (dormid*|entumid*|adormecid*|no siento) / (no siento|dormid*|adormecid*) ..3 (donde me siento|al limpiarme|entre las piernas|las partes|silla de montar) / (limpiarme|limpiarse|limpio|limpia|asearme) ..7 (de otro|de otra|ajen*|no siento|no siente|dormid*|carton|como si no fuera) / no (siente|siento) ..3 (papel higienico|papel de bano|al limpiarse) / (silla|asiento|periné|perineo|zona intima) ..3 (dormid*|adormecid*|sin sentir) / (al limpiarme|limpiarme) no (me siento|siento) / no me siento ..2 (ahi abajo|alla abajo|abajo|mis partes|las partes) / (ahi abajo|las partes|entrepierna|asiento) ..3 (dormid*|anestesiad*|acorchad*)`,
    },
    {
      id: 'tight-limb',
      name: 'Limb tight, crushed or under a tight cast',
      kind: 'red_flag',
      en: `
        (cast|splint|bandage|wrap|ring) ..3 (too tight|tight|cutting off|cutting into) / tight as a drum / (arm|forearm|leg|calf|thigh|hand|foot) ..6 (crushed|rock hard|tight as|super tight|hard as|tight and) / crushed ..4 (arm|forearm|leg|calf|hand|foot|finger|fingers) / (toes|fingers) (are|is|turning|going|turned|getting)? (blue|purple|white|numb|cold) ..4 (cast|splint|wrap)? / pain ..4 (way)? (worse|more) than ..3 (injury|looks|should) / compartment syndrome / (arm|hand|finger|fingers|leg|foot|thumb|he|she|i|kid|son|daughter) ..2 (pinned|trapped|caught|stuck) ..3 (under|machine|door|between) / (cast|splint) ..30 (pain is getting ..2 worse|pain ..3 worse|calf feels like wood|hard as (a)? (rock|wood)|tingly|tingling|pins and needles) / (calf|forearm|leg|arm|shin|thigh) ..3 (feels|is|gone|went) ..2 (like)? (wood|rock|rock hard|hard as|a board|stone)`,
      es: `
        (yeso|ferula|venda|vendaje|anillo) ..3 (apretad*|aprieta|muy justo|corta) / (brazo|antebrazo|pierna|pantorrilla|mano|pie) ..6 (aplast*|dur* como|tens*|machuc*|muy apretad*) / (aplast*|machuc*) ..4 (brazo|pierna|mano|pie|dedo|dedos) / (dedos|dedo) ..3 (azul*|morad*|blanc*|fri*|dormid*) ..4 (yeso|ferula|venda)? / sindrome compartimental / (atorad*|atrapad*|prensad*) ..3 (maquina|puerta|debajo|entre)`,
      nearMisses: `raynaud* / (finger|fingers|toe|toes|hands) ..4 (white|blue|pale) ..4 (then|and then|to|and) ..2 (red|blue|purple|pink) ..6 / (finger|fingers|toes|hands) ..4 (white|blue|pale|numb) ..4 (in the cold|cold weather|when it's cold|every winter|each winter|when i get cold|holding ..2 cold) ..10 (every|each|always|years|since) / (dedos|manos) ..5 blanc* ..4 (frio|invierno) ..8 (anos|siempre|cada|invierno) / (dedos|manos) ..4 blanc* ..4 (luego|despues|y) ..2 (roj*|morad*|azul*)`,
    },
    {
      id: 'in-plaster',
      name: 'In a plaster, splint or tight bandage',
      kind: 'fact',
      en: `(plaster|cast|splint|backslab) ..2 (went|put|is|was|since|on|got|feels|fitted) / (in|under|below|with) ..1 (a|the|my|his|her) ..1 (plaster|cast|splint) / (my|his|her) (plaster|cast|splint)`,
      es: `(me|le|la|lo|los) ..1 (enyes*|escayol*|ferula*|entablill*|vendaron) / (yeso|escayola|ferula|tablilla)`,
    },
    {
      id: 'digits-dead',
      name: 'Fingers or toes that neither move nor feel',
      kind: 'red_flag',
      en: `(finger|fingers|toe|toes|hand|foot|thumb) ..5 (can't|cannot|cant|can not|won't|wont|don't|barely|hardly) ..1 (move|feel|wiggle|bend) / (can't|cannot|cant|can barely|barely|hardly|don't) ..1 (move|feel|wiggle|bend) ..2 (finger|fingers|toe|toes|thumb) / no feeling in ..2 (finger|fingers|toe|toes) / (can't|cannot|cant|can not|can barely|barely|hardly|unable to|does not|doesn't) ..1 (move|feel|wiggle|bend) (or|and) ..1 (move|feel|wiggle|bend) ..2 (finger|fingers|toe|toes|thumb|hand|foot)`,
      es: `(dedo|dedos|mano|pie|pulgar|deditos) ..5 no (los|las|lo|la|me los|se los|se)? ..1 (muevo|mueve|mueven|siento|siente|sienten|puedo mover|puede mover) / no (siento|siente|muevo|mueve|puedo mover|puede mover) ..2 (dedo|dedos|pulgar|deditos) / no (mueve|muevo|siente|siento) ni ..1 (mueve|muevo|siente|siento) ..2 (dedo|dedos|deditos|mano|pie)`,
      nearMisses: `(trigger finger|stiff|arthritis|artritis|mornings|each morning|winter|cold weather)`,
    },
    {
      id: 'neck-injury',
      name: 'Neck hurt after a crash or fall',
      kind: 'red_flag',
      en: `
        (neck|spine) ..4 (hurts|pain|hurt|sore|numb|snapped|cracked|popped) ..8 (crash|accident|wreck|fall|fell|dove|diving|hit|rear ended|tackle|car|collision) / (crash|accident|wreck|fell|fall|dove|dived|diving|rear ended|tackled|collision) ..8 (neck|spine) ..3 (hurts|pain|hurt|sore|numb|stiff|snapped|cracked) / (dove|dived|diving) ..4 (shallow|pool|head first) / whiplash / (hands|arms|fingers|legs) (are|is)? (tingle|tingling|tingly|numb) ..5 (crash|accident|fall|fell) / broke (my|his|her) neck`,
      es: `
        (cuello|columna) ..4 (duele|dolor|trono) ..8 (choque|accidente|caida|cai|cayo|golpe|chocamos|choco) / (choque|accidente|caida|cai|cayo|chocamos|choco|clavado|me tire) ..8 (cuello|columna) / latigazo / (manos|brazos|dedos|piernas) ..3 (duermen|hormigue*|dormid*|adormec*) ..6 (choque|accidente|caida|cai|cayo)? / se (me)? durm* las manos / se me duermen las manos ..4 (choque|golpe)? / (tiro|aventó|aventar) de cabeza`,
      nearMisses: `como ..1 latigazo / latigazo roj*`,
    },
    {
      id: 'hip-fall',
      name: 'Cannot stand after a fall, hip or long bone',
      kind: 'red_flag',
      en: `
        (fell|fall|fallen) ..10 (can't (get up|stand|walk|move|put weight)|cannot (get up|stand|walk)|hip|leg (is)? (shorter|turned|twisted)) / (hip|thigh) ..4 (broken|broke|fracture*|deformed|sideways|won't hold) / leg ..3 (shorter|turned out|twisted around|wrong way|backwards) / (on the floor|on the ground) ..4 (can't get up|cannot get up|since|hours) / broken (hip|femur|thigh|pelvis) / leg ..3 (shorter|short) ..8 (turned|pointing|points|rotated|twisted|facing) ..2 out / (went down|landed|toppled|tumbled) ..6 (on|onto) (his|her|my|the) (side|hip) ..16 leg ..3 (shorter|turned|twisted)`,
      es: `
        (cai|cayo|caida|caimos) ..10 (no (puedo|puede) (levantar*|parar*|caminar|mover*|apoyar)|cadera) / (cadera|muslo|femur|pelvis) ..4 (rota|roto|quebrad*|fractur*|chueca|deform*|zafo) / pierna ..3 (mas corta|volteada|chueca|al reves) / (en el piso|en el suelo|tirad*) ..4 (no (puede|puedo) (levantar*|parar*)|horas|desde) / pierna ..6 (mas cortita|mas corta|cortita) / pierna ..8 (volteada|virada|girada|torcida|rotada|mirando) ..2 (afuera|fuera) / pie ..4 (mirando|volteado|virado|girado) ..2 (afuera|fuera)`,
    },
    {
      id: 'baby-fall',
      name: 'A baby or small child fell',
      kind: 'red_flag',
      en: `
        (baby|infant|newborn|month old|months old|toddler|<mychild>) ..6 (rolled|fell|fallen|dropped|tumbled|slipped|flipped|slid) ..4 (off|from|out|down|on|onto|bed|couch|table|crib|stairs|stroller|swing|seat|arms) / (rolled|fell|tumbled) off (the|a|our|my) (bed|couch|changing table|sofa|table|counter) / (dropped|dropping) ..3 (baby|newborn|infant|him|her) / fell (out of|from) (the|a|his|her) (crib|high chair|stroller|window|shopping cart|bunk)`,
      es: `
        (bebe|recien nacido|<mychild>) ..6 (cayo|rodo|resbalo|volteo|caido) ..4 (cama|sofa|sillon|mesa|cuna|escaleras|brazos|carriola|cabeza|cambiador|piso) / se (me)? (cayo|resbalo) ..2 (el|la|mi)? (bebe|recien nacido|nene|nena) / se cayo (de|del) (la|el)? (cuna|sillita|carriola|cama|ventana|cambiador|sofa|litera)`,
      nearMisses: `drop everything`,
    },
    {
      id: 'deformed',
      name: 'Limb bent, out of place or misshapen',
      kind: 'red_flag',
      en: `
        (elbow|arm|wrist|leg|ankle|knee|finger|shoulder|foot|hip|nose|jaw|collarbone|forearm|shin) ..5 (shaped like|shape|bent|crooked|sideways|backward|backwards|wrong way|deformed|out of (place|socket)|popped out|dislocated|dangling|floppy|s shape|like a|at an angle|weird angle|odd angle|twisted) / (bone|bones) ..3 (crunch|grinding|snap|snapped|poking|tenting|pushing) / (wrist|forearm|arm) ..12 (fork|dinner fork|banana|dented|step in it)`,
      es: `
        (codo|brazo|muneca|pierna|tobillo|rodilla|dedo|hombro|pie|cadera|quijada) ..5 (chuec*|dobl*|torcid*|al reves|de lado|fuera de (lugar|su lugar)|zaf*|salid*|deform*|colgando|como (ese|una)) / (hueso) ..3 (trono|tronar|salta*|picando|salido)`,
      nearMisses: `como ..1 (una|un) (moneda|boton|chicharo|grano) / moretones ..2 como (una|ese) / nose runs / runs like / (finger|thumb) ..2 (clicks|click|catches|snaps|locks) ..6 bent / nose like ..1 (tap|faucet|hose)`,
    },
    {
      id: 'animal-blow',
      name: 'Strong blow to chest, belly or back',
      kind: 'red_flag',
      en: `
        (kicked|gored|trampled|stomped|punched|slammed|hit|struck|rammed|head butted|thrown|bucked) ..5 (horse|cow|bull|steering wheel|handlebars|stomach|belly|ribs|chest|back|gut|kidney|side|abdomen)`,
      es: `
        (pateo|patada|pisoteo|golpeo|golpe|embistio|aventó|avento|cornada|manubrio|volante) ..5 (caballo|vaca|toro|estomago|panza|costillas|pecho|espalda|costado|abdomen)`,
    },
    {
      id: 'both-legs-dead',
      name: 'Legs do not move or have no feeling',
      kind: 'red_flag',
      en: `
        (can't|cannot|couldn't|don't|unable to|won't|doesn't) ..1 (feel|move|use|lift) ..3 (legs|leg|feet|toes|anything below|from the waist) / legs ..3 (won't (move|work|hold)|don't (move|work)|not working|stopped working|dead|paralyzed|numb)  / (numb|no feeling|paralyzed) ..3 (waist down|from the waist|below)`,
      es: `
        no ..2 (siente|siento|mueve|muevo|mover|responden|puedo mover|puede mover) ..3 (piernas|pierna|pies|de la cintura) / piernas ..3 (no (responden|se mueven|las siento)|muertas|paraliz*|sin fuerza) / (cintura) (para)? abajo`,
      nearMisses: `no (siento|siente) (mucho|tanto|bien) ..2 (pies|dedos)`,
    },
    {
      id: 'small-bump',
      name: 'Small bump on the head, well since',
      kind: 'symptom',
      en: `(bumped|bonked|knocked) ..2 (his|her|my|their|the) forehead / (small|little|tiny) ..1 (bump|lump|bruise) ..2 (forehead|head) / (bumped|bonked|hit|knocked) ..2 (his|her|my) ..1 (head|forehead) ..8 (cried (right away|at once|immediately)|playing|acting (normal|normally|like himself|like herself|fine|the same|himself)|running around|fine now|happy|laughing|eating (fine|normally)) / (plum|egg|coin|pea|grape|golf ball) (sized|size) ..1 (bump|lump|swelling) ..4 (forehead|head|brow) / (bump|lump|egg) ..2 (on|to) ..1 (the|his|her|my)? forehead / (small|little|tiny) ..2 (bump|lump|bruise|egg) ..3 (eyebrow|brow|temple)`,
      es: `(chichoncito|chichon|bolita|golpecito) ..4 frente ..8 (llor*|jug*|normal|contento|contenta) / (pego|golpeo|dio) ..4 (cabeza|frente) ..10 (lloro (luego|de inmediato|enseguida|al momento)|jugando|juega|como si nada|esta normal|contento|contenta) / (chichon|chichoncito|chipote|cototo|turupe|tolondron)`,
      whole: {
        parts: 'shingles|lump|near-eye',
        unless: 'age-65-plus|on-anticoagulant|vomiting|headache|dizzy|sleepy|confusion|unconscious|seizure|age-under-1',
      },
    },
    {
      id: 'leg-shortened',
      name: 'Leg shorter and turned out after a fall',
      kind: 'red_flag',
      en: `leg ..3 (shorter|short) ..8 (turned|turning|pointing|points|rotated|rolled|twisted|facing|flopped|flops) ..2 (out|outward|outwards|outside) / (foot|leg|toes) ..3 (turned|pointing|points|rotated|rolled|flopped) ..1 (out|outward|outwards) ..8 (shorter|short) / one leg ..3 (shorter than|longer than)`,
      es: `pierna ..6 (mas corta|mas cortita|cortita|acortada|encogida) ..10 (volteada|virada|girada|torcida|rotada|mirando|apuntando|para afuera|pa fuera|hacia afuera|hacia fuera) / (pie|pierna) ..4 (volteado|volteada|virado|virada|girado|girada|mirando|rotado|rotada) ..2 (afuera|fuera) ..10 (mas corta|cortita|acortada) / una pierna ..3 (mas corta|mas cortita) que la otra`,
    },
    {
      id: 'nail-foot',
      name: 'Trod on a nail',
      kind: 'symptom',
      en: `(trod|trodden|stepped|stood|walked|jumped) on ..3 (nail|nails|screw|spike|rusty|staple|fish hook|fishhook) / (nail|screw|spike) ..8 (through|into|in) ..3 (foot|sole|boot|shoe|heel|trainer|sneaker|sandal)`,
      es: `(pise|piso|pisado|me pare|se paro) ..4 (clavo|tachuela|varilla|anzuelo|fierro|tornillo|alambre oxidado) / (clavo|tornillo|fierro|varilla) ..8 (enterr*|metio|atraves*|clavo|encajo) ..4 (pie|planta|suela|talon|zapato|chancla|bota)`,
      nearMisses: `(hit|hitting) the nail on / thumb tack`,
    },
    {
      id: 'hook-in',
      name: 'A fish hook in the flesh',
      kind: 'symptom',
      en: `(fish hook|fishing hook|fishhook|treble hook|hook) ..8 (finger|hand|thumb|arm|ear|lip|cheek|leg|foot|barb|skin|scalp)`,
      es: `anzuelo ..8 (dedo|mano|enterr*|clav*|oreja|brazo|labio|cachete|pierna|pie)`,
    },
    {
      id: 'fight-bite',
      name: 'Knuckle cut on a tooth',
      kind: 'symptom',
      en: `(tooth|teeth) ..4 (cut|gashed|gash|split|into|over) ..4 (knuckle|knuckles) / (knuckle|knuckles) ..8 (tooth|teeth|his mouth) / punched ..6 (mouth|teeth|face) ..12 (knuckle|knuckles|hand)`,
      es: `(nudillo|nudillos) ..8 (diente|dientes|boca) / (diente|dientes) ..6 (nudillo|nudillos)`,
    },
  ],
  rules: [
    { id: 'injury-01', outcome: 'emergency', when: 'head-injury + vomiting|confusion|unconscious|fainting|seizure|on-anticoagulant|age-65-plus|age-under-1|vision-trouble|vision-loss|worse-said|one-side-weak|speech-trouble|severe-said|weak-said|sleepy|clear-fluid', says: 'Head injury with a danger sign', advice: 'head', source: 'cdc-concussion' },
    { id: 'injury-02', outcome: 'urgent', when: 'head-injury', says: 'Head injury', advice: 'head', source: 'cdc-concussion', ask: ['head-vomit', 'head-thinner'] },
    { id: 'injury-03', outcome: 'emergency', when: 'spine-injury', says: 'Legs, bladder or saddle area fail', advice: 'spine', source: 'nhs-back' },
    { id: 'injury-04', outcome: 'emergency', when: 'major-injury', says: 'Serious injury', advice: 'bleeding', source: 'medline-er' },
    { id: 'injury-05', outcome: 'urgent', when: 'broken-bone', says: 'Maybe a broken bone', advice: 'injury', source: 'medline-er' },
    { id: 'injury-54', outcome: 'urgent', when: 'pulled-arm', says: 'Small child does not use the arm it was pulled by', advice: 'injury', source: 'medline-er-child' },
    { id: 'injury-06', outcome: 'urgent', when: 'fall + age-65-plus|on-anticoagulant|pregnant|age-under-1', says: 'A fall in a person at risk', advice: 'injury', source: 'cdc-concussion', ask: ['neuro-hurt'] },
    { id: 'injury-07', outcome: 'soon', when: 'fall + any-pain', says: 'Pain after a fall', advice: 'injury', source: 'medline-er' },
    { id: 'injury-08', outcome: 'emergency', when: 'amputation', says: 'A part cut or torn off', advice: 'bleeding', source: 'medline-amputation' },
    { id: 'injury-09', outcome: 'emergency', when: 'penetrating', says: 'Something went into the body', advice: 'bleeding', source: 'medline-er' },
    { id: 'injury-10', outcome: 'emergency', when: 'saddle-numb', says: 'Numb between the legs or no control of bladder or bowels', advice: 'spine', source: 'nhs-cauda-equina' },
    { id: 'injury-11', outcome: 'emergency', when: 'back-pain + cannot-pee|one-side-weak|numb-said + cannot-pee|saddle-numb|both-legs', says: 'Back pain and cannot pass urine', advice: 'spine', source: 'nhs-cauda-equina' },
    { id: 'injury-12', outcome: 'emergency', when: 'tight-limb + any-pain|numb-said|cold-limb|severe-said|one-side-weak', says: 'Limb tight, crushed or cut off', advice: 'injury', source: 'medline-compartment' },
    { id: 'injury-13', outcome: 'urgent', when: 'tight-limb', says: 'Tight cast or crushed limb', advice: 'injury', source: 'medline-compartment' },
    { id: 'injury-50', outcome: 'emergency', when: 'in-plaster + digits-dead|cold-limb|dead-limb|white-part|tight-limb|black-skin', says: 'A plaster that cuts off the blood', advice: 'injury', source: 'medline-compartment' },
    { id: 'injury-51', outcome: 'urgent', when: 'in-plaster + numb-said|joint-swollen|swelling-said|hand-tingle|severe-said|worse-said|hand-swelling', says: 'In a plaster, with swelling, tingling or more pain', advice: 'injury', source: 'medline-compartment' },
    { id: 'injury-52', outcome: 'urgent', when: 'digits-dead + fall|broken-bone|deformed|hand-cut|small-wound|bleeding-any|swelling-said', says: 'Fingers or toes that neither move nor feel after an injury', advice: 'injury', source: 'medline-er' },
    { id: 'injury-53', outcome: 'soon', when: 'digits-dead', says: 'Fingers or toes that neither move nor feel', advice: 'nurse', source: 'medline-common' },
    { id: 'injury-14', outcome: 'emergency', when: 'neck-injury', says: 'Neck hurt in a crash or fall', advice: 'spine', source: 'medline-er' },
    { id: 'injury-15', outcome: 'emergency', when: 'hip-fall + age-65-plus|severe-said|fall', says: 'Cannot stand after a fall', advice: 'injury', source: 'medline-er' },
    { id: 'injury-16', outcome: 'urgent', when: 'hip-fall', says: 'Maybe a broken hip or leg', advice: 'injury', source: 'medline-er' },
    { id: 'injury-17', outcome: 'emergency', when: 'baby-fall + vomiting|sleepy|seizure|unconscious|confusion|weak-said|baby-limp|head-injury|blue-lips|worse-said|age-under-3-months', says: 'A small child fell and is not well', advice: 'head', source: 'cdc-concussion' },
    { id: 'injury-18', outcome: 'urgent', when: 'baby-fall', says: 'A small child fell', advice: 'head', source: 'cdc-concussion', ask: ['head-vomit'] },
    { id: 'injury-19', outcome: 'emergency', when: 'broken-bone + cold-limb|numb-said|heavy-bleeding', says: 'Broken bone with a cold, numb or bleeding limb', advice: 'injury', source: 'medline-er' },
    { id: 'injury-20', outcome: 'emergency', when: 'vehicle-crash + belly-pain|fainting|dizzy|short-of-breath|chest-pain|headache|confusion|numb-said|weak-said|pregnant', says: 'Crash and feels ill', advice: 'bleeding', source: 'medline-er' },
    { id: 'injury-21', outcome: 'emergency', when: 'deformed + cold-limb|dead-limb|white-part|numb-said|heavy-bleeding|severe-said', says: 'Misshapen limb with white, cold or numb fingers or toes', advice: 'injury', source: 'medline-er' },
    { id: 'injury-22', outcome: 'urgent', when: 'deformed', says: 'Misshapen limb', advice: 'injury', source: 'medline-er' },
    { id: 'injury-23', outcome: 'emergency', when: 'animal-blow + pale|grey-said|cold-body|belly-pain|short-of-breath|fainting|dizzy|vomiting|coughing-blood|red-urine|hurts-to-breathe|pregnant|severe-said', says: 'Strong blow and is not well', advice: 'bleeding', source: 'medline-er' },
    { id: 'injury-24', outcome: 'urgent', when: 'animal-blow', says: 'Strong blow to the body', advice: 'injury', source: 'medline-er', ask: ['breath-rest', 'bleed-faint'] },
    { id: 'injury-25', outcome: 'emergency', when: 'vehicle-crash + symptom-word|swelling-said|cold-body|any-pain|bleeding-any', says: 'Crash and is not well', advice: 'bleeding', source: 'medline-er' },
    { id: 'injury-26', outcome: 'emergency', when: 'saddle-numb|both-legs-dead', says: 'Legs do not work', advice: 'spine', source: 'nhs-cauda-equina' },
    { id: 'injury-27', outcome: 'emergency', when: 'fall + sleepy|confused-self|confusion|vomiting|headache + on-anticoagulant|age-65-plus|vomiting|confusion|sleepy', says: 'Fell, and now sleepy, confused, vomiting or on a blood thinner', advice: 'head', source: 'cdc-concussion' },
    { id: 'injury-40', outcome: 'self_care', when: 'small-bump', says: 'Small bump on the head, well since', advice: 'head', source: 'nhs-head-minor', ask: ['head-vomit', 'wake-q'] },
    { id: 'injury-41', outcome: 'urgent', when: 'small-bump + headache|dizzy|vehicle-crash', says: 'Bump on the head with another sign', advice: 'head', source: 'nhs-head-minor', ask: ['head-vomit', 'head-thinner'] },
    { id: 'injury-42', outcome: 'emergency', when: 'small-bump + vomiting|confusion|unconscious|fainting|seizure|on-anticoagulant|age-65-plus|age-under-1|vision-trouble|vision-loss|worse-said|one-side-weak|speech-trouble|severe-said|weak-said|sleepy|clear-fluid|skull-dent', says: 'Bump on the head with a danger sign', advice: 'head', source: 'cdc-concussion' },
    { id: 'injury-60', outcome: 'emergency', when: 'leg-shortened', says: 'A leg that is shorter and turned out: broken hip', advice: 'injury', source: 'medline-er' },
    { id: 'injury-61', outcome: 'urgent', when: 'nail-foot', says: 'A nail through the sole', advice: 'wound', source: 'cdc-tetanus', ask: ['bleed-much'] },
    { id: 'injury-62', outcome: 'urgent', when: 'hook-in|fight-bite', says: 'A hook in the flesh, or a knuckle cut on a tooth', advice: 'wound', source: 'nhs-wound', ask: ['bleed-much'] },
  ], // prettier-ignore
  questions: [
    { id: 'head-vomit', about: 'vomiting', en: 'Did you throw up, pass out or get confused after the hit?', es: '¿Vomitó, se desmayó o se confundió después del golpe?' },
    { id: 'head-thinner', about: 'on-anticoagulant', en: 'Do you take a blood thinner?', es: '¿Toma medicina para adelgazar la sangre?' },
  ], // prettier-ignore
}
