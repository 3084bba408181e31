import type { Family } from '../protocol.ts'

export const child: Family = {
  id: 'child',
  title: 'Babies and children',
  ask: ['fever-awake', 'breath-rest', 'breath-lips', 'child-drink'],
  concepts: [
    {
      id: 'baby-limp',
      name: 'Limp, floppy or not reacting child',
      kind: 'red_flag',
      en: `(floppy|limp|lifeless|flaccid|rag doll|ragdoll) / <mychild> ..6 (limp|floppy|won't wake|not waking|won't wake up|unresponsive|lethargic|not responding|hard to wake|very sleepy|so sleepy|too sleepy|not moving) / (baby|newborn|infant|child|toddler) ..5 (limp|floppy|won't wake|lethargic|hard to wake|not responding|very sleepy|too sleepy) / too sleepy to (eat|feed|nurse|drink) / (won't|wont|not|doesn't) ..1 (make eye contact|react|respond to me) / high pitched cry / (weak|strange) cry / inconsolable / won't stop crying for hours / (soft spot|fontanelle) ..4 (bulging|sunken|swollen|bulges) / bulging (soft spot|fontanelle) / sunken (soft spot|eyes) / (limp|floppy) as a / (too|so) (sleepy|tired) to (eat|feed|nurse|drink|wake) / won't wake ..2 (feed|eat|nurse)`,
      es: `(flacid*|aguadit*|desguanzad*|flojit*|como trapo|guang*) / <mychild> ..6 (no despierta|flacid*|aguad*|flojit*|no reacciona|no responde|muy dormid*|letargic*|desguanzad*|decaid*|no se mueve|adormilad*|aletargad*) / (bebe|nino|nina) ..5 (no despierta|no reacciona|flacid*|letargic*|aletargad*|muy dormid*|muy decaid*|adormilad*) / llanto (agudo|raro|debil) / no para de llorar (por)? horas / llora sin consuelo / inconsolable / mollera (hundida|hinchada|abultada|saltada|caida) / ojos hundidos / no hace contacto / muy dormido para comer / fontanela (hundida|abultada) / aguadit* / aguad* / trapito / (no|cuesta) ..3 despertar ..2 (bien)? / <mychild> ..10 (no ..3 despertar|no despierta) / no hay (manera|forma|modo) de ..3 despiert* / (la|lo) (noto|siento|veo) ..2 (blandit*|aguadit*|como de trapo|flojit*)`,
      nearMisses: `(va|ir|tiene que|debe) (estar)? dormid* / (bano|popo|caca|heces|excremento|evacu*|diarrea|obr*|vientre|deposicion*|pastos*) ..5 aguad* / aguad* ..5 (bano|popo|caca|heces|excremento|evacu*|diarrea|obr*|vientre|deposicion*) / (leche|cafe|sopa|atole|formula) (muy|bien|medio|toda|todo|tan|mas|esta|estaba|sale|salio|se ve|me sale|que me sale|que sale)? aguad* / leche (que|de) ..3 (esta|sale|se ve) (muy|bien|medio|como)? aguada / (frijol|frijoles|arroz|sopa|caldo|gelatina|avena|mezcla|masa|salsa) ..2 (quedo|quedaron|salio|salieron) (muy|bien|medio)? aguad* / (with|has|had|have|walks|walking|got|developed) ..2 a ..2 limp / (slight|mild|little|painful|painless|intermittent) limp / limp (and|when|while|on walking|since|after|for) / no despertar / (and|is|easily) (consolable|consoled) / (can|could|able to|still) limp / (limp|limping|limped) (on|around|along|about|home|to)
        (moco|moquito|flujo|sangrado|arroz|caldo|pus|vomito) (muy|bien|medio|todo|tan|transparente|claro|blanco|transparente y|claro y)? aguado
        (mocos|moquitos|ojos|ojitos|frijoles|pastos) (muy|bien|medio|todos|tan|transparentes|claros|blancos|transparentes y|claros y)? aguados
        (flema|mucosidad|secrecion|saliva|baba|sangre|regla|menstruacion|comida|papilla|avena|gelatina|popo|popocita|pupu|caquita|orina|mamila) (muy|bien|medio|toda|tan|transparente|clara|blanca|transparente y|clara y)? aguada
        (flemas|secreciones|babas|popos|cacas) (muy|bien|medio|todas|tan|transparentes|claras|transparentes y|claras y)? aguadas / (yeso|ferula|escayola) ..8 (mojo|mojado|mojada|lluvia|agua) ..6 aguad* / (fish|goldfish|hamster|budgie|guinea pig|pez|pececito|tortuga) ..12 inconsolable / (boca|lengua) ..3 como ..1 (trapo|estropajo|lija|zapato) / (bano|popo|caca|heces|excremento|evacu*|diarrea|obr*|vientre|deposicion*|estomago|panza|barriga|cuerpo) ..4 flojit* / flojit* ..4 (bano|popo|caca|heces|estomago|panza|barriga) / (camino|camina|caminando|hablo|habla|hablando|sonambul*|levanta|levanto|anda|paseo|pasea) dormid* / veces ..2 aguad* / (dos|tres|una|unas|cuatro) (vez|veces) ..4 aguad* / aguad* al dia / (estomago|bano|yakult) ..12 aguad* / una vez aguado`,
    },
    {
      id: 'baby-not-feeding',
      name: 'Baby does not feed or pee',
      kind: 'red_flag',
      en: `(baby|newborn|infant|son|daughter|he|she|child|toddler|kid|little one) ..5 (won't|wont|not|isn't|stopped|refuses to|refusing to|refusing|hasn't|can't) ..1 (eat|eating|feed|feeding|nurse|nursing|drink|drinking|latch|take a bottle|take the bottle|taking bottles|fluids) / (no|not a|few|fewer|dry) (wet)? (diaper|diapers|nappy|nappies) / (no|hasn't|not|haven't) ..2 (wet diaper|wet diapers|peed|pee|urinated|tears) ..4 (hours|today|all day|since) / (crying|cries) (without|with no) tears / no tears / <mychild> ..8 dry mouth / (baby|infant|toddler|child) ..8 dry mouth / no wet diapers / hasn't peed / not peeing / diaper (is|has been) dry / refuses all fluids / dehydrated / (no|hasn't had|hasn't|not had) ..4 wet diaper* / (won't|doesn't) (nurse|latch|feed|eat|drink) / (hasn't|hasnt|won't|not|isn't|didn't|refuses|refusing|no interest in) ..2 (fed|feed|nursed|nurse|eaten|ate|drank|drinking|drunk|latched|latch|taken|taking|bottle|sucking|suck) ..4 (since|hours|today|all|morning|midnight|bottle|feed)? / (won't|wont|refuses|refusing|not|too sleepy to|too tired to) ..2 (latch|suck|nurse|take the breast|take the bottle|wake to feed|wake up to eat) / (takes|takes maybe|drinks|took|only takes) ..2 (half an ounce|an ounce|a few sips|few sucks|two sucks) ..6 (conks|sleep|asleep|out|stops|quits|falls)`,
      es: `(bebe|nino|nina|hijo|hija|recien nacido|nene|nena) ..5 (no (quiere|toma|come|bebe|mama|agarra|puede) ..2 (comer|tomar|mamar|pecho|leche|beber|biberon|nada|agua|tetero)?|rechaza ..2 (pecho|leche|biberon|comida)) / no (quiere|agarra|acepta) ..1 (pecho|biberon|leche|mamar|tetero|mamila) / (no ha mojado|sin mojar|no moja|seco el) ..2 (panal|panales) / (panal|panales) (seco|secos) / no ha (orinado|hecho pipi|mojado|hecho pis) / (llora|llorando) sin lagrimas / sin lagrimas / no hace pipi / <mychild> ..8 boca seca / (bebe|nino|nina) ..8 boca seca / panal seco / deshidratad* / no ha tomado nada / no (quiere|agarra) ..2 (comer|pecho|tomar|biberon|mamar) / no moja ..2 panal / panal ..3 seco / (no|sin) ..2 (comido|mamado|tomado|comer|mamar|querido|agarra) ..4 (desde|horas|pecho|biberon|leche|hoy|nada) / (no (quiere|agarra|acepta|toma|se prende|pega)|rechaza|ya no) ..2 (lactar|teta|pecho|chichi|mamar|biberon|mamila|tetero|mamadera|amamantar)`,
      nearMisses: `(not|no|never) ..1 (better|worse|improved|relieved|gone|helped) (after|by|with) ..1 (feeding|feed|feeds|eating)`,
    },
    {
      id: 'teething',
      name: 'Teething',
      kind: 'mild',
      en: `teething / diaper rash / colicky / spit up a little / cradle cap / diaper (rash|rashes) / (mild|small|little) diaper rash / red bottom / (greasy|flaky|yellow|crusty|yellowish) ..4 (scales|flakes|crust|crusts|patches) ..5 (scalp|head) / cutting (a)? (tooth|teeth) / tooth is coming through / (brings|bringing|brought|spits|spitting) up ..4 milk / white ..2 bumps ..4 (nose|cheeks|face) / first ..2 tooth / tooth ..3 (appearing|coming|cutting) / (drooling|drools|drooled) ..10 (chewing|chews|chewed|gum|gums|tooth) / (rash|redness) ..4 (diaper|nappy) area`,
      es: `le estan saliendo los dientes / rozadura (de panal)? / costra lactea / rozad* / rozadit* / (pompis|colita) ..2 (roj*|irritad*) / costra* ..3 (cabeza|cuero cabelludo)
        (costrita*|caspa|caspita|escama|escamas|escamitas) ..4 (cabeza|cabecita|cuero cabelludo|coronilla) / (cabeza|cabecita) ..3 (costra*|costrita*|caspa|caspita|escamas|escamitas)`,
      nearMisses: `tooth cut over / teeth cut (over|into)`,
    },
    {
      id: 'blue-spell',
      name: 'Stopped breathing or turned blue for a moment',
      kind: 'red_flag',
      en: `
        (baby|infant|newborn|month old|week old|son|daughter|he|she) ..8 (stopped breathing|turned blue|went blue|turned purple|quit breathing|held (his|her) breath and passed) / (stopped|stops) breathing ..4 (seconds|second|few|moment|minute) / (turned|went) (blue|purple|gray|limp) ..5 (seconds|second|then|and|moment)? / brue / breathing pauses`,
      es: `
        (bebe|recien nacido|hijo|hija|nino|nina) ..8 (dejo de respirar|puso (morad*|azul)|puso negr*|quedo sin respirar) / dejo de respirar ..4 (segundos|tantito|momento|ratito)? / se puso (morad*|azul) ..5 / pausas (al|de|en la) respir*`,
      nearMisses: `(screen|page|monitor|computer|tablet|phone) ..2 (went|turned|goes) (blue|gray|grey|purple)`,
    },
    {
      id: 'jelly-stool',
      name: 'Crying in bouts, legs drawn up, jelly-like stool',
      kind: 'red_flag',
      en: `
        (poop|stool|diaper|bm) ..6 (jelly|jam|currant|bloody mucus|mucus and blood) / (jelly|jam|currant) ..4 (poop|stool|diaper) / (pulls|draws|pulling|drawing|brings|draw*) ..3 (legs|knees) up ..8 (scream*|cry*|limp|pale|waves|vomit*)? / (scream*|cry*) ..8 (legs|knees) up / screams every ..3 minutes / (scream*|cry*) ..6 then ..2 (limp|pale|quiet|floppy|sleepy)`,
      es: `
        (popo|panal|caca|heces|evacuacion*) ..6 (jalea|gelatina|mermelada|moco* con sangre|moco y sangre) / (jalea|mermelada|grosella) ..4 (popo|panal|caca) / (encoge|dobla|sube|recoge) ..3 (piernas|piernitas|rodillas) ..6 (llora|grita|dolor)? / (llora|grita) ..8 (encoge|dobla|recoge) ..2 (piernas|piernitas) / (llora|grita) ..6 luego ..3 (aguad*|palid*|dormid*) / (encoge|dobla|sube|recoge|sube) ..2 (patitas|piernitas|pies|piecitos) ..10 (calma|cada|minutos|otra vez) / (llora|llanto|grita) ..14 (encoge|dobla|recoge) ..2 (patitas|piernitas|piernas)`,
      nearMisses: `encoge ..3 (piernas|piernitas) ..10 (gases|pedos|gas|peditos|eructos) / colorad* y encoge / (todos los dias|todas las tardes|cada tarde|cada noche) ..10 encoge`,
    },
    {
      id: 'green-vomit-child',
      name: 'Child vomits green',
      kind: 'red_flag',
      en: `
        (baby|infant|newborn|son|daughter|toddler|child|kid|he|she) ..8 (green|bile|bilious|neon) ..3 (vomit*|puke*|spit*|throw*)? / (throws|throwing|threw|vomits|vomiting|spits|spitting|pukes|puking) ..2 up? ..2 (green|bile) / green (vomit|spit up|puke) / projectile (vomit*|vomiting) / (bringing|brings|brought|bring|sick|vomit*|throwing|threw|milk|feed|feeds|bottle) ..4 (back|up)? ..6 green / green ..2 (sick|milk|posset|spit up)`,
      es: `
        (bebe|recien nacido|hijo|hija|nino|nina) ..8 vomit* ..2 (verde|bilis) / vomit* ..2 (verde|bilis|amarillo verdoso) / (devuelve|arroja|saca) ..2 verde / vomito (verde|en proyectil|a chorro) / (devuelve|devolvio|devolviendo|regresa|regreso|vomit*|arroja|leche|toma|tomas) ..6 verde*`,
      nearMisses: `green (snot|poo|poop|stool|stools|nappy|diaper|mucus|phlegm|puree|peas|beans|veg|vegetables) / (snot|poo|poop|stool|stools|mucus|phlegm|popo|caca|moco|mocos|flema|flemas) (is|are|was|turned|looks|es|esta|son|sale) ..1 (green|verde*)`,
    },
    {
      id: 'baby-yellow',
      name: 'Yellow newborn',
      kind: 'red_flag',
      en: `
        (newborn|baby|day old|days old|week old|infant) ..8 (yellow|jaundice*|orange) / (yellow|jaundice*) ..6 (newborn|baby|day old|feet|legs|belly|eyes|skin) / yellow (down to|all over|legs|belly|soles) / yellow ..4 (knees|ankles|tummy|whites of (his|her)) ..3`,
      es: `
        (recien nacido|bebe|dias de nacid*) ..8 (amarill*|ictericia) / (amarill*|ictericia) ..6 (recien nacido|bebe|pies|piernas|panza|ojos|piel) / amarillit* ..5 (rodillas|pies|piernas|panza|pancita|ojos|ojitos|cara|pecho|ombligo) / (lo|la) (veo|noto) ..1 amarill* ..5`,
      nearMisses: `yellow ..1 (fluid|discharge|pus|mucus|phlegm|snot|sputum|flakes|flake|scales|crust*|drainage|nail*|poop*|stool*) / cradle cap ..4
        yellow (blanket|onesie|form|card|folder|shirt|dress|hat|room|wall|walls|socks|paper|booklet|slip|copy|toy|duck|sheet|wristband|syrup|liquid|medicine|vaccine|fever|house|bus|crusties|gunk|goop|boogers|booger|spit|spit up|milk|colostrum|wax|earwax|diaper|diapers|stain|stains|snake|seedy|scab|scabs)
        (costra|costras|costrita|costritas|caspa|caspita|escama|escamas|escamitas|cascarita|ropa|ropita|cobija|cobijita|manta|mantita|mameluco|pijama|vestido|zapatitos|gorrito|moco|mocos|moquito|flema|flemas|popo|popis|caca|caquita|heces|leche|calostro|barba|pus|lagana|laganas|legana|leganas|secrecion|secreciones|lagrima|vomito|liquido|baba|orina|pipi|formulario|tarjeta|carnet|cartilla|hoja|papel|fiebre|patito|juguete|jarabe|medicina|gotas|cera|cerilla|panal|una|unas|diente|dientes) (muy|medio|bien|color|de color|como|tipo|toda|todo|un poco|un poquito|medias|medios)? amarill* / (caspa|costra|costras|escamas) ..2 amarill*`,
    },
    {
      id: 'work-of-breathing',
      name: 'Child works hard to breathe',
      kind: 'red_flag',
      en: `
        (ribs|chest|belly|stomach|skin|neck) ..4 (sucking in|sucks in|pulling in|caving in|caves in|going in and out|in and out|hollow|showing) / nostrils ..2 (flaring|flare|wide) / (grunting|grunts|grunt) / (head|his head|her head) bobbing / (breathing|breathes|breaths) ..3 (so fast|very fast|really fast|super fast|fast and hard|with (his|her) (belly|stomach|tummy)) / retract* / seesaw / belly breathing
        (belly|tummy|stomach|ribs|chest|skin) ..5 (going in and out|sucking in|sucked in|pulling in|caving in|see every rib|see his ribs|see her ribs) / see every rib / (propped|leaning|hunched|bent) ..3 (elbows|hands on|knees|forward) ..10 (breath*|air|lie|lay|talk) / (grunting|head bobbing|nostrils flaring) ..4 (breath*|air)? / (ribs|belly|tummy|throat|notch) ..3 (sucking in|sucks in|caving in|pulling in|digging in|tugging) / (dip|hollow|notch|skin|gap|hole|dent|bit) ..4 (collarbone|collarbones|collar bone|throat|neck|ribs|breastbone|windpipe) ..3 (suck*|pull*|sink*|cav*|tug*|draw*) ..1 (in|inwards)`,
      es: `
        (costillas|pecho|panza|pancita|barriguita|cuello) ..5 (hunde*|mete*|sume*|mueve mucho|marca*|sube y baja) / (hunde|sume|mete) ..2 (costillas|pecho|pancita|panza) / (nariz|aletas) ..3 (abre*|aletea*|mueve*) / aleteo / (quejido|quejidos|pujido|pujidos|se queja) ..2 (respir*)? / respira ..3 (rapidito|rapido|con la panza|con la pancita|agitad*|con trabajo)
        se le (ven|marcan|notan|meten|hunden) ..3 (costillas|costillitas) / (hunde|mete|sume) ..2 (pecho|barriga|panza|costillas) ..3 (respira*)? / le brinca el pecho / (hunde*|sume*|mete*|jala*|marca*) ..3 (costillita*|pechito|pancita|huequito|cuellito) / quejidito* / se (le|me) (hunde|sume|mete|jala) ..2 (cuello|garganta|hoyito|hueco|clavicula|claviculas|piel) / (hueco|hoyito|hoyo|piel) ..3 (cuello|garganta|clavicula*|costillas) ..2 (hunde*|sume*|mete*|jala*)`,
      nearMisses: `grunts ..2 strains / (grunts|grunting) (and|or) ..1 (strains|straining|pushes|pushing|goes red|turns red) ..12 (stool|stools|poo|poop) / se queja* ..1 (de|que|por|porque) ..8 (piernas|pies|panza|barriga|oido|oidos|garganta|cabeza|rodilla*|brazo*|espalda|muela*|dientes|canillas|comezon|le (pica|duele)) / no se queja* / se queja* y se rie`,
    },
    {
      id: 'poor-drinking',
      name: 'Child drinks little',
      kind: 'symptom',
      en: `
        (drinking|drinks|eating|nursing|feeding) ..2 (some|less|little|not much|half|poorly|barely) / fewer wet diapers / less wet diapers / won't (eat|drink) much / (barely|hardly) (drinking|eating|nursing) / (peed|pee|urinated|wet diaper|wet) ..1 only once / only (peed|urinated) once / one wet diaper / (only|just|barely) ..1 (<number>|one|two|three) ..1 (wet diapers|wet diaper|wet nappies|wet nappy|wets|pees) / (none|no wet|nothing|zero) ..2 (so far|yet) ..1 today / (nursing|nurses|feeding|feeds|sucking) (lazy|lazily|poorly|weakly|a minute|two minutes)`,
      es: `
        (toma|come|bebe) ..2 (poco|poquito|menos|casi nada) / menos panales / (apenas|casi no) (toma|come|bebe|mama) / (orino|ha orinado|hizo pipi|mojo) ..2 (una|sola) vez / solo (orino|ha orinado) una vez / (mojo|moja|moj*|solo|hizo|hace) ..3 (<number>|un|uno|dos|tres) ..1 panal* / panal* ..3 (seco|secos|casi seco*|apenas moja*)`,
      nearMisses: `(pack|box|size|buy|brand|rash) ..3 (diapers|diaper|panal*)`,
    },
  ],
  rules: [
    { id: 'child-01', outcome: 'emergency', when: 'baby-limp', says: 'A limp or unreactive child', advice: 'child', source: 'nhs-ill-child' },
    { id: 'child-02', outcome: 'emergency', when: 'baby-not-feeding + age-under-3-months|fever|vomiting|diarrhea|weak-said|sleepy', says: 'A baby that does not feed or pee, with another sign', advice: 'child', source: 'nhs-ill-child' },
    { id: 'child-03', outcome: 'urgent', when: 'baby-not-feeding', says: 'A child that does not feed, drink or pee', advice: 'child', source: 'nhs-dehydration', ask: ['fever-awake'] },
    { id: 'child-04', outcome: 'urgent', when: 'vomiting|cough|rash|diarrhea + age-under-3-months', says: 'An ill young baby', advice: 'child', source: 'nhs-ill-child' },
    { id: 'cold-06', outcome: 'self_care', when: 'teething', says: 'Small baby complaints', advice: 'child', source: 'nhs-common', fits: 'age-under-1|age-under-1-said' },
    { id: 'child-05', outcome: 'emergency', when: 'blue-spell + baby-said|age-under-1|age-under-3-years|child-said|fever|seizure', says: 'A child stopped breathing or turned blue', advice: 'child', source: 'nhs-ill-child' },
    { id: 'child-06', outcome: 'emergency', when: 'jelly-stool + child-said|baby-said|age-under-5|vomiting|pale|baby-limp', says: 'Bouts of crying with drawn-up legs or jelly-like stool', advice: 'child', source: 'medline-intussusception' },
    { id: 'child-07', outcome: 'emergency', when: 'green-vomit-child + baby-said|age-under-1|child-said|age-child|age-under-1-said', says: 'A child vomits green', advice: 'child', source: 'nhs-ill-child' },
    { id: 'child-08', outcome: 'emergency', when: 'baby-yellow + sleepy|baby-limp|baby-not-feeding|fever|poor-drinking|weak-said', says: 'Yellow baby that is sleepy or does not feed', advice: 'child', source: 'cdc-jaundice' },
    { id: 'child-09', outcome: 'urgent', when: 'baby-yellow', says: 'Yellow baby', advice: 'child', source: 'cdc-jaundice' },
    { id: 'child-10', outcome: 'emergency', when: 'work-of-breathing + child-said|baby-said|age-child|age-under-1|age-under-1-said|wheezing|fever|cough|blue-lips', says: 'A child works hard to breathe', advice: 'breathing', source: 'nhs-ill-child' },
    { id: 'child-60', outcome: 'emergency', when: 'work-of-breathing + baby-not-feeding|poor-drinking|sleepy|baby-limp', says: 'A child works hard to breathe and does not drink', advice: 'breathing', source: 'nhs-breathless' },
    { id: 'child-11', outcome: 'urgent', when: 'work-of-breathing', says: 'Works hard to breathe', advice: 'breathing', source: 'nhs-breathless', ask: ['breath-rest'] },
    { id: 'child-12', outcome: 'emergency', when: 'no-urine-long + baby-said|age-under-1|age-under-1-said|age-under-3-years|child-said', says: 'A small child without urine for hours', advice: 'dehydration', source: 'nhs-ill-child' },
    { id: 'child-13', outcome: 'urgent', when: 'poor-drinking + fever|diarrhea|vomiting|age-under-1|baby-said', says: 'An ill child drinks little', advice: 'dehydration', source: 'nhs-dehydration', ask: ['fever-awake'] },
    { id: 'child-14', outcome: 'emergency', when: 'fever + baby-limp|sleepy|work-of-breathing|no-urine-long|baby-not-feeding + child-said|baby-said|age-child', says: 'Fever in a child with a danger sign', advice: 'child', source: 'nhs-ill-child' },
    { id: 'child-15', outcome: 'urgent', when: 'ear-pain + fever|age-under-3-years|all-night', says: 'Ear pain with fever or in a small child', advice: 'cold', source: 'nhs-common' },
    { id: 'child-16', outcome: 'routine', when: 'teething + fever', says: 'Small baby complaint with fever', advice: 'child', source: 'nhs-common' },
  ], // prettier-ignore
}
