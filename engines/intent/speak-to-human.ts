/**
 * The wish for a person, by rule, in all 16 languages (understanding-D14). It stands beside the model and never depends on it.
 *
 * Languages written with spaces are matched word by word without accents; the others as substrings. Every list is searched whatever
 * the language of the message: a person who mixes languages is still heard.
 */
import { isDenied, PhraseFinder } from '#engines/linear/phrase-finder.ts'
import type { FoldedWords } from '#engines/linear/phrase-finder.ts'

/** Words that mean a person wherever they stand after a wish ("talk to", "give me", "hablar con"). */
const wishes: Record<string, string> = {
  en: `talk to|hand me to|hand me over to|explain it to|discuss it with|deal with|speak to|speak with|talk with|talking to|speaking to|speaking with|chat with|connect me to|connect me with|transfer me to|
    put me through to|get me|give me|want|i want|reach|get ahold of|get hold of|hear from|call from|call back from|
    let me have|pass me to|switch me to|rather have|forward me to`,
  es: `hablar con|hablar a|comunicarme con|comunicar con|comuniqueme con|comuniquenme con|contactar con|contactar a|contactarme con|
    conectarme con|conecteme con|paseme con|paseme a|pasame con|transfierame con|transfierame a|transferir a|transferirme con|
    quiero|deme|dame|me comunica con|me pasa con|me pueden pasar con|me puede pasar con|platicar con|
    atienda|atender con|me atienda|me puede atender|me pueda atender|conversar con|chatear con|que me llame|me llame|llamada de`,
}

/** Wishes that are said of other things as well: "a visit with the doctor", "is there someone who speaks Portuguese". */
const weakWishes: Record<string, string> = {
  en: `need|i need|like|is there|are there|prefer|send me to|send me|with|get`,
  es: `necesito|quisiera|prefiero|hay|hablo con|con`,
}

const people: Record<string, string> = {
  en: `person|a person|real person|a real person|an actual person|actual person|live person|a live person|human|a human|real human|
    a real human|an actual human|actual human|human being|a human being|real human being|a real human being|someone|somebody|
    someone real|agent|an agent|a live agent|live agent|an operator|operator|the operator|a representative|representative|
    a live representative|customer service|a nurse|nurse|the nurse|triage nurse|the triage nurse|my nurse|the front desk|front desk|
    receptionist|a receptionist|the receptionist|the office|a manager|manager|the manager|a supervisor|supervisor|your supervisor|
    staff|the staff|a staff member|staff member|anyone|anybody|people|your team|the team|a team member|a rep|rep|the doctor|my doctor|
    a doctor|the billing department|the billing office|billing department|somebody real|a coordinator|a social worker`,
  es: `persona|una persona|una persona real|persona real|persona de verdad|una persona de verdad|un humano|humano|un ser humano|
    ser humano|alguien|alguien real|alguien de verdad|alguien mas|un agente|agente|una agente|un operador|operador|una operadora|
    operadora|la operadora|un representante|representante|una representante|una enfermera|enfermera|la enfermera|un enfermero|
    enfermero|la recepcionista|una recepcionista|recepcionista|recepcion|la recepcion|el gerente|un gerente|la gerente|una gerente|
    gerente|un supervisor|el supervisor|supervisor|una supervisora|la supervisora|servicio al cliente|atencion al cliente|un asesor|
    asesor|una asesora|personal|el personal|la oficina|mi doctor|mi doctora|el doctor|la doctora|un doctor|una doctora|un medico|
    el medico|el encargado|la encargada|la secretaria|una trabajadora social`,
}

/** Whole phrases that mean the wish by themselves. */
const whole: Record<string, string> = {
  en: `real person please|human please|person please|agent please|operator please|representative please|nurse please|live agent|
    live chat|live person|real person|speak to a person|talk to a person|talk to someone|speak to someone|customer service please|
    call me|call me back|please call|can you call me|could you call me|can someone call|could someone call|can somebody call|
    someone call me|somebody call me|have someone call|have somebody call|have a nurse call|have the nurse call|have the doctor call|
    need a call|need a callback|need a call back|want a callback|want a call back|request a callback|request a call back|callback|
    call back please|return my call|return call|give me a call|give us a call|a phone call|not a bot|not a robot|not a machine|
    not a computer|stop the bot|no bot|no bots|no robots|no more bot|no more robots|hate this bot|hate talking to a machine|
    hate talking to machines|tired of this bot|tired of the bot|tired of robots|anyone there|anybody there|anyone real|
    is anybody there|is anyone there|someone help me|somebody help me|can someone help|can somebody help|someone please help|
    to a robot|with a robot|with the bot|to the bot|to a bot|enough with the bot|no machine|no machines|transfer me|connect me|have nurse call|have doctor call|have somebody call|
    real person|somebody real|someone real|live help|ring me|phone me|give me a ring|call back request|call back requested|member of your staff|
    member of staff|your supervisor|your manager|from your team call|your team call me|pick up the phone and call|pick up the phone|real help|
    somebody from your team|someone from your team|can somebody real|someone there help|somebody there help|want to explain to a person|
    speak with dr|talk to dr|speak to dr|talk with dr|agent agent|will a human|can a human|does a human|let a human|bother a person|bother anyone|bother anybody|bother a nurse|bother the nurse|
    bother the doctor|leave a message for my doctor|leave my doctor a message|bother someone|a human being|human being|press 0|press zero|
    talk not text|call not text|voice not text|rather talk than|real human|actual person|enough with the machine|put somebody on|put someone on|put me through|a real voice|say it out loud|explain it out loud|supervisor please|
    whoever is in charge|stop giving me menus|front desk please|reception please`,
  es: `alguien de verdad|persona por favor|humano por favor|agente por favor|operador por favor|operadora por favor|representante por favor|
    enfermera por favor|una persona de verdad|persona real|llamenme|llameme|llamame|que me llamen|que alguien me llame|
    alguien me llame|me pueden llamar|me puede llamar|me podrian llamar|podrian llamarme|pueden llamarme|puede llamarme|
    necesito una llamada|quiero una llamada|devuelvanme la llamada|devuelvame la llamada|regresen la llamada|regresenme la llamada|
    no un robot|no una maquina|no una computadora|no con un robot|no con una maquina|no con un bot|no quiero un robot|no mas robots|
    hay alguien ahi|hay alguien|alguien que me ayude|alguien me puede ayudar|alguien puede ayudarme|alguien me ayude|
    con la maquina|con una maquina|el robot|ya no quiero el robot|transfierame|transfiereme|devuelvan la llamada|devuelva la llamada|me pueden marcar|
    me puede marcar|marqueme|marquenme|haganme una llamada|hagame una llamada|el encargado|la encargada|doctor me llame|doctora me llame|
    enfermera me llame|me atienda alguien|me puede atender alguien|atender alguien|molestar a nadie|molestar a una persona|molestar a la enfermera|molestar al doctor|atencion humana|que me llame la de|que me llame el de|trato humano|ser humano|
    me podrian marcar|podrian marcarme|pueden marcarme|puede marcarme|que me marque|que me marquen|agente en vivo|agente humano|prefiero llamada|prefiero decirlo hablando|paseme con|pasenme con|pasame con|
    supervisor por favor|recepcion por favor|servicio al cliente por favor|no quiero robot|sin robot|sin maquinas|no maquinas`,
  fr: `parler a une personne|parler avec une personne|parler a quelqu un|parler a quelquun|parler avec quelqu un|parler avec quelquun|
    une vraie personne|vraie personne|une personne reelle|un etre humain|un humain|un agent|un operateur|une operatrice|un conseiller|
    une conseillere|un representant|une infirmiere|l infirmiere|linfirmiere|un infirmier|rappelez moi|rappelez-moi|me rappeler|
    appelez moi|pas un robot|pas de robot|a un robot|une machine|etre rappele|etre rappelee|me passer quelqu un|passez moi|service client|agent svp|humain svp|parler a un medecin`,
  pt: `falar com uma pessoa|falar com alguem|falar com um humano|falar com atendente|falar com um atendente|falar com uma atendente|
    uma pessoa real|pessoa de verdade|pessoa real|ser humano|um humano|atendente|um agente|agente por favor|operador|operadora|
    um representante|uma enfermeira|a enfermeira|um enfermeiro|enfermeira por favor|me liga|me ligue|me liguem|podem me ligar|
    pode me ligar|nao um robo|nao quero robo|com robo|com um robo|com uma maquina|me passa pra|me passe para|me transfere|atendimento humano`,
  ht: `pale ak yon moun|pale ak moun|pale avek yon moun|yon moun tout bon|yon vre moun|yon moun pou ede m|yon moun ki pou ede m|
    yon ajan|ajan tanpri|operate|yon operate|yon reprezantan|yon enfimye|enfimye a|pale ak enfimye|rele m|rele mwen|rele m tounen|
    pa yon robo|ak yon machin|ak yon robo|pase m yon moun|pase m bay yon moun|ak yon responsab|pa yon machin|gen yon moun|moun tanpri`,
  vi: `noi chuyen voi nguoi|noi chuyen voi mot nguoi|gap nguoi that|nguoi that|noi chuyen voi nhan vien|gap nhan vien|nhan vien|
    nguoi truc tong đai|tong đai vien|tong dai vien|gap y ta|y ta|noi chuyen voi y ta|đieu duong|dieu duong|goi lai cho toi|
    goi cho toi|voi may|noi voi may|voi nguoi|gap nguoi|chuyen cho nhan vien|khong phai robot|khong phai may|noi chuyen voi ai đo|noi chuyen voi ai do|nguoi đai dien|nguoi dai dien`,
  tl: `makausap ang tao|makausap ng tao|makipag usap sa tao|makipag-usap sa tao|totoong tao|tunay na tao|kausap na tao|taong kausap|
    kausapin|kausapin ko|kausapin ang|pakausap|ikonekta|makausap ang nurse|makausap ng nurse|makausap|nurse po|ahente|isang ahente|operator po|kinatawan|isang kinatawan|tawagan ninyo ako|
    tawagan nyo ako|tawagan mo ako|pakitawagan|pakitawagan ako|hindi robot|ayoko ng robot|may tao ba|tao po|isang nars|nars`,
  de: `mit einem menschen|mit einer person|mit jemandem|einem menschen sprechen|echter mensch|echten menschen|ein mensch|
    einen mitarbeiter|mit einem mitarbeiter|mitarbeiter bitte|mit einer mitarbeiterin|kundendienst|kundenservice|vermittlung|
    eine krankenschwester|mit einer krankenschwester|pflegekraft|einen vertreter|rufen sie mich|ruckruf|rufen sie zuruck|
    kein roboter|keinen roboter|mit einer maschine|verbinden sie mich|zuruckrufen|ruckruf bitte|mensch bitte|einen agenten|operator bitte|mit einem arzt sprechen`,
  pl: `z czlowiekiem|z człowiekiem|z osoba|z prawdziwa osoba|prawdziwy czlowiek|prawdziwy człowiek|z zywa osoba|z kims|
    z konsultantem|konsultant|konsultantem|z pracownikiem|pracownik|z agentem|agent prosze|operator|z operatorem|
    z pielegniarka|pielegniarka|przedstawiciel|z przedstawicielem|prosze o telefon|oddzwoncie|prosze oddzwonic|zadzwoncie do mnie|
    nie z robotem|nie robot|przedstawiciela|konsultanta|pracownika|czlowieka|człowieka|zywego czlowieka|polaczyc z|połączyć z|polacz mnie|
    pielegniarki|oddzwonienie|z maszyna`,
  it: `parlare con una persona|parlare con qualcuno|parlare con un operatore|parlare con un umano|una persona vera|persona reale|
    persona vera|un essere umano|un umano|un operatore|operatore|operatrice|un agente|un rappresentante|un infermiere|un infermiera|
    uninfermiera|linfermiera|parlare con un infermiera|richiamatemi|mi richiami|chiamatemi|mi chiami|non un robot|
    servizio clienti|assistenza clienti`,
  ru: `с человеком|с живым человеком|живой человек|живого человека|реальный человек|с реальным человеком|позовите человека|
    с кем нибудь|с кем-нибудь|с кем то|с оператором|оператор|оператора|с сотрудником|сотрудник|с представителем|представитель|
    с машиной|с ботом|с роботом|переключите|переключите меня|живому человеку|к оператору|на оператора|оператору|сотрудника|с медсестрой поговорить|
    с агентом|агент|с медсестрой|медсестра|медсестру|перезвоните|перезвоните мне|позвоните мне|не с роботом|не робот|соедините меня`,
}

/** Languages whose words carry prefixes or are written without spaces: found anywhere in the text. */
const substrings: Record<string, string> = {
  zh: `人工|真人|活人|客服|接线员|接線員|话务员|話務員|跟人说|和人说|跟人講|跟人谈|和人谈|找人|找个人|找個人|护士|護士|工作人员|工作人員|
    代表|给我回电|給我回電|回电话|回電話|打电话给我|打電話給我|机器说话|機器說話|机器人说|跟机器|转接|轉接|负责人|經理|经理|给我打电话|給我打電話|不要机器人|不是机器人|有人吗|有人嗎|前台`,
  ko: `상담원|상담사|사람과|사람이랑|사람하고|사람 연결|진짜 사람|실제 사람|직원|간호사|담당자|교환원|전화해 주세요|전화해주세요|전화 주세요|
    전화주세요|연락 주세요|로봇 말고|기계 말고|기계랑|로봇이랑|책임자|매니저|연결해|바꿔 주세요|바꿔주세요|누구 없나요|아무도 없나요|사람을 바꿔|사람 바꿔`,
  ar: `شخص حقيقي|إنسان|انسان|بشري|موظف|التحدث مع شخص|التحدث إلى شخص|التحدث الى شخص|أتحدث مع|اتحدث مع|أتكلم مع|اتكلم مع|أحد الموظفين|
    ممرضة|ممرض|مندوب|ممثل|خدمة العملاء|عامل الهاتف|اتصلوا بي|اتصل بي|عاودوا الاتصال|ليس روبوت|لا أريد روبوت|أكلم شخص|اكلم شخص|وكيل|أكلم آلة|اكلم الة|أكلم روبوت|مدير|المسؤول|حولوني على|وصلوني|كلمني أحد|أكلم أحد|اكلم احد`,
  fa: `با یک انسان|انسان واقعی|یک نفر صحبت|با کسی صحبت|با یک نفر|شخص واقعی|آدم واقعی|اپراتور|کارمند|نماینده|پرستار|مسئول|پشتیبان|
    تماس بگیرید|زنگ بزنید|ربات نباشد|با ربات نه|منشی|با ماشین|وصل کنید|با مسئول|مدیر|آدم حرف بزنم`,
  hi: `इंसान|किसी व्यक्ति|व्यक्ति से बात|किसी से बात|एजेंट|ऑपरेटर|प्रतिनिधि|नर्स|कर्मचारी|असली आदमी|आदमी से बात|कस्टमर केयर|मुझे कॉल|
    वापस कॉल|फोन कीजिए|फ़ोन कीजिए|फोन करें|फ़ोन करें|रोबोट नहीं|मशीन नहीं|स्टाफ|मशीन से|रोबोट से|मैनेजर|किसी को बुला|बात करा`,
}

/** A message that is one of these and nothing else. "0" is the key pressed in a voice menu. */
const alone = new Set(
  `0|00|zero|person|a person|human|a human|un humano|una persona|agent|operator|representative|nurse|receptionist|help desk|someone|people|rep|callback|supervisor|manager|
  persona|humano|agente|operador|operadora|representante|enfermera|recepcionista|alguien|gerente|supervisora|cero|
  personne|humain|conseiller|infirmiere|pessoa|atendente|enfermeira|moun|ajan|enfimye|nguoi|nhan vien|y ta|tao|ahente|nars|
  mensch|mitarbeiter|krankenschwester|konsultant|czlowiek|człowiek|pielegniarka|operatore|umano|infermiera|человек|оператор|медсестра`
    .split('|')
    .map((word) => word.trim()),
)

/** People who are spoken of as well as asked for: "the nurse was lovely". Alone, or in a message of few words, they are asked for. */
const named = new Set(
  split(`une infirmiere|l infirmiere|linfirmiere|un infirmier|un agent|uma enfermeira|a enfermeira|um enfermeiro|enfimye a|yon enfimye|y ta|
    dieu duong|đieu duong|nhan vien|nars|isang nars|eine krankenschwester|mit einem arzt sprechen|pielegniarka|un infermiere|un infermiera|
    медсестра|сотрудник|call me|el encargado|la encargada|your supervisor|your manager|anyone there|anybody there|hay alguien|someone help|
    somebody help|can someone help|can somebody help|persona real|persona de verdad|real person|
    护士|護士|前台|代表|工作人员|工作人員|经理|真人|간호사|직원|담당자|ممرضة|ممرض|موظف|ممثل|إنسان|انسان|بشري|وكيل|مدير|أكلم آلة|
    پرستار|کارمند|مسئول|مدیر|नर्स|कर्मचारी|इंसान|स्टाफ`),
)

/** What stands before a phrase and makes it something else: a quoted or a reported wish. */
const DENIED_SCORE = 0.55
const CLEAR_SCORE = 0.97
/** Said of other things as well: a person is still offered, after what the model is surer of. */
const WEAK_SCORE = 0.4
/** In so few words a person who is named is asked for. */
const FEW_WORDS = 4
const FEW_SIGNS = 7

const phrases = new PhraseFinder<boolean>(allPhrases())
const anywhere = Object.values(substrings).flatMap(split)

export type HumanWish = { score: number; span: [number, number] }

/**
 * Score 0.97 for a clear wish; 0.55 for a denied one ("don't want to bother a person") and 0.4 for words that may mean something else,
 * where a person is still offered.
 */
export function findHumanWish(text: string, folded: FoldedWords): HumanWish | null {
  if (folded.words.length > 0 && folded.words.length <= 2 && alone.has(folded.words.join(' '))) {
    return { score: CLEAR_SCORE, span: [folded.starts[0]!, folded.ends.at(-1)!] }
  }
  const isShort = folded.words.length <= FEW_WORDS
  let best: HumanWish | null = null
  for (const found of phrases.find(folded)) {
    const isClear = found.meaning || isShort
    const score = isDenied(folded, found) ? DENIED_SCORE : isClear ? CLEAR_SCORE : WEAK_SCORE
    if (best === null || score > best.score) best = { score, span: found.span }
  }
  return best ?? findSubstring(text)
}

function findSubstring(text: string): HumanWish | null {
  if (!hasOtherScript(text)) return null
  let best: HumanWish | null = null
  for (const phrase of anywhere) {
    const at = text.indexOf(phrase)
    if (at < 0) continue
    const score = named.has(phrase) && text.length > FEW_SIGNS ? WEAK_SCORE : CLEAR_SCORE
    if (best === null || score > best.score) best = { score, span: [at, at + phrase.length] }
  }
  return best
}

/** Arabic and everything after it: the substring lists are of no use to a text in Latin or Cyrillic letters. */
export function hasOtherScript(text: string): boolean {
  for (let i = 0; i < text.length; i++)
    if (text.charCodeAt(i) >= 0x600 && text.charCodeAt(i) < 0xd800) return !isPunctuationOnly(text)
  return false
}

const isPunctuationOnly = (text: string) =>
  !/[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Han}\p{Script=Hangul}]/u.test(text)

/** Each phrase, and whether it can mean nothing else. */
function* allPhrases(): Generator<[string, boolean]> {
  for (const [list, isClear] of [[wishes, true], [weakWishes, false]] as const) {
    for (const language of Object.keys(list)) {
      for (const wish of split(list[language]!)) {
        for (const person of split(people[language]!)) yield [`${wish} ${person}`, isClear]
      }
    }
  } // prettier-ignore
  for (const list of Object.values(whole)) for (const phrase of split(list)) yield [phrase, !named.has(phrase)]
}

function split(list: string): string[] {
  return list
    .split('|')
    .map((phrase) => phrase.trim().replace(/\s+/g, ' '))
    .filter((phrase) => phrase !== '')
}
