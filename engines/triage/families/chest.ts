import type { Family } from '../protocol.ts'

export const chest: Family = {
  id: 'chest',
  title: 'Chest pain and heart',
  ask: ['chest-pain-q', 'breath-rest', 'chest-faint-q', 'chest-sweat-q'],
  concepts: [
    {
      id: 'chest-pain',
      name: 'Chest pain',
      kind: 'red_flag',
      en: `
        <chest> ~ <pain> / chest (pain|pains|ache|discomfort|hurts|hurting) / chest pain / chestpain / my chest (is)? (killing|on fire|burning) / (pain|hurts|ache) ..2 (under|behind) (my|his|her|the)? (breastbone|sternum|ribs on the left) / heart (hurts|pain|pains|is hurting|aches) / angina / cp radiating / pain (over|in|around|near) (my|his|her|the) heart / stabbing in my chest / precordial pain / pleuritic / substernal / retrosternal
        (weird|funny|strange|odd|bad) feeling in (my|his|her) chest / (breastbone|sternum) ~ (<pain>|<pressure>) / rubbing (his|her|my) chest / clutching (his|her|my) chest / stabbing ..2 chest / <chest> ~ (stab|stabs|knife|jabbing|twinge|twinges|zap|burns|fire|weird|funny|odd|bad|wrong|off) / (felt|feel|feeling) (it|something|weird|funny|odd) ..4 chest`,
      es: `
        <chest> ~ <pain> / dolor (de|en el|en mi|del) pecho / me duele (el|mi)? pecho / le duele (el|su)? pecho / dolor toracico / dolor en el corazon / me duele el corazon / le duele el corazon / dolor (del|de) corazon / punzada* en el (pecho|corazon) / pinchazo* en el (pecho|corazon) / ardor en el pecho / angina de pecho / dolor en medio del pecho / dolor (debajo|detras) del (esternon|pecho) / me arde el pecho / dolor de torax / pecho adolorido / sensacion (rara|extrana) en el pecho / (boca del estomago) ..6 (sudo|suda|sudan|sudando|sudor*|sudad*|fri*|blanc*|palid*) / (sudo|suda|sudan|sudando|sudor*|sudad*|palid*|blanc*) ..8 boca del estomago / (siento|traigo|tengo) ..3 (algo|raro|feo) ..3 pecho`,
      nearMisses: `(burning|burns|burn) ..2 (behind|in|under) ..2 (breastbone|chest|sternum|throat) ..3 (after|when|following) ..3 (meal*|eating|eat|spicy|lying|lie|bend*|coffee|dinner|food) / (arde|ardor|quema) ..3 (pecho|esternon) ..3 (despues|cuando|al) ..3 (comer|comida|como|picante|acost*|cafe|cenar)`,
    },
    {
      id: 'chest-tight',
      name: 'Chest pressure or tightness',
      kind: 'red_flag',
      en: `
        <chest> ~ <pressure> / pressure ..2 left arm ..3 sweat* / chest ..2 (feels|felt|is|its|it's)? ..1 (like|as if|as though) ..2 (somebody|someone|something|a person|a man|an elephant|elephant|a weight|a horse|a dog) ..2 (sitting|standing|pressing|sits|lying|kneeling|parked) on / (elephant|weight|truck|brick|bricks|something heavy|someone|somebody|anvil|ton) ..3 (on|sitting on|standing on|pressing) (my|his|her)? chest / chest (is|feels|felt|got)? (tight|heavy|squeezed|crushed|compressed|tightness|pressure|heaviness) / tight chest / tightness (in|across|around) (my|his|her|the) (chest|heart) / pressure (in|on|across) (my|his|her|the) (chest|heart) / band around (my|his|her)? chest / squeezing (in|of|around) (my|his|her|the)? (chest|heart) / heavy chest / something (is)? (pushing|pressing|sitting|crushing) ..2 chest / chest is crushing / vise on my chest / <chest> ~ (fist|clamp|clamped|knot|brick|grip|gripping|gripped|belt|rope|strap|boulder|stone|anvil|vice|squeezing|squeezed|squished|smashed|sat on|pushing|pushed|pinned|wrapped|full) / (something|someone|somebody|hand|cat|horse|truck|car|bear) ..3 (standing|sitting|stepping|laying|lying|kneeling|squeezing|pushing|pressing|parked) ..3 chest / heart ~ (squeezed|squeezing|crushed|gripped|pressure|tight|heavy|fist|clamp) / (truck|elephant|car|brick|bricks|boulder|anvil|horse|sandbag|piano|someone|somebody|cinder block|concrete) ..5 (on|sitting on|parked on|standing on) ..2 <chest> / (belt|band|rope|vise|corset|strap|rubber band) ..5 (ribs|torso|rib cage) / (belt|band|rope|vise|corset|strap) ..5 <chest> / (sofa|armchair|couch|cow|fridge|sack|slab|wardrobe|suitcase|paving stone|cement bag|washing machine) ..4 (on|onto|across) ..4 chest`,
      es: `
        <chest> ~ <pressure> / opresion (en el|de|del)? (pecho|torax|corazon) / presion en el (pecho|corazon) / pecho (apretado|oprimido|pesado|cerrado) / me aprieta el pecho / le aprieta el pecho / siento (el|un)? (pecho)? (apretado|peso|opresion) ..2 (pecho)? / (elefante|peso|piedra|ladrillo|bulto) ..4 (en|sobre) (el|mi|su) pecho / como si me aplast* el pecho / me aplasta el pecho / se me cierra el pecho / se le cierra el pecho / pesadez en el pecho / algo me oprime el pecho / banda en el pecho / nudo en el pecho / me oprime el pecho / pecho me oprime / <pressure> ..4 (pecho|torax|corazon) / opresion (aqui|en medio|en el centro|ahi) / (volvio|regreso|tengo|siento) (una|la)? opresion / como si (me|le) (apretaran|aplastaran|oprimieran) / <chest> ~ (puno|garra|nudo|piedra|lapida|loza|losa|faja|cinto|mano|tabla|tapado|trabado|atorado|aplast*|estruj*) / presion ..4 (pecho|muela|brazo|espalda) / (corazon) ~ (<pressure>|exprim*|estruj*|apretad*|puno) / (exprim*|estruj*) ..3 (pecho|corazon) / (costal|bulto|piedra|losa|cemento|elefante|camion|yunque|ladrillo|saco|plancha) ..5 <chest> / <chest> ..4 (costal|piedra|losa|cemento|elefante|yunque|ladrillo|plancha) / (cinturon|faja|soga|banda|corse) ..5 <chest> / me (estruja|estrujan|exprimen) ..2 (pecho|corazon) / (sentaban|sentara|sentaran|sentado|sentaron|sento|pusieron|pusieran|parado|pararan|parara|sillon|sofa|refrigerador|ropero|tambo|vaca) ..6 (arriba|encima|sobre|en) ..2 pecho`,
      nearMisses: `(carne|comida|pan|pastilla|arroz|pollo) ..6 (atora*|atasc*|atorad*) ..4 pecho / band of (blisters|rash|spots|bumps|red) / pechos como piedra*`,
    },
    {
      id: 'heart-attack',
      name: 'Says heart attack',
      kind: 'red_flag',
      en: `
        heart attack / heartattack / hart attack / having (a|an) (heart attack|mi|coronary) / myocardial infarction / cardiac event / (heart|cardiac) (is)? (failing|giving out) / coronary event / think (it's|its|it is) my heart / stemi / nstemi / acute coronary / widow maker / something (is)? wrong with my heart right now / heart atack / mini heart attack / massive coronary / acute mi`,
      es: `
        infarto / infartando / infartad* / infarto (al|de) (corazon|miocardio) / ataque (al|de|del|cardiaco|de el) (corazon)? / ataque cardiaco / ataque al corazon / paro al corazon / dando un infarto / sindrome coronario / evento cardiaco / esta infartado / infarto agudo / le dio un infarto / me esta dando un infarto / amago de infarto / me esta fallando el corazon`,
    },
    {
      id: 'pain-to-arm-jaw',
      name: 'Pain spreading to arm, jaw, neck or back',
      kind: 'red_flag',
      en: `
        (spread|spreads|spreading|radiat*|goes|going|shooting|shoots|moves|moving|traveling|travels|running|runs|down|extends|extending) ..4 (left arm|right arm|arm|arms|jaw|neck|shoulder|shoulders|teeth|between my shoulder blades|to my back|into my back|to the back|through my back) / (left arm|jaw) ~ <pain> / (left arm|jaw) (and|or) (jaw|arm|neck|shoulder) / arm and jaw / (left arm|my jaw) (is|feels|felt|has been)? (hurt*|ache*|aching|sore|heavy|tight|numb) / pain between (my|his|her|the)? shoulder blades / (jaw|neck|shoulder) pain (with|and) (sweat*|nausea|breath*) / (up|into|to) (my|his|her|the) (jaw|neck|left arm|shoulder) / jaw (hurts|aches|pain) / pain down my arm / pain in both arms / both arms (ache|hurt|heavy|numb|aching) / arm (feels|is|went) (dead|heavy|numb) ..3 (sweat*|chest|jaw)? / (into|up|down|through) ..2 (teeth|my teeth|jaw|both arms|left shoulder|shoulder blade|shoulder blades|left elbow|left wrist|pinky) / (ache|aching|heavy|pressure|pain) ..8 (sides of|along|across|in) ..2 (jaw|jaws)`,
      es: `
        (corre|corriendo|baja|bajando|sube|subiendo|pasa|irradia*|extiende|se va|llega|se me va|recorre) ..4 (brazo|brazos|mandibula|quijada|cuello|hombro|hombros|espalda) / (brazo izquierdo|mandibula|quijada) ~ <pain> / (brazo izquierdo|mandibula|quijada) ..2 (adormecid*|pesad*|dormid*|entumecid*) / dolor (en|de|del) (el)? (brazo izquierdo|mandibula|quijada) / brazo y (la)? (mandibula|quijada|cuello) / hasta (el|la) (brazo|mandibula|quijada|cuello|hombro) / al (brazo|brazo izquierdo|cuello|hombro) / a la (mandibula|quijada|espalda) / dolor entre los omoplatos / dolor entre las paletas / me duele la quijada / me duele el brazo izquierdo / brazos me duelen / (agarra|pega|llega|sube|baja|jala|cala|corre|recorre) ..4 (muela|muelas|dientes|quijada|brazo|hombro|espalda|codo|cuello) / hasta (la|el|los) (muela|muelas|dientes|codo|dedos|hombro)`,
      nearMisses: `both arms ..3 (after|from) ..2 (painting|lifting|moving|gym|workout|working out|raking|shoveling|gardening|exercise|digging|rowing|swimming|carrying) / (moves|bends|turns|moving|bending|turning) ..2 neck ..1 (freely|normally|easily|fully|forward) / funny bone / (wisdom tooth|tooth out|tooth pulled) ..8 jaw / hueso de la risa`,
    },
    {
      id: 'sweating',
      name: 'Sweating, clammy',
      kind: 'symptom',
      en: `sweat / sweats / sweating / sweaty / clammy / cold sweat / cold sweats / diaphoretic / diaphoresis / drenched / breaking out in a sweat / dripping with sweat / (shirt|sheets|clothes|hair) ..3 (soaked|drenched|wet) ..3 sweat? / soaked in sweat / pouring sweat / sweats / (shirt|pajamas|sheets|clothes) ..2 (drenched|soaked|wet through|dripping) / (nightie|nightgown|nightdress|shirt|pajamas|pyjamas|vest|tshirt|t shirt|hair|clothes|top|blouse|sheets) ..2 (wet through|soaked|drenched|wringing|sopping|soaking|stuck to) / wringing wet / wet through / dripping (wet|with sweat)`,
      es: `(sudo|suda|sudan|sudando|sudor*|sudad*) / sudor / sudores / sudando / sudoroso / sudorosa / sudor frio / sudoracion / transpirando / empapad* en sudor / bañad* en sudor / (sudando|sudo|suda) (fri*|helad*|a mares|a chorros|mucho) / (camisa|camison|pijama|ropa|playera|blusa|pelo|sabana|sabanas) ..2 (empapad*|mojad*|chorreando|pegad*|escurriendo) / bañad* en sudor / (helad*|fri*) y (mojad*|empapad*|sudad*)`,
      nearMisses: `(rain|sprinkler|pool|washing machine|laundry|hose|lluvia|alberca|piscina|lavadora|aguacero|shower) ..10 (soaked|drenched|wet|empapad*|mojad*) / (soaked|drenched|wet|empapad*|mojad*) ..8 (rain|sprinkler|pool|laundry|hose|lluvia|alberca|piscina|lavadora|aguacero|pee|wee|urine|orina|pipi)`,
    },
    {
      id: 'palpitations',
      name: 'Heart racing or irregular',
      kind: 'red_flag',
      en: `
        heart (is|keeps|was|has been|won't stop|feels like it's|feels)? (racing|pounding|fluttering|skipping|pounding out|beating fast|beating so fast|beating hard|going crazy|jumping|flip flopping|irregular|thumping|going fast|beating out of) / (racing|pounding|fluttering|irregular|rapid|fast|skipped|skipping) (heart|heartbeat|heartbeats|pulse|heart rate|beats) / palpitation / palpitations / tachycardia / heart (flutters|races|pounds|skips) / (my)? pulse (is)? (racing|very fast|irregular|all over) / svt / arrhythmia / heart skips / heart out of rhythm / heart beating (irregular|irregularly|weird|funny|fast) / heart rate (is)? (high|fast|through the roof|crazy) / heart ..4 (flopping|flip|flipping|fluttering|racing|pounding|skipping|jumping|galloping|180|170|160|150|crazy|beating fast|feels off) / skipped beats / skips beats / skipping beats / heart ..4 (hammering|banging|thudding|drumming|nuts|bouncing|leaping|stops and starts|out of my chest|wild|bananas|haywire|hummingbird|quivering) / (mile a minute|mile per minute) / heart ..3 mile a minute / (get|got|getting|feel|felt|this|that|the|a|had) ..1 (fluttering|flutters) / (pulse|heartbeat) ..3 (all over the place|uneven|erratic|bouncing|like a fish|hopping|jumpy|tripping) / (flutter|flutters|fluttering) ..2 (chest|heart) / heart ..3 (bumping|bumps|clunking|lurching|somersaults|somersaulting|stumbling)`,
      es: `
        palpitacion / palpitaciones / corazon ..2 (acelerad*|rapido|agitado|a mil|desbocado|latiendo rapido|late rapido|brinca|brincando|irregular|saltando|late fuerte|late muy rapido|galopa*) / taquicardia / (me|le) (late|palpita|brinca|salta) ..2 (rapido|fuerte|corazon) / se me (acelera|sale) el corazon / se le (acelera|sale) el corazon / latidos (rapidos|irregulares|fuertes|acelerados) / pulso (rapido|acelerado|irregular) / arritmia / ritmo (irregular|acelerado) / el corazon se me sale / aceleracion del corazon / corazon a mil por hora / saltos en el corazon / brincos en el corazon / corazon ..4 (mil|brinca|salta|acelerad*|disparad*|galopa|raro|fuerte|rapido) / late a mil / corazon a mil / corazon ..4 (se me sale|brincos|tambor|galope|loco|retumba|desbocad*|fuertisimo|aleteo) / corazon se (me|le) acelera / corazon ..3 (180|170|160|150) / corazon ..3 (a saltos|desordenad*|a brincos|dando saltos|brinca*|dispar*|desboca*|alocad*|saltand*|irregular|sin ritmo|a mil|descompasad*) / (noto|siento|tengo) ..2 (el)? pulso ..2 (desordenad*|irregular|saltand*|a saltos) / pulso ..3 (disparej*|loco|brinc*|salta*|desordenad*|a brincos|desigual|como pescado|como pez) / (aleteo|aleteos|revoloteo) ..3 (pecho|corazon)? / (aleteo|aleteos|revoloteo) ..2 (pecho|corazon)`,
      nearMisses: `(fluttering|flutters|aleteo) (in|of|en) ..1 (belly|stomach|tummy|eye|eyelid|lid|womb|baby|vientre|panza|parpado|ojo|nariz) / (baby|bebe) ..4 (flutter*|aleteo*) / fluttering ..5 (eyelid|lid|eye)`,
    },
    {
      id: 'chest-pop',
      name: 'Something popped in the chest',
      kind: 'symptom',
      en: `(felt|feel|heard|had|there was) ..3 (pop|popped|popping|snap|snapped|tear|ripping|click) ..4 (chest|lung|lungs|rib|ribs|side of (my|his|her) chest) / (chest|lung) ..3 (popped|gave a pop)`,
      es: `(senti|sintio|escuche|oi|hubo) ..3 (chasquido|tronido|pop|trono|crujido|tiron|desgarro) ..4 (pecho|pulmon|costilla*) / (trono|trueno|crujio) ..3 (pecho|pulmon)`,
      nearMisses: `(popped|popping|pop) ..3 (chest of|chest freezer|hood|popcorn|balloon)`,
    },
    {
      id: 'tearing-back-pain',
      name: 'Tearing pain in chest or back',
      kind: 'red_flag',
      en: `
        (tearing|ripping|ripped|torn|shearing|knife like) ..4 (pain|back|chest|feeling|sensation) / (chest|back|pain) ..3 (tearing|ripping|being ripped|torn) / (feels|felt) like (something|it|i|my) ..2 (tore|ripped|ripping|tearing) (inside|apart|open|in my chest|in my back)? / ripping sensation / tearing sensation / something tore in my (chest|back) / pain through to my back suddenly / aortic dissection / aortic tear / aortic aneurysm / aneurysm (burst|ruptured|leaking) / ruptured aneurysm / stabbing through to my back / worst pain of my life in my (chest|back) / (something|felt|it|like) ..2 (tore|tear|tearing|ripped|rip|ripping|split|gave way) ..3 between ..2 shoulder (blades|blade) / (pain|painful) ..20 (like|felt like|as if) ..1 (being|getting|something) (torn|ripped) / (chest|back|shoulder blade|shoulder blades|breastbone) ..10 (like|as if) ..2 (being)? (torn|ripped) (apart|open|in two)?`,
      es: `
        (desgarr*|rasg*|rompe|rompio|rompiera) ..4 (pecho|espalda|dolor) / (dolor|pecho|espalda) ..3 (desgarr*|rasg*|como si se rompiera) / dolor como (cuchillo|cuchillada|puñalada) ..4 (pecho|espalda) / algo se (me)? (rompio|desgarro) (adentro|por dentro|en el pecho|en la espalda) / aneurisma (roto|reventado) / diseccion (de)? (aorta|aortica) / se me desgarra el pecho / dolor que atraviesa (el pecho|a la espalda|la espalda) / (cuchillada|puñalada) en la espalda / dolor desgarrador / aneurisma de aorta / dolor ..2 (partio|parte|parta|raja|rajo|rasg*) ..3 espalda / (partio|parte|raja|rajo|rasg*) ..2 espalda en dos / como si (me|le) (rasg*|rajar*|partier*) / (algo|sentir|senti|sintio|como) ..4 (desgarr*|rasg*|rompi*|abrio|parti*) ..4 (entre|en medio de) ..2 (omoplato*|paletilla*|escapula*|espaldillas|paletas) / (dolor|duele|pecho|espalda|paletilla|omoplato) ..12 como si (me|le|lo|la) ..1 (arrancara*|desgarrara*|abriera*|rompiera*|rajara*)`,
      nearMisses: `(redness|watering|itching) ..2 tearing / tearing and (light|redness|blurr*)`,
    },
    {
      id: 'defibrillator-shock',
      name: 'Implanted defibrillator fired',
      kind: 'red_flag',
      en: `
        (icd|defibrillator|implant|device) ..3 (fired|shocked|went off|shocking|shock|zapped) / (my|his|her)? (icd|defibrillator) / got shocked by my (icd|device|defibrillator) / lvad (alarm|alarming) / pacemaker (beeping|alarming|not working|stopped) / heart pump alarm / device shocked me / shocked me twice / internal defibrillator went off / shock from my defibrillator / icd shocks / aicd fired / device keeps shocking / defib went off / pacemaker ..2 (shocked|failed) / (zapper|defib|pacer|device|gadget|thing in (my|his|her) chest) ..4 (kicked|zapped|shocked|fired|jolted|went off|thumped) ..3 (me|him|her)? ..2 (twice|<number>|two|three|times|again) / (box|thing|device|gadget|machine|implant|unit|can) ..4 (chest|heart|collarbone) ..4 (kick*|shock*|zap*|jolt*|fired|went off|goes off|thump*|punched) / (kicked|zapped|jolted|thumped|shocked) (me|him|her) ..3 (box|device|implant|icd|pacemaker)`,
      es: `
        desfibrilador ..4 (descarg*|disparo|dio|activo|golpe|choque) / (mi|el|su) desfibrilador / me dio una descarga el / descarga del (desfibrilador|dai|marcapasos|aparato) / marcapasos ..3 (pita|suena|falla|fallando|no funciona|parado) / el dai (salto|disparo|descargo) / se disparo el desfibrilador / choque del desfibrilador / toque del desfibrilador / bomba del corazon ..2 alarma / mi aparato del corazon (sono|disparo|pita) / el desfibrilador me (pego|golpeo) / descargas del aparato / alarma del lvad / salto el desfibrilador / disparo del dai / (aparato|aparatito|cajita|caja|dispositivo|maquinita) ..4 (pecho|corazon|clavicula) ..5 (patada*|pateo|patea|descarg*|sacudi*|toque*|chicotazo*|dispar*|latigazo*|brinco)`,
    },
    {
      id: 'heartburn',
      name: 'Heartburn',
      kind: 'mild',
      en: `heartburn / acid reflux / reflux / indigestion / gerd / sour stomach / burping / belching / dyspepsia / burning ..3 (throat|stomach) ..3 (after|when) ..2 (eat|eating|meals|lying)`,
      es: `acidez / reflujo / agruras / indigestion / eructos / gastritis / acedia / vinagrera / (arde|quema|ardor) ..2 (estomago|boca del estomago|garganta) ..4 (como|comer|comida|comidas|comi|acuesto)? / me quema el estomago`,
    },
    {
      id: 'chest-wall-pain',
      name: 'Chest wall tenderness only',
      kind: 'mild',
      en: `(pulled|strained) ..2 (chest|rib) muscle / (rib|ribs) (hurts|sore|pain|ache) when (i)? (touch|press|push) / bruised (rib|ribs)`,
      es: `me duele (la|las) costilla* (al|cuando) toc* / tiron en el pecho / costilla golpeada`,
    },
    {
      id: 'nitro-fails',
      name: 'Nitroglycerin did not help',
      kind: 'red_flag',
      en: `
        (nitro|nitroglycerin|nitrostat|nitroglycerine) ..5 (not|no|didn't|doesn't|isn't|hasn't|won't|never) ..2 (help*|work*|touch*|relief|relieve|enough|take it away) / (took|taken|used|had) ..3 (nitro|nitroglycerin|nitros) / (two|three|2|3|second|third) (nitro|nitros|nitroglycerin) ..3 (still|no|pain)? / no relief ..3 (nitro|nitroglycerin) / out of nitro ..4 (chest|pain)`,
      es: `
        (nitro|nitroglicerina|pastilla debajo de la lengua|isosorbida) ..5 (no (me|le)? (hizo|ayuda|ayudo|quita|quito|calma|sirve|sirvio|alivia)|sigue|nada) / (tome|tomo|puse|puso|use) ..3 (nitro|nitroglicerina|isosorbida) / (dos|tres|2|3|segunda|tercera) (nitro|nitroglicerinas|pastillas debajo de la lengua) / no (se quita|me quita) ..3 (nitro|nitroglicerina)`,
    },
    {
      id: 'stimulant',
      name: 'Used cocaine, meth or another stimulant',
      kind: 'fact',
      en: `
        cocaine / coke line / line of coke / doing coke / did coke / crack / meth / crystal / speed / molly / ecstasy / mdma / adderall binge / bath salts / amphetamine* / snorted / energy drinks`,
      es: `
        cocaina / perico / crack / cristal / metanfetamina* / extasis / tachas / anfetamina* / piedra / inhale coca / coca en polvo / bebidas energeticas
        crac`,
      nearMisses: `
        (sono|sonaba|hizo|hicieron|oi|oyo|escuche|escucho|senti|sintio|trono|como|ese|aquel) (un|una|como un|algo como un|como)? (crac|crack|crak|cric|crec)
        (heard|hear|felt|feel|loud|went|made|butt|nail|skin|lip|windshield|screen|with a|was a) (a|an|the|this|loud|big|audible)? ..1 (crack|crac|krack) / crack in (my|his|her|the) (tooth|lip|heel|skin|nail|screen|bone|knee|neck|back|ankle|foot|wrist) / crack of (dawn|the)
        (es|eres|son|sos) (un|una|unos|todo un) crack`,
    },
    {
      id: 'doom',
      name: 'Feels about to die',
      kind: 'red_flag',
      en: `
        (feel|feeling|feels|sense) ..2 (like)? ..2 (i'm|i am|im|he's|she's|of)? (going to die|about to die|dying|impending doom|gonna die|doom) / impending doom / something (terrible|awful|very bad) is (about to|going to) happen / (think|swear) (i'm|i am|im) dying / (i'm|i am|im) dying (here|right now|please|help) / sense of doom / am i dying / (i'm|im|i am) (gonna|going to) die`,
      es: `
        (siento|sensacion|siente) ..2 (que)? (me)? (voy a morir|muero|muriendo|estoy muriendo|se muere|muerte|de muerte inminente) / (me|se) (estoy|esta) muriendo / creo que me muero / algo (terrible|muy malo) va a pasar / siento que me voy a ir / me voy a morir / ayuda me muero`,
      nearMisses: `(hungover|hung over|hangover|resaca|guayabo) ..12 (dying|muriendo)`,
    },
    {
      id: 'grey-sweaty',
      name: 'Grey, sweaty and unwell',
      kind: 'red_flag',
      en: `
        (gray|grey|pale|white|ashen|clammy) (and|,)? ..2 (sweaty|sweating|clammy|cold|drenched|sweat) / (sweaty|sweating|clammy|drenched) (and|,)? ..2 (gray|grey|pale|white|ashen) / (cold|clammy|drenched) ..1 sweat* ..4 (sick|nause*|dizzy|faint|arms|arm|jaw|chest|back) / looks (gray|grey|like death|deathly|awful and sweaty) / color (drained|gone) from (his|her|my) face / white as a sheet ..3 sweat* / (cold|clammy) (and|,)? (sweaty|pale|gray|grey|white) / (broke|breaking) out in ..2 cold sweat / (hes|shes|he's|she's|but|looks|went|turned|so|all) (gray|grey|ashen)`,
      es: `
        (gris|palid*|blanc*|cenizo|ceniza|amarill*) (y)? ..2 (sudo|suda|sudan|sudando|sudor*|sudad*|sudor|fri*) / (sudo|suda|sudan|sudando|sudor*|sudad*|sudor|fri*) (y)? ..2 (gris|palid*|ceniz*|blanc* como) / sudor (frio|helado) ..4 (nausea*|mare*|vomit*|brazo*|pecho|debil*) / (esta|se puso) palid* y (fri*|sudo|suda|sudan|sudando|sudor*|sudad*) / cara de muerto / sin color en la cara / se puso blanc* como papel / (sudo|suda|sudan|sudando|sudor*|sudad*) (fri*|helad*) / (sudo|suda|sudan|sudando|sudor*|sudad*) ..3 (blanc*|palid*|gris|verde)`,
      nearMisses: `raynaud* / (finger|fingers|toe|toes|hands) ..4 (white|blue|pale) ..4 (then|and then|to|and) ..2 (red|blue|purple|pink) ..6 / (finger|fingers|toes|hands) ..4 (white|blue|pale|numb) ..4 (in the cold|cold weather|when it's cold|every winter|each winter|when i get cold|holding ..2 cold) ..10 (every|each|always|years|since) / (dedos|manos) ..5 blanc* ..4 (frio|invierno) ..8 (anos|siempre|cada|invierno) / (dedos|manos) ..4 blanc* ..4 (luego|despues|y) ..2 (roj*|morad*|azul*) / (white|pale|blue|grey|gray|cold) ..2 (fingertips|fingers|toes) ..10 (winter|cold|years|red|always) / (grey|gray|black|dark|blue) before ..2 eyes`,
    },
    {
      id: 'chest-burns',
      name: 'Burning chest',
      kind: 'symptom',
      en: `
        chest (burns|burning) / burning (in|inside) (my)? chest`,
      es: `
        me (arde|quema) el pecho`,
    },
  ],
  rules: [
    { id: 'chest-01', outcome: 'emergency', when: 'chest-tight', says: 'Pressure, tightness or weight on the chest', advice: 'chest', source: 'cdc-heart' },
    { id: 'chest-02', outcome: 'emergency', when: 'heart-attack', says: 'Thinks of a heart attack', advice: 'chest', source: 'cdc-heart' },
    { id: 'chest-03', outcome: 'emergency', when: 'chest-pain + sweating|short-of-breath|cannot-breathe|pain-to-arm-jaw|nausea|vomiting|fainting|dizzy|palpitations|sudden|severe-said|pale|doom|confusion', says: 'Chest pain with a danger sign', advice: 'chest', source: 'nhs-chest-pain' },
    { id: 'chest-04', outcome: 'emergency', when: 'chest-pain + age-30-plus|heart-disease|diabetes|pressure-history|postpartum|pregnant|recent-surgery|kidney-disease|stimulant|on-anticoagulant', says: 'Chest pain in a person at risk', advice: 'chest', source: 'cdc-heart' },
    { id: 'chest-05', outcome: 'emergency', when: 'chest-pain', says: 'Chest pain, cause unknown', advice: 'chest', source: 'nhs-chest-pain' },
    { id: 'chest-06', outcome: 'emergency', when: 'pain-to-arm-jaw + sweating|nausea|vomiting|short-of-breath|heartburn|fainting|dizzy|heart-disease', says: 'Pain in arm, jaw, neck or back with a danger sign', advice: 'chest', source: 'cdc-heart' },
    { id: 'chest-07', outcome: 'emergency', when: 'tearing-back-pain', says: 'Tearing pain in chest or back', advice: 'chest', source: 'nhs-999' },
    { id: 'chest-08', outcome: 'emergency', when: 'defibrillator-shock', says: 'Heart device fired or fails', advice: 'chest', source: 'nhs-palpitations' },
    { id: 'chest-09', outcome: 'emergency', when: 'palpitations + fainting|short-of-breath|chest-pain|dizzy|confusion|sweating|weak-said', says: 'Racing heart with a danger sign', advice: 'chest', source: 'nhs-palpitations' },
    { id: 'chest-10', outcome: 'urgent', when: 'palpitations', says: 'Racing or irregular heart', advice: 'chest', source: 'nhs-palpitations', ask: ['chest-pain-q', 'chest-faint-q', 'breath-rest'] },
    { id: 'chest-60', outcome: 'emergency', when: 'chest-pop + short-of-breath|cannot-breathe|hurts-to-breathe|chest-pain', says: 'A pop in the chest and short of breath', advice: 'chest', source: 'nhs-999' },
    { id: 'chest-11', outcome: 'urgent', when: 'pain-to-arm-jaw', says: 'Pain in the left arm or jaw', advice: 'chest', source: 'cdc-heart', ask: ['chest-pain-q', 'chest-sweat-q', 'breath-rest'] },
    { id: 'chest-12', outcome: 'emergency', when: 'heartburn + sweating|pain-to-arm-jaw|short-of-breath|heart-disease', says: 'Heartburn-like pain with a danger sign', advice: 'chest', source: 'cdc-heart' },
    { id: 'chest-13', outcome: 'self_care', when: 'heartburn', says: 'Heartburn', advice: 'belly', source: 'nhs-heartburn', ask: ['chest-pain-q', 'chest-sweat-q', 'breath-rest'], fits: 'pregnant' },
    { id: 'chest-50', outcome: 'routine', when: 'heartburn + long-time|for-years|comes-back|daily-said|for-a-week|long-days|many-times|meds-fail|all-night|age-50-plus', says: 'Heartburn that comes back, or from 50 on', advice: 'belly', source: 'nhs-heartburn' },
    { id: 'chest-14', outcome: 'soon', when: 'chest-wall-pain', says: 'Sore chest wall', advice: 'chest', source: 'nhs-common', ask: ['breath-rest', 'chest-sweat-q'] },
    { id: 'chest-15', outcome: 'urgent', when: 'sweating + dizzy|nausea|weak-said', says: 'Cold sweat with feeling ill', advice: 'chest', source: 'cdc-heart', ask: ['chest-pain-q', 'breath-rest'] },
    { id: 'chest-16', outcome: 'emergency', when: 'sweating + nausea|vomiting|weak-said|dizzy|belly-pain|back-pain + diabetes|age-65-plus|heart-disease', says: 'Sweating and feeling ill in a person whose heart attack may be silent', advice: 'chest', source: 'cdc-heart' },
    { id: 'chest-17', outcome: 'emergency', when: 'nitro-fails', says: 'Nitroglycerin taken or not helping', advice: 'chest', source: 'cdc-heart' },
    { id: 'chest-18', outcome: 'emergency', when: 'grey-sweaty', says: 'Grey or pale and sweaty', advice: 'chest', source: 'cdc-heart' },
    { id: 'chest-19', outcome: 'emergency', when: 'doom + any-symptom', says: 'Feels about to die, with a symptom', advice: 'emergency', source: 'nhs-999' },
    { id: 'chest-20', outcome: 'emergency', when: 'doom + stimulant|hives|palpitations|age-65-plus', says: 'Feels about to die, in a person at risk', advice: 'emergency', source: 'nhs-999' },
    { id: 'chest-21', outcome: 'urgent', when: 'doom', says: 'Feels about to die', advice: 'nurse', source: 'nhs-999', ask: ['chest-pain-q', 'breath-rest'] },
    { id: 'chest-22', outcome: 'emergency', when: 'palpitations + stimulant', says: 'Racing heart after a drug', advice: 'chest', source: 'nhs-palpitations' },
    { id: 'chest-23', outcome: 'emergency', when: 'palpitations + sudden|severe-said', says: 'Racing heart that came on hard', advice: 'chest', source: 'nhs-palpitations' },
    { id: 'chest-24', outcome: 'emergency', when: 'grey-sweaty|grey-said + went-down|chest-pain|belly-pain|fainting|age-65-plus|vomiting|dizzy|short-of-breath', says: 'Grey and unwell', advice: 'chest', source: 'nhs-999' },
    { id: 'chest-61', outcome: 'emergency', when: 'grey-said + sweating', says: 'Grey, sweaty and unwell', advice: 'chest', source: 'cdc-heart' },
    { id: 'chest-25', outcome: 'emergency', when: 'pale|cold-body|grey-said + belly-trauma-pregnant|major-injury|vehicle-crash|fall|black-stool|tarry-stool|heavy-bleeding|vaginal-bleeding|child-swallowed|overdose|bleeding-any|hand-cut', says: 'Pale or cold after an injury, bleeding or poison: signs of shock', advice: 'bleeding', source: 'nhs-999' },
    { id: 'chest-26', outcome: 'emergency', when: 'pale|cold-body|grey-said|sweating + belly-pain + age-50-plus|sweating|dizzy|fainting|severe-said|sudden|pale', says: 'Belly pain with signs of shock', advice: 'chest', source: 'nhs-999' },
    { id: 'chest-27', outcome: 'emergency', when: 'sudden|severe-said + belly-pain|aneurysm-pain + sweating|age-65-plus|pale|fainting', says: 'Sudden severe belly pain in an older or sweating person', advice: 'belly', source: 'nhs-stomach' },
    { id: 'chest-28', outcome: 'emergency', when: 'palpitations + long-hours', says: 'Racing heart for hours', advice: 'chest', source: 'nhs-palpitations' },
    { id: 'chest-29', outcome: 'emergency', when: 'palpitations + short-of-breath|short-walk-breathless|fainting|chest-pain', says: 'Racing heart with breathlessness or fainting', advice: 'chest', source: 'nhs-palpitations' },
  ], // prettier-ignore
  questions: [
    { id: 'chest-pain-q', about: 'chest-pain', en: 'Do you have pain or pressure in your chest?', es: '¿Tiene dolor o presión en el pecho?' },
    { id: 'chest-sweat-q', about: 'sweating', en: 'Are you sweating, or do you feel sick to your stomach?', es: '¿Está sudando o siente náuseas?' },
    { id: 'chest-faint-q', about: 'fainting', en: 'Did you pass out or almost pass out?', es: '¿Se desmayó o casi se desmayó?' },
  ], // prettier-ignore
}
