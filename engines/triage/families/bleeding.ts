import type { Family } from '../protocol.ts'

export const bleeding: Family = {
  id: 'bleeding',
  title: 'Bleeding',
  ask: ['bleed-much', 'bleed-faint', 'breath-rest', 'chest-pain-q'],
  concepts: [
    {
      id: 'heavy-bleeding',
      name: 'Heavy bleeding',
      kind: 'red_flag',
      en: `
        <bleed> ~ <lots> / (won't|wont|doesn't|can't|not|isn't|hasn't) (stop|stopping|stopped) bleeding / (cannot|can not|couldn't|can't) (stop|control) ..1 bleeding / bleeding (won't|will not|doesn't|isn't|hasn't|that won't) (stop|stopping|stopped|slow) / can't stop (the)? (bleeding|blood) / bleeding out / bleed to death / bleeding to death / blood (is)? (everywhere|gushing|spurting|pouring|squirting|pumping|shooting) / (cut|wound|gash|hand|arm|leg|wrist|finger|head|one) ..2 (is|keeps|it's|its|was|started)? ..1 (spurting|squirting|gushing|pumping) / (spurting|squirting|gushing) ..3 (won't|wont|doesn't|not|with|every|pressure) / losing (a lot of|so much|too much|lots of) blood / lost (a lot of|so much|too much|lots of) blood / hemorrhag* / (bleeding|blood) ..4 (minutes|hour|hours) ..2 (pressure|still) / (cut off|severed|amputated|sliced off|chopped off) ..3 (finger|fingers|hand|toe|arm|leg|foot|thumb) / <limb> ..2 (severed|amputated|cut off) / (soaked|soaking|filled) ..3 (towel|towels|bandage|bandages|gauze|shirt) / arterial bleed / pool of blood / nosebleed ..5 (won't stop|heavy|gushing) / squirting / (blood|bleeding) ..4 (squirt*|spurt*|jet|shooting|through (towels|bandage*)) / bleeding ..3 (like crazy|bad|badly|a ton|everywhere|all over the place) / (bleeding|blood|bled|bleed|soaking|soaked|soak) ..3 (through|thru) ..3 (dressing|bandage|bandages|towel|towels|pad|pads|clothes|shirt|jeans|sheets|gauze|shoe|everything) / faster than ..3 (change|clean|hold|wipe|mop) / (blood|bleeding) ..4 (running|pouring|dripping|streaming|flowing|gushing) ..3 (down|out|from|everywhere|legs)? / (keeps|kept|still) ..1 (bleeding|gushing|pouring|spurting) ..4 (pressure|hour|minutes|towel|no matter) / (cut|wound|gash|leg|arm|thigh|wrist|neck|it|its) ..6 (pumping|spurting|squirting|gushing|pulsing) / (pumping|spurting|gushing|squirting) (out|everywhere|blood) / (shooting|spurting|squirting|spraying|pumping|jetting) ..2 (across|everywhere|all over|onto|out of) ..4 (kitchen|wall|walls|ceiling|room|floor|counter|shirt|arm|leg|wound|cut) / (<number>|two|three|four|five|second|third|another|fourth) ..2 (dish towels|dish towel|towels|towel|washcloths|t shirts) ..4 (soaked|drenched|full|red) / (gone|going|went|been|soaked|soaking) ..1 through ..6 (<number>|two|three|four|five|giant|hospital) ..4 (pads|pad) ..8 (hour|hours|since|already|so far) / through (<number>|two|three|four|five|six) ..2 pads ..6 (since|in|hours|hour|already)`,
      es: `
        <bleed> ~ <lots> / no (para|deja|paro|se detiene|se le para|se me para|deja de) ..1 (sangrar|de sangrar|la sangre|el sangrado|la hemorragia) / (sangrado|sangre|hemorragia) ..1 no (para|se detiene|se quita|cede|se corta) / (no puedo|no podemos|no logro) (parar|detener) ..1 (sangre|sangrado|hemorragia) / desangr* / (perdiendo|perdi|perdio|pierde) ..1 (mucha|demasiada) sangre / hemorragia / charco de sangre / sangre (por todos lados|por todas partes|a chorros|a borbotones) / sangra (a chorros|mucho|muchisimo|sin parar) / (amput*|cercen*|mocho) ..3 (dedo|mano|brazo|pierna|pie) / se (arranco|mocho) (el|un) dedo / se corto un dedo / chorro de sangre / toallas empapadas / sangra y no para / (cabeza|frente|ceja|dedo|mano|herida|pierna|brazo|pie|corte|cortada|tajo|brecha) ..6 chorrea* / chorrea* sangre / empap* ..2 (toalla|venda|gasa) / chorro de sangre / (no le|no me|no) para de sangrar / sangra* (un monton|feo|bastante|como loco) / (sangre|sangrado) ..4 (corre|corriendo|escurre|escurriendo|sale|saliendo|baja|bajando) ..3 (piernas|chorros|mucho|por todos|a mares)? / (traspas*|empap*|moj*) ..4 (venda|gasa|toalla|ropa|cama|pantalon) / (chorro|chorrito|brinca|salta|dispara*) ..3 (sangre|pared|piso|cocina) / (<number>|dos|tres|cuatro|segunda|tercera) ..1 (toallas|toalla|trapos|camisetas|compresas) ..3 (empapad*|llen*) / (sale|brota|salta|saliendo) ..3 a chorros`,
      nearMisses: `(bleeding|blood) (has|had)? stopped (after|with|when|once|in|within|by|now|already) ..6 / greys anatomy ..8
        (bleeding|bleeds|bleed|bled|desangr*|sangra|sangrando|hemorrhag*) (out|pure|puro|pura|de|nuestro|mi|nuestra)? (money|cash|ink|toner|funds|customers|dinero|plata|tinta|toner)
        (elevator|escalator|lift|printer|copier|boiler|compressor|pump|pipe|engine|ascensor|elevador|impresora|caldera|tuberia|compresor|motor) ..6 (bleeding|bleeds|bled|desangr*|sangra|sangrando) (out|pure|puro|pura|de|hydraulic|motor|engine|brake)? (oil|diesel|fuel|coolant|grease|paint|aceite|combustible|refrigerante|pintura)
        (cast|splint|brace|bandage|wristband|wrap|bracelet|sock|boot) ..3 (on|off|from|around) (my|his|her|the|our|their)? ..1 (finger|fingers|fingertip|thumb|toe|toes|hand|foot|arm|leg|ear|nose) ..3 cut off / (ink|water|hose|paint|grease|toner|milk|soda|juice|printer|fountain|dishwasher|sink) ..4 (shooting|spurting|squirting|spraying) / (shooting|spurting|squirting|spraying) ..3 (water|ink|milk|paint|soda|grease|hoops|stars|photos|videos|for the moon) / bleeding (great|idiot|nuisance|awful|obvious) / (agua|orina|pus|leche|llave|sudor|sudo|moco|mocos|lagrimas|diarrea|tubo|tuberia|regadera|vapor) ..6 a chorros / mojaba la cama / moj* ..1 la cama`,
    },
    {
      id: 'vomiting-blood',
      name: 'Vomiting blood',
      kind: 'red_flag',
      en: `<vomit> ..3 <blood> / <blood> ..3 <vomit> / <vomit> ..4 (coffee grounds|coffee ground|black stuff|bloody) / coffee ground (emesis|vomit) / hematemesis / blood when i (vomit|throw up|puke) / threw up (blood|red|clots) / throwing up (blood|red) / vomited blood / bloody vomit / puking blood / spitting up blood / barfing blood / <vomit> ..5 (red|maroon|clots|blood|bloody) / <vomit> ..8 (red|bright red|dark red) blood / <vomit> ..6 (bowl|cup|bucket|sink) ..5 blood / (brought|bringing|brings|threw|throwing|chucked|heaved) up ..6 (bright red|dark red|deep red|crimson|claret|clots|clot|clotted) / (sick|vomit*) ..3 (bright red|dark red|clots|clotted) / (threw|throwing|brought|bringing|chucked) up ..12 (smells|smelt|tastes|tasted|smelled) of (iron|metal|blood|pennies) / (vomited|vomits|vomiting|threw up|brought up) ..10 (fresh|bright|red) ..1 blood`,
      es: `<vomit> ..3 <blood> / <blood> ..3 <vomit> / vomit* ..3 (cafe|negro|posos de cafe|como cafe molido) / vomito (con)? sangre / vomito de sangre / devolv* sangre / arroj* sangre / hematemesis / guacare* con sangre / vomitando sangre / vomite sangre / echa sangre por la boca / vomito rojo / (devolvi|devolvio|devuelve|devolviendo|arroje|arrojo|arroja|arrojando|eche|echo) ..6 (cuajaron*|cuajad*|coagul*) / (arroje|arrojo|arrojando|vomite|vomito|vomitando|vomita) ..4 (roj*|cuajaron*|cuajad*|coagul*|colorad*) / (vomit*|devolv*|arroj*) ..12 (sabe|sabor|huele|olor) a (fierro|hierro|metal|sangre)`,
      nearMisses: `(red|rojo|roja) (wine|sauce|juice|jelly|jello|kool aid|gatorade|popsicle|vino|gelatina|salsa|jugo|jarabe) / (beet|beets|beetroot|betabel|remolacha|jamaica) ..3 (red|rojo|roja) / (brought|bring|bringing) up ..2 (red flag|red tape|issue|topic|question)`,
    },
    {
      id: 'black-stool',
      name: 'Blood in stool or black stool',
      kind: 'red_flag',
      en: `(black|tarry|tar|maroon|bloody|dark red|jet black) ..2 <poop> / <poop> ..4 (black|tarry|tar like|blood|bloody|bleeding|maroon|red) / melena / blood ..4 (poop|stool|stools|toilet|bowl|diarrhea|wipe|wiping|rectum|bottom) / (bleeding|blood) (from|out of) ..2 (rectum|butt|bottom|anus|behind|bowels) / rectal bleeding / bloody diarrhea / pooping blood / pooping out blood / hematochezia / gi bleed / passing (blood|clots) from (my|his|her) (bottom|rectum) / (toilet|comes out|came out|coming out) ..6 (tar|tarry|molasses) / (runs|loo|motions|motion|number two|number twos|poos) ..3 (black|tarry) / (runs|diarrhea|diarrhoea) ..2 (black|like tar)`,
      es: `<poop> ..4 (negr*|con sangre|sangre|sangrient*|alquitran|roj*) / (sangre|sangrado) ..4 (popo|heces|excremento|recto|ano|caca|evacuar|diarrea|inodoro|taza|papel) / sangrado rectal / diarrea con sangre / melena / popo (negro|negra|con sangre) / evacu* (negr*|con sangre|sangre) / heces (negras|con sangre) / sangro (por el recto|al evacuar|por el ano|por atras) / sangre por (el recto|abajo|atras|el ano) / caca negra / hago (del bano)? (con)? sangre / obro sangre / excremento negro / (cursos|churretes|churria*|chorrillo|soltura|currutaca|curso|deposiciones|cagarrutas) ..4 (negr*|alquitran|brea) / (hizo|hago|hice|obro|obre) ..3 con sangre`,
      nearMisses: `
        (<number>|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|varios|unos|muchos|pocos|algunos|cuantos|cada|tantos) anos / (hace|cada|este|medio) (un)? ano / (el|del) ano (pasado|que viene|entrante|anterior)`,
    },
    {
      id: 'faint-standing',
      name: 'Faint or nearly falls on standing up',
      kind: 'red_flag',
      en: `
        (nearly|almost|about|practically) ..1 (fell|fall|falls|fainted|passed out|blacked out|keeled over|collapsed|went down) ..6 (stand|stands|stood|standing|get up|gets up|got up|getting up|sat up|sit up) / (stand|stands|stood|standing|get up|gets up|got up|getting up|sat up|sit up) ..7 (nearly|almost) ..1 (fell|fall|falls|faint|fainted|passed out|blacked out|keeled over|collapsed|went down)
        (faint|woozy|wobbly|swimmy|lightheaded|light headed|dizzy|giddy|head rush|legs give|weak) ..3 (when|whenever|on|as|if|after|every time) ..2 (stand|stands|stood|standing|get up|gets up|got up|getting up|sat up|sit up) / (stand|stands|stood|standing|get up|gets up|got up|getting up) ..4 (faint|woozy|wobbly|swimmy|lightheaded|light headed|dizzy|giddy|grays out|goes black|went black|see stars|saw stars|spins) / vision ..2 (goes|went|gets) (black|gray|dark) ..3 (stand|stood|standing|get up|got up) / (room|everything|world|it|edges) ..1 (goes|went|going) (black|gray|dark) ..6 (stand|get up|got up|standing) / (stand|stands|standing|get up|getting up) ..6 (everything|it all|world|room) ..2 (black|dark|grey|gray)`,
      es: `
        (casi|por poco) ..1 (me caigo|se cae|me caia|me cai|se cayo|me desmayo|se desmaya|me desvanezco|me voy al suelo|se va al suelo) ..5 (parar*|pare|paro|levant*|de pie|incorpor*) / (parar*|levant*|de pie|incorpor*|me pare|me paro|se paro) ..6 (casi|por poco) ..1 (me caigo|se cae|me caia|me cai|se cayo|me desmayo|se desmaya|me desvanezco|me voy al suelo|se va al suelo)
        (mare*|desvanec*|debil|flaquean|tambale*|nubla*|se me va (la cabeza|el mundo)) ..3 (al|cuando|si|cada vez que) ..2 (parar*|me paro|se para|levant*|de pie|incorpor*) / (al|cuando) ..1 (pararme|pararse|me paro|se para|levantarme|levantarse|me levanto|se levanta|ponerme de pie|ponerse de pie) ..5 (mare*|desvanec*|nubla*|todo negro|veo negro|flaquean|tambale*) / (paro|levanto|levanta|pongo de pie|incorporo) ..4 se (me|le) (pone|ponen|nubla|oscurece|apaga|va) ..2 (negro|todo negro|oscuro|la vista|todo)`,
    },
    {
      id: 'lots-of-blood',
      name: 'A lot of blood',
      kind: 'symptom',
      en: `(a lot of|lots of|so much|cup of|cups of|mouthfuls of|large amount of|tons of) blood / (full|filled|covered|bowl|puddle|soaked|mouthful|cupful|cups) (of|with|in)? ..2 blood / clots / so much bright red / pure blood / third time today / keeps coming / blood ..2 (loads|lots|heaps) / (loads|heaps) of blood`,
      es: `(mucha|muchisima|bastante|demasiada|tazas de) sangre / (lleno|llena|llen*|cubiert*|charco|taza) ..2 (de)? sangre / coagulos / pura sangre / chorro`,
    },
    {
      id: 'nosebleed',
      name: 'Nosebleed',
      kind: 'mild',
      en: `nosebleed / nose bleed / nosebleeds / bloody nose / nose is bleeding / bleeding from my nose`,
      es: `sangr* ..2 nariz / sangrado nasal / hemorragia nasal`,
    },
    {
      id: 'bleeding-any',
      name: 'Bleeding',
      kind: 'symptom',
      en: `bleeding / bleeds / bled / blood (in|on|from|coming|all|everywhere|when|loss|out|with|after|and|is|every|this|since|again) / (some|little|bright|bright red|see|seeing|saw|there's|there is|passing|spotting|drops of|streaks of|specks of|fresh|red|dark|clots of|coughing|spitting|throwing up|tasting|found|noticed|is|still|of) blood / bloody / bruising easily / bruises easily / (spit|spat|spitting|coughed|threw|thrown|throwing) ..3 (bright red|mouthful of red|red stuff|mouthful of bright red)`,
      es: `sangrado / sangrando / sangre / sangra / moretones / sangrita / sangro / sangraba / gotas de sangre / (escupio|escupe|vomito|echo) ..3 (rojo vivo|rojo brillante|bocanada roja)`,
      nearMisses: `bleeding (has|had)? ..1 stopped / (has|had)? stopped bleeding / bleeding is normal / (dejo|paro) de sangrar / (bleeding|flow) (is|was|has been)? ..1 (usual|normal|light|as usual|as always|regular|the same) / (not|isn't|no) bleeding ..1 / stopped bleeding / bleeding stopped / (no|ya no) sangra / dejo de sangrar / no (gum)? bleeding / gums ..3 (bleed|bleeding) ..6 (brush|floss|brushing|flossing) / bleeding gums / encias ..3 (sangran|sangra|sangrado) ..4 (cepill*|hilo)? / me sangran las encias / (scratch|scratching|scratched|pick|picking) ..4 (bleed|bleeds|blood|bleeding) / sangre ..3 rasc* / rasc* ..4 sangr* / loose ..1 tooth ..10 / (diente|dientes) flojo ..8 / tooth ..6 (bleeds|bleed) ..3 (tiny|little|bit) ..8 / (moreton|moretoncito) ..2 (chico|chiquito|chiquitito|pequeno) / moretoncito
        (bleeding|bleeds|bleed|bled|desangr*|sangra|sangrando|hemorrhag*) (out|pure|puro|pura|de|nuestro|mi|nuestra)? (money|cash|ink|toner|funds|customers|dinero|plata|tinta|toner)
        (elevator|escalator|lift|printer|copier|boiler|compressor|pump|pipe|engine|ascensor|elevador|impresora|caldera|tuberia|compresor|motor) ..6 (bleeding|bleeds|bled|desangr*|sangra|sangrando) (out|pure|puro|pura|de|hydraulic|motor|engine|brake)? (oil|diesel|fuel|coolant|grease|paint|aceite|combustible|refrigerante|pintura)
        (which|what|floor|where|find|to|call|called|from|at|the) (is|are|floor is|floor|the)? bleeding disorders (on|in|at|clinic|center|floor|department|suite|unit|office|and|located|desk)? / (clinica|piso|departamento|unidad|consulta) de (trastornos|enfermedades) (hemorragic*|de la sangre|de coagulacion) / (a|the|this|that|your|no) bleeding (great|idiot|nuisance|awful|obvious|thing|car|pothole|shame|phone|minute|joke) / bled ..2 (<number>|one|two|three|four|five|a few|few|a couple) (minutes|min|mins|seconds) / bled ..1 (a little|a bit|briefly|slightly) / (no one|nobody|none) ..4 bleeds`,
    },
    {
      id: 'hemorrhoid',
      name: 'Hemorrhoids',
      kind: 'mild',
      en: `hemorrhoid / hemorrhoids / piles`,
      es: `hemorroide / hemorroides / almorranas`,
    },
    {
      id: 'small-wound',
      name: 'Cut or small wound',
      kind: 'symptom',
      en: `cut (my|his|her) (finger|hand|foot|leg|knee|thumb|arm) / scrape / scraped / scratches / scratch on / paper cut / small cut / stepped on a nail / rusty nail / need stitches / splinter / cut (on|across) (my|his|her) ..2 (palm|hand|finger|foot|leg|arm|knee|chin|thumb) / deep cut / (gapes|gaping) open / (stepped|step) on (a|some) ..1 (nail|glass) / puncture wound / <number> stitches / (superficial|shallow|small|tiny) (cut|scrape|scratch|nick) / cut is (superficial|shallow|small|tiny)`,
      es: `me corte (el|la) / cortada / raspon / rasguño / pise un clavo / clavo oxidado / necesito puntos / astilla / cortada en (el|la) / cortadura / me corte / se corto / herida / brecha ..4 (ceja|frente|cabeza|barbilla|menton|labio) / (pise|clave|clavo) ..1 un ..1 (clavo|vidrio|cristal|hierro|alambre|anzuelo|fierro)`,
      nearMisses: `stitch ..2 (on|in|when|at) ..3 (right|left|side|coughing|running|breathing|breathes) / tongue scraper`,
    },
    {
      id: 'coffee-vomit',
      name: 'Vomit like coffee grounds',
      kind: 'red_flag',
      en: `
        coffee (ground|grounds) / (threw|throwing|throws) up ..4 (coffee|black|dark brown|brown grainy) / (black|dark|brown) (vomit|puke|throw up) / vomit* ..4 (black|coffee|dark brown|like tar) / puk* ..4 (black|coffee|dark brown) / vomit (is|was|looks) (black|dark|like coffee) / (brought|bringing|brings|threw|throwing|came|coming|chucked) up ..6 (looks|like|looked|looking) ..6 (coffee|grounds|tar|soot|gravy granules)`,
      es: `
        (posos|asientos|borra|granos) de cafe / vomit* ..4 (negro|cafe molido|como cafe|oscuro|chocolate) / (devolv*|arroj*|guacar*) ..4 (negro|como cafe|oscuro) / vomito (negro|oscuro|cafe) / (vomit*|devolv*|arroj*|echo|eche) ..6 (borra|poso|posos|asiento|molido|granos|como cafe|cafe molido|chapopote|tierra negra) / (posos|poso|asientos|borra|granos) del cafe / lo que (echa|vomita|devuelve|sale) es ..1 (oscuro|negro)`,
    },
    {
      id: 'tarry-stool',
      name: 'Black, tarry stool',
      kind: 'red_flag',
      en: `
        (black|tarry|tar|jet black|sticky black) ..2 (poop|stool|stools|bm|poo|diarrhea|bowel movement) / (poop|stool|stools|bm|poo|diarrhea) ..4 (black|tar|tarry|like tar|jet black) / melena / pooping (black|tar) / (stool|poop|poo|bm|bowel movement) ..4 (like tar|tar|black|sticky|molasses|coffee) / (toilet|comes out|came out|coming out) ..6 (tar|tarry|molasses) / (runs|diarrhoea|motions|motion|number two|number twos|poos|turds) ..3 (black|tarry|like tar) / black as tar / (black|dark) ..2 (treacle|tar like)`,
      es: `
        (popo|heces|excremento|caca|evacuacion*|deposicion*|bano|obro|obrar|hago) ..4 (negr*|alquitran|chapopote|petroleo|brea) / (negro|negra) como (chapopote|alquitran|petroleo|brea) / melena / hago (del bano)? negro / obro negro / (cursos|churretes|churria*|chorrillo|soltura|currutaca|deposiciones) ..4 (negr*|alquitran|brea) / (negr*|oscur*) como ..2 (chapapote|chapopote|alquitran|brea|borra de cafe|regaliz)`,
    },
    {
      id: 'red-urine',
      name: 'Red, pink or cola-coloured urine',
      kind: 'red_flag',
      en: `
        <pee> ..4 (red|bloody|blood|pink|cola|coke|brown|tea|rust*|dark) / (red|bloody|pink|cola|brown|dark|blood) ..2 (colored|in)? ..1 (my|his|her)? <pee> / peeing ..2 (blood|red|clots) / hematuria / clots when i pee / red urine / urine ..3 (red|pink|cola colored) / (cherry|cranberry|cola|coke|coca cola|rust|rusty|wine|ketchup) ..1 (color|colored|coloured|looking)? ..1 (pee|urine|wee|piss) / (pee|urine|peed|piss|peeing) ..4 (cherry|cranberry|cola|coke|rust|rusty|wine)`,
      es: `
        <pee> ..4 (roj*|sangre|rosad*|cafe|coca|coca cola|oscur*|como te) / (sangre|roj*) ..3 (en la|la|mi)? (orina|pipi) / orin* ..2 (roj*|sangre|oscur*|cafe) / hematuria / coagulos (al|en la) orin* / (orina|orine|pipi|orinar|pis|meo|meada) ..4 (color vino|color coca*|de coca cola|vino tinto|color ladrillo|color cereza)`,
      nearMisses: `(red|pink|rojo|roja) ..1 (pants|shirt|dress|shoes|cup|cap|lid|label|pantalon|vaso|tapa) / wee (bit|bits|boy|girl|lad|lass|one|ones|man|cut|spot|spots|dot|dots|itchy|red spot|red dots|tiny|while|touch|blister|bump|lump|baby|scratch|graze|quick) / wee ..1 (red|pink) (dots|spots|marks|bumps|rash|patch|patches|line)`,
    },
    {
      id: 'red-urine-once',
      name: 'Red urine once',
      kind: 'symptom',
      en: `(one|once|single) ..2 (wee|pee|trip) ..6 (pink|red|rose|blood*|claret|reddish|rusty) / (pink|red|rose|blood*|reddish) ..4 (wee|pee|urine) ..1 (once|one time)`,
      es: `(una vez|una sola vez|un pipi|una pipi|una orinada|una meada) ..6 (roj*|rosad*|rosit*|sangre|vino) / (orine|orino|pipi|orina) ..4 (roj*|rosad*|rosit*|sangre) ..2 (una vez|una sola vez)`,
      nearMisses: `(beet|beets|beetroot|betabel|remolacha)`,
    },
    {
      id: 'big-bruises',
      name: 'Many or large bruises without a blow',
      kind: 'red_flag',
      en: `
        (huge|big|large|giant|massive|weird|unexplained|new|lots of|random|black and blue) ..1 (bruise|bruises|bruising) / (bruise|bruises|bruising) ..4 (all over|everywhere|no reason|for no reason|out of nowhere|without|easily|huge|spreading|popping up) / bruise* easily / black and blue (all over|everywhere) / covered in bruises / gums (bleed|bleeding|are bleeding) / bleeding (gums|from (my|his|her)? gums)`,
      es: `
        (moreton*|moratones|cardenales|hematomas) ..4 (enorme*|grande*|todo el cuerpo|sin (golpe|razon|motivo)|nada|por todos lados|raros|muchos) / (muchos|enormes|grandes) (moretones|moratones|hematomas|cardenales) / llen* de moretones / (sangran|sangrado de|sangrando) ..2 encias / encias ..2 sangr* / me salen moretones`,
      nearMisses: `(encias|gums) ..8 (cepill*|brush*|floss*|hilo) / (big|large) ..1 bruise ..3 (shin|thigh|arm|knee|hip|elbow|leg|forearm|toe) / gums ..4 bleed* / (floss*|brush*) ..8 gums`,
    },
    {
      id: 'tonsil-bleed',
      name: 'Bleeding after tonsils out',
      kind: 'red_flag',
      en: `
        (tonsil|tonsils|tonsillectomy|adenoids) ..14 (blood|bleeding|bleed|bloody|bled) / (blood|bleeding|bleed|spitting|bloody) ..10 (tonsil|tonsils|tonsillectomy|adenoids) / (tonsils|tonsil|adenoids) ..16 (spitting|spat|coughing) ..3 (red|blood)`,
      es: `
        (amigdalas|anginas|amigdalectomia) ..14 (sangre|sangra|sangrado|sangrando) / (sangre|sangra|sangrado|sangrando|escupe) ..10 (amigdalas|anginas|amigdalectomia)`,
    },
    {
      id: 'tonsils-out',
      name: 'Tonsils taken out lately',
      kind: 'fact',
      en: `(tonsils|tonsil|adenoids) ..3 (out|removed|taken out|taken|cut out|surgery) / tonsillectomy / adenoidectomy / (took|take|removed) ..2 (tonsils|adenoids) ..1 (out)? / (tonsils|adenoids) (came|come|coming|were|are) out / (tonsils|adenoids) ..2 (yanked|snipped) / (tonsillectomy|adenotonsillectomy|adenoidectomy|tonsil operation|tonsil surgery)`,
      es: `(sacaron|quitaron|operaron|extirparon|operado|operada|operacion) ..4 (anginas|amigdalas|adenoides|vegetaciones) / amigdalectomia / (amigdalas|anginas) ..3 (operad*|quitad*|sacad*) / (amigdalectomia|adenoidectomia|adenoamigdalectomia) / operacion de ..1 (amigdalas|anginas|adenoides) / operar* ..6 (amigdalas|anginas|adenoides|vegetaciones) / operado de las (amigdalas|anginas)`,
      nearMisses: `(years|anos) ago`,
    },
    {
      id: 'keeps-swallowing',
      name: 'Swallows again and again',
      kind: 'symptom',
      en: `(keeps|keep|kept|constantly|always|nonstop) ..1 (swallowing|gulping) / gulping gulping / swallowing ..2 (over and over|all the time|again and again|constantly|a lot more) / (gulps|swallows) ..2 (every few seconds|over and over|in (his|her) sleep|constantly)`,
      es: `(traga|tragando|trague) ..2 (y traga|todo el tiempo|a cada rato|seguido|dormid*|sin parar|y trague) / (no (para|deja) de|vive) (tragar|tragando) / pasa saliva ..2 (todo el tiempo|a cada rato|seguido|sin parar)`,
    },
    {
      id: 'blood-on-pillow',
      name: 'A red stain on the pillow',
      kind: 'symptom',
      en: `(red|pink|dark|rusty|fresh|bloody|crimson) ..1 (patch|stain|stains|spot|spots|pool|smear|smears|ring|mark|marks|puddle|streaks) ..3 (pillow|pillowcase|sheet|sheets|bed|cot|towel|tissue)`,
      es: `(mancha|manchas|charquito|charco|manchon|marca|rastro) ..2 (roj*|rosad*|oscur*|de sangre|fresc*) ..4 (almohada|funda|sabana|sabanas|cama|cuna|toalla)`,
      nearMisses: `(nail polish|polish|wine|ketchup|paint|ink|lipstick|juice|lolly|esmalte|vino|pintura|jugo|catsup|labial|tinta) ..10 / (stain|mancha|patch|spot) ..6 (nail polish|polish|wine|ketchup|paint|ink|lipstick|juice|esmalte|vino|pintura|jugo|labial|tinta)`,
    },
    {
      id: 'fistula-bleed',
      name: 'Dialysis access bleeds',
      kind: 'red_flag',
      en: `
        (fistula|graft|dialysis (access|arm|site|line|catheter|needle)|av access|shunt) ..8 (bleeding|bleed|blood|bled|spurting|oozing|gushing|won't stop) / (bleeding|blood|bleed|spurting) ..6 (fistula|graft|dialysis|shunt) / fistula ..3 (burst|popped|open) / (avf|av fistula|avg) ..4 (bleed|bleeding|blood)`,
      es: `
        (fistula|injerto|acceso|cateter) ..8 (sangra|sangrando|sangre|sangrado|no para) / (sangra|sangrando|sangre|sangrado) ..6 (fistula|dialisis|acceso|injerto|cateter) / fistula ..3 (revento|abrio|rompio)`,
    },
    {
      id: 'long-nosebleed',
      name: 'Nosebleed that goes on',
      kind: 'red_flag',
      en: `
        (nosebleed|nose bleed|bloody nose|nose (is)? bleeding|bleeding from (my|his|her) nose|nose) ..6 (for (half|an|a|over|more|almost|about|at least|<number>|the)|(15|20|25|30|40|45|50|60|90) (min|mins|minutes)|hour|hours|all day|won't stop|wont stop|not stopping|doesn't stop|can't stop|still (going|bleeding)|gushing|pouring|soaked|both sides|towels)
        (pinch|pinching|pinched|holding|squeezing|squeezed|plugging|plugged|packing) ..4 (nose|nostril) ..20 (still|pouring|running|dripping|won't stop|not stopping|keeps|down my throat|gushing|soaked|paper towel) / (nose|nostril) ..8 (pouring|gushing|running red|like a faucet|faucet|won't quit|soaked|towel|towels|an hour|two hours|<number> hours|<number> minutes) ..6 (blood*|bleed*)? / (nosebleed|bloody nose|nose bleed) ..10 (hour|hours|since|still|won't stop|throat|towels|clots) / going down my throat ..4 (too|also)?`,
      es: `
        (nariz|nasal) ..6 (hora|horas|(15|20|25|30|40|45|60) minutos|no para|no se para|sin parar|no deja|chorro*|todo el dia|toallas) / (hora|horas|minutos|rato) ..3 sangr* ..3 nariz / sangr* ..3 nariz ..3 (hora|horas|no para|minutos)
        (aprieto|apretando|apretada|tapada|tapando|pellizco) ..4 nariz ..14 (sigue|todavia|no para|escurre|chorro|garganta|toalla) / (nariz|narices) ..8 (no para|chorro|a chorros|llave|empapad*|toallas|horas|media hora|coagulos) / sangre ..4 (por la nariz|de la nariz) ..10 (no para|horas|hora|rato|todavia|garganta)`,
      nearMisses: `stopped (after|in|within) ..3 (minute|minutes) / nose runs / nose bled for (about|around|only|just)? ..1 (a few|two|three|four|five|six|eight) minutes / nariz como ..1 (llave|grifo|regadera)`,
    },
    {
      id: 'heavy-period',
      name: 'Heavy period',
      kind: 'symptom',
      en: `
        (period|periods) ..4 (heavy|super heavy|so heavy|won't stop|weeks|10 days|two weeks|nonstop|flooding) / heavy (period|periods|flow|bleeding from my period) / flooding (through|my)`,
      es: `
        (regla|periodo|menstruacion) ..4 (abundante|fuerte|mucho|no para|semanas|dias|muchisim*|hemorragia) / (mucho|demasiado) flujo de sangre / reglas abundantes / sangrado menstrual (abundante|fuerte) / coagulos ..4 como (higos|ciruelas|higado|monedas|pelotas) / cambio ..3 (compresa|toalla|tampon|pad) cada ..1 (hora|dos horas|<number> horas)`,
    },
    {
      id: 'not-stopping',
      name: 'Does not stop',
      kind: 'fact',
      en: `without stopping / (running|runs|dripping|pouring) down ..2 (back|throat) / (won't|doesn't|hasn't|has not|will not) ..1 (stop|stopped)`,
      es: `sin parar / no (para|se detiene|cede) / (baja|escurre) ..2 garganta`,
    },
  ],
  rules: [
    { id: 'bleed-01', outcome: 'emergency', when: 'heavy-bleeding', says: 'Heavy bleeding', advice: 'bleeding', source: 'medline-bleeding' },
    { id: 'bleed-02', outcome: 'emergency', when: 'vomiting-blood', says: 'Vomiting blood', advice: 'bleeding', source: 'nhs-gi-bleed' },
    { id: 'bleed-03', outcome: 'emergency', when: 'black-stool + dizzy|fainting|faint-standing|on-anticoagulant|lots-of-blood|heavy-bleeding|short-of-breath|weak-said|belly-danger|pale|chest-pain|palpitations|age-65-plus', says: 'Blood in the stool with a danger sign', advice: 'bleeding', source: 'nhs-gi-bleed' },
    { id: 'bleed-04', outcome: 'urgent', when: 'black-stool', says: 'Blood in the stool or black stool', advice: 'bleeding', source: 'nhs-gi-bleed', ask: ['bleed-faint', 'bleed-much'] },
    { id: 'bleed-05', outcome: 'urgent', when: 'bleeding-any + on-anticoagulant', says: 'Bleeding on a blood thinner', advice: 'bleeding', source: 'nhs-anticoagulant', ask: ['bleed-much', 'neuro-hurt'] },
    { id: 'bleed-06', outcome: 'soon', when: 'bleeding-any', says: 'Bleeding', advice: 'bleeding', source: 'medline-bleeding', ask: ['bleed-much'] },
    { id: 'bleed-07', outcome: 'self_care', when: 'nosebleed', says: 'Nosebleed', advice: 'bleeding', source: 'nhs-common', ask: ['bleed-much', 'bleed-faint'] },
    { id: 'bleed-08', outcome: 'self_care', when: 'small-wound', says: 'Cut or wound', advice: 'wound', source: 'medline-bleeding' },
    { id: 'belly-12', outcome: 'routine', when: 'hemorrhoid', says: 'Hemorrhoids', advice: 'belly', source: 'nhs-common', yields: true },
    { id: 'bleed-09', outcome: 'emergency', when: 'coffee-vomit', says: 'Vomit like coffee grounds', advice: 'bleeding', source: 'nhs-gi-bleed' },
    { id: 'bleed-10', outcome: 'emergency', when: 'tarry-stool + dizzy|fainting|faint-standing|weak-said|pale|on-anticoagulant|palpitations|short-of-breath|age-65-plus|belly-pain|lots-of-blood', says: 'Black stool with a danger sign', advice: 'bleeding', source: 'nhs-gi-bleed' },
    { id: 'bleed-11', outcome: 'urgent', when: 'tarry-stool', says: 'Black, tarry stool', advice: 'bleeding', source: 'nhs-gi-bleed', ask: ['bleed-faint', 'bleed-much'] },
    { id: 'bleed-12', outcome: 'emergency', when: 'tonsil-bleed', says: 'Bleeding after tonsils out', advice: 'bleeding', source: 'medline-bleeding' },
    { id: 'bleed-40', outcome: 'emergency', when: 'tonsils-out + bleeding-any|lots-of-blood|heavy-bleeding|vomiting-blood|blood-said', says: 'Bleeding after tonsils out', advice: 'bleeding', source: 'medline-bleeding' },
    { id: 'bleed-41', outcome: 'emergency', when: 'tonsils-out + keeps-swallowing|blood-on-pillow', says: 'Bleeding after the tonsils were taken out', advice: 'bleeding', source: 'medline-bleeding' },
    { id: 'bleed-42', outcome: 'soon', when: 'blood-on-pillow', says: 'A red stain on the pillow', advice: 'nurse', source: 'medline-bleeding' },
    { id: 'bleed-13', outcome: 'emergency', when: 'fistula-bleed', says: 'Dialysis access bleeds', advice: 'bleeding', source: 'medline-fistula' },
    { id: 'bleed-14', outcome: 'emergency', when: 'long-nosebleed + on-anticoagulant|dizzy|fainting|faint-standing|age-65-plus|heavy-bleeding|weak-said|pale', says: 'Long nosebleed in a person at risk', advice: 'bleeding', source: 'medline-bleeding' },
    { id: 'bleed-15', outcome: 'urgent', when: 'long-nosebleed', says: 'Nosebleed that goes on', advice: 'bleeding', source: 'medline-bleeding', ask: ['bleed-much', 'head-thinner'] },
    { id: 'bleed-16', outcome: 'emergency', when: 'on-anticoagulant + red-urine|black-stool|tarry-stool|coughing-blood|overdose|double-dose|headache + big-bruises|red-urine|bleeding-any|head-injury|black-stool|tarry-stool', says: 'Bleeding at several places on a blood thinner', advice: 'bleeding', source: 'nhs-anticoagulant' },
    { id: 'bleed-17', outcome: 'urgent', when: 'on-anticoagulant + big-bruises|red-urine', says: 'Bruises or red urine on a blood thinner', advice: 'bleeding', source: 'nhs-anticoagulant', ask: ['bleed-much', 'neuro-hurt'] },
    { id: 'bleed-18', outcome: 'urgent', when: 'red-urine', says: 'Red or dark urine', advice: 'urine', source: 'nhs-uti' },
    { id: 'bleed-43', outcome: 'soon', when: 'red-urine-once', says: 'Red urine once, and clear since', advice: 'urine', source: 'nhs-uti' },
    { id: 'bleed-19', outcome: 'soon', when: 'big-bruises', says: 'Many bruises or bleeding gums', advice: 'bleeding', source: 'medline-bleeding' },
    { id: 'bleed-20', outcome: 'emergency', when: 'big-bruises + fever|on-chemo|headache', says: 'Bruises with fever or headache', advice: 'fever', source: 'cdc-sepsis' },
    { id: 'bleed-21', outcome: 'urgent', when: 'heavy-period + long-days|dizzy|faint-standing|weak-said|tired-said|pale|long-time|short-of-breath|on-anticoagulant', says: 'Heavy period with weakness', advice: 'bleeding', source: 'nhs-period', ask: ['bleed-faint', 'bleed-much'] },
    { id: 'bleed-22', outcome: 'soon', when: 'heavy-period', says: 'Heavy period', advice: 'bleeding', source: 'nhs-period', ask: ['bleed-much'] },
    { id: 'bleed-23', outcome: 'urgent', when: 'small-wound + gaping|dirty-wound|bite|diabetes|immune-weak', says: 'Open or dirty wound', advice: 'wound', source: 'cdc-tetanus' },
    { id: 'bleed-60', outcome: 'emergency', when: 'nosebleed|nosebleed-brief + on-anticoagulant + not-stopping|wont-go|long-nosebleed', says: 'Nosebleed on a blood thinner that does not stop', advice: 'bleeding', source: 'nhs-anticoagulant' },
  ], // prettier-ignore
  questions: [
    { id: 'bleed-faint', about: 'fainting', en: 'Do you feel faint, or is your heart racing?', es: '¿Siente que se desmaya o le late rápido el corazón?' },
    { id: 'bleed-much', about: 'heavy-bleeding', en: 'Is there a lot of blood, or does it not stop after 10 minutes of pressure?', es: '¿Hay mucha sangre o no para después de 10 minutos de presión?' },
  ], // prettier-ignore
}
