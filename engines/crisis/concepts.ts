/**
 * What people say when somebody is in danger from themselves or from another person.
 *
 * Written for recall: a false alarm costs a kind question. Notation of `engines/text/phrase-pattern.ts`.
 */
import type { CrisisKind, CrisisLevel } from './verdict.ts'

export type CrisisConcept = {
  id: string
  name: string
  kind: CrisisKind | 'crisis_fact'
  level: CrisisLevel
  en: string
  es: string
}

export const crisisConcepts: CrisisConcept[] = [
  {
    id: 'crisis-suicide-wish',
    name: 'Wants to die',
    kind: 'self_harm',
    level: 'present',
    en: `
      (kill|killing|hang|shoot|drown|poison|end|off|unalive|unaliving|unalived) (myself|my self|himself|herself|themselves|themself|yourself|urself|my own life) / suicid* / kms / sewerslide / (want|wants|wanted|wanna|wish|wishing|ready|going|gonna|like|need|hoping|hope|prefer|rather) (to)? (die|be dead|dead|stop living|stop existing|not exist|disappear forever|cease to exist|not be here|not be alive|never wake up|be gone forever)
      (want|wants|wanna) it (all)? to (end|be over) / want everything to end / (end|ending|take|taking|took) (my|his|her|their|your) (own)? (life|lives) / end it all / ending it all / end it (tonight|today|now|for good) / (don't|dont|do not|doesn't|does not|didn't) (want|wanna) ..1 (live|be alive|be here anymore|be here any more|exist|wake up|be around anymore|go on living|keep living|be on this earth) / no (reason|point|will|desire) (to|in|for) (live|living|life|be alive|keep living) / nothing (left)? to live for / not worth living / life (is|isn't|ain't) (not)? (worth living|worth it anymore|worth it)
      better off (dead|without me) / (everyone|everybody|they|family|kids|world|he|she|people|you all) ..3 better off without me / better if i (was|were|wasn't|weren't) (dead|gone|here|around|alive) / (would|should) be better if i (died|was gone|wasn't here|were gone) / wish i (was|were|wasn't|weren't|could) (dead|never born|never been born|alive|here|die|gone) / wish i had never been born / wish i'd never been born / (hate|tired of|sick of|done with|through with|over) (being alive|living|life|this life|existing) / can't (go on|do this anymore|do this any more|take it anymore|take it any more|keep going|live like this|keep living|live anymore)
      (not be|won't be|not going to be|not gonna be|wont be) (here|around|alive) (anymore|any more|much longer|for long|tomorrow|next week|when|by then|to see) / (go|fall|going) to sleep and (not|never) (wake|waking) / (sleep|asleep) and (not|never) wake up / never wake up again / not wake up (again|tomorrow|in the morning) / (want|wish) to (sleep forever|not wake up) / sleep forever / thoughts of (dying|death|ending|killing|suicide|hurting myself|self harm|not being here|harming myself) / (thinking|thought|think|thoughts) (of|about) (dying|death|ending|killing|suicide|my own death|hurting myself|harming myself|jumping|being dead|not being here) / passively suicidal / si with / hi si / endorses si
      (don't|do not|dont|won't) need (it|them|those|any) (much longer|anymore soon|for much longer|where i am going) / won't need (them|it|my|those|any) ..3 much longer / don't want to be alive / nobody would (miss|care if i) / no one would (miss|care if i|notice if i) / what's the point of living / want the pain to stop forever / (crash|drive) (my|the) car into / drive off (a|the) (bridge|cliff|road) / jump (off|in front of|from) / (step|walk|throw myself) in front of (a|the)? (train|car|bus|truck|traffic) / (slit|slitting|slash|cut|cutting) (my|his|her) (wrist|wrists|throat|veins) / catch the bus (for good|out) / (blow|blowing) my (brains|head) (out|off) / put a (gun|bullet) (to|in) my head / i am a burden to (everyone|everybody|my family|them|all)`,
    es: `
      (matarme|matarse|suicidarme|suicidarse|ahorcarme|ahorcarse|colgarme|colgarse|dispararme|envenenarme|quitarme la vida|quitarse la vida|desvivirme) / suicid* / quitar la vida / quitarme de enmedio / (quiero|quisiera|quiere|deseo|desea|ganas de|mejor|ojala|prefiero|prefiere|preferiria|quieren|queria) (morir|morirme|morirse|estar muerto|estar muerta|desaparecer|no despertar|no existir|dejar de vivir|dejar de existir|me muera|me muriera|dormir y no despertar|dormirme y no despertar|estar muert*)
      no (quiero|quisiera|quiere|deseo|tengo ganas de|tiene ganas de|puedo) ..1 (vivir|seguir viviendo|estar viva|estar vivo|existir|despertar|despertarme|estar aqui mas|seguir aqui|seguir vivo|seguir viva|seguir asi viviendo) / ya no (quiero|puedo) (vivir|mas|seguir|estar aqui|con mi vida) / no aguanto mas (la vida|vivir|esta vida) / ya no aguanto (mas|la vida|vivir) / no vale la pena (vivir|seguir|la vida|estar vivo|estar viva) / la vida no (vale|tiene) ..2 (pena|sentido|nada) / (acabar|terminar) con (mi|su|todo|esta) (vida|esto)? / acabar con todo / terminar con todo / sin (ganas|razon|razones|motivos) (de|para) vivir / no tengo (ganas|razon|razones|motivos|nada) (de|para|por) ..1 vivir
      (estarian|estarian todos|estaran|estan|todos estarian) mejor sin mi / mejor (muert*|sin mi) / seria mejor (si)? (no estuviera|me muriera|estar muert*|no existir) / (ojala|quisiera|deseo) (no)? (hubiera|haber) nacido / para que (vivir|seguir viviendo|sigo viviendo|vivo) / (dormir|dormirme) y (no|nunca) despertar / dormirme para siempre / dormir para siempre / no despertar (mas|nunca|manana) / (pienso|pensando|pensamientos|pensado|piensa|ideas) (en|de|sobre) (morir|morirme|la muerte|matarme|matarse|suicidarme|suicidio|quitarme|quitarse|desaparecer|hacerme dano|ya no estar|ya no vivir|muerte|lastimarme) / ya no (voy a estar|estare) (aqui|mas|por mucho tiempo) / cansad* de vivir / hart* de vivir / hart* de la vida / no le encuentro sentido a (la|mi)? vida
      ya no (los|las|lo|la|voy a) (necesitar*|necesitare|a necesitar) / no (los|las|lo) (voy a necesitar|necesitare) (por)? mucho (mas)? tiempo / cortarme (las)? venas / cortarse las venas / tirarme (al|del|de|de un|por|a) (tren|metro|puente|edificio|balcon|ventana|carro|las vias) / aventarme (al|del|de|por) / lanzarme (al|del|de|por) / pegarme un (tiro|balazo) / darme un (tiro|balazo) / volarme (la cabeza|los sesos) / a nadie le (importo|importaria|haria falta) / nadie me (extranaria|va a extranar) / soy una carga para (todos|mi familia|ellos) / quiero que todo (termine|acabe) / quiero irme (de este mundo|para siempre)`,
  },
  {
    id: 'crisis-plan',
    name: 'Has a plan, a means or a time',
    kind: 'suicide_plan',
    level: 'immediate',
    en: `
      (have|has|got|made|making|having) (a|my|the|his|her)? (plan|plans) to (die|kill|end|do it|hang|overdose|shoot|jump|commit|take my life|take his life|take her life) / (have|has|got|made) a (suicide)? plan (for|to)? (suicide|die|end|do it|tonight) / suicide plan / (know|decided|figured out|planned|planning|chose|chosen|picked) ..2 (how|when|where) ..3 (do it|kill myself|die|end it|end my life) / (wrote|written|writing|left|leaving|found) ..3 (suicide note|goodbye note|goodbye letter|goodbye letters|final letter|note for my family|notes for my kids|a goodbye) / suicide note / goodbye (note|letter|letters|video)
      (saved|saving|stockpiled|stockpiling|collected|collecting|hoarding|hoarded|stashed) ..4 (pills|tablets|meds|medication|insulin|oxycodone) / (have|has|got|holding|bought|loaded|found) (a|the|my|his|her|dad's|our)? ..1 (gun|rope|noose|razor|knife|blade|pistol|rifle|pills|bottle of pills) ..5 (myself|end|kill|do it|ready|tonight|right here|in my hand|in front of me|over|goodbye|die) / gun (to|at|in|against) my (head|mouth|temple) / (gun|knife|rope|noose|razor|pills) (is|are)? (in my hand|in front of me|next to me|ready|right here|around my neck) / (standing|sitting) on (the|a) (bridge|ledge|roof|edge|tracks|overpass|railing|window) / on the (ledge|bridge|roof) (right now|now|and) / about to (jump|do it|kill myself|end it|take (them|all|the pills))
      (going|gonna|planning|plan|want|will|i'm) ..1 (to)? (kill myself|end my life|end it all|die|take my life|do it|hang myself|shoot myself|overdose|jump|end it) ..3 (tonight|today|now|right now|tomorrow|this weekend|this week|when|after|soon|before) / (tonight|today|now|tomorrow) ..3 (kill myself|end my life|end it all|take my life|my last (day|night)|i will die|i die|end it) / (kill myself|end my life|end it|do it|die) (tonight|right now|today|tomorrow|now|this weekend) / this is (goodbye|my goodbye|my last (message|day|night|text)) / (goodbye|good bye) (everyone|forever|cruel world|world|all) / by the time you (read|get|see) this / last (time|message) you (will)? (hear|see) ..2 me / (gave|giving) (away)? ..2 (my things|my stuff|everything|my belongings|my pets) away / giving away (my|his|her|all) ..1 (things|stuff|belongings|possessions) / (tried|trying|attempted|attempting) to (kill (myself|himself|herself|themselves)|hang (myself|himself|herself)|end (my|his|her) life|overdose|take (my|his|her) (own)? life|commit suicide|die|drown (myself|himself|herself)|jump) / suicide attempt / attempted suicide / (put|tied|have) (a|the) (noose|rope) / (put|gun) ..3 in my mouth / (slit|slashed|cut) (my|his|her) (wrist|wrists|throat) / (has|is|going to) (a gun|jump) and / on the edge of the (bridge|roof)`,
    es: `
      (tengo|tiene|hice|hizo|ya) (un|el|mi|su)? (plan|planeado|todo planeado|todo listo|todo preparado) ..3 (matarme|morir|quitarme|suicidarme|acabar|hacerlo|terminar|matarse|esta noche|irme) / ya (se|decidi|sabe|decidio) (como|cuando|donde) ..3 (hacerlo|matarme|morir|acabar|terminar|quitarme) / (escribi|escribio|deje|dejo|escribiendo|dejando) ..2 (carta|cartas|nota|notas) ..1 (de)? (despedida|suicidio|adios|suicida)? / carta de despedida / nota de (suicidio|despedida) / nota suicida
      (junte|juntando|guardado|guardando|guarde|tengo guardadas|he guardado|he juntado|acumulando) ..3 (pastillas|medicinas|medicamentos|tabletas) / (tengo|tiene|compre|compro|consegui|agarre) (una|un|la|el)? ..1 (pistola|arma|soga|cuerda|navaja|cuchillo|veneno|pastillas|frasco de pastillas) ..5 (matarme|hacerlo|lista|listo|mano|acabar|terminar|matarse|noche|morir|despedirme|adios) / (pistola|arma|cuchillo|soga|navaja|pastillas) (esta|estan)? (en la mano|en mi mano|enfrente|aqui conmigo|lista|a mi lado) / (estoy|esta) (en|parad*|sentad*) ..2 (puente|techo|azotea|borde|cornisa|vias|balcon|barandal) ..3 (saltar|tirar*|aventar*|brincar|lanzar*|a punto)? / (a punto de|voy a|va a|quiere) (saltar|tirarme|tirarse|aventarme|aventarse|lanzarme|brincar del)
      (voy a|quiero|vamos a|planeo|pienso) (matarme|suicidarme|quitarme la vida|acabar con mi vida|morir|morirme|hacerlo|terminar con todo|acabar con todo|colgarme|ahorcarme) ..2 (hoy|esta noche|ahora|ahorita|manana|ya|esta semana|cuando) / (hoy|esta noche|ahora|ahorita|manana) ..2 (me mato|me voy a matar|me quito la vida|acabo con todo|me muero|termino con todo|me suicido|es mi ultimo|es mi ultima) / me voy a (matar|suicidar|quitar la vida|ahorcar|colgar|pegar un tiro|cortar las venas|tirar del|tirar al|aventar) / se (va a|quiere|quiso|intento) (matar|suicidar|quitar la vida|ahorcar|colgar) / (mi ultimo|mi ultima|es el ultimo|mi ultimo) (dia|noche|mensaje) / este es mi (adios|ultimo|ultimo mensaje) / adios (a todos|para siempre|mundo cruel|mundo) / cuando (leas|lean|reciban) esto / (intente|intento|trato de|trate de|quiso|intentado|intentar) (de)? (matarme|matarse|suicidarme|suicidarse|quitarme la vida|quitarse la vida|ahorcarme|ahorcarse|colgarse|cortarse las venas|morir) / intento de suicidio / (se corto|me corte) las venas / (regalando|regale|regalo) (todas)? (mis|sus) cosas / despedirme de todos`,
  },
  {
    id: 'crisis-overdose',
    name: 'Took an overdose on purpose',
    kind: 'suicide_plan',
    level: 'immediate',
    en: `
      <took> (all|whole|entire|too many|a lot of|a bunch of|handful|the whole|the rest of|every) ..3 (my|his|her|the|of)? ..2 <pills> ..6 (die|end|myself|on purpose|sleep|forever|goodbye|over|done|anymore|want to) / (overdosed|overdose|od'd|oded) ..2 (on purpose|intentional*|myself|to die) / (intentional|deliberate|purposeful) (overdose|ingestion|od) / (swallowed|drank) ..3 (bleach|poison|antifreeze|pesticide) ..4 (die|kill|myself|on purpose|end) / took ..4 pills (to die|on purpose|to end it|because i want to die) / i took (them|everything) all / took a bunch of pills / took all my (pills|meds|medication|medicine|tablets) / took (the|a) whole bottle / swallowed (the|a) (whole|entire) bottle / took (everything|all) (in|of) (the|my) (cabinet|medicine cabinet|bottle)`,
    es: `
      (me|se) (tome|tomo|trague|trago) (todas|todo|muchas|un monton|un puño|un puñado|el frasco|la caja|un bote|todos|demasiadas) ..3 (pastillas|medicinas|frasco|bote|caja|tabletas|medicamentos|pastilla)? ..4 (morir*|matar*|proposito|dormir|acabar|vivir|adios) / sobredosis (a|de) proposito / intoxicacion (intencional|voluntaria) / (tome|tomo|trague|trago|bebi|bebio) ..3 (cloro|veneno|raticida|pesticida|insecticida) ..4 (morir*|matar*|proposito|acabar) / (me tome|se tomo) todas (mis|las|sus)? (pastillas|medicinas) / (me tome|se tomo) todo el (frasco|bote) / (me tome|se tomo) un (monton|puño|puñado|bote|frasco) de (pastillas|medicinas)`,
  },
  {
    id: 'crisis-self-injury',
    name: 'Hurts themself',
    kind: 'self_harm',
    level: 'present',
    en: `
      (hurt|hurting|harm|harming|cut|cuts|cutting|burn|burning|hit|hitting|injure|injuring|hurts|scratching|punish|punishing) (myself|himself|herself|themself|themselves|my own body) / self (harm|harms|harmed|harming|injury|injuring|mutilation) / selfharm / sh again / cutting again / (started|been|keep|relapsed) cutting / cut (my|her|his) (arms|legs|thighs|wrist|wrists|arm) (on purpose|again|to feel|when) / urge* to (cut|self harm|hurt myself|harm myself) / razor ..3 (skin|arm|thigh|myself)`,
    es: `
      (lastimarme|lastimarse|hacerme dano|hacerse dano|cortarme|cortarse|quemarme|golpearme|autolesion*|me corto|se corta|me lastimo|se lastima|me hago dano|se hace dano|me estoy cortando|se esta cortando|castigarme) ..3 (mismo|misma|brazos|piernas|brazo|proposito|otra vez|cuando|yo sol*|la piel)? / me he estado (cortando|lastimando|quemando) / volvi a cortarme / me (corte|lastime|queme) a proposito / ganas de (cortarme|lastimarme|hacerme dano)`,
  },
  {
    id: 'crisis-hopeless',
    name: 'Hopeless, farewell, burden',
    kind: 'self_harm',
    level: 'possible',
    en: `
      hopeless / no hope (left)? / (nothing|no) (left for me|future for me|way out|point anymore|point any more|point in anything|point going on) / (feel|feeling|i am|im) (so)? (trapped|worthless|empty inside|like a burden|numb to everything|useless and) / i'm a burden / such a burden / (can't|cannot) see (a|any) (way out|future|point) / (no one|nobody) (cares|would care|needs me|loves me) (about me|if)? / given up on (life|everything|living) / giving up on (life|everything) / i give up on life / want to disappear / (wish|want) to just (vanish|disappear) / (tired|sick) of (everything|fighting|it all|pretending) / (can't|cannot) (cope|go on|handle|take) (anymore|any more|it anymore|it any more|much more|much longer|with life) / what's the point (anymore|of anything|of going on)? / thank you for everything (you|goodbye) / take care of my (kids|dog|cat|family) (when|after|for me) / sorry for everything i ..2 goodbye / dark (thoughts|place) / bad thoughts about (myself|me) / lost the will / don't care (if|whether) i (live|die|wake up)`,
    es: `
      sin (esperanza|esperanzas|salida|futuro) / (no hay|no veo|no tengo) (salida|futuro|esperanza|esperanzas|solucion) / (me siento|soy) (atrapad*|inutil|una carga|un estorbo|vaci* por dentro|un fracaso) / desesperanzad* / (a nadie|nadie) (le|me) (importo|quiere|necesita) / me (di|doy) por vencid* (con|en)? (la vida)? / (quiero|quisiera) (desaparecer|esfumarme) / cansad* de (todo|luchar|fingir) / (no puedo|ya no puedo) (mas|seguir asi|con esto|con todo) / ya no puedo mas / no puedo mas con / para que seguir / gracias por todo adios / cuiden a mis hijos / pensamientos (oscuros|malos|feos) / me da igual (vivir|morir|si me muero) / no me importa (morir|si me muero) / perdi las ganas`,
  },
  {
    id: 'crisis-homicide',
    name: 'Wants to hurt somebody',
    kind: 'harm_to_others',
    level: 'present',
    en: `
      (going|gonna|want|wants|wanted|wanna|plan|planning|thinking|thoughts|urge|urges|will|feel like|afraid i will|afraid i might|scared i will|scared i might|might) ..2 (of|about|to)? (kill|killing|murder|shoot|shooting|stab|stabbing|strangle|strangling|hurt|hurting|harm|harming|poison|smother|smothering|drown|attack) ..1 (him|her|them|you|my (wife|husband|boss|baby|kid|kids|son|daughter|neighbor|ex|mother|father|mom|dad|children|child|boyfriend|girlfriend|roommate|brother|sister|family|coworkers|landlord|doctor)|someone|somebody|people|everyone|others|another person|the (doctor|nurse|staff|baby|kids|neighbor)) / homicidal / (hurt|harm|hurting|harming) others / (voices|voice) ..4 (telling|tell|tells|say|saying|order*|command*) ..2 (me|him|her)? ..1 (to)? (kill|hurt|stab|harm|die|jump|do it|cut) / shoot up (the|a|this|your) / (bring|bringing) (a|my) gun to (the|your|school|work) / (shake|shook|shaking|smother) (my|the) baby / afraid (i'll|i will|i might|of) (hurt|hurting|snap|shake|shaking) ..2 (baby|kids|child|someone|him|her) / make (him|her|them|you) pay with (his|her|their|your) (life|blood)`,
    es: `
      (voy a|quiero|quiere|ganas de|planeo|pienso|pienso en|pensando en|miedo de|impulsos de|podria|temo) (matar|asesinar|disparar*|apuñalar|ahorcar|lastimar|hacerle dano|hacer dano|golpear|envenenar|ahogar|pegarle) ..1 (a|al|le)? (alguien|mi|mis|el|ella|ellos|esposo|esposa|jefe|bebe|hijo|hija|hijos|vecino|ex|mama|papa|gente|todos|otros|otra persona|doctor|enfermera|un|una|su) / (voy a|quiero) (matarlo|matarla|matarlos|lastimarlo|lastimarla) / homicida / (voces|voz) ..4 (dice*|dicen|ordena*|pide*|mandan) ..2 (que)? (mate|lastime|mata|haga dano|me mate|se mate|muera|salte|corte|matar) / (hacer|hacerle) dano a (otros|alguien|mi|mis|los|las|el|la) / sacudi al bebe / miedo de (lastimar|hacerle dano|pegarle) ..2 (bebe|hijo|hija|hijos|nino|nina) / llevar (una|mi) pistola (a|al)`,
  },
  {
    id: 'crisis-unsafe-now',
    name: 'In danger from a person now',
    kind: 'abuse_partner',
    level: 'immediate',
    en: `
      (he|she|husband|boyfriend|wife|girlfriend|partner|ex|father|stepdad|son|they) ..2 (is|has) ..2 (going to|gonna|trying to|threatening to|threatened to|about to|said he will|says he will|said he'll|says he'll) (kill|hurt|shoot|stab|murder|strangle) (me|us|my kids|the kids|her|him|them) / (he|she|husband|boyfriend|wife|girlfriend|partner|ex) ..3 (says|said|threatens|threatened|will|swore|wants) ..4 (kill|shoot|stab|murder) (me|us|the kids|my kids) / (choked|strangled|strangles|chokes|choking|strangling) me / put (his|her) hands around my (neck|throat) / (has|have|pointed|pulled|holding) a (gun|knife) (on|at|to|and) (me|us|is) / (he|she) has a (gun|knife) / i am (hiding|locked in|trapped) ..6 (him|her|husband|boyfriend|partner|bathroom|closet|house) / (hiding|locked myself) in the (bathroom|closet|bedroom|garage) / won't let me leave the (house|room|apartment) / (i am|i'm|we're|we are) not safe (right now|here|at home|in my house|tonight) / (beating|hitting|attacking|raping) me (right now|now|again) / (he|she) is (coming|outside|breaking) (for|in|the door) ..3 (me|hurt|kill|door)? / in danger (right now|now|from) / i am in danger / (help|call) the police / please send (the)? police`,
    es: `
      (el|ella|mi (esposo|marido|novio|pareja|ex|papa|padrastro|esposa|novia|hijo)) ..2 (me|nos|la|lo) (va a|quiere|amenaza con|amenazo con|amenaza|amenazo|dijo que me va a|esta amenazando) ..2 (matar|pegar|golpear|disparar|apuñalar|lastimar|muerte|matarme|matarnos) / (me|nos) (va|van) a matar / (me|nos) (quiere|quieren) matar / amenaza* (de|con) (muerte|matarme|matarnos) / (me|la) (ahorco|ahorca|estrangulo|asfixio|agarro del cuello|apreto el cuello|esta ahorcando) / (tiene|saco|trae|apunto con) (una|un|el|la) (pistola|arma|cuchillo|navaja) / (estoy|estamos) (escondid*|encerrad*) / no me deja salir (de la|de mi)? (casa)? / (estoy|estamos|corro|corremos) ..1 (en)? peligro / no estoy (a salvo|segura en|seguro en|segura aqui) / (me|nos) esta (pegando|golpeando|violando|atacando) / llamen a la policia / manden (a)? la policia`,
  },
  {
    id: 'crisis-partner-abuse',
    name: 'Hurt or controlled by a partner',
    kind: 'abuse_partner',
    level: 'present',
    en: `
      (husband|boyfriend|wife|girlfriend|partner|ex|fiance|he|she|spouse) ..3 (hits|hit|beats|beat|punched|punches|slapped|slaps|kicked|kicks|hurts|hurt|abuses|abused|shoved|shoves|pushed me|threw me|burned|bit|attacked|abusing|hitting|beating|pushes) me / (hit|hits|beat|beats|punched|slapped|kicked|abused|abusing|assaulted|hurting|hitting) (me|by) ..2 (husband|boyfriend|wife|girlfriend|partner|ex) / domestic (violence|abuse) / abusive (relationship|husband|boyfriend|partner|wife|marriage|ex) / (scared|afraid|terrified|frightened) of (my|him|her) ..1 (husband|boyfriend|partner|wife|girlfriend|ex|him)? / (afraid|scared) to go home / (not|don't feel|isn't) safe (at|in) (my)? home / (controls|control) (all|my|everything) ..3 (money|phone|where i go|who i see|medication) / won't let me (see|leave|have|go|talk) ..3 (family|friends|phone|money|doctor|house|out)? / (he|she) (forces|forced) me to`,
    es: `
      (esposo|marido|novio|pareja|ex|esposa|novia|el|ella|mi viejo) ..2 (me|la) (pega|pego|golpea|golpeo|maltrata|maltrato|cachetea|patea|pateo|empuja|empujo|lastima|lastimo|abusa|insulta y|agrede|agredio|jalonea) / (me|la) (pega|golpea|maltrata|pego|golpeo) (mi|su) (esposo|marido|novio|pareja|ex) / violencia (domestica|familiar|de pareja|intrafamiliar|de genero) / (relacion|pareja|esposo|marido|novio) (abusiv*|violent*|maltratador) / (le tengo|tengo) miedo (a|de) (mi (esposo|marido|novio|pareja|ex)|el|volver a casa|regresar a mi casa|ir a mi casa) / miedo a mi (esposo|marido|novio|pareja|ex) / no me siento segura en (mi)? casa / me controla (el dinero|todo|el telefono) / no me deja (ver|hablar|salir|trabajar|tener) / me obliga a`,
  },
  {
    id: 'crisis-child-abuse',
    name: 'A child is hurt or touched',
    kind: 'abuse_child',
    level: 'present',
    en: `
      (dad|father|mom|mother|stepdad|stepfather|stepmom|uncle|teacher|coach|grandpa|babysitter|parents|foster (mom|dad|parent)|brother|priest|someone|somebody|he|they|neighbor|boyfriend) ..3 (hits|beats|hurts|hit|beat|burned|burns|touches|touched|molested|molests|abused|abuses|whips|kicks|punches|starves|locks) ..1 (me|my (son|daughter|child|kid|baby|niece|nephew|grandson|granddaughter|kids|little sister|little brother)|the (baby|child|kid|kids|boy|girl)|him|her|them) ..4 (private|belt|bruise*|child|kid|years old|inappropriate*|at night|every|when|again|school|scared|marks|drunk|bad)? / child (abuse|abused|molested|neglect) / (molest|molested|molesting|molester|abused|abusing) ..2 (my|the|a)? ..1 (son|daughter|child|kid|baby|girl|boy|niece|nephew|grandchild)? / (touch*|inappropriately) ..3 (private parts|down there|inappropriately|sexually|his privates|her privates) / (bruises|marks|burns) on (my|the|his|her) (child|baby|son|daughter|kid|body) ..3 (daycare|visit|father's|dad's|babysitter|from)? / i am (9|10|11|12|13|14|15|16) ..6 (hits|touches|hurts|beats) me / (kids|children|child|baby) ..2 (not safe|unsafe|in danger|being hurt|being abused|being hit) / shaken baby / my (dad|mom|stepdad|father|mother|stepmom|parents|uncle) (hits|beats|hurts|touches|hit|beat) me`,
    es: `
      (papa|padre|mama|madre|padrastro|madrastra|tio|maestro|entrenador|abuelo|ninera|hermano|alguien|vecino|novio) ..3 (pega|golpea|toca|toco|lastima|abusa|abuso|quema|maltrata|viola|manosea|manoseo|encierra|pego|golpeo) ..3 (mi|a mi|al|la|el)? ..1 (hijo|hija|nino|nina|bebe|sobrino|sobrina|nieto|nieta|hijos|hermanita|hermanito) / (abuso|maltrato|abusaron|abusan) ..2 (infantil|de menores|mi hijo|mi hija|un nino|una nina|mi nino|mi nina|mi sobrina|mi nieta) / (toco|toca|tocaron|tocan|tocado) ..3 (partes|intimas|privadas|abajo) / (moretones|marcas|quemaduras) en (el cuerpo de)? (mi|el|la) (hijo|hija|nino|nina|bebe) / tengo (9|10|11|12|13|14|15|16) anos y mi ..3 (pega|toca|golpea) / (mis hijos|mi hijo|mi hija|los ninos) ..2 (peligro|maltratados|golpeados|no estan a salvo) / mi (papa|mama|padrastro|tio|madrastra) me (pega|toca|golpea|lastima|maltrata)`,
  },
  {
    id: 'crisis-elder-abuse',
    name: 'An older or dependent person is hurt',
    kind: 'abuse_elder',
    level: 'present',
    en: `
      elder (abuse|abused|neglect) / (caregiver|aide|nursing home|care home|facility|caretaker|home health aide|nurse|staff|son|daughter|grandson|nephew) ..3 (hits|hit|hurts|hurt|slapped|yells at and|neglect*|abuse*|steals|stealing|stole|starves|tied|rough with|leaves) ..2 (me|my (mom|mother|dad|father|grandma|grandmother|grandpa|grandfather|aunt)|her|him) ..3 (money|alone|bed|checks|food)? / (taking|stealing|takes|steals) (my|her|his) (mother's|father's|grandma's|social security)? (money|checks|check|pension|medication|medicine) / (bruises|bed sores|bedsores) on my (mom|mother|dad|father|grandmother|grandma|grandfather|grandpa) / won't (feed|let) ..2 (grandma|my mother|my father|me eat)`,
    es: `
      (abuso|maltrato) (de|a) (ancianos|adultos mayores|mayores|mi abuela|mi abuelo) / (cuidador|cuidadora|asilo|enfermera|hijo|hija|nieto|sobrino) ..3 (pega|golpea|maltrata|grita|roba|quita|lastima|descuida|encierra|pego) ..3 (abuela|abuelo|mama|papa|mi|dinero|pension|anciano|anciana|comida)? ..1 (abuela|abuelo|dinero|pension|cheque|mama|papa) / (le|me) (quitan|roban|quita|roba) (el|la|mi|su) (dinero|pension|cheque|medicina) / (moretones|llagas) en mi (abuela|abuelo|mama|papa)`,
  },
  {
    id: 'crisis-sexual-assault',
    name: 'Sexual assault',
    kind: 'sexual_assault',
    level: 'present',
    en: `
      (rape|raped|raping|rapes) / sexual (assault|assaulted|abuse|violence) / sexually (assaulted|abused|attacked) / (forced|made|forces|makes) (me|her|him) (to)? (have sex|have intercourse|do sexual|touch him|sex) / forced himself on (me|her) / (sex|had sex) ..2 without my (consent|permission) / i (said no|told him no) (and|but) he / (drugged|roofied|spiked) ..4 (drink|sex|woke|raped)? / woke up ..4 (without|no) (my)? (clothes|underwear|pants) / someone (touched|groped|molested) me / i was (molested|groped|assaulted|attacked sexually) / non consensual / didn't consent / rape kit / morning after (he|i was) (forced|raped)`,
    es: `
      (viol|violo|violaron|violad*|violacion|viola|violando) (a|me|mi)? / me violaron / la violaron / (abuso|abusaron|abuso sexual|agresion sexual|asalto sexual) ..2 (sexual|de mi|sexualmente)? ..1 (mi|sexual|sexualmente|ella) / (me|la) (obligo|forzo|obligaron|obliga|forzaron) a ..2 (sexo|relaciones|tener) / (sexo|relaciones) ..2 sin mi (consentimiento|permiso) / le dije que no (y|pero) / me (drogaron|drogo|pusieron algo en la bebida|echaron algo) / desperte (sin|desnuda|desnudo) ..1 (ropa)? / me (manosearon|manoseo|toco|tocaron) (sin|a la fuerza|contra) / sin mi consentimiento / kit de violacion`,
  },
  {
    id: 'crisis-idiom',
    name: 'Figure of speech, work or history, not a danger',
    kind: 'crisis_fact',
    level: 'past',
    en: `
      suicide prevention (training|class|walk|month|course|volunteer|work|awareness|coalition|week) / (work|working|works|volunteer|volunteering|job) (at|for|as|on|with) ..3 (suicide|crisis) (hotline|line|prevention|counselor|lifeline|center) / suicide squad / suicide wings / career suicide / political suicide / suicide (doors|sprints|drill|drills) / (kill|killing) (me|myself) (laughing|at the gym|to get|trying to get (an|this)|over this (bill|website|form)) / could kill for a / (dressed|dress) to kill / (i'd|would|could) kill for / my (feet|back|shoes|legs|knees|allergies|head|boss|kids) (is|are) killing me / raped by (insurance|the bill|prices|fees) / assault and battery charge on my / overdose prevention (training|class) / (lost|losing) ..4 to suicide / (died|death|passed) (by|from|of) suicide ..4 (years|last|in|ago|year)`,
    es: `
      (trabajo|voluntari*|capacitacion|taller|curso|semana|mes|clase) (en|de|para|sobre) ..2 (prevencion|linea) (del|de) (suicidio|crisis) / suicidio (laboral|politico|comercial) / (me estoy matando|me mato) (trabajando|estudiando|en el gimnasio|haciendo ejercicio|de risa) / matar dos pajaros / (me|nos) mata (el calor|la espera|el trafico|el trabajo|la curiosidad)`,
  },
]
