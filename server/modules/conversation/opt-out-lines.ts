/**
 * What STOP, CANCEL, START and HELP are answered with in the languages that the catalogue of the server does not have: one line each, above
 * the English text (desk-D39). No native speaker has reviewed them yet; that is why the English text stays.
 */
export type OptOutAnswer = 'stop-confirmed' | 'cancel-confirmed' | 'start-confirmed' | 'help'

type Lines = { stop: string; visits: string; start: string; help: (emergencyNumber: string) => string }

const LINES: Record<string, Lines> = {
  zh: { stop: '您不会再收到我们的自动短信。发送 START 可恢复。', visits: '您的预约没有取消。', start: '您将重新收到我们的短信。发送 STOP 可停止。', help: (number) => `请在此写信息，会有工作人员回复。紧急情况请拨打 ${number}。` },
  vi: { stop: 'Quý vị sẽ không nhận tin nhắn tự động nữa. Nhắn START để nhận lại.', visits: 'Lịch hẹn của quý vị không bị hủy.', start: 'Quý vị sẽ lại nhận tin nhắn của chúng tôi. Nhắn STOP để dừng.', help: (number) => `Nhắn cho chúng tôi ở đây, sẽ có người trả lời. Khẩn cấp? Gọi ${number}.` },
  tl: { stop: 'Hindi ka na makakatanggap ng mga awtomatikong text. I-text ang START para makatanggap muli.', visits: 'Hindi nakansela ang iyong mga appointment.', start: 'Makakatanggap ka muli ng aming mga text. I-text ang STOP para ihinto.', help: (number) => `Sumulat sa amin dito at may taong sasagot. Emergency? Tumawag sa ${number}.` },
  ko: { stop: '더 이상 자동 문자를 받지 않습니다. 다시 받으시려면 START를 보내세요.', visits: '예약은 취소되지 않았습니다.', start: '문자를 다시 받으시게 됩니다. 그만 받으시려면 STOP을 보내세요.', help: (number) => `여기에 문자를 보내시면 직원이 답합니다. 응급 상황이면 ${number}에 전화하세요.` },
  ar: { stop: 'لن تصلك رسائل تلقائية بعد الآن. أرسل START لاستلامها من جديد.', visits: 'لم تُلغَ مواعيدك.', start: 'ستصلك رسائلنا من جديد. أرسل STOP لإيقافها.', help: (number) => `اكتب لنا هنا وسيجيبك شخص. حالة طارئة؟ اتصل على ${number}.` },
  ru: { stop: 'Автоматических сообщений больше не будет. Чтобы получать их снова, отправьте START.', visits: 'Ваши визиты не отменены.', start: 'Вы снова будете получать наши сообщения. Чтобы прекратить, отправьте STOP.', help: (number) => `Напишите нам здесь, и вам ответит человек. Экстренный случай? Звоните ${number}.` },
  ht: { stop: 'Ou pap resevwa tèks otomatik ankò. Voye START pou resevwa yo ankò.', visits: 'Randevou ou yo pa anile.', start: 'W ap resevwa tèks nou yo ankò. Voye STOP pou kanpe yo.', help: (number) => `Ekri nou isit la, yon moun ap reponn ou. Ijans? Rele ${number}.` },
  pt: { stop: 'Você não receberá mais mensagens automáticas. Envie START para voltar a receber.', visits: 'Suas consultas não foram canceladas.', start: 'Você voltará a receber nossas mensagens. Envie STOP para parar.', help: (number) => `Escreva aqui e uma pessoa responderá. Emergência? Ligue ${number}.` },
  fr: { stop: 'Vous ne recevrez plus de SMS automatiques. Envoyez START pour en recevoir à nouveau.', visits: 'Vos rendez-vous ne sont pas annulés.', start: 'Vous recevrez à nouveau nos SMS. Envoyez STOP pour arrêter.', help: (number) => `Écrivez-nous ici, une personne vous répondra. Urgence ? Appelez le ${number}.` },
  de: { stop: 'Sie bekommen keine automatischen SMS mehr. Senden Sie START, um sie wieder zu bekommen.', visits: 'Ihre Termine sind nicht abgesagt.', start: 'Sie bekommen unsere SMS wieder. Senden Sie STOP, um sie zu beenden.', help: (number) => `Schreiben Sie uns hier, ein Mensch antwortet. Notfall? Rufen Sie ${number} an.` },
  pl: { stop: 'Nie będzie więcej automatycznych SMS-ów. Wyślij START, aby znowu je otrzymywać.', visits: 'Wizyty nie zostały odwołane.', start: 'Nasze SMS-y będą znowu przychodzić. Wyślij STOP, aby je zakończyć.', help: (number) => `Napisz do nas tutaj, odpowie człowiek. Nagły przypadek? Zadzwoń ${number}.` },
  it: { stop: 'Non riceverà più SMS automatici. Invii START per riceverli di nuovo.', visits: 'I suoi appuntamenti non sono annullati.', start: 'Riceverà di nuovo i nostri SMS. Invii STOP per non riceverli più.', help: (number) => `Ci scriva qui, una persona risponderà. Emergenza? Chiami il ${number}.` },
  hi: { stop: 'अब आपको स्वचालित संदेश नहीं मिलेंगे। फिर से पाने के लिए START भेजें।', visits: 'आपकी अपॉइंटमेंट रद्द नहीं हुई हैं।', start: 'आपको हमारे संदेश फिर से मिलेंगे। बंद करने के लिए STOP भेजें।', help: (number) => `हमें यहाँ लिखें, कोई व्यक्ति जवाब देगा। आपातकाल? ${number} पर कॉल करें।` },
  fa: { stop: 'دیگر پیامک خودکار دریافت نمی‌کنید. برای دریافت دوباره START را بفرستید.', visits: 'نوبت‌های شما لغو نشده است.', start: 'دوباره پیامک‌های ما را دریافت می‌کنید. برای توقف STOP را بفرستید.', help: (number) => `همین جا برای ما بنویسید، یک نفر پاسخ می‌دهد. اورژانس؟ با ${number} تماس بگیرید.` },
} // prettier-ignore

/** @returns undefined in a language that has no line. */
export function optOutLine(language: string, answer: OptOutAnswer, emergencyNumber: string): string | undefined {
  const lines = LINES[language]
  if (!lines) return undefined
  switch (answer) {
    case 'stop-confirmed':
      return lines.stop
    case 'cancel-confirmed':
      return `${lines.stop} ${lines.visits}`
    case 'start-confirmed':
      return lines.start
    case 'help':
      return lines.help(emergencyNumber)
  }
}
