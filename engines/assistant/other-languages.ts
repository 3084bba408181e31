/**
 * What somebody is told whose language the assistant has no reviewed texts for: that a person reads and answers, where he stands in line, and
 * when it opens (understanding-D16, D57, D72, decision 0204). Project-written; no native speaker has reviewed these lines yet, which
 * is why the English text always stands below them.
 */
type Lines = {
  promise: (emergencyNumber: string) => string
  /** Figures alone, so that no language has to bend its words for them. */
  place: (place: number, minutes: string) => string
  opens: (when: string) => string
}

const LINES: Record<string, Lines> & { en: Lines } = {
  /** Below each of the others, and alone where there is no line in the reader's language. */
  en: {
    promise: (number) =>
      `This is an automatic message. A person on our team will read this and answer here. Need an interpreter? Write it here. Emergency? Call ${number}.`,
    place: (place, minutes) => `Number in line: ${place}. Minutes to wait: ${minutes}.`,
    opens: (when) => `We are closed now. We open on ${when}.`,
  },
  zh: { promise: (number) => `这是自动回复。我们的工作人员会阅读您的留言，并在这里回复。需要口译吗？请在这里告诉我们。紧急情况请拨打 ${number}。`, place: (place, minutes) => `排队号：${place}。等待分钟数：${minutes}。`, opens: (when) => `现在已下班。上班时间：${when}。` },
  vi: { promise: (number) => `Đây là tin nhắn tự động. Nhân viên của chúng tôi sẽ đọc và trả lời quý vị tại đây. Quý vị cần thông dịch viên? Xin viết tại đây. Cấp cứu? Gọi ${number}.`, place: (place, minutes) => `Thứ tự chờ: ${place}. Số phút chờ: ${minutes}.`, opens: (when) => `Bây giờ đã đóng cửa. Giờ mở cửa: ${when}.` },
  tl: { promise: (number) => `Awtomatikong mensahe ito. May taong babasa nito at sasagot dito. Kailangan mo ba ng interpreter? Isulat dito. Emergency? Tumawag sa ${number}.`, place: (place, minutes) => `Numero sa pila: ${place}. Minutong hihintayin: ${minutes}.`, opens: (when) => `Sarado kami ngayon. Oras ng bukas: ${when}.` },
  ko: { promise: (number) => `자동 메시지입니다. 저희 직원이 읽고 여기에서 답해 드립니다. 통역이 필요하시면 여기에 적어 주세요. 응급 상황이면 ${number}에 전화하세요.`, place: (place, minutes) => `대기 번호: ${place}. 대기 시간(분): ${minutes}.`, opens: (when) => `지금은 문을 닫았습니다. 여는 시간: ${when}.` },
  ar: { promise: (number) => `هذه رسالة آلية. سيقرأ أحد موظفينا رسالتك ويجيبك هنا. هل تحتاج إلى مترجم؟ اكتب ذلك هنا. حالة طارئة؟ اتصل على ${number}.`, place: (place, minutes) => `رقمك في الدور: ${place}. دقائق الانتظار: ${minutes}.`, opens: (when) => `نحن مغلقون الآن. موعد الفتح: ${when}.` },
  ru: { promise: (number) => `Это автоматическое сообщение. Наш сотрудник прочитает ваше сообщение и ответит вам здесь. Нужен переводчик? Напишите об этом здесь. Экстренный случай? Звоните ${number}.`, place: (place, minutes) => `Номер в очереди: ${place}. Ждать минут: ${minutes}.`, opens: (when) => `Сейчас мы закрыты. Начало работы: ${when}.` },
  ht: { promise: (number) => `Sa a se yon mesaj otomatik. Yon moun nan ekip nou an ap li l epi reponn ou isit la. Èske ou bezwen yon entèprèt? Ekri sa isit la. Ijans? Rele ${number}.`, place: (place, minutes) => `Nimewo ou nan liy: ${place}. Minit pou tann: ${minutes}.`, opens: (when) => `Nou fèmen kounye a. Lè nou louvri: ${when}.` },
  pt: { promise: (number) => `Esta é uma mensagem automática. Uma pessoa da nossa equipe vai ler e responder aqui. Precisa de intérprete? Escreva aqui. Emergência? Ligue ${number}.`, place: (place, minutes) => `Número na fila: ${place}. Minutos de espera: ${minutes}.`, opens: (when) => `Estamos fechados agora. Abertura: ${when}.` },
  fr: { promise: (number) => `Ceci est un message automatique. Une personne de notre équipe vous lira et vous répondra ici. Besoin d’un interprète ? Écrivez-le ici. Urgence ? Appelez le ${number}.`, place: (place, minutes) => `Numéro dans la file : ${place}. Minutes d’attente : ${minutes}.`, opens: (when) => `Nous sommes fermés. Ouverture : ${when}.` },
  de: { promise: (number) => `Das ist eine automatische Nachricht. Ein Mensch aus unserem Team liest das und antwortet hier. Dolmetscher nötig? Schreiben Sie es hier. Notfall? Rufen Sie ${number} an.`, place: (place, minutes) => `Platz in der Reihe: ${place}. Minuten bis zur Antwort: ${minutes}.`, opens: (when) => `Wir haben jetzt geschlossen. Geöffnet ab: ${when}.` },
  pl: { promise: (number) => `To jest wiadomość automatyczna. Ktoś z naszego zespołu przeczyta, co napisano, i odpowie tutaj. Potrzebny tłumacz? Proszę napisać to tutaj. Nagły przypadek? Zadzwoń ${number}.`, place: (place, minutes) => `Numer w kolejce: ${place}. Minuty czekania: ${minutes}.`, opens: (when) => `Teraz zamknięte. Otwarcie: ${when}.` },
  it: { promise: (number) => `Questo è un messaggio automatico. Una persona del nostro team leggerà quello che ha scritto e risponderà qui. Serve un interprete? Lo scriva qui. Emergenza? Chiami il ${number}.`, place: (place, minutes) => `Numero in fila: ${place}. Minuti di attesa: ${minutes}.`, opens: (when) => `Ora siamo chiusi. Apertura: ${when}.` },
  hi: { promise: (number) => `यह स्वचालित संदेश है। हमारी टीम का कोई व्यक्ति आपका संदेश पढ़ेगा और यहाँ जवाब देगा। दुभाषिया चाहिए? यहाँ लिखें। आपातकाल? ${number} पर कॉल करें।`, place: (place, minutes) => `कतार में नंबर: ${place}। इंतज़ार के मिनट: ${minutes}।`, opens: (when) => `अभी बंद है। खुलने का समय: ${when}।` },
  fa: { promise: (number) => `این پیام خودکار است. یک نفر از همکاران ما پیام شما را می‌خواند و همین جا پاسخ می‌دهد. مترجم لازم دارید؟ همین جا بنویسید. اورژانس؟ با ${number} تماس بگیرید.`, place: (place, minutes) => `شماره شما در صف: ${place}. دقیقه‌های انتظار: ${minutes}.`, opens: (when) => `اکنون بسته‌ایم. زمان باز شدن: ${when}.` },
} // prettier-ignore

/** Above a text that somebody wrote in another language, and that is sent as it is (desk-D36). */
const IN_ANOTHER: Record<string, string> = {
  en: 'The text below is in another language. Need an interpreter? Write it here.',
  es: 'El texto de abajo está en otro idioma. ¿Necesita un intérprete? Escríbalo aquí.',
  zh: '下面的文字是另一种语言。需要口译吗？请在这里告诉我们。',
  vi: 'Nội dung bên dưới bằng ngôn ngữ khác. Quý vị cần thông dịch viên? Xin viết tại đây.',
  tl: 'Nasa ibang wika ang nasa ibaba. Kailangan mo ba ng interpreter? Isulat dito.',
  ko: '아래 글은 다른 언어로 되어 있습니다. 통역이 필요하시면 여기에 적어 주세요.',
  ar: 'النص أدناه بلغة أخرى. هل تحتاج إلى مترجم؟ اكتب ذلك هنا.',
  ru: 'Текст ниже на другом языке. Нужен переводчик? Напишите об этом здесь.',
  ht: 'Tèks anba a nan yon lòt lang. Èske ou bezwen yon entèprèt? Ekri sa isit la.',
  pt: 'O texto abaixo está em outro idioma. Precisa de intérprete? Escreva aqui.',
  fr: 'Le texte ci-dessous est dans une autre langue. Besoin d’un interprète ? Écrivez-le ici.',
  de: 'Der Text unten ist in einer anderen Sprache. Dolmetscher nötig? Schreiben Sie es hier.',
  pl: 'Tekst poniżej jest w innym języku. Potrzebny tłumacz? Proszę napisać to tutaj.',
  it: 'Il testo qui sotto è in un’altra lingua. Serve un interprete? Lo scriva qui.',
  hi: 'नीचे का पाठ दूसरी भाषा में है। दुभाषिया चाहिए? यहाँ लिखें।',
  fa: 'متن زیر به زبان دیگری است. مترجم لازم دارید؟ همین جا بنویسید.',
}

/** The text with that line above it, for a reader of `language`. */
export const aboveAnother = (language: string, text: string): string => {
  const line = IN_ANOTHER[language]
  return line ? `${line}\n\n${text}` : text
}

/** Whether there are lines in it. */
export const hasLinesIn = (language: string): boolean => language in LINES

/** The own line alone; undefined where there is none. */
export const ownPromise = (language: string, emergencyNumber: string): string | undefined =>
  LINES[language]?.promise(emergencyNumber)

type Told = { language: string; emergencyNumber: (language: string) => string }

/** That a person reads and answers, in the reader's own language and in English. @param most characters: where both are longer, the own line alone. */
export function personReadsIn({ language, emergencyNumber }: Told, most = Infinity): string {
  const [own, whole] = both(language, (lines, code) => lines.promise(emergencyNumber(code)))
  return whole.length <= most ? whole : own
}

export const placeIn = (language: string, place: number, fromMin: number, toMin: number): string =>
  both(language, (lines) => lines.place(place, `${fromMin}–${toMin}`))[1]

/** @param when the moment in the reader's language, and in English. */
export const opensIn = (language: string, when: string, inEnglish: string): string =>
  both(language, (lines, code) => lines.opens(code === 'en' ? inEnglish : when))[1]

/** The own line, and both. */
function both(language: string, write: (lines: Lines, code: string) => string): [own: string, whole: string] {
  const lines = LINES[language]
  const english = write(LINES.en, 'en')
  if (!lines) return [english, english]
  const own = write(lines, language)
  return [own, `${own}\n\n${english}`]
}
