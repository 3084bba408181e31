/**
 * How a text message is cut into segments (3GPP TS 23.038 and 23.040).
 *
 * A text that the GSM 7-bit alphabet knows has 160 septets, or 153 a segment when it takes several; the signs of the extension table
 * take two, which stay together. Any other sign makes the whole text UCS-2: 70 units, or 67 a segment; a pair of surrogates stays together.
 */
export type Segments = {
  encoding: 'gsm-7' | 'ucs-2'
  /** Septets or 16-bit units of the whole text. */
  units: number
  /** 0 for an empty text. */
  segments: number
  /** Units that still fit into the last segment. */
  left: number
}

/** Characters (UTF-16) that carriers take as one message. */
export const LONGEST_SMS = 1_600

/** 3GPP TS 23.038, 6.2.1, in the order of the table; the escape is left out. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** 3GPP TS 23.038, 6.2.1.1. */
const EXTENSION = new Set('\f^{}\\[~]|€')

/** Without the marks on letters that the alphabet has only without ("sáb", "Clínica"): one of them would make three segments of one. Other signs stay. */
export const inPlainAlphabet = (text: string): string =>
  [...text.normalize('NFC')].map((sign) => (BASIC.has(sign) || EXTENSION.has(sign) ? sign : bare(sign))).join('')

const bare = (sign: string): string => {
  const letter = sign.normalize('NFD').replace(/\p{M}/gu, '')
  return BASIC.has(letter) ? letter : sign
}

const SIZES = { 'gsm-7': { alone: 160, joined: 153 }, 'ucs-2': { alone: 70, joined: 67 } } as const

export function countSegments(text: string): Segments {
  const signs = [...text]
  const isGsm = signs.every((sign) => BASIC.has(sign) || EXTENSION.has(sign))
  const encoding = isGsm ? 'gsm-7' : 'ucs-2'
  const widths = signs.map((sign) => (isGsm ? (EXTENSION.has(sign) ? 2 : 1) : sign.length))
  const units = widths.reduce((sum, width) => sum + width, 0)
  const { alone, joined } = SIZES[encoding]
  if (units === 0) return { encoding, units, segments: 0, left: alone }
  if (units <= alone) return { encoding, units, segments: 1, left: alone - units }

  let segments = 1
  let filled = 0
  for (const width of widths) {
    if (filled + width > joined) {
      segments += 1
      filled = 0
    }
    filled += width
  }
  return { encoding, units, segments, left: joined - filled }
}
