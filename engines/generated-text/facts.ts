/** What of a text is a fact: numbers, times, amounts, days, months, links, addresses (understanding-D59). Pure; any text is safe. */
import { MONTHS } from '../deid/lexicon.ts'
import { foldWords } from '../text/search-words.ts'

/** A link in any form that a screen or a mail program would open, and a mail address. */
const LINK =
  /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>"“”]{1,300}|(?:mailto|tel|sms|javascript|data):[^\s<>"“”]{1,300}|[\p{L}\p{N}._+-]{1,64}@[\p{L}\p{N}.-]{1,250}|(?<![\p{L}\p{N}])(?:[\p{L}\p{N}-]{1,63}\.){1,5}[\p{L}]{2,24}(?:\/[^\s<>"“”]{0,300})?/giu
/** Figures with what makes them a time, a share or an amount; and words. */
const PIECE = /[$€£¥]|\p{N}+|%|\p{L}[\p{L}\p{M}’']*/gu
const HALF_OF_DAY = new Set(['am', 'pm'])
const UNIT = new Set('usd dollar dollars dolar dolares euro euros cent cents centavos percent porciento'.split(' '))
const DAYS =
  'monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado sabados domingo domingos'
const WHEN =
  'today tonight tomorrow yesterday noon midnight weekday weekdays weekend weekends hoy manana ayer mediodia medianoche'
const COUNTS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand half twice double ' +
  'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento mil medio media doble'
const NAMED = new Set([
  ...`${DAYS} ${WHEN} ${COUNTS}`.split(' '),
  ...Object.keys(MONTHS).filter((name) => name !== 'may' && name !== 'mar' && name.length > 2),
])

/** In the order of the text, each in one form: "8:30 am" gives `8`, `30`, `am`. Links come first. */
export function factsIn(text: string): string[] {
  const links = linksIn(text)
  const rest = text.replace(LINK, ' ')
  const facts: string[] = []
  let before = ''
  // "a.m." reads like "am".
  for (const [piece] of foldWords(rest)
    .replace(/\b([ap])\.\s?m\b\.?/g, '$1m')
    .matchAll(PIECE)) {
    const isFigure = /[\p{N}$€£¥%]/u.test(piece)
    const word = piece.replace(/['’]s$/, '')
    const isOfDay = HALF_OF_DAY.has(word) && /\p{N}/u.test(before)
    if (isFigure || isOfDay || NAMED.has(word) || NAMED.has(word.replace(/s$/, '')) || UNIT.has(word)) facts.push(word)
    before = piece
  }
  return [...links, ...facts]
}

export const linksIn = (text: string): string[] =>
  [...text.matchAll(LINK)].map(([link]) => link.replace(/[.,;:!?)\]]+$/, ''))

/** The text without its links, for whoever reads its words. */
export const withoutLinks = (text: string): string => text.replace(LINK, ' ')
