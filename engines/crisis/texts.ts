/**
 * The words a person in danger reads. US grade 6 or lower, one step a line, no promise that cannot be kept.
 *
 * For abuse the first line is neutral: another person may be looking at the screen.
 */
import type { Topic } from './resources.ts'

export type FullTexts = {
  emergency: Record<Topic, string>
  care: Record<Topic, string>
  /** In place of a help line where the country has none here. */
  noHelpLine: string
}

export const localNumberWords: Record<string, string> = {
  en: 'your local emergency number', es: 'su número local de emergencias', zh: '当地急救电话', vi: 'số cấp cứu nơi bạn ở', tl: 'lokal na emergency number', ko: '지역 응급 전화번호',
  ar: 'رقم الطوارئ المحلي', ru: 'местный номер скорой помощи', ht: 'nimewo ijans lokal ou', pt: 'o número de emergência local', fr: 'le numéro d’urgence local', de: 'die örtliche Notrufnummer',
  pl: 'lokalny numer alarmowy', it: 'il numero di emergenza locale', hi: 'अपना स्थानीय आपातकालीन नंबर', fa: 'شماره اورژانس محلی',
} // prettier-ignore

export const fullTexts: Record<string, FullTexts> = {
  en: {
    emergency: {
      body: `This may be an emergency. Call {number} now.
Do not wait for a reply from us. No one has read your message yet.
Do not drive yourself. Stay with someone if you can.
If things get worse or the person stops breathing, tell {number} at once.`,
      self: `We are glad you told us. Your life matters.
If you are in danger now, or took something, call {number} now.
You can also call {line}. It is free, day and night.
Stay with someone. Move away from anything you could use to hurt yourself.
No one has read your message yet. Please do not wait for us.`,
      others: `Thank you for telling us. Let us keep everyone safe.
If someone could get hurt now, call {number} now.
Move to another room, away from the person and from any weapon.
You can also call {line} to talk, day and night.
No one has read your message yet. Please do not wait for us.`,
      abuse: `Thank you for writing to us. Is it safe to talk here?
If you are in danger now, call {number}.
You can call {line} for help, day and night.
You may want to delete these messages after you read them.
No one has read your message yet.`,
      sexual: `Thank you for writing to us. Is it safe to talk here?
If you are hurt or in danger now, call {number}.
You can call {line} for help, day and night.
What happened is not your fault.
No one has read your message yet.`,
    },
    care: {
      body: `A nurse will look at your message. If it gets worse, call {number}.`,
      self: `Thank you for telling us. That sounds very hard.
Are you thinking about ending your life, or hurting yourself, now?
You can call {line} at any time. It is free.
If you are in danger now, call {number}.
We have asked a person on our team to look at your message.`,
      others: `Thank you for telling us. Is anyone in danger right now?
If yes, call {number} now.
You can call {line} to talk, day and night.
We have asked a person on our team to look at your message.`,
      abuse: `Thank you for writing to us. Is it safe to talk here?
You can call {line} for help, day and night.
If you are in danger now, call {number}.
We have asked a person on our team to look at your message.`,
      sexual: `Thank you for writing to us. Is it safe to talk here?
You can call {line} for help, day and night.
If you are hurt or in danger now, call {number}.
We have asked a person on our team to look at your message.`,
    },
    noHelpLine: 'We will have a person call you as soon as we can.',
  },
  es: {
    emergency: {
      body: `Esto puede ser una emergencia. Llame al {number} ahora.
No espere nuestra respuesta. Nadie ha leído su mensaje todavía.
No maneje usted mismo. Quédese con alguien si puede.
Si algo empeora o la persona deja de respirar, dígalo al {number} de inmediato.`,
      self: `Gracias por decirnos. Su vida importa.
Si está en peligro ahora, o tomó algo, llame al {number} ya.
También puede llamar al {line}. Es gratis, día y noche.
Quédese con alguien. Aléjese de todo lo que pueda hacerle daño.
Nadie ha leído su mensaje todavía. No nos espere.`,
      others: `Gracias por decirnos. Queremos que todos estén a salvo.
Si alguien puede salir herido ahora, llame al {number} ya.
Vaya a otro cuarto, lejos de la persona y de cualquier arma.
También puede llamar al {line} para hablar, día y noche.
Nadie ha leído su mensaje todavía. No nos espere.`,
      abuse: `Gracias por escribirnos. ¿Es seguro hablar aquí?
Si está en peligro ahora, llame al {number}.
Puede llamar al {line} para pedir ayuda, día y noche.
Puede borrar estos mensajes después de leerlos.
Nadie ha leído su mensaje todavía.`,
      sexual: `Gracias por escribirnos. ¿Es seguro hablar aquí?
Si está en peligro o tiene heridas, llame al {number}.
Puede llamar al {line} para pedir ayuda, día y noche.
Lo que pasó no es su culpa.
Nadie ha leído su mensaje todavía.`,
    },
    care: {
      body: `Una enfermera verá su mensaje. Si empeora, llame al {number}.`,
      self: `Gracias por decirnos. Eso suena muy difícil.
¿Está pensando en quitarse la vida o en hacerse daño ahora?
Puede llamar al {line} a cualquier hora. Es gratis.
Si está en peligro ahora, llame al {number}.
Le pedimos a una persona del equipo que vea su mensaje.`,
      others: `Gracias por decirnos. ¿Hay alguien en peligro ahora mismo?
Si es así, llame al {number} ya.
Puede llamar al {line} para hablar, día y noche.
Le pedimos a una persona del equipo que vea su mensaje.`,
      abuse: `Gracias por escribirnos. ¿Es seguro hablar aquí?
Puede llamar al {line} para pedir ayuda, día y noche.
Si está en peligro ahora, llame al {number}.
Le pedimos a una persona del equipo que vea su mensaje.`,
      sexual: `Gracias por escribirnos. ¿Es seguro hablar aquí?
Puede llamar al {line} para pedir ayuda, día y noche.
Si está en peligro o tiene heridas, llame al {number}.
Le pedimos a una persona del equipo que vea su mensaje.`,
    },
    noHelpLine: 'Una persona le llamará lo antes posible.',
  },
}

/** Short emergency text in the other served languages. Not reviewed by a qualified translator yet. */
export const shortTexts: Record<string, string> = {
  en: 'This may be an emergency. Call {number} now. Do not wait for us. No one has read your message yet.',
  zh: '这可能是紧急情况。请立即拨打{number}。不要等我们回复。还没有人读到您的消息。',
  vi: 'Đây có thể là trường hợp cấp cứu. Hãy gọi {number} ngay. Đừng chờ chúng tôi trả lời. Chưa có ai đọc tin nhắn của bạn.',
  tl: 'Maaaring emergency ito. Tumawag sa {number} ngayon. Huwag nang hintayin ang sagot namin. Wala pang nakabasa ng mensahe mo.',
  ko: '응급 상황일 수 있습니다. 지금 {number}에 전화하세요. 답장을 기다리지 마세요. 아직 아무도 메시지를 읽지 않았습니다.',
  ar: 'قد تكون هذه حالة طارئة. اتصل على {number} الآن. لا تنتظر ردنا. لم يقرأ أحد رسالتك بعد.',
  ru: 'Это может быть опасно для жизни. Позвоните {number} сейчас. Не ждите нашего ответа. Ваше сообщение ещё никто не прочитал.',
  ht: 'Sa ka yon ijans. Rele {number} kounye a. Pa tann repons nou. Pèsonn poko li mesaj ou a.',
  pt: 'Isto pode ser uma emergência. Ligue para {number} agora. Não espere a nossa resposta. Ninguém leu sua mensagem ainda.',
  fr: 'C’est peut-être une urgence. Appelez le {number} maintenant. N’attendez pas notre réponse. Personne n’a encore lu votre message.',
  de: 'Das kann ein Notfall sein. Rufen Sie jetzt {number} an. Warten Sie nicht auf uns. Noch niemand hat Ihre Nachricht gelesen.',
  pl: 'To może być nagły wypadek. Zadzwoń teraz: {number}. Nie czekaj na naszą odpowiedź. Nikt jeszcze nie przeczytał tej wiadomości.',
  it: 'Può essere un’emergenza. Chiami subito {number}. Non aspetti la nostra risposta. Nessuno ha ancora letto il suo messaggio.',
  hi: 'यह आपातकाल हो सकता है। अभी {number} पर कॉल करें। हमारे जवाब का इंतज़ार न करें। आपका संदेश अभी किसी ने नहीं पढ़ा है।',
  fa: 'این ممکن است اورژانسی باشد. همین حالا با {number} تماس بگیرید. منتظر پاسخ ما نمانید. هنوز کسی پیام شما را نخوانده است.',
}
