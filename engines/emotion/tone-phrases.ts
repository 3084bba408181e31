/**
 * Words that make a tone by rule, in English and Spanish, beside the model (understanding.md D17).
 * Written for the project. `*` stands for any one word; accents and case do not matter.
 */
import type { Tone } from './tones.ts'

export type Strength = 'strong' | 'medium' | 'weak'
export type TonePhrase = { tone: Tone; strength: Strength }

type Lists = Partial<Record<Strength, string>>

const lists: Partial<Record<Tone, Lists>> = {
  pain_distress: {
    strong: `like fire|burning like|like knives|twisting my gut|knife in my|crying it hurts|shrieks when|como lumbre|como cuchillos|killing me|dying of pain|agonising|the pain is back|pain wont stop|pain wont go away|nothing helps the pain|cant move it hurts|hurts to breathe|hurts like hell|doubled over|in a ball|screaming|sharp pain|stabbing pain|10 of 10|a nine|pain is a * |cant take this pain|cant bear it|cant bear the pain|no puedo del dolor|no aguanto la|no soporto|el peor dolor|muero de dolor|me mata el dolor|toda la noche sin dormir del dolor|retorciendome|doblada|doblado|diez de diez|dolor insufrible|gritando de dolor|una tortura|
      hurts so bad|hurts so much|hurting so bad|hurt so bad|so much pain|a lot of pain|terrible pain|severe pain|awful pain|
      unbearable|excruciating|agony|agonizing|cant take the pain|cant stand the pain|cant take it anymore|pain is killing me|worst pain|
      in tears from the pain|crying in pain|screaming in pain|pain is unreal|ten out of ten|10 out of 10|10 10 pain|please make it stop|
      me duele mucho|me duele muchisimo|mucho dolor|dolor insoportable|dolor terrible|dolor horrible|dolor fuerte|dolor muy fuerte|
      no aguanto el dolor|no soporto el dolor|no aguanto mas|me muero del dolor|me muero de dolor|llorando de dolor|me esta matando el dolor|
      duele horrible|duele demasiado`,
    medium: `spasm|spasms|cramps so|back locked up|throbs|throbbing|burns so|stings|so painful|hurts so|aching|achy|very sore|sciatica|kidney stone|toothache|migraine|colicos|calambres|me arde mucho|punzada|suplicio|
      in pain|it hurts|hurts bad|really hurts|hurts a lot|hurts when|hurting|painful|is killing me|cant sleep from pain|throbbing|
      burning pain|stabbing pain|sharp pain|aching all over|me duele|le duele|duele|con dolor|adolorido|adolorida|tengo dolor|siento dolor|
      ardor|punzadas`,
    weak: `pain|sore|aches|dolor|dolores|molestia`,
  },
  frustration: {
    strong: `twice and you still|twice and you keep|* times and you still|* times and still|asked * times|sent it * times|sent it twice|sent you the * twice|after i sent it|after i paid|explained it * times|explained this * times|told you * times|already explained|already gave you|already sent|already told you|call * places|* phone calls for|five calls|filled it out twice|filled this out twice|once and for all|moved again|delayed again|cancelled again|canceled again|wrong again|lost again|out of patience|no one knows|nobody knows|nobody can tell me|no one can tell me|different story|chasing you|beg for|ya lo mande|ya los mande|ya mande|ya envie|ya lo envie|ya explique|ya lo explique|ya se los di|ya pague|se lo explique a|les he dicho|otra vez mal|mal otra vez|cambiaron otra vez|nadie sabe nada|nadie sabe decirme|nadie me dice|puras vueltas|se echan la|de una vez por todas|ni una llamada|quedaron de|again today|still not|no one ever|nobody ever|not one call|nobody called|no one called|never heard back|never answered|havent heard|have not heard|unanswered|no answer|ignored|ignoring me|ignoring my|left * messages|left * voicemails|left a message * times|called * times|called yesterday|calling all|been calling|been trying|tried * times|trying for|keep trying|keep telling me|keep saying|keep asking|kept on hold|on hold|hold music|hold passed around|passing me|transferred|transferred department to department|starting over|from scratch|repeat myself|repeating myself|same question|same thing|same story|same answer|same problem|nothing happens|nothing gets|nothing works|broken down lost my paperwork|lost my form|lost the form|lost rescheduled cancelled moved my appointment|wasted|waste|hours on|for hours|an hour and|days now|weeks now|a week now|months now|long enough|taking so long|takes anyone read|anybody read|is anyone reading|hello anyone|would somebody please|somebody please|someone please|all i want|simple question|simple answer|straight answer|how hard|so hard|so difficult|so makes no sense that|give up|i give up|ive had it|had it|tired of|so tired of|sick of|fed up|annoying|annoyed|irritating|irritated|disappointing service|ugh|argh|grr|sigh|seriously|really now|sigo esperando|seguimos esperando|sin noticias|sin respuesta|nadie sabe|nadie me dice|nadie me ayuda|nadie me hace caso|no me hacen caso|me ignoran|llame * veces|he llamado|llamado tres veces|llevo * dias|llevo * horas|llevo dos|llevo tres|llevo toda|dias esperando|horas esperando|semanas esperando|meses esperando|vuelta y vuelta|vueltas|de aqui para alla|de un lado a otro|siempre igual|siempre es se tardan|tardan mucho|tardan tanto|no funciona|se traba|volvieron a|me volvieron|me cancelaron otra|cansada de|cansado de|harta de|harto de|fastidiada|fastidiado|fastidio|desesperada|desesperado|desesperante|es mucho pedir|tan dificil es|que dificil|ya lo dije|ya les dije|ya mande|ya envie|ya llene|ya explique|uf otra|
      every single visit|ping pong|back and forth|keep bouncing me|bounced around|bounced me|round and round|going around in circles|at my wits end|losing my patience|lost my patience|running out of patience|here we go same thing every|same form every|took a day off|took the day off|for nothing|drove * hour|drove an hour|drove all the way|no record of me|whats taking|what is taking|you said * today|was supposed to call|said someone would call|told someone would call|was told * would|promised a call|promised to call|hung up on|cut off disconnected logs me out|keeps crashing|keeps kicking me|still no refill|still nothing|still waiting|still havent|still not fixed|wrong again and twice now|three times now|different answer|different answers|something different|cant get through|cannot get through|cant get a straight|nobody can tell me|no one can tell me|nobody knows|exhausting|worn out from|cada quien me dice|cada uno dice|me dicen una cosa|me mandan de|me pasan con|me han pasado|por que es tan dificil|no deberia costar tanto|se me acaba la paciencia|acabando la paciencia|manejé una hora|para nada|me colgaron|sigo sin|siguen sin|todavia nada|ya van * dias|quedaron de llamar|quedaron en llamar|dijeron que me llamaban|me volvieron a|me cambian la cita|otra vez me|que tanto tardan|cuanto mas tengo que|ya ni se|agotador|agotada de|ya no se que hacer con ustedes|
      nadie hace nada|nadie resuelve|me cobraron dos veces|nadie me ayuda|no one helps|nobody helps|charged me twice|charged twice|perdieron mi|again incredible|not estan jugando con|third time|fourth time|fifth time|3rd time|4th time|5th time|tenth time|hundredth time|so many times|
      over and over|again and keep getting transferred|keeps getting transferred|keep transferring me|transferred me * times|
      passed around|the runaround|run around in circles|going in circles|fed up|sick of|sick and tired|tired of waiting|tired of calling|
      tired of this|had enough|no one calls back|nobody calls back|no one called back|nobody called me back|never called back|
      never called me back|no one has called|nobody has called|no one answers|nobody answers|no one ever answers|nobody ever answers|
      no one picks up|nobody picks up|on hold for|still waiting|still no answer|still no response|still havent heard|still have not heard|
      waste of time|wasting my time|waited for hours|waiting for hours|been waiting|frustrated|frustrating|so annoying|annoyed|
      ridiculous|what is taking so long|why is it so hard|why is this so hard|give me a straight answer|fix this already|
      tercera vez|cuarta vez|quinta vez|decima vez|tantas veces|una y otra vez siempre 
      nadie contesta|nadie me contesta|nadie responde|nadie me responde|nadie me llama|nadie me ha llamado|nadie me llamo|no me contestan|
      no contestan|no me devuelven la llamada|nunca me llamaron|nunca contestan|sigo esperando|llevo esperando|todavia espero|
      me pasan de * en *|me traen de * en *|me tienen dando vueltas|dando vueltas|harto|harta|ya me canse|estoy cansada de esperar|
      estoy cansado de esperar|cansada de llamar|cansado de llamar|perdida de tiempo|perder el tiempo|frustrado|frustrada|frustrante|ridiculo|
      es el colmo|ya basta|hasta cuando`,
    medium: `why do i have to|how many times do i|how many times must i|how many more times|what is the point|whats the point|going nowhere|getting nowhere|give up|cuantas veces tengo que|cuantas veces mas|para que llamo|para que escribo|me rindo|tengo que explicar|por que tengo que|twice already|second time|2nd time|already called|called already|called * times|called you * times|yet once 
      keep calling|keeps happening|keep getting|keep asking|every time i call|every single time|all day|for weeks|for months|
      no response|no reply|no answer|not working seriously|really now|
      segunda vez|ya llame|he llamado|ya les dije|ya lo dije|cada vez que llamo|todo el dia|desde hace semanas|
      sin respuesta|en serio|por favor ya`,
    weak: `again|not working|doesnt work|wont work|no sirve|otra vez|come on|forever|every time|each time|la misma|lo mismo|mucho tiempo|demasiado tiempo|two weeks|three weeks|two hours|three hours|a month for|still no|will someone|can anyone|just want|never got|never received|todavia no|aun no|cada vez|cada mes|every month|too long|how long does|start over|complicated|for days|de nuevo|perdieron|lost my|se cae|how many times|cuantas veces`,
  },
  anger: {
    strong: `see you in court|my lawyer|my attorney|extortion|thieves|robbing|robbery|liars|liar|stop lying|outrage|disgrace|what kind of clinic|what kind of doctor|what kind of place|because you didnt listen|you let my|how could you|calling channel|the newspapers|livid|hung up on me|nos vemos en la corte|mi abogado|los voy a demandar|rateros|ladrones|mentirosos|mentiroso|dejen de mentir|que clase de|que coraje|como se atreve|como se atreven|con que derecho|me colgaron|me colgo|prepotente|majadera|inutiles|ineptos|estafa|extorsion|beyond mad|beyond furious|furious|fuming|irate|raging|mad at you|mad at your|angry at|angry with|so ticked|ticked off|sick of you|sick of your|done with you|done with this place|had it up to here|worst experience|worst ever|never again|never coming|never going back|never come back|never use|joke of a|are you kidding|are you kidding me|you must be joking|unbelievable|ridiculous|absurd|insulting|insulted|offensive|offended|humiliated me|disrespect|nasty|rude|condescending|snotty|heartless|cruel|inhumane|monsters|thieves|thief|stealing|stole from|ripped off|ripped me off|con artists|lying|liar|covered up|cover up|cheated|negligent|malpractice|lawsuit|suing|sue|news station|channel 5|better business bureau|state board|medical board|reporting|report this|fire her|fire him|should be fired|get fired|lose your license|shut down|dare you|dont you ever|how could you|why would you do that|what what the heck|hell is wrong|piece of|sucks|suck|screwed|screwed up|screw up|messed up my|botched|butchered|ruined my|endangered|could have died|could have killed|dont care about|doesnt care|do not care|give a damn|give a crap|treat people|treat patients|treated us|treated my|treated him|treated her|talk to me like|talked to me like|spoke to me like|looked at me like|made fun|mocked|accused|threatened|threatening|harass|harassing|harassment|discriminat|racist|sexist|unprofessional|outrage|absolutely not|not ok with|no excuse|sorry excuse|ni madres|que poca|que falta|faltan al respeto|falta al respeto|faltaron al respeto|me faltaron|desgraciados|desgraciado|infelices|sinverguenza|descarados|descaro|cinismo|cinicos|abuso|abusivos|abusan|injusticia|injusto|indigno|humillaron|humillante|maltrataron|maltratan|maltrato|se rieron|burlaron|discriminan|discriminaron|racistas|pesima|pesimos|horrible horrible atencion|porqueria|nefasto|nefasta|fatal atencion|negligentes|demandar|denunciar|denuncia|voy a reportar|las noticias|nunca mas|jamas vuelvo|no vuelvo|no pienso volver|estoy que|estoy hasta|hasta el copete|hasta la madre|encabronada|encabronado|me caen mal|los detesto|odio|rabia|coraje|vergüenza deberia|deberia darles|les deberia dar|que clase de|mala gente|se pasan|se pasaron|no se vale|roban|me robaron|ratas|estafaron|mienten|mintieron|mentira|puras mentiras|inhumano|inhumanos|crueles|gritaron|me corrieron|
      some nerve|the nerve|who do you think you are|almost cost me my life|nearly killed|almost killed|yelled at|he yelled|she yelled|screamed at me|laughed at me|makes my blood boil|blood boil|seeing red|heads should roll|appalling|vile|ashamed of yourselves|should be ashamed|treated like a criminal|treated like an animal|like like vultures|clowns|crooks|never set foot|never setting foot|get your act together|kiss my|drop dead|you ruined|who does that|que se creen|como se atreven|que poca|poca madre|grito a mi|le me trato como|casi se muere|por su culpa|bola de|puros|no tienen verguenza|me vieron la cara|que rabia|me hierve la sangre|no vuelvo nunca|exploto de|se rio de mi|
      had it with you|had it with this|had it with all|pathetic|do your job|do your jobs|nobody cares about|no one cares about|you dont care|
      you people|what a joke|this is a joke|is a joke|shame on|beyond angry|so angry|so mad|mad as hell|pissed off|how dare|lied to me|you lied|
      unacceptable|inexcusable|disgusted|disgraceful|outrageous|incompetent|incompetence|useless|worst service|worst clinic|worst office|
      treated like treated like dirt|treated me like|talked down to|rude to me|so rude|lost my sample|lost my results again|
      demand an answer|demand an apology|report you|sue you|my my never coming back|screw you|go to hell|what is wrong with you|
      no les importa|a nadie le importa|hagan su trabajo|haga su trabajo|que falta de respeto|falta de respeto|verguenza de|una burla|
      es una burla|se burlan|inaceptable|indignante|indignada|indignado|furiosa|furioso|enojada|enojado|muy molesta|muy molesto|
      pesimo servicio|pesima atencion|pesimo los voy a demandar|los voy a reportar|me mintieron|mentirosos|groseros|
      me trataron mal|que coraje|me da coraje|ineptos|incompetentes|inutiles|estoy harta de ustedes|estoy harto de ustedes|furious|livid|outraged|outrageous|pissed|pissed off|so angry|very angry|really angry|angry|enraged|unacceptable|inexcusable|
      disgraceful|disgusting|despicable|shame on you|shame on all|you people|how dare you|worst clinic|worst hospital|worst doctor|
      worst place|worst service|horrible service|terrible service|awful service|incompetent|incompetence|useless|idiots|idiot|morons|
      liars|you lied|lied to me|scammers|rip off|ripping me off|robbing me|crooks|negligent|negligence|malpractice|i will sue|
      going to sue|sue you|my my report you|reporting you|go to hell|hell with you|screw you|hate this place|hate you|
      i hate|bullshit|bull shit|bs|shit|shitty|fuck|fucking|fuckin|fucked|wtf|ffs|damn|goddamn|damn it|asshole|assholes|bastards|crap|
      stupid|
      furioso|furiosa|indignado|indignada|indignante|enojado|enojada|enojadisimo|enojadisima|enfurecido|enfurecida|molesto con|molesta con|
      muy molesta|muy molesto|inaceptable|imperdonable|que asco|que verguenza de|sinverguenzas|sinverguenza|inutiles|inutil|
      incompetentes|incompetente|mentirosos|me mintieron|estafa|estafadores|ladrones|rateros|negligencia|los voy a demandar|voy a demandar|
      los voy a reportar|pesimo|pesima|pesimo servicio|la peor clinica|el peor servicio|el peor hospital|odio|los odio|
      mierda|puta|puto|pinche|carajo|cabron|cabrones|idiotas|estupidos|estupido|maldita|maldito|pendejos|chingada|chingados|coño|joder|
      vayanse al diablo`,
    medium: `mad|upset|rude|disrespectful|disrespected|mean to me|yelled at me|treated me like|unprofessional|complaint|complain|not okay|
      not ok|not acceptable|cant believe this|how is this possible|what is wrong with you|demand|
      grosero|grosera|groseros|me me gritaron|falta de respeto|me trataron mal|mal maltrato|exijo|queja|quejarme|no es justo|
      no puede ser|que les pasa`,
    weak: `lawyer|attorney|my lawyer|my attorney|mi abogado|mi abogada|what kind of|trash|garbage|basura|fraud|scam|shame|lies|trato|ira|robo|grito|insult|demanda|the hell`,
  },
  anxiety: {
    strong: `in knots|cant stop shaking|shaking|mind goes to the worst|thinking the worst|fear the worst|worst case|could this be|could it be|what if its|what if it|did they see something|freaked out|heart is pounding|heart pounding|on pins and needles|dread|dreading|dont let me|please tell me|so much on my mind|lump is cancer|is it cancer|am i going to die|going to die|scares me|scary|tiemblo|temblando|con el alma en un hilo|pienso lo peor|espantada|espantado|nervios|los nervios|me asusta|me asuste|asusta|sera cancer|y si es cancer|que sea cancer|me voy a morir|no como ni duermo|no puedo dormir pensando|debo preocuparme|tengo que preocuparme|es malo|se contagia|terror|pavor|me da panico|me inquieta|
      scared|terrified|im afraid|so afraid|very worried|so worried|really worried|worried sick|freaking out|panicking|panic|panicked|
      panic attack|so anxious|very anxious|so nervous|very nervous|cant stop worrying|cant stop thinking|i fear|frightened|
      asustado|asustada|aterrado|aterrada|tengo miedo|mucho miedo|me da miedo|muy preocupado|muy preocupada|preocupadisima|
      entrando en panico|panico|muy nerviosa|muy nervioso|angustiado|angustiada|angustia|no dejo de pensar`,
    medium: `worried|worry|worries|anxious|nervous|afraid|concerned|is it serious|is this serious|is it bad|should i be worried|am i dying|
      what if|is it normal|could it be cancer|on edge|stressed|stressing|uneasy|
      preocupado|preocupada|me preocupa|nervioso|nerviosa|ansioso|ansiosa|ansiedad|miedo|es grave|sera grave|es normal|y si es|estresado|
      estresada|intranquila|intranquilo|inquieta`,
  },
  sadness: {
    strong: `a burden|heart is in pieces|in pieces|broken hearted|breaks my heart|my heart breaks|like a stranger|doesnt know who i am|watching her|lost her last|passed on|passing|gone now|since he died|since she died|without him|without her|miss my|i miss|no heartbeat|nothing more they can do|hospice|gave up|given up|lost all hope|no hope|let * down|let my|blame myself|my fault|feel worthless|so alone|no one visits|nobody visits|first christmas without|ya no me reconoce|una carga|perdi la esperanza|ya perdi|la extraño|lo extraño|lo voy a extrañar|extraño|desde que se fue|desde que murio|sin el|sin ella|ya no hay nada que hacer|que tristeza|lloro|llore todo|me culpo|nadie viene|primera navidad sin|otra vez negativa|pense que esta vez|
      so sad|very sad|heartbroken|devastated|passed away|died yesterday|died last|we lost|i lost my|lost my husband|lost my wife|
      lost my mother|lost my father|lost my baby|lost the baby|miscarriage|cant stop crying|crying all|crying every|so lonely|all alone|
      hopeless|feel empty|grieving|miss him so|miss her so|depressed|
      muy triste|destrozada|destrozado|fallecio|murio|se murio|perdi a mi|perdimos a|perdi el bebe|perdi a mi bebe|no paro de llorar|
      lloro todo|tan sola|tan solo|sin esperanza|desesperanzada|deprimido|deprimida|de luto|lo extraño|la extraño|el corazon roto`,
    medium: `sad|crying|cried|lonely|alone|miserable|down lately|disappointed|let down|unfortunately|grief|funeral|i miss|im sorry|
      triste|tristeza|llorando|llore|sola|desanimada|desanimado|decepcionada|decepcionado|lamentablemente|me siento mal|lo siento`,
  },
  confusion: {
    strong: `what am i looking at|so both or|which one is it|which is it|am i in the right place|or the other|not sure which|not sure what|not sure if i|now it says|it says something else|one says * and|not clear to me|cual es cual|no me cuadra|no me quedo claro|ahora dice|says one thing and|one thing and the|what am i supposed|am i supposed|was i supposed|which is it|so do i|now what|how does this work|how does that work|explain like|plain words|in plain english|plain english|simpler words|not sure i|did i do|lost me|over my head|mixed up|cant tell which|doesnt say which|what number|why do i have two|why two|who do i even|no le entiendo|me confunden|me confunde|me hago bolas|no se cual|cual de las dos|la azul o la|y ahora que|que hago ahora|mas sencillo|no supe|dos fechas|cual numero|que es eso|que es un|a quien le llamo|como asi|
      confused|confusing|dont understand|do not understand|didnt understand|cant understand|makes no sense|doesnt make sense|
      dont get it|what does this mean|what does that mean|what does it mean|no idea|im lost|not sure what|not sure how|not sure which|
      dont know what|dont know how|dont know which|dont know where|dont know why|which one is it|no clue|
      confundido|confundida|confuso|confusa|no entiendo|no entendi|no comprendo|no tiene sentido|que significa|que quiere decir|
      no se que|no se como|no se cual|no se donde|no se por que|no tengo idea|no me queda claro|no esta claro|estoy perdida|estoy perdido`,
    medium: `unclear|not sure|unsure|what do you mean|why did i get|why am i|huh|puzzled|can you explain|please explain|
      no estoy segura|no estoy seguro|por que me|me pueden explicar|me puede explicar|explicarme|a que se refiere|como asi`,
    weak: `cual es la|which one|whats a|what do i do|who do i call|como funciona|no se si|que es el|explique|which do i|que sigue`,
  },
  gratitude: {
    strong: `thank|thanks a|ty|owe you|owe you one|owe you my life|bless that|bless you|bless your|god bless you|couldnt have done it without|means a lot|means the world|very kind of you|kind of you|so kind|much obliged|appreciate you|appreciate it|indebted|eternally grateful|thankful|se agradece|le agradecemos|agradecemos|que amables|muy amable|no se como pagarles|grasias|grax|bendito sea usted|
      thank you|thank you so much|thank u|thanks|thanks so much|thx|ty so much|tysm|many thanks|grateful|i appreciate|really appreciate|
      much appreciated|cant thank you enough|god bless|bless you|
      gracias|muchas gracias|mil gracias|muchisimas gracias|muy agradecido|muy agradecida|agradecido|agradecida|agradezco|le agradezco|
      se lo agradezco|dios los bendiga|dios le bendiga|dios la bendiga|bendiciones`,
    weak: `appreciate|appreciated`,
  },
  relief: {
    strong: `phew|dodged a bullet|false alarm|at ease|finally breathe|breathe again|breathe easy|breathing easy|exhale|finally over|its over|behind us|behind me|turned out to be nothing|turns out its nothing|nothing serious|just a cyst|benign|broke this morning|fever broke|fever is gone|fever is down|finally slept|first night of sleep|finally no pain|no more pain|pain is gone|pain finally|stopped hurting|got approved|approved it after all|good to hear|good to know|glad to hear|glad its|glad it|puts my mind|eases my mind|off my chest|off my mind|finally got through|at last|panic over|stop worrying|worried for nothing|thank god|thank goodness|thank heavens|ufa|uf|por fin|al fin|ya paso|que bueno que|ya respiro|era solo|no era nada|falsa alarma|benigno|me tranquiliza|que tranquilidad|tranquilidad|gracias a dios|bendito sea|descanse|se me quito el dolor|ya se le quito|me preocupe por nada|no es nada grave|
      relieved|what a relief|such a relief|big relief|huge relief|weight off|phew|can finally breathe|thank god its|thank goodness|
      glad its not|so glad it|finally over|can rest easy|worried for nothing|
      aliviado|aliviada|que alivio|un alivio|gran alivio|me quito un peso|un peso de encima|gracias a dios no|menos mal|ya estoy tranquila|
      ya estoy tranquilo|mas tranquila|mas tranquilo`,
  },
  joy: {
    strong: `on top of the world|new woman|new man|its a girl|its a boy|we are pregnant|were pregnant|so proud|proud|proud of|first steps|rang the bell|years clear|sober today|smoke free|loving my|i love|love my|cant wait|looking forward|hooray|woo|hurray|great day|best news|made my day|feel great|feeling great|feel amazing|feeling wonderful|lol|haha|hahaha|cracks me up|baby was born|was born|es niña|es niño|nacio|estamos embarazados|estamos muy contentos|que orgullo|orgulloso|orgullosa|contentos|ya sin andadera|camine solo|jajaja|los quiero|los quiero mucho|me siento genial|como nueva|de maravilla|la mejor noticia|yupi|libre de cancer|esperanza|
      so happy|very happy|really happy|great news|good news|wonderful|amazing|awesome|fantastic|so excited|thrilled|overjoyed|
      best day|yay|woohoo|love it|love you all|made my day|over the moon|cant wait to|cancer free|all clear|
      muy feliz|tan feliz|feliz|que alegria|buenas noticias|maravilloso|maravillosa|excelente|increible|emocionada|emocionado|
      encantada|encantado|me encanta|que felicidad|contentisima|muy contenta|muy contento`,
    medium: `happy|glad|excited|great|perfect|lovely|love|pleased|excellent|the best|kind|helpful|delighted|
      contenta|contento|me alegra|alegre|perfecto|genial|bonito|amable|amables|lo mejor`,
  },
  embarrassment: {
    strong: `embarassed|embarassing|red face|blush|blushing|cringe|cringing|so silly|feel silly|feel stupid|feel like a fool|like a fool|everyone saw|everybody saw|everybody stared|people stare|wet myself|wet the bed|i leak|peed|soiled|private parts|down there|my privates|personal problem|delicate|bit personal|too embarrassed|self conscious|self-conscious|rather not say|between us|dont tell anyone|please dont tell|i smell|bad breath|body odor|lice|worms|in the bedroom|in bed anymore|cant read|mis partes|partes intimas|alla abajo|ahi abajo|mojo la cama|me orino|delicado|me averguenzo|averguenza|bochorno|me apena|no le digan a nadie|no se lo digan|como una tonta|como un tonto|piojos|huele mal|mal aliento|enfrente de nadie|no se leer|problemas de hombre|
      embarrassed|embarrassing|so embarrassed|ashamed|humiliated|humiliating|mortified|awkward to ask|hard to talk about|
      too shy|kind of personal|hate to ask this|dont judge|please dont laugh|tmi|
      avergonzado|avergonzada|me da verguenza|que verguenza|me da pena|que pena|apenada|apenado|humillada|humillado|penoso|es algo intimo|
      no se como decirlo|me cuesta hablar`,
    medium: `ashamed|awkward|shy|silly question|stupid question|dumb question|sorry to ask|private matter|
      verguenza|pregunta tonta|pregunta boba|perdon por preguntar|algo delicado`,
  },
}

export const tonePhrases: [string, TonePhrase][] = Object.entries(lists).flatMap(([tone, byStrength]) =>
  Object.entries(byStrength).flatMap(([strength, list]) =>
    phrasesOf(list).map((phrase): [string, TonePhrase] => [
      phrase,
      { tone: tone as Tone, strength: strength as Strength },
    ]),
  ),
)

function phrasesOf(list: string): string[] {
  return list
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}
