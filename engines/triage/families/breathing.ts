import type { Family } from '../protocol.ts'

export const breathing: Family = {
  id: 'breathing',
  title: 'Breathing and airway',
  ask: ['breath-rest', 'breath-lips', 'breath-chest', 'breath-inhaler'],
  concepts: [
    {
      id: 'cannot-breathe',
      name: 'Cannot get enough air',
      kind: 'red_flag',
      en: `
        <cant> (even|hardly|barely|get)? (breathe|breath|breathing|breathe in|draw breath) / <cant> ..1 (catch|get) (my|his|her|their|a)? (breath|breathe|breathing) / <cant> get (any|enough)? air / <cant> suck in air
        (can't|cannot|cant|couldn't) (talk|speak|walk|stand) ..2 (from|because|due|for) ..4 (breath|breathless|breathlessness|wheezing)
        (can't|cannot|cant|couldn't) ..2 (breathe|breath|breathing|breth)
        not getting (enough|any) (air|oxygen) / no air / (gasping|gasp|gasps|fighting|starving|hungry|begging) (for)? (air|breath) / air hunger / i feel like i am (suffocating|smothering|drowning) / suffocat* / smothering / can't get air in
        (severe|serious|terrible|extreme|awful|major|real|so much) (trouble|difficulty) ..1 (breathing|breathe) / (severe|serious|terrible|extreme|awful|major) (shortness of breath|breathing problems|breathing trouble) / struggling (to|for) (breathe|breath|get air|air|catch) / struggles to breathe / fighting to breathe / breathing (is|has become|getting|become) (impossible|very hard|so hard|extremely hard)
        (too|so) (breathless|short of breath|winded|out of breath) to (talk|speak|walk|eat|lie|finish|say) / (short of breath|breathless|out of breath|sob|dyspnea) at rest / breathless (when|while) (sitting|resting|lying|talking) / <cant> (speak|talk|finish|say|complete) ..2 (sentence|sentences|words) / only (say|speak|get out) ..3 words / can only talk in (short|single)? words / one word at a time
        don't think i can breathe / i can't breath / cantbreathe / can not get a breath / breathing very fast / breathing (really)? (fast|rapidly) and hard / hyperventilating and blue / severe dyspnea / severe sob / respiratory distress / severe respiratory / can't lie flat ..3 (breath|breathe|breathing) / wake* up (gasping|choking|suffocating)
        (breathing|breath|breathe) ..3 (rapidly|really)? (getting worse by the minute|worse every minute) / ribs (are|is)? (sucking|pulling|showing|caving|going) in / (sucking|pulling) in (his|her|the) ribs / (skin|chest|belly) (sucks|sucking|pulling|pulls|caves) in / retractions / nostrils flaring / flaring (his|her|the)? nostrils / grunting (with|every|each|when|to) / grunting / (speak|talk|get out|say) ..3 (one|a|single|two) word* at a time / (only)? ..2 one word at a time / (struggling|trouble|working hard|fighting) ..2 <breathe> / gasp ..8 gasp / (cant|can't|cannot) ..3 (finish|get out|get through) ..4 sentence`,
      es: `
        <cant> ..1 (respirar|respira|respirando) / no (puedo|puede) (ni|casi|bien|ya)? respirar / no (me|le) (entra|llega) (el)? aire / (me|se) (esta|estoy|estamos)? ..1 (asfixi*|ahog*|sofoc*) / me falta (el|mucho)? (aire|oxigeno) / le falta (el|mucho)? (aire|oxigeno) / falta de aire ..2 (fuerte|mucha|reposo|severa) / sin aire / me quedo sin aire / se queda sin aire / no (agarro|agarra|jalo|jala|consigo|consigue|alcanzo|alcanza) ..1 (aire|respirar) / faltando ..1 aire
        (mucha|muchisima|gran|demasiada) dificultad (para|al) respirar / dificultad (severa|grave|extrema) para respirar / me cuesta (mucho|muchisimo|demasiado) (trabajo)? respirar / le cuesta (mucho|muchisimo|demasiado) (trabajo)? respirar / batalla* (mucho)? para respirar / lucha* por respirar / jadea* / boquea* / boqueando / me ahogo / se ahoga / me estoy ahogando / se esta ahogando / se esta asfixiando / ahogo al (hablar|descansar|reposo|acostarme) / no (puedo|puede) (hablar|terminar) ..3 (frase|frases|falta de aire) / no puedo ni hablar ..3 aire / respira muy rapido / respirando muy rapido / se le hunden las costillas / se le (hunde|marca|marcan) ..1 (costillas|pecho) / (hunde|hundiendo) las costillas / aletea la nariz / quejido al respirar / disnea en reposo / insuficiencia respiratoria / me falta ..2 (aire|oxigeno) / le falta ..2 (aire|oxigeno) / no me entra ..1 aire / hunde ..2 costillas / se le (meten|hunden|marcan) las costillas / (una|pocas) palabra* a la vez / solo (puede|puedo) decir ..3 palabra* / no (puedo|puede) ni hablar`,
      nearMisses: `(coche|carro|auto|motor|moto|camioneta|troca|tractor) ..4 ahogad* ..2 no (arranca|prende|enciende) / carburador ..2 ahogad* / grunts ..2 strains / (grunts|grunting) (and|or) ..1 (strains|straining|pushes|pushing|goes red|turns red) ..12 (stool|stools|poo|poop)`,
    },
    {
      id: 'short-of-breath',
      name: 'Short of breath',
      kind: 'red_flag',
      en: `
        short (of|on) breath / shortness of (breath|breathe|breathing) / breathless / breathlessness / out of breath / winded / (trouble|difficulty|difficult|problem|problems|hard|hard time|issues|labored|laboured|heavy|painful|tough) (with)? (breathing|breathe|to breathe|catching (my|his|her)? breath|getting (a|my)? (breath|air)) / breathing ..2 (hard|harder|difficult|heavy|labored|trouble|problems|badly|bad|funny|weird|weirdly|worse|shallow|issues)
        hard to (breathe|breath|catch my breath|get air|get a breath) / harder to breathe / (it)? hurts to breathe / dyspnea / dyspnoea / sob / shortness breath / lose my breath / losing my breath / run out of breath / panting / puffed out / breathing (fast|faster|rapidly|quickly) / fast breathing / tight breathing / air won't go in / winded (walking|going|climbing|after)
        need ..3 pillows to (sleep|breathe) / dypnea / breathing is off / shallow breathing / not breathing (right|well|normally|good|properly) / breathing isn't right / work of breathing / increased work of breathing / short of <breathe> / shortness of <breathe> / trouble <breathe> / a bit winded / bit winded / gets winded / short winded / shortwinded / (huffing|puffing|wheezy|breathy) / can't get a (full|deep|good) breath / (breath|breathing) ..3 (won't come|not enough|catching|tight|ragged|labored|raspy)
        (no|can't get|cant get|couldn't get|not getting|never get|can't find) ..2 (enough)? ..1 (wind|air in|air) / can't catch (up)? ..1 (my|his|her) wind / (sucking|sucks|gulping|gasping) ..2 (air|wind) / (sit|sitting|stop|stopping|rest) ..5 (get my wind|catch my wind|get his wind|get her wind) / like breathing through a straw / (stairs|steps|mailbox|driveway|bathroom) ..8 (sit down|stop|rest) ..5 (breath|air|wind) / (puffed|winded|breathless|out of puff) ..2 (talking|dictating|dressing|eating|washing|in bed|sitting|at rest) / (left|leaves) (her|him|me) gasping / gasping (after|for|on|at) / was gasping`,
      es: `
        falta (de|el) (aire|aliento|respiracion) / (dificultad|dificultades|problema|problemas|trabajo|molestia) ..1 (para|al|de) (respirar|la respiracion) / dificultad respiratoria / me cuesta (trabajo)? respirar / le cuesta (trabajo)? respirar / cuesta respirar / respiro (mal|con dificultad|rapido|agitad*) / respira (mal|con dificultad|rapido|agitad*|raro) / corto de aire / falto de aire / me agito / se agita / agitad* al (caminar|respirar|subir) / disnea / respiracion (agitada|rapida|dificil|corta|pesada|entrecortada) / me duele (al|cuando) (respirar|respiro) / le falta el aliento / me canso al (caminar|respirar|hablar) / sin aliento / ahogo / ahoguito / fatiga al (respirar|caminar) / (me|le) (cuesta|batalla*|trabajo) ..2 (jalar|agarrar|tomar) aire / respira ..2 (raro|feo|fuerte|ruidoso)
        me falta el (fuelle|resuello|oxigeno) / (falta|faltando) el fuelle / no (me|le) (llega|alcanza|rinde) el aire / (me|se) (quedo|queda) sin (fuelle|resuello|aliento) / (bufando|jadeando|boqueando) / como respirar por un popote / siento que no me llena el aire / me (canso|agito|fatigo|ahogo) (hasta|solo|nomas|con solo|ya) ..2 (hablar|dictar|platicar|vestirme|comer|banarme|respirar|caminar|peinarme)`,
      nearMisses: `(the|from|in|strong|cold|high) wind / (passes|passing|pass|passed|trapped|breaking|broke|break|breaks|brings up) ..1 wind / wind (and|or) ..1 (stool|stools|motions) / winding (road|roads|lane|lanes|path|street|streets) / (passes|passing|pass|passed) ..4 wind / (lots|lot|bit|full) of wind / (its|it's|it|ankle|knee|eye|wrist|foot|hand|finger|lip|all) ..1 puffed up`,
    },
    {
      id: 'sputum',
      name: 'Coloured phlegm',
      kind: 'symptom',
      en: `(brings|bringing|brought|coughing|coughs|cough) up ..3 (yellow|green|brown|rusty) / (green|yellow|brown|rusty) (stuff|phlegm|sputum|mucus|gunk) / (greenish|yellowish) (phlegm|sputum|mucus) / (phlegm|sputum|mucus|spit) ..4 (green|yellow|darker|thicker|brown|changed)`,
      es: `(flema|flemas|gargajo*|esputo) ..2 (verde*|amarill*|cafe*) / (verde|amarillo) ..2 al toser / (flema|flemas|esputo|gargajo) ..4 (verde|verdos*|amarill*|oscur*|espes*|cambio|cambiaron)`,
    },
    {
      id: 'not-breathing',
      name: 'Not breathing',
      kind: 'red_flag',
      en: `
        (don't|dont|do not|can't|cant|cannot|couldn't) (know|tell|see|say) if ..3 (is|he's|hes|she's|shes|still) ..1 breathing / (not sure|unsure|no idea) if ..3 (is|he's|hes|she's|shes|still) ..1 breathing / not breathing / (isn't|is not|wasn't|stopped|stops|quit|no longer|never started) breathing (right|well)? / no breath / no breathing / (has|had)? stopped breathing / doesn't breathe / won't breathe / (isn't|not) taking (any)? breaths / no signs of life / no pulse / no heartbeat / (heart|pulse) (has)? stopped / cardiac arrest / doing cpr / started cpr / giving cpr / need cpr / lifeless / apnea episode / pauses in breathing / apneic / respiratory arrest / not breathin / breathing stopped / barely breathing / hardly breathing / agonal / (gaps|pauses) ..3 (breath|breaths|breathing|breathes) / long (gaps|pauses) / gurgling (sound*|noise*|breath*) / breathing like (snoring|gurgling|a fish) / forgets to breathe / (breathing|breathes) ..3 (slow|slowly|once in a while) / breath* ..4 (times a minute|a minute|every (ten|10|twenty|20)) / (breath*) ..2 (stops|stopping|stopped|slow|slowly|shallow and slow) / (cardiac|respiratory) arrest / arrested / post cpr / cpr (in progress|done)`,
      es: `
        no (se|veo|sabemos|noto) si ..3 (respira|esta respirando|sigue respirando) / no estoy segur* ..1 si ..3 (respira|esta respirando|sigue respirando) / no (respira|esta respirando|estaba respirando|respiraba) / dejo de respirar / paro de respirar / deja de respirar / ya no respira / sin respirar / sin respiracion / sin pulso / no tiene pulso / no le (siento|encuentro|late) ..2 (pulso|corazon) / no late / paro (cardiaco|respiratorio|cardiorrespiratorio) / apenas respira / casi no respira / respira apenas / (haciendo|haciendole|dando|dandole) ..1 (rcp|reanimacion|masaje cardiaco|respiracion boca a boca) / sin signos de vida / se le paro el corazon / pausas al respirar / no hay pulso / pausas largas / respira (muy)? (lento|despacio|poquito|de vez en cuando) / se le (para|corta|va) la respiracion / (ronca|ronquido) ..3 (raro|no despierta|pastillas) / hace pausas ..3 respirar`,
      nearMisses: `no breathing (difficulty|difficulties|trouble|troubles|problem|problems|issue|issues|distress) / snor* ..4 pauses ..4 (breathing|breath|breaths) / snor* ..6 (stops breathing|gaps) / (sometimes|often|occasionally) (stops|stop) breathing (for a moment|for a second|for a few seconds|for some seconds|for several seconds|briefly) / (stops|stop|quits) breathing ..3 (at night|in (his|her|my) sleep|asleep|when (he|she) sleeps|while (he|she) sleeps|while sleeping|for a (moment|second|few seconds) (at night|asleep|in (his|her) sleep)) / snor* ..10 (stops|stop|stopped|pauses|quits) ..1 breath* / (a veces|luego|como que) ..1 (deja|para) de respirar / deja de respirar ..3 (dormido|dormida|cuando duerme|en la noche|por la noche|mientras duerme|de noche) / (ronca|roncar|ronquido|ronquidos) ..10 (deja|para|pausas) ..1 (de)? respir* / snor* ..14 pauses in ..2 breathing / (wife|husband|partner|spouse) ..2 (sees|notices|reports|hears|complains|saw|noticed) ..3 pauses in ..2 breathing / pauses in ..2 breathing ..4 (night|sleep|asleep) / no breathing (pauses|pause|noise|noises|complaints|complaint|symptoms) / armrest / arm rest`,
    },
    {
      id: 'choking',
      name: 'Choking',
      kind: 'red_flag',
      en: `
        choking / chocking / (is|was|i am|he's|she's|keeps|started) choking / chokes / choked on / chokin / choke on / something (is)? (stuck|lodged|caught) in (my|his|her|the) (throat|airway|windpipe) / (food|meat|bone|fishbone|coin|toy|pill|candy|grape|hot dog|object) (is)? (stuck|lodged|caught) ..1 (in)? (my|his|her|the)? (throat|airway|windpipe|esophagus|food pipe) / swallowed ..3 (and can't breathe|stuck) / went down the wrong (pipe|way) and / can't cough it (up|out) / (blocked|blocking) (my|his|her|the)? airway / airway (is)? (blocked|obstruct*) / obstructed airway / heimlich / gagging and blue / stuck in (my|his|her|the) throat / inhaled (a|an)? (peanut|object|bead|toy|nut|piece) / (grabbing|clutching|holding|pointing at) (his|her|my|the)? (neck|throat) / can't (talk|speak|breathe) ..4 (stuck|choking|food|steak|meat|piece) / (steak|chicken|bread|sandwich|carrot|nut|piece of|chunk of) ..3 stuck / stuck ..3 (can't talk|can't breathe|can't cough) / (gagging|swallowed|grape|sausage|nut|carrot|hot dog|meatball) ..8 (silent|not making a sound|no noise|can't make a sound|can't cry|not coughing) / (grape|sausage|nut|carrot|meatball|hot dog) ..1 stuck / (cannot|can't|cant|unable to) (cough or|breathe or|speak or|cry or) ..1 (cough|breathe|speak|cry)`,
      es: `
        atragant* / se esta atragantando / me atragante / se atraganto / se (esta)? ahog* con / me ahogo con / (algo|comida|carne|hueso|espina|moneda|juguete|pastilla|dulce|uva) (atorad*|atascad*|atravesad*|trabad*|pegad*) en (la|mi|su)? garganta / se le (atoro|atasco|atravesó|trabo|fue) ..3 (garganta|comida|moneda) / atorad* en la garganta / atravesad* en la garganta / se le fue ..2 por (otro|mal) (lado|camino) / no puede toser / via aerea (obstruida|bloqueada|tapada) / garganta (tapada|bloqueada) con / maniobra de heimlich / se trago ..3 y no (puede|respira) / se (agarra|aprieta) (el|la) (cuello|garganta) / (carne|pollo|pan|uva|nuez|pedazo) ..3 (atorad*|atascad*|trabad*|no puede) / no puede (toser|hablar) ..4 (atorad*|comida|uva|pedazo) / (atoro|atora|atraganto|atorad*|atragantad*|ahogo) ..6 (no hace ruido|sin ruido|no tose|no llora|no puede (toser|hablar|respirar)|no habla|no respira|morad*|callad*)`,
      nearMisses: `(carne|comida|pan|pastilla|arroz|pollo) ..4 (queda|quedan|atora|atoran|atasca) ..2 (atorad*|atascad*)? ..3 (pecho|medio pecho)`,
    },
    {
      id: 'blue-lips',
      name: 'Blue or grey colour',
      kind: 'red_flag',
      en: `
        <lips> ~ (blue|bluish|purple|gray|grey|dusky|cyanotic) / (turn|turned|turning|turns|going|gone|went) (blue|bluish|purple|gray|grey|ashen|dusky) / (he|she|hes|shes|he's|she's|baby|son|daughter|dad|mom|husband|wife|kid|child|toddler|face|skin|color|i'm|im|i) ..1 (is|are|looks|looking|getting|was|all|so|still)? ..1 (blue|bluish|ashen|dusky|gray|grey) / blue (lips|face|baby|around the mouth|skin|fingers|nails) / purple lips / cyanosis / cyanotic / skin (is)? (blue|bluish|gray|grey|purple|mottled|blotchy and cold) / gray skin / face looks gray / blue around the (lips|mouth) / color (is)? (gray|grey|blue|ashen)
        <lips> ~ (slate|grayish|greyish|blueish|ashy|navy|lilac) / (fingernails|fingernail|nail beds|toenails|gums|earlobes) ~ (blue|bluish|purple|gray|grey|dusky|blueish|slate)`,
      es: `
        <lips> ~ (azul|azules|azulad*|morad*|gris|grises|cianotic*|negros|negra) / (se)? (esta|puso|ponen|pone|poniendo|quedo) (azul|morad*|gris|cianotic*|ceniz*) / labios (azules|morados|grises) / cianosis / cianotic* / piel (azul|azulada|gris|morada|moteada) / azul alrededor de la boca / uñas moradas / color (gris|azul|ceniza) / morad* de la cara / amoratad*
        (unas|yemas|deditos|encias|orejitas) ~ (morad*|azul*|grises|moradit*|azulosas) / <lips> ~ ceniz*`,
      nearMisses: `i ..3 blue (form|thing|button|letters|link|icon|card|box|folder|paper|badge|door|line|dot|one) / (screen|page|monitor|computer|tablet|phone) ..2 (went|gone|turned|goes|is) (blue|gray|grey|purple) / (tarjeta|boton|botones|pantalla|letras|hoja|puerta) ..4 (azul|gris|grises|azules)
        (torci|torcio|doble|doblo|golpee|golpeo|pegue|pego|machuque|machuco|pise|piso|pisaron|aplaste|aplasto|aplastaron|lastime|lastimo|prense|prenso|martille|patee|pateo) ..3 (pie|tobillo|rodilla|dedo|dedos|muneca|ojo|brazo|pierna|codo|mano|muslo|espinilla|canilla|hombro|cadera|nalga|frente|ceja|pomulo|pantorrilla|empeine|talon) ..12 (se|me) ..1 (puso|quedo|esta|pone|poniendo) ..1 (morado|morada|moradito)
        (tobillo|rodilla|parpado|ojo|codo|espinilla|canilla|moreton|moretones|chichon|hematoma|golpe|piquete|nalga|pomulo|ceja|empeine|talon) (ya|todo|toda)? se (me|le) (puso|esta poniendo|quedo|pone|pusieron) (todo|toda|bien|medio|muy|como)? morad*
        (puso|quedo|pone|poniendo|pusieron) (todo|toda|bien|medio|muy)? (morado|morada|morados) (el|la|los|mi|un) (tobillo|rodilla|parpado|ojo|codo|espinilla|canilla|moreton|chichon|golpe|piquete|dedo gordo|empeine|talon)
        (ankle|knee|bruise|bruises|bruising|shin|eyelid|elbow|hip|heel|goose egg|bump|shiner|black eye|toenail|big toe|pinky toe) (has|have|is|it|all|just|already)? ..1 (turn|turned|turning|turns|going|gone|went) (all|dark|deep|black and)? (blue|purple)
        (twisted|rolled|stubbed|banged|bumped|jammed|smashed|sprained|whacked|dropped ..4 on) ..3 (ankle|knee|toe|toes|foot|shin|wrist|thumb|finger|elbow) ..10 (turned|turning|went|gone|going) (all|black and)? (blue|purple) / blue (spot|mark|bruise|patch) ..4 (nail|nails|thumbnail|fingernail|toenail) / (blue|purple|black) ..4 under ..2 (nail|thumbnail|fingernail|toenail) / (grey|gray|black|dark|blue) before ..2 eyes / unas ..1 (manchas|manchitas|marcas|ronchas|rayas|venas|bolitas|pastillas|lineas) / blue (poo|poop|pee|wee|stool|stools|tongue from|cake|food|icing|frosting|sweets|candy|lolly|popsicle|slush|slushy|dye|ink|pen|paint|toothpaste|mouthwash) / (popo|caca|lengua|pipi) (azul|morad*) / (icing|frosting|lolly|popsicle|slush|slushy|ink|paint|dye) ..4 (lips|mouth|tongue|fingers) ..3 (blue|purple|green) / (nail|nails|toenail|fingernail|thumbnail) ..4 (black|blue|purple) / (la|mi|su) una ..8 (negra|morada|negro)`,
    },
    {
      id: 'wheezing',
      name: 'Wheezing or asthma attack',
      kind: 'symptom',
      en: `wheez* / whistling (when|sound|in my chest) / asthma (attack|flare|acting up|flaring|exacerbation|is bad) / asma attack / tight chest from asthma / bronchospasm / asthma is / copd (flare|exacerbation|acting up) / croup / barking cough / (breath|breathing|chest|lungs) ..2 whistl*`,
      es: `sibilanc* / silbid* / chifl* (el|al|del)? (pecho|respirar) / ataque de asma / crisis de asma / crisis asmatica / ronquido en el pecho / pecho apretado / hervor de pecho / tos de perro / asma (fuerte|mal) / (silba|silbido|silbidos|chifla|chiflido) ..3 (pecho|noche|respira*|al) / (pecho|respiracion) ..3 (chifla|silba|silbidos|chiflido*)`,
    },
    {
      id: 'inhaler-fails',
      name: 'Inhaler does not help',
      kind: 'red_flag',
      en: `
        (inhaler|albuterol|nebulizer|rescue inhaler|puffer|ventolin|neb|nebs|proair) ..4 (not working|isn't working|not helping|isn't helping|doesn't help|doesn't work|won't work|didn't help|didn't work|no relief|no help|stopped working|isn't doing anything|does nothing|did nothing|not doing anything)
        no relief (from|with|after) (my|the|his|her)? (inhaler|albuterol|nebulizer|puffer) / used (my|his|her|the) (inhaler|puffer|nebulizer) ..3 (times|no|still) / inhaler every (hour|1|2|3|10|15|20|30|45|one|two|three|half|few|couple|other hour) / (inhaler|puffer|albuterol|pump) ..3 (<number>|five|six|seven|eight|nine|ten|dozen|many|a bunch of) times / (inhaler|puffer|albuterol|nebulizer) ..6 (not touching it|isn't touching it|nothing|useless|didn't do)
        inhaler ..14 (doesn't touch|doesnt touch|not touching|does nothing|did nothing|isn't helping|not helping|no help|every <number> minutes|every twenty minutes|every half hour) / (neb|nebulizer) ..4 (broke|broken|not helping|did nothing|doesn't help) / (puffer|inhaler|neb|nebs|nebulizer|albuterol|pump) every ..1 (10|15|20|30|45|ten|fifteen|twenty|thirty) ..1 (min|mins|minutes) / (puffer|inhaler|neb|pump) ..6 (isn't|isnt|not|ain't|quit|stopped) ..1 (holding|lasting|cutting it|touching it|working) / ((reliever|rescue)|blue (puffer|pump|inhaler)) ..2 (not|isn't|isnt|ain't|aint|doesn't|doesnt|no) ..2 (doing|doin|do|working|work|touching|touch|helping|help|good|use|anything|nothing) / (inhaler|inhalers|ventolin|salbutamol|albuterol|puffer|reliever|nebuliser|nebulizer|nebs) ..3 (not touching|isn't touching|isnt touching|barely touching|of no effect|no effect|no use|useless|not cutting|running low and) ..1 / (reliever|ventolin|salbutamol) every ..2 (minute|minutes|hour|half hour)`,
      es: `
        (inhalador|bombita|pompa|salbutamol|albuterol|nebulizador|disparador|puff|spray|nebulizacion*|ventolin|pum) ..4 (no funciona|no me funciona|no sirve|no ayuda|no me ayuda|no le ayuda|no me hace|no le hace|no hace|no alivia|no me alivia|no calma|no quita)
        no (me|le) (ayuda|hace|alivia|sirve|funciona|calma|quita) ..2 (inhalador|bombita|pompa|nebulizador|salbutamol) / ya use el inhalador ..3 veces / (use|usado|uso|puse|puesto) ..3 inhalador ..3 (<number>|diez|ocho|seis|siete|muchas|varias) veces / inhalador ..4 (no me hizo|nada|no hizo nada) / ya (me)? ..2 inhalador ..4 (sigo|sigue) / (le|me) (di|puse|doy|pongo|llevo) ..2 (<number>|diez|doce|quince|veinte|muchos|varios) (puff|puffs|puf|disparos|bombazos|inhalaciones|atomizaciones) / (el azul|la azul|rescate) ..3 (no (hace|sirve|funciona|alivia|ayuda)|ni cosquillas) / (salbutamol|inhalador|bombita|ventolin|disparador) ..3 (no le hace nada|sin efecto|ya no le hace|ya no me hace|no surte) / ya no (le|me) hace ..2 (salbutamol|inhalador|bombita|ventolin)`,
    },
    {
      id: 'blue-fails',
      name: 'The blue one does not help',
      kind: 'fact',
      en: `blue one ..2 (not|isn't|isnt|ain't|aint|doesn't|doesnt|no|does) ..2 (doing|doin|do|working|work|touching|touch|helping|help|good|use|anything|nothing)`,
      es: `(el|la) azul ..3 (no (me|le)? ..1 (hace|sirve|funciona|alivia|ayuda)|ni cosquillas)`,
    },
    {
      id: 'inhaler-often',
      name: 'Needs the inhaler again and again',
      kind: 'symptom',
      en: `(puffer|inhaler|inhalers|neb|nebs|nebulizer|albuterol|ventolin|rescue inhaler|salbutamol) ..4 (every|each) ..1 (2|3|4|two|three|four|few|couple) ..2 (hours|hour|hrs|hr) / (needing|needs|using|uses|reaching for) ..4 (puffer|inhaler|albuterol|rescue inhaler|nebulizer) ..6 (more than|all night|around the clock|<number> times|every|twice as)`,
      es: `(inhalador|bombita|salbutamol|nebulizador|ventolin|puff) ..5 cada ..1 (2|3|4|dos|tres|cuatro|pocas) ..1 horas / (necesita|usa|uso|necesito) ..4 (inhalador|bombita|salbutamol) ..5 (toda la noche|a cada rato|mas de|<number> veces) / (bomba|bombita|inhalador|salbutamol|ventolin|pompa|puff|puffs) ..6 cada ..1 (<number>|dos|tres|cuatro) horas / vuelve el (pito|silbido|pillido|chillido)`,
      nearMisses: `(prescribed|says|label|instructions|instrucciones|dice) ..6 every / as needed every`,
    },
    {
      id: 'stridor',
      name: 'Noise on breathing in, drooling',
      kind: 'red_flag',
      en: `
        stridor / (noisy|harsh|high pitched|squeaky|raspy|crowing) (breathing|sound when breathing|noise when breathing|breath|breaths|noise) / (noise|sound|squeak|crowing) ..2 (breathing in|breathes in|breathe in|inhaling|inhales) / drool* / can't swallow (his|her|my)? (own)? (spit|saliva) / unable to swallow (saliva|spit|own) / <cant> swallow / muffled voice / hot potato voice / tripod / leaning forward to breathe / throat (is)? (closed|almost closed) / can't open (my|his|her) mouth / spit keeps running out / (high|squeaky|whistling|loud) ..2 (squeak|noise|sound) ..4 (breathes in|breathe in|breathing in|every breath|each breath|inhales) / barking cough ..6 (noise|squeak*|rest|calm|drool*) / (can't|cannot|won't) ..1 swallow ..2 (own|spit|saliva|anything) / won't swallow / (can't|cannot|couldn't|hard to|trouble|hurts too much to) ..1 (get|swallow|keep) ..3 (saliva|spit|own spit|drool) / (saliva|spit|drool) ..4 (down|running|dripping|can't|pooling) / mouthful of (food|marbles|cotton) / throat so swollen / (squeak*|squeal*|crow|crows|crowing|rasping|creak*) ..3 (pulling|breathing|drawing|sucking|taking) ..2 (air|breath|in) / (squeak*|squeal*|crowing|rasping) ..2 (each|every|when|as) ..3 (breath|breathes|in)`,
      es: `
        estridor / (ruido|sonido|chillido|pitido) ..2 (al respirar|cuando respira|al inhalar|al tomar aire) / respiracion (ruidosa|con ruido) / babea* / babeando / no (puedo|puede) (tragar|pasar) (ni)? (la|su|mi)? (saliva|nada)? / <cant> tragar / se le sale la saliva / voz (apagada|ahogada|de papa caliente) / garganta casi cerrada / no puede abrir la boca / se inclina para respirar / baba sin parar / sonido ronco al respirar / ruido agudo al respirar / (chillido|ruido|pito|silbido) ..4 (meter|jalar|tomar|cada) ..1 (aire|respiro) / no puede ni tragar / (cuesta|trabajo|no puedo|no puede|batallo) ..2 (pasar|tragar) ..2 (saliva|agua|nada) / escurr* (la)? (baba|saliva) / (chilla|chillido|rechina|gallito) ..3 (al|cuando|cada vez que|para) ..1 (jala*|mete*|toma*|agarra*|respira*) ..1 (aire)?`,
      nearMisses: `(drool*|babea*|babeando) ..14 (teeth|tooth|teething|chew*|gums|diente*|dientito*|muerde|muela*|mordedera) / (teeth|tooth|teething|dientes|dientitos) ..14 (drool*|babea*|babeando) / throat ..1 swollen ..2 (gland|glands|nodes) / swollen ..2 (gland|glands|lymph nodes) / drool rash / drool* ..8 (bib|bibs|soggy) / bib ..6 drool* / babea* ..6 (mete|lleva|chupa) ..4 (punos|puno|manos|manitas) / (punos|manos|manitas) ..4 boca ..8 babea* / saliendo ..3 (de arriba|de abajo|dientes|dientitos|muelas|colmillos) ..6 babea* / (por|con|de) la baba`,
    },
    {
      id: 'pink-froth',
      name: 'Pink froth from the lungs',
      kind: 'red_flag',
      en: `(pink|pinkish|bloody|blood tinged|reddish) ..1 (froth|frothy|foam|foamy|bubbles|bubbly|suds|fizz) / (froth|foam|bubbles|bubbling) ..4 (pink|bloody|blood tinged|reddish) / (cough*|spit*|bring*|hack*) ..4 (froth|foam|pink bubbles|suds) / (pulling|gasping|fighting|hungry|starving|grabbing|begging|desperate) for (air|breath) / sucking (for)? air / (air hunger|air hungry)`,
      es: `(espuma|espumarajo|baba|burbujas|flema espumosa) ..3 (rosa|rosada|rosado|rosita|con sangre|rojiza) / (rosa|rosada|rojiza) ..2 espum* / (tose|toso|escupe|escupo|echa|saca|sale) ..4 espuma / (jalando|buscando|peleando por|le falta|hambre de) ..1 aire ..3 (sentad*|acostad*|noche|dormir)? / (jala|jalando|buscando) aire`,
      nearMisses: `(dream|foam roller|milk|beer|coffee|latte|bath) ..3 (foam|froth*|bubbles|suds) / (foam|froth*|bubbles|suds) ..3 (bath|beer|milk|coffee|soap|pool|tub|urine|pee) / foamy (pee|urine) / espuma ..3 (orina|orinar|pipi|jabon|cerveza|afeitar) / for air (time|conditioning|quality|travel|freshener|filter) / fighting for ..2 (seat|spot|parking|appointment|room) / espuma ..2 del (jabon|cafe|bano)`,
    },
    {
      id: 'coughing-blood',
      name: 'Coughing up blood',
      kind: 'red_flag',
      en: `
        <cough> (up)? ..2 <blood> / hemoptysis / (blood|bloody|pink|red) (in|when|with|frothy|streaked)? ..2 (sputum|phlegm|mucus|spit|spitting) / (spitting|spit|spat|hacking) (up)? blood / pink (frothy|foamy) / foamy pink / bloody (phlegm|sputum|mucus|spit|cough) / coughs blood / phlegm ~ blood / red specks when i cough / <cough> up ..7 (cup|glass|bowl|spoonful|tablespoon|teaspoon|mouthful|handful) of blood / <cough> ..5 (blood|bloody|clots)`,
      es: `
        <cough> ..2 <blood> / (tosi|tosio|tose|toso|toser|tosiendo) ..4 (taza|vaso|cucharada|cucharadas|cucharadita|bocanada|buche|copa) de sangre / escup* ..1 sangre / esput* ..2 sangre / flema* ~ sangre / hemoptisis / sangre (en|con) (la|el|mi)? (flema|tos|saliva|esputo|gargajo) / echo sangre al toser / echa sangre (al toser|por la boca) / gargajo* con sangre / espuma (rosada|con sangre) / saco sangre (al toser|cuando toso) / sale sangre (al toser|cuando toso|cuando tose) / tos sangrienta / tos con sangre / boto sangre al toser`,
    },
    {
      id: 'cough',
      name: 'Cough',
      kind: 'mild',
      en: `cough / coughing / coughs / coughed / chest cold / bronchitis / hacking`,
      es: `tos / tose / toser / tosiendo / catarro de pecho / bronquitis / (tosecita|tosesita|tosecilla|toseci*)`,
      nearMisses: `leak* ..6 (cough|coughs|coughing)`,
    },
    {
      id: 'short-walk-breathless',
      name: 'Breathless after a few steps',
      kind: 'red_flag',
      en: `
        (can't|cannot|can't even|unable to|not able to|can barely|can hardly) ..1 (walk|climb|go|get|cross|make it) ..6 (without (stopping|gasping|resting|sitting down|running out of)|before i am (gasping|winded)) ..3 (breath|air|breathe|rest)? / (short|out) of (breath|air) ..3 (walking|going|getting) ..4 (bathroom|room|bed|kitchen|steps|toilet|door|mailbox) / (winded|breathless|gasping) ..3 (walking|going|getting|just) ..4 (bathroom|room|bed|kitchen|steps|toilet|door) / (a few|two|three|couple|five|ten) steps ..4 (gasping|breathless|winded|out of breath|no air|stop to breathe) / breathing ..3 (shorter and shorter|worse and worse|harder and harder) / can't (walk|move) ..3 (breath|breathe|breathing|air) / (out of breath|breathless|winded|gasping|short of breath) ..3 (rolling over|turning over|tying my shoes|brushing my teeth|getting dressed|sitting up|just talking|putting on|in bed)`,
      es: `
        (me|se) (quedo|queda|kedo) sin aire ..3 (ir|caminar|banarme|banarse|vestirme|bano|moverme|levantarme) / sin aire (nomas|nada mas|solo|al) ..3 (ir|caminar|bano|pararme|moverme) / no (puedo|puede) ..1 (caminar|ir|llegar|subir) ..5 (sin (parar|descansar|ahogarme|ahogarse)|por falta de aire) / (dos|tres|unos|cuantos|pocos) pasos ..4 (ahogo|aire|agito|respirar|ahoga|canso) / cada vez (respiro|respira) (peor|menos) / me ahogo (al|con|de) ..3 (caminar|pasos|banarme|hablar|nada) / se ahoga (al|con) ..3 (caminar|pasos|banarse|hablar|nada)`,
    },
    {
      id: 'breathless-lying',
      name: 'Cannot breathe lying down, wakes gasping',
      kind: 'red_flag',
      en: `
        (can't|cannot|can't even|hard to|trouble|unable to|harder to) ..1 (breathe|breathing|breath|sleep) ..3 (lying|laying|lie|lay|flat|on my back) / (short of breath|breathless|smothering|out of breath) ..3 (lying|laying|lie|lay|flat) / (woke|wake|wakes|waking|woken) ..4 (gasping|out of breath|short of breath|can't breathe|couldn't breathe|couldn't get air|smothering|choking for air|no air) / (sat|sitting|sits) (bolt)? upright ..4 (air|breath|breathe|gasping) / orthopnea / pnd / (drown|drowning|suffocate|suffocating|choke|choking|smother|smothering|gasp|gasping|can't breathe|short of breath|no air) ..4 (lay|lie|lying|laying|flat|back|bed|down) / when i (lay|lie) (down|back|flat) ..4 (drown|breath*|suffocat*|chok*|air|smother*)`,
      es: `
        no (puedo|puede) ..1 (respirar|dormir) ..3 (acostad*|boca arriba|horizontal|plan*) / (ahogo|ahoga|falta el aire|falta de aire|sin aire) ..3 (acostarme|acostarse|acostad*|al dormir|boca arriba) / (despierto|desperte|despierta|desperto) ..4 (ahogad*|sin aire|ahogandome|ahogandose|asfixi*|falta de aire) / me siento ..3 para poder respirar / me despierta la falta de aire / (ahogo|ahoga|asfixio|sofoco) ..4 (acost*|recost*|cama|boca arriba|duermo) / no (puede|puedo) ..2 (acostarse|acostarme|dormir) ..1 (plano|plana|acostad*) / durmio sentad*`,
      nearMisses: `usual ..2 pillows`,
    },
    {
      id: 'fluid-gain',
      name: 'Fast weight gain or swollen legs with a weak heart',
      kind: 'red_flag',
      en: `
        (gained|gaining|put on|up) ..3 (pounds|lbs|lb|kilos|kg|weight) ..4 (day|days|week|overnight|since yesterday) / (gained|gaining|put on|up) <number> (pounds|lbs|lb) / (ankles|legs|feet) ..3 (huge|swollen up|ballooned|twice the size|like balloons|filling with fluid) / (fluid|water) (build up|buildup|retention|weight) / retaining (fluid|water) / (belly|stomach|legs) full of (fluid|water)`,
      es: `
        (subi|subio|aumente|aumento|he subido) ..3 (kilos|libras|peso) ..4 (dia|dias|semana|de golpe|rapido) / (subi|subio|aumente) <number> (kilos|libras) / (tobillos|piernas|pies) ..3 (enormes|muy hinchad*|como globos|llenos de agua|hinchadisim*) / retencion de (liquidos|agua) / reteniendo (liquido|liquidos|agua) / liquido en (las piernas|el cuerpo|los pulmones) / agua en los pulmones`,
      nearMisses: `(torci|torcio|doble|doblo|torcido) ..2 (tobillo|pie) / (tobillo|pie) ..4 hinchad* ..5 (torci|torcio|doble|doblo)`,
    },
    {
      id: 'oxygen-machine-fails',
      name: 'Home oxygen or breathing machine fails',
      kind: 'red_flag',
      en: `
        (oxygen|o2) ..1 (machine|concentrator|tank|tanks|bottle|supply|generator|canister) ..4 (quit|stopped|broke|broken|died|dead|empty|out|ran out|running out|won't turn on|not working|isn't working|failing|beeping|alarm*) / (ran|run|running) out of oxygen / no more oxygen (tank|at home|left) / (ventilator|bipap|vent|cpap) ..4 (quit|stopped|broke|alarm*|not working|failing|power) / power (is)? (out|outage|off) ..6 (oxygen|ventilator|concentrator)`,
      es: `
        (maquina|concentrador|tanque|bomba|cilindro|aparato|bombona) (de|del)? oxigeno ..4 (no (sirve|funciona|prende|jala)|se (apago|descompuso|paro|acabo|murio)|vaci*|fallando|fallo|pita|suena) / se (acabo|me acabo|le acabo|esta acabando) el oxigeno / sin oxigeno en casa / (ventilador|respirador) ..4 (fallo|falla|se apago|no funciona|alarma) / se fue la luz ..6 (oxigeno|respirador|concentrador)`,
    },
    {
      id: 'smoke-fumes',
      name: 'Breathed in smoke or fumes',
      kind: 'red_flag',
      en: `
        (breathed|inhaled|breathing|swallowed|sucked) ..3 (smoke|fumes|gas|chlorine|gases|vapors|exhaust) / smoke inhalation / (mixed|mixing|combined) ..3 bleach ..4 (ammonia|vinegar|cleaner|acid)? / (toxic|chemical|cleaning) (fumes|vapors|gas) / (fire|smoke) ..5 (cough*|throat|hoarse|black mucus|soot|sooty) / chlorine gas / was in (a|the) (house)? fire / exhaust fumes / (breathed|breathing|inhaled|swallowed) ..1 (in)? ..4 smoke / singed ..3 (eyebrows|nose|nostril*|eyelashes|nose hair) / blow ..2 nose ..4 black`,
      es: `
        (respiro|respire|inhalo|inhale|respiramos|trago) ..3 (humo|gas|gases|vapores|cloro|quimico*) / inhalacion de humo / (mezcle|mezclo|mezclamos|revolvi) ..3 cloro ..4 (amoniaco|vinagre|limpiador|acido)? / (vapores|gases|humo) (toxicos|toxico|quimicos|del carro) / (incendio|humo) ..5 (tos|garganta|ronc*|flema negra|hollin) / gas de cloro / estuve en un incendio / (respire|respiro|respiramos|trague|trago|tragamos|inhale|inhalo) ..4 humo / (moco|mocos|flema|flemas) negr* / (chamusc*) ..3 (cejas|pestanas|nariz)`,
      nearMisses: `smoker / smokers / fumador / fumadora / (smokes|smoked|smoking) ..4 (day|daily|packs|pack|cigarettes|years) / (man|woman|who|he|she|never|not) (smokes|smoked) / (smokes|smoked) (<number>|twenty|ten|a pack|cigarettes|daily) / humo de ..2 (incendio|incendios|quemas|volcan) ..8 (garganta|ojos)`,
    },
    {
      id: 'inhaler-out',
      name: 'No inhaler',
      kind: 'red_flag',
      en: `
        (ran|run|running|all|i'm|im|am) out of ..2 (inhaler|inhalers|albuterol|puffer|ventolin|nebs|rescue inhaler) / (inhaler|inhalers|puffer|albuterol|ventolin) ..4 (empty|ran out|ran dry|out|gone|finished|expired|lost|no puffs|zero) / (lost|forgot|without|no|broke) ..2 (inhaler|puffer|albuterol) / ran out ..6 inhaler`,
      es: `
        se (me|le) (acabo|termino) ..2 (inhalador|salbutamol|bombita|pompa) / (sin|no tengo|perdi|olvide) ..2 (inhalador|salbutamol|bombita|pompa) / (inhalador|salbutamol|bombita) ..3 (vacio|acabo|termino|perdio|vencido)`,
    },
    {
      id: 'sleeps-propped',
      name: 'Sleeps propped up',
      kind: 'red_flag',
      en: `(sleep|sleeping|sleeps|slept) ..3 (chair|recliner|sitting up|upright|propped up) / (need|needs|using|uses|stack|sleep on|sleeping on|sleeps on) ..3 pillows ..3 (sleep|breathe)? / (can't|cannot) sleep ..2 flat / (two|three|four|<number>) pillows ..4 (night|sleep) / extra pillows ..3 (sleep|night|bed) / sleeps in (the|a|his|her) (armchair|lazy boy)`,
      es: `(duermo|duerme|dormir|dormi) ..3 (sentad*|sillon|silla|varias almohadas|reclinad*) / (uso|usa|necesito|necesita|con) (dos|tres|cuatro|muchas|varias|mas|<number>) almohadas / (dos|tres|cuatro) almohadas ..3 (dormir|noche) / se (duerme|queda) ..2 (sillon|sentad*)`,
      nearMisses: `usual ..2 pillows / (prefer|always|like|likes|comfy) ..4 (pillows|propped|recliner)`,
    },
    {
      id: 'went-green',
      name: 'Turned green',
      kind: 'fact',
      en: `(turned|gone|went) (green|greenish)`,
      es: `(se puso|se hizo|cambio a) (verde|verdosa)`,
    },
  ],
  rules: [
    { id: 'breathing-33', outcome: 'soon', when: 'cough + new-medicine|changes-said|on-ace-inhibitor', says: 'Cough for days, or since a change of medicine', advice: 'cold', source: 'nhs-common' },
    { id: 'breathing-50', outcome: 'soon', when: 'cough + long-days|for-a-week|long-time + sputum|age-65-plus|worse-said|weak-said|any-pain|age-under-3-years|baby-said', says: 'Cough for days that brings something up, or in a frail or young person', advice: 'cold', source: 'nhs-common', yields: true },
    { id: 'breathing-54', outcome: 'soon', when: 'cough + for-a-week|long-time + not-adult', says: 'Cough for a week in a child or at an unknown age', advice: 'cold', source: 'nhs-common', yields: true },
    { id: 'breathing-51', outcome: 'soon', when: 'cough + long-time', says: 'Cough for weeks', advice: 'cold', source: 'nhs-common' },
    { id: 'breathing-01', outcome: 'emergency', when: 'cannot-breathe', says: 'Cannot get enough air', advice: 'breathing', source: 'nhs-999' },
    { id: 'breathing-02', outcome: 'emergency', when: 'not-breathing', says: 'Not breathing or no pulse', advice: 'cpr', source: 'nhs-999' },
    { id: 'breathing-03', outcome: 'emergency', when: 'choking', says: 'Choking or airway blocked', advice: 'choking', source: 'nhs-999' },
    { id: 'breathing-04', outcome: 'emergency', when: 'blue-lips', says: 'Blue or grey lips, face or skin', advice: 'breathing', source: 'nhs-breathless' },
    { id: 'breathing-05', outcome: 'emergency', when: 'inhaler-fails + wheezing|short-of-breath|chest-tight|lung-disease', says: 'Asthma attack and the inhaler does not help', advice: 'breathing', source: 'nhs-asthma' },
    { id: 'breathing-57', outcome: 'emergency', when: 'blue-fails + lung-disease|wheezing|short-of-breath|cannot-breathe|chest-tight|one-word-talk', says: 'Inhaler does not help', advice: 'breathing', source: 'nhs-asthma' },
    { id: 'breathing-06', outcome: 'emergency', when: 'stridor', says: 'Noise on breathing in, drooling, cannot swallow', advice: 'breathing', source: 'nhs-999' },
    { id: 'breathing-60', outcome: 'emergency', when: 'pink-froth', says: 'Pink froth or fighting for air', advice: 'breathing', source: 'nhs-breathless' },
    { id: 'breathing-61', outcome: 'urgent', when: 'inhaler-often', says: 'Needs the inhaler every few hours', advice: 'breathing', source: 'nhs-breathless', ask: ['breath-rest'] },
    { id: 'breathing-07', outcome: 'emergency', when: 'short-of-breath + chest-pain|chest-tight|fainting|confusion|clot-lung|leg-swelling-one|coughing-blood|sudden|severe-said', says: 'Short of breath with a danger sign', advice: 'breathing', source: 'nhs-breathless' },
    { id: 'breathing-08', outcome: 'emergency', when: 'short-of-breath + age-under-1', says: 'Trouble breathing in a baby', advice: 'breathing', source: 'nhs-ill-child' },
    { id: 'breathing-09', outcome: 'emergency', when: 'short-of-breath + postpartum|recent-surgery|pregnant|heart-disease|face-swelling|hives', says: 'Short of breath in a person at risk of a clot or heart failure, or with a swollen face', advice: 'breathing', source: 'nhs-breathless' },
    { id: 'breathing-10', outcome: 'urgent', when: 'short-of-breath', says: 'Short of breath', advice: 'breathing', source: 'nhs-breathless', ask: ['breath-rest', 'breath-chest', 'breath-lips'] },
    { id: 'breathing-11', outcome: 'urgent', when: 'wheezing', says: 'Wheezing or an asthma flare', advice: 'breathing', source: 'nhs-asthma', ask: ['breath-rest', 'breath-inhaler'] },
    { id: 'breathing-12', outcome: 'emergency', when: 'coughing-blood + lots-of-blood|short-of-breath|chest-pain|on-anticoagulant|fainting', says: 'Coughing up blood with a danger sign', advice: 'breathing', source: 'nhs-999' },
    { id: 'breathing-62', outcome: 'emergency', when: 'coughing-blood + lots-of-blood', says: 'Coughing up a lot of blood', advice: 'breathing', source: 'medline-er' },
    { id: 'breathing-13', outcome: 'urgent', when: 'coughing-blood', says: 'Coughing up blood', advice: 'breathing', source: 'medline-er', ask: ['breath-rest'] },
    { id: 'breathing-14', outcome: 'urgent', when: 'inhaler-fails', says: 'Inhaler does not help or is empty', advice: 'breathing', source: 'nhs-asthma', ask: ['breath-rest'] },
    { id: 'breathing-15', outcome: 'self_care', when: 'cough', says: 'Cough alone', advice: 'cold', source: 'nhs-common', ask: ['breath-rest', 'breath-chest'] },
    { id: 'breathing-16', outcome: 'urgent', when: 'cough + fever + age-65-plus|lung-disease|heart-disease|immune-weak|diabetes|pregnant|age-under-1', says: 'Cough and fever in a person at risk', advice: 'fever', source: 'cdc-sepsis' },
    { id: 'breathing-17', outcome: 'soon', when: 'cough + fever + not-adult|long-days|age-65-plus|for-a-week|short-of-breath', says: 'Cough and fever', advice: 'fever', source: 'nhs-common', yields: true },
    { id: 'breathing-18', outcome: 'soon', when: 'cough + long-time', says: 'Cough for three weeks or longer', advice: 'cold', source: 'nhs-common' },
    { id: 'breathing-19', outcome: 'urgent', when: 'cough + lung-disease + worse-said', says: 'Cough getting worse with lung disease', advice: 'breathing', source: 'nhs-asthma' },
    { id: 'breathing-55', outcome: 'emergency', when: 'copd|lung-disease + sleepy + headache|tremor-said|confusion|confused-self|short-of-breath|cannot-breathe|words-wrong|oxygen-machine-fails', says: 'A lung disease, drowsy and worse', advice: 'breathing', source: 'nhs-breathless' },
    { id: 'breathing-56', outcome: 'urgent', when: 'copd|lung-disease + sputum', says: 'A lung disease, and the phlegm changes', advice: 'breathing', source: 'nhs-breathless' },
    { id: 'breathing-20', outcome: 'emergency', when: 'short-walk-breathless', says: 'Breathless after a few steps', advice: 'breathing', source: 'nhs-breathless' },
    { id: 'breathing-21', outcome: 'emergency', when: 'breathless-lying + meds-fail|heart-disease|fluid-gain|short-of-breath|cannot-breathe|chest-pain|chest-tight|leg-swelling-any|sudden|worse-said|hand-swelling', says: 'Cannot breathe lying down, with a sign of a failing heart', advice: 'breathing', source: 'nhs-breathless' },
    { id: 'breathing-22', outcome: 'urgent', when: 'breathless-lying', says: 'Cannot breathe lying down', advice: 'breathing', source: 'nhs-breathless', ask: ['breath-rest', 'breath-chest'] },
    { id: 'breathing-23', outcome: 'emergency', when: 'fluid-gain + short-of-breath|cannot-breathe|chest-pain|breathless-lying', says: 'Fluid gain and short of breath', advice: 'breathing', source: 'aha-heart-failure' },
    { id: 'breathing-24', outcome: 'urgent', when: 'fluid-gain', says: 'Fast fluid gain', advice: 'breathing', source: 'aha-heart-failure', ask: ['breath-rest'] },
    { id: 'breathing-25', outcome: 'emergency', when: 'oxygen-machine-fails + short-of-breath|cannot-breathe|blue-lips|confusion|sleepy|lung-disease', says: 'Home oxygen fails', advice: 'breathing', source: 'medline-breathing' },
    { id: 'breathing-26', outcome: 'urgent', when: 'oxygen-machine-fails', says: 'Home oxygen or breathing machine fails', advice: 'breathing', source: 'medline-breathing', ask: ['breath-rest', 'breath-lips'] },
    { id: 'breathing-27', outcome: 'emergency', when: 'smoke-fumes + cough|short-of-breath|cannot-breathe|hoarse-voice|chest-pain|chest-tight|dizzy|headache|burn|vomiting|chest-burns', says: 'Breathed smoke or fumes and feels ill', advice: 'poison', source: 'medline-smoke' },
    { id: 'breathing-28', outcome: 'urgent', when: 'smoke-fumes', says: 'Breathed smoke or fumes', advice: 'poison', source: 'medline-smoke', ask: ['breath-rest'] },
    { id: 'breathing-29', outcome: 'emergency', when: 'coughing-blood + blood-clot-said', says: 'Coughing up clots', advice: 'breathing', source: 'nhs-999' },
    { id: 'breathing-30', outcome: 'urgent', when: 'short-of-breath + fever', says: 'Fever and short of breath', advice: 'breathing', source: 'cdc-sepsis', ask: ['breath-rest'] },
    { id: 'breathing-31', outcome: 'emergency', when: 'inhaler-out + wheezing|short-of-breath|cannot-breathe|chest-tight|blue-lips', says: 'No inhaler and short of breath or wheezing', advice: 'breathing', source: 'nhs-asthma' },
    { id: 'breathing-32', outcome: 'urgent', when: 'inhaler-out', says: 'No inhaler', advice: 'breathing', source: 'nhs-asthma', ask: ['breath-rest'] },
    { id: 'breathing-52', outcome: 'urgent', when: 'sleeps-propped', says: 'Sleeps propped up to breathe', advice: 'breathing', source: 'aha-heart-failure', ask: ['breath-rest', 'breath-chest'] },
    { id: 'breathing-53', outcome: 'emergency', when: 'sleeps-propped + short-of-breath|cannot-breathe|chest-pain|chest-tight|coughing-blood|blue-lips|confusion|fainting|sudden|meds-fail|recent-surgery|postpartum|short-walk-breathless|breathless-lying|palpitations|cough', says: 'Sleeps propped up, with a danger sign', advice: 'breathing', source: 'nhs-breathless' },
    { id: 'breathing-80', outcome: 'urgent', when: 'copd + went-green', says: 'Green phlegm with COPD', advice: 'breathing', source: 'nhs-breathless' },
  ], // prettier-ignore
  questions: [
    { id: 'breath-rest', about: 'cannot-breathe', en: 'Is it hard to breathe while you sit still or talk?', es: '¿Le cuesta respirar sentado o al hablar?' },
    { id: 'breath-chest', about: 'chest-pain', en: 'Do you have pain or pressure in your chest?', es: '¿Tiene dolor o presión en el pecho?' },
    { id: 'breath-lips', about: 'blue-lips', en: 'Are the lips or face blue or gray?', es: '¿Los labios o la cara están azules o grises?' },
    { id: 'breath-inhaler', about: 'inhaler-fails', en: 'Did you use your inhaler and it did not help?', es: '¿Usó su inhalador y no le ayudó?' },
  ], // prettier-ignore
}
