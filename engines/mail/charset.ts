/**
 * From bytes to text, whatever the sender claimed.
 *
 * A declared label is read as its superset (what the programs that write it really send). A missing, unknown or wrong label
 * is replaced by what the whole text looks like. Decoding never throws; a guess is said as `doubtful`, so that the desk can
 * offer "show original". The result is well-formed Unicode in NFC without NUL.
 */
import iconv from 'iconv-lite'

export type DecodedText = {
  text: string
  /** The character set that was used. */
  charset: string
  /** The label was wrong or missing and the text is a guess, or characters were lost. */
  doubtful: boolean
}

/** Label -> what is really meant by it. Source: WHATWG Encoding, and the labels mail programs are known to write. */
const supersets: Record<string, string> = {
  ascii: 'utf-8',
  'us-ascii': 'utf-8',
  'ansi_x3.4-1968': 'utf-8',
  'iso-646-us': 'utf-8',
  '7bit': 'utf-8',
  '8bit': 'utf-8',
  'unknown-8bit': 'detect',
  'x-unknown': 'detect',
  unknown: 'detect',
  default: 'detect',
  default_charset: 'detect',
  'x-user-defined': 'detect',
  binary: 'detect',
  none: 'detect',
  utf8: 'utf-8',
  utf_8: 'utf-8',
  utf8mb4: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  'unicode-1-1-utf-7': 'utf-7',
  'x-utf-7': 'utf-7',
  utf7: 'utf-7',
  'utf-7': 'utf-7',
  'utf-16': 'utf-16',
  utf16: 'utf-16',
  unicode: 'utf-16le',
  'ucs-2': 'utf-16le',
  'iso-10646-ucs-2': 'utf-16be',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'utf-32': 'utf-32',
  'utf-32le': 'utf-32le',
  'utf-32be': 'utf-32be',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  'euc-cn': 'gb18030',
  'gb_2312-80': 'gb18030',
  'hz-gb-2312': 'hz-gb-2312',
  hz: 'hz-gb-2312',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  iso88591: 'windows-1252',
  iso_8859_1: 'windows-1252',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  l1: 'windows-1252',
  ansi: 'windows-1252',
  cp1252: 'windows-1252',
  'iso-8859-8-i': 'iso-8859-8-i',
  'iso-8859-9': 'windows-1254',
  latin5: 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  cp874: 'windows-874',
  ks_c_5601: 'euc-kr',
  'ks_c_5601-1987': 'euc-kr',
  'ks_c_5601-1989': 'euc-kr',
  ksc5601: 'euc-kr',
  ks_c5601: 'euc-kr',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  uhc: 'euc-kr',
  shift_jis: 'shift_jis',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  cp932: 'shift_jis',
  ms932: 'shift_jis',
  ms_kanji: 'shift_jis',
  'windows-31j': 'shift_jis',
  'iso-2022-jp': 'iso-2022-jp',
  'iso-2022-jp-1': 'iso-2022-jp',
  'iso-2022-jp-2': 'iso-2022-jp',
  'iso-2022-jp-3': 'iso-2022-jp',
  'iso-2022-jp-ms': 'iso-2022-jp',
  cp50220: 'iso-2022-jp',
  cp50221: 'iso-2022-jp',
  cp50222: 'iso-2022-jp',
  jis: 'iso-2022-jp',
  'x-jis': 'iso-2022-jp',
  csiso2022jp: 'iso-2022-jp',
  'iso-2022-kr': 'iso-2022-kr',
  csiso2022kr: 'iso-2022-kr',
  'big5-hkscs': 'big5',
  cp950: 'big5',
  ms950: 'big5',
  'x-x-big5': 'big5',
  koi8r: 'koi8-r',
  koi8: 'koi8-r',
  'koi8-ru': 'koi8-u',
  cp866: 'ibm866',
  'x-mac-roman': 'macintosh',
  macroman: 'macintosh',
  'mac-roman': 'macintosh',
  'apple-roman': 'macintosh',
}

/** Character sets of one byte in which any bytes decode: a wrong label can not be seen by failing. */
const isSingleByte = (charset: string): boolean =>
  /^(windows-|iso-8859-|koi8|ibm|cp\d|macintosh|x-mac|mac)/.test(charset)

/** Decodes `bytes`; `label` is what the sender declared, if anything. */
export function decodeBytes(bytes: Buffer, label?: string): DecodedText {
  const declared = normaliseLabel(label)
  const bom = byteOrderMark(bytes)
  if (bom) return finish(decodeAs(bytes.subarray(bom.length), bom.charset), bom.charset, false)

  const isAscii = isPlainAscii(bytes)
  if (isAscii && !needsEscapes(declared)) {
    const text = bytes.toString('latin1')
    // Seven-bit text may still be shifted Japanese, Korean or Chinese under a missing or wrong label.
    const shifted = text.includes('\x1b') || text.includes('~{') ? shiftedCharset(text, declared) : undefined
    if (shifted) return finish(decodeAs(bytes, shifted), shifted, false)
    return finish(text, declared === undefined ? 'utf-8' : declared, false)
  }
  if (declared === undefined || declared === 'detect') return detectAndDecode(bytes)

  if (declared === 'utf-8') {
    const text = strictDecode(bytes, 'utf-8')
    if (text !== undefined) return finish(text, 'utf-8', false)
    return repairOrDetect(bytes)
  }
  const text = decodeAs(bytes, declared)
  if (text === undefined) return detectAndDecode(bytes)
  // UTF-8 under a one-byte label is common; the reverse (text that happens to be valid UTF-8) is next to impossible.
  if (isSingleByte(declared) || text.includes('\ufffd')) {
    const asUtf8 = strictDecode(bytes, 'utf-8')
    if (asUtf8 !== undefined && !isAscii) return finish(asUtf8, 'utf-8', true)
  }
  if (text.includes('\ufffd') && lostShare(text) > MOST_LOST_SHARE) return detectAndDecode(bytes)
  return finish(text, declared, text.includes('\ufffd'))
}

/** Makes any string storable: well-formed, NFC, no NUL. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed().normalize('NFC')

/** Above this share of unreadable characters the declared label is taken as wrong. */
const MOST_LOST_SHARE = 0.02

const finish = (text: string | undefined, charset: string, doubtful: boolean): DecodedText => ({
  text: storable(text ?? ''),
  charset,
  doubtful,
})

export function normaliseLabel(label: string | undefined): string | undefined {
  const cleaned = label
    ?.trim()
    .toLowerCase()
    .replace(/^["'<]+|["'>;]+$/g, '')
    .replace(/\*.*$/, '')
    .replace(/^charset=/, '')
    .replace(/[\s"']/g, '')
  if (!cleaned) return undefined
  const known = supersets[cleaned]
  if (known) return known
  const canonical = cleaned
    .replace(/^x-(?=windows|iso|cp|euc)/, '')
    .replace(/^(?:cp|win|windows)[-_]?(125\d)$/, 'windows-$1')
    .replace(/^iso[-_]?8859[-_]?(\d{1,2})(?:[:-].*)?$/, 'iso-8859-$1')
  return supersets[canonical] ?? (isDecodable(canonical) ? canonical : 'detect')
}

const needsEscapes = (charset: string | undefined): boolean =>
  charset !== undefined && /^(iso-2022|hz-|utf-7|utf-16|utf-32)/.test(charset)

function isDecodable(charset: string): boolean {
  try {
    return new TextDecoder(charset).encoding !== 'replacement'
  } catch {
    return iconv.encodingExists(charset)
  }
}

function byteOrderMark(bytes: Buffer): { charset: string; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { charset: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe && bytes.length % 2 === 0) return { charset: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff && bytes.length % 2 === 0) return { charset: 'utf-16be', length: 2 }
  return undefined
}

function isPlainAscii(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at++) if (bytes[at]! > 0x7f) return false
  return true
}

/** Escape sequences name their set. */
function shiftedCharset(text: string, declared: string | undefined): string | undefined {
  if (text.includes('\x1b$)C')) return 'iso-2022-kr'
  if (/\x1b\$[@B]|\x1b\([JI]|\x1b\$\(D/.test(text)) return 'iso-2022-jp'
  if (declared === undefined && /~\{(?:[!-w][!-~])+~\}/.test(text)) return 'hz-gb-2312'
  return undefined
}

function strictDecode(bytes: Buffer, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function decodeAs(bytes: Buffer, charset: string): string | undefined {
  switch (charset) {
    case 'utf-16': {
      // Without a mark: the more frequent zero byte tells the order.
      let evenZeros = 0
      let oddZeros = 0
      for (let at = 0; at < Math.min(bytes.length, 2_000); at++) {
        if (bytes[at] !== 0) continue
        if (at % 2 === 1) oddZeros += 1
        else evenZeros += 1
      }
      return decodeAs(bytes, oddZeros > evenZeros ? 'utf-16le' : 'utf-16be')
    }
    case 'iso-2022-kr':
      return new TextDecoder('euc-kr').decode(unshiftKorean(bytes))
    case 'hz-gb-2312':
      return new TextDecoder('gb18030').decode(unshiftChinese(bytes))
  }
  try {
    const decoder = new TextDecoder(charset)
    return decoder.decode(bytes)
  } catch {
    try {
      return iconv.encodingExists(charset) ? iconv.decode(bytes, charset) : undefined
    } catch {
      return undefined
    }
  }
}

/** ISO-2022-KR: between SO and SI the bytes are EUC-KR without their high bit. */
function unshiftKorean(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.length)
  let length = 0
  let isShifted = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === 0x0e) isShifted = true
    else if (byte === 0x0f) isShifted = false
    else if (byte === 0x1b && bytes[at + 1] === 0x24 && bytes[at + 2] === 0x29) at += 3
    else {
      if (byte === 10) isShifted = false
      out[length++] = isShifted && byte > 0x20 ? byte | 0x80 : byte
    }
  }
  return out.subarray(0, length)
}

/** HZ: between ~{ and ~} the bytes are GB 2312 without their high bit. */
function unshiftChinese(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.length)
  let length = 0
  let isShifted = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!
    const next = bytes[at + 1]
    if (byte === 0x7e && next === 0x7b) [isShifted, at] = [true, at + 1]
    else if (byte === 0x7e && next === 0x7d) [isShifted, at] = [false, at + 1]
    else if (byte === 0x7e && next === 0x7e && !isShifted) [out[length++], at] = [0x7e, at + 1]
    else if (byte === 0x7e && next === 10) at++
    else {
      if (byte === 10) isShifted = false
      out[length++] = isShifted && byte > 0x20 ? byte | 0x80 : byte
    }
  }
  return out.subarray(0, length)
}

/** Declared UTF-8 with some broken bytes stays UTF-8; with mostly broken bytes it is something else. */
function repairOrDetect(bytes: Buffer): DecodedText {
  const text = new TextDecoder('utf-8').decode(bytes)
  let good = 0
  let lost = 0
  for (const character of text) {
    if (character === '\ufffd') lost++
    else if (character > '\x7f') good++
  }
  return good > lost ? finish(text, 'utf-8', true) : detectAndDecode(bytes)
}

const lostShare = (text: string): number => {
  let lost = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) lost++
  return lost / text.length
}

/** Bytes looked at for a guess; more tells nothing new. */
const MAX_DETECTION_BYTES = 64 * 1024

function detectAndDecode(bytes: Buffer): DecodedText {
  const asUtf8 = strictDecode(bytes, 'utf-8')
  if (asUtf8 !== undefined) return finish(asUtf8, 'utf-8', false)
  const sample = bytes.subarray(0, MAX_DETECTION_BYTES)
  let best = { charset: 'windows-1252', score: -Infinity }
  for (const candidate of candidates) {
    const text = decodeAs(sample, candidate.charset)
    if (text === undefined) continue
    const score = candidate.score(text)
    if (score > best.score) best = { charset: candidate.charset, score }
  }
  return finish(decodeAs(bytes, best.charset), best.charset, true)
}

type Candidate = { charset: string; score: (text: string) => number }

/**
 * How much a decoding looks like writing: each character beyond ASCII gives or takes points. Points are per character of the
 * source, so that sets of two bytes compete fairly with sets of one.
 */
const scoreBy =
  (common: RegExp, fair: RegExp, weight: number) =>
  (text: string): number => {
    let points = 0
    let seen = 0
    let previousFits = false
    let previous = ''
    for (const character of text) {
      if (character <= '\x7f') {
        previousFits = false
        previous = character
        continue
      }
      seen += weight
      if (
        character === '\ufffd' ||
        (character >= '\x80' && character <= '\x9f') ||
        (character >= '\ue000' && character <= '\uf8ff')
      )
        points -= 4 * weight
      else if (common.test(character)) {
        points += (previousFits ? 1.2 : 1) * weight
        previousFits = true
        previous = character
        continue
      } else if (fair.test(character)) {
        // A capital inside a word of small letters is the mark of a wrong table.
        points += isInnerCapital(character, previous) ? -0.6 * weight : 0.4 * weight
        previousFits = true
        previous = character
        continue
      } else points -= 1 * weight
      previousFits = false
      previous = character
    }
    return seen === 0 ? -1 : points / seen
  }

const isInnerCapital = (character: string, previous: string): boolean =>
  /\p{Lu}/u.test(character) && /\p{Ll}/u.test(previous)

const nothing = /[^\s\S]/
const latinScore = (common: RegExp) => {
  const base = scoreBy(common, /[\u00a0-\u024f\u2013-\u2026\u20ac\u201e\u2039\u203a\u2122]/, 1)
  // Western text has few letters beyond ASCII; where most letters are, another script is likelier.
  return (text: string): number => {
    let high = 0
    let letters = 0
    for (const character of text) {
      if (character > '\x7f') high++
      else if (/[a-z]/i.test(character)) letters++
    }
    return base(text) - (high > letters ? 0.7 : 0)
  }
}

/** Hebrew bytes read as Cyrillic have none of its last letters, which no Russian or Bulgarian text of some length lacks. */
const unlikeCyrillic = (text: string): number => (text.length > 12 && !/[ыьэюя]/i.test(text) ? 0.3 : 0)

/** Letters that Thai hardly uses are a tenth of what other bytes look like in its table. */
function unlikeThai(text: string): number {
  const rare = text.match(/[ฃฅฆฌฎฏฐฑฒฬฤฦฺ๎-๛]/g)?.length ?? 0
  return rare / text.length > MOST_RARE_THAI_SHARE ? 0.8 : 0
}
const MOST_RARE_THAI_SHARE = 0.06

/** Letters of another script stand among themselves: what stands alone beside Latin letters is one of these with an accent. */
function amidLatin(text: string): number {
  const beside = text.match(/[a-z][^\0-\x7f](?![^\0-\x7f])|(?<![^\0-\x7f])[^\0-\x7f][a-z]/gi)?.length ?? 0
  const others = text.match(/[^\0-\x7f]/g)?.length ?? 0
  return beside > others * MOST_AMID_LATIN_SHARE ? 0.8 : 0
}
const MOST_AMID_LATIN_SHARE = 0.4

const candidates: Candidate[] = [
  {
    charset: 'windows-1252',
    score: latinScore(/[àáâãäåæçèéêëìíîïñòóôõöøùúûüßÉÖÜÄ\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u20ac\u00a0°¿¡«»]/),
  },
  {
    charset: 'windows-1250',
    score: (text) => latinScore(/[áéíóúýčďěňřšťůžąćęłńśźżőűăâîșşţäöüß\u2018-\u201e\u2013]/)(text) - 0.15,
  },
  { charset: 'iso-8859-2', score: (text) => latinScore(/[áéíóúýčďěňřšťůžąćęłńśźżőűăâîșşţäöüß]/)(text) - 0.15 },
  { charset: 'windows-1254', score: (text) => latinScore(/[çğıöşüİâî\u2018-\u201d]/)(text) - 0.2 },
  {
    charset: 'windows-1251',
    score: (text) =>
      scoreBy(/[а-яё]/, /[А-ЯЁіїєґўЂ-Џ№«»\u2013\u2014\u2018-\u201e\u00a0]/, 1)(text) - unlikeCyrillic(text),
  },
  { charset: 'koi8-r', score: scoreBy(/[а-яё]/, /[А-ЯЁ]/, 1) },
  { charset: 'ibm866', score: (text) => scoreBy(/[а-яё]/, /[А-ЯЁ]/, 1)(text) - 0.1 },
  { charset: 'iso-8859-5', score: (text) => scoreBy(/[а-яё]/, /[А-ЯЁ]/, 1)(text) - 0.1 },
  { charset: 'windows-1253', score: scoreBy(/[α-ωάέήίόύώϊϋς]/, /[Α-ΩΆΈΉΊΌΎΏ\u2018-\u201d«»]/, 1) },
  { charset: 'windows-1255', score: scoreBy(/[א-ת]/, /[\u05b0-\u05c3\u2018-\u201d]/, 1) },
  { charset: 'windows-1256', score: scoreBy(/[\u0621-\u064a]/, /[\u060c\u061b\u061f\u064b-\u0652\u0679-\u06d2]/, 1) },
  {
    charset: 'windows-874',
    score: (text) => scoreBy(/[ก-ฮะ-ฺเ-๎]/, /[๏-๛]/, 1)(text) - unlikeThai(text) - amidLatin(text),
  },
  { charset: 'shift_jis', score: scoreBy(/[ぁ-んァ-ヶー、。「」]/, /[\u4e00-\u9fff\uff01-\uff5e々〇・！？]/, 2) },
  { charset: 'euc-jp', score: scoreBy(/[ぁ-んァ-ヶー、。「」]/, /[\u4e00-\u9fff\uff01-\uff5e々〇・！？]/, 2) },
  {
    charset: 'gb18030',
    score: scoreBy(
      /[的一是不了在人有我他这中大来上个国们说时地为子你好请问想看生医病痛天会要没可以吗和到，。、！？：；]/,
      /[\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e]/,
      2,
    ),
  },
  {
    charset: 'big5',
    score: scoreBy(
      /[的一是不了在人有我他這中大來上個國們說時地為子你好請問想看生醫病痛天會要沒可以嗎和到，。、！？：；]/,
      /[\u4e00-\u9fff\u3000-\u303f\uff01-\uff5e]/,
      2,
    ),
  },
  { charset: 'euc-kr', score: scoreBy(/[가-힣]/, /[\u3131-\u318e\u3000-\u303f]/, 2) },
  {
    charset: 'macintosh',
    score: (text) => scoreBy(/[éèàêçñóíáúüöäß\u2018\u2019\u201c\u201d]/, nothing, 1)(text) - 0.4,
  },
]
