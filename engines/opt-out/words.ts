/**
 * Words and sentences that stop, restart or explain automatic texts, or say that the number is somebody else's, by language.
 *
 * English and Spanish are reviewed. The others are `reviewed: false`: here a wrong guess only stops automatic texts,
 * which a person can undo with START, so they are used all the same.
 */
export type OptOutKind = 'stop' | 'start' | 'help' | 'cancel' | 'wrong-number'

export const optOutWords: Record<string, Record<OptOutKind, string>> = {
  en: {
    stop: 'stop/stopall/stop all/quit/end/revoke/opt out/optout/opt-out/unsubscribe/unsub/remove me/arret all/stop please/please stop',
    start: 'start/unstop/subscribe/opt in/optin/resume',
    help: 'help/info/help me/more info',
    cancel: 'cancel/cancel all',
    'wrong-number': 'wrong number/wrong person/wrong phone',
  },
  es: {
    stop: 'alto/parar/pare/paren/para/basta/dar de baja/darme de baja/dame de baja/deme de baja/denme de baja/detener/detengan/no mas/no mas mensajes/salir/terminar/fin/alto ya/ya alto/pare ya/ya pare/paren ya/ya paren/para ya/ya para/basta ya/ya basta/ya no mas/alto por favor/pare por favor/paren por favor/por favor paren/por favor pare',
    start: 'comenzar/iniciar/empezar/reanudar/suscribir/dar de alta/darme de alta/inicio/activar',
    help: 'ayuda/informacion/info por favor',
    cancel: 'cancelar/cancela/cancele',
    'wrong-number': 'numero equivocado/equivocado/numero incorrecto',
  },
  zh: { stop: '停止/退订/退訂/取消订阅/取消訂閱/停/td/不要发了/不要發了/别发了/別發了/不要再发/不要再發', start: '开始/開始/订阅/訂閱/恢复/恢復', help: '帮助/幫助/信息', cancel: '取消', 'wrong-number': '打错了/发错了/發錯了/号码错了/號碼錯了/你发错人了' },
  vi: { stop: 'dừng/ngừng/dừng lại/hủy đăng ký/huy dang ky/từ chối/không nhận tin/không nhận tin nữa', start: 'bắt đầu/tiếp tục/đăng ký', help: 'trợ giúp/giúp đỡ/giúp', cancel: 'hủy/huỷ', 'wrong-number': 'sai số/nhầm số/nhầm số rồi/sai số rồi' },
  tl: { stop: 'itigil/tigil/hinto/ihinto/tama na/itigil na/itigil po/tigilan/tigilan na/ayoko na/stop po/stop na', start: 'simulan/magsimula/ituloy', help: 'tulong', cancel: 'kanselahin/ikansela', 'wrong-number': 'maling numero/mali ang numero/wrong number po' },
  ko: { stop: '중지/중단/그만/수신거부/수신 거부/정지/수신거절/수신 거절/거부/해지/문자 그만/그만 보내세요', start: '시작/재개/수신동의', help: '도움/도움말/도와주세요', cancel: '취소', 'wrong-number': '잘못된 번호/번호가 틀렸어요/잘못 보내셨어요' },
  ar: { stop: 'توقف/قف/ايقاف/إيقاف/الغاء الاشتراك/إلغاء الاشتراك/اوقف/الغ الاشتراك/وقف/كفى/اوقفوا الرسائل', start: 'ابدأ/ابدا/استئناف/اشتراك', help: 'مساعدة/مساعده/معلومات', cancel: 'الغاء/إلغاء', 'wrong-number': 'رقم خاطئ/الرقم خطأ/رقم خطأ/الرقم غلط' },
  ru: { stop: 'стоп/остановить/отписаться/прекратить/хватит/отписка/отпишите меня/отписать/отключить/отказ', start: 'старт/начать/возобновить/подписаться', help: 'помощь/справка', cancel: 'отмена/отменить', 'wrong-number': 'не тот номер/вы ошиблись номером/ошиблись номером/неправильный номер' },
  ht: { stop: 'sispann/kanpe/stope/rete/sispann voye/pa voye ankò/rete voye/ase', start: 'kòmanse/komanse/rekòmanse', help: 'èd/ed/enfòmasyon', cancel: 'anile/anile l', 'wrong-number': 'move nimewo/se pa nimewo sa a' },
  pt: { stop: 'pare/parar/sair/descadastrar/encerrar/não quero mais/pare de enviar/cancelar inscrição/remover/descadastre-me/chega', start: 'começar/retomar/voltar', help: 'ajuda/informação', cancel: 'cancela isso/cancelar tudo', 'wrong-number': 'número errado/engano/numero errado' },
  fr: { stop: 'arrêt/arrêter/arrêtez/arreter/désabonner/désinscription/me désinscrire/arrête/arrêter sms/résilier/se désabonner/me désabonner/désabonnez-moi', start: 'commencer/reprendre/démarrer', help: 'aide/infos/renseignements', cancel: 'annuler/annulez', 'wrong-number': 'mauvais numéro/faux numéro/erreur de numéro/vous vous trompez de numéro' },
  de: { stop: 'stopp/abmelden/abbestellen/aufhören/beenden/keine sms/keine sms mehr/keine nachrichten mehr', start: 'starten/anmelden/fortsetzen', help: 'hilfe', cancel: 'absagen/stornieren/abbrechen', 'wrong-number': 'falsche nummer/falsch verbunden' },
  pl: { stop: 'zatrzymaj/wypisz/rezygnuję/koniec/rezygnacja/wypisz mnie/zrezygnuj/usuń mnie', start: 'rozpocznij/wznów/zapisz', help: 'pomoc', cancel: 'anuluj/odwołaj', 'wrong-number': 'zły numer/pomyłka/to pomyłka' },
  it: { stop: 'ferma/basta/fermare/disiscrivi/disiscrivimi/smetti/annulla iscrizione/disattiva/basta sms/cancellami/non scrivetemi/non scrivetemi più', start: 'inizia/iniziare/riprendi', help: 'aiuto', cancel: 'annulla/annullare', 'wrong-number': 'numero sbagliato/ha sbagliato numero' },
  hi: { stop: 'रोकें/रोको/बंद करें/बंद करो/बंद/रोक दो/रोक दें/बंद कर दो/बंद कर दें/band karo', start: 'शुरू/शुरू करें/चालू करें', help: 'मदद/सहायता', cancel: 'रद्द/रद्द करें', 'wrong-number': 'गलत नंबर/रॉन्ग नंबर' },
  fa: { stop: 'توقف کنید/لغو اشتراک/نفرستید/بس است/ارسال نکنید/پیام ندهید/متوقف کنید/دیگر نفرستید', start: 'شروع/ادامه', help: 'کمک/راهنما', cancel: 'لغو/لغو کنید', 'wrong-number': 'شماره اشتباه/اشتباه گرفتید' },
} // prettier-ignore

/** What messages are called; a stop sentence must name them. */
const TEXTS =
  '(text|texts|text messages|message|messages|msg|msgs|sms|notifications?|reminders?|alerts?|emails?|contact)'
const MENSAJES = '(mensajes?|textos?|sms|notificaciones|recordatorios?|correos?|avisos?|alertas?)'

/**
 * Who writes to us asks for many things in the same words: "do not send it to the old pharmacy", "do not contact my mother". So a verb stops
 * only with whom or what it stops behind it, or with nothing behind it; with a time, a place or a topic behind those it is in doubt.
 */
const ME = '(me|us|this number|this phone|my phone|my number|my cell)'
const NO_MORE =
  '(appointment|visit|any|all|anymore|more|these|those|this|your|the|my|again|ever|else|stuff|things|anything|please|now|thanks|thank you)'
const END = `( ${NO_MORE}){0,4}$`
const ELSEWHERE = '(?! to (?!me\\b|us\\b|this\\b|my (phone|number|cell)))'
const NARROWED =
  'at (?!all|this)|on (?!this)|before|after|until|till|about|by|through|via|when|while|during|between|tonight|today|tomorrow|if|unless|back|the|my|that|how|what'
const NEVER = '(?<!\\b(you|u|they|i|we|he|she) )(dont|do not|never)'
const A_MI = '(al|a|en|el|la|los|las|lo|antes|despues|hasta|por(?! favor)|cuando|durante|si|hoy|manana|mi|mis|que|de)'
const FIN = '( (mas|nada|nunca|ya|cosas|esto|estos|eso|por favor|gracias)){0,4}$'

export const optOutSentences: { language: string; kind: OptOutKind | 'doubt'; pattern: string }[] = [
  { language: 'en', kind: 'stop', pattern: `\\b(stop|quit|no more) (texting|messaging|contacting|emailing)( ${ME}\\b(?! (${NARROWED})\\b)|${END})` },
  { language: 'en', kind: 'stop', pattern: `\\b(stop|quit) sending( ${ME})?( ${NO_MORE}){0,3}( ${TEXTS}\\b${ELSEWHERE}|$)` },
  { language: 'en', kind: 'stop', pattern: `\\b(stop|end|no more|cancel|turn off|block) (me )?(all |these |your |the |any |my |this |those |with the |automatic |automated |appointment |visit |doctor ){0,3}${TEXTS}\\b` },
  { language: 'en', kind: 'stop', pattern: `\\b${NEVER} (text|message|contact|email|sms)( ${ME}\\b(?! (${NARROWED})\\b)|${END})` },
  { language: 'en', kind: 'stop', pattern: `\\b${NEVER} send( ${ME})?( ${NO_MORE}){0,3}( ${TEXTS}\\b${ELSEWHERE}|$)` },
  { language: 'en', kind: 'stop', pattern: `\\b(take|remove) (me|my number|this number|my phone|my name) (off|from)\\b` },
  { language: 'en', kind: 'stop', pattern: `\\b(unsubscribe|opt) (me|out)\\b` },
  { language: 'en', kind: 'stop', pattern: `\\b(dont|do not|no longer) (want|wish)( to (get|receive))? (any |these |your |more |anymore |the ){0,3}(${TEXTS}|texting|messaging|contacting)\\b` },
  { language: 'en', kind: 'start', pattern: `\\b(start|resume|turn on|begin) (sending |my |the |your |these ){0,3}${TEXTS}( again)?\\b` },
  { language: 'en', kind: 'start', pattern: `\\b(text|message) me again\\b` },
  { language: 'es', kind: 'stop', pattern: `\\b(dejen?|deje|pare|paren|dejar|parar) de (escribir|escribirme|escribirnos|molestar|molestarme|textear|textearme|contactarme)\\b(?! ${A_MI}\\b)` },
  { language: 'es', kind: 'stop', pattern: `\\b(dejen?|deje|pare|paren|dejar|parar) de (enviar|enviarme|enviarnos|mandar|mandarme|mandarnos)(( mas| los| sus| estos| esos| tantos){0,3} ${MENSAJES}\\b(?! a (?!mi (numero|telefono|celular)))|${FIN})` },
  { language: 'es', kind: 'stop', pattern: `\\bno (quiero|deseo) (recibir |que me envien |que me manden )?(mas |los |sus |estos |ya ){0,3}${MENSAJES}\\b` },
  { language: 'es', kind: 'stop', pattern: `\\bno (me|nos) (escriban|escriba|contacten|contacte|molesten|moleste|texteen)\\b(?! ${A_MI}\\b)` },
  { language: 'es', kind: 'stop', pattern: `\\bno (me|nos) (envien|manden|envie|mande)(( mas| los| sus| estos| esos| tantos| ya){0,3} ${MENSAJES}\\b|${FIN})` },
  { language: 'en', kind: 'doubt', pattern: `\\b(stop|quit|no more|${NEVER}) (texting|messaging|contacting|emailing|text|message|contact|email|sms) ${ME}\\b` },
  { language: 'en', kind: 'doubt', pattern: `\\b(stop|quit|${NEVER}) (sending|send)( ${ME})?( ${NO_MORE}){0,3} ${TEXTS}\\b` },
  { language: 'es', kind: 'doubt', pattern: `\\bno (me|nos) (escriban|escriba|contacten|contacte|molesten|moleste|texteen)\\b` },
  { language: 'es', kind: 'doubt', pattern: `\\b(dejen?|deje|pare|paren|dejar|parar) de (escribirme|escribirnos|molestarme|textearme|contactarme)\\b` },
  { language: 'es', kind: 'stop', pattern: `\\b(quiten|quite|borren|borre|eliminen|saquen) (mi numero|mi nombre|mi telefono|este numero|me)\\b` },
  // "Me dieron de baja en el trabajo" is no wish; a bare "baja" or "alta" answers how a pressure is, and no carrier knows it as a word of its own.
  { language: 'es', kind: 'stop', pattern: `^(hola |por favor |favor de |ya |quiero |quisiera |deseo |necesito |pido ){0,3}(darme|darnos|dar|dame|deme|denme|dejen me|que me den) de baja( (de|del|en) (los |las |sus |estos |esta |la |el ){0,2}(${MENSAJES}|lista|numero|servicio de mensajes))?( por favor| gracias| ya){0,2}$` },
  { language: 'es', kind: 'stop', pattern: `\\bno mas (de )?(sus |estos |los )?${MENSAJES}\\b` },
  { language: 'es', kind: 'start', pattern: `\\b(quiero|vuelvan|vuelva) (a )?(recibir|enviarme|mandarme) (otra vez |de nuevo |los |sus ){0,2}${MENSAJES}\\b` },
  { language: 'en', kind: 'wrong-number', pattern: `^(hi |hello |sorry |no |i think |i believe |you |u |have |got |youve |this is |its |it is |thats |a |the ){0,6}wrong (number|person|phone)( sorry| bye| please| here){0,2}$` },
  { language: 'en', kind: 'wrong-number', pattern: `\\b(you|u) (are texting|texted|messaged|keep texting|are messaging|have reached) the wrong (number|person|phone)\\b` },
  { language: 'en', kind: 'wrong-number', pattern: `\\b(this|it) (isnt|is not|is no longer|isnt even) (his|her|their|[a-z]{2,20}s) (number|phone)\\b` },
  { language: 'es', kind: 'wrong-number', pattern: `^(perdon |disculpe |lo siento |hola |es |tiene |tienen |creo |que |el |un ){0,6}numero (equivocado|incorrecto)( gracias| perdon)?$` },
  { language: 'es', kind: 'wrong-number', pattern: `\\bse (equivoco|equivocaron|ha equivocado|han equivocado) de (numero|persona)\\b` },
  { language: 'es', kind: 'wrong-number', pattern: `\\beste (ya )?no es (el|su) (numero|telefono)\\b` },
  { language: 'zh', kind: 'stop', pattern: `(不要|别|別|请勿|請勿|停止).{0,4}(发|發|传|傳).{0,6}(短信|简讯|簡訊|信息|訊息|消息)` },
  { language: 'vi', kind: 'stop', pattern: `([dđ]ung|ngung) (gui|nhan) (cho toi )?(cac )?tin\\b` },
  { language: 'vi', kind: 'stop', pattern: `\\bkhong muon nhan (them )?(cac )?tin\\b` },
  { language: 'pt', kind: 'stop', pattern: `\\b(pare|parem) de (me )?(enviar|mandar) (mais |as |essas |estas ){0,2}(mensagens|sms|textos)\\b` },
  { language: 'pt', kind: 'stop', pattern: `\\bnao (quero|desejo) (mais )?(receber )?(mais )?(as |suas )?(mensagens|sms|textos)\\b` },
  { language: 'ar', kind: 'stop', pattern: `(لا ترسل|لا ترسلوا|توقفوا عن ارسال|توقف عن ارسال|اوقفوا|لا اريد) (لي |المزيد من |استلام ){0,2}(رسايل|رسائل|الرسائل|رساله|رسالة)` },
] // prettier-ignore
