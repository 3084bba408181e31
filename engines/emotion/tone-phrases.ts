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
    strong: `hurts so bad|hurts so much|hurting so bad|hurt so bad|so much pain|a lot of pain|terrible pain|severe pain|awful pain|
      unbearable|excruciating|agony|agonizing|cant take the pain|cant stand the pain|cant take it anymore|pain is killing me|worst pain|
      in tears from the pain|crying in pain|screaming in pain|pain is unreal|ten out of ten|10 out of 10|10 10 pain|please make it stop|
      me duele mucho|me duele muchisimo|mucho dolor|dolor insoportable|dolor terrible|dolor horrible|dolor fuerte|dolor muy fuerte|
      no aguanto el dolor|no soporto el dolor|no aguanto mas|me muero del dolor|me muero de dolor|llorando de dolor|me esta matando el dolor|
      duele horrible|duele demasiado`,
    medium: `in pain|it hurts|hurts bad|really hurts|hurts a lot|hurts when|hurting|painful|is killing me|cant sleep from pain|throbbing|
      burning pain|stabbing pain|sharp pain|aching all over|me duele|le duele|duele|con dolor|adolorido|adolorida|tengo dolor|siento dolor|
      ardor|punzadas`,
    weak: `pain|sore|aches|dolor|dolores|molestia`,
  },
  frustration: {
    strong: `nadie hace nada|nadie resuelve|me cobraron dos veces|nadie me ayuda|no one helps|nobody helps|charged me twice|charged twice|lost my|perdieron mi|again incredible|not again|estan jugando con|third time|fourth time|fifth time|3rd time|4th time|5th time|tenth time|hundredth time|how many times|so many times|
      over and over|again and again|keep getting transferred|keeps getting transferred|keep transferring me|transferred me * times|
      passed around|the runaround|run around in circles|going in circles|fed up|sick of|sick and tired|tired of waiting|tired of calling|
      tired of this|had enough|no one calls back|nobody calls back|no one called back|nobody called me back|never called back|
      never called me back|no one has called|nobody has called|no one answers|nobody answers|no one ever answers|nobody ever answers|
      no one picks up|nobody picks up|on hold for|still waiting|still no answer|still no response|still havent heard|still have not heard|
      waste of time|wasting my time|waited for hours|waiting for hours|been waiting|frustrated|frustrating|so annoying|annoyed|
      ridiculous|what is taking so long|why is it so hard|why is this so hard|give me a straight answer|fix this already|
      tercera vez|cuarta vez|quinta vez|decima vez|cuantas veces|tantas veces|una y otra vez|otra vez lo mismo|siempre lo mismo|
      nadie contesta|nadie me contesta|nadie responde|nadie me responde|nadie me llama|nadie me ha llamado|nadie me llamo|no me contestan|
      no contestan|no me devuelven la llamada|nunca me llamaron|nunca contestan|sigo esperando|llevo esperando|todavia espero|
      me pasan de * en *|me traen de * en *|me tienen dando vueltas|dando vueltas|harto|harta|ya me canse|estoy cansada de esperar|
      estoy cansado de esperar|cansada de llamar|cansado de llamar|perdida de tiempo|perder el tiempo|frustrado|frustrada|frustrante|ridiculo|
      es el colmo|ya basta|hasta cuando`,
    medium: `twice already|second time|2nd time|already called|called already|called * times|called you * times|yet again|once again|
      keep calling|keeps happening|keep getting|keep asking|every time i call|every single time|all day|for weeks|for months|
      no response|no reply|no answer|not working again|come on|seriously|really now|
      segunda vez|ya llame|he llamado|ya les dije|ya lo dije|otra vez|de nuevo|cada vez que llamo|todo el dia|desde hace semanas|
      sin respuesta|no sirve|en serio|por favor ya`,
  },
  anger: {
    strong: `had it with you|had it with this|had it with all|pathetic|do your job|do your jobs|nobody cares about|no one cares about|you dont care|
      you people|what a joke|this is a joke|is a joke|shame on|beyond angry|so angry|so mad|mad as hell|pissed off|how dare|lied to me|you lied|
      unacceptable|inexcusable|disgusted|disgraceful|outrageous|incompetent|incompetence|useless|worst service|worst clinic|worst office|
      treated like garbage|treated like dirt|treated me like|talked down to|rude to me|so rude|lost my sample|lost my results again|
      demand an answer|demand an apology|report you|sue you|my lawyer|my attorney|never coming back|screw you|go to hell|what is wrong with you|
      no les importa|a nadie le importa|hagan su trabajo|haga su trabajo|que falta de respeto|falta de respeto|verguenza de|una burla|
      es una burla|se burlan|inaceptable|indignante|indignada|indignado|furiosa|furioso|enojada|enojado|muy molesta|muy molesto|
      pesimo servicio|pesima atencion|pesimo trato|los voy a demandar|los voy a reportar|mi abogado|me mintieron|mentirosos|groseros|
      me trataron mal|que coraje|me da coraje|ineptos|incompetentes|inutiles|estoy harta de ustedes|estoy harto de ustedes|furious|livid|outraged|outrageous|pissed|pissed off|so angry|very angry|really angry|angry|enraged|unacceptable|inexcusable|
      disgraceful|disgusting|despicable|shame on you|shame on all|you people|how dare you|worst clinic|worst hospital|worst doctor|
      worst place|worst service|horrible service|terrible service|awful service|incompetent|incompetence|useless|idiots|idiot|morons|
      liars|you lied|lied to me|scam|scammers|rip off|ripping me off|robbing me|crooks|negligent|negligence|malpractice|i will sue|
      going to sue|sue you|my lawyer|my attorney|report you|reporting you|go to hell|hell with you|screw you|hate this place|hate you|
      i hate|bullshit|bull shit|bs|shit|shitty|fuck|fucking|fuckin|fucked|wtf|ffs|damn|goddamn|damn it|asshole|assholes|bastards|crap|
      stupid|
      furioso|furiosa|indignado|indignada|indignante|enojado|enojada|enojadisimo|enojadisima|enfurecido|enfurecida|molesto con|molesta con|
      muy molesta|muy molesto|inaceptable|imperdonable|que asco|que verguenza de|sinverguenzas|sinverguenza|inutiles|inutil|
      incompetentes|incompetente|mentirosos|me mintieron|estafa|estafadores|ladrones|rateros|negligencia|los voy a demandar|voy a demandar|
      mi abogado|mi abogada|los voy a reportar|pesimo|pesima|pesimo servicio|la peor clinica|el peor servicio|el peor hospital|odio|los odio|
      mierda|puta|puto|pinche|carajo|cabron|cabrones|idiotas|estupidos|estupido|maldita|maldito|pendejos|chingada|chingados|coño|joder|
      vayanse al diablo`,
    medium: `mad|upset|rude|disrespectful|disrespected|mean to me|yelled at me|treated me like|unprofessional|complaint|complain|not okay|
      not ok|not acceptable|cant believe this|how is this possible|what is wrong with you|demand|
      grosero|grosera|groseros|me grito|me gritaron|falta de respeto|me trataron mal|mal trato|maltrato|exijo|queja|quejarme|no es justo|
      no puede ser|que les pasa`,
  },
  anxiety: {
    strong: `scared|terrified|im afraid|so afraid|very worried|so worried|really worried|worried sick|freaking out|panicking|panic|panicked|
      panic attack|so anxious|very anxious|so nervous|very nervous|cant stop worrying|cant stop thinking|i fear|frightened|
      asustado|asustada|aterrado|aterrada|tengo miedo|mucho miedo|me da miedo|muy preocupado|muy preocupada|preocupadisima|
      entrando en panico|panico|muy nerviosa|muy nervioso|angustiado|angustiada|angustia|no dejo de pensar`,
    medium: `worried|worry|worries|anxious|nervous|afraid|concerned|is it serious|is this serious|is it bad|should i be worried|am i dying|
      what if|is it normal|could it be cancer|on edge|stressed|stressing|uneasy|
      preocupado|preocupada|me preocupa|nervioso|nerviosa|ansioso|ansiosa|ansiedad|miedo|es grave|sera grave|es normal|y si es|estresado|
      estresada|intranquila|intranquilo|inquieta`,
  },
  sadness: {
    strong: `so sad|very sad|heartbroken|devastated|passed away|died yesterday|died last|we lost|i lost my|lost my husband|lost my wife|
      lost my mother|lost my father|lost my baby|lost the baby|miscarriage|cant stop crying|crying all|crying every|so lonely|all alone|
      hopeless|feel empty|grieving|miss him so|miss her so|depressed|
      muy triste|destrozada|destrozado|fallecio|murio|se murio|perdi a mi|perdimos a|perdi el bebe|perdi a mi bebe|no paro de llorar|
      lloro todo|tan sola|tan solo|sin esperanza|desesperanzada|deprimido|deprimida|de luto|lo extraño|la extraño|el corazon roto`,
    medium: `sad|crying|cried|lonely|alone|miserable|down lately|disappointed|let down|unfortunately|grief|funeral|i miss|im sorry|
      triste|tristeza|llorando|llore|sola|desanimada|desanimado|decepcionada|decepcionado|lamentablemente|me siento mal|lo siento`,
  },
  confusion: {
    strong: `confused|confusing|dont understand|do not understand|didnt understand|cant understand|makes no sense|doesnt make sense|
      dont get it|what does this mean|what does that mean|what does it mean|no idea|im lost|not sure what|not sure how|not sure which|
      dont know what|dont know how|dont know which|dont know where|dont know why|which one is it|no clue|
      confundido|confundida|confuso|confusa|no entiendo|no entendi|no comprendo|no tiene sentido|que significa|que quiere decir|
      no se que|no se como|no se cual|no se donde|no se por que|no tengo idea|no me queda claro|no esta claro|estoy perdida|estoy perdido`,
    medium: `unclear|not sure|unsure|what do you mean|why did i get|why am i|huh|puzzled|can you explain|please explain|
      no estoy segura|no estoy seguro|por que me|me pueden explicar|me puede explicar|explicarme|a que se refiere|como asi`,
  },
  gratitude: {
    strong: `thank you|thank you so much|thank u|thanks|thanks so much|thx|ty so much|tysm|many thanks|grateful|i appreciate|really appreciate|
      much appreciated|cant thank you enough|god bless|bless you|
      gracias|muchas gracias|mil gracias|muchisimas gracias|muy agradecido|muy agradecida|agradecido|agradecida|agradezco|le agradezco|
      se lo agradezco|dios los bendiga|dios le bendiga|dios la bendiga|bendiciones`,
    weak: `appreciate|appreciated`,
  },
  relief: {
    strong: `relieved|what a relief|such a relief|big relief|huge relief|weight off|phew|can finally breathe|thank god its|thank goodness|
      glad its not|so glad it|finally over|can rest easy|worried for nothing|
      aliviado|aliviada|que alivio|un alivio|gran alivio|me quito un peso|un peso de encima|gracias a dios no|menos mal|ya estoy tranquila|
      ya estoy tranquilo|mas tranquila|mas tranquilo`,
  },
  joy: {
    strong: `so happy|very happy|really happy|great news|good news|wonderful|amazing|awesome|fantastic|so excited|thrilled|overjoyed|
      best day|yay|woohoo|love it|love you all|made my day|over the moon|cant wait to|cancer free|all clear|
      muy feliz|tan feliz|feliz|que alegria|buenas noticias|maravilloso|maravillosa|excelente|increible|emocionada|emocionado|
      encantada|encantado|me encanta|que felicidad|contentisima|muy contenta|muy contento`,
    medium: `happy|glad|excited|great|perfect|lovely|love|pleased|excellent|the best|kind|helpful|delighted|
      contenta|contento|me alegra|alegre|perfecto|genial|bonito|amable|amables|lo mejor`,
  },
  embarrassment: {
    strong: `embarrassed|embarrassing|so embarrassed|ashamed|humiliated|humiliating|mortified|awkward to ask|hard to talk about|
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
