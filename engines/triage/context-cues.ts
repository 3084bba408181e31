/**
 * Words around a symptom that change what it means: past, ended, asked about, somebody else's, a figure of speech.
 *
 * Each key is read by `read-findings.ts`. The notation is that of `engines/text/phrase-pattern.ts`.
 */
export const contextCues = {
  /** Long past when it stands before the symptom ("history of"), within a few words. */
  'cue:past-before': `
    history of / hx of / h o / past history of / used to have / used to get / previous / prior / past / previously had / medical history
    antecedentes de / antecedente de / historia de / historial de / tuve hace / solia tener / sufria de / tenia antes
    survived / survivor of / recovered from / sobrevivi a / years since / since my`,

  /** Long past; stands before or after ("in 2019", "three years ago"). */
  'cue:past-time': `
    (years|year|months|decades|yrs|yr|mos) (ago|back) / last year / last (spring|summer|winter|autumn|january|february|march|april|june|july|august|september|october|november|december) / (la primavera|el verano|el otono|el invierno) pasad* / (as|when i was) a (kid|child|baby|teen|teenager|boy|girl|student) / in (my|his|her) (childhood|youth|teens|twenties|thirties|forties|fifties|sixties|seventies|20s|30s|40s|50s|60s) / (when|as|since) (i|he|she) was (<number>|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty) / in (college|high school|the army|the navy|the service|middle school|grade school|the nineties|the eighties) / (that|it|this) (was|happened) ..3 (years|months|decades|yrs) (ago|back) / (another|different) lifetime
    when i was (young|younger|little|small|a kid|a child|in school) / (long|ages) (time)? ago / back in the day / in the past
    hace (unos|varios|muchos|algunos|como)? ..1 (anos|ano|meses) / el ano pasado / de (nino|nina|joven|chico|chica|pequeno|pequena) / en (mi|su) (infancia|ninez|juventud) / cuando era (nino|nina|joven|chico|chica|pequeno|pequena|adolescente|estudiante) / cuando tenia (<number>|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis|diecisiete|dieciocho|veinte) ..1 anos / (hace|eso fue hace|fue hace) ..2 decadas / en la (universidad|preparatoria|prepa|secundaria|adolescencia)
    hace (mucho|tiempo|mucho tiempo)
    back in (january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|winter|the seventies|the eighties|the nineties|<number>) / in the (fifties|sixties|seventies|eighties|nineties) / (alla|fue) por (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre) / (clean|sober) <number> years`,

  /** "Since her stroke in 2012": an event with its year, whatever lasts since then. */
  'cue:dated-event': `
    since (my|his|her|their|the) ..3 (in|back in|of) <number> / desde (mi|su|el|la) ..3 (de|del|en) ..1 <number>`,

  /** Of an illness that strikes at one hour, the month tells that it is over. */
  'cue:in-month': `
    (in|last) (january|february|march|april|june|july|august|september|october|november|december) / back in may / en (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)`,

  /** The symptom is here after all, whatever else was said. */
  'cue:now': `
    now / right now / today / tonight / this morning / this afternoon / this evening / again / currently / at the moment / still / same / since / like / started / just now / coming back / came back / returned / (in|over|for|within) the (past|last) ..1 (minute|minutes|hour|hours|day|days|night|week|few|couple)
    se (me|le) (puso|pusieron|hizo|hicieron|volvio|volvieron|quedo|quedaron) / ahora / ahorita / ahora mismo / hoy / esta manana / esta noche / esta tarde / otra vez / de nuevo / todavia / aun / sigo / sigue / igual / mismo / misma / empezo / regreso / volvio / desde hace / llevo / lleva`,

  /** Holds a "now" or a "like" and says nothing of an illness of this moment: "I am fine now", "I'm 71 now", "I would like". */
  'cue:not-now': `
    (i am|im|he is|hes|she is|shes|they are|we are|is|are|was|been|doing|feeling|feel|stayed) ..2 (fine|ok|okay|well|good|great|safe|healthy|happy|happier|stable|recovered|clean|sober|better) (now|today|these days|nowadays|since)
    in a (good|better|great|safe|happy) (place|spot) ..1 (now|today|these days)? / (all|been|stayed|completely) (clear|good|well|fine|clean|sober|healthy|okay|ok) ..1 (now|since|ever since|today)? / doing (great|well|good|fine|better|ok|okay) (now|today|these days|since)?
    (i am|im|he is|hes|she is|shes) <number> (years old)? now / (never|nothing|not once|no problems|no issues) ..2 since / (would|id|we'd|i'd|she'd|he'd) like / (now|today) ..3 (book|schedule|reschedule|update|updating|asking) / still need ..3 (scan|checkup|check up|visit|follow up|followup|appointment|referral|form|papers|records|therapist|counselor)
    (hoy|ahora) (en dia)? ..1 (no (tomo|toma|tengo|tiene)|nada)
    still (there|here|working|open|practicing|with you|taking|accepting|on (my|the) (chart|list|record)) / sigue (ahi|alli|trabajando|atendiendo|abierto|abierta|vigente|activo|activa|en (la clinica|el hospital|mi expediente))
    (estoy|esta|me siento|se siente|ando|anda|vivo|sigo) ..2 (bien|mejor|contento|contenta|sano|sana|feliz|tranquilo|tranquila|estable|recuperado|recuperada|limpio|limpia) ..1 (ahora|hoy|ya|actualmente)? / (hoy|ahora|ya|actualmente) ..1 (estoy|esta|me siento|ando|anda|vivo) ..2 (bien|mejor|contento|contenta|sano|sana|feliz|tranquilo|tranquila|estable|recuperado|recuperada|limpio|limpia) / (hoy|ahora) ..2 (programar|agendar|reprogramar|actualizar)`,

  /** Ended a short while ago. */
  'cue:resolved': `
    (is|are|its|has|have|it|they|was|all) (gone|gone away|passed|resolved|stopped|cleared|better now|fine now|okay now|ok now|over now|back to normal) / went away / has gone / all better / back (on shift|at work|in school|to school|to work) / no longer / not any more / not anymore / stopped now / fine now / better now / back to normal
    se me (quito|paso|fue) / se le (quito|paso|fue) / ya (no|paso|se fue|se quito|se me quito|se me paso|estoy bien|esta bien) / ya (estoy|esta|estamos|estan) (san*|recuperad*|curad*) / se (quito|paso|fue) / desaparecio / ya no`,

  /** Wanting to learn. */
  'cue:learn': `
    (signs|symptoms|warning signs|causes|risk|risks|chance|chances|odds|types|stages) of / (sign|symptom|cause) of / what (causes|is|are) (a|an|the)? / difference between / how (do|would|can) (i|you|we) (know|tell|recognize|spot|prevent|avoid) / how to (prevent|avoid|spot|recognize|know|tell|treat) / how ..3 (is|are) (treated|diagnosed|caused|prevented) / como se (trata|tratan|cura|curan|diagnostica)
    learn ..1 (what|how) to (do|help|treat|handle|react)
    (learn|read|reading|article|video|class|course|webinar|talk|lecture|pamphlet|brochure|leaflet|information|info|book|movie|show|training|workshop|support group|research|study|screening|screenings|vaccine|vaccination|test) (about|on|for|against|of) / (paper|essay|report|project|assignment|presentation|book|story) (about|on) / writing a paper / school project / homework
    (can|could|does|do|will|would) (this|it|that|the|a|an|my|coffee|alcohol|stress|smoking|caffeine)? ..3 (cause|lead to|trigger|give me|give you|help with|prevent) / side effects / prevent / preventing / avoid / reduce (my|the)? risk / worried about getting / afraid of getting / scared of getting / risk for / awareness / first aid for / do you (treat|see|take|handle|do|offer|cover|accept|have) / (does|do|can|will|who|which) ..1 (dr|doctor|provider|specialist) ..3 (treat|treats|see|sees|handle|handles) / (doctor|doctora|dr|dra) ..2 (atiende|trata) / (atienden|tratan) ..2 / (treat|treats|handles|specializes in|specialise in) ..1 (seizures|strokes|epilepsy|migraines|burns|fractures|heart attacks|blood clots|kidney stones|overdoses|concussions|miscarriages|aneurysms) / (doctor|specialist|class|clinic|program) for
    (senales|sintomas|causas|riesgo|riesgos|signos|tipos) de (un|una|el|la)? / (senal|sintoma|signo|causa) de / que causa (un|una|el|la)? / que (es|son) (un|una|el|la|los|las) / como (se|puedo|puede|podemos) (saber|prevenir|evitar|reconocer|identificar) / como (prevenir|evitar|reconocer|saber)
    (articulo|video|clase|curso|platica|charla|folleto|informacion|libro|pelicula|taller|vacuna|prueba|examen|investigacion) (sobre|de|para|contra|acerca de) / efectos secundarios / prevenir / evitar / puede causar / puede provocar / puede dar / tarea de la escuela / primeros auxilios para / (writing|reading|wrote|watching) ..2 (a|my|the)? ..1 (story|novel|script|book|play|movie|screenplay|poem) / in (a|the|my) (movie|show|novel|story|series|dream) / (novela|cuento|pelicula|serie|guion) ..2 (donde|en la que|en el que|sobre|que) / que (senales|sintomas|signos|avisos) (tiene|tienen|da|dan|hay|son)
    (topic|theme) is / poster (for|on|about) / (health|science|biology|nursing) (class|exam|test|student) / not about a real (person|patient) / (form|paperwork|questionnaire|checklist|camp|survey) ..3 (asks|ask|wants to know|lists) / (it|question) asks / watched ..4 (movie|film|show|video|episode|documentary) / (movie|film|show|series|episode|documentary) (where|about|in which) / (fundraiser|charity|news) video / billed ..3 for / tarea de (ciencias|biologia|salud|la escuela) (sobre|de|que)? / (tarea|exposicion|proyecto|trabajo) (sobre|de la|del) / (novela|pelicula|serie|telenovela) de (anoche|ayer|hoy)
    (pamphlet|brochure|poster|sign|flyer|leaflet|booklet|website|handout|folleto|cartel|poster|volante|papel) ..8 (says|say|said|tells|dice|decia) / what does ..3 mean / what is the (meaning|definition) of / (greys|gray's|grey's) anatomy / do you (teach|offer|have|run) ..3 (cpr|first aid) / (constancia|formulario|forma|hoja|form|school form) ..8 (si|whether|if) ..4 (ha tenido|has had|had) / (piden|pide|preguntan|pregunta|ask|asks|asking) ..3 (si|whether|if)`,

  /** Right behind an illness: the name of a place, a paper or a lesson ("fracture bill", "shingles vaccine", "chest pain center"). */
  'cue:named-behind': `
    (bill|bills|invoice|invoices|receipt|receipts|copay|copays|payment|payments|charge|charges|account|paperwork|record|records|questionnaire|survey) / (claim|form) (number|denied|signed|status|was|for|to) / action plan / (visit|stay) (bill|bills|copay|charge|charges|summary|notes|records|balance)
    (test|study|scan|lab|labs|screening|panel|biopsy)? (result|results) / (clinic|clinics|center|centre|unit|ward|department|program|hotline|helpline|foundation|institute|association|specialist|specialists) / control (number|phone|website|line|magnet|sticker|poster) / reversal (spray|kit|kits|drug|medicine) / (team|teams)
    (class|classes|course|courses|training|workshop|workshops|seminar|lecture|lectures|education|support group|group|groups|awareness|fundraiser|research|study|studies|pamphlet|pamphlets|brochure|brochures|booklet|booklets|poster|posters|handout|handouts|newsletter|textbook)
    (screening|screenings|test|tests|testing) / prevention (poster|walk|shirt|shirts|booth|committee|class|training|event|flyer)
    (vaccine|vaccines|vaccination|vaccinations|immunization|immunizations|shot|shots) / (kit|kits|log|diary|boot|boots|brace|braces)`,

  /** Right before an illness, with at most "the", "my": "results of my", "papeles del". */
  'cue:named-before': `
    (bill|bills|invoice|invoices|receipt|receipts|claim|claims|charge|charges|copay|statement|balance|copy|copies|records|paperwork|papers|result|results|code|codes) (for|of|from|on|about)
    (vaccine|vaccines|vaccination|immunization|class|classes|course|courses|training|workshop|seminar|lecture|clinic|center|centre|unit|ward|department|program|group|pamphlet|brochure|booklet|article|essay|book|presentation|fundraiser|poster|study|survey) (for|of|on|about|against)
    (cuenta|cuentas|factura|facturas|recibo|recibos|cobro|cobros|saldo|papel|papeles|copia|copias|expediente|informe|constancia|certificado|resultado|resultados|analisis|examen|estudio|estudios|prueba|pruebas|comprobante) (de|del|por|para|sobre)
    (vacuna|vacunas|clinica|centro|unidad|departamento|sala|pabellon|grupo|grupos|clase|clases|curso|cursos|taller|talleres|charla|charlas|platica|platicas|campana|folleto|folletos|libro|articulo|ensayo|cuento|novela|exposicion|tarea|especialista|especialistas) (de|del|en|para|contra|sobre)`,

  /** As above where the message asks for a paper: "a copy of my ER visit. The one for the kidney stone". */
  'cue:visit-for': `
    (the|that|my|his|her) ..2 (one|visit|stay|trip|admission|hospitalization) (for|from|of|about) / (la|mi|su) ..1 (consulta|visita|hospitalizacion|estancia|internacion|operacion|cirugia) (de|del|por) / (my|his|her|the) ..1 (operation|surgery) (for|of)`,
  'cue:paper': `
    (copy|copies|bill|bills|invoice|receipt|statement|records|paperwork|papers|claim|balance|code|account|discharge papers|discharge summary|letter) / (copia|copias|factura|recibo|papeles|expediente|cuenta|saldo|constancia|comprobante|resumen|alta)`,

  /** What a lesson, a story or a form is for: what is asked there is asked of nobody's body. */
  'cue:purpose': `
    (taking|teaching|took|signed up for|sign up for|join|enrolled in|need|take) ..2 (first aid|cpr|nursing|health|biology|anatomy) ..1 (class|course|training|exam|program) / (first aid|cpr|rescue) (class|course|training|workshop|certificate|instructor) / (school|book|class) report / (for|in|on) the ..2 (history|family history) (section|part|page|box|form)
    (for|in|writing|doing|researching|preparing|working on) ..1 (my|a|an|the|his|her) ..1 (novel|book|story|screenplay|script|article|essay|paper|homework|class|course|exam|thesis|project|presentation|assignment|podcast|newsletter) / (homework|science fair|school project|term paper) / (crossword|trivia|quiz|bet) ..1 (question|argument|night|clue)? / (filming|shooting|making|producing) ..3 (movie|film|documentary|video|episode)
    (studying|study) ..1 (nursing|medicine|for ..2 (exam|test|boards)) / (nursing|medical|med|premed) student / (i am|im|i'm) ..1 (reporter|journalist|writer|novelist|teacher)
    (form|forms|questionnaire|paperwork|checklist|survey|application|intake) ..3 (question|asks|ask|wants|lists|has a box|has a line) / do (i|we) (tick|check|mark|write|put|list) / (does|do|can|will|who|which) ..1 (dr|doctor|provider|specialist) ..3 (treat|treats|see|sees|handle|handles|specialize|specializes) / (provider|plan's|plan|doctor|doctors) directory / (treat|treats|handles|specializes in|specialise in) ..1 (seizures|strokes|epilepsy|migraines|burns|fractures|heart attacks|blood clots|kidney stones|overdoses|concussions|miscarriages|aneurysms|allergies)
    taller de / (curso|clase|taller) de (reanimacion|rcp|resucitacion) / (antecedentes|historia) familiares / (hoja|planilla|ficha) de (ingreso|admision|registro) / (llenando|lleno|llenar) ..2 (papeles|formulario|forma|hoja|planilla|ficha) / curso de primeros auxilios / taller de primeros auxilios / clase de primeros auxilios / (para|es para) ..2 (tarea|clase|exposicion|trabajo de la escuela|proyecto|ensayo|novela|curso|examen) / (tarea|exposicion|proyecto) ..2 (de|sobre|para) ..2 / (escribiendo|escribo|haciendo) ..1 (un|una|mi) ..1 (cuento|novela|guion|articulo|ensayo|reportaje|tarea|exposicion)
    (forma|formulario|cuestionario|hoja|solicitud|papeleo) ..3 (pregunta|preguntan|dice si|pide|piden) / lo (pongo|marco|escribo) en (el|la) (formulario|forma|hoja) / (doctor|doctora|dr|dra) ..2 (atiende|trata|ve) / (soy|es) ..1 (estudiante|periodista|maestra|maestro|escritor|escritora)`,

  /** A record tells it, and it is wrong: only both together deny. */
  'cue:record-says': `
    (chart|record|records|portal|summary|note|notes|file|letter|paperwork|bill|statement|profile|history|it|system) ..2 (says|say|said|lists|listed|shows|states|reads|mentions)
    (expediente|historial|ficha|carta|informe|nota|portal|papel|sistema) ..3 (dice|pone|aparece|sale|muestra) / dice que / aparece que`,
  'cue:record-wrong': `
    (i|he|she) never (did|have|had (one|it|that|any)) / never happened / (isn't|is not|not|wasn't) (true|right|correct|me|mine) / (that's|thats|is|was|its|it's) (wrong|incorrect|a mistake|an error|false) / (fix|correct|change|remove|take off) ..1 (my|the|his|her) (chart|record|records|file|history) / by mistake / in error / it was ..1 (a|my|for a|for my) (physical|checkup|check up|follow up|routine visit|screening)
    no es (cierto|verdad|correcto|mio|mia) / (esta|es) (mal|equivocado|incorrecto|un error) / (nunca|jamas) (lo|la|me)? ..1 (tuve|he tenido|paso|ha pasado) / (corregir|corrijan|corrija|quitar|borrar|cambiar) ..2 (expediente|historial|ficha) / por error`,

  /** Supposing. */
  'cue:if': `
    if (i|you|he|she|we|they|someone|somebody|my|it|this|there|any) / what if / in case of / in case (i|he|she|my|there) / in the event of / should (i|you) ever / when should (i|you|we) (call|go|worry|come) / what (do|should|would) (i|you|we) do (if|when|for|in) / whenever (i|you) / just in case / hypothetically / suppose
    si (yo|me|le|tengo|tiene|tuviera|tuviese|llego|llega|alguien|mi|hay|se|te|un|una|es|esta|siento|siente|da) / que pasa si / en caso de / por si (acaso)? / que (hago|hacer|debo hacer) (si|cuando|en) / cuando debo (llamar|ir|preocuparme) / supongamos`,

  /** The writer says that the question is about this moment. */
  'cue:happening': `
    (and|yes) i do / i do (right)? now / y si (tengo|lo tengo|la tengo|me pasa|me duele)
    (is|am|im|are|was|think|thinks) ..2 having one / had one (today|this morning|tonight|yesterday|last night|just now|again|earlier|an hour ago) / (esta|estoy) teniendo (uno|una) / (le|me) (esta dando|dio|acaba de dar) (uno|una)
    (its|it is|this is|thats|that is|thats what is) (happening|going on) (to me)? (right)? now / (happening|going on) (to me|to him|to her) (right)? now? / happening (right)? now / (that's|thats|that is|this is) (me|him|her|what i have|what i feel|how i feel|exactly me) / (because|bc|cause|cuz) (that's|thats|that is|it's) me / i have (it|this|that) (right)? now / i feel (it|this|that) (right)? now / what i (have|feel) right now
    (me|le) (esta)? (pasa|pasando|esta pasando) (ahora|ahorita|en este momento|justo ahora) / (esta|es) (pasando|lo que me pasa|lo que tengo|lo que siento) / asi (estoy|me siento|esta) (ahora|ahorita) / es lo que (tengo|siento|me pasa)`,

  /** Behind a pause a person is named: "the signs of a stroke, my mom's face is drooping" tells of a body. */
  'cue:somebody': `
    my (mom|moms|mom's|mother|mother's|dad|dads|dad's|father|father's|husband|husband's|wife|wife's|partner|son|son's|daughter|daughter's|baby|baby's|child|kid|brother|sister|friend|neighbor|roommate|coworker|boss|grandma|grandpa|grandmother|grandfather|uncle|aunt|boyfriend|girlfriend) / (he|she) (is|has|can't|cant|cannot|just|fell|took|looks|won't|keeps|says|started|got|had) / (his|her) (face|arm|lips|chest|speech|eyes|skin|breathing)
    (a)? mi (mama|papa|madre|padre|esposo|esposa|marido|hijo|hija|bebe|nino|nina|hermano|hermana|amigo|amiga|vecino|vecina|abuela|abuelo|abuelita|abuelito|novio|novia|tio|tia|suegra|suegro)`,

  /** After these the supposing or learning is over: the speaker tells of a body. */
  'cue:because': `
    because / cause / cuz / bc / since my / as my / and now / but / right now / i am having / i'm having / i have / i've got / i feel / he has / she has / he is / she is / my chest / my arm / my face / my head / my heart
    porque / ya que / y ahora / pero / ahora mismo / estoy / tengo / siento / me duele / me esta / mi pecho / mi brazo / mi cara`,

  /** A blood relative's illness told as history. */
  'cue:family-history': `
    family history of / runs in (my|our|the) family / (strong|positive) family history / (my|our) (dad|father|mom|mother|brother|sister|uncle|aunt|grandfather|grandmother|grandpa|grandma|parents|family) (died|passed away|passed) (of|from|after|with) / family (had|has|hx)
    antecedentes familiares / historia familiar / (de|en) (mi|la) familia / (mi|mis) (papa|padre|mama|madre|hermano|hermana|tio|tia|abuelo|abuela|padres|abuelos) (murio|murieron|fallecio|fallecieron) (de|por)`,

  'cue:animal': `
    my (dog|cat|puppy|kitten|pet|hamster|horse|bird|parrot|rabbit) (is|has|was|had|just|ate|keeps|got|won't|threw|vomited|started|can't)
    mi (perro|perrito|gato|gatito|perra|gata|mascota|caballo) (esta|tiene|comio|vomito|se|no|anda)`,

  'subject:child': `
    my (baby|son|daughter|child|kid|newborn|infant|toddler|little one|little boy|little girl|boy|girl|grandson|granddaughter|grandchild|niece|nephew|stepson|stepdaughter|foster child|twins|1 year old|2 year old|3 year old|4 year old|5 year old) / our (baby|son|daughter|child|kid|newborn) / the (baby|child|kid|newborn|toddler) / a (baby|newborn|infant)
    my <number> (day|days|week|weeks|wk|month|months|mo|year|years|yr|yo) (old)?
    mi (bebe|hijo|hija|nino|nina|nene|nena|hijito|hijita|recien nacido|recien nacida|nieto|nieta|sobrino|sobrina|chiquito|chiquita|muchacho|muchacha) / nuestro (bebe|hijo) / el (bebe|nino|nene) / la (bebe|nina|nena)`,

  'subject:other': `
    my (husband|wife|partner|spouse|boyfriend|girlfriend|mom|mother|mum|dad|father|brother|sister|friend|neighbor|neighbour|roommate|grandma|grandmother|grandpa|grandfather|aunt|uncle|cousin|coworker|boss|patient|client|fiance|fiancee|mother in law|father in law|husband's|parents) / (he|she|they) (is|has|was|cant|can't|won't|just|keeps|looks|fell|took|had|says)
    mi (esposo|esposa|marido|mujer|pareja|novio|novia|mama|madre|papa|padre|hermano|hermana|amigo|amiga|vecino|vecina|abuela|abuelo|abuelita|abuelito|tia|tio|primo|prima|suegra|suegro|companero|companera) / (el|ella) (esta|tiene|no puede|se)`,

  /** Words that make a symptom bigger or smaller are not judged; these only tell that somebody is unsure. */
  'cue:maybe': `
    maybe / might be / could be / i think / not sure / possibly / perhaps / wondering if / is this / is it / am i having / could this be / do you think / suspect / probably
    tal vez / quizas / quiza / a lo mejor / creo que / no estoy seguro / no estoy segura / sera / puede ser / podria ser / no se si / posible / posiblemente / probablemente`,

  /** Figures of speech and names that hold symptom words. */
  idiom: `
    (my|his|her)? heart stopped (when|at|as) ..4 (bill|balance|price|cost|total|statement|invoice|charge|copay|email|letter|amount|fee|premium|deductible) / (fainted|passed out|died|dropped dead|collapsed|choked|threw up|broke out in hives|heart attack|stroke|seizure) ..2 (when|at|over|seeing|opening|from) ..4 (bill|balance|price|prices|cost|total|statement|invoice|charge|copay|amount|fee|premium|deductible) ..5 (haha|hahaha|lol|lmao|jk|kidding|joking|hehe)
    (haha|lol|lmao) ..3 (fainted|passed out|died|choked) ..3 (bill|balance|price|cost|total|statement|copay) / (phone menu|hold|website|portal|app|bill|insurance|billing|parking|wait|line|system|paperwork|fees|traffic) ..9 (about to|gonna|going to|almost|nearly) ..2 (have|having)? (a|an) (stroke|heart attack|seizure|aneurysm|coronary|meltdown)
    (receptionist|nurse|doctor|clerk|cashier|lady|guy|man|woman|boss|she|he|manager|rep|agent|staff|senorita|enfermera|enfermero|cajera|cajero|recepcionista|doctora|senora|senor|mujer|jefa|jefe|muchacha) ..5 (is|was|es|fue|era) (pure|total|a|such a|just|un|una|puro|pura)? ..1 (poison|poisonous|veneno|venenosa|venenoso|toxic) (puro|pura)?
    (my)? blood (runs|ran) cold / (se)? (me|nos)? (helo|hiela|hierve|hirvio|hirviendo) la sangre / la sangre (me|se me) (hierve|helo|hiela) / me quede (helad*|fri*|con la boca abierta|de piedra) ..3 (cuando|al|con) ..3 / (wallet|budget|pocket|pockets|bank account|savings|checkbook) ..2 (is|are)? ..1 (bleeding|hurting|hurts|in pain|empty) / (bolsillo|bolsillos|cartera|bolsa) ..2 (duele|duelen|sangra|sangran) / (me)? (sangran|sangra|duele|duelen) ..1 (el|los|la) (bolsillo|bolsillos|cartera) / bleed* into (the|my|our|your|next|another)
    shot in the dark / long shot / big shot / (choke|choked|choking) on (his|her|my|their|your|these|those|the|our) ..1 (words|payment|payments|bill|bills|debt|premium|premiums|costs|fees|price|paperwork|forms|emails|rent) / me (ahogo|ahogando|estoy ahogando) (con|en|entre|de) ..2 (pago|pagos|deuda|deudas|papeles|papeleo|tramite|tramites|cuenta|cuentas|trabajo|tarea|tareas|factura|facturas|gasto|gastos|recibos|cuotas) / ahogad* (con|en|entre|de|por) ..2 (pago|pagos|deuda|deudas|papeles|papeleo|tramites|cuentas|trabajo|facturas|gastos|cuotas) / hasta (el|la) (cuello|coronilla|gorro|tope|frente) (de|con|en)
    (se)? (me|le|nos)? ..1 (cayo|cae|caia) la cara de (verguenza|pena) / (quemad*|fundid*|muert*|molid*) (de|por|con) ..2 (tramite|tramites|trabajo|estudio|papeleo|escuela|oficina|cuotas|turnos|llamadas) / me da (un|una) (ataque|infarto|cosa|algo) (cada vez que|siempre que|cuando) ..2 (llamo|cuelgan|contestan|ponen|pago|abro|cobran) / casi me (desmayo|muero|infarto|caigo|ahogo|da algo|da un ataque) ..3 (con|por|del|de|al|cuando) ..3 (precio|costo|cuenta|factura|cobro|total|saldo|recibo|cuota|deducible)
    burning (up)? with (anger|rage|envy|jealousy|curiosity|embarrassment|shame|desire) / (boiling|steaming|burning|hot) (with|over) (anger|rage) / (ardiendo|quemandome|hirviendo) de (coraje|rabia|enojo|envidia|celos) / (price|prices|bill|bills|policy|service|company|people|you guys|billing|place|system|fees) ..2 (make|makes|made|making) (me|us) sick / (me)? (enferma|enferman) ..3 (precios|cobros|actitud|espera) / (perdida|falta) de memoria ..4 (jaja|jajaja|jeje|lol) / memory (loss)? ..5 (haha|lol|hahaha) / (senior|blonde|brain) (moment|fart) / (qué|que) memoria (la mia|tengo) / seizure (of|on) (my|the|his|her|our) ..2 (account|accounts|assets|property|wages|funds|paycheck|house|car|bank) / asset seizure / (bank|wage|tax|property) ..2 seizure / (stroke|struck) of (a pen|luck|genius) / labor (and|&) delivery / (parto y|sala de) ..1 (parto|maternidad) / (wait|waiting|line|hold|traffic|commute) ..2 (is|was) (murder|torture|agony|painful|a killer) / (garage|parking|stairs|line|wait|hill) ..2 (nearly|almost) killed (me|us) / head (is)? (spinning|swimming) ..2 (from|with) ..3 (letters|forms|bills|insurance|paperwork|numbers|papers) / (give|gives|gave|giving) me (hives|a rash|an ulcer|nightmares) ..4 (bill|website|portal|form|forms|billing)?
    (traffic|line|hold|wait|waiting|heat|parking|website|phone|queue) ..8 dying (here|out here|over here) / (bitten|bit) by (the|a) (travel|reading|acting|love|gardening) bug / crippled by ..3 (fees|bills|debt|costs|payments|loans) / (make|makes|making|made) (my|his|her) head (explode|spin|hurt) ..1 / (process|website|portal|paperwork|forms|insurance) ..4 head (explode|spin) / (dog|device|watch|monitor|app) ..4 (alerts|alert|detects|senses) ..3 (seizures|seizure|lows|highs) / (take|remove|delete|strike) ..5 (off|from) (my|the|his|her) (chart|record|records|list|file) / que dolor (pagar|gastar|soltar) / casi me (da|dio) ..2 (soponcio|patatus|infarto|ataque|algo|sincope) ..2 (con|por|al|cuando|del|de) / me (arde|molesta|duele|pudre|enferma|quema) que ..3 (cobren|cobran|cuelguen|traten|tarden|cancelen|ignoren) / (boss|insurance|website|portal|app|process|commute|parking|job|line|system|paperwork|landlord|neighbor|ex) (is|are) ..3 (pain|headache) / (boss|insurance|website|portal|app|process|commute|parking|job|system|paperwork|landlord|neighbor|ex) (is|are) ..3 pain in the (chest|head|gut|back) / (es|son|fue) (un|una|puro|todo un) dolor de (cabeza|muelas|huevos) / (me|nos|le) (rompieron|rompio|partieron|partio|destrozaron|destrozo) ..1 el (corazon|alma) / que (infarto|ataque|derrame|desmayo) ..4 (factura|cuenta|precio|cobro|recibo|saldo) / sangr* ..3 (cobro|cobros|cuotas|impuestos|pagos|deudas) / ahog* en un vaso de agua / me pica la curiosidad / (patience|money|savings|budget|account|business|company) ..2 bleeding (out|money|cash)?
    (allergies|allergy|alergia|alergias) ..2 (killing|matando|kill|matan) / cut in (your|the|my|our|their) (hours|pay|budget|price|prices|benefits|coverage|staff) / cut (appointment|appointments|hours|call|short|power) / (name|nombre|apellido|apellidos|mrs|ms|miss|dona|senora|sra) ..2 (dolores|payne|burns|burn|paine|cramp|akers|bliss) / (dolores|burns|payne) (street|ave|avenue|road|drive|lane)
    (won't|doesn't|isn't|not|don't|didn't|never|can't|stopped|hasn't) (answer|answering|answered|respond|responding|responded|reply|return|returning|talk) ..4 (phone|call|calls|message|messages|email|emails|question|questions|text|texts|request|requests|line|portal|voicemail|letters) / (office|clinic|doctor|nobody|no one|anyone|desk|staff|seller|bank|company|insurance|pharmacy|line|phone) ..3 (won't|doesn't|isn't|not|don't|didn't|never|hasn't) (answer|answering|respond|responding|reply|replying)
    (do not|dont|please don't) (respond|reply|wake|answer) / (can't|cannot) go on (monday|tuesday|wednesday|thursday|friday|saturday|sunday|the|that|this|vacation) / confused (about|by|on|why|how|which|what|as to|with|when|if) ..3 (bill|charge|charges|appointment|instructions|form|forms|portal|app|insurance|coverage|letter|statement|process|directions|dose|prescription|time|date|results|i|you|my|the|this|your) / (card|screen|website|link|machine|app|phone|system|portal|printer|door|elevator) ..3 (broke|broken) / (water|gas|electric|phone) bill / cold (drink|juice|water|brew|coffee)
    (fell|fall|falls|falling) (through|behind|under|short|off the schedule) / strep (test|swab|culture) / discharge (papers|paper|summary|instructions|date|paperwork|letter|note) / (lift|lifting) (heavy|anything heavy) / heavy (lifting|things|objects|boxes) / stress (test|echo) / (gray|grey) (hair|hairs|area|area) / blue (cross|shield|eyes|card|form|building|line|sky) / sky is (blue|gray|grey) / (sacaron|sacar|sacarme|sacan|saquen|extraccion de|toma de|muestra de) ..1 sangre / alta (medica|del hospital) / nail (polish|salon|appointment) / broken (link|website|app|portal|system|phone|printer|elevator)
    (so|this|that|it) ..4 (i could|could) (faint|die|scream|collapse) / (could|might) (faint|die) lol / (desmayo|desmaye|muero|infarto|morir|desmayar) (del|por el|con el|de ver el|al ver el|de) ..1 (precio|costo|cobro|total|factura|cuenta) / (xray|x ray|xrays|report|records|record|copy|disc|images|mri|note|letter|form|bill) ..5 (broken|fractured|sprained|torn) (arm|leg|wrist|ankle|foot|hand|rib|bone|finger|toe|knee|hip|collarbone)? / (flu|covid|tetanus|shingles) shot ..1 painful / (is|are|does|will|would) (the|this|a|it) ..2 (shot|vaccine|procedure|test|exam|scan|biopsy|needle|mri|blood draw|draw) ..2 (painful|hurt|hurts) / will it hurt / (gonna|going to|will|could) (it)? ..1 (get|become) infected / burned by (your|the) (billing|clinic|office|company|insurance)
    (was|is|got|get|am|all|so|im|a bit|little)? choked up (with|at|about|by) / (they|it|this|that|these|those|calls|forms|site) (is|are|is a|are a) (real|big|total|huge)? ..1 headache / on fire (in|at|with|this|lately) / bleeding (money|cash|funds) / (nearly|almost) gave (me|us|him|her) a coronary / headache (to|of a)
    blood pressure / (my|the|her|his) blood (count|counts|type|results|level|levels) / blood sugar / presion de la sangre / azucar en la sangre
    (seizure|epilepsy|heart|asthma|pain|allergy|cold|migraine|headache|nausea|diabetes|anxiety|depression|stomach|fever|cough|thyroid) (med|meds|medicine|medication|medications|pill|pills|drug|drugs|disorder|tablets|refill|prescription) / (medicina|medicinas|pastilla|pastillas|medicamento) (para|de|del|contra) (el|la|las|los)? ..1 (dolor|convulsiones|epilepsia|corazon|asma|alergia|alergias|migrana|gripa|tos|ansiedad|presion|nausea)
    (nearly|almost|about|practically) (choked|fainted|died|passed out|had a (stroke|heart attack)|collapsed|fell over) (when|at|over|seeing|looking|reading|hearing) ..5 (bill|copay|price|cost|total|invoice|statement|charge|amount|fee|deductible) / choked (when|on) ..3 (bill|price|copay|cost|statement) / bleed (this|me|us|him|her|it|them) dry / bleeding (me|us) dry
    (broke|broken|fractured) ..4 in (january|february|march|april|june|july|august|september|october|november|december) / (shoulder|foot|hand) to cry on / arm and a leg / costs an arm / back (is)? against the wall / (twist|twisted|twisting) (my|your) arm / knee deep / pulling my leg / leg up / on my last leg / cold feet / cold shoulder
    (gave|give|gives|giving|nearly gave|almost gave) (me|us|him|her|my wife|my husband|my mom|everyone) (a|an) (heart attack|stroke|headache|seizure|migraine|aneurysm|coronary) / (had|having|have) a heart attack (when|over|at|because of) ..3 (bill|price|cost|invoice|total|statement|charge|copay|letter)
    heart attack ..3 (bill|price|cost|invoice) / (bill|price|cost|wait|hold music|paperwork|traffic|job|boss|app|website) ..4 heart attack / (bill|wait|waiting|hold|paperwork|job|work|boss|traffic|commute|website|app|portal|suspense|boredom|heat|price|prices|cost|costs|phone tree|music|this place|insurance) (is|was|are|keeps|really is)? killing (me|us) / killing (time|it) / killing two birds
    stroke of (luck|genius|midnight|bad luck|the pen) / (breast|back|free|different) stroke / breaststroke / dying (to|for) (see|know|meet|hear|try|a|the|get|find|eat|go|ask|use) / dying of (laughter|boredom|embarrassment|curiosity|laughing) / died laughing / bored to death / scared to death / (drop|dropped) dead gorgeous / over my dead body / dead (tired|battery|line|end|phone) / deadline / my (phone|battery|car|laptop) (is|was|just)? (dead|died|dying)
    (pain|pains) in the (neck|ass|butt|rear|backside) (dealing|trying|getting) / (real|such a|huge|royal|total) pain in the (neck|ass|butt) / growing pains / no pain no gain / painfully (slow|long|clear|obvious) / pain point / sight for sore eyes / sick (and tired)? of / sick day / sick leave / sick note / call in sick / called in sick / love sick / homesick / home sick / worried sick
    (broke|breaks|breaking|broken) (my|his|her) heart / heart (broken|breaking|felt|warming) / heartbroken / heart of gold / by heart / from the bottom of my heart / heart to heart / heart goes out / heart sank / heart set on / cross my heart / (made|makes) my blood (boil|pressure) / blood boil / in cold blood / blood is thicker / bleeding (edge|heart|money|cash) / bleeding us dry / blood (drawn|draw|test|tests|work|bank|drive|donation|donor|type) / bloodwork / lab work / give blood / donate blood / blood sugar (test|log|meter|monitor|strips) / blood pressure (cuff|medication|medicine|pill|pills|meds|check|monitor|log)
    choke (point|hold) / choked up (at|over|about|watching|reading) / (out of|shortness of|catch my|caught my) breath (when|laughing|after) ..3 (laugh|laughing|news|price|bill|view|sunset) / breath of fresh air / breathtaking / take my breath away / took my breath away / save your breath / don't hold your breath / holding my breath for / waste my breath / room to breathe / breathe easy / breathing room / deep breath before
    burning (question|desire|man|calories|bridges|out) / burned out / burnt out / burn out / burnout / burned bridges / sunburn cream / heartburn (med|meds|medicine|medication) / on fire lately / fever pitch / baby fever / cabin fever / spring fever / hay fever / gold fever / (shopping|travel|world cup|football|disco) fever / saturday night fever / yellow fever (vaccine|shot|card|certificate)
    (fell|falling|fall) (behind on|off the schedule|asleep at my desk|in love|into place|short of|out of network|off the wagon) / passed out (flyers|candy|papers|forms|samples|the) / pass out (flyers|candy|papers|forms|samples|the) / (drowning|drown|drowned) in (paperwork|debt|bills|work|emails|forms|sorrows) / (bills|work|paperwork|debt) ..3 drowning / shock (me|us|him|her) / (sticker|culture|bill) shock / shocked (by|at|to|when|that|about) / in shock (about|over|at|when|by) / blind (spot|date|sided|study|trust) / turn a blind eye / double vision (eyewear|optical|center) / blindsided / paralyzed (by|with) (fear|indecision|choice) / heart attack grill / crash diet / my (phone|computer|laptop|app|screen|browser|website|portal|account|wifi|car|truck|tv) (crashed|froze|is dead|died|has a virus)
    poison (ivy cream|pen) / picked my poison / overdose of (sugar|cute|cuteness|christmas|news|work) / (sugar|cuteness|chocolate) overdose / od on chocolate / addicted to (your|the|this) (app|show|coffee) / jump off the page / hang up / hang on / hang out / hang in there / hanging in there / hung up on / cut (it out|back|down|corners|the line|off the call|me off|costs|in line|to the chase) / cutting (edge|corners|back|costs|it close) / shot (of|in the arm) / flu shot / shoot (me)? (an|a) (email|message|text|note) / shoot me an / shoot for / (take|took|taking) a stab / stab at
    (chest|stroke|pain|asthma|heart failure|seizure|allergy|bleeding|burn|poison control|suicide prevention|crisis) (center|centre|clinic|unit|department|doctor|specialist|management|office|class|program|programme|institute|association|walk|run|fundraiser|awareness|counselor|hotline volunteer|study|support group) / heart (clinic|center|walk|association|month|doctor|specialist|healthy) / chest (xray|x ray|ct|scan|physio|freezer|of drawers) / treasure chest / war chest / hope chest / community chest / tool chest
    migraine ..1 (appointment|medication refill|clinic|diary) / weak (password|signal|wifi|coffee|excuse|point|spot|in math) / (week|weak) days / dizzying (array|options|choices|prices|maze|heights) / head (of|start|over heels|count|office|line|nurse|band|phone|phones|set) / headache (of|to|dealing|trying|with (this|your|the) (website|app|portal|insurance|paperwork)) / (this|your|the) (website|app|portal|insurance|paperwork|billing|bill) ..3 headache / (insurance|billing|paperwork|administrative|parking) (headache|headaches|nightmare)
    me (mata|mato|muero) de (risa|hambre|sueno|ganas|la risa|curiosidad|aburrimiento|verguenza|pena) / (la cuenta|la factura|el precio|la espera|el trafico|el trabajo|el papeleo) ..3 (mata|matando|mato|infarto|ataque) / (me|casi me|nos) (dio|da|va a dar|iba a dar|cae) (un)? (infarto|ataque) ..4 (cuenta|factura|precio|costo|cobro|recibo|cobraron|al ver) / (casi|casi que) me (da|dio) un infarto / me muero por / muerto de (hambre|sueno|cansancio|risa|miedo) / muerta de (hambre|sueno|cansancio|risa|miedo) / ahogad* en (deudas|trabajo|papeles|papeleo) / dolor de cabeza (con|para|este|esta|tratar|el papeleo|la pagina) / (dolor|dolores) de cabeza ..2 (seguro|pagina|aplicacion|papeleo|tramite|tramites) / me parte el corazon / corazon (roto|partido|contento) / con todo (mi)? corazon / de todo corazon / a corazon abierto hace / sangre fria / me hierve la sangre / analisis de sangre / prueba de sangre / pruebas de sangre / examen de sangre / examenes de sangre / donar sangre / banco de sangre / tipo de sangre / sacarme sangre / sacar sangre / golpe de suerte / mi (telefono|celular|computadora|pantalla|carro|coche|bateria) ..2 (murio|muerto|muerta|congelo) / sin aliento ..2 (noticia|belleza|vista) / quemad* (del|por el|en el) trabajo / harto de / harta de / fiebre (del oro|de sabado|amarilla vacuna) / vacuna de la fiebre amarilla / (elevator|printer|computer|laptop|website|app|system|wifi|escalator|copier|machine|coffee machine) ..6 (seizure|heart attack|stroke|convulsion|fit) / (heart|corazon) ..1 (skipped|skip|brinco) ..1 beat (when|at|seeing|reading) / my heart skipped a beat (when|at|seeing) / blacked out (the|those|some|my|all)? ..1 (dates|days|name|names|info|information|calendar|windows|numbers|parts) / (i|we|he|she)? (can't|cannot|can not|won't|couldn't) breathe easy / (flu|influenza) (vaccine|vaccines|shot|shots|season|clinic|note) / (vacuna|vacunas) (de|contra|para) (la)? (gripe|influenza|gripa) / (free|clear|clean) of ..1 (infection|disease|illness|tb|tuberculosis) / casi me infarto / me infarto (con|de|al|cuando) / laboratorio (de|para) (la)? sangre / se (me|nos)? ..1 (corto|corta|cortaba) ..2 (llamada|luz|internet|comunicacion|linea|agua|telefono|cable) / me (muero|estoy muriendo|morire|moria) de (hambre|risa|sueno|sed|frio|calor|ganas|verguenza|aburrimiento|curiosidad|envidia) / (derramo|derrame|derramaste|derramamos) ..2 (pintura|agua|cafe|leche|vino|jugo|sopa) / (ya)? (no)? (quiero|quiere|quisiera) vivir ..2 (cerca|lejos) / (don't|doesn't|didn't)? want to live ..2 (near|close|with (my|his|her) (roommate|parents|ex)) / (ya)? (no)? (quiero|quiere|puedo|puede) seguir (trabajando|estudiando|esperando|pagando) / (hablan|hablaste|hablaron|hablar|hablamos|hablas) mal / choking on (its|their|your|the) ..2 (paperwork|bills|forms|words|calls|dust) / seizure (log|diary|calendar|journal|alert|dog) / (depression|sleep|pain|stroke|anxiety|diabetes) (study|survey|newsletter|mailing list|research) / (broke|broken|lost|scratched) (my|his|her)? ..1 (glasses|lenses) / casi me (desmayo|muero|infarto|caigo) ..2 (cuando|al) ..1 (vi|ver|leer|lei|oir) / ahogad* en (tramites|cuentas|pendientes|deudas|trabajo|papeles|papeleo) / (me rompi|rompiendome|me rompo|me quiebro) la cabeza (tratando|para|con|pensando|intentando) / clinica (del|de) dolor
    (about|just about|damn near) had a (stroke|heart attack|coronary|seizure|fit) / could (strangle|kill|murder|shoot) (the|that|this|whoever|your|my) ..2 (app|phone|printer|scheduler|website|system|portal|computer|line|insurance|person who|cat|alarm) / rather drop dead / (bill|cost|price|copay|wait|paperwork|hold music) ..3 (what's|whats|what is|that's|is|is what's) killing me / (pills|meds|medicine|prescription|refill|prescriptions) (are|is) (ready|not ready|waiting) ..3 / broke my heart ..3 / (light|noise|smell|sound|tv|waiting|standing|sitting) ..4 (is|are) killing (me|him|her) / (clean|sober) <number> years / boca a boca / me muero de (pena|ganas|risa)
    (almost|nearly|about|casi|practically) ..2 (had|have|has|me da|me dio) ..3 (heart attack|stroke|seizure|coronary|infarto|ataque) ..3 (when|trying|cuando|al|opened|opening|seeing) / about to have a (seizure|stroke|heart attack|fit) trying / (cae|caes) de infarto / (legs|arms|feet) are dead / (about|almost|nearly)? died laughing / is suicide on (monday*|tuesday*|wednesday*|thursday*|friday*|saturday*|sunday*) / parking ..5 suicide / (se)? (me|nos)? (rompio|rompe|parte|partio) ..1 (el)? (corazon|alma) / raking (leaves|the|hay|grass|my)`,
} satisfies Record<string, string>

/** Words that deny what follows. */
export const NEGATIONS = new Set(
  (
    'no not never without denies deny denied denying dont doesnt didnt havent hasnt hadnt isnt arent wasnt werent aint wont neither nor none zero nope negative non absent ' +
    'sin nunca jamas ni niega nego niego tampoco ningun ninguna nada'
  ).split(' '),
)

/** These deny a whole list, across commas. */
export const LIST_NEGATIONS = new Set('denies deny denied denying niega nego niego without sin neither'.split(' '))

/** "not only", "no just", "never such": the denial is taken back. */
export const UNDOES_NEGATION = new Set(
  'only merely sure certain wonder doubt solo solamente seguro segura cabe para paran deja dejan such getting improving help relief idea'.split(
    ' ',
  ),
)

/** After these, "no severe pain" denies the pain but "not severe pain" only its size. */
export const FULL_NEGATIONS = new Set(
  'no without denies deny denied denying sin niega ningun ninguna ni nor'.split(' '),
)

/** Size words: "the pain is not bad" is still a pain. */
export const SIZES = new Set(
  'severe bad terrible horrible major serious intense worst extreme huge big strong crushing fuerte severo severa grave intenso intensa grande'.split(
    ' ',
  ),
)

/** Words through which a denial reaches the symptom behind it. Any other word ends its reach. */
export const TRANSPARENT = new Set(
  (
    'a an the any more longer further my his her their your its im ive i he she they it we you me have has had having do does did been being be is are was were am feel feels feeling felt get gets got ' +
    'experience experienced experiencing of new associated real actual other signs sign symptoms symptom evidence complaints complaint obvious ' +
    'or nor either no not even ever currently noticed notice seen seeing think believe to with in from ' +
    'tengo tiene tienen tenido tenia tuvo tuve tuvimos tuvieron siento siente sentido hay he ha han habido me le les se te lo la los las el un una unos unas mi su sus de del con presenta presentado padece algun alguna signos sintomas ni o u creo que es sea esta estoy ' +
    'associated significant take takes taking use uses using toma tomo tomando usa uso usando'
  ).split(' '),
)

/** Lists that a denial covers to the end: "no fever, cough or rash". */
export const LIST_ENDS = new Set(['or', 'nor', 'ni', 'o', 'u'])

/** Words after a symptom that answer "no" to it: "chest pain: no". */
export const DENIED_AFTER = new Set(['no', 'none', 'denied', 'negative', 'nope', 'absent', 'never', 'negado', 'nada', 'ninguno', 'ninguna']) // prettier-ignore

/** "Never had pain like this": the "never" speaks of earlier times. */
export const COMPARES = new Set('like such this worse worst before bad asi igual tan tanto peor antes'.split(' '))
