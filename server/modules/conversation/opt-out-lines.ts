/**
 * What STOP, CANCEL, START and HELP are answered with in the languages that the catalogue of the server does not have: one line each, above
 * the English text (desk-D39). No native speaker has reviewed them yet; that is why the English text stays.
 */
export type OptOutAnswer =
  'stop-confirmed' | 'cancel-confirmed' | 'visit-question' | 'visit-cancelled' | 'start-confirmed' | 'help'

type Lines = {
  stop: string
  visits: string
  start: string
  help: (emergencyNumber: string) => string
  /** After `stop`: the visit stands; 1 cancels it, 2 is START. */
  ask: (when: string) => string
  gone: (when: string) => string
}

const LINES: Record<string, Lines> = {
  zh: { stop: '您不会再收到我们的自动短信。发送 START 可恢复。', visits: '您的预约没有取消。', start: '您将重新收到我们的短信。发送 STOP 可停止。', help: (number) => `请在此写信息，会有工作人员回复。紧急情况请拨打 ${number}。`, ask: (when) => `您${when}的预约仍然有效。发送 1 取消预约，发送 2 恢复短信。`, gone: (when) => `您${when}的预约已取消。` },
  vi: { stop: 'Quý vị sẽ không nhận tin nhắn tự động nữa. Nhắn START để nhận lại.', visits: 'Lịch hẹn của quý vị không bị hủy.', start: 'Quý vị sẽ lại nhận tin nhắn của chúng tôi. Nhắn STOP để dừng.', help: (number) => `Nhắn cho chúng tôi ở đây, sẽ có người trả lời. Khẩn cấp? Gọi ${number}.`, ask: (when) => `Lịch hẹn của quý vị vẫn còn: ${when}. Nhắn 1 để hủy hẹn, nhắn 2 để nhận lại tin nhắn.`, gone: (when) => `Đã hủy lịch hẹn của quý vị: ${when}.` },
  tl: { stop: 'Hindi ka na makakatanggap ng mga awtomatikong text. I-text ang START para makatanggap muli.', visits: 'Hindi nakansela ang iyong mga appointment.', start: 'Makakatanggap ka muli ng aming mga text. I-text ang STOP para ihinto.', help: (number) => `Sumulat sa amin dito at may taong sasagot. Emergency? Tumawag sa ${number}.`, ask: (when) => `Tuloy pa rin ang iyong appointment: ${when}. I-text ang 1 para kanselahin ito, o 2 para makatanggap muli ng mga text.`, gone: (when) => `Nakansela na ang iyong appointment: ${when}.` },
  ko: { stop: '더 이상 자동 문자를 받지 않습니다. 다시 받으시려면 START를 보내세요.', visits: '예약은 취소되지 않았습니다.', start: '문자를 다시 받으시게 됩니다. 그만 받으시려면 STOP을 보내세요.', help: (number) => `여기에 문자를 보내시면 직원이 답합니다. 응급 상황이면 ${number}에 전화하세요.`, ask: (when) => `예약은 그대로입니다: ${when}. 예약을 취소하시려면 1, 문자를 다시 받으시려면 2를 보내세요.`, gone: (when) => `예약이 취소되었습니다: ${when}.` },
  ar: { stop: 'لن تصلك رسائل تلقائية بعد الآن. أرسل START لاستلامها من جديد.', visits: 'لم تُلغَ مواعيدك.', start: 'ستصلك رسائلنا من جديد. أرسل STOP لإيقافها.', help: (number) => `اكتب لنا هنا وسيجيبك شخص. حالة طارئة؟ اتصل على ${number}.`, ask: (when) => `موعدك ما زال قائمًا: ${when}. أرسل 1 لإلغاء الموعد، أو 2 لاستلام الرسائل من جديد.`, gone: (when) => `أُلغي موعدك: ${when}.` },
  ru: { stop: 'Автоматических сообщений больше не будет. Чтобы получать их снова, отправьте START.', visits: 'Ваши визиты не отменены.', start: 'Вы снова будете получать наши сообщения. Чтобы прекратить, отправьте STOP.', help: (number) => `Напишите нам здесь, и вам ответит человек. Экстренный случай? Звоните ${number}.`, ask: (when) => `Ваш визит остаётся в силе: ${when}. Отправьте 1, чтобы отменить визит, или 2, чтобы снова получать сообщения.`, gone: (when) => `Ваш визит отменён: ${when}.` },
  ht: { stop: 'Ou pap resevwa tèks otomatik ankò. Voye START pou resevwa yo ankò.', visits: 'Randevou ou yo pa anile.', start: 'W ap resevwa tèks nou yo ankò. Voye STOP pou kanpe yo.', help: (number) => `Ekri nou isit la, yon moun ap reponn ou. Ijans? Rele ${number}.`, ask: (when) => `Randevou ou toujou la: ${when}. Voye 1 pou anile randevou a, oswa 2 pou resevwa tèks ankò.`, gone: (when) => `Randevou ou anile: ${when}.` },
  pt: { stop: 'Você não receberá mais mensagens automáticas. Envie START para voltar a receber.', visits: 'Suas consultas não foram canceladas.', start: 'Você voltará a receber nossas mensagens. Envie STOP para parar.', help: (number) => `Escreva aqui e uma pessoa responderá. Emergência? Ligue ${number}.`, ask: (when) => `Sua consulta está mantida: ${when}. Envie 1 para cancelar a consulta ou 2 para voltar a receber mensagens.`, gone: (when) => `Sua consulta foi cancelada: ${when}.` },
  fr: { stop: 'Vous ne recevrez plus de SMS automatiques. Envoyez START pour en recevoir à nouveau.', visits: 'Vos rendez-vous ne sont pas annulés.', start: 'Vous recevrez à nouveau nos SMS. Envoyez STOP pour arrêter.', help: (number) => `Écrivez-nous ici, une personne vous répondra. Urgence ? Appelez le ${number}.`, ask: (when) => `Votre rendez-vous est maintenu : ${when}. Envoyez 1 pour annuler le rendez-vous, ou 2 pour recevoir à nouveau nos SMS.`, gone: (when) => `Votre rendez-vous est annulé : ${when}.` },
  de: { stop: 'Sie bekommen keine automatischen SMS mehr. Senden Sie START, um sie wieder zu bekommen.', visits: 'Ihre Termine sind nicht abgesagt.', start: 'Sie bekommen unsere SMS wieder. Senden Sie STOP, um sie zu beenden.', help: (number) => `Schreiben Sie uns hier, ein Mensch antwortet. Notfall? Rufen Sie ${number} an.`, ask: (when) => `Ihr Termin bleibt bestehen: ${when}. Senden Sie 1, um den Termin abzusagen, oder 2, um wieder SMS zu bekommen.`, gone: (when) => `Ihr Termin ist abgesagt: ${when}.` },
  pl: { stop: 'Nie będzie więcej automatycznych SMS-ów. Wyślij START, aby znowu je otrzymywać.', visits: 'Wizyty nie zostały odwołane.', start: 'Nasze SMS-y będą znowu przychodzić. Wyślij STOP, aby je zakończyć.', help: (number) => `Napisz do nas tutaj, odpowie człowiek. Nagły przypadek? Zadzwoń ${number}.`, ask: (when) => `Wizyta jest nadal umówiona: ${when}. Wyślij 1, aby odwołać wizytę, lub 2, aby znowu otrzymywać SMS-y.`, gone: (when) => `Wizyta została odwołana: ${when}.` },
  it: { stop: 'Non riceverà più SMS automatici. Invii START per riceverli di nuovo.', visits: 'I suoi appuntamenti non sono annullati.', start: 'Riceverà di nuovo i nostri SMS. Invii STOP per non riceverli più.', help: (number) => `Ci scriva qui, una persona risponderà. Emergenza? Chiami il ${number}.`, ask: (when) => `Il suo appuntamento resta valido: ${when}. Invii 1 per annullare l’appuntamento o 2 per ricevere di nuovo gli SMS.`, gone: (when) => `Il suo appuntamento è annullato: ${when}.` },
  hi: { stop: 'अब आपको स्वचालित संदेश नहीं मिलेंगे। फिर से पाने के लिए START भेजें।', visits: 'आपकी अपॉइंटमेंट रद्द नहीं हुई हैं।', start: 'आपको हमारे संदेश फिर से मिलेंगे। बंद करने के लिए STOP भेजें।', help: (number) => `हमें यहाँ लिखें, कोई व्यक्ति जवाब देगा। आपातकाल? ${number} पर कॉल करें।`, ask: (when) => `आपकी अपॉइंटमेंट बनी हुई है: ${when}। अपॉइंटमेंट रद्द करने के लिए 1 भेजें, या फिर से संदेश पाने के लिए 2 भेजें।`, gone: (when) => `आपकी अपॉइंटमेंट रद्द कर दी गई है: ${when}।` },
  fa: { stop: 'دیگر پیامک خودکار دریافت نمی‌کنید. برای دریافت دوباره START را بفرستید.', visits: 'نوبت‌های شما لغو نشده است.', start: 'دوباره پیامک‌های ما را دریافت می‌کنید. برای توقف STOP را بفرستید.', help: (number) => `همین جا برای ما بنویسید، یک نفر پاسخ می‌دهد. اورژانس؟ با ${number} تماس بگیرید.`, ask: (when) => `نوبت شما پابرجاست: ${when}. برای لغو نوبت 1 و برای دریافت دوباره پیامک 2 را بفرستید.`, gone: (when) => `نوبت شما لغو شد: ${when}.` },
} // prettier-ignore

/** @returns undefined in a language that has no line. */
export function optOutLine(
  language: string,
  answer: OptOutAnswer,
  emergencyNumber: string,
  when: string,
): string | undefined {
  const lines = LINES[language]
  if (!lines) return undefined
  switch (answer) {
    case 'stop-confirmed':
      return lines.stop
    case 'cancel-confirmed':
      return `${lines.stop} ${lines.visits}`
    case 'visit-question':
      return `${lines.stop} ${lines.ask(when)}`
    case 'visit-cancelled':
      return lines.gone(when)
    case 'start-confirmed':
      return lines.start
    case 'help':
      return lines.help(emergencyNumber)
  }
}
