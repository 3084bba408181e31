/**
 * A text in parts, so that the web addresses in it can be opened. For texts of our own: what somebody from outside wrote is
 * never made a link. Pure.
 */
export type WordsPart = { words: string; href?: string }

const ADDRESS = /(https?:\/\/[^\s<>"“”«»]+)/
/** What stands behind an address and belongs to the sentence. */
const SENTENCE_END = /[.,;:!?)\]]+$/

export function linkedWords(text: string): WordsPart[] {
  // What was asked for stands at each second place.
  return text.split(ADDRESS).flatMap((part, place): WordsPart[] => {
    if (place % 2 === 0) return part ? [{ words: part }] : []
    const href = part.replace(SENTENCE_END, '')
    const rest = part.slice(href.length)
    return [{ words: href, href }, ...(rest ? [{ words: rest }] : [])]
  })
}
