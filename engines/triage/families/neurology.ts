import type { Family } from '../protocol.ts'

export const neurology: Family = {
  id: 'stroke',
  title: 'Stroke, seizure, fainting, headache, meningitis',
  ask: ['neuro-weak', 'neuro-sudden', 'neuro-neck', 'neuro-hurt'],
  concepts: [
    {
      id: 'stroke-named',
      name: 'Says stroke',
      kind: 'red_flag',
      en: `
        (having|had|has|have|suffering|just had|is having|think it is|think it's|like) (a|another|mini)? (mini)? stroke / stroke / stroke symptoms / (a|had|another|having|previous) tia / tia (symptoms|spell|stroke|again) / mini stroke / ministroke / brain bleed / bleeding in the brain / brain attack / cva / cerebral hemorrhage / stroked out / brain hemorrhage / fast test positive / transient ischemic attack / intracranial bleed / subarachnoid`,
      es: `
        derrame (cerebral)? / embolia (cerebral)? / ataque cerebral / infarto cerebral / le dio un derrame / me dio un derrame / ictus / accidente cerebrovascular / apoplejia / aneurisma cerebral / hemorragia cerebral / sangrado en el cerebro / mini derrame / isquemia cerebral / trombosis cerebral / le esta dando un derrame / evento cerebrovascular / embolia en el cerebro`,
      nearMisses: `since (my|his|her|the|our)? ..2 stroke / after (the|his|her|my|our) ..1 stroke / (desde|despues de|despues del|por) (el|su|mi|del)? ..1 (derrame|ictus|embolia)`,
    },
    {
      id: 'face-droop',
      name: 'Face drooping',
      kind: 'red_flag',
      en: `
        <face> ~ (drooping|droopy|droop|drooped|droops|dropped|dropping|crooked|lopsided|sagging|sagged|uneven|twisted|falling|slack|slanted|numb|paralyzed|asymmetrical|asymmetric|hanging) / (one|half|left|right) (side)? ..3 <face> ..4 (droop*|numb|sagg*|paralyzed|weak|fell|frozen|not moving|won't move|weird) / facial (droop|weakness|paralysis|numbness|asymmetry) / smile (is|looks)? (crooked|uneven|lopsided) / can't (smile|move) ..3 (face|side) / can't smile / (face|mouth|cheek|lip) ..6 (melt*|sliding|slid|slipping|hanging|pulled to|sag|slumping|not even|won't close|won't move|fell) ..4 (right|left|side|down|one)? / (can't|cannot) (drink|eat) ..3 (dribbl*|drool*|spilling|without) / (mouth|face|lip|coffee|tea|water|food|soup|milk|saliva|spit) ..4 dribbl* / dribbl* ..4 (mouth|chin|face|side|corner) / drool* ..3 (side|corner)
        (side|half|corner) of ..2 (smile|face|mouth|lip) ..5 (isn't|is not|not|won't|doesn't|wasn't|stays|stayed|don't) ..2 (coming up|come up|moving|move|lifting|lift|working|going up|go up|down|flat|matching|match) / (smile|face|mouth|grin) ..3 (only|just) ..2 (goes|works|lifts|moves) ..3 (one side|half) / (smile|face|mouth|grin) ..3 (off|slid*|slump*|melting|lopsided|wonky|goofy) ..3 (side|left|right) / half (his|her|my) face ..3 (asleep|dead|gone|stuck|frozen)`,
      es: `
        <face> ~ (caida|caido|torcida|torcido|chueca|chueco|ladeada|ladeado|desviada|desviado|paralizada|paralizado|colgando|dormida|adormecida|de lado|virada|entumecida) / se me (cae|cayo|torcio|durmio|paralizo|fue) ..3 (cara|boca|lado) / se le (cae|cayo|torcio|durmio|paralizo|fue|ve chueca) ..3 (cara|boca|lado) / (media|mitad de la) cara / paralisis facial / no puedo (sonreir|mover la cara) / no puede (sonreir|mover la cara) / sonrisa (chueca|torcida) / boca de lado / (cachete|cara|boca|ojo|labio|parpado) ..4 (cuelga|colgad*|cae|caid*|chuec*|torc*|derrit*|jal*|desvi*) / (se le|se me) (cuelga|cae|derrite|jala|va) ..3 (cachete|cara|boca|ojo|labio|parpado)
        (lado|mitad|media) ..4 (sonrisa|cara|boca) ..5 (no sube|no se mueve|no levanta|no responde|caid*|colgad*|dormid*|guang*) / (boca|sonrisa|cara) ..3 (chueca|de lado|ladeada|torcida|jalada|virada) / se le (fue|viro|enchueco|torcio|ladeo) ..2 (la)? (boca|cara)`,
      nearMisses: `(can't|cannot|cant) eat without / drop the mask / (puts|put|putting|chews|chewing|everything|fist|fists) ..4 mouth ..4 (dribbl*|drool*) / dry mouth ..4`,
    },
    {
      id: 'one-side-weak',
      name: 'Weak or numb on one side',
      kind: 'red_flag',
      en: `
        (one|left|right|whole left|whole right|entire left|half) (side|half|arm|leg|hand|foot|sided) ..5 <numb> / <numb> ..6 (one|left|right) (side|arm|leg|hand|foot|half) / <numb> ..3 (one|half) (side)? of (my|his|her|the) body / <limb> ..3 (went|gone|going|is|has gone|suddenly) (numb|dead|limp|weak) / (left|right|one) (arm|leg|hand|side) (won't|doesn't|does not|can't|isn't) (move|moving|work|working|lift) / <cant> (lift|raise|move|feel|use) ..2 (arm|leg|hand|side|left|right|legs|arms) / hemiparesis / hemiplegia / arm drift / one sided weakness / (left|right) sided weakness / dropping things ..4 (hand|suddenly) / lost (feeling|strength|use) in ..3 (arm|leg|side|hand) / arm (fell|drops|dropped) / <limb> ~ <weak> / (arm|left arm|right arm) ..3 (heavy|dead|like lead) / motor weakness / (hemi|left|right|lt|rt) ..2 weakness
        (poured|pours|missed|misses|pouring|reaching|reached) ..4 (right)? ..1 (past|beside|next to) (the|his|her|my) (cup|mug|glass|plate) / (keeps|kept|keep|keeping) dropping ..4 (fork|spoon|phone|cup|keys|things|everything|mug|toothbrush) / (fork|spoon|cup|mug|phone|keys|pen) ..3 (fell|falls|falling|slips|slipped|slides|drops) ..3 (out of|from)? ..2 (his|her|my) (hand|fingers|grip) / (arm|leg|hand|side) ..3 (like lead|dead weight|doesn't listen|won't listen|flops|dangles|drags|dragging|won't do what) / (spoon|fork|cup|mug|food) ..1 (beside|past|next to) ..1 (mouth|lips) / (left|right|one|other) (side|arm|leg|hand|half) ..2 (isn't|is not|ain't|won't|wont|not|doesn't|quit|stopped|isnt) ..1 (listen|listening|obey|obeying|respond|responding|answering|cooperating|cooperate|minding|doing what) / (says|saying|insists|swears|tells me|thinks) ..3 (not|isn't|isnt|ain't) (my|her|his|hers) (own)? (arm|hand|leg) / (that's|thats) not (my|her|his) (arm|hand|leg) / (arm|hand|leg|legs) ..2 (aren't|arent|isn't|isnt|won't|wont|not|ain't|aint) ..1 (doing|do) what (i|he|she) (tell|tells|want|wants) / (left|right) (side|arm|leg|hand) ..1 (quit|gave out|gave up|went dead|checked out|shut off|stopped working|went on strike) / (asks|asked|asking|wonders|wondering|wants to know) ..2 whose (arm|hand|leg|foot) / whose (arm|hand|leg) ..2 (this|that|it) is / (go|going|goes|fall|falling|falls|lean|leaning|leans|tip|tipping|tips|veer|veering|veers|pull|pulled|drift|drifting) ..1 (over|off)? ..1 to (the|my|his|her|one) (left|right|side) ..3 (every time|each time|when|whenever|walk*|stand*|and)`,
      es: `
        (un|medio|lado|brazo|pierna|mano|mitad|la mitad) ..3 (lado|cuerpo|izquierdo|izquierda|derecho|derecha)? ..4 <numb> / <numb> ..6 (un|medio|brazo|pierna|mano|lado|mitad) ..2 (lado|cuerpo|izquierdo|izquierda|derecho|derecha)? / se me (durmio|duerme|adormecio|adormece|entumecio) ..3 (brazo|pierna|mano|lado|cuerpo|pie) / se le (durmio|duerme|adormecio|entumecio|paralizo) ..3 (brazo|pierna|mano|lado|cuerpo) / <cant> (mover|levantar|alzar|sentir|usar) ..3 (brazo|pierna|mano|lado|piernas|brazos|cuerpo) / no (siento|siente|mueve|muevo|responde|me responde) ..3 (brazo|pierna|mano|lado|piernas|cuerpo) / hemiplejia / perdi (fuerza|la fuerza|sensibilidad) ..4 (brazo|pierna|mano|lado) / sin fuerza en (el|la|un|una) (brazo|pierna|mano|lado) / <limb> ~ <weak> / brazo ..3 (pesad*|muert*|como plomo)
        se (me|le) (cae|caen|caia|cayo|resbala) ..3 (tenedor|cuchara|taza|vaso|celular|cosas|plato|llaves) ..4 (mano|manos)? / (brazo|pierna|mano|lado) ..3 (no (me|le) (responde|obedece|hace caso)|como muert*|de trapo|arrastra*|colgando) / (lado|brazo|mano|pierna|mitad) ..3 no ..2 (hace caso|obedece|responde|contesta) / (dice|repite|jura|insiste) ..4 (brazo|mano|pierna) no es (suy*|de ella|de el|mi*) / (brazo|mano|pierna) ..2 como (ajen*|de otr*|prestad*) / (pregunta|preguntaba) ..3 de quien es ..2 (brazo|mano|pierna) / (me voy|se va|me caigo|se cae|me inclino|se inclina|me jala|se ladea) ..2 (de|hacia|para|al|a la) ..1 (lado|izquierda|derecha)`,
      nearMisses: `(picture|frame|car|bike|table|shelf|door|cart|truck|mower|golf) ..6 to the (left|right) / (lift|raise|raising|lifting) (her|his|my|their|both|the) arms ..3 (comb|combing|brush|wash|do|hang|reach|dress) / (levantar|alzar|subir) los brazos ..3 (peinar*|lavar*|vestir*) / <number> (yrs|years|years,) numb feet / diabetic ..4 numb feet`,
    },
    {
      id: 'speech-trouble',
      name: 'Speech slurred or lost',
      kind: 'red_flag',
      en: `
        slur* / (speech|words|talking|speaking) ..4 (slurred|slurring|garbled|jumbled|mixed up|gibberish|nonsense|weird|strange|funny|not making sense|doesn't make sense|mumbled|off) / (talking|speaking|talks) (gibberish|nonsense|funny|weird|like (he|she) is drunk) / <cant> (find words|find the words|get (my|his|her)? words out|speak (right|clearly|well|at all|anymore|properly)|talk (right|clearly|well|at all|anymore|properly)|understand (what (people|he|she|they) (say|says|are saying|is saying)|speech|words)|say (her|his|my) name) / (lost|losing) (my|his|her|the)? (speech|ability to (speak|talk)) / words (won't|don't) come out / words come out wrong / not making (any)? sense / aphasia / dysarthria / trouble (speaking|talking|finding words) / suddenly can't (talk|speak|read) / tongue feels thick / sounds drunk (but|and)? / mumbling / difficulty (speaking|talking) / confused words / (he|she|mom|dad|grandma|grandpa|husband|wife|suddenly|baby|has) ..1 (stopped|quit) (talking|speaking) / can't get (his|her|my) words / goes quiet and ..3 (stare*|droop*)
        (words|speech|talk|talking|sentence|sentences|it|voice) ..6 (mush|mushy|mushmouth|gibberish|garbled|jumbled|jumble|scrambled|thick|marbles|nonsense|alphabet soup|word salad) / (talking|speaking|sounds) ..2 like (he's|she's|hes|shes|he is|she is) (drunk|got marbles) / (can't|cant|couldn't|cannot) get (the|his|her|my|any)? ..1 words out / tongue ..3 (won't work|not working|heavy|thick|tied) / (can't|cannot|couldn't) (talk|speak) ..2 (suddenly|all of a sudden|out of nowhere|anymore) / (words|speech|sentences) ..4 (soup|porridge|salad) / (none|not one|half) of the words ..3 (are|is|were|make) ..2 (real|right|sense) / (words|sentences) ..3 (aren't|arent|not|no longer) (real|right|words|making sense) / (talking|speaking|speech) ..4 (gibberish|word salad|jibberish|nonsense)`,
      es: `
        (habla|habl*|palabras|lengua) ..4 (enredad*|arrastr*|trabad*|raro|rara|mal|enred*|trab*|incoherente*|pastos*) / arrastra* ..1 palabras / <cant> (hablar|decir|pronunciar|entender|encontrar las palabras|formar palabras) / no (habla|hablaba) (bien|claro) / no se le entiende / no me (salen|sale) las palabras / no le (salen|sale) las palabras / se le traba la lengua / se me traba la lengua / perdi el habla / perdio el habla / dice (cosas sin sentido|incoherencias) / habla como borracho / dificultad para hablar / afasia / balbucea* / lengua pesada / habla incoherente / (dejo|deja) de hablar / (ya)? no (habla|puede hablar|contesta claro) / se quedo (mud*|sin habla)
        (habla|hablar|palabras|lengua|voz) ..5 (enred*|trab*|arrastr*|mochas|estropaj*|revuelt*|pesad*|como borrach*|enrevesad*) / no (se)? le (entiende|entendemos|entiendo) ..3 (habla|dice|nada)? / (habla|hablaba|hablando) ..2 (puras incoherencias|como borracho|como borracha|raro|disparates) / (habla|dice|hablando) ..3 (palabras|cosas) que no (existen|son|tienen sentido) / (habla|hablando) en (jerigonza|chino|trabalenguas)`,
      nearMisses: `no habla* ..2 (espanol|ingles|castellano) / (no le|no les|no lo) entiendo ..8 (ingles|pantalla|pagina|portal|app|cosa|ahi|maquina) / hablas raro / hablar (con la|con el|con una|con un|del) / rumbling / (people|everybody|everyone|others|they|tv|wife|husband|kids|teachers|actors) ..2 (mumble|mumbles|mumbling) / mumbl* ..3 (tv|hear|hearing) / throat ..20 voice ..3 thick / voice ..3 thick ..12 throat / (robot|bot|maquina|contestadora|grabacion|menu|aplicacion|app|sistema|pagina|chat) ..5 no (me)? ..1 (entiende|entienden) / (lo que|que) (dice|dicen|pone|ponen) (la|el|las|los|mi) (carta|factura|recibo|papel|resultado|resultados|letra)`,
    },
    {
      id: 'vision-loss',
      name: 'Sudden loss of sight',
      kind: 'red_flag',
      en: `
        (lost|losing|loss of|sudden loss of) ..2 (vision|sight|eyesight) / (can't|cannot|couldn't|can not|unable to) see ..3 (eye|eyes|anything|out|suddenly|side|left|right) / (went|gone|suddenly|am|im) blind / (curtain|shade|veil|shadow) ..4 (eye|vision|sight) / vision (is|has|just|suddenly|went)? (gone|black|blacked|blackout|dark) / (sudden|suddenly) ..4 (double vision|blurry|blurred|blind|vision) / double vision / seeing double / (vision|sight) loss / (can't|cannot) see (anything|at all|clearly|straight|out|nothing|now|anymore|right now) / eye went (black|dark|blind) / everything went (black|dark) / flashes and floaters / floaters and flashes / (flashes|flashing lights) ..5 (floaters|curtain|vision) / sudden vision / blurred vision suddenly / lost half (of)? my vision / (woke|waking) up blind / blind in ..2 eye / (can't|cannot) see (a thing|anything) / (half|part) of (my|his|her) (vision|sight) / (eye|vision|sight) ..3 (gone|went|black|dark|gray curtain|blank) / (curtain|shade|veil|blind) ..3 (came down|coming down|coming over|came over|fell|dropped) ..6 (eye|see|sight|vision) / (half|part) of what i see ..3 (gone|missing|black|dark)?`,
      es: `
        (perdi|perdio|perdiendo|perdida de|perdida subita de) ..2 (vista|vision) / no (veo|ve) ..3 (ojo|ojos|nada|lado|repente) / <cant> ver (nada|bien de|con|por) / (quede|quedo|quedando|estoy) cieg* / (cortina|velo|sombra|telon) ..4 (ojo|vista|vision) / vision doble / veo doble / ve doble / se me (fue|nublo|apago|oscurecio) la (vista|vision) / se le (fue|nublo|apago) la (vista|vision) / ceguera (repentina|subita)? / de repente ..3 (no veo|borroso|ciego|ciega) / (luces|destellos|relampagos) ..4 (moscas|vista|ojo) / veo todo negro / perdida de la vision / vista negra / (cortina|telon|velo) ..3 (bajo|cayo|negra|negro) ..6 (ojo|vista|ver)`,
      nearMisses: `(i'm|im|i am|am) blind ..6 (guide|screen reader|someone|who'll|walk me|building|come with) / (portal|app|site|account|locked|bloquead*|actualiz*) ..6 (can't|cant|no) ..2 (see|veo|ver) ..2 (nothing|anything|nada) / (see|ver|veo|ve) ..2 (nothing|anything|nada) ..6 (screen|portal|app|page|click|cuenta|pagina|logo|pantalla|teclas) / blind ..4 (since|from) (birth|childhood|a child|i was) / born blind / legally blind / blind for ..2 years / (ciego|ciega) ..2 (desde|de) (nacimiento|nino|nina|chico|hace) / vision (insurance|card|plan|coverage|benefits|center|exam|test)`,
    },
    {
      id: 'confusion',
      name: 'New confusion',
      kind: 'red_flag',
      en: `
        (suddenly|is|seems|getting|became|acting|newly|hes|shes|he's|she's|been) ..1 (confused|disoriented|delirious|incoherent) / confused (since|and (sleepy|dizzy|weak|hot|feverish|disoriented|weird|shaky)) / (fever|headache|sugar|fell|hit (his|her|my) head) ..6 confused / (dad|mom|father|mother|husband|wife|grandma|grandpa|he|she|son|daughter|patient) ..6 (confused|disoriented|delirious|incoherent) / confusion / confused about where / disoriented / delirious / delirium / hallucinat* / doesn't (know|recognize|remember) (where|who|me|what|us|his|her|the) / don't know where i am / not (acting|thinking|being) ..1 (right|straight|normal|like (himself|herself)|himself|herself) / (he|she|hes|shes|mom|dad|is) ..1 not (himself|herself) / altered (mental|consciousness|status) / talking out of (his|her) head / not making sense / can't think straight and / mental status change* / ams / forgot (his|her|my) (own)? name / acting (strange|weird|drunk|confused|bizarre) / (seems|acting|is|so|really|completely|hes|shes|he's|she's|feel|totally|little) out of it / loopy and / saying strange things / acting drunk / like (he's|she's|he is|she is) drunk / doesn't drink / doesn't know what (year|day|month) / (calls|called|calling) me by the wrong name / seeing (bugs|things|people|spiders|ants) ..4 (wall|there|aren't)? / seeing things / altered (mentality|mental state|mental status|sensorium) / mental change / (behavior|behaviour|personality) change / keeps forgetting (where|who|what day)
        (asks|asking|asked|repeating|repeats|says|saying) ..3 the same (question|questions|thing|things|story|sentence) ..3 (over|again|every|five|ten)? / (calls|called|calling) (me|us) by (my|the|his|her) (aunt's|sister's|mother's|mom's|dad's|brother's|dead|wrong) / thinks ..2 (it's|it is|i'm|i am|he's|she's|we're) ..3 (the wrong|at work|at home|his mother|her mother|her sister|back in) / (put|putting|found) ..5 in the (oven|freezer|fridge) ..6 (confus*|not right|strange|never) / trying to (answer|talk into) the (remote|shoe|banana|clock) / (talking|talkin|speaking|waving|yelling) ..2 to (people|someone|somebody|folks|things) ..3 (aren't|arent|isn't|isnt|not|wasn't|weren't) ..1 (there|here|real) / (put|puts|putting) ..3 (keys|phone|coffee pot|kettle|shoes|remote|wallet) ..2 in the (fridge|freezer|oven|microwave) ..8 (talk*|word*|confus*|know*)`,
      es: `
        (esta|anda|se ve|lo veo|la veo|amanecio|se puso|parece|lo noto|la noto|esta muy|bien|muy) ..1 (confundid*|confuso|confusa|desorientad*) / (papa|mama|abuelo|abuela|abuelito|abuelita|esposo|esposa|marido|suegro|suegra|hijo|hija|viejo|vieja|senor|senora) ..6 (confundid*|confuso|confusa|desorientad*) / (fiebre|azucar|cabeza|orina) ..6 (confundid*|confuso|confusa) / desorientad* / delirando / delirio / alucin* / desvaria* / no sabe (donde|quien|que dia|como se llama) / no se donde estoy / no (me|nos|lo|la) (reconoce|conoce) / no reconoce a / dice (incoherencias|cosas raras|cosas sin sentido) / actua raro / no es (el mismo|ella misma) / esta (ido|ida|perdid*|raro) / estado mental (alterado)? / olvido (su|como) (nombre|se llama) / no coordina / incoherente / anda como perdid* / (esta|anda|lo veo|la veo|como) (como)? (ido|ida|perdid*|en otro mundo) / no me reconoce / dice disparates / no conoce a nadie / ve (cosas|bichos|gente|aranas) / viendo (cosas|bichos|gente) / como borrach* / parece borrach*
        me (llama|llamo|dice|decia) (por el|con el|el) nombre de / no (me|nos|lo|la) (reconoce|conoce|conocio|reconocio) / (me|nos) confunde con / (pregunta|repite|dice) ..3 (lo mismo|la misma) ..4 (una y otra|otra vez|cada rato|a cada)? / (anda|esta|lo veo|la veo|se puso|quedo) ..2 (ida|ido|perdid*|desorientad*|desubicad*|como en otro mundo|incoherente|atarantad*|confundid*|confus*) / no sabe (donde|que dia|quien|en que) / dice (cosas|puras cosas) (sin sentido|raras|que no son) / (habla|hablando) con (gente|personas) que no (esta|existe|hay) / (habla|hablando|platica*) ..2 con (gente|personas|alguien) que no (esta|estan|existe*)`,
      nearMisses: `confused about (when|whether|which|how|my|his|her|the) ..3 (appointment|seen|visit|time|date|bill|form|letter|portal|due) / know where to (turn|click|send|park|find|press|sign|put|pay|tap|look) / (mine|pharmacy|store|shop|walgreens|cvs) (is|are)? out of it / (app|aplicacion|sistema|pagina|telefono|huella|portal|computadora|cuenta) ..6 no me reconoce / no me reconoce (la|el) (huella|cara|contrasena|usuario|app|aplicacion) / (usted|tu|vos) (me)? repite* lo mismo / repites lo mismo
        know the (area|way (to you|to your|to the (clinic|office|hospital|building|lab|center|place)|there|over)|neighborhood|campus|routes|streets|roads|exact|insurance|policy|password|code|rules|price|cost|copay|extension|fax|portal|system|login|username|schedule|hours|difference|pharmacy|provider|dose|dosage)
        know the address (of|to|for) (the|your)
        know (his|her) (member|policy|insurance|password|blood type|pin|login|email|username|schedule|doctor's|work|group|account|id|medicaid|medicare|chart|record)
        know what (floor|entrance|bus|exit|form|forms|papers|paperwork|to (bring|wear|pay|sign|write|order|put|choose|pick|expect)|insurance|plan|copay)
        know where (the|your) (clinic|office|building|entrance|lab|parking|elevator|desk|bus|form|portal|pharmacy|door|hospital)
        no sabe (donde|en que|en cual) (estacionar*|parquear*|firmar|pagar|queda (la clinica|el hospital|su consultorio|la oficina|el laboratorio)|piso|edificio|puerta|ventanilla|entrada|bus|camion|consultorio)`,
    },
    {
      id: 'unconscious',
      name: 'Unconscious or cannot be woken',
      kind: 'red_flag',
      en: `
        unconscious / unresponsive / (not|isn't|won't|wont|can't|cannot|doesn't|stopped|no longer) (responding|waking|wake|respond|responsive|come to|waking up|wake up|wake her|wake him|get (him|her) to wake) / (hard|difficult|impossible|can barely|unable) to (wake|wake up|rouse|arouse) / can't (wake|rouse|arouse) / (passed|knocked|blacked) out and (won't|not|isn't|still|hasn't|can't) / knocked out / knocked unconscious / lost consciousness / loss of consciousness / loc / lost consciousnes / (collapsed|collapse|collapses|collapsing) / (found|lying|laying) ..3 (unconscious|unresponsive|on the floor not|passed out) / comatose / in a coma / limp and (not|won't|un*) / slumped over / out cold / barely (conscious|responsive|awake) / won't open (his|her) eyes / going in and out of consciousness / very drowsy and / obtunded / stuporous / lethargic and hard / (hasn't|hasnt|not|still not|won't|wont|doesn't) (woken|woke|waking|come around|come to) / can't wake / found ..3 (on the floor|floor) ..4 (not|won't|unresponsive) / in and out of it / (can't|cannot|couldn't|trouble|unable to) ..2 (wake|rouse|get) ..2 (him|her|up|dad|mom|awake)`,
      es: `
        inconsciente / inconciente / sin (conocimiento|sentido|conciencia|consciencia) / no (responde|reacciona|despierta|se despierta|contesta|abre los ojos) / no lo (puedo|podemos|logro) despertar / no la (puedo|podemos|logro) despertar / no puedo despertar* / no logro despertar* / perdio (el|la) (conocimiento|sentido|conciencia|consciencia) / perdi (el|la) (conocimiento|conciencia|consciencia) / se (desplomo|desvanecio) / esta (tirado|tirada|tirad* en el piso) ..2 / desmayado y no / no vuelve en si / en coma / noqueado / cuesta (mucho)? despertarl* / muy dificil de despertar / quedo inconsciente / apenas consciente / no hace caso ni responde / desplomad* / no (despierta|reacciona|vuelve en si|se despierta) / (tirad*|encontre) ..4 (piso|suelo) ..3 (no|sin)`,
      nearMisses: `knock out (the|my|this|a|it) ..2 (balance|bill|payment|rest) / (hasn't|can't|not|won't|cannot|hasnt|cant) come to (sign|take|pick|get|the|my|our|visit|see|your|fetch) / get in (her|his|my|the|to|into) ..1 (portal|account|records|app) / get up to (my|the|our) ..2 (bedroom|room|floor|apartment|flat) / (seguro|oficina|patron|farmacia|aseguradora|ustedes|linea) ..3 no (me|nos|le)? ..2 (contesta*|responde*) / no (me|nos|le)? ..2 (contesta*|responde*) ..2 (fax|llamadas|correo|correos|mensajes|whatsapp|solicitud) / (direccion|distrito|vivo|sede|nueva|casa) ..3 en comas`,
    },
    {
      id: 'fainting',
      name: 'Fainted',
      kind: 'red_flag',
      en: `
        faint / fainted / fainting / faints / (passed|passing|pass|passes|blacked|blacking|black) out / syncope / syncopal / blackout / (almost|nearly|about to|going to|might|gonna) (faint|pass out|black out|collapse) / lightheaded and / feel faint / near syncope / went limp / keeled over / fell out and / presyncope / dropped to the floor / lost consciousness / (blacking|passing|blacked|passed) out / (everything|all|vision) (went|goes|going) (black|dark|gray) / (legs|knees) (buckled|gave way|gave out) / woozy ..3 (fall|fell|down|black|stand)?
        (just|suddenly|he|she|they|kid|boy|girl) dropped ..4 (like|lights|out|mid|nobody|no one|in the middle|during|while) / lights out / (dropped|went down|fell|crumpled|collapsed|folded|fell over) ..4 (like a (sack|rock|light|tree|stone|brick|rag)|nobody touched|no one touched|without a word|mid (sentence|stride|play|game)) / out cold / (came|come|coming|woke) (to|up) on the (floor|ground|bathroom|kitchen|tile) / collapsed / crumpled / swooned / (go|going|goes) down when i (stand|get up) / (nearly|almost|about to|going to|gonna) (go|hit|kiss|meet) ..1 (down|the floor|the deck|the ground) / (went|gone|go|goes|going) (down|to the floor|to the ground) ..4 (without warning|no warning|out of nowhere|all at once)`,
      es: `
        desmay* / (me|se) desvaneci* / desvanecimiento / sincope / casi me (desmayo|caigo) / perdi el (conocimiento|sentido) / se me (fue|apago) ..1 (todo|la luz|mundo|la vista) y (cai|me cai) / soponcio / patatus / me fui (de lado|al piso|para atras) / lipotimia / voy a desmayarme / a punto de desmayar* / siento que me (desmayo|voy a desmayar|desvanezco) / se fue al piso / cayo redond*
        (cayo|cai|caigo|caer) redond* / se (me|le) (fue|apago) la luz / (me|se) (desvaneci|desvanecio|desplomo|desplome|desvanece) / me fui en blanco / (se|me) (puso|puse|ve|vi) todo (negro|oscuro) / quedo tirad* / azoto en el piso / cayo como (costal|tabla|piedra) / (me|se) (he|ha)? ..1 (ido|fui|fue|va|voy|iba) al suelo ..4 (sin avis*|de repente|de golpe|redond*|<number>|dos|tres|veces)? / (me he|se ha|me|se) (ido|fui|fue) (redondo|redonda) / quise desmayar / me quise desmayar`,
      nearMisses: `faint ..2 (pink|red|rash|line|smell|murmur|mark|noise|smile|yellow|scar|blush|hope|trace)`,
    },
    {
      id: 'seizure',
      name: 'Seizure',
      kind: 'red_flag',
      en: `
        seizure / seizures / seizing / siezure / seizur* / convuls* / (having|having these|had|has|keeps having|having a) (fit|fits) / (shaking|jerking|twitching) ..3 (uncontrollably|all over|and (unresponsive|won't|not)|violently) / (whole|entire) body (shaking|jerking|convulsing) / status epilepticus / epileptic (fit|attack|episode) / grand mal / eyes rolled (back|up) / rolled (his|her) eyes back / foaming at the mouth / febrile (seizure|convulsion|fit) / tonic clonic / body (stiffened|went stiff|locked up) / shaking and can't stop / (stiff|stiffened|rigid) ..4 (shak*|jerk*|eyes) / (shaking|jerking|twitching|convulsing) ..4 (floor|eyes|foam|can't wake|bit|peed|blue|uncontrol*) / (eyes) ..3 (rolled|rolling|back of) / bit (his|her|my) tongue / (took|having|had) a fit
        (shes|hes|she is|he is|baby is|babys|son is|daughter is|husband is|wife is|mum is|mom is|child is|mates) ..1 fitting / (jerking|twitching|shaking|convulsing|seizing|jerks|twitches) ..8 (<number> min|<number> minutes|<number> or <number> min|minutes now|won't stop|wont stop|not stopping|hasn't stopped|non stop|nonstop) / (still|keeps|kept|been) (jerking|twitching|convulsing|seizing|fitting) / (nose spray|nasal spray|rectal gel|rescue (med|medicine|spray)|diastat|valtoco|nayzilam) ..6 (already|gave|given|nothing|didn't|still|second) / (gave|given|used) ..5 (nose spray|nasal spray|rectal gel|rescue (med|medicine|spray)|diastat|valtoco|nayzilam) / (arms|legs|body) ..4 (jerking|stiff|thrashing) ..6 (eyes|won't answer|not answering|drool*|foam*) / (jerking|shaking|stiff|twitching) ..6 eyes ..2 (rolled|rolling) ..2 (up|back) ..4`,
      es: `
        convulsi* / convulsion* / convulsiona* / ataque (epileptico|de epilepsia) / crisis (epileptica|convulsiva|de epilepsia) / (temblando|sacudiendose|tiembla) ..3 (todo el cuerpo|sin control|incontrolable*) / espuma por la boca / ojos (en blanco|para atras|volteados) / se le (voltearon|fueron|van) los ojos / se puso (ties*|rigid*|tieso) / ataques / le dio (un ataque|una convulsion) / espasmos en todo el cuerpo / gran mal / esta convulsionando / brinca todo el cuerpo / se sacude todo / epilepsia (ataque|crisis) / (se sacude|sacudia|sacudiendo|brinca*|temblaba|tiembla) ..4 (todo|piso|ojos|espuma|no (responde|despierta))
        (sigue|todavia|no deja de|no para de) (convulsion*|sacudi*|temblando todo|brincando) / (brinca|sacude|sacudiendo|tiembla|temblando) todo el cuerpo / (trabo|trabado|trabada) ..4 (ojos|dientes|mandibula|quijada) / ojos (en blanco|para atras|volteados) / (echa|echando|echo|saca|sacando) (espuma|babaza) / le (dio|dan|daba|da) (el)? (ataque|ataques|patatus) ..4 (tembl*|tieso|tiesa|espuma|epilep*)? / (sacudiendose|sacudiendo|se sacude|temblando|brincando|tieso|tiesa) ..6 ojos ..3 (arriba|atras|volteados|en blanco|idos) / ojos (para|hacia) (arriba|atras) ..8 (no para|no responde|sacud*|temblando|minutos)`,
      nearMisses: `(shoulder|hip|knee|joint|engine|neck|back|jaw|finger|hand) ..2 seized / fit (to|enough) ..1 (fly|travel|work|drive|return|play) / letter ..6 fit / ojos en blanco (cuando|al) / fitting (me|us|him|her|them|you|in|room|for|into|right|well|properly) / (eyelid|eye|lid) ..4 twitch* / twitch* ..4 (eyelid|eye|lid) / (parpado|ojo) ..4 (tiembl*|brinc*|salt*)
        (transmission|engine|gearbox|router|modem|server|scanner|washer|dryer|fridge|furnace|kiosk|printer|laptop|boiler|transmision|impresora|caldera|lavadora|licuadora|ascensor|elevador) (just|has|have|is|was|keeps|literally|basically|que|le|esta)? (had|having|has|throwing|threw|tuvo|dio|teniendo|dando) (a|an|another|little|un|una|its|su)? ..1 (seizure|seizures|fit|convulsion|ataque)`,
    },
    {
      id: 'worst-headache',
      name: 'Worst or thunderclap headache',
      kind: 'red_flag',
      en: `
        (worst|most severe|most painful) ..2 (headache|head pain|migraine|pain in my head|head ache) / headache ..4 (worst|of my life|ever had|i've ever|i have ever) / thunderclap / (sudden|suddenly|instant|exploding|explosive|explosion) ..4 (headache|head pain|pain in my head|migraine|head) / headache ..5 (sudden|suddenly|out of nowhere|in seconds|like a thunderclap|exploded|came on fast|hit me) / (hit|struck|kicked|shot) in the head (with a bat|by lightning)? ..3 headache / head (exploding|explode|is exploding|feels like it will explode|is going to explode|might burst|burst) / something (popped|burst|snapped) in my head / never had a headache like this / headache like never before / excruciating headache / pop in my head / like (lightning|a hammer|a bomb) in my head / blinding headache / head ..4 (split|splitting|exploding|explode|burst|cracked|axe|bat|hammer|bomb) / (headache|head) ..6 (switch|snap of|bang|instantly|in a second|out of the blue|like a shot|zero to) / worst ..6 (head|headache) / (bam|boom|pow|pop|snap) ..6 (head|headache) / head ..6 (bam|boom|pow) / headache ..3 ever / (lightning|thunder) ..6 head / head ..8 (lightning|thunder) / head ..6 (bolt of lightning|struck by lightning|like lightning|like thunder|thunderclap|sledgehammer|baseball bat) / (bolt of lightning|lightning|thunderclap) ..4 (my head|in my head|skull) / (like|as if|felt like|feels like) ..4 (hit|struck|kicked|clubbed|whacked|smacked|shot|cracked) ..5 (head|skull|brain|neck) / (like|as if) ..2 (gunshot|thunderclap|bomb|explosion|lightning) ..4 (head|skull) / (bam|boom|wham|pow|whack) ..8 (head|skull) / (head|skull) ..6 (all of a sudden|out of nowhere|out of the blue|in a second|in one second) ..4 (worst|exploded|explode|split|unbearable) / (like|as if|felt like|feels like) ..4 (hit|struck|kicked|clubbed|whacked|smacked|shot|cracked) ..9 (head|skull|brain|neck) / (like|as if) ..3 (swung|took|slammed|brought|smashed|drove) ..3 (bat|hammer|brick|shovel|pan|pipe|axe) ..5 (head|skull|brain)`,
      es: `
        (peor|mas fuerte) dolor de cabeza / dolor de cabeza ..4 (peor|de mi vida|mas fuerte que|nunca antes|insoportable|horrible|explosivo|repentino|subito|de repente|de golpe|en trueno) / (de repente|de golpe|repentino|subito) ..5 dolor de cabeza / me (explota|estalla|revienta|va a explotar|va a estallar|va a reventar) la cabeza / (me|se me) (exploto|revento|trono|rompio) ..3 cabeza / siento que ..4 (cabeza) ..2 (explota|estalla|revienta|explotar|estallar|reventar) / nunca (habia|he) tenido un dolor de cabeza / cabeza me (explota|estalla|revienta|va a explotar|va a estallar) / dolor de cabeza como un (rayo|trueno|golpe|martillazo) / cefalea (subita|intensa) / el peor dolor de mi vida en la cabeza / dolor de cabeza muy fuerte de repente / (cabeza) ..6 (explot*|revent*|parte|partir*|hachazo|martillazo|de la nada|en seco) / (explot*|revent*|estall*) ..3 cabeza / (dolor de cabeza|duele la cabeza|cabeza) ..8 (el peor que he tenido|peor de mi vida|de un jalon|como un balazo|como un trueno|de trancazo) / cabeza ..5 (rayo|trueno|relampago|martillazo|balazo) / (como|como si) ..5 (batazo|martillazo|balazo|garrotazo|mazazo|pedrada|patada|golpe) ..4 (cabeza|nuca) / (batazo|martillazo|mazazo|garrotazo) en la (cabeza|nuca)`,
    },
    {
      id: 'hammer-headache',
      name: 'Headache like a blow',
      kind: 'symptom',
      en: `(like|as if) ..3 (hammer|bat|brick|axe|sledgehammer|2x4|nail) ..4 (head|skull|temple)`,
      es: `(como|como si) ..3 (martillo|mazo|clavo|hacha|ladrillo) ..4 (cabeza|sien|nuca)`,
    },
    {
      id: 'stiff-neck',
      name: 'Stiff neck with illness',
      kind: 'red_flag',
      en: `
        stiff neck / neck (is|feels|so|getting)? (stiff|rigid|locked) / neck stiffness / nuchal rigidity / can't (touch|bend|put|move) ..3 (chin|neck) / can't (bend|move|turn) (my|his|her) (neck|head) / hurts to (bend|move) (my|his|her)? neck / (light|lights|bright light|brightness) (hurts|bothers|hurting) ..2 eyes / photophobia / sensitive to light / sensitivity to light / light sensitive / meningitis / neck won't bend / chin to chest / pain when bending neck / (can't|cannot|hurts to|won't) ..2 (bend|move|touch|look down|nod) ..4 (neck|chin|head) / neck ..3 (stiff|rigid|board|won't bend|hurts to move) / neck (hurts|pain) ..10 (move|moves|moving|bend|touch) ..3 (head|neck|chin) / (screams|cries) ..5 (move|moves|bend|touch) ..3 (head|neck) / (can't|cant|cannot|unable to|won't) ..2 (get|put|bring|touch|tuck) ..2 chin ..3 (chest|down)`,
      es: `
        cuello (ties*|rigid*|duro|engarrotado|trabado) / rigidez (de|en) (el|la)? (cuello|nuca) / nuca (ties*|rigid*|dura) / tiesura (de|en) (el)? cuello / <cant> (doblar|mover|bajar|agachar|girar) ..2 (cuello|cabeza|barbilla|nuca) / me molesta la luz / le molesta la luz / la luz (me|le) (molesta|lastima|duele) / fotofobia / sensib* a la luz / meningitis / no aguanta la luz / no soporto la luz / barbilla al pecho / (ties*|rigid*|dur*|trabad*) (del|de) (el)? (cuello|nuca|pescuezo) / (cuello|nuca) ..6 (grita|llora) ..5 (muevo|mueven|toco|tocan|dobla) / (grita|llora) ..5 (muevo|mueven|toco|tocan|dobla) ..3 (cabeza|cuello|nuca) / no (puedo|puede|logro) ..2 (tocar|bajar|pegar|llevar) ..3 (barbilla|menton|quijada) ..3 (pecho)?`,
      nearMisses: `(slept|sleeping|sleep|woke up) ..6 (wrong|funny|weird|sofa|couch|chair|plane|pillow|awkward|car) ..12 neck ..6 / neck ..4 stiff ..4 (after|from|since) ..2 (sleeping|sleep|slept|pillow|driving|painting|desk) ..3 / (stiff|sore) neck ..2 (after|from|since) ..2 (sleeping|sleep|slept|pillow|driving|painting|desk) ..3 / (dormi|dormir|amaneci|dormido) ..6 (mal|chueco|torcid*|sillon|almohada|sofa|raro) ..8 cuello ..3 / cuello ..4 (ties*|torcid*|duro) ..4 (dormi|almohada|sillon|mala postura|postura) / torticolis`,
    },
    {
      id: 'headache',
      name: 'Headache',
      kind: 'symptom',
      en: `headache / headaches / head ache / migraine / migraines / <head> ~ <pain> / head (is)? (pounding|throbbing|hurts|killing me) / my head hurts`,
      es: `dolor de cabeza / dolores de cabeza / migrana / jaqueca / <head> ~ <pain> / me duele la cabeza / cefalea / cabeza me duele`,
      nearMisses: `healed`,
    },
    {
      id: 'non-fading-rash',
      name: 'Spots that do not fade when pressed',
      kind: 'red_flag',
      en: `
        (rash|spots|dots) ..6 (doesn't fade|don't fade|does not fade|won't fade|not fading|doesn't disappear|doesn't go away when|doesn't blanch|not blanching|don't blanch|stays when|don't disappear|when i press) / (purple|purplish|dark red|blood) (spots|rash|dots|blotches|bruise like) / non blanching / nonblanching / petechia* / purpura / purpuric / glass test / pinprick (rash|spots) / bruises ..3 (all over|without|appearing|out of nowhere) / tiny (red|purple) (dots|spots) / (spots|rash) look like bruises / rash like bruises / (rash|spots|dots|marks|blotches) ..8 (stays|stay|still|remain*|doesn't|don't|won't|not) ..6 (push|press|pressed|pressing|glass|fade|disappear|blanch|go away|purple) / (spots|rash|dots) ..4 (purple|purplish|dark red|like bruises|blood|pinprick) / (specks|spots|dots|marks|freckles|pinpricks|blotches|speckles) ..10 (press|pressed|pushed|push) ..3 (glass|cup|on them|on it|finger)? / (specks|spots|dots|marks) ..6 (won't|don't|dont|doesn't|didn't|not) ..1 (fade|disappear|go away|blanch|vanish)`,
      es: `
        (sarpullido|ronchas|manchas|puntos|puntitos|erupcion|salpullido) ..6 (no (se)? (desaparecen|desaparece|quita|quitan|borra|borran|palidecen|blanquea)|moradas|morados|al presionar|al apretar|como moretones|rojo oscuro) / (manchas|ronchas|puntos|puntitos|lunares) (moradas|morados|purpuras|violetas|de sangre) / petequias / purpura / prueba del vaso / moretones ..3 (todo el cuerpo|sin golpe|sin razon|de la nada) / manchitas (moradas|rojas) / puntitos rojos que no se quitan / no desaparecen al (presionar|apretar) / sarpullido morado / (ronchas|manchas|puntos|puntitos|sarpullido|manchitas|lunares) ..8 (aprieto|aprietas|apretar|presion*|vaso|moradas|morados|no se (borran|quitan|van|ponen blancas)) / (puntitos|manchitas|pintitas|moraditos) ..10 (vaso|aprieto|aprieta|presiono) / (puntitos|manchitas|pintitas) ..4 no se (borran|quitan|van) ..4 (aprieto|vaso|presion*)?`,
      nearMisses: `tiny red spot / (tiny|small|little) red (dot|mark|spot) ..1 (only|left|remains)? / un puntito rojo`,
    },
    {
      id: 'dizzy',
      name: 'Dizzy',
      kind: 'symptom',
      en: `dizzy / dizziness / lightheaded / light headed / woozy / vertigo / room (is)? spinning / off balance / unsteady / loss of balance / can't walk straight / head spinning / (episodes|attacks|spells) of spinning / room spins / spinning ..6 (roll*|bed|turn*|head)`,
      es: `mare* / mareo / mareos / vertigo / todo me da vueltas / me da vueltas / inestable / perdi el equilibrio / aturdid* / cabeza (ligera|vacia)`,
    },
    {
      id: 'weak-said',
      name: 'Very weak',
      kind: 'symptom',
      en: `(so|very|extremely|too|really|getting|feel|feeling) weak / weakness / can't stand / can't stand up / can't get up / can't get out of bed / too weak to / no strength / listless / lethargic / lethargy`,
      es: `(muy|sin|mucha|bien|demasiado)? (debil|debilidad|fuerzas|sin fuerzas|decaid*|aletargad*) / no (puedo|puede) (pararse|pararme|levantarse|levantarme) / letargic*`,
      nearMisses: `(can't|cannot|can not) stand (a|an|the|it|that|this|these|him|her|how|when|having|being|my|your|to|on it|people|people's) / sin (debilidad|debilitamiento|flojera)`,
    },
    {
      id: 'balance-sudden',
      name: 'Sudden loss of balance',
      kind: 'red_flag',
      en: `(sudden|suddenly) ..4 (dizzy|dizziness|balance|can't walk|trouble walking|unsteady|vertigo|falling over|stumbling|coordination) / (lost|losing) (my|his|her)? (balance|coordination) / can't (walk|stand) ..3 (straight|without falling|suddenly|anymore) / (leaning|falling|veering) to one side / trouble walking / stagger* / ataxia / legs gave (out|way) / suddenly (fell|falling) to (one|the) (side|left|right) / can't coordinate / walking like drunk / suddenly unable to walk`,
      es: `(de repente|repentin*|subit*) ..4 (mareo|equilibrio|caminar|vertigo|coordinacion|inestable) / (perdi|perdio) el (equilibrio|balance) / <cant> (caminar|andar|sostenerse|mantenerse en pie|caminar derecho) / se va de lado / me voy de lado / camina (como borracho|chueco|tambaleando) / tambalea* / falta de coordinacion / perdida del equilibrio / piernas no le responden / no coordina / se cae hacia un lado / ataxia / torpeza repentina`,
    },
    {
      id: 'giant-cell',
      name: 'New headache with sore scalp or tired jaw over 50',
      kind: 'red_flag',
      en: `
        scalp (is|feels)? (sore|tender|hurts) / (sore|tender) scalp / (hurts|pain|sore) to (comb|brush|wash) (my|his|her)? hair / scalp ..3 (sore|tender|hurts) / jaw (gets)? (tired|hurts|aches|sore|pain) ..3 (chewing|chew|eating|eat) / jaw pain (chewing|eating|when i chew|when eating) / temple (is)? (sore|tender|swollen|throbbing|hurts) / (sore|tender|swollen) (temple|temples) / temporal arteritis / giant cell`,
      es: `
        cuero cabelludo ..3 (adolorid*|sensible|duele|dolor) / me duele ..3 (peinarme|cepillarme|el cuero cabelludo|la sien|las sienes) / (sien|sienes) ..3 (duele*|hinchad*|sensible*|adolorid*|inflamad*) / (mandibula|quijada) ..3 (cansa|cansada|duele) ..3 (masticar|mastico|comer|mascar)? / duele (al|cuando) (masticar|mastico|peinarme) / arteritis (temporal)? / dolor en la sien / dolor de sienes`,
    },
    {
      id: 'exercise-said',
      name: 'During exercise',
      kind: 'fact',
      en: `
        (while|during|when|from|was) (i was)? (jogging|running|exercising|exercise|playing|working out|swimming|lifting|biking|cycling|soccer|basketball|football|practice) / at (the gym|practice|soccer|basketball|track|football) / mid (run|game|workout) / on (the)? (treadmill|field)`,
      es: `
        (haciendo|durante|al hacer|mientras hacia) ..1 (ejercicio|deporte) / (corriendo|jugando|entrenando|nadando|trotando) / en (el gimnasio|la cancha|el entrenamiento|el partido)`,
    },
    {
      id: 'visual-sparks',
      name: 'Sparkles, stars or zigzags before the eyes',
      kind: 'red_flag',
      en: `
        seeing (sparkles|sparkly|stars|spots|flashes|flashing lights|zigzags|zig zags|lights|floaters|squiggles) / (sparkles|sparkly lights|flashing lights|zigzags|zig zag|spots|stars|black dots) (in|before|in front of) (my|his|her)? (eyes|vision) / (vision|eyes) ..3 (sparkles|sparkly|spots|flashing|flashes|wavy) / see (sparkles|stars|spots|flashes)`,
      es: `
        veo (luces|lucecitas|estrellitas|destellos|manchas|puntos|chispas|rayitas|relampagos|moscas) / (lucecitas|destellos|estrellitas|chispas|manchas|puntitos) ..3 (ojos|vista|vision|veo) / ve (luces|lucecitas|estrellitas|destellos|manchas) / vista ..2 (manchas|luces|puntos)`,
    },
    {
      id: 'sudden-deaf',
      name: 'Sudden deafness',
      kind: 'red_flag',
      en: `
        (suddenly|sudden) ..4 (deaf|hearing loss|can't hear|lost hearing|loss of hearing) / (lost|losing) ..2 hearing ..4 (suddenly|overnight|this morning|today|one ear) / woke up (deaf|and can't hear) ..3 / (can't|cannot) hear ..3 (out of|from) (one|my|left|right) ..1 ear / hearing (went|gone|is gone) / went deaf`,
      es: `
        (de repente|repentin*|de golpe) ..4 (sord*|no oigo|no escucho|oido) / (perdi|perdio) ..2 (oido|audicion) ..4 (repente|golpe|hoy|manana)? / no (oigo|escucho) ..3 (un|de un|por un|el) oido / amaneci sord* / quede sord* / sordera (repentina|subita)`,
    },
    {
      id: 'went-down',
      name: 'Went down, collapsed or froze',
      kind: 'red_flag',
      en: `
        (he|she|they|dad|mom|father|mother|husband|wife|hubby|grandma|grandpa|son|daughter|kid|brother|sister|friend|guy|man|woman|neighbor|coworker|i|just|suddenly) ..2 (went down|dropped (down|to the floor|to the ground|like)|hit the (floor|ground|deck)|crumpled|keeled|slumped|toppled|collapsed|collapsing|fell out|face planted|went limp|went stiff|froze up|stiffened)  / (slumped|collapsed|crumpled|slouched) (over|in|on|down|against)? / found (him|her|dad|mom|my) ..4 (floor|ground|slumped|bathroom|not moving|cold) / not moving / lifeless`,
      es: `
        (se)? (quedo|queda|puso) ..2 (congelad*|ties*|tiesito|rigid*|como muert*|sin moverse|inmovil|pasmad*) / (se fue|fue|cayo) de (boca|espaldas|bruces|lado|cara) / (azoto|se azoto|cayo) ..2 (piso|suelo|seco|redond*) / se (desplomo|desvanecio|vino abajo|derrumbo) / (lo|la) (encontre|hallamos|encontramos|halle) ..4 (tirad*|piso|suelo|helad*|sin (contestar|moverse|responder)|en el bano) / no se mueve`,
      nearMisses: `(dropped|drop|spilled) (my|the|some|a) ..3 down (the)? (sink|drain|toilet|stairs) / (traffic|cars|line|queue|road|board|bridge|bus|train|highway|accident) ..8 not moving / falling out / (esto|trafico|fila|cola|carros|periferico|autopista|camion|bus|metro|tren) ..6 no se mueve`,
    },
    {
      id: 'no-answer',
      name: 'Does not answer or react properly',
      kind: 'red_flag',
      en: `
        (he|she|dad|mom|father|mother|husband|wife|hubby|baby|son|daughter|grandma|grandpa|they|kid|friend|brother|sister) ..2 (won't|wont|doesn't|not|can't|isn't|stopped|barely|hardly|hardly|isnt) ..1 (answer|answering|respond*|react*|make sense|making sense|track*) / (won't|wont|doesn't|not|can't|isn't|stopped|barely|hardly) ..1 (talk to me|talking to me|look at me|looking at me|answer me|answering me|respond to me|responding to me|react to me|follow me|focus on me) / (staring|stares|stare) ..3 (space|blank|wall|through me|off) / blank stare / (glassy|glazed) (eyed|eyes) / eyes ..2 (glassy|glazed|rolling|fixed) / (spaced|zoned) out and / (in a daze|dazed|zombie) / hard to (keep awake|get through to) / keeps (drifting|dozing|nodding|falling asleep) ..2 (off|mid|while)? / (can't|cannot|won't) (stay|keep) awake / (slipping|fading) (away|in and out) / (juice|drink|water|it) ..2 (runs|running|ran|dribbles|dribbling|drips|spills) ..2 (out of|from|down) (his|her|my|their) (mouth|chin|lips) / (just|only|keeps) (staring|stares|stare) ..2 (now|off|at nothing|at the wall|through me)? / staring (blankly|into space|at nothing|off)`,
      es: `
        (no|sin) (me)? (contesta*|responde*|reacciona*|hace caso|platica|voltea|enfoca) ..1 (bien|nada)? / (mirada|vista) (perdida|fija|en blanco|ida) / (se me)? (queda|quedo) viendo (a la nada|fijo|al vacio) / (ojos) ..2 (vidriosos|perdidos|en blanco|fijos) / (cabecea*|se me duerme|se esta durmiendo) / no (puede|aguanta) ..1 (mantenerse|estar|seguir) despiert* / anda (como)? (zombie|drogad*|en otro lado) / (jugo|agua|zumo) ..3 se (le)? (sale|escurre|cae|derrama) ..3 (boca|lado|cara) / (se queda|esta|quedo) ..1 (mirando|viendo) ..2 (fijo|al vacio|nada|a la nada|perdid*) / mirada (perdida|fija)`,
      nearMisses: `(won't|wont|can't|doesn't|not|never) (look at|talk to|see|answer) (me|us) ..2 (without|until|unless|till) / (u|you|guys|office|clinic|insurance|hmo|school|receptionist|company|team) ..2 (won't|wont|not|never) ..1 (talk|talking|answer|answering|look) / rolled (his|her|their) eyes / (seguro|oficina|patron|farmacia|aseguradora|ustedes|linea) ..3 no (me|nos|le)? ..2 (contesta*|responde*) / no (me|nos|le)? ..2 (contesta*|responde*) ..2 (fax|llamadas|correo|correos|mensajes|whatsapp|solicitud) / no (me|nos)? ..1 (han contestado|han respondido|contestan|responden) / answer (the|my|his|her)? (phone|phones) / ojos en blanco (cuando|al)`,
    },
    {
      id: 'hand-useless',
      name: 'Hand or leg suddenly useless, leans or falls to one side',
      kind: 'red_flag',
      en: `
        (hand|arm|leg|foot|fingers|side) ..4 (useless|clumsy|won't (work|move|grip|do|obey|cooperate|listen)|doesn't (work|move|grip|do|obey|listen)|stopped working|not working|isn't working|gave out|giving out|give out|drags|dragging|flopped|flopping|hanging|droops|like jelly|like rubber|dead weight|not mine|doesn't belong) / (can't|cannot|couldn't|unable to|won't) ..1 (hold|grip|lift|pick up|button|write|grab|squeeze|raise|use) ..4 (spoon|fork|cup|pen|phone|glass|mug|fingers|hand|arm|leg|keys|razor|toothbrush) / (dropping|drops|dropped|keeps dropping) ..2 (everything|things|cup|fork|stuff|phone|pen|keys) / (falling|leaning|leans|listing|tilting|veering|drifting|pulling|tips|tipping|bumping) ..2 (to|toward|over to|into) ..3 (left|right|side|walls|door) / (dragging|drags) ..2 (leg|foot) / (left|right) side (feels|is|went) (numb|weak|dead|heavy|funny|useless|paralyzed) / half (of)? (my|his|her) (face|body|mouth|tongue) / walking (funny|crooked|sideways|into walls) / can't (walk|stand) (straight|right|properly) / (other one|other hand|one hand|my hand|his hand|her hand|left hand|right hand|hand|arm|leg|foot) ..2 (quit|stopped) (working|moving|listening) / (hand|arm|leg|foot|fingers) ..2 (quit on me|gave out on me|won't do what i) / (cup|fork|spoon|phone|pen|glass|keys|mug) ..3 (dropped|drops|falls|fell|slips|slipped) ..3 (from|out of) (my|his|her) hand / (sliding|leaning|listing|tilting|drifting|slumping|veering) to (the|one|her|his) ..1 (left|right|side)`,
      es: `
        (mano|brazo|pierna|pie|lado|dedos) ..4 (no (le|me)? (sirve|responde|funciona|obedece|agarra|jala)|torpe|guang*|colgad*|como (trapo|gelatina)|pesad*|arrastr*|inutil) / no (puede|puedo) ..1 (agarrar|sostener|levantar|abrochar*|escribir|apretar|cargar) ..4 (cuchara|tenedor|vaso|taza|pluma|lapiz|celular|mano|brazo|botones|nada) / (se le|se me) (cae|caen|caia) ..2 (todo|cosas|vaso|taza|cuchara|celular|la mano|el brazo) / (se va|se me va|se cae|jala|camina|inclina) ..3 (de lado|hacia (un|el)|a la (izquierda|derecha)|al lado) / (arrastra|arrastrando) ..2 (pierna|pie) / (mitad|medio|media) ..3 (cara|cuerpo|boca) / camina (chueco|raro|de lado|como borrach*) / la (cara|boca) se le (fue|va|hizo|cayo|chueco) ..3 lado? / se (me|le) (cae|caen|cayo|caia|resbala) ..3 (taza|vaso|cuchara|tenedor|telefono|cosas) ..3 (mano|manos) / se (va|iba|inclina|ladea) (de|para|hacia|a) (un)? ..1 (lado|izquierda|derecha) al (caminar|sentarse)`,
      nearMisses: `drop everything / half (of)? (my|his|her) (face|mouth|tongue) ..14 bell / drops things ..1 (at times|sometimes|now and then|occasionally) / (lift|raise|raising|lifting) (her|his|my|their|both|the) arms ..3 (comb|combing|brush|wash|do|hang|reach|dress)`,
    },
    {
      id: 'words-wrong',
      name: 'Words come out wrong',
      kind: 'red_flag',
      en: `
        (words|speech|talking|sentences) ..5 (wrong|funny|weird|mush|mushy|jumbled|scrambled|garbled|mixed|backwards|thick|drunk|nonsense|gibberish|slurr*|salad) / (talking|talks|speaking|speaks|saying) ..3 (funny|weird|gibberish|nonsense|drunk|wrong words|strange|out of (his|her) head|garbled|slurr*|jibberish|like a baby) / sounds (drunk|garbled|slurred) / (can't|cannot|couldn't|unable to|trouble) ..1 (find|get|say|remember|form|finish|put together) ..4 (word|words|sentence|sentences|name) / (calls|called|calling) things ..2 wrong / mixes up (his|her|my) words / tongue (is)? (tied|heavy|thick|twisted)`,
      es: `
        (palabras|habla|hablar|lengua|boca) ..5 (enred*|mochas|raras|al reves|trab*|cambi*|arrastr*|pastos*|chuec*|incoherente*|dormid*|no salen|no se entiende*) / (habla|hablaba|dice|platica|esta hablando) ..3 (raro|chueco|cosas raras|disparates|incoherencias|como borrach*|enredado|puras tonterias|sin sentido|mocho) / no (le|me|se le|se me) (salen|sale|encuentra|encuentro|entiende) ..3 (palabras|nada|nombre|lo que (dice|digo)) / cambia las palabras`,
      nearMisses: `hablar (con la|con el|con una|con un|del) / hablas raro / (no le|no les|no lo) entiendo ..8 (ingles|pantalla|pagina|portal|app|cosa|ahi|maquina) / (robot|bot|maquina|contestadora|grabacion|menu|aplicacion|app|sistema|pagina|chat|machine|phone tree|menu|recording) ..5 (no (me)? ..1 (entiende|entienden)|can't understand|doesn't understand)`,
    },
    {
      id: 'confused-self',
      name: 'Feels confused',
      kind: 'symptom',
      en: `
        (am|im|i'm|so|very|feel|feeling|and|felt|really|getting) confused / foggy / brain fog`,
      es: `
        me siento (confundid*|confus*) / estoy (confundid*|confus*) / mente nublada`,
    },
  ],
  rules: [
    { id: 'stroke-01', outcome: 'emergency', when: 'stroke-named', says: 'Thinks of a stroke', advice: 'stroke', source: 'cdc-stroke' },
    { id: 'stroke-02', outcome: 'emergency', when: 'face-droop', says: 'Face drooping', advice: 'stroke', source: 'cdc-stroke' },
    { id: 'stroke-03', outcome: 'emergency', when: 'one-side-weak + sudden|headache|confusion|dizzy|face-droop|speech-trouble|vision-loss|worst-headache', says: 'Weak or numb on one side', advice: 'stroke', source: 'cdc-stroke' },
    { id: 'stroke-04', outcome: 'emergency', when: 'speech-trouble', says: 'Speech slurred or lost', advice: 'stroke', source: 'cdc-stroke' },
    { id: 'stroke-05', outcome: 'emergency', when: 'vision-loss', says: 'Sudden loss of sight', advice: 'stroke', source: 'nhs-vision' },
    { id: 'stroke-06', outcome: 'emergency', when: 'confusion', says: 'New confusion', advice: 'stroke', source: 'rcp-news2' },
    { id: 'stroke-07', outcome: 'emergency', when: 'balance-sudden', says: 'Sudden loss of balance', advice: 'stroke', source: 'cdc-stroke' },
    { id: 'stroke-08', outcome: 'emergency', when: 'one-side-weak', says: 'Limb weak, numb or not moving', advice: 'stroke', source: 'cdc-stroke' },
    { id: 'neuro-01', outcome: 'emergency', when: 'unconscious', says: 'Not conscious or cannot be woken', advice: 'cpr', source: 'nhs-999' },
    { id: 'neuro-02', outcome: 'emergency', when: 'seizure', says: 'Seizure', advice: 'seizure', source: 'cdc-seizure' },
    { id: 'neuro-03', outcome: 'emergency', when: 'fainting + chest-pain|chest-tight|palpitations|short-of-breath|head-injury|pregnant|heart-disease|age-65-plus|heavy-bleeding|black-stool|belly-pain|back-pain|exercise-said', says: 'Fainted with a danger sign', advice: 'faint', source: 'nhs-fainting' },
    { id: 'neuro-04', outcome: 'urgent', when: 'fainting', says: 'Fainted', advice: 'faint', source: 'nhs-fainting', ask: ['chest-pain-q', 'breath-rest', 'neuro-hurt'] },
    { id: 'neuro-05', outcome: 'emergency', when: 'worst-headache', says: 'Worst or sudden headache', advice: 'stroke', source: 'nhs-headache' },
    { id: 'neuro-60', outcome: 'emergency', when: 'hammer-headache + sudden|stiff-neck|vomiting|fainting|vision-trouble|confusion', says: 'Headache like a blow, with a danger sign', advice: 'stroke', source: 'nhs-headache' },
    { id: 'neuro-61', outcome: 'soon', when: 'hammer-headache', says: 'Headache like a blow', advice: 'nurse', source: 'nhs-headache' },
    { id: 'neuro-06', outcome: 'emergency', when: 'stiff-neck + fever|headache|vomiting|non-fading-rash|rash', says: 'Stiff neck or light hurting with illness', advice: 'meningitis', source: 'cdc-meningitis' },
    { id: 'neuro-07', outcome: 'emergency', when: 'non-fading-rash', says: 'Spots that do not fade', advice: 'meningitis', source: 'cdc-meningitis' },
    { id: 'neuro-08', outcome: 'emergency', when: 'headache + confusion|speech-trouble|seizure|unconscious', says: 'Headache with a danger sign', advice: 'stroke', source: 'nhs-headache' },
    { id: 'neuro-09', outcome: 'emergency', when: 'headache + pregnant|postpartum + severe-said|vision-trouble|vision-loss|face-swelling|hand-swelling|pressure-history', says: 'Headache with danger signs in pregnancy or after birth', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'neuro-10', outcome: 'urgent', when: 'headache + vomiting|fever|pregnant|postpartum|vision-trouble|severe-said|head-injury|immune-weak|on-anticoagulant|age-65-plus|dizzy|worse-said', says: 'Headache with a warning sign', advice: 'headache', source: 'nhs-headache', ask: ['neuro-sudden', 'neuro-neck', 'neuro-weak'] },
    { id: 'neuro-11', outcome: 'self_care', when: 'headache', says: 'Headache', advice: 'headache', source: 'nhs-headache', ask: ['neuro-sudden', 'neuro-weak', 'neuro-neck'] },
    { id: 'neuro-40', outcome: 'soon', when: 'headache + changes-said', says: 'Headaches that change', advice: 'headache', source: 'nhs-headache' },
    { id: 'neuro-12', outcome: 'urgent', when: 'stiff-neck', says: 'Stiff neck or light hurting', advice: 'meningitis', source: 'cdc-meningitis', ask: ['neuro-fever'] },
    { id: 'neuro-13', outcome: 'soon', when: 'dizzy', says: 'Dizzy', advice: 'faint', source: 'nhs-fainting', ask: ['neuro-weak', 'chest-pain-q', 'bleed-faint'] },
    { id: 'neuro-14', outcome: 'urgent', when: 'dizzy + age-65-plus|heart-disease|diabetes|on-insulin|pregnant|black-stool|vomiting|palpitations', says: 'Dizzy in a person at risk', advice: 'faint', source: 'nhs-fainting', ask: ['chest-pain-q', 'neuro-weak'] },
    { id: 'neuro-15', outcome: 'urgent', when: 'weak-said + fever|vomiting|diarrhea|age-65-plus|diabetes|age-under-5', says: 'Very weak with illness', advice: 'faint', source: 'cdc-sepsis' },
    { id: 'neuro-16', outcome: 'soon', when: 'weak-said', says: 'Weak', advice: 'nurse', source: 'medline-common' },
    { id: 'neuro-17', outcome: 'emergency', when: 'weak-said + baby-said|age-under-1', says: 'A listless baby', advice: 'child', source: 'nhs-ill-child' },
    { id: 'neuro-18', outcome: 'emergency', when: 'giant-cell + vision-trouble|vision-loss|headache|age-50-plus', says: 'Headache with a sore scalp or tired jaw', advice: 'eye', source: 'nhs-giant-cell' },
    { id: 'neuro-19', outcome: 'urgent', when: 'giant-cell', says: 'Sore scalp, temple or tired jaw', advice: 'headache', source: 'nhs-giant-cell' },
    { id: 'neuro-20', outcome: 'emergency', when: 'headache + vision-trouble + vomiting|confusion|weak-said|severe-said|worse-said', says: 'Headache and blurred sight with another sign', advice: 'stroke', source: 'nhs-headache' },
    { id: 'neuro-21', outcome: 'emergency', when: 'headache + fever + confusion|sleepy|stiff-neck|non-fading-rash|vomiting + severe-said|worse-said|stiff-neck|confusion|sleepy|non-fading-rash', says: 'Headache and fever with a danger sign', advice: 'meningitis', source: 'cdc-meningitis' },
    { id: 'neuro-22', outcome: 'urgent', when: 'headache + visual-sparks', says: 'Headache with sparks before the eyes', advice: 'headache', source: 'nhs-headache', ask: ['neuro-weak', 'neuro-sudden'] },
    { id: 'neuro-23', outcome: 'urgent', when: 'sudden-deaf', says: 'Sudden deafness', advice: 'nurse', source: 'nhs-hearing' },
    { id: 'neuro-24', outcome: 'urgent', when: 'headache + long-days|meds-fail', says: 'Headache for days that medicine does not help', advice: 'headache', source: 'nhs-headache', ask: ['neuro-sudden', 'neuro-neck', 'neuro-weak'] },
    { id: 'neuro-25', outcome: 'emergency', when: 'dizzy + sudden + headache|double-vision|vomiting|one-side-weak|speech-trouble|balance-sudden', says: 'Sudden dizziness with a stroke sign', advice: 'stroke', source: 'cdc-stroke' },
    { id: 'neuro-26', outcome: 'emergency', when: 'fainting + exercise-said', says: 'Fainted during exercise', advice: 'faint', source: 'nhs-fainting' },
    { id: 'neuro-27', outcome: 'emergency', when: 'went-down + any-symptom|grey-said|pale|age-65-plus|exercise-said|stimulant|heart-disease|diabetes|confusion|no-answer', says: 'Went down, and is not well', advice: 'cpr', source: 'nhs-999' },
    { id: 'neuro-28', outcome: 'urgent', when: 'went-down', says: 'Went down', advice: 'faint', source: 'nhs-fainting', ask: ['chest-pain-q', 'breath-rest', 'neuro-weak'] },
    { id: 'neuro-29', outcome: 'emergency', when: 'no-answer', says: 'Does not answer or react properly', advice: 'cpr', source: 'nhs-999' },
    { id: 'stroke-09', outcome: 'emergency', when: 'hand-useless', says: 'Hand or leg useless, or falls to one side', advice: 'stroke', source: 'cdc-stroke' },
    { id: 'stroke-10', outcome: 'emergency', when: 'words-wrong', says: 'Words come out wrong', advice: 'stroke', source: 'cdc-stroke' },
    { id: 'neuro-30', outcome: 'emergency', when: 'confused-self + fever|head-injury|low-sugar-symptoms|low-sugar-ill|diabetes|sudden|seizure|age-65-plus|urine|vomiting|overdose|on-lithium|worst-headache|weak-said|speech-trouble|no-urine-long', says: 'Feels confused, with another sign', advice: 'emergency', source: 'rcp-news2' },
    { id: 'neuro-31', outcome: 'routine', when: 'confused-self', says: 'Confused, perhaps about a matter of the office', advice: 'nurse', source: 'medline-common' },
    { id: 'neuro-32', outcome: 'emergency', when: 'headache + severe-said + vomiting|stiff-neck|vision-trouble|confusion|sudden', says: 'Severe headache with another sign', advice: 'stroke', source: 'nhs-headache' },
  ], // prettier-ignore
  questions: [
    { id: 'neuro-hurt', about: 'head-injury', en: 'Did you hit your head?', es: '¿Se golpeó la cabeza?' },
    { id: 'neuro-sudden', about: 'worst-headache', en: 'Did it start all at once, or is it the worst headache of your life?', es: '¿Empezó de golpe o es el peor dolor de cabeza de su vida?' },
    { id: 'neuro-neck', about: 'stiff-neck', en: 'Is your neck stiff, or does light hurt your eyes?', es: '¿Tiene el cuello tieso o le molesta la luz?' },
    { id: 'neuro-weak', about: 'one-side-weak', en: 'Is one side of your face or body weak or numb?', es: '¿Tiene débil o dormido un lado de la cara o del cuerpo?' },
    { id: 'neuro-fever', about: 'fever', en: 'Do you have a fever or a bad headache?', es: '¿Tiene fiebre o un dolor de cabeza fuerte?' },
  ], // prettier-ignore
}
