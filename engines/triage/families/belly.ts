import type { Family } from '../protocol.ts'

export const belly: Family = {
  id: 'belly',
  title: 'Belly, vomiting, groin',
  ask: ['belly-worst', 'belly-blood', 'belly-faint', 'chest-pain-q'],
  concepts: [
    {
      id: 'belly-pain',
      name: 'Belly pain',
      kind: 'red_flag',
      en: `<belly> ~ <pain> / (stomach|belly|tummy|abdominal|stomache|abd) (ache|aches|pain|pains|cramps|cramping|hurts) / stomachache / bellyache / tummy ache / pain in my (stomach|belly|side|gut|abdomen|tummy|lower right|right side|left side) / abdominal pain / cramps in my stomach / gut pain / (right|left) lower quadrant / epigastric / flank pain / side pain / pain in (my|the) (lower|upper)? (right|left) side / pelvic pain / pain in my pelvis / gallbladder (attack|pain)`,
      es: `<belly> ~ <pain> / dolor (de|en el|en la|del)? (estomago|barriga|panza|vientre|abdomen|abdominal|tripa|costado|lado derecho|pelvis|pelvico) / me duele (el|la) (estomago|barriga|panza|vientre|abdomen|costado|lado derecho) / colico / colicos / retortij* / punzada en el (costado|estomago) / dolor pelvico / duele la panza / dolor abdominal / torzon / dolor de vesicula / dolor bajito / dolor en la boca del estomago / dolor en el costado`,
      nearMisses: `(colico|colicos|dolor) (menstrual|menstruales|de la regla|del periodo|de regla) / <number> veces ..8 / dolor de regla / (cramps|cramp|crampy|cramping|pain|colicos|dolor) ..8 (first|second|primer|segundo) (day|dia) (of|de|del) ..1 (period|cycle|periodo|regla|menstruacion) / rash ..6 (blisters|blister) ..8 (one side|one eye|one of|right side|left side|only on|stripe|band|ribs|forehead) / (blisters|blister) ..6 (one side|around one eye|stripe|band|only on the (left|right)) / (rash|blisters) ..12 only on the (right|left) / (band|stripe|strip|line) of ..3 (rash|blisters|bumps) / (sarpullido|ampollas|ampollitas|granitos|ronchas) ..8 (un lado|un solo lado|lado derecho|lado izquierdo|franja|costillas|cintura)`,
    },
    {
      id: 'belly-danger',
      name: 'Severe or rigid belly',
      kind: 'red_flag',
      en: `(severe|worst|unbearable|excruciating|terrible|horrible|intense|extreme|agonizing|sudden) ..3 (stomach|belly|abdominal|abdomen|tummy|side|flank|pelvic) ..2 (pain|cramps|ache|hurts)? / (stomach|belly|abdomen|abdominal|tummy) ..5 (severe|unbearable|excruciating|rigid|rock hard|hard as|doubled over|worst|board) / (rigid|rock hard|board like|hard) (belly|stomach|abdomen|tummy) / doubled (over|up) / curled up in pain / (pain|hurts|ache) ..5 (moved|moves|shifted|migrated|started around|around my belly button) ..4 (right|lower right|belly button) / appendicitis / appendix / lower right (side|belly|abdomen|stomach|quadrant) / (pulsing|throbbing|pulsating) ..3 (belly|stomach|abdomen) / (rebound|guarding) ..2 (tenderness|pain|belly|abdomen|abdominal|stomach) / (belly|abdomen|abdominal|stomach|tender*|voluntary|rigid*) ..3 (rebound|guarding) / can't (walk|stand|move) ..4 (stomach|belly|pain) / can't pass (gas|stool) / bowel obstruction / not passing gas / (vomiting|throwing up) (green|bile|poop|feces|yellow green) / green vomit / burst appendix / (stomach|belly|abdomen|tummy|gut) ..5 (switch|stab|knife|killing|agony|screaming|can't stand|ripping|doubled|curled|rock|wood|board|hard|tearing|unreal) / worst ..3 (belly|stomach|tummy|gut|abdominal|side) / (screaming|crying|writhing|rolling|howling) ..4 (pain|stomach|belly|tummy)`,
      es: `dolor ..2 (fuerte|fuertisimo|insoportable|horrible|intenso|severo|terrible|tremendo|agudo) ..4 (estomago|barriga|panza|vientre|abdomen|costado|lado derecho|abdominal) / (estomago|barriga|panza|vientre|abdomen|abdominal) ..4 (insoportable|fuertisimo|muy fuerte|horrible|dur* como|ties*|intenso|severo|rigid*) / (panza|barriga|abdomen|vientre|estomago) (dur*|rigid*|ties*) ..2 (piedra|tabla)? / doblad* (de|del|por) (el)? dolor / me doblo del dolor / retorc* (de|del) dolor / apendice / apendicitis / lado derecho (de abajo|bajo|inferior) ..2 / (dolor|duele) ..4 (abajo a la derecha|ombligo) / vomit* (verde|bilis) / vomito verde / no (puedo|puede) (obrar|tirar gases|pasar gases) / obstruccion (intestinal)? / me late la (panza|barriga) / (no puedo|no puede) (caminar|pararme|enderezarme) ..3 (dolor|estomago|barriga|panza) / dolor abdominal (severo|intenso|agudo) / (panza|barriga|estomago|abdomen|vientre) ..5 (no aguanto|cuchill*|gritando|retorc*|muero|piedra|tabla|dura|durisima|insoportable) / (gritando|retorciendose|llorando) ..4 (dolor|panza|estomago)`,
      nearMisses: `(la|una|mi|su) guarde / belly button (cut|cuts|incision|wound|piercing) ..8 / (panza|barriga|vientre|pancita) ..4 (dura|tiesa) ..6 y se (me|le)? (quita|afloja|ablanda) / fingers belly button / (itch|itching|itches) ..2 unbearable`,
    },
    {
      id: 'pouches-known',
      name: 'Known diverticula',
      kind: 'fact',
      en: `diverticul* / (sigmoid|colon|bowel) pouches / diverticulitis / diverticulosis / diverticula`,
      es: `diverticul* / bolsitas (en|del) ..1 colon / diverticulitis / diverticulos / diverticulosis`,
    },
    {
      id: 'pelvic-infection',
      name: 'Low belly pain with discharge or pain in sex',
      kind: 'symptom',
      en: `(belly|pelvic|tummy|abdomen|abdominal|pelvis) ..14 (discharge|pain during sex|pain in sex|deep pain|hurts during sex) / (discharge|pain during sex|deep pain) ..14 (belly|pelvic|tummy|abdominal|pelvis)`,
      es: `(vientre|panza|barriga|abdomen|pelvis|pelvic*|ovarios) ..14 (flujo|secrecion|relaciones) / (flujo|secrecion|dolor en las relaciones|duele en las relaciones) ..14 (vientre|panza|barriga|pelvis|pelvic*|ovarios)`,
    },
    {
      id: 'testicle-pain',
      name: 'Testicle pain',
      kind: 'red_flag',
      en: `(testicle|testicles|testicular|ball|balls|nut|nuts|scrotum|scrotal|sack|nutsack|groin swelling) ~ (<pain>|<swell>|twisted|red|huge|tender) / testicular (torsion|pain|swelling) / (testicle|ball|nut) (twisted|torsion) / my balls hurt / ball pain / pain in (my|his) (balls|testicle|testicles|nuts|scrotum) / erection ..4 (hours|won't|wont|go away|down|painful) / priapism / (ball|balls|testicle|testicles|nut|nuts|nutsack) ..3 (hurts|hurt|pain|swollen|huge|killing|like crazy|twisted) / (nut|nuts|balls|ball|nutsack|sack|family jewels|privates|private parts|down there) ..8 (twisted|swollen|swelled|hurts|killing|pain|hard|pulled up|higher|red) / (left|right|one) (testicle|ball|nut) ..6 (suddenly|sudden|hurts|hurt|pain|bad)`,
      es: `(testiculo|testiculos|testicular|huevo|huevos|bola|bolas|escroto|cojon|cojones|compañones) ~ (<pain>|<swell>|torcid*|rojo|grande) / torsion (testicular|de testiculo) / me duele (un|el) (testiculo|huevo) / dolor (de|en) (los|el)? (testiculo|testiculos|huevos) / ereccion ..4 (horas|no baja|no se quita|dolorosa) / priapismo / (huevo|huevos|huevito|huevitos|bola|bolas|bolita|testiculo*|coyol|compañones|partes|gemelos|aguacate*|verija*) ..6 (duele|dolor|hinchad*|subid*|torcid*|inflamad*|dur*) / (dolor|duele|doler|punzada) ..5 (huevo|huevos|huevito|huevitos|testiculo*|las bolas|una bola|una bolita|coyol|partes)`,
      nearMisses: `(bola|bolas|bolita|bolitas) ..6 (pecho|seno|senos|mama|cuello|axila|brazo|pierna|espalda|mano|muneca|cabeza|codo|rodilla) / (pecho|seno|mama|cuello|axila|brazo|pierna|espalda) ..4 (bola|bolas|bolita|bolitas) / parte de (fuera|afuera|adentro|arriba|atras|adelante) / (parpado|ojo|pestana|encia|labio|cuello|axila|oreja) ..8 (bolita|bola|bolitas)`,
    },
    {
      id: 'vomiting',
      name: 'Vomiting',
      kind: 'symptom',
      en: `<vomit> / throwing everything up / can't keep anything down / stomach flu / stomach bug / (been|being|was|is|were|be) sick ..2 (<number>|once|twice|three times|four times|several|times|again|everywhere|in the (sink|toilet|loo|bucket|bowl|bin|car|bed|night|bath)|all over|every|after (every|each)) / sick in the (sink|toilet|loo|bucket|bowl|bin|car|bed|bath) / sick ..1 (three|four|five|six|<number>) times`,
      es: `<vomit> / vomito / vomitos / vomitando / no retengo nada / todo lo vomita / (devuelve|devolvio|devolviendo|devuelvo) ..2 (todo|comida|leche|lo que) / (devolvio|devolvi|devuelto|devolviendo) ..3 (veces|todo|desayuno|comida|cena|biberon|leche) / (deponiendo|depuso|volvio el estomago|vuelve el estomago|regreso todo)`,
      nearMisses: `(the|his|her) (spit up|posset|possets) / off sick / sick (leave|note|days|day|pay|line) / no sick / not being sick`,
    },
    {
      id: 'keeps-nothing-down',
      name: 'Keeps nothing down',
      kind: 'symptom',
      en: `(can't|cannot|unable to|not able to|won't|can not|not) ..1 (keep|keeping|hold) ..3 down / (throwing|throws|threw|vomiting|vomits) ..1 up ..1 everything / vomiting ..3 (all day|nonstop|non stop|constantly|for days|every hour|24 hours) / kept down (none|nothing|not one)`,
      es: `no (retengo|retiene|aguanta|tolero|tolera|puede retener|puedo retener) (nada|ni agua|liquidos|la comida|el agua) / vomita* todo / (vomitando|vomito|vomita) ..2 (todo el dia|sin parar|a cada rato)`,
    },
    {
      id: 'nausea',
      name: 'Nausea',
      kind: 'symptom',
      en: `nausea / nauseous / nauseated / queasy / sick to my stomach / feel like throwing up / feel like vomiting`,
      es: `nausea / nauseas / asco / ganas de vomitar / revuelto el estomago / estomago revuelto / basca`,
      nearMisses: `asc h`,
    },
    {
      id: 'diarrhea',
      name: 'Diarrhea',
      kind: 'mild',
      en: `diarrhea / diarrhoea / the runs / loose stool / loose stools / watery stool / watery stools / upset stomach / d v / d and v / d n v`,
      es: `diarrea / soltura / chorrillo / evacuaciones aguadas / popo aguado / estomago suelto / (suelt*|flojo|floja) (del|de) (estomago|panza|vientre) / anda suelt* / (obra|obrar|obro) aguado / churretes`,
    },
    {
      id: 'constipation',
      name: 'Constipation',
      kind: 'mild',
      en: `constipat* / can't poop / haven't pooped / no bowel movement / hard stool / hard stools`,
      es: `estreñ* / estren* / no puedo (evacuar|hacer popo|ir al baño|obrar|hacer del baño) / no he evacuado`,
      nearMisses: `estrenar`,
    },
    {
      id: 'yellow-skin',
      name: 'Yellow skin',
      kind: 'symptom',
      en: `(skin|eyes) ..3 (yellow|yellowing|turning yellow) / yellow (skin|eyes) / jaundice`,
      es: `(piel|ojos) ..3 amarill* / ictericia`,
    },
    {
      id: 'obstruction',
      name: 'Blocked bowel',
      kind: 'red_flag',
      en: `
        (haven't|hasn't|not|can't|cannot|no) ..1 (passed|pass|passing) (any)? (gas|wind|stool) / (not|can't) (farted|fart|passing gas|pass gas) / (belly|stomach|abdomen|tummy) ..3 (blown up|bloated|distended|swollen|huge|like a balloon|like a drum) ..6 (vomit*|throw*|gas|poop) / (vomit*|throwing up|threw up|puking|puke) ..8 (bloated|distended|blown up|no gas|haven't pooped|swollen belly) / (vomit*|throwing up|threw up|throws up|puking) ..3 (green|bile|bilious|poop|feces|stool|fecal|yellow green) / bowel obstruction / blocked bowel / twisted (bowel|intestine) / (barfing|puking|throwing up|vomiting) ..2 (poop|feces|poopy|fecal) ..2 (smelling|smell|like)? / (neither|no) (stool|gas|flatus|poop) (nor|or) (gas|stool|flatus|poop) ..3 (since|for|in) / (passed|passing) neither ..4 / (passed|passing) (no|neither) (stool|gas)`,
      es: `
        no (puedo|puede|he podido|tiro|pasa|paso|expulso) ..2 (gases|gas|aire por abajo|pedos) / (vomit*|devolv*) ..3 (verde|bilis|popo|excremento|caca|heces) / (panza|barriga|estomago|abdomen) ..3 (inflamad*|hinchad*|dur*|como globo|como tambor) ..6 (vomit*|gases|obrar|no paro) / (vomit*) ..8 (inflamad*|hinchad*|sin obrar|no obro|no evacu*) / obstruccion / intestino (tapado|torcido)`,
    },
    {
      id: 'appendix-signs',
      name: 'Pain low on the right',
      kind: 'red_flag',
      en: `
        (lower|low|bottom) right (side|belly|abdomen|stomach|quadrant|part)? / (pain|hurts|ache|cramp) ..6 (lower right|low right|right lower) / right lower (side|belly|abdomen|quadrant) / (started|began|moved|went|moves|shifted) ..6 belly button ..6 (right|side|down) / rlq / appendix / appendicitis / hurts ..3 (bump|bumps|car ride|jump|cough) / (started|began) ..4 (navel|belly button|umbilicus|middle of ..2 (belly|tummy)) ..14 (settled|now|moved|gone|sits|shifted) ..6 right`,
      es: `
        (abajo|bajo|baja) ..2 (a la|del lado|lado)? derech* / lado derecho ..2 (abajo|bajo|de abajo|inferior) / (duele|dolor|llora) ..5 abajo ..2 derech* / (empezo|paso|corrio|movio) ..6 ombligo ..6 (derech*|lado|abajo) / apendice / apendicitis / duele ..3 (tope|topes|brincar|brinco|toser) / (empezo|comenzo) ..4 (ombligo|boca del estomago) ..12 (ahora|bajo|paso|movio|quedo) ..6 derech*`,
      nearMisses: `(right|left) lower (ribs|rib|jaw|lid|leg|eyelid) / lower (right|left) (jaw|molar|tooth|gum|wisdom|lid|leg|eyelid|rib|ribs)`,
    },
    {
      id: 'aneurysm-pain',
      name: 'Sudden deep belly or back pain, throbbing belly',
      kind: 'red_flag',
      en: `
        (sudden|suddenly|deep|tearing|ripping) ..4 (belly|stomach|abdominal|abdomen) ..4 back / (belly|stomach|abdominal|abdomen) ..6 (into|through|and|going to) ..2 back ..6 (sudden|clammy|faint|dizzy|sweat*|tearing) / (throbbing|pulsing|pulsating|heartbeat|beating) ..4 (belly|stomach|abdomen|tummy) / (belly|stomach|abdominal|abdomen) ..4 (throbbing|pulsing|pulsating|heartbeat) / aneurysm / (aaa|triple a|aortic thing) ..3 (leak*|burst|pain|sudden)`,
      es: `
        (de repente|repentino|profundo|fuerte) ..4 (panza|barriga|estomago|abdomen|vientre) ..4 espalda / (panza|barriga|estomago|abdomen) ..5 espalda ..6 (repente|sudo|suda|sudan|sudando|sudor*|sudad*|desmay*|frio|mare*) / (late|palpita|pulsa|latido) ..4 (panza|barriga|estomago|abdomen) / aneurisma`,
    },
    {
      id: 'hernia-stuck',
      name: 'Hernia that is stuck or hurts',
      kind: 'red_flag',
      en: `
        hernia ..6 (stuck|hard|won't go back|won't push|can't push|purple|painful|hurts|red|bigger|huge|killing|throbbing|vomit*) / (bulge|lump) ..3 (groin|belly button|scrotum) ..6 (hard|stuck|won't go back|purple|painful|hurts|vomit*) / strangulated / incarcerated hernia / (groin|hernia|lump|bulge) ..16 (can't|cannot|can|no longer|won't|not) ..3 (pushed back|push back|go back|goes back|pushed in|push it back) / (hernia|bulge|groin lump|lump) ..12 (won't|will not|wont|cannot|can't) ..1 (go|push|pop) ..1 (back|in|inside)`,
      es: `
        hernia ..6 (atorad*|dur*|no (entra|regresa|se mete)|morad*|duele|dolor|roj*|grande|vomit*) / (bola|bulto) ..3 (ingle|ombligo) ..6 (dur*|no se mete|morad*|duele|vomit*) / hernia estrangulada / (hernia|bola|bulto|bolita) ..10 (dur*|morad*|roj*|dolor*) ..8 (no (entra|regresa|se mete|vuelve|puedo meter|se va)|ya no entra) / (hernia|bola ..3 ingle|bulto ..3 ingle) ..10 (no (entra|regresa|se mete|vuelve|puedo meter))`,
      nearMisses: `go in (to|for|tomorrow|today|on|at|until)`,
    },
    {
      id: 'groin-lump',
      name: 'A lump in the groin, or a hernia',
      kind: 'fact',
      en: `(groin|inguinal) ..1 (lump|bulge|swelling|rupture) / (lump|bulge) ..3 groin / hernia`,
      es: `(bola|bulto|bolita) ..3 ingle / hernia`,
    },
    {
      id: 'wont-go-in',
      name: 'Does not go back in',
      kind: 'fact',
      en: `(won't|will not|wont|cannot|can't|doesn't|does not) ..1 (go|push|pop|slide|be pushed) ..1 (back|in|inside)`,
      es: `no (entra|regresa|se mete|vuelve a entrar|la puedo meter|lo puedo meter) / ya no (entra|se mete)`,
      nearMisses: `go in (to|for|tomorrow|today|on|at|until)`,
    },
    {
      id: 'twisted-ovary',
      name: 'Sudden one-sided pain low in the belly',
      kind: 'red_flag',
      en: `
        (stabbing|sharp|sudden|severe|bad|intense) ..4 (one side|right side|left side|ovary|on the right|on the left) ..4 (low|lower|down|pelvis|period|faint|dizzy)? / ovar* ~ <pain> / (ovarian|ovary) (torsion|cyst (burst|ruptured)|cyst) ..4 (pain|hurts|burst|ruptured)? / pain (on|in) one side ..3 (low|lower|down low|pelvis) / one sided (pelvic|lower|cramping|pain|cramps)`,
      es: `
        dolor ..4 (de un lado|un lado|ovario) ..3 (abajo|bajo|fuerte)? / (ovario|ovarios) ~ <pain> / torsion de ovario / quiste ..3 (rompio|revento|roto) / punzada ..3 (un lado|ovario|lado abajo) / dolor de un solo lado`,
      nearMisses: `(left|right|one) side ..3 (breath|breathe|breathing|inhale|chest|cough|coughing) / (cough*|chest|breath*) ..6 (left|right|one) side / (neck|head|face|throat|jaw|ear|back|shoulder) ..6 (one|left|right) side / (one|left|right) side of ..2 (neck|head|face|throat|jaw|back|chest|nose)`,
    },
    {
      id: 'priapism',
      name: 'Erection that does not end',
      kind: 'red_flag',
      en: `
        erection ..6 (hours|hour|won't|wont|go away|go down|painful|stuck|hurts) / (hard|erect) for ..2 hours / priapism / boner ..4 (hours|won't|go down) / (trimix|edex|caverject|quadmix|bimix|ed (shot|shots|injection)|penis (shot|shots|injection|injections)|viagra|cialis) ..22 (still (up|hard|erect)|gone down|go down|going down|come down|goes down|won't soften|went down|hours later) / (still (up|hard|erect)|won't go down|hasn't gone down|has not gone down) ..16 (trimix|edex|caverject|viagra|cialis|penis) / (trimix|edex|caverject|quadmix|bimix|ed (shot|shots|injection)|penis (shot|shots|injection|injections)|viagra|cialis) ..22 (not|hasn't|hasnt|won't|wont|never|doesn't|didn't) ..1 (gone down|go down|going down|gone away|go away|come down|went down|softened|soften) / (it|he|erection|boner) ..2 (hasn't|has not|won't|wont|will not) ..1 (gone down|go down) ..6 (hours|hour|since) / (stayed|staying|stays|stuck) (up|hard) ..6 (hours|hour) ..8 (hurts|hurting|sore|painful|aches|agony) / (willy|dick|cock) ..3 (stayed|staying|stays|stuck|been) (up|hard|stiff) / (stiffy|boner|hardon) ..10 (hours|hour|hurts|won't|all night|since)`,
      es: `
        ereccion ..6 (horas|no baja|no se (quita|baja)|dolorosa|duele) / priapismo / (erecto|parado) ..3 horas / ereccion ..4 (lleva|desde|dura|dolor|hora|larga) / (pene|miembro) ..3 (parado|duro|erecto) ..4 (horas|no baja) / (trimix|caverject|viagra|cialis|inyeccion en el pene|inyeccion para la ereccion) ..20 (no (se)? (me)? (baja|ha bajado|bajo)|sigue (parado|duro|erecto)) / empalmad* ..8 (horas|baja|duele) / (pito|pinga|verga|polla|pija|picha|miembro) ..3 (parad*|dur*|ties*|empalmad*|erect*) ..8 (horas|baja|duele)`,
      nearMisses: `(estoy|estamos) parad* / (refill|renew|order|cost|price|cover|prior auth|authorization) ..4 (trimix|edex|caverject|viagra|cialis)`,
    },
    {
      id: 'no-urine-long',
      name: 'Has not passed urine for many hours',
      kind: 'red_flag',
      en: `
        (haven't|hasn't|not|no|didn't) ..1 (peed|pee|urinated|urine|wet) ..4 (hours|since|all day|today|night|yesterday|morning) / no (pee|urine|wet diaper|wet diapers) ..3 (since|in|for|all) / (hasn't|haven't) peed / pee (is)? (really|very|so)? (dark|brown) and (hardly|barely|not much) / barely (peeing|pee) / stopped peeing / not peeing`,
      es: `
        no (he|ha) (orinado|hecho pipi|hecho pis|mojado) ..4 (horas|desde|todo el dia|hoy|ayer|noche)? / (sin|no) orin* ..3 (desde|horas|todo el dia|hoy|ayer) / casi no (orino|orina|hace pipi) / orina ..2 (oscura|poquita|muy poca) / dejo de orinar / no (hace|hago) (pipi|pis|aguas) / no (sale|salen) ..2 mas que (gotas|gotitas) / (solo|nada mas) ..2 (sale|salen|hago|orino) ..1 (gotas|gotitas) / no me sale (la orina|el pipi)`,
      nearMisses: `no (he|ha) orinado (mucho|tanto|igual|bien)`,
    },
    {
      id: 'liver-fail',
      name: 'Yellow skin with confusion, fever or bleeding',
      kind: 'red_flag',
      en: `
        (yellow|jaundice*) ..8 (fever|confus*|vomit*|sleepy|dark urine|bleeding|swollen belly|pain) / (fever|confus*|vomit*|sleepy|pain) ..8 (jaundice*|yellow (skin|eyes|eye|face|color|all)|(skin|eyes|eye|face|whites) ..3 yellow*|(turned|turning|looks|looking|gone|went|is|are|am|got) ..1 yellow) / liver (failure|is failing)`,
      es: `
        (amarill*|ictericia) ..8 (fiebre|confus*|vomit*|dormid*|sangr*|dolor) / (fiebre|confus*|vomit*|dolor) ..8 (amarill*|ictericia) / falla del higado / el higado me esta fallando`,
      nearMisses: `yellow fever (done|vaccine|vaccination|one|shot|jab|there|here|certificate|card|yet) / (give|need|get|want|about|against|said|do|take) yellow fever / (la|de la|contra la|para la|vacuna*) fiebre amarilla / yellow ..1 (fluid|discharge|pus|mucus|phlegm|snot|sputum|flakes|scales|crust*|spots|patches|stuff from|drainage)`,
    },
    {
      id: 'bloating',
      name: 'Bloated or crampy',
      kind: 'symptom',
      en: `
        bloat* / crampy / cramps / cramping / gassy / gas pains / belly feels full`,
      es: `
        inflamad* del estomago / estomago inflamado / gases / colicos / hinchazon de panza / aventad*`,
      nearMisses: `(period|menstrual|monthly) (cramps|cramping) / (colico|colicos) (menstrual|menstruales|de la regla|del periodo|de regla) / (calf|calves|leg|legs|foot|toe|muscle|hand|thigh) (cramp|cramps|cramping) / cramp ..3 (calf|leg|foot|toe|thigh|hand)`,
    },
    {
      id: 'bowel-change',
      name: 'Bowels changed for weeks',
      kind: 'symptom',
      en: `(going|been|gone) loose ..8 (week|weeks|month|months) / change ..3 bowel (habit|habits) / (bowels|bowel habits) ..3 (changed|different) ..6 (week|weeks|month|months)? / (toilet|loo|bathroom) ..4 (three|four|five|six|several|<number>) ..4 times a day ..4 loose / loose ..8 (was|used to be|always) ..6 (once|regular) / (three|four|five) times a day ..2 loose`,
      es: `(cambio|cambiado|cambiaron) ..3 (mis evacuaciones|manera de evacuar|habito intestinal|ir al bano|intestino) / (obro|obra|evacuo) ..2 (suelto|diferente|distinto) ..6 (semana|semanas|mes|meses)`,
    },
    {
      id: 'dry-signs',
      name: 'Signs of drying out',
      kind: 'mild',
      en: `dry (mouth|lips|tongue|diaper|diapers) / (mouth|lips|tongue) ..2 dry / no tears / sunken (eyes|spot|fontanelle) / (diaper|diapers) ..3 every (6|7|8|9|10|12|six|eight|ten|twelve) hours / fewer wet (diapers|nappies) / dark ..1 (urine|pee)`,
      es: `(boca|labios|lengua) ..2 sec* / sin lagrimas / llora sin lagrimas / ojos hundidos / mollera hundida / menos panales / orina oscura / pipi oscuro`,
      nearMisses: `boca seca ..4 (resaca|cruda)`,
    },
  ],
  rules: [
    { id: 'belly-33', outcome: 'soon', when: 'diarrhea + long-days|for-a-week', says: 'Diarrhea for days', advice: 'belly', source: 'nhs-common' },
    { id: 'belly-51', outcome: 'soon', when: 'bowel-change', says: 'Bowels changed for weeks', advice: 'belly', source: 'nhs-cancer-signs' },
    { id: 'belly-01', outcome: 'emergency', when: 'belly-danger', says: 'Severe or rigid belly', advice: 'belly', source: 'nhs-stomach' },
    { id: 'belly-02', outcome: 'emergency', when: 'belly-pain + pregnant|fainting|vomiting-blood|black-stool|severe-said|sudden|shoulder-pain|late-period|heavy-bleeding|chest-pain|confusion', says: 'Belly pain with a danger sign', advice: 'belly', source: 'nhs-stomach' },
    { id: 'belly-03', outcome: 'urgent', when: 'belly-pain + fever|vomiting|age-65-plus|diabetes|age-under-5|worse-said|back-pain|postpartum|recent-surgery|long-time|on-steroid|yellow-skin', says: 'Belly pain with a warning sign', advice: 'belly', source: 'nhs-stomach', ask: ['belly-worst', 'belly-blood'] },
    { id: 'belly-50', outcome: 'urgent', when: 'belly-pain + pouches-known', says: 'Belly pain with known diverticula', advice: 'belly', source: 'nhs-stomach' },
    { id: 'belly-53', outcome: 'urgent', when: 'pelvic-infection + any-pain|belly-pain + fever|chills-said|vomiting|severe-said|long-days', says: 'Low belly pain with discharge or pain in sex, and ill', advice: 'belly', source: 'nhs-pid' },
    { id: 'belly-04', outcome: 'soon', when: 'belly-pain', says: 'Belly pain', advice: 'belly', source: 'nhs-stomach', ask: ['belly-worst', 'belly-blood'] },
    { id: 'belly-05', outcome: 'emergency', when: 'testicle-pain', says: 'Pain or swelling of a testicle', advice: 'belly', source: 'nhs-testicle' },
    { id: 'belly-06', outcome: 'urgent', when: 'keeps-nothing-down', says: 'Keeps nothing down', advice: 'dehydration', source: 'nhs-dehydration' },
    { id: 'belly-07', outcome: 'soon', when: 'vomiting + not-adult|long-days', says: 'Vomiting', advice: 'dehydration', source: 'nhs-dehydration', yields: true },
    { id: 'belly-40', outcome: 'self_care', when: 'vomiting', says: 'Vomiting since a short while in an adult', advice: 'dehydration', source: 'nhs-dehydration', ask: ['belly-blood', 'belly-worst'] },
    { id: 'belly-08', outcome: 'urgent', when: 'vomiting|diarrhea + age-under-1|age-65-plus|diabetes|pregnant|kidney-disease|on-lithium|immune-weak|fever', says: 'Vomiting or diarrhea in a person at risk', advice: 'dehydration', source: 'nhs-dehydration' },
    { id: 'belly-09', outcome: 'self_care', when: 'nausea', says: 'Nausea', advice: 'belly', source: 'nhs-common' },
    { id: 'belly-10', outcome: 'self_care', when: 'diarrhea', says: 'Diarrhea', advice: 'dehydration', source: 'nhs-common', ask: ['belly-blood', 'belly-faint'] },
    { id: 'belly-11', outcome: 'self_care', when: 'constipation', says: 'Constipation', advice: 'belly', source: 'nhs-common' },
    { id: 'common-08', outcome: 'urgent', when: 'yellow-skin', says: 'Yellow skin or eyes', advice: 'belly', source: 'nhs-common' },
    { id: 'belly-13', outcome: 'emergency', when: 'obstruction', says: 'Signs of a blocked bowel', advice: 'belly', source: 'nhs-stomach' },
    { id: 'belly-14', outcome: 'emergency', when: 'appendix-signs + fever|vomiting|severe-said|worse-said|cannot-walk-said|belly-danger|age-child|pregnant|chills-said', says: 'Pain low on the right with another sign', advice: 'belly', source: 'nhs-stomach' },
    { id: 'belly-15', outcome: 'urgent', when: 'appendix-signs', says: 'Pain low on the right', advice: 'belly', source: 'nhs-stomach', ask: ['belly-worst', 'neuro-fever'] },
    { id: 'belly-16', outcome: 'emergency', when: 'aneurysm-pain + age-50-plus|fainting|dizzy|sweating|grey-sweaty|severe-said|sudden|weak-said|pressure-history', says: 'Sudden deep belly or back pain', advice: 'belly', source: 'nhs-stomach' },
    { id: 'belly-17', outcome: 'urgent', when: 'aneurysm-pain', says: 'Deep belly and back pain', advice: 'belly', source: 'nhs-stomach', ask: ['belly-worst'] },
    { id: 'belly-18', outcome: 'emergency', when: 'hernia-stuck', says: 'Hernia that is stuck or hurts', advice: 'belly', source: 'nhs-hernia' },
    { id: 'belly-52', outcome: 'emergency', when: 'groin-lump + wont-go-in + any-pain|vomiting|severe-said|any-symptom|worse-said', says: 'A hernia that does not go back in', advice: 'belly', source: 'nhs-hernia' },
    { id: 'belly-19', outcome: 'emergency', when: 'twisted-ovary + fainting|dizzy|vomiting|late-period|pregnant|severe-said|sudden|shoulder-pain|vaginal-bleeding|fever', says: 'One-sided pain low in the belly with a danger sign', advice: 'belly', source: 'nhs-ectopic' },
    { id: 'belly-20', outcome: 'urgent', when: 'twisted-ovary', says: 'One-sided pain low in the belly', advice: 'belly', source: 'nhs-stomach', ask: ['belly-worst'] },
    { id: 'belly-21', outcome: 'emergency', when: 'priapism', says: 'Erection that does not end', advice: 'belly', source: 'nhs-priapism' },
    { id: 'belly-22', outcome: 'emergency', when: 'no-urine-long + vomiting|keeps-nothing-down|diarrhea|dizzy|confusion|fever|weak-said|sleepy', says: 'Dried out: no urine, with another sign', advice: 'dehydration', source: 'nhs-dehydration' },
    { id: 'belly-23', outcome: 'urgent', when: 'no-urine-long', says: 'No urine for many hours', advice: 'dehydration', source: 'nhs-dehydration' },
    { id: 'belly-24', outcome: 'emergency', when: 'keeps-nothing-down + dizzy|confusion|weak-said|fainting|diabetes|sleepy', says: 'Keeps nothing down and is weak', advice: 'dehydration', source: 'nhs-dehydration' },
    { id: 'belly-25', outcome: 'emergency', when: 'yellow-skin + fever|confusion|sleepy|vomiting-blood|severe-said', says: 'Yellow skin with a danger sign', advice: 'belly', source: 'nhs-common' },
    { id: 'belly-26', outcome: 'soon', when: 'diarrhea|nausea|constipation|belly-pain|bloating + long-time', says: 'Belly complaint for weeks', advice: 'belly', source: 'nhs-stomach' },
    { id: 'belly-27', outcome: 'self_care', when: 'bloating', says: 'Bloated or cramps', advice: 'belly', source: 'nhs-common' },
    { id: 'belly-28', outcome: 'urgent', when: 'diarrhea + fever|belly-pain|many-times|poor-drinking|poor-intake|sleepy|dry-signs', says: 'Diarrhea with a warning sign', advice: 'dehydration', source: 'nhs-dehydration', ask: ['belly-blood'] },
    { id: 'belly-29', outcome: 'routine', when: 'constipation + long-days|for-a-week|long-time|for-years|comes-back', says: 'Constipation for days', advice: 'belly', source: 'nhs-common', yields: true },
    { id: 'belly-30', outcome: 'urgent', when: 'vomiting + age-child|child-said|baby-said + many-times', says: 'A child that vomits often', advice: 'dehydration', source: 'nhs-dehydration' },
    { id: 'belly-31', outcome: 'emergency', when: 'belly-pain + no-urine-long|fainting|dizzy + late-period|twisted-ovary|fainting|severe-said', says: 'Belly pain and feels faint', advice: 'belly', source: 'nhs-stomach' },
    { id: 'belly-32', outcome: 'emergency', when: 'liver-fail', says: 'Yellow skin with another sign', advice: 'belly', source: 'nhs-common' },
    { id: 'belly-41', outcome: 'soon', when: 'dry-signs + vomiting|diarrhea|fever', says: 'Drying out', advice: 'dehydration', source: 'nhs-dehydration' },
    { id: 'belly-42', outcome: 'urgent', when: 'dry-signs + vomiting|diarrhea|fever + age-child|child-said|baby-said|age-65-plus|pregnant|diabetes|kidney-disease|dizzy|long-days', says: 'Drying out in a person at risk', advice: 'dehydration', source: 'nhs-dehydration' },
    { id: 'belly-80', outcome: 'soon', when: 'diarrhea + age-under-3-years', says: 'Diarrhea of a small child', advice: 'dehydration', source: 'nhs-dehydration', ask: ['belly-blood'], yields: true },
    { id: 'belly-81', outcome: 'urgent', when: 'diarrhea + age-under-3-years|age-under-1 + long-days|countless-said|many-times|poor-drinking|all-night', says: 'Diarrhea of a small child for days, or very often', advice: 'dehydration', source: 'nhs-dehydration', ask: ['belly-blood'] },
  ], // prettier-ignore
  questions: [
    { id: 'belly-worst', about: 'belly-danger', en: 'Is the pain very bad, or is your belly hard?', es: '¿El dolor es muy fuerte o tiene la barriga dura?' },
    { id: 'belly-blood', about: 'vomiting-blood', en: 'Is there blood in your vomit or stool?', es: '¿Hay sangre en el vómito o en el popó?' },
  ], // prettier-ignore
}
