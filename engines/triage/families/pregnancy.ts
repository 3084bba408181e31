import type { Family } from '../protocol.ts'

export const pregnancy: Family = {
  id: 'pregnancy',
  title: 'Pregnancy and the weeks after birth',
  ask: ['preg-bleed', 'preg-move', 'preg-head', 'breath-rest'],
  concepts: [
    {
      id: 'pregnancy-complication',
      name: 'Danger sign in pregnancy',
      kind: 'red_flag',
      en: `baby ..3 (isn't moving|not moving|stopped moving|hasn't moved|moving less|not kicking|stopped kicking|less movement|not moved) / (less|decreased|no|reduced) ..1 (fetal|baby) (movement|kicks|movements) / water (broke|broken|just broke) / waters broke / (leaking|gush of) ..1 fluid / (contractions|labor|labour) / in labor / cord ..3 (out|coming) / ectopic / miscarriage / miscarrying / preeclampsia / eclampsia / baby is coming / can see the head`,
      es: `bebe ..3 (no se mueve|no se ha movido|ya no se mueve|se mueve menos|dejo de moverse|no patea) / no siento (al bebe|que se mueva|movimientos|patadas) / se me (rompio|reventó|revento) ..2 (fuente|bolsa) / rompi fuente / contracciones / trabajo de parto / dolores de parto / ectopico / aborto (espontaneo)? / preeclampsia / eclampsia / ya viene el bebe / se ve la cabeza del bebe / tirando liquido / menos movimientos`,
      nearMisses: `labor day / labour day / (la|su|gran|buena) labor (de|del|social) / (after|since|before) (the|my|her|a) miscarriage ..4 (bill|sent|charge*|records)`,
    },
    {
      id: 'vaginal-bleeding',
      name: 'Vaginal bleeding',
      kind: 'symptom',
      en: `vaginal bleeding / bleeding (down there|from my vagina|and pregnant) / heavy period / soaking ..3 (pad|pads|tampon|tampons) / pad (an|every) hour / passing clots / large clots / <bleed> ~ (pregnant|pregnancy|pad|pads) / (soaked|soaking|filled|filling) ..3 (pad|pads|underwear) / (blood|bleeding) ..4 (down|running down|between) ..2 (my)? (legs|thighs) / miscarry* / losing the baby`,
      es: `sangrado vaginal / sangr* ..3 vagina / regla (abundante|muy fuerte) / (empapo|lleno|lleno una) ..3 (toalla|toallas) / coagulos grandes / toalla (cada|por) hora / sangr* ~ (embarazada|embarazo|toalla|toallas) / (sangre|sangrado|chorros|coagulos) ..4 (por abajo|entre las piernas|piernas|parto) / (perdiendo|pierdo) al bebe`,
      nearMisses: `heavy (period|periods|menstrual*) ..1 (for|lasting|each|every|since)`,
    },
    {
      id: 'soaks-pads',
      name: 'Soaks a pad an hour',
      kind: 'red_flag',
      en: `(soak*|fill*|soaking through|going through) ..4 (pad|pads|tampon|tampons) ..3 (hour|hours|minutes) / (pad|pads) (an|every|per) (hour|30 minutes) / (golf ball|egg|lemon|plum) ..2 clots / clots ..4 (golf ball|egg|lemon|size) / (two|three|2|3) pads (an|in an|every|per) hour / (soaking|soaked) ..3 pad / (pads|pad) ..3 (in|per) ..2 (hour|hours) / (went|gone|going) through ..3 (pads|pad)`,
      es: `(empap*|llen*) ..4 (toalla|toallas) ..3 (hora|horas|minutos) / (toalla|toallas) (cada|por) hora / coagulos ..4 (grandes|huevo|limon|pelota) / (toallas|toalla) ..3 (en|por) ..2 (hora|horas) / (llevo|van|lleva) ..2 toallas`,
      nearMisses: `llevo toalla* ..2 diario`,
    },
    {
      id: 'late-period',
      name: 'Missed period',
      kind: 'symptom',
      en: `missed (my)? period / late period / period is late / positive pregnancy test / (missed|late|skipped) ..2 period / (my|her) period ..3 (late|missed|weeks late|hasn't come) / (positive|faint positive) ..2 test / might be pregnant / could be pregnant / (days|weeks|month) late ..3 period / period ..6 (days|weeks|month|months) (late|overdue) / (haven't|havent|hasn't|didn't) ..2 (had|got|get|gotten) (my|her)? period ..5 (weeks|months|month|since) / (week|weeks|month|months) without (a|my)? period / no period (for|in|since) ..2 (week|weeks|month|months)`,
      es: `no me (baja|ha bajado|bajo) ..1 (regla|periodo)? / prueba (de embarazo)? positiva / (retraso|atras*) ..3 (regla|periodo|menstrual|menstruacion) / tengo (un)? retraso ..2 / retraso ..4 embaraz* / no me ha (bajado|llegado) / puedo estar embarazada / creo que estoy embarazada / (un)? atraso de ..4 (semana|semanas|mes|meses|dias) / (llevo|tengo) ..2 (atraso|atrasada|retraso) / (semanas|mes|dias) de (atraso|retraso) / (regla|periodo) ..4 (atras*|retras*) / (semana|semanas|mes|meses) sin ..2 (regla|periodo|menstruacion|menstruar|reglar|bajar*) / no me (ha venido|vino|viene) ..1 (regla|periodo) / no he reglado`,
    },
    {
      id: 'hand-swelling',
      name: 'Swollen hands or face',
      kind: 'symptom',
      en: `(hands|hand|ankles|feet) ~ <swell> / (ring|rings|wedding band) ..4 (soap*|soaped|butter|prise*|pry|pried|cut|won't|wont|wouldn't|couldn't|stuck|not) ..2 (off|come off|budge|come over)`,
      es: `(manos|tobillos|pies) ~ <swell> / (anillo|anillos|argolla|argollas|alianza) ..5 (jabon|no (me|le)? ..1 (sale|salen|entra|entran)|cortar*|apret*|clavad*|atorad*|quitar*)`,
      nearMisses: `(rolled|twisted|sprained|turned|tweaked|jammed|torci|torcio|doble|doblo|esguince) ..9 <swell> / (slight|slightly|little|bit) ..1 (swelling|swollen) ..6 (twisted|sprained|rolled) / (hands|feet|ankles) ..3 (puffy|swollen) after ..6 (flight|plane|coach|bus|drive)`,
    },
    {
      id: 'less-movement',
      name: 'Baby in the womb moves less',
      kind: 'red_flag',
      en: `
        baby ..4 (isn't moving|not moving|stopped moving|hasn't moved|hasn't kicked|moving less|not kicking|stopped kicking|less movement|not moved|quiet today|barely moving|hardly moving|moves less|slowed down) / (less|decreased|no|reduced|haven't felt|can't feel|don't feel|not feeling|hardly feel) ..3 (fetal|baby|kicks|movement|movements|move|kick|moving|kicking) / kick count ..2 (low|off|less) / (no|fewer|less) kicks / (baby|belly|bump|little one) ..4 (so quiet|quiet|lying still|not kicking|hasn't kicked|no kicks|stopped kicking)
        not (one|a|a single) (kick|flutter|wiggle|thump|nudge|jab) / (no|zero|hardly any|barely any|only <number>|just one|just two|fewer) (kick|kicks|flutters|wiggles|thumps|nudges|movements|jabs) / (nothing|not felt|haven't felt|havent felt|hasn't|still|quiet|gone quiet|no movement) ..10 (juice|ice water|left side|poked|poking|lying on my left) ..8 (kick|kicks|move|moved|moving|nothing|not one|still|quiet) / (baby|little guy|little one|bean|peanut|bump|she|he) ..3 (gone|went|been|is|so|too|really) (quiet|still) ..8 (kick*|belly|pregnan*|weeks|since) / (baby|little one|bump|weeks|wks) ..16 (couple|few|one or two|hardly any|handful) ..2 (little|small|tiny|weak)? ..1 (nudge|nudges|kick|kicks|flutter|flutters|wiggles) / (only|hardly any|couple of little|barely any) ..2 (nudges|kicks|flutters) / couple of little (nudges|kicks) / (moved|moves|moving) ..1 (clearly|noticeably|definitely) less`,
      es: `
        bebe ..4 (no se (mueve|ha movido)|ya no se mueve|se mueve (menos|poco|poquito)|dejo de moverse|no patea|no ha pateado|quieto) / no (siento|he sentido) ..4 (bebe|mueva|movimiento|movimientos|patadas|pataditas|moverse) / (casi no|ya no|no) ..2 (se mueve|patea) ..2 (bebe|panza)? / (menos|pocos|sin) (movimientos|pataditas|patadas) / (panza|bebe|bebito|barriga) ..4 (quiet*|tranquil*|sin mover*|no brinca|no patea|ya no) / (quiet*|quietecit*) ..3 (panza|bebe|barriga)
        (ni una|ninguna|sin) (patad*|patadita*|movimiento*) / no (se)? (ha|a) (movido|pateado) / (no|casi no) ..2 (siento|la siento|lo siento) ..3 (patad*|pataditas|bebe|moverse|movimientos|mover*) / (bebe|panza|chiquito|chiquita|criatura) ..4 (quiet*|no se mueve|no patea|sin moverse) / conte ..1 (<number>|dos|tres|cuatro|cinco) ..1 en (dos|2|una|1) hora* / (mover*|mueve*) ..3 mucho menos`,
      nearMisses: `(esto|trafico|fila|cola|carros|periferico|autopista|camion|bus|metro|tren) ..6 no se mueve / (no|not) ..3 (blister|blisters|fever|rash|cough|vomiting|pain|bleeding|broken) ..2 baby / baby (is|seems|was)? ..1 (happy|fine|feeding|eating|smiling|playing|well|alert) / feel (anything|love|nothing|bonded|connected|a bond|any love) ..2 (for|with|to|towards) ..2 baby / no siento (nada|amor|carino) ..2 (por|hacia) ..2 bebe / no babies / (dura|duro|bolita|bola|bulto|fija|fijo) ..5 no se mueve`,
    },
    {
      id: 'waters-broke',
      name: 'Waters broke',
      kind: 'red_flag',
      en: `
        (water|waters|bag of waters|membranes) ..2 (broke|broken|break|breaking|leaking|ruptured|popped|gushed|went|gone) / (leaking|gush|gushing|trickle) ..2 (of)? (fluid|water|waters|clear) / amniotic fluid / rupture of membranes / fluid (leaking|gushing|running down)`,
      es: `
        (rompio|reventó|revento|rompieron) ..3 (fuente|bolsa|aguas|membranas) / (rompi|tire|tiro|perdi) ..2 (fuente|aguas|liquido|agua) / fuente rota / (tirando|perdiendo|saliendo|sale) ..2 (liquido|agua|aguita) / liquido amniotico / se me salio el agua / bolsa de agua`,
      nearMisses: `water (tablet|tablets|pill|pills|bill|sample|test) / (saliendo|sale|salio|sacando|escurre|bota) ..2 (liquido|agua) ..2 (amarill*|verde|con olor|apestos*|fea|feo) / pegad* ..12 sale es agua / (ojo|ojos|pegadito|pegado) ..16 sale es agua / pero lo que sale es agua`,
    },
    {
      id: 'leaks-clear',
      name: 'Wet underwear, clear and not urine',
      kind: 'symptom',
      en: `(knickers|underwear|undies|panties|pants|pad|pads|liner|sheets|leggings) ..3 (damp|wet|soaked|soggy|drenched) ..10 (clear|watery|leaking|not ..4 (wee|pee|urine)) / (clear|watery) (fluid|liquid|trickle|dribble|leak)`,
      es: `(calzon|calzones|calzoncito|ropa interior|panty|bragas|toalla|toallita) ..3 (mojad*|humed*|empapad*) ..10 (transparente|clarito|claro|agua|no ..4 (orina|pipi|pis))`,
    },
    {
      id: 'labour',
      name: 'Labour or urge to push',
      kind: 'red_flag',
      en: `
        (contractions|contraction) / in labor / in labour / labor (started|pains|has started) / (need|have|urge|feel like) ..2 (to)? push* / baby is coming / (baby|head) ..3 (coming out|crowning|coming now|on the way) / can see the head / pushing (now|already) / tightening every / lost (my)? mucus plug`,
      es: `
        contracciones / trabajo de parto / dolores de parto / (ganas|necesidad|quiero) ..2 (de)? (pujar|empujar) / (ya)? viene (el|la|mi) bebe / (va|ya va) a nacer / se (ve|asoma) la cabeza / estoy pujando / ya nace / tapon mucoso / dolores cada / (esta|estoy) de parto / se (le|me)? (ve|asoma|sale) ..2 (cabeza|cabecita|mano|manita|pie|piecito|nalgas) ..1 del bebe`,
      nearMisses: `push (it|this|that|my|our|the|monday*|tuesday*|wednesday*|thursday*|friday*|everything) ..3 (to|back|later|until|till)`,
    },
    {
      id: 'cord-out',
      name: 'Cord or foot comes out',
      kind: 'red_flag',
      en: `
        cord ..4 (out|coming|hanging|showing|slipped|falling|between my legs|feel) / (feel|see) (the|a) cord / (foot|arm|hand) ..2 (coming|sticking|hanging) out ..4 (baby|birth|vagina)? / prolapsed cord / cord prolapse`,
      es: `
        cordon ..4 (salio|sale|saliendo|afuera|cuelga|colgando|siento|ve) / (se me|se le) (sale|salio) el cordon / (siento|veo) el cordon / (pie|mano|bracito) ..3 (saliendo|afuera) ..3 bebe / (salio|sale|asoma|asomo) ..3 cordon / cordon ..4 (fuera|salio|sale|asoma|cuelga)`,
    },
    {
      id: 'ectopic-signs',
      name: 'Early pregnancy with one-sided or shoulder pain',
      kind: 'red_flag',
      en: `
        ectopic / tubal pregnancy / (pregnant|positive test|missed period) ..10 (one side|one sided|shoulder|left side|right side|faint*|passed out|sharp) / (shoulder tip|tip of (my)? shoulder) / pregnancy in (my|the) tube`,
      es: `
        ectopic* / embarazo (tubarico|en la trompa|fuera) / (embarazada|prueba positiva|retraso) ..10 (un lado|hombro|desmay*|lado derecho|lado izquierdo) / punta del hombro / (regla|periodo|menstruacion) ..2 (atrasad*|retrasad*|no me baja|no me llega|tarde) ..10 (costado|un lado|ovario|dobla|desmayo|caigo)`,
    },
    {
      id: 'pre-eclampsia',
      name: 'Signs of dangerous pressure in pregnancy',
      kind: 'red_flag',
      en: `
        preeclampsia / pre eclampsia / eclampsia / toxemia / hellp / (protein) ..2 (urine|pee) ..4 pregnan* / (pain|hurts) ..4 (under (my)? (right)? ribs|right upper|upper right|upper belly|below (my)? ribs) / rib pain on the right / (swelling|swollen|puffy) ..4 (face|hands|overnight|suddenly) ..4 pregnan* / (sore|soreness|ache|aching|tender|pressure|spot) ..4 (under|below) ..2 right ..1 (rib|ribs) / (sore|soreness|ache|aching|tender) ..4 (under|below) ..3 (rib|ribs) ..3 right`,
      es: `
        preeclampsia / eclampsia / toxemia / proteina en la orina / dolor ..4 (debajo de las costillas|costilla derecha|boca del estomago|arriba a la derecha) / hinch* ..4 (cara|manos) ..4 (embaraz*|repente) / (veo|ve) (luces|lucecitas) ..6 embaraz* / (cara|manos) hinchad* ..4 embaraz* / presion alta ..4 embaraz* / embaraz* ..6 presion alta / dolor ..3 (lado derecho arriba|higado) / (dolor|duele|molestia|punzada|presion) ..4 (debajo|abajo) ..3 costilla* ..3 derech*`,
    },
    {
      id: 'postpartum-infection',
      name: 'Fever or foul discharge after birth',
      kind: 'red_flag',
      en: `
        (smelly|foul|stinky|bad smelling|smells bad|nasty) ..3 (discharge|lochia|bleeding|fluid|down there) / (discharge|lochia|flow) ..4 (smell|smells|stinks|foul|nasty|fishy) / (c section|cesarean|csection|tear|stitches|episiotomy|incision) ..5 (infected|pus|red|hot|open|opened|oozing|smells|split)
        (stuff|discharge|bleeding|blood|lochia|down there|coming out) ..5 (smells|smelly|stinks|stink|foul|rotten|rancid|reeks)`,
      es: `
        (flujo|sangrado|secrecion|loquios) ..3 (apestos*|huele|mal olor|feo|fetid*|pestilente) / (huele|mal olor|apesta) ..4 (flujo|abajo|sangrado|herida) / (cesarea|episiotomia|puntos|desgarro) ..5 (infectad*|pus|roj*|calient*|abri*|abierta|huele)
        (flujo|sangrado|desecho|lo que (sale|me sale)|sangre) ..5 (huele|apesta|pestilente|fetido|podrido|mal olor)`,
      nearMisses: `(pulga*|zancudo*|mosquito*|chinche*|hormiga*) ..14 puntos roj*`,
    },
    {
      id: 'postpartum-psychosis',
      name: 'Strange thoughts or voices after birth',
      kind: 'red_flag',
      en: `
        (hearing|hear|hears) (voices|a voice|the voices|people talking) ..8 (baby|her|him|she|he|evil|devil)? / (baby) ..4 (is|isn't) ..2 (evil|possessed|the devil|a demon|real|mine|replaced) / (haven't|hasn't) slept ..4 (days|nights) ..8 (energy|fine|racing|talking|god|plan|mission) / (special|chosen|mission|messages) ..3 (god|tv|radio)
        (baby|newborn|he|she) ..4 (isn't|is not|aint|not) (ours|mine|hers|real|human|my baby) / (switched|swapped|replaced|possessed|evil|demon|devil|chip|sign|message) ..8 (baby|newborn) / (baby|newborn) ..8 (switched|swapped|replaced|possessed|evil|demon|devil|wash it out|chosen) / (hasn't|havent|hasnt|not) (slept|sleep) ..4 (days|nights) ..20 (baby|birth) ..10 (voices|whisper*|strange|talking|seeing|god|devil) / (baby|he|she|infant) ..1 (isn't|is not|isnt|ain't|not) ..2 (ours|mine|hers|our baby|my baby|human|real) / (he's|she's|hes|shes|he has|she has|they have|baby has) been (swapped|switched|exchanged) / baby was (swapped|switched|exchanged) / (how to|must|has to|have to|need to|needs to) ..1 (send|give|put|return) (him|her|the baby|baby) back / (baby|son|daughter|he|she) ..3 (devil|demon|evil|possessed|changeling|impostor|imposter|not of this world) / (god|voices|angels|devil|the lord|spirits) ..3 (tells|told|telling|ordering|orders|commands|wants) ..1 (her|me) ..10 (baby|him|her|child|take|cleanse|wash) / (baby|child) ..3 (chosen|saviour|savior|messiah|reincarnat*)`,
      es: `
        (oigo|oye|escucho|escucha) ..2 voces / bebe ..4 (malo|endemoniad*|poseid*|el diablo|maldad|no es mi) / (no (he|ha) dormido) ..4 (dias|noches) ..6 (energia|acelerad*|ideas|dios)? / (mensajes|mision) ..3 (dios|tele|radio)
        (bebe|nino|nina|criatura) ..6 (no es (mio|mia|suyo|nuestro|nuestra)|cambiaron|poseid*|demonio|diablo|maldad) / (bebe|nino|nina|el|ella) no es (nuestr*|mi*|suy*|de este mundo) ..4 (devolver*|regres*|cambi*|diabl*)? / (nena|nene|bebe|nina|nino|hijo|hija|criatura|chamaco) ..4 (no es (la|el)? ..1 (nuestr*|mi*|suy*|de ella|de nosotros)|poseid*|endemoniad*|diablo|demonio|maldit*) / (la|lo|nos (la|lo)) cambiaron ..4 / (hay que|tengo que|tiene que|va a|debe|debo) ..1 (devolverl*|regresarl*|entregarl*|devolver|regresar) ..4 / (oye|escucha|oigo|escucho) ..2 (ordenes|mandatos|mensajes|a dios|angeles|demonios) / (dios|voces|angeles|diablo) ..3 (le|me) (dice|dicen|dijo|ordena*|manda*|pide*)`,
      nearMisses: `back to (school|you|work|class|daycare|nursery|his dad|her dad|bed|sleep|the clinic|clinic|sleep) / (switched|swapped|exchanged|cambiaron|replaced) ..4 (formula|schools|school|appointment|insurance|nappies|diapers|meds|medicine|cita|leche|seguro|panal|medicina|horario|turno|salon|car seat)`,
    },
    {
      id: 'belly-trauma-pregnant',
      name: 'Blow to the belly in pregnancy',
      kind: 'red_flag',
      en: `
        (fell|fall|kicked|hit|punched|landed|seatbelt|bumped|slammed) ..6 (belly|stomach|bump|tummy|abdomen) / (belly|stomach|bump|tummy) ..4 (hit|kicked|punched|slammed)`,
      es: `
        (cai|caida|golpe|golpeo|patada|pego|pegaron|pegue) ..6 (panza|vientre|barriga|estomago|abdomen)`,
    },
    {
      id: 'spotting',
      name: 'Spotting',
      kind: 'symptom',
      en: `
        spotting / light (bleeding|spotting) / (few|little|some) (drops|spots|streaks) ..2 blood / brown (discharge|spotting) / pink (discharge|when i wipe)`,
      es: `
        manchad* / manchando / mancho / (gotas|gotitas|manchitas) ..2 sangre / flujo (cafe|rosado|marron) / sangradito / manchit* ..4 (roj*|sangre|cafe*|marron*|rosad*|limpi*|calzon|braga*|papel) / (bajo|baje|salio|sale) ..2 manchit* / manchando`,
      nearMisses: `manch* ..3 (de negro|de azul|de tinte|de tinta|de pintura|mas clar*|clarit*|blanc*) / (mancha|manchita|manchas|manchitas) ..3 (roja|rojas|rosada|rosadas|clara*|blanca*|cafe*|negra*|morada*|con comezon|con picazon|de sangre en) / (piel|frente|orejas|cara|espalda|ropa|ojo) ..4 manch* / manch* ..6 (espalda|cara|pecho|cuello|frente|orejas|brazo|pierna|tronco|ojo)`,
    },
    {
      id: 'pox-contact',
      name: 'Was near chickenpox, shingles or measles',
      kind: 'fact',
      en: `(chickenpox|chicken pox|measles|slapped cheek|parvovirus|rubella) ..14 (contact|exposed|exposure|near|around|sat|sitting|lap|class|nursery|daycare|hugged|played|never had|day after|came out) / (contact|exposed|exposure|near|around|sat|sitting|lap|hugged|played|nephew|niece|class|nursery) ..14 (chickenpox|chicken pox|measles|slapped cheek|parvovirus|rubella) / (looked after|babysat|minded|visited|son|daughter|godson|goddaughter|grandson|pupil|kid) ..14 (chickenpox|chicken pox|measles|rubella|slapped cheek) / (chickenpox|chicken pox|measles|rubella) ..20 (never had|ever had|think i) / (nephew|niece|son|daughter|godson|pupil|kid|grandson|granddaughter) ..16 (come|came|coming|broken|broke) out (in|with)`,
      es: `(varicela|sarampion|rubeola|parvovirus) ..14 (contacto|expuest*|cerca|junto|conmigo|sobrin*|clase|guarderia|abrace|nunca me ha dado|no me ha dado|salio) / (contacto|expuest*|cerca|sobrin*|guarderia|abrace|carg*) ..14 (varicela|sarampion|rubeola|parvovirus) / (cuide|cuido|visite|abrace|bese|cargue|jugue|estuve) ..14 (varicela|sarampion|rubeola) / (ahijad*|hij*|niet*|alumn*|vecin*|nino*|nina*) ..10 (varicela|sarampion|rubeola) / (varicela|lechina|peste cristal) ..4`,
    },
    {
      id: 'waters-maybe',
      name: 'Maybe the waters',
      kind: 'symptom',
      en: `(pee|peeing|peed|urine|sweat|discharge) or ..2 (waters|water|water breaking|amniotic fluid|waters breaking) / (waters|water breaking|amniotic) or ..2 (pee|urine|peed|discharge) / (is|was|could|can) ..2 (it|this|that) ..2 my (waters|water)`,
      es: `(orina|pipi|flujo|sudor) o (la fuente|el agua|las aguas|liquido) / (sera|es) ..2 (la fuente|las aguas)`,
      nearMisses: `(drink|drinking|bottled|tap|well) ..2 water`,
    },
    {
      id: 'breast-red',
      name: 'Red, hot breast',
      kind: 'symptom',
      en: `
        breast ..5 (red|hot|hard|swollen|lump|sore|hurts|clogged|streak*) / mastitis / clogged duct / (hot|hard|red|tender|sore|throbbing) ..3 (wedge|segment|patch|area) ..4 (breast|boob)`,
      es: `
        (pecho|seno|mama|chichi) ..4 (roj*|caliente|dur*|hinchad*|bola) ..3 (pecho|amamant*|leche)? / mastitis / (amamant*|lactancia|dando pecho) ..6 (roj*|caliente|duele|fiebre) / (zona|area|parte|pedazo) ..3 (roj*|dur*|caliente) ..4 (pecho|seno|mama|teta)`,
      nearMisses: `(pecho|pechos) ..1 que puja / alimentad* al pecho`,
    },
    {
      id: 'morning-sickness',
      name: 'Morning sickness',
      kind: 'mild',
      en: `
        morning sickness`,
      es: `
        nauseas ..3 (mananas|matutinas|embarazo)`,
    },
    {
      id: 'breastfeeding',
      name: 'Breastfeeding',
      kind: 'fact',
      en: `
        breastfeeding / breast feeding / nursing (my|the|a|her|our) ..1 (baby|newborn|infant|son|daughter|little one|twins) / nursing (mom|mother|mama|woman) / (i am|im|i'm|still|while|been) nursing / pumping milk`,
      es: `
        amamant* / dando pecho / lactancia / doy pecho / dando de mamar`,
    },
    {
      id: 'bump-tightens',
      name: 'Bump goes hard and soft again',
      kind: 'symptom',
      en: `bump ..3 (goes|gets|went|going|getting) ..1 (hard|tight)`,
      es: `(panza|barriga|vientre|pancita) ..3 se (me)? ..1 pone ..1 dura`,
    },
  ],
  rules: [
    { id: 'pregnancy-01', outcome: 'emergency', when: 'pregnancy-complication', says: 'Danger sign or birth in pregnancy', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-02', outcome: 'emergency', when: 'vaginal-bleeding|bleeding-any|heavy-bleeding|vision-trouble|face-swelling|seizure|fainting + pregnant', says: 'Bleeding, sight or swelling signs in pregnancy', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-03', outcome: 'emergency', when: 'soaks-pads', says: 'Soaks a pad an hour or passes large clots', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-04', outcome: 'emergency', when: 'postpartum + heavy-bleeding|vision-trouble|fainting|leg-swelling-one|chest-pain', says: 'Danger sign after birth', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-05', outcome: 'emergency', when: 'late-period + belly-pain|vaginal-bleeding|fainting|shoulder-pain', says: 'Pain or bleeding with a missed period', advice: 'pregnancy', source: 'nhs-ectopic' },
    { id: 'pregnancy-06', outcome: 'soon', when: 'vaginal-bleeding', says: 'Vaginal bleeding', advice: 'bleeding', source: 'medline-bleeding', ask: ['bleed-much'] },
    { id: 'pregnancy-07', outcome: 'emergency', when: 'less-movement + pregnant|any-symptom', says: 'Baby in the womb moves less', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-08', outcome: 'emergency', when: 'waters-broke', says: 'Waters broke', advice: 'pregnancy', source: 'nhs-preterm' },
    { id: 'pregnancy-61', outcome: 'emergency', when: 'leaks-clear + pregnant', says: 'Waters may be leaking', advice: 'pregnancy', source: 'nhs-preterm' },
    { id: 'pregnancy-09', outcome: 'emergency', when: 'labour', says: 'Labour or urge to push', advice: 'pregnancy', source: 'nhs-preterm' },
    { id: 'pregnancy-10', outcome: 'emergency', when: 'cord-out', says: 'Cord or limb comes out', advice: 'pregnancy', source: 'nhs-999' },
    { id: 'pregnancy-11', outcome: 'emergency', when: 'ectopic-signs', says: 'Early pregnancy with one-sided or shoulder pain', advice: 'pregnancy', source: 'nhs-ectopic' },
    { id: 'pregnancy-12', outcome: 'emergency', when: 'pre-eclampsia + pregnant|postpartum', says: 'Signs of dangerous pressure', advice: 'pregnancy', source: 'acog-preeclampsia' },
    { id: 'pregnancy-13', outcome: 'emergency', when: 'visual-sparks|vision-trouble|vision-loss|double-vision + pregnant|postpartum', says: 'Sight changes in pregnancy or after birth', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-14', outcome: 'emergency', when: 'headache + pregnant|postpartum + severe-said|vision-trouble|visual-sparks|hand-swelling|face-swelling|meds-fail|worse-said|vomiting|pressure-history|wont-go', says: 'Headache that does not go, or with another sign, in pregnancy or after birth', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-15', outcome: 'emergency', when: 'postpartum-infection + postpartum|fever|chills-said', says: 'Fever or foul discharge after birth', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-16', outcome: 'emergency', when: 'postpartum-psychosis + postpartum|breastfeeding|newborn', says: 'Strange thoughts or voices after birth', advice: 'crisis', source: 'nhs-postpartum-psychosis' },
    { id: 'pregnancy-17', outcome: 'urgent', when: 'postpartum-psychosis', says: 'Hears voices or strange beliefs', advice: 'nurse', source: 'nhs-postpartum-psychosis' },
    { id: 'pregnancy-18', outcome: 'emergency', when: 'belly-trauma-pregnant|fall|vehicle-crash|major-injury + pregnant + belly-trauma-pregnant|vehicle-crash|major-injury|bloating|belly-pain|bleeding-any|vaginal-bleeding|labour', says: 'Blow or fall in pregnancy', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-19', outcome: 'emergency', when: 'postpartum + lots-of-blood|soaks-pads|blood-clot-said|dizzy|short-of-breath|fainting|chest-pain|seizure|confusion + bleeding-any|vaginal-bleeding|lots-of-blood|soaks-pads|blood-clot-said|leg-swelling-one|short-of-breath|chest-pain|fainting|seizure|confusion', says: 'Danger sign after birth', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-20', outcome: 'urgent', when: 'spotting + pregnant|late-period', says: 'Spotting in pregnancy', advice: 'pregnancy', source: 'cdc-hear-her', ask: ['belly-worst', 'bleed-much'] },
    { id: 'pregnancy-50', outcome: 'urgent', when: 'pox-contact + pregnant|immune-weak|on-chemo|newborn|age-under-3-months', says: 'Was near chickenpox, shingles or measles, and is at risk', advice: 'pregnancy', source: 'nhs-chickenpox' },
    { id: 'pregnancy-60', outcome: 'urgent', when: 'waters-maybe', says: 'Maybe the waters have gone', advice: 'pregnancy', source: 'nhs-preterm' },
    { id: 'pregnancy-21', outcome: 'soon', when: 'spotting', says: 'Spotting', advice: 'bleeding', source: 'medline-bleeding' },
    { id: 'pregnancy-22', outcome: 'urgent', when: 'breast-red + fever', says: 'Red, hot breast with fever', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-23', outcome: 'soon', when: 'breast-red', says: 'Sore or lumpy breast', advice: 'pregnancy', source: 'nhs-common' },
    { id: 'pregnancy-24', outcome: 'soon', when: 'any-symptom|heartburn + pregnant|postpartum', says: 'A symptom in pregnancy or after birth', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-25', outcome: 'routine', when: 'morning-sickness', says: 'Morning sickness', advice: 'pregnancy', source: 'nhs-common' },
    { id: 'pregnancy-26', outcome: 'urgent', when: 'keeps-nothing-down|poor-intake + pregnant', says: 'Keeps little down in pregnancy', advice: 'dehydration', source: 'cdc-hear-her' },
    { id: 'pregnancy-27', outcome: 'urgent', when: 'late-period|pregnant + twisted-ovary|bloating|belly-pain', says: 'Pain in early pregnancy', advice: 'pregnancy', source: 'nhs-ectopic', ask: ['bleed-faint'] },
    { id: 'pregnancy-28', outcome: 'emergency', when: 'pregnant + heavy-bleeding|lots-of-blood|soaks-pads|blood-clot-said', says: 'Heavy bleeding in pregnancy', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-29', outcome: 'emergency', when: 'postpartum + leg-swelling-one + short-of-breath|chest-pain', says: 'Signs of a clot after birth', advice: 'pregnancy', source: 'cdc-hear-her' },
    { id: 'pregnancy-70', outcome: 'emergency', when: 'postpartum-psychosis + voices-command', says: 'Loss of reality after a birth, and voices that give orders', advice: 'crisis', source: 'nhs-postpartum-psychosis' },
    { id: 'pregnancy-71', outcome: 'urgent', when: 'bump-tightens', says: 'Bump that goes hard before term', advice: 'pregnancy', source: 'nhs-preterm' },
  ], // prettier-ignore
}
