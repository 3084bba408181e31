import type { Family } from '../protocol.ts'

export const poison: Family = {
  id: 'poison',
  title: 'Overdose and poison',
  ask: ['wake-q', 'breath-rest', 'seizure-q'],
  concepts: [
    {
      id: 'overdose',
      name: 'Overdose or wrong dose',
      kind: 'red_flag',
      en: `overdose / overdosed / overdosing / <took> (too many|too much|triple|the whole bottle of|a bottle of|a handful of|all of) ..4 (<pills>|dose|insulin|doses) / narcan / naloxone / someone else's (medicine|pill|medication|pills) / too much (tylenol|insulin|medicine|medication|fentanyl) / <mychild> ..4 (swallowed|ate|drank|got into|took) ..5 (pill|pills|medicine|vitamins|gummies|edible|edibles|tablets) / nodding off ..3 (fentanyl|heroin|pills) / pinpoint pupils / (took|taken|swallowed|ate|downed) ..3 (whole|entire|full|handful|bunch|all) ..4 (bottle|pills|tylenol|pack|blister|ibuprofen|aspirin|meds|my|his|her) / too many (pills|tylenol|tablets|sleeping pills) / insulin twice / (took|injected|gave) ..3 insulin (twice|two times|double) / (took|taken|takes|snorted|swallowed|smoked) something ..8 (party|club|unknown|pill|drug|passed out|breath*|weird|wake|blue|high) / (took|taken|did) (some|too much|a bunch of|laced|bad) ..2 (pills|drugs|molly|ecstasy|acid|xanax|percs|stuff|fentanyl) / (took|taken|swallowed|downed|drank) ..3 (rest|whole|entire|all) ..2 (of)? ..3 (bottle|bottles|pack|packet|box|jar) ..5 (<number>|last night|this morning|today|yesterday|tylenol|pills|tablets|aspirin) / (tablets|pills|capsules) ..2 (are|is)? ..1 missing ..8 / empty (packet|bottle|blister pack|package) of ..4 / (took|taken|takes|swallowed|ate|downed|finished) ..2 (whole|entire|full) (week|weeks|month|months) ..1 (pillbox|pill|pills|tablets|tray|dosette|worth) / (took|taken|swallowed|ate|emptied|finished) ..2 (whole|entire|full) ..1 (pillbox|dosette|pill organizer|pill organiser|blister pack|strip|pill tray) / (took|swallowed) ..1 (them|em) all ..5 (vodka|wine|whisky|whiskey|beer|gin|rum|tequila|booze) / swallowed (them|em) all / (all|rest|whole lot|lot) of (them|em) ..3 with ..2 (vodka|wine|whisky|whiskey|beer|gin|rum|tequila|booze|alcohol) / (swallowed|ate|gulped|necked|downed) ..6 (ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|10|12|14|15|16|20|24|25|28|30|40|50|60|90|100) of (my|his|her|the|them) / (swallowed|ate|took|taken|gulped|necked|downed) ..2 (twenty|thirty|forty|fifty|sixty|20|24|25|28|30|40|50|60|90|100) (tablets|pills|capsules|paracetamol|tylenol|ibuprofen|aspirin|antidepressants) / (took|taken) ..1 (twenty|thirty|forty|fifty|sixty|20|24|25|28|30|40|50|60|90|100) of (my|his|her|the|them|those) / (swallowed|ate|took|necked|downed|taken) the lot ..10 (tablets|pills|mints|sweets|capsules|medicine|pack|packet|strip) / (took|taken|swallowed|had|necked) ..2 (load|loads|ton|tons|bunch|masses|heaps|shedload) of ..2 (paracetamol|tylenol|acetaminophen|ibuprofen|aspirin|codamol|cocodamol|antidepressants|sleepers|pills|tablets|benadryl|nytol) / (took|taken|swallowed|necked) ..14 (two|three|four|five|2|3|4|5) (boxes|packets|packs|bottles|strips)`,
      es: `sobredosis / (tome|tomo|me tome|se tomo) ..2 (demasiad*|muchas|todo el frasco) ..3 (pastillas|dosis|insulina|medicina|medicinas)? / <mychild> ..4 (trago|tomo|comio|ingirio) ..5 (pastilla|pastillas|medicina|medicinas|vitaminas|gomitas) / me puse demasiada insulina / (tome|tomo|trago|trague) ..3 (todo|todas|todos|un frasco|muchas|un monton) ..4 (pastillas|frasco|tylenol|medicina) / (puse|puso|inyecte) ..3 insulina ..2 (dos veces|doble|de mas) / (tomo|metio|fumo|trago) algo ..3 (fiesta|raro|rara|antro|boliche|discoteca) / (tomo|tomado|tome|trago|tragado|trague|ingirio|ingerido|comio|comido) ..3 (punado|monton|blister|bote|tira|caja|frasco|todas|todos|muchas|demasiadas) ..5 (<pills>|pildora*|tableta*|comprimido*|capsula*|medicina*|medicamento*|ibuprofeno|diazepam|lorazepam) / (se metio|tomo) ..2 (drogas|pastillas|tachas) / (tomo|tome|trago|trague|acabo|tomado) ..2 pastillero (entero|completo|de la semana) / (tomo|tome|trago|trague|tomado) ..1 todo el pastillero / (todas|toda) las pastillas de (la|toda la) semana / pastillas de toda la semana / me las (tome|trague|eche|acabe) ..2 todas ..4 (juntas|de golpe|de un jalon|de una sola|tequila|alcohol|cerveza|vino|vodka|ron|mezcal|whisky|aguardiente) / se las (tomo|trago|echo|acabo) ..2 todas ..4 (juntas|de golpe|de un jalon|de una sola|tequila|alcohol|cerveza|vino|vodka|ron|mezcal|whisky) / (todas|todo el frasco|todo el bote|la caja entera|todas juntas) ..2 con (tequila|alcohol|cerveza|cervezas|vino|vodka|ron|mezcal|whisky|aguardiente) / (trague|trago|tome|tomo|tomado|tomarme|tomarse) ..1 (veinte|treinta|cuarenta|cincuenta|sesenta|20|25|28|30|40|50|60|100) de (mis|sus|las|los) / (trague|comi|trago|comio|tome|tomo|tomado) ..1 (las|los|unas)? ..1 (diez|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|10|12|15|20|25|28|30|40|50|60|100) (pastillas|tabletas|capsulas|comprimidos) / (me|se) ..1 (trague|trago) (las|los) (diez|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|10|12|15|20|25|28|30|40|50|60|100) (de|del|para) / (se tomo|tome|me tome|tomo|trago|trague) ..3 (monton|chingo|bola|puno|caja|cajas|frasco|blister|montonera|chorro) de ..2 (paracetamol|acetaminofen|pastillas|ibuprofeno|aspirinas|clonazepam|rivotril|tabletas)`,
      nearMisses: `took all my ..2 (dates|contacts|numbers|photos|time|money|savings|notes|appointments|strength) / yo tomo (una|mi) pastilla (blanca|chiquita|de la presion|para la presion|diari*) / me tomo mi pastilla de la presion / (tomo|toma|tome) todas las (semanas|noches|mananas|tardes) / (over|in|during|por|durante|en) ..3 (days|weeks|months|years|dias|semanas|meses|anos) / (mg|mcg|milligrams|miligramos|units|unidades) / so far / (tomo|toma|tome|tomaba|take|takes|taking|took) ..3 (pastillas|pills|tablets|capsules|tabletas) ..3 (diarias|diario|al dia|por dia|cada dia|a la semana|daily|a day|per day|each day|a week) / (took|taken|take) ..3 (tablets|pills|capsules) ..6 (over|for) ..3 (days|weeks|months) / (tomo|toma|bebo|tomando) (mucha|bastante) agua / (getting|going|get|go|got) through too many`,
    },
    {
      id: 'poison',
      name: 'Poison, battery, gas',
      kind: 'red_flag',
      en: `poison / poisoned / poisoning / carbon monoxide / co (alarm|detector) / gas leak / <took> ..4 (bleach|cleaner|drano|antifreeze|battery|button battery|magnet|magnets|pesticide|detergent|pod|gasoline|lamp oil|ammonia|windshield|toxic) / (button|watch|coin) battery / swallowed ..3 (battery|magnet|magnets|coin|bleach) / (swallowed|swallow|ate|eaten) ..6 (battery|batteries) / (breathed|inhaled|breathing) ..3 (fumes|smoke|gas|chlorine) / snake (bite|bit) / bitten by a (snake|rattlesnake) / rattlesnake / black widow / ate ..2 (wild mushrooms|wild berries) / rat poison / (drank|swallowed|sprayed|splashed|soaked|breathed) ..6 (roundup|weed killer|weedkiller|herbicide|paraquat|malathion|organophosphate|bug spray|insecticide|fertilizer)`,
      es: `veneno / envenen* / intoxic* / monoxido / fuga de gas / <took> ..4 (cloro|blanqueador|limpiador|pila|pilas|bateria|iman|imanes|detergente|anticongelante|gasolina|insecticida|raticida|lejia|sosa|amoniaco|thinner) / pila de (boton|reloj) / (respiro|respire|inhalo|inhale) ..3 (humo|gas|gases|vapores|cloro) / (mordio|mordedura|pico|picadura) ..3 (vibora|serpiente|culebra|cascabel|alacran|escorpion|viuda negra) / hongos silvestres / detector de monoxido / (tres pasitos|trespasitos|tres pasos|racumin|campeon|diablo rojo|gramoxone|paraquat|tamaron|lannate|gastoxin|phostoxin|pastilla* de curar (frijol|maiz|grano*)|fosfina|organofosforad*|baygon|mata ratas|veneno para ratas|herbicida|fungicida|glifosato|roundup)`,
      nearMisses: `poison (ivy|oak|sumac) / hiedra venenosa / (recall|lawsuit|class action|sell|store|shelf) ..6 (roundup|paraquat|weed killer) / (roundup|paraquat|weed killer) ..4 (lawsuit|recall|settlement) / veneno de (precio|precios|cuenta|costo) / (mi|mis) (gallo|gallina|perro|gato|caballo|vaca|chivo|loro|perico) (esta|fue) ..1 envenenad*`,
    },
    {
      id: 'child-swallowed',
      name: 'A child got into medicine or a product',
      kind: 'red_flag',
      en: `
        (<mychild>|toddler|year old|yr old|yo|month old|kid|he|she|grandbaby) ..5 (swallowed|ate|drank|got into|got a hold of|got hold of|chewed|took|licked|sucked) ..7 (pill|pills|medicine|meds|vitamins|gummies|gummy|edible|edibles|tablets|bottle|detergent|pod|pods|bleach|cleaner|battery|magnet|magnets|perfume|mouthwash|alcohol|hand sanitizer|nicotine|vape|mushroom|berries|plant|iron|heart|blood pressure) / (got into|ate|swallowed) ..3 (grandma|grandmas|grandma's|grandpa|grandpas|my|dad's|mom's|his|her) ..3 (pills|meds|medicine|heart pills|gummies|edibles|vape) / (<mychild>|kiddo|toddler|baby|kid|little guy|little girl|he|she|year old|month old) ..4 (chewed|ate|swallowed|drank|licked|sucked on|bit into|got into|got a hold of|put) ..6 (nicotine|pouch|vape|cigarette|cigarettes|weed|gummy|gummies|edible|edibles|pills|pill|medicine|vitamins|tide|pod|cleaner|bleach|perfume|sanitizer|plant|mushroom|berries|battery|magnet|magnets|patch|patches|eye drops|mouthwash|alcohol)
        (may|might|could|must|possibly|probably) ..1 (have|has|of)? ..1 (eaten|swallowed|ingested|taken|chewed|drunk) ..6 (pill|pills|tablets|tablet|meds|medicine|gummies|edible|edibles|vitamins) / (got into|gotten into|found|opened) ..5 (pills|pill box|pillbox|pill bottle|gummies|medicine|meds|vape|edibles) / (purse|bag|pill box|pillbox|bottle|blister pack) ..6 (open|empty|spilled) ..8 (missing|gone|left) / (<number>|some|few|couple) ..2 missing ..6 (pills|tablets|gummies|ones) / (toddler|baby|son|daughter|kid|grandson|granddaughter|niece|nephew|child) ..6 (emptied|finished|polished off|got through|demolished) ..4 (pills|tablets|box|packet|strip|bottle|gummies|syrup|medicine|drops) / (toddler|baby|son|daughter|kid|grandson|granddaughter|niece|nephew|child|months|month old|year old) ..10 (tablet|tablets|pill|pills|capsule|capsules|metformin|gliclazide|glipizide) in (her|his|their|its) mouth / (tablet|tablets|pill|pills|capsule) in (her|his|their) mouth ..10 (baby|toddler|months|year old) / had ..6 (tablet|tablets|pill|pills|capsule) in (her|his|their) mouth ..6 (baby|months|year old)? / (swallowed|eaten|chewed) at least (one|two|half) / (baby|toddler|son|daughter|grandson|granddaughter|year old|month old) ..24 (tablet|pill|tablets|pills|gummies) ..3 (missing|gone|short) / (one|two|three) (tablet|pill|tablets|pills) (missing|short|gone)`,
      es: `
        (<mychild>|nino|nina|niet*|sobrin*|peque|chiquit*|de (1|2|3|4|5|un|dos|tres|cuatro|cinco) (ano|anos)) ..5 (trago|tragado|comio|comido|tomo|tomado|bebio|bebido|chupo|chupado|mordio|mordido|agarro|ingirio|ingerido|metio en la boca|metido en la boca) ..7 (pastilla*|pildora*|comprimido*|capsula*|jarabe|gotas|medicina*|medicamento*|vitamina*|gomita*|cloro|lejia|jabon|detergente|pila|pilas|iman|imanes|perfume|alcohol|gel|cigarro|vape|hongo|planta|limpiador|veneno) / se (ha)? ..1 (tomo|tomado|trago|tragado|comio|comido) ..4 (pastilla*|pildora*|comprimido*|medicina*|medicamento*) ..4 de (su|mi|la|el) ..1 (abuel*|papa|mama|suegr*|ti*|padre|madre|marido|esposo|esposa)
        (agarro|abrio|encontro|se metio) ..4 (pastillas|pastillero|medicina|medicinas|frasco|gomitas) ..10 (faltan|falta|comio|boca|trago|no se cuantas) / (nino|nina|bebe|nene|nena|hijo|hija|nieto|nieta|peque|chiquito|chiquita|sobrino|sobrina) ..6 (se acabo|acabo con|se termino|vacio|se despacho|se echo) ..3 (cajita|caja|frasco|bote|tira|jarabe|pastillita*|pastilla*|gotas|gomitas|medicina) / (pastillita*|pastilla*|gotas|jarabe) ..8 (de (mi|la|el|su) (suegra|suegro|abuela|abuelo|mama|papa)) ..8 (anos|anitos|nino|nina|bebe) / (bebe|nino|nina|nieto|nieta|nene|nena|hijo|hija|peque) ..10 (pastilla|pastillas|pastillita|pildora|comprimido|tableta|capsula) ..6 en la (boca|boquita) / (saque|quite|encontre) ..3 (pastilla|pastillita|comprimido) de la (boca|boquita) / (trago|comio|chupo) (por lo menos|al menos|minimo) (una|un|dos|media) / (bebe|nino|nina|nieto|nieta|nene|nena|peque) ..30 falta* ..3 (pastilla|pastillas|pastillita*|comprimido*) / falta* ..3 (pastilla|pastillas|pastillita*|comprimido*) ..12 (bebe|nino|nina|nieto|nieta|boca)`,
      nearMisses: `(and|can|still|could) swallow ..1 (tablets|tablet|pills|pill|food|water|liquids|solids)`,
    },
    {
      id: 'battery-magnet',
      name: 'Swallowed battery or magnet',
      kind: 'red_flag',
      en: `
        (button|watch|coin|disc|disk|lithium|hearing aid) (battery|batteries) / (swallowed|ate|swallow) ..4 (battery|batteries|magnet|magnets) / (battery|magnet|magnets) ..4 (swallowed|in (his|her) (nose|ear|throat|stomach)|stuck up) / (swallowed|ate|gulped|got down) ..7 (magnet|magnets|buckyballs|magnetic (ball|balls|bead|beads)) / (magnet|magnetic) (ball|balls|bead|beads) ..4 (swallowed|ate|down) / (flat|round|little|small|tiny|silver|shiny) ..2 (coin|disc|disk|button|penny) (thing|things|shaped|cell|cells|battery) ..10 (gone|missing|isn't|isnt|not there|can't find|disappeared) / (back|cover|lid|flap|door) ..3 (off|open|came off|broken) ..3 (remote|toy|scale|scales|candle|key fob|fob|watch|hearing aid|thermometer|tea light) ..14 (battery|batteries|coin|disc|gone|missing|empty) / (magnet|magnetic|buckyball) ..2 (ball|balls|bead|beads|balls) ..16 (down the hatch|swallowed|went down|gone down|gulped) / (magnet|magnets|magnetic balls|button battery|button cell) ..3 (missing|gone|disappeared) ..12 (toddler|baby|month old|months old|year old|son|daughter|he|she|drool*|belly|tummy)`,
      es: `
        pila (de)? (boton|reloj|redonda|moneda) / (trago|comio|metio) ..4 (pila|pilas|bateria|iman|imanes) / (pila|bateria|iman|imanes) ..4 (trago|nariz|oido|garganta) / (trago|trague|comio|se metio) ..6 (bolita*|pelotita*|cuenta*) (magnetica*|de iman|imantada*) / (control|juguete|llavero|vela|balanza|bascula|reloj|termometro|audifono) ..10 (pila|pilita|redondita|botoncito|moneda) ..8 (falta|no esta|no aparece|desaparecio|no la encuentro) / (tapa|tapita) ..4 (control|juguete|llavero|vela|bascula|reloj) ..12 (pila|pilita|redondita|vacio|vacia) / (bolita*|pelotita*|esfera*) (de|con) iman* ..16 (trago|trague|tragaron|paso|pasaron|comio|garganta) / (falta|faltan) ..3 (iman|imanes|pila de boton|pilas de boton) ..12 (nino|nina|bebe|hijo|hija|nene|nena|panza|babea) / (bolita*|pelotita*|perlita*|esfera*|piedrita*|pieza*|ficha*|barrita*|cosita*|juguetit*) ..4 (imantad*|magnetic*|de iman|de imanes) / (trago|tragado|trague|comio|paso) ..6 (imanes|iman|imantad*|magnetic*) / falta* ..8 (pila|pilas|pilita|pilitas|bateria|baterias) / (pilita|pilitas) ..4 (redond*|plan*|boton)`,
      nearMisses: `(sell|buy|need|order|replace|dead) ..4 batter* / batter* ..3 (dead|died|sell|order|do you|for sale|size) / (venden|compro|cambiar|necesito) ..4 (pila|pilas|bateria|baterias)`,
    },
    {
      id: 'carbon-monoxide',
      name: 'Carbon monoxide or gas',
      kind: 'red_flag',
      en: `
        carbon monoxide / co (alarm|detector|alert) / (alarm|detector) ..4 (gas|co|monoxide|carbon) / gas (leak|smell) / (smell|smelling) ..1 gas / (everyone|everybody|all of us|whole (family|house)|we all|kids and i|roommates) ..6 (headache|headaches|dizzy|sick|nause*|throwing up|tired) / (heater|furnace|generator|stove|grill|garage|car running) ..8 (headache|dizzy|sick|nause*|passed out) / (headache|headaches|dizzy|sick|nause*) ..10 (gas heater|furnace|generator|space heater|charcoal|kerosene) / (charcoal|grill|hibachi|generator|camp stove|propane heater|kerosene heater|fire pit) ..4 (inside|indoors|in the (tent|house|kitchen|living room|bedroom|camper|garage|van|basement)) / (car|truck|engine) ..2 (running|idling|left on) ..6 (garage|closed garage) / (light|lit|lighting|run|running|turn on|turned on|use|using) ..3 (stove|heater|fire|boiler|generator|grill|burner|log burner|gas fire|fireplace|oven) ..14 (groggy|headache|headaches|dizzy|sick|sleepy|woozy|faint|rotten|nauseous|queasy|muzzy) / (rotten|ill|groggy|headache|headaches|woozy|dizzy|queasy|muzzy) ..3 in the (caravan|tent|house|flat|cabin|bedroom|kitchen|camper) ..12 (fine|better|right as rain|ok|okay|clears|gone|well) ..4 (outside|out|beach|fresh air|away|outdoors|door) / generator ..6 (inside|in) ..3 (garage|basement|house|shed|porch)`,
      es: `
        monoxido / (alarma|detector) ..3 (gas|monoxido) / fuga de gas / (huele|olemos|olor) ..1 a gas / (todos|toda la familia|en la casa) ..6 (dolor de cabeza|duele la cabeza|mareados|mareamos|vomit*|enferm*) / (calenton|calentador|boiler|estufa|generador|anafre|brasero|carbon) ..8 (dolor de cabeza|duele la cabeza|mare*|vomit*|desmay*) / (duele la cabeza|mare*) ..8 (calenton|calentador|boiler|gas) / (estufa|calenton|calentador|calefon|caldera|brasero|chimenea|generador|carbon|lena) ..16 (ido la cabeza|se nos va la cabeza|atontad*|mare*|vomit*|dolor de cabeza|duele la cabeza|adormilad*) / (brasero|picon|cisco|anafre|anafe|carbon|parrilla|generador|estufa de (gas|lena|butano)) ..12 (ventana* cerrad*|puerta* cerrad*|todo cerrado|sin ventila*|dentro de (la)? (casa|cuarto|pieza)|toda la noche|encendid*) / (cabeza como un bombo|cabeza pesada|cabeza cargada) ..16 (brasero|picon|estufa|calentador|gas|chimenea) / (prendemos|prendo|prender|encendemos|encender|usamos) ..3 (estufa|calenton|calentador|boiler|brasero|chimenea|anafre|generador|horno) ..14 (mare*|duele la cabeza|dolor de cabeza|atontad*|sueno|nausea*|vomit*|mal) / (generador|planta de luz|asador|anafre|brasero|carbon) ..6 (adentro|dentro) ..4 (garage|garaje|cochera|casa|cuarto|sala|marquesina|cocina)`,
      nearMisses: `(sell|selling|buy|bought|recipe|party|cookout) ..6 (grill|charcoal) / (carbon|parrilla|brasero) ..4 (carne|asado|comprar|vender|venden) / (picnic|pavilion|campus|restaurant|food court|cafeteria) / grill ..4 (shelter|pavilion|restaurant|menu) / (oven|stove|estufa|horno) ..6 (smell|cooking|recipe|burnt|humo de la comida) / (sick|stomach|tummy|vomiting|puking) bug / (norovirus|rotavirus|gastro)`,
    },
    {
      id: 'well-outside',
      name: 'Ill at home, well outside',
      kind: 'symptom',
      en: `(better|clears|cleared|goes|gone|lifts|wears off|fine|ok|okay|stops|eases) ..3 (when|once|as soon as|whenever|if|the minute|after) ..4 (out|leave|left|outside|outdoors|work|shops|shop|school|away|fresh air|garden|yard) ..12 (again|back|returns|worse|starts|start|comes) ..5 (home|inside|indoors|house|flat|back in|in the door|apartment) / (only|worse|always|just) ..3 (home|indoors|inside|in the house|in the flat) ..8 (better|fine|gone|clears|ok|okay) ..4 (outside|outdoors|work|out|away) / (go|clear|ease|lift|stop|vanish|vanishes|disappear|disappears) ..3 (when|once|as soon as|whenever|if|the minute|after) ..4 (out|leave|left|outside|outdoors|work|shops|school|away|fresh air|garden|yard) ..12 (again|back|return|returns|worse|start|starts|come) ..5 (home|inside|indoors|house|flat|back in|apartment) / (goes off|goes away|clears|lifts|stops) when ..2 (we|they|we're|were|everyone|all of us) ..4 (out|outside|at school|at work|away)`,
      es: `(se (me|nos|le|les)? ..1 (quita|pasa|va)|mejora|mejoramos|mejor|bien) ..4 (afuera|fuera|salir|salimos|salgo|sale|calle|trabajo|escuela|aire libre|patio) ..12 (volver|entrar|regresar|llegar|volvemos|regresamos|entramos) ..3 casa ..4 (otra vez|de nuevo|vuelve|empieza|regresa|duele|peor) / (se (me|nos|le|les)? ..1 (quita|pasa|va)|mejora|mejoramos|mejor|bien) ..4 (afuera|fuera|salir|salimos|salgo|sale|calle|trabajo|escuela|aire libre|patio) ..12 (otra vez|de nuevo|vuelve|volvemos|regresa|empieza|peor|regresamos) ..5 (casa|adentro|entrar|dentro|departamento|piso) / (solo|solamente|nomas|siempre|peor) ..3 (en la casa|en casa|adentro|dentro) ..8 (se (me|nos|le|les)? ..1 (quita|pasa)|mejor*|bien) ..4 (afuera|fuera|salir|calle|trabajo) / (se (nos|les) (quita|pasa)) ..4 (salimos|salen|afuera|en la calle|en la escuela|en el trabajo)`,
    },
    {
      id: 'alcohol-danger',
      name: 'Drunk and cannot be woken',
      kind: 'red_flag',
      en: `
        (drank|drunk|drinking|wasted|blackout drunk|alcohol) ..8 (can't wake|won't wake|passed out|unresponsive|blue|vomiting and|not waking|barely breathing|throwing up in) / alcohol poisoning / (drank|drunk) (way)? too much ..8 (vomiting and|throwing up and|cold|clammy|won't wake|can't wake|not waking|breath*|passed out|blue|unresponsive|confused) / (whole|entire) bottle of (vodka|whiskey|rum|tequila|liquor)`,
      es: `
        (tomad*|borrach*|alcohol|bebio|tomo) ..8 (no (despierta|reacciona|responde)|inconsciente|fri*|morad*|vomit*) / (congestion|intoxicacion) (alcoholica|por alcohol) / se (tomo|bebio) ..3 (botella|tequila|mezcal|vodka) / (muy|bien) tomad* y no`,
    },
    {
      id: 'withdrawal-danger',
      name: 'Shaking or seeing things after stopping alcohol or sedatives',
      kind: 'red_flag',
      en: `
        (stopped|quit|quitting|stop|off|detox*|haven't had|last drink|no drink|cold turkey|withdraw*) ..8 (drinking|alcohol|drink|booze|vodka|beer|xanax|benzo|benzos|klonopin|ativan|valium) ..10 (shak*|shakes|seeing|seeing things|hallucinat*|sweat*|seizure|tremor*|confused|bugs|heart|fever) / (drinking|alcohol|drink) ..10 (shaking|shakes|seeing bugs|seeing things|hallucinat*|tremors|seizure) / (dts|delirium tremens|alcohol withdrawal|benzo withdrawal)`,
      es: `
        (deje|dejo|sin) ..3 (tomar|beber|alcohol|trago) ..10 (tembl*|tiembl*|ve cosas|veo cosas|alucin*|sudo|suda|sudan|sudando|sudor*|sudad*|convuls*|bichos|confus*) / delirium / (abstinencia|cruda) ..6 (alcohol|tembl*|alucin*|convuls*) / sin alcohol ..6 tembl*`,
    },
    {
      id: 'alcohol-stopped',
      name: 'Stopped drinking alcohol',
      kind: 'fact',
      en: `(stopped|quit|gave up|given up|came off|coming off|packed in|kicked) (the|his|her|my|all)? ..1 (drink|drinking|booze|bottle|vodka|alcohol|beer|gin|whisky|whiskey) / off the (drink|booze|bottle|vodka) / (hasn't|hasnt|haven't|not) had a drink ..4 (days|day|since|hours) / (two|three|four|five|<number>) (day|days) (dry|sober|off it) / (day|days) since (his|her|my) last drink`,
      es: `(dejo|deje|dejara|dejar|dejado|deja|sin|quito|quitaron|suspendio) ..2 (trago|alcohol|bebida|copas|licor|vino|cerveza|tequila|mezcal|aguardiente) / (dejo|deje|dejara) de (tomar|beber) (hace|el|desde|ayer|antier|antes) / sin (tomar|beber) (alcohol|trago|licor)`,
    },
    {
      id: 'opioid-od',
      name: 'Opioid overdose signs',
      kind: 'red_flag',
      en: `
        (fentanyl|heroin|oxy|oxycodone|percocet|pills|opioid*|methadone|morphine|dope|snorted|shot up|smoked) ..10 (blue|not breathing|won't wake|can't wake|nodding|nodded|slow breath*|gurgl*|snoring|unresponsive|pinpoint|passed out) / (blue|won't wake|not breathing|gurgling) ..10 (fentanyl|heroin|oxy|pills|opioid*|dope|snorted|something he took) / narcan / naloxone / nodding (off|out) / pinpoint pupils / oding
        (blues|percs|perc|fent|fenty|m30|m30s|roxies|roxy|pressed pill|tranq|lean|codeine|norcos|vicodin|oxys|xans|bars) ..14 (snor*|gurgl*|blue|bluish|gray|purple|won't wake|wont wake|can't wake|cant wake|slumped|limp|barely breath*|not breathing|cold|clammy) / snor* ..5 (weird|gurgl*|funny|strange|wet|bubbl*|rattl*|loud) ..10 (blue|bluish|purple|gray|won't wake|can't wake|limp|wake) / (slumped|limp|out) ..8 (needle|syringe|spoon|foil)`,
      es: `
        (fentanilo|heroina|pastillas|morfina|opioide*|chiva|se inyecto) ..10 (morad*|no respira|no despierta|cabece*|ronca*|no reacciona|pupilas) / narcan / naloxona / pupilas (chiquitas|de punta)`,
      nearMisses: `nodded off ..2 (at|in front|watching|during|on the couch) / (felt tip|crayon|marker|paint|ink|popsicle|slushie|blueberr*) / (splinter|sliver|thorn|dig|digging|get ..1 out|tease|teasing|pick|picking|fish) ..4 (needle|tweezers) / (out|tease|dig) with ..2 (needle|tweezers|pin)`,
    },
    {
      id: 'bite-venom',
      name: 'Snake, scorpion or dangerous spider',
      kind: 'red_flag',
      en: `
        (snake|rattlesnake|rattler|copperhead|cottonmouth|viper|coral snake|scorpion|black widow|brown recluse|jellyfish) ..4 (bit|bite|bitten|stung|sting|got me|got him|got her) / (bit|bite|bitten|stung) ..4 (snake|rattlesnake|copperhead|cottonmouth|scorpion|black widow|brown recluse|jellyfish) / (bit|bite|bitten|got|struck|tagged|nailed) ..6 (rattler|viper|coral snake|water moccasin|adder|mamba|cobra) / (copperhead|cottonmouth|water moccasin|rattler|rattlesnake|snake|adder|cobra) ..8 (got my|got his|got her|got him|got me|struck|tagged|nailed|ankle|calf|foot|hand|finger) / (fang|fangs) ..2 (hole|holes|mark|marks|puncture|punctures|wound|wounds) / (two|2) (puncture|fang) ..1 (marks|holes|wounds) / snakebite / snake bite / (stepped|trod|stood|sat) on ..2 (copperhead|rattler|rattlesnake|viper|adder|cottonmouth|water moccasin|cobra|puff adder|mamba)`,
      es: `
        (vibora|serpiente|culebra|cascabel|coralillo|alacran|escorpion|viuda negra|violinista|aguamala|medusa) ..4 (mordio|pico|mordedura|picadura) / (mordio|pico|mordedura|picadura) ..5 (vibora|serpiente|culebra|cascabel|alacran|escorpion|viuda negra|violinista|medusa) / (vibora|serpiente|culebra|cascabel|coralillo|alacran|escorpion) ..4 mordid* / mordid* ..5 (vibora|serpiente|culebra|cascabel|coralillo|alacran|escorpion) / (mordio|mordido|mordida|mordedura|pico|picado|ataco|mordieron) ..6 (barba amarilla|terciopelo|mapana|nauyaca|cuatro narices|talla equis|taya|fer de lance|matabuey|coral|coralillo|bothrops|jararaca|yarara|cascabel|crotalo|mano de piedra|tamagas) / (barba amarilla|terciopelo|mapana|nauyaca|cuatro narices|talla equis|matabuey|yarara|jararaca|coralillo) ..5 (mordio|pico|mordedura|ataco|mordida) / (marca|marcas|huecos|hoyos|hoyitos|agujeros|orificios) de (los)? (colmillo|colmillos) / (piso|pise|pisaron|pisando|pisado|agarro|agarre) ..1 (a|la|una|un)? (terciopelo|mapana|nauyaca|cascabel|barba amarilla|coralillo|cuatro narices|yarara|jararaca|matabuey|equis|vibora)`,
      nearMisses: `(toy|plastic|rubber|statue|juguete|plastico) ..4 (adder|snake|viper|cobra|culebra|vibora) / (adder|snake|viper|cobra|culebra|vibora) ..2 (toy|statue|skin|de juguete|de plastico)`,
    },
    {
      id: 'caustic',
      name: 'Swallowed a caustic or toxic product',
      kind: 'red_flag',
      en: `
        (drank|drunk|swallowed|swallow|sipped|gulped|ate|ingested) ..5 (bleach|drano|drain cleaner|lye|antifreeze|gasoline|kerosene|lamp oil|lighter fluid|paint thinner|pesticide|weed killer|rat poison|ammonia|acid|detergent|pod|cleaner|hydrogen peroxide|mercury|mothballs|windshield) / wild (mushroom|mushrooms|berries|plant) / ate ..2 (mushroom|mushrooms) ..4 (yard|woods|forest|picked|throw*|vomit*|sick)?`,
      es: `
        (tomo|tome|trago|trague|bebio|ingirio|comio) ..5 (cloro|blanqueador|sosa|acido|anticongelante|gasolina|thinner|aguarras|insecticida|raticida|herbicida|amoniaco|detergente|jabon|limpiador|lejia|agua oxigenada|veneno|limpiacristales|friegasuelos|lavavajillas|quitaesmalte|aguafuerte|salfuman|suavizante|ambientador|desinfectante|desatascador|alcohol de quemar|agua fuerte) / hongos (silvestres|del campo|del bosque) / comi* hongos / (tomo|tome|trago|comio|bebio) ..3 (veneno|raticida|cloro|sosa) / (tomo|trago|bebio|chupo|tome|trague|probo|echo) ..6 (destapacanos|destapacanerias|drano|sosa|muriatico|lejia|limpiahornos|desengrasante|salfuman|aguafuerte|diablo rojo)`,
    },
    {
      id: 'double-dose',
      name: 'Took a dose twice or by mistake',
      kind: 'symptom',
      en: `
        (took|taken|gave|given|take) ..4 (double|twice|two|2|extra|wrong|second|too many) ..6 (pill|pills|dose|doses|tablet|tablets|medicine|meds|medication|thyroid|pressure|metformin|statin|vitamin) / double (dose|dosed|dosing) / (two|2) of my ..4 (pills|pill) by mistake / (took|taken) ..3 (by mistake|by accident|accidentally) / (took|taken|taking|takes) ..2 (double|twice) / (double|twice) (my|the|his|her) ..1 (warfarin|coumadin|eliquis|xarelto|insulin|metoprolol|digoxin|lithium|methadone|oxycodone|pill|pills|dose|medicine|meds) / (had|been having|been on|giving him|giving her) (double|twice) / (warfarin|apixaban|eliquis|digoxin|metoprolol|amlodipine|lithium) ..14 (double|twice) / double for ..2 days`,
      es: `
        (tome|tomo|me tome|se tomo|di|le di) ..4 (doble|dos|2|dos veces|de mas|otra|equivocad*|extra) ..4 (pastilla|pastillas|dosis|medicina)? / (tome|tomo|di) ..5 por (error|equivocacion|accidente) / doble (dosis|pastilla) / (dosis|medicina|pastilla|medicamento) equivocad* / (di|dio|dimos|tome|tomo|tomado|puse) ..12 (pastilla*|medicina*|dosis|gotas|remedio*) ..8 (dos veces|repetid*|doble|otra vez|de nuevo) / (warfarina|acenocumarol|digoxina|litio|atenolol|amlodipino) ..14 (doble|dos veces)`,
      nearMisses: `(vitamin|vitamins|vitamina|vitaminas|multivitamin) ..3 (twice|dos veces|two|double)`,
    },
    {
      id: 'lithium-toxic',
      name: 'Shaky, slurring or vomiting on lithium',
      kind: 'red_flag',
      en: `
        (lithium|lithobid) ..14 (shak*|tremor*|slur*|stumbl*|unsteady|vomit*|throwing up|confus*|twitch*|diarrhea|drowsy|blurry) / (shak*|tremor*|slur*|stumbl*|vomit*|confus*) ..14 (lithium|lithobid)`,
      es: `
        litio ..14 (tembl*|arrastr*|tambale*|vomit*|confus*|diarrea|mare*|somnolient*) / (tembl*|vomit*|confus*) ..14 litio / (arrastr*|tambale*|mare*|torpe*|debil*) ..14 litio / (tome|tomo) ..3 (mucho|demasiado|doble) litio / litio (alto|toxico)`,
    },
    {
      id: 'coin',
      name: 'Swallowed a coin or small object',
      kind: 'symptom',
      en: `
        (swallowed|ate|swallow) ..4 (coin|penny|dime|nickel|quarter|bead|lego|marble|button|ring|toy|screw|tooth|gum)`,
      es: `
        (trago|comio) ..4 (moneda|cuenta|boton|canica|juguete|anillo|tornillo|lego)`,
      nearMisses: `(build*|playing) ..3 lego / lego ..2 (right now|set|castle)`,
    },
  ],
  rules: [
    { id: 'poison-01', outcome: 'emergency', when: 'overdose', says: 'Overdose or wrong dose', advice: 'poison', source: 'hrsa-poison' },
    { id: 'poison-02', outcome: 'emergency', when: 'poison', says: 'Poison, battery or gas', advice: 'poison', source: 'hrsa-poison' },
    { id: 'poison-03', outcome: 'emergency', when: 'child-swallowed', says: 'A child got into medicine or a product', advice: 'poison', source: 'hrsa-poison' },
    { id: 'poison-04', outcome: 'emergency', when: 'battery-magnet', says: 'Swallowed battery or magnet', advice: 'poison', source: 'medline-battery' },
    { id: 'poison-05', outcome: 'emergency', when: 'carbon-monoxide', says: 'Carbon monoxide or gas', advice: 'poison', source: 'cdc-co' },
    { id: 'poison-50', outcome: 'emergency', when: 'well-outside + headache|dizzy|nausea|vomiting|hangover|confusion|confused-self|weak-said|tired-said|sleepy|fainting|palpitations', says: 'Ill at home and well outside, as with carbon monoxide', advice: 'poison', source: 'cdc-co' },
    { id: 'poison-06', outcome: 'emergency', when: 'alcohol-danger', says: 'Drunk and cannot be woken', advice: 'poison', source: 'medline-alcohol' },
    { id: 'poison-07', outcome: 'emergency', when: 'withdrawal-danger', says: 'Shaking or seeing things after stopping alcohol or sedatives', advice: 'poison', source: 'medline-withdrawal' },
    { id: 'poison-51', outcome: 'emergency', when: 'alcohol-stopped + tremor-said|confusion|seizure|sweating|psychosis|no-answer', says: 'Shaking, sweating or seeing things after stopping alcohol', advice: 'poison', source: 'medline-withdrawal' },
    { id: 'poison-08', outcome: 'emergency', when: 'opioid-od', says: 'Opioid overdose', advice: 'poison', source: 'cdc-overdose' },
    { id: 'poison-09', outcome: 'emergency', when: 'bite-venom', says: 'Venomous bite or sting', advice: 'poison', source: 'hrsa-poison' },
    { id: 'poison-10', outcome: 'emergency', when: 'caustic', says: 'Swallowed a toxic product', advice: 'poison', source: 'hrsa-poison' },
    { id: 'poison-11', outcome: 'emergency', when: 'lithium-toxic', says: 'Signs of too much lithium', advice: 'poison', source: 'medline-lithium' },
    { id: 'poison-12', outcome: 'emergency', when: 'double-dose + on-insulin|on-anticoagulant|on-opioid|on-lithium|heart-pill|sleepy|confusion|fainting|vomiting|short-of-breath|child-said|baby-said', says: 'Wrong dose of a dangerous medicine, or unwell', advice: 'poison', source: 'hrsa-poison' },
    { id: 'poison-13', outcome: 'urgent', when: 'double-dose', says: 'Took a dose twice or by mistake', advice: 'poison', source: 'hrsa-poison' },
    { id: 'poison-14', outcome: 'emergency', when: 'on-lithium + vomiting|diarrhea|confusion|tremor-said|speech-trouble|balance-sudden', says: 'Ill on lithium', advice: 'poison', source: 'medline-lithium' },
    { id: 'poison-15', outcome: 'urgent', when: 'coin', says: 'Swallowed a small object', advice: 'poison', source: 'medline-battery', ask: ['breath-rest'] },
  ], // prettier-ignore
}
