/**
 * Words and sentences that stop, restart or explain automatic texts, by language.
 *
 * English and Spanish are reviewed. The others are `reviewed: false`: here a wrong guess only stops automatic texts,
 * which a person can undo with START, so they are used all the same.
 */
export type OptOutKind = 'stop' | 'start' | 'help' | 'cancel'

export const optOutWords: Record<string, Record<OptOutKind, string>> = {
  en: {
    stop: 'stop/stopall/stop all/quit/end/revoke/opt out/optout/opt-out/unsubscribe/unsub/remove me/arret all/stop please/please stop',
    start: 'start/unstop/subscribe/opt in/optin/resume',
    help: 'help/info/help me/more info',
    cancel: 'cancel/cancel all',
  },
  es: {
    stop: 'alto/parar/pare/paren/basta/baja/dar de baja/darme de baja/detener/detengan/no mas/no mas mensajes/salir/terminar/fin',
    start: 'comenzar/iniciar/empezar/reanudar/suscribir/alta/inicio/activar',
    help: 'ayuda/informacion/info por favor',
    cancel: 'cancelar/cancela/cancele',
  },
  zh: { stop: '停止/退订/退訂/取消订阅/取消訂閱/停', start: '开始/開始/订阅/訂閱/恢复/恢復', help: '帮助/幫助/信息', cancel: '取消' },
  vi: { stop: 'dừng/ngừng/dừng lại/hủy đăng ký', start: 'bắt đầu/tiếp tục/đăng ký', help: 'trợ giúp/giúp đỡ/giúp', cancel: 'hủy/huỷ' },
  tl: { stop: 'itigil/tigil/hinto/ihinto/tama na', start: 'simulan/magsimula/ituloy', help: 'tulong', cancel: 'kanselahin/ikansela' },
  ko: { stop: '중지/중단/그만/수신거부/수신 거부/정지', start: '시작/재개/수신동의', help: '도움/도움말/도와주세요', cancel: '취소' },
  ar: { stop: 'توقف/قف/ايقاف/إيقاف/الغاء الاشتراك/إلغاء الاشتراك/اوقف', start: 'ابدأ/ابدا/استئناف/اشتراك', help: 'مساعدة/مساعده/معلومات', cancel: 'الغاء/إلغاء' },
  ru: { stop: 'стоп/остановить/отписаться/прекратить/хватит/отписка', start: 'старт/начать/возобновить/подписаться', help: 'помощь/справка', cancel: 'отмена/отменить' },
  ht: { stop: 'sispann/kanpe/stope/rete', start: 'kòmanse/komanse/rekòmanse', help: 'èd/ed/enfòmasyon', cancel: 'anile/anile l' },
  pt: { stop: 'pare/sair/descadastrar/encerrar/não quero mais/pare de enviar', start: 'começar/retomar/voltar', help: 'ajuda/informação', cancel: 'cancela isso/cancelar tudo' },
  fr: { stop: 'arrêt/arrêter/arrêtez/arreter/désabonner/désinscription/me désinscrire', start: 'commencer/reprendre/démarrer', help: 'aide/infos/renseignements', cancel: 'annuler/annulez' },
  de: { stop: 'stopp/abmelden/abbestellen/aufhören/beenden', start: 'starten/anmelden/fortsetzen', help: 'hilfe', cancel: 'absagen/stornieren/abbrechen' },
  pl: { stop: 'zatrzymaj/wypisz/rezygnuję/koniec', start: 'rozpocznij/wznów/zapisz', help: 'pomoc', cancel: 'anuluj/odwołaj' },
  it: { stop: 'ferma/fermare/disiscrivi/disiscrivimi/smetti/annulla iscrizione', start: 'inizia/iniziare/riprendi', help: 'aiuto', cancel: 'annulla/annullare' },
  hi: { stop: 'रोकें/रोको/बंद करें/बंद करो/बंद', start: 'शुरू/शुरू करें/चालू करें', help: 'मदद/सहायता', cancel: 'रद्द/रद्द करें' },
  fa: { stop: 'توقف کنید/لغو اشتراک/نفرستید/بس است', start: 'شروع/ادامه', help: 'کمک/راهنما', cancel: 'لغو/لغو کنید' },
} // prettier-ignore

/** What messages are called; a stop sentence must name them. */
const TEXTS =
  '(text|texts|texting|message|messages|messaging|msg|msgs|sms|notifications?|reminders?|alerts?|emails?|contacting|contact)'
const MENSAJES = '(mensajes?|textos?|sms|notificaciones|recordatorios?|correos?|avisos?|alertas?)'

export const optOutSentences: { language: string; kind: OptOutKind; pattern: string }[] = [
  { language: 'en', kind: 'stop', pattern: `\\b(stop|quit) (sending|texting|messaging|contacting|emailing)\\b` },
  { language: 'en', kind: 'stop', pattern: `\\b(stop|end|no more|cancel|turn off|block) (me )?(all |these |your |the |any |my |this |those |with the |automatic |automated ){0,3}${TEXTS}\\b` },
  { language: 'en', kind: 'stop', pattern: `\\b(dont|do not|never) (text|message|contact|email|send|sms)( me)?( any)?( more)?( ${TEXTS})?\\b` },
  { language: 'en', kind: 'stop', pattern: `\\b(take|remove) (me|my number|this number|my phone|my name) (off|from)\\b` },
  { language: 'en', kind: 'stop', pattern: `\\b(unsubscribe|opt) (me|out)\\b` },
  { language: 'en', kind: 'stop', pattern: `\\b(dont|do not|no longer) (want|wish)( to (get|receive))? (any |these |your |more |anymore |the ){0,3}${TEXTS}\\b` },
  { language: 'en', kind: 'start', pattern: `\\b(start|resume|turn on|begin) (sending |my |the |your |these ){0,3}${TEXTS}( again)?\\b` },
  { language: 'en', kind: 'start', pattern: `\\b(text|message) me again\\b` },
  { language: 'es', kind: 'stop', pattern: `\\b(dejen?|deje|pare|paren|dejar|parar) de (enviar|enviarme|mandar|mandarme|escribir|escribirme|molestar|textear|textearme)\\b` },
  { language: 'es', kind: 'stop', pattern: `\\bno (quiero|deseo) (recibir |que me envien |que me manden )?(mas |los |sus |estos |ya ){0,3}${MENSAJES}\\b` },
  { language: 'es', kind: 'stop', pattern: `\\bno me (envien|manden|escriban|envie|mande|escriba|contacten|molesten)\\b` },
  { language: 'es', kind: 'stop', pattern: `\\b(quiten|quite|borren|borre|eliminen|saquen) (mi numero|mi nombre|mi telefono|este numero|me)\\b` },
  { language: 'es', kind: 'stop', pattern: `\\bno mas (de )?(sus |estos |los )?${MENSAJES}\\b` },
  { language: 'es', kind: 'start', pattern: `\\b(quiero|vuelvan|vuelva) (a )?(recibir|enviarme|mandarme) (otra vez |de nuevo |los |sus ){0,2}${MENSAJES}\\b` },
] // prettier-ignore
