import type { Family } from '../protocol.ts'

export const signs: Family = {
  id: 'signs',
  title: 'How a symptom is told',
  concepts: [
    {
      id: 'sudden',
      name: 'Sudden',
      kind: 'fact',
      en: `<sudden> / (came|come|hit|started|went|gone) ..2 in (one|a|a single) (second|instant|flash) / from one (second|moment|minute) to the next / between one (breath|step|word) and the next`,
      es: `de repente / de golpe / subitamente / de un (segundo|momento|instante|minuto) (a|al) otro / sin avisar / en seco`,
    },
    {
      id: 'severe-said',
      name: 'Severe',
      kind: 'fact',
      en: `<severe> ..2 <pain> / <pain> ..3 (severe|unbearable|excruciating|10 out of 10|10/10|worst) / 10/10 / 9/10 / (10|9) out of 10 / severe headache / <severe> (headache|migraine)`,
      es: `<pain> ..3 (insoportable|fuertisimo|horrible|muy fuerte|terrible|intenso|severo) / 10 de 10 / no aguanto el dolor / dolor de cabeza (muy)? (fuerte|intenso) / vi (a dios|al diablo|las estrellas|estrellas)`,
      nearMisses: `worst (with|in|on|at|when|after|first|by)`,
    },
    {
      id: 'worse-said',
      name: 'Getting worse',
      kind: 'fact',
      en: `(getting|gets|got|is|becoming|much|keeps getting) worse / worsening / spreading`,
      es: `(esta|cada vez|va|se pone|mucho|empeor*) peor / empeor* / empeorando`,
      nearMisses: `worse (on|with|when|after) (bending|movement|moving|lifting|gripping|standing|sitting|walking)`,
    },
    {
      id: 'long-time',
      name: 'For weeks',
      kind: 'fact',
      en: `(2|3|4|5|6|7|8|two|three|four|five|six|seven|eight|several|many|few|couple) ..1 (weeks|months|wks|mos) / for (weeks|months|ages|a month|a year|years) / (past|last|over a|for a|been a|this) (month|year) / been (months|weeks) / (over|for) (months|years) / months now / weeks now / (week|month) (three|four|five|six|seven|eight|3|4|5|6|7|8) / (been there|there for|had it for) ..1 a month / a month now / (fifteen|fourteen|15|14|21|20|30) days / (nine|ten|eleven|twelve|9|10|11|12|18) (weeks|months) / (end|beginning|middle|start) of (january|february|march|april|may|june|july|august|september|october|november|december) / since (christmas|thanksgiving|new year|new years|easter|halloween)`,
      es: `(2|3|4|5|6|dos|tres|cuatro|cinco|seis|varias|muchas|unas) (semanas|meses) / (hace|por|desde hace|llevo) (meses|semanas|un mes|anos|un ano) / (como|casi|mas de) un mes / llevo ..2 (mes|meses) / (quince|catorce|15|14|20|veinte|21|30|treinta) dias / (siete|ocho|nueve|diez|once|doce|7|8|9|10|11|12|18) (semanas|meses) / (un)? mes y (pico|medio) / (mes|meses) y pico`,
      nearMisses: `<number> (week|weeks|month|months) old / <number> (week|weeks|month|months|mo|mos) (baby|boy|girl|son|daughter|pregnant|along) / baby <number> (months|weeks|month|week) / (bebe|nino|nina|nene|nena) de <number> (mes|meses|semanas) / <number> (meses|semanas) de (embarazo|edad|nacid*) / (<number>|one|two|three|four|once|twice|few) (times)? a (month|week|year) / (times|once|twice) ..1 (a|per) (month|week|year) / (a|every|per|this) year ..1 (allergies|pollen)? / this (month's|year's) / (one|two|three|four|five|six|seven|eight) (week|weeks|month|months) old / (fade|fades|fading|gone|clear|clears|heal|heals|cleared|healed|settles|settled) ..1 (in|within|after) ..1 (two|three|four|<number>) weeks / (had|has) ..1 (the same|it|them|this|chickenpox) ..1 (<number>|two|three|four|five|six) (weeks|months) ago / (<number>|two|three|four|five|six|eight) (week|weeks|month|months) pregnant / (boy|girl|baby|infant|toddler) of <number> (weeks|months) / (lactante|bebe|nino|nina|nene|nena|hijo|hija|gordo|gorda|gordito|gordita) de <number> (meses|mes|semanas) / (girl|boy|baby|infant) of ..1 (weeks|months) / (bebe|bebo|beba|bebita|bebito|nena|nene|nina|nino|hija|hijo|nieta|nieto|gordito|gordita|chiquito|chiquita) ..2 de (<number>|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|catorce|quince|dieciocho) (meses|mes|semanas) / (bebe|bebo|beba|hija|hijo|nieta|nieto) ..2 tiene (<number>|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once) (meses|semanas) / (hes|shes|he is|she is) (<number>|two|three|four|five|six|seven|eight|nine|ten|eleven) months / vacuna ..2 (los|las) (<number>|dos|cuatro|seis) meses / months old / years old / tap for ages / (he|she|baby|hes|shes) is (<number>|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) weeks`,
    },
    {
      id: 'pale',
      name: 'Pale',
      kind: 'fact',
      en: `pale / white as a (sheet|ghost)`,
      es: `palid* / blanc* como (papel|sabana)`,
      nearMisses: `pale ..1 (urine|pee|wee|bumps|spots|dots|pimples|patches|yellow|pink|blue|blotches) / (urine|pee|wee|water|surrounding skin|skin around|skin round|edges) ..2 pale / (orina|pipi) ..2 palid* / palid* ..1 orina`,
    },
    {
      id: 'sleepy',
      name: 'Very sleepy',
      kind: 'fact',
      en: `(very|so|too|really|unusually) (sleepy|drowsy) / drowsy / sleepy / (have|had|having|got) to wake (him|her|the baby|my baby|baby) ..4 (every|each|for|to) ..2 (bottle|bottles|feed|feeding|feedings|nurse|eat) / conks out ..4 / (can't|cant|cannot|can hardly|can barely|could hardly|hardly) keep (him|her|them) (awake|up) / <cant> ..1 (keep|get) (him|her|them) awake / <cant> wake (him|her|them) (up|properly)?`,
      es: `(muy|con mucho) (dormid*|sueño|somnolient*) / somnolient* / adormilad* / ahora (esta)? dormid* / no deja de dormir / puro dormir / (dormid*|adormilad*) y no (despierta|reacciona|contesta) / se queda dormid* / (muy|bien|demasiado|bastante|tan) (dormid*|amodorrad*|adormilad*|modorr*|somnolient*) / (cuesta|batallo|batallamos|no puedo|dificil) ..3 (despertar*|levantarl*) / (tengo|tenemos|hay) que despertarl* ..4 (toma|tomas|comer|mamar|biberon|pecho) / (no lo|no la|apenas lo|apenas la) ..2 (puedo|podemos) ..1 (mantener|tener) despiert* / (se duerme|se queda dormid*) ..3 (hablando|a media|a medias|comiendo|todo el tiempo|a cada rato) / no hay (manera|forma|modo) ..3 (despiert*|despertar*) / (salto|saltado|saltando|perdio) ..2 (tomas|toma|teta*) ..10 (dormid*|despiert*)`,
    },
    {
      id: 'symptom-word',
      name: 'A symptom word',
      kind: 'symptom',
      en: `pain / pains / painful / hurt / hurts / hurting / ache / aches / aching / sore / swollen / swelling / lump / numb / tingling / dizzy / feel (sick|ill|unwell|awful|terrible|weird|bad|funny) / not feeling (well|good|right) / (don't|dont|do not|didn't|didnt) feel (so|too|very|that)? (good|right) / (doesn't|doesnt|does not) feel (so|too|very|that)? good / unwell / under the weather / throbbing / discharge / infection / infected / symptom / symptoms / fatigue / exhausted / tired all the time / weird feeling / something is wrong with me / sick`,
      es: `dolor / duele / duelen / hinchad* / hinchazon / bulto / bolita / adormecid* / me siento (mal|raro|rara|enferm*|pesimo) / se siente mal / no (me|se|nos) (siento|siente|sentimos|sienten|encuentro|encuentra|encuentran) (muy|nada|del todo|tan)? bien / indispuest* / sintoma / sintomas / infeccion / cansancio / enfermo / enferma / malestar / flujo`,
      nearMisses: `(don't|dont|do not|doesn't|doesnt|does not|didn't|didnt) feel ..1 (good|right) (about|with|paying|using|giving|that|doing|leaving) / no (me|se|nos) (siento|siente|sentimos) ..1 bien (con|pagando|dando|que) / (pain|symptom|ache) free / pain-free / sin sintomas / libre de dolor / (no|without) ..1 exertional pain`,
    },
    {
      id: 'any-pain',
      name: 'Pain',
      kind: 'fact',
      en: `<pain>`,
      es: `dolor / duele`,
      nearMisses: `(pain|ache) free / libre de dolor`,
    },
    { id: 'shoulder-pain', name: 'Shoulder tip pain', kind: 'fact', en: `shoulder ~ <pain>`, es: `hombro ~ <pain>` },
    {
      id: 'hoarse-voice',
      name: 'Hoarse or muffled voice',
      kind: 'symptom',
      en: `
        hoarse / hoarseness / (voice) ..3 (weird|gone|raspy|muffled|funny|changed) / voice ..3 (weird|funny|strange|odd|different|squeaky|wet)`,
      es: `
        ronco / ronca / ronquera / enronquec* / afonic* / voz ..3 (rara|ronca|apagada|cambiada) / voz ..4 (rara|extrana|finita|cambiada|chistosa|de pato|apagada)`,
      nearMisses: `(ronca|ronco) ..3 (noche|noches|dormir|dormido|dormida|fuerte|mucho|y) / (esposo|esposa|marido|novio|papa|pareja) ronca`,
    },
    {
      id: 'blood-clot-said',
      name: 'Clots of blood',
      kind: 'fact',
      en: `
        clots / clot of blood / blood clots / clotty`,
      es: `
        coagulo / coagulos / cuajos / cuajaron*`,
    },
    {
      id: 'long-days',
      name: 'For several days',
      kind: 'fact',
      en: `
        (3|4|5|6|7|8|9|10|three|four|five|six|seven|eight|nine|ten|several) (days|nights) / (for|over|all|more than a|almost a|past|last|been a) week / (for|in) days / day (3|4|5|6|7|three|four|five)
        (going on|on|its|it's|now|been) ..1 day (<number>|five|six|seven|eight|nine|ten|eleven|twelve) / day (<number>|eight|nine|ten|eleven|twelve) (of|now|and) / (11|12|13|14|eleven|twelve|thirteen|fourteen) days`,
      es: `
        (3|4|5|6|7|8|9|10|tres|cuatro|cinco|seis|siete|ocho|varios|muchos) dias / (una|toda la|mas de una|casi una) semana / dia (3|4|5|tres|cuatro|cinco)
        (llevo|lleva|van|voy|ando) ..2 (<number>|cinco|seis|siete|ocho|nueve|diez|once|doce) dias / (11|12|13|14|once|doce|trece|catorce) dias`,
      nearMisses: `<number> (days|weeks) old / (two|three|four|five|six|seven|eight|nine|ten) (day|days|week|weeks) old / aged ..1 (<number>|three|four|five) days / day <number> (after|of life|post|old)`,
    },
    {
      id: 'meds-fail',
      name: 'Medicine does not help',
      kind: 'fact',
      en: `
        (meds|pills|medicine|medication|tylenol|ibuprofen|painkillers|painkiller|advil|nothing|antibiotic|antibiotics) ..4 (do nothing|does nothing|doesn't help|don't help|not helping|isn't helping|aren't helping|not working|isn't working|don't touch|doesn't touch|helps|won't help|not touching) / nothing (helps|works|is helping)`,
      es: `
        (pastillas|pastilla|medicina|medicinas|medicamento|tylenol|ibuprofeno|paracetamol|nada|antibiotico) ..4 (no (me|le)? (hace|hacen|ayuda|ayudan|quita|quitan|sirve|sirven|funciona|calma|calman)|me quita|ayuda) / nada (me|le) (ayuda|quita|calma)`,
      nearMisses: `(ibuprofen|tylenol|advil|medicine|meds|pills|acetaminophen|motrin|naproxen|aleve|antibiotic|antibiotics|medication) (helps|helped|is helping|works) / me quita ..3 (dolor)? / (ibuprofeno|paracetamol|pastilla|tylenol|medicina) (me|le)? (ayuda|quita|calma)`,
    },
    {
      id: 'weight-loss',
      name: 'Losing weight without trying',
      kind: 'symptom',
      en: `
        (lost|losing|loss of|dropped|down) ..3 (pounds|lbs|lb|kilos|kg|weight) / weight loss / (clothes|pants) ..2 (falling off|too big) / getting so thin / lost ..2 (stone|stones|pounds|lbs|kilos|kg|weight) / (stone|pounds|lbs|kilos|kg) ..3 without trying`,
      es: `
        (perdi|perdido|perdiendo|perdio|bajado|baje|bajo|he bajado) ..3 (kilos|libras|peso) / perdida de peso / adelgaz* ..4 (sin|mucho|razon) / (mas|muy|bien) (flaquit*|delgadit*|flac*) / (veo|noto|esta|ando|anda) mas (flac*|delgad*|flaquit*)`,
      nearMisses: `lost ..2 (kidney|gall|bladder) stone / weight* (the|is|is the|stayed the) same`,
    },
    {
      id: 'leg-swelling-any',
      name: 'Swollen legs or ankles',
      kind: 'symptom',
      en: `
        (ankles|ankle|legs|feet|foot) ~ <swell> / edema`,
      es: `
        (tobillos|tobillo|piernas|pies|pie) ~ <swell> / edema`,
      nearMisses: `(rolled|twisted|sprained|turned|tweaked|jammed|torci|torcio|doble|doblo|esguince) ..9 <swell> / (slight|slightly|little|bit) ..1 (swelling|swollen) ..6 (twisted|sprained|rolled)`,
    },
    {
      id: 'double-vision',
      name: 'Double vision',
      kind: 'symptom',
      en: `
        double vision / seeing (double|two of everything|two of) / (seeing|see|sees|seen) ..1 (two|double|twice) ..2 (of)? ..1 (everything|things|everybody|everyone|you|me|it all)?`,
      es: `
        vision doble / veo doble / ve doble / (veo|ve|viendo) ..1 (dos de todo|todo (por)? (dos|doble|duplicado))`,
    },
    {
      id: 'numb-said',
      name: 'Numb or tingling',
      kind: 'fact',
      en: `
        numb / numbness / tingle / tingling / tingly / pins and needles / no feeling / can't feel`,
      es: `
        adormecid* / entumecid* / hormigue* / dormid* / no siento / no siente`,
      nearMisses: `(un|el|al|del) hormiguero / (camino|camina|caminando|hablo|habla|hablando) dormid*`,
    },
    {
      id: 'both-legs',
      name: 'Both legs',
      kind: 'fact',
      en: `
        both (legs|feet) / my legs / (his|her) legs`,
      es: `
        las dos piernas / ambas piernas / mis piernas / las piernas`,
    },
    {
      id: 'vehicle-crash',
      name: 'Crash',
      kind: 'fact',
      en: `
        (car|bike|motorcycle|truck|vehicle) (crash|accident|wreck) / hit by a (car|truck|bus|bike|van) / (rear ended|t boned|rolled the (car|truck)) / totaled (my|the) car / (the|a|my|our|in) (crash|wreck|collision)`,
      es: `
        (choque|accidente) (de|en)? (carro|auto|coche|moto|bici)? / chocamos / choque / atropell*`,
      nearMisses: `stuck behind ..2 (accident|crash|wreck) / traffic ..4 (accident|crash|wreck)`,
    },
    {
      id: 'tired-said',
      name: 'Tired all the time',
      kind: 'symptom',
      en: `
        (tired|exhausted|fatigued|wiped out) ..3 (all the time|always|constantly|lately|for|no matter)? / no energy / low energy / fatigue / worn out / run down`,
      es: `
        cansad* / cansancio / agotad* / fatiga / sin energia / sin fuerzas / me canso (mucho|de todo|de nada|rapido) / me canso`,
    },
    {
      id: 'gaping',
      name: 'Wound gapes',
      kind: 'fact',
      en: `
        gape* / gaping / wide open / won't close / deep / need stitches / needs stitches / stitches / to the bone`,
      es: `
        abierta / profunda / no cierra / necesita puntos / necesito puntos / hasta el hueso / se abre (cuando|al|si) ..3 (mueve|muevo|mover|doblo|doblar) / se (le|me)? ..1 ve lo (amarill*|blanc*|de adentro)`,
      nearMisses: `stitch ..2 (on|in|when|at) ..3 (right|left|side|coughing|running|breathing|breathes)`,
    },
    {
      id: 'dirty-wound',
      name: 'Dirty wound, tetanus in doubt',
      kind: 'fact',
      en: `
        rust / rusty / dirty / tetanus / soil / manure / fish hook`,
      es: `
        oxidad* / suci* / tetano / tetanos / tierra`,
      nearMisses: `tetanus ..8 (up to date|current|booster|years ago|year ago|last year|vaccination|vaccinations|in 20*) / (booster|vaccination*) ..4 tetanus
        tetanus ..4 (<number>|one|two|three|four|a couple|a few|couple|few|a|last) (of)? (yrs|yr|years|year|months|month|mos|weeks|week) (ago|back)? / tetanus ..3 (in date|utd) / (tetano|tetanos) ..4 (al dia|vigente|refuerzo|hace (un|dos|tres|cuatro|<number>) (ano|anos|meses)|el ano pasado|este ano) / rusty (sputum|phlegm|spit|coloured|colored) / tetanus (is|are|shot|jab|booster|one|vaccine)? ..3 (up to date|at <number>|in 20*|last year|ok|okay|current) / (up to date|current) ..2 tetanus / tetanos ..2 al dia / tetanus shot (was|is) ..1 (two|three|four) years ago / the tetanus one / vacuna del tetanos ..3 / tetanos ..4 (al dia|vigente|pasado|puesta) / (tengo|traigo) ..3 tetanos / (up to date|had) ..4 tetanus / tetanus ..4 (up to date|last year|done)`,
    },
    {
      id: 'cannot-walk-said',
      name: 'Cannot walk or stand',
      kind: 'fact',
      en: `
        (can't|cannot|unable to|can barely|hurts to) (walk|stand|stand up|stand up straight|get up|move|sit up)`,
      es: `
        no (puedo|puede) (caminar|pararme|pararse|levantarme|levantarse|moverme|moverse|enderezarme)
        no (lo|la|los)? (puedo|puede) (pisar|apoyar|asentar|plantar) / no (aguanto|aguanta|soporto|soporta) (pisar|apoyar|el peso) / no (puedo|puede|pude) dar ..4 (pasos|paso) / no (puedo|puede|pude) dar ni ..3 (pasos|paso)`,
      nearMisses: `(can't|cannot|can not|can) (stand|move|walk) (a|an|the|it|that|this|these|him|her|how|when|having|being|my|your|to|far|fast|much|well|up to|on my feet all) / hurts to move (it|my)`,
    },
    {
      id: 'chills-said',
      name: 'Chills',
      kind: 'fact',
      en: `
        chills / shivering / shaking with / rigors / shakes`,
      es: `
        escalofrio* / temblando / tiritando / temblor*`,
      nearMisses: `(shake|shakes|shaking) ..3 (hand|hands|head) / shake of ..2 hands / shakes (the|his|her|my) (hand|hands|head|leg|legs|wrist|arm|bottle|rug|snow|dice|tail) / shakes (it|them) (off|out|up|awake)`,
    },
    {
      id: 'many-times',
      name: 'Many times',
      kind: 'fact',
      en: `
        (<number>|five|six|seven|eight|nine|ten|many|several) times / every (hour|30 minutes|few minutes|time) / all (day|night) / nonstop / non stop / keeps`,
      es: `
        (<number>|cinco|seis|siete|ocho|diez|muchas|varias) veces / cada (hora|rato|ratito) / tod* (el dia|la noche) / sin parar`,
      nearMisses: `keeps ..2 (down|in|well|fine) / keeps (fluids|liquids|food|water) down / keeps (him|her|me) (comfortable|company)`,
    },
    {
      id: 'all-over',
      name: 'All over',
      kind: 'fact',
      en: `
        all over / everywhere / whole body / covered in / head to toe / entire body`,
      es: `
        (todo|por todo) ..2 cuerpo / por todos lados / de pies a cabeza / llen* de / tod* la piel`,
      nearMisses: `llen* de (ronchas|piquetes|picaduras|granitos|pintura)`,
    },
    {
      id: 'face-said',
      name: 'In the face',
      kind: 'fact',
      en: `
        face / lips / mouth / eye / eyes`,
      es: `
        cara / labios / boca / ojos / ojo`,
      nearMisses: `(eye|eyes|mouth|face|lips|eyelids|tongue) ..1 (not|never|isn't|aren't) ..1 (involved|affected|touched) / (eyes|mouth|face|lips|tongue) ..1 (spared|unaffected|uninvolved|clear) / (ojos|boca|cara|labios) ..1 (respetad*|no afectad*|sin afectar|libres|libre) / (face|mouth|lips|eyes|eye) ..1 (is|are|was|were) ..1 (normal|fine|white|unaffected|quiet|not)`,
    },
    {
      id: 'all-night',
      name: 'All night',
      kind: 'fact',
      en: `
        all night / up all night / didn't sleep / can't sleep`,
      es: `
        toda la noche / no durmio / no dormi`,
    },
    {
      id: 'black-skin',
      name: 'Skin black or purple',
      kind: 'fact',
      en: `
        (black|purple) skin / skin ..3 (black|purple)`,
      es: `
        piel ..2 (negra|morada)`,
    },
    {
      id: 'line-hurts',
      name: 'A line hurts',
      kind: 'fact',
      en: `
        (line|port|catheter|picc) ..3 (hurts|sore|red|pain|oozing|pus)`,
      es: `
        (cateter|sonda|puerto) ..3 (duele|roj*|pus|sale)`,
    },
    {
      id: 'measured-cold',
      name: 'Low temperature said',
      kind: 'fact',
      en: `
        temp (is|of|was)? (94|95|93|92|96) / (cold to the touch|low temp|low temperature)`,
      es: `
        temperatura (de|en)? (34|35) / temperatura baja`,
    },
    {
      id: 'wont-go',
      name: 'Does not go away',
      kind: 'fact',
      en: `
        (won't|wont|doesn't|not|isn't) ..1 (go|going|gone) ..1 away / won't go / won't quit / won't stop / wont stop / nonstop / constant / still there / still ..2 (blue|swollen|fat|puffy|purple|huge) / (not|isn't|hasn't|no) ..1 (better|improved|improving) ..2 (by|after|since|yet|days|week) / not ..1 much better / still (sore|hurting|hurts)`,
      es: `
        no se (me)? (quita|va|pasa|calma) / no para / constante / no cede / sigue ..2 (hinchad*|morad*) / no (mejora|ha mejorado|mejoro|mejor) ..2 (dias|semana|nada|desde)`,
      nearMisses: `still hurts ..2 (a bit|a little) / still sore ..2 (to touch|but)`,
    },
    {
      id: 'poor-intake',
      name: 'Keeps little down',
      kind: 'symptom',
      en: `
        (can't|cannot|hardly|barely) ..2 (keep|keeping) ..3 (food|much|anything)? down / throwing up (most|almost everything|everything)`,
      es: `
        no (retengo|retiene) ..3 / casi nada ..2 comida / vomito casi todo`,
    },
    {
      id: 'heart-pill',
      name: 'Heart or pressure medicine of high risk',
      kind: 'fact',
      en: `
        (digoxin|metoprolol|propranolol|atenolol|diltiazem|verapamil|clonidine|nifedipine|flecainide|amiodarone|sotalol)`,
      es: `
        (digoxina|metoprolol|propranolol|atenolol|diltiazem|verapamilo|clonidina|nifedipino|amiodarona)`,
    },
    {
      id: 'tremor-said',
      name: 'Trembling',
      kind: 'fact',
      en: `
        shaky / shaking / shakes / tremor / tremors / trembling / twitching / jerking / (flap|flaps|flapping) ..2 (hand|hands) / (hand|hands) ..2 (flap|flaps|flapping)`,
      es: `
        tembl* / tiembl* / temblor* / (manos|mano) ..2 (aletea*|aletean*)`,
      nearMisses: `(eyelid|eye|lid) ..3 twitch* / twitch* ..4 (eyelid|eye|lid) / (shakes|shaking|shake) (it|them|the hand|her hand|his hand|my hand) ..1 out`,
    },
    {
      id: 'blurry-said',
      name: 'Blurry',
      kind: 'fact',
      en: `
        blurry / blurred`,
      es: `
        borros*`,
    },
    {
      id: 'light-hurts',
      name: 'Light hurts',
      kind: 'fact',
      en: `
        light ..2 (hurts|bothers|painful|makes me squint) / hurts in ..2 light / sensitive to light / photophobia`,
      es: `
        luz ..3 (molesta|lastima|duele) / me molesta la luz`,
    },
    {
      id: 'curtain-said',
      name: 'A curtain or shadow',
      kind: 'fact',
      en: `
        curtain / shadow / veil`,
      es: `
        cortina / sombra / velo`,
    },
    {
      id: 'eye-moves',
      name: 'Moving the eye hurts',
      kind: 'fact',
      en: `
        (hurts|can't|pain) ..2 move ..2 eye / <cant> move ..2 eye / eye ..3 (won't|doesn't|does not|cannot|can't|hurts to) ..1 move`,
      es: `
        duele ..2 mover ..2 ojo / no (puede|puedo) mover ..2 ojo / ojo ..3 no (mueve|se mueve)`,
    },
    {
      id: 'hurts-to-breathe',
      name: 'Hurts to breathe',
      kind: 'fact',
      en: `
        hurts (to|when i) (breathe|breath|breathe in|inhale|take a breath) / (pain|sharp|stabbing) ..4 (breathe|breathing|breath|breathe in) / (stab|stabs|twinge|jab) ..5 (breathe|breathing|inhale|deep breath) / (catch|stab|stabbing|sharp|knife|twinge|pain) ..6 (deep breath|breathe in|breathing in|breath in|breathes in)`,
      es: `
        (duele|dolor|punzada) ..4 (respirar|respiro|respira) / (punza|punzada|punzadas|duele|pincha|clava|pica|pico|corta|piquete) ..4 (al|cuando) ..1 (agarr*|tom*|jal*|cog*|mete*|respir*|inhal*|suspir*) ..1 (aire|hondo|profundo)?`,
    },
    {
      id: 'cannot-bear',
      name: 'Cannot put weight on it',
      kind: 'fact',
      en: `
        (can't|cannot|won't|hurts to) ..2 (put|bear) ..2 weight / can't (step|stand) on it / (can't|cannot|couldn't|unable to) ..1 (take|walk) ..1 (<number>|one|two|three|four|a single|any) (step|steps)`,
      es: `
        (no puedo|no puede|no logra|no logro) (apoyar|pisar|plantar) / no aguanta peso / (no puedo|no puede) dar ..2 (paso|pasos) / no (puedo|puede|logro|aguanto|me deja) ..1 (apoyarlo|apoyarla|pisarlo|pisar|pisarla|asentar*|plantar*|cargar peso) / no (puedo|puede|pude) dar ..4 (pasos|paso) / ni ..2 pasos / no (puedo|puede|pude) dar ni ..3 (pasos|paso)`,
    },
    {
      id: 'leg-weak-said',
      name: 'Weak leg',
      kind: 'fact',
      en: `
        (leg|foot) ..3 (weak|drags|dragging|drop|numb|gives out)`,
      es: `
        pierna* ..3 (debil*|dormid*|arrastr*)`,
    },
    {
      id: 'post-op-said',
      name: 'Days after an operation',
      kind: 'fact',
      en: `
        <number> (days|day|weeks|wks) (post op|postop|post surgery|after surgery|out from surgery|since surgery) / post op day / pod <number>`,
      es: `
        <number> (dias|semanas) (de operad*|despues de la (cirugia|operacion)|de la cirugia)`,
    },
    {
      id: 'hot-said',
      name: 'Hot',
      kind: 'fact',
      en: `
        burning up / hot / overheated / (fry|cook) an egg on (him|her|me|his|my) / (like|hot as) (an oven|a furnace|a radiator|a stove)`,
      es: `
        caliente / hirviendo / (freir|cocer) un huevo / como (horno|comal|plancha|brasa) / (arde|ardiendo|quema) ..1 (piel|frente|cuerpo)`,
    },
    {
      id: 'spine-said',
      name: 'Spinal cord injury',
      kind: 'fact',
      en: `
        (spinal cord|quad|quadriplegic|paraplegic|tetraplegic|t6)`,
      es: `
        (lesion medular|cuadripleji*|parapleji*)`,
    },
    {
      id: 'bullseye-said',
      name: 'Target-shaped rash',
      kind: 'fact',
      en: `
        bullseye / bulls eye / target`,
      es: `
        diana / ojo de buey`,
    },
    {
      id: 'night-sweats',
      name: 'Night sweats',
      kind: 'symptom',
      en: `
        night sweats / sweating at night / soaked sheets`,
      es: `
        sudores nocturnos / sudo en la noche`,
    },
    {
      id: 'blood-said',
      name: 'Blood',
      kind: 'fact',
      en: `
        blood / bleeding`,
      es: `
        sangre / sangrado`,
      nearMisses: `(scratch|scratching|scratched|pick|picking) ..4 (bleed|bleeds|blood|bleeding) / sangre ..3 rasc* / rasc* ..4 sangr* / (no one|nobody|none) ..4 bleeds`,
    },
    {
      id: 'comes-back',
      name: 'Comes and goes',
      kind: 'fact',
      en: `
        comes and goes / on and off / keeps coming back / come back / again and again`,
      es: `
        va y viene / aparece y desaparece / regresa / a veces`,
    },
    {
      id: 'daily-said',
      name: 'Every day',
      kind: 'fact',
      en: `
        (every|most|almost every|nearly every) (day|days|morning|mornings|night) / daily`,
      es: `
        (casi)? (diario|todos los dias|cada dia) / todas las (mananas|noches)`,
    },
    {
      id: 'clear-fluid',
      name: 'Clear fluid or blood from nose or ear after a blow',
      kind: 'red_flag',
      en: `
        (clear|watery|bloody|blood) ..2 (fluid|liquid|water|stuff)? ..2 (from|out of|leaking|dripping|draining) ..3 (nose|ear|ears) / (nose|ear|ears) ..4 (clear fluid|leaking fluid|dripping clear|leaking clear|bleeding after|draining blood) / (raccoon eyes|bruise behind (my|his|her) ear|black eyes after)`,
      es: `
        (liquido|agua|sangre) ..4 (nariz|oido|oidos|oreja) / (nariz|oido|oidos|oreja) ..4 (sale liquido|sale agua|sale sangre|gotea|escurre) / moreton* detras de la oreja / ojos de mapache`,
    },
    {
      id: 'grey-said',
      name: 'Grey',
      kind: 'fact',
      en: `
        (gray|grey|ashen|ashy|waxy) / (color|colour|colored|coloured) of ..1 (putty|ash|ashes|wax|clay|candle|chalk|lead|concrete|cement|pastry|dough|porridge|paper) / (putty|ash|wax|clay) (colored|coloured)`,
      es: `
        (gris|ceniz*|verdos*|amarillent*) / color (de)? ..1 (cera|ceniza|papel|vela|barro|cemento|masilla|plomo|tierra|muerto)`,
    },
    {
      id: 'cold-body',
      name: 'Cold to the touch',
      kind: 'fact',
      en: `
        (cold|ice cold|icy|freezing) ..2 (touch|skin|to touch|and (clammy|sweaty|pale|gray|grey))? / (feels|feel|is|i'm|im|hes|shes|so|really|very) cold / clammy`,
      es: `
        (frio|fria|frios|frias|helad*|fresc*) ..2 (al tacto|piel)? / (esta|siento|siente|sudando|sudor) (frio|fria|frios|frias|helad*)`,
      nearMisses: `(a|the|common|head|bad|my|with a) cold / cold sore* / cold (weather|winter|season|water|drink|drinks|pack|compress|medicine|meds|symptoms|virus) / (in|from) the cold / (hace|hacia|con el|por el|del|mas) frio / freeze (stuff|spray|off|gel|pack|it off) / (streaming|slight|bad|head|common|heavy|second|no) cold / cold (yoghurt|yogurt|water|drinks|milk|cream|tap|compress|flannel|pack)`,
    },
    {
      id: 'hand-cut',
      name: 'Deep cut',
      kind: 'fact',
      en: `
        (deep|gaping|huge|bad) (cut|gash|wound)`,
      es: `
        (cortada|herida) (profunda|grande|fea)`,
    },
    {
      id: 'long-hours',
      name: 'For hours',
      kind: 'fact',
      en: `
        (for|past|last|over) ..2 (hour|hours) / <number> (hours|hrs) / (two|three|four|five|six|several|couple) ..1 hours / all (day|night|morning|afternoon) / won't stop / won't slow down / nonstop`,
      es: `
        (hace|por|desde hace|lleva|llevo) ..2 (hora|horas) / <number> horas / (dos|tres|cuatro|cinco|varias) horas / no (para|se calma|baja) / tod* (el dia|la noche|la manana)`,
      nearMisses: `(sleep|sleeps|slept|sleeping|works|work|working|shift) ..3 (hour|hours|hrs) / (duermo|duerme|dormi|durmio|trabajo|trabaja) ..3 horas`,
    },
    {
      id: 'white-part',
      name: 'Fingers or toes white, blue or cold',
      kind: 'fact',
      en: `
        (fingers|finger|toes|toe|hand|foot) ..3 (white|blue|purple|cold|pale|gray|numb|tingl*)`,
      es: `
        (dedos|dedo|mano|pie) ..3 (blanc*|azul*|morad*|fri*|palid*|dormid*)`,
      nearMisses: `raynaud* / (finger|fingers|toe|toes|hands) ..4 (white|blue|pale) ..4 (then|and then|to|and) ..2 (red|blue|purple|pink) ..6 / (finger|fingers|toes|hands) ..4 (white|blue|pale|numb) ..4 (in the cold|cold weather|when it's cold|every winter|each winter|when i get cold|holding ..2 cold) ..10 (every|each|always|years|since) / (dedos|manos) ..5 blanc* ..4 (frio|invierno) ..8 (anos|siempre|cada|invierno) / (dedos|manos) ..4 blanc* ..4 (luego|despues|y) ..2 (roj*|morad*|azul*)`,
    },
    {
      id: 'swelling-said',
      name: 'Swells up',
      kind: 'fact',
      en: `
        (swelling|swells|swelled|swollen|puffing|puffed|ballooning|blowing) ..1 up? / getting (big|bigger|hard|tight)`,
      es: `
        (hinch*|inflam*|infl*) / (poniendo|pone) (dur*|grande)`,
    },
    {
      id: 'changes-said',
      name: 'It changes',
      kind: 'fact',
      en: `
        darker / bigger / changed / changing / growing / irregular / more (frequent|often) / (getting|becoming) (more frequent|closer together) / (migraine|migraines|headache|headaches) ..4 (used to be|were|went from) ..8 (now|to) / (more often|more frequent) than (before|usual|ever|they)`,
      es: `
        oscur* / crec* / cambi* / (mas)? grande / mas (seguido|frecuente*) / (migrana*|dolor de cabeza|dolores de cabeza) ..4 (eran|antes|era) ..8 (ahora|ya son) / (mas seguido|mas frecuente*) que antes`,
      nearMisses: `(grows|growing|grown) (well|normally|as expected|fine) / (changes|changed|changing) ..1 (pad|pads|tampon|tampons|nappy|nappies|diaper|diapers|clothes|sheets) / (grows|growing|grown) (well|normally) / grow ..3 as far as`,
    },
    {
      id: 'for-a-week',
      name: 'For a week',
      kind: 'fact',
      en: `
        (for|about|over|past|last|a|one) (a)? week`,
      es: `
        (una|hace una|desde hace una) semana`,
      nearMisses: `one week old / (times|time|once|twice|days|nights|night|day|couple) ..1 (a|per|every|each) week / (veces|dias|noches|vez) (a|por) la semana / (a|one) week (after|before|later|earlier|old)`,
    },
    {
      id: 'sensation-said',
      name: 'Something burns, itches, stings or goes numb',
      kind: 'symptom',
      en: `(it|he|she|that|which|skin|pee|eye|eyes|ear|ears|throat|mouth|foot|hand|tongue) (burns|stings|itches|throbs|tingles) / (burns|stings|burning|stinging) (when|at the end|after|every time|if) / (i|me) ..1 itch / itchy / itches / stinks / stings`,
      es: `(me|le|nos) (arde|arden|pica|pican|quema|queman|molesta|molestan|punza|tiembla|tiemblan|zumba|zumban) / ardor / comezon / picazon / me mareo / (se me|se le) (duerme|duermen|durmio|hincha|hinchan|acalambra|acalambran|entume|entumen)`,
    },
    {
      id: 'for-years',
      name: 'For years',
      kind: 'fact',
      en: `(for|over|past|last|in) ..3 (years|yrs) / (two|three|four|five|six|seven|ten|<number>|many|several) (years|yrs) (now|already) / (years|yrs) now / for (a|over a|about a) year / most of (this|the) year / all my life / since last year`,
      es: `(desde hace|hace|llevo|lleva|ya tiene|tiene) ..2 (anos|ano) / (desde|hace) ..1 el ano (pasado|pasao) / toda la vida`,
      nearMisses: `for <number> (years|yrs) (old)? ..1 (same|usual) / (tengo|tiene) <number> anos / (<number>|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (year|years) old / (in|of) a <number> year old`,
    },
    {
      id: 'each-season',
      name: 'Every winter, every year',
      kind: 'fact',
      en: `(every|each) (winter|summer|spring|fall|autumn|year|season) / in (the)? winter`,
      es: `(cada|todos los|todas las) (invierno|inviernos|verano|veranos|primavera|primaveras|ano|anos)`,
    },
    {
      id: 'wants-gone',
      name: 'Wants it treated or gone',
      kind: 'fact',
      en: `(want|wants|like|would like|need|needs) (it|this|them|that) (gone|off|removed|looked at|checked|taken off) / (get|getting) rid of / (have|get|getting|be) (it|this|them) (removed|taken off|frozen|looked at) / (anything|something) stronger / (catches|rubs) ..4 / at (my|the) next (visit|checkup|appointment)`,
      es: `(como se|me la pueden|me lo pueden|quiero que me lo|quiero que me la|quitar*) ..2 (quita|quitar|quiten|quitarmela|quitarmelo)? / (me|que me) (la|lo|las|los) (vean|revisen|vea|revise|quiten) / algo mas fuerte`,
    },
  ],
  rules: [
  ], // prettier-ignore
}
