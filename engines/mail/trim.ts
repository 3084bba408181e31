/**
 * The new words of a mail: without what it quotes and without its signature (desk D57).
 *
 * One pass over the lines, each line looked at with patterns of bounded length. Used for display and triage, never for what is
 * stored. When in doubt words are kept: hiding a patient's sentence is worse than showing a signature.
 */

export type TrimmedText = {
  text: string
  /** Something was cut away. */
  isTrimmed: boolean
  /** Everything was quotes. */
  hasNoNewText: boolean
  /**
   * What may be the writer's own words though the text leaves them out, or though a quote without marks may be all it is: below a mark that
   * is no sure sign of a signature, or below the introduction of a quote without ">". Read for danger (decision 0262).
   */
  doubtful: string
}

/** Longest signature after its mark, in lines and characters; a longer one is somebody's text. */
const MAX_SIGNATURE_LINES = 15
const MAX_SIGNATURE_CHARACTERS = 1_200
/** Longest introduction of a quote ("On … wrote:"), in lines. Mail programs wrap it. */
const MAX_INTRODUCTION_LINES = 4
/** Words of a line below a mark from which on it is a sentence: a dash, a rule or stars part two thoughts as well. */
const SENTENCE_WORDS = 7
/** Part of a line that patterns look at. */
const MAX_LINE_CHARACTERS = 400
/** Longer texts are shown whole. */
export const MAX_TRIM_CHARACTERS = 2_000_000

/** `isForward`: the subject says that this mail passes on another. What it passes on is then new to us and stays. */
export function trimMail(text: string, isForward = false): TrimmedText {
  if (text.length > MAX_TRIM_CHARACTERS) return { text, isTrimmed: false, hasNoNewText: false, doubtful: '' }
  const lines = unarmoured(text.split('\n'))
  const looks = lines.map(look)
  readingsAreWords(lines, looks)
  const keep = Array.from(lines, () => true)
  let belowQuote: string[] = []

  for (let at = 0; at < lines.length; at++) {
    if (looks[at] === 'quote') {
      keep[at] = false
      continue
    }
    const introduction = introductionLength(lines, looks, at)
    if (introduction > 0) {
      for (let line = at; line < at + introduction; line++) keep[line] = false
      at += introduction - 1
      // Without ">" marks everything below is the quoted mail.
      if (!quoteFollows(looks, at + 1) && !isForward) {
        belowQuote = unquoted(lines, looks, at + 1)
        for (let line = at + 1; line < lines.length; line++) keep[line] = false
        break
      }
      continue
    }
    if (!isForward && startsOriginal(lines, looks, at)) {
      belowQuote = unquoted(lines, looks, at).slice(headLength(unquoted(lines, looks, at)))
      for (let line = at; line < lines.length; line++) keep[line] = false
      break
    }
  }
  const belowMark = cutSignature(lines, looks, keep)
  dropLonelyLines(lines, keep)

  const kept = lines
    .filter((_, index) => keep[index])
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const isTrimmed = keep.includes(false) || text.includes(CLEARSIGNED)
  const doubtful = [...belowMark, ...belowQuote].join('\n').trim()
  // Nothing stands above a quote without marks: whoever answers below it wrote there, and nobody can tell where.
  if (kept === '' && belowQuote.some((line) => line.trim() !== ''))
    return { text, isTrimmed: false, hasNoNewText: false, doubtful }
  return { text: kept, isTrimmed, hasNoNewText: kept === '' && text.trim() !== '', doubtful }
}

const unquoted = (lines: string[], looks: Look[], from: number): string[] =>
  lines.slice(from).filter((_, index) => looks[from + index] !== 'quote')

/**
 * Lines of what stands above the words of a quoted mail: its mark, and the labels of its header. It ends where they end: a line that somebody framed
 * further down is an answer.
 */
function headLength(lines: string[]): number {
  let length = 0
  for (const [index, line] of lines.slice(0, MAX_HEAD_LINES).entries()) {
    const isLabel = Object.values(headerLabels).some((label) => label.test(line.slice(0, MAX_LINE_CHARACTERS)))
    const isMark = index === 0 && (FRAMED.test(line) || replyLine.test(line))
    if (isLabel || isMark) length = index + 1
    else if (line.trim() !== '') break
  }
  return length
}

const FRAMED = /^\s*[-_=*]{2,}.{0,60}[-_=*]{2,}\s*$|^\s*[-_=*]{2,}\s*$/

/** Longest head of a quoted mail, in lines: a mark, an empty line and eight labels. */
const MAX_HEAD_LINES = 10

/**
 * `words` without the texts of `known` messages, in whole lines and however a mail program broke them: what of a quote without marks was not
 * written before.
 */
export function withoutKnown(words: string, known: readonly string[]): string {
  const lines = words.slice(0, MAX_COMPARED_CHARACTERS).split('\n')
  const rest = words.slice(MAX_COMPARED_CHARACTERS)
  const keep = lines.map(() => true)
  let joined = ''
  const starts: number[] = []
  const lineEndingAt = new Map<number, number>()
  for (const [index, line] of lines.entries()) {
    const said = oneSpaced(line)
    starts.push(said === '' ? -1 : joined.length + (joined === '' ? 0 : 1))
    if (said === '') continue
    joined += joined === '' ? said : ` ${said}`
    lineEndingAt.set(joined.length, index)
  }
  for (const text of known) {
    const said = oneSpaced(text.slice(0, MAX_COMPARED_CHARACTERS))
    if (said === '') continue
    for (const [index, start] of starts.entries()) {
      if (start === -1 || !joined.startsWith(said, start)) continue
      const end = lineEndingAt.get(start + said.length)
      if (end !== undefined) keep.fill(false, index, end + 1)
    }
  }
  if (!keep.includes(false)) return words
  return `${lines.filter((_, index) => keep[index]).join('\n')}${rest}`.replace(/\n{3,}/g, '\n\n').trim()
}

/** Of a text that is compared with others. */
const MAX_COMPARED_CHARACTERS = 20_000
const oneSpaced = (text: string): string => text.replace(/\s+/g, ' ').trim()

const READING = /^\s*>\s*\d{1,3}(?:[.,]\d{1,2})?(?!\d|[.,:/-]\d)/
/** More such lines in a row are a quoted table. */
const MAX_READINGS = 7

/** ">101 since Monday" is a reading, not a quote: such lines stay, unless another quote or the introduction of one stands beside them. */
function readingsAreWords(lines: string[], looks: Look[]): void {
  for (let at = 0; at < lines.length; at++) {
    if (looks[at] !== 'quote') continue
    let end = at
    while (looks[end] === 'quote') end++
    const run = lines.slice(at, end)
    const above = lines[previousText(looks, at - 1)]?.slice(0, MAX_LINE_CHARACTERS) ?? ''
    const areReadings = run.length <= MAX_READINGS && run.every((line) => READING.test(line.slice(0, 20)))
    // A flowed mail puts a space before a ">" of the writer's own (RFC 3676).
    const isOwnLine = run.length === 1 && run[0]!.startsWith(' >')
    if ((areReadings || isOwnLine) && !wroteWords.test(above)) looks.fill('text', at, end)
    at = end
  }
}

const CLEARSIGNED = '-----BEGIN PGP SIGNED MESSAGE-----'

/** The words of a text that is signed in the clear (RFC 9580, section 7). */
function unarmoured(lines: string[]): string[] {
  const begin = lines.findIndex((line) => line.trimEnd() === CLEARSIGNED)
  const end = lines.findIndex((line, at) => at > begin && line.trimEnd() === '-----BEGIN PGP SIGNATURE-----')
  const words = lines.findIndex((line, at) => at > begin && line.trim() === '')
  if (begin < 0 || end < 0 || words < 0 || words > end) return lines
  const after = lines.findIndex((line, at) => at > end && line.trimEnd() === '-----END PGP SIGNATURE-----')
  const signed = lines.slice(words + 1, end).map((line) => line.replace(/^- /, ''))
  return [...lines.slice(0, begin), ...signed, ...(after < 0 ? [] : lines.slice(after + 1))]
}

/** Subjects of forwarded mail, in the languages whose mail programs write their own. */
export const isForwardSubject = (subject: string): boolean =>
  /^\s*(?:\[[^\]]{0,40}\]\s*)?(?:fwd?|wg|tr|rv|enc|i|doorst|vs|vb|пересл|轉寄|转发|転送|전달)\s*[:：]/iu.test(subject)

type Look = 'blank' | 'quote' | 'text'

function look(line: string): Look {
  const start = line.slice(0, 12).trimStart()
  if (start === '' && line.trim() === '') return 'blank'
  // ">From" is an escaped mailbox line.
  if (/^>(?!From )/.test(start)) return 'quote'
  return 'text'
}

const quoteFollows = (looks: Look[], from: number): boolean => {
  for (let at = from; at < Math.min(looks.length, from + 6); at++)
    if (looks[at] !== 'blank') return looks[at] === 'quote'
  return false
}

/** Words that end the introduction of a quote. */
const wroteWords =
  /(?:wrote|writes|said|schrieb(?: .{1,80})?|geschrieben|a [ée]crit|écrivait|escribi[óo]|escreveu|escrito|ha scritto|scrisse|schreef(?: .{1,80})?|skrev(?: .{1,80})?|kirjoitti|napisał(?:\(a\)|a)?|napsala?|написала?|пише|писал\(?а?\)?|yazdı|έγραψε|írta|a scris|đã viết|viết|のメール|さんは書きました|写道|寫道|撰写|님이 작성|작성|كتب|تمت كتابة ما يلي بواسطة .{1,200}|כתב(?:ה)?|menulis|wrote the following|wrote \(.{1,40}\))\s*(?:\([^)]{1,80}\)|\[[^\]]{1,80}\]|am .{1,40}um .{1,12})?\s*[:：︰-]?\s*$/iu
const introductionStart =
  /^\s*(?:[*_>]\s*)?(?:on|le|el|em|no dia|am|den|op|il giorno|il|dne|dnia|w dniu|pe|în data|vào|tarihinde|\d{1,4}[./年-]|(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|mo|di|mi|do|fr|sa|so|пн|вт|ср|чт|пт|сб|вс)[a-zäöüéáа-я.]{0,8},?\s|في\s|在|于|從|(?:at|quoting|in)\s|["“„]?[\p{L}\p{N}._%+-]+[^:]{0,120}[<([][^\s<>]{1,100}@[^\s<>]{1,100}[>)\]])/iu

/** Marks of writing direction stand around names and addresses. */
const withoutMarks = (line: string): string => line.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')

/** Number of lines of an introduction that begins here, or 0. */
function introductionLength(lines: string[], looks: Look[], at: number): number {
  if (looks[at] !== 'text') return 0
  const first = withoutMarks(lines[at]!.slice(0, MAX_LINE_CHARACTERS))
  if (!introductionStart.test(first)) return 0
  let joined = ''
  for (let length = 1; length <= MAX_INTRODUCTION_LINES && at + length <= lines.length; length++) {
    const line = lines[at + length - 1]!
    if (
      looks[at + length - 1] !== 'text' &&
      !(length > 1 && looks[at + length - 1] === 'quote' && length === 2 && /^>\s*[^\s].*[:：]\s*$/.test(line))
    )
      return 0
    joined = `${joined} ${withoutMarks(line).trim()}`.slice(0, MAX_LINE_CHARACTERS)
    if (!wroteWords.test(joined)) continue
    // A sentence like "on Monday the doctor wrote:" has neither an address nor a year nor a time nor a quote below.
    const isDated = /\d{1,2}[:.h]\d{2}|\b(?:19|20)\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|@/.test(joined)
    if (isDated || quoteFollows(looks, at + length)) return length
    return 0
  }
  return 0
}

const originalMark =
  /^\s*(?:>?\s*)?[-_=*]{2,}(?:\s|&nbsp;)*(?:original(?:[ -](?:message|appointment|nachricht|e-?mail))?|ursprüngliche (?:nachricht|e-?mail)|message d'origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|original besked|oprindelig meddelelse|ursprungligt meddelande|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|původní zpráva|исходное сообщение|исходное письмо|пересылаемое сообщение|orijinal (?:mesaj|ileti)|eredeti üzenet|thư gốc|原始邮件|原始郵件|元のメッセージ|원본 메시지|الرسالة الأصلية|reply (?:message|above this line|separator)|reply above this line|in reply to)\s*[-_=*]{0,}/iu
const forwardMark =
  /^\s*[-_=*]{2,}\s*(?:forwarded (?:message|by)|weitergeleitete nachricht|message transféré|mensaje reenviado|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|пересланное сообщение|转发的邮件|转发邮件|転送)/iu
const replyLine = /(?:^|[#\-=*~ ])(?:please )?(?:reply|write|type your (?:reply|response)) above (?:this|the) line/i

/** Labels of the header block that Outlook and others put above a quoted mail, with their colon. */
const headerLabels = {
  from: /^\s*\*?(?:from|von|de|da|van|från|fra|lähettäjä|od|от|від|kimden|feladó|από|发件人|寄件者|差出人|보낸 ?사람|من|מאת|từ|dari|expéditeur|remitente|mittente|afzender)\s*\*?\s*[:：]\*?\s*\S/iu,
  sent: /^\s*\*?(?:sent|date|gesendet|datum|envoyé(?: le)?|enviado(?: el| em)?|fecha|data|inviato|verzonden|skickat|sendt|dato|lähetetty|päivämäärä|wysłano|odesláno|datum odeslání|отправлено|дата|надіслано|gönderilme|tarih|elküldve|发送时间|发送日期|日期|傳送時間|送信日時|日時|보낸 ?날짜|날짜|تاريخ الإرسال|נשלח|đã gửi|ngày)\s*\*?\s*[:：]\*?\s*\S/iu,
  to: /^\s*\*?(?:to|an|à|para|a|aan|till|til|vastaanottaja|do|komu|кому|kime|címzett|προς|收件人|宛先|받는 ?사람|إلى|אל|đến|kepada|pour|destinataire|subject|betreff|objet|asunto|assunto|oggetto|onderwerp|ämne|emne|aihe|temat|předmět|тема|konu|tárgy|θέμα|主题|主旨|件名|제목|الموضوع|נושא|chủ đề|reply-to|cc|кк)\s*\*?\s*[:：]/iu,
}

/** A line that says: from here on, the mail that is answered. */
function startsOriginal(lines: string[], looks: Look[], at: number): boolean {
  if (looks[at] !== 'text') return false
  const line = lines[at]!.slice(0, MAX_LINE_CHARACTERS)
  if (originalMark.test(line) || replyLine.test(line)) return true
  if (forwardMark.test(line)) return false
  if (/^\s*_{20,}\s*$/.test(line)) return isHeaderBlock(lines, nextText(looks, at + 1))
  if (headerLabels.from.test(line))
    return isHeaderBlock(lines, at) && !forwardMark.test(lines[previousText(looks, at - 1)] ?? '')
  return false
}

/** At least three labelled lines close together, one of them From and one of them Sent or Date. */
function isHeaderBlock(lines: string[], at: number): boolean {
  if (at < 0) return false
  let hasFrom = false
  let hasSent = false
  let others = 0
  for (let index = at; index < Math.min(lines.length, at + 8); index++) {
    const line = lines[index]!.slice(0, MAX_LINE_CHARACTERS)
    if (headerLabels.from.test(line)) hasFrom = true
    else if (headerLabels.sent.test(line)) hasSent = true
    else if (headerLabels.to.test(line)) others++
  }
  return hasFrom && ((hasSent && others >= 1) || others >= 2)
}

const nextText = (looks: Look[], from: number): number => {
  for (let at = from; at < Math.min(looks.length, from + 4); at++) if (looks[at] === 'text') return at
  return -1
}
const previousText = (looks: Look[], from: number): number => {
  for (let at = from; at >= Math.max(0, from - 3); at--) if (looks[at] === 'text') return at
  return -1
}

/** One whole line that a phone or a mail program adds. */
const deviceLine =
  /^\s*[*_[(<]?(?:sent with \[?(?:proton|spark|mailspring|canary|tuta(?:nota)?|shortwave|superhuman)\b.{0,100}|sent from (?:my|the|an?|outlook|mail|yahoo|gmail|samsung|windows|proton|aol|the all new|blackberry|iphone|ipad|android|mobile|tutanota|fairemail|myphone|t-mobile|verizon|at&t|xfinity)\b.{0,80}|get outlook for .{1,40}|von meinem .{1,40} gesendet.{0,20}|gesendet (?:von|mit) .{1,60}|diese nachricht wurde von meinem .{1,60}|envoyé (?:de|depuis|à partir) .{1,60}|enviado (?:desde|do|de) (?:mi|meu|o|el|yahoo|outlook|correo|email|iphone|ipad|android|samsung|celular|dispositivo)\b.{0,60}|inviato da(?:l| ).{1,60}|verzonden (?:vanaf|met|via) .{1,60}|verstuurd vanaf .{1,60}|skickat från .{1,60}|sendt fra .{1,60}|lähetetty .{1,40}(?:sta|stä|lta|ltä)|wysłan[eo] z .{1,60}|odesláno z .{1,60}|отправлено (?:с|из) .{1,60}|发自我的.{1,40}|從我的.{1,30}傳送|iphoneから送信|나의 .{1,20}에서 보냄|(?:đã |được )?gửi từ .{1,40}|من جهاز.{1,40}|أُرسلت من.{1,40}|iphone'?umdan gönderildi)[.!*_\])>]*\s*$/iu

/** A rule of twenty or more stands above a quoted mail, or parts a form. */
const signatureMark = /^(?:-- ?|--\u00a0|—|–|_{2,19}|-{3,}|={3,}|\*{3,}|- ?- ?-?)\s*$/
/** What programs put above a signature. Source: RFC 3676, 4.3. */
const isSureMark = (line: string): boolean => /^--[ \u00a0]$/.test(line)
/** Fifteen signs of a script without spaces are a sentence, too. */
const isSentence = (line: string): boolean =>
  line.trim().split(/\s+/, SENTENCE_WORDS).length >= SENTENCE_WORDS ||
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{15,}/u.test(line.slice(0, MAX_LINE_CHARACTERS))

/** @returns the words it leaves out that may be the writer's own. */
function cutSignature(lines: string[], looks: Look[], keep: boolean[]): string[] {
  const doubtful: string[] = []
  for (const [index, line] of lines.entries())
    if (keep[index] && looks[index] === 'text' && line.length <= 140 && deviceLine.test(line)) {
      keep[index] = false
      doubtful.push(line)
    }

  let mark = -1
  let hasSentence = false
  for (let index = lines.length - 1, seen = 0, characters = 0; index >= 0; index--) {
    if (!keep[index]) continue
    const line = lines[index]!
    if (signatureMark.test(line) && (/^-- ?\s*$/.test(line) || seen <= 8) && (isSureMark(line) || !hasSentence)) {
      if (seen > 0 || index > 0) mark = index
      // The topmost exact mark within reach wins: list footers come below a person's own.
    }
    if (looks[index] !== 'blank') seen++
    characters += line.length
    hasSentence ||= isSentence(line)
    if (seen > MAX_SIGNATURE_LINES || characters > MAX_SIGNATURE_CHARACTERS) break
  }
  if (mark === -1) return doubtful
  // A mark at the very top would hide the whole mail.
  const hasTextAbove = lines.some((_, index) => index < mark && keep[index] && looks[index] === 'text')
  if (!hasTextAbove) return doubtful
  const below = lines.slice(mark + 1).filter((_, index) => keep[mark + 1 + index])
  for (let index = mark; index < lines.length; index++) keep[index] = false
  return isSureMark(lines[mark]!) ? doubtful : [...doubtful, ...below]
}

/** What remains above a cut: the rule of underscores or a lone "|". */
function dropLonelyLines(lines: string[], keep: boolean[]): void {
  for (let index = lines.length - 1; index >= 0; index--) {
    if (!keep[index] || lines[index]!.trim() === '') continue
    if (!/^\s*[_*=-]{3,}\s*$/.test(lines[index]!)) return
    keep[index] = false
  }
}
